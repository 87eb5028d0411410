"""OBJ files as they are found in the wild."""

import io
import zipfile

import numpy as np
import pytest
from PIL import Image

from bozzetto.foundry.assets import OBJECT_RADIUS, load_mesh, normalise, save_mesh
from bozzetto.foundry.wavefront import read_wavefront

OBJ = r"""
mtllib Box.MTL
v 0 0 0
v 2 0 0
v 2 4 0
v 0 4 0
vt 0 0
vt 1 0
vt 1 1
vn 0 0 1
usemtl painted
f 1/1/1 2/2/1 3/3/1 \
  4//1
usemtl glass
f -4 -3 -2
"""
MTL = """
newmtl painted
Kd 0.5 0.25 2.0
map_Kd sub\\Paint.PNG
newmtl glass
Kd 0 0 1
Tr 0.75
newmtl lost
map_Kd nowhere.png
"""


@pytest.fixture
def archive() -> zipfile.ZipFile:
    data = io.BytesIO()
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), (255, 0, 0)).save(picture, "PNG")
    with zipfile.ZipFile(data, "w") as out:
        out.writestr("a/box.obj", OBJ)
        out.writestr("a/box.mtl", MTL)
        out.writestr("a/sub/paint.png", picture.getvalue())
        out.writestr("a/empty.obj", "v 0 0 0\n")
    return zipfile.ZipFile(data)


def test_polygons_continuations_and_negative_indices(archive):
    mesh = read_wavefront(archive, "a/box.obj")
    assert mesh.faces.tolist() == [[0, 1, 2], [0, 2, 3], [0, 1, 2]]
    assert mesh.face_uvs.tolist() == [[0, 1, 2], [0, 2, -1], [-1, -1, -1]]
    assert mesh.face_normals.tolist() == [[0, 0, 0], [0, 0, 0], [-1, -1, -1]]


def test_materials_opacity_case_and_missing_textures(archive):
    mesh = read_wavefront(archive, "a/box.obj")
    painted, glass = mesh.materials
    assert painted.diffuse == (0.5, 0.25, 1.0)
    assert painted.texture is not None and painted.texture.shape == (4, 4, 4)
    assert glass.opacity == 0.25
    assert mesh.missing == ["nowhere.png"]


def test_a_file_without_faces_is_refused(archive):
    with pytest.raises(ValueError, match="no faces"):
        read_wavefront(archive, "a/empty.obj")


def test_normalise_centres_and_fits_the_sphere_after_turning(archive):
    mesh = normalise(read_wavefront(archive, "a/box.obj"), (0, 0, 1, 0, 1, 0, -1, 0, 0))
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    np.testing.assert_allclose(low + high, 0, atol=1e-6)
    assert np.linalg.norm(mesh.vertices, axis=1).max() == pytest.approx(OBJECT_RADIUS)
    np.testing.assert_allclose(high - low, np.array([0, 4, 2]) * (2 * OBJECT_RADIUS / np.sqrt(20)), atol=1e-6)


def test_stored_meshes_read_back(archive, tmp_path):
    mesh = normalise(read_wavefront(archive, "a/box.obj"), None)
    save_mesh(tmp_path / "m.npz", mesh)
    back = load_mesh(tmp_path / "m.npz")
    np.testing.assert_array_equal(back.vertices, mesh.vertices)
    assert [m.opacity for m in back.materials] == [1.0, 0.25]
    assert back.materials[0].texture is not None and back.materials[1].texture is None

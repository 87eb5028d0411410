"""A file's own maps laid anew: those of each part where it is, as they were, and what its alpha cuts out."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image
from scipy.ndimage import gaussian_filter
from trimesh.visual.material import PBRMaterial

from bozzetto.export.files.glb import write_glb
from bozzetto.export.files.read import read_scene
from bozzetto.export.mesh.mesh import Mesh, PbrMaps
from bozzetto.export.package.retexture import opened
from bozzetto.export.texture.bake import surface_texels
from bozzetto.export.texture.maps import vertex_tangents
from bozzetto.export.texture.uv import unwrap_box

SIZE = 64


@pytest.fixture(scope="module")
def rich() -> Mesh:
    """A box with every map that there is."""
    box = trimesh.creation.box((1.0, 0.8, 0.6))
    mesh = unwrap_box(Mesh(np.asarray(box.vertices, np.float32), np.asarray(box.faces, np.int32)), SIZE).mesh
    rng = np.random.default_rng(0)

    def image(width: int) -> np.ndarray:
        smooth = gaussian_filter(rng.random((SIZE, SIZE, width)), (3, 3, 0), mode="nearest")
        spread = (smooth - smooth.min((0, 1))) / np.ptp(smooth, axis=(0, 1))
        return (20 + 215 * spread).astype(np.uint8)

    bent = image(3) / 255.0 - 0.5
    bent[..., 2] = 1
    bent /= np.linalg.norm(bent, axis=-1, keepdims=True)
    pbr = PbrMaps(
        roughness_metallic=image(2), transmission=0.8, transmission_map=image(1)[..., 0], ior=1.4,
        attenuation_distance=0.5, attenuation=(0.2, 0.6, 0.3), emissive=(1.0, 0.5, 0.25), emission_map=image(3),
        emissive_strength=4.0, coat=0.75, coat_map=image(1)[..., 0], coat_roughness=0.25, sheen=(0.5, 0.25, 0.125),
        sheen_map=image(3), sheen_roughness=0.5, anisotropy=0.5,
    )  # fmt: skip
    mesh = replace(
        mesh, texture=image(3), normal_map=((bent + 1) * 127.5).round().astype(np.uint8), pbr=pbr,
        occlusion=image(1)[..., 0],
    )  # fmt: skip
    return replace(mesh, tangents=vertex_tangents(mesh))


def test_every_map_comes_back_as_it_was(rich, tmp_path):
    path = write_glb(rich, tmp_path / "rich.glb")
    made = opened(read_scene(path, keep=True), path, SIZE, keep_uv=True)
    assert made.kept_uv and made.notes == () and len(made.bodies) == 1
    mesh, texels = made.bodies[0].mesh, surface_texels(rich, SIZE)
    at = texels.rows, texels.columns
    assert mesh.pbr is not None and rich.pbr is not None
    # The rim of a chart takes the nearest place of the surface.
    for one, other in (
        (mesh.texture, rich.texture), (mesh.occlusion, rich.occlusion),
        (mesh.pbr.roughness_metallic, rich.pbr.roughness_metallic), (mesh.normal_map, rich.normal_map),
    ):  # fmt: skip
        assert np.median(np.abs(one[at].astype(int) - other[at])) <= 1
        assert np.abs(one[at].astype(int) - other[at]).mean() < 3
    found = mesh.pbr.transmission_map[at] / 255 - 0.8 * rich.pbr.transmission_map[at] / 255
    assert np.abs(found).mean() < 0.01
    assert np.abs(mesh.pbr.coat_map[at] / 255 - 0.75 * rich.pbr.coat_map[at] / 255).mean() < 0.01
    for name in ("ior", "emissive_strength", "coat_roughness", "sheen_roughness", "anisotropy", "attenuation"):
        assert getattr(mesh.pbr, name) == pytest.approx(getattr(rich.pbr, name)), name
    assert mesh.pbr.attenuation_distance == pytest.approx(0.5)
    # Its green factor is half: that much is in the map now.
    light = [np.square(image[at][:, 1] / 255.0).mean() for image in (mesh.pbr.emission_map, rich.pbr.emission_map)]
    assert light[0] == pytest.approx(0.5 * light[1], rel=0.15)


def test_each_part_keeps_its_own_and_what_is_cut_out_stays_so(tmp_path):
    rng = np.random.default_rng(0)
    leaf, scene = rng.integers(0, 255, (32, 32, 4)).astype(np.uint8), trimesh.Scene()
    leaf[:, :16, 3], leaf[:, 16:, 3] = 0, 255
    n = 9
    u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, n), indexing="ij")
    k = np.arange((n - 1) ** 2)
    a = k // (n - 1) * n + k % (n - 1)
    faces = np.concatenate([np.stack([a, a + 1, a + n], 1), np.stack([a + 1, a + n + 1, a + n], 1)])
    for name, left, material in (
        ("leaf", 0.0, PBRMaterial(name="leaf", baseColorTexture=Image.fromarray(leaf), alphaMode="MASK",
                                  alphaCutoff=0.25, metallicFactor=0.0, roughnessFactor=0.75)),
        ("blade", 0.5, PBRMaterial(name="steel", baseColorFactor=[0.5, 0.5, 0.5, 1.0], metallicFactor=1.0,
                                   roughnessFactor=0.25, emissiveFactor=[0.0, 0.0, 1.0])),
    ):  # fmt: skip
        uv = np.stack([left + 0.02 + 0.46 * u, 0.02 + 0.96 * v], -1).reshape(-1, 2)
        vertices = np.stack([u + 4 * left, v, 0 * u], -1).reshape(-1, 3)
        visual = trimesh.visual.TextureVisuals(uv=uv, material=material)
        scene.add_geometry(trimesh.Trimesh(vertices, faces, visual=visual, process=False), name, name)
    path: Path = tmp_path / "two.glb"
    scene.export(path)
    made = opened(read_scene(path, keep=True), path, SIZE)
    assert made.slots == ("leaf", "blade: steel") and made.kept_uv
    (body,) = made.bodies
    texels = surface_texels(body.mesh, SIZE)
    at, blade = (texels.rows, texels.columns), texels.positions[:, 0] > 1.5
    assert body.mesh.pbr is not None and body.mesh.pbr.emission_map is not None and body.cutout is not None
    finish = body.mesh.pbr.roughness_metallic[at] / 255
    np.testing.assert_allclose(finish[blade], np.tile([0.25, 1.0], (blade.sum(), 1)), atol=0.01)
    np.testing.assert_allclose(finish[~blade], np.tile([0.75, 0.0], ((~blade).sum(), 1)), atol=0.01)
    emission = body.mesh.pbr.emission_map[at]
    assert (emission[blade] == (0, 0, 255)).all() and not emission[~blade].any()
    # Light that it sends out is no base colour.
    assert np.ptp(body.mesh.texture[at][blade], axis=1).max() == 0
    assert body.cutout.mode == "MASK"
    u_of = texels.columns[~blade] / SIZE
    alpha = body.cutout.alpha[at]
    assert (alpha[blade] == 255).all()
    assert (alpha[~blade][u_of < 0.4] < 10).all(), "the left half of the picture is where u is below one half"


def test_what_has_no_normals_gets_sharp_edges_and_what_has_them_keeps_them(tmp_path):
    can = trimesh.creation.cylinder(radius=0.5, height=1.0, sections=32)
    can.export(tmp_path / "can.stl")
    mesh = opened(read_scene(tmp_path / "can.stl", keep=True), tmp_path / "can.stl", SIZE).bodies[0].mesh
    corners = mesh.vertices[mesh.faces]
    assert np.array_equal(corners, np.asarray(can.triangles, np.float32))
    lid = (np.abs(np.abs(corners[..., 2]) - 0.5) < 1e-6).all(1) & (np.ptp(corners[..., 2], axis=1) < 1e-6)
    assert lid.sum() == 64 and np.abs(mesh.normals[mesh.faces[lid]][..., 2]).min() > 0.999
    around = mesh.normals[mesh.faces[~lid]]
    assert np.abs(around[..., 2]).max() < 1e-3 and np.abs(np.linalg.norm(around, axis=-1) - 1).max() < 1e-5
    # Authored ones, however odd, are the file's own.
    odd = np.tile(np.float32([0.6, 0.0, 0.8]), (len(can.vertices), 1))
    whole = trimesh.Trimesh(can.vertices, can.faces, vertex_normals=odd, process=False)
    whole.export(tmp_path / "odd.glb")
    scene = read_scene(tmp_path / "odd.glb", keep=True)
    assert scene.parts[0].normals is not None
    kept = opened(scene, tmp_path / "odd.glb", SIZE).bodies[0].mesh
    assert np.abs(kept.normals - odd[0]).max() < 1e-6

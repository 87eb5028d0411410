"""Pictures of a mesh file with alpha, as thumbnails are made of."""

import numpy as np
import pytest
import trimesh

from bozzetto.jobs.bake.mesh_images import mesh_turn
from bozzetto.jobs.bake.render_server import Renders
from bozzetto.jobs.config.errors import ExportError


@pytest.mark.parametrize("size", [0.001, 1.0, 1000.0])
def test_a_mesh_of_any_size_and_place_fills_the_picture_and_is_clear_around(tmp_path, size):
    box = trimesh.creation.box((size, 2 * size, size))
    box.apply_translation((5 * size, 0, 0))
    box.visual.vertex_colors = (200, 30, 30, 255)
    path = tmp_path / "mesh.glb"
    path.write_bytes(trimesh.Scene(box).export(file_type="glb"))
    frames = mesh_turn(path, 4, 64)
    assert frames.shape == (4, 64, 64, 4) and frames.dtype == np.uint8
    assert (frames[:, 0, 0, 3] == 0).all() and (frames[:, 32, 32, 3] == 255).all()
    rows = np.flatnonzero(frames[0, ..., 3].max(1) > 128)
    assert 50 <= rows[-1] - rows[0] <= 62, "it fills the height"
    red, green, _ = frames[0, 32, 32, :3].astype(int)
    assert red > 2 * green
    # A quarter turn of a square box shows the same silhouette.
    assert np.abs(frames[0, ..., 3].astype(int) - frames[1, ..., 3]).mean() < 4


def test_the_render_server_answers_with_a_strip(tmp_path):
    path = tmp_path / "mesh.glb"
    path.write_bytes(trimesh.Scene(trimesh.creation.box()).export(file_type="glb"))
    assert "webp" in Renders().answer({"mesh": str(path), "frames": 3, "edge": 32})
    for bad in ({"frames": 0, "edge": 32}, {"frames": 3, "edge": 1}, {"frames": "3", "edge": 32}):
        assert "expected" in Renders().answer({"mesh": str(path), **bad})["error"]


def test_what_is_no_mesh_is_refused(tmp_path):
    path = tmp_path / "mesh.glb"
    path.write_bytes(b"glTF" + b"\xff" * 40)
    with pytest.raises(ExportError, match=r"mesh\.glb"):
        mesh_turn(path, 1, 32)
    assert "mesh.glb" in Renders().answer({"mesh": str(path), "frames": 1, "edge": 32})["error"]

"""The ray-cast training views, against a cube whose sides have known colours, and the rules of composing images."""

import math
import os
import shutil
from concurrent.futures.process import BrokenProcessPool

import numpy as np
import pytest
import torch

from bozzetto.foundry import views
from bozzetto.foundry.batches import ViewData, colour_word
from bozzetto.foundry.views import TRUTH_VIEWS, Scene, camera_frame, cameras_of, render_views
from bozzetto.foundry.wavefront import Material, Wavefront

SIDES = {"+z": (1, 0, 0), "+x": (0, 1, 0), "-z": (0, 0, 1), "-x": (1, 1, 0), "+y": (0, 1, 1), "-y": (1, 0, 1)}


def cube(opacity: float = 1.0, half: float = 0.5) -> Wavefront:
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float32) * half
    faces, owners = [], []
    for k, side in enumerate(SIDES):
        axis, sign = "xyz".index(side[1]), 1 if side[0] == "+" else -1
        quad = np.flatnonzero(corners[:, axis] == sign * half)
        a, b, c, d = quad
        faces += [[a, b, c], [b, d, c]]
        owners += [k, k]
    none = np.full((len(faces), 3), -1, np.int32)
    return Wavefront(
        vertices=corners,
        uvs=np.zeros((0, 2), np.float32),
        normals=np.zeros((0, 3), np.float32),
        faces=np.array(faces, np.int32),
        face_uvs=none,
        face_normals=none,
        face_materials=np.array(owners, np.int32),
        materials=[Material(s, c, opacity) for s, c in SIDES.items()],
    )


@pytest.mark.parametrize(("azimuth", "side"), [(0, "+z"), (90, "+x"), (180, "-z"), (270, "-x")])
def test_each_azimuth_sees_its_side(azimuth, side):
    view = Scene(cube()).buffers(math.radians(azimuth), 0.0, np.zeros(3, np.float32))
    centre = view[32, 32].astype(float)
    np.testing.assert_allclose(centre[:3] / 255, SIDES[side], atol=0.01)
    np.testing.assert_allclose((centre[3:6] - 128) / 127, [0, 0, 1], atol=0.02)
    assert centre[6] == 255 and view[0, 0, 6] == 0


def test_above_is_up_and_right_is_right():
    above = Scene(cube()).buffers(0.0, math.radians(89), np.zeros(3, np.float32))
    np.testing.assert_allclose(above[32, 32, :3] / 255, SIDES["+y"], atol=0.01)
    corner = Scene(cube()).buffers(math.radians(45), 0.0, np.zeros(3, np.float32))
    np.testing.assert_allclose(corner[32, 24, :3] / 255, SIDES["+z"], atol=0.01)
    np.testing.assert_allclose(corner[32, 40, :3] / 255, SIDES["+x"], atol=0.01)


def test_camera_frames_are_rotations():
    for azimuth, elevation in ((0.3, 0.2), (4.0, -0.9)):
        origin, rotation = camera_frame(azimuth, elevation)
        np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-12)
        assert np.linalg.det(rotation) == pytest.approx(1)
        np.testing.assert_allclose(rotation[:, 2] * np.linalg.norm(origin), origin, atol=1e-12)


def test_glass_is_composited_front_to_back():
    view = Scene(cube(opacity=0.5)).buffers(0.0, 0.0, np.zeros(3, np.float32))[32, 32] / 255
    assert view[6] == pytest.approx(0.75, abs=0.01)
    expected = (0.5 * np.array(SIDES["+z"]) + 0.25 * np.array(SIDES["-z"])) / 0.75
    np.testing.assert_allclose(view[:3], expected, atol=0.01)


def test_a_window_is_a_crop_of_the_whole():
    scene, paint = Scene(cube()), np.zeros(3, np.float32)
    whole = scene.buffers(0.4, 0.3, paint, 64)
    window = scene.buffers(0.4, 0.3, paint, 32, 2.0, (0.5, 0.5))
    np.testing.assert_array_equal(window, whole[:32, 32:])


def test_main_colour_is_the_commonest():
    mesh = cube()
    red = Wavefront(**{**mesh.__dict__, "face_materials": np.minimum(mesh.face_materials, 1) * 0 + 0})
    colour, share = Scene(red).main_colour()
    np.testing.assert_allclose(colour, SIDES["+z"], atol=1e-6)
    assert share == pytest.approx(1)


def test_training_cameras_never_meet_the_held_out_ones():
    cameras = cameras_of(3, 40, 0)
    train, truth = cameras[:-TRUTH_VIEWS], cameras[-TRUTH_VIEWS:]
    gap = np.abs(train[:, None] - truth[None]).max(-1)
    assert gap.min() > 1e-4
    np.testing.assert_allclose(truth[:, 0], np.arange(8) * math.pi / 4, atol=1e-6)


def buffers(albedo=(0.5, 0.5, 0.5), normal=(0, 0, 1), alpha=1.0, paint=1.0) -> torch.Tensor:
    values = [*albedo, *((np.array(normal) * 127 + 128) / 255), alpha, paint]
    return torch.tensor(np.array(values) * 255 + 0.5, dtype=torch.uint8).expand(1, 4, 4, 8)


def test_shading_and_background_follow_the_rule():
    light = torch.tensor([[0.0, 0.6, 0.8]])
    image, alpha = ViewData.compose(buffers(alpha=0.5), torch.tensor([[0.0, 0.0, 1.0]]), light, torch.tensor([0.25]))
    shade = 0.25 + 0.75 * 0.8
    expected = torch.tensor([0.5 * shade * 0.5, 0.5 * shade * 0.5, 0.5 * shade * 0.5 + 0.5])
    # Bytes hold albedo, normal and alpha: half a step of 1/255 each.
    torch.testing.assert_close(image[0, 0, 0], expected, atol=6e-3, rtol=0)
    assert float(alpha[0, 0, 0]) == pytest.approx(0.5, abs=3e-3)


def test_tint_moves_paint_only_and_nan_keeps_the_colour():
    red = torch.tensor([[0.75, 0.1, 0.1]])
    plain = torch.tensor([1.0])
    light, white = torch.tensor([[0.0, 0.0, 1.0]]), torch.ones(1, 3)
    painted, _ = ViewData.compose(buffers(), white, light, plain, red)
    torch.testing.assert_close(painted[0, 0, 0], red[0], atol=6e-3, rtol=0)
    bare, _ = ViewData.compose(buffers(paint=0.0), white, light, plain, red)
    torch.testing.assert_close(bare[0, 0, 0], torch.full((3,), 0.5), atol=6e-3, rtol=0)
    kept, _ = ViewData.compose(buffers(), white, light, plain, torch.full((1, 3), torch.nan))
    torch.testing.assert_close(kept[0, 0, 0], torch.full((3,), 0.5), atol=6e-3, rtol=0)


@pytest.mark.parametrize(
    ("rgb", "word"),
    [((0.8, 0.1, 0.1), "red"),
     ((0.05, 0.05, 0.05), "black"), ((0.95, 0.95, 0.93), "white"), ((0.4, 0.25, 0.1), "brown"),
     ((0.1, 0.5, 0.1), "green"), ((0.1, 0.2, 0.8), "blue"), ((0.95, 0.6, 0.1), "orange"), ((0.5, 0.5, 0.52), "gray")],
)  # fmt: skip
def test_colour_words(rgb, word):
    assert colour_word(torch.tensor(rgb)) == word


def die(job):
    os._exit(1)


def test_a_worker_that_dies_is_an_error_and_no_endless_wait(folder, tmp_path, monkeypatch):
    shutil.copy(folder / "assets.json", tmp_path)
    monkeypatch.setattr(views, "_render_object", die)
    with pytest.raises(BrokenProcessPool):
        render_views(tmp_path, 2, workers=1)

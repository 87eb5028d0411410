"""transforms.json: the layouts that people have, and what a hostile or broken one may not do."""

import json
import math

import numpy as np
import pytest
import torch
from PIL import Image

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.train import posed_images, transforms_json
from bozzetto.jobs.train.posed_images import Placement
from bozzetto.jobs.train.transforms_json import find_transforms, load_images
from bozzetto.nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from tests.jobs.posed_box import OFFSET, SCALE, write_box

MATRIX = [[1, 0, 0, 0], [0, 0, -1, -3], [0, 1, 0, 0], [0, 0, 0, 1]]


@pytest.fixture
def folder(tmp_path):
    """Eight views round an object; `change` rewrites the file."""
    for k in range(8):
        Image.new("RGBA", (12, 10), (10 * k, 0, 0, 255)).save(tmp_path / f"{k}.png")
    frames = []
    for k in range(8):
        c2w = orbit_c2w(torch.tensor([k * 0.7]), torch.tensor([0.2 * (k % 3)]), 3.0)[0].tolist()
        frames.append({"file_path": f"{k}.png", "transform_matrix": c2w})
    data = {"camera_angle_x": 0.7, "frames": frames}

    def change(edit=None, frame=None):
        edited = json.loads(json.dumps(data))
        edited["frames"][3].update(frame or {})
        edited.update(edit or {})
        (tmp_path / "transforms.json").write_text(json.dumps(edited))
        return tmp_path

    return change


def test_the_placement_found_brings_the_box_back_to_where_it_was_rendered(tmp_path):
    train, held_out, placement = load_images(write_box(tmp_path, views=12, size=16), None)
    assert len(train) == 12 and len(held_out) == 4 and train.has_alpha
    assert np.allclose(placement.center, OFFSET, atol=1e-4)
    assert placement.radius == pytest.approx(SCALE, rel=1e-4)
    # The camera of the first image, in our frame, and its rays are those of the renderer that made it.
    elevation = torch.tensor([math.radians(-20 + 70 * 0.5 / 12)])
    c2w = orbit_c2w(torch.zeros(1), elevation, PRIOR_DISTANCE)
    assert torch.allclose(train.c2w[0], c2w[0], atol=1e-4)
    expected = camera_rays(Cameras(c2w, torch.tensor([PRIOR_FOVY]), 16, 16))
    row, column = torch.meshgrid(torch.arange(16), torch.arange(16), indexing="ij")
    rays = train.rays(torch.zeros(256, dtype=torch.int64), row.reshape(-1), column.reshape(-1))
    assert torch.allclose(rays.directions, expected.directions, atol=1e-4)
    assert torch.allclose(rays.origins, expected.origins, atol=1e-4)


def test_a_single_file_holds_every_eighth_frame_out(folder):
    train, held_out, _ = load_images(folder(), None, "y")
    assert held_out.names == ("0.png",) and len(train) == 7
    assert int(train.images[0, 0, 0, 0]) == 10 and not train.has_alpha


def test_intrinsics_of_instant_ngp_may_stand_in_the_file_or_in_a_frame(folder):
    lens = {"fl_x": 24.0, "fl_y": 20.0, "cx": 11.0, "cy": 12.0, "w": 24, "h": 20}
    train, _, _ = load_images(folder(lens, {"fl_x": 30.0}), None)
    # Given for twice the size that the images have.
    assert train.focal[0].tolist() == [12.0, 10.0] and train.center[0].tolist() == [5.5, 6.0]
    assert train.focal[2].tolist() == [15.0, 10.0]
    default, _, _ = load_images(folder(), None)
    assert default.focal[0].tolist() == pytest.approx([6 / math.tan(0.35)] * 2)
    assert default.center[0].tolist() == [6.0, 5.0]


def test_a_matrix_of_three_rows_is_read_and_a_placement_that_is_given_is_used(folder):
    train, _, placement = load_images(folder(), Placement((1.0, 0.0, 0.0), 2.0, "y"))
    assert placement.radius == 2.0
    three = load_images(folder(frame={"transform_matrix": MATRIX[:3]}), Placement((0.0, 0.0, 0.0), 1.0, "z"))[0]
    assert torch.allclose(three.c2w[2][:3, 3], torch.tensor([0.0, 0.0, 3.0]))  # in front of a Blender object
    assert torch.allclose(three.c2w[2][:3, 2], torch.tensor([0.0, 0.0, 1.0]))


def test_colours_are_composited_over_the_background(tmp_path, folder):
    path = folder()
    Image.new("RGBA", (12, 10), (255, 0, 0, 51)).save(path / "1.png")
    train, _, _ = load_images(path, None)
    zero = torch.zeros(1, dtype=torch.int64)
    assert torch.allclose(train.colours(zero, zero, zero, 1.0), torch.tensor([[1.0, 0.8, 0.8]]))
    assert torch.allclose(train.colours(zero, zero, zero, torch.zeros(1, 3)), torch.tensor([[0.2, 0.0, 0.0]]))


@pytest.mark.parametrize(
    ("edit", "frame", "message"),
    [
        ({}, {"file_path": "../secret.png"}, "is outside of"),
        ({}, {"file_path": "/etc/passwd"}, "is outside of"),
        ({}, {"file_path": "a\0b.png"}, "expected a file_path"),
        ({}, {"file_path": "\ud800.png"}, "is no name of a file"),
        ({}, {"file_path": "9" * 5000}, "is no name of a file"),
        ({}, {"file_path": 7}, "expected a file_path, got 7"),
        ({}, {"file_path": "missing"}, "there is no image"),
        ({}, {"file_path": "link.png"}, "outside of"),
        ({}, {"file_path": "loop.png"}, "is no name of a file"),
        ({}, {"file_path": "text.png"}, "cannot be read as an image"),
        ({}, {"file_path": "small.png"}, "expected 12 x 10 pixels"),
        ({}, {"transform_matrix": [[math.nan] * 4] * 4}, "expected finite numbers"),
        ({}, {"transform_matrix": [[math.inf] * 4] * 4}, "expected finite numbers"),
        ({}, {"transform_matrix": [[0] * 4] * 4}, "expected a rotation"),
        ({}, {"transform_matrix": [[2, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 1]]}, "expected a rotation"),
        ({}, {"transform_matrix": [[-1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]}, "expected a rotation"),
        ({}, {"transform_matrix": "x"}, "expected 4 x 4 numbers"),
        ({}, {"transform_matrix": [[1, 2], [3]]}, "expected 4 x 4 numbers"),
        ({"frames": []}, {}, "a list `frames` that is not empty"),
        ({"frames": [1, 2, 3, 4]}, {}, "expected an object, got int"),
        ({"camera_angle_x": None}, {}, "expected camera_angle_x"),
        ({"camera_angle_x": 4.0}, {}, "expected camera_angle_x in"),
        ({"fl_x": math.nan}, {}, "fl_x: expected a finite number"),
        ({"fl_x": 1e9}, {}, "fl_x: expected"),
        ({"w": 0}, {}, "w, h: expected at least 1 pixel"),
        ({"k1": -30.0}, {}, "undistort the images first"),
    ],
)
def test_what_a_file_may_not_say_is_refused_with_its_place(folder, edit, frame, message):
    path = folder(edit, frame)
    (path.parent / "secret.png").write_bytes((path / "1.png").read_bytes())
    (path / "link.png").symlink_to(path.parent / "secret.png")
    (path / "loop.png").symlink_to("loop.png")
    (path / "text.png").write_text("no image")
    Image.new("RGB", (4, 4)).save(path / "small.png")
    with pytest.raises(ImagesError, match=message):
        load_images(path, None)


def test_a_file_that_is_no_json_or_no_object_or_too_large_is_refused(folder, tmp_path, monkeypatch):
    path = folder() / "transforms.json"
    for text in ("{", "[1]", "\x00", "[" * 100_000):
        path.write_text(text)
        with pytest.raises(ImagesError):
            load_images(tmp_path, None)
    folder()
    monkeypatch.setattr(transforms_json, "MAX_JSON", 10)
    with pytest.raises(ImagesError, match="at most 0 MiB"):
        load_images(tmp_path, None)


def test_images_that_are_too_large_or_too_many_are_refused_before_they_are_decoded(folder, monkeypatch):
    monkeypatch.setattr(posed_images, "MAX_SIDE", 11)
    with pytest.raises(ImagesError, match="sides of 1 to 11 pixels, got 12 x 10"):
        load_images(folder(), None)
    monkeypatch.setattr(posed_images, "MAX_SIDE", 100)
    monkeypatch.setattr(posed_images, "MAX_PIXELS", 200)
    with pytest.raises(ImagesError, match="scale them down"):
        load_images(folder(), None)
    monkeypatch.setattr(transforms_json, "MAX_FRAMES", 7)
    with pytest.raises(ImagesError, match="at most 7 frames, got 8"):
        load_images(folder(), None)


def test_cameras_that_do_not_look_at_one_thing_need_a_placement(folder):
    path = folder()
    data = json.loads((path / "transforms.json").read_text())
    for frame in data["frames"]:
        frame["transform_matrix"] = MATRIX
    (path / "transforms.json").write_text(json.dumps(data))
    with pytest.raises(ImagesError, match="all look the same way"):
        load_images(path, None)


def test_files_are_found_by_folder_or_by_name(tmp_path):
    path = write_box(tmp_path / "box", views=4, size=8)
    assert find_transforms(path.parent) == (path.resolve(), path.with_name("transforms_test.json"))
    path.with_name("transforms_test.json").rename(path.with_name("transforms_val.json"))
    assert find_transforms(path)[1] == path.with_name("transforms_val.json")
    for missing in (tmp_path, tmp_path / "no.json"):
        with pytest.raises(ImagesError):
            find_transforms(missing)

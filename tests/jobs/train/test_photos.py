"""Photos without poses: COLMAP finds them, in a process of its own; what it cannot do is said."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import map_coordinates

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.pipeline.fit import fit_config
from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.train import photos
from bozzetto.jobs.train.transforms_json import is_unposed, load_images
from tests.jobs.posed_box import write_colmap_box

# A pycolmap that takes a model which is there already for what it found; the process that runs COLMAP imports it.
PRETENDED = """
import os, pathlib, shutil
class CameraMode: SINGLE, AUTO = "single", "auto"
def ImageReaderOptions(camera_model): return camera_model
def extract_features(database, images, image_names, camera_mode, reader_options):
    pathlib.Path(database).write_text(f"{camera_mode} {len(image_names)}")
def match_exhaustive(database): pass
def match_sequential(database): raise AssertionError
class Model:
    def __init__(self, n): self.n = n
    def num_reg_images(self): return self.n
def incremental_mapping(database, images, models):
    DO
    shutil.copytree(os.environ["MODEL"], models / "1")
    return {0: Model(3), 1: Model(POSED)}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Photos of the box, and a pycolmap that finds their poses, or does what it is told."""
    write_colmap_box(tmp_path / "data", views=12, size=16)
    shutil.move(tmp_path / "data" / "sparse", tmp_path / "sparse")
    (tmp_path / "modules").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "modules"))
    monkeypatch.setenv("MODEL", str(tmp_path / "sparse" / "0"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)

    def pretend(posed: int = 12, do: str = "pass"):
        text = PRETENDED.replace("POSED", str(posed)).replace("DO", do)
        (tmp_path / "modules" / "pycolmap.py").write_text(text)
        return tmp_path / "data"

    return pretend


def test_poses_are_found_once_and_kept_beside_the_photos(folder):
    data, messages = folder(), []
    assert is_unposed(data)
    config = fit_config(data, progress=lambda progress: messages.append(progress.message))
    assert [m for m in messages if m.startswith("COLMAP")] == ["COLMAP: features", "COLMAP: matches", "COLMAP: poses"]
    assert "12 of 12 photos have a pose" in messages[-1]
    assert config.fit.images == str(data / "sparse" / "0" / "images.bin") and not is_unposed(data)
    assert not list(data.glob(".colmap*"))
    assert fit_config(data, progress=lambda progress: pytest.fail("again")).fit == config.fit


def test_a_command_that_is_ended_leaves_neither_files_nor_colmap(folder, tmp_path):
    mark = tmp_path / "mark"
    do = f"import time; pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(120)"
    data = folder(do=do)
    fit = subprocess.Popen(module_command("bozzetto", "fit", str(data), "--out", str(tmp_path / "run")), cwd=tmp_path)
    try:
        until = time.monotonic() + 60
        while not (mark.is_file() and mark.read_text()):
            assert fit.poll() is None and time.monotonic() < until
            time.sleep(0.05)
        assert list(data.glob(".colmap*"))
        fit.terminate()
        assert fit.wait(20) == 128 + signal.SIGTERM
    finally:
        fit.kill()
        fit.wait()
    assert not list(data.glob(".colmap*"))
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_photos_need_no_folder_of_their_own(folder, tmp_path):
    data = folder()
    flat = tmp_path / "flat"
    shutil.move(data / "images", flat)
    assert fit_config(flat).fit.images == str(flat / "sparse" / "0" / "images.bin")
    assert len(load_images(flat, None)[0]) == 10


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"posed": 5}, "poses of 5 of the 12 photos"),
        ({"do": "return {}"}, "COLMAP finds no camera poses"),
        ({"do": "os._exit(3)"}, r"COLMAP failed on .* \(exit code 3\)"),
        ({"do": "raise MemoryError('too many')"}, "COLMAP failed on .*too many"),
    ],
)
def test_what_colmap_cannot_do_is_said_and_leaves_nothing(folder, options, message):
    data = folder(**options)
    with pytest.raises(ImagesError, match=message):
        fit_config(data)
    assert sorted(path.name for path in data.iterdir()) == ["images"]


def test_without_pycolmap_its_extra_is_named(folder, monkeypatch):
    data = folder()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ImagesError, match=r"12 photos without camera poses.*pip install 'bozzetto\[photos\]'"):
        fit_config(data)


def test_pictures_of_other_formats_are_named(tmp_path):
    for name in ("a.HEIC", "b.heic", "c.mov", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ImagesError, match=r"nor photos; 2 .heic, 1 .mov in .* cannot be read"):
        load_images(tmp_path, None)


def test_few_photos_and_broken_ones_are_refused_before(folder):
    data = folder(do="raise AssertionError")
    (data / "images" / "003.png").write_bytes(b"%!PS-Adobe")
    with pytest.raises(ImagesError, match=r"003.png cannot be read as an image"):
        fit_config(data)
    for path in sorted((data / "images").iterdir())[7:]:
        path.unlink()
    with pytest.raises(ImagesError, match="expected 8 to 2000 photos, got 7"):
        fit_config(data)


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="16 s; opt-in: set BOZZETTO_SLOW=1")
@pytest.mark.skipif(importlib.util.find_spec("pycolmap") is None, reason="needs pycolmap (extra photos)")
def test_colmap_itself_finds_where_a_painted_room_was_seen_from(tmp_path):
    """Views of three walls with noise on them; the cameras stand on an arc, whose shape is found again."""
    truth, side, focal = [], 240, 240.0
    generator = np.random.default_rng(0)
    walls = [np.kron(generator.integers(0, 256, (96, 96)), np.ones((4, 4))) for _ in range(3)]
    for k in range(16):
        angle = -0.6 + 1.2 * k / 15
        eye = np.array([0.9 + 0.5 * np.sin(angle), 1.0 + 0.1 * np.cos(3 * angle), 0.9 + 0.5 * np.cos(angle)])
        forward = np.array([-1.0, -1.0, -1.0]) * 0.2 - eye
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, [0, 1, 0])
        right /= np.linalg.norm(right)
        down = np.cross(forward, right)
        row, column = np.mgrid[:side, :side] + 0.5 - side / 2
        rays = column[..., None] * right + row[..., None] * down + focal * forward
        # The walls are the planes x, y, z = -1.
        reach = np.where(rays < 0, (-1 - eye) / np.minimum(rays, -1e-9), np.inf)
        wall, nearest = reach.argmin(-1), reach.min(-1)
        point = eye + nearest[..., None] * rays
        pixels = np.zeros((side, side))
        for number in range(3):
            u, v = ((point[..., axis] + 1) * 80 for axis in range(3) if axis != number)
            shown = map_coordinates(walls[number], [u, v], order=1, mode="mirror")
            pixels = np.where(wall == number, shown, pixels)
        Image.fromarray(pixels.astype(np.uint8)).convert("RGB").save(tmp_path / f"{k:02}.png")
        truth.append(eye)
    photos.solve_poses(tmp_path)
    train, held_out, placement = load_images(tmp_path, None)
    assert len(train) + len(held_out) == 16 and sys.modules.get("pycolmap") is None
    names = {name: images.c2w[i, :3, 3].numpy() for images in (train, held_out) for i, name in enumerate(images.names)}
    found = np.array([names[name] for name in sorted(names)])

    def distances(points):
        gaps = np.linalg.norm(points[:, None] - points[None], axis=-1)
        return gaps / gaps.max()

    assert np.abs(distances(found) - distances(np.array(truth))).max() < 0.02

"""Predictions of time, differences of settings, thumbnails."""

import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from bozzetto.jobs.config.run_config import config_to_dict, make_config
from bozzetto.viewer import pictures
from bozzetto.viewer.difference import differences, flatten
from bozzetto.viewer.forecast import predict_seconds, seconds_left
from bozzetto.viewer.page_look import mesh_files, obj_archive
from bozzetto.viewer.pictures import thumbnail
from bozzetto.viewer.store import StoreError


def test_prediction_is_the_median_and_grows_with_the_steps():
    assert predict_seconds([], 100, 1.0) is None
    assert predict_seconds([(100, 1.0, 10.0), (100, 1.0, 12.0), (100, 1.0, 500.0)], 100, 1.0) == 12.0
    one = [(100, 1.0, 10.0)]
    assert predict_seconds(one, 50, 1.0) < 10.0 < predict_seconds(one, 200, 1.0) < 20.0
    # A scene of twice the detail takes half as long again, whichever way round it is predicted.
    assert predict_seconds(one, 100, 2.0) == pytest.approx(15.0)
    assert predict_seconds([(100, 2.0, 15.0)], 100, 1.0) == pytest.approx(10.0)


def test_time_left_goes_by_the_last_steps():
    assert seconds_left([], 100) is None and seconds_left([(5, 1.0)], 100) is None
    steady = [(5 * n, 2.0 * n) for n in range(1, 11)]
    assert seconds_left(steady, 100) == pytest.approx(20.0)
    # A slow start (compiling) is forgotten after the window.
    assert seconds_left([(1, 1000.0), *((n, 1000.0 + n) for n in range(2, 40))], 139) == pytest.approx(100.0)
    assert seconds_left(steady, 10) == 0.0


def test_differences_are_exactly_the_changed_settings():
    one = make_config("a red box", "draft", seed=1)
    other = replace(one, seed=2, camera=replace(one.camera, views=8))
    assert differences([config_to_dict(one), config_to_dict(one)]) == {}
    found = differences([config_to_dict(one), config_to_dict(other)])
    assert found == {"seed": ["1", "2"], "camera.views": ["4", "8"]}
    assert differences([{"a": 1, "g": {"b": True}}, {"a": 1.0, "g": {}}]) == {
        "a": ["1", "1.0"],
        "g.b": ["True", "\u2013"],
    }
    assert flatten({"g": {"h": {"x": 1}}}) == {"g.h.x": 1}


def test_a_thumbnail_is_the_front_and_follows_its_source(home, store, make_run, monkeypatch):
    run = make_run("r", status="interrupted")
    store.refresh()
    first = thumbnail(store, "r")
    image = np.asarray(Image.open(io.BytesIO(first)).convert("RGB")).astype(int)
    # The red square of the preview's first quarter, centred; the white rest of it.
    assert abs(image[112, 112] - (200, 30, 30)).max() < 12 and image[3, 3].min() > 245
    monkeypatch.setattr(pictures, "_small", lambda *a: pytest.fail("it was drawn again"))
    assert thumbnail(store, "r") == first
    monkeypatch.undo()
    Image.new("RGB", (32, 32), "blue").save(run.path / "view_front.png")
    assert thumbnail(store, "r") != first
    with pytest.raises(StoreError):
        thumbnail(store, "../r")


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_picture_that_is_none_has_no_thumbnail(store, make_run, data):
    run = make_run("r")
    (run.path / "view_front.png").write_bytes(data)
    store.refresh()
    assert thumbnail(store, "r") is None


def test_meshes_and_archive(make_run):
    run = make_run("r")
    folder = run.path / "export"
    folder.mkdir()
    for name in ("mesh_lod1.glb", "mesh_lodx.glb"):
        (folder / name).write_bytes(b"x")
    (folder / "mesh_report.json").write_text(json.dumps({"files": {"mesh_lod1.glb": {}, "mesh_lodx.glb": {}}}))
    assert [(k, p.name) for k, p in mesh_files(run.path).items()] == [
        ("full", "mesh.glb"),
        ("LOD 1", "mesh_lod1.glb"),
    ]
    import zipfile

    with zipfile.ZipFile(io.BytesIO(obj_archive(run.path))) as archive:
        assert set(archive.namelist()) == {"mesh.obj", "mesh.mtl", "mesh.png"} and archive.testzip() is None

"""Thumbnails, and the meshes of a run."""

import io
import json

import numpy as np
import pytest
from PIL import Image

from bozzetto.viewer import pictures
from bozzetto.viewer.meshes import mesh_files
from bozzetto.viewer.pictures import thumbnail
from bozzetto.viewer.store import StoreError


def test_a_thumbnail_is_the_front_and_follows_its_source(home, store, make_run, monkeypatch):
    run = make_run("r", status="interrupted")
    store.refresh()
    first = thumbnail(store, "r")
    image = np.asarray(Image.open(io.BytesIO(first)).convert("RGBA")).astype(int)
    # The red square of the preview's first quarter, centred; the white around it is clear.
    assert abs(image[112, 112] - (200, 30, 30, 255)).max() < 12 and image[3, 3, 3] == 0
    monkeypatch.setattr(pictures, "_clear", lambda *a: pytest.fail("it was drawn again"))
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


def test_meshes_by_level(make_run):
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


def test_only_the_ground_becomes_clear():
    image = Image.new("RGB", (40, 40), "white")
    image.paste((200, 30, 30), (8, 8, 32, 32))
    image.paste("white", (14, 14, 26, 26))
    clear = np.asarray(pictures.without_ground(image))[..., 3]
    assert clear[2, 2] == 0 and clear[20, 20] == 255, "white inside of the object stays"
    dark = Image.new("RGB", (40, 40), (40, 40, 40))
    assert np.asarray(pictures.without_ground(dark))[..., 3].min() == 255, "a ground that is not white is left"


def test_the_edge_of_what_stands_on_white_is_no_halo():
    image = Image.new("RGB", (160, 160), "white")
    image.paste((200, 30, 30), (41, 41, 119, 119))
    soft = image.resize((40, 40), Image.Resampling.BOX)
    clear = np.asarray(pictures.without_ground(soft)).astype(int)
    edge = clear[20, 10]
    assert abs(edge[:3] - (200, 30, 30)).max() < 3 and 160 < edge[3] < 230, "three quarters of the object's own colour"
    assert tuple(clear[20, 20]) == (200, 30, 30, 255) and clear[20, 9, 3] == 0

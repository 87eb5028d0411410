"""Packed objects come back within their rounding and render alike; parts of a checkpoint are checked."""

import json
import zipfile

import numpy as np
import pytest

from bozzetto.foundry.assets import load_mesh, save_mesh
from bozzetto.foundry.packing import (
    WEIGHT_FILES,
    join,
    join_weights,
    pack_objects,
    split,
    split_weights,
    unpack_objects,
)
from bozzetto.foundry.views import Scene
from bozzetto.foundry.wavefront import Material, Wavefront

ASSET = {
    "id": "a", "noun": "box", "synonyms": [], "material": None, "tint": True, "creator": "c", "licence": "CC0-1.0",
    "library": "l", "faces": 2, "missing_textures": [],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """Two objects: a textured and smoothly shaded sheet with repeated texture, and a plain one without normals."""
    (tmp_path / "data" / "meshes").mkdir(parents=True)
    corners = np.array([[-0.8, -0.5, 0.1], [0.7, -0.6, 0.0], [0.75, 0.55, -0.1], [-0.7, 0.6, 0.03]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    y, x = np.mgrid[:64, :64]
    waves = 127 + 100 * np.sin(np.stack([x / 9, y / 7, (x + y) / 11], -1))
    texture = np.concatenate([waves, np.full((64, 64, 1), 255)], -1).astype(np.uint8)
    normals = corners * 0.3 + [0, 0, 1]
    normals = (normals / np.linalg.norm(normals, axis=1, keepdims=True)).astype(np.float32)
    uvs = np.array([[-0.5, 0], [2.5, 0.1], [2.4, 1.7], [-0.4, 1.6]], np.float32)
    none, one = np.full((2, 3), -1, np.int32), np.zeros(2, np.int32)
    sheet = Wavefront(corners, uvs, normals, faces, faces, faces, one, [Material("0", (1, 1, 1), 1.0, texture)])
    empty = np.zeros((0, 2), np.float32)
    plain = Wavefront(
        corners, empty, np.zeros((0, 3), np.float32), faces, none, none, one, [Material("0", (0.2, 0.4, 0.6), 0.5)]
    )
    for k, mesh in enumerate((sheet, plain)):
        save_mesh(tmp_path / "data" / "meshes" / f"{k:03d}.npz", mesh)
    (tmp_path / "data" / "assets.json").write_text(json.dumps([ASSET, ASSET]))
    (tmp_path / "data" / "lexicon.json").write_text("{}")
    return tmp_path / "data"


def test_unpacked_objects_are_those_that_were_packed(folder, tmp_path):
    path = pack_objects(folder, tmp_path / "objects.zip")
    assert unpack_objects(path, tmp_path / "other") == 2
    for name in ("assets.json", "lexicon.json"):
        assert (tmp_path / "other" / name).read_bytes() == (folder / name).read_bytes()
    for k in range(2):
        ours, theirs = (load_mesh(at / "meshes" / f"{k:03d}.npz") for at in (tmp_path / "other", folder))
        for key in ("faces", "face_uvs", "face_normals", "face_materials"):
            np.testing.assert_array_equal(getattr(ours, key), getattr(theirs, key))
        np.testing.assert_allclose(ours.vertices, theirs.vertices, atol=0.51 / 32767)
        np.testing.assert_allclose(ours.normals, theirs.normals, atol=0.51 / 127)
        np.testing.assert_allclose(ours.uvs, theirs.uvs, atol=0.51 / 4096)
        views = [Scene(mesh).buffers(0.3, 0.2, np.zeros(3, np.float32)).astype(float) for mesh in (ours, theirs)]
        assert views[1][..., 6].max() > 100
        covered = (views[0][..., 6] > 20) & (views[1][..., 6] > 20)
        apart = np.abs(views[0] - views[1])[..., :7]
        assert apart[covered].mean() < 3 and apart[..., 6].mean() < 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "objects.zip", "other"]


def test_what_is_no_pack_or_a_damaged_one_is_refused(folder, tmp_path):
    path = pack_objects(folder, tmp_path / "objects.zip")
    blob = path.read_bytes()
    (tmp_path / "short.zip").write_bytes(blob[: len(blob) // 2])
    (tmp_path / "text.zip").write_text("not a zip")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme", "hello")
    for name in ("short.zip", "text.zip", "other.zip", "absent.zip"):
        with pytest.raises(ValueError, match="foundry pack"):
            unpack_objects(tmp_path / name, tmp_path / "out")
        assert not (tmp_path / "out" / "assets.json").exists()


def test_a_split_file_is_joined_and_a_missing_or_damaged_part_is_named(tmp_path):
    original = np.random.default_rng(0).bytes(2500)
    (tmp_path / "checkpoint").write_bytes(original)
    files = split(tmp_path / "checkpoint", tmp_path / "parts", size=1000)
    assert [f.stat().st_size for f in files[:3]] == [1000, 1000, 500] and len(files) == 4
    assert join(tmp_path / "parts", tmp_path / "new" / "checkpoint").read_bytes() == original
    (tmp_path / "parts" / "001.part").write_bytes(b"x" * 1000)
    with pytest.raises(ValueError, match=r"001\.part is missing or damaged"):
        join(tmp_path / "parts", tmp_path / "again")
    (tmp_path / "parts" / "001.part").unlink()
    with pytest.raises(ValueError, match=r"001\.part is missing or damaged"):
        join(tmp_path / "parts", tmp_path / "again")
    assert not (tmp_path / "again").exists()
    with pytest.raises(ValueError, match="foundry split"):
        join(tmp_path / "new", tmp_path / "again")


def test_weights_travel_in_parts_with_what_describes_them(tmp_path):
    texts = {name: name * 3 for name in WEIGHT_FILES} | {"nouns.safetensors": "a pack"}
    texts["embedded.json"] = '{"packs": ["nouns.safetensors"]}'
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    files = split_weights(tmp_path, tmp_path / "parts")
    assert {file.name for file in files} == {"000.part", "parts.json", *texts} - {"embedded.safetensors"}
    join_weights(tmp_path / "parts", tmp_path / "new")
    for name, text in texts.items():
        assert (tmp_path / "new" / name).read_text() == text
    (tmp_path / "parts" / "lexicon.json").unlink()
    with pytest.raises(ValueError, match=r"lexicon.json is missing"):
        join_weights(tmp_path / "parts", tmp_path / "again")
    assert not (tmp_path / "again" / "embedded.json").exists()
    with pytest.raises(FileNotFoundError, match="foundry ship"):
        split_weights(tmp_path / "again", tmp_path / "more")

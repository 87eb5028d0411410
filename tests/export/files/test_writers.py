"""GLB, OBJ and animations: round trips, whole or not at all, and the Khronos validator."""

from __future__ import annotations

import errno
import io
import json
import math
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

import bozzetto.atomic as atomic
import bozzetto.export.package.turntable as turntable
from bozzetto.export.files.glb import (
    ELEMENT_ARRAY_BUFFER,
    BrokenFileError,
    glb_bytes,
    glb_json,
    read_glb,
    verify_glb,
    write_glb,
)
from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.files.obj import write_obj
from bozzetto.export.mesh.mesh import Mesh, face_normals, transparent_faces, vertex_normals
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import FieldFunctions, field_to_model
from bozzetto.export.package.turntable import turntable_frames, write_mp4, write_webp
from bozzetto.export.texture.uv import unwrap_box

HERE = Path(__file__).parents[1]
INSTALL = "npm ci --prefix tests/export"


@pytest.fixture(scope="module")
def textured(fields) -> Mesh:
    mesh = unwrap_box(fields.colored_cube(), 64).mesh
    rng = np.random.default_rng(0)
    return replace(mesh, texture=rng.integers(0, 256, (64, 64, 3)).astype(np.uint8))


@pytest.fixture(scope="module")
def exported(fields) -> Mesh:
    settings = ExportSettings(48, 32, isolevel=20.0, max_faces=2000, texture_size=128)
    return field_to_model(FieldFunctions(fields.density(fields.torus()), fields.rainbow), settings).mesh


@pytest.fixture(scope="module", params=["exported", "texture", "glass", "jar", "colors", "plain"])
def any_mesh(request, exported, textured, fields) -> Mesh:
    cube = fields.colored_cube()
    if request.param == "exported":
        return exported
    rng = np.random.default_rng(1)
    stopped = rng.integers(0, 256, (64, 64, 1)).astype(np.uint8)
    glass = replace(textured, texture=np.concatenate([textured.texture, stopped], axis=2))
    jar = half_glass(textured)
    return {"texture": textured, "glass": glass, "jar": jar, "colors": cube, "plain": replace(cube, colors=None)}[
        request.param
    ]


def half_glass(mesh: Mesh) -> Mesh:
    """Light goes through the sides that face +X, +Y and +Z, and through no other."""
    out = np.arange(len(mesh.faces))[(face_normals(mesh.vertices, mesh.faces) > 0).any(axis=1)]
    stopped = np.full(mesh.texture.shape[:2], 255, np.uint8)
    for face in out:
        # All texels of the face, and a rim about them.
        low, high = (mesh.uv[mesh.faces[face]].min(0) * 64 - 1, mesh.uv[mesh.faces[face]].max(0) * 64 + 1)
        stopped[int(64 - high[1]) : int(64 - low[1]) + 1, int(low[0]) : int(high[0]) + 1] = 100
    return replace(mesh, texture=np.concatenate([mesh.texture, stopped[..., None]], axis=2))


def validate(*paths: Path) -> list[dict]:
    """Reports of the Khronos validator; its absence is a failure, for a check that is skipped checks nothing."""
    if shutil.which("node") is None:
        pytest.fail(f"node is not installed; install Node.js 18 or later, then run: {INSTALL}")
    if not (HERE / "node_modules" / "gltf-validator").is_dir():
        pytest.fail(f"the glTF validator is not installed; run: {INSTALL}")
    done = subprocess.run(
        ["node", str(HERE / "validate_glb.mjs"), *map(str, paths)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)
    return [reports[str(path)] for path in paths]


def test_khronos_validator_finds_nothing(any_mesh, tmp_path):
    path = write_glb(any_mesh, tmp_path / "mesh.glb", {"prompt": "ein Würfel", "seed": 3, "nested": {"a": [1, 2]}})
    (report,) = validate(path)
    assert report["numErrors"] == report["numWarnings"] == report["numInfos"] == report["numHints"] == 0, report


def test_khronos_validator_finds_what_is_broken(textured, tmp_path):
    """Canary: wrong bounds, an index out of range, a normal that is not unit, a cut file."""
    data = glb_bytes(textured)
    broken = {
        "bounds": data.replace(b'"max":[0.5', b'"max":[0.7', 1),
        "cut": data[:-100],
    }
    first_index = data.index(b"BIN\x00") + 4
    view = glb_json(data)["bufferViews"][glb_json(data)["accessors"][0]["bufferView"]]
    assert view["target"] == ELEMENT_ARRAY_BUFFER
    at = first_index + view.get("byteOffset", 0)
    broken["index"] = data[:at] + b"\xff\xff\xff\x7f" + data[at + 4 :]
    normal = textured.normals[0].astype("<f4").tobytes()
    broken["normals"] = data.replace(normal, np.float32([9, 9, 9]).tobytes(), 1)
    paths = []
    for name, content in broken.items():
        assert content != data
        paths.append(tmp_path / f"{name}.glb")
        paths[-1].write_bytes(content)
    for path, report in zip(paths, validate(*paths), strict=True):
        assert report["numErrors"] > 0, path.name


def test_glb_round_trip(any_mesh, tmp_path):
    metadata = {"prompt": "../../etc/passwd", "guidance": 7.5, "none": None}
    path = write_glb(any_mesh, tmp_path / "mesh.glb", metadata)
    assert [p.name for p in tmp_path.iterdir()] == ["mesh.glb"]
    check = verify_glb(path, any_mesh)
    assert (check.n_vertices, check.n_faces) == (len(any_mesh.vertices), len(any_mesh.faces))
    assert check.extras == metadata and check.has_normals and check.n_bytes == path.stat().st_size
    bodies = list(trimesh.load_scene(path, process=False).geometry.values())
    body, clear = bodies[0], transparent_faces(any_mesh)
    assert len(bodies) == (2 if 0 < clear.sum() < len(clear) else 1)
    np.testing.assert_array_equal(body.vertices.astype(np.float32), any_mesh.vertices)
    np.testing.assert_array_equal(
        np.concatenate([one.faces for one in bodies]), any_mesh.faces[np.argsort(clear, kind="stable")]
    )
    normals = vertex_normals(any_mesh.vertices, any_mesh.faces)
    np.testing.assert_allclose(
        body.vertex_normals, any_mesh.normals if any_mesh.normals is not None else normals, atol=1e-6
    )
    tree = glb_json(path.read_bytes())
    assert tree["asset"]["version"] == "2.0" and tree["asset"]["generator"] == "bozzetto"
    if any_mesh.texture is not None:
        material = tree["materials"][-1]
        assert material["pbrMetallicRoughness"]["metallicFactor"] == 0
        assert material["pbrMetallicRoughness"]["roughnessFactor"] == pytest.approx(0.1 if any_mesh.has_alpha else 0.9)
        assert not material.get("doubleSided", False)
        np.testing.assert_allclose(body.visual.uv, any_mesh.uv, atol=1e-6)
        # glTF's v points down the image, ours up.
        raw = tree["accessors"][tree["meshes"][0]["primitives"][0]["attributes"]["TEXCOORD_0"]]
        view = tree["bufferViews"][raw["bufferView"]]
        data = path.read_bytes()
        start = data.index(b"BIN\x00") + 4 + view.get("byteOffset", 0)
        stored = np.frombuffer(data[start : start + 8 * raw["count"]], np.float32).reshape(-1, 2)
        np.testing.assert_allclose(stored, any_mesh.uv * [1, -1] + [0, 1], atol=1e-6)
        np.testing.assert_array_equal(np.asarray(body.visual.material.baseColorTexture), any_mesh.texture)
        assert material.get("alphaMode", "OPAQUE") == ("BLEND" if any_mesh.has_alpha else "OPAQUE")
        np.testing.assert_array_equal(read_glb(path).texture, any_mesh.texture)
        packed = read_glb(write_glb(any_mesh, path, image="webp"))
        np.testing.assert_array_equal(packed.texture, any_mesh.texture)
    elif any_mesh.colors is not None:
        # Linear light in the file, display values in the mesh.
        stored = np.asarray(body.visual.vertex_attributes["color"], float)[:, :3] / 65535
        np.testing.assert_allclose(linear_to_srgb(stored) * 255, any_mesh.colors, atol=0.01)


def test_obj_round_trip(any_mesh, tmp_path):
    paths = write_obj(any_mesh, tmp_path / "my mesh.obj", {"prompt": "a cube\nv 9 9 9"})
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in paths)
    clear = transparent_faces(any_mesh)
    if 0 < clear.sum() < len(clear):
        bodies = trimesh.load_scene(paths[0], process=False, maintain_order=True).geometry
        assert {name: len(body.faces) for name, body in bodies.items()} == {"surface": 6, "glass": 6}
        for name, which in (("surface", ~clear), ("glass", clear)):
            corners = any_mesh.vertices[any_mesh.faces[which]]
            np.testing.assert_allclose(bodies[name].triangles, corners, atol=1e-6)
        return
    body = trimesh.load_mesh(paths[0], process=False, maintain_order=True)
    assert len(body.faces) == len(any_mesh.faces)
    np.testing.assert_allclose(body.triangles, any_mesh.vertices[any_mesh.faces], atol=1e-6)
    if any_mesh.texture is not None:
        opacity = ["my_mesh_opacity.png"] if any_mesh.has_alpha else []
        assert [p.name for p in paths] == ["my mesh.obj", "my_mesh.mtl", "my_mesh.png", *opacity]
        assert ("map_d my_mesh_opacity.png" in paths[1].read_text()) == any_mesh.has_alpha
        if any_mesh.has_alpha:
            np.testing.assert_array_equal(np.asarray(Image.open(paths[-1])), any_mesh.texture[..., 3])
        np.testing.assert_allclose(body.visual.uv[body.faces], any_mesh.uv[any_mesh.faces], atol=1e-6)
        np.testing.assert_array_equal(np.asarray(body.visual.material.image.convert("RGB")), any_mesh.texture[..., :3])
    elif any_mesh.colors is not None:
        np.testing.assert_array_equal(body.visual.vertex_colors[body.faces][..., :3], any_mesh.colors[any_mesh.faces])


def test_verify_sees_a_wrong_file(textured, fields, tmp_path):
    path = write_glb(textured, tmp_path / "mesh.glb")
    with pytest.raises(BrokenFileError, match="texture_size"):
        verify_glb(path, replace(textured, texture=np.zeros((32, 32, 3), np.uint8)))
    with pytest.raises(BrokenFileError, match="bounds"):
        verify_glb(path, replace(textured, vertices=textured.vertices * np.float32(1.1)))
    with pytest.raises(BrokenFileError, match="n_faces"):
        verify_glb(path, replace(textured, faces=textured.faces[:-1]))
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(BrokenFileError, match="does not read back"):
        verify_glb(path)
    with pytest.raises(FileNotFoundError):
        verify_glb(tmp_path / "absent.glb")


def test_bad_input_is_refused(textured, tmp_path):
    empty = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
    with pytest.raises(ValueError, match="without faces"):
        write_glb(empty, tmp_path / "a.glb")
    with pytest.raises(ValueError, match="without faces"):
        write_obj(empty, tmp_path / "a.obj")
    with pytest.raises(ValueError, match="JSON compliant"):
        write_glb(textured, tmp_path / "a.glb", {"loss": math.nan})
    with pytest.raises(TypeError):
        write_glb(textured, tmp_path / "a.glb", {"object": object()})
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match=r"faces index 0\.\.9"):
        Mesh(np.zeros((3, 3), np.float32), np.array([[0, 1, 9]], np.int32))


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_full_disk_names_the_file_and_leaves_the_old_one(textured, tmp_path, monkeypatch, where):
    path = write_glb(textured, tmp_path / "mesh.glb", {"n": 1})
    before = path.read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic.os, where, full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_glb(textured, path, {"n": 2})
    assert caught.value.errno == errno.ENOSPC and caught.value.filename == str(path)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["mesh.glb"]


def test_absent_folder_is_named(textured, tmp_path):
    with pytest.raises(FileNotFoundError, match="mesh.glb"):
        write_glb(textured, tmp_path / "absent" / "mesh.glb")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        write_obj(textured, tmp_path / "file" / "mesh.obj")


def test_turntable_starts_at_the_front_and_turns_to_plus_x(fields):
    steps = []
    frames = turntable_frames(
        fields.colored_cube(), n_frames=4, size=33, elevation=0.0, light=None, progress=steps.append
    )
    assert steps == [0.25, 0.5, 0.75, 1.0]
    assert [tuple(frame[16, 16]) for frame in frames] == [(0, 0, 255), (255, 0, 0), (255, 255, 0), (0, 255, 255)]
    assert tuple(frames[0, 0, 0]) == (255, 255, 255)


def test_webp_round_trip(fields, tmp_path):
    frames = turntable_frames(fields.colored_cube(), n_frames=6, size=48)
    path = write_webp(frames, tmp_path / "turn.webp", fps=10, quality=90)
    with Image.open(io.BytesIO(path.read_bytes())) as movie:
        assert movie.n_frames == 6 and movie.info["loop"] == 0
        for i in range(6):
            movie.seek(i)
            movie.load()
            assert movie.info["duration"] == 100
            assert np.abs(np.asarray(movie.convert("RGB"), float) - frames[i]).mean() < 6


def test_mp4(fields, tmp_path):
    av = pytest.importorskip("av", reason="the extra `video` is not installed")
    frames = turntable_frames(fields.colored_cube(), n_frames=5, size=49)
    path = write_mp4(frames, tmp_path / "turn.mp4", fps=12)
    with av.open(str(path)) as movie:
        pictures = [frame.to_ndarray(format="rgb24") for frame in movie.decode(video=0)]
        assert movie.streams.video[0].average_rate == 12
    assert len(pictures) == 5 and pictures[0].shape == (48, 48, 3)
    assert np.abs(pictures[2].astype(float) - frames[2, :48, :48]).mean() < 12


def test_mp4_says_what_to_install(fields, tmp_path, monkeypatch):
    frames = turntable_frames(fields.colored_cube(), n_frames=2, size=16)
    monkeypatch.setattr(turntable.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ImportError, match="pip install"):
        write_mp4(frames, tmp_path / "other.mp4")
    assert not (tmp_path / "other.mp4").exists()
    # A turntable is a WebP at least.
    assert turntable.write_turntable(frames, tmp_path, "turn") == [tmp_path / "turn.webp"]
    assert [path.name for path in tmp_path.glob("turn.*")] == ["turn.webp"]

"""Anybody's mesh: read within bounds, cleaned, delivered whole or not at all, with a report."""

from __future__ import annotations

import errno
import json
import re
import struct
import zipfile
from pathlib import Path

import av
import numpy as np
import pytest
import trimesh
from PIL import Image

import bozzetto.atomic as atomic
import bozzetto.export.package.deliver as deliver_module
from bozzetto.export.files.glb import glb_bytes, glb_json, read_glb, write_glb
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.ply import write_ply
from bozzetto.export.files.read import ReadLimits, UnreadableMeshError, read_source
from bozzetto.export.mesh.mesh import Mesh, mesh_health
from bozzetto.export.package.deliver import DeliverySettings
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, export_mesh_file
from bozzetto.export.surface.density_grid import sample_density
from bozzetto.export.surface.marching_cubes import extract_surface
from bozzetto.export.texture.bake import bake_texture
from bozzetto.export.texture.uv import unwrap_box

HERE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def torus(fields) -> Mesh:
    density_fn = fields.density(fields.torus())
    mesh = extract_surface(sample_density(density_fn, 32), 50.0, density_fn=density_fn)
    return bake_texture(unwrap_box(mesh, 512).mesh, fields.rainbow, 512)


@pytest.fixture()
def glb(torus, tmp_path) -> Path:
    return write_glb(torus, tmp_path / "torus.glb", {"prompt": "torus"})


def make_glb(tree: dict, binary: bytes = b"") -> bytes:
    text = json.dumps({"asset": {"version": "2.0"}, **tree}).encode()
    text += b" " * (-len(text) % 4)
    length = 12 + 8 + len(text) + 8 + len(binary)
    head = struct.pack("<4sIII4s", b"glTF", 2, length, len(text), b"JSON")
    return head + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary


def triangle(count: int = 3, **more) -> dict:
    return {
        "buffers": [{"byteLength": 36}],
        "bufferViews": [{"buffer": 0, "byteLength": 36}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": count, "type": "VEC3"}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "nodes": [{"mesh": 0}],
        "scenes": [{"nodes": [0]}],
        "scene": 0,
    } | more


CORNERS = np.eye(3, dtype=np.float32).tobytes()


def test_colours_and_shape_are_read_from_every_format(torus, fields, tmp_path):
    points = torus.vertices[::7].astype(np.float64)
    for kind, write in (("glb", write_glb), ("obj", write_obj), ("ply", write_ply)):
        write(torus, tmp_path / f"torus.{kind}")
        source = read_source(tmp_path / f"torus.{kind}")
        assert mesh_health(source.mesh).watertight and mesh_health(source.mesh).genus == 1
        assert np.abs(source.color_fn(points) - fields.rainbow(points)).mean() < 0.02, kind
    assert source.n_materials == 1


def test_instances_and_mirrored_nodes_stay_wound_outward(torus, tmp_path):
    scene = trimesh.Scene()
    body = trimesh.Trimesh(torus.vertices, torus.faces, process=False)
    scene.add_geometry(body, geom_name="a")
    mirror = np.diag([-1.0, 1, 1, 1])
    mirror[0, 3] = 3
    scene.graph.update(frame_to="b", matrix=mirror, geometry="a")
    scene.export(tmp_path / "two.glb")
    health = mesh_health(read_source(tmp_path / "two.glb").mesh)
    assert health.n_parts == 2 and health.winding_outward
    assert health.volume == pytest.approx(2 * mesh_health(torus).volume, rel=1e-4)


def test_pivot_units_and_up_axis_are_what_was_asked_for_where_a_format_lets_one_choose(glb, tmp_path):
    kinds = ("glb", "obj", "stl", "3mf")
    settings = DeliverySettings(kinds, views=0, size=0.254, pivot="center", units="in", up="z")
    export_mesh_file(glb, tmp_path, "ring", RemeshSettings(400, 64), settings)
    metres = trimesh.load(tmp_path / "ring.glb", force="mesh").bounds
    assert np.abs(metres.sum(axis=0)).max() < 1e-6 and np.ptp(metres, axis=0).max() == pytest.approx(0.254)
    for kind in ("obj", "stl"):
        inches = trimesh.load(tmp_path / f"ring.{kind}", force="mesh", process=False).bounds
        low, high = metres / 0.0254
        assert inches == pytest.approx(np.array([[low[0], -high[2], low[1]], [high[0], -low[2], high[1]]]), abs=1e-4)
        # The file says so itself: it comes back where it was.
        again = read_source(tmp_path / f"ring.{kind}").mesh.vertices
        assert np.array([again.min(0), again.max(0)]) == pytest.approx(metres, abs=1e-4)
    assert 'unit="millimeter"' in zipfile.ZipFile(tmp_path / "ring.3mf").read("3D/3dmodel.model").decode()[:2000]
    for bad, said in (({"pivot": "top"}, "pivot"), ({"units": "yd"}, "units"), ({"up": "x"}, "up")):
        with pytest.raises(ValueError, match=said):
            DeliverySettings(("obj",), **bad)
    with pytest.raises(ValueError, match="fixed by these formats"):
        DeliverySettings(("glb", "3mf"), units="cm")


def test_the_whole_way(glb, tmp_path, monkeypatch):
    monkeypatch.setenv("NODE_PATH", str(HERE / "node_modules"))
    out, heard = tmp_path / "out", []
    out.mkdir()
    delivery = DeliverySettings(("glb", "obj", "ply", "stl", "3mf"), "unity", size=0.25, lods=2, views=4, turntable=6)
    remesh = RemeshSettings(800, 256, normal_map=True)
    made = export_mesh_file(glb, out, "ring", remesh, delivery, progress=lambda *event: heard.append(event))
    assert sorted(path.name for path in made.files) == sorted(path.name for path in out.iterdir())
    stems = {"ring", "ring_lod1", "ring_lod2", "ring_collision"}
    assert {path.stem for path in made.files if path.suffix == ".glb"} == stems
    report = json.loads((out / "ring_report.json").read_text())
    assert [level["faces"] for level in report["levels"]] == pytest.approx([800, 400, 200], abs=3)
    for level in report["levels"]:
        assert level["health"]["watertight"] and level["health"]["genus"] == 1
        assert level["uv"]["overlap"] < 1e-3 and 0.9 < level["uv"]["stretch"] < 2
    apart = [level["deviation_percent"]["mean"] for level in report["levels"]]
    assert 0 < apart[0] < apart[1] < apart[2] < 4
    assert report["views"]["psnr"] > 30 and report["views"]["iou"] > 0.98
    assert max(report["size_m"]) == pytest.approx(0.25) and report["bounds_m"][0][1] == pytest.approx(0, abs=1e-7)
    # The validator is there, and finds nothing in any of the four.
    assert len(report["validator"]) == 4
    assert all(r["errors"] == r["warnings"] == r["infos"] == 0 for r in report["validator"].values()), report[
        "validator"
    ]
    for suffix, scale in ((".glb", 1.0), (".obj", 1.0), (".ply", 1.0), (".stl", 1e3), (".3mf", 1e3)):
        body = trimesh.load_mesh(out / f"ring{suffix}")
        assert len(body.faces) == report["levels"][0]["faces"]
        assert body.extents.max() == pytest.approx(0.25 * scale, rel=1e-5)
    # A turn of the result and one of what came in, each of four seconds, look alike.
    turns = []
    for name in ("ring_turntable", "ring_source_turntable"):
        assert Image.open(out / f"{name}.webp").n_frames == 6
        with av.open(str(out / f"{name}.mp4")) as movie:
            turns.append(np.stack([frame.to_ndarray(format="rgb24") for frame in movie.decode(video=0)]))
            assert float(movie.duration / av.time_base) == pytest.approx(4.0, abs=0.1)
    shown = [turn.min(-1) < 250 for turn in turns]
    assert turns[0].shape == (6, 384, 384, 3) and 0.05 < shown[0].mean() < 0.6
    assert (shown[0] & shown[1]).sum() > 0.97 * (shown[0] | shown[1]).sum()
    page = (out / "ring_report.html").read_text()
    assert page.count("<figure>") >= 20 and "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!data:)", page)
    assert {name for name, _ in heard} >= {"read", "clean", "texture", "files", "delivery"}


def glass_torus(torus, tmp_path, mode: str) -> Path:
    """A torus of glass, .2 above and .8 below, as a GLB whose material has the mode."""
    box = unwrap_box(Mesh(torus.vertices, torus.faces), 256)
    mesh = bake_texture(
        box.mesh, lambda p: np.full((len(p), 3), 0.5), 256, opacity_fn=lambda p: np.where(p[:, 1:2] > 0, 0.2, 0.8)
    )
    assert mesh.has_alpha
    data = glb_bytes(mesh)
    tree = glb_json(data)
    start = 20 + int.from_bytes(data[12:16], "little")
    tree["materials"][0]["alphaMode"] = mode
    (tmp_path / f"{mode}.glb").write_bytes(make_glb(tree, data[start + 8 :]))
    return tmp_path / f"{mode}.glb"


@pytest.mark.parametrize(("mode", "above", "below"), [("BLEND", 0.2, 0.8), ("MASK", 0.0, 1.0), ("OPAQUE", 1.0, 1.0)])
def test_glass_of_others_stays_glass(torus, tmp_path, mode, above, below):
    path = glass_torus(torus, tmp_path, mode)
    source = read_source(path)
    assert (source.opacity_fn is None) == (mode == "OPAQUE")
    made = export_mesh_file(
        path, tmp_path, "out", RemeshSettings(800, 128), DeliverySettings(("glb",), lods=1, views=3)
    )
    upper = torus.vertices[:, 1] > 0.05
    for name in ("out.glb", "out_lod1.glb"):
        written = read_glb(tmp_path / name)
        assert written.has_alpha == (mode != "OPAQUE")
        if written.has_alpha:
            stops = read_source(tmp_path / name).opacity_fn(torus.vertices)[:, 0]
            assert np.median(stops[upper]) == pytest.approx(above, abs=0.02)
            assert np.median(stops[torus.vertices[:, 1] < -0.05]) == pytest.approx(below, abs=0.02)
    # Seen through the same layers as what it came from.
    assert made.report["views"]["psnr"] > 30 and made.report["views"]["iou"] > 0.97


def test_an_mtl_that_lets_light_through_is_said_to(torus, tmp_path):
    write_obj(read_glb(glass_torus(torus, tmp_path, "BLEND")), tmp_path / "glass.obj")
    assert any("transparency" in note for note in read_source(tmp_path / "glass.obj").notes)
    write_obj(torus, tmp_path / "clay.obj")
    assert not any("transparency" in note for note in read_source(tmp_path / "clay.obj").notes)


def test_same_bytes_twice(glb, tmp_path):
    files = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        settings = DeliverySettings(("glb",), report=False)
        files.append(export_mesh_file(glb, tmp_path / name, "x", RemeshSettings(800, 128), settings).files[0])
    assert files[0].read_bytes() == files[1].read_bytes()


def test_html_escapes_what_others_wrote(torus, tmp_path):
    path = write_glb(torus, tmp_path / "<img src=x onerror=alert(1)>.glb".replace("/", ""))
    made = export_mesh_file(path, tmp_path, "x", RemeshSettings(500, 64), DeliverySettings(("stl",), views=0))
    page = next(p for p in made.files if p.suffix == ".html").read_text()
    assert "<img src=x" not in page and "&lt;img src=x" in page


def test_open_and_tangled_meshes_are_reported_and_not_printed(torus, tmp_path):
    fan = np.array([[0, 0, 0], [0, 1, 0], [1, 0, 0], [-1, 0, 0.2], [0, 0, 1]], np.float32)
    write_ply(Mesh(fan, np.array([[0, 1, 2], [1, 0, 3], [0, 1, 4]], np.int32)), tmp_path / "fan.ply")
    made = export_mesh_file(tmp_path / "fan.ply", tmp_path, "fan", None, DeliverySettings(("glb",), views=0))
    row = made.report["levels"][0]["health"]
    assert row["nonmanifold_edges"] == 1 and not row["watertight"]
    assert any("more than two faces: near" in note for note in made.report["notes"])
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ValueError, match="a print needs a closed surface"):
        export_mesh_file(tmp_path / "fan.ply", tmp_path, "fan", None, DeliverySettings(preset="print"))
    assert sorted(tmp_path.iterdir()) == before


def test_uv_without_area_do_no_harm(torus, tmp_path):
    flat = Mesh(torus.vertices, torus.faces, np.zeros_like(torus.uv), None, torus.texture)
    write_glb(flat, tmp_path / "flat.glb")
    made = export_mesh_file(tmp_path / "flat.glb", tmp_path, "new", RemeshSettings(500, 64), DeliverySettings(("glb",)))
    assert made.report["levels"][0]["uv"]["flat_faces"] == 0


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        (triangle(count=2_000_000_000), "2000000000 elements"),
        (triangle(count=4), "does not fit its buffer view"),
        (triangle(accessors=[{"componentType": 5126, "count": 14_000_000, "type": "VEC3"}]), "14000000 vertices"),
        (triangle(buffers=[{"byteLength": 1 << 40}]), "claims 1099511627776 bytes"),
        (triangle(bufferViews=[{"buffer": 0, "byteLength": 1 << 33}]), "does not fit its buffer"),
        (triangle(nodes=[{"mesh": 0}] * 30_000), "30000 nodes"),
        (triangle(nodes=[{"children": [1, 1], "mesh": 0}, {"mesh": 0}]), "more than one parent"),
        (triangle(nodes=[{"children": [1]}, {"children": [0], "mesh": 0}]), "circle"),
        (triangle(nodes=[{"mesh": 7}]), "mesh 7, and there are 1"),
        (triangle(meshes=[{"primitives": [{"attributes": {"POSITION": -1}}]}]), "whole number"),
        (triangle(buffers=[{"byteLength": 36, "uri": "../secret.bin"}]), "outside its folder"),
        (triangle(buffers=[{"byteLength": 36, "uri": "/etc/passwd"}]), "outside its folder"),
        (triangle(buffers=[{"byteLength": 36, "uri": "%2e%2e/secret.bin"}]), "outside its folder"),
        (triangle(buffers=[{"byteLength": 36, "uri": "http://127.0.0.1/a.bin"}]), "only files in its own folder"),
        (triangle(buffers=[{"byteLength": 36, "uri": "file:///etc/passwd"}]), "only files in its own folder"),
        (triangle(images=[{"uri": "..\\..\\secret.png"}]), "outside its folder"),
        (triangle(extensionsRequired=["EXT_texture_avif"]), "EXT_texture_avif"),
        (triangle(nodes={"a": 1}), "should be a list"),
        (triangle(meshes=[]), "mesh 0, and there are 0"),
    ],
)
def test_bombs_and_strays_are_refused(tmp_path, tree, message):
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "secret.bin").write_bytes(CORNERS)
    (folder / "a.glb").write_bytes(make_glb(tree, CORNERS))
    with pytest.raises(UnreadableMeshError, match=re.escape(message)):
        read_source(folder / "a.glb")


def test_canary_the_plain_triangle_is_read(tmp_path):
    (tmp_path / "a.glb").write_bytes(make_glb(triangle(), CORNERS))
    assert len(read_source(tmp_path / "a.glb").mesh.faces) == 1


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.bin").write_bytes(CORNERS)
    folder = tmp_path / "inner"
    folder.mkdir()
    (folder / "a.bin").symlink_to(tmp_path / "secret.bin")
    (folder / "a.gltf").write_text(
        json.dumps({"asset": {"version": "2.0"}} | triangle(buffers=[{"byteLength": 36, "uri": "a.bin"}]))
    )
    with pytest.raises(UnreadableMeshError, match="outside its folder"):
        read_source(folder / "a.gltf")


def test_other_damaged_files_are_refused(glb, tmp_path):
    def refuse(name: str, data: bytes, message: str, limits: ReadLimits | None = None) -> None:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnreadableMeshError, match=message):
            read_source(tmp_path / name, limits)

    whole = glb.read_bytes()
    refuse("cut.glb", whole[:-100], "cut")
    refuse("not.glb", b"hello" * 10, "no binary glTF")
    refuse("empty.glb", b"", "is empty")
    refuse("large.glb", whole, "larger than 1000 bytes", ReadLimits(max_bytes=1000))
    refuse("pixels.glb", whole, "512 x 512 pixels", ReadLimits(max_pixels=1000))
    refuse("a.txt", b"x", "expected an ending")
    refuse("a.fbx", b"x", "assimp export in.fbx out.glb")
    refuse("deep.gltf", b"[" * 100_000, "no valid JSON")
    header = b"ply\nformat binary_little_endian 1.0\nelement vertex 2000000000\nproperty float x\nend_header\n"
    refuse("a.ply", header, "claims 2000000000 vertices")
    refuse("b.ply", header.replace(b"2000000000", b"9000"), "it is cut")
    refuse("a.stl", b" " * 80 + struct.pack("<I", 10**9), "it is cut")
    (tmp_path / "stray.obj").write_bytes(b"mtllib ../../x.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    assert "lies outside of the file's folder" in read_source(tmp_path / "stray.obj").notes[0]
    refuse("b.obj", b"v 0 0 0\nv 0 0 0\nv 0 0 0\nf 1 2 3\n", "no extent|no triangles|cannot be read")
    refuse("points.obj", b"v 0 0 0\nv 1 0 0\n", "no triangles|cannot be read")
    nan = np.array([[0, 0, 0], [1, 0, 0], [0, np.nan, 0]], np.float32)
    (tmp_path / "nan.glb").write_bytes(make_glb(triangle(), nan.tobytes()))
    with pytest.raises(UnreadableMeshError, match="NaN"):
        read_source(tmp_path / "nan.glb")


@pytest.mark.parametrize("where", ["write", "replace"])
def test_a_full_disk_leaves_what_was_there(glb, tmp_path, monkeypatch, where):
    out = tmp_path / "out"
    out.mkdir()
    settings = DeliverySettings(("glb", "stl"), views=0, report=False)
    export_mesh_file(glb, out, "ring", RemeshSettings(400, 64), settings)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    if where == "write":
        monkeypatch.setattr(deliver_module, "write_stl", full)
    else:
        monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        export_mesh_file(glb, out, "ring", RemeshSettings(500, 64), settings)
    assert caught.value.errno == errno.ENOSPC and "tmp" not in Path(caught.value.filename).name
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_absent_folders_and_wrong_settings_are_refused(glb, tmp_path):
    with pytest.raises(OSError, match="absent"):
        export_mesh_file(glb, tmp_path / "absent", "x", RemeshSettings(200, 64), DeliverySettings(("stl",), views=0))
    for bad in (
        {"formats": ("fbx",)},
        {"preset": "cry"},
        {"lods": 9},
        {"image": "jpeg"},
        {"views": -1},
        {"turntable": -1},
    ):
        with pytest.raises(ValueError):
            DeliverySettings(**bad)
    for bad in ({"max_faces": 2}, {"texture_size": 8}, {"texture_size": 10**6}, {"crease_deg": -1.0}):
        with pytest.raises(ValueError, match=next(iter(bad))):
            RemeshSettings(**bad)
    with pytest.raises(ValueError, match="size must be in"):
        export_mesh_file(glb, tmp_path, "x", RemeshSettings(200, 64), DeliverySettings(("stl",), size=1e9, views=0))

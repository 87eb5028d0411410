"""PLY, STL, 3MF, USD: what outside readers find in them, and where an object stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

import bozzetto.export.files.usd as usd_module
from bozzetto.bench.readers import arkit_faults, disagreements
from bozzetto.export.files.axes_units import (
    PRESETS,
    Frame,
    Placement,
    check_formats,
    in_frame,
    placed,
    placement,
    preset_named,
)
from bozzetto.export.files.glb import write_glb
from bozzetto.export.files.materials import vertex_colors
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.ply import write_ply
from bozzetto.export.files.stl import write_stl
from bozzetto.export.files.threemf import write_3mf
from bozzetto.export.files.usd import UsdMissingError, write_usd, write_usdz
from bozzetto.export.mesh.mesh import Mesh, bounds_of, mesh_health, transparent_faces
from bozzetto.export.mesh.raster import silhouettes
from bozzetto.export.texture.maps import vertex_tangents
from bozzetto.export.texture.uv import unwrap_box

usd = pytest.mark.skipif(not usd_module.usd_available(), reason="usd-core is not installed")
assimp = pytest.mark.skipif(
    shutil.which("assimp") is None, reason="assimp is not installed: apt-get install assimp-utils"
)


@pytest.fixture(scope="module")
def slab(fields) -> Mesh:
    """A textured box of 1 x 0.6 x 0.4 with all maps, off the origin."""
    mesh = unwrap_box(fields.colored_cube(0.5), 64).mesh
    vertices = mesh.vertices * np.array([1.0, 0.6, 0.4], np.float32) + np.array([0.1, 0.7, -0.2], np.float32)
    rng = np.random.default_rng(0)
    mesh = replace(
        mesh,
        vertices=vertices.astype(np.float32),
        texture=rng.integers(0, 256, (64, 64, 3)).astype(np.uint8),
        normal_map=np.full((64, 64, 3), (128, 128, 255), np.uint8),
        occlusion=np.full((32, 32), 200, np.uint8),
    )
    return replace(mesh, tangents=vertex_tangents(mesh))


@pytest.mark.parametrize("kind", ["ply", "stl", "3mf"])
def test_trimesh_reads_it_back(slab, tmp_path, kind):
    write = {"ply": write_ply, "stl": write_stl, "3mf": write_3mf}[kind]
    if kind == "3mf":
        pytest.importorskip("lxml", reason="trimesh reads 3MF by lxml")
    path = write(slab, tmp_path / f"slab.{kind}", {"prompt": "a <slab> & \x01 more"})
    body = trimesh.load_mesh(path)
    assert len(body.faces) == 12 and body.is_watertight and body.is_winding_consistent
    np.testing.assert_allclose(body.bounds, bounds_of(slab), atol=1e-6)
    assert body.volume == pytest.approx(0.24, rel=1e-5)
    if kind == "ply":
        assert body.visual.kind == "vertex" and len(body.vertices) == 8
    assert write(slab, tmp_path / "again", {"prompt": "a <slab> & \x01 more"}).read_bytes() == path.read_bytes()


def test_3mf_is_a_package_of_the_core_specification(slab, tmp_path):
    path = write_3mf(slab, tmp_path / "a.3mf", {"prompt": "slab", "licence": "CC0"}, unit=0.01)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "3D/3dmodel.model"]
        text = archive.read("3D/3dmodel.model").decode()
    assert 'unit="centimeter"' in text and '<metadata name="LicenseTerms">CC0</metadata>' in text
    with pytest.raises(ValueError, match="counts in"):
        write_3mf(slab, tmp_path / "b.3mf", unit=0.3)


def write(kind: str, mesh: Mesh, path: Path, frame: Frame) -> None:
    """One mesh in one format and frame."""
    if kind in ("usd", "usda", "usdz"):
        (write_usdz if kind == "usdz" else write_usd)(mesh, path, frame=frame)
    elif kind == "3mf":
        write_3mf(in_frame(mesh, frame), path, unit=frame.unit)
    else:
        {"glb": write_glb, "obj": write_obj, "ply": write_ply, "stl": write_stl}[kind](in_frame(mesh, frame), path)


@assimp
@pytest.mark.parametrize("kind", ["glb", "obj", "ply", "stl", "3mf"])
def test_outside_readers_agree(slab, tmp_path, kind):
    frame = PRESETS["unreal"].frame(kind)
    write(kind, slab, tmp_path / f"slab.{kind}", frame)
    turned = in_frame(slab, frame)
    assert disagreements(tmp_path / f"slab.{kind}", 12, np.array(bounds_of(turned)), 3) == []


@usd
@pytest.mark.parametrize("kind", ["usd", "usda", "usdz"])
def test_usd_core_agrees(slab, tmp_path, kind):
    write(kind, slab, tmp_path / f"slab.{kind}", Frame("z", 0.01))
    turned = in_frame(slab, Frame("z", 0.01))
    assert disagreements(tmp_path / f"slab.{kind}", 12, np.array(bounds_of(turned)), 3) == []
    assert disagreements(tmp_path / f"slab.{kind}", 12, np.array(bounds_of(slab)), 2) != []


@usd
def test_a_usdz_passes_the_arkit_profile(slab, tmp_path):
    path = write_usdz(slab, tmp_path / "a.usdz", frame=PRESETS["ar"].frame("usdz"))
    assert arkit_faults(path) == []
    # Canaries: an axis that ARKit does not take, and a text layer where it wants a binary one.
    assert "the stage's up axis is Z, not Y" in arkit_faults(write_usdz(slab, tmp_path / "z.usdz", frame=Frame("z")))
    from pxr import Sdf, Usd

    layers = write_usd(slab, tmp_path / "plain.usd")
    Usd.Stage.Open(str(layers[0])).Export(str(tmp_path / "object.usda"))
    with Sdf.ZipFileWriter.CreateNew(str(tmp_path / "text.usdz")) as archive:
        archive.AddFile(str(tmp_path / "object.usda"), "object.usda")
    found = arkit_faults(tmp_path / "text.usdz")
    assert any("not a binary layer" in line for line in found) and any("not in the package" in line for line in found)


@pytest.mark.parametrize("kind", ["glb", "obj", "ply", "stl", "3mf"])
def test_the_silhouette_after_import_is_the_same(fields, make, tmp_path, kind):
    """Read by trimesh and turned back, the object covers the same pixels."""
    mesh = make(fields.union(fields.torus(), fields.box((0.2, 0.6, 0.1))), 32)
    frame = PRESETS["unreal"].frame(kind)
    write(kind, mesh, tmp_path / f"a.{kind}", frame)
    body = trimesh.load_mesh(tmp_path / f"a.{kind}", process=False)
    assert _overlap(mesh, np.asarray(body.vertices), np.asarray(body.faces), frame) > 0.999


@pytest.mark.skipif(
    not os.environ.get("BOZZETTO_BLENDER"), reason="opt-in: pip install bpy (Python 3.11), then BOZZETTO_BLENDER=1"
)
@pytest.mark.parametrize("kind", ["glb", "obj", "ply", "stl", "usd"])
def test_blender_imports_the_same_silhouette(fields, make, tmp_path, kind):
    """Blender has +Z up; its importers turn GLB, OBJ and USD, and take PLY and STL as they stand."""
    mesh = make(fields.union(fields.torus(), fields.box((0.2, 0.6, 0.1))), 32)
    write(kind, mesh, tmp_path / f"a.{kind}", PRESETS["blender"].frame(kind))
    script = Path(__file__).parents[1] / "blender_import.py"
    subprocess.run(
        [sys.executable, str(script), str(tmp_path / f"a.{kind}"), str(tmp_path / "a.npz")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    with np.load(tmp_path / "a.npz") as found:
        assert _overlap(mesh, found["vertices"], found["faces"], Frame("z")) >= 0.98


def _overlap(mesh: Mesh, vertices: np.ndarray, faces: np.ndarray, frame: Frame) -> float:
    """IoU of the silhouettes of a mesh and of what a reader made of its file, from three sides."""
    # A quarter turn three times more is the turn back.
    back = Mesh(vertices.astype(np.float32), faces.astype(np.int32))
    if frame.up == "z":
        for _ in range(3):
            back = in_frame(back, Frame("z"))
    back = replace(back, vertices=back.vertices * np.float32(frame.unit))
    sides = np.array([0.3, 1.9, 4.0]), np.array([0.2, -0.3, 0.9])
    one, other = silhouettes(mesh, *sides, 128), silhouettes(back, *sides, 128)
    return float((one & other).sum() / (one | other).sum())


@pytest.fixture(scope="module")
def pane(slab) -> Mesh:
    """The slab, of glass in places."""
    stopped = np.random.default_rng(1).integers(0, 256, (64, 64, 1)).astype(np.uint8)
    return replace(slab, texture=np.concatenate([slab.texture, stopped], axis=2))


def test_formats_without_clearness_keep_the_colours(slab, pane, tmp_path):
    np.testing.assert_array_equal(vertex_colors(pane), vertex_colors(slab))
    a, b = (write_ply(mesh, tmp_path / f"{k}.ply").read_bytes() for k, mesh in enumerate((slab, pane)))
    assert a == b


@usd
@pytest.mark.parametrize("stops", ["all", "half", "none"])
def test_usd_shows_glass(slab, pane, tmp_path, stops):
    """Light goes through nothing, through what lies in the left half of the atlas, or through everything."""
    from pxr import Usd, UsdGeom, UsdShade, UsdValidation

    mesh = slab if stops == "all" else pane
    if stops == "half":
        texture = pane.texture.copy()
        texture[:, :32, 3], texture[:, 32:, 3] = 90, 255
        mesh = replace(pane, texture=texture)
    clear = transparent_faces(mesh)
    assert clear.mean() == {"all": 0, "none": 1}.get(stops, pytest.approx(0.5, abs=0.4))
    written = write_usd(mesh, tmp_path / "slab.usd")
    stage = Usd.Stage.Open(str(written[0]))
    body = UsdGeom.Mesh(stage.GetPrimAtPath("/object/mesh"))
    parts = {one.GetPrim().GetName(): one for one in UsdGeom.Subset.GetAllGeomSubsets(body)}
    if stops == "half":
        for name, which in (("surface", ~clear), ("glass", clear)):
            np.testing.assert_array_equal(parts[name].GetIndicesAttr().Get(), np.flatnonzero(which))
        prims = {name: part.GetPrim() for name, part in parts.items()}
    else:
        assert not parts
        prims = {"surface" if stops == "all" else "glass": body.GetPrim()}
    for name, prim in prims.items():
        bound = UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()[0]
        assert bound.GetPath().name == name
        preview = UsdShade.Shader(stage.GetPrimAtPath(bound.GetPath().AppendChild("preview")))
        joined = preview.GetInput("opacity")
        assert bool(joined) == (name == "glass")
        assert preview.GetInput("roughness").Get() == pytest.approx(0.1 if name == "glass" else 0.9)
        if joined:
            source, output, _ = joined.GetConnectedSource()
            assert (source.GetPath().name, output) == ("color", "a")
    np.testing.assert_array_equal(np.asarray(Image.open(written[1])), mesh.texture)
    registry = UsdValidation.ValidationRegistry()
    errors = UsdValidation.ValidationContext(registry.GetOrLoadAllValidators()).Validate(stage)
    assert [error.GetMessage() for error in errors] == []


@usd
@pytest.mark.parametrize("kind", ["usd", "usdz"])
def test_usd_holds_it_and_its_validators_find_nothing(slab, tmp_path, kind):
    from pxr import Usd, UsdGeom, UsdShade, UsdValidation

    frame = Frame("z", 0.01)
    path = tmp_path / f"my slab.{kind}"
    if kind == "usd":
        written = write_usd(slab, path, {"prompt": "slab"}, frame=frame)
        assert [p.name for p in written] == [
            "my slab.usd",
            *(f"my_slab_{k}.png" for k in ("color", "normal", "occlusion")),
        ]
    else:
        write_usdz(slab, path, {"prompt": "slab"}, frame=frame)
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist()[0] == "object.usdc"
            for entry in archive.infolist():
                assert entry.compress_type == zipfile.ZIP_STORED
                start = (
                    entry.header_offset
                    + 30
                    + int.from_bytes(path.read_bytes()[entry.header_offset + 26 :][:2], "little")
                )
                start += int.from_bytes(path.read_bytes()[entry.header_offset + 28 :][:2], "little")
                assert start % 64 == 0
    stage = Usd.Stage.Open(str(path))
    assert UsdGeom.GetStageUpAxis(stage) == "Z" and UsdGeom.GetStageMetersPerUnit(stage) == 0.01
    assert stage.GetDefaultPrim().GetPath() == "/object"
    body = UsdGeom.Mesh(stage.GetPrimAtPath("/object/mesh"))
    points = np.array(body.GetPointsAttr().Get())
    np.testing.assert_allclose(points, in_frame(slab, frame).vertices, rtol=1e-6)
    assert len(body.GetFaceVertexCountsAttr().Get()) == 12
    for name in ("color", "normal", "occlusion"):
        shader = UsdShade.Shader(stage.GetPrimAtPath(f"/object/materials/surface/{name}"))
        assert shader.GetInput("file").Get().resolvedPath
    registry = UsdValidation.ValidationRegistry()
    errors = UsdValidation.ValidationContext(registry.GetOrLoadAllValidators()).Validate(stage)
    assert [error.GetMessage() for error in errors] == []


@usd
def test_canary_the_usd_validators_can_find_something(slab, tmp_path):
    from pxr import Usd, UsdValidation

    path = write_usd(slab, tmp_path / "a.usd")[0]
    stage = Usd.Stage.Open(str(path))
    stage.ClearDefaultPrim()
    stage.GetPrimAtPath("/object/materials/surface/normal").GetAttribute("inputs:bias").Clear()
    registry = UsdValidation.ValidationRegistry()
    assert UsdValidation.ValidationContext(registry.GetOrLoadAllValidators()).Validate(stage)


def test_usd_says_what_to_install(slab, tmp_path, monkeypatch):
    monkeypatch.setattr(usd_module, "usd_available", lambda: False)
    with pytest.raises(UsdMissingError, match=r"pip install 'bozzetto\[usd\]'"):
        write_usdz(slab, tmp_path / "a.usdz")
    assert list(tmp_path.iterdir()) == []


def test_frames_turn_and_keep_the_winding(slab):
    turned = in_frame(slab, Frame("z", 0.01))
    np.testing.assert_allclose(turned.vertices[:, 2], slab.vertices[:, 1] * 100, rtol=1e-6)
    # The front, +Z, faces -Y.
    np.testing.assert_allclose(turned.vertices[:, 1], -slab.vertices[:, 2] * 100, rtol=1e-5)
    assert mesh_health(turned).winding_outward and mesh_health(turned).volume == pytest.approx(0.24e6, rel=1e-5)
    np.testing.assert_allclose(np.linalg.norm(turned.tangents[:, :3], axis=1), 1, atol=1e-6)
    assert in_frame(slab, Frame()) is slab
    for bad in ({"up": "x"}, {"unit": 0.0}):
        with pytest.raises(ValueError):
            Frame(**bad)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_stand_where_they_say(slab, name):
    preset = preset_named(name)
    check_formats(preset.formats)
    low, high = bounds_of(placed(slab, placement(slab, preset.size or 2.0, preset.pivot)))
    assert (high - low).max() == pytest.approx(preset.size or 2.0, rel=1e-6)
    assert low[1] == pytest.approx(0, abs=1e-6) and low[0] + high[0] == pytest.approx(0, abs=1e-6)
    assert preset.frame("glb") == Frame()


def test_placement_is_checked(slab):
    assert placement(slab, None, "keep") == Placement((0.0, 0.0, 0.0), 1.0)
    for size in (0.0, -1.0, 1e9, float("nan")):
        with pytest.raises(ValueError, match="size must be in"):
            placement(slab, size, "keep")
    with pytest.raises(ValueError, match="known are unity"):
        preset_named("cryengine")
    for formats in ((), ("fbx",)):
        with pytest.raises(ValueError, match="known are glb"):
            check_formats(formats)

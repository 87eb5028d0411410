"""Exports from the workbench: the command's own, with a real field; and what they leave is what is offered."""

import io
import json
import time
import zipfile

import pytest
import trimesh
import tyro

from bozzetto.export.files.axes_units import FORMATS, PRESETS
from bozzetto.export.files.read import UNITS
from bozzetto.export.package.deliver import FIXED_FRAMES, DeliverySettings
from bozzetto.export.package.quads import quads_available
from bozzetto.jobs.cli.main import Export
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.runs import lock_run
from bozzetto.viewer import exports
from bozzetto.viewer.commands import Commands
from bozzetto.viewer.exports import REPORT, ExportRequest, export, exported_files
from bozzetto.viewer.meshes import glb_bounds, mesh_files, same_bounds
from bozzetto.viewer.routes_files import archive
from tests.jobs.known_object import box_oracle, small_config


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return generate(small_config(60), prior=box_oracle(16), out=tmp_path_factory.mktemp("made") / "run").path


def ended(commands, run):
    deadline = time.monotonic() + 120
    while (status := commands.status(run)).running:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return status


def test_what_is_offered_is_what_the_export_knows():
    assert exports.FORMATS == FORMATS and set(exports.TARGETS) - {""} == set(PRESETS)
    assert set(exports.PIVOTS_AND_AXES) == set(exports.TARGETS) and set(exports.BYTES_A_FACE) == set(FORMATS)
    assert set(exports.UNITS) == set(UNITS) and set(exports.OWN_FRAME) == set(FIXED_FRAMES)
    chosen = ExportRequest(formats=("obj",), pivot="center", units="in", up="z")
    command = tyro.cli(Export, args=["run", *chosen.arguments()])
    assert (command.pivot, command.file_units, command.file_up) == ("center", "in", "z")
    for pivot in exports.PIVOTS:
        DeliverySettings(("obj",), pivot=pivot)


def test_levels_formats_and_report_come_from_the_command(run):
    commands = Commands()
    assert export(commands, run, ExportRequest(formats=("glb", "stl", "ply"), lods=2))
    assert commands.status(run).running and not export(commands, run, ExportRequest()), "one at a time"
    assert ended(commands, run).problem == ""
    names = [path.name for path in exported_files(run)]
    levels = [f"mesh{end}.{kind}" for kind in ("glb", "stl", "ply") for end in ("", "_lod1", "_lod2")]
    assert set(names) == {*levels, REPORT, "mesh_report.html"}
    assert list(mesh_files(run)) == ["full", "LOD 1", "LOD 2"]
    faces = [trimesh.load(path, force="mesh").faces.shape[0] for path in mesh_files(run).values()]
    assert faces[0] > faces[1] > faces[2]
    assert all(same_bounds(run / "mesh.glb", path) for path in mesh_files(run).values())
    with zipfile.ZipFile(io.BytesIO(archive(exported_files(run)))) as bundle:
        assert set(bundle.namelist()) == set(names) and bundle.testzip() is None
    # Levels of an earlier export that the last one did not write are offered no more.
    request = ExportRequest(formats=("glb",), size=5.0, turntable=True, quads=400 if quads_available() else 0)
    assert export(commands, run, request) and ended(commands, run).problem == ""
    assert ("mesh_quads.obj" in [path.name for path in exported_files(run)]) == quads_available()
    turns = {f"mesh{of}_turntable.{kind}" for of in ("", "_source") for kind in ("webp", "mp4")}
    assert turns <= {path.name for path in exported_files(run)}
    assert (run / "export" / "mesh_lod1.glb").is_file() and list(mesh_files(run)) == ["full"]
    assert not same_bounds(run / "mesh.glb", run / "export" / "mesh.glb"), "another size is another place"


def test_a_refused_export_says_why(run):
    commands = Commands()
    with lock_run(run):
        export(commands, run, ExportRequest(formats=("glb",)))
        assert "in use" in ended(commands, run).problem
    export(commands, run, ExportRequest(formats=("nonsense",)))
    assert "nonsense" in ended(commands, run).problem
    export(commands, run, ExportRequest(formats=("glb",)))
    assert ended(commands, run).problem == "", "and the next one works"


def test_a_report_names_only_files_of_its_folder(tmp_path):
    folder = tmp_path / "run" / "export"
    folder.mkdir(parents=True)
    (tmp_path / "secret").write_text("x")
    (folder / "mesh.glb").write_text("x")
    (folder / "link.glb").symlink_to(tmp_path / "secret")
    files = dict.fromkeys(["mesh.glb", "link.glb", "../../secret", str(tmp_path / "secret"), "gone.glb", ".."], 1)
    (folder / REPORT).write_text(json.dumps({"files": files}))
    assert [path.name for path in exported_files(tmp_path / "run")] == ["mesh.glb", REPORT]
    for damage in ("{", "[]", '{"files": 3}', '{"files": [1]}'):
        (folder / REPORT).write_text(damage)
        assert exported_files(tmp_path / "run") == []
    assert exported_files(tmp_path / "nothing") == []


def test_corners_are_the_mesh_s(run):
    low, high = glb_bounds(run / "mesh.glb")
    bounds = trimesh.load(run / "mesh.glb", force="mesh").bounds
    assert low == pytest.approx(bounds[0], abs=1e-5) and high == pytest.approx(bounds[1], abs=1e-5)


@pytest.mark.parametrize("data", [b"", b"glTF", b"x" * 100, b"glTF" + b"\xff" * 40])
def test_damaged_meshes_have_no_corners(tmp_path, data):
    (tmp_path / "x.glb").write_bytes(data)
    assert glb_bounds(tmp_path / "x.glb") is None and glb_bounds(tmp_path / "none.glb") is None

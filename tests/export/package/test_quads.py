"""Quad-dominant remeshing: nearly all quads, near the surface, closed where it was; what is said where it cannot be."""

import json

import numpy as np
import pytest
import trimesh

import bozzetto.export.package.quads
from bozzetto.bench.solids import known_solids
from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.mesh.lod import deviation
from bozzetto.export.mesh.mesh import Mesh, mesh_health
from bozzetto.export.package.quads import QuadsMissingError, quad_dominant, quads_available
from bozzetto.jobs.cli.main import main

needs_package = pytest.mark.skipif(not quads_available(), reason="pyinstantmeshes has no wheel for Python 3.10")


def torus() -> Mesh:
    body = trimesh.creation.torus(0.6, 0.25, 96, 48)
    return Mesh(body.vertices.astype(np.float32), body.faces.astype(np.int32))


@needs_package
def test_a_torus_becomes_quads_on_its_surface():
    found = quad_dominant(torus(), 1500)
    count = len(found.quads) + len(found.triangles)
    assert 1200 < count < 1900 and found.share > 0.8
    health = mesh_health(found.mesh)
    assert health.watertight and health.winding_outward and health.genus == 1
    assert deviation(found.mesh, torus()).mean < 0.2
    # Each quad is two triangles of the same winding, along the shorter diagonal.
    assert len(found.mesh.faces) == 2 * len(found.quads) + len(found.triangles)
    again = quad_dominant(torus(), 1500)
    assert np.array_equal(again.quads, found.quads) and np.array_equal(again.mesh.vertices, found.mesh.vertices)


@needs_package
def test_the_command_writes_them_with_the_meshes_colours(tmp_path, capsys):
    solid = known_solids()["box"]
    red = np.tile(np.array([200, 30, 30, 255], np.uint8), (len(solid.vertices), 1))
    trimesh.Trimesh(solid.vertices, solid.faces, vertex_colors=red, process=False).export(tmp_path / "box.glb")
    out = tmp_path / "out"
    assert main(["export", str(tmp_path / "box.glb"), f"--out={out}", "--quads=400", "--size=2", "--texture=64"]) == 0
    assert str(out / "box_quads.obj") in capsys.readouterr().out
    report = json.loads((out / "box_report.json").read_text())["quads"]
    assert report["share"] > 0.7 and report["deviation_percent"]["mean"] < 0.5
    lines = (out / "box_quads.obj").read_text().splitlines()
    assert sum(line.startswith("f ") and len(line.split()) == 5 for line in lines) == report["quads"]
    rows = np.array([line.split()[1:] for line in lines if line.startswith("v ")], float)
    assert np.ptp(rows[:, :3], axis=0).max() == pytest.approx(2.0, rel=0.02)
    # Vertex colours of a GLB are linear light.
    assert np.allclose(rows[:, 3:], linear_to_srgb(np.array([200, 30, 30]) / 255), atol=0.02)
    assert "quads" in (out / "box_report.html").read_text()


def test_what_cannot_be_remeshed_is_said(tmp_path, monkeypatch, capsys):
    trimesh.creation.box().export(tmp_path / "box.stl")
    if quads_available():
        with pytest.raises(ValueError, match=r"no quads after 0\.01 s"):
            quad_dominant(torus(), 1500, time_limit=0.01)
        monkeypatch.setattr(bozzetto.export.package.quads, "_CHILD", "import sys; sys.exit('it fell')")
        with pytest.raises(ValueError, match="no quads: it fell"):
            quad_dominant(torus(), 1500)
        assert main(["export", str(tmp_path / "box.stl"), f"--out={tmp_path}", "--quads=3"]) == 1
        assert "quads must be 50 to 200,000 faces, got 3" in capsys.readouterr().err
        # The rest of the export does not hang on it.
        assert main(["export", str(tmp_path / "box.stl"), f"--out={tmp_path / 'out'}", "--quads=100"]) == 0
        report = json.loads((tmp_path / "out" / "box_report.json").read_text())
        assert report["quads"] is None and any("it fell" in note for note in report["notes"])
    monkeypatch.setattr(bozzetto.export.package.quads, "quads_available", lambda: False)
    with pytest.raises(QuadsMissingError, match="pip install 'bozzetto"):
        quad_dominant(torus(), 1500)

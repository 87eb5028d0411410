"""The export's bench: scores of surfaces whose errors are known, and the claims on a small scale."""

from __future__ import annotations

import json
import math
import shutil

import numpy as np
import pytest

from bozzetto.bench import export
from bozzetto.bench.export import MEASURES, block_row, run, surfaces, verdicts
from bozzetto.bench.readers import disagreements, read_by_assimp, read_by_trimesh
from bozzetto.bench.solids import PEAK, field_of, known_solids, score_surface, signed_distance
from bozzetto.export.files.glb import write_glb
from bozzetto.export.files.validator import validator_found
from bozzetto.export.mesh.mesh import Mesh, diagonal_of, mesh_health
from bozzetto.jobs.pipeline.generate import generate
from tests.jobs.known_object import box_oracle, small_config

assimp = pytest.mark.skipif(
    shutil.which("assimp") is None, reason="assimp is not installed: apt-get install assimp-utils"
)


def test_solids_are_closed_and_fit():
    solids = known_solids()
    assert len(solids) == 10
    for mesh in solids.values():
        health = mesh_health(mesh)
        assert health.watertight and health.winding_outward and health.n_parts == 1
        assert np.linalg.norm(mesh.vertices, axis=1).max() < 0.95


def test_signed_distance_and_field_of_a_box():
    box = known_solids()["box"]
    turn = np.linalg.svd(box.vertices[box.faces[0]] - box.vertices.mean(axis=0))[0]
    assert turn.shape == (3, 3)
    normals = np.cross(
        box.vertices[box.faces[:, 1]] - box.vertices[box.faces[:, 0]],
        box.vertices[box.faces[:, 2]] - box.vertices[box.faces[:, 0]],
    )
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    centers = box.vertices[box.faces].mean(axis=1)
    for offset in (-0.05, 0.05):
        np.testing.assert_allclose(signed_distance(box)(centers + offset * normals), offset, atol=1e-6)
    np.testing.assert_allclose(field_of(box)(centers), PEAK / 2, rtol=1e-3)


def test_scores_of_known_errors():
    ball = known_solids()["ball"]
    same = score_surface(ball, ball, n_samples=5000)
    assert same.chamfer < 1e-6 and same.normals > 0.999 and same.f_score == 1
    bigger = score_surface(Mesh((ball.vertices * 1.01).astype(np.float32), ball.faces), ball, n_samples=5000)
    assert bigger.chamfer == pytest.approx(100 * 0.007 / diagonal_of(ball), rel=0.01) and bigger.f_score == 0
    assert bigger.hausdorff == pytest.approx(bigger.chamfer, rel=0.02)
    turned = score_surface(Mesh(ball.vertices, ball.faces[:, ::-1]), ball, n_samples=5000)
    assert turned.normals < -0.999


@pytest.mark.parametrize("name", ["octahedron", "box", "plate"])
def test_the_dual_surface_is_better_than_the_others_on_edges(name):
    truth = known_solids()[name]
    found = surfaces(field_of(truth), 48)
    scores = {way: score_surface(mesh, truth, n_samples=8000) for way, mesh in found.items()}
    best = scores.pop("dual")
    for other in scores.values():
        assert best.chamfer < other.chamfer and best.normals > other.normals and best.f_score > other.f_score
    assert mesh_health(found["dual"]).watertight


def test_blocks_are_bounded():
    row = block_row(160)
    assert row["worst_radius_error"] < 1e-3 and row["faces"] > 100_000 and math.isfinite(row["seconds"])


@assimp
def test_the_tables_are_written_and_judged(tmp_path, monkeypatch, capsys):
    solids = known_solids()
    monkeypatch.setattr(export, "known_solids", lambda: {"octahedron": solids["octahedron"]})
    runs, out = tmp_path / "runs", tmp_path / "out"
    generate(small_config(60), out=runs / "a-box", prior=box_oracle(24))
    result = run(
        out, resolution=32, solids=1, faces=500, texels=128, timing_resolution=32, blocks=0,
        runs=1, runs_folder=runs, outside=1, json_path=tmp_path / "figures.json",
    )  # fmt: skip
    assert json.loads((tmp_path / "figures.json").read_text()) == json.loads(json.dumps(result))
    assert set(result["surfaces"]["summary"]["dual"]) == set(MEASURES)
    assert result["models"][0]["faces"] <= 500 and result["models"][0]["iou"] > 0.95
    assert list(out.iterdir()) == []
    (made,), (other,) = result["runs"], result["outside"]
    assert made["name"] == "a-box" and made["faces"] <= 500 and made["views"]["psnr"] > 15
    # None where the validator is not installed.
    issues = None if validator_found() is None else 0
    for row in (made, other):
        assert row["validator"] == issues and row["disagreements"] == []
    assert other["glbs"] == 3
    met = {row["shows"].split(":")[0]: row["met"] for row in result["verdicts"]}
    assert met["outside readers agree on counts, bounds, materials; usdz passes the ARKit profile"]
    # What was not validated is not met.
    assert met["Khronos validator"] == (issues == 0)
    assert f"{'met    ' if issues == 0 else 'NOT MET'} Khronos validator" in capsys.readouterr().out


@assimp
def test_canary_readers_and_verdicts_can_disagree(tmp_path):
    box = known_solids()["box"]
    path = write_glb(box, tmp_path / "box.glb")
    bounds = np.array([box.vertices.min(axis=0), box.vertices.max(axis=0)])
    assert disagreements(path, len(box.faces), bounds) == []
    assert len(disagreements(path, 13, bounds)) == 2
    assert len(disagreements(path, len(box.faces), bounds * 1.01)) == 2
    assert any("pictures" in line for line in disagreements(path, len(box.faces), bounds, 1))
    path.write_bytes(b"glTF")
    with pytest.raises(Exception):  # noqa: B017  trimesh raises what it likes
        read_by_trimesh(path)
    with pytest.raises(ValueError, match="assimp cannot read"):
        read_by_assimp(path)
    row = {"validator": None, "disagreements": ["x"], "seconds": 31.0, "psnr": 20.0, "views": {"psnr": 29.0}}
    surfaces = {
        "solids": {"box": {}},
        "dual_is_better_on": {k: {"chamfer": 0} for k in ("scikit-image", "fixed threshold")},
    }
    found = verdicts({"models": [row], "runs": [row], "outside": [row], "surfaces": surfaces})
    assert [line["met"] for line in found] == [False] * 5
    assert "npm ci" in found[0]["found"]

"""The export's bench: scores of surfaces whose errors are known, and the claims on a small scale."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from bench.export import MEASURES, block_row, run, surfaces
from bench.known import PEAK, field_of, known_solids, score_surface, signed_distance
from export.mesh import Mesh, diagonal_of, mesh_health


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


def test_the_tables_are_written(tmp_path, monkeypatch):
    solids = known_solids()
    monkeypatch.setattr("bench.export.known_solids", lambda: {"octahedron": solids["octahedron"]})
    run(tmp_path, resolution=32, solids=1, faces=500, texels=128, timing_resolution=32, blocks=0)
    result = json.loads((tmp_path / "export.json").read_text())
    assert set(result["surfaces"]["summary"]["dual"]) == set(MEASURES)
    assert result["models"][0]["faces"] <= 500 and result["models"][0]["iou"] > 0.95
    assert [path.name for path in tmp_path.iterdir()] == ["export.json"]

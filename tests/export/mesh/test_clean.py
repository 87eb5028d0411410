"""Parts, smoothing and simplification."""

from __future__ import annotations

import math

import fast_simplification
import numpy as np
import pytest

from bozzetto.export.mesh.clean import keep_largest_parts, merge_and_prune, simplify, smooth_taubin
from bozzetto.export.mesh.collapse import collapse_edges
from bozzetto.export.mesh.mesh import Mesh, mesh_health, vertex_normals
from bozzetto.export.surface.density_grid import DensityGrid
from bozzetto.export.surface.marching_cubes import extract_surface


def test_floater_is_dropped_and_reported(fields, make):
    mesh = make(fields.union(fields.ball(0.5), fields.ball(0.08, (0.7, 0.6, 0.0))))
    assert mesh_health(mesh).n_parts == 2
    kept, dropped = keep_largest_parts(mesh, 0.05)
    assert mesh_health(kept).n_parts == 1 and mesh_health(kept).watertight
    assert len(dropped) == 1 and dropped[0].kind == "floater"
    assert dropped[0].volume == pytest.approx(4 / 3 * math.pi * 0.08**3, rel=0.1)
    assert dropped[0].center == pytest.approx((0.7, 0.6, 0.0), abs=0.01)
    assert len(kept.faces) + dropped[0].n_faces == len(mesh.faces)


def test_second_object_stays(fields, make):
    mesh = make(fields.union(fields.ball(0.4, (-0.4, 0, 0)), fields.ball(0.25, (0.5, 0, 0))))
    kept, dropped = keep_largest_parts(mesh, 0.05)
    assert dropped == () and len(kept.faces) == len(mesh.faces)


def test_cavity_is_filled(fields, make):
    shell = make(lambda p: np.abs(fields.ball(0.5)(p)) - 0.1)
    kept, dropped = keep_largest_parts(shell)
    assert [part.kind for part in dropped] == ["cavity"] and dropped[0].volume < 0
    assert mesh_health(kept).volume == pytest.approx(4 / 3 * math.pi * 0.6**3, rel=5e-3)
    untouched, none = keep_largest_parts(shell, fill_cavities=False)
    assert none == () and len(untouched.faces) == len(shell.faces)


def test_merge_and_prune():
    #  A tetrahedron as a soup, with a copied face, a fold and a face without area.
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32)
    tetra = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])
    soup = corners[np.concatenate([tetra, tetra[:1], tetra[1:2], tetra[1:2, ::-1], [[0, 0, 1]]])].reshape(-1, 3)
    clean = merge_and_prune(Mesh(soup, np.arange(len(soup), dtype=np.int32).reshape(-1, 3)))
    health = mesh_health(clean)
    assert (health.n_vertices, health.n_faces) == (4, 4)
    assert health.watertight and health.winding_outward and health.volume == pytest.approx(1 / 6)
    fold = np.array([[0, 1, 2], [2, 1, 0]], np.int32)
    assert len(merge_and_prune(Mesh(corners, fold)).faces) == 0


def test_taubin_smooths_and_keeps_the_volume(fields, make):
    mesh = make(fields.ball(0.6), 32)
    rng = np.random.default_rng(0)
    noisy = Mesh((mesh.vertices + rng.normal(0, 0.01, mesh.vertices.shape)).astype(np.float32), mesh.faces)
    smooth = smooth_taubin(noisy, 5)

    def roughness(m):
        return np.std(np.linalg.norm(m.vertices, axis=1))

    assert roughness(smooth) < 0.5 * roughness(noisy)
    assert mesh_health(smooth).volume == pytest.approx(mesh_health(noisy).volume, rel=1e-3)
    assert smooth_taubin(mesh, 0) is mesh


@pytest.mark.parametrize("name", ["ball", "box", "torus"])
@pytest.mark.parametrize("budget", [1000, 4000])
def test_simplify_keeps_volume_and_topology(fields, make, name, budget):
    mesh = make(getattr(fields, name)())
    before = mesh_health(mesh)
    light = simplify(mesh, budget)
    after = mesh_health(light)
    assert 0.9 * budget <= len(light.faces) <= budget
    assert after.watertight and after.winding_outward
    assert (after.genus, after.n_parts) == (before.genus, before.n_parts)
    assert after.volume == pytest.approx(before.volume, rel=0.01)


@pytest.fixture(scope="module")
def rough() -> Mesh:
    """Noise at the scale of a cell: dozens of handles and parts, thin everywhere."""
    values = np.random.default_rng(0).lognormal(0, 2, (24, 24, 24)).astype(np.float32)
    return smooth_taubin(merge_and_prune(extract_surface(DensityGrid(values, 0), 2.0)), 2)


def test_simplify_of_a_rough_surface_keeps_the_topology(rough):
    before, after = mesh_health(rough), mesh_health(simplify(rough, 8000))
    assert before.watertight and before.n_faces > 16000 and before.genus > 20
    assert after.watertight and after.winding_outward and after.n_faces <= 8000
    assert (after.genus, after.n_parts) == (before.genus, before.n_parts)


def test_the_fast_way_alone_would_pinch_it(rough):
    """Canary: the case that the careful way is there for does exist."""
    vertices, faces = fast_simplification.simplify(rough.vertices, rough.faces, target_count=8000, agg=4)[:2]
    assert mesh_health(Mesh(vertices.astype(np.float32), faces)).nonmanifold_edges > 0


@pytest.mark.parametrize("name", ["ball", "box", "torus"])
def test_collapse_edges(fields, make, name):
    mesh = make(getattr(fields, name)())
    before, light = mesh_health(mesh), collapse_edges(mesh, 1000)
    after = mesh_health(light)
    assert len(light.faces) == 1000
    assert after.watertight and after.winding_outward
    assert (after.genus, after.n_parts) == (before.genus, before.n_parts)
    assert after.volume == pytest.approx(before.volume, rel=0.01)
    assert np.abs(getattr(fields, name)()(light.vertices.astype(np.float64))).max() < 2 / 64
    # It stops at what the topology needs, a tetrahedron or a small torus, and not before or after.
    least = mesh_health(collapse_edges(mesh, 4))
    assert least.watertight and least.genus == before.genus and least.n_faces < 60


def test_small_meshes_are_left_alone(fields, make):
    mesh = make(fields.ball(0.3), 16)
    assert len(simplify(mesh, 10**6).faces) == len(merge_and_prune(mesh).faces)
    with pytest.raises(ValueError, match="at least 4"):
        simplify(mesh, 3)


def test_normals_of_a_ball_are_radial_and_ignore_seams(fields, make):
    mesh = make(fields.ball(0.6))
    radial = mesh.vertices / np.linalg.norm(mesh.vertices, axis=1, keepdims=True)
    normals = vertex_normals(mesh.vertices, mesh.faces)
    assert (normals * radial).sum(axis=1).min() > 0.995
    torn = mesh.vertices[mesh.faces.reshape(-1)]
    split = vertex_normals(torn, np.arange(len(torn)).reshape(-1, 3))
    np.testing.assert_allclose(split, normals[mesh.faces.reshape(-1)], atol=1e-5)

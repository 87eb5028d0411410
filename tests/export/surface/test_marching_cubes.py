"""The isosurface of known shapes: volume, area, distance, topology, orientation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import ndimage

from bozzetto.export.mesh.mesh import Mesh, face_normals, mesh_health, select_faces
from bozzetto.export.surface.density_grid import (
    DensityGrid,
    EmptySurfaceError,
    SolidFieldError,
    evaluate_density,
    node_positions,
    sample_density,
    sample_density_near,
)
from bozzetto.export.surface.dual_contouring import dual_mesh
from bozzetto.export.surface.marching_cubes import extract_surface, march, march_blocks, marching_mesh, refine_crossings

N = 64
H = 2 / N


def shapes(fields):
    return {
        "ball": (fields.ball(0.6), 4 / 3 * math.pi * 0.6**3, 4 * math.pi * 0.6**2, 0),
        "box": (fields.box((0.5, 0.4, 0.3)), 8 * 0.5 * 0.4 * 0.3, 8 * (0.2 + 0.15 + 0.12), 0),
        "torus": (fields.torus(0.5, 0.2), 2 * math.pi**2 * 0.5 * 0.04, 4 * math.pi**2 * 0.5 * 0.2, 1),
    }


@pytest.mark.parametrize("name", ["ball", "box", "torus"])
def test_known_shape(fields, name):
    distance, volume, area, genus = shapes(fields)[name]
    density_fn = fields.density(distance)
    mesh = extract_surface(sample_density(density_fn, N), fields.PEAK / 2, density_fn=density_fn)
    health = mesh_health(mesh)
    assert health.watertight and health.winding_outward and health.n_parts == 1
    assert health.genus == genus
    # A cell cuts off what is sharper than itself: the box loses a strip of H along its edges.
    assert health.volume == pytest.approx(volume, rel=0.01 if name == "box" else 5e-3)
    assert health.area == pytest.approx(area, rel=0.03 if name == "box" else 5e-3)
    # On the surface but for the 0.02 of a cell by which vertices keep off nodes.
    # One side of the Hausdorff distance is the field itself, the other one needs points of the true surface.
    assert np.abs(distance(mesh.vertices.astype(np.float64))).max() < (0.6 * H if name == "box" else 0.021 * H)
    centers = mesh.vertices[mesh.faces].mean(axis=1).astype(np.float64)
    assert np.abs(distance(centers)).max() < 0.6 * H
    # Outward: a step along the normal raises the distance.
    normals = face_normals(mesh.vertices, mesh.faces)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    assert (distance(centers + H * normals) > distance(centers - H * normals)).all()


def test_true_surface_is_near_the_mesh(fields):
    from scipy.spatial import cKDTree

    density_fn = fields.density(fields.torus(0.5, 0.2))
    mesh = extract_surface(sample_density(density_fn, N), fields.PEAK / 2, density_fn=density_fn)
    a, b = np.random.default_rng(0).uniform(0, 2 * math.pi, (2, 5000))
    ring = 0.5 + 0.2 * np.cos(b)
    true = np.stack([ring * np.cos(a), ring * np.sin(a), 0.2 * np.sin(b)], axis=1)
    assert cKDTree(mesh.vertices).query(true)[0].max() < H


def test_refining_beats_interpolation_on_a_hard_surface(fields):
    distance = fields.ball(0.6)
    density_fn = fields.density(distance, peak=500.0, width=0.004)
    grid = sample_density(density_fn, N)
    plain = extract_surface(grid, 20.0)
    refined = extract_surface(grid, 20.0, density_fn=density_fn)
    radius = 0.6 + 0.004 * math.log(500 / 20 - 1)

    def error(mesh):
        return np.sqrt(np.mean((np.linalg.norm(mesh.vertices, axis=1) - radius) ** 2))

    assert error(refined) < 0.05 * error(plain)
    assert error(refined) < 0.01 * H


def test_sampling_near_the_surface_gives_the_same_mesh(fields):
    density_fn = fields.density(fields.union(fields.torus(), fields.ball(0.15, (0, 0, 0.6))))
    full = sample_density(density_fn, N)
    near = sample_density_near(density_fn, sample_density(density_fn, N // 2), 20.0, N)
    assert near.n_evaluated < 0.5 * full.n_evaluated
    a, b = extract_surface(full, 20.0), extract_surface(near, 20.0)
    assert np.array_equal(a.faces, b.faces)
    np.testing.assert_allclose(a.vertices, b.vertices, atol=1e-6)


def test_memory_is_bounded_by_blocks():
    asked = []

    def density_fn(p):
        asked.append(len(p))
        return np.exp(-5 * np.linalg.norm(p, axis=1))

    grid = sample_density(density_fn, 32, block=5000)
    assert max(asked) == 5000 and sum(asked) == 32**3
    # Not in C order by accident: the value is that of its own node.
    x = node_positions(np.ravel_multi_index(([3], [7], [20]), (32,) * 3), 32)
    np.testing.assert_allclose(x[0], [-1 + 3.5 / 16, -1 + 7.5 / 16, -1 + 20.5 / 16], rtol=1e-6)
    assert grid.values[3, 7, 20] == pytest.approx(float(density_fn(x)[0]))


@pytest.mark.parametrize("center", [(0.0, 0.0, 1.0), (-1.0, 0.2, 0.0), (1.0, 1.0, 1.0)])
def test_surface_that_leaves_the_cube_is_closed_on_its_side(fields, center):
    density_fn = fields.density(fields.ball(0.5, center))
    mesh = extract_surface(sample_density(density_fn, N), fields.PEAK / 2, density_fn=density_fn)
    health = mesh_health(mesh)
    assert health.watertight and health.winding_outward and health.genus == 0
    assert np.abs(mesh.vertices).max() <= 1.0
    share = 0.5 ** sum(abs(c) == 1 for c in center)
    assert health.volume == pytest.approx(share * 4 / 3 * math.pi * 0.125, rel=0.02)
    touching = np.abs(mesh.vertices[mesh.faces]).max(axis=2).min(axis=1) > 1 - 1e-6
    assert touching.any()


def test_empty_field_says_range_and_remedy(fields):
    grid = sample_density(lambda p: np.full(len(p), 0.25, np.float32), 16)
    with pytest.raises(EmptySurfaceError, match=r"\[0\.25, 0\.25\].*train"):
        extract_surface(grid, 5.0)


def test_solid_field_says_range_and_remedy():
    grid = sample_density(lambda p: np.full(len(p), 30.0, np.float32), 16)
    with pytest.raises(SolidFieldError, match=r"\[30, 30\].*Choose a level above"):
        extract_surface(grid, 5.0)
    assert issubclass(SolidFieldError, ValueError) and issubclass(EmptySurfaceError, ValueError)


@pytest.mark.parametrize("level", [0.0, -1.0, math.nan, math.inf])
def test_level_must_be_positive(fields, level):
    grid = sample_density(fields.density(fields.ball()), 16)
    with pytest.raises(ValueError, match="positive and finite"):
        extract_surface(grid, level)


def test_callable_is_checked():
    points = np.zeros((4, 3), np.float32)
    with pytest.raises(ValueError, match=r"must return \[4\], got \[4, 1\]"):
        evaluate_density(lambda p: np.zeros((len(p), 1)), points)
    with pytest.raises(ValueError, match="1 values of 4 that are NaN"):
        evaluate_density(lambda p: np.array([0, 1, np.nan, 2]), points)


def test_random_fields_are_closed_and_manifold():
    """Lewiner's cases include ambiguous ones; noise meets them all."""
    for seed in range(3):
        values = np.random.default_rng(seed).lognormal(0, 2, (20, 20, 20)).astype(np.float32)
        health = mesh_health(extract_surface(DensityGrid(values, 0), 1.0))
        assert health.boundary_edges == 0
        assert health.flipped_edges == 0
        assert health.volume > 0


def test_health_sees_a_hole_and_a_flip(fields):
    """Canary of the predicates that the other tests lean on."""
    mesh = extract_surface(sample_density(fields.density(fields.ball()), 24), 50.0)
    assert mesh_health(mesh).watertight and mesh_health(mesh).winding_outward
    keep = np.ones(len(mesh.faces), bool)
    keep[10] = False
    holed = mesh_health(select_faces(mesh, keep))
    assert not holed.watertight and holed.boundary_edges == 3 and holed.genus is None
    faces = mesh.faces.copy()
    faces[10] = faces[10, ::-1]
    flipped = mesh_health(Mesh(mesh.vertices, faces))
    assert flipped.watertight and flipped.flipped_edges == 3 and not flipped.winding_outward
    assert not mesh_health(Mesh(mesh.vertices, mesh.faces[:, ::-1])).winding_outward


@pytest.mark.parametrize("center", [(0.0, 0.0, 0.0), (1.0, 0.2, 0.0)])
def test_blocks_give_the_whole_grid_s_surface(fields, center):
    density_fn = fields.density(fields.union(fields.torus(), fields.ball(0.3, center)))
    coarse = sample_density(density_fn, 32)
    whole = refine_crossings(march(sample_density_near(density_fn, coarse, 20.0, N), 20.0), 20.0, density_fn)
    asked = []
    counted = march_blocks(lambda p: asked.append(len(p)) or density_fn(p), coarse, 20.0, N, cells=24)
    blocks = refine_crossings(counted, 20.0, density_fn)
    a, b = marching_mesh(whole), marching_mesh(blocks)
    assert len(a.faces) == len(b.faces) and max(asked) <= 25**3
    # Interpolation starts from 32-bit coordinates, which round otherwise in a block.
    np.testing.assert_allclose(np.sort(a.vertices, axis=0), np.sort(b.vertices, axis=0), atol=5e-7)
    assert mesh_health(b).volume == pytest.approx(mesh_health(a).volume, rel=1e-6)
    assert mesh_health(b).euler == mesh_health(a).euler
    assert mesh_health(b).watertight and mesh_health(b).winding_outward
    with pytest.raises(ValueError, match="below the coarse"):
        march_blocks(density_fn, coarse, 20.0, 16)


@pytest.mark.parametrize("name", ["ball", "box", "torus"])
def test_dual_surface_of_known_shapes(fields, name):
    distance, volume, area, genus = shapes(fields)[name]
    density_fn = fields.density(distance)
    level = fields.PEAK / 2
    mesh = dual_mesh(
        refine_crossings(march(sample_density(density_fn, N), level), level, density_fn), level, density_fn
    )
    health = mesh_health(mesh)
    assert health.watertight and health.winding_outward and health.n_parts == 1 and health.genus == genus
    # Twice as near as the marching surface's tolerances: edges are not cut off.
    assert health.volume == pytest.approx(volume, rel=2.5e-3) and health.area == pytest.approx(area, rel=1e-2)
    centers = mesh.vertices[mesh.faces].mean(axis=1).astype(np.float64)
    assert np.abs(distance(centers)).max() < 0.15 * H


def test_dual_surface_of_noise_is_closed_and_manifold():
    for seed in range(2):
        grid = DensityGrid(np.random.default_rng(seed).lognormal(0, 2, (16, 16, 16)).astype(np.float32), 0)
        nodes = np.log(grid.values)

        def density_fn(p, nodes=nodes):
            return np.exp(ndimage.map_coordinates(nodes, ((p + 1) * 8 - 0.5).T, order=1, mode="nearest"))

        health = mesh_health(dual_mesh(march(grid, 1.0), 1.0, density_fn))
        assert health.boundary_edges == health.nonmanifold_edges == health.flipped_edges == 0 and health.volume > 0

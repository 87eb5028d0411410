"""Sparse systems are solved to the tolerance, each right side by itself."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import diags, eye, random
from scipy.sparse.linalg import spsolve

from bozzetto.export.mesh.conjugate_gradients import solve_positive


def positive(n, seed=0):
    """A symmetric positive definite matrix whose rows are of very different sizes."""
    values = random(n, n, 8 / n, random_state=seed)
    scale = diags(np.geomspace(0.1, 10, n))
    return (scale @ (values.T @ values + 0.1 * eye(n)) @ scale).tocsr()


def test_all_sides_are_solved():
    matrix, right = positive(300), np.random.default_rng(1).normal(size=(300, 3))
    right[:, 1] *= 1e6
    found = solve_positive(matrix, right, tolerance=1e-9, max_iterations=2000)
    assert np.allclose(found, spsolve(matrix.tocsc(), right), rtol=1e-5, atol=1e-6 * np.abs(found).max(axis=0))


@pytest.mark.parametrize("tolerance", [1e-1, 1e-4])
def test_it_ends_at_the_tolerance(tolerance):
    matrix, right = positive(300), np.random.default_rng(2).normal(size=(300, 2))
    found = solve_positive(matrix, right, tolerance=tolerance, max_iterations=2000)
    left = np.linalg.norm(matrix @ found - right, axis=0) / np.linalg.norm(right, axis=0)
    assert (left <= 1.001 * tolerance).all() and (left > 0.01 * tolerance).all()


def test_a_side_does_not_hang_on_those_beside_it():
    matrix, right = positive(200), np.random.default_rng(3).normal(size=(200, 3))
    together = solve_positive(matrix, right, tolerance=1e-6, max_iterations=500)
    for c in range(3):
        alone = solve_positive(matrix, right[:, c : c + 1], tolerance=1e-6, max_iterations=500)
        assert np.allclose(together[:, c], alone[:, 0], rtol=1e-9, atol=1e-12)


def test_nothing_asked_for_is_nothing_and_iterations_end():
    matrix = positive(50)
    assert not solve_positive(matrix, np.zeros((50, 2)), tolerance=1e-6, max_iterations=10).any()
    right = np.ones((50, 1))
    assert not solve_positive(matrix, right, tolerance=1e-6, max_iterations=0).any()
    rough, better = (solve_positive(matrix, right, tolerance=1e-12, max_iterations=k) for k in (2, 20))
    residuals = [np.linalg.norm(matrix @ x - right) for x in (rough, better)]
    assert residuals[1] < 0.1 * residuals[0]

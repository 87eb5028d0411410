"""Silhouettes without a surface are those of the surface."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bozzetto.export.mesh.raster import PRIOR_DISTANCE, silhouettes
from bozzetto.export.surface.density_grid import DensityGrid, sample_density
from bozzetto.export.surface.grid_silhouettes import GridSilhouettes
from bozzetto.export.surface.marching_cubes import extract_surface

AZIMUTH, ELEVATION = np.array([0.3, 1.4, 2.9, 4.0]), np.array([0.2, 0.7, -0.3, math.pi / 2])


@pytest.mark.parametrize(("level", "apart"), [(1.0, 3e-3), (20.0, 3e-3), (80.0, 0.02)])
def test_they_are_those_of_marching_cubes(fields, level, apart):
    """A torus with a pole through it and a ball: but for pixels whose centre a surface hardly covers. Where the pole is
    one node thick, flat faces lie outside of what is interpolated between them."""
    pole, torus = fields.box((0.03, 0.7, 0.03)), fields.torus(0.6, 0.05)
    grid = sample_density(fields.density(fields.union(fields.ball(0.3), fields.union(pole, torus)), 100.0, 0.02), 96)
    expected = silhouettes(extract_surface(grid, level), AZIMUTH, ELEVATION, 96)
    found = GridSilhouettes(grid, AZIMUTH, ELEVATION, 96).at(level)
    assert (found != expected).mean() < 1e-3 and expected.mean() > 0.05
    assert found.mean() == pytest.approx(expected.mean(), rel=apart)


def test_the_order_in_which_levels_are_asked_for_does_not_matter(fields):
    grid = sample_density(fields.density(fields.torus(0.5, 0.15), 100.0, 0.05), 48)
    levels = [10.0, 80.0, 1.0, 9.0, 10.0, 40.0, 0.1]
    one = GridSilhouettes(grid, AZIMUTH, ELEVATION, 48)
    seen = {level: one.at(level) for level in levels}
    for level in levels:
        assert np.array_equal(seen[level], GridSilhouettes(grid, AZIMUTH, ELEVATION, 48).at(level))
    ordered = [seen[level] for level in sorted(seen)]
    assert all((lower >= higher).all() for lower, higher in zip(ordered, ordered[1:], strict=False))


def test_a_full_grid_is_the_cube_and_an_empty_one_nothing():
    """From the front, the cube's near side covers the most: the whole unit square at a distance one less."""
    full = GridSilhouettes(DensityGrid(np.full((16, 16, 16), 50.0, np.float32), 0), np.zeros(1), np.zeros(1), 200)
    side = 2 / (PRIOR_DISTANCE - 1) / (2 * math.tan(math.radians(20)))
    assert full.at(1.0).mean() == pytest.approx(min(side, 1) ** 2, abs=0.02)
    assert not full.at(60.0).any()
    # Seen from along its diagonal, where it does not fill the picture, it is the hexagon of the mesh.
    grid = DensityGrid(np.zeros((24, 24, 24), np.float32), 0)
    grid.values[8:16, 8:16, 8:16] = 50.0
    views = np.array([math.pi / 4]), np.array([0.6])
    expected = silhouettes(extract_surface(grid, 10.0), *views, 96)
    assert (GridSilhouettes(grid, *views, 96).at(10.0) != expected).mean() < 2e-3

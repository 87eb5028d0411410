"""Thin parts are made even along their length; what is not thin stays."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import FieldFunctions, field_to_model
from bozzetto.export.surface.density_grid import sample_density
from bozzetto.export.surface.thin_structures import even_lines, line_directions

AXIS = np.array([0.48, 0.6, 0.64])
LENGTH, LEVEL = 0.036, 20.0


def pole(radius, half=0.6):
    """Signed distance of a pole along AXIS whose radius is a function of the place along it."""

    def distance(p):
        along = p @ AXIS
        across = np.linalg.norm(p - along[:, None] * AXIS, axis=1)
        return np.maximum(across - radius(along), np.abs(along) - half)

    return distance


def straight(along):
    return 0.025 + 0 * along


def knobbly(along):
    return 0.025 + 0.008 * np.cos(along * 2 * np.pi / 0.06)


def with_gap(density_fn, gap, left):
    """A density of which so much is left for `gap` metres in the middle of the pole."""
    return lambda p: density_fn(p) * np.where(np.abs(p @ AXIS) < gap / 2, left, 1).astype(np.float32)


def parts(grid):
    return ndimage.label(grid.values >= LEVEL, np.ones((3, 3, 3)))[1]


def sections(grid):
    """How many nodes are inside, by the place along the pole away from its ends and middle: bins of 0.015 metres."""
    place = np.stack(np.nonzero(grid.values >= LEVEL), 1)
    along = ((place + 0.5) * grid.spacing - 1) @ AXIS
    return np.histogram(np.abs(along), np.arange(0.1, 0.5, 0.015))[0]


def evened(density_fn, nodes=144):
    grid = sample_density(density_fn, nodes)
    return grid, sample_density(even_lines(grid, LEVEL, LENGTH).of(density_fn), nodes)


def test_a_lines_direction_is_found(fields):
    grid = sample_density(fields.density(pole(straight), width=0.004), 128)
    nodes, direction, coherence = line_directions(grid.values / (grid.values + LEVEL), LENGTH / grid.spacing)
    place = np.stack(np.unravel_index(nodes, grid.values.shape), 1)
    middle = np.abs(((place + 0.5) * grid.spacing - 1) @ AXIS) < 0.5
    assert middle.sum() > 1000
    assert np.degrees(np.arccos(np.abs(direction[middle] @ AXIS).clip(0, 1))).max() < 6
    assert np.linalg.norm(direction, axis=1) == pytest.approx(1, abs=1e-5)
    assert np.median(coherence[middle]) > 0.8


def test_a_knobbly_pole_becomes_even_and_as_thick(fields):
    before, after = evened(fields.density(pole(knobbly), width=0.004))
    assert sections(after).std() < 0.5 * sections(before).std()
    # At the same level, which is searched anew afterwards: most of a knob's length is thinner than its middle.
    assert 0.75 < sections(after).mean() / sections(before).mean() < 1


@pytest.mark.parametrize(("gap", "left", "parts_left"), [(0.05, 0.15, 1), (0.05, 0.0, 2), (0.2, 0.15, 2)])
def test_a_dip_is_closed_and_a_distance_is_not(fields, gap, left, parts_left):
    """A pole that fades between two ends goes on; two poles that are two, or far apart, stay two."""
    before, after = evened(with_gap(fields.density(pole(straight), width=0.004), gap, left))
    assert parts(before) == 2
    assert parts(after) == parts_left


@pytest.mark.parametrize("shape", ["ball", "slab"])
def test_what_is_no_line_stays(fields, shape):
    """A ball to the bit; a slab, thinner than the length, but for its rim."""
    distance = fields.ball(0.5) if shape == "ball" else fields.box((0.6, 0.015, 0.6))
    density_fn = fields.density(distance, width=0.004)
    even = even_lines(sample_density(density_fn, 144), LEVEL, LENGTH).of(density_fn)
    points = np.random.default_rng(0).uniform(-0.45, 0.45, (20_000, 3)).astype(np.float32)
    if shape == "ball":
        points *= np.float32(0.5) / np.linalg.norm(points, axis=1, keepdims=True)
    else:
        points[:, 1] *= 0.1
    assert np.array_equal(even(points), density_fn(points))


def test_an_empty_and_a_solid_grid_have_no_lines(fields):
    for value in (0.0, 100.0):
        grid = sample_density(lambda p, value=value: np.full(len(p), value, np.float32), 16)
        even = even_lines(grid, LEVEL, LENGTH)
        assert not even.changed.any()


def test_the_mesh_of_a_pole_in_pieces_is_one_piece(fields):
    density_fn = with_gap(fields.density(pole(knobbly), width=0.004), 0.04, 0.18)
    found = {}
    for length in (0.0, LENGTH):
        settings = ExportSettings(
            resolution=144, isolevel=LEVEL, line_length=length, keep_fraction=0.001, texture_size=64, max_faces=2000
        )
        found[length] = field_to_model(
            FieldFunctions(density_fn, lambda p: np.full((len(p), 3), 0.5, np.float32)), settings
        ).report
    assert found[0.0].health.n_parts == 2
    assert found[LENGTH].health.n_parts == 1
    assert found[LENGTH].watertight

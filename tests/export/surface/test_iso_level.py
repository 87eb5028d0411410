"""The iso level is found from silhouettes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, silhouettes
from bozzetto.export.surface.density_grid import EmptySurfaceError, SolidFieldError, sample_density
from bozzetto.export.surface.iso_level import (
    choose_isolevel,
    glass_threshold,
    silhouette_iou,
    silhouette_target,
    silhouette_threshold,
)
from bozzetto.export.surface.marching_cubes import extract_surface


def disc_opacity(radius):
    """The silhouette of a ball at the origin, from the prior's camera."""

    def render(azimuth, elevation, resolution):
        x = ((np.arange(resolution) + 0.5) / resolution * 2 - 1) * math.tan(PRIOR_FOVY / 2)
        slope = np.hypot(x[None, :], x[:, None])
        return (slope < math.tan(math.asin(radius / PRIOR_DISTANCE))).astype(np.float32)

    return render


@pytest.mark.parametrize("level", [0.5, 4.0, 60.0])
def test_recovers_a_known_level(fields, level):
    """A wide sigmoid: each level is another ball, and the opacity is that of one of them."""
    width, peak = 0.06, 100.0
    grid = sample_density(fields.density(fields.ball(0.5), peak, width), 64)
    radius = 0.5 + width * math.log(peak / level - 1)
    found = choose_isolevel(grid, silhouette_target(disc_opacity(radius)))
    reached = 0.5 + width * math.log(peak / found.level - 1)
    # A sixth of a pixel of the 96 that span 2.13 metres at the origin.
    assert reached == pytest.approx(radius, abs=2.13 / 96 / 6)
    assert found.iou > 0.985
    assert found.match == max(match for _, match in found.tried) <= found.iou


@pytest.mark.parametrize("rim", [0.4, 0.6])
def test_a_soft_rim_counts_by_its_opacity(fields, rim):
    """A disc with a rim of little more than a pixel, which a mask has wholly or not at all."""
    inner, outer = disc_opacity(0.12)(0, 0, 96), disc_opacity(0.15)(0, 0, 96)
    opacity = inner + rim * (outer - inner)
    target = silhouette_target(lambda a, e, r: opacity)
    assert np.array_equal(target.masks[0], (inner if rim < 0.5 else outer) > 0)
    assert target.area == pytest.approx(float(opacity.mean()), rel=0.06)
    grid = sample_density(fields.density(fields.ball(0.15), 100.0, 0.02), 96)
    found = choose_isolevel(grid, target)
    covered = silhouettes(extract_surface(grid, found.level), target.azimuth, target.elevation, 96)
    assert covered.mean() == pytest.approx(target.area, rel=0.06)
    assert covered.mean() != pytest.approx(target.masks.mean(), rel=0.08), "the mask alone is another size"


def test_neither_thinner_glass_nor_fog_over_all_the_picture_changes_the_area():
    disc, pane = disc_opacity(0.3)(0, 0, 96), disc_opacity(0.1)(0, 0, 96)
    assert silhouette_target(lambda a, e, r: disc - 0.4 * pane).area == pytest.approx(float(disc.mean()), rel=1e-5)
    assert silhouette_target(lambda a, e, r: np.maximum(disc, 0.05)).area == pytest.approx(float(disc.mean()), rel=1e-5)


def test_volume_render_of_the_field_itself(fields):
    density_fn = fields.density(fields.union(fields.torus(0.45, 0.15), fields.box((0.1, 0.6, 0.1))), 80.0, 0.03)
    target = silhouette_target(fields.opacity(density_fn))
    grid = sample_density(density_fn, 64)
    found = choose_isolevel(grid, target)
    assert found.iou > 0.97
    for other in (found.level * 4, found.level / 4):
        assert silhouette_iou(extract_surface(grid, other), target) < found.iou


def test_level_outside_the_ladder_is_reached(fields):
    """Densities in other units than per metre still have a level."""
    grid = sample_density(fields.density(fields.ball(0.5), 0.3, 0.06), 48)
    radius = 0.5 + 0.06 * math.log(0.3 / 0.01 - 1)
    found = choose_isolevel(grid, silhouette_target(disc_opacity(radius)))
    assert 0.5 + 0.06 * math.log(0.3 / found.level - 1) == pytest.approx(radius, abs=0.01)


def test_thin_fog_lowers_the_threshold(fields):
    """An object whose opacity never reaches a half still has a silhouette."""
    density_fn = fields.density(fields.ball(0.6), 0.4, 0.02)
    target = silhouette_target(fields.opacity(density_fn))
    assert target.threshold < 0.25
    found = choose_isolevel(sample_density(density_fn, 48), target)
    assert found.iou > 0.9


def test_the_threshold_is_half_of_what_most_of_the_object_has():
    disc = disc_opacity(0.5)(0, 0, 96)
    assert silhouette_threshold(disc) == 0.5
    # A soft rim and a faint haze leave it where it was; glass with a dense rim has the glass's.
    rim = disc_opacity(0.55)(0, 0, 96) * 0.3 * (1 - disc)
    assert silhouette_threshold(disc + rim + 0.01) == pytest.approx(0.5, abs=0.01)
    ring = disc_opacity(0.5)(0, 0, 96) - disc_opacity(0.45)(0, 0, 96)
    glass = 0.9 * ring + 0.3 * (disc - ring)
    assert silhouette_threshold(glass) == pytest.approx(0.15)
    target = silhouette_target(lambda a, e, r: glass)
    assert np.array_equal(target.masks[0], disc > 0)
    assert silhouette_threshold(np.zeros((4, 4))) == 0.5


def test_the_silhouette_of_glass_has_its_faint_parts():
    """A bowl that stops .8 of the light, and a foot that stops .3: at half of the bowl's, the foot is not there."""
    glass = np.zeros((1, 96, 96), np.float32)
    glass[:, 10:60, 20:76], glass[:, 70:82, 20:76] = 0.8, 0.3
    seen = lambda a, e, r: glass[0]  # noqa: E731
    assert glass_threshold(glass) == pytest.approx(0.15) and silhouette_threshold(glass) == pytest.approx(0.4)
    assert np.array_equal(silhouette_target(seen, glass=True).masks[0], glass[0] > 0)
    assert np.array_equal(silhouette_target(seen).masks[0], glass[0] > 0.5)
    # Of what is opaque, and of what is too thin to have an inside, it is the usual one.
    assert glass_threshold((glass > 0).astype(np.float32)) == 0.5
    thin = np.zeros((1, 96, 96), np.float32)
    thin[:, :, 40:42] = 0.6
    assert glass_threshold(thin) == silhouette_threshold(thin) == pytest.approx(0.3)


def test_nothing_visible():
    with pytest.raises(EmptySurfaceError, match="opacity does not exceed"):
        silhouette_target(lambda a, e, r: np.full((r, r), 0.001, np.float32))


def test_empty_and_solid_fields(fields):
    target = silhouette_target(disc_opacity(0.5))
    with pytest.raises(EmptySurfaceError, match="nearly zero everywhere"):
        choose_isolevel(sample_density(lambda p: np.zeros(len(p), np.float32), 16), target)
    with pytest.raises(SolidFieldError, match=r"\[50, 50\]"):
        choose_isolevel(sample_density(lambda p: np.full(len(p), 50, np.float32), 16), target)


def test_opacity_is_checked():
    with pytest.raises(ValueError, match=r"must return \[96, 96\]"):
        silhouette_target(lambda a, e, r: np.zeros((r, r + 1)))
    with pytest.raises(ValueError, match="NaN"):
        silhouette_target(lambda a, e, r: np.full((r, r), np.nan))

"""The iso level at which the mesh looks like the volume render: where it covers what that covers, and as much of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float
from scipy import ndimage

from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.mesh.raster import silhouettes
from bozzetto.export.surface.density_grid import DensityGrid, EmptySurfaceError, SolidFieldError
from bozzetto.export.surface.grid_silhouettes import GridSilhouettes

OpacityFn = Callable[[float, float, int], Float[np.ndarray, "h w"]]

# A slab of thickness L turns half opaque at sigma = ln 2 / L: from a metre to two millimetres.
LADDER = tuple(0.7 * 2.2**k for k in range(8))
TINY_DENSITY = 1e-3
TINY_OPACITY = 0.02
BACKGROUND = 0.1
"""Pixels whose opacity is less than this share of the densest ones' show nothing."""
FAINT_SHARE = 0.05
"""Share of glass's pixels that may be fainter than what its silhouette goes by: a foot stops less light than a bowl."""
AREA_WEIGHT = 2.0
"""Of an area that is off, beside the IoU, which changes with it by at most as much."""


@dataclass(frozen=True)
class SilhouetteTarget:
    """What the volume render covers, from the prior's camera."""

    azimuth: Float[np.ndarray, " b"]
    """[B], radians."""
    elevation: Float[np.ndarray, " b"]
    """[B], radians."""
    masks: Bool[np.ndarray, "b h w"]
    """[B, H, W] bool."""
    threshold: float
    """The opacity from which a pixel counts as covered."""
    area: float
    """Share of the pixels that is covered, those of soft rims in part: a mask of what is thin is too wide."""


@dataclass(frozen=True)
class IsoLevel:
    """The result of a search."""

    level: float
    """Per metre."""
    iou: float
    """Intersection over union of all views' pixels, on the searched grid."""
    match: float
    """What was searched for, see ``silhouette_match``; at most 1."""
    tried: tuple[tuple[float, float], ...]
    """(level, match) in the order of the search."""


def silhouette_threshold(opacity: Float[np.ndarray, "*shape"]) -> float:
    """The opacity from which a pixel belongs to the silhouette: half of what the pixels that show something have.

    Of a solid object that is a half. Glass and fog are less opaque; their silhouette is whole all the same.

    Args:
        opacity: of all views, any shape, in [0, 1].

    Returns:
        In (0, 0.5]; a half where nothing is visible.
    """
    shown = opacity[_shows(opacity)]
    return 0.5 * min(1.0, float(np.median(shown))) if len(shown) else 0.5


def glass_threshold(opacity: Float[np.ndarray, "b h w"]) -> float:
    """The opacity from which a pixel belongs to the silhouette of glass: half of what its faintest parts have.

    A part that stops half as much light as most of the object is there all the same: its surface is drawn as clear as
    it should be, where that of an opaque object, at this level, would be too wide.

    Args:
        opacity: [B, H, W] in [0, 1].

    Returns:
        In (0, `silhouette_threshold`].
    """
    inside = opacity[ndimage.minimum_filter(_shows(opacity), (1, 3, 3))]
    usual = silhouette_threshold(opacity)
    return min(usual, 0.5 * float(np.quantile(inside, FAINT_SHARE))) if len(inside) else usual


def _shows(opacity: Array) -> Array:
    """Which pixels show something."""
    return opacity >= max(BACKGROUND * float(np.quantile(opacity, 0.995)), TINY_OPACITY)


def silhouette_target(
    opacity_fn: OpacityFn, *, n_views: int = 6, resolution: int = 96, glass: bool = False
) -> SilhouetteTarget:
    """Asks for the volume render's opacity around the object.

    Args:
        opacity_fn: (azimuth, elevation, resolution) -> [H, W] in [0, 1], from the prior's camera; radians.
        n_views: views, spread over azimuth, their elevation alternating.
        resolution: pixels along a side.
        glass: whether it is of glass.

    Returns:
        Masks, by ``silhouette_threshold`` or ``glass_threshold``, and the covered area: where twice that opacity is,
        and within the masks, where less is glass and no rim, a pixel is covered wholly.

    Raises:
        EmptySurfaceError: nothing is visible.
        ValueError: the callable returns another shape or values that are not finite.
    """
    # The half step keeps mirror-symmetric objects from showing the same silhouette twice.
    azimuth = (np.arange(n_views) + 0.25) * (2 * math.pi / n_views)
    elevation = np.where(np.arange(n_views) % 2 == 0, math.radians(10.0), math.radians(40.0))
    opacity = np.empty((n_views, resolution, resolution), np.float32)
    for view in range(n_views):
        image = np.asarray(opacity_fn(float(azimuth[view]), float(elevation[view]), resolution))
        if image.shape != (resolution, resolution):
            raise ValueError(f"opacity_fn must return [{resolution}, {resolution}], got {list(image.shape)}")
        opacity[view] = image
    if not np.isfinite(opacity).all():
        raise ValueError("opacity_fn returned values that are NaN or infinite")
    reached = float(np.quantile(opacity, 0.995))
    if reached < TINY_OPACITY:
        raise EmptySurfaceError(
            f"nothing is visible: the volume render's opacity does not exceed {float(opacity.max()):.3g}. "
            "The field is empty: train it longer or with another seed."
        )
    threshold = glass_threshold(opacity) if glass else silhouette_threshold(opacity)
    masks = opacity >= threshold
    within = ndimage.minimum_filter(masks, (1, 3, 3))
    covered = np.where(within, 1, np.minimum(opacity / (2 * threshold), 1) * _shows(opacity))
    return SilhouetteTarget(azimuth, elevation, masks, threshold, float(covered.mean()))


def silhouette_iou(mesh: Mesh, target: SilhouetteTarget) -> float:
    """Intersection over union of a mesh's silhouettes with the volume render's, over all views' pixels.

    Args:
        mesh: any mesh.
        target: masks.

    Returns:
        In [0, 1].
    """
    return _iou(silhouettes(mesh, target.azimuth, target.elevation, target.masks.shape[1]), target)


def silhouette_match(covered: Bool[np.ndarray, "b h w"], target: SilhouetteTarget) -> tuple[float, float]:
    """How well silhouettes cover what the volume render covers: IoU - w |ln(their area / the render's)|.

    The IoU alone takes a soft pole for as wide as its half-opaque part; see "A level that covers as much" in
    docs/lab-notes.md.

    Args:
        covered: [B, H, W] bool.
        target: masks and area.

    Returns:
        The match, at most 1, -inf where nothing is covered; and the IoU in [0, 1].
    """
    if not covered.any():
        return -math.inf, 0.0
    iou = _iou(covered, target)
    return iou - AREA_WEIGHT * abs(math.log(float(covered.mean()) / target.area)), iou


def _iou(covered: Array, target: SilhouetteTarget) -> float:
    union = int((covered | target.masks).sum())
    return int((covered & target.masks).sum()) / union if union else 0.0


def choose_isolevel(
    grid: DensityGrid, target: SilhouetteTarget, *, around: float | None = None, refine_steps: int = 6
) -> IsoLevel:
    """Finds the iso level whose surface covers what the volume render covers.

    A geometric ladder of levels, extended while its best is at an end, then a golden section of the logarithm.

    Args:
        grid: densities, not much coarser than the grid of the mesh: a part that is thinner than a cell shrinks.
        target: masks of the volume render.
        around: a level that a coarser grid gave: the ladder is short, and begins about it.
        refine_steps: steps of the golden section.

    Returns:
        The level and how well it matches. Where levels are equally good (a hard surface), the middle one.

    Raises:
        EmptySurfaceError: the field is nearly zero everywhere.
        SolidFieldError: the field is nearly constant.
    """
    lowest, highest = float(grid.values.min()), float(grid.values.max())
    if highest < TINY_DENSITY:
        raise EmptySurfaceError(
            f"no surface at any level: the density lies in [{lowest:.4g}, {highest:.4g}], nearly zero everywhere. "
            "The field is empty: train it longer or with another seed."
        )
    floor, ceiling = max(lowest * 1.02, highest * 1e-6, TINY_DENSITY / 2), highest * 0.98
    if floor >= ceiling:
        raise SolidFieldError(
            f"the field fills the whole cube: the density lies in [{lowest:.4g}, {highest:.4g}], nearly constant. "
            "It is a solid fog without a surface: train it with another seed or a stronger penalty on opacity."
        )
    seen = GridSilhouettes(grid, target.azimuth, target.elevation, target.masks.shape[1])
    tried: dict[float, float] = {}
    ious: dict[float, float] = {}

    def score(level: float) -> float:
        if level not in tried:
            tried[level], ious[level] = silhouette_match(seen.at(level), target)
        return tried[level]

    steps = LADDER if around is None else around * np.geomspace(0.5, 2.0, 5)
    ladder = [float(level) for level in steps if floor < level < ceiling]
    if len(ladder) < 4:
        ladder = list(np.geomspace(floor, ceiling, 7))
    for level in ladder:
        score(level)
    step = ladder[1] / ladder[0]
    while tried[ladder[-1]] >= max(tried.values()) and ladder[-1] < ceiling:
        ladder.append(min(ladder[-1] * step, ceiling))
        score(ladder[-1])
    while tried[ladder[0]] >= max(tried.values()) and ladder[0] > floor:
        ladder.insert(0, max(ladder[0] / step, floor))
        score(ladder[0])

    best = _middle_of_best(tried)
    where = ladder.index(best)
    low = math.log(ladder[max(where - 1, 0)])
    high = math.log(ladder[min(where + 1, len(ladder) - 1)])
    golden = (math.sqrt(5.0) - 1.0) / 2.0
    a, b = high - golden * (high - low), low + golden * (high - low)
    for _ in range(refine_steps):
        if score(math.exp(a)) >= score(math.exp(b)):
            high, b = b, a
            a = high - golden * (high - low)
        else:
            low, a = a, b
            b = low + golden * (high - low)
    best = _middle_of_best(tried)
    return IsoLevel(best, ious[best], tried[best], tuple(tried.items()))


def _middle_of_best(tried: dict[float, float], tolerance: float = 5e-4) -> float:
    """The middle of the levels that are as good as the best one."""
    best = max(tried.values())
    good = sorted(level for level, match in tried.items() if match >= best - tolerance)
    return good[len(good) // 2]

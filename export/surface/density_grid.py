"""Samples of a density field on a grid over the cube [-1, 1]^3.

Density is sampled at cell centres: node i of n lies at -1 + (i + 0.5) * 2 / n.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Float32, Int, Int64
from scipy import ndimage

from bozzetto.export.mesh.mesh import Array

DensityFn = Callable[[Float32[np.ndarray, "n 3"]], Float[np.ndarray, " n"]]
"""[N, 3] float32 -> [N], per metre."""


class EmptySurfaceError(ValueError):
    """No point of the field reaches the iso level: there is nothing to export."""


class SolidFieldError(ValueError):
    """The field is above the iso level everywhere in the cube: there is no surface but the cube's."""


@dataclass(frozen=True)
class DensityGrid:
    """Densities at the cell centres of the cube [-1, 1]^3."""

    values: Float32[np.ndarray, "n n n"]
    """[n, n, n] float32, indexed x, y, z; per metre."""
    n_evaluated: int
    """How many points of the field were asked for."""
    sampled: Bool[np.ndarray, "n n n"] | None = None
    """[n, n, n] bool, the nodes whose value is the field's own; None: all of them. Others have what is near."""

    @property
    def resolution(self) -> int:
        """Nodes along a side."""
        return len(self.values)

    @property
    def spacing(self) -> float:
        """Metres between neighbouring nodes."""
        return 2.0 / self.resolution


def node_positions(flat_indices: Int[np.ndarray, " n"], resolution: int) -> Float32[np.ndarray, "n 3"]:
    """Positions of grid nodes.

    Args:
        flat_indices: [N], C order over [x, y, z].
        resolution: nodes along a side.

    Returns:
        [N, 3] float32, metres, inside the cube.
    """
    x, y, z = np.unravel_index(flat_indices, (resolution, resolution, resolution))
    return ((np.stack([x, y, z], axis=1) + 0.5) * (2.0 / resolution) - 1.0).astype(np.float32)


def evaluate_density(
    density_fn: DensityFn, points: Float32[np.ndarray, "n 3"], block: int = 1 << 17
) -> Float32[np.ndarray, " n"]:
    """Evaluates a density in blocks and checks what comes back.

    Args:
        density_fn: [N, 3] float32 -> [N], per metre.
        points: [N, 3] float32, metres.
        block: points for one call, which bounds memory.

    Returns:
        [N] float32.

    Raises:
        ValueError: the callable returns another shape, or a value that is not finite.
    """
    out = np.empty(len(points), np.float32)
    for start in range(0, len(points), block):
        part = points[start : start + block]
        values = np.asarray(density_fn(part))
        if values.shape != (len(part),):
            raise ValueError(f"density_fn must return [{len(part)}], got {list(values.shape)}")
        out[start : start + block] = values
    if not np.isfinite(out).all():
        bad = int((~np.isfinite(out)).sum())
        raise ValueError(f"density_fn returned {bad} values of {len(out)} that are NaN or infinite")
    return out


def sample_density(density_fn: DensityFn, resolution: int, *, block: int = 1 << 17) -> DensityGrid:
    """Samples a density at all nodes of a grid.

    Args:
        density_fn: [N, 3] float32 -> [N], per metre.
        resolution: nodes along a side, at least 4.
        block: points for one call.

    Returns:
        The grid.
    """
    if resolution < 4:
        raise ValueError(f"resolution must be at least 4, got {resolution}")
    values = np.empty(resolution**3, np.float32)
    # Positions are made block by block: those of a 512^3 grid would take 1.6 GB.
    for start in range(0, len(values), block):
        indices = np.arange(start, min(start + block, len(values)))
        values[start : start + block] = evaluate_density(density_fn, node_positions(indices, resolution), block)
    return DensityGrid(values.reshape((resolution,) * 3), len(values))


def sample_density_near(
    density_fn: DensityFn,
    coarse: DensityGrid,
    level: float,
    resolution: int,
    *,
    margin: float = 0.1,
    block: int = 1 << 17,
    progress: Callable[[float], None] | None = None,
) -> DensityGrid:
    """Samples a density on a finer grid, only where the surface can be.

    A node is asked for when, among the coarse nodes around it, one reaches `margin` times the level and another one
    does not reach the level. The others keep the nearest coarse value, which is on their side of the surface. A feature
    thinner than the coarse spacing that no coarse node feels at all is lost; so is a void of that size inside.

    Args:
        density_fn: [N, 3] float32 -> [N], per metre.
        coarse: samples of the same field.
        level: iso level, per metre.
        resolution: nodes along a side of the fine grid, at least the coarse one's.
        margin: in (0, 1]; smaller is safer and slower.
        block: points for one call.
        progress: called with the fraction done.

    Returns:
        The fine grid.
    """
    if resolution < coarse.resolution:
        raise ValueError(f"resolution {resolution} is below the coarse grid's {coarse.resolution}")
    nearest = nearest_coarse(resolution, coarse.resolution)
    values = coarse.values[np.ix_(nearest, nearest, nearest)]
    near = DensityGrid(values, coarse.n_evaluated, np.zeros(values.shape, bool))
    return sample_rest(density_fn, near, coarse, level, margin=margin, block=block, progress=progress)


def sample_rest(
    density_fn: DensityFn,
    near: DensityGrid,
    coarse: DensityGrid,
    level: float,
    *,
    margin: float = 0.1,
    block: int = 1 << 17,
    progress: Callable[[float], None] | None = None,
) -> DensityGrid:
    """Samples what is still missing of a grid of `sample_density_near` for another level.

    Args:
        density_fn: [N, 3] float32 -> [N], per metre.
        near: the grid, made for some level.
        coarse: what it was made from, as there.
        level: iso level, per metre.
        margin, block, progress: as there.

    Returns:
        A grid in which all nodes are sampled that either level asks for.
    """
    if near.sampled is None:
        return near
    nearest = nearest_coarse(near.resolution, coarse.resolution)
    active = active_nodes(coarse, level, margin)[np.ix_(nearest, nearest, nearest)]
    wanted = np.flatnonzero(active & ~near.sampled)
    values = near.values.reshape(-1).copy()
    for start in range(0, len(wanted), block):
        indices = wanted[start : start + block]
        values[indices] = evaluate_density(density_fn, node_positions(indices, near.resolution), block)
        if progress is not None:
            progress(min(1.0, (start + block) / len(wanted)))
    return DensityGrid(values.reshape(active.shape), near.n_evaluated + len(wanted), near.sampled | active)


def check_level(grid: DensityGrid, level: float) -> None:
    """Raises unless the level separates the grid's densities.

    Args:
        grid: densities.
        level: iso level, per metre.

    Raises:
        EmptySurfaceError: no density reaches the level.
        SolidFieldError: all densities reach it.
        ValueError: the level is not positive and finite.
    """
    lowest, highest = float(grid.values.min()), float(grid.values.max())
    if not (np.isfinite(level) and level > 0):
        raise ValueError(f"the iso level must be positive and finite, got {level}")
    if highest < level:
        raise EmptySurfaceError(
            f"no surface at level {level:.4g}: the density lies in [{lowest:.4g}, {highest:.4g}]. "
            "Choose a level below the maximum or let it be found; if the maximum is near zero the field is empty: "
            "train it longer or with another seed."
        )
    if lowest >= level:
        raise SolidFieldError(
            f"the field fills the whole cube at level {level:.4g}: the density lies in [{lowest:.4g}, {highest:.4g}]. "
            "Choose a level above the minimum; if they are nearly equal the field is a solid fog: train it with "
            "another seed or a stronger penalty on opacity."
        )


def active_nodes(coarse: DensityGrid, level: float, margin: float) -> Bool[np.ndarray, "n n n"]:
    """Coarse nodes around which the surface can be."""
    highest = ndimage.maximum_filter(coarse.values, 3)
    lowest = ndimage.minimum_filter(coarse.values, 3)
    cells: Array = (highest >= margin * level) & (lowest < level)
    return cells


def nearest_coarse(resolution: int, coarse_resolution: int) -> Int64[np.ndarray, " {resolution}"]:
    """[resolution] index of the coarse node nearest to each fine one, along an axis."""
    nearest = ((np.arange(resolution) + 0.5) * (coarse_resolution / resolution)).astype(np.int64)
    return np.minimum(nearest, coarse_resolution - 1)

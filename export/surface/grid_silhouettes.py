"""Silhouettes of a density grid's iso surfaces, without the surfaces: rays that look for a point inside.

What is inside at a level is inside at all lower ones, so that each ray remembers between which levels it changes, and
a search for a level traces fewer and fewer of them.
"""

from __future__ import annotations

import math

import numpy as np
from jaxtyping import Bool, Float

from bozzetto.export.mesh.bvh import in_chunks
from bozzetto.export.mesh.mesh import Array
from bozzetto.export.mesh.raster import PRIOR_FOVY, orbit_c2w
from bozzetto.export.surface.density_grid import DensityGrid
from bozzetto.kernels import kernel

BLOCK_NODES = 8
"""Nodes along a side of a block that is passed over where all its densities are too low."""
STEP = 0.25
"""Between two points on a ray, in nodes: what a ray meets over a shorter way is hardly wider than the ray."""


class GridSilhouettes:
    """What the prior's cameras see of a grid's iso surfaces.

    Inside is where (sigma - level) / (sigma + level), interpolated between the nodes, is above zero: what marching
    cubes interpolates too (`bozzetto.export.surface.marching_cubes.extract_surface`), closed at the sides of the cube.

    Args:
        grid: densities.
        azimuth: [B], radians.
        elevation: [B], radians.
        resolution: pixels along a side.
    """

    def __init__(
        self, grid: DensityGrid, azimuth: Float[np.ndarray, " b"], elevation: Float[np.ndarray, " b"], resolution: int
    ) -> None:
        self._values = np.ascontiguousarray(grid.values, np.float32)
        self._blocks = _highest_of_blocks(self._values)
        self._shape = (len(azimuth), resolution, resolution)
        self._eyes, self._ways = _rays(grid, azimuth, elevation, resolution)
        self._inside_at = np.zeros(len(self._ways))
        self._outside_at = np.full(len(self._ways), np.inf)

    def at(self, level: float) -> Bool[np.ndarray, "b h w"]:
        """Which pixels [B, H, W] a level's surface covers at their centre.

        Args:
            level: density per metre, positive.
        """
        unknown = np.flatnonzero((self._inside_at < level) & (level < self._outside_at))
        eyes, ways = self._eyes[unknown], self._ways[unknown]
        found = np.empty(len(unknown), np.bool_)
        in_chunks(
            len(unknown),
            lambda part: _meets(
                self._values, self._blocks, np.float32(level), eyes[part], ways[part], found[part]
            ),
        )  # fmt: skip
        self._inside_at[unknown[found]] = level
        self._outside_at[unknown[~found]] = level
        covered: Array = (self._inside_at >= level).reshape(self._shape)
        return covered


def _rays(grid: DensityGrid, azimuth: Array, elevation: Array, resolution: int) -> tuple[Array, Array]:
    """Eyes and directions [N, 3] of all pixels in grid nodes, float32, node 0 at 0."""
    c2w = orbit_c2w(azimuth, elevation)
    across = (np.arange(resolution) + 0.5) / resolution * 2 - 1
    across *= math.tan(PRIOR_FOVY / 2)
    x, y = np.meshgrid(across, -across)
    local = np.stack([x, y, -np.ones_like(x)], axis=-1).reshape(-1, 3)
    local /= np.linalg.norm(local, axis=1, keepdims=True)
    ways = np.einsum("bij,nj->bni", c2w[:, :3, :3], local).reshape(-1, 3)
    eyes = (c2w[:, :3, 3] + 1) / grid.spacing - 0.5
    return np.repeat(eyes, len(local), axis=0).astype(np.float32), ways.astype(np.float32)


def _highest_of_blocks(values: Array) -> Array:
    """The highest density that interpolation meets within each block, of nodes [8 k, 8 k + 8] along each axis."""
    for axis in range(3):
        starts = np.arange(0, values.shape[axis], BLOCK_NODES)
        highest = np.maximum.reduceat(values, starts, axis=axis)
        # A block reaches to the first node of the next one.
        following = np.take(values, np.minimum(starts + BLOCK_NODES, values.shape[axis] - 1), axis=axis)
        values = np.maximum(highest, following)
    return np.ascontiguousarray(values)


@kernel()
def _inside(values, level, x, y, z):
    """The interpolated field at a point, in nodes."""
    last = values.shape[0] - 1
    x = min(max(x, np.float32(0.0)), np.float32(last))
    y = min(max(y, np.float32(0.0)), np.float32(last))
    z = min(max(z, np.float32(0.0)), np.float32(last))
    i, j, k = min(int(x), last - 1), min(int(y), last - 1), min(int(z), last - 1)
    fx, fy, fz = x - np.float32(i), y - np.float32(j), z - np.float32(k)
    total = np.float32(0.0)
    for a in range(2):
        wa = fx if a else np.float32(1.0) - fx
        for b in range(2):
            wb = wa * (fy if b else np.float32(1.0) - fy)
            for c in range(2):
                sigma = values[i + a, j + b, k + c]
                signed = (sigma - level) / (max(sigma, np.float32(0.0)) + level)
                total += wb * (fz if c else np.float32(1.0) - fz) * signed
    return total


@kernel()
def _meets(values, blocks, level, eyes, ways, found):
    """Whether each ray has a point inside."""
    n = values.shape[0]
    low, high = np.float32(-0.5), np.float32(n - 0.5)
    step = np.float32(STEP)
    for r in range(eyes.shape[0]):
        found[r] = False
        start, stop = np.float32(0.0), np.float32(1e30)
        for c in range(3):
            way = ways[r, c]
            if abs(way) < np.float32(1e-12):
                if eyes[r, c] < low or eyes[r, c] > high:
                    stop = np.float32(-1.0)
                continue
            t0, t1 = (low - eyes[r, c]) / way, (high - eyes[r, c]) / way
            start, stop = max(start, min(t0, t1)), min(stop, max(t0, t1))
        t = start
        while t < stop:
            x, y, z = eyes[r, 0] + t * ways[r, 0], eyes[r, 1] + t * ways[r, 1], eyes[r, 2] + t * ways[r, 2]
            i = min(max(int(x), 0), n - 1) // BLOCK_NODES
            j = min(max(int(y), 0), n - 1) // BLOCK_NODES
            k = min(max(int(z), 0), n - 1) // BLOCK_NODES
            if blocks[i, j, k] >= level:
                if _inside(values, level, x, y, z) > 0:
                    found[r] = True
                    break
                t += step
                continue
            # To where the ray leaves the block.
            leave = stop
            for c in range(3):
                way = ways[r, c]
                if abs(way) < np.float32(1e-12):
                    continue
                place = i if c == 0 else (j if c == 1 else k)
                side = (place + 1) * BLOCK_NODES if way > 0 else place * BLOCK_NODES
                if side <= 0 or side >= n:
                    continue
                leave = min(leave, (np.float32(side) - eyes[r, c]) / way)
            t = max(leave + np.float32(1e-3), t + np.float32(1e-3))

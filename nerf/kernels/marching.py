"""Occupancy marching, compiled (`bozzetto.nerf.occupancy` is the definition): the same intervals, to the last bit.

Cells are looked at from where a ray enters the box of the occupied ones to where it leaves it; what lies outside takes
no time.
"""

from __future__ import annotations

import numba
import numpy as np
import torch

from bozzetto.kernels import kernel
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.occupancy import OccupancyGrid, march_setup, stop_units
from bozzetto.nerf.volrend import Samples
from bozzetto.threads import prepare_kernel

CHUNK = 64
"""Rays that a thread takes at a time."""


@numba.njit(inline="always")
def _start(near, k, jitter, step):
    return near + (np.float32(k) - jitter) * step


@numba.njit(inline="always")
def _axis(o, d, t, half, last):
    return min(max(np.int32((o + t * d + np.float32(1.0)) * half), np.int32(0)), last)


@kernel()
def _cells(origins, directions, r, near, jitter, step, begin, end, resolution, out):
    """The cells of the middles of a ray's intervals [begin, end), from out[0] on."""
    side, last = np.int32(resolution), np.int32(resolution - 1)
    half, middle = np.float32(0.5) * np.float32(resolution), np.float32(0.5) * step
    ox, oy, oz = origins[r, 0], origins[r, 1], origins[r, 2]
    dx, dy, dz = directions[r, 0], directions[r, 1], directions[r, 2]
    first = np.int32(begin)
    # Unsigned, so that no index is looked at for a count from the end and the loop vectorises.
    for i in range(np.uint64(end - begin)):
        t = _start(near, first + np.int32(i), jitter, step) + middle
        x, y, z = _axis(ox, dx, t, half, last), _axis(oy, dy, t, half, last), _axis(oz, dz, t, half, last)
        out[i] = np.int32(x + side * np.int32(y + side * z))


@kernel()
def _box(occupied, resolution, low, high):
    """The box of the occupied cells, world units, an axis a place; low above high where there are none."""
    low[:], high[:] = np.float32(2.0), np.float32(-2.0)
    size = np.float32(2.0) / np.float32(resolution)
    one = np.float32(1.0)
    for z in range(resolution):
        for y in range(resolution):
            row = resolution * (y + resolution * z)
            first, last = -1, -1
            for x in range(resolution):
                if occupied[row + x]:
                    last = x
                    first = x if first < 0 else first
            if first >= 0:
                low[0], high[0] = min(low[0], first * size - one), max(high[0], (last + 1) * size - one)
                low[1], high[1] = min(low[1], y * size - one), max(high[1], (y + 1) * size - one)
                low[2], high[2] = min(low[2], z * size - one), max(high[2], (z + 1) * size - one)


@numba.njit(inline="always")
def _within(origins, directions, r, near, jitter, n_steps, step, low, high):
    """The intervals [first, last) of a ray whose middles may lie in a box; one more to either side, for rounding."""
    enter, leave = near, near + np.float32(n_steps) * step
    for axis in range(3):
        o, d = origins[r, axis], directions[r, axis]
        if abs(d) < np.float32(1e-6):
            # Along the box's side: it moves less than a rounding error across.
            if o < low[axis] - step or o > high[axis] + step:
                return 0, 0
        else:
            a, b = (low[axis] - o) / d, (high[axis] - o) / d
            enter, leave = max(enter, min(a, b)), min(leave, max(a, b))
    if enter > leave + step:
        return 0, 0
    first = np.int64((enter - near) / step + jitter - np.float32(0.5)) - 1
    last = np.int64((leave - near) / step + jitter - np.float32(0.5)) + 3
    return max(first, np.int64(0)), min(last, np.int64(n_steps))


@kernel(parallel=True)
def _count(
    origins, directions, near, jitter, n_steps, most, step, occupied, floor, stop, resolution, low, high, spans, counts
):
    n = near.shape[0]
    for chunk in numba.prange((n + CHUNK - 1) // CHUNK):
        cells = np.empty(most, np.int32)
        for r in range(chunk * CHUNK, min((chunk + 1) * CHUNK, n)):
            begin, end = _within(origins, directions, r, near[r], jitter[r], n_steps[r], step, low, high)
            _cells(origins, directions, r, near[r], jitter[r], step, begin, end, resolution, cells)
            total, depth, first, last = 0, 0, end, end
            for i in range(np.uint64(max(end - begin, 0))):
                cell = np.uint64(cells[i])
                if occupied[cell]:
                    if total == 0:
                        first = begin + np.int64(i)
                    last = begin + np.int64(i) + 1
                    total += 1
                    depth += floor[cell]
                    if depth >= stop:
                        break
            spans[r, 0], spans[r, 1], counts[r] = first, last, total


@kernel(parallel=True)
def _fill(
    origins, directions, near, jitter, most, step, occupied, resolution, spans, offsets, ray_indices, starts, ends
):
    n = near.shape[0]
    for chunk in numba.prange((n + CHUNK - 1) // CHUNK):
        cells = np.empty(most, np.int32)
        for r in range(chunk * CHUNK, min((chunk + 1) * CHUNK, n)):
            place, begin, end = offsets[r], spans[r, 0], spans[r, 1]
            if place == offsets[r + 1]:
                continue
            _cells(origins, directions, r, near[r], jitter[r], step, begin, end, resolution, cells)
            for i in range(np.uint64(max(end - begin, 0))):
                if occupied[np.uint64(cells[i])]:
                    start = _start(near[r], begin + np.int64(i), jitter[r], step)
                    ray_indices[place] = r
                    starts[place] = start
                    ends[place] = start + step
                    place += 1


@torch.no_grad()
def march(rays: Rays, grid: OccupancyGrid, step_size: float, generator: torch.Generator | None = None) -> Samples:
    """`bozzetto.nerf.occupancy.march`, compiled.

    Args:
        rays: R rays, float32.
        grid: says where there may be density.
        step_size: interval length, world units, > 0.
        generator: one uniform jitter a ray.

    Returns:
        Packed samples.

    Raises:
        ValueError: step_size is not positive.
    """
    near, jitter, n_steps = march_setup(rays, grid, step_size, generator)
    prepare_kernel()
    occupied, resolution = grid.occupied.numpy(), grid.resolution
    low, high = np.empty(3, np.float32), np.empty(3, np.float32)
    _box(occupied, resolution, low, high)
    lines = rays.origins.contiguous().numpy(), rays.directions.contiguous().numpy(), near.numpy(), jitter.numpy()
    most, step = int(n_steps.max()) if len(rays) else 0, np.float32(step_size)
    floor, stop = grid.floor.numpy(), stop_units(step_size)
    spans, offsets = np.empty((len(rays), 2), np.int64), torch.zeros(len(rays) + 1, dtype=torch.int64)
    counts = offsets[1:].numpy()
    _count(*lines, n_steps.numpy(), most, step, occupied, floor, stop, resolution, low, high, spans, counts)
    offsets = offsets.cumsum(0)
    n = int(offsets[-1])
    ray_indices = torch.empty(n, dtype=torch.int64)
    t_starts, t_ends = torch.empty(n), torch.empty(n)
    out = ray_indices.numpy(), t_starts.numpy(), t_ends.numpy()
    _fill(*lines, most, step, occupied, resolution, spans, offsets.numpy(), *out)
    return Samples(ray_indices, t_starts, t_ends, offsets)

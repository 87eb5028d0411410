"""Occupancy marching, compiled (`bozzetto.nerf.occupancy` is the definition): the same intervals, to the last bit."""

from __future__ import annotations

import numba
import numpy as np
import torch

from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.occupancy import OccupancyGrid, march_setup, stop_units
from bozzetto.nerf.volrend import Samples
from bozzetto.threads import prepare_kernel


@numba.njit(inline="always")
def _start(near, k, jitter, step):
    return near + (np.float32(k) - jitter) * step


@numba.njit(inline="always")
def _cell(origins, directions, r, t, resolution):
    half = np.float32(0.5) * np.float32(resolution)
    one = np.float32(1.0)
    last = np.int64(resolution - 1)
    cx = min(max(np.int64((origins[r, 0] + t * directions[r, 0] + one) * half), np.int64(0)), last)
    cy = min(max(np.int64((origins[r, 1] + t * directions[r, 1] + one) * half), np.int64(0)), last)
    cz = min(max(np.int64((origins[r, 2] + t * directions[r, 2] + one) * half), np.int64(0)), last)
    return cx + resolution * (cy + resolution * cz)


@numba.njit(parallel=True, nogil=True, cache=True)
def _count(origins, directions, near, jitter, n_steps, step, occupied, floor, stop, resolution, counts):
    half = np.float32(0.5) * step
    for r in numba.prange(near.shape[0]):
        total, depth = 0, 0
        for k in range(n_steps[r]):
            t = _start(near[r], k, jitter[r], step) + half
            cell = _cell(origins, directions, r, t, resolution)
            if occupied[cell]:
                total += 1
                depth += floor[cell]
                if depth >= stop:
                    break
        counts[r] = total


@numba.njit(parallel=True, nogil=True, cache=True)
def _fill(origins, directions, near, jitter, n_steps, step, occupied, resolution, offsets, ray_indices, starts, ends):
    half = np.float32(0.5) * step
    for r in numba.prange(near.shape[0]):
        i, end = offsets[r], offsets[r + 1]
        for k in range(n_steps[r]):
            if i == end:
                break
            start = _start(near[r], k, jitter[r], step)
            if occupied[_cell(origins, directions, r, start + half, resolution)]:
                ray_indices[i] = r
                starts[i] = start
                ends[i] = start + step
                i += 1


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
    common = (
        rays.origins.contiguous().numpy(),
        rays.directions.contiguous().numpy(),
        near.numpy(),
        jitter.numpy(),
        n_steps.numpy(),
        np.float32(step_size),
        grid.occupied.numpy(),
    )
    offsets = torch.zeros(len(rays) + 1, dtype=torch.int64)
    _count(*common, grid.floor.numpy(), stop_units(step_size), grid.resolution, offsets[1:].numpy())
    offsets = offsets.cumsum(0)
    n = int(offsets[-1])
    ray_indices = torch.empty(n, dtype=torch.int64)
    t_starts, t_ends = torch.empty(n), torch.empty(n)
    _fill(*common, grid.resolution, offsets.numpy(), ray_indices.numpy(), t_starts.numpy(), t_ends.numpy())
    return Samples(ray_indices, t_starts, t_ends, offsets)

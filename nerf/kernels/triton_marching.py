"""Occupancy marching in Triton, for CUDA (`bozzetto.nerf.occupancy` is the definition): the same intervals.

A lane is a ray; a first pass counts a ray's intervals and a second one writes them. Fused multiply-adds are off, so
that a point falls into the cell that the definition puts it in.

Checked against the definition by Triton's interpreter (TRITON_INTERPRET=1), compiled for sm_75 to sm_120; not run on a
GPU yet.
"""

from __future__ import annotations

import torch
import triton
import triton.language as tl

from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.kernels.triton_launch import check_tensors, launch
from bozzetto.nerf.occupancy import OccupancyGrid, march_setup, stop_units
from bozzetto.nerf.volrend import Samples

TILE = 128


@triton.jit
def grid_cell(origin, direction, t, resolution):
    """Cell along one axis of the points at distances t."""
    scaled = (origin + t * direction + 1.0) * (0.5 * resolution.to(tl.float32))
    return tl.minimum(tl.maximum(scaled, 0.0).to(tl.int32), resolution - 1)


@triton.jit
def march_kernel(
    origins, directions, near, jitter, n_steps, offsets, occupied, floor, counts, ray_indices, t_starts, t_ends,
    n, step, half_step, resolution, stop, FILL: tl.constexpr, TILE: tl.constexpr,
):  # fmt: skip
    rays = tl.program_id(0) * TILE + tl.arange(0, TILE)
    there = rays < n
    ray = rays.to(tl.int64)
    ox = tl.load(origins + ray * 3, mask=there, other=0.0)
    oy = tl.load(origins + ray * 3 + 1, mask=there, other=0.0)
    oz = tl.load(origins + ray * 3 + 2, mask=there, other=0.0)
    dx = tl.load(directions + ray * 3, mask=there, other=0.0)
    dy = tl.load(directions + ray * 3 + 1, mask=there, other=0.0)
    dz = tl.load(directions + ray * 3 + 2, mask=there, other=0.0)
    first = tl.load(near + ray, mask=there, other=0.0)
    shift = tl.load(jitter + ray, mask=there, other=0.0)
    steps = tl.load(n_steps + ray, mask=there, other=0).to(tl.int32)
    if FILL:
        slot = tl.load(offsets + ray, mask=there, other=0)
    kept = tl.zeros_like(steps)
    depth = tl.zeros_like(steps)
    longest = tl.max(steps, 0)
    for k in range(longest):
        start = first + (k - shift) * step
        t = start + half_step
        cell = grid_cell(ox, dx, t, resolution) + resolution * (
            grid_cell(oy, dy, t, resolution) + resolution * grid_cell(oz, dz, t, resolution)
        )
        inside = there & (k < steps)
        hit = inside & (depth < stop) & (tl.load(occupied + cell, mask=inside, other=0) != 0)
        # A floor is below 2^20, and a ray that has passed `stop` adds none: int32 holds the sum.
        depth += tl.load(floor + cell, mask=hit, other=0)
        if FILL:
            tl.store(ray_indices + slot + kept, ray, mask=hit)
            tl.store(t_starts + slot + kept, start, mask=hit)
            tl.store(t_ends + slot + kept, start + step, mask=hit)
        kept += hit.to(tl.int32)
    if not FILL:
        tl.store(counts + ray, kept.to(tl.int64), mask=there)


@torch.no_grad()
def march(rays: Rays, grid: OccupancyGrid, step_size: float, generator: torch.Generator | None = None) -> Samples:
    """`bozzetto.nerf.occupancy.march` in Triton.

    Args:
        rays: R rays, float32.
        grid: says where there may be density.
        step_size: interval length, world units, > 0.
        generator: one uniform jitter a ray.

    Returns:
        Packed samples.

    Raises:
        ValueError: step_size is not positive, or the tensors are not on one device.
        TypeError: a tensor is not float32.
    """
    check_tensors(origins=rays.origins, directions=rays.directions, density=grid.density)
    near, jitter, n_steps = march_setup(rays, grid, step_size, generator)
    n, device = len(rays), near.device
    # The kernel's arithmetic is float32; half a step is rounded as the definition rounds it.
    numbers = (n, step_size, 0.5 * step_size, grid.resolution, stop_units(step_size))
    common = (rays.origins.contiguous(), rays.directions.contiguous(), near, jitter, n_steps)
    offsets = torch.zeros(n + 1, dtype=torch.int64, device=device)
    cells = (grid.occupied.view(torch.uint8), grid.floor)
    programs = triton.cdiv(n, TILE)
    nothing, none = near.new_empty(1), offsets.new_empty(1)
    options = {"TILE": TILE, "enable_fp_fusion": False}
    counts = offsets[1:].clone()
    if n:
        launch(
            march_kernel, programs, *common, offsets, *cells, counts, none, nothing, nothing, *numbers, FILL=False,
            **options,
        )  # fmt: skip
    offsets[1:] = counts.cumsum(0)
    total = int(offsets[-1])
    ray_indices = torch.empty(total, dtype=torch.int64, device=device)
    t_starts, t_ends = near.new_empty(total), near.new_empty(total)
    if total:
        launch(
            march_kernel, programs, *common, offsets, *cells, counts, ray_indices, t_starts, t_ends, *numbers,
            FILL=True, **options,
        )  # fmt: skip
    return Samples(ray_indices, t_starts, t_ends, offsets)

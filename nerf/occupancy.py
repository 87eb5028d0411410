"""Which cells of space may hold density, and marching through them (Mueller et al. 2022, appendix C).

Conventions: the grid covers [-1, 1]^3 with `resolution` cells a side, flattened with x fastest. Rays are marched inside
the sphere of radius `radius` with one step length; interval k of a ray is near + (k - jitter, k + 1 - jitter) * step,
with one jitter in [0, 1) a ray, and is kept where its middle lies in an occupied cell, until the ray is over.

A ray is over (early stop; Mueller et al. 2022, appendix E.1) where the kept intervals before add up to an optical depth
of STOP_DEPTH, with the least density seen in each cell of late for its density: what lies behind gets about
exp(-STOP_DEPTH) of the light, or less. Depths are counted in whole units of 1 / FLOOR_UNITS, so that every backend
stops at the same interval. No gradient anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from jaxtyping import Bool, Float, Int32, Int64
from torch import Tensor, nn
from torch.nn import functional as F

from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.volrend import Samples
from bozzetto.transfer import upload

STOP_DEPTH = 7.0
"""Optical depth at which a ray is over; exp(-7) is 0.0009."""
FLOOR_UNITS = 16
"""Units of `OccupancyGrid.floor` to a density of 1."""
MAX_FLOOR = 1 << 20


class OccupancyGrid(nn.Module):
    """Running maximum and minimum of density a cell, and the cells whose maximum passes the threshold. All state is in
    buffers: `density` [cells], `floor` int32 [cells] (rounded down, in FLOOR_UNITS; it rises at most to the double at
    each look, and falls at once), `corners` int32 [(resolution + 1)^3] (in the same units, the last look at each),
    `occupied` bool [cells], `updates`.

    A floor is the least of the cell's eight corners too: where a surface fills a cell but for a corner, points at
    random seldom meet that, and rays that pass there were over before they met the surface, which showed as a hole.

    The first `warmup` updates evaluate every cell of the sphere; later ones a quarter of the cells in turn, so that
    each cell is looked at every fourth update. Until the first update every cell of the sphere is occupied.

    Args:
        resolution: cells a side, 4 to 256.
        radius: cells wholly outside the sphere of this radius are never occupied, 0 < radius <= 1.
        threshold: density above which a cell is occupied, per world unit; never more than the mean over the sphere.
        decay: factor of the running maximum at each evaluation, in (0, 1].
        warmup: number of updates that evaluate every cell.

    Raises:
        ValueError: a number is out of its range.
    """

    density: Float[Tensor, " cells"]
    floor: Int32[Tensor, " cells"]
    corners: Int32[Tensor, " corners"]
    occupied: Bool[Tensor, " cells"]
    updates: Int64[Tensor, ""]
    inside: Int64[Tensor, " inside"]
    nodes: Int64[Tensor, " nodes"]

    def __init__(
        self,
        resolution: int = 48,
        radius: float = 1.0,
        threshold: float = 0.3,
        decay: float = 0.95,
        warmup: int = 4,
    ) -> None:
        super().__init__()
        if not 4 <= resolution <= 256:
            raise ValueError(f"resolution: expected 4 to 256, got {resolution}")
        if not 0 < radius <= 1:
            raise ValueError(f"radius: expected 0 < radius <= 1, got {radius}")
        if not 0 < decay <= 1:
            raise ValueError(f"decay: expected in (0, 1], got {decay}")
        if not threshold >= 0:
            raise ValueError(f"threshold: expected >= 0, got {threshold}")
        self.resolution, self.radius, self.threshold, self.decay, self.warmup = (
            resolution,
            radius,
            threshold,
            decay,
            warmup,
        )
        axis = torch.arange(resolution)
        z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
        corner = torch.stack([x, y, z], -1).reshape(-1, 3).float() * (2 / resolution) - 1
        nearest = torch.maximum(corner, torch.zeros(())).minimum(corner + 2 / resolution)
        inside = nearest.norm(dim=-1) < radius
        self.register_buffer("inside", inside.nonzero()[:, 0], persistent=False)
        node = F.max_pool3d(F.pad(inside.view(1, 1, *[resolution] * 3).float(), [1] * 6), 2, stride=1).view(-1) > 0
        self.register_buffer("nodes", node.nonzero()[:, 0], persistent=False)
        self.register_buffer("density", torch.zeros(resolution**3))
        self.register_buffer("floor", torch.zeros(resolution**3, dtype=torch.int32))
        self.register_buffer("corners", torch.zeros((resolution + 1) ** 3, dtype=torch.int32))
        self.register_buffer("occupied", inside.clone())
        self.register_buffer("updates", torch.zeros((), dtype=torch.int64))

    @torch.no_grad()
    def update(self, density_fn: Callable[[Tensor], Tensor], generator: torch.Generator, *, skip: bool = True) -> None:
        """Evaluate some cells at one random point each and at their corners, and refresh the occupied cells.

        Args:
            density_fn: positions [N, 3] to densities [N].
            generator: places the point inside each cell.
            skip: whether cells below the threshold are emptied; a cell that is emptied before the field has learnt
                anything about it is never sampled, so nothing can grow there.
        """
        cells, nodes = self.inside, self.nodes
        updates = int(self.updates)
        if updates >= self.warmup:
            cells, nodes = cells[updates % 4 :: 4], nodes[updates % 4 :: 4]
        # Drawn where the generator is, so that every device sees the same points.
        offset = upload(torch.rand(cells.shape[0], 3, generator=generator, device=generator.device), cells.device)
        points = torch.cat([self.cell_corner(cells) + offset, _lattice(nodes, self.resolution + 1)])
        densities = density_fn(points * (2 / self.resolution) - 1).to(self.density.dtype)
        sigmas = densities[: len(cells)]
        self.density[cells] = torch.maximum(self.density[cells] * self.decay, sigmas)
        least = (densities * FLOOR_UNITS).nan_to_num(0.0, MAX_FLOOR, 0.0).clamp(0, MAX_FLOOR).to(torch.int32)
        self.corners[nodes] = least[len(cells) :]
        # Exact: a float32 holds whole numbers up to 2^24.
        corners = self.corners.view(1, 1, *[self.resolution + 1] * 3).float()
        lowest = (-F.max_pool3d(-corners, 2, stride=1)).to(torch.int32).view(-1)
        least = torch.minimum(least[: len(cells)], lowest[cells])
        self.floor[cells] = torch.minimum(self.floor[cells].clamp(min=FLOOR_UNITS // 2) * 2, least)
        threshold = min(self.threshold, float(self.density[self.inside].mean()))
        self.occupied.zero_()
        self.occupied[self.inside] = (self.density[self.inside] > threshold) | (not skip)
        self.updates += 1

    def _load_from_state_dict(self, state_dict: dict[str, Tensor], prefix: str, *rest: Any) -> None:
        # Grids that were saved before there was a floor, or corners: their rays are over nowhere.
        if f"{prefix}corners" not in state_dict:
            state_dict |= {f"{prefix}floor": torch.zeros_like(self.floor)}
            state_dict |= {f"{prefix}corners": torch.zeros_like(self.corners)}
        super()._load_from_state_dict(state_dict, prefix, *rest)

    def cell_corner(self, cells: Int64[Tensor, " n"]) -> Float[Tensor, "n 3"]:
        """Integer corner [N, 3] (x, y, z; float) of cells [N]."""
        return _lattice(cells, self.resolution)

    def cells_of(self, x: Float[Tensor, "*shape 3"]) -> Int64[Tensor, "*shape"]:
        """Cells [...] that points x [..., 3] of the cube lie in; a point outside is given the nearest cell."""
        r = self.resolution
        cell = ((x + 1) * (0.5 * r)).long().clamp(0, r - 1)
        return cell[..., 0] + r * (cell[..., 1] + r * cell[..., 2])

    def fraction(self) -> float:
        """Occupied share of the sphere's cells."""
        return float(self.occupied.sum()) / self.inside.shape[0]


def _lattice(flat: Tensor, side: int) -> Tensor:
    """Whole coordinates [N, 3] (x, y, z; float) of the places [N] of a lattice, x fastest."""
    return torch.stack([flat % side, flat // side % side, flat // (side * side)], -1).float()


def near_far(rays: Rays, radius: float) -> tuple[Float[Tensor, " rays"], Float[Tensor, " rays"]]:
    """Where rays enter and leave the sphere of a radius about the origin.

    Args:
        rays: R rays.
        radius: > 0.

    Returns:
        near [R] and far [R], both >= 0; far = near for a ray that misses.
    """
    along = (rays.origins * rays.directions).sum(-1)
    half_chord2 = along**2 - (rays.origins**2).sum(-1) + radius**2
    half_chord = half_chord2.clamp(min=0).sqrt()
    return (-along - half_chord).clamp(min=0), (-along + half_chord).clamp(min=0)


def march(rays: Rays, grid: OccupancyGrid, step_size: float, generator: torch.Generator | None = None) -> Samples:
    """Intervals of one length along each ray, those in occupied cells until the ray is over; the definition.

    Args:
        rays: R rays.
        grid: says where there may be density.
        step_size: interval length, world units, > 0.
        generator: one uniform jitter a ray; without it the first interval starts at the sphere.

    Returns:
        Packed samples.

    Raises:
        ValueError: step_size is not positive.
    """
    near, jitter, n_steps = march_setup(rays, grid, step_size, generator)
    k = torch.arange(int(n_steps.max()) if len(rays) else 0, device=near.device)
    t_starts = near[:, None] + (k - jitter[:, None]) * step_size
    t_mids = t_starts + 0.5 * step_size
    points = rays.origins[:, None] + t_mids[..., None] * rays.directions[:, None]
    cells = grid.cells_of(points)
    keep = grid.occupied[cells] & (k < n_steps[:, None])
    depth = torch.where(keep, grid.floor[cells], 0).long()
    keep &= depth.cumsum(1) - depth < stop_units(step_size)
    counts = keep.sum(1)
    ray_indices, interval = keep.nonzero().unbind(1)  # once: the host waits for a card there
    t_starts = t_starts[ray_indices, interval]
    return Samples(
        ray_indices,
        t_starts,
        t_starts + step_size,
        torch.cat([counts.new_zeros(1), counts.cumsum(0)]),
    )


def stop_units(step_size: float) -> int:
    """Sum of the floors of intervals of this length at which a ray is over."""
    return min(math.ceil(STOP_DEPTH * FLOOR_UNITS / step_size), 2**31 - 1 - MAX_FLOOR)


def march_setup(
    rays: Rays, grid: OccupancyGrid, step_size: float, generator: torch.Generator | None
) -> tuple[Float[Tensor, " rays"], Float[Tensor, " rays"], Int64[Tensor, " rays"]]:
    """Checks, and near [R], jitter [R], n_steps int64 [R] of every ray."""
    if not step_size > 0:
        raise ValueError(f"step_size: expected > 0, got {step_size}")
    near, far = near_far(rays, grid.radius)
    if generator is None:
        jitter = torch.zeros_like(near)
    else:
        jitter = torch.rand(len(rays), generator=generator, dtype=near.dtype, device=generator.device)
        jitter = upload(jitter, near.device)
    n_steps = torch.where(far > near, ((far - near) / step_size + jitter).ceil(), 0.0).long()
    return near, jitter, n_steps

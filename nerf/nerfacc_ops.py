"""Marching and compositing by nerfacc (Li et al. 2023), beside tiny-cuda-nn: the backend `tcnn-nerfacc`.

nerfacc 0.5.3 marches by `OccGridEstimator.sampling` and composites packed samples; it does both on CUDA only. Our
Triton kernels do the same and end a ray where nothing behind could be seen, which nerfacc does not.

The calls have not yet run on a card.
"""

from __future__ import annotations

from typing import Any

import torch
from jaxtyping import Float32, Int64
from torch import Tensor

from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.occupancy import OccupancyGrid, march_setup
from bozzetto.nerf.tcnn import check_on_card
from bozzetto.nerf.volrend import Samples, check_accumulate, check_density, pack


@torch.no_grad()
def march(rays: Rays, grid: OccupancyGrid, step_size: float, generator: torch.Generator | None = None) -> Samples:
    """`bozzetto.nerf.occupancy.march` by nerfacc: the same lattice of intervals along each ray.

    nerfacc walks from cell to cell and adds steps up, so that an interval whose middle lies on a border may be kept by
    one and not by the other. Rays go on to their end: nerfacc knows no floor.

    Args:
        rays: R rays, float32, CUDA.
        grid: says where there may be density.
        step_size: interval length, world units, > 0.
        generator: one uniform jitter a ray.

    Returns:
        Packed samples.

    Raises:
        ValueError: step_size is not positive, or a tensor is not on CUDA.
        TypeError: a tensor is not float32.
    """
    check_on_card(origins=rays.origins, directions=rays.directions, density=grid.density)
    near, jitter, n_steps = march_setup(rays, grid, step_size, generator)
    estimator = estimator_of(grid)
    ray_indices, t_starts, t_ends = estimator.sampling(
        rays.origins.contiguous(),
        rays.directions.contiguous(),
        near_plane=-step_size,  # the first interval may begin before the sphere, by the jitter
        t_min=near - jitter * step_size,
        t_max=near + (n_steps - jitter) * step_size,
        render_step_size=step_size,
    )
    return pack(ray_indices.long(), t_starts, t_ends, len(rays))


def estimator_of(grid: OccupancyGrid) -> Any:
    """A `nerfacc.OccGridEstimator` with our occupied cells; we count x fastest where nerfacc counts z."""
    from nerfacc import OccGridEstimator

    r = grid.resolution
    estimator = OccGridEstimator(roi_aabb=[-1.0, -1.0, -1.0, 1.0, 1.0, 1.0], resolution=r, levels=1)
    estimator = estimator.to(grid.density.device)
    estimator.binaries = grid.occupied.view(r, r, r).permute(2, 1, 0)[None].contiguous()
    return estimator


def weights_from_density(
    sigmas: Float32[Tensor, " n"], samples: Samples, n_rays: int
) -> tuple[Float32[Tensor, " n"], Float32[Tensor, " n"]]:
    """`bozzetto.nerf.volrend.weights_from_density` by nerfacc; differentiable in `sigmas`.

    Args:
        sigmas: float32 [N] >= 0, CUDA.
        samples: N packed samples.
        n_rays: R.

    Returns:
        weights [N] and trans [N].

    Raises:
        ValueError: sizes do not match, or a tensor is not on CUDA.
        TypeError: a tensor is not float32.
    """
    from nerfacc import render_weight_from_density

    check_density(sigmas, samples, n_rays)
    check_on_card(sigmas=sigmas)
    if len(samples) == 0:
        return sigmas, torch.ones_like(sigmas)
    weights, trans, _ = render_weight_from_density(
        samples.t_starts, samples.t_ends, sigmas, ray_indices=samples.ray_indices, n_rays=n_rays
    )
    return weights, trans


def accumulate(
    weights: Float32[Tensor, " n"],
    values: Float32[Tensor, "n c"] | None,
    ray_indices: Int64[Tensor, " n"],
    n_rays: int,
) -> Float32[Tensor, "rays channels"]:
    """`bozzetto.nerf.volrend.accumulate` by nerfacc; differentiable in `weights` and `values`.

    Args:
        weights: float32 [N].
        values: float32 [N, C], or None for ones (C = 1).
        ray_indices: int64 [N], ascending.
        n_rays: R.

    Returns:
        [R, C].

    Raises:
        ValueError: sizes do not match.
    """
    from nerfacc import accumulate_along_rays

    check_accumulate(weights, values, ray_indices)
    sums: Tensor = accumulate_along_rays(weights, values, ray_indices, n_rays)
    return sums

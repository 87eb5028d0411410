"""From a field and rays to colours: march, evaluate, composite, shade.

Conventions: colours are premultiplied and without background (see `background.over`). Shading is deferred: albedo is
composited along the ray first, and the ray is shaded once with the normal at its sample of the largest weight,
rgb = albedo * (ambient + (1 - ambient) * max(0, n . l)). That needs one normal a ray instead of one a sample.

Normals: "analytic" is the field's gradient, detached: shading then teaches albedo and opacity but does not turn the
surface. "finite_difference" takes four densities about the point, is smoother and differentiable: shading does turn the
surface. On the CPU its forward pass is also the cheaper one, for it runs in the compiled network.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import torch
from jaxtyping import Float, Int64
from torch import Tensor

from bozzetto.nerf.cameras import Cameras, Rays, pixel_rays
from bozzetto.nerf.field import Field, HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.operations import operations_of
from bozzetto.nerf.shading import lambertian
from bozzetto.nerf.volrend import Samples, accumulate
from bozzetto.transfer import download

Normals = Literal["none", "analytic", "finite_difference"]
STEP_SIZE = 1 / 24
"""Default interval, world units: about one pixel of a 48 pixel view of the unit sphere."""
MIN_NORMAL_WEIGHT = 0.02
"""A ray without a sample of at least this weight has no normal."""


@dataclass(frozen=True)
class RenderOutput:
    """What R rays gather from the field; for whole images [R] is [B, H, W].

    Args:
        rgb: [R, 3] shaded colour, premultiplied, background not added.
        opacity: [R] in [0, 1].
        depth: [R] mean distance to what absorbs the ray, 0 where nothing does.
        normal: [R, 3] unit, world, zero where there is no surface; None unless asked for.
        albedo: [R, 3] premultiplied.
        n_samples: number of samples evaluated for all rays.
        samples: the packed samples; None for whole images.
        weights: [N] of the samples; None for whole images.
        latents: [R, 4] of a field of latents, premultiplied; None of others and for whole images.
    """

    rgb: Float[Tensor, "*rays 3"]
    opacity: Float[Tensor, "*rays"]
    depth: Float[Tensor, "*rays"]
    normal: Float[Tensor, "*rays 3"] | None
    albedo: Float[Tensor, "*rays 3"]
    n_samples: int
    samples: Samples | None = None
    weights: Float[Tensor, " n"] | None = None
    latents: Float[Tensor, "*rays 4"] | None = None

    def to(self, device: torch.device | str) -> RenderOutput:
        """The same on a device; gradients pass. What rays have goes in one copy, which the host waits for once."""
        if self.opacity.device == torch.device(device):
            return self
        normal = [] if self.normal is None else [self.normal]
        columns = torch.cat([self.rgb, self.albedo, self.opacity[..., None], self.depth[..., None], *normal], -1)
        rgb, albedo, opacity, depth, *normal = download(columns, device).split([3, 3, 1, 1, *[3 for _ in normal]], -1)
        return RenderOutput(
            rgb,
            opacity[..., 0],
            depth[..., 0],
            normal[0] if normal else None,
            albedo,
            self.n_samples,
            None if self.samples is None else self.samples.to(device),
            None if self.weights is None else self.weights.to(device),
            None if self.latents is None else download(self.latents, device),
        )

    def without_samples(self) -> RenderOutput:
        """The same without the samples, which are many times the rays."""
        return replace(self, samples=None, weights=None)


def render(
    field: Field,
    grid: OccupancyGrid,
    rays: Rays,
    *,
    step_size: float = STEP_SIZE,
    light: Float[Tensor, "rays 3"] | Float[Tensor, "xyz=3"] | None = None,
    ambient: Float[Tensor, " rays"] | Float[Tensor, ""] | float = 1.0,
    normals: Normals = "none",
    generator: torch.Generator | None = None,
) -> RenderOutput:
    """Render rays, differentiably in the field's parameters.

    Args:
        field: what is rendered.
        grid: where it may have density.
        rays: R rays.
        step_size: interval length, world units, > 0.
        light: [3] or [R, 3] unit direction to the light, world; needed unless ambient is the number 1.
        ambient: number or [R], in [0, 1]; the number 1 is plain albedo.
        normals: how normals are found; shading with "none" uses "analytic".
        generator: jitters the samples along each ray.

    Returns:
        RenderOutput of R rays.

    Raises:
        ValueError: an argument has the wrong shape or range.
    """
    shaded = _check_shading(len(rays), light, ambient, normals)
    if shaded and normals == "none":
        normals = "analytic"
    n_rays = len(rays)
    run = operations_of(field.backend)
    samples = run.march(rays, grid, step_size, generator)
    latents: Tensor | None = None
    if isinstance(field, HashField) and field.graphs is not None and torch.is_grad_enabled():
        sums = field.graphs.gather(field, rays, samples)
        x = run.positions(rays, samples) if normals != "none" else samples.t_starts.new_zeros(0, 3)
    else:
        x = run.positions(rays, samples)
        out = field(x)
        sums = run.composite(out.sigmas, out.albedo, samples, n_rays)
        if out.latents is not None:
            latents = accumulate(sums.weights, out.latents, samples.ray_indices, n_rays)
    albedo, opacity, weights = sums.albedo, sums.opacity, sums.weights
    depth = sums.distance / opacity.clamp(min=1e-6)

    normal: Tensor | None = None
    if normals != "none":
        hit, chosen = strongest_samples(weights.detach(), samples)
        if normals == "analytic":
            each = field.normals(x[chosen])
        else:
            each = field.normals_finite_difference(x[chosen])
        normal = torch.zeros(n_rays, 3, dtype=each.dtype, device=each.device).index_copy(0, hit, each)

    rgb = albedo
    if shaded:
        assert normal is not None and light is not None
        rgb = albedo * lambertian(normal, light, ambient)[:, None]
    return RenderOutput(rgb, opacity, depth, normal, albedo, len(samples), samples, weights, latents)


def strongest_samples(
    weights: Float[Tensor, " n"], samples: Samples, minimum: float = MIN_NORMAL_WEIGHT
) -> tuple[Int64[Tensor, " hits"], Int64[Tensor, " hits"]]:
    """The sample of the largest weight of each ray that has one above `minimum`.

    Args:
        weights: [N].
        samples: N packed samples.
        minimum: least weight.

    Returns:
        rays [M] and samples [M], int64.
    """
    n_rays, ray_indices = samples.n_rays, samples.ray_indices
    largest = torch.full((n_rays,), minimum, dtype=weights.dtype, device=weights.device)
    largest = largest.scatter_reduce(0, ray_indices, weights, "amax")
    candidates = ((weights >= largest[ray_indices]) & (weights > minimum)).nonzero()[:, 0]
    rays = ray_indices[candidates]
    first = torch.ones_like(rays, dtype=torch.bool)
    first[1:] = rays[1:] != rays[:-1]
    first = first.nonzero()[:, 0]  # once: an index by a mask would look for its places each time
    return rays[first], candidates[first]


@torch.no_grad()
def render_image(
    field: Field,
    grid: OccupancyGrid,
    cameras: Cameras,
    *,
    tile: int = 8192,
    step_size: float = STEP_SIZE,
    light: Float[Tensor, "b 3"] | Float[Tensor, "xyz=3"] | None = None,
    ambient: Float[Tensor, " b"] | Float[Tensor, ""] | float = 1.0,
    normals: Normals = "none",
) -> RenderOutput:
    """Render whole images, `tile` rays at a time; no gradient, no jitter.

    Memory is that of the images and of one tile. Tiles go to the grid's device and come back to the cameras'.

    Args:
        field: what is rendered.
        grid: where it may have density.
        cameras: B cameras.
        tile: most rays at once, >= 1.
        step_size: interval length, world units, > 0.
        light: [3] or [B, 3] unit direction to the light, world.
        ambient: number or [B], in [0, 1].
        normals: as for `render`.

    Returns:
        RenderOutput with rgb [B, H, W, 3], opacity [B, H, W], depth [B, H, W], normal [B, H, W, 3] or None,
        albedo [B, H, W, 3].

    Raises:
        ValueError: an argument has the wrong shape or range.
    """
    if tile < 1:
        raise ValueError(f"tile: expected at least 1 ray, got {tile}")
    here, there = cameras.c2w.device, grid.occupied.device
    n = len(cameras) * cameras.rays_per_view
    parts = []
    for start in range(0, n, tile):
        index = torch.arange(start, min(start + tile, n), device=here)
        view = index // cameras.rays_per_view
        lights = light[view] if light is not None and light.ndim == 2 else light
        ambients = ambient[view] if isinstance(ambient, Tensor) and ambient.ndim == 1 else ambient
        part = render(
            field,
            grid,
            pixel_rays(cameras, index).to(there),
            step_size=step_size,
            light=lights if lights is None else lights.to(there),
            ambient=ambients.to(there) if isinstance(ambients, Tensor) else ambients,
            normals=normals,
        )
        parts.append(part.without_samples().to(here))
    shape = (len(cameras), cameras.height, cameras.width)
    normal = [part.normal for part in parts if part.normal is not None]
    return RenderOutput(
        rgb=torch.cat([part.rgb for part in parts]).reshape(*shape, 3),
        opacity=torch.cat([part.opacity for part in parts]).reshape(shape),
        depth=torch.cat([part.depth for part in parts]).reshape(shape),
        normal=torch.cat(normal).reshape(*shape, 3) if normal else None,
        albedo=torch.cat([part.albedo for part in parts]).reshape(*shape, 3),
        n_samples=sum(part.n_samples for part in parts),
    )


def _check_shading(n_rays: int, light: Tensor | None, ambient: Tensor | float, normals: str) -> bool:
    """Raise on bad arguments; say whether there is any shading to do."""
    if normals not in ("none", "analytic", "finite_difference"):
        raise ValueError(f"normals: expected none, analytic or finite_difference, got {normals!r}")
    if light is not None and tuple(light.shape) not in ((3,), (n_rays, 3)):
        raise ValueError(f"light: expected shape [3] or [{n_rays}, 3], got {list(light.shape)}")
    if isinstance(ambient, Tensor):
        if tuple(ambient.shape) not in ((), (n_rays,)):
            raise ValueError(f"ambient: expected a number or shape [{n_rays}], got {list(ambient.shape)}")
        # The values of a tensor on a card are not looked at: the host would wait for them.
        if ambient.device.type == "cpu" and not bool(((ambient >= 0) & (ambient <= 1)).all()):
            raise ValueError("ambient: expected values in [0, 1]")
    elif not 0 <= ambient <= 1:
        raise ValueError(f"ambient: expected in [0, 1], got {ambient}")
    elif ambient == 1:
        return False
    if light is None:
        raise ValueError("light: expected a direction to the light, since ambient is not the number 1; got None")
    return True

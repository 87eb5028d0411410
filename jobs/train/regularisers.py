"""Regularisers of the field beside the prior's gradient; each a mean over the rendered rays of a step.

`opacity_binarization` is ours. The others are those of published recipes: threestudio's definitions, where it has them,
so that weights of its recipes mean the same here.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from bozzetto.jobs.config.run_config import RegularConfig, RunConfig
from bozzetto.jobs.train.views import binarization_weight, learning_levels
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.field import HashField
from bozzetto.nerf.rendering import RenderOutput
from bozzetto.transfer import download, upload

MIN_PEAK_OPACITY = 0.05
"""Greatest opacity around a pixel below which nothing there is drawn together to a thin part."""
EMPTINESS_SCALE = 10.0
"""Of the weights in the emptiness: what is much more than a tenth of a ray's light costs little more."""
SURFACE_OPACITY = 0.5
"""A ray of at least this opacity has hit a surface, at its mean distance."""


def regularised(
    loss: Tensor,
    out: RenderOutput,
    rays: Rays,
    field: HashField,
    config: RunConfig,
    step: int,
    generator: torch.Generator,
) -> Tensor:
    """A step's loss with everything that is asked of the field beside it.

    Args:
        loss: of the prior.
        out: of R rays, with their samples, and with normals where the orientation counts.
        rays: those R.
        field: what is trained.
        config: the run's.
        step: number of the step.
        generator: draws the points of the smoothness.
    """
    regular, total = config.regular, config.steps
    weight = binarization_weight(step, total, regular)
    loss = loss + weight * opacity_binarization(out.opacity, config.camera.views)
    loss = loss + regular.sparsity * out.opacity.mean()
    loss = loss + ramped_terms(out, rays, regular, config.camera.views, step / total)
    if regular.smoothness > 0:
        loss = loss + regular.smoothness * download(roughness(field, config, generator), loss.device)
    if (weight := regular.emptiness.at(step / total)) > 0:
        loss = loss + weight * emptiness(out, config.render.step_size)
    if (weight := regular.eikonal.at(step / total)) > 0:
        loss = loss + weight * download(eikonal(field, out, rays, config, step, generator), loss.device)
    return loss


def needs_samples(regular: RegularConfig, progress: float) -> bool:
    """Whether what is asked of the field at a part of the run, in [0, 1], is asked of the samples of its rays."""
    return any(ramp.at(progress) > 0 for ramp in (regular.z_variance, regular.emptiness, regular.guide_shape))


def ramped_terms(out: RenderOutput, rays: Rays, regular: RegularConfig, views: int, progress: float) -> Tensor:
    """The weighted sum of what follows, at a part of the run; zero where no weight is above zero.

    Args:
        out: of R rays, with their samples, and with normals where they count.
        rays: those R.
        regular: the weights.
        views: how many square views the rays are of.
        progress: part of the run that is done, in [0, 1].
    """
    loss = out.opacity.new_zeros(())
    if (weight := regular.sparsity_root.at(progress)) > 0:
        loss = loss + weight * sparsity_root(out.opacity)
    if (weight := regular.opacity_entropy.at(progress)) > 0:
        loss = loss + weight * opacity_entropy(out.opacity)
    if (weight := regular.orientation.at(progress)) > 0:
        loss = loss + weight * orientation(out, rays)
    if (weight := regular.z_variance.at(progress)) > 0:
        loss = loss + weight * z_variance(out)
    if (weight := regular.normal_smoothness.at(progress)) > 0:
        loss = loss + weight * normal_smoothness(out, views)
    return loss


def opacity_binarization(opacity: Tensor, views: int) -> Tensor:
    """Mean of o (1 - o / m) over rays, m the greatest opacity among a pixel and its eight neighbours.

    Beside a surface m is 1, and this is o (1 - o): a ray is stopped or it is not. A pole that is thinner than a pixel
    of the prior is haze of .3 or so all along; o (1 - o) drives it to nothing, while here its ridge, where o = m,
    grows and its flanks shrink, until it is thin and solid. Where nothing around reaches MIN_PEAK_OPACITY, m counts as
    1.

    Args:
        opacity: [views * S * S] of square views' rays, row by row.
    """
    side = math.isqrt(len(opacity) // views)
    image = opacity.view(views, 1, side, side)
    peak = F.max_pool2d(image.detach(), 3, stride=1, padding=1)
    peak = torch.where(peak < MIN_PEAK_OPACITY, torch.ones_like(peak), peak)
    return (image * (1 - image / peak)).mean()


def sparsity_root(opacity: Tensor) -> Tensor:
    """Mean of sqrt(opacity^2 + 0.01) over rays [R]: little is visible, without a pull at what is already empty."""
    return (opacity.square() + 0.01).sqrt().mean()


def opacity_entropy(opacity: Tensor) -> Tensor:
    """Mean binary entropy of the opacity over rays [R], in nats: either opaque or clear."""
    o = opacity.clamp(1e-3, 1 - 1e-3)
    return -(o * o.log() + (1 - o) * (1 - o).log()).mean()


def orientation(out: RenderOutput, rays: Rays) -> Tensor:
    """Normals that look away from the camera where they are visible (Ref-NeRF, arXiv 2112.03907, equation 11).

    sum opacity max(0, n . d)^2 / number of rays that hit. Shading here is deferred, so the ray's one normal, at its
    strongest sample, stands for those of all its samples; opacity counts as a constant.

    Args:
        out: of R rays, with normals that carry a gradient.
        rays: those R.
    """
    if out.normal is None:
        raise ValueError("orientation: expected normals, got none; render with normals")
    away = (out.normal * upload(rays.directions, out.normal.device)).sum(-1).clamp(min=0).square()
    return (out.opacity.detach() * away).sum() / (out.opacity > 0).sum().clamp(min=1)


def z_variance(out: RenderOutput) -> Tensor:
    """Mean variance of depth along the rays that are more than half opaque (HiFA, arXiv 2305.18766).

    Args:
        out: of R rays, with their samples.
    """
    if out.samples is None or out.weights is None:
        raise ValueError("z_variance: expected the samples of the rays, got none")
    offset = out.samples.t_mids - out.depth[out.samples.ray_indices]
    # On a card this sum has an order, and that of `index_add` has none.
    each = out.weights * offset.square()
    spread = torch.zeros_like(out.opacity).index_put((out.samples.ray_indices,), each, accumulate=True)
    solid = (out.opacity > 0.5).nonzero()[:, 0]  # once: the host waits for their number
    return spread[solid].mean() if len(solid) else out.opacity.sum() * 0


def normal_smoothness(out: RenderOutput, views: int) -> Tensor:
    """Mean squared difference between the normals of neighbouring pixels (Magic123, arXiv 2306.17843, equation 6).

    As threestudio has it: of pictures of the normals, (n + 1) / 2 before black.

    Args:
        out: of views * S * S rays of square views, row by row, with normals that carry a gradient.
        views: how many.
    """
    if out.normal is None:
        raise ValueError("normal_smoothness: expected normals, got none; render with normals")
    side = math.isqrt(len(out.opacity) // views)
    image = ((out.normal + 1) / 2 * out.opacity[:, None]).view(views, side, side, 3)
    down, across = image[:, 1:] - image[:, :-1], image[:, :, 1:] - image[:, :, :-1]
    return down.square().mean() + across.square().mean()


def emptiness(out: RenderOutput, step_size: float) -> Tensor:
    """Mean of log(1 + 10 w) over weights w of the samples that rays have in the box round the sphere, those in empty
    cells with w = 0 (SJC, Wang et al. 2022, arXiv 2212.00774).

    Args:
        out: of R rays, with their samples.
        step_size: interval of the samples, world units.
    """
    if out.weights is None:
        raise ValueError("emptiness: expected the samples of the rays, got none")
    samples = len(out.opacity) * 2 * math.sqrt(3) / step_size
    return torch.log1p(EMPTINESS_SCALE * out.weights).sum() / samples


def eikonal(
    field: HashField, out: RenderOutput, rays: Rays, config: RunConfig, step: int, generator: torch.Generator
) -> Tensor:
    """Mean of (|gradient of the signed distance| - 1)^2 (Gropp et al. 2020, arXiv 2002.10099).

    At points of the sphere and about those that rays hit, as in VolSDF (arXiv 2106.12052), by differences
    over a cell of the finest level that learns, which grows finer with it (Neuralangelo, arXiv 2306.03092).

    Args:
        field: of signed distances.
        out: of R rays.
        rays: those R.
        config: the run's.
        step: number of the step.
        generator: draws the points.
    """
    half = config.regular.eikonal_points // 2
    levels = learning_levels(step, config.steps, config.optim, config.field.levels)
    cell = 2 / config.field.layout.resolutions[max(levels, 1) - 1]
    x = points_in_sphere(half, generator) * config.field.radius
    hits = (out.opacity.detach() > SURFACE_OPACITY).nonzero()[:, 0]
    if len(hits):
        hits = hits[upload(torch.randint(len(hits), (half,), generator=generator), hits.device)]
        seen = rays.to(hits.device)
        near = seen.origins[hits] + out.depth.detach()[hits, None] * seen.directions[hits]
        x = upload(x, hits.device)
        x = torch.cat([x, near + cell * upload(torch.randn(half, 3, generator=generator), hits.device)])
    gradient = field.signed_distance_gradient(upload(x, field.table.device), cell)
    loss: Tensor = (gradient.norm(dim=-1) - 1).square().mean()
    return loss


def points_in_sphere(count: int, generator: torch.Generator) -> Tensor:
    """Uniform points [count, 3] of the unit sphere's inside."""
    x = torch.nn.functional.normalize(torch.randn(count, 3, generator=generator), dim=-1)
    return x * torch.rand(count, 1, generator=generator) ** (1 / 3)


def roughness(field: HashField, config: RunConfig, generator: torch.Generator) -> Tensor:
    """Mean change of opacity and albedo between random points of the sphere and their neighbours one sample away, where
    the field is."""
    n, step = config.regular.smoothness_points, config.render.step_size
    x = points_in_sphere(n, generator)
    near = x + step * torch.nn.functional.normalize(torch.randn(n, 3, generator=generator), dim=-1)
    device = field.table.device
    # One pass for both: of two with so few points half the time is what every pass takes.
    out = field(upload(torch.cat([x, near]), device))
    alpha, albedo = -torch.expm1(-out.sigmas.view(2, n) * step), out.albedo.view(2, n, 3)
    change: Tensor = (alpha[0] - alpha[1]).abs().mean() + (albedo[0] - albedo[1]).abs().mean()
    return change

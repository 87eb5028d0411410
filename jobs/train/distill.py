"""The prior's part of a step: from rendered images to a gradient in them, by the configured method."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from bozzetto.jobs.config.errors import ConfigError, PriorError
from bozzetto.jobs.config.run_config import GuidanceConfig, RunConfig
from bozzetto.nerf.rendering import RenderOutput
from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import sds_gradient, x0_reconstruction
from bozzetto.sds.methods.csd import csd_gradient
from bozzetto.sds.methods.hifa import hifa_gradient
from bozzetto.sds.methods.ism import ism_gradient
from bozzetto.sds.methods.nfsd import NEGATIVE, nfsd_gradient
from bozzetto.sds.methods.sdi import sdi_gradient
from bozzetto.sds.methods.vsd import particle_loss, vsd_gradient
from bozzetto.sds.particles import ParticleScore
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import LatentPrior, Prior, ScheduledPrior
from bozzetto.sds.schedule import sample_t

PARTICLE_T = (0.02, 0.98)


@dataclass
class Particle:
    """The learned score of VSD and its optimiser; what changes with it is in a checkpoint."""

    score: ParticleScore
    optimizer: torch.optim.Optimizer


def new_particle(prior: Prior, conditioning: Text, config: RunConfig, generator: torch.Generator) -> Particle:
    """The learned score before the first step.

    Raises:
        ConfigError: the prior has no network that could be changed.
    """
    try:
        score = ParticleScore(prior, conditioning, config.guidance.lora_rank, generator)
    except TypeError as error:
        raise ConfigError(f"guidance.method=vsd: {error}") from error
    # ProlificDreamer's AdamW with the library's defaults.
    return Particle(score, torch.optim.AdamW(score.parameters(), lr=config.guidance.lora_lr))


def latent_start(prior: Prior, config: RunConfig) -> bool:
    """Whether the run begins in latents.

    Raises:
        ConfigError: it should, and this prior or method cannot.
    """
    if config.guidance.latent_until == 0:
        return False
    if not isinstance(prior, LatentPrior) or prior.latent_shape[0] != 4:
        what = f"one of {prior.latent_shape[0]} channels" if isinstance(prior, LatentPrior) else "one that sees pixels"
        raise ConfigError(f"guidance.latent_until needs a prior of 4 latent channels; {prior.name!r} is {what}")
    if config.guidance.method == "hifa":
        raise ConfigError("guidance.latent_until does not go with method hifa, which compares images")
    return True


def as_latents(out: RenderOutput, views: int, side: int) -> Tensor:
    """Views as latents that need no encoder: normal times opacity, and opacity, each in [-1, 1].

    Chen et al. 2023 (Fantasia3D), section 3.2: a latent prior reads the shape in them well enough to begin with.

    Args:
        out: [views * side * side] rays, with normals.
        views: B.
        side: pixels along an edge, the latents' own.

    Returns:
        [B, 4, side, side].
    """
    assert out.normal is not None
    pixels = torch.cat([out.normal * out.opacity[:, None], out.opacity[:, None] * 2 - 1], dim=-1)
    return pixels.view(views, side, side, 4).permute(0, 3, 1, 2)


def prior_times(t: Tensor, prior: Prior, guidance: GuidanceConfig) -> Tensor:
    """Times that are fractions of the prior's own schedule, as ours; others as they are."""
    if guidance.clock == "prior" and isinstance(prior, ScheduledPrior):
        return prior.time_of(t)
    return t


def distill(
    images: Tensor,
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Tensor,
    generator: torch.Generator,
    config: RunConfig,
    particle: Particle | None = None,
    extra: Text | None = None,
) -> tuple[Tensor, float]:
    """The gradient of the prior's loss in the images, and the half mean squared distance to its prediction.

    Images of another resolution are scaled to the prior's, and a latent prior's gradient in latents comes back through
    its encoder, by the chain rule. What is in the shape of its latents already is taken as such.

    Args:
        images: [B, 3, H, W] in [-1, 1], or what `as_latents` makes.
        t: [B] diffusion times.
        particle: the learned score, for `vsd`; it learns from what the prior was just shown.
        extra: the conditioning of NFSD's negative prompt, see `extra_text`.
    Returns:
        Gradient in the shape of the images, and the distance in [0, 1] colours, summed over channels, averaged over
        pixels; of a latent prior, the same of latents.
    Raises:
        FloatingPointError: something is not finite.
    """
    guidance = config.guidance
    pixels = images.detach()
    direct = isinstance(prior, LatentPrior) and tuple(images.shape[1:]) == tuple(prior.latent_shape)
    indirect = not direct and (isinstance(prior, LatentPrior) or images.shape[-1] != prior.resolution)
    with torch.enable_grad():
        leaf = pixels.clone().requires_grad_() if indirect else pixels
        samples = scaled = leaf
        if not direct:
            if images.shape[-1] != prior.resolution:
                size = (prior.resolution, prior.resolution)
                # Several rays a pixel are their mean, as a pixel of what the prior was taught is; a triangle's wider
                # support would ask for edges that are too sharp.
                if images.shape[-1] > prior.resolution:
                    scaled = F.interpolate(leaf, size, mode="area")
                else:
                    scaled = F.interpolate(leaf, size, mode="bilinear", align_corners=False)
            samples = prior.encode(scaled) if isinstance(prior, LatentPrior) else scaled
    x, clip = samples.detach(), guidance.clip or None
    scale = max(guidance.scale, guidance.away) if config.negative else guidance.scale
    common = (prior, conditioning, views, t, generator)
    pixel_grad = None
    if guidance.method == "sds":
        found = sds_gradient(
            x, *common, guidance_scale=scale, guidance_rescale=guidance.rescale, weighting=guidance.weighting,
            grad_clip=clip,
        )  # fmt: skip
    elif guidance.method == "csd":
        found = csd_gradient(x, *common, weighting=guidance.weighting, grad_clip=clip)
    elif guidance.method == "nfsd":
        assert extra is not None
        switch = float(prior_times(torch.tensor(0.2), prior, guidance))
        found = nfsd_gradient(
            x, *common, negative=extra, guidance_scale=scale, switch=switch, weighting=guidance.weighting,
            grad_clip=clip,
        )  # fmt: skip
    elif guidance.method == "ism":
        found = ism_gradient(
            x, *common, guidance_scale=scale, interval=guidance.interval, stride=guidance.stride,
            weighting=guidance.weighting, grad_clip=clip,
        )  # fmt: skip
    elif guidance.method == "sdi":
        found = sdi_gradient(
            x, *common, guidance_scale=scale, inversion_scale=guidance.inversion_scale, steps=guidance.inversion_steps,
            eta=guidance.inversion_eta, grad_clip=clip,
        )  # fmt: skip
    elif guidance.method == "hifa":
        both = hifa_gradient(
            x, scaled.detach(), *common, guidance_scale=scale, guidance_rescale=guidance.rescale,
            image_weight=guidance.image_weight, weighting=guidance.weighting, grad_clip=clip,
        )  # fmt: skip
        found, pixel_grad = both.distillation, both.pixel_grad
    elif guidance.method == "vsd":
        assert particle is not None
        found = vsd_gradient(
            x, *common, particle=particle.score, guidance_scale=scale, weighting=guidance.weighting, grad_clip=clip
        )
        teach_particle(particle, x, views, generator)
    else:
        found = x0_reconstruction(x, *common, guidance_scale=scale, recon_std_rescale=guidance.rescale, grad_clip=clip)
    gradient, target = found.grad, found.x0
    if not isinstance(prior, LatentPrior):
        target = target.clamp(-1, 1)
        if guidance.method == "x0" and clip is None:
            gradient = x - (target if guidance.clamp else found.x0)
    if pixel_grad is not None:
        if isinstance(prior, LatentPrior):
            (gradient,) = torch.autograd.grad((samples, scaled), leaf, (gradient, pixel_grad))
        elif indirect:
            (gradient,) = torch.autograd.grad(scaled, leaf, gradient + pixel_grad)
        else:
            gradient = gradient + pixel_grad
    elif indirect:
        (gradient,) = torch.autograd.grad(samples, leaf, gradient)
    squared = (x - target).square().sum()
    return gradient, float(squared) / (8 * x.shape[0] * x.shape[2] * x.shape[3])


def teach_particle(particle: Particle, samples: Tensor, views: Views, generator: torch.Generator) -> float:
    """One step of the learned score on what the prior was just shown; its loss."""
    t = sample_t(PARTICLE_T, len(samples), generator).to(samples)
    loss = particle_loss(samples, views, t, generator, particle.score)
    particle.optimizer.zero_grad(set_to_none=True)
    loss.backward()
    particle.optimizer.step()
    return float(loss.detach())


def extra_text(prior: Prior, config: RunConfig) -> Text | None:
    """The conditioning of NFSD's p_neg; None for the other methods.

    Raises:
        PriorError: the prior can make nothing of that text.
    """
    if config.guidance.method != "nfsd":
        return None
    try:
        return prior.encode_text(NEGATIVE)
    except ValueError as error:
        raise PriorError(f"guidance.method=nfsd needs a prior that reads any text: {error}") from error

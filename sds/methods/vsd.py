"""Variational score distillation (ProlificDreamer, Wang et al. 2023, arXiv 2305.16213): against the renders' score."""

from __future__ import annotations

from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, check_clip, distilled, made_of, weight
from bozzetto.sds.methods.config import Weighting
from bozzetto.sds.prediction import Text, check_batch, draw_noise, guided_x0, times_like
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import add_noise, alpha, per_image, sigma, snr

ParticleFn = Callable[[Tensor, Tensor, Views], Tensor]
"""(noisy [B, ...], t [B], views) -> x0 [B, ...] of the distribution that the renders come from."""
SNR_LIMIT = 5.0


@torch.no_grad()
def vsd_gradient(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    particle: ParticleFn,
    guidance_scale: float = 7.5,
    weighting: Weighting = "sds",
    grad_clip: float | None = None,
) -> Distillation:
    """The difference of two scores, equation 9:

        w(t) (eps_hat(x_t; y, t) - eps_phi(x_t; t, c)) = w(t) (alpha / sigma) (x0_phi - x0_hat)

    where eps_phi is the score of the noisy renders. It vanishes where the renders are distributed as the prior's
    images are, whatever the noise; for a single image that is known for certain, eps_phi is the noise, and this is
    SDS.

    Args:
        images, prior, conditioning, views, t, generator: as for `bozzetto.sds.distillation.sds_gradient`.
        particle: the renders' denoiser, see `bozzetto.sds.particles`.
        guidance_scale: of the prior's prediction.
        weighting: see `bozzetto.sds.distillation.weight`.
        grad_clip: bound on the magnitude of each value; None does not clip.

    Returns:
        The gradient; its x0 is the prior's guided prediction.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: something is not finite.
    """
    check_clip(grad_clip)
    check_batch(images, prior, views, t)
    x, t = images.detach(), times_like(t, images)
    noisy = add_noise(x, draw_noise(x, generator), t)
    x0 = guided_x0(prior, noisy, t, conditioning, views, guidance_scale, checked=False)
    own = particle(noisy, t, views).to(x)
    if own.shape != x.shape:
        raise ValueError(f"particle: expected a prediction of shape {tuple(x.shape)}, got {tuple(own.shape)}")
    factor = weight(t, weighting) * alpha(t) / sigma(t)
    return distilled(per_image(factor, x) * (own - x0), x0, t, grad_clip, made_of(x, prior, x0))


def particle_loss(
    images: Float[Tensor, " b *shape"],
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    particle: ParticleFn,
) -> Float[Tensor, ""]:
    """The denoising loss that teaches the particle's score, equation 8: E || eps_phi - eps ||^2.

    || eps_phi - eps ||^2 is snr || x0_phi - x ||^2; the snr is held at SNR_LIMIT (min-SNR, Hang et al. 2023, arXiv
    2303.09556), because near t = 0 it grows without bound.

    Args:
        images: renders, or their latents, [B, ...]; a gradient they carry is not followed.
        views: B views.
        t: time in (0, 1), [B].
        generator: source of the noise.
        particle: differentiable in its own parameters.

    Returns:
        A scalar, mean over all values.
    """
    x, t = images.detach(), times_like(t, images)
    own = particle(add_noise(x, draw_noise(x, generator), t), t, views)
    factor = snr(t).clamp(max=SNR_LIMIT)
    return (per_image(factor, x) * (own.to(x) - x).square()).mean()

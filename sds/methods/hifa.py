"""HiFA (Zhu et al. 2023, arXiv 2305.18766): the residual in latents and, decoded, in the image.

Its annealing is `bozzetto.sds.schedule.square_root_range`; its z-variance loss is a regulariser of the loop.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, sds_gradient, weight
from bozzetto.sds.methods.config import Weighting
from bozzetto.sds.prediction import Text, check_finite
from bozzetto.sds.prior import Capabilities, Prior
from bozzetto.sds.schedule import alpha, per_image, sigma


@dataclass(frozen=True, eq=False)
class HifaGradient:
    """Both residuals.

    Args:
        distillation: in latents, or, for a prior without, in images.
        pixel_grad: in images, [B, 3, H, W], to be added after the other has gone through the encoder.
    """

    distillation: Distillation
    pixel_grad: Tensor


@torch.no_grad()
def hifa_gradient(
    samples: Float[Tensor, "b c h w"],
    images: Float[Tensor, "b 3 r r"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    guidance_scale: float = 100.0,
    guidance_rescale: float = 0.0,
    image_weight: float = 0.01,
    weighting: Weighting = "sds",
    grad_clip: float | None = None,
) -> HifaGradient:
    """w(t) (alpha / sigma) times (z - z_hat) and, with its own weight, (x - D(z_hat)).

    The image's residual counts in [0, 1] colours, as threestudio counts it, so in our [-1, 1] it is a quarter.

    Args:
        samples: latents of the images, or the images themselves for a pixel prior.
        images: [B, 3, resolution, resolution] in [-1, 1].
        prior, conditioning, views, t, generator: as for `bozzetto.sds.distillation.sds_gradient`.
        guidance_scale: classifier-free guidance.
        guidance_rescale: phi in [0, 1] of `bozzetto.sds.guidance.rescale`.
        image_weight: lambda of the image's residual; threestudio has 0.01.
        weighting: see `bozzetto.sds.distillation.weight`.
        grad_clip: bound on the magnitude of each value of both; None does not clip.

    Returns:
        Both gradients.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: something is not finite.
    """
    distillation = sds_gradient(
        samples,
        prior,
        conditioning,
        views,
        t,
        generator,
        guidance_scale=guidance_scale,
        guidance_rescale=guidance_rescale,
        weighting=weighting,
        grad_clip=grad_clip,
    )
    latents = Capabilities(prior).latents
    predicted = distillation.x0 if latents is None else latents.decode(distillation.x0)
    x = images.detach()
    factor = (weight(distillation.t, weighting) * alpha(distillation.t) / sigma(distillation.t)).to(x)
    pixel_grad = image_weight / 4 * per_image(factor, x) * (x - predicted.to(x).clamp(-1, 1))
    check_finite("gradient in pixels", pixel_grad, distillation.t)
    if grad_clip is not None:
        pixel_grad = pixel_grad.clamp(-grad_clip, grad_clip)
    return HifaGradient(distillation, pixel_grad)

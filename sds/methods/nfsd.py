"""Noise-free score distillation (Katzir et al. 2023, arXiv 2310.17590): the residual without its noise."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, check_clip, distilled, made_of, weight
from bozzetto.sds.methods.config import Weighting
from bozzetto.sds.prediction import Text, check_batch, draw_noise, predict_sides, times_like
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import add_noise, alpha, eps_from_x0, per_image, sigma

NEGATIVE = "unrealistic, blurry, low quality, out of focus, ugly, low contrast, dull, dark, low-resolution, gloomy"
"""The paper's p_neg, which stands for images that are out of distribution."""


@torch.no_grad()
def nfsd_gradient(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    negative: Text,
    guidance_scale: float = 7.5,
    switch: float = 0.2,
    weighting: Weighting = "sds",
    grad_clip: float | None = None,
) -> Distillation:
    """The domain and the condition direction, without the noise direction:

        w(t) (delta_D + s delta_C),    delta_C = eps_hat(x_t; y, t) - eps_hat(x_t; t)
        delta_D = eps_hat(x_t; t)                               for t < switch, where little of it is noise
                = eps_hat(x_t; t) - eps_hat(x_t; p_neg, t)      else

    Args:
        images, prior, views, t, generator: as for `bozzetto.sds.distillation.sds_gradient`.
        conditioning: of the prompt, with no negative prompt: its unconditional side is the empty text.
        negative: of p_neg, see NEGATIVE; only its conditional side is read.
        guidance_scale: s.
        switch: time below which delta_D changes; the paper has 200 of 1000 steps.
        weighting: see `bozzetto.sds.distillation.weight`.
        grad_clip: bound on the magnitude of each value; None does not clip.

    Returns:
        The gradient; its x0 is the conditional prediction.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: something is not finite.
    """
    check_clip(grad_clip)
    check_batch(images, prior, views, t)
    x, t = images.detach(), times_like(t, images)
    noisy = add_noise(x, draw_noise(x, generator), t)
    cond, uncond = predict_sides(prior, noisy, t, conditioning, views)
    bad, _ = predict_sides(prior, noisy, t, negative, views)
    slope = per_image(alpha(t) / sigma(t), x)
    late = per_image(t < switch, x)
    domain = torch.where(late, eps_from_x0(noisy, uncond, t), slope * (bad - uncond))
    grad = per_image(weight(t, weighting), x) * (domain + guidance_scale * slope * (uncond - cond))
    return distilled(grad, cond, t, grad_clip, made_of(x, prior, cond, uncond, bad))

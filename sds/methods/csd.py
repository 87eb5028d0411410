"""Classifier score distillation (Yu et al. 2023, arXiv 2310.19415): the guidance alone."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, check_clip, distilled, made_of, weight
from bozzetto.sds.methods.config import Weighting
from bozzetto.sds.prediction import Text, check_batch, draw_noise, predict_sides, times_like
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import add_noise, alpha, per_image, sigma


@torch.no_grad()
def csd_gradient(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    weighting: Weighting = "sds",
    grad_clip: float | None = None,
) -> Distillation:
    """The gradient of an implicit classifier, the paper's main result:

        w(t) (eps_hat(x_t; y, t) - eps_hat(x_t; t)) = w(t) (alpha / sigma) (x0_uncond - x0_cond)

    It does not contain the noise that was added except through the predictions, and it has no scale: a guidance scale
    would only change the step size. A negative prompt, encoded as the unconditional side, is the paper's form with a
    negative prompt and both weights equal. On its own it knows no fixed point: where both predictions differ it goes on
    for ever.

    Args:
        images, prior, conditioning, views, t, generator: as for `bozzetto.sds.distillation.sds_gradient`.
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
    factor = weight(t, weighting) * alpha(t) / sigma(t)
    grad = per_image(factor, x) * (uncond - cond)
    return distilled(grad, cond, t, grad_clip, made_of(x, prior, cond, uncond))

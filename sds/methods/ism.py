"""Interval score matching (LucidDreamer, Liang et al. 2023, arXiv 2311.11284): two nearby points of one trajectory."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, check_clip, distilled, weight
from bozzetto.sds.methods.config import Weighting
from bozzetto.sds.methods.inversion import START, ddim_step, invert
from bozzetto.sds.prediction import Text, check_batch, check_finite, guided_x0, times_like
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import eps_from_x0, per_image


@torch.no_grad()
def ism_gradient(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    guidance_scale: float = 7.5,
    interval: float = 0.05,
    stride: float = 0.2,
    weighting: Weighting = "sds",
    grad_clip: float | None = None,
) -> Distillation:
    """The difference of two noise predictions on the way of DDIM inversion, the ISM gradient:

        w(t) (eps_hat(x_t; y, t) - eps_hat(x_s; s)),    s = t - interval

    x_s and x_t come from the image without the text and without any random noise, so the gradient is a function of the
    image: its variance is zero.

    Args:
        images, prior, conditioning, views, t: as for `bozzetto.sds.distillation.sds_gradient`.
        generator: not used, as nothing is drawn.
        guidance_scale: of the prediction at t.
        interval: delta_T, the distance of the two times; the paper has 50 of 1000 steps.
        stride: delta_S, the largest step of the inversion up to s; the paper has 200.
        weighting: see `bozzetto.sds.distillation.weight`.
        grad_clip: bound on the magnitude of each value; None does not clip.

    Returns:
        The gradient; its x0 is the guided prediction at t.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: something is not finite.
    """
    check_clip(grad_clip)
    check_batch(images, prior, views, t)
    if not (interval > 0 and stride > 0):
        raise ValueError(f"expected a positive interval and stride, got {interval} and {stride}")
    x, t = images.detach(), times_like(t, images)
    check_finite("rendered images", x, t)

    def without_text(noisy: Tensor, at: Tensor) -> Tensor:
        return guided_x0(prior, noisy, at, conditioning, views, 0.0)

    s = (t - interval).clamp(min=START)
    steps = max(1, round(float(s.max() - START) / stride))
    x_s = invert(x, s, without_text, steps)
    x0_s = without_text(x_s, s)
    x_t = ddim_step(x_s, x0_s, s, t)
    x0 = guided_x0(prior, x_t, t, conditioning, views, guidance_scale)
    difference = eps_from_x0(x_t, x0, t) - eps_from_x0(x_s, x0_s, s)
    return distilled(per_image(weight(t, weighting), x) * difference, x0, t, grad_clip)

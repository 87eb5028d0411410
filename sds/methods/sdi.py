"""Score distillation via inversion (Lukoianov et al. 2024, arXiv 2405.15891): noise that belongs to the image."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, check_clip, distilled
from bozzetto.sds.methods.inversion import invert
from bozzetto.sds.prediction import Text, check_batch, check_finite, guided_x0, times_like
from bozzetto.sds.prior import Prior


@torch.no_grad()
def sdi_gradient(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    guidance_scale: float = 7.5,
    inversion_scale: float = -7.5,
    steps: int = 10,
    eta: float = 0.3,
    grad_clip: float | None = None,
) -> Distillation:
    """The reconstruction residual with the noise of a DDIM inversion:

        x - x0_hat(x_t; y, t),    x_t = the inversion of x with the text at the negative of its guidance

    With random noise instead this is `bozzetto.sds.distillation.x0_reconstruction`. What is random here is the
    inversion's own noise, of share eta.

    Args:
        images, prior, conditioning, views, t: as for `bozzetto.sds.distillation.sds_gradient`.
        generator: source of the inversion's noise.
        guidance_scale: of the prediction at t.
        inversion_scale: guidance of the inversion.
        steps: of the inversion.
        eta: share of DDPM noise in the inversion; 0 makes the gradient a function of the image.
        grad_clip: bound on the magnitude of each value; None does not clip.

    Returns:
        The gradient and the guided prediction.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: something is not finite.
    """
    check_clip(grad_clip)
    check_batch(images, prior, views, t)
    x, t = images.detach(), times_like(t, images)
    check_finite("rendered images", x, t)

    def against_text(noisy: Tensor, at: Tensor) -> Tensor:
        return guided_x0(prior, noisy, at, conditioning, views, inversion_scale)

    x_t = invert(x, t, against_text, steps, eta, generator)
    x0 = guided_x0(prior, x_t, t, conditioning, views, guidance_scale)
    return distilled(x - x0, x0, t, grad_clip)

"""Score distillation: from a rendered image and a prior to d loss / d image.

For x_t = alpha x + sigma eps and a guided prediction x0_hat of the prior, eps_hat = (x_t - alpha x0_hat) / sigma, hence

    eps_hat - eps = (alpha / sigma) (x - x0_hat).

Every gradient here is a multiple of the right-hand side, which loses no digits where sigma is small. It is the gradient
of 1/2 || x - stopgrad(x - grad) ||^2, summed over the images; `Distillation.loss` is that number for each image. To
apply it, call `images.backward(gradient=grad)`, or divide by the batch size first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.methods.config import Weighting
from bozzetto.sds.prediction import (
    Text,
    check_batch,
    check_finite,
    draw_noise,
    guided_x0,
    predictions_of,
    times_like,
)
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import add_noise, alpha, per_image, sigma


@dataclass(frozen=True, eq=False)
class Distillation:
    """What one evaluation of the prior says about a batch of images; nothing in it carries a gradient.

    For a latent prior (`bozzetto.sds.prior.LatentPrior`), images and their gradient are latents.

    Args:
        grad: d loss / d image, [B, 3, H, W]; summed over images, not averaged.
        x0: the guided (and rescaled) prediction of the clean images, [B, 3, H, W].
        t: the times that were used, [B].
        loss: 1/2 ||grad||^2 of each image, [B]. For `x0_reconstruction` without clipping it is half the squared error
            against x0; for `sds_gradient` only a measure of the size of the gradient.
        pixel_grad: of a method that compares images too: in the images [B, 3, H, W] that the samples were encoded from,
            to be added after `grad` has gone through the encoder; None for others.
    """

    grad: Tensor
    x0: Tensor
    t: Tensor
    loss: Tensor
    pixel_grad: Tensor | None = None


def weight(t: Float[Tensor, "*shape"], weighting: Weighting) -> Float[Tensor, "*shape"]:
    """The factor w(t) before the noise residual.

    Named as threestudio names them, whose `alphas` is alphas_cumprod = alpha(t)^2 here:

        sds          1 - alphas              = sigma^2          (DreamFusion)
        uniform      1                       = 1
        fantasia3d   sqrt(alphas) (1-alphas) = alpha sigma^2    (Fantasia3D, arXiv 2303.13873)
        velocity     (alpha + sigma) / alpha

    The last is the residual of a rectified flow's velocity, weighted by 1: with s = sigma / (alpha + sigma), the flow's
    time at the same noise level, v_hat - v = (x - x0_hat) / s.

    threestudio looks them up at an integer step of Stable Diffusion's schedule: at equal noise level the weights are
    equal, at equal t they are not.

    Args:
        t: time in (0, 1), any shape.
        weighting: one of the four.

    Returns:
        w(t), of the shape of `t`.

    Raises:
        ValueError: `weighting` is not one of the four.
    """
    if weighting == "sds":
        return sigma(t) ** 2
    if weighting == "uniform":
        return torch.ones_like(t)
    if weighting == "fantasia3d":
        return alpha(t) * sigma(t) ** 2
    if weighting == "velocity":
        return (alpha(t) + sigma(t)) / alpha(t)
    raise ValueError(f"expected a weighting of {', '.join(get_args(Weighting))}, got {weighting!r}")


def sds_gradient(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    guidance_scale: float,
    guidance_rescale: float = 0.0,
    weighting: Weighting = "sds",
    grad_clip: float | None = None,
) -> Distillation:
    """Score distillation sampling: w(t) (eps_hat - eps), without the Jacobian of the prior.

    DreamFusion (arXiv 2209.14988), equation 3, up to d image / d parameters, which is the renderer's.

    Args:
        images: rendered images, [B, 3, resolution, resolution] in [-1, 1]; a gradient they carry is not followed.
        prior: the prior; runs without autograd.
        conditioning: from the prior's `encode_text`, or view-dependent.
        views: the B views the images were rendered from.
        t: time in (0, 1), [B], see `bozzetto.sds.schedule.sample_t`.
        generator: source of the noise.
        guidance_scale: classifier-free guidance, see `bozzetto.sds.guidance`.
        guidance_rescale: phi in [0, 1] of `bozzetto.sds.guidance.rescale`.
        weighting: see `weight`.
        grad_clip: bound on the magnitude of each value of the gradient, positive; None does not clip.

    Returns:
        The detached gradient and what it came from.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: the images, the prediction or the gradient is not finite.
    """
    check_clip(grad_clip)
    x, x0, t = _predict(images, prior, conditioning, views, t, generator, guidance_scale, guidance_rescale)
    factor = weight(t, weighting) * alpha(t) / sigma(t)
    return distilled(per_image(factor, x) * (x - x0), x0, t, grad_clip, made_of(x, prior, x0))


def x0_reconstruction(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    guidance_scale: float,
    recon_std_rescale: float = 0.0,
    grad_clip: float | None = None,
) -> Distillation:
    """Reconstruction loss against the prediction: 1/2 || x - stopgrad(x0_hat) ||^2 an image, so grad = x - x0_hat.

    MVDream (arXiv 2308.16512), the x0-reconstruction loss of its multi-view SDS; it is SDS with w(t) = sigma / alpha.
    Their `recon_std_rescale` takes the standard deviation over the views of an object together, here it is for each
    image.

    Args:
        images: rendered images, [B, 3, resolution, resolution] in [-1, 1]; a gradient they carry is not followed.
        prior: the prior; runs without autograd.
        conditioning: from the prior's `encode_text`, or view-dependent.
        views: the B views the images were rendered from.
        t: time in (0, 1), [B], see `bozzetto.sds.schedule.sample_t`.
        generator: source of the noise.
        guidance_scale: classifier-free guidance, see `bozzetto.sds.guidance`.
        recon_std_rescale: phi in [0, 1] of `bozzetto.sds.guidance.rescale`; MVDream uses 0.5.
        grad_clip: bound on the magnitude of each value of the gradient, positive; None does not clip.

    Returns:
        The detached gradient and what it came from.

    Raises:
        ValueError: a shape, a range or an option does not fit.
        FloatingPointError: the images, the prediction or the gradient is not finite.
    """
    check_clip(grad_clip)
    x, x0, t = _predict(images, prior, conditioning, views, t, generator, guidance_scale, recon_std_rescale)
    return distilled(x - x0, x0, t, grad_clip, made_of(x, prior, x0))


@torch.no_grad()
def _predict(
    images: Float[Tensor, "b c h w"],
    prior: Prior,
    conditioning: Text,
    views: Views,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    guidance_scale: float,
    rescale_factor: float,
) -> tuple[Float[Tensor, "b c h w"], Float[Tensor, "b c h w"], Float[Tensor, " b"]]:
    """Diffuse, predict, guide: the images without gradient, the guided x0 and t, in the precision of the images."""
    check_batch(images, prior, views, t)
    x = images.detach()
    t = times_like(t, x)
    noisy = add_noise(x, draw_noise(x, generator), t)
    guided = guided_x0(prior, noisy, t, conditioning, views, guidance_scale, rescale_factor, checked=False)
    return x, guided, t


def made_of(images: Tensor, prior: Prior, *predictions: Tensor) -> list[tuple[str, Tensor]]:
    """What a gradient that is not finite may come from, by name, see `distilled`."""
    return [("rendered images", images), *((predictions_of(prior), prediction) for prediction in predictions)]


@torch.no_grad()
def distilled(
    grad: Float[Tensor, " b *shape"],
    x0: Float[Tensor, " b *shape"],
    t: Float[Tensor, " b"],
    grad_clip: float | None,
    made_of: Sequence[tuple[str, Tensor]] = (),
) -> Distillation:
    """A finite gradient, clipped, with its size; how every method of the room ends.

    What is not finite in the images or a prediction is not finite in the gradient, which alone is looked at.

    Args:
        grad: [B, ...].
        x0: [B, ...].
        t: [B].
        grad_clip: bound on the magnitude of each value, positive; None does not clip.
        made_of: names and values [B, ...] that it was computed from, where nobody has checked them.

    Raises:
        FloatingPointError: the gradient is not finite, or what it was made of.
    """
    check_finite("gradient", grad, t, made_of)  # before the clip, which would hide an infinity
    if grad_clip is not None:
        grad = grad.clamp(-grad_clip, grad_clip)
    return Distillation(grad=grad, x0=x0, t=t, loss=0.5 * grad.square().flatten(1).sum(dim=1))


def check_clip(grad_clip: float | None) -> None:
    """ValueError unless the bound is positive or None."""
    if grad_clip is not None and not grad_clip > 0:
        raise ValueError(f"grad_clip: expected a positive bound or None, got {grad_clip}")

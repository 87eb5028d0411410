"""DDIM inversion (Song et al. 2020, arXiv 2010.02502, section 4.3): from an image to the noise that would draw it."""

from __future__ import annotations

from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.prediction import draw_noise
from bozzetto.sds.schedule import alpha, eps_from_x0, per_image, sigma

START = 0.01  # the first time; there alpha is 0.9999 and the image counts as its own noisy version


@torch.no_grad()
def ddim_step(
    noisy: Float[Tensor, " b *shape"],
    x0: Float[Tensor, " b *shape"],
    t: Float[Tensor, " b"],
    t_next: Float[Tensor, " b"],
    eta: float = 0.0,
    generator: torch.Generator | None = None,
) -> Float[Tensor, " b *shape"]:
    """One step along the probability flow (DDIM's equation 12) to another noise level, the times in either order:

        x_next = alpha' x0_hat + sigma' eps_hat (+ eta sqrt((sigma^2 / sigma'^2) (1 - alpha'^2 / alpha^2)) noise)

    The noise is threestudio's for SDI: that of a DDPM step of the same length, added on the way up.

    Args:
        noisy: x_t, [B, ...].
        x0: the prediction there, [B, ...].
        t: time in (0, 1), [B].
        t_next: time to go to, [B].
        eta: share of the noise; needs a generator when not 0.
        generator: source of it.

    Returns:
        x at `t_next`, [B, ...].
    """
    a, s = per_image(alpha(t_next), noisy), per_image(sigma(t_next), noisy)
    result = a * x0 + s * eps_from_x0(noisy, x0, t)
    if eta != 0:
        if generator is None:
            raise ValueError("eta: noise needs a generator")
        share = (sigma(t) / sigma(t_next)) ** 2 * (1 - (alpha(t_next) / alpha(t)) ** 2).clamp(min=0)
        result = result + eta * per_image(share.sqrt(), noisy) * draw_noise(noisy, generator)
    return result


@torch.no_grad()
def invert(
    x: Float[Tensor, " b *shape"],
    t: Float[Tensor, " b"],
    predict: Callable[[Tensor, Tensor], Tensor],
    steps: int,
    eta: float = 0.0,
    generator: torch.Generator | None = None,
) -> Float[Tensor, " b *shape"]:
    """Adds to clean images the noise that the prior itself would have drawn them from.

    Each image goes from START to its own time in `steps` equal steps.

    Args:
        x: clean images, [B, ...].
        t: times to reach, [B] in (START, 1).
        predict: (noisy, t) -> x0 of the prior.
        steps: number of steps, positive.
        eta: see `ddim_step`.
        generator: source of that noise.

    Returns:
        x_t, [B, ...].

    Raises:
        ValueError: `steps` is not positive.
    """
    if steps < 1:
        raise ValueError(f"steps: expected a positive number, got {steps}")
    at = torch.full_like(t, START).minimum(t)
    noisy = per_image(alpha(at), x) * x
    stride = (t - at) / steps
    for _ in range(steps):
        noisy = ddim_step(noisy, predict(noisy, at), at, at + stride, eta, generator)
        at = at + stride
    return noisy

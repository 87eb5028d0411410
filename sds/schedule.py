"""The noise schedule and the choice of noise levels over a run.

Conventions: variance-preserving cosine schedule (Nichol and Dhariwal 2021, arXiv 2102.09672, without their offset) in
continuous time t in (0, 1), 0 clean and 1 pure noise:

    x_t = alpha(t) x0 + sigma(t) eps,    alpha = cos(pi t / 2),    sigma = sin(pi t / 2),    alpha^2 + sigma^2 = 1

so `alphas_cumprod` of the discrete literature is alpha^2. An annealing function maps (step, total), step in
0 .. total - 1, to the range (t_min, t_max) that `sample_t` draws from; the last step reaches the end of the schedule.
"""

import math
from typing import overload

import torch
from jaxtyping import Float, Shaped
from torch import Tensor


@overload
def alpha(t: float) -> float: ...
@overload
def alpha(t: Tensor) -> Tensor: ...
def alpha(t: float | Tensor) -> float | Tensor:
    """Signal coefficient cos(pi t / 2).

    Args:
        t: time in [0, 1], a float or a tensor of any shape.

    Returns:
        The coefficient in [0, 1], of the type and shape of `t`.
    """
    if isinstance(t, Tensor):
        return torch.cos(t * (math.pi / 2))
    return math.cos(t * (math.pi / 2))


@overload
def sigma(t: float) -> float: ...
@overload
def sigma(t: Tensor) -> Tensor: ...
def sigma(t: float | Tensor) -> float | Tensor:
    """Noise coefficient sin(pi t / 2).

    Args:
        t: time in [0, 1], a float or a tensor of any shape.

    Returns:
        The coefficient in [0, 1], of the type and shape of `t`.
    """
    if isinstance(t, Tensor):
        return torch.sin(t * (math.pi / 2))
    return math.sin(t * (math.pi / 2))


@overload
def snr(t: float) -> float: ...
@overload
def snr(t: Tensor) -> Tensor: ...
def snr(t: float | Tensor) -> float | Tensor:
    """Signal-to-noise ratio alpha^2 / sigma^2.

    Args:
        t: time in (0, 1), a float or a tensor of any shape.

    Returns:
        The ratio, positive, of the type and shape of `t`; it is 1 at t = 1/2.
    """
    return (alpha(t) / sigma(t)) ** 2


def per_image(value: Shaped[Tensor, " b"], images: Float[Tensor, " b *shape"]) -> Shaped[Tensor, " b *ones"]:
    """View one number an image so that it broadcasts over the pixels.

    Args:
        value: [B].
        images: [B, ...], only its number of dimensions is used.

    Returns:
        [B, 1, ..., 1] with as many dimensions as `images`.

    Raises:
        ValueError: `value` is not [B].
    """
    if value.shape != images.shape[:1]:
        raise ValueError(f"expected one value an image, shape {tuple(images.shape[:1])}, got {tuple(value.shape)}")
    return value.reshape(-1, *[1] * (images.dim() - 1))


def add_noise(
    x0: Float[Tensor, " b *shape"], eps: Float[Tensor, " b *shape"], t: Float[Tensor, " b"]
) -> Float[Tensor, " b *shape"]:
    """Diffuse clean images: alpha(t) x0 + sigma(t) eps.

    Args:
        x0: clean images, [B, ...].
        eps: standard normal noise, [B, ...].
        t: time in (0, 1), [B].

    Returns:
        The noisy images, [B, ...].
    """
    return per_image(alpha(t), x0) * x0 + per_image(sigma(t), x0) * eps


def eps_from_x0(
    noisy: Float[Tensor, " b *shape"], x0: Float[Tensor, " b *shape"], t: Float[Tensor, " b"]
) -> Float[Tensor, " b *shape"]:
    """The noise that a prediction of x0 implies: (x_t - alpha x0) / sigma.

    Args:
        noisy: x_t, [B, ...].
        x0: predicted clean images, [B, ...].
        t: time in (0, 1), [B]; the quotient loses digits as t nears 0.

    Returns:
        The implied noise, [B, ...].
    """
    return (noisy - per_image(alpha(t), noisy) * x0) / per_image(sigma(t), noisy)


def x0_from_eps(
    noisy: Float[Tensor, " b *shape"], eps: Float[Tensor, " b *shape"], t: Float[Tensor, " b"]
) -> Float[Tensor, " b *shape"]:
    """The clean image that a prediction of the noise implies: (x_t - sigma eps) / alpha.

    Args:
        noisy: x_t, [B, ...].
        eps: predicted noise, [B, ...].
        t: time in (0, 1), [B]; the quotient loses digits as t nears 1.

    Returns:
        The implied clean images, [B, ...].
    """
    return (noisy - per_image(sigma(t), noisy) * eps) / per_image(alpha(t), noisy)


def linear_range(step: int, total: int, t_start: float = 0.95, t_end: float = 0.4) -> tuple[float, float]:
    """A single time that goes down linearly from `t_start` to `t_end`.

    Args:
        step: 0 .. total - 1.
        total: number of steps, positive.
        t_start: time at the first step, in (0, 1).
        t_end: time at the last step, in (0, 1).

    Returns:
        (t, t).

    Raises:
        ValueError: `step` or a time is outside its range.
    """
    _check_range(min(t_start, t_end), max(t_start, t_end))
    t = t_start + (t_end - t_start) * _progress(step, total)
    return t, t


def square_root_range(step: int, total: int, t_start: float = 0.98, t_end: float = 0.02) -> tuple[float, float]:
    """A single time that goes down with the square root of the progress: quick at first, then slow.

    HiFA (arXiv 2305.18766), section on timestep annealing: t = t_max - (t_max - t_min) sqrt(step / total).

    Args:
        step: 0 .. total - 1.
        total: number of steps, positive.
        t_start: time at the first step, in (0, 1).
        t_end: time at the last step, in (0, 1).

    Returns:
        (t, t).

    Raises:
        ValueError: `step` or a time is outside its range.
    """
    _check_range(min(t_start, t_end), max(t_start, t_end))
    t = t_start + (t_end - t_start) * math.sqrt(_progress(step, total))
    return t, t


def random_range(step: int, total: int, t_min: float = 0.1, t_max: float = 0.95) -> tuple[float, float]:
    """The same range at every step.

    The default range is the one that was tried with the small embedded prior; DreamFusion (arXiv 2209.14988, section 3)
    draws from (0.02, 0.98), see `dreamfusion_range`.

    Args:
        step: 0 .. total - 1.
        total: number of steps, positive.
        t_min: lower end, in (0, 1).
        t_max: upper end, in [t_min, 1).

    Returns:
        (t_min, t_max).

    Raises:
        ValueError: `step` or a time is outside its range.
    """
    _progress(step, total)
    _check_range(t_min, t_max)
    return t_min, t_max


def dreamfusion_range(step: int, total: int) -> tuple[float, float]:
    """DreamFusion's range (0.02, 0.98) at every step (arXiv 2209.14988, section 3).

    Args:
        step: 0 .. total - 1.
        total: number of steps, positive.

    Returns:
        (0.02, 0.98).

    Raises:
        ValueError: `step` is outside its range.
    """
    return random_range(step, total, t_min=0.02, t_max=0.98)


def sample_t(t_range: tuple[float, float], batch: int, generator: torch.Generator) -> Float[Tensor, " {batch}"]:
    """Draw one time an image, uniform in a range.

    The draw happens even where the range is a single time, so that random streams of two schedules stay in step.

    Args:
        t_range: (t_min, t_max) with 0 < t_min <= t_max < 1.
        batch: number of images B.
        generator: source of randomness; the result is on its device.

    Returns:
        Times, float32 [B].

    Raises:
        ValueError: the range is not inside (0, 1).
    """
    t_min, t_max = t_range
    _check_range(t_min, t_max)
    uniform = torch.rand(batch, generator=generator, device=generator.device)
    return t_min + (t_max - t_min) * uniform


def _progress(step: int, total: int) -> float:
    """Fraction of the run that is done: 0 at the first step, 1 at the last."""
    if not 0 <= step < total:
        raise ValueError(f"expected 0 <= step < total, got step {step} of total {total}")
    return step / max(total - 1, 1)


def _check_range(t_min: float, t_max: float) -> None:
    if not 0.0 < t_min <= t_max < 1.0:
        raise ValueError(f"expected times 0 < t_min <= t_max < 1, got t_min {t_min} and t_max {t_max}")

"""The exact denoiser for images that are Gaussian: a prior with a closed form, for tests and benchmarks."""

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.schedule import alpha, per_image, sigma


def gaussian_posterior_mean(
    noisy: Float[Tensor, "b c h w"], t: Float[Tensor, " b"], mean: Float[Tensor, "c h w"], std: Float[Tensor, "c h w"]
) -> Float[Tensor, "b c h w"]:
    """E[x0 | x_t] for x0 ~ N(mean, diag(std^2)) and x_t = alpha x0 + sigma eps.

    Linear regression of one Gaussian on another (Bishop 2006, equation 2.116), for each pixel alone:

        mean + alpha std^2 / (alpha^2 std^2 + sigma^2) (x_t - alpha mean)

    Args:
        noisy: x_t, [B, C, H, W].
        t: time in (0, 1), [B].
        mean: [C, H, W].
        std: [C, H, W], not negative; 0 is a certain pixel.

    Returns:
        The posterior mean, [B, C, H, W].
    """
    a, s = per_image(alpha(t), noisy), per_image(sigma(t), noisy)
    variance = std.square()
    return mean + a * variance / (a.square() * variance + s.square()) * (noisy - a * mean)


class GaussianPrior:
    """Images that are x0 ~ N(mean, diag(std^2)), the same in every view, whatever the prompt.

    With one std on both sides, guidance of scale s is exactly the prior of mean `uncond_mean + s (mean - uncond_mean)`.

    Args:
        mean: mean of the conditional images, [3, R, R] in [-1, 1] by convention, finite.
        std: standard deviation of the conditional images, [3, R, R] or a number, not negative, finite.
        uncond_mean: mean of the unconditional images, [3, R, R]; None takes `mean`.
        uncond_std: standard deviation of the unconditional images, [3, R, R] or a number; None takes `std`.

    Raises:
        ValueError: a shape does not fit, a standard deviation is negative, or a value is not finite.
    """

    name = "gaussian"

    def __init__(
        self,
        mean: Float[Tensor, "3 r r"],
        std: Float[Tensor, "*std"] | float,
        uncond_mean: Float[Tensor, "3 r r"] | None = None,
        uncond_std: Float[Tensor, "*uncond_std"] | float | None = None,
    ) -> None:
        if mean.dim() != 3 or mean.shape[0] != 3 or mean.shape[1] != mean.shape[2]:
            raise ValueError(f"mean: expected shape [3, R, R], got {tuple(mean.shape)}")
        self.resolution = mean.shape[1]
        self._mean = _check_finite("mean", mean)
        self._std = _check_std("std", std, mean)
        self._uncond_mean = self._mean if uncond_mean is None else _check_finite("uncond_mean", uncond_mean)
        self._uncond_std = self._std if uncond_std is None else _check_std("uncond_std", uncond_std, mean)
        if self._uncond_mean.shape != mean.shape:
            raise ValueError(f"uncond_mean: expected shape {tuple(mean.shape)}, got {tuple(self._uncond_mean.shape)}")

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """An empty conditioning: this prior shows the same for any text.

        Args:
            prompt: any text, kept for reports.
            negative: not used.

        Returns:
            A conditioning without payloads.
        """
        return Conditioning(cond=None, uncond=None, prompt=prompt)

    @torch.no_grad()
    def predict_x0(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
        """Both exact posterior means, see `gaussian_posterior_mean`.

        Args:
            noisy: x_t, [B, 3, resolution, resolution].
            t: time in (0, 1), [B].
            conditioning: not used.
            views: not used.

        Returns:
            (cond, uncond), each [B, 3, resolution, resolution].
        """
        cond = gaussian_posterior_mean(noisy, t, self._mean.to(noisy), self._std.to(noisy))
        uncond = gaussian_posterior_mean(noisy, t, self._uncond_mean.to(noisy), self._uncond_std.to(noisy))
        return cond, uncond


def _check_finite(name: str, values: Tensor) -> Tensor:
    if not bool(values.isfinite().all()):
        raise ValueError(f"{name}: expected finite values")
    return values.detach()


def _check_std(name: str, std: Tensor | float, mean: Tensor) -> Tensor:
    values = _check_finite(name, torch.as_tensor(std, dtype=mean.dtype, device=mean.device))
    if values.dim() == 0:
        values = values.expand(mean.shape)
    if values.shape != mean.shape:
        raise ValueError(f"{name}: expected a number or shape {tuple(mean.shape)}, got {tuple(values.shape)}")
    if bool((values < 0).any()):
        raise ValueError(f"{name}: expected no negative values, got a smallest of {values.min().item():g}")
    return values

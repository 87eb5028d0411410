"""Exact denoisers for known objects: with them the whole loop can be held against a known answer, without weights.

An object is given as `render_fn(views) -> images [B, 3, R, R] in [-1, 1]`. For one known object the clean image of a
view is certain, so the posterior mean is the render itself, whatever the noise. For one of K objects it is their mean,
weighted by how well each explains the noisy image.
"""

import difflib
from collections.abc import Callable, Mapping

import torch
from jaxtyping import Float, Int
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, UnknownWord, Views
from bozzetto.sds.schedule import alpha, per_image, sigma

RenderFn = Callable[[Views], Tensor]

_ROUNDING = 1e-4  # renders map [0, 1] to [-1, 1] in float32 after a sum over samples: far above its error, invisible


def mixture_posterior_mean(
    noisy: Float[Tensor, "b c h w"],
    t: Float[Tensor, " b"],
    candidates: Float[Tensor, "k b c h w"],
    log_prior: Float[Tensor, " k"],
) -> Float[Tensor, "b c h w"]:
    """E[x0 | x_t] when x0 is one of K known images: sum_k p(k | x_t) x_k.

    Bayes with x_t | k ~ N(alpha x_k, sigma^2): the ideal denoiser of a finite set (Karras et al. 2022, arXiv
    2206.00364, appendix B.3), here with a prior on its members:

        p(k | x_t) = softmax_k( -|| x_t - alpha x_k ||^2 / (2 sigma^2) + log p(k) )

    Each image of the batch is judged alone, also where all are views of one scene.

    Args:
        noisy: x_t, [B, C, H, W].
        t: time in (0, 1), [B].
        candidates: the K images that each image can be, [K, B, C, H, W].
        log_prior: log p(k), [K]; need not be normalised.

    Returns:
        The posterior mean, [B, C, H, W].
    """
    a = per_image(alpha(t), noisy)
    distance = (noisy - a * candidates).square().flatten(2).sum(dim=2)  # [K, B]
    logits = -distance / (2 * sigma(t).square()) + log_prior[:, None]
    return torch.einsum("kb,kbchw->bchw", logits.softmax(dim=0), candidates)


class OraclePrior:
    """The exact prior of one known object, whatever the prompt.

    Without a second object there is nothing for the text to tell apart, so both predictions are the render, and
    guidance of any scale changes nothing. `MixtureOraclePrior` is the one where it does.

    Args:
        render_fn: views -> images, [B, 3, resolution, resolution] in [-1, 1].
        resolution: height and width in pixels, positive.

    Raises:
        ValueError: `resolution` is not positive.
    """

    name = "oracle"

    def __init__(self, render_fn: RenderFn, resolution: int) -> None:
        self.resolution = _check_resolution(resolution)
        self._render_fn = render_fn

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """An empty conditioning: this prior shows its object for any text.

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
        """The render of the object, twice.

        Args:
            noisy: x_t, [B, 3, resolution, resolution]; only its shape, type and device are used.
            t: not used.
            conditioning: not used.
            views: B views.

        Returns:
            (cond, uncond), each [B, 3, resolution, resolution].

        Raises:
            ValueError: the render has the wrong shape, leaves [-1, 1], or is not finite.
        """
        x0 = _render("render_fn", self._render_fn, views, noisy)
        return x0, x0


class MixtureOraclePrior:
    """The exact prior of a scene that is one of K known objects; the view is known, the object is what the text tells.

    A prompt that is the name of an object makes it certain. Any other prompt says nothing, and leaves the mixture of
    all; unless empty, it is reported as unknown, with the nearest names. The negative prompt does the same for the
    unconditional side, so without one that side is the mixture of all, and guidance leads from it to the named object.

    Args:
        objects: name -> render_fn (views -> images, [B, 3, resolution, resolution] in [-1, 1]), K >= 1; names are
            compared without case and outer space.
        resolution: height and width in pixels, positive.
        prior_weights: name -> p(k), positive, need not be normalised; None is uniform.

    Raises:
        ValueError: there is no object, two names are the same, `prior_weights` does not fit, or `resolution` is not
            positive.
    """

    name = "mixture-oracle"

    def __init__(
        self, objects: Mapping[str, RenderFn], resolution: int, prior_weights: Mapping[str, float] | None = None
    ) -> None:
        self.resolution = _check_resolution(resolution)
        self._names = [_normal(name) for name in objects]
        self._render_fns = list(objects.values())
        if not self._names or len(set(self._names)) != len(self._names):
            raise ValueError(f"objects: expected one or more different names, got {list(objects)}")
        if prior_weights is None:
            prior_weights = dict.fromkeys(objects, 1.0)
        if set(prior_weights) != set(objects) or not all(0 < weight < torch.inf for weight in prior_weights.values()):
            raise ValueError(
                f"prior_weights: expected a positive number for each of {list(objects)}, got {prior_weights}"
            )
        self._log_prior = torch.tensor([prior_weights[name] for name in objects], dtype=torch.float64).log()

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """Find the objects that a prompt leaves possible: the one that it names, else all.

        Args:
            prompt: name of an object, or anything else.
            negative: the same for the unconditional side.

        Returns:
            A conditioning whose payloads are the indices of the possible objects, int64 [<= K].
        """
        unknown: tuple[UnknownWord, ...] = ()
        if _normal(prompt) and _normal(prompt) not in self._names:
            nearest = difflib.get_close_matches(_normal(prompt), self._names, n=3, cutoff=0.0)
            unknown = (UnknownWord(prompt, tuple(nearest)),)
        return Conditioning(
            cond=self._possible(prompt), uncond=self._possible(negative), prompt=prompt, unknown=unknown
        )

    @torch.no_grad()
    def predict_x0(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
        """Both exact posterior means, see `mixture_posterior_mean`.

        Args:
            noisy: x_t, [B, 3, resolution, resolution].
            t: time in (0, 1), [B].
            conditioning: from `encode_text`.
            views: B views.

        Returns:
            (cond, uncond), each [B, 3, resolution, resolution].

        Raises:
            ValueError: a render has the wrong shape, leaves [-1, 1], or is not finite.
        """
        candidates = torch.stack(
            [
                _render(name, render_fn, views, noisy)
                for name, render_fn in zip(self._names, self._render_fns, strict=True)
            ]
        )
        log_prior = self._log_prior.to(noisy)
        cond, uncond = conditioning.cond.to(noisy.device), conditioning.uncond.to(noisy.device)
        return (
            mixture_posterior_mean(noisy, t, candidates[cond], log_prior[cond]),
            mixture_posterior_mean(noisy, t, candidates[uncond], log_prior[uncond]),
        )

    def _possible(self, text: str) -> Int[Tensor, " k"]:
        if _normal(text) in self._names:
            return torch.tensor([self._names.index(_normal(text))])
        return torch.arange(len(self._names))


def _normal(name: str) -> str:
    return name.strip().casefold()


def _check_resolution(resolution: int) -> int:
    if resolution < 1:
        raise ValueError(f"resolution: expected a positive number of pixels, got {resolution}")
    return resolution


def _render(name: str, render_fn: RenderFn, views: Views, noisy: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
    """Render the views and hold the images against what a prior may return."""
    images = render_fn(views)
    if images.shape != noisy.shape:
        raise ValueError(f"{name}: expected images of shape {tuple(noisy.shape)}, got {tuple(images.shape)}")
    # A comparison with NaN is false, so that one test covers values that are not finite.
    if not bool((images.abs() <= 1 + _ROUNDING).all()):
        raise ValueError(
            f"{name}: expected finite images in [-1, 1], got {images.min().item():g} to {images.max().item():g}"
        )
    return images.detach().to(noisy)

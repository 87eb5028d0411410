"""Asking a prior: check what is given, add noise, predict both sides, guide. Every method of the room begins here."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.guidance import classifier_free, rescale
from bozzetto.sds.perp_neg import perp_neg
from bozzetto.sds.prior import Capabilities, Prior, sample_shape
from bozzetto.sds.view_prompts import ViewConditioning
from bozzetto.transfer import upload

Text = Conditioning | ViewConditioning


def draw_noise(x: Float[Tensor, "*shape"], generator: torch.Generator) -> Float[Tensor, "*shape"]:
    """Standard normal noise like `x`, drawn on the generator's own device.

    A CPU generator so gives the same noise whatever the images are on.
    """
    return upload(torch.randn(x.shape, generator=generator, device=generator.device, dtype=x.dtype), x.device)


def times_like(t: Float[Tensor, " b"], x: Float[Tensor, " b *shape"]) -> Float[Tensor, " b"]:
    """Times without gradient, where the images are and in their precision; the host waits for no card."""
    return upload(t.detach().to(x.dtype), x.device)


@torch.no_grad()
def predict_sides(
    prior: Prior, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Text, views: Views
) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
    """Both predictions of x0 in the precision of `noisy`, with the text of each view.

    Args:
        prior: the prior.
        noisy: x_t, [B, ...] as the prior sees it.
        t: time in (0, 1), [B].
        text: from the prior's `encode_text`, or view-dependent.
        views: B views.

    Returns:
        (cond, uncond), each of the shape of `noisy`.

    Raises:
        ValueError: the prior's answer has another shape.
    """
    conditioning = text.at(views) if isinstance(text, ViewConditioning) else text
    cond, uncond = prior.predict_x0(noisy, t, conditioning, views)
    return _like(noisy, cond, "conditional", prior), _like(noisy, uncond, "unconditional", prior)


@torch.no_grad()
def predict_cond(
    prior: Prior, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Text, views: Views
) -> Float[Tensor, " b *shape"]:
    """The first of what `predict_sides` returns, for half of the work where the prior can do that.

    Args:
        prior, noisy, t, text, views: as for `predict_sides`.

    Raises:
        ValueError: the prior's answer has another shape.
    """
    able = Capabilities(prior).conditional_only
    if able is None:
        return predict_sides(prior, noisy, t, text, views)[0]
    conditioning = text.at(views) if isinstance(text, ViewConditioning) else text
    return _like(noisy, able.predict_cond(noisy, t, conditioning, views), "conditional", prior)


def _like(noisy: Tensor, prediction: Tensor, side: str, prior: Prior) -> Tensor:
    if prediction.shape != noisy.shape:
        raise ValueError(
            f"prior {prior.name}: expected a {side} prediction of shape {tuple(noisy.shape)}, "
            f"got {tuple(prediction.shape)}"
        )
    return prediction.to(noisy)


@torch.no_grad()
def guided_x0(
    prior: Prior,
    noisy: Float[Tensor, " b *shape"],
    t: Float[Tensor, " b"],
    text: Text,
    views: Views,
    scale: float,
    rescale_factor: float = 0.0,
    checked: bool = True,
) -> Float[Tensor, " b *shape"]:
    """The guided prediction of x0: classifier-free, with Perp-Neg where the text asks for it, rescaled.

    Args:
        prior, noisy, t, text, views: as for `predict_sides`.
        scale: guidance scale, see `bozzetto.sds.guidance`.
        rescale_factor: phi in [0, 1] of `bozzetto.sds.guidance.rescale`.
        checked: look whether it is finite, for which the host waits for a card; who does not ask for that checks what
            is made of it.

    Returns:
        [B, ...] like `noisy`.

    Raises:
        FloatingPointError: it is checked and not finite.
        ValueError: a scale or factor is out of range.
    """
    if not math.isfinite(scale):
        raise ValueError(f"expected a finite guidance scale, got {scale}")
    turned_away = isinstance(text, ViewConditioning) and text.options.perp_neg
    if scale == 1 and rescale_factor == 0 and not turned_away:
        guided = predict_cond(prior, noisy, t, text, views)
        if checked:
            check_finite(predictions_of(prior), guided, t)
        return guided
    cond, uncond = predict_sides(prior, noisy, t, text, views)
    if isinstance(text, ViewConditioning) and turned_away:
        wrong, weights = text.negatives(views)
        negatives = predict_sides(prior, noisy, t, wrong, views)
        guided = perp_neg(cond, uncond, negatives, weights, scale)
    else:
        guided = classifier_free(cond, uncond, scale)
    if rescale_factor != 0:
        guided = rescale(guided, cond, rescale_factor)
    if checked:
        check_finite(predictions_of(prior), guided, t)
    return guided


def predictions_of(prior: Prior) -> str:
    """What a message calls them."""
    return f"predictions of prior {prior.name}"


def check_batch(samples: Tensor, prior: Prior, views: Views, t: Tensor) -> None:
    """ValueError unless the samples are what the prior sees, with a view and a time in (0, 1) for each."""
    shape = sample_shape(prior)
    if samples.dim() != 4 or samples.shape[1:] != shape or samples.shape[0] == 0:
        expected = ", ".join(map(str, shape))
        raise ValueError(f"prior {prior.name} sees images [B, {expected}], got {tuple(samples.shape)}")
    if not samples.is_floating_point():
        raise ValueError(f"expected floating-point images, got {samples.dtype}")
    if len(views) != len(samples):
        raise ValueError(f"expected a view for each of {len(samples)} images, got {len(views)} views")
    if t.shape != samples.shape[:1]:
        raise ValueError(f"t: expected shape {(len(samples),)}, got {tuple(t.shape)}")
    if not bool(((t > 0) & (t < 1)).all()):
        raise ValueError(f"t: expected times in (0, 1), got {t.tolist()}")


def check_finite(
    what: str,
    values: Float[Tensor, " b *shape"],
    t: Float[Tensor, " b"],
    made_of: Sequence[tuple[str, Tensor]] = (),
) -> None:
    """FloatingPointError that names the images, unless all values are finite; the host waits for a card once.

    Args:
        what: they are.
        values: [B, ...].
        t: [B].
        made_of: names and values [B, ...] that a value that is not finite may come from: the first such is named.
    """
    finite = values.isfinite().flatten(1).all(dim=1)
    if not bool(finite.all()):
        for name, cause in made_of:
            check_finite(name, cause, t)
        bad = (~finite).nonzero().flatten().tolist()
        raise FloatingPointError(f"{what}: not finite in images {bad} of {len(values)}, at t {t[~finite].tolist()}")

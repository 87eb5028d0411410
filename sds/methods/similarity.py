"""CLIP guidance (DreamFields, Jain et al. 2022, arXiv 2112.01455): up the similarity of image and text."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.distillation import Distillation, check_clip, distilled
from bozzetto.sds.prediction import check_batch, times_like
from bozzetto.sds.prior import SimilarityPrior


def similarity_gradient(
    images: Float[Tensor, "b 3 h w"],
    prior: SimilarityPrior,
    text: Tensor,
    views: object,
    t: Float[Tensor, " b"],
    generator: torch.Generator,
    *,
    cutouts: int = 8,
    strength: float = 1.0,
    grad_clip: float | None = None,
) -> Distillation:
    """The gradient of -strength cos(image, text) in clean images; no noise is added, and no time is looked at.

    Args:
        images: [B, 3, resolution, resolution] in [-1, 1]; a gradient they carry is not followed.
        prior: an encoder of images and texts.
        text: what its `encode_text` gave as the condition.
        views: B views, for their number.
        t: [B], for the check of the batch.
        generator: of the cutouts.
        cutouts: random crops that the similarity is averaged over; 0 is the whole image alone.
        strength: factor.
        grad_clip: bound on the magnitude of each value; None does not clip.

    Returns:
        The gradient; its x0 is the image one step of size 1 along it.

    Raises:
        ValueError: a shape does not fit.
        FloatingPointError: something is not finite.
    """
    check_clip(grad_clip)
    check_batch(images, prior, views, t)  # type: ignore[arg-type]
    with torch.enable_grad():
        leaf = images.detach().clone().requires_grad_()
        total = prior.similarity(leaf, text, cutouts, generator).sum()
    grad = -strength * torch.autograd.grad(total, leaf)[0]
    x = images.detach()
    return distilled(grad, x - grad, times_like(t, x), grad_clip, [("rendered images", x)])

"""Perp-Neg (Armandpour et al. 2023, arXiv 2304.04968): lead away from negative texts only at right angles.

    guided = uncond + scale (e_pos + sum_i w_i (e_i)_perp),    e = prediction - uncond,
    (e_i)_perp = e_i - <e_i, e_pos> / <e_pos, e_pos> e_pos

so that what a negative text shares with the prompt is not taken away. Written for predictions of x0; for predictions
of the noise it is the same, as both differences change by one factor.
"""

from collections.abc import Sequence

from jaxtyping import Float
from torch import Tensor

_TINY = 1e-12  # of <e_pos, e_pos>: without a direction nothing is taken off


def perpendicular(
    values: Float[Tensor, " b *shape"], direction: Float[Tensor, " b *shape"]
) -> Float[Tensor, " b *shape"]:
    """The part of each image that is at right angles to another.

    Args:
        values: [B, ...].
        direction: [B, ...].

    Returns:
        [B, ...].
    """
    dims = tuple(range(1, values.dim()))
    along = (values * direction).sum(dims, keepdim=True)
    length = direction.square().sum(dims, keepdim=True)
    return values - along / length.clamp(min=_TINY) * direction


def perp_neg(
    cond: Float[Tensor, " b *shape"],
    uncond: Float[Tensor, " b *shape"],
    negatives: Sequence[Tensor],
    weights: Float[Tensor, "b k"],
    scale: float,
) -> Float[Tensor, " b *shape"]:
    """The guided prediction.

    Args:
        cond: prediction for the prompt, [B, ...].
        uncond: prediction without, [B, ...].
        negatives: K predictions for the negative texts, [B, ...] each.
        weights: [B, K], negative to lead away.
        scale: guidance scale; without negatives this is `bozzetto.sds.guidance.classifier_free`.

    Returns:
        [B, ...].

    Raises:
        ValueError: `weights` is not [B, K].
    """
    if weights.shape != (len(cond), len(negatives)):
        raise ValueError(f"weights: expected shape {(len(cond), len(negatives))}, got {tuple(weights.shape)}")
    positive = cond - uncond
    total = positive
    for i, negative in enumerate(negatives):
        weight = weights[:, i].to(cond).reshape(-1, *[1] * (cond.dim() - 1))
        total = total + weight * perpendicular(negative - uncond, positive)
    return uncond + scale * total

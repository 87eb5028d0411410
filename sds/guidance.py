"""Classifier-free guidance. The only place where it is written.

Convention: `uncond + scale * (cond - uncond)`, so scale 0 is unconditional, 1 is conditional, and DreamFusion's omega
is scale - 1. The weights add up to one, so guiding predictions of x0 is the same as guiding predictions of the noise.
"""

import torch
from jaxtyping import Float
from torch import Tensor


def classifier_free(
    cond: Float[Tensor, "*shape"], uncond: Float[Tensor, "*shape"], scale: float
) -> Float[Tensor, "*shape"]:
    """Extrapolate from the unconditional to the conditional prediction.

    Ho and Salimans 2022 (arXiv 2207.12598), equation 6, whose w is scale - 1.

    Args:
        cond: prediction with the condition, any shape.
        uncond: prediction without, the shape of `cond`.
        scale: guidance scale; 0 gives `uncond`, 1 gives `cond`.

    Returns:
        The guided prediction, of the same shape.
    """
    return uncond + scale * (cond - uncond)


def rescale(
    guided: Float[Tensor, " b *shape"], cond: Float[Tensor, " b *shape"], factor: float
) -> Float[Tensor, " b *shape"]:
    """Bring the contrast of a guided prediction back towards that of the conditional one.

    Lin et al. 2023 (arXiv 2305.08891), equations 14 to 16: the guided image is scaled to the standard deviation of the
    conditional image (over all of its channels and pixels), and mixed with the unscaled one.

    Args:
        guided: prediction after `classifier_free`, [B, ...].
        cond: prediction with the condition, [B, ...].
        factor: phi in [0, 1]; 0 returns `guided`, 1 matches the standard deviation.

    Returns:
        The rescaled prediction, [B, ...]. An image of one single value has no contrast to scale and stays as it is.

    Raises:
        ValueError: `factor` is outside [0, 1].
    """
    if not 0.0 <= factor <= 1.0:
        raise ValueError(f"expected a rescale factor in [0, 1], got {factor}")
    dims = tuple(range(1, guided.dim()))
    std_cond = cond.std(dim=dims, keepdim=True)
    std_guided = guided.std(dim=dims, keepdim=True)
    ratio = torch.where(std_guided > 0, std_cond / std_guided, torch.ones_like(std_guided))
    return factor * (guided * ratio) + (1 - factor) * guided

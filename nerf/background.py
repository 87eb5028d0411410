"""What is behind the object: image = rgb + (1 - opacity) * background, with rgb premultiplied."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor


def over(
    rgb: Float[Tensor, "*shape 3"], opacity: Float[Tensor, "*shape"], background: Float[Tensor, ...] | float
) -> Float[Tensor, "*shape 3"]:
    """Composite a premultiplied colour over a background (Porter and Duff 1984).

    Args:
        rgb: [..., 3] premultiplied.
        opacity: [...] in [0, 1].
        background: number, or what broadcasts to [..., 3], in [0, 1].

    Returns:
        [..., 3].

    Raises:
        ValueError: rgb is not opacity's shape with a last dimension of 3.
    """
    if tuple(rgb.shape) != (*opacity.shape, 3):
        raise ValueError(f"rgb: expected shape {[*opacity.shape, 3]} (opacity's and 3), got {list(rgb.shape)}")
    return rgb + (1 - opacity)[..., None] * background


def random_solid(n: int, generator: torch.Generator) -> Float[Tensor, "b 3"]:
    """One uniformly random colour a view.

    Args:
        n: B, views.
        generator: the only randomness.

    Returns:
        [B, 3] in [0, 1).
    """
    return torch.rand(n, 3, generator=generator, device=generator.device)

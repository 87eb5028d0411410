"""Shading: rgb = albedo * (ambient + (1 - ambient) * max(0, n . l)).

Conventions: l is a unit direction TO a directional light; ambient in [0, 1], 1 is plain albedo. Colours are display
(sRGB-encoded) values in [0, 1], as image priors see them. Image priors give the light in the camera's frame
(+X right, +Y up, +Z towards the camera); the renderer wants it in the world's.
"""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor


def lambertian(
    normals: Float[Tensor, "n 3"],
    light: Float[Tensor, "n 3"] | Float[Tensor, "xyz=3"],
    ambient: Float[Tensor, " n"] | Float[Tensor, ""] | float,
) -> Float[Tensor, " n"]:
    """The factor ambient + (1 - ambient) * max(0, n . l) (DreamFusion, Poole et al. 2022, eq. 7, with a white light).

    Args:
        normals: [N, 3] unit, or zero where there is no surface.
        light: [3] or [N, 3], unit, to the light.
        ambient: number or [N], in [0, 1].

    Returns:
        [N] in [0, 1].
    """
    cosine = (normals * light).sum(-1).clamp(min=0)
    return ambient + (1 - ambient) * cosine


def light_to_world(light: Float[Tensor, "b 3"], c2w: Float[Tensor, "b 4 4"]) -> Float[Tensor, "b 3"]:
    """Turn light directions from the camera's frame into the world's.

    Args:
        light: [B, 3] unit, camera frame.
        c2w: [B, 4, 4].

    Returns:
        [B, 3] unit, world frame.

    Raises:
        ValueError: a shape is wrong.
    """
    if light.ndim != 2 or light.shape[1] != 3 or tuple(c2w.shape) != (light.shape[0], 4, 4):
        raise ValueError(f"expected light [B, 3] and c2w [B, 4, 4], got {list(light.shape)} and {list(c2w.shape)}")
    return torch.einsum("bij,bj->bi", c2w[:, :3, :3], light)

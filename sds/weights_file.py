"""How the embedded prior's weights lie on disk: matrices in integers, the rest in half precision.

A matrix of LARGE entries or more is stored as int8 with a scale for each of its rows (a convolution's row is one output
channel), an error of at most 1/254 of the row's largest value. The held-out x0 error moves by less than a hundredth.
The nouns' volumes lie in the same file; ``bozzetto.sds.volume_table`` says how.
"""

from __future__ import annotations

import torch
from torch import Tensor

LARGE = 1 << 14
_WHOLE, _SCALE = ".int8", ".scale"


def pack(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights as they ship: large ones [N, ...] as int8 [N, ...] and scales [N], every other in half precision."""
    packed: dict[str, Tensor] = {}
    for key, value in weights.items():
        if value.ndim < 2 or value.numel() < LARGE:
            packed[key] = value.half().contiguous()
            continue
        rows = value.float().flatten(1)
        scale = (rows.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
        packed[key + _WHOLE] = (rows / scale).round().to(torch.int8).view(value.shape)
        packed[key + _SCALE] = scale[:, 0]
    return packed


def unpack(packed: dict[str, Tensor]) -> dict[str, Tensor]:
    """What ``pack`` was given, in float32.

    Raises:
        KeyError, ValueError: it was not made by ``pack``.
    """
    weights = {}
    for key, value in packed.items():
        name = key.removesuffix(_WHOLE)
        if name != key:
            if packed[name + _SCALE].shape != value.shape[:1]:
                raise ValueError(f"{name} has other scales than one for each row")
            weights[name] = (value.flatten(1).float() * packed[name + _SCALE][:, None]).view(value.shape)
        elif not key.endswith(_SCALE):
            weights[key] = value.float()
    return weights

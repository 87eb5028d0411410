"""How the embedded prior's weights lie on disk: half precision, and the one matrix that is most of them in bytes.

The basis of the volumes (``sds.volume``) is larger than the rest of the network together and forgiving: each of its
rows is stored as int8 with a scale of its own, an error of at most 1/254 of the row's largest value.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

BYTES = "object.basis.weight"
_WHOLE, _SCALE = f"{BYTES}.int8", f"{BYTES}.scale"


def pack(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights as they ship: BYTES [N, K] as int8 [N, K] and scales [N, 1], every other tensor in half precision."""
    packed = {k: v.half().contiguous() for k, v in weights.items() if k != BYTES}
    matrix = weights[BYTES].float()
    scale = (matrix.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
    packed[_WHOLE] = (matrix / scale).round().to(torch.int8)
    packed[_SCALE] = scale
    return packed


def read(path: Path) -> dict[str, Tensor]:
    """What ``pack`` made and safetensors wrote, in float32.

    Raises:
        OSError, SafetensorError: the file is not there or damaged.
        KeyError: it was not made by ``pack``.
    """
    packed = load_file(path)
    matrix = packed.pop(_WHOLE).float() * packed.pop(_SCALE)
    return {**{k: v.float() for k, v in packed.items()}, BYTES: matrix}

"""How the embedded prior's weights lie on disk: matrices in integers, the rest in half precision.

A matrix of LARGE entries or more is stored as int8 with a scale for each of its rows (a convolution's row is one output
channel), an error of at most 1/254 of the row's largest value; one of HUGE entries or more in 6 bits, four numbers in
three bytes, an error of at most 1/62. The held-out x0 error moves by less than a hundredth.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

LARGE = 1 << 14
HUGE = 1 << 22
_WHOLE, _SIX, _SCALE = ".int8", ".int6", ".scale"


def _to_six(whole: Tensor) -> Tensor:
    """Numbers from -31 to 31, int8 [N, 4 K], as bytes uint8 [N, 3 K]."""
    a, b, c, d = (whole.to(torch.int32) + 32).unflatten(1, (-1, 4)).unbind(2)
    word = a | b << 6 | c << 12 | d << 18
    return torch.stack([word & 255, word >> 8 & 255, word >> 16], 2).to(torch.uint8).flatten(1)


def _from_six(bytes_: Tensor) -> Tensor:
    """What ``_to_six`` was given, int8 [N, 4 K]."""
    low, middle, high = bytes_.to(torch.int32).unflatten(1, (-1, 3)).unbind(2)
    word = low | middle << 8 | high << 16
    return (torch.stack([word >> shift & 63 for shift in (0, 6, 12, 18)], 2) - 32).to(torch.int8).flatten(1)


def pack(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights as they ship: large ones [N, ...] as int8 [N, ...] and scales [N], every other in half precision.

    Huge ones [N, 4 K] are uint8 [N, 3 K] and scales [N].
    """
    packed: dict[str, Tensor] = {}
    for key, value in weights.items():
        if value.ndim < 2 or value.numel() < LARGE:
            packed[key] = value.half().contiguous()
            continue
        rows = value.float().flatten(1)
        six = value.numel() >= HUGE and value.ndim == 2 and value.shape[1] % 4 == 0
        scale = (rows.abs().amax(1, keepdim=True) / (31 if six else 127)).clamp(min=1e-8)
        whole = (rows / scale).round().to(torch.int8)
        packed |= {key + _SIX: _to_six(whole)} if six else {key + _WHOLE: whole.view(value.shape)}
        packed[key + _SCALE] = scale[:, 0]
    return packed


def read(path: Path) -> dict[str, Tensor]:
    """What ``pack`` made and safetensors wrote, in float32.

    Raises:
        OSError, SafetensorError: the file is not there or damaged.
        KeyError, ValueError: it was not made by ``pack``.
    """
    packed = load_file(path)
    weights = {}
    for key, value in packed.items():
        name = key.removesuffix(_WHOLE).removesuffix(_SIX)
        if name != key:
            if packed[name + _SCALE].shape != value.shape[:1]:
                raise ValueError(f"{path}: {name} has other scales than one for each row")
            whole = _from_six(value) if key.endswith(_SIX) else value
            weights[name] = (whole.flatten(1).float() * packed[name + _SCALE][:, None]).view(whole.shape)
        elif not key.endswith(_SCALE):
            weights[key] = value.float()
    return weights

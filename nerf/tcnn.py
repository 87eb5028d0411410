"""The field's network by tiny-cuda-nn, with `HashField`'s parameters, so that a checkpoint moves.

tiny-cuda-nn (Mueller 2021) keeps other layouts, which the pure functions here convert from and to:

- Encoding. Its level of resolution r has r corners a side and looks at x * (r - 1) + 0.5; ours has R cells, R + 1
  corners, and looks at x * R. Each of our levels is therefore an encoding of one level with r = R + 1, given
  x - 0.5 / R, and all of them are one `Composite`: the same corners, dense or hashed as ours, the same primes. A
  level's entries are padded to a multiple of 8.
- Network. `FullyFusedMLP` has no biases, takes widths of 16, 32, 64 or 128 and pads inputs and outputs to multiples of
  16; its parameters are the layers' matrices, [fan_out, fan_in] row-major, one after the other. The biases go through a
  unit that is always 1: the input has a column of ones, and one hidden unit of each layer passes it on. A field of 64
  hidden units therefore runs at width 128.

Parameters stay float32 in `HashField`; tiny-cuda-nn computes in float16 with its own loss scale of 128. Losses that sum
over pixels have gradients of 1e5 and more there, which float16 does not hold: each call scales its own gradient by a
power of two, by its columns' sums, and back (`gradient_scale`).

The library cannot be installed without CUDA: the conversions are tested against the definition, the calls against a
stand-in with its layouts, types and roundings; neither has yet run on a card.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import torch
from jaxtyping import Float, Float32
from torch import Tensor
from torch.nn import functional as F

from bozzetto.nerf import hashgrid
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import check_encode
from bozzetto.nerf.network import mlp

NETWORK_WIDTHS = (16, 32, 64, 128)
WIDTH_MULTIPLE = 16
ENTRIES_MULTIPLE = 8
OUTPUTS = 4
MAX_GRADIENT_SUM = 16.0
"""Of a column's absolute gradients when they enter tiny-cuda-nn. Times its 128 that is 2048, a 32nd of the most that
float16 holds: room for layers that enlarge a gradient. One of a million samples is left 0.002 on the average, a hundred
times the least that float16 holds in full."""


def encoding_config(layout: HashLayout) -> dict[str, object]:
    """tiny-cuda-nn's configuration of an encoding of 3 L inputs: one `HashGrid` a level.

    Args:
        layout: ours.

    Raises:
        ValueError: tiny-cuda-nn has no such encoding.
    """
    check_layout(layout)
    nested = [
        {
            "otype": "HashGrid",
            "n_dims_to_encode": 3,
            "n_levels": 1,
            "n_features_per_level": layout.features,
            "log2_hashmap_size": layout.log2_table,
            "base_resolution": resolution + 1,
            "per_level_scale": 1.0,
            "interpolation": "Linear",
        }
        for resolution in layout.resolutions
    ]
    return {"otype": "Composite", "nested": nested}


def check_layout(layout: HashLayout) -> None:
    """Raise ValueError unless tiny-cuda-nn has such an encoding."""
    if layout.features not in (1, 2, 4, 8):
        raise ValueError(f"backend 'tcnn': expected 1, 2, 4 or 8 features a level, got {layout.features}")
    for resolution in layout.resolutions:
        # Its index is 32 bits: where the product of sides wraps round, a hashed level would be taken for a dense one.
        side = resolution + 1
        if side**2 <= 1 << layout.log2_table and side**3 >= 1 << 32:
            raise ValueError(
                f"backend 'tcnn': {side} corners a side overflow its 32-bit index of a level; choose a max_resolution "
                "of at most 1624, or a smaller log2_table"
            )


def encoding_inputs(x: Float[Tensor, "n 3"], layout: HashLayout) -> Float[Tensor, "n inputs"]:
    """What the encoding of `encoding_config` is given.

    Args:
        x: [N, 3] in [0, 1].
        layout: ours.

    Returns:
        [N, 3 L]: for each level, x - 0.5 / R.
    """
    x = x.clamp(0, 1)
    return torch.cat([x - 0.5 / resolution for resolution in layout.resolutions], -1)


def table_to_tcnn(table: Float[Tensor, "entries f"], layout: HashLayout) -> Float[Tensor, " p"]:
    """Our table as tiny-cuda-nn's flat parameters; differentiable.

    Args:
        table: [entries, F].
        layout: ours.

    Returns:
        [P], level after level, each padded with zeros to a multiple of 8 entries.
    """
    parts = []
    for first, last in zip(layout.offsets[:-1], layout.offsets[1:], strict=True):
        parts.append(F.pad(table[first:last], (0, 0, 0, -(last - first) % ENTRIES_MULTIPLE)).reshape(-1))
    return torch.cat(parts)


def table_from_tcnn(params: Float[Tensor, " p"], layout: HashLayout) -> Float32[Tensor, "entries f"]:
    """The inverse of `table_to_tcnn`.

    Args:
        params: [P].
        layout: ours.

    Returns:
        float32 [entries, F].

    Raises:
        ValueError: params are not as many.
    """
    sizes = [last - first for first, last in zip(layout.offsets[:-1], layout.offsets[1:], strict=True)]
    padded = [size + -size % ENTRIES_MULTIPLE for size in sizes]
    if params.shape != (sum(padded) * layout.features,):
        raise ValueError(f"params: expected shape {[sum(padded) * layout.features]}, got {list(params.shape)}")
    levels = params.float().reshape(-1, layout.features).split(padded)
    return torch.cat([level[:size] for level, size in zip(levels, sizes, strict=True)])


def network_width(hidden: int) -> int:
    """The least width of a `FullyFusedMLP` with room for `hidden` units and the one that is always 1.

    Raises:
        ValueError: there is none.
    """
    for width in NETWORK_WIDTHS:
        if hidden < width:
            return width
    raise ValueError(f"backend 'tcnn': expected at most {NETWORK_WIDTHS[-1] - 1} hidden units, got {hidden}")


def input_width(fan_in: int) -> int:
    """Columns of the network's input: the encoding, a column of ones, zeros up to a multiple of 16."""
    return -(-(fan_in + 1) // WIDTH_MULTIPLE) * WIDTH_MULTIPLE


def network_inputs(encoded: Float[Tensor, "n c"]) -> Float[Tensor, "n inputs"]:
    """The encoding [N, C] with a column of ones and zeros up to a multiple of 16."""
    n, fan_in = encoded.shape
    rest = encoded.new_zeros(n, input_width(fan_in) - fan_in - 1)
    return torch.cat([encoded, encoded.new_ones(n, 1), rest], -1)


def network_to_tcnn(
    weights: Sequence[Float[Tensor, "_ _"]], biases: Sequence[Float[Tensor, " _"]]
) -> Float[Tensor, " p"]:
    """Our layers as tiny-cuda-nn's flat parameters; differentiable.

    Args:
        weights: [hidden, C], any number of [hidden, hidden], [4, hidden].
        biases: [hidden] ..., [4].

    Returns:
        [P]: [width, input], [width, width] ..., [16, width], row-major.

    Raises:
        ValueError: there are too many hidden units.
    """
    width = network_width(weights[0].shape[0])
    fan_in = input_width(weights[0].shape[1])
    parts = []
    for layer, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        last = layer == len(weights) - 1
        rows = torch.cat([weight, bias[:, None]], 1)
        rows = F.pad(rows, (0, fan_in - rows.shape[1]))
        if not last:
            # The unit after the last passes the one on.
            one = torch.zeros(1, fan_in, dtype=weight.dtype, device=weight.device)
            one[0, weight.shape[1]] = 1
            rows = torch.cat([rows, one])
        rows = F.pad(rows, (0, 0, 0, (WIDTH_MULTIPLE if last else width) - rows.shape[0]))
        parts.append(rows.reshape(-1))
        fan_in = width
    return torch.cat(parts)


def network_from_tcnn(
    params: Float[Tensor, " p"], fan_in: int, hidden: int, layers: int
) -> tuple[list[Tensor], list[Tensor]]:
    """The inverse of `network_to_tcnn`.

    Args:
        params: [P].
        fan_in: C, columns of the encoding.
        hidden: hidden units.
        layers: matrices, one more than hidden layers.

    Returns:
        float32 weights and biases.

    Raises:
        ValueError: params are not as many.
    """
    width, columns = network_width(hidden), input_width(fan_in)
    shapes = [(width, columns), *[(width, width)] * (layers - 2), (WIDTH_MULTIPLE, width)]
    sizes = [rows * cols for rows, cols in shapes]
    if params.shape != (sum(sizes),):
        raise ValueError(f"params: expected shape {[sum(sizes)]}, got {list(params.shape)}")
    weights, biases = [], []
    for layer, (part, shape) in enumerate(zip(params.float().split(sizes), shapes, strict=True)):
        matrix = part.reshape(shape)
        rows = OUTPUTS if layer == layers - 1 else hidden
        inputs = fan_in if layer == 0 else hidden
        weights.append(matrix[:rows, :inputs].clone())
        biases.append(matrix[:rows, inputs].clone())
    return weights, biases


def network_config(hidden: int, layers: int) -> dict[str, object]:
    """tiny-cuda-nn's configuration of our layers."""
    return {
        "otype": "FullyFusedMLP",
        "activation": "ReLU",
        "output_activation": "None",
        "n_neurons": network_width(hidden),
        "n_hidden_layers": layers - 1,
    }


@functools.lru_cache(maxsize=8)
def _encoding(layout: HashLayout, device: torch.device) -> torch.nn.Module:
    """Made and called inside `torch.cuda.device`: tiny-cuda-nn's modules belong to the card that is current then."""
    import tinycudann

    encoding: torch.nn.Module = tinycudann.Encoding(3 * layout.levels, encoding_config(layout))
    return encoding


@functools.lru_cache(maxsize=8)
def _network(fan_in: int, hidden: int, layers: int, device: torch.device) -> torch.nn.Module:
    import tinycudann

    network: torch.nn.Module = tinycudann.Network(input_width(fan_in), OUTPUTS, network_config(hidden, layers))
    return network


def _on(device: torch.device) -> AbstractContextManager[Any]:
    """While inside, the card of the tensors is torch's current one."""
    return torch.cuda.device(device) if device.type == "cuda" else contextlib.nullcontext()


def _call(module: torch.nn.Module, params: Tensor, x: Tensor) -> Tensor:
    """A module of tiny-cuda-nn with our parameters in the place of its own; gradients reach ours."""
    scale: list[Tensor] = []
    params = _Unscaled.apply(params, scale)  # type: ignore[no-untyped-call]
    x = _Unscaled.apply(x, scale)  # type: ignore[no-untyped-call]
    plain = torch.func.functional_call(module, {"params": params}, (x,)).float()
    result: Tensor = _Scaled.apply(plain, scale)  # type: ignore[no-untyped-call]
    return result


def gradient_scale(gradient: Float[Tensor, "n c"]) -> Float[Tensor, ""]:
    """The power of two that brings a gradient's largest sum over samples, of one column, below MAX_GRADIENT_SUM."""
    largest = gradient.abs().sum(0).max().clamp(1e-30, 1e30)
    return torch.exp2(torch.floor(torch.log2(MAX_GRADIENT_SUM / largest)))


class _Scaled(torch.autograd.Function):
    """The identity; its gradient is scaled, and the scale is left for `_Unscaled`, whose backward pass comes later."""

    @staticmethod
    def forward(ctx: Any, out: Tensor, scale: list[Tensor]) -> Tensor:
        ctx.scale = scale
        return out.view_as(out)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, None]:
        ctx.scale[:] = [gradient_scale(grad)]
        return grad * ctx.scale[0], None


class _Unscaled(torch.autograd.Function):
    """The identity; its gradient is divided by the scale of the call."""

    @staticmethod
    def forward(ctx: Any, given: Tensor, scale: list[Tensor]) -> Tensor:
        ctx.scale = scale
        return given.view_as(given)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, None]:
        return grad / ctx.scale[0], None


def encode(
    x: Float32[Tensor, "n 3"], table: Float32[Tensor, "entries f"], layout: HashLayout
) -> Float32[Tensor, "n c"]:
    """`bozzetto.nerf.hashgrid.encode` by tiny-cuda-nn, in float16; differentiable once, in `table` and in `x`.

    Args:
        x: float32 [N, 3] in [0, 1], CUDA.
        table: float32 [entries, F].
        layout: the table's layout.

    Returns:
        float32 [N, L * F].

    Raises:
        ValueError: a shape is wrong, a tensor is not on CUDA, or tiny-cuda-nn has no such encoding.
        TypeError: a tensor is not float32.
    """
    check_encode(x, table, layout)
    check_on_card(x=x, table=table)
    if x.shape[0] == 0:  # tiny-cuda-nn takes no empty batch; the definition does, and has gradients
        return hashgrid.encode(x, table, layout)
    with _on(x.device):
        module = _encoding(layout, x.device)
        return _call(module, table_to_tcnn(table, layout), encoding_inputs(x, layout))[:, : layout.width]


def network(
    x: Float32[Tensor, "n 3"],
    table: Float32[Tensor, "entries f"],
    weights: Sequence[Float32[Tensor, "_ _"]],
    biases: Sequence[Float32[Tensor, " _"]],
    layout: HashLayout,
) -> Float32[Tensor, "n 4"]:
    """`bozzetto.nerf.network.network` by tiny-cuda-nn, in float16; differentiable once.

    Args:
        x: float32 [N, 3] in [0, 1], CUDA.
        table: float32 [entries, F].
        weights: [hidden, L * F], any number of [hidden, hidden], [4, hidden].
        biases: [hidden] ..., [4].
        layout: the table's layout.

    Returns:
        float32 [N, 4].

    Raises:
        ValueError: a shape is wrong, a tensor is not on CUDA, or tiny-cuda-nn has no such field.
        TypeError: a tensor is not float32.
    """
    encoded = encode(x, table, layout)
    if x.shape[0] == 0:
        return mlp(encoded, weights, biases)
    with _on(x.device):
        module = _network(layout.width, weights[0].shape[0], len(weights), x.device)
        return _call(module, network_to_tcnn(weights, biases), network_inputs(encoded))[:, :OUTPUTS]


def check_on_card(**tensors: Tensor) -> None:
    """Raise unless all are float32 on CUDA."""
    for name, tensor in tensors.items():
        if tensor.dtype != torch.float32:
            raise TypeError(f"{name}: expected float32, got {tensor.dtype}")
        if tensor.device.type != "cuda":
            raise ValueError(f"backend 'tcnn': {name}: expected a tensor on CUDA, got {tensor.device}")


def check_config(config: FieldConfig) -> None:
    """Raise ValueError unless tiny-cuda-nn has such a field."""
    check_layout(config.layout)
    network_width(config.hidden)

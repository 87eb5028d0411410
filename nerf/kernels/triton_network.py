"""Hash encoding and MLP in one pass, in Triton, for CUDA (`bozzetto.nerf.network.network` is the definition).

Forward: a program encodes a tile of samples and takes it through all layers without leaving the chip; the encoding and
the hidden activations are written out only when a gradient will be wanted. Backward: a fixed number of programs walk
over the tiles from the last layer to the first; each adds its weights' gradients to a block of its own, so these sums
have one order, and the table's gradient is added atomically, or, where it must have the same bits each time, the
encoding's gradient is written out and `triton_encoding.table_gradient` sums it.

Precision: in float32 a product is three TF32 products ("tf32x3"), which is float32 to its last bits. In mixed precision
the products' operands are float16 and their sums float32; parameters, table gradients and outputs stay float32. A
gradient tile is scaled by a power of two to a largest value of about 64 before it becomes float16 and back after the
product, so that no loss scale has to be chosen and small gradients do not vanish.

Checked against the definition by Triton's interpreter (TRITON_INTERPRET=1), compiled for sm_75 to sm_120; not run on a
GPU yet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
import triton
import triton.language as tl
from jaxtyping import Float32
from torch import Tensor
from torch.autograd.function import once_differentiable
from torch.nn import functional as F

from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import check_encode
from bozzetto.nerf.kernels.triton_encoding import (
    encode_tile,
    hash_mask,
    level_rows,
    position,
    scatter_tile,
    shape_of,
    table_gradient,
)
from bozzetto.nerf.kernels.triton_launch import arch_of, check_tensors, interpreted, launch, next_power_of_2

TILE = 64
BACKWARD_TILES = {False: 16, True: 32}
"""Samples of a tile of the backward pass, by whether precision is mixed: the most that stay in registers from sm_80 to
sm_120. With 64, float32 spills up to 4.6 kB a thread there and 26 kB on sm_75; mixed does not compile for sm_100."""
TURING_TILE = 16
"""Of all passes on sm_75, whose products are not those of later cards: with 32 most spill 160 to 880 bytes a thread,
with 16 the backward pass in float32 spills 8."""
WIDE_TILES = {False: 16, True: 16}
"""The same for more than 64 hidden units."""
WIDEST_FLOAT32 = 64
"""Hidden units beyond which the forward pass in float32 does not stay in registers: with 128 it spills 20 to 76 kB a
thread, in tiles of any size; mixed precision spills 0.4 kB."""
LEAST_FLOAT32_COLUMNS = 32
"""Of the encoding, in float32: with 16, as 8 levels of 2 features have, the backward pass spills 1.1 to 1.4 kB a thread
from sm_80 on, but for sm_100."""
WARPS = 8
OUT = 4
OUT_PADDED = 16  # the least side of a product on tensor cores
PROGRAMS = 528  # of the backward pass: four a multiprocessor on the largest cards


@triton.jit
def product(a, b, HALF: tl.constexpr):
    """a [I, K] @ b [K, J], float32 sums."""
    if HALF:
        out = tl.dot(a.to(tl.float16), b.to(tl.float16))
    else:
        out = tl.dot(a, b, input_precision="tf32x3")
    return out


@triton.jit
def power_of_two_scale(gradient, HALF: tl.constexpr):
    """A power of two that brings a gradient tile's largest value to about 64; 1 in float32."""
    if HALF:
        largest = tl.max(tl.max(tl.abs(gradient), 1), 0)
        scale = tl.exp2(tl.floor(6.0 - tl.log2(tl.minimum(tl.maximum(largest, 1e-30), 1e30))))
    else:
        scale = 1.0
    return scale


@triton.jit
def add_product(pointer, y, x, factor, there, HALF: tl.constexpr):
    """Adds factor * y^T x, of y [TILE, I] and x [TILE, J], to what lies at `pointer` [I, J]."""
    total = tl.load(pointer, mask=there, other=0.0) + factor * product(tl.trans(y), x, HALF)
    tl.store(pointer, total, mask=there)


@triton.jit
def forward_kernel(
    x, table, levels, w_in, w_hidden, w_out, biases, bias_out, encoded, hidden, out, n, mask,
    LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr, H: tl.constexpr, DEEP: tl.constexpr,
    OUT: tl.constexpr, OUT_PADDED: tl.constexpr, KEEP: tl.constexpr, HALF: tl.constexpr, TILE: tl.constexpr,
):  # fmt: skip
    rows = (tl.program_id(0) * TILE + tl.arange(0, TILE))[:, None]
    wide_rows = rows.to(tl.int64)
    px, py, pz = position(x, rows, n, 0), position(x, rows, n, 1), position(x, rows, n, 2)
    e = encode_tile(px, py, pz, rows, n, table, levels, mask, LEVELS, FEATURES, C)
    c, unit, o = tl.arange(0, C)[None, :], tl.arange(0, H), tl.arange(0, OUT_PADDED)
    if KEEP:
        tl.store(encoded + wide_rows * C + c, e, mask=rows < n)
    w = tl.load(w_in + unit[:, None] * C + c)
    h = product(e, tl.trans(w), HALF) + tl.load(biases + unit)[None, :]
    # A comparison that a NaN fails the right way round: it stays one.
    h = tl.where(h < 0, 0.0, h)
    if KEEP:
        tl.store(hidden + wide_rows * H + unit[None, :], h, mask=rows < n)
    for layer in tl.static_range(DEEP):
        w = tl.load(w_hidden + (layer * H + unit[:, None]) * H + unit[None, :])
        h = product(h, tl.trans(w), HALF) + tl.load(biases + (layer + 1) * H + unit)[None, :]
        h = tl.where(h < 0, 0.0, h)
        if KEEP:
            tl.store(hidden + ((layer + 1) * tl.cast(n, tl.int64) + wide_rows) * H + unit[None, :], h, mask=rows < n)
    w = tl.load(w_out + o[:, None] * H + unit[None, :])
    y = product(h, tl.trans(w), HALF) + tl.load(bias_out + o)[None, :]
    tl.store(out + wide_rows * OUT + o[None, :], y, mask=(rows < n) & (o[None, :] < OUT))


@triton.jit
def backward_kernel(
    x, levels, w_in, w_hidden, w_out, encoded, hidden, grad_out,
    grad_table, g_in, g_hidden, g_out, g_biases, g_bias_out, n, tiles, mask,
    LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr, H: tl.constexpr, DEEP: tl.constexpr,
    OUT: tl.constexpr, OUT_PADDED: tl.constexpr, HALF: tl.constexpr, TILE: tl.constexpr, SCATTER: tl.constexpr,
):  # fmt: skip
    program = tl.program_id(0).to(tl.int64)
    c, unit, o = tl.arange(0, C)[None, :], tl.arange(0, H), tl.arange(0, OUT_PADDED)
    column = unit[None, :]
    every = unit[:, None] < H
    g_in += program * H * C
    g_hidden += program * DEEP * H * H
    g_out += program * OUT_PADDED * H
    g_biases += program * (DEEP + 1) * H
    g_bias_out += program * OUT_PADDED
    for tile in range(tl.program_id(0), tiles, tl.num_programs(0)):
        rows = (tile * TILE + tl.arange(0, TILE))[:, None]
        wide_rows = rows.to(tl.int64)
        there = rows < n
        g = tl.load(grad_out + wide_rows * OUT + o[None, :], mask=there & (o[None, :] < OUT), other=0.0)
        h = tl.load(hidden + (DEEP * tl.cast(n, tl.int64) + wide_rows) * H + column, mask=there, other=0.0)
        tl.store(g_bias_out + o, tl.load(g_bias_out + o) + tl.sum(g, 0))
        scale = power_of_two_scale(g, HALF)
        g *= scale
        add_product(g_out + o[:, None] * H + column, g, h, 1 / scale, o[:, None] < OUT_PADDED, HALF)
        g = product(g, tl.load(w_out + o[:, None] * H + column), HALF) / scale
        g = tl.where(h > 0, g, 0.0)
        for back in tl.static_range(DEEP):
            layer = DEEP - 1 - back
            bias = g_biases + (layer + 1) * H + unit
            tl.store(bias, tl.load(bias) + tl.sum(g, 0))
            h = tl.load(hidden + (layer * tl.cast(n, tl.int64) + wide_rows) * H + column, mask=there, other=0.0)
            scale = power_of_two_scale(g, HALF)
            g *= scale
            block = (layer * H + unit[:, None]) * H + column
            add_product(g_hidden + block, g, h, 1 / scale, every, HALF)
            g = product(g, tl.load(w_hidden + block), HALF) / scale
            g = tl.where(h > 0, g, 0.0)
        tl.store(g_biases + unit, tl.load(g_biases + unit) + tl.sum(g, 0))
        e = tl.load(encoded + wide_rows * C + c, mask=there, other=0.0)
        scale = power_of_two_scale(g, HALF)
        g *= scale
        add_product(g_in + unit[:, None] * C + c, g, e.to(tl.float32), 1 / scale, every, HALF)
        g = product(g, tl.load(w_in + unit[:, None] * C + c), HALF) / scale
        if SCATTER:
            px, py, pz = position(x, rows, n, 0), position(x, rows, n, 1), position(x, rows, n, 2)
            scatter_tile(px, py, pz, rows, n, g, grad_table, levels, mask, LEVELS, FEATURES, C, False)
        else:
            # Here `grad_table` is the encoding's gradient.
            inside = there & (c < LEVELS * FEATURES)
            tl.store(grad_table + wide_rows * (LEVELS * FEATURES) + c, g, mask=inside)
        # The next tile reads the sums that other threads of this program have just written.
        tl.debug_barrier()


def columns_of(layout_columns: int, half: bool) -> int:
    """Columns that a tile of the encoding has; the more are zero.

    Args:
        layout_columns: of the encoding alone, padded for tensor cores.
        half: whether precision is mixed.
    """
    return layout_columns if half else max(LEAST_FLOAT32_COLUMNS, layout_columns)


def forward_tile(hidden: int, arch: int) -> int:
    """Samples of a tile of the forward pass, by the width of the hidden layers and the architecture."""
    if arch < 80:
        return TURING_TILE
    return TILE if hidden <= 64 else TILE // 4


def backward_tile(half: bool, hidden: int, arch: int) -> int:
    """Samples of a tile of the backward pass, by precision, the width of the hidden layers and the architecture."""
    if arch < 80:
        return TURING_TILE
    return (BACKWARD_TILES if hidden <= 64 else WIDE_TILES)[half]


def _padded(weights: Sequence[Tensor], biases: Sequence[Tensor], c: int, h: int) -> tuple[Tensor, ...]:
    """Input weights [h, c], hidden weights [layers - 1, h, h], output weights [16, h], biases [layers, h], output's."""
    fan_out, fan_in = weights[0].shape
    more = h - fan_out
    w_in = _pad(weights[0], c - fan_in, more)
    # Without inner layers nothing is read of theirs.
    w_hidden = _pad(torch.stack(list(weights[1:-1])), more, more) if len(weights) > 2 else w_in
    stacked = _pad(torch.stack(list(biases[:-1])), more)
    return w_in, w_hidden, _pad(weights[-1], more, OUT_PADDED - OUT), stacked, _pad(biases[-1], OUT_PADDED - OUT)


def _pad(values: Tensor, columns: int, rows: int = 0) -> Tensor:
    """Values with zeros behind them in the last dimension and in the one before."""
    return F.pad(values, (0, columns, 0, rows) if rows else (0, columns)) if columns or rows else values.contiguous()


class _Network(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, table, layout, half, deterministic, keep, *parameters):
        layers = len(parameters) // 2
        x, table = x.contiguous(), table.contiguous()
        n, deep = x.shape[0], layers - 2
        shape = shape_of(layout)
        c, h = columns_of(shape["C"], half), max(16, next_power_of_2(parameters[0].shape[0]))
        shape |= {
            "C": c,
            "H": h,
            "DEEP": deep,
            "OUT": OUT,
            "OUT_PADDED": OUT_PADDED,
            "HALF": half,
            "TILE": forward_tile(h, arch_of(x.device)),
            "num_warps": WARPS,
        }
        w_in, w_hidden, w_out, biases, bias_out = _padded(parameters[:layers], parameters[layers:], c, h)
        kept = torch.float16 if half else torch.float32
        encoded = torch.empty(n if keep else 0, c, dtype=kept, device=x.device)
        hidden = torch.empty(deep + 1, n if keep else 0, h, dtype=kept, device=x.device)
        out = x.new_empty(n, OUT)
        levels = level_rows(layout, x.device)
        if n:
            launch(
                forward_kernel, triton.cdiv(n, shape["TILE"]), x, table, levels, w_in, w_hidden, w_out, biases,
                bias_out, encoded, hidden, out, n, hash_mask(layout), **shape, KEEP=keep,
            )  # fmt: skip
        ctx.save_for_backward(x, table, encoded, hidden, w_in, w_hidden, w_out)
        ctx.layout, ctx.shape, ctx.fan_out = layout, shape, parameters[0].shape[0]
        ctx.deterministic = deterministic
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        x, table, encoded, hidden, w_in, w_hidden, w_out = ctx.saved_tensors
        layout, shape, fan_out, n = ctx.layout, ctx.shape, ctx.fan_out, x.shape[0]
        c, h, deep = shape["C"], shape["H"], shape["DEEP"]
        shape = shape | {"TILE": backward_tile(shape["HALF"], h, arch_of(x.device))}
        tiles = triton.cdiv(n, shape["TILE"])
        programs = max(1, min(tiles, 4 if interpreted() else PROGRAMS))
        # One block of memory for all, which is cleared at once; each part begins at a multiple of 16 numbers.
        sizes = ((h, c), (max(deep, 1), h, h), (OUT_PADDED, h), (deep + 1, h), (OUT_PADDED,))
        parts = x.new_zeros(programs * sum(map(math.prod, sizes))).split([programs * math.prod(size) for size in sizes])
        blocks = [part.view(programs, *size) for part, size in zip(parts, sizes, strict=True)]
        grad_table = x.new_zeros(n, layout.width) if ctx.deterministic else torch.zeros_like(table)
        if n:
            launch(
                backward_kernel, programs, x, level_rows(layout, x.device), w_in, w_hidden, w_out, encoded, hidden,
                grad.contiguous(), grad_table, *blocks, n, tiles, hash_mask(layout), **shape,
                SCATTER=not ctx.deterministic,
            )  # fmt: skip
        if ctx.deterministic:
            grad_table = table_gradient(x, grad_table, table, layout, True)
        g_in, g_hidden, g_out, g_biases, g_bias_out = (block.sum(0) for block in blocks)
        g_weights = [g_in[:fan_out, : layout.width], *g_hidden[:deep, :fan_out, :fan_out], g_out[:OUT, :fan_out]]
        g_all = [*g_weights, *g_biases[:, :fan_out], g_bias_out[:OUT]]
        return None, grad_table, None, None, None, None, *[g.contiguous() for g in g_all]


def network(
    x: Float32[Tensor, "n 3"],
    table: Float32[Tensor, "entries f"],
    weights: Sequence[Float32[Tensor, "_ _"]],
    biases: Sequence[Float32[Tensor, " _"]],
    layout: HashLayout,
    mixed_precision: bool = False,
    deterministic: bool = False,
) -> Float32[Tensor, "n 4"]:
    """`bozzetto.nerf.network.network` in Triton; differentiable once, in the table, weights and biases, not in x.

    Args:
        x: float32 [N, 3] in [0, 1].
        table: float32 [entries, F].
        weights: [hidden, L * F], any number of [hidden, hidden], [4, hidden].
        biases: [hidden] ..., [4].
        layout: the table's layout.
        mixed_precision: float16 operands of the products, with float32 sums.
        deterministic: the table's gradient has the same bits each time, for some more time and memory.

    Returns:
        float32 [N, 4].

    Raises:
        ValueError: a shape or a device is wrong, a size is beyond what fits on the chip, or x wants a gradient.
        TypeError: a tensor is not float32.
    """
    check_encode(x, table, layout)
    check_network(layout, weights, mixed_precision)
    check_tensors(x=x, table=table, **{f"parameter {i}": p for i, p in enumerate((*weights, *biases))})
    if x.requires_grad:
        raise ValueError("x: expected no gradient, use encode and linear layers for one")
    keep = torch.is_grad_enabled() and any(p.requires_grad for p in (table, *weights, *biases))
    h: Tensor = _Network.apply(x, table, layout, mixed_precision, deterministic, keep, *weights, *biases)
    return h


def check_network(layout: HashLayout, weights: Sequence[Tensor], mixed_precision: bool = False) -> None:
    """Raise ValueError unless there are hidden layers and 4 outputs, and one program can hold them."""
    if weights[-1].shape[0] != OUT or len(weights) < 2:
        raise ValueError(
            f"backend 'triton': expected hidden layers and 4 outputs, got {len(weights) - 1} and {weights[-1].shape[0]}"
        )
    _check_widths(layout.width, weights[0].shape[0], mixed_precision)


def check_config(config: FieldConfig) -> None:
    """Raise ValueError unless one program can hold the field's layers."""
    _check_widths(config.layout.width, config.hidden, config.mixed_precision)


def _check_widths(encoded: int, hidden: int, mixed_precision: bool) -> None:
    if hidden > WIDEST_FLOAT32 and not mixed_precision:
        raise ValueError(
            f"backend 'triton': expected at most {WIDEST_FLOAT32} hidden units in float32, got {hidden}; set "
            "mixed_precision, or use backend 'torch'"
        )
    if hidden > 128 or encoded > 128:
        raise ValueError(
            "backend 'triton': expected at most 128 columns of the encoding and at most 128 hidden units, got "
            f"{encoded} and {hidden}; use backend 'torch' for such a field"
        )

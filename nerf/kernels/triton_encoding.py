"""Hash encoding in Triton, for CUDA (`bozzetto.nerf.hashgrid` is the definition).

A program takes a tile of samples by columns of the encoding: a column is one feature of one level, so a tile is what
the network's first product wants, and features of one entry are read side by side. Gradients to the table are added
atomically, so their last bits may differ from run to run; where they must not, the sums are of 64-bit integers, which
have no order: multiples of the largest value times 2^-SUM_BITS. A position that is not a number gives features that are
not numbers, and nothing to the table.

Checked against the definition by Triton's interpreter (TRITON_INTERPRET=1), compiled for sm_75 to sm_120; not run on a
GPU yet.
"""

from __future__ import annotations

import functools

import torch
import triton
import triton.language as tl
from jaxtyping import Float32
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import check_encode
from bozzetto.nerf.kernels.triton_launch import check_tensors, launch, next_power_of_2

TILE = 64
SUM_BITS = 38
"""Of the largest gradient, as a whole number: 2^24 such fit into 63 bits, which is 2 million samples in one cell."""
WARPS = 8  # with four, a tile's corners do not fit into the registers of a Hopper card


@triton.jit
def columns(levels, LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr):
    """Of each column [1, C]: resolution, first entry, whether dense, feature, and whether there is such a column."""
    column = tl.arange(0, C)[None, :]
    level = column // FEATURES
    real = level < LEVELS
    resolution = tl.load(levels + 3 * level, mask=real, other=1)
    offset = tl.load(levels + 3 * level + 1, mask=real, other=0)
    dense = tl.load(levels + 3 * level + 2, mask=real, other=1)
    return resolution, offset, dense != 0, column % FEATURES, real


@triton.jit
def position(x, rows, n, axis: tl.constexpr):
    """One coordinate of samples, [TILE, 1]; 0 where there is no sample."""
    return tl.load(x + rows.to(tl.int64) * 3 + axis, mask=rows < n, other=0.0)


@triton.jit
def cell_of(u, resolution):
    """Cell along one axis, and the place inside it."""
    scaled = tl.minimum(tl.maximum(u, 0.0), 1.0) * resolution.to(tl.float32)
    cell = tl.minimum(scaled.to(tl.int32), resolution - 1)
    return cell, scaled - cell.to(tl.float32)


@triton.jit
def corner_entry(cx, cy, cz, resolution, dense, mask):
    """Entry of a grid corner within its level."""
    side = resolution + 1
    # Hashed levels overflow here and dense ones, which have at most 2^24 entries, do not.
    index = cx + side * (cy + side * cz)
    hashed = cx.to(tl.uint32) ^ (cy.to(tl.uint32) * 2654435761) ^ (cz.to(tl.uint32) * 805459861)
    return tl.where(dense, index, (hashed & mask).to(tl.int32))


@triton.jit
def corner_pointer(table, cx, cy, cz, resolution, offset, dense, feature, mask, FEATURES: tl.constexpr):
    """Where a corner's feature lies; 64 bits, since a table may have more than 2^31 numbers."""
    entry = offset + corner_entry(cx, cy, cz, resolution, dense, mask)
    if FEATURES & (FEATURES - 1) == 0:
        # The compiler cannot know it of what it loads: the features of an entry are then read and added in one access.
        entry = tl.max_constancy(entry, [1, FEATURES])
    return table + entry.to(tl.int64) * FEATURES + feature


@triton.jit
def encode_tile(
    px, py, pz, rows, n, table, levels, mask, LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr
):
    """The encoding of a tile, [TILE, C]; 0 in columns and rows that are not there."""
    resolution, offset, dense, feature, real = columns(levels, LEVELS, FEATURES, C)
    number = (px == px) & (py == py) & (pz == pz)
    valid = (rows < n) & real & number
    cx, fx = cell_of(px, resolution)
    cy, fy = cell_of(py, resolution)
    cz, fz = cell_of(pz, resolution)
    total = tl.zeros_like(fx)
    for corner in tl.static_range(8):
        dx, dy, dz = corner & 1, corner >> 1 & 1, corner >> 2
        wx = fx if dx else 1 - fx
        wy = fy if dy else 1 - fy
        wz = fz if dz else 1 - fz
        pointer = corner_pointer(
            table, cx + dx, cy + dy, cz + dz, resolution, offset, dense, feature, mask, FEATURES
        )  # fmt: skip
        total += wx * wy * wz * tl.load(pointer, mask=valid, other=0.0)
    return tl.where((rows < n) & real & (number == 0), float("nan"), total)


@triton.jit
def scatter_tile(
    px, py, pz, rows, n, gradient, grad_table, levels, mask,
    LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr, WHOLE: tl.constexpr,
):  # fmt: skip
    """Adds a tile's gradient [TILE, C] to the table's; with WHOLE as whole numbers."""
    resolution, offset, dense, feature, real = columns(levels, LEVELS, FEATURES, C)
    # What a sample without a gradient would add is nothing; a row's answer, since pairs of columns are added in one.
    some = tl.sum(tl.abs(gradient), 1)[:, None] != 0
    valid = (rows < n) & some & real & (px == px) & (py == py) & (pz == pz)
    cx, fx = cell_of(px, resolution)
    cy, fy = cell_of(py, resolution)
    cz, fz = cell_of(pz, resolution)
    # A real loop: unrolled, the eight corners' pointers do not fit into the registers.
    for corner in range(8):
        dx, dy, dz = corner & 1, corner >> 1 & 1, corner >> 2
        wx = tl.where(dx == 1, fx, 1 - fx)
        wy = tl.where(dy == 1, fy, 1 - fy)
        wz = tl.where(dz == 1, fz, 1 - fz)
        pointer = corner_pointer(
            grad_table, cx + dx, cy + dy, cz + dz, resolution, offset, dense, feature, mask, FEATURES
        )  # fmt: skip
        value = wx * wy * wz * gradient
        if WHOLE:
            tl.atomic_add(pointer, value.to(tl.int64), mask=valid, sem="relaxed")
        else:
            tl.atomic_add(pointer, value, mask=valid, sem="relaxed")


@triton.jit
def encode_forward(
    x, table, levels, out, n, mask,
    LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr, TILE: tl.constexpr,
):  # fmt: skip
    rows = (tl.program_id(0) * TILE + tl.arange(0, TILE))[:, None]
    px, py, pz = position(x, rows, n, 0), position(x, rows, n, 1), position(x, rows, n, 2)
    encoded = encode_tile(px, py, pz, rows, n, table, levels, mask, LEVELS, FEATURES, C)
    column = tl.arange(0, C)[None, :]
    there = (rows < n) & (column < LEVELS * FEATURES)
    tl.store(out + rows.to(tl.int64) * (LEVELS * FEATURES) + column, encoded, mask=there)


@triton.jit
def encode_backward_table(
    x, grad, scale, levels, grad_table, n, mask,
    LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr, WHOLE: tl.constexpr, TILE: tl.constexpr,
):  # fmt: skip
    rows = (tl.program_id(0) * TILE + tl.arange(0, TILE))[:, None]
    px, py, pz = position(x, rows, n, 0), position(x, rows, n, 1), position(x, rows, n, 2)
    column = tl.arange(0, C)[None, :]
    there = (rows < n) & (column < LEVELS * FEATURES)
    gradient = tl.load(grad + rows.to(tl.int64) * (LEVELS * FEATURES) + column, mask=there, other=0.0)
    if WHOLE:
        gradient *= tl.load(scale)
    scatter_tile(px, py, pz, rows, n, gradient, grad_table, levels, mask, LEVELS, FEATURES, C, WHOLE)


@triton.jit
def encode_backward_x(
    x, table, grad, levels, grad_x, n, mask,
    LEVELS: tl.constexpr, FEATURES: tl.constexpr, C: tl.constexpr, TILE: tl.constexpr,
):  # fmt: skip
    rows = (tl.program_id(0) * TILE + tl.arange(0, TILE))[:, None]
    px, py, pz = position(x, rows, n, 0), position(x, rows, n, 1), position(x, rows, n, 2)
    resolution, offset, dense, feature, real = columns(levels, LEVELS, FEATURES, C)
    valid = (rows < n) & real & (px == px) & (py == py) & (pz == pz)
    column = tl.arange(0, C)[None, :]
    gradient = tl.load(grad + rows.to(tl.int64) * (LEVELS * FEATURES) + column, mask=(rows < n) & real, other=0.0)
    gradient = gradient * resolution.to(tl.float32)
    cx, fx = cell_of(px, resolution)
    cy, fy = cell_of(py, resolution)
    cz, fz = cell_of(pz, resolution)
    gx, gy, gz = tl.zeros_like(fx), tl.zeros_like(fx), tl.zeros_like(fx)
    for corner in tl.static_range(8):
        dx, dy, dz = corner & 1, corner >> 1 & 1, corner >> 2
        wx = fx if dx else 1 - fx
        wy = fy if dy else 1 - fy
        wz = fz if dz else 1 - fz
        pointer = corner_pointer(
            table, cx + dx, cy + dy, cz + dz, resolution, offset, dense, feature, mask, FEATURES
        )  # fmt: skip
        value = gradient * tl.load(pointer, mask=valid, other=0.0)
        gx += (2 * dx - 1) * wy * wz * value
        gy += (2 * dy - 1) * wx * wz * value
        gz += (2 * dz - 1) * wx * wy * value
    out = grad_x + rows.to(tl.int64) * 3
    # The definition clamps to the unit cube, so nothing moves a point that is outside it.
    tl.store(out, tl.where((px >= 0) & (px <= 1), tl.sum(gx, 1)[:, None], 0.0), mask=rows < n)
    tl.store(out + 1, tl.where((py >= 0) & (py <= 1), tl.sum(gy, 1)[:, None], 0.0), mask=rows < n)
    tl.store(out + 2, tl.where((pz >= 0) & (pz <= 1), tl.sum(gz, 1)[:, None], 0.0), mask=rows < n)


@functools.lru_cache(maxsize=16)
def level_rows(layout: HashLayout, device: torch.device) -> Tensor:
    """int32 [L, 3]: resolution, first entry, whether dense, of each level."""
    rows = zip(layout.resolutions, layout.offsets[:-1], layout.dense, strict=True)
    return torch.tensor([[r, o, int(d)] for r, o, d in rows], dtype=torch.int32, device=device)


def shape_of(layout: HashLayout) -> dict[str, int]:
    """The constants of a kernel that depend on the layout; C is the columns, padded for tensor cores."""
    return {"LEVELS": layout.levels, "FEATURES": layout.features, "C": max(16, next_power_of_2(layout.width))}


def options_of(layout: HashLayout) -> dict[str, int]:
    """The constants of the encoding's own kernels."""
    return {**shape_of(layout), "TILE": TILE, "num_warps": WARPS}


def hash_mask(layout: HashLayout) -> int:
    """Keeps the low bits of a hash."""
    return (1 << layout.log2_table) - 1


def table_gradient(x: Tensor, grad: Tensor, table: Tensor, layout: HashLayout, deterministic: bool) -> Tensor:
    """The gradient of the table [entries, F].

    Args:
        x: [N, 3], contiguous.
        grad: of the encoding, [N, L * F], contiguous.
        table: for its shape.
        layout: the table's layout.
        deterministic: sum whole numbers, so that the result has the same bits each time.
    """
    n, scale = x.shape[0], grad.new_ones(())
    total = torch.zeros_like(table, dtype=torch.int64 if deterministic else torch.float32)
    if n == 0:
        return total.to(torch.float32)
    if deterministic:
        largest = grad.abs().max()
        # Not a number where a gradient is none, so that the result says so.
        scale = torch.ldexp(largest * 0 + 1, (SUM_BITS - torch.frexp(largest).exponent).clamp(-100, 100))
    launch(
        encode_backward_table, triton.cdiv(n, TILE), x, grad, scale, level_rows(layout, x.device), total, n,
        hash_mask(layout), WHOLE=deterministic, **options_of(layout),
    )  # fmt: skip
    return (total.double() / scale.double()).float() if deterministic else total


class _Encode(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, table, layout, deterministic):
        x, table = x.contiguous(), table.contiguous()
        n = x.shape[0]
        out = x.new_empty(n, layout.width)
        if n:
            levels = level_rows(layout, x.device)
            programs, options = triton.cdiv(n, TILE), options_of(layout)
            launch(encode_forward, programs, x, table, levels, out, n, hash_mask(layout), **options)
        ctx.save_for_backward(x, table)
        ctx.layout, ctx.deterministic = layout, deterministic
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        x, table = ctx.saved_tensors
        layout, n, grad = ctx.layout, x.shape[0], grad.contiguous()
        grad_x = grad_table = None
        if ctx.needs_input_grad[0]:
            grad_x = torch.zeros_like(x)
            if n:
                levels, mask, options = level_rows(layout, x.device), hash_mask(layout), options_of(layout)
                programs = triton.cdiv(n, TILE)
                launch(encode_backward_x, programs, x, table, grad, levels, grad_x, n, mask, **options)
        if ctx.needs_input_grad[1]:
            grad_table = table_gradient(x, grad, table, layout, ctx.deterministic)
        return grad_x, grad_table, None, None


def encode(
    x: Float32[Tensor, "n 3"], table: Float32[Tensor, "entries f"], layout: HashLayout, deterministic: bool = False
) -> Float32[Tensor, "n c"]:
    """`bozzetto.nerf.hashgrid.encode` in Triton; differentiable once, in `table` and in `x`.

    Args:
        x: float32 [N, 3] in [0, 1].
        table: float32 [entries, F].
        layout: the table's layout.
        deterministic: the table's gradient has the same bits each time.

    Returns:
        [N, L * F].

    Raises:
        ValueError: a shape is wrong, or the tensors are not on one device.
        TypeError: a tensor is not float32.
    """
    check_encode(x, table, layout)
    check_tensors(x=x, table=table)
    encoded: Tensor = _Encode.apply(x, table, layout, deterministic)
    return encoded

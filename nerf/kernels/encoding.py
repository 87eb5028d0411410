"""Hash encoding, compiled: two features an entry, float32 (`bozzetto.nerf.hashgrid` is the definition).

A level is worked through in tiles of samples, in two loops: the first finds the eight corners' entries and weights of
every sample of the tile and runs on the vector unit; the second reads (or adds to) the entries, a pair of features at a
time. One level's entries fit the second cache where all of the table does not, so the level is the outer loop.

The gradient to the table is summed level by level, one thread a level, over samples in their order: no two threads add
to the same entry, so the result does not depend on the number of threads.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import torch
from jaxtyping import Float32
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.kernels import kernel
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import PRIMES, check_encode, not_finite
from bozzetto.nerf.kernels.pairs import pair_add_scaled, pair_dot, pair_load, pair_of, pair_split, pair_store
from bozzetto.simd import FASTMATH
from bozzetto.threads import prepare_kernel

TILE = 256
# Indices of samples are uint64: numba tests every other kind for wrapping round, and LLVM then does not vectorise. An
# int64 literal times a uint64 is an int64 to numba, hence the constants.
ROW1, ROW2, ROW3, ROW4, ROW5, ROW6, ROW7 = (np.uint64(i * TILE) for i in range(1, 8))
PRIME_Y = np.uint32(PRIMES[1])
PRIME_Z = np.uint32(PRIMES[2])
BLOCK, BLOCK_LARGE = 8192, 65536
"""Samples between two levels: as many as keep their features in the second cache, unless a level is larger itself."""


@numba.njit(inline="always")
def cell_of(u, resolution):
    """Cell along one axis and the place inside it."""
    scaled = min(max(u, np.float32(0.0)), np.float32(1.0)) * np.float32(resolution)
    cell = min(np.int32(scaled), np.int32(resolution - 1))
    return cell, scaled - np.float32(cell)


@kernel(parallel=True, fastmath=FASTMATH)
def _columns(x, scale, shift, out):
    tiles = (x.shape[0] + TILE - 1) // TILE
    bad = np.zeros(tiles, np.int64)
    for tile in numba.prange(tiles):
        count = 0
        for s in range(np.uint64(tile * TILE), np.uint64(min((tile + 1) * TILE, x.shape[0]))):
            for axis in range(np.uint64(3)):
                value = x[s, axis]
                count += not np.isfinite(value)
                out[axis, s] = scale * value + shift
        bad[tile] = count
    return bad.sum()


def columns(x: Float32[Tensor, "n 3"], scale: float = 1.0, shift: float = 0.0) -> Float32[Tensor, "3 n"]:
    """scale * x + shift as one row an axis.

    Args:
        x: float32 [N, 3].
        scale: a number.
        shift: a number.

    Returns:
        [3, N].

    Raises:
        ValueError: a position is NaN or infinite.
    """
    x = x.detach().contiguous()
    out = torch.empty(3, x.shape[0])
    prepare_kernel()
    if _columns(x.numpy(), np.float32(scale), np.float32(shift), out.numpy()):
        raise not_finite(x)
    return out


@kernel(fastmath=FASTMATH)
def prepare(x, y, z, start, count, resolution, offset, dense, mask, index, weight):
    """Entries and weights of the eight corners of samples start to start + count - 1.

    Corner i, at (i & 1, i >> 1 & 1, i >> 2), of the tile's sample k is at i * TILE + k of `index` and `weight`.
    """
    one, unit = np.float32(1.0), np.uint32(1)
    o = np.uint64(start)
    # Two loops, for the kind of a level is the same for all of its samples and a branch inside would not vectorise.
    if dense:
        base = np.uint32(offset)
        row = np.uint32(resolution + 1)
        plane = np.uint32(row * row)
        for k in range(np.uint64(count)):
            cx, _ = cell_of(x[o + k], resolution)
            cy, _ = cell_of(y[o + k], resolution)
            cz, _ = cell_of(z[o + k], resolution)
            i = base + np.uint32(cx) + row * np.uint32(cy) + plane * np.uint32(cz)
            index[k] = i
            index[ROW1 + k] = i + unit
            index[ROW2 + k] = i + row
            index[ROW3 + k] = i + row + unit
            index[ROW4 + k] = i + plane
            index[ROW5 + k] = i + plane + unit
            index[ROW6 + k] = i + plane + row
            index[ROW7 + k] = i + plane + row + unit
    else:
        base = np.uint32(offset)
        for k in range(np.uint64(count)):
            cx, _ = cell_of(x[o + k], resolution)
            cy, _ = cell_of(y[o + k], resolution)
            cz, _ = cell_of(z[o + k], resolution)
            hx = np.uint32(cx)
            jx = np.uint32(hx + unit)
            hy = np.uint32(np.uint32(cy) * PRIME_Y)
            jy = np.uint32(hy + PRIME_Y)
            hz = np.uint32(np.uint32(cz) * PRIME_Z)
            jz = np.uint32(hz + PRIME_Z)
            index[k] = base + ((hx ^ hy ^ hz) & mask)
            index[ROW1 + k] = base + ((jx ^ hy ^ hz) & mask)
            index[ROW2 + k] = base + ((hx ^ jy ^ hz) & mask)
            index[ROW3 + k] = base + ((jx ^ jy ^ hz) & mask)
            index[ROW4 + k] = base + ((hx ^ hy ^ jz) & mask)
            index[ROW5 + k] = base + ((jx ^ hy ^ jz) & mask)
            index[ROW6 + k] = base + ((hx ^ jy ^ jz) & mask)
            index[ROW7 + k] = base + ((jx ^ jy ^ jz) & mask)
    for k in range(np.uint64(count)):
        _, fx = cell_of(x[o + k], resolution)
        _, fy = cell_of(y[o + k], resolution)
        _, fz = cell_of(z[o + k], resolution)
        gx, gy, gz = one - fx, one - fy, one - fz
        weight[k] = gx * (gy * gz)
        weight[ROW1 + k] = fx * (gy * gz)
        weight[ROW2 + k] = gx * (fy * gz)
        weight[ROW3 + k] = fx * (fy * gz)
        weight[ROW4 + k] = gx * (gy * fz)
        weight[ROW5 + k] = fx * (gy * fz)
        weight[ROW6 + k] = gx * (fy * fz)
        weight[ROW7 + k] = fx * (fy * fz)


@kernel(fastmath=FASTMATH)
def gather(table, index, weight, count, first, second, start):
    """Interpolated features of a tile, into places start to start + count - 1 of `first` and `second`."""
    o = np.uint64(start)
    zero = np.float32(0.0)
    for k in range(np.uint64(count)):
        # Two sums, or every addition would wait for the one before.
        low, high = pair_of(zero, zero), pair_of(zero, zero)
        for i in range(np.uint64(4)):
            j = i * ROW2 + k
            low = pair_add_scaled(low, weight[j], pair_load(table, np.uint64(index[j])))
            high = pair_add_scaled(high, weight[j + ROW1], pair_load(table, np.uint64(index[j + ROW1])))
        first[o + k], second[o + k] = pair_split(pair_add_scaled(low, np.float32(1.0), high))


@kernel(fastmath=FASTMATH)
def gather_rows(table, index, weight, count, out, step, place):
    """As `gather`, a sample a row: sample k's pair becomes row `k * step + place` of out [rows, 2]."""
    zero = np.float32(0.0)
    stride, at = np.uint64(step), np.uint64(place)
    for k in range(np.uint64(count)):
        low, high = pair_of(zero, zero), pair_of(zero, zero)
        for i in range(np.uint64(4)):
            j = i * ROW2 + k
            low = pair_add_scaled(low, weight[j], pair_load(table, np.uint64(index[j])))
            high = pair_add_scaled(high, weight[j + ROW1], pair_load(table, np.uint64(index[j + ROW1])))
        pair_store(out, k * stride + at, pair_add_scaled(low, np.float32(1.0), high))


@kernel(fastmath=FASTMATH)
def scatter(table, index, weight, count, first, second, start):
    """Adds the gradients `first` and `second` of a tile's features to the entries that they came from."""
    o = np.uint64(start)
    for k in range(np.uint64(count)):
        both = pair_of(first[o + k], second[o + k])
        for i in range(np.uint64(8)):
            entry = np.uint64(index[i * ROW1 + k])
            pair_store(table, entry, pair_add_scaled(pair_load(table, entry), weight[i * ROW1 + k], both))


@kernel(fastmath=FASTMATH)
def slope(table, index, scratch, x, y, z, start, count, resolution, first, second, at, out):
    """Adds a level's gradient to positions into out [3, N]; the features' gradients begin at place `at`."""
    one = np.float32(1.0)
    o, p = np.uint64(start), np.uint64(at)
    for k in range(np.uint64(count)):
        both = pair_of(first[p + k], second[p + k])
        for i in range(np.uint64(8)):
            scratch[i * ROW1 + k] = pair_dot(pair_load(table, np.uint64(index[i * ROW1 + k])), both)
    scale = np.float32(resolution)
    for k in range(np.uint64(count)):
        _, fx = cell_of(x[o + k], resolution)
        _, fy = cell_of(y[o + k], resolution)
        _, fz = cell_of(z[o + k], resolution)
        gx, gy, gz = one - fx, one - fy, one - fz
        v0, v1, v2, v3 = scratch[k], scratch[ROW1 + k], scratch[ROW2 + k], scratch[ROW3 + k]
        v4, v5 = scratch[ROW4 + k], scratch[ROW5 + k]
        v6, v7 = scratch[ROW6 + k], scratch[ROW7 + k]
        along_x = gy * gz * (v1 - v0) + fy * gz * (v3 - v2) + gy * fz * (v5 - v4) + fy * fz * (v7 - v6)
        along_y = gx * gz * (v2 - v0) + fx * gz * (v3 - v1) + gx * fz * (v6 - v4) + fx * fz * (v7 - v5)
        along_z = gx * gy * (v4 - v0) + fx * gy * (v5 - v1) + gx * fy * (v6 - v2) + fx * fy * (v7 - v3)
        out[0, o + k] += scale * along_x
        out[1, o + k] += scale * along_y
        out[2, o + k] += scale * along_z


@kernel(parallel=True, fastmath=FASTMATH)
def _forward(x, table, resolutions, offsets, dense, mask, block, out):
    n = x.shape[1]
    for part in numba.prange((n + block - 1) // block):
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        stop = min((part + 1) * block, n)
        for level in range(resolutions.shape[0]):
            r, o, d = resolutions[level], offsets[level], dense[level]
            for start in range(part * block, stop, TILE):
                count = min(TILE, stop - start)
                prepare(x[0], x[1], x[2], start, count, r, o, d, mask, index, weight)
                gather(table, index, weight, count, out[2 * level], out[2 * level + 1], start)


@kernel(parallel=True, fastmath=FASTMATH)
def _backward_table(x, grad, resolutions, offsets, dense, mask, order, out):
    n = x.shape[1]
    for slot in numba.prange(order.shape[0]):
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        level = order[slot]
        r, o, d = resolutions[level], offsets[level], dense[level]
        for start in range(0, n, TILE):
            count = min(TILE, n - start)
            prepare(x[0], x[1], x[2], start, count, r, o, d, mask, index, weight)
            scatter(out, index, weight, count, grad[2 * level], grad[2 * level + 1], start)


@kernel(parallel=True, fastmath=FASTMATH)
def _backward_x(x, table, grad, resolutions, offsets, dense, mask, block, out):
    n = x.shape[1]
    for part in numba.prange((n + block - 1) // block):
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        stop = min((part + 1) * block, n)
        for level in range(resolutions.shape[0]):
            r, o, d = resolutions[level], offsets[level], dense[level]
            first, second = grad[2 * level], grad[2 * level + 1]
            for start in range(part * block, stop, TILE):
                count = min(TILE, stop - start)
                prepare(x[0], x[1], x[2], start, count, r, o, d, mask, index, weight)
                slope(table, index, weight, x[0], x[1], x[2], start, count, r, first, second, start, out)


def layout_arrays(layout: HashLayout) -> tuple[Any, Any, Any, Any]:
    """The layout as arrays: resolutions, offsets, dense, mask."""
    return (
        np.array(layout.resolutions, np.int32),
        np.array(layout.offsets[:-1], np.int64),
        np.array(layout.dense, np.bool_),
        np.uint32((1 << layout.log2_table) - 1),
    )


def level_order(layout: HashLayout) -> np.ndarray:
    """Every second level and then the others, so that two threads get coarse and fine ones alike."""
    levels = np.arange(layout.levels)
    return np.concatenate([levels[0::2], levels[1::2]])


def samples_a_level(layout: HashLayout) -> int:
    """How many samples to work through before the next level: more where a level's entries fill the second cache."""
    return BLOCK if layout.log2_table <= 16 else BLOCK_LARGE


def zeros_like_table(table: Tensor) -> Tensor:
    """Zeros [entries, 2]. NumPy asks for huge pages, which for large tables is several times cheaper than torch's."""
    return torch.from_numpy(np.zeros(tuple(table.shape), np.float32))


class _Encode(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, table, layout):
        positions = columns(x)
        out = torch.empty(layout.width, x.shape[0])
        prepare_kernel()
        arrays = layout_arrays(layout)
        _forward(positions.numpy(), table.detach().numpy(), *arrays, samples_a_level(layout), out.numpy())
        ctx.save_for_backward(positions, table)
        ctx.layout = layout
        return out.T

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        positions, table = ctx.saved_tensors
        grads = grad.T.contiguous().numpy()
        prepare_kernel()
        grad_x = grad_table = None
        arrays = layout_arrays(ctx.layout)
        if ctx.needs_input_grad[0]:
            slopes = torch.zeros_like(positions)
            block = samples_a_level(ctx.layout)
            _backward_x(positions.numpy(), table.detach().numpy(), grads, *arrays, block, slopes.numpy())
            # The definition clamps to the unit cube, so nothing moves a point that is outside it.
            grad_x = torch.where((positions >= 0) & (positions <= 1), slopes, 0.0).T
        if ctx.needs_input_grad[1]:
            grad_table = zeros_like_table(table)
            _backward_table(positions.numpy(), grads, *arrays, level_order(ctx.layout), grad_table.numpy())
        return grad_x, grad_table, None


def encode(
    x: Float32[Tensor, "n 3"], table: Float32[Tensor, "entries f"], layout: HashLayout
) -> Float32[Tensor, "n c"]:
    """`bozzetto.nerf.hashgrid.encode`, compiled; differentiable once, in `table` and in `x`.

    Args:
        x: float32 [N, 3] in [0, 1].
        table: float32 [entries, 2].
        layout: the table's layout.

    Returns:
        [N, L * 2], one column after the other in memory.

    Raises:
        ValueError: a shape or a type is wrong, a position is not finite, or there are not two features an entry.
    """
    check_encode(x, table, layout)
    check_compiled(layout, x=x, table=table)
    encoded: Tensor = _Encode.apply(x, table, layout)
    return encoded


def check_compiled(layout: HashLayout, **tensors: Tensor) -> None:
    """Raise ValueError unless there are two features an entry and every tensor is float32 on the CPU."""
    if layout.features != 2:
        raise ValueError(f"features: expected 2 for the compiled encoding, got {layout.features}; use backend 'torch'")
    for name, tensor in tensors.items():
        if tensor.dtype != torch.float32 or tensor.device.type != "cpu":
            raise ValueError(
                f"{name}: expected float32 on the CPU for the compiled kernels, got {tensor.dtype} on {tensor.device}; "
                "use backend 'torch'"
            )

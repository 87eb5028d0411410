"""Hash encoding, compiled: two features an entry, float32 (`nerf.hashgrid` is the definition).

The gradient to the table is summed level by level, one thread a level, over samples in their order: no two threads add
to the same entry, so the result does not depend on the number of threads.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from nerf.hashgrid import PRIMES, HashLayout, check_encode
from nerf.kernels.threads import use_torch_threads

TILE = 512
PRIME_Y = np.uint32(PRIMES[1])
PRIME_Z = np.uint32(PRIMES[2])


@numba.njit(inline="always")
def cell_of(u, resolution):
    """Cell along one axis and the place inside it."""
    scaled = min(max(u, np.float32(0.0)), np.float32(1.0)) * np.float32(resolution)
    cell = min(np.int32(scaled), np.int32(resolution - 1))
    return cell, scaled - np.float32(cell)


@numba.njit(inline="always")
def corners(cx, cy, cz, side, dense, mask, offset):
    """Table entries of a cell's eight corners; corner i is at (i & 1, i >> 1 & 1, i >> 2)."""
    if dense:
        i0 = np.int64(offset) + cx + side * (cy + side * cz)
        i2 = i0 + side
        i4 = i0 + side * side
        i6 = i4 + side
        return i0, i0 + 1, i2, i2 + 1, i4, i4 + 1, i6, i6 + 1
    hx, jx = np.uint32(cx), np.uint32(cx + 1)
    hy = np.uint32(cy) * PRIME_Y
    jy = hy + PRIME_Y
    hz = np.uint32(cz) * PRIME_Z
    jz = hz + PRIME_Z
    o = np.int64(offset)
    return (
        o + np.int64((hx ^ hy ^ hz) & mask),
        o + np.int64((jx ^ hy ^ hz) & mask),
        o + np.int64((hx ^ jy ^ hz) & mask),
        o + np.int64((jx ^ jy ^ hz) & mask),
        o + np.int64((hx ^ hy ^ jz) & mask),
        o + np.int64((jx ^ hy ^ jz) & mask),
        o + np.int64((hx ^ jy ^ jz) & mask),
        o + np.int64((jx ^ jy ^ jz) & mask),
    )


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _forward(x, table, resolutions, offsets, dense, mask, out):
    n = x.shape[0]
    levels = resolutions.shape[0]
    one = np.float32(1.0)
    for tile in numba.prange((n + TILE - 1) // TILE):
        start = tile * TILE
        stop = min(start + TILE, n)
        for level in range(levels):
            resolution = resolutions[level]
            side = np.int64(resolution + 1)
            offset = offsets[level]
            is_dense = dense[level]
            for s in range(start, stop):
                cx, fx = cell_of(x[s, 0], resolution)
                cy, fy = cell_of(x[s, 1], resolution)
                cz, fz = cell_of(x[s, 2], resolution)
                i0, i1, i2, i3, i4, i5, i6, i7 = corners(cx, cy, cz, side, is_dense, mask, offset)
                gx, gy, gz = one - fx, one - fy, one - fz
                a, b, c, d = gy * gz, fy * gz, gy * fz, fy * fz
                for f in range(2):
                    out[s, 2 * level + f] = (
                        a * (gx * table[i0, f] + fx * table[i1, f])
                        + b * (gx * table[i2, f] + fx * table[i3, f])
                        + c * (gx * table[i4, f] + fx * table[i5, f])
                        + d * (gx * table[i6, f] + fx * table[i7, f])
                    )


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _backward_table(x, grad, resolutions, offsets, dense, mask, order, out):
    n = x.shape[0]
    one = np.float32(1.0)
    for slot in numba.prange(order.shape[0]):
        level = order[slot]
        resolution = resolutions[level]
        side = np.int64(resolution + 1)
        offset = offsets[level]
        is_dense = dense[level]
        for s in range(n):
            g0, g1 = grad[s, 2 * level], grad[s, 2 * level + 1]
            cx, fx = cell_of(x[s, 0], resolution)
            cy, fy = cell_of(x[s, 1], resolution)
            cz, fz = cell_of(x[s, 2], resolution)
            i0, i1, i2, i3, i4, i5, i6, i7 = corners(cx, cy, cz, side, is_dense, mask, offset)
            gx, gy, gz = one - fx, one - fy, one - fz
            a, b, c, d = gy * gz, fy * gz, gy * fz, fy * fz
            out[i0, 0] += a * gx * g0
            out[i0, 1] += a * gx * g1
            out[i1, 0] += a * fx * g0
            out[i1, 1] += a * fx * g1
            out[i2, 0] += b * gx * g0
            out[i2, 1] += b * gx * g1
            out[i3, 0] += b * fx * g0
            out[i3, 1] += b * fx * g1
            out[i4, 0] += c * gx * g0
            out[i4, 1] += c * gx * g1
            out[i5, 0] += c * fx * g0
            out[i5, 1] += c * fx * g1
            out[i6, 0] += d * gx * g0
            out[i6, 1] += d * gx * g1
            out[i7, 0] += d * fx * g0
            out[i7, 1] += d * fx * g1


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _backward_x(x, table, grad, resolutions, offsets, dense, mask, out):
    n = x.shape[0]
    levels = resolutions.shape[0]
    one = np.float32(1.0)
    for tile in numba.prange((n + TILE - 1) // TILE):
        start = tile * TILE
        stop = min(start + TILE, n)
        for level in range(levels):
            resolution = resolutions[level]
            side = np.int64(resolution + 1)
            offset = offsets[level]
            is_dense = dense[level]
            for s in range(start, stop):
                cx, fx = cell_of(x[s, 0], resolution)
                cy, fy = cell_of(x[s, 1], resolution)
                cz, fz = cell_of(x[s, 2], resolution)
                i0, i1, i2, i3, i4, i5, i6, i7 = corners(cx, cy, cz, side, is_dense, mask, offset)
                gx, gy, gz = one - fx, one - fy, one - fz
                for f in range(2):
                    g = grad[s, 2 * level + f] * np.float32(resolution)
                    v0, v1, v2, v3 = table[i0, f], table[i1, f], table[i2, f], table[i3, f]
                    v4, v5, v6, v7 = table[i4, f], table[i5, f], table[i6, f], table[i7, f]
                    out[s, 0] += g * (
                        gy * gz * (v1 - v0) + fy * gz * (v3 - v2) + gy * fz * (v5 - v4) + fy * fz * (v7 - v6)
                    )
                    out[s, 1] += g * (
                        gx * gz * (v2 - v0) + fx * gz * (v3 - v1) + gx * fz * (v6 - v4) + fx * fz * (v7 - v5)
                    )
                    out[s, 2] += g * (
                        gx * gy * (v4 - v0) + fx * gy * (v5 - v1) + gx * fy * (v6 - v2) + fx * fy * (v7 - v3)
                    )


def layout_arrays(layout: HashLayout) -> tuple[Any, ...]:
    """The layout as arrays: resolutions, offsets, dense, mask."""
    return (
        np.array(layout.resolutions, np.int32),
        np.array(layout.offsets[:-1], np.int64),
        np.array(layout.dense, np.bool_),
        np.uint32((1 << layout.log2_table) - 1),
    )


class _Encode(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, table, layout):
        x = x.contiguous()
        out = torch.empty(x.shape[0], layout.width)
        use_torch_threads()
        resolutions, offsets, dense, mask = layout_arrays(layout)
        _forward(x.detach().numpy(), table.detach().numpy(), resolutions, offsets, dense, mask, out.numpy())
        ctx.save_for_backward(x, table)
        ctx.layout = layout
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        x, table = ctx.saved_tensors
        resolutions, offsets, dense, mask = layout_arrays(ctx.layout)
        positions, grads = x.detach().numpy(), grad.contiguous().numpy()
        use_torch_threads()
        grad_x = grad_table = None
        if ctx.needs_input_grad[0]:
            grad_x = torch.zeros_like(x)
            entries = table.detach().numpy()
            _backward_x(positions, entries, grads, resolutions, offsets, dense, mask, grad_x.numpy())
            # The definition clamps to the unit cube, so nothing moves a point that is outside it.
            grad_x = torch.where((x >= 0) & (x <= 1), grad_x, 0.0)
        if ctx.needs_input_grad[1]:
            grad_table = torch.zeros_like(table)
            levels = np.arange(ctx.layout.levels)
            order = np.concatenate([levels[0::2], levels[1::2]])
            _backward_table(positions, grads, resolutions, offsets, dense, mask, order, grad_table.numpy())
        return grad_x, grad_table, None


def encode(x: Tensor, table: Tensor, layout: HashLayout) -> Tensor:
    """`nerf.hashgrid.encode`, compiled; differentiable once, in `table` and in `x`.

    Args:
        x: float32 [N, 3] in [0, 1].
        table: float32 [entries, 2].
        layout: the table's layout.

    Returns:
        [N, L * 2].

    Raises:
        ValueError: a shape is wrong, or there are not two features an entry.
    """
    check_encode(x, table, layout)
    if layout.features != 2:
        raise ValueError(f"features: expected 2 for the compiled encoding, got {layout.features}; use backend 'torch'")
    return _Encode.apply(x, table, layout)

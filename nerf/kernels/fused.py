"""Hash encoding and MLP in one pass, compiled (`bozzetto.nerf.network.network` is the definition).

Samples are taken `TILE` at a time, with one row a feature, so that every inner loop runs over samples and fills the
vector unit; a tile's activations stay in the first two caches. The encoding is kept for the backward pass and the
hidden layers are computed again there, which is cheaper than the page faults of storing them. Gradients of the weights
are summed over `CHUNKS` fixed parts of the batch and then part after part, so they do not depend on the number of
threads.
"""

from __future__ import annotations

from collections.abc import Sequence

import numba
import numpy as np
import torch
from jaxtyping import Float32
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.nerf.hashgrid import HashLayout, check_encode
from bozzetto.nerf.kernels.encoding import (
    TILE,
    check_compiled,
    columns,
    gather,
    layout_arrays,
    level_order,
    prepare,
    scatter,
    slope,
    zeros_like_table,
)
from bozzetto.nerf.kernels.pairs import FASTMATH
from bozzetto.nerf.kernels.threads import use_torch_threads

GROUP = 16
"""Tiles that are encoded level by level before the network sees them, so that a level's entries stay near."""
CHUNKS = 16
OUT = 4
# Unsigned, so that numba does not test each index for wrapping round, which would keep LLVM from vectorising.
STRIDE = np.uint64(TILE)


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _linear(w, x, out):
    """out [rows, TILE] += w [rows, cols] @ x [cols, TILE]; rows and cols are multiples of 4."""
    for j in range(0, w.shape[0], 4):
        for i in range(0, w.shape[1], 4):
            a0, a1, a2, a3 = w[j, i], w[j, i + 1], w[j, i + 2], w[j, i + 3]
            b0, b1, b2, b3 = w[j + 1, i], w[j + 1, i + 1], w[j + 1, i + 2], w[j + 1, i + 3]
            c0, c1, c2, c3 = w[j + 2, i], w[j + 2, i + 1], w[j + 2, i + 2], w[j + 2, i + 3]
            d0, d1, d2, d3 = w[j + 3, i], w[j + 3, i + 1], w[j + 3, i + 2], w[j + 3, i + 3]
            o0, p0 = np.uint64(j) * STRIDE, np.uint64(i) * STRIDE
            o1, o2, o3 = o0 + STRIDE, o0 + STRIDE + STRIDE, o0 + STRIDE + STRIDE + STRIDE
            p1, p2, p3 = p0 + STRIDE, p0 + STRIDE + STRIDE, p0 + STRIDE + STRIDE + STRIDE
            for s in range(STRIDE):
                x0, x1, x2, x3 = x[p0 + s], x[p1 + s], x[p2 + s], x[p3 + s]
                out[o0 + s] += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3
                out[o1 + s] += b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3
                out[o2 + s] += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3
                out[o3 + s] += d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _outer(y, x, out):
    """out [rows, cols] += y [rows, TILE] @ x [cols, TILE]^T; rows and cols are multiples of 4."""
    zero = np.float32(0.0)
    for j in range(0, out.shape[0], 4):
        for i in range(0, out.shape[1], 4):
            a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = zero
            c0 = c1 = c2 = c3 = d0 = d1 = d2 = d3 = zero
            o0, p0 = np.uint64(j) * STRIDE, np.uint64(i) * STRIDE
            o1, o2, o3 = o0 + STRIDE, o0 + STRIDE + STRIDE, o0 + STRIDE + STRIDE + STRIDE
            p1, p2, p3 = p0 + STRIDE, p0 + STRIDE + STRIDE, p0 + STRIDE + STRIDE + STRIDE
            for s in range(STRIDE):
                x0, x1, x2, x3 = x[p0 + s], x[p1 + s], x[p2 + s], x[p3 + s]
                y0, y1, y2, y3 = y[o0 + s], y[o1 + s], y[o2 + s], y[o3 + s]
                a0 += y0 * x0
                a1 += y0 * x1
                a2 += y0 * x2
                a3 += y0 * x3
                b0 += y1 * x0
                b1 += y1 * x1
                b2 += y1 * x2
                b3 += y1 * x3
                c0 += y2 * x0
                c1 += y2 * x1
                c2 += y2 * x2
                c3 += y2 * x3
                d0 += y3 * x0
                d1 += y3 * x1
                d2 += y3 * x2
                d3 += y3 * x3
            out[j, i] += a0
            out[j, i + 1] += a1
            out[j, i + 2] += a2
            out[j, i + 3] += a3
            out[j + 1, i] += b0
            out[j + 1, i + 1] += b1
            out[j + 1, i + 2] += b2
            out[j + 1, i + 3] += b3
            out[j + 2, i] += c0
            out[j + 2, i + 1] += c1
            out[j + 2, i + 2] += c2
            out[j + 2, i + 3] += c3
            out[j + 3, i] += d0
            out[j + 3, i + 1] += d1
            out[j + 3, i + 2] += d2
            out[j + 3, i + 3] += d3


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _fill_bias(bias, out):
    for j in range(bias.shape[0]):
        out[j * TILE : (j + 1) * TILE] = bias[j]


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _relu(h):
    zero = np.float32(0.0)
    for i in range(h.shape[0]):
        h[i] = max(h[i], zero)


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _mask(h, grad):
    zero = np.float32(0.0)
    for i in range(h.shape[0]):
        grad[i] = grad[i] if h[i] > zero else zero


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _row_sums(y, out):
    for j in range(out.shape[0]):
        out[j] += y[j * TILE : (j + 1) * TILE].sum()


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _encode_tiles(x, first, last, table, resolutions, offsets, dense, mask, index, weight, out):
    """Encodes tiles first to last - 1 into the rows of out, from row 0; what no sample fills is left."""
    n = x.shape[1]
    for level in range(resolutions.shape[0]):
        r, o, d = resolutions[level], offsets[level], dense[level]
        low, high = 2 * level * TILE, (2 * level + 1) * TILE
        for tile in range(first, last):
            row = out[tile - first]
            count = min(TILE, n - tile * TILE)
            prepare(x[0], x[1], x[2], tile * TILE, count, r, o, d, mask, index, weight)
            gather(table, index, weight, count, row[low:high], row[high : high + TILE], 0)


@numba.njit(fastmath=FASTMATH, nogil=True, cache=True)
def _hidden(encoded, w_in, w_hidden, biases, h):
    """All hidden layers of one tile into h [layers, hidden * TILE]."""
    _fill_bias(biases[0], h[0])
    _linear(w_in, encoded, h[0])
    _relu(h[0])
    for layer in range(w_hidden.shape[0]):
        _fill_bias(biases[layer + 1], h[layer + 1])
        _linear(w_hidden[layer], h[layer], h[layer + 1])
        _relu(h[layer + 1])


@numba.njit(parallel=True, fastmath=FASTMATH, nogil=True, cache=True)
def _forward(x, table, resolutions, offsets, dense, mask, w_in, w_hidden, w_out, biases, bias_out, keep, encoded, out):
    n = x.shape[1]
    hidden = w_in.shape[0]
    deep = w_hidden.shape[0]
    tiles = (n + TILE - 1) // TILE
    for chunk in numba.prange(CHUNKS):
        h = np.empty((deep + 1, hidden * TILE), np.float32)
        y = np.empty(OUT * TILE, np.float32)
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        scratch = np.zeros((0 if keep else GROUP, w_in.shape[1] * TILE), np.float32)
        stop = (chunk + 1) * tiles // CHUNKS
        for first in range(chunk * tiles // CHUNKS, stop, GROUP):
            last = min(first + GROUP, stop)
            e = encoded[first:last] if keep else scratch
            _encode_tiles(x, first, last, table, resolutions, offsets, dense, mask, index, weight, e)
            for tile in range(first, last):
                start = tile * TILE
                count = min(TILE, n - start)
                row = e[tile - first]
                if keep:
                    # What no sample fills would reach the weights' gradients as 0 * NaN.
                    row[2 * resolutions.shape[0] * TILE :] = 0
                    if count < TILE:
                        for c in range(2 * resolutions.shape[0]):
                            row[c * TILE + count : (c + 1) * TILE] = 0
                _hidden(row, w_in, w_hidden, biases, h)
                _fill_bias(bias_out, y)
                _linear(w_out, h[deep], y)
                for c in range(OUT):
                    out[c, start : start + count] = y[c * TILE : c * TILE + count]


@numba.njit(parallel=True, fastmath=FASTMATH, nogil=True, cache=True)
def _backward_network(
    encoded,
    grad_out,
    w_in,
    w_hidden,
    biases,
    w_in_t,
    w_hidden_t,
    w_out_t,
    g_in,
    g_hidden,
    g_out,
    g_biases,
    g_bias_out,
):
    """Gradients of the weights, a part of the batch each; the encoding's own takes the place of the encoding."""
    n = grad_out.shape[1]
    hidden = w_in.shape[0]
    deep = w_hidden.shape[0]
    tiles = (n + TILE - 1) // TILE
    for chunk in numba.prange(CHUNKS):
        h = np.empty((deep + 1, hidden * TILE), np.float32)
        gh = np.empty((deep + 1, hidden * TILE), np.float32)
        gy = np.empty(OUT * TILE, np.float32)
        for tile in range(chunk * tiles // CHUNKS, (chunk + 1) * tiles // CHUNKS):
            start = tile * TILE
            count = min(TILE, n - start)
            _hidden(encoded[tile], w_in, w_hidden, biases, h)
            if count < TILE:
                gy[:] = 0
            for c in range(OUT):
                gy[c * TILE : c * TILE + count] = grad_out[c, start : start + count]
            _outer(gy, h[deep], g_out[chunk])
            _row_sums(gy, g_bias_out[chunk])
            gh[deep][:] = 0
            _linear(w_out_t, gy, gh[deep])
            _mask(h[deep], gh[deep])
            for back in range(deep):
                layer = deep - 1 - back
                _outer(gh[layer + 1], h[layer], g_hidden[chunk, layer])
                _row_sums(gh[layer + 1], g_biases[chunk, layer + 1])
                gh[layer][:] = 0
                _linear(w_hidden_t[layer], gh[layer + 1], gh[layer])
                _mask(h[layer], gh[layer])
            _outer(gh[0], encoded[tile], g_in[chunk])
            _row_sums(gh[0], g_biases[chunk, 0])
            encoded[tile][:] = 0
            _linear(w_in_t, gh[0], encoded[tile])


@numba.njit(parallel=True, fastmath=FASTMATH, nogil=True, cache=True)
def _backward_table(x, grad_encoded, resolutions, offsets, dense, mask, order, out):
    """The encoding's gradient, a level a thread."""
    n = x.shape[1]
    for slot in numba.prange(order.shape[0]):
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        level = order[slot]
        r, o, d = resolutions[level], offsets[level], dense[level]
        low, high = 2 * level * TILE, (2 * level + 1) * TILE
        for tile in range(grad_encoded.shape[0]):
            count = min(TILE, n - tile * TILE)
            row = grad_encoded[tile]
            prepare(x[0], x[1], x[2], tile * TILE, count, r, o, d, mask, index, weight)
            scatter(out, index, weight, count, row[low:high], row[high : high + TILE], 0)


@numba.njit(parallel=True, fastmath=FASTMATH, nogil=True, cache=True)
def _gradient(
    x, table, resolutions, offsets, dense, mask, w_in, w_hidden, w_out, biases, bias_out, w_in_t, w_hidden_t, out
):
    """The network's first output, and below it that output's gradient to positions."""
    n = x.shape[1]
    hidden = w_in.shape[0]
    deep = w_hidden.shape[0]
    tiles = (n + TILE - 1) // TILE
    groups = (tiles + GROUP - 1) // GROUP
    for group in numba.prange(groups):
        h = np.empty((deep + 1, hidden * TILE), np.float32)
        gh = np.empty((2, hidden * TILE), np.float32)
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        first = group * GROUP
        last = min(first + GROUP, tiles)
        e = np.zeros((last - first, w_in.shape[1] * TILE), np.float32)
        _encode_tiles(x, first, last, table, resolutions, offsets, dense, mask, index, weight, e)
        for tile in range(first, last):
            row = e[tile - first]
            start = tile * TILE
            count = min(TILE, n - start)
            _hidden(row, w_in, w_hidden, biases, h)
            value = np.full(TILE, bias_out[0], np.float32)
            for j in range(hidden):
                value += w_out[0, j] * h[deep, j * TILE : (j + 1) * TILE]
            out[0, start : start + count] = value[:count]
            _fill_bias(w_out[0], gh[0])
            _mask(h[deep], gh[0])
            for back in range(deep):
                layer = deep - 1 - back
                gh[1][:] = 0
                _linear(w_hidden_t[layer], gh[0], gh[1])
                _mask(h[layer], gh[1])
                gh[0][:] = gh[1]
            row[:] = 0
            _linear(w_in_t, gh[0], row)
        for level in range(resolutions.shape[0]):
            r, o, d = resolutions[level], offsets[level], dense[level]
            low, high = 2 * level * TILE, (2 * level + 1) * TILE
            for tile in range(first, last):
                row = e[tile - first]
                start = tile * TILE
                count = min(TILE, n - start)
                prepare(x[0], x[1], x[2], start, count, r, o, d, mask, index, weight)
                one, two = row[low:high], row[high : high + TILE]
                slope(table, index, weight, x[0], x[1], x[2], start, count, r, one, two, 0, out[1:])


def _stacked(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> tuple[np.ndarray, ...]:
    """Input weights padded to a multiple of 4 columns, hidden weights [layers - 1, H, H], output weights, biases."""
    arrays = [w.detach().numpy() for w in weights]
    hidden, fan_in = arrays[0].shape
    w_in = np.zeros((hidden, (fan_in + 3) // 4 * 4), np.float32)
    w_in[:, :fan_in] = arrays[0]
    w_hidden = np.stack(arrays[1:-1]) if len(arrays) > 2 else np.zeros((0, hidden, hidden), np.float32)
    stacked = np.stack([b.detach().numpy() for b in biases[:-1]])
    return w_in, w_hidden, np.ascontiguousarray(arrays[-1]), stacked, biases[-1].detach().numpy()


class _Network(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, table, layout, keep, *parameters):
        layers = len(parameters) // 2
        w_in, w_hidden, w_out, biases, bias_out = _stacked(parameters[:layers], parameters[layers:])
        positions = columns(x)
        n = x.shape[0]
        out = torch.empty(OUT, n)  # a row an output: what follows works on one output at a time
        encoded = torch.empty((n + TILE - 1) // TILE if keep else 0, w_in.shape[1] * TILE)
        use_torch_threads()
        _forward(
            positions.numpy(),
            table.detach().numpy(),
            *layout_arrays(layout),
            w_in,
            w_hidden,
            w_out,
            biases,
            bias_out,
            keep,
            encoded.numpy(),
            out.numpy(),
        )
        ctx.save_for_backward(positions, encoded, table, *parameters)
        ctx.layout = layout
        return out.T

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        positions, encoded, table, *parameters = ctx.saved_tensors
        layers = len(parameters) // 2
        w_in, w_hidden, w_out, biases, _ = _stacked(parameters[:layers], parameters[layers:])
        hidden, deep = w_in.shape[0], w_hidden.shape[0]
        g_in = np.zeros((CHUNKS, *w_in.shape), np.float32)
        g_hidden = np.zeros((CHUNKS, deep, hidden, hidden), np.float32)
        g_out = np.zeros((CHUNKS, *w_out.shape), np.float32)
        g_biases = np.zeros((CHUNKS, *biases.shape), np.float32)
        g_bias_out = np.zeros((CHUNKS, OUT), np.float32)
        use_torch_threads()
        _backward_network(
            encoded.numpy(),
            grad.T.contiguous().numpy(),
            w_in,
            w_hidden,
            biases,
            np.ascontiguousarray(w_in.T),
            np.ascontiguousarray(w_hidden.transpose(0, 2, 1)),
            np.ascontiguousarray(w_out.T),
            g_in,
            g_hidden,
            g_out,
            g_biases,
            g_bias_out,
        )
        grad_table = zeros_like_table(table)
        _backward_table(
            positions.numpy(),
            encoded.numpy(),
            *layout_arrays(ctx.layout),
            level_order(ctx.layout),
            grad_table.numpy(),
        )
        g_weights = [g_in.sum(0)[:, : ctx.layout.width], *g_hidden.sum(0), g_out.sum(0)]
        g_all = [*g_weights, *g_biases.sum(0), g_bias_out.sum(0)]
        return None, grad_table, None, None, *[torch.from_numpy(np.ascontiguousarray(g)) for g in g_all]


def _check(x: Tensor, table: Tensor, weights: Sequence[Tensor], layout: HashLayout) -> None:
    """Raise ValueError unless the kernels can take this."""
    check_encode(x, table, layout)
    check_compiled(layout, x=x, table=table)
    if weights[0].shape[0] % 4 or weights[-1].shape[0] != OUT or len(weights) < 2:
        raise ValueError(
            "weights: expected two layers or more, hidden a multiple of 4 and 4 outputs, got "
            f"{len(weights)}, {weights[0].shape[0]}, {weights[-1].shape[0]}"
        )


def network(
    x: Float32[Tensor, "n 3"],
    table: Float32[Tensor, "entries f"],
    weights: Sequence[Float32[Tensor, "_ _"]],
    biases: Sequence[Float32[Tensor, " _"]],
    layout: HashLayout,
) -> Float32[Tensor, "n 4"]:
    """`bozzetto.nerf.network.network`, compiled; differentiable once, in the table, weights and biases, not in x.

    Args:
        x: float32 [N, 3] in [0, 1].
        table: float32 [entries, 2].
        weights: [hidden, 2 L], any number of [hidden, hidden], [4, hidden]; hidden is a multiple of 4.
        biases: [hidden] ..., [4].
        layout: the table's layout.

    Returns:
        [N, 4].

    Raises:
        ValueError: a shape is wrong, there are not two features an entry, or x wants a gradient.
    """
    _check(x, table, weights, layout)
    if x.requires_grad:
        raise ValueError("x: expected no gradient, use encode and linear layers for one")
    keep = torch.is_grad_enabled() and any(p.requires_grad for p in (table, *weights, *biases))
    return _Network.apply(x, table, layout, keep, *weights, *biases)


@torch.no_grad()
def network_gradient(
    x: Float32[Tensor, "n 3"],
    table: Float32[Tensor, "entries f"],
    weights: Sequence[Float32[Tensor, "_ _"]],
    biases: Sequence[Float32[Tensor, " _"]],
    layout: HashLayout,
) -> tuple[Float32[Tensor, " n"], Float32[Tensor, "n 3"]]:
    """`bozzetto.nerf.network.network_gradient`, compiled: one pass, without autograd; not differentiable.

    Args:
        x: float32 [N, 3] in [0, 1].
        table: float32 [entries, 2].
        weights: as for `network`.
        biases: as for `network`.
        layout: the table's layout.

    Returns:
        The first output [N], and its gradient to x [N, 3].

    Raises:
        ValueError: a shape or a type is wrong, or a position is not finite.
    """
    _check(x, table, weights, layout)
    w_in, w_hidden, w_out, stacked, bias_out = _stacked(weights, biases)
    positions = columns(x)
    out = torch.zeros(4, x.shape[0])
    resolutions, offsets, dense, mask = layout_arrays(layout)
    use_torch_threads()
    _gradient(
        positions.numpy(),
        table.detach().numpy(),
        resolutions,
        offsets,
        dense,
        mask,
        w_in,
        w_hidden,
        w_out,
        stacked,
        bias_out,
        np.ascontiguousarray(w_in.T),
        np.ascontiguousarray(w_hidden.transpose(0, 2, 1)),
        out.numpy(),
    )
    # The definition clamps to the unit cube, so nothing moves a point that is outside it.
    return out[0], torch.where((positions >= 0) & (positions <= 1), out[1:], 0.0).T

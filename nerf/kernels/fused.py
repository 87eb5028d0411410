"""Hash encoding and MLP in one pass, compiled (`nerf.field.network` is the definition).

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
from torch import Tensor
from torch.autograd.function import once_differentiable

from nerf.hashgrid import HashLayout, check_encode
from nerf.kernels.encoding import cell_of, corners, layout_arrays
from nerf.kernels.threads import use_torch_threads

TILE = 128
CHUNKS = 16
OUT = 4
# Unsigned, so that numba does not test each index for wrapping round, which would keep LLVM from vectorising.
STRIDE = np.uint64(TILE)


@numba.njit(fastmath=True, nogil=True, cache=True)
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


@numba.njit(fastmath=True, nogil=True, cache=True)
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


@numba.njit(fastmath=True, nogil=True, cache=True)
def _fill_bias(bias, out):
    for j in range(bias.shape[0]):
        out[j * TILE : (j + 1) * TILE] = bias[j]


@numba.njit(fastmath=True, nogil=True, cache=True)
def _relu(h):
    zero = np.float32(0.0)
    for i in range(h.shape[0]):
        h[i] = max(h[i], zero)


@numba.njit(fastmath=True, nogil=True, cache=True)
def _mask(h, grad):
    zero = np.float32(0.0)
    for i in range(h.shape[0]):
        grad[i] = grad[i] if h[i] > zero else zero


@numba.njit(fastmath=True, nogil=True, cache=True)
def _row_sums(y, out):
    for j in range(out.shape[0]):
        out[j] += y[j * TILE : (j + 1) * TILE].sum()


@numba.njit(fastmath=True, nogil=True, cache=True)
def _encode_tile(x, start, count, table, resolutions, offsets, dense, mask, out):
    one = np.float32(1.0)
    for level in range(resolutions.shape[0]):
        resolution = resolutions[level]
        side = np.int64(resolution + 1)
        offset = offsets[level]
        is_dense = dense[level]
        o = 2 * level * TILE
        for s in range(count):
            cx, fx = cell_of(x[start + s, 0], resolution)
            cy, fy = cell_of(x[start + s, 1], resolution)
            cz, fz = cell_of(x[start + s, 2], resolution)
            i0, i1, i2, i3, i4, i5, i6, i7 = corners(cx, cy, cz, side, is_dense, mask, offset)
            gx, gy, gz = one - fx, one - fy, one - fz
            a, b, c, d = gy * gz, fy * gz, gy * fz, fy * fz
            out[o + s] = (
                a * (gx * table[i0, 0] + fx * table[i1, 0])
                + b * (gx * table[i2, 0] + fx * table[i3, 0])
                + c * (gx * table[i4, 0] + fx * table[i5, 0])
                + d * (gx * table[i6, 0] + fx * table[i7, 0])
            )
            out[o + TILE + s] = (
                a * (gx * table[i0, 1] + fx * table[i1, 1])
                + b * (gx * table[i2, 1] + fx * table[i3, 1])
                + c * (gx * table[i4, 1] + fx * table[i5, 1])
                + d * (gx * table[i6, 1] + fx * table[i7, 1])
            )


@numba.njit(fastmath=True, nogil=True, cache=True)
def _hidden(encoded, w_in, w_hidden, biases, h):
    """All hidden layers of one tile into h [layers, hidden * TILE]."""
    _fill_bias(biases[0], h[0])
    _linear(w_in, encoded, h[0])
    _relu(h[0])
    for layer in range(w_hidden.shape[0]):
        _fill_bias(biases[layer + 1], h[layer + 1])
        _linear(w_hidden[layer], h[layer], h[layer + 1])
        _relu(h[layer + 1])


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _forward(x, table, resolutions, offsets, dense, mask, w_in, w_hidden, w_out, biases, bias_out, keep, encoded, out):
    n = x.shape[0]
    hidden = w_in.shape[0]
    tiles = (n + TILE - 1) // TILE
    per_chunk = (tiles + CHUNKS - 1) // CHUNKS
    for chunk in numba.prange(CHUNKS):
        h = np.empty((w_hidden.shape[0] + 1, hidden * TILE), np.float32)
        y = np.empty(OUT * TILE, np.float32)
        scratch = np.zeros(w_in.shape[1] * TILE, np.float32)
        for tile in range(chunk * per_chunk, min((chunk + 1) * per_chunk, tiles)):
            start = tile * TILE
            count = min(TILE, n - start)
            e = encoded[tile] if keep else scratch
            _encode_tile(x, start, count, table, resolutions, offsets, dense, mask, e)
            if keep:
                # What no sample fills would reach the weights' gradients as 0 * NaN.
                e[2 * resolutions.shape[0] * TILE :] = 0
                for c in range(2 * resolutions.shape[0]):
                    e[c * TILE + count : (c + 1) * TILE] = 0
            _hidden(e, w_in, w_hidden, biases, h)
            _fill_bias(bias_out, y)
            _linear(w_out, h[w_hidden.shape[0]], y)
            for c in range(OUT):
                out[c, start : start + count] = y[c * TILE : c * TILE + count]


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _backward_network(
    encoded,
    grad_out,
    w_in,
    w_hidden,
    biases,
    w_in_t,
    w_hidden_t,
    w_out_t,
    grad_encoded,
    g_in,
    g_hidden,
    g_out,
    g_biases,
    g_bias_out,
):
    n = grad_out.shape[1]
    hidden = w_in.shape[0]
    deep = w_hidden.shape[0]
    tiles = (n + TILE - 1) // TILE
    per_chunk = (tiles + CHUNKS - 1) // CHUNKS
    for chunk in numba.prange(CHUNKS):
        h = np.empty((deep + 1, hidden * TILE), np.float32)
        gh = np.empty((deep + 1, hidden * TILE), np.float32)
        gy = np.empty(OUT * TILE, np.float32)
        for tile in range(chunk * per_chunk, min((chunk + 1) * per_chunk, tiles)):
            start = tile * TILE
            count = min(TILE, n - start)
            _hidden(encoded[tile], w_in, w_hidden, biases, h)
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
            grad_encoded[tile][:] = 0
            _linear(w_in_t, gh[0], grad_encoded[tile])


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _backward_table(x, grad_encoded, resolutions, offsets, dense, mask, order, out):
    """The encoding's gradient, a level a thread; runs of samples in one cell are summed before they touch the table."""
    n = x.shape[0]
    one, zero = np.float32(1.0), np.float32(0.0)
    for slot in numba.prange(order.shape[0]):
        level = order[slot]
        resolution = resolutions[level]
        side = np.int64(resolution + 1)
        offset = offsets[level]
        is_dense = dense[level]
        o = 2 * level * TILE
        run = np.zeros(16, np.float32)
        lx = ly = lz = np.int32(-1)
        i0 = i1 = i2 = i3 = i4 = i5 = i6 = i7 = np.int64(0)
        for start in range(0, n, TILE):
            grads = grad_encoded[start // TILE]
            for s in range(min(TILE, n - start)):
                g0, g1 = grads[o + s], grads[o + TILE + s]
                cx, fx = cell_of(x[start + s, 0], resolution)
                cy, fy = cell_of(x[start + s, 1], resolution)
                cz, fz = cell_of(x[start + s, 2], resolution)
                if cx != lx or cy != ly or cz != lz:
                    if lx >= 0:
                        for f in range(2):
                            out[i0, f] += run[f]
                            out[i1, f] += run[2 + f]
                            out[i2, f] += run[4 + f]
                            out[i3, f] += run[6 + f]
                            out[i4, f] += run[8 + f]
                            out[i5, f] += run[10 + f]
                            out[i6, f] += run[12 + f]
                            out[i7, f] += run[14 + f]
                    for i in range(16):
                        run[i] = zero
                    lx, ly, lz = cx, cy, cz
                    i0, i1, i2, i3, i4, i5, i6, i7 = corners(cx, cy, cz, side, is_dense, mask, offset)
                gx, gy, gz = one - fx, one - fy, one - fz
                a, b, c, d = gy * gz, fy * gz, gy * fz, fy * fz
                run[0] += a * gx * g0
                run[1] += a * gx * g1
                run[2] += a * fx * g0
                run[3] += a * fx * g1
                run[4] += b * gx * g0
                run[5] += b * gx * g1
                run[6] += b * fx * g0
                run[7] += b * fx * g1
                run[8] += c * gx * g0
                run[9] += c * gx * g1
                run[10] += c * fx * g0
                run[11] += c * fx * g1
                run[12] += d * gx * g0
                run[13] += d * gx * g1
                run[14] += d * fx * g0
                run[15] += d * fx * g1
        if lx >= 0:
            for f in range(2):
                out[i0, f] += run[f]
                out[i1, f] += run[2 + f]
                out[i2, f] += run[4 + f]
                out[i3, f] += run[6 + f]
                out[i4, f] += run[8 + f]
                out[i5, f] += run[10 + f]
                out[i6, f] += run[12 + f]
                out[i7, f] += run[14 + f]


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
        x = x.contiguous()
        n = x.shape[0]
        out = torch.empty(OUT, n)  # a row an output: what follows works on one output at a time
        tiles = (n + TILE - 1) // TILE if keep else 0
        encoded = torch.empty(tiles, w_in.shape[1] * TILE)
        resolutions, offsets, dense, mask = layout_arrays(layout)
        use_torch_threads()
        _forward(
            x.numpy(),
            table.detach().numpy(),
            resolutions,
            offsets,
            dense,
            mask,
            w_in,
            w_hidden,
            w_out,
            biases,
            bias_out,
            keep,
            encoded.numpy(),
            out.numpy(),
        )
        ctx.save_for_backward(x, encoded, table, *parameters)
        ctx.layout = layout
        return out.T

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        x, encoded, table, *parameters = ctx.saved_tensors
        layers = len(parameters) // 2
        w_in, w_hidden, w_out, biases, _ = _stacked(parameters[:layers], parameters[layers:])
        hidden, deep = w_in.shape[0], w_hidden.shape[0]
        g_in = np.zeros((CHUNKS, *w_in.shape), np.float32)
        g_hidden = np.zeros((CHUNKS, deep, hidden, hidden), np.float32)
        g_out = np.zeros((CHUNKS, *w_out.shape), np.float32)
        g_biases = np.zeros((CHUNKS, *biases.shape), np.float32)
        g_bias_out = np.zeros((CHUNKS, OUT), np.float32)
        grad_encoded = torch.empty_like(encoded)
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
            grad_encoded.numpy(),
            g_in,
            g_hidden,
            g_out,
            g_biases,
            g_bias_out,
        )
        grad_table = torch.zeros_like(table)
        resolutions, offsets, dense, mask = layout_arrays(ctx.layout)
        levels = np.arange(ctx.layout.levels)
        order = np.concatenate([levels[0::2], levels[1::2]])
        _backward_table(x.numpy(), grad_encoded.numpy(), resolutions, offsets, dense, mask, order, grad_table.numpy())
        g_weights = [g_in.sum(0)[:, : ctx.layout.width], *g_hidden.sum(0), g_out.sum(0)]
        g_all = [*g_weights, *g_biases.sum(0), g_bias_out.sum(0)]
        return None, grad_table, None, None, *[torch.from_numpy(np.ascontiguousarray(g)) for g in g_all]


def network(
    x: Tensor, table: Tensor, weights: Sequence[Tensor], biases: Sequence[Tensor], layout: HashLayout
) -> Tensor:
    """`nerf.field.network`, compiled; differentiable once, in the table, the weights and the biases, not in x.

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
    check_encode(x, table, layout)
    if layout.features != 2 or weights[0].shape[0] % 4 or weights[-1].shape[0] != OUT or len(weights) < 2:
        raise ValueError(
            "expected 2 features, hidden a multiple of 4 and 4 outputs, got "
            f"{layout.features}, {weights[0].shape[0]}, {weights[-1].shape[0]}"
        )
    if x.requires_grad:
        raise ValueError("x: expected no gradient, use encode and linear layers for one")
    keep = torch.is_grad_enabled() and any(p.requires_grad for p in (table, *weights, *biases))
    return _Network.apply(x, table, layout, keep, *weights, *biases)

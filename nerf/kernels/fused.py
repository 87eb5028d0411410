"""Hash encoding and MLP in one pass, compiled (`bozzetto.nerf.network.network` is the definition).

A tile of `TILE` samples is encoded level by level, then goes through the network `PART` samples at a time, so that all
activations of a part stay in the first two caches; there a sample is a row, and every product is one of
`bozzetto.simd`. Widths are padded with zeros to what those products take. The encoding is kept for the
backward pass and the hidden layers are computed again there, which is cheaper than the page faults of storing them.
Gradients of the weights are summed over `CHUNKS` fixed parts of the batch and then part after part, so they do not
depend on the number of threads.

The backward pass leaves out samples with next to no gradient, six in ten of them: those behind a surface, deep inside
it or far from it. A sample's gradient counts where it is `SMALL_SHARE` of the mean or more; what is left out is 2 parts
in 100,000 of all. What is below `NEGLIGIBLE` is left out in all cases: products of such numbers are denormal, which a
processor adds about a hundred times more slowly, and Adam's epsilon of 1e-15 makes nothing of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numba
import numpy as np
import torch
from jaxtyping import Float32
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.kernels import kernel
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import check_encode
from bozzetto.nerf.kernels.encoding import (
    TILE,
    check_compiled,
    columns,
    gather_rows,
    layout_arrays,
    level_order,
    prepare,
    scatter,
    slope,
    zeros_like_table,
)
from bozzetto.simd import FASTMATH, PAD, add_product
from bozzetto.threads import prepare_kernel

GROUP = 16
"""Tiles that are encoded level by level before the network sees them, so that a level's entries stay near."""
PART = 64
"""Samples that go through the network together."""
CHUNKS = 16
OUT = 4
# Unsigned, so that numba does not test each index for wrapping round, which would keep LLVM from vectorising.
STRIDE = np.uint64(TILE)
NEGLIGIBLE = 1e-18
"""Gradient of a sample's outputs, in magnitude, below which it counts as 0."""
SMALL_SHARE = 1e-3
"""Share of the mean sum of magnitudes below which a sample's four gradients count as 0."""


@kernel(fastmath=FASTMATH)
def _fill(bias, out):
    """Each row of out becomes the bias."""
    width = np.uint64(bias.shape[0])
    for s in range(np.uint64(PART)):
        for j in range(width):
            out[s * width + j] = bias[j]


@kernel(fastmath=FASTMATH)
def _relu(h):
    zero = np.float32(0.0)
    for i in range(np.uint64(h.shape[0])):
        h[i] = max(h[i], zero)


@kernel(fastmath=FASTMATH)
def _mask(h, grad):
    zero = np.float32(0.0)
    for i in range(np.uint64(h.shape[0])):
        grad[i] = grad[i] if h[i] > zero else zero


@kernel(fastmath=FASTMATH)
def _add_rows(y, out):
    """out += the sum of the rows of y."""
    width = np.uint64(out.shape[0])
    for s in range(np.uint64(PART)):
        for j in range(width):
            out[j] += y[s * width + j]


@kernel(fastmath=FASTMATH)
def _encode_tiles(x, first, last, table, resolutions, offsets, dense, mask, index, weight, width, out):
    """Encodes tiles first to last - 1 into the rows of out, from row 0; what no sample fills becomes 0."""
    n = x.shape[1]
    levels = resolutions.shape[0]
    for tile in range(first, last):
        if 2 * levels < width or (tile + 1) * TILE > n:
            out[tile - first][:] = 0
    for level in range(levels):
        r, o, d = resolutions[level], offsets[level], dense[level]
        for tile in range(first, last):
            count = min(TILE, n - tile * TILE)
            prepare(x[0], x[1], x[2], tile * TILE, count, r, o, d, mask, index, weight)
            gather_rows(table, index, weight, count, out[tile - first].reshape(-1, 2), width // 2, level)


@kernel(fastmath=FASTMATH)
def _hidden(encoded, start, width, w_in_t, w_hidden_t, biases, h):
    """All hidden layers of the part of a tile that begins at sample `start`, into h [layers, PART * hidden]."""
    # Of one type with what is computed: numba would compile a function anew for each literal.
    zero, one, rows = np.int64(0), np.int64(1), np.int64(PART)
    hidden = biases.shape[1]
    _fill(biases[0], h[0])
    add_product(encoded, start * width, width, one, w_in_t, zero, hidden, h[0], zero, hidden, rows, hidden, width)
    _relu(h[0])
    for layer in range(w_hidden_t.shape[0]):
        _fill(biases[layer + 1], h[layer + 1])
        w = w_hidden_t[layer]
        add_product(h[layer], zero, hidden, one, w, zero, hidden, h[layer + 1], zero, hidden, rows, hidden, hidden)
        _relu(h[layer + 1])


@kernel(fastmath=FASTMATH)
def _feature_rows(rows, width, levels, out):
    """The first 2 * levels columns of rows [TILE, width], as one row a feature, into out."""
    stride = np.uint64(width)
    for c in range(np.uint64(2 * levels)):
        for s in range(STRIDE):
            out[c * STRIDE + s] = rows[s * stride + c]


@kernel(fastmath=FASTMATH)
def _output(h, w_out, bias_out, start, count, out):
    """The output layer of a part: places start to start + count - 1 of the rows of out."""
    width, o = np.uint64(w_out.shape[1]), np.uint64(start)
    w0, w1, w2, w3 = w_out[0], w_out[1], w_out[2], w_out[3]
    for s in range(np.uint64(count)):
        y0 = y1 = y2 = y3 = np.float32(0.0)
        for j in range(width):
            value = h[s * width + j]
            y0 += w0[j] * value
            y1 += w1[j] * value
            y2 += w2[j] * value
            y3 += w3[j] * value
        out[0, o + s] = y0 + bias_out[0]
        out[1, o + s] = y1 + bias_out[1]
        out[2, o + s] = y2 + bias_out[2]
        out[3, o + s] = y3 + bias_out[3]


@kernel(parallel=True, fastmath=FASTMATH)
def _forward(
    x, table, resolutions, offsets, dense, mask, w_in_t, w_hidden_t, w_out, biases, bias_out, width, keep, encoded, out
):
    n = x.shape[1]
    hidden = biases.shape[1]
    deep = w_hidden_t.shape[0]
    tiles = (n + TILE - 1) // TILE
    for chunk in numba.prange(CHUNKS):
        h = np.empty((deep + 1, PART * hidden), np.float32)
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        scratch = np.empty((0 if keep else GROUP, width * TILE), np.float32)
        stop = (chunk + 1) * tiles // CHUNKS
        for first in range(chunk * tiles // CHUNKS, stop, GROUP):
            last = min(first + GROUP, stop)
            e = encoded[first:last] if keep else scratch
            _encode_tiles(x, first, last, table, resolutions, offsets, dense, mask, index, weight, width, e)
            for tile in range(first, last):
                for part in range(0, min(TILE, n - tile * TILE), PART):
                    _hidden(e[tile - first], part, width, w_in_t, w_hidden_t, biases, h)
                    start = tile * TILE + part
                    _output(h[deep], w_out, bias_out, start, min(PART, n - start), out)


@numba.njit(inline="always")
def _or_zero(value):
    """The value, or 0 where it is NEGLIGIBLE; NaN stays NaN."""
    return np.float32(0.0) if abs(value) < np.float32(NEGLIGIBLE) else value


@kernel(fastmath=FASTMATH)
def _backward_output(grad_out, start, count, h, w_out, gh, g_out, g_bias_out):
    """The output layer of a part: gradients of its weights, and that of the last hidden layer before its ReLU, gh."""
    hidden, o = np.uint64(w_out.shape[1]), np.uint64(start)
    zero = np.float32(0.0)
    w0, w1, w2, w3 = w_out[0], w_out[1], w_out[2], w_out[3]
    sum0, sum1, sum2, sum3 = g_out[0], g_out[1], g_out[2], g_out[3]
    for s in range(np.uint64(count)):
        g0, g1 = _or_zero(grad_out[0, o + s]), _or_zero(grad_out[1, o + s])
        g2, g3 = _or_zero(grad_out[2, o + s]), _or_zero(grad_out[3, o + s])
        g_bias_out[0] += g0
        g_bias_out[1] += g1
        g_bias_out[2] += g2
        g_bias_out[3] += g3
        for j in range(hidden):
            value = h[s * hidden + j]
            sum0[j] += g0 * value
            sum1[j] += g1 * value
            sum2[j] += g2 * value
            sum3[j] += g3 * value
            back = g0 * w0[j] + g1 * w1[j] + g2 * w2[j] + g3 * w3[j]
            gh[s * hidden + j] = back if value > zero else zero
    gh[count * w_out.shape[1] :] = 0


@kernel(parallel=True, fastmath=FASTMATH)
def _backward_network(
    encoded,
    grad_out,
    levels,
    w_in,
    w_in_t,
    w_hidden,
    w_hidden_t,
    w_out,
    biases,
    g_in_t,
    g_hidden_t,
    g_out,
    g_biases,
    g_bias_out,
):
    """Gradients of the weights, a part of the batch each; the encoding's own, a row a feature, takes its place."""
    # Of one type with what is computed: numba would compile a function anew for each literal.
    none, unit, rows = np.int64(0), np.int64(1), np.int64(PART)
    n = grad_out.shape[1]
    hidden = biases.shape[1]
    width = encoded.shape[1] // TILE
    deep = w_hidden.shape[0]
    tiles = (n + TILE - 1) // TILE
    for chunk in numba.prange(CHUNKS):
        h = np.empty((deep + 1, PART * hidden), np.float32)
        gh = np.empty((2, PART * hidden), np.float32)
        ge = np.zeros(TILE * width, np.float32)
        for tile in range(chunk * tiles // CHUNKS, (chunk + 1) * tiles // CHUNKS):
            row = encoded[tile]
            ge[:] = 0
            for part in range(0, min(TILE, n - tile * TILE), PART):
                start = tile * TILE + part
                _hidden(row, part, width, w_in_t, w_hidden_t, biases, h)
                one, other = 0, 1
                count = min(PART, n - start)
                _backward_output(grad_out, start, count, h[deep], w_out, gh[one], g_out[chunk], g_bias_out[chunk])
                for back in range(deep):
                    layer = deep - 1 - back
                    g = g_hidden_t[chunk, layer]
                    add_product(
                        h[layer], none, unit, hidden, gh[one], none, hidden, g, none, hidden, hidden, hidden, rows
                    )
                    _add_rows(gh[one], g_biases[chunk, layer + 1])
                    gh[other][:] = 0
                    w = w_hidden[layer]
                    add_product(
                        gh[one], none, hidden, unit, w, none, hidden, gh[other], none, hidden, rows, hidden, hidden
                    )
                    _mask(h[layer], gh[other])
                    one, other = other, one
                at = part * width
                add_product(
                    row, at, unit, width, gh[one], none, hidden, g_in_t[chunk], none, hidden, width, hidden, rows
                )
                _add_rows(gh[one], g_biases[chunk, 0])
                add_product(gh[one], none, hidden, unit, w_in, none, width, ge, at, width, rows, width, hidden)
            _feature_rows(ge, width, levels, row)


@kernel(parallel=True, fastmath=FASTMATH)
def _backward_table(x, grad_encoded, resolutions, offsets, dense, mask, order, out):
    """The encoding's gradient, a level a thread."""
    n = x.shape[1]
    for slot in numba.prange(order.shape[0]):
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        level = order[slot]
        r, o, d = resolutions[level], offsets[level], dense[level]
        low, high = 2 * level * TILE, (2 * level + 1) * TILE
        for tile in range((n + TILE - 1) // TILE):
            count = min(TILE, n - tile * TILE)
            row = grad_encoded[tile]
            prepare(x[0], x[1], x[2], tile * TILE, count, r, o, d, mask, index, weight)
            scatter(out, index, weight, count, row[low:high], row[high : high + TILE], np.int64(0))


@kernel(parallel=True, fastmath=FASTMATH)
def _magnitudes(grad_out, size):
    """The sum of magnitudes of each sample's gradients, into size [N]; NaN stays NaN. Returns their sum."""
    n = grad_out.shape[1]
    sums = np.zeros(CHUNKS, np.float64)
    for chunk in numba.prange(CHUNKS):
        a, b = chunk * n // CHUNKS, (chunk + 1) * n // CHUNKS
        g0, g1, g2, g3, out = grad_out[0, a:b], grad_out[1, a:b], grad_out[2, a:b], grad_out[3, a:b], size[a:b]
        total = 0.0
        for s in range(np.uint64(b - a)):
            out[s] = abs(g0[s]) + abs(g1[s]) + abs(g2[s]) + abs(g3[s])
            total += out[s]
        sums[chunk] = total
    return sums.sum()


@kernel(parallel=True)
def _count_active(size, least, first):
    """Where each part of the batch begins among its active samples, those that are not below `least`, into first
    [CHUNKS + 1]."""
    n = size.shape[0]
    for chunk in numba.prange(CHUNKS):
        count = 0
        for s in range(chunk * n // CHUNKS, (chunk + 1) * n // CHUNKS):
            count += not size[s] < least
        first[chunk + 1] = count
    for chunk in range(CHUNKS):
        first[chunk + 1] += first[chunk]


@kernel(parallel=True)
def _keep(size, least, first, positions, encoded, grad_out, kept_positions, kept_encoded, kept_grad):
    """The active samples' positions, encodings and gradients, closed up; `first` by `_count_active`."""
    n = size.shape[0]
    width = encoded.shape[1] // TILE
    rows, kept_rows = encoded.reshape(-1), kept_encoded.reshape(-1)
    for chunk in numba.prange(CHUNKS):
        at = first[chunk]
        for s in range(chunk * n // CHUNKS, (chunk + 1) * n // CHUNKS):
            if size[s] < least:
                continue
            for axis in range(3):
                kept_positions[axis, at] = positions[axis, s]
            for c in range(OUT):
                kept_grad[c, at] = grad_out[c, s]
            for c in range(np.uint64(width)):
                kept_rows[np.uint64(at * width) + c] = rows[np.uint64(s * width) + c]
            at += 1
    kept_rows[first[CHUNKS] * width :] = 0


@kernel(parallel=True, fastmath=FASTMATH)
def _gradient(
    x,
    table,
    resolutions,
    offsets,
    dense,
    mask,
    w_in,
    w_in_t,
    w_hidden,
    w_hidden_t,
    w_out,
    biases,
    bias_out,
    out,
):
    """The network's first output, and below it that output's gradient to positions."""
    # Of one type with what is computed: numba would compile a function anew for each literal.
    none, unit, rows = np.int64(0), np.int64(1), np.int64(PART)
    n = x.shape[1]
    hidden = biases.shape[1]
    width = w_in_t.shape[0] // hidden
    deep = w_hidden.shape[0]
    levels = resolutions.shape[0]
    tiles = (n + TILE - 1) // TILE
    groups = (tiles + GROUP - 1) // GROUP
    for group in numba.prange(groups):
        h = np.empty((deep + 1, PART * hidden), np.float32)
        gh = np.empty((2, PART * hidden), np.float32)
        ge = np.empty(TILE * width, np.float32)
        index, weight = np.empty(8 * TILE, np.uint32), np.empty(8 * TILE, np.float32)
        first = group * GROUP
        last = min(first + GROUP, tiles)
        e = np.empty((last - first, width * TILE), np.float32)
        _encode_tiles(x, first, last, table, resolutions, offsets, dense, mask, index, weight, width, e)
        for tile in range(first, last):
            ge[:] = 0
            for part in range(0, min(TILE, n - tile * TILE), PART):
                start = tile * TILE + part
                _hidden(e[tile - first], part, width, w_in_t, w_hidden_t, biases, h)
                for s in range(min(PART, n - start)):
                    row = h[deep, s * hidden : (s + 1) * hidden]
                    value = np.float32(0.0)
                    for j in range(hidden):
                        value += w_out[0, j] * row[j]
                    out[0, start + s] = value + bias_out[0]
                one, other = 0, 1
                _fill(w_out[0], gh[one])
                _mask(h[deep], gh[one])
                for back in range(deep):
                    layer = deep - 1 - back
                    gh[other][:] = 0
                    w = w_hidden[layer]
                    add_product(
                        gh[one], none, hidden, unit, w, none, hidden, gh[other], none, hidden, rows, hidden, hidden
                    )
                    _mask(h[layer], gh[other])
                    one, other = other, one
                at = part * width
                add_product(gh[one], none, hidden, unit, w_in, none, width, ge, at, width, rows, width, hidden)
            _feature_rows(ge, width, levels, e[tile - first])
        for level in range(levels):
            r, o, d = resolutions[level], offsets[level], dense[level]
            low, high = 2 * level * TILE, (2 * level + 1) * TILE
            for tile in range(first, last):
                row = e[tile - first]
                start = tile * TILE
                count = min(TILE, n - start)
                prepare(x[0], x[1], x[2], start, count, r, o, d, mask, index, weight)
                one_row, two_row = row[low:high], row[high : high + TILE]
                slope(table, index, weight, x[0], x[1], x[2], start, count, r, one_row, two_row, none, out[1:])


@dataclass(frozen=True)
class _Weights:
    """The network's weights as the kernels take them: padded with zeros, and each matrix both ways round."""

    w_in: np.ndarray
    """[hidden * width]: a row a hidden unit."""
    w_in_t: np.ndarray
    """[width * hidden]: a row an input."""
    w_hidden: np.ndarray
    """[layers - 1, hidden * hidden]: a row an output."""
    w_hidden_t: np.ndarray
    """[layers - 1, hidden * hidden]: a row an input."""
    w_out: np.ndarray
    """[OUT, hidden]."""
    biases: np.ndarray
    """[layers, hidden]."""
    bias_out: np.ndarray
    """[OUT]."""

    @property
    def hidden(self) -> int:
        """Width of the hidden layers, padded."""
        width: int = self.biases.shape[1]
        return width

    @property
    def width(self) -> int:
        """Width of the encoding, padded."""
        return len(self.w_in) // self.hidden


def _padded(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> _Weights:
    arrays = [w.detach().numpy() for w in weights]
    size, fan_in = arrays[0].shape
    hidden, width, deep = -(-size // PAD) * PAD, -(-fan_in // PAD) * PAD, len(arrays) - 2
    w_in = np.zeros((hidden, width), np.float32)
    w_in[:size, :fan_in] = arrays[0]
    w_hidden = np.zeros((deep, hidden, hidden), np.float32)
    for layer in range(deep):
        w_hidden[layer, :size, :size] = arrays[layer + 1]
    w_out = np.zeros((OUT, hidden), np.float32)
    w_out[:, :size] = arrays[-1]
    stacked = np.zeros((deep + 1, hidden), np.float32)
    for layer in range(deep + 1):
        stacked[layer, :size] = biases[layer].detach().numpy()
    return _Weights(
        w_in.reshape(-1),
        np.ascontiguousarray(w_in.T).reshape(-1),
        w_hidden.reshape(deep, hidden * hidden),
        np.ascontiguousarray(w_hidden.transpose(0, 2, 1)).reshape(deep, hidden * hidden),
        w_out,
        stacked,
        biases[-1].detach().numpy(),
    )


class _Network(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, table, layout, keep, *parameters):
        layers = len(parameters) // 2
        w = _padded(parameters[:layers], parameters[layers:])
        positions = columns(x)
        n = x.shape[0]
        out = torch.empty(OUT, n)  # a row an output: what follows works on one output at a time
        encoded = torch.empty((n + TILE - 1) // TILE if keep else 0, w.width * TILE)
        prepare_kernel()
        _forward(
            positions.numpy(),
            table.detach().numpy(),
            *layout_arrays(layout),
            w.w_in_t,
            w.w_hidden_t,
            w.w_out,
            w.biases,
            w.bias_out,
            w.width,
            keep,
            encoded.numpy(),
            out.numpy(),
        )
        ctx.save_for_backward(positions, encoded, table, *parameters)
        ctx.layout, ctx.padded = layout, w
        return out.T

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        positions, encoded, table, *parameters = ctx.saved_tensors
        w, layers = ctx.padded, len(parameters) // 2
        hidden, width, deep = w.hidden, w.width, layers - 2
        grad = grad.T.contiguous()
        size, first = np.empty(grad.shape[1], np.float32), np.zeros(CHUNKS + 1, np.int64)
        prepare_kernel()
        total = _magnitudes(grad.numpy(), size)
        # A NaN is kept: it must reach the loop, which rolls back.
        least = np.float32(max(NEGLIGIBLE, SMALL_SHARE * total / max(len(size), 1)))
        _count_active(size, least, first)
        count = int(first[-1])
        if count < len(size):
            kept = torch.empty(3, count), torch.empty((count + TILE - 1) // TILE, width * TILE), torch.empty(OUT, count)
            _keep(size, least, first, *(array.numpy() for array in (positions, encoded, grad, *kept)))
            positions, encoded, grad = kept
        g_in_t = np.zeros((CHUNKS, width * hidden), np.float32)
        g_hidden_t = np.zeros((CHUNKS, deep, hidden * hidden), np.float32)
        g_out = np.zeros((CHUNKS, OUT, hidden), np.float32)
        g_biases = np.zeros((CHUNKS, deep + 1, hidden), np.float32)
        g_bias_out = np.zeros((CHUNKS, OUT), np.float32)
        prepare_kernel()
        _backward_network(
            encoded.numpy(),
            grad.numpy(),
            ctx.layout.levels,
            w.w_in,
            w.w_in_t,
            w.w_hidden,
            w.w_hidden_t,
            w.w_out,
            w.biases,
            g_in_t,
            g_hidden_t,
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
        size, fan_in = parameters[0].shape
        g_input = g_in_t.sum(0).reshape(width, hidden).T[:size, :fan_in]
        g_between = g_hidden_t.sum(0).reshape(deep, hidden, hidden).transpose(0, 2, 1)[:, :size, :size]
        g_all = [g_input, *g_between, g_out.sum(0)[:, :size], *g_biases.sum(0)[:, :size], g_bias_out.sum(0)]
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
    h: Tensor = _Network.apply(x, table, layout, keep, *weights, *biases)
    return h


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
    w = _padded(weights, biases)
    positions = columns(x)
    out = torch.zeros(4, x.shape[0])
    prepare_kernel()
    _gradient(
        positions.numpy(),
        table.detach().numpy(),
        *layout_arrays(layout),
        w.w_in,
        w.w_in_t,
        w.w_hidden,
        w.w_hidden_t,
        w.w_out,
        w.biases,
        w.bias_out,
        out.numpy(),
    )
    # The definition clamps to the unit cube, so nothing moves a point that is outside it.
    return out[0], torch.where((positions >= 0) & (positions <= 1), out[1:], 0.0).T

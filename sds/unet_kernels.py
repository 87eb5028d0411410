"""The network's forward pass on a CPU, compiled (`bozzetto.sds.unet.UNet.predict` is the definition); no gradient.

A pixel is a row of channels, so that every convolution is a sum of small matrix products (`bozzetto.simd`) over its
taps, with no copy of the image: the image has a border of zeros. A product begins with what is added to it (bias,
residual, learned position), and each normalisation writes, scaled, shifted and through its SiLU, straight into the next
convolution's bordered image. Weights are packed once, as blocks of columns that stay in the first cache.

Images are independent of one another and go to the threads in whole images, so that the result is the same for any
number of threads and a pass joins its threads once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Float
from numba import types
from numpy.typing import NDArray
from torch import Tensor, nn

from bozzetto.addresses import address_of, called_by_address
from bozzetto.kernels import kernel
from bozzetto.simd import FASTMATH, PAD, add_panel, exp_of_negative, panel_width
from bozzetto.threads import prepare_kernel

BLOCK = 128
"""Rows of packed weights that are worked through before the next pixels: with 64 columns 32 kB, the first cache."""
EPSILON = 1e-5
GROUPS = 8
HEAD = 32
"""Channels of an attention head."""
_FAST: Any = {"fastmath": FASTMATH, "error_model": "numpy"}
# error_model: Python's test of each division for zero would keep LLVM from vectorising.


@kernel(**_FAST)
def _convolve(x, at, image, row, channels, step, kernel, n, height, width, w, at_w, out, columns):
    """Adds a convolution of x to out [n, height, width, columns].

    Args:
        x: the pixel that the first tap of output pixel (i, r, c) sees begins at `at + i * image + r * step * row +
            c * step * channels`; the border is in x already.
        step: stride. kernel: taps along an edge. width: a multiple of 4, of 8 where a block has one register.
        w: packed by `_packed` from `at_w` on.
    """
    v, one = 0, np.int64(1)
    while v < columns:
        wide = panel_width(columns - v)
        base = at_w + v * kernel * kernel * channels
        for tap in range(kernel * kernel):
            first = at + (tap // kernel) * row + (tap % kernel) * channels
            for k in range(0, channels, BLOCK):
                count = min(BLOCK, channels - k)
                b = base + (tap * channels + k) * wide
                for i in range(n):
                    for r in range(height):
                        a = first + i * image + r * step * row + k
                        c = (i * height + r) * width * columns + v
                        add_panel(x, a, step * channels, one, w, b, wide, out, c, columns, width, wide, count)
        v += wide


@kernel(**_FAST)
def _silu(x):
    one, zero = np.float32(1.0), np.float32(0.0)
    for c in range(np.uint64(x.shape[0])):
        e = exp_of_negative(-abs(x[c]))
        x[c] = x[c] * ((one if x[c] >= zero else e) / (one + e))


@kernel(**_FAST)
def _normalise(x, at, n, pixels, channels, mul, add, at_scale, scale_step, silu, out, at_out, image, row, width):
    """Group normalisation of x [n, pixels, channels], scaled and shifted, through a SiLU if asked for, into out.

    Args:
        mul, add: of image i and channel c, at `at_scale + i * scale_step + c`.
        out: pixel p of image i begins at `at_out + i * image + (p // width) * row + (p % width) * channels`.
    """
    size = channels // GROUPS
    one = np.float32(1.0)
    sums, scale, shift = np.empty(channels, np.float32), np.empty(channels, np.float32), np.empty(channels, np.float32)
    c64 = np.uint64(channels)
    for i in range(n):
        start = np.uint64(at + i * pixels * channels)
        sums[:] = 0
        for p in range(np.uint64(pixels)):
            for c in range(c64):
                sums[c] += x[start + p * c64 + c]
        for g in range(GROUPS):
            mean = sums[g * size : (g + 1) * size].sum() / np.float32(size * pixels)
            shift[g * size : (g + 1) * size] = mean
        sums[:] = 0
        for p in range(np.uint64(pixels)):
            for c in range(c64):
                away = x[start + p * c64 + c] - shift[c]
                sums[c] += away * away
        for g in range(GROUPS):
            variance = sums[g * size : (g + 1) * size].sum() / np.float32(size * pixels)
            rate = one / np.sqrt(variance + np.float32(EPSILON))
            for c in range(g * size, (g + 1) * size):
                place = at_scale + i * scale_step + c
                scale[c] = rate * mul[place]
                shift[c] = add[place] - shift[c] * scale[c]
        for r in range(pixels // width):
            source, target = start + np.uint64(r * width * channels), np.uint64(at_out + i * image + r * row)
            for p in range(np.uint64(width)):
                for c in range(c64):
                    out[target + p * c64 + c] = x[source + p * c64 + c] * scale[c] + shift[c]
            if silu:
                _silu(out[target : target + np.uint64(width * channels)])


@kernel(**_FAST)
def _fill(out, rows, columns, bias, at, step):
    """Row r of out [rows, columns] becomes `bias[at + r * step :]`; step 0 is the same for all."""
    count = np.uint64(columns)
    for r in range(rows):
        target, source = np.uint64(r * columns), np.uint64(at + r * step)
        for c in range(count):
            out[target + c] = bias[source + c]


@kernel(**_FAST)
def _add_bias(out, rows, columns, bias, at):
    count = np.uint64(columns)
    for r in range(rows):
        target = np.uint64(r * columns)
        for c in range(count):
            out[target + c] += bias[np.uint64(at) + c]


@kernel(**_FAST)
def _residual(h, n, size, channels, w, at, mul, add, at_scale, scale_step, bordered, other):
    """A residual block on h [n, size, size, channels] in place.

    Args:
        at: places in w of the first normalisation's scale and shift, of the first convolution and its bias, of the
            second and its bias.
        mul, add: of the second normalisation, see `_normalise`.
        bordered: [n, size + 2, size + 2, channels], zero at the border. other: as h.
    """
    # Of one type with what is computed: numba would compile a function anew for each literal.
    zero, one, three = np.int64(0), np.int64(1), np.int64(3)
    row = (size + 2) * channels
    image, inside = (size + 2) * row, row + channels
    pixels = size * size
    _normalise(
        h, zero, n, pixels, channels, w, w[at[1] - at[0] :], at[0], zero, one, bordered, inside, image, row, size
    )
    _fill(other, n * pixels, channels, w, at[3], zero)
    _convolve(bordered, zero, image, row, channels, one, three, n, size, size, w, at[2], other, channels)
    _normalise(
        other, zero, n, pixels, channels, mul, add, at_scale, scale_step, one, bordered, inside, image, row, size
    )
    _add_bias(h, n * pixels, channels, w, at[5])
    _convolve(bordered, zero, image, row, channels, one, three, n, size, size, w, at[4], h, channels)


@kernel(**_FAST)
def _attend(h, n, pixels, channels, w, at):
    """Self-attention over the pixels of h [n, pixels, channels] in place.

    Args:
        at: places in w of the normalisation's scale and shift, of the joint projection and its bias, of the last
            projection and its bias.
    """
    # Of one type with what is computed: numba would compile a function anew for each literal.
    zero, one = np.int64(0), np.int64(1)
    flat = np.empty(n * pixels * channels, np.float32)
    joint = np.empty(n * pixels * 3 * channels, np.float32)
    image = pixels * channels
    _normalise(h, zero, n, pixels, channels, w, w[at[1] - at[0] :], at[0], zero, zero, flat, zero, image, image, pixels)
    _fill(joint, n * pixels, 3 * channels, w, at[3], zero)
    _convolve(flat, zero, zero, zero, channels, one, one, one, one, n * pixels, w, at[2], joint, 3 * channels)
    share = np.float32(1.0 / np.sqrt(HEAD))
    scores = np.empty(pixels, np.float32)
    for i in range(n):
        for head in range(channels // HEAD):
            for p in range(pixels):
                q = (i * pixels + p) * 3 * channels + head * HEAD
                most = np.float32(-np.inf)
                for o in range(pixels):
                    k = (i * pixels + o) * 3 * channels + channels + head * HEAD
                    score = np.float32(0.0)
                    for c in range(np.uint64(HEAD)):
                        score += joint[np.uint64(q) + c] * joint[np.uint64(k) + c]
                    scores[o] = score * share
                    most = max(most, scores[o])
                total = np.float32(0.0)
                for o in range(pixels):
                    scores[o] = exp_of_negative(scores[o] - most)
                    total += scores[o]
                target = np.uint64((i * pixels + p) * channels + head * HEAD)
                for c in range(np.uint64(HEAD)):
                    flat[target + c] = 0
                for o in range(pixels):
                    v = np.uint64((i * pixels + o) * 3 * channels + 2 * channels + head * HEAD)
                    part = scores[o] / total
                    for c in range(np.uint64(HEAD)):
                        flat[target + c] += part * joint[v + c]
    _add_bias(h, n * pixels, channels, w, at[5])
    _convolve(flat, zero, zero, zero, channels, one, one, one, one, n * pixels, w, at[4], h, channels)


@kernel(**_FAST)
def _unshuffle(source, first, n, edge, channels, by_row, patch, out):
    """Blocks of patch x patch pixels as channels, into out [n, edge + 2, edge + 2, channels * patch^2] with a border.

    Args:
        source: images [., channels, R, R], or [., R, R, channels] where by_row.
        first: the first image.
    """
    full, deep = edge * patch, channels * patch * patch
    for i in range(n):
        for y in range(edge):
            for x in range(edge):
                target = ((i * (edge + 2) + y + 1) * (edge + 2) + x + 1) * deep
                for c in range(channels):
                    for dy in range(patch):
                        for dx in range(patch):
                            r, s = y * patch + dy, x * patch + dx
                            if by_row:
                                place = (((first + i) * full + r) * full + s) * channels + c
                            else:
                                place = (((first + i) * channels + c) * full + r) * full + s
                            out[target + (c * patch + dy) * patch + dx] = source[place]


@kernel(by_address=True, **_FAST)
def _images(noisy, maps, layouts, scales, gate, first, n, shape, blocks, w, at, out):
    """The forward pass of images first to first + n - 1; see `Compiled.predict`.

    `at` has the places in w of every part, in the order in which they are used here.
    """
    # Of one type with what is computed: numba would compile a function anew for each literal.
    zero, one, two, three = np.int64(0), np.int64(1), np.int64(2), np.int64(3)
    levels = blocks.shape[0]
    patch, resolution, map_channels, drawn, drawn_channels = shape[0], shape[1], shape[2], shape[3], shape[4]
    edge, colours, deep = resolution // patch, 3 * patch * patch, map_channels * patch * patch
    scale_step, layout_step = scales.shape[1] // 2, layouts.shape[1]
    mul, add = scales.reshape(-1), scales.reshape(-1)[scale_step:]
    layout = layouts.reshape(-1)
    row_in, row_map = (edge + 2) * colours, (edge + 2) * deep
    entry = np.zeros(n * (edge + 2) * row_in, np.float32)
    seen = np.zeros(n * (edge + 2) * row_map, np.float32)
    _unshuffle(noisy, first, n, edge, three, zero, patch, entry)
    _unshuffle(maps, first, n, edge, map_channels, one, patch, seen)
    p = 0
    scale_at, layout_at = first * 2 * scale_step, first * layout_step
    skips = [np.empty(0, np.float32) for _ in range(levels)]
    borders = [np.empty(0, np.float32) for _ in range(levels)]
    h = np.empty(0, np.float32)
    size = edge
    for level in range(levels):
        channels = shape[8 + level]
        size = edge >> level
        pixels = size * size
        below, h = h, np.empty(n * pixels * channels, np.float32)
        # The learned position, with the biases of all that is added to it.
        for i in range(n):
            _fill(h[i * pixels * channels :], pixels, channels, w, at[p], channels)
        p += 1
        if level == 0:
            _convolve(
                entry, zero, (edge + two) * row_in, row_in, colours, one, three, n, size, size, w, at[p], h, channels
            )
        else:
            c = shape[7 + level]
            wide = 2 * size
            _convolve(below, zero, wide * wide * c, wide * c, c, two, two, n, size, size, w, at[p], h, channels)
        p += 1
        if level < 2:
            inside = row_map + deep
            step, kernel = (1, 1) if level == 0 else (2, 2)
            image = (edge + 2) * row_map
            _convolve(seen, inside, image, row_map, deep, step, kernel, n, size, size, w, at[p], h, channels)
            p += 1
        if level >= drawn:
            row = size * drawn_channels
            _convolve(
                layout, layout_at, layout_step, row, drawn_channels, one, one, n, size, size, w, at[p], h, channels
            )
            layout_at += pixels * drawn_channels
            p += 1
        borders[level] = np.zeros(n * (size + 2) * (size + 2) * channels, np.float32)
        other = np.empty(n * pixels * channels, np.float32)
        for _ in range(blocks[level]):
            _residual(h, n, size, channels, w, at[p : p + 6], mul, add, scale_at, 2 * scale_step, borders[level], other)
            p += 6
            scale_at += channels
        skips[level] = h.copy()
        if level == levels - 1:
            _attend(h, n, pixels, channels, w, at[p : p + 6])
            p += 6
    for back in range(levels):
        level = levels - 1 - back
        channels = shape[8 + level]
        size = edge >> level
        pixels = size * size
        joined = np.empty(n * pixels * channels, np.float32)
        _fill(joined, n * pixels, channels, w, at[p + 2], zero)
        _convolve(h, zero, zero, zero, channels, one, one, one, one, n * pixels, w, at[p], joined, channels)
        _convolve(
            skips[level], zero, zero, zero, channels, one, one, one, one, n * pixels, w, at[p + 1], joined, channels
        )
        p += 3
        h = joined
        other = np.empty(n * pixels * channels, np.float32)
        for _ in range(blocks[level]):
            _residual(h, n, size, channels, w, at[p : p + 6], mul, add, scale_at, 2 * scale_step, borders[level], other)
            p += 6
            scale_at += channels
        if level == levels - 1:
            _attend(h, n, pixels, channels, w, at[p : p + 6])
            p += 6
        if level > 0:
            c = shape[7 + level]
            small = np.empty(n * pixels * c, np.float32)
            _fill(small, n * pixels, c, w, at[p + 1], zero)
            _convolve(h, zero, zero, zero, channels, one, one, one, one, n * pixels, w, at[p], small, c)
            p += 2
            h = np.empty(4 * n * pixels * c, np.float32)
            for i in range(n):
                for r in range(2 * size):
                    for s in range(2 * size):
                        source = ((i * size + r // 2) * size + s // 2) * c
                        target = ((i * 2 * size + r) * 2 * size + s) * c
                        # Not as slices, whose check brings all of numba's text formatting along: 2 s of compiling.
                        for k in range(np.uint64(c)):
                            h[np.uint64(target) + k] = small[np.uint64(source) + k]
    channels = shape[8]
    row = (edge + 2) * channels
    pixels = edge * edge
    image, shifts = (edge + 2) * row, w[at[p + 1] - at[p] :]
    _normalise(
        h, zero, n, pixels, channels, w, shifts, at[p], zero, one, borders[0], row + channels, image, row, edge
    )  # fmt: skip
    padded = shape[5]
    last, direct = np.empty(n * pixels * padded, np.float32), np.empty(n * pixels * padded, np.float32)
    _fill(last, n * pixels, padded, w, at[p + 3], zero)
    _convolve(
        borders[0], zero, (edge + two) * row, row, channels, one, three, n, edge, edge, w, at[p + 2], last, padded
    )
    _fill(direct, n * pixels, padded, w, at[p + 5], zero)
    _convolve(
        seen, zero, (edge + two) * row_map, row_map, deep, one, three, n, edge, edge, w, at[p + 4], direct, padded
    )
    for i in range(n):
        for y in range(edge):
            for x in range(edge):
                place = ((i * edge + y) * edge + x) * padded
                for c in range(colours):
                    r, s = y * patch + c % (patch * patch) // patch, x * patch + c % patch
                    value = last[place + c] + gate[first + i] * direct[place + c]
                    out[first + i, c // (patch * patch), r, s] = value


_SIGNATURE = types.void(
    *(types.float32[::1],) * 2,
    *(types.float32[:, ::1],) * 2,
    types.float32[::1],
    *(types.int64,) * 2,
    *(types.int64[::1],) * 2,
    types.float32[::1],
    types.int64[::1],
    types.float32[:, :, :, ::1],
)
"""Of `_images`."""
_called = called_by_address(_SIGNATURE)


@kernel(parallel=True)
def _parts(address, starts, noisy, maps, layouts, scales, gate, shape, blocks, w, at, out):
    """`_images` of each part of the images, from starts[part] to starts[part + 1] - 1, in a thread of its own."""
    for part in numba.prange(starts.shape[0] - 1):
        first = starts[part]
        _called(address)(noisy, maps, layouts, scales, gate, first, starts[part + 1] - first, shape, blocks, w, at, out)


def _packed(weight: Float[Tensor, "columns channels kernel kernel"]) -> Float[Tensor, " values"]:
    """A convolution's weights as blocks of columns, each [k * k * channels, width], one after the other.

    Missing columns, up to a multiple of PAD, are zeros.
    """
    columns = len(weight)
    full = -(-columns // PAD) * PAD
    rows = weight.permute(0, 2, 3, 1).reshape(columns, -1).contiguous()
    out, at, v = torch.zeros(rows.shape[1] * full), 0, 0
    while v < full:
        width = panel_width(full - v)
        part = rows[v : v + width]
        block = out[at : at + rows.shape[1] * width].view(-1, width)
        block[:, : len(part)].copy_(part.T)
        at, v = at + block.numel(), v + width
    return out


@dataclass(frozen=True)
class Compiled:
    """The network's weights as the kernels take them."""

    weights: NDArray[np.float32]
    """All of them, one after the other."""
    at: NDArray[np.int64]
    """Where each begins, in the order of use."""
    shape: NDArray[np.int64]
    """Patch, resolution, channels of the maps, first level with a layout, channels of a layout, padded colours, 0, 0,
    and the width of each level."""
    blocks: NDArray[np.int64]
    """Residual blocks of each level."""
    heads: tuple[Tensor, Tensor]
    """Weight [S, E] and bias [S] from the conditioning vector to every normalisation's scale and shift, then every
    layout."""
    scale_values: int
    """How many of those are scales and shifts: all scales first."""

    def predict(
        self,
        noisy: Float[Tensor, "b 3 r r"],
        maps: Float[Tensor, "b r r c"],
        embedding: Float[Tensor, "b e"],
        gate: Float[Tensor, " b"],
    ) -> Float[Tensor, "b 3 r r"]:
        """x0 [B, 3, R, R].

        Args:
            noisy: [B, 3, R, R] float32.
            maps: what the volume shows, with the background, [B, R, R, channels] float32.
            embedding: the conditioning vector after its SiLU, [B, E].
            gate: of the maps into the output, [B].
        """
        values = F.linear(embedding, *self.heads)
        scales, layouts = values[:, : self.scale_values].contiguous(), values[:, self.scale_values :].contiguous()
        out = torch.empty_like(noisy, memory_format=torch.contiguous_format)
        images = (
            noisy.contiguous().view(-1).numpy(),
            maps.contiguous().view(-1).numpy(),
            layouts.numpy(),
            scales.numpy(),
            gate.contiguous().numpy(),
        )
        network = (self.shape, self.blocks, self.weights, self.at, out.numpy())
        n = len(noisy)
        parts = min(prepare_kernel(), n)
        if parts > 1:
            starts = np.array([part * n // parts for part in range(parts + 1)])
            _parts(address_of(_images, _SIGNATURE), starts, *images, *network)
        elif parts:
            _images(*images, 0, n, *network)
        return out


def compiled(net: Any) -> Compiled:
    """Packs a network (`bozzetto.sds.unet.UNet`) for its compiled forward pass.

    Args:
        net: float32, on the CPU; later changes of its weights are not seen.
    """
    config = net.config
    parts: list[Tensor] = []

    def take(tensor: Tensor) -> None:
        parts.append(tensor.detach().float().reshape(-1))

    def padded(bias: Tensor) -> Tensor:
        return F.pad(bias.detach(), (0, -len(bias) % PAD))

    def take_weight(weight: Tensor) -> None:
        take(_packed(weight.detach() if weight.ndim == 4 else weight.detach()[:, :, None, None]))

    scales: list[nn.Linear] = []

    def residual(block: Any) -> None:
        take(block.norm1.weight)
        take(block.norm1.bias)
        take_weight(block.conv1.weight)
        take(block.conv1.bias)
        take_weight(block.conv2.weight)
        take(block.conv2.bias)
        scales.append(block.modulation)

    def attention(layer: Any) -> None:
        take(layer.norm.weight)
        take(layer.norm.bias)
        for linear in (layer.qkv, layer.out):
            take_weight(linear.weight)
            take(linear.bias)

    last = len(config.channels) - 1
    drawn = net._drawn.start
    for level in range(last + 1):
        entry = net.inlet if level == 0 else net.shrink[level - 1]
        added = [entry]
        if level < 2:
            added.append(net.object_in[level])
        if level >= drawn:
            added.append(net.layout_in[level - drawn])
        bias = sum((layer.bias.detach() for layer in added), torch.zeros(config.channels[level]))
        take(net.position[level].detach()[0].permute(1, 2, 0) + bias)
        for layer in added:
            take_weight(layer.weight)
        for block in net.down[level]:
            residual(block)
        if level == last:
            attention(net.attention[0])
    for level in range(last, -1, -1):
        width = config.channels[level]
        take_weight(net.fuse[level].weight[:, :width])
        take_weight(net.fuse[level].weight[:, width:])
        take(net.fuse[level].bias)
        for block in net.up[level]:
            residual(block)
        if level == last:
            attention(net.attention[1])
        if level > 0:
            take_weight(net.grow[level - 1].weight)
            take(net.grow[level - 1].bias)
    take(net.norm.weight)
    take(net.norm.bias)
    take_weight(net.outlet.weight)
    take(padded(net.outlet.bias))
    take_weight(net.object_out.weight)
    take(padded(net.object_out.bias))
    starts = np.cumsum([0, *(len(part) for part in parts)])[:-1]
    colours = 3 * config.patch**2
    shape = [config.patch, config.resolution, net.object.channels, drawn, config.layout, -(-colours // PAD) * PAD, 0, 0]
    heads, scale_values = _joined(scales, net.layout, config.layout)
    return Compiled(
        torch.cat(parts).numpy(),
        starts.astype(np.int64),
        np.array([*shape, *config.channels], np.int64),
        np.array(config.blocks, np.int64),
        heads,
        scale_values,
    )


def _joined(
    scales: Sequence[nn.Linear], layouts: Sequence[nn.Linear], channels: int
) -> tuple[tuple[Tensor, Tensor], int]:
    """Weight and bias of one linear layer for all that the conditioning vector decides: 1 + scales, shifts, layouts a
    row a pixel; and how many of its outputs are scales and shifts."""
    weights, biases = [], []
    for half, one in ((0, 1.0), (1, 0.0)):
        weights += [linear.weight.chunk(2)[half] for linear in scales]
        biases += [linear.bias.chunk(2)[half] + one for linear in scales]
    count = sum(len(bias) for bias in biases)
    for linear in layouts:
        weights.append(
            linear.weight.view(channels, -1, linear.in_features).transpose(0, 1).reshape(-1, linear.in_features)
        )
        biases.append(linear.bias.view(channels, -1).T.reshape(-1))
    return (torch.cat(weights).detach(), torch.cat(biases).detach()), count

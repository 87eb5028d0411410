"""Packed compositing in Triton, for CUDA (`bozzetto.nerf.volrend` is the definition).

A program takes a tile of rays by a chunk of samples and goes chunk by chunk along the rays, with the optical depth so
far carried along; backward it goes from the last sample to the first. Sums of a ray have one order: no atomics.
Samples behind those of the last ray are nobody's (`bozzetto.nerf.graphs` pads with such): their weights and the
gradients of their densities are zero.

Checked against the definition by Triton's interpreter (TRITON_INTERPRET=1), compiled for sm_75 to sm_120; not run on a
GPU yet.
"""

from __future__ import annotations

import torch
import triton
import triton.language as tl
from jaxtyping import Float32, Int64
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.nerf.kernels.triton_launch import check_tensors, launch
from bozzetto.nerf.volrend import (
    MAX_OPTICAL_DEPTH,
    Composited,
    Samples,
    check_accumulate,
    check_composite,
    check_density,
)

RAYS = 32
CHUNK = 16
TILE = 256


@triton.jit
def spans(offsets, n_rays, RAYS: tl.constexpr):
    """First sample [RAYS, 1] and number of samples [RAYS, 1] of this program's rays, and the largest number."""
    ray = tl.program_id(0).to(tl.int64) * RAYS + tl.arange(0, RAYS)
    first = tl.load(offsets + ray, mask=ray < n_rays, other=0)
    count = tl.load(offsets + ray + 1, mask=ray < n_rays, other=0) - first
    return ray[:, None], first[:, None], count[:, None], tl.max(count, 0)


@triton.jit
def weights_forward(
    sigmas, starts, ends, offsets, weights, trans, n_rays,
    MOST: tl.constexpr, RAYS: tl.constexpr, CHUNK: tl.constexpr,
):  # fmt: skip
    ray, first, count, most = spans(offsets, n_rays, RAYS)
    lane = tl.arange(0, CHUNK)[None, :]
    depth = tl.zeros((RAYS,), tl.float32)
    for begin in range(0, most, CHUNK):
        at = first + begin + lane
        there = begin + lane < count
        length = tl.load(ends + at, mask=there, other=0.0) - tl.load(starts + at, mask=there, other=0.0)
        optical = tl.load(sigmas + at, mask=there, other=0.0) * length
        # An infinite depth would spread to what is before it; a comparison that a NaN fails leaves it one.
        optical = tl.where(optical > MOST, MOST, optical)
        after = depth[:, None] + tl.cumsum(optical, 1)
        t = tl.exp(optical - after)
        tl.store(trans + at, t, mask=there)
        tl.store(weights + at, t - tl.exp(-after), mask=there)
        depth += tl.sum(optical, 1)


@triton.jit
def weights_backward(
    starts, ends, offsets, weights, trans, grad_weights, grad_trans, grad_sigmas, n_rays,
    RAYS: tl.constexpr, CHUNK: tl.constexpr,
):  # fmt: skip
    ray, first, count, most = spans(offsets, n_rays, RAYS)
    lane = tl.arange(0, CHUNK)[None, :]
    later = tl.zeros((RAYS,), tl.float32)
    for begin in range(0, most, CHUNK):
        # From the last sample of each ray on.
        at = first + count - 1 - begin - lane
        there = begin + lane < count
        w, t = tl.load(weights + at, mask=there, other=0.0), tl.load(trans + at, mask=there, other=0.0)
        gw = tl.load(grad_weights + at, mask=there, other=0.0)
        own = gw * w + tl.load(grad_trans + at, mask=there, other=0.0) * t
        length = tl.load(ends + at, mask=there, other=0.0) - tl.load(starts + at, mask=there, other=0.0)
        behind = later[:, None] + tl.cumsum(own, 1) - own
        tl.store(grad_sigmas + at, (gw * (t - w) - behind) * length, mask=there)
        later += tl.sum(own, 1)


@triton.jit
def accumulate_forward(
    weights, values, offsets, out, n_rays, CHANNELS: tl.constexpr, RAYS: tl.constexpr, CHUNK: tl.constexpr
):
    ray, first, count, most = spans(offsets, n_rays, RAYS)
    lane = tl.arange(0, CHUNK)[None, :]
    for channel in range(CHANNELS):
        total = tl.zeros((RAYS,), tl.float32)
        for begin in range(0, most, CHUNK):
            at = first + begin + lane
            there = begin + lane < count
            value = tl.load(values + at * CHANNELS + channel, mask=there, other=0.0)
            total += tl.sum(value * tl.load(weights + at, mask=there, other=0.0), 1)
        tl.store(out + ray * CHANNELS + channel, total[:, None], mask=ray < n_rays)


@triton.jit
def accumulate_backward(
    weights, values, ray_indices, grad, grad_weights, grad_values, n, CHANNELS: tl.constexpr, TILE: tl.constexpr
):
    at = tl.program_id(0).to(tl.int64) * TILE + tl.arange(0, TILE)
    there = at < n
    ray = tl.load(ray_indices + at, mask=there, other=0)
    weight = tl.load(weights + at, mask=there, other=0.0)
    total = tl.zeros((TILE,), tl.float32)
    for channel in range(CHANNELS):
        g = tl.load(grad + ray * CHANNELS + channel, mask=there, other=0.0)
        total += g * tl.load(values + at * CHANNELS + channel, mask=there, other=0.0)
        tl.store(grad_values + at * CHANNELS + channel, g * weight, mask=there)
    tl.store(grad_weights + at, total, mask=there)


class _Weights(torch.autograd.Function):
    @staticmethod
    def forward(ctx, sigmas, starts, ends, offsets):
        sigmas, starts, ends, offsets = (t.contiguous() for t in (sigmas, starts, ends, offsets))
        weights, trans = torch.zeros_like(sigmas), torch.zeros_like(sigmas)
        n_rays = offsets.shape[0] - 1
        if sigmas.numel():
            launch(
                weights_forward, triton.cdiv(n_rays, RAYS), sigmas, starts, ends, offsets, weights, trans, n_rays,
                MOST=MAX_OPTICAL_DEPTH, RAYS=RAYS, CHUNK=CHUNK,
            )  # fmt: skip
        ctx.save_for_backward(starts, ends, offsets, weights, trans)
        return weights, trans

    @staticmethod
    @once_differentiable
    def backward(ctx, grad_weights, grad_trans):
        starts, ends, offsets, weights, trans = ctx.saved_tensors
        grad_sigmas = torch.zeros_like(weights)
        n_rays = offsets.shape[0] - 1
        if weights.numel():
            launch(
                weights_backward, triton.cdiv(n_rays, RAYS), starts, ends, offsets, weights, trans,
                grad_weights.contiguous(), grad_trans.contiguous(), grad_sigmas, n_rays, RAYS=RAYS, CHUNK=CHUNK,
            )  # fmt: skip
        return grad_sigmas, None, None, None


class _Accumulate(torch.autograd.Function):
    @staticmethod
    def forward(ctx, weights, values, ray_indices, offsets):
        weights, values, ray_indices = weights.contiguous(), values.contiguous(), ray_indices.contiguous()
        n_rays = offsets.shape[0] - 1
        out = weights.new_zeros(n_rays, values.shape[1])
        if weights.numel():
            launch(
                accumulate_forward, triton.cdiv(n_rays, RAYS), weights, values, offsets.contiguous(), out, n_rays,
                CHANNELS=values.shape[1], RAYS=RAYS, CHUNK=CHUNK,
            )  # fmt: skip
        ctx.save_for_backward(weights, values, ray_indices)
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        weights, values, ray_indices = ctx.saved_tensors
        grad_weights, grad_values = torch.empty_like(weights), torch.empty_like(values)
        n = weights.shape[0]
        if n:
            launch(
                accumulate_backward, triton.cdiv(n, TILE), weights, values, ray_indices, grad.contiguous(),
                grad_weights, grad_values, n, CHANNELS=values.shape[1], TILE=TILE,
            )  # fmt: skip
        return grad_weights, grad_values, None, None


def weights_from_density(
    sigmas: Float32[Tensor, " n"], samples: Samples, n_rays: int
) -> tuple[Float32[Tensor, " n"], Float32[Tensor, " n"]]:
    """`bozzetto.nerf.volrend.weights_from_density` in Triton; differentiable once, in `sigmas`.

    Args:
        sigmas: float32 [N] >= 0.
        samples: N packed samples.
        n_rays: R.

    Returns:
        weights [N] and trans [N].

    Raises:
        ValueError: sizes do not match, or the tensors are not on one device.
        TypeError: a tensor is not float32.
    """
    check_density(sigmas, samples, n_rays)
    check_tensors(sigmas=sigmas, t_starts=samples.t_starts, t_ends=samples.t_ends)
    weighed: tuple[Tensor, Tensor] = _Weights.apply(sigmas, samples.t_starts, samples.t_ends, samples.ray_offsets)
    return weighed


def accumulate(
    weights: Float32[Tensor, " n"],
    values: Float32[Tensor, "n c"] | None,
    ray_indices: Int64[Tensor, " n"],
    n_rays: int,
) -> Float32[Tensor, "rays channels"]:
    """`bozzetto.nerf.volrend.accumulate` in Triton; differentiable once, in `weights` and `values`.

    Args:
        weights: float32 [N].
        values: float32 [N, C], or None for ones (C = 1).
        ray_indices: int64 [N], ascending.
        n_rays: R.

    Returns:
        [R, C].

    Raises:
        ValueError: sizes do not match, or the tensors are not on one device.
        TypeError: a tensor is not float32.
    """
    check_accumulate(weights, values, ray_indices)
    if values is None:
        values = torch.ones_like(weights)[:, None]
    check_tensors(weights=weights, values=values)
    offsets = torch.searchsorted(ray_indices, torch.arange(n_rays + 1, device=weights.device))
    sums: Tensor = _Accumulate.apply(weights, values, ray_indices, offsets)
    return sums


def composite(
    sigmas: Float32[Tensor, " n"], albedo: Float32[Tensor, "n 3"], samples: Samples, n_rays: int
) -> Composited:
    """`bozzetto.nerf.volrend.composite` in Triton; differentiable once, in `sigmas` and `albedo`.

    Args:
        sigmas: float32 [N] >= 0.
        albedo: float32 [N, 3].
        samples: N packed samples.
        n_rays: R.

    Returns:
        Sums of R rays, weights of N samples.

    Raises:
        ValueError: sizes do not match, or the tensors are not on one device.
        TypeError: a tensor is not float32.
    """
    check_composite(sigmas, albedo, samples, n_rays)
    weights, _ = weights_from_density(sigmas, samples, n_rays)
    t_mids = samples.t_mids[:, None]
    values = torch.cat([albedo, torch.ones_like(t_mids), t_mids], -1)
    check_tensors(weights=weights, values=values)
    sums: Tensor = _Accumulate.apply(weights, values, samples.ray_indices, samples.ray_offsets)
    return Composited(sums[:, :3], sums[:, 3], sums[:, 4], weights)

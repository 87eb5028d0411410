"""Packed compositing, compiled (`bozzetto.nerf.volrend` is the definition): one ray is one thread's, so a sum has one
order.

NaN stays in its ray."""

from __future__ import annotations

import numba
import numpy as np
import torch
from jaxtyping import Float32, Int64
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.kernels import kernel
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.volrend import Composited, Samples, check_accumulate, check_composite, check_density
from bozzetto.simd import FASTMATH
from bozzetto.threads import prepare_kernel

CHUNK = 64


@kernel(parallel=True, fastmath=FASTMATH)
def _weights_forward(sigmas, starts, ends, offsets, weights, trans):
    for r in numba.prange(offsets.shape[0] - 1):
        depth = np.float32(0.0)
        t = np.float32(1.0)
        for i in range(offsets[r], offsets[r + 1]):
            # The running depth, and not a product of factors, so that the error does not grow with the samples.
            depth += sigmas[i] * (ends[i] - starts[i])
            after = np.exp(-depth)
            trans[i] = t
            weights[i] = t - after
            t = after


@kernel(parallel=True, fastmath=FASTMATH)
def _weights_backward(starts, ends, offsets, weights, trans, grad_weights, grad_trans, grad_sigmas):
    for r in numba.prange(offsets.shape[0] - 1):
        later = np.float32(0.0)
        for j in range(offsets[r + 1] - offsets[r]):
            i = offsets[r + 1] - 1 - j
            after = trans[i] - weights[i]
            grad_sigmas[i] = (grad_weights[i] * after - later) * (ends[i] - starts[i])
            later += grad_weights[i] * weights[i] + grad_trans[i] * trans[i]


@kernel(parallel=True, fastmath=FASTMATH)
def _accumulate_forward(weights, values, ray_indices, n_rays, out):
    channels = values.shape[1]
    for chunk in numba.prange((n_rays + CHUNK - 1) // CHUNK):
        i = np.searchsorted(ray_indices, chunk * CHUNK)
        stop = np.searchsorted(ray_indices, (chunk + 1) * CHUNK)
        while i < stop:
            r = ray_indices[i]
            for c in range(channels):
                out[r, c] += weights[i] * values[i, c]
            i += 1


@kernel(parallel=True, fastmath=FASTMATH)
def _accumulate_backward(weights, values, ray_indices, grad, grad_weights, grad_values):
    channels = values.shape[1]
    for i in numba.prange(weights.shape[0]):
        r = ray_indices[i]
        total = np.float32(0.0)
        for c in range(channels):
            total += grad[r, c] * values[i, c]
            grad_values[i, c] = grad[r, c] * weights[i]
        grad_weights[i] = total


@kernel(parallel=True, fastmath=FASTMATH)
def _positions(origins, directions, offsets, starts, ends, out):
    half = np.float32(0.5)
    for r in numba.prange(offsets.shape[0] - 1):
        for i in range(offsets[r], offsets[r + 1]):
            t = half * (starts[i] + ends[i])
            for axis in range(3):
                out[i, axis] = origins[r, axis] + t * directions[r, axis]


@kernel(parallel=True, fastmath=FASTMATH)
def _composite_forward(sigmas, albedo, starts, ends, offsets, weights, trans, out):
    zero, half = np.float32(0.0), np.float32(0.5)
    for r in numba.prange(offsets.shape[0] - 1):
        depth = red = green = blue = opacity = distance = zero
        t = np.float32(1.0)
        for i in range(offsets[r], offsets[r + 1]):
            depth += sigmas[i] * (ends[i] - starts[i])
            after = np.exp(-depth)
            weight = t - after
            trans[i], weights[i] = t, weight
            t = after
            red += weight * albedo[0, i]
            green += weight * albedo[1, i]
            blue += weight * albedo[2, i]
            opacity += weight
            distance += weight * half * (starts[i] + ends[i])
        out[r, 0], out[r, 1], out[r, 2], out[r, 3], out[r, 4] = red, green, blue, opacity, distance


@kernel(parallel=True, fastmath=FASTMATH)
def _composite_backward(
    albedo, starts, ends, offsets, weights, trans, grad, grad_weights, given, grad_sigmas, grad_albedo
):
    half = np.float32(0.5)
    for r in numba.prange(offsets.shape[0] - 1):
        red, green, blue, opacity, distance = grad[r, 0], grad[r, 1], grad[r, 2], grad[r, 3], grad[r, 4]
        later = np.float32(0.0)
        for j in range(offsets[r + 1] - offsets[r]):
            i = offsets[r + 1] - 1 - j
            weight = weights[i]
            each = red * albedo[0, i] + green * albedo[1, i] + blue * albedo[2, i] + opacity
            each += distance * half * (starts[i] + ends[i])
            if given:
                each += grad_weights[i]
            grad_sigmas[i] = (each * (trans[i] - weight) - later) * (ends[i] - starts[i])
            later += each * weight
            grad_albedo[0, i], grad_albedo[1, i], grad_albedo[2, i] = red * weight, green * weight, blue * weight


class _Weights(torch.autograd.Function):
    @staticmethod
    def forward(ctx, sigmas, starts, ends, offsets):
        weights, trans = torch.empty_like(sigmas), torch.empty_like(sigmas)
        prepare_kernel()
        _weights_forward(
            sigmas.detach().contiguous().numpy(),
            starts.numpy(),
            ends.numpy(),
            offsets.numpy(),
            weights.numpy(),
            trans.numpy(),
        )
        ctx.save_for_backward(starts, ends, offsets, weights, trans)
        return weights, trans

    @staticmethod
    @once_differentiable
    def backward(ctx, grad_weights, grad_trans):
        starts, ends, offsets, weights, trans = ctx.saved_tensors
        grad_sigmas = torch.empty_like(weights)
        prepare_kernel()
        _weights_backward(
            starts.numpy(),
            ends.numpy(),
            offsets.numpy(),
            weights.numpy(),
            trans.numpy(),
            grad_weights.contiguous().numpy(),
            grad_trans.contiguous().numpy(),
            grad_sigmas.numpy(),
        )
        return grad_sigmas, None, None, None


class _Accumulate(torch.autograd.Function):
    @staticmethod
    def forward(ctx, weights, values, ray_indices, n_rays):
        weights, values = weights.contiguous(), values.contiguous()
        out = torch.zeros(n_rays, values.shape[1])
        prepare_kernel()
        _accumulate_forward(weights.detach().numpy(), values.detach().numpy(), ray_indices.numpy(), n_rays, out.numpy())
        ctx.save_for_backward(weights, values, ray_indices)
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        weights, values, ray_indices = ctx.saved_tensors
        grad_weights, grad_values = torch.empty_like(weights), torch.empty_like(values)
        prepare_kernel()
        _accumulate_backward(
            weights.detach().numpy(),
            values.detach().numpy(),
            ray_indices.numpy(),
            grad.contiguous().numpy(),
            grad_weights.numpy(),
            grad_values.numpy(),
        )
        return grad_weights, grad_values, None, None


class _Composite(torch.autograd.Function):
    @staticmethod
    def forward(ctx, sigmas, albedo, starts, ends, offsets):
        ctx.set_materialize_grads(False)
        rows = albedo.detach().T.contiguous()
        weights, trans = torch.empty_like(sigmas), torch.empty_like(sigmas)
        out = torch.empty(offsets.shape[0] - 1, 5)
        prepare_kernel()
        _composite_forward(
            sigmas.detach().contiguous().numpy(),
            rows.numpy(),
            starts.numpy(),
            ends.numpy(),
            offsets.numpy(),
            weights.numpy(),
            trans.numpy(),
            out.numpy(),
        )
        ctx.save_for_backward(rows, starts, ends, offsets, weights, trans)
        return out, weights

    @staticmethod
    @once_differentiable
    def backward(ctx, grad, grad_weights):
        rows, starts, ends, offsets, weights, trans = ctx.saved_tensors
        if grad is None:
            grad = torch.zeros(offsets.shape[0] - 1, 5)
        given = grad_weights is not None
        grad_sigmas, grad_rows = torch.empty_like(weights), torch.empty_like(rows)
        prepare_kernel()
        _composite_backward(
            rows.numpy(),
            starts.numpy(),
            ends.numpy(),
            offsets.numpy(),
            weights.numpy(),
            trans.numpy(),
            grad.contiguous().numpy(),
            (grad_weights.contiguous() if given else weights).numpy(),
            given,
            grad_sigmas.numpy(),
            grad_rows.numpy(),
        )
        return grad_sigmas, grad_rows.T, None, None, None


@torch.no_grad()
def positions(rays: Rays, samples: Samples) -> Float32[Tensor, "n 3"]:
    """`bozzetto.nerf.volrend.positions`, compiled.

    Args:
        rays: R rays, float32.
        samples: N packed samples on them.

    Returns:
        [N, 3].
    """
    out = torch.empty(len(samples), 3)
    prepare_kernel()
    _positions(
        rays.origins.contiguous().numpy(),
        rays.directions.contiguous().numpy(),
        samples.ray_offsets.numpy(),
        samples.t_starts.numpy(),
        samples.t_ends.numpy(),
        out.numpy(),
    )
    return out


def composite(
    sigmas: Float32[Tensor, " n"], albedo: Float32[Tensor, "n 3"], samples: Samples, n_rays: int
) -> Composited:
    """`bozzetto.nerf.volrend.composite`, compiled; differentiable once, in `sigmas` and `albedo`.

    Args:
        sigmas: float32 [N] >= 0.
        albedo: float32 [N, 3], best one column after the other in memory.
        samples: N packed samples.
        n_rays: R.

    Returns:
        Sums of R rays, weights of N samples.

    Raises:
        ValueError: sizes do not match.
    """
    check_composite(sigmas, albedo, samples, n_rays)
    sums, weights = _Composite.apply(sigmas, albedo, samples.t_starts, samples.t_ends, samples.ray_offsets)
    return Composited(sums[:, :3], sums[:, 3], sums[:, 4], weights)


def weights_from_density(
    sigmas: Float32[Tensor, " n"], samples: Samples, n_rays: int
) -> tuple[Float32[Tensor, " n"], Float32[Tensor, " n"]]:
    """`bozzetto.nerf.volrend.weights_from_density`, compiled; differentiable once, in `sigmas`.

    Args:
        sigmas: float32 [N] >= 0.
        samples: N packed samples.
        n_rays: R.

    Returns:
        weights [N] and trans [N].

    Raises:
        ValueError: sizes do not match.
    """
    check_density(sigmas, samples, n_rays)
    weighed: tuple[Tensor, Tensor] = _Weights.apply(sigmas, samples.t_starts, samples.t_ends, samples.ray_offsets)
    return weighed


def accumulate(
    weights: Float32[Tensor, " n"],
    values: Float32[Tensor, "n c"] | None,
    ray_indices: Int64[Tensor, " n"],
    n_rays: int,
) -> Float32[Tensor, "rays channels"]:
    """`bozzetto.nerf.volrend.accumulate`, compiled; differentiable once, in `weights` and `values`.

    Args:
        weights: float32 [N].
        values: float32 [N, C], or None for ones (C = 1).
        ray_indices: int64 [N], ascending.
        n_rays: R.

    Returns:
        [R, C].

    Raises:
        ValueError: sizes do not match.
    """
    check_accumulate(weights, values, ray_indices)
    if values is None:
        values = torch.ones_like(weights)[:, None]
    sums: Tensor = _Accumulate.apply(weights, values, ray_indices, n_rays)
    return sums

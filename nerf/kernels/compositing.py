"""Packed compositing, compiled (`nerf.volrend` is the definition): one ray is one thread's, so a sum has one order."""

from __future__ import annotations

import numba
import numpy as np
import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from nerf.kernels.threads import use_torch_threads
from nerf.volrend import Samples, check_accumulate, check_density

CHUNK = 64


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
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


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _weights_backward(starts, ends, offsets, weights, trans, grad_weights, grad_trans, grad_sigmas):
    for r in numba.prange(offsets.shape[0] - 1):
        later = np.float32(0.0)
        for j in range(offsets[r + 1] - offsets[r]):
            i = offsets[r + 1] - 1 - j
            after = trans[i] - weights[i]
            grad_sigmas[i] = (grad_weights[i] * after - later) * (ends[i] - starts[i])
            later += grad_weights[i] * weights[i] + grad_trans[i] * trans[i]


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
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


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _accumulate_backward(weights, values, ray_indices, grad, grad_weights, grad_values):
    channels = values.shape[1]
    for i in numba.prange(weights.shape[0]):
        r = ray_indices[i]
        total = np.float32(0.0)
        for c in range(channels):
            total += grad[r, c] * values[i, c]
            grad_values[i, c] = grad[r, c] * weights[i]
        grad_weights[i] = total


class _Weights(torch.autograd.Function):
    @staticmethod
    def forward(ctx, sigmas, starts, ends, offsets):
        weights, trans = torch.empty_like(sigmas), torch.empty_like(sigmas)
        use_torch_threads()
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
        use_torch_threads()
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
        use_torch_threads()
        _accumulate_forward(weights.detach().numpy(), values.detach().numpy(), ray_indices.numpy(), n_rays, out.numpy())
        ctx.save_for_backward(weights, values, ray_indices)
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        weights, values, ray_indices = ctx.saved_tensors
        grad_weights, grad_values = torch.empty_like(weights), torch.empty_like(values)
        use_torch_threads()
        _accumulate_backward(
            weights.detach().numpy(),
            values.detach().numpy(),
            ray_indices.numpy(),
            grad.contiguous().numpy(),
            grad_weights.numpy(),
            grad_values.numpy(),
        )
        return grad_weights, grad_values, None, None


def weights_from_density(sigmas: Tensor, samples: Samples, n_rays: int) -> tuple[Tensor, Tensor]:
    """`nerf.volrend.weights_from_density`, compiled; differentiable once, in `sigmas`.

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
    return _Weights.apply(sigmas, samples.t_starts, samples.t_ends, samples.ray_offsets)


def accumulate(weights: Tensor, values: Tensor | None, ray_indices: Tensor, n_rays: int) -> Tensor:
    """`nerf.volrend.accumulate`, compiled; differentiable once, in `weights` and `values`.

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
    return _Accumulate.apply(weights, values, ray_indices, n_rays)

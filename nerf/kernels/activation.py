"""Density and albedo from the network's outputs, compiled (`bozzetto.nerf.network.activate` is the definition).

The exponential and the logarithm are polynomials, so that the loops fill the vector unit; NaN stays NaN.
"""

from __future__ import annotations

import numba
import numpy as np
import torch
from jaxtyping import Float32
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.kernels import kernel
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.network import MIN_ALBEDO_SLOPE
from bozzetto.simd import FASTMATH, exp_of_negative
from bozzetto.threads import prepare_kernel

CHUNK = 4096


@numba.njit(inline="always")
def log1p_of_share(x):
    """log(1 + x) for 0 <= x <= 1, to two units in the last place: 2 artanh(x / (2 + x)) as its series."""
    s = x / (np.float32(2.0) + x)
    q = s * s
    p = np.float32(2.0 / 15.0)
    p = p * q + np.float32(2.0 / 13.0)
    p = p * q + np.float32(2.0 / 11.0)
    p = p * q + np.float32(2.0 / 9.0)
    p = p * q + np.float32(2.0 / 7.0)
    p = p * q + np.float32(2.0 / 5.0)
    p = p * q + np.float32(2.0 / 3.0)
    return s * (p * q + np.float32(2.0))


# Divisions are NumPy's: a test for a zero divisor would keep the loops from the vector unit. So would indices of more
# than one dimension, hence the rows.
@kernel(fastmath=FASTMATH, error_model="numpy")
def _densities(h, distances, density_scale, blob_height, blob_radius, radius, out, slope):
    zero, one = np.float32(0.0), np.float32(1.0)
    for s in range(np.uint64(h.shape[0])):
        distance = distances[s]
        v = h[s] + blob_height * (one - distance / blob_radius)
        e = exp_of_negative(-abs(v))
        sigma = density_scale * (max(v, zero) + log1p_of_share(e)) if v == v else v
        rise = density_scale * (one / (one + e) if v >= zero else e / (one + e))
        out[s] = sigma if distance <= radius else zero
        slope[s] = rise if distance <= radius else zero


@kernel(fastmath=FASTMATH, error_model="numpy")
def _sigmoids(h, out):
    zero, one = np.float32(0.0), np.float32(1.0)
    for s in range(np.uint64(h.shape[0])):
        v = h[s]
        e = exp_of_negative(-abs(v))
        out[s] = one / (one + e) if v >= zero else e / (one + e)


@kernel(parallel=True, fastmath=FASTMATH)
def _forward(h, x, density_scale, blob_height, blob_radius, radius, out, slope):
    n = h.shape[1]
    for chunk in numba.prange((n + CHUNK - 1) // CHUNK):
        a, b = chunk * CHUNK, min((chunk + 1) * CHUNK, n)
        distances = np.empty(b - a, np.float32)
        for s in range(b - a):
            px, py, pz = x[a + s, 0], x[a + s, 1], x[a + s, 2]
            distances[s] = np.sqrt(px * px + py * py + pz * pz)
        _densities(h[0, a:b], distances, density_scale, blob_height, blob_radius, radius, out[0, a:b], slope[a:b])
        for c in range(1, 4):
            _sigmoids(h[c, a:b], out[c, a:b])


@kernel(parallel=True, fastmath=FASTMATH)
def _backward(out, slope, grad_sigmas, grad_albedo, grad):
    n = out.shape[1]
    one, least = np.float32(1.0), np.float32(MIN_ALBEDO_SLOPE)
    for chunk in numba.prange((n + CHUNK - 1) // CHUNK):
        a, b = chunk * CHUNK, min((chunk + 1) * CHUNK, n)
        for s in range(a, b):
            grad[0, s] = grad_sigmas[s] * slope[s]
        for c in range(1, 4):
            for s in range(a, b):
                rise = out[c, s] * (one - out[c, s])
                # NaN stays NaN: it is not below.
                grad[c, s] = grad_albedo[c - 1, s] * (least if rise < least else rise)


class _Activate(torch.autograd.Function):
    @staticmethod
    def forward(ctx, h, x, config):
        rows = h.detach().T.contiguous()
        out, slope = torch.empty_like(rows), torch.empty(rows.shape[1])
        prepare_kernel()
        _forward(
            rows.numpy(),
            x.contiguous().numpy(),
            np.float32(config.density_scale),
            np.float32(config.blob_height),
            np.float32(config.blob_radius),
            np.float32(config.radius),
            out.numpy(),
            slope.numpy(),
        )
        ctx.save_for_backward(out, slope)
        return out[0], out[1:].T

    @staticmethod
    @once_differentiable
    def backward(ctx, grad_sigmas, grad_albedo):
        out, slope = ctx.saved_tensors
        grad = torch.empty_like(out)
        prepare_kernel()
        _backward(
            out.numpy(),
            slope.numpy(),
            grad_sigmas.contiguous().numpy(),
            grad_albedo.T.contiguous().numpy(),
            grad.numpy(),
        )
        return grad.T, None, None


def activate(
    h: Float32[Tensor, "n 4"], x: Float32[Tensor, "n 3"], config: FieldConfig
) -> tuple[Float32[Tensor, " n"], Float32[Tensor, "n 3"]]:
    """`bozzetto.nerf.network.activate`, compiled; differentiable once, in h only.

    Args:
        h: float32 [N, 4], best one column after the other in memory.
        x: float32 [N, 3] world.
        config: the field's.

    Returns:
        sigmas [N] and albedo [N, 3].

    Raises:
        ValueError: x wants a gradient.
    """
    if x.requires_grad:
        raise ValueError("x: expected no gradient, use bozzetto.nerf.network.activate for one")
    activated: tuple[Tensor, Tensor] = _Activate.apply(h, x, config)
    return activated

"""Noise in three dimensions, compiled: the same numbers for the same seed on every machine and number of threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from jaxtyping import Float, Float32
from numba import njit

from bozzetto.export.mesh.bvh import in_chunks
from bozzetto.export.mesh.mesh import Array
from bozzetto.kernels import kernel


def gradient_noise(points: Float[np.ndarray, "n 3"], seed: int = 0) -> Float32[np.ndarray, " n"]:
    """Gradient noise (Perlin 2002, "Improving Noise"), about [-1, 1], cells of one unit.

    Args:
        points: [N, 3].
        seed: another noise.
    """
    return _each(_fbm_kernel, points, np.int64(seed), 1, 0.5)


def fbm(
    points: Float[np.ndarray, "n 3"], octaves: int = 4, seed: int = 0, gain: float = 0.5
) -> Float32[np.ndarray, " n"]:
    """Fractal sum of gradient noise, each octave twice as fine and `gain` times as strong; about [-1, 1].

    Args:
        points: [N, 3].
        octaves: how many.
        seed: another noise.
        gain: of an octave over the one before.
    """
    return _each(_fbm_kernel, points, np.int64(seed), octaves, gain)


def ridges(points: Float[np.ndarray, "n 3"], octaves: int = 4, seed: int = 0) -> Float32[np.ndarray, " n"]:
    """1 - |fbm|, sharp along the surfaces where the noise is zero: veins and wrinkles; in [0, 1], mostly near 1.

    Args:
        points: [N, 3].
        octaves: how many.
        seed: another noise.
    """
    out: Float32[np.ndarray, " n"] = np.maximum(1 - 1.6 * np.abs(fbm(points, octaves, seed)), 0).astype(np.float32)
    return out


def cells(
    points: Float[np.ndarray, "n 3"], seed: int = 0, jitter: float = 1.0
) -> tuple[Float32[np.ndarray, " n"], Float32[np.ndarray, " n"], Float32[np.ndarray, " n"]]:
    """Cellular noise (Worley 1996): one feature point in each cell of one unit.

    Args:
        points: [N, 3].
        seed: other feature points.
        jitter: how far they stray from the middle of their cell, in [0, 1].

    Returns:
        Distance to the nearest feature point, to the second nearest, and a number of the nearest in [0, 1).
    """
    out = np.empty((len(points), 3), np.float32)
    p = np.ascontiguousarray(points, np.float32)
    in_chunks(len(p), lambda part: _cells_kernel(p[part], np.int64(seed), jitter, out[part]))
    return out[:, 0], out[:, 1], out[:, 2]


def scattered(
    points: Float[np.ndarray, "n 3"], normals: Float[np.ndarray, "n 3"], seed: int, half: tuple[float, float]
) -> tuple[Float32[np.ndarray, " n"], Float32[np.ndarray, " n"], Float32[np.ndarray, " n"], Float32[np.ndarray, " n"]]:
    """Pointed blades that lie over one another on a surface, one about each cell of one unit, tips mostly down: the
    topmost at each point (a sparse convolution, Lewis 1989, of which the maximum is taken).

    Args:
        points: [N, 3].
        normals: [N, 3] unit; blades are flat along the surface.
        seed: other blades.
        half: of a blade's length and width, in units; at most one.

    Returns:
        [N] each: how high the blade lies, about 0 to 1, -1 where there is none; the place along it, -1 at the stalk and
        1 at the tip; the place across it, -1 and 1 at its edges; a number of it in [0, 1).
    """
    out = np.empty((len(points), 4), np.float32)
    p, n = (np.ascontiguousarray(values, np.float32) for values in (points, normals))
    in_chunks(len(p), lambda part: _scattered_kernel(p[part], n[part], np.int64(seed), half[0], half[1], out[part]))
    return out[:, 0], out[:, 1], out[:, 2], out[:, 3]


def smoothstep(x: Array, low: Array | float, high: Array | float) -> Array:
    """0 below `low`, 1 above `high`, a cubic between; `low` above `high` falls instead."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mix(a: Any, b: Any, share: Array) -> Array:
    """a where `share` is 0, b where it is 1; [N] or [N, C], either may be a constant."""
    first, second = np.asarray(a, np.float32), np.asarray(b, np.float32)
    if max(first.ndim, second.ndim) == 2 or (share.ndim == 1 and first.shape == (3,)):
        share = share[:, None]
    return (first + (second - first) * share).astype(np.float32)


def _each(kernel: Callable[..., None], points: Array, *settings: Any) -> Array:
    out = np.empty(len(points), np.float32)
    p = np.ascontiguousarray(points, np.float32)
    in_chunks(len(p), lambda part: kernel(p[part], *settings, out[part]))
    return out


@njit(inline="always")
def _hash(x, y, z, seed):
    """Thirty-two mixed bits of a lattice point (after lowbias32, Wellons 2018)."""
    h = (
        np.uint32(x) * np.uint32(0x8DA6B343)
        ^ np.uint32(y) * np.uint32(0xD8163841)
        ^ np.uint32(z) * np.uint32(0xCB1AB31F)
    )
    h ^= np.uint32(seed) * np.uint32(0x9E3779B9)
    h ^= h >> np.uint32(16)
    h = np.uint32(h * np.uint32(0x7FEB352D))
    h ^= h >> np.uint32(15)
    h = np.uint32(h * np.uint32(0x846CA68B))
    h ^= h >> np.uint32(16)
    return h


@njit(inline="always")
def _slope(h, x, y, z):
    """One of the twelve gradients, along the edges of a cube, times an offset."""
    k = h & np.uint32(15)
    u = x if k < 8 else y
    v = y if k < 4 else (x if k == 12 or k == 14 else z)
    return (u if (k & np.uint32(1)) == 0 else -u) + (v if (k & np.uint32(2)) == 0 else -v)


@kernel()
def _noise(x, y, z, seed):
    ix, iy, iz = np.int64(np.floor(x)), np.int64(np.floor(y)), np.int64(np.floor(z))
    fx, fy, fz = x - ix, y - iy, z - iz
    u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    w = fz * fz * fz * (fz * (fz * 6 - 15) + 10)
    a = _slope(_hash(ix, iy, iz, seed), fx, fy, fz)
    b = _slope(_hash(ix + 1, iy, iz, seed), fx - 1, fy, fz)
    c = _slope(_hash(ix, iy + 1, iz, seed), fx, fy - 1, fz)
    d = _slope(_hash(ix + 1, iy + 1, iz, seed), fx - 1, fy - 1, fz)
    low = (a + u * (b - a)) * (1 - v) + (c + u * (d - c)) * v
    a = _slope(_hash(ix, iy, iz + 1, seed), fx, fy, fz - 1)
    b = _slope(_hash(ix + 1, iy, iz + 1, seed), fx - 1, fy, fz - 1)
    c = _slope(_hash(ix, iy + 1, iz + 1, seed), fx, fy - 1, fz - 1)
    d = _slope(_hash(ix + 1, iy + 1, iz + 1, seed), fx - 1, fy - 1, fz - 1)
    high = (a + u * (b - a)) * (1 - v) + (c + u * (d - c)) * v
    return low + w * (high - low)


@kernel()
def _fbm_kernel(points, seed, octaves, gain, out):
    for n in range(points.shape[0]):
        total, weight, scale = 0.0, 1.0, 1.0
        for octave in range(octaves):
            # Apart from one another, so that the lattices of the octaves do not meet at the origin.
            shift = 17.31 * octave + 0.37
            total += weight * _noise(
                points[n, 0] * scale + shift,
                points[n, 1] * scale - shift,
                points[n, 2] * scale + 2 * shift,
                seed + octave,
            )
            weight *= gain
            scale *= 2.0
        out[n] = total


@kernel()
def _cells_kernel(points, seed, jitter, out):
    for n in range(points.shape[0]):
        x, y, z = points[n, 0], points[n, 1], points[n, 2]
        ix, iy, iz = np.int64(np.floor(x)), np.int64(np.floor(y)), np.int64(np.floor(z))
        first, second, who = 1e9, 1e9, np.uint32(0)
        for dz in range(-1, 2):
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    h = _hash(ix + dx, iy + dy, iz + dz, seed)
                    px = ix + dx + 0.5 + jitter * ((h & np.uint32(1023)) / 1023.0 - 0.5)
                    py = iy + dy + 0.5 + jitter * (((h >> np.uint32(10)) & np.uint32(1023)) / 1023.0 - 0.5)
                    pz = iz + dz + 0.5 + jitter * (((h >> np.uint32(20)) & np.uint32(1023)) / 1023.0 - 0.5)
                    d = (px - x) ** 2 + (py - y) ** 2 + (pz - z) ** 2
                    if d < first:
                        second = first
                        first = d
                        who = h
                    elif d < second:
                        second = d
        out[n, 0] = np.sqrt(first)
        out[n, 1] = np.sqrt(second)
        out[n, 2] = (who >> np.uint32(8)) / 16777216.0


@kernel()
def _scattered_kernel(points, normals, seed, long, wide, out):
    for k in range(points.shape[0]):
        x, y, z = points[k, 0], points[k, 1], points[k, 2]
        nx, ny, nz = normals[k, 0], normals[k, 1], normals[k, 2]
        ix, iy, iz = np.int64(np.floor(x)), np.int64(np.floor(y)), np.int64(np.floor(z))
        out[k, 0], out[k, 1], out[k, 2], out[k, 3] = -1.0, 0.0, 0.0, 0.0
        for dz in range(-1, 2):
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    h = _hash(ix + dx, iy + dy, iz + dz, seed)
                    g = _hash(ix + dx, iy + dy, iz + dz, seed + 1)
                    ax = x - (ix + dx) - (h & np.uint32(1023)) / 1023.0
                    ay = y - (iy + dy) - ((h >> np.uint32(10)) & np.uint32(1023)) / 1023.0
                    az = z - (iz + dz) - ((h >> np.uint32(20)) & np.uint32(1023)) / 1023.0
                    above = ax * nx + ay * ny + az * nz
                    if abs(above) > 0.75:
                        continue
                    # Which way it points, along the surface.
                    gx = (g & np.uint32(1023)) / 511.5 - 1.0
                    gy = ((g >> np.uint32(10)) & np.uint32(1023)) / 511.5 - 1.7
                    gz = ((g >> np.uint32(20)) & np.uint32(1023)) / 511.5 - 1.0
                    out_of = gx * nx + gy * ny + gz * nz
                    gx, gy, gz = gx - out_of * nx, gy - out_of * ny, gz - out_of * nz
                    size = max(np.sqrt(gx * gx + gy * gy + gz * gz), 1e-6)
                    gx, gy, gz = gx / size, gy / size, gz / size
                    along = (ax * gx + ay * gy + az * gz) / long
                    if along <= -1.0 or along >= 1.0:
                        continue
                    side = ax * (ny * gz - nz * gy) + ay * (nz * gx - nx * gz) + az * (nx * gy - ny * gx)
                    # Round at the stalk, widest a third of the way, pointed at the tip.
                    across = side / (wide * 0.92 * np.sqrt(1.0 + along) * (1.0 - along))
                    if abs(across) >= 1.0:
                        continue
                    number = (_hash(ix + dx, iy + dy, iz + dz, seed + 2) >> np.uint32(8)) / 16777216.0
                    high = 0.5 + 0.35 * (number - 0.5) - 0.55 * above
                    if high > out[k, 0]:
                        out[k, 0], out[k, 1], out[k, 2], out[k, 3] = high, along, across, number

"""The kernels of ``bozzetto.sds.volume``: looking at volumes and placing their voxels, on the CPU, with gradients.

Compiled by numba; on tensors as their numpy arrays, float32. Deterministic for any number of threads.
"""

from __future__ import annotations

import math

import numba
import numpy as np
import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from bozzetto.kernels import kernel
from bozzetto.threads import prepare_kernel

FEATURES = 8
"""Features of a voxel. A constant, so that the kernels unroll it."""
SHARPNESS, BIAS = 4.0, -3.0
"""A sample's opacity is sigmoid(SHARPNESS * value + BIAS): nearly empty at first, and quick to change."""
BOUND = 0.95
"""Samples farther from the centre than this are empty; the objects reach to 0.9."""
ABSENT = -2.0
"""The value where a volume has no voxel: an opacity of 2e-5."""
TAN = math.tan(math.radians(20))
DISTANCE = 1 / math.sin(math.radians(20))
MIN_OPACITY = 1e-4
"""The kernels pass over a sample that is less opaque, and stop a ray when less of its light is left."""
MIN_OPACITY_VALUE = (math.log(MIN_OPACITY / (1 - MIN_OPACITY)) - BIAS) / SHARPNESS
"""The value that gives it."""
POINTS = 256
"""That a thread takes at a time."""
PARTS = 2
"""Images that look at one volume are so many threads' work at most; their gradients are added in one order."""


@numba.njit(inline="always")
def _ray(camera, resolution, row, column):
    """A ray's point at depth 0 and its change per unit of depth."""
    sin_a, cos_a, sin_e, cos_e, zoom = camera[0], camera[1], camera[2], camera[3], camera[4]
    half = np.float32(0.5)
    px = camera[5] + ((column + half) / resolution * 2 - 1) / zoom
    py = camera[6] - ((row + half) / resolution * 2 - 1) / zoom
    # A point at depth d is right * px s + up * py s - back * d with s = (DISTANCE + d) TAN.
    dx = (cos_a * px - sin_a * sin_e * py) * np.float32(TAN)
    dy = cos_e * py * np.float32(TAN)
    dz = (-sin_a * px - cos_a * sin_e * py) * np.float32(TAN)
    ox, oy, oz = dx * np.float32(DISTANCE), dy * np.float32(DISTANCE), dz * np.float32(DISTANCE)
    return ox, oy, oz, dx - sin_a * cos_e, dy - sin_e, dz - cos_a * cos_e


@numba.njit(inline="always")
def _span(ox, oy, oz, dx, dy, dz, steps):
    """The samples [first, last) of a ray that lie within BOUND of the centre, and one to either side that may not."""
    a = dx * dx + dy * dy + dz * dz
    b = ox * dx + oy * dy + oz * dz
    c = ox * ox + oy * oy + oz * oz - np.float32(BOUND * BOUND)
    inside = b * b - a * c
    if inside <= 0:
        return 0, 0
    root, half = np.sqrt(inside), np.float32(0.5)
    first = ((-b - root) / a + np.float32(1)) * half * steps - half
    last = ((-b + root) / a + np.float32(1)) * half * steps - half
    return max(0, int(np.floor(first))), min(steps, int(np.floor(last)) + 2)


@numba.njit(inline="always")
def _corners(x, y, z, n, weights):
    """Fills the eight corners' trilinear weights; returns the lowest corner's row of the volume as [N^3, C]."""
    one, half, top = np.float32(1), np.float32(0.5), np.float32(n - 1)
    u = min(max((x + one) * n * half - half, np.float32(0)), top)
    v = min(max((y + one) * n * half - half, np.float32(0)), top)
    w = min(max((z + one) * n * half - half, np.float32(0)), top)
    i, j, k = min(int(u), n - 2), min(int(v), n - 2), min(int(w), n - 2)
    u, v, w = u - np.float32(i), v - np.float32(j), w - np.float32(k)
    low, high = (one - v) * (one - w), v * (one - w)
    weights[0], weights[1], weights[2], weights[3] = (one - u) * low, u * low, (one - u) * high, u * high
    low, high = (one - v) * w, v * w
    weights[4], weights[5], weights[6], weights[7] = (one - u) * low, u * low, (one - u) * high, u * high
    return (k * n + j) * n + i


@numba.njit(inline="always")
def _value(grid, at, n, w):
    """A sample's opacity before the sigmoid."""
    # Unsigned, so that no index is looked at for a count from the end: that is half of the time of these two.
    a, one, n = np.uint64(at), np.uint64(1), np.uint64(n)
    up, far = a + n, a + n * n
    top = far + n
    return (
        (w[0] * grid[a] + w[1] * grid[a + one])
        + (w[2] * grid[up] + w[3] * grid[up + one])
        + (w[4] * grid[far] + w[5] * grid[far + one])
        + (w[6] * grid[top] + w[7] * grid[top + one])
    )


@numba.njit(inline="always")
def _alpha(value):
    """The sigmoid of a sample's opacity."""
    return np.float32(1) / (np.float32(1) + np.exp(-(np.float32(SHARPNESS) * value + np.float32(BIAS))))


@numba.njit(inline="always")
def _add(grid, at, n, w, weight, total, first):
    """Adds the sample's features times weight to total[first:]."""
    a, one, n = np.uint64(at), np.uint64(1), np.uint64(n)
    up, far = a + n, a + n * n
    top = far + n
    w0, w1, w2, w3 = weight * w[0], weight * w[1], weight * w[2], weight * w[3]
    w4, w5, w6, w7 = weight * w[4], weight * w[5], weight * w[6], weight * w[7]
    for i in range(FEATURES):
        c = np.uint64(i)
        total[c + np.uint64(first)] += (
            (w0 * grid[a, c] + w1 * grid[a + one, c])
            + (w2 * grid[up, c] + w3 * grid[up + one, c])
            + (w4 * grid[far, c] + w5 * grid[far + one, c])
            + (w6 * grid[top, c] + w7 * grid[top + one, c])
        )


@numba.njit(inline="always")
def _scatter(grid, at, n, w, grad):
    for corner in range(4):
        row = at + (corner & 1) * n + (corner >> 1) * n * n
        for c in range(FEATURES):
            grid[row, c] += w[2 * corner] * grad[c]
        for c in range(FEATURES):
            grid[row + 1, c] += w[2 * corner + 1] * grad[c]


@kernel(parallel=True, fastmath=True)
def _forward(opacity, features, n, cameras, of, out):
    batch, resolution = out.shape[0], out.shape[1]
    one = np.float32(1)
    for job in numba.prange(batch * resolution):
        # Threads take ranges of jobs, and some volumes are fog, which takes longer: each thread gets rows of all.
        b, row = job % batch, job // batch
        solid, grid = opacity[of[b]], features[of[b]]
        w = np.empty(8, np.float32)
        for column in range(resolution):
            ox, oy, oz, dx, dy, dz = _ray(cameras[b], resolution, row, column)
            total = out[b, row, column]
            left = one
            for c in range(1 + FEATURES):
                total[c] = np.float32(0)
            first, last = _span(ox, oy, oz, dx, dy, dz, n)
            for k in range(first, last):
                d = np.float32((k + 0.5) / n * 2 - 1)
                x, y, z = ox + dx * d, oy + dy * d, oz + dz * d
                if x * x + y * y + z * z >= np.float32(BOUND * BOUND):
                    continue
                at = _corners(x, y, z, n, w)
                value = _value(solid, at, n, w)
                if value < np.float32(MIN_OPACITY_VALUE):
                    continue
                alpha = _alpha(value)
                weight = left * alpha
                left *= one - alpha
                total[0] += weight
                _add(grid, at, n, w, weight, total, 1)
                if left < np.float32(MIN_OPACITY):
                    break


@kernel(parallel=True, fastmath=True)
def _near(solid, grid, n, points, directions, reach, samples, share, out):
    one, half = np.float32(1), np.float32(0.5)
    count = points.shape[0]
    for part in numba.prange((count + POINTS - 1) // POINTS):
        w = np.empty(8, np.float32)
        for p in range(part * POINTS, min((part + 1) * POINTS, count)):
            total = out[p]
            for c in range(1 + FEATURES):
                total[c] = np.float32(0)
            left = one
            for k in range(samples):
                t = (half - (np.float32(k) + half) / samples) * np.float32(2) * reach
                x, y, z = (
                    points[p, 0] + t * directions[p, 0],
                    points[p, 1] + t * directions[p, 1],
                    points[p, 2] + t * directions[p, 2],
                )
                at = _corners(x, y, z, n, w)
                value = _value(solid, at, n, w)
                if value < np.float32(MIN_OPACITY_VALUE):
                    continue
                kept = (one - _alpha(value)) ** share
                weight = left * (one - kept)
                left *= kept
                total[0] += weight
                _add(grid, at, n, w, weight, total, 1)
                if left < np.float32(MIN_OPACITY):
                    break


@kernel(fastmath=True)
def _backward_image(solid, grid, n, camera, grad_out, grad_solid, grad_grid, values, corners, samples, cells):
    """Adds one image's gradients; the last four are room for a ray's samples."""
    resolution = grad_out.shape[0]
    one = np.float32(1)
    alphas, lefts, grad = samples[0], samples[1], samples[2]
    for row in range(resolution):
        for column in range(resolution):
            ox, oy, oz, dx, dy, dz = _ray(camera, resolution, row, column)
            g = grad_out[row, column]
            left = one
            count = 0
            first, last = _span(ox, oy, oz, dx, dy, dz, n)
            for k in range(first, last):
                d = np.float32((k + 0.5) / n * 2 - 1)
                x, y, z = ox + dx * d, oy + dy * d, oz + dz * d
                if x * x + y * y + z * z >= np.float32(BOUND * BOUND):
                    continue
                cell = _corners(x, y, z, n, corners[count])
                value = _value(solid, cell, n, corners[count])
                if value < np.float32(MIN_OPACITY_VALUE):
                    continue
                alpha = _alpha(value)
                values[count] = np.float32(0)
                _add(grid, cell, n, corners[count], one, values[count], 0)
                alphas[count], lefts[count], cells[count] = alpha, left, cell
                left *= one - alpha
                count += 1
                if left < np.float32(MIN_OPACITY):
                    break
            later = np.float32(0)
            for i in range(count):
                k = count - 1 - i
                alpha, weight = alphas[k], alphas[k] * lefts[k]
                worth = g[0]
                for c in range(FEATURES):
                    worth += g[1 + c] * values[k, c]
                    grad[c] = weight * g[1 + c]
                _scatter(grad_grid, cells[k], n, corners[k], grad)
                slope = np.float32(SHARPNESS) * alpha * ((one - alpha) * lefts[k] * worth - later)
                later += weight * worth
                for corner in range(4):
                    cell = cells[k] + (corner & 1) * n + (corner >> 1) * n * n
                    grad_solid[cell] += corners[k, 2 * corner] * slope
                    grad_solid[cell + 1] += corners[k, 2 * corner + 1] * slope


@kernel(parallel=True, fastmath=True)
def _backward(opacity, features, n, cameras, of, begins, grad_out, grad_opacity, grad_features):
    # What lies between two of ``begins`` is one thread's, and its rays come in order: no two threads add to a voxel,
    # and a sum has one order.
    for part in numba.prange(len(begins) - 1):
        grad_opacity[part, :], grad_features[part, :, :] = np.float32(0), np.float32(0)
        values, corners = np.empty((n, FEATURES), np.float32), np.empty((n, 8), np.float32)
        samples, cells = np.empty((3, max(n, FEATURES)), np.float32), np.empty(n, np.int64)
        for b in range(begins[part], begins[part + 1]):
            _backward_image(
                opacity[of[b]], features[of[b]], n, cameras[b], grad_out[b], grad_opacity[part], grad_features[part],
                values, corners, samples, cells,
            )  # fmt: skip


@kernel(parallel=True)
def _place(rows, where, opacity, features):
    for b in numba.prange(len(rows)):
        opacity[b, :], features[b, :, :] = np.float32(ABSENT), np.float32(0)
        for i in range(len(where)):
            opacity[b, where[i]] = rows[b, i]
            for c in range(FEATURES):
                features[b, where[i], c] = rows[b, len(where) + i * FEATURES + c]


@kernel(parallel=True)
def _take(opacity, features, where, rows):
    for b in numba.prange(len(rows)):
        for i in range(len(where)):
            rows[b, i] = opacity[b, where[i]]
            for c in range(FEATURES):
                rows[b, len(where) + i * FEATURES + c] = features[b, where[i], c]


def _flat(opacity: Tensor, features: Tensor) -> tuple[np.ndarray, np.ndarray, int]:
    """The kernels' first three arguments."""
    count, n = len(opacity), opacity.shape[1]
    solid, grid = opacity.detach().reshape(count, n**3), features.detach().reshape(count, n**3, FEATURES)
    return solid.numpy(), grid.numpy(), n


class Composite(torch.autograd.Function):
    @staticmethod
    def forward(ctx, opacity, features, camera, resolution, of):
        ctx.save_for_backward(opacity, features, camera, of)
        return render_maps(opacity, features, camera, resolution, of)

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        opacity, features, camera, of = ctx.saved_tensors
        solid, grid, n = _flat(opacity, features)
        # The images in the order of their volumes, and where the parts of them that one thread goes through begin.
        order = torch.argsort(of, stable=True)
        counts = np.bincount(of.numpy(), minlength=len(opacity))
        pieces = np.clip(counts, 1, PARTS)
        starts = np.cumsum(counts) - counts
        begins = [s + c * i // p for s, c, p in zip(starts, counts, pieces, strict=True) for i in range(p)]
        parts = len(begins)
        to_solid = np.empty((parts, n**3), np.float32)
        to_grid = np.empty((parts, n**3, FEATURES), np.float32)
        prepare_kernel()
        _backward(
            solid, grid, n, camera[order].numpy(), of[order].numpy(), np.asarray([*begins, len(of)]),
            grad[order].contiguous().numpy(), to_solid, to_grid,
        )  # fmt: skip
        grads = torch.from_numpy(to_solid), torch.from_numpy(to_grid)
        if parts > len(opacity):
            ends = np.cumsum(pieces)
            grads = tuple(  # type: ignore[assignment]
                torch.stack([whole[end - count : end].sum(0) for end, count in zip(ends, pieces, strict=True)])
                for whole in grads
            )
        return grads[0].view_as(opacity), grads[1].view_as(features), None, None, None


class Place(torch.autograd.Function):
    @staticmethod
    def forward(ctx, rows, where, edge):
        ctx.save_for_backward(where)
        count = len(rows)
        opacity, features = rows.new_empty(count, edge**3), rows.new_empty(count, edge**3, FEATURES)
        prepare_kernel()
        _place(rows.detach().contiguous().numpy(), where.numpy(), opacity.numpy(), features.numpy())
        return opacity, features

    @staticmethod
    @once_differentiable
    def backward(ctx, to_opacity, to_features):
        (where,) = ctx.saved_tensors
        rows = to_opacity.new_empty(len(to_opacity), len(where) * (1 + FEATURES))
        prepare_kernel()
        _take(to_opacity.contiguous().numpy(), to_features.contiguous().numpy(), where.numpy(), rows.numpy())
        return rows, None, None


def render_maps(opacity: Tensor, features: Tensor, camera: Tensor, resolution: int, of: Tensor) -> Tensor:
    out = features.new_empty(len(camera), resolution, resolution, 1 + FEATURES)
    prepare_kernel()
    solid, grid, n = _flat(opacity, features)
    _forward(solid, grid, n, camera.numpy(), of.numpy(), out.numpy())
    return out


def near_maps(
    opacity: Tensor, features: Tensor, points: Tensor, directions: Tensor, reach: float, samples: int
) -> Tensor:
    """Composited opacity and features [P, 1 + FEATURES] along lines through points [P, 3] of one volume, from `reach`
    along the directions [P, 3] to as far behind; see ``bozzetto.sds.volume.along_normals``."""
    solid, grid, n = _flat(opacity, features)
    out = features.new_empty(len(points), 1 + FEATURES)
    prepare_kernel()
    # An opacity holds for a step of one voxel; these are shorter.
    share = np.float32(reach / samples * n)
    lines = points.contiguous().numpy(), directions.contiguous().numpy()
    _near(solid[0], grid[0], n, *lines, np.float32(reach), samples, share, out.numpy())
    return out

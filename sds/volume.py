"""The object in three dimensions inside the embedded prior's network: a coarse volume that the words draw, and how it
looks from a camera.

A network that only knows "azimuth 135 degrees" has to learn for every object what turning it does to its image. Here
each noun has a volume of opacity and features over [-1, 1]^3 (``bozzetto.sds.volume_table``), and the view's own rays
composite it (emission and absorption, Max 1995), so turning is geometry and need not be learnt, and all views of a
prompt come from one object (HoloGAN, Nguyen-Phuoc et al. 2019, arXiv 1904.01326; EG3D, Chan et al. 2022, arXiv
2112.07945).

All words together, the colour among them, then turn the features: one affine map for the whole volume. A re-tinted
object is such a map of the object (what is painted, and how bright it is there, being features of it), so that a colour
learnt on one object is a colour on the next.

The volume is also told outright what it should show: opacity, surface normals and albedo of the training views
(``VolumeLayout.surface``). That trains it several times faster an image than through the network alone, and the normals
are worth having: where a wall has one colour its pictures do not say that it is flat, and its normals do.

``composite`` is the definition, in torch, on any device. ``composite_cpu`` is the same, compiled, with the same
gradient. Neither differentiates with respect to the camera.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numba
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

FEATURES = 8
"""Features of a voxel. A constant, so that the kernels unroll it."""
SHARPNESS, BIAS = 4.0, -3.0
"""A sample's opacity is sigmoid(SHARPNESS * value + BIAS): nearly empty at first, and quick to change."""
BOUND = 0.95
"""Samples farther from the centre than this are empty; the objects reach to 0.9."""
ABSENT = -2.0
"""The value where a volume has no voxel: an opacity of 2e-5."""
EMPTY = SHARPNESS * ABSENT + BIAS
TAN = math.tan(math.radians(20))
DISTANCE = 1 / math.sin(math.radians(20))
NEAR, NEAR_SAMPLES = 0.15, 16
"""``along_normals`` begins this far outside of a point, ends as far inside, and takes so many samples."""
TURN = 128
"""Hidden width of the network that turns the features."""
FAINT = 1e-4
"""The kernels pass over a sample that is less opaque, and stop a ray when less of its light is left."""
FAINT_VALUE = (math.log(FAINT / (1 - FAINT)) - BIAS) / SHARPNESS
"""The value that gives it."""


class Volume(NamedTuple):
    """What words draw."""

    opacity: Tensor
    """[V, N, N, N] indexed z, y, x; see SHARPNESS."""
    features: Tensor
    """[V, N, N, N, FEATURES]."""
    turn: Tensor | None = None
    """[V, FEATURES + 1, FEATURES]: what all words together change, f + f A + b, A first and then b. It is one map of a
    whole volume, so what is composited is turned, not the voxels.
    """


def _turned(maps: Tensor, turn: Tensor | None) -> Tensor:
    """Composited maps [B, ..., 1 + FEATURES] by the turns of their volumes [B, FEATURES + 1, FEATURES]."""
    if turn is None:
        return maps
    shape, maps = maps.shape, maps.flatten(1, -2)
    return torch.cat([maps[..., :1], maps[..., 1:] + maps.roll(-1, -1) @ turn], -1).view(shape)


def inside(edge: int) -> Tensor:
    """The voxels of a grid, as int64 indices into its N^3, whose centres lie within half a voxel of BOUND."""
    squares = ((torch.arange(edge) + 0.5) / edge * 2 - 1).square()
    apart = (squares[:, None, None] + squares[:, None] + squares).sqrt()
    return torch.nonzero(apart.flatten() < BOUND + 1 / edge)[:, 0]


def composite(volume: Volume, camera: Tensor, resolution: int, of: Tensor | None = None) -> Tensor:
    """Looks at volumes from cameras.

    Samples lie at the depths of the opacity's voxel centres along the viewing axis; those beyond BOUND are empty.

    Args:
        volume: V volumes.
        camera: [B, 7] sine and cosine of the azimuth, of the elevation, zoom, centre of the window; the prior's camera.
        resolution: R, pixels along an edge of the maps.
        of: int64 [B], the volume that each camera looks at, in [0, V); None where V is B and each has its own.
    Returns:
        [B, R, R, 1 + FEATURES], rows from the top: opacity in [0, 1], then the composited features.
    """
    opacity, features, turn = volume if of is None else picked(volume, of)
    sin_a, cos_a, sin_e, cos_e, zoom = camera[:, :5].unbind(1)
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], 1)
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)
    steps = lambda count: (torch.arange(count, device=opacity.device) + 0.5) / count * 2 - 1  # noqa: E731
    depth, pixel = steps(opacity.shape[1]), steps(resolution)
    spread = (DISTANCE + depth) * TAN
    x = (camera[:, 5:6] + pixel / zoom[:, None])[:, None, None, :, None] * spread[:, None, None, None]
    y = (camera[:, 6:7] - pixel / zoom[:, None])[:, None, :, None, None] * spread[:, None, None, None]
    z = -depth[:, None, None, None]
    points = sum(v * axis[:, None, None, None] for v, axis in ((x, right), (y, up), (z, back)))
    within = points.square().sum(-1, keepdim=True) < BOUND**2
    alpha = torch.sigmoid(SHARPNESS * _at(opacity[..., None], points) + BIAS) * within
    return _turned(_light(alpha, _at(features, points), 1), turn)


def picked(volume: Volume, which: Tensor | slice) -> Volume:
    """Some of the volumes, in the order of ``which``."""
    turn = None if volume.turn is None else volume.turn[which]
    return Volume(volume.opacity[which], volume.features[which], turn)


def _at(grid: Tensor, points: Tensor, beyond: str = "border") -> Tensor:
    """Trilinear values [B, ..., C] of grids [B, N, N, N, C] at points [B, I, J, K, 3]."""
    grid = grid.permute(0, 4, 1, 2, 3)
    return F.grid_sample(grid, points, align_corners=False, padding_mode=beyond).movedim(1, -1)


def _light(alpha: Tensor, features: Tensor, along: int) -> Tensor:
    """Opacity and features composited along a dimension, front to back, from the samples' [..., 1] and [..., C]."""
    after = (1 - alpha).cumprod(along)
    before = torch.cat(
        [torch.ones_like(after.narrow(along, 0, 1)), after.narrow(along, 0, after.shape[along] - 1)], along
    )
    weight = before * alpha
    return torch.cat([weight.sum(along), (weight * features).sum(along)], -1)


def along_normals(volume: Volume, points: Tensor, directions: Tensor) -> Tensor:
    """Looks at one volume from just outside of surface points, against their normals.

    Args:
        volume: opacity [1, N, N, N] and features [1, N, N, N, FEATURES].
        points: [P, 3] in [-1, 1]. directions: [P, 3] unit, outwards.
    Returns:
        [P, 1 + FEATURES]: opacity in [0, 1], then the composited features, as ``composite`` has them.
    """
    steps = (0.5 - (torch.arange(NEAR_SAMPLES, device=points.device) + 0.5) / NEAR_SAMPLES) * 2 * NEAR
    where = (points[:, None] + steps[:, None] * directions[:, None])[None, :, :, None]
    # An opacity holds for a step of one of its voxels; these are shorter.
    share = NEAR / NEAR_SAMPLES * volume.opacity.shape[1]
    alpha = 1 - (1 - torch.sigmoid(SHARPNESS * _at(volume.opacity[..., None], where) + BIAS)) ** share
    return _turned(_light(alpha, _at(volume.features, where), 2), volume.turn)[0, :, 0]


def at_points(volume: Volume, points: Tensor) -> tuple[Tensor, Tensor]:
    """Density [P] per world unit and features [P, FEATURES] of one volume at points [P, 3]; nothing beyond BOUND."""
    where = points[None, :, None, None]
    # An opacity alpha over a step of one voxel is a density of -log(1 - alpha) / voxel; alpha is a sigmoid.
    densities = F.softplus(SHARPNESS * _at(volume.opacity[..., None], where)[0, :, 0, 0, 0] + BIAS)
    densities = densities * (volume.opacity.shape[1] / 2) * (points.square().sum(-1) < BOUND**2)
    features = _at(volume.features, where)[0, :, 0, 0]
    whole = torch.cat([torch.ones_like(features[:, :1]), features], 1)
    return densities, _turned(whole[None], volume.turn)[0, :, 1:]


def arranged(parts: Sequence[tuple[Volume, float, Sequence[float]]], edge: int) -> Volume:
    """One volume of ``edge`` voxels an edge in which several stand: where two do, the more opaque has the place.

    Args:
        parts: volumes [1, N, N, N], a scale s and an offset o each: a part's point q is the whole's s q + o.
    """
    axis = (torch.arange(edge, device=parts[0][0].opacity.device) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    points = torch.stack([x, y, z], -1)
    solid = points.new_full((1, edge, edge, edge), ABSENT)
    seen = points.new_zeros(1, edge, edge, edge, FEATURES)
    for volume, scale, offset in parts:
        own = ((points - points.new_tensor(list(offset))) / scale)[None]
        # A part that is half as large is twice as dense; an opacity is that of a step of one voxel.
        step = volume.opacity.shape[1] / (edge * scale)
        depth = F.softplus(SHARPNESS * _at((volume.opacity - ABSENT)[..., None], own, "zeros")[..., 0] + EMPTY) * step
        value = ((depth + torch.log(-torch.expm1(-depth)) - BIAS) / SHARPNESS).clamp(min=ABSENT)
        features = _at(volume.features, own, "zeros")
        if volume.turn is not None:
            features = features + features @ volume.turn[:, None, None, :-1] + volume.turn[:, None, None, -1:]
        more = value > solid
        solid = torch.where(more, value, solid)
        seen = torch.where(more[..., None], features, seen)
    return Volume(solid, seen)


def stacked(volumes: Sequence[Volume]) -> Volume:
    """Volumes [1, ...] as one batch, with the edge of the finest."""
    edge = max(volume.opacity.shape[1] for volume in volumes)
    done = [volume.turn is None and volume.opacity.shape[1] == edge for volume in volumes]
    if any(done) or len({volume.opacity.shape[1] for volume in volumes}) > 1:
        centred = lambda volume: arranged([(volume, 1.0, (0.0, 0.0, 0.0))], edge)  # noqa: E731
        volumes = [v if as_it_is else centred(v) for v, as_it_is in zip(volumes, done, strict=True)]
    turns = [volume.turn for volume in volumes if volume.turn is not None]
    return Volume(
        torch.cat([volume.opacity for volume in volumes]),
        torch.cat([volume.features for volume in volumes]),
        torch.cat(turns) if turns else None,
    )


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
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


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
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


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
def _corners(x, y, z, n, weights):
    """Fills the eight corners' trilinear weights; returns the lowest corner's row of the volume seen as [N^3, C]."""
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


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
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


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
def _alpha(value):
    """The sigmoid of a sample's opacity."""
    return np.float32(1) / (np.float32(1) + np.exp(-(np.float32(SHARPNESS) * value + np.float32(BIAS))))


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
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


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
def _scatter(grid, at, n, w, grad):
    for corner in range(4):
        row = at + (corner & 1) * n + (corner >> 1) * n * n
        for c in range(FEATURES):
            grid[row, c] += w[2 * corner] * grad[c]
        for c in range(FEATURES):
            grid[row + 1, c] += w[2 * corner + 1] * grad[c]


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
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
                if value < np.float32(FAINT_VALUE):
                    continue
                alpha = _alpha(value)
                weight = left * alpha
                left *= one - alpha
                total[0] += weight
                _add(grid, at, n, w, weight, total, 1)
                if left < np.float32(FAINT):
                    break


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _backward(opacity, features, n, cameras, grad_out, grad_opacity, grad_features):
    batch, resolution = grad_out.shape[0], grad_out.shape[1]
    one = np.float32(1)
    # One image is one thread's, and its rays come in order: no two threads add to a voxel, and a sum has one order.
    for b in numba.prange(batch):
        solid, grid, grad_solid, grad_grid = opacity[b], features[b], grad_opacity[b], grad_features[b]
        grad_solid[:], grad_grid[:] = np.float32(0), np.float32(0)
        values, corners = np.empty((n, FEATURES), np.float32), np.empty((n, 8), np.float32)
        alphas, lefts, cells = np.empty(n, np.float32), np.empty(n, np.float32), np.empty(n, np.int64)
        grad = np.empty(FEATURES, np.float32)
        for row in range(resolution):
            for column in range(resolution):
                ox, oy, oz, dx, dy, dz = _ray(cameras[b], resolution, row, column)
                g = grad_out[b, row, column]
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
                    if value < np.float32(FAINT_VALUE):
                        continue
                    alpha = _alpha(value)
                    values[count] = np.float32(0)
                    _add(grid, cell, n, corners[count], one, values[count], 0)
                    alphas[count], lefts[count], cells[count] = alpha, left, cell
                    left *= one - alpha
                    count += 1
                    if left < np.float32(FAINT):
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


@numba.njit(parallel=True, nogil=True, cache=True)
def _place(rows, where, opacity, features):
    for b in numba.prange(len(rows)):
        opacity[b, :], features[b, :, :] = np.float32(ABSENT), np.float32(0)
        for i in range(len(where)):
            opacity[b, where[i]] = rows[b, i]
            for c in range(FEATURES):
                features[b, where[i], c] = rows[b, len(where) + i * FEATURES + c]


@numba.njit(parallel=True, nogil=True, cache=True)
def _take(opacity, features, where, rows):
    for b in numba.prange(len(rows)):
        for i in range(len(where)):
            rows[b, i] = opacity[b, where[i]]
            for c in range(FEATURES):
                rows[b, len(where) + i * FEATURES + c] = features[b, where[i], c]


def _use_torch_threads() -> None:
    # Numba's OpenMP layer, at its first use, sets the number of threads that torch's operations use too: put it back.
    threads = torch.get_num_threads()
    numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))  # type: ignore[attr-defined]
    if torch.get_num_threads() != threads:
        torch.set_num_threads(threads)


def _flat(opacity: Tensor, features: Tensor) -> tuple:
    """The kernels' first three arguments."""
    count, n = len(opacity), opacity.shape[1]
    solid, grid = opacity.detach().reshape(count, n**3), features.detach().reshape(count, n**3, FEATURES)
    return solid.numpy(), grid.numpy(), n


class _Composite(torch.autograd.Function):
    @staticmethod
    def forward(ctx, opacity, features, camera, resolution):
        ctx.save_for_backward(opacity, features, camera)
        return _seen(opacity, features, camera, resolution, torch.arange(len(opacity)))

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        opacity, features, camera = ctx.saved_tensors
        solid, grid, n = _flat(opacity, features)
        to_solid, to_grid = np.empty_like(solid), np.empty_like(grid)
        _use_torch_threads()
        _backward(solid, grid, n, camera.numpy(), grad.contiguous().numpy(), to_solid, to_grid)
        return torch.from_numpy(to_solid).view_as(opacity), torch.from_numpy(to_grid).view_as(features), None, None


class _Place(torch.autograd.Function):
    @staticmethod
    def forward(ctx, rows, where, edge):
        ctx.save_for_backward(where)
        count = len(rows)
        opacity, features = rows.new_empty(count, edge**3), rows.new_empty(count, edge**3, FEATURES)
        _use_torch_threads()
        _place(rows.detach().contiguous().numpy(), where.numpy(), opacity.numpy(), features.numpy())
        return opacity, features

    @staticmethod
    @once_differentiable
    def backward(ctx, to_opacity, to_features):
        (where,) = ctx.saved_tensors
        rows = to_opacity.new_empty(len(to_opacity), len(where) * (1 + FEATURES))
        _use_torch_threads()
        _take(to_opacity.contiguous().numpy(), to_features.contiguous().numpy(), where.numpy(), rows.numpy())
        return rows, None, None


def place(rows: Tensor, where: Tensor, edge: int) -> tuple[Tensor, Tensor]:
    """Opacity [V, N^3] and features [V, N^3, FEATURES] of rows [V, voxels * (1 + FEATURES)], the opacities of the
    voxels ``where`` first; the other voxels are empty.
    """
    # Where nothing is learnt this is done once for a prompt, and a kernel would only have to be compiled.
    if rows.requires_grad and rows.device.type == "cpu" and rows.dtype == torch.float32:
        return _Place.apply(rows, where, edge)
    count, kept = len(rows), len(where)
    opacity, features = rows.split([kept, FEATURES * kept], 1)
    return (
        rows.new_full((count, edge**3), ABSENT).index_copy(1, where, opacity),
        rows.new_zeros(count, edge**3, FEATURES).index_copy(1, where, features.reshape(count, kept, FEATURES)),
    )


def _seen(opacity: Tensor, features: Tensor, camera: Tensor, resolution: int, of: Tensor) -> Tensor:
    out = features.new_empty(len(camera), resolution, resolution, 1 + FEATURES)
    _use_torch_threads()
    solid, grid, n = _flat(opacity, features)
    _forward(solid, grid, n, camera.numpy(), of.numpy(), out.numpy())
    return out


@torch.compiler.disable
def composite_cpu(volume: Volume, camera: Tensor, resolution: int, of: Tensor | None = None) -> Tensor:
    """``composite``, compiled; deterministic for any number of threads. float32 on the CPU.

    A volume that several cameras look at (``of``) gets no gradient: training gives each image its own.
    """
    opacity, features, camera = volume.opacity.contiguous(), volume.features.contiguous(), camera.detach().contiguous()
    if of is None:
        return _turned(_Composite.apply(opacity, features, camera, resolution), volume.turn)
    if (opacity.requires_grad or features.requires_grad) and torch.is_grad_enabled():
        raise ValueError("composite_cpu: shared volumes (of=...) have no gradient; give each image its own volume")
    of = of.to("cpu", torch.int64).contiguous()
    turn = None if volume.turn is None else volume.turn[of]
    return _turned(_seen(opacity, features, camera, resolution, of), turn)


class VolumeLayout(nn.Module):
    """Maps [B, 1 + FEATURES + 3, R, R] of what the words mean in 3D, seen by the view: opacity, features, and the
    background where it shows through.

    Args:
        embedding: E, width of the words' vectors.
        edge: N, voxels along an edge.
        resolution: R.
    """

    channels = 1 + FEATURES + 3
    inside: Tensor

    def __init__(self, embedding: int, edge: int, resolution: int) -> None:
        super().__init__()
        self.edge, self.resolution = edge, resolution
        self.register_buffer("inside", inside(edge), persistent=False)
        self.turn = nn.Sequential(
            nn.LayerNorm(embedding),
            nn.Linear(embedding, TURN),
            nn.SiLU(),
            nn.Linear(TURN, (FEATURES + 1) * FEATURES),
        )
        for parameter in self.turn[-1].parameters():
            nn.init.zeros_(parameter)
        self.normal = nn.Linear(FEATURES, 3, bias=False)
        self.albedo = nn.Linear(FEATURES, 3, bias=False)

    def draw(self, rows: Tensor, text: Tensor) -> Volume:
        """The volumes of texts [V, E], whose nouns' rows of the table are [V, voxels inside * (1 + FEATURES)]: the
        opacities, then the features.
        """
        count, n = len(text), self.edge
        with torch.autocast(text.device.type, enabled=False):
            turn = self.turn(text.float()).view(count, FEATURES + 1, FEATURES)
        opacity, features = place(rows, self.inside, n)
        return Volume(opacity.view(count, n, n, n), features.view(count, n, n, n, FEATURES), turn)

    def forward(self, volume: Volume, camera: Tensor, background: Tensor, of: Tensor | None = None) -> Tensor:
        """Args: camera [B, 7] and of [B], see ``composite``; background [B, 3]."""
        look = composite_cpu if volume.opacity.device.type == "cpu" else composite
        maps = look(volume, camera.float(), self.resolution, of).permute(0, 3, 1, 2)
        return torch.cat([maps, (1 - maps[:, :1]) * background[:, :, None, None]], 1)

    def surface(self, maps: Tensor) -> Tensor:
        """What the volume itself says of the view, [B, 7, R, R], from what ``forward`` gave: opacity, then surface
        normals in world axes and albedo in [0, 1], both times opacity.
        """
        heads = torch.cat([self.normal.weight, self.albedo.weight])
        return torch.cat([maps[:, :1], torch.einsum("oc,bchw->bohw", heads, maps[:, 1 : 1 + FEATURES])], 1)

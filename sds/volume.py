"""The object in three dimensions inside the embedded prior's network: a coarse volume that the words draw, and how it
looks from a camera.

A network that only knows "azimuth 135 degrees" has to learn for every object what turning it does to its image. Here
the words mix basis volumes into one volume of opacity and features over [-1, 1]^3, and the view's own rays composite
it (emission and absorption, Max 1995), so turning is geometry and need not be learnt, and all views of a prompt come
from one object (HoloGAN, Nguyen-Phuoc et al. 2019, arXiv 1904.01326; EG3D, Chan et al. 2022, arXiv 2112.07945).

The volume is also told outright what it should show: opacity, surface normals and albedo of the training views
(``VolumeLayout.surface``). That trains it several times faster an image than through the network alone, and the normals
are worth having: where a wall has one colour its pictures do not say that it is flat, and its normals do.

``composite`` is the definition, in torch, on any device. ``composite_cpu`` is the same, compiled, with the same
gradient. Neither differentiates with respect to the camera.
"""

from __future__ import annotations

import math

import numba
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

CHANNELS = 8
"""Channels of a voxel: the logit of opacity, then seven features. A constant, so that the kernels unroll it."""
SHARPNESS, BIAS = 4.0, -3.0
"""A sample's opacity is sigmoid(SHARPNESS * value + BIAS): nearly empty at first, and quick to change."""
TAN = math.tan(math.radians(20))
DISTANCE = 1 / math.sin(math.radians(20))
NEAR_VOXELS, NEAR_SAMPLES = 2.0, 16
"""``along_normals`` begins this many voxels outside of a point, ends as many inside, and takes so many samples."""
OPAQUE = 1e-4
"""The kernels stop a ray when less than this share of its light is left."""


def composite(volume: Tensor, camera: Tensor, resolution: int, of: Tensor | None = None) -> Tensor:
    """Looks at volumes from cameras.

    Samples lie at the depths of the voxel centres along the viewing axis; those outside the unit sphere are empty.

    Args:
        volume: [V, N, N, N, CHANNELS] indexed z, y, x.
        camera: [B, 7] sine and cosine of the azimuth, of the elevation, zoom, centre of the window; the prior's camera.
        resolution: R, pixels along an edge of the maps.
        of: int64 [B], the volume that each camera looks at, in [0, V); None where V is B and each has its own.
    Returns:
        [B, R, R, CHANNELS], rows from the top: opacity in [0, 1], then the composited features.
    """
    volume = volume if of is None else volume[of]
    n = volume.shape[1]
    sin_a, cos_a, sin_e, cos_e, zoom = camera[:, :5].unbind(1)
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], 1)
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)
    steps = lambda count: (torch.arange(count, device=volume.device) + 0.5) / count * 2 - 1  # noqa: E731
    depth, pixel = steps(n), steps(resolution)
    spread = (DISTANCE + depth) * TAN
    x = (camera[:, 5:6] + pixel / zoom[:, None])[:, None, None, :, None] * spread[:, None, None, None]
    y = (camera[:, 6:7] - pixel / zoom[:, None])[:, None, :, None, None] * spread[:, None, None, None]
    z = -depth[:, None, None, None]
    points = sum(v * axis[:, None, None, None] for v, axis in ((x, right), (y, up), (z, back)))
    grid = volume.permute(0, 4, 1, 2, 3)
    seen = F.grid_sample(grid, points, align_corners=False, padding_mode="border").movedim(1, -1)
    alpha = torch.sigmoid(SHARPNESS * seen[..., :1] + BIAS) * (points.square().sum(-1, keepdim=True) < 1)
    after = (1 - alpha).cumprod(1)
    before = torch.cat([torch.ones_like(after[:, :1]), after[:, :-1]], 1)
    weight = before * alpha
    return torch.cat([weight.sum(1), (weight * seen[..., 1:]).sum(1)], -1)


def along_normals(volume: Tensor, points: Tensor, directions: Tensor) -> Tensor:
    """Looks at a volume from just outside of surface points, against their normals.

    Args:
        volume: [N, N, N, CHANNELS] indexed z, y, x.
        points: [P, 3] in [-1, 1]. directions: [P, 3] unit, outwards.
    Returns:
        [P, CHANNELS]: opacity in [0, 1], then the composited features, as ``composite`` has them.
    """
    voxel = 2 / volume.shape[0]
    steps = (0.5 - (torch.arange(NEAR_SAMPLES, device=volume.device) + 0.5) / NEAR_SAMPLES) * 2 * NEAR_VOXELS * voxel
    where = points[:, None] + steps[:, None] * directions[:, None]
    grid = volume.permute(3, 0, 1, 2)[None]
    seen = F.grid_sample(grid, where[None, :, :, None], align_corners=False, padding_mode="border")[0, ..., 0]
    seen = seen.permute(1, 2, 0)
    # An opacity holds for a step of one voxel; these are shorter.
    share = 2 * NEAR_VOXELS / NEAR_SAMPLES
    alpha = 1 - (1 - torch.sigmoid(SHARPNESS * seen[..., :1] + BIAS)) ** share
    after = (1 - alpha).cumprod(1)
    weight = torch.cat([torch.ones_like(after[:, :1]), after[:, :-1]], 1) * alpha
    return torch.cat([weight.sum(1), (weight * seen[..., 1:]).sum(1)], -1)


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
def _gather(grid, at, n, w, value):
    up, far = at + n, at + n * n
    top = far + n
    for c in range(CHANNELS):
        value[c] = (
            (w[0] * grid[at, c] + w[1] * grid[at + 1, c])
            + (w[2] * grid[up, c] + w[3] * grid[up + 1, c])
            + (w[4] * grid[far, c] + w[5] * grid[far + 1, c])
            + (w[6] * grid[top, c] + w[7] * grid[top + 1, c])
        )


@numba.njit(fastmath=True, nogil=True, cache=True, inline="always")
def _scatter(grid, at, n, w, grad):
    for corner in range(4):
        row = at + (corner & 1) * n + (corner >> 1) * n * n
        for c in range(CHANNELS):
            grid[row, c] += w[2 * corner] * grad[c]
        for c in range(CHANNELS):
            grid[row + 1, c] += w[2 * corner + 1] * grad[c]


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _forward(volume, n, cameras, of, out):
    batch, resolution = out.shape[0], out.shape[1]
    one = np.float32(1)
    for job in numba.prange(batch * resolution):
        b, row = job // resolution, job % resolution
        grid = volume[of[b]]
        w, value = np.empty(8, np.float32), np.empty(CHANNELS, np.float32)
        for column in range(resolution):
            ox, oy, oz, dx, dy, dz = _ray(cameras[b], resolution, row, column)
            total = out[b, row, column]
            left = one
            for c in range(CHANNELS):
                total[c] = np.float32(0)
            for k in range(n):
                d = np.float32((k + 0.5) / n * 2 - 1)
                x, y, z = ox + dx * d, oy + dy * d, oz + dz * d
                if x * x + y * y + z * z >= one:
                    continue
                _gather(grid, _corners(x, y, z, n, w), n, w, value)
                alpha = one / (one + np.exp(-(np.float32(SHARPNESS) * value[0] + np.float32(BIAS))))
                weight = left * alpha
                left *= one - alpha
                value[0] = one
                for c in range(CHANNELS):
                    total[c] += weight * value[c]
                if left < np.float32(OPAQUE):
                    break


@numba.njit(parallel=True, fastmath=True, nogil=True, cache=True)
def _backward(volume, n, cameras, grad_out, grad_volume):
    batch, resolution = grad_out.shape[0], grad_out.shape[1]
    one = np.float32(1)
    # One image is one thread's, and its rays come in order: no two threads add to a voxel, and a sum has one order.
    for b in numba.prange(batch):
        grid, grad_grid = volume[b], grad_volume[b]
        values, corners = np.empty((n, CHANNELS), np.float32), np.empty((n, 8), np.float32)
        alphas, lefts, rows = np.empty(n, np.float32), np.empty(n, np.float32), np.empty(n, np.int64)
        grad = np.empty(CHANNELS, np.float32)
        for row in range(resolution):
            for column in range(resolution):
                ox, oy, oz, dx, dy, dz = _ray(cameras[b], resolution, row, column)
                g = grad_out[b, row, column]
                left = one
                count = 0
                for k in range(n):
                    d = np.float32((k + 0.5) / n * 2 - 1)
                    x, y, z = ox + dx * d, oy + dy * d, oz + dz * d
                    if x * x + y * y + z * z >= one:
                        continue
                    at = _corners(x, y, z, n, corners[count])
                    _gather(grid, at, n, corners[count], values[count])
                    alpha = one / (one + np.exp(-(np.float32(SHARPNESS) * values[count, 0] + np.float32(BIAS))))
                    alphas[count], lefts[count], rows[count] = alpha, left, at
                    left *= one - alpha
                    count += 1
                    if left < np.float32(OPAQUE):
                        break
                later = np.float32(0)
                for i in range(count):
                    k = count - 1 - i
                    alpha, weight = alphas[k], alphas[k] * lefts[k]
                    worth = g[0]
                    for c in range(1, CHANNELS):
                        worth += g[c] * values[k, c]
                    for c in range(CHANNELS):
                        grad[c] = weight * g[c]
                    grad[0] = np.float32(SHARPNESS) * alpha * ((one - alpha) * lefts[k] * worth - later)
                    later += weight * worth
                    _scatter(grad_grid, rows[k], n, corners[k], grad)


def _use_torch_threads() -> None:
    # Numba's OpenMP layer, at its first use, sets the number of threads that torch's operations use too: put it back.
    threads = torch.get_num_threads()
    numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))  # type: ignore[attr-defined]
    if torch.get_num_threads() != threads:
        torch.set_num_threads(threads)


def _flat(volume: Tensor) -> Tensor:
    return volume.detach().view(len(volume), math.prod(volume.shape[1:4]), CHANNELS)


class _Composite(torch.autograd.Function):
    @staticmethod
    def forward(ctx, volume, camera, resolution):
        out = _seen(volume, camera, resolution, torch.arange(len(volume)))
        ctx.save_for_backward(volume, camera)
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx, grad):
        volume, camera = ctx.saved_tensors
        flat = _flat(volume)
        result = torch.zeros_like(flat)
        _use_torch_threads()
        _backward(flat.numpy(), volume.shape[1], camera.numpy(), grad.contiguous().numpy(), result.numpy())
        return result.view_as(volume), None, None


def _seen(volume: Tensor, camera: Tensor, resolution: int, of: Tensor) -> Tensor:
    out = volume.new_empty(len(camera), resolution, resolution, CHANNELS)
    _use_torch_threads()
    _forward(_flat(volume).numpy(), volume.shape[1], camera.numpy(), of.numpy(), out.numpy())
    return out


@torch.compiler.disable
def composite_cpu(volume: Tensor, camera: Tensor, resolution: int, of: Tensor | None = None) -> Tensor:
    """``composite``, compiled; deterministic for any number of threads. float32 on the CPU.

    A volume that several cameras look at (``of``) gets no gradient: training gives each image its own.
    """
    volume, camera = volume.contiguous(), camera.detach().contiguous()
    if of is None:
        return _Composite.apply(volume, camera, resolution)
    if volume.requires_grad and torch.is_grad_enabled():
        raise ValueError("composite_cpu: shared volumes (of=...) have no gradient; give each image its own volume")
    return _seen(volume, camera, resolution, of.to("cpu", torch.int64).contiguous())


class VolumeLayout(nn.Module):
    """Maps [B, CHANNELS + 3, R, R] of what the words mean in 3D, seen by the view: opacity, features, and the
    background where it shows through.

    Args:
        embedding: E, width of the words' vectors. edge: N, voxels along an edge. rank: basis volumes. resolution: R.
    """

    channels = CHANNELS + 3

    def __init__(self, embedding: int, edge: int, rank: int, resolution: int) -> None:
        super().__init__()
        self.edge, self.resolution = edge, resolution
        self.mix = nn.Sequential(nn.LayerNorm(embedding), nn.Linear(embedding, rank), nn.SiLU())
        self.basis = nn.Linear(rank, CHANNELS * edge**3)
        nn.init.normal_(self.basis.weight, std=0.02)
        nn.init.zeros_(self.basis.bias)
        self.normal = nn.Linear(CHANNELS - 1, 3, bias=False)
        self.albedo = nn.Linear(CHANNELS - 1, 3, bias=False)

    def draw(self, text: Tensor) -> Tensor:
        """The volumes [V, N, N, N, CHANNELS] of texts [V, E]."""
        n = self.edge
        return self.basis(self.mix(text)).float().view(len(text), n, n, n, CHANNELS)

    def forward(self, volume: Tensor, camera: Tensor, background: Tensor, of: Tensor | None = None) -> Tensor:
        """Args: volume [V, N, N, N, CHANNELS]; camera [B, 7] and of [B], see ``composite``; background [B, 3]."""
        look = composite_cpu if volume.device.type == "cpu" else composite
        maps = look(volume, camera.float(), self.resolution, of).permute(0, 3, 1, 2)
        return torch.cat([maps, (1 - maps[:, :1]) * background[:, :, None, None]], 1)

    def surface(self, maps: Tensor) -> Tensor:
        """What the volume itself says of the view, [B, 7, R, R], from what ``forward`` gave: opacity, then surface
        normals in world axes and albedo in [0, 1], both times opacity.
        """
        heads = torch.cat([self.normal.weight, self.albedo.weight])
        return torch.cat([maps[:, :1], torch.einsum("oc,bchw->bohw", heads, maps[:, 1:CHANNELS])], 1)

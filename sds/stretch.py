"""What shape words ("tall", "wide", "flat") make of an object: its volume stretched or shrunk along its axes.

A whole object scaled along one axis is out of shape: the seat of a tall chair is thick, the legs of a wide one are
boards. So each axis is stretched most where neighbouring slices of the object are alike, as along a leg or between two
of them, and least where they differ, as about a seat or at a leg's sides (non-homogeneous resizing, Kraevoy, Sheffer,
Shamir and Cohen-Or 2008). An object that differs everywhere, such as a ball, is scaled evenly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Float
from numpy.typing import NDArray
from torch import Tensor

from bozzetto.sds.scene import SHAPES
from bozzetto.sds.volume import EMPTY_LOGIT, Volume
from bozzetto.sds.volume_kernels import ABSENT, BIAS, SHARPNESS

MORE, LESS = 1.5, 0.62
"""How many times as long an axis gets."""
FLAT = 0.45
EVEN = (0.6, 1.7)
"""Bounds of what "round" does to an axis."""
LEAST, MOST = 0.35, 2.5
"""Of an axis, and of any place along it."""
UPRIGHT = 2.0
"""How many times as high as it is wide an object is whose length is its height."""
STANDING = 0.7
"""Share of its longest side that the height of a thing has that stands; arms and wings reach out."""
SHEET = 0.5
"""What is less high than this share of the way across has its thickness upwards, as a book that lies."""
LIKE = 1.3
"""Of two horizontal axes, one that is at most so many times as long as the other is as thin."""
CALM = 0.3
"""Difference between neighbouring slices, in [0, 1], at which they are stretched half as readily as equal ones."""
RADIUS = 0.9
"""Of the ball that an object fills, as those of the vocabulary do."""
FAINT = 0.2
"""Opacity from which a voxel is part of the object where it goes on from solid ones: ends of thin legs are no more."""
SPECK = 0.02
"""Share of an object's solid voxels; a loose piece that has fewer is none of it."""
FINER, MOST_VOXELS = 1.35, 72
"""How many voxels there are for one where the object's details get smaller, and along an edge at most."""
SHRUNK = 0.9


@dataclass(frozen=True)
class Stretch:
    """A monotone map of each axis of [-1, 1]^3, so that an object keeps to its ball.

    Args:
        knots: old coordinates [K], increasing, per axis. values: new coordinates [K] of them.
    """

    knots: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]
    values: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]
    diagonal: float
    """How many times as long the object's box is from corner to corner, were it not fitted into the ball again."""

    def forward(self, point: Sequence[float]) -> tuple[float, float, float]:
        """Where a point of the object goes."""
        x, y, z = (float(value) for value in self.moved(np.array([point], float))[0])
        return x, y, z

    def moved(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where points [P, 3] of the object go."""
        return np.stack([_along(points[:, k], self.knots[k], self.values[k]) for k in range(3)], 1)

    def backward(self, axis: int, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where the new coordinates ``places`` of an axis come from."""
        return _along(places, self.values[axis], self.knots[axis])

    def edge(self, usual: int) -> int:
        """Voxels along an edge that a stretched volume has, which had ``usual``."""
        scale = min(float((v[-1] - v[0]) / (k[-1] - k[0])) for k, v in zip(self.knots, self.values, strict=True))
        return usual if scale >= SHRUNK else max(usual, min(MOST_VOXELS, round(usual * FINER / scale / 8) * 8))


def _along(places: NDArray[np.float64], knots: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear between knots, and beyond them with the slope of the whole."""
    slope = (values[-1] - values[0]) / (knots[-1] - knots[0])
    beyond: NDArray[np.float64] = slope * (places - np.clip(places, knots[0], knots[-1]))
    return beyond + np.interp(places, knots, values)


def factors(shapes: Sequence[str], extents: Sequence[float]) -> tuple[float, float, float]:
    """How many times as long each axis (x, y, z) of an object gets by shape words.

    Args:
        shapes: changes, of ``bozzetto.sds.scene.SHAPES``. extents: of the object along x, y and z, in any unit.
    """
    size = np.maximum(np.array(extents, float), 1e-6)
    out = np.ones(3)
    for shape in shapes:
        now = size * out
        longest = 1 if now[1] > UPRIGHT * max(now[0], now[2]) else (0 if now[0] > now[2] else 2)
        slight = now == now.min()
        if now[1] > SHEET * min(now[0], now[2]):
            slight = (now <= LIKE * min(now[0], now[2])) & (np.arange(3) != 1)
        if shape in ("tall", "short"):
            out[1] *= MORE if shape == "tall" else LESS
        elif shape in ("wide", "narrow"):
            out[0] *= MORE if shape == "wide" else LESS
        elif shape == "long":
            out[longest] *= MORE
        elif shape == "thick":
            out[slight] *= MORE
        elif shape == "thin":
            out[slight] *= LESS
        elif shape == "fat":
            # What stands is fat around its height, what lies around its length.
            along = 1 if now[1] > STANDING * now.max() else now.argmax()
            out[np.arange(3) != along] *= MORE ** (2 / 3)
        elif shape == "flat":
            out[1] *= FLAT
        elif shape == "round":
            across = float(np.sqrt(now[0] * now[2]))
            whole = float(np.cbrt(now.prod()))
            even = whole if EVEN[0] <= whole / now[1] <= EVEN[1] else None
            goal = np.array([even or across, even or now[1], even or across])
            out *= np.clip(goal / now, *EVEN)
        else:
            raise ValueError(f"shape must be one of {list(SHAPES)}, got {shape!r}")
    x, y, z = (float(f) for f in np.clip(out, LEAST, MOST))
    return x, y, z


def stretch_of(solid: Float[Tensor, "n n n"], shapes: Sequence[str]) -> Stretch:
    """The stretch that shape words ask for of an object.

    Args:
        solid: its opacity in [0, 1], indexed z, y, x over [-1, 1]^3. shapes: of ``bozzetto.sds.scene.SHAPES``.
    """
    from scipy import ndimage  # here, since it takes a tenth of a second to import and few prompts need it

    alpha = solid.detach().double().cpu().numpy()
    edge = len(alpha)
    labels, count = ndimage.label(alpha > FAINT, np.ones((3, 3, 3)))
    solids = np.bincount(labels[alpha > 0.5], minlength=count + 1)
    full = np.isin(labels, np.nonzero(solids > SPECK * solids.sum())[0])
    if not full.any():
        full = np.ones_like(full)
    borders = np.arange(edge + 1) / edge * 2 - 1
    spans = []
    for axis in range(3):
        used = np.nonzero(full.any(tuple(k for k in range(3) if k != 2 - axis)))[0]
        spans.append((int(used[0]), int(used[-1]) + 1))
    wanted = factors(shapes, [high - low for low, high in spans])
    knots, values = [], []
    for axis, ((low, high), factor) in enumerate(zip(spans, wanted, strict=True)):
        local = _local(np.moveaxis(alpha, 2 - axis, 0)[low:high], factor)
        knots.append(borders[low : high + 1])
        values.append(np.concatenate([[0.0], np.cumsum(local * 2 / edge)]))
    # Into the ball again, about the middle of the box.
    middles = [(v[0] + v[-1]) / 2 for v in values]
    centres = np.stack([axis.reshape(-1) for axis in np.nonzero(full)][::-1], 1)
    there = np.stack(
        [np.interp((centres[:, k] + 0.5) / edge * 2 - 1, knots[k], values[k]) - middles[k] for k in range(3)], 1
    )
    grow = RADIUS / max(float(np.linalg.norm(there, axis=1).max()) + 1 / edge, 1e-6)
    before = float(np.linalg.norm([high - low for low, high in spans]))
    after = float(np.linalg.norm([(v[-1] - v[0]) * edge / 2 for v in values]))
    new = tuple((v - m) * grow for v, m in zip(values, middles, strict=True))
    return Stretch((knots[0], knots[1], knots[2]), (new[0], new[1], new[2]), after / before)


def _local(slices: NDArray[np.float64], factor: float) -> NDArray[np.float64]:
    """Scale of each of K slices [K, N, N] of one axis, ``factor`` on average and near 1 where slices differ."""
    from scipy import ndimage

    if abs(factor - 1) < 1e-6:
        return np.ones(len(slices))
    apart = np.mean([_apart(slices, across) for across in (1, 2)], axis=0)
    ends = np.concatenate([apart[:1], apart, apart[-1:]]) if len(apart) else np.zeros(2)
    # The middle slice of a thin board differs from none, and the board is to stay thin.
    differ = np.minimum(ndimage.maximum_filter1d(np.maximum(ends[:-1], ends[1:]), 3), 1.0)
    ready = 1 / (CALM + differ)
    # From 1 by a share of how ready each is, within bounds; what a bound takes, the others give.
    local = np.ones(len(slices))
    for _ in range(20):
        missing = factor * len(slices) - local.sum()
        free = (local < MOST - 1e-9) if missing > 0 else (local > LEAST + 1e-9)
        if abs(missing) < 1e-6 or not free.any():
            break
        local[free] += missing * ready[free] / ready[free].sum()
        local = np.clip(local, LEAST, MOST)
    return local


def _apart(slices: NDArray[np.float64], across: int) -> NDArray[np.float64]:
    """How different neighbours of K slices are [K - 1], in [0, 1]: the mean over their rows, a thin leg's as much as a
    broad top's."""
    rows, change = slices.sum(across), np.abs(np.diff(slices, axis=0)).sum(across)
    used = rows.max(0) > 0.5
    share: NDArray[np.float64] = (change / np.maximum(np.maximum(rows[1:], rows[:-1]), 0.5))[:, used].mean(1)
    return np.minimum(share, 1.0)


def stretched(
    volume: Volume, stretch: Stretch, normal: Float[Tensor, "3 features"], albedo: Float[Tensor, "3 features"]
) -> Volume:
    """A volume stretched; its features say the normals that its surface has then.

    Args:
        volume: one; its turn, if it has one, is not applied yet.
        normal, albedo: the linear heads.
    """
    own = volume.opacity.shape[1]
    edge = stretch.edge(own)
    points, scales = _grid(stretch, edge, volume.opacity)
    # An opacity is that of a step of one voxel; what is half as large is twice as dense.
    values = _sample((volume.opacity[0] - ABSENT)[..., None], points)[..., 0]
    depth = F.softplus(SHARPNESS * values + EMPTY_LOGIT) * (own / edge / scales.amin(-1))
    opacity = ((depth + torch.log(-torch.expm1(-depth)) - BIAS) / SHARPNESS).clamp(min=ABSENT)
    features = _sample(volume.features[0], points)
    # A normal is divided by the scales and stays as long as it was; the features change as little as that takes.
    turn = None if volume.turn is None else volume.turn[0]
    turned = features if turn is None else features + features @ turn[:-1] + turn[-1]
    old = turned @ normal.T
    new = old / scales
    new = new * (old.norm(dim=-1, keepdim=True) / new.norm(dim=-1, keepdim=True).clamp(min=1e-6))
    heads = torch.cat([normal, albedo])
    if turn is not None:
        heads = heads @ (torch.eye(len(turn) - 1, device=turn.device) + turn[:-1]).T
    wanted = torch.cat([new - old, torch.zeros_like(old)], -1).reshape(-1, 6)
    least = torch.linalg.solve(heads @ heads.T + 1e-4 * torch.eye(6, device=heads.device), wanted.T).T @ heads
    return Volume(opacity[None], (features + least.view_as(features))[None], volume.turn)


def stretched_share(share: Float[Tensor, " cells"], stretch: Stretch, edge: int) -> Float[Tensor, " others"]:
    """A share of each voxel [N^3], of ``edge`` voxels an edge after the stretch."""
    own = round(len(share) ** (1 / 3))
    grid = share.view(own, own, own, 1)
    points, _ = _grid(stretch, edge, grid)
    return _sample(grid, points).reshape(-1)


def solidity(volume: Volume) -> Float[Tensor, "n n n"]:
    """Opacity of one volume in [0, 1]."""
    return torch.sigmoid(SHARPNESS * volume.opacity[0] + BIAS)


def _grid(stretch: Stretch, edge: int, like: Tensor) -> tuple[Tensor, Tensor]:
    """Where the voxels of a stretched volume come from [N, N, N, 3], and the local scale of each axis there."""
    centres = (np.arange(edge) + 0.5) / edge * 2 - 1
    half = 1 / edge
    axes, scales = [], []
    for axis in range(3):
        axes.append(like.new_tensor(stretch.backward(axis, centres)))
        span = stretch.backward(axis, centres + half) - stretch.backward(axis, centres - half)
        scales.append(like.new_tensor(2 * half / np.maximum(span, 1e-6)))
    z, y, x = torch.meshgrid(axes[2], axes[1], axes[0], indexing="ij")
    down, up, across = torch.meshgrid(scales[2], scales[1], scales[0], indexing="ij")
    return torch.stack([x, y, z], -1), torch.stack([across, up, down], -1)


def _sample(grid: Tensor, points: Tensor) -> Tensor:
    """Trilinear values [N, N, N, C] of a grid [M, M, M, C]; 0 beyond it."""
    values = F.grid_sample(grid.permute(3, 0, 1, 2)[None], points[None], align_corners=False, padding_mode="zeros")
    return values[0].permute(1, 2, 3, 0)

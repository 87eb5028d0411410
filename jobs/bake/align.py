"""How a mesh has to be turned and scaled so that it stands as a prior knows its noun.

Both are compared as shells of voxels, about their own middles and as large as each other: the share of either shell
that lies within a voxel of the other one, and the overlap of their silhouettes along the three axes.
"""

import itertools
import math
from dataclasses import dataclass, replace

import numpy as np
import torch
from scipy import ndimage
from scipy.optimize import minimize

from bozzetto.export.mesh.lod import surface_samples
from bozzetto.export.mesh.mesh import Array, Mesh, bounds_of, face_normals
from bozzetto.jobs.train.knowledge import ShapeFn

EDGE = 32
"""Voxels along an edge."""
SAMPLES = 20_000
"""Points on the mesh."""
YAWS, SCALES = 24, (0.94, 1.0, 1.06)
"""Turns about the vertical that are tried for each axis that may point up, and sizes of the best of them."""
ROUND = 0.01
"""Of overlap, below which one turn about the vertical is as good as another."""
SOLID_STEP = 0.03
"""Length over which a density that stops a third of the light counts as solid, world units."""
UPS = (
    np.eye(3),
    np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]]),
    np.array([[0.0, 1, 0], [-1, 0, 0], [0, 0, 1]]),
)
"""Turns that bring +Y, +Z or +X up."""


@dataclass(frozen=True)
class Alignment:
    """The prior's point is scale * turn @ (x - middle) + offset."""

    turn: Array
    """[3, 3] rotation."""
    scale: float
    middle: Array
    offset: Array
    overlap: float
    """Of shells and silhouettes, in [0, 1]; 1 is the same shape."""

    def points(self, x: Array) -> Array:
        """[N, 3] in the prior's frame."""
        moved: Array = (self.scale * (x - self.middle) @ self.turn.T + self.offset).astype(np.float32)
        return moved

    def normals(self, n: Array) -> Array:
        """[N, 3] unit vectors in the prior's frame."""
        turned: Array = (n @ self.turn.T).astype(np.float32)
        return turned


FINE_SAMPLES, FINE_STEP = 3000, (0.02, 0.05)
"""Points on the mesh that fine alignment looks at, and how far to both sides of the surface, world units."""
FINE_SHIFT, FINE_TURN, FINE_ROUNDS = 0.03, 0.06, 160
"""First steps of shifts (world units) and of the turn and size, radians and shares; evaluations at most."""


def refined(mesh: Mesh, found: Alignment, shape_fn: ShapeFn) -> Alignment:
    """An alignment moved, turned about the vertical and sized a little, so that what is within the surface is solid and
    what is outside of it is not (Nelder and Mead 1965).

    Args:
        mesh: as `align` had it. found: what that found. shape_fn: density of what the prior knows.
    """
    points, faces = surface_samples(mesh, FINE_SAMPLES)[:2]
    normals = face_normals(mesh.vertices, mesh.faces).astype(np.float64)[faces]
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
    placed, turned = found.points(points).astype(np.float64), normals @ found.turn.T
    middle = placed.mean(0)

    def moved(by: Array) -> tuple[Array, float, Array]:
        return _yaw(float(by[3])), math.exp(float(by[4])), by[:3]

    def missed(by: Array) -> float:
        turn, scale, shift = moved(by)
        at, out = scale * (placed - middle) @ turn.T + middle + shift, turned @ turn.T
        asked = np.concatenate([at + side * step * out for step in FINE_STEP for side in (-1, 1)])
        sigmas = shape_fn(torch.from_numpy(asked.astype(np.float32)))[0].numpy().astype(np.float64)
        solid = (1 - np.exp(-sigmas * SOLID_STEP)).reshape(len(FINE_STEP), 2, -1)
        # A thin sheet is solid within neither step: what is outside counts in any case.
        return float((solid[:, 1] - solid[:, 0]).mean())

    start = np.zeros(5)
    steps = np.diag([FINE_SHIFT] * 3 + [FINE_TURN] * 2)
    simplex = np.concatenate([start[None], start + steps])
    options = {"initial_simplex": simplex, "maxfev": FINE_ROUNDS, "xatol": 1e-3, "fatol": 1e-4}
    best = minimize(missed, start, method="Nelder-Mead", options=options)
    if not best.fun < missed(start):
        return found
    turn, scale, shift = moved(best.x)
    # scale * turn @ (found(x) - middle) + middle + shift, as one alignment.
    offset = scale * (found.offset - middle) @ turn.T + middle + shift
    return replace(found, turn=turn @ found.turn, scale=scale * found.scale, offset=offset)


def align(mesh: Mesh, shape_fn: ShapeFn) -> Alignment:
    """Searches turns and sizes of a mesh for those in which it looks most like what a prior knows.

    Args:
        mesh: any.
        shape_fn: density of what the prior knows.
    """
    axis = (np.arange(EDGE) + 0.5) / EDGE * 2 - 1
    grid = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    sigmas = shape_fn(torch.from_numpy(grid.astype(np.float32)))[0].numpy()
    solid = (sigmas * SOLID_STEP > 0.4).reshape(EDGE, EDGE, EDGE)
    known = _Shell.of(solid)
    low, high = bounds_of(mesh)
    middle = (low + high) / 2
    samples = (surface_samples(mesh, SAMPLES)[0] - middle) / (np.linalg.norm(high - low) / 2)
    tried = []
    for up, k in itertools.product(UPS, range(YAWS)):
        turn = _yaw(2 * math.pi * k / YAWS) @ up
        tried.append((_overlap(known, samples @ turn.T), turn))
    # An axis other than the file's own must be clearly better.
    best = max(tried[:YAWS], key=lambda pair: pair[0])
    # What is round looks alike from all sides, and then the file's own front counts.
    best = tried[0] if tried[0][0] > best[0] - ROUND else best
    other = max(tried[YAWS:], key=lambda pair: pair[0])
    score, turn = other if other[0] > best[0] + 0.08 else best
    sized = [(_overlap(known, factor * samples @ turn.T), factor) for factor in SCALES]
    score, factor = max(sized)
    scale = factor * known.radius / (float(np.linalg.norm(high - low)) / 2)
    return Alignment(turn, scale, middle, known.middle, score)


@dataclass(frozen=True)
class _Shell:
    distance: Array
    """[E, E, E] voxels to the nearest of the shell."""
    cells: Array
    """[M, 3] of the shell, in units of its radius about its middle."""
    silhouettes: list[Array]
    middle: Array
    radius: float

    @classmethod
    def of(cls, solid: Array) -> "_Shell":
        shell = solid & ~ndimage.binary_erosion(solid)
        cells = (np.argwhere(shell) + 0.5) / EDGE * 2 - 1
        low, high = cells.min(0), cells.max(0)
        middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
        normal = (cells - middle) / radius
        voxels = _voxels(normal)
        return cls(ndimage.distance_transform_edt(~voxels), normal, _silhouettes(voxels), middle, radius)


def _voxels(points: Array) -> Array:
    """[E, E, E] which voxels of [-1, 1]^3 hold points."""
    out = np.zeros((EDGE, EDGE, EDGE), bool)
    index = np.clip(((points + 1) / 2 * EDGE).astype(int), 0, EDGE - 1)
    out[tuple(index.T)] = True
    return out


def _silhouettes(voxels: Array) -> list[Array]:
    return [ndimage.binary_fill_holes(ndimage.binary_closing(voxels.any(axis))) for axis in range(3)]


def _overlap(known: _Shell, points: Array) -> float:
    index = np.clip(((points + 1) / 2 * EDGE).astype(int), 0, EDGE - 1)
    there = float((known.distance[tuple(index.T)] <= 1.5).mean())
    voxels = _voxels(points)
    distance = ndimage.distance_transform_edt(~voxels)
    back_index = np.clip(((known.cells + 1) / 2 * EDGE).astype(int), 0, EDGE - 1)
    back = float((distance[tuple(back_index.T)] <= 1.5).mean())
    outlines = [
        float((a & b).sum() / max((a | b).sum(), 1))
        for a, b in zip(known.silhouettes, _silhouettes(voxels), strict=True)
    ]
    return (there + back) / 4 + sum(outlines) / 6


def _yaw(angle: float) -> Array:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])

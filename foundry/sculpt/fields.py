"""Signed distances that melt into one another, for bodies that grew: metres, negative inside.

    body = fields.ellipsoid((0, 0.5, 0), (0.2, 0.25, 0.4))
    body = body.blend(fields.capsule((0, 0.6, 0.3), (0, 0.9, 0.5), 0.1, 0.07), 0.08)
    solid = body.solid(cells=72)

A field knows the box that its inside lies in; it is sampled on a grid over that and meshed by marching cubes. The
smooth minimum is the quadratic one of https://iquilezles.org/articles/smin/; distances of ellipsoids are the
first-order ones of https://iquilezles.org/articles/ellipsoids/, right at the surface.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial.transform import Rotation
from skimage.measure import marching_cubes

from bozzetto.foundry.sculpt.solids import Solid, from_mesh

Array = NDArray[np.float64]
Point = tuple[float, float, float]

BLOCK = 6
"""Cells along an edge of the blocks that are sampled finely only where the surface may pass."""


@dataclass(frozen=True)
class Field:
    """A signed distance.

    Args:
        distance: [N, 3] -> [N].
        low, high: corners of a box that holds all of its inside.
    """

    distance: Callable[[Array], Array]
    low: Array
    high: Array

    def __or__(self, other: Field) -> Field:
        """Both, with a sharp crease."""
        low, high = np.minimum(self.low, other.low), np.maximum(self.high, other.high)
        return Field(lambda p: np.minimum(self.distance(p), other.distance(p)), low, high)

    def blend(self, other: Field, radius: float) -> Field:
        """Both, with the crease filled as far as `radius` from it."""
        low, high = np.minimum(self.low, other.low) - radius / 4, np.maximum(self.high, other.high) + radius / 4
        return Field(lambda p: _smooth_minimum(self.distance(p), other.distance(p), radius), low, high)

    def cut(self, other: Field, radius: float = 0.0) -> Field:
        """This without the other, its new edge round by `radius`."""
        if radius <= 0:
            return Field(lambda p: np.maximum(self.distance(p), -other.distance(p)), self.low, self.high)
        return Field(lambda p: -_smooth_minimum(-self.distance(p), other.distance(p), radius), self.low, self.high)

    def common(self, other: Field) -> Field:
        """What both hold."""
        low, high = np.maximum(self.low, other.low), np.minimum(self.high, other.high)
        return Field(lambda p: np.maximum(self.distance(p), other.distance(p)), low, high)

    def grow(self, distance: float) -> Field:
        """Thicker all round (or thinner)."""
        return Field(lambda p: self.distance(p) - distance, self.low - distance, self.high + distance)

    def move(self, offset: ArrayLike) -> Field:
        """Shifted by `offset` [3]."""
        shift = np.asarray(offset, float)
        return Field(lambda p: self.distance(p - shift), self.low + shift, self.high + shift)

    def rotate(self, degrees: Point) -> Field:
        """Turned about the origin, about X, then Y, then Z, as solids are."""
        turn = Rotation.from_euler("xyz", degrees, degrees=True).as_matrix()
        corners = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)])
        moved = (self.low + corners * (self.high - self.low)) @ turn.T
        return Field(lambda p: self.distance(p @ turn), moved.min(0), moved.max(0))

    def both_sides(self, radius: float = 0.0) -> Field:
        """This, which lies at x > 0, and its mirror image, melted where they meet."""
        flip = np.array([-1.0, 1.0, 1.0])
        low, high = np.minimum(self.low, self.high * flip), np.maximum(self.high, self.low * flip)
        if radius > 0:
            image = Field(lambda p: self.distance(p * flip), low, high)
            return self.blend(image, radius)
        return Field(lambda p: self.distance(np.concatenate([np.abs(p[:, :1]), p[:, 1:]], 1)), low, high)

    def displaced(self, height: Callable[[Array], Array], most: float) -> Field:
        """Its surface moved outwards by `height` ([N, 3] -> [N] metres), nowhere by more than `most`."""
        return Field(lambda p: self.distance(p) - height(p), self.low - most, self.high + most)

    def solid(self, cells: int = 64) -> Solid:
        """The inside as a solid, of cells of 1 / `cells` of the box's longest side.

        Raises:
            ValueError: there is no inside at this resolution.
        """
        cell = float((self.high - self.low).max()) / cells
        blocks = np.ceil((self.high - self.low + 4 * cell) / (cell * BLOCK)).astype(int)
        origin = (self.low + self.high) / 2 - blocks * BLOCK * cell / 2
        values = self._samples(origin, cell, blocks)
        if values.min() >= 0:
            raise ValueError("the field has no inside at this resolution: take more cells")
        vertices, faces, _, _ = marching_cubes(values, 0.0, spacing=(cell,) * 3)
        return from_mesh(vertices + origin, faces)

    def _samples(self, origin: Array, cell: float, blocks: NDArray[np.int64]) -> Array:
        """Distances on the grid; blocks that the surface cannot reach have their middle's value throughout."""
        middles = np.stack(np.meshgrid(*(np.arange(n) + 0.5 for n in blocks), indexing="ij"), -1).reshape(-1, 3)
        coarse = self.distance(origin + middles * BLOCK * cell)
        # Half a block's diagonal, and as much again and a quarter: blends and ellipsoids give no true distances.
        near = np.abs(coarse) < 1.125 * math.sqrt(3) * BLOCK * cell
        values = np.repeat(coarse[:, None], BLOCK**3, 1)
        steps = np.stack(np.meshgrid(*(np.arange(BLOCK),) * 3, indexing="ij"), -1).reshape(-1, 3)
        corners = (middles[near] - 0.5) * BLOCK
        points = origin + (corners[:, None] + steps) * cell
        values[near] = self.distance(points.reshape(-1, 3)).reshape(-1, BLOCK**3)
        x, y, z = (int(n) for n in blocks)
        grid = values.reshape(x, y, z, BLOCK, BLOCK, BLOCK).transpose(0, 3, 1, 4, 2, 5)
        grid = grid.reshape(x * BLOCK, y * BLOCK, z * BLOCK)
        # A vertex on a sample would be several; the far border is outside by construction.
        return np.where(np.abs(grid) < cell * 1e-4, cell * 1e-4, grid)


def _smooth_minimum(a: Array, b: Array, radius: float) -> Array:
    h = np.maximum(radius - np.abs(a - b), 0) / radius
    return np.minimum(a, b) - h * h * radius / 4


def sphere(centre: Point, radius: float) -> Field:
    """A ball."""
    c = np.asarray(centre, float)
    return Field(lambda p: np.linalg.norm(p - c, axis=1) - radius, c - radius, c + radius)


def ellipsoid(centre: Point, half: Point) -> Field:
    """An ellipsoid by its half axes; turn it by `.rotate` about the origin before `.move`."""
    c, r = np.asarray(centre, float), np.asarray(half, float)

    def distance(p: Array) -> Array:
        q = (p - c) / r
        outer = np.linalg.norm(q, axis=1)
        inner = np.linalg.norm(q / r, axis=1)
        return np.where(inner > 1e-9, outer * (outer - 1) / np.maximum(inner, 1e-9), -float(r.min()))

    return Field(distance, c - r, c + r)


def capsule(a: Point, b: Point, radius: float, end: float | None = None) -> Field:
    """A limb from a to b whose radius goes from `radius` to `end`."""
    start, stop = np.asarray(a, float), np.asarray(b, float)
    along = stop - start
    square = max(float(along @ along), 1e-12)
    last = radius if end is None else end
    most = max(radius, last)

    def distance(p: Array) -> Array:
        share = np.clip((p - start) @ along / square, 0, 1)
        return np.linalg.norm(p - start - share[:, None] * along, axis=1) - (radius + (last - radius) * share)

    return Field(distance, np.minimum(start, stop) - most, np.maximum(start, stop) + most)


def limb(path: ArrayLike, radius: ArrayLike) -> Field:
    """A chain of capsules along a path [N, 3] with radii [N] (or one): a neck, a tail, a tentacle."""
    points = np.asarray(path, float)
    radii = np.broadcast_to(np.asarray(radius, float), (len(points),))
    most = float(radii.max())

    def distance(p: Array) -> Array:
        best = np.full(len(p), np.inf)
        for start, stop, r0, r1 in zip(points[:-1], points[1:], radii[:-1], radii[1:], strict=True):
            along = stop - start
            share = np.clip((p - start) @ along / max(float(along @ along), 1e-12), 0, 1)
            best = np.minimum(
                best, np.linalg.norm(p - start - share[:, None] * along, axis=1) - (r0 + (r1 - r0) * share)
            )
        return best

    return Field(distance, points.min(0) - most, points.max(0) + most)


def box(centre: Point, half: Point, radius: float = 0.0) -> Field:
    """A box by its half sides, its edges round by `radius` (inside of them)."""
    c, h = np.asarray(centre, float), np.asarray(half, float)

    def distance(p: Array) -> Array:
        q = np.abs(p - c) - (h - radius)
        return np.linalg.norm(np.maximum(q, 0), axis=1) + np.minimum(q.max(1), 0) - radius

    return Field(distance, c - h, c + h)


def torus(centre: Point, major: float, minor: float) -> Field:
    """A ring about a vertical axis."""
    c = np.asarray(centre, float)
    reach = np.array([major + minor, minor, major + minor])

    def distance(p: Array) -> Array:
        q = p - c
        return np.hypot(np.hypot(q[:, 0], q[:, 2]) - major, q[:, 1]) - minor

    return Field(distance, c - reach, c + reach)


def cylinder(base: Point, height: float, radius: float, rounding: float = 0.0) -> Field:
    """An upright cylinder on `base`, its rims round by `rounding`."""
    c = np.asarray(base, float) + (0, height / 2, 0)
    reach = np.array([radius, height / 2, radius])

    def distance(p: Array) -> Array:
        q = p - c
        across = np.hypot(q[:, 0], q[:, 2]) - radius + rounding
        up = np.abs(q[:, 1]) - height / 2 + rounding
        outside = np.hypot(np.maximum(across, 0), np.maximum(up, 0))
        return outside + np.minimum(np.maximum(across, up), 0) - rounding

    return Field(distance, c - reach, c + reach)


def melt(radius: float, *fields: Field) -> Field:
    """All of them, melted one after the other by the same radius."""
    whole = fields[0]
    for field in fields[1:]:
        whole = whole.blend(field, radius)
    return whole

"""Thin parts made even along their length: coherence-enhancing diffusion of a density, which also closes gaps in them.

Weickert 1999, Coherence-Enhancing Diffusion Filtering, along lines only: where the structure tensor has one eigenvalue
far below both others, the density is averaged along its eigenvector. A pole about as thin as what an image prior can
see comes out of distillation in knobs and in pieces; walls, which have two small eigenvalues, stay as they are.

What is diffused is sigma / (sigma + level), in (0, 1), for along a density itself the peaks would count for everything.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float32, Int64
from scipy import ndimage

from bozzetto.export.mesh.mesh import Array
from bozzetto.export.surface.density_grid import DensityFn, DensityGrid, evaluate_density, node_positions

DIFFUSION_ROUNDS = 6
DIFFUSION_STEP = 0.5
"""Of the length, between a point and its two neighbours along the line; all rounds reach 0.9 of it (one sigma)."""
GAP_REACH = 1.7
"""Of the length: gaps of up to twice that are closed from both sides."""
MIN_SHARE = 1e-4
"""Of what is diffused: no density counts as less, and none as more than a whole less this."""
EMPTY_SHARE = 0.05
"""What is diffused and less than this is empty space, more than a whole less this the inside."""


@dataclass(frozen=True)
class EvenLines:
    """A density near whose lines an evened one is interpolated; elsewhere it is the field's own."""

    log_density: Float32[np.ndarray, "n n n"]
    """[n, n, n] float32 at the grid's nodes: what `even_lines` made."""
    changed: Float32[np.ndarray, "n n n"]
    """[n, n, n] float32: 1 at nodes of lines and round them, else 0."""

    def of(self, density_fn: DensityFn) -> DensityFn:
        """The evened density.

        Args:
            density_fn: the field of the grid, [N, 3] float32 -> [N] float32, per metre.
        """

        def density(points: Array) -> Array:
            sigmas = np.array(density_fn(points), np.float32)
            coordinates = self._coordinates(points)
            share = ndimage.map_coordinates(self.changed, coordinates, order=1, mode="nearest")
            near = np.flatnonzero(share > 0)
            there = coordinates[:, near]
            # The field between nodes is as uneven as it was: mixed, it would bring the knobs back, finer.
            even = ndimage.map_coordinates(self.log_density, there, order=1, mode="nearest")
            own = np.log(np.maximum(sigmas[near], 1e-6))
            sigmas[near] = np.exp(own + share[near] * (even - own))
            return sigmas

        return density

    def of_grid(self, grid: DensityGrid) -> DensityGrid:
        """The evened densities at the nodes of the grid that `even_lines` was given."""
        here = self.changed > 0
        values = grid.values.copy()
        values[here] = np.exp(self.log_density[here])
        return replace(grid, values=values, sampled=None if grid.sampled is None else grid.sampled | here)

    def of_coarse(self, coarse: DensityGrid, density_fn: DensityFn) -> DensityGrid:
        """The evened densities at the nodes of a whole grid of the field `density_fn`, asked for only near lines."""
        values, n = coarse.values.reshape(-1).copy(), coarse.resolution
        inside = _bounds(self.changed > 0, 1)
        near = np.zeros(0, np.int64)
        if inside is not None:
            scale = n / len(self.changed)
            sides = [np.arange(int(side.start * scale), min(math.ceil(side.stop * scale) + 1, n)) for side in inside]
            flat = np.ravel_multi_index(np.ix_(*sides), (n, n, n)).reshape(-1)
            positions = node_positions(flat, n)
            share = ndimage.map_coordinates(self.changed, self._coordinates(positions), order=1, mode="nearest")
            near = flat[share > 0]
            values[near] = evaluate_density(self.of(density_fn), positions[share > 0])
        return DensityGrid(values.reshape(coarse.values.shape), coarse.n_evaluated + len(near))

    def _coordinates(self, points: Array) -> Array:
        """Positions [N, 3] in nodes, [3, N]."""
        coordinates: Array = (np.asarray(points, np.float32).T + 1) * (len(self.changed) / 2) - 0.5
        return coordinates


def even_lines(grid: DensityGrid, level: float, length: float) -> EvenLines:
    """Makes thin parts even along their length.

    Args:
        grid: densities.
        level: density per metre that counts as half there.
        length: metres over which a part is averaged, and the widest that is thin.

    Returns:
        The evened density near lines.
    """
    there = np.clip(grid.values / (np.maximum(grid.values, 0) + level), MIN_SHARE, 1 - MIN_SHARE).astype(np.float32)
    scale = length / grid.spacing
    nodes, direction, coherence = line_directions(there, scale)
    place = np.stack(np.unravel_index(nodes, there.shape)).astype(np.float32)
    along = direction.T * np.float32(scale)

    def beside(distance: float) -> Iterator[Array]:
        for sign in (1, -1):
            yield ndimage.map_coordinates(there, place + sign * distance * along, order=1, mode="nearest")

    for _ in range(DIFFUSION_ROUNDS):
        now = there.reshape(-1)[nodes]
        even = now + coherence * (0.25 * sum(beside(DIFFUSION_STEP)) - 0.5 * now)
        closed = coherence * np.minimum(*beside(GAP_REACH))
        there.reshape(-1)[nodes] = np.maximum(even, closed)
    there = np.clip(there, MIN_SHARE, 1 - MIN_SHARE)
    changed = np.zeros(there.shape, bool)
    changed.reshape(-1)[nodes] = True
    log_density = np.log(there / (1 - there)) + np.float32(np.log(level))
    return EvenLines(log_density, _grown(changed, 1).astype(np.float32))


def line_directions(
    there: Float32[np.ndarray, "n n n"], scale: float
) -> tuple[Int64[np.ndarray, " lines"], Float32[np.ndarray, "lines 3"], Float32[np.ndarray, " lines"]]:
    """Where a field runs on along a line, by the structure tensor (the gradient's outer product, averaged).

    Args:
        there: [n, n, n] float32 in (0, 1).
        scale: nodes over which the tensor is averaged.

    Returns:
        The nodes' flat indices [N], their lines' directions [N, 3] (unit, of either sign), and the coherence [N] in
        (0, 1]: ((l2 - l1) / (l2 + l1))^2 min(2 l2 / l3, 1) of the eigenvalues l1 <= l2 <= l3.
    """
    # Two boxes make a hat, near enough to a Gaussian of one sigma `scale`, at a third of its time.
    window = 2 * round((math.sqrt(6 * scale**2 + 1) - 1) / 2) + 1
    near = np.zeros(there.shape, bool)
    if (some := _bounds(there > EMPTY_SHARE, 2)) is not None:
        near[some] = _grown(there[some] > EMPTY_SHARE, 2) & _grown(there[some] < 1 - EMPTY_SHARE, 2)
    if (box := _bounds(near, window)) is None:
        return np.zeros(0, np.int64), np.zeros((0, 3), np.float32), np.zeros(0, np.float32)
    gradient = np.gradient(ndimage.gaussian_filter(there[box], 0.7))
    inside = np.flatnonzero(near[box])
    tensor = {}
    for i in range(3):
        for j in range(i, 3):
            product = gradient[i] * gradient[j]
            for _ in range(2):
                product = ndimage.uniform_filter(product, window)
            tensor[i, j] = product.reshape(-1)[inside].astype(np.float64)
    smallest, middle, largest = _eigenvalues(tensor)
    coherence = ((middle - smallest) / (middle + smallest + 1e-12)) ** 2
    coherence *= np.minimum(2 * middle / (largest + 1e-12), 1)
    kept = coherence > 0.05
    direction = _eigenvector({key: value[kept] for key, value in tensor.items()}, smallest[kept])
    corner = np.array([part.start for part in box])[:, None]
    place = np.stack(np.unravel_index(inside[kept], gradient[0].shape)) + corner
    nodes = np.ravel_multi_index(tuple(place), there.shape)
    return nodes, direction.astype(np.float32), coherence[kept].astype(np.float32)


def _bounds(mask: Array, margin: int) -> tuple[slice, slice, slice] | None:
    """The box [n, n, n] about what is true and so many nodes around; None where nothing is."""
    sides = []
    for axis in range(3):
        there = np.flatnonzero(mask.any(axis=tuple({0, 1, 2} - {axis})))
        if len(there) == 0:
            return None
        sides.append(slice(max(int(there[0]) - margin, 0), int(there[-1]) + 1 + margin))
    return sides[0], sides[1], sides[2]


def _grown(mask: Array, reach: int) -> Array:
    """True within so many nodes, along each axis, of what is true."""
    for axis in range(3):
        grown = mask.copy()
        for step in range(1, reach + 1):
            ahead, behind = [slice(None)] * 3, [slice(None)] * 3
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            grown[tuple(ahead)] |= mask[tuple(behind)]
            grown[tuple(behind)] |= mask[tuple(ahead)]
        mask = grown
    return mask


def _eigenvalues(tensor: dict[tuple[int, int], Array]) -> tuple[Array, Array, Array]:
    """Of symmetric 3 x 3 matrices, ascending, each [N] (Smith 1961, the trigonometric solution)."""
    a, b, c = tensor[0, 0], tensor[1, 1], tensor[2, 2]
    d, e, f = tensor[0, 1], tensor[0, 2], tensor[1, 2]
    mean = (a + b + c) / 3
    a, b, c = a - mean, b - mean, c - mean
    spread = np.sqrt((a * a + b * b + c * c + 2 * (d * d + e * e + f * f)) / 6) + 1e-20
    half = (a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e)) / (2 * spread**3)
    angle = np.arccos(np.clip(half, -1, 1)) / 3
    largest = mean + 2 * spread * np.cos(angle)
    smallest = mean + 2 * spread * np.cos(angle + 2 * np.pi / 3)
    return np.maximum(smallest, 0), np.maximum(3 * mean - smallest - largest, 0), np.maximum(largest, 0)


def _eigenvector(tensor: dict[tuple[int, int], Array], value: Array) -> Array:
    """[N, 3] unit vectors of simple eigenvalues [N]: the longest of the three cross products of A - l's rows."""
    rows = np.empty((len(value), 3, 3))
    for (i, j), entry in tensor.items():
        rows[:, i, j] = rows[:, j, i] = entry
    rows[:, range(3), range(3)] -= value[:, None]
    rows /= np.abs(rows).max(axis=(1, 2), keepdims=True) + 1e-300
    across = np.cross(rows, rows[:, [1, 2, 0]])
    length = np.linalg.norm(across, axis=2)
    best = length.argmax(axis=1)
    direction: Array = across[range(len(value)), best] / (length.max(axis=1, keepdims=True) + 1e-300)
    return direction

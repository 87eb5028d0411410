"""Marching cubes over a density grid, whole or in blocks, with vertices where the field itself crosses the level.

One more ring of nodes outside the cube takes the border's values reflected about the iso level, so a surface that
leaves the cube closes on its side.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from jaxtyping import Float, Float32, Float64, Int64
from skimage.measure import marching_cubes

from bozzetto.export.mesh.mesh import Array, Mesh, face_volumes
from bozzetto.export.surface.density_grid import (
    DensityFn,
    DensityGrid,
    EmptySurfaceError,
    active_nodes,
    check_level,
    evaluate_density,
    nearest_coarse,
    node_positions,
)


@dataclass(frozen=True)
class Crossings:
    """Marching cubes before its vertices are placed; coordinates count grid nodes, node 0 at 0."""

    vertices: Float64[np.ndarray, "v 3"]
    """[V, 3] float64: on the grid edge between two nodes, or (Lewiner's extra ones) inside a cell."""
    faces: Int64[np.ndarray, "f 3"]
    """[F, 3] int64, wound one way, inward or outward: `marching_mesh` finds out which."""
    ends: Float32[np.ndarray, "v 2"]
    """[V, 2] float32: the field, in (-1, 1), at the lower and the upper node of the edge; 0 inside a cell."""
    resolution: int
    """Nodes along a side of the cube."""
    n_evaluated: int
    """How many densities were asked for."""


def extract_surface(
    grid: DensityGrid, level: float, *, density_fn: DensityFn | None = None, refine_steps: int = 4, block: int = 1 << 17
) -> Mesh:
    """Marching cubes (Lewiner et al. 2003), closed at the border of the cube and wound outward.

    The field that is interpolated is (sigma - level) / (sigma + level), a sigmoid of log sigma: a trained density rises
    by orders of magnitude within a cell, and along it plain interpolation makes stairs. With `density_fn` each vertex
    then moves along its grid edge to where the density really crosses the level.

    Args:
        grid: densities.
        level: iso level, per metre, positive.
        density_fn: the field of the grid, to refine the vertices; None leaves them where interpolation puts them.
        refine_steps: evaluations of the field for each vertex.
        block: points for one call.

    Returns:
        A closed mesh with positions and faces.

    Raises:
        EmptySurfaceError: no density reaches the level.
        SolidFieldError: all densities reach it.
    """
    crossings = march(grid, level)
    if density_fn is not None and refine_steps > 0:
        crossings = refine_crossings(crossings, level, density_fn, refine_steps, block)
    return marching_mesh(crossings)


def march(grid: DensityGrid, level: float) -> Crossings:
    """Marching cubes over a whole grid at once.

    Args:
        grid: densities.
        level: iso level, per metre.

    Returns:
        The crossings by interpolation.

    Raises:
        EmptySurfaceError: no density reaches the level.
        SolidFieldError: all densities reach it.
    """
    check_level(grid, level)
    n = grid.resolution
    inside = grid.values >= level
    bounds = [np.flatnonzero(inside.any(axis=axes)) for axes in ((1, 2), (0, 2), (0, 1))]
    low = np.array([max(b[0] - 1, 0) for b in bounds])
    high = np.array([min(b[-1] + 2, n) for b in bounds])
    padded = np.pad(_signed(grid.values[low[0] : high[0], low[1] : high[1], low[2] : high[2]], level), 1, mode="edge")
    ring = np.ones(padded.shape, bool)
    ring[1:-1, 1:-1, 1:-1] = False
    padded[ring] = -np.abs(padded[ring])
    vertices, faces, _, _ = marching_cubes(padded, 0.0, allow_degenerate=False)
    return Crossings(vertices + (low - 1.0), faces.astype(np.int64), _ends(vertices, padded), n, grid.n_evaluated)


def march_blocks(
    density_fn: DensityFn,
    coarse: DensityGrid,
    level: float,
    resolution: int,
    *,
    margin: float = 0.1,
    cells: int = 64,
    block: int = 1 << 17,
    progress: Callable[[float], None] | None = None,
) -> Crossings:
    """Marching cubes cube by cube, for grids that would not fit the memory as a whole.

    The same surface as `sample_density_near` and `march` give, but for the order of the vertices and rounding. Only
    (`cells` + 1)^3 nodes of the grid exist at a time, and blocks away from the surface are never sampled.

    Args:
        density_fn: [N, 3] float32 -> [N], per metre.
        coarse: samples of the same field.
        level: iso level, per metre.
        resolution: nodes along a side of the fine grid.
        margin: as in `sample_density_near`.
        cells: cells along a side of a block.
        block: points for one call.
        progress: called with the fraction done.

    Returns:
        The crossings by interpolation.

    Raises:
        EmptySurfaceError: no density reaches the level.
        SolidFieldError: all densities reach it.
        ValueError: the resolution is below the coarse grid's.
    """
    if resolution < coarse.resolution:
        raise ValueError(f"resolution {resolution} is below the coarse grid's {coarse.resolution}")
    check_level(coarse, level)
    n = resolution
    active, nearest = active_nodes(coarse, level, margin), nearest_coarse(n, coarse.resolution)
    # Nodes -1 and n are the ring that closes a surface at the border of the cube.
    origins = list(itertools.product(range(-1, n, cells), repeat=3))
    joined, n_evaluated = _JoinedBlocks(n), coarse.n_evaluated
    for number, origin in enumerate(origins, 1):
        nodes = [np.arange(first, min(first + cells, n) + 1) for first in origin]
        inner = [np.clip(axis, 0, n - 1) for axis in nodes]
        across = np.ix_(*(nearest[axis] for axis in inner))
        values, wanted = coarse.values[across], active[across]
        on_ring = any(axis[0] < 0 or axis[-1] >= n for axis in nodes)
        if not wanted.any() and (values.max() < level or (values.min() >= level and not on_ring)):
            continue
        n_evaluated += _sample_block(density_fn, values, wanted, inner, n, block)
        signed = _signed(values, level)
        ring = _outside(nodes, n)
        signed[ring] = -np.abs(signed[ring])
        if signed.min() >= 0 or signed.max() < 0:
            continue
        vertices, faces, _, _ = marching_cubes(signed, 0.0, allow_degenerate=False)
        joined.add(origin, vertices, faces, _ends(vertices, signed))
        if progress is not None:
            progress(number / len(origins))
    if not joined.faces:
        lowest, highest = float(coarse.values.min()), float(coarse.values.max())
        raise EmptySurfaceError(
            f"no surface at level {level:.4g} on the grid of {n}: the density lies in [{lowest:.4g}, {highest:.4g}] on "
            f"the grid of {coarse.resolution}. Choose another level or resolution."
        )
    return joined.crossings(n_evaluated)


@dataclass
class _JoinedBlocks:
    """Surfaces of blocks, joined where they share grid edges.

    Each vertex has a key: of one on a grid edge, 3 times the number of the edge's lower node in the grid with its ring
    plus the edge's axis, which is the same in every block; of one of Lewiner's inside a cell, which belongs to one
    block only, a negative number that no other vertex has.
    """

    resolution: int
    keys: list[Array] = field(default_factory=list)
    vertices: list[Array] = field(default_factory=list)
    ends: list[Array] = field(default_factory=list)
    faces: list[Array] = field(default_factory=list)
    """Of all vertices, in the order of the blocks."""
    n_vertices: int = 0
    n_inside: int = 0

    def add(self, origin: tuple[int, ...], vertices: Array, faces: Array, ends: Array) -> None:
        """One block: vertices in its own nodes, its first node, which may be of the ring."""
        base = np.floor(vertices).astype(np.int64)
        off_node = vertices > base
        axis = np.argmax(off_node, axis=1)
        place = base + np.array(origin)
        key = np.ravel_multi_index(tuple((place + 1).T), (self.resolution + 2,) * 3) * 3 + axis
        inside = np.flatnonzero(off_node.sum(axis=1) != 1)
        key[inside] = -1 - self.n_inside - np.arange(len(inside))
        self.n_inside += len(inside)
        self.keys.append(key)
        self.vertices.append(vertices + np.array(origin, np.float64))
        self.ends.append(ends)
        self.faces.append(faces.astype(np.int64) + self.n_vertices)
        self.n_vertices += len(vertices)

    def crossings(self, n_evaluated: int) -> Crossings:
        """The whole surface, vertices in the order of their keys."""
        _, first, number = np.unique(np.concatenate(self.keys), return_index=True, return_inverse=True)
        return Crossings(
            np.concatenate(self.vertices)[first],
            number.reshape(-1)[np.concatenate(self.faces)],
            np.concatenate(self.ends)[first],
            self.resolution,
            n_evaluated,
        )


def _sample_block(
    density_fn: DensityFn, values: Array, wanted: Array, nodes: list[Array], resolution: int, block: int
) -> int:
    """Puts the field's densities into `values` where `wanted`; `nodes` are the block's along each axis. How many."""
    flat = np.flatnonzero(wanted)
    if len(flat):
        place = np.unravel_index(flat, wanted.shape)
        index = np.ravel_multi_index(tuple(axis[i] for axis, i in zip(nodes, place, strict=True)), (resolution,) * 3)
        values.reshape(-1)[flat] = evaluate_density(density_fn, node_positions(index, resolution), block)
    return len(flat)


def _outside(nodes: list[Array], resolution: int) -> Array:
    """Which nodes of a block, given along each axis, lie on the ring outside the cube."""
    ring = np.zeros([len(axis) for axis in nodes], bool)
    for axis, numbers in enumerate(nodes):
        beyond = (numbers < 0) | (numbers >= resolution)
        ring |= beyond.reshape([-1 if k == axis else 1 for k in range(3)])
    return ring


def marching_mesh(crossings: Crossings) -> Mesh:
    """The mesh whose vertices are the crossings.

    Args:
        crossings: refined or not.

    Returns:
        A closed mesh in metres, wound outward.
    """
    positions = positions_of(crossings.vertices, crossings.resolution)
    faces = crossings.faces
    if face_volumes(positions, faces).sum() < 0:
        faces = faces[:, ::-1]
    return Mesh(positions, np.ascontiguousarray(faces, np.int32))


def refine_crossings(
    crossings: Crossings, level: float, density_fn: DensityFn, steps: int = 4, block: int = 1 << 17
) -> Crossings:
    """False position with the Illinois rule along the grid edge of each vertex.

    Args:
        crossings: by interpolation.
        level: iso level, per metre.
        density_fn: [N, 3] float32 -> [N], per metre.
        steps: evaluations of the field for each vertex.
        block: points for one call.

    Returns:
        The crossings with their vertices moved along their edges.
    """
    n = crossings.resolution
    vertices = crossings.vertices.copy()
    base = np.floor(vertices).astype(np.int64)
    fraction = vertices - base
    off_node = fraction > 0
    axis = np.argmax(off_node, axis=1)
    rows = np.arange(len(vertices))
    # Lewiner's tables add some vertices inside a cell, and those on the border ring have no field beyond the cube.
    along = base[rows, axis]
    movable = (off_node.sum(axis=1) == 1) & (along >= 0) & (along + 1 < n)
    rows, base, axis = rows[movable], base[movable], axis[movable]
    step = np.eye(3, dtype=np.int64)[axis]
    left = np.zeros(len(rows))
    right = np.ones(len(rows))
    value_left, value_right = crossings.ends[rows].astype(np.float64).T
    estimate = fraction[rows, axis]
    origin = (base + 0.5) * (2.0 / n) - 1.0
    last = np.zeros(len(rows), np.int8)
    for _ in range(steps):
        points = origin + step * (estimate * (2.0 / n))[:, None]
        sigmas = evaluate_density(density_fn, points.astype(np.float32), block).astype(np.float64)
        value = (sigmas - level) / (np.maximum(sigmas, 0) + level)
        to_left = np.sign(value) == np.sign(value_left)
        left, value_left = np.where(to_left, estimate, left), np.where(to_left, value, value_left)
        right, value_right = np.where(to_left, right, estimate), np.where(to_left, value_right, value)
        value_right = np.where(to_left & (last == 1), value_right / 2, value_right)
        value_left = np.where(~to_left & (last == -1), value_left / 2, value_left)
        last = np.where(to_left, 1, -1).astype(np.int8)
        slope = value_left - value_right
        estimate = np.where(slope != 0, left + (right - left) * value_left / np.where(slope != 0, slope, 1), estimate)
    # A vertex on a node would meet its neighbours there, and their faces would lose their area.
    vertices[rows, axis] = base[np.arange(len(rows)), axis] + np.clip(estimate, 0.02, 0.98)
    return replace(crossings, vertices=vertices)


def positions_of(vertices: Float[np.ndarray, "v 3"], n: int) -> Float32[np.ndarray, "v 3"]:
    """Positions of points that are counted in grid nodes, kept inside the cube."""
    positions = (vertices + 0.5) * (2.0 / n) - 1.0
    return np.clip(positions, -1.0, 1.0).astype(np.float32)


def _signed(values: Array, level: float) -> Array:
    """What is interpolated, in (-1, 1), never nearly zero: a node exactly on the surface makes faces without area."""
    signed = (values - level) / (np.maximum(values, 0) + level)
    return np.where(np.abs(signed) < 1e-4, np.where(signed >= 0, 1e-4, -1e-4), signed).astype(np.float32)


def _ends(vertices: Array, signed: Array) -> Array:
    """The field at both nodes of each vertex's grid edge; 0 for vertices inside a cell."""
    base = np.floor(vertices).astype(np.int64)
    off_node = vertices > base
    step = np.eye(3, dtype=np.int64)[np.argmax(off_node, axis=1)]
    upper = np.minimum(base + step, np.array(signed.shape) - 1)
    ends = np.stack([signed[tuple(base.T)], signed[tuple(upper.T)]], axis=1)
    ends[off_node.sum(axis=1) != 1] = 0.0
    return ends

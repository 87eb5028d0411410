"""The dual of marching cubes, with vertices where tangent planes meet: sharp edges stay sharp.

Each patch of marching cubes inside a cell becomes one vertex, and each crossing of a grid edge one quad between the
four patches around it (dual marching cubes: Nielson 2004), which keeps the topology of Lewiner's tables. The vertex is
where the planes at the patch's crossings meet best (dual contouring: Ju et al. 2002, eq. 1), kept inside its cell.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from bozzetto.export.mesh.mesh import Array, Mesh, face_volumes
from bozzetto.export.surface.density_grid import DensityFn, evaluate_density
from bozzetto.export.surface.marching_cubes import Crossings, positions_of

# Eigenvalues of the planes' quadric below this share of the largest one count as flat: noise in the normals of a smooth
# surface stays below it, the second and third plane of an edge and a corner do not.
FLAT = 0.1
# Half the distance, in cells, over which a gradient is taken.
GRADIENT_STEP = 0.25


def dual_mesh(crossings: Crossings, level: float, density_fn: DensityFn, block: int = 1 << 17) -> Mesh:
    """The dual surface of refined crossings.

    Args:
        crossings: refined by the same field.
        level: iso level, per metre.
        density_fn: [N, 3] float32 -> [N], per metre; asked for four times at each crossing, for its gradient.
        block: points for one call.

    Returns:
        A closed mesh in metres, wound outward, with the marching one's topology; a tunnel within one cell is pinched.
    """
    n = crossings.resolution
    vertices, faces = crossings.vertices, crossings.faces
    base = np.floor(vertices).astype(np.int64)
    off_node = vertices > base
    on_edge = off_node.sum(axis=1) == 1
    axis = np.argmax(off_node, axis=1)

    cell = np.floor(vertices[faces].mean(axis=1)).astype(np.int64)
    patch, n_patches = _patches(faces, cell, len(vertices))

    # The four cells around an edge, counter-clockwise seen along its axis.
    corner_vertex, corner_patch = faces.reshape(-1), np.repeat(patch, 3)
    corner_cell = np.repeat(cell, 3, axis=0)
    keep = on_edge[corner_vertex]
    corner_vertex, corner_patch, corner_cell = corner_vertex[keep], corner_patch[keep], corner_cell[keep]
    rows = np.arange(len(corner_vertex))
    a = axis[corner_vertex]
    u = corner_cell[rows, (a + 1) % 3] - base[corner_vertex, (a + 1) % 3] + 1
    v = corner_cell[rows, (a + 2) % 3] - base[corner_vertex, (a + 2) % 3] + 1
    quadrant = np.array([[0, 3], [1, 2]])[np.clip(u, 0, 1), np.clip(v, 0, 1)]
    around = np.full((len(vertices), 4), -1, np.int64)
    around[corner_vertex, quadrant] = corner_patch
    around = around[on_edge]
    # Upwards when the field falls along the axis: the normal points from inside to outside.
    falls = crossings.ends[on_edge, 0] > 0
    around = np.where(falls[:, None], around, around[:, ::-1])

    normals = _gradients(crossings, on_edge, level, density_fn, block)
    of_vertex = np.cumsum(on_edge) - 1
    pairs = np.unique(corner_patch * np.int64(len(vertices)) + corner_vertex)
    members, at = pairs // len(vertices), of_vertex[pairs % len(vertices)]
    placed = _minimise(members, vertices[on_edge][at], normals[at], n_patches)
    lowest = np.full((n_patches, 3), np.iinfo(np.int64).max)
    lowest[patch] = cell
    placed = np.clip(placed, lowest + 0.01, lowest + 0.99)
    positions = positions_of(placed, n)

    marched = positions_of(vertices, n)
    twice, middles = _pinched(faces, patch, cell, len(vertices))
    touched = np.isin(np.flatnonzero(on_edge), list({v for v, _, _ in twice})) if twice else np.zeros(len(around), bool)
    triangles = _triangulate(around[~touched], positions, normals[~touched])
    if touched.any():
        fans, centers = _fans(np.flatnonzero(on_edge)[touched], around[touched], twice, n_patches, len(middles))
        halves = (marched[middles[:, 0]] + marched[middles[:, 1]]) / 2
        positions = np.concatenate([positions, halves, marched[centers]])
        triangles = np.concatenate([triangles, fans])
    if face_volumes(positions, triangles).sum() < 0:
        triangles = triangles[:, ::-1]
    return Mesh(positions, np.ascontiguousarray(triangles, np.int32))


def _patches(faces: Array, cell: Array, n_vertices: int) -> tuple[Array, int]:
    """[F] the connected piece of the surface in its cell that each face belongs to."""
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    edge = np.minimum(start, end) * np.int64(n_vertices) + np.maximum(start, end)
    order = np.argsort(edge, kind="stable")
    of_face = np.repeat(np.arange(len(faces)), 3)[order]
    same = edge[order][1:] == edge[order][:-1]
    left, right = of_face[:-1][same], of_face[1:][same]
    joined = (cell[left] == cell[right]).all(axis=1)
    graph = coo_matrix((np.ones(joined.sum(), np.int8), (left[joined], right[joined])), shape=(len(faces),) * 2)
    n_patches, patch = connected_components(graph, directed=False)
    return patch.astype(np.int64), n_patches


def _pinched(faces: Array, patch: Array, cell: Array, n_vertices: int) -> tuple[dict[tuple[int, int, int], int], Array]:
    """Edges of marching cubes on a cell's side which are not the only one between their two patches.

    Their dual edges would fall on one another, four quads to an edge. Returns the number of each such edge by (end,
    patch, patch), and [M, 2] the ends.
    """
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    low, high = np.minimum(start, end), np.maximum(start, end)
    edge = low * np.int64(n_vertices) + high
    order = np.argsort(edge, kind="stable")
    same = np.flatnonzero(edge[order][1:] == edge[order][:-1])
    of_face = np.repeat(np.arange(len(faces)), 3)
    left, right = patch[of_face[order[same]]], patch[of_face[order[same + 1]]]
    across = left != right
    ends = np.stack([low[order[same]], high[order[same]]], axis=1)[across]
    a, b = np.minimum(left, right)[across], np.maximum(left, right)[across]
    _, group, count = np.unique(a * np.int64(patch.max() + 1) + b, return_inverse=True, return_counts=True)
    chosen = np.flatnonzero(count[group.reshape(-1)] > 1)
    twice = {}
    for number, k in enumerate(chosen):
        for vertex in ends[k]:
            twice[int(vertex), int(a[k]), int(b[k])] = number
    return twice, ends[chosen]


def _fans(
    crossings: Array, around: Array, twice: dict[tuple[int, int, int], int], n_patches: int, n_middles: int
) -> tuple[Array, Array]:
    """Polygons that have middles of edges among their corners, as fans about their crossing: [T, 3], [C] centres."""
    triangles: list[tuple[int, int, int]] = []
    centers: list[int] = []
    for vertex, ring in zip(crossings.tolist(), around.tolist(), strict=True):
        ring = [p for p in ring if p >= 0]
        polygon = []
        for k, here in enumerate(ring):
            after = ring[(k + 1) % len(ring)]
            polygon.append(here)
            middle = twice.get((vertex, min(here, after), max(here, after)))
            if middle is not None:
                polygon.append(n_patches + middle)
        center = n_patches + n_middles + len(centers)
        centers.append(vertex)
        triangles += [(center, polygon[k], polygon[(k + 1) % len(polygon)]) for k in range(len(polygon))]
    return np.array(triangles, np.int64).reshape(-1, 3), np.array(centers, np.int64)


def _gradients(crossings: Crossings, chosen: Array, level: float, density_fn: DensityFn, block: int) -> Array:
    """Outward unit normals at crossings, by four points of a tetrahedron around each."""
    step = GRADIENT_STEP * 2.0 / crossings.resolution
    centers = (crossings.vertices[chosen] + 0.5) * (2.0 / crossings.resolution) - 1.0
    gradient = np.zeros_like(centers)
    for arm in np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]], np.float64):
        points = np.clip(centers + step * arm, -1.0, 1.0).astype(np.float32)
        sigmas = evaluate_density(density_fn, points, block).astype(np.float64)
        gradient += ((sigmas - level) / (np.maximum(sigmas, 0) + level))[:, None] * arm
    length = np.linalg.norm(gradient, axis=1, keepdims=True)
    normals: Array = -gradient / np.maximum(length, 1e-30)
    # Where the cube cuts the surface off, the cube's side is the surface.
    base = np.floor(crossings.vertices[chosen])
    for axis in range(3):
        moves = crossings.vertices[chosen][:, axis] > base[:, axis]
        for node, sign in ((-1, -1.0), (crossings.resolution - 1, 1.0)):
            cut = moves & (base[:, axis] == node)
            normals[cut] = sign * np.eye(3)[axis]
    return normals


def _minimise(members: Array, points: Array, normals: Array, n_patches: int) -> Array:
    """[P, 3] where each patch's planes meet best, nearest to its crossings' middle."""
    count = np.maximum(np.bincount(members, minlength=n_patches), 1)[:, None]
    middle = np.stack([np.bincount(members, points[:, k], n_patches) for k in range(3)], axis=1) / count
    offset = np.einsum("ni,ni->n", normals, points - middle[members])
    right = np.stack([np.bincount(members, normals[:, k] * offset, n_patches) for k in range(3)], axis=1)
    quadric = np.zeros((n_patches, 3, 3))
    for i in range(3):
        for j in range(i, 3):
            quadric[:, i, j] = quadric[:, j, i] = np.bincount(members, normals[:, i] * normals[:, j], n_patches)
    values, vectors = np.linalg.eigh(quadric)
    inverse = np.where(values > FLAT * values[:, 2:], 1.0 / np.maximum(values, 1e-12), 0.0)
    positions: Array = middle + np.einsum("pij,pj,pkj,pk->pi", vectors, inverse, vectors, right)
    return positions


def _triangulate(around: Array, positions: Array, normals: Array) -> Array:
    """Two triangles a quad, along the diagonal whose triangles look most as the crossing does."""
    whole = (around >= 0).all(axis=1)
    quads, expected = around[whole], normals[whole]
    corners = positions[quads].astype(np.float64)

    def agreement(first: tuple[int, int, int], second: tuple[int, int, int]) -> Array:
        worst = np.full(len(quads), np.inf)
        for i, j, k in (first, second):
            normal = np.cross(corners[:, j] - corners[:, i], corners[:, k] - corners[:, i])
            length = np.maximum(np.linalg.norm(normal, axis=1), 1e-30)
            worst = np.minimum(worst, np.einsum("qi,qi->q", normal, expected) / length)
        return worst

    one, other = agreement((0, 1, 2), (0, 2, 3)), agreement((0, 1, 3), (1, 2, 3))
    diagonals = np.linalg.norm(corners[:, :2] - corners[:, 2:], axis=2)
    shorter = diagonals[:, 0] <= diagonals[:, 1]
    split = np.where(np.abs(one - other) > 0.05, one > other, shorter)
    triangles = np.where(
        split[:, None], quads[:, [0, 1, 2, 0, 2, 3]], quads[:, [0, 1, 3, 1, 2, 3]]
    ).reshape(-1, 3)  # fmt: skip
    partly = around[~whole & ((around >= 0).sum(axis=1) == 3)]
    rest = np.array([[p for p in row if p >= 0] for row in partly], np.int64).reshape(-1, 3)
    triangles = np.concatenate([triangles, rest])
    distinct = (triangles[:, 0] != triangles[:, 1]) & (triangles[:, 1] != triangles[:, 2])
    kept: Array = triangles[distinct & (triangles[:, 2] != triangles[:, 0])]
    return kept

"""A surface fitted to normals that somebody knows better than the surface does.

Where a wall has one colour, its silhouette is all that distillation sees of it, and within the silhouette it may be
dented. Normals from elsewhere (a prior that was taught them) say that it is flat.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from jaxtyping import Float, Float32
from scipy.sparse import coo_matrix, csr_matrix, diags

from bozzetto.export.mesh.conjugate_gradients import solve_positive
from bozzetto.export.mesh.mesh import Array, Mesh, face_normals, neighbour_average, vertex_normals

NormalFn = Callable[[Float32[np.ndarray, "n 3"], Float32[np.ndarray, "n 3"]], Float[np.ndarray, "n 3"]]
"""(points [N, 3], the surface's unit normals there [N, 3]) -> normals [N, 3] in world axes, shorter where unsure."""
EDGE_WEIGHT = 0.2887
"""Of a squared difference along an edge, so that an equilateral face's three sum to area times squared gradient."""
CERTAINTY_POWER = 4
"""Power of a normal's length; 4 in the place of 1 made walls flatter and kept 1 % of silhouette IoU."""
EDGE_HOLD = 1000.0
"""How many times as much as a sure one a convex vertex is held where no normal is sure. At 0 boxes lost 2.5 % of what
they cover and 3 dB; at 3500 their walls were drawn out less.
"""
SOFT_ROUNDS = 10
"""Of averaging over neighbours, for the surface without its dents."""
CG_TOLERANCE = 1e-4
MAX_ITERATIONS = 300
SOLVE_ROUNDS = 2
"""Normals are asked for where the surface is; the second round asks where it is nearly flat."""


def fit_normals(mesh: Mesh, normal_fn: NormalFn, *, length: float = 2.0) -> Mesh:
    """Moves vertices along their normals, as little as may be, so that faces lie at right angles to the given normals.

    The positions p minimise

        sum over faces of  area |c grad (n . p)|^2  +  (2 pi / length)^2  sum over vertices of  area h |p - p_0|^2,

    with n the given normal of the face, c its certainty, and h how much the vertex is held: features of the surface
    much shorter than `length` follow the normals, much longer ones stay as they are. Sparse linear systems, solved by
    conjugate gradients (Nehab et al. 2005, Efficiently Combining Positions and Normals for Precise 3D Geometry,
    section 4).

    h = 1, but 1 + EDGE_HOLD (1 - c)^2 where the surface is convex. Round an edge two walls' normals mix to short ones,
    which would bevel it, while the silhouettes that made the surface saw just there where it is; within a wall they
    saw nothing, and it may lie too far in. So edges stay, and walls are drawn out to them.

    Args:
        mesh: a closed mesh; positions and faces are read.
        normal_fn: see NormalFn. Certainty is the normal's length, less where it points away from the surface's own,
            dents smoothed away: a thin part, or another part behind it.
        length: metres, positive.

    Returns:
        A mesh with positions and faces.

    Raises:
        ValueError: `normal_fn` returns a wrong shape or values that are not finite, or `length` is not positive.
    """
    if not length > 0:
        raise ValueError(f"length must be positive, got {length}")
    if len(mesh.faces) == 0:
        return mesh
    start = mesh.vertices.astype(np.float64)
    faces = np.asarray(mesh.faces, np.int64)
    average = neighbour_average(faces, len(start))
    convex = ((start - _soft(start, average)) * vertex_normals(start, faces)).sum(1) > 0
    placed = start
    for _ in range(SOLVE_ROUNDS):
        placed = _moved(placed, start, faces, normal_fn, length, average, convex)
    return Mesh(np.clip(placed, -1.0, 1.0).astype(np.float32), mesh.faces)


def _soft(vertices: Array, average: csr_matrix) -> Array:
    """The vertices of a surface without its dents, and with rounder edges."""
    for _ in range(SOFT_ROUNDS):
        vertices = average @ vertices
    return vertices


def _moved(
    placed: Array,
    start: Array,
    faces: Array,
    normal_fn: NormalFn,
    length: float,
    average: csr_matrix,
    convex: Array,
) -> Array:
    """The vertices after one system, solved for the normals at `placed` and the distance from `start`."""
    own, doubled = _unit(face_normals(placed, faces))
    # The walls of a pit look every way; without it, all the same way as the wall that it is in.
    soft = _soft(placed, average)
    outward, _ = _unit(face_normals(soft, faces))
    given = np.asarray(normal_fn(placed[faces].mean(1).astype(np.float32), own.astype(np.float32)), np.float64)
    if given.shape != own.shape or not np.isfinite(given).all():
        raise ValueError(f"normal_fn: expected {own.shape} finite values, got {given.shape}")
    normal, size = _unit(given)
    certain = np.minimum(size, 1.0) ** CERTAINTY_POWER * np.maximum((normal * outward).sum(1), 0.0)

    # One unknown a vertex, its way along its own normal: free vertices would slide over one another and fold.
    ways = vertex_normals(soft, faces).astype(np.float64)
    n, n_faces = len(start), len(faces)
    weight = np.sqrt(EDGE_WEIGHT) * certain
    rows, cols, data, heights = [], [], [], []
    for k, (a, b) in enumerate(((0, 1), (1, 2), (2, 0))):
        for corner, sign in ((a, 1.0), (b, -1.0)):
            rows.append(np.arange(k * n_faces, (k + 1) * n_faces))
            cols.append(faces[:, corner])
            data.append(sign * weight * (normal * ways[faces[:, corner]]).sum(1))
        heights.append(weight * (normal * (placed[faces[:, a]] - placed[faces[:, b]])).sum(1))
    system = (np.concatenate(data), (np.concatenate(rows), np.concatenate(cols)))
    slopes = coo_matrix(system, (3 * n_faces, n)).tocsr()

    def gathered(of_faces: Array) -> Array:
        return np.bincount(faces.reshape(-1), np.repeat(of_faces, 3), n)

    area = gathered(doubled / 6) + EDGE_HOLD * convex * gathered(doubled / 6 * (1 - certain) ** 2)
    held = (2 * np.pi / length) ** 2 * np.maximum(area, 1e-12)
    matrix = (slopes.T @ slopes + diags(held)).tocsr()
    wanted = held * ((start - placed) * ways).sum(1) - slopes.T @ np.concatenate(heights)
    along = solve_positive(matrix, wanted[:, None], tolerance=CG_TOLERANCE, max_iterations=MAX_ITERATIONS)
    moved: Array = placed + along * ways
    return moved


def _unit(vectors: Array) -> tuple[Array, Array]:
    """Vectors [N, 3] at length one, and their lengths [N]."""
    size = np.linalg.norm(vectors, axis=1)
    return vectors / np.maximum(size, 1e-30)[:, None], size

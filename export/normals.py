"""A surface fitted to normals that somebody knows better than the surface does.

Where a wall has one colour, its silhouette is all that distillation sees of it, and within the silhouette it may be
dented. Normals from elsewhere (a prior that was taught them) say that it is flat.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import coo_matrix, diags
from scipy.sparse.linalg import cg

from export.mesh import Array, Mesh, face_normals, vertex_normals

NormalFn = Callable[[Array, Array], Array]
"""(points [N, 3], the surface's unit normals there [N, 3]) -> normals [N, 3] in world axes, shorter where unsure."""
EDGE_WEIGHT = 0.2887
"""Of a squared difference along an edge, so that an equilateral face's three sum to area times squared gradient."""
CERTAINTY = 4
"""Power of a normal's length; 4 in the place of 1 made walls flatter and kept 1 % of silhouette IoU."""
TOLERANCE = 1e-4
MOST_ITERATIONS = 300
ROUNDS = 2
"""A dent's own slope tilts the way along which its vertices move; the second round begins where it is nearly gone."""


def fit_normals(mesh: Mesh, normal_fn: NormalFn, *, length: float = 1.0) -> Mesh:
    """Moves vertices along their normals, as little as may be, so that faces lie at right angles to the given normals.

    The positions p minimise

        sum over faces of  area |c grad (n . p)|^2  +  (2 pi / length)^2  sum over vertices of  area |p - p_0|^2,

    with n the given normal of the face and c its certainty: features of the surface much shorter than `length` follow
    the normals, much longer ones stay as they are. Sparse linear systems, solved by conjugate gradients (Nehab et al.
    2005, Efficiently Combining Positions and Normals for Precise 3D Geometry, section 4).

    Args:
        mesh: a closed mesh; positions and faces are read.
        normal_fn: see NormalFn. Certainty is the normal's length, less where it points away from the surface's own: a
            thin part, or another part behind it.
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
    placed = start
    for _ in range(ROUNDS):
        placed = _moved(placed, start, faces, normal_fn, length)
    return Mesh(np.clip(placed, -1.0, 1.0).astype(np.float32), mesh.faces)


def _moved(placed: Array, start: Array, faces: Array, normal_fn: NormalFn, length: float) -> Array:
    """The vertices after one system, solved for the normals at `placed` and the distance from `start`."""
    own = face_normals(placed, faces)
    doubled = np.linalg.norm(own, axis=1)
    own = own / np.maximum(doubled, 1e-30)[:, None]
    given = np.asarray(normal_fn(placed[faces].mean(1).astype(np.float32), own.astype(np.float32)), np.float64)
    if given.shape != own.shape or not np.isfinite(given).all():
        raise ValueError(f"normal_fn: expected {own.shape} finite values, got {given.shape}")
    size = np.linalg.norm(given, axis=1)
    normal = given / np.maximum(size, 1e-30)[:, None]
    # Round an edge two walls' normals mix, to a shorter one that would bevel it.
    certain = np.minimum(size, 1.0) ** CERTAINTY * np.maximum((normal * own).sum(1), 0.0)

    # One unknown a vertex, its way along its own normal: free vertices would slide over one another and fold.
    ways = vertex_normals(placed, faces).astype(np.float64)
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
    area = np.bincount(faces.reshape(-1), np.repeat(doubled / 6, 3), n)
    held = (2 * np.pi / length) ** 2 * np.maximum(area, 1e-12)
    matrix = (slopes.T @ slopes + diags(held)).tocsr()
    wanted = held * ((start - placed) * ways).sum(1) - slopes.T @ np.concatenate(heights)
    along, _ = cg(matrix, wanted, rtol=TOLERANCE, maxiter=MOST_ITERATIONS, M=diags(1 / matrix.diagonal()))
    return placed + along[:, None] * ways

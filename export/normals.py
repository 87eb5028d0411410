"""A surface fitted to normals that somebody knows better than the surface does.

Where a wall has one colour, its silhouette is all that distillation sees of it, and within the silhouette it may be
dented. Normals from elsewhere (a prior that was taught them) say that it is flat.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import LinearOperator, cg

from export.mesh import Array, Mesh, face_normals

NormalFn = Callable[[Array, Array], Array]
"""(points [N, 3], the surface's unit normals there [N, 3]) -> normals [N, 3] in world axes, shorter where unsure."""
EDGE_WEIGHT = 0.2887
"""Of a squared difference along an edge, so that an equilateral face's three sum to area times squared gradient."""
TOLERANCE = 1e-5
MOST_ITERATIONS = 400


def fit_normals(mesh: Mesh, normal_fn: NormalFn, *, length: float = 1.0) -> Mesh:
    """Moves vertices as little as may be, so that faces lie at right angles to the given normals.

    The positions minimise

        sum over faces of  area |c grad (n . p)|^2  +  (2 pi / length)^2  sum over vertices of  area |p - p_0|^2,

    with n the given normal of the face and c its certainty: features of the surface much shorter than `length` follow
    the normals, much longer ones stay as they are. One sparse linear system, solved by conjugate gradients (Nehab et
    al. 2005, Efficiently Combining Positions and Normals for Precise 3D Geometry, section 4).

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
    own = face_normals(start, faces)
    doubled = np.linalg.norm(own, axis=1)
    own = own / np.maximum(doubled, 1e-30)[:, None]
    middles = start[faces].mean(1)
    given = np.asarray(normal_fn(middles.astype(np.float32), own.astype(np.float32)), np.float64)
    if given.shape != own.shape or not np.isfinite(given).all():
        raise ValueError(f"normal_fn: expected {own.shape} finite values, got {given.shape}")
    size = np.linalg.norm(given, axis=1)
    normal = given / np.maximum(size, 1e-30)[:, None]
    certain = np.minimum(size, 1.0) * np.maximum((normal * own).sum(1), 0.0)

    n = len(start)
    weight = EDGE_WEIGHT * certain**2
    blocks = weight[:, None, None] * normal[:, :, None] * normal[:, None, :]
    rows, cols, data = [], [], []
    axis = np.arange(3)
    for a, b in ((0, 1), (1, 2), (2, 0)):
        for i, j, sign in ((a, a, 1.0), (b, b, 1.0), (a, b, -1.0), (b, a, -1.0)):
            at_row, at_col = 3 * faces[:, i], 3 * faces[:, j]
            rows.append((at_row[:, None, None] + axis[:, None] + 0 * axis).reshape(-1))
            cols.append((at_col[:, None, None] + 0 * axis[:, None] + axis).reshape(-1))
            data.append((sign * blocks).reshape(-1))
    stiffness = coo_matrix((np.concatenate(data), (np.concatenate(rows), np.concatenate(cols))), (3 * n, 3 * n)).tocsr()
    area = np.bincount(faces.reshape(-1), np.repeat(doubled / 6, 3), n)
    mass = np.repeat((2 * np.pi / length) ** 2 * np.maximum(area, 1e-12), 3)
    diagonal = stiffness.diagonal() + mass
    # Solved for the displacement, which is small: the tolerance is then of what moves, not of where the mesh is.
    moved, _ = cg(
        LinearOperator((3 * n, 3 * n), lambda x: stiffness @ x + mass * x, dtype=np.float64),
        -(stiffness @ start.reshape(-1)),
        rtol=TOLERANCE,
        maxiter=MOST_ITERATIONS,
        M=LinearOperator((3 * n, 3 * n), lambda x: x / diagonal, dtype=np.float64),
    )
    return Mesh(np.clip(start + moved.reshape(-1, 3), -1.0, 1.0).astype(np.float32), mesh.faces)

"""Colours that make a mesh look like the volume render it stands for.

A soft field shows, at each pixel, a mixture of what lies along a whole ray; its colour at the iso surface is only the
middle of that. The difference is found by least squares over views, linear over each face of the surface before it is
simplified, so that the field's own detail stays, and added to what is baked: projective texturing (Debevec et al. 1996)
of the residual.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, diags, eye
from scipy.sparse.linalg import cg

from export.bvh import Tree, build_tree, nearest_points
from export.compare import ViewFn, checked_view
from export.mesh import Array, Mesh, vertex_adjacency
from export.raster import surface_hits

# Views in golden turns, from a little below the object to nearly above it.
GOLDEN_TURN = math.pi * (3 - math.sqrt(5))
LOWEST, HIGHEST = -0.35, 0.95
# A pixel of less opacity shows more of what is behind the object than of the object.
SOLID = 0.5
# Holds the offsets of faces that no view sees at zero.
RIDGE = 1e-4


@dataclass(frozen=True)
class ColorOffsets:
    """What to add to a field's colour, anywhere on or near a surface."""

    mesh: Mesh
    """Positions and faces."""
    tree: Tree
    values: Array
    """[V, 3] float64, of the mesh's vertices, display units."""

    def __call__(self, points: Array) -> Array:
        """Offsets [N, 3] at the surface's points nearest to [N, 3]."""
        found = nearest_points(self.tree, points)
        corners = self.values[self.mesh.faces[found.faces]]
        return np.einsum("nk,nkc->nc", found.bary.astype(np.float64), corners)


def match_colors(
    mesh: Mesh,
    color_fn: Callable[[Array], Array],
    view_fn: ViewFn,
    *,
    n_views: int = 8,
    resolution: int = 96,
    smoothness: float = 0.15,
) -> ColorOffsets:
    """Finds offsets of a field's colour with which the mesh's renders come close to the field's.

    Minimises, over the pixels that both cover, opacity * (color_fn(x) + offset(x) - seen)^2, and `smoothness` times
    the squared differences of offsets along edges. What differs from view to view at one point cannot be matched by
    any texture, and is averaged.

    Args:
        mesh: positions and faces, without seams.
        color_fn: [N, 3] float32 -> [N, 3], display values in [0, 1].
        view_fn: renders of the field, or better ones.
        n_views: how many.
        resolution: pixels along a side of each.
        smoothness: weight of an edge beside a pixel.

    Returns:
        The offsets.

    Raises:
        ValueError: a callable returns another shape or values that are not finite.
    """
    azimuth = np.arange(n_views) * GOLDEN_TURN % (2 * math.pi)
    elevation = np.arcsin(np.linspace(LOWEST, HIGHEST, n_views))
    n = len(mesh.vertices)
    normal_matrix, right = csr_matrix((n, n)), np.zeros((n, 3))
    for k in range(n_views):
        rgb, opacity = checked_view(view_fn, float(azimuth[k]), float(elevation[k]), resolution)
        face_id, bary = surface_hits(mesh, float(azimuth[k]), float(elevation[k]), resolution)
        seen = (face_id >= 0) & (opacity > SOLID)
        corners, weights = mesh.faces[face_id[seen]], bary[seen]
        points = np.einsum("nk,nkc->nc", weights, mesh.vertices[corners])
        apart = rgb[seen] / opacity[seen][:, None] - np.asarray(color_fn(points.astype(np.float32)))
        rows = np.repeat(np.arange(len(corners)), 3)
        matrix = coo_matrix((weights.reshape(-1), (rows, corners.reshape(-1))), shape=(len(corners), n)).tocsr()
        weighted = matrix.T @ diags(opacity[seen])
        normal_matrix = normal_matrix + weighted @ matrix
        right += weighted @ apart
    if not np.isfinite(right).all():
        raise ValueError("color_fn returned values that are NaN or infinite")
    system = normal_matrix + smoothness * _edge_laplacian(mesh) + RIDGE * eye(n)
    values = np.stack([cg(system, right[:, c], rtol=1e-3, maxiter=200)[0] for c in range(3)], axis=1)
    return ColorOffsets(mesh, build_tree(mesh), values)


def _edge_laplacian(mesh: Mesh) -> csr_matrix:
    """x^T L x is the sum of squared differences along edges."""
    adjacency = vertex_adjacency(mesh.faces, len(mesh.vertices))
    return csr_matrix(diags(np.asarray(adjacency.sum(axis=1)).reshape(-1)) - adjacency)

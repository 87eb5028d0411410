"""Colours that make a mesh look like the volume render it stands for.

A soft field shows, at each pixel, a mixture of what lies along a whole ray; its colour at the iso surface is only the
middle of that. The difference is found by least squares over views, linear over each face of the surface before it is
simplified, so that the field's own detail stays, and added to what is baked: projective texturing (Debevec et al. 1996)
of the residual.

How much light the surface stops is found in the same way where somebody knows it: optical depths of the layers that a
ray meets add up, so that they are linear too.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Float64
from scipy import ndimage
from scipy.sparse import coo_matrix, csr_matrix, diags, eye

from bozzetto.export.mesh.bvh import Tree, build_tree, nearest_points
from bozzetto.export.mesh.conjugate_gradients import solve_positive
from bozzetto.export.mesh.mesh import Array, Mesh, vertex_adjacency
from bozzetto.export.mesh.raster import surface_hits, surface_layers
from bozzetto.export.surface.iso_level import OpacityFn
from bozzetto.export.texture.compare import ViewFn, checked_view

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
MIN_SIN_ELEVATION, MAX_SIN_ELEVATION = -0.35, 0.95
# A pixel of less opacity shows more of what is behind the object than of the object.
MIN_OPACITY = 0.5
# Holds the offsets of faces that no view sees at zero.
RIDGE_WEIGHT = 1e-4
# Opacity that counts as whole: a denoiser is never quite sure.
OPAQUE = 0.94
# Of an opaque pixel beside a clear one: an error of its optical depth hardly shows, but it should stay opaque.
MIN_WEIGHT = 0.02


@dataclass(frozen=True)
class SurfaceValues:
    """Values anywhere on or near a surface, linear over its faces."""

    mesh: Mesh
    """Positions and faces."""
    tree: Tree
    values: Float64[np.ndarray, "v c"]
    """[V, C] float64, of the mesh's vertices."""

    def __call__(self, points: Float[np.ndarray, "n 3"]) -> Float64[np.ndarray, "n c"]:
        """Values [N, C] at the surface's points nearest to [N, 3]."""
        nearest = nearest_points(self.tree, points)
        corners = self.values[self.mesh.faces[nearest.faces]]
        between: Array = np.einsum("nk,nkc->nc", nearest.bary.astype(np.float64), corners)
        return between


def match_colors(
    mesh: Mesh,
    color_fn: Callable[[Array], Array],
    view_fn: ViewFn,
    *,
    n_views: int = 8,
    resolution: int = 96,
    smoothness: float = 0.15,
) -> SurfaceValues:
    """Finds offsets of a field's colour with which the mesh's renders come close to the field's.

    Minimises, over the pixels that both cover, opacity * (color_fn(x) + offset(x) - render)^2, and `smoothness` times
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
        The offsets, C = 3, display units.

    Raises:
        ValueError: a callable returns another shape or values that are not finite.
    """
    azimuth, elevation = golden_views(n_views)
    n = len(mesh.vertices)
    normal_matrix, right = csr_matrix((n, n)), np.zeros((n, 3))
    for k in range(n_views):
        rgb, opacity = checked_view(view_fn, float(azimuth[k]), float(elevation[k]), resolution)
        face_id, bary = surface_hits(mesh, float(azimuth[k]), float(elevation[k]), resolution)
        visible = (face_id >= 0) & (opacity > MIN_OPACITY)
        points = np.einsum("nk,nkc->nc", bary[visible], mesh.vertices[mesh.faces[face_id[visible]]])
        difference = rgb[visible] / opacity[visible][:, None] - np.asarray(color_fn(points.astype(np.float32)))
        matrix = _interpolation(mesh, face_id[visible], bary[visible])
        weighted = matrix.T @ diags(opacity[visible])
        normal_matrix = normal_matrix + weighted @ matrix
        right += weighted @ difference
    if not np.isfinite(right).all():
        raise ValueError("color_fn returned values that are NaN or infinite")
    system = normal_matrix + smoothness * _edge_laplacian(mesh) + RIDGE_WEIGHT * eye(n)
    values = solve_positive(system, right, tolerance=1e-3, max_iterations=200)
    return SurfaceValues(mesh, build_tree(mesh), values)


def match_opacity(
    mesh: Mesh, opacity_fn: OpacityFn, *, n_views: int = 8, resolution: int = 96, smoothness: float = 0.5
) -> SurfaceValues:
    """Finds how much light a surface stops, so that all that a ray goes through stops as much as it should.

    Beer and Lambert: a ray through layers of opacities a_i sees 1 - prod(1 - a_i), so that their optical depths
    -ln(1 - a_i) add up. Those are found by least squares over the pixels that the mesh covers, front faces alone, as
    they are drawn; `smoothness` weighs squared differences along edges. At a silhouette a pixel is in part beside the
    object, which is no clearness of its surface: the most opaque of the pixels around counts.

    Args:
        mesh: positions and faces, without seams.
        opacity_fn: (azimuth, elevation, resolution) -> [H, W] in [0, 1], from the prior's camera; radians.
        n_views: how many.
        resolution: pixels along a side of each.
        smoothness: weight of an edge beside a pixel.

    Returns:
        Opacities in [0, 1], C = 1; 1 where no view sees the surface.

    Raises:
        ValueError: the callable returns another shape or values that are not finite.
    """
    n = len(mesh.vertices)
    normal_matrix, right = csr_matrix((n, n)), np.zeros(n)
    most = -math.log(1 - OPAQUE)
    for azimuth, elevation in zip(*golden_views(n_views), strict=True):
        opacity = np.asarray(opacity_fn(float(azimuth), float(elevation), resolution))
        if opacity.shape != (resolution, resolution) or not np.isfinite(opacity).all():
            raise ValueError(f"opacity_fn must return finite [{resolution}, {resolution}], got {list(opacity.shape)}")
        opacity = ndimage.maximum_filter(opacity, 3).reshape(-1)
        through = csr_matrix((resolution**2, n))
        for k, (face_id, bary) in enumerate(surface_layers(mesh, float(azimuth), float(elevation), resolution)):
            # Where all is stopped, the first surface does it, and nothing is known of those behind.
            counts = (opacity < OPAQUE) | (k == 0)
            hit = np.flatnonzero((face_id.reshape(-1) >= 0) & counts)
            layer = _interpolation(mesh, face_id.reshape(-1)[hit], bary.reshape(-1, 3)[hit])
            place = csr_matrix((np.ones(len(hit)), (hit, np.arange(len(hit)))), shape=(resolution**2, len(hit)))
            through = through + place @ layer
        met = np.asarray(through.sum(axis=1)).reshape(-1) > 0
        depth = -np.log(1 - np.clip(opacity[met], 0, OPAQUE))
        # What an error of the optical depth changes of what is seen.
        weighted = through[met].T @ diags((1 - opacity[met].clip(0, 1)) ** 2 + MIN_WEIGHT)
        normal_matrix = normal_matrix + weighted @ through[met]
        # Unknown is what is missing to `most`, so that what nobody sees is whole.
        right += weighted @ (depth - most * through[met].sum(axis=1).A1)
    system = normal_matrix + smoothness * MIN_WEIGHT * _edge_laplacian(mesh) + RIDGE_WEIGHT * MIN_WEIGHT * eye(n)
    depths = most + solve_positive(system, right[:, None], tolerance=1e-3, max_iterations=400)
    opacities = np.clip(-np.expm1(-np.maximum(depths, 0)) / OPAQUE, 0, 1)
    return SurfaceValues(mesh, build_tree(mesh), opacities)


def golden_views(n_views: int) -> tuple[Float64[np.ndarray, " {n_views}"], Float64[np.ndarray, " {n_views}"]]:
    """Azimuths and elevations [n_views], radians, in golden turns from a little below the object to nearly above it."""
    azimuth = np.arange(n_views) * GOLDEN_ANGLE % (2 * math.pi)
    return azimuth, np.arcsin(np.linspace(MIN_SIN_ELEVATION, MAX_SIN_ELEVATION, n_views))


def _interpolation(mesh: Mesh, faces: Array, bary: Array) -> csr_matrix:
    """What takes values of vertices to values [N] of points on faces [N], by the weights [N, 3] of their corners."""
    rows = np.repeat(np.arange(len(faces)), 3)
    corners = mesh.faces[faces].reshape(-1)
    return coo_matrix((bary.reshape(-1), (rows, corners)), shape=(len(faces), len(mesh.vertices))).tocsr()


def _edge_laplacian(mesh: Mesh) -> csr_matrix:
    """x^T L x is the sum of squared differences along edges."""
    adjacency = vertex_adjacency(mesh.faces, len(mesh.vertices))
    return csr_matrix(diags(np.asarray(adjacency.sum(axis=1)).reshape(-1)) - adjacency)

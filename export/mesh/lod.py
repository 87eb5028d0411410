"""Levels of detail, their measured deviation, and a convex hull for collisions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float64, Int64
from scipy.spatial import ConvexHull, QhullError

from bozzetto.export.mesh.bvh import Tree, build_tree, nearest_points
from bozzetto.export.mesh.clean import simplify
from bozzetto.export.mesh.mesh import Array, Mesh, diagonal_of, face_normals


@dataclass(frozen=True)
class Deviation:
    """How far two surfaces are apart, in percent of the reference's diagonal."""

    hausdorff: float
    """Greatest distance of a sample or vertex of either surface from the other one."""
    mean: float
    """Mean distance of samples, spread evenly over both surfaces."""
    rms: float
    n_samples: int
    """Samples of each surface, beside its vertices."""


def surface_samples(
    mesh: Mesh, n: int, seed: int = 0
) -> tuple[Float64[np.ndarray, "{n} 3"], Int64[np.ndarray, " {n}"]]:
    """Points spread over a surface, as many as the area says, stratified over the faces.

    Args:
        mesh: with an area.
        n: how many.
        seed: of the places.

    Returns:
        [n, 3] float64 metres, and [n] the face of each.
    """
    normals = face_normals(mesh.vertices, mesh.faces)
    area = np.cumsum(np.linalg.norm(normals, axis=1))
    if not area[-1] > 0:
        raise ValueError("the mesh has no area")
    rng = np.random.default_rng(seed)
    places = (np.arange(n) + rng.random(n)) / n * area[-1]
    faces = np.minimum(np.searchsorted(area, places, side="right"), len(area) - 1)
    u, v = rng.random((2, n))
    root = np.sqrt(u)
    weights = np.stack([1 - root, root * (1 - v), root * v], axis=1)
    return np.einsum("nk,nki->ni", weights, mesh.vertices[mesh.faces[faces]].astype(np.float64)), faces


def deviation(mesh: Mesh, reference: Mesh, *, n_samples: int = 20_000, tree: Tree | None = None) -> Deviation:
    """The distance of two surfaces, both ways (as METRO does: Cignoni et al. 1998).

    Args:
        mesh: one surface.
        reference: the other one; percentages are of its diagonal.
        n_samples: samples of each surface.
        tree: of the reference, when there is one already.

    Returns:
        The deviation; the Hausdorff distance is a lower bound, met as samples grow.
    """
    there = nearest_points(tree or build_tree(reference), _probes(mesh, n_samples)).distances
    back = nearest_points(build_tree(mesh), _probes(reference, n_samples)).distances
    scale = 100.0 / diagonal_of(reference)
    even = np.concatenate([there[:n_samples], back[:n_samples]])
    return Deviation(
        hausdorff=float(max(there.max(), back.max()) * scale),
        mean=float(even.mean() * scale),
        rms=float(np.sqrt((even**2).mean()) * scale),
        n_samples=n_samples,
    )


def lod_chain(mesh: Mesh, levels: int, *, ratio: float = 0.5) -> tuple[Mesh, ...]:
    """Ever lighter versions of a mesh, each simplified from the one before.

    Args:
        mesh: level 0.
        levels: how many further ones, 0 to 8.
        ratio: faces of a level over those of the one before, in (0, 1).

    Returns:
        Levels 1 to `levels`, positions and faces; fewer when nothing more can go.
    """
    if not 0 <= levels <= 8:
        raise ValueError(f"lods must be in [0, 8], got {levels}")
    if not 0 < ratio < 1:
        raise ValueError(f"ratio must be in (0, 1), got {ratio}")
    chain: list[Mesh] = []
    before = mesh
    for _ in range(levels):
        low_poly = simplify(before, max(4, int(len(before.faces) * ratio)))
        if len(low_poly.faces) >= len(before.faces) or len(low_poly.faces) == 0:
            break
        chain.append(low_poly)
        before = low_poly
    return tuple(chain)


def collision_hull(mesh: Mesh, max_vertices: int = 64) -> Mesh:
    """The convex hull, light enough for a physics engine.

    A hull of more vertices than asked for is cut down to what some planes that touch it all around enclose: the
    result contains the object, and stays convex.

    Args:
        mesh: any mesh.
        max_vertices: 8 to 255 (PhysX takes no more).

    Returns:
        A closed convex mesh around the object, to a few ten-thousandths of its size; at the least its box.

    Raises:
        ValueError: the object is flat or a point, so it has no hull.
    """
    if not 8 <= max_vertices <= 255:
        raise ValueError(f"max_vertices must be in [8, 255], got {max_vertices}")
    points = np.unique(mesh.vertices[np.unique(mesh.faces)].astype(np.float64), axis=0)
    try:
        hull = ConvexHull(points)
    except (QhullError, ValueError) as error:
        raise ValueError("the object is flat, so it has no convex hull") from error
    corners = points[hull.vertices]
    n_planes = max_vertices
    while len(corners) > max_vertices:
        # Each corner where three planes meet: about twice as many as planes.
        n_planes = int(n_planes * 0.75)
        corners = _outer_corners(points[hull.vertices], hull.equations, n_planes)
    hull = ConvexHull(corners)
    faces = hull.simplices.copy()
    normals = face_normals(corners, faces)
    inward = np.einsum("fi,fi->f", normals, hull.equations[:, :3]) < 0
    faces[inward] = faces[inward][:, ::-1]
    used, index = np.unique(faces, return_inverse=True)
    return Mesh(corners[used].astype(np.float32), index.reshape(-1, 3).astype(np.int32))


def _outer_corners(points: Array, equations: Array, n_planes: int) -> Array:
    """Corners of the body that touching planes in the hull's main directions and the box's six leave."""
    from scipy.spatial import HalfspaceIntersection

    chosen = [*np.eye(3), *-np.eye(3)]
    normals = equations[:, :3]
    # The farthest direction each time, so that planes spread over the sphere.
    closeness = np.max(normals @ np.array(chosen).T, axis=1)
    while len(chosen) < n_planes + 6:
        k = int(np.argmin(closeness))
        if closeness[k] > 1 - 1e-6:
            break
        chosen.append(normals[k])
        closeness = np.maximum(closeness, normals @ normals[k])
    planes = np.array(chosen)
    offsets = (points @ planes.T).max(axis=0)
    halves = np.concatenate([planes, -offsets[:, None]], axis=1)
    corners = HalfspaceIntersection(halves, points.mean(axis=0)).intersections
    corners = corners[np.isfinite(corners).all(axis=1)]
    size = np.ptp(points, axis=0).max()
    _, first = np.unique(np.round(corners / (1e-6 * size)), axis=0, return_index=True)
    kept = corners[first]
    extremes: Array = kept[ConvexHull(kept).vertices]
    return extremes


def _probes(mesh: Mesh, n: int) -> Array:
    """Even samples first, then the vertices, where simplification errs most."""
    samples, _ = surface_samples(mesh, n)
    vertices = mesh.vertices[np.unique(mesh.faces)]
    return np.concatenate([samples, vertices[:: max(1, len(vertices) // n)]])

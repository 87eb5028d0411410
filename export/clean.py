"""From a raw isosurface to a light, closed mesh: parts, smoothing, simplification."""

from __future__ import annotations

from dataclasses import dataclass, replace

import fast_simplification
import numpy as np
from scipy.sparse import coo_matrix, diags

from export.collapse import collapse_edges
from export.mesh import (
    Mesh,
    face_normals,
    face_volumes,
    mesh_health,
    part_labels,
    same_position,
    select_faces,
    vertex_normals,
)


@dataclass(frozen=True)
class DroppedPart:
    """A connected part that was taken away."""

    kind: str
    """`floater`, or `cavity`: a closed void inside the object."""
    n_faces: int
    area: float
    """Square metres."""
    volume: float
    """Cubic metres; negative for a cavity."""
    center: tuple[float, float, float]
    """Middle of its bounding box, metres."""


def merge_and_prune(mesh: Mesh) -> Mesh:
    """Merges vertices at the same place and removes faces that bound nothing.

    Those are faces that use a vertex twice, copies of a face, and pairs of a face and its reverse (a fold without
    volume). Positions and faces only: attributes are dropped.

    Args:
        mesh: any mesh.

    Returns:
        A mesh with positions and faces.
    """
    first, inverse = same_position(mesh.vertices)
    vertices, faces = mesh.vertices[first], inverse[mesh.faces]
    distinct = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    faces = faces[distinct]
    if len(faces):
        ordered = np.sort(faces, axis=1)
        even = (
            (faces == ordered).all(1)
            | (faces == ordered[:, [1, 2, 0]]).all(1)
            | (faces == ordered[:, [2, 0, 1]]).all(1)
        )
        _, index, group = np.unique(ordered, axis=0, return_index=True, return_inverse=True)
        balance = np.bincount(group.reshape(-1), np.where(even, 1, -1), len(index))
        wanted_sign = np.sign(balance)[group.reshape(-1)]
        candidates = np.flatnonzero(np.where(even, 1, -1) == wanted_sign)
        _, once = np.unique(group.reshape(-1)[candidates], return_index=True)
        faces = faces[np.sort(candidates[once])]
    return select_faces(Mesh(vertices, faces.astype(np.int32)), np.ones(len(faces), bool))


def keep_largest_parts(
    mesh: Mesh, fraction: float = 0.05, *, fill_cavities: bool = True
) -> tuple[Mesh, tuple[DroppedPart, ...]]:
    """Drops floaters and the walls of closed voids.

    Args:
        mesh: a closed mesh.
        fraction: in [0, 1]; a part goes when its volume and its area are both below this fraction of the largest one's.
        fill_cavities: drop parts that wind inward; nobody sees them.

    Returns:
        The mesh and what was dropped, largest first.
    """
    n_parts, of_face = part_labels(mesh.faces, len(mesh.vertices))
    if n_parts == 0:
        return mesh, ()
    areas = np.bincount(of_face, np.linalg.norm(face_normals(mesh.vertices, mesh.faces), axis=1) / 2, n_parts)
    volumes = np.bincount(of_face, face_volumes(mesh.vertices, mesh.faces), n_parts)
    largest = int(np.argmax(volumes))
    # Rounding can give a sliver of a part a volume of either sign.
    cavity = (volumes < 0) & (np.arange(n_parts) != largest)
    floater = ~cavity & (volumes < fraction * volumes[largest]) & (areas < fraction * areas[largest])
    drop = floater | (cavity if fill_cavities else np.zeros(n_parts, bool))
    dropped = []
    for part in np.flatnonzero(drop)[np.argsort(-areas[drop])]:
        faces = mesh.faces[of_face == part]
        corners = mesh.vertices[faces.reshape(-1)]
        middle = (corners.min(axis=0) + corners.max(axis=0)) / 2
        dropped.append(
            DroppedPart(
                "cavity" if cavity[part] else "floater", len(faces), float(areas[part]), float(volumes[part]),
                (float(middle[0]), float(middle[1]), float(middle[2])),
            )
        )  # fmt: skip
    return select_faces(mesh, ~drop[of_face]), tuple(dropped)


def smooth_taubin(mesh: Mesh, iterations: int = 5, *, lam: float = 0.5, mu: float = -0.53) -> Mesh:
    """Smooths the stairs of marching cubes without shrinking (Taubin 1995, eq. 8 and 9).

    What little volume the two passes change is given back along the normals.

    Args:
        mesh: a closed mesh.
        iterations: pairs of a shrinking and a growing pass.
        lam: weight of the shrinking pass.
        mu: weight of the growing pass, negative, a little larger in size.

    Returns:
        A mesh with positions and faces.
    """
    if iterations == 0 or len(mesh.faces) == 0:
        return mesh
    n = len(mesh.vertices)
    rows = mesh.faces[:, [0, 1, 2, 1, 2, 0]].reshape(-1)
    cols = mesh.faces[:, [1, 2, 0, 0, 1, 2]].reshape(-1)
    adjacency = coo_matrix((np.ones(len(rows)), (rows, cols)), shape=(n, n)).tocsr()
    adjacency.data[:] = 1.0
    degree = np.maximum(np.asarray(adjacency.sum(axis=1)).reshape(-1), 1.0)
    average = diags(1.0 / degree) @ adjacency
    vertices = mesh.vertices.astype(np.float64)
    for _ in range(iterations):
        for weight in (lam, mu):
            vertices = vertices + weight * (average @ vertices - vertices)
    volume = face_volumes(mesh.vertices, mesh.faces).sum()
    area = np.linalg.norm(face_normals(vertices, mesh.faces), axis=1).sum() / 2
    if area > 0:
        offset = (volume - face_volumes(vertices, mesh.faces).sum()) / area
        vertices += offset * vertex_normals(vertices, mesh.faces)
    return Mesh(np.clip(vertices, -1.0, 1.0).astype(np.float32), mesh.faces)


def simplify(mesh: Mesh, max_faces: int) -> Mesh:
    """Quadric simplification (Garland and Heckbert 1997) to a face budget, staying closed.

    fast-simplification comes first. It does not check the link of an edge, and on rough surfaces it pinches some of
    them; then `collapse_edges` does it again, several times slower and without a fault.

    Args:
        mesh: any mesh.
        max_faces: budget, at least 4.

    Returns:
        A mesh with positions and faces, at most `max_faces` of them where the topology allows.
    """
    if max_faces < 4:
        raise ValueError(f"max_faces must be at least 4, got {max_faces}")
    if len(mesh.faces) <= max_faces:
        return merge_and_prune(mesh)
    vertices, faces = fast_simplification.simplify(
        np.ascontiguousarray(mesh.vertices, np.float32),
        np.ascontiguousarray(mesh.faces, np.int32),
        target_count=max_faces,
        agg=4,
    )[:2]
    light = merge_and_prune(Mesh(vertices.astype(np.float32), faces.astype(np.int32)))
    before, after = mesh_health(mesh), mesh_health(light)
    same = (before.n_parts, before.euler) == (after.n_parts, after.euler)
    if before.watertight and not (
        after.watertight and after.winding_outward and same and len(light.faces) <= max_faces
    ):
        return collapse_edges(mesh, max_faces)
    return light


def with_normals(mesh: Mesh) -> Mesh:
    """A copy with smooth vertex normals.

    Args:
        mesh: any mesh.

    Returns:
        The mesh with `normals`.
    """
    return replace(mesh, normals=vertex_normals(mesh.vertices, mesh.faces))

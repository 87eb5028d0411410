"""From a raw isosurface to a light, closed mesh: parts, smoothing, simplification."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import fast_simplification
import numpy as np
from numba import njit
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from bozzetto.export.mesh.collapse import collapse_edges
from bozzetto.export.mesh.mesh import (
    Array,
    Mesh,
    face_normals,
    face_volumes,
    mesh_health,
    neighbour_average,
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
    average = neighbour_average(mesh.faces, len(mesh.vertices))
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


def with_creases(mesh: Mesh, angle: float) -> Mesh:
    """A copy with vertex normals that are smooth but across edges sharper than an angle, where vertices are split.

    Args:
        mesh: welded.
        angle: radians between the normals of two faces from which their edge is a crease.

    Returns:
        The mesh with positions, faces and `normals`.
    """
    faces = mesh.faces.astype(np.int64)
    flat = face_normals(mesh.vertices, faces)
    unit = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-30)
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    edge = np.minimum(start, end) * np.int64(len(mesh.vertices)) + np.maximum(start, end)
    order = np.argsort(edge, kind="stable")
    first = np.flatnonzero(np.r_[True, edge[order][1:] != edge[order][:-1]])
    pairs = first[np.diff(np.r_[first, len(edge)]) == 2]
    a, b = order[pairs], order[pairs + 1]
    smooth = np.einsum("ei,ei->e", unit[a // 3], unit[b // 3]) > math.cos(angle)
    a, b = a[smooth], b[smooth]
    # Corner k of a face starts its edge k; the edge's other end is the corner after it.
    after_a, after_b = a // 3 * 3 + (a % 3 + 1) % 3, b // 3 * 3 + (b % 3 + 1) % 3
    across = start[a] == end[b]
    rows = np.concatenate([a, after_a])
    cols = np.concatenate([np.where(across, after_b, b), np.where(across, b, after_b)])
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, cols)), shape=(len(start), len(start)))
    n_vertices, corner = connected_components(graph, directed=False)
    source = np.zeros(n_vertices, np.int64)
    source[corner] = start
    corners = mesh.vertices[faces].astype(np.float64)
    total = np.zeros((n_vertices, 3))
    for k in range(3):
        here, there = corners[:, (k + 1) % 3] - corners[:, k], corners[:, (k + 2) % 3] - corners[:, k]
        weight = np.arctan2(np.linalg.norm(np.cross(here, there), axis=1), np.einsum("fi,fi->f", here, there))
        for axis in range(3):
            total[:, axis] += np.bincount(corner.reshape(-1, 3)[:, k], weight * flat[:, axis], n_vertices)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    normals = np.where(length > 1e-20, total / np.maximum(length, 1e-20), [0.0, 1.0, 0.0])
    return Mesh(
        mesh.vertices[source], corner.reshape(-1, 3).astype(np.int32), normals=normals.astype(np.float32)
    )  # fmt: skip


@dataclass(frozen=True)
class Holes:
    """What became of the rims of a surface."""

    closed: int
    """Holes that were closed."""
    left: int
    """Rims that are none: the borders of a sheet or a bowl, or too tangled."""
    faces_added: int


def orient_faces(mesh: Mesh) -> tuple[Mesh, int]:
    """Winds neighbouring faces the same way, and closed parts outward.

    Args:
        mesh: welded; parts that cannot be oriented (a Moebius strip) stay as inconsistent as they must be.

    Returns:
        The mesh, and how many faces were turned over.
    """
    faces = mesh.faces.astype(np.int64)
    if len(faces) == 0:
        return mesh, 0
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    edge = np.minimum(start, end) * np.int64(len(mesh.vertices)) + np.maximum(start, end)
    order = np.argsort(edge, kind="stable")
    # Only edges of two faces say anything about their faces' sides.
    first = np.flatnonzero(np.r_[True, edge[order][1:] != edge[order][:-1]])
    pairs = first[np.diff(np.r_[first, len(edge)]) == 2]
    a, b = order[pairs], order[pairs + 1]
    left, right, agree = a // 3, b // 3, start[a] != start[b]
    # 2 and 3, for a stored zero would be no edge.
    graph = coo_matrix((np.where(agree, 2, 3), (left, right)), shape=(len(faces), len(faces))).tocsr()
    graph = graph + graph.T
    _, part = connected_components(graph, directed=False)
    flip = np.zeros(len(faces), bool)
    seen = np.zeros(len(faces), bool)
    _spread_sides(graph.indptr, graph.indices, graph.data, flip, seen)
    # The fewer faces turn: flipping all of a part is as consistent as flipping none.
    mostly = np.bincount(part, flip) * 2 > np.bincount(part)
    flip ^= mostly[part]
    turned = np.where(flip[:, None], faces[:, ::-1], faces)
    volume = np.bincount(part, face_volumes(mesh.vertices - mesh.vertices.mean(axis=0), turned), part.max() + 1)
    open_edge = np.ones(len(edge), bool)
    open_edge[order[pairs]] = open_edge[order[pairs + 1]] = False
    is_open = np.bincount(part, open_edge.reshape(-1, 3).any(axis=1), part.max() + 1) > 0
    inward = (volume < 0) & ~is_open
    flip ^= inward[part]
    turned = np.where(flip[:, None], faces[:, ::-1], faces)
    return replace(mesh, faces=turned.astype(np.int32)), int(flip.sum())


def fill_holes(mesh: Mesh, max_share: float = 0.3) -> tuple[Mesh, Holes]:
    """Closes holes by the least area (Barequet and Sharir 1995).

    A rim counts as a hole when what closes it is at most `max_share` of the area of its part: a missing bottom
    does, the opening of a bowl and the border of a sheet do not.

    Args:
        mesh: welded and oriented.
        max_share: in [0, 1].

    Returns:
        The mesh with positions and faces, and what was done.
    """
    faces = mesh.faces.astype(np.int64)
    loops, tangled = _rims(faces, len(mesh.vertices))
    if not loops:
        return mesh, Holes(0, tangled, 0)
    n_parts, of_face = part_labels(faces, len(mesh.vertices))
    areas = np.bincount(of_face, np.linalg.norm(face_normals(mesh.vertices, faces), axis=1) / 2, n_parts)
    part_of = np.zeros(len(mesh.vertices), np.int64)
    part_of[faces.reshape(-1)] = np.repeat(of_face, 3)
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    known = set((np.minimum(start, end) * np.int64(len(mesh.vertices)) + np.maximum(start, end)).tolist())
    vertices, patches, closed, left = [mesh.vertices], [], 0, tangled
    count = len(mesh.vertices)
    for loop in loops:
        rim = mesh.vertices[loop].astype(np.float64)
        extra = None
        if len(loop) <= MAX_LEAST_AREA:
            patch = np.array(loop)[_least_area(rim)]
            inner = np.concatenate([patch[:, [0, 1]], patch[:, [1, 2]], patch[:, [2, 0]]])
            sides = {(loop[k], loop[(k + 1) % len(loop)]) for k in range(len(loop))}
            crossed = any(
                min(i, j) * len(mesh.vertices) + max(i, j) in known for i, j in inner.tolist()
                if (i, j) not in sides and (j, i) not in sides
            )  # fmt: skip
            # A diagonal that is an edge already would get four faces.
            extra = rim.mean(axis=0) if crossed else None
        else:
            extra = rim.mean(axis=0)
        if extra is not None:
            ring = np.array(loop)
            patch = np.stack([np.full(len(loop), count), ring, np.roll(ring, -1)], axis=1)
        points = np.concatenate([rim, [extra]]) if extra is not None else rim
        local = {v: k for k, v in enumerate([*loop, count])}
        triangles = np.array([[local[v] for v in face] for face in patch.tolist()])
        area = float(np.linalg.norm(face_normals(points, triangles), axis=1).sum() / 2)
        if area > max_share * areas[part_of[loop[0]]]:
            left += 1
            continue
        closed += 1
        patches.append(patch)
        if extra is not None:
            vertices.append(extra[None].astype(np.float32))
            count += 1
    if not patches:
        return mesh, Holes(0, left, 0)
    added = np.concatenate(patches)
    filled = Mesh(np.concatenate(vertices), np.concatenate([faces, added]).astype(np.int32))
    return filled, Holes(closed, left, len(added))


# n^3 / 6 steps: a fifth of a second.
MAX_LEAST_AREA = 400


def _rims(faces: Array, n_vertices: int) -> tuple[list[list[int]], int]:
    """Loops of edges with one face, run against their faces; and how many edges are in no plain loop."""
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    key = np.minimum(start, end) * np.int64(n_vertices) + np.maximum(start, end)
    _, inverse, count = np.unique(key, return_inverse=True, return_counts=True)
    rim = count[inverse.reshape(-1)] == 1
    tails, heads = end[rim], start[rim]
    twice = np.bincount(tails, minlength=n_vertices) > 1
    after = {int(a): int(b) for a, b in zip(tails, heads, strict=True) if not twice[a] and not twice[b]}
    loops, tangled = [], int((twice[tails] | twice[heads]).sum() > 0)
    while after:
        first, here = next(iter(after.items()))
        del after[first]
        loop = [first]
        while here != first and here in after:
            loop.append(here)
            here = after.pop(here)
        if here == first and len(loop) >= 3:
            loops.append(loop)
        else:
            tangled += 1
    return loops, tangled


def _least_area(rim: Array) -> Array:
    """[n - 2, 3] triangles over the corners of a closed line."""
    n = len(rim)
    choice = _least_area_choice(np.ascontiguousarray(rim))
    triangles, todo = [], [(0, n - 1)]
    while todo:
        i, j = todo.pop()
        if j - i < 2:
            continue
        k = int(choice[i, j])
        triangles.append((i, k, j))
        todo += [(i, k), (k, j)]
    return np.array(triangles, np.int64)


@njit(cache=True, nogil=True)
def _least_area_choice(rim):
    n = rim.shape[0]
    cost = np.zeros((n, n))
    choice = np.zeros((n, n), np.int64)
    for span in range(2, n):
        for i in range(n - span):
            j = i + span
            best = np.inf
            for k in range(i + 1, j):
                ax, ay, az = rim[k, 0] - rim[i, 0], rim[k, 1] - rim[i, 1], rim[k, 2] - rim[i, 2]
                bx, by, bz = rim[j, 0] - rim[i, 0], rim[j, 1] - rim[i, 1], rim[j, 2] - rim[i, 2]
                x, y, z = ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
                total = cost[i, k] + cost[k, j] + 0.5 * np.sqrt(x * x + y * y + z * z)
                if total < best:
                    best = total
                    choice[i, j] = k
            cost[i, j] = best
    return choice


@njit(cache=True, nogil=True)
def _spread_sides(indptr, indices, data, flip, seen):
    """Carries the side of one face to all that can be reached; 3 on an edge means that the two disagree."""
    stack = np.empty(seen.shape[0], np.int64)
    for root in range(seen.shape[0]):
        if seen[root]:
            continue
        seen[root] = True
        stack[0], top = root, 1
        while top > 0:
            top -= 1
            here = stack[top]
            for k in range(indptr[here], indptr[here + 1]):
                there = indices[k]
                if not seen[there]:
                    seen[there] = True
                    flip[there] = flip[here] ^ (data[k] == 3)
                    stack[top] = there
                    top += 1

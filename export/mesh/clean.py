"""From a raw isosurface to a light, closed mesh: parts, smoothing, simplification."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import fast_simplification
import numpy as np
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
from bozzetto.kernels import kernel

HOLE_SHARE = 0.3
"""A rim is a hole in its part where what closes it has at most this share of the part's area."""
# Parts that are asked whether others lie within them.
MOST_CONTAINERS = 256


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


def merge_and_prune(mesh: Mesh, *, keep_sheets: bool = False) -> Mesh:
    """Merges vertices at the same place and removes faces that bound nothing.

    Those are faces that use a vertex twice, copies of a face, and pairs of a face and its reverse (a fold without
    volume). Positions and faces only: attributes are dropped.

    Args:
        mesh: any mesh.
        keep_sheets: keep pairs that are a sheet with a front and a back, or a closed surface with an inside: a pair
            that nothing else borders is all that there is. Front and back get vertices of their own; of a closed
            surface one side is kept.

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
        index, group = _alike(ordered)
        balance = np.bincount(group, np.where(even, 1, -1), len(index))
        wanted_sign = np.sign(balance)[group]
        candidates = np.flatnonzero(np.where(even, 1, -1) == wanted_sign)
        _, once = np.unique(group[candidates], return_index=True)
        kept = np.sort(candidates[once])
        if keep_sheets and (balance == 0).any():
            vertices, faces = _with_sheets(vertices, faces, kept, ordered[index[balance == 0]], even, group, balance)
        else:
            faces = faces[kept]
    return select_faces(Mesh(vertices, faces.astype(np.int32)), np.ones(len(faces), bool))


def _alike(ordered: Array) -> tuple[Array, Array]:
    """Of faces [F, 3] with ascending corners: the first of each kind, and each one's kind [F]."""
    n = int(ordered.max()) + 1
    if n < 1 << 21:
        # One number a face sorts many times faster than rows do.
        wide = ordered.astype(np.int64)
        keys = (wide[:, 0] * n + wide[:, 1]) * n + wide[:, 2]
        _, index, group = np.unique(keys, return_index=True, return_inverse=True)
    else:
        _, index, group = np.unique(ordered, axis=0, return_index=True, return_inverse=True)
    return index, group.reshape(-1)


def _with_sheets(
    vertices: Array, faces: Array, kept: Array, pairs: Array, even: Array, group: Array, balance: Array
) -> tuple[Array, Array]:
    """Vertices and faces of what is kept, and of the pairs that nothing else borders.

    A wall between two solids is bordered by the faces of both all round, and goes.
    """

    def edges(of: Array) -> Array:
        ends = np.sort(of[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1).astype(np.int64)
        return ends[:, 0] * len(vertices) + ends[:, 1]

    around, borders = edges(faces[kept]), edges(pairs)
    unique, edge, count = np.unique(borders, return_inverse=True, return_counts=True)
    graph = coo_matrix(
        (np.ones(len(edge), np.int8), (np.repeat(np.arange(len(pairs)), 3), edge.reshape(-1))),
        shape=(len(pairs), len(unique)),
    ).tocsr()
    n_parts, part = connected_components(graph @ graph.T, directed=False)
    rim = (count == 1)[edge.reshape(-1)]
    known, times = np.unique(around, return_counts=True)
    place = np.minimum(np.searchsorted(known, borders), max(len(known) - 1, 0))
    others = np.where(known[place] == borders, times[place], 0) if len(known) else np.zeros(len(borders))
    part_of_edge = np.repeat(part, 3)
    n_rim = np.bincount(part_of_edge, rim, n_parts)
    walled = np.bincount(part_of_edge, rim & (others >= 2), n_parts)
    is_sheet = walled * 2 <= n_rim
    numbers = np.flatnonzero(balance == 0)[is_sheet[part]]
    is_closed = np.zeros(len(balance), bool)
    is_closed[numbers] = (n_rim == 0)[part[is_sheet[part]]]
    sides = []
    for side in (even, ~even):
        mine = np.flatnonzero(side & np.isin(group, numbers))
        _, once = np.unique(group[mine], return_index=True)
        sides.append(mine[once])
    # Which corner comes first says nothing about the side: neighbours do.
    swap, _ = _agreeing(faces[sides[0]].astype(np.int64), len(vertices))
    front, back = np.where(swap, sides[1], sides[0]), np.where(swap, sides[0], sides[1])
    back = back[~is_closed[group[back]]]
    return np.concatenate([vertices, vertices]), np.concatenate(
        [faces[kept], faces[front], faces[back] + len(vertices)]
    )


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


def simplify(mesh: Mesh, max_faces: int, *, keep_sheets: bool = False) -> Mesh:
    """Quadric simplification (Garland and Heckbert 1997) to a face budget, staying closed.

    fast-simplification comes first. It does not check the link of an edge, and on rough surfaces it pinches some of
    them; then `collapse_edges` does it again, several times slower and without a fault.

    Args:
        mesh: any mesh.
        max_faces: budget, at least 4.
        keep_sheets: as for `merge_and_prune`.

    Returns:
        A mesh with positions and faces, at most `max_faces` of them where the topology allows.
    """
    if max_faces < 4:
        raise ValueError(f"max_faces must be at least 4, got {max_faces}")
    if len(mesh.faces) <= max_faces:
        return merge_and_prune(mesh, keep_sheets=keep_sheets)
    vertices, faces = fast_simplification.simplify(
        np.ascontiguousarray(mesh.vertices, np.float32),
        np.ascontiguousarray(mesh.faces, np.int32),
        target_count=max_faces,
        agg=4,
    )[:2]
    low_poly = merge_and_prune(Mesh(vertices.astype(np.float32), faces.astype(np.int32)), keep_sheets=keep_sheets)
    before, after = mesh_health(mesh), mesh_health(low_poly)
    same = (before.n_parts, before.euler) == (after.n_parts, after.euler)
    if before.watertight and not (
        after.watertight and after.winding_outward and same and len(low_poly.faces) <= max_faces
    ):
        return collapse_edges(mesh, max_faces)
    return low_poly


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


def with_authored_normals(mesh: Mesh, creased: Mesh, source: Mesh, normals: Array) -> Mesh:
    """A copy with the normals that its faces had where it comes from.

    Args:
        mesh: positions and faces, most of which `source` has at the same places, wound either way.
        creased: `mesh` by `with_creases`: what faces get that have none.
        source: where it comes from.
        normals: [F, 3, 3] of the corners of `source`'s faces, unit; NaN where there is none.

    Returns:
        The mesh with positions, faces and `normals`, vertices split where corners differ.
    """
    assert creased.normals is not None
    _, place = same_position(np.concatenate([source.vertices, mesh.vertices]))
    had, have = place[: len(source.vertices)][source.faces], place[len(source.vertices) :][mesh.faces]
    corners = creased.normals[creased.faces].astype(np.float64)
    keys = np.concatenate([_face_keys(had), _face_keys(have)])
    # The same face as it is wound, or else turned over.
    _, both = np.unique(np.concatenate([keys, _face_keys(have[:, ::-1])]), axis=0, return_inverse=True)
    both = both.reshape(-1)
    by_both = np.full(int(both.max()) + 1, -1)
    by_both[both[: len(had)][::-1]] = np.arange(len(had))[::-1]
    as_is = by_both[both[len(had) : len(keys)]]
    found = np.where(as_is >= 0, as_is, by_both[both[len(keys) :]])
    rows = np.flatnonzero(found >= 0)
    match = (had[found[rows]][:, None, :] == have[rows][:, :, None]).argmax(axis=2)
    told = np.take_along_axis(normals[found[rows]].astype(np.float64), match[..., None], axis=1)
    flat = face_normals(mesh.vertices, mesh.faces)[rows]
    # Of a face that was turned over the normals turn along.
    agree = np.einsum("fki,fi->f", np.nan_to_num(told), flat)
    told *= np.where(agree < 0, -1.0, 1.0)[:, None, None]
    corners[rows] = np.where(np.isfinite(told), told, corners[rows])
    corners /= np.maximum(np.linalg.norm(corners, axis=2, keepdims=True), 1e-30)
    whole = np.concatenate(
        [mesh.faces.reshape(-1, 1).astype(np.int64), np.round(corners.reshape(-1, 3) * 1e4).astype(np.int64)], axis=1
    )
    _, index, inverse = np.unique(whole, axis=0, return_index=True, return_inverse=True)
    return Mesh(
        mesh.vertices[mesh.faces.reshape(-1)[index]],
        inverse.reshape(-1, 3).astype(np.int32),
        normals=corners.reshape(-1, 3)[index].astype(np.float32),
    )


def _face_keys(faces: Array) -> Array:
    """[F, 3] the corners, the smallest first, in the order that they are wound in."""
    start = faces.argmin(axis=1)
    return np.take_along_axis(faces, (start[:, None] + np.arange(3)) % 3, axis=1)


@dataclass(frozen=True)
class Holes:
    """What became of the rims of a surface."""

    closed: int
    """Holes that were closed."""
    left: int
    """Rims that are none: the borders of a sheet or a bowl, or too tangled."""
    faces_added: int


def orient_faces(mesh: Mesh) -> tuple[Mesh, int]:
    """Winds neighbouring faces the same way, and parts outward.

    A part within another one stays as it is wound beside it: inward it is the wall of a cavity, outward an object of
    its own. A part with a hole counts as closed when what would close it is small; a sheet stays as it is.

    Args:
        mesh: welded; parts that cannot be oriented (a Moebius strip) stay as inconsistent as they must be.

    Returns:
        The mesh, and how many faces were turned over.
    """
    faces = mesh.faces.astype(np.int64)
    if len(faces) == 0:
        return mesh, 0
    flip, part = _agreeing(faces, len(mesh.vertices))
    # The fewer faces turn: flipping all of a part is as consistent as flipping none.
    mostly = np.bincount(part, flip) * 2 > np.bincount(part)
    flip ^= mostly[part]
    turned = np.where(flip[:, None], faces[:, ::-1], faces)
    flip ^= _inward(mesh.vertices, turned, part)[part]
    turned = np.where(flip[:, None], faces[:, ::-1], faces)
    return replace(mesh, faces=turned.astype(np.int32)), int(flip.sum())


def _agreeing(faces: Array, n_vertices: int) -> tuple[Array, Array]:
    """Which faces [F] to turn over so that neighbours agree, and the part of each, which edges of two faces hold."""
    if len(faces) == 0:
        return np.zeros(0, bool), np.zeros(0, np.int64)
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    edge = np.minimum(start, end) * np.int64(n_vertices) + np.maximum(start, end)
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
    return flip, part


def _inward(vertices: Array, faces: Array, part: Array) -> Array:
    """Which parts [P] are to be turned over."""
    n_parts = int(part.max()) + 1
    middle = (vertices.min(axis=0).astype(np.float64) + vertices.max(axis=0)) / 2
    points = vertices.astype(np.float64) - middle
    volume = np.bincount(part, face_volumes(points, faces), n_parts)
    open_edges, cap_volume, cap_area = _caps(points, faces, part, n_parts)
    area = np.bincount(part, np.linalg.norm(face_normals(points, faces), axis=1), n_parts) / 2
    # Where the rim is small against the part it is a hole in something, and what closes it hardly matters.
    has_side = (open_edges == 0) | (cap_area <= HOLE_SHARE * area)
    volume = np.where(open_edges == 0, volume, volume + cap_volume)
    # What is flat has no side: of slivers and of sheets whose rim lies in them the sign is chance.
    has_side &= np.abs(volume) > 1e-6 * area**1.5
    inward: Array = has_side & (volume < 0)
    inside = _containers(points, faces, part, np.flatnonzero(has_side), n_parts)
    for one in np.flatnonzero(inside >= 0):
        inward[one] = inward[inside[one]]
    return inward


def _caps(points: Array, faces: Array, part: Array, n_parts: int) -> tuple[Array, Array, Array]:
    """Of each part: how many edges border one face or more than two, and volume and area of fans over its rims."""
    start, end = faces.reshape(-1), faces[:, [1, 2, 0]].reshape(-1)
    key = np.minimum(start, end) * np.int64(len(points)) + np.maximum(start, end)
    _, inverse, count = np.unique(key, return_inverse=True, return_counts=True)
    rim = count[inverse.reshape(-1)] != 2
    tails, heads, of = end[rim], start[rim], np.repeat(part, 3)[rim]
    open_edges = np.bincount(of, minlength=n_parts)
    if not len(tails):
        return open_edges, np.zeros(n_parts), np.zeros(n_parts)
    # Edges of one rim hang together; a fan goes round the middle of each.
    _, at = np.unique(np.concatenate([tails, heads]), return_inverse=True)
    at = at.reshape(-1)
    graph = coo_matrix((np.ones(len(tails), np.int8), (at[: len(tails)], at[len(tails) :])), shape=(at.max() + 1,) * 2)
    n_rims, label = connected_components(graph, directed=False)
    rim_of = label[at[: len(tails)]]
    size = np.maximum(np.bincount(rim_of, minlength=n_rims), 1)
    middle = np.stack([np.bincount(rim_of, points[tails, axis], n_rims) / size for axis in range(3)], axis=1)[rim_of]
    a, b = points[tails], points[heads]
    volume = np.bincount(of, np.einsum("ei,ei->e", middle, np.cross(a, b)) / 6, n_parts)
    area = np.bincount(of, np.linalg.norm(np.cross(a - middle, b - middle), axis=1) / 2, n_parts)
    return open_edges, volume, area


def _containers(points: Array, faces: Array, part: Array, solid: Array, n_parts: int) -> Array:
    """[P] the outermost solid part that each part lies within, -1 for those that lie in none.

    By the winding number of one vertex; only the largest parts are asked, for a thousand small ones hold nothing.
    """
    inside = np.full(n_parts, -1)
    if len(solid) == 0 or n_parts < 2:
        return inside
    low, high = np.full((n_parts, 3), np.inf), np.full((n_parts, 3), -np.inf)
    for corner in range(3):
        np.minimum.at(low, part, points[faces[:, corner]])
        np.maximum.at(high, part, points[faces[:, corner]])
    order = np.argsort(part, kind="stable")
    bounds = np.searchsorted(part[order], np.arange(n_parts + 1))
    one_vertex = faces[order[bounds[:-1]], 0]
    size = np.prod(np.maximum(high - low, 0), axis=1)
    largest = solid[np.argsort(-size[solid], kind="stable")][:MOST_CONTAINERS]
    work = 0.0
    for outer in largest:
        if inside[outer] >= 0:
            continue
        boxed = (low >= low[outer]).all(1) & (high <= high[outer]).all(1) & (inside < 0)
        boxed[outer] = False
        candidates = np.flatnonzero(boxed)
        mine = faces[order[bounds[outer] : bounds[outer + 1]]]
        work += float(len(candidates)) * len(mine)
        if not len(candidates):
            continue
        if work > 3e8:
            break
        turns = _winding(np.ascontiguousarray(points[mine]), np.ascontiguousarray(points[one_vertex[candidates]]))
        inside[candidates[np.abs(turns) > 0.5]] = outer
    return inside


@kernel()
def _winding(corners, points):
    """How often triangles [F, 3, 3] go round points [N, 3] (Van Oosterom and Strackee 1983)."""
    out = np.zeros(points.shape[0])
    for n in range(points.shape[0]):
        total = 0.0
        for f in range(corners.shape[0]):
            ax, ay, az = corners[f, 0] - points[n]
            bx, by, bz = corners[f, 1] - points[n]
            cx, cy, cz = corners[f, 2] - points[n]
            a = np.sqrt(ax * ax + ay * ay + az * az)
            b = np.sqrt(bx * bx + by * by + bz * bz)
            c = np.sqrt(cx * cx + cy * cy + cz * cz)
            det = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
            dot = a * b * c + (ax * bx + ay * by + az * bz) * c + (bx * cx + by * cy + bz * cz) * a
            dot += (cx * ax + cy * ay + cz * az) * b
            total += np.arctan2(det, dot)
        out[n] = total / (2 * np.pi)
    return out


def fill_holes(mesh: Mesh, max_share: float = HOLE_SHARE) -> tuple[Mesh, Holes]:
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


@kernel()
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


@kernel()
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

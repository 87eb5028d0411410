"""Edge collapse that cannot tear or pinch a surface: slower than fast-simplification, and always closed."""

from __future__ import annotations

import heapq
import math

import numpy as np

from bozzetto.export.mesh.mesh import Mesh, select_faces
from bozzetto.kernels import kernel

MIDPOINT_PULL = 1e-3
"""Pull towards the middle of an edge, as a share of the quadric's trace; keeps flat regions, where the quadric is
singular, from throwing vertices far along the plane."""


def collapse_edges(mesh: Mesh, max_faces: int) -> Mesh:
    """Quadric simplification (Garland and Heckbert 1997) that keeps the topology.

    An edge collapses only if its ends have just the two opposite corners as common neighbours (the link condition of
    Dey et al. 1999), if those corners keep three neighbours, and if no face turns over.

    Args:
        mesh: closed and manifold.
        max_faces: budget; more are left where nothing more can collapse.

    Returns:
        A mesh with positions and faces, of the same topology.
    """
    vertices = np.ascontiguousarray(mesh.vertices, np.float64)
    faces = np.ascontiguousarray(mesh.faces, np.int64).copy()
    moved, alive = _collapse(vertices.copy(), faces, max_faces)
    return select_faces(Mesh(moved.astype(np.float32), faces.astype(np.int32)), alive)


@kernel()
def _face_quadric(vertices, face, out):
    """Squared distance to a face's plane times its area: xx xy xz xw yy yz yw zz zw ww."""
    ax, ay, az = vertices[face[0]]
    bx, by, bz = vertices[face[1]]
    cx, cy, cz = vertices[face[2]]
    nx = (by - ay) * (cz - az) - (bz - az) * (cy - ay)
    ny = (bz - az) * (cx - ax) - (bx - ax) * (cz - az)
    nz = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    length = math.sqrt(nx * nx + ny * ny + nz * nz)
    if length < 1e-20:
        out[:] = 0.0
        return
    nx, ny, nz = nx / length, ny / length, nz / length
    w = -(nx * ax + ny * ay + nz * az)
    out[0], out[1], out[2], out[3] = nx * nx, nx * ny, nx * nz, nx * w
    out[4], out[5], out[6] = ny * ny, ny * nz, ny * w
    out[7], out[8], out[9] = nz * nz, nz * w, w * w
    out *= length / 2


@kernel()
def _best_point(q, a, b, out):
    """Where the sum of quadrics is least, pulled towards the middle of the edge; returns the cost."""
    mx, my, mz = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2
    pull = MIDPOINT_PULL * (q[0] + q[4] + q[7]) + 1e-15
    xx, xy, xz, yy, yz, zz = q[0] + pull, q[1], q[2], q[4] + pull, q[5], q[7] + pull
    rx, ry, rz = pull * mx - q[3], pull * my - q[6], pull * mz - q[8]
    c0, c1, c2 = yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy
    det = xx * c0 + xy * c1 + xz * c2
    x = (c0 * rx + c1 * ry + c2 * rz) / det
    y = (c1 * rx + (xx * zz - xz * xz) * ry + (xy * xz - xx * yz) * rz) / det
    z = (c2 * rx + (xy * xz - xx * yz) * ry + (xx * yy - xy * xy) * rz) / det
    out[0], out[1], out[2] = x, y, z
    cost = (
        q[0] * x * x + q[4] * y * y + q[7] * z * z + q[9]
        + 2 * (q[1] * x * y + q[2] * x * z + q[5] * y * z + q[3] * x + q[6] * y + q[8] * z)
    )  # fmt: skip
    # In flat regions all costs are zero; short edges go first there.
    square = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2
    return max(cost, 0.0) + 1e-6 * (q[0] + q[4] + q[7]) * square


@kernel()
def _turns_over(vertices, face, vertex, point):
    """Whether moving a vertex of a face turns the face by more than 75 degrees or takes its area."""
    k = 0
    if face[1] == vertex:
        k = 1
    elif face[2] == vertex:
        k = 2
    a, b, c = vertices[vertex], vertices[face[(k + 1) % 3]], vertices[face[(k + 2) % 3]]
    ex, ey, ez = c[0] - b[0], c[1] - b[1], c[2] - b[2]
    ux, uy, uz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
    vx, vy, vz = point[0] - b[0], point[1] - b[1], point[2] - b[2]
    ox, oy, oz = ey * uz - ez * uy, ez * ux - ex * uz, ex * uy - ey * ux
    nx, ny, nz = ey * vz - ez * vy, ez * vx - ex * vz, ex * vy - ey * vx
    old = math.sqrt(ox * ox + oy * oy + oz * oz)
    new = math.sqrt(nx * nx + ny * ny + nz * nz)
    longest = max(ex * ex + ey * ey + ez * ez, vx * vx + vy * vy + vz * vz)
    return new < 1e-3 * longest or ox * nx + oy * ny + oz * nz < 0.26 * old * new


@kernel()
def _link_corners(faces, n_vertices):
    """Corners 3 f + k of each vertex as linked lists, which can be joined: first and last of each, and what follows."""
    first = np.full(n_vertices, -1, np.int64)
    last = np.full(n_vertices, -1, np.int64)
    following = np.full(3 * faces.shape[0], -1, np.int64)
    for f in range(faces.shape[0]):
        for k in range(3):
            v, corner = faces[f, k], 3 * f + k
            if first[v] < 0:
                first[v] = corner
            else:
                following[last[v]] = corner
            last[v] = corner
    return first, last, following


@kernel()
def _keeps_topology(u, v, faces, face_alive, first, following, valence, mark, epoch):
    """Whether u and v have just the two opposite corners as common neighbours, and those keep three neighbours.

    `mark` of u's neighbours is set to `epoch`, of those that are v's too to `epoch` + 1; no mark is above `epoch`.
    """
    corner = first[u]
    while corner >= 0:
        f = corner // 3
        if face_alive[f]:
            for k in range(3):
                mark[faces[f, k]] = epoch
        corner = following[corner]
    mark[u] = 0
    mark[v] = 0
    common = 0
    corner = first[v]
    while corner >= 0:
        f = corner // 3
        if face_alive[f]:
            for k in range(3):
                w = faces[f, k]
                if mark[w] == epoch:
                    mark[w] = epoch + 1
                    common += 1
                    if valence[w] <= 3:
                        return False
        corner = following[corner]
    return common == 2


@kernel()
def _keeps_sides(end, other, point, vertices, faces, face_alive, first, following):
    """Whether no face of `end` turns over when `end` moves to `point`; faces of both ends vanish, and do not count."""
    corner = first[end]
    while corner >= 0:
        f = corner // 3
        if face_alive[f]:
            shared = faces[f, 0] == other or faces[f, 1] == other or faces[f, 2] == other
            if not shared and _turns_over(vertices, faces[f], end, point):
                return False
        corner = following[corner]
    return True


@kernel()
def _merge(u, v, faces, face_alive, first, last, following, valence):
    """Gives v's faces to u and takes those of both away; how many these are."""
    n_gone = 0
    corner = first[v]
    while corner >= 0:
        f = corner // 3
        if face_alive[f]:
            if faces[f, 0] == u or faces[f, 1] == u or faces[f, 2] == u:
                face_alive[f] = False
                n_gone += 1
                for k in range(3):
                    valence[faces[f, k]] -= 1
            else:
                faces[f, corner % 3] = u
                valence[u] += 1
        corner = following[corner]
    following[last[u]] = first[v]
    last[u] = last[v]
    return n_gone


@kernel()
def _collapse(vertices, faces, max_faces):
    """Collapses the cheapest edge until `max_faces` are left or none may go; vertices and faces change in place.

    `valence` is the number of a vertex's living faces, of a closed surface that of its neighbours. Lists of corners may
    hold dead faces. An entry of the heap holds as long as neither of its ends has moved since, which `moves` tells.
    """
    n_vertices, n_faces = vertices.shape[0], faces.shape[0]
    first, last, following = _link_corners(faces, n_vertices)
    quadrics = np.zeros((n_vertices, 10))
    valence = np.zeros(n_vertices, np.int64)
    plane, point = np.zeros(10), np.zeros(3)
    for f in range(n_faces):
        _face_quadric(vertices, faces[f], plane)
        for k in range(3):
            quadrics[faces[f, k]] += plane
            valence[faces[f, k]] += 1

    face_alive = np.ones(n_faces, np.bool_)
    alive = np.ones(n_vertices, np.bool_)
    moves = np.zeros(n_vertices, np.int64)
    mark = np.zeros(n_vertices, np.int64)
    epoch = 0
    heap = [(0.0, np.int64(0), np.int64(0), np.int64(0), np.int64(0)) for _ in range(0)]
    for f in range(n_faces):
        for k in range(3):
            u, v = faces[f, k], faces[f, (k + 1) % 3]
            if u < v:
                cost = _best_point(quadrics[u] + quadrics[v], vertices[u], vertices[v], point)
                heap.append((cost, u, v, np.int64(0), np.int64(0)))
    heapq.heapify(heap)

    n_left = n_faces
    while n_left > max_faces and len(heap) > 0:
        _, u, v, moves_u, moves_v = heapq.heappop(heap)
        if not (alive[u] and alive[v]) or moves[u] != moves_u or moves[v] != moves_v:
            continue
        epoch += 2
        if not _keeps_topology(u, v, faces, face_alive, first, following, valence, mark, epoch):
            continue
        _best_point(quadrics[u] + quadrics[v], vertices[u], vertices[v], point)
        if not (
            _keeps_sides(u, v, point, vertices, faces, face_alive, first, following)
            and _keeps_sides(v, u, point, vertices, faces, face_alive, first, following)
        ):
            continue

        n_left -= _merge(u, v, faces, face_alive, first, last, following, valence)
        alive[v] = False
        quadrics[u] += quadrics[v]
        vertices[u] = point
        moves[u] += 1
        epoch += 2
        corner = first[u]
        while corner >= 0:
            f = corner // 3
            if face_alive[f]:
                for k in range(3):
                    w = faces[f, k]
                    if w != u and mark[w] != epoch:
                        mark[w] = epoch
                        cost = _best_point(quadrics[u] + quadrics[w], vertices[u], vertices[w], point)
                        heapq.heappush(heap, (cost, u, w, moves[u], moves[w]))
            corner = following[corner]
    return vertices, face_alive

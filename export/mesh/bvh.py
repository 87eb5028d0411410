"""A bounding volume hierarchy over triangles: nearest points and rays, for baking and for measuring.

Triangles are sorted along a Morton curve (Karras 2012 builds on the same order), and a complete binary tree is laid
over them: node i has the children 2 i + 1 and 2 i + 2, so the tree is two arrays of boxes and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numba
import numpy as np
from numba import njit

from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.kernels import kernel

LEAF_SIZE = 4
EMPTY_NODE = 1e30
CHUNK_SIZE = 1 << 14
ROUNDING = 1e-12
"""Share by which a sphere is larger than what it is about."""


@dataclass(frozen=True)
class Tree:
    """Triangles in the order of the tree, and the boxes around them."""

    corners: Array
    """[M, 3, 3] float64, metres."""
    faces: Array
    """[M] int64, index of each triangle in the mesh."""
    low: Array
    """[nodes, 3] float64."""
    high: Array
    """[nodes, 3] float64; EMPTY_NODE, as `low`, where a node is empty."""
    spheres: Array
    """[M, 4] float64, middle and radius of a sphere about each triangle."""


@dataclass(frozen=True)
class Nearest:
    """The points of a surface that are nearest to some others."""

    distances: Array
    """[N] float64, metres."""
    faces: Array
    """[N] int64."""
    bary: Array
    """[N, 3] float64, weights of the face's corners."""


@dataclass(frozen=True)
class Hits:
    """Where rays meet a surface first."""

    distances: Array
    """[N] float64, in lengths of the direction; inf where there is nothing."""
    faces: Array
    """[N] int64; -1 where there is nothing."""
    bary: Array
    """[N, 3] float64, weights of the face's corners."""


def build_tree(mesh: Mesh) -> Tree:
    """Sorts a mesh's faces into a tree.

    Args:
        mesh: with at least one face; positions must be finite.

    Returns:
        The tree.
    """
    if len(mesh.faces) == 0:
        raise ValueError("cannot search a mesh without faces")
    corners = mesh.vertices[mesh.faces].astype(np.float64)
    if not np.isfinite(corners).all():
        raise ValueError("cannot search a mesh whose positions are NaN or infinite")
    centers = corners.mean(axis=1)
    low, high = centers.min(axis=0), centers.max(axis=0)
    cells = ((centers - low) / np.maximum(high - low, 1e-30) * 1023.999).astype(np.uint64)
    key = np.zeros(len(cells), np.uint64)
    for axis in range(3):
        key |= _spread(cells[:, axis]) << np.uint64(axis)
    order = np.argsort(key, kind="stable")
    corners = np.ascontiguousarray(corners[order])
    n_leaves = 1
    while n_leaves * LEAF_SIZE < len(corners):
        n_leaves *= 2
    # Empty nodes are far away. Inside out, infinity to minus infinity, they would be entered by every ray.
    boxes_low = np.full((2 * n_leaves - 1, 3), EMPTY_NODE)
    boxes_high = np.full((2 * n_leaves - 1, 3), EMPTY_NODE)
    starts = np.arange(0, len(corners), LEAF_SIZE)
    leaf = slice(n_leaves - 1, n_leaves - 1 + len(starts))
    boxes_low[leaf] = np.minimum.reduceat(corners.min(axis=1), starts)
    boxes_high[leaf] = np.maximum.reduceat(corners.max(axis=1), starts)
    first, count = n_leaves - 1, n_leaves
    while count > 1:
        parents = slice((first - 1) // 2, first)
        boxes_low[parents] = boxes_low[first : first + count].reshape(-1, 2, 3).min(axis=1)
        high = boxes_high[first : first + count].reshape(-1, 2, 3)
        # A parent of a full and an empty node ends where the full one does.
        boxes_high[parents] = np.where(high[:, 1] == EMPTY_NODE, high[:, 0], high.max(axis=1))
        first, count = (first - 1) // 2, count // 2
    middles = corners.mean(axis=1)
    radii = np.sqrt(((corners - middles[:, None]) ** 2).sum(axis=2).max(axis=1)) * (1 + ROUNDING)
    spheres = np.concatenate([middles, radii[:, None]], axis=1)
    return Tree(corners, order.astype(np.int64), boxes_low, boxes_high, spheres)


def nearest_points(tree: Tree, points: Array) -> Nearest:
    """The nearest point of the surface to each point (Ericson 2005, 5.1.5).

    Args:
        tree: of the surface.
        points: [N, 3], metres.

    Returns:
        Distances, faces and weights.
    """
    points = np.ascontiguousarray(points, np.float64)
    n = len(points)
    squared, faces, bary = np.empty(n), np.empty(n, np.int64), np.empty((n, 3))
    surface = tree.corners, tree.spheres, tree.low, tree.high
    in_chunks(n, lambda part: _nearest(points[part], *surface, squared[part], faces[part], bary[part]))
    return Nearest(np.sqrt(squared), tree.faces[faces], bary)


def cast_rays(tree: Tree, origins: Array, directions: Array, limit: Array | float = np.inf) -> Hits:
    """The first face, of either side, that each ray meets (Moeller and Trumbore 1997).

    Args:
        tree: of the surface.
        origins: [N, 3], metres.
        directions: [N, 3], of any length but 0.
        limit: [N] or one for all: hits beyond it are not looked for.

    Returns:
        Distances, faces and weights.
    """
    origins, directions = (np.ascontiguousarray(values, np.float64) for values in (origins, directions))
    n = len(origins)
    reach = np.array(np.broadcast_to(np.asarray(limit, np.float64), (n,)))
    faces, bary = np.empty(n, np.int64), np.zeros((n, 3))
    in_chunks(
        n,
        lambda part: _cast(
            origins[part], directions[part], tree.corners, tree.low, tree.high, reach[part], faces[part], bary[part]
        ),
    )
    hit = faces >= 0
    return Hits(np.where(hit, reach, np.inf), np.where(hit, tree.faces[faces], -1), bary)


def visibility(tree: Tree, points: Array, normals: Array, directions: Array, *, offset: float, reach: float) -> Array:
    """Share of a cosine-weighted sky that each point sees.

    Args:
        tree: of what stands in the way.
        points: [N, 3], metres.
        normals: [N, 3], unit.
        directions: [K, 3], unit, around +Z with density cos / pi; turned about the normal, each point its way.
        offset: metres along the normal at which rays start.
        reach: metres beyond which nothing is in the way.

    Returns:
        [N] float32 in [0, 1].
    """
    points, normals, directions = (np.ascontiguousarray(v, np.float64) for v in (points, normals, directions))
    seen = np.empty(len(points), np.float32)
    in_chunks(
        len(points),
        lambda part: _sky(
            points[part], normals[part], directions, tree.corners, tree.low, tree.high, offset, reach, part.start,
            seen[part],
        ),
    )  # fmt: skip
    return seen


def _spread(x: Array) -> Array:
    """Ten bits, two apart."""
    x = (x | (x << np.uint64(16))) & np.uint64(0x030000FF)
    x = (x | (x << np.uint64(8))) & np.uint64(0x0300F00F)
    x = (x | (x << np.uint64(4))) & np.uint64(0x030C30C3)
    spread: Array = (x | (x << np.uint64(2))) & np.uint64(0x09249249)
    return spread


def in_chunks(n: int, work: Callable[[slice], None]) -> None:
    """Calls a kernel, which lets go of the interpreter's lock, on slices; as many threads as numba has."""
    parts = [slice(start, min(start + CHUNK_SIZE, n)) for start in range(0, n, CHUNK_SIZE)]
    threads = min(numba.get_num_threads(), len(parts))
    if threads < 2:
        for part in parts:
            work(part)
        return
    # The first part alone: two threads that compile the same kernel would both do the work.
    work(parts[0])
    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(work, part) for part in parts[1:]]:
            done.result()


@njit(inline="always")
def _box_squared(low, high, x, y, z):
    dx = max(low[0] - x, 0.0, x - high[0])
    dy = max(low[1] - y, 0.0, y - high[1])
    dz = max(low[2] - z, 0.0, z - high[2])
    return dx * dx + dy * dy + dz * dz


@kernel()
def _on_triangle(t, px, py, pz, out):
    """Weights of the nearest point into `out`; its squared distance."""
    abx, aby, abz = t[1, 0] - t[0, 0], t[1, 1] - t[0, 1], t[1, 2] - t[0, 2]
    acx, acy, acz = t[2, 0] - t[0, 0], t[2, 1] - t[0, 1], t[2, 2] - t[0, 2]
    apx, apy, apz = px - t[0, 0], py - t[0, 1], pz - t[0, 2]
    d1, d2 = abx * apx + aby * apy + abz * apz, acx * apx + acy * apy + acz * apz
    bpx, bpy, bpz = px - t[1, 0], py - t[1, 1], pz - t[1, 2]
    d3, d4 = abx * bpx + aby * bpy + abz * bpz, acx * bpx + acy * bpy + acz * bpz
    cpx, cpy, cpz = px - t[2, 0], py - t[2, 1], pz - t[2, 2]
    d5, d6 = abx * cpx + aby * cpy + abz * cpz, acx * cpx + acy * cpy + acz * cpz
    va, vb, vc = d3 * d6 - d5 * d4, d5 * d2 - d1 * d6, d1 * d4 - d3 * d2
    v, w = 0.0, 0.0
    if d1 <= 0.0 and d2 <= 0.0:
        pass
    elif d3 >= 0.0 and d4 <= d3:
        v = 1.0
    elif d6 >= 0.0 and d5 <= d6:
        w = 1.0
    elif vc <= 0.0 and d1 >= 0.0 and d3 <= 0.0:
        v = d1 / (d1 - d3) if d1 != d3 else 0.0
    elif vb <= 0.0 and d2 >= 0.0 and d6 <= 0.0:
        w = d2 / (d2 - d6) if d2 != d6 else 0.0
    elif va <= 0.0 and d4 - d3 >= 0.0 and d5 - d6 >= 0.0:
        total = (d4 - d3) + (d5 - d6)
        w = (d4 - d3) / total if total > 0.0 else 0.0
        v = 1.0 - w
    else:
        total = va + vb + vc
        if total > 0.0:
            v, w = vb / total, vc / total
    out[0], out[1], out[2] = 1.0 - v - w, v, w
    ex, ey, ez = apx - v * abx - w * acx, apy - v * aby - w * acy, apz - v * abz - w * acz
    return ex * ex + ey * ey + ez * ez


@kernel()
def _nearest(points, corners, spheres, low, high, squared, faces, bary):
    first_leaf = low.shape[0] // 2
    stack = np.empty(64, np.int64)
    reach = np.empty(64)
    weights = np.empty(3)
    for i in range(points.shape[0]):
        x, y, z = points[i, 0], points[i, 1], points[i, 2]
        best = np.inf
        if i > 0:
            # Points in order lie beside one another: the last one's face is near, and most boxes are not.
            faces[i] = faces[i - 1]
            best = _on_triangle(corners[faces[i]], x, y, z, weights)
            bary[i, 0], bary[i, 1], bary[i, 2] = weights[0], weights[1], weights[2]
        root = math.sqrt(best)
        stack[0], reach[0], top = 0, 0.0, 1
        while top > 0:
            top -= 1
            node = stack[top]
            if reach[top] >= best:
                continue
            if node >= first_leaf:
                start = (node - first_leaf) * LEAF_SIZE
                for f in range(start, min(start + LEAF_SIZE, corners.shape[0])):
                    # Two of three triangles lie too far away by their spheres, which take a fifth of the time.
                    dx, dy, dz = spheres[f, 0] - x, spheres[f, 1] - y, spheres[f, 2] - z
                    touching = root + spheres[f, 3]
                    if dx * dx + dy * dy + dz * dz >= touching * touching:
                        continue
                    distance = _on_triangle(corners[f], x, y, z, weights)
                    if distance < best:
                        best = distance
                        root = math.sqrt(best)
                        faces[i] = f
                        bary[i, 0], bary[i, 1], bary[i, 2] = weights[0], weights[1], weights[2]
                continue
            a, b = 2 * node + 1, 2 * node + 2
            da, db = _box_squared(low[a], high[a], x, y, z), _box_squared(low[b], high[b], x, y, z)
            # The nearer one on top.
            if da < db:
                a, b, da, db = b, a, db, da
            if da < best:
                stack[top], reach[top] = a, da
                top += 1
            if db < best:
                stack[top], reach[top] = b, db
                top += 1
        squared[i] = best


@njit(inline="always")
def _box_entry(low, high, ox, oy, oz, ix, iy, iz, limit):
    """Where a ray enters a box, or inf."""
    ax, bx = (low[0] - ox) * ix, (high[0] - ox) * ix
    ay, by = (low[1] - oy) * iy, (high[1] - oy) * iy
    az, bz = (low[2] - oz) * iz, (high[2] - oz) * iz
    enter = max(min(ax, bx), min(ay, by), min(az, bz), 0.0)
    leave = min(max(ax, bx), max(ay, by), max(az, bz), limit)
    return enter if enter <= leave else np.inf


@kernel()
def _first_hit(ox, oy, oz, dx, dy, dz, corners, low, high, limit, any_hit, stack, entry, out):
    """Face or -1; `out` gets distance and weights of the second and third corner."""
    # A tiny component instead of zero keeps 0 * inf out of the slabs.
    ix = 1.0 / (dx if abs(dx) > 1e-30 else 1e-30)
    iy = 1.0 / (dy if abs(dy) > 1e-30 else 1e-30)
    iz = 1.0 / (dz if abs(dz) > 1e-30 else 1e-30)
    first_leaf = low.shape[0] // 2
    found = -1
    stack[0], entry[0], top = 0, 0.0, 1
    while top > 0:
        top -= 1
        node = stack[top]
        if entry[top] > limit:
            continue
        if node >= first_leaf:
            start = (node - first_leaf) * LEAF_SIZE
            for f in range(start, min(start + LEAF_SIZE, corners.shape[0])):
                t = corners[f]
                ax, ay, az = t[1, 0] - t[0, 0], t[1, 1] - t[0, 1], t[1, 2] - t[0, 2]
                bx, by, bz = t[2, 0] - t[0, 0], t[2, 1] - t[0, 1], t[2, 2] - t[0, 2]
                px, py, pz = dy * bz - dz * by, dz * bx - dx * bz, dx * by - dy * bx
                det = ax * px + ay * py + az * pz
                if det == 0.0:
                    continue
                sx, sy, sz = ox - t[0, 0], oy - t[0, 1], oz - t[0, 2]
                u = (sx * px + sy * py + sz * pz) / det
                if u < 0.0 or u > 1.0:
                    continue
                qx, qy, qz = sy * az - sz * ay, sz * ax - sx * az, sx * ay - sy * ax
                v = (dx * qx + dy * qy + dz * qz) / det
                if v < 0.0 or u + v > 1.0:
                    continue
                distance = (bx * qx + by * qy + bz * qz) / det
                if 0.0 <= distance < limit:
                    limit = distance
                    found = f
                    out[0], out[1], out[2] = distance, u, v
                    if any_hit:
                        return found
            continue
        a, b = 2 * node + 1, 2 * node + 2
        ea = _box_entry(low[a], high[a], ox, oy, oz, ix, iy, iz, limit)
        eb = _box_entry(low[b], high[b], ox, oy, oz, ix, iy, iz, limit)
        if ea < eb:
            a, b, ea, eb = b, a, eb, ea
        if ea < np.inf:
            stack[top], entry[top] = a, ea
            top += 1
        if eb < np.inf:
            stack[top], entry[top] = b, eb
            top += 1
    return found


@kernel()
def _cast(origins, directions, corners, low, high, reach, faces, bary):
    stack, entry, out = np.empty(64, np.int64), np.empty(64), np.empty(3)
    for i in range(origins.shape[0]):
        o, d = origins[i], directions[i]
        faces[i] = _first_hit(
            o[0], o[1], o[2], d[0], d[1], d[2], corners, low, high, reach[i], np.bool_(False), stack, entry, out
        )
        if faces[i] >= 0:
            reach[i] = out[0]
            bary[i, 0], bary[i, 1], bary[i, 2] = 1.0 - out[1] - out[2], out[1], out[2]


@kernel()
def _sky(points, normals, directions, corners, low, high, offset, reach, first, seen):
    stack, entry, out = np.empty(64, np.int64), np.empty(64), np.empty(3)
    for i in range(points.shape[0]):
        nx, ny, nz = normals[i, 0], normals[i, 1], normals[i, 2]
        # Duff et al. 2017: a frame about the normal without a branch that could jump.
        sign = 1.0 if nz >= 0.0 else -1.0
        a = -1.0 / (sign + nz)
        b = nx * ny * a
        tx, ty, tz = 1.0 + sign * nx * nx * a, sign * b, -sign * nx
        bx, by, bz = b, sign + ny * ny * a, -ny
        # A turn of its own for each point: noise, which the eye forgives, instead of bands.
        turn = ((first + i) * 0.6180339887498949) % 1.0 * 2.0 * np.pi
        cos, sin = np.cos(turn), np.sin(turn)
        ox, oy, oz = points[i, 0] + offset * nx, points[i, 1] + offset * ny, points[i, 2] + offset * nz
        free = 0
        for k in range(directions.shape[0]):
            x = cos * directions[k, 0] - sin * directions[k, 1]
            y = sin * directions[k, 0] + cos * directions[k, 1]
            z = directions[k, 2]
            dx, dy, dz = x * tx + y * bx + z * nx, x * ty + y * by + z * ny, x * tz + y * bz + z * nz
            if _first_hit(ox, oy, oz, dx, dy, dz, corners, low, high, reach, np.bool_(True), stack, entry, out) < 0:
                free += 1
        seen[i] = free / directions.shape[0]

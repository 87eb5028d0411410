"""Polygons as triangles: convex ones as fans, others by cutting off ears (Meisters 1975)."""

from __future__ import annotations

from typing import Any

import numpy as np
from jaxtyping import Bool, Float, Float64, Int, Int64

from bozzetto.export.files.read_limits import Reading, too_many
from bozzetto.kernels import kernel


def triangulate(
    positions: Float[np.ndarray, "v 3"], corners: Int[np.ndarray, " c"], sizes: Int[np.ndarray, " p"], reading: Reading
) -> tuple[Int64[np.ndarray, "f 3"], Int64[np.ndarray, " f"]]:
    """Triangles over polygons that may be concave and need not be quite flat.

    Args:
        positions: [V, 3], of the corners.
        corners: [sum of sizes], the polygons' corners one after the other; each indexes `positions`.
        sizes: [P] corners of each polygon; those with fewer than three are left out.
        reading: limits and notes.

    Returns:
        triangles: [F, 3], places in `corners`; polygon: [F], which polygon each belongs to.

    Raises:
        UnreadableMeshError: a polygon has too many corners, or there are too many triangles.
    """
    sizes = np.asarray(sizes, np.int64)
    if len(sizes) and int(sizes.max()) > reading.limits.max_corners:
        raise too_many("corners of a polygon", int(sizes.max()), reading.limits.max_corners)
    reading.check_counts(int(np.maximum(sizes - 2, 0).sum()), 0)
    starts = np.cumsum(sizes) - sizes
    triangles, owners = [], []
    tangled = 0
    for size in np.unique(sizes):
        if size < 3:
            continue
        reading.check_time()
        which = np.flatnonzero(sizes == size)
        first = starts[which]
        if size == 3:
            triangles.append(first[:, None] + np.arange(3))
            owners.append(which)
            continue
        places = first[:, None] + np.arange(size)
        points = positions[corners[places]]
        convex, normals = _convexity(points)
        steps = np.arange(1, size - 1)
        fan = np.stack([np.zeros_like(steps), steps, steps + 1], axis=1)
        triangles.append((first[convex][:, None, None] + fan).reshape(-1, 3))
        owners.append(np.repeat(which[convex], size - 2))
        for k in np.flatnonzero(~convex):
            reading.check_time()
            local, clean = _cut_ears(_flat(points[k], normals[k]))
            tangled += not clean
            triangles.append(first[k] + local)
            owners.append(np.full(len(local), which[k]))
    if tangled:
        reading.note(f"{tangled} polygons cross themselves: their triangles are a guess")
    if not triangles:
        return np.zeros((0, 3), np.int64), np.zeros(0, np.int64)
    found, owner = np.concatenate(triangles), np.concatenate(owners)
    order = np.argsort(owner, kind="stable")
    return found[order], owner[order]


def _convexity(
    points: Float[np.ndarray, "p n 3"],
) -> tuple[Bool[np.ndarray, " p"], Float[np.ndarray, "p 3"]]:
    """Whether polygons [P, n, 3] turn one way all round and once, and their normals [P, 3] (Newell)."""
    after, before = np.roll(points, -1, axis=1), np.roll(points, 1, axis=1)
    center = points.mean(axis=1, keepdims=True)
    normals = np.cross(points - center, after - center).sum(axis=1)
    turns = np.einsum("pni,pi->pn", np.cross(points - before, after - points), normals)
    scale = np.einsum("pi,pi->p", normals, normals)
    # Collinear corners turn neither way, but for rounding.
    same = (turns >= -1e-9 * scale[:, None]).all(axis=1)
    around = np.einsum("pni,pi->pn", np.cross(points - center, after - center), normals)
    return same & (around >= -1e-9 * scale[:, None]).all(axis=1) | (scale == 0), normals


def _flat(points: Float[np.ndarray, "n 3"], normal: Float[np.ndarray, 3]) -> Float64[np.ndarray, "n 2"]:
    """Corners [n, 3] in the plane of a normal, [n, 2], counter-clockwise."""
    unit = normal / max(float(np.linalg.norm(normal)), 1e-300)
    aside = np.eye(3)[int(np.argmin(np.abs(unit)))]
    x = np.cross(aside, unit)
    x /= np.linalg.norm(x)
    flat = (points - points.mean(axis=0)) @ np.stack([x, np.cross(unit, x)], axis=1)
    return np.ascontiguousarray(flat, np.float64)


@kernel()
def _cut_ears(flat: Any) -> Any:
    """[n - 2, 3] triangles over a polygon [n, 2], and whether each was a true ear."""
    n = flat.shape[0]
    ahead, back = np.empty(n, np.int64), np.empty(n, np.int64)
    for i in range(n):
        ahead[i], back[i] = (i + 1) % n, (i - 1) % n
    out = np.empty((n - 2, 3), np.int64)
    left, at, tries, made, clean = n, 0, 0, 0, True
    while left > 3:
        a, c = back[at], ahead[at]
        ax, ay = flat[a, 0], flat[a, 1]
        bx, by = flat[at, 0], flat[at, 1]
        cx, cy = flat[c, 0], flat[c, 1]
        ear = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0.0
        p = ahead[c]
        while ear and p != a:
            px, py = flat[p, 0], flat[p, 1]
            same = (px == ax and py == ay) or (px == bx and py == by) or (px == cx and py == cy)
            if not same:
                s = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
                t = (cx - bx) * (py - by) - (cy - by) * (px - bx)
                u = (ax - cx) * (py - cy) - (ay - cy) * (px - cx)
                ear = not (s >= 0.0 and t >= 0.0 and u >= 0.0)
            p = ahead[p]
        if ear or tries > left:
            if not ear:
                # Nothing is an ear: what is left is flat or crosses itself.
                flat_corner = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
                clean = clean and abs(flat_corner) < 1e-12
            out[made, 0], out[made, 1], out[made, 2] = a, at, c
            made += 1
            ahead[a], back[c] = c, a
            left -= 1
            tries = 0
            at = c
        else:
            tries += 1
            at = c
    out[made, 0], out[made, 1], out[made, 2] = back[at], at, ahead[at]
    return out, clean

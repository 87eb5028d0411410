"""Bakes a colour callable onto a mesh's atlas."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from bozzetto.export.mesh.mesh import Array, Mesh, vertex_normals
from bozzetto.kernels import kernel

ColorFn = Callable[[Array], Array]


@dataclass(frozen=True)
class SurfaceTexels:
    """Texels that lie on the surface."""

    rows: Array
    """[N] int64, from the top."""
    columns: Array
    """[N] int64."""
    positions: Array
    """[N, 3] float32, metres."""
    normals: Array
    """[N, 3] float32, unit."""
    faces: Array
    """[N] int32, the face that each lies on or next to."""
    bary: Array
    """[N, 3] float32, weights of its corners."""


def surface_texels(mesh: Mesh, texture_size: int) -> SurfaceTexels:
    """The surface positions of all texels that bilinear filtering of a chart can touch first-hand.

    Those are texels whose centre lies in a face or within 1.5 texels of one, which take the nearest point of the face.

    Args:
        mesh: with `uv`.
        texture_size: texels along a side.

    Returns:
        Texels in row-major order.
    """
    if mesh.uv is None:
        raise ValueError("the mesh has no uv: unwrap it first")
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    corners = mesh.uv[mesh.faces].astype(np.float64) * texture_size
    corners[..., 1] = texture_size - corners[..., 1]
    face_id = np.full((texture_size, texture_size), -1, np.int32)
    bary = np.zeros((texture_size, texture_size, 3), np.float32)
    _fill_texels(corners, face_id, bary)
    rows, columns = np.nonzero(face_id >= 0)
    face = mesh.faces[face_id[rows, columns]]
    weights = bary[rows, columns][..., None]
    positions = (mesh.vertices[face] * weights).sum(axis=1, dtype=np.float32)
    smooth = (normals[face] * weights).sum(axis=1, dtype=np.float32)
    smooth /= np.maximum(np.linalg.norm(smooth, axis=1, keepdims=True), 1e-12)
    return SurfaceTexels(rows, columns, positions, smooth, face_id[rows, columns], bary[rows, columns])


def evaluate_color(color_fn: ColorFn, points: Array, block: int = 1 << 17, offsets: Array | None = None) -> Array:
    """Evaluates a colour in blocks and checks what comes back.

    Args:
        color_fn: [N, 3] float32 -> [N, 3], display (sRGB-encoded) values in [0, 1].
        points: [N, 3], metres.
        block: points for one call, which bounds memory.
        offsets: [N, 3] to add, display units.

    Returns:
        [N, 3] uint8.

    Raises:
        ValueError: the callable returns another shape, or a value that is not finite.
    """
    out = np.empty((len(points), 3), np.uint8)
    for start in range(0, len(points), block):
        part = np.ascontiguousarray(points[start : start + block], np.float32)
        values = np.asarray(color_fn(part))
        if values.shape != (len(part), 3):
            raise ValueError(f"color_fn must return [{len(part)}, 3], got {list(values.shape)}")
        if not np.isfinite(values).all():
            raise ValueError("color_fn returned values that are NaN or infinite")
        if offsets is not None:
            values = values + offsets[start : start + block]
        out[start : start + block] = np.clip(values, 0.0, 1.0) * 255.0 + 0.5
    return out


def bake_texture(
    mesh: Mesh,
    color_fn: ColorFn,
    texture_size: int,
    *,
    offset_fn: ColorFn | None = None,
    opacity_fn: ColorFn | None = None,
    inset: float = 0.0,
    block: int = 1 << 17,
    progress: Callable[[float], None] | None = None,
) -> Mesh:
    """Bakes the base colour.

    Each texel of a chart, and a rim of a texel around it, is asked for by itself; all others copy the nearest one, so
    that neither filtering nor mip-maps bring in a background.

    Args:
        mesh: with `uv`.
        color_fn: [N, 3] float32 -> [N, 3], display (sRGB-encoded) values in [0, 1]; stored as they are.
        texture_size: texels along a side.
        offset_fn: [N, 3] on or near the surface -> [N, 3], display units, to add to the colour.
        opacity_fn: [N, 3] on or near the surface -> [N, 1], how much light it stops, in [0, 1]; None stops all.
        inset: metres inside the surface at which the colour is asked for; volume renders take theirs from there.
        block: points for one call.
        progress: called with the fraction done.

    Returns:
        The mesh with `texture`, of four channels where light goes through.
    """
    texels = surface_texels(mesh, texture_size)
    texture = np.full((texture_size, texture_size, 3 if opacity_fn is None else 4), 255, np.uint8)
    for start in range(0, len(texels.rows), block):
        part = slice(start, start + block)
        points = texels.positions[part] - np.float32(inset) * texels.normals[part]
        shift = None if offset_fn is None else offset_fn(texels.positions[part])
        texture[texels.rows[part], texels.columns[part], :3] = evaluate_color(color_fn, points, block, shift)
        if opacity_fn is not None:
            stopped = np.clip(opacity_fn(texels.positions[part])[:, 0], 0.0, 1.0)
            texture[texels.rows[part], texels.columns[part], 3] = stopped * 255.0 + 0.5
        if progress is not None:
            progress(min(1.0, (start + block) / len(texels.rows)))
    empty = np.ones((texture_size, texture_size), bool)
    empty[texels.rows, texels.columns] = False
    return replace(mesh, texture=fill_nearest(texture, empty))


def bake_vertex_colors(mesh: Mesh, color_fn: ColorFn, *, inset: float = 0.0, block: int = 1 << 17) -> Mesh:
    """Colours a mesh at its vertices, for meshes without an atlas.

    Args:
        mesh: any mesh.
        color_fn: [N, 3] float32 -> [N, 3], display (sRGB-encoded) values in [0, 1].
        inset: metres inside the surface at which the colour is asked for.
        block: points for one call.

    Returns:
        The mesh with `colors`.
    """
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    return replace(mesh, colors=evaluate_color(color_fn, mesh.vertices - np.float32(inset) * normals, block))


def fill_nearest(texture: Array, empty: Array) -> Array:
    """Gives empty texels the colour of the nearest other one.

    Args:
        texture: [S, S, C] uint8.
        empty: [S, S] bool.

    Returns:
        [S, S, C] uint8.
    """
    if empty.all() or not empty.any():
        return texture
    rows, columns = ndimage.distance_transform_edt(empty, return_distances=False, return_indices=True)
    filled: Array = texture[rows, columns]
    return filled


@kernel()
def _segment(px, py, ax, ay, bx, by):
    """Parameter of the nearest point on a segment, and its squared distance."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if length == 0.0 else min(1.0, max(0.0, ((px - ax) * dx + (py - ay) * dy) / length))
    ex, ey = px - ax - t * dx, py - ay - t * dy
    return t, ex * ex + ey * ey


@kernel()
def _fill_texels(corners, face_id, bary):
    size = face_id.shape[0]
    # Squared distance in texels at which a texel was taken; 0 inside a face.
    taken = np.full((size, size), 1.5 * 1.5)
    for f in range(corners.shape[0]):
        ax, ay = corners[f, 0]
        bx, by = corners[f, 1]
        cx, cy = corners[f, 2]
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        x0 = max(0, int(math.floor(min(ax, min(bx, cx)) - 1.5)))
        x1 = min(size, int(math.ceil(max(ax, max(bx, cx)) + 1.5)))
        y0 = max(0, int(math.floor(min(ay, min(by, cy)) - 1.5)))
        y1 = min(size, int(math.ceil(max(ay, max(by, cy)) + 1.5)))
        for y in range(y0, y1):
            py = y + 0.5
            for x in range(x0, x1):
                if taken[y, x] == 0.0:
                    continue
                px = x + 0.5
                u, v = -1.0, -1.0
                if area != 0.0:
                    u = ((cx - bx) * (py - by) - (cy - by) * (px - bx)) / area
                    v = ((ax - cx) * (py - cy) - (ay - cy) * (px - cx)) / area
                w = 1.0 - u - v
                distance = 0.0
                if u < 0 or v < 0 or w < 0:
                    t, distance = _segment(px, py, ax, ay, bx, by)
                    u, v, w = 1.0 - t, t, 0.0
                    t, other = _segment(px, py, bx, by, cx, cy)
                    if other < distance:
                        distance = other
                        u, v, w = 0.0, 1.0 - t, t
                    t, other = _segment(px, py, cx, cy, ax, ay)
                    if other < distance:
                        distance = other
                        u, v, w = t, 0.0, 1.0 - t
                if distance < taken[y, x]:
                    taken[y, x] = distance
                    face_id[y, x] = f
                    bary[y, x, 0], bary[y, x, 1], bary[y, x, 2] = u, v, w

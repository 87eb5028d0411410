"""A small z-buffer rasteriser: silhouettes for the iso level, stills and turntables.

Conventions: OpenGL orbit cameras around the origin. Azimuth 0 sits on +Z and looks at the front, azimuth +90 degrees
sits on +X, positive elevation is above; radians. Images are row-major from the top left, pixel centres at +0.5.
Colours are display (sRGB-encoded) values in [0, 1]; rgb = albedo * (ambient + (1 - ambient) * max(0, n . l)).

A mesh with a transparent texture (`Mesh.has_alpha`) is drawn layer by layer, nearest first (depth peeling, Everitt
2001), its back faces left out, as glTF viewers draw a material with `alphaMode: BLEND` that is not double-sided.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import ArrayLike

from bozzetto.export.mesh.mesh import Array, Mesh, face_normals, vertex_normals
from bozzetto.kernels import kernel

PRIOR_FOVY = math.radians(40.0)
PRIOR_DISTANCE = 1.0 / math.sin(math.radians(20.0))
NEAR_PLANE = 1e-2
GREY = 0.7
MAX_LAYERS = 8
"""Surfaces that a ray goes through, of a mesh that lets light through."""
LAYER_GAP = 1e-7
"""Of the distance: faces that meet at an edge are one surface."""


@dataclass(frozen=True)
class RasterImages:
    """Rasterised views."""

    rgb: Array
    """[B, H, W, 3] float32, premultiplied; the background is not added."""
    alpha: Array
    """[B, H, W] float32 in [0, 1], the silhouette; less where light goes through."""
    depth: Array
    """[B, H, W] float32, metres along the ray to the nearest surface of the pixel; inf where there is none."""
    normal: Array
    """[B, H, W, 3] float32, world frame, unit times alpha."""

    def over(self, background: ArrayLike = 1.0) -> Array:
        """The images over a background.

        Args:
            background: grey or [3], in [0, 1].

        Returns:
            [B, H, W, 3] uint8.
        """
        image = self.rgb + (1.0 - self.alpha[..., None]) * np.asarray(background, np.float32)
        return (np.clip(image, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)


def orbit_c2w(azimuth: ArrayLike, elevation: ArrayLike, distance: ArrayLike = PRIOR_DISTANCE) -> Array:
    """Poses of cameras that look at the origin.

    Args:
        azimuth: [B], radians.
        elevation: [B], radians.
        distance: [B] or one for all, metres.

    Returns:
        [B, 4, 4] float64, OpenGL camera to world.
    """
    azimuth, elevation, distance = np.broadcast_arrays(*(np.atleast_1d(v) for v in (azimuth, elevation, distance)))
    sin_a, cos_a, sin_e, cos_e = np.sin(azimuth), np.cos(azimuth), np.sin(elevation), np.cos(elevation)
    backward = np.stack([cos_e * sin_a, sin_e, cos_e * cos_a], axis=-1)
    c2w = np.zeros((len(azimuth), 4, 4))
    c2w[:, :3, 0] = np.stack([cos_a, np.zeros_like(sin_a), -sin_a], axis=-1)
    c2w[:, :3, 1] = np.stack([-sin_e * sin_a, cos_e, -sin_e * cos_a], axis=-1)
    c2w[:, :3, 2] = backward
    c2w[:, :3, 3] = backward * distance[:, None]
    c2w[:, 3, 3] = 1.0
    return c2w


def rasterize(
    mesh: Mesh,
    azimuth: ArrayLike,
    elevation: ArrayLike,
    width: int,
    height: int,
    *,
    distance: ArrayLike = PRIOR_DISTANCE,
    fovy: ArrayLike = PRIOR_FOVY,
    supersample: int = 2,
    light: ArrayLike | None = None,
    ambient: float = 0.4,
) -> RasterImages:
    """Renders a mesh from orbit cameras. Not differentiable; the same inputs give the same bits.

    Faces with a corner behind a camera are left out: cameras are meant to stand outside the object.

    Args:
        mesh: its texture is used, else its vertex colours, else light grey.
        azimuth: [B], radians.
        elevation: [B], radians.
        width: pixels.
        height: pixels.
        distance: [B] or one for all, metres from the origin.
        fovy: [B] or one for all, radians.
        supersample: samples along each side of a pixel, averaged.
        light: [3] or [B, 3], direction to the light in the camera's frame; None gives the plain albedo.
        ambient: in [0, 1], used with a light.

    Returns:
        The images.
    """
    if width < 1 or height < 1 or supersample < 1:
        raise ValueError(f"width, height, supersample must be at least 1, got {width}, {height}, {supersample}")
    c2w = orbit_c2w(azimuth, elevation, distance)
    n_views = len(c2w)
    fovys = np.broadcast_to(np.asarray(fovy, np.float64), (n_views,))
    smooth = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    faces = np.ascontiguousarray(mesh.faces, np.int32)
    smooth = np.ascontiguousarray(smooth, np.float32)
    textured = mesh.texture is not None and mesh.uv is not None
    texture = np.ascontiguousarray(mesh.texture if textured else np.zeros((1, 1, 3)), np.uint8)
    clear = textured and mesh.has_alpha
    uv = np.ascontiguousarray(mesh.uv if textured else np.zeros((1, 2)), np.float32)
    colors = np.full(mesh.vertices.shape, GREY * 255, np.float32) if mesh.colors is None else mesh.colors
    colors = np.ascontiguousarray(colors, np.float32)
    lights = None
    if light is not None:
        lights = np.broadcast_to(np.asarray(light, np.float64), (n_views, 3))
        lights = lights / np.linalg.norm(lights, axis=1, keepdims=True)
        lights = np.einsum("bij,bj->bi", c2w[:, :3, :3], lights)

    s = supersample
    rgb = np.zeros((n_views, height, width, 3), np.float32)
    alpha = np.zeros((n_views, height, width), np.float32)
    depth = np.full((n_views, height, width), np.inf, np.float32)
    normal = np.zeros((n_views, height, width, 3), np.float32)
    for view in range(n_views):
        corners = _project(mesh.vertices, c2w[view], fovys[view], width * s, height * s)
        sun = np.zeros(3) if lights is None else np.ascontiguousarray(lights[view])
        trans = np.ones((height * s, width * s) if clear else (0, 0))
        for face_id, bary in _layers(corners, faces, width * s, height * s, MAX_LAYERS if clear else 1, clear):
            _shade(
                face_id, bary, corners, faces, smooth, uv, texture, colors, textured, sun,
                1.0 if lights is None else float(ambient), math.tan(fovys[view] / 2), s, trans,
                rgb[view], alpha[view], depth[view], normal[view],
            )  # fmt: skip
    return RasterImages(rgb, alpha, depth, normal)


def silhouettes(
    mesh: Mesh,
    azimuth: ArrayLike,
    elevation: ArrayLike,
    resolution: int,
    *,
    distance: ArrayLike = PRIOR_DISTANCE,
    fovy: ArrayLike = PRIOR_FOVY,
) -> Array:
    """Which pixel centres a mesh covers; much cheaper than a full render.

    Args:
        mesh: any mesh.
        azimuth: [B], radians.
        elevation: [B], radians.
        resolution: pixels along a side.
        distance: [B] or one for all, metres.
        fovy: [B] or one for all, radians.

    Returns:
        [B, H, W] bool.
    """
    c2w = orbit_c2w(azimuth, elevation, distance)
    fovys = np.broadcast_to(np.asarray(fovy, np.float64), (len(c2w),))
    faces = np.ascontiguousarray(mesh.faces, np.int32)
    out = np.zeros((len(c2w), resolution, resolution), np.bool_)
    for view in range(len(c2w)):
        corners = _project(mesh.vertices, c2w[view], fovys[view], resolution, resolution)
        _cover(corners, faces, out[view])
    return out


def surface_hits(
    mesh: Mesh,
    azimuth: float,
    elevation: float,
    resolution: int,
    *,
    distance: float = PRIOR_DISTANCE,
    fovy: float = PRIOR_FOVY,
) -> tuple[Array, Array]:
    """What the rays through the pixel centres meet first.

    Args:
        mesh: any mesh.
        azimuth: radians.
        elevation: radians.
        resolution: pixels along a side.
        distance: metres.
        fovy: radians.

    Returns:
        The face of each pixel [H, W] int32, -1 where there is none, and the weights of its corners [H, W, 3].
    """
    c2w = orbit_c2w(azimuth, elevation, distance)[0]
    corners = _project(mesh.vertices, c2w, fovy, resolution, resolution)
    faces = np.ascontiguousarray(mesh.faces, np.int32)
    face_id, bary = next(_layers(corners, faces, resolution, resolution, 1, False))
    return face_id, np.concatenate([bary, 1.0 - bary.sum(axis=-1, keepdims=True)], axis=-1)


def surface_layers(
    mesh: Mesh, azimuth: float, elevation: float, resolution: int, layers: int = MAX_LAYERS, front_only: bool = True
) -> Iterator[tuple[Array, Array]]:
    """The faces that the rays of the prior's camera through the pixel centres meet, the nearest first.

    Args:
        mesh: any mesh.
        azimuth: radians.
        elevation: radians.
        resolution: pixels along a side.
        layers: at most so many.
        front_only: pass over faces that are seen from behind.

    Yields:
        As `surface_hits`; the first always, others while there are any.
    """
    c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)[0]
    corners = _project(mesh.vertices, c2w, PRIOR_FOVY, resolution, resolution)
    faces = np.ascontiguousarray(mesh.faces, np.int32)
    for face_id, bary in _layers(corners, faces, resolution, resolution, layers, front_only):
        yield face_id, np.concatenate([bary, 1.0 - bary.sum(axis=-1, keepdims=True)], axis=-1)


def flat_shaded(mesh: Mesh) -> Mesh:
    """A copy in which each face has its own corners and its own normal, for a faceted look.

    Args:
        mesh: any mesh.

    Returns:
        A mesh of 3 F vertices.
    """
    index = mesh.faces.reshape(-1)
    normals = face_normals(mesh.vertices, mesh.faces)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
    return Mesh(
        mesh.vertices[index],
        np.arange(len(index), dtype=np.int32).reshape(-1, 3),
        None if mesh.uv is None else mesh.uv[index],
        np.repeat(normals, 3, axis=0).astype(np.float32),
        mesh.texture,
        None if mesh.colors is None else mesh.colors[index],
    )


def _layers(
    corners: Array, faces: Array, width: int, height: int, layers: int, front_only: bool
) -> Iterator[tuple[Array, Array]]:
    """What `_fill` finds, from the nearest on; the first always, others while there are any."""
    # One layer alone has nothing to lie behind; fresh memory of a picture's size takes as long as drawing it.
    beyond = np.full((height, width) if layers > 1 else (0, 0), np.inf)
    for layer in range(layers):
        face_id, bary, beyond = _fill(corners, faces, width, height, beyond, front_only)
        if layer and not (face_id >= 0).any():
            return
        yield face_id, bary


def _project(vertices: Array, c2w: Array, fovy: float, width: int, height: int) -> Array:
    """[V, 3] of pixel x, pixel y and distance in front of the camera along its axis."""
    rotation, eye = c2w[:3, :3], c2w[:3, 3]
    local = (vertices.astype(np.float64) - eye) @ rotation
    front = -local[:, 2]
    focal = height / 2 / math.tan(fovy / 2)
    safe = np.where(front > NEAR_PLANE, front, np.nan)
    x = width / 2 + focal * local[:, 0] / safe
    y = height / 2 - focal * local[:, 1] / safe
    return np.stack([x, y, front], axis=1)


@kernel()
def _bounds(a: float, b: float, c: float, size: int) -> tuple[int, int]:
    """First and one past the last pixel whose centre lies between three coordinates."""
    low = min(a, min(b, c))
    high = max(a, max(b, c))
    return max(0, int(math.ceil(low - 0.5))), min(size, int(math.floor(high - 0.5)) + 1)


@kernel()
def _cover(corners, faces, out):
    height, width = out.shape
    for f in range(faces.shape[0]):
        i, j, k = faces[f]
        ax, ay, bx, by = corners[i, 0], corners[i, 1], corners[j, 0], corners[j, 1]
        cx, cy = corners[k, 0], corners[k, 1]
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        if not (area < 0.0 or area > 0.0):
            continue
        sign = 1.0 if area > 0 else -1.0
        x0, x1 = _bounds(ax, bx, cx, width)
        y0, y1 = _bounds(ay, by, cy, height)
        for y in range(y0, y1):
            py = y + 0.5
            for x in range(x0, x1):
                px = x + 0.5
                if (
                    sign * ((cx - bx) * (py - by) - (cy - by) * (px - bx)) >= 0
                    and sign * ((ax - cx) * (py - cy) - (ay - cy) * (px - cx)) >= 0
                    and sign * ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) >= 0
                ):
                    out[y, x] = True


@kernel()
def _fill(corners, faces, width, height, beyond, front_only):
    """Nearest face of each pixel (-1 where there is none) whose inverse distance is below ``beyond``, where that is not
    empty, its perspective-correct barycentrics of two corners, and its inverse distance (0 where there is none).
    """
    face_id = np.full((height, width), -1, np.int32)
    bary = np.zeros((height, width, 2), np.float32)
    nearest = np.zeros((height, width), np.float64)
    limited = beyond.size > 0
    for f in range(faces.shape[0]):
        i, j, k = faces[f]
        ax, ay, bx, by = corners[i, 0], corners[i, 1], corners[j, 0], corners[j, 1]
        cx, cy = corners[k, 0], corners[k, 1]
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        # Also false for NaN, which marks a corner behind the camera.
        # Negative where the front is seen: y points down.
        if not (area < 0.0 or (area > 0.0 and not front_only)):
            continue
        wi, wj, wk = 1.0 / corners[i, 2], 1.0 / corners[j, 2], 1.0 / corners[k, 2]
        x0, x1 = _bounds(ax, bx, cx, width)
        y0, y1 = _bounds(ay, by, cy, height)
        ux, uy, vx, vy = cx - bx, cy - by, ax - cx, ay - cy
        # Unsigned, so that no index is looked at for a count from the end.
        for y in range(np.uint64(y0), np.uint64(max(y1, y0))):
            py = np.float64(y) + 0.5
            uu, vv = ux * (py - by), vx * (py - cy)
            for x in range(np.uint64(x0), np.uint64(max(x1, x0))):
                px = np.float64(x) + 0.5
                # Most pixels of a face's box lie beside it, which takes no division to see.
                u, v = uu - uy * (px - bx), vv - vy * (px - cx)
                if (u < 0 or v < 0) if area > 0 else (u > 0 or v > 0):
                    continue
                u, v = u / area, v / area
                w = 1.0 - u - v
                if w < 0:
                    continue
                inverse = u * wi + v * wj + w * wk
                if inverse > nearest[y, x] and (not limited or inverse < beyond[y, x] * (1.0 - LAYER_GAP)):
                    nearest[y, x] = inverse
                    face_id[y, x] = f
                    bary[y, x, 0] = u * wi / inverse
                    bary[y, x, 1] = v * wj / inverse
    return face_id, bary, nearest


@njit(inline="always")
def _between(texture, row, other, left, right, c, fx, fy):
    """One channel of a texture between four texels."""
    top = texture[row, left, c] * (1 - fx) + texture[row, right, c] * fx
    low = texture[other, left, c] * (1 - fx) + texture[other, right, c] * fx
    return top * (1 - fy) + low * fy


@kernel()
def _shade(
    face_id, bary, corners, faces, normals, uv, texture, colors, textured, light, ambient, tangent, s, trans,
    rgb, alpha, depth, normal,
):  # fmt: skip
    """Adds a layer to pixels; ``trans`` of their samples is what the layers before it let through, empty where there
    are none.
    """
    height, width = alpha.shape
    rows, columns, channels = texture.shape
    scale = 1.0 / (s * s)
    layered = trans.size > 0
    side = np.uint64(s)
    zero, one, two, three = np.uint64(0), np.uint64(1), np.uint64(2), np.uint64(3)
    # Unsigned, so that no index is looked at for a count from the end.
    for y in range(np.uint64(height)):
        for x in range(np.uint64(width)):
            covered = 0.0
            closest = depth[y, x]
            r0, r1, r2 = rgb[y, x, zero], rgb[y, x, one], rgb[y, x, two]
            m0, m1, m2 = normal[y, x, zero], normal[y, x, one], normal[y, x, two]
            for sub in range(side * side):
                yy, xx = y * side + sub // side, x * side + sub % side
                f = face_id[yy, xx]
                if f < 0:
                    continue
                face = np.uint64(f)
                i, j, k = np.uint64(faces[face, zero]), np.uint64(faces[face, one]), np.uint64(faces[face, two])
                a, b = bary[yy, xx, zero], bary[yy, xx, one]
                g = 1.0 - a - b
                n0 = a * normals[i, zero] + b * normals[j, zero] + g * normals[k, zero]
                n1 = a * normals[i, one] + b * normals[j, one] + g * normals[k, one]
                n2 = a * normals[i, two] + b * normals[j, two] + g * normals[k, two]
                length = max(math.sqrt(n0 * n0 + n1 * n1 + n2 * n2), 1e-12)
                # How much light is stopped.
                opacity = 255.0
                if textured:
                    u = (a * uv[i, zero] + b * uv[j, zero] + g * uv[k, zero]) * columns - 0.5
                    u = min(max(u, 0.0), columns - 1.0)
                    v = (1.0 - (a * uv[i, one] + b * uv[j, one] + g * uv[k, one])) * rows - 0.5
                    v = min(max(v, 0.0), rows - 1.0)
                    left, top = np.uint64(u), np.uint64(v)
                    right, low = min(left + one, np.uint64(columns - 1)), min(top + one, np.uint64(rows - 1))
                    fx, fy = u - np.float64(left), v - np.float64(top)
                    c0 = _between(texture, top, low, left, right, zero, fx, fy)
                    c1 = _between(texture, top, low, left, right, one, fx, fy)
                    c2 = _between(texture, top, low, left, right, two, fx, fy)
                    if channels > 3:
                        opacity = _between(texture, top, low, left, right, three, fx, fy)
                else:
                    c0 = a * colors[i, zero] + b * colors[j, zero] + g * colors[k, zero]
                    c1 = a * colors[i, one] + b * colors[j, one] + g * colors[k, one]
                    c2 = a * colors[i, two] + b * colors[j, two] + g * colors[k, two]
                lambert = max(0.0, (n0 * light[zero] + n1 * light[one] + n2 * light[two]) / length)
                weight = opacity / 255.0
                if layered:
                    weight *= trans[yy, xx]
                    trans[yy, xx] -= weight
                covered += weight
                factor = (ambient + (1.0 - ambient) * lambert) / 255.0 * scale * weight
                # Rounded at each sample, as what lies in the image is.
                r0, r1, r2 = np.float32(r0 + c0 * factor), np.float32(r1 + c1 * factor), np.float32(r2 + c2 * factor)
                m0 = np.float32(m0 + n0 / length * scale * weight)
                m1 = np.float32(m1 + n1 / length * scale * weight)
                m2 = np.float32(m2 + n2 / length * scale * weight)
                front = a * corners[i, two] + b * corners[j, two] + g * corners[k, two]
                dx = (2.0 * (np.float64(xx) + 0.5) - width * s) / (height * s) * tangent
                dy = (2.0 * (np.float64(yy) + 0.5) / (height * s) - 1.0) * tangent
                closest = min(closest, front * math.sqrt(1.0 + dx * dx + dy * dy))
            rgb[y, x, zero], rgb[y, x, one], rgb[y, x, two] = r0, r1, r2
            normal[y, x, zero], normal[y, x, one], normal[y, x, two] = m0, m1, m2
            alpha[y, x] += covered * scale
            depth[y, x] = closest

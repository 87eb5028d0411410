"""Maps besides the base colour: tangent-space normals from a high-poly surface, ambient occlusion, colours from a mesh.

Normal maps are decoded as glTF 2.0 (section 3.7.2.1) and MikkTSpace users do: n = x * T + y * sign * (N x T) + z * N,
with the vertex normal N and tangent T interpolated over the face and x, y, z = 2 * texel - 1; +Y is +v, up the image.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from jaxtyping import Float32, Float64

from bozzetto.export.mesh.bvh import Tree, build_tree, cast_rays, nearest_points, visibility
from bozzetto.export.mesh.mesh import Array, Mesh, diagonal_of, vertex_normals
from bozzetto.export.texture.bake import SurfaceTexels, fill_nearest, surface_texels

MAX_DISPLACEMENT = 0.02
"""How far the high-poly surface may lie from the low-poly one, as a share of the diagonal: what simplification moves,
and more."""
BLOCK = 1 << 15
"""Texels between two reports of progress, where a bake can also be stopped."""


def vertex_tangents(mesh: Mesh) -> Float32[np.ndarray, "v 4"]:
    """Tangents along +u, orthogonal to the vertex normals (Lengyel 2001), faces weighted by area.

    Args:
        mesh: with `uv`; faces whose uv have no area give none.

    Returns:
        [V, 4] float32: unit tangent, and the sign of the bitangent.
    """
    if mesh.uv is None:
        raise ValueError("the mesh has no uv: unwrap it first")
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    normals = normals.astype(np.float64)
    corners, uv = mesh.vertices[mesh.faces].astype(np.float64), mesh.uv[mesh.faces].astype(np.float64)
    e1, e2 = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    d1, d2 = uv[:, 1] - uv[:, 0], uv[:, 2] - uv[:, 0]
    signed = d1[:, 0] * d2[:, 1] - d1[:, 1] * d2[:, 0]
    # The gradient's direction only: dividing by the area would give slivers in the atlas all the weight.
    along = np.sign(signed)[:, None] * (e1 * d2[:, 1:] - e2 * d1[:, 1:])
    area = np.linalg.norm(np.cross(e1, e2), axis=1)
    along *= (area / np.maximum(np.linalg.norm(along, axis=1), 1e-30))[:, None]
    total, sign = np.zeros_like(normals), np.zeros(len(normals))
    for corner in range(3):
        sign += np.bincount(mesh.faces[:, corner], np.sign(signed) * area, len(normals))
        for axis in range(3):
            total[:, axis] += np.bincount(mesh.faces[:, corner], along[:, axis], len(normals))
    total -= normals * np.einsum("vi,vi->v", total, normals)[:, None]
    length = np.linalg.norm(total, axis=1, keepdims=True)
    # Where nothing defines a tangent any one does; validators ask for unit length.
    smallest = np.eye(3)[np.argmin(np.abs(normals), axis=1)]
    spare = np.cross(normals, smallest)
    spare /= np.maximum(np.linalg.norm(spare, axis=1, keepdims=True), 1e-30)
    tangents = np.where(length > 1e-12, total / np.maximum(length, 1e-30), spare)
    return np.concatenate([tangents, np.where(sign < 0, -1.0, 1.0)[:, None]], axis=1).astype(np.float32)


def bake_normal_map(
    mesh: Mesh,
    high_poly: Mesh,
    texture_size: int,
    *,
    tree: Tree | None = None,
    progress: Callable[[float], None] | None = None,
) -> Mesh:
    """Bakes the normals of a high-poly surface.

    From each texel's place on the low-poly surface two rays go along its normal, out and in; the nearer hit whose face
    looks the same way counts. Where there is none, the nearest point of the high-poly surface does.

    Args:
        mesh: low-poly, with `uv`.
        high_poly: what it should look like, with `normals` or without.
        texture_size: texels along a side.
        tree: of `high_poly`, when there is one already.
        progress: called with the fraction done.

    Returns:
        The low-poly mesh with `normals`, `tangents` and `normal_map`.
    """
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    mesh = replace(mesh, normals=normals)
    mesh = replace(mesh, tangents=vertex_tangents(mesh))
    assert mesh.tangents is not None
    texels = surface_texels(mesh, texture_size)
    tree = tree or build_tree(high_poly)
    smooth = high_poly.normals if high_poly.normals is not None else vertex_normals(high_poly.vertices, high_poly.faces)
    values = np.empty((len(texels.rows), 3), np.uint8)
    reach = MAX_DISPLACEMENT * diagonal_of(high_poly)
    for start in range(0, len(values), BLOCK):
        part = slice(start, start + BLOCK)
        wanted = _high_poly_normals(tree, high_poly, smooth, texels.positions[part], texels.normals[part], reach)
        values[part] = encode_normals(to_tangent(mesh, texels, part, wanted))
        if progress is not None:
            progress(min(1.0, (start + BLOCK) / len(values)))
    image = np.zeros((texture_size, texture_size, 3), np.uint8)
    image[texels.rows, texels.columns] = values
    empty = np.ones((texture_size, texture_size), bool)
    empty[texels.rows, texels.columns] = False
    return replace(mesh, normal_map=fill_nearest(image, empty))


def bake_occlusion(
    mesh: Mesh,
    high_poly: Mesh,
    texture_size: int,
    *,
    n_rays: int = 32,
    distance: float = 0.5,
    tree: Tree | None = None,
    progress: Callable[[float], None] | None = None,
) -> Mesh:
    """Bakes ambient occlusion: the share of a cosine-weighted sky that a point sees.

    Args:
        mesh: with `uv`.
        high_poly: what stands in the way.
        texture_size: texels along a side of this map, which may be smaller than the base colour's.
        n_rays: rays of a texel.
        distance: share of the diagonal beyond which nothing is in the way.
        tree: of `high_poly`, when there is one already.
        progress: called with the fraction done.

    Returns:
        The mesh with `occlusion`.
    """
    texels = surface_texels(mesh, texture_size)
    tree = tree or build_tree(high_poly)
    diagonal = diagonal_of(high_poly)
    # From the high-poly surface, for the low-poly one dips under it by what simplification moved.
    nearest = nearest_points(tree, texels.positions)
    starts = np.einsum(
        "nk,nki->ni", nearest.bary, high_poly.vertices[high_poly.faces[nearest.faces]].astype(np.float64)
    )
    values = np.empty(len(texels.rows), np.float32)
    for start in range(0, len(values), BLOCK):
        part = slice(start, start + BLOCK)
        values[part] = visibility(
            tree, starts[part], texels.normals[part], cosine_directions(n_rays),
            offset=1e-3 * diagonal, reach=distance * diagonal,
        )  # fmt: skip
        if progress is not None:
            progress(min(1.0, (start + BLOCK) / len(values)))
    image = np.zeros((texture_size, texture_size, 1), np.uint8)
    image[texels.rows, texels.columns, 0] = np.round(values * 255)
    empty = np.ones((texture_size, texture_size), bool)
    empty[texels.rows, texels.columns] = False
    return replace(mesh, occlusion=fill_nearest(image, empty)[..., 0])


def cosine_directions(n: int) -> Float64[np.ndarray, "{n} 3"]:
    """Directions about +Z with density cos / pi, on a spiral.

    Args:
        n: how many.

    Returns:
        [n, 3] float64, unit.
    """
    radius = np.sqrt((np.arange(n) + 0.5) / n)
    angle = np.arange(n) * math.pi * (3.0 - math.sqrt(5.0))
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), np.sqrt(1.0 - radius**2)], axis=1)


def _high_poly_normals(
    tree: Tree, high_poly: Mesh, smooth: Array, points: Array, normals: Array, reach: float
) -> Array:
    """The high-poly surface's smooth normals where rays along the low-poly one's normals meet it."""
    points, normals = points.astype(np.float64), normals.astype(np.float64)
    best, face = np.full(len(points), np.inf), np.full(len(points), -1, np.int64)
    bary = np.zeros((len(points), 3))
    flat = np.cross(
        high_poly.vertices[high_poly.faces[:, 1]] - high_poly.vertices[high_poly.faces[:, 0]],
        high_poly.vertices[high_poly.faces[:, 2]] - high_poly.vertices[high_poly.faces[:, 0]],
    )
    for side in (1.0, -1.0):
        hits = cast_rays(tree, points, side * normals, reach)
        agrees = hits.faces >= 0
        agrees[agrees] = np.einsum("ni,ni->n", flat[hits.faces[agrees]], normals[agrees]) > 0
        better = agrees & (hits.distances < best)
        best[better], face[better], bary[better] = hits.distances[better], hits.faces[better], hits.bary[better]
    missed = np.flatnonzero(face < 0)
    if len(missed):
        nearest = nearest_points(tree, points[missed])
        face[missed], bary[missed] = nearest.faces, nearest.bary
    result = np.einsum("nk,nki->ni", bary, smooth[high_poly.faces[face]].astype(np.float64))
    length = np.linalg.norm(result, axis=1, keepdims=True)
    result = np.where(length > 1e-6, result / np.maximum(length, 1e-12), normals)
    # A nearest point on the far side of a thin sheet looks away; the low-poly surface's own normal is better than that.
    return np.where((np.einsum("ni,ni->n", result, normals) > 0)[:, None], result, normals)


def to_tangent(mesh: Mesh, texels: SurfaceTexels, part: slice, wanted: Array) -> Array:
    """World normals in the interpolated frames of the texels: what a renderer multiplies out again.

    Args:
        mesh: with `tangents`.
        texels: of the mesh.
        part: which of them.
        wanted: [N, 3] unit normals of that part, world.

    Returns:
        [N, 3] unit, x along the tangent, y along the bitangent, z at least 0.05 out of the surface.
    """
    assert mesh.tangents is not None
    corners, bary = mesh.faces[texels.faces[part]], texels.bary[part].astype(np.float64)
    tangent = np.einsum("nk,nki->ni", bary, mesh.tangents[corners, :3].astype(np.float64))
    normal = texels.normals[part].astype(np.float64)
    sign = mesh.tangents[corners[:, 0], 3].astype(np.float64)
    tangent -= normal * np.einsum("ni,ni->n", tangent, normal)[:, None]
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    bitangent = np.cross(normal, tangent) * sign[:, None]
    local = np.stack([np.einsum("ni,ni->n", axis, wanted) for axis in (tangent, bitangent, normal)], axis=1)
    # Renderers take z from the texel, and a z of zero or less would turn the surface over.
    local[:, 2] = np.maximum(local[:, 2], 0.05)
    unit: Array = local / np.linalg.norm(local, axis=1, keepdims=True)
    return unit


def encode_normals(local: Array) -> Array:
    """Normals [N, 3] as texels of a normal map, uint8."""
    return np.round((local + 1.0) * 127.5).astype(np.uint8)

"""What the writers of several formats share: materials, vertex colours, the sRGB curve, metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from jaxtyping import Float, Int, UInt8
from PIL import Image

from bozzetto.export.mesh.mesh import Mesh, PbrMaps, bounds_of, transparent_faces

GENERATOR = "bozzetto"
SURFACE, GLASS = "surface", "glass"
CLEAREST = 0.85
"""Share that a body of glass lets through where a format blends it."""
"""Names of materials."""


def faces_by_material(mesh: Mesh) -> dict[str, Int[np.ndarray, "f 3"]]:
    """Faces [F, 3] by the name of their material: SURFACE, and GLASS for transparent ones; no empty materials.

    Args:
        mesh: with at least one face.
    """
    transparent = transparent_faces(mesh)
    return {name: mesh.faces[which] for name, which in ((SURFACE, ~transparent), (GLASS, transparent)) if which.any()}


def orm_picture(mesh: Mesh) -> UInt8[np.ndarray, "s t 3"] | None:
    """Occlusion, roughness and metallic in one picture, as glTF packs them; None without a map of the latter two.

    Args:
        mesh: its occlusion map, which may be smaller, is drawn to the size of the others; without one it is 1.
    """
    if mesh.pbr is None or mesh.pbr.roughness_metallic is None:
        return None
    maps = mesh.pbr.roughness_metallic
    packed = np.full((*maps.shape[:2], 3), 255, np.uint8)
    packed[..., 1:] = maps
    if mesh.occlusion is not None:
        size = (maps.shape[1], maps.shape[0])
        packed[..., 0] = np.asarray(Image.fromarray(mesh.occlusion).resize(size, Image.Resampling.BILINEAR))
    return packed


def blended_opacity(pbr: PbrMaps) -> UInt8[np.ndarray, "s t"]:
    """What a map of transmission is to formats that have none and blend: how much light is stopped, [S, S].

    Args:
        pbr: with `transmission_map`.
    """
    assert pbr.transmission_map is not None
    stopped = 255 - CLEAREST * pbr.transmission * pbr.transmission_map.astype(np.float32)
    out: UInt8[np.ndarray, "s t"] = (stopped + 0.5).astype(np.uint8)
    return out


def thickness_of(mesh: Mesh) -> float:
    """Metres that light goes through a body, for renderers that do not trace it: a quarter of its narrowest side."""
    low, high = bounds_of(mesh)
    return float((high - low).min() / 4)


def vertex_colors(mesh: Mesh) -> UInt8[np.ndarray, "v 3"] | None:
    """Display colours at the vertices, from the texture (nearest texel) or the vertex colours.

    Args:
        mesh: any mesh.

    Returns:
        [V, 3] uint8, or None where the mesh has neither.
    """
    if mesh.texture is None or mesh.uv is None:
        return mesh.colors
    height, width = mesh.texture.shape[:2]
    columns = np.clip((mesh.uv[:, 0] * width).astype(np.int64), 0, width - 1)
    rows = np.clip(((1 - mesh.uv[:, 1]) * height).astype(np.int64), 0, height - 1)
    return mesh.texture[rows, columns, :3]


def srgb_to_linear(display: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """sRGB-encoded values as linear light (IEC 61966-2-1).

    Args:
        display: any shape, in [0, 1].

    Returns:
        The same shape, in [0, 1].
    """
    return np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(linear: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Linear light as sRGB-encoded values, the inverse of `srgb_to_linear`.

    Args:
        linear: any shape, in [0, 1].

    Returns:
        The same shape, in [0, 1].
    """
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055)


def metadata_json(metadata: Mapping[str, Any] | None) -> str:
    """Metadata as JSON.

    Raises:
        TypeError, ValueError: a value is not JSON; NaN and infinity are not.
    """
    return json.dumps(dict(metadata or {}), allow_nan=False)


def check_has_faces(mesh: Mesh) -> None:
    """Raises unless there is something to write.

    Raises:
        ValueError: the mesh has no faces.
    """
    if len(mesh.faces) == 0:
        raise ValueError("cannot write a mesh without faces")

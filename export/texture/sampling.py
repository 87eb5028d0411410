"""Colours of a textured or coloured mesh, at uv and anywhere in space."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from jaxtyping import Float, Float64, UInt8

from bozzetto.export.mesh.bvh import Tree, build_tree, nearest_points
from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.mesh.raster import GREY


def mesh_color_fn(source: Mesh, tree: Tree | None = None) -> Callable[[Array], Array]:
    """The colour of a textured or coloured mesh as a function of space: that of its nearest point.

    Args:
        source: its texture is used, else its vertex colours, else light grey.
        tree: of the source, when there is one already.

    Returns:
        [N, 3] float32 metres -> [N, 3] display (sRGB-encoded) values in [0, 1].
    """
    tree = tree or build_tree(source)

    def color(points: Array) -> Array:
        nearest = nearest_points(tree, points)
        corners = source.faces[nearest.faces]
        if source.texture is not None and source.uv is not None:
            uv = np.einsum("nk,nki->ni", nearest.bary, source.uv[corners].astype(np.float64))
            return sample_texture(source.texture, uv)
        if source.colors is not None:
            colors: Array = np.einsum("nk,nki->ni", nearest.bary, source.colors[corners] / 255.0)
            return colors
        return np.full((len(points), 3), GREY)

    return color


def sample_texture(
    texture: UInt8[np.ndarray, "h w channels"], uv: Float[np.ndarray, "n 2"]
) -> Float64[np.ndarray, "n channels"]:
    """Bilinear samples; coordinates outside [0, 1] repeat the texture.

    Args:
        texture: [H, W, C] uint8, row 0 on top.
        uv: [N, 2], v up.

    Returns:
        [N, C] float64 in [0, 1].
    """
    height, width = texture.shape[:2]
    inside = (uv >= 0) & (uv <= 1)
    wrapped = np.where(inside, uv, uv - np.floor(uv))
    x = np.clip(wrapped[:, 0] * width - 0.5, 0, width - 1)
    y = np.clip((1 - wrapped[:, 1]) * height - 0.5, 0, height - 1)
    x0, y0 = x.astype(np.int64), y.astype(np.int64)
    x1, y1 = np.minimum(x0 + 1, width - 1), np.minimum(y0 + 1, height - 1)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    top = texture[y0, x0] * (1 - fx) + texture[y0, x1] * fx
    low = texture[y1, x0] * (1 - fx) + texture[y1, x1] * fx
    samples: Array = (top * (1 - fy) + low * fy) / 255.0
    return samples


def grey(points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """The colour of meshes that have none, [N, 3] display values in [0, 1] for points [N, 3]."""
    return GREY + 0.0 * points

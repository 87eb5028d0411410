"""Seams of an atlas: where two faces meet on the surface and lie apart in the picture. How much their colours differ
there, and a picture in which they do not.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from jaxtyping import Float, Int
from scipy.sparse import csr_matrix, identity
from scipy.sparse.linalg import cg

from bozzetto.export.mesh.mesh import Array, Mesh, same_position
from bozzetto.export.texture.sampling import sample_texture

SEAM_TEXELS = 4096
"""At most so many places along seams are compared."""
MOST_SAMPLES = 600_000
"""Along seams that are closed."""
STAY = 0.02
"""Weight of a texel's own colour beside that of a place where two of them meet."""
ROUNDS = 60


def seam_edges(mesh: Mesh) -> tuple[Int[np.ndarray, "e 2"], Int[np.ndarray, "e 2"]]:
    """Vertices [E, 2] of edges as one of their faces has them and as the other has, in the same order by place.

    Args:
        mesh: with `uv`. Edges of two faces whose corners are not the same vertices, and so may have different UV.
    """
    _, welded = same_position(mesh.vertices)
    edges = mesh.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2)
    places = np.sort(welded[edges], axis=1)
    order = np.lexsort((places[:, 1], places[:, 0]))
    places, edges = places[order], edges[order]
    same = (places[1:] == places[:-1]).all(1) & (places[1:, 0] != places[1:, 1])
    first, second = edges[:-1][same], edges[1:][same]
    swap = welded[first[:, 0]] != welded[second[:, 0]]
    second = np.where(swap[:, None], second[:, ::-1], second)
    split = (first != second).any(1)
    return first[split], second[split]


def seam_difference(mesh: Mesh) -> float | None:
    """Mean difference of the base colour between the two sides of UV seams, as a share of full scale; None without any.

    Args:
        mesh: with `uv` and `texture`. Places are the middles of edges whose two faces have different UV there.
    """
    if mesh.uv is None or mesh.texture is None:
        return None
    first, second = seam_edges(mesh)
    if len(first) == 0:
        return None
    step = max(1, len(first) // SEAM_TEXELS)
    colours = [
        sample_texture(mesh.texture[..., :3], mesh.uv[side[::step]].mean(1).astype(np.float64))
        for side in (first, second)
    ]
    return float(np.abs(colours[0] - colours[1]).mean())


def with_closed_seams(mesh: Mesh) -> Mesh:
    """A mesh whose base colour, as renderers filter it, is the same from both sides of each UV seam.

    Of the texels that such places are blended of, those nearest to their own colours are found: least squares, as
    Sylvan solves it (Fixing texture seams with linear least squares, 2015). All other texels stay.

    Args:
        mesh: with `uv` and `texture`.
    """
    if mesh.uv is None or mesh.texture is None:
        return mesh
    first, second = seam_edges(mesh)
    if len(first) == 0:
        return mesh
    height, width = mesh.texture.shape[:2]
    scale = np.array([width, height])
    length = np.maximum(
        *(np.linalg.norm((mesh.uv[s[:, 1]] - mesh.uv[s[:, 0]]) * scale, axis=1) for s in (first, second))
    )
    # An odd number, so that the middle is one of them.
    count = 2 * np.ceil(length / 2).astype(np.int64).clip(0, 4096) + 1
    if count.sum() > MOST_SAMPLES:
        count = np.maximum(count * MOST_SAMPLES // count.sum(), 1) | 1
    edge = np.repeat(np.arange(len(first)), count)
    along = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    t = ((along + 0.5) / count[edge])[:, None]
    sides = [_blend(mesh.uv[s[edge, 0]] * (1 - t) + mesh.uv[s[edge, 1]] * t, height, width) for s in (first, second)]
    touched, where = np.unique(np.concatenate([index.ravel() for index, _ in sides]), return_inverse=True)
    rows = np.repeat(np.arange(len(edge)), 4)
    rows = np.concatenate([rows, rows])
    weights = np.concatenate([sides[0][1].ravel(), -sides[1][1].ravel()])
    matrix = csr_matrix((weights, (rows, where)), shape=(len(edge), len(touched)))
    normal = matrix.T @ matrix + STAY * identity(len(touched))
    own = mesh.texture.reshape(-1, mesh.texture.shape[2])[touched, :3].astype(np.float64)
    apart = matrix.T @ (matrix @ own)
    change = np.stack([cg(normal, -apart[:, k], maxiter=ROUNDS, rtol=1e-4)[0] for k in range(3)], axis=1)
    picture = mesh.texture.copy()
    picture.reshape(-1, picture.shape[2])[touched, :3] = np.clip(own + change + 0.5, 0, 255).astype(np.uint8)
    return replace(mesh, texture=picture)


def _blend(uv: Float[np.ndarray, "n 2"], height: int, width: int) -> tuple[Array, Array]:
    """Texels [N, 4] that places are blended of, as `sample_texture` does, and their weights [N, 4]."""
    wrapped = np.where((uv >= 0) & (uv <= 1), uv, uv - np.floor(uv))
    x = np.clip(wrapped[:, 0] * width - 0.5, 0, width - 1)
    y = np.clip((1 - wrapped[:, 1]) * height - 0.5, 0, height - 1)
    x0, y0 = x.astype(np.int64), y.astype(np.int64)
    x1, y1 = np.minimum(x0 + 1, width - 1), np.minimum(y0 + 1, height - 1)
    fx, fy = x - x0, y - y0
    index = np.stack([y0 * width + x0, y0 * width + x1, y1 * width + x0, y1 * width + x1], axis=1)
    weights = np.stack([(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy], axis=1)
    return index, weights

"""Pictures of one side lifted into soft solids.

A soft solid's depth can be guessed from its outline: inside it the surface u with a constant Laplacian, zero at the
outline, makes sqrt(u) a half ellipse over a strip and over a disc (Sykora et al. 2014, Ink-and-Ray). Things made on a
lathe, such as a mushroom or a bell, get circular sections row by row instead. What the picture does not show, the back,
takes the picture itself where the thing is the same from both sides, and else the colours of its rim. These are guesses
of the unseen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int, UInt8
from PIL import Image
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.linalg import spsolve

HEIGHT_GRID = 128
"""Vertices along an edge of the grid that is lifted."""
OUTLINE_MARGIN = 3
TEXTURE = 256


@dataclass(frozen=True)
class Side:
    """From which side a picture shows its object.

    Args:
        axes: rows are where the picture's right, up and towards the viewer point in the object's frame (+Y up, +Z the
            front).
        turned: made on a lathe about the vertical, where else it is inflated.
        plain_back: whether the far side has the rim's colours; else it is the picture again.
    """

    axes: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]
    turned: bool = False
    plain_back: bool = False


_FACING = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
SIDES = {
    "both": Side(_FACING),
    "front": Side(_FACING, plain_back=True),
    "round": Side(_FACING, turned=True),
    "round with a front": Side(_FACING, turned=True, plain_back=True),
    "left": Side(((0, 0, -1), (0, 1, 0), (1, 0, 0))),
    "right": Side(((0, 0, 1), (0, 1, 0), (-1, 0, 0))),
    "top": Side(((-1, 0, 0), (0, 0, 1), (0, 1, 0)), plain_back=True),
}
"""``left`` and ``right``: the picture is a profile that looks that way. ``top``: it is seen from above, head up."""


@dataclass(frozen=True)
class Lifted:
    """A closed solid with one texture, the picture beside its back; not normalised.

    Args:
        vertices, normals: [V, 3]. faces, face_uvs: [F, 3], into vertices and into uvs. uvs: [T, 2], v up.
        texture: [H, W, 4], opaque.
    """

    vertices: Float[np.ndarray, "v 3"]
    normals: Float[np.ndarray, "v 3"]
    faces: Int[np.ndarray, "f 3"]
    uvs: Float[np.ndarray, "t 2"]
    face_uvs: Int[np.ndarray, "f 3"]
    texture: UInt8[np.ndarray, "h w 4"]


def lift(
    picture: UInt8[np.ndarray, "h w 4"], side: Side, turn: float = 0.0, depth: float = 1.0, least_piece: float = 1.0
) -> Lifted:
    """The solid that a picture shows.

    Args:
        picture: uint8 [H, W, 4], not premultiplied; what is opaque is the object.
        side: which side it shows.
        turn: degrees, counterclockwise, by which the picture is turned so that the object stands.
        depth: the greatest depth, as a share of the greatest extent; 1 sets no limit, what is thin has its own.
        least_piece: pieces of the object that have so much of the largest one's area are kept.
    Returns:
        a closed mesh in the object's frame.
    Raises:
        ValueError: the picture is empty.
    """
    image = _standing(picture, turn, least_piece)
    small = _resized(image, HEIGHT_GRID - 2 * OUTLINE_MARGIN)
    alpha = np.zeros((HEIGHT_GRID, HEIGHT_GRID))
    top, left = (HEIGHT_GRID - small.shape[0]) // 2, (HEIGHT_GRID - small.shape[1]) // 2
    alpha[top : top + small.shape[0], left : left + small.shape[1]] = small[..., 3] / 255
    alpha = ndimage.gaussian_filter(alpha, 0.7)
    inside = alpha > 0.5
    half = (np.ptp(np.nonzero(inside), axis=1).max() + 1) / 2
    height = _turned(alpha) if side.turned else np.sqrt(inflated(inside))
    if depth < 1:
        height = depth * half * np.tanh(height / (depth * half))
    x, y = _snapped(alpha, inside)

    used = ndimage.binary_dilation(inside, np.ones((3, 3)))
    count = int(used.sum())
    front_of = np.cumsum(used).reshape(used.shape) - 1
    # The two sheets share the vertices on the outline.
    back_of = np.where(inside, count + np.cumsum(inside).reshape(used.shape) - 1, front_of)
    node = np.arange(used.size).reshape(used.shape)
    a, b, c, d = (part.ravel() for part in (node[:-1, :-1], node[1:, :-1], node[1:, 1:], node[:-1, 1:]))
    triangles = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    triangles = triangles[inside.ravel()[triangles].any(1)]
    front, back = front_of.ravel()[triangles], back_of.ravel()[triangles[:, ::-1]]

    flat = np.stack([x, -y], -1)
    z = np.where(inside, height, 0.0)
    upper = np.concatenate([flat[used], z[used][:, None]], 1)
    lower = np.concatenate([flat[inside], -z[inside][:, None]], 1)
    vertices = np.concatenate([upper, lower]) @ np.asarray(side.axes, float)
    faces = np.concatenate([front, back])
    normals = _vertex_normals(vertices, faces)

    sheet = _sheet(image, side.plain_back)
    u = (x - left + 0.5) / small.shape[1] / 2
    v = 1 - (y - top + 0.5) / small.shape[0]
    edge = 0.5 / sheet.shape[1]
    u = np.clip(u, edge, 0.5 - edge)
    v = np.clip(v, edge, 1 - edge)
    near, far = np.stack([u[used], v[used]], 1), np.stack([u[used] + 0.5, v[used]], 1)
    return Lifted(
        vertices=vertices.astype(np.float32),
        normals=normals.astype(np.float32),
        faces=faces.astype(np.int32),
        uvs=np.concatenate([near, far]).astype(np.float32),
        face_uvs=np.concatenate([front, count + front[:, ::-1]]).astype(np.int32),
        texture=sheet,
    )


def _standing(picture: np.ndarray, turn: float, least_piece: float) -> np.ndarray:
    """The picture turned, of its largest pieces alone, cut to that, [H, W, 4] float in [0, 255]."""
    image = Image.fromarray(picture)
    if turn:
        image = image.convert("RGBa").rotate(turn, Image.Resampling.BICUBIC, expand=True).convert("RGBA")
    pixels = np.asarray(image, np.float32).copy()
    solid = pixels[..., 3] > 127
    if not solid.any():
        raise ValueError("the picture is empty: no pixel is more than half opaque")
    pieces, _ = ndimage.label(ndimage.binary_closing(np.pad(solid, 4), iterations=2)[4:-4, 4:-4])
    areas = np.bincount(pieces[solid])
    kept = areas >= least_piece * areas.max()
    # One of several that are as large.
    kept[areas.argmax() + 1 :] &= least_piece < 1
    pixels[~ndimage.binary_dilation(kept[pieces], iterations=2)] = 0
    rows, columns = np.nonzero(pixels[..., 3] > 127)
    return pixels[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def _resized(image: np.ndarray, extent: int) -> np.ndarray:
    """The picture with ``extent`` pixels along its longer edge."""
    scale = extent / max(image.shape[:2])
    size = max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale))
    return np.asarray(Image.fromarray(image.astype(np.uint8)).convert("RGBa").resize(size, Image.Resampling.BOX))


def inflated(inside: np.ndarray) -> np.ndarray:
    """Squared heights over an outline: u with a Laplacian of -3, zero outside; sqrt(u) lies between the exact half ball
    (-4) and the half tube (-2).
    """
    index = np.full(inside.shape, -1)
    index[inside] = np.arange(inside.sum())
    own = index[inside]
    rows, columns, values = [own], [own], [np.full(len(own), 4.0)]
    for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
        other = np.roll(index, step, axis)[inside]
        has_neighbour = other >= 0
        rows.append(own[has_neighbour])
        columns.append(other[has_neighbour])
        values.append(np.full(int(has_neighbour.sum()), -1.0))
    matrix = coo_array((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))).tocsc()
    u = np.zeros(inside.shape)
    u[inside] = spsolve(matrix, np.full(len(own), 3.0))
    return np.maximum(u, 0)


def _turned(alpha: np.ndarray) -> np.ndarray:
    """The half circles over each row's runs of opaque pixels, smoothed a little from row to row."""
    height = np.zeros(alpha.shape)
    column = np.arange(alpha.shape[1])
    for row, line in enumerate(alpha):
        pieces, count = ndimage.label(line > 0.5)
        for piece in range(1, count + 1):
            where = np.flatnonzero(pieces == piece)
            low, high = where[0], where[-1]
            # The run ends where alpha crosses a half, between two pixels.
            low = low - (line[low] - 0.5) / max(line[low] - line[low - 1], 1e-6)
            high = high + (line[high] - 0.5) / max(line[high] - line[high + 1], 1e-6)
            square = ((high - low) / 2) ** 2 - (column - (low + high) / 2) ** 2
            height[row] = np.maximum(height[row], np.sqrt(np.maximum(square, 0)) * (pieces == piece))
    smooth: np.ndarray = ndimage.gaussian_filter1d(height, 1.0, axis=0) * (alpha > 0.5)
    return smooth


def _snapped(alpha: np.ndarray, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The grid's x and y, with those just outside of the outline moved onto it (one Newton step on alpha)."""
    y, x = np.mgrid[0:HEIGHT_GRID, 0:HEIGHT_GRID].astype(float)
    down, across = np.gradient(alpha)
    square = down**2 + across**2
    step = np.where(inside | (square < 1e-6), 0, (0.5 - alpha) / np.maximum(square, 1e-6))
    return x + np.clip(step * across, -1, 1), y + np.clip(step * down, -1, 1)


def _vertex_normals(vertices: np.ndarray, faces: np.ndarray) -> np.ndarray:
    triangles = vertices[faces]
    cross = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    normals = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], cross)
    unit: np.ndarray = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    return unit


def _sheet(image: np.ndarray, plain_back: bool) -> np.ndarray:
    """The texture uint8 [H, 2 W, 4], opaque: the picture, its colours carried past its outline, and its back."""
    scale = TEXTURE / max(image.shape[:2])
    if scale < 1:
        size = round(image.shape[1] * scale), round(image.shape[0] * scale)
        small = Image.fromarray(image.astype(np.uint8)).convert("RGBa").resize(size, Image.Resampling.BOX)
        image = np.asarray(small.convert("RGBA"), np.float32)
    solid = ndimage.binary_erosion(image[..., 3] > 230, iterations=1)
    if not solid.any():
        solid = image[..., 3] > 127
    nearest = ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    colour = image[..., :3][tuple(nearest)]
    back = colour
    if plain_back:
        deep = ndimage.distance_transform_edt(np.pad(solid, 1))[1:-1, 1:-1]
        rim = (solid & (deep < 0.06 * max(solid.shape))).astype(np.float32)
        total, weight = np.zeros_like(colour), np.full(solid.shape, 1e-9, np.float32)
        # Wide blurs count for little: they speak only where the narrow ones have seen no rim.
        for sigma, share in ((0.03, 1.0), (0.1, 1e-2), (0.3, 1e-4)):
            width = sigma * max(solid.shape)
            total += share * ndimage.gaussian_filter(colour * rim[..., None], (width, width, 0))
            weight += share * ndimage.gaussian_filter(rim, width)
        back = total / weight[..., None]
    sheet = np.concatenate([colour, back], 1).clip(0, 255).astype(np.uint8)
    return np.concatenate([sheet, np.full((*sheet.shape[:2], 1), 255, np.uint8)], -1)

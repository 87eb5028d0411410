"""Models from pictures: one side lifted into a soft solid, or what four sides leave of a block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from jaxtyping import Float, UInt8
from PIL import Image
from scipy import ndimage

from bozzetto.export.files.read import Scene
from bozzetto.export.files.read_parts import Material, Paint, Part, Texture
from bozzetto.export.surface.density_grid import DensityGrid
from bozzetto.export.surface.marching_cubes import extract_surface
from bozzetto.jobs.config.errors import TeachError
from bozzetto.jobs.teach.lift import SIDES, lift
from bozzetto.jobs.teach.mesh_views import Model, as_model

LEAST_PIECE = 0.02
"""Of a picture's largest piece, what another must cover to be lifted with it."""
HULL = 96
"""Voxels along an edge of the block that four sides are cut from."""
SMOOTHING = 1.0
"""Of the block, in voxels."""
VIEWS: Mapping[str, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    "front": ((1, 0, 0), (0, 0, 1)),
    "back": ((-1, 0, 0), (0, 0, -1)),
    "left": ((0, 0, 1), (-1, 0, 0)),
    "right": ((0, 0, -1), (1, 0, 0)),
    "top": ((1, 0, 0), (0, 1, 0)),
}
"""Where a picture's right points, and from where the object is looked at: the front from +Z, the right side from +X, as
the stills of runs are named.
"""
SHOWS: Mapping[str, str] = {
    "front": "front", "both": "both", "round": "round", "round front": "round with a front",
    "profile left": "left", "profile right": "right", "top": "top",
}  # fmt: skip
"""What one picture may show, by the names of `bozzetto.jobs.teach.lift.SIDES`: a thing seen from its front, or alike
from both; one made on a lathe, without and with a front; a profile that looks to the left or right; from above.
"""


def lifted_model(picture: UInt8[np.ndarray, "h w 4"], side: str) -> Model:
    """The soft solid that one side shows.

    Args:
        picture: with alpha. side: of SHOWS.
    Raises:
        TeachError: there is no such side, or the picture is empty.
    """
    if side not in SHOWS:
        raise TeachError(f"a picture shows one of {', '.join(SHOWS)}, got {side!r}")
    try:
        made = lift(picture, SIDES[SHOWS[side]], least_piece=LEAST_PIECE)
    except ValueError as error:
        raise TeachError(str(error)) from error
    corners = made.faces.reshape(-1)
    uv = made.uvs[made.face_uvs.reshape(-1)].astype(np.float64)
    part = Part(
        vertices=made.vertices[corners].astype(np.float64),
        faces=np.arange(len(corners)).reshape(-1, 3),
        material=Material(name="picture", base_texture=Texture(made.texture[..., :3])),
        uvs={0: np.stack([uv[:, 0], 1 - uv[:, 1]], 1)},
        normals=made.normals[corners].astype(np.float64),
    )
    return as_model(Scene((part,), (), "glb"), Path("picture"))


def hull_model(pictures: Mapping[str, UInt8[np.ndarray, "h w 4"]]) -> Model:
    """What pictures of sides leave of a block, in their colours.

    The sides are taken as if they were seen from far away, level, all at one scale: each is cut to its object and
    scaled to the height that all share.

    Args:
        pictures: with alpha, by keys of VIEWS; at least two of front or back, and left or right.
    Raises:
        TeachError: too few sides, or nothing is left.
    """
    if strange := [side for side in pictures if side not in VIEWS]:
        raise TeachError(f"a side must be one of {', '.join(VIEWS)}, got {strange[0]!r}")
    if not {"front", "back"} & set(pictures) or not {"left", "right"} & set(pictures):
        raise TeachError("give the front or the back, and the left or the right side")
    cut = {side: _cut(picture) for side, picture in pictures.items()}
    level = {side: picture for side, picture in cut.items() if side != "top"}
    # In heights of the object: half the width of each side.
    halves = {side: picture.shape[1] / picture.shape[0] for side, picture in level.items()}
    across = float(np.mean([halves[side] for side in ("front", "back") if side in halves]))
    deep = float(np.mean([halves[side] for side in ("left", "right") if side in halves]))
    extent = np.array([across, 1.0, deep])
    extent = extent / extent.max() * 0.9
    axis = (np.arange(HULL) + 0.5) / HULL * 2 - 1
    x, y, z = np.meshgrid(axis, axis, axis, indexing="ij")
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    inside = np.ones(len(points))
    for side, picture in cut.items():
        inside = np.minimum(inside, _sampled(picture, side, points, extent)[:, 3])
    block = ndimage.gaussian_filter(inside.reshape(HULL, HULL, HULL), SMOOTHING)
    if block.max() <= 0.5:
        raise TeachError("the pictures of the sides leave nothing of the object: are they of the same one, upright?")
    found = extract_surface(DensityGrid(block.astype(np.float32), 0), 0.5)
    vertices = found.vertices.astype(np.float64)
    part = Part(vertices=vertices, faces=found.faces.astype(np.int64))
    model = as_model(Scene((part,), (), "glb"), Path("pictures"))
    corners = vertices[found.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    facing = cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-12)
    return replace(model, paints=(_projected(cut, corners, facing, extent),))


def _cut(picture: UInt8[np.ndarray, "h w 4"]) -> Float[np.ndarray, "h w 4"]:
    """A picture cut to its object, its colours carried past its outline, [H, W, 4] in [0, 1]."""
    rows, columns = np.nonzero(picture[..., 3] > 127)
    if not len(rows):
        raise TeachError("a picture of a side is empty: no pixel is more than half opaque")
    whole = picture[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].astype(np.float64) / 255
    solid = ndimage.binary_erosion(whole[..., 3] > 0.9, iterations=1)
    solid = solid if solid.any() else whole[..., 3] > 0.5
    nearest = ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    return np.concatenate([whole[..., :3][tuple(nearest)], whole[..., 3:]], axis=2)


def _sampled(
    picture: Float[np.ndarray, "h w 4"], side: str, points: Float[np.ndarray, "n 3"], extent: Float[np.ndarray, " 3"]
) -> Float[np.ndarray, "n 4"]:
    """What a side's picture has where points are, nothing beyond it."""
    right, towards = (np.array(axis) for axis in VIEWS[side])
    up = np.cross(towards, right)
    height, width = picture.shape[:2]
    u = points @ right / (np.abs(right) @ extent)
    v = points @ up / (np.abs(up) @ extent)
    where = [(1 - v) / 2 * height - 0.5, (u + 1) / 2 * width - 0.5]
    out = np.stack([ndimage.map_coordinates(picture[..., c], where, order=1, mode="nearest") for c in range(4)], 1)
    out[(np.abs(u) > 1) | (np.abs(v) > 1), 3] = 0
    return out


def _projected(
    cut: Mapping[str, Float[np.ndarray, "h w 4"]],
    corners: Float[np.ndarray, "f 3 3"],
    facing: Float[np.ndarray, "f 3"],
    extent: Float[np.ndarray, " 3"],
) -> Paint:
    """The colour of the sides that a place faces; of what none faces, the nearest side's."""

    def paint(face: np.ndarray, bary: np.ndarray) -> np.ndarray:
        points = np.einsum("nk,nki->ni", bary, corners[face])
        total, weight = np.zeros((len(face), 3)), np.full((len(face), 1), 1e-9)
        for side, picture in cut.items():
            share = np.exp(6 * (facing[face] @ np.array(VIEWS[side][1]) - 1))[:, None]
            total += share * _sampled(picture, side, points, extent)[:, :3]
            weight += share
        return np.concatenate([total / weight, np.ones((len(face), 1))], axis=1)

    return paint


def resized(picture: UInt8[np.ndarray, "h w 4"], side: int) -> UInt8[np.ndarray, "s s 4"]:
    """A picture on a square of so many pixels, its longer side filling it."""
    scale = side / max(picture.shape[:2])
    size = max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale))
    small = Image.fromarray(picture).convert("RGBa").resize(size, Image.Resampling.BOX).convert("RGBA")
    square = Image.new("RGBA", (side, side))
    square.paste(small, ((side - size[0]) // 2, (side - size[1]) // 2))
    return np.asarray(square)

"""What a mesh looks like from many cameras: the views that a noun's volume is fitted to.

As the embedded prior's own training views are made (``bozzetto.foundry.views``), by the package's own rasteriser: the
prior's camera, plain albedo, normals towards the viewer, opacity composited front to back, and how much of each pixel
has the object's main colour, which a colour word may re-tint.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import ArrayLike
from PIL import Image

from bozzetto.export.files.read import ReadLimits, Scene, flatten, read_scene
from bozzetto.export.files.read_parts import Paint, Part, Texture, paint_of
from bozzetto.export.mesh.mesh import Array, Mesh, face_normals
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, orbit_c2w, surface_layers
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.sds.tint import PAINT_DISTANCE, main_colour
from bozzetto.sds.volume_fit import TrueViews
from bozzetto.sds.word_pack import MAX_TEXT, SurfaceMaterial, printable

RADIUS = 0.9
"""Objects are centred on their bounding box and scaled into a ball of this radius."""
PIXELS = 64
"""Along a side of the views that a volume is fitted to."""
LAYERS = 6
LEAST_LIGHT = 0.02
"""A ray that has less of its light left goes no further."""
TEXTURE_LIMIT = 256
"""Textures are reduced (box filter) to so many texels a side: views sample no finer, and would alias."""
GREY = 0.7
"""Display colour of a mesh whose file says none."""
FRONTS = {"+z": 0.0, "+x": -90.0, "-z": 180.0, "-x": 90.0}
"""Degrees about +Y, counterclockwise from above, that bring the front to +Z; by the axis that it faces."""
LOWEST, HIGHEST = math.radians(-15), math.radians(65)
"""Elevations of the cameras, as the prior was trained."""


@dataclass(frozen=True)
class Model:
    """A mesh from outside, normalised: its front faces +Z, it is centred and fills the ball of RADIUS."""

    mesh: Mesh
    corner_normals: Array | None
    """[F, 3, 3], unit or NaN; None where the file has none."""
    paints: tuple[Paint, ...]
    """Colour and opacity of the places of each part."""
    part: Array
    """[F] the part of each face."""
    materials: tuple[SurfaceMaterial, ...]
    """What the parts are made of, each once."""
    material: Array
    """[P] the material of each part."""
    metres: float
    """Corner to corner of its box, as the file has it."""
    turn: Array
    """[3, 3]; a point p of the file is `(turn p - centre) * scale` here."""
    centre: Array
    scale: float
    notes: tuple[str, ...]
    """What the reader says of the file."""

    def placed(self, point: ArrayLike) -> tuple[float, float, float]:
        """A point of the file in the object's frame, at most 1 from its middle along each axis."""
        x, y, z = np.clip((self.turn @ np.asarray(point, np.float64) - self.centre) * self.scale, -1, 1)
        return round(float(x), 4), round(float(y), 4), round(float(z), 4)

    @property
    def flat_normals(self) -> Float[np.ndarray, "f 3"]:
        """Unit normals of the faces."""
        normals = face_normals(self.mesh.vertices, self.mesh.faces).astype(np.float64)
        unit: Array = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
        return unit


def read_model(
    path: Path, *, front: str = "+z", units: str | None = None, up: str | None = None, limits: ReadLimits | None = None
) -> Model:
    """Reads a mesh of any format that `export` reads.

    Args:
        path: of the file.
        front: the axis of the file that its front faces, of FRONTS, once +Y is up.
        units, up, limits: as `bozzetto.export.files.read.read_scene` takes them.
    Raises:
        ConfigError: an unknown front. UnreadableMeshError, OSError: the file cannot be read.
    """
    return as_model(read_scene(path, limits, units=units, up=up), Path(path), front)


def as_model(scene: Scene, path: Path, front: str = "+z") -> Model:
    """A scene of `read_scene` as one normalised mesh; ``path`` is for errors, ``front`` as for `read_model`."""
    if front not in FRONTS:
        raise ConfigError(f"front must be one of {', '.join(FRONTS)}, got {front!r}")
    source = flatten(scene, path)
    angle = math.radians(FRONTS[front])
    turn = np.array([[math.cos(angle), 0, math.sin(angle)], [0, 1, 0], [-math.sin(angle), 0, math.cos(angle)]])
    vertices = source.mesh.vertices.astype(np.float64) @ turn.T
    used = vertices[np.unique(source.mesh.faces)]
    low, high = used.min(0), used.max(0)
    centre = (low + high) / 2
    scale = RADIUS / float(np.linalg.norm(used - centre, axis=1).max())
    counts = [len(part.faces) for part in scene.parts]
    made = [_material(part) for part in scene.parts]
    materials = {material: k for k, material in enumerate(dict.fromkeys(made))}
    return Model(
        mesh=Mesh(((vertices - centre) * scale).astype(np.float32), source.mesh.faces),
        corner_normals=None if source.normals is None else (source.normals @ turn.T).astype(np.float32),
        paints=tuple(_grey if part.is_plain else paint_of(_with_small_textures(part)) for part in scene.parts),
        part=np.repeat(np.arange(len(counts)), counts),
        materials=tuple(materials),
        material=np.array([materials[material] for material in made], np.int16),
        metres=float(np.linalg.norm(high - low)),
        turn=turn,
        centre=centre + turn @ np.array(source.origin),
        scale=scale,
        notes=source.notes,
    )


def _material(part: Part) -> SurfaceMaterial:
    """What a part is made of, as word packs say it."""
    material = part.material
    red, green, blue = (min(1.0, max(0.0, float(value))) for value in material.emission)
    return SurfaceMaterial(
        name=printable(material.name)[:MAX_TEXT],
        roughness=round(float(material.roughness), 4),
        metallic=round(float(material.metallic), 4),
        transmission=round(float(material.transmission), 4),
        emission=(round(red, 4), round(green, 4), round(blue, 4)),
        part=printable(part.name)[:MAX_TEXT],
    )


def _grey(face: Array, bary: Array) -> Array:
    return np.concatenate([np.full((len(face), 3), GREY), np.ones((len(face), 1))], axis=1)


def _with_small_textures(part: Part) -> Part:
    material = part.material
    return replace(
        part,
        material=replace(
            material,
            base_texture=_small(material.base_texture),
            emission_texture=_small(material.emission_texture),
            transmission_texture=_small(material.transmission_texture),
        ),
    )


def _small(texture: Texture | None) -> Texture | None:
    if texture is None or max(texture.pixels.shape[:2]) <= TEXTURE_LIMIT:
        return texture
    factor = -(-max(texture.pixels.shape[:2]) // TEXTURE_LIMIT)
    return replace(texture, pixels=np.asarray(Image.fromarray(texture.pixels).reduce(factor)))


def fit_cameras(count: int, seed: int = 0) -> Float[np.ndarray, "n 2"]:
    """Azimuth and elevation [N, 2], radians: azimuths stratified, elevations uniform in the sine."""
    generator = np.random.default_rng(seed)
    azimuth = (np.arange(count) + generator.random(count)) * 2 * math.pi / count
    low, high = math.sin(LOWEST), math.sin(HIGHEST)
    elevation = np.arcsin(
        low + (high - low) * generator.permutation((np.arange(count) + generator.random(count)) / count)
    )
    return np.stack([azimuth, elevation], axis=1)


def unseen_cameras() -> Float[np.ndarray, "8 2"]:
    """Those of the held-out views: every 45 degrees, 10 and 30 degrees up in turn, radians."""
    turn = np.arange(8)
    return np.stack([turn * math.pi / 4, np.radians(np.where(turn % 2, 30.0, 10.0))], axis=1)


def look_at_model(
    model: Model,
    cameras: Float[np.ndarray, "n 2"],
    size: int,
    supersample: int = 2,
    progress: Callable[[int, int], None] = lambda done, total: None,
    colour: ArrayLike | None = None,
) -> TrueViews:
    """Renders a model.

    Args:
        model: of `read_model`.
        cameras: azimuth and elevation [N, 2], radians.
        size: pixels along a side. supersample: samples along each side of a pixel, averaged.
        progress: called with (views done, views).
        colour: its main colour [3], display, where other views have said it; None for the commonest of these.
    """
    fine = size * supersample
    flat = model.flat_normals
    corners = model.mesh.vertices.astype(np.float64)[model.mesh.faces]
    # Per view of fine pixels: weight, normal times weight, albedo times weight; the first surface's depth.
    alpha = np.zeros((len(cameras), fine, fine), np.float32)
    normals = np.zeros((len(cameras), fine, fine, 3), np.float32)
    albedo = np.zeros((len(cameras), fine, fine, 3), np.float32)
    depth = np.full((len(cameras), fine, fine), np.inf, np.float32)
    material = np.full((len(cameras), size, size), -1, np.int16)
    for view, (azimuth, elevation) in enumerate(cameras):
        c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)[0]
        light = np.ones((fine, fine), np.float32)
        for face_id, bary in surface_layers(model.mesh, azimuth, elevation, fine, LAYERS, front_only=False):
            hit = (face_id >= 0) & (light > LEAST_LIGHT)
            if not hit.any():
                break
            face, weights = face_id[hit], bary[hit]
            points = np.einsum("nk,nki->ni", weights, corners[face])
            paint = _painted(model, face, weights)
            normal = _normals(model, flat, face, weights)
            towards = c2w[:3, 3] - points
            normal[np.einsum("ni,ni->n", normal, towards) < 0] *= -1
            share = light[hit] * paint[:, 3]
            alpha[view][hit] += share
            normals[view][hit] += normal * share[:, None]
            albedo[view][hit] += paint[:, :3] * share[:, None]
            first = np.isinf(depth[view][hit]) & (paint[:, 3] > 0.5)
            depth[view][hit] = np.where(first, towards @ c2w[:3, 2], depth[view][hit])
            stuff = np.full((fine, fine), -1, np.int16)
            stuff[hit] = model.material[model.part[face]]
            middle = stuff[supersample // 2 :: supersample, supersample // 2 :: supersample]
            material[view] = np.where(material[view] < 0, middle, material[view])
            light[hit] *= (1 - paint[:, 3]).astype(np.float32)
            if not (light[hit] > LEAST_LIGHT).any():
                break
        progress(view + 1, len(cameras))
    seen = albedo / np.maximum(alpha, 1e-6)[..., None]
    main, paint_share = main_colour(seen, alpha)
    if colour is not None:
        main = np.asarray(colour, np.float32)
    near = np.linalg.norm(seen - main, axis=-1) < PAINT_DISTANCE
    if colour is not None:
        paint_share = float(alpha[near].sum() / max(float(alpha.sum()), 1e-6))
    layers = np.concatenate([alpha[..., None], normals, albedo, (near * alpha)[..., None]], axis=-1)
    layers = layers.reshape(len(cameras), size, supersample, size, supersample, 8).mean((2, 4))
    closest = depth.reshape(len(cameras), size, supersample, size, supersample).min((2, 4))
    return TrueViews(
        surface=torch.from_numpy(np.ascontiguousarray(layers[..., :7].transpose(0, 3, 1, 2))),
        paint=torch.from_numpy(np.ascontiguousarray(layers[..., 7])),
        depth=torch.from_numpy(closest),
        cameras=torch.from_numpy(np.asarray(cameras, np.float32)),
        colour=torch.from_numpy(main),
        paint_share=paint_share,
        material=torch.from_numpy(material),
    )


def _painted(model: Model, face: Array, bary: Array) -> Array:
    """[N, 4] colour and opacity."""
    out = np.empty((len(face), 4), np.float64)
    part = model.part[face]
    starts = np.searchsorted(model.part, np.arange(len(model.paints)))
    for number in np.unique(part):
        here = part == number
        out[here] = model.paints[number](face[here] - starts[number], bary[here])
    return np.clip(out, 0.0, 1.0)


def _normals(model: Model, flat: Array, face: Array, bary: Array) -> Array:
    """[N, 3] unit; the face's own where the file has none."""
    normal = flat[face].copy()
    if model.corner_normals is not None:
        smooth = np.einsum("nk,nki->ni", bary, model.corner_normals[face])
        length = np.linalg.norm(smooth, axis=1)
        good = np.isfinite(length) & (length > 1e-6)
        normal[good] = smooth[good] / length[good, None]
    return normal

"""What a point of a surface is made of, and how words make it: materials, and layers of states and patterns over them.

A material is a solid texture (Peachey 1985; Perlin 1985): a function of a point in the object's own space, so that it
needs no UV, has no seams, and is as fine as whoever asks. Colours are linear reflectance, not display values: of a
dielectric its diffuse albedo, of a metal its specular colour at normal incidence. Measured values are those of
physicallybased.info (Palmqvist, CC0, which names the source of each) unless a material says otherwise.

Space: the object's middle is the origin, half its diagonal about one, +Y up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
from jaxtyping import Float32

from bozzetto.export.mesh.mesh import Array

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""Of linear sRGB primaries (IEC 61966-2-1)."""
DARKEST, BRIGHTEST = 0.25, 1.7
"""Bounds of a dyed texel's luminance over its material's mean: beyond them a colour is no longer that colour."""


@dataclass(frozen=True)
class Axis:
    """An upright axis that most of a surface is round about."""

    x: float
    z: float
    radius: float
    """Median distance of the surface from it."""


@dataclass(frozen=True)
class Points:
    """Where a material is asked for."""

    position: Float32[np.ndarray, "n 3"]
    """[N, 3], object space."""
    normal: Float32[np.ndarray, "n 3"]
    """[N, 3], unit, of the smooth surface."""
    extent: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Half sizes of the object's box: grain runs along its longest side."""
    seed: int = 0
    """Another piece of the same material."""
    axis: Axis | None = None
    """Of an object that is round about an upright axis: patterns run around it."""

    def __len__(self) -> int:
        return len(self.position)

    def moved(self, position: Array) -> Points:
        """The same surface looked up elsewhere in the material."""
        return replace(self, position=position)


@dataclass(frozen=True)
class Surface:
    """Appearance at N points, float32."""

    albedo: Float32[np.ndarray, "n 3"]
    """[N, 3] linear, in [0, 1]: diffuse, or of a metal its specular colour."""
    roughness: Float32[np.ndarray, " n"]
    """[N] perceptual roughness in [0, 1], whose square is GGX's alpha (Burley 2012)."""
    metallic: Float32[np.ndarray, " n"]
    height: Float32[np.ndarray, " n"]
    """[N], object units, outwards: what bends the normals."""
    transmission: Float32[np.ndarray, " n"]
    """[N] share of light that goes in and not out again, in [0, 1]."""
    emission: Float32[np.ndarray, "n 3"]
    """[N, 3] linear, in [0, 1], times `Optics.emissive_strength`."""
    coat: Float32[np.ndarray, " n"]
    """[N] strength of a clear coat (glaze, lacquer), in [0, 1]."""
    sheen: Float32[np.ndarray, "n 3"]
    """[N, 3] linear colour of the light that fibres scatter at grazing angles."""
    dye: Float32[np.ndarray, " n"]
    """[N] how far a colour word takes, in [0, 1]: mortar between red bricks stays grey."""


ShadeFn = Callable[[Points], Surface]
"""A solid texture: N points -> what is there."""


@dataclass(frozen=True)
class Optics:
    """What is one for a whole material."""

    ior: float = 1.5
    """Index of refraction."""
    coat_roughness: float = 0.05
    sheen_roughness: float = 0.5
    anisotropy: float = 0.0
    """Of the highlight's stretch, in [0, 1] (KHR_materials_anisotropy)."""
    attenuation_distance: float = 0.0
    """Metres in which `attenuation` is reached; 0 means that light goes through unweakened."""
    attenuation: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Linear colour that white light has after `attenuation_distance`."""
    emissive_strength: float = 1.0


@dataclass(frozen=True)
class Material:
    """A material word."""

    name: str
    words: tuple[str, ...]
    """What people call it, the adjective first."""
    shade: ShadeFn = field(repr=False)
    near: str
    """The embedded prior's word for its colour."""
    family: str
    optics: Optics = Optics()
    source: str = "physicallybased.info"
    """Where its values come from."""
    any_colour: bool = False
    """Whether it comes in all colours, so that an object keeps its own where none is named."""


@dataclass(frozen=True)
class Layer:
    """A state or a pattern: a function of what is below it."""

    name: str
    words: tuple[str, ...]
    apply: Callable[[Points, Surface, Any], Surface] = field(repr=False)
    """(points, what is below, `bozzetto.export.material.layers.Ink`) -> what is seen."""
    family: str
    """`states` or `patterns`."""
    near: str = ""
    """The embedded prior's word for its colour, where it has one."""
    optics: Callable[[Optics], Optics] = field(default=lambda optics: optics, repr=False)
    under: str = ""
    """The material that is meant where none is named ("rusty" is of iron); empty: the object's own."""
    source: str = ""


def plain(
    n: int, albedo: Any, roughness: Any, *, metallic: Any = 0.0, height: Any = 0.0, transmission: Any = 0.0,
    emission: Any = 0.0, coat: Any = 0.0, sheen: Any = 0.0, dye: Any = 1.0,
) -> Surface:  # fmt: skip
    """A surface of N points from arrays and constants; albedo and roughness are clipped to what is physical."""

    def one(value: Any) -> Array:
        return np.ascontiguousarray(np.broadcast_to(np.asarray(value, np.float32), (n,)))

    def rgb(value: Any) -> Array:
        return np.ascontiguousarray(np.broadcast_to(np.asarray(value, np.float32), (n, 3)))

    return Surface(
        np.clip(rgb(albedo), 0.0, 1.0), np.clip(one(roughness), 0.02, 1.0), one(metallic), one(height),
        one(transmission), rgb(emission), one(coat), rgb(sheen), one(dye),
    )  # fmt: skip


def blend(below: Surface, above: Surface, share: Array) -> Surface:
    """`above` where `share` [N] is 1, `below` where it is 0."""
    parts = {}
    for part in fields(Surface):
        a, b = getattr(below, part.name), getattr(above, part.name)
        s = share[:, None] if a.ndim == 2 else share
        parts[part.name] = (a + (b - a) * s).astype(np.float32)
    return Surface(**parts)


def mean_of(surfaces: Sequence[Surface]) -> Surface:
    """The mean of surfaces of as many points."""
    return Surface(
        **{
            part.name: sum(getattr(one, part.name) for one in surfaces) / np.float32(len(surfaces))
            for part in fields(Surface)
        }
    )


def changed(surface: Surface, **parts: Any) -> Surface:
    """A surface with other values; constants and arrays, clipped as by `plain`."""
    values = {part.name: parts.get(part.name, getattr(surface, part.name)) for part in fields(Surface)}
    albedo, roughness = values.pop("albedo"), values.pop("roughness")
    return plain(len(surface.albedo), albedo, roughness, **values)


def luminance(linear: Array) -> Array:
    """[..., 3] linear -> [...]."""
    return linear @ LUMINANCE


def dyed(surface: Surface, colour: Array, mean: float) -> Surface:
    """A surface in another colour: its own variation of luminance about `mean` stays, where the dye takes.

    Args:
        surface: of one material.
        colour: [3] linear.
        mean: luminance of the material's mean albedo.
    """
    tone = np.clip(luminance(surface.albedo) / max(mean, 1e-3), DARKEST, BRIGHTEST)
    new = np.clip(np.asarray(colour, np.float32) * tone[:, None], 0, 1)
    return changed(surface, albedo=surface.albedo + (new - surface.albedo) * surface.dye[:, None])


def sample_points(n: int = 4096, seed: int = 0) -> Points:
    """Points on a sphere of radius 0.8: what stands for a material's mean."""
    direction = np.random.default_rng(seed).normal(size=(n, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    return Points((0.8 * direction).astype(np.float32), direction.astype(np.float32))


@lru_cache(maxsize=256)
def mean_albedo(material: Material) -> tuple[float, float, float]:
    """Linear albedo [3] of a material, averaged over a ball's surface."""
    mean = material.shade(sample_points()).albedo.mean(axis=0)
    return float(mean[0]), float(mean[1]), float(mean[2])


def planar(points: Points, period: float = 0.0) -> tuple[Array, Array, Array]:
    """Two coordinates along the surface [N] each, v up where the surface is upright, and which plane they lie in: that
    of the axis that the normal is nearest to (box projection). About the axis of a round object u runs around it, as
    many whole periods as come nearest to its true length, so that a pattern closes.

    Args:
        points: N of them.
        period: after which a pattern repeats along u; 0 for one that does not.
    """
    x, y, z = points.position.T
    if points.axis is None:
        axis = np.argmax(np.abs(points.normal) * np.array([1.0, 1.05, 1.0], np.float32), axis=1)
        return np.where(axis == 0, z, x), np.where(axis == 1, z, y), axis
    lid = np.abs(points.normal[:, 1]) > LID
    length = 2 * np.pi * points.axis.radius
    if period:
        length = period * max(round(length / period), 1)
    around = np.arctan2(x - points.axis.x, z - points.axis.z) / (2 * np.pi) * length
    return np.where(lid, x, around).astype(np.float32), np.where(lid, z, y), lid.astype(np.int64)


LID = 0.85
"""Height of the normals beyond which a round object's surface is a lid or a bottom: shoulders still belong to sides."""
ROUND_SHARE, ROUND_COSINE, UPRIGHT = 0.75, 0.96, 0.6
"""An object is round about an axis where the normals of so much of its upright surface point to or from it, within 16
degrees; upright is what has a normal whose level part is longer than the last. A square prism has .3 of it so."""


def axis_of(position: Array, normal: Array) -> Axis | None:
    """The upright axis that a surface is round about; None where it is not.

    Args:
        position, normal: [N, 3] of points spread evenly over it.
    """
    step = max(1, len(position) // 8192)
    p, n = position[::step].astype(np.float64), normal[::step].astype(np.float64)
    side = np.hypot(n[:, 0], n[:, 2]) > UPRIGHT
    if side.sum() < 64:
        return None
    at, flat = p[side][:, [0, 2]], n[side][:, [0, 2]]
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    across = np.stack([-flat[:, 1], flat[:, 0]], 1)
    keep = np.ones(len(at), bool)
    middle = np.zeros(2)
    for _ in range(4):
        # The point that the lines along the normals pass nearest to; handles and spouts are left out in turn.
        moments = across[keep].T @ across[keep]
        if np.linalg.eigvalsh(moments)[0] < 0.05 * keep.sum():
            return None
        middle = np.linalg.solve(moments, across[keep].T @ (across[keep] * at[keep]).sum(1))
        missed = np.abs((across * (at - middle)).sum(1))
        keep = missed <= np.quantile(missed, 0.8)
    out = at - middle
    far = np.linalg.norm(out, axis=1)
    inwards = np.abs((out * flat).sum(1)) > ROUND_COSINE * far
    if inwards.mean() < ROUND_SHARE:
        return None
    return Axis(float(middle[0]), float(middle[1]), float(np.median(far[inwards])))


def along_grain(points: Points) -> Array:
    """[N, 3] with the grain's direction last: a tall object's is upright, any other's along its longer side."""
    ex, ey, ez = points.extent
    p = points.position
    if ey > 1.25 * max(ex, ez):
        order = [0, 2, 1]
    else:
        order = [1, 2, 0] if ex >= ez else [0, 1, 2]
    turned: Array = p[:, order]
    return turned

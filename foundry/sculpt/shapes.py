"""Pieces that families of several folders have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Part, Point

Array = NDArray[np.float64]


def bright(rng: np.random.Generator, names: tuple[str, ...]) -> Material:
    """A plastic or paint in a strong colour, one of HUES."""
    hue = s.pick(rng, names)
    return m.PLASTIC.coloured(m.HUES[hue], hue).varied(rng, 0.05)


def slab(
    w: float, high: float, thick: float, radius: float = 0.0, at: tuple[float, float, float] = (0.0, 0.0, 0.0)
) -> s.Solid:
    """An upright plate that faces +Z, its back at z = `at[2]`, its foot's middle at `at`."""
    return s.extrude(s.rectangle(w, high, (0, high / 2), radius), thick).translate((at[0], at[1], at[2] + thick / 2))


def shaft(
    points: list[tuple[float, float, float]], radii: tuple[float, ...], flat: float = 1.0, count: int = 26
) -> s.Solid:
    """A turned or bent grip through points; `flat` is its depth's share of its width."""
    path = s.curve(points, count)
    r = s.interpolate(radii, count)
    return s.tube(path, np.stack([r, r * flat], 1), 16, up=(1, 0, 0))


def leaf(length: float, width: float, thick: float = 0.012, bend: float = 25.0, cuts: int = 10) -> s.Solid:
    """A pointed leaf along +Y from the origin, in XY, bent back."""
    half = s.curve([(0, 0), (width * 0.5, length * 0.4), (width * 0.32, length * 0.75), (0, length)], 24)
    outline = np.concatenate([half, (half * (-1, 1))[-2:0:-1]])
    flat = s.extrude(outline, thick, thick * 0.35)
    return s.warp(flat, lambda p: _bent(p, length, np.radians(bend), width), length / cuts)


def _bent(p: Array, length: float, angle: float, width: float) -> Array:
    cup = 0.35 * p[:, 0] ** 2 / max(width, 1e-6)
    r, a = length / max(abs(angle), 1e-6), abs(angle) * p[:, 1] / length
    return np.stack([p[:, 0], r * np.sin(a), p[:, 2] + cup - r * (1 - np.cos(a)) * np.sign(angle)], 1)


def bead_eyes(where: Point, size: float, iris: str) -> list[Part]:
    """The right eye and its image: a black bead, or one with an iris of a colour."""
    x, y, z = where
    if not iris:
        return [Part("eyes", s.mirrored(s.sphere(size, 20).translate(where)), m.EYE_BLACK, 60)]
    ball = s.mirrored(s.sphere(size, 24).translate(where))
    pupil = s.mirrored(s.sphere(size * 0.62, 20).translate((x + size * 0.5, y, z + size * 0.35)))
    return [Part("eyes", ball, m.EYE_WHITE.coloured(iris), 60), Part("pupils", pupil, m.EYE_BLACK, 60)]

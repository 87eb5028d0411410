"""Pieces that families of several folders have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Point

Array = NDArray[np.float64]


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

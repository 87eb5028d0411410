"""What creatures of several files share: eyes, two-coloured skin, and parts in model units put on the ground."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.creatures.coats import mix
from bozzetto.foundry.sculpt.sculpture import Part, Point, Sculpture

Array = NDArray[np.float64]


def at(point: Array | tuple[float, ...]) -> Point:
    """Three floats."""
    x, y, z = (float(v) for v in point)
    return x, y, z


def bead_eyes(where: Point, size: float, iris: str) -> list[Part]:
    """The right eye and its image: a black bead, or one with an iris of a colour."""
    x, y, z = where
    if not iris:
        return [Part("eyes", s.mirrored(s.sphere(size, 20).translate(where)), m.EYE_BLACK, 60)]
    ball = s.mirrored(s.sphere(size, 24).translate(where))
    pupil = s.mirrored(s.sphere(size * 0.62, 20).translate((x + size * 0.5, y, z + size * 0.35)))
    return [Part("eyes", ball, m.EYE_WHITE.coloured(iris), 60), Part("pupils", pupil, m.EYE_BLACK, 60)]


def two_tone(
    base: str, belly: str, under: Callable[[Array], Array], marks: Callable[[Array], Array]
) -> Callable[[Array], Array]:
    """A paint: `belly` where `under` is 1, and the base darker where `marks` (in [-1, 1]) is high."""
    a, b = np.array(m.srgb(base)), np.array(m.srgb(belly))

    def paint(points: Array) -> Array:
        shade = 1 - 0.16 * marks(points)[:, None]
        return mix(np.clip(a * shade, 0, 1), b, under(points))

    return paint


def finished(parts: list[Part], size: float, anchors: Mapping[str, Point] | None = None) -> Sculpture:
    """Parts in model units, scaled to metres (`size` a unit) and put on the ground, with their anchors."""
    low = min(part.solid.bounding_box()[1] for part in parts)
    done = []
    for part in parts:
        solid = part.solid.translate((0, -low, 0)).scale((size,) * 3)
        done.append(replace(part, solid=solid, paint=_in_units(part.paint, size, low)))
    high = max(part.solid.bounding_box()[4] for part in done)
    places = {name: (x * size, (y - low) * size, z * size) for name, (x, y, z) in (anchors or {}).items()}
    return Sculpture(tuple(done), {"top": (0.0, float(high), 0.0), **places})


def _in_units(paint: Callable[[Array], Array] | None, size: float, low: float) -> Callable[[Array], Array] | None:
    return None if paint is None else lambda points: paint(points / size + (0, low, 0))

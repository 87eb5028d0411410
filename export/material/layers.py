"""What layers of states and patterns are given beside the surface below them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bozzetto.export.material.surface import Points, Surface, dyed
from bozzetto.export.mesh.mesh import Array

WHITE, NAVY = np.array([0.78, 0.77, 0.74], np.float32), np.array([0.016, 0.028, 0.10], np.float32)


@dataclass(frozen=True)
class Ink:
    """The colours of a layer."""

    colours: tuple[Array, ...]
    """Linear [3] each, as named, the first one that of what is below; may be none."""
    mean: float
    """Luminance of the mean albedo below."""

    @property
    def second(self) -> Array:
        """What goes beside the first colour."""
        if len(self.colours) > 1:
            return self.colours[1]
        return NAVY if self.mean > 0.45 else WHITE

    def painted(self, below: Surface, colour: Array) -> Surface:
        """What is below in another colour, with its own grain."""
        return dyed(below, colour, self.mean)


def turned(points: Points, angle: float) -> Array:
    """Positions [N, 3] turned about two axes, so that a lattice meets no face of a box flat."""
    c, s = np.cos(angle), np.sin(angle)
    about_y = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], np.float32)
    about_x = np.array([[1, 0, 0], [0, c, -s], [0, s, c]], np.float32)
    out: Array = points.position @ (about_y @ about_x)
    return out

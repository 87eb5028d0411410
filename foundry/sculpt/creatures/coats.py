"""What animals wear: a base colour with a belly, socks, a mask and a pattern, evaluated per vertex."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt.colouring import cells, noise
from bozzetto.foundry.sculpt.materials import Colour, srgb

Array = NDArray[np.float64]
Pattern = Literal["plain", "stripes", "spots", "patches", "bands", "net"]


@dataclass(frozen=True)
class Coat:
    """Colours of a coat, `#rrggbb`; those that are empty are the base.

    Args:
        base: of most of the body. belly: of its underside. legs: below `sock` of the leg. muzzle: of the snout.
        second: of the pattern's marks. pattern: what the marks are.
        scale: of the marks, in shoulder heights.
        sock: share of the leg's length that is coloured as `legs`.
    """

    base: str
    belly: str = ""
    legs: str = ""
    muzzle: str = ""
    second: str = "#222222"
    pattern: Pattern = "plain"
    scale: float = 0.12
    sock: float = 0.5

    def colour(self, name: str) -> Colour:
        """One of its colours."""
        return srgb(getattr(self, name) or self.base)


def marks(coat: Coat, rng: np.random.Generator, low: Array, high: Array) -> Callable[[Array], Array]:
    """Where the pattern's second colour is, [N, 3] -> [N] in [0, 1]; the animal looks along +Z."""
    s = coat.scale
    wobble = noise(rng, s * 4)
    if coat.pattern == "stripes":
        return lambda p: _step(np.sin((p[:, 2] + 0.35 * s * wobble(p)) * 2 * np.pi / s + 1.2 * wobble(p * 1.7)) - 0.1)
    if coat.pattern == "bands":
        return lambda p: _step(np.sin(p[:, 1] * 2 * np.pi / s))
    if coat.pattern == "patches":
        blotch = noise(rng, s * 3.2, 1)
        return lambda p: _step((blotch(p) - 0.15) * 3)
    if coat.pattern in ("spots", "net"):
        nearest = cells(rng, low, high, s)
        if coat.pattern == "spots":
            return lambda p: _step((0.4 * s - nearest(p)[0]) / (0.1 * s))
        return lambda p: _step((0.16 * s - np.subtract(*nearest(p)[::-1])) / (0.06 * s))
    return lambda p: np.zeros(len(p))


def _step(x: Array) -> Array:
    return np.clip(x * 2 + 0.5, 0, 1)

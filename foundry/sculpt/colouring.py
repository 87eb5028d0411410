"""Paints by place: smooth noise, cells, and mixtures of two colours, for `Part.paint`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt.materials import Colour, srgb

Array = NDArray[np.float64]


def mix(a: Array | Colour, b: Array | Colour, share: Array) -> Array:
    """a where share [N] is 0, b where it is 1: [N, 3]."""
    first, second = np.asarray(a, float), np.asarray(b, float)
    return first + (second - first) * share[:, None]


def painted(base: Array, other: Array, share: Callable[[Array], Array]) -> Callable[[Array], Array]:
    """A paint: `base` [3] where the share of a point is 0, `other` [3] where it is 1; shares beyond are cut off."""
    return lambda points: mix(np.tile(base, (len(points), 1)), other, np.clip(share(points), 0, 1))


def two_tone(
    base: str, belly: str, under: Callable[[Array], Array], marks: Callable[[Array], Array]
) -> Callable[[Array], Array]:
    """A paint: `belly` where `under` is 1, and the base darker where `marks` (in [-1, 1]) is high."""
    a, b = np.array(srgb(base)), np.array(srgb(belly))

    def paint(points: Array) -> Array:
        shade = 1 - 0.16 * marks(points)[:, None]
        return mix(np.clip(a * shade, 0, 1), b, under(points))

    return paint


def noise(rng: np.random.Generator, scale: float, octaves: int = 2) -> Callable[[Array], Array]:
    """Smooth noise [N, 3] -> [N], about in [-1, 1], of wavelength `scale`."""
    waves = [rng.normal(size=(10, 3)) / scale * 3.0 * 2**k for k in range(octaves)]
    phases = [rng.uniform(0, 2 * np.pi, 10) for _ in range(octaves)]

    def value(points: Array) -> Array:
        total = np.zeros(len(points))
        for k in range(octaves):
            total += np.sin(points @ waves[k].T + phases[k]).sum(1) / (2.2 * 2**k)
        return np.tanh(total)

    return value


def cells(rng: np.random.Generator, low: Array, high: Array, scale: float) -> Callable[[Array], tuple[Array, Array]]:
    """Distances [N] to the nearest and to the second nearest of random seeds about `scale` apart in a box."""
    count = max(8, int(np.prod(np.maximum((high - low) / scale, 1.0)) * 1.1))
    seeds = rng.uniform(low, high, (min(count, 4000), 3))

    def nearest(points: Array) -> tuple[Array, Array]:
        first, second = np.full(len(points), np.inf), np.full(len(points), np.inf)
        for seed in seeds:
            distance = np.linalg.norm(points - seed, axis=1)
            closer = distance < first
            second = np.where(closer, first, np.minimum(second, distance))
            first = np.where(closer, distance, first)
        return first, second

    return nearest

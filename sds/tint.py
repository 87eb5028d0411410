"""Colour words on objects: which part of an object a word paints, and how that looks.

Re-tinting moves the object's main colour to that of a colour word and keeps its relative luminance, so that colour
words mean the same on every object. The embedded prior is trained on objects re-tinted so.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from torch import Tensor

COLOURS = {
    "red": (0.75, 0.10, 0.10),
    "orange": (0.90, 0.45, 0.08),
    "yellow": (0.92, 0.80, 0.15),
    "green": (0.15, 0.55, 0.18),
    "blue": (0.12, 0.25, 0.75),
    "purple": (0.45, 0.15, 0.60),
    "pink": (0.95, 0.55, 0.70),
    "brown": (0.42, 0.26, 0.13),
    "black": (0.08, 0.08, 0.08),
    "white": (0.93, 0.93, 0.93),
    "gray": (0.50, 0.50, 0.50),
}
"""Colour words and the display colour that a re-tinted object gets."""
PAINT_DISTANCE = 0.28
"""A place within this Euclidean RGB distance of the main colour is paint."""
TINT_SHARE = 0.4
"""An object may be re-tinted if its main colour covers this much of its visible surface."""
LUMINANCE = (0.30, 0.59, 0.11)
LEAST_LUMINANCE = 0.05
"""What is darker than this on the whole is taken to be this bright, so that no relative luminance explodes."""


def main_colour(
    albedo: Float[np.ndarray, "*n 3"], weights: Float[np.ndarray, "*n"]
) -> tuple[NDArray[np.float32], float]:
    """The commonest colour [3] of weighted samples, and the share of the weight within PAINT_DISTANCE of it.

    Args:
        albedo: [..., 3] in [0, 1]. weights: [...] of the samples; those below .05 do not count.
    """
    visible = weights > 0.05
    colours, weight = albedo[visible].astype(np.float64), weights[visible].astype(np.float64)
    if not len(colours):
        return np.full(3, 0.5, np.float32), 0.0
    bins = (colours * 5.999).astype(int)
    key = bins[:, 0] * 36 + bins[:, 1] * 6 + bins[:, 2]
    best = np.bincount(key, weight).argmax()
    centre = np.average(colours[key == best], axis=0, weights=weight[key == best])
    for _ in range(3):
        near = np.linalg.norm(colours - centre, axis=1) < PAINT_DISTANCE
        centre = np.average(colours[near], axis=0, weights=weight[near])
    near = np.linalg.norm(colours - centre, axis=1) < PAINT_DISTANCE
    return centre.astype(np.float32), float(weight[near].sum() / weight.sum())


def mean_luminance(luminance: Tensor, cover: Tensor, over: tuple[int, ...]) -> Tensor:
    """Of what is paint, over some dimensions, which are kept.

    Args:
        luminance: of every place. cover: how much of it is paint.
    """
    total = (luminance * cover).sum(over, keepdim=True)
    return (total / (cover.sum(over, keepdim=True) + 1e-4)).clamp(min=LEAST_LUMINANCE)


def painted(luminance: Tensor, mean: Tensor, colour: Tensor) -> Tensor:
    """Display colours [..., 3] of paint of a colour that broadcasts to them, as bright as it was beside the mean."""
    return (((luminance / mean).clamp(0, 2) * 0.6 + 0.4) * colour).clamp(0, 1)


def luminance_of(albedo: Float[Tensor, "*n 3"]) -> Float[Tensor, "*n 1"]:
    """Of display colours [..., 3], [..., 1]."""
    return (albedo * torch.tensor(LUMINANCE, device=albedo.device)).sum(-1, keepdim=True)

"""Materials for a prior that knows objects: the reader gets their words, its volumes their colours."""

import itertools
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.material.colours import DISPLAY
from bozzetto.export.material.look import AFTERWARDS, MATERIALS, Look, entries
from bozzetto.export.material.surface import Points, axis_of
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.looks import LookWords

SPREAD = 0.0125
"""Object units: a voxel's colour is the mean of eight places as far from its middle along each axis. What is finer than
a voxel would alias."""


def with_looks(lexicon: Lexicon) -> Lexicon:
    """A lexicon that reads words for materials, states and patterns too."""
    words = LookWords(entries(), frozenset(DISPLAY), AFTERWARDS, lambda names: Look.of(names).near())
    return replace(lexicon, looks=words)


def teach_looks(prior: EmbeddedPrior) -> EmbeddedPrior:
    """The prior, changed in place: it reads the words of looks, and paints their colours into its volumes."""
    prior.lexicon = with_looks(prior.lexicon)
    prior.painter, prior.part_painter = colours_of, part_colours_of
    return prior


def colours_of(looks: tuple[str, ...], points: Tensor, normals: Tensor) -> Tensor | None:
    """Display colours [N, 3] of looks at points [N, 3] of an object with normals [N, 3]; None where they are laid over
    the object's own colours, which its own words paint."""
    look = Look.of(looks)
    if look.material is None or (look.material.any_colour and not look.colours):
        return None
    return _shaded(look, points, normals)


def part_colours_of(looks: tuple[str, ...], points: Tensor, normals: Tensor) -> Tensor | None:
    """The same of a part's looks, whose mere colours are those of something plain."""
    look = Look.of(looks)
    if look.material is None and look.colours:
        look = replace(look, material=MATERIALS["plastic"])
    if look.material is None or (look.material.any_colour and not look.colours):
        return None
    return _shaded(look, points, normals)


def _shaded(look: Look, points: Tensor, normals: Tensor) -> Tensor:
    middle, normal = points.cpu().float().numpy(), normals.cpu().float().numpy()
    half = np.ptp(middle, axis=0) / 2 if len(middle) else np.ones(3)
    extent = (float(half[0]), float(half[1]), float(half[2]))
    axis = axis_of(middle, normal)
    light = np.zeros_like(middle)
    for corner in itertools.product((-SPREAD, SPREAD), repeat=3):
        surface = look.shade(Points(middle + np.array(corner, np.float32), normal, extent, axis=axis))
        light += (surface.albedo + surface.emission).clip(0, 1) / 8
    return torch.from_numpy(linear_to_srgb(light).astype(np.float32))

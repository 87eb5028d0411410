"""From views of an object to a noun: its volume, its word vector, how well it is known, a picture."""

from __future__ import annotations

import io
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Float, UInt8
from PIL import Image
from torch import Tensor

from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.volume import Volume, composite_cpu, inside
from bozzetto.sds.volume_fit import (
    FitConfig,
    TrueViews,
    camera_rows,
    carved,
    fit_volume,
    fitting_word,
    material_of_voxels,
)
from bozzetto.sds.volume_table import packed, unpacked
from bozzetto.sds.word_pack import Instance, InstanceData, SurfaceMaterial, voxels_inside

PREVIEW = 96
"""Pixels along a side of the pictures that stand for a noun."""
PREVIEW_SIDE = (math.radians(30.0), math.radians(20.0))
"""Azimuth and elevation of them."""
LIGHT = (0.4, 0.6, 0.7)
MOST_MATERIALS = 255
DEFAULT_FIT = FitConfig()


@dataclass(frozen=True)
class Scores:
    """How well the stored volume shows views that it was not fitted to."""

    iou: float
    """Of silhouettes, mean over the views."""
    psnr: float
    """Of plain albedo, the mean of that on white and that on black, dB."""


@dataclass(frozen=True, eq=False)
class Learnt:
    """An object as it was learnt."""

    row: Float[Tensor, " values"]
    """Its volume as it is stored."""
    vector: Float[Tensor, " e"]
    like: str
    """The known noun that it began with."""
    scores: Scores
    colour: tuple[float, float, float]
    tintable: bool
    materials: UInt8[np.ndarray, " voxels"] | None
    seconds: float


def turned_solids(views: TrueViews, edge: int, turns: int = 1) -> torch.Tensor:
    """Which voxels inside are solid [R, voxels], of the object turned by R quarters about +Y."""
    solid = (carved(views, edge) <= 0).view(edge, edge, edge)
    # Indexed z, y, x: a quarter turn counterclockwise from above takes +x to -z.
    ways = [torch.rot90(solid, k, (2, 0)).reshape(-1)[inside(edge)] for k in range(turns)]
    return torch.stack(ways)


def word_like(prior: EmbeddedPrior, name: str, views: TrueViews) -> str:
    """The known noun whose word a new one begins with: what its name ends in, else the nearest shape."""
    words, shipped = name.split(), prior.vocabulary.known
    for begin in range(len(words)):
        known = prior.lexicon.lookup(" ".join(words[begin:]))
        if known in shipped:
            return str(known)
    return prior.vocabulary.nearest_shapes(turned_solids(views, prior.config.volume))[0][0]


def learn(
    prior: EmbeddedPrior,
    views: TrueViews,
    unseen: TrueViews,
    like: str,
    config: FitConfig = DEFAULT_FIT,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Learnt:
    """Learns an object.

    Args:
        prior: whose network it is for; left as it is.
        views: to fit it to. unseen: others, which say how well it is known.
        like: a shipped noun.
        config: how. progress: called with (steps done, steps).
    """
    begin = time.perf_counter()
    net, edge = prior.net, prior.config.volume
    colour_words = torch.stack([prior.word_vector(colour) for colour in COLOURS])
    words = torch.stack([prior.word_vector(noun) for noun in prior.vocabulary.known])
    word = words[fitting_word(net, words, colour_words, views)]
    fitted = fit_volume(net, word.clone(), colour_words, views, config, progress)
    row = unpacked(*packed(fitted.row, edge), voxels_inside(edge))
    red, green, blue = (round(min(1.0, max(0.0, float(c))), 4) for c in views.colour)
    return Learnt(
        row=row,
        vector=fitted.vector,
        like=like,
        scores=scores_of(prior, row, fitted.vector, unseen),
        colour=(red, green, blue),
        tintable=views.can_be_tinted,
        materials=material_of_voxels(views, edge),
        seconds=time.perf_counter() - begin,
    )


@torch.no_grad()
def surface_of(
    prior: EmbeddedPrior,
    row: Float[Tensor, " v"],
    vector: Float[Tensor, " e"],
    cameras: Float[Tensor, "n 2"],
    size: int,
) -> Float[Tensor, "n 7 s s"]:
    """What a row of the table, turned by a word vector, shows of views; see ``shown_surface``."""
    return shown_surface(prior, Volume(*prior.net.object.draw(row[None], vector[None])), cameras, size)


@torch.no_grad()
def shown_surface(
    prior: EmbeddedPrior, volume: Volume, cameras: Float[Tensor, "n 2"], size: int
) -> Float[Tensor, "n 7 s s"]:
    """What one volume shows of views: opacity, then normals in world axes and albedo, both times opacity."""
    of = torch.zeros(len(cameras), dtype=torch.long)
    maps = composite_cpu(volume, camera_rows(cameras), size, of)
    return prior.net.object.surface(maps.permute(0, 3, 1, 2))


def scores_of(prior: EmbeddedPrior, row: Tensor, vector: Tensor, unseen: TrueViews) -> Scores:
    """How well a volume shows views."""
    return surface_scores(surface_of(prior, row, vector, unseen.cameras, unseen.depth.shape[-1]), unseen.surface)


def surface_scores(shown: Float[Tensor, "n 7 s s"], truth: Float[Tensor, "n 7 s s"]) -> Scores:
    """How well what is shown, opacity, normals and albedo, fits the truth."""
    mine, true = shown[:, 0] > 0.5, truth[:, 0] > 0.5
    either = (mine | true).sum((1, 2)).clamp(min=1)
    iou = float(((mine & true).sum((1, 2)) / either).mean())
    errors = []
    for ground in (0.0, 1.0):
        one, other = (part[:, 4:].clamp(0, 1) + ground * (1 - part[:, :1].clamp(0, 1)) for part in (shown, truth))
        errors.append((one - other).square().mean((1, 2, 3)))
    psnr = -10 * torch.log10(torch.cat(errors).clamp(min=1e-10))
    return Scores(iou, float(psnr.mean()))


def pictures(
    prior: EmbeddedPrior,
    row: Float[Tensor, " v"],
    vector: Float[Tensor, " e"],
    azimuths: tuple[float, ...] = (PREVIEW_SIDE[0],),
    elevation: float = PREVIEW_SIDE[1],
    size: int = PREVIEW,
) -> list[UInt8[np.ndarray, "s s 4"]]:
    """Lit pictures of a volume with alpha, uint8 [S, S, 4], from azimuths, radians."""
    cameras = torch.tensor([[azimuth, elevation] for azimuth in azimuths])
    return lit(surface_of(prior, row, vector, cameras, size), cameras)


def lit(surface: Float[Tensor, "n 7 s s"], cameras: Float[Tensor, "n 2"]) -> list[UInt8[np.ndarray, "s s 4"]]:
    """Surfaces in one light that comes with the camera."""
    out = []
    for picture, (azimuth, elevation) in zip(surface, cameras.tolist(), strict=True):
        sin_a, cos_a, sin_e, cos_e = math.sin(azimuth), math.cos(azimuth), math.sin(elevation), math.cos(elevation)
        axes = torch.tensor(
            [[cos_a, 0, -sin_a], [-sin_a * sin_e, cos_e, -cos_a * sin_e], [sin_a * cos_e, sin_e, cos_a * cos_e]]
        )
        light = torch.tensor(LIGHT) @ axes
        light = light / light.norm()
        alpha = picture[:1].clamp(1e-6, 1)
        facing = (torch.einsum("chw,c->hw", picture[1:4], light) / alpha[0]).clamp(0, 1)
        colour = (picture[4:] / alpha).clamp(0, 1) * (0.45 + 0.55 * facing)
        whole = torch.cat([colour, picture[:1].clamp(0, 1)]).permute(1, 2, 0)
        out.append((whole * 255 + 0.5).to(torch.uint8).numpy())
    return out


def webp(picture: UInt8[np.ndarray, "s s 4"]) -> bytes:
    """A picture as WebP."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "WEBP", quality=80)
    return file.getvalue()


def as_instance(
    prior: EmbeddedPrior, learnt: Learnt, about: Instance, materials: tuple[SurfaceMaterial, ...] = ()
) -> tuple[Instance, InstanceData]:
    """What goes into a pack.

    Args:
        about: what is known of the object beside; its colour, materials and scores are filled in.
        materials: those that the views name by number.
    """
    index = learnt.materials if 0 < len(materials) <= MOST_MATERIALS else None
    scores = {
        "iou": round(learnt.scores.iou, 4),
        "psnr": round(learnt.scores.psnr, 2),
        "seconds": round(learnt.seconds, 1),
    }
    one = replace(
        about,
        colour=learnt.colour,
        tintable=about.tintable and learnt.tintable,
        materials=materials if index is not None else (),
        has_vector=True,
        about={**about.about, **scores},
    )
    preview = webp(pictures(prior, learnt.row, learnt.vector)[0])
    return one, InstanceData(learnt.row, preview, index, learnt.vector)

"""The known objects, and the sides of them, that explain a picture best.

Outlines are compared first, in boxes, then colours up to an affine map, and the best objects are bent to the picture's
outline (``bozzetto.jobs.teach.bend``). What they say of the object is put together by ``bozzetto.jobs.teach.guess``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, UInt8
from PIL import Image
from torch import Tensor

from bozzetto.jobs.teach.bend import Bend, bent, projected
from bozzetto.jobs.teach.learn import surface_of
from bozzetto.jobs.teach.mesh_views import PIXELS, RADIUS
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.vocabulary import Entry
from bozzetto.sds.volume import Volume, inside, place
from bozzetto.sds.volume_kernels import ABSENT, BIAS, DISTANCE, FEATURES, SHARPNESS, TAN

SEARCH_PIXELS, BOX = 44, 32
"""Of the outlines that are searched, and along a side of the boxes that they are compared in."""
AZIMUTHS_DEG, ELEVATIONS_DEG = tuple(range(0, 360, 15)), (6.0, 26.0)
BY_OUTLINE_ALONE, BY_OUTLINE, BY_COLOUR, SIDES_EACH = 90, 40, 12, 6
"""Objects that are looked at as they are, those of them whose colours are looked at, of those the ones that are bent,
and sides of each."""
COLOUR_WEIGHT, LAYOUT_WEIGHT, STRETCH_WEIGHT, EFFORT_WEIGHT = 0.1, 0.4, 0.35, 0.35
"""Of the mean difference of colours, of what of the picture's colours no affine map of the object's explains, of the
logarithm of how much wider or taller it must be, and of how much it must be bent, beside the outline's intersection
over union. A red thing may be taken for a blue one, but not a face for the back of a head."""
BEHIND_WEIGHT = 0.12
"""Taken off a score for a side that lies behind, half of it for a profile: pictures show fronts."""
MOST_STRETCH = 2.0
LIKELY = 0.04
"""Difference of scores by which one match is e times as likely as another."""
LEAST_COMMON = 8
"""Pixels that two views share, with fewer of which nothing is said of their colours."""


@dataclass(frozen=True)
class Match:
    """A known object from a side."""

    noun: str
    azimuth: float
    elevation: float
    score: float
    """At most 1."""
    instance: int = 0
    """Which of the noun's objects."""
    bend: Bend | None = None
    """How it must be bent to look as the picture does, as it is `placed`, begun from this side."""

    @property
    def bent(self) -> Bend:
        """The bend of one that `search` gave."""
        assert self.bend is not None
        return self.bend


@dataclass(frozen=True)
class Found:
    """What a picture is like."""

    bent: list[Match]
    """The best by outline and colours, bent to the picture; the best guess first."""
    alike: list[Match]
    """Many more by outline alone, as they are, the most alike first."""


@torch.no_grad()
def search(
    prior: EmbeddedPrior,
    picture: UInt8[np.ndarray, "h w 4"],
    among: Sequence[str] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Found:
    """The known objects, each from the side from which it explains a picture best.

    Outlines of all are compared, then colours of those that are most alike, and the best of these are bent.

    Args:
        picture: with alpha. among: nouns; none for all that the prior is shipped with.
    """
    known = [entry for name, entry in prior.vocabulary.known.items() if not among or name in among]
    objects = [(entry, k) for entry in known for k in range(len(entry.noun.instances))]
    crop, ratio = _crop(picture)
    total = len(objects) + 4 * BY_OUTLINE
    outlines = _Outlines(prior.config.volume)
    wanted = F.interpolate(crop[None, 3:], (BOX, BOX), mode="area")[0, 0] > 0.5
    ranked = []
    for done, (entry, k) in enumerate(objects):
        scores = outlines.scores(entry.source.solid(entry.number, k), wanted, ratio) - outlines.behind
        top = scores.topk(SIDES_EACH)
        ranked.append((float(top.values[0]), entry, k, top.indices))
        progress(done + 1, total)
    ranked.sort(key=lambda row: -row[0])
    found = []
    for done, (_, entry, k, sides) in enumerate(ranked[:BY_OUTLINE]):
        found.append(_coloured(prior, entry, k, outlines.cameras[sides], crop, ratio))
        progress(len(objects) + done + 1, total)
    found.sort(key=lambda match: -match.score)
    # An outline says little of how far above a thing the camera is: one guess is made of all.
    best = ranked[:BY_OUTLINE_ALONE]
    likely = torch.softmax(torch.tensor([score for score, *_ in best]) / LIKELY, 0)
    elevation = float(likely @ outlines.cameras[torch.stack([sides[0] for *_, sides in best])][:, 1])
    for number, match in enumerate(found[:BY_COLOUR]):
        found[number] = _bent(prior, match, picture, elevation)
        progress(len(objects) + (number + 1) * 3 * BY_OUTLINE // BY_COLOUR + BY_OUTLINE, total)
    alike = []
    for score, entry, k, sides in best:
        azimuth, elevation_seen = outlines.cameras[sides[0]].tolist()
        alike.append(Match(entry.noun.name, azimuth, elevation_seen, score, k))
    return Found(_most_likely_first(prior, found[:BY_COLOUR]), alike)


class _Outlines:
    """What solids look like from all sides, as outlines.

    Args:
        edge: of the volumes.
    """

    def __init__(self, edge: int) -> None:
        self.cameras = torch.tensor(
            [[math.radians(a), math.radians(e)] for a in AZIMUTHS_DEG for e in ELEVATIONS_DEG], dtype=torch.float32
        )
        centres = _centres(edge)[inside(edge)]
        pixels = []
        for camera in self.cameras:
            across, up, _ = projected(camera, centres)
            column, row = ((part + 1) / 2 * SEARCH_PIXELS for part in (across, -up))
            column, row = (part.long().clamp(0, SEARCH_PIXELS - 1) for part in (column, row))
            pixels.append(row * SEARCH_PIXELS + column)
        self._pixels = torch.stack(pixels)
        self.behind = torch.tensor([_behind(float(azimuth)) for azimuth in self.cameras[:, 0]])
        """What each side takes off a score."""

    def scores(
        self, solid: Bool[Tensor, " voxels"], wanted: Bool[Tensor, "b b"], ratio: float
    ) -> Float[Tensor, " views"]:
        """How well each view's outline is that of a picture, box on box.

        Args:
            solid: voxels inside. wanted: the picture's object in its box. ratio: how many times wider than tall it is.
        """
        pixels = self._pixels[:, solid]
        views = torch.zeros(len(pixels), SEARCH_PIXELS**2, dtype=torch.bool)
        views.scatter_(1, pixels, torch.ones_like(pixels, dtype=torch.bool))
        views = views.view(-1, SEARCH_PIXELS, SEARCH_PIXELS)
        (top, height), (left, width) = (_extent(views.any(dim)) for dim in (2, 1))
        change = torch.log(width / height / ratio)
        step = (torch.arange(BOX) + 0.5) / BOX
        row = (top[:, None] + step * height[:, None]).long()
        column = (left[:, None] + step * width[:, None]).long()
        boxed = views[torch.arange(len(views))[:, None, None], row[:, :, None], column[:, None, :]]
        both, either = (boxed & wanted).sum((1, 2)), (boxed | wanted).sum((1, 2)).clamp(min=1)
        score = both / either - STRETCH_WEIGHT * change.square()
        return torch.where(change.abs() > math.log(MOST_STRETCH), score - 1, score)


def _extent(some: Bool[Tensor, "v n"]) -> tuple[Float[Tensor, " v"], Float[Tensor, " v"]]:
    """Where the first is that is so, and how many places it is from there to behind the last; at least one."""
    places = torch.arange(some.shape[1], dtype=torch.float32)
    first = torch.where(some, places, math.inf).amin(1).nan_to_num(posinf=0.0)
    last = torch.where(some, places, -1.0).amax(1)
    return first, (last + 1 - first).clamp(min=1)


def _vector(prior: EmbeddedPrior, entry: Entry, k: int) -> Float[Tensor, " e"]:
    """The word vector of an object."""
    own = entry.source.vector(entry.number, k)
    return prior.word_vector(entry.noun.name) if own is None else own


def _coloured(
    prior: EmbeddedPrior, entry: Entry, k: int, cameras: Tensor, crop: Float[Tensor, "4 h w"], ratio: float
) -> Match:
    """The best of some sides of an object, by outline and colours."""
    surface = surface_of(prior, entry.source.volume(entry.number, k), _vector(prior, entry, k), cameras, SEARCH_PIXELS)
    best = Match(entry.noun.name, 0.0, 0.0, -1.0, k)
    for view, camera in zip(surface, cameras.tolist(), strict=True):
        box = _box(view[0] > 0.5)
        if box is None:
            continue
        top, bottom, left, right = box
        height, width = bottom - top, right - left
        change = math.log(width / height / ratio)
        mine, other = F.interpolate(crop[None], (height, width), mode="area")[0], view[:, top:bottom, left:right]
        one, two = mine[3] > 0.5, other[0] > 0.5
        both, either = (one & two).sum(), (one | two).sum()
        colours = _colour_cost(other, mine[:3], one & two)
        score = float(both / either.clamp(min=1)) - colours - STRETCH_WEIGHT * change**2 - _behind(camera[0])
        if score > best.score:
            best = replace(best, azimuth=camera[0], elevation=camera[1], score=score)
    return best


def _bent(prior: EmbeddedPrior, match: Match, picture: UInt8[np.ndarray, "h w 4"], elevation: float) -> Match:
    """The match bent to the picture as a camera of some elevation sees it, scored by what it then is like."""
    volume, vector = volume_of(prior, match)
    camera = torch.tensor([[match.azimuth, match.elevation]], dtype=torch.float32)
    shown = _shown(prior, volume, vector, camera)[0]
    with torch.enable_grad():
        bend = bent(volume.opacity[0], placed(picture, PIXELS)[3], match.azimuth, elevation)
    target = _seen(shown, picture)
    both = (shown[0] > 0.5) & (target[0] > 0.5)
    colours = _colour_cost(shown, target[4:] / target[:1].clamp(min=0.1), both)
    score = bend.iou - colours - EFFORT_WEIGHT * bend.effort - _behind(bend.azimuth)
    return replace(match, score=score, bend=bend)


def _behind(azimuth: float) -> float:
    """What a side takes off a score."""
    return BEHIND_WEIGHT * (1 - math.cos(azimuth)) / 2


def _most_likely_first(prior: EmbeddedPrior, found: Sequence[Match]) -> list[Match]:
    """Matches by how much of their shape they may expect to share with what the picture shows, if that is one of them.

    Where the outline alone says little, the shape that most good matches agree on is the better guess of the unseen
    than an odd one that fits by chance.
    """
    if len(found) < 2:
        return list(found)
    edge = prior.config.volume // 2
    points = _centres(edge)
    solids = []
    for match in found:
        assert match.bend is not None
        opacity = volume_of(prior, match)[0].opacity
        sin, cos = math.sin(match.bend.azimuth), math.cos(match.bend.azimuth)
        # From the viewer's frame, in which all look the same, to the object's.
        turn = torch.tensor([[cos, 0.0, -sin], [0.0, 1.0, 0.0], [sin, 0.0, cos]])
        where = match.bend.source(points @ turn).view(1, edge, edge, edge, 3)
        shown = F.grid_sample((opacity - ABSENT)[:, None], where, align_corners=False) + ABSENT
        solids.append(_solid(shown).view(-1).float())
    stack = torch.stack(solids)
    both = stack @ stack.T
    counts = stack.sum(1)
    shared = both / (counts[:, None] + counts - both).clamp(min=1)
    likely = torch.softmax(torch.tensor([match.score for match in found]) / LIKELY, 0)
    expected = shared @ likely
    return [found[k] for k in expected.argsort(descending=True).tolist()]


def _colour_cost(view: Float[Tensor, "7 h w"], wanted: Float[Tensor, "3 h w"], both: Bool[Tensor, "h w"]) -> float:
    """What an object's colours take off its score, where it and the picture's both are."""
    if int(both.sum()) < LEAST_COMMON:
        return COLOUR_WEIGHT + LAYOUT_WEIGHT
    mine = (view[4:] / view[:1].clamp(min=0.1)).clamp(0, 1)[:, both].T
    other = wanted[:, both].T
    given = torch.cat([mine, torch.ones(len(mine), 1)], 1)
    # The ridge keeps noise of a thing of one colour from being stretched to whatever the picture shows.
    squares = given.T @ given + 1e-2 * len(mine) * torch.diag(torch.tensor([1.0, 1.0, 1.0, 0.0]))
    left = other - given @ torch.linalg.solve(squares, given.T @ other)
    return COLOUR_WEIGHT * float((mine - other).abs().mean()) + LAYOUT_WEIGHT * float(left.square().mean().sqrt())


def placed(picture: UInt8[np.ndarray, "h w 4"], size: int) -> Float[Tensor, "4 s s"]:
    """A picture's object as the prior's camera would see one of its outline that fills the known objects' ball, in the
    middle: premultiplied colours, then alpha.
    """
    crop, _ = _crop(picture)
    height, width = crop.shape[1:]
    # A box that is as deep as it is wide or tall, whichever is less; its corners lie on the ball.
    half = RADIUS / math.sqrt(height**2 + width**2 + min(height, width) ** 2) / (DISTANCE * TAN)
    tall, wide = (max(1, min(size, round(side * half * size))) for side in (height, width))
    premultiplied = torch.cat([crop[:3] * crop[3:], crop[3:]])
    out = torch.zeros(4, size, size)
    top, left = (size - tall) // 2, (size - wide) // 2
    out[:, top : top + tall, left : left + wide] = F.interpolate(premultiplied[None], (tall, wide), mode="area")[0]
    return out


def _crop(picture: UInt8[np.ndarray, "h w 4"]) -> tuple[Float[Tensor, "4 h w"], float]:
    """The object's box, and how many times wider than tall it is."""
    rows, columns = np.nonzero(picture[..., 3] > 127)
    box = picture[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return torch.from_numpy(box.copy()).permute(2, 0, 1).float() / 255, box.shape[1] / box.shape[0]


def _box(mask: Tensor) -> tuple[int, int, int, int] | None:
    rows, columns = mask.any(1).nonzero()[:, 0], mask.any(0).nonzero()[:, 0]
    if not len(rows):
        return None
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def volume_of(prior: EmbeddedPrior, match: Match) -> tuple[Volume, Float[Tensor, " e"]]:
    """An object's volume, not yet turned by its word, and its word vector."""
    net, edge = prior.net, prior.config.volume
    entry = prior.vocabulary.known[match.noun]
    row = entry.source.volume(entry.number, match.instance)
    opacity, features = place(row[None], net.object.inside, edge)
    shape = (1, edge, edge, edge)
    return Volume(opacity.view(shape), features.view(*shape, FEATURES)), _vector(prior, entry, match.instance)


def _centres(edge: int) -> Float[Tensor, "cells 3"]:
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    return torch.stack([x, y, z], -1).view(-1, 3)


def _solid(opacity: Tensor) -> Tensor:
    """Where a sample stops half of the light."""
    return opacity > -BIAS / SHARPNESS


def _shown(prior: EmbeddedPrior, volume: Volume, vector: Tensor, cameras: Float[Tensor, "n 2"]) -> Tensor:
    """Surfaces [N, 7, S, S] of a volume by a word."""
    where = prior.net.object.inside
    opacity, features = volume.opacity.reshape(-1)[where], volume.features.reshape(-1, FEATURES)[where]
    return surface_of(prior, torch.cat([opacity, features.flatten()]), vector, cameras, PIXELS)


def _seen(shown: Float[Tensor, "7 s s"], picture: UInt8[np.ndarray, "h w 4"]) -> Float[Tensor, "7 s s"]:
    """The picture as a view: its object where the volume's is, at its own proportions, with the volume's normals."""
    size = shown.shape[-1]
    box = _box(shown[0] > 0.5) or (0, size, 0, size)
    top, bottom, left, right = box
    rows, columns = np.nonzero(picture[..., 3] > 127)
    crop = picture[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    scale = math.sqrt((bottom - top) * (right - left) / (crop.shape[0] * crop.shape[1]))
    height, width = (max(1, min(size, round(scale * side))) for side in crop.shape[:2])
    small = Image.fromarray(crop).convert("RGBa").resize((width, height), Image.Resampling.BOX)
    values = torch.from_numpy(np.asarray(small).copy()).permute(2, 0, 1).float() / 255
    out = torch.zeros_like(shown)
    at_row = min(max(0, round((top + bottom - height) / 2)), size - height)
    at_column = min(max(0, round((left + right - width) / 2)), size - width)
    window = (slice(at_row, at_row + height), slice(at_column, at_column + width))
    out[0][window] = values[3]
    out[(slice(4, 7), *window)] = values[:3]
    # Where the volume shows nothing yet, the rim turns away from the viewer: nobody knows, so nothing is asked.
    normal = shown[1:4] / shown[:1].clamp(min=0.05)
    out[1:4] = normal * out[:1]
    return out

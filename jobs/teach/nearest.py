"""The known objects, and the sides of them, that explain a picture best.

Outlines of all are compared first, in boxes. The best objects are scaled and turned until their outline is the
picture's (``bozzetto.jobs.teach.pose``), and how their colours lie is compared, up to an affine map. What they say of
the object is put together by ``bozzetto.jobs.teach.guess``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, UInt8
from scipy import ndimage
from torch import Tensor

from bozzetto.jobs.teach.learn import surface_of
from bozzetto.jobs.teach.mesh_views import RADIUS
from bozzetto.jobs.teach.pose import PIXELS, Pose, box_of, posed, projected
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.vocabulary import Entry
from bozzetto.sds.volume import Volume, inside, place
from bozzetto.sds.volume_kernels import DISTANCE, FEATURES, TAN

SEARCH_PIXELS, BOX = 44, 32
"""Of the outlines that are searched, and along a side of the boxes that they are compared in."""
AZIMUTHS_DEG, ELEVATIONS_DEG = tuple(range(0, 360, 15)), (6.0, 26.0)
OBJECTS, SIDES_EACH = 90, 3
"""That are scaled and turned, and from how many sides each."""
LEAST_APART = math.radians(28)
"""Between those sides."""
SURFACE_POINTS = 1600
"""Of an object, that its outline is told by, at most twice as many."""
COLOUR_WEIGHT, LAYOUT_WEIGHT, STRETCH_WEIGHT = 0.1, 0.4, 0.35
"""Of the mean difference of colours, of what of the picture's colours no affine map of the object's explains, and of
the logarithm of how much wider or taller it must be, beside the outline's intersection over union. A red thing may be
taken for a blue one, but not a face for the back of a head."""
BEHIND_WEIGHT = 0.12
"""Taken off a score for a side that lies behind, half of it for a profile: pictures show fronts."""
MOST_STRETCH = 2.0
LEAST_COMMON = 8
"""Pixels that two views share, with fewer of which nothing is said of their colours."""


@dataclass(frozen=True)
class Match:
    """A known object, scaled and seen from a side so that it looks as the picture does."""

    noun: str
    instance: int
    """Which of the noun's objects."""
    pose: Pose
    """In the place of the picture's object, as it is `placed`."""
    score: float
    """At most 1."""

    @property
    def azimuth(self) -> float:
        """Of the side, radians."""
        return self.pose.azimuth

    @property
    def elevation(self) -> float:
        """Of the side, radians."""
        return self.pose.elevation


@torch.no_grad()
def search(
    prior: EmbeddedPrior,
    picture: UInt8[np.ndarray, "h w 4"],
    among: Sequence[str] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Match]:
    """The known objects that explain a picture best, each from its best side, the best first.

    Args:
        picture: with alpha. among: nouns; none for all that the prior is shipped with.
    """
    known = [entry for name, entry in prior.vocabulary.known.items() if not among or name in among]
    objects = [(entry, k) for entry in known for k in range(len(entry.noun.instances))]
    crop, ratio = _crop(picture)
    total = len(objects) + 10 * OBJECTS
    search_outlines = _Outlines(prior.config.volume)
    wanted = F.interpolate(crop[None, 3:], (BOX, BOX), mode="area")[0, 0] > 0.5
    ranked = []
    for done, (entry, k) in enumerate(objects):
        scores = search_outlines.scores(entry.source.solid(entry.number, k), wanted, ratio) - search_outlines.behind
        ranked.append((float(scores.max()), entry, k, scores))
        progress(done + 1, total)
    ranked.sort(key=lambda row: -row[0])
    outline = F.interpolate(placed(picture, 4 * PIXELS)[None, 3:], (PIXELS, PIXELS), mode="area")[0, 0] > 0.5
    matches = []
    for done, (_, entry, k, scores) in enumerate(ranked[:OBJECTS]):
        if (match := _matched(prior, entry, k, search_outlines.sides(scores), outline, crop, ratio)) is not None:
            matches.append(match)
        progress(len(objects) + 10 * (done + 1), total)
    return sorted(matches, key=lambda match: -match.score)


def _matched(
    prior: EmbeddedPrior,
    entry: Entry,
    k: int,
    azimuths: Sequence[float],
    outline: Bool[Tensor, "s s"],
    crop: Float[Tensor, "4 h w"],
    ratio: float,
) -> Match | None:
    """An object scaled and turned to the picture, from the best of some sides; None where it has nothing to show."""
    edge = prior.config.volume
    points = _surface_points(entry.source.solid(entry.number, k), edge)
    if not len(points):
        return None
    margin = 1 / (edge * DISTANCE * TAN)
    poses = [posed(points, outline.flatten(), box_of(outline), azimuth, margin) for azimuth in azimuths]
    cameras = torch.tensor([[pose.azimuth, pose.elevation] for pose in poses])
    views = surface_of(prior, entry.source.volume(entry.number, k), _vector(prior, entry, k), cameras, SEARCH_PIXELS)
    found = [
        Match(entry.noun.name, k, pose, pose.score - _behind(pose.azimuth) - _boxed_colour_cost(view, crop))
        for pose, view in zip(poses, views, strict=True)
    ]
    return max(found, key=lambda match: match.score)


def _surface_points(solid: Bool[Tensor, " voxels"], edge: int) -> Float[Tensor, "n 3"]:
    """Centres of the voxels at an object's surface, or enough of them."""
    block = torch.zeros(edge**3, dtype=torch.bool)
    block[inside(edge)] = solid
    whole = block.view(edge, edge, edge).numpy()
    points = _centres(edge)[torch.from_numpy(whole & ~ndimage.binary_erosion(whole)).view(-1)]
    return points[:: max(1, len(points) // SURFACE_POINTS)]


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

    def sides(self, scores: Float[Tensor, " views"]) -> list[float]:
        """Azimuths of the SIDES_EACH best views that lie LEAST_APART."""
        chosen: list[float] = []
        for azimuth in self.cameras[scores.argsort(descending=True), 0].tolist():
            if all(math.cos(azimuth - other) < math.cos(LEAST_APART) for other in chosen):
                chosen.append(azimuth)
            if len(chosen) == SIDES_EACH:
                break
        return chosen

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


def _behind(azimuth: float) -> float:
    """What a side takes off a score."""
    return BEHIND_WEIGHT * (1 - math.cos(azimuth)) / 2


def _boxed_colour_cost(view: Float[Tensor, "7 s s"], crop: Float[Tensor, "4 h w"]) -> float:
    """What an object's colours take off its score, its box on the picture's."""
    box = _box(view[0] > 0.5)
    if box is None:
        return COLOUR_WEIGHT + LAYOUT_WEIGHT
    top, bottom, left, right = box
    other = view[:, top:bottom, left:right]
    mine = F.interpolate(crop[None], other.shape[1:], mode="area")[0]
    return _colour_cost(other, mine[:3], (mine[3] > 0.5) & (other[0] > 0.5))


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

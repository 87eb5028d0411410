"""An object of one picture as a changed noun: the known object, and the side of it, that explain the picture best.

What one picture does not show is not in it. Where a known object looks like it from some side, that object's volume is
the better guess of the rest than a lifted outline: it is bent to the picture's outline (``bozzetto.jobs.teach.bend``),
takes the picture's colours, those of its seen half on the other where both are alike, and is then fitted to the picture
from that side, while its own renders hold the others.
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
from scipy import ndimage
from scipy.spatial import cKDTree
from torch import Tensor

from bozzetto.jobs.teach.bend import Bend, bent, halves_alike, projected, seen_free
from bozzetto.jobs.teach.learn import surface_of
from bozzetto.jobs.teach.mesh_views import RADIUS, fit_cameras
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import PAINT_DISTANCE, main_colour
from bozzetto.sds.vocabulary import Entry
from bozzetto.sds.volume import Volume, composite_cpu, inside, place
from bozzetto.sds.volume_fit import TrueViews, camera_rows
from bozzetto.sds.volume_kernels import ABSENT, BIAS, FEATURES, SHARPNESS

SEARCH_PIXELS, BOX = 44, 32
"""Of the outlines that are searched, and along a side of the boxes that they are compared in."""
AZIMUTHS_DEG, ELEVATIONS_DEG = tuple(range(0, 360, 15)), (6.0, 26.0)
BY_OUTLINE, BY_COLOUR, SIDES_EACH = 32, 8, 6
"""Objects whose colours are looked at, of those the ones that are bent, and sides of each."""
COLOUR_WEIGHT, LAYOUT_WEIGHT, STRETCH_WEIGHT, EFFORT_WEIGHT = 0.1, 0.4, 0.35, 0.35
"""Of the mean difference of colours, of what of the picture's colours no affine map of the object's explains, of the
logarithm of how much wider or taller it must be, and of how much it must be bent, beside the outline's intersection
over union. A red thing may be taken for a blue one, but not a face for the back of a head."""
BEHIND_WEIGHT = 0.12
"""Taken off a score for a side that lies behind, half of it for a profile: pictures show fronts."""
MOST_STRETCH = 2.0
LIKELY = 0.04
"""Difference of scores by which one match is e times as likely as another."""
GOOD_MATCH = 0.6
"""A score from which a noun is taken for the better guess."""
KNOWN_GOOD_MATCH = 0.4
"""The same where the name says which noun it is like."""
UNSEEN_VIEWS, SEEN_SHARE, MIRRORED_SHARE = 96, 0.25, 0.1
"""Views of the changed noun, and the picture's share of all views; that of its mirror image, where halves are alike."""
PIXELS = 64
NEIGHBOURS = 4
NORMAL_WEIGHT, COLOUR_DISTANCE, HEIGHT_WEIGHT = 0.25, 1.0, 1.6
"""Of how a place faces, of the noun's colour there and of its height, beside where it is, when it takes the colour of
places like it in the picture."""
THICK = 2.5
"""Voxels that a part has which the picture shows and the noun lacks."""


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
    """How it must be bent, begun from this side."""


@torch.no_grad()
def search(
    prior: EmbeddedPrior,
    picture: UInt8[np.ndarray, "h w 4"],
    among: Sequence[str] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Match]:
    """The known objects, each from the side from which it explains a picture best, bent to it; the best guess first.

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
        scores = outlines.scores(entry.source.solid(entry.number, k), wanted, ratio)
        best = scores.topk(SIDES_EACH)
        ranked.append((float(best.values[0]), entry, k, best.indices))
        progress(done + 1, total)
    ranked.sort(key=lambda row: -row[0])
    found = []
    for done, (_, entry, k, sides) in enumerate(ranked[:BY_OUTLINE]):
        found.append(_coloured(prior, entry, k, outlines.cameras[sides], crop, ratio))
        progress(len(objects) + done + 1, total)
    found.sort(key=lambda match: -match.score)
    for number, match in enumerate(found[:BY_COLOUR]):
        found[number] = _bent(prior, match, picture)
        progress(len(objects) + (number + 1) * 3 * BY_OUTLINE // BY_COLOUR + BY_OUTLINE, total)
    return _most_likely_first(prior, found[:BY_COLOUR])


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


def _bent(prior: EmbeddedPrior, match: Match, picture: UInt8[np.ndarray, "h w 4"]) -> Match:
    """The match bent to the picture, scored by what it then is like."""
    volume, vector = _volume_of(prior, match)
    camera = torch.tensor([[match.azimuth, match.elevation]], dtype=torch.float32)
    shown = _shown(prior, volume, vector, camera)[0]
    target = _seen(shown, picture)
    with torch.enable_grad():
        bend = bent(volume.opacity[0], target[0], match.azimuth, match.elevation)
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
        opacity = _volume_of(prior, match)[0].opacity
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
    if int(both.sum()) < 2 * NEIGHBOURS:
        return COLOUR_WEIGHT + LAYOUT_WEIGHT
    mine = (view[4:] / view[:1].clamp(min=0.1)).clamp(0, 1)[:, both].T
    other = wanted[:, both].T
    given = torch.cat([mine, torch.ones(len(mine), 1)], 1)
    # The ridge keeps noise of a thing of one colour from being stretched to whatever the picture shows.
    squares = given.T @ given + 1e-2 * len(mine) * torch.diag(torch.tensor([1.0, 1.0, 1.0, 0.0]))
    left = other - given @ torch.linalg.solve(squares, given.T @ other)
    return COLOUR_WEIGHT * float((mine - other).abs().mean()) + LAYOUT_WEIGHT * float(left.square().mean().sqrt())


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


def _volume_of(prior: EmbeddedPrior, match: Match) -> tuple[Volume, Float[Tensor, " e"]]:
    """An object's volume, not yet turned by its word, and its word vector."""
    net, edge = prior.net, prior.config.volume
    entry = prior.vocabulary.known[match.noun]
    row = entry.source.volume(entry.number, match.instance)
    opacity, features = place(row[None], net.object.inside, edge)
    shape = (1, edge, edge, edge)
    return Volume(opacity.view(shape), features.view(*shape, FEATURES)), _vector(prior, entry, match.instance)


@torch.no_grad()
def changed_noun(
    prior: EmbeddedPrior, match: Match, picture: UInt8[np.ndarray, "h w 4"]
) -> tuple[Volume, TrueViews, TrueViews]:
    """A noun changed to what a picture shows.

    Args:
        match: of `search`. picture: with alpha.
    Returns:
        the bent volume, views of it in the picture's colours with the picture among them many times, and the picture's
        own view alone.
    """
    volume, vector = _volume_of(prior, match)
    alike = halves_alike(volume.opacity[0])
    first = torch.tensor([[match.azimuth, match.elevation]], dtype=torch.float32)
    target = _seen(_shown(prior, volume, vector, first)[0], picture)
    with torch.enable_grad():
        bend = bent(volume.opacity[0], target[0], match.azimuth, match.elevation, fine=True, start=match.bend)
    volume = _moved(volume, bend)
    camera = torch.tensor([[bend.azimuth, bend.elevation]], dtype=torch.float32)
    seen = _seen(_shown(prior, volume, vector, camera)[0], picture)
    volume = _completed(_carved(volume, seen[0], camera[0], alike), seen[0], camera[0], alike)
    seen = _seen(_shown(prior, volume, vector, camera)[0], picture)

    cameras = torch.cat([torch.from_numpy(fit_cameras(UNSEEN_VIEWS).astype(np.float32)), camera])
    surface, points = _shown(prior, volume, vector, cameras), _points(prior, volume, cameras)
    others = _recoloured(surface[:-1], points[:-1], surface[-1], points[-1], seen, alike)
    kept = 1 - SEEN_SHARE - (MIRRORED_SHARE if alike else 0)
    which = [*range(UNSEEN_VIEWS), *[UNSEEN_VIEWS] * round(UNSEEN_VIEWS * SEEN_SHARE / kept)]
    surface = torch.cat([others, seen[None]])
    if alike and abs(math.sin(bend.azimuth)) > 0.1:
        mirrored = seen.flip(2) * torch.tensor([1.0, -1, 1, 1, 1, 1, 1])[:, None, None]
        surface = torch.cat([surface, mirrored[None]])
        cameras = torch.cat([cameras, camera * torch.tensor([-1.0, 1.0])])
        which += [UNSEEN_VIEWS + 1] * round(UNSEEN_VIEWS * MIRRORED_SHARE / kept)
    return volume, _views(surface[which], cameras[which]), _views(seen[None], camera)


def _centres(edge: int) -> Float[Tensor, "cells 3"]:
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    return torch.stack([x, y, z], -1).view(-1, 3)


def _solid(opacity: Tensor) -> Tensor:
    """Where a sample stops half of the light."""
    return opacity > -BIAS / SHARPNESS


def _moved(volume: Volume, bend: Bend) -> Volume:
    """The volume bent, then centred and scaled as known objects are."""
    edge = volume.opacity.shape[1]
    points = _centres(edge)
    grid = torch.cat([volume.opacity[:, None] - ABSENT, volume.features.movedim(-1, 1)], 1)

    def at(where: Tensor) -> Tensor:
        shape = (1, edge, edge, edge, 3)
        return F.grid_sample(grid, bend.source(where).view(shape), align_corners=False)

    solid = _solid(at(points)[:, 0].view(-1) + ABSENT)
    middle, scale = torch.zeros(3), 1.0
    if solid.any():
        low, high = points[solid].amin(0), points[solid].amax(0)
        middle = (low + high) / 2
        scale = float((points[solid] - middle).norm(dim=1).max() + 1 / edge) / RADIUS
    values = at(points * scale + middle)
    return Volume(values[:, 0] + ABSENT, values[:, 1:].movedim(1, -1).contiguous())


def _carved(volume: Volume, alpha: Tensor, camera: Tensor, alike: bool) -> Volume:
    """Without what the picture shows to be empty, and of halves that are alike its mirror image."""
    shape = volume.opacity.shape
    free = seen_free(alpha, float(camera[0]), float(camera[1]), _centres(shape[1])).view(shape)
    free = free | free.flip(3) if alike else free
    return Volume(volume.opacity.masked_fill(free, ABSENT), volume.features)


def _completed(volume: Volume, alpha: Tensor, camera: Tensor, alike: bool) -> Volume:
    """With a thin part where the picture shows the object and the volume shows nothing."""
    shape, edge = volume.opacity.shape, volume.opacity.shape[1]
    points = _centres(edge)
    maps = _seen_places(volume, camera[None], PIXELS)[0]
    shown, towards = maps[..., 0], (maps[..., 1:4] / maps[..., :1].clamp(min=1e-3)) @ _back(camera)
    lacking = ndimage.binary_opening(((alpha > 0.6) & (shown < 0.35)).numpy())
    if not lacking.any() or not bool((shown > 0.6).any()):
        return volume
    nearest = ndimage.distance_transform_edt((shown <= 0.6).numpy(), return_distances=False, return_indices=True)
    depth = towards[tuple(torch.from_numpy(part) for part in nearest)]
    across, up, back = projected(camera, points)
    where = torch.stack([across, -up], -1)[None, None]
    layers = torch.stack([torch.from_numpy(lacking).float(), depth])[None]
    found = F.grid_sample(layers, where, mode="nearest", align_corners=False)[0, :, 0]
    new = ((found[0] > 0.5) & ((back - found[1]).abs() < THICK / edge)).view(shape)
    new = new | new.flip(3) if alike else new
    new = new & ~_solid(volume.opacity) & (points.norm(dim=1) < RADIUS + 1 / edge).view(shape)
    solid = _solid(volume.opacity)[0].numpy()
    z, y, x = ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    features = torch.where(new[..., None], volume.features[0, z, y, x][None], volume.features)
    return Volume(torch.where(new, torch.tensor(1.0), volume.opacity), features)


def _back(camera: Tensor) -> Float[Tensor, " 3"]:
    """Towards a camera."""
    azimuth, elevation = camera.tolist()
    return torch.tensor(
        [math.sin(azimuth) * math.cos(elevation), math.sin(elevation), math.cos(azimuth) * math.cos(elevation)]
    )


def _seen_places(volume: Volume, cameras: Float[Tensor, "n 2"], size: int) -> Float[Tensor, "n s s c"]:
    """Opacity, then the places that are seen, times opacity."""
    edge = volume.opacity.shape[1]
    places = torch.zeros(1, edge, edge, edge, FEATURES)
    places[0, ..., :3] = _centres(edge).view(edge, edge, edge, 3)
    of = torch.zeros(len(cameras), dtype=torch.long)
    return composite_cpu(Volume(volume.opacity, places), camera_rows(cameras), size, of)


def _points(prior: EmbeddedPrior, volume: Volume, cameras: Float[Tensor, "n 2"]) -> Float[Tensor, "n s s 3"]:
    """Where the surface is that each pixel of some views shows."""
    opacity = torch.full_like(volume.opacity, ABSENT).view(-1)
    where = prior.net.object.inside
    opacity[where] = volume.opacity.reshape(-1)[where]
    maps = _seen_places(Volume(opacity.view_as(volume.opacity), volume.features), cameras, PIXELS)
    return maps[..., 1:4] / maps[..., :1].clamp(min=1e-3)


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


def _recoloured(
    surface: Float[Tensor, "n 7 s s"],
    points: Float[Tensor, "n s s 3"],
    shown: Float[Tensor, "7 s s"],
    shown_points: Float[Tensor, "s s 3"],
    seen: Float[Tensor, "7 s s"],
    alike: bool,
) -> Float[Tensor, "n 7 s s"]:
    """Views in the picture's colours: each place takes those of the places in the picture that are nearest to it, face
    alike and have the same colour in the noun. Where halves are alike the picture shows both.
    """

    def places(view: Tensor, where: Tensor, solid: Tensor) -> Float[Tensor, "p 9"]:
        albedo = (view[4:] / view[:1].clamp(min=0.05)).clamp(0, 1)[:, solid].T
        normal = F.normalize(view[1:4, solid].T, dim=1)
        place = where[solid] * torch.tensor([1.0, HEIGHT_WEIGHT, 1.0])
        return torch.cat([place, NORMAL_WEIGHT * normal, COLOUR_DISTANCE * albedo], 1)

    both = (shown[0] > 0.6) & (seen[0] > 0.9)
    if int(both.sum()) < NEIGHBOURS:
        both = seen[0] > 0.6
    known = places(shown, shown_points, both)
    colours = (seen[4:] / seen[:1].clamp(min=0.05)).clamp(0, 1)[:, both].T
    if alike:
        mirror = torch.tensor([-1.0, 1, 1, -1, 1, 1, 1, 1, 1])
        known, colours = torch.cat([known, known * mirror]), torch.cat([colours, colours])
    tree, palette = cKDTree(known.numpy()), colours.numpy()
    out = surface.clone()
    for view, where in zip(out, points, strict=True):
        solid = view[0] > 0.05
        if not solid.any():
            continue
        apart, index = tree.query(places(view, where, solid).numpy(), k=min(NEIGHBOURS, len(palette)))
        weight = 1 / (apart.reshape(len(apart), -1) ** 2 + 1e-3)
        mixed = (palette[index.reshape(len(index), -1)] * weight[..., None]).sum(1) / weight.sum(1, keepdims=True)
        view[4:, solid] = torch.from_numpy(mixed).float().T * view[0, solid]
    return out


def _views(surface: Float[Tensor, "n 7 s s"], cameras: Float[Tensor, "n 2"]) -> TrueViews:
    """Surfaces without depths as views, with their main colour."""
    alpha = surface[:, 0].clamp(0, 1)
    albedo = (surface[:, 4:] / surface[:, :1].clamp(min=0.05)).clamp(0, 1)
    colour, share = main_colour(albedo.movedim(1, -1).numpy(), alpha.numpy())
    near = (albedo - torch.from_numpy(colour)[:, None, None]).norm(dim=1) < PAINT_DISTANCE
    surface = torch.cat([alpha[:, None], surface[:, 1:4], albedo * alpha[:, None]], 1)
    return TrueViews(
        surface=surface,
        paint=near * alpha,
        depth=torch.full_like(alpha, math.inf),
        cameras=cameras,
        colour=torch.from_numpy(colour),
        paint_share=share,
    )

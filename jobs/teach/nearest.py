"""An object of one picture as a changed noun: the known object, and the side of it, that explain the picture best.

What one picture does not show is not in it. Where a known noun looks like it from some side, that noun's volume is the
better guess of the rest than a lifted outline: it is stretched to the picture's outline, takes the picture's colours
where its own are alike, and is then fitted to the picture from that side, while its own renders hold the others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Float, UInt8
from PIL import Image
from scipy.spatial import cKDTree
from torch import Tensor

from bozzetto.jobs.teach.learn import surface_of
from bozzetto.jobs.teach.mesh_views import fit_cameras
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import PAINT_DISTANCE, main_colour
from bozzetto.sds.volume import Volume, place
from bozzetto.sds.volume_fit import TrueViews
from bozzetto.sds.volume_kernels import ABSENT, FEATURES

SEARCH_PIXELS = 28
AZIMUTHS_DEG, ELEVATIONS_DEG = tuple(range(0, 360, 45)), (6.0, 28.0)
COLOUR_WEIGHT, STRETCH_WEIGHT = 0.15, 0.5
"""Of the mean difference of colours, and of the logarithm of how much wider or taller it must be, beside the outline's
intersection over union."""
MOST_STRETCH = 1.6
GOOD_MATCH = 0.72
"""A score from which a noun is taken for the better guess."""
KNOWN_GOOD_MATCH = 0.5
"""The same where the name says which noun it is like."""
UNSEEN_VIEWS, SEEN_SHARE = 96, 0.25
PIXELS = 64
NEIGHBOURS = 12
HEIGHT_WEIGHT, BREADTH_WEIGHT = 0.7, 0.25
"""Of where a place is, beside its colour, when it takes the colour of places like it in the picture."""


@dataclass(frozen=True)
class Match:
    """A known noun from a side."""

    noun: str
    azimuth: float
    elevation: float
    score: float
    """At most 1."""
    stretch: tuple[float, float]
    """How many times wider and taller the picture's object is than the noun, as it is seen from there."""


@torch.no_grad()
def search(
    prior: EmbeddedPrior,
    picture: UInt8[np.ndarray, "h w 4"],
    among: Sequence[str] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Match]:
    """The known nouns, each from the side from which it explains a picture best; the best first.

    Args:
        picture: with alpha. among: nouns; none for all that the prior is shipped with.
    """
    known = [entry for name, entry in prior.vocabulary.known.items() if not among or name in among]
    cameras = torch.tensor(
        [[math.radians(a), math.radians(e)] for a in AZIMUTHS_DEG for e in ELEVATIONS_DEG], dtype=torch.float32
    )
    crop, ratio = _crop(picture)
    shrunk: dict[tuple[int, int], Tensor] = {}
    found = []
    for done, entry in enumerate(known):
        vector = prior.word_vector(entry.noun.name)
        surface = surface_of(prior, entry.source.volume(entry.number, 0), vector, cameras, SEARCH_PIXELS)
        best = Match(entry.noun.name, 0.0, 0.0, -1.0, (1.0, 1.0))
        for view, camera in zip(surface, cameras.tolist(), strict=True):
            box = _box(view[0] > 0.5)
            if box is None:
                continue
            top, bottom, left, right = box
            height, width = bottom - top, right - left
            change = math.log(max(width, 1) / max(height, 1) / ratio)
            if abs(change) > math.log(MOST_STRETCH) + 0.15:
                continue
            if (height, width) not in shrunk:
                shrunk[height, width] = F.interpolate(crop[None], (height, width), mode="area")[0]
            mine, other = shrunk[height, width], view[:, top:bottom, left:right]
            one, two = mine[3] > 0.5, other[0] > 0.5
            both, either = (one & two).sum(), (one | two).sum()
            away = (mine[:3] - (other[4:] / other[:1].clamp(min=0.1)).clamp(0, 1)).abs().mean(0)[one & two]
            outside = view[0].sum() - other[0].sum()
            score = (
                float(both / (either + outside))
                - COLOUR_WEIGHT * float(away.mean())
                - STRETCH_WEIGHT * abs(change) ** 2
            )
            if score > best.score:
                # The picture's object has the noun's area as it is seen; what is wider is less tall.
                wider = math.exp(-change / 2)
                best = Match(best.noun, camera[0], camera[1], score, (wider, 1 / wider))
        found.append(best)
        progress(done + 1, len(known))
    return sorted(found, key=lambda match: -match.score)


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


@torch.no_grad()
def changed_noun(
    prior: EmbeddedPrior, match: Match, picture: UInt8[np.ndarray, "h w 4"]
) -> tuple[Volume, TrueViews, TrueViews]:
    """A noun changed to what a picture shows.

    Args:
        match: of `search`. picture: with alpha.
    Returns:
        the stretched volume, views of it in the picture's colours with the picture among them many times, and the
        picture's own view alone.
    """
    net, edge = prior.net, prior.config.volume
    entry = prior.vocabulary.known[match.noun]
    row, vector = entry.source.volume(entry.number, 0), prior.word_vector(match.noun)
    opacity, features = place(row[None], net.object.inside, edge)
    grid = torch.cat(
        [opacity.view(1, 1, edge, edge, edge), features.view(1, edge, edge, edge, FEATURES).movedim(-1, 1)], 1
    )
    sin, cos = abs(math.sin(match.azimuth)), abs(math.cos(match.azimuth))
    scale = torch.tensor([match.stretch[0] ** cos**2, match.stretch[1], match.stretch[0] ** sin**2])
    solid = (opacity.view(-1) > 0).nonzero()[:, 0]
    centre = torch.stack([solid % edge, solid // edge % edge, solid // edge**2], 1).float()
    reach = float((((centre + 0.5) / edge * 2 - 1) * scale).norm(dim=1).max()) if len(solid) else 1.0
    scale = scale * min(1.0, 0.92 / reach) if reach > 0.92 else scale
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    points = torch.stack([x, y, z], -1) / scale
    stretched = F.grid_sample(grid - ABSENT * _first(grid), points[None], align_corners=False) + ABSENT * _first(grid)
    volume = Volume(stretched[:, 0], stretched[:, 1:].movedim(1, -1).contiguous())

    cameras = np.concatenate([fit_cameras(UNSEEN_VIEWS), [[match.azimuth, match.elevation]]]).astype(np.float32)
    surface = _shown(prior, volume, vector, torch.from_numpy(cameras))
    seen = _seen(surface[-1], picture)
    surface = torch.cat([_recoloured(surface[:-1], surface[-1], seen), seen[None]])
    copies = round(UNSEEN_VIEWS * SEEN_SHARE / (1 - SEEN_SHARE))
    which = torch.tensor([*range(UNSEEN_VIEWS), *[UNSEEN_VIEWS] * copies])
    return (
        volume,
        _views(surface[which], torch.from_numpy(cameras)[which]),
        _views(seen[None], torch.from_numpy(cameras[-1:])),
    )


def _first(grid: Tensor) -> Tensor:
    """One in the first channel, zero in the others."""
    return torch.eye(grid.shape[1])[0].view(1, -1, 1, 1, 1)


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
    surface: Float[Tensor, "n 7 s s"], shown: Float[Tensor, "7 s s"], seen: Float[Tensor, "7 s s"]
) -> Float[Tensor, "n 7 s s"]:
    """Views in the picture's colours: each place takes those of places in the picture where the noun has its colour, at
    about its height.
    """
    size = surface.shape[-1]
    height = ((torch.arange(size) + 0.5) / size)[:, None].expand(size, size)
    breadth = ((torch.arange(size) + 0.5) / size * 2 - 1).abs()[None].expand(size, size)

    def places(view: Tensor, solid: Tensor) -> Tensor:
        albedo = (view[4:] / view[:1].clamp(min=0.05)).clamp(0, 1)
        where = torch.stack([HEIGHT_WEIGHT * height, BREADTH_WEIGHT * breadth])
        return torch.cat([albedo, where])[:, solid].T

    both = (shown[0] > 0.6) & (seen[0] > 0.6)
    if int(both.sum()) < NEIGHBOURS:
        both = seen[0] > 0.6
    tree = cKDTree(places(shown, both).numpy())
    colours = (seen[4:] / seen[:1].clamp(min=0.05)).clamp(0, 1)[:, both].T.numpy()
    out = surface.clone()
    for view in out:
        solid = view[0] > 0.05
        if not solid.any():
            continue
        _, index = tree.query(places(view, solid).numpy(), k=min(NEIGHBOURS, len(colours)))
        new = torch.from_numpy(colours[index.reshape(len(index), -1)].mean(1)).float()
        view[4:, solid] = new.T * view[0, solid]
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

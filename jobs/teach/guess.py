"""The object of one picture as a mesh: where the known objects that it may be agree, cut to its outline, coloured.

One picture leaves the depth of things open. The best guess of a shape by intersection over union, where several may be
meant, is the places that are in most of them by their likelihoods, as of nearest neighbours in single-view
reconstruction (Tatarchenko et al. 2019). Some known objects are bent to the picture first
(``bozzetto.jobs.teach.bend``), many more stretched to its box; beside them stands the outline lifted into a soft solid,
which is what to think of a thing that no known one is like. Along rays on which they do not agree the object is as
thick as may be expected, where its middle may be expected; outside of the outline nothing is. What the picture shows
has its colours; its mirror image has them too where halves are alike; other places have those of what the picture shows
that is nearest to them, faces alike and has the same colour in the known object.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, UInt8
from scipy import ndimage
from scipy.spatial import cKDTree
from torch import Tensor

from bozzetto.export.files.read import Scene
from bozzetto.export.files.read_parts import Part
from bozzetto.export.mesh.mesh import Array, Mesh, vertex_normals
from bozzetto.export.mesh.raster import surface_layers
from bozzetto.export.surface.density_grid import DensityGrid
from bozzetto.export.surface.marching_cubes import extract_surface
from bozzetto.jobs.teach.bend import halves_alike, projected
from bozzetto.jobs.teach.lift import inflated
from bozzetto.jobs.teach.mesh_views import PIXELS, Model, as_model, look_at_model
from bozzetto.jobs.teach.nearest import Found, Match, placed, volume_of
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import PAINT_DISTANCE
from bozzetto.sds.volume_fit import TrueViews
from bozzetto.sds.volume_kernels import ABSENT, BIAS, DISTANCE, FEATURES, SHARPNESS, TAN

GRID = 72
"""Points along an edge of the guess."""
LIKELY, LIKELY_OUTLINE = 0.06, 0.03
"""Differences of scores, of bent matches and of outlines alone, by which one is e times as likely as another."""
OUTLINES_SHARE = 0.5
"""Of the many by their outlines alone, beside the few that are bent."""
LIFTED_SHARE, LIFTED_BESIDE_NAMED = 0.3, 0.05
"""Of the lifted outline, beside all known objects; the same where it is said which noun the object is like."""
LEAST_HALF = 3 / GRID
"""Half of the least length of a ray inside the object, three cells: thinner parts would break."""
SURE = 4.0
"""How fast a place is taken for inside as its likelihood passes a half."""
AGREED = (0.4, 0.7)
"""Of the expected length of a ray inside the object, the share that lies in likely places, from which their shape is
begun to be taken, and is taken whole."""
SMOOTHING = 1.1
"""Of the likelihood and of the solid, in grid steps."""
IN_OUTLINE = 0.3
"""The outline's opacity from which a place is looked at."""
LEAST_PIECE = 0.003
"""Of the largest piece, what others must have."""
SEEN_PIXELS = 128
SEEN_DEPTH, SEEN_FACING = 0.06, 0.15
"""How far behind what the picture's camera sees first a place may lie, and how much it must face it, to be seen."""
NEIGHBOURS = 4
NORMAL_WEIGHT, COLOUR_DISTANCE, HEIGHT_WEIGHT = 0.25, 1.0, 1.6
"""Of how a place faces, of the noun's colour there and of its height, beside where it is, when it takes the colour of
places like it in the picture."""
MOST_LOST = 0.05
"""Of the outline, that its mirror image may cut off, where halves are taken to be alike."""


@dataclass(frozen=True, eq=False)
class Guess:
    """An object, and from where the picture sees it."""

    model: Model
    azimuth: float
    elevation: float
    seen: TrueViews
    """The picture as a view."""


@torch.no_grad()
def guessed(
    prior: EmbeddedPrior,
    found: Found,
    picture: UInt8[np.ndarray, "h w 4"],
    lifted_share: float = LIFTED_SHARE,
) -> Guess:
    """The object that a picture shows.

    Args:
        found: of `search`; the best guess says by its side where the front is, by its halves whether they are alike.
        picture: with alpha. lifted_share: of the likelihood, that of the lifted outline.
    Returns:
        a mesh whose front faces +Z.
    """
    shown = placed(picture, SEEN_PIXELS)
    matches = found.bent
    azimuth = matches[0].bent.azimuth
    weights = torch.softmax(torch.tensor([match.score for match in matches]) / LIKELY, 0).tolist()
    elevation = sum(weight * match.bent.elevation for weight, match in zip(weights, matches, strict=True))
    camera = torch.tensor([azimuth, elevation])
    points = _centres(GRID)
    viewer = points @ _turn(azimuth).T
    outline = _thickened(shown[3])
    rays = _Rays(points, camera, _sampled(outline[None], camera, points)[0] > IN_OUTLINE)
    inside = _lifted(outline, viewer)
    share, met = lifted_share * inside, lifted_share * rays.most(inside)
    of_bent, of_outlines = (1 - lifted_share) * (1 - OUTLINES_SHARE), (1 - lifted_share) * OUTLINES_SHARE
    likely = torch.softmax(torch.tensor([match.score for match in found.alike]) / LIKELY_OUTLINE, 0).tolist()
    for part, among, places in ((of_bent, weights, matches), (of_outlines, likely, found.alike)):
        for weight, match in zip(among, places, strict=True):
            if match.bend is None:
                inside = _in_box(prior, match, outline, viewer)
            else:
                inside = _inside(prior, match, viewer)
            share, met = share + part * weight * inside, met + part * weight * rays.most(inside)
    # The picture says which rays meet the object: those that one misses say nothing of it.
    share = share / rays.mean(met).clamp(min=lifted_share / 2)
    alike = halves_alike(volume_of(prior, matches[0])[0].opacity[0])
    solid = _cut(share, points, outline, camera, rays, alike)
    surface = extract_surface(DensityGrid(solid, 0), 0.5)
    vertices, faces = surface.vertices.astype(np.float64), surface.faces
    normals = vertex_normals(surface.vertices, faces).astype(np.float64)
    colours = _colours(prior, matches[0], surface, normals, shown, camera, alike)
    surface_part = Part(
        vertices=vertices,
        faces=faces.astype(np.int64),
        colors=np.concatenate([colours, np.ones((len(colours), 1))], 1),
        colors_are_linear=False,
        normals=normals,
    )
    model = as_model(Scene((surface_part,), (), "glb"), Path("picture"))
    return Guess(model, azimuth, float(camera[1]), _seen(model, torch.from_numpy(surface.vertices), picture, camera))


def _centres(edge: int) -> Float[Tensor, "cells 3"]:
    """Of the cells of a grid over [-1, 1], indexed x, y, z."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    return torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).view(-1, 3)


def _turn(azimuth: float) -> Float[Tensor, "3 3"]:
    """Turns rows of points from the frame of a viewer at an azimuth, who stands at +Z there, to the object's."""
    sin, cos = math.sin(azimuth), math.cos(azimuth)
    return torch.tensor([[cos, 0.0, -sin], [0.0, 1.0, 0.0], [sin, 0.0, cos]])


def _sampled(layers: Float[Tensor, "c s s"], camera: Tensor, points: Float[Tensor, "n 3"]) -> Float[Tensor, "c n"]:
    """What a view has where points are."""
    across, up, _ = projected(camera, points)
    where = torch.stack([across, -up], -1)[None, None]
    return F.grid_sample(layers[None], where, align_corners=False)[0, :, 0]


def _inside(prior: EmbeddedPrior, match: Match, viewer: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    """How much places of the viewer's frame are inside a bent known object."""
    opacity = volume_of(prior, match)[0].opacity[0]
    where = match.bent.source(viewer @ _turn(match.bent.azimuth))
    value = F.grid_sample((opacity - ABSENT)[None, None], where[None, None, None], align_corners=False) + ABSENT
    return torch.sigmoid(SHARPNESS * value + BIAS).view(-1)


def _in_box(
    prior: EmbeddedPrior, match: Match, outline: Float[Tensor, "s s"], viewer: Float[Tensor, "n 3"]
) -> Float[Tensor, " n"]:
    """The same of a known object as it is, stretched so that its box, as its side shows it, is that of an outline."""
    edge, entry = prior.config.volume, prior.vocabulary.known[match.noun]
    voxels = prior.net.object.inside[entry.source.solid(entry.number, match.instance)]
    grid = torch.zeros(edge**3).index_fill(0, voxels, 1.0)
    z, y, x = voxels // edge**2, voxels // edge % edge, voxels % edge
    camera = torch.tensor([match.azimuth, match.elevation])
    across, up, _ = projected(camera, (torch.stack([x, y, z], 1) + 0.5) / edge * 2 - 1)
    low, high = (DISTANCE * TAN * torch.stack([f(across), f(up)]) for f in (torch.amin, torch.amax))
    middle, half = ((low + high) / 2).tolist(), ((high - low) / 2 + 1 / edge).tolist()
    solid = outline > 0.5
    tall, wide = (float(solid.any(dim).nonzero().max() - solid.any(dim).nonzero().min() + 1) for dim in (1, 0))
    stretch = [side / len(outline) * DISTANCE * TAN / mine for side, mine in zip((wide, tall), half, strict=True)]
    # Depth has the mean of both. In the axes of the camera, as it looks down, and back.
    sin, cos = math.sin(match.elevation), math.cos(match.elevation)
    right = viewer[:, 0] / stretch[0] + middle[0]
    up = (viewer[:, 1] * cos - viewer[:, 2] * sin) / stretch[1] + middle[1]
    back = (viewer[:, 1] * sin + viewer[:, 2] * cos) / math.sqrt(stretch[0] * stretch[1])
    where = torch.stack([right, up * cos + back * sin, back * cos - up * sin], -1) @ _turn(match.azimuth)
    grid = grid.view(1, 1, edge, edge, edge)
    return F.grid_sample(grid, where[None, None, None], align_corners=False).view(-1)


def _lifted(alpha: Float[Tensor, "s s"], viewer: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    """How much places of the viewer's frame are inside the soft solid over an outline."""
    size = len(alpha)
    height = torch.from_numpy(np.sqrt(inflated((alpha > 0.5).numpy()))).float() * (2 * DISTANCE * TAN / size)
    where = torch.stack([viewer[:, 0], -viewer[:, 1]], -1) / (DISTANCE * TAN)
    reach = F.grid_sample(height[None, None], where[None, None], align_corners=False)[0, 0, 0]
    return ((reach - viewer[:, 2].abs()) * GRID / 2 + 0.5).clamp(0, 1) * (reach > 0)


def _cut(
    share: Float[Tensor, " n"],
    points: Float[Tensor, "n 3"],
    alpha: Float[Tensor, "s s"],
    camera: Float[Tensor, " 2"],
    rays: _Rays,
    alike: bool,
) -> Float[np.ndarray, "g g g"]:
    """The solid of places by their share of the likelihood: nothing outside of the outline, something on each ray
    inside of it. Where most of what a ray is expected to meet is likely, the likely places are it; elsewhere a slab of
    that length is, about its middle.
    """
    outline = _sampled(alpha[None], camera, points)[0]
    if alike:
        share = (share + _mirrored(share)) / 2
    share = _smooth(share.clamp(0, 1), outline) * (outline > IN_OUTLINE)
    towards = projected(camera, points)[2]
    likely = (SURE * (share - 0.5) + 0.5).clamp(0, 1)
    total, middle, sure = rays.sum(share), rays.sum(share * towards), rays.sum(likely)
    middle, half = middle / total.clamp(min=1e-6), (total * rays.step / 2).clamp(min=LEAST_HALF)
    slab = ((half - (towards - middle).abs()) * GRID / 2 + 0.5).clamp(0, 1)
    agreed = ((sure / total.clamp(min=1e-6) - AGREED[0]) / (AGREED[1] - AGREED[0])).clamp(0, 1)
    solid = torch.minimum(_smooth(agreed * likely + (1 - agreed) * slab, outline), outline)
    if alike:
        both = torch.minimum(solid, _mirrored(solid))
        # A thing that is not alike in halves after all would lose what one of them has.
        if rays.covered(both > 0.5) > (1 - MOST_LOST) * rays.covered(solid > 0.5):
            solid = both
    whole = _block(solid)
    pieces, count = ndimage.label(whole > 0.5)
    sizes = np.bincount(pieces.reshape(-1), minlength=count + 1)
    crumb = sizes < LEAST_PIECE * sizes[1:].max(initial=0)
    crumb[0] = False
    return np.where(ndimage.binary_dilation(crumb[pieces]), 0, whole).astype(np.float32)


def _mirrored(values: Float[Tensor, " n"]) -> Float[Tensor, " n"]:
    """Of the grid's cells, left for right."""
    return values.view(GRID, GRID, GRID).flip(0).reshape(-1)


class _Rays:
    """The rays of a coarse view through cells of the grid that lie inside an outline."""

    def __init__(self, points: Float[Tensor, "n 3"], camera: Float[Tensor, " 2"], inside: Bool[Tensor, " n"]) -> None:
        self.pixels = GRID * 2 // 3
        self._points, self._camera = points, camera
        across, up, _ = projected(camera, points)
        column, row = ((part + 1) / 2 * self.pixels for part in (across, -up))
        self._index = row.long().clamp(0, self.pixels - 1) * self.pixels + column.long().clamp(0, self.pixels - 1)
        self.step = (2 / GRID) ** 3 / (2 * DISTANCE * TAN / self.pixels) ** 2
        """Length of a ray for each cell of a pixel."""
        self._met = (self._summed(inside.float()) > 0).float()

    def sum(self, values: Float[Tensor, " n"]) -> Float[Tensor, " n"]:
        """Of each cell, the sum over its ray, a mean of the rays around it that meet the outline."""
        return self.mean(self._summed(values))

    def most(self, values: Float[Tensor, " n"]) -> Float[Tensor, "1 1 r r"]:
        """The greatest value on each ray."""
        most = torch.zeros(self.pixels**2).scatter_reduce(0, self._index, values, "amax")
        return most.view(1, 1, self.pixels, self.pixels)

    def mean(self, values: Float[Tensor, "1 1 r r"]) -> Float[Tensor, " n"]:
        """Of each cell, the mean of its ray and those around it, of what meets the outline."""
        total, met = (F.avg_pool2d(part, 3, 1, 1) for part in (values * (self._met > 0), self._met))
        return _sampled((total / met.clamp(min=1e-3))[0], self._camera, self._points)[0]

    def _summed(self, values: Float[Tensor, " n"]) -> Float[Tensor, "1 1 r r"]:
        total = torch.zeros(self.pixels**2).scatter_add(0, self._index, values)
        return total.view(1, 1, self.pixels, self.pixels)

    def covered(self, some: Bool[Tensor, " n"]) -> int:
        """How many rays some cells are on."""
        return len(torch.unique(self._index[some]))


def _block(values: Tensor) -> Array:
    """Values of the grid's cells as it lies."""
    out: Array = values.view(GRID, GRID, GRID).numpy()
    return out


def _smooth(values: Float[Tensor, " n"], outline: Float[Tensor, " n"]) -> Float[Tensor, " n"]:
    """Values smoothed among places inside the outline alone, whose border stays where it is."""
    inside = (outline > IN_OUTLINE).float()
    total, weight = (ndimage.gaussian_filter(_block(part), SMOOTHING) for part in (values * inside, inside))
    return torch.from_numpy(total / np.maximum(weight, 1e-3)).view(-1)


def _thickened(alpha: Float[Tensor, "s s"]) -> Float[Tensor, "s s"]:
    """An outline whose thinnest parts the grid does not step over."""
    solid = (alpha > 0.5).numpy()
    thin = ndimage.binary_dilation(solid & ~ndimage.binary_opening(solid, np.ones((3, 3))), np.ones((3, 3)))
    return torch.maximum(alpha, torch.from_numpy(thin).float())


def _colours(
    prior: EmbeddedPrior,
    match: Match,
    mesh: Mesh,
    normals: Float[np.ndarray, "v 3"],
    shown: Float[Tensor, "4 s s"],
    camera: Float[Tensor, " 2"],
    alike: bool,
) -> Float[np.ndarray, "v 3"]:
    """Display colours of vertices."""
    vertices = torch.from_numpy(mesh.vertices)
    palette = _spread(shown)
    mirror = torch.tensor([-1.0, 1.0, 1.0])
    seen = _is_seen(mesh, vertices, normals, camera)
    colours = _sampled(palette, camera, vertices).T.numpy().astype(np.float64)
    noun = _albedo(prior, match, vertices @ _turn(float(camera[0])).T)
    like = np.concatenate(
        [
            mesh.vertices * np.array([1.0, HEIGHT_WEIGHT, 1.0]),
            NORMAL_WEIGHT * normals,
            COLOUR_DISTANCE * noun.numpy(),
        ],
        1,
    )
    if alike:
        other = _is_seen(mesh, vertices * mirror, normals * mirror.numpy(), camera) & ~seen
        mirrored = _sampled(palette, camera, vertices * mirror).T.numpy()
        colours[other] = mirrored[other]
        seen = seen | other
    if not seen.any() or seen.all():
        return colours.clip(0, 1)
    tree = cKDTree(like[seen])
    apart, index = tree.query(like[~seen], k=min(NEIGHBOURS, int(seen.sum())))
    apart, index = apart.reshape(len(apart), -1), index.reshape(len(index), -1)
    weight = 1 / (apart**2 + 1e-3)
    colours[~seen] = (colours[seen][index] * weight[..., None]).sum(1) / weight.sum(1, keepdims=True)
    return colours.clip(0, 1)


def _is_seen(mesh: Mesh, points: Tensor, normals: Array, camera: Float[Tensor, " 2"]) -> Bool[np.ndarray, " v"]:
    """Which points, facing as normals say, are the first that a camera sees of a mesh."""
    azimuth, elevation = camera.tolist()
    faces, weights = next(iter(surface_layers(mesh, azimuth, elevation, SEEN_PIXELS, 1)))
    hit = faces >= 0
    places = np.einsum("nk,nki->ni", weights[hit], mesh.vertices[mesh.faces[faces[hit]]]).astype(np.float32)
    first = torch.full(faces.shape, 9.0)
    first[torch.from_numpy(hit)] = projected(camera, torch.from_numpy(places))[2]
    # A pixel's point may lie a pixel off.
    first = -F.max_pool2d(-first[None, None], 3, 1, 1)[0, 0]
    back = projected(camera, points)[2]
    there = _nearest_pixel(first, camera, points)
    towards = torch.tensor(
        [math.sin(azimuth) * math.cos(elevation), math.sin(elevation), math.cos(azimuth) * math.cos(elevation)]
    )
    facing = normals @ towards.numpy().astype(np.float64)
    return (back > there - SEEN_DEPTH).numpy() & (facing > SEEN_FACING)


def _nearest_pixel(layer: Float[Tensor, "s s"], camera: Tensor, points: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    across, up, _ = projected(camera, points)
    where = torch.stack([across, -up], -1)[None, None]
    return F.grid_sample(layer[None, None], where, mode="nearest", align_corners=False)[0, 0, 0]


def _spread(shown: Float[Tensor, "4 s s"]) -> Float[Tensor, "3 s s"]:
    """The colours of a premultiplied picture, carried past its outline."""
    alpha = shown[3].numpy()
    solid = ndimage.binary_erosion(alpha > 0.9)
    solid = np.where(ndimage.binary_dilation(solid, iterations=2) | (alpha <= 0.9), solid, True)
    solid = solid if solid.any() else alpha > 0.5
    nearest = ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    colour = (shown[:3] / shown[3:].clamp(min=1e-3)).clamp(0, 1)
    return colour[:, torch.from_numpy(nearest[0]), torch.from_numpy(nearest[1])]


def _albedo(prior: EmbeddedPrior, match: Match, viewer: Float[Tensor, "n 3"]) -> Float[Tensor, "n 3"]:
    """The known object's colours at places of the viewer's frame."""
    volume, vector = volume_of(prior, match)
    solid = torch.sigmoid(SHARPNESS * volume.opacity[0] + BIAS)[..., None]
    layers = torch.cat([solid, solid * volume.features[0]], -1).movedim(-1, 0)
    where = match.bent.source(viewer @ _turn(match.bent.azimuth))[None, None, None]
    found = F.grid_sample(layers[None], where, align_corners=False)[0, :, 0, 0].T
    features = found[:, 1:] / found[:, :1].clamp(min=1e-3)
    turn = prior.net.object.turn(vector[None]).view(FEATURES + 1, FEATURES)
    turned = features + features @ turn[:-1] + turn[-1]
    albedo: Tensor = (turned @ prior.net.object.albedo.weight.T).clamp(0, 1)
    return albedo


def _seen(
    model: Model,
    vertices: Float[Tensor, "v 3"],
    picture: UInt8[np.ndarray, "h w 4"],
    camera: Float[Tensor, " 2"],
) -> TrueViews:
    """The picture as a view of the object, whose vertices had these places where the picture was `placed`."""
    fine = 4 * PIXELS
    now = (vertices - torch.from_numpy(model.centre).float()) * model.scale
    before, after = (torch.stack(projected(camera, places)[:2], 1) for places in (vertices, now))
    # The one scale and shift of the picture that bring what it shows there, in the least squares.
    apart, moved = before - before.mean(0), after - after.mean(0)
    zoom = (apart * moved).sum() / apart.square().sum()
    shift = after.mean(0) - zoom * before.mean(0)
    axis = (torch.arange(fine) + 0.5) / fine * 2 - 1
    across, down = torch.meshgrid(axis, axis, indexing="xy")
    where = torch.stack([(across - shift[0]) / zoom, (down + shift[1]) / zoom], -1)
    large = F.grid_sample(placed(picture, fine)[None], where[None], align_corners=False)
    shown = F.avg_pool2d(large, 4)[0]

    made = look_at_model(model, camera[None].numpy().astype(np.float64), PIXELS, 2)
    alpha, depth = shown[3:], made.depth[0]
    normals = made.surface[0, 1:4] / made.surface[0, :1].clamp(min=0.05) * alpha
    hidden = ~depth.isfinite()
    if hidden.any() and not hidden.all():
        nearest = ndimage.distance_transform_edt(hidden.numpy(), return_distances=False, return_indices=True)
        depth = depth[torch.from_numpy(nearest[0]), torch.from_numpy(nearest[1])]
    near = ((shown[:3] / alpha.clamp(min=0.05)) - made.colour[:, None, None]).norm(dim=0) < PAINT_DISTANCE
    return TrueViews(
        surface=torch.cat([alpha, normals, shown[:3]])[None],
        paint=(near * alpha[0])[None],
        depth=torch.where(alpha[0] > 0.5, depth, math.inf)[None],
        cameras=camera[None],
        colour=made.colour,
        paint_share=made.paint_share,
    )

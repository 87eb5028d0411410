"""The object of one picture as a mesh: the likeliest shape that it may have, cut to its outline, coloured.

One picture leaves the depth of things open. Known objects that look like it from some side, and the outline lifted into
a soft solid, each have a likelihood; the known object is taken whose outlines from the sides that the picture does not
show may be expected to share most with the object's (the decision of least expected loss, where intersection over union
is what counts). A smooth shift of what the picture's camera sees brings its outline to the picture's. What then lies
outside is cut off; rays that it misses get a piece as long, and where, as all together have one there. What the picture
shows has its colours; its mirror image has them too where halves are alike; other places have those of what the picture
shows that is nearest to them, faces alike and has the same colour in the known object.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
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
from bozzetto.jobs.teach.lift import inflated
from bozzetto.jobs.teach.mesh_views import PIXELS, RADIUS, Model, as_model, look_at_model
from bozzetto.jobs.teach.nearest import Match, placed, volume_of
from bozzetto.jobs.teach.pose import halves_alike, outlines, projected, turn
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import PAINT_DISTANCE
from bozzetto.sds.volume_fit import TrueViews
from bozzetto.sds.volume_kernels import ABSENT, BIAS, DISTANCE, FEATURES, SHARPNESS, TAN

GRID = 72
"""Points along an edge of the guess."""
WARP_PIXELS, WARP_LATTICE, WARP_STEPS, WARP_RATE = 64, 9, 60, 0.02
"""Of the shift of a view that brings a known object's outline to the picture's."""
WARP_SCALES, WARP_STRAIN = (1, 5, 11), 0.4
"""Pixels over which the outlines are compared, and what the shift's change between neighbours costs beside that."""
RIM = 5
"""Pixels of SEEN_PIXELS across, of the window that the picture's outline is eroded by: within its rim the known object
is grown by a cell to reach it, and what it misses there is not filled."""
LIKELY = 0.03
"""Difference of scores by which one match is e times as likely as another."""
LIFTED_SHARE, LIFTED_BESIDE_NAMED = 0.2, 0.05
"""Of the likelihood, that of the lifted outline, beside all known objects; the same where it is said which noun the
object is like."""
LEAST_GAIN = 0.05
"""Of a choice, from which the known object is taken: below it the outline lifted is as good a guess, and has the
picture's own view unchanged."""
CHOICE_GRID, CHOICE_PIXELS = 40, 32
"""Points along an edge of the shapes that are compared, and pixels of their outlines."""
CHOICE_AZIMUTHS = tuple(math.radians(angle) for angle in (30, -30, 60, -60, 90, 180))
"""From where they are compared, beside the picture's camera."""
LEAST_HALF = 3 / GRID
"""Half of the least length of a ray inside the object, three cells: thinner parts would break."""
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


@dataclass(frozen=True, eq=False)
class Guess:
    """An object, and from where the picture sees it."""

    model: Model
    azimuth: float
    elevation: float
    seen: TrueViews
    """The picture as a view."""
    match: Match
    """The known object that it is taken from."""


@dataclass(frozen=True)
class Choice:
    """The known object that agrees best with all that the picture's may be."""

    match: Match
    gain: float
    """By how much more it may be expected to share with the known objects that look like the picture, in intersection
    over union of outlines from the sides that are not seen, than the outline lifted."""


@torch.no_grad()
def chosen(
    prior: EmbeddedPrior,
    matches: Sequence[Match],
    picture: UInt8[np.ndarray, "h w 4"],
    lifted_share: float = LIFTED_SHARE,
) -> Choice:
    """The known object whose outlines may be expected to share most with the picture's object.

    Args:
        matches: of `search`, at least one. picture: with alpha.
        lifted_share: of the likelihood, that of the lifted outline.
    """
    outline, likely = _thickened(placed(picture, SEEN_PIXELS)[3]), _likely(matches)
    elevation = float(likely @ torch.tensor([match.elevation for match in matches]))
    viewer = _centres(CHOICE_GRID)
    inside = (_sampled(outline[None], torch.tensor([0.0, elevation]), viewer)[0] > 0.5).float()
    shapes = [*(_roughly_inside(prior, match, viewer) for match in matches), _lifted(outline, viewer)]
    seen = torch.stack([_from_around(shape * inside > 0.5, viewer, elevation) for shape in shapes]).float()
    both = torch.einsum("avp,bvp->abv", seen, seen)
    either = seen.sum(-1)[:, None] + seen.sum(-1)[None] - both
    shared = (both / either.clamp(min=1)).mean(-1)
    expected = shared[:, :-1] @ likely
    best = int(((1 - lifted_share) * expected + lifted_share * shared[:, -1])[:-1].argmax())
    return Choice(matches[best], float(expected[best] - expected[-1]))


def _likely(matches: Sequence[Match]) -> Float[Tensor, " m"]:
    """How likely each of them is the object, of all of them."""
    return torch.softmax(torch.tensor([match.score for match in matches]) / LIKELY, 0)


@torch.no_grad()
def guessed(
    prior: EmbeddedPrior,
    matches: Sequence[Match],
    match: Match,
    picture: UInt8[np.ndarray, "h w 4"],
    lifted_share: float = LIFTED_SHARE,
) -> Guess:
    """The object that a picture shows, taken from a known one.

    Args:
        matches: of `search`. match: that of `chosen`.
        picture: with alpha. lifted_share: of the likelihood, that of the lifted outline.
    Returns:
        a mesh whose front faces +Z.
    """
    shown = placed(picture, SEEN_PIXELS)
    outline, likely = _thickened(shown[3]), _likely(matches) * (1 - lifted_share)
    azimuth, elevation = match.azimuth, match.elevation
    camera = torch.tensor([azimuth, elevation])
    points = _centres(GRID)
    viewer = points @ turn(azimuth).T
    rays = _Rays(points, camera, _sampled(outline[None], camera, points)[0] > IN_OUTLINE)
    inside = _lifted(outline, viewer)
    share, met = lifted_share * inside, lifted_share * rays.most(inside)
    for weight, one in zip(likely.tolist(), matches, strict=True):
        inside = _roughly_inside(prior, one, viewer)
        share, met = share + weight * inside, met + weight * rays.most(inside)
    # The picture says which rays meet the object: those that one misses say nothing of it.
    share = share / rays.mean(met).clamp(min=lifted_share / 2)
    alike = halves_alike(volume_of(prior, match)[0].opacity[0])
    others = _slab(share, points, _sampled(outline[None], camera, points)[0], camera, rays)
    warp = _warp(rays.most(_inside(prior, match, viewer)), outline)
    known = _inside(prior, match, _warped(viewer, warp, elevation))
    solid = _without_crumbs(_amended(known, others, points, outline, camera, rays))
    surface = extract_surface(DensityGrid(solid, 0), 0.5)
    vertices, faces = surface.vertices.astype(np.float64), surface.faces
    normals = vertex_normals(surface.vertices, faces).astype(np.float64)
    colours = _colours(prior, match, surface, normals, shown, camera, alike)
    surface_part = Part(
        vertices=vertices,
        faces=faces.astype(np.int64),
        colors=np.concatenate([colours, np.ones((len(colours), 1))], 1),
        colors_are_linear=False,
        normals=normals,
    )
    model = as_model(Scene((surface_part,), (), "glb"), Path("picture"))
    seen = _seen(model, torch.from_numpy(surface.vertices), picture, camera)
    return Guess(model, azimuth, elevation, seen, match)


def _from_around(solid: Bool[Tensor, " n"], viewer: Float[Tensor, "n 3"], elevation: float) -> Bool[Tensor, "v pp"]:
    """Outlines of a shape from CHOICE_AZIMUTHS, as large as it would be taught."""
    azimuths = torch.tensor(CHOICE_AZIMUTHS)
    cameras = torch.stack([azimuths, torch.full_like(azimuths, elevation)], 1)
    points = viewer[solid]
    if not len(points):
        return torch.zeros(len(cameras), CHOICE_PIXELS**2, dtype=torch.bool)
    points = points - (points.amin(0) + points.amax(0)) / 2
    points = points * (RADIUS / points.norm(dim=1).max().clamp(min=1e-3))
    across, up, _ = projected(cameras, points.expand(len(cameras), -1, -1))
    whole = outlines(across, up, CHOICE_PIXELS).float().view(-1, 1, CHOICE_PIXELS, CHOICE_PIXELS)
    # Points may lie more than a pixel apart.
    closed = -F.max_pool2d(-F.max_pool2d(whole, 3, 1, 1), 3, 1, 1)
    return closed.flatten(1) > 0.5


def _centres(edge: int) -> Float[Tensor, "cells 3"]:
    """Of the cells of a grid over [-1, 1], indexed x, y, z."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    return torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).view(-1, 3)


def _sampled(layers: Float[Tensor, "c s s"], camera: Tensor, points: Float[Tensor, "n 3"]) -> Float[Tensor, "c n"]:
    """What a view has where points are."""
    across, up, _ = projected(camera, points)
    where = torch.stack([across, -up], -1)[None, None]
    return F.grid_sample(layers[None], where, align_corners=False)[0, :, 0]


def _inside(prior: EmbeddedPrior, match: Match, viewer: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    """How much places of the viewer's frame are inside a known object."""
    opacity = volume_of(prior, match)[0].opacity[0]
    where = match.pose.source(viewer)[None, None, None]
    value = F.grid_sample((opacity - ABSENT)[None, None], where, align_corners=False) + ABSENT
    return torch.sigmoid(SHARPNESS * value + BIAS).view(-1)


def _roughly_inside(prior: EmbeddedPrior, match: Match, viewer: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    """The same by which voxels are solid, without its features being read."""
    edge, entry = prior.config.volume, prior.vocabulary.known[match.noun]
    voxels = prior.net.object.inside[entry.source.solid(entry.number, match.instance)]
    grid = torch.zeros(edge**3).index_fill(0, voxels, 1.0).view(1, 1, edge, edge, edge)
    return F.grid_sample(grid, match.pose.source(viewer)[None, None, None], align_corners=False).view(-1)


def _lifted(alpha: Float[Tensor, "s s"], viewer: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    """How much places of the viewer's frame are inside the soft solid over an outline."""
    size = len(alpha)
    height = torch.from_numpy(np.sqrt(inflated((alpha > 0.5).numpy()))).float() * (2 * DISTANCE * TAN / size)
    where = torch.stack([viewer[:, 0], -viewer[:, 1]], -1) / (DISTANCE * TAN)
    reach = F.grid_sample(height[None, None], where[None, None], align_corners=False)[0, 0, 0]
    return ((reach - viewer[:, 2].abs()) * GRID / 2 + 0.5).clamp(0, 1) * (reach > 0)


def _slab(
    share: Float[Tensor, " n"],
    points: Float[Tensor, "n 3"],
    outline: Float[Tensor, " n"],
    camera: Float[Tensor, " 2"],
    rays: _Rays,
) -> Float[Tensor, " n"]:
    """On each ray a piece as long as may be expected, where its middle may be expected, by the places' share of the
    likelihood.
    """
    share = _smooth(share.clamp(0, 1), outline) * (outline > IN_OUTLINE)
    towards = projected(camera, points)[2]
    total, middle = rays.sum(share), rays.sum(share * towards)
    middle, half = middle / total.clamp(min=1e-6), (total * rays.step / 2).clamp(min=LEAST_HALF)
    return _smooth(((half - (towards - middle).abs()) * GRID / 2 + 0.5).clamp(0, 1), outline)


def _warp(shown: Float[Tensor, "1 1 r r"], outline: Float[Tensor, "s s"]) -> Float[Tensor, "1 2 l l"]:
    """A smooth shift of a view, on a lattice over it, that brings an outline it shows to that of the picture."""
    size = (WARP_PIXELS, WARP_PIXELS)
    mine, wanted = F.interpolate(shown, size, mode="bilinear"), F.interpolate(outline[None, None], size, mode="area")
    axis = (torch.arange(WARP_PIXELS) + 0.5) / WARP_PIXELS * 2 - 1
    across, down = torch.meshgrid(axis, axis, indexing="xy")
    places = torch.stack([across, down], -1)[None]
    with torch.enable_grad():
        shifts = torch.zeros(1, 2, WARP_LATTICE, WARP_LATTICE, requires_grad=True)
        optimiser = torch.optim.Adam([shifts], lr=WARP_RATE)
        for step in range(WARP_STEPS):
            optimiser.param_groups[0]["lr"] = WARP_RATE * max(0.1, 1 - step / WARP_STEPS)
            moved = places + F.grid_sample(shifts, places, align_corners=True).permute(0, 2, 3, 1)
            now = F.grid_sample(mine, moved, align_corners=False)
            strain = [(shifts.diff(dim=dim) * (WARP_LATTICE - 1) / 2).square().mean() for dim in (2, 3)]
            loss = WARP_STRAIN * torch.stack(strain).sum()
            for scale in WARP_SCALES:
                one, other = (F.avg_pool2d(part, scale, 1, scale // 2) for part in (now, wanted))
                loss = loss + (one - other).square().mean() / wanted.mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return shifts.detach()


def _warped(viewer: Float[Tensor, "n 3"], warp: Float[Tensor, "1 2 l l"], elevation: float) -> Float[Tensor, "n 3"]:
    """Where points of the viewer's frame come from, by a warp of what a camera at an elevation sees."""
    camera = torch.tensor([0.0, elevation])
    across, up, back = projected(camera, viewer)
    right, down = F.grid_sample(warp, torch.stack([across, -up], -1)[None, None], align_corners=True)[0, :, 0]
    spread = (DISTANCE - back) * TAN
    upward = viewer.new_tensor([0.0, math.cos(elevation), -math.sin(elevation)])
    moved: Tensor = viewer - (down * spread)[:, None] * upward
    moved[:, 0] += right * spread
    return moved


def _amended(
    known: Float[Tensor, " n"],
    others: Float[Tensor, " n"],
    points: Float[Tensor, "n 3"],
    alpha: Float[Tensor, "s s"],
    camera: Float[Tensor, " 2"],
    rays: _Rays,
) -> Float[Tensor, " n"]:
    """A known object cut to the outline, grown to its rim, with what others have where the outline has clearly more."""
    deep = torch.from_numpy(ndimage.grey_erosion(alpha.numpy(), RIM))
    within, inner = (_sampled(part[None], camera, points)[0] for part in (alpha, deep))
    grown = F.max_pool3d(known.view(1, 1, GRID, GRID, GRID), 3, 1, 1).view(-1)
    kept = torch.minimum(torch.where(inner < 0.5, grown, known), within)
    return torch.maximum(kept, torch.minimum(others, inner) * ~rays.met(kept))


def _without_crumbs(solid: Float[Tensor, " n"]) -> Float[np.ndarray, "g g g"]:
    """A solid as it lies, without its smallest pieces."""
    whole = _block(solid)
    pieces, count = ndimage.label(whole > 0.5)
    sizes = np.bincount(pieces.reshape(-1), minlength=count + 1)
    crumb = sizes < LEAST_PIECE * sizes[1:].max(initial=0)
    crumb[0] = False
    return np.where(ndimage.binary_dilation(crumb[pieces]), 0, whole).astype(np.float32)


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

    def met(self, values: Float[Tensor, " n"]) -> Bool[Tensor, " n"]:
        """Of each cell, whether its ray meets something more solid than not."""
        return _sampled(self.most(values)[0], self._camera, self._points)[0] > 0.5

    def _summed(self, values: Float[Tensor, " n"]) -> Float[Tensor, "1 1 r r"]:
        total = torch.zeros(self.pixels**2).scatter_add(0, self._index, values)
        return total.view(1, 1, self.pixels, self.pixels)


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
    noun = _albedo(prior, match, vertices @ turn(float(camera[0])).T)
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
    where = match.pose.source(viewer)[None, None, None]
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

"""Fits a new noun's volume to views of its object, with the embedded prior's network frozen.

The network follows the volume (``bozzetto.sds.volume``): a noun that it was never trained on is one more volume, and a
word vector beside it. The volume begins as the views say: opacity from their depths (a truncated signed distance,
Curless and Levoy 1996), features from the linear heads that read normals and albedo off them, solved for all colour
words at once. Then the views' surfaces are fitted through the compositing kernel, re-tinted ones among them, and at
last, for a short while, images through the network itself, as in its training.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int, UInt8
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.schedule import add_noise, sigma
from bozzetto.sds.tint import COLOURS, TINT_SHARE, luminance_of, mean_luminance, painted
from bozzetto.sds.unet import UNet, view_features
from bozzetto.sds.volume import Volume, composite, composite_cpu, inside
from bozzetto.sds.volume_kernels import ABSENT, DISTANCE, FEATURES, TAN
from bozzetto.sds.volume_table import MAX_VALUE

TINT_WEIGHT = 0.2
"""Of what a colour word makes of an object, beside it plain, where features are solved for."""
THIN = 0.25
"""The value of an opacity that voxels of parts thinner than one begin with."""


@dataclass(frozen=True)
class TrueViews:
    """Renders of one object by the prior's camera."""

    surface: Float[Tensor, "n 7 s s"]
    """Opacity, then normals in world axes and display albedo, both times opacity."""
    paint: Float[Tensor, "n s s"]
    """How much of each pixel has the object's main colour, at most its opacity."""
    depth: Float[Tensor, "n s s"]
    """Distance along the camera's axis to the nearest surface that is more than half opaque; infinite without."""
    cameras: Float[Tensor, "n 2"]
    """Azimuth and elevation, radians."""
    colour: Float[Tensor, " 3"]
    """The main colour, display."""
    paint_share: float
    """Of the visible surface that has it."""
    material: Int[Tensor, "n s s"] | None = None
    """Which material the nearest surface has, -1 where there is none; None where nobody says."""

    @property
    def can_be_tinted(self) -> bool:
        """Whether enough of it has one colour for a colour word to mean something."""
        return self.paint_share >= TINT_SHARE

    def tinted(self, which: Tensor, colours: Float[Tensor, "b 3"]) -> Float[Tensor, "b 7 s s"]:
        """Surfaces of some views [B], re-tinted to display colours [B, 3] where those are no NaN."""
        surface, paint = self.surface[which].clone(), self.paint[which][..., None]
        alpha = surface[:, :1].movedim(1, -1)
        albedo = surface[:, 4:].movedim(1, -1) / alpha.clamp(min=1e-6)
        luminance = luminance_of(albedo)
        mean = mean_luminance(luminance, paint, (1, 2))
        share = paint / alpha.clamp(min=1e-6)
        new = share * painted(luminance, mean, colours.nan_to_num()[:, None, None]) + (1 - share) * albedo
        keep = colours.isnan().any(1)[:, None, None, None]
        surface[:, 4:] = (torch.where(keep, albedo, new) * alpha).movedim(-1, 1)
        return surface


@dataclass(frozen=True)
class FitConfig:
    """How a volume is fitted."""

    steps: int = 200
    """On the surfaces alone."""
    batch: int = 4
    """Whole views a step."""
    rate: float = 0.05
    """Adam's learning rate of the volume; it falls to a twentieth."""
    image_steps: int = 30
    """Through the network, after those."""
    image_batch: int = 16
    image_rate: float = 0.02
    vector_rate: float = 3e-3
    """Of the word vector, in those."""
    tinted: float = 0.2
    """Share of re-tinted views, where an object can be."""
    surface: float = 0.2
    """Weight of the surface beside the image, in steps through the network, as in training."""
    least_sigma: float = 0.35
    zoomed: float = 0.6
    seed: int = 0


@dataclass(frozen=True)
class Fitted:
    """A noun as it was learnt."""

    row: Float[Tensor, " values"]
    """As ``bozzetto.sds.volume.place`` takes it."""
    vector: Float[Tensor, " e"]
    surface_error: float
    """Mean squared error of the surface over the last tenth of the steps."""


def camera_rows(
    cameras: Float[Tensor, "n 2"], zoom: Tensor | None = None, center: Tensor | None = None
) -> Float[Tensor, "n 7"]:
    """Cameras as ``bozzetto.sds.volume.composite`` takes them."""
    n = len(cameras)
    sin, cos = cameras.sin(), cameras.cos()
    zoom = torch.ones(n) if zoom is None else zoom
    center = torch.zeros(n, 2) if center is None else center
    return torch.cat([torch.stack([sin[:, 0], cos[:, 0], sin[:, 1], cos[:, 1], zoom], 1), center], 1).float()


def _axes(cameras: Float[Tensor, "n 2"]) -> Float[Tensor, "n 3 3"]:
    """Right, up and back of cameras."""
    (sin_a, sin_e), (cos_a, cos_e) = cameras.sin().unbind(1), cameras.cos().unbind(1)
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], 1)
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)
    return torch.stack([right, up, back], 1)


def _centres(edge: int) -> Float[Tensor, "cells 3"]:
    """Of the voxels of a grid, in its order."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    return torch.stack([x, y, z], -1).view(-1, 3)


def carved(views: TrueViews, edge: int) -> Float[Tensor, " cells"]:
    """How far in front of the surface each voxel is seen [N^3], in voxels, the most of all views; 2 where it is seen to
    be free, negative behind every view's surface.
    """
    points, size = _centres(edge), views.depth.shape[-1]
    voxel = 2 / edge
    most = torch.full((len(points),), -4.0)
    for k, axes in enumerate(_axes(views.cameras)):
        x, y, z = (points @ axes.T).unbind(1)
        along = DISTANCE - z
        column = ((x / (along * TAN) + 1) / 2 * size).floor().long()
        row = ((1 - y / (along * TAN)) / 2 * size).floor().long()
        inside = (column >= 0) & (column < size) & (row >= 0) & (row < size)
        at = row.clamp(0, size - 1) * size + column.clamp(0, size - 1)
        depth, alpha = views.depth[k].view(-1)[at], views.surface[k, 0].view(-1)[at]
        front = torch.where(alpha < 0.1, torch.full_like(depth, 2 * voxel), depth - along)
        front = torch.where(inside, front, torch.full_like(front, -4 * voxel))
        most = torch.maximum(most, (front / voxel).clamp(-4, 2).nan_to_num(2.0))
    return most


def _seen_points(views: TrueViews) -> tuple[Bool[Tensor, "n s s"], Float[Tensor, "p 3"]]:
    """Which pixels show a surface, and where its points are."""
    size = views.depth.shape[-1]
    solid = (views.surface[:, 0] > 0.5) & views.depth.isfinite()
    which, row, column = solid.nonzero(as_tuple=True)
    depth = views.depth[solid]
    x = ((column + 0.5) / size * 2 - 1) * depth * TAN
    y = (1 - (row + 0.5) / size * 2) * depth * TAN
    local = torch.stack([x, y, DISTANCE - depth], 1)
    return solid, torch.einsum("ni,nij->nj", local, _axes(views.cameras)[which])


def _nearest_known(known: Bool[Tensor, " cells"], edge: int) -> Int[Tensor, " cells"]:
    """Of each voxel of a grid, the nearest that is known."""
    nearest = ndimage.distance_transform_edt(
        ~known.view(edge, edge, edge).numpy(), return_distances=False, return_indices=True
    )
    return torch.from_numpy((nearest[0] * edge + nearest[1]) * edge + nearest[2]).view(-1).long()


def material_of_voxels(views: TrueViews, edge: int) -> UInt8[np.ndarray, " voxels"] | None:
    """Of each voxel inside, the material that most of the nearest seen surface has; None where nobody says."""
    if views.material is None:
        return None
    solid, points = _seen_points(views)
    stuff = views.material[solid].long()
    cell = ((points + 1) / 2 * edge).floor().long().clamp(0, edge - 1)
    index = (cell[:, 2] * edge + cell[:, 1]) * edge + cell[:, 0]
    count = int(stuff.max()) + 1
    votes = torch.bincount((index * count + stuff)[stuff >= 0], minlength=edge**3 * count).view(edge**3, count)
    where = _nearest_known(votes.sum(1) > 0, edge)
    most: NDArray[np.uint8] = votes.argmax(1)[where][inside(edge)].numpy().astype(np.uint8)
    return most


def splatted(views: TrueViews, edge: int) -> tuple[Float[Tensor, "cells 7"], Tensor]:
    """Normals, albedo and paint [N^3, 7] of the surfaces nearest to the voxels, and which voxels [N^3] hold some."""
    solid, points = _seen_points(views)
    alpha = views.surface[:, 0][solid]
    values = torch.cat([views.surface[:, 1:].movedim(1, -1)[solid], views.paint[solid][:, None]], 1) / alpha[:, None]
    total, weight = torch.zeros(edge**3, 7), torch.zeros(edge**3)
    where = ((points + 1) / 2 * edge - 0.5).clamp(0, edge - 1.001)
    low = where.floor()
    part = where - low
    for corner in range(8):
        offset = torch.tensor([corner & 1, corner >> 1 & 1, corner >> 2])
        cell = low.long() + offset
        w = torch.where(offset == 1, part, 1 - part).prod(1)
        index = (cell[:, 2] * edge + cell[:, 1]) * edge + cell[:, 0]
        total.index_add_(0, index, values * w[:, None])
        weight.index_add_(0, index, w)
    known = weight > 0.05
    if not known.any():
        raise ValueError("the views show nothing")
    total = total / weight.clamp(min=1e-6)[:, None]
    index = _nearest_known(known, edge)
    return total[index], known


class Colours:
    """Affine maps of the features by the texts of one noun, plain and with each colour word."""

    def __init__(self, net: UNet, text: Float[Tensor, " e"], colours: Float[Tensor, "c e"], tintable: bool) -> None:
        self.tintable = tintable
        self.texts = torch.cat([text[None], text + colours]) if tintable else text[None]
        with torch.no_grad():
            self.turns = net.object.turn(self.texts).view(-1, FEATURES + 1, FEATURES)
        self.heads = torch.cat([net.object.normal.weight, net.object.albedo.weight]).detach()
        self.palette = torch.cat([torch.full((1, 3), math.nan), torch.tensor(list(COLOURS.values()))])


@torch.no_grad()
def fitting_word(
    net: UNet,
    words: Float[Tensor, "w e"],
    colour_words: Float[Tensor, "c e"],
    views: TrueViews,
    samples: int = 128,
) -> int:
    """Which of some word vectors an object's colours are best said with.

    A word turns the features before normals and albedo are read off them, another way with each colour word. Features
    of a voxel are eight numbers, so that not every object has some that are right with all of them. This is the word
    with the least error over places of the views.

    Args:
        net: the network. words: of known nouns. colour_words: the vectors of COLOURS, in their order.
        views: of the object. samples: places of it.
    """
    tinted = colour_words if views.can_be_tinted else colour_words[:0]
    texts = torch.cat([words[:, None], words[:, None] + tinted], 1)
    turns = net.object.turn(texts.flatten(0, 1)).view(*texts.shape[:2], FEATURES + 1, FEATURES)
    heads = torch.cat([net.object.normal.weight, net.object.albedo.weight])
    alpha, surface = views.surface[:, 0], views.surface.movedim(1, -1)
    where = (alpha > 0.9).nonzero()
    if not len(where):
        return 0
    chosen = where[torch.randperm(len(where), generator=torch.Generator().manual_seed(0))[:samples]].unbind(1)
    values, paint = surface[chosen] / alpha[chosen][:, None], (views.paint[chosen] / alpha[chosen])[:, None]
    normals, albedo = values[:, 1:4], values[:, 4:]
    luminance = luminance_of(albedo)
    mean = mean_luminance(luminance, paint, (0,))
    colours = torch.tensor(list(COLOURS.values()))[: len(tinted)]
    targets = [albedo, *(paint * painted(luminance, mean, colour) + (1 - paint) * albedo for colour in colours)]
    wanted = torch.stack([torch.cat([normals, target], 1) for target in targets], 1)
    share = torch.tensor([1.0, *[TINT_WEIGHT] * len(tinted)])[:, None]
    maps = (torch.eye(FEATURES) + turns[:, :, :-1]) @ heads.T * share[..., None]
    left = (wanted - (turns[:, :, -1] @ heads.T)[:, None]) * share
    whole, left = maps.transpose(1, 2).flatten(2), left.flatten(2)
    ridge = 1e-3 * torch.eye(FEATURES)
    features = left @ whole.mT @ torch.linalg.inv(whole @ whole.mT + ridge)
    return int((features @ whole - left).square().mean((1, 2)).argmin())


def begun(views: TrueViews, edge: int, colours: Colours) -> Volume:
    """The volume that the views say, before anything is fitted."""
    front = carved(views, edge)
    opacity = torch.where(front >= 2, ABSENT, (0.75 - 1.5 * front).clamp(-1.3, 2.0))
    values, seen = splatted(views, edge)
    opacity = torch.where((front >= 2) & _near(front < 2, edge, 2), torch.tensor(-1.3), opacity)
    # What is thinner than a voxel covers no voxel's centre: every view sees past it, and where nothing is opaque there
    # is no gradient either.
    opacity = torch.where(seen & ~_near(front < 0.5, edge, 2), opacity.clamp(min=THIN), opacity)
    normals, albedo, paint = values[:, :3], values[:, 3:6], values[:, 6:]
    luminance = luminance_of(albedo)
    mean = mean_luminance(luminance, paint, (0,))
    targets, maps = [], []
    for k in range(len(colours.texts)):
        seen = albedo
        if k:
            seen = paint * painted(luminance, mean, colours.palette[k]) + (1 - paint) * albedo
        turn = colours.turns[k]
        maps.append((torch.eye(FEATURES) + turn[:-1]) @ colours.heads.T)
        share = 1.0 if k == 0 else TINT_WEIGHT
        targets.append((torch.cat([normals, seen], 1) - turn[-1] @ colours.heads.T) * share)
        maps[-1] = maps[-1] * share
    whole, wanted = torch.cat(maps, 1), torch.cat(targets, 1)
    ridge = 1e-3 * torch.eye(FEATURES)
    features = wanted @ whole.T @ torch.linalg.inv(whole @ whole.T + ridge)
    features = features * (opacity > ABSENT)[:, None]
    shape = (1, edge, edge, edge)
    return Volume(opacity.view(shape), features.view(*shape, FEATURES))


def _near(some: Bool[Tensor, " cells"], edge: int, voxels: int) -> Bool[Tensor, " cells"]:
    """Which voxels of a grid lie at most so many steps from some of them."""
    return torch.from_numpy(ndimage.binary_dilation(some.view(edge, edge, edge).numpy(), iterations=voxels)).view(-1)


def fit_volume(
    net: UNet,
    text: Float[Tensor, " e"],
    colour_words: Float[Tensor, "c e"],
    views: TrueViews,
    config: FitConfig = FitConfig(),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Fitted:
    """Fits a noun.

    Args:
        net: the network, frozen.
        text: the word vector [E] that it begins with, that of a known noun that is like it.
        colour_words: the vectors [C, E] of COLOURS, in their order.
        views: of the object.
        config: how. progress: called with (steps done, steps).
    """
    edge = net.config.volume
    generator = torch.Generator().manual_seed(config.seed)
    voxels = net.object.inside
    colours = Colours(net, text, colour_words, views.can_be_tinted)
    volume = begun(views, edge, colours)
    mask = torch.zeros(edge**3, dtype=torch.bool)
    mask[voxels] = True
    opacity = volume.opacity.clone().masked_fill_(~mask.view(1, edge, edge, edge), ABSENT).requires_grad_()
    features = volume.features.clone().requires_grad_()
    render = composite_cpu if opacity.device.type == "cpu" else composite
    optimiser = torch.optim.Adam([opacity, features], lr=config.rate, betas=(0.9, 0.99), eps=1e-10, fused=True)
    total, size = config.steps + config.image_steps, views.depth.shape[-1]
    errors = []
    for step in range(config.steps):
        rate = config.rate * max(0.05, 1 - step / config.steps)
        for group in optimiser.param_groups:
            group["lr"] = rate
        which = torch.randint(len(views.cameras), (config.batch,), generator=generator)
        said = _drawn(colours, config.batch, config.tinted, generator)
        target = views.tinted(which, colours.palette[said])
        of = torch.zeros(config.batch, dtype=torch.long)
        maps = render(Volume(opacity, features), camera_rows(views.cameras[which]), size, of)
        loss = surface_error(maps, colours, said, target)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            opacity.clamp_(ABSENT, MAX_VALUE)
            opacity.view(-1)[~mask] = ABSENT
        errors.append(float(loss.detach()))
        progress(step + 1, total)
    vector = text.clone().requires_grad_(config.vector_rate > 0)
    if config.image_steps:
        leaves = [opacity, features]
        optimiser = torch.optim.Adam(leaves, lr=config.image_rate, betas=(0.9, 0.99), eps=1e-10, fused=True)
        if config.vector_rate:
            optimiser.add_param_group({"params": [vector], "lr": config.vector_rate})
        rates = [group["lr"] for group in optimiser.param_groups]
    for step in range(config.image_steps):
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * max(0.05, 1 - step / config.image_steps)
        loss = _image_loss(net, Volume(opacity, features), vector, colour_words, views, colours, config, generator)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            opacity.clamp_(ABSENT, MAX_VALUE)
            opacity.view(-1)[~mask] = ABSENT
        progress(config.steps + step + 1, total)
    row = torch.cat([opacity.detach().view(-1)[voxels], features.detach().view(-1, FEATURES)[voxels].flatten()])
    error = float(np.mean(errors[-max(1, len(errors) // 10) :])) if errors else math.nan
    return Fitted(row, vector.detach(), error)


def _image_loss(
    net: UNet,
    volume: Volume,
    vector: Tensor,
    colour_words: Tensor,
    views: TrueViews,
    colours: Colours,
    config: FitConfig,
    generator: torch.Generator,
) -> Tensor:
    """The loss of training, of images of one text: whole views, and crops at twice the scale."""
    batch, size = config.image_batch, views.depth.shape[-1]
    said = int(_drawn(colours, 1, config.tinted, generator))
    which = torch.randint(len(views.cameras), (batch,), generator=generator)
    surface = views.tinted(which, colours.palette[said].expand(batch, 3))
    zoomed = torch.rand(batch, generator=generator) < config.zoomed
    half, resolution = size // 2, net.config.resolution
    corner = (torch.rand(batch, 2, generator=generator) * (half + 1)).long()
    corner[~zoomed] = 0
    whole = F.interpolate(surface, size=resolution, mode="area")
    crops = [
        F.interpolate(surface[k : k + 1, :, y : y + half, x : x + half], size=resolution, mode="area")
        if zoomed[k]
        else whole[k : k + 1]
        for k, (y, x) in enumerate(corner.tolist())
    ]
    target = torch.cat(crops)
    x = ((corner[:, 1] + half / 2) / size * 2 - 1) * zoomed
    y = (1 - (corner[:, 0] + half / 2) / size * 2) * zoomed
    background = torch.rand(batch, 3, generator=generator)
    background = torch.where(torch.rand(batch, 1, generator=generator) < 0.2, torch.ones(()), background)
    seen = Views(
        azimuth=views.cameras[which, 0],
        elevation=views.cameras[which, 1],
        light=torch.tensor([[0.0, 0.0, 1.0]]).expand(batch, 3),
        ambient=torch.ones(batch),
        background=background,
        zoom=torch.where(zoomed, 2.0, 1.0),
        center=torch.stack([x, y], 1),
    )
    x0 = (target[:, 4:] + (1 - target[:, :1]) * background[:, :, None, None]) * 2 - 1
    t = torch.rand(batch, generator=generator)
    t = torch.where(torch.rand(batch, generator=generator) < 0.5, 0.75 + 0.25 * t, t).clamp(0.002, 0.995)
    noisy = add_noise(x0, torch.randn(x0.shape, generator=generator), t)
    text = vector if said == 0 else vector + colour_words[said - 1]
    turn = net.object.turn(text[None]).view(-1, FEATURES + 1, FEATURES)
    words, of = torch.zeros(batch, net.config.vocabulary), torch.zeros(batch, dtype=torch.long)
    turned = Volume(volume.opacity, volume.features, turn)
    prediction, shown = net.predict(noisy, t, words, view_features(seen), turned, of, text.expand(batch, -1))
    image: Tensor = ((prediction - x0).square().mean((1, 2, 3)) / sigma(t).clamp(min=config.least_sigma) ** 2).mean()
    return image + config.surface * (shown - target).square().sum(1).mean()


def surface_error(maps: Tensor, colours: Colours, said: Tensor, target: Tensor) -> Tensor:
    """Squared error of maps [B, S, S, 1 + FEATURES] of texts ``said`` [B] beside surfaces [B, 7, S, S]."""
    whole = maps.flatten(1, 2)
    turned = whole[..., 1:] + whole.roll(-1, -1) @ colours.turns[said]
    shown = torch.cat([whole[..., :1], turned @ colours.heads.T], -1)
    return (shown - target.flatten(2).transpose(1, 2)).square().sum(-1).mean()


def _drawn(colours: Colours, count: int, tinted: float, generator: torch.Generator) -> Tensor:
    """Texts: 0 is the plain one."""
    if not colours.tintable:
        return torch.zeros(count, dtype=torch.long)
    chosen = torch.randint(1, len(colours.texts), (count,), generator=generator)
    return torch.where(torch.rand(count, generator=generator) < tinted, chosen, 0)

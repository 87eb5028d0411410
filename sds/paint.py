"""A volume of the embedded prior and the words that colour it: which part they paint, how bright it is there, and how
any colour is painted into it with the network frozen.

Colour words turn a volume's features by affine maps, and albedo is linear in the features. What differs between two
colour words is paint; a mixture of the turned features, with weights of its own at each voxel, has the same mixture of
their albedos, so that any field of colours within the palette's hull can be painted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float
from torch import Tensor

from bozzetto.sds.tint import PAINT_DISTANCE
from bozzetto.sds.volume import Volume, along_normals
from bozzetto.sds.volume_kernels import BIAS, FEATURES, SHARPNESS

PALETTE = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "gray")
"""Colour words whose turns are mixed."""
PROBES = ("red", "green", "blue", "white", "black")
"""Colour words between which paint shows."""
FULL_QUANTILE = 0.9
"""Of the spread between the probes: what paint that covers all of a place has."""
LOW, HIGH = 0.2, 0.45
"""Shares of the full spread at which paint begins and is whole."""
RIDGE = 0.02
"""Of the weights of the mixture, beside squared errors of a display colour: faint voxels are not stretched."""
FULL = 0.25
"""Distance between a voxel's albedos by two colour words from which all of it is paint, display units."""
SOFT = 0.06
"""Half width of the border between what is near the main colour and what is not, display units: a voxel blurs it."""
SOLID = -1.0
"""Value of an opacity above which a voxel is painted; fainter ones hardly show."""


@dataclass(frozen=True, eq=False)
class Paint:
    """What words paint of an object, at P places."""

    share: Float[Tensor, " p"]
    """[P] in [0, 1], how much of each place is paint."""
    tone: Float[Tensor, " p"]
    """[P] luminance of the place beside that of all paint."""
    looks: tuple[str, ...] = ()
    """Of the object, as they were said."""
    scale: float = 1.0
    """The object's own point q is the scene's scale * q + offset."""
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    part: str = ""
    """The part of the object that has these looks; empty where all of it has."""
    beside: Float[Tensor, "p 4"] | None = None
    """[P, 4] display colour of what is no paint, where it meets paint, times how sure that is, and how sure, in [0, 1]:
    a volume blurs the two over a voxel."""


def paint_of(
    volume: Volume,
    turns: Float[Tensor, "k channels features"],
    albedo: Float[Tensor, "3 features"],
    points: Float[Tensor, "p 3"],
    normals: Float[Tensor, "p 3"],
) -> Paint:
    """Which part of an object colour words change, seen from just outside of its surface.

    Args:
        volume: one, before its turn.
        turns: of the words PROBES beside the object's own.
        albedo: the linear head that gives albedo.
        points, normals: of the surface, in the object's own space.
    """
    maps = along_normals(volume._replace(turn=None), points, normals)
    whole = torch.cat([maps[:, 1:], maps[:, :1]], 1)
    colours = (maps[:, None, 1:] + torch.einsum("pc,kcf->pkf", whole, turns)) @ albedo.T
    colours = (colours / maps[:, None, :1].clamp(min=0.05)).clamp(0, 1)
    # Between the probes' most distant two; a place in shade of its own has the less of it.
    spread = torch.cdist(colours, colours).amax((1, 2))
    full = spread.quantile(FULL_QUANTILE) if len(spread) <= 1 << 20 else spread[:: len(spread) >> 19].quantile(0.9)
    t = ((spread / full.clamp(min=1e-3) - LOW) / (HIGH - LOW)).clamp(0, 1)
    share = t * t * (3 - 2 * t)
    luminance = (colours.mean(1) * colours.new_tensor([0.30, 0.59, 0.11])).sum(-1)
    mean = (luminance * share).sum() / share.sum().clamp(min=1e-3)
    return Paint(share, luminance / mean.clamp(min=0.02))


def own_colours(
    volume: Volume, albedo: Float[Tensor, "3 features"], points: Float[Tensor, "p 3"], normals: Float[Tensor, "p 3"]
) -> Float[Tensor, "p 3"]:
    """Display colours of a volume's surface, seen from just outside of it.

    Args:
        volume: one, with the turn of its own words.
        albedo: the linear head that gives albedo.
        points, normals: of the surface, in the object's own space.
    """
    maps = along_normals(volume._replace(turn=None), points, normals)
    features = maps[:, 1:]
    if volume.turn is not None:
        features = features + torch.cat([features, maps[:, :1]], 1) @ volume.turn[0]
    return (features @ albedo.T / maps[:, :1].clamp(min=0.05)).clamp(0, 1)


def near_main(colours: Float[Tensor, "p 3"], main: Float[Tensor, " 3"]) -> Float[Tensor, " p"]:
    """How much of places of some colours is of an object's main one, as re-tinting takes it (``sds.tint``), [P]."""
    far = (colours - main.to(colours)).norm(dim=1)
    t: Tensor = ((PAINT_DISTANCE + SOFT - far) / (2 * SOFT)).clamp(0, 1)
    return t * t * (3 - 2 * t)


def painted_volume(
    volume: Volume,
    turns: Float[Tensor, "k channels features"],
    albedo: Float[Tensor, "3 features"],
    colour_fn: Callable[[Tensor, Tensor], Tensor | None],
    plain: Volume | None = None,
    main: Float[Tensor, " 3"] | None = None,
    cover: Float[Tensor, " cells"] | None = None,
) -> Volume:
    """A volume in whose paint a field of colours shows.

    Args:
        volume: one, with the turn of its own words.
        turns: of the words PALETTE beside the object's own.
        albedo: the linear head that gives albedo.
        colour_fn: positions [N, 3] and unit outward normals [N, 3] -> display colours [N, 3] in [0, 1].
        plain: the volume as it is without such words, which what is no paint keeps; None is the volume itself.
        main: the object's main colour: what is of another is no paint; None where it is not known.
        cover: [N^3] in [0, 1], how much of each voxel is paint, in place of `main`; None where it is not known.

    Returns:
        The same opacity and turned features, without a turn; the volume itself where there are no colours.
    """
    solid = solid_voxels(volume)
    points, normals = _surface(volume, solid)
    features = volume.features.reshape(-1, FEATURES)[solid]
    whole = torch.cat([features, torch.ones_like(features[:, :1])], 1)
    target = colour_fn(points, normals)
    if target is None:
        return volume
    target = target.to(features)
    turned = features[:, None] + torch.einsum("pc,kcf->pkf", whole, turns)
    volume = volume if plain is None else plain
    own = volume.features.reshape(-1, FEATURES)[solid]
    if volume.turn is not None:
        own = own + torch.cat([own, torch.ones_like(own[:, :1])], 1) @ volume.turn[0]
    # The weights nearest to even ones: ridge least squares, of which the mixture needs no more than the moments.
    middle = turned.mean(1)
    apart = turned - middle[:, None]
    differ = apart @ albedo.T
    moments = torch.einsum("pkc,pkd->pcd", differ, differ) + RIDGE * torch.eye(3, device=features.device)
    wanted = torch.linalg.solve(moments, (target - middle @ albedo.T)[..., None])[..., 0]
    mixed = middle + torch.einsum("pkf,pkc,pc->pf", apart, differ, wanted)
    # Where no word changes anything there is no paint, and the object stays as its own words have it.
    share = (torch.cdist(differ, differ).amax((1, 2)) / FULL).clamp(0, 1)[:, None]
    if cover is not None:
        share = share * cover[solid, None].to(share)
    elif main is not None:
        share = share * near_main((own @ albedo.T).clamp(0, 1), main)[:, None]
    mixed = own + share * (mixed - own)
    out = volume.features.reshape(-1, FEATURES).clone()
    if volume.turn is not None:
        out = out + torch.cat([out, torch.ones_like(out[:, :1])], 1) @ volume.turn[0]
    out[solid] = mixed
    return Volume(volume.opacity, out.view_as(volume.features), None)


def painted_part(
    volume: Volume,
    normal: Float[Tensor, "3 features"],
    albedo: Float[Tensor, "3 features"],
    part: Float[Tensor, " cells"],
    colour_fn: Callable[[Tensor, Tensor], Tensor | None],
) -> Volume:
    """A volume one of whose parts has other colours, whether words paint it or not.

    The features change as little as gives those colours and leaves normals as they are, by the heads that read both.

    Args:
        volume: one, with the turn of its own words.
        normal, albedo: the linear heads.
        part: [N^3] in [0, 1], where the part is.
        colour_fn: as for ``painted_volume``.

    Returns:
        The same opacity and turned features, without a turn; the volume itself where there are no colours.
    """
    solid = solid_voxels(volume) & (part > 0)
    points, normals = _surface(volume, solid)
    target = colour_fn(points, normals) if bool(solid.any()) else None
    if target is None:
        return volume
    features = volume.features.reshape(-1, FEATURES)
    turned = features.clone()
    if volume.turn is not None:
        turned = turned + torch.cat([turned, torch.ones_like(turned[:, :1])], 1) @ volume.turn[0]
    change = target.to(turned) - turned[solid] @ albedo.T
    heads = torch.cat([normal, albedo])
    wanted = torch.cat([torch.zeros_like(change), change], 1)
    least = torch.linalg.solve(heads @ heads.T + 1e-4 * torch.eye(6, device=heads.device), wanted.T).T @ heads
    turned[solid] += part[solid, None].to(turned) * least
    return Volume(volume.opacity, turned.view_as(volume.features), None)


def toned_over(tone: Float[Tensor, " p"], share: Float[Tensor, " p"]) -> Float[Tensor, " p"]:
    """Luminances beside their mean over what a share covers, [P]."""
    mean = (tone * share).sum() / share.sum().clamp(min=1e-3)
    return tone / mean.clamp(min=0.02)


def voxel_colours(volume: Volume, albedo: Float[Tensor, "3 features"]) -> Float[Tensor, "cells 3"]:
    """Display colours of the solid voxels of one volume, as they are seen from outside, [N^3, 3]; 0 of others."""
    solid = solid_voxels(volume)
    colours = volume.features.new_zeros(len(solid), 3)
    colours[solid] = own_colours(volume, albedo, *_surface(volume, solid))
    return colours


def solid_voxels(volume: Volume) -> Bool[Tensor, " cells"]:
    """Which voxels of one volume are painted, [N^3]: hidden ones have no features, and nobody sees them."""
    return (volume.opacity[0] > SOLID).flatten() & volume.features[0].any(-1).flatten()


def share_at(part: Float[Tensor, " cells"], points: Float[Tensor, "p 3"]) -> Float[Tensor, " p"]:
    """How much of each place is of a part whose voxels are [N^3]: its border lies half way between voxels."""
    edge = round(len(part) ** (1 / 3))
    grid = part.view(1, 1, edge, edge, edge)
    values = F.grid_sample(grid, points[None, :, None, None], align_corners=False, padding_mode="border")[0, 0, :, 0, 0]
    t = ((values - 0.35) / 0.3).clamp(0, 1)
    return t * t * (3 - 2 * t)


def _surface(volume: Volume, which: Tensor) -> tuple[Float[Tensor, "p 3"], Float[Tensor, "p 3"]]:
    """Middles of some voxels [N^3], and the outward normals of the opacity there."""
    edge = volume.opacity.shape[1]
    axis = (torch.arange(edge, device=volume.opacity.device) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    points = torch.stack([x, y, z], -1).reshape(-1, 3)[which]
    slope = torch.stack(torch.gradient(torch.sigmoid(SHARPNESS * volume.opacity[0] + BIAS)), -1).flip(-1)
    return points, -F.normalize(slope.reshape(-1, 3)[which], dim=-1)

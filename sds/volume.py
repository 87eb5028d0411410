"""The object in three dimensions inside the embedded prior's network: a coarse volume that the words draw, and how it
looks from a camera.

A network that only knows "azimuth 135 degrees" has to learn for every object what turning it does to its image. Here
each noun has a volume of opacity and features over [-1, 1]^3 (``bozzetto.sds.volume_table``), and the view's own rays
composite it (emission and absorption, Max 1995), so turning is geometry and need not be learnt, and all views of a
prompt come from one object (HoloGAN, Nguyen-Phuoc et al. 2019, arXiv 1904.01326; EG3D, Chan et al. 2022, arXiv
2112.07945).

All words together, the colour among them, then turn the features: one affine map for the whole volume. A re-tinted
object is such a map of the object (what is painted, and how bright it is there, being features of it), so that a colour
learnt on one object is a colour on the next.

The volume is also supervised directly: opacity, surface normals and albedo of the training views
(``VolumeLayout.surface``). That trains it several times faster an image than through the network alone, and the normals
are worth having: where a wall has one colour its pictures do not say that it is flat, and its normals do.

``composite`` is the definition, in torch, on any device. ``composite_cpu`` is the same, compiled, with the same
gradient. Neither differentiates with respect to the camera.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor, nn

from bozzetto.sds.volume_kernels import (
    ABSENT,
    BIAS,
    BOUND,
    DISTANCE,
    FEATURES,
    SHARPNESS,
    TAN,
    Composite,
    Place,
    near_maps,
    render_maps,
)

EMPTY_LOGIT = SHARPNESS * ABSENT + BIAS
"""What the sigmoid is given where a volume has no voxel."""
NEAR, NEAR_SAMPLES = 0.15, 16
"""``along_normals`` begins this far outside of a point, ends as far inside, and takes so many samples."""
TURN = 128
"""Hidden width of the network that turns the features."""


class Volume(NamedTuple):
    """What words draw."""

    opacity: Tensor
    """[V, N, N, N] indexed z, y, x; see SHARPNESS."""
    features: Tensor
    """[V, N, N, N, FEATURES]."""
    turn: Tensor | None = None
    """[V, FEATURES + 1, FEATURES]: what all words together change, f + f A + b, A first and then b. It is one map of a
    whole volume, so what is composited is turned, not the voxels.
    """


def _turned(
    maps: Float[Tensor, "b *pixels c"], turn: Float[Tensor, "b c channels"] | None
) -> Float[Tensor, "b *pixels c"]:
    """Composited maps [B, ..., 1 + FEATURES] by the turns of their volumes [B, FEATURES + 1, FEATURES]."""
    if turn is None:
        return maps
    shape, maps = maps.shape, maps.flatten(1, -2)
    return torch.cat([maps[..., :1], maps[..., 1:] + maps.roll(-1, -1) @ turn], -1).view(shape)


def inside(edge: int) -> Int[Tensor, " voxels"]:
    """The voxels of a grid, as int64 indices into its N^3, whose centres lie within half a voxel of BOUND."""
    squares = ((torch.arange(edge) + 0.5) / edge * 2 - 1).square()
    apart = (squares[:, None, None] + squares[:, None] + squares).sqrt()
    return torch.nonzero(apart.flatten() < BOUND + 1 / edge)[:, 0]


def composite(
    volume: Volume, camera: Float[Tensor, "b 7"], resolution: int, of: Int[Tensor, " b"] | None = None
) -> Float[Tensor, "b {resolution} {resolution} c"]:
    """Looks at volumes from cameras.

    Samples lie at the depths of the opacity's voxel centres along the viewing axis; those beyond BOUND are empty.

    Args:
        volume: V volumes.
        camera: [B, 7] sine and cosine of the azimuth, of the elevation, zoom, centre of the crop; the prior's camera.
        resolution: R, pixels along an edge of the maps.
        of: int64 [B], the volume that each camera looks at, in [0, V); None where V is B and each has its own.
    Returns:
        [B, R, R, 1 + FEATURES], rows from the top: opacity in [0, 1], then the composited features.
    """
    opacity, features, turn = volume if of is None else picked(volume, of)
    sin_a, cos_a, sin_e, cos_e, zoom = camera[:, :5].unbind(1)
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], 1)
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)

    def steps(count: int) -> Tensor:
        return (torch.arange(count, device=opacity.device) + 0.5) / count * 2 - 1

    depth, pixel = steps(opacity.shape[1]), steps(resolution)
    spread = (DISTANCE + depth) * TAN
    x = (camera[:, 5:6] + pixel / zoom[:, None])[:, None, None, :, None] * spread[:, None, None, None]
    y = (camera[:, 6:7] - pixel / zoom[:, None])[:, None, :, None, None] * spread[:, None, None, None]
    z = -depth[:, None, None, None]
    right, up, back = (axis[:, None, None, None] for axis in (right, up, back))
    points = x * right + y * up + z * back
    within = points.square().sum(-1, keepdim=True) < BOUND**2
    alpha = torch.sigmoid(SHARPNESS * _at(opacity[..., None], points) + BIAS) * within
    return _turned(_light(alpha, _at(features, points), 1), turn)


def picked(volume: Volume, which: Tensor | slice) -> Volume:
    """Some of the volumes, in the order of ``which``."""
    turn = None if volume.turn is None else volume.turn[which]
    return Volume(volume.opacity[which], volume.features[which], turn)


def _at(grid: Tensor, points: Tensor, beyond: str = "border") -> Tensor:
    """Trilinear values [B, ..., C] of grids [B, N, N, N, C] at points [B, I, J, K, 3]."""
    grid = grid.permute(0, 4, 1, 2, 3)
    return F.grid_sample(grid, points, align_corners=False, padding_mode=beyond).movedim(1, -1)


def _light(alpha: Tensor, features: Tensor, along: int) -> Tensor:
    """Opacity and features composited along a dimension, front to back, from the samples' [..., 1] and [..., C]."""
    after = (1 - alpha).cumprod(along)
    before = torch.cat(
        [torch.ones_like(after.narrow(along, 0, 1)), after.narrow(along, 0, after.shape[along] - 1)], along
    )
    weight = before * alpha
    return torch.cat([weight.sum(along), (weight * features).sum(along)], -1)


def along_normals(
    volume: Volume, points: Float[Tensor, "p 3"], directions: Float[Tensor, "p 3"]
) -> Float[Tensor, "p c"]:
    """Looks at one volume from just outside of surface points, against their normals.

    Args:
        volume: opacity [1, N, N, N] and features [1, N, N, N, FEATURES].
        points: [P, 3] in [-1, 1]. directions: [P, 3] unit, outwards.
    Returns:
        [P, 1 + FEATURES]: opacity in [0, 1], then the composited features, as ``composite`` has them.
    """
    opacity, features = volume.opacity, volume.features
    if opacity.device.type == "cpu" and not (
        torch.is_grad_enabled() and (opacity.requires_grad or features.requires_grad)
    ):
        seen = near_maps(opacity, features, points.detach(), directions.detach(), NEAR, NEAR_SAMPLES)
        return _turned(seen[None, :, None], volume.turn)[0, :, 0]
    return _turned(_along(volume, points, directions), volume.turn)[0, :, 0]


def _along(volume: Volume, points: Float[Tensor, "p 3"], directions: Float[Tensor, "p 3"]) -> Float[Tensor, "1 p 1 c"]:
    """What ``along_normals`` composites, before the turn; the definition."""
    steps = (0.5 - (torch.arange(NEAR_SAMPLES, device=points.device) + 0.5) / NEAR_SAMPLES) * 2 * NEAR
    where = (points[:, None] + steps[:, None] * directions[:, None])[None, :, :, None]
    # An opacity holds for a step of one of its voxels; these are shorter.
    share = NEAR / NEAR_SAMPLES * volume.opacity.shape[1]
    alpha = 1 - (1 - torch.sigmoid(SHARPNESS * _at(volume.opacity[..., None], where) + BIAS)) ** share
    return _light(alpha, _at(volume.features, where), 2)


def at_points(volume: Volume, points: Float[Tensor, "p 3"]) -> tuple[Float[Tensor, " p"], Float[Tensor, "p channels"]]:
    """Density [P] per world unit and features [P, FEATURES] of one volume at points [P, 3]; nothing beyond BOUND."""
    where = points[None, :, None, None]
    # An opacity alpha over a step of one voxel is a density of -log(1 - alpha) / voxel; alpha is a sigmoid.
    densities = F.softplus(SHARPNESS * _at(volume.opacity[..., None], where)[0, :, 0, 0, 0] + BIAS)
    densities = densities * (volume.opacity.shape[1] / 2) * (points.square().sum(-1) < BOUND**2)
    features = _at(volume.features, where)[0, :, 0, 0]
    whole = torch.cat([torch.ones_like(features[:, :1]), features], 1)
    return densities, _turned(whole[None], volume.turn)[0, :, 1:]


def arranged(parts: Sequence[tuple[Volume, float, Sequence[float]]], edge: int) -> Volume:
    """One volume of ``edge`` voxels an edge in which several stand: where two do, the more opaque has the place.

    Args:
        parts: volumes [1, N, N, N], a scale s and an offset o each: a part's point q is the whole's s q + o.
    """
    axis = (torch.arange(edge, device=parts[0][0].opacity.device) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    points = torch.stack([x, y, z], -1)
    solid = points.new_full((1, edge, edge, edge), ABSENT)
    merged = points.new_zeros(1, edge, edge, edge, FEATURES)
    for volume, scale, offset in parts:
        own = ((points - points.new_tensor(list(offset))) / scale)[None]
        # A part that is half as large is twice as dense; an opacity is that of a step of one voxel.
        step = volume.opacity.shape[1] / (edge * scale)
        values = _at((volume.opacity - ABSENT)[..., None], own, "zeros")[..., 0]
        depth = F.softplus(SHARPNESS * values + EMPTY_LOGIT) * step
        value = ((depth + torch.log(-torch.expm1(-depth)) - BIAS) / SHARPNESS).clamp(min=ABSENT)
        features = _at(volume.features, own, "zeros")
        if volume.turn is not None:
            features = features + features @ volume.turn[:, None, None, :-1] + volume.turn[:, None, None, -1:]
        more = value > solid
        solid = torch.where(more, value, solid)
        merged = torch.where(more[..., None], features, merged)
    return Volume(solid, merged)


def stacked(volumes: Sequence[Volume]) -> Volume:
    """Volumes [1, ...] as one batch, with the edge of the finest."""
    edge = max(volume.opacity.shape[1] for volume in volumes)
    done = [volume.turn is None and volume.opacity.shape[1] == edge for volume in volumes]
    if any(done) or len({volume.opacity.shape[1] for volume in volumes}) > 1:
        middle = (0.0, 0.0, 0.0)
        volumes = [
            v if as_it_is else arranged([(v, 1.0, middle)], edge) for v, as_it_is in zip(volumes, done, strict=True)
        ]
    turns = [volume.turn for volume in volumes if volume.turn is not None]
    return Volume(
        torch.cat([volume.opacity for volume in volumes]),
        torch.cat([volume.features for volume in volumes]),
        torch.cat(turns) if turns else None,
    )


def place(
    rows: Float[Tensor, "v values"], where: Int[Tensor, " voxels"], edge: int
) -> tuple[Float[Tensor, "v cells"], Float[Tensor, "v cells channels"]]:
    """Opacity [V, N^3] and features [V, N^3, FEATURES] of rows [V, voxels * (1 + FEATURES)], the opacities of the
    voxels ``where`` first; the other voxels are empty.
    """
    # Where nothing is learnt this is done once for a prompt, and a kernel would only have to be compiled.
    if rows.requires_grad and rows.device.type == "cpu" and rows.dtype == torch.float32:
        placed: tuple[Tensor, Tensor] = Place.apply(rows, where, edge)  # type: ignore[no-untyped-call]
        return placed
    count, kept = len(rows), len(where)
    opacity, features = torch.split(rows, [kept, FEATURES * kept], 1)
    return (
        rows.new_full((count, edge**3), ABSENT).index_copy(1, where, opacity),
        rows.new_zeros(count, edge**3, FEATURES).index_copy(1, where, features.reshape(count, kept, FEATURES)),
    )


def composite_cpu(
    volume: Volume, camera: Float[Tensor, "b 7"], resolution: int, of: Int[Tensor, " b"] | None = None
) -> Float[Tensor, "b {resolution} {resolution} c"]:
    """``composite``, compiled; deterministic for any number of threads. float32 on the CPU."""
    opacity, features, camera = volume.opacity.contiguous(), volume.features.contiguous(), camera.detach().contiguous()
    which = torch.arange(len(opacity)) if of is None else of.to("cpu", torch.int64).contiguous()
    turn = volume.turn if of is None or volume.turn is None else volume.turn[which]
    if torch.is_grad_enabled() and (opacity.requires_grad or features.requires_grad):
        light: Tensor = Composite.apply(opacity, features, camera, resolution, which)  # type: ignore[no-untyped-call]
        return _turned(light, turn)
    return _turned(render_maps(opacity, features, camera, resolution, which), turn)


class VolumeLayout(nn.Module):
    """Maps [B, 1 + FEATURES + 3, R, R] of what the words mean in 3D, from the view: opacity, features, and the
    background where it shows through.

    Args:
        embedding: E, width of the words' vectors.
        edge: N, voxels along an edge.
        resolution: R.
    """

    channels = 1 + FEATURES + 3
    inside: Tensor

    def __init__(self, embedding: int, edge: int, resolution: int) -> None:
        super().__init__()
        self.edge, self.resolution = edge, resolution
        self.register_buffer("inside", inside(edge), persistent=False)
        self.turn = nn.Sequential(
            nn.LayerNorm(embedding),
            nn.Linear(embedding, TURN),
            nn.SiLU(),
            nn.Linear(TURN, (FEATURES + 1) * FEATURES),
        )
        for parameter in self.turn[-1].parameters():
            nn.init.zeros_(parameter)
        self.normal = nn.Linear(FEATURES, 3, bias=False)
        self.albedo = nn.Linear(FEATURES, 3, bias=False)

    def draw(self, rows: Float[Tensor, "v values"], text: Float[Tensor, "v e"]) -> Volume:
        """The volumes of texts [V, E], whose nouns' rows of the table are [V, voxels inside * (1 + FEATURES)]: the
        opacities, then the features.
        """
        count, n = len(text), self.edge
        with torch.autocast(text.device.type, enabled=False):
            turn = self.turn(text.float()).view(count, FEATURES + 1, FEATURES)
        opacity, features = place(rows, self.inside, n)
        return Volume(opacity.view(count, n, n, n), features.view(count, n, n, n, FEATURES), turn)

    def forward(
        self,
        volume: Volume,
        camera: Float[Tensor, "b 7"],
        background: Float[Tensor, "b 3"],
        of: Int[Tensor, " b"] | None = None,
    ) -> Float[Tensor, "b c r r"]:
        """Args: camera [B, 7] and of [B], see ``composite``; background [B, 3]."""
        render = composite_cpu if volume.opacity.device.type == "cpu" else composite
        maps = render(volume, camera.float(), self.resolution, of).permute(0, 3, 1, 2)
        return torch.cat([maps, (1 - maps[:, :1]) * background[:, :, None, None]], 1)

    def surface(self, maps: Float[Tensor, "b c r r"]) -> Float[Tensor, "b 7 r r"]:
        """What the volume itself says of the view, [B, 7, R, R], from what ``forward`` gave: opacity, then surface
        normals in world axes and albedo in [0, 1], both times opacity.
        """
        heads = torch.cat([self.normal.weight, self.albedo.weight])
        return torch.cat([maps[:, :1], torch.einsum("oc,bchw->bohw", heads, maps[:, 1 : 1 + FEATURES])], 1)

"""A known object scaled along its own axes and turned until its outline, from one side, is that of a picture.

Objects of one kind differ above all by how wide, tall and deep they are. Scales and camera are found by the
cross-entropy method (Rubinstein 1999): some are drawn, the next are drawn about the best of them, and so on. A zoom and
a shift of the picture bring the outlines' boxes together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from bozzetto.sds.volume_kernels import BIAS, DISTANCE, SHARPNESS, TAN

PIXELS = 32
"""Of the outlines that are compared."""
ROUNDS, DRAWN, KEPT = 4, 24, 6
SCALE_SPREAD = (0.25, 0.3)
"""Of the logarithms of how much wider and how much deeper it is than tall, as they are drawn at first."""
TURN_SPREAD, TILT_SPREAD = math.radians(8), math.radians(6)
MOST_SCALE = 0.9
LOWEST, HIGHEST = math.radians(-5), math.radians(50)
ELEVATION = math.radians(12)
"""Of a camera, where nothing else is known."""
UNEVEN_COST, TURN_COST, TILT_COST = 0.12, 0.6, 0.6
"""Of axes scaled unlike each other (squared logarithms), of turning the camera about the object, and of a camera that
is not at ELEVATION (squared radians), beside the outlines' intersection over union."""
ALIKE = 0.85
"""Intersection over union of an object and its mirror image from which its halves are alike."""


@dataclass(frozen=True)
class Pose:
    """How a known object is scaled, and from where it then has the picture's outline."""

    scale: Float[Tensor, " 3"]
    """Logarithms, along its axes."""
    azimuth: float
    elevation: float
    zoom: float
    """Of all axes, after that."""
    shift: tuple[float, float]
    """Of the picture, to the right and up; it reaches from -1 to 1."""
    iou: float
    """Of its outline and the picture's."""
    score: float
    """The same less what scales, turns and tilts cost."""

    def source(self, viewer: Float[Tensor, "*n 3"]) -> Float[Tensor, "*n 3"]:
        """Where points come from: from the frame of a viewer who stands at +Z, to the object's own."""
        right, up = (part * DISTANCE * TAN for part in self.shift)
        sin, cos = math.sin(self.elevation), math.cos(self.elevation)
        moved = (viewer - viewer.new_tensor([right, up * cos, -up * sin])) / self.zoom
        return (moved @ turn(self.azimuth)) / self.scale.exp()


def turn(azimuth: float) -> Float[Tensor, "3 3"]:
    """Turns rows of points from the frame of a viewer at an azimuth, who stands at +Z there, to the object's."""
    sin, cos = math.sin(azimuth), math.cos(azimuth)
    return torch.tensor([[cos, 0.0, -sin], [0.0, 1.0, 0.0], [sin, 0.0, cos]])


def halves_alike(opacity: Float[Tensor, "n n n"]) -> bool:
    """Whether an object, indexed z, y, x, is its own mirror image, left for right."""
    solid = opacity > -BIAS / SHARPNESS
    mirrored = solid.flip(2)
    return float((solid & mirrored).sum()) > ALIKE * float((solid | mirrored).sum())


def projected(camera: Float[Tensor, "*b 2"], points: Float[Tensor, "*b n 3"]) -> tuple[Tensor, Tensor, Tensor]:
    """Where the prior's cameras (azimuth and elevation, radians) see points: to the right and up, in [-1, 1] within the
    picture, and how far towards them they lie; each [..., n].
    """
    (sin_a, sin_e), (cos_a, cos_e) = (part[..., None].unbind(-2) for part in (camera.sin(), camera.cos()))
    x, y, z = points.unbind(-1)
    right, forward = x * cos_a - z * sin_a, x * sin_a + z * cos_a
    up, back = y * cos_e - forward * sin_e, y * sin_e + forward * cos_e
    spread = (DISTANCE - back) * TAN
    return right / spread, up / spread, back


def outlines(across: Float[Tensor, "b n"], up: Float[Tensor, "b n"], pixels: int) -> Bool[Tensor, "b pp"]:
    """Which pixels of views some points are in, row by row."""
    column, row = (((part + 1) / 2 * pixels).long().clamp(0, pixels - 1) for part in (across, -up))
    where = row * pixels + column
    empty = torch.zeros(len(where), pixels**2, dtype=torch.bool)
    return empty.scatter_(1, where, torch.ones_like(where, dtype=torch.bool))


def box_of(outline: Bool[Tensor, "s s"]) -> tuple[Float[Tensor, " 2"], Float[Tensor, " 2"]]:
    """The low and the high corner, right and up in [-1, 1], of what a picture's object covers."""
    size = len(outline)
    rows, columns = (outline.any(dim).nonzero()[:, 0] for dim in (1, 0))
    low = torch.stack([columns.min(), size - 1 - rows.max()]).float()
    high = torch.stack([columns.max() + 1, size - rows.min()]).float()
    return low / size * 2 - 1, high / size * 2 - 1


def posed(
    points: Float[Tensor, "n 3"],
    wanted: Bool[Tensor, " pp"],
    box: tuple[Float[Tensor, " 2"], Float[Tensor, " 2"]],
    azimuth: float,
    margin: float,
    seed: int = 0,
) -> Pose:
    """Scales and turns an object.

    Args:
        points: of its surface, as dense as the pixels of the outline.
        wanted: the picture's outline, PIXELS x PIXELS, row by row. box: what it covers, of `box_of`.
        azimuth: from where it is seen at first, radians.
        margin: by which the object is larger than its points, on each side.
        seed: of what is drawn.
    """
    generator = torch.Generator().manual_seed(seed)
    mean = torch.tensor([0.0, 0.0, azimuth, ELEVATION])
    spread = torch.tensor([*SCALE_SPREAD, TURN_SPREAD, TILT_SPREAD])
    low, high = box
    area = wanted.sum()
    best: Pose | None = None
    for _ in range(ROUNDS):
        drawn = mean + spread * torch.randn(DRAWN, 4, generator=generator)
        drawn[0] = mean
        wide, deep = drawn[:, :2].clamp(-MOST_SCALE, MOST_SCALE).unbind(1)
        scale = torch.stack([wide, torch.zeros(DRAWN), deep], 1)
        cameras = torch.stack([drawn[:, 2], drawn[:, 3].clamp(LOWEST, HIGHEST)], 1)
        across, up, _ = projected(cameras, points * scale.exp()[:, None])
        lowest, highest = (torch.stack([f(across, 1), f(up, 1)], 1) for f in (torch.amin, torch.amax))
        extent = (highest - lowest + 2 * margin).clamp(min=1e-3)
        zoom = (((high - low).log().sum() - extent.log().sum(1)) / 2).exp()
        shift = (low + high) / 2 - (lowest + highest) / 2 * zoom[:, None]
        shown = outlines(across * zoom[:, None] + shift[:, :1], up * zoom[:, None] + shift[:, 1:], PIXELS)
        both = (shown & wanted).sum(1)
        iou = both / (shown.sum(1) + area - both)
        uneven = (scale - scale.mean(1, keepdim=True)).square().sum(1)
        turned, tilted = cameras[:, 0] - azimuth, cameras[:, 1] - ELEVATION
        score = iou - UNEVEN_COST * uneven - TURN_COST * turned.square() - TILT_COST * tilted.square()
        top = score.topk(KEPT).indices
        k = int(top[0])
        if best is None or float(score[k]) > best.score:
            (at, above), (right, upward) = cameras[k].tolist(), shift[k].tolist()
            best = Pose(scale[k], at, above, float(zoom[k]), (right, upward), float(iou[k]), float(score[k]))
        mean, spread = drawn[top].mean(0), (spread * 0.3 + drawn[top].std(0) * 0.5)
    assert best is not None
    return best

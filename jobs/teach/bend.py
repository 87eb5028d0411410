"""A known volume bent until its outline, from one side, is that of a picture.

Where a point of the bent object comes from is said by a scale for each axis, a shift and a coarse lattice of shifts,
smooth because what changes between neighbours costs (free-form deformation, Sederberg and Parry 1986). They and the
camera are found by gradient descent on the outline at several scales. An object whose halves are alike is bent alike in
both, so that what one side shows is known of the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.volume_kernels import ABSENT, BIAS, BOUND, DISTANCE, SHARPNESS, TAN

LATTICE = 7
"""Points along an edge of the lattice, over [-1, 1]."""
PIXELS, STEPS = 28, 50
RATE, LATTICE_RATE = 0.02, 0.008
LATTICE_AFTER = 0.4
"""Share of the steps that move the whole object alone."""
SCALES = (1, 2, 4)
"""Of the outline, in pixels, at which it is compared."""
UNEVEN_COST, STRAIN_COST, SHIFT_COST, TURN_COST = 0.03, 1.5, 0.02, 0.03
"""Of axes scaled unlike each other (squared logarithms), of what changes between neighbours of the lattice, of its
shifts, and of turning the camera (squared radians), beside the outline's squared error as a share of the object.
"""
LOWEST, HIGHEST = math.radians(-10), math.radians(60)
MOST_TURN, MOST_TILT = math.radians(30), math.radians(6)
ALIKE = 0.85
"""Intersection over union of an object and its mirror image from which its halves are alike."""


@dataclass(frozen=True)
class Bend:
    """How an object is bent, and from where it then has the picture's outline."""

    scale: Float[Tensor, " 3"]
    """Logarithms."""
    shift: Float[Tensor, " 3"]
    lattice: Float[Tensor, "1 3 l l l"]
    """Indexed z, y, x."""
    azimuth: float
    elevation: float
    iou: float
    """Of its outline and the picture's."""
    effort: float
    """How much it is bent: the root mean square of what changes between neighbours, and of the scales' unevenness."""

    def source(self, points: Float[Tensor, "*n 3"]) -> Float[Tensor, "*n 3"]:
        """Where points of the bent object come from."""
        return _source(points, self.scale, self.shift, self.lattice)


def _source(points: Tensor, scale: Tensor, shift: Tensor, lattice: Tensor) -> Tensor:
    moved = F.grid_sample(
        lattice, points.reshape(1, -1, 1, 1, 3), mode="bilinear", padding_mode="border", align_corners=True
    )
    return points * torch.exp(-scale) - shift + moved[0, :, :, 0, 0].T.reshape(points.shape)


def halves_alike(opacity: Float[Tensor, "n n n"]) -> bool:
    """Whether an object is its own mirror image, left for right."""
    solid = opacity > -BIAS / SHARPNESS
    mirrored = solid.flip(2)
    return float((solid & mirrored).sum()) > ALIKE * float((solid | mirrored).sum())


def _rays(azimuth: Tensor, elevation: Tensor, size: int, depths: int) -> Float[Tensor, "d s s 3"]:
    """Samples along the rays of the prior's camera, as ``bozzetto.sds.volume.composite`` has them."""
    sin_a, cos_a, sin_e, cos_e = azimuth.sin(), azimuth.cos(), elevation.sin(), elevation.cos()
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a])
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e])
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e])
    depth = (torch.arange(depths) + 0.5) / depths * 2 - 1
    pixel = (torch.arange(size) + 0.5) / size * 2 - 1
    spread = (DISTANCE + depth) * TAN
    x = pixel[None, None, :, None] * spread[:, None, None, None]
    y = -pixel[None, :, None, None] * spread[:, None, None, None]
    return x * right + y * up - depth[:, None, None, None] * back


def _outline(opacity: Tensor, points: Tensor, where: Tensor, depths: int) -> Float[Tensor, "s s"]:
    """Opacity of the rays whose samples are points, taken from the volume at ``where``."""
    values = F.grid_sample((opacity - ABSENT)[None, None], where[None], align_corners=False)[0, 0] + ABSENT
    # An opacity holds for a step of one voxel.
    depth = F.softplus(SHARPNESS * values + BIAS) * (opacity.shape[0] / depths)
    depth = depth * (points.detach().square().sum(-1) < BOUND**2)
    return 1 - torch.exp(-depth.sum(0))


def _apart(shown: Tensor, wanted: Tensor) -> Tensor:
    """Squared error of outlines at SCALES, as a share of the wanted one's area."""
    total = shown.new_zeros(())
    for scale in SCALES:
        one, other = (F.avg_pool2d(part[None, None], scale) for part in (shown, wanted))
        total = total + (one - other).square().mean()
    return total / wanted.mean().clamp(min=1e-3)


def _boxed(opacity: Tensor, wanted: Tensor, camera: Float[Tensor, " 2"]) -> tuple[Tensor, Tensor]:
    """The scale and shift that bring an object's box, as a camera sees it, onto a picture's."""
    pixels = PIXELS
    with torch.no_grad():
        points = _rays(camera[0], camera[1], pixels, pixels)
        shown = _outline(opacity, points, points, pixels) > 0.5
    boxes = []
    for mask in (shown, wanted > 0.5):
        sides = [some.nonzero()[:, 0] for some in (mask.any(1), mask.any(0))]
        if not all(len(side) for side in sides):
            return torch.zeros(3), torch.zeros(3)
        low, high = (torch.stack([f(side) for side in sides]).float() for f in (torch.amin, torch.amax))
        boxes.append(((low + high + 1) / len(mask) - 1, (high + 1 - low) / len(mask)))
    (middle, extent), (other_middle, other_extent) = boxes
    scale = float((other_extent / extent).log().mean())
    up, right = ((other_middle - middle * math.exp(scale)) * DISTANCE * TAN).tolist()
    (sin_a, sin_e), (cos_a, cos_e) = camera.sin().tolist(), camera.cos().tolist()
    moved = right * torch.tensor([cos_a, 0.0, -sin_a]) - up * torch.tensor([-sin_a * sin_e, cos_e, -cos_a * sin_e])
    return torch.full((3,), scale), moved * math.exp(-scale)


def bent(
    opacity: Float[Tensor, "n n n"],
    wanted: Float[Tensor, "s s"],
    azimuth: float,
    elevation: float,
) -> Bend:
    """Bends an object.

    Args:
        opacity: of the known object, indexed z, y, x.
        wanted: the picture's outline, where the object is to have it, in [0, 1].
        azimuth, elevation: of the camera at first, radians.
    """
    alike = halves_alike(opacity)
    scale, shift = _boxed(opacity, wanted, torch.tensor([azimuth, elevation]))
    lattice = torch.zeros(1, 3, LATTICE, LATTICE, LATTICE)
    angles = torch.tensor([azimuth, elevation])
    first = torch.tensor([azimuth, elevation])
    leaves = [leaf.requires_grad_() for leaf in (scale, shift, angles, lattice)]
    mirror = torch.tensor([-1.0, 1.0, 1.0]).view(1, 3, 1, 1, 1)

    def parts() -> tuple[Tensor, Tensor]:
        if not alike:
            return shift, lattice
        return shift * torch.tensor([0.0, 1.0, 1.0]), (lattice + lattice.flip(4) * mirror) / 2

    target = F.interpolate(wanted[None, None], (PIXELS, PIXELS), mode="area")[0, 0]
    optimiser = torch.optim.Adam(
        [{"params": leaves[:3], "lr": RATE}, {"params": leaves[3:], "lr": LATTICE_RATE}], betas=(0.9, 0.95)
    )
    for step in range(STEPS):
        left = max(0.1, 1 - step / STEPS)
        optimiser.param_groups[0]["lr"] = RATE * left
        optimiser.param_groups[1]["lr"] = 0.0 if step < LATTICE_AFTER * STEPS else LATTICE_RATE * left
        moved, own = parts()
        points = _rays(angles[0], angles[1], PIXELS, PIXELS)
        shown = _outline(opacity, points, _source(points, scale, moved, own), PIXELS)
        loss = _apart(shown, target) + _cost(scale, own) + TURN_COST * (angles - first).square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            angles[0].clamp_(azimuth - MOST_TURN, azimuth + MOST_TURN)
            angles[1].clamp_(max(LOWEST, elevation - MOST_TILT), min(HIGHEST, elevation + MOST_TILT))
    with torch.no_grad():
        moved, own = (part.detach().clone() for part in parts())
        pixels = 2 * PIXELS
        points = _rays(angles[0], angles[1], pixels, pixels)
        shown = _outline(opacity, points, _source(points, scale, moved, own), pixels) > 0.5
        target = F.interpolate(wanted[None, None], (pixels, pixels), mode="area")[0, 0] > 0.5
        iou = float((shown & target).sum() / (shown | target).sum().clamp(min=1))
        effort = math.sqrt(float(_strain(own)) + float(_unevenness(scale.detach())))
    azimuth, elevation = angles.detach().tolist()
    return Bend(scale.detach(), moved, own, azimuth, elevation, iou, effort)


def _strain(lattice: Tensor) -> Tensor:
    """Mean square of how the shifts change along each axis."""
    return torch.stack([(lattice.diff(dim=dim) * (LATTICE - 1) / 2).square().mean() for dim in (2, 3, 4)]).sum()


def _unevenness(scale: Tensor) -> Tensor:
    return (scale - scale.mean()).square().sum()


def _cost(scale: Tensor, lattice: Tensor) -> Tensor:
    cost = UNEVEN_COST * _unevenness(scale) + STRAIN_COST * _strain(lattice)
    return cost + SHIFT_COST * lattice.square().mean()


def projected(camera: Float[Tensor, " 2"], points: Float[Tensor, "n 3"]) -> tuple[Tensor, Tensor, Tensor]:
    """Where the prior's camera sees points: to the right and up, in [-1, 1] within the picture, and how far towards it
    they lie.
    """
    (sin_a, sin_e), (cos_a, cos_e) = camera.sin().tolist(), camera.cos().tolist()
    right = points @ points.new_tensor([cos_a, 0.0, -sin_a])
    up = points @ points.new_tensor([-sin_a * sin_e, cos_e, -cos_a * sin_e])
    back = points @ points.new_tensor([sin_a * cos_e, sin_e, cos_a * cos_e])
    spread = (DISTANCE - back) * TAN
    return right / spread, up / spread, back

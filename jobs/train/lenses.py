"""Lenses: from a pixel to the direction that it sees, for the camera models that COLMAP, nerfstudio and OpenCV write.

Camera axes are OpenGL's (+X right, +Y up, look along -Z), pixel centres at +0.5; `distortion` is a row of K numbers:

    perspective  k1 k2 k3 k4 p1 p2 d1 d2 d3: x' = x (1 + k1 r^2 + k2 r^4 + k3 r^6 + k4 r^8) / (1 + d1 r^2 + d2 r^4 +
                 d3 r^6) + 2 p1 x y + p2 (r^2 + 2 x^2), and so for y (OpenCV's model, with the r^8 that nerfstudio adds)
    fisheye      k1 k2 k3 k4: theta' = theta (1 + k1 theta^2 + k2 theta^4 + k3 theta^6 + k4 theta^8) (Kannala and Brandt
                 2006, OpenCV's fisheye)
    equirectangular  longitude along the width, latitude along the height; the middle looks along -Z
"""

import math
from typing import Literal

import torch
from jaxtyping import Float
from torch import Tensor

Projection = Literal["perspective", "fisheye", "equirectangular"]
PROJECTIONS: tuple[Projection, ...] = ("perspective", "fisheye", "equirectangular")
K = 9
"""Numbers of `distortion`."""
# The camera models that are known by name; the others are refused by theirs.
MODELS: dict[str, Projection] = {
    "PINHOLE": "perspective", "SIMPLE_PINHOLE": "perspective", "PERSPECTIVE": "perspective", "OPENCV": "perspective",
    "SIMPLE_RADIAL": "perspective", "RADIAL": "perspective", "FULL_OPENCV": "perspective",
    "OPENCV_FISHEYE": "fisheye", "FISHEYE": "fisheye", "SIMPLE_RADIAL_FISHEYE": "fisheye", "RADIAL_FISHEYE": "fisheye",
    "EQUIRECTANGULAR": "equirectangular",
}  # fmt: skip
ROUNDS = 30
# Pixels by which a direction may miss its pixel after it was found.
MISS = 0.05


def directions(
    projection: Projection, across: Float[Tensor, "n 2"], distortion: Float[Tensor, "n 9"]
) -> Float[Tensor, "n 3"]:
    """Unit directions in the camera's axes.

    Args:
        projection: of the lens.
        across: (pixel - centre) / focal; for equirectangular ones (longitude, latitude downward) in radians.
        distortion: as above.

    Returns:
        [N, 3], of the type of `across`.
    """
    x, y = across[:, 0], across[:, 1]
    if projection == "equirectangular":
        flat = y.cos()
        return torch.stack([x.sin() * flat, -y.sin(), -x.cos() * flat], -1)
    if projection == "fisheye":
        bent = across.norm(dim=-1)
        theta = _solve_angle(bent, distortion)
        share = torch.where(bent > 1e-9, theta.sin() / bent.clamp(min=1e-9), torch.ones_like(bent))
        return torch.stack([x * share, -y * share, -theta.cos()], -1)
    straight = across if not bool((distortion != 0).any()) else _undistorted(across, distortion)
    local = torch.stack([straight[:, 0], -straight[:, 1], -torch.ones_like(x)], -1)
    return torch.nn.functional.normalize(local, dim=-1)


def misses(
    projection: Projection, across: Float[Tensor, "n 2"], distortion: Float[Tensor, "n 9"]
) -> Float[Tensor, " n"]:
    """How far the directions that were found fall from where they were asked for, in focal lengths."""
    if projection == "equirectangular":
        return torch.zeros(len(across), dtype=across.dtype)
    if projection == "fisheye":
        bent = across.norm(dim=-1)
        theta = _solve_angle(bent, distortion)
        back = (_bent_angle(theta, distortion) - bent).abs()
        # Past half a turn, or where the angle no longer grows with the radius, nothing is seen.
        return torch.where((theta <= math.pi) & (_bend_slope(theta, distortion) > 0), back, torch.full_like(back, 1e9))
    straight = _undistorted(across, distortion)
    off: Tensor = (_distorted(straight, distortion) - across).norm(dim=-1)
    return off


def _distorted(xy: Tensor, d: Tensor) -> Tensor:
    x, y = xy[:, 0], xy[:, 1]
    r2 = x * x + y * y
    up = 1 + r2 * (d[:, 0] + r2 * (d[:, 1] + r2 * (d[:, 2] + r2 * d[:, 3])))
    down = 1 + r2 * (d[:, 6] + r2 * (d[:, 7] + r2 * d[:, 8]))
    radial, p1, p2 = up / down, d[:, 4], d[:, 5]
    return torch.stack(
        [x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x), y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y], -1
    )


def _undistorted(across: Tensor, distortion: Tensor) -> Tensor:
    """Newton's method, from the distorted place; in float64, for it subtracts what is nearly equal."""
    aim, d = across.double(), distortion.double()
    xy, step = aim.clone(), 1e-6
    for _ in range(ROUNDS):
        gap = _distorted(xy, d) - aim
        if float(gap.abs().max()) < 1e-9:
            break
        by_x, by_y = (
            (_distorted(xy + side, d) - _distorted(xy - side, d)) / (2 * step) for side in step * torch.eye(2).double()
        )
        det = by_x[:, 0] * by_y[:, 1] - by_y[:, 0] * by_x[:, 1]
        det = torch.where(det.abs() < 1e-6, torch.full_like(det, 1e-6), det)
        move_x = (by_y[:, 1] * gap[:, 0] - by_y[:, 0] * gap[:, 1]) / det
        move_y = (by_x[:, 0] * gap[:, 1] - by_x[:, 1] * gap[:, 0]) / det
        move = torch.stack([move_x, move_y], -1)
        # Far out a full step may jump over the fold of the polynomial.
        xy = xy - move * (0.5 / move.norm(dim=-1, keepdim=True).clamp(min=0.5))
    return xy.to(across.dtype)


def _bent_angle(theta: Tensor, d: Tensor) -> Tensor:
    t2 = theta * theta
    return theta * (1 + t2 * (d[:, 0] + t2 * (d[:, 1] + t2 * (d[:, 2] + t2 * d[:, 3]))))


def _bend_slope(theta: Tensor, d: Tensor) -> Tensor:
    t2 = theta * theta
    return 1 + t2 * (3 * d[:, 0] + t2 * (5 * d[:, 1] + t2 * (7 * d[:, 2] + t2 * 9 * d[:, 3])))


def _solve_angle(bent: Tensor, distortion: Tensor) -> Tensor:
    """The angle from the axis whose bent one is given, by Newton's method."""
    aim, d = bent.double(), distortion.double()
    theta = aim.clone()
    for _ in range(ROUNDS):
        slope = _bend_slope(theta, d)
        slope = torch.where(slope.abs() < 1e-3, torch.full_like(slope, 1e-3), slope)
        move = ((_bent_angle(theta, d) - aim) / slope).clamp(-0.3, 0.3)
        theta = theta - move
        if float(move.abs().max()) < 1e-10:
            break
    return theta.to(bent.dtype)

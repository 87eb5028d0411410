"""Cameras and rays.

Conventions: right-handed frame, +Y up, the object's front faces +Z. Cameras are OpenGL (+X right, +Y up, they look
along -Z); `c2w` maps camera coordinates to world coordinates. Azimuth 0 sees the front from +Z, azimuth pi/2 is on +X;
a positive elevation is above. Radians. Pixels are row-major from the top left, pixel centres at +0.5. Normalised device
coordinates (NDC) are in [-1, 1], x right and y up; a pixel with NDC p shows `center + p / zoom` of the full view, so a
window (zoom 2, center (0.5, 0.5)) is the upper right quarter of the image.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from jaxtyping import Float, Int, Shaped
from torch import Tensor

from bozzetto.transfer import upload

PRIOR_FOVY = 0.6981317007977318  # 40 degrees
PRIOR_DISTANCE = 2.923804400163087  # 1 / sin(20 degrees): the unit sphere just fits


def _unset() -> Tensor:
    """Stands for "fill in the default", which needs the batch size."""
    return torch.empty(0)


@dataclass(frozen=True)
class Cameras:
    """A batch of B pinhole cameras with one image size.

    Args:
        c2w: [B, 4, 4] camera to world.
        fovy: [B] vertical field of view of the full view, radians in (0, pi).
        width: pixels.
        height: pixels.
        zoom: [B] magnification of the window, > 0; ones by default.
        center: [B, 2] NDC of the full view that the window is centred on; zeros by default.

    Raises:
        ValueError: a shape, a size or a range is wrong.
    """

    c2w: Float[Tensor, "b 4 4"]
    fovy: Float[Tensor, " b"]
    width: int
    height: int
    zoom: Float[Tensor, " b"] = field(default_factory=_unset)
    center: Float[Tensor, "b 2"] = field(default_factory=_unset)

    def __post_init__(self) -> None:
        if self.c2w.ndim != 3 or self.c2w.shape[1:] != (4, 4):
            raise ValueError(f"c2w: expected shape [B, 4, 4], got {list(self.c2w.shape)}")
        n = self.c2w.shape[0]
        if self.zoom.numel() == 0 and n > 0:
            object.__setattr__(self, "zoom", self.c2w.new_ones(n))
        if self.center.numel() == 0 and n > 0:
            object.__setattr__(self, "center", self.c2w.new_zeros(n, 2))
        for name, shape in (("fovy", (n,)), ("zoom", (n,)), ("center", (n, 2))):
            if tuple(getattr(self, name).shape) != shape:
                raise ValueError(f"{name}: expected shape {list(shape)}, got {list(getattr(self, name).shape)}")
        if self.width < 1 or self.height < 1:
            raise ValueError(f"width, height: expected at least 1 pixel, got {self.width} x {self.height}")
        if not bool(((self.fovy > 0) & (self.fovy < torch.pi)).all()):
            raise ValueError(f"fovy: expected radians in (0, pi), got {self.fovy.tolist()}")
        if not bool((self.zoom > 0).all()):
            raise ValueError(f"zoom: expected > 0, got {self.zoom.tolist()}")

    def __len__(self) -> int:
        return self.c2w.shape[0]

    @property
    def rays_per_view(self) -> int:
        """H * W."""
        return self.width * self.height


@dataclass(frozen=True)
class Rays:
    """R rays.

    Args:
        origins: [R, 3].
        directions: [R, 3] unit.
    """

    origins: Float[Tensor, "rays 3"]
    directions: Float[Tensor, "rays 3"]

    def __post_init__(self) -> None:
        for name in ("origins", "directions"):
            value = getattr(self, name)
            if value.ndim != 2 or value.shape[1] != 3:
                raise ValueError(f"{name}: expected shape [R, 3], got {list(value.shape)}")
        if self.origins.shape != self.directions.shape:
            raise ValueError(
                f"origins and directions: expected one shape, got {list(self.origins.shape)} and "
                f"{list(self.directions.shape)}"
            )

    def __len__(self) -> int:
        return self.origins.shape[0]

    def __getitem__(self, index: slice | Shaped[Tensor, ...]) -> Rays:
        return Rays(self.origins[index], self.directions[index])

    def to(self, device: torch.device | str) -> Rays:
        """The same rays on a device."""
        return Rays(upload(self.origins, device), upload(self.directions, device))


def orbit_c2w(
    azimuth: Float[Tensor, " b"], elevation: Float[Tensor, " b"], distance: Float[Tensor, " b"] | float = PRIOR_DISTANCE
) -> Float[Tensor, "b 4 4"]:
    """Cameras on a sphere round the origin, looking at it, with the horizon level; exact at the poles too.

    Args:
        azimuth: [B] radians, 0 on +Z, pi/2 on +X.
        elevation: [B] radians, positive above.
        distance: [B] or one number, from the origin, > 0.

    Returns:
        c2w [B, 4, 4].

    Raises:
        ValueError: azimuth and elevation are not [B] alike.
    """
    if azimuth.ndim != 1 or azimuth.shape != elevation.shape:
        raise ValueError(
            f"azimuth, elevation: expected one shape [B], got {list(azimuth.shape)} and {list(elevation.shape)}"
        )
    sin_a, cos_a = azimuth.sin(), azimuth.cos()
    sin_e, cos_e = elevation.sin(), elevation.cos()
    zero = torch.zeros_like(azimuth)
    right = torch.stack([cos_a, zero, -sin_a], -1)
    back = torch.stack([cos_e * sin_a, sin_e, cos_e * cos_a], -1)
    up = torch.linalg.cross(back, right)
    distance = torch.as_tensor(distance, dtype=azimuth.dtype, device=azimuth.device).expand_as(azimuth)
    return _c2w(right, up, back, back * distance[:, None])


def look_at(
    position: Float[Tensor, "b 3"],
    target: Float[Tensor, "b 3"] | Float[Tensor, "xyz=3"],
    up: Float[Tensor, "b 3"] | Float[Tensor, "xyz=3"],
) -> Float[Tensor, "b 4 4"]:
    """Cameras at `position` looking at `target`.

    Args:
        position: [B, 3].
        target: [B, 3] or [3].
        up: [B, 3] or [3], not parallel to the line of sight.

    Returns:
        c2w [B, 4, 4].

    Raises:
        ValueError: the shape is wrong, the target is the position, or `up` is parallel to the line of sight.
    """
    if position.ndim != 2 or position.shape[1] != 3:
        raise ValueError(f"position: expected shape [B, 3], got {list(position.shape)}")
    back = position - target
    right = torch.linalg.cross(up.expand_as(position), back, dim=-1)
    if not bool((right.norm(dim=-1) > 1e-6 * (1 + back.norm(dim=-1))).all()):
        raise ValueError("look_at: expected a target away from the position and an up not along the line of sight")
    right = torch.nn.functional.normalize(right, dim=-1)
    back = torch.nn.functional.normalize(back, dim=-1)
    return _c2w(right, torch.linalg.cross(back, right, dim=-1), back, position)


def _c2w(right: Tensor, up: Tensor, back: Tensor, position: Tensor) -> Tensor:
    c2w = torch.zeros(right.shape[0], 4, 4, dtype=right.dtype, device=right.device)
    c2w[:, :3] = torch.stack([right, up, back, position], -1)
    c2w[:, 3, 3] = 1
    return c2w


def camera_rays(cameras: Cameras, generator: torch.Generator | None = None) -> Rays:
    """One ray for each pixel.

    Args:
        cameras: B cameras.
        generator: jitters each ray uniformly inside its pixel; without it rays pass through pixel centres.

    Returns:
        Rays with R = B * H * W, view by view, row-major from the top left.
    """
    n, h, w = len(cameras), cameras.height, cameras.width
    dtype, device = cameras.c2w.dtype, cameras.c2w.device
    row, col = torch.meshgrid(
        torch.arange(h, dtype=dtype, device=device), torch.arange(w, dtype=dtype, device=device), indexing="ij"
    )
    pixel = torch.stack([col, row], -1).expand(n, h, w, 2)
    if generator is None:
        pixel = pixel + 0.5
    else:
        pixel = pixel + torch.rand(n, h, w, 2, generator=generator, dtype=dtype, device=device)
    scale = torch.tensor([2.0 / w, -2.0 / h], dtype=dtype, device=device)
    shift = torch.tensor([-1.0, 1.0], dtype=dtype, device=device)
    ndc = cameras.center[:, None, None] + (pixel * scale + shift) / cameras.zoom[:, None, None, None]
    tangent = (0.5 * cameras.fovy).tan()[:, None, None]
    local = torch.stack([ndc[..., 0] * tangent * (w / h), ndc[..., 1] * tangent, -torch.ones_like(ndc[..., 0])], -1)
    local = torch.nn.functional.normalize(local, dim=-1).reshape(n, h * w, 3)
    directions = local @ cameras.c2w[:, :3, :3].transpose(1, 2)
    origins = cameras.c2w[:, None, :3, 3].expand_as(directions)
    return Rays(origins.reshape(-1, 3), directions.reshape(-1, 3))


def pixel_rays(cameras: Cameras, index: Int[Tensor, " rays"]) -> Rays:
    """The rays of some pixels, through their centres: what `camera_rays` gives at these places.

    Args:
        cameras: B cameras.
        index: int64 [R], 0 to B * H * W - 1, in the order of `camera_rays`.

    Returns:
        R rays.
    """
    view, pixel = index // cameras.rays_per_view, index % cameras.rays_per_view
    place = torch.stack([pixel % cameras.width, pixel // cameras.width], -1).to(cameras.c2w.dtype) + 0.5
    size = place.new_tensor([cameras.width, cameras.height])
    ndc = (2 * place / size - 1) * place.new_tensor([1.0, -1.0])
    ndc = cameras.center[view] + ndc / cameras.zoom[view, None]
    tangent = (0.5 * cameras.fovy).tan()[view, None]
    aspect = place.new_tensor([cameras.width / cameras.height, 1.0])
    local = torch.cat([ndc * tangent * aspect, -torch.ones_like(tangent)], -1)
    local = torch.nn.functional.normalize(local, dim=-1)
    c2w = cameras.c2w[view]
    return Rays(c2w[:, :3, 3], (c2w[:, :3, :3] @ local[..., None])[..., 0])


def project(points: Float[Tensor, "n 3"], cameras: Cameras) -> tuple[Float[Tensor, "b n 2"], Float[Tensor, "b n"]]:
    """Where points appear in the images: the inverse of `camera_rays`.

    Args:
        points: [N, 3] world.
        cameras: B cameras.

    Returns:
        pixels [B, N, 2] (column, row; pixel centres at +0.5) and depth [B, N] along the line of sight, > 0 in front.

    Raises:
        ValueError: points are not [N, 3].
    """
    if points.ndim != 2 or points.shape[1] != 3:
        raise ValueError(f"points: expected shape [N, 3], got {list(points.shape)}")
    local = (points[None] - cameras.c2w[:, None, :3, 3]) @ cameras.c2w[:, :3, :3]
    depth = -local[..., 2]
    tangent = (0.5 * cameras.fovy).tan()[:, None]
    aspect = cameras.width / cameras.height
    full = torch.stack([local[..., 0] / (depth * tangent * aspect), local[..., 1] / (depth * tangent)], -1)
    ndc = (full - cameras.center[:, None]) * cameras.zoom[:, None, None]
    column = 0.5 * (ndc[..., 0] + 1) * cameras.width
    row = 0.5 * (1 - ndc[..., 1]) * cameras.height
    return torch.stack([column, row], -1), depth


def per_ray(values: Shaped[Tensor, "b ..."], cameras: Cameras) -> Shaped[Tensor, "rays ..."]:
    """Repeat one value a view for each of its rays.

    Args:
        values: [B, ...].
        cameras: B cameras.

    Returns:
        [B * H * W, ...], in the order of `camera_rays`.

    Raises:
        ValueError: the first dimension is not B.
    """
    if values.ndim < 1 or values.shape[0] != len(cameras):
        raise ValueError(f"values: expected first dimension {len(cameras)} (views), got shape {list(values.shape)}")
    return values.repeat_interleave(cameras.rays_per_view, 0)

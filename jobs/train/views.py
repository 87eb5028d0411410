"""The views of a step (cameras, light, background), and the schedules of the loop, functions of the step."""

import math

import torch
from torch import Tensor

from bozzetto.jobs.config.run_config import (
    CameraConfig,
    GuidanceConfig,
    LightConfig,
    OptimConfig,
    RegularConfig,
    RenderConfig,
)
from bozzetto.nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY, Cameras, orbit_c2w, per_ray
from bozzetto.nerf.rendering import RenderOutput
from bozzetto.nerf.shading import lambertian, light_to_world
from bozzetto.sds.conditioning import Views
from bozzetto.sds.methods.dreamtime import dreamtime_range
from bozzetto.sds.schedule import linear_range, random_range, square_root_range
from bozzetto.transfer import upload

_T_LIMITS = (0.005, 0.995)
WHOLE_OBJECT = torch.tensor([[0.0, 0.0, 0.0, 1.0]])
"""The one crop of an object alone: a ball about all of it."""


def sample_views(
    camera: CameraConfig,
    light: LightConfig,
    generator: torch.Generator,
    progress: float = 0.0,
    object_crops: Tensor = WHOLE_OBJECT,
) -> Views:
    """B views, 360 / B degrees apart in azimuth, with random turn, jitter, elevation, light, background and crop.

    Args:
        camera: number and range of the views, and the share of close ones.
        light: shares of shaded views and of kinds of background.
        generator: the only source of chance; the same number of draws is made whatever the settings, but for a range
            of zooms and for several crops, which take one more each.
        progress: part of the run that is done, in [0, 1]; close views begin at `camera.crop_from`.
        object_crops: [K, 4] balls, see `bozzetto.sds.prior.ScenePrior`; each view looks at one of them.
    Returns:
        Views of a whole ball (of an object alone zoom 1, centre 0), or of a crop that shows half of one across.
    """
    n = camera.views
    group = camera.together
    turn = torch.rand(1, generator=generator) * 2 * math.pi
    swing = 2 * torch.rand(n, generator=generator) - 1
    azimuth = turn + torch.arange(n) * (2 * math.pi / n) + math.radians(camera.azimuth_jitter_deg) * swing
    if group > 1:
        azimuth = turn + math.pi * of_group(swing, group) + torch.arange(n) % group * (2 * math.pi / group)
    low, high = math.radians(camera.elevation_min_deg), math.radians(camera.elevation_max_deg)
    elevation = of_group(low + (high - low) * torch.rand(n, generator=generator), group)

    deviate = torch.randn(n, 3, generator=generator)
    direction = light_directions(of_group(deviate, group), light.placement)
    plain = torch.rand(n, generator=generator) < (1.0 if progress < light.albedo_until else light.albedo_share)
    plain = of_group(plain, group)
    ambient = light.ambient_min + (light.ambient_max - light.ambient_min) * torch.rand(n, generator=generator)
    ambient = of_group(ambient, group)

    colour = of_group(torch.rand(n, 3, generator=generator), group)
    kind = of_group(torch.rand(n, generator=generator), group)[:, None]
    gray = colour[:, :1].expand(n, 3)
    background = torch.where(kind < light.white_share + light.gray_share, gray, colour)
    background = torch.where(kind < light.white_share, torch.ones(n, 3), background)
    crops = camera.crop_share if progress >= camera.crop_from else 0.0
    close = of_group(torch.rand(n, generator=generator), group) < crops
    center = torch.rand(n, 2, generator=generator) - 0.5
    ball = (
        object_crops[torch.randint(len(object_crops), (n,), generator=generator)]
        if len(object_crops) > 1
        else object_crops
    )
    center = project(ball[:, :3], azimuth, elevation) + center * ball[:, 3:] * close[:, None]
    # The ball of a thing at a scene's border may reach out of the picture; the crop stays in it.
    edge = (1 - torch.where(close, 0.5, 1.0)[:, None] * ball[:, 3:]).clamp(min=0)
    center = center.clamp(-edge, edge)
    zoom = torch.full((n,), camera.zoom_min)
    if camera.zoom_max > camera.zoom_min:
        zoom = of_group(zoom + (camera.zoom_max - camera.zoom_min) * torch.rand(n, generator=generator), group)
    return Views(
        azimuth=torch.remainder(azimuth, 2 * math.pi),
        elevation=elevation,
        light=direction,
        ambient=torch.where(plain, torch.ones(n), ambient),
        background=background,
        zoom=torch.where(close, 2.0, 1.0) / ball[:, 3] * zoom,
        center=center,
    )


def of_group(values: Tensor, size: int) -> Tensor:
    """What the first of each `size` views has, for all of them; [B, ...]."""
    return values if size == 1 else values[torch.arange(len(values)) // size * size]


def project(points: Tensor, azimuth: Tensor, elevation: Tensor) -> Tensor:
    """Where the prior's camera projects points [B, 3] or [1, 3] from views [B]: NDC of the full image, [B, 2]."""
    c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)
    across = torch.einsum("bij,bi->bj", c2w[:, :3, :3], points - c2w[:, :3, 3])
    return across[:, :2] / (-across[:, 2:] * math.tan(PRIOR_FOVY / 2))


def light_directions(deviate: Tensor, placement: str) -> Tensor:
    """Directions to the light in the camera frame (+Z towards the viewer), from standard normal deviates.

    Args:
        deviate: [B, 3].
        placement: `viewer`: from the viewer's side and above, as the embedded prior's training images are lit;
            `dreamfusion`: normalize(camera position + deviate); `magic3d`: any turn about the line of sight, 30 to 90
            degrees above the plane across it. The last two are threestudio's.

    Returns:
        [B, 3] unit.
    """
    if placement == "magic3d":
        # The direction across is uniform in turn; the third deviate's distribution function is uniform in [0, 1].
        turn = torch.atan2(deviate[:, 1], deviate[:, 0])
        share = 0.5 * (1 + torch.erf(deviate[:, 2] / math.sqrt(2)))
        above = math.pi / 6 + share * (math.pi / 3)
        return torch.stack([above.cos() * turn.cos(), above.cos() * turn.sin(), above.sin()], -1)
    if placement == "dreamfusion":
        direction = deviate + torch.tensor([0.0, 0.0, PRIOR_DISTANCE])
    else:
        direction = deviate * torch.tensor([0.7, 0.5, 0.4]) + torch.tensor([0.0, 0.5, 0.9])
    return torch.nn.functional.normalize(direction, dim=-1)


def without_texture(share: float, generator: torch.Generator) -> bool:
    """Whether a shaded step shows the shape in white; nothing is drawn where the share is 0."""
    return share > 0 and float(torch.rand((), generator=generator)) < share


def textureless(out: RenderOutput, views: Views, cameras: Cameras) -> Tensor:
    """The rendered rays with white in the place of every colour, [R, 3], premultiplied (DreamFusion, section 3.1).

    Args:
        out: of the cameras' R rays, with normals.
        views: the views, for their light.
        cameras: the cameras.
    """
    if out.normal is None:
        raise ValueError("textureless: expected normals, got none; render with normals")
    device = out.normal.device
    light = per_ray(upload(light_to_world(views.light, cameras.c2w), device), cameras)
    shade = lambertian(out.normal, light, per_ray(upload(views.ambient, device), cameras))
    return (out.opacity * shade)[:, None].expand(-1, 3)


def orbit_views(azimuth_deg: Tensor, elevation_deg: float = 15.0, background: float = 1.0) -> Views:
    """Views without shading at given azimuths, for previews and measurements.

    Args:
        azimuth_deg: [B] degrees.
        elevation_deg: degrees, positive from above.
        background: gray of the background, in [0, 1].
    """
    n = azimuth_deg.shape[0]
    return Views(
        azimuth=torch.deg2rad(azimuth_deg.float()),
        elevation=torch.full((n,), math.radians(elevation_deg)),
        light=torch.tensor([0.0, 0.0, 1.0]).expand(n, 3),
        ambient=torch.ones(n),
        background=torch.full((n, 3), background),
        zoom=torch.ones(n),
        center=torch.zeros(n, 2),
    )


def cameras_of(views: Views, resolution: int) -> Cameras:
    """The prior's camera at each view, with square images of `resolution` pixels."""
    return Cameras(
        c2w=orbit_c2w(views.azimuth, views.elevation, PRIOR_DISTANCE),
        fovy=torch.full((len(views),), PRIOR_FOVY),
        width=resolution,
        height=resolution,
        zoom=views.zoom,
        center=views.center,
    )


def t_range(step: int, total: int, guidance: GuidanceConfig) -> tuple[float, float]:
    """The range that the diffusion times of a step are drawn from."""
    if guidance.anneal == "random":
        late = guidance.t_max_late > 0 and step >= guidance.t_late_from * total
        return random_range(step, total, guidance.t_min, guidance.t_max_late if late else guidance.t_max)
    if guidance.anneal == "spread":
        part = min(1.0, step / max(guidance.t_late_from * total, 1.0))
        ends = (guidance.t_min, guidance.t_max_late or guidance.t_max)
        low, high = (guidance.t_max + (end - guidance.t_max) * part for end in ends)
        return random_range(step, total, low, high)
    if guidance.anneal == "dreamtime":
        return dreamtime_range(step, total, guidance.t_min, guidance.t_max)
    anneal = linear_range if guidance.anneal == "linear" else square_root_range
    t, _ = anneal(step, total, guidance.t_max, guidance.t_min)
    low, high = _T_LIMITS
    return min(max(t - guidance.t_jitter, low), high), min(max(t + guidance.t_jitter, low), high)


def view_resolution(step: int, total: int, render: RenderConfig, prior_resolution: int) -> int:
    """Pixels along an edge of the views that a step renders."""
    late = render.resolution_late > 0 and step >= render.late_from * total
    return (render.resolution_late if late else render.resolution) or prior_resolution


def learning_levels(step: int, total: int, optim: OptimConfig, levels: int) -> int:
    """Levels of the encoding that learn at a step: all, or from the coarsest on one more now and then."""
    if optim.start_level == 0:
        return levels
    more = (step - optim.level_from * total) / max(optim.level_every * total, 1.0)
    return min(levels, optim.start_level + max(0, math.floor(more)))


def rate_factor(step: int, total: int, optim: OptimConfig) -> float:
    """The factor of the learning rates: up over `warmup` steps, level, then down along a cosine to `decay_to`."""
    up = min(1.0, 0.1 + 0.9 * step / optim.warmup) if optim.warmup else 1.0
    start = optim.decay_from * total
    progress = min(1.0, max(0.0, (step - start) / max(total - start, 1.0)))
    return up * (optim.decay_to + (1 - optim.decay_to) * 0.5 * (1 + math.cos(math.pi * progress)))


def binarization_weight(step: int, total: int, regular: RegularConfig) -> float:
    """The weight of the opacity's entropy: grows with the cube of the steps over the ramp, then stays.

    Early it would decide what the prior has not decided yet; at the end, what is still haze is to become a surface.
    """
    ramp = regular.opacity_binarization_ramp * total
    return regular.opacity_binarization * (min(1.0, step / ramp) ** 3 if ramp >= 1 else 1.0)

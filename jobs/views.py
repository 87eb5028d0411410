"""The views of a step (cameras, light, background), and the schedules of the loop, functions of the step."""

import math

import torch
from torch import Tensor

from jobs.config import CameraConfig, GuidanceConfig, LightConfig, OptimConfig, RegularConfig
from nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY, Cameras, orbit_c2w
from sds.conditioning import Views
from sds.schedule import linear_range, random_range, square_root_range

_T_LIMITS = (0.005, 0.995)


def sample_views(camera: CameraConfig, light: LightConfig, generator: torch.Generator, progress: float = 0.0) -> Views:
    """B views, 360 / B degrees apart in azimuth, with random turn, jitter, elevation, light, background and window.

    Args:
        camera: number and range of the views, and the share of close ones.
        light: shares of shaded views and of kinds of background.
        generator: the only source of chance; the same number of draws is made whatever the settings.
        progress: part of the run that is done, in [0, 1]; close views begin at `camera.close_from`.
    Returns:
        Views of the whole image (zoom 1, centre 0), or of a window at twice the scale.
    """
    n = camera.views
    turn = torch.rand(1, generator=generator) * 2 * math.pi
    jitter = math.radians(camera.azimuth_jitter_deg) * (2 * torch.rand(n, generator=generator) - 1)
    azimuth = turn + torch.arange(n) * (2 * math.pi / n) + jitter
    low, high = math.radians(camera.elevation_min_deg), math.radians(camera.elevation_max_deg)
    elevation = low + (high - low) * torch.rand(n, generator=generator)

    # From the viewer's side and above, in the camera frame, as the embedded prior's training images are lit.
    direction = torch.randn(n, 3, generator=generator) * torch.tensor([0.7, 0.5, 0.4]) + torch.tensor([0.0, 0.5, 0.9])
    direction = torch.nn.functional.normalize(direction, dim=-1)
    plain = torch.rand(n, generator=generator) < light.albedo_share
    ambient = light.ambient_min + (light.ambient_max - light.ambient_min) * torch.rand(n, generator=generator)

    colour = torch.rand(n, 3, generator=generator)
    kind = torch.rand(n, generator=generator)[:, None]
    gray = colour[:, :1].expand(n, 3)
    background = torch.where(kind < light.white_share + light.gray_share, gray, colour)
    background = torch.where(kind < light.white_share, torch.ones(n, 3), background)
    close = torch.rand(n, generator=generator) < (camera.close_share if progress >= camera.close_from else 0.0)
    center = torch.rand(n, 2, generator=generator) - 0.5
    return Views(
        azimuth=torch.remainder(azimuth, 2 * math.pi),
        elevation=elevation,
        light=direction,
        ambient=torch.where(plain, torch.ones(n), ambient),
        background=background,
        zoom=torch.where(close, 2.0, 1.0),
        center=center * close[:, None],
    )


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
        return random_range(step, total, guidance.t_min, guidance.t_max)
    anneal = linear_range if guidance.anneal == "linear" else square_root_range
    t, _ = anneal(step, total, guidance.t_max, guidance.t_min)
    low, high = _T_LIMITS
    return min(max(t - guidance.t_jitter, low), high), min(max(t + guidance.t_jitter, low), high)


def rate_factor(step: int, total: int, optim: OptimConfig) -> float:
    """The factor of the learning rates: up over `warmup` steps, level, then down along a cosine to `decay_to`."""
    up = min(1.0, 0.1 + 0.9 * step / optim.warmup) if optim.warmup else 1.0
    start = optim.decay_from * total
    progress = min(1.0, max(0.0, (step - start) / max(total - start, 1.0)))
    return up * (optim.decay_to + (1 - optim.decay_to) * 0.5 * (1 + math.cos(math.pi * progress)))


def entropy_weight(step: int, total: int, regular: RegularConfig) -> float:
    """The weight of the opacity's entropy: grows linearly over the ramp, then stays."""
    ramp = regular.entropy_ramp * total
    return regular.entropy * (min(1.0, step / ramp) if ramp >= 1 else 1.0)

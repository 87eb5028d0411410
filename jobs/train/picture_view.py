"""The picture that an image-conditioned prior continues, as one more view that the field is held to."""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import RegularConfig, RunConfig
from bozzetto.jobs.train.train_state import TrainState
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from bozzetto.nerf.rendering import render
from bozzetto.sds.pretrained.errors import PretrainedError
from bozzetto.sds.pretrained.picture import Picture, read_picture
from bozzetto.transfer import upload


def read_picture_view(config: RunConfig) -> Picture | None:
    """The picture of a run whose field is to look like it; None where it counts nothing or there is none.

    Raises:
        ConfigError: it counts and there is none, or it cannot be read.
    """
    check_picture_given(config)
    if not holds_to_picture(config.regular):
        return None
    try:
        return read_picture(Path(config.hub.image).expanduser(), math.radians(config.hub.image_elevation_deg))
    except PretrainedError as error:
        raise ConfigError(str(error)) from error


def holds_to_picture(regular: RegularConfig) -> bool:
    """Whether the field is held to a picture at any time."""
    return any(max(ramp.begin, ramp.end) > 0 for ramp in (regular.picture_color, regular.picture_mask))


def check_picture_given(config: RunConfig) -> None:
    """ConfigError where a run needs a picture and has none; asked before anything is fetched."""
    if config.hub.image:
        return
    if holds_to_picture(config.regular):
        raise ConfigError(
            "regular.picture_color and regular.picture_mask need a picture: give hub.image=FILE (--image)"
        )
    if config.novel_view.prior:
        raise ConfigError("novel_view.prior needs a picture: give hub.image=FILE (--image)")


def picture_loss(picture: Picture, state: TrainState, config: RunConfig, side: int, progress: float) -> Tensor:
    """Mean squared differences between the field from the picture's camera and the picture, weighted.

    As threestudio has them for Zero123: of colours, both before the same plain gray where the picture is clear, and of
    opacity. It is on the field's device.

    Args:
        picture: the picture.
        state: the field, its occupancy and the source of chance.
        config: the run's; the camera's zoom is its least.
        side: pixels along an edge.
        progress: part of the run that is done, in [0, 1].
    """
    c2w = orbit_c2w(torch.zeros(1), torch.tensor([picture.elevation]), PRIOR_DISTANCE)
    zoom = torch.tensor([config.camera.zoom_min])
    cameras = Cameras(c2w, torch.tensor([PRIOR_FOVY]), side, side, zoom=zoom, center=torch.zeros(1, 2))
    draw, device = state.generators["rays"], state.field.table.device
    rays = camera_rays(cameras)
    out = render(
        state.field, state.grid, rays.to(device), step_size=config.render.step_size, normals="none", generator=draw
    )
    gray = upload(torch.rand(1, generator=draw), device)
    mask = upload(picture.mask(side).flatten(), device)
    shown = upload((picture.square(side) / 2 + 0.5).flatten(2)[0].T, device)
    # The picture lies before white: what of that shines through its mask becomes the gray.
    wanted = shown + (gray - 1) * (1 - mask)[:, None]
    color = F.mse_loss(over(out.rgb, out.opacity, gray.expand(len(mask), 3)), wanted)
    regular = config.regular
    return regular.picture_color.at(progress) * color + regular.picture_mask.at(progress) * F.mse_loss(
        out.opacity, mask
    )

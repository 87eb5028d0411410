"""A coloured box with a closed-form render, its oracle prior, and a small configuration that trains in seconds."""

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.jobs.config.run_config import (
    CameraConfig,
    PictureConfig,
    RenderConfig,
    RunConfig,
    SaveConfig,
    make_config,
)
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import Trained, train
from bozzetto.jobs.train.views import cameras_of
from bozzetto.nerf.cameras import camera_rays
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.conditioning import Views
from bozzetto.sds.oracle import OraclePrior
from bozzetto.sds.prior import Prior

HALF_SIZE = torch.tensor([0.45, 0.6, 0.3])
# Colours of the faces towards +X and -X, +Y and -Y, +Z and -Z.
FACES = torch.tensor(
    [[[0.85, 0.2, 0.2], [0.9, 0.8, 0.2]], [[0.2, 0.7, 0.3], [0.6, 0.3, 0.7]], [[0.2, 0.3, 0.8], [0.2, 0.8, 0.8]]]
)


def render_box(views: Views, resolution: int) -> tuple[Tensor, Tensor]:
    """The box without shading: images [B, H, W, 3] in [0, 1] over the views' backgrounds, and masks [B, H, W]."""
    cameras = cameras_of(views, resolution)
    rays = camera_rays(cameras)
    first, second = (-HALF_SIZE - rays.origins) / rays.directions, (HALF_SIZE - rays.origins) / rays.directions
    near, far = torch.minimum(first, second), torch.maximum(first, second)
    hit = near.amax(-1) < far.amin(-1)
    axis = near.argmax(-1)
    negative = (rays.directions.gather(1, axis[:, None])[:, 0] > 0).long()
    background = views.background.repeat_interleave(resolution**2, 0)
    image = torch.where(hit[:, None], FACES[axis, negative], background)
    shape = (len(views), resolution, resolution)
    return image.view(*shape, 3), hit.view(shape)


def box_oracle(resolution: int = 32) -> OraclePrior:
    """The exact denoiser of the box."""
    return OraclePrior(lambda views: render_box(views, resolution)[0].permute(0, 3, 1, 2) * 2 - 1, resolution)


def train_with(run: Run, prior: Prior, **options: Any) -> Trained:
    """`bozzetto.jobs.train.loop.train` with what a prior knows of the run's prompt."""
    return train(run, PriorKnowledge.of(prior, run.config), **options)


def small_config(steps: int = 40, **changes) -> RunConfig:
    """A run of milliseconds a step; `changes` are fields of RunConfig."""
    config = make_config(
        "a box",
        "draft",
        steps=steps,
        threads=1,
        prior="oracle",
        camera=CameraConfig(views=2),
        field=FieldConfig(levels=4, max_resolution=32, log2_table=12, hidden=16, hidden_layers=1),
        render=RenderConfig(step_size=1 / 12, grid_resolution=16),
        save=SaveConfig(checkpoint_every=5, preview_every=20, preview_resolution=16, metrics_every=2),
        mesh=ExportSettings(
            resolution=24, coarse_resolution=16, isolevel_pixels=24, max_faces=400, texture_size=64, uv_time_limit=0.0
        ),
        pictures=PictureConfig(resolution=32, turntable_frames=2),
    )
    return replace(config, **changes)

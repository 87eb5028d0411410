"""How much finer than for one object the field of a scene must be, so that each of its objects gets its own detail."""

from dataclasses import replace

from torch import Tensor

from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.train.priors import read_prompt
from bozzetto.jobs.train.views import WHOLE_OBJECT
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import Prior, ScenePrior

MAX_SCENE_SCALE = 2.0
"""Beyond it, time and noise cost more than detail gives."""


def object_crops(prior: Prior, text: Text) -> Tensor:
    """The balls [K, 4] about the parts of what a text means, see `bozzetto.sds.prior.ScenePrior`, or one about all of
    it."""
    if isinstance(prior, ScenePrior) and isinstance(text, Conditioning):
        return prior.object_crops(text)
    return WHOLE_OBJECT


def scene_scale_of(config: RunConfig, prior: Prior) -> float:
    """How many times finer than for one object the field must be for what the prompt holds, from 1 to MAX_SCENE_SCALE.

    Raises:
        PriorError: the prior can make nothing of the prompt.
    """
    if config.scene_scale > 0:
        return config.scene_scale
    if not isinstance(prior, ScenePrior):
        return 1.0
    balls = object_crops(prior, read_prompt(prior, config.prompt, config.negative, config.text))
    return min(MAX_SCENE_SCALE, max(1.0, float(1 / balls[:, 3].min())))


def with_scene_scale(config: RunConfig, prior: Prior) -> RunConfig:
    """The configuration for what its prompt holds; one whose `scene_scale` is set stays as it is.

    Twice the detail is half the size of cells and samples, four times the table's rows, eight times the steps of the
    first fit, and half the rate, for each cell is in fewer views.

    Raises:
        PriorError: the prior can make nothing of the prompt.
    """
    if config.scene_scale > 0:
        return config
    times = scene_scale_of(config, prior)
    if times == 1:
        return replace(config, scene_scale=1.0)
    field = replace(
        config.field,
        max_resolution=min(round(times * config.field.max_resolution), 4096),
        log2_table=min(config.field.log2_table + round(2 * (times - 1)), 24),
    )
    return replace(
        config,
        scene_scale=round(times, 3),
        field=field,
        render=replace(config.render, step_size=config.render.step_size / times),
        start=replace(config.start, steps=min(round(config.start.steps * times**3), 10_000)),
        optim=replace(config.optim, lr_encoding=config.optim.lr_encoding / times),
        mesh=replace(
            config.mesh,
            resolution=min(round(config.mesh.resolution * (times + 1) / 2), 512),
            # A small thing is no speck, and its features are as small as it is.
            keep_fraction=config.mesh.keep_fraction / times**3,
            normal_length=config.mesh.normal_length / times,
            line_length=config.mesh.line_length / times,
            match_pixels=min(round(config.mesh.match_pixels * times), 1024),
        ),
    )

"""Score distillation: a prior's prediction of rendered views becomes a radiance field (DreamFusion, arXiv 2209.14988).

A step samples cameras, renders the field, asks the prior what it would rather see, and follows the gradient there.
"""

import logging
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from bozzetto.jobs.config.errors import CheckpointError, ConfigError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.checkpoint import load_checkpoint
from bozzetto.jobs.store.progress import ProgressFn, ShouldStopFn, Stopwatch, never_stop, no_progress
from bozzetto.jobs.store.runs import Run, disk_errors, write_json
from bozzetto.jobs.train.distill import Distiller, field_latents, latents_of, novel_view_distiller
from bozzetto.jobs.train.driver import Driver, ProgressReporter, StepResult, save_estimates
from bozzetto.jobs.train.guide_shape import guide_loss, read_guide_shape
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.picture_view import picture_loss, read_picture_view
from bozzetto.jobs.train.regularisers import needs_samples, regularised
from bozzetto.jobs.train.resolve import resolve
from bozzetto.jobs.train.shape_init import fit_shape
from bozzetto.jobs.train.train_state import TrainState, new_state, restore
from bozzetto.jobs.train.views import (
    binarization_weight,
    cameras_of,
    of_group,
    sample_views,
    t_range,
    textureless,
    view_resolution,
    without_texture,
)
from bozzetto.nerf.backend import BackendUnavailableError, place_field
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import Rays, camera_rays, per_ray
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import MIXED_PRECISION_BACKENDS, FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import RenderOutput, render
from bozzetto.nerf.shading import light_to_world
from bozzetto.sds.conditioning import UnknownWord, Views
from bozzetto.sds.schedule import sample_t
from bozzetto.transfer import download, upload

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trained:
    """A trained field and how it was trained."""

    field: HashField
    grid: OccupancyGrid
    step: int
    """Steps done."""
    seconds: float
    """Wall time of all steps, over all processes that worked on it."""
    split: dict[str, float]
    """Seconds of this process by part of the step."""
    unknown: tuple[UnknownWord, ...] = ()
    """Words of the prompt that the prior does not know."""


def train(
    run: Run, knowledge: PriorKnowledge, *, progress: ProgressFn = no_progress, should_stop: ShouldStopFn = never_stop
) -> Trained:
    """Optimises the run's field, from its last checkpoint or from the start, and saves checkpoints of it.

    Args:
        run: the run; the caller holds its lock.
        knowledge: the image prior that its configuration names, with its prompt.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there.
    Returns:
        The trained field.
    Raises:
        RunInterrupted: SIGINT or SIGTERM came, or `should_stop` said so; a checkpoint was saved after the step.
        DivergedError: the loss was not finite again after `optim.max_rollbacks` roll-backs.
        CollapsedError: the field became empty or solid, and again with ever lower rates.
        CheckpointError: the last checkpoint belongs to another configuration.
        DiskError: something could not be written.
    """
    config = resolved_config(run, knowledge)
    state = new_state(config)
    field, draw = state.field, state.generators
    distiller = Distiller(config, knowledge, draw["init"])
    state.particle = distiller.learned
    picture, guide = read_picture_view(config), read_guide_shape(config)
    novel_view = novel_view_distiller(config, knowledge, draw["init"])

    def initialise() -> None:
        if config.start.shape == "prior":
            assert knowledge.shape_fn is not None  # by `resolve`
            fit_shape(field, config, draw["init"], knowledge.shape_fn)

    def step(number: int, watch: Stopwatch) -> StepResult:
        done = number / config.steps
        # Where from, in what light, before what; and what is there.
        views = sample_views(config.camera, config.light, draw["views"], done, knowledge.object_crops)
        side = view_resolution(number, config.steps, config.render, distiller.resolution)
        as_latents = distiller.shows_latents(number)
        side = distiller.latent_side if as_latents else side
        where = distiller.sees_on(field.table.device)
        rays, out, images = render_views(state, config, views, side, done, as_latents, where, watch)

        # What the prior would rather see, and the gradient towards it. With `images` detached from it, this is half
        # the squared error in [0, 1] colours: its gradient counts, `distance` is its value.
        t = sample_t(t_range(number, config.steps, config.guidance), len(views), draw["noise"])
        t = of_group(t, config.camera.together)
        gradient, distance = distiller(images, views, t, draw["noise"])
        watch.lap("prior")
        loss = config.guidance.weight * (images * gradient).sum() / distiller.divisor(len(views), side)

        if novel_view is not None and not as_latents:
            second = config.novel_view
            t2 = of_group(sample_t((second.t_min, second.t_max), len(views), draw["noise"]), config.camera.together)
            gradient, _ = novel_view(images, views, t2, draw["noise"])
            watch.lap("prior")
            loss = loss + second.weight * (images * gradient).sum() / novel_view.divisor(len(views), side)
        if picture is not None:
            loss = loss + download(picture_loss(picture, state, config, side, done), loss.device)
        if guide is not None and (weight := config.regular.guide_shape.at(done)) > 0:
            held = guide_loss(guide, field, out, rays, config.regular.guide_points, draw["rays"])
            loss = loss + weight * download(held, loss.device)
        loss = regularised(loss, out, rays, field, config, number, draw["rays"])
        metrics = {"t": float(t.mean()), "binarization": binarization_weight(number, config.steps, config.regular)}
        return StepResult(loss, distance, out.opacity, out.n_samples, rays, metrics)

    def preview_estimates() -> dict[str, Any]:
        # Of the embedded prior the previews say as much; of others they show what leads the run astray.
        estimates = distiller.estimates() if config.prior != "embedded" else None
        if estimates is not None:
            save_estimates(run, state.step, estimates)
        return {}

    driver = Driver(run, config, state, initialise=initialise, progress=progress, should_stop=should_stop)
    report_beginning(knowledge, config, driver.report)
    _, split = driver.train(step, preview_estimates)
    return on_cpu(Trained(field, state.grid, state.step, state.seconds, split, knowledge.text.unknown))


def render_views(
    state: TrainState,
    config: RunConfig,
    views: Views,
    side: int,
    done: float,
    as_latents: bool,
    where: torch.device,
    watch: Stopwatch,
) -> tuple[Rays, RenderOutput, Tensor]:
    """The field from a step's views, as the prior is shown it.

    Args:
        state: the field, its occupancy and the source of chance.
        config: the run's, resolved.
        views: B views.
        side: pixels along an edge.
        done: part of the run that is done, in [0, 1].
        as_latents: show the latents of a field that has them, of another its normals and opacity, see `latents_of`.
        where: device of what is returned, but the rays.
        watch: times the parts of the step.
    Returns:
        R = B * side * side rays on the CPU and what they meet, premultiplied; and images [B, 3, side, side] in [-1, 1],
        or latents [B, 4, side, side].
    """
    draw, device = state.generators, state.field.table.device
    cameras = cameras_of(views, side)
    rays = camera_rays(cameras, draw["rays"])
    shaded = bool((views.ambient < 1).any())
    has_latents = config.field.colors == "latents"
    turned = config.regular.orientation.at(done) > 0 or config.regular.normal_smoothness.at(done) > 0
    watch.lap("views")
    out = render(
        state.field,
        state.grid,
        rays.to(device),
        step_size=config.render.step_size,
        light=per_ray(upload(light_to_world(views.light, cameras.c2w), device), cameras) if shaded else None,
        ambient=per_ray(upload(views.ambient, device), cameras) if shaded else 1.0,
        normals=config.render.normals if shaded or turned or (as_latents and not has_latents) else "none",
        generator=draw["rays"],
    )
    if not needs_samples(config.regular, done):
        out = out.without_samples()
    out = out.to(where)
    white = shaded and without_texture(config.light.textureless_share, draw["rays"])
    rgb = textureless(out, views, cameras) if white else out.rgb
    rgb = over(rgb, out.opacity, per_ray(upload(views.background, where), cameras))
    # Rays become images, channel-last becomes channel-first, [0, 1] becomes [-1, 1]: here and nowhere else.
    images = rgb.view(len(views), side, side, 3).permute(0, 3, 1, 2) * 2 - 1
    if as_latents:
        images = field_latents(state.field, out, views, side) if has_latents else latents_of(out, len(views), side)
    watch.lap("compositing")
    return rays, out, images


def resolved_config(run: Run, knowledge: PriorKnowledge) -> RunConfig:
    """The run's configuration, resolved. One of an earlier version, which was resolved anew at each start, is written
    down as it runs.

    Raises:
        ConfigError: it asks for what the prior cannot do.
        DiskError: config.json could not be written.
    """
    given = run.config
    # A run that was begun before scenes had a scale of their own has the field that it was configured with.
    begun = bool(run.checkpoints) and given.scene_scale == 0
    config = resolve(replace(given, scene_scale=1.0) if begun else given, knowledge)
    if config != given:
        with disk_errors(f"write {run.path / 'config.json'}"):
            write_json(run.path / "config.json", config_to_dict(config))
    return config


def report_beginning(knowledge: PriorKnowledge, config: RunConfig, report: ProgressReporter) -> None:
    """Messages about where a run computes, and what the prior made of the prompt."""
    text = knowledge.text
    report(f"the field runs by {place_field(config.field)}, the prior on {knowledge.device}")
    for word in text.unknown:
        report(f"the prior does not know {word.word!r}; nearest that it knows: {', '.join(word.nearest) or 'none'}")
    for name, meaning in text.assumed:
        report(f"the prior reads {name!r} as {meaning!r}")
    for note in text.notes:
        report(note)
    if knowledge.novel_view is not None:
        report(f"{knowledge.novel_view.prior.name} continues the picture {config.hub.image}")
        for note in knowledge.novel_view.text.notes:
            report(note)
    if config.glass == "yes":
        report("the prior knows this object as glass: it is left transparent")


def load_trained(run: Run, backend: str = "auto") -> Trained:
    """The field of a run as its last checkpoint has it.

    Args:
        run: the run.
        backend: what the field shall run on, whatever made it; `auto` needs no card.

    Raises:
        CheckpointError: there is none that can be read, or none yet.
        ConfigError: the backend is absent, or cannot run this field.
    """
    config = run.config
    try:
        state = new_state(replace(config, field=portable(config.field, backend)))
    except (BackendUnavailableError, ValueError) as error:
        raise ConfigError(str(error)) from error
    checkpoint, problems = load_checkpoint(run)
    for problem in problems:
        log.warning(problem)
    if checkpoint is None or checkpoint.step == 0:
        why = f" ({'; '.join(problems)})" if problems else ""
        raise CheckpointError(f"{run.path} has nothing to export yet{why}; train it with: bozzetto resume {run.path}")
    restore(state, checkpoint)
    return Trained(state.field, state.grid, state.step, state.seconds, {})


def portable(config: FieldConfig, backend: str = "auto") -> FieldConfig:
    """A field's configuration with another backend; `auto` is the one of the CPU that can run its sizes."""
    mixed = config.mixed_precision and backend in MIXED_PRECISION_BACKENDS
    return replace(config, backend=backend, device="cpu" if backend == "auto" else "auto", mixed_precision=mixed)


def on_cpu(trained: Trained) -> Trained:
    """The same field with the compiled kernels, for what comes after training; as it is when it is on the CPU."""
    if trained.field.table.device.type == "cpu" and not trained.field.operations.needs_card:
        return trained
    field = HashField(portable(trained.field.config))
    field.load_state_dict(trained.field.state_dict())
    return replace(trained, field=field, grid=trained.grid.to("cpu"))

"""Score distillation: a prior's prediction of rendered views becomes a radiance field (DreamFusion, arXiv 2209.14988).

A step samples cameras, renders the field, asks the prior what it would rather see, and follows the gradient there.
"""

import logging
from dataclasses import dataclass, replace

from bozzetto.jobs.config.errors import CheckpointError, ConfigError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.checkpoint import load_checkpoint
from bozzetto.jobs.store.progress import ProgressFn, ShouldStopFn, Stopwatch, never_stop, no_progress
from bozzetto.jobs.store.runs import Run, disk_errors, write_json
from bozzetto.jobs.train.distill import Distiller, as_latents
from bozzetto.jobs.train.driver import Driver, ProgressReporter, StepResult
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.regularisers import opacity_binarization, ramped_terms, roughness
from bozzetto.jobs.train.resolve import resolve
from bozzetto.jobs.train.shape_init import fit_shape
from bozzetto.jobs.train.train_state import new_state, restore
from bozzetto.jobs.train.views import (
    binarization_weight,
    cameras_of,
    sample_views,
    t_range,
    textureless,
    view_resolution,
    without_texture,
)
from bozzetto.nerf.backend import BackendUnavailableError, place_field
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import camera_rays, per_ray
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import MIXED_PRECISION_BACKENDS, FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render
from bozzetto.nerf.shading import light_to_world
from bozzetto.sds.conditioning import UnknownWord
from bozzetto.sds.schedule import sample_t

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
    total, regular, light = config.steps, config.regular, config.light
    state = new_state(config)
    field, grid, draw = state.field, state.grid, state.generators
    distiller = Distiller(config, knowledge, draw["init"])
    state.particle = distiller.learned

    def initialise() -> None:
        if config.start.shape == "prior":
            assert knowledge.shape_fn is not None  # by `resolve`
            fit_shape(field, config, draw["init"], knowledge.shape_fn)

    driver = Driver(run, config, state, initialise=initialise, progress=progress, should_stop=should_stop)
    driver.report(f"the field runs by {place_field(config.field)}, the prior on {knowledge.device}")
    report_text(knowledge, config, driver.report)

    def step(number: int, watch: Stopwatch) -> StepResult:
        done = number / total
        # Where from, in what light, before what.
        views = sample_views(config.camera, light, draw["views"], done, knowledge.object_crops)
        early = distiller.begins_in_latents and number < config.guidance.latent_until * total
        side = distiller.latent_side if early else view_resolution(number, total, config.render, distiller.resolution)
        cameras = cameras_of(views, side)
        rays = camera_rays(cameras, draw["rays"])
        shaded = bool((views.ambient < 1).any())
        turned = regular.orientation.at(done) > 0
        watch.lap("views")

        # What is there: [R, 3], premultiplied.
        device = field.table.device
        out = render(
            field,
            grid,
            rays.to(device),
            step_size=config.render.step_size,
            light=per_ray(light_to_world(views.light, cameras.c2w), cameras).to(device) if shaded else None,
            ambient=per_ray(views.ambient, cameras).to(device) if shaded else 1.0,
            normals=config.render.normals if shaded or turned or early else "none",
            generator=draw["rays"],
        ).to("cpu")
        white = shaded and without_texture(light.textureless_share, draw["rays"])
        rgb = over(
            textureless(out, views, cameras) if white else out.rgb, out.opacity, per_ray(views.background, cameras)
        )
        # Rays become images, channel-last becomes channel-first, [0, 1] becomes [-1, 1]: here and nowhere else.
        images = rgb.view(len(cameras), side, side, 3).permute(0, 3, 1, 2) * 2 - 1
        if early:
            images = as_latents(out, len(cameras), side)
        watch.lap("compositing")

        # What the prior would rather see, and the gradient towards it.
        t = sample_t(t_range(number, total, config.guidance), len(cameras), draw["noise"])
        gradient, distance = distiller(images, views, t, draw["noise"])
        watch.lap("prior")

        # Half the squared error in [0, 1] colours, as a mean over pixels, so that the weights beside it keep their
        # meaning at any resolution and number of views. Its gradient counts; `distance` is its value.
        loss = config.guidance.weight * (images * gradient).sum() / distiller.divisor(len(cameras), side)
        binarization = binarization_weight(number, total, regular)
        loss = loss + binarization * opacity_binarization(out.opacity, len(cameras))
        loss = loss + regular.sparsity * out.opacity.mean()
        loss = loss + ramped_terms(out, rays, regular, done)
        if regular.smoothness > 0:
            loss = loss + regular.smoothness * roughness(field, config, draw["rays"])
        metrics = {"t": float(t.mean()), "binarization": binarization}
        return StepResult(loss, distance, out.opacity, out.n_samples, rays, metrics)

    _, split = driver.train(step)
    return on_cpu(Trained(field, grid, state.step, state.seconds, split, knowledge.text.unknown))


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


def report_text(knowledge: PriorKnowledge, config: RunConfig, report: ProgressReporter) -> None:
    """Messages about what the prior made of the prompt."""
    text = knowledge.text
    for word in text.unknown:
        report(f"the prior does not know {word.word!r}; nearest that it knows: {', '.join(word.nearest) or 'none'}")
    for name, meaning in text.assumed:
        report(f"the prior reads {name!r} as {meaning!r}")
    for note in text.notes:
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

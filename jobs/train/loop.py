"""The loop: a prior's opinion of rendered views becomes a radiance field (DreamFusion, arXiv 2209.14988)."""

import logging
import time
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from bozzetto.jobs.config.errors import CheckpointError, CollapsedError, ConfigError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.checkpoint import (
    load_checkpoint,
)
from bozzetto.jobs.store.progress import ProgressFn, ShouldStopFn, Stopwatch, never_stop, no_progress, stop_on_signals
from bozzetto.jobs.store.runs import (
    METRICS_LINES,
    PREVIEWS,
    Run,
    append_metrics,
    spaced,
)
from bozzetto.jobs.train.distill import as_latents, distill, extra_text, latent_start, new_particle, prior_times
from bozzetto.jobs.train.glass import is_glass
from bozzetto.jobs.train.priors import read_prompt
from bozzetto.jobs.train.regularisers import opacity_binarization, ramped_terms
from bozzetto.jobs.train.scene_scale import object_crops
from bozzetto.jobs.train.shape_init import knows_shape, shaped_camera, shaped_guidance, start_from_shape
from bozzetto.jobs.train.train_state import (
    ProgressReporter,
    TrainState,
    advance,
    check_finite,
    interrupted,
    maybe_checkpoint,
    new_state,
    restore,
    restore_or_init,
    roll_back,
    save_preview,
    start_over,
)
from bozzetto.jobs.train.views import (
    binarization_weight,
    cameras_of,
    learning_levels,
    sample_views,
    t_range,
    textureless,
    view_resolution,
    without_texture,
)
from bozzetto.nerf.backend import BackendUnavailableError
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import Rays, camera_rays, per_ray
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import MIXED_PRECISION_BACKENDS, FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render
from bozzetto.nerf.shading import light_to_world
from bozzetto.sds.conditioning import UnknownWord
from bozzetto.sds.prior import LatentPrior, Prior
from bozzetto.sds.schedule import sample_t

# Mean opacity: of all rays, and of those that only graze the ball. A ball of an object reaches 0.9 of the way there.
EMPTY_OPACITY, SOLID_RIM_OPACITY = 0.002, 0.75
GRAZING = 0.94
COLLAPSE_PATIENCE = 30

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
    run: Run, prior: Prior, *, progress: ProgressFn = no_progress, should_stop: ShouldStopFn = never_stop
) -> Trained:
    """Optimises the run's field, from its last checkpoint or from the start, and keeps checkpoints of it.

    Args:
        run: the run; the caller holds its lock.
        prior: the image prior that its configuration names.
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
    config = run.config
    total = config.steps
    conditioning = read_prompt(prior, config.prompt, config.negative, config.text)
    extra = extra_text(prior, config)
    in_latents = latent_start(prior, config)
    latent_side = prior.latent_shape[-1] if isinstance(prior, LatentPrior) else 0
    state = new_state(config)
    if config.guidance.method == "vsd":
        state.particle = new_particle(prior, conditioning, config, state.generators["init"])
    report = ProgressReporter(progress, state, total)
    restore_or_init(run, state, report)
    shaped = knows_shape(prior, config)
    guidance = shaped_guidance(config) if shaped else config.guidance
    camera = shaped_camera(config) if shaped else config.camera
    glass = is_glass(config, prior, conditioning)
    regular = replace(config.regular, opacity_binarization=0.0) if glass else config.regular
    if shaped and state.step == 0:
        start_from_shape(run, state, prior)
    for word in conditioning.unknown:
        report(f"the prior does not know {word.word!r}; nearest that it knows: {', '.join(word.nearest) or 'none'}")
    for name, meaning in conditioning.assumed:
        report(f"the prior reads {name!r} as {meaning!r}")
    for note in conditioning.notes:
        report(note)
    if glass:
        report("the prior knows this object as glass: it is left transparent")

    parts = object_crops(prior, conditioning)
    field, grid, draw = state.field, state.grid, state.generators
    device = field.table.device
    watch = Stopwatch()
    # `render` marches, then calls the field, then composites: the field's hooks are where its parts meet.
    field.register_forward_pre_hook(lambda *_: watch.lap("marching"))
    field.register_forward_hook(lambda *_: watch.lap("field"))
    clock_start, preview = time.perf_counter() - state.seconds, None

    with stop_on_signals(should_stop) as stop:
        while state.step < total:
            watch.start()
            step = state.step
            if step % config.render.grid_every == 0:
                grid.update(field.density, draw["grid"], skip=shaped or step >= config.render.grid_open * total)
                watch.lap("occupancy")

            # Where from, in what light, before what.
            views = sample_views(camera, config.light, draw["views"], step / total, parts)
            early = in_latents and step < config.guidance.latent_until * total
            side = latent_side if early else view_resolution(step, total, config.render, prior.resolution)
            cameras = cameras_of(views, side)
            rays = camera_rays(cameras, draw["rays"])
            shaded = bool((views.ambient < 1).any())
            turned = regular.orientation.at(step / total) > 0
            watch.lap("views")

            # Render. [R, 3], premultiplied.
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
            white = shaded and without_texture(config.light.textureless_share, draw["rays"])
            shown = textureless(out, views, cameras) if white else out.rgb
            rgb = over(shown, out.opacity, per_ray(views.background, cameras))
            # Rays become images, channel-last becomes channel-first, [0, 1] becomes [-1, 1]: here and nowhere else.
            images = rgb.view(len(cameras), cameras.height, cameras.width, 3).permute(0, 3, 1, 2) * 2 - 1
            if early:
                images = as_latents(out, len(cameras), side)
            watch.lap("compositing")

            # What the prior would rather see, and the gradient towards it.
            t = sample_t(t_range(step, total, guidance), len(cameras), draw["noise"])
            t = prior_times(t, prior, config.guidance)
            try:
                gradient, distance = distill(
                    images, prior, conditioning, views, t, draw["noise"], config, state.particle, extra
                )
                watch.lap("prior")

                # Half the squared error in [0, 1] colours, as a mean over pixels, so that the weights beside it keep
                # their meaning at any resolution and number of views. Its gradient counts; `distance` is its value.
                weight = binarization_weight(step, total, regular)
                # Published recipes sum over an image's pixels instead. Several rays of one of the prior's pixels have
                # its gradient between them.
                pixels = len(cameras) * min(side, prior.resolution) ** 2
                divisor = 4 * pixels if config.guidance.reduction == "pixels" else len(cameras)
                loss = config.guidance.weight * (images * gradient).sum() / divisor
                loss = loss + weight * opacity_binarization(out.opacity, len(cameras))
                loss = loss + regular.sparsity * out.opacity.mean()
                loss = loss + ramped_terms(out, rays, regular, step / total)
                if regular.smoothness > 0:
                    loss = loss + regular.smoothness * roughness(field, config, draw["rays"])
                state.optimizer.zero_grad(set_to_none=True)
                loss.backward()
                hold_fine_levels(field, learning_levels(step, total, config.optim, config.field.levels))
                check_finite(loss, field)
                watch.lap("backward")
            except FloatingPointError as fault:
                roll_back(run, state, config, str(fault), report)
                clock_start = time.perf_counter() - state.seconds
                continue

            factor = advance(state, config, clock_start)
            watch.lap("optimiser")

            opacity = float(out.opacity.detach().mean())
            try:
                watch_for_collapse(state, opacity, rim_opacity(out.opacity.detach(), rays, config.field.radius))
            except CollapsedError as fault:
                start_over(run, state, fault, report)
                if shaped:
                    start_from_shape(run, state, prior)
                clock_start = time.perf_counter() - state.seconds
                continue
            last = state.step == total
            if state.step % spaced(config.save.metrics_every, total, METRICS_LINES) == 0 or last:
                row = {"step": state.step, "loss": distance, "opacity": opacity, "t": float(t.mean())}
                row |= {"samples": out.n_samples, "occupied": grid.fraction(), "rate": factor, "binarization": weight}
                append_metrics(run, row | {"seconds": round(state.seconds, 3)})
            if state.step % spaced(config.save.preview_every, total, PREVIEWS) == 0 or last:
                with watch.as_one():
                    preview = save_preview(run, state, config)
            # Read once: a signal after this line lets another step run, so that its checkpoint is saved too.
            stopping = stop.check(state.step)
            maybe_checkpoint(run, state, config, stopping)
            watch.lap("saving")
            report("", preview, distance)
            if stopping:
                break
    if stop:
        raise interrupted(run, state, stop.exit_code)
    return on_cpu(Trained(field, grid, state.step, state.seconds, watch.split(), conditioning.unknown))


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


def roughness(field: HashField, config: RunConfig, generator: torch.Generator) -> Tensor:
    """Mean change of opacity and albedo between random points of the sphere and their neighbours one sample away."""
    n, step = config.regular.smoothness_points, config.render.step_size
    x = torch.nn.functional.normalize(torch.randn(n, 3, generator=generator), dim=-1)
    x = x * torch.rand(n, 1, generator=generator) ** (1 / 3)
    near = x + step * torch.nn.functional.normalize(torch.randn(n, 3, generator=generator), dim=-1)
    here, there = field(x.to(field.table.device)), field(near.to(field.table.device))
    opacity = (torch.expm1(-here.sigmas * step) - torch.expm1(-there.sigmas * step)).abs()
    return (opacity.mean() + (here.albedo - there.albedo).abs().mean()).cpu()


def hold_fine_levels(field: HashField, levels: int) -> None:
    """Takes the gradient off the encoding's levels beyond the first `levels`, which then stay as they began: tiny."""
    if levels < field.config.levels and field.table.grad is not None:
        field.table.grad[field.config.layout.offsets[levels] :] = 0


def rim_opacity(opacity: Tensor, rays: Rays, radius: float) -> float:
    """Mean opacity of the rays that pass through the ball's rim, which an object leaves free and a solid field fills.

    The mean over all rays does not tell them apart where views are crops: a ball fills those.

    Args:
        opacity: of the rays, [R], on the CPU.
        rays: R rays, on the CPU.
        radius: the ball's, about the origin, in world units.

    Returns:
        In [0, 1]; 0 where no ray grazes the ball.
    """
    nearest = torch.linalg.cross(rays.origins, rays.directions).norm(dim=-1)
    grazing = (nearest > GRAZING * radius) & (nearest < radius)
    return float(opacity[grazing].mean()) if bool(grazing.any()) else 0.0


def watch_for_collapse(state: TrainState, opacity: float, rim: float) -> None:
    """CollapsedError when the views have been empty or solid for COLLAPSE_PATIENCE steps on end.

    Args:
        state: counts the steps.
        opacity: mean over the step's rays.
        rim: see `rim_opacity`.
    """
    state.collapsed_steps = state.collapsed_steps + 1 if opacity < EMPTY_OPACITY or rim > SOLID_RIM_OPACITY else 0
    if state.collapsed_steps >= COLLAPSE_PATIENCE:
        what = "empty" if opacity < EMPTY_OPACITY else "solid, filling the whole view"
        what = f"the field has become {what}"
        raise CollapsedError(
            f"{what} (mean opacity {opacity:.3f} at step {state.step}), {state.rollbacks + 1} times with ever lower "
            "rates; no object can come out of that. Try another seed, or lower optim.lr_encoding and optim.lr_network",
            what,
        )

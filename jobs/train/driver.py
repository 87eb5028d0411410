"""What every training has around its steps: checkpoints, roll-backs, previews, metrics, progress, signals, times.

A training gives its step, a function of the step's number; everything else of a run at work is here.
"""

import io
import shlex
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.jobs.config.errors import CheckpointError, CollapsedError, DivergedError, RunInterrupted
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.checkpoint import drop_damaged, load_checkpoint, save_checkpoint
from bozzetto.jobs.store.progress import (
    Progress,
    ProgressFn,
    ShouldStopFn,
    Stopwatch,
    never_stop,
    no_progress,
    stop_on_signals,
)
from bozzetto.jobs.store.runs import (
    METRICS_LINES,
    PREVIEWS,
    Run,
    append_metrics,
    disk_errors,
    rewind_metrics,
    spaced,
    write_state,
)
from bozzetto.jobs.train.kernel_cache import compile_kernels
from bozzetto.jobs.train.train_state import TrainState, new_state, pack, rates, restore
from bozzetto.jobs.train.views import cameras_of, learning_levels, orbit_views, rate_factor
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.field import HashField
from bozzetto.nerf.rendering import render_image
from bozzetto.transfer import upload

EMPTY_OPACITY, SOLID_RIM_OPACITY = 0.002, 0.75
"""Mean opacity of all rays below which a field is empty; and of those that graze its ball, above which it is solid. A
ball of an object reaches 0.9 of the way there."""
GRAZING = 0.94
"""Share of the ball's radius beyond which a ray grazes it."""
COLLAPSE_PATIENCE = 30
"""Steps on end after which an empty or solid field has collapsed."""
PREVIEW_AZIMUTHS_DEG = (0.0, 90.0, 180.0, 270.0)


@dataclass(frozen=True)
class StepResult:
    """What a step has found out, before the optimiser moves."""

    loss: Tensor
    """Scalar, with its gradient."""
    distance: float
    """The loss that people read: a squared error."""
    opacity: Tensor
    """Of the step's rays, [R]."""
    n_samples: int
    """Samples that were evaluated."""
    rays: Rays | None = None
    """Those R, on the CPU, where the field is watched for a collapse."""
    metrics: dict[str, Any] = field(default_factory=dict)
    """Further entries of the step's line in metrics.jsonl."""


StepFn = Callable[[int, Stopwatch], StepResult]
"""(number of the step, a stopwatch for the step's parts) -> its result. FloatingPointError: something is not finite."""


@dataclass
class ProgressReporter:
    """Reports the progress of training, with the time left at its own pace."""

    progress: ProgressFn
    state: TrainState
    total: int
    """Steps of the run."""
    first: int | None = None
    """Step at which this process began, once it has."""
    started: float = field(default_factory=time.perf_counter)

    def __call__(self, message: str, preview: Path | None = None, loss: float | None = None) -> None:
        """A message, or an empty one for a step that is done."""
        step = self.state.step
        done = 0 if self.first is None else step - self.first
        left = (time.perf_counter() - self.started) / done * (self.total - step) if done > 0 else None
        self.progress(Progress("training", step, self.total, left, loss, preview, message))


class Driver:
    """A run's training from its last checkpoint, or from the start, to its end.

    Args:
        run: the run; the caller holds its lock.
        config: the run's, resolved.
        state: of the run before its first step.
        initialise: makes the field what the run begins with; also after a collapse.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there.
    Raises:
        CheckpointError: the last checkpoint belongs to another configuration.
        DiskError: something could not be written.
    """

    def __init__(
        self,
        run: Run,
        config: RunConfig,
        state: TrainState,
        *,
        initialise: Callable[[], None] = lambda: None,
        progress: ProgressFn = no_progress,
        should_stop: ShouldStopFn = never_stop,
    ) -> None:
        self.run, self.config, self.state = run, config, state
        self.report = ProgressReporter(progress, state, config.steps)
        self._initialise, self._should_stop = initialise, should_stop
        self._stopwatch = Stopwatch()
        restore_or_init(run, state, self.report, initialise)

    def train(
        self, step_fn: StepFn, preview_metrics: Callable[[], dict[str, Any]] = lambda: {}
    ) -> tuple[StepResult | None, dict[str, float]]:
        """Makes the steps that are left.

        Args:
            step_fn: the step.
            preview_metrics: further entries of metrics.jsonl where there is a preview.
        Returns:
            The last step's result, None where no step was left; and seconds by part of the step.
        Raises:
            RunInterrupted: SIGINT or SIGTERM came, or `should_stop` said so; a checkpoint was saved after the step.
            DivergedError: something was not finite again after `optim.max_rollbacks` roll-backs.
            CollapsedError: the field became empty or solid, and again with ever lower rates.
            DiskError: something could not be written.
        """
        config, state, watch = self.config, self.state, self._stopwatch
        draw, result, preview = state.generators, None, None
        clock_start = time.perf_counter() - state.seconds
        # `render` marches, then calls the field, then composites: the field's hooks are where its parts meet.
        with stop_on_signals(self._should_stop) as stop, watch.timing(state.field, before="marching", after="field"):
            while state.step < config.steps:
                watch.start()
                if state.step % config.render.grid_every == 0:
                    skip = config.start.shape == "prior" or state.step >= config.render.grid_open * config.steps
                    state.grid.update(state.field.density, draw["grid"], skip=skip)
                    watch.lap("occupancy")
                try:
                    result = step_fn(state.step, watch)
                    self._backward(result.loss)
                    watch.lap("backward")
                    factor = advance(state, config, clock_start)
                    watch.lap("optimiser")
                    if result.rays is not None:
                        watch_for_collapse(state, result.opacity, result.rays, config.field.radius)
                except FloatingPointError as fault:
                    roll_back(self.run, state, config, str(fault), self.report)
                    clock_start = time.perf_counter() - state.seconds
                    continue
                except CollapsedError as fault:
                    start_over(self.run, state, config, fault, self.report, self._initialise)
                    clock_start = time.perf_counter() - state.seconds
                    continue
                with watch.as_one():
                    preview = self._log(result, factor, preview_metrics) or preview
                # Read once: a signal after this line lets another step run, so that its checkpoint is saved too.
                stopping = stop.check(state.step)
                maybe_checkpoint(self.run, state, config, stopping)
                watch.lap("saving")
                self.report("", preview, result.distance)
                if stopping:
                    break
        if stop:
            raise interrupted(self.run, state, stop.exit_code)
        return result, watch.split()

    def _backward(self, loss: Tensor) -> None:
        """The gradient of the field, checked; none for levels of the encoding whose time has not come."""
        state, config = self.state, self.config
        state.optimizer.zero_grad()
        loss.backward()
        hold_fine_levels(state.field, learning_levels(state.step, config.steps, config.optim, config.field.levels))
        check_finite(loss, state.field)

    def _log(self, result: StepResult, factor: float, preview_metrics: Callable[[], dict[str, Any]]) -> Path | None:
        """Metrics and preview, where it is time for them; the preview."""
        state, save, total = self.state, self.config.save, self.config.steps
        last = state.step == total
        preview, further = None, {}
        if last or state.step % spaced(save.preview_every, total, PREVIEWS) == 0:
            preview, further = save_preview(self.run, state, self.config), preview_metrics()
        if last or further or state.step % spaced(save.metrics_every, total, METRICS_LINES) == 0:
            opacity = float(result.opacity.detach().mean())
            row = {"step": state.step, "loss": result.distance, "opacity": opacity, **result.metrics}
            row |= {"samples": result.n_samples, "occupied": state.grid.fraction(), "rate": factor}
            append_metrics(self.run, row | {"seconds": round(state.seconds, 3)} | further)
        return preview


def restore_or_init(
    run: Run, state: TrainState, report: ProgressReporter, initialise: Callable[[], None] = lambda: None
) -> None:
    """Puts the run's newest whole checkpoint into the state, or saves one of the beginning where there is none.

    Raises:
        CheckpointError: the checkpoint belongs to another configuration.
        DiskError: something could not be written.
    """
    restored, problems = load_checkpoint(run)
    if restored is not None:
        if restored.step > report.total:
            raise CheckpointError(
                f"the checkpoint of step {restored.step} does not fit config.json, which asks for {report.total} steps"
            )
        restore(state, restored)
    report.first = state.step
    for problem in problems:
        report(problem)
    if problems and restored is None:
        report("no checkpoint is whole; beginning at step 0")
    elif problems:
        report(f"going on from step {state.step}")
        drop_damaged(run)
    rewind_metrics(run, state.step)
    if state.field.operations.cached_by_numba:
        compile_kernels("training", report)
    write_state(run, "running", "training", state.step, report.total)
    if not state.initialised:
        initialise()
        state.initialised = True
        save_checkpoint(run, pack(state))


def advance(state: TrainState, config: RunConfig, clock_start: float) -> float:
    """Steps the optimiser at the rates of the schedule, and counts it.

    Args:
        clock_start: `time.perf_counter()` at which the run's clock, which stands still while no process trains it,
            reads 0.
    Returns:
        The factor of the rates.
    """
    factor = state.rate_scale * rate_factor(state.step, config.steps, config.optim)
    for group, rate in zip(state.optimizer.groups, rates(config), strict=True):
        group.rate = rate * factor
    state.optimizer.step()
    state.step, state.seconds = state.step + 1, time.perf_counter() - clock_start
    return factor


def maybe_checkpoint(run: Run, state: TrainState, config: RunConfig, stopping: bool) -> None:
    """Saves a checkpoint if it is time for one, at the end, and where the run stops."""
    if state.step % config.save.checkpoint_every == 0 or state.step == config.steps or stopping:
        save_checkpoint(run, pack(state))
        write_state(run, "running", "training", state.step, config.steps)


def interrupted(run: Run, state: TrainState, exit_code: int) -> RunInterrupted:
    """What says that a run was stopped, and how to go on."""
    go_on = f"bozzetto resume {shlex.quote(str(run.path))}"
    return RunInterrupted(f"stopped at step {state.step} of {run.config.steps}; go on with: {go_on}", exit_code)


def check_finite(loss: Tensor, field: HashField) -> None:
    """FloatingPointError unless the loss and every gradient are finite."""
    values = [("the loss", loss.detach())]
    values += [(f"the gradient of {name}", p.grad) for name, p in field.named_parameters() if p.grad is not None]
    for device in dict.fromkeys(value.device for _, value in values):
        here = [(name, value) for name, value in values if value.device == device]
        # What is not finite makes its sum so, which takes a tenth of the time of looking at each number. One answer for
        # all: the host waits for a card once.
        sums = torch.stack([value.sum() for _, value in here]).isfinite().tolist()
        for (name, value), good in zip(here, sums, strict=True):
            if not good and not bool(value.isfinite().all()):
                raise FloatingPointError(f"{name} is {value.item()}" if value.dim() == 0 else f"{name} is not finite")


def hold_fine_levels(field: HashField, levels: int) -> None:
    """Takes the gradient off the encoding's levels beyond the first `levels`, which then stay as they began: tiny."""
    if levels < field.config.levels and field.table.grad is not None:
        field.table.grad[field.config.layout.offsets[levels] :] = 0


def roll_back(run: Run, state: TrainState, config: RunConfig, fault: str, report: ProgressReporter) -> None:
    """Puts the last good checkpoint back and halves the rates; gives up after `optim.max_rollbacks` times."""
    step, count, scale = state.step, state.rollbacks + 1, state.rate_scale / 2
    if count > config.optim.max_rollbacks:
        raise DivergedError(
            f"gave up at step {step}: {fault}, after {state.rollbacks} roll-backs with ever lower rates; the last good "
            f"checkpoint is kept. Try lower optim.lr_encoding and optim.lr_network, or another seed"
        )
    checkpoint, _ = load_checkpoint(run)
    if checkpoint is None:
        raise DivergedError(f"{fault} at step {step}, and there is no checkpoint to go back to")
    restore(state, checkpoint)
    state.rollbacks, state.rate_scale = count, scale
    rewind_metrics(run, state.step)
    # Saved at once: the checkpoint that a resumed run finds must know of the lower rate.
    save_checkpoint(run, pack(state))
    report(f"step {step}: {fault}; back to step {state.step} with the rates times {scale:g}")


def start_over(
    run: Run,
    state: TrainState,
    config: RunConfig,
    fault: CollapsedError,
    report: ProgressReporter,
    initialise: Callable[[], None] = lambda: None,
) -> None:
    """Begins a collapsed run again with half of its rates, as thin objects need; `optim.max_rollbacks` times at most.

    Raises:
        CollapsedError: `fault`, when it has been tried often enough, or a learned score would have to begin again too.
    """
    step, count, scale, seconds = state.step, state.rollbacks + 1, state.rate_scale / 2, state.seconds
    if count > config.optim.max_rollbacks or state.particle is not None:
        raise fault
    restore(state, pack(new_state(config)))
    state.rollbacks, state.rate_scale, state.seconds = count, scale, seconds
    initialise()
    state.initialised = True
    save_checkpoint(run, pack(state))
    rewind_metrics(run, state.step)
    report(f"step {step}: {fault.what}; starting over with the rates times {scale:g}")


def watch_for_collapse(state: TrainState, opacity: Tensor, rays: Rays, radius: float) -> None:
    """CollapsedError when the views have been empty or solid for COLLAPSE_PATIENCE steps on end.

    Args:
        state: counts the steps.
        opacity: of the step's rays, [R].
        rays: those R, on the CPU.
        radius: the ball's, about the origin, in world units.
    """
    rim = upload(rim_rays(rays, radius), opacity.device)
    means = [opacity.detach().mean(), *([opacity.detach()[rim].mean()] if len(rim) else [])]
    mean, *around = torch.stack(means).tolist()  # the host waits for a card once
    solid = bool(around) and around[0] > SOLID_RIM_OPACITY
    state.collapsed_steps = state.collapsed_steps + 1 if mean < EMPTY_OPACITY or solid else 0
    if state.collapsed_steps >= COLLAPSE_PATIENCE:
        what = f"the field has become {'empty' if mean < EMPTY_OPACITY else 'solid, filling the whole view'}"
        raise CollapsedError(
            f"{what} (mean opacity {mean:.3f} at step {state.step}), {state.rollbacks + 1} times with ever lower "
            "rates; no object can come out of that. Try another seed, or lower optim.lr_encoding and optim.lr_network",
            what,
        )


def rim_rays(rays: Rays, radius: float) -> Tensor:
    """The rays that pass through the ball's rim, which an object leaves free and a solid field fills.

    The mean opacity of all rays does not tell them apart where views are crops: a ball fills those.

    Args:
        rays: R rays, on the CPU.
        radius: the ball's, about the origin, in world units.

    Returns:
        Their numbers, int64 [K].
    """
    nearest = torch.linalg.cross(rays.origins, rays.directions).norm(dim=-1)
    numbers: Tensor = ((nearest > GRAZING * radius) & (nearest < radius)).nonzero()[:, 0]
    return numbers


def save_estimates(run: Run, step: int, images: Tensor) -> Path:
    """Writes what the prior was shown and what it predicted, [2, V, 3, R, R] in [0, 1], into estimates/."""
    rows = [torch.cat(list(row), dim=-1) for row in images]
    pixels = (torch.cat(rows, dim=-2).permute(1, 2, 0) * 255).round().to(torch.uint8).numpy()
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    path = run.path / "estimates" / f"{step:06d}.png"
    with disk_errors(f"write {path}"):
        path.parent.mkdir(exist_ok=True)
        write_bytes(path, data.getvalue())
    return path


def save_preview(run: Run, state: TrainState, config: RunConfig) -> Path:
    """Renders front, right, back and left side by side into previews/."""
    cameras = cameras_of(orbit_views(torch.tensor(PREVIEW_AZIMUTHS_DEG)), config.save.preview_resolution)
    out = render_image(state.field, state.grid, cameras, step_size=config.render.step_size)
    image = over(out.rgb, out.opacity, 1.0).clamp(0, 1)
    pixels = (torch.cat(list(image), dim=1) * 255).round().to(torch.uint8).numpy()
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    path = run.path / "previews" / f"{state.step:06d}.png"
    with disk_errors(f"write {path}"):
        write_bytes(path, data.getvalue())
    return path

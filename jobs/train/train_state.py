"""The state of a training run: what changes from step to step, its checkpoints, roll-backs and progress reports."""

import contextlib
import io
import math
import shlex
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.jobs.config.errors import (
    BozzettoError,
    CheckpointError,
    CollapsedError,
    DiskError,
    DivergedError,
    RunInterrupted,
)
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.checkpoint import (
    Checkpoint,
    drop_damaged,
    load_checkpoint,
    pack_module,
    pack_optimizer,
    save_checkpoint,
    unpack_module,
    unpack_optimizer,
)
from bozzetto.jobs.store.progress import Progress, ProgressFn
from bozzetto.jobs.store.runs import MOST_STEPS, Run, disk_errors, log_line, rewind_metrics, write_state
from bozzetto.jobs.train.distill import Particle
from bozzetto.jobs.train.kernel_cache import kernels_compiled
from bozzetto.jobs.train.views import cameras_of, orbit_views, rate_factor
from bozzetto.nerf.background import over
from bozzetto.nerf.field import HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render_image

STREAMS = ("init", "views", "rays", "noise", "grid")
PREVIEW_AZIMUTHS_DEG = (0.0, 90.0, 180.0, 270.0)


@dataclass
class TrainState:
    """What changes from step to step; all of it is in a checkpoint."""

    field: HashField
    grid: OccupancyGrid
    optimizer: torch.optim.Optimizer
    generators: dict[str, torch.Generator]
    step: int = 0
    rate_scale: float = 1.0
    rollbacks: int = 0
    collapsed_steps: int = 0
    seconds: float = 0.0
    particle: Particle | None = None
    """The learned score of the renders, for VSD only."""


def new_state(config: RunConfig) -> TrainState:
    """Field, grid, optimiser and generators before the first step, all from the run's seed."""
    # Each stream has a seed of its own, so that one more draw in one of them leaves the others as they were.
    generators = {name: torch.Generator().manual_seed(config.seed * len(STREAMS) + i) for i, name in enumerate(STREAMS)}
    field = HashField(config.field, generators["init"])
    grid = OccupancyGrid(
        config.render.grid_resolution,
        config.field.radius,
        config.render.grid_threshold,
        config.render.grid_decay,
        config.render.grid_warmup,
    ).to(field.table.device)
    encoding, network = rates(config)
    tables = [parameter for name, parameter in field.named_parameters() if name == "table"]
    layers = [parameter for name, parameter in field.named_parameters() if name != "table"]
    optimizer = torch.optim.Adam(
        [{"params": tables, "lr": encoding}, {"params": layers, "lr": network}],
        betas=(config.optim.beta1, config.optim.beta2),
        # Instant-NGP's: most entries of a hash table see gradients far below the usual 1e-8.
        eps=1e-15,
        fused=True,
    )
    return TrainState(field, grid, optimizer, generators)


def rates(config: RunConfig) -> tuple[float, float]:
    """Learning rates of the optimiser's groups, in their order: hash tables, network."""
    return config.optim.lr_encoding, config.optim.lr_network


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


def restore_or_init(run: Run, state: TrainState, report: ProgressReporter) -> None:
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
    if problems:
        report(
            "no checkpoint is whole; beginning at step 0" if restored is None else f"going on from step {state.step}"
        )
        drop_damaged(run)
    rewind_metrics(run, state.step)
    if state.field.operations.cached_by_numba and not kernels_compiled():
        report("first run on this machine: compiling the kernels, about half a minute; they are kept for later runs")
    if restored is None:
        save_checkpoint(run, pack(state))
    write_state(run, "running", "training", state.step, report.total)


def advance(state: TrainState, config: RunConfig, clock_start: float) -> float:
    """Steps the optimiser at the rates of the schedule, and counts it.

    Args:
        clock_start: `time.perf_counter()` at which the run's clock, which stands still
            while no process trains it, reads 0.
    Returns:
        The factor of the rates.
    """
    factor = state.rate_scale * rate_factor(state.step, config.steps, config.optim)
    for group, rate in zip(state.optimizer.param_groups, rates(config), strict=True):
        group["lr"] = rate * factor
    state.optimizer.step()
    state.step, state.seconds = state.step + 1, time.perf_counter() - clock_start
    return factor


def maybe_checkpoint(run: Run, state: TrainState, config: RunConfig, stopping: bool) -> None:
    """Saves a checkpoint if it is time for one, and at the end, and where the run stops."""
    if state.step % config.save.checkpoint_every == 0 or state.step == config.steps or stopping:
        save_checkpoint(run, pack(state))
        write_state(run, "running", "training", state.step, config.steps)


def interrupted(run: Run, state: TrainState, exit_code: int) -> RunInterrupted:
    """What says that a run was stopped, and how to go on."""
    go_on = f"bozzetto resume {shlex.quote(str(run.path))}"
    return RunInterrupted(f"stopped at step {state.step} of {run.config.steps}; go on with: {go_on}", exit_code)


def check_finite(loss: Tensor, field: HashField) -> None:
    """FloatingPointError unless the loss and every gradient are finite."""
    if not math.isfinite(float(loss.detach())):
        raise FloatingPointError(f"the loss is {float(loss.detach())}")
    for name, parameter in field.named_parameters():
        if parameter.grad is not None and not bool(parameter.grad.isfinite().all()):
            raise FloatingPointError(f"the gradient of {name} is not finite")


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


def start_over(run: Run, state: TrainState, fault: CollapsedError, report: ProgressReporter) -> None:
    """Begins a collapsed run again with half of its rates, as thin objects need; `optim.max_rollbacks` times at most.

    Raises:
        CollapsedError: `fault`, when it has been tried often enough, or a learned score would have to begin again too.
    """
    step, count, scale, seconds = state.step, state.rollbacks + 1, state.rate_scale / 2, state.seconds
    if count > run.config.optim.max_rollbacks or state.particle is not None:
        raise fault
    restore(state, pack(new_state(run.config)))
    state.rollbacks, state.rate_scale, state.seconds = count, scale, seconds
    save_checkpoint(run, pack(state))
    rewind_metrics(run, state.step)
    report(f"step {step}: {fault.what}; starting over with the rates times {scale:g}")


def pack(state: TrainState) -> Checkpoint:
    """The state as a checkpoint."""
    tensors = pack_module("field", state.field) | pack_module("grid", state.grid)
    tensors |= pack_optimizer("optimizer", state.optimizer)
    tensors |= {f"generator.{name}": generator.get_state() for name, generator in state.generators.items()}
    if state.particle is not None:
        tensors |= pack_module("particle", state.particle.score)
        tensors |= pack_optimizer("particle_optimizer", state.particle.optimizer)
    numbers = {
        "rate_scale": state.rate_scale,
        "rollbacks": state.rollbacks,
        "collapsed_steps": state.collapsed_steps,
        "seconds": state.seconds,
    }
    return Checkpoint(state.step, tensors, numbers)


def restore(state: TrainState, checkpoint: Checkpoint) -> None:
    """Puts a checkpoint into the state.

    Raises:
        CheckpointError: it belongs to another configuration.
    """
    tensors = checkpoint.tensors
    try:
        unpack_module("field", state.field, tensors)
        unpack_module("grid", state.grid, tensors)
        unpack_optimizer("optimizer", state.optimizer, tensors)
        for name, generator in state.generators.items():
            generator.set_state(tensors[f"generator.{name}"])
        if state.particle is not None:
            unpack_module("particle", state.particle.score, tensors)
            unpack_optimizer("particle_optimizer", state.particle.optimizer, tensors)
        state.rate_scale = _number_of(checkpoint, "rate_scale", float, 0.0, 1.0)
        state.rollbacks = int(_number_of(checkpoint, "rollbacks", int, 0, MOST_STEPS))
        state.collapsed_steps = int(_number_of(checkpoint, "collapsed_steps", int, 0, MOST_STEPS))
        state.seconds = _number_of(checkpoint, "seconds", float, 0.0, 1e12)
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        why = str(error) or type(error).__name__
        raise CheckpointError(f"the checkpoint of step {checkpoint.step} does not fit config.json: {why}") from error
    state.step = checkpoint.step


def _number_of(checkpoint: Checkpoint, name: str, kind: type[int] | type[float], low: float, high: float) -> float:
    """A number of a checkpoint, checked."""
    value: Any = checkpoint.numbers[name]
    if isinstance(value, bool) or not isinstance(value, int | kind) or not low <= value <= high:
        raise ValueError(f"{name} should be a number between {low:g} and {high:g}, got {value!r:.40}")
    return float(value)


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


def logged(run: Run, progress: ProgressFn, every: float = 10.0) -> ProgressFn:
    """The same, kept in log.txt too: messages, stages, and where the run is every few seconds."""
    last_time, last_stage = 0.0, ""

    def show(report: Progress) -> None:
        nonlocal last_time, last_stage
        now = time.monotonic()
        if report.message:
            log_line(run, report.message)
        elif report.stage != last_stage or now - last_time >= every or report.step == report.total:
            last_time, last_stage = now, report.stage
            loss = "" if report.loss is None else f", loss {report.loss:.5f}"
            log_line(run, f"{report.stage} {report.step}/{report.total}{loss}")
        progress(report)

    return show


@contextlib.contextmanager
def torch_threads(number: int) -> Iterator[None]:
    """Torch's threads, which the compiled kernels follow, at `number` while inside; 0 leaves them as they are."""
    before = torch.get_num_threads()
    torch.set_num_threads(number or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextlib.contextmanager
def state_on_failure(run: Run, total: int) -> Iterator[None]:
    """Writes into state.json why the run ended early; where the disk refuses that too, the error itself says enough."""
    try:
        yield
    except BaseException as error:
        status = "interrupted" if isinstance(error, RunInterrupted | KeyboardInterrupt) else "failed"
        state = run.state
        reason = str(error) if isinstance(error, BozzettoError) else f"{type(error).__name__}: {error}".strip(": ")
        log_line(run, f"{status}: {reason}")
        if not isinstance(error, BozzettoError | KeyboardInterrupt):
            log_line(run, "".join(traceback.format_exception(error)).rstrip())
        with contextlib.suppress(DiskError):
            write_state(run, status, state.stage, state.step, total, reason)
        raise

"""A run that does not fit the memory goes on smaller, from its last checkpoint, and says so."""

from __future__ import annotations

import gc
from dataclasses import replace

import torch

from bozzetto.jobs.config.errors import MemoryShortError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.progress import Progress, ProgressFn, ShouldStopFn, never_stop, no_progress
from bozzetto.jobs.store.runs import Run, disk_errors, write_json
from bozzetto.jobs.train.loop import Trained, train
from bozzetto.sds.prior import Prior

# Views of fewer pixels show a prior nothing.
LEAST_RESOLUTION = 16


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device, or the machine, could not give what was asked for."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    # What torch raises for the CPU's memory has no class of its own.
    return isinstance(error, RuntimeError) and "can't allocate memory" in str(error)


def lighter(config: RunConfig, prior_resolution: int) -> tuple[RunConfig, str] | None:
    """The same run with half the views, or, with one view left, half the pixels along an edge.

    Args:
        config: of the run.
        prior_resolution: what a resolution of 0 stands for.

    Returns:
        The configuration and what changed, or None when there is nothing left to halve.
    """
    views = config.camera.views
    if views > 1:
        return replace(config, camera=replace(config.camera, views=views // 2)), f"camera.views {views} -> {views // 2}"
    render = config.render
    now = render.resolution or prior_resolution
    late = render.resolution_late
    if max(now, late) // 2 < LEAST_RESOLUTION:
        return None
    half = max(LEAST_RESOLUTION, now // 2)
    smaller = replace(render, resolution=half, resolution_late=max(LEAST_RESOLUTION, late // 2) if late else 0)
    said = f"render.resolution {now} -> {half}"
    return replace(config, render=smaller), said + (f", late {late} -> {smaller.resolution_late}" if late else "")


def train_within_memory(
    run: Run, prior: Prior, *, progress: ProgressFn = no_progress, should_stop: ShouldStopFn = never_stop
) -> Trained:
    """`bozzetto.jobs.train.loop.train`, again with fewer views or pixels each time the memory does not suffice.

    The change is said, and written into the run's config.json, so that a resumed run begins with it.

    Args:
        run: the run; the caller holds its lock.
        prior: the image prior.
        progress: is called at each step and each change.
        should_stop: is called after each step; True stops the run there.
    Returns:
        The trained field.
    Raises:
        MemoryShortError: one view of the least resolution does not fit either.
        BozzettoError: see `bozzetto.jobs.train.loop.train`.
    """
    while True:
        try:
            return train(run, prior, progress=progress, should_stop=should_stop)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        # Outside the handler, where nothing holds the failed step's tensors any more.
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        config = run.config
        smaller = lighter(config, prior.resolution)
        if smaller is None:
            raise MemoryShortError(
                f"the memory does not suffice for one view of {config.render.resolution or prior.resolution} pixels "
                f"({reason}); close other programs, choose a smaller prior, or hub.device=cpu"
            )
        changed, said = smaller
        with disk_errors(f"write {run.path / 'config.json'}"):
            write_json(run.path / "config.json", config_to_dict(changed))
        step = run.state.step
        message = f"out of memory ({reason}); {said}, and on from the checkpoint of step {step}"
        progress(Progress("training", step, changed.steps, message=message))

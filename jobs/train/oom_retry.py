"""A run that does not fit the memory goes on smaller, from its last checkpoint, and says so."""

from __future__ import annotations

import gc
import re
from dataclasses import replace

import torch

from bozzetto.jobs.config.errors import MemoryShortError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.progress import Progress, ProgressFn, ShouldStopFn, never_stop, no_progress
from bozzetto.jobs.store.runs import Run, disk_errors, write_json
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import Trained, train

# Views of fewer pixels show a prior nothing.
MIN_RESOLUTION = 16


OUT_OF_MEMORY_MESSAGES = re.compile(
    r"can't allocate memory"  # torch, of the CPU
    r"|CUDA error: out of memory"  # a kernel's launch, a stream, a workspace: torch.AcceleratorError
    r"|CUBLAS_STATUS_ALLOC_FAILED"
    r"|CUDNN_STATUS_ALLOC_FAILED|CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED"
    r"|unable to find an engine to execute this computation"  # cuDNN, whose every plan wants more memory than is left
    r"|CUDA_ERROR_OUT_OF_MEMORY"  # tiny-cuda-nn's arena
    r"|cudaMalloc\(.*\) failed: out of memory"  # tiny-cuda-nn
    r"|Triton Error \[CUDA\]: out of memory",
    re.DOTALL,
)
"""Of errors that have no class of their own. Triton's `OutOfResources`, a kernel too large for the chip, is none."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device, or the machine, could not give the memory that was requested."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and OUT_OF_MEMORY_MESSAGES.search(str(error)) is not None


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
    if max(now, late) // 2 < MIN_RESOLUTION:
        return None
    half = max(MIN_RESOLUTION, now // 2)
    smaller = replace(render, resolution=half, resolution_late=max(MIN_RESOLUTION, late // 2) if late else 0)
    message = f"render.resolution {now} -> {half}"
    return replace(config, render=smaller), message + (f", late {late} -> {smaller.resolution_late}" if late else "")


def train_within_memory(
    run: Run, knowledge: PriorKnowledge, *, progress: ProgressFn = no_progress, should_stop: ShouldStopFn = never_stop
) -> Trained:
    """`bozzetto.jobs.train.loop.train`, again with fewer views or pixels each time the memory does not suffice.

    The change is reported, and written into the run's config.json, so that a resumed run begins with it.

    Args:
        run: the run; the caller holds its lock.
        knowledge: the image prior with the prompt.
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
            return train(run, knowledge, progress=progress, should_stop=should_stop)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        # Outside the handler, where nothing holds the failed step's tensors any more.
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        config, resolution = run.config, knowledge.prior.resolution
        smaller = lighter(config, resolution)
        if smaller is None:
            raise MemoryShortError(
                f"the memory does not suffice for one view of {config.render.resolution or resolution} pixels "
                f"({reason}); close other programs, choose a smaller prior, or hub.device=cpu"
            )
        changed, what = smaller
        with disk_errors(f"write {run.path / 'config.json'}"):
            write_json(run.path / "config.json", config_to_dict(changed))
        step = run.state.step
        message = f"out of memory ({reason}); {what}, and on from the checkpoint of step {step}"
        progress(Progress("training", step, changed.steps, message=message))

"""From a prompt to a finished run folder: make it, train, export; or take up one that was stopped."""

import contextlib
import logging
import os
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch

from jobs.bake import export_run
from jobs.config import RunConfig
from jobs.errors import BozzettoError, ConfigError, DiskError, RunInterrupted
from jobs.priors import load_prior, read_prompt
from jobs.progress import ProgressFn, silent
from jobs.runs import Run, create_run, lock_run, write_state
from jobs.train import load_trained, train
from nerf.backend import BackendUnavailableError, resolve_backend
from sds.prior import Prior

log = logging.getLogger(__name__)


def generate(
    config: RunConfig,
    *,
    prior: Prior | None = None,
    out: str | os.PathLike[str] | None = None,
    progress: ProgressFn = silent,
) -> Run:
    """Makes a run folder and carries the run through to its mesh.

    Args:
        config: what to do.
        prior: the image prior; by default the one that `config.prior` names.
        out: folder to use, new or empty; by default a new one under the home folder.
        progress: is told of each step.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of jobs.errors; what was computed is kept in the run folder.
    """
    try:
        resolve_backend(config.field.backend, "cpu")
    except BackendUnavailableError as error:
        raise ConfigError(f"field.backend: {error}") from error
    prior = prior or load_prior(config.prior)
    # Before there is a folder: a prompt that the prior can make nothing of should leave nothing behind.
    read_prompt(prior, config.prompt, config.negative)
    if config.threads == 0:
        # Written down, because sums over another number of threads round differently.
        config = replace(config, threads=torch.get_num_threads())
    return resume(create_run(config, out), prior=prior, progress=progress)


def resume(run: Run, *, prior: Prior | None = None, progress: ProgressFn = silent) -> Run:
    """Carries a run on from its last checkpoint to its mesh; a finished run is left as it is.

    Args:
        run: the run.
        prior: the prior that it was begun with; by default the one that its configuration names.
        progress: is told of each step.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of jobs.errors; what was computed is kept in the run folder.
    """
    with lock_run(run.path):
        config = run.config
        if run.state.status == "done" and run.mesh is not None:
            return run
        with _threads(config.threads), _state_on_failure(run, config.steps):
            prior = prior or load_prior(config.prior)
            trained = train(run, prior, progress=progress)
            write_state(run, "running", "export", config.steps, config.steps)
            try:
                export_run(run, trained, progress=progress)
            except KeyboardInterrupt:
                message = f"stopped while exporting; go on with: bozzetto resume {shlex.quote(str(run.path))}"
                raise RunInterrupted(message) from None
        write_state(run, "done", "done", config.steps, config.steps)
    return run


def export(
    run: Run,
    path: str | os.PathLike[str] | None = None,
    *,
    formats: tuple[str, ...] = ("glb", "obj"),
    faces: int | None = None,
    texture: int | None = None,
    progress: ProgressFn = silent,
) -> list[Path]:
    """Exports the field of a run as it stands at its last checkpoint.

    Args:
        run: the run, finished or not.
        path: a file whose ending chooses the format, or a folder for all of `formats`; by default the run folder.
        formats: `glb`, `obj`.
        faces: faces to keep; by default what the configuration says.
        texture: edge of the texture in texels; by default what the configuration says.
        progress: is told of each part.
    Returns:
        The files that were written.
    Raises:
        BozzettoError: no checkpoint, no surface, or the files cannot be written.
    """
    with lock_run(run.path), _threads(run.config.threads):
        return export_run(run, load_trained(run), path, formats, faces, texture, progress=progress)


@contextlib.contextmanager
def _threads(number: int) -> Iterator[None]:
    """Torch's threads, which the compiled kernels follow, at `number` while inside; 0 leaves them as they are."""
    before = torch.get_num_threads()
    torch.set_num_threads(number or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextlib.contextmanager
def _state_on_failure(run: Run, total: int) -> Iterator[None]:
    """Writes into state.json why the run ended early; where the disk refuses that too, the error itself says enough."""
    try:
        yield
    except BaseException as error:
        status = "interrupted" if isinstance(error, RunInterrupted | KeyboardInterrupt) else "failed"
        state = run.state
        reason = str(error) if isinstance(error, BozzettoError) else f"{type(error).__name__}: {error}".strip(": ")
        with contextlib.suppress(DiskError):
            write_state(run, status, state.stage, state.step, total, reason)
        raise

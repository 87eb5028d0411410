"""From a prompt to a finished run folder: make it, train, export; or take up one that was stopped."""

import logging
import os
import shlex
from dataclasses import replace
from pathlib import Path

import torch

from bozzetto.jobs.bake.run_export import export_run
from bozzetto.jobs.config.errors import ConfigError, RunInterrupted
from bozzetto.jobs.config.prior_recipe import with_prior_recipe
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.pipeline.estimate import Estimate, estimate, predict_from_runs
from bozzetto.jobs.store.progress import Progress, ProgressFn, ShouldStopFn, never_stop, no_progress
from bozzetto.jobs.store.provenance import current_provenance, differences_that_count, read_provenance, write_provenance
from bozzetto.jobs.store.resources import check_room, forget_peak
from bozzetto.jobs.store.runs import Run, create_run, lock_run, tidy, write_state
from bozzetto.jobs.train.oom_retry import train_within_memory
from bozzetto.jobs.train.priors import load_prior, prior_errors, read_prompt
from bozzetto.jobs.train.scene_scale import with_scene_scale
from bozzetto.jobs.train.train_state import logged, run_threads, state_on_failure
from bozzetto.nerf.backend import BackendUnavailableError, place_field
from bozzetto.sds.prior import Prior

log = logging.getLogger(__name__)


def generate(
    config: RunConfig,
    *,
    prior: Prior | None = None,
    out: str | os.PathLike[str] | None = None,
    progress: ProgressFn = no_progress,
    should_stop: ShouldStopFn = never_stop,
    predicted: bool = False,
) -> Run:
    """Makes a run folder and carries the run through to its mesh.

    Args:
        config: what to do.
        prior: the image prior; by default the one that `config.prior` names.
        out: folder to use, new or empty; by default a new one under the home folder.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there, with a checkpoint, as Ctrl-C would.
        predicted: tell first what the run will take, which may need a few steps; see `predict`.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of bozzetto.jobs.config.errors; what was computed is kept in the run folder.
    """

    def notify(message: str) -> None:
        progress(Progress("training", 0, config.steps, message=message))

    if prior is None and config.prior != "embedded":
        notify(f"looking for {config.prior}")
    prior = prior or load_prior(config.prior, config.hub, notify)
    config, chosen = with_prior_recipe(config, prior)
    if chosen:
        notify(chosen)
    if predicted:
        notify(f"this will take {predict(config, prior=prior, out=out)}")
    return resume(begin(config, prior, out), prior=prior, progress=progress, should_stop=should_stop)


def predict(
    config: RunConfig,
    *,
    prior: Prior | None = None,
    out: str | os.PathLike[str] | None = None,
    measured: bool = False,
) -> Estimate:
    """What a run will take: seconds, memory, disk. What others of its kind took here; where there are none, a few steps
    of it are made in a temporary folder.

    Args:
        config: what to do.
        prior: the image prior; by default the one that `config.prior` names.
        out: the folder that the run would use; by default the home folder, whose free space counts.
        measured: make the steps in any case.
    Raises:
        BozzettoError: the run cannot begin; see `begin`.
    """
    prior = prior or load_prior(config.prior, config.hub)
    config, _ = with_prior_recipe(config, prior)
    check_start(config, prior, out)
    with run_threads(config), prior_errors():
        config, folder = _resolved(config, prior), None if out is None else Path(out)
        return (None if measured else predict_from_runs(config, prior, folder)) or estimate(config, prior, folder)


def check_start(config: RunConfig, prior: Prior, out: str | os.PathLike[str] | None = None) -> None:
    """An error when a run cannot begin.

    Raises:
        BozzettoError: the prior can make nothing of the prompt, a backend is absent, or disk or memory is too short.
    """
    try:
        place_field(config.field)
    except (BackendUnavailableError, ValueError) as error:
        raise ConfigError(f"field.backend: {error}") from error
    with prior_errors():
        read_prompt(prior, config.prompt, config.negative, config.text)
    check_room(config, out)


def begin(config: RunConfig, prior: Prior, out: str | os.PathLike[str] | None = None) -> Run:
    """Makes the folder of a run; nothing is left behind when it cannot begin.

    Args:
        config: what to do.
        prior: the image prior that `config.prior` names.
        out: folder to use, new or empty; by default a new one under the home folder.
    Raises:
        BozzettoError: it cannot begin; see `check_start`.
    """
    config, _ = with_prior_recipe(config, prior)
    check_start(config, prior, out)
    return create_run(_resolved(config, prior), out)


def _resolved(config: RunConfig, prior: Prior) -> RunConfig:
    """The configuration with what it leaves to prompt and machine."""
    # Written down, because sums over another number of threads round differently.
    return with_scene_scale(replace(config, threads=config.threads or torch.get_num_threads()), prior)


def resume(
    run: Run, *, prior: Prior | None = None, progress: ProgressFn = no_progress, should_stop: ShouldStopFn = never_stop
) -> Run:
    """Carries a run on from its last checkpoint to its mesh; a finished run is left as it is.

    Args:
        run: the run.
        prior: the prior that it was begun with; by default the one that its configuration names.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there, with a checkpoint, as Ctrl-C would.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of bozzetto.jobs.config.errors; what was computed is kept in the run folder.
    """
    if run.config.fit.images:
        from bozzetto.jobs.pipeline.fit import resume_fit  # which needs this module

        return resume_fit(run, progress=progress, should_stop=should_stop)
    with lock_run(run.path):
        config = run.config
        if run.state.status == "done" and run.mesh is not None:
            return run
        tidy(run.path)
        forget_peak()
        progress = logged(run, progress)
        with run_threads(config), state_on_failure(run, config.steps), prior_errors():
            prior = prior or load_prior(config.prior, config.hub)
            _note_origin(run, prior, progress)
            trained = train_within_memory(run, prior, progress=progress, should_stop=should_stop)
            write_state(run, "running", "export", config.steps, config.steps)
            try:
                export_run(run, trained, prior=prior, progress=_stopping(progress, should_stop, config.steps))
            except KeyboardInterrupt:
                message = f"stopped while exporting; go on with: bozzetto resume {shlex.quote(str(run.path))}"
                raise RunInterrupted(message) from None
        write_state(run, "done", "done", config.steps, config.steps)
    return run


def _note_origin(run: Run, prior: Prior, progress: ProgressFn) -> None:
    """Keeps what a run begins with; a message when it goes on with other versions, weights or hardware."""
    origin, state = read_provenance(run), run.state
    here = current_provenance(prior, run.config.field)
    if origin is None and state.step == 0:
        write_provenance(run, here)
    elif origin is not None and differences_that_count(origin, here):
        changed = differences_that_count(origin, here)
        what = ", ".join(f"{name} {a or 'none'} -> {b or 'none'}" for name, (a, b) in changed.items())
        said = f"the run began with something else ({what}); the result may differ from what it would have been"
        progress(Progress("training", state.step, state.total, message=said))


def _stopping(progress: ProgressFn, should_stop: ShouldStopFn, step: int) -> ProgressFn:
    """The same, interrupted where a part of the export ends and the run was asked to stop."""

    def show(report: Progress) -> None:
        progress(report)
        if should_stop(step):
            raise KeyboardInterrupt

    return show

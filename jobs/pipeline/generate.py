"""From a prompt to a finished run folder: make it, train, export; or take up one that was stopped."""

import importlib
import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.prior_recipe import with_prior_recipe
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.pipeline.carry_on import carry_on
from bozzetto.jobs.pipeline.estimate import Estimate, estimate, predict_from_runs
from bozzetto.jobs.store.progress import Progress, ProgressFn, ShouldStopFn, never_stop, no_progress
from bozzetto.jobs.store.provenance import current_provenance, differences_that_count, read_provenance, write_provenance
from bozzetto.jobs.store.resources import check_room
from bozzetto.jobs.store.runs import Run, create_run
from bozzetto.jobs.store.work import run_threads
from bozzetto.jobs.train.guide_shape import check_guide_given
from bozzetto.jobs.train.kernel_cache import compile_kernels
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import Trained
from bozzetto.jobs.train.oom_retry import train_within_memory
from bozzetto.jobs.train.picture_view import check_picture_given
from bozzetto.jobs.train.priors import load_prior, prior_errors
from bozzetto.jobs.train.resolve import resolve
from bozzetto.nerf.backend import BackendUnavailableError, place_field
from bozzetto.sds.prior import Prior
from bozzetto.stages import Stage
from bozzetto.threads import kernel_threads

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

    check_picture_given(config)
    check_guide_given(config)
    if prior is None and config.prior != "embedded":
        notify(f"looking for {config.prior}")
    prior = prior or load_prior(config.prior, config.hub, notify)
    config, chosen = with_prior_recipe(config, prior)
    if chosen:
        notify(chosen)
    if _runs_compiled(config):
        compile_kernels("training", notify)
    config, knowledge = prepare(config, prior, out, notify)
    if predicted:
        notify(f"this will take {_estimated(config, knowledge, out)}")
    run = create_run(config, out)
    return carry_on(run, lambda progress: run_pipeline(run, knowledge, progress, should_stop), progress, should_stop)


def _runs_compiled(config: RunConfig) -> bool:
    """Whether the field is computed by numba's kernels; False too where it cannot be, which `prepare` says."""
    try:
        return place_field(config.field).backend == "cpu"
    except (BackendUnavailableError, ValueError):
        return False


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
        BozzettoError: the run cannot begin; see `prepare`.
    """
    check_picture_given(config)
    check_guide_given(config)
    prior = prior or load_prior(config.prior, config.hub)
    config, knowledge = prepare(with_prior_recipe(config, prior)[0], prior, out)
    return _estimated(config, knowledge, out, measured)


def prepare(
    config: RunConfig,
    prior: Prior,
    out: str | os.PathLike[str] | None = None,
    notify: Callable[[str], None] = log.warning,
) -> tuple[RunConfig, PriorKnowledge]:
    """What a run needs before its folder is made: its resolved configuration, and what the prior knows of its prompt.

    Args:
        config: what to do.
        prior: the image prior that `config.prior` names.
        out: the folder that the run would use; by default one under the home folder, whose free space counts.
        notify: is called with what is fetched for a second prior, in a sentence.
    Raises:
        BozzettoError: the prior can make nothing of the prompt, a backend is absent, or disk or memory is too short.
    """
    check_picture_given(config)
    check_guide_given(config)
    try:
        place_field(config.field)
    except (BackendUnavailableError, ValueError) as error:
        raise ConfigError(f"field.backend: {error}") from error
    with run_threads(config), prior_errors():
        knowledge = PriorKnowledge.of(prior, config, notify)
        check_room(config, out)
        return resolve(config, knowledge), knowledge


def begin(config: RunConfig, prior: Prior, out: str | os.PathLike[str] | None = None) -> tuple[Run, PriorKnowledge]:
    """Makes the folder of a run; nothing is left behind when it cannot begin.

    Args:
        config: what to do.
        prior: the image prior that `config.prior` names.
        out: folder to use, new or empty; by default a new one under the home folder.
    Returns:
        The run, and what the prior knows of its prompt, for `resume`.
    Raises:
        BozzettoError: it cannot begin; see `prepare`.
    """
    config, knowledge = prepare(with_prior_recipe(config, prior)[0], prior, out)
    return create_run(config, out), knowledge


def _estimated(
    config: RunConfig, knowledge: PriorKnowledge, out: str | os.PathLike[str] | None, measured: bool = False
) -> Estimate:
    folder = None if out is None else Path(out)
    with run_threads(config), prior_errors():
        known = None if measured else predict_from_runs(config, knowledge, folder)
        return known or estimate(config, knowledge, folder)


def resume(
    run: Run,
    *,
    prior: Prior | None = None,
    knowledge: PriorKnowledge | None = None,
    progress: ProgressFn = no_progress,
    should_stop: ShouldStopFn = never_stop,
) -> Run:
    """Carries a run on from its last checkpoint to its mesh; a finished run is left as it is.

    Args:
        run: the run.
        prior: the prior that it was begun with; by default the one that its configuration names.
        knowledge: of that prior and the run's prompt, where they are at hand; `prior` is not asked for then.
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

    def known() -> PriorKnowledge:
        config = run.config
        return knowledge or PriorKnowledge.of(prior or load_prior(config.prior, config.hub), config)

    return carry_on(run, lambda progress: run_pipeline(run, known(), progress, should_stop), progress, should_stop)


def run_pipeline(
    run: Run, knowledge: PriorKnowledge, progress: ProgressFn, should_stop: ShouldStopFn = never_stop
) -> Iterator[list[Stage]]:
    """The stages of a run from a prompt: the training; then the mesh and its files, stills, turntable, report.

    What only the export needs is imported while the training is at work, where there are two threads.

    Args:
        run: the run; the caller holds its lock when they are carried out.
        knowledge: what the prior knows of its prompt.
        progress: is called at each step of the training.
        should_stop: is called after each of these; True stops the run there.
    """

    def training() -> Trained:
        _note_origin(run, knowledge, progress)
        return train_within_memory(run, knowledge, progress=progress, should_stop=should_stop)

    if kernel_threads() > 1:
        threading.Thread(target=importlib.import_module, args=("bozzetto.jobs.bake.run_export",), daemon=True).start()
    yield [Stage("training", training, ("trained",), group="training", own_progress=True)]
    from bozzetto.jobs.bake.run_export import field_export_stages  # a fifth of what a run imports

    steps = run.config.steps
    compile_kernels("export", lambda message: progress(Progress("export", steps, steps, message=message)))
    yield field_export_stages(run, knowledge=knowledge)


def _note_origin(run: Run, knowledge: PriorKnowledge, progress: ProgressFn) -> None:
    """Keeps what a run begins with; a message when it goes on with other versions, weights or hardware."""
    origin, state = read_provenance(run), run.state
    here = current_provenance(knowledge.prior, run.config.field, knowledge.text, knowledge.second_prior)
    if origin is None and state.step == 0:
        write_provenance(run, here)
    elif origin is not None and differences_that_count(origin, here):
        changed = differences_that_count(origin, here)
        what = ", ".join(f"{name} {a or 'none'} -> {b or 'none'}" for name, (a, b) in changed.items())
        message = f"the run began with something else ({what}); the result may differ from what it would have been"
        progress(Progress("training", state.step, state.total, message=message))

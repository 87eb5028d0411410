"""A run carried on from where it is to its end: its stages, under its lock, with its log and its state."""

import shlex
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bozzetto.jobs.config.errors import RunInterrupted
from bozzetto.jobs.store.progress import ProgressFn, ShouldStopFn
from bozzetto.jobs.store.resources import forget_peak
from bozzetto.jobs.store.runs import Run, latest_preview, lock_run, tidy, write_state
from bozzetto.jobs.store.stages import run_stages
from bozzetto.jobs.store.work import logged, run_threads, state_on_failure
from bozzetto.jobs.train.priors import prior_errors
from bozzetto.stages import Stage

StagesFn = Callable[[ProgressFn], Iterable[Sequence[Stage]]]
"""What calls progress -> the stages of a run, in lists of which each may use what the last stage of the one before it
made; a list is asked for when it is needed."""


def carry_on(run: Run, stages_of: StagesFn, progress: ProgressFn, should_stop: ShouldStopFn) -> Run:
    """Carries out a run's stages; a finished run is left as it is.

    Args:
        run: the run.
        stages_of: its stages.
        progress: is called at each step of the training and each part of the export.
        should_stop: is called with the steps that are done; True stops the run there.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of bozzetto.jobs.config.errors; what was computed is kept in the run folder.
    """
    with lock_run(run.path):
        config = run.config
        if run.state.status == "done" and run.mesh is not None:
            return run
        tidy(run.path)
        forget_peak()
        progress = logged(run, progress)
        steps, group = config.steps, "created"

        def enter(stage: Stage) -> None:
            nonlocal group
            if stage.group != group and stage.group != "training":
                write_state(run, "running", stage.group, steps, steps)
            group = stage.group

        with run_threads(config), state_on_failure(run, steps), prior_errors():
            try:
                made: dict[str, Any] = {}
                seconds: dict[str, dict[str, float]] = {}
                for stages in stages_of(progress):
                    made = run_stages(
                        stages,
                        stages[-1].makes,
                        given=made,
                        before=seconds,
                        progress=progress,
                        should_stop=lambda: should_stop(steps),
                        enter=enter,
                        preview=lambda: latest_preview(run),
                    )
                    seconds = made.pop("seconds")
            except (RunInterrupted, KeyboardInterrupt) as error:
                if group == "training":
                    raise
                go_on = f"bozzetto resume {shlex.quote(str(run.path))}"
                code = error.exit_code if isinstance(error, RunInterrupted) else 130
                raise RunInterrupted(f"stopped while exporting; go on with: {go_on}", code) from None
        write_state(run, "done", "done", steps, steps)
    return run

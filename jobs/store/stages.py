"""Pipelines of a run: the stages of `bozzetto.stages` with a run's progress, its requests to stop, its preview."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bozzetto import stages as pipeline
from bozzetto.jobs.config.errors import RunInterrupted
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.stages import Stage


def run_stages(
    stages: Sequence[Stage],
    results: Sequence[str] = (),
    *,
    given: Mapping[str, Any] | None = None,
    before: Mapping[str, Mapping[str, float]] | None = None,
    progress: ProgressFn = no_progress,
    should_stop: Callable[[], bool] = lambda: False,
    enter: Callable[[Stage], None] = lambda stage: None,
    preview: Callable[[], Path | None] = lambda: None,
) -> dict[str, Any]:
    """Carries out stages in their order.

    Args:
        stages: the pipeline.
        results: names of what is returned.
        given, before: as `bozzetto.stages.run_stages` has them.
        progress: is called where a stage begins, moves on or ends, with how many of its group are done.
        should_stop: is called after each of these; True stops the pipeline there.
        enter: is called before each stage.
        preview: the latest picture of what is made.
    Returns:
        The results, and under `seconds` the wall time of each stage, by group and name.
    Raises:
        RunInterrupted: `should_stop` said so.
        ValueError: as `bozzetto.stages.run_stages` has it.
    """

    def report(stage: Stage, fraction: float) -> None:
        names = [other.name for other in stages if other.group == stage.group and not other.own_progress]
        done = names.index(stage.name) + (fraction >= 1)
        progress(Progress(stage.group, done, len(names), preview=preview(), part=stage.name))
        if should_stop():
            raise RunInterrupted(f"stopped in {stage.name}")

    return pipeline.run_stages(stages, results, given=given, before=before, report=report, enter=enter)

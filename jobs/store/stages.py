"""A pipeline as a list of stages: what each needs and makes, how it reports, how long it may take, how long it took.

Whoever adds a stage writes it down once: bars, the order of the work, cancelling and the times in a report follow.
"""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import RunInterrupted, StageTimeoutError
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress

Artifacts = dict[str, Any]
"""What stages have made, by name; `seconds` has the wall time of those that are done, by group and name."""
PartFn = Callable[[str, float], None]
"""Called with the name of a part of a stage and the fraction of it that is done, in [0, 1]."""


@dataclass(frozen=True)
class Stage:
    """One stage of a pipeline."""

    name: str
    """As bars and reports show it."""
    work: Callable[[Artifacts, PartFn], Mapping[str, Any]]
    """(what there is, reports a part of the stage) -> what it makes, by name."""
    needs: tuple[str, ...] = ()
    """What must be there before it."""
    makes: tuple[str, ...] = ()
    """What is there after it."""
    parts: tuple[str, ...] = ()
    """The parts that its work reports, in order; with none it is one part, reported for it."""
    group: str = "export"
    """The bar that it is counted in."""
    own_progress: bool = False
    """Whether its work calls a ProgressFn itself, as a training does at each step."""
    time_limit: float = math.inf
    """Seconds that it may take; looked at whenever it reports."""


def run_stages(
    stages: Sequence[Stage],
    *,
    progress: ProgressFn = no_progress,
    should_stop: Callable[[], bool] = lambda: False,
    enter: Callable[[Stage], None] = lambda stage: None,
    preview: Callable[[], Path | None] = lambda: None,
) -> Artifacts:
    """Carries out stages in their order.

    Args:
        stages: the pipeline.
        progress: is called where a part of a stage begins, moves on or ends.
        should_stop: is called after each of these; True stops the pipeline there.
        enter: is called before each stage.
        preview: the latest picture of what is made.
    Returns:
        What was made, by name; under `seconds` the wall time of each stage, by group and name.
    Raises:
        ValueError: a stage needs what none before it makes, or makes what it does not name.
        StageTimeoutError: a stage took longer than it may.
        RunInterrupted: `should_stop` said so.
    """
    check_order(stages)
    seconds: dict[str, dict[str, float]] = {}
    artifacts: Artifacts = {"seconds": seconds}
    for stage in stages:
        enter(stage)
        made = _carried_out(stage, stages, artifacts, progress, should_stop, preview, seconds)
        if set(made) != set(stage.makes):
            raise ValueError(f"the stage {stage.name} makes {sorted(made)}, and says {sorted(stage.makes)}")
        artifacts |= made
    return artifacts


def check_order(stages: Sequence[Stage]) -> None:
    """ValueError unless each stage finds what it needs, and no two have one name."""
    there = {"seconds"}
    for stage in stages:
        if missing := set(stage.needs) - there:
            raise ValueError(f"the stage {stage.name} needs {', '.join(sorted(missing))}, which none before it makes")
        there |= set(stage.makes)
    if len({stage.name for stage in stages}) != len(stages):
        raise ValueError("two stages have one name")


def _carried_out(
    stage: Stage,
    stages: Sequence[Stage],
    artifacts: Artifacts,
    progress: ProgressFn,
    should_stop: Callable[[], bool],
    preview: Callable[[], Path | None],
    seconds: dict[str, dict[str, float]],
) -> Mapping[str, Any]:
    """One stage, timed and reported as parts of its group."""
    counted = [other for other in stages if other.group == stage.group and not other.own_progress]
    names = [(other.name, part) for other in counted for part in other.parts or (other.name,)]
    started = time.perf_counter()

    def report(part: str, fraction: float = 1.0) -> None:
        elapsed = time.perf_counter() - started
        if fraction < 1 and elapsed > stage.time_limit:
            raise StageTimeoutError(f"{stage.name}: {part} was {fraction:.0%} done after {stage.time_limit:g} s")
        if (stage.name, part) not in names:
            raise AssertionError(f"the stage {stage.name} reports {part!r}, which it does not announce")
        done = names.index((stage.name, part)) + (fraction >= 1)
        progress(Progress(stage.group, done, len(names), preview=preview(), part=part))
        if should_stop():
            raise RunInterrupted(f"stopped in {stage.name}")

    if not stage.own_progress:
        report((stage.parts or (stage.name,))[0], 0.0)
    made = stage.work(artifacts, report)
    seconds.setdefault(stage.group, {})[stage.name] = time.perf_counter() - started
    if not stage.own_progress and not stage.parts:
        report(stage.name)
    return made

"""A pipeline as a list of stages: what each needs and makes, how it reports, how long it may take, how long it took.

Whoever adds a stage writes it down once: bars, the order of the work, cancelling and the times in a report follow.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

ReportFn = Callable[[float], None]
"""Called with the fraction of a stage that is done, in [0, 1]."""
ProgressFn = Callable[[str, float], None]
"""Called with a stage's name and the fraction of it that is done, in [0, 1]: 0 when it begins, 1 when it ends."""
PROVIDED = ("report", "seconds", "cleanup")
"""What every stage can ask for: what reports its fraction; the wall time of the stages that are done, by group and
name; a `contextlib.ExitStack` that is closed when the pipeline ends, well or not."""


class StageTimeoutError(ValueError):
    """A stage took longer than it may."""


@dataclass(frozen=True)
class Stage:
    """One stage of a pipeline."""

    name: str
    """As bars and reports show it."""
    work: Callable[..., Any]
    """Its parameters are what it needs, by name: of `given`, of `PROVIDED`, else of what stages before it made. One
    with a default may be missing."""
    makes: tuple[str, ...] = ()
    """Names of what `work` returns: of one thing, or of a tuple's. A name that is there already is replaced."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """What is known before the pipeline begins, such as settings."""
    group: str = "export"
    """The bar that it is counted in."""
    own_progress: bool = False
    """Whether its work reports by itself, as a training does at each step."""
    time_limit: float = math.inf
    """Seconds that it may take; looked at whenever it reports."""
    advice: str = ""
    """What to do when it takes longer."""

    @functools.cached_property
    def uses(self) -> dict[str, bool]:
        """Names that it takes from stages before it, and whether it cannot do without."""
        return {
            name: parameter.default is parameter.empty
            for name, parameter in inspect.signature(self.work).parameters.items()
            if name not in self.given and name not in PROVIDED
        }

    def run(self, artifacts: Mapping[str, Any], provided: Mapping[str, Any]) -> dict[str, Any]:
        """Does its work; returns what it made, by name."""
        offered = {**artifacts, **provided, **self.given}
        names = inspect.signature(self.work).parameters
        made = self.work(**{name: offered[name] for name in names if name in offered})
        values = (made,) if len(self.makes) == 1 else tuple(made or ())
        if len(values) != len(self.makes):
            raise ValueError(f"the stage {self.name} makes {len(values)} things, and says {', '.join(self.makes)}")
        return dict(zip(self.makes, values, strict=True))


def run_stages(
    stages: Sequence[Stage],
    results: Sequence[str] = (),
    *,
    given: Mapping[str, Any] | None = None,
    before: Mapping[str, Mapping[str, float]] | None = None,
    report: Callable[[Stage, float], None] = lambda stage, fraction: None,
    enter: Callable[[Stage], None] = lambda stage: None,
) -> dict[str, Any]:
    """Carries out stages in their order. What no later stage uses is let go, so that its memory is free.

    Args:
        stages: the pipeline.
        results: names of what is returned.
        given: what is there before the first stage, by name.
        before: `seconds` of stages that were carried out before these.
        report: is called where a stage begins, moves on or ends; what it raises ends the pipeline.
        enter: is called before each stage.
    Returns:
        The results, and under `seconds` the wall time of each stage, those of `before` included, by group and name.
    Raises:
        ValueError: a stage needs what none before it makes, or two have one name.
        StageTimeoutError: a stage took longer than it may.
    """
    check_order(stages, results, given or {})
    artifacts, seconds = dict(given or {}), {group: dict(taken) for group, taken in (before or {}).items()}
    with contextlib.ExitStack() as cleanup:
        for k, stage in enumerate(stages):
            enter(stage)
            start = time.perf_counter()
            reports = functools.partial(_report, stage, report, start)
            if not stage.own_progress:
                reports(0.0)
            artifacts |= stage.run(artifacts, {"report": reports, "seconds": seconds, "cleanup": cleanup})
            seconds.setdefault(stage.group, {})[stage.name] = time.perf_counter() - start
            if not stage.own_progress:
                reports(1.0)
            kept = {name for later in stages[k + 1 :] for name in later.uses} | set(results)
            artifacts = {name: value for name, value in artifacts.items() if name in kept}
    return {name: artifacts[name] for name in results} | {"seconds": seconds}


def by_name(progress: ProgressFn | None) -> Callable[[Stage, float], None]:
    """A `report` of `run_stages` that calls a ProgressFn."""
    return lambda stage, fraction: None if progress is None else progress(stage.name, fraction)


def check_order(stages: Sequence[Stage], results: Sequence[str] = (), given: Mapping[str, Any] | None = None) -> None:
    """ValueError unless each stage finds what it needs, the results are made, and no two stages have one name."""
    there = set(given or ())
    for stage in stages:
        if missing := {name for name, needed in stage.uses.items() if needed} - there:
            raise ValueError(f"the stage {stage.name} needs {', '.join(sorted(missing))}, which none before it makes")
        there |= set(stage.makes)
    if missing := set(results) - there:
        raise ValueError(f"no stage makes {', '.join(sorted(missing))}")
    if len({stage.name for stage in stages}) != len(stages):
        raise ValueError("two stages have one name")


def _report(stage: Stage, report: Callable[[Stage, float], None], start: float, fraction: float) -> None:
    if fraction < 1 and time.perf_counter() - start > stage.time_limit:
        raise StageTimeoutError(
            f"{stage.name!r} was {fraction:.0%} done after {stage.time_limit:g} s{stage.advice and ': '}{stage.advice}"
        )
    report(stage, fraction)

"""Many seeds of one prompt, of which the worst are stopped on the way (successive halving)."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import RunConfig, override
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.worker import LoadFn, ShowFn, prior_of, quiet, work

WAIT_SECONDS = 0.5
FIRST_RUNG = 0.5
"""Part of the steps before which nobody is stopped: earlier, no score separates the good from the bad; see
jobs/queue/score.py."""


def plan_rungs(count: int, keep: int, steps: int) -> list[tuple[int, int]]:
    """Where the worst are stopped: half of those that are left, each time, until `keep` are left.

    Args:
        count: runs that start.
        keep: runs that finish, at least 1.
        steps: of each run.
    Returns:
        (step, runs that go on from there), steps evenly from half of the steps on.
    Raises:
        ConfigError: the numbers do not fit.
    """
    if not 1 <= keep <= count:
        raise ConfigError(f"a sweep of {count} seeds can keep 1 to {count} of them, got {keep}")
    left, counts = count, []
    while left > keep:
        left = max(keep, (left + 1) // 2)
        counts.append(left)
    first = int(FIRST_RUNG * steps)
    at = [first + (steps - first) * i // max(len(counts), 1) for i in range(len(counts))]
    if any(a >= b for a, b in zip([0, *at], [*at, steps], strict=True)):
        raise ConfigError(
            f"{steps} steps are too few to stop {count - keep} of {count} seeds on the way; ask for more steps"
        )
    return list(zip(at, counts, strict=True))


def add_sweep(queue: Queue, config: RunConfig, seeds: int, keep: int, name: str = "", priority: int = 0) -> str:
    """Queues a sweep over seeds; any worker carries it out.

    Args:
        queue: where to.
        config: what to do; seeds are counted up from its own.
        seeds: runs that start.
        keep: runs that finish.
        name: of the batch; by default the first free one of sweep-1, sweep-2 ...
        priority: higher goes first.
    Returns:
        The name.
    Raises:
        ConfigError, QueueError: the numbers do not fit, or the name is taken.
    """
    if not name:
        taken = {job.batch for job in queue.jobs()}
        name = next(f"sweep-{i}" for i in range(1, len(taken) + 2) if f"sweep-{i}" not in taken)
    configs = [override(config, (f"seed={config.seed + i}",)) for i in range(seeds)]
    queue.add_sweep(configs, name, keep=keep, rungs=plan_rungs(seeds, keep, config.steps), priority=priority)
    return name


class Ranked(Protocol):
    """A run of a sweep: a `bozzetto.jobs.queue.schema.Job` or a `bozzetto.jobs.queue.ray_sweep.Placed`."""

    @property
    def seed(self) -> int: ...
    @property
    def status(self) -> str: ...
    @property
    def step(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def score(self) -> float | None: ...
    @property
    def run(self) -> Path | None: ...
    @property
    def reason(self) -> str: ...


def ranking_lines(runs: Sequence[Ranked]) -> list[str]:
    """A line a run of a sweep, best first: place, seed, status, steps, score, run; why it failed."""
    lines = []
    for place, one in enumerate(runs, 1):
        score = "-" if one.score is None else f"{one.score:.4f}"
        why = f"  ({one.reason})" if one.status == "failed" else ""
        steps = f"{one.step}/{one.total}"
        lines.append(f"{place:2}  seed {one.seed}  {one.status:9}  {steps}  {score:>8}  {one.run or ''}{why}")
    return lines


def carry_out(queue: Queue, name: str, *, load: LoadFn = prior_of, show: ShowFn = quiet) -> None:
    """Works at a sweep until nobody is left in it; other workers may help.

    Args:
        queue: where it is.
        name: of the batch.
        load, show: as for `bozzetto.jobs.queue.worker.work`.
    Raises:
        BozzettoError: as `bozzetto.jobs.queue.worker.work` does; the sweep waits in the queue.
    """
    while True:
        work(queue, once=True, batch=name, load=load, show=show)
        jobs = queue.jobs(batch=name)
        if not any(job.status in ("queued", "running") for job in jobs):
            return
        # Another worker has the rest of this rung.
        time.sleep(WAIT_SECONDS)

"""The part of the attack in which the wall clock jumps; see `bozzetto.bench.attack`."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bozzetto.bench.attack_kills import begin, waited
from bozzetto.bench.attack_runs import LIMIT_SECONDS, Base, Work, bits_of_jobs, command_of
from bozzetto.bench.attack_trials import FAULT, HUNG, LOST, WHOLE, Outcome, Row, command, is_fault

DAY = 86_400.0
JUMPS = (-400 * DAY, -DAY, -60.0, 60.0, DAY, 400 * DAY)
"""Seconds by which the clock jumps."""


@contextmanager
def jumping_clock(after: float, jump: float) -> Iterator[None]:
    """While inside, `time.time` in this process jumps once.

    Args:
        after: seconds from now. jump: seconds, negative for a clock that is put back.
    """
    real, begun = time.time, time.monotonic()

    def now() -> float:
        return real() + (jump if time.monotonic() - begun >= after else 0.0)

    time.time = now
    try:
        yield
    finally:
        time.time = real


def attack_the_clock(base: Base, out: Path, trials: int, chance: random.Random) -> Row:
    """Two workers on three jobs, the clock of one of which jumps at a random moment.

    Each job must be carried out once, with the bits of a run that nobody disturbed; what its report, `list` and `show`
    tell of its times must be what it took, and so must what is predicted by it.
    """
    row = Row("clock", "two workers")
    for number in range(trials):
        jump, after = chance.choice(JUMPS), chance.uniform(0, 2 * base.seconds["worker"])
        folder = out / f"clock-{number}"
        start = time.monotonic()
        kind, text = _one_jump(base, base.works["worker"], folder, after, jump)
        row.count(Outcome(kind, text, time.monotonic() - start), f"{jump / DAY:+.4g} days after {after:.2f} s")
        if kind == WHOLE:
            shutil.rmtree(folder, ignore_errors=True)
    return row


def _one_jump(base: Base, work: Work, folder: Path, after: float, jump: float) -> tuple[str, str]:
    for _ in range(3):
        work.prepare(folder)

    def with_a_jump() -> tuple[int, str]:
        with jumping_clock(after, jump):
            code, text = command_of(work, folder)
            for looked in (["list"], ["show", "latest"], ["queue", "list"]):
                shown, said = command(looked)
                code, text = code or shown, text + said
        return code, text

    processes = [begin(folder, with_a_jump), begin(folder, lambda: command_of(work, folder))]
    for pid in processes:
        status = waited(pid, LIMIT_SECONDS)
        if status is None:
            os.killpg(pid, 9)
            os.waitpid(pid, 0)
            return HUNG, f"a worker did not end within {LIMIT_SECONDS:.0f} s"
        if status != 0:
            said = (folder / "said.txt").read_text()
            return (FAULT if is_fault(said) else LOST), f"a worker ended with {status}: {said[-300:]}"
    made = bits_of_jobs(folder)
    if made != " ".join([base.bits] * 3):
        return LOST, f"three jobs made {made or 'less than three runs'}"
    for report in (folder / "home" / "runs").glob("*/report.json"):
        seconds = json.loads(report.read_text())["seconds"]
        if not all(0 <= value < LIMIT_SECONDS for value in seconds.values()):
            return LOST, f"{report.parent.name} says that it took {seconds}"
    return WHOLE, ""

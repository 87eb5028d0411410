"""What the parts of the attack share: a trial's outcome, a line of the table, processes with limits."""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MEMORY_BYTES = 2 << 30
"""Of address space, beyond what this process has, for one that reads what others wrote."""

REFUSED, WHOLE, FAULT, HUNG, LOST = "refused", "whole", "fault", "hung", "lost"


@dataclass
class Row:
    """A line of the table: what was attacked, how often, and what came of it."""

    part: str
    """Such as `kills` or `files`."""
    what: str
    """Such as `generate` or `checkpoints`."""
    trials: int = 0
    kills: int = 0
    """Processes that were ended in them."""
    whole: int = 0
    """Read, or gone on with to the same bits."""
    refused: int = 0
    """Refused in a sentence."""
    faults: int = 0
    """Ended in an error that is none of ours."""
    hung: int = 0
    """Not done within its time."""
    lost: int = 0
    """Came out with other bits, or not at all."""
    seconds: float = 0.0
    """The longest trial."""
    megabytes: float = 0.0
    """The most memory beyond what the process had before."""
    worst: str = ""
    """The longest trial, by name."""
    examples: list[str] = field(default_factory=list)
    """What went wrong, at most 20."""

    def count(self, outcome: Outcome, name: str) -> None:
        """Adds a trial."""
        self.trials += 1
        self.kills += outcome.kills
        self.whole += outcome.kind == WHOLE
        self.refused += outcome.kind == REFUSED
        self.faults += outcome.kind == FAULT
        self.hung += outcome.kind == HUNG
        self.lost += outcome.kind == LOST
        if outcome.seconds > self.seconds:
            self.seconds, self.worst = outcome.seconds, name
        self.megabytes = max(self.megabytes, outcome.megabytes)
        if outcome.kind in (FAULT, HUNG, LOST) and len(self.examples) < 20:
            self.examples.append(f"{name}: {outcome.kind}: {outcome.text}")

    @property
    def failures(self) -> int:
        """Trials that ended as none may."""
        return self.faults + self.hung + self.lost


@dataclass(frozen=True)
class Outcome:
    """How a trial ended."""

    kind: str
    """`whole`, `refused`, `fault`, `hung` or `lost`."""
    text: str = ""
    """What was said."""
    seconds: float = 0.0
    megabytes: float = 0.0
    kills: int = 0
    """Processes that were ended in it."""


def read_to_end(reader: int, pid: int, deadline: float) -> tuple[bytes, int | None]:
    """What comes out of a pipe until its last writer ends; after the deadline the group of a process is killed, and the
    signal is returned beside what came."""
    data = b""
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([reader], [], [], left)[0]:
            os.killpg(pid, signal.SIGKILL)
            return data, int(signal.SIGKILL)
        chunk = os.read(reader, 1 << 16)
        if not chunk:
            return data, None
        data += chunk


def in_child(work: Callable[[], Any], seconds: float, memory: int | None = None) -> tuple[Any, int | None, float]:
    """Runs a function in a process forked from this one.

    Args:
        work: its result must be JSON.
        seconds: after which the process is killed.
        memory: bytes of address space that it may take beyond what it has; None is no limit.
    Returns:
        The result (None where there is none), the signal that ended the process (None where it ended by itself), and
        the most memory that it took beyond what it had, in MB.
    """
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        code = 1
        try:
            os.setsid()
            if memory is not None:
                size = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
                resource.setrlimit(resource.RLIMIT_AS, (size + memory, size + memory))
            result = work()
            with os.fdopen(writer, "w") as file:
                json.dump(result, file)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writer)
    data, ended = read_to_end(reader, pid, time.monotonic() + seconds)
    os.close(reader)
    _, status, usage = os.wait4(pid, 0)
    if os.WIFSIGNALED(status):
        ended = os.WTERMSIG(status)
    try:
        result = json.loads(data) if data else None
    except ValueError:
        result = None
    return result, ended, usage.ru_maxrss / 1024


def command(arguments: Sequence[str]) -> tuple[int, str]:
    """Runs `bozzetto` in this process: its exit code, and what it printed."""
    from bozzetto.jobs.cli.main import main

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            code = main(list(arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return code, out.getvalue()


def is_fault(text: str) -> bool:
    """Whether a command ended in an error that is none of ours."""
    return "this is a fault" in text or "Traceback (most recent call last)" in text


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown, with what went wrong, and the worst case by name, below."""
    lines = [
        "| part | what | trials | kills | whole | refused | faults | hung | lost | longest, s | most memory, MB |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        counts = (row.trials, row.kills or "", row.whole, row.refused, row.faults, row.hung, row.lost)
        lines.append(
            f"| {row.part} | {row.what} | {' | '.join(map(str, counts))} | {row.seconds:.1f} | {row.megabytes:.0f} |"
        )
    if rows:
        slowest = max(rows, key=lambda row: row.seconds)
        largest = max(rows, key=lambda row: row.megabytes)
        lines += [
            "",
            f"Longest: {slowest.what}, {slowest.worst} ({slowest.seconds:.1f} s). Most memory: {largest.what} "
            f"({largest.megabytes:.0f} MB beyond what the process had).",
        ]
    for row in rows:
        lines += [f"- {row.part}, {row.what}: {example}" for example in row.examples]
    return "\n".join(lines)

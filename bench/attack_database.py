"""The part of the attack in which the system refuses SQLite a write, or ends the process at it, each write in turn;
see `bozzetto.bench.attack`."""

from __future__ import annotations

import collections
import functools
import json
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bozzetto.bench.attack_runs import Base
from bozzetto.bench.attack_strace import check_strace, tell, traced
from bozzetto.bench.attack_trials import FAULT, HUNG, LOST, WHOLE, Outcome, Row, in_child

if TYPE_CHECKING:
    from bozzetto.service.store import ServiceQueue

SYSTEM_CALLS = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "fallocate", "openat", "unlink")
"""By which SQLite changes files."""
FAULTS = {
    "full": "error=ENOSPC:when={n}+",
    "failing once": "error=EIO:when={n}",
    "read-only": "error=EROFS:when={n}+",
    "killed": "signal=SIGKILL:when={n}",
}
"""What becomes of the n-th call, for strace: a full disk and a read-only one stay so."""
SUFFIXES = ("", "-wal", "-shm", "-journal")
SECONDS = 60.0


def attack_the_database(base: Base, out: Path, shard: tuple[int, int] = (0, 1)) -> Iterator[Row]:
    """Every change of the queue, while each of SQLite's calls in turn fails or is the last.

    What was answered for must be there afterwards, once; what was not is there as a whole or not at all; and the queue
    goes on.

    Args:
        base: what nobody disturbed. out: folder that is worked in.
        shard: (k, n), only the k-th of every n calls, from 0 on.
    """
    check_strace()
    folder = out / "database"
    counts = _calls_of(base, folder)
    for name, fault in FAULTS.items():
        row = Row("SQLite", name)
        for call, count in counts.items():
            for n in range(1 + shard[0], count + 1, shard[1]):
                begun = time.monotonic()
                kind, text = _one_fault(base, folder, call, fault.format(n=n))
                kills = int(name == "killed")
                row.count(Outcome(kind, text, time.monotonic() - begun, kills=kills), f"{call} {n} of {count}")
        yield row


def _files(folder: Path) -> list[str]:
    return [part for suffix in SUFFIXES for part in ("-P", f"{folder / 'queue.db'}{suffix}")]


def _begin(folder: Path) -> None:
    """A folder with a queue of one job in it, and nobody who has it open."""
    from bozzetto.jobs.queue.jobs import Queue

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with Queue(folder / "queue.db") as queue:
        queue.counts()


def _calls_of(base: Base, folder: Path) -> dict[str, int]:
    """How often each system call is made on the queue's files."""
    _begin(folder)
    log = folder / "trace.txt"
    options = [*_files(folder), "-e", f"trace={','.join(SYSTEM_CALLS)}"]
    result, ended = traced(functools.partial(_change_everything, base, folder), options, log, SECONDS)
    if result is None or ended is not None:
        raise ValueError(f"changes of the queue, which nobody disturbs, do not end well: signal {ended}")
    found = collections.Counter(re.findall(r"^\d+\s+(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
    return {call: found[call] for call in SYSTEM_CALLS if found[call]}


def _change_everything(base: Base, folder: Path) -> bool:
    """Every call of the queue that writes, twice; what is answered for is told at once."""
    from bozzetto.jobs.config.errors import BozzettoError
    from bozzetto.service.store import ServiceQueue

    queue = ServiceQueue(folder / "queue.db")
    for number in range(2):
        for name, step in _steps(base, queue, number).items():
            try:
                ids = step()
            except BozzettoError as error:
                tell(json.dumps(["refused", name, number, str(error)]))
            except IndexError:
                pass  # there is none, as what should have made it was refused
            except Exception as error:
                tell(json.dumps(["fault", name, number, f"{type(error).__name__}: {error}"]))
            else:
                tell(json.dumps(["answered", name, number, ids]))
    queue.close()
    return True


def _steps(base: Base, queue: ServiceQueue, number: int) -> dict[str, Callable[[], list[int]]]:
    """Calls by name; each returns the jobs that it has made."""
    from bozzetto.jobs.queue.leases import worker_name
    from bozzetto.jobs.queue.schema import Job, Task
    from bozzetto.jobs.store.runs import Run

    config, me, leased = Run(base.run).config, worker_name(), list[Job]()

    def lease() -> list[int]:
        leased.extend(job for job in [queue.lease(me)] if job is not None)
        return []

    def submit() -> list[int]:
        return list(queue.submit([Task(config)] * 2, owner="a", key=f"k{number}", digest="d").jobs)

    def sweep() -> list[int]:
        queue.add_sweep([config] * 3, f"s{number}", keep=1, rungs=[(2, 1)])
        return [job.id for job in queue.jobs(batch=f"s{number}")]

    def remove() -> list[int]:
        job = queue.jobs(statuses=["cancelled"])[-1].id
        tell(json.dumps(["removing", "remove", number, job]))
        queue.remove(job)
        return []

    def changed(call: Callable[..., object], *arguments: Any, **named: Any) -> list[int]:
        call(*arguments, **named)
        return []

    def queued() -> int:
        return queue.jobs(statuses=["queued"])[-1].id

    return {
        "add": lambda: [queue.add(config).id],
        "many": lambda: [job.id for job in queue.add_many([config] * 5, batch=f"m{number}")],
        "sweep": sweep,
        "submit": submit,
        "again": submit,
        "register": lambda: changed(queue.register, me),
        "lease": lease,
        "heartbeat": lambda: changed(queue.heartbeat, leased[-1], stage="training", step=1),
        "finish": lambda: changed(queue.finish, leased[-1], "done", step=6),
        "priority": lambda: changed(queue.set_priority, queued(), 3),
        "pause": lambda: changed(queue.pause, queued()),
        "cancel": lambda: changed(queue.cancel, queued()),
        "remove": remove,
        "unregister": lambda: changed(queue.unregister, me),
    }


def _one_fault(base: Base, folder: Path, call: str, fault: str) -> tuple[str, str]:
    _begin(folder)
    told: list[str] = []
    options = [*_files(folder), "-e", f"trace={call}", "-e", f"inject={call}:{fault}"]
    work = functools.partial(_change_everything, base, folder)
    result, ended = traced(work, options, Path(os.devnull), SECONDS, told)
    killed = "SIGKILL" in fault
    if result is None and not killed:
        return HUNG, f"ended by signal {ended}"
    entries = [json.loads(line) for line in told]
    for what, name, _, text in entries:
        if what == "fault":
            return FAULT, f"{name}: {text}"
        if what == "refused" and ("damaged" in text or "\n" in text):
            return FAULT, f"{name}: {text}"
    checked, ended, _ = in_child(functools.partial(_check, base, folder, entries), SECONDS)
    if checked is None:
        return HUNG, f"looking at it afterwards was ended by signal {ended}"
    return checked[0], checked[1]


def _check(base: Base, folder: Path, entries: list[Any]) -> tuple[str, str]:
    """What is in the queue, by what was answered for; and whether it goes on."""
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.queue.leases import worker_name
    from bozzetto.jobs.store.runs import Run

    answered = {(name, number): ids for what, name, number, ids in entries if what == "answered"}
    removed = {ids for what, _, _, ids in entries if what == "removing"}
    with Queue(folder / "queue.db") as queue:
        there = queue.jobs()
        for (name, number), numbers in answered.items():
            missing = set(numbers) - {job.id for job in there} - removed
            if missing or (numbers and len(set(numbers)) != {"add": 1, "many": 5, "sweep": 3}.get(name, 2)):
                return LOST, f"{name} {number} was answered for with {numbers}; {sorted(missing)} are not there"
        for batch, size in (("m", 5), ("s", 3)):
            for number in range(2):
                count = sum(job.batch == f"{batch}{number}" for job in there)
                if count and not size - len(removed) <= count <= size:
                    return LOST, f"of {size} jobs that were added as one {count} are there"
        if any(job.status == "damaged" for job in there):
            return LOST, f"damaged rows: {[job.reason for job in there if job.status == 'damaged'][:2]}"
        for number in range(2):
            first, again = (answered.get((name, number)) for name in ("submit", "again"))
            if first is not None and again is not None and first != again:
                return LOST, f"a request that was sent again became another one: {first}, {again}"
        with sqlite3.connect(queue.path) as db:
            problems = [row[0] for row in db.execute("PRAGMA integrity_check")]
        if problems != ["ok"]:
            return LOST, f"the file is damaged: {problems[:3]}"
        added = queue.add(Run(base.run).config, priority=9)
        leased = queue.lease(worker_name())
        if leased is None or leased.id != added.id or not queue.finish(leased, "done"):
            return LOST, "it does not go on"
    return WHOLE, ""

"""The queue of jobs: one SQLite file (WAL) at `home()`/queue.db, safe for many processes and threads at once.

A job is a configuration that waits for a worker. A worker leases it, beats while it works, and finishes it; when the
worker dies, the next call of `lease` takes the job over, and the run goes on from its last checkpoint.

    queued --lease--> running --finish--> done | failed          pause: queued | running --> paused --resume--> queued
      ^                  |  worker died                          cancel: queued | running | paused --> cancelled
      +------------------+                                       retry:  failed | cancelled --> queued

A running job is asked by a wish, which its worker reads after every step; so `pause` and `cancel` of a running job
return at once, and the status follows within a step. Every call is one short transaction. Times that are compared
between processes are monotonic ones of this boot: a clock that is put back neither revives nor kills a lease.
"""

import contextlib
import itertools
import json
import logging
import math
import os
import socket
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import DiskError, QueueError
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.config.run_config import RunConfig, config_from_dict, config_to_dict
from bozzetto.jobs.store.runs import disk_errors, home, is_locked

SCHEMA = 1
"""Version of the tables that this code reads and writes, kept in the file as `user_version`."""
APPLICATION_ID = 0x626F7A7A  # "bozz"
STATUSES = ("queued", "running", "paused", "done", "failed", "cancelled")
FINISHED = ("done", "failed", "cancelled")
DAMAGED = "damaged"
"""Status that `Job` shows for a row that cannot be read as a job; it is never leased."""
LEASE_SECONDS = 30.0
"""A worker that has not beaten for so long, and whose run folder nobody holds, counts as dead."""
MAX_DEATHS = 10
"""Workers that may die at a job, one after the other without a new checkpoint, before the job counts as failed."""
BUSY_SECONDS = 30.0

log = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    prompt TEXT NOT NULL,
    preset TEXT NOT NULL,
    prior TEXT NOT NULL,
    seed INTEGER NOT NULL CHECK (typeof(seed) = 'integer'),
    total INTEGER NOT NULL CHECK (typeof(total) = 'integer'),
    config TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
    wish TEXT NOT NULL DEFAULT '' CHECK (wish IN ('', 'pause', 'cancel')),
    priority INTEGER NOT NULL DEFAULT 0 CHECK (typeof(priority) = 'integer'),
    batch TEXT NOT NULL DEFAULT '',
    run TEXT NOT NULL DEFAULT '',
    halt_at INTEGER NOT NULL DEFAULT 0 CHECK (typeof(halt_at) = 'integer'),
    waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)),
    stage TEXT NOT NULL DEFAULT '',
    step INTEGER NOT NULL DEFAULT 0 CHECK (typeof(step) = 'integer'),
    loss REAL,
    score REAL,
    seconds_left REAL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (typeof(attempts) = 'integer'),
    deaths INTEGER NOT NULL DEFAULT 0 CHECK (typeof(deaths) = 'integer'),
    leased_step INTEGER NOT NULL DEFAULT 0,
    worker TEXT NOT NULL DEFAULT '',
    beat REAL NOT NULL DEFAULT 0,
    beat_wall REAL NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL,
    started REAL,
    ended REAL
);
CREATE INDEX jobs_by_turn ON jobs (status, priority DESC, id);
CREATE INDEX jobs_by_batch ON jobs (batch);
CREATE TABLE sweeps (
    name TEXT PRIMARY KEY,
    keep INTEGER NOT NULL,
    rungs TEXT NOT NULL,
    created REAL NOT NULL
);
CREATE TABLE workers (
    name TEXT PRIMARY KEY,
    job INTEGER,
    started REAL NOT NULL,
    beat REAL NOT NULL,
    beat_wall REAL NOT NULL
);
"""
# Not `config`: it is some 3 kB a row, which a list of a thousand does not need.
_COLUMNS = (
    "id, prompt, preset, prior, seed, total, status, wish, priority, batch, run, halt_at, waits, stage, step, loss, "
    "score, seconds_left, attempts, deaths, worker, reason, created, started, ended"
)

_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("id", "seed", "total", "priority", "halt_at", "waits", "step", "attempts", "deaths"), (int,)),
    **dict.fromkeys(
        ("prompt", "preset", "prior", "status", "wish", "batch", "run", "stage", "worker", "reason"), (str,)
    ),
    **dict.fromkeys(("loss", "score", "seconds_left", "started", "ended"), (type(None), float, int)),
    "created": (float, int),
}


@dataclass(frozen=True)
class Job:
    """A row of the queue as it was when it was read."""

    id: int
    """Its number, never used twice."""
    prompt: str
    """What to make."""
    preset: str
    """Name of the preset that its configuration began as."""
    prior: str
    """Name of the image prior."""
    seed: int
    """Seed of every random choice."""
    total: int
    """Steps that the configuration asks for."""
    status: str
    """One of STATUSES, or `damaged` when the row cannot be read (`reason` says why)."""
    wish: str
    """What a running job has been asked to become: empty, `pause` or `cancel`."""
    priority: int
    """Higher goes first; equals go in the order of their numbers."""
    batch: str
    """Name that the jobs of one list or sweep share, or empty."""
    run: Path | None
    """The run folder, from the first lease on."""
    halt_at: int
    """Step at which a job of a sweep waits for the others, or 0."""
    waits: bool
    """Whether it is paused because it waits there."""
    stage: str
    """Empty, `training` or `export`, as last told by the worker."""
    step: int
    """Steps of the training that are done, as last told by the worker."""
    loss: float | None
    """Last loss told."""
    score: float | None
    """Score at the last rung of its sweep; higher is better."""
    seconds_left: float | None
    """The worker's last estimate for the stage."""
    attempts: int
    """How often it was leased."""
    deaths: int
    """Workers that died at it since its last new checkpoint."""
    worker: str
    """Who has leased it, or empty."""
    reason: str
    """Why it failed, paused or stopped; a sentence for people."""
    created: float
    """When it was added, in seconds since 1970."""
    started: float | None
    """When it was first leased."""
    ended: float | None
    """When it was done, failed or cancelled."""


@dataclass(frozen=True)
class WorkerInfo:
    """A worker that is alive."""

    name: str
    """As in `Job.worker`."""
    pid: int
    """Its process."""
    job: int | None
    """The job that it works on."""
    started: float
    """When it began, in seconds since 1970."""


@dataclass(frozen=True)
class Sweep:
    """Jobs that wait for one another at rungs, where the worst are stopped."""

    name: str
    """As in `Job.batch`."""
    keep: int
    """Jobs that may finish."""
    rungs: tuple[tuple[int, int], ...]
    """(step, jobs that go on from there), in order."""
    created: float
    """Seconds since 1970."""


class Queue:
    """The queue at a path. Nothing is made on disk before the first job is added. Usable from several threads.

    Every method raises QueueError when the file is damaged, is from a newer version, is busy, or holds no such job; and
    DiskError when it cannot be written: disk full, read-only, no permission.

    Args:
        path: of the database; by default `home()`/queue.db.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = Path(path) if path is not None else home() / "queue.db"
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int, int] | None = None
        self._forked: list[sqlite3.Connection] = []

    def __enter__(self) -> "Queue":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        with self._lock:
            if self._connection is not None and self._opened is not None:
                if self._opened[0] == os.getpid():
                    self._connection.close()
                else:
                    # SQLite's locks do not survive a fork: the parent's connection is neither used nor closed here.
                    self._forked.append(self._connection)
            self._connection, self._opened = None, None

    # For everybody: adding, looking, asking.

    def add(
        self,
        config: RunConfig,
        *,
        priority: int = 0,
        batch: str = "",
        run: str | os.PathLike[str] | None = None,
    ) -> Job:
        """Adds one job.

        Args:
            config: what to do, resolved; the run will be made with it.
            priority: higher goes first.
            batch: a name that several jobs share.
            run: an existing run folder to go on with; by default a new one is made when the job starts.
        """
        with self._write() as db:
            number = self._insert(db, [config], priority, batch, self._short(run) if run is not None else "")[0]
        return self.get(number)

    def add_many(self, configs: Sequence[RunConfig], *, priority: int = 0, batch: str = "") -> list[Job]:
        """Adds jobs, all or none, in their order."""
        with self._write() as db:
            numbers = set(self._insert(db, configs, priority, batch))
        return [job for job in self.jobs() if job.id in numbers]

    def add_sweep(
        self,
        configs: Sequence[RunConfig],
        name: str,
        *,
        keep: int,
        rungs: Sequence[tuple[int, int]],
        priority: int = 0,
    ) -> Sweep:
        """Adds the jobs of a sweep, all or none. They wait for one another at the rungs; see `finish`.

        Args:
            configs: one a job; they ask for the same number of steps.
            name: of the batch; must be new.
            keep: jobs that finish, at least 1.
            rungs: (step, jobs that go on from there): steps ascending and below the total, counts descending to `keep`.
            priority: higher goes first.
        """
        steps, left = [step for step, _ in rungs], [count for _, count in rungs]
        totals = {config.steps for config in configs}
        if len(totals) != 1:
            raise QueueError(f"the jobs of a sweep ask for one number of steps; got {sorted(totals) or 'no jobs'}")
        rising = all(a < b for a, b in itertools.pairwise([0, *steps, totals.pop()]))
        falling = all(a > b for a, b in itertools.pairwise([len(configs), *left]))
        if keep < 1 or not rising or not falling or (left or [len(configs)])[-1] != keep:
            raise QueueError(f"a sweep of {len(configs)} jobs that keeps {keep} cannot have the rungs {list(rungs)}")
        with self._write() as db:
            taken = "SELECT 1 FROM sweeps WHERE name = ? UNION SELECT 1 FROM jobs WHERE batch = ?"
            if not name or db.execute(taken, (name, name)).fetchone():
                raise QueueError(f"the name {name!r} is taken by other jobs; choose another one for the sweep")
            text = json.dumps([list(rung) for rung in rungs])
            db.execute("INSERT INTO sweeps VALUES (?, ?, ?, ?)", (name, keep, text, time.time()))
            self._insert(db, configs, priority, name, halt_at=steps[0] if steps else 0)
        return self.sweep(name)

    def jobs(
        self,
        *,
        statuses: Iterable[str] = (),
        batch: str | None = None,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> list[Job]:
        """The jobs by number; rows that cannot be read are among them, with the status `damaged`.

        Args:
            statuses: only these; by default all.
            batch: only those of this batch.
            limit: at most so many.
            newest_first: the highest number first.
        """
        wanted = set(statuses)
        where, values = ["1"], list[Any]()
        if wanted and DAMAGED not in wanted:
            where.append(f"status IN ({', '.join('?' * len(wanted))})")
            values += wanted
        if batch is not None:
            where.append("batch = ?")
            values.append(batch)
        order = f"ORDER BY id {'DESC' if newest_first else 'ASC'}"
        # Damage is seen only when a row is read, so then the limit cannot be left to the database.
        few = -1 if limit is None or DAMAGED in wanted else limit
        rows = self._read(f"SELECT {_COLUMNS} FROM jobs WHERE {' AND '.join(where)} {order} LIMIT ?", (*values, few))
        found = [job for job in map(self._job, rows) if not wanted or job.status in wanted]
        return found if limit is None else found[:limit]

    def counts(self) -> dict[str, int]:
        """Number of jobs by status, for each of STATUSES."""
        found = dict(self._read("SELECT status, count(*) FROM jobs GROUP BY status"))
        return {status: int(found.get(status, 0)) for status in STATUSES}

    def get(self, number: int) -> Job:
        """The job of that number."""
        rows = self._read(f"SELECT {_COLUMNS} FROM jobs WHERE id = ?", (number,))
        if not rows:
            raise QueueError(f"there is no job {number}; `bozzetto queue list` shows those that there are")
        return self._job(rows[0])

    def config(self, number: int) -> RunConfig:
        """The configuration of a job.

        Raises:
            ConfigError: it holds settings that this version does not know.
        """
        self.get(number)
        (text,) = self._read("SELECT config FROM jobs WHERE id = ?", (number,))[0]
        try:
            values = json.loads(text)
        except (TypeError, ValueError) as error:
            raise QueueError(f"the configuration of job {number} is damaged ({error}); add the job again") from error
        return config_from_dict(values)

    def of_run(self, run: str | os.PathLike[str]) -> Job | None:
        """The newest job whose run is in that folder, or None."""
        rows = self._read(f"SELECT {_COLUMNS} FROM jobs WHERE run = ? ORDER BY id DESC LIMIT 1", (self._short(run),))
        return self._job(rows[0]) if rows else None

    def sweep(self, name: str) -> Sweep:
        """A sweep by its name."""
        rows = self._read("SELECT name, keep, rungs, created FROM sweeps WHERE name = ?", (name,))
        if not rows:
            raise QueueError(f"there is no sweep {name!r}; `bozzetto queue list` shows the names in brackets")
        return _sweep(rows[0])

    def sweeps(self) -> list[Sweep]:
        """The sweeps whose jobs are on the list, oldest first."""
        return [
            _sweep(row) for row in self._read("SELECT name, keep, rungs, created FROM sweeps ORDER BY created, name")
        ]

    def ranking(self, name: str) -> list[Job]:
        """The jobs of a sweep, best first: how far each was let go counts before its score there."""
        self.sweep(name)
        return sorted(self.jobs(batch=name), key=_rank)

    def cancel(self, number: int) -> Job:
        """Stops a job for good: at once when it waits, within a step when it runs. The run folder is kept."""
        with self._write() as db:
            self._reap(db)
            job = self._one(db, number)
            if job.status == "running":
                db.execute("UPDATE jobs SET wish = 'cancel' WHERE id = ?", (number,))
            elif job.status in ("queued", "paused"):
                self._end(db, number, "cancelled", "cancelled before it was done")
                self._settle(db, job.batch)
            elif job.status != "cancelled":
                raise QueueError(
                    f"job {number} is {job.status}; only jobs that are queued, running or paused can be cancelled"
                )
        return self.get(number)

    def pause(self, number: int) -> Job:
        """Holds a job: at once when it waits, within a step when it runs; a checkpoint is saved first."""
        with self._write() as db:
            self._reap(db)
            job = self._one(db, number)
            if job.status == "running" and job.wish == "cancel":
                raise QueueError(f"job {number} is being cancelled; it cannot be paused any more")
            if job.status == "running":
                db.execute("UPDATE jobs SET wish = 'pause' WHERE id = ?", (number,))
            elif job.status == "queued":
                db.execute("UPDATE jobs SET status = 'paused', reason = 'paused' WHERE id = ?", (number,))
            elif job.status != "paused":
                raise QueueError(f"job {number} is {job.status}; only jobs that are queued or running can be paused")
        return self.get(number)

    def resume(self, number: int) -> Job:
        """Lets a paused job go on from its last checkpoint, in its turn."""
        with self._write() as db:
            job = self._one(db, number)
            if job.status == "paused" and job.waits:
                raise QueueError(
                    f"job {number} waits at step {job.step} for the rest of its sweep {job.batch!r}, not paused"
                )
            if job.status == "running" and job.wish != "cancel":
                db.execute("UPDATE jobs SET wish = '' WHERE id = ?", (number,))
            elif job.status == "paused":
                db.execute("UPDATE jobs SET status = 'queued', reason = '' WHERE id = ?", (number,))
            elif job.status != "queued":
                raise QueueError(f"job {number} is {job.status}; only a paused job can be resumed")
        return self.get(number)

    def retry(self, number: int) -> Job:
        """Queues a failed or cancelled job again; its run goes on from its last checkpoint, in no sweep any more."""
        with self._write() as db:
            job = self._one(db, number)
            if job.status not in ("failed", "cancelled"):
                raise QueueError(f"job {number} is {job.status}; only a failed or cancelled job can be tried again")
            db.execute(
                "UPDATE jobs SET status = 'queued', reason = '', deaths = 0, halt_at = 0, ended = NULL WHERE id = ?",
                (number,),
            )
        return self.get(number)

    def set_priority(self, number: int, priority: int) -> Job:
        """Changes when a job's turn comes: higher goes first."""
        with self._write() as db:
            self._one(db, number)
            db.execute("UPDATE jobs SET priority = ? WHERE id = ?", (_whole(priority), number))
        return self.get(number)

    def clear(self, statuses: Iterable[str] = (*FINISHED, DAMAGED)) -> int:
        """Takes jobs off the list, never a running one; their run folders stay.

        Args:
            statuses: of STATUSES, or `damaged`.
        Returns:
            How many.
        """
        chosen = set(statuses) - {"running"}
        unknown = chosen - {*STATUSES, DAMAGED}
        if unknown:
            raise QueueError(
                f"unknown status {', '.join(sorted(unknown))}; known are {', '.join((*STATUSES, DAMAGED))}"
            )
        with self._write() as db:
            rows = db.execute(f"SELECT {_COLUMNS} FROM jobs").fetchall()
            gone = [job for job in map(self._job, rows) if job.status in chosen]
            db.executemany("DELETE FROM jobs WHERE id = ?", [(job.id,) for job in gone])
            for name in {job.batch for job in gone}:
                self._settle(db, name)
            db.execute("DELETE FROM sweeps WHERE name NOT IN (SELECT batch FROM jobs)")
        return len(gone)

    def workers(self) -> list[WorkerInfo]:
        """The workers that are alive, busy or idle."""
        rows = self._read("SELECT name, job, started, beat, beat_wall FROM workers ORDER BY started")
        return [
            WorkerInfo(name, int(name.split("/")[1]), job, started)
            for name, job, started, beat, wall in rows
            if not _is_dead(name, beat, wall, None)
        ]

    # For workers.

    def lease(self, worker: str, batch: str | None = None) -> Job | None:
        """Takes the next job, the one of a dead worker included; None when nothing waits.

        Args:
            worker: the asking worker's `worker_name()`.
            batch: only jobs of this batch.
        Returns:
            The job, `running`, with its run folder named (which may not exist yet).
        """
        with self._write(durable=False) as db:
            self._reap(db)
            job = self._next(db, batch)
            if job is None:
                return None
            run = self._short(job.run) if job.run is not None else self._new_run(job)
            db.execute(
                "UPDATE jobs SET status = 'running', wish = '', waits = 0, worker = ?, run = ?, "
                "attempts = attempts + 1, started = coalesce(started, ?), leased_step = ?, stage = '', "
                "seconds_left = NULL, reason = '', beat = ?, beat_wall = ? WHERE id = ?",
                (worker, run, time.time(), self._saved_step(run), time.monotonic(), time.time(), job.id),
            )
            self._beat_worker(db, worker, job.id)
            return self._one(db, job.id)

    def beat(
        self,
        job: Job,
        *,
        stage: str = "",
        step: int = 0,
        loss: float | None = None,
        seconds_left: float | None = None,
    ) -> bool:
        """Says that the worker of a leased job is alive, and how far it is; to be called every few seconds.

        Returns:
            False when the job is no longer this lease's: the worker must leave it alone.
        """
        with self._write(durable=False) as db:
            changed = db.execute(
                "UPDATE jobs SET beat = ?, beat_wall = ?, stage = ?, step = ?, loss = ?, seconds_left = ? "
                "WHERE id = ? AND status = 'running' AND worker = ? AND attempts = ?",
                (time.monotonic(), time.time(), stage, step, loss, seconds_left, job.id, job.worker, job.attempts),
            ).rowcount
            self._beat_worker(db, job.worker, job.id if changed else None)
            return changed == 1

    def wish(self, job: Job) -> str:
        """What a leased job is asked to become: empty, `pause`, `cancel`; `lost` when the lease is gone. Cheap."""
        rows = self._read("SELECT wish, status, worker, attempts FROM jobs WHERE id = ?", (job.id,))
        if not rows or tuple(rows[0][1:]) != ("running", job.worker, job.attempts):
            return "lost"
        return str(rows[0][0])

    def finish(
        self,
        job: Job,
        status: str,
        *,
        step: int = 0,
        score: float | None = None,
        reason: str = "",
        waits: bool = False,
    ) -> bool:
        """Ends a lease. When the last job of a sweep has reached its rung by this, the worst are cancelled.

        Args:
            job: as `lease` returned it.
            status: what the job becomes; `queued` gives it back, and then what it was asked to become counts.
            step: steps that a checkpoint on disk holds.
            score: for a job of a sweep, the higher the better.
            reason: a sentence for people.
            waits: the job is `paused` because it has reached its sweep's rung.
        Returns:
            False when the job was no longer this lease's; nothing is changed then.
        """
        if status not in STATUSES or status == "running":
            raise QueueError(f"a lease ends as queued, paused, done, failed or cancelled; got {status!r}")
        with self._write(durable=False) as db:
            asked = db.execute("SELECT wish FROM jobs WHERE id = ?", (job.id,)).fetchone()
            if status == "queued" and asked is not None and asked[0]:
                # Given back before its worker saw what it was asked to become.
                status = {"pause": "paused", "cancel": "cancelled"}[asked[0]]
            ended = time.time() if status in FINISHED else None
            changed = db.execute(
                "UPDATE jobs SET status = ?, wish = '', worker = '', reason = ?, step = ?, ended = ?, waits = ?, "
                "seconds_left = NULL, deaths = 0, score = coalesce(?, score) "
                "WHERE id = ? AND status = 'running' AND worker = ? AND attempts = ?",
                (status, reason, step, ended, waits, score, job.id, job.worker, job.attempts),
            ).rowcount
            self._beat_worker(db, job.worker, None)
            if changed:
                self._settle(db, job.batch)
            return changed == 1

    def arrive(self, worker: str) -> None:
        """Says that an idle worker is alive."""
        with self._write(durable=False) as db:
            self._beat_worker(db, worker, None)

    def leave(self, worker: str, *, only_if_empty: bool = False, batch: str | None = None) -> bool:
        """Takes a worker off the list.

        Args:
            worker: its name.
            only_if_empty: not while jobs wait; so that no job is added between a last look and the end of the worker.
            batch: the only batch that it works for.
        Returns:
            Whether it was taken off.
        """
        if not self.path.exists():
            return True
        with self._write(durable=False) as db:
            self._reap(db)
            if only_if_empty and self._next(db, batch) is not None:
                return False
            db.execute("DELETE FROM workers WHERE name = ?", (worker,))
            return True

    # Inside a transaction.

    def _insert(
        self,
        db: sqlite3.Connection,
        configs: Sequence[RunConfig],
        priority: int,
        batch: str,
        run: str = "",
        halt_at: int = 0,
    ) -> list[int]:
        """New rows; their numbers."""
        now, numbers = time.time(), []
        for config in configs:
            cursor = db.execute(
                "INSERT INTO jobs (prompt, preset, prior, seed, total, config, status, priority, batch, run, halt_at, "
                "created) VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)",
                (
                    *(config.prompt, config.preset, config.prior, config.seed, config.steps),
                    *(json.dumps(config_to_dict(config)), _whole(priority), batch, run, halt_at, now),
                ),
            )
            numbers.append(int(cursor.lastrowid or 0))
        return numbers

    def _one(self, db: sqlite3.Connection, number: int) -> Job:
        query = f"SELECT {_COLUMNS} FROM jobs WHERE id = ?"
        row = db.execute(query, (number,)).fetchone() if 0 < number < 2**63 else None
        if row is None:
            raise QueueError(f"there is no job {number}; `bozzetto queue list` shows those that there are")
        return self._job(row)

    def _next(self, db: sqlite3.Connection, batch: str | None) -> Job | None:
        """The job whose turn it is; damaged rows are passed over."""
        which, values = ("AND batch = ?", (batch,)) if batch is not None else ("", ())
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM jobs WHERE status = 'queued' {which} ORDER BY priority DESC, id", values
        )
        return next((job for job in map(self._job, rows) if job.status == "queued"), None)

    def _reap(self, db: sqlite3.Connection) -> None:
        """Jobs of dead workers become what they were asked to become, or wait again."""
        columns = "id, worker, beat, beat_wall, run, wish, deaths, leased_step, batch"
        rows = db.execute(f"SELECT {columns} FROM jobs WHERE status = 'running'").fetchall()
        for number, worker, beat, wall, run, wish, deaths, leased_step, batch in rows:
            if not _is_dead(worker, beat, wall, self._long(run)):
                continue
            step = self._saved_step(run)
            deaths = 1 if step > leased_step else deaths + 1
            log.warning("job %s: its worker %s has died at step %s", number, worker, step)
            if wish == "cancel":
                self._end(db, number, "cancelled", "cancelled before it was done")
            elif wish == "pause":
                db.execute("UPDATE jobs SET status = 'paused', reason = 'paused' WHERE id = ?", (number,))
            elif deaths >= MAX_DEATHS:
                why = f"{deaths} workers died at it, one after the other, none of them getting past step {step}"
                self._end(db, number, "failed", f"{why}; is there enough memory? `bozzetto queue retry {number}`")
            else:
                db.execute("UPDATE jobs SET status = 'queued' WHERE id = ?", (number,))
            db.execute(
                "UPDATE jobs SET deaths = ?, step = ?, worker = '', wish = '', seconds_left = NULL WHERE id = ?",
                (deaths, step, number),
            )
            self._settle(db, batch)
        for name, beat, wall in db.execute("SELECT name, beat, beat_wall FROM workers").fetchall():
            if _is_dead(name, beat, wall, None):
                db.execute("DELETE FROM workers WHERE name = ?", (name,))

    def _settle(self, db: sqlite3.Connection, name: str) -> None:
        """Once every job that is still in a sweep has reached its rung: the best go on, the worst are cancelled."""
        row = db.execute("SELECT name, keep, rungs, created FROM sweeps WHERE name = ?", (name,)).fetchone()
        if row is None:
            return
        sweep = _sweep(row)
        rows = db.execute(f"SELECT {_COLUMNS} FROM jobs WHERE batch = ? AND halt_at > 0", (name,)).fetchall()
        live = [job for job in map(self._job, rows) if job.status in ("queued", "running", "paused")]
        if not live or not all(job.status == "paused" and job.waits for job in live):
            return
        step = live[0].halt_at
        following = [at for at, _ in sweep.rungs if at > step]
        count = dict(sweep.rungs).get(step, sweep.keep)
        for place, job in enumerate(sorted(live, key=_rank)):
            if place < count:
                db.execute(
                    "UPDATE jobs SET status = 'queued', reason = '', waits = 0, halt_at = ? WHERE id = ?",
                    (following[0] if following else 0, job.id),
                )
            else:
                score = "none" if job.score is None else f"{job.score:.4g}"
                why = f"stopped by its sweep at step {step}: place {place + 1} of {len(live)}, score {score}"
                self._end(db, job.id, "cancelled", why)

    def _end(self, db: sqlite3.Connection, number: int, status: str, reason: str) -> None:
        db.execute(
            "UPDATE jobs SET status = ?, reason = ?, ended = ? WHERE id = ?", (status, reason, time.time(), number)
        )

    def _beat_worker(self, db: sqlite3.Connection, worker: str, job: int | None) -> None:
        db.execute(
            "INSERT INTO workers VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (name) DO UPDATE SET job = excluded.job, beat = excluded.beat, beat_wall = excluded.beat_wall",
            (worker, job, time.time(), time.monotonic(), time.time()),
        )

    # Rows, paths.

    def _job(self, row: Sequence[Any]) -> Job:
        """A row as a job; one that cannot be read becomes a `damaged` job that says why."""
        values = dict(zip(_COLUMNS.split(", "), row, strict=True))
        wrong = [name for name, kinds in _KINDS.items() if not isinstance(values[name], kinds)]
        if not wrong and values["status"] not in STATUSES:
            wrong = ["status"]
        if wrong:
            why = ", ".join(f"{name} = {values[name]!r:.60}" for name in wrong)
            empty: dict[str, Any] = {name: kinds[0]() for name, kinds in _KINDS.items()}
            values = {name: empty[name] if name in wrong else value for name, value in values.items()}
            mend = "`bozzetto queue clear` takes it off the list"
            values |= {"status": DAMAGED, "reason": f"the row cannot be read ({why}); {mend}"}
        values |= {"run": self._long(values["run"]), "waits": bool(values["waits"])}
        return Job(**values)

    def _short(self, run: str | os.PathLike[str]) -> str:
        """A run folder as it is stored: relative to the queue's when inside it, so that the whole may be moved."""
        path = Path(os.path.abspath(Path(run).expanduser()))
        for folder in (Path(os.path.abspath(self.path.parent)), self.path.parent.resolve()):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return str(path)

    def _long(self, run: str) -> Path | None:
        return (self.path.parent.resolve() / run) if run else None

    def _new_run(self, job: Job) -> str:
        """A folder name for a job's run, which nobody else can choose: it ends in the job's number."""
        name = f"runs/{time.strftime('%Y%m%d-%H%M%S')}-{slug(job.prompt)}-j{job.id}"
        for end in ("", *(f"-{i}" for i in range(1, 1000))):
            if not (self.path.parent / f"{name}{end}").exists():
                break
        return f"{name}{end}"

    def _saved_step(self, run: str) -> int:
        """Steps that the run's last checkpoint holds, by its state.json; 0 when there is none that can be read."""
        path = self._long(run)
        try:
            value = json.loads((path / "state.json").read_text(encoding="utf-8"))["step"] if path else 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        return value if isinstance(value, int) else 0

    # The file.

    def _read(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query; none when there is no queue yet."""
        with self._lock, _file_errors(self.path):
            if not self.path.exists():
                return []
            db = self._open()
            if self._version(db) == 0:
                return []
            try:
                return db.execute(query, values).fetchall()
            except OverflowError:
                return []  # a number that no row can have

    @contextlib.contextmanager
    def _write(self, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock from its start; the tables are made by the first.

        A durable one is on the disk when it ends. The others survive any process, and after a power cut the file is
        whole but may have forgotten them: a lease that is forgotten is taken again, and its run is where it was.
        """
        with self._lock, _file_errors(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            db = self._open()
            if self._version(db) == 0:
                self._make(db)
            db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        """The connection of this process to the file that is at the path now."""
        try:
            found = os.stat(self.path)
            here = (os.getpid(), found.st_dev, found.st_ino)
        except FileNotFoundError:
            here = None
        if self._connection is not None and here is not None and here == self._opened:
            return self._connection
        self.close()
        db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            # Damaged text must not keep the other columns of its row, or the other rows, from being read.
            db.text_factory = lambda data: data.decode("utf-8", "replace")
            try:
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except sqlite3.OperationalError as error:
                # WAL wants to write beside the file even to read it; on a read-only store only this is possible.
                if "unable to open" not in str(error) and "readonly" not in str(error):
                    raise
                db.close()
                db = sqlite3.connect(
                    f"{self.path.absolute().as_uri()}?immutable=1",
                    uri=True,
                    isolation_level=None,
                    check_same_thread=False,
                )
                db.text_factory = lambda data: data.decode("utf-8", "replace")
            self._version(db)
        except BaseException:
            db.close()
            raise
        found = os.stat(self.path)
        self._connection, self._opened = db, (os.getpid(), found.st_dev, found.st_ino)
        return db

    def _version(self, db: sqlite3.Connection) -> int:
        """The schema in the file; 0 for a file without one."""
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version == SCHEMA:
            return SCHEMA
        if version > SCHEMA:
            raise QueueError(
                f"{self.path} was written by a newer bozzetto (schema {version}; this one knows {SCHEMA}): update "
                "bozzetto, or set BOZZETTO_HOME to another folder. Runs can still be listed, resumed and exported"
            )
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables:
            raise QueueError(f"{self.path} is a database of another program; move it away, or set BOZZETTO_HOME")
        return 0

    def _make(self, db: sqlite3.Connection) -> None:
        """Tables and version, once, whoever comes first."""
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")
        try:
            if self._version(db) == 0:
                for statement in _TABLES.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {SCHEMA}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def worker_name(process: int | None = None) -> str:
    """A process as a worker: host/process/start/boot/namespace, by which others can tell whether it lives.

    Args:
        process: its number; by default this one's.
    """
    pid = os.getpid() if process is None else process
    return "/".join((socket.gethostname().replace("/", "-"), str(pid), _start_of(pid), *_place()))


def repair(path: str | os.PathLike[str] | None = None) -> tuple[int, Path | None]:
    """Makes a new queue of the rows of a damaged one that can be read; the damaged file is kept beside it.

    Args:
        path: of the database; by default `home()`/queue.db. No worker should be running.
    Returns:
        Jobs that were saved, and where the damaged file is now (None when it was whole, and nothing was done).
    Raises:
        QueueError: there is none, or it is from a newer version.
        DiskError: the new one cannot be written.
    """
    place = Path(path) if path is not None else home() / "queue.db"
    if not place.is_file():
        raise QueueError(f"there is no queue at {place}; nothing to repair")
    tables = {"jobs": "id", "sweeps": "name"}
    saved: dict[str, list[dict[str, Any]]] = {name: [] for name in tables}
    with contextlib.closing(sqlite3.connect(place, timeout=BUSY_SECONDS, isolation_level=None)) as db:
        db.text_factory = lambda data: data.decode("utf-8", "replace")
        db.row_factory = sqlite3.Row
        # Without this, SQLite reads nothing at all of a file that was cut short.
        db.execute("PRAGMA writable_schema = ON")
        with contextlib.suppress(sqlite3.DatabaseError):
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA:
                raise QueueError(f"{place} was written by a newer bozzetto (schema {version}); update bozzetto first")
            if version == SCHEMA and [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]:
                return 0, None
        for name, key in tables.items():
            saved[name] = _rows_that_can_be_read(db, name, key)
    fresh, number = place.with_name(f".{place.name}.{os.getpid()}.part"), 0
    aside = place.with_name(f"{place.name}.damaged")
    while aside.exists():
        number += 1
        aside = place.with_name(f"{place.name}.damaged-{number}")
    count = 0
    with contextlib.closing(Queue(fresh)) as queue, queue._write() as db:
        for name, rows in saved.items():
            known = {row[1] for row in db.execute(f"PRAGMA table_info({name})")}
            for row in rows:
                kept = {key: value for key, value in row.items() if key in known}
                names, marks = ", ".join(kept), ", ".join("?" * len(kept))
                with contextlib.suppress(sqlite3.IntegrityError):
                    db.execute(f"INSERT INTO {name} ({names}) VALUES ({marks})", tuple(kept.values()))
                    count += name == "jobs"
    with disk_errors(f"put a repaired queue at {place}"):
        for end in ("-wal", "-shm"):
            if Path(f"{place}{end}").exists():
                os.replace(f"{place}{end}", f"{aside}{end}")
        os.replace(place, aside)
        os.replace(fresh, place)
    return count, aside


def _rows_that_can_be_read(db: sqlite3.Connection, table: str, key: str) -> list[dict[str, Any]]:
    """Rows from the front until damage is met, then from the back, then, by number, what lies between."""
    found: dict[Any, dict[str, Any]] = {}
    for order in ("ASC", "DESC"):
        try:
            for row in db.execute(f"SELECT * FROM {table} ORDER BY {key} {order}"):
                found.setdefault(row[key], dict(row))
            return [found[k] for k in sorted(found)]
        except sqlite3.DatabaseError:
            continue
    numbers = [k for k in found if isinstance(k, int)]
    for number in range(min(numbers, default=1), max(numbers, default=0)):
        with contextlib.suppress(sqlite3.DatabaseError):
            row = db.execute(f"SELECT * FROM {table} WHERE {key} = ?", (number,)).fetchone()
            if row is not None:
                found.setdefault(number, dict(row))
    return [found[k] for k in sorted(found)]


def _rank(job: Job) -> tuple[int, int, float, int]:
    """Sorts the best first: whoever may finish, then by how far it came, then by score, then by number."""
    score = -math.inf if job.score is None or math.isnan(job.score) else job.score
    return (job.status in ("failed", "cancelled", DAMAGED), -job.step, -score, job.id)


def _sweep(row: Sequence[Any]) -> Sweep:
    name, keep, rungs, created = row
    try:
        return Sweep(name, int(keep), tuple((int(step), int(count)) for step, count in json.loads(rungs)), created)
    except (TypeError, ValueError) as error:
        raise QueueError(
            f"the sweep {name!r} is damaged ({error}); `bozzetto queue clear` takes its jobs off"
        ) from error


def _whole(priority: int) -> int:
    if isinstance(priority, bool) or not isinstance(priority, int) or not -(2**31) <= priority < 2**31:
        raise QueueError(f"a priority is a whole number of at most nine digits; got {priority!r}")
    return priority


def _is_dead(worker: str, beat: float, wall: float, run: Path | None) -> bool:
    """Whether a worker is gone: its process, or, where that cannot be seen, its beat and its hold of the run folder."""
    parts = worker.split("/")
    host, pid, start, boot, space = parts if len(parts) == 5 else ("", "", "", "", "")
    same_boot = bool(boot) and boot == _place()[0]
    if same_boot and space == _place()[1]:
        gone = _start_of(int(pid)) != start
        if not gone and run is None:
            return False  # a worker without a job, perhaps still loading: its process is there
    else:
        gone = bool(boot) and host == socket.gethostname() and not same_boot
    # A beat of this boot has a monotonic time. Otherwise the wall clock must do: one that was put back shows as a beat
    # from the future, which is no beat.
    age = time.monotonic() - beat if same_boot else time.time() - wall
    if not gone and -1.0 <= age <= LEASE_SECONDS:
        return False
    # The system lets go of a dead process's lock; a worker that is only slow, or hidden from us, still holds it.
    return run is None or not is_locked(run)


def _place() -> tuple[str, str]:
    """This boot of this machine, and this process's namespace of process numbers; empty where the system has none."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return boot, os.readlink("/proc/self/ns/pid").partition(":")[2].strip("[]")
    except OSError:
        return "", ""


def _start_of(pid: int) -> str:
    """When a process began, in ticks since boot, which tells it from a later one of its number; empty if dead."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in ("Z", "X") else fields[19]


@contextlib.contextmanager
def _file_errors(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, with what to do."""
    try:
        with disk_errors(f"use the queue {path}"):
            yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "locked" in text:
            raise QueueError(
                f"{path} was busy for {BUSY_SECONDS:.0f} s; is a process stopped in the middle?"
            ) from error
        if "full" in text:
            raise DiskError(
                f"cannot write the queue {path}: the disk is full; free some space and try again"
            ) from error
        if "readonly" in text or "unable to open" in text:
            raise DiskError(f"cannot write the queue {path}: {text}; check the path and its permissions") from error
        if "disk I/O" in text:
            raise DiskError(f"cannot use the queue {path}: {text}; is the disk full or failing?") from error
        raise QueueError(
            f"the queue {path} is damaged ({text}); `bozzetto queue repair` saves what can be read. Runs are whole, "
            "and can still be listed, resumed and exported"
        ) from error

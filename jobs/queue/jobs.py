"""The queue of jobs: one SQLite file (WAL) at `home()`/queue.db, safe for many processes and threads at once.

A job is a configuration that waits for a worker. A worker leases it, reports while it works, and finishes it; when the
worker dies, the next call of `lease` takes the job over, and the run goes on from its last checkpoint.

    queued --lease--> running --finish--> done | failed          pause: queued | running --> paused --resume--> queued
      ^                  |  worker died                          cancel: queued | running | paused --> cancelled
      +------------------+                                       retry:  failed | cancelled --> queued

What a running job is asked to become is written into its row (`requested`), which its worker reads after every step; so
`pause` and `cancel` of a running job return at once, and the status follows within a step. Every call is one short
transaction.
"""

import itertools
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import DataError, QueueError
from bozzetto.jobs.config.json_file import parse_json
from bozzetto.jobs.config.run_config import RunConfig, config_from_json, config_to_dict
from bozzetto.jobs.queue.database import Database
from bozzetto.jobs.queue.leases import (
    check_end_status,
    end_job,
    end_lease,
    find_job,
    is_dead,
    is_worker,
    next_job,
    note_worker,
    rank,
    reap,
    settle_sweep,
    take_job,
    worker_pid,
)
from bozzetto.jobs.queue.schema import (
    COLUMNS,
    DAMAGED,
    FINISHED,
    STATUSES,
    SWEEP_COLUMNS,
    Job,
    Sweep,
    Task,
    WorkerInfo,
    readable_sweep,
    stored_run,
    to_job,
    to_sweep,
)
from bozzetto.jobs.store.runs import home

_PLACE = (
    "CASE status WHEN 'queued' THEN (SELECT count(*) FROM jobs AS others WHERE others.status = 'queued' AND "
    "(others.priority > jobs.priority OR (others.priority = jobs.priority AND others.id <= jobs.id))) ELSE 0 END"
)


class Queue:
    """The queue at a path. Nothing is made on disk before the first job is added. Usable from several threads.

    Every method raises QueueError when the file is damaged, is from a newer version, is busy, or holds no such job; and
    DiskError when it cannot be written: disk full, read-only, no permission.

    Args:
        path: of the database; by default `home()`/queue.db.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = Path(path) if path is not None else home() / "queue.db"
        self._database = Database(self.path)

    def __enter__(self) -> "Queue":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        self._database.close()

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
        with self._database.write() as db:
            number = self._insert(db, [Task(config, run=run)], priority, batch)[0]
        return self.get(number)

    def add_many(self, configs: Sequence[RunConfig], *, priority: int = 0, batch: str = "") -> list[Job]:
        """Adds jobs, all or none, in their order."""
        with self._database.write() as db:
            numbers = self._insert(db, [Task(config) for config in configs], priority, batch)
        return self.some(numbers)

    def add_task(self, task: Task, *, priority: int = 0, batch: str = "") -> Job:
        """Adds one job of any kind."""
        with self._database.write() as db:
            number = self._insert(db, [task], priority, batch)[0]
        return self.get(number)

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
        with self._database.write() as db:
            taken = "SELECT 1 FROM sweeps WHERE name = ? UNION SELECT 1 FROM jobs WHERE batch = ?"
            if not name or db.execute(taken, (name, name)).fetchone():
                raise QueueError(f"the name {name!r} is taken by other jobs; choose another one for the sweep")
            text = json.dumps([list(rung) for rung in rungs])
            db.execute("INSERT INTO sweeps VALUES (?, ?, ?, ?)", (name, keep, text, time.time()))
            self._insert(db, [Task(config) for config in configs], priority, name, halt_at=steps[0] if steps else 0)
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
        rows = self._database.read(
            f"SELECT {COLUMNS} FROM jobs WHERE {' AND '.join(where)} {order} LIMIT ?", (*values, few)
        )
        jobs = [job for job in self._jobs(rows) if not wanted or job.status in wanted]
        return jobs if limit is None else jobs[:limit]

    def counts(self) -> dict[str, int]:
        """Number of jobs by status, for each of STATUSES."""
        counts = dict(self._database.read("SELECT status, count(*) FROM jobs GROUP BY status"))
        return {status: int(counts.get(status, 0)) for status in STATUSES}

    def get(self, number: int) -> Job:
        """The job of that number."""
        rows = self._database.read(f"SELECT {COLUMNS} FROM jobs WHERE id = ?", (number,))
        if not rows:
            raise QueueError(f"there is no job {number}; `bozzetto queue list` shows those that there are")
        return to_job(rows[0], self._folder)

    def some(self, numbers: Sequence[int]) -> list[Job]:
        """The jobs of those numbers that there are, in the order of their numbers."""
        rows: list[Any] = []
        for start in range(0, len(numbers), 500):
            part = numbers[start : start + 500]
            query = f"SELECT {COLUMNS} FROM jobs WHERE id IN ({', '.join('?' * len(part))})"
            rows += self._database.read(query, tuple(part))
        return sorted(self._jobs(rows), key=lambda job: job.id)

    def place(self, job: Job) -> int:
        """Which one a waiting job is in the queue, from 1; 0 for one that does not wait."""
        placed = self.placed("id = ?", (job.id,))
        return placed[0][1] if placed else 0

    def placed(
        self, where: str, values: Sequence[Any], *, newest_first: bool = False, limit: int = -1
    ) -> list[tuple[Job, int]]:
        """Jobs with their place in the queue, see `place`, by one query.

        Args:
            where: a condition on the columns of jobs, in SQL. values: of its question marks.
            newest_first: the highest number first. limit: at most so many; below 0 is any number.
        """
        order = "DESC" if newest_first else "ASC"
        query = f"SELECT {COLUMNS}, {_PLACE} FROM jobs WHERE {where} ORDER BY id {order} LIMIT ?"
        found = []
        for *row, place in self._database.read(query, (*values, limit)):
            job = to_job(row, self._folder)
            found.append((job, int(place) if job.status == "queued" else 0))
        return found

    def options(self, number: int) -> dict[str, Any] | None:
        """What further files a job is asked for, by fields of `bozzetto.jobs.bake.run_export.ExportOptions`; or None.

        Raises:
            QueueError: it cannot be read.
        """
        self.get(number)
        (text,) = self._database.read("SELECT task FROM jobs WHERE id = ?", (number,))[0]
        if not text:
            return None
        try:
            values = parse_json(text)
        except (DataError, TypeError) as error:
            raise QueueError(f"the task of job {number} {error}; add the job again") from error
        if not isinstance(values, dict):
            raise QueueError(f"the task of job {number} is no object; add the job again")
        return values

    def config(self, number: int) -> RunConfig:
        """The configuration of a job.

        Raises:
            ConfigError: it holds settings that this version does not know.
        """
        self.get(number)
        (text,) = self._database.read("SELECT config FROM jobs WHERE id = ?", (number,))[0]
        try:
            return config_from_json(text)
        except (DataError, TypeError) as error:
            raise QueueError(f"the configuration of job {number} {error}; add the job again") from error

    def of_run(self, run: str | os.PathLike[str]) -> Job | None:
        """The newest job whose run is in that folder, or None."""
        rows = self._database.read(
            f"SELECT {COLUMNS} FROM jobs WHERE run = ? ORDER BY id DESC LIMIT 1", (stored_run(run, self._folder),)
        )
        return to_job(rows[0], self._folder) if rows else None

    def sweep(self, name: str) -> Sweep:
        """A sweep by its name."""
        rows = self._database.read(f"SELECT {SWEEP_COLUMNS} FROM sweeps WHERE name = ?", (name,))
        if not rows:
            raise QueueError(f"there is no sweep {name!r}; `bozzetto queue list` shows the names in brackets")
        return to_sweep(rows[0])

    def sweeps(self) -> list[Sweep]:
        """The sweeps whose jobs are on the list, oldest first; without one whose record is damaged."""
        rows = self._database.read(f"SELECT {SWEEP_COLUMNS} FROM sweeps ORDER BY created, name")
        return [sweep for sweep in map(readable_sweep, rows) if sweep is not None]

    def ranking(self, name: str) -> list[Job]:
        """The jobs of a sweep, best first: how far each was let go counts before its score there."""
        self.sweep(name)
        return sorted(self.jobs(batch=name), key=rank)

    def cancel(self, number: int) -> Job:
        """Stops a job for good: at once when it waits, within a step when it runs. The run folder is kept."""
        with self._database.write() as db:
            reap(db, self._folder)
            job = find_job(db, self._folder, number)
            if job.status == "running":
                db.execute("UPDATE jobs SET requested = 'cancel' WHERE id = ?", (number,))
            elif job.status in ("queued", "paused"):
                end_job(db, number, "cancelled", "cancelled before it was done")
                settle_sweep(db, self._folder, job.batch)
            elif job.status != "cancelled":
                raise QueueError(
                    f"job {number} is {job.status}; only jobs that are queued, running or paused can be cancelled"
                )
        return self.get(number)

    def pause(self, number: int) -> Job:
        """Holds a job: at once when it waits, within a step when it runs; a checkpoint is saved first."""
        with self._database.write() as db:
            reap(db, self._folder)
            job = find_job(db, self._folder, number)
            if job.status == "running" and job.requested == "cancel":
                raise QueueError(f"job {number} is being cancelled; it cannot be paused any more")
            if job.status == "running":
                db.execute("UPDATE jobs SET requested = 'pause' WHERE id = ?", (number,))
            elif job.status == "queued":
                db.execute("UPDATE jobs SET status = 'paused', reason = 'paused' WHERE id = ?", (number,))
            elif job.status != "paused":
                raise QueueError(f"job {number} is {job.status}; only jobs that are queued or running can be paused")
        return self.get(number)

    def resume(self, number: int) -> Job:
        """Lets a paused job go on from its last checkpoint, in its turn."""
        with self._database.write() as db:
            job = find_job(db, self._folder, number)
            if job.status == "paused" and job.at_rung:
                raise QueueError(
                    f"job {number} waits at step {job.step} for the rest of its sweep {job.batch!r}, not paused"
                )
            if job.status == "running" and job.requested != "cancel":
                db.execute("UPDATE jobs SET requested = '' WHERE id = ?", (number,))
            elif job.status == "paused":
                db.execute("UPDATE jobs SET status = 'queued', reason = '' WHERE id = ?", (number,))
            elif job.status != "queued":
                raise QueueError(f"job {number} is {job.status}; only a paused job can be resumed")
        return self.get(number)

    def retry(self, number: int) -> Job:
        """Queues a failed or cancelled job again; its run goes on from its last checkpoint, in no sweep any more."""
        with self._database.write() as db:
            job = find_job(db, self._folder, number)
            if job.status not in ("failed", "cancelled"):
                raise QueueError(f"job {number} is {job.status}; only a failed or cancelled job can be tried again")
            db.execute(
                "UPDATE jobs SET status = 'queued', reason = '', crashes = 0, halt_at = 0, ended = NULL WHERE id = ?",
                (number,),
            )
        return self.get(number)

    def set_priority(self, number: int, priority: int) -> Job:
        """Changes when a job's turn comes: higher goes first."""
        with self._database.write() as db:
            find_job(db, self._folder, number)
            db.execute("UPDATE jobs SET priority = ? WHERE id = ?", (_check_priority(priority), number))
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
        with self._database.write() as db:
            rows = db.execute(f"SELECT {COLUMNS} FROM jobs").fetchall()
            gone = [job for job in self._jobs(rows) if job.status in chosen]
            db.executemany("DELETE FROM jobs WHERE id = ?", [(job.id,) for job in gone])
            for name in {job.batch for job in gone}:
                settle_sweep(db, self._folder, name)
            db.execute("DELETE FROM sweeps WHERE name NOT IN (SELECT batch FROM jobs)")
        return len(gone)

    def remove(self, number: int) -> Job:
        """Takes one finished job off the list; its run folder stays."""
        with self._database.write() as db:
            job = find_job(db, self._folder, number)
            if job.status not in (*FINISHED, DAMAGED):
                raise QueueError(f"job {number} is {job.status}; cancel it before it is taken off the list")
            db.execute("DELETE FROM jobs WHERE id = ?", (number,))
            settle_sweep(db, self._folder, job.batch)
            db.execute("DELETE FROM sweeps WHERE name NOT IN (SELECT batch FROM jobs)")
        return job

    def workers(self) -> list[WorkerInfo]:
        """The workers that are alive, busy or idle."""
        rows = self._database.read("SELECT name, job, started, heartbeat, heartbeat_wall FROM workers ORDER BY started")
        return [
            WorkerInfo(name, worker_pid(name) or 0, job, started)
            for name, job, started, heartbeat, wall in rows
            if is_worker(name, heartbeat, wall) and not is_dead(name, heartbeat, wall, None)
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
        with self._database.write(durable=False) as db:
            reap(db, self._folder)
            return take_job(db, self._folder, worker, batch)

    def heartbeat(
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
        with self._database.write(durable=False) as db:
            changed = db.execute(
                "UPDATE jobs SET heartbeat = ?, heartbeat_wall = ?, stage = ?, step = ?, loss = ?, seconds_left = ? "
                "WHERE id = ? AND status = 'running' AND worker = ? AND attempts = ?",
                (time.monotonic(), time.time(), stage, step, loss, seconds_left, job.id, job.worker, job.attempts),
            ).rowcount
            note_worker(db, job.worker, job.id if changed else None)
            return changed == 1

    def requested(self, job: Job) -> str:
        """What a leased job is asked to become: empty, `pause`, `cancel`; `lost` when the lease is gone. Cheap."""
        query = "SELECT requested, status, worker, attempts FROM jobs WHERE id = ?"
        rows = self._database.read(query, (job.id,))
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
        at_rung: bool = False,
    ) -> bool:
        """Ends a lease. When the last job of a sweep has reached its rung by this, the worst are cancelled.

        Args:
            job: as `lease` returned it.
            status: what the job becomes; `queued` gives it back, and then what it was asked to become counts.
            step: steps that a checkpoint on disk holds.
            score: for a job of a sweep, the higher the better.
            reason: a sentence for people.
            at_rung: the job is `paused` because it has reached its sweep's rung.
        Returns:
            False when the job was no longer this lease's; nothing is changed then.
        """
        check_end_status(status)
        with self._database.write(durable=False) as db:
            return end_lease(db, self._folder, job, status, step=step, score=score, reason=reason, at_rung=at_rung)

    def register(self, worker: str) -> None:
        """Says that an idle worker is alive."""
        with self._database.write(durable=False) as db:
            note_worker(db, worker, None)

    def unregister(self, worker: str, *, only_if_empty: bool = False, batch: str | None = None) -> bool:
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
        with self._database.write(durable=False) as db:
            reap(db, self._folder)
            if only_if_empty and next_job(db, self._folder, batch) is not None:
                return False
            db.execute("DELETE FROM workers WHERE name = ?", (worker,))
            return True

    def _insert(
        self,
        db: sqlite3.Connection,
        tasks: Sequence[Task],
        priority: int,
        batch: str,
        halt_at: int = 0,
    ) -> list[int]:
        """New rows; their numbers."""
        now, numbers = time.time(), []
        for task in tasks:
            config = task.config
            run = "" if task.run is None else stored_run(task.run, self._folder)
            options = "" if task.options is None else json.dumps(dict(task.options))
            cursor = db.execute(
                "INSERT INTO jobs (prompt, preset, prior, seed, total, config, status, priority, batch, run, halt_at, "
                "created, kind, task, owner, at_once) VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(config.prompt, config.preset, config.prior, config.seed, config.steps),
                    *(json.dumps(config_to_dict(config)), _check_priority(priority), batch, run, halt_at, now),
                    *(task.kind, options, task.owner, task.at_once),
                ),
            )
            numbers.append(int(cursor.lastrowid or 0))
        return numbers

    def _jobs(self, rows: Iterable[Sequence[Any]]) -> Iterator[Job]:
        return (to_job(row, self._folder) for row in rows)

    @property
    def _folder(self) -> Path:
        return self.path.parent


def _check_priority(priority: int) -> int:
    if isinstance(priority, bool) or not isinstance(priority, int) or not -(2**31) <= priority < 2**31:
        raise QueueError(f"a priority is a whole number of at most nine digits; got {priority!r}")
    return priority

"""The queue as the service uses it: requests that count once, limits of an owner, callbacks that are due."""

import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.schema import Job, Task

KEPT_SECONDS = 24 * 3600.0
"""How long a request is remembered by its Idempotency-Key."""
HOUR = 3600.0
LEASE_SECONDS = 120.0
"""A callback that is being made is nobody else's for so long."""


class LimitError(BozzettoError):
    """An owner has asked for as much as it may.

    Attributes:
        seconds: after which it may be tried again.
    """

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class ReusedKeyError(BozzettoError):
    """The Idempotency-Key was used for another request."""


@dataclass(frozen=True)
class Submitted:
    """What a request has become."""

    jobs: tuple[int, ...]
    """Numbers of its jobs."""
    replayed: bool
    """Whether they were there already, by an earlier request with the same Idempotency-Key."""


@dataclass(frozen=True)
class DueCallback:
    """A callback whose time has come."""

    job: int
    """The job that it tells of."""
    url: str
    """Where to."""
    attempts: int
    """Made so far."""


class ServiceQueue(Queue):
    """A Queue with the tables of requests and callbacks."""

    def submit(
        self,
        tasks: Sequence[Task],
        *,
        owner: str,
        key: str = "",
        digest: str = "",
        batch: str = "",
        callback: str = "",
        queued: int = 0,
        per_hour: int = 0,
    ) -> Submitted:
        """Adds the jobs of a request, all or none, and once however often it is sent.

        Args:
            tasks: at least one.
            owner: name of the key that asks.
            key: its Idempotency-Key, or empty.
            digest: of what is asked for; the same key with another digest is refused.
            batch: a name that the jobs share.
            callback: a URL that is told of the end of each.
            queued: jobs of this owner that may wait; 0 is any number.
            per_hour: jobs that this owner may ask for within an hour; 0 is any number.
        Raises:
            ReusedKeyError, LimitError.
        """
        now = time.time()
        with self._database.write() as db:
            if key:
                row = db.execute(
                    "SELECT digest, jobs FROM requests WHERE owner = ? AND key = ?", (owner, key)
                ).fetchone()
                if row is not None and row[0] != digest:
                    raise ReusedKeyError("this Idempotency-Key was used for another request; use a new one")
                if row is not None:
                    return Submitted(tuple(json.loads(row[1])), True)
            db.execute("DELETE FROM requests WHERE created < ?", (now - KEPT_SECONDS,))
            _check_limits(db, owner, len(tasks), queued, per_hour, now)
            numbers = self._insert(db, tasks, 0, batch)
            db.execute(
                "INSERT INTO requests (owner, key, digest, jobs, count, created) VALUES (?, ?, ?, ?, ?, ?)",
                (owner, key or None, digest, json.dumps(numbers), len(numbers), now),
            )
            if callback:
                rows = [(number, callback, now) for number in numbers]
                db.executemany("INSERT INTO callbacks (job, url, created) VALUES (?, ?, ?)", rows)
        return Submitted(tuple(numbers), False)

    def page(
        self,
        *,
        owner: str | None,
        statuses: Sequence[str] = (),
        before: int | None = None,
        limit: int = 50,
    ) -> list[tuple[Job, int]]:
        """Jobs by falling number, each with its place in the queue.

        Args:
            owner: only those of this one; None for all.
            statuses: only these; empty for all.
            before: only those with a lower number.
            limit: at most so many.
        """
        where, values = ["1"], list[Any]()
        if owner is not None:
            where.append("owner = ?")
            values.append(owner)
        if statuses:
            where.append(f"status IN ({', '.join('?' * len(statuses))})")
            values += statuses
        if before is not None:
            where.append("id < ?")
            values.append(before)
        return self.placed(" AND ".join(where), values, newest_first=True, limit=limit)

    def version(self) -> int | None:
        """A number that changes whenever another connection has written the queue; None before there is one."""
        rows = self._database.read("PRAGMA data_version")
        return int(rows[0][0]) if rows else None

    def due_callbacks(self, limit: int) -> list[DueCallback]:
        """Callbacks of jobs that have ended, whose time has come; each is this caller's for LEASE_SECONDS.

        Those of jobs that were taken off the list meanwhile are among them.
        """
        now = time.time()
        query = (
            "SELECT callbacks.job, url, callbacks.attempts FROM callbacks LEFT JOIN jobs ON jobs.id = callbacks.job "
            "WHERE next <= ? AND (jobs.id IS NULL OR jobs.status IN ('done', 'failed', 'cancelled')) "
            "ORDER BY next, callbacks.job LIMIT ?"
        )
        if not self._database.read(query, (now, 1)):
            return []
        with self._database.write(durable=False) as db:
            rows = db.execute(query, (now, limit)).fetchall()
            leases = [(now + LEASE_SECONDS, row[0]) for row in rows]
            db.executemany("UPDATE callbacks SET next = ? WHERE job = ?", leases)
        return [DueCallback(*row) for row in rows]

    def callback_done(self, job: int) -> None:
        """Forgets a callback: it was taken, or is given up."""
        with self._database.write(durable=False) as db:
            db.execute("DELETE FROM callbacks WHERE job = ?", (job,))

    def callback_again(self, job: int, seconds: float, *, failed: bool) -> None:
        """Makes a callback due again after a while; `failed` counts an attempt."""
        with self._database.write(durable=False) as db:
            query = "UPDATE callbacks SET next = ?, attempts = attempts + ? WHERE job = ?"
            db.execute(query, (time.time() + seconds, int(failed), job))

    def callbacks_waiting(self) -> int:
        """Callbacks that were not taken yet."""
        rows = self._database.read("SELECT count(*) FROM callbacks")
        return int(rows[0][0]) if rows else 0

    def jobs_of_run(self, run: str) -> int:
        """Jobs on the list whose run folder is that, by its name as rows hold it."""
        return int(self._database.read("SELECT count(*) FROM jobs WHERE run = ?", (run,))[0][0])


def _check_limits(db: sqlite3.Connection, owner: str, count: int, queued: int, per_hour: int, now: float) -> None:
    """LimitError where so many more jobs are too many."""
    if queued:
        query = "SELECT count(*) FROM jobs WHERE owner = ? AND status = 'queued'"
        (waiting,) = db.execute(query, (owner,)).fetchone()
        if waiting + count > queued:
            query = "SELECT min(seconds_left) FROM jobs WHERE owner = ? AND status = 'running'"
            (left,) = db.execute(query, (owner,)).fetchone()
            seconds = min(max(float(left or 30.0), 1.0), 600.0)
            raise LimitError(
                f"{waiting} of your jobs wait, and {queued} may; wait for some to end, or cancel them", seconds
            )
    if per_hour:
        rows = db.execute(
            "SELECT count, created FROM requests WHERE owner = ? AND created > ? ORDER BY created", (owner, now - HOUR)
        ).fetchall()
        asked = sum(row[0] for row in rows)
        if asked + count > per_hour:
            seconds = HOUR
            for number, created in rows:
                asked -= number
                if asked + count <= per_hour:
                    seconds = created + HOUR - now
                    break
            raise LimitError(
                f"{per_hour} jobs an hour are yours, and {count} more would be too many; wait a while",
                max(seconds, 1.0),
            )

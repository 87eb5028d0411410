"""The tables of the queue, their versions, and their rows as dataclasses.

The version of the tables stands in the file as `user_version`. Version 1 (columns `wish`, `deaths`, `waits`, `beat`,
`beat_wall`; tables without strict types) and version 2 (without ADDED_COLUMNS and the tables of requests and callbacks)
are moved to version 3 in one transaction when they are opened.
"""

import json
import math
import os
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import QueueError
from bozzetto.jobs.config.run_config import RunConfig

SCHEMA = 3
"""Version of the tables that this code writes; it reads this and all earlier ones."""
APPLICATION_ID = 0x626F7A7A  # "bozz"
STATUSES = ("queued", "running", "paused", "done", "failed", "cancelled")
FINISHED = ("done", "failed", "cancelled")
KINDS = ("generate", "export", "texture", "teach")
"""What a job does: a run from a prompt; further files of a run; a mesh painted anew; a noun learnt from a mesh."""
DAMAGED = "damaged"
"""Status that `Job` shows for a row that cannot be read as a job; it is never leased."""
LATEST = 253_402_300_799.0
"""Greatest time of a row, the end of the year 9999 in seconds since 1970."""

# Older SQLite has no strict tables; there the CHECKs alone hold the types of whole numbers.
_STRICT = "STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
_TABLES = f"""
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    prompt TEXT NOT NULL,
    preset TEXT NOT NULL,
    prior TEXT NOT NULL,
    seed INTEGER NOT NULL CHECK (typeof(seed) = 'integer'),
    total INTEGER NOT NULL CHECK (typeof(total) = 'integer'),
    config TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
    requested TEXT NOT NULL DEFAULT '' CHECK (requested IN ('', 'pause', 'cancel')),
    priority INTEGER NOT NULL DEFAULT 0 CHECK (typeof(priority) = 'integer'),
    batch TEXT NOT NULL DEFAULT '',
    run TEXT NOT NULL DEFAULT '',
    halt_at INTEGER NOT NULL DEFAULT 0 CHECK (typeof(halt_at) = 'integer'),
    at_rung INTEGER NOT NULL DEFAULT 0 CHECK (at_rung IN (0, 1)),
    stage TEXT NOT NULL DEFAULT '',
    step INTEGER NOT NULL DEFAULT 0 CHECK (typeof(step) = 'integer'),
    loss REAL,
    score REAL,
    seconds_left REAL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (typeof(attempts) = 'integer'),
    crashes INTEGER NOT NULL DEFAULT 0 CHECK (typeof(crashes) = 'integer'),
    leased_step INTEGER NOT NULL DEFAULT 0 CHECK (typeof(leased_step) = 'integer'),
    worker TEXT NOT NULL DEFAULT '',
    heartbeat REAL NOT NULL DEFAULT 0,
    heartbeat_wall REAL NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL,
    started REAL,
    ended REAL,
    kind TEXT NOT NULL DEFAULT 'generate',
    task TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    at_once INTEGER NOT NULL DEFAULT 0 CHECK (typeof(at_once) = 'integer')
) {_STRICT};
CREATE INDEX jobs_by_turn ON jobs (status, priority DESC, id);
CREATE INDEX jobs_by_batch ON jobs (batch);
CREATE INDEX jobs_by_owner ON jobs (owner, status);
CREATE TABLE sweeps (
    name TEXT PRIMARY KEY,
    keep INTEGER NOT NULL,
    rungs TEXT NOT NULL,
    created REAL NOT NULL
) {_STRICT};
CREATE TABLE workers (
    name TEXT PRIMARY KEY,
    job INTEGER,
    started REAL NOT NULL,
    heartbeat REAL NOT NULL,
    heartbeat_wall REAL NOT NULL
) {_STRICT};
CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    owner TEXT NOT NULL,
    key TEXT,
    digest TEXT NOT NULL,
    jobs TEXT NOT NULL,
    count INTEGER NOT NULL,
    created REAL NOT NULL,
    UNIQUE (owner, key)
) {_STRICT};
CREATE INDEX requests_by_time ON requests (created);
CREATE TABLE callbacks (
    job INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next REAL NOT NULL DEFAULT 0,
    created REAL NOT NULL
) {_STRICT};
"""
ADDED_COLUMNS = {"kind": "generate", "task": "", "owner": "", "at_once": 0}
"""Columns that jobs of versions 1 and 2 lack, and what they are for those."""
RENAMED_COLUMNS = {
    "wish": "requested",
    "deaths": "crashes",
    "waits": "at_rung",
    "beat": "heartbeat",
    "beat_wall": "heartbeat_wall",
}
"""Columns of version 1, and what they are called now."""

_WHOLE = (
    *("id", "seed", "total", "priority", "halt_at", "at_rung", "step", "attempts", "crashes", "leased_step"),
    "at_once",
)
_TEXT = (
    *("prompt", "preset", "prior", "status", "requested", "batch", "run", "stage", "worker", "reason"),
    *("kind", "owner"),
)
_NUMBERS = ("loss", "score", "seconds_left")
_TIMES = ("created", "started", "ended")
_OWN = ("heartbeat", "heartbeat_wall")
# Not `config` and `task`: they are some 3 kB a row, which a list of a thousand does not need.
COLUMNS = ", ".join((*_WHOLE, *_TEXT, *_NUMBERS, *_TIMES, *_OWN))
SWEEP_COLUMNS = "name, keep, rungs, created"


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
    requested: str
    """What a running job has been asked to become: empty, `pause` or `cancel`."""
    priority: int
    """Higher goes first; equals go in the order of their numbers."""
    batch: str
    """Name that the jobs of one list or sweep share, or empty."""
    run: Path | None
    """The run folder, from the first lease on."""
    halt_at: int
    """Step at which a job of a sweep waits for the others, or 0."""
    at_rung: bool
    """Whether it is paused because it waits there."""
    stage: str
    """Empty, `training` or `export`, as last reported by the worker."""
    step: int
    """Steps of the training that are done, as last reported by the worker."""
    loss: float | None
    """Last loss reported."""
    score: float | None
    """Score at the last rung of its sweep; higher is better."""
    seconds_left: float | None
    """The worker's last estimate for the stage."""
    attempts: int
    """How often it was leased."""
    crashes: int
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
    kind: str
    """What it does, one of KINDS."""
    owner: str
    """Name of the key that it was asked for with over HTTP, or empty."""
    at_once: int
    """Jobs of its owner that may run at once; 0 is any number."""


@dataclass(frozen=True)
class Task:
    """A job that is to be added: a configuration, and what is asked for beside it."""

    config: RunConfig
    """Of the run; for an export, that which the run has."""
    kind: str = "generate"
    """One of KINDS."""
    options: Mapping[str, Any] | None = None
    """Fields of `bozzetto.jobs.bake.run_export.ExportOptions`: further files, after the run or of it; for the kinds
    that take a mesh, what `bozzetto.jobs.queue.meshes` reads."""
    run: str | os.PathLike[str] | None = None
    """An existing run folder; by default a new one is made when the job starts."""
    owner: str = ""
    """As in `Job`."""
    at_once: int = 0
    """As in `Job`."""


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


def job_values(row: Sequence[Any]) -> dict[str, Any]:
    """A row of COLUMNS by name."""
    return dict(zip(COLUMNS.split(", "), row, strict=True))


def _is_count(value: Any, bound: int) -> bool:
    return isinstance(value, int) and -bound <= value < bound


def invalid_columns(values: dict[str, Any]) -> list[str]:
    """The columns of a row (as of `job_values`) whose values no job can have."""
    wrong = [name for name in _WHOLE if not _is_count(values[name], 2**63 if name in ("id", "seed") else 2**31)]
    wrong += [name for name in _TEXT if not isinstance(values[name], str) or "\0" in values[name]]
    for names, bound in ((_NUMBERS, math.inf), (_TIMES, LATEST), (_OWN, math.inf)):
        for name in names:
            value, may_be_empty = values[name], name not in ("created", *_OWN)
            number = isinstance(value, int | float) and -bound <= value <= bound
            if not number and not (may_be_empty and value is None):
                wrong.append(name)
    if "status" not in wrong and values["status"] not in STATUSES:
        wrong.append("status")
    if "requested" not in wrong and values["requested"] not in ("", "pause", "cancel"):
        wrong.append("requested")
    if "kind" not in wrong and values["kind"] not in KINDS:
        wrong.append("kind")
    return wrong


def to_job(row: Sequence[Any], folder: Path) -> Job:
    """A row of COLUMNS as a job; one that cannot be read becomes a `damaged` job that says why.

    Args:
        row: as it was selected.
        folder: of the queue, which run folders are stored relative to.
    """
    values = job_values(row)
    wrong = invalid_columns(values)
    if wrong:
        why = ", ".join(f"{name} = {values[name]!r:.60}" for name in wrong)
        defaults: dict[str, Any] = {
            **dict.fromkeys(_WHOLE, 0),
            **dict.fromkeys(_TEXT, ""),
            **dict.fromkeys((*_NUMBERS, *_TIMES, *_OWN)),
            "created": 0.0,
        }
        values = {name: defaults[name] if name in wrong else value for name, value in values.items()}
        values["kind"] = values["kind"] or "generate"
        mend = "`bozzetto queue repair` mends what it can, `bozzetto queue clear` takes it off the list"
        values |= {"status": DAMAGED, "reason": f"the row cannot be read ({why}); {mend}"}
    values |= {"run": run_folder(values["run"], folder), "at_rung": bool(values["at_rung"])}
    return Job(**{name: value for name, value in values.items() if name not in ("leased_step", *_OWN)})


def to_sweep(row: Sequence[Any]) -> Sweep:
    """A row of SWEEP_COLUMNS as a sweep.

    Raises:
        QueueError: it cannot be read as one.
    """
    name, keep, rungs, created = row
    try:
        pairs = tuple((int(step), int(count)) for step, count in json.loads(rungs))
        return Sweep(str(name), int(keep), pairs, float(created))
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise QueueError(
            f"the record of the sweep {name!r:.60} is damaged ({error}); its jobs can be resumed"
        ) from error


def readable_sweep(row: Sequence[Any]) -> Sweep | None:
    """`to_sweep`, or None for a damaged row."""
    try:
        return to_sweep(row)
    except QueueError:
        return None


def stored_run(run: str | os.PathLike[str], folder: Path) -> str:
    """A run folder as a row keeps it: relative to the queue's folder when inside it, so that the whole may be moved."""
    path = Path(os.path.abspath(os.path.expanduser(run)))
    for parent in (Path(os.path.abspath(folder)), folder.resolve()):
        if path.is_relative_to(parent):
            return path.relative_to(parent).as_posix()
    return str(path)


def run_folder(stored: str, folder: Path) -> Path | None:
    """The run folder of `stored_run`'s text; None for an empty one."""
    return (folder.resolve() / stored) if stored else None


def make_tables(db: sqlite3.Connection) -> None:
    """Makes the tables of this version; the caller holds a transaction."""
    for statement in _TABLES.split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def upgrade_tables(db: sqlite3.Connection) -> None:
    """Moves tables of an earlier version to this one; the caller holds a transaction.

    A row that breaks the types of this version, which only damage can have made, is kept in the table `set_aside` as
    JSON, and is a job no more.
    """
    for index in ("jobs_by_turn", "jobs_by_batch", "jobs_by_owner"):
        db.execute(f"DROP INDEX IF EXISTS {index}")
    tables = ("jobs", "sweeps", "workers")
    for table in tables:
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    (last,) = db.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'old_jobs'").fetchone()
    make_tables(db)
    db.execute("CREATE TABLE IF NOT EXISTS set_aside (source TEXT NOT NULL, row TEXT NOT NULL)")
    for table in tables:
        old = [column[1] for column in db.execute(f"PRAGMA table_info(old_{table})")]
        insert_rows(db, table, (dict(zip(old, row, strict=True)) for row in db.execute(f"SELECT * FROM old_{table}")))
        db.execute(f"DROP TABLE old_{table}")
    # A number is never used twice, those of jobs that were cleared included.
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'jobs'")
    db.execute("INSERT INTO sqlite_sequence VALUES ('jobs', max(?, (SELECT coalesce(max(id), 0) FROM jobs)))", (last,))


def insert_rows(db: sqlite3.Connection, table: str, rows: Any) -> int:
    """Puts rows (column -> value, of any version) into a table of this version; what does not fit into `set_aside`.

    Returns:
        Rows that are in the table now.
    """
    columns = {column[1] for column in db.execute(f"PRAGMA table_info({table})")}
    count = 0
    for row in list(rows):
        values = {RENAMED_COLUMNS.get(name, name): value for name, value in row.items()}
        values = {name: value for name, value in values.items() if name in columns}
        try:
            db.execute(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
                tuple(values.values()),
            )
            count += 1
        except (sqlite3.IntegrityError, UnicodeEncodeError, OverflowError):
            text = json.dumps(
                {name: value if isinstance(value, int | float | str) else repr(value) for name, value in row.items()}
            )
            db.execute("INSERT INTO set_aside VALUES (?, ?)", (table, text))
    return count

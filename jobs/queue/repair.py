"""A damaged queue made whole: what can be read is carried into a new file, and the old one is kept beside it."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError, QueueError
from bozzetto.jobs.config.run_config import config_from_json
from bozzetto.jobs.queue.database import BUSY_SECONDS, Database, decode
from bozzetto.jobs.queue.schema import (
    ADDED_COLUMNS,
    COLUMNS,
    RENAMED_COLUMNS,
    SCHEMA,
    SWEEP_COLUMNS,
    insert_rows,
    invalid_columns,
    readable_sweep,
)
from bozzetto.jobs.store.runs import disk_errors, home

_TABLES = {"jobs": "id", "sweeps": "name", "requests": "id", "callbacks": "job"}
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite raises for a damaged page; the latter where the name of a table or column is no text."""
MAX_GAP = 200_000
"""Numbers that are asked for one by one between two damaged places, at most."""


@dataclass(frozen=True)
class Repaired:
    """What `repair` did."""

    saved: int
    """Jobs that are in the new queue."""
    mended: int
    """Jobs among them of which a part was damaged and has its default now."""
    lost: int
    """Jobs that can be read no more, or not as jobs; they are in the damaged file only."""
    aside: Path | None
    """Where the damaged file is now; None when it was whole, and nothing was done."""


def repair(path: str | os.PathLike[str] | None = None) -> Repaired:
    """Makes a new queue of the rows of a damaged one that can be read; the damaged file is kept beside it.

    Args:
        path: of the database; by default `home()`/queue.db. No worker should be running.
    Raises:
        QueueError: there is none, or it is from a newer version.
        DiskError: the new one cannot be written.
    """
    place = Path(path) if path is not None else home() / "queue.db"
    if not place.is_file():
        raise QueueError(f"there is no queue at {place}; nothing to repair")
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _TABLES}
    with contextlib.closing(sqlite3.connect(place, timeout=BUSY_SECONDS, isolation_level=None)) as db:
        db.text_factory = decode
        db.row_factory = sqlite3.Row
        # Without this, SQLite reads nothing at all of a file that was cut short.
        db.execute("PRAGMA writable_schema = ON")
        whole = False
        with contextlib.suppress(*UNREADABLE):
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA:
                raise QueueError(f"{place} was written by a newer bozzetto (schema {version}); update bozzetto first")
            sound = [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]
            columns = {row[1] for row in db.execute("PRAGMA table_info(jobs)")}
            columns = {RENAMED_COLUMNS.get(name, name) for name in columns}
            columns |= set(ADDED_COLUMNS) if version < SCHEMA else set()
            whole = version >= 1 and sound and columns >= {"config", *COLUMNS.split(", ")}
        for name, key in _TABLES.items():
            rows[name] = _readable_rows(db, name, key)
    named = [
        ADDED_COLUMNS | {RENAMED_COLUMNS.get(name, name): value for name, value in row.items()} for row in rows["jobs"]
    ]
    jobs = [mended for row in named if (mended := mend_row(row)) is not None]
    sweeps = [row for row in rows["sweeps"] if readable_sweep([row.get(name) for name in SWEEP_COLUMNS.split(", ")])]
    if whole and jobs == named and sweeps == rows["sweeps"]:
        return Repaired(len(jobs), 0, 0, None)
    originals = {row.get("id"): row for row in named}
    mended_count = sum(job != originals.get(job["id"]) for job in jobs)
    fresh = place.with_name(f".{place.name}.{os.getpid()}.part")
    fresh.unlink(missing_ok=True)
    database = Database(fresh)
    try:
        with database.write() as db:
            db.execute("CREATE TABLE IF NOT EXISTS set_aside (source TEXT NOT NULL, row TEXT NOT NULL)")
            saved = insert_rows(db, "jobs", jobs)
            insert_rows(db, "sweeps", sweeps)
            for name in ("requests", "callbacks"):
                insert_rows(db, name, rows[name])
    finally:
        database.close()
    aside = _free_name(place)
    with disk_errors(f"put a repaired queue at {place}"):
        for end in ("-wal", "-shm"):
            if Path(f"{place}{end}").exists():
                os.replace(f"{place}{end}", f"{aside}{end}")
        os.replace(place, aside)
        os.replace(fresh, place)
    return Repaired(saved, mended_count, len(named) - saved, aside)


def mend_row(row: dict[str, Any]) -> dict[str, Any] | None:
    """A job's row with its damaged columns replaced; None where it is a job no more.

    What the configuration says too (prompt, preset, prior, seed, steps) is taken from there; what only tells how far
    the job is takes its default; a status that cannot be read becomes `paused`, so that a person decides.
    """
    config = row.get("config")
    values = {name: row.get(name) for name in COLUMNS.split(", ")}
    wrong = invalid_columns(values)
    if not isinstance(config, str) or not isinstance(values["id"], int):
        return None
    try:
        settings = config_from_json(config)
    except BozzettoError:
        # A configuration of another version is kept as it is; its worker says what is wrong with it.
        return None if wrong else dict(row)
    if not wrong:
        return dict(row)
    replacements = {
        "prompt": settings.prompt,
        "preset": settings.preset,
        "prior": settings.prior,
        "seed": settings.seed,
        "total": settings.steps,
        "status": "paused",
        "reason": "a part of its row was damaged and is mended; resume or cancel it",
        "created": 0.0,
        "heartbeat": 0.0,
        "heartbeat_wall": 0.0,
        **dict.fromkeys(("requested", "batch", "run", "stage", "worker"), ""),
        **ADDED_COLUMNS,
        **dict.fromkeys(("priority", "halt_at", "at_rung", "step", "attempts", "crashes", "leased_step"), 0),
        **dict.fromkeys(("loss", "score", "seconds_left", "started", "ended")),
    }
    return {
        **row,
        **{name: replacements[name] for name in wrong},
        **({"reason": replacements["reason"]} if "status" in wrong else {}),
    }


def _free_name(place: Path) -> Path:
    """Where the damaged file goes: queue.db.damaged, -1, -2 ..."""
    aside, number = place.with_name(f"{place.name}.damaged"), 0
    while aside.exists():
        number += 1
        aside = place.with_name(f"{place.name}.damaged-{number}")
    return aside


def _readable_rows(db: sqlite3.Connection, table: str, key: str) -> list[dict[str, Any]]:
    """Rows from the front until damage is met, then from the back, then, by number, what lies between: up to the
    greatest number that the file says it has given, since a damaged row may be the first and the last."""
    rows: dict[Any, dict[str, Any]] = {}
    first = 0
    for order in ("ASC", "DESC"):
        try:
            for row in db.execute(f"SELECT * FROM {table} ORDER BY {key} {order}"):
                rows.setdefault(row[key], dict(row))
            return _by_key(rows)
        except UNREADABLE:
            first = first or max((value for value in rows if isinstance(value, int)), default=1)
    last = max((value for value in rows if isinstance(value, int)), default=0)
    with contextlib.suppress(*UNREADABLE):
        given = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        last = max(last, given[0] if given is not None and isinstance(given[0], int) else 0)
    for number in range(first, min(last + 1, first + MAX_GAP)):
        with contextlib.suppress(*UNREADABLE):
            row = db.execute(f"SELECT * FROM {table} WHERE {key} = ?", (number,)).fetchone()
            if row is not None:
                rows.setdefault(number, dict(row))
    return _by_key(rows)


def _by_key(rows: dict[Any, dict[str, Any]]) -> list[dict[str, Any]]:
    keys: Iterable[Any] = sorted(
        rows, key=lambda key: (not isinstance(key, int), key if isinstance(key, int) else str(key))
    )
    return [rows[key] for key in keys]

"""The tables: what they refuse, and queues of the former version."""

import json
import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from bozzetto.jobs.config.run_config import config_to_dict
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import worker_name
from bozzetto.jobs.queue.schema import SCHEMA
from tests.jobs.known_object import small_config

FIRST_SCHEMA = """
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
PRAGMA application_id = 1651473018;
PRAGMA user_version = 1;
"""


def former_queue(path: Path) -> None:
    """Four jobs, one of them of a sweep and one with a number where its batch should be; number 9 was cleared."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.executescript(FIRST_SCHEMA)
    config = json.dumps(config_to_dict(small_config(seed=5)))
    rows = [
        ("queued", "", 3, "", 0, 0, 0, ""),
        ("running", "cancel", 0, "", 0, 0, 2, "elsewhere/1/1/another-boot/1"),
        ("paused", "", 0, "s", 10, 1, 0, ""),
        ("done", "", 0, "", 0, 0, 0, ""),
        ("queued", "", 0, "", 0, 0, 0, ""),
    ]
    for status, *rest in rows:
        db.execute(
            "INSERT INTO jobs (prompt, preset, prior, seed, total, config, status, wish, priority, batch, halt_at, "
            "waits, deaths, worker, created) VALUES ('a box', 'draft', 'oracle', 5, 40, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            (config, status, *rest),
        )
    db.execute("UPDATE jobs SET batch = X'0102' WHERE id = 5")
    db.execute(
        "INSERT INTO jobs SELECT 9, prompt, preset, prior, seed, total, config, 'done', '', 0, '', '', 0, 0, '',"
        " 0, NULL, NULL, NULL, 0, 0, 0, '', 0, 0, '', 1, NULL, NULL FROM jobs WHERE id = 1"
    )
    db.execute("DELETE FROM jobs WHERE id = 9")
    db.execute("INSERT INTO sweeps VALUES ('s', 1, '[[10, 2], [20, 1]]', 1)")
    db.execute("INSERT INTO workers VALUES ('elsewhere/1/1/another-boot/1', 2, 1, 1, 1)")
    db.close()


def test_a_queue_of_the_first_schema_goes_on(tmp_path):
    path = tmp_path / "queue.db"
    former_queue(path)
    with Queue(path) as queue:
        jobs = {job.id: job for job in queue.jobs()}
        assert [jobs[number].status for number in (1, 2, 3, 4)] == ["queued", "running", "paused", "done"]
        assert (jobs[1].priority, jobs[2].requested, jobs[2].crashes, jobs[3].at_rung) == (3, "cancel", 2, True)
        assert queue.config(1) == small_config(seed=5) and queue.sweep("s").rungs == ((10, 2), (20, 1))
        assert queue.lease(worker_name()).id == 1 and queue.get(2).status == "cancelled", "its worker is dead"
        assert queue.add(small_config()).id == 10, "numbers are never used twice"
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        columns = {row[1] for row in db.execute("PRAGMA table_info(jobs)")}
        assert {"requested", "crashes", "at_rung", "heartbeat"} <= columns and not {"wish", "deaths"} & columns
        # Job 5 breaks the types: it is a job no more, and nothing of it is lost.
        assert 5 not in jobs
        (source, text) = db.execute("SELECT source, row FROM set_aside").fetchone()
        assert source == "jobs" and json.loads(text)["id"] == 5 and json.loads(text)["batch"] == "b'\\x01\\x02'"


def test_a_queue_of_the_first_schema_on_a_read_only_store_is_listed():
    """As somebody else where the tests run as root, who may write everywhere."""
    with tempfile.TemporaryDirectory(prefix="bozzetto-former-") as folder:
        path = Path(folder) / "queue.db"
        former_queue(path)
        for end in ("-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        before = path.read_bytes()
        os.chmod(path, 0o444)
        os.chmod(folder, 0o555)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            try:
                text = " ".join(job.status for job in Queue(path).jobs())
            except BaseException as error:
                text = repr(error)
            os.write(writer, text.encode())
            os._exit(0)
        os.waitpid(child, 0)
        os.chmod(folder, 0o755)
        assert os.read(reader, 1000) == b"queued running paused done"
        assert path.read_bytes() == before


@pytest.mark.skipif(sqlite3.sqlite_version_info < (3, 37), reason="this SQLite has no strict tables")
@pytest.mark.parametrize(
    ("column", "value"), [("seed", "seven"), ("prompt", b"\xff"), ("loss", "x"), ("batch", b""), ("status", "lost")]
)
def test_the_tables_refuse_values_of_another_type(tmp_path, column, value):
    with Queue(tmp_path / "queue.db") as queue:
        queue.add(small_config())
        with sqlite3.connect(queue.path) as db, pytest.raises(sqlite3.IntegrityError):
            db.execute(f"UPDATE jobs SET {column} = ?", (value,))

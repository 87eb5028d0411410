"""A store that is damaged, full, read-only or from the future: the routes say so, and the rest of them works."""

import contextlib
import sqlite3

import pytest

from bozzetto.jobs.config.errors import DiskFullError
from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.viewer import store
from bozzetto.viewer.events import Feed
from bozzetto.viewer.store import Store
from bozzetto.viewer.workbench import Workbench
from tests.viewer.client import Client


def spoil(path, damage):
    with Queue() as queue:
        queue.add(make_config("a red chair", "draft"))
    if damage == "garbage":
        path.write_bytes(b"not a database at all" * 500)
    else:
        change(path, "PRAGMA user_version = 99")


def change(path, statement):
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.executescript(statement)


@pytest.mark.parametrize("damage, told", [("garbage", "queue repair"), ("future", "newer bozzetto")])
def test_a_queue_that_cannot_be_read_is_told_and_the_runs_are_still_there(home, client, make_run, damage, told):
    make_run("20260101-000000-x", "a red box")
    spoil(home / "queue.db", damage)
    before = (home / "queue.db").read_bytes()
    assert told in Feed(client.workbench).snapshot().problem
    assert client.get("/runs").values["total"] == 1
    assert told in client.get("/prompt", prompt="a red chair").values["problem"], "said before the start"
    assert told in client.post("/jobs", prompt="a red chair").error
    assert (home / "queue.db").read_bytes() == before, "nothing is made worse"


def test_a_damaged_row_is_among_the_jobs(home, client):
    with Queue() as queue:
        queue.add_many([make_config("a red chair", "draft"), make_config("a blue chair", "draft")])
    change(home / "queue.db", "PRAGMA ignore_check_constraints = ON; UPDATE jobs SET status = 'odd' WHERE id = 1")
    rows = {row["id"]: row for row in Feed(client.workbench).snapshot().jobs}
    assert rows[1]["status"] == "damaged" and "queue clear" in rows[1]["reason"]
    assert rows[2]["prompt"] == "a blue chair"


def test_a_full_disk_at_the_start_is_told_and_nothing_is_queued(home, client, monkeypatch):
    def full(self, *rest, **more):
        raise DiskFullError("cannot use the queue: No space left on device; free some space")

    monkeypatch.setattr(Queue, "add_many", full)
    answer = client.post("/jobs", prompt="a red chair")
    assert answer.status == 400 and "free some space" in answer.error
    assert not (home / "queue.db").exists()


def test_a_store_that_cannot_be_written_can_be_looked_at(home, make_run):
    make_run("20260101-000000-x", "a red box")
    (home / "cache").write_text("a file where the folder should be")
    (home / "queue.db").mkdir()
    client = Client(Workbench(home, start_workers=False))
    page = client.get("/runs").values
    assert page["total"] == 1 and "kept in memory" in page["notice"]
    assert Feed(client.workbench).snapshot().problem, "a queue that is no file is told"
    assert client.get("/runs/20260101-000000-x/thumb").status == 200, "a picture that cannot be kept is sent"
    # Marks that cannot be written are told.
    (home / "runs" / "20260101-000000-x" / "marks.json").mkdir()
    assert client.post("/runs/20260101-000000-x/stars", stars=3).status == 400


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"prompt": 3}', '{"unknown_from_the_future": {"x": 1}}'])
def test_damaged_files_of_a_run_spoil_nothing_else(home, client, make_run, damage):
    make_run("20260101-000000-whole", "a red box")
    odd = make_run("20260102-000000-odd", "a blue box")
    for file in ("config.json", "state.json", "report.json", "marks.json", "mesh.glb", "view_front.png"):
        (odd.path / file).write_text(damage)
    (odd.path / "metrics.jsonl").write_text('{"step": "x"}\n[1]\n{"step": 5}\n' + damage)
    with Queue() as queue:
        queue.add(make_config("a blue box", "draft"), run=odd.path)
    assert client.get("/runs").values["total"] == 2 and Feed(client.workbench).snapshot().jobs
    for path in ("", "/metrics", "/files", "/thumb", "/mesh", "/share"):
        answer = client.get(f"/runs/20260102-000000-odd{path}")
        assert answer.status in (200, 400, 404), (path, answer.body)
    for path in ("again", "refine", "recolour", "continue", "longer"):
        answer = client.post(f"/runs/20260102-000000-odd/{path}", colour="blue")
        assert answer.status in (200, 400, 404), (path, answer.body)
    assert client.get("/compare", runs="20260101-000000-whole,20260102-000000-odd").status == 200


def test_a_clock_that_went_back_keeps_every_run_in_view(home, make_run, monkeypatch):
    import time as clock

    make_run("20990101-000000-x", "a box of the future")
    make_run("20260101-000000-x", "a red box")
    real = clock.time()
    monkeypatch.setattr(store.time, "time", lambda: real - 10 * 365 * 86400)
    monkeypatch.setattr(store.time, "time_ns", lambda: int((real - 10 * 365 * 86400) * 1e9))
    found = Store(home)
    found.refresh(force=True)
    assert found.page().total == 2
    (home / "runs" / "20260101-000000-x" / "marks.json").write_text('{"stars": 5, "tags": []}')
    found.refresh(force=True)
    assert found.get("20260101-000000-x").stars == 5, "a change is seen though it lies in the future"

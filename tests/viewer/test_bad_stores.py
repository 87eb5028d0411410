"""A store that is damaged, full, read-only or from the future: the pages say so, and the rest of them works."""

import contextlib
import sqlite3

import pytest

from bozzetto.jobs.config.errors import DiskFullError
from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.viewer import session, store
from bozzetto.viewer.store import Store
from tests.viewer.drawing import draw as draw_alone
from tests.viewer.drawing import ran, texts


@pytest.fixture(autouse=True)
def fresh(home, monkeypatch):
    import streamlit as st

    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr(session.WorkerSupervisor, "start", lambda self: None)


def draw(name, **query):
    """A page as the whole app draws it, errors explained."""

    def script(name):
        import importlib

        from bozzetto.viewer import session

        with session.error_boundary():
            importlib.import_module(f"bozzetto.viewer.page_{name}").render()

    return draw_alone(name, script, **query)


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
def test_a_queue_that_cannot_be_read_is_told_and_the_runs_are_still_there(home, make_run, damage, told):
    make_run("20260101-000000-x", "a red box")
    spoil(home / "queue.db", damage)
    before = (home / "queue.db").read_bytes()
    assert told in texts(draw("watch"))
    assert "1 run" in texts(draw("gallery")) and "a red box" in texts(draw("look"))
    test = draw("create")
    test.text_input(key="prompt").set_value("a red chair")
    assert told in texts(ran(test)), "said before the start"
    assert (home / "queue.db").read_bytes() == before, "nothing is made worse"


def test_a_damaged_row_is_among_the_jobs(home):
    with Queue() as queue:
        queue.add_many([make_config("a red chair", "draft"), make_config("a blue chair", "draft")])
    change(home / "queue.db", "PRAGMA ignore_check_constraints = ON; UPDATE jobs SET status = 'odd' WHERE id = 1")
    test = draw("watch", job="1")
    assert "cannot be read" in texts(test) and "queue clear" in texts(test)
    assert "a blue chair" in texts(draw("watch", job="2"))


def test_a_full_disk_at_the_start_is_told_and_nothing_is_queued(home, monkeypatch):
    test = draw("create")
    test.text_input(key="prompt").set_value("a red chair")
    ran(test)

    def full(self, *rest, **more):
        raise DiskFullError("cannot use the queue: No space left on device; free some space")

    monkeypatch.setattr(Queue, "add_many", full)
    next(b for b in test.button if b.label == "Start").click()
    assert "free some space" in texts(ran(test))
    assert not (home / "queue.db").exists()


def test_a_store_that_cannot_be_written_can_be_looked_at(home, make_run):
    make_run("20260101-000000-x", "a red box")
    (home / "cache").write_text("a file where the folder should be")
    (home / "queue.db").mkdir()
    shown = texts(draw("gallery"))
    assert "1 run" in shown and "kept in memory" in shown and "a red box" in texts(draw("look"))
    assert draw("watch").error, "a queue that is no file is told"
    # Marks that cannot be written are told, and the page stays.
    (home / "runs" / "20260101-000000-x" / "marks.json").mkdir()
    test = draw("look")
    test.feedback(key="look-stars-20260101-000000-x").set_value(3)
    test.run()
    assert "a red box" in texts(draw("gallery"))


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"prompt": 3}', '{"unknown_from_the_future": {"x": 1}}'])
def test_damaged_files_of_a_run_spoil_no_page(home, make_run, damage):
    make_run("20260101-000000-whole", "a red box")
    odd = make_run("20260102-000000-odd", "a blue box")
    for file in ("config.json", "state.json", "report.json", "marks.json", "mesh.glb", "view_front.png"):
        (odd.path / file).write_text(damage)
    (odd.path / "metrics.jsonl").write_text('{"step": "x"}\n[1]\n{"step": 5}\n' + damage)
    with Queue() as queue:
        queue.add(make_config("a blue box", "draft"), run=odd.path)
    for name in ("gallery", "look", "watch", "create"):
        assert texts(draw(name)) or name == "create"
    assert "2 runs" in texts(draw("gallery"))
    draw("look", run="20260102-000000-odd")


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
    assert "2 runs" in texts(draw("gallery"))

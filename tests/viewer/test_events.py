"""Server-sent events: the whole state first, then changes only, and nothing while nothing changes."""

import asyncio
import json
import time

import pytest

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.viewer import events as events_module
from bozzetto.viewer.events import Feed, Snapshot, changes, events, job_rows


def parsed(message):
    """(name, values) of each event of a text."""
    for block in message.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "event" in lines:
            yield lines["event"], json.loads(lines["data"])


class Listener:
    """A request that goes away after some looks."""

    def __init__(self, looks):
        self.looks = looks

    async def is_disconnected(self):
        self.looks -= 1
        return self.looks < 0


def listen(feed, looks, between=lambda n: None):
    async def follow():
        messages, n = [], 0
        async for message in events(feed, Listener(looks)):
            messages.append(message)
            between(n)
            n += 1
        return messages

    return asyncio.run(follow())


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(events_module, "INTERVAL_SECONDS", 0.02)
    monkeypatch.setattr(events_module, "RUNS_SECONDS", 0.0)


def test_the_state_comes_first_and_then_silence(workbench, make_run, quick):
    run = make_run("r")
    with Queue() as queue:
        queue.add(run.config, run=run.path)
        leased = queue.lease("test/1/2/3/4")
        assert leased is not None and queue.finish(leased, "done", step=120)
    messages = listen(Feed(workbench), 30)
    assert len(messages) == 1, "a done job at rest sends nothing"
    [(name, state)] = parsed(messages[0])
    assert name == "state" and state["jobs"][0]["status"] == "done" and state["jobs"][0]["run"] == "r"
    assert len(messages[0]) < 1000


def test_only_what_changes_is_sent(workbench, quick):
    with Queue() as queue:
        for prompt in ("a red box", "a blue box", "a green box"):
            queue.add(make_config(prompt, "draft"))

        def meanwhile(n):
            if n == 0:
                queue.pause(2)
                time.sleep(0.03)

        messages = listen(Feed(workbench), 20, meanwhile)
    [(name, body)] = parsed(messages[1])
    assert name == "jobs" and {row["id"] for row in body["changed"]} == {2, 3}, "the third moves up"
    assert body["order"] == [1, 3, 2] and len(messages) == 2


def test_the_queue_has_positions_and_waits(workbench, make_run, store):
    for n in range(3):
        make_run(f"r{n}")
    workbench.store.refresh(force=True)
    with Queue() as queue:
        for n in range(3):
            queue.add(make_config(f"a box {n}", "draft"))
        queue.set_priority(3, 5)
        rows = job_rows(queue, workbench.store)
    assert [(row["id"], row["position"]) for row in rows] == [(3, 1), (1, 2), (2, 3)]
    assert [row["wait"] for row in rows] == [0, 10, 20], "ten seconds each, as the finished runs took"


def test_a_star_and_a_new_run_are_told(workbench, make_run, quick):
    make_run("r")
    feed = Feed(workbench)

    def meanwhile(n):
        if n == 0:
            workbench.store.set_stars("r", 5)
            time.sleep(0.03)
        elif n == 1:
            make_run("q")
            time.sleep(0.03)

    messages = listen(feed, 30, meanwhile)
    assert [name for message in messages for name, _ in parsed(message)] == ["state", "marks", "runs"]
    [(_, body)] = parsed(messages[1])
    assert body == {"changed": [{"name": "r", "stars": 5, "tags": []}]} and len(messages[2]) < 100


def test_a_queue_that_cannot_be_read_is_said_once(workbench, home, quick):
    with Queue() as queue:
        queue.add(make_config("a red box", "draft"))
    (home / "queue.db").write_bytes(b"not a database at all" * 500)
    for leftover in home.glob("queue.db-*"):
        leftover.unlink()
    workbench.queue.close()
    messages = listen(Feed(workbench), 5)
    [(_, state)] = parsed(messages[0])
    assert "queue repair" in state["problem"] and len(messages) == 1


def test_the_first_minute_says_what_the_worker_does(workbench, monkeypatch):
    run_path = workbench.folder / "runs" / "x"
    with Queue() as queue:
        queue.add(make_config("a red box", "draft"), run=run_path)
        queue.lease("test/1/2/3/4")
        for compiled, told in ((False, "compiling"), (True, "loading")):
            monkeypatch.setattr(events_module, "kernels_compiled", lambda compiled=compiled: compiled)
            [row] = job_rows(queue, workbench.store)
            assert row["status"] == "running" and row["starting"] == told


def test_canary_a_change_is_a_change():
    row = {"id": 1, "step": 1}
    assert changes(Snapshot((row,), "a", ""), Snapshot((row,), "a", "")) == []
    assert len(changes(Snapshot((row,), "a", ""), Snapshot((row | {"step": 2},), "b", "x"))) == 3

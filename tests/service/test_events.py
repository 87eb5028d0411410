"""Events of jobs: in order, once, and on from where a reader was, whichever server it finds."""

import threading
import time

from bozzetto.jobs.queue.jobs import Queue
from bozzetto.service.events import Seen, to_seen
from tests.service.serving import request, serving


def test_ids_of_events_are_read_back():
    seen = Seen("running", 2, "training", 50, 0, "000050")
    assert to_seen(str(seen)) == seen
    for text in ("", "x", "running.1", "a.b.c.d.e.f", "running.1.training.5.0.../..", "\r\n"):
        assert to_seen(text) is None


def read_all(server, number, last="", into=None):
    events = [] if into is None else into
    for event in server.client().events(number, last):
        events.append(event)
    return events


def test_a_stream_tells_a_job_from_its_beginning_to_its_end(server):
    server.ask("POST", "/v1/generations", request(steps=6))
    events: list = []
    reader = threading.Thread(target=read_all, args=(server, "1", "", events))
    reader.start()
    while not events:
        time.sleep(0.01)
    server.work()
    reader.join(30)
    assert not reader.is_alive()
    states = [event.data["state"] for event in events if event.name == "state"]
    assert states[0] == "queued" and states[-1] == "succeeded" and len(states) <= 3
    assert len({event.id for event in events}) == len(events)
    assert events[-1].name == "state" and any(f["name"] == "mesh.glb" for f in events[-1].data["files"])
    for event in events:
        if event.name == "preview":
            assert server.ask("GET", event.data["url"]).data[:4] == b"\x89PNG"


def test_a_reader_goes_on_from_where_it_was_at_another_server(home):
    with serving(home) as first:
        first.ask("POST", "/v1/generations", request())
        with_first = iter(first.client().events("1"))
        told = next(with_first)
        assert told.data["state"] == "queued"
        port = first.port
        with_first.close()
    queue = Queue(home / "queue.db")
    with serving(home, port) as second:
        second.work()
        rest = read_all(second, "1", told.id)
        states = [event.data["state"] for event in rest if event.name == "state"]
        assert states == ["succeeded"], "the state that it knew is not told again"
        previews = [event.data["step"] for event in rest if event.name == "preview"]
        assert previews == sorted(set(previews)) and len(previews) == len(list(queue.get(1).run.glob("previews/*.png")))
        # Whoever has had the last event is told that there is no more, which ends a browser's asking.
        assert second.ask("GET", "/v1/jobs/1/events", headers={"Last-Event-ID": rest[-1].id}).status == 204
        middle = next(event for event in rest if event.name == "preview")
        later = read_all(second, "1", middle.id)
        assert middle.id not in [event.id for event in later] and later[-1].id == rest[-1].id


def test_streams_are_bounded(home):
    from dataclasses import replace

    from bozzetto.service.settings import Bounds

    with serving(home, bounds=replace(Bounds(), streams=2)) as server:
        server.ask("POST", "/v1/generations", request())
        open_ones = [iter(server.client(patience=0.5).events("1")) for _ in range(2)]
        for one in open_ones:
            next(one)
        refused = server.ask("GET", "/v1/jobs/1/events")
        assert refused.status == 503 and refused.headers["retry-after"]
        for one in open_ones:
            one.close()
        until = time.monotonic() + 10
        while server.service.streams and time.monotonic() < until:
            time.sleep(0.05)
        assert not server.service.streams, "a reader that goes gives its place back"


def test_a_stream_of_a_job_that_is_removed_ends(server):
    server.ask("POST", "/v1/generations", request())
    events: list = []
    reader = threading.Thread(target=lambda: read_raw(server, events), daemon=True)
    reader.start()
    while not events:
        time.sleep(0.01)
    server.ask("POST", "/v1/jobs/1/cancel")
    reader.join(10)
    assert not reader.is_alive() and b"cancelled" in b"".join(events)


def read_raw(server, into):
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", "/v1/jobs/1/events")
    answer = connection.getresponse()
    while line := answer.readline():
        into.append(line)
    connection.close()

"""What happens with jobs and runs, as server-sent events: the whole state first, then only what has changed.

    event: state    data: {"jobs": [...], "runs": stamp, "problem": ""}
    event: jobs     data: {"changed": [...], "order": [numbers]}
    event: runs     data: {"stamp": ...}                      the list of runs is to be asked for again
    event: marks    data: {"changed": [{"name": ..., "stars": ..., "tags": [...]}]}

Nothing is sent while nothing changes, but for a comment now and then that keeps the connection open.
"""

import asyncio
import hashlib
import json
import signal
import threading
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.schema import DAMAGED, FINISHED, Job
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.kernel_cache import kernels_compiled
from bozzetto.viewer.field_renderer import shown_checkpoints
from bozzetto.viewer.http_json import EXPECTED_ERRORS
from bozzetto.viewer.store import Store
from bozzetto.viewer.text import sentence
from bozzetto.viewer.workbench import Workbench

INTERVAL_SECONDS = 0.5
RUNS_SECONDS = 2.0
"""Between looks at the folder of runs."""
KEEP_ALIVE_SECONDS = 15.0
RECENT_JOBS = 20
"""Jobs that have ended and are listed."""
ACTIVE = ("running", "queued", "paused")


@dataclass(frozen=True)
class Snapshot:
    """Jobs and runs at a moment."""

    jobs: tuple[dict[str, Any], ...]
    """See `job_row`; those at work and waiting first, in their turn, then the latest ended."""
    runs: str
    """Changes when the newest runs or their states change."""
    problem: str
    """Why no worker can be kept alive, or empty."""
    marks: Mapping[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    """Stars and tags of the newest runs, by name."""


class Shutdown:
    """Whether the server has been asked to end. It waits for answers that are under way, so events must end then."""

    def __init__(self) -> None:
        self.asked = False
        self._watching = False

    def watch(self) -> None:
        """Takes note of SIGINT and SIGTERM before the server's own handlers; called in its event loop."""
        if self._watching or threading.current_thread() is not threading.main_thread():
            return
        self._watching = True
        for number in (signal.SIGINT, signal.SIGTERM):
            handler = signal.getsignal(number)

            def note(number: int, frame: Any, handler: Any = handler) -> None:
                self.asked = True
                if callable(handler):
                    handler(number, frame)

            signal.signal(number, note)


class Feed:
    """Looks at the queue and the store for all who listen, once in INTERVAL_SECONDS at most."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._lock = threading.Lock()
        self._snapshot = Snapshot((), "", "")
        self._taken = self._runs_taken = -1e9
        self._runs: tuple[str, Mapping[str, tuple[int, tuple[str, ...]]]] = ("", {})

    def snapshot(self) -> Snapshot:
        """Jobs and runs as they are; what cannot be read is said in `problem`."""
        with self._lock:
            now = time.monotonic()
            if now - self._taken < INTERVAL_SECONDS * 0.8:
                return self._snapshot
            problem = self._workbench.supervisor.problem
            jobs = self._snapshot.jobs
            try:
                jobs = tuple(job_rows(self._workbench.queue, self._workbench.store))
                if now - self._runs_taken > RUNS_SECONDS or jobs != self._snapshot.jobs:
                    self._runs, self._runs_taken = runs_state(self._workbench.store), now
            except EXPECTED_ERRORS as error:
                problem = problem or sentence(str(error))
            self._snapshot, self._taken = Snapshot(jobs, self._runs[0], problem, self._runs[1]), time.monotonic()
            return self._snapshot


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The route of the events below a path."""
    feed, shutdown = Feed(workbench), Shutdown()

    async def endpoint(request: Request) -> StreamingResponse:
        shutdown.watch()
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(events(feed, request, shutdown), media_type="text/event-stream", headers=headers)

    return [Route(f"{root}/events", endpoint, methods=["GET"])]


async def events(feed: Feed, request: Request, shutdown: Shutdown | None = None) -> AsyncIterator[str]:
    """The events of one listener, until it goes or the server ends."""
    last = await run_in_threadpool(feed.snapshot)
    yield "retry: 1500\n" + event("state", {"jobs": last.jobs, "runs": last.runs, "problem": last.problem})
    quiet = time.monotonic()
    while not await request.is_disconnected() and not (shutdown is not None and shutdown.asked):
        await asyncio.sleep(INTERVAL_SECONDS)
        now = await run_in_threadpool(feed.snapshot)
        messages = changes(last, now)
        last = now
        if messages:
            quiet = time.monotonic()
            yield "".join(messages)
        elif time.monotonic() - quiet > KEEP_ALIVE_SECONDS:
            quiet = time.monotonic()
            yield ":\n\n"


def changes(before: Snapshot, now: Snapshot) -> list[str]:
    """The events between two snapshots."""
    messages = []
    if before.problem != now.problem:
        messages.append(event("problem", {"problem": now.problem}))
    if before.jobs != now.jobs:
        known = {row["id"]: row for row in before.jobs}
        changed = [row for row in now.jobs if known.get(row["id"]) != row]
        body: dict[str, Any] = {"changed": changed}
        order = [row["id"] for row in now.jobs]
        if order != [row["id"] for row in before.jobs]:
            body["order"] = order
        messages.append(event("jobs", body))
    if before.runs != now.runs:
        messages.append(event("runs", {"stamp": now.runs}))
    elif before.marks != now.marks:
        marked = [(name, mark) for name, mark in now.marks.items() if before.marks.get(name) != mark]
        rows = [{"name": name, "stars": stars, "tags": tags} for name, (stars, tags) in marked]
        messages.append(event("marks", {"changed": rows}))
    return messages


def event(name: str, values: dict[str, Any]) -> str:
    """One server-sent event."""
    return f"event: {name}\ndata: {json.dumps(values, separators=(',', ':'))}\n\n"


def runs_state(store: Store) -> tuple[str, Mapping[str, tuple[int, tuple[str, ...]]]]:
    """A text that changes when the newest runs or their states change; and their marks."""
    page = store.page(limit=60)
    rows = [(e.name, e.status, e.faces) for e in page.entries]
    stamp = hashlib.sha256(repr((page.total, rows)).encode()).hexdigest()[:12]
    return stamp, {e.name: (e.stars, e.tags) for e in page.entries}


def job_rows(queue: Queue, store: Store) -> list[dict[str, Any]]:
    """The jobs at work and waiting, in their turn and with their wait, then the latest that ended."""
    jobs = queue.jobs(statuses=ACTIVE, limit=500)
    running = [job for job in jobs if job.status == "running"]
    waiting = sorted((job for job in jobs if job.status == "queued"), key=lambda job: (-job.priority, job.id))
    paused = [job for job in jobs if job.status == "paused"]
    rows, wait = [], 0.0
    for job in running:
        rows.append(job_row(job))
        typical = store.typical_seconds(job.preset, job.total) or 0.0
        # A worker's estimate is of the stage that it is at; the files come after the training.
        wait += (job.seconds_left or typical * 0.5) + (typical * 0.3 if job.stage != "export" else 0.0)
    for position, job in enumerate(waiting, 1):
        rows.append(job_row(job) | {"position": position, "wait": round(wait)})
        wait += store.typical_seconds(job.preset, job.total) or 60.0
    rows += [job_row(job) for job in paused]
    rows += [job_row(job) for job in queue.jobs(statuses=(*FINISHED, DAMAGED), limit=RECENT_JOBS, newest_first=True)]
    return rows


def job_row(job: Job) -> dict[str, Any]:
    """A job as the page shows it."""
    row: dict[str, Any] = {
        "id": job.id,
        "prompt": job.prompt,
        "preset": job.preset,
        "prior": job.prior,
        "seed": job.seed,
        "status": job.status,
        "requested": job.requested,
        "batch": job.batch,
        "run": job.run.name if job.run is not None else "",
        "stage": job.stage,
        "step": job.step,
        "total": job.total,
        "left": None if job.seconds_left is None else round(job.seconds_left),
        "reason": sentence(job.reason) if job.status != "done" else "",
    }
    if job.status in ACTIVE and job.run is not None:
        row |= forming(job.run)
        if job.status == "running" and not job.step and not row.get("checkpoint"):
            row["starting"] = "loading" if kernels_compiled() else "compiling"
    return row


def forming(path: Path) -> dict[str, Any]:
    """What there is to see of a run at work: its latest preview and checkpoint."""
    run = Run(path)
    previews, checkpoints = run.previews, shown_checkpoints(run)
    return {
        "preview": previews[-1].stem if previews else "",
        "checkpoint": checkpoints[-1].stem if checkpoints else "",
    }

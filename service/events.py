"""Server-sent events of jobs: one look at the queue for all open streams, and ids that say where a stream was.

An id tells the state of a job as its reader has it (status, lease, stage, step, place, latest preview), so that nothing
need be kept for a reader who is gone: whoever comes back with `Last-Event-ID` is told what differs from that, by
whichever server there is then. Previews that were made meanwhile all follow; of states and steps, the present ones.
"""

import asyncio
import contextlib
import json
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import anyio

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.schema import Job
from bozzetto.service.files import previews
from bozzetto.service.models import FINISHED, STATES
from bozzetto.service.store import ServiceQueue
from bozzetto.service.views import file_url, job_answer

POLL_SECONDS = 0.25
REST_SECONDS = 5.0
"""After which jobs are looked at although the queue's file says that nothing was written: workers may have died."""
ALIVE_SECONDS = 15.0
"""Between comments that keep a quiet stream open."""

log = logging.getLogger(__name__)
_ID = re.compile(r"([a-z]*)\.(\d{1,9})\.([a-z]*)\.(\d{1,9})\.(\d{1,9})\.([0-9A-Za-z_-]{0,40})")


@dataclass(frozen=True)
class Seen:
    """What a reader has been told of a job."""

    state: str = ""
    attempts: int = 0
    stage: str = ""
    step: int = 0
    place: int = 0
    preview: str = ""

    def __str__(self) -> str:
        return f"{self.state}.{self.attempts}.{self.stage}.{self.step}.{self.place}.{self.preview}"


def to_seen(text: str) -> Seen | None:
    """An id as what it tells; None for one that no stream of ours gave."""
    match = _ID.fullmatch(text)
    if match is None:
        return None
    state, attempts, stage, step, place, preview = match.groups()
    return Seen(state, int(attempts), stage, int(step), int(place), preview)


@dataclass(frozen=True)
class Look:
    """A job as it was seen at one moment."""

    job: Job
    place: int
    previews: tuple[str, ...]
    """Stems of its previews, oldest first."""

    @property
    def state(self) -> str:
        """Of `bozzetto.service.models.State`."""
        return STATES[self.job.status]

    @property
    def finished(self) -> bool:
        """Whether nothing will change any more, but by somebody's wish."""
        return self.state in FINISHED


class Hub:
    """Looks at the jobs that somebody watches, all at once, and tells the watchers.

    Args:
        queue: its own, for the reading.
    """

    def __init__(self, queue: ServiceQueue) -> None:
        self._queue = queue
        self._watchers: dict[int, set[asyncio.Queue[Look | None]]] = {}
        self._latest: dict[int, Look] = {}
        self._task: asyncio.Task[None] | None = None

    @property
    def streams(self) -> int:
        """Watchers that there are."""
        return sum(len(watchers) for watchers in self._watchers.values())

    @contextlib.asynccontextmanager
    async def watch(self, number: int) -> AsyncIterator["asyncio.Queue[Look | None]"]:
        """A queue of looks at a job, the newest only; None in it says that the job is gone."""
        box: asyncio.Queue[Look | None] = asyncio.Queue(maxsize=1)
        self._watchers.setdefault(number, set()).add(box)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run())
        elif number in self._latest:
            _put(box, self._latest[number])
        try:
            yield box
        finally:
            self._watchers[number].discard(box)
            if not self._watchers[number]:
                del self._watchers[number]
                self._latest.pop(number, None)

    async def close(self) -> None:
        """Ends the looking; every watcher is told that there is no more."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        for watchers in self._watchers.values():
            for box in watchers:
                _put(box, None)

    async def _run(self) -> None:
        version, rested = object(), 0.0
        while self._watchers:
            numbers = sorted(self._watchers)
            try:
                now = await anyio.to_thread.run_sync(self._queue.version)
                new = any(number not in self._latest for number in numbers)
                if now != version or new or rested >= REST_SECONDS:
                    version, rested = now, 0.0
                    looks = await anyio.to_thread.run_sync(self._look, numbers)
                    self._tell(numbers, looks)
            except BozzettoError as error:
                log.warning("no look at the queue: %s", error)
            rested += POLL_SECONDS
            await asyncio.sleep(POLL_SECONDS)

    def _look(self, numbers: list[int]) -> dict[int, Look]:
        looks = {}
        marks = ", ".join("?" * len(numbers))
        for job, place in self._queue.placed(f"id IN ({marks})", numbers):
            old = self._latest.get(job.id)
            # The folder is looked into only where something may have come into it.
            moved = old is None or (old.job.step, old.job.status) != (job.step, job.status)
            seen = tuple(name.removesuffix(".png") for name in previews(job)) if moved or old is None else old.previews
            looks[job.id] = Look(job, place, seen)
        return looks

    def _tell(self, numbers: list[int], looks: dict[int, Look]) -> None:
        for number in numbers:
            look = looks.get(number)
            if look is not None and self._latest.get(number) == look:
                continue
            if look is not None and number in self._watchers:
                self._latest[number] = look
            for box in self._watchers.get(number, ()):
                _put(box, look)


def _put(box: "asyncio.Queue[Look | None]", look: Look | None) -> None:
    """The newest only: a slow reader skips what came between, and takes no memory for it."""
    with contextlib.suppress(asyncio.QueueEmpty):
        box.get_nowait()
    box.put_nowait(look)


async def event_stream(hub: Hub, job: Job, seen: Seen | None, base: str) -> AsyncIterator[str]:
    """The events of a job until it has ended: `state` (the job), `progress`, `preview` (an address).

    Args:
        hub: that looks at the queue.
        job: the job.
        seen: what the reader knows, by its `Last-Event-ID`; None for a new one, who gets the latest preview only.
        base: what addresses begin with.
    """
    yield "retry: 2000\n\n"
    known, new = seen or Seen(), seen is None
    async with hub.watch(job.id) as box:
        while True:
            try:
                look = await asyncio.wait_for(box.get(), ALIVE_SECONDS)
            except asyncio.TimeoutError:
                yield ": still here\n\n"
                continue
            if look is None:
                return
            for text, told in _events(look, known, new, base):
                yield text
                known = told
            new = False
            if look.finished:
                return


def _events(look: Look, known: Seen, new: bool, base: str) -> list[tuple[str, Seen]]:
    """What is to be told, each with what is known after it."""
    job, events = look.job, list[tuple[str, Seen]]()
    fresh = [stem for stem in look.previews if stem > known.preview]
    for stem in fresh[-1:] if new else fresh:
        known = replace(known, preview=stem)
        data = {"id": str(job.id), "url": file_url(job, f"previews/{stem}.png", base), "step": _number(stem)}
        events.append((_event("preview", data, known), known))
    now = Seen(look.state, job.attempts, job.stage, job.step, look.place, known.preview)
    if (now.state, now.attempts) != (known.state, known.attempts):
        answer = job_answer(job, look.place, base).model_dump(mode="json")
        events.append((_event("state", answer, now), now))
    elif now != known:
        answer = job_answer(job, look.place, base, with_files=False).model_dump(mode="json")
        names = ("id", "state", "stage", "step", "steps", "progress", "seconds_left", "place")
        events.append((_event("progress", {name: answer[name] for name in names}, now), now))
    return events


def _number(stem: str) -> int:
    """Step of a preview, by its name."""
    digits = "".join(c for c in stem if c.isdigit())
    return int(digits) if digits else 0


def _event(name: str, data: object, seen: Seen) -> str:
    return f"event: {name}\nid: {seen}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n"

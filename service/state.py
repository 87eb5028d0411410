"""What a running server holds: the queue, keys, the hub of events, callbacks, workers, counts."""

import asyncio
import functools
import gc
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import anyio
import anyio.to_thread

from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.store.runs import Run, list_runs
from bozzetto.service.callbacks import Callbacks, Resolve, resolve
from bozzetto.service.events import Hub
from bozzetto.service.keys import Caller, KeyFile
from bozzetto.service.metrics import Metrics
from bozzetto.service.problems import Problem
from bozzetto.service.settings import Settings
from bozzetto.service.store import ServiceQueue
from bozzetto.service.tasks import PromptReader
from bozzetto.service.workers import WorkerSupervisor

THREADS = 8
"""For reading; a read waits for nobody. As many again take requests in, which wait for the disk and for one another."""
CHECKERS = 1
"""Threads that check requests, which is computing: several would only take turns with one another and with reads."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Service:
    """A server's parts.

    Args:
        settings: see there.
        look_up: resolves the hosts of callbacks.
    """

    def __init__(self, settings: Settings, look_up: Resolve = resolve) -> None:
        self.settings = settings
        self.keys = KeyFile(settings.keys) if settings.keys is not None else None
        path = settings.folder / "queue.db"
        # A write waits for the disk; who reads meanwhile has a connection of its own.
        self.queue, self.writer = ServiceQueue(path), ServiceQueue(path)
        self.hub = Hub(ServiceQueue(path))
        self.metrics = Metrics()
        self.reader = PromptReader()
        self.callbacks = Callbacks(settings, self.metrics, look_up)
        self.workers = WorkerSupervisor(settings)
        self.streams: dict[str, int] = {}
        self._loading = threading.Thread(target=self._load, name="prior", daemon=True)
        self._readers = ThreadPoolExecutor(THREADS, "reader")
        self._writers: anyio.CapacityLimiter | None = None
        self._checkers: anyio.CapacityLimiter | None = None

    def start(self) -> None:
        """Begins what goes on beside requests; among it to load what the first request for a model would wait for."""
        # What is loaded stays: the garbage collector would walk over all of it, and no request is answered then.
        gc.collect()
        gc.freeze()
        # Beside the answers: jobs and files can be asked for meanwhile.
        self._loading.start()
        self.callbacks.start()
        self.workers.start()

    def _load(self) -> None:
        self.reader.load()
        gc.freeze()

    async def close(self) -> None:
        """Ends it; workers go on, until there is nothing to do."""
        await self.hub.close()
        self.stop()

    def stop(self) -> None:
        """Ends what goes on in threads, for who has no loop any more."""
        self._readers.shutdown(wait=False, cancel_futures=True)
        self.callbacks.close()
        self.workers.close()
        if self._loading.is_alive():
            # A process that ends while libraries in C are at work is aborted by them.
            self._loading.join()
        self.queue.close()
        self.writer.close()

    async def run(self, function: Callable[..., T], *arguments: object, **named: object) -> T:
        """Calls something that reads, in a thread; nobody waits for it whose asker has gone."""
        call = functools.partial(function, *arguments, **named)
        # Not anyio's threads, whose bookkeeping takes as long as most reads, and in the one thread that answers all.
        return await asyncio.get_running_loop().run_in_executor(self._readers, call)

    async def change(self, function: Callable[..., T], *arguments: object, **named: object) -> T:
        """Calls something that loads or writes, in a thread; carried out even if its asker goes."""
        if self._writers is None:
            self._writers = anyio.CapacityLimiter(THREADS)
        call = functools.partial(function, *arguments, **named)
        return await anyio.to_thread.run_sync(call, limiter=self._writers)

    async def check(self, function: Callable[..., T], *arguments: object, **named: object) -> T:
        """Calls something that computes, such as the reading of a prompt, in a thread; one at a time."""
        if self._checkers is None:
            self._checkers = anyio.CapacityLimiter(CHECKERS)
        call = functools.partial(function, *arguments, **named)
        return await anyio.to_thread.run_sync(call, limiter=self._checkers)

    async def job(self, number: str, caller: Caller) -> Job:
        """A job that the caller may see.

        Raises:
            Problem: there is none.
        """
        return (await self.run(self.find_job, self.queue, number, caller))[0]

    def find_job(self, queue: ServiceQueue, number: str, caller: Caller) -> tuple[Job, int]:
        """The same and its place in the queue, for who is in a thread already.

        Args:
            queue: to look into; of `change`, the writer.
        """
        for job, place in queue.placed("id = ?", (int(number),)):
            if may_see(caller, job):
                return job, place
        raise Problem(404, "not-found", f"there is no job {number}")

    async def run_of(self, name: str, caller: Caller) -> Run:
        """A run by its name, for who may see those of others.

        Raises:
            Problem: there is none.
        """
        if "admin" in caller.scopes:
            for run in await self.run(list_runs):
                if run.path.name == name:
                    return run
        raise Problem(404, "not-found", "there is no such run, or it is somebody else's", [("run", "not found")])


def may_see(caller: Caller, job: Job) -> bool:
    """Whether a job is the caller's, or the caller sees all."""
    return "admin" in caller.scopes or (job.owner == caller.name and bool(caller.name))


def writable(settings: Settings) -> str:
    """Why the home folder cannot be worked in, or an empty text."""
    folder = settings.folder
    while not folder.exists():
        folder = folder.parent
    return "" if os.access(folder, os.W_OK | os.X_OK) else "the home folder cannot be written"

"""Workers of a server: processes of their own (`bozzetto worker`), kept alive while jobs wait.

They outlive the server, work until nothing has waited for a while, and are started again when they were killed.
"""

import contextlib
import logging
import os
import threading
import time

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.worker import start_worker
from bozzetto.service.settings import Settings

PAUSE_SECONDS = 1.0
MAX_STARTS, STARTS_SECONDS = 5, 120.0
"""So many starts of each worker within so long are the most: one that dies at once is not started for ever."""

log = logging.getLogger(__name__)


class WorkerSupervisor:
    """Keeps as many workers alive as the settings say, whenever a job waits."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pids: set[int] = set()
        self._starts: list[float] = []
        self._over, self._wake = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name="workers", daemon=True)
        self.problem = ""
        """Why workers cannot be kept alive, or empty."""

    def start(self) -> None:
        """Keeps them alive from now on."""
        if self._settings.workers:
            self._thread.start()

    def close(self) -> None:
        """Starts none any more."""
        self._over.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def wake(self) -> None:
        """Looks at once, because a job was added."""
        self._wake.set()

    def ensure(self) -> None:
        """Starts workers where jobs wait and too few are alive.

        Raises:
            QueueError, DiskError: the queue cannot be read, or the workers' log not written.
        """
        for pid in list(self._pids):
            # So that a worker that has ended is gone, and not only dead.
            with contextlib.suppress(ChildProcessError):
                if os.waitpid(pid, os.WNOHANG)[0] == 0:
                    continue
            self._pids.discard(pid)
        path = self._settings.folder / "queue.db"
        if not path.exists():
            return
        with Queue(path) as queue:
            counts = queue.counts()
            waiting = counts["queued"] + counts["running"]
            for _ in range(min(self._settings.workers, waiting) - len(queue.workers())):
                now = time.monotonic()
                self._starts = [start for start in self._starts if now - start < STARTS_SECONDS]
                if len(self._starts) >= MAX_STARTS * self._settings.workers:
                    self.problem = "workers end again and again before their work is done; see worker.log"
                    return
                started = start_worker(
                    queue, most=self._settings.workers, idle=self._settings.idle_seconds, ray=self._settings.ray
                )
                if started is not None:
                    self._starts.append(now)
                    self._pids.add(started)
            self.problem = ""

    def _watch(self) -> None:
        while not self._over.is_set():
            try:
                self.ensure()
            except (BozzettoError, OSError) as error:
                self.problem = str(error)
                log.warning("workers: %s", error)
            self._wake.wait(PAUSE_SECONDS)
            self._wake.clear()

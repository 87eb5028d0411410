"""A worker for the queue while the workbench is open.

It is a process of its own: it outlives the page and the server, works until the queue is empty, and is started again
when it was killed in the middle.
"""

import contextlib
import os
import threading
import time
from pathlib import Path

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.worker import start_worker
from bozzetto.jobs.store.runs import home

PAUSE_SECONDS = 2.0
MAX_STARTS, STARTS_SECONDS = 5, 120.0


class WorkerSupervisor:
    """Keeps a worker alive whenever a job waits.

    Args:
        folder: the home folder; by default `bozzetto.jobs.store.runs.home()`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = home() if folder is None else folder
        self.problem = ""
        """Why no worker can be kept alive, or empty."""
        self._pid: int | None = None
        self._starts: list[float] = []
        self._lock = threading.Lock()
        self._wake = threading.Event()

    def start(self) -> None:
        """Keeps a worker alive from now on, by a thread of its own."""
        threading.Thread(target=self._watch, name="worker-supervisor", daemon=True).start()

    def wake(self) -> None:
        """Checks at once, because a job was added; earlier failures are forgotten."""
        self._starts.clear()
        self._wake.set()

    def ensure_worker(self) -> bool:
        """Starts a worker when jobs wait and none is alive.

        Returns:
            Whether one was started.
        Raises:
            QueueError, DiskError: the queue cannot be read, or the worker's log not written.
        """
        with self._lock:
            if self._pid is not None:
                # So that a worker that has ended is gone, and not only dead.
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(self._pid, os.WNOHANG)
            path = self.folder / "queue.db"
            if not path.exists():
                return False
            with Queue(path) as queue:
                counts = queue.counts()
                if counts["queued"] + counts["running"] == 0 or queue.workers():
                    self.problem = ""
                    return False
                now = time.monotonic()
                self._starts = [start for start in self._starts if now - start < STARTS_SECONDS]
                if len(self._starts) >= MAX_STARTS:
                    self.problem = (
                        f"the worker ended {len(self._starts)} times in a row before its work was done; see "
                        f"{self.folder / 'worker.log'}, or run `bozzetto worker` in a terminal"
                    )
                    return False
                self._starts.append(now)
                self._pid = start_worker(queue)
        return self._pid is not None

    def _watch(self) -> None:
        while True:
            try:
                self.ensure_worker()
            except (BozzettoError, OSError) as error:
                self.problem = str(error)
            self._wake.wait(PAUSE_SECONDS)
            self._wake.clear()

"""A worker whose runs are made on a Ray cluster: it leases jobs as any worker does, and lets nodes do the work.

The parts of a run are those of a sweep on a cluster (`bozzetto.jobs.queue.ray_sweep`): after each one the whole run is
sent home, to the store beside the queue, so that a lost node costs a quarter at most, and a worker that is killed
leaves its jobs to the next one, on a cluster or not. Further files of a run are written here.
"""

import contextlib
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, QueueError, RunInterrupted
from bozzetto.jobs.config.run_config import config_from_dict, config_to_dict
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import worker_name
from bozzetto.jobs.queue.ray_sweep import MAX_FAILURES, ClusterError, SeedRun, Shelf, connect, import_ray, pack
from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.queue.worker import Heartbeat, LoadFn, prior_of, write_further_files
from bozzetto.jobs.store.progress import Progress, no_progress, stop_on_signals
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import Run

IDLE_SECONDS = 1.0
POLL_SECONDS = 0.5


def work_on_ray(
    queue: Queue,
    address: str,
    *,
    once: bool = False,
    idle: float | None = None,
    cpus: float = 1.0,
    gpus: float = 0.0,
    load: LoadFn = prior_of,
    ended: Callable[[Job], None] = lambda job: None,
) -> int:
    """Carries out jobs on a Ray cluster, as many at once as it has room for.

    Args:
        queue: where they come from; their runs must be in its folder.
        address: of the cluster, as for `bozzetto.jobs.queue.ray_sweep.sweep_on_ray`.
        once: end when nothing waits.
        idle: end when nothing has waited for so many seconds.
        cpus: processors of a run; also its threads, unless its configuration says another number.
        gpus: graphics cards of a run, or a part of one.
        load: the prior that a configuration names; runs on the nodes.
        ended: is called with each job that has ended.
    Returns:
        Jobs that were worked at.
    Raises:
        ClusterError: Ray is not installed, or the cluster cannot be reached.
        ConfigError: the numbers do not fit.
        RunInterrupted: a signal came; what was at work waits in the queue again.
        QueueError, DiskError: the queue cannot be used.
    """
    if cpus <= 0 or gpus < 0:
        raise ConfigError(f"a run needs more than 0 processors and no fewer than 0 graphics cards, got {cpus}, {gpus}")
    ray, _ = import_ray()
    name, count, busy = worker_name(), 0, time.monotonic()
    over = threading.Event()
    at_work: dict[threading.Thread, Job] = {}
    with connect(ray, address), stop_on_signals() as request:
        try:
            while not request:
                for thread in [thread for thread in at_work if not thread.is_alive()]:
                    with contextlib.suppress(QueueError):
                        ended(queue.get(at_work.pop(thread).id))
                room = len(at_work) < _places(ray, cpus, gpus)
                job = queue.lease(name) if room and queue.path.exists() else None
                if job is not None:
                    count += 1
                    thread = threading.Thread(target=_carry_out, args=(ray, queue.path, job, cpus, gpus, load, over))
                    thread.start()
                    at_work[thread] = job
                    continue
                busy = time.monotonic() if at_work else busy
                done = once or (idle is not None and time.monotonic() - busy >= idle)
                if not at_work and done and queue.unregister(name, only_if_empty=True):
                    return count
                if not at_work and queue.path.exists() and not once:
                    queue.register(name)
                time.sleep(IDLE_SECONDS if not at_work else POLL_SECONDS)
            raise RunInterrupted("the worker was stopped; its jobs wait in the queue", request.exit_code)
        finally:
            over.set()
            for thread in at_work:
                thread.join()
            with contextlib.suppress(BozzettoError):
                queue.unregister(name)


def _places(ray: Any, cpus: float, gpus: float) -> int:
    """Runs that a cluster has room for at once, at least one."""
    has = ray.cluster_resources()
    places = [has.get("CPU", 0.0) / cpus] + ([has.get("GPU", 0.0) / gpus] if gpus else [])
    return max(1, int(min(places)))


class Node:
    """What an actor on a node does: a run, part by part.

    Args:
        settings: of the run.
        begun: the run as it is at home, packed; None for a new one.
        load: the prior that a configuration names.
        version: of the package at home.
    """

    def __init__(self, settings: dict[str, Any], begun: bytes | None, load: LoadFn, version: str) -> None:
        if versions()["bozzetto"] != version:
            raise ClusterError(f"this node has bozzetto {versions()['bozzetto']}, and its worker {version}")
        self._place = tempfile.TemporaryDirectory(prefix="bozzetto-node-")
        self._settings, self._begun, self._load = settings, begun, load
        self._work: SeedRun | None = None

    def next_part(self) -> tuple[str, int, bytes]:
        """Goes on to the end of the next part.

        Returns:
            (why it failed or an empty text, steps that are done, the run, packed).
        """
        try:
            if self._work is None:
                folder = Path(self._place.name) / "run"
                self._work = SeedRun(config_from_dict(self._settings), self._load, self._begun, folder)
            step = self._work.next_part(scored=False)[0]
        except BozzettoError as error:
            kept = self._work.run.path if self._work is not None else None
            return str(error), 0, pack(kept) if kept is not None else b""
        return "", step, pack(self._work.run.path)


def _carry_out(ray: Any, path: Path, job: Job, cpus: float, gpus: float, load: LoadFn, over: threading.Event) -> None:
    """Carries a leased job on by an actor, and says in the queue what became of it."""
    with Queue(path) as queue, Heartbeat(path, job) as heartbeat:
        try:
            status, reason, step = _run_parts(ray, queue, job, cpus, gpus, load, heartbeat, over)
        except BozzettoError as error:
            status, reason, step = "failed", str(error), job.step
        except Exception as error:
            # A fault of Ray or of ours; the job must not look as if it were at work for ever.
            status, reason, step = "failed", f"{type(error).__name__}: {str(error)[-300:]}", job.step
        with contextlib.suppress(QueueError):
            queue.finish(job, status, step=step, reason=reason)


def _run_parts(
    ray: Any,
    queue: Queue,
    job: Job,
    cpus: float,
    gpus: float,
    load: LoadFn,
    heartbeat: Heartbeat,
    over: threading.Event,
) -> tuple[str, str, int]:
    """(status, reason, step) that a job ends its lease with."""
    assert job.run is not None, "a lease names the run folder"
    home, config = queue.path.parent.resolve(), queue.config(job.id)
    if job.run.parent != home / "runs":
        raise ClusterError(f"{job.run} is not in {home / 'runs'}, where runs of a cluster come home to")
    shelf, step, failures = Shelf(str(home)), job.step, 0
    if config.threads == 0:
        config = replace(config, threads=max(1, int(cpus)))
    while job.kind == "generate" and not _is_done(job.run):
        begun = shelf.fetch(job.run.name)
        settings = config_to_dict(config if begun is None else Run(job.run).config)
        actor = (
            ray.remote(Node).options(num_cpus=cpus, num_gpus=gpus).remote(settings, begun, load, versions()["bozzetto"])
        )
        try:
            while step < config.steps or not _is_done(job.run):
                part = actor.next_part.remote()
                while not ray.wait([part], timeout=POLL_SECONDS)[0]:
                    if over.is_set() or heartbeat.should_stop(step):
                        return _stopped(heartbeat.verdict, step)
                failed, reached, packed = ray.get(part)
                if packed:
                    shelf.keep(job.run.name, packed)
                if failed:
                    return "failed", failed, step
                step, failures = reached, 0
                heartbeat.report(Progress("training", step, config.steps))
        except ray.exceptions.RayActorError as error:
            failures += 1
            if failures > MAX_FAILURES:
                raise ClusterError(f"its nodes were lost {failures} times, the last time by: {error}") from error
        finally:
            ray.kill(actor)
    if job.kind == "export" or queue.options(job.id) is not None:
        end = write_further_files(queue, job, heartbeat, no_progress)
        return end.status, end.reason, config.steps
    return "done", "", config.steps


def _stopped(verdict: str, step: int) -> tuple[str, str, int]:
    """What a job becomes that is stopped between parts; the run at home is that of the last one."""
    if verdict == "cancel":
        return "cancelled", "cancelled before it was done", step
    if verdict in ("pause", "lost"):
        return "paused", "paused", step
    return "queued", "given back: its worker was stopped", step


def _is_done(path: Path) -> bool:
    """Whether a run has its files."""
    run = Run(path)
    return (path / "state.json").is_file() and run.state.status == "done" and run.mesh is not None

"""`bozzetto worker`: takes jobs from the queue, one after the other, and carries each run as far as it is asked to.

The loop of a run asks after every step what its job has become; a thread of its own reports, so that a long export does
not look like a death. Whatever happens to a worker, its run folder holds a checkpoint, and the next worker goes on.
"""

import contextlib
import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.bake.run_export import ExportOptions, export_anything
from bozzetto.jobs.config.errors import (
    BozzettoError,
    DiskError,
    DiskFullError,
    QueueError,
    RunFolderError,
    RunInterrupted,
)
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.pipeline.generate import begin, resume
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import worker_name
from bozzetto.jobs.queue.meshes import carry_out_mesh_task
from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.queue.score import score_run
from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress, stop_on_signals
from bozzetto.jobs.store.runs import Run, disk_errors, home, lock_run, start_lock, tidy
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import load_prior
from bozzetto.jobs.train.resolve import resolve
from bozzetto.sds.prior import Prior

HEARTBEAT_SECONDS = 1.0
IDLE_SECONDS = 1.0
NICENESS = 5
"""Of workers that a server or the workbench starts: whoever talks to those comes first."""

log = logging.getLogger(__name__)

ShowFn = Callable[[Job], AbstractContextManager[ProgressFn]]
"""Called with a job that starts; inside the context that it returns, the job's progress is shown."""


LoadFn = Callable[[RunConfig], Prior]
"""The prior that a configuration names; a PriorError when it cannot be used."""


def prior_of(config: RunConfig) -> Prior:
    """The LoadFn of `bozzetto.jobs.train.priors`."""
    return load_prior(config.prior, config.hub)


def quiet(job: Job) -> AbstractContextManager[ProgressFn]:
    """A ShowFn that shows nothing."""
    return contextlib.nullcontext(no_progress)


def work(
    queue: Queue,
    *,
    once: bool = False,
    idle: float | None = None,
    batch: str | None = None,
    load: LoadFn = prior_of,
    show: ShowFn = quiet,
    ended: Callable[[Job], None] = lambda job: None,
) -> int:
    """Carries out jobs until there are none (`once`), until there were none for a while (`idle`), or for ever.

    Args:
        queue: where they come from.
        once: end when nothing waits, rather than wait for more.
        idle: end when nothing has waited for so many seconds.
        batch: only jobs of this batch.
        load: the prior that a configuration names; each is loaded once.
        show: is called with each job that starts.
        ended: is called with each job that a lease of ours has ended, as it is then.
    Returns:
        Jobs that were worked at.
    Raises:
        RunInterrupted: SIGINT or SIGTERM came; the job waits in the queue again, with a checkpoint of its last step.
        DiskFullError: there is no room; the job waits in the queue again.
        QueueError, DiskError: the queue cannot be used.
    """
    name, count = worker_name(), 0
    priors, busy = _Priors(load), time.monotonic()
    try:
        while True:
            job = queue.lease(name, batch) if queue.path.exists() else None
            if job is not None:
                count += 1
                with show(job) as progress:
                    _work_at(queue, job, priors, progress)
                with contextlib.suppress(QueueError):
                    ended(queue.get(job.id))
                busy = time.monotonic()
                continue
            done = once or (idle is not None and time.monotonic() - busy >= idle)
            if done and queue.unregister(name, only_if_empty=True, batch=batch):
                return count
            if not once:
                if queue.path.exists():
                    queue.register(name)
                time.sleep(IDLE_SECONDS)
    finally:
        with contextlib.suppress(QueueError, DiskError):
            queue.unregister(name)


def start_worker(queue: Queue, *, most: int = 1, idle: float = 0.0, ray: str = "") -> int | None:
    """Starts `bozzetto worker` as a process of its own, which outlives this one, unless enough workers are alive.

    Its output goes to worker.log beside the queue.

    Args:
        queue: that it works for.
        most: workers that are enough.
        idle: it ends when nothing has waited for so many seconds.
        ray: address of a Ray cluster that it lets work, or empty.
    Returns:
        The new process, or None when there were enough.
    Raises:
        DiskError: the log cannot be written.
    """
    path = queue.path.parent / "worker.log"
    environment = os.environ | {"BOZZETTO_HOME": str(queue.path.parent.resolve())}
    with contextlib.ExitStack() as held:
        with disk_errors(f"write {path}"):
            path.parent.mkdir(parents=True, exist_ok=True)
            # Two who look at the same moment must not both find that there is none.
            held.enter_context(start_lock(queue.path.parent))
        alive = len(queue.workers())
        arguments = [*([f"--idle={idle:g}"] if idle else ["--once"]), *([f"--ray={ray}"] if ray else [])]
        if alive >= most:
            return None
        with disk_errors(f"write {path}"), open(path, "ab" if alive else "wb") as output:
            process = subprocess.Popen(
                module_command("bozzetto", "worker", *arguments),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env=environment,
            )
        _give_way(process.pid)
        # On its behalf, as it takes seconds to come so far.
        queue.register(worker_name(process.pid))
    return process.pid


def _give_way(pid: int) -> None:
    """Lowers the priority of a process that has just been started, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
    # Where Linux groups processes by session, a process's own priority counts only within its group.
    with contextlib.suppress(OSError), open(f"/proc/{pid}/autogroup", "w", encoding="ascii") as group:
        group.write(str(NICENESS))


class Heartbeat:
    """Reports for a job while inside, and answers the loop's question whether to stop.

    Args:
        queue: path of the queue.
        job: as `lease` returned it.
    """

    def __init__(self, queue: Path, job: Job) -> None:
        # Two connections: a report that waits for the disk must not hold up the loop.
        self._questions, self._reports = Queue(queue), Queue(queue)
        self._job, self._latest = job, Progress("", job.step, job.total)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bozzetto-heartbeat", daemon=True)
        self.verdict = ""
        """Why `should_stop` said yes: `pause`, `cancel`, `halt` (its sweep's rung), `lost` (another worker has it)."""
        self.step = job.step
        """Steps that were done when `should_stop` was called last."""

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._questions.close()
        self._reports.close()

    def report(self, progress: Progress) -> None:
        """A ProgressFn: the next heartbeat says this."""
        if not progress.message:
            self._latest = progress

    def should_stop(self, step: int) -> bool:
        """An ShouldStopFn: whether the job has been paused, cancelled or lost, or has reached its sweep's rung."""
        self.step = step
        if 0 < self._job.halt_at <= step < self._job.total:
            self.verdict = "halt"
        with contextlib.suppress(QueueError, DiskError):
            # A queue that cannot be read for a moment is no reason to stop a run.
            self.verdict = self._questions.requested(self._job) or self.verdict
        return bool(self.verdict)

    def _run(self) -> None:
        while not self._over.wait(HEARTBEAT_SECONDS):
            latest, total = self._latest, self._job.total
            try:
                self._reports.heartbeat(
                    self._job,
                    stage=latest.stage,
                    step=total if latest.stage == "export" else latest.step,
                    loss=latest.loss,
                    seconds_left=latest.seconds_left,
                )
            except (QueueError, DiskError) as error:
                log.warning("job %s: no heartbeat: %s", self._job.id, error)


def word_packs() -> tuple[tuple[str, int], ...]:
    """The word packs in the home folder, by name and time: a prior that was loaded before one came knows it not."""
    with contextlib.suppress(OSError), os.scandir(home() / "words") as entries:
        return tuple(sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries))
    return ()


class _Priors:
    """Loads each prior once, and again when nouns were taught."""

    def __init__(self, load: LoadFn) -> None:
        self._load, self._loaded = load, dict[tuple[object, ...], Prior]()

    def of(self, config: RunConfig) -> Prior:
        key = (config.prior, config.hub, word_packs())
        if key not in self._loaded:
            # One at a time: a pretrained one takes gigabytes.
            self._loaded.clear()
            self._loaded[key] = self._load(config)
        return self._loaded[key]


def _work_at(queue: Queue, job: Job, priors: _Priors, progress: ProgressFn) -> None:
    """Carries a leased job on, and says in the queue what became of it."""
    given_back = "given back: its worker was stopped"
    with Heartbeat(queue.path, job) as heartbeat:
        try:
            config = queue.config(job.id)
            if job.kind in ("texture", "teach"):
                end = _mesh_task(queue, job, heartbeat, progress)
            elif job.kind == "export":
                end = write_further_files(queue, job, heartbeat, progress)
            else:
                end = _carry_on(queue, job, config, priors.of(config), heartbeat, progress)
        except (RunInterrupted, KeyboardInterrupt):
            queue.finish(job, "queued", step=heartbeat.step, reason=given_back)
            raise
        except DiskFullError as error:
            # Not this job's fault, and the next one would fail too.
            with contextlib.suppress(QueueError, DiskError):
                queue.finish(job, "queued", step=heartbeat.step, reason=f"given back: {error}")
            raise
        except BozzettoError as error:
            end = End("failed", str(error))
        except MemoryError:
            end = End("failed", "there was not enough memory; try fewer camera.views or a smaller field, then retry")
        except Exception as error:
            log.exception("job %s", job.id)
            end = End("failed", f"{type(error).__name__}: {error} (this is a fault; see log.txt of the run)")
    if not queue.finish(job, end.status, step=heartbeat.step, score=end.score, reason=end.reason, at_rung=end.at_rung):
        log.warning("job %s was taken over by another worker; what this one did is left to it", job.id)


@dataclass(frozen=True)
class End:
    """What becomes of a job at the end of a lease."""

    status: str
    reason: str = ""
    score: float | None = None
    at_rung: bool = False


def _carry_on(
    queue: Queue, job: Job, config: RunConfig, prior: Prior, heartbeat: Heartbeat, progress: ProgressFn
) -> End:
    """Works at a job until it is done or was asked to stop.

    Raises:
        RunInterrupted: a signal came, and nobody requested a stop.
        BozzettoError: the run failed.
    """

    def show(report: Progress) -> None:
        heartbeat.report(report)
        progress(report)

    run, knowledge = _run_of(job, config, prior)
    if 0 < job.halt_at <= run.state.step < job.total:
        # Its last worker died, or it was paused, between the checkpoint at its rung and this line.
        heartbeat.verdict, heartbeat.step = "halt", run.state.step
    else:
        try:
            resume(run, knowledge=knowledge, progress=show, should_stop=heartbeat.should_stop)
            heartbeat.verdict, heartbeat.step = "", job.total
        except RunInterrupted as stopped:
            # SIGTERM is for the worker, whatever was asked of the job in the same step.
            if not heartbeat.verdict or stopped.exit_code != 128 + signal.SIGINT:
                raise
    if heartbeat.verdict == "cancel":
        return End("cancelled", "cancelled before it was done")
    if heartbeat.verdict in ("pause", "lost"):
        return End("paused", "paused")
    if not heartbeat.verdict and queue.options(job.id) is not None:
        end = write_further_files(queue, job, heartbeat, progress, knowledge)
        if end.status != "done":
            return end
    score = score_run(run, knowledge) if any(sweep.name == job.batch for sweep in queue.sweeps()) else None
    if heartbeat.verdict == "halt":
        return End("paused", f"waits at step {heartbeat.step} for the rest of its sweep", score, at_rung=True)
    return End("done", score=score)


class _Stopped(Exception):  # noqa: N818 - it is an event, not a fault
    """Leaves an export in the middle, where nothing is half-written."""


def write_further_files(
    queue: Queue, job: Job, heartbeat: Heartbeat, progress: ProgressFn, knowledge: PriorKnowledge | None = None
) -> End:
    """Writes the further files that a job is asked for, into `export_folder`; begun again from the start after a stop.

    Args:
        queue: with the job's options. job: as it was leased. heartbeat, progress: of its work.
        knowledge: what the prior knows of the run's prompt, where that is at hand.
    Raises:
        RunInterrupted: a signal came.
        BozzettoError: they cannot be written.
    """
    assert job.run is not None, "a lease names the run folder"
    options = to_export_options(queue.options(job.id) or {})

    with _stoppable(job, heartbeat, progress) as (show, stopped):
        export_anything(job.run, export_folder(job), options, knowledge=knowledge, progress=show)
    return stopped.end or End("done")


def _mesh_task(queue: Queue, job: Job, heartbeat: Heartbeat, progress: ProgressFn) -> End:
    """Paints a mesh, or learns a noun from one; begun again from the start after a stop."""
    with _stoppable(job, heartbeat, progress) as (show, stopped):
        carry_out_mesh_task(job.kind, queue.options(job.id) or {}, queue.path.parent, export_folder(job), show)
    return stopped.end or End("done")


class _StoppedEnd:
    """What a job becomes whose work was left in the middle; None where it was not."""

    end: End | None = None


@contextlib.contextmanager
def _stoppable(job: Job, heartbeat: Heartbeat, progress: ProgressFn) -> Iterator[tuple[ProgressFn, _StoppedEnd]]:
    """Work that can only be stopped from within its progress reports.

    Raises:
        RunInterrupted: a signal came.
    """
    stopped = _StoppedEnd()
    with stop_on_signals() as request:

        def show(report: Progress) -> None:
            heartbeat.report(report)
            progress(report)
            if heartbeat.should_stop(job.total) or request:
                raise _Stopped

        try:
            yield show, stopped
        except _Stopped:
            if request.signal is not None and not heartbeat.verdict:
                raise RunInterrupted("stopped while exporting", request.exit_code) from None
            cancelled = heartbeat.verdict == "cancel"
            stopped.end = End("cancelled", "cancelled before it was done") if cancelled else End("paused", "paused")


def export_folder(job: Job) -> Path:
    """Where the further files of a job go: a folder of its own, in its run's."""
    assert job.run is not None, "a lease names the run folder"
    return job.run / "export" / f"job-{job.id}"


def to_export_options(values: Mapping[str, Any]) -> ExportOptions:
    """Options of an export from what was read as JSON.

    Raises:
        QueueError: there is no such option.
    """
    given: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
    try:
        return ExportOptions(**given)
    except TypeError as error:
        raise QueueError(f"the task asks for what this version does not know: {error}") from error


def _run_of(job: Job, config: RunConfig, prior: Prior) -> tuple[Run, PriorKnowledge]:
    """The run of a job: the one that an earlier lease began, or a new one in the folder that the lease named; and what
    the prior knows of its prompt.

    Raises:
        RunFolderError: the folder holds something else.
        RunInUseError: somebody works in it.
        BozzettoError: the run cannot begin; see `bozzetto.jobs.pipeline.generate.begin`.
    """
    assert job.run is not None, "a lease names the run folder"
    if not (job.run / "config.json").is_file():
        _clear_half_made(job.run)
        return begin(config, prior, job.run)
    run = Run(job.run)
    given = run.config
    knowledge = PriorKnowledge.of(prior, given)
    # Both are resolved: earlier versions wrote a part of it down only.
    if resolve(given, knowledge) != resolve(replace(config, threads=given.threads), knowledge):
        raise RunFolderError(
            f"{job.run} holds a run with other settings than job {job.id}; move it away, then: "
            f"bozzetto queue retry {job.id}"
        )
    return run, knowledge


def _clear_half_made(path: Path) -> None:
    """Removes what a worker that died while making a run folder left there; config.json is written last."""
    if not path.is_dir() or not any(path.iterdir()):
        return
    with lock_run(path), disk_errors(f"clear the half-made run folder {path}"):
        tidy(path)
        for name in ("state.json", ".reserve"):
            (path / name).unlink(missing_ok=True)
        for folder in ("previews", "checkpoints"):
            with contextlib.suppress(FileNotFoundError):
                (path / folder).rmdir()  # refuses, rightly, where there is something in it

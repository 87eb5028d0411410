"""Who works at which job: taking, reporting, ending and losing a lease, inside a transaction of the queue.

A worker is named host/process/start/boot/namespace, by which others can tell whether it lives. Times that are compared
between processes are monotonic ones of this boot: a clock that is put back neither revives nor kills a lease.
"""

import logging
import math
import os
import socket
import sqlite3
import time
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import QueueError, RunFolderError
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.queue.schema import (
    COLUMNS,
    DAMAGED,
    FINISHED,
    STATUSES,
    SWEEP_COLUMNS,
    Job,
    invalid_columns,
    job_values,
    readable_sweep,
    run_folder,
    stored_run,
    to_job,
)
from bozzetto.jobs.store.runs import is_locked, read_json

LEASE_SECONDS = 30.0
"""A worker without a heartbeat for so long, and whose run folder nobody holds, counts as dead."""
MAX_CRASHES = 10
"""Workers that may die at a job, one after the other without a new checkpoint, before the job counts as failed."""

log = logging.getLogger(__name__)


def worker_name(process: int | None = None) -> str:
    """A process as a worker: host/process/start/boot/namespace.

    Args:
        process: its number; by default this one's.
    """
    pid = os.getpid() if process is None else process
    return "/".join((socket.gethostname().replace("/", "-"), str(pid), _start_of(pid), *_boot_and_namespace()))


def worker_pid(name: str) -> int | None:
    """The process number in a worker's name; None where it is no worker's name."""
    parts = name.split("/")
    return int(parts[1]) if len(parts) == 5 and parts[1].isdecimal() and len(parts[1]) < 20 else None


def is_dead(worker: str, heartbeat: float, heartbeat_wall: float, run: Path | None) -> bool:
    """Whether a worker is gone: its process, or, where that cannot be seen, its heartbeat and its hold of the run.

    Args:
        worker: its name.
        heartbeat: when it reported last, by the monotonic clock.
        heartbeat_wall: the same by the wall clock, in seconds since 1970.
        run: the folder of the run that it works at; None for a worker without a job.
    """
    pid = worker_pid(worker)
    host, _, start, boot, namespace = worker.split("/") if pid is not None else ("", "", "", "", "")
    own_boot, own_namespace = _boot_and_namespace()
    same_boot = bool(boot) and boot == own_boot
    if pid is not None and same_boot and namespace == own_namespace:
        gone = _start_of(pid) != start
        if not gone and run is None:
            return False  # a worker without a job, perhaps still loading: its process is there
    else:
        gone = bool(boot) and host == socket.gethostname() and not same_boot
    # A heartbeat of this boot has a monotonic time. Otherwise the wall clock must do: one that was put back shows as a
    # heartbeat from the future, which is none.
    age = time.monotonic() - heartbeat if same_boot else time.time() - heartbeat_wall
    if not gone and -1.0 <= age <= LEASE_SECONDS:
        return False
    # The system lets go of a dead process's lock; a worker that is only slow, or hidden from us, still holds it.
    return run is None or not is_locked(run)


def find_job(db: sqlite3.Connection, folder: Path, number: int) -> Job:
    """The job of a number.

    Raises:
        QueueError: there is none.
    """
    query = f"SELECT {COLUMNS} FROM jobs WHERE id = ?"
    row = db.execute(query, (number,)).fetchone() if 0 < number < 2**63 else None
    if row is None:
        raise QueueError(f"there is no job {number}; `bozzetto queue list` shows those that there are")
    return to_job(row, folder)


def next_job(db: sqlite3.Connection, folder: Path, batch: str | None) -> Job | None:
    """The job whose turn it is; damaged rows, and those of owners who have enough jobs at work, are passed over."""
    which, values = ("AND batch = ?", (batch,)) if batch is not None else ("", ())
    rows = db.execute(
        f"SELECT {COLUMNS} FROM jobs WHERE status = 'queued' {which} AND (at_once <= 0 OR at_once > (SELECT count(*) "
        "FROM jobs AS others WHERE others.owner = jobs.owner AND others.status = 'running')) "
        "ORDER BY priority DESC, id",
        values,
    )
    return next((job for job in (to_job(row, folder) for row in rows) if job.status == "queued"), None)


def take_job(db: sqlite3.Connection, folder: Path, worker: str, batch: str | None) -> Job | None:
    """Leases the job whose turn it is to a worker; None when none waits. See `Queue.lease`."""
    job = next_job(db, folder, batch)
    if job is None:
        return None
    run = stored_run(job.run, folder) if job.run is not None else _new_run(job, folder)
    db.execute(
        "UPDATE jobs SET status = 'running', requested = '', at_rung = 0, worker = ?, run = ?, "
        "attempts = attempts + 1, started = coalesce(started, ?), leased_step = ?, stage = '', "
        "seconds_left = NULL, reason = '', heartbeat = ?, heartbeat_wall = ? WHERE id = ?",
        (worker, run, time.time(), _saved_step(run, folder), time.monotonic(), time.time(), job.id),
    )
    note_worker(db, worker, job.id)
    return find_job(db, folder, job.id)


def end_lease(
    db: sqlite3.Connection,
    folder: Path,
    job: Job,
    status: str,
    *,
    step: int,
    score: float | None,
    reason: str,
    at_rung: bool,
) -> bool:
    """Ends a lease; False when it was no longer this job's. See `Queue.finish`."""
    requested = db.execute("SELECT requested FROM jobs WHERE id = ?", (job.id,)).fetchone()
    if status == "queued" and requested is not None:
        # Given back before its worker saw what it was asked to become.
        status = {"pause": "paused", "cancel": "cancelled"}.get(requested[0], status)
    ended = time.time() if status in FINISHED else None
    changed = db.execute(
        "UPDATE jobs SET status = ?, requested = '', worker = '', reason = ?, step = ?, ended = ?, at_rung = ?, "
        "seconds_left = NULL, crashes = 0, score = coalesce(?, score) "
        "WHERE id = ? AND status = 'running' AND worker = ? AND attempts = ?",
        (status, reason, step, ended, int(at_rung), score, job.id, job.worker, job.attempts),
    ).rowcount
    note_worker(db, job.worker, None)
    if changed:
        settle_sweep(db, folder, job.batch)
    return changed == 1


def note_worker(db: sqlite3.Connection, worker: str, job: int | None) -> None:
    """Writes down that a worker is alive, and what it works at."""
    db.execute(
        "INSERT INTO workers (name, job, started, heartbeat, heartbeat_wall) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET job = excluded.job, heartbeat = excluded.heartbeat, "
        "heartbeat_wall = excluded.heartbeat_wall",
        (worker, job, time.time(), time.monotonic(), time.time()),
    )


def reap(db: sqlite3.Connection, folder: Path) -> None:
    """Jobs of dead workers become what they were asked to become, or wait again; damaged sweeps are dissolved."""
    for row in db.execute(f"SELECT {COLUMNS} FROM jobs WHERE status = 'running'").fetchall():
        values = job_values(row)
        if invalid_columns(values):
            continue  # shown as damaged; no worker is taken from it, and none is given to it
        run = run_folder(values["run"], folder)
        if is_dead(values["worker"], values["heartbeat"], values["heartbeat_wall"], run):
            _take_back(db, folder, values)
    for name, heartbeat, wall in db.execute("SELECT name, heartbeat, heartbeat_wall FROM workers").fetchall():
        if not is_worker(name, heartbeat, wall) or is_dead(name, heartbeat, wall, None):
            db.execute("DELETE FROM workers WHERE name IS ?", (name,))
    for row in db.execute(f"SELECT {SWEEP_COLUMNS} FROM sweeps").fetchall():
        if readable_sweep(row) is None:
            _dissolve(db, row[0])


def is_worker(name: Any, heartbeat: Any, heartbeat_wall: Any) -> bool:
    """Whether a row of the workers can be one."""
    times = (heartbeat, heartbeat_wall)
    return isinstance(name, str) and worker_pid(name) is not None and all(isinstance(t, int | float) for t in times)


def settle_sweep(db: sqlite3.Connection, folder: Path, name: str) -> None:
    """Once every job that is still in a sweep has reached its rung: the best go on, the worst are cancelled."""
    row = db.execute(f"SELECT {SWEEP_COLUMNS} FROM sweeps WHERE name = ?", (name,)).fetchone()
    if row is None:
        return
    sweep = readable_sweep(row)
    if sweep is None:
        _dissolve(db, name)
        return
    rows = db.execute(f"SELECT {COLUMNS} FROM jobs WHERE batch = ? AND halt_at > 0", (name,)).fetchall()
    live = [job for job in (to_job(row, folder) for row in rows) if job.status in ("queued", "running", "paused")]
    if not live or not all(job.status == "paused" and job.at_rung for job in live):
        return
    step = live[0].halt_at
    following = [at for at, _ in sweep.rungs if at > step]
    count = dict(sweep.rungs).get(step, sweep.keep)
    for place, job in enumerate(sorted(live, key=rank)):
        if place < count:
            db.execute(
                "UPDATE jobs SET status = 'queued', reason = '', at_rung = 0, halt_at = ? WHERE id = ?",
                (following[0] if following else 0, job.id),
            )
        else:
            score = "none" if job.score is None else f"{job.score:.4g}"
            why = f"stopped by its sweep at step {step}: place {place + 1} of {len(live)}, score {score}"
            end_job(db, job.id, "cancelled", why)


def end_job(db: sqlite3.Connection, number: int, status: str, reason: str) -> None:
    """Makes a job done, failed or cancelled."""
    db.execute("UPDATE jobs SET status = ?, reason = ?, ended = ? WHERE id = ?", (status, reason, time.time(), number))


def rank(job: Job) -> tuple[int, int, float, int]:
    """Sorts the best first: whoever may finish, then by how far it came, then by score, then by number."""
    score = -math.inf if job.score is None or math.isnan(job.score) else job.score
    return (job.status in ("failed", "cancelled", DAMAGED), -job.step, -score, job.id)


def check_end_status(status: str) -> None:
    """Refuses what no lease ends as."""
    if status not in STATUSES or status == "running":
        raise QueueError(f"a lease ends as queued, paused, done, failed or cancelled; got {status!r}")


def _take_back(db: sqlite3.Connection, folder: Path, values: dict[str, Any]) -> None:
    """A running job whose worker has died."""
    number, step = values["id"], _saved_step(values["run"], folder)
    crashes = 1 if step > values["leased_step"] else values["crashes"] + 1
    log.warning("job %s: its worker %s has died at step %s", number, values["worker"], step)
    if values["requested"] == "cancel":
        end_job(db, number, "cancelled", "cancelled before it was done")
    elif values["requested"] == "pause":
        db.execute("UPDATE jobs SET status = 'paused', reason = 'paused' WHERE id = ?", (number,))
    elif crashes >= MAX_CRASHES:
        why = f"{crashes} workers died at it, one after the other, none of them getting past step {step}"
        end_job(db, number, "failed", f"{why}; is there enough memory? `bozzetto queue retry {number}`")
    else:
        db.execute("UPDATE jobs SET status = 'queued' WHERE id = ?", (number,))
    db.execute(
        "UPDATE jobs SET crashes = ?, step = ?, worker = '', requested = '', seconds_left = NULL WHERE id = ?",
        (crashes, step, number),
    )
    settle_sweep(db, folder, values["batch"])


def _dissolve(db: sqlite3.Connection, name: Any) -> None:
    """A sweep whose record cannot be read: its jobs are jobs like any other from now on."""
    log.warning("the record of the sweep %r is damaged; its jobs no longer wait for one another", name)
    db.execute(
        "UPDATE jobs SET at_rung = 0, reason = 'paused: the record of its sweep is damaged; resume or cancel it' "
        "WHERE batch IS ? AND at_rung = 1 AND status = 'paused'",
        (name,),
    )
    db.execute("UPDATE jobs SET halt_at = 0 WHERE batch IS ?", (name,))
    db.execute("DELETE FROM sweeps WHERE name IS ?", (name,))


def _new_run(job: Job, folder: Path) -> str:
    """A folder name for a job's run, which nobody else can choose: it ends in the job's number."""
    name = f"runs/{time.strftime('%Y%m%d-%H%M%S')}-{slug(job.prompt)}-j{job.id}"
    for end in ("", *(f"-{i}" for i in range(1, 1000))):
        if not (folder / f"{name}{end}").exists():
            break
    return f"{name}{end}"


def _saved_step(run: str, folder: Path) -> int:
    """Steps that the run's last checkpoint holds, by its state.json; 0 when there is none that can be read."""
    path = run_folder(run, folder)
    try:
        step = read_json(path / "state.json").get("step", 0) if path is not None else 0
    except (RunFolderError, OSError, ValueError):
        return 0
    return step if isinstance(step, int) and 0 <= step < 2**63 else 0


def _boot_and_namespace() -> tuple[str, str]:
    """This boot of this machine, and this process's namespace of process numbers; empty where the system has none."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return boot, os.readlink("/proc/self/ns/pid").partition(":")[2].strip("[]")
    except OSError:
        return "", ""


def _start_of(pid: int) -> str:
    """When a process began, in ticks since boot, which tells it from a later one of its number; empty if dead."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in ("Z", "X") else fields[19]

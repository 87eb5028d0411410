"""The queue alone: who gets which job, what an asked job becomes, and what is left of a file that was damaged."""

import json
import multiprocessing
import os
import resource
import shutil
import signal
import sqlite3
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bozzetto.jobs.config.errors import BozzettoError, DiskError, QueueError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import LEASE_SECONDS, MAX_CRASHES, worker_name
from bozzetto.jobs.queue.repair import Repaired, repair
from bozzetto.jobs.queue.schema import SCHEMA, STATUSES, Job
from tests.jobs.known_object import small_config
from tests.jobs.queue.forged import forge

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.jobs.queue.test_jobs", "tests.jobs.run_process"])


@pytest.fixture
def queue(tmp_path):
    with Queue(tmp_path / "home" / "queue.db") as queue:
        yield queue


def configs(number: int) -> list[RunConfig]:
    """Configurations with seeds from 0, at most 200 different ones."""
    some = [small_config(seed=seed) for seed in range(min(number, 200))]
    return (some * (number // 200 + 1))[:number]


def take_all(path: Path, taken: Path, die_after: int | None, together, dead) -> None:
    """Leases and finishes until nothing is left, noting what it finished; or is killed in the middle of a lease, of a
    job that nobody held before. Who is not to die waits after 50 jobs for those who are, else a slow one of them might
    find nothing left to die of."""
    queue, name, count, notes = Queue(path), worker_name(), 0, os.open(taken, os.O_WRONLY | os.O_CREAT)
    together.wait(60)
    while True:
        job = queue.lease(name)
        if job is None:
            if queue.unregister(name, only_if_empty=True):
                return
            continue
        count += 1
        if die_after is not None and count >= die_after and job.attempts == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if count == 50:
            dead.wait(60)
        if queue.finish(job, "done", step=job.total):
            os.write(notes, f"{job.id} {job.attempts}\n".encode())


def test_a_job_goes_through_its_life(queue):
    assert queue.jobs() == [] and queue.lease("x") is None and not queue.counts()["queued"]
    job = queue.add(small_config(seed=7), priority=2, batch="lot")
    assert (job.id, job.status, job.seed, job.total, job.priority, job.batch) == (1, "queued", 7, 40, 2, "lot")
    assert job.run is None and queue.config(1) == small_config(seed=7)
    name = worker_name()
    leased = queue.lease(name)
    assert leased.status == "running" and leased.worker == name and leased.attempts == 1
    assert leased.run.parent == (queue.path.parent / "runs").resolve() and leased.run.name.endswith("-j1")
    assert queue.of_run(leased.run).id == 1 and queue.lease(name) is None
    assert [(worker.pid, worker.job) for worker in queue.workers()] == [(os.getpid(), 1)]
    assert (
        queue.heartbeat(leased, stage="training", step=3, loss=0.5, seconds_left=9.0) and queue.requested(leased) == ""
    )
    assert (queue.get(1).step, queue.get(1).loss, queue.get(1).seconds_left) == (3, 0.5, 9.0)
    assert queue.finish(leased, "done", step=40)
    assert queue.get(1).status == "done" and queue.get(1).ended is not None
    # The lease is over: nothing that its holder says counts any more.
    assert not queue.finish(leased, "failed") and not queue.heartbeat(leased) and queue.requested(leased) == "lost"
    assert queue.counts() == dict.fromkeys(STATUSES, 0) | {"done": 1}
    assert queue.clear() == 1 and queue.jobs() == []
    assert queue.add(small_config()).id == 2, "numbers are never used twice"


def test_looking_makes_nothing(tmp_path):
    queue = Queue(tmp_path / "home" / "queue.db")
    assert queue.jobs() == [] and queue.workers() == [] and queue.sweeps() == [] and queue.of_run("x") is None
    with pytest.raises(QueueError, match="no job 1"):
        queue.get(1)
    assert not (tmp_path / "home").exists()


def test_priority_goes_first_then_the_number(queue):
    for priority in (0, 5, 0, 5, -1):
        queue.add(small_config(), priority=priority)
    queue.set_priority(3, 9)
    assert [queue.lease(worker_name()).id for _ in range(5)] == [3, 2, 4, 1, 5]
    with pytest.raises(QueueError, match="whole number"):
        queue.set_priority(1, 2**40)


def test_pause_cancel_resume_retry(queue):
    name = worker_name()
    queue.add_many(configs(3))
    assert queue.pause(1).status == "paused" and queue.cancel(2).status == "cancelled"
    leased = queue.lease(name)
    assert leased.id == 3, "neither the paused nor the cancelled one is taken"
    assert queue.pause(3).requested == "pause" == queue.requested(leased)
    assert queue.resume(3).requested == "" and queue.get(3).status == "running"
    assert queue.cancel(3).requested == "cancel" == queue.requested(leased)
    with pytest.raises(QueueError, match="being cancelled"):
        queue.pause(3)
    assert queue.finish(leased, "queued", step=4) and queue.get(3).status == "cancelled", "it was asked to be"
    assert queue.resume(1).status == "queued" and queue.retry(2).status == "queued" and queue.retry(3).step == 4
    assert [queue.lease(name).id for _ in range(3)] == [1, 2, 3]
    queue.finish(queue.get(1), "done")
    for call in (queue.cancel, queue.pause, queue.resume, queue.retry):
        with pytest.raises(QueueError, match="job 1 is done"):
            call(1)
        with pytest.raises(QueueError, match="no job 99"):
            call(99)
        with pytest.raises(QueueError, match="no job"):
            call(2**80)


def test_a_thousand_jobs_by_eight_processes_with_kills(queue, tmp_path):
    """None lost, none done twice; three of the eight are killed while they hold a job, which another one finishes."""
    queue.add_many(configs(1000))
    crash_after = (None, 1, None, 3, None, 6, None, None)
    together, dead = _context.Barrier(len(crash_after)), _context.Event()
    workers = [
        _context.Process(target=take_all, args=(queue.path, tmp_path / f"taken-{number}", after, together, dead))
        for number, after in enumerate(crash_after)
    ]
    for worker in workers:
        worker.start()
    for worker, after in zip(workers, crash_after, strict=True):
        if after is not None:
            worker.join(60)
    dead.set()
    for worker in workers:
        worker.join(120)
    done = [
        tuple(map(int, line.split())) for file in tmp_path.glob("taken-*") for line in file.read_text().splitlines()
    ]
    assert sorted(worker.exitcode for worker in workers) == [-signal.SIGKILL] * 3 + [0] * 5
    assert sorted(number for number, _ in done) == list(range(1, 1001))
    assert sum(attempts == 2 for _, attempts in done) == 3 and max(attempts for _, attempts in done) == 2
    assert queue.counts()["done"] == 1000 and queue.workers() == []
    with sqlite3.connect(queue.path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_list_of_jobs_does_not_read_their_configurations(queue):
    queue.add_many(configs(1000))
    statements = []
    queue._database.read("SELECT 1")
    queue._database._connection.set_trace_callback(statements.append)
    assert len(queue.jobs()) == 1000
    assert [job.id for job in queue.jobs(newest_first=True, limit=2, statuses=["queued"])] == [1000, 999]
    selects = [statement for statement in statements if statement.startswith("SELECT")]
    assert len(selects) == 2 and not any("config" in statement for statement in selects)


def as_if(queue: Queue, number: int, **values) -> None:
    """Puts values into a row behind the queue's back."""
    with sqlite3.connect(queue.path) as db:
        db.execute(f"UPDATE jobs SET {', '.join(f'{k} = ?' for k in values)} WHERE id = ?", (*values.values(), number))


def test_a_dead_process_loses_its_job_and_a_live_one_keeps_it(queue):
    queue.add(small_config())
    job, name = queue.lease(worker_name()), worker_name()
    assert queue.lease(name) is None
    host, _, start, boot, space = name.split("/")
    child = _context.Process(target=time.sleep, args=(0,))
    child.start()
    child.join()
    as_if(queue, 1, worker=f"{host}/{child.pid}/{start}/{boot}/{space}")
    assert queue.lease(name).attempts == 2, "its process is gone"
    as_if(queue, 1, worker=f"{host}/{os.getpid()}/1/{boot}/{space}")
    assert queue.lease(name).attempts == 3, "its number belongs to a later process"
    as_if(queue, 1, worker=f"{host}/{os.getpid()}/{start}/an-earlier-boot/{space}")
    assert queue.lease(name).attempts == 4, "the machine was started again"
    assert queue.requested(job) == "lost"


@pytest.mark.parametrize("shift", [-86400.0, 86400.0])
def test_a_clock_that_jumps_neither_kills_nor_revives(queue, monkeypatch, shift):
    """Seen by a worker of another process namespace, which can go by beats only."""
    queue.add(small_config())
    name = worker_name()
    elsewhere = name.rpartition("/")[0] + "/1"
    queue.lease(elsewhere)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + shift)
    assert queue.lease(name) is None and queue.requested(queue.get(1)) == ""
    as_if(queue, 1, heartbeat=time.monotonic() - LEASE_SECONDS - 1)
    assert queue.lease(name).id == 1
    assert [job.id for job in (queue.add(small_config()), queue.get(1))] == [2, 1]


def test_a_job_that_kills_its_workers_is_given_up(queue):
    queue.add(small_config())
    host, _, start, boot, space = worker_name().split("/")
    for crash in range(MAX_CRASHES):
        job = queue.lease(f"{host}/{2**22 + 1}/{start}/{boot}/{space}")
        assert job is not None and job.crashes == crash
    assert queue.lease(worker_name()) is None
    assert queue.get(1).status == "failed" and "10 workers died" in queue.get(1).reason
    assert queue.retry(1).crashes == 0 and queue.lease(worker_name()).id == 1
    # A request is granted though the worker died before it saw it.
    queue.pause(1)
    as_if(queue, 1, worker=f"{host}/{2**22 + 1}/{start}/{boot}/{space}")
    assert queue.lease(worker_name()) is None and queue.get(1).status == "paused"


def test_a_sweep_stops_the_worst_at_each_rung(queue):
    name = worker_name()
    sweep = queue.add_sweep(configs(5), "s", keep=1, rungs=[(10, 3), (20, 1)])
    assert sweep.rungs == ((10, 3), (20, 1)) and [sweep.name for sweep in queue.sweeps()] == ["s"]

    def reach(step: int, scores: dict[int, float | None]) -> None:
        for _ in scores:
            job = queue.lease(name)
            assert job.halt_at == step
            assert queue.finish(job, "paused", step=step, score=scores[job.id], at_rung=True)

    reach(10, {1: 0.1, 2: 0.5, 3: 0.3, 4: None})
    assert queue.counts()["paused"] == 4
    with pytest.raises(QueueError, match="waits at step 10"):
        queue.resume(1)
    failed = queue.lease(name)
    queue.finish(failed, "failed", reason="no reason")
    # One has failed; the best three of the other four go on.
    assert [job.status for job in queue.jobs()] == ["queued", "queued", "queued", "cancelled", "failed"]
    assert "place 4 of 4" in queue.get(4).reason
    queue.cancel(2)
    reach(20, {1: 0.2, 3: 0.1})
    last = queue.lease(name)
    assert (last.id, last.halt_at) == (1, 0) and queue.lease(name) is None
    queue.finish(last, "done", step=40, score=0.4)
    assert [job.id for job in queue.ranking("s")] == [1, 3, 2, 4, 5]
    assert queue.clear() == 5 and queue.sweeps() == []


@pytest.mark.parametrize(
    ("number", "keep", "rungs"),
    [(0, 1, []), (3, 0, [(10, 0)]), (3, 1, [(10, 2)]), (3, 1, [(40, 1)]), (3, 1, [(20, 2), (10, 1)]), (3, 3, [(9, 3)])],
)
def test_impossible_sweeps_are_refused(queue, number, keep, rungs):
    with pytest.raises(QueueError, match="sweep"):
        queue.add_sweep(configs(number), "s", keep=keep, rungs=rungs)
    assert queue.jobs() == []


def test_a_row_that_cannot_be_read_does_not_hide_the_others(queue):
    queue.add_many(configs(4))
    forge(queue, "UPDATE jobs SET status = 'qu?ued' WHERE id = 1")
    forge(queue, "UPDATE jobs SET seed = 'seven', prompt = CAST(X'fffe' AS TEXT), run = X'00' WHERE id = 2")
    forge(queue, "UPDATE jobs SET config = '{' WHERE id = 3")
    damaged = queue.jobs()[:2]
    assert [job.status for job in damaged] == ["damaged", "damaged"]
    assert [job.id for job in queue.jobs(statuses=["damaged", "done"], limit=1, newest_first=True)] == [2]
    assert [job.id for job in queue.jobs(statuses=["queued"])] == [3, 4]
    assert "seven" in damaged[1].reason and "queue clear" in damaged[1].reason
    with pytest.raises(QueueError, match="configuration of job 3 is no JSON"):
        queue.config(3)
    assert [queue.lease(worker_name()).id for _ in range(2)] == [3, 4]
    assert queue.clear() == 2 and [job.id for job in queue.jobs()] == [3, 4]


def test_a_future_schema_and_another_program_s_file_are_left_alone(queue):
    queue.add(small_config())
    queue.close()
    with sqlite3.connect(queue.path) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    for call in (queue.jobs, lambda: queue.add(small_config()), lambda: repair(queue.path)):
        with pytest.raises(QueueError, match=f"newer bozzetto \\(schema {SCHEMA + 1}"):
            call()
    with sqlite3.connect(queue.path) as db:
        db.execute("PRAGMA user_version = 0")
    with pytest.raises(QueueError, match="another program"):
        queue.jobs()


@pytest.mark.parametrize("damage", ["header", "page", "short", "text"])
def test_a_damaged_file_is_named_and_what_can_be_read_is_saved(queue, damage):
    queue.add_many(configs(60))
    assert repair(queue.path) == Repaired(60, 0, 0, None), "a whole one is left as it is"
    queue.lease(worker_name())
    queue.close()
    whole = queue.path.read_bytes()
    if damage == "header":
        queue.path.write_bytes(b"\0" * 100 + whole[100:])
    elif damage == "page":
        middle = len(whole) // 2 // 4096 * 4096
        queue.path.write_bytes(whole[:middle] + b"\xff" * 8192 + whole[middle + 8192 :])
    elif damage == "short":
        queue.path.write_bytes(whole[: len(whole) * 2 // 3])
    else:
        queue.path.write_text("this is a letter, not a queue" * 50)
    with pytest.raises(QueueError, match=r"damaged.*queue repair"):
        queue.jobs()
        queue.add(small_config())
    done = repair(queue.path)
    assert done.aside.is_file() and done.saved == len(queue.jobs())
    assert done.saved >= {"header": 0, "page": 40, "short": 20, "text": 0}[damage]
    assert all(queue.config(job.id).seed == job.id - 1 for job in queue.jobs())
    number = queue.add(small_config()).id
    assert queue.lease(worker_name()) is not None and queue.get(number).status in ("queued", "running")


def try_to_add(path: Path, answer, file_limit: int | None, user: int | None) -> None:
    """In a process that may not write large files, or is not the owner: the texts of the errors."""
    if user is not None:
        os.setgid(user)
        os.setuid(user)
    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
    queue, texts = Queue(path), []
    for call in (lambda: queue.add_many(configs(200)), lambda: texts.append(f"{len(queue.jobs())} jobs")):
        try:
            call()
        except BozzettoError as error:
            texts.append(f"{type(error).__name__}: {error}")
    answer.put(texts)


def answers_of(path: Path, **options) -> list[str]:
    answer = _context.Queue()
    process = _context.Process(target=try_to_add, args=(path, answer, options.get("file_limit"), options.get("user")))
    process.start()
    texts = answer.get(timeout=60)
    process.join(60)
    return texts


def test_a_full_disk_is_named_and_nothing_is_half_added(queue):
    queue.add_many(configs(3))
    queue.close()
    size = queue.path.stat().st_size
    error, listed = answers_of(queue.path, file_limit=size + 50_000)
    assert "DiskError" in error and "disk" in error and "full" in error
    assert listed == "3 jobs" and len(queue.jobs()) == 3
    assert queue.add(small_config()).id >= 4


def test_a_read_only_store_can_be_listed():
    folder = Path(tempfile.mkdtemp(prefix="bozzetto-read-only-"))
    try:
        with Queue(folder / "queue.db") as queue:
            queue.add_many(configs(3))
        os.chmod(folder / "queue.db", 0o444)
        os.chmod(folder, 0o555)
        # Root may write everywhere, so as root it is tried as somebody else.
        error, listed = answers_of(folder / "queue.db", user=65534 if os.getuid() == 0 else None)
        assert "DiskError" in error and ("readonly" in error or "permission" in error)
        assert listed == "3 jobs"
    finally:
        os.chmod(folder, 0o755)
        shutil.rmtree(folder)


def test_a_row_holds_the_whole_configuration(queue):
    config = replace(small_config(), negative="a ball", seed=2**63 - 1)
    queue.add(config)
    assert queue.config(1) == config and queue.get(1).seed == 2**63 - 1
    with sqlite3.connect(queue.path) as db:
        (text,) = db.execute("SELECT config FROM jobs").fetchone()
    assert json.loads(text) == json.loads(json.dumps(config_to_dict(config)))


def test_a_fork_and_a_replaced_file_get_a_connection_of_their_own(queue, tmp_path):
    queue.add(small_config())
    assert isinstance(queue.jobs()[0], Job)
    other = Queue(tmp_path / "other.db")
    other.add_many(configs(2))
    other.close()
    for end in ("-wal", "-shm"):
        Path(f"{queue.path}{end}").unlink()
    os.replace(other.path, queue.path)
    assert len(queue.jobs()) == 2
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, str(len(queue.jobs())).encode())
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0 and os.read(reader, 9) == b"2"
    with pytest.raises(DiskError):
        Queue("/proc/nowhere/queue.db").add(small_config())

"""Damaged rows: whatever stands in one, the other jobs go on, and no call ends in anything but a BozzettoError."""

from pathlib import Path

import pytest

from bozzetto.jobs.config.errors import BozzettoError, QueueError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import worker_name
from bozzetto.jobs.queue.repair import repair
from tests.jobs.known_object import small_config
from tests.jobs.queue.forged import forge

VALUES = (None, "x", -1, 2**63 - 1, 1e308, float("inf"), b"\xff\xfe", "nan", "../../../../etc", "a/b/c/d/e", "a\0b", "")
CALLS = {
    "jobs": lambda queue: queue.jobs(),
    "counts": lambda queue: queue.counts(),
    "get": lambda queue: queue.get(1),
    "config": lambda queue: queue.config(1),
    "workers": lambda queue: queue.workers(),
    "sweeps": lambda queue: queue.sweeps(),
    "sweep": lambda queue: queue.sweep("s"),
    "ranking": lambda queue: queue.ranking("s"),
    "of_run": lambda queue: queue.of_run("/x"),
    "cancel": lambda queue: queue.cancel(1),
    "pause": lambda queue: queue.pause(2),
    "lease": lambda queue: queue.lease(worker_name()),
    "unregister": lambda queue: queue.unregister("w", only_if_empty=True),
    "clear": lambda queue: queue.clear(["queued"]),
    "repair": lambda queue: repair(queue.path),
}
COLUMNS = {
    "jobs": (
        *("prompt", "preset", "prior", "seed", "total", "config", "status", "requested", "priority", "batch", "run"),
        *("halt_at", "at_rung", "stage", "step", "loss", "score", "seconds_left", "attempts", "crashes"),
        *("leased_step", "worker", "heartbeat", "heartbeat_wall", "reason", "created", "started", "ended"),
    ),
    "workers": ("name", "job", "started", "heartbeat", "heartbeat_wall"),
    "sweeps": ("name", "keep", "rungs", "created"),
}


@pytest.fixture
def queue(tmp_path):
    with Queue(tmp_path / "home" / "queue.db") as queue:
        yield queue


def fill(queue: Queue) -> None:
    """Two jobs, of which the first is leased, and a sweep of two."""
    queue.add_many([small_config(seed=1), small_config(seed=2)])
    queue.add_sweep([small_config(seed=3), small_config(seed=4)], "s", keep=1, rungs=[(10, 1)])
    queue.lease(worker_name())


@pytest.mark.parametrize("table", COLUMNS)
def test_no_value_in_any_column_stops_the_others(tmp_path, table):
    (tmp_path / "whole").mkdir()
    with Queue(tmp_path / "whole" / "queue.db") as queue:
        fill(queue)
        forge(queue, "UPDATE jobs SET id = id")  # tables without strict types, as damage would need them
        queue.close()
    whole = queue.path.read_bytes()
    tried = 0
    for number, (column, value) in enumerate((column, value) for column in COLUMNS[table] for value in VALUES):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "queue.db").write_bytes(whole)
        with Queue(folder / "queue.db") as queue:
            try:
                row = " WHERE id = 1" if table == "jobs" else ""
                forge(queue, f"UPDATE {table} SET {column} = ?{row}", (value,))
            except Exception:
                continue  # not even a table without types takes it, such as NULL where one must be
            for name, call in CALLS.items():
                tried += 1
                try:
                    call(queue)
                except BozzettoError as error:
                    assert "\n" not in str(error), (column, value, name)
            assert queue.add(small_config()).status == "queued", (column, value)
    assert tried > 30 * len(COLUMNS[table])


def test_a_worker_goes_on_past_a_running_row_that_is_damaged(queue):
    fill(queue)
    forge(queue, "UPDATE jobs SET worker = ?, heartbeat = ? WHERE id = 1", (b"\xff", "never"))
    assert queue.get(1).status == "damaged" and "worker" in queue.get(1).reason
    assert [queue.lease(worker_name()).id for _ in range(3)] == [2, 3, 4]
    assert queue.clear() == 1 and [job.id for job in queue.jobs()] == [2, 3, 4]


def test_jobs_of_a_sweep_with_a_damaged_record_wait_for_nobody(queue):
    fill(queue)
    job = next(job for job in (queue.lease(worker_name()) for _ in range(2)) if job.batch)
    queue.finish(job, "paused", step=10, at_rung=True)
    forge(queue, "UPDATE sweeps SET rungs = '[[1'")
    assert queue.sweeps() == []
    with pytest.raises(QueueError, match="record of the sweep 's' is damaged"):
        queue.ranking("s")
    assert queue.lease(worker_name()).batch == "s", "the other one"
    assert (queue.get(job.id).status, queue.get(job.id).at_rung) == ("paused", False)
    assert "resume or cancel" in queue.get(job.id).reason and queue.resume(job.id).status == "queued"


def test_repair_mends_what_the_configuration_says_and_what_has_a_default(queue):
    queue.add_many([small_config(seed=seed) for seed in range(4)])
    whole = queue.jobs()
    forge(queue, "UPDATE jobs SET seed = 'x', total = 'many', loss = 'y', prompt = X'ff', created = 1e308 WHERE id = 1")
    forge(queue, "UPDATE jobs SET status = 'lost' WHERE id = 2")
    forge(queue, "UPDATE jobs SET config = '{', seed = 'x' WHERE id = 3")
    assert [job.status for job in queue.jobs()] == ["damaged"] * 3 + ["queued"]
    queue.close()
    done = repair(queue.path)
    assert (done.saved, done.mended, done.lost) == (3, 2, 1) and done.aside.is_file()
    jobs = {job.id: job for job in queue.jobs()}
    assert (jobs[1].prompt, jobs[1].seed, jobs[1].total) == (whole[0].prompt, 0, 40) and jobs[1].status == "queued"
    assert jobs[2].status == "paused" and "mended" in jobs[2].reason
    assert jobs[4] == whole[3] and 3 not in jobs
    again = repair(queue.path)
    assert again.aside is None and again.saved == 3
    assert queue.lease(worker_name()).id == 1


def test_repair_ends_where_numbers_lie_far_apart(queue):
    queue.add_many([small_config(seed=seed) for seed in range(60)])
    forge(queue, "UPDATE jobs SET id = 9223372036854775000 WHERE id = 60")
    queue.close()
    whole = queue.path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    queue.path.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    assert repair(queue.path).saved > 30


def test_repair_goes_past_names_of_columns_that_are_no_text(queue):
    queue.add_many([small_config(seed=seed) for seed in range(3)])
    forge(queue, "UPDATE jobs SET id = id")
    queue.close()
    for end in ("-wal", "-shm"):
        Path(f"{queue.path}{end}").unlink(missing_ok=True)
    whole = queue.path.read_bytes()
    queue.path.write_bytes(whole.replace(b"seconds_left REAL", b"second\xc6_left REAL", 1))
    assert repair(queue.path).aside is not None
    assert queue.add(small_config()).status == "queued"

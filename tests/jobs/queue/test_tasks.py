"""Jobs of other kinds than runs: further files; and queues of the version before, which knew none."""

import sqlite3

import pytest

from bozzetto.jobs.config.errors import QueueError
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.repair import repair
from bozzetto.jobs.queue.schema import SCHEMA, Task
from bozzetto.jobs.queue.worker import export_folder, start_worker, to_export_options, work
from tests.jobs.known_object import box_oracle, small_config
from tests.jobs.queue.forged import forge


def oracle(config):
    return box_oracle(16)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_run_with_further_files_and_an_export_of_a_run(home, tmp_path):
    run = generate(small_config(6), prior=oracle(None), out=tmp_path / "run")
    with Queue() as queue:
        one = queue.add_task(Task(small_config(6), options={"formats": ["stl"]}))
        two = queue.add_task(Task(run.config, kind="export", options={"formats": ["ply"], "size": 2.0}, run=run.path))
        assert work(queue, once=True, load=oracle) == 2
        one, two = queue.get(one.id), queue.get(two.id)
        assert [job.status for job in (one, two)] == ["done", "done"], [job.reason for job in (one, two)]
        assert (one.run / "mesh.glb").read_bytes() == run.mesh.read_bytes(), "further files change no others"
        assert (export_folder(one) / "mesh.stl").is_file() and (export_folder(two) / "mesh.ply").is_file()
        assert two.kind == "export" and export_folder(two).parent.parent == run.path
        wrong = queue.add_task(Task(run.config, kind="export", options={"formats": ["exe"]}, run=run.path))
        odd = queue.add_task(Task(run.config, kind="export", options={"nothing": 1}, run=run.path))
        work(queue, once=True, load=oracle)
        assert queue.get(wrong.id).status == "failed" and "exe" in queue.get(wrong.id).reason
        assert queue.get(odd.id).status == "failed" and "does not know" in queue.get(odd.id).reason
    with pytest.raises(QueueError):
        to_export_options({"x": 1})


def test_a_worker_ends_when_it_has_been_idle(home):
    with Queue() as queue:
        queue.add(small_config(4))
        assert work(queue, idle=0.2, load=oracle) == 1 and not queue.workers()


def test_one_job_is_taken_off_the_list(home):
    with Queue() as queue:
        queue.add(small_config())
        with pytest.raises(QueueError, match="cancel it before"):
            queue.remove(1)
        queue.cancel(1)
        assert queue.remove(1).id == 1 and queue.jobs() == []
        assert [job.id for job in queue.add_many([small_config(), small_config()])] == [2, 3]
        assert [job.id for job in queue.some([3, 99, 2])] == [2, 3]
        assert [queue.place(job) for job in queue.jobs()] == [1, 2]
        queue.set_priority(3, 1)
        assert [queue.place(job) for job in queue.jobs()] == [2, 1]


def test_a_queue_of_the_second_schema_goes_on(home):
    with Queue() as queue:
        queue.add(small_config(seed=3), batch="b")
        path = queue.path
    db = sqlite3.connect(path, isolation_level=None)
    for name in ("kind", "task", "at_once"):
        db.execute(f"ALTER TABLE jobs DROP COLUMN {name}")
    db.execute("DROP INDEX jobs_by_owner")
    db.execute("ALTER TABLE jobs DROP COLUMN owner")
    for name in ("requests", "callbacks"):
        db.execute(f"DROP TABLE {name}")
    db.execute("PRAGMA user_version = 2")
    db.close()
    assert repair(path).aside is None, "it is whole"
    with Queue(path) as queue:
        (job,) = queue.jobs()
        assert (job.id, job.seed, job.batch, job.kind, job.owner, job.at_once) == (1, 3, "b", "generate", "", 0)
        assert queue.options(1) is None and queue.add(small_config()).id == 2
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_rows_of_an_unknown_kind_are_damaged_and_mended(home):
    with Queue() as queue:
        queue.add_task(Task(small_config(), options={"formats": ["stl"]}, owner="ada"))
        forge(queue, "UPDATE jobs SET kind = 'dig'")
        assert queue.get(1).status == "damaged" and "kind = 'dig'" in queue.get(1).reason
        path = queue.path
    done = repair(path)
    assert (done.saved, done.mended) == (1, 1)
    with Queue(path) as queue:
        assert (queue.get(1).kind, queue.get(1).owner) == ("generate", "ada")
        forge(queue, "UPDATE jobs SET task = '[1'")
        with pytest.raises(QueueError, match="the task of job 1"):
            queue.options(1)


def test_no_more_workers_are_started_than_are_asked_for(home, monkeypatch):
    started = []

    class Process:
        pid = 2**22 - 1

        def __init__(self, command, **options):
            started.append(command)

    monkeypatch.setattr("bozzetto.jobs.queue.worker.subprocess.Popen", Process)
    with Queue() as queue:
        queue.add(small_config())
        assert start_worker(queue, most=2, idle=30) == Process.pid and "--idle=30" in started[0]
        assert start_worker(queue) is None, "one is enough"
        assert start_worker(queue, most=2, ray="auto") is not None and started[1][-2:] == ["--once", "--ray=auto"]

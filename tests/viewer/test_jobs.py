"""What the workbench asks of the queue: a worker when one is needed, and more work for runs that exist."""

import pytest

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import PRESETS, make_config
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.runs import lock_run
from bozzetto.viewer import workers
from bozzetto.viewer.continue_run import extend_run, resume_run
from bozzetto.viewer.routes_prompt import configurations
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.workers import WorkerSupervisor


@pytest.fixture
def queue(home):
    with Queue() as queue:
        yield queue


def test_a_worker_is_started_only_when_work_waits_and_none_is_alive(home, queue, monkeypatch):
    started = []
    monkeypatch.setattr(workers, "start_worker", lambda queue: started.append(queue.path) or 2**22 - 1)
    worker_supervisor = WorkerSupervisor(home)
    assert not worker_supervisor.ensure_worker() and not (home / "queue.db").exists(), (
        "no queue, no worker, and nothing made"
    )
    job = queue.add(make_config("a red box", "draft"))
    assert worker_supervisor.ensure_worker() and started == [home / "queue.db"]
    queue.cancel(job.id)
    assert not worker_supervisor.ensure_worker() and len(started) == 1


def test_a_worker_that_ends_at_once_is_not_started_for_ever(home, queue, monkeypatch):
    started = []
    monkeypatch.setattr(workers, "start_worker", lambda queue: started.append(1) or 2**22 - 1)
    queue.add(make_config("a red box", "draft"))
    worker_supervisor = WorkerSupervisor(home)
    for _ in range(20):
        worker_supervisor.ensure_worker()
    assert len(started) == workers.MAX_STARTS and "worker.log" in worker_supervisor.problem
    worker_supervisor.wake()
    assert worker_supervisor.ensure_worker() and len(started) == workers.MAX_STARTS + 1


def test_a_stopped_run_is_carried_on_by_its_own_job_or_a_new_one(store, queue, make_run):
    run = make_run("r", status="interrupted")
    store.refresh()
    job = resume_run(store, queue, "r")
    assert job.status == "queued" and job.run == run.path
    assert resume_run(store, queue, "r").id == job.id, "once is enough"
    queue.pause(job.id)
    assert resume_run(store, queue, "r").status == "queued"
    queue.cancel(job.id)
    again = resume_run(store, queue, "r")
    assert (again.id, again.status) == (job.id, "queued")
    make_run("done")
    store.refresh()
    with pytest.raises(StoreError, match="more steps"):
        resume_run(store, queue, "done")


def test_extend_gives_a_done_run_more_steps(store, queue, make_run):
    run = make_run("r")
    store.refresh()
    job = extend_run(store, queue, "r", 60)
    assert (job.total, job.status, job.run) == (180, "queued", run.path)
    assert run.config.steps == 180 and (run.state.status, run.state.step) == ("interrupted", 120)
    with pytest.raises(StoreError, match="queued"):
        extend_run(store, queue, "r", 60)
    queue.cancel(job.id)
    for steps in (0, -5):
        with pytest.raises(StoreError, match="at least one"):
            extend_run(store, queue, "r", steps)
    with pytest.raises(ConfigError, match="steps"):
        extend_run(store, queue, "r", 10**7)
    assert run.config.steps == 180
    with lock_run(run.path), pytest.raises(Exception, match="in use"):
        extend_run(store, queue, "r", 10)


def test_tries_are_seeds_in_a_row():
    values = {"prompt": "a red box", "negative": "blue", "preset": "fine", "seed": "7", "variations": 3}
    made = configurations(values)
    assert [config.seed for config in made] == [7, 8, 9]
    assert {config.steps for config in made} == {PRESETS["fine"].steps}
    assert configurations({"prompt": "a red box", "steps": 33})[0].steps == 33

"""More work for a run that exists: to its end when it was stopped, or beyond it."""

from dataclasses import replace

from bozzetto.jobs.config.run_config import config_to_dict
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.store.runs import lock_run, write_json, write_state
from bozzetto.viewer.store import Store, StoreError

OPEN_STATUSES = ("queued", "running", "paused")


def resume_run(store: Store, queue: Queue, name: str) -> Job:
    """Queues a run that was stopped, that failed, or whose mesh is gone; it goes on from its last checkpoint.

    Raises:
        StoreError: no such run, or it is done and whole.
    """
    run = store.run(name)
    job = queue.of_run(run.path)
    if job is not None and job.status == "paused":
        return queue.resume(job.id)
    if job is not None and job.status in ("failed", "cancelled"):
        return queue.retry(job.id)
    if job is not None and job.status in OPEN_STATUSES:
        return job
    if run.state.status == "done" and run.mesh is not None:
        raise StoreError(f"{name} is done; give it more steps to go on")
    return queue.add(run.config, run=run.path)


def extend_run(store: Store, queue: Queue, name: str, steps: int) -> Job:
    """Gives a run more steps than it was configured with, and queues it.

    The configuration in its folder says the new number from then on. The schedules follow it, so the result is not the
    one that a run of so many steps from the start would have.

    Args:
        store: the store that the run is in.
        queue: where the job goes.
        name: of the run.
        steps: to add, at least 1.
    Raises:
        StoreError: no such run, or it is queued or at work.
        ConfigError: too many steps.
        RunInUseError: a process works on it.
    """
    if steps < 1:
        raise StoreError(f"expected at least one more step, got {steps}")
    run = store.run(name)
    job = queue.of_run(run.path)
    if job is not None and job.status in OPEN_STATUSES:
        raise StoreError(f"{name} is {job.status}; let it end, or stop it, then give it more steps")
    with lock_run(run.path):
        state = run.state
        config = replace(run.config, steps=run.config.steps + steps)
        write_json(run.path / "config.json", config_to_dict(config))
        write_state(run, "interrupted", "training", state.step, config.steps, f"{steps} more steps were asked for")
    return queue.add(config, run=run.path)

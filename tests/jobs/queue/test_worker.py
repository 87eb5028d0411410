"""Workers: killed, asked to stop, out of room; whatever happens, their runs go on bit for bit."""

import contextlib
import multiprocessing
import os
import resource
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bozzetto.jobs.config.errors import BozzettoError, RunInterrupted
from bozzetto.jobs.config.run_config import RunConfig, make_config
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import worker_name
from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.queue.worker import _clear_half_made, work
from bozzetto.jobs.store.checkpoint import load_checkpoint
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.runs import Run, create_run, list_runs, load_run, lock_run
from tests.jobs.known_object import box_oracle, small_config
from tests.jobs.store.test_resume import STEPS, assert_same_bits, final_tensors

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.jobs.queue.test_worker"])


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    with Queue() as queue:
        yield queue


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "run"
    generate(small_config(STEPS), prior=box_oracle(16), out=folder)
    return folder


def labour(path: Path, killed_at: str, step: int, file_limit: int | None, messages: Path) -> None:
    """A worker's process: until the queue is empty, with the box's oracle.

    Args:
        path: of the queue.
        killed_at: where it is killed without warning: `lease` (nothing is on the disk), `training`, `export`, or never.
        step: of that stage.
        file_limit: greatest size of a file that it may write.
        messages: where the text of an error goes.
    """

    def watch(progress: Progress) -> None:
        if progress.stage == killed_at and progress.step == step and not progress.message:
            os.kill(os.getpid(), signal.SIGKILL)
        if progress.stage == "training" and killed_at == "terminated" and progress.step == step:
            os.kill(os.getpid(), signal.SIGTERM)

    def load(config: RunConfig):
        if killed_at == "lease":
            os.kill(os.getpid(), signal.SIGKILL)
        return box_oracle(16)

    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
    try:
        work(Queue(path), once=True, load=load, show=lambda job: contextlib.nullcontext(watch))
    except BozzettoError as error:
        messages.write_text(str(error))
        sys.exit(error.exit_code if isinstance(error, RunInterrupted) else 1)


def run_worker(queue: Queue, killed_at: str = "", step: int = 0, file_limit: int | None = None) -> int | None:
    """The exit code of a worker's process."""
    messages = queue.path.parent / "messages.txt"
    process = _context.Process(target=labour, args=(queue.path, killed_at, step, file_limit, messages))
    process.start()
    process.join(120)
    return process.exitcode


def work_here(queue: Queue, on_progress=lambda job, progress: None) -> dict[int, Job]:
    """Works in this process until the queue is empty; `on_progress` is called at every step."""

    def show(job: Job):
        return contextlib.nullcontext(lambda progress: on_progress(job, progress))

    work(queue, once=True, load=lambda config: box_oracle(16), show=show)
    return {job.id: job for job in queue.jobs()}


def test_a_job_s_prompt_is_encoded_once(queue, monkeypatch):
    prior, read = box_oracle(16), []
    encode = prior.encode_text
    monkeypatch.setattr(prior, "encode_text", lambda *texts: read.append(texts) or encode(*texts))
    queue.add_sweep([small_config(4, seed=seed) for seed in (0, 1)], "both", keep=1, rungs=[(2, 1)])
    queue.add(small_config(4))
    work(queue, once=True, load=lambda config: prior, show=lambda job: contextlib.nullcontext(lambda progress: None))
    jobs = queue.jobs()
    assert sorted(job.status for job in jobs) == ["cancelled", "done", "done"]
    # A lease of its own after the rung reads the prompt again.
    assert len(read) == sum(job.attempts for job in jobs) == 4


def test_killed_workers_are_taken_over_and_the_weights_are_the_same(queue, tmp_path):
    """Before the run folder is there, between checkpoints, right after one, twice at a step, and while exporting."""
    steps = 16
    points = [
        ("lease", 0),
        ("training", 3),
        ("training", 3),
        ("training", 8),
        ("lease", 0),
        ("export", 1),
        ("export", 3),
    ]
    whole = generate(small_config(steps), prior=box_oracle(16), out=tmp_path / "whole")
    queue.add(small_config(steps))
    for stage, step in points:
        assert run_worker(queue, stage, step) == -signal.SIGKILL
        assert queue.get(1).status == "running", "nobody knows yet"
    assert run_worker(queue) == 0
    job = queue.get(1)
    assert (job.status, job.step, job.attempts) == ("done", steps, len(points) + 1)
    (ours, _), (theirs, _) = load_checkpoint(Run(job.run)), load_checkpoint(whole)
    assert ours is not None and theirs is not None and ours.step == theirs.step == steps
    assert_same_bits(ours.tensors, theirs.tensors)
    assert [run.path for run in list_runs()] == [job.run] and not list(job.run.rglob("*.part"))
    assert (job.run / "mesh.glb").read_bytes() == (whole.path / "mesh.glb").read_bytes()
    assert [row["step"] for row in Run(job.run).metrics] == [row["step"] for row in whole.metrics]


@pytest.mark.parametrize("what", ["cancel", "pause"])
def test_a_job_stops_within_a_step_and_can_go_on(queue, uninterrupted, what):
    queue.add_many([small_config(STEPS), small_config(4)])

    def on_progress(job: Job, progress: Progress) -> None:
        if job.id == 1 and job.attempts == 1 and progress.step == 7 and progress.stage == "training":
            (queue.cancel if what == "cancel" else queue.pause)(1)

    jobs = work_here(queue, on_progress)
    assert (jobs[1].status, jobs[1].step) == ({"cancel": "cancelled", "pause": "paused"}[what], 8)
    assert jobs[2].status == "done", "the next one's turn came"
    checkpoint, _ = load_checkpoint(Run(jobs[1].run))
    assert checkpoint is not None and checkpoint.step == 8
    (queue.retry if what == "cancel" else queue.resume)(1)
    assert work_here(queue)[1].status == "done"
    assert_same_bits(final_tensors(jobs[1].run), final_tensors(uninterrupted))


def test_a_job_stops_while_it_is_exported(queue):
    queue.add(small_config(4))

    def on_progress(job: Job, progress: Progress) -> None:
        if progress.stage == "export" and progress.step == 2 and job.attempts == 1:
            queue.pause(1)

    job = work_here(queue, on_progress)[1]
    assert (job.status, job.step) == ("paused", 4) and Run(job.run).mesh is None
    queue.resume(1)
    assert work_here(queue)[1].status == "done" and Run(job.run).mesh is not None


def test_sigterm_gives_the_job_back_with_its_last_step(queue):
    queue.add(small_config(STEPS))
    exit_code = run_worker(queue, "terminated", 6)
    job = queue.get(1)
    assert exit_code == 143 and job.status == "queued" and job.reason.startswith("given back")
    assert load_run(job.run).state.step == job.step and queue.workers() == []
    assert work_here(queue)[1].status == "done"


def test_a_worker_that_was_overtaken_leaves_the_job_alone(queue):
    queue.add(small_config(STEPS))

    def on_progress(job: Job, progress: Progress) -> None:
        if progress.step == 5 and job.attempts == 1:
            with queue._database.write() as db:
                db.execute("UPDATE jobs SET attempts = 2, worker = 'another' WHERE id = 1")

    job = work_here(queue, on_progress)[1]
    assert (job.status, job.worker, job.attempts) == ("running", "another", 2), "the other one's still"
    with queue._database.write() as db:
        db.execute("UPDATE jobs SET heartbeat = 0, heartbeat_wall = 0 WHERE id = 1")
    job = work_here(queue)[1]
    assert (job.status, job.attempts) == ("done", 3)


def test_a_failure_is_told_and_the_next_job_runs(queue):
    # So little density that it has no gradient: the field stays empty.
    small = small_config(40)
    empty = replace(small.field, blob_height=-200.0, blob_radius=5.0)
    collapsing = replace(small, field=empty, optim=replace(small.optim, max_rollbacks=0))
    queue.add_many([collapsing, small_config(2), replace(small_config(2), prior="nobody's")])

    def load(config: RunConfig):
        if config.prior != "oracle":
            raise BozzettoError(f"unknown prior {config.prior!r}")
        return box_oracle(16)

    ended = []
    assert work(queue, once=True, load=load, ended=ended.append) == 3
    assert [job.id for job in ended] == [1, 2, 3]
    jobs = queue.jobs()
    assert [job.status for job in jobs] == ["failed", "done", "failed"]
    assert "opacity" in jobs[0].reason or "gave up" in jobs[0].reason
    assert "nobody's" in jobs[2].reason
    log = (jobs[0].run / "log.txt").read_text()
    assert "training 1/40" in log and "failed: " in log


def test_a_run_folder_in_use_or_with_another_run_is_refused(queue, tmp_path):
    queue.add(small_config(2))
    job = queue.lease(worker_name())
    queue.finish(job, "queued")
    generate(small_config(3), prior=box_oracle(16), out=job.run)
    assert "other settings" in work_here(queue)[1].reason
    queue.add(small_config(3), run=job.run)
    assert work_here(queue)[2].status == "done"
    other = generate(small_config(4), prior=box_oracle(16), out=tmp_path / "elsewhere")
    state = (other.path / "state.json").read_text()
    (other.path / "state.json").write_text(state.replace('"status": "done"', '"status": "interrupted"'))
    queue.add(small_config(4), run=other.path)
    with lock_run(other.path):
        assert "in use by another run" in work_here(queue)[3].reason
    queue.retry(3)
    assert work_here(queue)[3].status == "done" and queue.get(3).run == other.path


def test_a_full_disk_stops_the_worker_and_costs_nothing(queue):
    large = replace(small_config(4), field=replace(small_config().field, log2_table=15))
    queue.add_many([large, small_config(2)])
    assert run_worker(queue, file_limit=400_000) == 1
    text = (queue.path.parent / "messages.txt").read_text()
    assert "cannot write the checkpoint" in text and "free some space" in text
    assert [job.status for job in queue.jobs()] == ["queued", "queued"] and "free some space" in queue.get(1).reason
    assert {job.status for job in work_here(queue).values()} == {"done"}


def test_a_sweep_keeps_the_best(queue):
    configs = [small_config(12, seed=seed) for seed in range(4)]
    queue.add_sweep(configs, "boxes", keep=1, rungs=[(4, 2), (8, 1)])
    steps = []

    def on_progress(job: Job, progress: Progress) -> None:
        if progress.stage == "training" and not progress.message:
            steps.append(job.id)

    work_here(queue, on_progress)
    ranking = queue.ranking("boxes")
    assert [(job.status, job.step) for job in ranking] == [("done", 12), ("cancelled", 8)] + [("cancelled", 4)] * 2
    assert ranking[2].score >= ranking[3].score and all(job.score is not None for job in ranking)
    assert len(steps) == 4 * 4 + 2 * 4 + 4, "nobody went further than it was let"
    assert "place 2 of 2" in ranking[1].reason


@pytest.mark.parametrize("made", range(6))
def test_a_run_folder_that_was_left_half_made_is_made_again(tmp_path, made):
    # What `create_run` writes before config.json, up to each of its steps.
    path = tmp_path / "run"
    path.mkdir()
    steps = [
        lambda: (path / "lock").touch(),
        (path / "previews").mkdir,
        (path / "checkpoints").mkdir,
        lambda: (path / ".reserve").write_bytes(b"x"),
        lambda: (path / "state.json").write_text("{}"),
        lambda: (path / ".config.json-abc.part").write_text("{"),
    ]
    for step in steps[: made + 1]:
        step()
    _clear_half_made(path)
    run = create_run(make_config("a box", "draft"), path)
    assert run.state.status == "created" and run.config.prompt == "a box"

"""Run folders: names, occupied folders, locks between processes, damaged files."""

import errno
import json
import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bozzetto.jobs.config.errors import DiskError, DiskFullError, RunFolderError, RunInUseError
from bozzetto.jobs.store.runs import (
    RESERVE_BYTES,
    Run,
    append_metrics,
    create_run,
    is_locked,
    list_runs,
    load_run,
    lock_run,
    rewind_metrics,
    tidy,
    write_state,
)
from bozzetto.jobs.store.work import state_on_failure
from tests.jobs.known_object import small_config


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


def hold(path: Path, connection: Connection) -> None:
    """Holds a run's lock in another process until it is told to let go."""
    with lock_run(path):
        connection.send("ready")
        connection.recv()


@pytest.fixture
def holder():
    """Starts processes that hold a lock; ends them with the test."""
    context = multiprocessing.get_context("spawn")
    started = []

    def start(path: Path):
        ours, theirs = context.Pipe()
        process = context.Process(target=hold, args=(path, theirs))
        process.start()
        theirs.close()
        started.append((process, ours))
        assert ours.poll(60) and ours.recv() == "ready"
        return process, ours

    yield start
    for process, _ in started:
        process.kill()
        process.join(30)


def test_a_path_like_prompt_names_a_folder_inside_home(tmp_path):
    from dataclasses import replace

    run = create_run(replace(small_config(), prompt="../../../tmp/<b>x</b>; rm -rf ~"))
    assert run.path.parent == (tmp_path / "home" / "runs").resolve()
    assert load_run(run.path.name).config.prompt == "../../../tmp/<b>x</b>; rm -rf ~"


def test_runs_of_one_second_get_folders_of_their_own():
    runs = [create_run(small_config()) for _ in range(3)]
    assert len({run.path for run in runs}) == 3
    assert [run.path for run in list_runs()] == sorted(run.path for run in runs)
    assert load_run("latest").path == max(run.path for run in runs)


def test_a_run_is_found_by_the_start_of_its_name_when_that_is_unique(tmp_path):
    first = create_run(small_config(), tmp_path / "home" / "runs" / "aa-1")
    create_run(small_config(), tmp_path / "home" / "runs" / "aa-2")
    assert load_run("aa-1").path == first.path
    with pytest.raises(RunFolderError, match="2 runs begin"):
        load_run("aa")
    for name in ("bb", "", "/nowhere/at/all"):
        with pytest.raises(RunFolderError, match="no run"):
            load_run(name)


def test_out_must_be_new_or_empty(tmp_path):
    (tmp_path / "empty").mkdir()
    create_run(small_config(), tmp_path / "empty")
    with pytest.raises(RunFolderError, match="resume"):
        create_run(small_config(), tmp_path / "empty")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("precious")
    with pytest.raises(RunFolderError, match="not empty"):
        create_run(small_config(), tmp_path / "full")
    assert sorted(path.name for path in (tmp_path / "full").iterdir()) == ["thesis.txt"]
    with pytest.raises(RunFolderError, match="is a file"):
        create_run(small_config(), tmp_path / "full" / "thesis.txt")


@pytest.mark.parametrize("out", ["thesis.txt/run", "/proc/nowhere/run", "x" * 5000, "a\x00b"])
def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(DiskError, match="cannot"):
        create_run(small_config(), out)


def test_a_folder_in_use_by_another_process_is_refused(tmp_path, holder):
    run = create_run(small_config(), tmp_path / "run")
    assert not is_locked(run.path)
    process, connection = holder(run.path)
    assert is_locked(run.path)
    with pytest.raises(RunInUseError, match=f"process {process.pid}"), lock_run(run.path):
        pass
    with pytest.raises(RunInUseError):
        create_run(small_config(), run.path)
    connection.send("let go")
    process.join(30)
    with lock_run(run.path):
        assert is_locked(run.path)
    assert not is_locked(run.path)


def test_a_killed_process_leaves_no_lock_and_reads_interrupted(tmp_path, holder):
    run = create_run(small_config(), tmp_path / "run")
    process, _ = holder(run.path)
    write_state(run, "running", "training", 5, 40)
    assert run.state.status == "running"
    process.kill()
    process.join(30)
    assert run.state.status == "interrupted" and run.state.step == 5
    with lock_run(run.path):
        pass


def test_metrics_are_rewound_and_a_torn_line_is_left_out(tmp_path):
    run = create_run(small_config(), tmp_path / "run")
    for step in (2, 4, 6):
        append_metrics(run, {"step": step, "loss": 0.5})
    with open(run.path / "metrics.jsonl", "a") as file:
        file.write('{"step": 8, "lo')
    assert [row["step"] for row in run.metrics] == [2, 4, 6]
    rewind_metrics(run, 4)
    assert [row["step"] for row in run.metrics] == [2, 4]
    append_metrics(run, {"step": 6})
    assert [row["step"] for row in run.metrics] == [2, 4, 6]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"status": 3}', "\xff"])
def test_damaged_json_is_a_clear_error(tmp_path, content):
    run = create_run(small_config(), tmp_path / "run")
    (run.path / "state.json").write_bytes(content.encode("latin-1"))
    with pytest.raises((RunFolderError, ValueError), match="state.json"):
        _ = run.state


def test_a_config_of_a_later_version_names_the_key(tmp_path):
    run = create_run(small_config(), tmp_path / "run")
    values = json.loads((run.path / "config.json").read_text())
    (run.path / "config.json").write_text(json.dumps({**values, "guidence": {}}))
    with pytest.raises(ValueError, match="did you mean 'guidance'"):
        _ = run.config


def test_on_a_full_disk_the_reason_is_written_into_reserved_space(tmp_path, monkeypatch):
    """Writes fail for want of space as long as the reserve stands."""
    run = create_run(small_config(), tmp_path / "run")
    write_state(run, "running", "training", 5, 40)
    reserve = run.path / ".reserve"
    real = os.fsync

    def full(handle):
        if reserve.exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError), state_on_failure(run, 40):
        raise DiskFullError("cannot write the checkpoint of step 10")
    assert run.state.status == "failed" and run.state.reason == "cannot write the checkpoint of step 10"
    assert not reserve.exists()
    (run.path / ".mesh-0123456789ab.part").mkdir()
    (run.path / ".mesh-0123456789ab.part" / "mesh.glb").write_bytes(b"half")
    (run.path / "checkpoints" / ".step-3.part").parent.mkdir(exist_ok=True)
    (run.path / "checkpoints" / ".step-3.part").write_bytes(b"half")
    tidy(run.path)
    assert not list(run.path.rglob("*.part")), "what a killed process left, folders too"
    assert reserve.stat().st_size == RESERVE_BYTES, "the next process reserves it again"


def test_a_run_object_reads_what_is_there(tmp_path):
    run = Run(create_run(small_config(), tmp_path / "run").path)
    assert run.mesh is None and run.report is None and run.metrics == [] and run.previews == []
    assert run.config == small_config() and run.state.status == "created"

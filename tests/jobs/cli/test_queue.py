"""The queue's commands through their real entry point: what they print, and with what exit code."""

import os
import sqlite3
from pathlib import Path

import pytest

import bozzetto.jobs.pipeline.compare
import bozzetto.jobs.pipeline.generate
import bozzetto.jobs.queue.worker
import bozzetto.jobs.train.priors
from bozzetto.jobs.cli.main import main
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.leases import worker_name
from bozzetto.jobs.queue.worker import NICENESS, start_worker
from bozzetto.sds.oracle import MixtureOraclePrior
from tests.jobs.cli.test_cli import SMALL
from tests.jobs.known_object import render_box


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def box_prior(monkeypatch):
    """The oracle of the box under whatever name is asked for; it knows one prompt, "a box"."""

    def images(views):
        return render_box(views, 16)[0].permute(0, 3, 1, 2) * 2 - 1

    for module in (
        bozzetto.jobs.train.priors,
        bozzetto.jobs.pipeline.generate,
        bozzetto.jobs.queue.worker,
        bozzetto.jobs.pipeline.compare,
    ):
        monkeypatch.setattr(module, "load_prior", lambda *_: MixtureOraclePrior({"a box": images}, 16))


@pytest.fixture
def command(capfd):
    """Runs a command; its exit code, output, errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return run


def test_jobs_are_added_shown_asked_and_carried_out(command, tmp_path):
    assert "no jobs yet" in command("queue", "list")[1]
    code, out, err = command("queue", "add", "a box", "--steps=3", "--seeds=2", "--set=guidance.scale=1,2", *SMALL)
    assert code == 0 and out.count("queued") == 4 and "the first of them will take about" in err
    assert [Queue().config(i).guidance.scale for i in (1, 2, 3, 4)] == [1.0, 1.0, 2.0, 2.0]
    prompts = tmp_path / "prompts.csv"
    prompts.write_text("prompt,seed\na box,9\n")
    assert command("queue", "add", f"--file={prompts}", "--steps=2", "--batch=lot", "--priority=3", *SMALL)[0] == 0
    assert "[lot]" in command("queue", "list", "--batch=lot", "--status=queued,running")[1]

    assert "cancelled" in command("queue", "cancel", "1", "2")[1]
    assert "paused" in command("queue", "pause", "3")[1]
    assert "queued" in command("queue", "retry", "1")[1]
    assert "priority 7" in command("queue", "priority", "4", "7")[1]
    shown = command("queue", "show", "5")[1]
    assert "seed          9" in shown and "guidance.scale = " in shown
    code, out, err = command("queue", "cancel", "77")
    assert code == 1 and "no job 77" in err

    code, out, err = command("worker", "--once")
    assert code == 0 and [line.split()[0] for line in out.splitlines()] == ["4", "5", "1"], "by priority"
    assert out.count("done") == 3 and "running" in err
    assert "queued" in command("queue", "resume", "3")[1] and command("worker", "--once", "--quiet")[2] == ""
    assert "4 done, 1 cancelled; no worker" in command("queue", "list")[1]
    assert "5 jobs taken off" in command("queue", "clear")[1]

    runs = sorted((tmp_path / "home" / "runs").iterdir(), key=lambda path: int(path.name.rpartition("-j")[2]))
    code, out, _ = command("diff", str(runs[0]), str(runs[-1]))
    assert code == 0 and "  seed: 0 | 9" in out and "fields: not to be compared" in out
    code, out, _ = command("rerun", str(runs[0]), "--quiet", f"--out={tmp_path / 'again'}")
    assert code == 0 and out.startswith(f"{tmp_path / 'again'}\n") and "the same, bit for bit" in out


def test_a_sweep_ranks(command):
    code, out, err = command("sweep", "a box", "--seeds=3", "--keep=1", "--steps=6", *SMALL)
    assert code == 0 and "each seed that finishes will take" in err
    assert [line.split()[3] for line in out.splitlines()] == ["done", "cancelled", "cancelled"]
    assert command("ranking", "sweep-1")[1] == out
    code, out, _ = command("sweep", "a box", "--seeds=2", "--keep=2", "--steps=6", "--no-wait", *SMALL)
    assert "queued as sweep-2" in out and Queue().counts()["queued"] == 2
    assert command("ranking", "none")[0] == 1
    assert "keep 1 to 2" in command("sweep", "a box", "--seeds=2", "--keep=3", *SMALL)[2]


def test_an_estimate_is_printed_for_each_value(command):
    code, out, _ = command("estimate", "a box", "--set=mesh.texture_size=64,4096", "--steps=20", *SMALL[:5])
    assert code == 0 and out.count("about") == 2 and out.count("of disk") == 2


def test_what_no_worker_could_do_is_refused_before_it_is_queued(command, tmp_path):
    for arguments, message in (
        (["a box", "--set=steps=0"], "steps must be between"),
        ([], "either a prompt or --file"),
        (["a box", f"--file={tmp_path / 'none.txt'}"], "and not both"),
        ([f"--file={tmp_path / 'none.txt'}"], "cannot read"),
        (["a box", "--set=field.backend=tcnn"], "tcnn"),
    ):
        code, out, err = command("queue", "add", *arguments)
        assert code == 1 and message in err and not out
    assert not (tmp_path / "home" / "queue.db").exists()


def test_a_damaged_queue_does_not_keep_the_runs_from_view(command, tmp_path):
    command("queue", "add", "a box", "--steps=2", *SMALL)
    command("worker", "--once", "--quiet")
    assert "is whole" in command("queue", "repair")[1]
    for end in ("-wal", "-shm"):
        Path(f"{Queue().path}{end}").unlink(missing_ok=True)
    Queue().path.write_bytes(b"x" * 5000)
    code, _, err = command("queue", "list")
    assert code == 1 and "queue repair" in err and err.count("\n") == 1
    assert "done" in command("list")[1]
    code, out, _ = command("queue", "repair")
    assert code == 0 and out.startswith("0 jobs saved, 0 of them mended") and "queue.db.damaged" in out
    assert "no jobs yet" in command("queue", "list")[1]
    with sqlite3.connect(Queue().path) as db:
        db.execute("PRAGMA user_version = 99")
    assert "newer bozzetto (schema 99" in command("worker", "--once")[2]


def test_a_worker_is_started_beside_us_only_when_there_is_none():
    queue = Queue()
    queue.register(worker_name())
    assert start_worker(queue) is None
    queue.unregister(worker_name())
    pid = start_worker(queue)
    assert pid is not None and os.getpriority(os.PRIO_PROCESS, pid) >= NICENESS, "whoever is at the machine comes first"
    assert [worker.pid for worker in queue.workers()] == [pid] and start_worker(queue) is None, (
        "at once, while it loads"
    )
    assert os.waitpid(pid, 0)[1] == 0 and queue.workers() == []
    assert (queue.path.parent / "worker.log").read_text() == ""

"""Sweeps on a Ray cluster: runs that travel stay what they were, and a node that is lost costs no run.

The tests with a cluster are opt-in, because they start one of two nodes on this machine and take a minute or two:
`BOZZETTO_RAY=1 pytest tests/jobs/test_ray_sweep.py`, with the extra `ray` installed.
"""

import builtins
import io
import os
import threading
import time
import zipfile
from pathlib import Path

import pytest

from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import ConfigError
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.queue.ray_sweep import (
    LOWEST,
    PARTS,
    ClusterError,
    Placed,
    SeedRun,
    Shelf,
    _rank,
    pack,
    sweep_on_ray,
    unpack,
)
from bozzetto.jobs.store.runs import Run, lock_run
from tests.jobs.known_object import box_oracle, small_config
from tests.jobs.store.test_resume import STEPS, assert_same_bits, final_tensors

ROOT = Path(__file__).absolute().parents[3]


def oracle(config):
    return box_oracle(16)


def files_of(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock"
    }


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory) -> Run:
    return generate(small_config(STEPS), prior=oracle(None), out=tmp_path_factory.mktemp("whole") / "run")


def test_a_run_in_parts_that_moves_house_after_each_ends_with_the_same_bits(tmp_path, uninterrupted):
    begun, steps, scores = None, [], []
    for part in range(PARTS):
        work = SeedRun(small_config(STEPS), oracle, begun, tmp_path / f"node-{part}")
        step, score = work.next_part()
        steps.append(step)
        scores.append(score)
        begun = pack(work.run.path)
    assert steps == [STEPS // 4, STEPS // 2, STEPS * 3 // 4, STEPS] and len(set(scores)) == PARTS
    assert work.run.state.status == "done" and work.run.mesh is not None
    assert_same_bits(final_tensors(work.run.path), final_tensors(uninterrupted.path))
    assert work.run.mesh.read_bytes() == uninterrupted.mesh.read_bytes()
    assert [row["step"] for row in work.run.metrics] == [row["step"] for row in uninterrupted.metrics]


def test_a_run_comes_home_whole_and_is_replaced_by_what_it_became(home, uninterrupted):
    shelf = Shelf(str(home))
    assert shelf.fetch("r") is None
    data = pack(uninterrupted.path)
    shelf.keep("r", data)
    path = home / "runs" / "r"
    assert files_of(path) == files_of(uninterrupted.path) and Run(path).state.status == "done"
    (path / "marks.json").write_text('{"stars": 4, "tags": []}')
    (path / "later.txt").write_text("of what it was before")
    shelf.keep("r", data)
    assert files_of(path) == files_of(uninterrupted.path) | {"marks.json": b'{"stars": 4, "tags": []}'}
    # Its lock is not packed: whoever unpacks it may work at it.
    with lock_run(path), zipfile.ZipFile(io.BytesIO(shelf.fetch("r"))) as bundle:
        assert "lock" not in bundle.namelist() and "state.json" in bundle.namelist()
    assert list((home / "cache" / "arriving").iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04" + b"\0" * 50])
def test_a_damaged_parcel_leaves_what_was_there(home, uninterrupted, data):
    shelf = Shelf(str(home))
    shelf.keep("r", pack(uninterrupted.path))
    with pytest.raises(ClusterError, match="damaged"):
        shelf.keep("r", data)
    assert files_of(home / "runs" / "r") == files_of(uninterrupted.path)


def test_a_parcel_cannot_leave_its_folder(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as bundle:
        bundle.writestr("../../escaped", "x")
        bundle.writestr("/escaped", "x")
    unpack(data.getvalue(), tmp_path / "a" / "b" / "run")
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert found and all(path.is_relative_to(tmp_path / "a" / "b" / "run") for path in found)
    assert not Path("/escaped").exists()


def test_how_far_counts_before_the_score():
    rows = [("failed", 0, None), ("cancelled", 16, 0.9), ("done", 32, 0.1), ("done", 32, 0.0), ("cancelled", 16, None),
            ("done", 32, -0.5), ("cancelled", 24, LOWEST)]  # fmt: skip
    placed = [Placed(n, status, step, 32, score, Path()) for n, (status, step, score) in enumerate(rows)]
    assert [one.seed for one in sorted(placed, key=_rank)] == [2, 3, 5, 6, 1, 4, 0]


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"keep": 0}, "can keep"), ({"keep": 9}, "can keep"), ({"config": small_config(7)}, "at least 8 steps"),
        ({"cpus": 0}, "processors"), ({"gpus": -1}, "graphics cards"), ({"address": "ray://x:1"}, "--ray auto"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_before_a_cluster_is_asked(changes, message):
    given = {"address": "local", "config": small_config(STEPS), "seeds": 8, "keep": 2} | changes
    with pytest.raises((ConfigError, ClusterError), match=message):
        sweep_on_ray(given.pop("address"), given.pop("config"), given.pop("seeds"), given.pop("keep"), **given)


def test_without_ray_it_says_what_to_install(monkeypatch, capfd):
    real = builtins.__import__

    def absent(name, *rest, **more):
        if name.split(".")[0] == "ray":
            raise ImportError("No module named 'ray'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ClusterError, match=r"pip install 'bozzetto\[ray\]'"):
        sweep_on_ray("local", small_config(STEPS), 4, 2)
    assert main(["sweep", "a red chair", "--ray", "auto", "--quiet", "--threads", "1"]) == 1
    assert "bozzetto[ray]" in capfd.readouterr().err


needs_ray = pytest.mark.skipif(not os.environ.get("BOZZETTO_RAY"), reason="opt-in: set BOZZETTO_RAY=1")


@pytest.fixture
def cluster(monkeypatch):
    """Two nodes of one processor each; the second one can be killed."""
    from ray.cluster_utils import Cluster

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("RAY_worker_niceness", "0")
    # A node that does not answer for so long counts as lost.
    monkeypatch.setenv("RAY_health_check_period_ms", "1000")
    monkeypatch.setenv("RAY_health_check_timeout_ms", "5000")
    monkeypatch.setenv("RAY_health_check_failure_threshold", "5")
    node = {"num_cpus": 1, "object_store_memory": 150 << 20, "include_dashboard": False}
    made = Cluster()
    try:
        made.add_node(**node)
        made.second = made.add_node(num_cpus=1, object_store_memory=150 << 20)
        yield made
    finally:
        made.shutdown()


@needs_ray
@pytest.mark.slow
def test_twenty_jobs_on_two_nodes_of_which_one_is_killed_are_twenty_results(cluster, home):
    lines, killed = [], threading.Event()

    def kill():
        cluster.remove_node(cluster.second, allow_graceful=False)
        lines.append("killed")

    def report(line):
        lines.append(line)
        if len(lines) >= 5 and not killed.is_set():
            killed.set()
            threading.Thread(target=kill).start()

    started = time.monotonic()
    placed = sweep_on_ray(cluster.address, small_config(STEPS), 20, 20, load=oracle, report=report)
    print(f"{time.monotonic() - started:.0f} s;", "; ".join(lines))
    assert "killed" in lines[:-1], "in the middle"
    assert len(placed) == 20 and {one.status for one in placed} == {"done"}
    assert {one.seed for one in placed} == set(range(20))
    assert [one.score for one in placed] == sorted((one.score for one in placed), reverse=True)
    for one in placed:
        run = Run(one.run)
        assert run.state.status == "done" and run.mesh is not None and run.config.seed == one.seed
    [lost] = {line.partition(":")[0] for line in lines if "lost" in line}
    # It went on from the part that had come home, and ended as if nothing had been.
    steps = [line.partition("step ")[2].partition("/")[0] for line in lines if line.startswith(f"{lost}:")]
    assert [int(step) for step in steps if step] == [STEPS * part // PARTS for part in range(1, PARTS + 1)]
    [taken_up] = [one for one in placed if f"seed {one.seed}" == lost]
    whole = generate(small_config(STEPS, seed=taken_up.seed), prior=oracle(None), out=home / "whole")
    assert_same_bits(final_tensors(taken_up.run), final_tensors(whole.path))


@needs_ray
@pytest.mark.slow
def test_asha_stops_some_of_the_worst(cluster, home):
    placed = sweep_on_ray(cluster.address, small_config(STEPS), 8, 2, load=oracle)
    done = [one for one in placed if one.status == "done"]
    stopped = [one for one in placed if one.status == "cancelled"]
    assert len(placed) == 8 and done and stopped and len(done) + len(stopped) == 8
    for one in stopped:
        state = Run(one.run).state
        assert one.step == STEPS // 2 == state.step and "stopped by its sweep" in state.reason
        # Stopped, not lost: it can be carried on where it stands.
        assert state.status == "interrupted" and Run(one.run).mesh is None


@needs_ray
@pytest.mark.slow
def test_a_run_that_fails_is_reported_and_not_tried_for_ever(cluster, home):
    def refused(config):
        raise BozzettoError("there is no such prior here")

    placed = sweep_on_ray(cluster.address, small_config(STEPS), 3, 3, load=refused)
    assert [(one.status, one.reason, one.score) for one in placed] == [
        ("failed", "there is no such prior here", None)
    ] * 3


@needs_ray
@pytest.mark.slow
@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1:x", "no such host:99999999"])
def test_an_address_where_nothing_is_says_what_to_do(address):
    with pytest.raises(ClusterError, match="ray start --head"):
        sweep_on_ray(address, small_config(STEPS), 2, 2, load=oracle)

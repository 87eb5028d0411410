"""A worker that lets a Ray cluster work: the same bits, lost nodes, stops; by a pretended Ray, or opt-in a real one.

`BOZZETTO_RAY=1 pytest tests/jobs/queue/test_ray_worker.py`, with the extra `ray` installed, starts one on this machine.
"""

import concurrent.futures
import os
import signal
import subprocess
import sys
import time
import types

import pytest

from bozzetto.jobs.config.errors import ConfigError, RunInterrupted
from bozzetto.jobs.config.run_config import make_config, override
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.queue import ray_worker
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.ray_worker import work_on_ray
from bozzetto.jobs.queue.schema import Task
from bozzetto.jobs.queue.worker import export_folder
from tests.jobs.known_object import box_oracle, small_config
from tests.jobs.store.test_resume import STEPS, assert_same_bits, final_tensors


def oracle(config):
    return box_oracle(16)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


class LostError(Exception):
    """What Ray raises for an actor whose node is gone."""


class PretendedRay:
    """As much of Ray as a worker uses; actors are objects, their calls are threads. `lost` calls fail."""

    def __init__(self, lost=()):
        self.exceptions = types.SimpleNamespace(RayActorError=LostError)
        self.lost, self.calls, self.killed = set(lost), 0, 0
        self._pool = concurrent.futures.ThreadPoolExecutor(4)

    def cluster_resources(self):
        return {"CPU": 2.0}

    def remote(self, kind):
        ray = self

        class Actor:
            def __init__(self, one):
                self.next_part = types.SimpleNamespace(remote=lambda: ray._call(one.next_part))

        options = types.SimpleNamespace(remote=lambda *arguments: Actor(kind(*arguments)))
        return types.SimpleNamespace(options=lambda **resources: options)

    def _call(self, function):
        self.calls += 1
        lost = self.calls in self.lost

        def call():
            result = function()
            if lost:
                raise LostError("the node is gone")
            return result

        return self._pool.submit(call)

    def wait(self, calls, timeout):
        done, left = concurrent.futures.wait(calls, timeout)
        return list(done), list(left)

    def get(self, call):
        return call.result()

    def kill(self, actor):
        self.killed += 1


@pytest.fixture
def pretended(monkeypatch):
    """Puts a pretended Ray in the place of the real one."""
    import contextlib

    def put(**options):
        ray = PretendedRay(**options)
        monkeypatch.setattr(ray_worker, "import_ray", lambda: (ray, None))
        monkeypatch.setattr(ray_worker, "connect", lambda ray, address: contextlib.nullcontext())
        monkeypatch.setattr(ray_worker, "POLL_SECONDS", 0.02)
        return ray

    return put


def test_the_queue_is_carried_out_on_nodes_to_the_same_bits(pretended, tmp_path):
    ray = pretended(lost={2})
    here = generate(small_config(STEPS), prior=oracle(None), out=tmp_path / "here")
    with Queue() as queue:
        queue.add_task(Task(small_config(STEPS), options={"formats": ["stl"]}))
        queue.add(small_config(STEPS, seed=1))
        assert work_on_ray(queue, "local", once=True, load=oracle) == 2
        one, two = queue.jobs()
        assert [one.status, two.status] == ["done", "done"], (one.reason, two.reason)
        assert not queue.workers() and ray.killed >= 3, "a lost actor's place was taken by another one"
    assert_same_bits(final_tensors(one.run), final_tensors(here.path))
    assert (one.run / "mesh.glb").read_bytes() == here.mesh.read_bytes()
    assert (export_folder(one) / "mesh.stl").is_file() and not export_folder(two).exists()


def test_a_run_that_fails_says_why_and_nodes_that_are_always_lost_too(pretended, monkeypatch):
    pretended()
    wrong = override(small_config(STEPS), ["optim.max_rollbacks=0", "optim.lr_network=10", "optim.lr_encoding=10"])
    with Queue() as queue:
        queue.add(make_config("qwertyuiop", steps=STEPS))
        work_on_ray(queue, "local", once=True)
        assert queue.get(1).status == "failed" and "qwertyuiop" in queue.get(1).reason
        monkeypatch.setattr(ray_worker, "MAX_FAILURES", 2)
        pretended(lost=range(100))
        queue.add(wrong)
        work_on_ray(queue, "local", once=True, load=oracle)
        assert queue.get(2).status == "failed" and "lost 3 times" in queue.get(2).reason


def test_a_job_is_cancelled_between_parts(pretended):
    pretended()
    with Queue() as queue:
        queue.add(small_config(STEPS))

        class Slow:
            def __call__(self, config):
                Queue(queue.path).cancel(1)
                time.sleep(1.5)
                return box_oracle(16)

        work_on_ray(queue, "local", once=True, load=Slow())
        assert queue.get(1).status == "cancelled"


def test_a_worker_that_is_stopped_gives_its_jobs_back(pretended):
    pretended()
    with Queue() as queue:
        queue.add(small_config(STEPS))

        def load(config):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.5)
            return box_oracle(16)

        with pytest.raises(RunInterrupted):
            work_on_ray(queue, "local", load=load)
        job = queue.get(1)
        assert job.status == "queued" and "given back" in job.reason and not queue.workers()


def test_numbers_that_cannot_be():
    with Queue() as queue:
        for cpus, gpus in ((0.0, 0.0), (1.0, -1.0)):
            with pytest.raises(ConfigError, match="a run needs"):
                work_on_ray(queue, "local", cpus=cpus, gpus=gpus)


@pytest.mark.skipif(os.environ.get("BOZZETTO_RAY") != "1", reason="opt-in: set BOZZETTO_RAY=1")
def test_a_cluster_takes_the_queue(home, tmp_path):
    pytest.importorskip("ray")
    small = [
        "scene_scale=1", "camera.views=1", "start.steps=1", "field.levels=2", "field.max_resolution=16",
        "field.base_resolution=8", "field.log2_table=8", "field.hidden=16", "render.step_size=0.25",
        "render.grid_resolution=8", "mesh.resolution=10", "mesh.coarse_resolution=8", "mesh.max_faces=50",
        "mesh.texture_size=64", "mesh.match_views=0", "pictures.resolution=16", "pictures.turntable_frames=0",
    ]  # fmt: skip
    config = override(make_config("a red chair", "draft", steps=8, threads=1), small)
    with Queue() as queue:
        queue.add(config)
        ran = subprocess.run(
            [sys.executable, "-m", "bozzetto", "worker", "--once", "--ray", "local"],
            capture_output=True, text=True, timeout=240, env=os.environ | {"BOZZETTO_HOME": str(home)},
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr[-2000:]
        job = queue.get(1)
        assert job.status == "done", job.reason
    here = generate(config, out=tmp_path / "here")
    assert (job.run / "mesh.glb").read_bytes() == here.mesh.read_bytes()

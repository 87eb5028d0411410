"""A home folder of its own for each test, and runs in it as a finished job leaves them, without the work."""

import json
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from bozzetto.jobs.config.run_config import config_to_dict, make_config
from bozzetto.jobs.store.runs import STILLS, Run, write_json
from bozzetto.jobs.train.priors import load_prior
from bozzetto.viewer.store import Store
from bozzetto.viewer.vocabulary import vocabulary
from bozzetto.viewer.workbench import Workbench
from tests.viewer.client import Client


@pytest.fixture(autouse=True)
def own_main(monkeypatch) -> None:
    """Streamlit's test of a page puts its script in the place of `__main__` and leaves it, where a later test's child
    processes would run it."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("BOZZETTO_HOME", str(folder))
    return folder


@pytest.fixture
def store(home) -> Store:
    return Store(home, interval=0.0)


@pytest.fixture
def make_run(home):
    """Makes a run folder: `make_run("name", "a red box", status="done")`."""

    def make(
        name: str, prompt: str = "a red box", status: str = "done", steps: int = 120, preset: str = "draft", **changes
    ) -> Run:
        path = home / "runs" / name
        (path / "previews").mkdir(parents=True)
        (path / "checkpoints").mkdir()
        config = make_config(prompt, preset, steps=steps, threads=1, **changes)
        write_json(path / "config.json", config_to_dict(config))
        step = steps if status == "done" else 50
        stage = "done" if status == "done" else "training"
        state = {"status": status, "stage": stage, "step": step, "total": steps, "reason": "", "updated": time.time()}
        write_json(path / "state.json", state)
        rows = [{"step": s, "loss": 1 / s, "opacity": 0.3, "seconds": s / 10} for s in range(5, step + 1, 5)]
        (path / "metrics.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        preview = np.full((24, 96, 3), 255, np.uint8)
        preview[4:20, 4:20] = (200, 30, 30)
        Image.fromarray(preview).save(path / "previews" / "000050.png")
        if status == "done":
            box = trimesh.creation.box((1.0, 2.0, 0.5))
            (path / "mesh.glb").write_bytes(trimesh.Scene(box).export(file_type="glb"))
            (path / "mesh.obj").write_text(box.export(file_type="obj"))
            (path / "mesh.mtl").write_text("newmtl material\n")
            Image.new("RGB", (8, 8), "red").save(path / "mesh.png")
            Image.new("RGB", (32, 32), "red").save(path / "turntable.webp")
            for side in STILLS:
                Image.new("RGB", (32, 32), "red").save(path / f"view_{side}.png")
            report = {"seconds": {"training": 8.0, "export": 2.0}, "export": {"n_faces": 12}, "prompt": prompt}
            write_json(path / "report.json", report)
        return Run(path)

    return make


@pytest.fixture
def workbench(home):
    """What all routes share, without a worker that starts by itself."""
    made = Workbench(home, start_workers=False)
    made._store.interval = 0.0
    yield made
    made.close()


@pytest.fixture
def client(workbench) -> Client:
    """Asks the routes."""
    return Client(workbench)


@pytest.fixture(scope="module")
def prior():
    """The shipped one."""
    return load_prior("embedded")


@pytest.fixture(scope="module")
def words(prior):
    """Its vocabulary."""
    return vocabulary(prior)

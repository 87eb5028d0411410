"""Each script of examples/ does what it says, at a small size."""

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import trimesh
from PIL import Image

from bozzetto.sds.conditioning import Views
from tests.jobs.posed_box import write_box

FOLDER = Path(__file__).resolve().parents[2] / "examples"
SMALL = (
    "threads=1", "field.levels=4", "field.max_resolution=32", "mesh.resolution=32", "mesh.coarse_resolution=24",
    "mesh.isolevel_pixels=24", "mesh.max_faces=400",
    "mesh.texture_size=64", "mesh.uv_time_limit=0", "pictures.resolution=32", "pictures.turntable_frames=2",
    "save.preview_resolution=16",
)  # fmt: skip


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


def script(name: str) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(f"example_{name}", FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_script_has_a_test():
    tested = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert {path.stem for path in FOLDER.glob("*.py")} <= tested


def test_generate(tmp_path, capsys):
    small = (*SMALL, "steps=8", "guidance.texture_refine_t=0", "start.steps=20")
    files = script("generate").main("a red teddy bear", out=tmp_path, settings=small)
    assert {"mesh.usdz", "mesh.glb"} <= {file.name for file in files}
    height, *_ = sorted(trimesh.load(tmp_path / "ar" / "mesh.glb").extents, reverse=True)
    assert height == pytest.approx(0.3, rel=1e-3)
    assert "not known to the prior: nothing" in capsys.readouterr().out


def test_own_prior(tmp_path):
    run = script("own_prior").main(out=tmp_path / "ball", steps=60, settings=SMALL)
    mesh = trimesh.load(run.mesh, force="mesh")
    # A ball of radius 0.6 at the origin, striped: as wide as high, and red somewhere.
    assert np.allclose(mesh.extents, 1.2, atol=0.2) and np.abs(mesh.bounds.mean(0)).max() < 0.1
    picture = np.asarray(Image.open(run.path / "view_front.png").convert("RGB")).astype(int)
    assert ((picture[..., 0] - picture[..., 2]) > 60).mean() > 0.02


def test_own_method():
    found = script("own_method").main(steps=200, samples=16)
    # The posterior mean is linear in the noise, so that a noise and its opposite leave nothing of it.
    assert found["sds"][0] > 1e-3 and found["antithetic sds"][0] < 1e-6
    assert found["antithetic sds"][1] < 1e-3 and found["antithetic sds"][1] < found["sds"][1]


def test_posed_images(tmp_path, capsys):
    box = write_box(tmp_path / "box", views=16, held_out=2)
    small = (*SMALL, "fit.rays=1024", "render.step_size=0.05")
    glb = script("posed_images").main(box, out=tmp_path / "run", steps=60, faces=300, settings=small)
    assert 4 < len(trimesh.load(glb, force="mesh").faces) <= 300
    assert "held-out pictures: " in capsys.readouterr().out


def test_clean_mesh(tmp_path):
    ball = trimesh.creation.icosphere(3)
    # As meshes from outside are: not welded, some faces turned inwards.
    corners = ball.vertices[ball.faces]
    corners[::5] = corners[::5, ::-1]
    soup = trimesh.Trimesh(corners.reshape(-1, 3), np.arange(3 * len(corners)).reshape(-1, 3), process=False)
    soup.export(tmp_path / "ball.obj")
    report = script("clean_mesh").main(tmp_path / "ball.obj", out=tmp_path / "game", faces=300, texture=64, lods=1)
    assert [level["faces"] <= most for level, most in zip(report["levels"], (300, 150), strict=True)] == [True, True]
    health = report["levels"][0]["health"]
    assert health["watertight"] and health["winding_outward"] and health["n_parts"] == 1
    assert report["collision"]["faces"] > 0


def test_canary_views_of_the_striped_ball_are_what_its_formula_says():
    """The front view's middle pixel lies at height 0, just under a stripe's border; outside is the ground."""
    import torch

    one = torch.ones(1)
    views = Views(
        azimuth=0 * one, elevation=0 * one, light=torch.tensor([[0.0, 0.0, 1.0]]), ambient=one,
        background=torch.tensor([[0.0, 0.0, 1.0]]), zoom=one, center=torch.zeros(1, 2),
    )  # fmt: skip
    module = script("own_prior")
    picture = module.StripedBall().picture(views)[0]
    assert torch.equal(picture[0, 0], torch.tensor([0.0, 0.0, 1.0]))
    assert torch.equal(picture[15, 16], module.RED) and torch.equal(picture[16, 16], module.CREAM)

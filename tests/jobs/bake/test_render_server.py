"""Renders on request: the same picture as a render made here, from any camera; and an answer to whatever is asked."""

import base64
import io
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from bozzetto.jobs.bake.render_server import MAX_EDGE, RenderError, Renders, View, render_view
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.loop import load_trained
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.cameras import PRIOR_FOVY
from bozzetto.nerf.rendering import render_image
from tests.jobs.known_object import box_oracle, small_config

ROOT = Path(__file__).absolute().parents[3]


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    return generate(small_config(60), prior=box_oracle(16), out=tmp_path_factory.mktemp("made") / "run")


def request_of(made, **changes):
    asked = {"run": str(made.path), "position": [0.5, 1, 2.5], "target": [0, 0.1, 0], "fovy": 0.7}
    return asked | {"width": 40, "height": 24} | changes


def picture(answer, kind="png"):
    assert "error" not in answer, answer
    return Image.open(io.BytesIO(base64.b64decode(answer[kind])))


def test_the_prior_s_camera_gives_the_prior_s_view(run):
    """Position and target are turned into the very camera that the training looks through."""
    trained, step_size = load_trained(run), run.config.render.step_size
    cameras = cameras_of(orbit_views(torch.tensor([30.0]), 20.0), 32)
    position = tuple(cameras.c2w[0, :3, 3].tolist())
    seen = render_image(trained.field, trained.grid, cameras, step_size=step_size)
    ours = render_view(trained, View(position, (0.0, 0.0, 0.0), PRIOR_FOVY, 32, 32), step_size)
    assert ours.shape == (32, 32, 4) and ours[..., 3].max() > 200, "there is something to see"
    alpha = ours[..., 3:] / 255.0
    np.testing.assert_allclose(alpha[..., 0], seen.opacity[0].numpy(), atol=1 / 255)
    # Premultiplied again, so that the rounding of straight colours where nothing is does not count.
    np.testing.assert_allclose(ours[..., :3] / 255.0 * alpha, seen.rgb[0].numpy(), atol=2 / 255)


def test_the_process_answers_line_by_line(run):
    bad = [b"", b"{", b"[1]", b'"x"', b"[" * 100_000, b'{"run": 3}']
    lines = [json.dumps(request_of(run)).encode(), *bad, json.dumps(request_of(run, turntable=4, edge=16)).encode()]
    ended = subprocess.run(
        [sys.executable, "-m", "bozzetto.jobs.bake.render_server"],
        input=b"\n".join(lines) + b"\n",
        capture_output=True,
        cwd=ROOT,
    )
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 0 and len(answers) == len(lines)
    image = picture(answers[0])
    assert image.size == (40, 24) and image.mode == "RGBA" and answers[0]["seconds"] > 0
    assert all(set(answer) == {"error"} for answer in answers[1:-1])
    turn = picture(answers[-1], "webp")
    assert turn.size == (16, 16) and turn.n_frames == 4


@pytest.mark.parametrize(
    "changes",
    [
        {"position": [0, 0]}, {"position": [0, 0, math.nan]}, {"position": ["0", 0, 3]}, {"position": [0, 0, 1e30]},
        {"target": [0.5, 1, 2.5]}, {"position": [0, 3, 0], "target": [0, 0, 0]}, {"fovy": 0}, {"fovy": 4},
        {"fovy": None}, {"width": 0}, {"width": MAX_EDGE + 1}, {"height": 8.5}, {"height": True},
        {"run": "/no/such/run"}, {"turntable": 0, "edge": 16}, {"turntable": 10**9, "edge": 16},
        {"turntable": 4, "edge": None},
    ],
)  # fmt: skip
def test_what_cannot_be_rendered_is_an_error_in_the_answer(run, changes):
    renders = Renders()
    answer = renders.answer(request_of(run, **changes))
    assert set(answer) == {"error"} and answer["error"]
    assert picture(renders.answer(request_of(run))).size == (40, 24), "and the next one is answered"


def test_a_view_checks_itself():
    with pytest.raises(RenderError, match="fovy"):
        View((0.0, 0.0, 3.0), (0.0, 0.0, 0.0), -1.0, 32, 32)


def test_a_new_checkpoint_is_a_new_field(tmp_path):
    path = tmp_path / "run"
    generate(small_config(10), prior=box_oracle(16), out=path)
    renders, asked = Renders(), request_of(Run(path))
    first = renders.answer(asked)["png"]
    assert renders.answer(asked)["png"] == first
    other = generate(small_config(10, seed=5), prior=box_oracle(16), out=tmp_path / "other")
    for file in (other.path / "checkpoints").iterdir():
        file.replace(path / "checkpoints" / file.name)
    assert renders.answer(asked)["png"] != first
    for file in (path / "checkpoints").iterdir():
        file.write_bytes(file.read_bytes()[:100])
    assert "checkpoint" in renders.answer(asked)["error"], "a damaged one is named"

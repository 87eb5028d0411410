"""The renderer's other side: of each client only the latest view is made, and it is started again when it dies."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from bozzetto.viewer.field_renderer import MAX_CACHED, CameraPose, FieldRenderer, parse_camera_pose

# Answers after 50 ms with the request itself as the "picture"; ends when the request says so.
ECHO = """
import base64, json, sys, time
for line in sys.stdin:
    if '"run": "/end"' in line: sys.exit(3)
    time.sleep(0.05)
    bad = {"error": "so it is"} if '"run": "/bad"' in line else None
    print(json.dumps(bad or {"png": base64.b64encode(line.encode()).decode(), "seconds": 0.05}), flush=True)
"""
# Answers only once a file is there.
GATED = (
    """
import os, sys, time
while not os.path.exists(sys.argv[1]): time.sleep(0.01)
"""
    + ECHO
)
POSE = CameraPose((0.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.5)


@pytest.fixture
def view():
    made = FieldRenderer((sys.executable, "-c", ECHO), idle=5.0)
    yield made
    made.close()


def view_of(view, run, pose=POSE, edge=112, client="me", seconds=30.0):
    return view.wait_view(run, pose, edge, client, seconds)


def test_a_view_is_waited_for_and_kept(view, tmp_path):
    picture = view_of(view, tmp_path)
    assert b'"width": 112, "height": 75' in picture.data and picture.seconds == 0.05
    started = time.monotonic()
    assert view_of(view, tmp_path) is picture and time.monotonic() - started < 0.04, "from memory"
    assert b'"width": 400, "height": 267' in view_of(view, tmp_path, edge=400).data


def test_of_each_client_only_the_latest_view_is_made(tmp_path):
    gate = tmp_path / "gate"
    view = FieldRenderer((sys.executable, "-c", GATED, str(gate)), idle=5.0)
    poses = [CameraPose((0.0, 0.0, 3.0 + n), (0.0, 0.0, 0.0), 0.6, 1.0) for n in range(20)]
    answers = {}

    def ask(n, client):
        answers[n, client] = view_of(view, tmp_path, poses[n], client=client)

    threads = []
    for n in range(20):
        for client in ("me", "you") if n in (0, 19) else ("me",):
            threads.append(threading.Thread(target=ask, args=(n, client)))
            threads[-1].start()
            time.sleep(0.01)
    gate.write_text("")
    for thread in threads:
        thread.join(20)
    view.close()
    assert b"22.0" in answers[19, "me"].data and b"22.0" in answers[19, "you"].data
    assert sum(answer is not None for answer in answers.values()) <= 4, "what was passed over was not rendered"


def test_a_wait_ends(tmp_path):
    view = FieldRenderer((sys.executable, "-c", GATED, str(tmp_path / "never")), idle=5.0)
    started = time.monotonic()
    assert view_of(view, tmp_path, seconds=0.1) is None and time.monotonic() - started < 5
    view.close()


def test_a_new_checkpoint_is_asked_for_anew(view, tmp_path):
    (tmp_path / "checkpoints").mkdir()
    first = view_of(view, tmp_path)
    (tmp_path / "checkpoints" / "checkpoint-000002-step-00000010.safetensors").write_text("")
    assert view_of(view, tmp_path).data != first.data


def test_errors_and_deaths_are_told_and_the_next_view_works(view, tmp_path):
    assert view_of(view, Path("/bad")).problem == "so it is"
    assert "ended" in view_of(view, Path("/end")).problem
    assert view_of(view, tmp_path).data
    os.kill(view._process.pid, signal.SIGKILL)
    assert view_of(view, tmp_path, CameraPose((1.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.0)).data
    missing = FieldRenderer(("/no/such/program",))
    assert "could not be asked" in view_of(missing, tmp_path).problem


def test_an_idle_process_ends_and_comes_again(tmp_path):
    view = FieldRenderer((sys.executable, "-c", ECHO), idle=0.3)
    view_of(view, tmp_path)
    process = view._process
    process.wait(10)
    assert view._process is None
    assert view_of(view, tmp_path, CameraPose((2.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.0)).data
    view.close()


def test_memory_is_bounded(view, tmp_path):
    view._cache.update({str(n): None for n in range(3 * MAX_CACHED)})
    view_of(view, tmp_path)
    assert len(view._cache) <= MAX_CACHED


def test_a_turn_of_a_mesh_is_asked_for_and_fetched_later(view, tmp_path):
    mesh = tmp_path / "mesh.glb"
    mesh.write_text("x")
    assert view.request_turn(mesh, 12, 64) is None
    deadline = time.monotonic() + 20
    while (picture := view.request_turn(mesh, 12, 64)) is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert b'"frames": 12, "edge": 64' in picture.data


GOOD = {"key": "k", "position": [0, 0, 3], "target": [0, 0, 0], "fovy": 0.6, "aspect": 1.5}


def test_a_pose_is_read():
    assert parse_camera_pose(GOOD, "k") == POSE


@pytest.mark.parametrize(
    "value",
    [None, 3, "x", [], {}, GOOD | {"key": "other"}, GOOD | {"position": [1, 2]}, GOOD | {"position": None},
     GOOD | {"target": ["a", 0, 0]}, GOOD | {"fovy": {}}, GOOD | {"aspect": 0}, GOOD | {"aspect": 1e9},
     GOOD | {"aspect": float("nan")}],
)  # fmt: skip
def test_what_is_no_pose_is_none(value):
    assert parse_camera_pose(value, "k") is None


@pytest.mark.parametrize("aspect", [0.05, 0.5, 1.0, 2.0, 20.0])
def test_pictures_keep_the_shape_of_the_view(aspect):
    width, height = CameraPose((0, 0, 1), (0, 0, 0), 1.0, aspect).size(400)
    assert max(width, height) == 400 and min(width, height) >= 8
    assert width / height == pytest.approx(aspect, rel=0.06)

"""The renderer's other side: it is never waited for, asked only for the latest view, and started again when it dies."""

import base64
import os
import signal
import sys
import time

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


def until_final(view, run, pose=POSE):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        picture, final = view.request_view(run, pose)
        if final:
            return picture
        time.sleep(0.01)
    raise AssertionError("no picture came")


def test_a_quick_picture_comes_first_and_nobody_waits(view, tmp_path):
    gate = tmp_path / "gate"
    blocked = FieldRenderer((sys.executable, "-c", GATED, str(gate)), idle=5.0)
    # The process answers nothing until the gate opens, and the page has its answer all the same.
    assert [blocked.request_view(tmp_path, POSE) for _ in range(3)] == [(None, False)] * 3
    gate.write_text("")
    assert until_final(blocked, tmp_path).data
    blocked.close()
    seen = set()
    while True:
        picture, final = view.request_view(tmp_path, POSE)
        if picture is not None:
            seen.add(picture.data)
        if final:
            break
        time.sleep(0.005)
    assert b'"width": 400, "height": 267' in picture.data and picture.seconds == 0.05
    assert len(seen) == 2 and any(b'"width": 112, "height": 75' in data for data in seen)


def test_only_the_latest_view_is_made(view, tmp_path):
    poses = [CameraPose((0.0, 0.0, 3.0 + n), (0.0, 0.0, 0.0), 0.6, 1.0) for n in range(40)]
    for pose in poses:
        view.request_view(tmp_path, pose)
    assert b"42.0" in until_final(view, tmp_path, poses[-1]).data
    assert len(view._cache) <= 4, "what was passed over was not rendered"


def test_a_new_checkpoint_is_asked_for_anew(view, tmp_path):
    (tmp_path / "checkpoints").mkdir()
    first = until_final(view, tmp_path)
    (tmp_path / "checkpoints" / "checkpoint-000002-step-00000010.safetensors").write_text("")
    assert view.request_view(tmp_path, POSE)[1] is False
    assert until_final(view, tmp_path).data != first.data


def test_errors_and_deaths_are_told_and_the_next_view_works(view, tmp_path):
    from pathlib import Path

    assert until_final(view, Path("/bad")).problem == "so it is"
    assert "ended" in until_final(view, Path("/end")).problem
    assert until_final(view, tmp_path).data
    os.kill(view._process.pid, signal.SIGKILL)
    assert until_final(view, tmp_path, CameraPose((1.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.0)).data
    missing = FieldRenderer(("/no/such/program",))
    assert "could not be asked" in until_final(missing, tmp_path).problem


def test_an_idle_process_ends_and_comes_again(tmp_path):
    view = FieldRenderer((sys.executable, "-c", ECHO), idle=0.3)
    until_final(view, tmp_path)
    process = view._process
    process.wait(10)
    assert view._process is None
    assert until_final(view, tmp_path, CameraPose((2.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.0)).data
    view.close()


def test_memory_is_bounded(view, tmp_path):
    view._cache.update({str(n): None for n in range(3 * MAX_CACHED)})
    until_final(view, tmp_path)
    assert len(view._cache) <= MAX_CACHED


def test_a_turntable_is_asked_for_as_one(view, tmp_path):
    while (picture := view.request_turntable(tmp_path)) is None:
        time.sleep(0.01)
    assert b'"turntable"' in picture.data and base64.b64encode(picture.data)


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

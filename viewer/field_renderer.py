"""Renders of a run's field from the camera of the 3D viewer, by a process of its own that no page waits for."""

import atexit
import base64
import contextlib
import json
import subprocess
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.store.runs import Run

IDLE_SECONDS = 120.0
MAX_CACHED = 64
RENDER_EDGES = (112, 400)
"""Longer side of the first, quick picture and of the one that follows, in pixels."""

TURNTABLE_FRAMES = 24
"""Of a turntable."""


@dataclass(frozen=True)
class CameraPose:
    """The camera of the 3D viewer, in the coordinates of the mesh."""

    position: tuple[float, float, float]
    """Of the camera."""
    target: tuple[float, float, float]
    """What it looks at."""
    fovy: float
    """Vertical field of view, radians."""
    aspect: float
    """Width over height."""

    def size(self, edge: int) -> tuple[int, int]:
        """Width and height of a picture whose longer side has `edge` pixels."""
        width, height = (edge, edge / self.aspect) if self.aspect >= 1 else (edge * self.aspect, edge)
        return max(8, round(width)), max(8, round(height))


def parse_camera_pose(value: object, key: str) -> CameraPose | None:
    """The camera that the 3D viewer has sent, or None: nothing yet, about another mesh, or not a pose.

    Args:
        value: from the browser, so anything.
        key: of the mesh that is shown.
    """
    if not isinstance(value, dict) or value.get("key") != key:
        return None
    try:
        position, target = (tuple(float(x) for x in value[name]) for name in ("position", "target"))
        fovy, aspect = float(value["fovy"]), float(value["aspect"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    if len(position) != 3 or len(target) != 3 or not 0.05 <= aspect <= 20:
        return None
    return CameraPose((position[0], position[1], position[2]), (target[0], target[1], target[2]), fovy, aspect)


@dataclass(frozen=True)
class Picture:
    """An answer of the renderer."""

    data: bytes = b""
    """The picture: a PNG with alpha, or an animated WebP; empty when there is none."""
    seconds: float = 0.0
    """What it took."""
    problem: str = ""
    """Why there is none."""


class FieldRenderer:
    """Pictures of fields. Only the latest view that was asked for is rendered; earlier ones that wait are dropped.

    Args:
        command: the process that answers; by default `bozzetto.jobs.bake.render_server`.
        idle: seconds without a question after which it ends.
    """

    def __init__(self, command: tuple[str, ...] = (), idle: float = IDLE_SECONDS) -> None:
        self._command = command or tuple(module_command("bozzetto.jobs.bake.render_server"))
        self._idle = idle
        self._cache: OrderedDict[str, Picture] = OrderedDict()
        self._pending: list[str] = []
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    def request_view(self, run: Path, pose: CameraPose) -> tuple[Picture | None, bool]:
        """The best picture of a view so far, without waiting.

        Args:
            run: the run folder.
            pose: the camera.
        Returns:
            (the picture or None, whether it is the final one). What is missing is being made.
        """
        requests = []
        for edge in RENDER_EDGES:
            width, height = pose.size(edge)
            view = {"position": pose.position, "target": pose.target, "fovy": pose.fovy}
            requests.append({**view, "width": width, "height": height})
        return self._request(run, requests)

    def request_turntable(self, run: Path) -> Picture | None:
        """The field from all around as its last checkpoint has it, as an animated WebP; None while it is being made."""
        return self._request(run, [{"turntable": TURNTABLE_FRAMES, "edge": RENDER_EDGES[0]}])[0]

    def _request(self, run: Path, requests: list[dict[str, Any]]) -> tuple[Picture | None, bool]:
        """The last of the pictures that is there, and whether it is the last one; the others are made from now on."""
        # A new checkpoint is a new field.
        stamps = [file.name for file in Run(run).checkpoints]
        lines = [json.dumps({"run": str(run), **request, "of": stamps}) for request in requests]
        with self._wake:
            cached = [self._cache.get(line) for line in lines]
            if cached[-1] is not None:
                return cached[-1], True
            self._pending = [line for line, picture in zip(lines, cached, strict=True) if picture is None]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="field-renderer", daemon=True)
                self._thread.start()
            self._wake.notify_all()
            return cached[0], False

    def close(self) -> None:
        """Ends the process; the next question starts another one."""
        with self._wake:
            self._pending.clear()
            process, self._process = self._process, None
        _end(process)

    def _work(self) -> None:
        while True:
            with self._wake:
                if not self._wake.wait_for(lambda: bool(self._pending), self._idle):
                    self._thread = None
                    process, self._process = self._process, None
                    break
                request = self._pending[0]
            picture = self._render(request)
            with self._wake:
                self._cache[request] = picture
                while len(self._cache) > MAX_CACHED:
                    self._cache.popitem(last=False)
                if request in self._pending:
                    self._pending.remove(request)
        _end(process)

    def _render(self, request: str) -> Picture:
        try:
            # One that died while it was idle is noticed only now: then another one is asked.
            line = self._line(request) or self._line(request)
            answer: Any = json.loads(line) if line else {"error": "the renderer ended; move the camera to try again"}
            if "error" in answer:
                return Picture(problem=str(answer["error"]))
            data = answer["webp"] if "webp" in answer else answer["png"]
            return Picture(base64.b64decode(data), float(answer["seconds"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            return Picture(problem=f"the renderer could not be asked: {error}")

    def _line(self, request: str) -> str:
        """The process's answer; empty when it died over it, and then it is forgotten."""
        if self._process is None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        line = ""
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(request + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        if not line:
            self._process = None
            _end(process)
        return line


def _end(process: subprocess.Popen[str] | None) -> None:
    if process is not None:
        process.kill()
        process.wait()

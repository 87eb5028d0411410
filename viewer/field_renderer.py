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
MAX_PENDING = 64
"""Questions that wait; of more, those that were asked first are forgotten."""


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


def shown_checkpoints(run: Run) -> list[Path]:
    """The checkpoints of a run whose field there is to see, oldest first: not the one of the beginning, step 0, which
    only holds what a killed run goes on from."""
    return [path for path in run.checkpoints if path.stem.rpartition("step-")[2].strip("0")]


@dataclass(frozen=True)
class Picture:
    """An answer of the renderer."""

    data: bytes = b""
    """The picture: a PNG of a field, a WebP strip of a mesh, both with alpha; empty when there is none."""
    seconds: float = 0.0
    """What it took."""
    problem: str = ""
    """Why there is none."""


class FieldRenderer:
    """Pictures of fields and meshes. Of each client only the latest question is answered; an earlier one that still
    waits is dropped.

    Args:
        command: the process that answers; by default `bozzetto.jobs.bake.render_server`.
        idle: seconds without a question after which it ends.
    """

    def __init__(self, command: tuple[str, ...] = (), idle: float = IDLE_SECONDS) -> None:
        self._command = command or tuple(module_command("bozzetto.jobs.bake.render_server"))
        self._idle = idle
        self._cache: OrderedDict[str, Picture] = OrderedDict()
        self._pending: OrderedDict[str, str] = OrderedDict()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    def wait_view(self, run: Path, pose: CameraPose, edge: int, client: str, seconds: float) -> Picture | None:
        """The field of a run from a camera.

        Args:
            run: the run folder.
            pose: the camera.
            edge: longer side of the picture in pixels.
            client: who asks.
            seconds: to wait at most.
        Returns:
            The picture; None when the client has asked for another one meanwhile, or the time is over.
        """
        width, height = pose.size(edge)
        view = {"position": pose.position, "target": pose.target, "fovy": pose.fovy}
        # A new checkpoint is a new field.
        stamps = [file.name for file in Run(run).checkpoints]
        line = json.dumps({"run": str(run), **view, "width": width, "height": height, "of": stamps})
        with self._wake:
            self._ask(client, line)
            self._wake.wait_for(lambda: line in self._cache or self._pending.get(client) != line, seconds)
            return self._cache.get(line)

    def request_turn(self, mesh: Path, frames: int, edge: int) -> Picture | None:
        """A turn of a mesh file as a strip of frames with alpha, WebP; None while it is being made."""
        line = json.dumps({"mesh": str(mesh), "frames": frames, "edge": edge, "of": mesh.stat().st_mtime_ns})
        with self._wake:
            self._ask(str(mesh), line)
            return self._cache.get(line)

    def _ask(self, client: str, line: str) -> None:
        """Puts a question among those that wait, in the place of the client's last one; the caller holds the lock."""
        if line in self._cache:
            self._pending.pop(client, None)
        elif self._pending.get(client) != line:
            # The latest goes first: it is what somebody looks at.
            self._pending[client] = line
            self._pending.move_to_end(client, last=False)
            while len(self._pending) > MAX_PENDING:
                self._pending.popitem()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="field-renderer", daemon=True)
                self._thread.start()
        self._wake.notify_all()

    def close(self) -> None:
        """Ends the process; the next question starts another one."""
        with self._wake:
            self._pending.clear()
            process, self._process = self._process, None
            self._wake.notify_all()
        _end(process)

    def _work(self) -> None:
        while True:
            with self._wake:
                if not self._wake.wait_for(lambda: bool(self._pending), self._idle):
                    self._thread = None
                    process, self._process = self._process, None
                    break
                client, request = next(iter(self._pending.items()))
            picture = self._render(request)
            with self._wake:
                self._cache[request] = picture
                while len(self._cache) > MAX_CACHED:
                    self._cache.popitem(last=False)
                if self._pending.get(client) == request:
                    del self._pending[client]
                self._wake.notify_all()
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

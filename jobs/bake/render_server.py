"""Renders of a run's field from any camera, by a process of its own: JSON requests and answers, a line each.

    {"run": "/path/of/a/run", "position": [0, 0, 3], "target": [0, 0, 0], "fovy": 0.6, "width": 320, "height": 240}
    {"png": "base64 of a picture", "seconds": 0.4}    or    {"error": "what is wrong"}
    {"run": "/path/of/a/run", "turntable": 16, "edge": 160}    ->    {"webp": "base64", "seconds": 2.1}
    {"mesh": "/path/of/a.glb", "frames": 12, "edge": 192}    ->    {"webp": "base64", "seconds": 1.0}

The picture of a mesh is a strip of its frames, left to right, with alpha.

Whoever shows the field beside its mesh asks here, so that neither a page nor a job waits.
`python -m bozzetto.jobs.bake.render_server`
answers until its input ends.
"""

import base64
import io
import json
import math
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from bozzetto.jobs.bake.mesh_images import mesh_turn
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.loop import Trained, load_trained
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import Cameras, look_at
from bozzetto.nerf.rendering import render_image

MIN_EDGE, MAX_EDGE = 8, 1024
FARTHEST = 1e3
MAX_FRAMES = 120
TURN_MILLISECONDS = 3000


class RenderError(BozzettoError, ValueError):
    """A picture was asked for that cannot be made."""


@dataclass(frozen=True)
class View:
    """A pinhole camera in the frame of the field, and the size of its picture."""

    position: tuple[float, float, float]
    """Of the camera, world units; +Y is up."""
    target: tuple[float, float, float]
    """What it looks at."""
    fovy: float
    """Vertical field of view, radians in (0, pi)."""
    width: int
    """Pixels, MIN_EDGE to MAX_EDGE."""
    height: int
    """Pixels, MIN_EDGE to MAX_EDGE."""

    def __post_init__(self) -> None:
        for name in ("position", "target"):
            place = getattr(self, name)
            if len(place) != 3 or not all(_is_number(x) and abs(x) <= FARTHEST for x in place):
                raise RenderError(f"{name}: expected three numbers within {FARTHEST:g}, got {place!r:.100}")
        if not _is_number(self.fovy) or not 0.001 <= self.fovy <= math.pi - 0.001:
            raise RenderError(f"fovy: expected radians in (0, pi), got {self.fovy!r:.100}")
        for name in ("width", "height"):
            edge = getattr(self, name)
            if not isinstance(edge, int) or isinstance(edge, bool) or not MIN_EDGE <= edge <= MAX_EDGE:
                raise RenderError(f"{name}: expected {MIN_EDGE} to {MAX_EDGE} pixels, got {edge!r:.100}")


def render_view(trained: Trained, view: View, step_size: float) -> NDArray[np.uint8]:
    """The albedo of a field from a camera.

    Args:
        trained: the field.
        view: the camera.
        step_size: interval length, world units.
    Returns:
        [H, W, 4] uint8, straight alpha.
    Raises:
        RenderError: the camera looks along the vertical, or stands where it looks.
    """
    position, target = (torch.tensor([place], dtype=torch.float32) for place in (view.position, view.target))
    try:
        c2w = look_at(position, target, torch.tensor([[0.0, 1.0, 0.0]]))
    except ValueError as error:
        raise RenderError(str(error)) from error
    cameras = Cameras(c2w, torch.tensor([view.fovy]), view.width, view.height)
    out = render_image(trained.field, trained.grid, cameras, step_size=step_size)
    opacity = out.opacity[0].clamp(0, 1)[..., None]
    rgba = torch.cat([(out.rgb[0] / opacity.clamp(min=1e-4)).clamp(0, 1), opacity], -1)
    return (rgba * 255).round().byte().numpy()


def turntable(trained: Trained, step_size: float, frames: object, edge: object) -> list[NDArray[np.uint8]]:
    """The albedo of a field from all around, by the prior's camera, a little from above.

    Args:
        trained: the field.
        step_size: interval length, world units.
        frames: how many, 1 to MAX_FRAMES.
        edge: pixels, MIN_EDGE to MAX_EDGE.
    Returns:
        [H, W, 3] uint8 on white, a frame each.
    Raises:
        RenderError: a number is out of range.
    """
    if not isinstance(frames, int) or not 1 <= frames <= MAX_FRAMES:
        raise RenderError(f"turntable: expected 1 to {MAX_FRAMES} frames, got {frames!r:.100}")
    if not isinstance(edge, int) or not MIN_EDGE <= edge <= MAX_EDGE:
        raise RenderError(f"edge: expected {MIN_EDGE} to {MAX_EDGE} pixels, got {edge!r:.100}")
    cameras = cameras_of(orbit_views(torch.arange(frames) * (360.0 / frames)), edge)
    out = render_image(trained.field, trained.grid, cameras, step_size=step_size)
    return list((over(out.rgb, out.opacity, 1.0).clamp(0, 1) * 255).round().byte().numpy())


def mesh_strip(request: Mapping[str, Any]) -> NDArray[np.uint8]:
    """A turn of a mesh file, its frames beside each other: [edge, frames * edge, 4] uint8, straight alpha.

    Raises:
        RenderError: a number is out of range.
        ExportError: the file cannot be read.
    """
    frames, edge = request.get("frames"), request.get("edge")
    if not isinstance(frames, int) or not 1 <= frames <= MAX_FRAMES:
        raise RenderError(f"frames: expected 1 to {MAX_FRAMES}, got {frames!r:.100}")
    if not isinstance(edge, int) or not MIN_EDGE <= edge <= MAX_EDGE:
        raise RenderError(f"edge: expected {MIN_EDGE} to {MAX_EDGE} pixels, got {edge!r:.100}")
    return np.concatenate(list(mesh_turn(str(request["mesh"]), frames, edge)), axis=1)


class Renders:
    """Renders for requests; the field of the last run is kept, and read again when it has a new checkpoint."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._loaded: tuple[Trained, float] | None = None

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to a request; see the top of the file. What is wrong with it is said in `error`."""
        started = time.perf_counter()
        try:
            data = io.BytesIO()
            if "mesh" in request:
                strip = mesh_strip(request)
                Image.fromarray(strip).save(data, "WEBP", quality=84, method=4)
                return {"webp": base64.b64encode(data.getvalue()).decode(), "seconds": _since(started)}
            if "turntable" in request:
                trained, step_size = self._field(Path(str(request.get("run", ""))))
                frames = turntable(trained, step_size, request.get("turntable"), request.get("edge"))
                first, *others = [Image.fromarray(frame) for frame in frames]
                first.save(
                    data, "WEBP", save_all=True, append_images=others, duration=TURN_MILLISECONDS // len(frames), loop=0
                )
                return {"webp": base64.b64encode(data.getvalue()).decode(), "seconds": _since(started)}
            view = View(
                position=_three(request.get("position")),
                target=_three(request.get("target")),
                fovy=request.get("fovy"),  # type: ignore[arg-type]
                width=request.get("width"),  # type: ignore[arg-type]
                height=request.get("height"),  # type: ignore[arg-type]
            )
            trained, step_size = self._field(Path(str(request.get("run", ""))))
            Image.fromarray(render_view(trained, view, step_size)).save(data, "PNG", compress_level=3)
        except BozzettoError as error:
            return {"error": str(error)}
        except OSError as error:
            return {"error": f"the run cannot be read: {error}"}
        except MemoryError:
            return {"error": "there was not enough memory for this picture; close something, then try again"}
        return {"png": base64.b64encode(data.getvalue()).decode(), "seconds": _since(started)}

    def _field(self, path: Path) -> tuple[Trained, float]:
        stamps = [(file.name, file.stat().st_mtime_ns) for file in Run(path).checkpoints]
        key = (path, *stamps)
        if self._loaded is None or key != self._key:
            self._loaded = None
            run = Run(path)
            self._loaded, self._key = (load_trained(run), run.config.render.step_size), key
        return self._loaded


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answers each line until there are no more."""
    renders = Renders()
    for line in requests:
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise ValueError(f"expected an object, got {type(request).__name__}")
            answer = renders.answer(request)
        except (ValueError, RecursionError) as error:
            answer = {"error": f"not a request: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 3)


def _three(value: object) -> tuple[float, float, float]:
    if not isinstance(value, list | tuple) or len(value) != 3:
        raise RenderError(f"expected three numbers, got {value!r:.100}")
    return (value[0], value[1], value[2])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


if __name__ == "__main__":
    # One thread: a job that is being trained beside it needs the machine more.
    torch.set_num_threads(1)
    answers, sys.stdout = sys.stdout, sys.stderr
    serve(sys.stdin, answers)

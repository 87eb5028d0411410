"""From a trained field to files: mesh, stills, turntable, report."""

import contextlib
import math
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from export.field_to_mesh import ExportReport, ExportSettings, export_mesh
from export.files import BrokenFileError, verify_glb, write_glb, write_obj, write_png
from export.mesh import Mesh
from export.turntable import turntable_frames, write_webp
from jobs.config import RunConfig, config_to_dict
from jobs.errors import ExportError
from jobs.progress import Progress, ProgressFn, silent
from jobs.report import versions, word_rows
from jobs.runs import STILLS, Run, disk_errors, write_json
from jobs.train import Trained
from jobs.views import cameras_of, orbit_views
from nerf.field import HashField
from nerf.occupancy import OccupancyGrid
from nerf.render import render_image

FORMATS = ("glb", "obj")
# What `export_mesh` and the writers after it go through, for a bar that moves.
PARTS = ("coarse grid", "silhouettes", "iso level", "grid", "surface", "clean", "simplify", "uv", "texture", "check")
PARTS_AFTER = ("files", "stills", "turntable")

Array = NDArray[Any]


class FieldCallables:
    """A trained field as the plain callables that the export takes; numpy in and out.

    Args:
        field: what is exported.
        grid: where it may have density, for the volume renders.
        step_size: interval of the volume renders, world units.
    """

    def __init__(self, field: HashField, grid: OccupancyGrid, step_size: float) -> None:
        self._field, self._grid, self._step_size = field, grid, step_size

    @torch.no_grad()
    def density(self, x: Array) -> Array:
        """Densities [N] per world unit at positions [N, 3]."""
        return self._field.density(torch.from_numpy(np.ascontiguousarray(x, np.float32))).numpy()

    @torch.no_grad()
    def color(self, x: Array) -> Array:
        """Albedo [N, 3] in [0, 1] at positions [N, 3]."""
        return self._field(torch.from_numpy(np.ascontiguousarray(x, np.float32))).albedo.numpy()

    @torch.no_grad()
    def opacity(self, azimuth: float, elevation: float, resolution: int) -> Array:
        """Opacity [H, W] of the volume render from the prior's camera; radians."""
        views = orbit_views(torch.tensor([math.degrees(azimuth)]), math.degrees(elevation))
        cameras = cameras_of(views, resolution)
        return render_image(self._field, self._grid, cameras, step_size=self._step_size).opacity[0].numpy()


def export_run(
    run: Run,
    trained: Trained,
    path: str | os.PathLike[str] | None = None,
    formats: tuple[str, ...] = FORMATS,
    faces: int | None = None,
    texture: int | None = None,
    *,
    progress: ProgressFn = silent,
) -> list[Path]:
    """Writes the field's mesh; into the run folder also stills, turntable and report.

    Args:
        run: the run.
        trained: its field.
        path: a file whose ending chooses the format, or a folder; None is the run folder.
        formats: `glb`, `obj`; not used when `path` is a file.
        faces: faces to keep; by default what the configuration says.
        texture: edge of the texture in texels; by default what the configuration says.
        progress: is told of each part.
    Returns:
        The files that were written.
    Raises:
        ExportError: an unknown format, a number out of range, or no surface in the field.
        DiskError: a file could not be written.
    """
    config, started = run.config, time.perf_counter()
    targets = mesh_targets(run.path if path is None else Path(path), formats, is_default=path is None)
    settings = _settings(config, faces, texture)
    steps = [*PARTS, *PARTS_AFTER] if path is None else [*PARTS, "files"]

    def tell(part: str, fraction: float = 1.0) -> None:
        progress(Progress("export", steps.index(part) + (fraction >= 1), len(steps), preview=_latest(run)))

    progress(Progress("export", 0, len(steps), preview=_latest(run)))
    callables = FieldCallables(trained.field, trained.grid, config.render.step_size)
    with _export_errors(run):
        mesh, found = export_mesh(callables.density, callables.color, callables.opacity, settings, tell)
        written = []
        metadata = _metadata(config, trained)
        for target in targets:
            if target.suffix == ".glb":
                written.append(write_glb(mesh, target, metadata))
                verify_glb(target, mesh)
            else:
                written.extend(write_obj(mesh, target, metadata))
        tell("files")
        if path is None:
            written += _write_pictures(run, mesh, config, tell)
            seconds = time.perf_counter() - started
            with disk_errors(f"write {run.path / 'report.json'}"):
                write_json(run.path / "report.json", make_report(run, trained, found, seconds))
            written.append(run.path / "report.json")
    return written


def mesh_targets(path: Path, formats: tuple[str, ...], is_default: bool = False) -> list[Path]:
    """The files to write for a path that a user gave: itself if it ends in a format, else `mesh.*` in that folder.

    Raises:
        ExportError: an unknown format or ending, or no format.
        DiskError: the folder cannot be made.
    """
    ending = path.suffix.lower().lstrip(".")
    if not is_default and ending in FORMATS and not path.is_dir():
        targets = [path.with_suffix(f".{ending}")]
    elif not is_default and ending and not path.is_dir():
        raise ExportError(f"cannot tell the format of {path.name!r}: expected .{' or .'.join(FORMATS)}, or a folder")
    else:
        unknown = [name for name in formats if name not in FORMATS]
        if unknown or not formats:
            raise ExportError(f"unknown format {', '.join(unknown) or '(none)'}; known are {', '.join(FORMATS)}")
        targets = [path / f"mesh.{name}" for name in dict.fromkeys(formats)]
    with disk_errors(f"make the folder {targets[0].parent}"):
        targets[0].parent.mkdir(parents=True, exist_ok=True)
    return targets


def make_report(run: Run, trained: Trained, found: ExportReport, export_seconds: float) -> dict[str, Any]:
    """What report.json holds."""
    config = run.config
    return {
        "prompt": config.prompt,
        "seed": config.seed,
        "steps": trained.step,
        "unknown_words": word_rows(trained.unknown),
        "seconds": {"training": round(trained.seconds, 3), "export": round(export_seconds, 3)},
        "training_split": trained.split,
        "export": found.as_dict(),
        "versions": versions(),
        "config": config_to_dict(config),
    }


def _write_pictures(run: Run, mesh: Mesh, config: RunConfig, tell) -> list[Path]:
    """Four stills and a turntable, softly lit."""
    pictures, elevation = config.pictures, math.radians(config.pictures.elevation_deg)
    written = []
    stills = turntable_frames(mesh, n_frames=len(STILLS), size=pictures.resolution, elevation=elevation)
    for name, image in zip(STILLS, stills, strict=True):
        written.append(write_png(image, run.path / f"view_{name}.png"))
    tell("stills")
    if pictures.turntable_frames:
        frames = turntable_frames(
            mesh,
            n_frames=pictures.turntable_frames,
            size=pictures.resolution,
            elevation=elevation,
            progress=lambda fraction: tell("turntable", min(fraction, 0.99)),
        )
        written.append(write_webp(frames, run.path / "turntable.webp"))
    tell("turntable")
    return written


def _settings(config: RunConfig, faces: int | None, texture: int | None) -> ExportSettings:
    """The configuration's settings with a user's changes, checked as the configuration's are."""
    mesh = config.mesh
    try:
        mesh = replace(mesh, max_faces=mesh.max_faces if faces is None else faces)
        mesh = replace(mesh, texture_size=mesh.texture_size if texture is None else texture)
        return replace(config, mesh=mesh).mesh
    except (ValueError, TypeError) as error:
        raise ExportError(str(error)) from error


def _metadata(config: RunConfig, trained: Trained) -> dict[str, Any]:
    """Where a mesh comes from, for `asset.extras`."""
    return {
        "generator": f"bozzetto {versions()['bozzetto']}",
        "prompt": config.prompt,
        "negative": config.negative,
        "prior": config.prior,
        "preset": config.preset,
        "seed": config.seed,
        "steps": trained.step,
    }


def _latest(run: Run) -> Path | None:
    previews = run.previews
    return previews[-1] if previews else None


@contextlib.contextmanager
def _export_errors(run: Run) -> Iterator[None]:
    """The export's errors as ours; the field is in the checkpoint and stays there."""
    try:
        with disk_errors(f"export {run.path}"):
            yield
    except (ValueError, BrokenFileError, ImportError) as error:
        raise ExportError(f"{error} (the field is kept in {run.path / 'checkpoints'})") from error

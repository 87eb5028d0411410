"""From a finished mesh to files: levels of detail, hull, quads, other programs' frames, turntables, report.

All files are written into a hidden folder first, and take their places when all of them are whole.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bozzetto.export.files.axes_units import (
    FORMATS,
    USUAL_FRAMES,
    Placement,
    Preset,
    check_formats,
    in_frame,
    placed,
    placement,
    preset_named,
)
from bozzetto.export.files.glb import verify_glb, write_glb
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.ply import write_ply
from bozzetto.export.files.stl import write_stl
from bozzetto.export.files.threemf import write_3mf
from bozzetto.export.files.usd import UsdMissingError, usd_available, write_usd, write_usdz
from bozzetto.export.files.validator import ValidatorResult, validate
from bozzetto.export.mesh.lod import collision_hull, deviation
from bozzetto.export.mesh.mesh import Mesh, bounds_of, mesh_health
from bozzetto.export.package.html_report import report_page, to_json
from bozzetto.export.package.levels import Level
from bozzetto.export.package.quads import QuadMesh, check_quads, quad_dominant, write_quads
from bozzetto.export.package.stages import Progress, Stages
from bozzetto.export.package.turntable import mp4_available, turntable_frames, turntable_of_views, write_turntable
from bozzetto.export.texture.compare import ViewFn, ViewScores, compare_views

TURNTABLE_PIXELS = 384
MAX_FRAMES = 720


@dataclass(frozen=True)
class DeliverySettings:
    """What is handed on, and how it stands in its files."""

    formats: tuple[str, ...] = ()
    """Empty takes the preset's."""
    preset: str = ""
    """Empty leaves the object as it stands: GLB and OBJ, metres, +Y up."""
    size: float | None = None
    """Longest side in metres; None takes the preset's, which may leave it."""
    lods: int = 0
    """Further levels, each of half the faces of the one before, 0 to 8."""
    collision: bool | None = None
    """Write a convex hull; None does what the preset does."""
    image: str = "png"
    """Textures in a GLB: `png`, or `webp`, which is smaller and which not every reader knows."""
    report: bool = True
    """Write a report beside the files, JSON and HTML."""
    views: int = 8
    """Views in which the report compares the mesh with what it was made from; 0 compares none."""
    turntable: int = 0
    """Frames of a turn of the mesh and of what it was made from, as WebP and MP4; 0 makes none."""
    quads: int = 0
    """Faces of a quad-dominant version, an OBJ with vertex colours; 0 makes none."""

    def __post_init__(self) -> None:
        preset = preset_named(self.preset)
        check_formats(self.formats or preset.formats)
        if not 0 <= self.lods <= 8:
            raise ValueError(f"lods must be in [0, 8], got {self.lods}")
        if self.image not in ("png", "webp"):
            raise ValueError(f"image must be png or webp, got {self.image!r}")
        if not 0 <= self.views <= 256:
            raise ValueError(f"views must be in [0, 256], got {self.views}")
        if not 0 <= self.turntable <= MAX_FRAMES:
            raise ValueError(f"turntable must be 0 to {MAX_FRAMES} frames, got {self.turntable}")
        if self.quads:
            check_quads(self.quads)
        needs_usd = [name for name in self.formats or preset.formats if name.startswith("usd")]
        if needs_usd and not usd_available():
            raise UsdMissingError(f"{needs_usd[0]} needs usd-core: pip install 'bozzetto[usd]'")

    @property
    def chosen(self) -> Preset:
        """The preset with these settings in place of its own."""
        preset = preset_named(self.preset)
        return replace(
            preset,
            formats=check_formats(self.formats or preset.formats),
            size=preset.size if self.size is None else self.size,
            collision=preset.collision if self.collision is None else self.collision,
        )


@dataclass(frozen=True)
class Delivery:
    """What was written."""

    files: tuple[Path, ...]
    """The first format's file of level 0 first."""
    report: dict[str, Any]
    """What report.json holds, whether it was written or not."""
    mesh: Mesh
    """Level 0, in the frame that it was made in."""


def delivery_stages(settings: DeliverySettings, *, compared: bool = True) -> tuple[str, ...]:
    """The stages that `deliver` reports, all of them, in order.

    Args:
        settings: of the delivery.
        compared: whether it gets a `view_fn`.
    """
    return (
        *(["quads"] if settings.quads else []),
        *(["hull"] if settings.chosen.collision else []),
        *(["compare"] if settings.report and settings.views and compared else []),
        "files",
        *(["turntable"] if settings.turntable else []),
        *(["validator", "report"] if settings.report else []),
    )


def deliver(
    levels: tuple[Level, ...],
    folder: str | os.PathLike[str],
    stem: str,
    settings: DeliverySettings,
    metadata: Mapping[str, Any],
    *,
    high_poly: Mesh | None = None,
    view_fn: ViewFn | None = None,
    restore: Callable[[Mesh], Mesh] = lambda mesh: mesh,
    seconds: Mapping[str, float] | None = None,
    notes: tuple[str, ...] = (),
    facts: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> Delivery:
    """Writes the files of all levels, the hull and the report, all of them or none.

    Args:
        levels: level 0 first.
        folder: where to; must exist.
        stem: the files' name without an ending.
        settings: what and how.
        metadata: where the object comes from; goes into the files.
        high_poly: the surface before simplification, for the quads and the report; None takes level 0.
        view_fn: renders of what level 0 was made from, in its frame.
        restore: takes a mesh from the frame of `levels` to metres, before size and pivot.
        seconds: of the stages before, for the report.
        notes: for the report.
        facts: further entries of the report.
        progress: called through the stages of `delivery_stages`.

    Returns:
        The files and the report.

    Raises:
        OSError: a file cannot be written; then none is, and what stood there still does.
        ValueError: the preset needs what the object is not (a print must be closed), or a file does not read back.
    """
    folder, preset, stages = Path(folder), settings.chosen, Stages(progress, seconds=seconds)
    _check_print(preset, levels[0])
    mesh = levels[0].mesh
    surface = mesh if high_poly is None else high_poly
    quads: QuadMesh | None = None
    if settings.quads:
        with stages.stage("quads"):
            try:
                quads = quad_dominant(surface, settings.quads, mesh)
            except ValueError as error:
                notes = (*notes, str(error))
    hull: Mesh | None = None
    if preset.collision:
        with stages.stage("hull"):
            hull = collision_hull(mesh)
    scores: ViewScores | None = None
    if settings.report and view_fn is not None and settings.views:
        with stages.stage("compare"):
            scores = compare_views(mesh, view_fn, n_views=settings.views)

    place = placement(restore(mesh), preset.size, preset.pivot)
    named = {stem if k == 0 else f"{stem}_lod{k}": level.mesh for k, level in enumerate(levels)}
    if hull is not None:
        named[f"{stem}_collision"] = hull
    meshes = {name: placed(restore(body), place) for name, body in named.items()}
    with _named_errors(folder), _staging_folder(folder, stem) as staging:
        with stages.stage("files"):
            written = [
                path
                for kind in preset.formats
                for name, body in meshes.items()
                for path in _write(kind, body, staging / f"{name}.{kind}", metadata, preset, settings.image)
            ]
            if quads is not None:
                written.append(_write_quads(quads, restore, place, preset, staging / f"{stem}_quads.obj", metadata))
        # An OBJ and a USD of the same mesh share the pictures of its maps.
        written = list(dict.fromkeys(written))
        if settings.turntable:
            with stages.stage("turntable") as report_fraction:
                written += _write_turntables(mesh, view_fn, settings.turntable, staging, stem, report_fraction)
            if not mp4_available():
                notes = (*notes, "no MP4 of the turntable: it needs PyAV, pip install 'bozzetto[video]'")
        checks: dict[str, ValidatorResult] | None = None
        if settings.report:
            with stages.stage("validator"):
                checks = _validated(written)
        low, high = bounds_of(meshes[stem])
        report = {
            **dict(facts or {}),
            "source": dict(metadata),
            "preset": preset.name,
            "pivot": preset.pivot,
            "size_m": [float(x) for x in high - low],
            "bounds_m": [[float(x) for x in low], [float(x) for x in high]],
            "frames": {kind: asdict(preset.frame(kind)) for kind in preset.formats},
            "levels": [_level_row(name, level) for name, level in zip(meshes, levels, strict=False)],
            "collision": None if hull is None else _hull_row(hull),
            "quads": None if quads is None else _quads_row(quads, surface),
            "views": None if scores is None else _score_row(scores, settings.views),
            "validator": None if checks is None else {name: asdict(check) for name, check in checks.items()},
            "files": {path.name: path.stat().st_size for path in written},
            "notes": list(notes),
            "seconds": _rounded(stages.seconds),
        }
        if settings.report:
            with stages.stage("report"):
                page = report_page(
                    report,
                    levels=[level.mesh for level in levels],
                    high_poly=high_poly,
                    hull=hull,
                    quads=None if quads is None else quads.mesh,
                    scores=scores,
                )
            report["seconds"] = _rounded(stages.seconds)
            for name, data in ((f"{stem}_report.json", to_json(report)), (f"{stem}_report.html", page)):
                (staging / name).write_bytes(data)
                written.append(staging / name)
        for path in written:
            os.replace(path, folder / path.name)
    return Delivery(tuple(folder / path.name for path in written), report, mesh)


def _check_print(preset: Preset, level: Level) -> None:
    """Raises unless a preset for printers gets a closed surface."""
    health = level.health
    if preset.name == "print" and not health.watertight:
        raise ValueError(
            f"a print needs a closed surface: this one has {health.boundary_edges} open and "
            f"{health.nonmanifold_edges} non-manifold edges; repair it, or choose another preset"
        )


@contextlib.contextmanager
def _staging_folder(folder: Path, stem: str) -> Iterator[Path]:
    """A hidden folder inside another, gone with what is left in it at the end."""
    staging = folder / f".{stem[:40]}-{secrets.token_hex(6)}.part"
    staging.mkdir()
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


@contextlib.contextmanager
def _named_errors(folder: Path) -> Iterator[None]:
    """The system's errors that name the folder of the delivery, not the hidden one."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise type(error)(error.errno, error.strerror, str(folder)) from error


def _write(
    kind: str, mesh: Mesh, path: Path, metadata: Mapping[str, Any], preset: Preset, image: str
) -> tuple[Path, ...]:
    """One mesh in one format."""
    assert kind in FORMATS
    frame = preset.frame(kind)
    if kind == "glb":
        write_glb(mesh, path, metadata, image=image)
        verify_glb(path, mesh)
        return (path,)
    if kind in ("obj", "ply", "stl") and frame != USUAL_FRAMES[kind]:
        # These formats have no place for units and axes; our reader knows the usual ones.
        metadata = {**metadata, "frame": asdict(frame)}
    if kind == "obj":
        return write_obj(in_frame(mesh, frame), path, metadata)
    if kind == "ply":
        return (write_ply(in_frame(mesh, frame), path, metadata),)
    if kind == "stl":
        return (write_stl(in_frame(mesh, frame), path, metadata),)
    if kind == "3mf":
        return (write_3mf(in_frame(mesh, frame), path, metadata, unit=frame.unit),)
    if kind in ("usd", "usda"):
        return write_usd(mesh, path, metadata, frame=frame)
    return (write_usdz(mesh, path, metadata, frame=frame),)


def _write_quads(
    quads: QuadMesh,
    restore: Callable[[Mesh], Mesh],
    place: Placement,
    preset: Preset,
    path: Path,
    metadata: Mapping[str, Any],
) -> Path:
    body = in_frame(placed(restore(quads.mesh), place), preset.frame("obj"))
    return write_quads(quads, body.vertices, path, metadata)


def _write_turntables(
    mesh: Mesh,
    view_fn: ViewFn | None,
    n_frames: int,
    folder: Path,
    stem: str,
    progress: Callable[[float], None],
) -> list[Path]:
    """A turn of the mesh, softly lit, and one of what it was made from, in plain albedo."""
    share = 1.0 if view_fn is None else 0.5

    def report(fraction: float) -> None:
        # The files are still to be written.
        progress(min(fraction, 0.99))

    frames = turntable_frames(
        mesh, n_frames=n_frames, size=TURNTABLE_PIXELS, progress=lambda fraction: report(share * fraction)
    )
    written = write_turntable(frames, folder, f"{stem}_turntable")
    if view_fn is not None:
        frames = turntable_of_views(
            view_fn, n_frames=n_frames, size=TURNTABLE_PIXELS, progress=lambda fraction: report(0.5 + 0.5 * fraction)
        )
        written += write_turntable(frames, folder, f"{stem}_source_turntable")
    return written


def _validated(paths: list[Path]) -> dict[str, ValidatorResult] | None:
    """What the glTF validator says of the GLBs among the files, by name; None where it is not installed."""
    glbs = [path for path in paths if path.suffix == ".glb"]
    results = validate(glbs)
    return None if results is None else {path.name: result for path, result in zip(glbs, results, strict=True)}


def _level_row(name: str, level: Level) -> dict[str, Any]:
    texture = level.mesh.texture
    return {
        "name": name,
        "faces": len(level.mesh.faces),
        "vertices": len(level.mesh.vertices),
        "texture": None if texture is None else texture.shape[0],
        "maps": [key for key in ("normal_map", "occlusion") if getattr(level.mesh, key) is not None],
        "health": {
            **asdict(level.health),
            "watertight": level.health.watertight,
            "winding_outward": level.health.winding_outward,
            "genus": level.health.genus,
        },
        "uv": None
        if level.uv is None
        else {**asdict(level.uv), "method": level.uv_method, "charts": level.uv_charts, "note": level.uv_note},
        "deviation_percent": None if level.deviation is None else asdict(level.deviation),
    }


def _hull_row(hull: Mesh) -> dict[str, Any]:
    return {"vertices": len(hull.vertices), "faces": len(hull.faces), "volume": mesh_health(hull).volume}


def _quads_row(quads: QuadMesh, surface: Mesh) -> dict[str, Any]:
    return {
        "quads": len(quads.quads),
        "triangles": len(quads.triangles),
        "share": round(quads.share, 4),
        "watertight": mesh_health(quads.mesh).watertight,
        "deviation_percent": asdict(deviation(quads.mesh, surface)),
    }


def _score_row(scores: ViewScores, n_views: int) -> dict[str, Any]:
    row = {
        name: getattr(scores, name) for name in ("psnr", "psnr_worst", "psnr_surface", "psnr_rim", "psnr_limit", "iou")
    }
    return {"n": n_views, **{name: None if value != value else value for name, value in row.items()}}


def _rounded(seconds: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in seconds.items()}

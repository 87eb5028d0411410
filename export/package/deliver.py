"""From a finished mesh to files: levels of detail, hull, quads, other programs' frames, turntables, report.

All files are written into a hidden folder first, and take their places when all of them are whole.
"""

from __future__ import annotations

import contextlib
import functools
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

from bozzetto.export.files.axes_units import (
    FORMATS,
    USUAL_FRAMES,
    Frame,
    Pivot,
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
from bozzetto.export.files.read import UNITS
from bozzetto.export.files.stl import write_stl
from bozzetto.export.files.threemf import write_3mf
from bozzetto.export.files.usd import UsdMissingError, usd_available, write_usd, write_usdz
from bozzetto.export.files.validator import ValidatorResult, validate
from bozzetto.export.mesh.lod import collision_hull, deviation
from bozzetto.export.mesh.mesh import Mesh, bounds_of, mesh_health
from bozzetto.export.package.html_report import report_page, to_json
from bozzetto.export.package.levels import Level
from bozzetto.export.package.quads import QuadMesh, check_quads, quad_dominant, write_quads
from bozzetto.export.package.turntable import mp4_available, turntable_frames, turntable_of_views, write_turntable
from bozzetto.export.texture.compare import ViewFn, ViewScores, compare_views
from bozzetto.stages import ReportFn, Stage

TURNTABLE_PIXELS = 384
MAX_FRAMES = 720
FIXED_FRAMES = ("glb", "3mf")
"""Formats whose specification says their units and axes, or which say them to their readers, who are printers."""


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
    pivot: str = ""
    """What lies at the origin: `keep`, `center` or `bottom`; empty takes the preset's."""
    units: str = ""
    """Of the files' numbers, of `UNITS`; empty takes the preset's. glTF and 3MF have theirs."""
    up: str = ""
    """Which axis points up in the files, `y` or `z`; empty takes the preset's. glTF and 3MF have theirs."""

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
        if self.pivot not in ("", "keep", "center", "bottom"):
            raise ValueError(f"pivot must be keep, center or bottom, got {self.pivot!r}")
        if self.units and self.units not in UNITS:
            raise ValueError(f"units must be one of {', '.join(UNITS)}, got {self.units!r}")
        if self.up not in ("", "y", "z"):
            raise ValueError(f"up must be y or z, got {self.up!r}")
        if (self.units or self.up) and set(self.formats or preset.formats) <= set(FIXED_FRAMES):
            raise ValueError(
                "the units and the up axis of GLB and 3MF are fixed by these formats; export another one, too, such as "
                "obj, or leave them out"
            )
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
            pivot=cast(Pivot, self.pivot or preset.pivot),
            frames={kind: self._frame(preset, kind) for kind in FORMATS},
        )

    def _frame(self, preset: Preset, kind: str) -> Frame:
        """The frame of a format, with the units and the axis that were asked for."""
        frame = preset.frame(kind)
        if kind in FIXED_FRAMES:
            return frame
        return Frame(self.up or frame.up, UNITS[self.units] if self.units else frame.unit)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Delivery:
    """What was written."""

    files: tuple[Path, ...]
    """The first format's file of level 0 first."""
    report: dict[str, Any]
    """What report.json holds, whether it was written or not."""
    mesh: Mesh
    """Level 0, in the frame that it was made in."""


@dataclass(frozen=True)
class Destination:
    """Where files go, and what they are called."""

    folder: Path
    """Must exist."""
    stem: str
    """The files' name without an ending."""


def delivery_stages(delivery: DeliverySettings, destination: Destination, *, compared: bool = True) -> list[Stage]:
    """The stages from `levels` to `delivery`, the files of all levels, the hull and the report: all of them or none.

    They need `levels` (level 0 first) and use, where it is there: `high_poly` (the surface before simplification, for
    the quads and the report), `source_view` (a ViewFn of what level 0 was made from, in its frame), `restore` (takes a
    mesh from the frame of `levels` to metres, before size and pivot), `metadata` (where the object comes from; goes
    into the files), `facts` (further entries of the report) and `notes`.

    Args:
        delivery: what is written and how.
        destination: where to.
        compared: whether there is a `source_view`.

    Raises:
        From the stages, OSError: a file cannot be written; then none is, and what stood there still does. ValueError:
        the preset needs what the object is not (a print must be closed), or a file does not read back.
    """

    def stage(name: str, work: Callable[..., Any], *makes: str) -> Stage:
        return Stage(name, work, makes, {"delivery": delivery, "destination": destination})

    return [
        *([stage("quads", make_quads, "quads", "notes")] if delivery.quads else []),
        *([stage("hull", make_hull, "hull")] if delivery.chosen.collision else []),
        *([stage("compare", compare, "scores")] if delivery.report and delivery.views and compared else []),
        stage("files", write_files, "meshes", "staged"),
        *([stage("turntable", write_turntables, "staged", "notes")] if delivery.turntable else []),
        *([stage("validator", check_files, "checks")] if delivery.report else []),
        stage("delivery", finish, "delivered"),
    ]


def make_quads(
    levels: tuple[Level, ...], delivery: DeliverySettings, high_poly: Mesh | None = None, notes: Sequence[str] = ()
) -> tuple[QuadMesh | None, Sequence[str]]:
    """A quad-dominant version of the surface before simplification; a note where there can be none."""
    mesh = levels[0].mesh
    try:
        return quad_dominant(mesh if high_poly is None else high_poly, delivery.quads, mesh), notes
    except ValueError as error:
        return None, (*notes, str(error))


def make_hull(levels: tuple[Level, ...]) -> Mesh:
    """The convex hull of level 0."""
    return collision_hull(levels[0].mesh)


def compare(levels: tuple[Level, ...], source_view: ViewFn, delivery: DeliverySettings) -> ViewScores:
    """Level 0 beside what it was made from."""
    return compare_views(levels[0].mesh, source_view, n_views=delivery.views)


def write_files(
    levels: tuple[Level, ...],
    delivery: DeliverySettings,
    destination: Destination,
    cleanup: contextlib.ExitStack,
    restore: Callable[[Mesh], Mesh] = lambda mesh: mesh,
    metadata: Mapping[str, Any] | None = None,
    hull: Mesh | None = None,
    quads: QuadMesh | None = None,
) -> tuple[dict[str, Mesh], list[Path]]:
    """The meshes by name, as they are written, and their files, in a hidden folder that goes when the pipeline ends."""
    preset, metadata = delivery.chosen, metadata or {}
    _check_print(preset, levels[0])
    place = placement(restore(levels[0].mesh), preset.size, preset.pivot)
    named = {destination.stem if k == 0 else f"{destination.stem}_lod{k}": level.mesh for k, level in enumerate(levels)}
    if hull is not None:
        named[f"{destination.stem}_collision"] = hull
    meshes = {name: placed(restore(body), place) for name, body in named.items()}
    with _named_errors(destination.folder):
        staging = cleanup.enter_context(staging_folder(destination))
        written = [
            path
            for kind in preset.formats
            for name, body in meshes.items()
            for path in _write(kind, body, staging / f"{name}.{kind}", metadata, preset, delivery.image)
        ]
        if quads is not None:
            body = in_frame(placed(restore(quads.mesh), place), preset.frame("obj"))
            written.append(write_quads(quads, body.vertices, staging / f"{destination.stem}_quads.obj", metadata))
    # An OBJ and a USD of the same mesh share the pictures of its maps.
    return meshes, list(dict.fromkeys(written))


def write_turntables(
    levels: tuple[Level, ...],
    staged: list[Path],
    delivery: DeliverySettings,
    destination: Destination,
    report: ReportFn,
    source_view: ViewFn | None = None,
    notes: Sequence[str] = (),
) -> tuple[list[Path], Sequence[str]]:
    """A turn of the mesh, softly lit, and one of what it was made from, in plain albedo."""
    share, options = 1.0 if source_view is None else 0.5, {"n_frames": delivery.turntable, "size": TURNTABLE_PIXELS}
    folder = staged[0].parent

    def report_part(start: float, fraction: float) -> None:
        # The files are still to be written.
        report(min(start + share * fraction, 0.99))

    frames = turntable_frames(levels[0].mesh, progress=functools.partial(report_part, 0.0), **options)
    with _named_errors(destination.folder):
        staged = [*staged, *write_turntable(frames, folder, f"{destination.stem}_turntable")]
    if source_view is not None:
        frames = turntable_of_views(source_view, progress=functools.partial(report_part, 0.5), **options)
        with _named_errors(destination.folder):
            staged += write_turntable(frames, folder, f"{destination.stem}_source_turntable")
    if not mp4_available():
        notes = (*notes, "no MP4 of the turntable: it needs PyAV, pip install 'bozzetto[video]'")
    return staged, notes


def check_files(staged: list[Path]) -> dict[str, ValidatorResult] | None:
    """What the glTF validator says of the GLBs among the files, by name; None where it is not installed."""
    glbs = [path for path in staged if path.suffix == ".glb"]
    results = validate(glbs)
    return None if results is None else {path.name: result for path, result in zip(glbs, results, strict=True)}


def finish(
    levels: tuple[Level, ...],
    meshes: dict[str, Mesh],
    staged: list[Path],
    delivery: DeliverySettings,
    destination: Destination,
    seconds: Mapping[str, Mapping[str, float]],
    high_poly: Mesh | None = None,
    hull: Mesh | None = None,
    quads: QuadMesh | None = None,
    scores: ViewScores | None = None,
    checks: dict[str, ValidatorResult] | None = None,
    notes: Sequence[str] = (),
    metadata: Mapping[str, Any] | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Delivery:
    """The report, and every file in its place."""
    preset, mesh = delivery.chosen, levels[0].mesh
    low, high = bounds_of(meshes[destination.stem])
    report = {
        **dict(facts or {}),
        "source": dict(metadata or {}),
        "preset": preset.name,
        "pivot": preset.pivot,
        "size_m": [float(x) for x in high - low],
        "bounds_m": [[float(x) for x in low], [float(x) for x in high]],
        "frames": {kind: asdict(preset.frame(kind)) for kind in preset.formats},
        "levels": [_level_row(name, level) for name, level in zip(meshes, levels, strict=False)],
        "collision": None if hull is None else _hull_row(hull),
        "quads": None if quads is None else _quads_row(quads, mesh if high_poly is None else high_poly),
        "views": None if scores is None else _score_row(scores, delivery.views),
        "validator": None if checks is None else {name: asdict(check) for name, check in checks.items()},
        "files": {path.name: path.stat().st_size for path in staged},
        "notes": list(notes),
        "seconds": {name: round(value, 3) for name, value in seconds["export"].items()},
    }
    files = list(staged)
    with _named_errors(destination.folder):
        if delivery.report:
            page = report_page(
                report,
                levels=[level.mesh for level in levels],
                high_poly=high_poly,
                hull=hull,
                quads=None if quads is None else quads.mesh,
                scores=scores,
            )
            for ending, data in (("json", to_json(report)), ("html", page)):
                files.append(staged[0].with_name(f"{destination.stem}_report.{ending}"))
                files[-1].write_bytes(data)
        for path in files:
            os.replace(path, destination.folder / path.name)
    return Delivery(tuple(destination.folder / path.name for path in files), report, mesh)


def _check_print(preset: Preset, level: Level) -> None:
    """Raises unless a preset for printers gets a closed surface."""
    health = level.health
    if preset.name == "print" and not health.watertight:
        raise ValueError(
            f"a print needs a closed surface: this one has {health.boundary_edges} open and "
            f"{health.nonmanifold_edges} non-manifold edges; repair it, or choose another preset"
        )


@contextlib.contextmanager
def staging_folder(destination: Destination) -> Iterator[Path]:
    """A hidden folder beside the files, gone with what is left in it at the end."""
    staging = destination.folder / f".{destination.stem[:40]}-{secrets.token_hex(6)}.part"
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

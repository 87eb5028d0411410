"""From a finished mesh to what is handed on: levels of detail, hull, files in other programs' frames, report.

All files are written into a hidden folder first, and take their places when all of them are whole.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bozzetto.export.files.axes_units import FORMATS, Preset, check_formats, in_frame, placed, placement, preset_named
from bozzetto.export.files.glb import verify_glb, write_glb
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.ply import write_ply
from bozzetto.export.files.stl import write_stl
from bozzetto.export.files.threemf import write_3mf
from bozzetto.export.files.usd import UsdMissingError, usd_available, write_usd, write_usdz
from bozzetto.export.files.validator import validate
from bozzetto.export.mesh.bvh import build_tree
from bozzetto.export.mesh.clean import with_normals
from bozzetto.export.mesh.lod import Deviation, collision_hull, deviation, lod_chain
from bozzetto.export.mesh.mesh import Array, Mesh, MeshHealth, bounds_of, mesh_health
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import bake_maps
from bozzetto.export.package.html_report import report_page, to_json
from bozzetto.export.package.quads import QuadMesh, check_quads, quad_dominant, write_quads
from bozzetto.export.package.turntable import mp4_available, turntable_frames, turntable_of_views, write_turntable
from bozzetto.export.texture.bake import ColorFn, bake_texture
from bozzetto.export.texture.compare import ViewFn, ViewScores, compare_views
from bozzetto.export.texture.texture_fit import SurfaceValues
from bozzetto.export.texture.uv import UvFigures, unwrap, uv_figures

Progress = Callable[[str, float], None]
# Textures halve with each level, but not below this.
SMALLEST_TEXTURE = 256
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
        """The preset with what was asked for in its place."""
        preset = preset_named(self.preset)
        return replace(
            preset,
            formats=check_formats(self.formats or preset.formats),
            size=preset.size if self.size is None else self.size,
            collision=preset.collision if self.collision is None else self.collision,
        )


@dataclass(frozen=True)
class Level:
    """One level of detail."""

    mesh: Mesh
    uv: UvFigures | None
    """None without an atlas."""
    uv_method: str
    """`xatlas`, `box`, `cells`, or empty without an atlas."""
    uv_charts: int
    uv_note: str
    health: MeshHealth
    deviation: Deviation
    """From the surface before simplification."""


@dataclass(frozen=True)
class Delivery:
    """What was written."""

    files: tuple[Path, ...]
    """The first format's file of level 0 first."""
    report: dict[str, Any]
    """What report.json holds, whether it was written or not."""


def first_level(
    mesh: Mesh, dense: Mesh, texture_size: int, *, method: str = "", charts: int = 0, note: str = ""
) -> Level:
    """Measures a finished mesh as level 0.

    Args:
        mesh: as it will be written.
        dense: the surface before simplification.
        texture_size: texels along a side.
        method: how the atlas was made.
        charts: in the atlas.
        note: why the atlas was not made by xatlas.
    """
    figures = None if mesh.uv is None else uv_figures(mesh, texture_size)
    return Level(mesh, figures, method, charts, note, mesh_health(mesh), deviation(mesh, dense))


def further_levels(
    light: Mesh,
    dense: Mesh,
    color_fn: Callable[[Array], Array] | None,
    settings: ExportSettings,
    lods: int,
    *,
    normals_of: Callable[[Mesh], Mesh] = with_normals,
    offsets: SurfaceValues | None = None,
    opacity: ColorFn | None = None,
    progress: Callable[[float], None] | None = None,
) -> tuple[Level, ...]:
    """Levels 1 and up, each unwrapped and baked for itself.

    Args:
        light: level 0 without seams.
        dense: the surface before simplification: what maps show and deviations are measured from.
        color_fn: [N, 3] -> [N, 3] display colours, or None for meshes without.
        settings: texture size of level 0, maps, atlas.
        lods: how many.
        normals_of: gives a simplified mesh its vertex normals.
        offsets: what to add to the colour.
        opacity: [N, 3] -> [N, 1], how much light the surface stops; None where it stops all.
        progress: called with the fraction done.
    """
    levels: list[Level] = []
    tree = build_tree(dense)
    for mesh in lod_chain(light, lods):
        number = len(levels) + 1
        size = max(min(settings.texture_size, SMALLEST_TEXTURE), settings.texture_size >> number)
        here = replace(settings, texture_size=size)
        level = finish(normals_of(mesh), dense, color_fn, here, offsets, opacity)
        apart = deviation(level.mesh, dense, tree=tree)
        levels.append(replace(level, deviation=apart))
        if progress is not None:
            progress(number / lods)
    return tuple(levels)


def finish(
    light: Mesh,
    dense: Mesh,
    color_fn: Callable[[Array], Array] | None,
    settings: ExportSettings,
    offsets: SurfaceValues | None = None,
    opacity: ColorFn | None = None,
) -> Level:
    """Unwraps and bakes a simplified mesh.

    Args:
        light: positions, faces, normals.
        dense: the surface before simplification.
        color_fn: [N, 3] -> [N, 3] display colours; None makes no texture, unless maps need an atlas.
        settings: texture size, maps, atlas.
        offsets: what to add to the colour.
        opacity: [N, 3] -> [N, 1], how much light the surface stops; None where it stops all.
    """
    if color_fn is None and not (settings.normal_map or settings.occlusion):
        return first_level(light, dense, settings.texture_size)
    atlas = unwrap(light, settings.texture_size, padding=settings.uv_padding, time_limit=settings.uv_time_limit)
    paint = color_fn or (lambda points: 0.7 + 0.0 * points)
    mesh = bake_texture(
        atlas.mesh, paint, settings.texture_size,
        offset_fn=offsets, opacity_fn=opacity, inset=settings.inset, block=settings.block,
    )  # fmt: skip
    mesh, left_out = bake_maps(mesh, dense, settings)
    note = "; ".join(part for part in (atlas.note, left_out) if part)
    return first_level(mesh, dense, settings.texture_size, method=atlas.method, charts=atlas.n_charts, note=note)


def deliver(
    levels: tuple[Level, ...],
    folder: str | os.PathLike[str],
    stem: str,
    settings: DeliverySettings,
    metadata: Mapping[str, Any],
    *,
    dense: Mesh | None = None,
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
        dense: the surface before simplification, for the report's picture.
        view_fn: renders of what level 0 was made from, in its frame.
        restore: takes a mesh from the frame of `levels` to metres, before size and pivot.
        seconds: of what was done before, for the report.
        notes: for the report.
        facts: further entries of the report.
        progress: called with a part's name and the fraction of it that is done.

    Returns:
        The files and the report.

    Raises:
        OSError: a file cannot be written; then none is, and what stood there still does.
        ValueError: the preset needs what the object is not (a print must be closed), or a file does not read back.
    """
    folder, preset = Path(folder), settings.chosen
    times = dict(seconds or {})

    @contextlib.contextmanager
    def timed(name: str):
        if progress is not None:
            progress(name, 0.0)
        start = time.perf_counter()
        yield
        times[name] = times.get(name, 0.0) + time.perf_counter() - start
        if progress is not None:
            progress(name, 1.0)

    if preset.name == "print" and not levels[0].health.watertight:
        health = levels[0].health
        raise ValueError(
            f"a print needs a closed surface: this one has {health.boundary_edges} open and "
            f"{health.nonmanifold_edges} non-manifold edges; repair it, or choose another preset"
        )
    remeshed: QuadMesh | None = None
    if settings.quads:
        with timed("quads"):
            try:
                remeshed = quad_dominant(levels[0].mesh if dense is None else dense, settings.quads, levels[0].mesh)
            except ValueError as error:
                notes = (*notes, str(error))
    with timed("hull"):
        hull = collision_hull(levels[0].mesh) if preset.collision else None
    scores: ViewScores | None = None
    if settings.report and view_fn is not None and settings.views:
        with timed("compare"):
            scores = compare_views(levels[0].mesh, view_fn, n_views=settings.views)

    where = placement(restore(levels[0].mesh), preset.size, preset.pivot)
    named = {stem if k == 0 else f"{stem}_lod{k}": level.mesh for k, level in enumerate(levels)}
    if hull is not None:
        named[f"{stem}_collision"] = hull
    placed_meshes = {name: placed(restore(mesh), where) for name, mesh in named.items()}
    facts_of_files = dict(metadata)
    staging = folder / f".{stem[:40]}-{secrets.token_hex(6)}.tmp"
    written: list[Path] = []
    with _named_errors(folder):
        staging.mkdir()
    try:
        with _named_errors(folder):
            with timed("files"):
                for kind in preset.formats:
                    for name, mesh in placed_meshes.items():
                        written += _write(
                            kind, mesh, staging / f"{name}.{kind}", facts_of_files, preset, settings.image
                        )
                if remeshed is not None:
                    turned = in_frame(placed(restore(remeshed.mesh), where), preset.frame("obj"))
                    path = staging / f"{stem}_quads.obj"
                    written.append(write_quads(remeshed, turned.vertices, path, facts_of_files))
            # An OBJ and a USD of the same mesh share the pictures of its maps.
            written = list(dict.fromkeys(written))
            if settings.turntable:
                with timed("turntable"):
                    written += _write_turntables(levels[0].mesh, view_fn, settings.turntable, staging, stem, progress)
                if not mp4_available():
                    notes = (*notes, "no MP4 of the turntable: it needs PyAV, pip install 'bozzetto[video]'")
            with timed("validator"):
                glbs = [path for path in written if path.suffix == ".glb"]
                found = validate(glbs) if settings.report else None
            low, high = bounds_of(placed_meshes[stem])
            report = {
                **dict(facts or {}),
                "source": dict(metadata),
                "preset": preset.name,
                "pivot": preset.pivot,
                "size_m": [float(x) for x in high - low],
                "bounds_m": [[float(x) for x in low], [float(x) for x in high]],
                "frames": {kind: asdict(preset.frame(kind)) for kind in preset.formats},
                "levels": [_level_row(name, level) for name, level in zip(named, levels, strict=False)],
                "collision": None
                if hull is None
                else {"vertices": len(hull.vertices), "faces": len(hull.faces), "volume": mesh_health(hull).volume},
                "quads": None
                if remeshed is None
                else {
                    "quads": len(remeshed.quads),
                    "triangles": len(remeshed.triangles),
                    "share": round(remeshed.share, 4),
                    "watertight": mesh_health(remeshed.mesh).watertight,
                    "deviation_percent": asdict(deviation(remeshed.mesh, levels[0].mesh if dense is None else dense)),
                },
                "views": None if scores is None else _score_row(scores, settings.views),
                "validator": None
                if found is None
                else {path.name: asdict(result) for path, result in zip(glbs, found, strict=True)},
                "files": {path.name: path.stat().st_size for path in written},
                "notes": list(notes),
                "seconds": {name: round(value, 3) for name, value in times.items()},
            }
            if settings.report:
                with timed("report"):
                    page = report_page(
                        report,
                        levels=[level.mesh for level in levels],
                        dense=dense,
                        hull=hull,
                        quads=None if remeshed is None else remeshed.mesh,
                        scores=scores,
                    )
                report["seconds"] = {name: round(value, 3) for name, value in times.items()}
                for name, data in ((f"{stem}_report.json", to_json(report)), (f"{stem}_report.html", page)):
                    (staging / name).write_bytes(data)
                    written.append(staging / name)
            for path in written:
                os.replace(path, folder / path.name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Delivery(tuple(folder / path.name for path in written), report)


def _write_turntables(
    mesh: Mesh, view_fn: ViewFn | None, n_frames: int, folder: Path, stem: str, progress: Progress | None
) -> list[Path]:
    """A turn of the mesh, softly lit, and one of what it was made from, in plain albedo."""

    def tell(done: float) -> None:
        if progress is not None:
            progress("turntable", min(done, 0.99))

    share = 1.0 if view_fn is None else 0.5
    frames = turntable_frames(
        mesh, n_frames=n_frames, size=TURNTABLE_PIXELS, progress=lambda fraction: tell(share * fraction)
    )
    written = write_turntable(frames, folder, f"{stem}_turntable")
    if view_fn is not None:
        frames = turntable_of_views(
            view_fn, n_frames=n_frames, size=TURNTABLE_PIXELS, progress=lambda fraction: tell(0.5 + 0.5 * fraction)
        )
        written += write_turntable(frames, folder, f"{stem}_source_turntable")
    return written


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
        "deviation_percent": asdict(level.deviation),
    }


def _score_row(scores: ViewScores, n_views: int) -> dict[str, Any]:
    row = {
        name: getattr(scores, name) for name in ("psnr", "psnr_worst", "psnr_surface", "psnr_rim", "psnr_limit", "iou")
    }
    return {"n": n_views, **{name: None if value != value else value for name, value in row.items()}}


@contextlib.contextmanager
def _named_errors(folder: Path):
    """The system's errors with the folder that the user knows, not the hidden one."""
    try:
        yield
    except OSError as error:
        if error.errno is None or isinstance(error, UsdMissingError):
            raise
        raise type(error)(error.errno, error.strerror, str(folder)) from error

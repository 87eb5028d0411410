"""From a trained field, or from anybody's mesh, to files: mesh, levels of detail, stills, turntable, report.

Both are lists of stages (`bozzetto.stages`); what `bozzetto generate` writes and what `bozzetto export` may
be asked for are the same list with other options.
"""

import contextlib
import functools
import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numba
import numpy as np
from jaxtyping import UInt8

from bozzetto.atomic import write_bytes
from bozzetto.beside import Beside, Job, work_beside
from bozzetto.export.files.axes_units import FORMATS
from bozzetto.export.files.glb import BrokenFileError
from bozzetto.export.files.images import write_png
from bozzetto.export.files.read import READABLE, raised_limits, refusal
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.package.deliver import Delivery, DeliverySettings, Destination
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_files import field_file_stages
from bozzetto.export.package.field_to_mesh import FieldFunctions
from bozzetto.export.package.keep_materials import kept_stages
from bozzetto.export.package.levels import Level
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, mesh_stages
from bozzetto.export.package.turntable import turntable_frames, webp_bytes
from bozzetto.export.surface.iso_level import OpacityFn
from bozzetto.export.texture.compare import ViewFn
from bozzetto.jobs.bake.field_functions import (
    FieldCallables,
    knowledge_of,
    prior_alpha,
    prior_normals,
    texture_views,
    views_ahead,
    with_alpha,
)
from bozzetto.jobs.bake.material import finish_fn_of, paint_levels
from bozzetto.jobs.config.errors import ExportError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.provenance import read_provenance
from bozzetto.jobs.store.report import versions, word_rows
from bozzetto.jobs.store.resources import process_memory
from bozzetto.jobs.store.runs import (
    STILLS,
    Run,
    disk_errors,
    latest_preview,
    load_run,
    lock_run,
    user_path,
    write_json,
)
from bozzetto.jobs.store.stages import run_stages
from bozzetto.jobs.store.work import run_threads
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import Trained, load_trained
from bozzetto.jobs.train.resolve import is_glass
from bozzetto.stages import Stage

PLAIN_FORMATS = ("glb", "obj")
"""What `generate` writes, and `export` when nothing else is asked for."""
LICENCE = (
    "made by bozzetto; what the prior was trained on, by whom and under which licences: "
    "sds/weights/MODEL_CARD.md of the package"
)
LICENCE_OF_IMAGES = "made by bozzetto from images, whose authors' rights it does not change"


@dataclass(frozen=True)
class ExportOptions:
    """What `bozzetto export` can be asked for; None and empty leave it to the preset and the run's configuration."""

    formats: tuple[str, ...] = ()
    """Of `bozzetto.export.files.axes_units.FORMATS`."""
    faces: int | None = None
    """Faces to keep."""
    texture: int | None = None
    """Edge of the texture in texels."""
    preset: str = ""
    """Of `bozzetto.export.files.axes_units.PRESETS`."""
    size: float | None = None
    """Longest side in metres."""
    lods: int = 0
    """Further levels of detail."""
    collision: bool | None = None
    """A convex hull."""
    normal_map: bool | None = None
    """The dense surface's normals."""
    occlusion: bool | None = None
    """Ambient occlusion."""
    image: str = "png"
    """Textures in a GLB: `png` or `webp`."""
    resolution: int | None = None
    """Grid nodes along a side of the cube, for runs."""
    surface: str = "dual"
    """`dual` or `marching`, for runs."""
    report: bool | None = None
    """JSON and HTML beside the files; None writes it where more than plain files are asked for, and not one file."""
    turntable: int = 0
    """Frames of a turn of the mesh, and of the field of a run, as WebP and MP4; 0 makes none."""
    quads: int = 0
    """Faces of a quad-dominant version; 0 makes none."""
    pivot: str = ""
    """What lies at the origin of the files: `keep`, `center` or `bottom`."""
    file_units: str = ""
    """Of the numbers in OBJ, PLY, STL and USD files: m, cm, mm, in or ft."""
    file_up: str = ""
    """Which axis points up in these, `y` or `z`."""
    close: bool | None = None
    """Close the holes of a mesh from a file; None does for presets that need a closed surface."""
    keep_materials: bool = False
    """Keep a mesh file's objects, materials, UV sets and textures; writes GLB only."""
    units: str | None = None
    """Of a mesh file's numbers: m, cm, mm, in or ft."""
    up: str | None = None
    """Which axis of a mesh file points up: y or z."""
    limits: tuple[str, ...] = ()
    """What a mesh file may ask of this machine, such as max_faces=20000000."""

    @property
    def plain(self) -> bool:
        """Whether nothing is asked for that `generate` would not write."""
        asked = replace(self, faces=None, texture=None, formats=())
        return asked == ExportOptions() and set(self.formats) <= set(PLAIN_FORMATS)


def export_anything(
    where: str | os.PathLike[str],
    path: str | os.PathLike[str] | None = None,
    options: ExportOptions | None = None,
    *,
    knowledge: PriorKnowledge | None = None,
    progress: ProgressFn = no_progress,
) -> list[Path]:
    """Exports a run's field, or cleans and exports a mesh from a file.

    Args:
        where: a run's folder or name, or a mesh file with an ending of `bozzetto.export.files.read.READABLE`.
        path: a file whose ending chooses the format, or a folder. By default the run's folder, or `export` in it when
            more than the plain files is asked for; for a mesh a folder of its name in the working folder.
        options: what is asked for.
        knowledge: as of `field_export_stages`, for a run.
        progress: is called at each part.
    Returns:
        The files that were written.
    Raises:
        BozzettoError: what is asked for is not possible, no such run or file, or a file cannot be read or written.
    """
    options = options or ExportOptions()
    source = user_path(where)
    if source.suffix.lower().lstrip(".") in READABLE and not os.path.isdir(source):
        if not source.is_file():
            raise ExportError(f"there is no file {source}")
        with _export_errors(f"export {source}"):
            made = run_stages(mesh_file_stages(source, path, options), ("delivered",), progress=progress)
        for note in made["delivered"].report["notes"]:
            # Said even where no report is written.
            progress(Progress("export", 1, 1, message=f"note: {note}"))
        return list(made["delivered"].files)
    refused = None if os.path.isdir(source) else refusal(source)
    if refused is not None:
        raise ExportError(refused)
    run = load_run(where)
    if options.keep_materials:
        raise ExportError(f"--keep-materials is for mesh files; {where} is a run, whose mesh has one material")
    with lock_run(run.path), run_threads(run.config):
        rest = field_export_stages(run, path, options, knowledge=knowledge)
        stages = [Stage("loading", lambda: load_trained(run), ("trained",)), *rest]
        made = run_stages(stages, ("delivered",), progress=progress, preview=lambda: latest_preview(run))
    return list(made["delivered"].files)


def field_export_stages(
    run: Run,
    path: str | os.PathLike[str] | None = None,
    options: ExportOptions | None = None,
    *,
    knowledge: PriorKnowledge | None = None,
) -> list[Stage]:
    """The stages from a trained field to its files; what `generate` writes also has stills, a turntable and a report.

    Args:
        run: the run.
        path: a file whose ending chooses the format, or a folder; by default the run's folder, or `export` in it when
            more than the plain files is asked for.
        options: what is asked for.
        knowledge: of the prior that the run was made with; by default of the one that the run names, where that ships
            with the package.
    Returns:
        Stages that need `trained`, use `report_facts` (further entries of the run's report), and make `delivered`.
    Raises:
        ExportError: an unknown format, or a number out of range.
        DiskError: the folder cannot be made.
    """
    config, options = run.config, _with_path(options or ExportOptions(), path)
    with_errors = functools.partial(
        _export_errors, f"export {run.path}", f" (the field is kept in {run.path / 'checkpoints'})"
    )
    with with_errors():
        delivery = _delivery_settings(options, path)
        settings = _export_settings(config, options, delivery)
    destination = _destination(path, run.path if options.plain else run.path / "export", "mesh")
    given = {"run": run, "config": config, "known": knowledge, "settings": settings}
    stages = [
        Stage("field", field_functions, ("field", "alpha", "source_view", "metadata", "facts", "beside"), given),
        *with_pictures(with_materials(
            with_transparency(field_file_stages(settings, delivery, destination)), run, config, knowledge, settings
        ), config if options.plain and path is None else None),
        *([
            Stage("stills", write_stills, ("stills",), given),
            Stage("turntable", write_turntable, ("turntable",), given),
            Stage("report", write_report, ("delivered",), given),
        ] if options.plain and path is None else []),
    ]  # fmt: skip
    return [replace(stage, work=with_errors()(stage.work)) for stage in stages]


def with_materials(
    stages: list[Stage], run: Run, config: RunConfig, known: PriorKnowledge | None, settings: ExportSettings
) -> list[Stage]:
    """The stages of a field's files with one that makes its surface of the materials that its objects have, as far as
    the prior knows them, and that the prompt names, if any."""
    if known is None and config.prior != "embedded":
        return stages
    known = known or knowledge_of(run, config)
    if known is None:
        return stages
    paint_fn, finish_fn = known.paint_fn, finish_fn_of(known)
    if paint_fn is None and finish_fn is None:
        return stages
    given = {"paint_fn": paint_fn, "finish_fn": finish_fn, "settings": settings, "seed": config.seed}
    after = next(k for k, stage in enumerate(stages) if stage.name == "levels") + 1
    return [*stages[:after], Stage("material", paint_levels, ("levels", "facts"), given), *stages[after:]]


def with_pictures(stages: list[Stage], config: RunConfig | None) -> list[Stage]:
    """The stages of a field's files with one, before they are written, that begins the turntable beside that; as they
    are where there is no configuration of one."""
    if config is None or not config.pictures.turntable_frames:
        return stages
    at = next(k for k, stage in enumerate(stages) if stage.name == "files")
    return [*stages[:at], Stage("pictures", begin_turntable, ("turning",), {"config": config}), *stages[at:]]


def with_transparency(stages: list[Stage]) -> list[Stage]:
    """The stages of a field's files with one, before its texture, that waits for what is transparent."""
    at = next(k for k, stage in enumerate(stages) if stage.name == "texture")
    return [*stages[:at], Stage("transparency", add_alpha, ("field", "source_view")), *stages[at:]]


def field_functions(
    run: Run,
    config: RunConfig,
    known: PriorKnowledge | None,
    settings: ExportSettings,
    trained: Trained,
    cleanup: contextlib.ExitStack,
) -> tuple[FieldFunctions, Job[OpacityFn | None], ViewFn, dict[str, Any], dict[str, Any], Beside]:
    """The field as the export takes it, all but what is transparent of it, which is looked for beside the next stages,
    as the renders for its texture are made; renders for the report; what the files and the report say of its making;
    and the thread beside."""
    field = FieldCallables(trained.field, trained.grid, config.render.step_size)
    known = known or knowledge_of(run, config)
    # Numba says what its threads can do once a kernel has run.
    field.density(np.zeros((1, 3), np.float32))
    beside = cleanup.enter_context(work_beside())
    alpha = beside.start(prior_alpha, config, known, field.view)
    views = texture_views(config, known, field.view)
    if settings.match_views:
        views = views_ahead(views, settings.match_views, settings.match_pixels, beside)
    functions = FieldFunctions(
        field.density, field.color, field.opacity, views, prior_normals(known), None, is_glass(config, known)
    )
    return functions, alpha, field.view, _metadata(run, config, trained), {"versions": versions()}, beside


def add_alpha(
    field: FieldFunctions, alpha: Job[OpacityFn | None], source_view: ViewFn
) -> tuple[FieldFunctions, ViewFn]:
    """The field and its renders with what is transparent."""
    alpha_fn = alpha.result()
    return replace(field, alpha=alpha_fn), with_alpha(source_view, alpha_fn)


def mesh_file_stages(source: Path, path: str | os.PathLike[str] | None, options: ExportOptions) -> list[Stage]:
    """The stages from a mesh file to `delivered`.

    Args:
        source: the mesh.
        path: a file whose ending chooses the format, or a folder; by default one of its name in the working folder.
        options: what is asked for.
    Raises:
        ExportError, ValueError: an unknown format, or a number out of range.
    """
    options = _with_path(options, path)
    if options.keep_materials and not options.formats:
        options = replace(options, formats=("glb",))
    report = not _is_one_file(path) if options.report is None else options.report
    delivery = _delivery_settings(replace(options, report=report), path)
    remesh = RemeshSettings(
        max_faces=options.faces, normal_map=options.normal_map, occlusion=options.occlusion,
        close=options.close, units=options.units, up=options.up,
    )  # fmt: skip
    if options.texture is not None:
        remesh = replace(remesh, texture_size=options.texture)
    if options.keep_materials and options.texture is not None:
        raise ExportError("--keep-materials leaves textures as they are: leave out --texture")
    make_stages = kept_stages if options.keep_materials else mesh_stages
    limits, metadata = raised_limits(options.limits), {"version": versions()["bozzetto"]}
    destination = _destination(path, Path(f"{source.stem}_export"), source.stem)
    return make_stages(source, remesh, delivery, destination, metadata=metadata, limits=limits)


def write_stills(run: Run, config: RunConfig, delivered: Delivery) -> list[Path]:
    """Four stills of the mesh, softly lit, in the run's folder."""
    images = _turn(config, delivered.mesh, len(STILLS), numba.get_num_threads())
    return [write_png(image, run.path / f"view_{name}.png") for name, image in zip(STILLS, images, strict=True)]


def begin_turntable(config: RunConfig, levels: tuple[Level, ...], beside: Beside) -> Job[bytes]:
    """A turntable of the mesh, softly lit, as WebP, begun beside the files."""
    n_frames, threads = config.pictures.turntable_frames, numba.get_num_threads()

    def draw() -> bytes:
        return webp_bytes(_turn(config, levels[0].mesh, n_frames, threads))

    return beside.start(draw)


def write_turntable(run: Run, turning: Job[bytes] | None = None) -> list[Path]:
    """The turntable in the run's folder; nothing where it has no frames."""
    return [] if turning is None else [write_bytes(run.path / "turntable.webp", turning.result())]


def write_report(
    run: Run,
    config: RunConfig,
    trained: Trained,
    delivered: Delivery,
    stills: list[Path],
    turntable: list[Path],
    seconds: dict[str, dict[str, float]],
    report_facts: Mapping[str, Any] | None = None,
) -> Delivery:
    """report.json; returns what was delivered with all files of the run."""
    path = run.path / "report.json"
    with disk_errors(f"write {path}"):
        report = make_report(config, trained, delivered, seconds) | {"words": _words(run)} | dict(report_facts or {})
        write_json(path, report)
    return replace(delivered, files=(*delivered.files, *stills, *turntable, path))


def _turn(config: RunConfig, mesh: Mesh, n_frames: int, threads: int) -> UInt8[np.ndarray, "n h w 3"]:
    size, elevation = config.pictures.resolution, math.radians(config.pictures.elevation_deg)
    return turntable_frames(mesh, n_frames=n_frames, size=size, elevation=elevation, threads=threads)


def make_report(
    config: RunConfig, trained: Trained, delivered: Delivery, seconds: dict[str, dict[str, float]]
) -> dict[str, Any]:
    """What report.json holds.

    Args:
        config: the run's.
        trained: its field.
        delivered: its files.
        seconds: wall time of its stages, by group and name.
    """
    stages = {name: round(taken, 3) for group in seconds.values() for name, taken in group.items()}
    return {
        "prompt": config.prompt,
        "seed": config.seed,
        "steps": trained.step,
        "unknown_words": word_rows(trained.unknown),
        "seconds": {"training": round(trained.seconds, 3), "export": round(sum(seconds["export"].values()), 3)},
        "stages": stages,
        "memory": process_memory()[0],
        "training_split": trained.split,
        "export": delivered.report["field"],
        "versions": versions(),
        "config": config_to_dict(config),
    }


def _with_path(options: ExportOptions, path: str | os.PathLike[str] | None) -> ExportOptions:
    """The options for a path: the ending of a file is the only format."""
    if path is not None and _is_one_file(path):
        return replace(options, formats=(Path(path).suffix.lower().lstrip("."),))
    return options


def _is_one_file(path: str | os.PathLike[str] | None) -> bool:
    """Whether a path names one file of a known format."""
    return path is not None and Path(path).suffix.lower().lstrip(".") in FORMATS and not os.path.isdir(path)


def _delivery_settings(options: ExportOptions, path: str | os.PathLike[str] | None) -> DeliverySettings:
    """The export's settings for what was asked for."""
    report = not options.plain and not _is_one_file(path) if options.report is None else options.report
    return DeliverySettings(
        formats=options.formats,
        preset=options.preset,
        size=options.size,
        lods=options.lods,
        collision=options.collision,
        image=options.image,
        pivot=options.pivot,
        units=options.file_units,
        up=options.file_up,
        report=report,
        turntable=options.turntable,
        quads=options.quads,
    )


def _export_settings(config: RunConfig, options: ExportOptions, delivery: DeliverySettings) -> ExportSettings:
    """The configuration's settings with what was asked for and what the preset has, checked as the configuration's."""
    mesh, preset = config.mesh, delivery.chosen
    mesh = replace(
        mesh,
        max_faces=mesh.max_faces if options.faces is None else options.faces,
        texture_size=mesh.texture_size if options.texture is None else options.texture,
    )
    if not options.plain:
        mesh = replace(
            mesh,
            texture_size=min(mesh.texture_size, preset.max_texture),
            resolution=mesh.resolution if options.resolution is None else options.resolution,
            refinement=mesh.refinement if options.resolution is None else 1.0,
            surface=options.surface,  # type: ignore[arg-type]
            normal_map=preset.normal_map if options.normal_map is None else options.normal_map,
            occlusion=preset.occlusion if options.occlusion is None else options.occlusion,
        )
    return replace(config, mesh=mesh).mesh


def _destination(path: str | os.PathLike[str] | None, folder: Path, stem: str) -> Destination:
    """Where files go and what they are called."""
    if path is not None:
        path = Path(path)
        if _is_one_file(path):
            folder, stem = path.parent, path.stem
        elif path.suffix and not path.is_dir():
            raise ExportError(f"cannot tell the format of {path.name!r}: expected .{', .'.join(FORMATS)}, or a folder")
        else:
            folder = path
    with disk_errors(f"make the folder {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
    return Destination(folder, stem)


def _words(run: Run) -> dict[str, str]:
    """The prompt's nouns that were taught, and whose they are."""
    origin = read_provenance(run)
    return {} if origin is None else origin.words


def _metadata(run: Run, config: RunConfig, trained: Trained) -> dict[str, Any]:
    """Where a mesh comes from, for `asset.extras`."""
    words = _words(run)
    taught = "".join(f"; {noun}: {whose}" for noun, whose in words.items())
    return {
        "generator": f"bozzetto {versions()['bozzetto']}",
        "version": versions()["bozzetto"],
        "licence": LICENCE_OF_IMAGES if config.fit.images else LICENCE + taught,
        "prompt": config.prompt,
        "negative": config.negative,
        "prior": config.prior,
        "preset": config.preset,
        "seed": config.seed,
        "steps": trained.step,
        **({"words": words} if words else {}),
    }


@contextlib.contextmanager
def _export_errors(action: str, kept: str = "") -> Iterator[None]:
    """The export's errors as ours; `kept` says what is still there."""
    try:
        with disk_errors(action):
            yield
    except (ValueError, TypeError, BrokenFileError, ImportError) as error:
        if isinstance(error, ExportError):
            raise
        raise ExportError(f"{error}{kept}") from error

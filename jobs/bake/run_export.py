"""From a trained field, or from anybody's mesh, to files: mesh, levels of detail, stills, turntable, report."""

import contextlib
import logging
import math
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from bozzetto.export.files.axes_units import FORMATS
from bozzetto.export.files.glb import BrokenFileError, verify_glb, write_glb
from bozzetto.export.files.images import write_png
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.read import READABLE, refusal
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.mesh.normal_fit import NormalFn
from bozzetto.export.package.deliver import Delivery, DeliverySettings
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_files import export_field, field_file_stages
from bozzetto.export.package.field_to_mesh import ExportReport, export_mesh, field_stages
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, export_mesh_file, mesh_stages
from bozzetto.export.package.turntable import turntable_frames, write_webp
from bozzetto.export.surface.iso_level import OpacityFn
from bozzetto.export.texture.compare import ViewFn
from bozzetto.jobs.bake.texture_refine import predicted_alpha, refined_views
from bozzetto.jobs.config.errors import ExportError, PriorError
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.provenance import read_provenance
from bozzetto.jobs.store.report import versions, word_rows
from bozzetto.jobs.store.resources import process_memory
from bozzetto.jobs.store.runs import STILLS, Run, disk_errors, load_run, lock_run, user_path, write_json
from bozzetto.jobs.store.work import run_threads
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import Trained, load_trained
from bozzetto.jobs.train.priors import load_prior
from bozzetto.jobs.train.resolve import is_glass
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.field import HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render_image
from bozzetto.sds.prior import Prior

# What `generate` writes, and `export` when nothing else is asked for.
PLAIN_FORMATS = ("glb", "obj")
LICENCE = (
    "made by bozzetto; what the prior was trained on, by whom and under which licences: "
    "sds/weights/MODEL_CARD.md of the package"
)
LICENCE_OF_IMAGES = "made by bozzetto from images, whose authors' rights it does not change"

Array = NDArray[Any]

log = logging.getLogger(__name__)


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

    @torch.no_grad()
    def view(self, azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        """Premultiplied albedo [H, W, 3] and opacity [H, W] of the volume render from the prior's camera; radians."""
        views = orbit_views(torch.tensor([math.degrees(azimuth)]), math.degrees(elevation))
        out = render_image(self._field, self._grid, cameras_of(views, resolution), step_size=self._step_size)
        return out.rgb[0].numpy(), out.opacity[0].numpy()


def prior_of(run: Run) -> Prior | None:
    """The prior that a run was made with, where it ships with the package; None where it does not, or has changed."""
    origin = read_provenance(run)
    if origin is None or origin.prior["name"] != "embedded":
        return None
    try:
        prior = load_prior("embedded")
    except PriorError as error:
        log.warning("the surface is not fitted to what the prior knows: %s", error)
        return None
    # Other weights, other words: an old run may ask for what they do not know, and its field is not theirs.
    if getattr(prior, "digest", "") != origin.prior["sha256"]:
        log.warning("the surface is not fitted to the prior: the run was made with other weights of it")
        return None
    return prior


def knowledge_of(run: Run, config: RunConfig) -> PriorKnowledge | None:
    """What the prior of `prior_of` knows of a run's prompt."""
    prior = prior_of(run)
    return None if prior is None else PriorKnowledge.of(prior, config)


def prior_normals(knowledge: PriorKnowledge | None) -> NormalFn | None:
    """The normals that a prior knows beside how things look; None for a prior that knows none."""
    normals_fn = None if knowledge is None else knowledge.normals_fn
    if normals_fn is None:
        return None
    return lambda points, normals: normals_fn(torch.from_numpy(points), torch.from_numpy(normals)).numpy()


def texture_views(config: RunConfig, knowledge: PriorKnowledge | None, view_fn: ViewFn) -> ViewFn:
    """The renders that the texture is fitted to: refined by a prior that knows crops, else as they are."""
    crops = None if knowledge is None else knowledge.crops
    if crops is None or config.guidance.texture_refine_t == 0:
        return view_fn
    return refined_views(view_fn, crops, config.guidance.texture_refine_t, config.seed)


def prior_alpha(config: RunConfig, knowledge: PriorKnowledge | None, view_fn: ViewFn) -> OpacityFn | None:
    """The object's alpha, by a prior that knows crops; None where it is opaque or nobody knows."""
    crops = None if knowledge is None else knowledge.crops
    if crops is None or config.guidance.texture_refine_t == 0:
        return None
    return predicted_alpha(view_fn, crops, config.seed)


def with_alpha(view_fn: ViewFn, alpha_fn: OpacityFn | None) -> ViewFn:
    """A field's renders with what is glass by `alpha_fn`: what an exported mesh is compared with."""
    if alpha_fn is None:
        return view_fn

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        rgb, opacity = view_fn(azimuth, elevation, resolution)
        share = np.minimum(alpha_fn(azimuth, elevation, resolution) / np.maximum(opacity, 1e-6), 1.0)
        return rgb * share[..., None], opacity * share

    return view


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
    """JSON and HTML beside the files; None writes it unless one file is asked for."""
    turntable: int = 0
    """Frames of a turn of the mesh, and of the field of a run, as WebP and MP4; 0 makes none."""
    quads: int = 0
    """Faces of a quad-dominant version; 0 makes none."""
    close: bool | None = None
    """Close the holes of a mesh from a file; None does for presets that need a closed surface."""
    units: str | None = None
    """Of a mesh file's numbers: m, cm, mm, in or ft."""
    up: str | None = None
    """Which axis of a mesh file points up: y or z."""

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
    progress: ProgressFn = no_progress,
) -> list[Path]:
    """Exports a run's field, or cleans and exports a mesh from a file.

    Args:
        where: a run's folder or name, or a mesh file with an ending of `bozzetto.export.files.read.READABLE`.
        path: a file whose ending chooses the format, or a folder. By default the run's folder, or `export` in it when
            more than the plain files is asked for; for a mesh a folder of its name in the working folder.
        options: what is asked for.
        progress: is called at each part.
    Returns:
        The files that were written.
    Raises:
        BozzettoError: what is asked for is not possible, no such run or file, or a file cannot be read or written.
    """
    options = options or ExportOptions()
    source = user_path(where)
    is_mesh = source.suffix.lower().lstrip(".") in READABLE and not os.path.isdir(source)
    if path is not None and Path(path).suffix.lower().lstrip(".") in FORMATS and not os.path.isdir(path):
        options = replace(options, formats=(Path(path).suffix.lower().lstrip("."),))
    if is_mesh:
        return _export_file(source, path, options, progress)
    refused = None if os.path.isdir(source) else refusal(source)
    if refused is not None:
        raise ExportError(refused)
    run = load_run(where)
    with lock_run(run.path), run_threads(run.config):
        trained = load_trained(run)
        if options.plain:
            formats = options.formats or PLAIN_FORMATS
            return export_run(run, trained, path, formats, options.faces, options.texture, progress=progress)
        return _export_delivery(run, trained, path, options, None, progress)


def export_run(
    run: Run,
    trained: Trained,
    path: str | os.PathLike[str] | None = None,
    formats: tuple[str, ...] = PLAIN_FORMATS,
    faces: int | None = None,
    texture: int | None = None,
    *,
    knowledge: PriorKnowledge | None = None,
    progress: ProgressFn = no_progress,
) -> list[Path]:
    """Writes the field's mesh; into the run folder also stills, turntable and report.

    Args:
        run: the run.
        trained: its field.
        path: a file whose ending chooses the format, or a folder; None is the run folder.
        formats: of `bozzetto.export.files.axes_units.FORMATS`; not used when `path` is a file.
        faces: faces to keep; by default what the configuration says.
        texture: edge of the texture in texels; by default what the configuration says.
        knowledge: of the prior that the run was made with; by default of the one that the run names, where that ships
            with the package.
        progress: is called at each part.
    Returns:
        The files that were written.
    Raises:
        ExportError: an unknown format, a number out of range, or no surface in the field.
        DiskError: a file could not be written.
    """
    config, started = run.config, time.perf_counter()
    ending = Path(path).suffix.lower().lstrip(".") if path is not None else ""
    asked = (ending,) if ending in FORMATS else formats
    if path is not None and set(asked) <= set(FORMATS) and not set(asked) <= set(PLAIN_FORMATS):
        options = ExportOptions(asked, faces, texture, surface=config.mesh.surface, report=False)
        return _export_delivery(run, trained, path, options, knowledge, progress)
    targets = mesh_targets(run.path if path is None else Path(path), formats, is_default=path is None)
    settings = _settings(config, faces, texture)
    stages = (*field_stages(settings), "files", *(("stills", "turntable") if path is None else ()))
    report = _stage_progress(progress, stages, run)
    progress(Progress("export", 0, len(stages), preview=_latest(run)))
    callables = FieldCallables(trained.field, trained.grid, config.render.step_size)
    knowledge = knowledge or knowledge_of(run, config)
    with _export_errors(run):
        alpha_fn, glass = prior_alpha(config, knowledge, callables.view), is_glass(config, knowledge)
        mesh, field_report = export_mesh(
            callables.density, callables.color, callables.opacity, settings, report,
            view_fn=texture_views(config, knowledge, callables.view), normal_fn=prior_normals(knowledge),
            alpha_fn=alpha_fn, glass=glass,
        )  # fmt: skip
        written = []
        metadata = _metadata(config, trained)
        for target in targets:
            if target.suffix == ".glb":
                written.append(write_glb(mesh, target, metadata))
                verify_glb(target, mesh)
            else:
                written.extend(write_obj(mesh, target, metadata))
        report("files")
        if path is None:
            written += _write_pictures(run, mesh, config, report)
            seconds = time.perf_counter() - started
            with disk_errors(f"write {run.path / 'report.json'}"):
                write_json(run.path / "report.json", make_report(run, trained, field_report, seconds))
            written.append(run.path / "report.json")
    return written


def _export_delivery(
    run: Run,
    trained: Trained,
    path: str | os.PathLike[str] | None,
    options: ExportOptions,
    knowledge: PriorKnowledge | None,
    progress: ProgressFn,
) -> list[Path]:
    """A field with all that `ExportOptions` can ask for."""
    config = run.config
    with _export_errors(run):
        delivery = _delivery_settings(options, path)
        preset = delivery.chosen
        settings = _settings(config, options.faces, options.texture)
        settings = replace(
            settings,
            texture_size=min(settings.texture_size, preset.max_texture),
            resolution=settings.resolution if options.resolution is None else options.resolution,
            refinement=settings.refinement if options.resolution is None else 1.0,
            surface=options.surface,  # type: ignore[arg-type]
            normal_map=preset.normal_map if options.normal_map is None else options.normal_map,
            occlusion=preset.occlusion if options.occlusion is None else options.occlusion,
        )
    folder, stem = _folder_and_stem(path, run.path / "export", "mesh")
    callables = FieldCallables(trained.field, trained.grid, config.render.step_size)
    knowledge = knowledge or knowledge_of(run, config)
    with _export_errors(run):
        alpha_fn, glass = prior_alpha(config, knowledge, callables.view), is_glass(config, knowledge)
        delivered = export_field(
            callables.density, callables.color, callables.opacity, folder, stem, settings, delivery,
            _metadata(config, trained), view_fn=texture_views(config, knowledge, callables.view),
            source_view_fn=with_alpha(callables.view, alpha_fn), normal_fn=prior_normals(knowledge),
            alpha_fn=alpha_fn, glass=glass, facts={"versions": versions()},
            progress=_stage_progress(progress, field_file_stages(settings, delivery), run),
        )  # fmt: skip
    return list(delivered.files)


def _export_file(
    source: Path, path: str | os.PathLike[str] | None, options: ExportOptions, progress: ProgressFn
) -> list[Path]:
    """A mesh from a file."""
    if not source.is_file():
        raise ExportError(f"there is no file {source}")
    try:
        delivery = _delivery_settings(options, path)
        remesh = RemeshSettings(
            max_faces=options.faces, normal_map=options.normal_map, occlusion=options.occlusion,
            close=options.close, units=options.units, up=options.up,
        )  # fmt: skip
        if options.texture is not None:
            remesh = replace(remesh, texture_size=options.texture)
        folder, stem = _folder_and_stem(path, Path(f"{source.stem}_export"), source.stem)
        with disk_errors(f"export {source}"):
            made: Delivery = export_mesh_file(
                source, folder, stem, remesh, delivery, metadata={"version": versions()["bozzetto"]},
                progress=_stage_progress(progress, mesh_stages(delivery)),
            )  # fmt: skip
    except (ValueError, BrokenFileError, ImportError) as error:
        raise ExportError(str(error)) from error
    return list(made.files)


def _stage_progress(progress: ProgressFn, stages: tuple[str, ...], run: Run | None = None) -> Callable[..., None]:
    """What the export calls with a stage and the fraction of it that is done, as steps of all its stages."""

    def report(stage: str, fraction: float = 1.0) -> None:
        step = stages.index(stage) + (fraction >= 1)
        progress(Progress("export", step, len(stages), preview=None if run is None else _latest(run)))

    return report


def _delivery_settings(options: ExportOptions, path: str | os.PathLike[str] | None) -> DeliverySettings:
    """The export's settings for what was asked for."""
    one_file = path is not None and Path(path).suffix.lower().lstrip(".") in FORMATS and not Path(path).is_dir()
    return DeliverySettings(
        formats=options.formats,
        preset=options.preset,
        size=options.size,
        lods=options.lods,
        collision=options.collision,
        image=options.image,
        report=not one_file if options.report is None else options.report,
        turntable=options.turntable,
        quads=options.quads,
    )


def _folder_and_stem(path: str | os.PathLike[str] | None, folder: Path, stem: str) -> tuple[Path, str]:
    """Where files go and what they are called."""
    if path is not None:
        path = Path(path)
        ending = path.suffix.lower().lstrip(".")
        if ending in FORMATS and not path.is_dir():
            folder, stem = path.parent, path.stem
        elif ending and not path.is_dir():
            raise ExportError(f"cannot tell the format of {path.name!r}: expected .{', .'.join(FORMATS)}, or a folder")
        else:
            folder = path
    with disk_errors(f"make the folder {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder, stem


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
        raise ExportError(f"cannot tell the format of {path.name!r}: expected .{', .'.join(FORMATS)}, or a folder")
    else:
        unknown = [name for name in formats if name not in FORMATS]
        if unknown or not formats:
            raise ExportError(f"unknown format {', '.join(unknown) or '(none)'}; known are {', '.join(FORMATS)}")
        targets = [path / f"mesh.{name}" for name in dict.fromkeys(formats)]
    with disk_errors(f"make the folder {targets[0].parent}"):
        targets[0].parent.mkdir(parents=True, exist_ok=True)
    return targets


def make_report(run: Run, trained: Trained, field_report: ExportReport, export_seconds: float) -> dict[str, Any]:
    """What report.json holds."""
    config = run.config
    return {
        "prompt": config.prompt,
        "seed": config.seed,
        "steps": trained.step,
        "unknown_words": word_rows(trained.unknown),
        "seconds": {"training": round(trained.seconds, 3), "export": round(export_seconds, 3)},
        "memory": process_memory()[0],
        "training_split": trained.split,
        "export": field_report.as_dict(),
        "versions": versions(),
        "config": config_to_dict(config),
    }


def _write_pictures(run: Run, mesh: Mesh, config: RunConfig, report: Callable[..., None]) -> list[Path]:
    """Four stills and a turntable, softly lit."""
    pictures, elevation = config.pictures, math.radians(config.pictures.elevation_deg)
    written = []
    stills = turntable_frames(mesh, n_frames=len(STILLS), size=pictures.resolution, elevation=elevation)
    for name, image in zip(STILLS, stills, strict=True):
        written.append(write_png(image, run.path / f"view_{name}.png"))
    report("stills")
    if pictures.turntable_frames:
        frames = turntable_frames(
            mesh,
            n_frames=pictures.turntable_frames,
            size=pictures.resolution,
            elevation=elevation,
            progress=lambda fraction: report("turntable", min(fraction, 0.99)),
        )
        written.append(write_webp(frames, run.path / "turntable.webp"))
    report("turntable")
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
        "version": versions()["bozzetto"],
        "licence": LICENCE_OF_IMAGES if config.fit.images else LICENCE,
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

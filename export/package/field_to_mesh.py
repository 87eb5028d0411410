"""From a field to a textured mesh."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from typing import Any

import numba

from bozzetto.export.mesh.clean import (
    DroppedPart,
    keep_largest_parts,
    merge_and_prune,
    simplify,
    smooth_taubin,
    with_normals,
)
from bozzetto.export.mesh.denoise import smooth_bilateral
from bozzetto.export.mesh.mesh import Mesh, MeshHealth, mesh_health
from bozzetto.export.mesh.normal_fit import NormalFn, fit_normals
from bozzetto.export.package.bake_maps import bake_maps
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.surface.density_grid import (
    DensityFn,
    DensityGrid,
    EmptySurfaceError,
    check_level,
    sample_density,
    sample_density_near,
    sample_rest,
)
from bozzetto.export.surface.dual_contouring import dual_mesh
from bozzetto.export.surface.iso_level import (
    IsoLevel,
    OpacityFn,
    SilhouetteTarget,
    choose_isolevel,
    silhouette_iou,
    silhouette_target,
)
from bozzetto.export.surface.marching_cubes import (
    Crossings,
    extract_surface,
    march,
    march_blocks,
    marching_mesh,
    refine_crossings,
)
from bozzetto.export.surface.thin_structures import even_lines
from bozzetto.export.texture.bake import ColorFn, bake_texture
from bozzetto.export.texture.compare import ViewFn
from bozzetto.export.texture.texture_fit import SurfaceValues, match_colors, match_opacity
from bozzetto.export.texture.uv import Unwrap, unwrap
from bozzetto.stages import ProgressFn, ReportFn, Stage, by_name, run_stages

MAX_WHOLE_RESOLUTION = 256
"""Nodes along a side above which the grid is sampled and marched in blocks."""
MAX_DENOISE_FACTOR = 2.5
"""Of `denoise_iterations`, on finer grids: dents are left a little rather than waited for."""
FACES_OF_BULKY = 4.8
"""Faces of marching cubes of a bulky object, per squared node of a grid's side (a teapot's): no more where refined."""
MAX_SEARCH_RESOLUTION = 192
"""Nodes of a grid on which levels are searched, for each is a surface of all of it, and thin parts are made even."""
TOO_SLOW = "lower resolution, max_faces or texture_size, or raise stage_time_limit"


@dataclass(frozen=True)
class ExportReport:
    """What the export did, and what it could not do."""

    isolevel: float
    """Density per metre of the surface."""
    isolevel_found: bool
    """Whether it was searched, not given."""
    isolevel_iou: float | None
    """Silhouette IoU of the level on the grid on which it was searched; None when the level was given."""
    silhouette_iou: float | None
    """Silhouette IoU of the finished mesh with the volume render; None without renders."""
    surface: str
    """`dual`, or `marching`."""
    density_range: tuple[float, float]
    """Lowest and highest density on the coarse grid."""
    n_evaluated: int
    """Densities asked for by the grids."""
    resolution: int
    """Grid nodes along a side, refined."""
    raw_faces: int
    """Faces before cleaning and simplification."""
    n_vertices: int
    """Vertices of the mesh, seams split."""
    n_faces: int
    health: MeshHealth
    """Of the finished mesh, seams welded."""
    dropped: tuple[DroppedPart, ...]
    uv_method: str
    """`xatlas` or `box`."""
    uv_charts: int
    uv_utilisation: float
    """Share of the texels that lie in a chart, in [0, 1]."""
    uv_overlap: float
    """Share of the covered texels that lie in more than one chart."""
    uv_note: str
    """Why xatlas was not used, or empty."""
    map_note: str
    """Which maps were left out and why, or empty."""

    @property
    def watertight(self) -> bool:
        """Whether the mesh is closed and manifold."""
        return self.health.watertight

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            **asdict(self),
            "watertight": self.health.watertight,
            "winding_outward": self.health.winding_outward,
            "genus": self.health.genus,
        }


@dataclass(frozen=True)
class FieldFunctions:
    """A radiance field as plain functions; numpy in and out."""

    density: DensityFn
    """[N, 3] float32 in [-1, 1] -> [N] float32, per metre."""
    color: ColorFn
    """[N, 3] -> [N, 3], display (sRGB-encoded) values in [0, 1]."""
    opacity: OpacityFn | None = None
    """(azimuth, elevation, resolution) -> [H, W] volume-rendered opacity from the prior's camera, radians; may be None
    when the settings give the iso level."""
    view: ViewFn | None = None
    """Renders of the field, or better ones, that the texture is fitted to; None bakes the colour at the surface."""
    normal: NormalFn | None = None
    """Normals of a prior or of a scan, which the surface is fitted to; None leaves it."""
    alpha: OpacityFn | None = None
    """As `opacity`, but of the finished object, glass included: the texture gets an alpha channel; None makes it
    opaque."""
    glass: bool = False
    """Whether most of the object is glass, so that its silhouettes go by its faintest parts."""


@dataclass(frozen=True)
class FieldModel:
    """A field as a mesh."""

    mesh: Mesh
    """Simplified, unwrapped, baked."""
    low_poly: Mesh
    """The same before its atlas: positions, faces, normals, no seams."""
    high_poly: Mesh
    """The surface before simplification."""
    report: ExportReport
    offsets: SurfaceValues | None
    """What fits the field's colour to its renders; None where there were none."""
    opacity: SurfaceValues | None
    """Opacity of the surface, in [0, 1]; None where it is opaque."""
    seconds: dict[str, float]
    """Wall time of each stage."""


MODEL = ("mesh", "low_poly", "high_poly", "field_report", "offsets", "surface_opacity")
"""What the stages of a field make that is used afterwards."""


def field_to_model(
    field: FieldFunctions, settings: ExportSettings | None = None, progress: ProgressFn | None = None
) -> FieldModel:
    """Turns a radiance field into a closed, simplified, textured mesh. Not differentiable.

    Args:
        field: the field.
        settings: how; None for the defaults.
        progress: called with each stage's name and the fraction of it that is done.

    Returns:
        The mesh (positions, faces, uv, normals, texture, maps as asked for), what it came from, and a report.

    Raises:
        EmptySurfaceError: the field is empty; SolidFieldError: it fills the cube; both are ValueErrors that say the
            range of the density and what to do.
        ValueError: a function returns a wrong shape or values that are not finite, or there is nothing to find the
            level with.
    """
    stages = field_stages(settings or ExportSettings(), silhouettes=field.opacity is not None)
    made = run_stages(stages, MODEL, given={"field": field}, report=by_name(progress))
    seconds: dict[str, float] = made["seconds"]["export"]
    return FieldModel(*[*(made[name] for name in MODEL), seconds])


def field_stages(settings: ExportSettings, *, silhouettes: bool = True) -> list[Stage]:
    """The stages from `field`, a FieldFunctions, to what `MODEL` names.

    Args:
        settings: of the export.
        silhouettes: whether the field has an `opacity`.

    Raises:
        ValueError: there is nothing to find the iso level with.
    """
    if settings.isolevel is None and not silhouettes:
        raise ValueError("give an opacity to find the iso level with, or settings.isolevel")

    def stage(name: str, work: Callable[..., Any], *makes: str, limited: bool = True) -> Stage:
        limit = settings.stage_time_limit if limited else math.inf
        return Stage(name, work, makes, {"settings": settings}, time_limit=limit, advice=TOO_SLOW)

    return [
        stage("coarse grid", sample_coarse_grid, "coarse", "density_range"),
        *([stage("silhouettes", render_silhouettes, "target")] if silhouettes else []),
        stage("iso level", find_level, "level", "search", "resolution"),
        *([stage("thin parts", even_thin_parts, "field", "coarse", "near")] if settings.line_length else []),
        *([stage("finer iso level", search_again, "level", "search", "near")] if _may_search_again(settings) else []),
        stage("grid", sample_grid, "crossings"),
        stage("surface", extract, "raw", "n_evaluated"),
        stage("clean", clean_surface, "high_poly", "dropped", "raw_faces"),
        stage("simplify", simplify_surface, "low_poly", "health"),
        stage("uv", unwrap_surface, "unwrapping"),
        stage("texture", bake_colors, "mesh", "offsets", "surface_opacity", "atlas"),
        # Each map has the time limit for itself, and is left out where it takes longer.
        *([stage("maps", bake_maps, "mesh", "map_note", limited=False)] if settings.normal_map or settings.occlusion
          else []),
        stage("check", check_model, "field_report"),
    ]  # fmt: skip


def sample_coarse_grid(field: FieldFunctions, settings: ExportSettings) -> tuple[DensityGrid, tuple[float, float]]:
    """The grid on which the level is first searched, and its lowest and highest density."""
    coarse = sample_density(field.density, _coarse_resolution(settings), block=settings.block)
    return coarse, (float(coarse.values.min()), float(coarse.values.max()))


def render_silhouettes(field: FieldFunctions, settings: ExportSettings) -> SilhouetteTarget:
    """What the surface's silhouettes are compared with."""
    assert field.opacity is not None  # else there is no such stage
    n_views, pixels = settings.isolevel_views, settings.isolevel_pixels
    return silhouette_target(field.opacity, n_views=n_views, resolution=pixels, glass=field.glass)


def find_level(
    coarse: DensityGrid, settings: ExportSettings, target: SilhouetteTarget | None = None
) -> tuple[float, IsoLevel | None, int]:
    """The level, how it was found (None where it is given), and the nodes along a side of the grid for its surface."""
    search, level = None, settings.isolevel
    if level is None:
        assert target is not None
        search = choose_isolevel(coarse, target)
        level = search.level
    check_level(coarse, level)
    return level, search, refined(settings, coarse, level)


def even_thin_parts(
    field: FieldFunctions, coarse: DensityGrid, level: float, resolution: int, settings: ExportSettings
) -> tuple[FieldFunctions, DensityGrid, DensityGrid]:
    """The field with its thin parts made even, see export/surface/thin_structures.py; its coarse grid, and the grid on
    which levels are searched again."""
    nodes, block = _search_resolution(settings, resolution), settings.block
    grid = sample_density_near(field.density, coarse, level, nodes, block=block)
    even = even_lines(grid, level, settings.line_length)
    evened = replace(field, density=even.of(field.density))
    return evened, even.of_coarse(coarse, field.density), even.of_grid(grid)


def search_again(
    field: FieldFunctions,
    coarse: DensityGrid,
    level: float,
    search: IsoLevel | None,
    resolution: int,
    settings: ExportSettings,
    target: SilhouetteTarget | None = None,
    near: DensityGrid | None = None,
) -> tuple[float, IsoLevel | None, DensityGrid | None]:
    """Level and search on a grid on which thin parts count, where that is finer than the first; and that grid."""
    nodes = _search_resolution(settings, resolution)
    if search is not None and (settings.line_length or nodes > _coarse_resolution(settings)):
        assert target is not None
        near = near or sample_density_near(field.density, coarse, level, nodes, block=settings.block)
        search = choose_isolevel(near, target, around=level)
        level = search.level
    return level, search, near


def sample_grid(
    field: FieldFunctions,
    coarse: DensityGrid,
    level: float,
    resolution: int,
    settings: ExportSettings,
    report: ReportFn,
    near: DensityGrid | None = None,
) -> Crossings:
    """Where the surface crosses the edges of the fine grid."""
    block = settings.block
    if resolution > MAX_WHOLE_RESOLUTION:
        return march_blocks(field.density, coarse, level, resolution, block=block, progress=report)
    if near is None or near.resolution != resolution:
        grid = sample_density_near(field.density, coarse, level, resolution, block=block, progress=report)
    else:
        # The level has changed since it was sampled, by little.
        grid = sample_rest(field.density, near, coarse, level, block=block, progress=report)
    return march(grid, level)


def extract(field: FieldFunctions, crossings: Crossings, level: float, settings: ExportSettings) -> tuple[Mesh, int]:
    """The surface, and how many densities it took."""
    crossings = refine_crossings(crossings, level, field.density, block=settings.block)
    if settings.surface == "dual":
        return dual_mesh(crossings, level, field.density, block=settings.block), crossings.n_evaluated
    return marching_mesh(crossings), crossings.n_evaluated


def clean_surface(
    raw: Mesh, field: FieldFunctions, resolution: int, settings: ExportSettings
) -> tuple[Mesh, tuple[DroppedPart, ...], int]:
    """The high-poly surface (without floaters, smoothed, denoised, fitted to normals), what was dropped, and the faces
    before."""
    mesh, dropped = keep_largest_parts(
        merge_and_prune(raw), settings.keep_fraction, fill_cavities=settings.fill_cavities
    )
    mesh = smooth_taubin(mesh, settings.smooth_iterations)
    # A dent of the field has twice as many faces across on a grid twice as fine, which takes four times the rounds.
    rounds = settings.denoise_iterations * min((resolution / 128) ** 2, MAX_DENOISE_FACTOR)
    mesh = smooth_bilateral(mesh, round(rounds))
    if field.normal is not None and settings.normal_length:
        mesh = fit_normals(mesh, field.normal, length=settings.normal_length)
        # Vertices that move along their own ways leave creases of a cell's width.
        mesh = smooth_taubin(mesh, settings.smooth_iterations)
    return mesh, dropped, len(raw.faces)


def simplify_surface(
    high_poly: Mesh, level: float, density_range: tuple[float, float], settings: ExportSettings
) -> tuple[Mesh, MeshHealth]:
    """The mesh within its budget of faces, with normals.

    Raises:
        EmptySurfaceError: nothing is left.
    """
    mesh = simplify(high_poly, settings.max_faces)
    if len(mesh.faces) == 0:
        lowest, highest = density_range
        raise EmptySurfaceError(
            f"nothing is left of the surface at level {level:.4g} after simplification; the density lies in "
            f"[{lowest:.4g}, {highest:.4g}]. Raise resolution or max_faces."
        )
    low_poly = with_normals(mesh)
    return low_poly, mesh_health(low_poly)


def unwrap_surface(low_poly: Mesh, settings: ExportSettings, cleanup: contextlib.ExitStack) -> Future[Unwrap]:
    """The mesh with an atlas; where there are two threads it is made while the next stage fits colours."""

    def work() -> Unwrap:
        return unwrap(low_poly, settings.texture_size, padding=settings.uv_padding, time_limit=settings.uv_time_limit)

    if numba.get_num_threads() > 1:
        return cleanup.enter_context(ThreadPoolExecutor(1, thread_name_prefix="unwrap")).submit(work)
    done = Future[Unwrap]()
    done.set_result(work())
    return done


def bake_colors(
    field: FieldFunctions,
    unwrapping: Future[Unwrap],
    high_poly: Mesh,
    settings: ExportSettings,
    report: ReportFn,
) -> tuple[Mesh, SurfaceValues | None, SurfaceValues | None, Unwrap]:
    """The mesh with its texture, what was added to the field's colour, the surface's opacity, and the atlas."""
    # Fitted on the high-poly surface: a flat wall is a few large faces afterwards, with room for no detail.
    views = {"n_views": settings.match_views, "resolution": settings.match_pixels}
    fit_color, fit_alpha = (field.view, field.alpha) if settings.match_views else (None, None)
    offsets = None if fit_color is None else match_colors(high_poly, field.color, fit_color, **views)
    opacity = None if fit_alpha is None else match_opacity(high_poly, fit_alpha, **views)
    atlas = unwrapping.result()
    mesh = bake_texture(
        atlas.mesh, field.color, settings.texture_size,
        offset_fn=offsets, opacity_fn=opacity, inset=settings.inset, block=settings.block, progress=report,
    )  # fmt: skip
    return mesh, offsets, opacity, atlas


def check_model(
    mesh: Mesh,
    level: float,
    search: IsoLevel | None,
    resolution: int,
    density_range: tuple[float, float],
    n_evaluated: int,
    raw_faces: int,
    health: MeshHealth,
    dropped: tuple[DroppedPart, ...],
    atlas: Unwrap,
    settings: ExportSettings,
    target: SilhouetteTarget | None = None,
    map_note: str = "",
) -> ExportReport:
    """The finished mesh's silhouettes, and all that the stages before say of themselves."""
    return ExportReport(
        isolevel=level,
        isolevel_found=search is not None,
        isolevel_iou=None if search is None else search.iou,
        silhouette_iou=None if target is None else silhouette_iou(mesh, target),
        surface=settings.surface,
        density_range=density_range,
        n_evaluated=n_evaluated,
        resolution=resolution,
        raw_faces=raw_faces,
        n_vertices=len(mesh.vertices),
        n_faces=len(mesh.faces),
        health=health,
        dropped=dropped,
        uv_method=atlas.method,
        uv_charts=atlas.n_charts,
        uv_utilisation=atlas.utilisation,
        uv_overlap=atlas.overlap,
        uv_note=atlas.note,
        map_note=map_note,
    )


def _coarse_resolution(settings: ExportSettings) -> int:
    return min(settings.coarse_resolution, settings.resolution)


def _may_search_again(settings: ExportSettings) -> bool:
    """Whether the stage of the second search is gone through; with `refinement` the field decides if it is needed."""
    finer = min(settings.resolution, MAX_SEARCH_RESOLUTION) > _coarse_resolution(settings)
    return finer or settings.refinement > 1 or settings.line_length > 0


def _search_resolution(settings: ExportSettings, resolution: int) -> int:
    """Nodes along a side of the grid of the second search."""
    return max(_coarse_resolution(settings), min(resolution, MAX_SEARCH_RESOLUTION))


def refined(settings: ExportSettings, coarse: DensityGrid, level: float) -> int:
    """Grid nodes along a side for the surface at a level of the coarse grid, see `ExportSettings.refinement`."""
    if settings.refinement == 1:
        return settings.resolution
    per_node = len(extract_surface(coarse, level).faces) / coarse.resolution**2
    factor = min(math.sqrt(FACES_OF_BULKY / per_node), settings.refinement) if per_node else 1.0
    return max(settings.resolution, round(settings.resolution * factor))

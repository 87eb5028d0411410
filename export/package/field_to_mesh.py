"""From a field to a textured mesh."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

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
from bozzetto.export.package.stages import Progress, Stages
from bozzetto.export.surface.density_grid import (
    DensityFn,
    DensityGrid,
    EmptySurfaceError,
    check_level,
    sample_density,
    sample_density_near,
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
from bozzetto.export.texture.uv import unwrap

MAX_WHOLE_RESOLUTION = 256
"""Nodes along a side above which the grid is sampled and marched in blocks."""
MAX_DENOISE_FACTOR = 2.5
"""Of `denoise_iterations`, on finer grids: dents are left a little rather than waited for."""
FACES_OF_BULKY = 4.8
"""Faces of marching cubes of a bulky object, per squared node of a grid's side (a teapot's): no more where refined."""
COARSE_SHARE = 0.75
"""Nodes of the coarse grid over those of the grid on which the level is searched again, as 96 beside 128."""
MAX_SEARCH_RESOLUTION = 192
"""Nodes of a grid on which levels are searched, for each is a surface of all of it, and thin parts are made even."""


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
    seconds: dict[str, float]
    """Wall time of each stage."""

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


def export_mesh(
    density_fn: DensityFn,
    color_fn: ColorFn,
    opacity_fn: OpacityFn | None,
    settings: ExportSettings | None = None,
    progress: Progress | None = None,
    *,
    view_fn: ViewFn | None = None,
    normal_fn: NormalFn | None = None,
    alpha_fn: OpacityFn | None = None,
    glass: bool = False,
) -> tuple[Mesh, ExportReport]:
    """What `field_to_model` makes, for those who need the mesh and its report only."""
    model = field_to_model(
        density_fn, color_fn, opacity_fn, settings, progress,
        view_fn=view_fn, normal_fn=normal_fn, alpha_fn=alpha_fn, glass=glass,
    )  # fmt: skip
    return model.mesh, model.report


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


def field_stages(settings: ExportSettings, *, silhouettes: bool = True) -> tuple[str, ...]:
    """The stages that `field_to_model` reports, all of them, in order.

    Args:
        settings: of the export.
        silhouettes: whether it gets an `opacity_fn`.
    """
    return (
        "coarse grid",
        *(["silhouettes"] if silhouettes else []),
        "iso level",
        *(["thin parts"] if settings.line_length else []),
        *(["finer iso level"] if _may_search_again(settings) else []),
        "grid",
        "surface",
        "clean",
        "simplify",
        "uv",
        "texture",
        *(["maps"] if settings.normal_map or settings.occlusion else []),
        "check",
    )


def field_to_model(
    density_fn: DensityFn,
    color_fn: ColorFn,
    opacity_fn: OpacityFn | None,
    settings: ExportSettings | None = None,
    progress: Progress | None = None,
    *,
    view_fn: ViewFn | None = None,
    normal_fn: NormalFn | None = None,
    alpha_fn: OpacityFn | None = None,
    glass: bool = False,
) -> FieldModel:
    """Turns a radiance field into a closed, simplified, textured mesh. Not differentiable.

    Args:
        density_fn: [N, 3] float32 in [-1, 1] -> [N] float32, per metre.
        color_fn: [N, 3] -> [N, 3], display (sRGB-encoded) values in [0, 1].
        opacity_fn: (azimuth, elevation, resolution) -> [H, W] volume-rendered opacity from the prior's camera, radians;
            may be None when the settings give the iso level.
        settings: how; None for the defaults.
        progress: called through the stages of `field_stages`.
        view_fn: renders of the field, or better ones, that the texture is fitted to; None bakes the colour at the
            surface.
        normal_fn: normals of a prior or of a scan, which the surface is fitted to; None leaves it.
        alpha_fn: as `opacity_fn`, but of the finished object, glass included: the texture gets an alpha channel; None
            makes it opaque.
        glass: whether most of the object is glass, so that its silhouettes go by its faintest parts.

    Returns:
        The mesh (positions, faces, uv, normals, texture, maps as asked for), what it came from, and a report.

    Raises:
        EmptySurfaceError: the field is empty; SolidFieldError: it fills the cube; both are ValueErrors that say the
            range of the density and what to do.
        ValueError: a callable returns a wrong shape or values that are not finite, or there is nothing to find the
            level with.
    """
    settings = settings or ExportSettings()
    if settings.isolevel is None and opacity_fn is None:
        raise ValueError("give an opacity_fn to find the iso level with, or settings.isolevel")
    stages = Stages(progress, time_limit=settings.stage_time_limit)
    field = _level_field(density_fn, opacity_fn, settings, glass, stages)
    raw, n_evaluated = _raw_surface(field, settings, stages)
    with stages.stage("clean"):
        high_poly, dropped = _clean_surface(raw, normal_fn, settings, field.resolution)
    with stages.stage("simplify"):
        mesh = simplify(high_poly, settings.max_faces)
        if len(mesh.faces) == 0:
            lowest, highest = field.density_range
            raise EmptySurfaceError(
                f"nothing is left of the surface at level {field.level:.4g} after simplification; the density lies in "
                f"[{lowest:.4g}, {highest:.4g}]. Raise resolution or max_faces."
            )
        low_poly = with_normals(mesh)
        health = mesh_health(low_poly)
    with stages.stage("uv"):
        atlas = unwrap(low_poly, settings.texture_size, padding=settings.uv_padding, time_limit=settings.uv_time_limit)
    with stages.stage("texture") as report_fraction:
        # Fitted on the high-poly surface: a flat wall is a few large faces afterwards, with room for no detail.
        views = {"n_views": settings.match_views, "resolution": settings.match_pixels}
        fit_color, fit_alpha = view_fn if settings.match_views else None, alpha_fn if settings.match_views else None
        offsets = None if fit_color is None else match_colors(high_poly, color_fn, fit_color, **views)
        opacity = None if fit_alpha is None else match_opacity(high_poly, fit_alpha, **views)
        mesh = bake_texture(
            atlas.mesh, color_fn, settings.texture_size,
            offset_fn=offsets, opacity_fn=opacity,
            inset=settings.inset, block=settings.block, progress=report_fraction,
        )  # fmt: skip
    map_note = ""
    if settings.normal_map or settings.occlusion:
        # Each map has the time limit for itself, and is left out where it takes longer.
        with stages.stage("maps", limited=False) as report_fraction:
            mesh, map_note = bake_maps(mesh, high_poly, settings, report_fraction)
    with stages.stage("check"):
        final_iou = None if field.target is None else silhouette_iou(mesh, field.target)

    report = ExportReport(
        isolevel=field.level,
        isolevel_found=field.search is not None,
        isolevel_iou=None if field.search is None else field.search.iou,
        silhouette_iou=final_iou,
        surface=settings.surface,
        density_range=field.density_range,
        n_evaluated=n_evaluated,
        resolution=field.resolution,
        raw_faces=len(raw.faces),
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
        seconds=stages.seconds,
    )
    return FieldModel(mesh, low_poly, high_poly, report, offsets, opacity)


@dataclass(frozen=True)
class _LevelField:
    """A field, and the level of its surface."""

    density_fn: DensityFn
    """Thin parts made even, where that is asked for."""
    coarse: DensityGrid
    level: float
    search: IsoLevel | None
    """How the level was found; None where it was given."""
    target: SilhouetteTarget | None
    """None without an `opacity_fn`."""
    resolution: int
    """Grid nodes along a side, refined."""
    density_range: tuple[float, float]
    """Lowest and highest density of the first coarse grid."""


def _level_field(
    density_fn: DensityFn, opacity_fn: OpacityFn | None, settings: ExportSettings, glass: bool, stages: Stages
) -> _LevelField:
    """Samples a coarse grid, finds the level there, and again on a finer grid where thin parts depend on it."""
    nodes, block = _coarse_resolution(settings), settings.block
    with stages.stage("coarse grid"):
        coarse = sample_density(density_fn, nodes, block=block)
        density_range = (float(coarse.values.min()), float(coarse.values.max()))
    target = None
    if opacity_fn is not None:
        with stages.stage("silhouettes"):
            target = silhouette_target(
                opacity_fn, n_views=settings.isolevel_views, resolution=settings.isolevel_pixels, glass=glass
            )
    with stages.stage("iso level"):
        search, level = None, settings.isolevel
        if level is None:
            assert target is not None
            search = choose_isolevel(coarse, target)
            level = search.level
        check_level(coarse, level)
        resolution = refined(settings, coarse, level)
    search_resolution = max(nodes, min(resolution, MAX_SEARCH_RESOLUTION))
    if settings.line_length:
        with stages.stage("thin parts"):
            grid = sample_density_near(density_fn, coarse, level, search_resolution, block=block)
            density_fn = even_lines(grid, level, settings.line_length).of(density_fn)
    if _may_search_again(settings):
        with stages.stage("finer iso level"):
            # The coarse grid of a refined one is finer too; evened parts are not those of the coarse grid.
            if settings.line_length or search_resolution > nodes:
                coarse = sample_density(density_fn, max(nodes, round(COARSE_SHARE * search_resolution)), block=block)
                if search is not None:
                    assert target is not None
                    grid = sample_density_near(density_fn, coarse, level, search_resolution, block=block)
                    search = choose_isolevel(grid, target, around=level)
                    level = search.level
    return _LevelField(density_fn, coarse, level, search, target, resolution, density_range)


def _coarse_resolution(settings: ExportSettings) -> int:
    return min(settings.coarse_resolution, settings.resolution)


def _may_search_again(settings: ExportSettings) -> bool:
    """Whether the stage of the second search is gone through; with `refinement` the field decides if it is needed."""
    finer = min(settings.resolution, MAX_SEARCH_RESOLUTION) > _coarse_resolution(settings)
    return finer or settings.refinement > 1 or settings.line_length > 0


def _raw_surface(field: _LevelField, settings: ExportSettings, stages: Stages) -> tuple[Mesh, int]:
    """The surface on the fine grid, and how many densities that took."""
    level, block = field.level, settings.block
    with stages.stage("grid") as report_fraction:
        if field.resolution <= MAX_WHOLE_RESOLUTION:
            grid = sample_density_near(
                field.density_fn, field.coarse, level, field.resolution, block=block, progress=report_fraction
            )
            crossings = march(grid, level)
            # Before the surface takes as much.
            del grid
        else:
            crossings = march_blocks(
                field.density_fn, field.coarse, level, field.resolution, block=block, progress=report_fraction
            )
    with stages.stage("surface"):
        crossings = refine_crossings(crossings, level, field.density_fn, block=block)
        if settings.surface == "dual":
            return dual_mesh(crossings, level, field.density_fn, block=block), crossings.n_evaluated
        return marching_mesh(crossings), crossings.n_evaluated


def _clean_surface(
    raw: Mesh, normal_fn: NormalFn | None, settings: ExportSettings, resolution: int
) -> tuple[Mesh, tuple[DroppedPart, ...]]:
    """The high-poly surface: without floaters, smoothed, denoised, fitted to normals; and what was dropped."""
    mesh, dropped = keep_largest_parts(
        merge_and_prune(raw), settings.keep_fraction, fill_cavities=settings.fill_cavities
    )
    mesh = smooth_taubin(mesh, settings.smooth_iterations)
    # A dent of the field has twice as many faces across on a grid twice as fine, which takes four times the rounds.
    rounds = settings.denoise_iterations * min((resolution / 128) ** 2, MAX_DENOISE_FACTOR)
    mesh = smooth_bilateral(mesh, round(rounds))
    if normal_fn is not None and settings.normal_length:
        mesh = fit_normals(mesh, normal_fn, length=settings.normal_length)
        # Vertices that move along their own ways leave creases of a cell's width.
        mesh = smooth_taubin(mesh, settings.smooth_iterations)
    return mesh, dropped


def refined(settings: ExportSettings, coarse: DensityGrid, level: float) -> int:
    """Grid nodes along a side for the surface at a level of the coarse grid, see `ExportSettings.refinement`."""
    if settings.refinement == 1:
        return settings.resolution
    per_node = len(extract_surface(coarse, level).faces) / coarse.resolution**2
    factor = min(math.sqrt(FACES_OF_BULKY / per_node), settings.refinement) if per_node else 1.0
    return max(settings.resolution, round(settings.resolution * factor))

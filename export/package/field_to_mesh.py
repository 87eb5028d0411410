"""The way from a field to a textured mesh, on one screen."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from bozzetto.export.mesh.bvh import build_tree
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
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.surface.density_grid import (
    DensityFn,
    DensityGrid,
    EmptySurfaceError,
    check_level,
    sample_density,
    sample_density_near,
)
from bozzetto.export.surface.dual_contouring import dual_mesh
from bozzetto.export.surface.iso_level import OpacityFn, choose_isolevel, silhouette_iou, silhouette_target
from bozzetto.export.surface.marching_cubes import extract_surface, march, march_blocks, marching_mesh, refine_crossings
from bozzetto.export.surface.thin_structures import even_lines
from bozzetto.export.texture.bake import ColorFn, bake_texture
from bozzetto.export.texture.compare import ViewFn
from bozzetto.export.texture.maps import bake_normal_map, bake_occlusion
from bozzetto.export.texture.texture_fit import SurfaceValues, match_colors, match_opacity
from bozzetto.export.texture.uv import unwrap

Progress = Callable[[str, float], None]
# Nodes along a side above which the grid is sampled and marched in blocks.
WHOLE_GRID = 256
# On finer grids dents are left a little rather than waited for.
MOST_ROUNDS = 2.5
# Faces of marching cubes per node of a grid's side, squared, of a bulky object (a teapot's 4.8): no more where refined.
BULKY = 4.8
# The coarse grid beside a finer one, as 96 nodes beside 128; and the most nodes of a grid on which levels are searched,
# for each is a surface of all of it, and thin parts evened.
COARSER, MOST_COARSE = 0.75, 192
# Texels along a side of an occlusion map: it is soft, and each texel costs a bundle of rays.
OCCLUSION_SIZE = 512


class StageTimeoutError(ValueError):
    """A stage of the export took longer than it may."""


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
    light: Mesh
    """The same before its atlas: positions, faces, normals, no seams."""
    dense: Mesh
    """The surface before simplification."""
    report: ExportReport
    offsets: SurfaceValues | None
    """What fits the field's colour to its renders; None where there were none."""
    opacity: SurfaceValues | None
    """How much light the surface stops; None where it stops all."""


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
        progress: called with a stage's name and the fraction of that stage that is done.
        view_fn: renders of the field, or better ones, that the texture is fitted to; None bakes the colour at the
            surface.
        normal_fn: normals that are known from elsewhere, which the surface is fitted to; None leaves it.
        alpha_fn: as `opacity_fn`, but of the object as it should be seen, glass included: the texture gets a fourth
            channel; None makes it opaque.
        glass: whether light goes through most of the field, so that its silhouettes go by its faintest parts.

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
    seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def stage(name: str) -> Iterator[Callable[[float], None]]:
        def report(fraction: float) -> None:
            if fraction < 1 and time.perf_counter() - start > settings.stage_time_limit:
                raise StageTimeoutError(
                    f"{name!r} was {fraction:.0%} done after {settings.stage_time_limit:g} s: lower resolution, "
                    "max_faces or texture_size, or raise stage_time_limit"
                )
            if progress is not None:
                progress(name, fraction)

        start = time.perf_counter()
        report(0.0)
        yield report
        seconds[name] = time.perf_counter() - start
        report(1.0)

    with stage("coarse grid"):
        nodes = min(settings.coarse_resolution, settings.resolution)
        coarse = sample_density(density_fn, nodes, block=settings.block)
        density_range = (float(coarse.values.min()), float(coarse.values.max()))

    target = None
    if opacity_fn is not None:
        with stage("silhouettes"):
            target = silhouette_target(
                opacity_fn,
                n_views=settings.isolevel_views,
                resolution=settings.isolevel_pixels,
                glass=glass,
            )

    with stage("iso level"):
        level, found = settings.isolevel, None
        if level is None:
            assert target is not None
            found = choose_isolevel(coarse, target)
            level = found.level
        check_level(coarse, level)
        resolution = refined(settings, coarse, level)
    searched = min(resolution, MOST_COARSE)
    if settings.line_length:
        with stage("thin parts"):
            grid = sample_density_near(density_fn, coarse, level, searched, block=settings.block)
            density_fn = even_lines(grid, level, settings.line_length).of(density_fn)
    if settings.line_length or searched > nodes:
        with stage("finer iso level"):
            nodes = max(nodes, round(COARSER * searched))
            coarse = sample_density(density_fn, nodes, block=settings.block)
            if found is not None:
                assert target is not None
                grid = sample_density_near(density_fn, coarse, level, searched, block=settings.block)
                found = choose_isolevel(grid, target, around=level)
                level = found.level

    with stage("grid") as report_part:
        if resolution <= WHOLE_GRID:
            grid = sample_density_near(
                density_fn, coarse, level, resolution, block=settings.block, progress=report_part
            )
            crossings = march(grid, level)
            del grid
        else:
            crossings = march_blocks(density_fn, coarse, level, resolution, block=settings.block, progress=report_part)
    with stage("surface"):
        crossings = refine_crossings(crossings, level, density_fn, block=settings.block)
        if settings.surface == "dual":
            raw = dual_mesh(crossings, level, density_fn, block=settings.block)
        else:
            raw = marching_mesh(crossings)
        n_evaluated = crossings.n_evaluated
        del crossings
    with stage("clean"):
        mesh, dropped = keep_largest_parts(
            merge_and_prune(raw), settings.keep_fraction, fill_cavities=settings.fill_cavities
        )
        dense = smooth_taubin(mesh, settings.smooth_iterations)
        # A dent of the field has twice as many faces across on a grid twice as fine, which takes four times the rounds.
        rounds = settings.denoise_iterations * min((resolution / 128) ** 2, MOST_ROUNDS)
        dense = smooth_bilateral(dense, round(rounds))
        if normal_fn is not None and settings.normal_length:
            dense = fit_normals(dense, normal_fn, length=settings.normal_length)
            # Vertices that move along their own ways leave creases of a cell's width.
            dense = smooth_taubin(dense, settings.smooth_iterations)
    with stage("simplify"):
        mesh = simplify(dense, settings.max_faces)
        if len(mesh.faces) == 0:
            raise EmptySurfaceError(
                f"nothing is left of the surface at level {level:.4g} after simplification; the density lies in "
                f"[{density_range[0]:.4g}, {density_range[1]:.4g}]. Raise resolution or max_faces."
            )
        light = with_normals(mesh)
        health = mesh_health(light)

    with stage("uv"):
        atlas = unwrap(light, settings.texture_size, padding=settings.uv_padding, time_limit=settings.uv_time_limit)
    with stage("texture") as report_part:
        offsets, opacity = None, None
        if view_fn is not None and settings.match_views:
            # Of the dense surface: a flat wall is a few large faces afterwards, with room for no detail.
            offsets = match_colors(
                dense, color_fn, view_fn, n_views=settings.match_views, resolution=settings.match_pixels
            )
        if alpha_fn is not None and settings.match_views:
            opacity = match_opacity(dense, alpha_fn, n_views=settings.match_views, resolution=settings.match_pixels)
        mesh = bake_texture(
            atlas.mesh, color_fn, settings.texture_size,
            offset_fn=offsets, opacity_fn=opacity,
            inset=settings.inset, block=settings.block, progress=report_part,
        )  # fmt: skip
    map_note = ""
    if settings.normal_map or settings.occlusion:
        with stage("maps"):
            mesh, map_note = bake_maps(
                mesh, dense, settings, lambda fraction: None if progress is None else progress("maps", fraction)
            )
    with stage("check"):
        final_iou = None if target is None else silhouette_iou(mesh, target)

    report = ExportReport(
        isolevel=level,
        isolevel_found=found is not None,
        isolevel_iou=None if found is None else found.iou,
        silhouette_iou=final_iou,
        surface=settings.surface,
        density_range=density_range,
        n_evaluated=n_evaluated,
        resolution=resolution,
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
        seconds=seconds,
    )
    return FieldModel(mesh, light, dense, report, offsets, opacity)


def refined(settings: ExportSettings, coarse: DensityGrid, level: float) -> int:
    """Grid nodes along a side for the surface at a level of the coarse grid, see `ExportSettings.refinement`."""
    if settings.refinement == 1:
        return settings.resolution
    per_node = len(extract_surface(coarse, level).faces) / coarse.resolution**2
    factor = min(math.sqrt(BULKY / per_node), settings.refinement) if per_node else 1.0
    return max(settings.resolution, round(settings.resolution * factor))


def bake_maps(
    mesh: Mesh, dense: Mesh, settings: ExportSettings, progress: Callable[[float], None] | None = None
) -> tuple[Mesh, str]:
    """Adds the maps that the settings ask for; one that takes longer than `stage_time_limit` is left out.

    Args:
        mesh: with `uv`.
        dense: the surface before simplification.
        settings: `normal_map`, `occlusion`, `texture_size`, `stage_time_limit`.
        progress: called with the fraction done.

    Returns:
        The mesh, and which maps were left out and why, or nothing.
    """
    tree = build_tree(dense)
    size = settings.texture_size
    bakes = []
    if settings.normal_map:
        bakes.append(("normal map", lambda mesh, tell: bake_normal_map(mesh, dense, size, tree=tree, progress=tell)))
    if settings.occlusion:
        small = min(size, OCCLUSION_SIZE)
        bakes.append(("occlusion", lambda mesh, tell: bake_occlusion(mesh, dense, small, tree=tree, progress=tell)))
    notes = []
    for k, (name, bake) in enumerate(bakes):
        start = time.perf_counter()

        def tell(fraction: float, k: int = k, start: float = start) -> None:
            if fraction < 1 and time.perf_counter() - start > settings.stage_time_limit:
                raise StageTimeoutError
            if progress is not None:
                progress((k + fraction) / len(bakes))

        try:
            mesh = bake(mesh, tell)
        except StageTimeoutError:
            notes.append(f"no {name}: it was not done in {settings.stage_time_limit:g} s")
    return mesh, "; ".join(notes)

"""Levels of detail: each unwrapped, baked and measured for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bozzetto.export.mesh.bvh import build_tree
from bozzetto.export.mesh.clean import with_normals
from bozzetto.export.mesh.lod import Deviation, deviation, lod_chain
from bozzetto.export.mesh.mesh import Mesh, MeshHealth, mesh_health
from bozzetto.export.package.bake_maps import bake_maps
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.texture.bake import ColorFn, bake_texture
from bozzetto.export.texture.sampling import grey
from bozzetto.export.texture.texture_fit import SurfaceValues
from bozzetto.export.texture.uv import UvFigures, unwrap, uv_figures

# Textures halve with each level, but not below this.
MIN_TEXTURE_SIZE = 256


@dataclass(frozen=True)
class Level:
    """One level of detail."""

    mesh: Mesh
    uv: UvFigures | None
    """None without an atlas, or not measured."""
    uv_method: str
    """`xatlas`, `box`, `cells`, or empty without an atlas."""
    uv_charts: int
    uv_note: str
    health: MeshHealth
    deviation: Deviation | None
    """From the surface before simplification; None where it was not measured."""


def first_level(
    mesh: Mesh,
    high_poly: Mesh,
    texture_size: int,
    *,
    method: str = "",
    charts: int = 0,
    note: str = "",
    measured: bool = True,
) -> Level:
    """A finished mesh as level 0, measured.

    Args:
        mesh: as it will be written.
        high_poly: the surface before simplification.
        texture_size: texels along a side.
        method: how the atlas was made.
        charts: in the atlas.
        note: why the atlas was not made by xatlas.
        measured: whether a report needs its UV figures and its deviation, which take a while.
    """
    if not measured:
        return Level(mesh, None, method, charts, note, mesh_health(mesh), None)
    figures = None if mesh.uv is None else uv_figures(mesh, texture_size)
    return Level(mesh, figures, method, charts, note, mesh_health(mesh), deviation(mesh, high_poly))


def further_levels(
    low_poly: Mesh,
    high_poly: Mesh,
    color_fn: ColorFn | None,
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
        low_poly: level 0 without seams.
        high_poly: the surface before simplification: what maps show and deviations are measured from.
        color_fn: [N, 3] -> [N, 3] display colours, or None for meshes without.
        settings: texture size of level 0, maps, atlas.
        lods: how many.
        normals_of: gives a simplified mesh its vertex normals.
        offsets: what to add to the colour.
        opacity: [N, 3] -> [N, 1], opacity of the surface in [0, 1]; None where it is opaque.
        progress: called with the fraction done.
    """
    if not lods:
        return ()
    levels: list[Level] = []
    tree = build_tree(high_poly)
    for mesh in lod_chain(low_poly, lods):
        number = len(levels) + 1
        size = max(min(settings.texture_size, MIN_TEXTURE_SIZE), settings.texture_size >> number)
        level = bake_level(
            normals_of(mesh), high_poly, color_fn, replace(settings, texture_size=size), offsets, opacity
        )  # fmt: skip
        levels.append(replace(level, deviation=deviation(level.mesh, high_poly, tree=tree)))
        if progress is not None:
            progress(number / lods)
    return tuple(levels)


def bake_level(
    low_poly: Mesh,
    high_poly: Mesh,
    color_fn: ColorFn | None,
    settings: ExportSettings,
    offsets: SurfaceValues | None = None,
    opacity: ColorFn | None = None,
) -> Level:
    """Unwraps and bakes a simplified mesh.

    Args:
        low_poly: positions, faces, normals.
        high_poly: the surface before simplification.
        color_fn: [N, 3] -> [N, 3] display colours; None makes no texture, unless maps need an atlas.
        settings: texture size, maps, atlas.
        offsets: what to add to the colour.
        opacity: [N, 3] -> [N, 1], opacity of the surface in [0, 1]; None where it is opaque.
    """
    if color_fn is None and not (settings.normal_map or settings.occlusion):
        return first_level(low_poly, high_poly, settings.texture_size)
    atlas = unwrap(low_poly, settings.texture_size, padding=settings.uv_padding, time_limit=settings.uv_time_limit)
    mesh = bake_texture(
        atlas.mesh, color_fn or grey, settings.texture_size,
        offset_fn=offsets, opacity_fn=opacity, inset=settings.inset, block=settings.block,
    )  # fmt: skip
    mesh, map_note = bake_maps(mesh, high_poly, settings)
    note = "; ".join(part for part in (atlas.note, map_note) if part)
    return first_level(mesh, high_poly, settings.texture_size, method=atlas.method, charts=atlas.n_charts, note=note)

"""The way from anybody's mesh to a clean, light, unwrapped one, on one screen."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.export.files.read import ReadLimits, UnreadableMeshError, read_source
from bozzetto.export.mesh.clean import fill_holes, merge_and_prune, orient_faces, simplify, with_creases
from bozzetto.export.mesh.mesh import Array, Mesh, bounds_of, mesh_health
from bozzetto.export.package.deliver import Delivery, DeliverySettings, deliver, finish, further_levels
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.texture.compare import painted_view_fn

Progress = Callable[[str, float], None]
# Half the diagonal while at work: every object fits the cameras of the pictures, and fills them.
WORKING_RADIUS = 0.95


@dataclass(frozen=True)
class RemeshSettings:
    """What happens to a mesh from outside."""

    max_faces: int | None = None
    """Budget of the simplification; None keeps all faces."""
    texture_size: int = 1024
    """Texels along a side, 64 to 4096."""
    fill: bool = True
    """Close holes."""
    normal_map: bool | None = None
    """Bake the normals of the surface before simplification; None does what the preset does."""
    occlusion: bool | None = None
    """Bake ambient occlusion; None does what the preset does."""
    crease_deg: float = 40.0
    """Angle between two faces from which their edge is sharp, degrees."""
    uv_padding: int = 3
    """Texels between charts."""
    uv_time_limit: float = 30.0
    """Seconds for xatlas before box projection takes over."""

    def __post_init__(self) -> None:
        if self.max_faces is not None and self.max_faces < 4:
            raise ValueError(f"max_faces must be at least 4, got {self.max_faces}")
        if not 64 <= self.texture_size <= 4096:
            raise ValueError(f"texture_size must be in [64, 4096], got {self.texture_size}")
        if not 0 <= self.crease_deg <= 180:
            raise ValueError(f"crease_deg must be in [0, 180], got {self.crease_deg}")


def export_mesh_file(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    stem: str,
    remesh: RemeshSettings | None = None,
    delivery: DeliverySettings | None = None,
    *,
    metadata: dict[str, Any] | None = None,
    limits: ReadLimits | None = None,
    progress: Progress | None = None,
) -> Delivery:
    """Cleans, simplifies, unwraps and bakes a mesh from a file, and writes what is asked for with a report.

    Vertices at one place are welded, faces wound alike, holes closed; colours are baked from the nearest point of the
    source, whatever its materials; what the source had in UV and normals is made anew.

    Args:
        path: of a .glb, .gltf, .obj, .ply or .stl file.
        folder: where to; must exist.
        stem: the files' name without an ending.
        remesh: what happens to the mesh.
        delivery: what is handed on.
        metadata: further entries for the files.
        limits: what the file may ask of this machine.
        progress: called with a part's name and the fraction of it that is done.

    Returns:
        The files and the report.

    Raises:
        UnreadableMeshError: the file cannot be used; says why.
        OSError: a file cannot be read or written.
        ValueError: a setting does not fit the object.
    """
    remesh, delivery = remesh or RemeshSettings(), delivery or DeliverySettings()
    preset = delivery.chosen
    seconds: dict[str, float] = {}
    clock = [time.perf_counter()]

    def done(name: str) -> None:
        now = time.perf_counter()
        seconds[name], clock[0] = now - clock[0], now
        if progress is not None:
            progress(name, 1.0)

    source = read_source(path, limits)
    done("read")
    low, high = bounds_of(source.mesh)
    middle, scale = (low + high) / 2, 2 * WORKING_RADIUS / float(np.linalg.norm(high - low))

    def to_work(points: Array) -> Array:
        return ((points.astype(np.float64) - middle) * scale).astype(np.float32)

    def from_work(points: Array) -> Array:
        return (points.astype(np.float64) / scale + middle).astype(np.float32)

    raw = Mesh(to_work(source.mesh.vertices), source.mesh.faces)
    mesh, turned = orient_faces(merge_and_prune(raw))
    if len(mesh.faces) == 0:
        raise UnreadableMeshError(f"{path} holds no faces that bound anything")
    before = mesh_health(raw)
    notes = list(source.notes)
    if turned:
        notes.append(f"{turned} faces were turned over")
    if remesh.fill:
        mesh, holes = fill_holes(mesh)
        if holes.closed:
            notes.append(f"{holes.closed} holes were closed with {holes.faces_added} faces")
        if holes.left:
            notes.append(f"{holes.left} rims were left open: they border a sheet, or are tangled")
    after = mesh_health(mesh)
    if after.nonmanifold_edges:
        notes.append(f"{after.nonmanifold_edges} edges have more than two faces: {_places(mesh, from_work)}")
    done("clean")

    def normals_of(light: Mesh) -> Mesh:
        return with_creases(light, math.radians(remesh.crease_deg))

    light = mesh if remesh.max_faces is None else simplify(mesh, remesh.max_faces)
    if len(light.faces) == 0:
        raise ValueError(f"nothing is left of {path} after simplification; raise max_faces")
    done("simplify")

    def at_work(fn: Callable[[Array], Array] | None) -> Callable[[Array], Array] | None:
        return None if fn is None else lambda points: fn(from_work(points))

    color_fn, opacity_fn = at_work(source.color_fn), at_work(source.opacity_fn)

    settings = ExportSettings(
        max_faces=max(4, len(light.faces)) if remesh.max_faces is None else remesh.max_faces,
        texture_size=min(remesh.texture_size, preset.max_texture),
        uv_padding=remesh.uv_padding,
        uv_time_limit=remesh.uv_time_limit,
        # A mesh that keeps its faces has nothing to show in a map.
        normal_map=(preset.normal_map and len(light.faces) < len(mesh.faces))
        if remesh.normal_map is None
        else remesh.normal_map,
        occlusion=preset.occlusion if remesh.occlusion is None else remesh.occlusion,
    )
    dense = normals_of(mesh)
    level = finish(normals_of(light), dense, color_fn, settings, opacity=opacity_fn)
    done("texture")
    lower = further_levels(
        light, dense, color_fn, settings, delivery.lods, normals_of=normals_of, opacity=opacity_fn
    )  # fmt: skip

    def of_material(mesh: Mesh) -> Mesh:
        rough, clear_rough = source.roughness, source.glass_roughness
        return replace(mesh, roughness=rough, glass_roughness=clear_rough, metallic=source.metallic)

    levels = [replace(one, mesh=of_material(one.mesh)) for one in (level, *lower)]
    done("levels")
    facts = {
        "input": {
            "file": Path(path).name,
            "materials": source.n_materials,
            "faces": before.n_faces,
            "open_edges": before.boundary_edges,
            "nonmanifold_edges": before.nonmanifold_edges,
        }
    }
    return deliver(
        tuple(levels), folder, stem, delivery, {"file": Path(path).name, **(metadata or {})},
        dense=dense, view_fn=painted_view_fn(raw, color_fn, opacity_fn), seconds=seconds, notes=tuple(notes),
        facts=facts, restore=lambda made: replace(made, vertices=from_work(made.vertices)), progress=progress,
    )  # fmt: skip


def _places(mesh: Mesh, from_work: Callable[[Array], Array], most: int = 3) -> str:
    """Where the first few edges with more than two faces are."""
    edges = np.sort(mesh.faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    unique, count = np.unique(edges, axis=0, return_counts=True)
    bad = unique[count > 2][:most]
    centers = from_work(mesh.vertices[bad].mean(axis=1))
    return "near " + "; ".join("({:.3g}, {:.3g}, {:.3g})".format(*center) for center in centers)

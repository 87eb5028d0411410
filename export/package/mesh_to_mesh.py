"""From any mesh file to a clean, simplified, unwrapped one."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Float, Float32, Float64

from bozzetto.export.files.read import ReadLimits, Source, UnreadableMeshError, read_source
from bozzetto.export.mesh.clean import (
    fill_holes,
    merge_and_prune,
    orient_faces,
    simplify,
    with_authored_normals,
    with_creases,
)
from bozzetto.export.mesh.mesh import Array, Mesh, bounds_of, mesh_health
from bozzetto.export.package.deliver import Delivery, DeliverySettings, deliver, delivery_stages
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.levels import bake_level, further_levels
from bozzetto.export.package.stages import Progress, Stages
from bozzetto.export.texture.compare import painted_view_fn

WORKING_RADIUS = 0.95
"""Half the diagonal in the working frame: every object fits the cameras of the pictures, and fills them."""
# Distance from a surface, at work, from which its front is told from a back at the same place.
BACK_TO_BACK = 1e-4
# Formats whose materials say whether backs are seen.
SAYS_SIDES = ("glb", "gltf", "vrm", "usd", "usda", "usdc", "usdz")


@dataclass(frozen=True)
class RemeshSettings:
    """How a mesh from a file is cleaned, simplified and baked."""

    max_faces: int | None = None
    """Budget of the simplification; None keeps all faces."""
    texture_size: int = 1024
    """Texels along a side, 64 to 4096."""
    close: bool | None = None
    """Close holes; None does where the preset needs a closed surface (a print). Open things are left open."""
    units: str | None = None
    """Of the file's numbers, of `bozzetto.export.files.read.UNITS`; None takes what its format says."""
    up: str | None = None
    """`y` or `z`: which of the file's axes points up; None takes what its format says."""
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


def mesh_stages(delivery: DeliverySettings) -> tuple[str, ...]:
    """The stages that `export_mesh_file` reports, all of them, in order.

    Args:
        delivery: what is written.
    """
    lods = ["levels"] if delivery.lods else []
    return ("read", "clean", "simplify", "texture", *lods, *delivery_stages(delivery))


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
    """Cleans, simplifies, unwraps and bakes a mesh from a file, and writes it with a report.

    Vertices at one place are welded, faces wound alike and outward, holes closed where that is asked for; colours are
    baked from the nearest point of the source, whatever its materials. UV are made anew; authored normals are kept
    where the faces are, and made anew where they are not.

    Args:
        path: of a file that `bozzetto.export.files.read` reads.
        folder: where to; must exist.
        stem: the files' name without an ending.
        remesh: what happens to the mesh.
        delivery: what is handed on.
        metadata: further entries for the files.
        limits: what the file may ask of this machine.
        progress: called through the stages of `mesh_stages`.

    Returns:
        The files and the report.

    Raises:
        UnreadableMeshError: the file cannot be used; says why.
        OSError: a file cannot be read or written.
        ValueError: a setting does not fit the object.
    """
    remesh, delivery = remesh or RemeshSettings(), delivery or DeliverySettings()
    preset, stages = delivery.chosen, Stages(progress)
    with stages.stage("read"):
        source = read_source(path, limits, units=remesh.units, up=remesh.up)
    frame = _WorkingFrame.of(source.mesh)
    with stages.stage("clean"):
        raw = Mesh(frame.to_work(source.mesh.vertices), source.mesh.faces)
        close = preset.name == "print" if remesh.close is None else remesh.close
        mesh, notes = _clean(raw, close, frame)
        if len(mesh.faces) == 0:
            raise UnreadableMeshError(f"{path} holds no faces that bound anything")
        before, after = mesh_health(raw), mesh_health(mesh)
    if after.boundary_edges and not close:
        notes.append(f"{after.boundary_edges} edges are open, and stay so (--close closes holes)")
    # A sheet has a back; formats that cannot say so mean it all the same.
    double_sided = source.double_sided or (after.boundary_edges > 0 and source.kind not in SAYS_SIDES)
    with stages.stage("simplify"):
        low_poly = mesh if remesh.max_faces is None else simplify(mesh, remesh.max_faces, keep_sheets=True)
        if len(low_poly.faces) == 0:
            raise ValueError(f"nothing is left of {path} after simplification; raise max_faces")
    if remesh.max_faces is not None and len(low_poly.faces) > 1.02 * remesh.max_faces:
        notes.append(
            f"{remesh.max_faces} faces were asked for and {len(low_poly.faces)} are left: its "
            f"{mesh_health(low_poly).n_parts} separate parts, open rims and handles cannot be told with fewer"
        )
    settings = ExportSettings(
        max_faces=max(4, len(low_poly.faces)) if remesh.max_faces is None else remesh.max_faces,
        texture_size=min(remesh.texture_size, preset.max_texture),
        uv_padding=remesh.uv_padding,
        uv_time_limit=remesh.uv_time_limit,
        # Just outside of the surface, where faces lie back to back: on it, nothing says which of them is meant.
        inset=-BACK_TO_BACK if source.has_backs else 0.0,
        # A mesh that keeps its faces has nothing to show in a map.
        normal_map=(preset.normal_map and len(low_poly.faces) < len(mesh.faces))
        if remesh.normal_map is None
        else remesh.normal_map,
        occlusion=preset.occlusion if remesh.occlusion is None else remesh.occlusion,
    )
    color_fn, opacity_fn = frame.at_work(source.color_fn), frame.at_work(source.opacity_fn)

    def normals_of(one: Mesh) -> Mesh:
        creased = with_creases(one, math.radians(remesh.crease_deg))
        if source.normals is None or len(one.faces) < len(mesh.faces):
            return creased
        return with_authored_normals(one, creased, raw, source.normals)

    high_poly = normals_of(mesh)
    with stages.stage("texture"):
        levels = [bake_level(normals_of(low_poly), high_poly, color_fn, settings, opacity=opacity_fn)]
    if delivery.lods:
        with stages.stage("levels") as report_fraction:
            levels += further_levels(
                low_poly, high_poly, color_fn, settings, delivery.lods,
                normals_of=normals_of, opacity=opacity_fn, progress=report_fraction,
            )  # fmt: skip
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
        tuple(replace(level, mesh=_with_material(level.mesh, source, double_sided)) for level in levels),
        folder, stem, delivery, {"file": Path(path).name, **(metadata or {})},
        high_poly=high_poly, view_fn=painted_view_fn(raw, color_fn, opacity_fn), seconds=stages.seconds,
        notes=(*source.notes, *notes), facts=facts, restore=frame.restored, progress=progress,
    )  # fmt: skip


@dataclass(frozen=True)
class _WorkingFrame:
    """The source, moved to the origin and scaled to WORKING_RADIUS."""

    middle: Float64[np.ndarray, " 3"]
    """Metres in the source's frame."""
    scale: float

    @classmethod
    def of(cls, mesh: Mesh) -> _WorkingFrame:
        low, high = bounds_of(mesh)
        return cls((low + high) / 2, 2 * WORKING_RADIUS / float(np.linalg.norm(high - low)))

    def to_work(self, points: Float[np.ndarray, "n 3"]) -> Float32[np.ndarray, "n 3"]:
        moved: Array = ((points.astype(np.float64) - self.middle) * self.scale).astype(np.float32)
        return moved

    def from_work(self, points: Float[np.ndarray, "n 3"]) -> Float32[np.ndarray, "n 3"]:
        moved: Array = (points.astype(np.float64) / self.scale + self.middle).astype(np.float32)
        return moved

    def at_work(self, fn: Callable[[Array], Array] | None) -> Callable[[Array], Array] | None:
        """A function of the source's points as one of the working frame's."""
        return None if fn is None else lambda points: fn(self.from_work(points))

    def restored(self, mesh: Mesh) -> Mesh:
        """A mesh back in the source's frame."""
        return replace(mesh, vertices=self.from_work(mesh.vertices))


def _clean(raw: Mesh, close: bool, frame: _WorkingFrame) -> tuple[Mesh, list[str]]:
    """The mesh welded, wound alike and outward, with its holes filled if that is asked for; and what was done."""
    notes: list[str] = []
    mesh, n_flipped = orient_faces(merge_and_prune(raw, keep_sheets=True))
    if len(mesh.faces) == 0:
        return mesh, notes
    if n_flipped:
        notes.append(f"flipped the winding of {n_flipped} faces")
    if close:
        mesh, holes = fill_holes(mesh)
        if holes.closed:
            notes.append(f"filled {holes.closed} holes with {holes.faces_added} faces")
            # What is closed has an inside, whichever way it was wound.
            mesh = orient_faces(mesh)[0]
        if holes.left:
            notes.append(f"left {holes.left} boundary loops open: they border a sheet, or touch themselves")
    crowded = _crowded_edges(mesh)
    if len(crowded):
        notes.append(f"{len(crowded)} edges have more than two faces: {_places(mesh, crowded, frame.from_work)}")
    return mesh, notes


def _with_material(mesh: Mesh, source: Source, double_sided: bool) -> Mesh:
    return replace(
        mesh, roughness=source.roughness, glass_roughness=source.glass_roughness, metallic=source.metallic,
        double_sided=double_sided,
    )  # fmt: skip


def _crowded_edges(mesh: Mesh) -> Array:
    """[E, 2] edges with more than two faces; front and back of a sheet have edges of their own."""
    edges = np.sort(mesh.faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    unique, count = np.unique(edges, axis=0, return_counts=True)
    return unique[count > 2]


def _places(mesh: Mesh, edges: Array, from_work: Callable[[Array], Array], most: int = 3) -> str:
    """Where the first few edges are."""
    centers = from_work(mesh.vertices[edges[:most]].mean(axis=1))
    return "near " + "; ".join("({:.3g}, {:.3g}, {:.3g})".format(*center) for center in centers)

"""From any mesh file to a clean, simplified, unwrapped one."""

from __future__ import annotations

import functools
import math
import os
from collections.abc import Callable, Mapping
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
from bozzetto.export.mesh.mesh import Array, Mesh, PbrMaps, bounds_of, mesh_health
from bozzetto.export.package.deliver import Delivery, DeliverySettings, Destination, delivery_stages
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.levels import Level, bake_level, further_levels
from bozzetto.export.texture.bake import bake_texture
from bozzetto.export.texture.compare import ViewFn, painted_view_fn
from bozzetto.stages import ProgressFn, ReportFn, Stage, by_name, run_stages

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


def export_mesh_file(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    stem: str,
    remesh: RemeshSettings | None = None,
    delivery: DeliverySettings | None = None,
    progress: ProgressFn | None = None,
) -> Delivery:
    """Carries out `mesh_stages`.

    Args:
        path, remesh, delivery: as there; None for the defaults.
        folder: where to; must exist.
        stem: the files' name without an ending.
        progress: called with each stage's name and the fraction of it that is done.
    """
    destination = Destination(Path(folder), stem)
    stages = mesh_stages(path, remesh or RemeshSettings(), delivery or DeliverySettings(), destination)
    delivered: Delivery = run_stages(stages, ("delivered",), report=by_name(progress))["delivered"]
    return delivered


def mesh_stages(
    path: str | os.PathLike[str],
    remesh: RemeshSettings,
    delivery: DeliverySettings,
    destination: Destination,
    *,
    metadata: Mapping[str, Any] | None = None,
    limits: ReadLimits | None = None,
) -> list[Stage]:
    """The stages from a mesh file to `delivered`: it is cleaned, simplified, unwrapped, baked and written.

    Vertices at one place are welded, faces wound alike and outward, holes closed where that is asked for; colours are
    baked from the nearest point of the source, whatever its materials. UV are made anew; authored normals are kept
    where the faces are, and made anew where they are not.

    Args:
        path: of a file that `bozzetto.export.files.read` reads.
        remesh: what happens to the mesh.
        delivery: what is written.
        destination: where to.
        metadata: further entries for the files.
        limits: what the file may ask of this machine.

    Raises:
        From the stages, UnreadableMeshError: the file cannot be used; says why. OSError: a file cannot be read or
        written. ValueError: a setting does not fit the object.
    """
    given = {"path": path, "remesh": remesh, "delivery": delivery, "limits": limits, "further_metadata": metadata or {}}

    def stage(name: str, work: Callable[..., Any], *makes: str) -> Stage:
        return Stage(name, work, makes, given)

    return [
        stage("read", read_mesh, "source", "frame", "metadata"),
        stage("clean", clean_mesh, "cleaned", "notes", "facts", "finish"),
        stage("simplify", simplify_mesh, "low_poly", "settings", "notes"),
        stage("texture", bake_mesh, "levels", "high_poly", "source_view", "restore"),
        *([stage("levels", mesh_levels, "levels")] if delivery.lods else []),
        *delivery_stages(delivery, destination),
    ]


def read_mesh(
    path: str | os.PathLike[str],
    remesh: RemeshSettings,
    limits: ReadLimits | None,
    further_metadata: Mapping[str, Any],
) -> tuple[Source, WorkingFrame, dict[str, Any]]:
    """The file, the frame that it is worked on in, and what its own files say of it."""
    source = read_source(path, limits, units=remesh.units, up=remesh.up)
    return source, WorkingFrame.of(source.mesh), {"file": Path(path).name, **further_metadata}


def clean_mesh(
    path: str | os.PathLike[str],
    source: Source,
    frame: WorkingFrame,
    remesh: RemeshSettings,
    delivery: DeliverySettings,
) -> tuple[Mesh, list[str], dict[str, Any], Callable[[Mesh], Mesh]]:
    """The mesh at work, cleaned; notes, the report's facts, and what gives a finished mesh its material.

    Raises:
        UnreadableMeshError: nothing is left of it.
    """
    raw = frame.mesh(source)
    close = delivery.chosen.name == "print" if remesh.close is None else remesh.close
    mesh, notes = _clean(raw, close, frame)
    if len(mesh.faces) == 0:
        raise UnreadableMeshError(f"{path} holds no faces that bound anything")
    before, after = mesh_health(raw), mesh_health(mesh)
    if after.boundary_edges and not close:
        notes.append(f"{after.boundary_edges} edges are open, and stay so (--close closes holes)")
    # A sheet has a back; formats that cannot say so mean it all the same.
    double_sided = source.double_sided or (after.boundary_edges > 0 and source.kind not in SAYS_SIDES)
    facts = {
        "file": Path(path).name,
        "materials": source.n_materials,
        "faces": before.n_faces,
        "open_edges": before.boundary_edges,
        "nonmanifold_edges": before.nonmanifold_edges,
    }
    finish = functools.partial(
        replace, roughness=source.roughness, glass_roughness=source.glass_roughness, metallic=source.metallic,
        double_sided=double_sided,
    )  # fmt: skip
    return mesh, [*source.notes, *notes], {"input": facts}, finish


def simplify_mesh(
    path: str | os.PathLike[str],
    cleaned: Mesh,
    source: Source,
    remesh: RemeshSettings,
    delivery: DeliverySettings,
    notes: list[str],
) -> tuple[Mesh, ExportSettings, list[str]]:
    """The mesh within its budget of faces, and how its atlas and maps are made."""
    preset, budget = delivery.chosen, remesh.max_faces
    low_poly = cleaned if budget is None else simplify(cleaned, budget, keep_sheets=True)
    if len(low_poly.faces) == 0:
        raise ValueError(f"nothing is left of {path} after simplification; raise max_faces")
    if budget is not None and len(low_poly.faces) > 1.02 * budget:
        notes = [
            *notes,
            f"{budget} faces were asked for and {len(low_poly.faces)} are left: its {mesh_health(low_poly).n_parts} "
            "separate parts, open rims and handles cannot be told with fewer",
        ]
    # A mesh that keeps its faces has nothing to show in a map.
    changed = len(low_poly.faces) < len(cleaned.faces)
    settings = ExportSettings(
        max_faces=max(4, len(low_poly.faces)) if budget is None else budget,
        texture_size=min(remesh.texture_size, preset.max_texture),
        uv_padding=remesh.uv_padding,
        uv_time_limit=remesh.uv_time_limit,
        # Just outside of the surface, where faces lie back to back: on it, nothing says which of them is meant.
        inset=-BACK_TO_BACK if source.has_backs else 0.0,
        normal_map=preset.normal_map and changed if remesh.normal_map is None else remesh.normal_map,
        occlusion=preset.occlusion if remesh.occlusion is None else remesh.occlusion,
    )
    return low_poly, settings, notes


def bake_mesh(
    source: Source,
    frame: WorkingFrame,
    cleaned: Mesh,
    low_poly: Mesh,
    finish: Callable[[Mesh], Mesh],
    remesh: RemeshSettings,
    settings: ExportSettings,
) -> tuple[tuple[Level, ...], Mesh, ViewFn, Callable[[Mesh], Mesh]]:
    """Level 0 with its atlas and texture; the surface before simplification; views of the source; the way back."""
    color_fn, opacity_fn = frame.at_work(source.color_fn), frame.at_work(source.opacity_fn)
    normals_of = functools.partial(_with_normals, source=source, frame=frame, cleaned=cleaned, remesh=remesh)
    high_poly = normals_of(cleaned)
    level = bake_level(normals_of(low_poly), high_poly, color_fn, settings, opacity=opacity_fn)
    source_view = painted_view_fn(frame.mesh(source), color_fn, opacity_fn)
    return (_finished(level, finish, source, frame, settings),), high_poly, source_view, frame.restored


def mesh_levels(
    levels: tuple[Level, ...],
    source: Source,
    frame: WorkingFrame,
    cleaned: Mesh,
    low_poly: Mesh,
    high_poly: Mesh,
    finish: Callable[[Mesh], Mesh],
    remesh: RemeshSettings,
    settings: ExportSettings,
    delivery: DeliverySettings,
    report: ReportFn,
) -> tuple[Level, ...]:
    """Level 0 and the further ones."""
    further = further_levels(
        low_poly, high_poly, frame.at_work(source.color_fn), settings, delivery.lods,
        normals_of=functools.partial(_with_normals, source=source, frame=frame, cleaned=cleaned, remesh=remesh),
        opacity=frame.at_work(source.opacity_fn), progress=report,
    )  # fmt: skip
    return (*levels, *(_finished(level, finish, source, frame, settings) for level in further))


@dataclass(frozen=True)
class WorkingFrame:
    """The source, moved to the origin and scaled to WORKING_RADIUS."""

    middle: Float64[np.ndarray, " 3"]
    """Metres in the source's frame."""
    scale: float

    @classmethod
    def of(cls, mesh: Mesh) -> WorkingFrame:
        low, high = bounds_of(mesh)
        return cls((low + high) / 2, 2 * WORKING_RADIUS / float(np.linalg.norm(high - low)))

    def mesh(self, source: Source) -> Mesh:
        """The source's surface in the working frame."""
        return Mesh(self.to_work(source.mesh.vertices), source.mesh.faces)

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


def _clean(raw: Mesh, close: bool, frame: WorkingFrame) -> tuple[Mesh, list[str]]:
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


def _finished(
    level: Level, finish: Callable[[Mesh], Mesh], source: Source, frame: WorkingFrame, settings: ExportSettings
) -> Level:
    """A level with the source's material, and a map of roughness and metallic where its parts differ in them."""
    mesh, surface_fn = finish(level.mesh), frame.at_work(source.surface_fn)
    if surface_fn is None or mesh.texture is None:
        return replace(level, mesh=mesh)

    def as_color(points: Array) -> Array:
        return np.pad(surface_fn(points), ((0, 0), (0, 1)))

    baked = bake_texture(replace(mesh, texture=None), as_color, mesh.texture.shape[0], inset=settings.inset).texture
    assert baked is not None
    return replace(level, mesh=replace(mesh, pbr=PbrMaps(roughness_metallic=baked[..., :2].copy())))


def _with_normals(one: Mesh, source: Source, frame: WorkingFrame, cleaned: Mesh, remesh: RemeshSettings) -> Mesh:
    """A mesh with the authored normals where it has all faces, else with sharp creases."""
    creased = with_creases(one, math.radians(remesh.crease_deg))
    if source.normals is None or len(one.faces) < len(cleaned.faces):
        return creased
    return with_authored_normals(one, creased, frame.mesh(source), source.normals)


def _crowded_edges(mesh: Mesh) -> Array:
    """[E, 2] edges with more than two faces; front and back of a sheet have edges of their own."""
    edges = np.sort(mesh.faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    unique, count = np.unique(edges, axis=0, return_counts=True)
    return unique[count > 2]


def _places(mesh: Mesh, edges: Array, from_work: Callable[[Array], Array], most: int = 3) -> str:
    """Where the first few edges are."""
    centers = from_work(mesh.vertices[edges[:most]].mean(axis=1))
    return "near " + "; ".join("({:.3g}, {:.3g}, {:.3g})".format(*center) for center in centers)

"""From a mesh file to a GLB whose geometry is cleaned and whose materials, UV sets, textures and objects stay."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.export.files.axes_units import placed, placement
from bozzetto.export.files.glb import write_glb
from bozzetto.export.files.glb_scene import verify_scene_glb, write_scene_glb
from bozzetto.export.files.read import ReadLimits, Scene, UnreadableMeshError, flatten, moved_note, read_scene
from bozzetto.export.files.read_gltf import scaled_volume
from bozzetto.export.files.read_parts import Part
from bozzetto.export.mesh.clean import orient_faces
from bozzetto.export.mesh.mesh import Array, Mesh, face_normals, mesh_health, same_position
from bozzetto.export.package.deliver import DeliverySettings, Destination, delivery_stages, staging_folder
from bozzetto.export.package.levels import Level, first_level
from bozzetto.export.package.mesh_to_mesh import RemeshSettings
from bozzetto.stages import Stage


def kept_stages(
    path: str | os.PathLike[str],
    remesh: RemeshSettings,
    delivery: DeliverySettings,
    destination: Destination,
    *,
    metadata: Mapping[str, Any] | None = None,
    limits: ReadLimits | None = None,
) -> list[Stage]:
    """The stages from a mesh file to `delivered`, a GLB with the materials of the file.

    Degenerate and repeated faces and unused vertices go, faces are wound alike and outward; nothing is merged,
    simplified, unwrapped or baked.

    Args:
        path: of a file that `bozzetto.export.files.read` reads.
        remesh: `units` and `up` count.
        delivery: what is written.
        destination: where to.
        metadata: further entries for the file.
        limits: what the file may ask of this machine.

    Raises:
        ValueError: something is asked for that cannot be had with the materials kept.
    """
    refused = {
        "--faces": remesh.max_faces is not None,
        "--lods": delivery.lods > 0,
        "--maps": bool(remesh.normal_map or remesh.occlusion),
        "--close": bool(remesh.close),
        "--quads": delivery.quads > 0,
        "--turntable": delivery.turntable > 0,
    }
    if asked := [name for name, is_asked in refused.items() if is_asked]:
        raise ValueError(f"--keep-materials leaves geometry and textures as they are: leave out {', '.join(asked)}")
    if delivery.chosen.formats != ("glb",):
        raise ValueError(
            f"--keep-materials writes glb, and {', '.join(delivery.chosen.formats)} was asked for: use --format glb"
        )
    given = {
        "path": path, "remesh": remesh, "limits": limits, "delivery": delivery, "destination": destination,
        "further_metadata": metadata or {},
    }  # fmt: skip
    # A report compares nothing: the textures are the file's own.
    rest = delivery_stages(delivery, destination, compared=False)
    return [
        Stage("read", read_kept, ("scene", "metadata"), given),
        Stage("clean", clean_kept, ("scene", "levels", "notes", "facts"), given),
        *[replace(stage, work=write_kept, given=given) if stage.name == "files" else stage for stage in rest],
    ]


def read_kept(
    path: str | os.PathLike[str], remesh: RemeshSettings, limits: ReadLimits | None, further_metadata: Mapping[str, Any]
) -> tuple[Scene, dict[str, Any]]:
    """The file with all that it has, and what its own file says of it."""
    scene = read_scene(path, limits, units=remesh.units, up=remesh.up, keep=True)
    return scene, {"file": Path(path).name, **further_metadata}


def clean_kept(
    path: str | os.PathLike[str], scene: Scene, delivery: DeliverySettings
) -> tuple[Scene, tuple[Level, ...], list[str], dict[str, Any]]:
    """The scene, cleaned; its surface as a level for the report; notes, and the report's facts.

    Raises:
        UnreadableMeshError: nothing is left of it.
    """
    source = flatten(scene, Path(path))
    notes = list(scene.notes)
    if any(source.origin):
        notes.append(moved_note(source.origin))
    before = mesh_health(source.mesh)
    parts, n_dropped = [], 0
    for part in scene.parts:
        kept = _without_bad_faces(part)
        n_dropped += len(part.faces) - len(kept)
        parts.append(replace(part, faces=part.faces[kept], vertices=part.vertices - np.array(source.origin)))
    parts = [part for part in parts if len(part.faces)]
    if not parts:
        raise UnreadableMeshError(f"{path} holds no faces that bound anything")
    if n_dropped:
        notes.append(f"dropped {n_dropped} faces without an area or there twice")
    parts, n_flipped = _oriented(parts)
    if n_flipped:
        notes.append(f"flipped the winding of {n_flipped} faces")
    surface = _surface(parts)
    level = first_level(surface, surface, 0, measured=delivery.report)
    facts = {
        "file": Path(path).name,
        "materials": source.n_materials,
        "objects": len({part.name for part in parts}),
        "faces": before.n_faces,
        "open_edges": before.boundary_edges,
        "nonmanifold_edges": before.nonmanifold_edges,
    }
    return replace(scene, parts=tuple(parts)), (level,), notes, {"input": facts}


def write_kept(
    scene: Scene,
    levels: tuple[Level, ...],
    delivery: DeliverySettings,
    destination: Destination,
    cleanup: contextlib.ExitStack,
    metadata: Mapping[str, Any],
    hull: Mesh | None = None,
) -> tuple[dict[str, Mesh], list[Path]]:
    """The surface and the hull by name, and their files, in a hidden folder that goes when the pipeline ends."""
    place = placement(levels[0].mesh, delivery.chosen.size, delivery.chosen.pivot)
    # One object for each material, which is written once.
    materials = {id(part.material): scaled_volume(part.material, place.scale) for part in scene.parts}
    parts = [
        replace(
            part,
            vertices=(part.vertices - np.array(place.origin)) * place.scale,
            material=materials[id(part.material)],
        )
        for part in scene.parts
    ]
    meshes = {destination.stem: placed(levels[0].mesh, place)}
    staging = cleanup.enter_context(staging_folder(destination))
    files = [write_scene_glb(parts, staging / f"{destination.stem}.glb", metadata)]
    verify_scene_glb(files[0], parts)
    if hull is not None:
        name = f"{destination.stem}_collision"
        meshes[name] = placed(hull, place)
        files.append(write_glb(meshes[name], staging / f"{name}.glb", metadata))
    return meshes, files


def _without_bad_faces(part: Part) -> Array:
    """Indices of a part's faces that have an area, each place once for each side."""
    _, welded = same_position(part.vertices)
    faces = welded[part.faces]
    size = np.linalg.norm(face_normals(part.vertices, part.faces), axis=1)
    good = np.isfinite(size) & (size > 0) & (faces != faces[:, [1, 2, 0]]).all(axis=1)
    # The same corners in the same order, whichever comes first.
    turn = faces.argmin(axis=1)[:, None] + np.arange(3)
    _, first = np.unique(np.take_along_axis(faces, turn % 3, axis=1), axis=0, return_index=True)
    once = np.zeros(len(faces), bool)
    once[first] = True
    return np.flatnonzero(good & once)


def _surface(parts: list[Part]) -> Mesh:
    """All parts as one mesh, seams welded."""
    starts = np.cumsum([0, *(len(part.vertices) for part in parts)])
    positions = np.concatenate([part.vertices for part in parts]).astype(np.float32)
    faces = np.concatenate([part.faces + start for part, start in zip(parts, starts[:-1], strict=True)])
    first, welded = same_position(positions)
    used, faces = np.unique(welded[faces], return_inverse=True)
    return Mesh(positions[first][used], faces.reshape(-1, 3).astype(np.int32))


def _oriented(parts: list[Part]) -> tuple[list[Part], int]:
    """The parts with their faces wound alike and outward over the whole surface, and how many faces were turned."""
    surface = _surface(parts)
    turned = (orient_faces(surface)[0].faces != surface.faces).any(axis=1)
    ends = np.cumsum([len(part.faces) for part in parts])
    return [
        _turned(part, flip) if flip.any() else part
        for part, flip in zip(parts, np.split(turned, ends[:-1]), strict=True)
    ], int(turned.sum())


def _turned(part: Part, flip: Array) -> Part:
    """A part with some faces turned over; normals that then point inward are turned too."""
    faces = np.where(flip[:, None], part.faces[:, ::-1], part.faces)
    if part.normals is None:
        return replace(part, faces=faces)
    outward = np.zeros_like(part.vertices)
    np.add.at(outward, faces[flip].reshape(-1), np.repeat(face_normals(part.vertices, faces[flip]), 3, axis=0))
    inward = np.einsum("ni,ni->n", outward, np.nan_to_num(part.normals)) < 0
    tangents = part.tangents
    if tangents is not None:
        # v runs the other way about a normal that is turned.
        tangents = tangents * np.where(inward[:, None], (1.0, 1.0, 1.0, -1.0), 1.0)
    normals = np.where(inward[:, None], -part.normals, part.normals)
    return replace(part, faces=faces, normals=normals, tangents=tangents)

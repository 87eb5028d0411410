"""Somebody's mesh with new maps: read part by part, its UV looked over, painted, and written with its own geometry."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from jaxtyping import Float32
from PIL import Image

from bozzetto.export.files.glb_parts import NamedMesh
from bozzetto.export.files.read import Scene, Source, flatten
from bozzetto.export.files.read_parts import Part
from bozzetto.export.mesh.clean import with_creases
from bozzetto.export.mesh.mesh import Array, Mesh, bounds_of, part_labels, same_position, vertex_normals
from bozzetto.export.package.own_maps import Cutout, named, with_own_maps
from bozzetto.export.texture.uv import atlas_coverage, unwrap

MOST_OVERLAP = 0.01
"""Share of an atlas's texels in two charts beyond which one texel would paint two places."""
UV_TEXELS = 1024
"""Along a side of the raster in which overlaps are looked for."""
CREASE = math.radians(40)
"""Between faces of a mesh without normals, from which their edge is sharp, as `bozzetto export` has it."""
HALF_DIAGONAL = 0.95
"""Of an object in a material's space."""


class UnusableUvError(ValueError):
    """The UV of a mesh cannot hold a texture of its own."""


@dataclass(frozen=True)
class Body:
    """What is painted with maps of its own: all of a mesh, or one of its material slots."""

    name: str
    mesh: Mesh
    """With `uv`, and the file's own maps in them."""
    uv_down: Float32[np.ndarray, "v 2"] | None
    """UV as they were in the file, bit by bit; None where they were made here."""
    slot_of_face: Array
    """[F] int64, the part of the file that each face is of."""
    component_of_face: Array
    """[F] int64, connected parts, the largest first."""
    cutout: Cutout | None = None
    """Where light goes through by the file's alpha."""


@dataclass(frozen=True)
class Opened:
    """A mesh ready to be painted."""

    bodies: tuple[Body, ...]
    slots: tuple[str, ...]
    """Names of the file's parts: of their object and their material."""
    source: Source
    notes: tuple[str, ...]
    """What was guessed or made anew."""

    @property
    def kept_uv(self) -> bool:
        """Whether the UV are those of the file."""
        return all(body.uv_down is not None for body in self.bodies)


def opened(
    scene: Scene,
    path: Path,
    texture_size: int,
    *,
    keep_uv: bool = False,
    keep_slots: bool = False,
    progress: Callable[[float], None] | None = None,
) -> Opened:
    """A file's mesh with UV that can be painted on, and its own maps in them.

    Positions and faces stay as they are, and UV where they are usable: within [0, 1], and no two faces over one texel.

    Args:
        scene: what the file has; its further maps too where it was read with `keep=True`.
        path: of the file, for errors.
        texture_size: texels along a side of the maps.
        keep_uv: refuse what has no usable UV, in place of making new ones.
        keep_slots: a set of maps for each of the file's parts, in place of one for all.
        progress: called with the fraction done.

    Raises:
        UnusableUvError: with `keep_uv`; says what is wrong with them.
        UnreadableMeshError: see `bozzetto.export.files.read.flatten`.
    """
    source = flatten(scene, path)
    parts, notes = list(scene.parts), list(scene.notes)
    slots = tuple(named(part, k) for k, part in enumerate(parts))
    numbers = np.repeat(np.arange(len(parts)), [len(part.faces) for part in parts])
    whole = _joined(parts, source)
    problem = _uv_problem([whole.uv], [whole.mesh])
    if problem and len(parts) > 1 and not _uv_problem([_uv(part) for part in parts], [_mesh(p, source) for p in parts]):
        notes.append(f"all parts together share texels ({problem}): each material keeps UV and maps of its own")
        problem, keep_slots = "", True
    if problem and keep_uv:
        raise UnusableUvError(
            f"--keep-uv: the UV of {path.name} cannot be kept: {problem}. Without --keep-uv new ones are made"
        )
    components = _components(whole.mesh)
    if problem:
        notes.append(f"new UV were made: {problem}")
        has_normals = any(part.normals is not None for part in parts)
        atlas = unwrap(whole.mesh if has_normals else _creased(whole.mesh), texture_size)
        # The atlas keeps the order of faces, and splits vertices along its seams.
        if len(atlas.mesh.faces) != len(whole.mesh.faces):
            raise UnusableUvError(f"{path.name} cannot be unwrapped: {atlas.note}")
        bodies = [Body(path.stem, atlas.mesh, None, numbers, components)]
    elif keep_slots and len(parts) > 1:
        bodies = []
        for k, part in enumerate(parts):
            mesh, down = _mesh(part, source), _uv(part)
            assert down is not None
            name = part.material.name or part.name or f"part {k}"
            bodies.append(
                Body(name, replace(mesh, uv=_turned(down)), down, numbers[numbers == k], components[numbers == k])
            )
    else:
        assert whole.uv is not None
        bodies = [Body(path.stem, replace(whole.mesh, uv=_turned(whole.uv)), whole.uv, numbers, components)]
    painted = []
    for k, body in enumerate(bodies):
        mesh, cutout, lost = with_own_maps(body.mesh, parts, body.slot_of_face, texture_size)
        notes += [note for note in lost if note not in notes]
        mesh = replace(mesh, double_sided=source.double_sided)
        painted.append(replace(body, mesh=mesh, cutout=cutout))
        if progress is not None:
            progress((k + 1) / len(bodies))
    return Opened(tuple(painted), slots, source, tuple(notes))


def named_meshes(bodies: Sequence[Body]) -> list[NamedMesh]:
    """What is written."""
    return [
        NamedMesh(body.name, _cut(body), body.uv_down, "OPAQUE" if body.cutout is None else body.cutout.mode)
        for body in bodies
    ]


def _cut(body: Body) -> Mesh:
    """A body's mesh, its texture with the alpha of its file."""
    texture = body.mesh.texture
    if body.cutout is None or texture is None:
        return body.mesh
    alpha = np.asarray(Image.fromarray(body.cutout.alpha).resize((texture.shape[1], texture.shape[0])))
    return replace(body.mesh, texture=np.concatenate([texture[..., :3], alpha[..., None]], axis=2))


def object_space(mesh: Mesh) -> tuple[float, tuple[float, float, float]]:
    """Scale and offset of a mesh in a material's space: x = scale * q + offset, half its diagonal HALF_DIAGONAL."""
    low, high = bounds_of(mesh)
    middle = (low + high) / 2
    scale = float(np.linalg.norm(high - low)) / 2 / HALF_DIAGONAL
    return scale, (float(middle[0]), float(middle[1]), float(middle[2]))


@dataclass(frozen=True)
class _Joined:
    mesh: Mesh
    uv: Float32[np.ndarray, "v 2"] | None
    """v down."""


def _joined(parts: Sequence[Part], source: Source) -> _Joined:
    """All parts in one list of vertices, none welded."""
    uvs = [_uv(part) for part in parts]
    uv = None if any(one is None for one in uvs) else np.concatenate([one for one in uvs if one is not None])
    normals = np.concatenate([_normals(part, _bare(part, source)) for part in parts])
    return _Joined(replace(source.mesh, normals=normals), uv)


def _mesh(part: Part, source: Source) -> Mesh:
    mesh = _bare(part, source)
    return replace(mesh, normals=_normals(part, mesh))


def _bare(part: Part, source: Source) -> Mesh:
    return Mesh((part.vertices - np.array(source.origin)).astype(np.float32), part.faces.astype(np.int32))


def _normals(part: Part, mesh: Mesh) -> Float32[np.ndarray, "v 3"]:
    """The normals of a part's file, unit; those of its faces where there are none."""
    own = vertex_normals(mesh.vertices, mesh.faces)
    if part.normals is None:
        return own
    length = np.linalg.norm(part.normals, axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        unit = (part.normals / length).astype(np.float32)
    out: Float32[np.ndarray, "v 3"] = np.where(np.isfinite(length) & (length > 1e-12), unit, own)
    return out


def _creased(mesh: Mesh) -> Mesh:
    """A mesh that nobody gave normals, with those of its faces across edges that are sharp."""
    first, welded = same_position(mesh.vertices)
    return with_creases(Mesh(mesh.vertices[first], welded[mesh.faces].astype(np.int32)), CREASE)


def _uv(part: Part) -> Float32[np.ndarray, "v 2"] | None:
    """The UV set that holds the part's texture, v down, or its first."""
    texture = part.material.base_texture
    chosen = min(part.uvs, default=None) if texture is None or texture.uv_set not in part.uvs else texture.uv_set
    return None if chosen is None else np.ascontiguousarray(part.uvs[chosen], np.float32)


def _turned(down: Array) -> Float32[np.ndarray, "v 2"]:
    up: Float32[np.ndarray, "v 2"] = (down * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)).astype(
        np.float32
    )
    return up


def _uv_problem(uvs: Sequence[Array | None], meshes: Sequence[Mesh]) -> str:
    """What is wrong with UV, or nothing."""
    for uv, mesh in zip(uvs, meshes, strict=True):
        if uv is None:
            return "there are none"
        used = uv[np.unique(mesh.faces)]
        if not np.isfinite(used).all():
            return "some are NaN or infinite"
        if used.min() < -1e-4 or used.max() > 1 + 1e-4:
            return f"they reach from {used.min():.3g} to {used.max():.3g}, so that their texture repeats"
        covered, overlap = atlas_coverage(replace(mesh, uv=_turned(uv)), UV_TEXELS)
        if covered < 1e-4:
            return "they have no area"
        if overlap > MOST_OVERLAP:
            return f"{overlap:.1%} of their texels lie in two places of the surface"
    return ""


def _components(mesh: Mesh) -> Array:
    """[F] connected parts of the welded surface, by their number of faces."""
    _, welded = same_position(mesh.vertices)
    count, labels = part_labels(welded[mesh.faces], int(welded.max()) + 1)
    rank = np.empty(count, np.int64)
    rank[np.argsort(-np.bincount(labels, minlength=count), kind="stable")] = np.arange(count)
    ranked: Array = rank[labels]
    return ranked

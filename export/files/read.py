"""Meshes that others made: GLB, glTF, VRM, OBJ, PLY, STL, 3MF and USD files, read within bounds.

Each format has a module of its own, which makes `Part`s; here they become one mesh and one function of space. What a
file has and a `Source` does not is said in its notes: nothing is dropped silently.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from jaxtyping import Float, Float32, Float64, Int, Int64

from bozzetto.export.files import read_obj, read_stl
from bozzetto.export.files.axes_units import USUAL_FRAMES, Frame
from bozzetto.export.files.materials import GENERATOR
from bozzetto.export.files.read_3mf import read_3mf
from bozzetto.export.files.read_gltf import read_gltf
from bozzetto.export.files.read_limits import Reading, ReadLimits, UnreadableMeshError, raised_limits
from bozzetto.export.files.read_parts import Material, Paint, Part, paint_of
from bozzetto.export.files.read_ply import read_ply
from bozzetto.export.files.read_usd import read_usd
from bozzetto.export.files.read_usd_stage import DISPLAY
from bozzetto.export.mesh.bvh import build_tree, nearest_points
from bozzetto.export.mesh.mesh import Array, Mesh, diagonal_of, face_normals, same_position

__all__ = [
    "READABLE", "ReadLimits", "Scene", "Source", "UnreadableMeshError", "moved_note", "raised_limits", "read_scene",
    "read_source", "refusal",
]  # fmt: skip

READABLE = ("glb", "gltf", "vrm", "obj", "ply", "stl", "3mf", "usd", "usda", "usdc", "usdz")
UNITS = {"m": 1.0, "cm": 0.01, "mm": 0.001, "in": 0.0254, "ft": 0.3048}
"""Metres, by the names that `--units` takes."""
SMALLEST_USUAL, LARGEST_USUAL = 1e-3, 100.0
"""Metres between which an object is taken for granted where its format has no units."""
# What people have and this does not read, and what makes a GLB of it.
OTHERS = {
    "fbx": "open it in Blender (File > Import > FBX) and export glTF, or run `assimp export in.fbx out.glb`",
    "dae": "open it in Blender and export glTF, or run `assimp export in.dae out.glb`",
    "blend": "open it in Blender and export glTF (File > Export > glTF 2.0)",
    "max": "export glTF or OBJ from 3ds Max", "ma": "export OBJ or USD from Maya", "mb": "export OBJ or USD from Maya",
    "c4d": "export glTF from Cinema 4D", "skp": "export glTF or OBJ from SketchUp",
    "3ds": "run `assimp export in.3ds out.glb`", "x": "run `assimp export in.x out.glb`",
    "off": "run `assimp export in.off out.glb`", "wrl": "export glTF or OBJ from the program that made it",
    "x3d": "open it in Blender and export glTF", "abc": "open it in Blender and export glTF",
    "step": "open it in FreeCAD and export STL or OBJ", "stp": "open it in FreeCAD and export STL or OBJ",
    "iges": "open it in FreeCAD and export STL or OBJ", "igs": "open it in FreeCAD and export STL or OBJ",
    "3dm": "export OBJ or STL from Rhino", "dxf": "open it in FreeCAD and export STL or OBJ",
    "dwg": "export OBJ or STL from the program that made it", "amf": "open it in a slicer and save 3MF",
    "splat": "splats are no surface: export a mesh from the program that made them",
    "spz": "splats are no surface: export a mesh from the program that made them",
    "b3dm": "take the GLB out of the tile, for example with 3d-tiles-tools", "las": "a cloud of points is no surface",
    "pcd": "a cloud of points is no surface", "xyz": "a cloud of points is no surface",
    "lwo": "run `assimp export in.lwo out.glb`", "ifc": "open it in Blender (Bonsai) and export glTF",
}  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """What a file shows, part by part."""

    parts: tuple[Part, ...]
    """In metres, +Y up."""
    notes: tuple[str, ...]
    """What was left out or guessed."""
    kind: str
    """Its format, one of READABLE."""


@dataclass(frozen=True)
class Source:
    """A mesh from outside."""

    mesh: Mesh
    """Positions and faces of all parts, in one frame; metres as far as the format says so, from `origin`."""
    origin: tuple[float, float, float]
    """What was taken from the positions, metres: zero, but for objects so far away that float32 would spoil them."""
    color_fn: Callable[[Array], Array] | None
    """[N, 3] -> [N, 3] display colours of the nearest point, or None where the file has none."""
    opacity_fn: Callable[[Array], Array] | None
    """[N, 3] -> [N, 1], how much light the nearest point stops; None where all of it does."""
    surface_fn: Callable[[Array], Array] | None
    """[N, 3] -> [N, 2], roughness and metallic of the nearest point; None where one of each holds for all."""
    normals: Float32[np.ndarray, "f 3 3"] | None
    """[F, 3, 3] float32, the authored normals of the faces' corners; NaN where there is none. None without any."""
    roughness: float
    """Of the largest opaque part, in [0, 1]."""
    glass_roughness: float
    """Of the largest part that light goes through; what a mesh has by default where there is none."""
    metallic: float
    double_sided: bool
    """Whether a material says that its back is seen too."""
    has_backs: bool
    """Whether faces lie back to back at one place, so that a colour depends on the side it is asked for from."""
    texture_size: int
    """Longest side of the largest base colour texture in texels, 0 without."""
    n_materials: int
    kind: str
    """Its format, one of READABLE."""
    notes: tuple[str, ...]
    """What was left out or guessed."""


def refusal(path: str | os.PathLike[str]) -> str | None:
    """Why a file of this name is not read and what to do, where it is a kind of 3D file that is known; else None.

    Args:
        path: looked at by its ending alone.
    """
    kind = Path(path).suffix.lower().lstrip(".")
    if kind not in OTHERS:
        return None
    return f"cannot read {Path(path).name}: .{kind} is not read, only .{', .'.join(READABLE)}; {OTHERS[kind]}"


def read_source(
    path: str | os.PathLike[str],
    limits: ReadLimits | None = None,
    *,
    units: str | None = None,
    up: str | None = None,
) -> Source:
    """Reads anybody's mesh.

    Args:
        path: of a file with an ending of READABLE.
        limits: what it may ask of this machine.
        units: of its numbers, of UNITS; None takes what the format says, and metres where it says nothing.
        up: `y` or `z`, the axis that points up; None takes what the format says, and `y` where it says nothing.

    Returns:
        The mesh with its colours as a function of space.

    Raises:
        UnreadableMeshError: an unknown ending, a damaged or too large file, a compression that is not supported, a name
            that leads outside the file's folder, or nothing to see in it.
        OSError: it cannot be opened.
    """
    return flatten(read_scene(path, limits, units=units, up=up), Path(path))


def read_scene(
    path: str | os.PathLike[str],
    limits: ReadLimits | None = None,
    *,
    units: str | None = None,
    up: str | None = None,
    keep: bool = False,
) -> Scene:
    """Reads anybody's mesh, part by part.

    Args:
        path: of a file with an ending of READABLE.
        limits: what it may ask of this machine.
        units: of its numbers, of UNITS; None takes what the format says.
        up: `y` or `z`; None takes what the format says.
        keep: keep objects apart, and what colours do not need: further textures, and pictures as they are encoded.

    Raises:
        UnreadableMeshError: as `read_source`.
        OSError: it cannot be opened.
    """
    path, limits = Path(path), limits or ReadLimits()
    kind = path.suffix.lower().lstrip(".")
    if kind not in READABLE:
        raise UnreadableMeshError(
            refusal(path)
            or f"cannot read {path.name!r}: expected an ending of .{', .'.join(READABLE)}, got {path.suffix or 'none'}"
        )
    if units is not None and units not in UNITS:
        raise UnreadableMeshError(f"units must be one of {', '.join(UNITS)}, got {units!r}")
    if up not in (None, "y", "z"):
        raise UnreadableMeshError(f"up must be y or z, got {up!r}")
    reading = Reading(path, limits)
    data = reading.read(path)
    # Files come under the wrong name; their first bytes say what they are.
    kind = _true_kind(reading, kind, data)
    try:
        # Damaged files hold NaN and overflows, which are refused by name afterwards.
        with np.errstate(all="ignore"):
            parts, frame = _read(reading, kind, data, keep)
    except (UnreadableMeshError, OSError):
        raise
    except (RecursionError, MemoryError) as error:
        raise UnreadableMeshError(f"{path} cannot be read: {type(error).__name__}") from error
    except Exception as error:  # whatever a reader meets in a broken file
        raise UnreadableMeshError(f"{path} cannot be read: {type(error).__name__}: {str(error)[:200]}") from error
    if not sum(len(part.faces) for part in parts):
        raise UnreadableMeshError(f"{path} holds no triangles")
    given = Frame(up or frame.up, UNITS[units] if units else frame.unit)  # type: ignore[arg-type]
    if kind in ("stl", "ply") and frame == Frame() and units is None and up is None and not _is_ours(data):
        article = "an STL" if kind == "stl" else "a PLY"
        reading.note(f"{article} says nothing about units and axes: read as metres, +Y up (see --units and --up)")
    if kind == "obj" and frame == Frame() and units is None and not read_obj.is_ours(data):
        size = _longest_side(parts)
        if not SMALLEST_USUAL <= size <= LARGEST_USUAL:
            reading.note(f"an OBJ says nothing about units: read as metres, it is {size:.3g} m long (see --units)")
    if units is not None and kind == "3mf":
        raise UnreadableMeshError("a 3MF says its own units; --units is for files that do not")
    return Scene(tuple(_stood_up(part, given) for part in parts), tuple(reading.notes), kind)


def _longest_side(parts: list[Part]) -> float:
    """Of the box round all vertices that are finite."""
    corners = [part.vertices[np.isfinite(part.vertices).all(axis=1)] for part in parts]
    points = np.concatenate(corners)
    return float(np.ptp(points, axis=0).max()) if len(points) else 0.0


def _read(reading: Reading, kind: str, data: bytes, keep: bool) -> tuple[list[Part], Frame]:
    """The parts of a file, and the frame that they are in."""
    if kind in ("glb", "gltf", "vrm"):
        return read_gltf(reading, data, keep=keep), Frame()
    if kind == "obj":
        return read_obj.read_obj(reading, data, keep=keep), _own_frame(data, kind)
    if kind == "ply":
        return read_ply(reading, data), _own_frame(data, kind)
    if kind == "stl":
        return read_stl.read_stl(reading, data), _own_frame(data, kind)
    if kind == "3mf":
        return read_3mf(reading, data), Frame("z")
    return read_usd(reading, data, keep=keep)


def _true_kind(reading: Reading, kind: str, data: bytes) -> str:
    """What a file is by its first bytes, where they leave no doubt."""
    found = kind
    if data[:4] == b"glTF":
        found = kind if kind in ("glb", "vrm", "gltf") else "glb"
    elif data[:4] in (b"ply\n", b"ply\r"):
        found = "ply"
    elif data[:8] == b"PXR-USDC":
        found = kind if kind.startswith("usd") else "usdc"
    elif data[:20] == b"Kaydara FBX Binary  ":
        raise UnreadableMeshError(f"{reading.path.name} is an FBX, which is not read; {OTHERS['fbx']}")
    elif data[:7] == b"BLENDER":
        raise UnreadableMeshError(f"{reading.path.name} is a Blender file, which is not read; {OTHERS['blend']}")
    elif (
        data[:43] == b"version https://git-lfs.github.com/spec/v1\n"
        or data[:40] == b"version https://git-lfs.github.com/spec/"
    ):
        raise UnreadableMeshError(
            f"{reading.path.name} is a pointer of Git LFS, not the file itself; run `git lfs pull`"
        )
    elif data.lstrip()[:1] == b"<" and kind in ("glb", "gltf", "obj", "stl", "ply"):
        raise UnreadableMeshError(
            f"{reading.path.name} is a page or XML, not a .{kind}: the download went wrong, or its name"
        )
    if found != kind:
        reading.note(f"the file is a {found.upper()} under the name of a {kind.upper()}")
    return found


def _is_ours(data: bytes) -> bool:
    """Whether a text header says that this project wrote the file."""
    return f"comment {GENERATOR} ".encode() in data[: 1 << 16]


def _own_frame(data: bytes, kind: str) -> Frame:
    """The frame that a file of this project says it is in; metres, +Y up for everybody else's."""
    if kind == "stl":
        if not read_stl.is_ours(data):
            return Frame()
        found = re.search(rb"unit=([0-9.e-]+) up=([yz])", data[:80])
        return Frame(found.group(2).decode(), float(found.group(1))) if found else USUAL_FRAMES["stl"]  # type: ignore[arg-type]
    mark = rb"^(?:# |comment )" + GENERATOR.encode() + rb" (\{.*\})\s*$"
    match = re.search(mark, data[: 1 << 16], re.MULTILINE)
    if match is None:
        return Frame()
    try:
        stated = json.loads(match.group(1))["frame"]
        return Frame(stated["up"], float(stated["unit"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Frame()


def _stood_up(part: Part, frame: Frame) -> Part:
    """A part in our frame; with z up the front faces -Y, as in Blender."""
    if frame == Frame():
        return part
    vertices, normals, tangents = part.vertices * frame.unit, part.normals, part.tangents
    if frame.up == "z":
        vertices = np.stack([vertices[:, 0], vertices[:, 2], -vertices[:, 1]], axis=1)
        normals = None if normals is None else np.stack([normals[:, 0], normals[:, 2], -normals[:, 1]], axis=1)
        if tangents is not None:
            tangents = np.stack([tangents[:, 0], tangents[:, 2], -tangents[:, 1], tangents[:, 3]], axis=1)
    return replace(part, vertices=vertices, normals=normals, tangents=tangents)


# Farther from the origin than so many diagonals, float32 costs more than a hundred-thousandth of the object.
FAR = 256.0


def flatten(scene: Scene, path: Path) -> Source:
    """All parts as one mesh, and a colour for each place.

    Args:
        scene: of `read_scene`.
        path: for errors.
    """
    parts, notes = list(scene.parts), list(scene.notes)
    counts = np.cumsum([0, *(len(part.vertices) for part in parts)])
    areas = np.cumsum([0, *(len(part.faces) for part in parts)])
    positions = np.concatenate([part.vertices for part in parts])
    faces = np.concatenate([part.faces + start for part, start in zip(parts, counts[:-1], strict=True)])
    used = np.unique(faces)
    bad = int((~np.isfinite(positions[used])).any(axis=1).sum())
    if bad:
        raise UnreadableMeshError(f"{path} has {bad} vertices of {len(used)} that are NaN or infinite")
    positions[~np.isfinite(positions)] = 0.0
    if np.abs(positions[used]).max() > 1e12:
        raise UnreadableMeshError(
            f"{path} has coordinates up to {np.abs(positions[used]).max():.3g}; at most 1e12 are read"
        )
    low, high = positions[used].min(axis=0), positions[used].max(axis=0)
    diagonal = float(np.linalg.norm(high - low))
    origin = np.zeros(3)
    if float(np.abs(low + high).max()) / 2 > FAR * diagonal > 0:
        origin = np.round((low + high) / 2)
        origin = origin if diagonal > 2 else (low + high) / 2
        notes.append(moved_note((float(origin[0]), float(origin[1]), float(origin[2]))))
    # Vertices that no face uses may lie anywhere.
    local = np.clip(positions - origin, -1e30, 1e30).astype(np.float32)
    mesh = Mesh(local, faces.astype(np.int32))
    if not diagonal_of(mesh) > 0:
        raise UnreadableMeshError(f"{path} has no extent: all its vertices lie at one place")
    size = np.linalg.norm(face_normals(mesh.vertices, mesh.faces), axis=1)
    area = np.array([float(size[a:b].sum()) for a, b in zip(areas[:-1], areas[1:], strict=True)])
    through = np.array([part.material.is_clear for part in parts])
    largest = int(np.argmax(np.where(through, -1.0, area))) if not through.all() else int(np.argmax(area))
    clearest = int(np.argmax(np.where(through, area, -1.0)))
    solid = [part.material for part, clear in zip(parts, through, strict=True) if not clear]
    shown = parts[largest].material
    differ = len({(m.metallic, round(m.roughness, 3)) for m in solid}) > 1
    if differ and all(part.is_plain for part in parts):
        notes.append(
            f"its materials differ in metallic and roughness: those of the largest ({shown.metallic:.3g}, "
            f"{shown.roughness:.3g}) are written for all"
        )
    sides = {part.material.double_sided for part in parts}
    if len(sides) > 1:
        notes.append("some of its materials show their backs and some do not: all of them do in the files")
    opposite = _backs(mesh)
    textures = [part.material.base_texture or part.material.emission_texture for part in parts]
    sizes = [max(t.pixels.shape[:2]) for t in textures if t is not None]
    paint = color_fn = opacity_fn = None
    if not all(part.is_plain for part in parts):
        paint = _paint_fn(mesh, areas, [paint_of(part) for part in parts], opposite)
    if paint is not None:
        color_fn = lambda points: paint(points)[:, :3]  # noqa: E731
    surface_fn = None
    if differ and paint is not None:
        at_surface = _paint_fn(mesh, areas, [_surface_of(part.material) for part in parts], opposite)
        surface_fn = lambda points: at_surface(points)[:, :2]  # noqa: E731
    if paint is not None and through.any():
        opacity_fn = lambda points: paint(points)[:, 3:]  # noqa: E731
    return Source(
        mesh=mesh,
        origin=(float(origin[0]), float(origin[1]), float(origin[2])),
        color_fn=color_fn,
        opacity_fn=opacity_fn,
        surface_fn=surface_fn,
        normals=_corner_normals(parts),
        roughness=shown.roughness,
        glass_roughness=parts[clearest].material.roughness if through.any() else Mesh.glass_roughness,
        metallic=shown.metallic,
        double_sided=any(part.material.double_sided for part in parts),
        has_backs=bool((opposite >= 0).any()),
        texture_size=max(sizes, default=0),
        n_materials=len(
            {id(part.material) if part.material.name in ("", DISPLAY) else part.material.name for part in parts}
        ),
        kind=scene.kind,
        notes=tuple(notes),
    )


def moved_note(origin: tuple[float, float, float]) -> str:
    """What the user is told of an object that was moved to the origin."""
    moved = ", ".join(f"{-x:.10g}" for x in origin)
    return f"the object stands too far from the origin for the precision of files: it was moved by ({moved})"


def _surface_of(material: Material) -> Paint:
    """Roughness and metallic of any place on a part, in the place of red and green."""
    row = np.array([material.roughness, material.metallic, 0.0, 1.0])
    return lambda faces, bary: np.broadcast_to(row, (len(faces), 4))


def _corner_normals(parts: list[Part]) -> Float32[np.ndarray, "f 3 3"] | None:
    """[F, 3, 3] float32, unit or NaN; None where no part has any."""
    if all(part.normals is None for part in parts):
        return None
    rows = []
    for part in parts:
        if part.normals is None:
            rows.append(np.full((len(part.faces), 3, 3), np.nan, np.float32))
            continue
        length = np.linalg.norm(part.normals, axis=1, keepdims=True)
        with np.errstate(invalid="ignore", divide="ignore"):
            unit = np.where(np.isfinite(length) & (length > 1e-12), part.normals / length, np.nan)
        rows.append(unit[part.faces].astype(np.float32))
    return np.concatenate(rows)


def _backs(mesh: Mesh) -> Int64[np.ndarray, " f"]:
    """[F] a face that lies at the same place and looks the other way; -1 where there is none."""
    _, inverse = same_position(mesh.vertices)
    faces = inverse[mesh.faces]
    ordered = np.sort(faces, axis=1)
    even = (faces == ordered).all(1) | (faces == ordered[:, [1, 2, 0]]).all(1) | (faces == ordered[:, [2, 0, 1]]).all(1)
    _, group = np.unique(ordered, axis=0, return_inverse=True)
    group = group.reshape(-1)
    first_even, first_odd = (np.full(int(group.max()) + 1, -1) for _ in range(2))
    for side, first in ((even, first_even), (~even, first_odd)):
        index = np.flatnonzero(side)[::-1]
        first[group[index]] = index
    return np.where(even, first_odd[group], first_even[group])


def _paint_fn(
    mesh: Mesh, starts: Int[np.ndarray, " s"], paints: list[Paint], opposite: Int64[np.ndarray, " f"]
) -> Callable[[Array], Array]:
    """The colour of the nearest point and how much light it stops, [N, 4], whichever part it belongs to.

    Where two faces lie back to back, that one is asked which faces the point.
    """
    tree = build_tree(mesh)
    part = np.repeat(np.arange(len(paints)), np.diff(starts))
    corners = mesh.vertices.astype(np.float64)
    flat = face_normals(mesh.vertices, mesh.faces)

    def paint_at(points: Float[np.ndarray, "n 3"]) -> Float64[np.ndarray, "n 4"]:
        found = nearest_points(tree, points)
        face, bary = found.faces.copy(), found.bary.copy()
        other = opposite[face]
        feet = np.einsum("nk,nki->ni", bary, corners[mesh.faces[face]])
        behind = (other >= 0) & (np.einsum("ni,ni->n", points.astype(np.float64) - feet, flat[face]) < 0)
        if behind.any():
            at, turned = mesh.faces[face[behind]], mesh.faces[other[behind]]
            # The other face has the same corners in another order.
            gap = np.linalg.norm(corners[turned][:, :, None] - corners[at][:, None], axis=3)
            bary[behind] = np.take_along_axis(bary[behind], gap.argmin(axis=2), axis=1)
            face[behind] = other[behind]
        out = np.ones((len(points), 4))
        for number in np.unique(part[face]):
            here = part[face] == number
            out[here] = paints[number](face[here] - starts[number], bary[here])
        return np.clip(out, 0.0, 1.0)

    return paint_at

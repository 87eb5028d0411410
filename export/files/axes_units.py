"""Where an object stands in a file: units, up axis, pivot, real-world size, and the presets of other programs.

Inside, one frame: +Y up, the front faces +Z, metres. A file may ask for another one; glTF never does (section
3.4 of its specification fixes ours), and whoever imports it turns it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from jaxtyping import Float

from bozzetto.export.mesh.mesh import Mesh, bounds_of

Pivot = Literal["keep", "center", "bottom"]


@dataclass(frozen=True)
class Frame:
    """The coordinates of a file."""

    up: Literal["y", "z"] = "y"
    """Axis that points up. With z up the front faces -Y, as in Blender."""
    unit: float = 1.0
    """Metres in one unit of the file."""

    def __post_init__(self) -> None:
        if self.up not in ("y", "z"):
            raise ValueError(f"up must be y or z, got {self.up!r}")
        if not (np.isfinite(self.unit) and self.unit > 0):
            raise ValueError(f"unit must be positive metres, got {self.unit}")


METRES, CENTIMETRES, MILLIMETRES = 1.0, 0.01, 0.001
# STL knows no unit: slicers, who read it most, take millimetres. 3MF puts the build plate in x and y.
USUAL_FRAMES: Mapping[str, Frame] = types.MappingProxyType(
    {
        "glb": Frame(),
        "obj": Frame(),
        "ply": Frame(),
        "stl": Frame("z", MILLIMETRES),
        "3mf": Frame("z", MILLIMETRES),
        "usd": Frame(),
        "usda": Frame(),
        "usdz": Frame(),
    }
)
FORMATS = tuple(USUAL_FRAMES)


@dataclass(frozen=True)
class Preset:
    """What a program or a use expects."""

    name: str
    formats: tuple[str, ...]
    """Written when no formats are asked for."""
    pivot: Pivot = "bottom"
    """`keep`, `center` of the bounding box, or `bottom`: the middle of its lowest side."""
    size: float | None = None
    """Longest side in metres; None leaves the size as it is."""
    frames: Mapping[str, Frame] = field(default_factory=dict)
    """By format, where it differs from `USUAL_FRAMES`."""
    normal_map: bool = True
    """Bake the high-poly surface's normals."""
    occlusion: bool = True
    """Bake ambient occlusion."""
    collision: bool = False
    """Write a convex hull."""
    max_texture: int = 4096
    """Texels that a side of a texture may have."""

    def frame(self, kind: str) -> Frame:
        """The frame of a format."""
        return self.frames.get(kind, USUAL_FRAMES[kind])


PLAIN = Preset("", ("glb", "obj"), pivot="keep", normal_map=False, occlusion=False)
PRESETS: Mapping[str, Preset] = types.MappingProxyType(
    {
        # Unity reads glTF through a package that turns it; its OBJ reader expects metres with y up.
        "unity": Preset("unity", ("glb",), collision=True),
        # Unreal turns glTF by itself, and takes the numbers of an OBJ for centimetres with z up.
        "unreal": Preset(
            "unreal",
            ("glb",),
            frames={kind: Frame("z", CENTIMETRES) for kind in ("obj", "ply", "stl", "usd", "usda", "usdz")},
            collision=True,
        ),
        # Blender turns OBJ and glTF, and leaves PLY and STL as they are.
        "blender": Preset(
            "blender", ("glb",), frames={kind: Frame("z", METRES) for kind in ("ply", "stl", "usd", "usda")}
        ),
        # AR viewers place objects at their real size on the floor and limit the memory of textures.
        "ar": Preset("ar", ("usdz", "glb"), size=0.5, max_texture=2048),
        "print": Preset("print", ("3mf", "stl"), size=0.1, normal_map=False, occlusion=False),
        # Maya and most film pipelines count in centimetres with y up.
        "film": Preset(
            "film",
            ("usd", "obj"),
            frames={kind: Frame("y", CENTIMETRES) for kind in ("obj", "ply", "usd", "usda", "usdz")},
        ),
    }
)  # fmt: skip
# Longest side of an object: a grain of sand to a town.
MIN_SIZE, MAX_SIZE = 1e-4, 1e4


def preset_named(name: str | None) -> Preset:
    """A preset from its name.

    Args:
        name: one of PRESETS; None or empty is the plain one.

    Raises:
        ValueError: an unknown name.
    """
    if not name:
        return PLAIN
    if name not in PRESETS:
        raise ValueError(f"unknown preset {name!r}; known are {', '.join(PRESETS)}")
    return PRESETS[name]


def check_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Formats without repetition.

    Args:
        formats: names, lower case.

    Raises:
        ValueError: none, or an unknown one.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise ValueError(f"unknown format {', '.join(unknown) or '(none)'}; known are {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(formats))


@dataclass(frozen=True)
class Placement:
    """p -> scale * (p - origin)."""

    origin: tuple[float, float, float]
    """Metres, in the frame before."""
    scale: float


def placement(mesh: Mesh, size: float | None, pivot: Pivot) -> Placement:
    """How to scale and shift an object, and with it everything that belongs to it.

    Args:
        mesh: the object.
        size: longest side of its bounding box afterwards, metres; None leaves it.
        pivot: what lies at the origin afterwards; `keep` scales about the old one.

    Returns:
        The placement, to be given to `placed` for each LOD and hull.

    Raises:
        ValueError: the size is out of range, or the object has none.
    """
    low, high = bounds_of(mesh)
    longest = float((high - low).max())
    scale = 1.0
    if size is not None:
        if not (np.isfinite(size) and MIN_SIZE <= size <= MAX_SIZE):
            raise ValueError(f"size must be in [{MIN_SIZE:g}, {MAX_SIZE:g}] metres, got {size:g}")
        if longest <= 0:
            raise ValueError("the object has no extent, so it cannot be scaled to a size")
        scale = size / longest
    if pivot not in ("keep", "center", "bottom"):
        raise ValueError(f"pivot must be keep, center or bottom, got {pivot!r}")
    middle = (low + high) / 2
    if pivot == "bottom":
        middle[1] = low[1]
    origin = np.zeros(3) if pivot == "keep" else middle
    return Placement((float(origin[0]), float(origin[1]), float(origin[2])), scale)


def placed(mesh: Mesh, where: Placement) -> Mesh:
    """A mesh scaled and shifted.

    Args:
        mesh: in metres.
        where: from `placement`.
    """
    if where.scale == 1.0 and where.origin == (0.0, 0.0, 0.0):
        return mesh
    vertices = (mesh.vertices.astype(np.float64) - where.origin) * where.scale
    return replace(mesh, vertices=vertices.astype(np.float32))


def in_frame(mesh: Mesh, frame: Frame) -> Mesh:
    """A mesh in the coordinates of a file.

    Args:
        mesh: in our frame.
        frame: the file's.

    Returns:
        Vertices in the file's units; normals and tangents turned along.
    """
    if frame == Frame():
        return mesh
    vertices = mesh.vertices.astype(np.float64) / frame.unit
    if frame.up == "y":
        return replace(mesh, vertices=vertices.astype(np.float32))
    tangents = mesh.tangents
    if tangents is not None:
        tangents = np.concatenate([_stand_up(tangents[:, :3]), tangents[:, 3:]], axis=1)
    normals = None if mesh.normals is None else _stand_up(mesh.normals)
    return replace(mesh, vertices=_stand_up(vertices).astype(np.float32), normals=normals, tangents=tangents)


def _stand_up(vectors: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """+Y to +Z, and the front from +Z to -Y: a quarter turn about X."""
    return np.stack([vectors[:, 0], -vectors[:, 2], vectors[:, 1]], axis=1)

"""The mesh files of a run: which there are, and what a GLB says of its size."""

import json
import struct
from pathlib import Path

from bozzetto.viewer.exports import exported_files

MAX_BYTES = 150_000_000
TEXTURED = "textured.glb"
"""In a run's folder: its mesh with new maps, as `bozzetto texture` writes it."""


def mesh_files(folder: Path) -> dict[str, Path]:
    """The GLBs of a run by level of detail, the finest first.

    `mesh.glb` of the run is `full`; `mesh_lod1.glb` and on, which `bozzetto export --lods` writes, are `LOD 1` and on;
    `textured` is what `bozzetto texture` made of it.
    """
    meshes = {"full": folder / "mesh.glb"} if (folder / "mesh.glb").is_file() else {}
    named = {path.name: path for path in exported_files(folder)}
    for level in range(1, 9):
        path = named.get(f"mesh_lod{level}.glb")
        if path is not None:
            meshes[f"LOD {level}"] = path
    if (folder / TEXTURED).is_file():
        meshes["textured"] = folder / TEXTURED
    return meshes


def same_bounds(mesh: Path, other: Path) -> bool:
    """Whether a GLB is where the run's own mesh is, by the bounds that both files declare."""
    if mesh == other:
        return True
    a, b = glb_bounds(mesh), glb_bounds(other)
    if a is None or b is None:
        return False
    longest = max(high - low for low, high in zip(*a, strict=True))
    return all(abs(x - y) <= 0.05 * longest for p, q in zip(a, b, strict=True) for x, y in zip(p, q, strict=True))


def glb_bounds(path: Path) -> tuple[list[float], list[float]] | None:
    """The least and the greatest corner that a GLB declares for its positions; None when it cannot be read."""
    try:
        with open(path, "rb") as file:
            magic, _, _, length, kind = struct.unpack("<5I", file.read(20))
            if magic != 0x46546C67 or kind != 0x4E4F534A or length > MAX_BYTES:
                return None
            document = json.loads(file.read(length))
        bounds = [
            document["accessors"][primitive["attributes"]["POSITION"]]
            for mesh in document["meshes"]
            for primitive in mesh["primitives"]
        ]
        low = [min(float(bound["min"][axis]) for bound in bounds) for axis in range(3)]
        high = [max(float(bound["max"][axis]) for bound in bounds) for axis in range(3)]
    except (OSError, ValueError, KeyError, TypeError, IndexError, struct.error, RecursionError):
        return None
    return low, high

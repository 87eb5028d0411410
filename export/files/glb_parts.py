"""GLB files of several meshes, each with its own material and maps, with the vertices, indices and UV of their file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from jaxtyping import Float32, UInt32

from bozzetto.atomic import write_bytes
from bozzetto.export.files.glb import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    UNSIGNED_INT,
    BinaryChunk,
    appearance_entries,
    container,
    geometry_entries,
    material_entry,
    texture_entries,
)
from bozzetto.export.files.materials import GENERATOR, SURFACE, metadata_json
from bozzetto.export.mesh.mesh import Mesh


@dataclass(frozen=True)
class NamedMesh:
    """A mesh with maps, and the bits of its file."""

    name: str
    mesh: Mesh
    """Positions, faces, uv, maps."""
    uv_down: Float32[np.ndarray, "v 2"] | None = None
    """UV as glTF has them, v down; None takes the mesh's, turned over."""
    alpha_mode: Literal["OPAQUE", "MASK", "BLEND"] = "OPAQUE"
    """glTF's; a mask's threshold is one half."""


def write_parts_glb(
    parts: Sequence[NamedMesh],
    path: str | os.PathLike[str],
    metadata: Mapping[str, Any] | None = None,
    *,
    image: str = "png",
) -> Path:
    """Writes meshes as primitives of one mesh, each with a material of its name.

    Args:
        parts: at least one, with faces.
        path: of the file; its folder must exist.
        metadata: goes to `asset.extras`; values must be JSON.
        image: `png` or `webp`.

    Raises:
        OSError: it cannot be written.
        ValueError: there are no parts.
    """
    if not parts or any(len(part.mesh.faces) == 0 for part in parts):
        raise ValueError("cannot write a mesh without faces")
    chunk = BinaryChunk(image)
    primitives, materials = [], []
    for k, part in enumerate(parts):
        faces: UInt32[np.ndarray, "f 3"] = part.mesh.faces.astype("<u4")
        index = chunk.accessor(faces, "SCALAR", UNSIGNED_INT, ELEMENT_ARRAY_BUFFER)
        attributes = geometry_entries(part.mesh, chunk)
        appearance = appearance_entries(part.mesh, chunk)
        attributes |= appearance.attributes
        if part.uv_down is not None:
            attributes["TEXCOORD_0"] = chunk.accessor(part.uv_down.astype("<f4"), "VEC2", FLOAT, ARRAY_BUFFER)
        primitives.append({"attributes": attributes, "indices": index, "material": k})
        entry = material_entry(part.mesh, SURFACE, appearance) | {"name": part.name or f"material {k}"}
        materials.append(entry if part.alpha_mode == "OPAQUE" else entry | {"alphaMode": part.alpha_mode})
    tree: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": GENERATOR, "extras": json.loads(metadata_json(metadata))},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"name": "object", "mesh": 0}],
        "meshes": [{"name": "object", "primitives": primitives}],
        "materials": materials,
        "accessors": chunk.accessors,
        "bufferViews": chunk.views,
        **texture_entries(chunk),
        "buffers": [{"byteLength": len(chunk.data)}],
    }
    used = {name for material in materials for name in material.get("extensions", {})}
    if used:
        tree["extensionsUsed"] = sorted({*tree.get("extensionsUsed", []), *used})
    return write_bytes(path, container(tree, bytes(chunk.data)))

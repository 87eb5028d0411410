"""Binary PLY files: shapes with normals and vertex colours, for editors and scanners.

The mesh's vertices are in the file's own frame already (`bozzetto.export.files.axes_units.in_frame`). UV seams, which
the format has no use for, are welded. The same mesh gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.export.files.materials import GENERATOR, check_has_faces, metadata_json, vertex_colors
from bozzetto.export.mesh.mesh import Mesh, same_position, vertex_normals


def write_ply(mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None) -> Path:
    """Writes a binary PLY with normals, and with vertex colours where the mesh has colours of some kind.

    Args:
        mesh: in the file's frame.
        path: of the file; its folder must exist.
        metadata: goes to a comment, as JSON.

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    check_has_faces(mesh)
    first, inverse = same_position(mesh.vertices)
    colors = vertex_colors(mesh)
    columns: list[tuple[str, str]] = [(name, "<f4") for name in ("x", "y", "z", "nx", "ny", "nz")]
    if colors is not None:
        columns += [(name, "u1") for name in ("red", "green", "blue")]
    rows = np.zeros(len(first), np.dtype(columns))
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    for axis, name in enumerate("xyz"):
        rows[name] = mesh.vertices[first, axis]
        rows[f"n{name}"] = normals[first, axis]
    if colors is not None:
        for axis, name in enumerate(("red", "green", "blue")):
            rows[name] = colors[first, axis]
    faces = np.zeros(len(mesh.faces), np.dtype([("count", "u1"), ("indices", "<i4", 3)]))
    faces["count"], faces["indices"] = 3, inverse[mesh.faces]
    kinds = {"<f4": "float", "u1": "uchar"}
    header = ["ply", "format binary_little_endian 1.0"]
    header += [f"comment {GENERATOR} {metadata_json(metadata)}"]
    header += [f"element vertex {len(rows)}", *(f"property {kinds[kind]} {name}" for name, kind in columns)]
    header += [f"element face {len(faces)}", "property list uchar int vertex_indices", "end_header", ""]
    return write_bytes(path, "\n".join(header).encode() + rows.tobytes() + faces.tobytes())

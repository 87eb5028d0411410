"""Binary STL files: shapes for printers.

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
from bozzetto.export.files.materials import GENERATOR, check_has_faces
from bozzetto.export.mesh.clean import merge_and_prune
from bozzetto.export.mesh.mesh import Mesh, face_normals


def write_stl(mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None) -> Path:
    """Writes a binary STL; colours are lost.

    Args:
        mesh: in the file's frame.
        path: of the file; its folder must exist.
        metadata: of it only `frame` is kept, `{"up": "z", "unit": 0.01}`: an STL has no place for more.

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        ValueError: the mesh has no faces.
    """
    check_has_faces(mesh)
    welded = merge_and_prune(mesh, keep_sheets=True)
    layout = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
    rows = np.zeros(len(welded.faces), layout)
    normals = face_normals(welded.vertices, welded.faces)
    rows["normal"] = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
    rows["corners"] = welded.vertices[welded.faces]
    # Readers take a file that begins with "solid" for text.
    header = f"binary STL by {GENERATOR}"
    if metadata is not None and "frame" in metadata:
        header += f" unit={metadata['frame']['unit']:g} up={metadata['frame']['up']}"
    head = header.encode().ljust(80, b" ")
    return write_bytes(path, head + np.uint32(len(rows)).tobytes() + rows.tobytes())

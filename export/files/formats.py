"""PLY, STL and 3MF files: shapes for editors, scanners and printers. GLB and OBJ are in
`bozzetto.export.files.writers`.

Each takes a mesh whose vertices are in the file's own frame already (`bozzetto.export.files.axes_units.in_frame`) and
welds uv seams, which these formats have no use for. Files are written whole or not at all, and the same mesh gives the
same bytes.
"""

from __future__ import annotations

import io
import json
import os
import types
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.export.files.writers import GENERATOR
from bozzetto.export.mesh.clean import merge_and_prune
from bozzetto.export.mesh.mesh import Array, Mesh, face_normals, same_position, vertex_normals

UNIT_NAMES: Mapping[float, str] = types.MappingProxyType(
    {1e-6: "micron", 0.001: "millimeter", 0.01: "centimeter", 1.0: "meter"}
)
CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>'
)
RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Target="/3D/3dmodel.model" Id="rel0" '
    'Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>'
)


def sampled_colors(mesh: Mesh) -> Array | None:
    """Display colours at the vertices, from the texture (nearest texel) or the vertex colours.

    Args:
        mesh: any mesh.

    Returns:
        [V, 3] uint8, or None where the mesh has neither.
    """
    if mesh.texture is None or mesh.uv is None:
        return mesh.colors
    height, width = mesh.texture.shape[:2]
    columns = np.clip((mesh.uv[:, 0] * width).astype(np.int64), 0, width - 1)
    rows = np.clip(((1 - mesh.uv[:, 1]) * height).astype(np.int64), 0, height - 1)
    return mesh.texture[rows, columns, :3]


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
    _refuse_empty(mesh)
    first, inverse = same_position(mesh.vertices)
    colors = sampled_colors(mesh)
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
    header += [f"comment {GENERATOR} {json.dumps(dict(metadata or {}), allow_nan=False)}"]
    header += [f"element vertex {len(rows)}", *(f"property {kinds[kind]} {name}" for name, kind in columns)]
    header += [f"element face {len(faces)}", "property list uchar int vertex_indices", "end_header", ""]
    write_bytes(path, "\n".join(header).encode() + rows.tobytes() + faces.tobytes())
    return Path(path)


def write_stl(mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None) -> Path:
    """Writes a binary STL; colours are lost.

    Args:
        mesh: in the file's frame.
        path: of the file; its folder must exist.
        metadata: not kept: an STL has no place for it.

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        ValueError: the mesh has no faces.
    """
    _refuse_empty(mesh)
    light = merge_and_prune(mesh)
    layout = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
    rows = np.zeros(len(light.faces), layout)
    normals = face_normals(light.vertices, light.faces)
    rows["normal"] = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
    rows["corners"] = light.vertices[light.faces]
    # Readers take a file that begins with "solid" for text.
    header = f"binary STL by {GENERATOR}".encode().ljust(80, b" ")
    write_bytes(path, header + np.uint32(len(rows)).tobytes() + rows.tobytes())
    return Path(path)


def write_3mf(
    mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None, *, unit: float = 0.001
) -> Path:
    """Writes a 3MF (core specification 1.3): one object, welded, with title and licence; colours are lost.

    Args:
        mesh: in the file's frame.
        path: of the file; its folder must exist.
        metadata: `prompt` becomes the title, `licence` the licence terms, and all of it the description, as JSON.
        unit: metres in one unit of the vertices: 0.001, 0.01 or 1.

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        TypeError, ValueError: the mesh has no faces, the unit has no name, or the metadata is not JSON.
    """
    _refuse_empty(mesh)
    if unit not in UNIT_NAMES:
        raise ValueError(f"a 3MF counts in {', '.join(f'{key:g}' for key in UNIT_NAMES)} metres, got {unit:g}")
    light = merge_and_prune(mesh)
    facts = dict(metadata or {})
    entries = {
        "Title": str(facts.get("prompt", "object")),
        "Application": str(facts.get("generator", GENERATOR)),
        "LicenseTerms": str(facts.get("licence", "")),
        "Description": json.dumps(facts, allow_nan=False),
    }
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += [f'<model unit="{UNIT_NAMES[unit]}" xml:lang="en-US" xmlns="{CORE}">']
    lines += [f'<metadata name="{name}">{_xml(text)}</metadata>' for name, text in entries.items() if text]
    lines += ['<resources><object id="1" type="model"><mesh><vertices>']
    lines += ['<vertex x="{:.7g}" y="{:.7g}" z="{:.7g}"/>'.format(*row) for row in light.vertices.tolist()]
    lines += ["</vertices><triangles>"]
    lines += ['<triangle v1="{}" v2="{}" v3="{}"/>'.format(*row) for row in light.faces.tolist()]
    lines += ["</triangles></mesh></object></resources>", '<build><item objectid="1"/></build></model>', ""]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONSHIPS),
            ("3D/3dmodel.model", "\n".join(lines)),
        ):
            # A fixed date, so that the same mesh gives the same bytes.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    write_bytes(path, buffer.getvalue())
    return Path(path)


def _xml(text: str) -> str:
    """Text for XML 1.0, which most control characters must not be in."""
    return escape("".join(c if c in "\t\n" or ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000 else " " for c in text))


def _refuse_empty(mesh: Mesh) -> None:
    if len(mesh.faces) == 0:
        raise ValueError("cannot write a mesh without faces")

"""3MF files: shapes with a unit, a title and a licence, for printers.

The mesh's vertices are in the file's own frame already (`bozzetto.export.files.axes_units.in_frame`). UV seams, which
the format has no use for, are welded. The same mesh gives the same bytes.
"""

from __future__ import annotations

import io
import os
import types
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bozzetto.atomic import write_bytes
from bozzetto.export.files.materials import GENERATOR, check_has_faces, metadata_json
from bozzetto.export.mesh.clean import merge_and_prune
from bozzetto.export.mesh.mesh import Mesh

UNIT_NAMES: Mapping[float, str] = types.MappingProxyType(
    {1e-6: "micron", 0.001: "millimeter", 0.01: "centimeter", 1.0: "meter"}
)
CORE_NAMESPACE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
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
    check_has_faces(mesh)
    if unit not in UNIT_NAMES:
        raise ValueError(f"a 3MF counts in {', '.join(f'{key:g}' for key in UNIT_NAMES)} metres, got {unit:g}")
    welded = merge_and_prune(mesh, keep_sheets=True)
    facts = dict(metadata or {})
    entries = {
        "Title": str(facts.get("prompt", "object")),
        "Application": str(facts.get("generator", GENERATOR)),
        "LicenseTerms": str(facts.get("licence", "")),
        "Description": metadata_json(facts),
    }
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += [f'<model unit="{UNIT_NAMES[unit]}" xml:lang="en-US" xmlns="{CORE_NAMESPACE}">']
    lines += [f'<metadata name="{name}">{_xml(text)}</metadata>' for name, text in entries.items() if text]
    lines += ['<resources><object id="1" type="model"><mesh><vertices>']
    lines += ['<vertex x="{:.7g}" y="{:.7g}" z="{:.7g}"/>'.format(*row) for row in welded.vertices.tolist()]
    lines += ["</vertices><triangles>"]
    lines += ['<triangle v1="{}" v2="{}" v3="{}"/>'.format(*row) for row in welded.faces.tolist()]
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
    return write_bytes(path, buffer.getvalue())


def _xml(text: str) -> str:
    """Text for XML 1.0, which most control characters must not be in."""
    return escape("".join(c if c in "\t\n" or ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000 else " " for c in text))

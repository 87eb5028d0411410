"""STL, binary and ASCII: with bytes after the end, wrong counts, several solids, decimal commas, face colours."""

from __future__ import annotations

import re

import numpy as np
from jaxtyping import Float64, UInt16

from bozzetto.export.files.materials import GENERATOR
from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, too_many
from bozzetto.export.files.read_parts import Part

LAYOUT = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
OURS = f"binary STL by {GENERATOR}".encode()


def is_ours(data: bytes) -> bool:
    """Whether `write_stl` of this project wrote the file: then it counts in millimetres, +Z up."""
    return data[: len(OURS)] == OURS


def read_stl(reading: Reading, data: bytes) -> list[Part]:
    """The triangles of an STL; each solid of an ASCII file is a part.

    Raises:
        UnreadableMeshError: it is cut, neither binary nor ASCII, or too large.
    """
    count = int.from_bytes(data[80:84], "little") if len(data) >= 84 else -1
    if len(data) == 84 + 50 * count:
        return _binary(reading, data, count)
    head = data[:3].replace(b"\xef\xbb\xbf", b"") + data[3:4096]
    if re.match(rb"\s*solid", head, re.IGNORECASE) and re.search(rb"\b(facet|endsolid)\b", head, re.IGNORECASE):
        return _ascii(reading, data)
    there = (len(data) - 84) // 50
    if 0 < count <= there:
        if data[84 + 50 * count :].strip(b"\0"):
            reading.note(f"{len(data) - 84 - 50 * count} bytes after the last triangle are left out")
        return _binary(reading, data, count)
    # Writers that stream leave 0 or all bits set where the count belongs; a cut file ends within a triangle.
    if there > 0 and (len(data) - 84) % 50 == 0:
        reading.note(f"the STL claims {count} triangles and holds {there}: those that are there are read")
        return _binary(reading, data, there)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableMeshError(f"{reading.path} is text in UTF-16; save it as UTF-8")
    if count < 0:
        raise UnreadableMeshError(f"{reading.path} is no STL: it is shorter than a header")
    raise UnreadableMeshError(
        f"{reading.path} claims {count} triangles, which {len(data)} bytes do not hold: it is cut, or no STL"
    )


def _binary(reading: Reading, data: bytes, count: int) -> list[Part]:
    reading.check_counts(count, 0)
    rows = np.frombuffer(data, LAYOUT, count, 84)
    vertices = rows["corners"].reshape(-1, 3).astype(np.float64)
    return [
        Part(
            vertices,
            np.arange(3 * count).reshape(-1, 3),
            colors=_colors(rows["attribute"], data[:80]),
            colors_are_linear=False,
        )
    ]


def _colors(attribute: UInt16[np.ndarray, " f"], header: bytes) -> Float64[np.ndarray, "v 4"] | None:
    """Face colours of 15 bits as VisCAM (a bit says that there is one, red on top) or Magics (blue on top) has them."""
    at = header.find(b"COLOR=")
    magics = at >= 0 and at + 10 <= len(header)
    own = (attribute & 0x8000 == 0) if magics else (attribute & 0x8000 != 0)
    if not own.any() or not magics and not attribute.any():
        return None
    fives = np.stack([(attribute >> shift) & 31 for shift in ((0, 5, 10) if magics else (10, 5, 0))], axis=1)
    shown = fives / 31.0
    if magics:
        base = np.frombuffer(header[at + 6 : at + 9], np.uint8) / 255.0
        # Bits that are all zero are what a writer leaves that knows no colour of its own.
        shown = np.where((own & (attribute != 0))[:, None], shown, base)
    else:
        shown = np.where(own[:, None], shown, 1.0)
    return np.repeat(np.concatenate([shown, np.ones((len(shown), 1))], axis=1), 3, axis=0)


def _ascii(reading: Reading, data: bytes) -> list[Part]:
    """Corners by their keyword, in any case; solids are told apart by theirs."""
    text = data.decode("utf-8-sig", "replace").lower().replace("\r\n", "\n").replace("\r", "\n")
    if text.count("vertex") > 3 * reading.limits.max_faces:
        raise too_many("triangles", text.count("vertex") // 3, reading.limits.max_faces)
    parts = []
    for solid in re.split(r"^\s*endsolid[^\n]*$", text, flags=re.MULTILINE):
        reading.check_time()
        name = re.search(r"^\s*solid\b[ \t]*([^\n]*)$", solid, re.MULTILINE)
        # A name may hold keywords.
        solid = solid if name is None else solid[: name.start()] + solid[name.end() :]
        sizes = [loop.count("vertex") for loop in solid.split("outer")[1:]]
        rows = re.findall(r"^\s*vertex\s+([^\n]+)$", solid, re.MULTILINE)
        if not rows:
            continue
        values = _numbers(reading, rows)
        if sum(sizes) != len(rows) or any(size != 3 for size in sizes):
            raise UnreadableMeshError(f"{reading.path} has facets that are no triangles, or is cut within one")
        if "endfacet" not in solid.rsplit("vertex", 1)[-1]:
            raise UnreadableMeshError(f"{reading.path} is cut within a facet")
        faces = np.arange(len(values)).reshape(-1, 3)
        parts.append(Part(values, faces, name=name.group(1).strip()[:200] if name else ""))
    if not parts:
        raise UnreadableMeshError(f"{reading.path} holds no triangles")
    return parts


def _numbers(reading: Reading, rows: list[str]) -> Float64[np.ndarray, "n 3"]:
    """[N, 3] of lines of three numbers, decimal commas included."""
    if any("," in row for row in rows):
        if any("." in row for row in rows) or any(len(row.split()) != 3 for row in rows):
            raise UnreadableMeshError(f"{reading.path} mixes commas and points in its numbers: {rows[0][:60]!r}")
        reading.note("the file has decimal commas: 0,5 is read as one half")
        rows = [row.replace(",", ".") for row in rows]
    try:
        values = np.array([row.split() for row in rows], np.float64)
    except ValueError as error:
        raise UnreadableMeshError(f"{reading.path} has a vertex that is not three numbers: {error}") from error
    if values.ndim != 2 or values.shape[1] != 3:
        raise UnreadableMeshError(f"{reading.path} has a vertex that is not three numbers: {rows[0][:60]!r}")
    return values

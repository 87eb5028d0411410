"""PLY, ASCII and binary of either order: polygons, strips, colours by any of their names, texture coordinates.

ply / format ascii|binary_little_endian|binary_big_endian 1.0 / comment TextureFile wood.png
element vertex N, property float x ... / element face M, property list uchar int vertex_indices ... / end_header
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, printable, too_many
from bozzetto.export.files.read_parts import Material, Part, Texture
from bozzetto.export.files.read_polygons import triangulate
from bozzetto.export.mesh.mesh import Array
from bozzetto.kernels import kernel

KINDS = {
    "char": "i1", "int8": "i1", "uchar": "u1", "uint8": "u1", "short": "i2", "int16": "i2", "ushort": "u2",
    "uint16": "u2", "int": "i4", "int32": "i4", "uint": "u4", "uint32": "u4", "float": "f4", "float32": "f4",
    "double": "f8", "float64": "f8", "int64": "i8", "uint64": "u8", "long": "i8", "ulong": "u8",
}  # fmt: skip
CORNERS = ("vertex_indices", "vertex_index", "vertexindices", "vertex_indicies", "indices")
# What scanners and editors call the same things, best first.
COLORS = (
    ("red", "green", "blue", "alpha"), ("diffuse_red", "diffuse_green", "diffuse_blue", "diffuse_alpha"),
    ("r", "g", "b", "a"), ("red_u8", "green_u8", "blue_u8", "alpha_u8"),
    ("ambient_red", "ambient_green", "ambient_blue", "ambient_alpha"),
)  # fmt: skip
UVS = (("u", "v"), ("s", "t"), ("texture_u", "texture_v"), ("texture_s", "texture_t"), ("tx", "ty"))


@dataclass
class _Property:
    name: str
    kind: str
    count_kind: str = ""
    """Of a list's length; empty for a single value."""


@dataclass
class _Element:
    name: str
    count: int
    properties: list[_Property] = field(default_factory=list)


@dataclass
class _Values:
    """An element's values: single ones [N], and lists as all their items and [N] lengths."""

    single: dict[str, Array] = field(default_factory=dict)
    lists: dict[str, tuple[Array, Array]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


def read_ply(reading: Reading, data: bytes) -> list[Part]:
    """The triangles of a PLY.

    Raises:
        UnreadableMeshError: it is damaged, cut or too large, or holds points only.
    """
    elements, form, comments, body = _header(reading, data)
    values = _ascii(reading, elements, body) if form == "ascii" else _binary(reading, elements, body, form)
    for name in values:
        if name not in ("vertex", "face", "tristrips") and len(values[name].kinds):
            reading.note(f"the PLY's elements {printable(name, 40)} are left out")
    vertex = values.get("vertex", _Values())
    missing = [axis for axis in "xyz" if axis not in vertex.single]
    if missing:
        raise UnreadableMeshError(f"{reading.path}: its vertices have no {', '.join(missing)}")
    if {"f_dc_0", "rot_0"} <= set(vertex.single):
        raise UnreadableMeshError(
            f"{reading.path} holds Gaussian splats, which are no surface; export a mesh from the program that made them"
        )
    positions = np.stack([vertex.single[axis].astype(np.float64) for axis in "xyz"], axis=1)
    corners, sizes, owner_of = _polygons(reading, values, len(positions))
    if len(sizes) == 0 or sizes.max() < 3:
        raise UnreadableMeshError(
            f"{reading.path} holds no triangles: it is a cloud of {len(positions)} points; make a surface of it first, "
            "for example by MeshLab's screened Poisson reconstruction"
        )
    if corners.min() < 0 or corners.max() >= len(positions):
        raise UnreadableMeshError(
            f"{reading.path}: faces index {corners.min()}..{corners.max()} of {len(positions)} vertices"
        )
    triangles, polygon = triangulate(positions, corners, sizes, reading)
    part, owner = _part(reading, values, positions, corners, triangles, polygon, owner_of)
    names = [re.sub(r"(?i)^texturefile\s+", "", c).strip() for c in comments if c.lower().startswith("texturefile ")]
    numbers = values["face"].single.get("texnumber") if owner.size else None
    return _textured(reading, part, names, None if numbers is None else numbers.astype(np.int64)[owner])


def _part(
    reading: Reading, values: dict[str, _Values], positions: Array, corners: Array, triangles: Array, polygon: Array,
    owner_of: Array,
) -> tuple[Part, Array]:  # fmt: skip
    """Vertices with what belongs to them, split to corners where faces have colours or coordinates of their own; and
    the face of each triangle (empty for strips)."""
    vertex, face = values["vertex"], values.get("face", _Values())
    colors, normals = _color(reading, vertex), None
    if {"nx", "ny", "nz"} <= set(vertex.single):
        normals = np.stack([vertex.single[key].astype(np.float64) for key in ("nx", "ny", "nz")], axis=1)
    uv = next(
        (np.stack([vertex.single[k] for k in pair], axis=1) for pair in UVS if set(pair) <= set(vertex.single)), None
    )
    face_colors = _color(reading, face) if owner_of.size and colors is None else None
    if colors is not None and any(set(names[:3]) <= set(face.single) for names in COLORS):
        reading.note("vertices and faces have colours: those of the vertices are read")
    wedge = face.lists.get("texcoord") if uv is None else None
    index = corners[triangles]
    owner = owner_of[polygon] if owner_of.size else owner_of
    if face_colors is None and wedge is None:
        uvs = {0: _down(uv)} if uv is not None else {}
        return Part(positions, index, Material(), uvs, colors, False, normals), owner
    split = np.arange(index.size).reshape(-1, 3)
    flat = index.reshape(-1)
    uvs = {0: _down(uv[flat])} if uv is not None else {}
    if wedge is not None:
        items, lengths = wedge
        starts = np.cumsum(lengths) - lengths
        sizes = values["face"].lists[_corner_key(values["face"])][1]
        first_corner = (np.cumsum(sizes) - sizes)[owner]
        place = starts[owner][:, None] + 2 * (triangles - first_corner[:, None])
        if (lengths[owner] < 2 * sizes[owner]).any():
            reading.note("some faces have no texture coordinates")
            place = np.clip(place, 0, max(len(items) - 2, 0))
        if len(items) >= 2:
            pair = np.stack([items[place], items[place + 1]], axis=-1).reshape(-1, 2)
            uvs = {0: _down(pair)}
    shown = None if colors is None else colors[flat]
    if face_colors is not None:
        shown = np.repeat(face_colors[owner], 3, axis=0)
    return Part(
        positions[flat], split, Material(), uvs, shown, False, None if normals is None else normals[flat]
    ), owner


def _textured(reading: Reading, part: Part, names: list[str], number: Array | None) -> list[Part]:
    """A part for each picture.

    Args:
        number: [F] of the triangles' pictures; None where all have the first, negative where one has none.
    """
    if not names or not part.uvs:
        if part.uvs:
            reading.note("the PLY has texture coordinates and names no picture")
        elif names:
            reading.note("the PLY names a picture and has no texture coordinates")
        return [part]
    number = np.zeros(len(part.faces), np.int64) if number is None else number
    parts = []
    for which in np.unique(number).tolist():
        texture = None
        if which >= len(names):
            reading.note(f"faces have the picture {which}, and the PLY names {len(names)}: they are white")
        elif which >= 0:
            texture = _texture(reading, names[which])
        if texture is not None and part.colors is not None:
            reading.note("vertex colours are left out where there is a picture")
        mine = replace(part, faces=part.faces[number == which])
        parts.append(mine if texture is None else replace(mine, material=Material(base_texture=texture), colors=None))
    return parts


def _down(uv: Array) -> Array:
    """Coordinates whose v points up, as PLY's do, with v down."""
    return np.asarray(uv, np.float64) * (1, -1) + (0, 1)


def _texture(reading: Reading, name: str) -> Texture | None:
    path = reading.find_noted(name, "the picture")
    if path is None:
        return None
    content = reading.read(path)
    return Texture(reading.picture(content, path.name)) if reading.is_picture(content, path.name) else None


def _color(reading: Reading, values: _Values) -> Array | None:
    """[N, 4] display colours in [0, 1] under whatever names they have."""
    for names in COLORS:
        if not set(names[:3]) <= set(values.single):
            continue
        columns: list[Array] = []
        for name in names[:4]:
            if name not in values.single:
                columns.append(np.ones(len(columns[0])))
                continue
            stored = values.single[name]
            if values.kinds[name][0] in "iu" and values.kinds[name] not in ("i4", "u4"):
                columns.append(stored.astype(np.float64) / np.iinfo(values.kinds[name]).max)
            else:
                # Floating point and 32-bit colours are 0 to 1, or 0 to 255.
                columns.append(stored.astype(np.float64))
        colors = np.stack(columns, axis=1)
        if values.kinds[names[0]][0] == "f" or values.kinds[names[0]] in ("i4", "u4"):
            if len(colors) and np.nanmax(colors[:, :3]) > 1:
                colors[:, :3] /= 255.0
            if len(colors) and np.nanmax(colors[:, 3]) > 1:
                colors[:, 3] /= 255.0
        clipped: Array = np.clip(np.nan_to_num(colors), 0, 1)
        if len(clipped) and clipped[:, 3].min() < 1:
            reading.note("the transparency of a PLY's colours is not carried over")
        return clipped
    if {"intensity"} <= set(values.single):
        reading.note("the PLY's intensities are left out")
    return None


def _corner_key(values: _Values) -> str:
    return next((name for name in values.lists if name.lower() in CORNERS), "")


def _polygons(reading: Reading, values: dict[str, _Values], n_vertices: int) -> tuple[Array, Array, Array]:
    """Corners, sizes of the polygons, and the face that each came from (empty for strips)."""
    face = values.get("face")
    if face is not None and _corner_key(face):
        items, lengths = face.lists[_corner_key(face)]
        return items.astype(np.int64), lengths, np.arange(len(lengths))
    strips = values.get("tristrips")
    if strips is not None and strips.lists:
        items, lengths = next(iter(strips.lists.values()))
        return *_unrolled(items.astype(np.int64), lengths), np.zeros(0, np.int64)
    if face is not None and len(face.kinds):
        raise UnreadableMeshError(
            f"{reading.path}: its faces have no list of vertices; expected one of {', '.join(CORNERS)}, got "
            f"{', '.join(printable(name, 30) for name in face.kinds)}"
        )
    return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)


def _unrolled(items: Array, lengths: Array) -> tuple[Array, Array]:
    """Strips as triangles; -1 starts a strip anew, and so does the next list."""
    if len(items) < 3:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    ends = np.cumsum(lengths)
    fresh = np.zeros(len(items) + 1, bool)
    fresh[np.r_[0, ends]] = True
    fresh[np.flatnonzero(items == -1) + 1] = True
    start = np.maximum.accumulate(np.where(fresh[:-1], np.arange(len(items)), 0))
    at = np.arange(len(items) - 2)
    whole = (start[at + 2] <= at) & (items[at] >= 0) & (items[at + 1] >= 0) & (items[at + 2] >= 0)
    at = at[whole]
    odd = (at - start[at]) % 2
    corners = np.stack([items[at], items[at + 1 + odd], items[at + 2 - odd]], axis=1)
    same = (corners[:, 0] == corners[:, 1]) | (corners[:, 1] == corners[:, 2]) | (corners[:, 2] == corners[:, 0])
    corners = corners[~same]
    return corners.reshape(-1), np.full(len(corners), 3)


def _header(reading: Reading, data: bytes) -> tuple[list[_Element], str, list[str], bytes]:
    path, limits = reading.path, reading.limits
    data = data[3:] if data[:3] == b"\xef\xbb\xbf" else data
    found = re.search(rb"(?:^|[\r\n])end_header[ \t]*(\r\n|\n|\r)?", data[: 1 << 16])
    if not data.startswith(b"ply") or found is None:
        raise UnreadableMeshError(f"{path} is no PLY file")
    elements: list[_Element] = []
    form, comments = "", []
    for line in re.split(r"\r\n|\n|\r", data[: found.start()].decode("utf-8", "replace"))[1:]:
        words = line.split()
        if not words:
            continue
        if words[0] == "format" and len(words) > 1:
            form = words[1].lower()
        elif words[0] in ("comment", "obj_info"):
            comments.append(line.split(None, 1)[1].strip() if len(words) > 1 else "")
        elif words[0] == "element" and len(words) == 3 and re.fullmatch(r"\d{1,18}", words[2]):
            elements.append(_Element(words[1].lower(), int(words[2])))
        elif words[0] == "property" and elements and len(words) == 3 and words[1] in KINDS:
            elements[-1].properties.append(_Property(words[2], KINDS[words[1]]))
        elif words[0] == "property" and elements and len(words) == 5 and words[1] == "list":
            if words[2] not in KINDS or words[3] not in KINDS or KINDS[words[2]][0] == "f":
                raise UnreadableMeshError(f"{path}: its header has a list of unknown kind: {printable(line, 60)}")
            elements[-1].properties.append(_Property(words[4], KINDS[words[3]], KINDS[words[2]]))
        elif words[0] in ("element", "property"):
            raise UnreadableMeshError(f"{path}: its header has a line that is not understood: {printable(line, 60)}")
        else:
            reading.note(f"a line of the header is not understood, and is left out: {printable(line, 60)}")
    if form not in ("ascii", "binary_little_endian", "binary_big_endian"):
        raise UnreadableMeshError(f"{path} is a PLY of unknown format {printable(form, 30)}")
    body = data[found.end() :]
    for element in elements:
        most = limits.max_vertices if element.name == "vertex" else 3 * limits.max_faces
        most = limits.max_faces if element.name == "face" else most
        if element.count > most:
            shown = {"vertex": "vertices", "face": "faces"}.get(element.name, printable(element.name, 30))
            raise too_many(shown, element.count, most)
        # Each element takes a byte at least.
        if element.count > len(body) and element.properties:
            raise UnreadableMeshError(
                f"{path} claims {element.count} of {element.name!r} and has {len(body)} bytes: it is cut"
            )
        names = [p.name for p in element.properties]
        if len(names) != len(set(names)):
            raise UnreadableMeshError(f"{path}: its header names a property of {element.name!r} twice")
        for p in element.properties:
            p.name = p.name if p.count_kind else p.name.lower()
    if len({element.name for element in elements}) != len(elements):
        raise UnreadableMeshError(f"{path}: its header names an element twice")
    return elements, form, comments, body


def _cut(reading: Reading, element: _Element) -> UnreadableMeshError:
    return UnreadableMeshError(f"{reading.path} claims {element.count} of {element.name!r}: it is cut")


def _ascii(reading: Reading, elements: list[_Element], body: bytes) -> dict[str, _Values]:
    """Numbers in the order of the header; lines have a meaning only where the numbers do not fit it."""
    if b"," in body:
        if b"." in body:
            raise UnreadableMeshError(f"{reading.path} mixes commas and points in its numbers")
        reading.note("the file has decimal commas: 0,5 is read as one half")
        body = body.replace(b",", b".")
    try:
        numbers = np.array(body.split(), np.float64)
    except ValueError as error:
        raise UnreadableMeshError(f"{reading.path} holds something that is no number: {str(error)[:80]}") from error
    found: dict[str, _Values] = {}
    short: UnreadableMeshError | None = None
    end = 0
    try:
        found, end = _by_numbers(reading, elements, numbers)
        if end == len(numbers):
            return found
    except UnreadableMeshError as error:
        short = error
    # Some programs write more into a row than their header says.
    trimmed = _trimmed_rows(reading, elements, body)
    if trimmed is not None:
        reading.note("rows of the PLY hold more numbers than its header says: the last of them are left out")
        return _by_numbers(reading, elements, trimmed)[0]
    if short is not None:
        raise short
    reading.note(f"{len(numbers) - end} numbers after the last element are left out")
    return found


def _trimmed_rows(reading: Reading, elements: list[_Element], body: bytes) -> Array | None:
    """The numbers that the header asks for, where each row is a line of its own; None where it is not."""
    lines = [line for line in body.splitlines() if line.strip()]
    if len(lines) != sum(element.count for element in elements if element.properties):
        return None
    kept: list[bytes] = []
    at = 0
    for element in elements:
        reading.check_time()
        for line in lines[at : at + element.count] if element.properties else ():
            words, used = line.split(), 0
            for p in element.properties:
                if used >= len(words) or p.count_kind and not words[used].isdigit():
                    return None
                used += 1 + (int(words[used]) if p.count_kind and len(words[used]) < 10 else 0)
            if used > len(words):
                return None
            kept += words[:used]
        at += element.count if element.properties else 0
    return np.array(kept, np.float64)


def _by_numbers(reading: Reading, elements: list[_Element], numbers: Array) -> tuple[dict[str, _Values], int]:
    """The elements' values, and how many of the numbers they take."""
    found, at = {}, 0
    for element in elements:
        reading.check_time()
        kinds = [p.count_kind or "" for p in element.properties]
        counts = np.array([kind != "" for kind in kinds])
        lengths, end = _lengths(numbers, at, element.count, counts)
        if end < 0:
            raise _cut(reading, element)
        values = _Values(kinds={p.name: p.kind for p in element.properties})
        # Where each property starts, row by row.
        widths = np.where(counts[None, :], lengths + 1, 1) if len(counts) else np.zeros((element.count, 0), np.int64)
        starts = at + (np.cumsum(widths.reshape(-1)) - widths.reshape(-1)).reshape(widths.shape)
        for k, p in enumerate(element.properties):
            if p.count_kind:
                values.lists[p.name] = numbers[_ranges(starts[:, k] + 1, lengths[:, k])], lengths[:, k]
            else:
                values.single[p.name] = numbers[starts[:, k]]
        found[element.name], at = values, end
    return found, at


def _ranges(starts: Array, lengths: Array) -> Array:
    """start, start + 1, ... of each range, one after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    places: Array = np.arange(total) + np.repeat(starts - (ends - lengths), lengths)
    return places


def _binary(reading: Reading, elements: list[_Element], body: bytes, form: str) -> dict[str, _Values]:
    order = "<" if form == "binary_little_endian" else ">"
    whole = np.frombuffer(body, np.uint8)
    found, at = {}, 0
    for element in elements:
        reading.check_time()
        values = _Values(kinds={p.name: p.kind for p in element.properties})
        sizes = np.array([np.dtype(p.kind).itemsize for p in element.properties], np.int64)
        heads = np.array([np.dtype(p.count_kind).itemsize if p.count_kind else 0 for p in element.properties], np.int64)
        signed = np.array([p.count_kind[:1] == "i" for p in element.properties], bool)
        if not heads.any():
            layout = np.dtype([(f"f{k}", order + p.kind) for k, p in enumerate(element.properties)])
            if at + layout.itemsize * element.count > len(whole):
                raise _cut(reading, element)
            if element.properties:
                rows = np.frombuffer(body, layout, element.count, at)
                for k, p in enumerate(element.properties):
                    values.single[p.name] = rows[f"f{k}"].astype(p.kind)
            found[element.name], at = values, at + layout.itemsize * element.count
            continue
        starts, lengths, end = _walk(whole, at, element.count, sizes, heads, signed, order == "<")
        if end < 0:
            raise _cut(reading, element)
        for k, p in enumerate(element.properties):
            if p.count_kind:
                offsets = _ranges(np.zeros(element.count, np.int64), lengths[:, k])
                place = np.repeat(starts[:, k], lengths[:, k]) + offsets * sizes[k]
                values.lists[p.name] = _gathered(whole, place, order + p.kind), lengths[:, k]
            else:
                values.single[p.name] = _gathered(whole, starts[:, k], order + p.kind)
        found[element.name], at = values, end
    if body[at:].strip():
        reading.note(f"{len(body) - at} bytes after the last element are left out")
    return found


def _gathered(whole: Array, place: Array, kind: str) -> Array:
    """Values of a kind at byte offsets [N]."""
    dtype: np.dtype[Any] = np.dtype(kind)
    picked = whole[place[:, None] + np.arange(dtype.itemsize)]
    return np.ascontiguousarray(picked).view(dtype)[:, 0].astype(dtype.newbyteorder("="))


@kernel()
def _walk(data: Any, at: Any, count: Any, sizes: Any, heads: Any, signed: Any, little: Any) -> Any:
    """Offsets of each property's first item [count, P], lists' lengths, and the end; -1 where data ends early."""
    n = sizes.shape[0]
    starts, lengths = np.zeros((count, n), np.int64), np.zeros((count, n), np.int64)
    for row in range(count):
        for k in range(n):
            items = 1
            if heads[k] > 0:
                if at + heads[k] > data.shape[0]:
                    return starts, lengths, -1
                items = 0
                for byte in range(heads[k]):
                    place = at + (heads[k] - 1 - byte if little else byte)
                    items = items * 256 + data[place]
                if signed[k] and items >= 1 << (8 * heads[k] - 1):
                    return starts, lengths, -1
                at += heads[k]
            if items > data.shape[0] or at + items * sizes[k] > data.shape[0]:
                return starts, lengths, -1
            starts[row, k], lengths[row, k] = at, items
            at += items * sizes[k]
    return starts, lengths, at


@kernel()
def _lengths(numbers: Any, at: Any, count: Any, is_list: Any) -> Any:
    """Lengths of the lists [count, P] of rows of numbers, and the end; -1 where they end early."""
    n = is_list.shape[0]
    lengths = np.zeros((count, n), np.int64)
    for row in range(count):
        for k in range(n):
            if at >= numbers.shape[0]:
                return lengths, -1
            if is_list[k]:
                items = numbers[at]
                if not (items >= 0 and items <= numbers.shape[0]):
                    return lengths, -1
                lengths[row, k] = int(items)
                at += 1 + lengths[row, k]
                if at > numbers.shape[0]:
                    return lengths, -1
            else:
                at += 1
    return lengths, at

"""Wavefront OBJ and MTL: polygons of any shape, map options, pictures and libraries wherever they were meant to lie,
vertex colours in either range, decimal commas, byte order marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from jaxtyping import Float64, Int64, Shaped

from bozzetto.export.files.materials import GENERATOR, srgb_to_linear
from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, printable, too_many
from bozzetto.export.files.read_parts import Encoded, Material, Part, Texture, Wrap
from bozzetto.export.files.read_polygons import triangulate
from bozzetto.export.mesh.mesh import Array

# Options of a map statement and how many words each takes; -o, -s and -t take one to three numbers.
MAP_OPTIONS = {
    "-blendu": 1, "-blendv": 1, "-boost": 1, "-mm": 2, "-texres": 1, "-clamp": 1, "-bm": 1, "-imfchan": 1,
    "-type": 1, "-cc": 1, "-colorspace": 1,
}  # fmt: skip
VECTORS = ("-o", "-s", "-t")
# Maps of an MTL that are not read.
OTHER_MAPS = {
    "norm": "normal map", "map_bump": "bump map", "bump": "bump map", "map_pr": "roughness map",
    "map_pm": "metallic map", "map_ks": "specular map", "disp": "displacement map",
}  # fmt: skip
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$")
# Statements of an OBJ that have nothing to do with triangles.
CURVES = frozenset(
    {"vp", "cstype", "deg", "bmat", "step", "curv", "curv2", "surf", "parm", "trim", "hole", "scrv", "sp", "end", "con"}
)
OURS = f"# {GENERATOR} ".encode()


@dataclass
class _Statements:
    """Lines by their kind, and which material and object the faces belong to."""

    v: list[bytes] = field(default_factory=list)
    vt: list[bytes] = field(default_factory=list)
    vn: list[bytes] = field(default_factory=list)
    f: list[bytes] = field(default_factory=list)
    v_before: list[int] = field(default_factory=list)
    """Of each face with a negative index, how many vertices, texture coordinates and normals came before it."""
    groups: list[tuple[int, str, str]] = field(default_factory=list)
    """(first face, material, object)."""
    libraries: list[str] = field(default_factory=list)
    polypaint: list[str] = field(default_factory=list)


def read_obj(reading: Reading, data: bytes, *, keep: bool = False) -> list[Part]:
    """The parts of an OBJ: its faces by material, and by object where parts are kept.

    Args:
        reading: limits and notes.
        data: the file.
        keep: keep objects apart, and pictures as they are encoded.

    Raises:
        UnreadableMeshError: it is damaged, too large, or holds no faces.
    """
    said = _statements(reading, _text(reading, data))
    vertices, vertex_colors = _positions(reading, said)
    if not said.f:
        what = f"{len(vertices)} points" if len(vertices) else "no vertices"
        raise UnreadableMeshError(f"{reading.path} holds no triangles, only {what}")
    uvs, normals = _table(reading, said.vt, (1, 2, 3), "vt"), _table(reading, said.vn, (3,), "vn")
    corners, sizes = _corners(reading, said, (len(vertices), len(uvs), len(normals)))
    triangles, polygon = triangulate(vertices, corners[:, 0], sizes, reading)
    materials = _libraries(reading, said, keep)
    parts = []
    firsts = np.array([first for first, _, _ in said.groups])
    group_of = np.searchsorted(firsts, polygon, side="right") - 1
    keys: dict[tuple[str, str], list[int]] = {}
    for number, (_, material, name) in enumerate(said.groups):
        keys.setdefault((material, name if keep else ""), []).append(number)
    if len(keys) > reading.limits.max_nodes:
        raise too_many("materials and objects", len(keys), reading.limits.max_nodes)
    key_of = np.zeros(len(said.groups), np.int64)
    for number, groups in enumerate(keys.values()):
        key_of[groups] = number
    part_of = key_of[group_of]
    order = np.argsort(part_of, kind="stable")
    bounds = np.searchsorted(part_of[order], np.arange(len(keys) + 1))
    has_uv = uvs[:, :2] * (1, -1) + (0, 1) if len(uvs) and uvs.shape[1] > 1 else None
    for number, (material, name) in enumerate(keys):
        which = order[bounds[number] : bounds[number + 1]]
        if not len(which):
            continue
        reading.check_time()
        used = corners[triangles[which]].reshape(-1, 3)
        row, index = _unique_rows(used)
        stuff = materials.get(material)
        if stuff is None:
            if material and said.libraries:
                reading.note(f"the material {printable(material, 60)} is in no library that was read: it is white")
            stuff = Material(name=material)
        uv = None
        if has_uv is not None and (row[:, 1] >= 0).any():
            uv = np.where((row[:, 1] >= 0)[:, None], has_uv[row[:, 1]], 0.0)
        if stuff.base_texture is not None and uv is None:
            reading.note("a material has a picture, and its faces no texture coordinates: it shows one colour")
            stuff = replace(stuff, base_texture=None)
        colors = None
        # A picture hides vertex colours; a plain colour is what editors write beside them without meaning it.
        if vertex_colors is not None and stuff.base_texture is None:
            colors = vertex_colors[row[:, 0]]
            stuff = replace(stuff, base_color=(1.0, 1.0, 1.0, 1.0))
        elif vertex_colors is not None:
            reading.note("vertex colours are left out where a material has a picture")
        normal = None
        if len(normals) and (row[:, 2] >= 0).any():
            normal = np.where((row[:, 2] >= 0)[:, None], normals[row[:, 2]], np.nan)
        index = index.reshape(-1, 3)
        parts.append(
            Part(vertices[row[:, 0]], index, stuff, {} if uv is None else {0: uv}, colors, False, normal, name)
        )
    if not parts:
        raise UnreadableMeshError(f"{reading.path} holds no triangles: its faces have fewer than three corners")
    return parts


def is_ours(data: bytes) -> bool:
    """Whether `write_obj` of this project wrote the file."""
    return data[: len(OURS)] == OURS


def _text(reading: Reading, data: bytes) -> bytes:
    """Lines in one encoding, continuations joined."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeDecodeError as error:
            raise UnreadableMeshError(f"{reading.path} is damaged UTF-16: {error}") from error
    data = data[3:] if data[:3] == b"\xef\xbb\xbf" else data
    if b"\0" in data[:4096]:
        raise UnreadableMeshError(f"{reading.path} is no OBJ: it holds binary data")
    return data.replace(b"\\\r\n", b" ").replace(b"\\\n", b" ")


def _statements(reading: Reading, text: bytes) -> _Statements:
    said = _Statements()
    material, name, odd = "", "", set()
    tables = {b"v": said.v, b"vt": said.vt, b"vn": said.vn}
    limits = reading.limits
    for number, line in enumerate(text.splitlines()):
        if number & 0xFFFF == 0:
            reading.check_time()
        words = line.split(None, 1)
        if not words:
            continue
        if b"#" in line and line.lstrip()[:1] != b"#" and words[0] in (b"v", b"vt", b"vn", b"f", b"fo"):
            words = line.split(b"#")[0].split(None, 1)
        key = words[0]
        if key in tables:
            if len(words) > 1:
                tables[key].append(words[1])
        elif key in (b"f", b"fo") and len(words) > 1:
            if not said.groups or said.groups[-1][1:] != (material, name):
                said.groups.append((len(said.f), material, name))
            said.f.append(words[1])
            if b"-" in words[1]:
                said.v_before += [len(said.f) - 1, len(said.v), len(said.vt), len(said.vn)]
        elif key == b"usemtl":
            material = _decoded(words[1]) if len(words) > 1 else ""
        elif key in (b"o", b"g") and len(words) > 1:
            # A group within an object is no object of its own.
            if key == b"o" or not name or name.startswith("g "):
                name = _decoded(words[1]) if key == b"o" else "g " + _decoded(words[1])
        elif key == b"mtllib" and len(words) > 1:
            said.libraries.append(_decoded(words[1]))
        elif key.startswith(b"#"):
            if line.startswith(b"#MRGB "):
                said.polypaint.append(line[6:].decode("ascii", "replace").strip())
        elif key in (b"p", b"l"):
            reading.note("points and lines are left out")
        elif key.decode("ascii", "replace") in CURVES:
            reading.note("free-form curves and surfaces are left out")
        elif key not in (b"s", b"mg", b"o", b"g", b"usemap", b"maplib", b"lod", b"shadow_obj", b"trace_obj"):
            odd.add(key[:20])
        if len(said.v) > limits.max_vertices:
            raise too_many("vertices", len(said.v), limits.max_vertices)
        if len(said.f) > limits.max_faces:
            raise too_many("faces", len(said.f), limits.max_faces)
    if odd and not said.f:
        raise UnreadableMeshError(f"{reading.path} is no OBJ: it holds no faces, and lines such as {sorted(odd)[0]!r}")
    if odd:
        shown = ", ".join(printable(key.decode("utf-8", "replace"), 20) for key in sorted(odd)[:5])
        reading.note(f"lines that are no OBJ are left out: {shown}")
    return said


def _decoded(name: bytes) -> str:
    """A name as text; older programs write it in their own code page."""
    try:
        return name.strip().decode("utf-8")
    except UnicodeDecodeError:
        return name.strip().decode("latin-1")


def _table(reading: Reading, rows: list[bytes], widths: tuple[int, ...], what: str) -> Float64[np.ndarray, "n k"]:
    """[N, k] numbers of lines that all have as many; shorter lines are filled with zeros."""
    if not rows:
        return np.zeros((0, max(widths)))
    joined = b"\n".join(rows)
    if b"," in joined:
        if b"." in joined:
            raise UnreadableMeshError(f"{reading.path} mixes commas and points in its numbers: {rows[0][:60]!r}")
        reading.note("the file has decimal commas: 0,5 is read as one half")
        joined = joined.replace(b",", b".")
    words = joined.split()
    width, rest = divmod(len(words), len(rows))
    lengths = None
    if rest or any(len(row.split()) != width for row in rows):
        lengths = np.array([len(row.split()) for row in rows])
        if lengths.min() < min(widths):
            raise UnreadableMeshError(
                f"{reading.path} has a {what} of {lengths.min()} numbers, expected {min(widths)} at least"
            )
    try:
        values = np.array(words, np.float64)
    except ValueError as error:
        raise UnreadableMeshError(f"{reading.path} has a {what} that is not numbers: {str(error)[:80]}") from error
    if lengths is None:
        if width < min(widths):
            raise UnreadableMeshError(f"{reading.path} has {what} of {width} numbers, expected {min(widths)} at least")
        return values.reshape(len(rows), width)
    out = np.full((len(rows), int(lengths.max())), np.nan)
    out[np.arange(out.shape[1]) < lengths[:, None]] = values
    return out


def _positions(
    reading: Reading, said: _Statements
) -> tuple[Float64[np.ndarray, "v 3"], Float64[np.ndarray, "v 4"] | None]:
    """[V, 3] positions and [V, 4] display colours: x y z, x y z w, or x y z r g b (a)."""
    table = _table(reading, said.v, (3,), "v")
    if table.shape[1] == 4:
        w = np.where(np.isfinite(table[:, 3]) & (table[:, 3] != 0), table[:, 3], 1.0)
        return table[:, :3] / w[:, None], _polypaint(reading, said, len(table))
    if table.shape[1] < 6:
        return table[:, :3], _polypaint(reading, said, len(table))
    colors = np.ones((len(table), 4))
    colors[:, :3] = table[:, 3:6]
    known = np.asarray(np.isfinite(colors[:, :3]).all(axis=1))
    if not known.all():
        reading.note(f"{int((~known).sum())} vertices of {len(known)} have no colour: they are white")
    if known.any() and (colors[known, :3] == 1).all():
        # Editors write white beside what says its colours elsewhere.
        return table[:, :3], None
    most = float(colors[known, :3].max()) if known.any() else 1.0
    # Written by programs that keep bytes; a value of 1.0001 is rounding.
    if most > 1.01:
        colors[:, :3] /= 65535.0 if most > 255 else 255.0
    colors[~known] = 1.0
    return table[:, :3], np.clip(colors, 0, 1)


def _polypaint(reading: Reading, said: _Statements, n: int) -> Float64[np.ndarray, "{n} 4"] | None:
    """ZBrush's vertex colours in comments: MMRRGGBB of each vertex."""
    digits = "".join(said.polypaint)
    if not digits:
        return None
    if len(digits) < 8 * n or not re.fullmatch(r"[0-9a-fA-F]*", digits[: 8 * n]):
        reading.note("the polypaint (#MRGB) does not fit the vertices, and is left out")
        return None
    stored = np.frombuffer(bytes.fromhex(digits[: 8 * n]), np.uint8).reshape(n, 4)
    return np.concatenate([stored[:, 1:] / 255.0, np.ones((n, 1))], axis=1)


def _corners(
    reading: Reading, said: _Statements, counts: tuple[int, int, int]
) -> tuple[Int64[np.ndarray, "c 3"], Int64[np.ndarray, " f"]]:
    """[C, 3] indices from 0 of v, vt, vn (-1: none), and [F] corners of each face."""
    sizes = np.array([len(line.split()) for line in said.f], np.int64)
    joined = b" ".join(said.f)
    slashes = joined.count(b"/")
    total = int(sizes.sum())
    words = joined.split()
    try:
        if slashes == 0:
            corners = np.zeros((total, 3), np.int64)
            corners[:, 0] = np.array(words, np.int64)
        elif slashes == 2 * total and all(word.count(b"/") == 2 for word in words):
            flat = joined.replace(b"//", b"/0/").replace(b"/ ", b"/0 ")
            flat = flat + b"0" if flat.endswith(b"/") else flat
            corners = np.array(flat.replace(b"/", b" ").split(), np.int64).reshape(total, 3)
        else:
            corners = np.zeros((total, 3), np.int64)
            for row, word in enumerate(words):
                for k, part in enumerate(word.split(b"/")[:3]):
                    corners[row, k] = int(part) if part else 0
    except (ValueError, OverflowError) as error:
        raise UnreadableMeshError(f"{reading.path} has a face that is not indices: {str(error)[:80]}") from error
    # 3.10 and later read "1.0" as no index; so do we.
    negative = corners < 0
    if negative.any():
        before = np.zeros((len(said.f), 3), np.int64)
        marks = np.array(said.v_before, np.int64).reshape(-1, 4)
        before[marks[:, 0]] = marks[:, 1:]
        corners = np.where(negative, corners + np.repeat(before, sizes, axis=0) + 1, corners)
        if (corners[negative] < 1).any():
            raise UnreadableMeshError(f"{reading.path}: a face counts back beyond the first vertex")
    corners -= 1
    for k, what in enumerate(("vertices", "texture coordinates", "normals")):
        highest = int(corners[:, k].max()) if total else -1
        if highest >= counts[k]:
            if k == 0:
                raise UnreadableMeshError(
                    f"{reading.path}: a face names vertex {highest + 1}, and there are {counts[k]}"
                )
            reading.note(f"faces name {what} that are not there")
            corners[corners[:, k] >= counts[k], k] = -1
    if total and int(corners[:, 0].min()) < 0:
        raise UnreadableMeshError(f"{reading.path}: a face names vertex 0; they count from 1")
    return corners, sizes


def _unique_rows(rows: Shaped[np.ndarray, "n k"]) -> tuple[Shaped[np.ndarray, "u k"], Int64[np.ndarray, " n"]]:
    """Distinct rows [U, 3] in the order of their first use, and which one each is."""
    keys = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))).ravel()
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return rows[first[order]], rank[inverse.reshape(-1)]


# MTL


def _libraries(reading: Reading, said: _Statements, keep: bool) -> dict[str, Material]:
    """The materials of all libraries; a missing one is said."""
    found: dict[str, Material] = {}
    for line in dict.fromkeys(said.libraries):
        # A name may hold spaces, and a line several names.
        line = line.strip('"')
        whole = reading.find(line)
        names = [line] if whole is not None or len(line.split()) == 1 else line.split()
        if whole is None and len(names) > 1 and not any(reading.find(name) for name in names):
            names = [line]
        for name in names:
            path = reading.find_noted(name, "the material library")
            if path is not None:
                for material in _read_mtl(reading, path, keep):
                    found.setdefault(material.name, material)
    beside = reading.path.with_suffix(".mtl").name
    # A library that was renamed with its OBJ, or that no line names.
    if not found and any(material for _, material, _ in said.groups) and (path := reading.find(beside)) is not None:
        reading.note(f"materials are taken from {printable(beside)}, which lies beside the OBJ")
        said.libraries.append(beside)
        found = {material.name: material for material in reversed(_read_mtl(reading, path, keep))}
    return found


def _read_mtl(reading: Reading, path: Path, keep: bool) -> list[Material]:
    text = reading.read(path)
    text = text[3:] if text[:3] == b"\xef\xbb\xbf" else text
    entries: list[dict[str, str]] = []
    for line in text.replace(b"\\\r\n", b" ").replace(b"\\\n", b" ").splitlines():
        words = line.split(None, 1)
        if len(words) < 2 or words[0].startswith(b"#"):
            continue
        key, value = words[0].decode("ascii", "replace").lower(), _decoded(words[1])
        if key == "newmtl":
            entries.append({"newmtl": value})
        elif entries:
            entries[-1][key] = value
    if len(entries) > reading.limits.max_nodes:
        raise too_many("materials", len(entries), reading.limits.max_nodes)
    pictures: dict[Path, tuple[Array, Encoded]] = {}
    return [_material(reading, path, entry, pictures, keep) for entry in entries]


def _material(
    reading: Reading, path: Path, entry: dict[str, str], pictures: dict[Path, tuple[Array, Encoded]], keep: bool
) -> Material:
    texture = None
    for key in ("map_kd", "map_ka", "map_basecolor"):
        if key in entry and texture is None and not (key == "map_ka" and "kd" in entry and "map_kd" in entry):
            texture = _map(reading, path, entry[key], pictures, keep)
            if texture is not None:
                break
    glow = _map(reading, path, entry["map_ke"], pictures, keep) if "map_ke" in entry else None
    kd = _color(reading, entry.get("kd", ""), (1.0, 1.0, 1.0))
    ke = _color(reading, entry.get("ke", ""), (0.0, 0.0, 0.0) if glow is None else (1.0, 1.0, 1.0))
    if glow is not None and not any(ke):
        ke = (1.0, 1.0, 1.0)
    if any(ke):
        reading.note("emission is shown as colour where it is brighter than it: it does not glow in the files")
    # Programs do not agree on what a Tr of 1 means; d leaves no doubt.
    stopped = 1 - _number(entry.get("tr", "0"), 0.0)
    if "d" in entry:
        stopped = _number(entry["d"].replace("-halo", ""), 1.0)
    if stopped < 1 or "map_d" in entry:
        reading.note("the transparency of an MTL is not carried over")
    for key in sorted(set(OTHER_MAPS) & set(entry)):
        reading.note(f"the {OTHER_MAPS[key]} of an MTL is not carried over")
    # A picture takes the place of the diffuse colour in what most programs write. MTL colours are as displayed.
    if texture is not None and max(kd) - min(kd) > 0.1:
        reading.note("the colour (Kd) of a material that has a picture is left out: the picture takes its place")
    shown = srgb_to_linear(np.array((1.0, 1.0, 1.0) if texture is not None else kd))
    light = srgb_to_linear(np.clip(np.array(ke), 0, 1))
    return Material(
        name=entry["newmtl"],
        base_color=(float(shown[0]), float(shown[1]), float(shown[2]), 1.0),
        base_texture=texture,
        emission=(float(light[0]), float(light[1]), float(light[2])),
        emission_texture=glow,
        roughness=min(max(_number(entry.get("pr", ""), 0.9), 0.0), 1.0),
        metallic=min(max(_number(entry.get("pm", ""), 0.0), 0.0), 1.0),
    )


def _number(text: str, default: float) -> float:
    try:
        value = float(text.split()[0].replace(",", "."))
    except (ValueError, IndexError):
        return default
    return value if np.isfinite(value) else default


def _color(reading: Reading, text: str, default: tuple[float, float, float]) -> tuple[float, float, float]:
    """Three numbers, or one for all three; 0 to 1, or 0 to 255 where one is larger."""
    words = text.replace(",", ".").split()
    if not words:
        return default
    if words[0] in ("spectral", "xyz"):
        reading.note(f"a colour of an MTL is given as {words[0]}, which is not read")
        return default
    values = [_number(word, 0.0) for word in words[:3]]
    values = values * 3 if len(values) == 1 else (values + [0.0, 0.0])[:3]
    most = max(values)
    values = [min(max(value / (255.0 if most > 1.01 else 1.0), 0.0), 1.0) for value in values]
    return values[0], values[1], values[2]


def _map(
    reading: Reading, library: Path, statement: str, pictures: dict[Path, tuple[Array, Encoded]], keep: bool
) -> Texture | None:
    """The picture of a map statement, `-s 2 2 -o .5 0 wood.png`; None where it is not found."""
    words = statement.split(" ")
    words = [word for word in statement.replace("\t", " ").split(" ") if word]
    scale, offset, wrap = [1.0, 1.0], [0.0, 0.0], "repeat"
    at = 0
    while at < len(words) and words[at].lower() in (*MAP_OPTIONS, *VECTORS):
        key = words[at].lower()
        at += 1
        if key in MAP_OPTIONS:
            value = words[at] if at < len(words) else ""
            wrap = "clamp" if key == "-clamp" and value.lower() == "on" else wrap
            at += MAP_OPTIONS[key]
            continue
        values: list[float] = []
        # The last word is the name, even when it is a number.
        while at < len(words) - 1 and len(values) < 3 and NUMBER.match(words[at].replace(",", ".")):
            values.append(float(words[at].replace(",", ".")))
            at += 1
        if key == "-s":
            scale = (values + [1.0, 1.0])[:2]
        elif key == "-o":
            offset = (values + [0.0, 0.0])[:2]
    if at >= len(words):
        reading.note(f"a map statement names no picture: {printable(statement, 60)}")
        return None
    # Names may hold runs of spaces: the rest of the line as it is.
    name = statement[statement.index(words[at], sum(map(len, words[:at]))) :].strip().strip('"')
    path = reading.find_noted(name, "the picture", library.parent)
    if path is None:
        return None
    if path not in pictures:
        content = reading.read(path)
        if not reading.is_picture(content, path.name):
            return None
        mime = "image/png" if content[:4] == b"\x89PNG" else "image/jpeg" if content[:2] == b"\xff\xd8" else ""
        pictures[path] = reading.picture(content, path.name), Encoded(content, mime)
    pixels, encoded = pictures[path]
    # Offset and scale are of v up: v_up * s + o, which is 1 - (v_down * s + (1 - s - o)).
    down = (offset[0], 1 - scale[1] - offset[1], 0.0, scale[0], scale[1])
    kind: Wrap = "clamp" if wrap == "clamp" else "repeat"
    return Texture(pixels, 0, down, (kind, kind), False, encoded if keep else None)

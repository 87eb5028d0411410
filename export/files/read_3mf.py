"""3MF (core specification 1.3, materials and properties 1.2.1): objects, components, units, colours and pictures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree

import numpy as np

from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, printable, too_many
from bozzetto.export.files.read_parts import Material, Part, Texture, Wrap
from bozzetto.export.mesh.mesh import Array

UNITS = {
    "micron": 1e-6, "millimeter": 1e-3, "centimeter": 1e-2, "inch": 0.0254, "foot": 0.3048, "meter": 1.0,
}  # fmt: skip
MAX_DEPTH = 32
TILES: dict[str, Wrap] = {"wrap": "repeat", "mirror": "mirror", "clamp": "clamp", "none": "clamp"}
# What slicers keep of what was painted on triangles, in a notation of their own.
PAINTED = ("paint_color", "mmu_segmentation")


@dataclass
class _Pictured:
    """A texture group: a picture, and places on it."""

    material: Material
    uv: Array
    """[N, 2], v down."""


@dataclass
class _Object:
    vertices: Array | None = None
    faces: Array | None = None
    colors: Array | None = None
    """[F, 3, 4] of the corners, display."""
    pictures: list[Material] = field(default_factory=list)
    picture: Array | None = None
    """[F] which of the pictures each triangle has, -1 none; None where none has any."""
    uv: Array | None = None
    """[F, 3, 2] of the corners, v down."""
    components: list[tuple[str, Array]] = field(default_factory=list)
    name: str = ""


def read_3mf(reading: Reading, data: bytes) -> list[Part]:
    """What a 3MF builds, in metres, +Z up as in the file.

    Raises:
        UnreadableMeshError: it is no 3MF, damaged, too large, or builds nothing.
    """
    models = _models(reading, data)
    objects: dict[str, _Object] = {}
    groups: dict[str, Array | _Pictured] = {}
    build: list[tuple[str, Array]] = []
    unit = 1e-3
    for number, (place, root) in enumerate(models):
        reading.check_time()
        if number == 0:
            name = root.get("unit", "millimeter")
            if name not in UNITS:
                raise UnreadableMeshError(f"{reading.path} counts in {printable(name, 30)}, which is no unit of a 3MF")
            unit = UNITS[name]
        _resources(reading, data, place if number else "", root, objects, groups)
        for node in root.iter():
            if _local(node) == "item" and number == 0:
                key = _path_of(node, "") + "#" + str(node.get("objectid"))
                build.append((key, _transform(reading, node.get("transform"))))
    parts: list[Part] = []
    budget = [0, 0]
    if not build and objects:
        reading.note("the 3MF builds nothing: all its objects are read where they are modelled")
        parts_of = {key for thing in objects.values() for key, _ in thing.components}
        build = [(key, np.eye(4)) for key in objects if key not in parts_of]
    for key, transform in build:
        _add(reading, objects, key, transform, parts, budget, 0)
    if not parts:
        raise UnreadableMeshError(f"{reading.path} holds no triangles")
    return [replace(part, vertices=part.vertices * unit) for part in parts]


def _local(node: ElementTree.Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _path_of(node: ElementTree.Element, default: str) -> str:
    """The production extension's path of another model in the package."""
    return next((value.lstrip("/") for key, value in node.attrib.items() if key.endswith("}path")), default)


def _models(reading: Reading, data: bytes) -> list[tuple[str, ElementTree.Element]]:
    """The package's models, its root first."""
    path = reading.path
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info for info in archive.infolist() if info.filename.lower().endswith(".model")]
            names.sort(key=lambda info: (info.filename.lower().lstrip("/") != "3d/3dmodel.model", info.filename))
            if not names:
                raise UnreadableMeshError(f"{path} is no 3MF: it holds no model")
            if len(names) > 1000:
                raise too_many("models", len(names), 1000)
            total = sum(info.file_size for info in names)
            if total > reading.limits.max_bytes:
                raise too_many("bytes of models", total, reading.limits.max_bytes)
            found = []
            for info in names:
                with archive.open(info) as file:
                    text = file.read(reading.limits.max_bytes + 1)
                if len(text) > reading.limits.max_bytes:
                    raise too_many("bytes of models", len(text), reading.limits.max_bytes)
                head = text[:4096].lower()
                if b"<!doctype" in text or b"<!entity" in text or b"<!doctype" in head:
                    raise UnreadableMeshError(f"{path}: its model declares entities, which a 3MF must not")
                found.append((info.filename.lstrip("/"), ElementTree.fromstring(text)))
                reading.check_time()
            return found
    except (zipfile.BadZipFile, ElementTree.ParseError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise UnreadableMeshError(f"{path} is no 3MF, or damaged: {error}") from error
    except Exception as error:  # zlib raises its own
        if isinstance(error, UnreadableMeshError):
            raise
        raise UnreadableMeshError(f"{path} is damaged: {type(error).__name__}: {error}") from error


def _resources(
    reading: Reading,
    data: bytes,
    place: str,
    root: ElementTree.Element,
    objects: dict[str, _Object],
    groups: dict[str, Array | _Pictured],
) -> None:
    textures: dict[str, Texture | None] = {}
    required = root.get("requiredextensions", "")
    for node in root.iter():
        kind = _local(node)
        if kind in ("basematerials", "colorgroup"):
            attribute = "displaycolor" if kind == "basematerials" else "color"
            colors = [_hex(reading, child.get(attribute, "")) for child in node]
            groups[place + "#" + str(node.get("id"))] = np.array(colors).reshape(-1, 4)
        elif kind == "texture2d":
            textures[str(node.get("id"))] = _texture(reading, data, node)
        elif kind == "texture2dgroup":
            texture = textures.get(str(node.get("texid")))
            rows = [(child.get("u"), child.get("v")) for child in node if _local(child) == "tex2coord"]
            if texture is not None:
                uv = _floats(reading, rows, 2) * (1, -1) + (0, 1)
                groups[place + "#" + str(node.get("id"))] = _Pictured(Material(base_texture=texture), uv)
        elif kind in ("compositematerials", "multiproperties"):
            reading.note(f"the 3MF's {kind} are left out: their triangles show one colour")
        elif kind in ("beamlattice", "slicestack", "volumetricstack"):
            reading.note(f"the 3MF's {kind} is left out")
        elif kind == "object":
            if node.get("type", "model") not in ("model", "solidsupport"):
                reading.note(f"objects of type {printable(node.get('type', ''), 20)} are left out")
                continue
            objects[place + "#" + str(node.get("id"))] = _object(reading, place, node, groups)
    if required and any(word not in ("p", "m") for word in required.split()):
        reading.note(f"the 3MF requires the extensions {printable(required, 60)}; what they add is left out")


def _texture(reading: Reading, data: bytes, node: ElementTree.Element) -> Texture | None:
    """A picture of the package; None where it cannot be had, which is said."""
    name = str(node.get("path", "")).lstrip("/")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = next((info for info in archive.infolist() if info.filename.lstrip("/") == name), None)
        if info is None:
            reading.note(f"the picture {printable(name)} is not in the package, and is left out")
            return None
        if info.file_size > reading.limits.max_bytes:
            raise too_many("bytes of a picture", info.file_size, reading.limits.max_bytes)
        with archive.open(info) as file:
            content = file.read(reading.limits.max_bytes + 1)
    if not reading.is_picture(content, name):
        return None
    wraps = [TILES.get(str(node.get(key, "wrap")), "repeat") for key in ("tilestyleu", "tilestylev")]
    nearest = node.get("filter") == "nearest"
    return Texture(reading.picture(content, name), 0, wrap=(wraps[0], wraps[1]), nearest=nearest)


def _object(reading: Reading, place: str, node: ElementTree.Element, groups: dict[str, Array | _Pictured]) -> _Object:
    path, out = reading.path, _Object(name=str(node.get("name", ""))[:200])
    usual = (node.get("pid"), node.get("pindex"))
    for child in node:
        if _local(child) == "components":
            for part in child:
                key = _path_of(part, place) + "#" + str(part.get("objectid"))
                out.components.append((key, _transform(reading, part.get("transform"))))
        if _local(child) != "mesh":
            continue
        for block in child:
            if _local(block) == "vertices":
                rows = [(v.get("x"), v.get("y"), v.get("z")) for v in block]
                out.vertices = _floats(reading, rows, 3)
            elif _local(block) == "triangles":
                reading.check_counts(len(block), 0)
                try:
                    out.faces = np.array(
                        [(t.get("v1"), t.get("v2"), t.get("v3")) for t in block], dtype=object
                    ).astype(np.int64).reshape(-1, 3)  # fmt: skip
                except (TypeError, ValueError, OverflowError) as error:
                    raise UnreadableMeshError(f"{path} has a triangle that is not three indices: {error}") from error
                _paint(reading, place, block, groups, usual, out)
    if out.faces is not None and len(out.faces):
        n = 0 if out.vertices is None else len(out.vertices)
        if out.faces.min() < 0 or out.faces.max() >= n:
            raise UnreadableMeshError(f"{path}: triangles index {out.faces.min()}..{out.faces.max()} of {n} vertices")
    return out


def _floats(reading: Reading, rows: Sequence[tuple[str | None, ...]], width: int) -> Array:
    try:
        return np.array(rows, dtype=object).astype(np.float64).reshape(-1, width)
    except (TypeError, ValueError) as error:
        what = "vertex that is not three" if width == 3 else "place in a picture that is not two"
        raise UnreadableMeshError(f"{reading.path} has a {what} numbers: {error}") from error


def _paint(
    reading: Reading,
    place: str,
    block: ElementTree.Element,
    groups: dict[str, Array | _Pictured],
    usual: tuple[str | None, str | None],
    out: _Object,
) -> None:
    """Colours and pictures of an object's triangles."""
    colors, any_color = np.ones((len(block), 3, 4)), False
    picture, uv = np.full(len(block), -1), np.zeros((len(block), 3, 2))
    numbered: dict[int, int] = {}
    for row, triangle in enumerate(block):
        if any(key.rsplit("}", 1)[-1] in PAINTED for key in triangle.attrib):
            reading.note("what was painted on the 3MF in a slicer is left out")
        pid = triangle.get("pid", usual[0])
        group = groups.get(f"{place}#{pid}")
        if group is None:
            continue
        first = triangle.get("p1", usual[1])
        values = group.uv if isinstance(group, _Pictured) else group
        for corner, index in enumerate((first, triangle.get("p2", first), triangle.get("p3", first))):
            if index is None or not index.isdigit() or int(index) >= len(values):
                continue
            if isinstance(group, _Pictured):
                if id(group) not in numbered:
                    numbered[id(group)] = len(out.pictures)
                    out.pictures.append(group.material)
                picture[row], uv[row, corner] = numbered[id(group)], values[int(index)]
            else:
                colors[row, corner] = values[int(index)]
                any_color = True
    out.colors = colors if any_color else None
    if out.pictures:
        out.picture, out.uv = picture, uv


def _hex(reading: Reading, text: str) -> tuple[float, float, float, float]:
    """#RRGGBB or #RRGGBBAA; alpha is left at 1, for printers have no glass."""
    try:
        value = bytes.fromhex(text.lstrip("#"))
        if len(value) > 3 and value[3] < 255:
            reading.note("the transparency of a 3MF's colours is not carried over")
        return value[0] / 255, value[1] / 255, value[2] / 255, 1.0
    except (ValueError, IndexError):
        return 1.0, 1.0, 1.0, 1.0


def _transform(reading: Reading, text: str | None) -> Array:
    """[4, 4] of twelve numbers, three to a row, for row vectors."""
    out = np.eye(4)
    if text:
        try:
            out[:, :3] = np.array(text.split(), np.float64).reshape(4, 3)
        except ValueError as error:
            raise UnreadableMeshError(f"{reading.path} has a transform that is not twelve numbers: {error}") from error
    return out


def _add(
    reading: Reading,
    objects: dict[str, _Object],
    key: str,
    place: Array,
    parts: list[Part],
    budget: list[int],
    depth: int,
) -> None:
    """An object and its components, with what they count up to."""
    reading.check_time()
    if depth > MAX_DEPTH:
        raise UnreadableMeshError(f"{reading.path}: its components are nested more than {MAX_DEPTH} deep")
    thing = objects.get(key)
    if thing is None:
        reading.note("an object that is built is not in the file, or no model, and is left out")
        return
    if thing.vertices is not None and thing.faces is not None and len(thing.faces):
        budget[0] += len(thing.faces)
        budget[1] += len(thing.vertices)
        reading.check_counts(budget[0], budget[1])
        if len(parts) >= reading.limits.max_nodes:
            raise too_many("parts", len(parts) + 1, reading.limits.max_nodes)
        parts += _moved(thing, place)
    for below, inner in thing.components:
        budget.append(0)
        if len(budget) > reading.limits.max_nodes:
            raise too_many("components", len(budget), reading.limits.max_nodes)
        _add(reading, objects, below, inner @ place, parts, budget, depth + 1)


def _moved(thing: _Object, place: Array) -> list[Part]:
    """An object's triangles where they are put, a part for each picture."""
    assert thing.vertices is not None and thing.faces is not None
    vertices, order = thing.vertices @ place[:3, :3] + place[3, :3], np.arange(3)
    if np.linalg.det(place[:3, :3]) < 0:
        order = order[::-1]
    if thing.colors is None and thing.picture is None:
        return [Part(vertices, thing.faces[:, order], colors_are_linear=False, name=thing.name)]
    which = np.full(len(thing.faces), -1) if thing.picture is None else thing.picture
    parts = []
    for number in np.unique(which).tolist():
        mine = np.flatnonzero(which == number)
        corners = thing.faces[mine][:, order].reshape(-1)
        part = Part(vertices[corners], np.arange(len(corners)).reshape(-1, 3), colors_are_linear=False, name=thing.name)
        if number >= 0:
            assert thing.uv is not None
            uv = thing.uv[mine][:, order].reshape(-1, 2)
            part = replace(part, material=thing.pictures[number], uvs={0: uv})
        elif thing.colors is not None:
            part = replace(part, colors=thing.colors[mine][:, order].reshape(-1, 4))
        parts.append(part)
    return parts

"""Meshes that others made: GLB, glTF, OBJ, PLY and STL files, read within bounds.

A file says how much it holds before it is believed: counts are held against the file's own size and against
`ReadLimits` before anything is decoded, pictures by their header. Files that it names are read from its own folder
only.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import os
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np
import trimesh
from PIL import Image
from trimesh.resolvers import Resolver

from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.mesh.bvh import build_tree, nearest_points
from bozzetto.export.mesh.mesh import Array, Mesh, diagonal_of
from bozzetto.export.texture.sampling import sample_texture

READABLE = ("glb", "gltf", "obj", "ply", "stl")
COMPONENT_BYTES = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
# What may be required of a reader; textures in other formats and compressed geometry may not.
KNOWN_EXTENSIONS = {
    "KHR_materials_unlit",
    "KHR_texture_transform",
    "EXT_texture_webp",
    "KHR_mesh_quantization",
    "KHR_materials_pbrSpecularGlossiness",
}


class UnreadableMeshError(ValueError):
    """A file is damaged, too large, of an unknown kind, or names files outside its folder."""


@dataclass(frozen=True)
class ReadLimits:
    """What a file may ask of this machine."""

    max_bytes: int = 1 << 29
    """Bytes of each file."""
    max_faces: int = 5_000_000
    """Triangles, all instances together."""
    max_vertices: int = 10_000_000
    """Vertices, all instances together."""
    max_pixels: int = 8192 * 8192
    """Pixels of each picture."""
    max_nodes: int = 20_000
    """Nodes of a glTF."""
    max_json: int = 1 << 26
    """Bytes of a glTF's JSON."""


@dataclass(frozen=True)
class Source:
    """A mesh from outside."""

    mesh: Mesh
    """Positions and faces of all parts, in one frame; metres as far as the format says so."""
    color_fn: Callable[[Array], Array] | None
    """[N, 3] -> [N, 3] display colours of the nearest point, or None where the file has none."""
    opacity_fn: Callable[[Array], Array] | None
    """[N, 3] -> [N, 1], how much light the nearest point stops; None where all of it does."""
    roughness: float
    """Of the largest opaque part, in [0, 1]."""
    glass_roughness: float
    """Of the largest part that light goes through; what a mesh has by default where there is none."""
    metallic: float
    texture_size: int
    """Longest side of the largest base colour texture in texels, 0 without."""
    n_materials: int
    notes: tuple[str, ...]
    """What was left out."""


def read_source(path: str | os.PathLike[str], limits: ReadLimits | None = None) -> Source:
    """Reads anybody's mesh.

    Args:
        path: of a .glb, .gltf, .obj, .ply or .stl file.
        limits: what it may ask of this machine.

    Returns:
        The mesh with its colours as a function of space.

    Raises:
        UnreadableMeshError: an unknown ending, a damaged or too large file, a compression that is not supported, a name
            that leads outside the file's folder, or nothing to see in it.
        OSError: it cannot be opened.
    """
    path, limits = Path(path), limits or ReadLimits()
    kind = path.suffix.lower().lstrip(".")
    if kind not in READABLE:
        raise UnreadableMeshError(
            f"cannot read {path.name!r}: expected an ending of .{', .'.join(READABLE)}, got {path.suffix or 'none'}"
        )
    data = _read_bounded(path, limits)
    try:
        if kind in ("glb", "gltf"):
            _check_gltf(data, kind, path, limits)
        elif kind == "ply":
            _check_ply(data, path, limits)
        elif kind == "stl":
            _check_stl(data, path, limits)
        else:
            _check_obj(data, path, limits)
        with warnings.catch_warnings():
            # Pillow warns from a third of what it refuses; the limit here is ours, and was checked.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            scene = trimesh.load_scene(
                io.BytesIO(data), file_type=kind, process=False, resolver=_FolderResolver(path.parent, limits)
            )
            return _flatten(scene, path, limits)
    except (UnreadableMeshError, OSError):
        raise
    except Exception as error:  # trimesh raises whatever its parsers meet in a broken file
        raise UnreadableMeshError(f"{path} cannot be read: {type(error).__name__}: {error}") from error


class _FolderResolver(Resolver):
    """Reads the files that a mesh names, from its own folder and no other, within the limits."""

    def __init__(self, folder: Path, limits: ReadLimits) -> None:
        self._folder, self._limits = folder, limits

    def keys(self) -> list[str]:
        return []

    def get(self, name: str) -> bytes:
        data = _read_bounded(_inside(self._folder, str(name)), self._limits)
        if Path(str(name)).suffix.lower() not in (".mtl", ".bin"):
            _check_picture(data, str(name), self._limits)
        return data

    def namespaced(self, namespace: str) -> _FolderResolver:
        raise UnreadableMeshError(f"a name in the file leads to another folder: {namespace!r}")

    def write(self, name: str, data: Any) -> None:
        raise UnreadableMeshError("reading a mesh writes nothing")


def _inside(folder: Path, name: str) -> Path:
    """The file that a name in a mesh means, if it lies in the mesh's folder."""
    parts = urlsplit(name)
    # One letter is a Windows drive, which is no better than a scheme here.
    if parts.scheme or parts.netloc:
        raise UnreadableMeshError(f"the file refers to {name!r}; only files in its own folder are read")
    root = folder.resolve()
    path = (root / unquote(parts.path).strip().replace("\\", "/")).resolve()
    if "\0" in name or not path.is_relative_to(root):
        raise UnreadableMeshError(f"the file refers to {name!r}, which lies outside its folder {root}")
    return path


def _read_bounded(path: Path, limits: ReadLimits) -> bytes:
    with open(path, "rb") as file:
        data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise UnreadableMeshError(f"{path} is larger than {limits.max_bytes} bytes, the most that is read")
    if not data:
        raise UnreadableMeshError(f"{path} is empty")
    return data


def _check_picture(data: bytes, name: str, limits: ReadLimits) -> None:
    """The size that a picture's header claims; nothing is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "BMP", "TGA", "TIFF", "GIF")) as image:
                width, height = image.size
    except Image.DecompressionBombError as error:
        raise UnreadableMeshError(f"picture {name}: {error}") from error
    except OSError as error:
        raise UnreadableMeshError(f"picture {name} cannot be read: {error}") from error
    if width * height > limits.max_pixels:
        raise UnreadableMeshError(f"picture {name} has {width} x {height} pixels, more than {limits.max_pixels} in all")


def _items(node: Any, key: str) -> list[Any]:
    """A list in a glTF, empty where it is absent."""
    value = node.get(key, []) if isinstance(node, dict) else None
    if not isinstance(value, list):
        raise UnreadableMeshError(f"the glTF's {key!r} should be a list, got {type(value).__name__}")
    return value


def _whole(node: Any, key: str, default: int | None = None) -> int:
    """A whole number of zero or more in a glTF."""
    value = node.get(key, default) if isinstance(node, dict) else None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UnreadableMeshError(f"the glTF's {key!r} should be a whole number of 0 or more, got {value!r}")
    return value


def _pick(values: list[Any], index: int, what: str) -> Any:
    """An entry that another one refers to."""
    if index >= len(values):
        raise UnreadableMeshError(f"the glTF refers to {what} {index}, and there are {len(values)}")
    return values[index]


def _too_many(what: str, count: int, most: int) -> UnreadableMeshError:
    return UnreadableMeshError(f"the file claims {count} {what}; at most {most} are read")


def _check_gltf(data: bytes, kind: str, path: Path, limits: ReadLimits) -> None:
    """Counts, sizes, references and the graph of a glTF, before any of it is decoded."""
    binary = b""
    if kind == "glb":
        if len(data) < 20 or data[:4] != b"glTF" or data[16:20] != b"JSON":
            raise UnreadableMeshError(f"{path} is no binary glTF 2.0 file")
        version, length, text_length = (int.from_bytes(data[k : k + 4], "little") for k in (4, 8, 12))
        if version != 2:
            raise UnreadableMeshError(f"{path} is glTF {version}, expected 2")
        if length > len(data) or 20 + text_length > length:
            claimed = max(length, 20 + text_length)
            raise UnreadableMeshError(f"{path} claims {claimed} bytes and has {len(data)}: it is cut")
        text = data[20 : 20 + text_length]
        at = 20 + text_length
        if len(data) >= at + 8:
            size = int.from_bytes(data[at : at + 4], "little")
            if at + 8 + size > len(data):
                raise UnreadableMeshError(f"{path} is cut: its binary chunk claims {size} bytes")
            binary = data[at + 8 : at + 8 + size]
    else:
        text = data
    if len(text) > limits.max_json:
        raise _too_many("bytes of JSON", len(text), limits.max_json)
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableMeshError(f"{path} holds no valid JSON: {error}") from error
    if not isinstance(tree, dict):
        raise UnreadableMeshError(f"{path} should hold a JSON object, got {type(tree).__name__}")
    missing = sorted(set(map(str, _items(tree, "extensionsRequired"))) - KNOWN_EXTENSIONS)
    if missing:
        raise UnreadableMeshError(f"{path} needs {', '.join(missing)}, which is not supported; export it without")
    buffers = [_buffer(b, k, binary, path, limits) for k, b in enumerate(_items(tree, "buffers"))]
    views = _items(tree, "bufferViews")
    for view in views:
        start, length = _whole(view, "byteOffset", 0), _whole(view, "byteLength")
        if start + length > len(_pick(buffers, _whole(view, "buffer"), "buffer")):
            raise UnreadableMeshError(f"{path}: a buffer view of {length} bytes at {start} does not fit its buffer")
    accessors = _items(tree, "accessors")
    for accessor in accessors:
        _check_accessor(accessor, views, path, limits)
    _check_images(tree, views, buffers, path, limits)
    _check_graph(tree, accessors, path, limits)


def _check_accessor(accessor: Any, views: list[Any], path: Path, limits: ReadLimits) -> None:
    count = _whole(accessor, "count")
    if count > 3 * limits.max_faces:
        raise _too_many("elements in an accessor", count, 3 * limits.max_faces)
    kind, component = accessor.get("type"), accessor.get("componentType")
    if kind not in WIDTHS or component not in COMPONENT_BYTES:
        raise UnreadableMeshError(f"{path}: unknown accessor of type {kind!r}, component {component!r}")
    size = WIDTHS[kind] * COMPONENT_BYTES[component]
    if "bufferView" in accessor:
        view = _pick(views, _whole(accessor, "bufferView"), "buffer view")
        stride = _whole(view, "byteStride", 0) or size
        need = _whole(accessor, "byteOffset", 0) + max(count - 1, 0) * stride + (size if count else 0)
        if need > _whole(view, "byteLength"):
            raise UnreadableMeshError(f"{path}: an accessor of {count} elements does not fit its buffer view")
    if "sparse" in accessor and _whole(accessor["sparse"], "count") > count:
        raise UnreadableMeshError(f"{path}: a sparse accessor changes more elements than it has")


def _buffer(buffer: Any, number: int, binary: bytes, path: Path, limits: ReadLimits) -> bytes:
    """What a buffer holds."""
    claimed, uri = _whole(buffer, "byteLength"), buffer.get("uri")
    if uri is None:
        content = binary if number == 0 else b""
    elif str(uri).startswith("data:"):
        content = _data_uri(str(uri))
    else:
        content = _read_bounded(_inside(path.parent, str(uri)), limits)
    if claimed > len(content):
        raise UnreadableMeshError(f"{path}: buffer {number} claims {claimed} bytes and has {len(content)}")
    return content


def _data_uri(uri: str) -> bytes:
    try:
        return base64.b64decode(uri.split(",", 1)[1], validate=False)
    except (IndexError, binascii.Error) as error:
        raise UnreadableMeshError(f"a data URI is damaged: {error}") from error


def _check_images(tree: dict[str, Any], views: list[Any], buffers: list[bytes], path: Path, limits: ReadLimits) -> None:
    images = _items(tree, "images")
    if len(images) > 1000:
        raise _too_many("pictures", len(images), 1000)
    for number, image in enumerate(images):
        uri = image.get("uri")
        if uri is None:
            view = _pick(views, _whole(image, "bufferView"), "buffer view")
            start = _whole(view, "byteOffset", 0)
            content = buffers[_whole(view, "buffer")][start : start + _whole(view, "byteLength")]
        elif str(uri).startswith("data:"):
            content = _data_uri(str(uri))
        else:
            content = _read_bounded(_inside(path.parent, str(uri)), limits)
        _check_picture(content, f"{number} of {path.name}", limits)


def _check_graph(tree: dict[str, Any], accessors: list[Any], path: Path, limits: ReadLimits) -> None:
    """No cycles, no node with two parents (which could double at each level), and no flood of instances."""
    nodes, meshes = _items(tree, "nodes"), _items(tree, "meshes")
    if len(nodes) > limits.max_nodes:
        raise _too_many("nodes", len(nodes), limits.max_nodes)
    parent = [-1] * len(nodes)
    for number, node in enumerate(nodes):
        for child in _items(node, "children"):
            if not isinstance(child, int) or not 0 <= child < len(nodes):
                raise UnreadableMeshError(f"{path}: node {number} has a child {child!r} that does not exist")
            if parent[child] >= 0 or child == number:
                raise UnreadableMeshError(f"{path}: node {child} has more than one parent, so the graph is no tree")
            parent[child] = number
    for number in range(len(nodes)):
        up, steps = parent[number], 0
        while up >= 0:
            up, steps = parent[up], steps + 1
            if steps > len(nodes):
                raise UnreadableMeshError(f"{path}: the nodes run in a circle")
    sizes = []
    for mesh in meshes:
        faces = vertices = 0
        for primitive in _items(mesh, "primitives"):
            attributes = primitive.get("attributes", {})
            position = _pick(accessors, _whole(attributes, "POSITION"), "accessor")
            corners = position
            if "indices" in primitive:
                corners = _pick(accessors, _whole(primitive, "indices"), "accessor")
            faces += _whole(corners, "count") // 3
            vertices += _whole(position, "count")
        sizes.append((faces, vertices))
    used = [_pick(sizes, _whole(node, "mesh"), "mesh") for node in nodes if "mesh" in node]
    for what, at, most in (("triangles", 0, limits.max_faces), ("vertices", 1, limits.max_vertices)):
        count = sum(size[at] for size in used)
        if count > most:
            raise _too_many(what, count, most)


def _check_ply(data: bytes, path: Path, limits: ReadLimits) -> None:
    end = data.find(b"end_header", 0, 1 << 16)
    if not data.startswith(b"ply") or end < 0:
        raise UnreadableMeshError(f"{path} is no PLY file")
    for name, most in (("vertex", limits.max_vertices), ("face", limits.max_faces)):
        found = re.search(rb"element\s+%s\s+(\d{1,18})\b" % name.encode(), data[:end])
        count = int(found.group(1)) if found else 0
        if count > most:
            raise _too_many({"vertex": "vertices", "face": "faces"}[name], count, most)
        # Each element takes a byte at least.
        if count > len(data) - end:
            raise UnreadableMeshError(f"{path} claims {count} of {name!r} and has {len(data) - end} bytes: it is cut")


def _check_stl(data: bytes, path: Path, limits: ReadLimits) -> None:
    count = int.from_bytes(data[80:84], "little") if len(data) >= 84 else 0
    if len(data) == 84 + 50 * count:
        if count > limits.max_faces:
            raise _too_many("triangles", count, limits.max_faces)
    elif b"facet" not in data[:4096]:
        raise UnreadableMeshError(f"{path} claims {count} triangles, which {len(data)} bytes do not hold: it is cut")


def _check_obj(data: bytes, path: Path, limits: ReadLimits) -> None:
    for what, mark, most in (("vertices", b"\nv ", limits.max_vertices), ("faces", b"\nf ", limits.max_faces)):
        count = data.count(mark)
        if count > most:
            raise _too_many(what, count, most)
    for name in re.findall(rb"^[ \t]*mtllib[ \t]+([^\r\n]+)", data, re.MULTILINE):
        library = _inside(path.parent, name.decode("utf-8", "replace").strip())
        if library.is_file():
            text = _read_bounded(library, limits)
            for picture in re.findall(rb"^[ \t]*(?:map_\w+|norm|bump|disp)[ \t]+([^\r\n]+)", text, re.MULTILINE):
                # Options come before the name.
                _inside(path.parent, picture.decode("utf-8", "replace").split(" -")[-1].split()[-1])


def _flatten(scene: trimesh.Scene, path: Path, limits: ReadLimits) -> Source:
    """All parts in one frame, and a colour for each."""
    parts, notes = [], set()
    for name in scene.graph.nodes_geometry:
        transform, geometry = scene.graph[name]
        body = scene.geometry[geometry]
        if isinstance(body, trimesh.Trimesh) and len(body.faces):
            parts.append((np.asarray(transform, np.float64), body))
        elif not isinstance(body, trimesh.Trimesh):
            notes.add("points and lines are left out")
    if not parts:
        raise UnreadableMeshError(f"{path} holds no triangles")
    vertices, faces, colors, of_face, count = [], [], [], [], 0
    sizes, roughness, metallic, areas = [0], [], [], []
    for number, (transform, body) in enumerate(parts):
        here = np.asarray(body.vertices, np.float64) @ transform[:3, :3].T + transform[:3, 3]
        corners = np.asarray(body.faces, np.int64)
        if corners.min() < 0 or corners.max() >= len(here):
            raise UnreadableMeshError(f"{path}: faces index {corners.min()}..{corners.max()} of {len(here)} vertices")
        if np.linalg.det(transform[:3, :3]) < 0:
            corners = corners[:, ::-1]
        vertices.append(here)
        faces.append(corners + count)
        of_face.append(np.full(len(corners), number))
        count += len(here)
        paint, size, rough, metal, said = _paint(body, corners)
        colors.append(paint)
        sizes.append(size)
        roughness.append(rough)
        metallic.append(metal)
        areas.append(len(corners))
        notes |= said
    positions = np.concatenate(vertices)
    bad = int((~np.isfinite(positions)).any(axis=1).sum())
    if bad:
        raise UnreadableMeshError(f"{path} has {bad} vertices of {len(positions)} that are NaN or infinite")
    if np.abs(positions).max() > 1e12:
        raise UnreadableMeshError(f"{path} has coordinates up to {np.abs(positions).max():.3g}; at most 1e12 are read")
    mesh = Mesh(positions.astype(np.float32), np.concatenate(faces).astype(np.int32))
    if len(mesh.faces) > limits.max_faces:
        raise _too_many("triangles", len(mesh.faces), limits.max_faces)
    if not diagonal_of(mesh) > 0:
        raise UnreadableMeshError(f"{path} has no extent: all its vertices lie at one place")
    through = np.array([_is_clear(body) for _, body in parts])
    largest = int(np.argmax(np.where(through, 0, areas)))
    clearest = int(np.argmax(np.where(through, areas, 0)))
    paint_fn = color_fn = opacity_fn = None
    if any(paint is not None for paint in colors):
        paint_fn = _paint_fn(mesh, np.concatenate(of_face), np.cumsum([0, *areas]), colors)
        color_fn = lambda points: paint_fn(points)[:, :3]  # noqa: E731
    if paint_fn is not None and through.any():
        opacity_fn = lambda points: paint_fn(points)[:, 3:]  # noqa: E731
    return Source(
        mesh, color_fn, opacity_fn, roughness[largest],
        roughness[clearest] if through.any() else Mesh.glass_roughness,
        metallic[largest], max(sizes), len(parts), tuple(sorted(notes)),
    )  # fmt: skip


Paint = Callable[[Array, Array], Array]


def _paint(body: trimesh.Trimesh, wound: Array) -> tuple[Paint | None, int, float, float, set[str]]:
    """(face numbers, weights of the corners as wound) -> display colours of one part and how much light it stops,
    [N, 4], and the rest of its material.
    """
    notes: set[str] = set()
    visual = body.visual
    material = getattr(visual, "material", None)
    if material is not None and not isinstance(material, trimesh.visual.material.PBRMaterial):
        image = getattr(material, "image", None)
        factor = np.asarray(getattr(material, "main_color", (255, 255, 255, 255)), np.float64)[:3] / 255
        # A picture replaces the diffuse colour in what most programs write.
        factor = _solid(np.ones((1, 3)) if image is not None else factor[None])[0]
        rough, metal = 0.9, 0.0
        if _mtl_is_clear(getattr(material, "kwargs", None) or {}):
            notes.add("the transparency of an MTL is not carried over")
    elif material is not None:
        image = material.baseColorTexture
        raw = material.baseColorFactor
        factor = np.ones(4) if raw is None else np.asarray(raw, np.float64)[:4] / (255 if np.max(raw) > 1 else 1)
        factor = np.append(factor[:3], factor[3] if len(factor) > 3 else 1.0)
        rough = 0.9 if material.roughnessFactor is None else float(np.clip(material.roughnessFactor, 0, 1))
        metal = 0.0 if material.metallicFactor is None else float(np.clip(material.metallicFactor, 0, 1))
        for name in ("normalTexture", "emissiveTexture", "metallicRoughnessTexture", "occlusionTexture"):
            if getattr(material, name) is not None:
                notes.add(f"the {name} of the source is not carried over")
    else:
        image, factor, rough, metal = None, np.ones(4), 0.9, 0.0
    stops = _stops(material)
    uv = getattr(visual, "uv", None)
    if image is not None and uv is not None and len(uv) == len(body.vertices):
        texture = np.asarray(image.convert("RGBA"), np.uint8)
        coordinates = np.nan_to_num(np.asarray(uv, np.float64))
        # Factors multiply light, not what is displayed.
        tint = np.append(linear_to_srgb(np.clip(factor[:3], 0, 1)), factor[3])
        tint = np.where(np.isclose(factor, 1), 1.0, tint)

        def textured(face: Array, bary: Array) -> Array:
            return stops(sample_texture(texture, np.einsum("nk,nki->ni", bary, coordinates[wound[face]])) * tint)

        return textured, max(texture.shape[:2]), rough, metal, notes
    vertex = None
    if isinstance(visual, trimesh.visual.ColorVisuals) and visual.kind == "vertex":
        vertex = _solid(np.asarray(visual.vertex_colors, np.float64)[:, :3] / 255)
    elif "color" in (attributes := getattr(visual, "vertex_attributes", None) or {}):
        stored = np.asarray(attributes["color"])
        scale = np.iinfo(stored.dtype).max if stored.dtype.kind in "ui" else 1.0
        shown = linear_to_srgb(np.clip(stored[:, :3].astype(np.float64) / scale * factor[:3], 0, 1))
        alpha = stored[:, 3:4].astype(np.float64) / scale if stored.shape[1] > 3 else np.ones((len(stored), 1))
        vertex = stops(np.concatenate([shown, alpha * factor[3]], axis=1))
    if vertex is not None and len(vertex) == len(body.vertices):
        return (lambda face, bary: np.einsum("nk,nki->ni", bary, vertex[wound[face]])), 0, rough, metal, notes
    if isinstance(visual, trimesh.visual.ColorVisuals) and visual.kind == "face":
        of_face = _solid(np.asarray(visual.face_colors, np.float64)[:, :3] / 255)
        return (lambda face, bary: of_face[face]), 0, rough, metal, notes
    if material is not None and not np.allclose(factor, 1):
        is_linear = isinstance(material, trimesh.visual.material.PBRMaterial)
        shown = linear_to_srgb(factor[:3]) if is_linear else factor[:3]
        constant = stops(np.append(shown, factor[3])[None])
        return (lambda face, bary: np.broadcast_to(constant, (len(face), 4))), 0, rough, metal, notes
    return None, 0, rough, metal, notes


def _solid(colors: Array) -> Array:
    """Colours [N, 3] as [N, 4] that stop all light."""
    return np.concatenate([colors, np.ones((len(colors), 1))], axis=1)


def _is_clear(body: trimesh.Trimesh) -> bool:
    """Whether a part's material says that light may go through it (glTF 2.0, section 3.9.4)."""
    return getattr(getattr(body.visual, "material", None), "alphaMode", None) in ("BLEND", "MASK")


def _mtl_is_clear(statements: Mapping[str, Any]) -> bool:
    """Whether an MTL's statements, as trimesh keeps them, let light through: a map, or a constant."""

    def number(key: str, default: float) -> float:
        value = statements.get(key, default)
        try:
            return float(value[0] if isinstance(value, (list, tuple)) and value else value)
        except (TypeError, ValueError):
            return default

    return "map_d" in statements or number("d", 1.0) < 1 or number("tr", 0.0) > 0


def _stops(material: Any) -> Callable[[Array], Array]:
    """What becomes of a material's alpha, the last of [N, 4]: its own, cut off, or none (glTF 2.0, section 3.9.4)."""
    mode = getattr(material, "alphaMode", None)
    cutoff = getattr(material, "alphaCutoff", None)
    least = 0.5 if cutoff is None else float(cutoff)

    def stops(colors: Array) -> Array:
        if mode == "BLEND":
            return colors
        whole = colors[:, 3:] >= least if mode == "MASK" else np.ones((len(colors), 1))
        return np.concatenate([colors[:, :3], whole.astype(np.float64)], axis=1)

    return stops


def _paint_fn(mesh: Mesh, part: Array, starts: Array, paints: list[Paint | None]) -> Callable[[Array], Array]:
    """The colour of the nearest point and how much light it stops, [N, 4], whichever part it belongs to."""
    tree = build_tree(mesh)

    def paint_at(points: Array) -> Array:
        found = nearest_points(tree, points)
        out = np.tile((0.7, 0.7, 0.7, 1.0), (len(points), 1))
        for number in np.unique(part[found.faces]):
            paint = paints[number]
            if paint is not None:
                here = part[found.faces] == number
                out[here] = paint(found.faces[here] - starts[number], found.bary[here])
        return np.clip(out, 0.0, 1.0)

    return paint_at

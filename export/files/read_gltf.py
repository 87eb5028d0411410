"""glTF 2.0 and GLB, read by the specification: sparse, quantised and normalised accessors, strips and fans, skins and
morph targets at rest, instances, samplers, texture transforms, second UV sets, vertex colours, scenes.

Sections are those of the glTF 2.0 specification. What an extension asks for is done, or said, or refused by name:
`SUPPORTED`, `HARMLESS`, `LEFT_OUT` and, for everything else, a note when a file uses it and an error when it requires
it. Only what a scene shows is decoded, so that what lies unused in a file costs nothing.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from jaxtyping import Float, Float64, Int64, Shaped

from bozzetto.export.files import read_draco, read_ktx2
from bozzetto.export.files.materials import linear_to_srgb, srgb_to_linear
from bozzetto.export.files.read_draco import can_read_draco
from bozzetto.export.files.read_ktx2 import can_read_ktx2
from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, data_uri, printable, too_many
from bozzetto.export.files.read_meshopt import DamagedStreamError, decompress
from bozzetto.export.files.read_parts import Encoded, Kept, KeptTexture, Material, Part, Texture, Wrap
from bozzetto.export.mesh.mesh import Array

COMPONENTS = types.MappingProxyType({5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"})
WIDTHS = types.MappingProxyType({"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16})
TRIANGLES, TRIANGLE_STRIP, TRIANGLE_FAN = 4, 5, 6
NEAREST = 9728
WRAPS: Mapping[int, Wrap] = types.MappingProxyType({10497: "repeat", 33648: "mirror", 33071: "clamp"})
MAX_PICTURES = 1000
DIELECTRIC = 0.04
"""Share of light that everything reflects which is no metal (section B.2)."""
ROWS_AT_ONCE = 256
MESHOPT = ("EXT_meshopt_compression", "KHR_meshopt_compression")

SUPPORTED = frozenset(
    {
        "KHR_texture_transform",
        "KHR_mesh_quantization",
        "KHR_materials_unlit",
        "KHR_materials_pbrSpecularGlossiness",
        "KHR_materials_transmission",
        "KHR_materials_emissive_strength",
        "KHR_node_visibility",
        "EXT_mesh_gpu_instancing",
        "EXT_meshopt_compression",
        "KHR_meshopt_compression",
        "EXT_texture_webp",
        "CESIUM_RTC",
    }
)
"""What is done."""
HARMLESS = frozenset(
    {
        "KHR_xmp", "KHR_xmp_json_ld", "KHR_node_selectability", "KHR_node_hoverability", "KHR_techniques_webgl",
        "EXT_mesh_features", "EXT_instance_features", "EXT_structural_metadata", "EXT_feature_metadata",
        "FB_ngon_encoding", "CESIUM_primitive_outline", "MSFT_packing_normalRoughnessMetallic",
        "MSFT_packing_occlusionRoughnessMetallic", "KHR_materials_ior", "KHR_materials_specular",
    }
)  # fmt: skip
"""What changes neither shape nor base colour."""
LEFT_OUT: Mapping[str, str] = types.MappingProxyType(
    {
        "KHR_lights_punctual": "lights",
        "EXT_lights_image_based": "image-based lights",
        "EXT_lights_ies": "lights",
        "KHR_materials_clearcoat": "clear coats",
        "KHR_materials_sheen": "sheen",
        "KHR_materials_volume": "absorption within a volume",
        "KHR_materials_diffuse_transmission": "diffuse transmission",
        "KHR_materials_iridescence": "iridescence",
        "KHR_materials_anisotropy": "anisotropy",
        "KHR_materials_dispersion": "dispersion",
        "KHR_materials_variants": "material variants: what the file shows at first is read",
        "KHR_animation_pointer": "animations",
        "MSFT_lod": "further levels of detail",
        "VRM": "what makes an avatar of it (VRM)",
        "VRMC_vrm": "what makes an avatar of it (VRM)",
        "VRMC_materials_mtoon": "toon shading",
        "VRMC_springBone": "what makes an avatar of it (VRM)",
        "KHR_audio": "sounds",
        "KHR_physics_rigid_bodies": "physics",
    }
)
"""What is left out and said."""
KEPT = frozenset(
    {
        "KHR_materials_anisotropy", "KHR_materials_clearcoat", "KHR_materials_diffuse_transmission",
        "KHR_materials_dispersion", "KHR_materials_ior", "KHR_materials_iridescence", "KHR_materials_sheen",
        "KHR_materials_specular", "KHR_materials_volume",
    }
)  # fmt: skip
"""What goes through as it is where materials are kept."""
VOLUME = "KHR_materials_volume"
"""The extension that has lengths: one of the mesh and one of the world."""
THICKNESS, DISTANCE = "thicknessFactor", "attenuationDistance"
REFUSED: Mapping[str, str] = types.MappingProxyType(
    {
        "KHR_draco_mesh_compression": read_draco.NEEDS,
        "KHR_texture_basisu": read_ktx2.NEEDS,
        "EXT_texture_avif": "AVIF textures; convert its textures to PNG or JPEG",
        "MSFT_texture_dds": "DDS textures; convert its textures to PNG or JPEG",
        "KHR_gaussian_splatting": "Gaussian splats, which are no triangles",
    }
)
"""What is not read, and what to do."""
# In the order of preference: the extensions that give a texture another picture.
OTHER_PICTURES = ("EXT_texture_webp", "KHR_texture_basisu", "EXT_texture_avif", "MSFT_texture_dds")
OUR_PICTURES = ("EXT_texture_webp",)
KTX2, DRACO = "KHR_texture_basisu", "KHR_draco_mesh_compression"


def read_gltf(reading: Reading, data: bytes, *, keep: bool = False) -> list[Part]:
    """The parts that a glTF's scene shows.

    Args:
        reading: limits and notes.
        data: the file, GLB or JSON.
        keep: read also the textures that colours do not need, and keep pictures as they are encoded.

    Raises:
        UnreadableMeshError: it is damaged, asks for too much, or needs an extension that is not read.
    """
    tree, binary = _split(reading, data)
    return _Gltf(reading, tree, binary, keep).parts()


def _split(reading: Reading, data: bytes) -> tuple[dict[str, Any], bytes]:
    """JSON and binary chunk (section 4, GLB; section 2.6, JSON)."""
    path, limits, binary = reading.path, reading.limits, b""
    if data[:4] == b"glTF":
        if len(data) < 20 or data[16:20] != b"JSON":
            version = int.from_bytes(data[4:8], "little") if len(data) >= 8 else 0
            if version == 1:
                raise UnreadableMeshError(f"{path} is glTF 1, expected 2: convert it, for example with gltf-pipeline")
            raise UnreadableMeshError(f"{path} is no binary glTF 2.0 file")
        version, length, text_length = (int.from_bytes(data[k : k + 4], "little") for k in (4, 8, 12))
        if version != 2:
            raise UnreadableMeshError(f"{path} is glTF {version}, expected 2")
        if length > len(data) or 20 + text_length > length:
            claimed = max(length, 20 + text_length)
            raise UnreadableMeshError(f"{path} claims {claimed} bytes and has {len(data)}: it is cut")
        text = data[20 : 20 + text_length]
        at = 20 + text_length + -text_length % 4
        while at + 8 <= len(data):
            size = int.from_bytes(data[at : at + 4], "little")
            if at + 8 + size > len(data):
                raise UnreadableMeshError(f"{path} is cut: its binary chunk claims {size} bytes")
            if data[at + 4 : at + 8] == b"BIN\0":
                binary = data[at + 8 : at + 8 + size]
                break
            at += 8 + size + -size % 4
    elif path.suffix.lower() in (".glb", ".vrm"):
        raise UnreadableMeshError(f"{path} is no binary glTF 2.0 file")
    else:
        text = data
    if len(text) > limits.max_json:
        raise too_many("bytes of JSON", len(text), limits.max_json)
    try:
        tree = json.loads(text.rstrip(b"\0").decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableMeshError(f"{path} holds no valid JSON: {error}") from error
    if not isinstance(tree, dict):
        raise UnreadableMeshError(f"{path} should hold a JSON object, got {type(tree).__name__}")
    asset = tree.get("asset")
    versions = [str(asset[key]) for key in ("version", "minVersion") if key in asset] if isinstance(asset, dict) else []
    if not versions or not versions[0].startswith("2.") or versions[-1] > "2.0" and len(versions) > 1:
        shown = printable(versions[-1], 20) if versions else "of no version"
        raise UnreadableMeshError(f"{path} is glTF {shown}, expected 2.0")
    return tree, binary


def items(node: Any, key: str) -> list[Any]:
    """A list in a glTF, empty where it is absent."""
    value = node.get(key, []) if isinstance(node, dict) else None
    if not isinstance(value, list):
        raise UnreadableMeshError(f"the glTF's {key!r} should be a list, got {type(value).__name__}")
    return value


def child(node: Any, key: str) -> dict[str, Any]:
    """An object in a glTF, empty where it is absent."""
    value = node.get(key, {}) if isinstance(node, dict) else None
    if not isinstance(value, dict):
        raise UnreadableMeshError(f"the glTF's {key!r} should be an object, got {type(value).__name__}")
    return value


def whole(node: Any, key: str, default: int | None = None) -> int:
    """A whole number of zero or more in a glTF."""
    value = node.get(key, default) if isinstance(node, dict) else None
    # 3.0 is a whole number to JSON.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 53:
        raise UnreadableMeshError(f"the glTF's {key!r} should be a whole number of 0 or more, got {value!r}")
    return value


def pick(values: list[Any], index: int, what: str) -> Any:
    """An entry that another one refers to."""
    if index >= len(values):
        raise UnreadableMeshError(f"the glTF refers to {what} {index}, and there are {len(values)}")
    return values[index]


def numbers(node: Any, key: str, default: tuple[float, ...]) -> tuple[float, ...]:
    """So many finite numbers in a glTF as the default has."""
    value = node.get(key) if isinstance(node, dict) else None
    if value is None:
        return default
    if not isinstance(value, list) or len(value) != len(default):
        raise UnreadableMeshError(f"the glTF's {key!r} should be {len(default)} numbers, got {str(value)[:80]}")
    return tuple(number({"value": x}, "value", 0.0, shown=key) for x in value)


def number(node: Any, key: str, default: float, *, shown: str = "") -> float:
    """A finite number in a glTF."""
    value = node.get(key) if isinstance(node, dict) else None
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e300:
        raise UnreadableMeshError(f"the glTF's {shown or key!r} should be a finite number, got {str(value)[:40]}")
    return float(value)


class _Gltf:
    """One file's lists, and what has been decoded of them."""

    def __init__(self, reading: Reading, tree: dict[str, Any], binary: bytes, keep: bool) -> None:
        self._reading, self._tree, self._binary, self._keep = reading, tree, binary, keep
        self._buffers: dict[int, bytes] = {}
        self._unpacked: dict[int, bytes] = {}
        self._pictures: dict[Any, tuple[Array, Encoded] | None] = {}
        self._materials: dict[int, Material] = {}
        self._drawn: dict[int, Array] = {}
        self._scaled: dict[tuple[int, float], Material] = {}
        self._primitives: dict[tuple[int, int, tuple[float, ...]], Part | None] = {}
        for name in ("buffers", "bufferViews", "accessors", "meshes", "nodes", "materials", "textures", "images"):
            items(tree, name)
        self.views, self.accessors = items(tree, "bufferViews"), items(tree, "accessors")
        self.nodes, self.meshes = items(tree, "nodes"), items(tree, "meshes")
        self._check_extensions()
        images = items(tree, "images")
        if len(images) > MAX_PICTURES:
            raise too_many("pictures", len(images), MAX_PICTURES)
        for image in images:
            uri = image.get("uri") if isinstance(image, dict) else None
            if uri is not None and not str(uri).startswith("data:"):
                reading.inside(str(uri))

    def _check_extensions(self) -> None:
        """Refuses what is required and not read; says what is left out."""
        required = {str(name) for name in items(self._tree, "extensionsRequired")}
        used = {str(name) for name in items(self._tree, "extensionsUsed")} | required
        extra = {name for name, there in ((KTX2, can_read_ktx2()), (DRACO, can_read_draco())) if there}
        done = SUPPORTED | extra
        missing = sorted(required - done - HARMLESS - set(LEFT_OUT))
        if missing:
            why = "; ".join(f"{printable(name)}: {REFUSED.get(name, 'not known')}" for name in missing[:5])
            raise UnreadableMeshError(
                f"{self._reading.path} needs {', '.join(missing[:5])}, which is not supported ({why})"
            )
        for name in sorted(used - KEPT if self._keep else used):
            if name in LEFT_OUT:
                self._reading.note(f"left out: {LEFT_OUT[name]} ({name})")
            elif name not in SUPPORTED | HARMLESS | set(REFUSED):
                self._reading.note(f"the glTF uses {printable(name, 60)}, which is not known here and is left out")

    # Buffers and accessors, sections 3.6 and 5.1.

    def buffer(self, index: int) -> bytes:
        """What a buffer holds."""
        if index in self._buffers:
            return self._buffers[index]
        path, buffer = self._reading.path, pick(items(self._tree, "buffers"), index, "buffer")
        claimed, uri = whole(buffer, "byteLength"), buffer.get("uri")
        if uri is None:
            content = self._binary if index == 0 else b""
        elif str(uri).startswith("data:"):
            content = data_uri(str(uri))
        else:
            found = self._reading.inside(str(uri))
            if not found.exists():
                raise UnreadableMeshError(
                    f"{path} refers to {printable(str(uri))}, and there is no such file beside it"
                )
            content = self._reading.read(found)
        if claimed > len(content):
            raise UnreadableMeshError(f"{path}: buffer {index} claims {claimed} bytes and has {len(content)}")
        self._buffers[index] = content
        return content

    def view(self, index: int) -> tuple[memoryview, int]:
        """The bytes of a buffer view, and its stride (0: none)."""
        view = pick(self.views, index, "buffer view")
        for name in MESHOPT:
            packed = child(child(view, "extensions"), name)
            # What is compressed and what is plain beside it are the same; the plain one is cheaper to read.
            if packed and self._is_fallback(whole(view, "buffer")):
                return self._decompressed(index, packed, name), whole(view, "byteStride", 0)
        start, length = whole(view, "byteOffset", 0), whole(view, "byteLength")
        content = self.buffer(whole(view, "buffer"))
        if start + length > len(content):
            raise UnreadableMeshError(
                f"{self._reading.path}: a buffer view of {length} bytes at {start} does not fit its buffer"
            )
        return memoryview(content)[start : start + length], whole(view, "byteStride", 0)

    def _is_fallback(self, index: int) -> bool:
        """Whether a buffer has no bytes of its own."""
        buffer = pick(items(self._tree, "buffers"), index, "buffer")
        marked = any(child(child(buffer, "extensions"), name).get("fallback") is True for name in MESHOPT)
        return "uri" not in buffer and (marked or index > 0 or not self._binary)

    def _decompressed(self, index: int, packed: dict[str, Any], name: str) -> memoryview:
        """A buffer view that is there only compressed."""
        if index not in self._unpacked:
            count, stride = whole(packed, "count"), whole(packed, "byteStride")
            if count > 3 * self._reading.limits.max_faces or count * stride > self._reading.limits.max_bytes:
                raise too_many("elements in a compressed buffer view", count, 3 * self._reading.limits.max_faces)
            start, length = whole(packed, "byteOffset", 0), whole(packed, "byteLength")
            content = self.buffer(whole(packed, "buffer"))[start : start + length]
            mode, filtering = str(packed.get("mode")), str(packed.get("filter", "NONE"))
            try:
                self._unpacked[index] = decompress(content, count, stride, mode, filtering)
            except DamagedStreamError as error:
                raise UnreadableMeshError(f"{self._reading.path}: {name} is damaged: {error}") from error
            self._reading.check_time()
        return memoryview(self._unpacked[index])

    def _stored(
        self, where: int, offset: int, count: int, dtype: np.dtype[Any], width: int
    ) -> Shaped[np.ndarray, "{count} {width}"]:
        """[count, width] values of a buffer view."""
        content, stride = self.view(where)
        size = dtype.itemsize * width
        stride = stride or size
        need = offset + max(count - 1, 0) * stride + (size if count else 0)
        if need > len(content):
            raise UnreadableMeshError(
                f"{self._reading.path}: an accessor of {count} elements does not fit its buffer view"
            )
        if count == 0:
            return np.zeros((0, width), dtype)
        return np.ndarray((count, width), dtype, content, offset, (stride, dtype.itemsize))

    def raw(self, index: int) -> tuple[Shaped[np.ndarray, "count width"], bool]:
        """An accessor's values [count, width] as stored, and whether they are normalised."""
        path, accessor = self._reading.path, pick(self.accessors, index, "accessor")
        count = self.count(index)
        kind, component = str(accessor.get("type")), whole(accessor, "componentType", 0)
        if kind not in WIDTHS or component not in COMPONENTS:
            raise UnreadableMeshError(f"{path}: unknown accessor of type {kind[:20]!r}, component {component}")
        dtype, width = np.dtype(COMPONENTS[component]), WIDTHS[kind]
        if index in self._drawn:
            values = self._drawn[index]
            if values.shape[1] != width:
                raise UnreadableMeshError(f"{path}: Draco holds {values.shape[1]} components, its accessor {width}")
            return values, bool(accessor.get("normalized", False))
        if "bufferView" in accessor:
            offset = whole(accessor, "byteOffset", 0)
            values = self._stored(whole(accessor, "bufferView"), offset, count, dtype, width)
        else:
            values = np.zeros((count, width), dtype)
        if "sparse" in accessor:
            values = self._sparse(values, accessor["sparse"], dtype, width)
        return values, bool(accessor.get("normalized", False))

    def count(self, index: int) -> int:
        """How many elements an accessor has; nothing is decoded."""
        count = whole(pick(self.accessors, index, "accessor"), "count")
        most = 3 * self._reading.limits.max_faces
        if count > most:
            raise too_many("elements in an accessor", count, most)
        return count

    def _sparse(
        self, values: Shaped[np.ndarray, "count {width}"], sparse: Any, dtype: np.dtype[Any], width: int
    ) -> Shaped[np.ndarray, "count {width}"]:
        """Section 3.6.2.3: some elements replaced."""
        path, count = self._reading.path, whole(sparse, "count")
        if count > len(values):
            raise UnreadableMeshError(f"{path}: a sparse accessor changes more elements than it has")
        which, what = child(sparse, "indices"), child(sparse, "values")
        component = whole(which, "componentType", 0)
        if component not in (5121, 5123, 5125):
            raise UnreadableMeshError(f"{path}: a sparse accessor's indices have component {component}")
        index_type = np.dtype(COMPONENTS[component])
        rows = self._stored(whole(which, "bufferView"), whole(which, "byteOffset", 0), count, index_type, 1)[:, 0]
        if count and int(rows.max()) >= len(values):
            raise UnreadableMeshError(f"{path}: a sparse accessor changes element {int(rows.max())} of {len(values)}")
        changed = values.copy()
        changed[rows] = self._stored(whole(what, "bufferView"), whole(what, "byteOffset", 0), count, dtype, width)
        return changed

    def floats(self, index: int, widths: tuple[int, ...], what: str) -> Float64[np.ndarray, "count width"]:
        """An accessor as float64 [count, width], normalised where it says so (section 3.11)."""
        values, normalised = self.raw(index)
        if values.shape[1] not in widths:
            raise UnreadableMeshError(
                f"{self._reading.path}: {what} should have {' or '.join(map(str, widths))} components, "
                f"got {values.shape[1]}"
            )
        if normalised and values.dtype.kind in "iu":
            most = float(np.iinfo(values.dtype).max)
            return np.maximum(values.astype(np.float64) / most, -1.0)
        return values.astype(np.float64)

    # Scene, sections 3.5 and 5.25.

    def parts(self) -> list[Part]:
        """All that the scene shows."""
        reading, path = self._reading, self._reading.path
        if len(self.nodes) > reading.limits.max_nodes:
            raise too_many("nodes", len(self.nodes), reading.limits.max_nodes)
        parent = self._parents()
        shown = self._shown(parent)
        world = self._world(shown, parent)
        uses = [(node, whole(self.nodes[node], "mesh")) for node in shown if "mesh" in self.nodes[node]]
        self._check_size(uses)
        self._say_left_out(uses)
        origin = np.array(numbers(child(child(self._tree, "extensions"), "CESIUM_RTC"), "center", (0.0, 0.0, 0.0)))
        parts: list[Part] = []
        for node, mesh in uses:
            reading.check_time()
            places = self._places(node, world)
            for number_of in range(len(items(self.meshes[mesh], "primitives"))):
                part = self._primitive(mesh, number_of, self._weights(node, mesh), self._skin(node, world))
                if part is None:
                    continue
                name = str(self.nodes[node].get("name") or self.meshes[mesh].get("name") or "")[:200]
                for place in places:
                    if len(parts) >= reading.limits.max_nodes:
                        raise too_many("parts", len(parts) + 1, reading.limits.max_nodes)
                    moved = _moved(part, place)
                    if VOLUME in part.material.kept:
                        moved = replace(moved, material=self._thick(part.material, place))
                    # A zero that is added would make a -0 of the file a 0.
                    vertices = moved.vertices + origin if origin.any() else moved.vertices
                    parts.append(replace(moved, name=name, vertices=vertices))
        if not parts:
            raise UnreadableMeshError(f"{path} holds no triangles{self._what_else(uses)}")
        return parts

    def _parents(self) -> list[int]:
        """No node has two parents (which could double at each level)."""
        path, parent = self._reading.path, [-1] * len(self.nodes)
        for index, node in enumerate(self.nodes):
            for below in items(node, "children"):
                if not isinstance(below, int) or isinstance(below, bool) or not 0 <= below < len(self.nodes):
                    raise UnreadableMeshError(f"{path}: node {index} has a child {str(below)[:20]} that does not exist")
                if parent[below] >= 0 or below == index:
                    raise UnreadableMeshError(f"{path}: node {below} has more than one parent, so the graph is no tree")
                parent[below] = index
        done = [False] * len(self.nodes)
        for index in range(len(self.nodes)):
            seen, up = [], index
            while up >= 0 and not done[up]:
                done[up] = True
                seen.append(up)
                up = parent[up]
            if up >= 0 and up in seen:
                raise UnreadableMeshError(f"{path}: the nodes run in a circle")
        return parent

    def _shown(self, parent: list[int]) -> list[int]:
        """The nodes of the scene that is shown, parents first."""
        reading, scenes = self._reading, items(self._tree, "scenes")
        if scenes:
            which = whole(self._tree, "scene", 0)
            roots = items(pick(scenes, which, "scene"), "nodes")
            if len(scenes) > 1:
                reading.note(f"the file has {len(scenes)} scenes; scene {which} is read, the others are left out")
        else:
            roots = [index for index, up in enumerate(parent) if up < 0]
        shown: list[int] = []
        seen = [False] * len(self.nodes)
        todo = []
        for root in reversed(roots):
            if not isinstance(root, int) or isinstance(root, bool) or root < 0:
                raise UnreadableMeshError(f"the glTF's scene names node {str(root)[:20]}")
            pick(self.nodes, root, "node")
            todo.append(root)
        hidden = 0
        while todo:
            index = todo.pop()
            if seen[index]:
                continue
            seen[index] = True
            visibility = child(child(self.nodes[index], "extensions"), "KHR_node_visibility")
            if visibility.get("visible") is False:
                hidden += 1
                continue
            shown.append(index)
            todo += reversed(items(self.nodes[index], "children"))
        if hidden:
            reading.note(f"{hidden} nodes are hidden (KHR_node_visibility), and are left out with what is below them")
        return shown

    def _what_else(self, uses: list[tuple[int, int]]) -> str:
        """Why nothing is shown."""
        modes = {
            p.get("mode", 4) for _, mesh in uses for p in items(self.meshes[mesh], "primitives") if isinstance(p, dict)
        }
        if modes:
            return ": its primitives are points, lines or empty"
        if self.meshes:
            return f": none of its {len(self.meshes)} meshes is in the scene that it shows"
        return ""

    def _say_left_out(self, uses: list[tuple[int, int]]) -> None:
        """What a mesh at rest does not have."""
        reading, used = self._reading, {mesh for _, mesh in uses}
        animations = items(self._tree, "animations")
        if animations:
            reading.note(
                f"{len(animations)} animation{'s' * (len(animations) > 1)} left out: the object is read at rest"
            )
        if self._tree.get("cameras"):
            reading.note(f"{len(items(self._tree, 'cameras'))} cameras are left out")
        unused = len(self.meshes) - len(used)
        if unused and used:
            reading.note(f"{unused} meshes are in no node of the scene, and are left out")
        if any("skin" in self.nodes[node] for node, _ in uses):
            reading.note("the skeleton is left out: the skin is read as its joints stand")
        if any("targets" in p for mesh in used for p in items(self.meshes[mesh], "primitives") if isinstance(p, dict)):
            reading.note("morph targets are left out: the shape is read at its default weights")

    def _check_size(self, uses: list[tuple[int, int]]) -> None:
        """Triangles and vertices of all instances, before any of them is decoded."""
        sizes: dict[int, tuple[int, int]] = {}
        faces = vertices = 0
        for node, mesh in uses:
            if mesh not in sizes:
                sizes[mesh] = self._size(mesh)
            times = self._instances(node)
            faces += sizes[mesh][0] * times
            vertices += sizes[mesh][1] * times
        self._reading.check_counts(faces, vertices)

    def _size(self, mesh: int) -> tuple[int, int]:
        faces = vertices = 0
        for primitive in items(pick(self.meshes, mesh, "mesh"), "primitives"):
            attributes = child(primitive, "attributes")
            if "POSITION" not in attributes:
                continue
            mode = whole(primitive, "mode", TRIANGLES)
            if mode not in (TRIANGLES, TRIANGLE_STRIP, TRIANGLE_FAN):
                continue
            points = self.count(whole(attributes, "POSITION"))
            corners = self.count(whole(primitive, "indices")) if "indices" in primitive else points
            faces += corners // 3 if mode == TRIANGLES else max(corners - 2, 0)
            vertices += points
        return faces, vertices

    def _instances(self, node: int) -> int:
        attributes = child(child(child(self.nodes[node], "extensions"), "EXT_mesh_gpu_instancing"), "attributes")
        counts = [self.count(whole(attributes, key)) for key in attributes]
        return min(counts) if counts else 1

    # Nodes, section 3.5.3.

    def _world(self, shown: list[int], parent: list[int]) -> dict[int, Array]:
        """[4, 4] float64 of each node that is shown, and of each joint."""
        world: dict[int, Array] = {}
        joints = [j for skin in items(self._tree, "skins") for j in items(skin, "joints") if isinstance(j, int)]
        for index in [*shown, *(j for j in joints if 0 <= j < len(self.nodes))]:
            chain, up = [], index
            while up >= 0 and up not in world:
                chain.append(up)
                up = parent[up]
            for here in reversed(chain):
                above = parent[here]
                local = self._local(self.nodes[here])
                world[here] = world[above] @ local if above >= 0 else local
        return world

    def _local(self, node: Any) -> Float64[np.ndarray, "4 4"]:
        if "matrix" in node:
            matrix: Array = np.array(numbers(node, "matrix", (0.0,) * 16)).reshape(4, 4).T
            return matrix
        placed: Array = _trs(
            np.array([numbers(node, "translation", (0.0, 0.0, 0.0))]),
            np.array([numbers(node, "rotation", (0.0, 0.0, 0.0, 1.0))]),
            np.array([numbers(node, "scale", (1.0, 1.0, 1.0))]),
        )[0]
        return placed

    def _places(self, node: int, world: Mapping[int, Array]) -> list[Array]:
        """Where a node's mesh stands: once, or at each instance; a skinned mesh stands where its joints put it."""
        here = self.nodes[node]
        if "skin" in here:
            return [np.eye(4)]
        attributes = child(child(child(here, "extensions"), "EXT_mesh_gpu_instancing"), "attributes")
        if not attributes:
            return [world[node]]
        n = self._instances(node)
        given = {
            key: self.floats(whole(attributes, key), (width,), f"instances' {key}")[:n]
            for key, width in (("TRANSLATION", 3), ("ROTATION", 4), ("SCALE", 3))
            if key in attributes
        }
        places = _trs(
            given.get("TRANSLATION", np.zeros((n, 3))),
            given.get("ROTATION", np.tile([0.0, 0.0, 0.0, 1.0], (n, 1))),
            given.get("SCALE", np.ones((n, 3))),
        )
        return list(world[node] @ places)

    def _weights(self, node: int, mesh: int) -> tuple[float, ...]:
        """Section 3.7.2.2: a node's weights come before its mesh's."""
        for owner in (self.nodes[node], self.meshes[mesh]):
            values = items(owner, "weights")
            if values:
                return numbers(owner, "weights", (0.0,) * len(values))
        return ()

    def _skin(self, node: int, world: Mapping[int, Array]) -> Float64[np.ndarray, "joints 4 4"] | None:
        """[J, 4, 4] what each joint does to a vertex (section 3.7.3.3)."""
        if "skin" not in self.nodes[node]:
            return None
        skin = pick(items(self._tree, "skins"), whole(self.nodes[node], "skin"), "skin")
        joints = items(skin, "joints")
        for joint in joints:
            if not isinstance(joint, int) or joint not in world:
                raise UnreadableMeshError(f"{self._reading.path}: a skin has the joint {str(joint)[:20]}, no node")
        moves = np.stack([world[joint] for joint in joints]) if joints else np.zeros((0, 4, 4))
        if "inverseBindMatrices" in skin:
            inverse = self.floats(whole(skin, "inverseBindMatrices"), (16,), "inverseBindMatrices")
            if len(inverse) < len(joints):
                raise UnreadableMeshError(f"{self._reading.path}: a skin has fewer matrices than joints")
            moves = moves @ inverse[: len(joints)].reshape(-1, 4, 4).transpose(0, 2, 1)
        return moves

    # Meshes, section 3.7.

    def _primitive(self, mesh: int, number_of: int, weights: tuple[float, ...], skin: Array | None) -> Part | None:
        """A primitive's triangles in its mesh's frame; None for points and lines."""
        key = (mesh, number_of, weights)
        if skin is None and key in self._primitives:
            return self._primitives[key]
        part = self._decode(items(self.meshes[mesh], "primitives")[number_of], weights, skin)
        if skin is None:
            self._primitives[key] = part
        return part

    def _decode(self, primitive: Any, weights: tuple[float, ...], skin: Array | None) -> Part | None:
        reading, path = self._reading, self._reading.path
        attributes, mode = child(primitive, "attributes"), whole(primitive, "mode", TRIANGLES)
        if mode not in (TRIANGLES, TRIANGLE_STRIP, TRIANGLE_FAN):
            if mode > TRIANGLE_FAN:
                raise UnreadableMeshError(f"{path}: a primitive has mode {mode}, expected 0 to 6")
            reading.note("points and lines are left out")
            return None
        if "POSITION" not in attributes:
            reading.note("a primitive without positions is left out")
            return None
        mode = self._unpack(primitive, attributes) or mode
        position = whole(attributes, "POSITION")
        vertices = self.floats(position, (3,), "POSITION")
        if "indices" in primitive:
            stored, _ = self.raw(whole(primitive, "indices"))
            if stored.dtype.kind != "u" or stored.shape[1] != 1:
                raise UnreadableMeshError(f"{path}: indices should be unsigned whole numbers")
            corners = stored[:, 0].astype(np.int64)
        else:
            corners = np.arange(len(vertices), dtype=np.int64)
        faces = _triangles(corners, mode)
        if len(faces) == 0:
            reading.note("an empty primitive is left out")
            return None
        if faces.max() >= len(vertices):
            raise UnreadableMeshError(f"{path}: faces index {faces.min()}..{faces.max()} of {len(vertices)} vertices")
        material = self.material(primitive)

        def attribute(name: str, widths: tuple[int, ...]) -> Array | None:
            if name not in attributes:
                return None
            values = self.floats(whole(attributes, name), widths, name)
            if len(values) < len(vertices):
                raise UnreadableMeshError(f"{path}: {name} has {len(values)} elements, POSITION {len(vertices)}")
            return values[: len(vertices)]

        normals, colors = attribute("NORMAL", (3,)), attribute("COLOR_0", (3, 4))
        tangents = attribute("TANGENT", (4,)) if self._keep and normals is not None else None
        uvs = {}
        there = {k for k in range(8) if f"TEXCOORD_{k}" in attributes} if self._keep else set()
        for used in sorted({*_uv_sets(material, self._keep), *there}):
            uv = attribute(f"TEXCOORD_{used}", (2,))
            if uv is None:
                reading.note(f"a texture asks for TEXCOORD_{used}, which is not there: its material shows one colour")
            else:
                uvs[used] = uv
        for target, weight in zip(items(primitive, "targets"), weights, strict=False):
            if weight == 0:
                continue
            vertices = vertices + weight * self._target(target, "POSITION", vertices)
            normals = None if normals is None else normals + weight * self._target(target, "NORMAL", normals)
            colors = None if colors is None else colors + weight * self._target(target, "COLOR_0", colors)
            tangents = None if tangents is None else tangents + weight * self._target(target, "TANGENT", tangents)
            uvs = {k: uv + weight * self._target(target, f"TEXCOORD_{k}", uv) for k, uv in uvs.items()}
        if skin is not None:
            vertices, normals, tangents = self._posed(attributes, attribute, vertices, normals, tangents, skin)
        if colors is not None:
            colors = np.clip(np.nan_to_num(colors), 0, 1)
            if colors.shape[1] == 3:
                colors = np.concatenate([colors, np.ones((len(colors), 1))], axis=1)
            if (colors == 1).all():
                colors = None
        return Part(vertices, faces, material, uvs, colors, True, normals, tangents=tangents)

    def _unpack(self, primitive: Any, attributes: Mapping[str, Any]) -> int | None:
        """Decodes geometry that is there only compressed by Draco, so that its accessors have values; where the plain
        one lies beside it, that is read.

        Returns:
            The mode in which the indices are then to be read; None where nothing was decoded.
        """
        path, packed = self._reading.path, child(child(primitive, "extensions"), DRACO)
        indices = whole(primitive, "indices") if "indices" in primitive else None
        bare = {key: whole(attributes, key) for key in attributes if self._is_bare(whole(attributes, key))}
        if not packed or not (bare or (indices is not None and self._is_bare(indices))):
            return None
        if not can_read_draco():
            raise UnreadableMeshError(f"{path} needs {DRACO}: {read_draco.NEEDS}")
        for index in (*bare.values(), *([] if indices is None else [indices])):
            self.count(index)  # within limits, before anything is decoded
        content, _ = self.view(whole(packed, "bufferView"))
        try:
            mesh = read_draco.decode_draco(bytes(content))
        except read_draco.DamagedDracoError as error:
            raise UnreadableMeshError(f"{path}: its Draco stream ({DRACO}) is damaged: {error}") from error
        self._reading.check_time()
        numbered = child(packed, "attributes")
        for key, index in bare.items():
            if key not in numbered and key != "POSITION":
                continue  # an accessor without values of its own is zero (section 3.6.2)
            values = mesh.attributes.get(whole(numbered, key)) if key in numbered else None
            if values is None or len(values) != self.count(index):
                found = "none" if values is None else f"{len(values)}"
                raise UnreadableMeshError(
                    f"{path}: {key} should have {self.count(index)} elements, and its Draco stream has {found}"
                )
            self._drawn[index] = values.astype(
                COMPONENTS[whole(pick(self.accessors, index, "accessor"), "componentType")]
            )
        if indices is not None:
            self._reading.check_counts(len(mesh.faces), 0)
            self._drawn[indices] = mesh.faces.reshape(-1, 1).astype("<u4")
        return TRIANGLES

    def _is_bare(self, accessor: int) -> bool:
        """Whether an accessor has no values of its own."""
        return not {"bufferView", "sparse"} & set(pick(self.accessors, accessor, "accessor"))

    def _target(self, target: Any, name: str, like: Float64[np.ndarray, "v width"]) -> Float64[np.ndarray, "v width"]:
        """What a morph target adds to an attribute."""
        if not isinstance(target, dict) or name not in target:
            return np.zeros_like(like)
        moved = self.floats(whole(target, name), (2, 3, 4), name)
        if len(moved) < len(like) or moved.shape[1] > like.shape[1]:
            raise UnreadableMeshError(f"{self._reading.path}: a morph target's {name} does not fit its mesh's")
        out = np.zeros_like(like)
        out[:, : moved.shape[1]] = moved[: len(like)]
        return out

    def _posed(
        self, attributes: Mapping[str, Any], attribute: Any, vertices: Float64[np.ndarray, "v 3"],
        normals: Float64[np.ndarray, "v 3"] | None, tangents: Float64[np.ndarray, "v 4"] | None,
        skin: Float64[np.ndarray, "joints 4 4"],
    ) -> tuple[
        Float64[np.ndarray, "v 3"], Float64[np.ndarray, "v 3"] | None, Float64[np.ndarray, "v 4"] | None
    ]:  # fmt: skip
        """Linear blend skinning of positions, normals and tangents."""
        total, blend = np.zeros(len(vertices)), np.zeros((len(vertices), 4, 4))
        for k in range(8):
            if f"JOINTS_{k}" not in attributes:
                break
            joints, shares = attribute(f"JOINTS_{k}", (4,)), attribute(f"WEIGHTS_{k}", (4,))
            if shares is None:
                break
            which = joints.astype(np.int64)
            if which.min() < 0 or which.max() >= len(skin):
                raise UnreadableMeshError(
                    f"{self._reading.path}: a vertex follows joint {which.max()}, and the skin has {len(skin)}"
                )
            for corner in range(4):
                blend += shares[:, corner, None, None] * skin[which[:, corner]]
                total += shares[:, corner]
        # A vertex that follows nothing stays where it is.
        loose = np.abs(total) < 1e-9
        blend[loose], total[loose] = np.eye(4), 1.0
        blend /= total[:, None, None]
        if normals is not None:
            normals = np.einsum("vij,vj->vi", _cofactors(blend[:, :3, :3]), normals)
        if tangents is not None:
            turned = np.einsum("vij,vj->vi", blend[:, :3, :3], tangents[:, :3])
            tangents = np.concatenate([turned, tangents[:, 3:]], axis=1)
        return np.einsum("vij,vj->vi", blend[:, :3, :3], vertices) + blend[:, :3, 3], normals, tangents

    def _thick(self, material: Material, place: Float64[np.ndarray, "4 4"]) -> Material:
        """A material whose volume is as thick as its node makes it; one object for each size."""
        size = round(float(abs(np.linalg.det(place[:3, :3])) ** (1 / 3)), 9)
        if size == 1.0:
            return material
        return self._scaled.setdefault((id(material), size), scaled_volume(material, size, (THICKNESS,)))

    # Materials, sections 3.8 and 3.9.

    def material(self, primitive: Any) -> Material:
        """A primitive's material; the default one is white, metallic 1, roughness 1 (section 3.9.6)."""
        if "material" not in primitive:
            return Material(roughness=1.0, metallic=1.0)
        index = whole(primitive, "material")
        if index not in self._materials:
            self._materials[index] = self._material(pick(items(self._tree, "materials"), index, "material"))
        return self._materials[index]

    def _material(self, given: Any) -> Material:
        reading, extensions, pbr = self._reading, child(given, "extensions"), child(given, "pbrMetallicRoughness")
        factor = numbers(pbr, "baseColorFactor", (1.0, 1.0, 1.0, 1.0))
        base = self.texture(pbr.get("baseColorTexture"), "baseColorTexture")
        metallic, roughness = number(pbr, "metallicFactor", 1.0), number(pbr, "roughnessFactor", 1.0)
        factors = (metallic, roughness)
        extra: dict[str, tuple[Texture, float]] = {}
        glossy = child(extensions, "KHR_materials_pbrSpecularGlossiness")
        if "KHR_materials_pbrSpecularGlossiness" in extensions:
            factor, base, metallic, roughness, packed = self._specular_glossiness(glossy)
            factors = (metallic, roughness)
            if packed is not None:
                mean = packed.pixels.reshape(-1, 3).mean(axis=0) / 255
                roughness, metallic, factors = float(mean[1]), float(mean[2]), (1.0, 1.0)
                if self._keep:
                    extra["metallicRoughnessTexture"] = (packed, 1.0)
                else:
                    reading.note("the specularGlossinessTexture of the source is taken at its average but for colour")
        elif "metallicRoughnessTexture" in pbr:
            packed = self.texture(pbr["metallicRoughnessTexture"], "metallicRoughnessTexture")
            if packed is not None:
                mean = packed.pixels.reshape(-1, packed.pixels.shape[2]).mean(axis=0) / 255
                roughness, metallic = roughness * float(mean[1]), metallic * float(mean[2])
                if self._keep:
                    extra["metallicRoughnessTexture"] = (packed, 1.0)
                else:
                    reading.note("the metallicRoughnessTexture of the source is taken at its average")
        for name, key in (("normalTexture", "scale"), ("occlusionTexture", "strength")):
            if name in given:
                if self._keep:
                    texture = self.texture(given[name], name)
                    if texture is not None:
                        extra[name] = (texture, number(given[name], key, 1.0))
                else:
                    reading.note(f"the {name} of the source is not carried over")
        strength = number(child(extensions, "KHR_materials_emissive_strength"), "emissiveStrength", 1.0)
        emission = np.array(numbers(given, "emissiveFactor", (0.0, 0.0, 0.0))) * strength
        glow = self.texture(given.get("emissiveTexture"), "emissiveTexture") if emission.any() else None
        if emission.any() and not self._keep:
            reading.note("emission is shown as colour where it is brighter than it: it does not glow in the files")
        transmission = number(child(extensions, "KHR_materials_transmission"), "transmissionFactor", 0.0)
        glass = None
        if transmission > 0 and not self._keep:
            given_glass = child(extensions, "KHR_materials_transmission")
            glass = self.texture(given_glass.get("transmissionTexture"), "transmissionTexture")
            reading.note("transmission (KHR_materials_transmission) becomes opacity: what lies behind is not bent")
        mode = given.get("alphaMode", "OPAQUE")
        if mode not in ("OPAQUE", "MASK", "BLEND"):
            reading.note(f"a material's alphaMode {printable(str(mode), 20)} is not known: it is taken for OPAQUE")
            mode = "OPAQUE"
        return Material(
            name=str(given.get("name", ""))[:200],
            base_color=(factor[0], factor[1], factor[2], factor[3]),
            base_texture=base,
            emission=(float(emission[0]), float(emission[1]), float(emission[2])),
            emission_texture=glow,
            roughness=min(max(roughness, 0.0), 1.0),
            metallic=min(max(metallic, 0.0), 1.0),
            alpha_mode=mode,
            alpha_cutoff=number(given, "alphaCutoff", 0.5),
            transmission=min(max(transmission, 0.0), 1.0),
            transmission_texture=glass,
            double_sided=given.get("doubleSided") is True,
            extra=extra,
            factors=factors if extra else None,
            unlit="KHR_materials_unlit" in extensions,
            kept=self._kept(extensions) if self._keep else {},
        )

    def _kept(self, extensions: Mapping[str, Any]) -> dict[str, Kept]:
        """What a material's extensions say, as it is: numbers, lists of numbers and textures."""
        kept: dict[str, Kept] = {}
        for name in sorted(KEPT & set(extensions)):
            kept[name] = self._said(name, child(extensions, name))
        glass = child(extensions, "KHR_materials_transmission")
        if "transmissionTexture" in glass:
            only = {"transmissionTexture": glass["transmissionTexture"]}
            kept["KHR_materials_transmission"] = self._said("KHR_materials_transmission", only)
        return kept

    def _said(self, name: str, given: Mapping[str, Any]) -> Kept:
        said: dict[str, float | tuple[float, ...] | KeptTexture] = {}
        for key, value in given.items():
            if isinstance(value, dict) and "index" in value:
                texture = self.texture(value, key)
                if texture is not None:
                    beside = {k: number(value, k, 1.0) for k in ("scale", "strength") if k in value}
                    said[key] = KeptTexture(texture, beside)
            elif isinstance(value, list) and 0 < len(value) <= 4:
                said[key] = numbers(given, key, (0.0,) * len(value))
            elif isinstance(value, int | float):
                said[key] = number(given, key, 0.0)
            else:
                self._reading.note(f"{printable(key, 40)} of {name} is left out")
        return said

    def _specular_glossiness(
        self, given: Any
    ) -> tuple[tuple[float, ...], Texture | None, float, float, Texture | None]:
        """Diffuse and specular as base colour, metallic, roughness, and a texture of the last two where one is needed;
        as Khronos' own converter does it."""
        diffuse = numbers(given, "diffuseFactor", (1.0, 1.0, 1.0, 1.0))
        specular = numbers(given, "specularFactor", (1.0, 1.0, 1.0))
        gloss = number(given, "glossinessFactor", 1.0)
        base = self.texture(given.get("diffuseTexture"), "diffuseTexture")
        shiny = self.texture(given.get("specularGlossinessTexture"), "specularGlossinessTexture")
        if base is None and shiny is None:
            mixed, metallic = as_metallic(np.array(diffuse[:3]), np.array(specular))
            color = (float(mixed[0]), float(mixed[1]), float(mixed[2]), diffuse[3])
            return color, None, float(metallic), 1 - gloss, None
        if base is not None and shiny is None and max(specular) <= DIELECTRIC:
            return diffuse, base, 0.0, 1 - gloss, None
        first = base or shiny
        assert first is not None
        if base is not None and shiny is not None and not _lie_alike(base, shiny):
            self._reading.note(
                "the specularGlossinessTexture of the source lies otherwise than its diffuseTexture, and is not "
                "carried over: its surface is dull"
            )
            return diffuse, base, 0.0, max(1 - gloss, 0.5), None
        sizes = [texture.pixels.shape[:2] for texture in (base, shiny) if texture is not None]
        height, width = max(size[0] for size in sizes), max(size[1] for size in sizes)
        colors = np.empty((height, width, 4 if base is not None and base.pixels.shape[2] == 4 else 3), np.uint8)
        packed = np.zeros((height, width, 3), np.uint8)
        for top in range(0, height, ROWS_AT_ONCE):
            self._reading.check_time()
            rows = slice(top, min(top + ROWS_AT_ONCE, height))
            under = _stretched(base, height, width, rows)
            above = _stretched(shiny, height, width, rows)
            mixed, metallic = as_metallic(
                srgb_to_linear(under[..., :3]) * diffuse[:3], srgb_to_linear(above[..., :3]) * specular
            )
            glossiness = gloss * (above[..., 3] if above.shape[2] == 4 else 1.0)
            colors[rows, :, :3] = np.round(linear_to_srgb(mixed) * 255)
            if colors.shape[2] == 4:
                colors[rows, :, 3] = np.round(under[..., 3] * 255)
            packed[rows, :, 1] = np.round((1 - glossiness) * 255)
            packed[rows, :, 2] = np.round(metallic * 255)
        alike = replace(first, encoded=None)
        return (1.0, 1.0, 1.0, diffuse[3]), replace(alike, pixels=colors), 1.0, 1.0, replace(alike, pixels=packed)

    def texture(self, info: Any, what: str) -> Texture | None:
        """A texture as a material uses it; None where there is none that can be read."""
        if info is None:
            return None
        if not isinstance(info, dict):
            raise UnreadableMeshError(f"the glTF's {what!r} should be an object, got {type(info).__name__}")
        texture = pick(items(self._tree, "textures"), whole(info, "index"), "texture")
        found = self._source(texture, what)
        if found is None:
            return None
        pixels, encoded = found
        transform = child(child(info, "extensions"), "KHR_texture_transform")
        offset, scale = numbers(transform, "offset", (0.0, 0.0)), numbers(transform, "scale", (1.0, 1.0))
        sampler: dict[str, Any] = {}
        if "sampler" in texture:
            sampler = pick(items(self._tree, "samplers"), whole(texture, "sampler"), "sampler")
        return Texture(
            pixels,
            whole(transform, "texCoord", whole(info, "texCoord", 0)),
            (*offset, number(transform, "rotation", 0.0), *scale),  # type: ignore[arg-type]
            (
                WRAPS.get(whole(sampler, "wrapS", 10497), "repeat"),
                WRAPS.get(whole(sampler, "wrapT", 10497), "repeat"),
            ),
            sampler.get("magFilter") == NEAREST,
            encoded if self._keep else None,
        )

    def _source(self, texture: Any, what: str) -> tuple[Array, Encoded] | None:
        """The picture of a texture: an extension's where its format is read, else the plain one."""
        extensions = child(texture, "extensions")
        for name in OUR_PICTURES:
            if name in extensions:
                found = self._picture(whole(extensions[name], "source"), what)
                if found is not None:
                    return found
        if "source" in texture:
            return self._picture(whole(texture, "source"), what)
        if KTX2 in extensions and can_read_ktx2():
            return self._picture(whole(extensions[KTX2], "source"), what)
        for name in OTHER_PICTURES:
            if name in extensions:
                self._reading.note(
                    f"a {what} is there only by {name} and is left out, its material shows one colour "
                    f"({REFUSED.get(name, 'not read')})"
                )
                return None
        self._reading.note(f"a {what} has no picture")
        return None

    def _picture(self, index: int, what: str) -> tuple[Array, Encoded] | None:
        reading, image = self._reading, pick(items(self._tree, "images"), index, "picture")
        uri = image.get("uri") if isinstance(image, dict) else None
        where: Any = ("uri", str(uri)) if uri is not None else ("view", whole(image, "bufferView"))
        if where in self._pictures:
            return self._pictures[where]
        if uri is None:
            content = bytes(self.view(whole(image, "bufferView"))[0])
        elif str(uri).startswith("data:"):
            content = data_uri(str(uri))
        else:
            path = reading.inside(str(uri))
            found = path if path.is_file() else reading.find_noted(str(uri), "the picture")
            if found is None:
                self._pictures[where] = None
                return None
            content = reading.read(found)
        if not reading.is_picture(content, str(uri or image.get("name") or index)[:120]):
            self._pictures[where] = None
            return None
        pixels = reading.picture(content, f"{index} of {reading.path.name}")
        mime = "image/png" if content[:4] == b"\x89PNG" else "image/jpeg" if content[:2] == b"\xff\xd8" else ""
        mime = "image/webp" if content[8:12] == b"WEBP" else mime
        self._pictures[where] = (pixels, Encoded(content, mime))
        return self._pictures[where]


def scaled_volume(material: Material, size: float, which: Sequence[str] = (THICKNESS, DISTANCE)) -> Material:
    """A material for an object that is so many times as large.

    Args:
        material: any.
        size: how many times.
        which: lengths of KHR_materials_volume. A node takes along what is of the mesh, a change of unit both.
    """
    if VOLUME not in material.kept or size == 1:
        return material
    said = material.kept[VOLUME]
    lengths = {key: value * size for key in which if isinstance(value := said.get(key), float)}
    return replace(material, kept={**material.kept, VOLUME: {**said, **lengths}})


def as_metallic(
    diffuse: Float[np.ndarray, "*n 3"], specular: Float[np.ndarray, "*n 3"]
) -> tuple[Float[np.ndarray, "*n 3"], Float[np.ndarray, "*n"]]:
    """Base colour and metallic that look like a diffuse and a specular colour (KHR_materials_pbrSpecularGlossiness, its
    appendix on conversion).

    Args:
        diffuse: linear light in [0, 1].
        specular: linear light in [0, 1].
    """

    def bright(c: Float[np.ndarray, "*n 3"]) -> Float[np.ndarray, "*n"]:
        weighted: Array = np.sqrt(np.square(c) @ np.array([0.299, 0.587, 0.114]))
        return weighted

    dark, shine = 1 - specular.max(axis=-1), bright(specular)
    b = bright(diffuse) * dark / (1 - DIELECTRIC) + shine - 2 * DIELECTRIC
    root = np.maximum(b * b - 4 * DIELECTRIC * (DIELECTRIC - shine), 0.0)
    metallic = np.where(shine < DIELECTRIC, 0.0, np.clip((np.sqrt(root) - b) / (2 * DIELECTRIC), 0.0, 1.0))
    share = metallic[..., None]
    from_diffuse = diffuse * dark[..., None] / (1 - DIELECTRIC) / np.maximum(1 - share, 1e-6)
    from_specular = (specular - DIELECTRIC * (1 - share)) / np.maximum(share, 1e-6)
    return np.clip(from_diffuse + (from_specular - from_diffuse) * share**2, 0, 1), metallic


def _lie_alike(a: Texture, b: Texture) -> bool:
    return (a.uv_set, a.transform, a.wrap, a.nearest) == (b.uv_set, b.transform, b.wrap, b.nearest)


def _stretched(texture: Texture | None, height: int, width: int, rows: slice) -> Float64[np.ndarray, "h w channels"]:
    """Some rows of a texture that is as large as another one, in [0, 1]; white without a texture."""
    if texture is None:
        return np.ones((rows.stop - rows.start, width, 4))
    h, w = texture.pixels.shape[:2]
    picked = texture.pixels[np.arange(rows.start, rows.stop) * h // height][:, np.arange(width) * w // width]
    shares: Array = picked / 255.0
    return shares


def _uv_sets(material: Material, keep: bool) -> list[int]:
    """The UV sets that a material's textures ask for."""
    textures = [material.base_texture, material.emission_texture, material.transmission_texture]
    if keep:
        textures += [texture for texture, _ in material.extra.values()]
        textures += [value.texture for said in material.kept.values() for value in said.values()
                     if isinstance(value, KeptTexture)]  # fmt: skip
    return sorted({texture.uv_set for texture in textures if texture is not None})


def _triangles(corners: Int64[np.ndarray, " c"], mode: int) -> Int64[np.ndarray, "f 3"]:
    """[F, 3] of a list of corners (section 3.7.2.1)."""
    if mode == TRIANGLES:
        return corners[: len(corners) // 3 * 3].reshape(-1, 3)
    n = max(len(corners) - 2, 0)
    if mode == TRIANGLE_FAN:
        return np.stack([corners[1 : n + 1], corners[2 : n + 2], np.full(n, corners[0] if n else 0)], axis=1)
    first, odd = np.arange(n), np.arange(n) % 2
    strip = np.stack([corners[first], corners[first + 1 + odd], corners[first + 2 - odd]], axis=1)
    # Strips repeat corners where they jump; such triangles have no area.
    same = (strip[:, 0] == strip[:, 1]) | (strip[:, 1] == strip[:, 2]) | (strip[:, 2] == strip[:, 0])
    faces: Array = strip[~same]
    return faces


def _trs(
    translation: Float[np.ndarray, "n 3"], rotation: Float[np.ndarray, "n 4"], scale: Float[np.ndarray, "n 3"]
) -> Float64[np.ndarray, "n 4 4"]:
    """[N, 4, 4] of translations [N, 3], quaternions xyzw [N, 4] and scales [N, 3] (section 3.5.3)."""
    length = np.linalg.norm(rotation, axis=1, keepdims=True)
    x, y, z, w = np.where(length > 1e-12, rotation / np.maximum(length, 1e-12), [0.0, 0.0, 0.0, 1.0]).T
    out = np.zeros((len(translation), 4, 4))
    out[:, 0, :3] = np.stack([1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)], axis=1)
    out[:, 1, :3] = np.stack([2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)], axis=1)
    out[:, 2, :3] = np.stack([2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)], axis=1)
    out[:, :3, :3] *= scale[:, None, :]
    out[:, :3, 3], out[:, 3, 3] = translation, 1.0
    return out


def _cofactors(matrices: Float64[np.ndarray, "*b 3 3"]) -> Float64[np.ndarray, "*b 3 3"]:
    """What takes normals along, [..., 3, 3]: the inverse transpose times the determinant, which always exists."""
    a, b, c = matrices[..., :, 0], matrices[..., :, 1], matrices[..., :, 2]
    return np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)], axis=-1)


def _moved(part: Part, place: Float64[np.ndarray, "4 4"]) -> Part:
    """A part where its node puts it; mirrored ones turn their triangles over."""
    if (place == np.eye(4)).all():
        return part
    linear = place[:3, :3]
    mirrored = np.linalg.det(linear) < 0
    normals = None
    if part.normals is not None:
        # The cofactors of a mirror carry its sign.
        normals = part.normals @ _cofactors(linear).T * (-1.0 if mirrored else 1.0)
    tangents = None
    if part.tangents is not None:
        sign = part.tangents[:, 3:] * (-1.0 if mirrored else 1.0)
        tangents = np.concatenate([part.tangents[:, :3] @ linear.T, sign], axis=1)
    return replace(
        part,
        vertices=part.vertices @ linear.T + place[:3, 3],
        faces=part.faces[:, ::-1] if mirrored else part.faces,
        normals=normals,
        tangents=tangents,
    )

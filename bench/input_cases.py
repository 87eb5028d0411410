"""Small files of every kind that people have, each made from a truth that is known, and what is right for it."""

from __future__ import annotations

import base64
import io
import json
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.files.read import Source
from bozzetto.export.files.read_draco import can_read_draco
from bozzetto.export.files.read_ktx2 import can_read_ktx2
from bozzetto.export.mesh.mesh import bounds_of, mesh_health

Array = NDArray[Any]
Check = Callable[[Source], str]
"""What is wrong with what was read, or nothing."""
Maker = Callable[[Path], Path]
"""Writes a file into a folder; returns its path."""
QUARTERS = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 0]]], np.uint8)
"""Colours of the quarters of the test picture, row 0 on top."""
KTX2_ETC1S = base64.b64decode(
    "q0tUWCAyMLsNChoKAAAAAAEAAAAQAAAAEAAAAAAAAAAAAAAAAQAAAAEAAAABAAAAaAAAACwAAACUAAAAJAAAALgAAAAAAAAAiwAAAAAAAABDAQAA"
    "AAAAAAYAAAAAAAAAAAAAAAAAAAAsAAAAAAAAAAIAKACjAQIAAwMAAAgAAAAAAAAAAAA/AAAAAAAAAAAA/////x8AAABLVFh3cml0ZXIAQmFzaXMg"
    "VW5pdmVyc2FsIDIuMTAAAAQAAgArAAAACQAAAC8AAAAAAAAAAAAAAAAAAAAGAAAAAAAAAAAAAAAgwEQAAAAAAADiRAQwEQAAAAAAgCQgAEwACAAA"
    "AAAgBgATAAAAAAAACIgkrKqqqlJVVVUFFMBEAAAAAAAAEoEAmAEAAAAAAEDCCDA3YAAAICAAxhGF0ggfAEwAAAAAAAAggABAhT9ghwY="
)
"""The test picture, 16 x 16, as Basis Universal's own encoder wrote it."""
KTX2_UASTC = base64.b64decode(
    "q0tUWCAyMLsNChoKAAAAAAEAAAAQAAAAEAAAAAAAAAAAAAAAAQAAAAEAAAACAAAAaAAAACwAAACUAAAAJAAAAAAAAAAAAAAAAAAAAAAAAAC4AAAA"
    "AAAAADwAAAAAAAAAAAEAAAAAAAAsAAAAAAAAAAIAKACmAQIAAwMAABAAAAAAAAAAAAB/AAAAAAAAAAAA/////x8AAABLVFh3cml0ZXIAQmFzaXMg"
    "VW5pdmVyc2FsIDIuMTAAACi1L/1gAACVAQDw9x8A4B96ABfgH+AfAg8XAOD/HwLgAff/H+AffA8ABwAFEgAgnwG5A5YCWGwmAgUwAg=="
)
"""The same, with Zstandard."""
DRACO_BOX = base64.b64decode(
    "RFJBQ08CAgEBAAAACAwBCwEAA9+jBQEBEFUEQ0W8RwL/AAAAAQABAAkDAAACAQMJAgABAgEBAQADAwEoARgDAMiwMaJABAAAAAAA/z8AAAAAAL"
    "8AAAC/AAAAvwAAgD8OAQEBAQEDVSEBEK0OC5M/56OPAzdabvSnAAAAAP8PAAAAAAAAAAAAAAAAgD8M"
)
"""The box with its texture coordinates (attributes 0 and 1), as Draco's own encoder wrote it."""
# Four places on each face of the box, in its own coordinates.
SPOTS = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])


@dataclass(frozen=True)
class Case:
    """One file and what is right for it."""

    kind: str
    name: str
    make: Callable[[Path], Path]
    """Writes the file into a folder; returns its path."""
    expected: Literal["right", "noted", "refused"]
    words: str = ""
    """What the note or the refusal must say."""
    check: Callable[[Source], str] | None = None
    """What is wrong with what was read, or nothing."""
    options: dict[str, str] | None = None
    """Of `read_source`."""


# The truth: a box of 1 m whose six faces each show the whole picture.


def box() -> tuple[Array, Array, Array]:
    """[24, 3] positions, [24, 2] uv (v down), [12, 3] faces."""
    vertices, uvs, faces = [], [], []
    for axis in range(3):
        for side in (-1, 1):
            for u, v in ((0, 0), (1, 0), (1, 1), (0, 1)):
                point = np.zeros(3)
                point[axis] = side * 0.5
                point[(axis + 1) % 3], point[(axis + 2) % 3] = (u - 0.5) * side, v - 0.5
                vertices.append(point)
                uvs.append((u, v))
            start = len(vertices) - 4
            faces += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
    return np.array(vertices), np.array(uvs, float), np.array(faces)


def spots(scale: float = 1.0) -> tuple[Array, Array]:
    """Points [24, 3] on the box, and their uv [24, 2]."""
    vertices, _, _ = box()
    corners = vertices.reshape(6, 4, 3)
    origin, right, down = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 3] - corners[:, 0]
    points = origin[:, None] + SPOTS[None, :, :1] * right[:, None] + SPOTS[None, :, 1:] * down[:, None]
    return points.reshape(-1, 3) * scale, np.tile(SPOTS, (6, 1))


def shown_at(uv: Array) -> Array:
    """Colours [N, 3] in [0, 1] of the test picture at uv in [0, 1)."""
    quarter: Array = QUARTERS[(uv[:, 1] >= 0.5).astype(int), (uv[:, 0] >= 0.5).astype(int)] / 255.0
    return quarter


def picture(kind: str = "PNG", pixels: Array | None = None, **options: Any) -> bytes:
    """The test picture, 32 x 32, or another one."""
    image = Image.fromarray(np.repeat(np.repeat(QUARTERS, 16, 0), 16, 1) if pixels is None else pixels)
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def colors(wanted: Array | Callable[[Array], Array] = shown_at, scale: float = 1.0, tolerance: float = 0.02) -> Check:
    """Checks the colours of all 24 spots."""

    def check(source: Source) -> str:
        points, uv = spots(scale)
        truth = wanted(uv) if callable(wanted) else np.broadcast_to(wanted, (len(uv), 3))
        if source.color_fn is None:
            return "it has no colours" if np.abs(truth - 1).max() > tolerance else ""
        found = source.color_fn(points - np.array(source.origin))
        gap = float(np.abs(found - truth).max())
        return "" if gap <= tolerance else f"colours are off by {gap:.2f}"

    return check


def shape(
    volume: float | None = 1.0,
    low: float | tuple[float, ...] = -0.5,
    high: float | tuple[float, ...] = 0.5,
    **more: float,
) -> Check:
    """Checks volume, bounds, area and number of faces."""

    def check(source: Source) -> str:
        health = mesh_health(source.mesh)
        found = {"volume": health.volume, "area": health.area, "faces": health.n_faces}
        wanted = {"volume": volume, **more}
        for key, value in wanted.items():
            if value is not None and abs(found[key] - value) > 1e-3 * max(abs(value), 1e-9):
                return f"{key} is {found[key]:.4g}, not {value:.4g}"
        bounds = np.array(bounds_of(source.mesh)) + np.array(source.origin)
        truth = np.stack([np.broadcast_to(low, 3), np.broadcast_to(high, 3)])
        gap = np.abs(bounds - truth).max()
        return "" if gap < 1e-3 * max(1.0, float(np.ptp(truth))) else f"bounds are {bounds.round(3).tolist()}"

    return check


def both(*checks: Callable[[Source], str]) -> Callable[[Source], str]:
    """The first complaint of several checks."""
    return lambda source: next((said for check in checks if (said := check(source))), "")


class Glb:
    """A glTF being put together."""

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {"asset": {"version": "2.0"}}
        self.body = b""

    def view(self, data: bytes, **more: Any) -> int:
        """A buffer view; its number."""
        self.body += b"\0" * (-len(self.body) % 4)
        return self.add(
            "bufferViews", {"buffer": 0, "byteOffset": len(self.body), "byteLength": len(data), **more}, data
        )

    def add(self, key: str, entry: dict[str, Any], data: bytes = b"") -> int:
        """An entry of a list; its number."""
        self.body += data
        self.tree.setdefault(key, []).append(entry)
        return len(self.tree[key]) - 1

    def accessor(self, values: Array, kind: str, component: int = 5126, **more: Any) -> int:
        """An accessor of its own view; its number."""
        dtype = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}[component]
        data = np.ascontiguousarray(values).astype(dtype)
        where = self.view(data.tobytes())
        entry = {"bufferView": where, "componentType": component, "count": len(values), "type": kind, **more}
        return self.add("accessors", entry)

    def box(self, **attributes: int) -> dict[str, Any]:
        """A primitive of the box."""
        vertices, uv, faces = box()
        given = {"POSITION": self.accessor(vertices, "VEC3"), "TEXCOORD_0": self.accessor(uv, "VEC2"), **attributes}
        return {"attributes": given, "indices": self.accessor(faces.reshape(-1), "SCALAR", 5123)}

    def texture(self, data: bytes | None = None, **sampler: Any) -> int:
        """A texture of the test picture; its number."""
        image = self.add("images", {"bufferView": self.view(data or picture()), "mimeType": "image/png"})
        entry = {"source": image}
        if sampler:
            entry["sampler"] = self.add("samplers", sampler)
        return self.add("textures", entry)

    def material(self, info: dict[str, Any] | None = None, factor: Any = None, **more: Any) -> int:
        """A dull material; its number."""
        pbr: dict[str, Any] = {"metallicFactor": 0.0}
        pbr |= {"baseColorTexture": info} if info is not None else {}
        pbr |= {"baseColorFactor": factor} if factor is not None else {}
        return self.add("materials", {"pbrMetallicRoughness": pbr, **more})

    def show(self, *primitives: dict[str, Any], **node: Any) -> Glb:
        """A mesh in a node of the scene."""
        mesh = self.add("meshes", {"primitives": list(primitives)})
        number = self.add("nodes", {"mesh": mesh, **node})
        self.tree.setdefault("scenes", [{"nodes": []}])[0]["nodes"].append(number)
        return self

    def used(self, *names: str, required: bool = False) -> Glb:
        """Extensions."""
        self.tree["extensionsUsed"] = list(names)
        if required:
            self.tree["extensionsRequired"] = list(names)
        return self

    def bytes(self) -> bytes:
        """The GLB."""
        body = self.body + b"\0" * (-len(self.body) % 4)
        tree = self.tree | {"buffers": [{"byteLength": len(body)}]}
        text = json.dumps(tree).encode()
        text += b" " * (-len(text) % 4)
        head = struct.pack("<4sIII4s", b"glTF", 2, 28 + len(text) + len(body), len(text), b"JSON")
        return head + text + struct.pack("<I4s", len(body), b"BIN\0") + body


def glb(build: Callable[[Glb], Any]) -> Callable[[Path], Path]:
    """Writes what a function builds."""

    def make(folder: Path) -> Path:
        made = Glb()
        build(made)
        (folder / "in.glb").write_bytes(made.bytes())
        return folder / "in.glb"

    return make


def textured(
    info: dict[str, Any] | None = None, uv: Callable[[Array], Array] | None = None, **sampler: Any
) -> Callable[[Glb], None]:
    """A box with the test picture, its uv changed beforehand."""

    def build(made: Glb) -> None:
        more = {} if uv is None else {"TEXCOORD_0": made.accessor(uv(box()[1]), "VEC2")}
        primitive = made.box(**more)
        material = made.material({"index": made.texture(**sampler), **(info or {})})
        made.show({**primitive, "material": material})
        if info and "extensions" in info:
            made.used(*info["extensions"])

    return build


def _sparse(made: Glb) -> None:
    vertices, _, faces = box()
    top = np.flatnonzero(vertices[:, 1] > 0)
    raised = vertices[top] + (0, 1, 0)
    position = made.accessor(vertices, "VEC3")
    made.tree["accessors"][position]["sparse"] = {
        "count": len(top),
        "indices": {"bufferView": made.view(top.astype("<u2").tobytes()), "componentType": 5123},
        "values": {"bufferView": made.view(raised.astype("<f4").tobytes())},
    }
    made.show({"attributes": {"POSITION": position}, "indices": made.accessor(faces.reshape(-1), "SCALAR", 5121)})


def _quantised(made: Glb) -> None:
    vertices, uv, faces = box()
    attributes = {
        "POSITION": made.accessor(np.round(vertices * 32767), "VEC3", 5122, normalized=True),
        "TEXCOORD_0": made.accessor(np.round(uv * 65535), "VEC2", 5123, normalized=True),
    }
    # Rows of three shorts start at multiples of four.
    place = made.tree["bufferViews"][0]
    rows = np.zeros((24, 4), "<i2")
    rows[:, :3] = np.round(vertices * 32767)
    place |= {"byteOffset": len(made.body), "byteLength": rows.nbytes, "byteStride": 8}
    made.body += rows.tobytes()
    primitive = {"attributes": attributes, "indices": made.accessor(faces.reshape(-1), "SCALAR", 5123)}
    made.show({**primitive, "material": made.material({"index": made.texture()})}, scale=[4, 4, 4])
    made.used("KHR_mesh_quantization", required=True)


def _second_set(made: Glb) -> None:
    _, uv, _ = box()
    primitive = made.box(TEXCOORD_0=made.accessor(uv * 0.1, "VEC2"), TEXCOORD_1=made.accessor(uv, "VEC2"))
    made.show({**primitive, "material": made.material({"index": made.texture(), "texCoord": 1})})


def _tinted(made: Glb) -> None:
    tint = np.tile([0.5, 0.25, 1.0, 1.0], (24, 1))
    primitive = made.box(COLOR_0=made.accessor(tint, "VEC4"))
    made.show({**primitive, "material": made.material({"index": made.texture()}, [0.5, 1, 1, 1])})


def _modes(made: Glb) -> None:
    square = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], float)
    strip, fan, plain = square, square[[0, 1, 3, 2]] + (2, 0, 0), square[[0, 1, 2, 2, 1, 3]] + (4, 0, 0)
    made.show(
        {"attributes": {"POSITION": made.accessor(strip, "VEC3")}, "mode": 5},
        {"attributes": {"POSITION": made.accessor(fan, "VEC3")}, "mode": 6},
        {"attributes": {"POSITION": made.accessor(plain, "VEC3")}},
    )


def _skinned(made: Glb) -> None:
    joints, weights = np.zeros((24, 4)), np.tile([1.0, 0, 0, 0], (24, 1))
    primitive = made.box(JOINTS_0=made.accessor(joints, "VEC4", 5121), WEIGHTS_0=made.accessor(weights, "VEC4"))
    made.show(primitive, skin=0, translation=[9, 9, 9])
    joint = made.add("nodes", {"translation": [0, 2, 0]})
    made.tree["scenes"][0]["nodes"].append(joint)
    made.add("skins", {"joints": [joint]})


def _morphed(made: Glb) -> None:
    vertices, _, _ = box()
    up = np.where(vertices[:, 1:2] > 0, [0.0, 2.0, 0.0], 0.0)
    primitive = made.box() | {"targets": [{"POSITION": made.accessor(up, "VEC3")}]}
    made.show(primitive)
    made.tree["meshes"][0]["weights"] = [0.5]


def _instanced(made: Glb) -> None:
    places = made.accessor(np.array([[0.0, 0, 0], [3, 0, 0], [6, 0, 0]]), "VEC3")
    made.show(made.box(), extensions={"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": places}}})
    made.used("EXT_mesh_gpu_instancing")


def _no_scene(made: Glb) -> None:
    made.show(made.box())
    del made.tree["scenes"]


def _two_scenes(made: Glb) -> None:
    made.show(made.box()).show(made.box(), translation=[5, 0, 0])
    made.tree |= {"scenes": [{"nodes": [1]}, {"nodes": [0]}], "scene": 1}


def _no_material(made: Glb) -> None:
    made.show(made.box()).show({**made.box(), "material": made.material(None, [1, 0, 0, 1])}, translation=[2, 0, 0])


def _glossy(made: Glb) -> None:
    entry = {"diffuseTexture": {"index": made.texture()}, "specularFactor": [0, 0, 0], "glossinessFactor": 0.25}
    material = made.add("materials", {"extensions": {"KHR_materials_pbrSpecularGlossiness": entry}})
    made.show({**made.box(), "material": material}).used("KHR_materials_pbrSpecularGlossiness")


def _glass(made: Glb) -> None:
    more = {"extensions": {"KHR_materials_transmission": {"transmissionFactor": 1.0}}}
    made.show({**made.box(), "material": made.material(None, **more)}).used("KHR_materials_transmission")


def _glowing(made: Glb) -> None:
    more = {"emissiveTexture": {"index": made.texture()}, "emissiveFactor": [1, 1, 1]}
    made.show({**made.box(), "material": made.material(None, [0, 0, 0, 1], **more)})


def _animated(made: Glb) -> None:
    made.show(made.box())
    made.tree["animations"] = [{"channels": [], "samplers": []}]


def _compressed(name: str, entry: dict[str, Any], bare: bool, required: bool = False) -> Callable[[Glb], None]:
    def build(made: Glb) -> None:
        primitive = made.box() | {"extensions": {name: entry}}
        made.show(primitive).used(name, required=required)
        if bare:
            for accessor in made.tree["accessors"]:
                del accessor["bufferView"]

    return build


def _draco(required: bool, stream: bytes = DRACO_BOX) -> Callable[[Glb], None]:
    """The painted box, whose geometry is there only as Draco has it."""

    def build(made: Glb) -> None:
        primitive = {**made.box(), "material": made.material({"index": made.texture()})}
        for accessor in made.tree["accessors"]:
            del accessor["bufferView"]
        entry = {"bufferView": made.view(stream), "attributes": {"POSITION": 0, "TEXCOORD_0": 1}}
        primitive["extensions"] = {"KHR_draco_mesh_compression": entry}
        made.show(primitive).used("KHR_draco_mesh_compression", required=required)

    return build


def _meshopt_fallback(made: Glb) -> None:
    made.show(made.box()).used("EXT_meshopt_compression")
    for view in made.tree["bufferViews"]:
        view["extensions"] = {"EXT_meshopt_compression": {"buffer": 0, "byteLength": 4, "byteStride": 4, "count": 1}}


def _basisu(data: bytes, required: bool) -> Callable[[Glb], None]:
    def build(made: Glb) -> None:
        primitive = {**made.box(), "material": made.material({"index": made.texture(data)})}
        made.tree["images"][0]["mimeType"] = "image/ktx2"
        made.tree["textures"][0] = {"extensions": {"KHR_texture_basisu": {"source": 0}}}
        made.show(primitive).used("KHR_texture_basisu", required=required)

    return build


def _own_normals(made: Glb) -> None:
    vertices, _, _ = box()
    made.show(made.box(NORMAL=made.accessor(vertices / np.linalg.norm(vertices, axis=1, keepdims=True), "VEC3")))


def _bom(folder: Path) -> Path:
    made = Glb()
    made.show(made.box())
    (folder / "in.bin").write_bytes(made.body)
    tree = made.tree | {"buffers": [{"byteLength": len(made.body), "uri": "in.bin"}]}
    (folder / "in.gltf").write_bytes(b"\xef\xbb\xbf" + json.dumps(tree).encode())
    return folder / "in.gltf"


def _round_normals(source: Source) -> str:
    if source.normals is None:
        return "the normals are gone"
    corners = source.mesh.vertices[source.mesh.faces]
    gap = np.abs(source.normals - corners / np.linalg.norm(corners, axis=2, keepdims=True)).max()
    return "" if gap < 1e-5 else f"normals are off by {gap:.3f}"


def _says(**wanted: Any) -> Callable[[Source], str]:
    def check(source: Source) -> str:
        for key, value in wanted.items():
            found = getattr(source, key)
            if (abs(found - value) > 1e-6) if isinstance(value, float) else found != value:
                return f"{key} is {found}, not {value}"
        return ""

    return check


def _stops(wanted: float) -> Callable[[Source], str]:
    def check(source: Source) -> str:
        if source.opacity_fn is None:
            return "it stops all light"
        found = source.opacity_fn(spots()[0])
        return "" if np.abs(found - wanted).max() < 0.02 else f"it stops {found.mean():.2f} of the light, not {wanted}"

    return check


def tinted(uv: Array) -> Array:
    """The test picture under a red of one quarter and a green of one quarter of linear light."""
    return linear_to_srgb(shown_at(uv) * (0.25, 0.25, 1.0))


def gltf_cases() -> list[Case]:
    """glTF 2.0 and its extensions."""
    raised = shape(2.0, -0.5, (0.5, 1.5, 0.5))
    move = {"offset": [0.5, 0.0], "scale": [0.5, 0.5]}
    turn = {"offset": [0.0, 1.0], "rotation": np.pi / 2}
    in_quarter = np.array([0.0, 1.0, 0.0])
    gray16 = np.full((8, 8), 0x8080, np.uint16)
    draco = {"KHR_draco_mesh_compression": {"bufferView": 0, "attributes": {}}}

    def case(name: str, build: Any, check: Any = None, expected: Any = "right", words: str = "") -> Case:
        return Case("glTF", name, glb(build), expected, words, check)

    return [
        case("sparse accessor", _sparse, raised),
        case("quantised, normalised", _quantised, both(shape(64.0, -2, 2), colors(scale=4))),
        case("texture transform", textured({"extensions": {"KHR_texture_transform": move}}), colors(in_quarter)),
        case(
            "texture transform, turned",
            textured({"extensions": {"KHR_texture_transform": turn}}),
            colors(lambda uv: shown_at(np.stack([uv[:, 1], 1 - uv[:, 0]], axis=1))),
        ),
        case(
            "mirrored repeat",
            textured(uv=lambda uv: uv + 1, wrapS=33648, wrapT=33648),
            colors(lambda uv: shown_at(1 - uv)),
        ),
        case(
            "clamp to edge",
            textured(uv=lambda uv: uv + (2, 0), wrapS=33071),
            colors(lambda uv: shown_at(uv * (0, 1) + (0.9, 0))),
        ),
        case("second UV set", _second_set, colors()),
        case("vertex colour x texture x factor", _tinted, colors(tinted)),
        case("strip, fan, unindexed", _modes, shape(None, 0, (5, 1, 0), area=3.0)),
        case("skin", _skinned, shape(1.0, (-0.5, 1.5, -0.5), (0.5, 2.5, 0.5)), "noted", "skeleton"),
        case("default morph weights", _morphed, raised, "noted", "morph targets"),
        case("GPU instances", _instanced, shape(3.0, -0.5, (6.5, 0.5, 0.5))),
        case("no scene", _no_scene, shape()),
        case("several scenes", _two_scenes, shape(), "noted", "2 scenes"),
        case("default metallic, roughness", lambda m: m.show(m.box()), _says(metallic=1.0, roughness=1.0)),
        case("white beside coloured", _no_material, colors(np.ones(3))),
        case("specular-glossiness", _glossy, both(colors(), _says(metallic=0.0, roughness=0.75))),
        case("transmission", _glass, _stops(0.2), "noted", "transmission"),
        case("emission on black", _glowing, colors(), "noted", "emission"),
        case(
            "double-sided",
            lambda m: m.show({**m.box(), "material": m.material(None, doubleSided=True)}),
            _says(double_sided=True),
        ),
        case("animation", _animated, shape(), "noted", "animation"),
        case("authored normals", _own_normals, _round_normals),
        case(
            "16-bit greyscale PNG",
            lambda m: m.show({**m.box(), "material": m.material({"index": m.texture(picture(pixels=gray16))})}),
            colors(np.full(3, 128 / 255)),
        ),
        case(
            "far translation",
            lambda m: m.show(m.box(), translation=[5e6, 0, -3e6]),
            shape(1.0, (5e6 - 0.5, -0.5, -3e6 - 0.5), (5e6 + 0.5, 0.5, -3e6 + 0.5)),
            "noted",
            "was moved by",
        ),
        case("mirrored node", lambda m: m.show(m.box(), scale=[-1, 1, 1]), shape()),
        Case("glTF", "byte order mark", _bom, "right", "", shape()),
        *(
            case(f"Draco, {name}", _draco(required), colors())
            if can_read_draco()
            else case(f"Draco, {name}", _draco(required), None, "refused", "KHR_draco_mesh_compression")
            for name, required in (("required", True), ("used only", False))
        ),
        case("Draco, damaged", _draco(True, DRACO_BOX[:60]), None, "refused", "KHR_draco_mesh_compression"),
        case("Draco, no such stream", _compressed(*next(iter(draco.items())), bare=True), None, "refused", "KHR_draco"),
        case("Draco beside plain", _compressed(*next(iter(draco.items())), bare=False), shape()),
        case("meshopt beside plain", _meshopt_fallback, shape()),
        *(
            case(f"KTX2 texture, {name}", _basisu(data, required), colors(tolerance=0.03))
            if can_read_ktx2()
            else case(f"KTX2 texture, {name}", _basisu(data, required), shape(), without, "ktx2")
            for name, data, required, without in (
                ("ETC1S", KTX2_ETC1S, False, "noted"),
                ("UASTC, required", KTX2_UASTC, True, "refused"),
            )
        ),
        case("unknown extension, used", lambda m: m.show(m.box()).used("ACME_x"), shape(), "noted", "ACME_x"),
        case(
            "unknown extension, required",
            lambda m: m.show(m.box()).used("ACME_x", required=True),
            None,
            "refused",
            "ACME_x",
        ),
        case("points only", lambda m: m.show({**m.box(), "mode": 0}), None, "refused", "points, lines or empty"),
    ]


# OBJ, PLY, STL, 3MF and what is not read.


def obj_text(corner: str = "{0}/{0}", after: str = "", number: str = "{:.6f}") -> str:
    """The box as OBJ, its uv with v up."""
    vertices, uv, faces = box()
    lines = ["v " + " ".join(number.format(x) for x in v) + after for v in vertices]
    lines += ["vt " + " ".join(number.format(x) for x in (u, 1 - v)) for u, v in uv]
    lines += ["usemtl m", *("f " + " ".join(corner.format(i + 1) for i in face) for face in faces)]
    return "\n".join(lines) + "\n"


def obj(text: str, mtl: str = "", name: str = "in.mtl", image: str = "", encoding: str = "utf-8") -> Maker:
    """Writes an OBJ, its library and its picture."""

    def make(folder: Path) -> Path:
        if mtl:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(mtl)
        if image:
            (folder / image).parent.mkdir(parents=True, exist_ok=True)
            (folder / image).write_bytes(picture())
        (folder / "in.obj").write_bytes(text.encode(encoding))
        return folder / "in.obj"

    return make


def file(name: str, data: bytes) -> Callable[[Path], Path]:
    """Writes a file."""

    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def obj_cases() -> list[Case]:
    """OBJ and MTL."""
    lib, skin = "mtllib in.mtl\n" + obj_text(), "newmtl m\nKd 1 1 1\nmap_Kd {}\n"
    ell = "".join(f"v {x} {y} {z}\n" for z in (0, 1) for x, y in ((0, 0), (2, 0), (2, 1), (1, 1), (1, 2), (0, 2)))
    ell += "f 6 5 4 3 2 1\nf 7 8 9 10 11 12\n"
    ell += "".join(f"f {k + 1} {(k + 1) % 6 + 1} {(k + 1) % 6 + 7} {k + 7}\n" for k in range(6))
    far = obj_text().replace("v 0.5", "v 500000.5").replace("v -0.5", "v 499999.5")
    two = "mtllib in.mtl\n" + obj_text().replace("usemtl m", "usemtl w")

    def case(name: str, make: Any, check: Any = None, expected: Any = "right", words: str = "") -> Case:
        return Case("OBJ", name, make, expected, words, check)

    return [
        case("map options", obj(lib, skin.format("-s 1 1 1 -o 0 0 0 -clamp on t.png"), image="t.png"), colors()),
        case(
            "map scale and offset",
            obj(lib, skin.format("-s 0.5 0.5 -o 0.5 0.5 t.png"), image="t.png"),
            colors(np.array([0.0, 1.0, 0.0])),
        ),
        case(
            "library in a subfolder",
            obj("mtllib m/in.mtl\n" + obj_text(), skin.format("t.png"), "m/in.mtl", "m/t.png"),
            colors(),
        ),
        case(
            "Windows path",
            obj(lib, skin.format("C:\\Users\\me\\t.png"), image="t.png"),
            colors(),
            "noted",
            "taken to be",
        ),
        case("other case", obj(lib, skin.format("T.PNG"), image="tex/t.png"), colors(), "noted", "taken to be"),
        case("picture outside", obj(lib, skin.format("../../t.png")), shape(), "noted", "outside"),
        case("picture missing", obj(lib, skin.format("gone.png")), shape(), "noted", "gone.png"),
        case("library missing", obj("mtllib gone.mtl\n" + obj_text()), shape(), "noted", "gone.mtl"),
        case("white material", obj(two, "newmtl w\nKd 1 1 1\n"), colors(np.ones(3))),
        case("concave polygons", obj(ell), shape(3.0, 0, (2, 2, 1), area=14.0)),
        case("vertex colours in bytes", obj(obj_text(after=" 200 100 50")), colors(np.array([200, 100, 50]) / 255)),
        case("decimal commas", obj(obj_text().replace(".", ",")), shape(), "noted", "decimal commas"),
        case("byte order mark", obj(obj_text(), encoding="utf-8-sig"), shape()),
        case("UTF-16", obj(obj_text(), encoding="utf-16"), shape()),
        case(
            "negative indices",
            obj(
                "".join(line.replace("f ", "f ") + "\n" for line in obj_text("{0}").splitlines()).replace(
                    "f 1 2 3", "f -24 -23 -22"
                )
            ),
            shape(),
        ),
        case(
            "UTM coordinates", obj(far), shape(1.0, (499999.5, -0.5, -0.5), (500000.5, 0.5, 0.5)), "noted", "moved by"
        ),
        case("no faces", obj("v 0 0 0\nv 1 0 0\n"), None, "refused", "no triangles"),
        case("a face too far", obj("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 9\n"), None, "refused", "vertex 9"),
    ]


def ply(properties: str, rows: list[str], faces: str, face_rows: list[str]) -> Callable[[Path], Path]:
    """An ASCII PLY."""
    head = f"ply\nformat ascii 1.0\nelement vertex {len(rows)}\n{properties}\n{faces}\nend_header\n"
    return file("in.ply", (head + "\n".join(rows + face_rows) + "\n").encode())


def ply_cases() -> list[Case]:
    """PLY."""
    vertices, _, faces = box()
    xyz = "property float x\nproperty float y\nproperty float z"
    plain = [" ".join(map(str, v)) for v in vertices]
    threes = [f"3 {a} {b} {c}" for a, b, c in faces]
    of_faces = f"element face {len(faces)}\nproperty list uchar int vertex_indices"
    rgb = "property uchar {0}red\nproperty uchar {0}green\nproperty uchar {0}blue"
    tone = colors(np.array([200, 100, 50]) / 255)
    strip = [" ".join(map(str, v)) for v in ([0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0])]
    big = b"ply\nformat binary_big_endian 1.0\nelement vertex 24\n" + xyz.encode() + b"\n" + of_faces.encode()
    big += b"\nend_header\n" + vertices.astype(">f4").tobytes()
    big += b"".join(struct.pack(">B3i", 3, *face) for face in faces.tolist())

    def case(name: str, make: Any, check: Any = None, expected: Any = "right", words: str = "") -> Case:
        return Case("PLY", name, make, expected, words, check)

    return [
        case(
            "vertex colours",
            ply(xyz + "\n" + rgb.format(""), [p + " 200 100 50" for p in plain], of_faces, threes),
            tone,
        ),
        case(
            "diffuse_red",
            ply(xyz + "\n" + rgb.format("diffuse_"), [p + " 200 100 50" for p in plain], of_faces, threes),
            tone,
        ),
        case(
            "float colours",
            ply(
                xyz + "\n" + rgb.format("").replace("uchar", "float"),
                [p + f" {200 / 255} {100 / 255} {50 / 255}" for p in plain],
                of_faces,
                threes,
            ),
            tone,
        ),
        case(
            "face colours", ply(xyz, plain, of_faces + "\n" + rgb.format(""), [t + " 200 100 50" for t in threes]), tone
        ),
        case(
            "triangle strips",
            ply(xyz, strip, "element tristrips 1\nproperty list int int vertex_indices", ["4 0 1 2 3"]),
            shape(None, 0, (1, 1, 0), area=1.0),
        ),
        case("big endian", file("in.ply", big), shape()),
        case(
            "points only",
            ply(xyz, plain, "element face 0\nproperty list uchar int vertex_indices", []),
            None,
            "refused",
            "24 points",
        ),
        case("cut", file("in.ply", big[:-20]), None, "refused", "cut"),
    ]


def stl_bytes(count: int | None = None, head: bytes = b"binary", attribute: int = 0) -> bytes:
    """The box as a binary STL."""
    vertices, _, faces = box()
    rows = b"".join(
        struct.pack("<12fH", 0, 0, 0, *vertices[face].reshape(-1), attribute) for face in faces
    )  # fmt: skip
    return head.ljust(80) + struct.pack("<I", len(faces) if count is None else count) + rows


def stl_text(shift: float = 0.0, upper: bool = False) -> str:
    """The box as a solid of an ASCII STL."""
    vertices, _, faces = box()
    lines = ["solid part"]
    for face in faces:
        lines += ["facet normal 0 0 0", "outer loop"]
        lines += ["vertex {:.6e} {:.6e} {:.6e}".format(*(vertices[k] + (shift, 0, 0))) for k in face]
        lines += ["endloop", "endfacet"]
    text = "\n".join([*lines, "endsolid part"]) + "\n"
    return text.upper() if upper else text


def other_cases() -> list[Case]:
    """STL, 3MF and what is not read."""
    vertices, _, faces = box()
    model = '<model unit="centimeter" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"><resources>'
    model += '<object id="1"><mesh><vertices>'
    model += "".join('<vertex x="{}" y="{}" z="{}"/>'.format(*v) for v in vertices * 100)
    model += "</vertices><triangles>" + "".join('<triangle v1="{}" v2="{}" v3="{}"/>'.format(*f) for f in faces)
    model += '</triangles></mesh></object><object id="2"><components>'
    model += '<component objectid="1" transform="1 0 0 0 1 0 0 0 1 0 0 300"/></components></object></resources>'
    model += '<build><item objectid="1"/><item objectid="2"/></build></model>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("3D/3dmodel.model", model)
    inches = {"units": "in", "up": "z"}
    red = 0x8000 | 31 << 10
    note = "nothing about units"

    def case(
        kind: str, name: str, make: Any, check: Any = None, expected: Any = "right", words: str = "", **o: Any
    ) -> Case:
        return Case(kind, name, make, expected, words, check, o or None)

    return [
        case("STL", "binary", file("in.stl", stl_bytes()), shape(), "noted", note),
        case("STL", "bytes after the end", file("in.stl", stl_bytes() + b"x" * 92), shape(), "noted", "92 bytes"),
        case("STL", "count too large", file("in.stl", stl_bytes(13)), shape(), "noted", "claims 13"),
        case("STL", "count of zero", file("in.stl", stl_bytes(0)), shape(), "noted", "claims 0"),
        case("STL", "cut", file("in.stl", stl_bytes()[:-10]), None, "refused", "cut"),
        case(
            "STL",
            "face colours",
            file("in.stl", stl_bytes(attribute=red)),
            colors(np.array([1.0, 0, 0])),
            "noted",
            note,
        ),
        case(
            "STL",
            "ASCII, two solids",
            file("in.stl", (stl_text() + stl_text(3)).encode()),
            shape(2.0, -0.5, (3.5, 0.5, 0.5)),
            "noted",
            note,
        ),
        case("STL", "ASCII, upper case", file("in.stl", stl_text(upper=True).encode()), shape(), "noted", note),
        case("STL", "ASCII, commas", file("in.stl", stl_text().replace(".", ",").encode()), shape(), "noted", "commas"),
        case("STL", "inches, z up", file("in.stl", stl_bytes()), shape(0.0254**3, -0.0127, 0.0127), **inches),
        case(
            "3MF",
            "components, centimetres, z up",
            file("in.3mf", buffer.getvalue()),
            shape(2.0, (-0.5, -0.5, -0.5), (0.5, 3.5, 0.5)),
        ),
        case("3MF", "no archive", file("in.3mf", b"PK\3\4nothing"), None, "refused", "no 3MF"),
        case("others", "FBX", file("in.fbx", b"Kaydara FBX Binary  \0"), None, "refused", "assimp export"),
        case("others", "FBX under another name", file("in.obj", b"Kaydara FBX Binary  \0\x1a"), None, "refused", "FBX"),
        case("others", "STEP", file("in.step", b"ISO-10303-21;"), None, "refused", "FreeCAD"),
        case("others", "a web page", file("in.glb", b"<!DOCTYPE html><html></html>"), None, "refused", "page"),
        case(
            "others",
            "Git LFS pointer",
            file("in.glb", b"version https://git-lfs.github.com/spec/v1\noid x\n"),
            None,
            "refused",
            "LFS",
        ),
    ]

"""GLB files: binary glTF 2.0.

glTF's frame is ours (right-handed, +Y up, front +Z), so nothing is turned. Paths come from the caller; no text of the
metadata, such as a prompt, takes part in one.
"""

from __future__ import annotations

import io
import json
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from jaxtyping import Shaped, UInt8

from bozzetto.atomic import write_bytes
from bozzetto.export.files.images import image_bytes
from bozzetto.export.files.materials import (
    GENERATOR,
    GLASS,
    check_has_faces,
    faces_by_material,
    metadata_json,
    orm_picture,
    srgb_to_linear,
    thickness_of,
)
from bozzetto.export.mesh.mesh import Mesh, PbrMaps, diagonal_of, vertex_normals

if TYPE_CHECKING:
    import trimesh

# glTF 2.0, sections 5.1.3, 5.11.5 and 5.26.
UNSIGNED_SHORT, UNSIGNED_INT, FLOAT = 5123, 5125, 5126
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
CLAMP_TO_EDGE, LINEAR, LINEAR_MIPMAP_LINEAR = 33071, 9729, 9987
MAX_BYTES = (1 << 32) - 1
"""The header counts the bytes of a file in 32 bits."""


class BrokenFileError(ValueError):
    """A file that was written does not read back as the mesh that it should hold."""


@dataclass(frozen=True)
class GlbCheck:
    """What a GLB holds when it is read back."""

    n_vertices: int
    n_faces: int
    bounds: tuple[tuple[float, float, float], tuple[float, float, float]]
    """Lowest and highest corner, metres."""
    texture_size: tuple[int, int] | None
    """Width and height, or None without a texture."""
    has_normals: bool
    n_bytes: int
    extras: dict[str, Any]
    """`asset.extras`."""


def write_glb(
    mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None, *, image: str = "png"
) -> Path:
    """Writes a binary glTF 2.0 with a metallic-roughness material, and another for what is of glass.

    Args:
        mesh: with a texture and uv (a normal map, an occlusion map and those of `PbrMaps` go along, roughness,
            metallic and occlusion in one picture), or vertex colours, or neither.
        path: of the file; its folder must exist.
        metadata: goes to `asset.extras`; values must be JSON.
        image: `png`, or `webp` (lossless, extension EXT_texture_webp, which not every reader knows).

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    return write_bytes(path, glb_bytes(mesh, metadata, image=image))


def glb_bytes(mesh: Mesh, metadata: Mapping[str, Any] | None = None, *, image: str = "png") -> bytes:
    """The bytes of `write_glb`.

    Args:
        mesh: with a texture and uv, or vertex colours, or neither.
        metadata: goes to `asset.extras`; values must be JSON.
        image: `png`, or `webp` (lossless, extension EXT_texture_webp, which not every reader knows).

    Returns:
        A whole GLB.
    """
    check_has_faces(mesh)
    if image not in ("png", "webp"):
        raise ValueError(f"image must be png or webp, got {image!r}")
    extras = json.loads(metadata_json(metadata))
    chunk = BinaryChunk(image)
    groups = faces_by_material(mesh)
    indices = [
        chunk.accessor(faces.astype("<u4"), "SCALAR", UNSIGNED_INT, ELEMENT_ARRAY_BUFFER) for faces in groups.values()
    ]
    # All primitives share the vertices.
    attributes = geometry_entries(mesh, chunk)
    appearance = appearance_entries(mesh, chunk)
    attributes |= appearance.attributes
    primitives = [{"attributes": attributes, "indices": index, "material": k} for k, index in enumerate(indices)]
    tree: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": GENERATOR, "extras": extras},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"name": "object", "mesh": 0}],
        "meshes": [{"name": "object", "primitives": primitives}],
        "materials": [material_entry(mesh, name, appearance) for name in groups],
        "accessors": chunk.accessors,
        "bufferViews": chunk.views,
        **texture_entries(chunk),
        "buffers": [{"byteLength": len(chunk.data)}],
    }
    used = {name for material in tree["materials"] for name in material.get("extensions", {})}
    if used:
        tree["extensionsUsed"] = sorted({*tree.get("extensionsUsed", []), *used})
    return container(tree, bytes(chunk.data))


class BinaryChunk:
    """The binary chunk of a GLB as it grows, and the parts of the JSON that point into it.

    `len(data)` is a multiple of four whenever a method has returned, so that the next view is aligned (glTF 2.0,
    section 3.6.2.4: accessors start at multiples of their component's size).
    """

    def __init__(self, image: str) -> None:
        self.image = image
        self.data = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []

    def view(self, content: bytes, target: int | None = None) -> int:
        """Adds a buffer view; its index."""
        self.views.append({"buffer": 0, "byteOffset": len(self.data), "byteLength": len(content)})
        if target is not None:
            self.views[-1]["target"] = target
        self.data += content + b"\0" * (-len(content) % 4)
        return len(self.views) - 1

    def accessor(
        self, values: Shaped[np.ndarray, "n ..."], kind: str, component: int, target: int, **entries: Any
    ) -> int:
        """Adds an accessor and its buffer view; its index."""
        view = self.view(np.ascontiguousarray(values).tobytes(), target)
        count = values.size if kind == "SCALAR" else len(values)
        self.accessors.append({"bufferView": view, "componentType": component, "count": count, "type": kind, **entries})
        return len(self.accessors) - 1

    def texture(self, picture: UInt8[np.ndarray, "h w *c"], name: str) -> dict[str, int]:
        """Adds an image, which has a texture of its own; the textureInfo."""
        mime = f"image/{self.image}"
        self.images.append({"name": name, "mimeType": mime, "bufferView": self.view(image_bytes(picture, self.image))})
        return {"index": len(self.images) - 1}


@dataclass(frozen=True)
class Appearance:
    """Where a mesh's colours and maps are in the chunk."""

    attributes: dict[str, int]
    """Accessors of the primitives."""
    base_color: dict[str, Any]
    """Entries of `pbrMetallicRoughness`."""
    maps: dict[str, Any]
    """Entries of the material beside it."""


def geometry_entries(mesh: Mesh, chunk: BinaryChunk) -> dict[str, int]:
    """Positions and normals put into the chunk: attributes of a primitive."""
    positions = mesh.vertices.astype("<f4")
    low, high = positions.min(axis=0).tolist(), positions.max(axis=0).tolist()
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    return {
        "POSITION": chunk.accessor(positions, "VEC3", FLOAT, ARRAY_BUFFER, min=low, max=high),
        "NORMAL": chunk.accessor(normals.astype("<f4"), "VEC3", FLOAT, ARRAY_BUFFER),
    }


def appearance_entries(mesh: Mesh, chunk: BinaryChunk) -> Appearance:
    """Textures where there are any, else vertex colours, else nothing."""
    attributes: dict[str, int] = {}
    base_color: dict[str, Any] = {}
    maps: dict[str, Any] = {}
    if mesh.texture is not None and mesh.uv is not None:
        # glTF's v points down the image, ours up.
        flipped = (mesh.uv * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)).astype("<f4")
        attributes["TEXCOORD_0"] = chunk.accessor(flipped, "VEC2", FLOAT, ARRAY_BUFFER)
        base_color["baseColorTexture"] = chunk.texture(mesh.texture, "base color")
        if mesh.normal_map is not None:
            if mesh.tangents is None:
                raise ValueError("a normal map needs the tangents that it was baked with")
            attributes["TANGENT"] = chunk.accessor(mesh.tangents.astype("<f4"), "VEC4", FLOAT, ARRAY_BUFFER)
            maps["normalTexture"] = chunk.texture(mesh.normal_map, "normal")
        packed = orm_picture(mesh)
        if packed is not None:
            texture = chunk.texture(packed, "occlusion, roughness, metallic")
            base_color["metallicRoughnessTexture"] = texture
            if mesh.occlusion is not None:
                maps["occlusionTexture"] = texture
        elif mesh.occlusion is not None:
            maps["occlusionTexture"] = chunk.texture(mesh.occlusion, "occlusion")
    elif mesh.colors is not None:
        # Vertex colours of glTF are linear light; 16 bits, for 8 would show steps in the dark.
        linear = np.concatenate([srgb_to_linear(mesh.colors / 255.0), np.ones((len(mesh.colors), 1))], axis=1)
        values = np.round(linear * 65535).astype("<u2")
        attributes["COLOR_0"] = chunk.accessor(values, "VEC4", UNSIGNED_SHORT, ARRAY_BUFFER, normalized=True)
    if mesh.pbr is not None:
        maps |= _pbr_entries(mesh, mesh.pbr, chunk)
    return Appearance(attributes, base_color, maps)


def _pbr_entries(mesh: Mesh, pbr: PbrMaps, chunk: BinaryChunk) -> dict[str, Any]:
    """Emission, and the extensions that the material needs, as entries of a material."""
    entries: dict[str, Any] = {}
    extensions: dict[str, Any] = {}

    def mapped(factor: str, value: Any, texture: str, picture: Any, name: str) -> dict[str, Any]:
        return {factor: value} | ({} if picture is None else {texture: chunk.texture(picture, name)})

    if any(pbr.emissive):
        entries |= mapped("emissiveFactor", list(pbr.emissive), "emissiveTexture", pbr.emission_map, "emission")
        if pbr.emissive_strength != 1:
            extensions["KHR_materials_emissive_strength"] = {"emissiveStrength": pbr.emissive_strength}
    if pbr.transmission:
        extensions["KHR_materials_transmission"] = mapped(
            "transmissionFactor", pbr.transmission, "transmissionTexture", pbr.transmission_map, "transmission"
        )
        # A volume, so that light is bent on its way in and out: nothing that is made here is a thin pane.
        volume: dict[str, Any] = {"thicknessFactor": thickness_of(mesh)}
        if pbr.attenuation_distance:
            volume["attenuationDistance"] = pbr.attenuation_distance * diagonal_of(mesh) / 2
            volume["attenuationColor"] = list(pbr.attenuation)
        extensions["KHR_materials_volume"] = volume
    if pbr.ior != 1.5:
        extensions["KHR_materials_ior"] = {"ior": pbr.ior}
    if pbr.coat:
        coat = mapped("clearcoatFactor", pbr.coat, "clearcoatTexture", pbr.coat_map, "clear coat")
        extensions["KHR_materials_clearcoat"] = coat | {"clearcoatRoughnessFactor": pbr.coat_roughness}
    if any(pbr.sheen):
        sheen = mapped("sheenColorFactor", list(pbr.sheen), "sheenColorTexture", pbr.sheen_map, "sheen")
        extensions["KHR_materials_sheen"] = sheen | {"sheenRoughnessFactor": pbr.sheen_roughness}
    if pbr.anisotropy:
        extensions["KHR_materials_anisotropy"] = {"anisotropyStrength": pbr.anisotropy}
    return entries | ({"extensions": extensions} if extensions else {})


def material_entry(mesh: Mesh, name: str, appearance: Appearance) -> dict[str, Any]:
    """SURFACE or GLASS, which is blended."""
    roughness = mesh.glass_roughness if name == GLASS else mesh.roughness
    factors = {"metallicFactor": float(mesh.metallic), "roughnessFactor": float(roughness)}
    if "metallicRoughnessTexture" in appearance.base_color:
        factors = {"metallicFactor": 1.0, "roughnessFactor": 1.0}
    material = {"name": name, "pbrMetallicRoughness": {**appearance.base_color, **factors}, **appearance.maps}
    material |= {"doubleSided": True} if mesh.double_sided else {}
    return {**material, "alphaMode": "BLEND"} if name == GLASS else material


def texture_entries(chunk: BinaryChunk) -> dict[str, Any]:
    """Entries of the tree for the images, if there are any."""
    if not chunk.images:
        return {}
    sampler = {
        "magFilter": LINEAR,
        "minFilter": LINEAR_MIPMAP_LINEAR,
        "wrapS": CLAMP_TO_EDGE,
        "wrapT": CLAMP_TO_EDGE,
    }
    entries: dict[str, Any] = {"images": chunk.images, "samplers": [sampler]}
    numbers = range(len(chunk.images))
    if chunk.image == "webp":
        entries["textures"] = [{"sampler": 0, "extensions": {"EXT_texture_webp": {"source": k}}} for k in numbers]
        entries["extensionsUsed"] = entries["extensionsRequired"] = ["EXT_texture_webp"]
    else:
        entries["textures"] = [{"sampler": 0, "source": k} for k in numbers]
    return entries


def container(tree: dict[str, Any], body: bytes) -> bytes:
    """Header and both chunks (glTF 2.0, section 4.4); JSON is padded with spaces, `body` is whole words already."""
    text = json.dumps(tree, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    length = 12 + 8 + len(text) + 8 + len(body)
    if length > MAX_BYTES:
        raise ValueError(f"a GLB holds at most 4 GiB, this mesh needs {length} bytes: choose fewer faces or texels")
    header = struct.pack("<4sII", b"glTF", 2, length)
    return header + struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(body), b"BIN\0") + body


def verify_glb(path: str | os.PathLike[str], mesh: Mesh | None = None) -> GlbCheck:
    """Reads a GLB back with trimesh.

    Args:
        path: of the file.
        mesh: what it should hold; counts, bounds and the texture's size are compared.

    Returns:
        What it holds.

    Raises:
        BrokenFileError: it cannot be read, or holds something else.
        OSError: it cannot be opened.
    """
    data = Path(path).read_bytes()
    bodies = _bodies(path, data)
    body = bodies[0]
    tree = glb_json(data)
    image = getattr(getattr(body.visual, "material", None), "baseColorTexture", None)
    bounds = np.min([b.bounds[0] for b in bodies], axis=0), np.max([b.bounds[1] for b in bodies], axis=0)
    low, high = (tuple(float(x) for x in corner) for corner in bounds)
    check = GlbCheck(
        n_vertices=len(body.vertices),
        n_faces=sum(len(b.faces) for b in bodies),
        bounds=((low[0], low[1], low[2]), (high[0], high[1], high[2])),
        texture_size=None if image is None else image.size,
        has_normals="NORMAL" in tree["meshes"][0]["primitives"][0]["attributes"],
        n_bytes=len(data),
        extras=tree["asset"].get("extras", {}),
    )
    if mesh is not None:
        expected: dict[str, Any] = {"n_vertices": len(mesh.vertices), "n_faces": len(mesh.faces), "texture_size": None}
        if mesh.texture is not None and mesh.uv is not None:
            expected["texture_size"] = (mesh.texture.shape[1], mesh.texture.shape[0])
        for name, value in expected.items():
            if getattr(check, name) != value:
                raise BrokenFileError(f"{path}: {name} is {getattr(check, name)}, expected {value}")
        used = mesh.vertices[mesh.faces.reshape(-1)]
        if not np.allclose(bounds, [used.min(axis=0), used.max(axis=0)], atol=1e-6):
            raise BrokenFileError(f"{path}: bounds are {check.bounds}, not the mesh's")
    return check


def read_glb(path: str | os.PathLike[str]) -> Mesh:
    """Reads the one mesh of a GLB, with its base colour.

    Args:
        path: of a file that `write_glb` wrote.

    Returns:
        The mesh, the faces that light goes through last; `uv` and `texture` are None where the file has none.

    Raises:
        BrokenFileError: it cannot be read, or does not hold exactly one mesh.
        OSError: it cannot be opened.
    """
    bodies = _bodies(path, Path(path).read_bytes())
    body = bodies[0]
    image = getattr(getattr(body.visual, "material", None), "baseColorTexture", None)
    clear = any(getattr(getattr(b.visual, "material", None), "alphaMode", None) == "BLEND" for b in bodies)
    uv = getattr(body.visual, "uv", None)
    return Mesh(
        vertices=np.asarray(body.vertices, np.float32),
        faces=np.concatenate([b.faces for b in bodies]).astype(np.int32),
        uv=None if uv is None or image is None else np.asarray(uv, np.float32),
        normals=np.asarray(body.vertex_normals, np.float32),
        texture=None if image is None else np.asarray(image.convert("RGBA" if clear else "RGB"), np.uint8),
    )


def glb_json(data: bytes) -> dict[str, Any]:
    """The JSON chunk of a GLB.

    Args:
        data: a whole GLB.

    Returns:
        The glTF tree.

    Raises:
        ValueError: it is no GLB.
    """
    if data[:4] != b"glTF" or data[16:20] != b"JSON":
        raise ValueError("not a binary glTF 2.0 file")
    length = int.from_bytes(data[12:16], "little")
    tree: dict[str, Any] = json.loads(data[20 : 20 + length])
    return tree


def _bodies(path: str | os.PathLike[str], data: bytes) -> list[trimesh.Trimesh]:
    """The one mesh of a GLB by material, all with the vertices of the whole."""
    import trimesh  # a seventh of what a command imports, and not before it has a file to read

    try:
        scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    except Exception as error:  # trimesh raises whatever its parsers meet in a broken file
        raise BrokenFileError(f"{path} does not read back: {type(error).__name__}: {error}") from error
    bodies = [g for g in scene.geometry.values() if isinstance(g, trimesh.Trimesh)]
    shared = all(np.array_equal(body.vertices, bodies[0].vertices) for body in bodies)
    if not bodies or len(bodies) > 2 or not shared:
        raise BrokenFileError(f"{path} holds {len(bodies)} meshes, expected 1")
    return bodies

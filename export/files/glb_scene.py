"""GLB files of several objects, each with its own materials, UV sets and textures as they came.

What `bozzetto.export.files.read.read_scene` keeps of somebody's file is written again: names of objects, base colour,
metallic and roughness, emission, normal and occlusion textures, transparency, wrap modes, texture transforms, vertex
colours, and the extensions that `bozzetto.export.files.read_gltf.KEPT` names. Pictures in PNG, JPEG and WebP keep their
bytes; others become PNG.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.export.files.glb import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    UNSIGNED_INT,
    BinaryChunk,
    BrokenFileError,
    container,
)
from bozzetto.export.files.images import image_bytes
from bozzetto.export.files.materials import GENERATOR, metadata_json, srgb_to_linear
from bozzetto.export.files.read import Scene, read_scene
from bozzetto.export.files.read_parts import Kept, KeptTexture, Material, Part, Texture
from bozzetto.export.mesh.mesh import Array, vertex_normals

# glTF 2.0, section 5.26.
WRAPS = {"repeat": 10497, "mirror": 33648, "clamp": 33071}
NEAREST, LINEAR, LINEAR_MIPMAP_LINEAR = 9728, 9729, 9987
KEPT_AS_THEY_ARE = ("image/png", "image/jpeg", "image/webp")


def write_scene_glb(
    parts: Sequence[Part], path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None
) -> Path:
    """Writes parts as a binary glTF 2.0: a node for each name, a primitive for each part, materials as they are.

    Args:
        parts: metres, +Y up.
        path: of the file; its folder must exist.
        metadata: goes to `asset.extras`; values must be JSON.

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        TypeError, ValueError: there is nothing to write, or the metadata is not JSON.
    """
    if not any(len(part.faces) for part in parts):
        raise ValueError("cannot write a scene without faces")
    return write_bytes(path, _Writer(metadata).bytes_of([part for part in parts if len(part.faces)]))


def verify_scene_glb(path: str | os.PathLike[str], parts: Sequence[Part]) -> None:
    """Reads a file back.

    Args:
        path: of `write_scene_glb`.
        parts: what it should hold.

    Raises:
        BrokenFileError: it holds something else.
    """
    back: Scene = read_scene(path, keep=True)
    expected, found = ([_contents(part) for part in side if len(part.faces)] for side in (parts, back.parts))
    if sorted(expected) != sorted(found):
        raise BrokenFileError(
            f"{path} should hold parts of (faces, UV sets, textures) {sorted(expected)[:5]}, and holds "
            f"{sorted(found)[:5]}"
        )


def _contents(part: Part) -> tuple[int, int, int]:
    return len(part.faces), len(part.uvs), len(_textures_of(part)) + len(_kept_textures(part))


def _kept_textures(part: Part) -> list[KeptTexture]:
    """The textures of a part's extensions whose UV set it has."""
    values = (value for said in part.material.kept.values() for value in said.values())
    return [value for value in values if isinstance(value, KeptTexture) and value.texture.uv_set in part.uvs]


def _textures_of(part: Part) -> dict[str, Texture]:
    """The textures of a part's material, by glTF's names; those whose UV set it has."""
    material = part.material
    found = {"baseColorTexture": material.base_texture, "emissiveTexture": material.emission_texture}
    found |= {name: texture for name, (texture, _) in material.extra.items()}
    return {name: texture for name, texture in found.items() if texture is not None and texture.uv_set in part.uvs}


class _Writer:
    """One file as it grows."""

    def __init__(self, metadata: Mapping[str, Any] | None) -> None:
        self.chunk = BinaryChunk("png")
        self.metadata = metadata
        self.materials: list[dict[str, Any]] = []
        self.textures: list[dict[str, Any]] = []
        self.samplers: list[dict[str, Any]] = []
        self.extensions: set[str] = set()
        self._known: dict[Any, int] = {}

    def bytes_of(self, parts: Sequence[Part]) -> bytes:
        """The whole file."""
        objects: dict[str, list[dict[str, Any]]] = {}
        for part in parts:
            objects.setdefault(part.name or "object", []).append(self._primitive(part))
        tree: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": GENERATOR, "extras": json.loads(metadata_json(self.metadata))},
            "scene": 0,
            "scenes": [{"nodes": list(range(len(objects)))}],
            "nodes": [{"name": name, "mesh": k} for k, name in enumerate(objects)],
            "meshes": [{"name": name, "primitives": primitives} for name, primitives in objects.items()],
            "materials": self.materials,
            "accessors": self.chunk.accessors,
            "bufferViews": self.chunk.views,
            "buffers": [{"byteLength": len(self.chunk.data)}],
        }
        for name, entries in (
            ("textures", self.textures),
            ("images", self.chunk.images),
            ("samplers", self.samplers),
            ("extensionsUsed", sorted(self.extensions)),
        ):
            if entries:
                tree[name] = entries
        if "EXT_texture_webp" in self.extensions:
            tree["extensionsRequired"] = ["EXT_texture_webp"]
        return container(tree, bytes(self.chunk.data))

    def _primitive(self, part: Part) -> dict[str, Any]:
        used, faces = np.unique(part.faces, return_inverse=True)
        faces = faces.reshape(-1, 3).astype(np.int32)
        positions = part.vertices[used].astype("<f4")
        low, high = positions.min(axis=0).tolist(), positions.max(axis=0).tolist()
        attributes = {"POSITION": self._floats(positions, "VEC3", min=low, max=high)}
        if part.normals is not None:
            attributes["NORMAL"] = self._floats(_unit(part.normals[used], positions, faces), "VEC3")
        if part.normals is not None and part.tangents is not None:
            tangents = part.tangents[used]
            length = np.linalg.norm(tangents[:, :3], axis=1, keepdims=True)
            # Without a direction somewhere there is none to write; viewers then make their own from the coordinates.
            if np.isfinite(length).all() and (length > 1e-12).all():
                signed = np.concatenate([tangents[:, :3] / length, np.where(tangents[:, 3:] < 0, -1.0, 1.0)], axis=1)
                attributes["TANGENT"] = self._floats(signed, "VEC4")
        sets = sorted(part.uvs)
        for k, uv_set in enumerate(sets):
            attributes[f"TEXCOORD_{k}"] = self._floats(np.nan_to_num(part.uvs[uv_set][used]), "VEC2")
        if part.colors is not None:
            colors = np.clip(np.nan_to_num(part.colors[used]), 0, 1)
            if not part.colors_are_linear:
                colors = np.concatenate([srgb_to_linear(colors[:, :3]), colors[:, 3:]], axis=1)
            attributes["COLOR_0"] = self._floats(colors, "VEC4")
        indices = self.chunk.accessor(faces.astype("<u4"), "SCALAR", UNSIGNED_INT, ELEMENT_ARRAY_BUFFER)
        return {"attributes": attributes, "indices": indices, "material": self._material(part, sets)}

    def _floats(self, values: Array, kind: str, **entries: Any) -> int:
        return self.chunk.accessor(values.astype("<f4"), kind, FLOAT, ARRAY_BUFFER, **entries)

    def _material(self, part: Part, sets: list[int]) -> int:
        """The index of a part's material; numbers of UV sets are those of the part as it is written."""
        material = part.material
        key = (id(material), tuple(sets))
        if key not in self._known:
            self._known[key] = len(self.materials)
            infos = {name: self._info(texture, sets) for name, texture in _textures_of(part).items()}
            for name, (_, strength) in material.extra.items():
                entry = {"normalTexture": "scale", "occlusionTexture": "strength"}.get(name)
                if name in infos and entry and strength != 1:
                    infos[name][entry] = strength
            kept = {name: self._said(said, sets) for name, said in material.kept.items()}
            self.materials.append(self._entries(material, infos, kept))
        return self._known[key]

    def _said(self, said: Kept, sets: list[int]) -> dict[str, Any]:
        """An extension's JSON; a texture whose UV set is not there is left out."""
        entries: dict[str, Any] = {}
        for key, value in said.items():
            if not isinstance(value, KeptTexture):
                entries[key] = list(value) if isinstance(value, tuple) else value
            elif value.texture.uv_set in sets:
                entries[key] = {**self._info(value.texture, sets), **value.numbers}
        return entries

    def _entries(
        self, material: Material, infos: dict[str, dict[str, Any]], kept: dict[str, dict[str, Any]]
    ) -> dict[str, Any]:
        """A material's JSON."""
        metallic, roughness = material.factors or (material.metallic, material.roughness)
        pbr: dict[str, Any] = {"metallicFactor": metallic, "roughnessFactor": roughness}
        if material.base_color != (1.0, 1.0, 1.0, 1.0):
            pbr["baseColorFactor"] = [min(max(x, 0.0), 1.0) for x in material.base_color]
        for name in ("baseColorTexture", "metallicRoughnessTexture"):
            if name in infos:
                pbr[name] = infos.pop(name)
        entries: dict[str, Any] = {"pbrMetallicRoughness": pbr, **infos}
        if material.name:
            entries["name"] = material.name
        extensions: dict[str, Any] = {**kept}
        strength = max(1.0, *material.emission)
        if any(material.emission):
            entries["emissiveFactor"] = [max(x, 0.0) / strength for x in material.emission]
            if strength > 1:
                extensions["KHR_materials_emissive_strength"] = {"emissiveStrength": strength}
        if material.alpha_mode != "OPAQUE":
            entries["alphaMode"] = material.alpha_mode
        if material.alpha_mode == "MASK":
            entries["alphaCutoff"] = material.alpha_cutoff
        if material.double_sided:
            entries["doubleSided"] = True
        if material.transmission:
            glass = {"transmissionFactor": material.transmission, **kept.get("KHR_materials_transmission", {})}
            extensions["KHR_materials_transmission"] = glass
        if material.unlit:
            extensions["KHR_materials_unlit"] = {}
        if extensions:
            entries["extensions"] = extensions
            self.extensions |= set(extensions)
        return entries

    def _info(self, texture: Texture, sets: list[int]) -> dict[str, Any]:
        """A textureInfo."""
        info: dict[str, Any] = {"index": self._texture(texture)}
        if number := sets.index(texture.uv_set):
            info["texCoord"] = number
        u, v, rotation, u_scale, v_scale = texture.transform
        if texture.transform != (0.0, 0.0, 0.0, 1.0, 1.0):
            transform = {"offset": [u, v], "rotation": rotation, "scale": [u_scale, v_scale]}
            info["extensions"] = {"KHR_texture_transform": transform}
            self.extensions.add("KHR_texture_transform")
        return info

    def _texture(self, texture: Texture) -> int:
        image, webp = self._image(texture)
        sampler = self._sampler(texture)
        key = ("texture", image, sampler)
        if key not in self._known:
            self._known[key] = len(self.textures)
            source: dict[str, Any] = {"source": image}
            if webp:
                source = {"extensions": {"EXT_texture_webp": source}}
                self.extensions.add("EXT_texture_webp")
            self.textures.append({"sampler": sampler, **source})
        return self._known[key]

    def _image(self, texture: Texture) -> tuple[int, bool]:
        """The index of its picture, and whether that is a WebP."""
        encoded = texture.encoded
        if encoded is not None and encoded.mime in KEPT_AS_THEY_ARE:
            data, mime = encoded.data, encoded.mime
        else:
            data, mime = image_bytes(texture.pixels, "png"), "image/png"
        key = ("image", data)
        if key not in self._known:
            self._known[key] = len(self.chunk.images)
            self.chunk.images.append({"mimeType": mime, "bufferView": self.chunk.view(data)})
        return self._known[key], mime == "image/webp"

    def _sampler(self, texture: Texture) -> int:
        small = NEAREST if texture.nearest else LINEAR_MIPMAP_LINEAR
        entries = {
            "magFilter": NEAREST if texture.nearest else LINEAR,
            "minFilter": small,
            "wrapS": WRAPS[texture.wrap[0]],
            "wrapT": WRAPS[texture.wrap[1]],
        }
        if entries not in self.samplers:
            self.samplers.append(entries)
        return self.samplers.index(entries)


def _unit(normals: Array, positions: Array, faces: Array) -> Array:
    """Unit normals; the surface's own where there are none."""
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        unit: Array = normals / length
    bad = ~(np.isfinite(unit).all(axis=1) & (length[:, 0] > 1e-12))
    if bad.any():
        unit[bad] = vertex_normals(positions, faces)[bad]
    return unit

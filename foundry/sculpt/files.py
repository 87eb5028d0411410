"""Sculptures as the foundry's renderer takes them, and as GLB files with materials and named parts."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.export.files.glb import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    UNSIGNED_INT,
    UNSIGNED_SHORT,
    BinaryChunk,
    container,
)
from bozzetto.export.files.materials import GENERATOR, metadata_json, srgb_to_linear
from bozzetto.foundry import wavefront
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Sculpture, Surface, surface

PALETTE_WIDTH = 256
CLEAREST = 0.2
"""Opacity, in the renderer, of what lets all light through: glass that is not seen at all teaches nothing."""


def to_wavefront(sculpture: Sculpture) -> wavefront.Wavefront:
    """The mesh for `bozzetto.foundry.views`: one material a part, in display colours, neither moved nor scaled.

    Painted parts get one texel a triangle, which has the mean colour of its corners.
    """
    surfaces = [surface(part) for part in sculpture.parts]
    materials, uvs, face_uvs, owners = [], [], [], []
    uv_count = 0
    for k, (part, mesh) in enumerate(zip(sculpture.parts, surfaces, strict=True)):
        opacity = 1 - (1 - CLEAREST) * part.material.transmission
        texture = None
        index = np.full((len(mesh.faces), 3), -1)
        if mesh.colours is not None:
            texture, uv = _palette(mesh.colours[mesh.faces].mean(1))
            index = np.repeat(np.arange(len(uv))[:, None] + uv_count, 3, 1)
            uvs.append(uv)
            uv_count += len(uv)
        materials.append(wavefront.Material(part.name, part.material.base_colour, opacity, texture))
        face_uvs.append(index)
        owners.append(np.full(len(mesh.faces), k))
    starts = np.cumsum([0, *(len(mesh.vertices) for mesh in surfaces)])
    faces = np.concatenate([mesh.faces + start for mesh, start in zip(surfaces, starts[:-1], strict=True)])
    return wavefront.Wavefront(
        vertices=np.concatenate([mesh.vertices for mesh in surfaces]).astype(np.float32),
        uvs=np.concatenate(uvs).astype(np.float32) if uvs else np.zeros((0, 2), np.float32),
        normals=np.concatenate([mesh.normals for mesh in surfaces]).astype(np.float32),
        faces=faces.astype(np.int32),
        face_uvs=np.concatenate(face_uvs).astype(np.int32),
        face_normals=faces.astype(np.int32),
        face_materials=np.concatenate(owners).astype(np.int32),
        materials=materials,
    )


def _palette(colours: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A texture uint8 [H, PALETTE_WIDTH, 4] of the colours [F, 3], and the uv [F, 2] of each one's texel's middle."""
    height = -(-len(colours) // PALETTE_WIDTH)
    sheet = np.full((height * PALETTE_WIDTH, 4), 255, np.uint8)
    sheet[: len(colours), :3] = np.round(colours * 255)
    row, column = np.divmod(np.arange(len(colours)), PALETTE_WIDTH)
    uv = np.stack([(column + 0.5) / PALETTE_WIDTH, 1 - (row + 0.5) / height], 1)
    return sheet.reshape(height, PALETTE_WIDTH, 4), uv


def glb_bytes(sculpture: Sculpture, metadata: Mapping[str, Any] | None = None) -> bytes:
    """A binary glTF 2.0: a node a part, materials shared, anchors as empty nodes named `anchor:NAME`.

    Args:
        sculpture: any.
        metadata: goes to `asset.extras`; values must be JSON.
    """
    chunk = BinaryChunk("png")
    materials: list[Material] = []
    meshes, nodes = [], []
    for part in sculpture.parts:
        shown = surface(part)
        material = part.material if shown.colours is None else part.material.coloured((1.0, 1.0, 1.0))
        if material not in materials:
            materials.append(material)
        indices = chunk.accessor(shown.faces.astype("<u4").reshape(-1), "SCALAR", UNSIGNED_INT, ELEMENT_ARRAY_BUFFER)
        primitive = {"attributes": _attributes(shown, chunk), "indices": indices, "material": materials.index(material)}
        meshes.append({"name": part.name, "primitives": [primitive]})
        nodes.append({"name": part.name, "mesh": len(meshes) - 1})
    places = [
        {"name": f"anchor:{name}", "translation": [float(x) for x in point]}
        for name, point in sculpture.anchors.items()
    ]
    entries = [_material(material) for material in materials]
    used = sorted({name for entry in entries for name in entry.get("extensions", {})})
    tree: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": GENERATOR, "extras": json.loads(metadata_json(metadata))},
        **({"extensionsUsed": used} if used else {}),
        "scene": 0,
        "scenes": [{"nodes": list(range(len(nodes) + len(places)))}],
        "nodes": [*nodes, *places],
        "meshes": meshes,
        "materials": entries,
        "accessors": chunk.accessors,
        "bufferViews": chunk.views,
        "buffers": [{"byteLength": len(chunk.data)}],
    }
    return container(tree, bytes(chunk.data))


def write_glb(sculpture: Sculpture, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None) -> Path:
    """Writes the file of `glb_bytes`; its folder must exist.

    Raises:
        OSError: it cannot be written.
    """
    return write_bytes(path, glb_bytes(sculpture, metadata))


def _attributes(shown: Surface, chunk: BinaryChunk) -> dict[str, int]:
    positions = shown.vertices.astype("<f4")
    low, high = positions.min(axis=0).tolist(), positions.max(axis=0).tolist()
    attributes = {
        "POSITION": chunk.accessor(positions, "VEC3", FLOAT, ARRAY_BUFFER, min=low, max=high),
        "NORMAL": chunk.accessor(shown.normals.astype("<f4"), "VEC3", FLOAT, ARRAY_BUFFER),
    }
    if shown.colours is not None:
        linear = np.concatenate([srgb_to_linear(shown.colours), np.ones((len(shown.colours), 1))], 1)
        values = np.round(linear * 65535).astype("<u2")
        attributes["COLOR_0"] = chunk.accessor(values, "VEC4", UNSIGNED_SHORT, ARRAY_BUFFER, normalized=True)
    return attributes


def _material(material: Material) -> dict[str, Any]:
    colour = [float(x) for x in srgb_to_linear(np.asarray(material.base_colour))]
    entry: dict[str, Any] = {
        "name": material.name,
        "pbrMetallicRoughness": {
            "baseColorFactor": [*colour, 1.0],
            "metallicFactor": material.metallic,
            "roughnessFactor": material.roughness,
        },
    }
    if any(material.emission):
        entry["emissiveFactor"] = [float(x) for x in srgb_to_linear(np.asarray(material.emission))]
    if material.transmission > 0:
        entry["extensions"] = {"KHR_materials_transmission": {"transmissionFactor": material.transmission}}
    return entry

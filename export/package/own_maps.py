"""What the materials of somebody's file say of each texel: its own maps, laid anew where all parts share one atlas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from jaxtyping import UInt8

from bozzetto.export.files.materials import linear_to_srgb, srgb_to_linear
from bozzetto.export.files.read_parts import KeptTexture, Material, Part, Texture, paint_of
from bozzetto.export.mesh.mesh import Array, Mesh, PbrMaps, diagonal_of, vertex_normals
from bozzetto.export.mesh.raster import GREY
from bozzetto.export.texture.bake import SurfaceTexels, fill_nearest, surface_texels
from bozzetto.export.texture.maps import encode_normals, to_tangent, vertex_tangents

BLOCK = 1 << 18
"""Texels in one call, which bounds memory."""
CARRIED = (
    "KHR_materials_transmission", "KHR_materials_volume", "KHR_materials_ior", "KHR_materials_emissive_strength",
    "KHR_materials_clearcoat", "KHR_materials_sheen", "KHR_materials_anisotropy", "KHR_materials_unlit",
    "KHR_materials_pbrSpecularGlossiness",
)  # fmt: skip
"""Extensions of which the maps here know."""


@dataclass(frozen=True)
class Cutout:
    """Which share of light a surface stops where its file does not say that it stops all of it."""

    alpha: UInt8[np.ndarray, "s t"]
    mode: Literal["MASK", "BLEND"]
    """glTF's alphaMode; what a mask cuts out is below one half."""


def with_own_maps(
    mesh: Mesh, parts: Sequence[Part], part_of_face: Array, texture_size: int
) -> tuple[Mesh, Cutout | None, list[str]]:
    """A mesh with the base colour, normals, occlusion, roughness, metallic, transmission, emission, clear coat and
    sheen that its file's parts have; a cutout where they have one; and notes of what is not carried.

    Args:
        mesh: with `uv` and `normals`; its faces are those of the parts, in their order.
        parts: of the file, as read with `keep=True` for all of their maps.
        part_of_face: [F], ascending.
        texture_size: texels along a side.
    """
    texels = surface_texels(mesh, texture_size)
    owner = part_of_face[texels.faces]
    local = texels.faces - np.searchsorted(part_of_face, owner)
    there = [int(k) for k in np.unique(part_of_face)]
    materials = [parts[k].material for k in there]
    empty = np.ones((texture_size, texture_size), bool)
    empty[texels.rows, texels.columns] = False
    strength = max([1.0, *(max(material.emission) for material in materials)])
    has_normals = any("normalTexture" in material.extra for material in materials)
    if has_normals:
        mesh = replace(mesh, tangents=vertex_tangents(mesh))
    count = len(texels.rows)
    maps = {name: np.zeros((count, width), np.uint8) for name, width in WIDTHS.items()}
    normals = np.zeros((count, 3), np.uint8) if has_normals else None
    is_plain = all(part.is_plain for part in parts)
    for k in there:
        reader = _PartMaps(parts[k], strength, is_plain)
        mine = np.flatnonzero(owner == k)
        for start in range(0, len(mine), BLOCK):
            at = mine[start : start + BLOCK]
            for name, values in reader.values(local[at], texels.bary[at].astype(np.float64)).items():
                maps[name][at] = (np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8)
            if normals is not None:
                few = SurfaceTexels(*(getattr(texels, name)[at] for name in SurfaceTexels.__dataclass_fields__))
                wanted = reader.normals(local[at], few)
                normals[at] = encode_normals(to_tangent(mesh, few, slice(None), wanted))

    def picture(values: Array) -> Array:
        image = np.full((texture_size, texture_size, values.shape[1]), 255, np.uint8)
        image[texels.rows, texels.columns] = values
        return fill_nearest(image, empty)

    def grey(name: str, neutral: int) -> Array | None:
        return None if (maps[name] == neutral).all() else picture(maps[name])[..., 0]

    def colour(name: str) -> Array | None:
        return picture(maps[name]) if maps[name].any() else None

    first = next((m for m in materials if m.transmission > 0), materials[0])
    coated = next((m for m in materials if "KHR_materials_clearcoat" in m.kept), None)
    haired = next((m for m in materials if "KHR_materials_sheen" in m.kept), None)
    transmission, emission, coat, sheen = grey("transmission", 0), colour("emission"), grey("coat", 0), colour("sheen")
    volume = first.kept.get("KHR_materials_volume", {})
    pbr = PbrMaps(
        roughness_metallic=picture(maps["finish"]),
        transmission=0.0 if transmission is None else 1.0, transmission_map=transmission,
        ior=max(1.0, _number(first.kept.get("KHR_materials_ior", {}), "ior", 1.5)),
        attenuation_distance=_number(volume, "attenuationDistance", 0.0) * 2 / max(diagonal_of(mesh), 1e-9)
        if transmission is not None else 0.0,
        attenuation=_rgb(volume, "attenuationColor", (1.0, 1.0, 1.0)),
        emissive=(0.0, 0.0, 0.0) if emission is None else (1.0, 1.0, 1.0), emission_map=emission,
        emissive_strength=1.0 if emission is None else strength,
        coat=0.0 if coat is None else 1.0, coat_map=coat,
        coat_roughness=0.0 if coated is None else min(1.0, _number(
            coated.kept["KHR_materials_clearcoat"], "clearcoatRoughnessFactor", 0.0)),
        sheen=(0.0, 0.0, 0.0) if sheen is None else (1.0, 1.0, 1.0), sheen_map=sheen,
        sheen_roughness=0.0 if haired is None else min(1.0, _number(
            haired.kept["KHR_materials_sheen"], "sheenRoughnessFactor", 0.0)),
        anisotropy=max(0.0, min(1.0, *(_number(
            m.kept.get("KHR_materials_anisotropy", {}), "anisotropyStrength", 0.0) for m in materials), 1.0)),
    )  # fmt: skip
    made = replace(
        mesh, texture=picture(maps["base"]), normal_map=None if normals is None else picture(normals),
        occlusion=grey("occlusion", 255), pbr=pbr,
    )  # fmt: skip
    lost = sorted({name for material in materials for name in material.kept if name not in CARRIED})
    notes = [f"{name} of the source is not carried over" for name in lost]
    modes = {material.alpha_mode for material in materials}
    alpha = grey("alpha", 255)
    if alpha is None or modes == {"OPAQUE"}:
        return made, None, notes
    if "BLEND" in modes and len(modes) > 1:
        notes.append("some of its materials are blended and some are not: all are in the one that is written")
    return made, Cutout(alpha, "BLEND" if "BLEND" in modes else "MASK"), notes


WIDTHS = {"base": 3, "alpha": 1, "finish": 2, "occlusion": 1, "transmission": 1, "emission": 3, "coat": 1, "sheen": 3}
"""Maps of a part, and their channels."""


class _PartMaps:
    """A part's own maps at places on its faces."""

    def __init__(self, part: Part, strength: float, is_plain: bool) -> None:
        self._part, self._strength, self._is_plain = part, strength, is_plain
        material = part.material
        # What it sends out has a map of its own, and what goes through it too.
        shown = replace(
            material, emission=(0.0, 0.0, 0.0), emission_texture=None, transmission=0.0,
            alpha_mode="OPAQUE" if material.alpha_mode == "OPAQUE" else "BLEND",
        )  # fmt: skip
        self._paint = paint_of(replace(part, material=shown))

    def values(self, face: Array, bary: Array) -> dict[str, Array]:
        """Maps [N, C] in [0, 1] by name, colours as they are displayed."""
        material, n = self._part.material, len(face)
        rgba = self._paint(face, bary)
        alpha = rgba[:, 3:]
        if material.alpha_mode == "MASK":
            # A cutout of one threshold for all.
            alpha = alpha * 0.5 / max(material.alpha_cutoff, 1e-3)
        packed = self._texels(material.extra.get("metallicRoughnessTexture", (None,))[0], face, bary)
        finish = np.tile([material.roughness, material.metallic], (n, 1)).astype(np.float64)
        if packed is not None:
            metallic, roughness = material.factors or (1.0, 1.0)
            finish = packed[:, 1:3] * (roughness, metallic)
        hidden = np.ones((n, 1))
        if "occlusionTexture" in material.extra:
            texture, much = material.extra["occlusionTexture"]
            found = self._texels(texture, face, bary)
            hidden = hidden if found is None else 1 + much * (found[:, :1] - 1)
        sent = np.tile(np.asarray(material.emission, np.float64) / self._strength, (n, 1))
        if (glow := self._texels(material.emission_texture, face, bary)) is not None:
            sent = sent * srgb_to_linear(glow[:, :3])
        kept = material.kept
        through = material.transmission * self._kept(
            kept, "KHR_materials_transmission", "transmissionTexture", face, bary
        )
        coats, hairs = kept.get("KHR_materials_clearcoat", {}), kept.get("KHR_materials_sheen", {})
        coat = _number(coats, "clearcoatFactor", 0.0) * self._kept(
            kept, "KHR_materials_clearcoat", "clearcoatTexture", face, bary
        )
        sheen = np.tile(np.asarray(_rgb(hairs, "sheenColorFactor", (0.0, 0.0, 0.0))), (n, 1))
        if sheen.any():
            sheen = sheen * srgb_to_linear(self._kept(kept, "KHR_materials_sheen", "sheenColorTexture", face, bary))
        return {
            "base": np.full((n, 3), GREY) if self._is_plain else rgba[:, :3], "alpha": alpha, "finish": finish,
            "occlusion": hidden, "transmission": through[:, :1], "emission": linear_to_srgb(sent.clip(0, 1)),
            "coat": coat[:, :1], "sheen": linear_to_srgb(sheen.clip(0, 1)),
        }  # fmt: skip

    def normals(self, face: Array, texels: SurfaceTexels) -> Array:
        """World normals [N, 3] as the part's normal map bends them."""
        found = self._part.material.extra.get("normalTexture")
        bary = texels.bary.astype(np.float64)
        local = None if found is None else self._texels(found[0], face, bary)
        if found is None or local is None:
            return texels.normals.astype(np.float64)
        tangents = self._tangents(found[0])[self._part.faces[face]]
        normal = texels.normals.astype(np.float64)
        tangent = np.einsum("nk,nki->ni", bary, tangents[..., :3].astype(np.float64))
        tangent -= normal * np.einsum("ni,ni->n", tangent, normal)[:, None]
        tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
        bitangent = np.cross(normal, tangent) * tangents[:, 0, 3:4]
        bend = local[:, :3] * 2 - 1
        bend[:, :2] *= found[1]
        world = bend[:, :1] * tangent + bend[:, 1:2] * bitangent + bend[:, 2:] * normal
        unit: Array = world / np.maximum(np.linalg.norm(world, axis=1, keepdims=True), 1e-12)
        return unit

    def _tangents(self, texture: Texture) -> Array:
        part = self._part
        if part.tangents is not None:
            return part.tangents
        uv = np.nan_to_num(part.uvs[texture.uv_set]) * (1, -1) + (0, 1)
        centred = (part.vertices - part.vertices.mean(0)).astype(np.float32)
        faces = part.faces.astype(np.int32)
        mesh = Mesh(centred, faces, uv=uv.astype(np.float32), normals=vertex_normals(centred, faces))
        return vertex_tangents(mesh)

    def _texels(self, texture: Texture | None, face: Array, bary: Array) -> Array | None:
        """Of a texture where the part has its UV, else None."""
        if texture is None or texture.uv_set not in self._part.uvs:
            return None
        corners = np.nan_to_num(self._part.uvs[texture.uv_set])[self._part.faces[face]]
        return texture.sample(np.einsum("nk,nki->ni", bary, corners))

    def _kept(self, kept: Mapping[str, Any], extension: str, name: str, face: Array, bary: Array) -> Array:
        """[N, 3] of an extension's texture; 1 without one."""
        entry = kept.get(extension, {}).get(name)
        found = self._texels(entry.texture, face, bary) if isinstance(entry, KeptTexture) else None
        return np.ones((len(face), 3)) if found is None else found[:, :3]


def _number(entry: Mapping[str, Any], name: str, usual: float) -> float:
    value = entry.get(name, usual)
    return float(value) if isinstance(value, int | float) else usual


def _rgb(entry: Mapping[str, Any], name: str, usual: tuple[float, float, float]) -> tuple[float, float, float]:
    value = entry.get(name, usual)
    if not isinstance(value, tuple) or len(value) != 3:
        return usual
    return float(value[0]), float(value[1]), float(value[2])


def named(part: Part, number: int) -> str:
    """What a part is called: by its object and its material, as far as they have names."""
    material: Material = part.material
    names = list(dict.fromkeys(name for name in (part.name, material.name) if name))
    return ": ".join(names) or f"part {number}"

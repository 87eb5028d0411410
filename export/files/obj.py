"""OBJ files, with an MTL and PNGs beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import UInt8

from bozzetto.atomic import write_bytes
from bozzetto.export.files.images import write_png
from bozzetto.export.files.materials import (
    CLEAREST,
    GENERATOR,
    GLASS,
    blended_opacity,
    check_has_faces,
    faces_by_material,
    metadata_json,
)
from bozzetto.export.mesh.mesh import Mesh, PbrMaps, vertex_normals


def write_obj(mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None) -> tuple[Path, ...]:
    """Writes an OBJ, and beside it an MTL and PNGs when the mesh has a texture.

    Each file is written whole or not at all; the OBJ comes last, so it never names a file that is not there.

    Args:
        mesh: vertex colours, when there is no texture, follow the positions as most readers take them.
        path: of the OBJ; its folder must exist. The MTL and the PNG take its stem.
        metadata: goes to a comment, as JSON.

    Returns:
        The paths written, the OBJ first.

    Raises:
        OSError: one cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    check_has_faces(mesh)
    path = Path(path)
    groups = faces_by_material(mesh)
    comment = f"# {GENERATOR} {metadata_json(metadata)}"
    textured = mesh.texture is not None and mesh.uv is not None
    material, pictures = _write_material(mesh, path, list(groups)) if textured else (None, [])
    lines = [comment, *([] if material is None else [f"mtllib {material.name}"]), "o object"]
    positions = mesh.vertices.tolist()
    if mesh.colors is not None and not textured:
        lines += [
            "v {:.7g} {:.7g} {:.7g} {:.4g} {:.4g} {:.4g}".format(*position, *color)
            for position, color in zip(positions, (mesh.colors / 255.0).tolist(), strict=True)
        ]
    else:
        lines += ["v {:.7g} {:.7g} {:.7g}".format(*position) for position in positions]
    if textured and mesh.uv is not None:
        lines += ["vt {:.7g} {:.7g}".format(*uv) for uv in mesh.uv.tolist()]
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    lines += ["vn {:.5g} {:.5g} {:.5g}".format(*normal) for normal in normals.tolist()]
    corner = "{0}/{0}/{0}" if textured else "{0}//{0}"
    for name, faces in groups.items():
        if textured:
            lines.append(f"usemtl {name}")
        lines += ["f " + " ".join(corner.format(i) for i in face) for face in (faces + 1).tolist()]
    write_bytes(path, ("\n".join(lines) + "\n").encode())
    return (path, *([] if material is None else [material]), *pictures)


def _write_material(mesh: Mesh, path: Path, names: list[str]) -> tuple[Path, list[Path]]:
    """Writes the MTL of an OBJ, and before it the pictures; their paths."""
    assert mesh.texture is not None
    # The statements of an OBJ are split at spaces.
    stem = re.sub(r"[^A-Za-z0-9._-]", "_", path.stem)

    def picture(image: UInt8[np.ndarray, "h w *c"], ending: str) -> Path:
        return write_png(image, path.with_name(f"{stem}{ending}.png"))

    color = picture(mesh.texture[..., :3], "")
    normal = None if mesh.normal_map is None else picture(mesh.normal_map, "_normal")
    # No statement of an MTL means occlusion: the picture lies beside, for who wants to wire it.
    occlusion = None if mesh.occlusion is None else picture(mesh.occlusion, "_occlusion")
    opacity = picture(mesh.texture[..., 3], "_opacity") if GLASS in names else None
    pbr = mesh.pbr or PbrMaps()
    maps = pbr.roughness_metallic
    roughness_map = None if maps is None else picture(maps[..., 0], "_roughness")
    metallic_map = None if maps is None else picture(maps[..., 1], "_metallic")
    emission = None if pbr.emission_map is None else picture(pbr.emission_map, "_emission")
    clear = None if pbr.transmission_map is None else picture(blended_opacity(pbr), "_clear")
    statements = []
    for name in names:
        roughness = mesh.glass_roughness if name == GLASS else mesh.roughness
        statements += [f"newmtl {name}", "Ka 0 0 0", "Kd 1 1 1", "Ks 0 0 0", "illum 1"]
        # The PBR extension that Blender, Maya and trimesh know.
        statements += [f"Pr {roughness:.4g}", f"Pm {mesh.metallic:.4g}"]
        statements += _pbr_statements(pbr)
        for key, image in (("map_Pr", roughness_map), ("map_Pm", metallic_map), ("map_Ke", emission)):
            statements += [] if image is None else [f"{key} {image.name}"]
        if normal is not None:
            statements.append(f"norm {normal.name}")
        if opacity is not None and name == GLASS:
            statements.append(f"map_d {opacity.name}")
        elif clear is not None:
            statements.append(f"map_d {clear.name}")
        statements.append(f"map_Kd {color.name}")
    material = write_bytes(path.with_name(f"{stem}.mtl"), "\n".join([*statements, ""]).encode())
    pictures = (color, normal, occlusion, opacity, roughness_map, metallic_map, emission, clear)
    return material, [image for image in pictures if image is not None]


def _pbr_statements(pbr: PbrMaps) -> list[str]:
    """What the MTL's PBR extension has for coat, sheen, anisotropy and emission, and MTL itself for glass."""
    statements = []
    if pbr.coat:
        statements += [f"Pc {pbr.coat:.4g}", f"Pcr {pbr.coat_roughness:.4g}"]
    if any(pbr.sheen):
        statements.append(f"Ps {max(pbr.sheen):.4g}")
    if pbr.anisotropy:
        statements.append(f"aniso {pbr.anisotropy:.4g}")
    if any(pbr.emissive):
        statements.append("Ke {:.4g} {:.4g} {:.4g}".format(*(pbr.emissive_strength * x for x in pbr.emissive)))
    if pbr.transmission or pbr.ior != 1.5:
        statements.append(f"Ni {pbr.ior:.4g}")
    if pbr.transmission and pbr.transmission_map is None:
        statements += [
            f"d {1 - CLEAREST * pbr.transmission:.4g}",
            f"Tf {pbr.transmission:.4g} {pbr.transmission:.4g} {pbr.transmission:.4g}",
        ]
    return statements

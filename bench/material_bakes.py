"""``python -m bozzetto.bench materials --part bakes``: materials beside those that another generator baked.

Infinigen (Raistrick et al. 2023, arXiv 2306.09310) makes objects whose shaders are named; exported with baked base
colour and roughness they say what its like of a material is. Their colours are drawn by lot from wide ranges, so that
what is compared is roughness, how dark and light the material is, and how much its luminance varies within itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.bench.materials import shown_look
from bozzetto.export.files.materials import srgb_to_linear
from bozzetto.export.files.read import read_scene
from bozzetto.export.files.read_parts import Part
from bozzetto.export.material.surface import luminance, sample_points
from bozzetto.export.mesh.mesh import Array

LIKE = {
    "ceramic": "ceramic", "marble": "marble", "plaster": "plaster", "wood": "wood", "leather": "leather",
    "sofa_fabric": "fabric", "fine_knit_fabric": "fabric", "coarse_knit_fabric": "knit", "rough_plastic": "plastic",
    "rug": "plush",
}  # fmt: skip
"""Names of shaders, without what stands before and behind, and of our materials. Metals and glass are left out: what
Blender bakes of them, diffuse colour and its roughness, is black and one."""
SAMPLES = 4000


def compare_bakes(out: Path, folder: Path, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Compares all GLBs of a folder; writes ``bakes.json``.

    Args:
        out: folder; is made. folder: of the GLBs, whose materials are named ``shader_NAME``. say: is told of each.
    Raises:
        FileNotFoundError: there is none.
    """
    files = sorted(folder.glob("*.glb"))
    if not files:
        raise FileNotFoundError(f"{folder} has no .glb files: export objects of Infinigen with baked materials there")
    out.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[tuple[float, float, float]]] = {}
    for path in files:
        for part in read_scene(path, keep=True).parts:
            name = re.sub(r"^shader_|\.\d+$", "", part.material.name)
            if name in LIKE and part.material.base_texture is not None:
                found.setdefault(name, []).append(_baked(part))
    rows = []
    for name, values in sorted(found.items()):
        theirs, ours = np.median(np.array(values), axis=0), _ours(LIKE[name])
        row: dict[str, Any] = {"shader": name, "material": LIKE[name], "objects": len(values)}
        for k, key in enumerate(("roughness", "luminance", "contrast")):
            row[key] = {"theirs": round(float(theirs[k]), 3), "ours": round(ours[k], 3)}
            row[key] |= {"least": round(min(v[k] for v in values), 3), "most": round(max(v[k] for v in values), 3)}
        rows.append(row)
        say(json.dumps(row))
    within = [
        row["roughness"]["least"] - 0.1 <= row["roughness"]["ours"] <= row["roughness"]["most"] + 0.1 for row in rows
    ]
    apart = [abs(row["roughness"]["theirs"] - row["roughness"]["ours"]) for row in rows]
    figures = {
        "shaders": len(rows),
        "objects": sum(row["objects"] for row in rows),
        "roughness apart": round(float(np.mean(apart)), 3),
        "roughness within theirs and a tenth": sum(within),
    }
    result = {"figures": figures, "rows": rows}
    write_bytes(out / "bakes.json", json.dumps(result, indent=1).encode())
    return result


def _baked(part: Part) -> tuple[float, float, float]:
    """Mean roughness, mean linear luminance, and its deviation over the mean, over a part's surface."""
    corners = part.vertices[part.faces]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    rng = np.random.default_rng(0)
    face = rng.choice(len(area), SAMPLES, p=area / area.sum())
    weights = rng.dirichlet((1, 1, 1), SAMPLES)
    material = part.material
    texture = material.base_texture
    assert texture is not None
    uv = np.einsum("nk,nki->ni", weights, part.uvs[texture.uv_set][part.faces[face]])
    roughness = np.full(SAMPLES, material.roughness)
    if "metallicRoughnessTexture" in material.extra:
        factor = material.factors[1] if material.factors else 1.0
        roughness = material.extra["metallicRoughnessTexture"][0].sample(uv)[:, 1] * factor
    return _figures(roughness, srgb_to_linear(texture.sample(uv)[:, :3]) * np.array(material.base_color[:3]))


def _ours(name: str) -> tuple[float, float, float]:
    surface = shown_look(name).shade(sample_points(SAMPLES))
    return _figures(surface.roughness, surface.albedo)


def _figures(roughness: Array, albedo: Array) -> tuple[float, float, float]:
    bright = luminance(albedo.astype(np.float32))
    return float(roughness.mean()), float(bright.mean()), float(bright.std() / max(float(bright.mean()), 1e-4))

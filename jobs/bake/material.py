"""From a prompt's words for materials to the maps of its mesh."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from jaxtyping import UInt8

from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.material.look import LAYERS, MATERIALS, Look
from bozzetto.export.material.paint import SAME, Coat, painted
from bozzetto.export.material.preview import Framing, framed, material_preview
from bozzetto.export.material.surface import axis_of
from bozzetto.export.mesh.bvh import build_tree
from bozzetto.export.mesh.mesh import Array, Mesh, PbrMaps, vertex_normals
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.levels import Level
from bozzetto.export.texture.bake import SurfaceTexels, fill_nearest, surface_texels
from bozzetto.export.texture.seams import with_closed_seams
from bozzetto.export.texture.texture_fit import SurfaceValues
from bozzetto.jobs.train.knowledge import PaintFn, PriorKnowledge
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.prior import Capabilities
from bozzetto.stages import ReportFn

FinishFn = Callable[[Array], Array]
"""Points [N, 3] of a surface -> roughness, metallic, transmission and linear emission there [N, 6], in [0, 1]."""

LEAST_SHARE = 0.02
"""Of an object's surface: where less of it is paint, its words show nowhere, and all of it is painted."""


def coats_of(paint_fn: PaintFn, high_poly: Mesh, seed: int) -> tuple[list[Coat], list[dict[str, Any]]]:
    """The looks of a prompt's objects on a surface, and what the report says of them.

    Args:
        paint_fn: of the prior.
        high_poly: the surface, in the prior's frame.
        seed: of the run: another piece of the same materials.
    """
    normals = high_poly.normals
    if normals is None:
        normals = vertex_normals(high_poly.vertices, high_poly.faces)
    tree = build_tree(high_poly)
    coats, rows = [], []
    for paint in paint_fn(torch.from_numpy(high_poly.vertices), torch.from_numpy(normals)):
        look = Look.of(paint.looks)
        share, tone = paint.share.cpu().numpy(), paint.tone.cpu().numpy()
        on = share > 0.5
        row: dict[str, Any] = {"looks": list(paint.looks), "share": round(float(share.mean()), 4)}
        if paint.part:
            row["part"] = paint.part
            if not on.any():
                row["note"] = f"nothing of the mesh is its {paint.part}"
                rows.append(row)
                continue
        elif share.mean() < LEAST_SHARE:
            # Colour words change nothing of it (a zebra, a flag): there is no part to tell from the others.
            share, tone = np.ones_like(share), np.ones_like(tone)
            row["note"] = "no part of the object takes colours: all of it is made of the material"
        own = (high_poly.vertices[on] if on.any() else high_poly.vertices) - np.asarray(paint.offset, np.float32)
        half = np.ptp(own / paint.scale, axis=0) / 2
        looked = [share[:, None], tone[:, None]] + ([] if paint.beside is None else [paint.beside.cpu().numpy()])
        looked_up = _Looked(SurfaceValues(high_poly, tree, np.concatenate(looked, axis=1).astype(np.float64)))
        coats.append(
            Coat(
                look, looked_up.share, looked_up.tone, paint.scale, paint.offset,
                (float(half[0]), float(half[1]), float(half[2])), seed % 97,
                axis_of(own / paint.scale, normals[on] if on.any() else normals),
                beside=None if paint.beside is None else looked_up.beside,
            )
        )  # fmt: skip
        rows.append(row)
    return coats, rows


def finish_fn_of(known: PriorKnowledge) -> FinishFn | None:
    """What a prior knows of the own materials of a prompt's objects; None where it knows nothing."""
    prior, text = Capabilities(known.prior).paint, known.text
    if prior is None or not isinstance(text, Conditioning):
        return None
    if prior.finish_at(torch.zeros(1, 3), text) is None:
        return None

    def finish(points: Array) -> Array:
        found = prior.finish_at(torch.from_numpy(np.ascontiguousarray(points, np.float32)), text)
        assert found is not None  # as for the one point
        values: Array = found.cpu().numpy()
        return values

    return finish


def with_finish(mesh: Mesh, finish: FinishFn, texture_size: int) -> Mesh:
    """A mesh with maps of roughness and metallic, transmission and emission, or factors where they are the same
    everywhere; base colour, normals and geometry stay the same bits.

    Args:
        mesh: with `uv`.
        finish: of its surface.
        texture_size: texels along a side of the maps.
    """
    texels = surface_texels(mesh, texture_size)
    found = finish(texels.positions).clip(0, 1)
    if len(found) == 0:
        return mesh
    found[:, 3:] = linear_to_srgb(found[:, 3:])
    values = (found * 255 + 0.5).astype(np.uint8)
    empty = np.ones((texture_size, texture_size), bool)
    empty[texels.rows, texels.columns] = False

    def picture(channels: Array) -> Array:
        image = np.zeros((texture_size, texture_size, channels.shape[1]), np.uint8)
        image[texels.rows, texels.columns] = channels
        return fill_nearest(image, empty)

    pbr = mesh.pbr
    if int(np.ptp(values[:, :2], axis=0).max()) <= SAME:
        roughness, metallic = (float(value) for value in values[:, :2].mean(0) / 255)
        mesh = replace(mesh, roughness=round(roughness, 3), metallic=round(metallic, 3))
    else:
        pbr = replace(pbr or PbrMaps(), roughness_metallic=picture(values[:, :2]))
    if int(values[:, 2].max()) > SAME:
        pbr = replace(pbr or PbrMaps(), transmission=1.0, transmission_map=picture(values[:, 2:3])[..., 0])
    if int(values[:, 3:].max()) > SAME:
        pbr = replace(pbr or PbrMaps(), emissive=(1.0, 1.0, 1.0), emission_map=picture(values[:, 3:]))
    return replace(mesh, pbr=pbr)


def paint_levels(
    levels: tuple[Level, ...],
    high_poly: Mesh,
    paint_fn: PaintFn | None,
    finish_fn: FinishFn | None,
    settings: ExportSettings,
    seed: int,
    report: ReportFn,
    facts: dict[str, Any] | None = None,
) -> tuple[tuple[Level, ...], dict[str, Any]]:
    """Every level of detail made of its objects' own materials and of those that the prompt names, and the report's
    facts with them."""
    coats, rows = ([], []) if paint_fn is None else coats_of(paint_fn, high_poly, seed)
    out = []
    for k, level in enumerate(levels):
        mesh = level.mesh
        size = settings.texture_size if mesh.texture is None else mesh.texture.shape[0]
        if finish_fn is not None and mesh.uv is not None:
            mesh = with_finish(mesh, finish_fn, size)
        if coats:
            mesh = painted(mesh, coats, size, progress=lambda done, k=k: report((k + done) / len(levels)))  # type: ignore[misc]
            mesh = with_closed_seams(mesh)
        out.append(replace(level, mesh=mesh))
    return tuple(out), {**(facts or {}), **({"materials": rows} if paint_fn is not None else {})}


class _Looked:
    """Share, tone and what is beside at texels, found by one look-up of the nearest points."""

    def __init__(self, values: SurfaceValues) -> None:
        self._values = values
        self._last: tuple[SurfaceTexels, Array] | None = None

    def _at(self, texels: SurfaceTexels) -> Array:
        if self._last is None or self._last[0] is not texels:
            self._last = texels, np.clip(self._values(texels.positions), 0, None)
        return self._last[1]

    def share(self, texels: SurfaceTexels) -> Array:
        """[N] in [0, 1]."""
        return np.minimum(self._at(texels)[:, 0], 1)

    def tone(self, texels: SurfaceTexels) -> Array:
        """[N]."""
        return self._at(texels)[:, 1]

    def beside(self, texels: SurfaceTexels) -> Array:
        """[N, 4]."""
        return self._at(texels)[:, 2:]


@dataclass(frozen=True)
class MaterialEntry:
    """A word that prompts may name."""

    name: str
    """Canonical."""
    words: tuple[str, ...]
    """Its spellings, the adjective first."""
    family: str
    """`wood`, `metal`, `stone`, `ceramic`, `glass`, `fabric`, `plastic`, `organic`, `states` or `patterns`."""


def material_list() -> list[MaterialEntry]:
    """All materials, then states, then patterns, by family."""
    materials = [MaterialEntry(material.name, material.words, material.family) for material in MATERIALS.values()]
    return materials + [MaterialEntry(layer.name, layer.words, layer.family) for layer in LAYERS.values()]


def material_thumbnail(name: str, size: int = 96) -> UInt8[np.ndarray, "{size} {size} 3"]:
    """A ball of a material, a state or a pattern under the studio's light.

    Args:
        name: of `material_list`.
        size: pixels along a side.

    Raises:
        UnknownMaterialError: there is no such name.
    """
    look = Look.of([name])
    if look.material is None:
        # A state or a pattern that lies on anything is shown on blue plastic.
        look = replace(look, material=MATERIALS["plastic"], colours=look.colours or ("blue",))
    return material_preview(_ball_framing(size), look.shade, look.optics, behind=1.0)


@lru_cache(maxsize=4)
def _ball_framing(size: int) -> Framing:
    import trimesh  # not for a run that names no material

    ball = trimesh.creation.icosphere(subdivisions=4, radius=0.92)
    return framed(Mesh(np.asarray(ball.vertices, np.float32), np.asarray(ball.faces, np.int32)), size=size)

"""The maps beside the base colour that the settings ask for, within a time limit."""

from __future__ import annotations

import time

from bozzetto.export.mesh.bvh import build_tree
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.texture.maps import bake_normal_map, bake_occlusion
from bozzetto.stages import ReportFn, StageTimeoutError

# Texels along a side of an occlusion map: it is soft, and each texel costs a bundle of rays.
MAX_OCCLUSION_SIZE = 512


def bake_maps(
    mesh: Mesh, high_poly: Mesh, settings: ExportSettings, report: ReportFn | None = None
) -> tuple[Mesh, str]:
    """Adds the maps that the settings ask for; one that takes longer than `stage_time_limit` is left out.

    Args:
        mesh: with `uv`.
        high_poly: the surface before simplification.
        settings: `normal_map`, `occlusion`, `texture_size`, `stage_time_limit`.
        report: called with the fraction that is done.

    Returns:
        The mesh, and which maps were left out and why, or nothing.
    """
    bakes = [
        *([("normal map", bake_normal_map, settings.texture_size)] if settings.normal_map else []),
        *(
            [("occlusion", bake_occlusion, min(settings.texture_size, MAX_OCCLUSION_SIZE))]
            if settings.occlusion
            else []
        ),
    ]
    if not bakes:
        return mesh, ""
    tree = build_tree(high_poly)
    notes = []
    for k, (name, bake, size) in enumerate(bakes):
        start = time.perf_counter()

        def report_bake(fraction: float, k: int = k, start: float = start) -> None:
            if fraction < 1 and time.perf_counter() - start > settings.stage_time_limit:
                raise StageTimeoutError
            if report is not None:
                report((k + fraction) / len(bakes))

        try:
            mesh = bake(mesh, high_poly, size, tree=tree, progress=report_bake)
        except StageTimeoutError:
            notes.append(f"no {name}: not done after {settings.stage_time_limit:g} s")
    return mesh, "; ".join(notes)

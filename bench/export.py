"""``python -m bench export``: surfaces, textures, levels, files and times of the export on ten known solids."""

from __future__ import annotations

import json
import math
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from skimage.measure import marching_cubes

from bench.known import PEAK, field_of, known_solids, score_surface, view_of
from export.bvh import build_tree
from export.clean import merge_and_prune
from export.compare import compare_views
from export.deliver import DeliverySettings, deliver, first_level, further_levels
from export.dual import dual_mesh
from export.field_to_mesh import ExportSettings, field_to_model
from export.mesh import Array, Mesh, face_volumes, mesh_health
from export.surface import (
    DensityGrid,
    march,
    march_blocks,
    marching_mesh,
    refine_crossings,
    sample_density,
    sample_density_near,
)

# threestudio's `isosurface_threshold` for density fields.
FIXED_LEVEL = 25.0
MEASURES = ("chamfer", "hausdorff", "normals", "f_score")


def rainbow(points: Array) -> Array:
    """A colour that is smooth and different everywhere."""
    return 0.5 + 0.45 * np.sin(points * np.array([7.0, 6.0, 5.0]) + np.array([0.0, 1.0, 2.0]))


def plain_marching_cubes(grid: DensityGrid, level: float) -> Mesh:
    """scikit-image's marching cubes on the densities as they are: linear interpolation, no refinement."""
    vertices, faces, _, _ = marching_cubes(grid.values, level)
    positions = ((vertices + 0.5) * grid.spacing - 1).astype(np.float32)
    if face_volumes(positions, faces).sum() < 0:
        faces = faces[:, ::-1]
    return Mesh(positions, np.ascontiguousarray(faces, np.int32))


def surfaces(density_fn: Callable[[Array], Array], resolution: int) -> dict[str, Mesh]:
    """The same field by four ways on the same grid."""
    coarse = sample_density(density_fn, resolution // 2)
    grid = sample_density_near(density_fn, coarse, PEAK / 2, resolution)
    refined = refine_crossings(march(grid, PEAK / 2), PEAK / 2, density_fn)
    return {
        "dual": merge_and_prune(dual_mesh(refined, PEAK / 2, density_fn)),
        "marching, refined": marching_mesh(refined),
        "scikit-image": plain_marching_cubes(grid, PEAK / 2),
        "fixed threshold": plain_marching_cubes(grid, FIXED_LEVEL),
    }


def surface_table(resolution: int, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Scores of every way on every solid, and on how many solids the dual surface beats the other ways.

    Args:
        resolution: grid nodes along a side.
        say: is told of each row.
    """
    rows: dict[str, dict[str, dict[str, float]]] = {}
    for name, truth in known_solids().items():
        tree = build_tree(truth)
        rows[name] = {}
        for way, mesh in surfaces(field_of(truth), resolution).items():
            rows[name][way] = {**asdict(score_surface(mesh, truth, tree=tree)), "closed": mesh_health(mesh).watertight}
            scores = "  ".join(f"{key} {rows[name][way][key]:.4f}" for key in MEASURES)
            say(f"{name:11} {way:18} {scores}")
    ways = list(next(iter(rows.values())))
    summary = {way: {key: spread([row[way][key] for row in rows.values()]) for key in MEASURES} for way in ways}
    better = {
        way: {
            key: sum(
                (row["dual"][key] < row[way][key])
                if key in ("chamfer", "hausdorff")
                else row["dual"][key] >= row[way][key]
                for row in rows.values()
            )
            for key in MEASURES
        }
        for way in ways[1:]
    }
    return {"resolution": resolution, "solids": rows, "summary": summary, "dual_is_better_on": better}


def texture_table(
    solids: int, faces: int, texels: int, resolution: int, folder: Path, say: Callable[[str], None] = print
) -> list[dict[str, Any]]:
    """Finished models of known solids: likeness to the field's renders, deviation, validator, times.

    Args:
        solids: how many of the ten.
        faces: budget.
        texels: along a side of the texture.
        resolution: grid nodes along a side.
        folder: where the files go.
        say: is told of each row.
    """
    rows = []
    for name, truth in list(known_solids().items())[:solids]:
        density_fn = field_of(truth)
        view_fn, quick = view_of(density_fn, rainbow), view_of(density_fn, lambda p: np.zeros((len(p), 3)), 96)

        def opacity_fn(azimuth: float, elevation: float, pixels: int, render=quick) -> Array:
            return render(azimuth, elevation, pixels)[1]

        settings = ExportSettings(
            resolution,
            min(64, resolution),
            isolevel_views=4,
            isolevel_pixels=64,
            surface="dual",
            smooth_iterations=0,
            denoise_iterations=0,
            max_faces=faces,
            texture_size=texels,
            normal_map=True,
            occlusion=True,
        )
        begin = time.perf_counter()
        model = field_to_model(density_fn, rainbow, opacity_fn, settings)
        seconds = time.perf_counter() - begin
        scores = compare_views(model.mesh, view_fn, n_views=4, resolution=96)
        first = first_level(model.mesh, model.dense, texels, method=model.report.uv_method)
        lower = further_levels(model.light, model.dense, rainbow, settings, 2)
        made = deliver(
            (first, *lower), folder, name, DeliverySettings(("glb",), lods=2, collision=True, views=0), {"prompt": name}
        )
        found = made.report["validator"]
        rows.append(
            {
                "solid": name, "faces": len(model.mesh.faces), "psnr": scores.psnr, "psnr_surface": scores.psnr_surface,
                "iou": scores.iou, "uv": first.uv_method, "overlap": first.uv.overlap if first.uv else None,
                "stretch": first.uv.stretch if first.uv else None,
                "deviation": [asdict(level.deviation) for level in (first, *lower)],
                "validator": None if found is None else sum(r["errors"] + r["warnings"] for r in found.values()),
                "seconds": seconds, "parts": model.report.seconds,
            }
        )  # fmt: skip
        say(
            f"{name:11} PSNR {scores.psnr:.1f} dB, on the surface {scores.psnr_surface:.1f} dB, "
            f"IoU {scores.iou:.4f}, {seconds:.1f} s"
        )
    return rows


def block_row(resolution: int) -> dict[str, Any]:
    """Time of a large grid in blocks, and how far the process's memory rose, on a ball, whose field costs little."""

    def density(points: Array) -> Array:
        distance = np.linalg.norm(points, axis=1) - 0.7
        return (PEAK / (1 + np.exp(np.clip(distance / 0.01, -60, 60)))).astype(np.float32)

    coarse = sample_density(density, 64)
    before, begin = _peak_bytes(), time.perf_counter()
    mesh = marching_mesh(refine_crossings(march_blocks(density, coarse, PEAK / 2, resolution), PEAK / 2, density))
    radius = np.linalg.norm(mesh.vertices, axis=1)
    return {
        "resolution": resolution,
        "faces": len(mesh.faces),
        "seconds": time.perf_counter() - begin,
        "peak_rise_mib": (_peak_bytes() - before) / 2**20,
        "whole_grid_mib": 4 * resolution**3 / 2**20,
        "worst_radius_error": float(np.abs(radius - 0.7).max()),
    }


def run(
    out: Path,
    resolution: int = 128,
    solids: int = 10,
    faces: int = 10_000,
    texels: int = 1024,
    timing_resolution: int = 256,
    blocks: int = 512,
) -> dict[str, Any]:
    """All tables, as text on the way and as export.json.

    Args:
        out: folder of export.json and of the finished models.
        resolution: grid nodes along a side for the surfaces.
        solids: how many solids are finished and textured.
        faces: budget of the finished models.
        texels: along a side of their textures.
        timing_resolution: grid nodes along a side for the finished models.
        blocks: grid nodes along a side of the extraction in blocks; 0 leaves it out.
    """
    out.mkdir(parents=True, exist_ok=True)
    # First, for a peak of memory is only seen to rise.
    large = block_row(blocks) if blocks else None
    table = surface_table(resolution)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        models = texture_table(solids, faces, texels, timing_resolution, Path(folder))
    result = {"blocks": large, "surfaces": table, "models": models}
    (out / "export.json").write_text(json.dumps(result, indent=1))
    print(
        json.dumps(
            {"blocks": large, "surfaces": table["summary"], "dual_is_better_on": table["dual_is_better_on"]}, indent=1
        )
    )
    print(json.dumps({key: spread([row[key] for row in models]) for key in ("psnr", "psnr_surface", "iou", "seconds")}))
    return result


def spread(values: Sequence[float | None]) -> dict[str, float]:
    """Mean, standard deviation, least and greatest; NaN and None are left out."""
    known = [float(v) for v in values if v is not None and not math.isnan(v)]
    if not known:
        return {}
    figures = {"mean": float(np.mean(known)), "std": float(np.std(known)), "min": min(known), "max": max(known)}
    return {name: round(value, 4) for name, value in figures.items()}


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

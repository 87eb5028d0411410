"""``python -m bozzetto.bench export``: surfaces, textures, files and times of the export, on ten known solids, on runs
of prompts and on meshes of others, and whether they show what the export is meant to.
"""

from __future__ import annotations

import json
import math
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from skimage.measure import marching_cubes

import bozzetto
from bozzetto.atomic import write_bytes
from bozzetto.bench.readers import arkit_faults, disagreements
from bozzetto.bench.sets import load_set
from bozzetto.bench.solids import PEAK, field_of, known_solids, score_surface, view_of
from bozzetto.export.files.axes_units import FORMATS, Frame, in_frame
from bozzetto.export.mesh.bvh import build_tree
from bozzetto.export.mesh.clean import merge_and_prune
from bozzetto.export.mesh.mesh import Array, Mesh, face_volumes, mesh_health
from bozzetto.export.package.deliver import DeliverySettings, Destination, delivery_stages
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import FieldFunctions, field_to_model
from bozzetto.export.package.levels import first_level, further_levels
from bozzetto.export.surface.density_grid import DensityGrid, sample_density, sample_density_near
from bozzetto.export.surface.dual_contouring import dual_mesh
from bozzetto.export.surface.marching_cubes import march, march_blocks, marching_mesh, refine_crossings
from bozzetto.export.texture.compare import compare_views
from bozzetto.jobs.bake.run_export import ExportOptions, export_anything
from bozzetto.stages import run_stages

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


def surface_table(resolution: int, solids: int = 10, log: Callable[[str], None] = print) -> dict[str, Any]:
    """Scores of every way on every solid, and on how many solids the dual surface beats the other ways.

    Args:
        resolution: grid nodes along a side.
        solids: how many of the ten.
        log: called with a line for each row.
    """
    rows: dict[str, dict[str, dict[str, float]]] = {}
    for name, truth in list(known_solids().items())[:solids]:
        tree = build_tree(truth)
        rows[name] = {}
        for way, mesh in surfaces(field_of(truth), resolution).items():
            rows[name][way] = {**asdict(score_surface(mesh, truth, tree=tree)), "closed": mesh_health(mesh).watertight}
            scores = "  ".join(f"{key} {rows[name][way][key]:.4f}" for key in MEASURES)
            log(f"{name:11} {way:18} {scores}")
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
    solids: int, faces: int, texels: int, resolution: int, folder: Path, log: Callable[[str], None] = print
) -> list[dict[str, Any]]:
    """Finished models of known solids: likeness to the field's renders, deviation, validator, times.

    Args:
        solids: how many of the ten.
        faces: budget.
        texels: along a side of the texture.
        resolution: grid nodes along a side.
        folder: where the files go.
        log: called with a line for each row.
    """
    rows = []
    for name, truth in list(known_solids().items())[:solids]:
        density_fn = field_of(truth)
        view_fn, quick = view_of(density_fn, rainbow), view_of(density_fn, lambda p: np.zeros((len(p), 3)), 96)

        def opacity_fn(
            azimuth: float,
            elevation: float,
            pixels: int,
            render: Callable[[float, float, int], tuple[Array, Array]] = quick,
        ) -> Array:
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
        model = field_to_model(FieldFunctions(density_fn, rainbow, opacity_fn), settings)
        seconds = time.perf_counter() - begin
        scores = compare_views(model.mesh, view_fn, n_views=4, resolution=96)
        first = first_level(model.mesh, model.high_poly, texels, method=model.report.uv_method)
        lower = further_levels(model.low_poly, model.high_poly, rainbow, settings, 2)
        delivery = DeliverySettings(("glb",), lods=2, collision=True, views=0)
        stages = delivery_stages(delivery, Destination(folder, name), compared=False)
        given = {"levels": (first, *lower), "metadata": {"prompt": name}}
        package = run_stages(stages, ("delivered",), given=given)["delivered"]
        validation = package.report["validator"]
        rows.append(
            {
                "solid": name, "faces": len(model.mesh.faces), "psnr": scores.psnr, "psnr_surface": scores.psnr_surface,
                "iou": scores.iou, "uv": first.uv_method, "overlap": first.uv.overlap if first.uv else None,
                "stretch": first.uv.stretch if first.uv else None,
                "deviation": [asdict(level.deviation) if level.deviation else None for level in (first, *lower)],
                "validator": _n_issues(validation),
                "seconds": seconds, "parts": model.seconds,
            }
        )  # fmt: skip
        log(
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


def runs_table(
    runs: Sequence[Path], faces: int, texels: int, resolution: int, folder: Path, log: Callable[[str], None] = print
) -> list[dict[str, Any]]:
    """Finished runs in every format: validator, outside readers, likeness to the field's own renders, times.

    Args:
        runs: folders of finished runs.
        faces: budget.
        texels: along a side of the texture.
        resolution: grid nodes along a side.
        folder: where the files go.
        log: called with a line for each row.
    """
    rows = []
    for run in runs:
        options = ExportOptions(FORMATS, faces, texels, resolution=resolution, normal_map=True, occlusion=True)
        row = _exported(run, folder / run.name, options)
        rows.append(row)
        views = row["views"]
        log(
            f"{run.name:24} PSNR {views['psnr']:.1f} dB (best of any opaque surface {views['psnr_limit']:.1f}), inside "
            f"{views['psnr_surface'] or math.nan:.1f}, rim {views['psnr_rim']:.1f}, IoU {views['iou']:.3f}, "
            f"validator {row['validator']}, readers {row['disagreements'] or 'agree'}, {row['seconds']:.1f} s"
        )
    return rows


def outside_table(number: int, folder: Path, log: Callable[[str], None] = print) -> list[dict[str, Any]]:
    """Meshes that trimesh wrote, each with levels of detail and a hull: validator and outside readers.

    Args:
        number: of meshes, at most ten.
        folder: where the files go.
        log: called with a line for each row.
    """
    rows = []
    options = ExportOptions(FORMATS, 2000, 512, lods=2, collision=True, normal_map=True, occlusion=True)
    for k, (name, solid) in enumerate(list(known_solids().items())[:number]):
        colors = (rainbow(solid.vertices) * 255).astype(np.uint8)
        body = trimesh.Trimesh(solid.vertices, solid.faces, vertex_colors=colors, process=False)
        # Each second one is open, which is no reason to write a file that is not valid.
        if k % 2:
            body.update_faces(np.arange(len(body.faces)) % 17 != 0)
        source = folder / f"{name}.{('glb', 'obj', 'ply', 'stl')[k % 4]}"
        folder.mkdir(parents=True, exist_ok=True)
        body.export(source)
        row = _exported(source, folder / name, options)
        rows.append(row)
        log(f"{source.name:24} validator {row['validator']}, readers {row['disagreements'] or 'agree'}")
    return rows


def _exported(source: Path, folder: Path, options: ExportOptions) -> dict[str, Any]:
    """One export, and what others say of its files."""
    begin = time.perf_counter()
    files = export_anything(source, folder, options)
    seconds = time.perf_counter() - begin
    report = json.loads(next(path for path in files if path.name.endswith("_report.json")).read_text())
    level, said = report["levels"][0], []
    for path in files:
        kind = path.suffix.lstrip(".")
        if kind in FORMATS and path.stem == level["name"]:
            bounds = _turned(np.array(report["bounds_m"]), Frame(**report["frames"][kind]))
            said += disagreements(path, level["faces"], bounds, bool(level["texture"]) + len(level["maps"]))
        if kind == "usdz":
            said += [f"{path.name}: {fault}" for fault in arkit_faults(path)]
    validation = report["validator"]
    return {
        "name": source.name,
        "faces": level["faces"],
        "views": report["views"],
        "watertight": level["health"]["watertight"],
        "uv": level["uv"],
        "validator": _n_issues(validation),
        "glbs": sum(path.suffix == ".glb" for path in files),
        "disagreements": said,
        "seconds": seconds,
        "parts": report["seconds"],
    }


def _turned(bounds: Array, frame: Frame) -> Array:
    """Bounds in metres, +Y up, as a file in that frame has them."""
    corners = np.stack(np.meshgrid(*bounds.T), axis=-1).reshape(-1, 3)
    box = in_frame(Mesh(corners.astype(np.float32), np.zeros((1, 3), np.int32)), frame)
    return np.array([box.vertices.min(axis=0), box.vertices.max(axis=0)])


def _n_issues(validation: dict[str, Any] | None) -> int | None:
    """Errors and warnings of the glTF validator over all files; None where it did not run."""
    if validation is None:
        return None
    return sum(report["errors"] + report["warnings"] for report in validation.values())


def finished_runs(folder: Path, number: int, preset: str = "draft", log: Callable[[str], None] = print) -> list[Path]:
    """Runs of the known prompts in a folder; those that are not there yet are made.

    Args:
        folder: of the runs.
        number: how many.
        preset: of those that are made.
        log: called with a line for each.
    """
    runs = sorted(path.parent for path in folder.glob("*/config.json") if (path.parent / "mesh.glb").is_file())
    for prompt in load_set("seen"):
        if len(runs) >= number:
            break
        place = folder / "-".join(prompt.prompt.split())
        if place not in runs:
            log(f"making {prompt.prompt!r} ({preset})")
            runs.append(bozzetto.generate(prompt.prompt, preset=preset, out=place).path)
    return runs[:number]


def verdicts(result: dict[str, Any], limit: float = 30.0) -> list[dict[str, Any]]:
    """What the export is meant to show, and whether these tables show it.

    Args:
        result: the tables.
        limit: dB, and seconds.
    """
    models, runs, outside = result["models"], result["runs"], result["outside"]
    checked = [row["validator"] for row in (*models, *runs, *outside)]
    apart = [line for row in (*runs, *outside) for line in row["disagreements"]]
    better = result["surfaces"]["dual_is_better_on"]
    solids = len(result["surfaces"]["solids"])
    inferior = [
        f"{key} against {way}: {n} of {solids}"
        for way in ("scikit-image", "fixed threshold")
        for key, n in better[way].items()
        if key != "hausdorff" and n < solids
    ]
    likeness = [row["views"]["psnr"] for row in runs] + [row["psnr"] for row in models]
    slowest = max((row["seconds"] for row in models), default=math.nan)
    glbs = f"{len(runs)} runs, {len(outside)} outside meshes, {len(models)} solids"
    return [
        {
            "shows": "Khronos validator: no errors, no warnings",
            "met": bool(checked) and all(n == 0 for n in checked),
            "found": f"{sum(n or 0 for n in checked)} on the GLBs of {glbs}"
            if None not in checked
            else "the validator is not installed: npm ci --prefix tests/export",
        },
        {
            "shows": "outside readers agree on counts, bounds, materials; usdz passes the ARKit profile",
            "met": bool(runs or outside) and not apart,
            "found": f"{len(apart)} disagreements" + (f", first: {apart[0]}" if apart else ""),
        },
        {
            "shows": "Chamfer distance, normals, F-score better than scikit-image and a fixed threshold on each solid",
            "met": not inferior,
            "found": "; ".join(inferior) or f"on all {solids} solids",
        },
        {
            "shows": f"PSNR of the mesh's renders against the field's at least {limit:.0f} dB",
            "met": bool(likeness) and min(likeness) >= limit,
            "found": f"{sum(x >= limit for x in likeness)} of {len(likeness)}; runs {spread(likeness[: len(runs)])}, "
            f"solids {spread(likeness[len(runs) :])}",
        },
        {
            "shows": f"grid to finished GLB in {limit:.0f} s",
            "met": slowest <= limit,
            "found": f"slowest solid {slowest:.1f} s, slowest run (all formats and report) "
            f"{max((row['seconds'] for row in runs), default=math.nan):.1f} s",
        },
    ]


def run(
    out: Path,
    resolution: int = 128,
    solids: int = 10,
    faces: int = 10_000,
    texels: int = 1024,
    timing_resolution: int = 256,
    blocks: int = 512,
    runs: int = 20,
    runs_folder: Path | None = None,
    outside: int = 10,
    json_path: Path | None = None,
) -> dict[str, Any]:
    """All tables, as text on the way and as JSON.

    Args:
        out: folder of export.json and of the finished models.
        resolution: grid nodes along a side for the surfaces.
        solids: how many solids are scored, finished and textured.
        faces: budget of the finished models.
        texels: along a side of their textures.
        timing_resolution: grid nodes along a side for the finished models.
        blocks: grid nodes along a side of the extraction in blocks; 0 leaves it out.
        runs: how many runs of prompts.
        runs_folder: where they are, or are made; None is `runs` in `out`.
        outside: how many meshes of others.
        json_path: of the tables; None is export.json in `out`.
    """
    out.mkdir(parents=True, exist_ok=True)
    # Where the tests keep the validator.
    packages = Path(__file__).parents[1] / "tests" / "export" / "node_modules"
    if packages.is_dir():
        os.environ.setdefault("NODE_PATH", str(packages))
    # First, for a peak of memory is only seen to rise.
    large = block_row(blocks) if blocks else None
    result: dict[str, Any] = {"blocks": large, "surfaces": surface_table(resolution, solids)}
    with tempfile.TemporaryDirectory(dir=out) as name:
        folder = Path(name)
        result["models"] = texture_table(solids, faces, texels, timing_resolution, folder)
        result["outside"] = outside_table(outside, folder / "outside")
        folders = finished_runs(runs_folder or out / "runs", runs)
        result["runs"] = runs_table(folders, faces, texels, timing_resolution, folder)
    result["verdicts"] = verdicts(result)
    target = json_path or out / "export.json"
    write_bytes(target, json.dumps(result, indent=1).encode())
    print(json.dumps({"blocks": large, "surfaces": result["surfaces"]["summary"]}, indent=1))
    for row in result["verdicts"]:
        print(f"{'met    ' if row['met'] else 'NOT MET'} {row['shows']}: {row['found']}")
    print(target)
    return result


def spread(values: Sequence[float | None]) -> dict[str, float]:
    """Mean, standard deviation, least and greatest; NaN and None are left out."""
    finite = [float(v) for v in values if v is not None and not math.isnan(v)]
    if not finite:
        return {}
    figures = {"mean": float(np.mean(finite)), "std": float(np.std(finite)), "min": min(finite), "max": max(finite)}
    return {name: round(value, 4) for name, value in figures.items()}


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

"""``python -m bozzetto.bench scenes``: several objects in one prompt, held against the true meshes in the same places.

Prompts are drawn by lot from the modelled nouns of training, two objects each, "on" and "and" in turn. Where the prior
places its objects, the true ones are placed; silhouette IoU and PSNR (dB, plain albedo on white) are of the exported
mesh over eight held-out views. What this measures is whether the objects come out whole, where they were put, in their
own colours; not whether a person would have put them there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from bozzetto.bench.export import spread
from bozzetto.bench.quality import Plan, write_strip
from bozzetto.bench.sets import by_lot, with_article
from bozzetto.bench.truth import SILHOUETTE_OPACITY, Pictures, iou_of, mesh_views
from bozzetto.export.files.glb import read_glb
from bozzetto.export.surface.iso_level import silhouette_threshold
from bozzetto.foundry.assets import EMOJI_SET, load_assets, load_mesh
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.views import TRUTH_VIEWS, Scene
from bozzetto.foundry.wavefront import Wavefront
from bozzetto.jobs.config.errors import CollapsedError, DivergedError, ExportError
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.pipeline.generate import generate, resume
from bozzetto.jobs.store.provenance import hardware
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import Run, read_json, write_json
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.layout import Placement
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.scene import Group


def prompts_of(nouns: Sequence[str], lexicon: Lexicon, limit: int) -> list[str]:
    """The first prompts by lot, of two different nouns each, that are read as two objects with nothing left over."""
    drawn = by_lot(nouns, "scenes")
    prompts = []
    for k in range(len(drawn) // 2):
        first, second = (with_article(noun) for noun in drawn[2 * k : 2 * k + 2])
        prompt = f"{first} on {second}" if k % 2 == 0 else f"{first} and {second}"
        reading = lexicon.read(prompt)
        if isinstance(reading.scene, Group) and set(reading.words) == set(drawn[2 * k : 2 * k + 2]):
            prompts.append(prompt)
    return prompts[:limit]


def joined(meshes: Sequence[Wavefront], places: Sequence[Placement]) -> Wavefront:
    """True objects, each where it was placed, as one mesh."""
    count = {"vertices": 0, "uvs": 0, "normals": 0, "materials": 0}
    parts: dict[str, list[np.ndarray]] = {}
    materials = []
    for mesh, place in zip(meshes, places, strict=True):
        # An index of -1 says that a corner has no such thing, and stays.
        shifted = {
            name: np.where(index >= 0, index + count[of], index)
            for name, index, of in (
                ("faces", mesh.faces, "vertices"),
                ("face_uvs", mesh.face_uvs, "uvs"),
                ("face_normals", mesh.face_normals, "normals"),
                ("face_materials", mesh.face_materials, "materials"),
            )
        }
        moved = (mesh.vertices * place.scale + np.asarray(place.offset)).astype(np.float32)
        for name, value in {**shifted, "vertices": moved, "uvs": mesh.uvs, "normals": mesh.normals}.items():
            parts.setdefault(name, []).append(value)
        materials += mesh.materials
        for name in ("vertices", "uvs", "normals"):
            count[name] += len(getattr(mesh, name))
        count["materials"] = len(materials)
    arrays: dict[str, Any] = {name: np.concatenate(values) for name, values in parts.items()}
    return Wavefront(**arrays, materials=materials)


def truth_of(mesh: Wavefront) -> tuple[Pictures, np.ndarray]:
    """Held-out views of a mesh, 64 pixels across, and their cameras [8, 2]."""
    k = np.arange(TRUTH_VIEWS)
    cameras = np.stack([k * np.pi / 4, np.radians(np.where(k % 2 == 0, 10.0, 30.0))], 1)
    scene, nothing = Scene(mesh), np.full(3, -9.0, np.float32)
    stored = torch.from_numpy(np.stack([scene.buffers(float(a), float(e), nothing) for a, e in cameras]))
    light = torch.tensor([0.0, 0.0, 1.0]).expand(TRUTH_VIEWS, 3)
    image, alpha = ViewData.compose(stored, torch.ones(TRUTH_VIEWS, 3), light, torch.ones(TRUTH_VIEWS), None)
    return Pictures(image.numpy(), alpha.numpy()), cameras


def measure_scenes(
    folder: Path, out: Path, plan: Plan, limit: int, seed: int = 0, log: Callable[[str], None] = lambda line: None
) -> dict[str, Any]:
    """Makes and scores the runs, and writes ``scenes.json`` after each: a row that is there is not made again.

    Args:
        folder: of the foundry. out: of the runs, their pictures and the JSON. plan: how they are made.
        limit: so many prompts. seed: of the runs. log: called with a line for each row.
    Raises:
        FileNotFoundError: the foundry's objects are not there; the message names the command.
    """
    prior, assets, path = EmbeddedPrior(), load_assets(folder), out / "scenes.json"
    index = {asset.noun: k for k, asset in enumerate(assets)}
    nouns = [asset.noun for asset in assets if asset.library != EMOJI_SET and asset.noun in prior.lexicon.objects]
    about = {"prior_sha256": prior.digest, "preset": plan.preset, "settings": list(plan.settings), "seed": seed}
    rows: list[dict[str, Any]] = []
    if path.is_file():
        before = read_json(path)
        rows = before["runs"] if before["about"]["plan"] == about else []
    for prompt in prompts_of(nouns, prior.lexicon, limit):
        if any(row["prompt"] == prompt for row in rows):
            continue
        scene = prior.read(prompt).scene
        assert isinstance(scene, Group)
        places = prior.placements(scene)
        meshes = [load_mesh(folder / "meshes" / f"{index[place.thing.noun]:03d}.npz") for place in places]
        truth, cameras = truth_of(joined(meshes, places))
        solid = truth.alpha >= silhouette_threshold(truth.alpha)
        row: dict[str, Any] = {"prompt": prompt, "iou": 0.0, "psnr": None, "seconds": None, "error": ""}
        where = out / slug(prompt)
        try:
            if (where / "config.json").is_file():
                run = resume(Run(where), prior=prior)
            else:
                run = generate(plan.config(prompt, seed), prior=prior, out=where)
            assert run.mesh is not None
            result = mesh_views(read_glb(run.mesh), cameras, solid.shape[1])
            row["iou"] = float(
                np.mean([iou_of(a > SILHOUETTE_OPACITY, b) for a, b in zip(result.alpha, solid, strict=True)])
            )
            row["seconds"] = round(sum((run.report or {}).get("seconds", {}).values()), 1)
        except (DivergedError, CollapsedError, ExportError) as error:
            result, row["error"] = Pictures(np.ones_like(truth.white), np.zeros_like(truth.alpha)), str(error)
        row["psnr"] = result.psnr(truth)
        write_strip(truth.white, result.white, out / "pictures" / f"{slug(prompt)}.webp")
        rows.append({key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()})
        log(f"{prompt:44s} IoU {row['iou']:.3f}, PSNR {row['psnr']:.1f} dB {row['error']}")
        _write(path, about, rows)
    return _write(path, about, rows)


def _write(path: Path, plan: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    result = {
        "about": {"plan": plan, "versions": versions(), "hardware": hardware()},
        "summary": {key: spread([row[key] for row in rows]) for key in ("iou", "psnr", "seconds")},
        "runs": rows,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    write_json(path, result)
    return result

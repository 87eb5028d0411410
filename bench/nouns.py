"""``python -m bozzetto.bench nouns``: objects that are shipped beside the network, asked for by a prompt and a seed,
and the mesh of the run beside the mesh that each was learnt from.

Objects are drawn by lot from those that were learnt (sculptures and models of the furniture libraries). Scores are
those of ``bench teach``: eight views that no fit saw, 64 x 64 pixels. Of nouns with several objects, how much their
shapes have in common. Everything goes into ``nouns.json`` and a sheet a result; what is there already is kept.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from PIL import Image

from bozzetto.atomic import write_bytes
from bozzetto.bench.teach import SIZE, as_pictures, mesh_scores
from bozzetto.bench.truth import Pictures
from bozzetto.foundry.nouns import model_of
from bozzetto.jobs.config.run_config import make_config, override
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.teach.learn import shown_surface, surface_scores
from bozzetto.jobs.teach.mesh_views import look_at_model, unseen_cameras
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.embedded import EmbeddedPrior, Words
from bozzetto.sds.scene import SHAPES, Thing
from bozzetto.sds.vocabulary import Entry
from bozzetto.sds.volume import picked

SCORES = ("iou", "psnr", "relit_psnr")


def learnt_objects(prior: EmbeddedPrior) -> list[tuple[str, int]]:
    """Nouns of the packs beside the network, and which of their objects, without those of the network itself."""
    return [
        (name, k)
        for name, entry in sorted(prior.vocabulary.known.items())
        for k, one in enumerate(entry.noun.instances)
        if "iou" in one.about
    ]


def shared_shape(entry: Entry, most: int = 8) -> float | None:
    """Mean IoU of the solid voxels of pairs of a noun's first objects; None for a noun of one."""
    solids = [entry.source.solid(entry.number, k) for k in range(min(most, len(entry.noun.instances)))]
    pairs = [float((a & b).sum() / (a | b).sum().clamp(min=1)) for a, b in combinations(solids, 2)]
    return float(np.mean(pairs)) if pairs else None


def measure_nouns(out: Path, count: int, preset: str, seed: int, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Makes objects drawn by lot and scores them.

    Args:
        out: folder. count: objects. preset: of the runs. seed: of the lot.
        say: called with a line an object.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "nouns.json"
    result: dict[str, Any] = json.loads(path.read_text()) if path.is_file() else {}
    rows: list[dict[str, Any]] = result.setdefault("objects", [])
    prior = EmbeddedPrior()
    objects = learnt_objects(prior)
    done = {(row["noun"], row["instance"]) for row in rows}
    several = {name: shared_shape(entry) for name, entry in prior.vocabulary.known.items()}
    result["shared_shape"] = {name: round(value, 3) for name, value in several.items() if value is not None}
    for number in np.random.default_rng(seed).permutation(len(objects))[:count]:
        noun, instance = objects[number]
        if (noun, instance) in done:
            continue
        one = prior.vocabulary[noun].noun.instances[instance]
        truth = look_at_model(model_of(one.source, out), unseen_cameras(), SIZE, 3)
        begin = time.perf_counter()
        config = override(make_config(f"a {noun}", preset, seed=instance), [f"text.instance={instance}"])
        run = generate(config, out=out / "runs" / f"{noun.replace(' ', '-')}-{instance}")
        assert run.mesh is not None
        made, scores = mesh_scores(run.mesh, truth)
        row = {"noun": noun, "instance": instance, "source": one.source, "volume": dict(one.about), "mesh": scores}
        rows.append(row | {"seconds": round(time.perf_counter() - begin, 1)})
        _sheet(out / "sheets" / f"{noun.replace(' ', '-')}-{instance}.webp", as_pictures(truth.surface), made)
        say(f"{noun} {instance}: " + ", ".join(f"{key} {value:.3f}" for key, value in scores.items()))
        result["summary"] = summary(rows, list(result["shared_shape"].values()))
        write_bytes(path, json.dumps(result, indent=1).encode())
    return result


def summary(rows: list[dict[str, Any]], shared: list[float]) -> dict[str, Any]:
    """Mean, median and the worst of each score."""
    out: dict[str, Any] = {"objects": len(rows)}
    for key in SCORES:
        values = sorted((float(row["mesh"][key]), row["noun"]) for row in rows)
        figures = np.array([value for value, _ in values])
        out[key] = {"mean": round(float(figures.mean()), 4), "median": round(float(np.median(figures)), 4)}
        out[key]["worst"] = {noun: round(value, 3) for value, noun in values[:5]}
    out["nouns of several objects"] = len(shared)
    out["mean IoU between the objects of a noun"] = round(float(np.mean(shared)), 3) if shared else None
    return out


def measure_shapes(count: int, seed: int, say: Callable[[str], None] = print) -> dict[str, dict[str, float]]:
    """How well volumes that shape words stretch show the objects' own meshes, stretched alike, from eight sides.

    Args:
        count: objects, drawn by lot of those that were learnt. seed: of the lot. say: called with a line an object.
    Returns:
        of each change of shape, and of none (``usual``), mean IoU and PSNR (dB), and the tenth worst IoU of a hundred.
    """
    prior = EmbeddedPrior()
    objects = learnt_objects(prior)
    rows: dict[str, list[tuple[float, float]]] = {shape: [] for shape in ("usual", *SHAPES)}
    for number in np.random.default_rng(seed).permutation(len(objects))[:count]:
        noun, instance = objects[number]
        with TemporaryDirectory() as folder:
            model = model_of(prior.vocabulary[noun].noun.instances[instance].source, Path(folder))
        for shape, scores in rows.items():
            thing = Thing(noun, instance=instance, shape=() if shape == "usual" else (shape,))
            stretch, mesh = prior.stretch(thing), model.mesh
            if stretch is not None:
                moved = stretch.moved(mesh.vertices.astype(np.float64)).astype(np.float32)
                mesh = replace(mesh, vertices=moved)
            truth = look_at_model(replace(model, mesh=mesh, corner_normals=None), unseen_cameras(), SIZE, 3)
            words = Words(torch.zeros(prior.config.vocabulary), None)
            conditioning = Conditioning(replace(prior.encode_text(f"a {noun}").cond, scene=thing), words, noun)
            volume = picked(prior.volumes(conditioning).volumes, slice(1))
            shown = shown_surface(prior, volume, truth.cameras, SIZE)
            found = surface_scores(shown, truth.surface)
            scores.append((found.iou, found.psnr))
        say(f"{noun} {instance}: " + ", ".join(f"{shape} {scores[-1][0]:.3f}" for shape, scores in rows.items()))
    return {
        shape: {
            "iou": round(float(np.mean([iou for iou, _ in scores])), 4),
            "iou of the worst tenth": round(float(np.quantile([iou for iou, _ in scores], 0.1)), 4),
            "psnr": round(float(np.mean([psnr for _, psnr in scores])), 2),
        }
        for shape, scores in rows.items()
    }


def _sheet(path: Path, truth: Pictures, made: Pictures) -> None:
    """The true object above, the run's mesh below, from eight sides."""
    rows = [(np.concatenate(list(one.white), 1).clip(0, 1) * 255).astype(np.uint8) for one in (truth, made)]
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate(rows)).save(path, quality=85)

"""``python -m bozzetto.bench quality``: every prompt of the fixed sets, every seed, held against ground truth; bad runs
counted.

Scores of a run, over the eight held-out views of the object that the prompt means (plain albedo):

    r_precision   share of views for which the judge finds this prompt among all of the set; its ceiling is the same
                  of the true object's renders
    colour_right  of recombined prompts: share of views for which it finds the colour among all colours of this noun
    consistency   mean cosine of the judge's embeddings of neighbouring views, and the true object's
    iou, psnr     of the exported mesh's silhouettes and pictures (dB, the mean of that on white and that on black);
                  field_iou, field_psnr: of the volume render;
                  relit_psnr: of the mesh beside the object in the same four lights
    chamfer       mean distance between the mesh and the surface of the object that can be seen from outside, percent
                  of the object's diagonal; f_score: at 2 percent, about one pixel of the prior's 32
    janus         whether the front appears at the back (``bozzetto.bench.janus``); None where the object has no front
    diverged      why a run counts as lost: empty, solid, saturated, or the error that ended it
    seconds       prompt to GLB; memory_mb: peak beyond what the bench held before the run began
"""

from __future__ import annotations

import copy
import io
import math
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.bench.export import spread
from bozzetto.bench.janus import JanusCheck, ViewClassifier, check
from bozzetto.bench.judge import ClipJudge, ImageTextModel, Judge, retrieved
from bozzetto.bench.methods import settings_of
from bozzetto.bench.sets import QUICK_SIZES, SIZES, Prompt, load_set, with_article
from bozzetto.bench.solids import score_surface
from bozzetto.bench.truth import Case, Pictures, Score, oracle_renderer, score
from bozzetto.export.files.glb import read_glb
from bozzetto.export.mesh.bvh import Tree, build_tree, cast_rays
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.mesh.raster import PRIOR_FOVY, orbit_c2w
from bozzetto.export.surface.iso_level import silhouette_threshold
from bozzetto.foundry.assets import load_mesh
from bozzetto.foundry.batches import ViewData
from bozzetto.jobs.config.errors import CollapsedError, ConfigError, DivergedError, ExportError, PriorError
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.config.run_config import RunConfig, make_config, override
from bozzetto.jobs.pipeline.generate import generate, resume
from bozzetto.jobs.store.provenance import hardware
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.resources import forget_peak, process_memory
from bozzetto.jobs.store.runs import Run, read_json, write_json
from bozzetto.sds.conditioning import Views
from bozzetto.sds.embedded import EmbeddedPrior, UnknownPromptError
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.oracle import MixtureOraclePrior, OraclePrior
from bozzetto.sds.prior import Prior
from bozzetto.sds.tint import COLOURS

EMPTY_COVERAGE, SOLID_COVERAGE, SATURATED_SHARE = 0.1, 0.7, 0.5
"""A result is empty below this share of the true coverage; solid above this coverage of the frame where the object is
not; saturated above this share of pixels at an end of their range.
"""

SCORE_VERSION = "on two grounds"
"""How runs are scored: rows that were scored otherwise are scored again."""
F_SCORE_PERCENT = 2.0
SURFACE_SAMPLES = 10_000
JUDGED = ("r_precision", "ceiling", "colour_right", "colour_ceiling", "consistency", "consistency_true")
MEASURED = (
    *("iou", "psnr", "relit_psnr", "field_iou", "field_psnr", "chamfer", "f_score", "normals"),
    *("seconds", "memory_mb"),
)


@dataclass(frozen=True)
class Plan:
    """What is measured. All runs of one result file share it."""

    prior: str = "embedded"
    """``embedded``; ``oracle``, exact renders of the object itself; ``two-faced-oracle``, which knows no backs;
    ``mixture-oracle``, the exact denoiser of all objects of ``lot``, where the text says which it is.
    """
    method: str = "x0"
    preset: str = "standard"
    settings: tuple[str, ...] = ()
    """More settings of the runs, after the method's own."""
    threads: int = 0
    lot: tuple[str, ...] = ()
    """Prompts of the ``seen`` set whose objects the mixture is of."""

    def config(self, prompt: str, seed: int) -> RunConfig:
        """The configuration of a run. No turntable and few previews: they are not what is measured."""
        made = make_config(prompt, self.preset, seed=seed, prior=self.prior, threads=self.threads)
        made = replace(made, pictures=replace(made.pictures, turntable_frames=0))
        made = replace(made, save=replace(made.save, preview_every=made.steps, checkpoint_every=made.steps))
        return override(made, (*settings_of(self.method), *self.settings))


@dataclass(frozen=True)
class Job:
    """One run: a prompt of a set with a seed."""

    set: str
    prompt: Prompt
    seed: int

    @property
    def name(self) -> str:
        """Of its folder and picture."""
        return f"{self.set}-{slug(self.prompt.prompt)}-{self.seed}"


def jobs_of(sets: Sequence[str], seeds: Sequence[int], limit: int | None, quick: bool) -> list[Job]:
    """The runs in order: all sets and prompts with the first seed, then with the next."""
    chosen = {}
    for name in sets:
        prompts = load_set(name)
        chosen[name] = prompts[: QUICK_SIZES[name]] if quick else prompts[:limit]
    return [Job(name, prompt, seed) for seed in seeds for name in sets for prompt in chosen[name]]


class Bench:
    """The data, the judges and the prior that all runs share.

    Args:
        plan: what is measured. folder: of the foundry. out: folder of the runs. clip: folder of a real CLIP.
        judge: by default the shipped one.
    """

    def __init__(self, plan: Plan, folder: Path, out: Path, clip: Path | None = None, judge: Judge | None = None):
        self.plan, self.folder, self.out = plan, folder, out
        self.embedded = EmbeddedPrior() if plan.prior == "embedded" else None
        self.judge = judge or Judge()
        self.clip = None if clip is None else ClipJudge(clip)
        self.data = ViewData(folder, Lexicon.load(folder / "lexicon.json"))
        self.classifier = ViewClassifier(self.judge, self.data, folder)
        self.objects: dict[str, int] = {asset.noun: k for k, asset in enumerate(self.data.assets)}
        self._surfaces: dict[int, tuple[Mesh, Tree]] = {}

    def another(self, plan: Plan, out: Path) -> Bench:
        """The same data and judges for another plan."""
        twin = copy.copy(self)
        twin.plan, twin.out = plan, out
        twin.embedded = (self.embedded or EmbeddedPrior()) if plan.prior == "embedded" else None
        return twin

    @cached_property
    def janus_check(self) -> JanusCheck:
        """How far the Janus rates can be trusted."""
        return check(self.classifier)

    def prior(self, job: Job, resolution: int = 32) -> Prior:
        """The prior of a run."""
        if self.embedded is not None:
            return self.embedded
        assert job.prompt.noun is not None
        if self.plan.prior == "mixture-oracle":
            nouns = {p.prompt: p.noun for p in load_set("seen") if p.prompt in self.plan.lot and p.noun}
            renders = {prompt: self._renderer(noun, resolution) for prompt, noun in nouns.items()}
            return MixtureOraclePrior(renders, resolution)
        two_faced = self.plan.prior == "two-faced-oracle"
        oracle = OraclePrior(self._renderer(job.prompt.noun, resolution, job.prompt.colour, two_faced), resolution)
        oracle.name = self.plan.prior
        return oracle

    def _renderer(
        self, noun: str, resolution: int, colour: str | None = None, two_faced: bool = False
    ) -> Callable[[Views], Tensor]:
        """An object's renders; asked for the same views again, as methods do that invert, it need not render again."""
        render = oracle_renderer(self.folder, self.objects[noun], resolution, colour, two_faced)
        last: list[tuple[Views, Tensor]] = []

        def cached(views: Views) -> Tensor:
            if not last or last[0][0] is not views:
                last[:] = [(views, render(views))]
            return last[0][1]

        return cached

    def knows(self, prompt: Prompt) -> bool:
        """Whether the prior can be asked for this prompt at all."""
        if self.embedded is None:
            return prompt.noun in self.objects
        try:
            self.embedded.encode_text(prompt.prompt)
        except UnknownPromptError:
            return False
        return True

    def surface(self, k: int) -> tuple[Mesh, Tree]:
        """The faces of an object that can be seen from outside, and their tree."""
        if k not in self._surfaces:
            mesh = load_mesh(self.folder / "meshes" / f"{k:03d}.npz")
            outside = visible_surface(Mesh(mesh.vertices.astype(np.float32), mesh.faces.astype(np.int32)))
            self._surfaces[k] = outside, build_tree(outside)
        return self._surfaces[k]

    def run(self, job: Job) -> dict[str, Any]:
        """Makes (or takes up) one run and scores it."""
        prompt = job.prompt
        row: dict[str, Any] = {"set": job.set, "prompt": prompt.prompt, "seed": job.seed, "known": self.knows(prompt)}
        row |= {"noun": prompt.noun, "colour": prompt.colour, "name": job.name, "judge": self.judge_digest}
        if not row["known"]:
            return row
        run, figures = self._made(job)
        row |= figures
        if prompt.noun is not None:
            row |= self.score(job, run if row["error"] == "" else None)
        return row

    def _made(self, job: Job) -> tuple[Run, dict[str, Any]]:
        """The finished run, its time and memory; a run that failed says why."""
        path, prior = self.out / job.name, self.prior(job)
        forget_peak()
        before = process_memory()[1]
        error, made = "", True
        try:
            if (path / "config.json").is_file():
                run = Run(path)
                if run.state.status == "failed":
                    error = run.state.reason
                elif run.state.status != "done":
                    run = resume(run, prior=prior)
                else:
                    made = False
            else:
                run = generate(self.plan.config(job.prompt.prompt, job.seed), prior=prior, out=path)
        except (DivergedError, CollapsedError, ExportError) as fault:
            run, error = Run(path), str(fault)
        except (ConfigError, PriorError):
            # The prior cannot do this at all: no run, and nothing that a later call should take for one that failed.
            shutil.rmtree(path, ignore_errors=True)
            raise
        seconds = (run.report or {}).get("seconds", {})
        memory = round(max(0, process_memory()[0] - before) / 1e6) if made else None
        figures = {"seconds": round(sum(seconds.values()), 2) or None, "memory_mb": memory, "error": error}
        return run, figures

    @property
    def judge_digest(self) -> str:
        """What the scores of a row hang on beside its run."""
        clip = self.clip.digest[:12] if self.clip else ""
        return f"{self.judge.digest[:12]} {clip} {SCORE_VERSION}"

    def score(self, job: Job, run: Run | None) -> dict[str, Any]:
        """Scores a run, or what is nothing at all where it failed."""
        prompt = job.prompt
        assert prompt.noun is not None
        k = self.objects[prompt.noun]
        case = Case(prompt.prompt, k, prompt.colour)
        if run is None:
            image, alpha, _ = self.data.truth(k, prompt.colour)
            solid = alpha.numpy() >= silhouette_threshold(alpha.numpy())
            truth, pictures = image.numpy(), np.ones_like(image.numpy())
            psnr = Pictures(pictures, np.zeros_like(alpha.numpy())).psnr(Pictures(truth, alpha.numpy()))
            scores = Score(
                iou=0.0, psnr=psnr, field_iou=0.0, field_psnr=psnr, relit_psnr=psnr, coverage=0.0,
                true_coverage=float(solid.mean()), saturated=0.0,
            )  # fmt: skip
        else:
            scores, truth, pictures = score(run, self.data, case)
        figures: dict[str, Any] = {
            "iou": scores.iou, "psnr": scores.psnr, "relit_psnr": scores.relit_psnr,
            "field_iou": scores.field_iou, "field_psnr": scores.field_psnr,
            "diverged": divergence(scores) if run is not None else "failed",
        }  # fmt: skip
        if run is not None and run.mesh is not None and scores.coverage > 0:
            surface, tree = self.surface(k)
            mesh = read_glb(run.mesh)
            distance = score_surface(mesh, surface, tree=tree, n_samples=SURFACE_SAMPLES, threshold=F_SCORE_PERCENT)
            figures |= {"chamfer": distance.chamfer, "f_score": distance.f_score, "normals": distance.normals}
        figures |= self.judged(self.judge, job, pictures, truth)
        figures["janus"] = self.classifier.is_janus(k, pictures, truth, prompt.colour)
        if self.clip is not None:
            figures["clip"] = _rounded(self.judged(self.clip, job, pictures, truth))
        write_strip(truth, pictures, self.out / "pictures" / f"{job.name}.webp")
        return _rounded(figures)

    def judged(self, judge: ImageTextModel, job: Job, pictures: np.ndarray, truth: np.ndarray) -> dict[str, Any]:
        """A judge's scores of the pictures [8, H, W, 3] and of the true ones.

        For a prompt outside its training only the similarity of neighbouring views.
        """
        made, true = judge.embed_pictures(pictures), judge.embed_pictures(truth)
        out = {"consistency": _neighbours(made), "consistency_true": _neighbours(true)}
        if not judge.knows(job.prompt.prompt):
            return out
        candidates = [p.prompt for p in load_set(job.set) if p.noun in self.objects and judge.knows(p.prompt)]
        prompts, own = judge.embed_prompts(candidates), candidates.index(job.prompt.prompt)
        out |= {"r_precision": retrieved(made, prompts, own), "ceiling": retrieved(true, prompts, own)}
        if job.prompt.colour is not None:
            names = list(COLOURS)
            coloured = judge.embed_prompts([with_article(f"{name} {job.prompt.noun}") for name in names])
            own = names.index(job.prompt.colour)
            out |= {"colour_right": retrieved(made, coloured, own), "colour_ceiling": retrieved(true, coloured, own)}
        return out


def divergence(scores: Score) -> str:
    """Why a result counts as lost; empty where it does not."""
    if scores.coverage < EMPTY_COVERAGE * scores.true_coverage:
        return "empty"
    if scores.coverage > SOLID_COVERAGE and scores.true_coverage < SOLID_COVERAGE / 1.2:
        return "solid"
    return "saturated" if scores.saturated > SATURATED_SHARE else ""


def visible_surface(mesh: Mesh, views: int = 48, pixels: int = 96) -> Mesh:
    """The faces of a mesh that rays of the prior's camera meet first, from ``views`` sides all around.

    Furniture is full of faces inside, which no picture shows and no result can have.
    """
    tree = build_tree(mesh)
    k = np.arange(views)
    # Fibonacci's spiral: about even over the sphere.
    elevation, azimuth = np.arcsin(1 - (2 * k + 1) / views), k * math.pi * (3 - math.sqrt(5))
    x = ((np.arange(pixels) + 0.5) / pixels * 2 - 1) * math.tan(PRIOR_FOVY / 2)
    rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1).reshape(-1, 3)
    rays = rays / np.linalg.norm(rays, axis=-1, keepdims=True)
    visible = np.zeros(len(mesh.faces), bool)
    for c2w in orbit_c2w(azimuth, elevation):
        hits = cast_rays(tree, np.broadcast_to(c2w[:3, 3], rays.shape), rays @ c2w[:3, :3].T).faces
        visible[hits[hits >= 0]] = True
    return Mesh(mesh.vertices, mesh.faces[visible])


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Per set: means with their spread, and rates with Wilson's 95 percent interval.

    Runs that failed or diverged are in every mean that they have a value for; the others are said in ``unknown``.
    """
    out: dict[str, Any] = {}
    for name in dict.fromkeys(row["set"] for row in rows):
        own = [row for row in rows if row["set"] == name]
        known_rows = [row for row in own if row["known"]]
        figures: dict[str, Any] = {"runs": len(known_rows), "unknown": len(own) - len(known_rows)}
        for key in (*JUDGED, *MEASURED):
            if mean := spread([row.get(key) for row in known_rows]):
                figures["iou_mean" if key == "iou" else "psnr_mean" if key == "psnr" else key] = mean
        fronted = [row["janus"] for row in known_rows if row.get("janus") is not None]
        figures["janus"] = rate(sum(fronted), len(fronted))
        figures["diverged"] = rate(sum(bool(row.get("diverged")) for row in known_rows), len(known_rows))
        clips = [row["clip"] for row in known_rows if "clip" in row]
        if clips:
            figures["clip"] = {key: spread([clip.get(key) for clip in clips]) for key in JUDGED if key in clips[0]}
        out[name] = figures
    return out


def rate(count: int, of: int) -> dict[str, Any]:
    """A share with Wilson's 95 percent interval; ``rate`` is None where nothing could be counted."""
    if of == 0:
        return {"rate": None, "count": 0, "of": 0}
    z, p = 1.96, count / of
    middle, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = ((middle + sign * half) / (1 + z * z / of) for sign in (-1, 1))
    return {"rate": round(p, 4), "count": count, "of": of, "low": round(max(0.0, low), 4), "high": round(high, 4)}


def measure(
    bench: Bench, jobs: Sequence[Job], path: Path, log: Callable[[str], None] = lambda line: None
) -> dict[str, Any]:
    """Makes and scores every run, and writes the JSON after each: a row that is there is not made again.

    Rows that another judge scored are scored again from their run's folder.

    Args:
        bench: what the runs share. jobs: the runs. path: of the JSON. log: called with a line for each row.
    Returns:
        what the JSON holds: ``about``, ``sets``, ``runs``.
    Raises:
        BenchError: the file holds runs of another plan or another prior.
    """
    prior = bench.embedded.digest if bench.embedded else None
    plan = {**asdict(bench.plan), "settings": list(bench.plan.settings), "lot": list(bench.plan.lot)}
    plan["prior_sha256"] = prior
    old: dict[str, dict[str, Any]] = {}
    if path.is_file():
        before = read_json(path)
        if before["about"]["plan"] != plan:
            raise BenchError(f"{path} holds other runs ({before['about']['plan']}); give another --out or --json")
        old = {row["name"]: row for row in before["runs"]}
    planted = bench.janus_check
    warning = "" if planted.trusted else "the Janus rates below are not to be trusted: too few planted objects caught"
    about = {
        "plan": plan,
        "judge": {"sha256": bench.judge.digest, "objects": bench.judge.about["objects"]},
        "clip": bench.clip.digest if bench.clip else None,
        "janus_check": {**asdict(planted), "trusted": planted.trusted, "warning": warning},
        "versions": versions(),
        "hardware": hardware(),
    }
    caught = f"{planted.caught} of {planted.planted} planted two-faced objects, {planted.accused} of {planted.true}"
    log(f"Janus check: caught {caught} true ones accused; {planted.with_front} objects have a front. {warning}")
    rows = dict(old)
    for job in jobs:
        row = old.get(job.name)
        if row is None or row["judge"] != bench.judge_digest:
            row = bench.run(job)
            if row.get("memory_mb") is None and old.get(job.name, {}).get("memory_mb") is not None:
                row["memory_mb"] = old[job.name]["memory_mb"]
            rows[job.name] = row
            result = {"about": about, "sets": summary(list(rows.values())), "runs": list(rows.values())}
            write_json(path, result)
            log(line_of(row))
    result = {"about": about, "sets": summary(list(rows.values())), "runs": list(rows.values())}
    write_json(path, result)
    return result


def ceilings(judge: Judge, data: ViewData, folder: Path) -> dict[str, Any]:
    """What the judge scores on true renders that neither it nor the prior was trained on, per set, and on Janus."""
    objects = {asset.noun: k for k, asset in enumerate(data.assets)}
    out: dict[str, Any] = {}
    for name in SIZES:
        prompted = [p for p in load_set(name) if p.noun in objects and judge.knows(p.prompt)]
        if not prompted:
            out[name] = "no known objects"
            continue
        prompts = judge.embed_prompts([p.prompt for p in prompted])
        scores = []
        for own, p in enumerate(prompted):
            assert p.noun is not None
            pictures = data.truth(objects[p.noun], p.colour)[0].numpy()
            scores.append(retrieved(judge.embed_pictures(pictures), prompts, own))
        out[name] = {**spread(scores), "prompts": len(prompted)}
    return {"r_precision": out, "janus": asdict(check(ViewClassifier(judge, data, folder))), "sha256": judge.digest}


def line_of(row: dict[str, Any]) -> str:
    """A row for people."""
    head = f"{row['set']:10s} {row['prompt'][:30]:30s} seed {row['seed']}"
    if not row["known"]:
        return f"{head}  not known to the prior"
    if "iou" not in row:
        return f"{head}  no known object to hold it against {row['error']}"
    parts = [f"R {row['r_precision']:.2f}/{row['ceiling']:.2f}"] if "r_precision" in row else []
    parts += [f"IoU {row['iou']:.3f}", f"PSNR {row['psnr']:.1f} dB"]
    parts += [f"F {row['f_score']:.2f}"] if "f_score" in row else []
    parts += [f"colour {row['colour_right']:.2f}/{row['colour_ceiling']:.2f}"] if "colour_right" in row else []
    parts += ["JANUS"] if row["janus"] else []
    parts += [f"DIVERGED: {row['diverged']} {row['error']}"] if row["diverged"] else []
    return f"{head}  {', '.join(parts)}"


def table_of(result: dict[str, Any]) -> str:
    """The sets as a table in Markdown."""
    head = "| set | runs | R-precision | ceiling | colour | IoU | PSNR | F-score | Janus | diverged | seconds |"
    lines = [head, "|---" * 11 + "|"]

    def mean(figures: dict[str, Any], key: str, places: int = 2) -> str:
        if key not in figures:
            return ""
        f = figures[key]
        return f"{f['mean']:.{places}f} ± {f['std']:.{places}f}"

    for name, f in result["sets"].items():
        if not f["runs"]:
            lines.append(f"| {name} | not known to the prior: {f['unknown']} of {f['unknown']} |" + " |" * 9)
            continue
        counts = [f"{f[key]['count']} of {f[key]['of']}" for key in ("janus", "diverged")]
        cells = [mean(f, k) for k in ("r_precision", "ceiling", "colour_right", "iou_mean")]
        cells += [mean(f, "psnr_mean", 1), mean(f, "f_score"), *counts, mean(f, "seconds", 0)]
        lines.append(f"| {name} | {f['runs']} | {' | '.join(cells)} |")
        if "clip" in f:
            cells = [mean(f["clip"], k) for k in ("r_precision", "ceiling", "colour_right")]
            lines.append(f"| {name}, by CLIP | {f['runs']} | {' | '.join(cells)} |" + " |" * 6)
    return "\n".join(lines)


def _neighbours(embedded: Tensor) -> float:
    """Mean cosine of views [8, D] to the next ones around the object."""
    return float((embedded * embedded.roll(1, 0)).sum(1).mean())


def _rounded(figures: dict[str, Any]) -> dict[str, Any]:
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}


def write_strip(truth: np.ndarray, pictures: np.ndarray, path: Path) -> None:
    """The true views above the result's, as one WebP."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [np.concatenate(list(images), axis=1) for images in (truth, pictures)]
    image = (np.concatenate(rows).clip(0, 1) * 255 + 0.5).astype(np.uint8)
    stored = io.BytesIO()
    Image.fromarray(image).save(stored, "WEBP", quality=90)
    write_bytes(path, stored.getvalue())


class BenchError(RuntimeError):
    """The bench was asked for what does not fit."""

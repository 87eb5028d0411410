"""Prompt to files, the whole command in a process of its own: this tree, and another revision in turns with it.

The other revision is taken out of git into a folder of its own and runs from there, with this interpreter's packages;
its kernels are compiled before anything is timed. Both take turns, run by run, so that what else happens on the machine
meets both. Beside times stand the parts, by each run's own report, and the scores of the mesh beside its field.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.bench.sets import load_set
from bozzetto.jobs.store.provenance import processor_name

PARTS: dict[str, tuple[str, ...]] = {
    "start-up": (),
    "training": ("training",),
    "surface": ("coarse grid", "silhouettes", "iso level", "thin parts", "finer iso level", "grid", "surface", "clean",
                "simplify", "mesh"),
    "texture": ("field", "transparency", "uv", "texture", "maps", "check", "levels", "material"),
    "files": ("pictures", "files", "delivery", "stills", "turntable"),
}  # fmt: skip
"""Parts of a command by the stages of its report; start-up is what no stage has."""
BUSY = "while True: pass"
SCORED_VIEWS = 8

IMPORTS = """
from bozzetto.export.files.glb import read_glb
from bozzetto.export.texture.compare import compare_views
from bozzetto.jobs.bake.field_functions import FieldCallables
from bozzetto.jobs.store.runs import load_run
from bozzetto.jobs.train.loop import load_trained
"""
IMPORTS_BEFORE_PACKAGE = """
from export.files import read_glb
from export.compare import compare_views
from jobs.bake import FieldCallables
from jobs.runs import load_run
from jobs.train import load_trained
"""
"""Of a revision whose rooms are packages of their own, beside a module `bozzetto`."""
SCORE = """
import json, sys
run = load_run(sys.argv[1])
trained = load_trained(run)
field = FieldCallables(trained.field, trained.grid, run.config.render.step_size)
scores = compare_views(read_glb(run.mesh), field.view, n_views=int(sys.argv[2]))
print(json.dumps({"psnr": scores.psnr, "iou": scores.iou}))
"""


@dataclass(frozen=True)
class Tree:
    """A revision that can be run."""

    name: str
    folder: Path | None
    """Where its packages lie; None is the one that this is."""

    @property
    def is_package(self) -> bool:
        """Whether its rooms are parts of the package `bozzetto`; in early revisions they are packages themselves."""
        return self.folder is None or (self.folder / "bozzetto" / "__main__.py").is_file()

    @property
    def command(self) -> list[str]:
        """What runs the `bozzetto` command of it."""
        return [sys.executable, "-m", "bozzetto" if self.is_package else "jobs"]

    def environment(self, home: Path) -> dict[str, str]:
        """The environment of its commands."""
        path = {} if self.folder is None else {"PYTHONPATH": str(self.folder)}
        return {**os.environ, **path, "BOZZETTO_HOME": str(home / self.name)}


@dataclass(frozen=True)
class Case:
    """How a command is run."""

    preset: str
    threads: int
    """0 leaves it to the program."""
    busy: bool
    """Whether another process keeps one core busy."""

    @property
    def name(self) -> str:
        """As the table shows it."""
        threads = "threads by itself" if self.threads == 0 else f"{self.threads} thread{'s' * (self.threads > 1)}"
        return f"{self.preset}, {threads}{', beside a busy process' if self.busy else ''}"


def end_to_end(
    out: Path,
    *,
    against: str = "",
    presets: Sequence[str] = ("draft", "standard"),
    threads: Sequence[int] = (1, 0),
    busy: bool = True,
    limit: int = 3,
    rounds: int = 1,
    steps: int = 0,
    json_file: Path | None = None,
    say: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Times the command.

    Args:
        out: folder of the runs and of end_to_end.json.
        against: a revision of this repository, such as HEAD~10; empty times this one alone.
        presets: of the runs.
        threads: of the runs; 0 is the program's own choice.
        busy: each case also beside a process that keeps one core busy.
        limit: prompts, of the set `seen`, spread over it.
        rounds: of all prompts.
        steps: of each run, for a quick look; 0 leaves the preset's.
        json_file: where the figures go, if not into `out`.
        say: is called with each line.

    Returns:
        What the JSON holds: `rows`, one a run, and `summary`, one a case.
    """
    out.mkdir(parents=True, exist_ok=True)
    prompts = _spread([prompt.prompt for prompt in load_set("seen")], limit)
    cases = [Case(p, t, b) for p in presets for t in threads for b in ((False, True) if busy else (False,))]
    rows: list[dict[str, Any]] = []
    with _trees(against) as trees:
        for tree in trees:
            say(f"{tree.name}: compiling")
            _command(tree, out, prompts[0], Case(presets[0], 1, False), "compile", steps or 3)
        for turn in range(rounds):
            for case in cases:
                for k, prompt in enumerate(prompts):
                    # Who begins changes, so that neither always has the cooler machine.
                    for tree in trees if (turn + k) % 2 == 0 else trees[::-1]:
                        label = f"{turn}-{case.preset}-{case.threads}-{int(case.busy)}-{k}"
                        row = _command(tree, out, prompt, case, label, steps)
                        rows.append(row)
                        say(f"{tree.name}: {prompt}, {case.name}: {row['seconds']:.1f} s")
                        result = _result(rows, cases, trees)
                        (json_file or out / "end_to_end.json").write_text(json.dumps(result, indent=1) + "\n")
    say(table_of(result))
    return result


def many_runs(
    out: Path,
    *,
    against: str = "",
    preset: str = "draft",
    runs: int = 8,
    workers: int = 2,
    steps: int = 0,
    say: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Times many runs: one command after the other, of another revision and of this one, and as jobs of the queue for
    several workers of one thread each.

    Args:
        out: folder of the runs and of many_runs.json.
        against: a revision of this repository; empty times this one alone.
        preset: of the runs.
        runs: how many, of prompts of the set `seen`.
        workers: at work together.
        steps: of each run, for a quick look; 0 leaves the preset's.
        say: is called with each line.

    Returns:
        What the JSON holds: seconds of all runs by way, and how many times the throughput of the first that is.
    """
    out.mkdir(parents=True, exist_ok=True)
    prompts = _spread([prompt.prompt for prompt in load_set("seen")], runs)
    seconds: dict[str, float] = {}
    with _trees(against) as trees:
        for tree in trees:
            say(f"{tree.name}: compiling")
            _command(tree, out, prompts[0], Case(preset, 1, False), "compile", steps or 3, scored=False)
            case, taken = Case(preset, 0, False), 0.0
            for k, prompt in enumerate(prompts):
                taken += _command(tree, out, prompt, case, f"many-{k}", steps, scored=False)["seconds"]
            seconds[f"{tree.name}, one after the other"] = taken
            say(f"{tree.name}: {len(prompts)} commands one after the other: {taken:.1f} s")
    taken = _queued(out, prompts, preset, workers, steps)
    seconds[f"this, {workers} workers"] = taken
    say(f"this: {len(prompts)} jobs, {workers} workers of one thread: {taken:.1f} s")
    first = next(iter(seconds.values()))
    throughput = {way: first / taken for way, taken in seconds.items()}
    result = {
        "machine": _machine(), "preset": preset, "runs": len(prompts), "seconds": seconds, "throughput": throughput,
    }  # fmt: skip
    (out / "many_runs.json").write_text(json.dumps(result, indent=1) + "\n")
    say("\n".join(f"{way}: {ratio:.2f} times as many" for way, ratio in throughput.items()))
    return result


def _queued(out: Path, prompts: Sequence[str], preset: str, workers: int, steps: int) -> float:
    """Seconds that jobs of one thread take, from the start of the workers to the end of the last."""
    here = Tree("queue", None)
    environment = here.environment(out.resolve())
    for k, prompt in enumerate(prompts):
        arguments = [prompt, "--preset", preset, "--threads", "1", "--seed", str(k)]
        arguments += ["--steps", str(steps)] if steps else []
        subprocess.run([*here.command, "queue", "add", *arguments], env=environment, check=True, capture_output=True)
    start = time.perf_counter()
    command = [*here.command, "worker", "--once", "--quiet"]
    working = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for _ in range(workers)]
    ended = [process.wait() for process in working]
    seconds = time.perf_counter() - start
    states = [json.loads(path.read_text())["status"] for path in (out / here.name / "runs").glob("*/state.json")]
    if any(ended) or states != ["done"] * len(prompts):
        raise RuntimeError(f"the workers ended with {ended}, the runs are {states}")
    return seconds


def table_of(result: dict[str, Any]) -> str:
    """The summary as Markdown: medians and ranges in seconds, and of the ratios of paired runs."""
    lines = [
        "{cpu}, {cores} cores, load {load:.1f}".format(**result["machine"]),
        "",
        f"| case | revision | runs | seconds | {' | '.join(PARTS)} | MB | PSNR | IoU | times {result['first']}'s |",
        "|---" * (len(PARTS) + 8) + "|",
    ]
    for row in result["summary"]:
        parts = " | ".join(f"{row['parts'][name]:.1f}" for name in PARTS)
        ratio = "" if row["ratio"] is None else "{:.2f} ({:.2f} to {:.2f})".format(*row["ratio"])
        lines.append(
            f"| {row['case']} | {row['revision']} | {row['runs']} | "
            f"{row['seconds'][0]:.1f} ({row['seconds'][1]:.1f} to {row['seconds'][2]:.1f}) | {parts} | "
            f"{row['memory_mb']:.0f} | {row['psnr']:.2f} | {row['iou']:.3f} | {ratio} |"
        )
    return "\n".join(lines)


def stages_of(report: Mapping[str, Any]) -> dict[str, float]:
    """Seconds by stage, of a report; early revisions time those of the mesh one by one, and the rest is its files."""
    stages: dict[str, float] | None = report.get("stages")
    if stages is not None:
        return stages
    taken, of_mesh = report["seconds"], report["export"]["seconds"]
    return {"training": taken["training"], **of_mesh, "files": taken["export"] - sum(of_mesh.values())}


def _command(
    tree: Tree, out: Path, prompt: str, case: Case, label: str, steps: int, *, scored: bool = True
) -> dict[str, Any]:
    """One whole command; its figures, with those of its mesh where it is to be scored."""
    out = out.resolve()
    folder = out / f"{tree.name}-{label}"
    arguments = [prompt, "--preset", case.preset, "--quiet", "--seed", "0", "--out", str(folder)]
    arguments += ["--threads", str(case.threads)] if case.threads else []
    arguments += ["--steps", str(steps)] if steps else []
    environment = tree.environment(out)
    with _busy_core(case.busy):
        start = time.perf_counter()
        done = subprocess.run(
            [*tree.command, "generate", *arguments],
            env=environment,
            cwd=tree.folder,  # what lies in the current folder would be imported first
            capture_output=True,
            text=True,
        )
        seconds = time.perf_counter() - start
    if done.returncode != 0:
        raise RuntimeError(f"{tree.name}: {prompt!r} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    report = json.loads((folder / "report.json").read_text())
    scores = _scores(tree, folder, environment) if scored else {}
    stages = stages_of(report)
    parts = {name: sum(stages.get(stage, 0.0) for stage in names) for name, names in PARTS.items()}
    parts["start-up"] = seconds - sum(stages.values())
    return {
        "revision": tree.name, "prompt": prompt, "case": case.name, "label": label, "seconds": seconds, "parts": parts,
        "stages": stages, "memory_mb": report["memory"] / 1e6, "threads": report["config"]["threads"],
        **scores,
    }  # fmt: skip


def _scores(tree: Tree, folder: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """PSNR and IoU of a run's mesh beside its field's renders, by its own revision."""
    imports = IMPORTS if tree.is_package else IMPORTS_BEFORE_PACKAGE
    done = subprocess.run(
        [sys.executable, "-c", imports + SCORE, str(folder), str(SCORED_VIEWS)],
        env=environment,
        cwd=tree.folder,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{tree.name}: {folder} cannot be scored: {done.stderr.strip()[-500:]}")
    scores: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return scores


def _result(rows: Sequence[dict[str, Any]], cases: Sequence[Case], trees: Sequence[Tree]) -> dict[str, Any]:
    summary = []
    for case in cases:
        mine = [row for row in rows if row["case"] == case.name]
        first = {row["label"]: row["seconds"] for row in mine if row["revision"] == trees[0].name}
        for tree in trees:
            of_tree = [row for row in mine if row["revision"] == tree.name]
            if not of_tree:
                continue
            ratios = [row["seconds"] / first[row["label"]] for row in of_tree if row["label"] in first]
            summary.append({
                "case": case.name, "revision": tree.name, "runs": len(of_tree),
                "seconds": _spread_of([row["seconds"] for row in of_tree]),
                "parts": {name: float(np.median([row["parts"][name] for row in of_tree])) for name in PARTS},
                "memory_mb": float(np.median([row["memory_mb"] for row in of_tree])),
                "psnr": float(np.mean([row["psnr"] for row in of_tree])),
                "iou": float(np.mean([row["iou"] for row in of_tree])),
                "ratio": None if tree is trees[0] or not ratios else _spread_of(ratios),
            })  # fmt: skip
    return {"machine": _machine(), "first": trees[0].name, "summary": summary, "rows": list(rows)}


def _machine() -> dict[str, Any]:
    return {"cpu": processor_name(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}


def _spread_of(values: Sequence[float]) -> list[float]:
    """Median, least, greatest."""
    return [float(np.median(values)), float(np.min(values)), float(np.max(values))]


def _spread(prompts: Sequence[str], limit: int) -> list[str]:
    """So many of them, as far apart as may be."""
    return [prompts[int(k)] for k in np.linspace(0, len(prompts) - 1, min(limit, len(prompts)))]


@contextmanager
def _trees(against: str) -> Iterator[list[Tree]]:
    """The revisions, the other one first."""
    here = Tree("this", None)
    if not against:
        yield [here]
        return
    repository = Path(__file__).resolve().parents[1]
    git = ["git", "-C", str(repository)]
    found = subprocess.run([*git, "rev-parse", "--short", f"{against}^{{commit}}"], capture_output=True, text=True)
    if found.returncode != 0:
        raise ValueError(f"against: expected a revision of {repository}, got {against!r}: {found.stderr.strip()}")
    name = found.stdout.strip()
    with tempfile.TemporaryDirectory(prefix=f"bozzetto-{name}-") as folder:
        packed = subprocess.run([*git, "archive", "--format=tar", name], capture_output=True, check=True)
        with tempfile.TemporaryFile() as file:
            file.write(packed.stdout)
            file.seek(0)
            with tarfile.open(fileobj=file) as archive:
                archive.extractall(folder, filter="tar")
        yield [Tree(name, Path(folder)), here]


@contextmanager
def _busy_core(busy: bool) -> Iterator[None]:
    """Another process of equal priority that never rests."""
    if not busy:
        yield
        return
    process = subprocess.Popen([sys.executable, "-c", BUSY])
    try:
        yield
    finally:
        process.kill()
        process.wait()

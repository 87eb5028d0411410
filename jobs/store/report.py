"""What people read about runs: the lines of `bozzetto list` and `bozzetto show`, and report.json."""

import importlib.metadata
import platform
import time
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError, RunFolderError
from bozzetto.jobs.store.runs import STILLS, Run, home, list_runs, read_json

PACKAGES = (
    "torch",
    "numba",
    "numpy",
    "scipy",
    "pillow",
    "trimesh",
    "xatlas",
    "fast-simplification",
    "scikit-image",
    "safetensors",
    "tyro",
    "rich",
)


def versions() -> dict[str, str]:
    """Versions of Python, this package and what it computes with; "absent" where one is missing."""
    versions = {"python": platform.python_version(), "platform": platform.platform()}
    for name in ("bozzetto", *PACKAGES):
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = "absent"
    return versions


def run_lines() -> list[str]:
    """One line a run: name, status, steps, prompt."""
    lines = [_line(run) for run in list_runs()]
    return lines or [f'no runs in {home() / "runs"} yet; make one with: bozzetto generate "a red chair"']


def show_lines(run: Run) -> list[str]:
    """What `bozzetto show` prints; of a part that is damaged, what is wrong with it.

    Raises:
        BozzettoError: config.json or state.json cannot be read.
    """
    config, state = run.config, run.state
    lines = [
        f"folder    {run.path}",
        f"prompt    {config.prompt!r}" + (f" without {config.negative!r}" if config.negative else ""),
        f"settings  preset {config.preset}, seed {config.seed}, prior {config.prior}, {config.threads} threads",
        f"state     {state.status}, step {state.step} of {state.total}" + (f": {state.reason}" if state.reason else ""),
    ]
    if state.updated:
        lines.append(f"updated   {time.strftime('%Y-%m-%d %H:%M:%S', time.localtime(state.updated))}")
    for part in (_loss_lines, _preview_lines, _report_lines, _file_lines, _origin_lines):
        try:
            lines += part(run)
        except BozzettoError as error:
            lines.append(f"damaged   {error}")
    if state.status in ("interrupted", "failed"):
        lines.append(f"go on     bozzetto resume {run.path}")
    return lines


def _loss_lines(run: Run) -> list[str]:
    metrics = [row for row in run.metrics if "loss" in row]
    return [f"loss      {metrics[-1]['loss']:.5f} at step {metrics[-1]['step']}"] if metrics else []


def _preview_lines(run: Run) -> list[str]:
    return [f"preview   {run.previews[-1]}"] if run.previews else []


def _report_lines(run: Run) -> list[str]:
    report = run.report or {}
    seconds, words = report.get("seconds", {}), report.get("unknown_words", [])
    lines = []
    try:
        lines += [f"time      {name} {float(value):.1f} s" for name, value in seconds.items()]
        lines += [f"unknown   {word['word']!r}; nearest: {', '.join(word['nearest'])}" for word in words]
        lines += [f"taught    {noun}: {whose}" for noun, whose in report.get("words", {}).items()]
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise RunFolderError(f"{run.path / 'report.json'} does not hold a report: {error}") from error
    return lines


def _file_lines(run: Run) -> list[str]:
    return [f"file      {path}" for path in _files(run)]


def _origin_lines(run: Run) -> list[str]:
    if not (run.path / "origin.json").is_file():
        return []
    origin = read_json(run.path / "origin.json")
    with_, on, prior = (origin.get(name, {}) for name in ("versions", "hardware", "prior"))
    if not all(isinstance(part, dict) for part in (with_, on, prior)):
        raise RunFolderError(f"{run.path / 'origin.json'} does not hold versions, hardware and prior")
    lines = [f"made on   {on.get('processor')}, bozzetto {with_.get('bozzetto')}, torch {with_.get('torch')}"]
    if prior.get("sha256"):
        lines.append(f"weights   {prior.get('name')}, SHA-256 {prior['sha256']}")
    return lines


def _files(run: Run) -> list[Path]:
    names = ("mesh.glb", "mesh.obj", "turntable.webp", *(f"view_{side}.png" for side in STILLS), "report.json")
    return [run.path / name for name in names if (run.path / name).is_file()]


def _line(run: Run) -> str:
    try:
        config, state = run.config, run.state
    except BozzettoError as error:
        return f"{run.path.name}  damaged: {error}"
    return f"{run.path.name}  {state.status}  {state.step}/{state.total}  {config.prompt}"


def word_rows(unknown: Any) -> list[dict[str, Any]]:
    """Unknown words as JSON values."""
    return [{"word": word.word, "nearest": list(word.nearest)} for word in unknown]

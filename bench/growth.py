"""How the cost of a run grows: one setting at a time is changed, and the times of the part that it is for are compared.

Each point is a whole command in a process of its own, on one thread. Beside the seconds of its parts, by its own
report, stands the processor's time of all of it, which other work on the machine changes less. The exponent of a
setting is the slope of the logarithms, by least squares: 0 costs nothing, 1 grows as the setting does.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.bench.end_to_end import PARTS, stages_of
from bozzetto.jobs.config.run_config import config_to_dict, make_config, override
from bozzetto.jobs.store.provenance import processor_name

PROMPT = "a red teddy bear"
FIGURES = ("seconds", "processor", "parts", "memory_mb")
"""Of a command."""


@dataclass(frozen=True)
class Axis:
    """A setting whose cost is looked at."""

    name: str
    """As the table shows it."""
    part: str
    """Of `PARTS`: what it is for."""
    values: tuple[float, ...]
    """Of the setting, ascending."""
    key: str = ""
    """Of the configuration; empty where the values are numbers of objects in the prompt."""

    def asked(self, value: float) -> tuple[str, list[str]]:
        """Prompt and settings for one value."""
        return (PROMPT, [f"{self.key}={value:g}"]) if self.key else (SCENES[int(value)], [])

    def command(self, value: float, preset: str) -> list[str]:
        """The arguments of `bozzetto generate` for one value."""
        prompt, settings = self.asked(value)
        sets = [f"--set={setting}" for setting in settings]
        return [prompt, "--preset", preset, "--quiet", "--seed", "0", "--threads", "1", *sets]

    def run(self, value: float, preset: str) -> str:
        """What names its configuration: the same for values of several axes that ask for the same run."""
        prompt, settings = self.asked(value)
        values = config_to_dict(override(make_config(prompt, preset, seed=0, threads=1), settings))
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


SCENES = {
    1: PROMPT,
    2: "a red teddy bear and a chair",
    3: "a red teddy bear, a chair and a lamp",
    4: "a red teddy bear, a chair, a lamp and a camera",
}
AXES = (
    Axis("pixels along an edge of a view", "training", (32, 48, 64, 96), "render.resolution"),
    Axis("steps", "training", (60, 120, 240), "steps"),
    Axis("grid nodes along a side", "surface", (64, 96, 128), "mesh.resolution"),
    Axis("faces", "texture", (4_000, 8_000, 16_000), "mesh.max_faces"),
    Axis("texels along a side", "texture", (512, 1024, 2048), "mesh.texture_size"),
    Axis("objects in the prompt", "training", (1, 2, 3, 4)),
)


def growth(
    out: Path,
    *,
    preset: str = "draft",
    axes: Sequence[Axis] = AXES,
    json_file: Path | None = None,
    say: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Times the command along each axis.

    Args:
        out: folder of the runs and of growth.json; what is there already is kept.
        preset: of the runs.
        axes: what is changed.
        json_file: where the figures go, if not into `out`.
        say: is called with each line.

    Returns:
        What the JSON holds: `rows`, one a command, and `axes`, one an axis.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = json_file or out / "growth.json"
    result: dict[str, Any] = json.loads(path.read_text()) if path.is_file() else {}
    rows: list[dict[str, Any]] = result.get("rows", [])
    for axis in axes:
        for value in axis.values:
            if any((row["axis"], row["value"], row["preset"]) == (axis.name, value, preset) for row in rows):
                continue
            if not rows:
                timed(out / "first", axis.command(value, preset))  # kernels are compiled, files are in memory
            row: dict[str, Any] = {"axis": axis.name, "value": value, "preset": preset, "run": axis.run(value, preset)}
            # A preset's own value is one run on every axis.
            same = next((other for other in rows if other["run"] == row["run"]), None)
            figures = same or timed(out / f"{len(rows)}", axis.command(value, preset))
            row |= {name: figures[name] for name in FIGURES}
            rows.append(row)
            say(f"{axis.name} {value:g}: {axis.part} {row['parts'][axis.part]:.2f} s of {row['seconds']:.1f}")
            machine = {"cpu": processor_name(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
            result = {"machine": machine, "rows": rows, "axes": [summary(one, rows, preset) for one in axes]}
            path.write_text(json.dumps(result, indent=1) + "\n")
    say(table_of(result))
    return result


def timed(folder: Path, arguments: Sequence[str]) -> dict[str, Any]:
    """One whole command: its seconds, its processor's seconds, its parts and its memory."""
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "bozzetto", "generate", *arguments, "--out", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    seconds, after = time.perf_counter() - start, os.times()
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    report = json.loads((folder / "report.json").read_text())
    stages = stages_of(report)
    parts = {name: sum(stages.get(stage, 0.0) for stage in names) for name, names in PARTS.items()}
    parts["start-up"] = seconds - sum(stages.values())
    processor = after.children_user - before.children_user + after.children_system - before.children_system
    return {"seconds": seconds, "processor": processor, "parts": parts, "memory_mb": report["memory"] / 1e6}


def summary(axis: Axis, rows: Sequence[dict[str, Any]], preset: str) -> dict[str, Any]:
    """What an axis's rows say: the times at each value, times the first's, and the exponent of its part."""
    mine = [row for row in rows if (row["axis"], row["preset"]) == (axis.name, preset)]
    mine.sort(key=lambda row: row["value"])
    values, part = [row["value"] for row in mine], [row["parts"][axis.part] for row in mine]
    whole = [row["processor"] for row in mine]
    return {
        "axis": axis.name, "part": axis.part, "values": values, "seconds": part,
        "times": [seconds / part[0] for seconds in part], "exponent": exponent(values, part),
        "processor": whole, "times_whole": [seconds / whole[0] for seconds in whole],
        "memory_mb": [row["memory_mb"] for row in mine],
    }  # fmt: skip


def exponent(values: Sequence[float], seconds: Sequence[float]) -> float | None:
    """The slope of log seconds by log value; None of fewer than two values."""
    if len(values) < 2:
        return None
    x, y = np.log(values), np.log(np.maximum(seconds, 1e-3))
    return float(np.polyfit(x, y, 1)[0])


def table_of(result: dict[str, Any]) -> str:
    """The axes as Markdown."""
    lines = [
        "{cpu}, {cores} cores, load {load:.1f}".format(**result["machine"]),
        "",
        "| setting | values | its part | seconds of it | exponent | processor's seconds of the command | memory, MB |",
        "|---" * 7 + "|",
    ]

    def several(numbers: Sequence[float], digits: int) -> str:
        return ", ".join(f"{number:.{digits}f}" for number in numbers)

    for axis in result["axes"]:
        slope = "" if axis["exponent"] is None or not math.isfinite(axis["exponent"]) else f"{axis['exponent']:.2f}"
        lines.append(
            f"| {axis['axis']} | {', '.join(f'{value:g}' for value in axis['values'])} | {axis['part']} | "
            f"{several(axis['seconds'], 1)} | {slope} | {several(axis['processor'], 1)} | "
            f"{several(axis['memory_mb'], 0)} |"
        )
    return "\n".join(lines)

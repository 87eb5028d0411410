"""What the compilation of a run's kernels takes, kernel by kernel; and the list of those that every run calls.

A run is made with nothing kept, by one process that compiles each kernel where it meets it. A kernel's own time is the
processor's, without that of the kernels that it calls, which stand in lines of their own; those are compiled again
into each that calls them, which is its own time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.train import kernel_cache

RUNS = (("a red teddy bear", "draft"), ("a folding chair", "standard"))
"""Prompts and presets; what both call, every run is taken to call."""


def kernels(
    *, runs: Sequence[tuple[str, str]] = RUNS, steps: int = 20, write: bool = False, say: Callable[[str], None] = print
) -> dict[str, Any]:
    """Times the compilation, and checks `kernels.json`.

    Args:
        runs: prompts and presets.
        steps: of each run.
        write: put what all of them call into `kernels.json`.
        say: is called with each line.
    Returns:
        `rows`, one a kernel of the first run; `seconds`, of the processor, of all of them; `missing` and `needless`,
        what `kernels.json` lacks and what no run calls.
    """
    found = [_recorded(prompt, preset, steps) for prompt, preset in runs]
    first = found[0]
    for row in sorted(first, key=lambda row: -row["own"]):
        say("{own:6.2f} s  {part:8}  {module}.{function}".format(**row))
    seconds = sum(row["own"] for row in first)
    say(f"{seconds:.1f} s of the processor in {len(first)} kernels")
    called = [{_entry(row) for row in rows} for rows in found]
    everywhere, anywhere = set.intersection(*called), set.union(*called)
    listed = {(kernel.module, kernel.function, kernel.signature) for kernel in kernel_cache.kernels_of()}
    missing, needless = sorted(everywhere - listed), sorted(listed - anywhere)
    if write:
        parts = {
            part: [list(_entry(row)) for row in first if row["part"] == part and _entry(row) in everywhere]
            for part in ("training", "export")
        }
        kernel_cache.TABLE.write_text(_pretty(parts), encoding="utf-8")
        say(f"wrote {sum(len(rows) for rows in parts.values())} kernels into {kernel_cache.TABLE}")
    else:
        say(f"{len(missing)} missing in {kernel_cache.TABLE.name}, {len(needless)} needless")
    return {"rows": first, "seconds": seconds, "missing": missing, "needless": needless}


def _pretty(parts: dict[str, list[list[str]]]) -> str:
    """JSON with a kernel a line."""
    blocks = []
    for part, rows in parts.items():
        lines = ",\n".join(f"  {json.dumps(row)}" for row in rows)
        blocks.append(f' "{part}": [\n{lines}\n ]')
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _entry(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["module"], row["function"], row["signature"]


def _recorded(prompt: str, preset: str, steps: int) -> list[dict[str, Any]]:
    """The kernels that a run compiles where nothing is kept, each after those that it calls."""
    with tempfile.TemporaryDirectory(prefix="bozzetto-kernels-") as folder:
        environment = {**os.environ, "NUMBA_CACHE_DIR": folder, "BOZZETTO_HOME": str(Path(folder) / "home")}
        command = module_command(__name__, prompt, preset, str(steps), str(Path(folder) / "found.json"))
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        rows: list[dict[str, Any]] = json.loads((Path(folder) / "found.json").read_text(encoding="utf-8"))
        return rows


def _record(prompt: str, preset: str, steps: str, found: str) -> None:
    """Makes a run in this process, and writes what is compiled for it."""
    from numba.core.dispatcher import Dispatcher
    from numba.core.sigutils import normalize_signature

    from bozzetto.jobs.config.run_config import make_config
    from bozzetto.jobs.pipeline.generate import generate
    from bozzetto.jobs.store.progress import Progress

    rows: list[dict[str, Any]] = []
    inner: list[float] = []  # seconds of what the kernels that are being compiled call
    stage, plain = ["training"], Dispatcher.compile

    def compile(self: Any, sig: Any) -> Any:
        before, start = self.stats.cache_misses.copy(), time.thread_time()
        inner.append(0.0)
        with kernel_cache._few_collections():
            made = plain(self, sig)
        taken, called = time.thread_time() - start, inner.pop()
        if inner:
            inner[-1] += taken
        if self.stats.cache_misses != before and self.py_func.__module__.startswith("bozzetto."):
            types, function = str(normalize_signature(sig)[0]), self.py_func
            name = {"module": function.__module__, "function": function.__name__, "signature": types}
            rows.append({**name, "part": stage[0], "own": taken - called})
        return made

    def progress(report: Progress) -> None:
        stage[0] = report.stage

    kernel_cache.kernels_compiled = lambda: True  # so that none is compiled before it is met
    Dispatcher.compile = compile  # type: ignore[method-assign]
    config = make_config(prompt, preset, seed=0, steps=int(steps), threads=2)  # which calls more kernels than one
    generate(config, progress=progress)
    Path(found).write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    _record(*sys.argv[1:])

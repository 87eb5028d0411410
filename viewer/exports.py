"""Exports that are asked for on the Look page: `bozzetto export` as a process of its own, and what it has left.

Files go to `export/` in the run folder, as the command's own do; `mesh_report.json` there lists those of the last one.
"""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from viewer.store import read_object

FORMATS = ("glb", "obj", "ply", "stl", "3mf", "usd", "usdz")
TARGETS = {
    "": "As it is",
    "unity": "Unity",
    "unreal": "Unreal",
    "blender": "Blender",
    "ar": "AR",
    "print": "3D print",
    "film": "Film",
}
"""Presets of `bozzetto export`, and what they are called."""
MAX_LODS = 4
REPORT = "mesh_report.json"


@dataclass(frozen=True)
class Wish:
    """What shall be exported."""

    formats: tuple[str, ...] = ()
    """Of FORMATS; empty takes those of the target."""
    target: str = ""
    """Of TARGETS."""
    size: float = 0.0
    """Longest side in metres; 0 leaves it to the target."""
    lods: int = 0
    """Further levels of detail, up to MAX_LODS."""

    def arguments(self) -> list[str]:
        """For `bozzetto export`."""
        found = ["--quiet", "--report", "yes", "--lods", str(self.lods)]
        if self.formats:
            found += ["--format", ",".join(self.formats)]
        if self.target:
            found += ["--preset", self.target]
        if self.size > 0:
            found += ["--size", f"{self.size:g}"]
        return found


@dataclass(frozen=True)
class Standing:
    """How far the export of a run is."""

    running: bool = False
    """Whether it is at work."""
    seconds: float = 0.0
    """Since it began."""
    problem: str = ""
    """Why the last one failed, or empty."""


class Exporter:
    """Runs exports, one a run at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[Path, tuple[subprocess.Popen[str], float]] = {}
        self._problems: dict[Path, str] = {}

    def start(self, run: Path, wish: Wish) -> bool:
        """Begins an export, unless one of that run is at work.

        Args:
            run: the run folder, absolute.
            wish: what shall be exported.
        Returns:
            Whether it was begun.
        """
        with self._lock:
            if run in self._running:
                return False
            self._problems.pop(run, None)
            command = [sys.executable, "-m", "jobs", "export", str(run), *wish.arguments()]
            pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
            process = subprocess.Popen(command, text=True, errors="replace", env=dict(os.environ), **pipes)  # type: ignore[call-overload]
            self._running[run] = (process, time.monotonic())
            threading.Thread(target=self._wait, args=(run, process), daemon=True).start()
        return True

    def standing(self, run: Path) -> Standing:
        """How far the export of a run is."""
        with self._lock:
            if run in self._running:
                return Standing(running=True, seconds=time.monotonic() - self._running[run][1])
            return Standing(problem=self._problems.get(run, ""))

    def _wait(self, run: Path, process: subprocess.Popen[str]) -> None:
        _, told = process.communicate()
        with self._lock:
            del self._running[run]
            if process.returncode != 0:
                lines = [line for line in told.splitlines() if line.startswith("bozzetto: ")]
                said = lines[-1].removeprefix("bozzetto: ") if lines else f"it ended with code {process.returncode}"
                self._problems[run] = said


def exported(run: Path) -> list[Path]:
    """The files of the last export of a run, its reports at the end; none that its report does not name."""
    folder = run / "export"
    report = read_object(folder / REPORT)
    names = report.get("files")
    if not isinstance(names, dict):
        return []
    found = [folder / name for name in names if isinstance(name, str) and Path(name).name == name]
    found += [folder / REPORT, folder / "mesh_report.html"]
    return [path for path in found if path.is_file() and not path.is_symlink()]

"""Commands that a page has carried out for it, each in a process of its own, so that no page waits."""

import subprocess
import threading
import time
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from bozzetto.jobs.store.processes import module_command

MOST = 3
"""At work at once: each takes a processor and some hundred megabytes."""


@dataclass(frozen=True)
class CommandStatus:
    """How far an errand is."""

    running: bool = False
    """Whether it is at work."""
    seconds: float = 0.0
    """Since it began."""
    problem: str = ""
    """Why the last one failed, or empty."""
    output: str = ""
    """What the last one printed, when it did not fail."""


class Commands:
    """Runs `bozzetto` commands, one a key at a time, and remembers how the last one of each key ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[Hashable, tuple[subprocess.Popen[str], float]] = {}
        self._ended: dict[Hashable, CommandStatus] = {}

    def start(self, key: Hashable, arguments: Sequence[str]) -> bool:
        """Begins a command, unless the one of that key is at work.

        Args:
            key: of whoever asks.
            arguments: of `bozzetto`.
        Returns:
            Whether it was begun.
        """
        with self._lock:
            if key in self._running:
                return False
            self._ended.pop(key, None)
            if len(self._running) >= MOST:
                self._ended[key] = CommandStatus(
                    problem=f"{MOST} others are at work; try again when one of them is done"
                )
                return False
            process = subprocess.Popen(
                module_command("bozzetto", *arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
            )
            self._running[key] = (process, time.monotonic())
            threading.Thread(target=self._wait, args=(key, process), name="command", daemon=True).start()
        return True

    def standing(self, key: Hashable) -> CommandStatus:
        """How far the command of a key is."""
        with self._lock:
            if key in self._running:
                return CommandStatus(running=True, seconds=time.monotonic() - self._running[key][1])
            return self._ended.get(key, CommandStatus())

    def _wait(self, key: Hashable, process: subprocess.Popen[str]) -> None:
        output, told = process.communicate()
        lines = [line.removeprefix("bozzetto: ") for line in told.splitlines() if line.startswith("bozzetto: ")]
        problem = ""
        if process.returncode != 0:
            problem = lines[-1] if lines else f"it ended with code {process.returncode}"
        with self._lock:
            del self._running[key]
            self._ended[key] = CommandStatus(problem=problem, output="" if problem else output.strip())

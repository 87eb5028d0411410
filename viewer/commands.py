"""`bozzetto` commands that a page starts, each in a process of its own, so that no page waits."""

import subprocess
import threading
import time
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from bozzetto.jobs.store.processes import module_command

MAX_RUNNING = 3
"""At the same time: each takes a processor and some hundred megabytes."""


@dataclass(frozen=True)
class CommandStatus:
    """State of a command."""

    running: bool = False
    """Whether it runs."""
    seconds: float = 0.0
    """Since it was started."""
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
        """Starts a command, unless the one of that key runs.

        Args:
            key: by which `status` finds it.
            arguments: of `bozzetto`.
        Returns:
            Whether it was started.
        """
        with self._lock:
            if key in self._running:
                return False
            self._ended.pop(key, None)
            if len(self._running) >= MAX_RUNNING:
                self._ended[key] = CommandStatus(
                    problem=f"{MAX_RUNNING} other exports or estimates are running; try again when one of them is done"
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

    def status(self, key: Hashable) -> CommandStatus:
        """The state of the command of a key."""
        with self._lock:
            if key in self._running:
                return CommandStatus(running=True, seconds=time.monotonic() - self._running[key][1])
            return self._ended.get(key, CommandStatus())

    def _wait(self, key: Hashable, process: subprocess.Popen[str]) -> None:
        output, messages = process.communicate()
        lines = [line.removeprefix("bozzetto: ") for line in messages.splitlines() if line.startswith("bozzetto: ")]
        problem = ""
        if process.returncode != 0:
            problem = lines[-1] if lines else f"it ended with exit code {process.returncode}"
        with self._lock:
            del self._running[key]
            self._ended[key] = CommandStatus(problem=problem, output="" if problem else output.strip())

"""What a run tells while it works, how it is asked to stop, and where its time goes."""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType


@dataclass(frozen=True)
class Progress:
    """One report of a run at work."""

    stage: str
    """`training` or `export`."""
    step: int
    """Steps of the stage that are done."""
    total: int
    """Steps of the stage."""
    seconds_left: float | None = None
    """Estimate for the stage, once there is one."""
    loss: float | None = None
    """Last loss, while training."""
    preview: Path | None = None
    """Latest preview image."""
    message: str = ""
    """Something a person should read, or empty."""


ProgressFn = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """A ProgressFn that tells nobody."""


ShouldStopFn = Callable[[int], bool]
"""Called with the number of steps that are done; True asks the run to stop after saving a checkpoint."""


def never(step: int) -> bool:
    """An ShouldStopFn that lets the run go on."""
    return False


class StopRequest:
    """Set by the first SIGINT or SIGTERM, or once `asked` says so; the loop looks at it after each step."""

    def __init__(self, asked: ShouldStopFn = never) -> None:
        self.signal: int | None = None
        self._asked, self._granted = asked, False

    def __bool__(self) -> bool:
        return self.signal is not None or self._granted

    def look(self, step: int) -> bool:
        """Whether to stop now that `step` steps are done; asks, and stays true once it was."""
        self._granted = self._granted or self._asked(step)
        return bool(self)

    @property
    def exit_code(self) -> int:
        """128 + signal number."""
        return 128 + (self.signal or signal.SIGINT)


@contextlib.contextmanager
def stop_on_signals(asked: ShouldStopFn = never) -> Iterator[StopRequest]:
    """While inside, the first SIGINT or SIGTERM only asks to stop; the second one interrupts at once.

    Outside the main thread, where Python allows no handlers, only `asked` can ask.
    """
    request = StopRequest(asked)
    if threading.current_thread() is not threading.main_thread():
        yield request
        return

    def handle(number: int, frame: FrameType | None) -> None:
        if request:
            raise KeyboardInterrupt
        request.signal = number

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Stopwatch:
    """Wall time by part. Each lap ends the part that it names, which began where the lap before it ended."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()
        self._whole = False

    def start(self) -> None:
        """Begins a part; the time since the last lap belongs to none."""
        self._last = time.perf_counter()

    def lap(self, part: str) -> None:
        """Adds the time since the last lap to `part`."""
        if self._whole:
            return
        now = time.perf_counter()
        self.seconds[part] = self.seconds.get(part, 0.0) + now - self._last
        self._last = now

    @contextlib.contextmanager
    def as_one(self) -> Iterator[None]:
        """Laps inside end nothing: all of it belongs to the lap that follows."""
        self._whole = True
        try:
            yield
        finally:
            self._whole = False

    def split(self) -> dict[str, float]:
        """Seconds by part, to the millisecond, largest first."""
        return {k: round(v, 3) for k, v in sorted(self.seconds.items(), key=lambda item: -item[1])}

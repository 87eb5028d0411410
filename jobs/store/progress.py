"""Progress reports of a run at work, requests to stop it, and where its time goes."""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn


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
    part: str = ""
    """The part of the stage that is at work, where it has several."""


ProgressFn = Callable[[Progress], None]


def no_progress(progress: Progress) -> None:
    """A ProgressFn that shows nothing."""


ShouldStopFn = Callable[[int], bool]
"""Called with the number of steps that are done; True asks the run to stop after saving a checkpoint."""


def never_stop(step: int) -> bool:
    """A ShouldStopFn that lets the run go on."""
    return False


class StopRequest:
    """Set by the first SIGINT or SIGTERM, or once `should_stop` says so; the loop checks it after each step."""

    def __init__(self, should_stop: ShouldStopFn = never_stop) -> None:
        self.signal: int | None = None
        self._should_stop, self._granted = should_stop, False

    def __bool__(self) -> bool:
        return self.signal is not None or self._granted

    def check(self, step: int) -> bool:
        """Whether to stop now that `step` steps are done; stays true once it was."""
        self._granted = self._granted or self._should_stop(step)
        return bool(self)

    @property
    def exit_code(self) -> int:
        """128 + signal number."""
        return 128 + (self.signal or signal.SIGINT)


@contextlib.contextmanager
def stop_on_signals(should_stop: ShouldStopFn = never_stop) -> Iterator[StopRequest]:
    """While inside, the first SIGINT or SIGTERM only asks to stop; the second one interrupts at once.

    Outside the main thread, where Python allows no handlers, only `should_stop` can ask.
    """
    request = StopRequest(should_stop)
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

    @contextlib.contextmanager
    def timing(self, module: "nn.Module", before: str, after: str) -> Iterator[None]:
        """While inside, each call of a module ends the part `before` where it begins and `after` where it ends."""
        hooks = [
            module.register_forward_pre_hook(lambda *_: self.lap(before)),
            module.register_forward_hook(lambda *_: self.lap(after)),
        ]
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()

    def split(self) -> dict[str, float]:
        """Seconds by part, to the millisecond, largest first."""
        return {k: round(v, 3) for k, v in sorted(self.seconds.items(), key=lambda item: -item[1])}

"""The stages of an export: their times, their progress, their time limit."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterator, Mapping

Progress = Callable[[str, float], None]
"""Called with the name of a stage and the fraction of it that is done, in [0, 1]: 0 when it begins, 1 when it ends."""


class StageTimeoutError(ValueError):
    """A stage of the export took longer than it may."""


class Stages:
    """Times stages and reports their progress.

    What goes through stages also announces their names for its settings, beside the code that runs them:
    `field_stages`, `mesh_stages`, `delivery_stages`.

    Args:
        progress: see `Progress`.
        seconds: of stages before these.
        time_limit: seconds that a stage may take; looked at whenever it reports.
    """

    def __init__(
        self,
        progress: Progress | None = None,
        *,
        seconds: Mapping[str, float] | None = None,
        time_limit: float = math.inf,
    ) -> None:
        self._progress, self._time_limit = progress, time_limit
        self.seconds: dict[str, float] = dict(seconds or {})

    @contextlib.contextmanager
    def stage(self, name: str, *, limited: bool = True) -> Iterator[Callable[[float], None]]:
        """One stage.

        Args:
            name: of the stage, as announced.
            limited: whether the time limit holds for it.

        Yields:
            What reports the fraction that is done, in [0, 1].

        Raises:
            StageTimeoutError: from what reports, when the stage is over its time.
        """
        limit = self._time_limit if limited else math.inf

        def report(fraction: float) -> None:
            if fraction < 1 and time.perf_counter() - start > limit:
                raise StageTimeoutError(
                    f"{name!r} was {fraction:.0%} done after {limit:g} s: lower resolution, max_faces or "
                    "texture_size, or raise stage_time_limit"
                )
            if self._progress is not None:
                self._progress(name, fraction)

        start = time.perf_counter()
        report(0.0)
        yield report
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
        report(1.0)

"""How long a run will take, by the finished runs of the same preset on this machine."""

from collections.abc import Sequence
from statistics import median

# What the parts of a run that do not depend on its steps (export, pictures, start) take of it, at the measured presets.
FIXED_SHARE = 0.3
START_SECONDS = 4.0
"""What a worker takes to start: imports and the prior."""


def predict_seconds(timings: Sequence[tuple[int, float]], steps: int) -> float | None:
    """Seconds that a run of so many steps will take; None when there is nothing to go by.

    Args:
        timings: (steps, seconds) of finished runs of the same preset.
        steps: of the new run.
    """
    if not timings:
        return None
    return median(seconds * (FIXED_SHARE + (1 - FIXED_SHARE) * steps / done) for done, seconds in timings)


def seconds_left(metrics: Sequence[tuple[int, float]], total: int, window: int = 20) -> float | None:
    """Seconds of training that are left, by the pace of the last logged steps; None before there are two.

    Args:
        metrics: (step, seconds since the run's start) of the logged steps, oldest first.
        total: steps in all.
        window: logged steps to go by.
    """
    recent = metrics[-window:]
    if len(recent) < 2 or recent[-1][0] <= recent[0][0]:
        return None
    pace = (recent[-1][1] - recent[0][1]) / (recent[-1][0] - recent[0][0])
    return max(0.0, pace * (total - recent[-1][0]))

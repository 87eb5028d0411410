"""How long a run will take, by the finished runs of the same preset on this machine."""

from collections.abc import Sequence
from statistics import median

FIXED_SHARE = 0.3
"""What the parts of a run that do not depend on its steps (export, pictures, start) take of it, in the presets."""
DETAIL_SHARE = 0.5
"""What grows with its detail: `standard` takes 30 s for an object, 45 s at twice the detail (one thread, 14 scenes)."""
START_SECONDS = 4.0
"""What a worker takes to start: imports and the prior."""


def predict_seconds(timings: Sequence[tuple[int, float, float]], steps: int, detail: float) -> float | None:
    """Seconds that a run will take; None when there is nothing to go by.

    Args:
        timings: (steps, detail, seconds) of finished runs of the same preset.
        steps, detail: of the new run; see `bozzetto.jobs.train.scene_scale`.
    """
    if not timings:
        return None
    return median(seconds * _work(steps / done, detail) / _work(1.0, fine) for done, fine, seconds in timings)


def _work(steps: float, detail: float) -> float:
    return (FIXED_SHARE + (1 - FIXED_SHARE) * steps) * (1 - DETAIL_SHARE + DETAIL_SHARE * detail)


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

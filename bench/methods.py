"""``python -m bozzetto.bench methods``: the distillation methods in the same loop, on the same prompts, against known
truth.

Only the gradient differs: schedule, views, optimiser and regularisers are the preset's, and so is the guidance scale
of every method that has one. Every run begins as a ball. Priors: ``embedded``; ``mixture-oracle``, the exact denoiser
of the prompts' objects, where the text says which of them it is; ``two-faced-oracle``, which shows every object's front
from behind too.
"""

from __future__ import annotations

from typing import Any

METHODS: dict[str, tuple[str, ...]] = {
    "x0": ("guidance.method=x0",),
    "sds": ("guidance.method=sds",),
    "csd": ("guidance.method=csd",),
    "nfsd": ("guidance.method=nfsd",),
    "ism": ("guidance.method=ism",),
    "sdi": ("guidance.method=sdi",),
    "hifa": ("guidance.method=hifa",),
    "vsd": ("guidance.method=vsd",),
}
"""What each method changes of the preset."""

COLUMNS = ("R-precision", "IoU", "PSNR", "F-score", "Janus", "diverged", "seconds")


def settings_of(method: str) -> tuple[str, ...]:
    """The settings of a method.

    Raises:
        ValueError: there is no such method; the message names those that there are.
    """
    if method not in METHODS:
        raise ValueError(f"unknown method {method!r}; there are {', '.join(METHODS)}")
    return METHODS[method]


def methods_table(results: dict[tuple[str, str], dict[str, Any] | str]) -> str:
    """A Markdown table of what (prior, method) gave: figures of a set as in the JSON, or why there are none."""
    lines = [f"| prior | method | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 2) + "|"]
    for (prior, method), scores in results.items():
        if isinstance(scores, str):
            lines.append(f"| {prior} | {method} | {scores} |" + " |" * (len(COLUMNS) - 1))
            continue
        cells = [_spread(scores, "r_precision", 2), _spread(scores, "iou_mean", 3), _spread(scores, "psnr_mean", 1)]
        cells += [_spread(scores, "f_score", 2)]
        cells += [f"{scores[key]['count']} of {scores[key]['of']}" for key in ("janus", "diverged")]
        cells += [_spread(scores, "seconds", 0)]
        lines.append(f"| {prior} | {method} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _spread(figures: dict[str, Any], key: str, places: int) -> str:
    """Mean (least to greatest)."""
    if key not in figures:
        return ""
    f = figures[key]
    return f"{f['mean']:.{places}f} ({f['min']:.{places}f} to {f['max']:.{places}f})"

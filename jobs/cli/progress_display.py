"""How far a command is: a progress bar on a terminal, a line now and then elsewhere."""

import contextlib
import shlex
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bozzetto.jobs.cli.output import print_lines, printable
from bozzetto.jobs.store.progress import Progress, ProgressFn


@contextlib.contextmanager
def shown(quiet: bool) -> Iterator[ProgressFn]:
    """A progress bar on a terminal, a line now and then elsewhere, nothing when quiet. All of it on stderr."""
    from bozzetto.jobs.store.progress import no_progress

    if quiet:
        yield no_progress
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _lines()


def _lines(every: float = 10.0) -> ProgressFn:
    """Prints messages at once, and how far the run is at a new stage and every few seconds."""
    last_time, last_stage = 0.0, ""

    def show(progress: Progress) -> None:
        nonlocal last_time, last_stage
        now = time.monotonic()
        if progress.message:
            print_lines([progress.message], sys.stderr)
        elif progress.stage != last_stage or now - last_time >= every:
            last_time, last_stage = now, progress.stage
            parts = [f"{progress.stage} {progress.step}/{progress.total}"]
            if progress.seconds_left is not None:
                parts.append(f"{progress.seconds_left:.0f} s left")
            if progress.loss is not None:
                parts.append(f"loss {progress.loss:.4f}")
            if progress.preview is not None:
                parts.append(shlex.quote(str(progress.preview)))
            print_lines([", ".join(parts)], sys.stderr)

    return show


@contextlib.contextmanager
def _bar() -> Iterator[ProgressFn]:
    """A rich progress bar: stage, steps, time left, loss, path of the latest preview."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress
    from rich.text import Text

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}", markup=False),
    )
    with RichProgress(*columns, console=console) as bar:
        tasks: dict[str, int] = {}
        shown: dict[str, Path] = {}

        def show(progress: Progress) -> None:
            if progress.message:
                # As Text, because a path or a prompt may hold what rich would take for markup.
                console.print(Text(printable(progress.message)))
                return
            if progress.stage not in tasks:
                tasks[progress.stage] = bar.add_task(progress.stage, total=progress.total, note="")
            notes = []
            if progress.seconds_left is not None:
                notes.append(f"{progress.seconds_left:.0f} s left")
            if progress.loss is not None:
                notes.append(f"loss {progress.loss:.4f}")
            bar.update(
                tasks[progress.stage],  # type: ignore[arg-type]
                completed=progress.step,
                total=progress.total,
                note=", ".join(notes),
            )
            if progress.preview is not None and shown.get("latest") != progress.preview:
                shown["latest"] = progress.preview
                console.print(Text(printable(f"preview: {progress.preview}")), soft_wrap=True)

        yield show

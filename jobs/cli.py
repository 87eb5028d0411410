"""The `bozzetto` command: each subcommand parses, calls one function and prints."""

import contextlib
import os
import shlex
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import tyro

from jobs.errors import BozzettoError, RunInterrupted
from jobs.progress import Progress, ProgressFn


@dataclass(frozen=True)
class Generate:
    """Make a textured mesh of what a prompt says."""

    prompt: Annotated[str, tyro.conf.Positional]
    """What to make, for example "a red teddy bear"."""
    preset: Literal["draft", "standard", "fine"] = "standard"
    """How much work to put in."""
    seed: int = 0
    """Seed of every random choice, 0 or more."""
    steps: int | None = None
    """Optimisation steps; by default the preset's."""
    out: Path | None = None
    """Folder for the run, new or empty; by default a new one under $BOZZETTO_HOME/runs (~/.bozzetto/runs)."""
    negative: str = ""
    """What to stay away from."""
    prior: str = "embedded"
    """Image prior; see `bozzetto priors`."""
    threads: int | None = None
    """CPU threads; by default what the machine has."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A further setting such as guidance.scale=7; may be given several times. `config.json` of a run lists all."""
    quiet: bool = False
    """Print nothing but errors and the path of the result."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Resume:
    """Carry a stopped run on from its last checkpoint."""

    run: Annotated[str, tyro.conf.Positional]
    """The run's folder, its name, the start of its name, or `latest`."""
    quiet: bool = False
    """Print nothing but errors and the path of the result."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Export:
    """Export the mesh of a run again, from its last checkpoint."""

    run: Annotated[str, tyro.conf.Positional]
    """The run's folder, its name, the start of its name, or `latest`."""
    out: Path | None = None
    """A .glb or .obj file, or a folder; by default the run's folder."""
    format: str = "glb,obj"
    """Formats, separated by commas."""
    faces: int | None = None
    """Faces to keep; by default what the run was configured with."""
    texture: int | None = None
    """Edge of the texture in texels; by default what the run was configured with."""
    quiet: bool = False
    """Print nothing but errors and the paths of the files."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class List:
    """List the runs, oldest first."""

    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Show:
    """Show what a run is, how far it is, and what it made."""

    run: Annotated[str, tyro.conf.Positional]
    """The run's folder, its name, the start of its name, or `latest`."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Doctor:
    """Check this machine and this installation; exits with 1 when something needed is broken."""

    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Priors:
    """List the image priors and whether they can be used here."""

    words: bool = False
    """List the words that the embedded prior knows instead."""
    debug: bool = False
    """Show the traceback of an error."""


Command = Generate | Resume | Export | List | Show | Doctor | Priors


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        argv: arguments without the program's name; by default those of the process.
    Returns:
        The exit code: 0, 1 after an error, 2 for arguments that cannot be parsed, 130 after Ctrl-C.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    command: Command = tyro.cli(
        Command,
        prog="bozzetto",
        description="A prompt becomes a textured mesh.",
        args=arguments,
        config=(tyro.conf.OmitSubcommandPrefixes, tyro.conf.FlagCreatePairsOff),
    )
    try:
        return _run(command)
    except BozzettoError as error:
        if command.debug and not isinstance(error, RunInterrupted):
            traceback.print_exc()
        print(f"bozzetto: {error}", file=sys.stderr)
        return error.exit_code if isinstance(error, RunInterrupted) else 1
    except KeyboardInterrupt:
        print("bozzetto: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; what is still buffered would raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if command.debug:
            traceback.print_exc()
        print(f"bozzetto: {type(error).__name__}: {error} (this is a fault; --debug shows where)", file=sys.stderr)
        return 1


def _run(command: Command) -> int:
    """The one function of each command. Imports wait until here, so that `--help` is quick."""
    if isinstance(command, Generate):
        from jobs.config import make_config, override
        from jobs.generate import generate

        config = make_config(
            command.prompt,
            command.preset,
            seed=command.seed,
            steps=command.steps,
            negative=command.negative,
            prior=command.prior,
            threads=command.threads,
        )
        with _shown(command.quiet) as progress:
            run = generate(override(config, command.set), out=command.out, progress=progress)
        print(run.path if command.quiet else f"Done: {run.path} (mesh.glb, mesh.obj, turntable, stills, report.json)")
    elif isinstance(command, Resume):
        from jobs.generate import resume
        from jobs.runs import load_run

        with _shown(command.quiet) as progress:
            run = resume(load_run(command.run), progress=progress)
        print(run.path if command.quiet else f"Done: {run.path} (mesh.glb, mesh.obj, turntable, stills, report.json)")
    elif isinstance(command, Export):
        from jobs.generate import export
        from jobs.runs import load_run

        formats = tuple(name.strip().lower() for name in command.format.split(",") if name.strip())
        with _shown(command.quiet) as progress:
            files = export(
                load_run(command.run),
                command.out,
                formats=formats,
                faces=command.faces,
                texture=command.texture,
                progress=progress,
            )
        for file in files:
            print(file)
    elif isinstance(command, List):
        from jobs.report import run_lines

        print("\n".join(run_lines()))
    elif isinstance(command, Show):
        from jobs.report import show_lines
        from jobs.runs import load_run

        print("\n".join(show_lines(load_run(command.run))))
    elif isinstance(command, Doctor):
        from jobs.doctor import checkup

        checks = checkup()
        for check in checks:
            mark = "ok  " if check.ok else ("FAIL" if check.needed else "-   ")
            print(f"{mark} {check.name}: {check.found}")
            if check.fix and not check.ok:
                print(f"       fix: {check.fix}")
        return 0 if all(check.ok or not check.needed for check in checks) else 1
    elif command.words:
        from jobs.priors import word_lines

        print("\n".join(word_lines()))
    else:
        from jobs.priors import list_priors

        for info in list_priors():
            print(f"{info.name:10} {info.what}" + ("" if info.available else f" - not by name: {info.why_not}"))
    return 0


@contextlib.contextmanager
def _shown(quiet: bool) -> Iterator[ProgressFn]:
    """A progress bar on a terminal, a line now and then elsewhere, nothing when quiet. All of it on stderr."""
    from jobs.progress import silent

    if quiet:
        yield silent
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
            print(progress.message, file=sys.stderr, flush=True)
        elif progress.stage != last_stage or now - last_time >= every:
            last_time, last_stage = now, progress.stage
            parts = [f"{progress.stage} {progress.step}/{progress.total}"]
            if progress.seconds_left is not None:
                parts.append(f"{progress.seconds_left:.0f} s left")
            if progress.loss is not None:
                parts.append(f"loss {progress.loss:.4f}")
            if progress.preview is not None:
                parts.append(shlex.quote(str(progress.preview)))
            print(", ".join(parts), file=sys.stderr, flush=True)

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
                console.print(Text(progress.message))
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
                console.print(Text(f"preview: {progress.preview}"), soft_wrap=True)

        yield show

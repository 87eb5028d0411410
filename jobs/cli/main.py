"""The `bozzetto` command: each subcommand parses, calls one function and prints."""

import contextlib
import os
import shlex
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import tyro

from bozzetto import __version__
from bozzetto.jobs.cli.field import FIELD_KINDS, BackendName, FieldCommands, Fit, run_field_command
from bozzetto.jobs.cli.mcp import Mcp, run_mcp
from bozzetto.jobs.cli.output import allow_any_path, print_lines, printable
from bozzetto.jobs.cli.queue import KINDS, Add, EstimateCommand, QueueCommands, Sweep, run_queue_command
from bozzetto.jobs.cli.serve import Serve, generate_on_server, run_serve
from bozzetto.jobs.cli.teach import Teach, run_teach
from bozzetto.jobs.cli.texture import Materials, Texture, run_materials, run_texture
from bozzetto.jobs.cli.words import Words, run_words
from bozzetto.jobs.config.errors import BozzettoError, RunInterrupted
from bozzetto.jobs.store.progress import Progress, ProgressFn


@dataclass(frozen=True)
class Generate:
    """Make a textured mesh of what a prompt says.

    Every setting of a run is a flag too, such as --guidance.scale 7; --help-settings lists them all.
    """

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
    language: str | None = None
    """Language of the prompt, such as `es`, `zh` or `zh-TW`; by default found from the prompt."""
    expand: str | None = None
    """Address of a language model's server (llama.cpp, Ollama, any with OpenAI's interface) that puts the prompt into
    words that are known, such as http://localhost:11434/v1; by default none is asked."""
    expand_model: str = "default"
    """Name of the model there."""
    expand_anywhere: bool = False
    """Let the server of --expand be on another machine; the prompt is sent there."""
    prior: str | None = None
    """Image prior: a name of `bozzetto priors`, a folder, or a hub id; by default `embedded`, or the recipe's."""
    recipe: str = ""
    """A published recipe instead of a preset: a name of `bozzetto recipes`, or a threestudio configuration file."""
    method: Literal["x0", "sds", "csd", "nfsd", "ism", "sdi", "hifa", "vsd", "clip"] | None = None
    """How the prior's opinion becomes a gradient; by default the preset's or the recipe's."""
    offline: bool = False
    """Use no network for a pretrained prior."""
    lora: str | None = None
    """LoRA files for a pretrained prior, or folders or hub ids of such, each with :WEIGHT or without, by commas."""
    image: Path | None = None
    """The picture that an image-conditioned prior (ImageDream, Zero123) continues."""
    backend: BackendName | None = None
    """Implementation of the field and the renderer; `bozzetto doctor` says which work here."""
    threads: int | None = None
    """CPU threads; by default what the machine has."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A further setting such as guidance.scale=7; may be given several times."""
    server: str = ""
    """Let a server make it (`bozzetto serve`), such as http://127.0.0.1:8600, and fetch its files; its key is taken
    from $BOZZETTO_KEY."""
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
    """Export the mesh of a run again, from its last checkpoint; or clean and export anybody's mesh."""

    run: Annotated[str, tyro.conf.Positional]
    """The run's folder, its name, the start of its name, or `latest`; or a mesh: glb, gltf, obj, ply, stl, 3mf, usd,
    usdz."""
    out: Path | None = None
    """A file whose ending chooses the format, or a folder; by default the run's folder, or `export` in it when more is
    asked for than GLB and OBJ; for a mesh a folder of its name."""
    format: str | None = None
    """Formats, separated by commas: glb, obj, ply, stl, 3mf, usd, usda, usdz; by default the preset's, or glb,obj."""
    faces: int | None = None
    """Faces to keep; by default what the run was configured with, or all of a mesh."""
    texture: int | None = None
    """Edge of the texture in texels, 64 to 4096; by default what the run was configured with, or 1024."""
    preset: Literal["unity", "unreal", "blender", "ar", "print", "film"] | None = None
    """Units, up axis, pivot, size, maps and formats as a program or a use expects them."""
    size: float | None = None
    """Longest side of the object in metres."""
    lods: int = 0
    """Further levels of detail, each of half the faces of the one before, up to 8."""
    collision: bool = False
    """Also write a convex hull; some presets do."""
    maps: Literal["none", "normal", "occlusion", "both"] | None = None
    """Maps beside the base colour: the dense surface's normals, ambient occlusion; by default the preset's."""
    image: Literal["png", "webp"] = "png"
    """Textures in a GLB."""
    resolution: int | None = None
    """Grid nodes along a side of the cube, up to 1024, in which a run's surface is found."""
    surface: Literal["dual", "marching"] = "dual"
    """How a run's surface is found: `dual` keeps edges sharp."""
    report: Literal["yes", "no"] | None = None
    """Write a report, JSON and one HTML page; by default when more is asked for than plain files."""
    turntable: int = 0
    """Frames, up to 720, of a turn of the mesh and of a run's field: WebP, and MP4 with the extra `video`."""
    quads: int = 0
    """Also write a quad-dominant version of about so many faces, an OBJ with vertex colours (extra `quads`)."""
    pivot: Literal["keep", "center", "bottom"] | None = None
    """What lies at the origin of the files: where it was, the middle, or the middle of the lowest side; by default the
    preset's, or where it was."""
    file_units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of the numbers in the OBJ, PLY, STL and USD that are written; by default the preset's."""
    file_up: Literal["y", "z"] | None = None
    """Which axis points up in the OBJ, PLY, STL and USD that are written; by default the preset's."""
    close: bool = False
    """Close the holes of a mesh file; without it open things stay open, but for a print."""
    keep_materials: bool = False
    """Of a mesh file, write a GLB whose objects, materials, UV sets and textures stay what they are; only its geometry
    is cleaned."""
    units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of a mesh file's numbers; by default what its format says, and metres where it says nothing (OBJ, PLY, STL)."""
    limit: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """What a mesh file may ask of this machine, such as max_faces=20000000; may be given several times."""
    up: Literal["y", "z"] | None = None
    """Which axis of a mesh file points up; by default what its format says, and y where it says nothing."""
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


@dataclass(frozen=True)
class Recipes:
    """List the published recipes that `generate --recipe` knows."""

    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class View:
    """Open the workbench in the browser: create, watch, look, gallery, prompt guide."""

    port: int | None = None
    """Port; by default the first free one from 8501."""
    no_browser: bool = False
    """Do not open a browser."""
    share: bool = False
    """Let other machines in, by a password: $BOZZETTO_VIEW_PASSWORD, or asked for in the terminal."""
    api: bool = False
    """Also serve the queue over HTTP, as `bozzetto serve` does (extra `serve`)."""
    keys: Path | None = None
    """File of keys for --api; without one only this machine is answered."""
    debug: bool = False
    """Show the traceback of an error."""


Command = (
    Generate
    | Resume
    | Export
    | List
    | Show
    | Doctor
    | Priors
    | Recipes
    | View
    | Serve
    | Mcp
    | Texture
    | Materials
    | Teach
    | Words
    | FieldCommands
    | QueueCommands
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        argv: arguments without the program's name; by default those of the process.
    Returns:
        The exit code: 0, 1 after an error, 2 for arguments that cannot be parsed, 130 after Ctrl-C.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        allow_any_path()
    if arguments in (["--version"], ["-V"]):
        print(f"bozzetto {__version__}")
        return 0
    try:
        arguments, shown = with_settings(arguments)
    except BozzettoError as error:
        print_lines([f"bozzetto: {error}"], sys.stderr)
        return 2
    if shown:
        print("\n".join(shown))
        return 0
    command: Command = tyro.cli(
        Command,
        prog="bozzetto",
        description="A prompt becomes a textured mesh. `bozzetto --version` prints the version.",
        args=arguments,
        config=(tyro.conf.OmitSubcommandPrefixes, tyro.conf.FlagCreatePairsOff),
    )
    try:
        return _run(command)
    except BozzettoError as error:
        if command.debug and not isinstance(error, RunInterrupted):
            traceback.print_exc()
        print_lines([f"bozzetto: {error}"], sys.stderr)
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
        print_lines([f"bozzetto: {type(error).__name__}: {error} (this is a fault; --debug shows where)"], sys.stderr)
        return 1


def with_settings(arguments: list[str]) -> tuple[list[str], list[str]]:
    """A command line in which settings that are given as flags stand as `--set`; or the lines that list them all.

    Args:
        arguments: without the program's name.
    Returns:
        The command line as tyro takes it, and, for `--help-settings`, what is printed in its place.
    Raises:
        ConfigError: a flag lacks its value, or there is no such group of settings.
    """
    kinds: dict[tuple[str, ...], type] = {
        ("generate",): Generate,
        ("fit",): Fit,
        ("sweep",): Sweep,
        ("estimate",): EstimateCommand,
        ("queue", "add"): Add,
    }
    name = next((name for name in kinds if tuple(arguments[: len(name)]) == name), None)
    if name is None:
        return arguments, []
    words = [argument for argument in arguments if argument.startswith("--")]
    settings = [word for word in words if "." in word.partition("=")[0] or word.startswith(("--help-", "--scene"))]
    if not settings:
        return arguments, []
    # Only here: the text of all settings takes longer to read than a plain command takes.
    from bozzetto.jobs.config.settings_help import setting_flags, settings_lines

    for place, argument in enumerate(arguments):
        if argument.partition("=")[0] == "--help-settings":
            following = arguments[place + 1 : place + 2]
            return arguments, settings_lines(argument.partition("=")[2] or "".join(following))
    own = frozenset(field.name for field in fields(kinds[name]))
    return [*name, *setting_flags(arguments[len(name) :], own)], []


def _run(command: Command) -> int:
    """The one function of each command. Imports wait until here, so that `--help` is quick."""
    if isinstance(command, Generate) and command.server:
        with _shown(command.quiet) as progress:
            folder = generate_on_server(command.server, _request_of(command), command.out, progress)
        print_lines([str(folder) if command.quiet else f"Done: {folder}"])
    elif isinstance(command, Generate):
        from bozzetto.jobs.config.run_config import RunConfig, make_config, override
        from bozzetto.jobs.pipeline.generate import generate

        preset: str | RunConfig = command.preset
        if command.recipe:
            from bozzetto.jobs.config.threestudio import find_recipe

            preset, messages = find_recipe(command.recipe)
            for message in messages:
                print_lines([message], sys.stderr)
        prompt, asked = command.prompt, ""
        if command.expand:
            from bozzetto.jobs.config.errors import PromptError
            from bozzetto.jobs.pipeline.expand import expand_prompt

            if command.prior not in (None, "embedded"):
                raise PromptError("--expand puts prompts into the embedded prior's words; other priors read any text")
            prompt, note = expand_prompt(prompt, command.expand, command.expand_model, command.expand_anywhere)
            asked = command.prompt if prompt != command.prompt else ""
            print_lines([note], sys.stderr)
        config = make_config(
            prompt,
            preset,
            seed=command.seed,
            steps=command.steps,
            negative=command.negative or None,
            prior=command.prior,
            threads=command.threads,
        )
        given = [f"guidance.method={command.method}"] * (command.method is not None)
        given += ["hub.offline=true"] * command.offline
        given += [f"text.language={command.language}"] * (command.language is not None)
        given += [f"text.asked={asked}"] * bool(asked)
        given += [f"hub.lora={command.lora}"] * (command.lora is not None)
        given += [f"hub.image={command.image}"] * (command.image is not None)
        given += [f"field.backend={command.backend}"] * (command.backend is not None)
        with _shown(command.quiet) as progress:
            config = override(config, [*given, *command.set])
            run = generate(config, out=command.out, progress=progress, predicted=not command.quiet)
        _print_result(run.path, command.quiet)
    elif isinstance(command, Resume):
        from bozzetto.jobs.pipeline.generate import resume
        from bozzetto.jobs.store.runs import load_run

        with _shown(command.quiet) as progress:
            run = resume(load_run(command.run), progress=progress)
        _print_result(run.path, command.quiet)
    elif isinstance(command, Export):
        from bozzetto.jobs.bake.run_export import ExportOptions, export_anything
        from bozzetto.jobs.config.errors import ExportError

        formats = tuple(name.strip().lower() for name in (command.format or "").split(",") if name.strip())
        if command.format is not None and not formats:
            raise ExportError("--format is empty; give formats such as glb,usdz")
        options = ExportOptions(
            formats=formats,
            faces=command.faces,
            texture=command.texture,
            preset=command.preset or "",
            size=command.size,
            lods=command.lods,
            collision=command.collision or None,
            normal_map=None if command.maps is None else command.maps in ("normal", "both"),
            occlusion=None if command.maps is None else command.maps in ("occlusion", "both"),
            image=command.image,
            resolution=command.resolution,
            surface=command.surface,
            report=None if command.report is None else command.report == "yes",
            turntable=command.turntable,
            quads=command.quads,
            pivot=command.pivot or "",
            file_units=command.file_units or "",
            file_up=command.file_up or "",
            close=command.close or None,
            keep_materials=command.keep_materials,
            units=command.units,
            up=command.up,
            limits=command.limit,
        )
        with _shown(command.quiet) as progress:
            files = export_anything(command.run, command.out, options, progress=progress)
        for file in files:
            print(file)
    elif isinstance(command, List):
        from bozzetto.jobs.store.report import run_lines

        print_lines(run_lines())
    elif isinstance(command, Show):
        from bozzetto.jobs.store.report import show_lines
        from bozzetto.jobs.store.runs import load_run

        print_lines(show_lines(load_run(command.run)))
    elif isinstance(command, Doctor):
        from bozzetto.jobs.cli.doctor import checkup

        checks = checkup()
        for check in checks:
            mark = "ok  " if check.ok else ("FAIL" if check.needed else "-   ")
            print_lines([f"{mark} {check.name}: {check.result}"])
            if check.fix and not check.ok:
                print_lines([f"       fix: {check.fix}"])
        return 0 if all(check.ok or not check.needed for check in checks) else 1
    elif isinstance(command, Recipes):
        from bozzetto.jobs.config.recipes import recipe_lines

        print("\n".join(recipe_lines()))
    elif isinstance(command, View):
        return _view(command)
    elif isinstance(command, Serve):
        return run_serve(command)
    elif isinstance(command, Mcp):
        return run_mcp(command)
    elif isinstance(command, Teach):
        return run_teach(command, _shown)
    elif isinstance(command, Words):
        return run_words(command)
    elif isinstance(command, Texture):
        return run_texture(command, _shown)
    elif isinstance(command, Materials):
        return run_materials(command)
    elif isinstance(command, FIELD_KINDS):
        return run_field_command(command, _shown)
    elif isinstance(command, KINDS):
        return run_queue_command(command, _shown)
    elif command.words:
        from bozzetto.jobs.train.priors import word_lines

        print("\n".join(word_lines()))
    else:
        from bozzetto.jobs.train.priors import list_priors

        for info in list_priors():
            print(f"{info.name:10} {info.what}" + ("" if info.available else f" - not by name: {info.why_not}"))
    return 0


def _request_of(command: Generate) -> dict[str, Any]:
    """What a command asks a server for.

    Raises:
        ConfigError: an option that is of this machine only.
    """
    from bozzetto.jobs.config.errors import ConfigError

    local = [
        name for name in ("offline", "lora", "image", "backend", "threads", "expand") if getattr(command, name, None)
    ]
    if local:
        raise ConfigError(f"--{local[0]} is of this machine, and --server lets another one work; leave one of them out")
    pairs = [setting.partition("=") for setting in command.set]
    for setting, (_, equals, _) in zip(command.set, pairs, strict=True):
        if not equals:
            raise ConfigError(f"expected KEY=VALUE such as guidance.scale=7, got {setting!r}")
    settings = {key.strip(): value.strip() for key, _, value in pairs}
    if command.method is not None:
        settings["guidance.method"] = command.method
    if command.language is not None:
        settings["text.language"] = command.language
    return {
        "prompt": command.prompt,
        "negative": command.negative,
        "preset": command.preset,
        "recipe": command.recipe or None,
        "seed": command.seed,
        "steps": command.steps,
        "prior": command.prior,
        "settings": settings,
    }


def _print_result(path: Path, quiet: bool) -> None:
    """The folder of a finished run: for scripts exactly its path, for people on one line with what is in it."""
    if quiet:
        print(path)
    else:
        print_lines([f"Done: {path} (mesh.glb, mesh.obj, turntable, stills, report.json)"])


def _view(command: View) -> int:
    """Runs the workbench as a process of its own, since this room knows nothing of its pages; returns its exit code."""
    import importlib.util
    import signal
    import subprocess

    from bozzetto.jobs.store.processes import module_command

    if importlib.util.find_spec("streamlit") is None:
        raise BozzettoError("the workbench needs Streamlit; install it with: pip install 'bozzetto[viewer]'")
    arguments = module_command("bozzetto.viewer")
    arguments += [] if command.port is None else [f"--port={command.port}"]
    arguments += ["--no-browser"] * command.no_browser + ["--share"] * command.share + ["--api"] * command.api
    arguments += [] if command.keys is None else [f"--keys={command.keys}"]
    with subprocess.Popen(arguments) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # The terminal has interrupted the workbench too; it ends by itself.
                continue


@contextlib.contextmanager
def _shown(quiet: bool) -> Iterator[ProgressFn]:
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

"""The `bozzetto` command: each subcommand parses, calls one function and prints."""

import atexit
import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import tyro

from bozzetto import __version__
from bozzetto.jobs.cli.field import FIELD_KINDS, BackendName, FieldCommands, Fit, run_field_command
from bozzetto.jobs.cli.interrupts import end_on_signals
from bozzetto.jobs.cli.mcp import Mcp, run_mcp
from bozzetto.jobs.cli.output import allow_any_path, print_lines
from bozzetto.jobs.cli.progress_display import shown
from bozzetto.jobs.cli.queue import KINDS, Add, EstimateCommand, QueueCommands, Sweep, run_queue_command
from bozzetto.jobs.cli.serve import Serve, generate_on_server, run_serve
from bozzetto.jobs.cli.teach import Teach, run_teach
from bozzetto.jobs.cli.texture import Materials, Texture, run_materials, run_texture
from bozzetto.jobs.cli.words import Words, run_words
from bozzetto.jobs.config.errors import BozzettoError, RunInterrupted


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
    vae: str | None = None
    """Another autoencoder for a pretrained prior: a folder, a .safetensors file or a hub id."""
    image: Path | None = None
    """The picture that an image-conditioned prior (ImageDream, Zero123) continues."""
    backend: BackendName | None = None
    """Implementation of the field and the renderer; `bozzetto doctor` says which work here."""
    device: str | None = None
    """Where field and prior run: auto, cpu, cuda or cuda:1; by default a card where one works. `--field.device` and
    `--hub.device` name them apart."""
    threads: int | None = None
    """CPU threads; by default as many as have a core to themselves when the run begins."""
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
        # NumPy's BLAS would split sums of a thousand numbers over all cores, whatever --threads says, and wait.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # Imports make half a million objects that live on. To look through them for cycles, again and again, takes
        # a third of a second while they are made, and half a second more when the process ends.
        gc.disable()
        gc.set_threshold(20_000, 10, 10)
        atexit.register(gc.freeze)
        # What is half written is removed, and processes of our own end, after SIGTERM too.
        end_on_signals()
    if arguments in (["--version"], ["-V"]):
        print(f"bozzetto {__version__}")
        return 0
    try:
        arguments, lines = with_settings(arguments)
    except BozzettoError as error:
        print_lines([f"bozzetto: {error}"], sys.stderr)
        return 2
    if lines:
        print("\n".join(lines))
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


def _collect_cycles() -> None:
    """Has Python look for cycles from now on, among what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _run(command: Command) -> int:
    """Carries a command out; its exit code. Imports wait for the command that needs them, so that `--help` is quick."""
    if not isinstance(command, Generate) or command.server:  # that one begins when it has imported what it needs
        _collect_cycles()
    if isinstance(command, Generate):
        return _generate_on_server(command) if command.server else _generate(command)
    if isinstance(command, Resume):
        return _resume(command)
    if isinstance(command, Export):
        return _export(command)
    if isinstance(command, List):
        return _list()
    if isinstance(command, Show):
        return _show(command)
    if isinstance(command, Doctor):
        return _doctor()
    if isinstance(command, Recipes):
        return _recipes()
    if isinstance(command, View):
        return _view(command)
    if isinstance(command, Serve):
        return run_serve(command)
    if isinstance(command, Mcp):
        return run_mcp(command)
    if isinstance(command, Teach):
        return run_teach(command, shown)
    if isinstance(command, Words):
        return run_words(command)
    if isinstance(command, Texture):
        return run_texture(command, shown)
    if isinstance(command, Materials):
        return run_materials(command)
    if isinstance(command, FIELD_KINDS):
        return run_field_command(command, shown)
    if isinstance(command, KINDS):
        return run_queue_command(command, shown)
    return _priors(command)


def _generate_on_server(command: Generate) -> int:
    """Lets a server make it, and fetches its files."""
    with shown(command.quiet) as progress:
        folder = generate_on_server(command.server, _request_of(command), command.out, progress)
    print_lines([str(folder) if command.quiet else f"Done: {folder}"])
    return 0


def _generate(command: Generate) -> int:
    """Makes a run here."""
    from bozzetto.jobs.train.kernel_cache import compile_beside

    if command.threads != 1:
        compile_beside()
    if command.prior not in (None, "embedded") and not command.quiet:
        # Reading them takes seconds, and a first word should not wait for it.
        print_lines([f"starting the libraries of pretrained models for {command.prior}"], sys.stderr)
    from bozzetto.jobs.config.run_config import RunConfig, make_config, override
    from bozzetto.jobs.pipeline.generate import generate

    _collect_cycles()
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
    with shown(command.quiet) as progress:
        config = override(config, [*_settings_of(command, asked), *command.set])
        run = generate(config, out=command.out, progress=progress, predicted=not command.quiet)
    _print_result(run.path, command.quiet)
    return 0


def _settings_of(command: Generate, asked: str) -> list[str]:
    """The settings that flags stand for.

    Args:
        command: the command. asked: the prompt as it was given, where it was put into other words.
    """
    given = [f"guidance.method={command.method}"] * (command.method is not None)
    given += ["hub.offline=true"] * command.offline
    given += [f"text.language={command.language}"] * (command.language is not None)
    given += [f"text.asked={asked}"] * bool(asked)
    given += [f"hub.lora={command.lora}"] * (command.lora is not None)
    given += [f"hub.vae={command.vae}"] * (command.vae is not None)
    given += [f"hub.image={command.image}"] * (command.image is not None)
    given += [f"field.backend={command.backend}"] * (command.backend is not None)
    if command.device is not None:
        given += [f"hub.device={command.device}", f"field.device={command.device}"]
    return given


def _resume(command: Resume) -> int:
    """Carries a run on."""
    from bozzetto.jobs.train.kernel_cache import compile_beside

    compile_beside()
    from bozzetto.jobs.pipeline.generate import resume
    from bozzetto.jobs.store.runs import load_run

    with shown(command.quiet) as progress:
        run = resume(load_run(command.run), progress=progress)
    _print_result(run.path, command.quiet)
    return 0


def _export(command: Export) -> int:
    """Exports a run or a mesh."""
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
    with shown(command.quiet) as progress:
        files = export_anything(command.run, command.out, options, progress=progress)
    for file in files:
        print(file)
    return 0


def _list() -> int:
    """Lists the runs."""
    from bozzetto.jobs.store.report import run_lines

    print_lines(run_lines())
    return 0


def _show(command: Show) -> int:
    """Shows a run."""
    from bozzetto.jobs.store.report import show_lines
    from bozzetto.jobs.store.runs import load_run

    print_lines(show_lines(load_run(command.run)))
    return 0


def _doctor() -> int:
    """Says what works here; 1 where something that is needed does not."""
    from bozzetto.jobs.cli.doctor import checkup

    checks = checkup()
    for check in checks:
        mark = "ok  " if check.ok else ("FAIL" if check.needed else "-   ")
        print_lines([f"{mark} {check.name}: {check.result}"])
        if check.fix and not check.ok:
            print_lines([f"       fix: {check.fix}"])
    return 0 if all(check.ok or not check.needed for check in checks) else 1


def _recipes() -> int:
    """Lists the recipes."""
    from bozzetto.jobs.config.recipes import recipe_lines

    print("\n".join(recipe_lines()))
    return 0


def _priors(command: Priors) -> int:
    """Lists the priors, or the words of the embedded one."""
    if command.words:
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
        name
        for name in ("offline", "lora", "vae", "image", "backend", "device", "threads", "expand")
        if getattr(command, name, None)
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

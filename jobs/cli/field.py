"""The commands about fields: `bozzetto fit` and `bozzetto render`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import tyro

from bozzetto.jobs.cli.output import print_lines
from bozzetto.jobs.store.progress import ProgressFn

BackendName = Literal["auto", "torch", "cpu", "tcnn", "triton", "tcnn-nerfacc"]
ShownFn = Callable[[bool], AbstractContextManager[ProgressFn]]


@dataclass(frozen=True)
class Fit:
    """Reconstruct an object from posed images (transforms.json, COLMAP), or from photos, whose poses COLMAP finds.

    Every setting of a run is a flag too, such as --optim.lr-network 0.01; --help-settings lists them all.
    """

    images: Annotated[Path, tyro.conf.Positional]
    """The transforms.json, or the folder that it, a COLMAP model (sparse/0) or plain photos are in (extra `photos`)."""
    steps: int | None = None
    """Optimisation steps; by default 1000."""
    seed: int = 0
    """Seed of every random choice, 0 or more."""
    out: Path | None = None
    """Folder for the run, new or empty; by default a new one under $BOZZETTO_HOME/runs (~/.bozzetto/runs)."""
    backend: BackendName = "auto"
    """Implementation of the field and the renderer; `bozzetto doctor` says which work here."""
    center: tuple[float, float, float] | None = None
    """Centre of the object in the images' world; by default what the cameras look at."""
    radius: float | None = None
    """Radius of the object in the images' world; by default what the cameras see whole."""
    up: Literal["z", "y"] = "z"
    """Which axis of the images' world is up."""
    background: Literal["white", "black"] = "white"
    """What is behind the object in images without transparency."""
    threads: int | None = None
    """CPU threads; by default what the machine has."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A further setting such as optim.lr_encoding=0.01; may be given several times."""
    quiet: bool = False
    """Print nothing but errors and the path of the result."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Render:
    """Render pictures of a run's field, at any size."""

    run: Annotated[str, tyro.conf.Positional]
    """The run's folder, its name, the start of its name, or `latest`."""
    out: Path = Path("render.png")
    """A .png file, .npy for raw values, .webp or .mp4 for a turntable; or for a turntable a folder."""
    size: tuple[int, int] = (512, 512)
    """Width and height in pixels."""
    azimuth: float = 0.0
    """Degrees; 0 looks at the front."""
    elevation: float = 15.0
    """Degrees, positive from above."""
    turntable: int = 0
    """Frames of a full turn instead of one picture."""
    what: Literal["rgb", "albedo", "depth", "normal", "opacity", "occupancy"] = "rgb"
    """What is shown: lit colour, plain colour, depth (near is bright), world normals, opacity, occupied cells."""
    background: float = 1.0
    """Gray behind the object, 0 to 1."""
    backend: BackendName = "auto"
    """Implementation that renders, whatever the run was made with."""
    quiet: bool = False
    """Print nothing but errors and the paths of the files."""
    debug: bool = False
    """Show the traceback of an error."""


FieldCommands = Fit | Render
"""For the command line's union of subcommands."""
FIELD_KINDS = (Fit, Render)


def run_field_command(command: Fit | Render, shown: ShownFn) -> int:
    """The one function of each command; its exit code."""
    if isinstance(command, Fit):
        from bozzetto.jobs.config.run_config import override
        from bozzetto.jobs.pipeline.fit import fit, fit_config

        with shown(command.quiet) as progress:
            config = fit_config(
                command.images,
                steps=command.steps,
                seed=command.seed,
                threads=command.threads,
                backend=command.backend,
                center=command.center,
                radius=command.radius,
                up=command.up,
                background=command.background,
                progress=progress,
            )
            run = fit(override(config, list(command.set)), out=command.out, progress=progress)
        report = run.report
        if command.quiet or report is None:
            print(run.path)
        else:
            held_out = report["fit"]["held_out"]
            print_lines([f"Done: {run.path} (mesh.glb, mesh.obj, held_out.png, turntable, stills, report.json)"])
            print(f"Held-out views: {held_out['psnr_mean']:.1f} dB on average, {held_out['psnr_min']:.1f} dB the worst")
        return 0
    from bozzetto.jobs.bake.field_images import PictureOptions, render_run
    from bozzetto.jobs.store.runs import load_run

    options = PictureOptions(
        width=command.size[0],
        height=command.size[1],
        azimuth_deg=command.azimuth,
        elevation_deg=command.elevation,
        turntable=command.turntable,
        what=command.what,
        background=command.background,
        backend=command.backend,
    )
    with shown(command.quiet) as progress:
        files = render_run(load_run(command.run), command.out, options, progress=progress)
    for file in files:
        print(file)
    return 0

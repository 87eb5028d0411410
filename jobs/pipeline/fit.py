"""Reconstruction: posed images become a radiance field (Mildenhall et al. 2020), by the loop's own field and renderer.

The run folder is that of `generate`, with two things more: `held_out.png` (images that were never learnt from, above
their renders) and `fit` in report.json (PSNR of each). Everything else, such as export, resume and show, is the same.
"""

import io
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.export.texture.compare import psnr
from bozzetto.jobs.bake.run_export import field_export_stages
from bozzetto.jobs.config.errors import CollapsedError, ConfigError
from bozzetto.jobs.config.run_config import (
    FitConfig,
    OptimConfig,
    RegularConfig,
    RenderConfig,
    RunConfig,
    SaveConfig,
    StartConfig,
)
from bozzetto.jobs.pipeline.carry_on import carry_on
from bozzetto.jobs.store.progress import ProgressFn, ShouldStopFn, Stopwatch, never_stop, no_progress
from bozzetto.jobs.store.resources import check_room
from bozzetto.jobs.store.runs import (
    Run,
    create_run,
    disk_errors,
)
from bozzetto.jobs.train.colmap import dataset_folder
from bozzetto.jobs.train.driver import EMPTY_OPACITY, Driver, StepResult
from bozzetto.jobs.train.loop import Trained, on_cpu
from bozzetto.jobs.train.photos import solve_poses
from bozzetto.jobs.train.posed_images import Placement, PosedImages
from bozzetto.jobs.train.train_state import new_state
from bozzetto.jobs.train.transforms_json import find_transforms, is_unposed, load_images
from bozzetto.jobs.train.views import binarization_weight
from bozzetto.nerf.backend import BackendUnavailableError, place_field
from bozzetto.nerf.background import over
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render
from bozzetto.stages import Stage
from bozzetto.threads import kernel_threads

SHOWN = 6
"""Held-out images in held_out.png."""
SCORED_EARLY = 3
"""Held-out images that are scored while the run goes on; all of them are at its end."""
TILE = 16_384
"""Rays of a held-out image at once."""


@dataclass(frozen=True)
class Score:
    """How near a field's renders are to images."""

    names: tuple[str, ...]
    """Of the images."""
    psnr: tuple[float, ...]
    """Of each, dB, on the background that the run has for images without transparency."""

    @property
    def mean(self) -> float:
        """Mean of the images' PSNR, dB."""
        return sum(self.psnr) / len(self.psnr)


def fit_config(
    where: str | os.PathLike[str],
    *,
    steps: int | None = None,
    seed: int = 0,
    threads: int | None = None,
    backend: str = "auto",
    center: Sequence[float] | None = None,
    radius: float | None = None,
    up: str = "z",
    background: str = "white",
    progress: ProgressFn = no_progress,
) -> RunConfig:
    """The configuration of a reconstruction: sizes of the field and the steps follow from the images' size.

    Args:
        where: a transforms.json, the folder that it is in, a folder with a COLMAP model, or one with plain photos,
            whose poses COLMAP then finds (`bozzetto.jobs.train.photos`).
        steps: optimisation steps.
        seed: of every random choice.
        threads: CPU threads.
        backend: of the field.
        center: of the object, in the images' world, 3 numbers; by default what the cameras look at.
        radius: of the object, in the images' world; by default what the cameras see whole.
        up: `z` (Blender, instant-ngp) or `y`.
        background: `white` or `black`, behind images without transparency.
        progress: is called with a message while COLMAP works.

    Raises:
        ImagesError: the images cannot be used.
        ConfigError: a number is out of its range.
    """
    if center is not None and len(center) != 3:
        raise ConfigError(f"center: expected 3 numbers, got {len(center)}")
    folder = Path(where).expanduser()
    if is_unposed(folder):
        solve_poses(folder, progress)
    given = None if center is None or radius is None else Placement((center[0], center[1], center[2]), radius, up)
    train, _, placement = load_images(folder, given, up)
    middle = placement.center if center is None else tuple(center)
    size = max(train.height, train.width)
    changes: dict[str, Any] = {} if threads is None else {"threads": threads}
    path = find_transforms(Path(where))[0]
    folder = path.parent if path.suffix == ".json" else dataset_folder(path)
    name = "".join(c if c.isalnum() or c in "-_" else " " for c in folder.name).strip()
    return RunConfig(
        f"images of {name or 'an object'}"[:200],
        preset="fit",
        prior="images",
        seed=seed,
        steps=1000 if steps is None else steps,
        # Half a pixel at the centre is an interval, and a cell of the finest level.
        field=FieldConfig(
            levels=10,
            base_resolution=8,
            max_resolution=min(max(2 * size, 64), 2048),
            log2_table=min(max(9 + math.ceil(math.log2(size)), 14), 19),
            blob_height=2.0,
            backend=backend,
        ),
        render=RenderConfig(
            step_size=1 / min(max(0.75 * size, 48), 1024),
            grid_resolution=min(max(size // 2, 32), 128),
            grid_every=8,
            grid_warmup=16,
            grid_open=0.02,
            grid_decay=0.8,
        ),
        optim=OptimConfig(lr_encoding=0.02, lr_network=0.004, decay_from=0.3, decay_to=0.03),
        regular=RegularConfig(opacity_binarization=0.002, smoothness=0.0),
        start=StartConfig(shape="blob"),
        save=SaveConfig(checkpoint_every=250, preview_every=250, metrics_every=10),
        fit=FitConfig(
            images=str(path),
            center_x=middle[0],
            center_y=middle[1],
            center_z=middle[2],
            radius=placement.radius if radius is None else radius,
            up=up,  # type: ignore[arg-type]
            background=background,  # type: ignore[arg-type]
        ),
        **changes,
    )


def fit(
    config: RunConfig,
    *,
    out: str | os.PathLike[str] | None = None,
    progress: ProgressFn = no_progress,
    should_stop: ShouldStopFn = never_stop,
) -> Run:
    """Makes a run folder and carries the reconstruction through to its mesh.

    Args:
        config: of `fit_config`.
        out: folder to use, new or empty; by default a new one under the home folder.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there, with a checkpoint, as Ctrl-C would.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of bozzetto.jobs.config.errors; what was computed is kept in the run folder.
    """
    try:
        place_field(config.field)
    except (BackendUnavailableError, ValueError) as error:
        raise ConfigError(f"field.backend: {error}") from error
    check_room(config, out)
    if config.threads == 0:
        # Written down, because sums over another number of threads round differently.
        config = replace(config, threads=kernel_threads())
    return resume_fit(create_run(config, out), progress=progress, should_stop=should_stop)


def resume_fit(run: Run, *, progress: ProgressFn = no_progress, should_stop: ShouldStopFn = never_stop) -> Run:
    """Carries a reconstruction on from its last checkpoint to its mesh; a finished one is left as it is.

    Args:
        run: the run.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there.
    Returns:
        The finished run.
    Raises:
        BozzettoError: one of bozzetto.jobs.config.errors.
    """
    return carry_on(run, lambda progress: [fit_pipeline(run, progress, should_stop)], progress, should_stop)


def fit_pipeline(run: Run, progress: ProgressFn, should_stop: ShouldStopFn = never_stop) -> list[Stage]:
    """The stages of a reconstruction: the training, the score on images that were not learnt from, the mesh and its
    files, stills, turntable, report.

    Args:
        run: the run; the caller holds its lock when they are carried out.
        progress: is called at each step of the training.
        should_stop: is called after each of these; True stops the run there.
    Raises:
        ImagesError: the images cannot be used.
    """
    config = run.config
    train, held_out, _ = load_images(Path(config.fit.images), placement_of(config.fit))

    def training() -> Trained:
        return train_on_images(run, train, held_out, progress=progress, should_stop=should_stop)

    def score_held_out(on_device: Trained) -> tuple[Trained, dict[str, Any]]:
        score = score_images(on_device.field, on_device.grid, held_out, config)
        picture = held_out_picture(on_device, held_out, config)
        with disk_errors(f"write {run.path / 'held_out.png'}"):
            write_bytes(run.path / "held_out.png", picture)
        return on_cpu(on_device), {"fit": make_fit_report(train, held_out, score, config)}

    return [
        Stage("training", training, ("on_device",), group="training", own_progress=True),
        Stage("held-out views", score_held_out, ("trained", "report_facts")),
        *field_export_stages(run),
    ]


def train_on_images(
    run: Run,
    train: PosedImages,
    held_out: PosedImages,
    *,
    progress: ProgressFn = no_progress,
    should_stop: ShouldStopFn = never_stop,
) -> Trained:
    """Optimises the run's field, from its last checkpoint or from the start.

    Args:
        run: the run; the caller holds its lock.
        train: what is learnt from.
        held_out: never learnt from; scored now and then.
        progress: is called at each step.
        should_stop: is called after each step; True stops the run there.
    Raises:
        RunInterrupted: SIGINT or SIGTERM came, or `should_stop` said so; a checkpoint was saved after the step.
        DivergedError: the loss was not finite again after `optim.max_rollbacks` roll-backs.
        CollapsedError: the field is empty, and the images are not.
        CheckpointError: the last checkpoint belongs to another configuration.
    """
    config = run.config
    state = new_state(config)
    field, draw = state.field, state.generators
    device = field.table.device
    behind = 1.0 if config.fit.background == "white" else 0.0

    def step(number: int, watch: Stopwatch) -> StepResult:
        image, row, column = draw_pixels(train, config.fit.rays, draw["views"])
        rays = train.rays(image, row, column).to(device)
        # A new colour behind each pixel: only what is opaque can look right before all of them.
        background: Tensor | float = behind
        if train.has_alpha:
            background = torch.rand(len(rays), 3, generator=draw["noise"])
        target = train.colours(image, row, column, background).to(device)
        watch.lap("pixels")

        out = render(field, state.grid, rays, step_size=config.render.step_size, generator=draw["rays"])
        rgb = over(out.rgb, out.opacity, background.to(device) if isinstance(background, Tensor) else background)
        watch.lap("rendering")

        distance = (rgb - target).square().mean()
        binarization = binarization_weight(number, config.steps, config.regular)
        loss = distance + binarization * (out.opacity * (1 - out.opacity)).mean()
        error = float(distance.detach())
        return StepResult(loss, error, out.opacity.detach(), out.n_samples, metrics={"psnr": psnr(error)})

    def held_out_psnr() -> dict[str, float]:
        return {"held_out_psnr": round(score_images(field, state.grid, held_out, config, SCORED_EARLY).mean, 3)}

    driver = Driver(run, config, state, progress=progress, should_stop=should_stop)
    for note in train.notes:
        driver.report(note)
    if not train.has_alpha:
        driver.report(
            f"the images have no transparency: what is {config.fit.background} in all of them counts as background"
        )
    last, split = driver.train(step, held_out_psnr)
    if last is not None and float(last.opacity.mean()) < EMPTY_OPACITY:
        raise CollapsedError(
            "the field is empty at the end; look at the images' transparency and at --radius and --center"
        )
    return Trained(field, state.grid, state.step, state.seconds, split)


def draw_pixels(images: PosedImages, n: int, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Image, row and column, int64 [n] each, of pixels drawn uniformly from all that count, of all images."""
    pixels = images.height * images.width
    if images.valid is None:
        chosen = torch.randint(len(images) * pixels, (n,), generator=generator)
    else:
        counts, parts, missing = images.valid.reshape(-1), [], n
        while missing > 0:
            tried = torch.randint(len(images) * pixels, (2 * n,), generator=generator)
            parts.append(tried[counts[tried]][:missing])
            missing -= len(parts[-1])
        chosen = torch.cat(parts)
    return chosen // pixels, chosen % pixels // images.width, chosen % images.width


def placement_of(config: FitConfig) -> Placement:
    """How the images' world becomes ours, as the configuration says."""
    return Placement((config.center_x, config.center_y, config.center_z), config.radius, config.up)


@torch.no_grad()
def render_like(
    field: HashField, grid: OccupancyGrid, images: PosedImages, which: int, config: RunConfig
) -> tuple[Tensor, Tensor]:
    """An image of the data and the field's render of its camera, both [H, W, 3] in [0, 1] before the background."""
    behind = 1.0 if config.fit.background == "white" else 0.0
    row, column = torch.meshgrid(torch.arange(images.height), torch.arange(images.width), indexing="ij")
    row, column = row.reshape(-1), column.reshape(-1)
    image = torch.full_like(row, which)
    parts = []
    for start in range(0, len(row), TILE):
        part = slice(start, start + TILE)
        rays = images.rays(image[part], row[part], column[part]).to(field.table.device)
        out = render(field, grid, rays, step_size=config.render.step_size)
        parts.append(over(out.rgb, out.opacity, behind).clamp(0, 1).cpu())
    shape = (images.height, images.width, 3)
    return images.colours(image, row, column, behind).reshape(shape), torch.cat(parts).reshape(shape)


def score_images(
    field: HashField, grid: OccupancyGrid, images: PosedImages, config: RunConfig, most: int | None = None
) -> Score:
    """PSNR of renders against images, over the run's plain background.

    Args:
        field: the field.
        grid: its occupancy.
        images: B images, usually held out.
        config: the run's.
        most: at most so many of them, spread evenly.
    """
    step = max(1, len(images) // most) if most else 1
    chosen = list(range(0, len(images), step))[:most]
    if images.valid is not None:
        # A mask may leave nothing of an image.
        any_left = images.valid.any(2).any(1)
        chosen = [which for which in chosen if any_left[which]] or [int(any_left.nonzero()[0])]
    values = []
    for which in chosen:
        truth, made = render_like(field, grid, images, which, config)
        error = (truth - made).square().mean(-1)
        values.append(psnr(float(error.mean() if images.valid is None else error[images.valid[which]].mean())))
    return Score(tuple(images.names[which] for which in chosen), tuple(values))


def make_fit_report(train: PosedImages, held_out: PosedImages, score: Score, config: RunConfig) -> dict[str, Any]:
    """What report.json holds of the images."""
    return {
        "images": len(train),
        "pixels": [train.width, train.height],
        "notes": sorted({*train.notes, *held_out.notes}),
        "held_out": {
            "psnr_mean": round(score.mean, 3),
            "psnr_min": round(min(score.psnr), 3),
            "psnr": {name: round(value, 3) for name, value in zip(score.names, score.psnr, strict=True)},
        },
        # Where the mesh lies in the images' world: x = center + radius * mesh, after turning +Y back to their up.
        "placement": {
            "center": list(placement_of(config.fit).center),
            "radius": config.fit.radius,
            "up": config.fit.up,
        },
    }


def held_out_picture(trained: Trained, images: PosedImages, config: RunConfig) -> bytes:
    """Some held-out images above their renders, PNG."""
    chosen = range(0, len(images), max(1, len(images) // SHOWN))[:SHOWN]
    columns = [torch.cat(render_like(trained.field, trained.grid, images, which, config), dim=0) for which in chosen]
    pixels = (torch.cat(columns, dim=1) * 255).round().to(torch.uint8).numpy()
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    return data.getvalue()

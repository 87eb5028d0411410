"""Pictures of a run's field, at any size: `bozzetto render`.

A picture is made tile by tile and only what is asked for is kept of a tile, so that memory is that of one tile and of
the picture itself: 3 bytes a pixel, or 4 a channel for raw values.
"""

import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.export.files.images import write_png
from bozzetto.export.package.turntable import KEY_LIGHT, SECONDS_PER_TURN, mp4_available, write_mp4, write_webp
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.runs import Run, disk_errors, user_path
from bozzetto.jobs.store.work import run_threads
from bozzetto.jobs.train.loop import Trained, load_trained
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY, Cameras, Rays, orbit_c2w, pixel_rays
from bozzetto.nerf.operations import operations_of
from bozzetto.nerf.rendering import render
from bozzetto.nerf.shading import light_to_world

What = Literal["rgb", "albedo", "depth", "normal", "opacity", "occupancy"]
TILE = 16_384
"""Rays at once."""
MAX_SIDE = 32_768
MAX_PIXELS = 1 << 28
MAX_ANIMATION = 1 << 30
"""Bytes of a turntable that is one file, which holds all its frames at once."""
AMBIENT = 0.55
MIN_DEPTH_OPACITY = 0.1
"""A pixel of less opacity has no depth."""
FORMATS = (".png", ".webp", ".mp4", ".npy")
ANIMATIONS = {".webp": write_webp, ".mp4": write_mp4}


@dataclass(frozen=True)
class PictureOptions:
    """What `bozzetto render` can be asked for."""

    width: int = 512
    """Pixels, 1 to 32768; at most 268 million in all."""
    height: int = 512
    """Pixels."""
    azimuth_deg: float = 0.0
    """0 looks at the front, 90 at the object's left side, from +X."""
    elevation_deg: float = 15.0
    """Positive is from above, -90 to 90."""
    turntable: int = 0
    """Frames of a full turn that begins at the azimuth; 0 is one picture."""
    what: What = "rgb"
    """`rgb` is lit, `albedo` is not; `depth` is near bright; `normal` is world, (n + 1) / 2; `opacity`; `occupancy` is
    the cells that are marched through."""
    background: float = 1.0
    """Gray behind rgb, albedo and normal, in [0, 1]."""
    backend: str = "auto"
    """Backend that renders, whatever the run was made with."""

    def __post_init__(self) -> None:
        if not (1 <= self.width <= MAX_SIDE and 1 <= self.height <= MAX_SIDE):
            raise ConfigError(f"size: expected sides of 1 to {MAX_SIDE} pixels, got {self.width} x {self.height}")
        if self.width * self.height > MAX_PIXELS:
            raise ConfigError(f"size: expected at most {MAX_PIXELS} pixels, got {self.width * self.height}")
        if not (math.isfinite(self.azimuth_deg) and -90 <= self.elevation_deg <= 90):
            raise ConfigError(
                "azimuth, elevation: expected a finite number of degrees and -90 to 90, got "
                f"{self.azimuth_deg:g}, {self.elevation_deg:g}"
            )
        if not 0 <= self.turntable <= 3600:
            raise ConfigError(f"turntable: expected 0 to 3600 frames, got {self.turntable}")
        if self.what not in get_args(What):
            raise ConfigError(f"what: expected one of {', '.join(get_args(What))}, got {self.what!r}")
        if not 0 <= self.background <= 1:
            raise ConfigError(f"background: expected in [0, 1], got {self.background:g}")


def render_run(
    run: Run, out: Path, options: PictureOptions | None = None, *, progress: ProgressFn = no_progress
) -> list[Path]:
    """Writes pictures of a run's field, as its last checkpoint has it.

    Args:
        run: the run.
        out: a .png, .npy (float32, raw values), or for a turntable .webp or .mp4 file; or, for a turntable, a folder,
            which gets a PNG a frame.
        options: what is asked for.
        progress: is called at each frame.
    Returns:
        The files that were written.
    Raises:
        ConfigError: something asked for is impossible, or the backend is absent.
        CheckpointError: the run has nothing to show yet.
        DiskError: a file could not be written.
    """
    options = options or PictureOptions()
    out = user_path(out)
    ending = out.suffix.lower()
    if "\0" in str(out) or (ending not in FORMATS and not (options.turntable and not ending)):
        raise ConfigError(f"out: expected a file that ends in {', '.join(FORMATS)}, or for a turntable a folder: {out}")
    if bool(options.turntable) != (ending == "" or ending in ANIMATIONS):
        raise ConfigError(
            "out: expected a .webp or .mp4 file or a folder for a turntable, and .png or .npy for one picture"
        )
    if ending == ".mp4" and not mp4_available():
        raise ConfigError("out: .mp4 needs PyAV: pip install 'bozzetto[video]'; .webp needs nothing more")
    if ending in ANIMATIONS and options.turntable * options.width * options.height * 3 > MAX_ANIMATION:
        raise ConfigError(
            f"{options.turntable} frames of {options.width} x {options.height} do not fit into one file; give a folder"
        )
    config = run.config
    with run_threads(config):
        trained = load_trained(run, options.backend)
        with disk_errors(f"write {out}"):
            (out if not ending else out.parent).mkdir(parents=True, exist_ok=True)
            if not options.turntable:
                view = camera(options, options.azimuth_deg)
                if ending == ".npy":
                    _write_npy(raw_picture(trained, view, options, config.render.step_size), out)
                else:
                    write_png(picture(trained, view, options, config.render.step_size), out)
                return [out]
            frames, written = [], []
            for k in range(options.turntable):
                view = camera(options, options.azimuth_deg + 360 * k / options.turntable)
                frame = picture(trained, view, options, config.render.step_size)
                if ending:
                    frames.append(frame)
                else:
                    written.append(write_png(frame, out / f"{options.what}_{k:04d}.png"))
                progress(Progress("render", k + 1, options.turntable))
            if not ending:
                return written
            return [ANIMATIONS[ending](np.stack(frames), out, fps=max(1.0, options.turntable / SECONDS_PER_TURN))]


def camera(options: PictureOptions, azimuth_deg: float) -> Cameras:
    """The prior's camera, opened where a picture is narrow, so that the unit sphere always fits."""
    azimuth = torch.tensor([math.radians(azimuth_deg)])
    elevation = torch.tensor([math.radians(options.elevation_deg)])
    narrow = max(1.0, options.height / options.width)
    fovy = 2 * math.atan(math.tan(PRIOR_FOVY / 2) * narrow)
    c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)
    return Cameras(c2w, torch.tensor([fovy]), options.width, options.height)


def picture(trained: Trained, view: Cameras, options: PictureOptions, step_size: float) -> NDArray[np.uint8]:
    """A picture [H, W, 3], uint8."""
    out = np.empty((view.rays_per_view, 3), np.uint8)
    for start, values in _tiles(trained, view, options, step_size):
        # Raw values of depth are distances; the picture's are 1 where the unit sphere begins and 0 where it ends.
        if options.what == "depth":
            near = (PRIOR_DISTANCE + 1 - values) / 2
            values = torch.where(values > 0, near.clamp(0, 1), 0.0)
        elif options.what == "normal":
            hit = (values.square().sum(-1, keepdim=True) > 0).float()
            values = over(0.5 * (values + 1) * hit, hit[:, 0], options.background)
        pixels = (values.clamp(0, 1) * 255).round().to(torch.uint8).expand(-1, 3)
        out[start : start + len(pixels)] = pixels.numpy()
    return out.reshape(view.height, view.width, 3)


def raw_picture(trained: Trained, view: Cameras, options: PictureOptions, step_size: float) -> NDArray[np.float32]:
    """Raw values, float32 [H, W, C]: colours in [0, 1], distances in world units (0: nothing), unit normals."""
    out: NDArray[np.float32] | None = None
    for start, values in _tiles(trained, view, options, step_size):
        if out is None:
            out = np.empty((view.rays_per_view, values.shape[1]), np.float32)
        out[start : start + len(values)] = values.numpy()
    assert out is not None
    return out.reshape(view.height, view.width, -1)


def _tiles(trained: Trained, view: Cameras, options: PictureOptions, step_size: float) -> Iterator[tuple[int, Tensor]]:
    """First pixel and values [R, C] of each tile, on the CPU."""
    device = trained.grid.occupied.device
    values: Callable[[Rays], Tensor] = lambda rays: _ray_values(trained, view, rays, options, step_size)  # noqa: E731
    for start in range(0, view.rays_per_view, TILE):
        index = torch.arange(start, min(start + TILE, view.rays_per_view))
        yield start, values(pixel_rays(view, index).to(device)).cpu()


@torch.no_grad()
def _ray_values(trained: Trained, view: Cameras, rays: Rays, options: PictureOptions, step_size: float) -> Tensor:
    """Values [R, C] of some rays."""
    field, grid, what = trained.field, trained.grid, options.what
    if what == "occupancy":
        return occupancy_view(trained, rays)
    light = None
    if what == "rgb":
        light = torch.nn.functional.normalize(torch.tensor([KEY_LIGHT]), dim=-1)
        light = light_to_world(light, view.c2w)[0].to(rays.origins.device)
    out = render(
        field,
        grid,
        rays,
        step_size=step_size,
        light=light,
        ambient=AMBIENT if what == "rgb" else 1.0,
        normals="finite_difference" if what in ("rgb", "normal") else "none",
    )
    if what in ("rgb", "albedo"):
        return over(out.rgb, out.opacity, options.background)
    if what == "normal":
        assert out.normal is not None
        return out.normal
    # The mean distance of next to nothing is noise.
    depth = torch.where(out.opacity > MIN_DEPTH_OPACITY, out.depth, 0.0)
    return (depth if what == "depth" else out.opacity)[:, None]


def occupancy_view(trained: Trained, rays: Rays) -> Tensor:
    """The first occupied cell of each ray, as a gray [R, 1]: cells in two tones, nearer ones brighter, 0 where none."""
    field, grid = trained.field, trained.grid
    samples = operations_of(field.backend).march(rays, grid, 0.25 * 2 / grid.resolution)
    counts = samples.ray_offsets[1:] - samples.ray_offsets[:-1]
    hit = counts.nonzero()[:, 0]
    first = samples.ray_offsets[:-1][hit]
    t = samples.t_mids[first]
    cells = grid.cells_of(rays.origins[hit] + t[:, None] * rays.directions[hit])
    corner = grid.cell_corner(cells)
    tone = torch.where(corner.sum(-1) % 2 == 0, 1.0, 0.8)
    near = ((PRIOR_DISTANCE + 1 - t) / 2).clamp(0, 1)
    out = torch.zeros(len(rays), 1, device=t.device)
    out[hit, 0] = tone * (0.25 + 0.75 * near)
    return out


def _write_npy(values: NDArray[np.float32], path: Path) -> None:
    """A .npy file, whole or not at all."""
    data = io.BytesIO()
    np.save(data, values, allow_pickle=False)
    write_bytes(path, data.getbuffer())

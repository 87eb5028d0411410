"""``python -m bozzetto.bench step``: one step of text-to-3D, timed by part, beside the same recipe the way threestudio
does it.

The prior is a U-Net and a VAE of Stable Diffusion 2.1's shape with random weights: how fast they run does not depend on
what they hold. It proves speed, and nothing about looks. Our way is the loop of ``bozzetto.jobs.train.loop`` at the
recipe dreamfusion-sd (empty space skipped by an occupancy grid, one normal a ray). The threestudio way is what
``configs/dreamfusion-sd.yaml`` makes of the same scene with the same field and interval: an analytic normal and a shade
at every sample; and, while its grid is still cold, 512 samples on every ray. All run in one process, a step of
each in turn; the prior's part is the same code for all.
"""

from __future__ import annotations

import functools
import json
import platform
import resource
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import torch
import tyro
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import RunConfig, override
from bozzetto.jobs.train.distill import Distiller
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.views import cameras_of, sample_views, t_range
from bozzetto.nerf.background import over
from bozzetto.nerf.cameras import Rays, camera_rays, per_ray
from bozzetto.nerf.field import HashField
from bozzetto.nerf.occupancy import OccupancyGrid, march
from bozzetto.nerf.rendering import render
from bozzetto.nerf.shading import lambertian, light_to_world
from bozzetto.nerf.volrend import Samples, accumulate, weights_from_density
from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.levels import log_snr_table, step_of, time_of_step
from bozzetto.sds.pretrained.stable_diffusion import x0_from_output
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import sample_t
from bozzetto.sds.text import TextEmbedding, join
from bozzetto.transfer import download, upload

Shape = Literal["sd21", "embedded"]
SAMPLES_PER_RAY = 512


@dataclass(frozen=True)
class Row:
    """One line of the table; times are medians over the steps, seconds."""

    name: str
    """What was timed."""
    seconds: float
    """Median time."""
    samples: int = 0
    """Samples along rays that the field was asked for, mean over the steps."""


class RandomLatentPrior:
    """Stable Diffusion 2.1's U-Net and VAE with random weights; satisfies `bozzetto.sds.prior.LatentPrior`.

    Args:
        device: where it runs.
        dtype: in what precision.
        shrink: divides the widths of both networks and the side of the images; 1 is the true size.
    """

    name = "random weights"

    def __init__(self, device: torch.device, dtype: torch.dtype, shrink: int) -> None:
        from bozzetto.sds.pretrained.packages import diffusers

        package = diffusers()
        widths = tuple(width // shrink for width in (320, 640, 1280, 1280))
        self._text_width, self.device, self._dtype = 1024 // shrink, device, dtype
        # A sixteenth of the size is for walking through alone.
        layers = 1 if shrink >= 16 else 2
        torch.manual_seed(0)
        self.unet = package.UNet2DConditionModel(
            sample_size=64 // shrink,
            block_out_channels=widths,
            layers_per_block=layers,
            cross_attention_dim=self._text_width,
            attention_head_dim=tuple(max(1, heads // shrink) for heads in (5, 10, 20, 20)),
            use_linear_projection=True,
            norm_num_groups=min(32, 32 // max(1, shrink // 2)) if shrink > 1 else 32,
        )
        self.vae = package.AutoencoderKL(
            block_out_channels=tuple(width // shrink for width in (128, 256, 512, 512)),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=layers,
            latent_channels=4,
            norm_num_groups=32 // shrink,
        )
        for network in (self.unet, self.vae):
            network.to(device, dtype).eval().requires_grad_(False).to(memory_format=torch.channels_last)
        self.resolution = 512 // shrink
        self.latent_shape = (4, 64 // shrink, 64 // shrink)
        scheduler = package.DDPMScheduler(beta_schedule="scaled_linear", beta_start=0.00085, beta_end=0.012)
        self._table = log_snr_table(scheduler.alphas_cumprod)

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """Random embeddings of 77 tokens."""
        tokens = torch.randn(2, 1, 77, self._text_width)
        return Conditioning(TextEmbedding(tokens[0]), TextEmbedding(tokens[1]), prompt)

    def time_of(self, fraction: Tensor) -> Tensor:
        """As `bozzetto.sds.pretrained.stable_diffusion` does it."""
        return time_of_step((fraction * 1000).floor(), self._table).to(fraction)

    def encode(self, images: Tensor) -> Tensor:
        """Latents of images, differentiable."""
        moments = self.vae.encode(images.to(self.device, self._dtype)).latent_dist.mode()
        return (moments.float() * 0.18215).to(images)

    @torch.no_grad()
    def decode(self, latents: Tensor) -> Tensor:
        """Images of latents."""
        return self.vae.decode(latents.to(self.device, self._dtype) / 0.18215).sample.to(latents)

    @torch.no_grad()
    def predict_x0(self, noisy: Tensor, t: Tensor, conditioning: Conditioning, views: Views) -> tuple[Tensor, Tensor]:
        """Both sides in one pass."""
        batch = len(noisy)
        text = join([conditioning.cond.expand(batch), conditioning.uncond.expand(batch)]).to(self.device, self._dtype)
        both, times = torch.cat([noisy, noisy]), torch.cat([t, t])
        step = step_of(times, self._table).to(self.device)
        output = self.unet(both.to(self.device, self._dtype), step, encoder_hidden_states=text.tokens).sample
        cond, uncond = x0_from_output(output.to(noisy), both, times, "epsilon").chunk(2)
        return cond, uncond


def step_table(
    prior_shape: Shape,
    steps: int,
    shrink: int,
    device: torch.device,
    *,
    views: int = 1,
    settings: tuple[str, ...] = (),
    side: int | None = None,
    cold_samples: int = SAMPLES_PER_RAY,
) -> tuple[list[Row], dict[str, Any]]:
    """Times a step by part, ours and threestudio's way.

    Args:
        prior_shape: "sd21", or "embedded" for the prior that ships with the package.
        steps: to time, after one that is not counted.
        shrink: see `RandomLatentPrior`; of the field, rays a side.
        device: of the prior.
        views: of a step.
        settings: further ones of the recipe, such as `field.backend=triton`.
        side: of the rendered image, rays; by default 64, and less where `shrink` says so.
        cold_samples: on every ray of the way whose grid is cold; threestudio's own number by default.

    Returns:
        Rows, and what they were measured on.
    """
    prior: Prior
    if prior_shape == "sd21":
        prior = RandomLatentPrior(device, torch.float16 if device.type == "cuda" else torch.float32, shrink)
    else:
        from bozzetto.sds.embedded import EmbeddedPrior

        prior = EmbeddedPrior(device=device)
    config = replace(RECIPES["dreamfusion-sd"].config, prompt="a chair")
    less = ("field.log2_table=15",) if shrink > 1 else ()
    config = override(config, (*less, *settings, f"camera.views={views}"))
    side = side or max(8, 64 // shrink)
    config = replace(config, render=replace(config.render, resolution=side))
    text = prior.encode_text("a chair")
    distiller = Distiller(config, PriorKnowledge(prior, text), torch.Generator())
    generator = torch.Generator().manual_seed(0)
    field = HashField(config.field, generator)
    grid = OccupancyGrid(config.render.grid_resolution, config.field.radius, config.render.grid_threshold)
    grid.to(field.table.device)
    where = distiller.sees_on(field.table.device)
    grid.update(field.density, generator)

    rows = []
    ways = (
        ("our way", our_render),
        ("threestudio way", threestudio_render),
        ("threestudio way, cold grid", functools.partial(threestudio_cold_render, k=cold_samples)),
    )
    # The same views and noise for every way, and one step of each after another: a machine that slows down for a while
    # slows all of them.
    generators = {name: torch.Generator().manual_seed(0) for name, _ in ways}
    parts: dict[str, dict[str, list[float]]] = {name: {"render": [], "prior": [], "backward": []} for name, _ in ways}
    counts: dict[str, list[int]] = {name: [] for name, _ in ways}
    least = []
    for k in range(steps + 1):
        for name, way in ways:
            generator = generators[name]
            seen = shaded_views(config, generator)
            cameras = cameras_of(seen, side)
            rays = camera_rays(cameras, generator)
            begin = _now(device)
            (colour, opacity), samples = way(field, grid, rays, seen, cameras, config, generator)
            together = download(torch.cat([colour, opacity[:, None]], -1), where)
            rgb = over(together[:, :3], together[:, 3], per_ray(upload(seen.background, where), cameras))
            images = rgb.view(len(cameras), side, side, 3).permute(0, 3, 1, 2) * 2 - 1
            rendered = _now(device)
            t = sample_t(t_range(0, 2, config.guidance), len(cameras), generator)
            gradient, _ = distiller(images, seen, t, generator)
            guided = _now(device)
            field.zero_grad(set_to_none=True)
            (images * gradient).sum().backward()
            done = _now(device)
            if k:
                counts[name].append(samples)
                took = (rendered - begin, guided - rendered, done - guided)
                for part, seconds in zip(parts[name], took, strict=True):
                    parts[name][part].append(seconds)
        least.append(floor(prior, text))
    for name, by_part in parts.items():
        whole = [sum(values) for values in zip(*by_part.values(), strict=True)]
        rows.append(Row(f"{name}: whole step", _median(whole), sum(counts[name]) // len(counts[name])))
        rows += [Row(f"{name}: {part}", _median(values)) for part, values in by_part.items()]
    rows.append(Row("floor: U-Net with guidance + encoder forward and backward", _median(least[1:])))
    return rows, {"peak_gb": round(_peak_gb(device), 2), "side": side, "rays": side * side}


def shaded_views(config: RunConfig, generator: torch.Generator) -> Views:
    """Views of the second part of the recipe, all shaded."""
    return sample_views(config.camera, replace(config.light, albedo_share=0.0), generator, 0.5)


def our_render(
    field: HashField, grid: OccupancyGrid, rays: Rays, views: Views, cameras: Any, config: RunConfig, generator: Any
) -> tuple[tuple[Tensor, Tensor], int]:
    """As the loop renders: (rgb, opacity), and the number of samples."""
    home = field.table.device
    out = render(
        field,
        grid,
        rays.to(home),
        step_size=config.render.step_size,
        light=per_ray(upload(light_to_world(views.light, cameras.c2w), home), cameras),
        ambient=per_ray(upload(views.ambient, home), cameras),
        normals=config.render.normals,
        generator=generator,
    )
    return (out.rgb, out.opacity), out.n_samples


def threestudio_render(
    field: HashField, grid: OccupancyGrid, rays: Rays, views: Views, cameras: Any, config: RunConfig, generator: Any
) -> tuple[tuple[Tensor, Tensor], int]:
    """As its renderer does with a warm grid: an analytic normal and a shade at every sample that the grid leaves."""
    samples = march(rays.to(field.table.device), grid, config.render.step_size, generator)
    return shade_samples(field, rays, views, cameras, samples)


def threestudio_cold_render(
    field: HashField, grid: OccupancyGrid, rays: Rays, views: Views, cameras: Any, config: RunConfig, generator: Any,
    k: int = SAMPLES_PER_RAY,
) -> tuple[tuple[Tensor, Tensor], int]:  # fmt: skip
    """The same before its grid has learned anything: ``k`` samples on every ray."""
    n = len(rays)
    middle = -(rays.origins * rays.directions).sum(-1)
    reach = field.config.radius * 3**0.5
    edges = middle[:, None] - reach + 2 * reach * torch.linspace(0, 1, k + 1)
    samples = Samples(
        ray_indices=torch.arange(n).repeat_interleave(k),
        t_starts=edges[:, :-1].reshape(-1),
        t_ends=edges[:, 1:].reshape(-1),
        ray_offsets=torch.arange(n + 1) * k,
    )
    return shade_samples(field, rays, views, cameras, samples.to(field.table.device))


def shade_samples(
    field: HashField, rays: Rays, views: Views, cameras: Any, samples: Samples
) -> tuple[tuple[Tensor, Tensor], int]:
    """Shades every sample by its own normal, then composites: (rgb, opacity), and the number of samples."""
    n, home = len(rays), field.table.device
    rays = rays.to(home)
    x = rays.origins[samples.ray_indices] + samples.t_mids[:, None] * rays.directions[samples.ray_indices]
    out = field(x)
    weights, _ = weights_from_density(out.sigmas, samples, n)
    light = per_ray(light_to_world(views.light, cameras.c2w), cameras).to(home)[samples.ray_indices]
    ambient = per_ray(views.ambient, cameras).to(home)[samples.ray_indices]
    shade = lambertian(field.normals(x), light, ambient)
    values = torch.cat([out.albedo * shade[:, None], torch.ones_like(shade)[:, None]], -1)
    composited = accumulate(weights, values, samples.ray_indices, n)
    return (composited[:, :3], composited[:, 3]), len(samples)


def floor(prior: Any, text: Conditioning) -> float:
    """Seconds of what no way can avoid: the network with guidance, and for latents the encoder forward and backward."""
    shape = getattr(prior, "latent_shape", (3, prior.resolution, prior.resolution))
    device = getattr(prior, "device", torch.device("cpu"))
    recipe = RECIPES["dreamfusion-sd"].config
    views = sample_views(recipe.camera, recipe.light, torch.Generator().manual_seed(0))
    noisy = torch.randn(1, *shape).to(device)
    images = torch.rand(1, 3, prior.resolution, prior.resolution).to(device).requires_grad_()
    begin = _now(device)
    prior.predict_x0(noisy, torch.tensor([0.5]), text, views)
    if hasattr(prior, "encode"):
        prior.encode(images).sum().backward()
    return _now(device) - begin


def step(
    prior_shape: Shape = "sd21",
    json_file: Annotated[Path | None, tyro.conf.arg(name="json")] = None,
    steps: int = 5,
    shrink: int | None = None,
) -> None:
    """Time one step by part, ours beside threestudio's way.

    Args:
        prior_shape: "sd21": a U-Net and VAE of that size with random weights; "embedded": the prior of the package.
        json_file: also write the table here.
        steps: to time.
        shrink: divide widths and sides by this; by default 1 on a GPU and 8 elsewhere.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    shrink = shrink or (1 if device.type == "cuda" else 8)
    rows, about = step_table(prior_shape, steps, shrink, device)
    where = torch.cuda.get_device_name() if device.type == "cuda" else f"{platform.machine()} CPU, not run on a GPU"
    note = "" if shrink == 1 or prior_shape == "embedded" else f", networks and images at 1/{shrink} of their size"
    print(f"{where}{note}; {about['rays']} rays, batch 1, peak {about['peak_gb']} GB of the process")
    for row in rows:
        print(f"  {row.name:58} {1000 * row.seconds:9.1f} ms" + (f"  {row.samples} samples" if row.samples else ""))
    by_name = {row.name: row.seconds for row in rows}
    ours, theirs = by_name["our way: whole step"], by_name["threestudio way: whole step"]
    print(f"  threestudio way / ours {theirs / ours:.2f}; ours / floor {ours / rows[-1].seconds:.2f}")
    if json_file is not None:
        record = {
            "device": where,
            "shrink": shrink,
            "prior": prior_shape,
            **about,
            "rows": [asdict(row) for row in rows],
        }
        write_bytes(json_file, json.dumps(record, indent=1).encode())


def _now(device: torch.device) -> float:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _peak_gb(device: torch.device) -> float:
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device) / 1e9
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9

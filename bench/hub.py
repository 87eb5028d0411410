"""``python -m bozzetto.bench hub``: hub models of their published sizes with random weights, in the folders that users
have: peak memory and seconds of a step beside the forecast, and the gradient beside a few lines straight from
`diffusers`.

What the weights hold does not matter for any of that. Each model is written to the disk once (3 GB for Stable
Diffusion 1.5 or 2.1) and loaded by a process of its own, whose largest memory is what counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

import torch
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.distillation import sds_gradient
from bozzetto.sds.pretrained.levels import log_snr_table, step_of
from bozzetto.sds.pretrained.load import load_pretrained
from bozzetto.sds.pretrained.memory import MemoryNeed, Slices
from bozzetto.sds.pretrained.single_file import SD15, SD21_BASE, SDXL, Kind, write_tokenizer
from bozzetto.sds.schedule import add_noise, alpha, sigma

Name = Literal["sd15", "sd21", "sdxl-half", "tiny"]
_HALF = {**SDXL.configs["unet"], "block_out_channels": [160, 320, 640], "attention_head_dim": [4, 8, 16],
         "norm_num_groups": 32}  # fmt: skip
KINDS: dict[Name, Kind] = {
    "sd15": SD15,
    "sd21": SD21_BASE,
    "tiny": replace(
        SD21_BASE,
        configs={
            "unet": {
                **SD21_BASE.configs["unet"],
                "block_out_channels": [32] * 4,
                "attention_head_dim": [1] * 4,
                "cross_attention_dim": 32,
                "sample_size": 8,
            },
            "vae": {**SD21_BASE.configs["vae"], "block_out_channels": [32] * 4, "sample_size": 64},
            "text_encoder": {
                **SD21_BASE.configs["text_encoder"],
                "hidden_size": 32,
                "intermediate_size": 32,
                "num_attention_heads": 2,
                "num_hidden_layers": 1,
            },
        },
    ),
    "sdxl-half": replace(SDXL, configs={**SDXL.configs, "unet": _HALF}),
}
"""`sdxl-half` has half the channels in its U-Net, so that it fits a small machine in float32."""
GB = 1e9
TIME = 0.6


@dataclass(frozen=True)
class HubRow:
    """A line of the table."""

    model: str
    views: int
    resolution: int
    seconds: float
    """Of the step, its first, without loading."""
    peak_gb: float
    """Largest memory of the process beyond what it has with its libraries loaded."""
    forecast_gb: float
    slices: str
    """How the batch went through the networks."""
    gradient_error: float | None
    """Greatest difference from the gradient straight from `diffusers`, over the largest of it; None: not asked."""


def write_model(name: Name, root: Path) -> Path:
    """A model with random weights in the layout of its published folder, in half precision; found again."""
    import diffusers
    import transformers

    folder, kind = root / name, KINDS[name]
    if (folder / "model_index.json").is_file():
        return folder
    torch.manual_seed(0)
    index: dict[str, Any] = {"_class_name": kind.pipeline, "scheduler": ["diffusers", kind.scheduler["_class_name"]]}
    index |= {"safety_checker": [None, None], "feature_extractor": [None, None], "image_encoder": [None, None]}
    for part, config in kind.configs.items():
        if part.startswith("text_encoder"):
            kind_of = getattr(transformers, config["architectures"][0])
            network = kind_of(kind_of.config_class.from_dict(dict(config)))
            index[part] = ["transformers", config["architectures"][0]]
        else:
            cls = diffusers.UNet2DConditionModel if part == "unet" else diffusers.AutoencoderKL
            network = cls.from_config(dict(config))
            index[part] = ["diffusers", cls.__name__]
        network.half().save_pretrained(folder / part, safe_serialization=True)
        del network
    for part, padding in kind.padding.items():
        write_tokenizer(folder / part, padding)
        index[part] = ["transformers", "CLIPTokenizer"]
    (folder / "scheduler").mkdir()
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps({**kind.scheduler}), encoding="utf-8")
    (folder / "model_index.json").write_text(json.dumps(index), encoding="utf-8")
    return folder


def measure(folder: Path, views: int, resolution: int | None, check: bool, checkpointing: bool = False) -> HubRow:
    """One step of score distillation on a model, in this process."""
    from bozzetto.sds.pretrained.packages import diffusers

    diffusers()
    before = largest_memory()
    options: dict[str, Any] = {"precision": "fp32", "resolution": resolution, "checkpointing": checkpointing}
    prior: Any = load_pretrained(str(folder), device="cpu", say=print, **options)
    assert prior.memory_need is not None
    text = prior.encode_text("a red chair")
    draw = torch.Generator().manual_seed(0)
    images = (torch.rand(views, 3, prior.resolution, prior.resolution, generator=draw) * 2 - 1).requires_grad_()
    around = orbit_views(torch.arange(views) * (360 / views))
    t = torch.full((views,), TIME)
    _ = prior.denoiser, prior._networks.vae  # read before the clock starts
    begin = time.perf_counter()
    samples = prior.encode(images)
    noise = torch.Generator().manual_seed(1)
    out = sds_gradient(samples, prior, text, around, t, noise, guidance_scale=100.0, weighting="sds")
    (gradient,) = torch.autograd.grad(samples, images, out.grad)
    seconds = time.perf_counter() - begin
    peak = largest_memory() - before
    error = None
    if check:
        plain = plain_gradient(prior, images, text, t, torch.Generator().manual_seed(1))
        error = float((gradient - plain).abs().max() / plain.abs().max())
    slices = prior._networks.slices
    whole = with_slices(prior.memory_need, slices, views)
    return HubRow(
        folder.name, views, prior.resolution, round(seconds, 1), round(peak / GB, 2), round(whole / GB, 2), str(slices),
        error,
    )  # fmt: skip


def largest_memory() -> int:
    """Bytes that this process had at most; getrusage would count its parent's before it was started."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise OSError("/proc/self/status has no VmHWM; this bench needs Linux")


def with_slices(need: MemoryNeed, slices: Slices, views: int) -> int:
    """Bytes at the largest moment of a step whose views go through the networks in slices; nothing is decoded."""
    encode, denoise = min(slices.encode or views, views), min(slices.denoise or views, views)
    # Images that go at once keep their maps while the denoiser works; those in slices are encoded again.
    return max(need.text, need.networks + need.step(encode, denoise, slices.checkpointing, waiting=encode == views))


def plain_gradient(prior: Any, images: Tensor, text: Any, t: Tensor, generator: torch.Generator) -> Tensor:
    """The gradient of DreamFusion's loss in the images, straight from `diffusers`: w (eps_hat - eps), guidance 100.

    What it shares with the prior is the weights and the text's embedding.
    """
    unet, vae = prior._networks.denoiser, prior._networks.vae
    leaf = images.detach().requires_grad_()
    latents = vae.encode(leaf).latent_dist.mean * vae.config.scaling_factor
    eps = torch.randn(latents.shape, generator=generator)
    betas = torch.linspace(0.00085**0.5, 0.012**0.5, 1000, dtype=torch.float64) ** 2
    step = step_of(t, log_snr_table((1 - betas).cumprod(0)))
    with torch.no_grad():
        noisy = add_noise(latents, eps, t)
        both = torch.cat([text.cond.tokens.expand(len(t), -1, -1), text.uncond.tokens.expand(len(t), -1, -1)])
        predicted = unet(torch.cat([noisy] * 2), torch.cat([step] * 2), encoder_hidden_states=both).sample
        cond, uncond = predicted.chunk(2)
        guided = uncond + 100.0 * (cond - uncond)
        weight = (sigma(t) ** 2).view(-1, 1, 1, 1)
        assert bool((alpha(t) > 0).all())
    (gradient,) = torch.autograd.grad(latents, leaf, weight * (guided - eps))
    return gradient


def hub(
    models: tuple[Name, ...] = ("sd15", "sd21", "sdxl-half"),
    root: Path = Path("hub-models"),
    views: int = 1,
    resolution: int = 512,
    check: bool = False,
    checkpointing: bool = False,
    threads: int = 1,
    json_file: Path = Path("hub.json"),
) -> None:
    """Hub models of real size with random weights: peak memory and seconds of a step beside the forecast.

    Args:
        models: which; `sdxl-half` has half the channels in its U-Net.
        root: where they are written, some GB each.
        views: of the step.
        resolution: of the images, pixels.
        check: compare the gradient with a few lines straight from diffusers too; not for `sdxl-half`.
        checkpointing: compute the autoencoder's blocks again in the backward pass.
        threads: of the step.
        json_file: where the figures go; rows of earlier calls stay.
    """
    rows = json.loads(json_file.read_text()) if json_file.is_file() else []
    for name in models:
        folder = write_model(name, root)
        options = [str(folder), str(views), str(resolution), str(int(check and name != "sdxl-half")), str(threads)]
        options.append(str(int(checkpointing)))
        done = subprocess.run([sys.executable, "-m", "bozzetto.bench.hub", *options], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: {name}: {(done.stderr.strip().splitlines() or ['no word'])[-1]}")
        rows.append(json.loads(done.stdout.strip().splitlines()[-1]))
        print(rows[-1], flush=True)
        write_bytes(json_file, json.dumps(rows, indent=1).encode())


def main(folder: str, views: str, resolution: str, check: str, threads: str, checkpointing: str = "0") -> None:
    """The process of one model."""
    torch.set_num_threads(int(threads))
    row = measure(Path(folder), int(views), int(resolution), check == "1", checkpointing == "1")
    print(json.dumps(asdict(row)))


if __name__ == "__main__":
    main(*sys.argv[1:])

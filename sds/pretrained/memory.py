"""How much memory a pretrained prior takes: forecast from its description, before anything is loaded, and what is free.

Things lie in memory one after another, and the largest counts: the text encoders (they leave before the network comes);
the networks with what a step of the VAE keeps for its gradient and, where all images go at once, a pass of the denoiser
beside it; else the networks with the larger of the two. Of an image whose blocks are computed again little waits while
the denoiser works. The networks are the denoiser's and the VAE's weights in the
run's precision.

What passes take is proportional to the pixels, times the width of the first level, which has most of them. The factors
were measured in float32 on a CPU: the VAE's on that of Stable Diffusion 1.5 at 256 and 512 pixels (25.0 and 24.0 maps
with the gradient, 14.7 at 256 checkpointed, 7.7 decoding), the U-Net's on one of half its width at 64 x 64. A step of
Stable Diffusion 1.5, 4 views of 512 pixels, took 7.67 GB where 6.99 were forecast. The transformers' is an estimate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from bozzetto.sds.pretrained.folder import ModelFolder, is_encoder

VAE_GRADIENT = 24.0
"""Maps of the VAE's first level (its width x pixels x bytes a value) that one image's gradient keeps at most."""
VAE_CHECKPOINTED = 14.7
"""The same where the encoder's blocks are computed again in the backward pass (Chen et al. 2016, arXiv 1604.06174)."""
VAE_KEPT = 5.4
"""What of that waits in memory while the denoiser works: the blocks' inputs."""
VAE_DECODE = 8.0
"""The same of decoding without a gradient."""
DENOISER_PASS = 33.0
"""Maps of the denoiser's first level (its width x latent pixels) that one sample takes without a gradient."""
TRANSFORMER_PASS = 12.0
"""Tokens times width that one sample of a transformer takes, the same way."""


@dataclass(frozen=True)
class MemoryNeed:
    """Bytes, each a part of a step's peak; see `MemoryNeed.peak`.

    Args:
        text: the text encoders' weights.
        networks: the denoiser's and the VAE's weights.
        gradient: one image through the VAE's encoder with its gradient; 0 for a prior in pixels.
        checkpointed: the same with blocks computed again.
        kept: what of `checkpointed` waits for the backward pass.
        denoise: one sample (of the two of a guided view) through the denoiser.
        decode: one image through the VAE's decoder.
    """

    text: int
    networks: int
    gradient: int
    checkpointed: int
    kept: int
    denoise: int
    decode: int

    def peak(self, views: int = 1, *, checkpointing: bool = False) -> int:
        """Bytes at the largest moment of a step that handles `views` at once: the VAE's maps wait in memory while the
        denoiser works."""
        return max(self.text, self.networks + max(self.step(views, views, checkpointing), self.decode * views))

    def step(self, encode: int, denoise: int, checkpointing: bool = False, *, waiting: bool = True) -> int:
        """Bytes of activations at the largest moment of a step.

        Args:
            encode: images at once through the VAE.
            denoise: views at once through the denoiser.
            checkpointing: the VAE's blocks are computed again.
            waiting: whether the VAE's maps wait while the denoiser works; in slices they are made again after it.
        """
        most, kept = (self.checkpointed, self.kept) if checkpointing else (self.gradient, self.gradient)
        return max(most * encode, (kept * encode if waiting else 0) + 2 * denoise * self.denoise)


@dataclass(frozen=True)
class Slices:
    """How a batch goes through the networks so that it fits the memory.

    Args:
        encode: images at once through the VAE's encoder, whose gradient they have; 0 is all.
        denoise: views at once through the denoiser; 0 is all.
        checkpointing: compute the VAE's blocks again in the backward pass.
    """

    encode: int = 0
    denoise: int = 0
    checkpointing: bool = False

    def __str__(self) -> str:
        parts = []
        if self.encode:
            parts.append(f"{self.encode} image{'s' if self.encode > 1 else ''} at a time through the VAE")
        if self.denoise:
            parts.append(f"{self.denoise} view{'s' if self.denoise > 1 else ''} at a time through the denoiser")
        if self.checkpointing:
            parts.append("the VAE's blocks computed twice")
        return ", ".join(parts) or "all views at once"


def forecast(folder: ModelFolder, dtype: torch.dtype, resolution: int) -> MemoryNeed:
    """What a model's parts take.

    Args:
        folder: the model.
        dtype: of its weights once they are loaded.
        resolution: edge of the images that the prior sees, pixels.
    """
    width = torch.finfo(dtype).bits // 8
    sizes = {name: width * part.parameters for name, part in folder.parts.items()}
    text = sum(size for name, size in sizes.items() if is_encoder(name))
    networks = sum(size for name, size in sizes.items() if not is_encoder(name))
    if "vae" not in folder.parts:
        unet = folder.parts["unet"].config
        return MemoryNeed(text, networks, 0, 0, 0, round(DENOISER_PASS * _first_map(unet, resolution, width)), 0)
    vae = folder.parts["vae"].config
    # An SDXL VAE that overflows in half precision runs in full precision.
    wide = 4 if vae.get("force_upcast") else width
    level = vae["block_out_channels"][0] * resolution**2 * wide
    latent = resolution // 2 ** (len(vae["block_out_channels"]) - 1)
    if "unet" in folder.parts:
        denoise = DENOISER_PASS * _first_map(folder.parts["unet"].config, latent, width)
    else:
        net = folder.parts["transformer"].config
        heads = net["num_attention_heads"] * net["attention_head_dim"]
        denoise = TRANSFORMER_PASS * heads * (latent // 2) ** 2 * width
    return MemoryNeed(
        text,
        networks,
        round(VAE_GRADIENT * level),
        round(VAE_CHECKPOINTED * level),
        round(VAE_KEPT * level),
        round(denoise),
        round(VAE_DECODE * level),
    )


def _first_map(unet: Mapping[str, Any], side: int, width: int) -> int:
    return int(unet["block_out_channels"][0] * side**2 * width)


def choose_slices(need: MemoryNeed, free: int | None, all_at_once: int) -> Slices | None:
    """The slices that fit, the fewest first.

    Args:
        need: of the model.
        free: bytes; None where they cannot be found out, which counts as enough.
        all_at_once: bytes of activations below which a batch of any usual size goes at once.

    Returns:
        How to slice; None where one view alone does not fit.
    """
    encode = 0 if 8 * need.gradient <= all_at_once else max(1, all_at_once // max(1, need.gradient))
    denoise = 0 if 16 * need.denoise <= all_at_once else max(1, all_at_once // max(1, 2 * need.denoise))
    if free is None or need.peak(max(1, encode)) <= free:
        return Slices(encode, denoise)
    if need.peak(1) <= free:
        return Slices(1, 1)
    if need.peak(1, checkpointing=True) <= free:
        return Slices(1, 1, checkpointing=True)
    return None


def free_memory(device: torch.device) -> int | None:
    """Free bytes on a device; None where they cannot be found out."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    free = min(machine_memory(), group_memory())
    return None if free == UNBOUNDED else free


UNBOUNDED = 1 << 62


def machine_memory() -> int:
    """Bytes of main memory that can be had without swapping; UNBOUNDED where the system does not say."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return UNBOUNDED


def group_memory(root: Path = Path("/sys/fs/cgroup"), own: Path = Path("/proc/self/cgroup")) -> int:
    """Bytes left in this process's control groups (a container's or a job's limit); UNBOUNDED where there is none.

    Args:
        root: where control groups are mounted.
        own: what says in which of them this process is.
    """
    places = [
        (root, "memory.max", "memory.current"),
        (root / "memory", "memory.limit_in_bytes", "memory.usage_in_bytes"),
    ]
    try:
        for line in own.read_text(encoding="utf-8").splitlines():
            kinds, group = line.split(":", 2)[1:]
            version2 = not kinds
            if not version2 and "memory" not in kinds.split(","):
                continue
            base = root if version2 else root / "memory"
            names = ("memory.max", "memory.current") if version2 else ("memory.limit_in_bytes", "memory.usage_in_bytes")
            # A limit holds for all that is below it: the group's own and those of the groups that it is in.
            path = base / group.strip("/")
            while path != base:
                places.append((path, *names))
                path = path.parent
    except (OSError, ValueError):
        pass
    return min((_left(*place) for place in places), default=UNBOUNDED)


def _left(folder: Path, limit: str, usage: str) -> int:
    try:
        most, taken = int((folder / limit).read_text()), int((folder / usage).read_text())
        stat = (folder / "memory.stat").read_text().split()
        # Files that were read once are counted as used, and given up when memory is asked for.
        return max(0, most - taken + int(stat[stat.index("inactive_file") + 1]))
    except (OSError, ValueError):
        return UNBOUNDED

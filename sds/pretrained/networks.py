"""The frozen networks of a model, loaded at first use, so that its text encoders have left memory by then."""

from __future__ import annotations

import importlib.util
import logging
import os
import shutil
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from bozzetto.sds.pretrained.embed import precision
from bozzetto.sds.pretrained.errors import MissingPackageError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.lora import fuse_lora
from bozzetto.sds.pretrained.packages import diffusers

HALF = (torch.float16, torch.bfloat16)

log = logging.getLogger(__name__)


class Networks:
    """The denoiser and the VAE of a model.

    Args:
        folder: where they are.
        device: where they run.
        dtype: in what precision.
        lora: a LoRA file that is fused into the denoiser.
        lora_scale: its weight.
        compiled: mode of `torch.compile` for the denoiser, None for none.
    """

    def __init__(
        self,
        folder: ModelFolder,
        device: torch.device,
        dtype: torch.dtype,
        lora: Path | None = None,
        lora_scale: float = 1.0,
        compiled: str | None = None,
    ) -> None:
        self._folder, self.device, self._dtype = folder, device, dtype
        self._lora, self._lora_scale, self._compiled = lora, lora_scale, compiled
        self._loaded: dict[str, Any] = {}

    @property
    def denoiser(self) -> Any:
        """The U-Net or transformer."""
        return self._part(self._folder.family.denoiser)

    @property
    def vae(self) -> Any:
        """The autoencoder."""
        return self._part("vae")

    def _part(self, name: str) -> Any:
        if name not in self._loaded:
            part = self._folder.parts[name]
            kind = self._folder.family.parts[name][0]
            dtype = self._dtype
            if name == "vae" and dtype == torch.float16 and part.config.get("force_upcast"):
                dtype = torch.float32  # SDXL's overflows in half precision, and its description says so
            network = getattr(diffusers(), kind).from_pretrained(
                str(self._folder.path),
                subfolder=name,
                variant=part.variant,
                use_safetensors=True,
                local_files_only=True,
                **precision(dtype),
            )
            if name != "vae" and self._lora is not None:
                fuse_lora(network, self._folder, self._lora, self._lora_scale)
            network = network.to(self.device).eval().requires_grad_(False)
            if self.device.type == "cuda" and name != "transformer":
                network = network.to(memory_format=torch.channels_last)
            if name != "vae" and self._compiled is not None:
                # In place: the module stays itself, with its parameters and the layers that a LoRA would be added to.
                network.compile(mode=self._compiled)
            self._loaded[name] = network
        return self._loaded[name]

    def widen(self, network: nn.Module, values: Tensor) -> bool:
        """Turns a half-precision network to float32 when what it gave is not finite.

        Args:
            network: the network.
            values: its output.

        Returns:
            True when it was turned, and should be asked again.
        """
        dtype = next(network.parameters()).dtype
        if dtype not in HALF or bool(values.isfinite().all()):
            return False
        log.warning(
            "%s gave values that are not finite in %s; it runs in float32 from here on, slower and with twice the "
            "memory",
            type(network).__name__,
            str(dtype).removeprefix("torch."),
        )
        network.float()
        return True

    def encode(self, images: Tensor) -> Tensor:
        """The mean of the VAE's posterior, shifted and scaled as the denoiser wants it; differentiable.

        Args:
            images: [B, 3, H, W] in [-1, 1].

        Returns:
            Latents [B, C, H / 8, W / 8], of the type and device of the images.
        """
        vae = self.vae
        latents = self._encode(vae, images)
        if self.widen(vae, latents):
            latents = self._encode(vae, images)
        return latents.to(images)

    def _encode(self, vae: Any, images: Tensor) -> Tensor:
        # The mean rather than a draw: the draw's noise is far below the diffusion's, and this way an image has one
        # latent.
        moments = vae.encode(images.to(self.device, next(vae.parameters()).dtype)).latent_dist.mode().float()
        return (moments - (vae.config.shift_factor or 0.0)) * vae.config.scaling_factor

    @torch.no_grad()
    def decode(self, latents: Tensor) -> Tensor:
        """Images [B, 3, H, W] of latents, about in [-1, 1]."""
        vae = self.vae
        z = latents.to(self.device).float() / vae.config.scaling_factor + (vae.config.shift_factor or 0.0)
        images = vae.decode(z.to(next(vae.parameters()).dtype)).sample
        if self.widen(vae, images):
            images = vae.decode(z).sample
        return images.to(latents)


def check_compiler(device: torch.device) -> None:
    """An error where `torch.compile` has nothing to compile with.

    Raises:
        MissingPackageError: no C++ compiler for the CPU, or no Triton for a GPU.
    """
    if device.type == "cpu":
        names = (os.environ.get("CXX", ""), "g++", "clang++", "c++")
        if not any(name and shutil.which(name) for name in names):
            raise MissingPackageError(
                "hub.compile needs a C++ compiler on the CPU, and none of g++, clang++ and $CXX is there; install one "
                "(Debian: apt install g++), or leave it with hub.compile=off"
            )
    elif importlib.util.find_spec("triton") is None:
        raise MissingPackageError(
            "hub.compile needs Triton on a GPU; install it with: pip install triton, or leave it with hub.compile=off"
        )

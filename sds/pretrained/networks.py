"""The frozen networks of a model, loaded at first use, so that its text encoders have left memory by then."""

from __future__ import annotations

import functools
import importlib.util
import logging
import os
import shutil
from collections.abc import Callable, Sequence
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.utils.checkpoint import checkpoint

from bozzetto.cuda_graphs import ReplayedModule
from bozzetto.sds.pretrained.errors import LayoutError, MissingPackageError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.lora import Lora, fuse_lora
from bozzetto.sds.pretrained.memory import Slices
from bozzetto.sds.pretrained.parts import load_part

HALF = (torch.float16, torch.bfloat16)
CUDA_GRAPHS = "cuda-graphs"
"""In the place of a mode of `torch.compile`: the denoiser's launches are replayed, and nothing is compiled."""

log = logging.getLogger(__name__)


def checkpoint_encoder(vae: Any) -> None:
    """Lets an autoencoder's encoder keep the inputs of its residual blocks and attention alone, and compute the rest
    again in the backward pass (Chen et al. 2016, arXiv 1604.06174).

    `diffusers` does so for whole levels, which takes 20.2 maps of the finest level at 256 pixels; block by block it is
    14.7, without it 25.0.
    """
    from diffusers.models.attention_processor import Attention
    from diffusers.models.resnet import ResnetBlock2D

    for block in vae.encoder.modules():
        if isinstance(block, ResnetBlock2D | Attention):
            block.forward = functools.partial(  # type: ignore[method-assign]
                checkpoint, block.forward, use_reentrant=False
            )


class Networks:
    """The denoiser and the VAE of a model.

    Args:
        folder: where they are.
        device: where they run.
        dtype: in what precision.
        loras: what is added to the denoiser's weights.
        compiled: mode of `torch.compile` for the denoiser, CUDA_GRAPHS, or None for none.
        slices: how a batch goes through them.
        say: is told what is read.
        prepare: changes the denoiser before it is moved; None for none.
        make_room: is called before a network is read, to free what is needed no more.
    """

    def __init__(
        self,
        folder: ModelFolder,
        device: torch.device,
        dtype: torch.dtype,
        loras: Sequence[Lora] = (),
        compiled: str | None = None,
        slices: Slices | None = None,
        say: Callable[[str], None] = lambda message: None,
        prepare: Callable[[Any], Any] | None = None,
        make_room: Callable[[], None] = lambda: None,
    ) -> None:
        self._prepare, self._make_room = prepare, make_room
        self._folder, self.device, self.dtype = folder, device, dtype
        self._loras, self._compiled, self._say = tuple(loras), compiled, say
        self.slices = slices or Slices()
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
            self._make_room()
            part = self._folder.parts[name]
            dtype = self.dtype
            if name == "vae" and dtype == torch.float16 and part.config.get("force_upcast"):
                dtype = torch.float32  # SDXL's overflows in half precision, and its description says so
            network = load_part(self._folder, name, dtype, self._say)
            if name != "vae":
                for lora in self._loras:
                    fuse_lora(network, self._folder, lora)
                if self._prepare is not None:
                    network = self._prepare(network).to(dtype)
            elif self.slices.checkpointing:
                checkpoint_encoder(network)
            network = network.to(self.device).eval().requires_grad_(False)
            if self.device.type == "cuda" and name != "transformer":
                network = network.to(memory_format=torch.channels_last)
            if name != "vae" and self._compiled == CUDA_GRAPHS:
                ReplayedModule.install(network)
            elif name != "vae" and self._compiled is not None:
                # In place: the module stays itself, with its parameters and the layers that a LoRA would be added to.
                network.compile(mode=self._compiled)
            self._loaded[name] = network
        return self._loaded[name]

    def widen(self, network: nn.Module, values: Tensor) -> bool:
        """Turns a half-precision network to float32 when what it gave is not finite.

        Args:
            network: the network.
            values: its output, or a gradient that came through it.

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

    def encode(self, images: Float[Tensor, "b 3 h w"]) -> Float[Tensor, "b c l k"]:
        """The mean of the VAE's posterior, shifted and scaled as the denoiser wants it; differentiable.

        Args:
            images: [B, 3, H, W] in [-1, 1].

        Returns:
            Latents [B, C, H / 8, W / 8], of the type and device of the images.
        """
        vae, size = self.vae, self.slices.encode or len(images)
        needs_gradient = images.requires_grad and torch.is_grad_enabled()
        if needs_gradient and (size < len(images) or next(vae.parameters()).dtype in HALF):
            latents: Tensor = _EncodeInSlices.apply(images, self, size)  # type: ignore[no-untyped-call]
            return latents
        parts = [self._encode_finite(vae, part) for part in torch.split(images, size)]
        return torch.cat(parts) if len(parts) > 1 else parts[0]

    def _encode_finite(self, vae: Any, images: Tensor) -> Tensor:
        latents = self._encode(vae, images)
        if self.widen(vae, latents):
            latents = self._encode(vae, images)
        return latents.to(images)

    def _encode(self, vae: Any, images: Tensor) -> Tensor:
        # The mean rather than a draw: the draw's noise is far below the diffusion's, and this way an image has one
        # latent.
        moments = vae.encode(images.to(self.device, next(vae.parameters()).dtype)).latent_dist.mode().float()
        mean, std = _latent_statistics(vae, moments)
        if mean is not None:
            latents: Tensor = (moments - mean) * (vae.config.scaling_factor / std)
        else:
            latents = (moments - (vae.config.shift_factor or 0.0)) * vae.config.scaling_factor
        return latents

    @torch.no_grad()
    def decode(self, latents: Float[Tensor, "b c l k"]) -> Float[Tensor, "b 3 h w"]:
        """Images [B, 3, H, W] of latents, about in [-1, 1]."""
        size = self.slices.encode or len(latents)
        parts = [self._decode(part) for part in torch.split(latents, size)]
        return torch.cat(parts) if len(parts) > 1 else parts[0]

    def _decode(self, latents: Tensor) -> Tensor:
        vae = self.vae
        z = latents.to(self.device).float()
        mean, std = _latent_statistics(vae, z)
        if mean is not None:
            z = z * (std / vae.config.scaling_factor) + mean
        else:
            z = z / vae.config.scaling_factor + (vae.config.shift_factor or 0.0)
        images: Tensor = vae.decode(z.to(next(vae.parameters()).dtype)).sample
        if self.widen(vae, images):
            images = vae.decode(z).sample
        return images.to(latents)


def _latent_statistics(vae: Any, latents: Tensor) -> tuple[Tensor | None, Tensor | None]:
    """Mean and standard deviation of each of the VAE's channels, [C, 1, 1], where its description has them."""
    mean, std = vae.config.latents_mean, vae.config.latents_std
    if mean is None or std is None:
        return None, None
    return torch.tensor(mean).to(latents).view(-1, 1, 1), torch.tensor(std).to(latents).view(-1, 1, 1)


class _EncodeInSlices(torch.autograd.Function):
    """Images as latents, a few at a time, forward without a graph; the backward pass encodes each slice again.

    So no image's maps wait in memory while the denoiser works, and at most one slice's are kept at a time. A gradient
    that overflows in half precision is found again in float32.
    """

    @staticmethod
    def forward(ctx: Any, images: Tensor, networks: Networks, size: int) -> Tensor:
        ctx.save_for_backward(images)
        ctx.networks, ctx.size = networks, size
        vae = networks.vae
        return torch.cat([networks._encode_finite(vae, part) for part in torch.split(images, size)])

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, None, None]:
        (images,) = ctx.saved_tensors
        networks: Networks = ctx.networks
        vae, parts = networks.vae, []
        for part, grad_part in zip(torch.split(images, ctx.size), torch.split(grad, ctx.size), strict=True):
            gradient = _encoder_gradient(networks, vae, part, grad_part)
            if networks.widen(vae, gradient):
                gradient = _encoder_gradient(networks, vae, part, grad_part)
            parts.append(gradient)
        return torch.cat(parts), None, None


def _encoder_gradient(networks: Networks, vae: Any, images: Tensor, grad: Tensor) -> Tensor:
    with torch.enable_grad():
        leaf = images.detach().requires_grad_()
        latents = networks._encode(vae, leaf).to(images)
    (gradient,) = torch.autograd.grad(latents, leaf, grad)
    return gradient


def check_compiler(device: torch.device, mode: str = "default") -> None:
    """An error where `torch.compile` has nothing to compile with.

    Raises:
        MissingPackageError: no C++ compiler for the CPU, or no Triton for a GPU.
        LayoutError: CUDA graphs are wanted on a CPU.
    """
    if mode == CUDA_GRAPHS:
        if device.type != "cuda":
            raise LayoutError(f"hub.compile={mode} needs the prior on a GPU, and it is on {device}; leave it off")
        return
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

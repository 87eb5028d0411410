"""Zero-1-to-3 (Liu et al. 2023, arXiv 2303.11328) and Stable Zero123 (Stability AI 2023): other views of a picture.

The U-Net of Stable Diffusion takes four channels more, the picture's latents (not scaled), and reads one token: CLIP's
embedding of the picture beside four numbers of the camera, through one linear layer. The numbers are the polar angle
from the picture's camera to the view's, sine and cosine of the azimuth between them, and the change of distance, or, in
Stable Zero123, the polar angle of the picture's camera. Without the condition both token and latents are zeros.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from jaxtyping import Float
from safetensors.torch import load_file
from torch import Tensor, nn

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.errors import LayoutError, MismatchError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import step_of, time_of_step
from bozzetto.sds.pretrained.lora import Lora
from bozzetto.sds.pretrained.memory import MemoryNeed
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.pretrained.noise_schedule import read_noise_schedule
from bozzetto.sds.pretrained.picture import Picture
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.pretrained.stable_diffusion import check_resolution, check_unet, x0_from_output
from bozzetto.sds.text import TextEmbedding

CAMERA = 4
"""Numbers of a camera beside CLIP's."""


class Zero123Prior(Sides):
    """A latent prior of an object's other views; satisfies `bozzetto.sds.prior.LatentPrior`, `ScheduledPrior`,
    `TrainablePrior` and `ConditionalOnlyPrior`. The picture is the view from azimuth 0.

    Args:
        located, folder, encoder, networks, loras, need: see `bozzetto.sds.pretrained.sides.Sides`.
        resolution: of the images, pixels; None is what the model was trained with.
        picture: of the object.

    Raises:
        LayoutError: the scheduler cannot be read, `resolution` does not fit, or there is no picture.
        UnsupportedModelError: its scheduler or U-Net is not understood.
        MismatchError: the linear layer does not fit between image encoder and U-Net.
    """

    recipe = "zero123"
    continues_picture = True

    def __init__(
        self,
        located: Located,
        folder: ModelFolder,
        encoder: TextEncoder,
        networks: Networks,
        loras: Sequence[Lora] = (),
        need: MemoryNeed | None = None,
        resolution: int | None = None,
        picture: Picture | None = None,
    ) -> None:
        super().__init__(located, folder, encoder, networks, loras, need)
        self._schedule = read_noise_schedule(folder)
        check_unet(folder)
        unet, factor = folder.parts["unet"].config, 2 ** (len(folder.parts["vae"].config["block_out_channels"]) - 1)
        self.resolution = check_resolution(resolution, unet["sample_size"] * factor, factor)
        channels = int(folder.parts["vae"].config["latent_channels"])
        self.latent_shape = (channels, self.resolution // factor, self.resolution // factor)
        if picture is None:
            raise LayoutError(f"{folder.path} continues a picture: give one by hub.image=FILE (--image FILE)")
        self._picture = picture
        # Nothing in the weights tells the two apart.
        self._stable = "stable-zero123" in located.name.lower().replace("_", "-")
        self._projection = _read_projection(folder)

    @property
    def embedding_module(self) -> nn.Module:
        """The U-Net's module of the time embedding."""
        module: nn.Module = self._networks.denoiser.time_embedding
        return module

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """The picture; what the words say has no effect, which is a note."""
        seen = self._encoder.see(self._picture)
        latents = self._networks.encode(self._picture.square(self.resolution))
        latents = latents / self._networks.vae.config.scaling_factor  # the U-Net was given them as they are
        cond = TextEmbedding(torch.zeros(1, 1, seen.shape[-1]), None, seen, latents)
        blank = TextEmbedding(cond.tokens, None, torch.zeros_like(seen), torch.zeros_like(latents))
        kind = "Stable Zero123" if self._stable else "Zero-1-to-3 (a name with stable-zero123 would say otherwise)"
        notes = (f"this prior continues the picture and reads no prompt; it is taken for {kind}",)
        return Conditioning(cond=cond, uncond=blank, prompt=prompt, notes=notes)

    def encode(self, images: Float[Tensor, "b 3 r r"]) -> Float[Tensor, "b c h w"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.encode(images)

    def decode(self, latents: Float[Tensor, "b c h w"]) -> Float[Tensor, "b 3 r r"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.decode(latents)

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """See `bozzetto.sds.prior.ScheduledPrior`."""
        steps = len(self._schedule.table)
        step = (fraction.double() * steps).floor().clamp(0, steps - 1)
        return time_of_step(step.flatten(), self._schedule.table).reshape(fraction.shape).to(fraction)

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""
        unet, batch = self._networks.denoiser, len(noisy)
        place = self._networks.device, next(unet.parameters()).dtype
        embedding: TextEmbedding = text.expand(batch)
        assert embedding.image_tokens is not None and embedding.image_latents is not None  # by encode_text
        camera = camera_numbers(views, self._picture.elevation, self._stable)
        camera = camera.repeat(batch // len(views), 1)[:, None].to(embedding.image_tokens)
        weight, bias = (value.to(embedding.image_tokens) for value in self._projection)
        token = nn.functional.linear(torch.cat([embedding.image_tokens, camera], -1), weight, bias)
        # Without the condition the token is zeros behind the linear layer, not before it.
        token = token * embedding.image_tokens.any(-1, keepdim=True)
        x = torch.cat([noisy.to(*place), embedding.image_latents.to(*place)], 1)
        step = step_of(t, self._schedule.table).to(self._networks.device)
        output = unet(x, step, encoder_hidden_states=token.to(*place)).sample
        return x0_from_output(output.to(noisy), noisy, t, self._schedule.prediction)


def camera_numbers(views: Views, elevation: float, stable: bool) -> Float[Tensor, "b 4"]:
    """What Zero-1-to-3 is told of each view.

    Args:
        views: B views; azimuths count from the picture's.
        elevation: of the picture's camera, radians.
        stable: the last number is the polar angle of the picture's camera, as in Stable Zero123, not the change of
            distance, which is none.
    """
    polar = elevation - views.elevation
    last = torch.full_like(polar, math.pi / 2 - elevation if stable else 0.0)
    return torch.stack([polar, views.azimuth.sin(), views.azimuth.cos(), last], -1)


def _read_projection(folder: ModelFolder) -> tuple[Tensor, Tensor]:
    name = next(name for name in ("cc_projection", "clip_camera_projection") if name in folder.parts)
    part = folder.parts[name]
    tensors = {key.rpartition(".")[2]: value for key, value in load_file(part.files[0]).items()}
    width = folder.parts["unet"].config["cross_attention_dim"]
    given = folder.parts["image_encoder"].config.get("projection_dim", 0) + CAMERA
    if set(tensors) != {"weight", "bias"} or tensors["weight"].shape != (width, given):
        shape = list(tensors["weight"].shape) if "weight" in tensors else sorted(tensors)
        raise MismatchError(f"{folder.path / name}: expected a linear layer [{width}, {given}], got {shape}")
    return tensors["weight"].float(), tensors["bias"].float()

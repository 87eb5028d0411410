"""Stable Diffusion 1.5, 2.1 (Rombach et al. 2022, arXiv 2112.10752) and XL (Podell et al. 2023, arXiv 2307.01952)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.errors import LayoutError, UnsupportedModelError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import step_of, time_of_step
from bozzetto.sds.pretrained.lora import Lora
from bozzetto.sds.pretrained.memory import MemoryNeed
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.pretrained.noise_schedule import read_noise_schedule
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.schedule import alpha, per_image, sigma
from bozzetto.sds.text import TextEmbedding


class StableDiffusionPrior(Sides):
    """A latent prior of a U-Net with cross attention; satisfies `bozzetto.sds.prior.LatentPrior`, `ScheduledPrior`,
    `TrainablePrior` and `ConditionalOnlyPrior`.

    The U-Net is asked at the step of its own schedule with the noise level of t, see `bozzetto.sds.pretrained.levels`.

    Args:
        located, folder, encoder, networks, loras, need: see `bozzetto.sds.pretrained.sides.Sides`.
        resolution: of the images, pixels; None is what the model was trained with.
    Raises:
        UnsupportedModelError: its scheduler or U-Net is not understood.
        LayoutError: its scheduler cannot be read, or `resolution` does not fit it.
    """

    recipe = "dreamfusion-sd"

    def __init__(
        self,
        located: Located,
        folder: ModelFolder,
        encoder: TextEncoder,
        networks: Networks,
        loras: Sequence[Lora] = (),
        need: MemoryNeed | None = None,
        resolution: int | None = None,
    ) -> None:
        super().__init__(located, folder, encoder, networks, loras, need)
        self._xl = folder.family.pipeline == "StableDiffusionXLPipeline"
        self._schedule = read_noise_schedule(folder)
        check_unet(folder, ("text_time",) if self._xl else ())
        factor = 2 ** (len(folder.parts["vae"].config["block_out_channels"]) - 1)
        unet = folder.parts["unet"].config
        self.resolution = check_resolution(resolution, unet["sample_size"] * factor, factor)
        self.latent_shape = (int(unet["in_channels"]), self.resolution // factor, self.resolution // factor)

    @property
    def embedding_module(self) -> nn.Module:
        """The U-Net's module of the time embedding."""
        module: nn.Module = self._networks.denoiser.time_embedding
        return module

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """See `bozzetto.sds.prior.Prior`; what the text encoder cut off is in the conditioning's notes."""
        return self._encoder.condition(prompt, negative, self._xl and self._schedule.zero_empty)

    def encode(self, images: Float[Tensor, "b 3 r r"]) -> Float[Tensor, "b c h w"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.encode(images)

    def decode(self, latents: Float[Tensor, "b c h w"]) -> Float[Tensor, "b 3 r r"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.decode(latents)

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """See `bozzetto.sds.prior.ScheduledPrior`: our time of step T * fraction, rounded down as threestudio rounds
        it."""
        steps = len(self._schedule.table)
        step = (fraction.double() * steps).floor().clamp(0, steps - 1)
        return time_of_step(step.flatten(), self._schedule.table).reshape(fraction.shape).to(fraction)

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""
        unet = self._networks.denoiser
        place = self._networks.device, next(unet.parameters()).dtype
        batch = len(noisy)
        embedding: TextEmbedding = text.expand(batch).to(*place)
        extra = {}
        if self._xl:
            # Original size, crop corner, target size: an image that was neither scaled nor cropped.
            size = float(self.resolution)
            ids = torch.tensor([[size, size, 0.0, 0.0, size, size]]).expand(batch, -1).to(*place)
            extra["added_cond_kwargs"] = {"text_embeds": embedding.pooled, "time_ids": ids}
        step = step_of(t, self._schedule.table).to(self._networks.device)
        output = unet(noisy.to(*place), step, encoder_hidden_states=embedding.tokens, **extra).sample
        return x0_from_output(output.to(noisy), noisy, t, self._schedule.prediction)


def check_unet(folder: ModelFolder, added: tuple[str, ...] = ()) -> None:
    """UnsupportedModelError where a U-Net takes something that it would not be given here.

    Args:
        folder: the model.
        added: values of addition_embed_type that it may have beside none.
    """
    config, path = folder.parts["unet"].config, folder.path / "unet" / "config.json"
    wants = {
        "time_cond_proj_dim": "the guidance scale as an embedding, as latent consistency models do; use the model that "
        "it was distilled from",
        "class_embed_type": "a class or a noise level beside the text",
        "num_class_embeds": "a class or a noise level beside the text, as upscalers do",
    }
    for key, what in wants.items():
        if config.get(key) is not None:
            raise UnsupportedModelError(
                f"{path}: the U-Net takes {what} ({key}={config[key]}), which it is not given here"
            )
    kind = config.get("addition_embed_type")
    if kind is not None and kind not in added:
        raise UnsupportedModelError(f"{path}: the U-Net takes more than a text (addition_embed_type={kind})")
    if config.get("encoder_hid_dim_type") not in (None, "text_proj"):
        raise UnsupportedModelError(
            f"{path}: the U-Net reads more than a text (encoder_hid_dim_type={config['encoder_hid_dim_type']})"
        )


def x0_from_output(
    output: Float[Tensor, " b *shape"], noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], prediction: str
) -> Float[Tensor, " b *shape"]:
    """The clean image that a network's output means.

    epsilon: (x_t - sigma eps) / alpha; v_prediction (Salimans and Ho 2022, arXiv 2202.00512): alpha x_t - sigma v.

    Args:
        output: of the network, [B, ...].
        noisy: x_t, [B, ...].
        t: our time, [B].
        prediction: one of `bozzetto.sds.pretrained.noise_schedule.PREDICTIONS`.
    """
    a, s = per_image(alpha(t), noisy).to(noisy), per_image(sigma(t), noisy).to(noisy)
    if prediction == "epsilon":
        return (noisy - s * output) / a
    if prediction == "v_prediction":
        return a * noisy - s * output
    return output


def check_resolution(resolution: int | None, own: int, multiple: int) -> int:
    """The resolution to use.

    Raises:
        LayoutError: it is not a positive multiple of what the latents need.
    """
    chosen = own if resolution is None else resolution
    if chosen < multiple or chosen % multiple:
        raise LayoutError(f"resolution: expected a positive multiple of {multiple} for this model, got {chosen}")
    return chosen

"""DeepFloyd IF, stage I (StabilityAI 2023, after Imagen, Saharia et al. 2022, arXiv 2205.11487): pixels, T5 text."""

from __future__ import annotations

from typing import Any

from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.errors import UnsupportedModelError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import step_of, time_of_step
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.pretrained.stable_diffusion import read_schedule, x0_from_output


class DeepFloydPrior(Sides):
    """A pixel prior; satisfies `bozzetto.sds.prior.ScheduledPrior`, `TrainablePrior`, `ConditionalOnlyPrior`.

    The network also predicts the variance of its reverse step, three further channels that distillation has no use
    for.

    Args:
        name: for reports.
        folder: the model.
        encoder: its text side.
        networks: its frozen networks.
    Raises:
        UnsupportedModelError: it is not stage I: a later stage takes a second image.
        LayoutError: its scheduler cannot be read.
    """

    def __init__(self, name: str, folder: ModelFolder, encoder: TextEncoder, networks: Networks) -> None:
        self.name = name
        self._encoder, self._networks = encoder, networks
        self._prediction, self._table, _ = read_schedule(folder)
        unet = folder.parts["unet"].config
        if unet["in_channels"] != 3:
            raise UnsupportedModelError(
                f"{folder.path}: expected stage I of IF, which takes 3 channels; this one takes {unet['in_channels']}"
            )
        self.resolution = int(unet["sample_size"])

    @property
    def denoiser(self) -> nn.Module:
        """The U-Net."""
        return self._networks.denoiser

    @property
    def embedding_module(self) -> nn.Module:
        """The U-Net's module of the time embedding."""
        return self._networks.denoiser.time_embedding

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """See `bozzetto.sds.prior.Prior`; what the text encoder cut off is in the conditioning's notes."""
        return self._encoder.condition(prompt, negative)

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """See `bozzetto.sds.prior.ScheduledPrior`."""
        steps = len(self._table)
        step = (fraction.double() * steps).floor().clamp(0, steps - 1)
        return time_of_step(step.flatten(), self._table).reshape(fraction.shape).to(fraction)

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""
        unet = self._networks.denoiser
        place = self._networks.device, next(unet.parameters()).dtype
        embedding = text.expand(len(noisy)).to(*place)
        step = step_of(t, self._table).to(self._networks.device)
        output = unet(noisy.to(*place), step, encoder_hidden_states=embedding.tokens).sample[:, :3]
        return x0_from_output(output.to(noisy), noisy, t, self._prediction)

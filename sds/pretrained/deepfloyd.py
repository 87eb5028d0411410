"""DeepFloyd IF, stage I (StabilityAI 2023, after Imagen, Saharia et al. 2022, arXiv 2205.11487): pixels, T5 text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Views
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.errors import UnsupportedModelError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import step_of, time_of_step
from bozzetto.sds.pretrained.lora import Lora
from bozzetto.sds.pretrained.memory import MemoryNeed
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.pretrained.noise_schedule import read_noise_schedule
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.pretrained.stable_diffusion import check_unet, x0_from_output


class DeepFloydPrior(Sides):
    """A pixel prior; satisfies `bozzetto.sds.prior.ScheduledPrior`, `TrainablePrior`, `ConditionalOnlyPrior`.

    The network also predicts the variance of its reverse step, three further channels that distillation has no use
    for.

    Args:
        located, folder, encoder, networks, loras, need: see `bozzetto.sds.pretrained.sides.Sides`.
    Raises:
        UnsupportedModelError: it is not stage I: a later stage takes a second image.
        LayoutError: its scheduler cannot be read.
    """

    recipe = "dreamfusion-if"

    def __init__(
        self,
        located: Located,
        folder: ModelFolder,
        encoder: TextEncoder,
        networks: Networks,
        loras: Sequence[Lora] = (),
        need: MemoryNeed | None = None,
    ) -> None:
        super().__init__(located, folder, encoder, networks, loras, need)
        self._schedule = read_noise_schedule(folder)
        unet = folder.parts["unet"].config
        if unet["in_channels"] != 3:
            raise UnsupportedModelError(
                f"{folder.path}: expected stage I of IF, which takes 3 channels; this one takes {unet['in_channels']}"
            )
        check_unet(folder, ("text",))
        self.resolution = int(unet["sample_size"])

    @property
    def embedding_module(self) -> nn.Module:
        """The U-Net's module of the time embedding."""
        module: nn.Module = self._networks.denoiser.time_embedding
        return module

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """See `bozzetto.sds.prior.ScheduledPrior`."""
        steps = len(self._schedule.table)
        step = (fraction.double() * steps).floor().clamp(0, steps - 1)
        return time_of_step(step.flatten(), self._schedule.table).reshape(fraction.shape).to(fraction)

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""
        unet = self._networks.denoiser
        place = self._networks.device, next(unet.parameters()).dtype
        embedding = text.expand(len(noisy)).to(*place)
        step = step_of(t, self._schedule.table).to(self._networks.device)
        output = unet(noisy.to(*place), step, encoder_hidden_states=embedding.tokens).sample[:, :3]
        return x0_from_output(output.to(noisy), noisy, t, self._schedule.prediction)

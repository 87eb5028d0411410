"""Rectified flows: Stable Diffusion 3 (Esser et al. 2024, arXiv 2403.03206) and FLUX.1 (Black Forest Labs 2024).

Such a model is trained on x_s = (1 - s) x0 + s eps and predicts the velocity v = eps - x0, so x0 = x_s - s v. Divided
by alpha + sigma, our x_t is its x_s (see `bozzetto.sds.pretrained.levels`). The velocity form of score distillation,
w(s) (v_hat - v) = w(s) (x - x0_hat) / s, is the weighting "velocity" of `bozzetto.sds.distillation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Views
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import flow_time, time_of_flow
from bozzetto.sds.pretrained.lora import Lora
from bozzetto.sds.pretrained.memory import MemoryNeed
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.pretrained.noise_schedule import read_flow_shift
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.pretrained.stable_diffusion import check_resolution
from bozzetto.sds.schedule import alpha, per_image, sigma

# FLUX.1 dev is told a guidance scale. At 1 it draws plain samples of the prompt; our own guidance goes on top.
DISTILLED_GUIDANCE = 1.0
FLUX_SAMPLE_SIZE = 128


class RectifiedFlowPrior(Sides):
    """A latent prior of a transformer; satisfies `bozzetto.sds.prior.LatentPrior`, `ScheduledPrior`, `TrainablePrior`
    and `ConditionalOnlyPrior`.

    Args:
        located, folder, encoder, networks, loras, need: see `bozzetto.sds.pretrained.sides.Sides`.
        resolution: of the images, pixels; None is what the model was trained with.
    Raises:
        LayoutError: its scheduler cannot be read, or `resolution` does not fit it.
        UnsupportedModelError: its scheduler is no rectified flow's.
    """

    recipe = "rectified-flow"

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
        self._flux = folder.family.pipeline == "FluxPipeline"
        self._shift = read_flow_shift(folder)
        net = folder.parts["transformer"].config
        factor = 2 ** (len(folder.parts["vae"].config["block_out_channels"]) - 1)
        own = FLUX_SAMPLE_SIZE if self._flux else net["sample_size"]
        # Patches are of 2 x 2 latents.
        self.resolution = check_resolution(resolution, own * factor, 2 * factor)
        channels = int(net["in_channels"]) // 4 if self._flux else int(net["in_channels"])
        self.latent_shape = (channels, self.resolution // factor, self.resolution // factor)
        self._guided = bool(net.get("guidance_embeds", False))

    @property
    def embedding_module(self) -> nn.Module:
        """The transformer's module of the time and text embedding."""
        module: nn.Module = self._networks.denoiser.time_text_embed
        return module

    def encode(self, images: Float[Tensor, "b 3 r r"]) -> Float[Tensor, "b c h w"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.encode(images)

    def decode(self, latents: Float[Tensor, "b c h w"]) -> Float[Tensor, "b 3 r r"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.decode(latents)

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """See `bozzetto.sds.prior.ScheduledPrior`: our time at the scheduler's shifted s = c u / (1 + (c - 1) u).

        Esser et al. 2024, equation 23, with c the model's `shift`.
        """
        s = self._shift * fraction / (1 + (self._shift - 1) * fraction)
        return time_of_flow(s.clamp(1e-4, 1 - 1e-4))

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""
        net = self._networks.denoiser
        place = self._networks.device, next(net.parameters()).dtype
        embedding = text.expand(len(noisy)).to(*place)
        s = flow_time(t).to(noisy)
        on_path = noisy / per_image(alpha(t) + sigma(t), noisy).to(noisy)
        common = {"encoder_hidden_states": embedding.tokens, "pooled_projections": embedding.pooled}
        if self._flux:
            batch, channels, height, width = noisy.shape
            packed = on_path.view(batch, channels, height // 2, 2, width // 2, 2).permute(0, 2, 4, 1, 3, 5)
            packed = packed.reshape(batch, height * width // 4, channels * 4).to(*place)
            guidance = torch.full((batch,), DISTILLED_GUIDANCE, device=place[0]) if self._guided else None
            ids = _patch_ids(height // 2, width // 2).to(*place)
            velocity = net(
                hidden_states=packed,
                timestep=s.to(*place),
                guidance=guidance,
                img_ids=ids,
                txt_ids=torch.zeros(embedding.tokens.shape[1], 3).to(*place),
                **common,
            ).sample
            velocity = velocity.view(batch, height // 2, width // 2, channels, 2, 2).permute(0, 3, 1, 4, 2, 5)
            velocity = velocity.reshape(batch, channels, height, width)
        else:
            velocity = net(hidden_states=on_path.to(*place), timestep=(s * 1000).to(place[0]), **common).sample
        noiseless: Tensor = on_path - per_image(s, noisy) * velocity.to(noisy)
        return noiseless


def _patch_ids(height: int, width: int) -> Tensor:
    """FLUX's positions of patches: 0, row, column; [height * width, 3]."""
    rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    return torch.stack([torch.zeros_like(rows), rows, columns], -1).reshape(-1, 3).float()

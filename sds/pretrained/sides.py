"""Both sides of a hub model's prediction in one pass, or one alone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.text import join


class Sides(ABC):
    """What every hub prior does with its network; `x0_of`, `_encoder` and `_networks` are the prior's own."""

    _encoder: Any
    _networks: Any

    @abstractmethod
    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""

    @torch.no_grad()
    def predict_x0(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
        """See `bozzetto.sds.prior.Prior`; both sides in one pass. The first call frees the text encoder."""
        batch = len(noisy)
        text = join([conditioning.cond.expand(batch), conditioning.uncond.expand(batch)])
        cond, uncond = self._predict(torch.cat([noisy, noisy]), torch.cat([t, t]), text, views).chunk(2)
        return cond, uncond

    @torch.no_grad()
    def predict_cond(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.ConditionalOnlyPrior`."""
        return self._predict(noisy, t, conditioning.cond.expand(len(noisy)), views)

    def _predict(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        self._encoder.release()
        x0 = self.x0_of(noisy, t, text, views)
        # Not finite in half precision: the network is in full precision now, and is asked again.
        if self._networks.widen(self._networks.denoiser, x0):
            x0 = self.x0_of(noisy, t, text, views)
        return x0

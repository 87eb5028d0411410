"""The learned score of the renders for VSD: the frozen prior with a small low-rank change by the camera."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Views
from bozzetto.sds.low_rank import LowRank
from bozzetto.sds.methods.vsd import particle_loss
from bozzetto.sds.prediction import Text, times_like
from bozzetto.sds.prior import Capabilities, Prior
from bozzetto.sds.schedule import sample_t
from bozzetto.sds.unet import VIEW_FEATURES, view_features
from bozzetto.sds.view_prompts import ViewConditioning
from bozzetto.transfer import upload

LEARNING_TIMES = (0.02, 0.98)
"""Diffusion times at which the score learns."""


class ParticleScore(nn.Module):
    """Denoiser of the renders: a `bozzetto.sds.methods.vsd.ParticleFn` with parameters; it starts as the prior itself.

    A network that takes no view gets it as a shift of its time embedding, from the features of
    `bozzetto.sds.unet.view_features`.

    Args:
        prior: a `bozzetto.sds.prior.TrainablePrior`.
        text: of the prompt; of a view-dependent one the text without a view is wanted, its "side" is taken.
        rank: of the change, positive.
        generator: of the initial values.

    Raises:
        TypeError: the prior has no network to change.
    """

    def __init__(self, prior: Prior, text: Text, rank: int, generator: torch.Generator) -> None:
        super().__init__()
        trainable = Capabilities(prior).trainable
        if trainable is None:
            raise TypeError(f"VSD needs a prior with a network that can be changed; {prior.name} has none")
        self._prior, self._text = trainable, text.sides[0] if isinstance(text, ViewConditioning) else text
        layers = tuple(f".{name}" for name in trainable.low_rank_layers)
        embedding = trainable.embedding_module
        camera = () if embedding is None else (embedding, VIEW_FEATURES, _embedding_width(embedding))
        network = trainable.denoiser
        self.change = LowRank(network, lambda name, _: f".{name}".endswith(layers), rank, generator, *camera)
        self.change.to(next(network.parameters()).device)

    def forward(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], views: Views
    ) -> Float[Tensor, " b *shape"]:
        """x0 [B, ...] of the renders' distribution, given x_t [B, ...], t [B] and B views."""
        with self.change.attached(upload(view_features(views), noisy.device)):
            return self._prior.x0_of(noisy, t, self._text.cond, views)


@dataclass
class LearnedScore:
    """The score of the renders with its optimiser; what changes with both is in a checkpoint."""

    score: ParticleScore
    optimizer: torch.optim.Optimizer

    @classmethod
    def new(cls, prior: Prior, text: Text, rank: int, rate: float, generator: torch.Generator) -> LearnedScore:
        """The score before the first step, with ProlificDreamer's AdamW at the library's defaults.

        Raises:
            TypeError: the prior has no network that could be changed.
        """
        score = ParticleScore(prior, text, rank, generator)
        return cls(score, torch.optim.AdamW(score.parameters(), lr=rate))

    def learn(self, samples: Float[Tensor, " b *shape"], views: Views, generator: torch.Generator) -> Tensor:
        """One step on what the prior was just shown; its loss, which the host does not wait for."""
        t = times_like(sample_t(LEARNING_TIMES, len(samples), generator), samples)
        loss = particle_loss(samples, views, t, generator, self.score)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss.detach()


def _embedding_width(module: nn.Module) -> int:
    """Width of what a time embedding gives: that of its last linear module."""
    widths = [layer.out_features for layer in module.modules() if isinstance(layer, nn.Linear)]
    return widths[-1]

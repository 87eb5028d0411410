"""Step 4, ``sample``: what the prior draws by itself, by deterministic DDIM (Song et al. 2021, arXiv 2010.02502)."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from bozzetto.foundry.evaluate import plain_views
from bozzetto.sds.guidance import classifier_free
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import add_noise, eps_from_x0


@torch.no_grad()
def ddim(prior: Prior, prompt: str, cameras: Tensor, steps: int = 20, scale: float = 3.0, seed: int = 0) -> Tensor:
    """Images of a prompt from given cameras.

    Args:
        prior: any prior. prompt: the text.
        cameras: [B, 2] azimuth and elevation, radians. steps: network passes. scale: guidance.
        seed: of the first noise, shared by all views.
    Returns:
        [B, 3, R, R] in [-1, 1].
    """
    conditioning = prior.encode_text(prompt)
    views = plain_views(cameras)
    generator = torch.Generator().manual_seed(seed)
    batch = len(cameras)
    x = torch.randn(1, 3, prior.resolution, prior.resolution, generator=generator).expand(batch, -1, -1, -1)
    times = torch.linspace(0.98, 0.02, steps)
    x0 = x
    for n, t in enumerate(times):
        now = t.expand(batch)
        cond, uncond = prior.predict_x0(x, now, conditioning, views)
        x0 = classifier_free(cond, uncond, scale).clamp(-1, 1)
        if n + 1 < steps:
            x = add_noise(x0, eps_from_x0(x, x0, now), times[n + 1].expand(batch))
    return x0


def four_sides(elevation: float = math.radians(15)) -> Tensor:
    """Cameras [4, 2] at front, right, back, left."""
    return torch.tensor([[k * math.pi / 2, elevation] for k in range(4)])

"""A prior of one's own: a ball with stripes, of which every view is known exactly.

Anything with a name, a resolution, `encode_text` and `predict_x0` is a prior (`bozzetto.sds.prior.Prior`); a network
would stand where this one calls `picture`.

    python examples/own_prior.py --out ball
"""

from pathlib import Path

import torch
import tyro
from torch import Tensor

import bozzetto
from bozzetto.jobs.train.views import cameras_of
from bozzetto.nerf.cameras import camera_rays
from bozzetto.sds.conditioning import Conditioning, Views

RADIUS = 0.6
RED, CREAM = torch.tensor([0.8, 0.2, 0.15]), torch.tensor([0.95, 0.9, 0.8])


class StripedBall:
    """Predicts the ball, whatever the noisy image shows."""

    name = "striped-ball"
    resolution = 32

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """The same for every text; a prior that reads texts puts what it needs into `cond` and `uncond`."""
        return Conditioning(cond=None, uncond=None, prompt=prompt)

    @torch.no_grad()
    def predict_x0(self, noisy: Tensor, t: Tensor, conditioning: Conditioning, views: Views) -> tuple[Tensor, Tensor]:
        """Clean images [B, 3, resolution, resolution] in [-1, 1], with the condition and without."""
        x0 = self.picture(views).permute(0, 3, 1, 2) * 2 - 1
        return x0, x0

    def picture(self, views: Views) -> Tensor:
        """The ball without shading, [B, H, W, 3] in [0, 1]."""
        side = self.resolution
        rays = camera_rays(cameras_of(views, side))
        # Where a ray o + s d meets the sphere first: s^2 + 2 s (o . d) + o . o - r^2 = 0.
        along = (rays.origins * rays.directions).sum(-1)
        under_root = along.square() - rays.origins.square().sum(-1) + RADIUS**2
        height = (rays.origins - (along + under_root.clamp(min=0).sqrt())[:, None] * rays.directions)[:, 1]
        stripes = torch.where((torch.floor(height / 0.2) % 2 == 0)[:, None], RED, CREAM)
        ground = views.background.repeat_interleave(side * side, 0)
        return torch.where((under_root > 0)[:, None], stripes, ground).view(len(views), side, side, 3)


def main(
    out: Path = Path("ball"), preset: str = "draft", steps: int | None = None, settings: tuple[str, ...] = ()
) -> bozzetto.Run:
    """Distils the ball into a field and makes a mesh of it.

    Args:
        out: folder for the run, new or empty.
        preset: `draft`, `standard` or `fine`.
        steps: optimisation steps; by default the preset's.
        settings: as behind `bozzetto generate --set`.
    """
    run = bozzetto.generate("a ball", prior=StripedBall(), preset=preset, steps=steps, out=out, settings=settings)
    print(run.mesh)
    return run


if __name__ == "__main__":
    tyro.cli(main)

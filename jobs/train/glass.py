"""Whether a run is to make glass: the share of an object that a prior paints as transparent, before there is any field.

At the end of a run a pixel is stopped or it is not (`bozzetto.jobs.train.regularisers.opacity_binarization`), which
makes a surface of everything. Of what is mostly glass it makes a sponge: the same light is stopped by many arrangements
of holes.
"""

import math
from dataclasses import replace

import torch
import torch.nn.functional as F
from torch import Tensor

from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import ConditionalOnlyPrior, Prior, ScenePrior

PROBE_TIME = 0.97
"""Diffusion time at which the prior is asked: all is noise, and the prediction is what it knows."""
PROBE_VIEWS, CROPS_PER_SIDE, PROBE_ELEVATION = 2, 2, 0.3
"""Number of views, crops along a side of each, elevation in radians."""
OBJECT_OPACITY, OPAQUE = 0.15, 0.9
"""Opacity above which a pixel is the object's, and from which it is opaque."""
MARGIN = 2
"""Pixels around that must be so too: beside an edge, or through a net, a background that shows is no glass."""
GLASS_SHARE = 0.35
"""Share of the object's pixels that light goes through, from which it is of glass. Of the 640 objects of the embedded
prior an ashtray has .73, a beer mug .70, a drinking glass .55, a cocktail glass .42; then a chandelier .28 (which came
out worse as glass), a set table with glasses .20, an oil cruet .13, a beech .11, an aquarium .05.
"""


def is_glass(config: RunConfig, prior: Prior | None, conditioning: Text) -> bool:
    """Whether light goes through most of what a run makes.

    Its field is then left as clear as the prior sees it, and its silhouettes go by its faintest parts.

    Args:
        config: the run's; where textures are not refined (`guidance.texture_refine_t` 0), all is opaque.
        prior: any; only one that knows crops of any scale can tell.
        conditioning: the encoded prompt; prompts that depend on the view are of priors that cannot tell.
    """
    if not isinstance(prior, ScenePrior) or not isinstance(prior, ConditionalOnlyPrior):
        return False
    if config.guidance.texture_refine_t == 0 or not isinstance(conditioning, Conditioning):
        return False
    return transparent_share(prior, conditioning, config.seed) >= GLASS_SHARE


def transparent_share(prior: ConditionalOnlyPrior, conditioning: Conditioning, seed: int) -> float:
    """The share of an object's pixels that light goes through, in [0, 1], by what the prior paints of pure noise.

    Args:
        prior: one that knows crops of any scale.
        conditioning: the encoded prompt.
        seed: of the noise.
    """
    azimuths = [2 * math.pi * (k + 0.25) / PROBE_VIEWS for k in range(PROBE_VIEWS)]
    alpha = torch.stack([_alpha(prior, conditioning, azimuth, seed) for azimuth in azimuths])
    least, most = (sign * F.max_pool2d(sign * alpha, 2 * MARGIN + 1, 1, MARGIN) for sign in (-1, 1))
    covered = int((alpha > OBJECT_OPACITY).sum())
    return int(((least > OBJECT_OPACITY) & (most < OPAQUE)).sum()) / covered if covered else 0.0


def _alpha(prior: ConditionalOnlyPrior, conditioning: Conditioning, azimuth: float, seed: int) -> Tensor:
    """[R, R] in [0, 1] of a view that the prior predicts in K x K crops, each on white and on black."""
    side, k, n = prior.resolution, CROPS_PER_SIDE, CROPS_PER_SIDE**2
    rows, columns = torch.meshgrid(*2 * [(torch.arange(k) + 0.5) / k * 2 - 1], indexing="ij")
    views = orbit_views(torch.full((2 * n,), math.degrees(azimuth)), math.degrees(PROBE_ELEVATION))
    views = replace(
        views,
        background=torch.tensor([1.0, 0.0]).repeat_interleave(n)[:, None].expand(-1, 3),
        zoom=torch.full((2 * n,), float(k)),
        center=torch.stack([columns, -rows], -1).view(n, 2).repeat(2, 1),
    )
    noise = torch.randn((n, 3, side, side), generator=torch.Generator().manual_seed(seed)).repeat(2, 1, 1, 1)
    white, black = (
        prior.predict_cond(noise, torch.full((2 * n,), PROBE_TIME), conditioning, views).clamp(-1, 1).chunk(2)
    )
    alpha = (1 - (white - black).mean(1) / 2).clamp(0, 1).view(k, k, side, side)
    return alpha.permute(0, 2, 1, 3).reshape(k * side, k * side)

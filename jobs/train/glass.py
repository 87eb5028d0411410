"""Whether a run is to make glass: the share of an object that a prior predicts as transparent, before there is a field.

At the end of a run a pixel is stopped or it is not (`bozzetto.jobs.train.regularisers.opacity_binarization`), which
makes a surface of everything. Of what is mostly glass it makes a sponge: the same light is stopped by many arrangements
of holes.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor

from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.conditioning import Views

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


@dataclass(frozen=True)
class CropDenoiser:
    """One-step denoising of crops of any scale, with a prompt."""

    resolution: int
    """Pixels along an edge of a crop."""
    predict: Callable[[Tensor, Tensor, Views], Tensor]
    """Noisy crops [B, 3, R, R], times [B] and views -> the clean crops [B, 3, R, R], about in [-1, 1]."""


def transparent_share(crops: CropDenoiser, seed: int) -> float:
    """The share of an object's pixels that light goes through, in [0, 1], by what the prior predicts of pure noise.

    Args:
        crops: the prior with the prompt.
        seed: of the noise.
    """
    azimuths = [2 * math.pi * (k + 0.25) / PROBE_VIEWS for k in range(PROBE_VIEWS)]
    alpha = torch.stack([_alpha(crops, azimuth, seed) for azimuth in azimuths])
    least, most = (sign * F.max_pool2d(sign * alpha, 2 * MARGIN + 1, 1, MARGIN) for sign in (-1, 1))
    covered = int((alpha > OBJECT_OPACITY).sum())
    return int(((least > OBJECT_OPACITY) & (most < OPAQUE)).sum()) / covered if covered else 0.0


def _alpha(crops: CropDenoiser, azimuth: float, seed: int) -> Tensor:
    """[R, R] in [0, 1] of a view that the prior predicts in K x K crops, each on white and on black."""
    side, k, n = crops.resolution, CROPS_PER_SIDE, CROPS_PER_SIDE**2
    rows, columns = torch.meshgrid(*2 * [(torch.arange(k) + 0.5) / k * 2 - 1], indexing="ij")
    views = orbit_views(torch.full((2 * n,), math.degrees(azimuth)), math.degrees(PROBE_ELEVATION))
    views = replace(
        views,
        background=torch.tensor([1.0, 0.0]).repeat_interleave(n)[:, None].expand(-1, 3),
        zoom=torch.full((2 * n,), float(k)),
        center=torch.stack([columns, -rows], -1).view(n, 2).repeat(2, 1),
    )
    noise = torch.randn((n, 3, side, side), generator=torch.Generator().manual_seed(seed)).repeat(2, 1, 1, 1)
    white, black = crops.predict(noise, torch.full((2 * n,), PROBE_TIME), views).clamp(-1, 1).chunk(2)
    alpha = (1 - (white - black).mean(1) / 2).clamp(0, 1).view(k, k, side, side)
    return alpha.permute(0, 2, 1, 3).reshape(k * side, k * side)

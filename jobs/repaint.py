"""The prior's last look at a finished field: its renders painted anew, which the texture is then fitted to.

Distillation leaves colours as sharp as the pixels of its views. Here each render is taken apart into overlapping
windows as small as the prior's image, each window gets noise and is denoised once, on white and on black, and the
windows are blended. It is the refinement of a texture by denoised renders (DreamGaussian, Tang et al. 2023, arXiv
2309.16653, section 3.3), with windows for detail and one linear solve (``export.match``) in the place of descent.
"""

import math
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from export.compare import ViewFn
from export.mesh import Array
from jobs.views import orbit_views
from sds.conditioning import Conditioning
from sds.prior import OneSidedPrior
from sds.schedule import add_noise

SEEN = 0.5
"""Opacity that a window must reach somewhere to be worth painting."""
LEAST = 0.25
"""Where the prior thinks that less than this is there, it tells no colour."""
BATCH = 64
"""Windows in one call of the prior."""


def repainted(view_fn: ViewFn, prior: OneSidedPrior, conditioning: Conditioning, t: float, seed: int) -> ViewFn:
    """Renders as the prior would rather have them.

    Args:
        view_fn: renders of the field: premultiplied albedo and opacity; or pictures on white, opaque throughout.
        prior: one that knows windows of any scale.
        conditioning: what it was told.
        t: diffusion time of the noise, in (0, 1): the higher, the less is left of the render.
        seed: of the noise.

    Returns:
        The same, with colours by the prior, and the field's opacity, or none where the prior thinks that nothing is.
        What is smaller than the prior's image stays as it was.
    """

    def paint(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        rgb, opacity = view_fn(azimuth, elevation, resolution)
        side = prior.resolution
        starts = sorted({*range(0, resolution - side, side // 2), resolution - side})
        corners = [
            (top, left)
            for top in starts
            for left in starts
            if top >= 0 and opacity[top : top + side, left : left + side].max(initial=0) > SEEN
        ]
        if not corners:
            return rgb, opacity
        solid = torch.from_numpy(np.ascontiguousarray(opacity))
        # A chessboard of windows: every pixel is in some on white and in some on black.
        ground = torch.tensor([float((starts.index(top) + starts.index(left)) % 2 == 0) for top, left in corners])
        if bool((solid == 1).all()):
            # A picture that nothing shows through has its ground in it already, and that is white.
            ground = torch.ones_like(ground)
        middles = torch.tensor(corners) + side / 2
        views = orbit_views(torch.full((len(corners),), math.degrees(azimuth)), math.degrees(elevation))
        views = replace(
            views,
            background=ground[:, None].expand(-1, 3),
            zoom=torch.full((len(corners),), resolution / side),
            center=(middles / resolution * 2 - 1).flip(1) * torch.tensor([1.0, -1.0]),
        )
        on_black = torch.from_numpy(np.ascontiguousarray(rgb)).permute(2, 0, 1) * 2 - 1
        behind = 2 * (1 - solid)
        on_white = on_black + behind
        windows = torch.stack(
            [
                (on_white if white else on_black)[:, top : top + side, left : left + side]
                for white, (top, left) in zip(ground.tolist(), corners, strict=True)
            ]
        )
        noise = torch.randn(windows.shape, generator=torch.Generator().manual_seed(seed))
        # What a window's noise is on average would tint the window: on plain surfaces they would show as bands.
        noise -= noise.mean((2, 3), keepdim=True)
        times = torch.full((len(corners),), t)
        noisy = add_noise(windows, noise, times)
        painted = torch.cat(
            [
                prior.predict_cond(noisy[part], times[part], conditioning, views[part])
                for part in torch.arange(len(corners)).split(BATCH)
            ]
        ).clamp(-1, 1)
        over_white, white = _blended(painted, corners, ground == 1, resolution)
        over_black, black = _blended(painted, corners, ground == 0, resolution)
        white = torch.where(over_white, white, torch.where(over_black, black + behind, on_white))
        black = torch.where(over_black, black, white - behind)
        white, black = ((1 + image.permute(1, 2, 0)) / 2 for image in (white, black))
        # What the prior thinks is there, it paints alike on white and on black; elsewhere the ground shows. A pole that
        # the field has wider than the prior would else take on the ground's colour.
        there = (1 - (white - black).mean(-1, keepdim=True)).clamp(0, 1)
        colour = ((white - (1 - there)) + black) / 2 / there.clamp(min=LEAST)
        told = solid * (there[..., 0] > LEAST)
        return (colour.clamp(0, 1) * told[..., None]).numpy(), told.numpy()

    return paint


def _blended(windows: Tensor, corners: list[tuple[int, int]], chosen: Tensor, resolution: int) -> tuple[Tensor, Tensor]:
    """The chosen of windows [N, 3, S, S] put into an image [3, R, R] at their upper left corners, each strongest in
    its middle; and where [R, R] any is.
    """
    side = windows.shape[-1]
    hann = torch.hann_window(side + 2, periodic=False)[1:-1]
    weight = hann[:, None] * hann
    total, sums = torch.zeros(3, resolution, resolution), torch.zeros(resolution, resolution)
    for k in torch.nonzero(chosen)[:, 0].tolist():
        top, left = corners[k]
        total[:, top : top + side, left : left + side] += windows[k] * weight
        sums[top : top + side, left : left + side] += weight
    return sums > 0, total / sums.clamp(min=1e-6)

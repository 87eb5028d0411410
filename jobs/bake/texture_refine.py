"""The prior's last look at a finished field: its renders painted anew, which the texture is then fitted to.

Distillation leaves colours as sharp as the pixels of its views. Here each render is taken apart into overlapping
windows as small as the prior's image, each window gets noise and is denoised once, on white and on black, and the
windows are blended. It is the refinement of a texture by denoised renders (DreamGaussian, Tang et al. 2023, arXiv
2309.16653, section 3.3), with windows for detail and one linear solve (``bozzetto.export.texture.texture_fit``) in the
place of descent.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
import torch
from scipy.ndimage import minimum_filter
from torch import Tensor

from bozzetto.export.mesh.mesh import Array
from bozzetto.export.surface.iso_level import OpacityFn
from bozzetto.export.texture.compare import ViewFn
from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.prior import ConditionalOnlyPrior
from bozzetto.sds.schedule import add_noise

SEEN = 0.5
"""Opacity that a window must reach somewhere to be worth painting."""
LEAST = 0.25
"""Where the prior thinks that less than this is there, it tells no colour."""
BATCH = 64
"""Windows in one call of the prior."""
CLEAR_TIME = 0.9
"""Diffusion time at which the prior is asked what it sees through."""
LOOKS, LOOK_WINDOWS, LOOK_ELEVATION = 2, 4, 0.3
"""Views in which it is looked whether there is anything to see through: how many, windows a side, radians."""
WELL_INSIDE = 4
"""Pixels from a silhouette."""
CLEAR, CLEAR_SHARE = 0.85, 0.06
"""Opacity below which a pixel is seen through, and the share of such pixels from which an object is. Of 95 finished
fields three had more, a glass, a maple and an aquarium (.12); a pine with snow came next, .02.
"""


@dataclass(frozen=True)
class Painted:
    """What a prior makes of a render, on both grounds."""

    white: Tensor
    """[R, R, 3] in [0, 1], on white."""
    black: Tensor
    """[R, R, 3] in [0, 1], on black."""

    @property
    def there(self) -> Tensor:
        """[R, R, 1] in [0, 1]: how much of its ground each pixel hides."""
        return (1 - (self.white - self.black).mean(-1, keepdim=True)).clamp(0, 1)


def refined_views(
    view_fn: ViewFn, prior: ConditionalOnlyPrior, conditioning: Conditioning, t: float, seed: int
) -> ViewFn:
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
        painted = _paint(rgb, opacity, azimuth, elevation, prior, conditioning, t, seed)
        if painted is None:
            return rgb, opacity
        # What the prior thinks is there, it paints alike on white and on black; elsewhere the ground shows. A pole that
        # the field has wider than the prior would else take on the ground's colour.
        there = painted.there
        colour = ((painted.white - (1 - there)) + painted.black) / 2 / there.clamp(min=LEAST)
        told = torch.from_numpy(np.ascontiguousarray(opacity)) * (there[..., 0] > LEAST)
        return (colour.clamp(0, 1) * told[..., None]).numpy(), told.numpy()

    return paint


def seen_alpha(view_fn: ViewFn, prior: ConditionalOnlyPrior, conditioning: Conditioning, seed: int) -> OpacityFn | None:
    """How much light the object stops, as the prior sees it: glass that distillation has made opaque is glass again.

    At the last steps of a run a pixel is stopped or it is not
    (`bozzetto.jobs.train.regularisers.opacity_binarization`), for the sake of the surface. The prior still sees the
    ground through glass when there is noise enough that it does not take the render's word.

    Args:
        view_fn, prior, conditioning, seed: as of `refined_views`.

    Returns:
        (azimuth, elevation, resolution) -> [R, R] in [0, 1]; or None where the prior sees through next to nothing of
        what is well inside the silhouettes: beside an edge, or on what is thin, a ground that shows is no glass.
    """

    def look(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        """The field's opacity, and the prior's."""
        rgb, opacity = view_fn(azimuth, elevation, resolution)
        painted = _paint(rgb, opacity, azimuth, elevation, prior, conditioning, CLEAR_TIME, seed)
        return opacity, opacity if painted is None else painted.there[..., 0].numpy()

    inside = []
    for k in range(LOOKS):
        azimuth = 2 * math.pi * (k + 0.25) / LOOKS
        opacity, there = look(azimuth, LOOK_ELEVATION, LOOK_WINDOWS * prior.resolution)
        inside.append(there[minimum_filter(opacity, 2 * WELL_INSIDE + 1) > SEEN])
    stopped = np.concatenate(inside)
    if len(stopped) == 0 or float((stopped < CLEAR).mean()) < CLEAR_SHARE:
        return None
    return lambda azimuth, elevation, resolution: look(azimuth, elevation, resolution)[1]


def _paint(
    rgb: Array,
    opacity: Array,
    azimuth: float,
    elevation: float,
    prior: ConditionalOnlyPrior,
    conditioning: Conditioning,
    t: float,
    seed: int,
) -> Painted | None:
    """A render [R, R, 3], [R, R] noised and denoised once in windows; None where there is nothing to paint."""
    resolution, side = len(opacity), prior.resolution
    starts = sorted({*range(0, resolution - side, side // 2), resolution - side})
    corners = [
        (top, left)
        for top in starts
        for left in starts
        if top >= 0 and opacity[top : top + side, left : left + side].max(initial=0) > SEEN
    ]
    if not corners:
        return None
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
    return Painted(*((1 + image.permute(1, 2, 0)) / 2 for image in (white, black)))


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

"""Texture refinement: renders of the finished field, denoised by the prior, which the texture is then fitted to.

Distillation leaves colours as sharp as the pixels of its views. Here each render is taken apart into overlapping
crops as small as the prior's image, each crop gets noise and is denoised once, on white and on black, and the
crops are blended. It is the refinement of a texture by denoised renders (DreamGaussian, Tang et al. 2023, arXiv
2309.16653, section 3.3), with crops for detail and one linear solve (``bozzetto.export.texture.texture_fit``) in the
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
from bozzetto.jobs.train.glass import CropDenoiser
from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.schedule import add_noise

MIN_CROP_OPACITY = 0.5
"""Opacity that a crop must reach somewhere to be denoised, and a pixel to lie inside a silhouette."""
MIN_ALPHA = 0.25
"""Predicted alpha below which a prediction has no colour."""
BATCH = 64
"""Crops in one call of the prior."""
ALPHA_TIME = 0.9
"""Diffusion time at which the prior is asked for alpha."""
PROBE_VIEWS, PROBE_CROPS, PROBE_ELEVATION = 2, 4, 0.3
"""Views in which transparent parts are looked for: number, crops along a side, elevation in radians."""
MARGIN = 4
"""Pixels from a silhouette within which alpha says nothing of transparency."""
OPAQUE_ALPHA, TRANSPARENT_SHARE = 0.85, 0.06
"""Alpha below which a pixel is transparent, and the share of such pixels from which an object is. Of 95 finished
fields three had more, a glass, a maple and an aquarium (.12); a pine with snow came next, .02.
"""


@dataclass(frozen=True)
class DenoisedRender:
    """A prior's prediction of a render on both backgrounds."""

    white: Tensor
    """[R, R, 3] in [0, 1], on white."""
    black: Tensor
    """[R, R, 3] in [0, 1], on black."""

    @property
    def alpha(self) -> Tensor:
        """[R, R, 1] in [0, 1]: how much of its background each pixel hides."""
        return (1 - (self.white - self.black).mean(-1, keepdim=True)).clamp(0, 1)


def refined_views(view_fn: ViewFn, crops: CropDenoiser, t: float, seed: int) -> ViewFn:
    """Renders as the prior predicts them after noise.

    Args:
        view_fn: renders of the field: premultiplied albedo and opacity; or pictures on white, opaque throughout.
        crops: the prior with the prompt.
        t: diffusion time of the noise, in (0, 1): the higher, the less is left of the render.
        seed: of the noise.

    Returns:
        The same, with colours by the prior, and the field's opacity, or none where the prior predicts nothing.
        What is smaller than the prior's image stays as it was.
    """

    def refined(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        rgb, opacity = view_fn(azimuth, elevation, resolution)
        denoised = _denoise_crops(rgb, opacity, azimuth, elevation, crops, t, seed)
        if denoised is None:
            return rgb, opacity
        # Where the prior predicts an object, white and black come out alike; elsewhere the background shows. A pole
        # that the field has wider than the prior would else take on the background's colour.
        alpha = denoised.alpha
        colour = ((denoised.white - (1 - alpha)) + denoised.black) / 2 / alpha.clamp(min=MIN_ALPHA)
        kept = torch.from_numpy(np.ascontiguousarray(opacity)) * (alpha[..., 0] > MIN_ALPHA)
        return (colour.clamp(0, 1) * kept[..., None]).numpy(), kept.numpy()

    return refined


def predicted_alpha(view_fn: ViewFn, crops: CropDenoiser, seed: int) -> OpacityFn | None:
    """The object's alpha by the prior: glass that distillation has made opaque is transparent again.

    At the last steps of a run a pixel is stopped or it is not
    (`bozzetto.jobs.train.regularisers.opacity_binarization`), for the sake of the surface. The prior still
    predicts the background through glass when there is so much noise that the render hardly counts.

    Args:
        view_fn, crops, seed: as of `refined_views`.

    Returns:
        (azimuth, elevation, resolution) -> [R, R] in [0, 1]; or None where next to nothing of what is well inside
        the silhouettes is transparent: beside an edge, or on what is thin, a background that shows is no glass.
    """

    def opacities(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        """The field's opacity [R, R], and the prior's."""
        rgb, opacity = view_fn(azimuth, elevation, resolution)
        denoised = _denoise_crops(rgb, opacity, azimuth, elevation, crops, ALPHA_TIME, seed)
        return opacity, opacity if denoised is None else denoised.alpha[..., 0].numpy()

    inside = []
    for k in range(PROBE_VIEWS):
        azimuth = 2 * math.pi * (k + 0.25) / PROBE_VIEWS
        opacity, alpha = opacities(azimuth, PROBE_ELEVATION, PROBE_CROPS * crops.resolution)
        inside.append(alpha[minimum_filter(opacity, 2 * MARGIN + 1) > MIN_CROP_OPACITY])
    alphas = np.concatenate(inside)
    if len(alphas) == 0 or float((alphas < OPAQUE_ALPHA).mean()) < TRANSPARENT_SHARE:
        return None
    return lambda azimuth, elevation, resolution: opacities(azimuth, elevation, resolution)[1]


def _denoise_crops(
    rgb: Array,
    opacity: Array,
    azimuth: float,
    elevation: float,
    denoiser: CropDenoiser,
    t: float,
    seed: int,
) -> DenoisedRender | None:
    """A render [R, R, 3], [R, R] with noise, denoised once in crops; None where there is no object."""
    resolution, side = len(opacity), denoiser.resolution
    starts = sorted({*range(0, resolution - side, side // 2), resolution - side})
    corners = [
        (top, left)
        for top in starts
        for left in starts
        if top >= 0 and opacity[top : top + side, left : left + side].max(initial=0) > MIN_CROP_OPACITY
    ]
    if not corners:
        return None
    solid = torch.from_numpy(np.ascontiguousarray(opacity))
    # A chessboard of crops: every pixel is in some on white and in some on black.
    ground = torch.tensor([float((starts.index(top) + starts.index(left)) % 2 == 0) for top, left in corners])
    if bool((solid == 1).all()):
        # A picture that nothing shows through has its background in it already, and that is white.
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
    crops = torch.stack(
        [
            (on_white if white else on_black)[:, top : top + side, left : left + side]
            for white, (top, left) in zip(ground.tolist(), corners, strict=True)
        ]
    )
    noise = torch.randn(crops.shape, generator=torch.Generator().manual_seed(seed))
    # The mean of a crop's noise would tint the crop: on plain surfaces they would show as bands.
    noise -= noise.mean((2, 3), keepdim=True)
    times = torch.full((len(corners),), t)
    noisy = add_noise(crops, noise, times)
    predictions = torch.cat(
        [denoiser.predict(noisy[part], times[part], views[part]) for part in torch.arange(len(corners)).split(BATCH)]
    ).clamp(-1, 1)
    over_white, white = _blended(predictions, corners, ground == 1, resolution)
    over_black, black = _blended(predictions, corners, ground == 0, resolution)
    white = torch.where(over_white, white, torch.where(over_black, black + behind, on_white))
    black = torch.where(over_black, black, white - behind)
    return DenoisedRender(*((1 + image.permute(1, 2, 0)) / 2 for image in (white, black)))


def _blended(crops: Tensor, corners: list[tuple[int, int]], chosen: Tensor, resolution: int) -> tuple[Tensor, Tensor]:
    """The chosen of crops [N, 3, S, S] put into an image [3, R, R] at their upper left corners, each strongest in
    its middle; and where [R, R] any is.
    """
    side = crops.shape[-1]
    hann = torch.hann_window(side + 2, periodic=False)[1:-1]
    weight = hann[:, None] * hann
    total, sums = torch.zeros(3, resolution, resolution), torch.zeros(resolution, resolution)
    for k in torch.nonzero(chosen)[:, 0].tolist():
        top, left = corners[k]
        total[:, top : top + side, left : left + side] += crops[k] * weight
        sums[top : top + side, left : left + side] += weight
    return sums > 0, total / sums.clamp(min=1e-6)

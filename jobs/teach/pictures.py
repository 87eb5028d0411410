"""Pictures of an object: read within bounds, and cut out from what is behind.

What is behind is told by alpha, by a mask, or by the picture: a ground of one colour by its distance from the colours
of the border, any other by a cut (GrabCut, Rother et al. 2004): two mixtures of Gaussians, of the object's colours and
of the ground's, and the cheapest border between them, in turn.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from jaxtyping import Bool, Float, UInt8
from PIL import Image, ImageOps, UnidentifiedImageError
from scipy import ndimage
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from bozzetto.jobs.config.errors import TeachError
from bozzetto.jobs.store.runs import user_path

PICTURES = ("png", "webp", "jpg", "jpeg")
MAX_PIXELS = 64_000_000
WORKING_SIDE = 512
"""Pictures are reduced to so many pixels along their longer side."""
CUT_SIDE = 112
"""The cut is found on so many, and its border in colours afterwards."""
PLAIN_SPREAD = 0.03
"""A ground is plain where nine tenths of the border are as near as this to its colours' course, RGB in [0, 1]."""
PLAIN_DISTANCE = 0.10
LEAST_SHARE, MOST_SHARE = 0.005, 0.97
"""Of the picture that an object may cover."""
LEAST_HOLE = 0.01
"""Of the object's area, what a hole in it covers."""
GAUSSIANS, ROUNDS = 4, 4
SMOOTHNESS = 8.0
"""Weight of a border between like colours, in the cut."""
STRANGE = 1.6
"""Times what nine tenths of the border stay within, from which a pixel is taken for the object's at first."""
SHADOWS = (1.0, 1.12, 1.25, 1.4, 1.55, 1.7, 1.9)
"""What a pixel is brightened by, to see whether it is ground in a shadow."""
SHADOW_COST = 2.0
"""Of taking it for one, a unit of brightening, as a negative log likelihood."""
SEED_COST = 3.0
"""What it costs to take such a pixel for ground after all, as a negative log likelihood."""
GUIDE = 1e-4
"""Variance of colours below which the border of a mask follows none."""


@dataclass(frozen=True)
class Cutout:
    """A picture without what is behind."""

    pixels: UInt8[np.ndarray, "h w 4"]
    """Display colours and alpha, not premultiplied."""
    how: str
    """`alpha`, `mask`, `plain ground` or `cut`: what told the object from what is behind."""


def read_picture(path: str | Path) -> UInt8[np.ndarray, "h w 4"]:
    """A picture, stood up as its camera says, at most WORKING_SIDE along a side.

    Raises:
        TeachError: it cannot be read, is no picture of PICTURES, or is too large.
    """
    path = user_path(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise TeachError(
                        f"{path} has {image.width} x {image.height} pixels; at most {MAX_PIXELS:,} are read"
                    )
                stood = ImageOps.exif_transpose(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise TeachError(f"{path} cannot be read as a picture: {str(error)[:200]}") from error
    except Image.DecompressionBombWarning as error:
        raise TeachError(f"{path} is too large: {error}") from error
    scale = WORKING_SIDE / max(stood.size)
    if scale < 1:
        size = max(1, round(stood.width * scale)), max(1, round(stood.height * scale))
        stood = stood.convert("RGBa").resize(size, Image.Resampling.BOX).convert("RGBA")
    return np.asarray(stood)


def cut_out(picture: UInt8[np.ndarray, "h w 4"], mask: UInt8[np.ndarray, "h w 4"] | None = None) -> Cutout:
    """The object without what is behind it.

    Args:
        picture: of `read_picture`. mask: another picture, white (or opaque) where the object is; None finds it.
    Raises:
        TeachError: no object is found, or it fills the picture.
    """
    colour = picture[..., :3].astype(np.float64) / 255
    if mask is not None:
        if mask.shape[:2] != picture.shape[:2]:
            size = picture.shape[1], picture.shape[0]
            mask = np.asarray(Image.fromarray(mask).resize(size, Image.Resampling.BILINEAR))
        see_through = mask[..., 3].min() < 250
        alpha = (mask[..., 3] if see_through else mask[..., :3].mean(2)) / 255
        return _checked(picture, alpha, "mask")
    if picture[..., 3].min() < 128 and (picture[..., 3] > 128).any():
        return _checked(picture, picture[..., 3] / 255, "alpha")
    ground, spread = _border_course(colour)
    if spread < PLAIN_SPREAD:
        apart = np.linalg.norm(colour - ground, axis=2)
        # Only what hangs together with the border is ground; a white shirt before a white wall is not.
        near = apart < PLAIN_DISTANCE
        labels, _ = ndimage.label(near)
        border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
        behind = np.isin(labels, border[border > 0])
        return _checked(picture, _soft(~behind), "plain ground")
    return _checked(picture, _soft(_grab_cut(colour)), "cut")


def _checked(picture: UInt8[np.ndarray, "h w 4"], alpha: Float[np.ndarray, "h w"], how: str) -> Cutout:
    """The largest piece, and its holes as they are."""
    solid = alpha > 0.5
    labels, count = ndimage.label(solid, np.ones((3, 3)))
    if count:
        sizes = np.bincount(labels.reshape(-1))
        sizes[0] = 0
        # A shadow's edge or a speck is no part of it; a second wheel is.
        kept = np.isin(labels, np.flatnonzero(sizes >= 0.02 * sizes.max()))
        alpha = np.where(ndimage.binary_dilation(kept, iterations=2), alpha, 0.0)
        solid = alpha > 0.5
    share = float(solid.mean())
    if not LEAST_SHARE <= share <= MOST_SHARE:
        raise TeachError(
            f"the object covers {100 * share:.1f} % of the picture as told by its {how}; give a --mask, white where "
            "the object is"
        )
    pixels = np.concatenate([picture[..., :3], np.round(alpha * 255).astype(np.uint8)[..., None]], axis=2)
    return Cutout(pixels, how)


def _soft(mask: Bool[np.ndarray, "h w"]) -> Float[np.ndarray, "h w"]:
    """A mask whose border is a pixel wide, and without a pixel's rim, which has the ground's colours."""
    whole = ndimage.binary_opening(_without_small_holes(mask), iterations=1)
    inner = ndimage.binary_erosion(whole, iterations=1)
    soft: Float[np.ndarray, "h w"] = np.clip(ndimage.gaussian_filter(inner.astype(np.float64), 0.7), 0, 1)
    return soft


def _without_small_holes(mask: Bool[np.ndarray, "h w"]) -> Bool[np.ndarray, "h w"]:
    """A mask with small holes filled; between the legs of a chair the ground shows through larger ones."""
    labels, _ = ndimage.label(ndimage.binary_fill_holes(mask) & ~mask)
    small = np.bincount(labels.reshape(-1)) < LEAST_HOLE * mask.sum()
    small[0] = False
    filled: Bool[np.ndarray, "h w"] = mask | small[labels]
    return filled


def _border_course(colour: Float[np.ndarray, "h w 3"]) -> tuple[Float[np.ndarray, "h w 3"], float]:
    """The ground's colour over the picture (a plane through the border's), and how far the border is from it."""
    height, width = colour.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    rim = max(2, round(0.03 * max(height, width)))
    border = (y < rim) | (x < rim) | (y >= height - rim) | (x >= width - rim)
    terms = np.stack([np.ones_like(x), x / width - 0.5, y / height - 0.5], axis=2).astype(np.float64)
    known, wanted = terms[border], colour[border]
    keep = np.ones(len(known), bool)
    for _ in range(3):
        # What of the object touches the border must not pull the plane.
        plane, *_ = np.linalg.lstsq(known[keep], wanted[keep], rcond=None)
        away = np.linalg.norm(known @ plane - wanted, axis=1)
        keep = away <= np.quantile(away, 0.9) + 1e-9
    return terms @ plane, float(np.quantile(away, 0.9))


def _grab_cut(colour: Float[np.ndarray, "h w 3"]) -> Bool[np.ndarray, "h w"]:
    """Where the object is: at first what is unlike the border, then by the two mixtures in turn."""
    scale = min(1.0, CUT_SIDE / max(colour.shape[:2]))
    size = max(8, round(colour.shape[1] * scale)), max(8, round(colour.shape[0] * scale))
    picture = Image.fromarray((colour * 255).astype(np.uint8)).resize(size, Image.Resampling.BOX)
    small = np.asarray(picture, np.float64) / 255
    height, width = small.shape[:2]
    rim_y, rim_x = max(1, round(0.04 * height)), max(1, round(0.04 * width))
    free = np.zeros((height, width), bool)
    free[rim_y:-rim_y, rim_x:-rim_x] = True
    pixels = small.reshape(-1, 3)
    border = _Mixture(pixels[~free.reshape(-1)])
    strange = _strangeness(small, border)
    # Nine tenths of the border are ground; what of the object touches it must not say what is usual.
    limit = STRANGE * float(np.quantile(strange[~free], 0.9))
    mask = free & (ndimage.gaussian_filter(strange, 0.7) > limit)
    if mask.sum() < LEAST_SHARE * mask.size:
        mask = free & (strange >= np.quantile(strange[free], 0.85))
    first = mask
    for _ in range(ROUNDS):
        if not mask.any() or mask.all():
            break
        object_cost = _Mixture(pixels[mask.reshape(-1)]).cost(pixels)
        shaded = np.min([border.cost(pixels * gain) + SHADOW_COST * (gain - 1) for gain in SHADOWS], axis=0)
        ground_cost = np.minimum(_Mixture(pixels[~mask.reshape(-1)]).cost(pixels), shaded)
        # A pixel that the border would never show is no ground, however like the object's surroundings it is.
        ground_cost = ground_cost + np.where(first.reshape(-1), SEED_COST, 0.0)
        mask = _cheapest(small, object_cost.reshape(mask.shape), ground_cost.reshape(mask.shape), free)
    return _sharp(mask, colour)


def _strangeness(small: Float[np.ndarray, "h w 3"], border: _Mixture) -> Float[np.ndarray, "h w"]:
    """How far each pixel is from all that the border shows, in its spreads; a shadow on it is nothing strange."""
    pixels = small.reshape(-1, 3)
    lit = np.min([border.distance(pixels * gain) + (gain - 1) for gain in SHADOWS], axis=0)
    strange: Float[np.ndarray, "h w"] = lit.reshape(small.shape[:2])
    return strange


def _sharp(mask: Bool[np.ndarray, "h w"], colour: Float[np.ndarray, "H W 3"]) -> Bool[np.ndarray, "H W"]:
    """A coarse mask whose border follows the picture's own edges (the guided filter, He et al. 2010)."""
    height, width = colour.shape[:2]
    large = Image.fromarray((mask * 255).astype(np.uint8)).resize((width, height), Image.Resampling.BILINEAR)
    target = np.asarray(large, np.float64) / 255
    radius = max(2, round(1.5 * max(height, width) / max(mask.shape)))

    def mean(values: Float[np.ndarray, "H W *c"]) -> Float[np.ndarray, "H W *c"]:
        size = (2 * radius + 1, 2 * radius + 1) + (1,) * (values.ndim - 2)
        out: Float[np.ndarray, "H W *c"] = ndimage.uniform_filter(values, size)
        return out

    middle, level = mean(colour), mean(target)
    apart = mean(colour[..., :, None] * colour[..., None, :]) - middle[..., :, None] * middle[..., None, :]
    with_target = mean(colour * target[..., None]) - middle * level[..., None]
    slope = np.linalg.solve(apart + GUIDE * np.eye(3), with_target[..., None])[..., 0]
    rest = level - (slope * middle).sum(-1)
    whole: Bool[np.ndarray, "H W"] = (mean(slope) * colour).sum(-1) + mean(rest) > 0.5
    return whole


class _Mixture:
    """Gaussians of the colours of samples (k-means), GAUSSIANS of them."""

    def __init__(self, samples: Float[np.ndarray, "m 3"]) -> None:
        count = min(GAUSSIANS, len(samples))
        order = np.argsort(samples @ [0.3, 0.59, 0.11])
        centres = samples[order[np.linspace(0, len(samples) - 1, count).astype(int)]]
        for _ in range(8):
            nearest = ((samples[:, None] - centres) ** 2).sum(2).argmin(1)
            centres = np.stack(
                [samples[nearest == k].mean(0) if (nearest == k).any() else centres[k] for k in range(count)]
            )
        self._parts = []
        for k in range(count):
            own = samples[nearest == k]
            if not len(own):
                continue
            covariance = np.cov(own.T, bias=True) if len(own) > 1 else np.zeros((3, 3))
            covariance = covariance + 4e-4 * np.eye(3)
            share = len(own) / len(samples)
            self._parts.append((share, own.mean(0), np.linalg.inv(covariance), np.sqrt(np.linalg.det(covariance))))

    def _exponents(self, pixels: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "k n"]:
        return np.stack(
            [np.einsum("ni,ij,nj->n", pixels - mean, inverse, pixels - mean) for _, mean, inverse, _ in self._parts]
        )

    def cost(self, pixels: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, " n"]:
        """Negative log likelihood."""
        exponents = self._exponents(pixels)
        likely = sum(
            share / root * np.exp(-0.5 * exponent)
            for (share, _, _, root), exponent in zip(self._parts, exponents, strict=True)
        )
        cost: Float[np.ndarray, " n"] = -np.log(likely + 1e-6)
        return cost

    def distance(self, pixels: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, " n"]:
        """To the nearest Gaussian, in its spreads."""
        nearest: Float[np.ndarray, " n"] = np.sqrt(self._exponents(pixels).min(0))
        return nearest


def _cheapest(
    small: Float[np.ndarray, "h w 3"],
    object_cost: Float[np.ndarray, "h w"],
    ground_cost: Float[np.ndarray, "h w"],
    free: Bool[np.ndarray, "h w"],
) -> Bool[np.ndarray, "h w"]:
    """The cut: which pixels are the object where a border between like colours costs most (a minimum cut)."""
    height, width = small.shape[:2]
    node = np.arange(height * width).reshape(height, width)
    pairs = [(node[:, :-1], node[:, 1:]), (node[:-1], node[1:])]
    steps = np.concatenate(
        [((small[:, :-1] - small[:, 1:]) ** 2).sum(2).ravel(), ((small[:-1] - small[1:]) ** 2).sum(2).ravel()]
    )
    weight = SMOOTHNESS * np.exp(-steps / max(2 * float(steps.mean()), 1e-9))
    first = np.concatenate([a.ravel() for a, _ in pairs])
    second = np.concatenate([b.ravel() for _, b in pairs])
    source, sink = height * width, height * width + 1
    low = np.minimum(object_cost, ground_cost)
    to_source, to_sink = (ground_cost - low).ravel(), np.where(free, object_cost - low, 1e4).ravel()
    rows = np.concatenate([first, second, np.full(node.size, source), node.ravel()])
    columns = np.concatenate([second, first, node.ravel(), np.full(node.size, sink)])
    values = np.concatenate([weight, weight, np.where(free.ravel(), to_source, 0), to_sink])
    capacity = csr_array((np.round(values * 100).astype(np.int32), (rows, columns)), shape=(sink + 1, sink + 1))
    flow = maximum_flow(capacity, source, sink).flow
    left = capacity - flow
    left.data[left.data < 0] = 0
    left.eliminate_zeros()
    reached = breadth_first_order(left, source, return_predecessors=False)
    mask = np.zeros(sink + 1, bool)
    mask[reached] = True
    return mask[:source].reshape(height, width)

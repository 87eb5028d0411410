"""Training images, composed on the spot: caption, tint, light, background and window are drawn per sample.

A sample is a window of a stored view, shaded by the project's rule rgb = albedo * (ambient + (1 - ambient) max(0, n .
l)) and put on a solid background. Some pairs of a colour word and a noun are never shown (``held_out``), to measure
whether colour words mean the same on every object.
"""

from __future__ import annotations

import colorsys
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from bozzetto.foundry.assets import Asset, load_assets
from bozzetto.foundry.views import TRUTH_VIEWS
from bozzetto.sds.conditioning import Views
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.tint import COLOURS, TINT_SHARE, luminance_of, mean_luminance, painted

PLAIN_SHARE = 0.85
"""Share of training images in plain albedo, which is what distillation asks for; the others are lit at random."""

HELD_OUT_COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink")

HUES = ((14, "red"), (45, "orange"), (68, "yellow"), (165, "green"), (260, "blue"), (300, "purple"), (345, "pink"))
"""Upper end of each word's hues, degrees; above the last it is red again."""


def colour_word(colour: Tensor) -> str:
    """The colour word of an RGB value [3], by hue, saturation and value."""
    h, s, v = colorsys.rgb_to_hsv(*(float(c) for c in colour))
    h *= 360
    if v < 0.2:
        return "black"
    if s < 0.14:
        return "white" if v > 0.78 else "gray"
    word = next((word for limit, word in HUES if h < limit), "red")
    if word == "red" and v < 0.42:
        return "brown"
    if word == "red" and s < 0.55:
        return "pink" if v > 0.7 else "brown"
    if word == "orange" and not (v > 0.7 and s > 0.6):
        return "brown"
    return "brown" if word == "yellow" and v < 0.5 else word


def albedo_of(buffers: Tensor, tint: Tensor | None = None) -> Tensor:
    """The stored views' albedo, re-tinted.

    Args:
        buffers: uint8 [B, H, W, 8].
        tint: [B, 3] in [0, 1] new main colour, NaN where the own colour stays; None for none.
    Returns:
        [B, H, W, 3] in [0, 1].
    """
    x = buffers.float() / 255
    albedo, alpha, paint = x[..., :3], x[..., 6:7], x[..., 7:8]
    if tint is None:
        return albedo
    keep = tint.isnan().any(1)[:, None, None, None]
    luminance = luminance_of(albedo)
    mean = mean_luminance(luminance, paint * alpha, (1, 2))
    tinted = painted(luminance, mean, tint.nan_to_num()[:, None, None])
    return torch.where(keep, albedo, paint * tinted + (1 - paint) * albedo)


def world_normals(buffers: Tensor, cameras: Tensor) -> Tensor:
    """The stored views' normals in world axes, times alpha.

    Args:
        buffers: uint8 [B, H, W, 8]. cameras: [B, 2] azimuth and elevation, radians.
    Returns:
        [B, H, W, 3]; of length alpha where a pixel shows one plane, less where it shows several.
    """
    sin, cos = cameras.sin(), cameras.cos()
    (sin_a, sin_e), (cos_a, cos_e) = sin.unbind(1), cos.unbind(1)
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], 1)
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)
    axes = torch.stack([right, up, back], 1)
    local = (buffers[..., 3:6].float() - 128) / 127
    return torch.einsum("bhwi,bij->bhwj", local, axes) * (buffers[..., 6:7].float() / 255)


@dataclass(frozen=True)
class Batch:
    """``images`` [B, 3, R, R] in [-1, 1]; ``surface`` [B, 7, R, R], alpha, then normals in world axes and albedo, both
    times alpha; ``words`` [B, V] multi-hot; ``views``.
    """

    images: Tensor
    surface: Tensor
    words: Tensor
    views: Views


class ViewData:
    """The rendered buffers of the objects, and how to compose images from them.

    Args:
        folder: of the foundry. lexicon: the words.
        every: leaves out all objects but each so manieth.
    """

    plain_share: float = PLAIN_SHARE
    """Of the images that ``sample`` draws."""

    def __init__(self, folder: Path, lexicon: Lexicon, every: int = 1) -> None:
        self.assets: list[Asset] = load_assets(folder)[::every]
        self.buffers = torch.from_numpy(np.array(np.load(folder / "views.npy", mmap_mode="r")[::every]))
        self.cameras = torch.from_numpy(np.array(np.load(folder / "cameras.npy")[::every]))
        self.lexicon = lexicon
        paint = json.loads((folder / "paint.json").read_text())[::every]
        self.main_colour = torch.tensor([p["colour"] for p in paint])
        pairs = list(zip(self.assets, paint, strict=True))
        self.tintable = torch.tensor([a.tint and p["share"] >= TINT_SHARE for a, p in pairs])
        self.palette = torch.tensor(list(COLOURS.values()))
        names = list(COLOURS)
        index = lexicon.index
        self.noun = torch.tensor([index[a.noun] for a in self.assets])
        self.material = torch.tensor([index[a.material] if a.material else -1 for a in self.assets])
        self.colour_token = torch.tensor([index[c] for c in names])
        plain = [a.tint and p["share"] >= 0.5 for a, p in pairs]
        own = [names.index(colour_word(c)) if p else -1 for c, p in zip(self.main_colour, plain, strict=True)]
        self.own_colour = torch.tensor(own)
        self.allowed = torch.ones(len(self.assets), len(names), dtype=torch.bool)
        for k in range(len(self.assets)):
            for word in self.held_out(k):
                self.allowed[k, names.index(word)] = False

    def held_out(self, k: int) -> list[str]:
        """The two colour words that object ``k`` is never shown in (none if it cannot be tinted); fixed by its id."""
        if not bool(self.tintable[k]):
            return []
        generator = np.random.default_rng(zlib.crc32(self.assets[k].id.encode()))
        own = int(self.own_colour[k])
        choices = [c for c in HELD_OUT_COLOURS if own < 0 or c != list(COLOURS)[own]]
        return [str(c) for c in generator.choice(choices, 2, replace=False)]

    @property
    def train_views(self) -> int:
        """Number of views an object that training may use; the last TRUTH_VIEWS are held out."""
        return self.buffers.shape[1] - TRUTH_VIEWS

    @staticmethod
    def compose(
        buffers: Tensor, background: Tensor, light: Tensor, ambient: Tensor, tint: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Shades and composites stored views.

        Args:
            buffers: uint8 [B, H, W, 8].
            background: [B, 3] in [0, 1]. light: [B, 3] unit, camera frame. ambient: [B] in [0, 1].
            tint: [B, 3] in [0, 1] new main colour, NaN where the own colour stays; None for none.
        Returns:
            image [B, H, W, 3] and alpha [B, H, W], both in [0, 1].
        """
        albedo = albedo_of(buffers, tint)
        alpha = buffers[..., 6:7].float() / 255
        normal = (buffers[..., 3:6].float() - 128) / 127
        facing = (normal * light[:, None, None]).sum(-1, keepdim=True).clamp(min=0)
        share = ambient[:, None, None, None]
        rgb = albedo * (share + (1 - share) * facing)
        return rgb * alpha + background[:, None, None] * (1 - alpha), alpha[..., 0]

    def sample(self, size: int, resolution: int, zoomed: float, generator: torch.Generator) -> Batch:
        """Draws a training batch.

        Args:
            size: B. resolution: R, 32 or 64. zoomed: share of samples that are windows at twice the scale.
            generator: source of all randomness.
        """
        rand = lambda *shape: torch.rand(*shape, generator=generator)  # noqa: E731
        pick = torch.randint(len(self.assets), (size,), generator=generator)
        view = torch.randint(self.train_views, (size,), generator=generator)
        u = rand(size)
        tinted = (u > 0.6) & self.tintable[pick]
        allowed = self.allowed[pick].float()
        colour = torch.multinomial(allowed, 1, generator=generator)[:, 0]
        jitter = self.palette[colour] * (1 + 0.12 * (rand(size, 1) * 2 - 1)) + 0.05 * (rand(size, 3) * 2 - 1)
        tint = torch.where(tinted[:, None], jitter.clamp(0.02, 1), torch.nan)
        words = torch.zeros(size, len(self.lexicon.words))
        rows = torch.arange(size)
        words[rows, self.noun[pick]] = 1
        said = torch.where(tinted, colour, torch.where(u < 0.3, self.own_colour[pick], -1))
        words[rows[said >= 0], self.colour_token[said[said >= 0]]] = 1
        stuff = self.material[pick]
        name_it = (stuff >= 0) & (rand(size) < 0.3)
        words[rows[name_it], stuff[name_it]] = 1

        white, grey = rand(size) < 0.2, rand(size) < 0.2
        background = rand(size, 3)
        background = torch.where(grey[:, None], background[:, :1].expand(-1, 3), background)
        background = torch.where(white[:, None], torch.ones(1, 3), background)
        plain = rand(size) < self.plain_share
        ambient = torch.where(plain, torch.ones(()), 0.1 + 0.6 * rand(size))
        spread, above = torch.tensor([0.7, 0.5, 0.4]), torch.tensor([0.0, 0.5, 0.9])
        light = torch.randn(size, 3, generator=generator) * spread + above
        light = light / light.norm(dim=1, keepdim=True)

        stored = self.buffers[pick, view]
        full = stored.shape[1]
        zoom_in = rand(size) < zoomed
        corner = torch.stack([(rand(size) * (full // 2 + 1)).long(), (rand(size) * (full // 2 + 1)).long()], 1)
        image, alpha = self.compose(stored, background, light, ambient, tint)
        alpha = alpha[..., None]
        normals = world_normals(stored, self.cameras[pick, view])
        layers = [image * 2 - 1, alpha, normals, albedo_of(stored, tint) * alpha]
        image = torch.cat(layers, -1).permute(0, 3, 1, 2)
        out = torch.nn.functional.avg_pool2d(image, full // resolution) if full > resolution else image.clone()
        half = full // 2
        for k in torch.nonzero(zoom_in)[:, 0].tolist():
            y, x = corner[k].tolist()
            window = image[k : k + 1, :, y : y + half, x : x + half]
            if half != resolution:
                window = torch.nn.functional.interpolate(window, size=resolution, mode="area")
            out[k] = window[0]
        x_centre = (corner[:, 1] + half / 2) / full * 2 - 1
        y_centre = 1 - (corner[:, 0] + half / 2) / full * 2
        views = Views(
            azimuth=self.cameras[pick, view, 0],
            elevation=self.cameras[pick, view, 1],
            light=light,
            ambient=ambient,
            background=background,
            zoom=torch.where(zoom_in, 2.0, 1.0),
            center=torch.stack([x_centre, y_centre], 1) * zoom_in[:, None],
        )
        return Batch(out[:, :3].contiguous(memory_format=torch.channels_last), out[:, 3:].contiguous(), words, views)

    def truth(
        self,
        k: int,
        colour: str | None = None,
        background: float = 1.0,
        light: Tensor | None = None,
        ambient: float = 1.0,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Held-out views of object ``k``: image [8, 64, 64, 3], alpha [8, 64, 64], cameras [8, 2].

        Args:
            colour: of the re-tint. background: gray. light: [8, 3] unit, camera frame; None is plain albedo.
            ambient: in [0, 1], used with a light.
        """
        stored = self.buffers[k, self.train_views :]
        n = len(stored)
        tint = None if colour is None else torch.tensor(COLOURS[colour]).expand(n, 3)
        if light is None:
            light, ambient = torch.tensor([0.0, 0.0, 1.0]).expand(n, 3), 1.0
        image, alpha = self.compose(stored, torch.full((n, 3), background), light, torch.full((n,), ambient), tint)
        return image, alpha, self.cameras[k, self.train_views :]

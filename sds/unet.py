"""The network of the embedded prior: a small U-Net that predicts x0 from a noisy image, given the words, camera,
light and background.

Conditioning enters as one vector (words + view + time, mixed by a residual MLP) that scales and shifts every
normalisation (AdaGN, Dhariwal and Nichol 2021, arXiv 2105.05233); as learned layouts, maps that the vector draws, at
the two coarsest levels; and as a coarse object in 3D that the words draw and the view's camera looks at
(``bozzetto.sds.volume``), which goes into the two finest levels and, by a gate that the time opens, straight into the
output. A first such volume (16 voxels wide) took the held-out x0 error at t = .95 from .051 to .016 in eight minutes of
training. Learned positional maps at every level tell the convolutions where in the frame they are.
Images are [B, 3, R, R] in [-1, 1]; blocks of 2 x 2 pixels become channels first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor, nn

from bozzetto.sds.conditioning import Views
from bozzetto.sds.volume import Volume, VolumeLayout
from bozzetto.sds.volume_table import Table, VolumeTable

VIEW_FEATURES = 21
MAX_TRAINED_ZOOM = 2.0
"""Zoom of the closest crops that the network is trained on."""
GROUPS = 8


@dataclass(frozen=True)
class UNetConfig:
    """Shape of the network; stored beside the weights."""

    vocabulary: int
    """Number of canonical words; the text is a multi-hot vector of this length."""
    nouns: int
    """How many of them, the first ones, name objects."""
    resolution: int = 32
    """Height and width of the images, pixels."""
    patch: int = 2
    """Edge of the pixel blocks that become channels at the inlet (pixel unshuffle), pixels."""
    channels: tuple[int, ...] = (32, 96, 256)
    """Width of each level; the first has a pixel for each block, each later one half as many along an edge."""
    blocks: tuple[int, ...] = (1, 2, 2)
    """Residual blocks of each level, on the way down and again on the way up."""
    embedding: int = 384
    """Width of the conditioning vector."""
    mixers: int = 3
    """Residual layers that mix words, view and time; per image, not per pixel, so they cost next to nothing."""
    layout: int = 32
    """Channels of the maps that the conditioning vector draws at the two coarsest levels."""
    volume: int = 48
    """Voxels along an edge of the volume that the words draw."""


def view_features(views: Views) -> Float[Tensor, "b 21"]:
    """A view as the network takes it: harmonics of the azimuth, elevation, light, ambient, background, crop.

    Returns:
        [B, 21], about unit scale. The light is weighted by its share, so that it vanishes for plain albedo.
    """
    a, e = views.azimuth[:, None], views.elevation[:, None]
    share = (1 - views.ambient)[:, None]
    parts = [
        *(f(k * a) for k in (1, 2, 3, 4) for f in (torch.sin, torch.cos)),
        2 * torch.sin(e),
        torch.sin(2 * e),
        torch.cos(e),
        views.light * share * 1.5,
        2 * share - 1,
        2 * views.background - 1,
        (views.zoom[:, None] - 1),
        2 * views.center,
    ]
    return torch.cat(parts, 1)


def _camera(view: Float[Tensor, "b 21"]) -> Float[Tensor, "b 7"]:
    """The camera [B, 7] of ``bozzetto.sds.volume.composite``, back from view features."""
    return torch.cat([view[:, :2], view[:, 8:9] / 2, view[:, 10:11], view[:, 18:19] + 1, view[:, 19:21] / 2], 1)


def as_trained(view: Float[Tensor, "b 21"]) -> Float[Tensor, "b 21"]:
    """View features [B, 21] of any crops as those of crops that the network was trained on.

    It was trained on zooms up to MAX_TRAINED_ZOOM with centres inside the frame. Given a zoom of 8 it spoils the image,
    though the volume's render, which is that of the crop itself, has all the detail: given the centre at a zoom of 2,
    it paints a part of a scene as well as an object.
    """
    zoom, center = view[:, 18:19] + 1, view[:, 19:21] / 2
    clamped = zoom.clamp(1, MAX_TRAINED_ZOOM)
    reach = torch.where(zoom > MAX_TRAINED_ZOOM, 0.0, (clamped - 1) / 2)
    return torch.cat([view[:, :18], clamped - 1, 2 * center.maximum(-reach).minimum(reach)], 1)


def time_features(t: Float[Tensor, " b"], width: int = 64) -> Float[Tensor, "b {width}"]:
    """Sinusoidal features [B, width] of t in (0, 1)."""
    frequency = torch.exp(torch.linspace(0, math.log(200), width // 2, device=t.device))
    angle = t[:, None] * frequency * (math.pi / 2)
    return torch.cat([angle.sin(), angle.cos()], 1)


class ResidualBlock(nn.Module):
    """Norm, SiLU, 3x3 convolution, AdaGN, SiLU, 3x3 convolution, plus the input; the last starts at zero."""

    def __init__(self, channels: int, embedding: int) -> None:
        super().__init__()
        self.norm1 = nn.GroupNorm(GROUPS, channels)
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1)
        self.norm2 = nn.GroupNorm(GROUPS, channels, affine=False)
        self.modulation = nn.Linear(embedding, 2 * channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)
        for parameter in (*self.conv2.parameters(), *self.modulation.parameters()):
            nn.init.zeros_(parameter)

    def forward(self, x: Float[Tensor, "b c h w"], embedding: Float[Tensor, "b e"]) -> Float[Tensor, "b c h w"]:
        h = self.conv1(F.silu(self.norm1(x)))
        scale, shift = self.modulation(embedding)[:, :, None, None].chunk(2, 1)
        change: Tensor = self.conv2(F.silu(self.norm2(h) * (1 + scale) + shift))
        return x + change


class SelfAttention(nn.Module):
    """Self-attention over the pixels of a small map, heads of 32 channels, residual, output starts at zero."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.heads = channels // 32
        self.norm = nn.GroupNorm(GROUPS, channels)
        self.qkv = nn.Linear(channels, 3 * channels)
        self.out = nn.Linear(channels, channels)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
        b, c, h, w = x.shape
        tokens = self.norm(x).flatten(2).transpose(1, 2)
        q, k, v = self.qkv(tokens).view(b, h * w, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        # Spelled out: for 16 tokens the fused CPU kernel's backward took 18 % of a whole training step.
        weights = (q @ k.transpose(-1, -2) * (c // self.heads) ** -0.5).softmax(-1)
        y = (weights @ v).transpose(1, 2).reshape(b, h * w, c)
        change: Tensor = self.out(y)
        return x + change.transpose(1, 2).view(b, c, h, w)


def _levels(modules: nn.ModuleList) -> list[list[nn.Module]]:
    return [list(level.children()) for level in modules]


class UNet(nn.Module):
    """x0 prediction [B, 3, R, R] from noisy images, time, words and view; also the surface that the words mean.

    Args:
        config: the shape.
        table: where the nouns' volumes come from; by default new ones, which are parameters.
    """

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__()
        self.config = config
        self.table = VolumeTable(config.nouns, config.volume) if table is None else table
        ce, channels = config.embedding, config.channels
        size, colours = config.resolution // config.patch, 3 * config.patch**2
        self._drawn = range(max(0, len(channels) - 2), len(channels))
        self.words = nn.Parameter(torch.randn(config.vocabulary, ce) * 0.5)
        self.no_text = nn.Parameter(torch.zeros(ce))
        self.view = nn.Sequential(nn.Linear(VIEW_FEATURES, ce), nn.SiLU(), nn.Linear(ce, ce))
        self.time = nn.Sequential(nn.Linear(64, ce), nn.SiLU(), nn.Linear(ce, ce))
        self.mix = nn.ModuleList(
            nn.Sequential(nn.LayerNorm(ce), nn.Linear(ce, 2 * ce), nn.SiLU(), nn.Linear(2 * ce, ce))
            for _ in range(config.mixers)
        )
        self.inlet = nn.Conv2d(colours, channels[0], 3, padding=1)
        self.position = nn.ParameterList(
            [nn.Parameter(torch.randn(1, c, size >> i, size >> i) * 0.1) for i, c in enumerate(channels)]
        )
        self.layout = nn.ModuleList(nn.Linear(ce, config.layout * (size >> i) ** 2) for i in self._drawn)
        self.layout_in = nn.ModuleList(nn.Conv2d(config.layout, channels[i], 1) for i in self._drawn)
        self.object = VolumeLayout(ce, config.volume, config.resolution)
        width = config.patch**2 * self.object.channels
        self.object_in = nn.ModuleList([nn.Conv2d(width, channels[0], 1), nn.Conv2d(width, channels[1], 2, stride=2)])
        self.object_out = nn.Conv2d(width, colours, 3, padding=1)
        self.object_gate = nn.Linear(64, 1)
        for conv in (*self.object_in, self.object_out):
            nn.init.normal_(conv.weight, std=0.02)
            nn.init.zeros_(conv.bias)
        for parameter in self.object_gate.parameters():
            nn.init.zeros_(parameter)
        self.down = nn.ModuleList(
            nn.ModuleList(ResidualBlock(c, ce) for _ in range(n)) for c, n in zip(channels, config.blocks, strict=True)
        )
        self.up = nn.ModuleList(
            nn.ModuleList(ResidualBlock(c, ce) for _ in range(n)) for c, n in zip(channels, config.blocks, strict=True)
        )
        pairs = list(zip(channels[:-1], channels[1:], strict=True))
        self.shrink = nn.ModuleList(nn.Conv2d(a, b, 2, stride=2) for a, b in pairs)
        self.grow = nn.ModuleList(nn.Conv2d(b, a, 1) for a, b in pairs)
        self.fuse = nn.ModuleList(nn.Conv2d(2 * c, c, 1) for c in channels)
        self.attention = nn.ModuleList([SelfAttention(channels[-1]), SelfAttention(channels[-1])])
        self.norm = nn.GroupNorm(GROUPS, channels[0])
        self.outlet = nn.Conv2d(channels[0], colours, 3, padding=1)
        for parameter in self.outlet.parameters():
            nn.init.zeros_(parameter)

    def text(
        self, words: Float[Tensor, "b vocabulary"], others: Float[Tensor, "b e"] | None = None
    ) -> Float[Tensor, "b e"]:
        """The vectors [B, E] of words [B, V].

        Args:
            words: multi-hot. others: [B, E], sums of the vectors of words that are not the network's own; zero where
                there are none.
        """
        empty = words.sum(1, keepdim=True) == 0
        if others is not None:
            empty = empty & (others == 0).all(1, keepdim=True)
        vectors = words @ self.words + empty.to(words.dtype) * self.no_text
        return vectors if others is None else vectors + others

    def draw(self, words: Float[Tensor, "v vocabulary"]) -> Volume:
        """The volumes of words [V, vocabulary] that the table holds, of each row the first noun's, as in training;
        several: ``bozzetto.sds.volume.arranged``."""
        nouns = words[:, : self.config.nouns] > 0
        none = nouns.new_ones(len(words), 1) & ~nouns.any(1, keepdim=True)
        named = torch.cat([nouns, none], 1).to(torch.uint8).argmax(1)
        return self.object.draw(self.table(named), self.text(words))

    def show(self, words: Float[Tensor, "b vocabulary"], view: Float[Tensor, "b features"]) -> Float[Tensor, "b 7 r r"]:
        """The surface of ``predict`` alone, without the image: a small part of its cost."""
        volume = self.draw(words)
        return self.object.surface(self.object(volume, _camera(view), view[:, 15:18]))

    def conditions(
        self,
        t: Float[Tensor, " b"],
        words: Float[Tensor, "b vocabulary"],
        view: Float[Tensor, "b features"],
        volume: Volume | None = None,
        of: Int[Tensor, " b"] | None = None,
        others: Float[Tensor, "b e"] | None = None,
    ) -> tuple[Float[Tensor, "b r r c"], Float[Tensor, "b e"], Float[Tensor, " b"]]:
        """What the image passes through the network with: the volume's maps, the conditioning vector, the maps' gate.

        Args: as for ``predict``.
        """
        text, when = self.text(words, others), time_features(t)
        volume = self.draw(words) if volume is None else volume
        e = text + self.view(as_trained(view)) + self.time(when)
        for mixer in self.mix:
            e = e + mixer(e)
        maps = self.object(volume, _camera(view), view[:, 15:18], of).permute(0, 2, 3, 1)
        return maps, F.silu(e), self.object_gate(when)[:, 0]

    def forward(
        self,
        noisy: Float[Tensor, "b 3 r r"],
        t: Float[Tensor, " b"],
        words: Float[Tensor, "b vocabulary"],
        view: Float[Tensor, "b features"],
        volume: Volume | None = None,
        of: Int[Tensor, " b"] | None = None,
        others: Float[Tensor, "b e"] | None = None,
    ) -> Float[Tensor, "b 3 r r"]:
        """x0 [B, 3, R, R], about in [-1, 1]; arguments as for ``predict``."""
        return self.predict(noisy, t, words, view, volume, of, others)[0]

    def predict(
        self,
        noisy: Float[Tensor, "b channels r r"],
        t: Float[Tensor, " b"],
        words: Float[Tensor, "b vocabulary"],
        view: Float[Tensor, "b features"],
        volume: Volume | None = None,
        of: Int[Tensor, " b"] | None = None,
        others: Float[Tensor, "b e"] | None = None,
    ) -> tuple[Float[Tensor, "b 3 r r"], Float[Tensor, "b 7 r r"]]:
        """Predicts x0 [B, 3, R, R], about in [-1, 1], and the surface [B, 7, R, R] of ``VolumeLayout.surface``.

        Args:
            noisy: [B, 3, R, R]. t: [B] in (0, 1).
            words: [B, V] multi-hot, all zero for no text. view: [B, 21], see ``view_features``.
            volume: what ``draw`` gave for K texts, where that was done before; no gradient.
            of: int64 [B], which of those K each image shows.
            others: [B, E] of words that are not the network's own, see ``text``; then ``volume`` is needed.
        """
        maps, e, gate = self.conditions(t, words, view, volume, of, others)
        maps = maps.permute(0, 3, 1, 2)
        render = F.pixel_unshuffle(maps, self.config.patch).contiguous(memory_format=torch.channels_last)
        h = F.pixel_unshuffle(noisy, self.config.patch).contiguous(memory_format=torch.channels_last)
        h = self.inlet(h)
        skips = []
        last = len(self.down) - 1
        for i, blocks in enumerate(_levels(self.down)):
            h = h + self.position[i]
            if i < 2:
                h = h + self.object_in[i](render)
            if i in self._drawn:
                k = i - self._drawn.start
                side = self.position[i].shape[-1]
                h = h + self.layout_in[k](self.layout[k](e).view(-1, self.config.layout, side, side))
            for block in blocks:
                h = block(h, e)
            skips.append(h)
            h = self.shrink[i](h) if i < last else self.attention[0](h)
        for i in range(last, -1, -1):
            h = self.fuse[i](torch.cat([h, skips[i]], 1))
            for block in _levels(self.up)[i]:
                h = block(h, e)
            if i == last:
                h = self.attention[1](h)
            if i > 0:
                h = F.interpolate(self.grow[i - 1](h), scale_factor=2.0, mode="nearest")
        x0 = F.pixel_shuffle(
            self.outlet(F.silu(self.norm(h))) + gate[:, None, None, None] * self.object_out(render), self.config.patch
        )
        return x0, self.object.surface(maps)

"""Step 5, ``evaluate``: the error of x0 predictions on held-out views, by noise level, with and without the words.

``plain`` names the object; ``seen`` and ``recombined`` show it re-tinted and name the colour, in pairs that training
saw and in pairs that it never saw; ``recombined, colour unsaid`` leaves the colour word out, so the distance to it is
what the word is worth. ``windows`` is ``plain`` at twice the scale, a quarter of the image each. Objects that were
lifted from pictures (``bozzetto.foundry.emoji``) have sets of their own, whose names end in ``LIFTED_SETS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

import torch
from torch import Tensor

from bozzetto.foundry.assets import EMOJI_SET
from bozzetto.foundry.batches import HELD_OUT_COLOURS, ViewData
from bozzetto.sds.conditioning import Views
from bozzetto.sds.schedule import add_noise
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.unet import UNet, view_features

NOISE_TIMES = (0.95, 0.8, 0.6, 0.4)
LIFTED_SETS = " (lifted)"


def plain_views(cameras: Tensor, background: float = 1.0) -> Views:
    """Views of the whole image in plain albedo. Args: cameras [N, 2] azimuth and elevation, radians."""
    n = len(cameras)
    return Views(
        azimuth=cameras[:, 0],
        elevation=cameras[:, 1],
        light=torch.tensor([0.0, 0.0, 1.0]).expand(n, 3),
        ambient=torch.ones(n),
        background=torch.full((n, 3), background),
        zoom=torch.ones(n),
        center=torch.zeros(n, 2),
    )


def evaluation_sets(data: ViewData, resolution: int) -> dict[str, tuple[Tensor, Tensor, Views]]:
    """name -> (images [N, 3, R, R] in [-1, 1], words [N, V], views), from the held-out views only."""
    index = data.lexicon.index
    sets: dict[str, tuple[list[Tensor], list[Tensor], list[Views]]] = {}

    def add(name: str, k: int, colour: str | None, said: str | None, chosen: list[int]) -> None:
        image, _, cameras = data.truth(k, colour)
        image = image.permute(0, 3, 1, 2)
        words = torch.zeros(len(index))
        words[index[data.assets[k].noun]] = 1
        if said:
            words[index[said]] = 1
        whose = LIFTED_SETS if data.assets[k].library == EMOJI_SET else ""
        images, texts, views = sets.setdefault(name + whose, ([], [], []))
        for n, v in enumerate(chosen):
            view = plain_views(cameras[v : v + 1])
            shown = image[v : v + 1]
            if name == "windows":
                side = image.shape[-1] // 2
                column, row = (k + n) % 2, (k + n) // 2 % 2
                shown = shown[..., row * side : (row + 1) * side, column * side : (column + 1) * side]
                centre = torch.tensor([[column - 0.5, 0.5 - row]])
                view = replace(view, zoom=torch.full((1,), 2.0), center=centre)
            images.append(shown)
            texts.append(words[None])
            views.append(view)

    for k in range(len(data.assets)):
        add("plain", k, None, None, [0, 3, 6])
        add("windows", k, None, None, [0, 3, 6])
        held = data.held_out(k)
        own = int(data.own_colour[k])
        trained_colours = [c for c in HELD_OUT_COLOURS if c not in held and (own < 0 or c != list(COLOURS)[own])][:2]
        for n, (h, s) in enumerate(zip(held, trained_colours, strict=False)):
            add("recombined", k, h, h, [(k + 4 * n) % 8])
            add("recombined, colour unsaid", k, h, None, [(k + 4 * n) % 8])
            add("seen", k, s, s, [(k + 4 * n) % 8])
    out = {}
    for name, (images, texts, views) in sets.items():
        stack = torch.cat(images)
        stack = torch.nn.functional.interpolate(stack, size=resolution, mode="area")
        joined = Views(**{f.name: torch.cat([getattr(v, f.name) for v in views]) for f in fields(Views)})
        out[name] = (stack * 2 - 1, torch.cat(texts), joined)
    return out


@torch.no_grad()
def errors_of(net: UNet, images: Tensor, words: Tensor, views: Views, times: Sequence[float], seed: int = 0) -> Tensor:
    """Mean squared error [T, N] of the predicted x0 of each image [N, 3, R, R] at each time, without guidance."""
    generators = [torch.Generator().manual_seed(seed) for _ in times]
    errors = []
    for start in range(0, len(images), 64):
        part = slice(start, start + 64)
        texts, of = words[part].unique(dim=0, return_inverse=True)
        volume, view, x0 = net.draw(texts), view_features(views[part]), images[part]
        row = []
        for t, generator in zip(times, generators, strict=True):
            noise = torch.randn(x0.shape, generator=generator)
            when = torch.full((len(noise),), t)
            prediction = net(add_noise(x0, noise, when), when, words[part], view, volume, of)
            row.append(((prediction - x0) ** 2).mean((1, 2, 3)))
        errors.append(torch.stack(row))
    return torch.cat(errors, 1)


def x0_errors(net: UNet, data: ViewData, seed: int = 0) -> dict[str, list[float]]:
    """Mean squared x0 error at TIMES for each set; ``mean image`` is the variance about the mean image."""
    result: dict[str, list[float]] = {}
    for name, (x0, words, views) in evaluation_sets(data, net.config.resolution).items():
        result[name] = [round(e, 4) for e in errors_of(net, x0, words, views, NOISE_TIMES, seed).mean(1).tolist()]
        if name == "plain":
            result["mean image"] = [round(float(((x0 - x0.mean(0)) ** 2).mean()), 4)] * len(NOISE_TIMES)
    return result


def errors_by_object(net: UNet, data: ViewData) -> list[tuple[str, float]]:
    """Every object's noun and x0 error at the highest of TIMES over its held-out plain views, worst first."""
    sets = evaluation_sets(data, net.config.resolution)
    rows: list[tuple[str, float]] = []
    for whose in ("", LIFTED_SETS):
        nouns = [a.noun for a in data.assets if (a.library == EMOJI_SET) == bool(whose)]
        if nouns:
            x0, words, views = sets["plain" + whose]
            errors = errors_of(net, x0, words, views, NOISE_TIMES[:1])[0].view(len(nouns), -1).mean(1)
            rows += zip(nouns, errors.tolist(), strict=True)
    return sorted(rows, key=lambda row: -row[1])

"""Which voxels of an object are of its main colour, where it is known what each is made of.

A voxel blurs the border between two materials over its own width, so that a distance to the main colour puts the border
where the other colour happens to lie. What is inside of a material is told instead, material by material; between two
of them the voxel's own colour says how much of it is of which (alpha matting: Porter and Duff 1984; Levin et al. 2008).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor

MOST, LEAST = 0.8, 0.2
"""Share of a material's voxels that have the main colour, beyond which all of it has, and below which none."""
THIN_MOST, THIN_LEAST, THIN_QUANTILE = 0.65, 0.35, 0.75
"""The same of a material that has no voxel to itself, each of which has some of another in it; and how far from the
main colour, among its voxels, its own lies."""
ENOUGH = 8
"""Voxels within a material, none of which touches another, that say what colour it has."""
APART = 0.15
"""Between two materials' colours, display units, from which a voxel's own colour tells them apart."""


class Cover(NamedTuple):
    """Which voxels are of the main colour, and what the others have where they meet it."""

    share: Float[Tensor, "n n n"]
    """How much of each voxel is of the main colour, in [0, 1]."""
    beside: Float[Tensor, "n n n 4"]
    """Display colour of the other material within voxels where two meet, unmixed, and 1; 0 of all others."""


def cover_of(
    colours: Float[Tensor, "n n n 3"],
    near: Float[Tensor, "n n n"],
    solid: Bool[Tensor, "n n n"],
    material: Int[Tensor, "n n n"],
    main: Float[Tensor, " 3"],
) -> Cover:
    """How much of each voxel is of the main colour.

    Args:
        colours: display colours of the voxels.
        near: how near each is to the main colour (``bozzetto.sds.paint.near_main``).
        solid: which voxels show.
        material: what each is made of, a number; below 0 is nothing.
        main: the main colour.
    """
    count = int(material.max()) + 1
    of = torch.stack([solid & (material == k) for k in range(count)])
    around = F.max_pool3d(of.to(colours)[:, None], 3, 1, 1)[:, 0] > 0
    alone = around.sum(0) == 1
    share = torch.zeros(count).to(colours)
    middle = torch.zeros(count, 3).to(colours)
    most, least = torch.full_like(share, MOST), torch.full_like(share, LEAST)
    for k in range(count):
        core = of[k] & alone
        if int(core.sum()) >= ENOUGH:
            share[k], middle[k] = near[core].mean(), colours[core].median(0).values
        elif bool(of[k].any()):
            share[k], most[k], least[k] = near[of[k]].mean(), THIN_MOST, THIN_LEAST
            far = (colours[of[k]] - main.to(colours)).norm(dim=1)
            middle[k] = colours[of[k]][far >= far.quantile(THIN_QUANTILE)].median(0).values
    all_of, none_of = share > most, share < least
    own = torch.where(all_of, torch.ones_like(share), torch.zeros_like(share))
    number = material.clamp(min=0)
    uniform = (all_of | none_of)[number]
    out = torch.where(uniform, own[number], near)
    border = solid & uniform & (around & all_of[:, None, None, None]).any(0)
    border &= (around & none_of[:, None, None, None]).any(0)
    seen, there = colours[border], around[:, border].T
    beside = torch.zeros(*out.shape, 4).to(colours)
    if not len(seen):
        return Cover(out, beside)
    far = torch.cdist(seen, middle)
    first = middle[far.masked_fill(~(there & all_of), torch.inf).argmin(1)]
    second = middle[far.masked_fill(~(there & none_of), torch.inf).argmin(1)]
    between = first - second
    length = between.square().sum(1)
    part = (((seen - second) * between).sum(1) / length.clamp(min=1e-4)).clamp(0, 1)
    told = length.sqrt() > APART
    out[border] = torch.where(told, part, out[border])
    beside[border] = torch.cat([second, torch.ones_like(part)[:, None]], 1) * told[:, None]
    return Cover(out, beside)

"""Multiresolution hash encoding (Mueller et al. 2022, "Instant Neural Graphics Primitives", section 3), the definition.

Conventions: positions are in the unit cube [0, 1]^3 and are clamped to it. Level l has `resolutions[l]` cells a side
and (cells + 1)^3 corners, spaced geometrically from `base_resolution` to `max_resolution` (eq. 2 and 3). A level whose
corners fit into 2^log2_table entries is stored densely (x fastest), a finer one is hashed (eq. 4). All levels lie in
one table [entries, features], level after level from `offsets[l]`; the encoding is level-major: feature f of level l is
column l * F + f.
"""

from __future__ import annotations

import functools

import torch
from jaxtyping import Float, Int64
from torch import Tensor

from bozzetto.nerf.hash_layout import HashLayout

PRIMES = (1, 2654435761, 805459861)


def corner_indices(corner: Int64[Tensor, "*shape 3"], level: int, layout: HashLayout) -> Int64[Tensor, "*shape"]:
    """Table entries of grid corners.

    Args:
        corner: int64 [..., 3], 0 to resolutions[level].
        level: 0 to L - 1.
        layout: the table.

    Returns:
        int64 [...], entries of the whole table.
    """
    if layout.dense[level]:
        side = layout.resolutions[level] + 1
        index = corner[..., 0] + side * (corner[..., 1] + side * corner[..., 2])
    else:
        index = corner[..., 0] * PRIMES[0] ^ corner[..., 1] * PRIMES[1] ^ corner[..., 2] * PRIMES[2]
        index = index & ((1 << layout.log2_table) - 1)
    return index + layout.offsets[level]


def encode(x: Float[Tensor, "n 3"], table: Float[Tensor, "entries f"], layout: HashLayout) -> Float[Tensor, "n c"]:
    """Trilinearly interpolated features of every level.

    Differentiable in `table` and, inside a cell, in `x`.

    Args:
        x: [N, 3] in [0, 1].
        table: [entries, F].
        layout: the table's layout.

    Returns:
        [N, L * F].

    Raises:
        ValueError: a shape is wrong, or a position is NaN or infinite.
    """
    check_encode(x, table, layout)
    if not bool(x.isfinite().all()):
        raise not_finite(x)
    x = x.clamp(0, 1)
    columns = []
    for level, resolution in enumerate(layout.resolutions):
        scaled = x * resolution
        cell = scaled.detach().floor().clamp(max=resolution - 1)
        frac = scaled - cell
        corner = cell.long()
        total = torch.zeros(x.shape[0], layout.features, dtype=x.dtype, device=x.device)
        for bits in range(8):
            offset = _corner_offsets(x.device)[bits]
            weight = torch.where(offset == 1, frac, 1 - frac).prod(-1, keepdim=True)
            total = total + weight * table[corner_indices(corner + offset, level, layout)]
        columns.append(total)
    return torch.cat(columns, -1)


@functools.lru_cache(maxsize=8)
def _corner_offsets(device: torch.device) -> Int64[Tensor, "8 3"]:
    """The corners of a cell, x first; kept, so that nothing is copied to a card at each call."""
    return torch.tensor([[bits & 1, bits >> 1 & 1, bits >> 2 & 1] for bits in range(8)], device=device)


def check_encode(x: Float[Tensor, "n 3"], table: Float[Tensor, "entries f"], layout: HashLayout) -> None:
    """Raise ValueError unless x is [N, 3] and table is the layout's [entries, F]."""
    if x.ndim != 2 or x.shape[1] != 3:
        raise ValueError(f"x: expected shape [N, 3], got {list(x.shape)}")
    if tuple(table.shape) != (layout.n_entries, layout.features):
        raise ValueError(f"table: expected shape {[layout.n_entries, layout.features]}, got {list(table.shape)}")


def not_finite(x: Float[Tensor, "n 3"]) -> ValueError:
    """The error for positions of which some are NaN or infinite."""
    bad = (~x.detach().isfinite()).any(-1).nonzero()[:, 0]
    return ValueError(
        f"x: expected finite positions, got {len(bad)} of {x.shape[0]} that are not; the first is number "
        f"{int(bad[0])}, {x[bad[0]].tolist()}"
    )

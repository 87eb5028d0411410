"""Multiresolution hash encoding (Mueller et al. 2022, "Instant Neural Graphics Primitives", section 3), the definition.

Conventions: positions are in the unit cube [0, 1]^3 and are clamped to it. Level l has `resolutions[l]` cells a side
and (cells + 1)^3 corners, spaced geometrically from `base_resolution` to `max_resolution` (eq. 2 and 3). A level whose
corners fit into 2^log2_table entries is stored densely (x fastest), a finer one is hashed (eq. 4). All levels lie in
one table [entries, features], level after level from `offsets[l]`; the encoding is level-major: feature f of level l is
column l * F + f.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

PRIMES = (1, 2654435761, 805459861)


@dataclass(frozen=True)
class HashLayout:
    """Where each level's corners lie in the table.

    Args:
        levels: L >= 1.
        features: F >= 1, features an entry.
        base_resolution: cells a side of the coarsest level, >= 1.
        max_resolution: cells a side of the finest level, >= base_resolution.
        log2_table: log2 of the most entries that a level may have, 4 to 24.

    Raises:
        ValueError: a number is out of its range.
    """

    levels: int
    features: int
    base_resolution: int
    max_resolution: int
    log2_table: int

    def __post_init__(self) -> None:
        if self.levels < 1 or self.features < 1:
            raise ValueError(f"levels, features: expected at least 1, got {self.levels}, {self.features}")
        if not 1 <= self.base_resolution <= self.max_resolution <= 4096:
            raise ValueError(
                "resolutions: expected 1 <= base_resolution <= max_resolution <= 4096, got "
                f"{self.base_resolution}, {self.max_resolution}"
            )
        if not 4 <= self.log2_table <= 24:
            raise ValueError(f"log2_table: expected 4 to 24, got {self.log2_table}")

    @cached_property
    def resolutions(self) -> tuple[int, ...]:
        """Cells a side, a level (eq. 2 and 3)."""
        if self.levels == 1:
            return (self.base_resolution,)
        growth = (self.max_resolution / self.base_resolution) ** (1 / (self.levels - 1))
        return tuple(round(self.base_resolution * growth**level) for level in range(self.levels))

    @cached_property
    def dense(self) -> tuple[bool, ...]:
        """Which levels are stored without hashing."""
        return tuple((r + 1) ** 3 <= 1 << self.log2_table for r in self.resolutions)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """First entry of each level, and the number of entries last: L + 1 numbers."""
        out = [0]
        for resolution in self.resolutions:
            out.append(out[-1] + min((resolution + 1) ** 3, 1 << self.log2_table))
        return tuple(out)

    @property
    def n_entries(self) -> int:
        """Entries of the whole table."""
        return self.offsets[-1]

    @property
    def width(self) -> int:
        """Columns of the encoding, L * F."""
        return self.levels * self.features


def corner_indices(corner: Tensor, level: int, layout: HashLayout) -> Tensor:
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


def encode(x: Tensor, table: Tensor, layout: HashLayout) -> Tensor:
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
            offset = torch.tensor([bits & 1, bits >> 1 & 1, bits >> 2 & 1], device=x.device)
            weight = torch.where(offset == 1, frac, 1 - frac).prod(-1, keepdim=True)
            total = total + weight * table[corner_indices(corner + offset, level, layout)]
        columns.append(total)
    return torch.cat(columns, -1)


def check_encode(x: Tensor, table: Tensor, layout: HashLayout) -> None:
    """Raise ValueError unless x is [N, 3] and table is the layout's [entries, F]."""
    if x.ndim != 2 or x.shape[1] != 3:
        raise ValueError(f"x: expected shape [N, 3], got {list(x.shape)}")
    if tuple(table.shape) != (layout.n_entries, layout.features):
        raise ValueError(f"table: expected shape {[layout.n_entries, layout.features]}, got {list(table.shape)}")


def not_finite(x: Tensor) -> ValueError:
    """The error for positions of which some are NaN or infinite."""
    bad = (~x.detach().isfinite()).any(-1).nonzero()[:, 0]
    return ValueError(
        f"x: expected finite positions, got {len(bad)} of {x.shape[0]} that are not; the first is number "
        f"{int(bad[0])}, {x[bad[0]].tolist()}"
    )

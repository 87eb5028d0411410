"""How the tables of the hash encoding are laid out; the encoding itself is in `bozzetto.nerf.hashgrid`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


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

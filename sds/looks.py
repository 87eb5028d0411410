"""What colour, material, state and pattern words mean to a prompt's reader and to a volume, by whoever knows materials.

This room knows no materials: it gets their names, which of its own words are like them, and their colour at any place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torch import Tensor

PaintFn = Callable[[tuple[str, ...], Tensor, Tensor], Tensor | None]
"""(looks, positions [N, 3] in the object's own space, unit outward normals [N, 3]) -> display colours [N, 3]; None
where the object's own words paint it well enough."""


@dataclass(frozen=True)
class LookWords:
    """Names of looks.

    Args:
        names: spelling, lower case, up to four words without hyphens -> canonical name.
        colours: the canonical names that are mere colours, which a prior of colour words needs no help with.
        afterwards: spellings that say something of the object before them ("covered in moss").
        near: canonical names of one object, as said -> the prior's own words for them.
    """

    names: Mapping[str, str]
    colours: frozenset[str]
    afterwards: Mapping[str, str]
    near: Callable[[tuple[str, ...]], tuple[str, ...]]

    def is_plain(self, looks: tuple[str, ...]) -> bool:
        """Whether looks are colours alone."""
        return all(name in self.colours for name in looks)

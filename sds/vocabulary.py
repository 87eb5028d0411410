"""What the embedded prior knows: the nouns that it is shipped with, and those of the word packs that are installed.

Both are read through one interface: a noun has objects, each a volume, and a word vector beside them. The network's own
words (colours, materials, and the nouns that it was trained with) are rows of its ``words``; a pack's noun has a vector
of its own or takes the row of a known noun that is like it. Old nouns give the same bits whatever is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.volume_table import StoredVolumes
from bozzetto.sds.word_pack import Instance, Noun, PackError, WordPack


class NounSource(Protocol):
    """Where nouns and their volumes lie: a word pack, or the shipped weights."""

    @property
    def nouns(self) -> Sequence[Noun]:
        """What it holds."""
        ...

    def vector(self, k: int, i: int) -> Float[Tensor, " e"] | None:
        """The word vector of an object of noun k; None for the network's row of the noun that it is like."""
        ...

    def volume(self, k: int, i: int) -> Float[Tensor, " values"]:
        """The row of an object of noun k; see ``bozzetto.sds.volume.place``."""
        ...

    def solid(self, k: int, i: int) -> Bool[Tensor, " voxels"]:
        """Which voxels inside an object of noun k are solid."""
        ...


class ShippedNouns:
    """The nouns that the network was trained with, whose volumes lie in its weights file, one each.

    Args:
        lexicon: its first words are the nouns, in the order of the volumes.
        volumes: of the nouns, and a last one for prompts that name none.
    """

    def __init__(self, lexicon: Lexicon, volumes: StoredVolumes) -> None:
        self._volumes = volumes
        count = len(volumes) - 1
        self.nouns = tuple(
            Noun(name, (Instance(size=lexicon.sizes.get(name)),), like=name) for name in lexicon.words[:count]
        )

    def vector(self, k: int, i: int) -> None:
        """Always the network's own row."""
        return None

    def volume(self, k: int, i: int) -> Float[Tensor, " values"]:
        """The row of noun k."""
        row: Tensor = self._volumes(torch.tensor([k]))[0]
        return row

    def stored(self, k: int) -> tuple[bytes, Float[Tensor, " channels"]]:
        """The volume of noun k as it lies on disk; see ``bozzetto.sds.volume_table.packed``."""
        return self._volumes.stored(k)

    def solid(self, k: int, i: int) -> Bool[Tensor, " voxels"]:
        """Which voxels inside noun k are solid."""
        return self._volumes.solid(k)

    @property
    def nothing(self) -> Float[Tensor, " values"]:
        """The row for prompts that name no noun."""
        return self.volume(len(self.nouns), 0)


@dataclass(frozen=True, eq=False)
class Entry:
    """Where a noun's objects lie."""

    noun: Noun
    source: NounSource
    number: int
    """Of the noun in its source."""
    official: bool = False
    """Whether it is shipped with the network, in its weights or in a pack beside them."""

    @property
    def pack(self) -> WordPack | None:
        """The word pack that somebody taught or added; None for a shipped noun."""
        return self.source if isinstance(self.source, WordPack) and not self.official else None


class Vocabulary:
    """The nouns by their names, and how a prompt is read with all of them.

    Args:
        lexicon: of the shipped words.
        shipped: the nouns that the network was trained with.
        network: its checksum, see ``bozzetto.sds.word_pack.network_checksum``.
        packs: files of further nouns. A file that cannot be used is passed over, and said in ``problems``.
        official: packs that are shipped beside the network.
    Raises:
        PackError, OSError: an official pack cannot be used.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        shipped: ShippedNouns,
        network: str,
        packs: Iterable[Path] = (),
        official: Iterable[Path] = (),
    ) -> None:
        self.shipped, self.network = shipped, network
        known = {noun.name: Entry(noun, shipped, k, official=True) for k, noun in enumerate(shipped.nouns)}
        beside: list[Noun] = []
        for path in official:
            pack = WordPack(path)
            _check_fit(pack, network, frozenset(known))
            known |= {noun.name: Entry(noun, pack, k, official=True) for k, noun in enumerate(pack.nouns)}
            beside += pack.nouns
        self.known: Mapping[str, Entry] = dict(known)
        """The nouns that are shipped, whatever packs took their names over."""
        lexicon = lexicon.with_nouns(beside) if beside else lexicon
        self._entries = known
        problems: list[str] = []
        self.packs: list[WordPack] = []
        added: dict[str, Entry] = {}
        for path in packs:
            try:
                pack = WordPack(path)
                _check_fit(pack, network, frozenset(self.known))
            except (OSError, PackError) as error:
                problems.append(str(error))
                continue
            self.packs.append(pack)
            for k, noun in enumerate(pack.nouns):
                if noun.name in added:
                    first = added[noun.name].pack
                    assert first is not None
                    problems.append(f"{path}: the noun {noun.name!r} is in {first.path.name} too, which is used")
                else:
                    added[noun.name] = Entry(noun, pack, k)
        self._entries |= added
        self.lexicon = lexicon.with_nouns([entry.noun for entry in added.values()]) if added else lexicon
        self.problems = tuple(problems)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __getitem__(self, name: str) -> Entry:
        return self._entries[name]

    def nearest_shapes(self, solid: Bool[Tensor, "r voxels"]) -> list[tuple[str, int, float]]:
        """The shipped nouns by how much of their shape is that of an object, the nearest first.

        Args:
            solid: which voxels inside are solid, of the object as it may stand, R ways.
        Returns:
            (noun, the way in which it is nearest, intersection over union).
        """
        out = []
        counts = solid.sum(1)
        for name, entry in self.known.items():
            other = entry.source.solid(entry.number, 0)
            both = (solid & other).sum(1)
            share = both / (counts + other.sum() - both).clamp(min=1)
            way = int(share.argmax())
            out.append((name, way, float(share[way])))
        return sorted(out, key=lambda row: -row[2])

    @property
    def taught(self) -> list[Entry]:
        """The nouns that come from packs."""
        return [entry for entry in self._entries.values() if entry.pack is not None]


def check_network(pack: WordPack, network: str) -> None:
    """Refuses a pack that was made for another network, by its checksum.

    Raises:
        PackError: it was.
    """
    if pack.network != network:
        raise PackError(
            f"{pack.path}: network: it was made for other weights ({pack.network[:12]}..., here {network[:12]}...); "
            "teach it again from its source"
        )


def _check_fit(pack: WordPack, network: str, known: frozenset[str]) -> None:
    """Refuses a pack that was made for another network, or whose nouns are like none that is known."""
    check_network(pack, network)
    for noun in pack.nouns:
        if noun.like not in known and not all(one.has_vector for one in noun.instances):
            raise PackError(f"{pack.path}: nouns: {noun.name!r} is like {noun.like!r}, which is no known noun")


def installed_packs(folder: Path) -> list[Path]:
    """The word packs of a folder, in the order of their names; none where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".safetensors" and path.name[0] != ".")
    except OSError:
        return []

"""The prompt sets of the quality bench, fixed in files (``bench/prompts``), and the rules that wrote them.

Every choice is by lot: candidates are ordered by a checksum of their text, so that a set changes little when the
vocabulary grows and nobody has chosen it. The first prompts of a set are a fair sample of it.

    seen        nouns of training, as they are
    recombined  colour + noun pairs that training never showed (materials come with their objects, so there are no such
                pairs of material and noun)
    synonyms    other names of known nouns, and kinds of them by WordNet; one a noun
    wide        objects that were lifted from pictures (``bozzetto.foundry.emoji``); the other sets are of modelled ones
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bozzetto.atomic import write_bytes
from bozzetto.jobs.config.prompts import article
from bozzetto.sds.lexicon import Lexicon

PROMPTS = Path(__file__).parent / "prompts"
SIZES = {"seen": 100, "recombined": 100, "synonyms": 50, "wide": 50}
QUICK_SIZES = {"seen": 4, "recombined": 4, "synonyms": 2, "wide": 2}
"""How many of the first prompts of each set ``--quick`` runs."""

KIND_LETTERS = 12
"""Longer kinds are left out: nobody types them."""


@dataclass(frozen=True)
class Prompt:
    """A prompt, and what it is known to mean: one of the prior's nouns, re-tinted or not; None where nobody knows."""

    prompt: str
    noun: str | None = None
    colour: str | None = None


def with_article(phrase: str) -> str:
    """The phrase with "a" or "an"; plurals stay as they are."""
    if phrase.endswith("s") and not phrase.endswith("ss") and not phrase.endswith(("bus", "cactus", "walrus")):
        return phrase
    return f"{article(phrase)} {phrase}"


def by_lot(names: Iterable[str], what: str = "") -> list[str]:
    """Names in an order that chance chose, the same for ever; ``what`` draws another."""
    return sorted(set(names), key=lambda name: (zlib.crc32(f"{what}:{name}".encode()), name))


def plain(nouns: Iterable[str], lexicon: Lexicon, name: str) -> list[Prompt]:
    """The nouns that the prior reads as themselves, by lot, as many as the set ``name`` has."""
    # The lot of "seen" was drawn before there were others.
    drawn = by_lot(nouns, "" if name == "seen" else name)
    prompts = [Prompt(with_article(n), n) for n in drawn if n in lexicon.objects]
    return [p for p in prompts if _is_read(p, lexicon)][: SIZES[name]]


def recombined(held_out: Mapping[str, list[str]], lexicon: Lexicon) -> list[Prompt]:
    """Colour + noun pairs, each noun once before any comes twice.

    Args:
        held_out: noun -> the colour words that training never showed it in.
        lexicon: of the prior.
    """
    out: list[Prompt] = []
    for turn in range(max(map(len, held_out.values()), default=0)):
        for noun in by_lot((n for n, colours in held_out.items() if len(colours) > turn), "recombined"):
            colour = by_lot(held_out[noun], noun)[turn]
            out.append(Prompt(with_article(f"{colour} {noun}"), noun, colour))
    return [p for p in out if p.noun in lexicon.objects and _is_read(p, lexicon)][: SIZES["recombined"]]


def synonyms(nouns: Iterable[str], lexicon: Lexicon) -> list[Prompt]:
    """One other name for each noun: a kind of it and an exact synonym in turn, where there are both."""
    wanted = set(nouns)
    aliases: dict[str, list[str]] = {}
    kinds: dict[str, list[str]] = {}
    for table, source in ((aliases, lexicon.aliases), (kinds, lexicon.kinds)):
        for name, noun in source.items():
            plural = name.rstrip("s") == noun.rstrip("s")
            if noun in wanted and noun in lexicon.objects and len(name) <= KIND_LETTERS and not plural:
                table.setdefault(noun, []).append(name)
    out: list[Prompt] = []
    for noun in by_lot({*aliases, *kinds}, "synonyms"):
        tables = (kinds, aliases) if len(out) % 2 == 0 else (aliases, kinds)
        names = next(table[noun] for table in tables if noun in table)
        candidates = [p for p in (Prompt(with_article(n), noun) for n in by_lot(names)) if _is_read(p, lexicon)]
        out += candidates[:1]
    return out[: SIZES["synonyms"]]


def write_sets(sets: Mapping[str, list[Prompt]], folder: Path = PROMPTS) -> None:
    """One JSON file a set, one prompt a line."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, prompts in sets.items():
        rows = [json.dumps({k: v for k, v in asdict(p).items() if v is not None}) for p in prompts]
        path = folder / f"{name}.json"
        write_bytes(path, ("[\n" + ",\n".join(rows) + "\n]\n").encode())


def load_set(name: str, folder: Path = PROMPTS) -> list[Prompt]:
    """The prompts of a set, in order.

    Raises:
        FileNotFoundError: there is no such set; the message names those that there are.
    """
    path = folder / f"{name}.json"
    if name not in SIZES or not path.is_file():
        raise FileNotFoundError(f"no prompt set {name!r} in {folder}; there are {', '.join(SIZES)}")
    return [Prompt(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def _is_read(prompt: Prompt, lexicon: Lexicon) -> bool:
    """Whether the lexicon reads the prompt as exactly its noun and colour."""
    reading = lexicon.read(prompt.prompt)
    return set(reading.words) == {prompt.noun, prompt.colour} - {None} and not reading.unknown

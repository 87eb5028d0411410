"""The table of a language: a text file of ``English = word, other word`` lines, and an index of its words.

A word is looked up as it is written, then without accents (and, in Arabic, without the article), then without the
endings of plural, case and gender that the file lists.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent / "tables"
AUTO = "auto"
ENGLISH = "en"

Kind = Literal[
    "noun", "colour", "material", "size", "count", "relation", "verb", "filler", "link", "made", "unknown", "comma"
]
"""``relation`` stands between what it joins, or after it where the head of a phrase comes last; a ``verb`` stands
before its object there; ``link`` joins an attribute to its noun and has no English word; ``made`` is "made of"."""

SECTIONS: dict[str, Kind] = {
    "nouns": "noun",
    "colours": "colour",
    "materials": "material",
    "sizes": "size",
    "counts": "count",
    "relations": "relation",
    "relations before": "verb",
    "fillers": "filler",
}
HEADER = frozenset(
    ["name", "script", "order", "adjectives", "spaces", "compounds", "endings", "endings of adjectives", "counters"]
    + ["counts", "accents", "single letters", "suffixes", "prefixes", "double"]
    + ["least stem", "fleeting", "softened"]
)
SCRIPTS = ("latin", "cyrillic", "arabic", "devanagari", "thai", "han", "kana", "hangul")
KEEPS_MARKS = frozenset(["devanagari", "thai", "han", "kana", "hangul"])
"""Scripts whose combining marks are letters, not accents."""
MOST_INFLECTED = 4
"""Words of the longest name whose endings are looked at."""
EXACT, FOLDED, STEMMED = 1.0, 0.9, 0.8
"""How surely a word is read that is written just so, without its accents, or with another ending."""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه", "ـ": ""})
_VARIANTS = str.maketrans({"裏": "裡", "着": "著", "臺": "台"})


@dataclass(frozen=True)
class Entry:
    """A word of a language."""

    kind: Kind
    english: str
    """The English word that the prior's reader takes; empty where there is none."""


@dataclass(frozen=True, eq=False)
class Table:
    """A language.

    Args:
        code: such as ``es``; name: its own name for itself.
        script: one of SCRIPTS.
        head_last: whether what a phrase is about comes at its end ("on the chair sitting cat") and what says where
            comes after its noun.
        adjectives_after: whether adjectives follow their noun.
        spaces: whether words have spaces between them.
    """

    code: str
    name: str
    script: str
    head_last: bool
    adjectives_after: bool
    spaces: bool
    compounds: bool = False
    """Whether a material and a noun are written as one word."""
    accents_count: bool = False
    """Whether accents part words, so that they are left out only where the prompt has none."""
    counts_after: bool = False
    """Whether a count may follow its noun."""
    single_letters: bool = False
    """Whether doubled letters come and go with endings (Dutch "kat", "katten")."""
    endings: tuple[str, ...] = ()
    least_stem: int = 3
    """Letters that stay of a word when an ending is taken off."""
    fleeting: str = ""
    """Vowels that come and go before the last letter (Russian "замок", "замке")."""
    softened: tuple[tuple[str, str], ...] = ()
    """(letter before an ending, letter without it): Ukrainian "миска", "мисці"."""
    counters: frozenset[str] = frozenset()
    suffixes: tuple[tuple[str, str], ...] = ()
    """(ending, relation) of nouns, longest first: Turkish "masada", on the table."""
    prefixes: tuple[tuple[str, str], ...] = ()
    """(beginning, relation or nothing) of words, longest first."""
    double: tuple[str, ...] = ()
    """Endings that say "two"."""
    exact: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)
    folded: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)
    stems: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)
    written: dict[str, str] = field(default_factory=dict, repr=False)
    """English word -> the language's first word for it."""
    longest: int = 1
    """Words of its longest name; characters where words have no spaces."""

    def fold(self, word: str) -> str:
        """A word without accents, and without the Arabic article."""
        flat = word.translate(_LETTERS)
        if self.script not in KEEPS_MARKS:
            flat = "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))
            flat = flat.translate(_LETTERS)
        elif self.script == "devanagari":
            flat = unicodedata.normalize("NFD", flat).replace("\u093c", "").replace("\u0901", "\u0902")
        if self.script == "arabic" and flat.startswith("ال") and len(flat) > 4:
            flat = flat[2:]
        return flat

    def stems_of(self, word: str) -> list[str]:
        """A folded word as it is, then without each of its endings, the longest that stays first; then with what
        endings do to the letters before them."""
        out = [word]
        for ending in reversed(self.endings):
            if word.endswith(ending) and len(word) - len(ending) >= self.least_stem:
                out.append(word[: -len(ending)])
        if self.single_letters:
            out = [re.sub(r"(.)\1", r"\1", stem) for stem in out]
            out = [stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1]) for stem in out]
        for stem in list(out):
            if len(stem) > 3 and stem[-2] in self.fleeting and stem[-1] not in self.fleeting:
                out.append(stem[:-2] + stem[-1])
        for stem in list(out):
            out += [stem[: -len(soft)] + hard for soft, hard in self.softened if stem.endswith(soft)]
        return list(dict.fromkeys(out))

    def find(self, words: list[str]) -> tuple[tuple[Entry, ...], float]:
        """What some words mean together, and how surely: EXACT, FOLDED, STEMMED; nothing where they mean nothing.

        Args:
            words: as `normal` writes them.
        """
        joined = " ".join(words)
        if joined in self.exact:
            return self.exact[joined], EXACT
        flat = [self.fold(word) for word in words]
        joined_flat = " ".join(flat)
        if self.accents_count and joined_flat != joined:
            return (), 0.0
        if joined_flat in self.folded:
            return self.folded[joined_flat], FOLDED
        if self.endings and len(words) <= MOST_INFLECTED:
            for stems in itertools.product(*(self.stems_of(word) for word in flat)):
                if (key := " ".join(stems)) in self.stems:
                    return self.stems[key], STEMMED
        return (), 0.0


def normal(text: str, script: str) -> str:
    """Text as tables are looked up: one form of each letter, lower case, no joiners; full-width forms as plain ones."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    flat = unicodedata.normalize("NFC", "".join(c for c in flat if unicodedata.category(c) != "Cf"))
    if script == "cyrillic":
        flat = re.sub("['\u2019\u02bc`]", "", flat)
    return flat.translate(_VARIANTS) if script in ("han", "kana") else flat


def split(text: str) -> list[str]:
    """The words and commas of a text: letters with their marks, and digits."""
    out: list[str] = []
    word = ""
    for c in text + " ":
        if unicodedata.category(c)[0] in "LNM":
            word += c
            continue
        if word:
            out.append(word)
            word = ""
        if c in ",،、;؛，；":
            out.append(",")
    return out


def codes() -> tuple[str, ...]:
    """The languages that have a table, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def languages() -> tuple[str, ...]:
    """The languages that prompts may be in: English first, then by code."""
    return (ENGLISH, *codes())


def check_language(language: str) -> str:
    """The language as prompts may have it: ``auto``, ``en`` or a code of `languages`, in any case.

    Raises:
        ValueError: there is no such language; the message lists them.
    """
    known = {code.lower(): code for code in (AUTO, *languages())}
    code = language.strip().lower().replace("_", "-")
    if code not in known:
        raise ValueError(f"unknown language {language!r}; expected {AUTO} or one of {', '.join(languages())}")
    return known[code]


def name_of(code: str) -> str:
    """A language's own name for itself.

    Raises:
        KeyError: no table of that language.
    """
    return "English" if code == "en" else load(code).name


@functools.cache
def load(code: str) -> Table:
    """The table of a language.

    Raises:
        KeyError: there is none.
        ValueError: it is damaged; the message has the file and the line.
    """
    if code not in codes():
        raise KeyError(f"no table of the language {code!r}; there are en, {', '.join(codes())}")
    return read_table(FOLDER / f"{code}.txt")


def read_table(path: Path) -> Table:
    """The table in a file.

    Raises:
        ValueError: a line is no ``key = value``, or has an unknown key or section; the message has file and line.
    """
    header: dict[str, str] = {}
    lines: list[tuple[Kind, str, list[str]]] = []
    section = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
            if section not in SECTIONS:
                raise ValueError(f"{path}:{number}: unknown section {line}; expected one of {', '.join(SECTIONS)}")
            continue
        key, equals, value = (part.strip() for part in line.partition("="))
        if not equals or not key or not value:
            raise ValueError(f"{path}:{number}: expected 'English = word, word', got {line!r}")
        if not section:
            if key not in HEADER:
                raise ValueError(f"{path}:{number}: unknown setting {key!r}; expected one of {', '.join(HEADER)}")
            header[key] = value
            continue
        kind = SECTIONS[section]
        if kind == "relation" and key in ("link", "made of"):
            kind = "link" if key == "link" else "made"
        lines.append((kind, key, [word.strip() for word in value.split(",") if word.strip()]))
    if "name" not in header or header.get("script") not in SCRIPTS:
        raise ValueError(f"{path}: expected a name and a script of {', '.join(SCRIPTS)}")
    return _indexed(path.stem, header, lines)


def _indexed(code: str, header: dict[str, str], lines: list[tuple[Kind, str, list[str]]]) -> Table:
    table = Table(
        code=code,
        name=header["name"],
        script=header["script"],
        head_last=header.get("order") == "head last",
        adjectives_after=header.get("adjectives") == "after",
        spaces=header.get("spaces") != "no",
        compounds=header.get("compounds") == "yes",
        accents_count=header.get("accents") == "count",
        counts_after=header.get("counts") == "after",
        single_letters=header.get("single letters") == "yes",
        least_stem=int(header.get("least stem", "3")),
        fleeting=header.get("fleeting", "").replace(" ", ""),
        softened=tuple((pair.split(":")[0], pair.split(":")[1]) for pair in header.get("softened", "").split()),
        counters=frozenset(normal(word, header["script"]) for word in header.get("counters", "").split()),
        suffixes=_affixes(header.get("suffixes", "")),
        prefixes=_affixes(header.get("prefixes", "")),
        double=_longest_first(header.get("double", "").split()),
    )
    endings = f"{header.get('endings', '')} {header.get('endings of adjectives', '')}".split()
    object.__setattr__(table, "endings", _longest_first([table.fold(ending) for ending in endings]))
    longest = 1
    for kind, english, words in lines:
        entry = Entry(kind, "" if kind in ("filler", "link") or english == "one" else english)
        if kind in ("noun", "colour", "material", "size", "count"):
            table.written.setdefault(english, words[0])
        for word in words:
            flat = normal(word, table.script)
            parts = split(flat) if table.spaces else ["".join(flat.split())]
            if not parts:
                continue
            longest = max(longest, len(parts) if table.spaces else len(parts[0]))
            folded = [table.fold(part) for part in parts]
            _add(table.exact, " ".join(parts), entry)
            _add(table.folded, " ".join(folded), entry)
            if table.endings and kind in ("noun", "colour", "material", "size") and len(parts) <= MOST_INFLECTED:
                for stems in itertools.product(*(_ends(table, part) for part in folded)):
                    _add(table.stems, " ".join(stems), entry)
    for word in table.counters:
        if not table.spaces or word not in table.exact:
            _add(table.exact, word, Entry("filler", ""))
    object.__setattr__(table, "longest", longest)
    return table


def _ends(table: Table, word: str) -> list[str]:
    """A name's word as it is, without its ending, and with its fleeting vowel gone."""
    hardened = [word[: -len(soft)] + hard for soft, hard in table.softened if word.endswith(soft)]
    stems = [stem for stem in table.stems_of(word) if stem not in hardened]
    cut = [stem for stem in stems if word.startswith(stem)]
    return list(dict.fromkeys([cut[0], cut[-1], *(stem for stem in stems if stem not in cut)])) if cut else stems


def _add(index: dict[str, tuple[Entry, ...]], key: str, entry: Entry) -> None:
    present = index.get(key, ())
    if entry not in present:
        index[key] = (*present, entry)


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _affixes(text: str) -> tuple[tuple[str, str], ...]:
    """``with: lı li; on: da de`` as (affix, relation), longest first; a nameless group has no relation."""
    pairs = []
    for group in filter(None, text.split(";")):
        relation, _, affixes = group.partition(":")
        pairs += [(affix, relation.strip()) for affix in affixes.split()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))

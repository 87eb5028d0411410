"""Typing errors: how far two spellings are apart, and which known name a misspelt word nearly is."""

from __future__ import annotations

import difflib
import functools
import gzip
from collections.abc import Callable, Iterable
from pathlib import Path

WORDS = Path(__file__).parent / "tables" / "english_words.gz"
MEANINGS = Path(__file__).parent / "tables" / "english_near.gz"
SHORT, LONG = 6, 8
"""Letters below which only letters that changed places or are doubled count as errors, since short words are too near
one another ("ramen", "raven"); and from which a word may have two errors."""


def distance(a: str, b: str, most: int) -> int:
    """Errors between two words: letters more, fewer, other, or two neighbours changed about (Damerau-Levenshtein, each
    place touched once); ``most + 1`` where there are more than ``most``.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    older: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
        if min(row) > most:
            return most + 1
        older, last = last, row
    return min(last[-1], most + 1)


def nearest_spelling(word: str, names: Iterable[str], least: int = 4) -> str | None:
    """The one name that a word nearly is; None where none is near, or two are as near.

    Args:
        word: as it was typed, folded.
        names: what it may be.
        least: letters of the shortest word that is looked at.
    """
    if len(word) < least or not word.isalpha():
        return None
    most = 2 if len(word) >= LONG else 1
    best: list[tuple[float, str]] = []
    for name in names:
        errors = distance(word, name, most)
        if 0 < errors <= most and len(name) >= least - 1:
            # Changed neighbours are the likeliest slip; a wrong first letter is the least likely.
            cost = errors - 0.5 * (sorted(word) == sorted(name)) + 0.4 * (word[0] != name[0])
            best.append((cost - 0.2 * (set(word) == set(name)), name))
    best.sort()
    if not best or (len(best) > 1 and best[1][0] == best[0][0]):
        return None
    return best[0][1]


@functools.cache
def _meanings() -> dict[str, tuple[str, ...]]:
    if not MEANINGS.is_file():
        return {}
    lines = gzip.decompress(MEANINGS.read_bytes()).decode("ascii").splitlines()
    return {noun: tuple(near.split(", ")) for noun, near in (line.split(": ") for line in lines)}


def nearest_meaning(phrase: str) -> tuple[str, ...]:
    """The objects nearest in meaning to an English noun, or to the last known one of a phrase; may be empty."""
    table = _meanings()
    for word in reversed(phrase.split()):
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in table:
                return table[form]
    return ()


def corrected(words: list[str], at: int, names: Iterable[str], is_name: Callable[[str], bool]) -> str | None:
    """What a misspelt English word was meant to be; None where it is a word, or nothing or too much is near.

    Args:
        words: of the prompt.
        at: the one that is not known.
        names: the words of all known names.
        is_name: whether a phrase is a known name, which is what makes one of two near words the likelier.
    """
    word = words[at]
    if len(word) < 4 or not word.isalpha() or is_word(word):
        return None
    most = 2 if len(word) >= LONG else 1
    best: list[tuple[float, int, str]] = []
    for name in names:
        if abs(len(name) - len(word)) > most or len(name) < 3:
            continue
        errors = distance(word, name, most)
        if 0 < errors <= most and (len(word) >= SHORT or set(word) == set(name)):
            cost = errors - 0.5 * (sorted(word) == sorted(name)) + 0.4 * (word[0] != name[0])
            cost -= 0.2 * (set(word) == set(name))
            tried = [*words[:at], name, *words[at + 1 :]]
            longest = max(
                (
                    end - begin
                    for begin in range(max(0, at - 3), at + 1)
                    for end in range(at + 1, min(len(tried), begin + 4) + 1)
                    if is_name(" ".join(tried[begin:end]))
                ),
                default=0,
            )
            if longest:
                best.append((cost - 0.3 * (longest > 1), -longest, name))
    best.sort()
    if not best or (len(best) > 1 and best[1][:2] == best[0][:2]):
        return None
    return best[0][2]


def similar(word: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The names nearest to a word by spelling, best first; may be empty."""
    return tuple(difflib.get_close_matches(word, list(names), n=count, cutoff=0.7 if len(word) > 3 else 0.8))


@functools.cache
def _words() -> frozenset[str]:
    return frozenset(gzip.decompress(WORDS.read_bytes()).decode("ascii").split())


def is_word(word: str) -> bool:
    """Whether a word, singular or plural, stands in a dictionary of English (WordNet's common words)."""
    words = _words()
    endings = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
    return word in words or any(word.endswith(e) and word[: -len(e)] + new in words for e, new in endings)

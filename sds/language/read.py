"""Which language a prompt is in, and its reading with the user's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from bozzetto.sds.conditioning import UnknownWord
from bozzetto.sds.language.spelling import corrected, is_word, nearest_meaning, nearest_spelling, similar
from bozzetto.sds.language.table import AUTO, ENGLISH, Table, check_language, load, normal, split
from bozzetto.sds.language.translate import PLACEHOLDER, English, Translation, translate
from bozzetto.sds.scene import COUNTS, SHAPE_WORDS, SIZES

SCRIPT_OF = {
    "CYRILLIC": ("ru", "uk"),
    "ARABIC": ("ar",),
    "DEVANAGARI": ("hi",),
    "THAI": ("th",),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh", "zh-TW", "ja"),
}
"""First word of the Unicode names of letters -> languages that are tried, the likeliest first."""
LATIN = ("es", "fr", "de", "it", "pt", "nl", "sv", "pl", "tr", "vi", "id")

Reading = TypeVar("Reading", bound=Any)


def candidates(prompt: str) -> tuple[str, ...]:
    """Languages whose letters the prompt has, by how many: those of another script than Latin first."""
    seen: dict[str, int] = {}
    for c in prompt:
        if c.isalpha():
            script = unicodedata.name(c, "LATIN").split()[0].split("-")[0]
            seen[script] = seen.get(script, 0) + 1
    if "HIRAGANA" in seen or "KATAKANA" in seen:
        seen.pop("CJK", None)
    out: list[str] = []
    for script in sorted(seen, key=lambda name: -seen[name]):
        out += [code for code in SCRIPT_OF.get(script, ()) if code not in out]
    return tuple(out) or LATIN


def read(prompt: str, language: str, read_english: Callable[[str], Reading], english: English) -> Reading:
    """The reading of a prompt in any language.

    Args:
        prompt: any text.
        language: ``auto``, or a code of `languages`.
        read_english: reads an English prompt.
        english: the words that it knows.
    Returns:
        what ``read_english`` returns of the English prompt, with the user's own words for what was not understood, and
        its fields ``language`` and ``english`` set. With ``auto`` the plain English reading where no other language has
        more of the prompt's words.
    Raises:
        ValueError: there is no such language.
    """
    language = check_language(language)
    if language == ENGLISH:
        return _english(prompt, read_english, english)
    if language != AUTO:
        return _foreign(prompt, translate(prompt, load(language), english), read_english, english)
    score, is_plain = _in_english(prompt, english)
    if not is_plain:
        options = [translate(prompt, load(code), english) for code in candidates(prompt)]
        best = max(options, key=lambda option: (round(option.known, 3), option.telling, -len(option.guessed)))
        if best.known > score:
            return _foreign(prompt, best, read_english, english)
    return _english(prompt, read_english, english)


def _english(prompt: str, read_english: Callable[[str], Reading], english: English) -> Reading:
    """The reading of an English prompt, with words that are nearly known ones read as those."""
    reading = read_english(prompt)
    words = latin_words(prompt)
    strange = [word.word for word in reading.unknown]
    changed: list[tuple[str, str]] = []
    vocabulary: list[str] = []
    for at, word in enumerate(words):
        if word not in strange or word in dict(changed) or len(changed) >= MOST_CORRECTED:
            continue
        vocabulary = vocabulary or _vocabulary(english)
        near = corrected(words, at, vocabulary, lambda phrase: english.entry(phrase) is not None)
        if near is not None:
            changed.append((word, near))
    if changed:
        text = prompt
        for word, near in changed:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, text, flags=re.IGNORECASE)
        better = read_english(text)
        if len(better.unknown) < len(reading.unknown):
            reading = replace(better, assumed=(*better.assumed, *changed))
    return _with_nearest(reading, english)


def _vocabulary(english: English) -> list[str]:
    """The words of the names that misspelt ones may have been meant for; of kinds there are too many."""
    names = (name for name in english.names if name not in english.kinds)
    return sorted({part for name in names for part in name.split() if len(part) > 2})


NEAREST = 3
"""Objects that are named in place of a noun that has none."""
MOST_CORRECTED = 8
"""Misspelt words of a prompt that are looked up."""


def _with_nearest(reading: Reading, english: English) -> Reading:
    """The reading with the known words nearest to each that is not: by meaning where it is a word, else by spelling."""
    unknown = []
    for word in reading.unknown:
        near = word.nearest
        if not near and len(word.word) <= 40 and not _is_phrase_or_size(word.word):
            spelled = english.nearest(word.word)
            meant = tuple(name for name in nearest_meaning(word.word) if name in english.objects)[:NEAREST]
            near = (meant or spelled) if is_word(word.word) else spelled
        unknown.append(UnknownWord(word.word, near))
    return replace(reading, unknown=tuple(unknown))


def _is_phrase_or_size(word: str) -> bool:
    """Whether there is no use in naming what is near: several words, a count, a size, or a word of another language."""
    return " " in word or word in COUNTS or word in SIZES or word in SHAPE_WORDS or PLACEHOLDER in word


def _foreign(prompt: str, done: Translation, read_english: Callable[[str], Reading], english: English) -> Reading:
    changed, done = _corrected(prompt, done, english)
    return _in_own_words(_with_nearest(read_english(done.english), english), done, changed)


def _in_english(prompt: str, english: English) -> tuple[float, bool]:
    """How much of a prompt is English, counted as `Translation.known` is, and whether it is so beyond doubt."""
    words = latin_words(prompt)
    known, at, telling = 0.0, 0, 0
    while at < len(words):
        found = next(
            (
                (length, entry)
                for length in range(min(4, len(words) - at), 0, -1)
                if (entry := english.entry(" ".join(words[at : at + length]))) is not None
            ),
            None,
        )
        if found is None:
            known += 0.5 * is_word(words[at])
            at += 1
            continue
        length, entry = found
        known += length
        telling += words[at] in TELLING
        at += length
    others = sum(1 for c in prompt if c.isalpha()) - sum(1 for word in words for c in word if c.isascii())
    return known + 0.5 * telling, telling > 0 and known >= 0.5 * len(words) and others == 0


TELLING = frozenset(["a", "an", "the", "of", "with", "and", "on", "wearing", "riding", "made", "sitting", "standing"])
"""English words that say which language a prompt is in."""


def _corrected(prompt: str, first: Translation, english: English) -> tuple[tuple[tuple[str, str], ...], Translation]:
    """The translation with words that are nearly names of the table read as those; and which they were."""
    table = load(first.language)
    strange = [text for word, text in first.spans if word.startswith(PLACEHOLDER)]
    changed: list[tuple[str, str]] = []
    text = prompt
    for word in dict.fromkeys(strange):
        near = _nearly(word, table)
        if near is not None:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, text)
            changed.append((word, near))
    if not changed or text == prompt:
        return (), first
    again = translate(text, table, english)
    return (tuple(changed), again) if again.known > first.known else ((), first)


def _nearly(word: str, table: Table) -> str | None:
    """The one name of the table that a word nearly is; short words are left alone, since no list says which exist."""
    if not table.spaces:
        return None
    flat = table.fold(normal(word, table.script))
    names = [name for name, entries in table.folded.items() if " " not in name and entries[0].kind in _NAMED]
    return nearest_spelling(flat, names, least=6)


_NAMED = ("noun", "colour", "material")


def _in_own_words(reading: Reading, done: Translation, changed: Sequence[tuple[str, str]]) -> Reading:
    table = load(done.language)
    own = {word: text for word, text in reversed(done.spans) if text}
    parts = {piece: text for word, text in reversed(done.spans) if text for piece in word.split()}
    wrong = dict((near, word) for word, near in changed)

    def said(phrase: str) -> str:
        text = own.get(phrase) or " ".join(own.get(piece) or parts.get(piece) or piece for piece in phrase.split())
        return " ".join(dict.fromkeys(wrong.get(text, text).split("\0")))

    unknown = []
    for word in reading.unknown:
        text = said(word.word)
        near = similar(normal(text, table.script), [*table.written.values()]) if PLACEHOLDER in word.word else ()
        unknown.append(UnknownWord(text, near or (() if PLACEHOLDER in word.word else word.nearest)))
    assumed = [(said(phrase), kind) for phrase, kind in reading.assumed]
    assumed += [(text, word) for text, word in done.guessed if (text, word) not in assumed]
    assumed += [(word, near) for word, near in changed]
    return replace(
        reading,
        unknown=tuple({word.word: word for word in unknown}.values()),
        assumed=tuple(assumed),
        left_out=tuple(said(phrase) for phrase in reading.left_out),
        language=done.language,
        english=re.sub(rf"{PLACEHOLDER}\d+q", lambda match: own.get(match[0], match[0]), done.english),
    )


def latin_words(prompt: str) -> list[str]:
    """The words of a prompt in Latin letters, folded."""
    return [word for word in split(normal(prompt, "latin")) if word != ","]

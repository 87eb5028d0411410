"""A prompt of another language as the English prompt that means the same: words, then their order.

First each word, or run of words, gets what it may mean (`meant`). Then phrases are put together: an object with its
count, sizes, colours and materials, wherever the language puts them; and what says where it stands. Where the head of a
phrase comes last (Chinese, Japanese, Korean, Turkish, Hindi), "chair on sitting cat" becomes "cat on chair".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bozzetto.sds.language.table import EXACT, FOLDED, Entry, Kind, Table, normal, split
from bozzetto.sds.scene import COUNTS, RELATIONS, SHAPE_WORDS, SIZES

BORROWED = 0.5
"""How surely an English word in a prompt of another language says that the prompt is of that one."""
PLACEHOLDER = "qzx"
"""How a word that is not understood begins in the English prompt: such a word is none."""
_CONTENT = frozenset(["noun", "colour", "material", "size", "count"])
_ADJECTIVES = frozenset(["colour", "material"])
_NAMED = frozenset(["noun", "unknown"])
_WORDS = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six"}


@dataclass(frozen=True)
class English:
    """What the English reader knows, for prompts that mix languages.

    Args:
        lookup: the canonical word of a phrase, or None.
        objects: the canonical words that name an object.
        kinds: more special word -> canonical word.
        fillers: words that are passed over in silence.
        names: every name and other name that is known.
        nearest: the known words nearest to a word by spelling.
    """

    lookup: Callable[[str], str | None]
    objects: frozenset[str]
    kinds: dict[str, str]
    fillers: frozenset[str]
    names: Sequence[str] = ()
    nearest: Callable[[str], tuple[str, ...]] = lambda word: ()

    def entry(self, phrase: str) -> Entry | None:
        """What an English phrase is; None where it is nothing known."""
        if phrase in SHAPE_WORDS:
            return Entry("size", phrase)
        word = self.lookup(phrase) or self.kinds.get(phrase)
        if word is not None:
            return Entry("noun" if word in self.objects else "colour", phrase)
        if phrase in COUNTS:
            return Entry("count", phrase)
        if phrase in SIZES:
            return Entry("size", phrase)
        if phrase in RELATIONS:
            return Entry("verb", phrase)
        return Entry("filler", "") if phrase in self.fillers else None


@dataclass(frozen=True)
class Item:
    """A run of the prompt, and all that it may mean, at best first."""

    text: str
    """As the user wrote it."""
    entries: tuple[Entry, ...]
    weight: float = EXACT
    """How surely it is what it is taken for; see ``Table.find``."""

    @property
    def kind(self) -> Kind:
        """What it is at first sight."""
        return self.entries[0].kind

    def of(self, *kinds: str) -> Entry | None:
        """Its meaning of one of these kinds, or None."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


@dataclass(frozen=True)
class Translation:
    """A prompt in English.

    Args:
        language: code of the language that it was read as. english: the prompt.
        spans: (English words, what the user wrote for them), in the order of the English prompt.
        known: words of the user that were understood, each as surely as it is; telling: those of them that are no
            names, but small words of the language; words: all of them.
        guessed: (what the user wrote, English word) where accents were missing or the word is ambiguous without them.
    """

    language: str
    english: str
    spans: tuple[tuple[str, str], ...]
    known: float
    telling: int
    words: int
    guessed: tuple[tuple[str, str], ...] = ()


@dataclass
class _Phrase:
    """An object with what belongs to it, in English order when it is written."""

    before: list[tuple[str, str]] = field(default_factory=list)
    noun: tuple[str, str] | None = None
    counted: bool = False

    def words(self) -> list[tuple[str, str]]:
        """The phrase in English, with an article that keeps it apart from the word before ("riding a horse")."""
        begins = self.noun is not None and not any(word in COUNTS for word, _ in self.before)
        return [*([("a", "")] if begins else []), *self.before, *([self.noun] if self.noun else [])]


def translate(prompt: str, table: Table, english: English) -> Translation:
    """The prompt in English, by a table.

    Args:
        prompt: any text.
        table: of the language.
        english: for the words of it that are English.
    """
    items = _spaced(prompt, table, english) if table.spaces else _unspaced(prompt, table, english)
    understood = [item for item in items if item.kind not in ("unknown", "comma")]
    known = sum(item.weight * (len(item.text.split()) if table.spaces else len(item.text)) for item in understood)
    telling = sum(1 for item in items if item.kind in ("filler", "relation", "verb", "made", "link"))
    counted = sum(1 for item in items if item.kind != "comma")
    items = _settled(items, table)
    written = _head_last(items, table) if table.head_last else _head_first(items, table)
    unknown: dict[str, str] = {}
    spans: list[tuple[str, str]] = []
    for word, text in written:
        if word == "":
            word = next((held for held, known in unknown.items() if known == text), f"{PLACEHOLDER}{len(unknown)}q")
            unknown[word] = text
        spans.append((word, text))
    sentence = " ".join(word for word, _ in spans).replace(" ,", ",")
    guessed = tuple(
        (item.text, item.entries[0].english)
        for item in items
        if table.accents_count and item.weight == FOLDED and item.kind in _CONTENT
    )
    return Translation(table.code, sentence, tuple(spans), known, telling, counted, guessed)


def _spaced(prompt: str, table: Table, english: English) -> list[Item]:
    """The items of a prompt whose words have spaces between them."""
    texts = split(prompt)
    words = [word if word == "," else normal(word, table.script) for word in texts]
    if table.script == "cyrillic":
        texts = split(_joined_apostrophes(prompt))
        words = [word if word == "," else normal(word, table.script) for word in texts]
    items: list[Item] = []
    at = 0
    while at < len(words):
        if words[at] == ",":
            items.append(Item(",", (Entry("comma", ","),)))
            at += 1
            continue
        found = _longest(words, texts, at, table) or _affixed(words, texts, at, table)
        found = found or _english(words, texts, at, english) or _compound(words, texts, at, table)
        if not found:
            found = [Item(texts[at], (Entry("unknown", ""),))], 1
        items += found[0]
        at += found[1]
    return items


def _joined_apostrophes(text: str) -> str:
    """Cyrillic words whose apostrophe is a letter's, as one word."""
    for mark in "'\u2019\u02bc`":
        text = text.replace(mark, "")
    return text


def _longest(words: list[str], texts: list[str], at: int, table: Table) -> tuple[list[Item], int] | None:
    for length in range(min(table.longest, len(words) - at), 0, -1):
        run = words[at : at + length]
        if "," in run:
            continue
        entries, weight = table.find(run)
        text = " ".join(texts[at : at + length])
        if entries:
            item = Item(text, entries, weight)
            double = length == 1 and item.of("noun") and table.double and _is_double(run[0], table)
            return [Item(text, (Entry("count", "two"),)), item] if double else [item], length
    if (count := _number(words[at])) is not None:
        return [Item(texts[at], (Entry("count", count),))], 1
    # "kucing-kucing", cats.
    if words[at : at + 2] == [words[at]] * 2 and (rest := _longest(words, texts, at + 1, table)):
        return rest[0], rest[1] + 1
    return None


def _is_double(word: str, table: Table) -> bool:
    """Whether a noun's ending says that there are two: it is none of the noun's own letters."""
    flat = table.fold(word)
    if flat in table.folded or word in table.exact:
        return False
    return any(flat.endswith(ending) for ending in table.double)


def _number(word: str) -> str | None:
    """The English count of digits of any script, "1" as no word at all; None where it is no number."""
    try:
        digits = "".join(str(unicodedata.digit(c)) for c in word)
    except ValueError:
        return None
    return "" if digits == "1" else _WORDS.get(digits, digits)


def _affixed(words: list[str], texts: list[str], at: int, table: Table) -> tuple[list[Item], int] | None:
    """Words with a preposition or an article before them, or a relation behind them, written as one."""
    word = words[at]
    for prefix, relation in table.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            rest = [*words[:at], word[len(prefix) :], *words[at + 1 :]]
            found = _longest(rest, texts, at, table)
            if found:
                own = [Item(texts[at], (Entry("relation", relation),))] if relation else []
                return [*own, *found[0]], found[1]
    for suffix, relation in table.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            entries, weight = table.find([word[: -len(suffix)]])
            noun = tuple(entry for entry in entries if entry.kind == "noun")
            if noun:
                return [Item(texts[at], noun, weight), Item(texts[at], (Entry("relation", relation),))], 1
    return None


def _english(words: list[str], texts: list[str], at: int, english: English) -> tuple[list[Item], int] | None:
    """English words in a prompt of another language."""
    for length in range(min(4, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        if phrase.isascii() and "," not in phrase and (entry := english.entry(phrase)) is not None:
            return [Item(" ".join(texts[at : at + length]), (entry,), BORROWED)], length
    return None


def _compound(words: list[str], texts: list[str], at: int, table: Table) -> tuple[list[Item], int] | None:
    """A material or colour and a noun in one word: "Holzstuhl"."""
    word = words[at]
    if not table.compounds:
        return None
    for cut in range(len(word) - 3, 2, -1):
        right, _ = table.find([word[cut:]])
        noun = tuple(entry for entry in right if entry.kind == "noun")
        for left in (word[:cut], word[: cut - 1] if word[cut - 1] in "sn" else ""):
            entries, _ = table.find([left]) if len(left) > 1 and noun else ((), 0.0)
            first = tuple(entry for entry in entries if entry.kind in _ADJECTIVES)
            if first:
                return [Item(texts[at], first), Item(texts[at], noun)], 1
    return None


def _unspaced(prompt: str, table: Table, english: English) -> list[Item]:
    """The items of a prompt whose words have no spaces between them: as few and as long words as cover most of it."""
    characters: list[tuple[str, int, int]] = []
    """(letter, place in the prompt, its run between spaces)"""
    run = 0
    for place, c in enumerate(prompt):
        if c.isspace():
            run += 1
        for letter in normal(c, table.script).replace(" ", ""):
            characters.append((letter, place, run))
    text = "".join(letter for letter, _, _ in characters)
    cuts = _segments(text, [run for _, _, run in characters], table)
    items: list[Item] = []
    stray: list[int] = []

    def spelled(begin: int, end: int) -> str:
        return prompt[characters[begin][1] : characters[end - 1][1] + 1].strip()

    def flush() -> None:
        if not stray:
            return
        raw = spelled(stray[0], stray[-1] + 1)
        stray.clear()
        texts = split(raw)
        words = [normal(word, table.script) for word in texts]
        at = 0
        while at < len(words):
            if words[at] == ",":
                items.append(Item(",", (Entry("comma", ","),)))
                at += 1
                continue
            found = _english(words, texts, at, english) if words[at].isascii() else None
            number = _number(words[at])
            if number is not None:
                found = [Item(texts[at], (Entry("count", number),))], 1
            found = found or ([Item(texts[at], (Entry("unknown", ""),))], 1)
            items.extend(found[0])
            at += found[1]

    for begin, end, entries in cuts:
        if entries:
            flush()
            items.append(Item(spelled(begin, end), entries))
        else:
            stray.extend(range(begin, end))
    flush()
    return items


Segment = tuple[int, int, tuple[Entry, ...]]


def _segments(text: str, runs: list[int], table: Table) -> list[Segment]:
    """Cuts text where the least of it stays without meaning, and into the fewest words."""
    best: list[tuple[int, int, int, tuple[Entry, ...]]] = [(0, 0, 0, ())]
    for end in range(1, len(text) + 1):
        options: list[tuple[int, int, int, tuple[Entry, ...]]] = [(best[end - 1][0] + 100, 1, end - 1, ())]
        options += [
            (best[begin][0] + 10 + 4 * (end - begin == 1), -(end - begin), begin, table.exact[text[begin:end]])
            for begin in range(max(0, end - table.longest), end)
            if text[begin:end] in table.exact and not _inside_latin(text, begin, end)
        ]
        best.append(min(options, key=lambda option: option[:2]))
    cuts: list[Segment] = []
    end = len(text)
    while end:
        _, _, begin, entries = best[end]
        cuts.append((begin, end, entries))
        end = begin
    return _absorbed(cuts[::-1], text, runs)


def _inside_latin(text: str, begin: int, end: int) -> bool:
    """Whether a cut would go through a Latin word or a number."""
    return any(
        0 < at < len(text) and text[at - 1].isascii() and text[at].isascii() and text[at - 1 : at + 1].isalnum()
        for at in (begin, end)
    )


def _absorbed(cuts: list[Segment], text: str, runs: list[int]) -> list[Segment]:
    """A single letter next to what has no meaning is part of that: a horse in horsepower is none."""
    out = list(cuts)
    changed = True
    while changed:
        changed = False
        for k, (begin, end, entries) in enumerate(out):
            if not entries or end - begin > 1:
                continue
            after = k + 1 < len(out) and not out[k + 1][2] and runs[end - 1] == runs[out[k + 1][0]]
            after = after and text[out[k + 1][0]].isalnum()
            before = k > 0 and not out[k - 1][2] and runs[begin] == runs[out[k - 1][1] - 1]
            before = before and text[out[k - 1][1] - 1].isalnum() and not text[out[k - 1][1] - 1].isascii()
            is_content = any(entry.kind in ("noun", "colour", "material", "size") for entry in entries)
            if (after and not text[end].isascii()) and (is_content or before) or (before and is_content):
                out[k] = (begin, end, ())
                changed = True
    return out


def _settled(items: list[Item], table: Table) -> list[Item]:
    """Each item with one meaning: what may be a noun or a colour ("naranja") is what its neighbours leave it."""
    kept: list[Item] = []
    for k, item in enumerate(items):
        after = items[k + 1] if k + 1 < len(items) else None
        if item.text in table.counters or normal(item.text, table.script) in table.counters:
            counted = bool(kept) and kept[-1].kind == "count"
            leads = table.spaces and table.script == "latin" and after is not None and after.of("noun") is not None
            if counted or leads:
                continue
        noun, adjective = item.of("noun"), item.of(*_ADJECTIVES)
        if len(item.entries) > 1:
            chosen = item.of("count", "relation", "made", "verb", "filler", "link") or item.entries[0]
            if noun is not None and adjective is not None:
                chosen = adjective if _qualifies(kept, after, table) else noun
            elif noun is not None and chosen.kind == "size":
                chosen = chosen if _qualifies(kept, after, table) else noun
            elif noun is not None and chosen.kind == "filler":
                chosen = noun
            elif noun is not None and not any(before.kind in _NAMED for before in kept):
                # What joins two things joins nothing where nothing was named yet: "une porte rouge" is no "wearing".
                chosen = noun if chosen.kind in ("relation", "verb") else chosen
            made = item.of("made")
            if made is not None and after is not None and after.of("material") is not None:
                chosen = made
            elif made is not None and chosen is made and (other := item.of("relation")):
                chosen = other
            item = Item(item.text, (chosen, *[e for e in item.entries if e is not chosen]), item.weight)
        kept.append(item)
    return [item for item in kept if item.kind != "filler"] if table.spaces else _without_fillers(kept)


def _without_fillers(items: list[Item]) -> list[Item]:
    return [item for item in items if item.kind != "filler"]


def _qualifies(before: list[Item], after: Item | None, table: Table) -> bool:
    """Whether a word that may be a noun or an adjective stands where an adjective would."""
    last = next((item for item in reversed(before) if item.kind != "filler"), None)
    if last is not None and last.kind == "made":
        return True
    if table.adjectives_after:
        if last is not None and last.kind == "relation" and last.entries[0].english == "of":
            inner = [item for item in before if item.kind != "filler"]
            return len(inner) > 1 and inner[-2].kind == "noun"
        return last is not None and last.kind in ("noun", *_ADJECTIVES) and not (before and before[-1].kind == "filler")
    return after is not None and (after.of("noun", *_ADJECTIVES, "size") is not None or after.kind in ("link", "made"))


def _span(item: Item) -> tuple[str, str]:
    return item.entries[0].english, item.text


def _head_first(items: list[Item], table: Table) -> list[tuple[str, str]]:
    """English order where a phrase begins with what it is about."""
    out: list[_Phrase | tuple[str, str]] = []
    phrase: _Phrase | None = None
    waiting: list[tuple[str, str]] = []

    def noun_follows(k: int) -> bool:
        for later in items[k + 1 :]:
            if later.kind == "noun":
                return True
            if later.kind not in (*_ADJECTIVES, "size", "count", "unknown"):
                return False
        return False

    def close() -> None:
        nonlocal phrase, waiting
        if waiting and not (phrase is None and out and isinstance(out[-1], _Phrase)):
            out.extend(waiting)
        elif waiting and isinstance(out[-1], _Phrase):
            out[-1].before += waiting
        phrase, waiting = None, []

    for k, item in enumerate(items):
        kind = item.kind
        if kind == "count" and item.entries[0].english == "":
            continue
        if kind == "noun":
            if phrase is not None and phrase.noun and not waiting and table.adjectives_after and phrase.noun[0] != "":
                # A second name qualifies the first; English has it before.
                phrase.before.append(_span(item))
                continue
            phrase = _Phrase(waiting, _span(item), any(True for _ in waiting))
            waiting = []
            out.append(phrase)
        elif kind in (*_ADJECTIVES, "size", "count"):
            is_counted = kind == "count" and not table.counts_after
            belongs = phrase is not None and (table.adjectives_after or not noun_follows(k)) and not is_counted
            if belongs and phrase is not None:
                if kind in ("size", "count"):
                    phrase.before.insert(0, _span(item))
                else:
                    phrase.before.append(_span(item))
            else:
                waiting.append(_span(item))
        elif kind == "unknown":
            if phrase is not None and table.adjectives_after:
                phrase.before.append(_span(item))
            elif table.adjectives_after and not noun_follows(k):
                phrase = _Phrase(waiting, _span(item))
                waiting = []
                out.append(phrase)
            else:
                waiting.append(_span(item))
        elif kind == "made":
            follows = items[k + 1].kind if k + 1 < len(items) else ""
            if follows in _ADJECTIVES and phrase is not None:
                continue
            close()
            out.append(_span(item))
        elif kind in ("relation", "verb", "comma"):
            after = items[k + 1] if k + 1 < len(items) else None
            is_of = item.entries[0].english == "of" and after is not None and after.kind == "material"
            if is_of and phrase is not None:
                continue
            close()
            out.append(_span(item))
    close()
    return [word for part in out for word in (part.words() if isinstance(part, _Phrase) else [part])]


def _head_last(items: list[Item], table: Table) -> list[tuple[str, str]]:
    """English order where a phrase ends with what it is about."""
    parts = _phrases(items, table)
    out: list[tuple[str, str]] = []
    clause: list[_Phrase | Item] = []
    for part in [*parts, None]:
        if part is None or (isinstance(part, Item) and part.kind == "comma"):
            out += _clause(clause)
            clause = []
            if part is not None:
                out.append((",", ","))
        else:
            clause.append(part)
    return out


def _phrases(items: list[Item], table: Table) -> list[_Phrase | Item]:
    """Objects with what stands before them, and the relations between."""
    parts: list[_Phrase | Item] = []
    waiting: list[tuple[str, str]] = []
    counted = False

    def settle() -> None:
        nonlocal waiting, counted
        if waiting and any(word == "" for word, _ in waiting):
            *before, last = waiting
            parts.append(_Phrase(before, last, counted))
        elif waiting and parts and isinstance(parts[-1], _Phrase):
            parts[-1].before += waiting
        elif waiting:
            parts.append(_Phrase(waiting))
        waiting, counted = [], False

    for k, item in enumerate(items):
        kind = item.kind
        if kind == "noun":
            parts.append(_Phrase(waiting, _span(item), counted))
            waiting, counted = [], False
        elif kind == "count":
            after = items[k + 1].kind if k + 1 < len(items) else ""
            last = parts[-1] if parts else None
            follows = after not in (*_CONTENT, "unknown") and after != "link"
            if table.counts_after and isinstance(last, _Phrase) and not waiting and follows:
                if item.entries[0].english:
                    last.before.insert(0, _span(item))
                last.counted = True
            else:
                counted = True
                waiting += [_span(item)] if item.entries[0].english else []
        elif kind in (*_ADJECTIVES, "size", "unknown"):
            waiting.append(_span(item))
        elif kind == "made":
            # "made of" comes after its material, which is an adjective already.
            continue
        elif kind == "link" and waiting:
            continue
        else:
            settle()
            parts.append(item)
    settle()
    return parts


def _clause(parts: list[_Phrase | Item]) -> list[tuple[str, str]]:
    """The parts of a clause, put into English order."""
    whole: list[tuple[str, str]] | None = None
    head = 0
    """Words of the phrase that the clause is about, where something is said of it behind."""
    subjects: list[list[tuple[str, str]]] = []
    after: tuple[str, str] | None = None
    verb: tuple[str, str] | None = None
    joined = linked = False
    done: list[tuple[str, str]] = []
    for k, part in enumerate(parts):
        if isinstance(part, Item):
            word, text = _span(part)
            if part.kind == "link":
                linked = True
            elif word == "and":
                joined = whole is not None
            elif part.kind == "verb":
                if joined and whole is not None:
                    done += [*whole, ("and", "")]
                    whole, joined, head = None, False, 0
                verb = (word, text)
            elif whole is not None:
                after = (word, text)
            linked = linked and part.kind == "link"
            continue
        words = part.words()
        if verb is not None:
            rest = parts[k + 1 :]
            while (
                rest
                and isinstance(rest[0], Item)
                and rest[0].kind == "relation"
                and rest[0].entries[0].english != "and"
            ):
                rest = rest[1:]
            is_clause = len(rest) > 1 and isinstance(rest[0], Item) and rest[0].kind == "link"
            if whole is None:
                whole = words
                after = verb if is_clause or any(isinstance(p, _Phrase) for p in rest) else None
            else:
                head = len(whole)
                whole = [*whole, verb, *words]
            verb = None
        elif joined and whole is not None:
            if head and not part.counted:
                whole = [*whole[:head], ("and", ""), *words, *whole[head:]]
            else:
                whole = [*whole, ("and", ""), *words]
            joined = False
        elif after is not None and whole is not None:
            whole, head, after = [*words, after, *whole], len(words), None
        elif whole is None:
            whole = words
        elif linked:
            whole, head = [*words, ("of", ""), *whole], len(words)
        else:
            subjects.append(whole)
            whole, head = words, 0
        linked = False
    if after is not None and whole is not None and subjects:
        whole = [*subjects.pop(), after, *whole]
    return [*done, *(word for subject in subjects for word in subject), *(whole or [])]

"""The vocabulary of a prior: its words, how it reads a prompt, and suggestions while one is typed.

A prior is here what `bozzetto.jobs.train.priors.load_prior` returns. One with a closed vocabulary has a `lexicon`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bozzetto.jobs.bake.material import material_list
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.prompts import check_prompt, with_article_for
from bozzetto.jobs.train.priors import read_prompt

EXAMPLES = (
    "a red teddy bear",
    "a cat on a chair",
    "a penguin wearing a hat",
    "a green armchair",
    "a rocket",
    "a hamburger",
    "a blue car",
)
"""Prompts to begin with."""


@dataclass(frozen=True)
class Word:
    """A word that names an object."""

    name: str
    """As the prior has it."""
    aliases: tuple[str, ...]
    """Other names of it."""


@dataclass(frozen=True)
class Vocabulary:
    """The words of a prior."""

    objects: tuple[Word, ...]
    """Objects, by name."""
    adjectives: tuple[str, ...]
    """Colours and materials."""
    most_objects: int
    """As many go into one prompt."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of every object, and the adjectives."""
        return (*(name for word in self.objects for name in (word.name, *word.aliases)), *self.adjectives)


@dataclass(frozen=True)
class PromptReading:
    """How a prior reads a prompt."""

    problem: str = ""
    """Why the prompt cannot be started, or empty."""
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(word, nearest known words) for each word that is ignored."""
    assumed: tuple[tuple[str, str], ...] = ()
    """(word, known word that it is read as)."""
    has_no_object: bool = False
    """Whether the problem is that no word of it names an object that the prior knows."""
    notes: tuple[str, ...] = ()
    """Sentences that whoever typed the prompt should read."""


def vocabulary(prior: Any) -> Vocabulary | None:
    """The words of a prior that has a closed vocabulary; None for one that reads any text."""
    lexicon: Any = getattr(prior, "lexicon", None)
    if lexicon is None:
        return None
    others: dict[str, list[str]] = {}
    for alias, word in lexicon.aliases.items():
        others.setdefault(word, []).append(alias)
    objects = tuple(Word(name, tuple(sorted(others.get(name, [])))) for name in sorted(lexicon.objects))
    adjectives = tuple(word for word in lexicon.words if word not in lexicon.objects)
    return Vocabulary(objects, adjectives, lexicon.most_objects)


def interpret(prior: Any, prompt: str, negative: str = "") -> PromptReading:
    """How the prior reads a prompt; a prompt that cannot be used is a `problem`, never an error."""
    is_text = False
    try:
        check_prompt(prompt)
        check_prompt(negative, "negative prompt", allow_empty=True)
        is_text = True
        reading = read_prompt(prior, prompt, negative)
    except BozzettoError as error:
        lexicon: Any = getattr(prior, "lexicon", None)
        unknown = lexicon.read(prompt).unknown if lexicon is not None and isinstance(prompt, str) else ()
        return PromptReading(
            problem=str(error),
            has_no_object=is_text and lexicon is not None,
            unknown=tuple((word.word, tuple(word.nearest)) for word in unknown),
        )
    unknown = tuple((word.word, tuple(word.nearest)) for word in reading.unknown)
    return PromptReading(unknown=unknown, assumed=reading.assumed, notes=reading.notes)


def suggestions(words: Vocabulary, text: str, unknown: Sequence[str] = (), count: int = 8) -> tuple[str, ...]:
    """Prompts that the text could become: its last word completed, an object added, or a colour put before the object.

    Words that the prior does not know are left out of them, and a word that is complete is not completed further.

    Args:
        words: the vocabulary.
        text: what has been typed so far.
        unknown: words of it that the prior does not know.
        count: most suggestions.
    """
    parts = text.split()
    if not parts:
        return EXAMPLES[:count]
    names = sorted(words.names, key=lambda name: (len(name), name))
    unknown_words = {word.lower() for word in unknown}
    last = parts[-1]
    kept = [part for part in parts[:-1] if _bare(part) not in unknown_words]
    objects = {name for word in words.objects for name in (word.name, *word.aliases)}
    is_complete = any(_bare(" ".join((*kept, last)[-n:])) in {*objects, *words.adjectives} for n in (1, 2, 3))
    offered: list[str] = []
    if not is_complete and not text.endswith(" "):
        for length in range(min(3, len(kept) + 1), 0, -1):
            end = " ".join((*kept, last)[-length:]).lower()
            head = " ".join((*kept, last)[:-length])
            if len(end) >= 2:
                offered += [f"{head} {name}".strip() for name in names if name.startswith(end)]
    if offered:
        return tuple(dict.fromkeys(offered))[:count]
    if is_complete or _bare(last) not in unknown_words:
        kept.append(last)
    flat = " ".join(kept)
    lower = flat.lower()
    endings = [name for name in objects if lower == name or lower.endswith(" " + name)]
    # What has a colour or a material needs no other.
    has_adjective = not {*words.adjectives, *_material_words()}.isdisjoint(lower.split())
    if endings and not has_adjective:
        name = max(endings, key=len)
        head = flat[: len(flat) - len(name)]
        offered += [f"{with_article_for(head, adjective)}{adjective} {name}" for adjective in words.adjectives[:count]]
    elif kept and _bare(kept[-1]) in words.adjectives:
        offered += [f"{flat} {word.name}" for word in words.objects[:: max(1, len(words.objects) // count)]]
    return tuple(dict.fromkeys(prompt for prompt in offered if prompt != " ".join(parts)))[:count]


@lru_cache(maxsize=1)
def _material_words() -> frozenset[str]:
    """Single words that name a material."""
    entries = (entry for entry in material_list() if entry.family not in ("states", "patterns"))
    return frozenset(word for entry in entries for word in entry.words if " " not in word)


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()").lower()


def replace_word(text: str, word: str, replacement: str) -> str:
    """The text with a word, as a whole and in any case, replaced by another."""
    return " ".join(replacement if _bare(part) == word.lower() else part for part in text.split())


def prompt_of(word: str, colour: str = "") -> str:
    """A prompt of a word of the vocabulary and, if one is given, a colour or material."""
    name = f"{colour} {word}" if colour else word
    if word.endswith("s") and not word.endswith("ss"):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def find_objects(words: Vocabulary, search: str) -> tuple[Word, ...]:
    """The objects whose name or other name holds the text that is searched for."""
    wanted = " ".join(search.lower().split())
    return tuple(word for word in words.objects if any(wanted in name for name in (word.name, *word.aliases)))

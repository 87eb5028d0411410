"""The words of a prior: what it knows, how it reads a prompt, and what could come next while one is typed.

A prior is here what `bozzetto.jobs.train.priors.load_prior` returns. One with a closed vocabulary has a `lexicon`.
"""

import re
from dataclasses import dataclass
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.prompts import check_prompt
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
    """What a prior knows."""

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
class Reading:
    """What a prior makes of a prompt."""

    problem: str = ""
    """Why the prompt cannot be started, or empty."""
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(word, nearest known words) for each word that is passed over."""
    assumed: tuple[tuple[str, str], ...] = ()
    """(word, known word that it is read as)."""
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


def read(prior: Any, prompt: str, negative: str = "") -> Reading:
    """What the prior makes of a prompt; a prompt that cannot be used is a `problem`, never an error."""
    try:
        check_prompt(prompt)
        check_prompt(negative, "negative prompt", allow_empty=True)
        found = read_prompt(prior, prompt, negative)
    except BozzettoError as error:
        lexicon: Any = getattr(prior, "lexicon", None)
        unknown = lexicon.read(prompt).unknown if lexicon is not None and isinstance(prompt, str) else ()
        return Reading(problem=str(error), unknown=tuple((word.word, tuple(word.nearest)) for word in unknown))
    unknown = tuple((word.word, tuple(word.nearest)) for word in found.unknown)
    return Reading(unknown=unknown, assumed=found.assumed, notes=found.notes)


def suggestions(words: Vocabulary, text: str, count: int = 8) -> tuple[str, ...]:
    """Prompts that the text could become: its last word completed, an object added, or a colour put before the object.

    Args:
        words: the vocabulary.
        text: what has been typed so far.
        count: most suggestions.
    """
    flat = " ".join(text.split())
    if not flat:
        return EXAMPLES[:count]
    lower = flat.lower()
    names = sorted(words.names, key=lambda name: (len(name), name))
    found: list[str] = []
    parts = flat.split(" ")
    for length in range(min(3, len(parts)), 0, -1):
        end, head = " ".join(parts[-length:]).lower(), " ".join(parts[:-length])
        if not text.endswith(" ") and len(end) >= 2:
            found += [f"{head} {name}".strip() for name in names if name.startswith(end) and name != end]
    known = {name for word in words.objects for name in (word.name, *word.aliases)}
    is_object = any(lower == name or lower.endswith(" " + name) for name in known)
    adjectives = [word for word in words.adjectives if word not in lower.split()]
    if is_object and len(adjectives) == len(words.adjectives):
        name = max((name for name in known if lower == name or lower.endswith(" " + name)), key=len)
        head = flat[: len(flat) - len(name)]
        found += [f"{_before(head, adjective)}{adjective} {name}" for adjective in adjectives[:count]]
    elif parts[-1].lower() in words.adjectives:
        found += [f"{flat} {word.name}" for word in words.objects[:: max(1, len(words.objects) // count)]]
    return tuple(dict.fromkeys(found))[:count]


def _before(head: str, word: str) -> str:
    """What comes before a word, with the article that the word wants ("an orange chair")."""
    return re.sub(r"\b(an?) $", "an " if word[0] in "aeiou" else "a ", head, flags=re.IGNORECASE)


def replaced(text: str, word: str, known: str) -> str:
    """The text with a word, as a whole and in any case, replaced by another."""
    return " ".join(known if part.strip(".,;:!?\"'()").lower() == word.lower() else part for part in text.split())


def matching(words: Vocabulary, search: str) -> tuple[Word, ...]:
    """The objects whose name or other name holds the text that is searched for."""
    wanted = " ".join(search.lower().split())
    return tuple(word for word in words.objects if any(wanted in name for name in (word.name, *word.aliases)))

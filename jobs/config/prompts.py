"""The border check of prompts. A prompt is text and stays text: it never becomes a path, markup or a command."""

import hashlib
import re
import unicodedata

from bozzetto.jobs.config.errors import PromptError

MAX_CHARACTERS = 500
SLUG_CHARACTERS = 40


def check_prompt(prompt: object, name: str = "prompt", allow_empty: bool = False) -> str:
    """The prompt with its outer and repeated white space removed, or an error that says what is wrong with it.

    Args:
        prompt: what the user gave.
        name: how error messages call it.
        allow_empty: whether an empty text is fine, as it is for a negative prompt.
    Returns:
        Unicode NFC text of at most MAX_CHARACTERS characters, all printable.
    Raises:
        PromptError: not a string, empty, too long, or with control or unpaired surrogate characters.
    """
    if not isinstance(prompt, str):
        raise PromptError(f"the {name} must be text, got {type(prompt).__name__}")
    # Surrogates are what undecodable bytes of a command line turn into; unassigned code points are left alone.
    bad = [c for c in prompt if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r"]
    if bad:
        raise PromptError(f"the {name} holds a control or undecodable character (U+{ord(bad[0]):04X}); remove it")
    text = " ".join(unicodedata.normalize("NFC", prompt).split())
    if len(text) > MAX_CHARACTERS:
        raise PromptError(f"the {name} has {len(text)} characters; at most {MAX_CHARACTERS} are allowed")
    if not allow_empty and not any(c.isalnum() for c in text):
        raise PromptError(f'the {name} is empty: say what to make, for example "a red chair"')
    return text


def slug(prompt: str) -> str:
    """A folder-safe name of [a-z0-9-], at most SLUG_CHARACTERS + 7 characters, ending in a short hash of the prompt."""
    ascii_text = unicodedata.normalize("NFKD", prompt).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_text)[:SLUG_CHARACTERS].strip("-")
    digest = hashlib.sha256(prompt.encode()).hexdigest()[:6]
    return f"{words}-{digest}" if words else digest


def article(word: str) -> str:
    """ "a" or "an", by a word's first letter."""
    return "an" if word[:1].lower() in tuple("aeiou") else "a"


def with_article_for(before: str, word: str) -> str:
    """What comes before a word, with the article that the word wants: "A " becomes "An " before "orange"."""
    return re.sub(r"\b(a)n? $", lambda m: m[1] + article(word)[1:] + " ", before, flags=re.IGNORECASE)

"""The workbench's own texts in several languages: one file a language in ``texts/``, ``key = text`` a line.

English has every key. What another language lacks is shown in English, so that a half-finished translation is of use.
A new language is a new file; see docs/languages.md.
"""

import functools
import re
import string
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
DEFAULT = "en"


def languages() -> dict[str, str]:
    """Code -> the language's own name, English first: {"en": "English", "zh": "中文"}."""
    codes = sorted((path.stem for path in FOLDER.glob("*.txt")), key=lambda code: (code != DEFAULT, code))
    return {code: read_texts(FOLDER / f"{code}.txt")["language"] for code in codes}


def text(key: str, language: str = DEFAULT, **values: object) -> str:
    """A text of the workbench.

    Args:
        key: as in the files, such as ``action.make``.
        language: a code of `languages`; the text is English where that language lacks it.
        values: what stands for {name} in the text.
    Raises:
        KeyError: no such key, no such language, or a value that the text names was not given.
    """
    texts = _texts(language)
    found = texts[key] if key in texts else _texts(DEFAULT)[key]
    return found.format(**values) if values or "{" in found else found


def nearest_language(locale: str | None) -> str:
    """The code of `languages` that suits a locale such as ``zh-CN`` or ``de_AT.UTF-8``; English where none does."""
    code = re.split(r"[.@]", (locale or "").replace("_", "-"))[0].lower()
    known = {name.lower(): name for name in languages()}
    while code and code not in known:
        code = code.rpartition("-")[0]
    return known.get(code, DEFAULT)


def read_texts(path: Path) -> dict[str, str]:
    """The texts of a file.

    Raises:
        ValueError: a line is no ``key = text``, a key stands there twice, or braces do not match; the message has the
            file and the line.
    """
    texts: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, equals, value = (part.strip() for part in line.partition("="))
        if not equals or not key or not value:
            raise ValueError(f"{path}:{number}: expected 'key = text', got {line!r}")
        if key in texts:
            raise ValueError(f"{path}:{number}: the key {key!r} stands there twice")
        try:
            placeholders(value)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error
        texts[key] = value.replace("\\n", "\n")
    return texts


def placeholders(value: str) -> set[str]:
    """The names in braces of a text.

    Raises:
        ValueError: a brace without its other, or one that is no plain name.
    """
    names = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
    if strange := sorted(name for name in names if not name.isidentifier()):
        raise ValueError(f"expected a name in braces, got {{{strange[0]}}}")
    return names


@functools.cache
def _texts(language: str) -> dict[str, str]:
    path = FOLDER / f"{language}.txt"
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]+)?", language) or not path.is_file():
        raise KeyError(f"no texts in the language {language!r}; there are {', '.join(languages())}")
    return read_texts(path)

"""Prompts, names and reasons on the page: they are data, and no part of them may act as markup."""

import html
import re
import time

_WORD_JOINER = "\u2060"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    """Text for a place where Streamlit reads Markdown, so that it shows exactly as it is.

    Every ASCII punctuation mark is escaped. A colon is also followed by an invisible word joiner, because short codes
    such as `:smile:` are looked for after escapes have been resolved.
    """
    flat = " ".join(str(text).split())
    return _PUNCTUATION.sub(r"\\\1", flat).replace("\\:", "\\:" + _WORD_JOINER)


def markup(text: object) -> str:
    """Text for a place in HTML, quotes included."""
    return html.escape(str(text), quote=True)


def duration(seconds: float | None) -> str:
    """Seconds as people say them: `8 s`, `3 min 20 s`, `2 h 5 min`; an en dash when they are not known."""
    if seconds is None or seconds < 0 or seconds != seconds:
        return "\u2013"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole < 600 else f"{round(whole / 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def moment(seconds: float) -> str:
    """A time since 1970 as a local date and time."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds)) if seconds else ""


def size(count: int) -> str:
    """Bytes as people say them."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count} bytes"

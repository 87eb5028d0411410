"""Text on the page. Prompts, names and reasons are data: no part of them may act as markup."""

import html
import time


def escape_html(text: object) -> str:
    """Text for a place in HTML, quotes included."""
    return html.escape(str(text), quote=True)


def format_time(seconds: float) -> str:
    """A time since 1970 as a local date and time."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds)) if seconds else ""


def sentence(text: str) -> str:
    """A message as a sentence: a capital first, and a full stop at the end."""
    text = text.strip()
    if not text:
        return text
    return text[:1].upper() + text[1:] + ("" if text[-1] in ".!?\u2026" else ".")

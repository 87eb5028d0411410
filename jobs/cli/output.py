"""What the command line prints of texts that others may have written."""

import sys
from collections.abc import Iterable
from typing import TextIO

# Joiners are part of many scripts and of emoji; other invisible characters can hide or turn round what is read.
_KEPT = "\u200c\u200d"


def printable(text: str) -> str:
    """The text on one line, with what a terminal would obey, and what cannot be shown, as escapes such as \\x1b.

    A prompt, a reason or the name of a folder may hold sequences that move the cursor, set the window's title or paste.
    """
    return "".join(
        c if c.isprintable() or c in _KEPT or (c.isspace() and c not in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
        else c.encode("unicode_escape").decode("ascii")
        for c in text
    )  # fmt: skip


def print_lines(lines: Iterable[str], file: TextIO | None = None) -> None:
    """Prints lines, each by `printable`."""
    for line in lines:
        print(printable(line), file=file or sys.stdout, flush=file is sys.stderr)


def allow_any_path() -> None:
    """Lets standard output carry names of files that are not valid text, as they are."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            utf8 = (stream.encoding or "").lower().replace("-", "") == "utf8"
            reconfigure(errors=errors if utf8 else "backslashreplace")

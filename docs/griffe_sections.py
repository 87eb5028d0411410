"""A griffe extension: sections of a docstring may follow each other without an empty line."""

import re
from typing import Any

import griffe

_SECTION = re.compile(r"(?<!\n)\n(?=(?:Args|Returns|Raises|Yields):\n)")


class Sections(griffe.Extension):
    """Puts the empty line in that the parser of Google's style asks for."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Called with every module, class, function and attribute once it is read."""
        if obj.docstring is not None:
            obj.docstring.value = _SECTION.sub("\n\n", obj.docstring.value)

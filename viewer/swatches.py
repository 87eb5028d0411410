"""Pictures of every material, state and pattern that prompts may name: one sheet of balls, which ships.

``python -m bozzetto.viewer.swatches`` draws it again after a material has changed (a minute).
"""

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import UInt8
from PIL import Image
from starlette.routing import Route

from bozzetto.atomic import write_bytes
from bozzetto.jobs.bake.material import MaterialEntry, material_list, material_thumbnail
from bozzetto.jobs.config.prompts import with_article_for
from bozzetto.viewer.http_json import RequestError, Values, get, text
from bozzetto.viewer.shell import STATIC, front_address
from bozzetto.viewer.vocabulary import Vocabulary, prompt_of
from bozzetto.viewer.workbench import Workbench

SHEET = "materials.webp"
COLUMNS, TILE = 16, 104
"""Balls in a row of the sheet, and pixels along a side of one."""
DRAWN = 116
"""Pixels of the picture that a tile is the middle of: the ball fills its circle."""
WEBP_QUALITY = 82


SUITED = {
    "wood": "chair", "metal": "teapot", "stone": "lion", "ceramic": "vase", "glass": "vase", "fabric": "armchair",
    "plastic": "rubber duck", "organic": "house", "states": "barrel", "patterns": "vase",
}  # fmt: skip
"""An object that shows a family of materials well, for a prompt that names no object yet."""


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    return [
        get(f"{root}/materials", lambda _, values: materials()),
        get(f"{root}/prompt/material", lambda _, values: prompt_with(workbench.words, values)),
    ]


def materials() -> dict[str, Any]:
    """The words in the order of the sheet, and where it is."""
    entries = material_list()
    return {
        "sheet": front_address(SHEET),
        "columns": COLUMNS,
        "rows": -(-len(entries) // COLUMNS),
        "entries": [
            {"word": entry.words[0], "others": entry.words[1:], "family": entry.family, "tile": tile}
            for tile, entry in enumerate(entries)
        ],
    }


def prompt_with(words: Vocabulary | None, values: Values) -> dict[str, str]:
    """A prompt with a material before its object, or before an object that suits it where it names none."""
    return {"prompt": with_material(words, text(values, "prompt"), text(values, "word", most=60))}


def with_material(words: Vocabulary | None, text: str, material: str) -> str:
    """A prompt with a material, a state or a pattern put before its first object.

    A material that stands there already is replaced, since two would be a material and the colour of it. A prompt
    without a known object becomes one of an object that suits the material; where the vocabulary is not closed the
    word goes to the front.

    Args:
        words: the vocabulary, or None for a prior that reads any text.
        text: what has been typed.
        material: a first spelling of `material_list`.

    Raises:
        RequestError: there is no such material.
    """
    entries = {entry.words[0]: entry for entry in material_list()}
    if material not in entries:
        raise RequestError(f"word: expected a material, a state or a pattern, got {material!r:.60}")
    text = " ".join(text.split())
    if words is None:
        return f"{material} {text}".strip()
    at = _first_object(words, text)
    if at is None:
        return prompt_of(SUITED[entries[material].family], material)
    before, after = text[:at], text[at:]
    if _holds(before, material):
        return text
    if entries[material].family not in ("states", "patterns"):
        before = _without_materials(before, list(entries.values()))
    return f"{with_article_for(before, material)}{material} {after}"


def _first_object(words: Vocabulary, text: str) -> int | None:
    """Where the first word of the first object stands, of those that begin there the longest."""
    names = sorted({name for word in words.objects for name in (word.name, *word.aliases)}, key=len, reverse=True)
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, names))})(?:e?s)?\b", text, re.IGNORECASE)
    return None if found is None else found.start()


def _holds(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _without_materials(before: str, entries: Sequence[MaterialEntry]) -> str:
    """What stands before an object without the words of a material at its end."""
    spellings = (word for entry in entries if entry.family not in ("states", "patterns") for word in entry.words)
    either = "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))
    return re.sub(rf"\b(?:{either}) $", "", before, flags=re.IGNORECASE)


def tile_of(name: str) -> UInt8[np.ndarray, "tile tile 3"]:
    """The picture of a material, a state or a pattern as it stands on the sheet, display colours."""
    edge = (DRAWN - TILE) // 2
    return material_thumbnail(name, DRAWN)[edge : edge + TILE, edge : edge + TILE]


def sheet_of(entries: Sequence[MaterialEntry]) -> bytes:
    """A sheet of all of them, WebP."""
    rows = -(-len(entries) // COLUMNS)
    sheet = np.full((rows * TILE, COLUMNS * TILE, 3), 255, np.uint8)
    for n, entry in enumerate(entries):
        y, x = n // COLUMNS * TILE, n % COLUMNS * TILE
        sheet[y : y + TILE, x : x + TILE] = tile_of(entry.name)
    out = io.BytesIO()
    Image.fromarray(sheet).save(out, "WEBP", quality=WEBP_QUALITY, method=6)
    return out.getvalue()


def write_sheet(path: Path) -> None:
    """Writes the sheet of all materials."""
    write_bytes(path, sheet_of(material_list()))


if __name__ == "__main__":
    write_sheet(STATIC / SHEET)

"""Materials in the workbench: the sheet of their pictures, the words that a click takes, a prompt that gets one."""

import io

import numpy as np
import pytest
from PIL import Image

from bozzetto.jobs.bake.material import material_list
from bozzetto.viewer.http_json import RequestError
from bozzetto.viewer.shell import STATIC
from bozzetto.viewer.swatches import COLUMNS, SHEET, SUITED, TILE, materials, tile_of, with_material
from bozzetto.viewer.vocabulary import interpret


def test_the_sheet_shows_every_material_as_it_is_now():
    listed, entries = materials(), material_list()
    sheet = Image.open(STATIC / SHEET)
    assert len(listed["entries"]) == len(entries)
    assert sheet.size == (COLUMNS * TILE, listed["rows"] * TILE), "draw it again: python -m bozzetto.viewer.swatches"
    assert f"/{SHEET}?v=" in listed["sheet"]
    pixels = np.asarray(sheet.convert("RGB"), np.float32)
    for n in (0, len(entries) // 2, len(entries) - 1):
        y, x = n // COLUMNS * TILE, n % COLUMNS * TILE
        drawn = io.BytesIO()
        Image.fromarray(tile_of(entries[n].name)).save(drawn, "WEBP", quality=82)
        now = np.asarray(Image.open(drawn).convert("RGB"), np.float32)
        stored = pixels[y : y + TILE, x : x + TILE]
        assert np.abs(stored - now).mean() < 4, f"{entries[n].name}: python -m bozzetto.viewer.swatches"
        other = pixels[y : y + TILE, (x + 3 * TILE) % pixels.shape[1] :][:, :TILE]
        assert np.abs(other - now).mean() > 10


@pytest.mark.parametrize(
    ("text", "material", "expected"),
    [
        ("a cat on a chair", "wooden", "a wooden cat on a chair"),
        ("an owl", "knitted", "a knitted owl"),
        ("a lion", "oak", "an oak lion"),
        ("A lion", "oak", "An oak lion"),
        ("three cats", "knitted", "three knitted cats"),
        ("a wooden chair", "oak", "an oak chair"),
        ("a red oak chair", "marble", "a red marble chair"),
        ("a blue car", "striped", "a blue striped car"),
        ("a striped wooden chair", "striped", "a striped wooden chair"),
        ("", "rusty", "a rusty barrel"),
        ("   ", "silk", "a silk armchair"),
    ],
)
def test_a_material_goes_before_the_object(words, text, material, expected):
    assert with_material(words, text, material) == expected


def test_a_prior_that_reads_anything_gets_the_word_in_front():
    assert with_material(None, "castle of dreams", "marble") == "marble castle of dreams"
    assert with_material(None, "", "marble") == "marble"


def test_every_material_alone_makes_a_prompt_that_is_understood(prior, words):
    assert {entry.family for entry in material_list()} == set(SUITED)
    for entry in material_list():
        found = interpret(prior, with_material(words, "", entry.words[0]))
        assert not found.problem and not found.unknown, (entry.words[0], found)


def test_a_word_that_is_no_material_is_refused(words):
    with pytest.raises(RequestError, match="expected a material"):
        with_material(words, "a chair", "icy cold")

"""The lexicon from assets and a WordNet of a few synsets."""

from dataclasses import replace

import pytest

from bozzetto.foundry.assets import Asset
from bozzetto.foundry.words import build_lexicon

INDEX = """  1 licence text
dog n 2 2 @ ~ 2 1 00000010 00000090
car n 1 2 @ ~ 1 1 00000050
pointer n 2 1 @ 2 0 00000080 00000070
trout n 2 1 @ 2 0 00000100 00000070
"""
DATA = """  1 licence text
00000010 05 n 02 dog 0 domestic_dog 0 003 ~ 00000020 n 0000 ~ 00000030 n 0000 ~ 00000070 n 0000 | a dog
00000020 05 n 02 spaniel 0 bird_dog 0 001 ~ 00000040 n 0000 | a kind
00000030 05 n 01 puppy 0 000 | known already
00000040 05 n 01 Cocker_spaniel 0 000 | a kind of a kind
00000050 06 n 01 car 0 001 ~ 00000060 n 0000 | a car
00000060 06 n 01 T34 0 000 | not a word
00000070 05 n 02 pointer 0 trout 0 000 | a kind, but also a stick, and food
00000080 06 n 01 pointer 0 000 | a stick
00000090 18 n 01 dog 0 000 | another sense
00000100 13 n 01 trout 0 000 | food
"""


def asset(noun: str, *synonyms: str, material: str | None = None) -> Asset:
    return Asset(f"lib/{noun}", noun, synonyms, material, True, "me", "CC0-1.0", "lib", 1, ())


def test_kinds_come_from_the_chosen_sense_and_never_hide_known_words(tmp_path):
    (tmp_path / "index.noun").write_text(INDEX)
    (tmp_path / "data.noun").write_text(DATA)
    lexicon = build_lexicon([asset("dog", "puppy"), asset("car", material="metal")], tmp_path)
    objects = {kind: word for kind, word in lexicon.kinds.items() if word in lexicon.objects}
    # "Pointer" is usually a stick; a "trout" is food and still the animal.
    assert objects == {"spaniel": "dog", "bird dog": "dog", "cocker spaniel": "dog", "trout": "dog"}
    assert lexicon.words[:2] == ("dog", "car") and "metal" in lexicon.words
    assert lexicon.aliases["puppy"] == "dog" and lexicon.aliases["steel"] == "metal"
    assert "wood" not in lexicon.aliases, "an alias of a material that no object has"


def test_kinds_that_an_asset_names_itself_are_read_as_it_unless_they_have_a_meaning(tmp_path):
    (tmp_path / "index.noun").write_text(INDEX)
    (tmp_path / "data.noun").write_text(DATA)
    wolf = replace(asset("wolf"), kinds=("coyote", "spaniel", "puppy"))
    lexicon = build_lexicon([asset("dog", "puppy"), wolf], tmp_path)
    assert lexicon.kinds["coyote"] == "wolf" and lexicon.kinds["spaniel"] == "wolf", "before WordNet's"
    assert lexicon.kinds["cocker spaniel"] == "dog" and "puppy" not in lexicon.kinds


def test_shades_are_read_as_the_nearest_colour_unless_they_name_an_object(tmp_path):
    (tmp_path / "index.noun").write_text(INDEX)
    (tmp_path / "data.noun").write_text(DATA)
    lexicon = build_lexicon([asset("dog"), asset("ruby"), replace(asset("duck"), kinds=("teal",))], tmp_path)
    found = {shade: lexicon.kinds[shade] for shade in ("navy", "silver", "beige", "bronze", "teal")}
    assert found == {"navy": "blue", "silver": "gray", "beige": "white", "bronze": "brown", "teal": "blue"}
    assert "ruby" not in lexicon.kinds


def test_an_absent_wordnet_names_the_package(tmp_path):
    with pytest.raises(FileNotFoundError, match="apt-get install wordnet-base"):
        build_lexicon([asset("dog")], tmp_path)

"""Words for materials, states and patterns: read as adjectives of their object, and as the prior's own words."""

from dataclasses import replace

import pytest

from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.looks import LookWords
from bozzetto.sds.scene import things

WORDS = LookWords(
    names={
        "wooden": "wood", "oak": "oak", "glass": "glass", "rusty": "rusty", "iron": "iron", "gold": "gold",
        "golden": "gold", "striped": "striped", "red": "red", "blue": "blue", "light blue": "light blue",
        "cheese": "cheese", "candy": "candy", "polka dot": "polka dot",
    },
    colours=frozenset({"red", "blue", "light blue"}),
    afterwards={"covered in moss": "mossy"},
    near=lambda names: ("brown",) if "rusty" in names else ("red",) if "red" in names else (),
)  # fmt: skip


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(
        words=("chair", "barrel", "socks", "cup", "pizza", "cheese", "dog", "tangerine", "red", "blue", "brown"),
        aliases={"glass": "cup", "glass of water": "cup", "orange": "red"},
        kinds={"golden retriever": "dog", "scarlet": "red"},
        objects=frozenset({"chair", "barrel", "socks", "cup", "pizza", "cheese", "dog", "tangerine"}),
        looks=WORDS,
    )


@pytest.mark.parametrize(
    ("prompt", "looks", "adjectives"),
    [
        ("a wooden chair", [("wood",)], [()]),
        ("a rusty iron barrel", [("rusty", "iron")], [("brown",)]),
        ("a red glass cup", [("red", "glass")], [("red",)]),
        ("red and blue striped socks", [("red", "blue", "striped")], [("red",)]),
        ("a light-blue striped chair", [("light blue", "striped")], [()]),
        ("a wooden chair and a rusty barrel", [("wood",), ("rusty",)], [(), ("brown",)]),
        ("a chair made of solid gold", [("gold",)], [()]),
        ("a barrel made from red candy", [("red", "candy")], [("red",)]),
        ("a chair covered in moss", [("mossy",)], [()]),
        ("a polka dot cup", [("polka dot",)], [()]),
        ("a chair, wooden", [("wood",)], [()]),
        # What names an object or is of one is none.
        ("a glass", [()], [()]),
        ("a glass of water", [()], [()]),
        ("a cheese pizza", [()], [()]),
        ("a golden retriever", [()], [()]),
        # Mere colours are the prior's own.
        ("a red chair", [()], [("red",)]),
        ("a scarlet chair", [()], [("red",)]),
    ],
)
def test_looks_belong_to_their_object(lexicon, prompt, looks, adjectives):
    reading = lexicon.read(prompt)
    found = list(things(reading.scene))
    assert [thing.looks for thing in found] == looks
    assert [thing.adjectives for thing in found] == adjectives
    assert reading.unknown == ()
    assert set(reading.words) == {word for thing in found for word in thing.words}


def test_a_part_that_is_not_known_takes_its_look_with_it(lexicon):
    reading = lexicon.read("a chair with a golden handle")
    assert [thing.looks for thing in things(reading.scene)] == [()]
    assert [u.word for u in reading.unknown] == ["gold handle"]


def test_a_colour_without_an_object_is_the_fruit(lexicon):
    reading = lexicon.read("an orange")
    assert (reading.words, reading.assumed) == (("tangerine",), (("orange", "tangerine"),))
    assert lexicon.read("an orange chair").words == ("red", "chair")
    assert lexicon.read("a chair with an orange on it").words == ("chair", "tangerine")
    assert lexicon.read("a chair with an orange cup").words == ("chair", "red", "cup")


def test_without_anybody_who_paints_they_are_unknown(lexicon):
    reading = replace(lexicon, looks=None).read("a rusty chair")
    assert [u.word for u in reading.unknown] == ["rusty"]
    assert [thing.looks for thing in things(reading.scene)] == [()]


@pytest.mark.parametrize(
    ("prompt", "parts", "nouns", "unknown"),
    [
        ("a chair with golden legs", [(("legs", ("gold",)),)], ["chair"], []),
        ("a chair with a golden leg and a red seat", [(("legs", ("gold",)), ("seat", ("red",)))], ["chair"], []),
        # What is an object too is a part where it has looks, and the object where it has none.
        ("a chair with a blue cup", [(("cup", ("blue",)),)], ["chair"], []),
        ("a chair with a cup", [(), ()], ["chair", "cup"], []),
        ("a wooden chair with rusty iron legs and a dog", [(("legs", ("rusty", "iron")),), ()], ["chair", "dog"], []),
        ("a chair with legs", [()], ["chair"], []),
        ("a barrel with golden legs", [()], ["barrel"], ["gold legs"]),
        ("a chair on golden legs", [()], ["chair"], ["gold legs"]),
    ],
)
def test_looks_of_parts_that_a_noun_has(lexicon, prompt, parts, nouns, unknown):
    reading = replace(lexicon, parts={"chair": frozenset({"legs", "seat", "cup"})}).read(prompt)
    found = list(things(reading.scene))
    assert sorted(thing.noun for thing in found) == sorted(nouns)
    assert [thing.parts for thing in found if thing.noun == nouns[0]] == parts[:1]
    assert [u.word for u in reading.unknown] == unknown
    assert all(thing.looks == (("wood",) if "wooden" in prompt else ()) for thing in found if thing.noun == "chair")

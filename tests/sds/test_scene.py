"""What a prompt says of where its objects stand."""

from dataclasses import replace

import pytest

from bozzetto.sds.embedded import known_words
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.scene import GREAT, MOST_THINGS, SMALL, Group, Thing, row, things

LEXICON = Lexicon(
    words=("cat", "dog", "chair", "sofa", "apple", "bowl", "sneakers", "coffee cup", "red", "green", "wooden"),
    aliases={"kitten": "cat", "cup": "bowl", "wood": "wooden"},
    kinds={"navy": "green"},
    objects=frozenset({"cat", "dog", "chair", "sofa", "apple", "bowl", "sneakers", "coffee cup"}),
)
CAT, DOG, CHAIR, SOFA, APPLE, BOWL = (Thing(noun) for noun in ("cat", "dog", "chair", "sofa", "apple", "bowl"))


def scene(prompt: str):
    return LEXICON.read(prompt).scene


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a cat", CAT),
        ("a cat on a chair", Group("on", (CAT, CHAIR))),
        ("a kitten sitting on top of the chair", Group("on", (CAT, CHAIR))),
        ("a cat inside a chair", Group("on", (CAT, CHAIR))),
        ("a bowl of apples", Group("on", (Thing("apple"), Thing("bowl")))),
        ("a cat under a chair", Group("under", (CAT, CHAIR))),
        ("a cat next to a dog", Group("beside", (CAT, DOG))),
        ("a cat to the right of a dog", Group("beside", (DOG, CAT))),
        ("a cat, a dog and a chair", Group("beside", (CAT, DOG, CHAIR))),
        ("a cat in front of a dog", Group("before", (CAT, DOG))),
        ("a cat behind a dog", Group("before", (DOG, CAT))),
        ("a cat and a dog on a sofa", Group("on", (Group("beside", (CAT, DOG)), SOFA))),
        ("a cat on a sofa and a dog", Group("beside", (Group("on", (CAT, SOFA)), DOG))),
        ("a cat on a chair on a sofa", Group("on", (Group("on", (CAT, CHAIR)), SOFA))),
        ("two cats", Group("beside", (CAT, CAT))),
        ("a cup of coffee on a chair", Group("on", (Thing("coffee cup"), CHAIR))),
        ("a bunch of apples", APPLE),
        ("a cat wearing a bowl", Group("on", (BOWL, CAT))),
        ("a sofa with a bowl of apples and a cat", Group("on", (row((Group("on", (APPLE, BOWL)), CAT)), SOFA))),
        ("a bowl of apples and a cat", row((Group("on", (APPLE, BOWL)), CAT))),
        ("a cat on a bowl of apples", Group("on", (CAT, Group("on", (APPLE, BOWL))))),
        ("a cat with a dog", row((CAT, DOG))),
        ("a cat with an apple on top", Group("on", (APPLE, CAT))),
        ("a dog and a cat with an apple on its head", row((DOG, Group("on", (APPLE, CAT), "head")))),
        ("a cat with an apple under it", Group("under", (APPLE, CAT))),
        ("a cat on top of it", CAT),
        ("a sofa with a cat, beside a dog", row((Group("on", (CAT, SOFA)), DOG))),
        ("2 cats on 3 dogs", Group("on", (Group("beside", (CAT,) * 2), Group("beside", (DOG,) * 3)))),
    ],
)
def test_relations_and_counts(prompt, expected):
    assert scene(prompt) == expected


def test_what_is_worn_on_the_head_and_who_rides_have_a_place_of_their_own():
    lexicon = replace(
        LEXICON, words=(*LEXICON.words, "top hat", "horse"), objects=LEXICON.objects | {"top hat", "horse"}
    )
    hat, horse = Thing("top hat"), Thing("horse")
    worn = Group("on", (hat, CAT), "head")
    for prompt, expected in {
        "a cat wearing a top hat": worn,
        "a cat with a top hat on its head": worn,
        "a cat on a chair wearing a top hat": Group("on", (worn, CHAIR)),
        "a cat wearing a top hat on a chair": Group("on", (worn, CHAIR)),
        "two cats wearing top hats": Group("beside", (worn, worn)),
        "four cats wearing top hats": Group("on", (hat, Group("beside", (CAT,) * 4)), "head"),
        "a cat riding a horse": Group("on", (CAT, horse), "back"),
    }.items():
        assert lexicon.read(prompt).scene == expected, prompt


def test_adjectives_belong_to_the_next_object_and_the_last_ones_to_the_last():
    found = scene("a red cat and a green wooden chair")
    assert found == Group("beside", (Thing("cat", ("red",)), Thing("chair", ("green", "wooden"))))
    assert scene("a cat on a chair, red") == Group("on", (CAT, Thing("chair", ("red",))))
    assert scene("two cats, red") == Group("beside", (Thing("cat", ("red",)),) * 2)
    assert scene("a sofa with a cat, red") == Group("on", (Thing("cat", ("red",)), SOFA))
    assert scene("two red cats") == Group("beside", (Thing("cat", ("red",)),) * 2)


def test_colours_of_parts_that_are_not_known_colour_nothing_and_are_named():
    reading = LEXICON.read("a red chair with green wooden legs and a cat")
    assert reading.scene == row((Thing("chair", ("red",)), CAT))
    assert [u.word for u in reading.unknown] == ["green wooden legs"]
    assert reading.words == ("red", "chair", "cat"), "the words of a prompt are those of its objects"
    shiny = LEXICON.read("a cat and a red shiny chair")
    assert shiny.scene == row((CAT, Thing("chair", ("red",)))) and [u.word for u in shiny.unknown] == ["shiny"]
    assert scene("a chair, red and shiny") == Thing("chair", ("red",))


def test_what_is_behind_the_object_is_no_word_of_it():
    for prompt in (
        "a cat on a white background",
        "a cat, studio backdrop",
        "a DSLR photo of a cat against a red backdrop",
    ):
        reading = LEXICON.read(prompt)
        assert reading.scene == CAT and reading.unknown == (), prompt


@pytest.mark.parametrize(
    ("prompt", "expected", "unknown"),
    [
        ("a chair made of apples", CHAIR, ["made of apples"]),
        ("a chair made of two big apples", CHAIR, ["made of two big apples"]),
        (
            "a bowl in the shape of a big green kitten on a sofa",
            Group("on", (BOWL, SOFA)),
            ["in the shape of a big green kitten"],
        ),
        ("a dog that looks like a cat", DOG, ["that looks like a cat"]),
        ("a red chair made out of wood on a sofa", Group("on", (Thing("chair", ("red", "wooden")), SOFA)), []),
        ("two red chairs made of wood", row((Thing("chair", ("red", "wooden")),) * 2), []),
        ("made of apples", APPLE, []),
        ("a cat made of", CAT, []),
    ],
)
def test_what_an_object_is_made_of_or_like_is_no_object(prompt, expected, unknown):
    reading = LEXICON.read(prompt)
    assert reading.scene == expected
    assert [u.word for u in reading.unknown] == unknown


def test_sizes_are_of_one_beside_another_and_of_one_alone_are_not_understood():
    assert [t.size for t in things(scene("a big cat and a tiny dog and a chair"))] == [GREAT, SMALL**2, 1.0]
    alone = LEXICON.read("a big cat")
    assert [u.word for u in alone.unknown] == ["big"]
    assert LEXICON.read("a big cat and a dog").unknown == ()


def test_what_is_many_by_its_name_is_not_counted():
    assert scene("two sneakers") == Thing("sneakers")
    assert [u.word for u in LEXICON.read("two sneakers").unknown] == ["two"]


def test_objects_that_are_too_many_are_named_and_left_out():
    reading = LEXICON.read("six cats and a dog on a sofa")
    assert len(list(things(reading.scene))) == MOST_THINGS and reading.left_out == ("dog", "sofa")


def test_a_name_right_before_another_is_read_as_that_one():
    reading = LEXICON.read("a cat chair")
    assert reading.scene == CHAIR and reading.assumed == (("cat chair", "chair"),)
    assert LEXICON.read("a kitten cat").scene == CAT


def test_no_object_is_no_scene_and_a_relation_to_nothing_is_passed_over():
    assert scene("red and green") is None and scene("") is None and scene("on, of , under") is None
    reading = LEXICON.read("a cat on a hoverboard")
    assert reading.scene == CAT and [u.word for u in reading.unknown] == ["hoverboard"]


def test_the_shipped_lexicon_knows_how_large_things_are():
    sizes = known_words().sizes
    assert sizes["ant"] < sizes["strawberry"] < sizes["chair"] < sizes["car"] < sizes["airliner"]
    assert set(sizes) <= known_words().objects and min(sizes.values()) > 0

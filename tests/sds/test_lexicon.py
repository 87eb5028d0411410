"""How prompts are read: known phrases, other names, kinds, and what is not known."""

import pytest

from bozzetto.sds.embedded import known_words
from bozzetto.sds.lexicon import Lexicon, fold
from bozzetto.sds.scene import described


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return known_words()


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(
        words=("teddy bear", "dog", "hot dog", "boot", "french fries", "red", "wooden"),
        aliases={"teddy": "teddy bear", "puppy": "dog", "fries": "french fries", "crimson": "red"},
        kinds={"spaniel": "dog", "cocker spaniel": "dog"},
        objects=frozenset({"teddy bear", "dog", "hot dog", "boot", "french fries"}),
    )


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("a red teddy bear", ("red", "teddy bear")),
        ("A RED Teddy-Bear!", ("red", "teddy bear")),
        ("hot dog", ("hot dog",)),
        ("a hot dog and a dog", ("hot dog", "dog")),
        ("two puppies in crimson boots", ("dog", "red", "boot")),
        ("a wooden dog's boot", ("wooden", "boot")),
        ("fries", ("french fries",)),
        ("dog dog dog", ("dog",)),
        ("", ()),
    ],
)
def test_the_longest_known_phrase_is_read_first(lexicon, prompt, words):
    assert lexicon.read(prompt).words == words


def test_kinds_are_read_as_the_known_thing_and_said_so(lexicon):
    reading = lexicon.read("a small cocker spaniel")
    assert reading.words == ("dog",)
    assert reading.assumed == (("cocker spaniel", "dog"),)


def test_a_kind_before_the_name_of_another_object_only_qualifies_it():
    lexicon = Lexicon(
        words=("penguin", "butterfly", "corn", "horse", "red"),
        aliases={"corn on the cob": "corn", "monarch": "butterfly"},
        kinds={"emperor": "butterfly", "cob": "horse", "adelie": "penguin"},
        objects=frozenset({"penguin", "butterfly", "corn", "horse"}),
    )
    reading = lexicon.read("an emperor penguin")
    assert (reading.words, reading.assumed, reading.unknown[0].word) == (("penguin",), (), "emperor")
    # Of the same object, before an adjective, at the end, and as an exact name, it is read.
    assert lexicon.read("an adelie penguin").assumed == (("adelie", "penguin"),)
    assert lexicon.read("an emperor, red").words == ("butterfly", "red")
    assert lexicon.read("a penguin and an emperor").words == ("penguin", "butterfly")
    named = lexicon.read("a monarch penguin")
    assert (named.words, named.assumed) == (("penguin",), (("monarch penguin", "penguin"),))
    assert lexicon.read("corn on the cob").words == ("corn",), "names of four words"


def test_unknown_words_are_named_once_with_the_nearest_known(lexicon):
    reading = lexicon.read("a teddybeer, a dragon, a dragon")
    assert [u.word for u in reading.unknown] == ["teddybeer", "dragon"]
    assert reading.unknown[0].nearest[0] == "teddy bear"


@pytest.mark.parametrize(
    ("prompt", "meant"),
    [
        ("a lime green chair", "green chair"),
        ("a jet black cat on a table", "black cat on table"),
        ("a wooden statue of a horse", "wooden horse"),
        ("two statues of lions", "lion beside lion"),
        ("a statue of liberty", "statue of liberty"),
        ("a slice of cake on a plate", "slice of cake on plate"),
        ("a slice of bread", "bread"),
        ("a crown with an emerald", "crown beside gem"),
        ("an emerald ring", "green ring"),
        ("a well-made chair", "chair"),
        ("a queen-size bed", "bed"),
        ("a king-sized bed beside a king", "bed beside king"),
    ],
)
def test_words_before_a_name_that_are_no_objects(shipped, prompt, meant):
    scene = shipped.read(prompt, "en").scene
    assert scene is not None and described(scene) == meant


def test_what_is_many_by_its_name_is_one_where_it_is_counted():
    words = ("banana", "bananas", "grapes", "red")
    lexicon = Lexicon(words, {}, {}, frozenset(words[:3]))
    for prompt, things in {
        "bananas": "bananas",
        "a bunch of bananas": "bananas",
        "two red bananas": "red banana beside red banana",
        "three grapes": "grapes",
    }.items():
        scene = lexicon.read(prompt).scene
        assert scene is not None and described(scene) == things
    well = Lexicon(("well", "stone"), {}, {}, frozenset({"well"}))
    assert well.read("a well made of stone").words == ("well", "stone")
    assert well.read("a well-made stone").words == ("stone",)


def test_an_apostrophe_belongs_to_a_word_only_inside_it():
    lantern = Lexicon(("jack o lantern",), {}, {}, frozenset({"jack o lantern"}))
    assert lantern.read("a 'jack-o'-lantern'").words == ("jack o lantern",)


def test_other_scripts_are_named_not_dropped(lexicon):
    assert [u.word for u in lexicon.read("σκύλος dog").unknown] == ["σκύλος"]
    assert fold("Éléphant") == "elephant"


def test_fillers_are_passed_over_in_silence(lexicon):
    assert lexicon.read("a highly detailed 3D model of a dog").unknown == ()


def test_json_round_trip(lexicon, tmp_path):
    lexicon.save(tmp_path / "lexicon.json")
    assert Lexicon.load(tmp_path / "lexicon.json") == lexicon


def test_an_alias_that_leads_nowhere_is_refused():
    with pytest.raises(ValueError, match="not in the lexicon"):
        Lexicon(("dog",), {"cat": "kitten"}, {}, frozenset())


def test_the_shipped_lexicon_reads_synonyms_and_kinds(shipped):
    for phrase, word in {"couch": "sofa", "burger": "hamburger", "automobile": "car", "taxicab": "taxi"}.items():
        assert shipped.read(phrase).words == (word,), phrase
    assert shipped.read("spaniel").assumed == (("spaniel", "dog"),)
    # A kind of colour qualifies an object, which a kind of another object must not.
    assert shipped.read("a navy vase").assumed == (("navy", "blue"),)
    assert shipped.read("a teal vase").words == ("blue", "vase"), "not a duck"
    assert shipped.read("a cup of coffee").words == ("coffee cup",), "not a tree"
    assert "toy" not in shipped.kinds, "no dog"
    assert shipped.read("a DSLR photo of a corgi").unknown == ()
    assert set(shipped.aliases).isdisjoint(shipped.words)
    assert set(shipped.kinds).isdisjoint({*shipped.words, *shipped.aliases})

"""Typing errors and what is near: distances against brute force, words that must stay as they are, and what is said."""

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bozzetto.sds.embedded import known_words
from bozzetto.sds.language.spelling import distance, is_word, nearest_meaning, nearest_spelling

LEXICON = known_words()


def brute(a: str, b: str) -> int:
    """Optimal string alignment by its definition."""

    @functools.cache
    def of(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        best = min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            best = min(best, of(i - 2, j - 2) + 1)
        return best

    return of(len(a), len(b))


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 4))
def test_distance_is_that_of_its_definition_up_to_its_bound(a, b, most):
    assert distance(a, b, most) == min(brute(a, b), most + 1)


@pytest.mark.parametrize(
    ("prompt", "words", "assumed"),
    [
        ("a red teddy baer", ("red", "teddy bear"), ("baer", "bear")),
        ("a chiar and a tabel", ("chair", "table"), ("tabel", "table")),
        ("a gren cat", ("green", "cat"), ("gren", "green")),
        ("a pengiun", ("penguin",), ("pengiun", "penguin")),
        ("a motercycle", ("motorcycle",), ("motercycle", "motorcycle")),
        ("ein Elefannt auf einem Tisch", ("elephant", "table"), ("Elefannt", "elefant")),
    ],
)
def test_a_typing_error_is_read_as_what_it_nearly_is_and_said(prompt, words, assumed):
    reading = LEXICON.read(prompt)
    assert reading.words == words and assumed in reading.assumed and reading.unknown == ()


@pytest.mark.parametrize("word", ["cat", "car", "bat", "hat", "bot", "coat", "boat", "goat", "moat", "bread", "beard"])
def test_an_english_word_is_never_read_as_another(word):
    reading = LEXICON.read(f"a {word}")
    assert not any(written == word and LEXICON.lookup(word) is None for written, _ in reading.assumed)


@pytest.mark.parametrize("word", ["poly", "boba", "selfie", "spanish", "nash", "pisa", "knave", "hoverboard"])
def test_words_that_only_look_like_one_stay_unknown(word):
    reading = LEXICON.read(f"a cat, {word}", "en")
    assert reading.words == ("cat",) and [u.word for u in reading.unknown] == [word]


def test_no_known_word_is_a_typing_error_of_another():
    for word in LEXICON.words:
        assert LEXICON.read(word, "en").words[:1] != () and not LEXICON.read(word, "en").unknown, word


def test_two_equally_near_names_are_none():
    assert nearest_spelling("catt", ["cats", "cat"], least=4) == "cat"
    assert nearest_spelling("bart", ["barn", "bard"], least=4) is None
    assert nearest_spelling("ca", ["cat"]) is None


def test_a_noun_without_an_object_is_answered_with_the_nearest_in_meaning():
    near = {u.word: u.nearest for u in LEXICON.read("a cat with a trireme and a sultan", "en").unknown}
    assert "ship" in near["trireme"] and near["sultan"] == ("king",), "not of the dinosaurs"
    assert "cat" in nearest_meaning("lynx") and "violin" in nearest_meaning("cello")
    assert nearest_meaning("xyzzy") == () and nearest_meaning("") == ()
    for word in ("trireme", "sultan", "bassoon"):
        assert is_word(word)
        near = next(u.nearest for u in LEXICON.read(f"a cat and a {word}", "en").unknown if u.word == word)
        assert 1 <= len(near) <= 3 and set(near) <= LEXICON.objects

"""Prompts of every language have the reading of the English prompt beside them, whose bits are then the same."""

import functools
import os
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bozzetto.sds.embedded import known_words
from bozzetto.sds.language import read as language_read
from bozzetto.sds.language import table as language_table
from bozzetto.sds.language.read import candidates
from bozzetto.sds.language.table import check_language, codes, languages, load, name_of, read_table
from bozzetto.sds.word_pack import Instance, Noun


def sculpted():
    """The families of nouns that can be sculpted, by noun; none where nothing can be."""
    if find_spec("manifold3d") is None:
        return {}
    from bozzetto.foundry.sculpt.sculpture import catalogue

    return catalogue()


LEXICON = known_words()
FAMILIES = sculpted()
ALL = LEXICON.with_nouns(
    Noun(family.noun, (Instance(),), family.plural or "", family.synonyms, family.kinds, like="cat")
    for family in FAMILIES.values()
    if family.noun not in LEXICON.objects
)
"""The prior's words, and those of every noun that can be sculpted, whether it is learnt yet or not."""
PROMPTS = Path(__file__).parent / "prompts"
REQUIRED = (
    *("ar", "de", "es", "fr", "hi", "id", "it", "ja", "ko", "nl"),
    *("pl", "pt", "ru", "sv", "th", "tr", "uk", "vi", "zh", "zh-TW"),
)


def pairs(code: str) -> list[tuple[str, str]]:
    """(prompt, English prompt) of a language's file."""
    lines = (PROMPTS / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    return [(own, english) for own, english in (line.split(" = ") for line in lines)]


@functools.cache
def found_out(prompt: str):
    """The reading of a prompt of which nobody said the language."""
    return ALL.read(prompt)


def same(own, english) -> bool:
    """Whether two readings draw the same: words, scene, and as many words not understood."""
    return (sorted(own.words), own.scene) == (sorted(english.words), english.scene) and (
        len(own.unknown) == len(english.unknown)
    )


def test_every_language_that_is_asked_for_has_a_table_and_prompts():
    assert list(codes()) == list(REQUIRED) and languages() == ("en", *codes())
    assert all(len(pairs(code)) >= 50 for code in REQUIRED)


@pytest.mark.parametrize("code", REQUIRED)
def test_prompts_are_read_as_the_english_ones(code):
    for own, english in pairs(code):
        expected = ALL.read(english, "en")
        fixed, found = ALL.read(own, code), found_out(own)
        assert same(fixed, expected), (own, fixed.english)
        assert same(found, expected), (own, found.language, found.english)
        assert fixed.language == code and fixed.english


@pytest.mark.parametrize("code", REQUIRED)
def test_the_language_of_a_prompt_is_found(code):
    prompts = [own for own, _ in pairs(code)]
    right = sum(found_out(prompt).language == code for prompt in prompts)
    assert right >= 0.75 * len(prompts), "words that two languages share may be read as either"


@pytest.mark.parametrize("code", REQUIRED)
def test_a_table_has_every_noun_and_adjective(code):
    table = load(code)
    assert not sorted((LEXICON.objects | set(FAMILIES)) - set(table.written)), "nouns without a word"
    adjectives = {"red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "gray"}
    adjectives |= {"leather", "metal", "plush", "wooden", "striped", "rusty", "marble", "tall", "tiny", "two", "six"}
    assert adjectives <= set(table.written)


@pytest.mark.parametrize("code", REQUIRED)
def test_every_noun_is_read_back(code):
    """The first word of a noun is read as that noun and no other, shipped or about to be."""
    wrong = []
    # A sixth of them, another sixth in the next language: all with BOZZETTO_SLOW.
    every, first = (1, 0) if os.environ.get("BOZZETTO_SLOW") else (6, REQUIRED.index(code) % 6)
    nouns = [(english, own) for english, own in load(code).written.items() if english in ALL.objects]
    for english, own in nouns[first::every]:
        found, expected = ALL.read(own, code), ALL.read(english, "en")
        if found.words != expected.words:
            wrong.append((english, own, found.words))
    assert not wrong


@pytest.mark.parametrize("code", REQUIRED)
def test_no_word_stands_for_two_nouns(code):
    """A word that two nouns have would never be read as the second."""
    shared = {
        word: [entry.english for entry in entries if entry.kind == "noun"]
        for word, entries in load(code).exact.items()
        if len({entry.english for entry in entries if entry.kind == "noun"} & ALL.objects) > 1
    }
    assert not shared


def test_plain_english_opens_no_table(monkeypatch):
    def no_table(code):
        raise AssertionError(f"opened {code}")

    monkeypatch.setattr(language_read, "load", no_table)
    for prompt in ("a red cat on a chair", "two teddy bears", "a photo of a dog", "", "an old knight on a horse"):
        assert LEXICON.read(prompt).language == "en"


def test_what_is_not_understood_is_named_as_it_was_written():
    assert [u.word for u in LEXICON.read("un gato rojo sobre una zarabatana").unknown] == ["zarabatana"]
    assert [u.word for u in LEXICON.read("красная кошка на синхрофазотроне").unknown] == ["синхрофазотроне"]
    assert [u.word for u in LEXICON.read("椅子上的饕餮").unknown] == ["饕餮"]
    alone = LEXICON.read("un gran gato")
    assert [u.word for u in alone.unknown] == ["gran"], "of one alone a size says nothing, in any language"


def test_mixed_scripts_and_languages():
    assert LEXICON.read("红色 cat on 椅子").scene == LEXICON.read("a red cat on a chair").scene
    assert LEXICON.read("un gato con un top hat").words == LEXICON.read("a cat with a top hat").words
    assert LEXICON.read("赤いcat").words == ("red", "cat")
    assert LEXICON.read("κόκκινη γάτα").unknown, "a language without a table is named, not dropped"


def test_missing_accents():
    for own, english in (
        ("un sofa azul con un avion", "a blue sofa with an airplane"),
        ("ein gruner Stuhl", "a green chair"),
    ):
        assert same(LEXICON.read(own), LEXICON.read(english)), own
    guessed = LEXICON.read("con meo tren ghe", "vi")
    assert guessed.words[0] == "cat" and ("meo", "cat") in guessed.assumed, "what accents part is said to be a guess"


def test_a_language_can_be_fixed():
    assert LEXICON.read("pies", "pl").words == ("dog",)
    assert LEXICON.read("pies").words == ("pie",), "English first where all is known in English"
    assert check_language("ZH_tw") == "zh-TW" and check_language("Auto") == "auto" and name_of("es") == "español"
    for wrong in ("xx", "", "english"):
        with pytest.raises(ValueError, match="expected auto or one of en, ar"):
            LEXICON.read("a cat", wrong)
    with pytest.raises(KeyError, match="there are en, ar"):
        load("xx")


def test_scripts_choose_the_languages_that_are_tried():
    assert candidates("猫") == ("zh", "zh-TW", "ja") and candidates("猫の")[0] == "ja" and candidates("кот")[0] == "ru"
    assert candidates("gato")[0] == "es" and candidates("고양이") == ("ko",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = x\nscript = latin\n[nouns]\ncat", r":4: expected 'English = word, word'"),
        ("name = x\nscript = latin\n[verbs]\n", r":3: unknown section"),
        ("name = x\nscript = latin\ncolour = red\n", r":3: unknown setting 'colour'"),
        ("name = x\nscript = runes\n", "expected a name and a script"),
    ],
)
def test_a_damaged_table_is_refused_with_its_line(text, message, tmp_path):
    (tmp_path / "xx.txt").write_text(text)
    with pytest.raises(ValueError, match=message):
        read_table(tmp_path / "xx.txt")


def test_a_new_language_is_a_new_file(tmp_path, monkeypatch):
    (tmp_path / "eo.txt").write_text(
        "name = Esperanto\nscript = latin\nadjectives = before\nendings = jn j n\n[fillers]\na = la\n"
        "[relations]\non = sur\n[colours]\nred = ruĝa\n[nouns]\ncat = kato\nchair = seĝo\n"
    )
    monkeypatch.setattr(language_table, "FOLDER", tmp_path)
    load.cache_clear()
    try:
        assert LEXICON.read("la ruga kato sur seĝon", "eo").scene == LEXICON.read("a red cat on a chair").scene
    finally:
        load.cache_clear()


WORDS = st.sampled_from([word for code in REQUIRED for own, _ in pairs(code)[:12] for word in own.split()])
TEXT = st.one_of(
    st.text(max_size=120),
    st.lists(WORDS, max_size=20).map(" ".join),
    st.lists(WORDS, max_size=20).map("".join),
)


@settings(max_examples=400 if os.environ.get("BOZZETTO_SLOW") else 60, deadline=None)
@given(prompt=TEXT, language=st.sampled_from(["auto", "en", *REQUIRED]))
def test_any_text_is_read_in_bounded_time(prompt, language):
    begun = time.perf_counter()
    reading = LEXICON.read(prompt, language)
    assert time.perf_counter() - begun < 20
    assert set(reading.words) <= set(LEXICON.words)
    assert not any("qzx" in word.word for word in reading.unknown), "no placeholder is shown"

"""The prompt sets: the files fit what the shipped prior knows, and the rules that write them do what they say."""

import json
from pathlib import Path

import pytest

import bozzetto.foundry
from bozzetto.bench.sets import (
    QUICK_SIZES,
    SIZES,
    Prompt,
    by_lot,
    load_set,
    plain,
    recombined,
    synonyms,
    with_article,
    write_sets,
)
from bozzetto.foundry.batches import HELD_OUT_COLOURS
from bozzetto.sds.embedded import known_words
from bozzetto.sds.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon():
    return known_words()


@pytest.mark.parametrize("name", SIZES)
def test_a_set_is_whole_and_says_nothing_twice(name):
    prompts = load_set(name)
    assert len(prompts) == SIZES[name] and len({p.prompt for p in prompts}) == len(prompts)


@pytest.mark.parametrize("name", SIZES)
def test_the_shipped_prior_reads_every_prompt_as_it_is_meant(name, lexicon):
    """When this fails after the vocabulary changed: python -m bozzetto.bench prompts."""
    table = "emoji.json" if name == "wide" else "objects.json"
    nouns = {o["noun"] for o in json.loads((Path(bozzetto.foundry.__file__).parent / table).read_text())}
    for prompt in load_set(name):
        reading = lexicon.read(prompt.prompt)
        assert set(reading.words) == {prompt.noun, prompt.colour} - {None} and not reading.unknown, prompt
        assert prompt.noun in nouns


def test_pairs_are_of_the_colours_that_training_holds_out(lexicon):
    pairs = load_set("recombined")
    assert {p.colour for p in pairs} == set(HELD_OUT_COLOURS)
    assert len({p.noun for p in pairs}) > 50


def test_synonyms_are_one_a_noun_and_not_the_noun_itself():
    prompts = load_set("synonyms")
    assert len({p.noun for p in prompts}) == len(prompts)
    assert all(p.prompt != with_article(p.noun) for p in prompts)


def test_quick_is_twelve_prompts():
    assert sum(QUICK_SIZES.values()) == 12 and all(QUICK_SIZES[name] <= SIZES[name] for name in SIZES)


@pytest.fixture
def small():
    return Lexicon(
        ("chair", "dog", "hot dog", "red", "blue"),
        {"seat": "chair", "hound": "dog", "chairs": "chair"},
        {"spaniel": "dog", "red seat": "chair"},
        frozenset(("chair", "dog", "hot dog")),
    )


def test_the_rules_on_a_small_lexicon(small):
    assert {p.noun for p in plain(["chair", "dog", "unheard of"], small, "seen")} == {"chair", "dog"}
    pairs = recombined({"chair": ["red", "blue"], "dog": ["blue"]}, small)
    assert [p.noun for p in pairs].count("chair") == 2 and {p.noun for p in pairs[:2]} == {"chair", "dog"}
    assert Prompt("a blue dog", "dog", "blue") in pairs
    others = {p.noun: p.prompt for p in synonyms(["chair", "dog"], small)}
    assert others["dog"] in ("a hound", "a spaniel") and others["chair"] in ("a seat", "a red seat")


def test_a_prompt_that_is_read_otherwise_is_left_out(small):
    assert [p.noun for p in plain(["red", "hot dog"], small, "wide")] == ["hot dog"]


def test_a_grown_vocabulary_keeps_the_order_of_the_old():
    old, new = by_lot(["a", "b", "c"]), by_lot(["a", "b", "c", "d"])
    assert [n for n in new if n != "d"] == old


def test_files_round_trip_and_unknown_sets_are_named(tmp_path, small):
    sets = {"seen": plain(["chair"], small, "seen"), "wide": plain(["hot dog", "dog"], small, "wide")}
    write_sets(sets, tmp_path)
    assert load_set("wide", tmp_path) == sets["wide"] and load_set("seen", tmp_path) == sets["seen"]
    with pytest.raises(FileNotFoundError, match="seen, recombined, synonyms, wide"):
        load_set("nonsense", tmp_path)


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [("oven", "an oven"), ("dog", "a dog"), ("tulips", "tulips"), ("bus", "a bus"), ("french fries", "french fries")],
)
def test_articles(noun, phrase):
    assert with_article(noun) == phrase

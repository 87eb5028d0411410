"""How prompts are read and completed, with the words that the shipped prior has."""

import re
from pathlib import Path

from bozzetto.viewer.vocabulary import (
    EXAMPLES,
    find_objects,
    interpret,
    prompt_of,
    replace_word,
    suggestions,
    vocabulary,
)


def test_the_vocabulary_is_the_priors_own(prior, words):
    assert {word.name for word in words.objects} == set(prior.lexicon.objects)
    assert {word.name for word in words.objects} | set(words.adjectives) == set(prior.lexicon.words)
    assert {alias for word in words.objects for alias in word.aliases} <= set(prior.lexicon.aliases)
    assert vocabulary(object()) is None


def test_every_example_and_every_prompt_of_the_guide_is_understood(prior, words):
    for prompt in EXAMPLES:
        found = interpret(prior, prompt)
        assert not (found.problem or found.unknown or found.assumed), prompt
    for word in words.objects:
        for colour in ("", "red", "orange"):
            found = interpret(prior, prompt_of(word.name, colour))
            assert not found.problem and not found.unknown
            # A red deer is a kind of deer.
            assert not found.assumed or colour
    assert prompt_of("apples") == "apples" and prompt_of("car", "orange") == "an orange car"
    assert prompt_of("watch", "red") == "a red watch" and prompt_of("umbrella") == "an umbrella"


def test_the_page_of_words_knows_the_kind_of_nearly_every_word(words):
    source = (Path(__file__).parents[2] / "viewer/front/word_kinds.js").read_text(encoding="utf-8")
    listed = {" ".join(word.split()) for block in re.findall(r"`([^`]+)`", source) for word in block.split(",")}
    names = {word.name for word in words.objects}
    assert listed <= names, "words that the model has no longer"
    # Paper, flags and money: too few of a kind.
    assert len(names - listed) <= 12, f"give these a kind in word_kinds.js: {sorted(names - listed)}"


def test_what_cannot_be_started_is_a_problem_with_neighbours(prior):
    found = interpret(prior, "a shiny red char")
    assert "knows no object" in found.problem and "chair" in dict(found.unknown)["char"]
    assert "at most 500" in interpret(prior, "x" * 501).problem
    assert "negative" in interpret(prior, "a chair", "\x07").problem
    assert interpret(prior, "").problem
    passed_over = interpret(prior, "a frobnicated chair")
    assert not passed_over.problem and passed_over.unknown[0][0] == "frobnicated"


def test_several_objects_are_told_where_they_stand(prior):
    assert interpret(prior, "a red cat on a chair").notes == ("several objects, placed so: red cat on chair",)
    assert interpret(prior, "a cat and a dog on a sofa").notes[0].endswith("(cat beside dog) on sofa")
    assert interpret(prior, "a cat").notes == ()
    assert "left out: 'dog'" in interpret(prior, "six cats and a dog").notes[1]


def test_suggestions_complete_what_is_typed(prior, words):
    assert suggestions(words, "") == EXAMPLES and suggestions(words, "  ", count=2) == EXAMPLES[:2]
    assert "a red teddy bear" in suggestions(words, "a red teddy be")
    assert "a red chair" in suggestions(words, "a red cha")
    assert {"a red chair", "an orange chair"} <= set(suggestions(words, "a chair"))
    assert "a red hat" in suggestions(words, "an hat")
    assert all(prompt.startswith("a red ") and prompt != "a red" for prompt in suggestions(words, "a red"))
    for typed in ("a", "Chai", "a red teddy", "zzzz", "a red chair", "x" * 500, "\\ [", "ein Stuhl"):
        offered = suggestions(words, typed)
        assert len(offered) <= 8 and len(set(offered)) == len(offered) and typed not in offered
    for offered in suggestions(words, "a red cha"):
        assert not interpret(prior, offered).problem


def test_a_word_is_replaced_as_a_whole():
    assert replace_word("a Char, red char and charm", "char", "chair") == "a chair red chair and charm"
    assert replace_word("a chair", "stool", "x") == "a chair"


def test_words_are_found_by_any_of_their_names(words):
    assert [word.name for word in find_objects(words, "hound")] == ["dog"]
    assert find_objects(words, "") == words.objects and find_objects(words, "  TEDDY  Bear")[0].name == "teddy bear"
    assert find_objects(words, "no such thing") == ()

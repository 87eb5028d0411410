"""Prompts at the border, and the folder names made of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bozzetto.jobs.config.errors import PromptError
from bozzetto.jobs.config.prompts import MAX_CHARACTERS, SLUG_CHARACTERS, check_prompt, slug, with_article_for


@pytest.mark.parametrize(
    "bad", ["", "   ", "\n\t", "...", None, 3, b"a chair", ["a chair"], "a\x00chair", "a\x1b[31mchair", "\ud800"]
)
def test_unusable_prompts_are_refused(bad):
    with pytest.raises(PromptError):
        check_prompt(bad)


def test_length_is_bounded_after_white_space_is_folded():
    assert check_prompt("a" * MAX_CHARACTERS) == "a" * MAX_CHARACTERS
    assert check_prompt("  a \n red\t chair " + " " * 2 * MAX_CHARACTERS) == "a red chair"
    with pytest.raises(PromptError, match=str(MAX_CHARACTERS)):
        check_prompt("a" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize(
    "text",
    [
        "une chaise rouge",
        "ein Stühlchen",
        "赤い椅子",
        "<b>chair</b>",
        "../../etc/passwd",
        "$(rm -rf x)",
        "[red]chair[/red]",
        "🪑 chair",
    ],
)
def test_other_languages_markup_and_paths_stay_text(text):
    assert check_prompt(text) == text
    assert re.fullmatch(r"[a-z0-9-]+", slug(text))


def test_an_empty_negative_prompt_is_fine():
    assert check_prompt("", "negative prompt", allow_empty=True) == ""


@given(st.text(max_size=600))
def test_a_slug_is_always_one_safe_path_component(text):
    name = slug(text.encode("utf-8", "ignore").decode())
    assert re.fullmatch(r"([a-z0-9][a-z0-9-]*-)?[0-9a-f]{6}", name)
    assert len(name) <= SLUG_CHARACTERS + 7


def test_prompts_that_look_alike_get_different_slugs():
    assert slug("赤い椅子") != slug("青い椅子")
    assert slug("a red chair") != slug("a red, chair")


@pytest.mark.parametrize(
    ("before", "word", "expected"),
    [
        ("a ", "orange", "an "),
        ("An ", "red", "A "),
        ("two cats on an ", "oak", "two cats on an "),
        ("the ", "oak", "the "),
    ],
)
def test_an_article_is_the_one_that_the_next_word_wants(before, word, expected):
    assert with_article_for(before, word) == expected

"""What is shown is what was typed: escapes are undone by a real Markdown reader and by a real HTML reader."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bozzetto.viewer.text import escape_html, escape_md, sentence

ATTACKS = [
    "<script>alert(1)</script>",
    "![x](http://example.org/x.png)",
    "[click](javascript:alert(1))",
    "**bold** _it_ `code` ~~no~~ $x^2$ :red[x] :smile: # head",
    "1. list\n- item\n> quote\n\n    code",
    "http://example.org <http://example.org> &lt; &amp; \\",
    "|a|b|\n|-|-|\n|1|2|",
]


class Reader(HTMLParser):
    """Collects tags and text."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def rendered(text):
    return Reader(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(escape_md(text)))


@pytest.mark.parametrize("text", ATTACKS)
def test_markdown_is_shown_as_it_is(text):
    found = rendered(text)
    assert set(found.tags) <= {"p"}
    assert found.text.replace("\u2060", "").strip() == " ".join(text.split())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text_comes_back_from_markdown(text):
    found = rendered(text)
    assert set(found.tags) <= {"p"}
    assert found.text.replace("\u2060", "").split() == text.replace("\u2060", "").split()


def test_canary_without_the_escape_markup_is_seen():
    reader = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    found = Reader("".join(reader.render(attack) for attack in ATTACKS))
    assert {"script", "strong", "img", "table", "li"} <= set(found.tags)


def test_short_codes_are_broken_up():
    assert ":smile:" not in escape_md(":smile:").replace("\\", "")


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_html_is_text_in_elements_and_attributes(text):
    assert html.unescape(escape_html(text)) == text and not set(escape_html(text)) & set("<>\"'")


def test_messages_become_sentences():
    assert sentence("no room on the disk") == "No room on the disk."
    assert sentence("Done. ") == "Done." and sentence("really?") == "Really?" and sentence("") == ""

"""What is shown is what was typed: escapes are undone by a real HTML reader."""

import html

from hypothesis import given
from hypothesis import strategies as st

from bozzetto.viewer.text import escape_html, sentence


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_html_is_text_in_elements_and_attributes(text):
    assert html.unescape(escape_html(text)) == text and not set(escape_html(text)) & set("<>\"'")


def test_messages_become_sentences():
    assert sentence("no room on the disk") == "No room on the disk."
    assert sentence("Done. ") == "Done." and sentence("really?") == "Really?" and sentence("") == ""

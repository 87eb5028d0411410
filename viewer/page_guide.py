"""Prompt guide: every word that the prior knows, with what it looks like; a click takes it to Create."""

import math

import streamlit as st

from bozzetto.viewer import session
from bozzetto.viewer.pictures import data_uri
from bozzetto.viewer.text import markup, plain
from bozzetto.viewer.vocabulary import EXAMPLES, Word, matching

PER_PAGE = 36


def render() -> None:
    """The page."""
    words = session.words()
    if words is None:
        st.info("This prior reads any text: describe an object, its colour and its material.")
        return
    st.markdown(
        f"The embedded prior knows **{len(words.objects)} kinds of objects** and their other names, and "
        f"**{len(words.adjectives)} colours and materials**. Put one of these before one of those. "
        f"Up to {words.most_objects} objects go into one prompt, placed by what it says: *a cat on a chair*, *three "
        "penguins and a snowman*, *a lamp and a laptop on a desk*, *a dog wearing a top hat*."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Begin with", width="content")
        for example in EXAMPLES:
            st.button(plain(example), key=f"example-{example}", on_click=_choose, args=(example,))
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    search = left.text_input(
        "Find a word", key="guide_search", placeholder="dog, piano, lamp\u2026", live=True, max_chars=40
    )
    colour = right.pills("Colour or material", words.adjectives, key="guide_colour", wrap=True)
    found = matching(words, search)
    if not found:
        st.info(
            f"No object is called \u201c{plain(search)}\u201d. Try a more general word, or clear the search.",
            icon=":material/search_off:",
        )
    else:
        pages = math.ceil(len(found) / PER_PAGE)
        page = min(int(st.session_state.get("guide_page", 1)), pages)
        _words(tuple(found[(page - 1) * PER_PAGE : page * PER_PAGE]), colour)
        if pages > 1:
            st.pagination(pages, key="guide_page")
    if st.session_state.pop("guide_go", False):
        session.go("create")


def _words(shown: tuple[Word, ...], colour: str | None) -> None:
    pictures = session.word_pictures()
    missing = pictures.ask([word.name for word in shown])
    if missing:
        _wait(tuple(word.name for word in shown), missing)
    with st.container(horizontal=True, gap="small"):
        for word in shown:
            with st.container(key=f"word-{word.name.replace(' ', '-')}", gap="xsmall"):
                _word(word, pictures.get(word.name), colour)


def _word(word: Word, picture: bytes | None, colour: str | None) -> None:
    inside = f'<img src="{data_uri(picture)}" alt="">' if picture else '<div class="bz-none">being drawn</div>'
    also = ", ".join(word.aliases) or "\u00a0"
    st.html(f'<div class="bz-card">{inside}</div>')
    prompt = prompt_of(word.name, colour)
    st.button(
        plain(word.name), key=f"take-{word.name}", help=plain(prompt), on_click=_choose, args=(prompt,), width="stretch"
    )
    st.html(f'<div class="bz-small" title="{markup(also)}">{markup(also)}</div>')


@st.fragment(run_every=1.0)
def _wait(names: tuple[str, ...], missing: int) -> None:
    """Draws the words again as their pictures come."""
    pictures = session.word_pictures()
    left = sum(pictures.get(name) is None for name in names)
    st.progress(1 - left / len(names), text=f"Drawing {left} of {len(names)} words; they are kept for later visits.")
    if left == 0 or missing - left >= 6:
        st.rerun()


def prompt_of(word: str, colour: str | None) -> str:
    """A prompt of a word of the guide and, if one is chosen, a colour or material."""
    name = f"{colour} {word}" if colour else word
    if word.endswith("s") and not word.endswith("ss"):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _choose(prompt: str) -> None:
    st.session_state["create_prompt"] = st.session_state["kept_prompt"] = prompt
    st.session_state["guide_go"] = True

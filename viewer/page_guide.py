"""Prompt guide: every word that the prior knows, with a picture; a click takes it to Create."""

import math

import streamlit as st

from bozzetto.viewer import session
from bozzetto.viewer.pictures import data_uri
from bozzetto.viewer.text import escape_html, escape_md
from bozzetto.viewer.vocabulary import EXAMPLES, Word, find_objects

PER_PAGE = 36


def render() -> None:
    """The page."""
    session.page_heading("Prompt guide", hidden=True)
    words = session.words()
    if words is None:
        st.info("This model reads any text: describe an object, its colour and its material.")
        return
    st.markdown(
        f"**{len(words.objects)} objects** and their other names, and **{len(words.adjectives)} colours and "
        f"materials** to put before them. Up to {words.most_objects} objects go into one prompt: *a cat on a chair*, "
        "*three penguins and a snowman*, *a lamp and a laptop on a desk*, *a dog wearing a top hat*."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Examples", width="content")
        for example in EXAMPLES:
            st.button(escape_md(example), key=f"example-{example}", on_click=_choose, args=(example,))
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    search = left.text_input(
        "Search words", key="word", bind="query-params", placeholder="dog, piano, lamp\u2026", live=True
    )
    colour = right.pills("Colour or material", words.adjectives, key="colour", bind="query-params", wrap=True)
    matches = find_objects(words, search or "")
    if not matches:
        st.info(
            f"No object matches \u201c{escape_md(search)}\u201d. Try a more general word.",
            icon=":material/search_off:",
        )
    else:
        pages = math.ceil(len(matches) / PER_PAGE)
        page = min(int(st.session_state.get("guide_page", 1)), pages)
        _words(tuple(matches[(page - 1) * PER_PAGE : page * PER_PAGE]), colour)
        if pages > 1:
            st.pagination(pages, key="guide_page")
    prompt = st.session_state.pop("guide_choice", None)
    if prompt:
        session.navigate("create", prompt=prompt)


def _words(shown: tuple[Word, ...], colour: str | None) -> None:
    pictures = session.word_pictures()
    missing = pictures.request([word.name for word in shown])
    if missing:
        _await_pictures(tuple(word.name for word in shown), missing)
    with st.container(horizontal=True, gap="small"):
        for word in shown:
            with st.container(key=f"word-{word.name.replace(' ', '-')}", gap="xsmall"):
                _word(word, pictures.get(word.name), colour)


def _word(word: Word, picture: bytes | None, colour: str | None) -> None:
    inside = f'<img src="{data_uri(picture)}" alt="">' if picture else '<div class="bz-none">Drawing\u2026</div>'
    aliases = ", ".join(word.aliases) or "\u00a0"
    st.html(f'<div class="bz-card">{inside}</div>')
    prompt = prompt_of(word.name, colour)
    st.button(
        escape_md(word.name),
        key=f"take-{word.name}",
        help=escape_md(prompt),
        on_click=_choose,
        args=(prompt,),
        width="stretch",
    )
    st.html(f'<div class="bz-small" title="{escape_html(aliases)}">{escape_html(aliases)}</div>')


@st.fragment(run_every=1.0)
@session.bounded
def _await_pictures(names: tuple[str, ...], missing: int) -> None:
    """Keeps the drawing going while the page is open, and shows the words again as their pictures come."""
    left = session.word_pictures().request(list(names))
    st.progress(1 - left / len(names), text=f"Drawing {left} of {len(names)} words. They are kept for later.")
    if left == 0 or missing - left >= 6:
        st.rerun()


def prompt_of(word: str, colour: str | None) -> str:
    """A prompt of a word of the guide and, if one is chosen, a colour or material."""
    name = f"{colour} {word}" if colour else word
    if word.endswith("s") and not word.endswith("ss"):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


@session.guarded
def _choose(prompt: str) -> None:
    st.session_state["guide_choice"] = prompt

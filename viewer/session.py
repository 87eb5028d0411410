"""What all pages share: the password, the store, the prior, and how to get from one page to another."""

import contextlib
import os
from collections.abc import Iterator
from typing import Any

import streamlit as st

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.runs import home
from bozzetto.jobs.train.priors import PriorInfo, list_priors, load_prior
from bozzetto.viewer import auth
from bozzetto.viewer.commands import Commands
from bozzetto.viewer.nerf_view import NerfView
from bozzetto.viewer.preview import WordPictures
from bozzetto.viewer.store import Store
from bozzetto.viewer.text import plain
from bozzetto.viewer.vocabulary import Vocabulary, vocabulary
from bozzetto.viewer.workers import Keeper

MENU = "menu"
"""Of the session's state: its pages by name, which bozzetto.viewer.menu puts there."""


def go(page: str, **parameters: str) -> None:
    """Goes to another page; parameters are names of runs or numbers of jobs, which that page looks up in the store."""
    st.switch_page(st.session_state[MENU][page], query_params=parameters)


def go_from_fragment(page: str, **parameters: str) -> None:
    """As `go`, from a part of a page that draws itself again: switching right there leaves the other page empty."""
    st.session_state["going"] = (page, parameters)
    st.rerun()


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Shows an error that was raised on purpose as its message, which says what to do."""
    try:
        yield
    except BozzettoError as error:
        st.error(plain(error), icon=":material/error:")


def admitted() -> bool:
    """Whether this visitor may see anything; asks for the password of a shared workbench."""
    sealed = os.environ.get(auth.LOCK)
    if not sealed or st.session_state.get("admitted") == sealed:
        return True
    _, middle, _ = st.columns([1, 2, 1])
    with middle:
        st.subheader("This workbench is shared by password")
        with st.form("password", border=True):
            password = st.text_input("Password", type="password", autocomplete="current-password", max_chars=200)
            sent = st.form_submit_button("Enter", type="primary")
        if sent:
            wait = turnstile().seconds_to_wait()
            if wait > 0:
                st.error(f"Too many wrong passwords. Wait {wait:.0f} seconds, then try again.")
            elif turnstile().try_password(sealed, password):
                st.session_state["admitted"] = sealed
                st.rerun()
            else:
                st.error("That is not the password. Whoever started the workbench knows it.")
    return False


def store() -> Store:
    """The store of the home folder, brought up to date."""
    found = _store(str(home()))
    found.refresh()
    if found.notice:
        st.caption(plain(found.notice))
    return found


def queue() -> Queue:
    """The queue of the home folder."""
    return _queue(str(home()))


def keeper() -> Keeper:
    """Who looks after the worker."""
    return _keeper(str(home()))


def prior(name: str = "embedded") -> Any:
    """A prior, loaded once.

    Raises:
        PriorError: it cannot be used here.
    """
    return _prior(name)


def priors() -> list[PriorInfo]:
    """Every prior, and whether it can be used here."""
    return _priors()


def words() -> Vocabulary | None:
    """The vocabulary of the embedded prior."""
    return _words()


def word_pictures() -> WordPictures:
    """Pictures for the words of the guide."""
    return _word_pictures(str(home()))


@st.cache_resource(show_spinner=False)
def nerf_view() -> NerfView:
    """Renders fields for the Look page."""
    return NerfView()


@st.cache_resource(show_spinner=False)
def commands() -> Commands:
    """Carries out the exports and estimates that pages ask for."""
    return Commands()


@st.cache_resource(show_spinner=False)
def turnstile() -> auth.Turnstile:
    """Counts wrong passwords of all visitors."""
    return auth.Turnstile()


@st.cache_resource(show_spinner=False)
def _store(folder: str) -> Store:
    return Store()


@st.cache_resource(show_spinner=False)
def _queue(folder: str) -> Queue:
    return Queue()


@st.cache_resource(show_spinner=False)
def _keeper(folder: str) -> Keeper:
    made = Keeper()
    made.watch()
    return made


@st.cache_resource(show_spinner="Loading the prior\u2026")
def _prior(name: str) -> Any:
    return load_prior(name)


@st.cache_resource(show_spinner=False)
def _priors() -> list[PriorInfo]:
    return list_priors()


@st.cache_resource(show_spinner=False)
def _words() -> Vocabulary | None:
    return vocabulary(prior())


@st.cache_resource(show_spinner=False)
def _word_pictures(folder: str) -> WordPictures:
    return WordPictures(home(), prior())

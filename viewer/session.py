"""What all pages share: the store, the queue, the prior, errors that keep the page, and ways from page to page."""

import contextlib
import functools
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, ParamSpec

import streamlit as st

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.runs import home
from bozzetto.jobs.train.priors import PriorInfo, list_priors, load_prior
from bozzetto.viewer.commands import Commands
from bozzetto.viewer.field_renderer import FieldRenderer
from bozzetto.viewer.preview import WordPictures
from bozzetto.viewer.store import Store
from bozzetto.viewer.text import escape_html, escape_md, sentence
from bozzetto.viewer.vocabulary import Vocabulary, vocabulary
from bozzetto.viewer.workers import WorkerSupervisor

P = ParamSpec("P")

PAGES_KEY = "pages"
"""Of the session's state: its pages by name, which bozzetto.viewer.menu puts there."""
EXPECTED_ERRORS = (BozzettoError, OSError, sqlite3.Error)
"""Errors that come from what a visitor asked for, or from a disk or a file that has just changed: the page says them
and stays. Every other one is a fault of ours, see `bozzetto.viewer.serve.show_unexpected_error`."""


def navigate(page: str, **parameters: str) -> None:
    """Goes to another page; parameters are names of runs or numbers of jobs, which that page looks up in the store."""
    st.switch_page(st.session_state[PAGES_KEY][page], query_params=parameters)


def navigate_from_fragment(page: str, **parameters: str) -> None:
    """As `navigate`, from a fragment: switching right there leaves the other page empty."""
    st.session_state["navigate_to"] = (page, parameters)
    st.rerun()


@contextlib.contextmanager
def error_boundary() -> Iterator[None]:
    """Shows an expected error as its message, in the place of what was being drawn."""
    try:
        yield
    except EXPECTED_ERRORS as error:
        st.error(escape_md(sentence(str(error))), icon=":material/error:")


def guarded(callback: Callable[P, None]) -> Callable[P, None]:
    """A callback of a widget whose expected errors become a notification: the page is drawn all the same."""

    @functools.wraps(callback)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            callback(*args, **kwargs)
        except EXPECTED_ERRORS as error:
            st.toast(escape_md(sentence(str(error))), icon=":material/error:", duration="long")

    wrapped.is_guarded = True  # type: ignore[attr-defined]
    return wrapped


def bounded(draw: Callable[P, None]) -> Callable[P, None]:
    """What a fragment draws, inside of `error_boundary`: a fragment that draws itself again has no other."""

    @functools.wraps(draw)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        with error_boundary():
            draw(*args, **kwargs)

    return wrapped


def page_heading(title: str, about: str = "", hidden: bool = False) -> None:
    """The heading of a page: each has one, for whoever finds the way by headings.

    Args:
        title: as text.
        about: a line below it.
        hidden: heard and not seen, where the menu says it already.
    """
    kind = "bz-title bz-hidden" if hidden else "bz-title"
    below = f'<p class="bz-sub">{escape_html(about)}</p>' if about else ""
    st.html(f'<h1 class="{kind}" tabindex="-1">{escape_html(title)}</h1>{below}')


def section_heading(title: str) -> None:
    """The heading of a part of a page."""
    st.html(f'<h2 class="bz-section">{escape_html(title)}</h2>')


def status_text(text: str) -> None:
    """A line that screen readers announce when it changes, and that is not seen."""
    st.html(f'<p class="bz-hidden" role="status" aria-live="polite">{escape_html(text)}</p>')


def store() -> Store:
    """The store of the home folder, brought up to date."""
    current = _store(str(home()))
    current.refresh()
    if current.notice:
        st.caption(escape_md(sentence(current.notice)))
    return current


def queue() -> Queue:
    """The queue of the home folder."""
    return _queue(str(home()))


def worker_supervisor() -> WorkerSupervisor:
    """Keeps a worker alive while jobs wait."""
    return _worker_supervisor(str(home()))


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
def field_renderer() -> FieldRenderer:
    """Renders fields for the Look page."""
    return FieldRenderer()


@st.cache_resource(show_spinner=False)
def commands() -> Commands:
    """Carries out the exports and estimates that pages ask for."""
    return Commands()


@st.cache_resource(show_spinner=False)
def _store(folder: str) -> Store:
    return Store()


@st.cache_resource(show_spinner=False)
def _queue(folder: str) -> Queue:
    return Queue()


@st.cache_resource(show_spinner=False)
def _worker_supervisor(folder: str) -> WorkerSupervisor:
    supervisor = WorkerSupervisor()
    supervisor.start()
    return supervisor


@st.cache_resource(show_spinner="Loading the model\u2026")
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

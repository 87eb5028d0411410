"""What all pages share: the password, the menu, the store, the prior, and how to get from one page to another."""

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st

from jobs.errors import BozzettoError
from jobs.priors import PriorInfo, list_priors, load_prior
from jobs.queue import Queue
from jobs.runs import home
from viewer import gate
from viewer.errands import Errands
from viewer.look3d import STATIC
from viewer.nerf_view import NerfView
from viewer.preview import WordPictures
from viewer.store import Store
from viewer.text import plain
from viewer.vocabulary import Vocabulary, vocabulary
from viewer.workers import Keeper

_STYLE = """
<style>
.block-container { padding-top: 4.2rem; padding-bottom: 3rem; max-width: 1400px; }
[data-testid="stMetricValue"] { font-size: 1.35rem; }
.bz-card { position: relative; aspect-ratio: 1; border-radius: 8px; overflow: hidden; background: #fff;
  border: 1px solid rgba(128,128,128,.28); }
.bz-card img { width: 100%; height: 100%; object-fit: contain; display: block; }
.bz-none { display: flex; align-items: center; justify-content: center; height: 100%; text-align: center; padding: 8px;
  color: #667; font-size: .85rem; background: #f1efec; box-sizing: border-box; }
.bz-badge { position: absolute; left: 6px; top: 6px; font-size: .72rem; padding: 1px 7px; border-radius: 9px;
  color: #fff; background: rgba(30,34,42,.78); }
.bz-name { font-size: .92rem; line-height: 1.3; margin-top: 6px; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.bz-whole { font-size: .92rem; overflow-wrap: anywhere; }
.bz-four { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.bz-four div { aspect-ratio: 1; border-radius: 8px; background: rgba(128,128,128,.1); display: flex;
  align-items: center; justify-content: center; font-size: .85rem; opacity: .7; }
.bz-small { font-size: .78rem; opacity: .75; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.bz-rule { border-top: 1px solid rgba(128,128,128,.25); margin-top: 1.2rem; }
.bz-sub { opacity: .7; font-size: .9rem; margin: 2px 0 0; }
.bz-facts { text-align: left; border-collapse: collapse; width: 100%; font-size: .88rem; }
.bz-facts th { font-weight: 400; opacity: .7; padding: 4px 12px 4px 0; white-space: nowrap; vertical-align: top; }
.bz-facts td { padding: 4px 0; overflow-wrap: anywhere; }
.bz-facts tr + tr { border-top: 1px solid rgba(128,128,128,.18); }
.bz-stage { position: relative; display: flex; align-items: center; justify-content: center; gap: 8px; background: #fff;
  border: 1px solid rgba(128,128,128,.28); border-radius: 8px; overflow: hidden; min-height: 220px; }
.bz-stage .bz-views { flex: 4 1 0; min-width: 0; width: 100%; max-height: 320px; object-fit: contain; display: block; }
.bz-stage .bz-turn { flex: 1 1 0; min-width: 0; max-height: 320px; object-fit: contain; display: block; }
.bz-stage .bz-none { background: none; min-height: 220px; }
.bz-strip { display: flex; gap: 6px; overflow-x: auto; margin-top: 6px; }
.bz-strip figure { margin: 0; flex: 0 0 72px; }
.bz-strip img { width: 72px; height: 72px; object-fit: cover; object-position: left; display: block; background: #fff;
  border: 1px solid rgba(128,128,128,.28); border-radius: 6px; box-sizing: border-box; }
.bz-strip figcaption { font-size: .72rem; opacity: .7; text-align: center; }
.bz-nerf { position: relative; width: 100%; border-radius: 8px; overflow: hidden; background: rgba(128,128,128,.16); }
.bz-nerf img { width: 100%; height: 100%; object-fit: contain; display: block; }
.bz-title { font-size: 1.5rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; margin: 0; }
div:has(> [class*="st-key-card-"]) { flex: 0 0 192px; min-width: 0; }
div:has(> [class*="st-key-word-"]) { flex: 0 0 123px; min-width: 0; }
[class*="st-key-card-"] { position: relative; }
[class*="st-key-open-"] { position: absolute !important; inset: 0 0 auto 0; aspect-ratio: 1; z-index: 2;
  width: 100% !important; }
[class*="st-key-open-"] * { height: 100%; }
[class*="st-key-open-"] button { width: 100%; height: 100%; color: transparent !important;
  background: transparent !important; border: 2px solid transparent; border-radius: 8px; overflow: hidden; }
[class*="st-key-open-"] button:hover, [class*="st-key-open-"] button:focus-visible { border-color: #cc6633; }
[class*="st-key-word-"] button p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
@media (max-width: 640px) {
  .bz-stage { flex-wrap: wrap; }
  .bz-stage .bz-views, .bz-stage .bz-turn { flex: 0 0 100%; }
  .block-container { padding-left: 1rem; padding-right: 1rem; }
  div:has(> [class*="st-key-card-"]) { flex: 0 0 calc(50% - .5rem); }
  div:has(> [class*="st-key-word-"]) { flex: 0 0 calc(33.3% - .7rem); }
}
</style>
"""


def main() -> None:
    """The script: menu, password, and the page that was chosen."""
    st.set_page_config(page_title="bozzetto", page_icon=str(STATIC / "icon.svg"), layout="wide")
    st.html(_STYLE)
    if not admitted():
        return
    keeper()
    chosen = st.navigation([_page(name) for name in pages()], position="top")
    going = st.session_state.pop("going", None)
    if going is not None:
        go(going[0], **going[1])
    with explained():
        chosen.run()


def pages() -> dict[str, tuple[str, str, Callable[[], None]]]:
    """Name in the address -> (title, icon, what draws it)."""
    from viewer import page_create, page_gallery, page_guide, page_look, page_watch

    return {
        "create": ("Create", ":material/add_circle:", page_create.render),
        "watch": ("Watch", ":material/progress_activity:", page_watch.render),
        "look": ("Look", ":material/deployed_code:", page_look.render),
        "gallery": ("Gallery", ":material/grid_view:", page_gallery.render),
        "guide": ("Prompt guide", ":material/menu_book:", page_guide.render),
    }


def _page(name: str) -> Any:
    title, icon, render = pages()[name]
    return st.Page(render, title=title, icon=icon, url_path=name, default=name == "create")


def go(page: str, **parameters: str) -> None:
    """Goes to another page; parameters are names of runs or numbers of jobs, which that page looks up in the store."""
    st.switch_page(_page(page), query_params=parameters)


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
    sealed = os.environ.get(gate.LOCK)
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
def errands() -> Errands:
    """Carries out the exports and estimates that pages ask for."""
    return Errands()


@st.cache_resource(show_spinner=False)
def turnstile() -> gate.Turnstile:
    """Counts wrong passwords of all visitors."""
    return gate.Turnstile()


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

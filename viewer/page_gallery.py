"""Gallery: all runs, to find, mark, compare and delete."""

import math
from typing import Any

import streamlit as st

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.viewer import session
from bozzetto.viewer.difference import differences
from bozzetto.viewer.look3d import MAX_BYTES, Shown, look
from bozzetto.viewer.pictures import data_uri, thumbnail
from bozzetto.viewer.store import SORTS, Entry, Store, StoreError, read_object
from bozzetto.viewer.text import markup, moment, plain

PER_PAGE = 24
MOST_COMPARED = 4
ORDERS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "stars": "Most stars",
    "score": "Best score",
    "prompt": "By prompt",
    "quickest": "Quickest",
}


def render() -> None:
    """The page."""
    store = session.store()
    chosen: list[str] = st.session_state.setdefault("chosen", [])
    chosen[:] = [name for name in chosen if store.get(name) is not None]
    if len(chosen) >= 2 and st.session_state.get("comparing"):
        _compare(store, chosen)
        return
    _undo(store)
    everything = store.page(limit=0).total
    if everything == 0:
        st.info("No runs yet. What you make is kept here, to find, rate and compare.", icon=":material/grid_view:")
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            session.go("create")
        _bin(store)
        return
    search, tags, stars, status, sort = _filters(store)
    page = max(1, int(st.session_state.get("gallery_page", 1)))
    asked = {"tags": tags, "stars": stars, "statuses": status, "sort": sort}
    found = store.page(search, offset=(page - 1) * PER_PAGE, limit=PER_PAGE, **asked)  # type: ignore[arg-type]
    pages = max(1, math.ceil(found.total / PER_PAGE))
    if page > pages:
        page = st.session_state["gallery_page"] = pages
        found = store.page(search, offset=(page - 1) * PER_PAGE, limit=PER_PAGE, **asked)  # type: ignore[arg-type]
    _bar(found.total, everything, chosen)
    if not found.entries:
        st.info("Nothing fits these filters. Take one away, or search for fewer words.", icon=":material/search_off:")
    with st.container(horizontal=True, gap="small"):
        for entry in found.entries:
            with st.container(key=f"card-{entry.name}", gap="xsmall"):
                card(store, entry, chosen)
    if pages > 1:
        st.pagination(pages, key="gallery_page")
    _bin(store)


STATES: dict[str, tuple[str, ...]] = {
    "all": (),
    "done": ("done",),
    "unfinished": ("created", "running", "interrupted", "failed"),
    "damaged": ("damaged",),
}


def _filters(store: Store) -> tuple[str, list[str], int, tuple[str, ...], str]:
    one, two, three = st.columns([6, 3, 2], vertical_alignment="bottom")
    search = one.text_input("Search", key="gallery_search", placeholder="words of the prompt", live=True, max_chars=100)
    sort = two.selectbox("Order", list(SORTS), key="gallery_sort", format_func=lambda name: ORDERS[name])
    state = st.session_state
    active = (
        bool(state.get("gallery_tags"))
        + bool(state.get("gallery_stars"))
        + (state.get("gallery_state", "all") != "all")
    )
    label = f"Filter: {active} on" if active else "Filter"
    with three.popover(label, icon=":material/filter_alt:", width="stretch"):
        tags = st.multiselect("Tags", store.tags(), key="gallery_tags", placeholder="any")
        stars = st.selectbox(
            "Stars",
            range(6),
            key="gallery_stars",
            format_func=lambda n: ("any", *(f"{k} or more" for k in range(1, 5)), "5")[n],
        )
        status = st.selectbox("State", list(STATES), key="gallery_state", format_func=str.capitalize)
    return search, tags, stars, STATES[status], sort


def _bar(total: int, everything: int, chosen: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{total:,} of {everything:,} runs" if total != everything else f"{total:,} runs", width="content")
        if chosen:
            label = f"Compare {len(chosen)}" if len(chosen) > 1 else "Compare: choose one more"
            if st.button(label, type="primary", icon=":material/compare:", disabled=len(chosen) < 2):
                st.session_state["comparing"] = True
                st.rerun()
            if st.button("Clear choice", icon=":material/close:"):
                for name in chosen:
                    st.session_state[f"choose-{name}"] = False
                chosen.clear()
                st.rerun()


def card(store: Store, entry: Entry, chosen: list[str]) -> None:
    """One run of the gallery."""
    picture = thumbnail(store, entry.name)
    inside = (
        f'<img src="{data_uri(picture)}" alt="">' if picture else f'<div class="bz-none">{markup(_why(entry))}</div>'
    )
    badge = "" if entry.status == "done" else f'<span class="bz-badge">{markup(entry.status)}</span>'
    about = f"{moment(entry.created)[:10]} \u00b7 {entry.preset}" + (
        f" \u00b7 {', '.join(entry.tags)}" if entry.tags else ""
    )
    title = markup(entry.prompt or entry.name)
    st.html(
        f'<div class="bz-card">{inside}{badge}</div><div class="bz-name" title="{title}">{title}</div>'
        f'<div class="bz-small" title="{markup(about)}">{markup(about)}</div>'
    )
    # It lies over the picture, so that a click there opens the run; see the style in viewer/menu.py.
    if st.button(f"Look at {plain(entry.prompt or entry.name)}", key=f"open-{entry.name}"):
        session.go("look", run=entry.name)
    key = f"stars-{entry.name}"
    st.session_state.setdefault(key, entry.stars - 1 if entry.stars else None)
    st.feedback("stars", key=key, on_change=_rate, args=(store, entry.name, key))
    with st.container(horizontal=True, gap=None, vertical_alignment="center", horizontal_alignment="distribute"):
        box = f"choose-{entry.name}"
        st.session_state.setdefault(box, entry.name in chosen)
        st.checkbox(
            "Compare",
            key=box,
            on_change=_choose,
            args=(entry.name, box),
            disabled=entry.status != "done" or (len(chosen) >= MOST_COMPARED and entry.name not in chosen),
        )
        st.button(
            "",
            icon=":material/delete:",
            key=f"delete-{entry.name}",
            help="Move it to the bin",
            type="tertiary",
            on_click=_delete,
            args=(store, entry.name),
        )


def _why(entry: Entry) -> str:
    return entry.damage or ("no picture yet" if entry.status in ("created", "running") else "no picture")


def _rate(store: Store, name: str, key: str) -> None:
    chosen = st.session_state.get(key)
    try:
        store.set_stars(name, 0 if chosen is None else chosen + 1)
    except BozzettoError as error:
        st.toast(plain(error), icon=":material/error:")


def _choose(name: str, box: str) -> None:
    chosen: list[str] = st.session_state["chosen"]
    if st.session_state[box] and name not in chosen:
        chosen.append(name)
    elif not st.session_state[box] and name in chosen:
        chosen.remove(name)


def _delete(store: Store, name: str) -> None:
    entry = store.get(name)
    try:
        job = session.queue().of_run(store.run(name).path)
        if job is not None and job.status in ("queued", "running", "paused"):
            raise StoreError(f"{name} has a job that is {job.status}; stop it on the Watch page, then delete it")
        st.session_state["undo"] = (store.delete(name), entry.prompt if entry else name)
    except BozzettoError as error:
        st.toast(plain(error), icon=":material/error:")


def _undo(store: Store) -> None:
    """The last deletion of this visit, with its way back."""
    undo = st.session_state.get("undo")
    if not undo:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f"\u201c{plain(undo[1])}\u201d is in the bin.", width="stretch")
        if st.button("Undo", icon=":material/undo:", type="primary"):
            st.session_state["undo"] = None
            with session.explained():
                store.restore(undo[0])
                st.rerun()
        if st.button("", icon=":material/close:", key="undo-close", help="Close", type="tertiary"):
            st.session_state["undo"] = None
            st.rerun()


def _bin(store: Store) -> None:
    binned = store.binned()
    if not binned:
        return
    with st.expander(f"Bin: {len(binned)} deleted", icon=":material/delete:"):
        for run in binned[:50]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{plain(run.prompt or run.name)}  \ndeleted {moment(run.deleted)}", width="stretch")
                if st.button("Put back", key=f"back-{run.name}", icon=":material/undo:"):
                    store.restore(run.name)
                    st.session_state["undo"] = None
                    st.rerun()
        sure = st.checkbox("Delete all of these for good; nothing brings them back", key="bin_sure")
        if st.button("Empty the bin", icon=":material/delete_forever:", disabled=not sure):
            for run in binned:
                store.purge(run.name)
            st.session_state["undo"] = None
            st.session_state.pop("bin_sure", None)
            st.rerun()


def _compare(store: Store, chosen: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Back to the gallery", icon=":material/arrow_back:"):
            st.session_state["comparing"] = False
            st.rerun()
        st.caption(f"{len(chosen)} runs under one camera: turn one, and all turn.")
    models, configs, labels = [], [], []
    for name in chosen[:MOST_COMPARED]:
        entry, run = store.get(name), store.run(name)
        labels.append(f"{entry.prompt if entry else name} ({name[:15]})")
        configs.append(_config(store, name))
        if run.mesh is None:
            st.warning(f"{plain(name)} has no mesh.")
        elif run.mesh.stat().st_size > MAX_BYTES:
            st.warning(f"The mesh of {plain(name)} is too large for a page.")
        else:
            key = f"{name}@{run.mesh.stat().st_mtime_ns}"
            note = f"seed {entry.seed}, {entry.preset}" if entry else ""
            models.append(Shown(key, entry.prompt if entry else name, note, run.mesh.read_bytes()))
    if models:
        look(models, key="look-many", height=640)
    rows = differences(configs)
    st.markdown("**What differs in their settings**")
    if not rows:
        st.caption("Nothing: the same settings.")
        return
    head = "".join(f"<th>{markup(label)}</th>" for label in ["Setting", *labels])
    body = "".join(
        f"<tr><th>{markup(key)}</th>" + "".join(f"<td>{markup(value)}</td>" for value in values) + "</tr>"
        for key, values in rows.items()
    )
    st.html(
        '<div style="overflow-x:auto"><table style="text-align:left;border-spacing:14px 4px"><thead><tr>'
        f"{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _config(store: Store, name: str) -> dict[str, Any]:
    """A run's configuration as it is written, also one with settings that this version does not know."""
    return read_object(store.run(name).path / "config.json")

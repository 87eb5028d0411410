"""Gallery: all runs, to find, rate, compare and delete. Search, filters and compared runs are in the address."""

import math
from typing import Any

import streamlit as st

from bozzetto.jobs.config.diff import differences
from bozzetto.viewer import session
from bozzetto.viewer.mesh_viewer import MAX_BYTES, ViewerModel, mesh_viewer
from bozzetto.viewer.pictures import data_uri, thumbnail
from bozzetto.viewer.store import SORTS, Entry, Store, StoreError, read_object
from bozzetto.viewer.text import escape_html, escape_md, format_time

PER_PAGE = 24
MAX_COMPARED = 4
SORT_LABELS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "stars": "Most stars",
    "score": "Best score",
    "prompt": "By prompt",
    "quickest": "Quickest",
}
STATES: dict[str, tuple[str, ...]] = {
    "all": (),
    "done": ("done",),
    "unfinished": ("created", "running", "interrupted", "failed"),
    "damaged": ("damaged",),
}


def render() -> None:
    """The page."""
    store = session.store()
    selected: list[str] = st.session_state.setdefault("selected_runs", [])
    selected[:] = [name for name in selected if store.get(name) is not None]
    compared = compared_runs(store, st.query_params.get("compare", ""))
    if compared:
        _compare(store, compared)
        return
    session.page_heading("Gallery", hidden=True)
    _undo(store)
    everything = store.page(limit=0).total
    if everything == 0:
        st.info("No runs yet. What you create is kept here.", icon=":material/grid_view:")
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            session.navigate("create")
        _bin(store)
        return
    search, tags, stars, statuses, sort = _filters(store)
    page = max(1, int(st.session_state.get("page", 1)))
    filters: dict[str, Any] = {"tags": tags, "stars": stars, "statuses": statuses, "sort": sort}
    results = store.page(search, offset=(page - 1) * PER_PAGE, limit=PER_PAGE, **filters)
    pages = max(1, math.ceil(results.total / PER_PAGE))
    if page > pages:
        page = st.session_state["page"] = pages
        results = store.page(search, offset=(page - 1) * PER_PAGE, limit=PER_PAGE, **filters)
    _bar(results.total, everything, selected)
    if not results.entries:
        st.info("No run matches these filters.", icon=":material/search_off:")
    with st.container(horizontal=True, gap="small"):
        for entry in results.entries:
            with st.container(key=f"card-{entry.name}", gap="xsmall"):
                card(store, entry, selected)
    if pages > 1:
        st.pagination(pages, key="page", bind="query-params")
    _bin(store)


def compared_runs(store: Store, address: str) -> list[str]:
    """The runs that an address names for comparison: those of them that exist, if they are at least two."""
    names = [name for name in dict.fromkeys(address.split(",")) if store.get(name) is not None]
    return names[:MAX_COMPARED] if len(names) >= 2 else []


def _filters(store: Store) -> tuple[str, list[str], int, tuple[str, ...], str]:
    one, two, three = st.columns([6, 3, 2], vertical_alignment="bottom")
    search = one.text_input("Search", key="search", bind="query-params", placeholder="words of the prompt", live=True)
    sort = two.selectbox(
        "Sort", list(SORTS), key="sort", bind="query-params", format_func=lambda name: SORT_LABELS[name]
    )
    state = st.session_state
    active = bool(state.get("tags")) + bool(state.get("stars")) + (state.get("state", "all") != "all")
    label = f"Filters ({active})" if active else "Filters"
    with three.popover(label, icon=":material/filter_alt:", width="stretch"):
        tags = st.multiselect("Tags", store.tags(), key="tags", bind="query-params", placeholder="any")
        stars = st.selectbox(
            "Stars",
            range(6),
            key="stars",
            bind="query-params",
            format_func=lambda n: ("any", *(f"{k} or more" for k in range(1, 5)), "5")[n],
        )
        status = st.selectbox("State", list(STATES), key="state", bind="query-params", format_func=str.capitalize)
    return search or "", tags, stars, STATES.get(status, ()), sort


def _bar(total: int, everything: int, selected: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        noun = "run" if everything == 1 else "runs"
        text = f"{total:,} of {everything:,} {noun}" if total != everything else f"{total:,} {noun}"
        st.caption(text, width="content")
        if selected:
            label = f"Compare {len(selected)}" if len(selected) > 1 else "Select another to compare"
            if st.button(label, type="primary", icon=":material/compare:", disabled=len(selected) < 2):
                st.query_params["compare"] = ",".join(selected[:MAX_COMPARED])
                st.rerun()
            st.button("Clear selection", icon=":material/close:", on_click=_clear_selection)


@session.guarded
def _clear_selection() -> None:
    selected: list[str] = st.session_state["selected_runs"]
    for name in selected:
        st.session_state[f"select-{name}"] = False
    selected.clear()


def card(store: Store, entry: Entry, selected: list[str]) -> None:
    """One run of the gallery."""
    picture = thumbnail(store, entry.name)
    inside = (
        f'<img src="{data_uri(picture)}" alt="">'
        if picture
        else f'<div class="bz-none">{escape_html(_no_picture(entry))}</div>'
    )
    badge = "" if entry.status == "done" else f'<span class="bz-badge">{escape_html(entry.status)}</span>'
    about = f"{format_time(entry.created)[:10]} \u00b7 {entry.preset}" + (
        f" \u00b7 {', '.join(entry.tags)}" if entry.tags else ""
    )
    title = escape_html(entry.prompt or entry.name)
    st.html(
        f'<div class="bz-card">{inside}{badge}</div><div class="bz-name" title="{title}">{title}</div>'
        f'<div class="bz-small" title="{escape_html(about)}">{escape_html(about)}</div>'
    )
    # It lies over the picture, so that a click there opens the run; see the style in viewer/menu.py.
    if st.button(f"View {escape_md(entry.prompt or entry.name)}", key=f"open-{entry.name}"):
        session.navigate("look", run=entry.name)
    _stars(store, entry)
    with st.container(horizontal=True, gap=None, vertical_alignment="center", horizontal_alignment="distribute"):
        box = f"select-{entry.name}"
        st.session_state.setdefault(box, entry.name in selected)
        st.checkbox(
            "Compare",
            key=box,
            on_change=_select,
            args=(entry.name, box),
            disabled=entry.status != "done" or (len(selected) >= MAX_COMPARED and entry.name not in selected),
        )
        # Only its icon is seen; the text is for screen readers.
        st.button(
            f"Delete {escape_md(entry.prompt or entry.name)}",
            icon=":material/delete:",
            key=f"delete-{entry.name}",
            help="Move to the bin",
            type="tertiary",
            on_click=_delete,
            args=(store, entry.name),
        )


@st.fragment
@session.bounded
def _stars(store: Store, entry: Entry) -> None:
    """A fragment, so that a star draws nothing but itself again."""
    key = f"stars-{entry.name}"
    st.session_state.setdefault(key, entry.stars - 1 if entry.stars else None)
    st.feedback("stars", key=key, on_change=_rate, args=(store, entry.name, key))


def _no_picture(entry: Entry) -> str:
    return entry.damage or ("No picture yet" if entry.status in ("created", "running") else "No picture")


@session.guarded
def _rate(store: Store, name: str, key: str) -> None:
    chosen = st.session_state.get(key)
    store.set_stars(name, 0 if chosen is None else chosen + 1)


@session.guarded
def _select(name: str, box: str) -> None:
    selected: list[str] = st.session_state["selected_runs"]
    if st.session_state[box] and name not in selected:
        selected.append(name)
    elif not st.session_state[box] and name in selected:
        selected.remove(name)


@session.guarded
def _delete(store: Store, name: str) -> None:
    entry = store.get(name)
    job = session.queue().of_run(store.run(name).path)
    if job is not None and job.status in ("queued", "running", "paused"):
        raise StoreError(f"its job is {job.status}; stop it on the Watch page, then delete the run")
    st.session_state["undo"] = (store.delete(name), entry.prompt if entry else name)


def _undo(store: Store) -> None:
    """The last deletion of this visit, with its way back."""
    undo = st.session_state.get("undo")
    if not undo:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f"Moved \u201c{escape_md(undo[1])}\u201d to the bin.", width="stretch")
        st.button("Undo", icon=":material/undo:", type="primary", on_click=_restore, args=(store, undo[0]))
        st.button("Dismiss", icon=":material/close:", key="undo-close", type="tertiary", on_click=_dismiss)


@session.guarded
def _restore(store: Store, name: str) -> None:
    st.session_state["undo"] = None
    store.restore(name)


@session.guarded
def _dismiss() -> None:
    st.session_state["undo"] = None


def _bin(store: Store) -> None:
    binned = store.binned()
    if not binned:
        return
    with st.expander(f"Bin ({len(binned)})", icon=":material/delete:"):
        for run in binned[:50]:
            with st.container(horizontal=True, vertical_alignment="center"):
                title = escape_md(run.prompt or run.name)
                st.markdown(f"{title}  \ndeleted {format_time(run.deleted)}", width="stretch")
                st.button(
                    "Restore",
                    key=f"back-{run.name}",
                    icon=":material/undo:",
                    on_click=_restore,
                    args=(store, run.name),
                )
        sure = st.checkbox("Delete all of these permanently", key="bin_sure")
        st.button(
            "Empty bin",
            icon=":material/delete_forever:",
            disabled=not sure,
            on_click=_empty_bin,
            args=(store, [run.name for run in binned]),
        )


@session.guarded
def _empty_bin(store: Store, names: list[str]) -> None:
    st.session_state["undo"] = None
    st.session_state["bin_sure"] = False
    for name in names:
        store.purge(name)


def _compare(store: Store, names: list[str]) -> None:
    session.page_heading("Compare", f"{len(names)} runs under one camera")
    if st.button("Back to the gallery", icon=":material/arrow_back:"):
        del st.query_params["compare"]
        st.rerun()
    models, configs, labels = [], [], []
    for name in names:
        entry, run = store.get(name), store.run(name)
        labels.append(f"{entry.prompt if entry else name} ({name[:15]})")
        configs.append(_config(store, name))
        if run.mesh is None:
            st.warning(f"{escape_md(name)} has no mesh.")
        elif run.mesh.stat().st_size > MAX_BYTES:
            st.warning(f"The mesh of {escape_md(name)} is too large for a page.")
        else:
            key = f"{name}@{run.mesh.stat().st_mtime_ns}"
            note = f"seed {entry.seed}, {entry.preset}" if entry else ""
            models.append(ViewerModel(key, entry.prompt if entry else name, note, run.mesh.read_bytes()))
    if models:
        mesh_viewer(models, key="viewer-many", height=640)
    session.section_heading("Differences in settings")
    rows = differences(configs)
    if not rows:
        st.caption("None.")
        return
    head = "".join(f'<th scope="col">{escape_html(label)}</th>' for label in ["Setting", *labels])
    body = "".join(
        f'<tr><th scope="row">{escape_html(key)}</th>'
        + "".join(f"<td>{escape_html(value)}</td>" for value in values)
        + "</tr>"
        for key, values in rows.items()
    )
    st.html(
        '<div class="bz-scroll" tabindex="0" role="region" aria-label="Differences in settings">'
        f'<table class="bz-diff"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _config(store: Store, name: str) -> dict[str, Any]:
    """A run's configuration as it is written, also one with settings that this version does not know."""
    return read_object(store.run(name).path / "config.json")

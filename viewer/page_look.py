"""Look: one run, its mesh in 3D, its pictures, its files."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from jobs.runs import STILLS
from viewer import shell
from viewer.look3d import MAX_BYTES, Shown, look
from viewer.share import facts, share_page
from viewer.store import Entry, Store
from viewer.text import markup, moment, plain, size

# Suffixes that a mesh is offered in, and what they are called.
FORMATS = {
    ".glb": ("GLB", "model/gltf-binary"),
    ".gltf": ("glTF", "model/gltf+json"),
    ".usdz": ("USDZ", "model/vnd.usdz+zip"),
    ".usda": ("USD text", "text/plain"),
    ".usdc": ("USD", "application/octet-stream"),
    ".ply": ("PLY", "application/octet-stream"),
    ".stl": ("STL", "model/stl"),
    ".fbx": ("FBX", "application/octet-stream"),
    ".3mf": ("3MF", "model/3mf"),
}
OBJ_PARTS = (".obj", ".mtl", ".png", ".jpg")


def render() -> None:
    """The page."""
    store = shell.store()
    names = dict(store.names())
    if not names:
        st.info("There is nothing to look at yet. Make something first.", icon=":material/deployed_code:")
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            shell.go("create")
        return
    asked = st.query_params.get("run", "")
    if asked and asked not in names and store.get(asked) is None:
        st.warning(f"There is no run called {plain(asked)} here; this is the newest one.", icon=":material/help:")
        asked = ""
    if asked and asked not in names:
        names = {asked: store.run(asked).path.name} | names
    # An address that names a run wins over what was looked at before; a choice in the box changes the address.
    if asked and st.session_state.get("look_address") != asked:
        st.session_state["look_run"] = asked
    if st.session_state.get("look_run") not in names:
        done = store.page(statuses=("done",), limit=1).entries
        st.session_state["look_run"] = done[0].name if done else next(iter(names))
    name = st.selectbox("Run", list(names), key="look_run", format_func=lambda n: f"{names[n]} \u2013 {n[:15]}")
    st.query_params["run"] = st.session_state["look_address"] = name
    entry = store.get(name)
    if entry is None:
        st.error("This run has just been deleted or renamed; choose another.")
        return
    _run(store, entry)


def _run(store: Store, entry: Entry) -> None:
    run = store.run(entry.name)
    left, right = st.columns([7, 3], gap="medium")
    with left:
        st.html(f'<p class="bz-title">{markup(entry.prompt or entry.name)}</p>')
        st.caption(f"{plain(entry.name)} \u00b7 {moment(entry.created)} \u00b7 {plain(entry.status)}")
        meshes = mesh_files(run.path)
        if not meshes:
            _no_mesh(entry)
        else:
            chosen = next(iter(meshes))
            if len(meshes) > 1:
                chosen = st.segmented_control("Detail", list(meshes), default=chosen, required=True) or chosen
            path = meshes[chosen]
            stamp = path.stat()
            if stamp.st_size > MAX_BYTES:
                st.warning(f"The mesh has {size(stamp.st_size)}, too much for a page; download it instead.")
            else:
                key = f"{entry.name}/{path.name}@{stamp.st_mtime_ns}"
                look([Shown(key, "", "", path.read_bytes())], key="look-one", height=580)
        downloads(store, entry)
    with right:
        _marks(store, entry)
        if (run.path / "turntable.webp").is_file():
            st.image((run.path / "turntable.webp").read_bytes(), caption="turntable", width="stretch")
        stills = [(side, run.path / f"view_{side}.png") for side in STILLS]
        stills = [(side, path) for side, path in stills if path.is_file()]
        for row in range(0, len(stills), 2):
            for column, (side, path) in zip(st.columns(2, wrap=False), stills[row : row + 2], strict=False):
                column.image(path.read_bytes(), caption=side, width="stretch")
        if not stills and run.previews:
            st.image(run.previews[-1].read_bytes(), caption="latest preview: front, right, back, left", width="stretch")
    with st.expander("About this run"):
        rows = "".join(f"<tr><th>{markup(key)}</th><td>{markup(value)}</td></tr>" for key, value in facts(entry))
        st.html(f'<table style="text-align:left;border-spacing:12px 2px">{rows}</table>')
        report = run.report
        if report is not None:
            st.json(report, expanded=False)


def mesh_files(folder: Path) -> dict[str, Path]:
    """The GLBs of a run by level of detail, the finest first: `mesh.glb`, then `mesh_lod1.glb` and so on."""
    found = {"full": folder / "mesh.glb"} if (folder / "mesh.glb").is_file() else {}
    for path in sorted(folder.glob("mesh_lod*.glb")):
        level = path.stem.removeprefix("mesh_lod")
        if level.isdecimal() and len(level) < 4:
            found[f"level {int(level)}"] = path
    return found


def downloads(store: Store, entry: Entry) -> None:
    """Buttons for every file that a run offers; a file is read when its button is pressed."""
    folder = store.run(entry.name).path
    offers: list[tuple[str, str, str, Callable[[], bytes]]] = []
    for path in sorted(folder.glob("mesh*")):
        if path.suffix in FORMATS and path.is_file():
            label, kind = FORMATS[path.suffix]
            level = path.stem.removeprefix("mesh").strip("_")
            offers.append(
                (f"{label} {level}".strip(), f"{entry.name}{path.stem[4:]}{path.suffix}", kind, path.read_bytes)
            )
    if (folder / "mesh.obj").is_file():
        offers.append(("OBJ", f"{entry.name}-obj.zip", "application/zip", partial(obj_archive, folder)))
    for name, label, kind in (
        ("turntable.webp", "Turntable", "image/webp"),
        ("turntable.mp4", "Turntable MP4", "video/mp4"),
        ("report.json", "Report", "application/json"),
    ):
        if (folder / name).is_file():
            offers.append((label, f"{entry.name}-{name}", kind, (folder / name).read_bytes))
    if (folder / "mesh.glb").is_file():
        offers.append(
            ("Page to share", f"{entry.name}.html", "text/html", lambda: share_page(store, entry.name).encode())
        )
    if not offers:
        return
    st.markdown("**Download**")
    with st.container(horizontal=True, gap="small"):
        for label, name, kind, read in offers:
            st.download_button(
                plain(label),
                read,
                file_name=name,
                mime=kind,
                on_click="ignore",
                key=f"get-{entry.name}-{label}",
            )


def obj_archive(folder: Path) -> bytes:
    """The OBJ with its material and textures as one ZIP."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob("mesh*")):
            if path.suffix in OBJ_PARTS and path.is_file():
                archive.write(path, path.name)
    return data.getvalue()


def _no_mesh(entry: Entry) -> None:
    if entry.damage:
        st.error(f"{plain(entry.damage)}: this run is damaged. Its other files are in its folder.")
    elif entry.status == "running":
        st.info(
            "This run is being made; its mesh comes at the end. Watch shows it meanwhile.", icon=":material/hourglass:"
        )
        if st.button("Watch"):
            shell.go("watch")
    else:
        reason = f" ({plain(entry.reason)})" if entry.reason else ""
        st.info(
            f"This run has no mesh yet: it is {plain(entry.status)} at step {entry.step} of {entry.steps}{reason}. "
            "Go on with it on the Watch page.",
            icon=":material/hourglass:",
        )
        if st.button("Watch"):
            shell.go("watch")


def _marks(store: Store, entry: Entry) -> None:
    key = f"look-stars-{entry.name}"
    st.session_state.setdefault(key, entry.stars - 1 if entry.stars else None)

    def rate() -> None:
        chosen = st.session_state[key]
        store.set_stars(entry.name, 0 if chosen is None else chosen + 1)

    def tag() -> None:
        store.set_tags(entry.name, st.session_state[f"look-tags-{entry.name}"])

    st.feedback("stars", key=key, on_change=rate)
    st.session_state.setdefault(f"look-tags-{entry.name}", list(entry.tags))
    known = list(dict.fromkeys([*entry.tags, *store.tags(), *st.session_state[f"look-tags-{entry.name}"]]))
    st.multiselect(
        "Tags",
        known,
        key=f"look-tags-{entry.name}",
        accept_new_options=True,
        on_change=tag,
        placeholder="Add tags",
        label_visibility="collapsed",
        max_selections=20,
    )

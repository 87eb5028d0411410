"""Look: one run, its mesh in 3D, its pictures, its files."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from bozzetto.jobs.store.runs import STILLS
from bozzetto.viewer import session
from bozzetto.viewer.exports import FORMATS as FORMATS_OFFERED
from bozzetto.viewer.exports import MAX_LODS, QUADS, TARGETS, ExportRequest, export, exported, quads_offered
from bozzetto.viewer.look3d import MAX_BYTES, Shown, glb_corners, look
from bozzetto.viewer.nerf_view import read_pose
from bozzetto.viewer.pictures import data_uri, whole_picture
from bozzetto.viewer.share import facts, share_page
from bozzetto.viewer.store import Entry, Store, read_object
from bozzetto.viewer.text import duration, markup, moment, plain, size

VIEW_HEIGHT = 580
# Endings of files that are offered: what they are called, and their media types.
FORMATS = {
    ".glb": ("GLB", "model/gltf-binary"),
    ".obj": ("OBJ", "model/obj"),
    ".mtl": ("MTL", "model/mtl"),
    ".ply": ("PLY", "application/octet-stream"),
    ".stl": ("STL", "model/stl"),
    ".3mf": ("3MF", "model/3mf"),
    ".usd": ("USD", "application/octet-stream"),
    ".usdz": ("USDZ", "model/vnd.usdz+zip"),
    ".png": ("Texture", "image/png"),
    ".webp": ("WebP", "image/webp"),
    ".mp4": ("MP4", "video/mp4"),
    ".json": ("JSON", "application/json"),
    ".html": ("HTML", "text/html"),
}
OBJ_PARTS = (".obj", ".mtl", ".png", ".jpg")


def render() -> None:
    """The page."""
    store = session.store()
    names = dict(store.names())
    if not names:
        st.info("There is nothing to look at yet. Make something first.", icon=":material/deployed_code:")
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            session.go("create")
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
        st.html(
            f'<p class="bz-title">{markup(entry.prompt or entry.name)}</p><p class="bz-sub">{markup(_line(entry))}</p>'
        )
        meshes = mesh_files(run.path)
        if meshes:
            with st.container(horizontal=True, vertical_alignment="center"):
                chosen = next(iter(meshes))
                if len(meshes) > 1:
                    chosen = st.segmented_control(
                        "Detail", list(meshes), default=chosen, required=True, label_visibility="collapsed"
                    ) or chosen  # fmt: skip
                beside = st.toggle(
                    "NeRF beside it",
                    key="look_beside",
                    help="The radiance field that the mesh was made from, seen by the same camera.",
                )
            _view(entry.name, run.path, meshes[chosen], beside)
        else:
            _no_mesh(entry)
        downloads(store, entry)
        if meshes and has_checkpoint(run.path):
            _export(entry.name, run.path.absolute())
    with right:
        _marks(store, entry)
        turntable = whole_picture(run.path / "turntable.webp")
        if turntable is not None:
            st.image(turntable, width="stretch")
        stills = [(side, whole_picture(run.path / f"view_{side}.png")) for side in STILLS]
        shown = [(side, data) for side, data in stills if data is not None]
        for row in range(0, len(shown), 2):
            for column, (side, data) in zip(st.columns(2, wrap=False), shown[row : row + 2], strict=False):
                column.image(data, caption=side, width="stretch")
        preview = whole_picture(run.previews[-1]) if not shown and run.previews else None
        if preview is not None:
            st.image(preview, caption="latest preview: front, right, back, left", width="stretch")
        st.html(fact_table([*facts(entry)[1:], *report_facts(run.path)]))


def _line(entry: Entry) -> str:
    """What stands below the prompt."""
    status = "" if entry.status == "done" else entry.status
    return " \u00b7 ".join(part for part in (moment(entry.created), status) if part)


def fact_table(rows: list[tuple[str, str]]) -> str:
    """Names and values as HTML."""
    cells = "".join(f"<tr><th>{markup(key)}</th><td>{markup(value)}</td></tr>" for key, value in rows)
    return f'<table class="bz-facts">{cells}</table>'


def report_facts(folder: Path) -> list[tuple[str, str]]:
    """What a finished run's report tells beyond the gallery's entry; nothing of a report that cannot be read."""
    report = read_object(folder / "report.json")
    found = []
    for key, name in (("training", "Training"), ("export", "Export")):
        seconds = report.get("seconds")
        value = seconds.get(key) if isinstance(seconds, dict) else None
        if isinstance(value, int | float):
            found.append((name, duration(value)))
    unknown = report.get("unknown_words")
    if isinstance(unknown, list) and unknown:
        words = [str(word.get("word", "")) if isinstance(word, dict) else str(word) for word in unknown[:8]]
        found.append(("Passed over", ", ".join(words)))
    versions = report.get("versions")
    if isinstance(versions, dict) and isinstance(versions.get("bozzetto"), str):
        found.append(("Made with", f"bozzetto {versions['bozzetto']}"))
    return found


@st.fragment
def _view(name: str, folder: Path, path: Path, beside: bool) -> None:
    """The mesh in 3D, and beside it, if asked for, the field."""
    try:
        stamp = path.stat()
    except OSError:
        st.warning("This mesh has just gone; load the page again.")
        return
    if stamp.st_size > MAX_BYTES:
        st.warning(f"The mesh has {size(stamp.st_size)}, too much for a page; download it instead.")
        return
    key = f"{name}/{path.name}@{stamp.st_mtime_ns}"
    beside = beside and has_checkpoint(folder)
    columns = st.columns(2 if beside else 1, gap="small")
    with columns[0]:
        pose = look([Shown(key, "", "", path.read_bytes())], key="look-one", height=VIEW_HEIGHT, following=beside)
    if beside:
        st.session_state["look_pose"] = read_pose(pose, key) or (
            st.session_state.get("look_pose") if st.session_state.get("look_pose_of") == key else None
        )
        st.session_state["look_pose_of"] = key
        with columns[1]:
            if same_place(folder / "mesh.glb", path):
                _nerf(folder.absolute())
            else:
                st.info("This file was made for another size or place, where the NeRF is not. Choose \u201cfull\u201d.")


@st.fragment(run_every=0.4)
def _nerf(folder: Path) -> None:
    """The field from the camera of the 3D view; a quick picture first, then a finer one."""
    pose = st.session_state.get("look_pose")
    picture, final = session.nerf_view().ask(folder, pose) if pose is not None else (None, False)
    kept = st.session_state.get("look_nerf")
    if picture is None and kept is not None and kept[0] == folder:
        picture = kept[1]
    elif picture is not None and not picture.problem:
        st.session_state["look_nerf"] = (folder, picture)
    ratio = pose.aspect if pose is not None else 1.0
    if picture is None or picture.problem:
        told = (
            picture.problem
            if picture is not None
            else "Rendering the NeRF\u2026 The first picture takes a few seconds."
        )
        inside = f'<div class="bz-none">{markup(told)}</div>'
    else:
        inside = f'<img src="{data_uri(picture.data, "image/png")}" alt="NeRF from the same camera">'
    note = "NeRF, the same camera" + ("" if final else " \u2026")
    st.html(
        f'<div class="bz-nerf" style="aspect-ratio:{ratio:.4f};max-height:{VIEW_HEIGHT}px">{inside}'
        f'<span class="bz-badge">{markup(note)}</span></div>'
    )


def has_checkpoint(folder: Path) -> bool:
    """Whether a run still has a field: to be rendered, or exported again."""
    return any((folder / "checkpoints").glob("*.json"))


def same_place(plain_mesh: Path, other: Path) -> bool:
    """Whether a GLB stands where the run's own mesh does, by the corners that both files declare."""
    if plain_mesh == other:
        return True
    a, b = glb_corners(plain_mesh), glb_corners(other)
    if a is None or b is None:
        return False
    longest = max(high - low for low, high in zip(*a, strict=True))
    return all(abs(x - y) <= 0.05 * longest for p, q in zip(a, b, strict=True) for x, y in zip(p, q, strict=True))


def mesh_files(folder: Path) -> dict[str, Path]:
    """The GLBs of a run by level of detail, the finest first.

    `mesh.glb` of the run is `full`; `mesh_lod1.glb` and on, which `bozzetto export --lods` writes, are `LOD 1` and on.
    """
    found = {"full": folder / "mesh.glb"} if (folder / "mesh.glb").is_file() else {}
    named = {path.name: path for path in exported(folder)}
    for level in range(1, 9):
        path = named.get(f"mesh_lod{level}.glb")
        if path is not None:
            found[f"LOD {level}"] = path
    return found


def downloads(store: Store, entry: Entry) -> None:
    """Buttons for every file that a run offers; a file is read when its button is pressed."""
    folder = store.run(entry.name).path
    offers: list[tuple[str, str, str, Callable[[], bytes]]] = []
    if (folder / "mesh.glb").is_file():
        offers.append(("GLB", f"{entry.name}.glb", FORMATS[".glb"][1], (folder / "mesh.glb").read_bytes))
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
    if offers:
        st.markdown("**Download**")
        _offer("run", entry.name, offers)


def _offer(group: str, name: str, offers: list[tuple[str, str, str, Callable[[], bytes]]]) -> None:
    """(label, file name, media type, how to read it) as buttons; groups of one page may offer files of one name."""
    with st.container(horizontal=True, gap="small"):
        for label, file, kind, read in offers:
            st.download_button(
                plain(label),
                read,
                file_name=file,
                mime=kind,
                on_click="ignore",
                key=f"get-{group}-{name}-{file}",
                icon=":material/download:",
            )


@st.fragment(run_every=1.0)
def _export(name: str, folder: Path) -> None:
    """Every other format, size and level of detail: asked for here, made by a process of its own, then offered."""
    commands = session.commands()
    standing = commands.standing(folder)
    if st.session_state.get(f"export-was-running-{name}") and not standing.running:
        # Drawn whole again, because the levels of detail above are chosen from what has just been written.
        st.session_state[f"export-was-running-{name}"] = False
        st.rerun()
    with st.expander("Export for a program or a printer", icon=":material/ios_share:"):
        one, two, three = st.columns([4, 2, 2])
        target = one.selectbox("For", list(TARGETS), format_func=lambda key: TARGETS[key], key="export_target")
        length = two.number_input(
            "Longest side, m", 0.001, 10_000.0, None, step=0.1, key="export_size", placeholder="as it is"
        )
        lods = three.number_input("Levels of detail", 0, MAX_LODS, 0, key="export_lods", help="Further, lighter ones.")
        formats = st.pills(
            "Formats", FORMATS_OFFERED, selection_mode="multi", key="export_formats", format_func=str.upper,
            help="None chosen: those that the target expects.",
        )  # fmt: skip
        turned = st.toggle("Turntables", key="export_turntable", help="Animations of the mesh and of the NeRF.")
        quads = quads_offered() and st.toggle(
            "Quads", key="export_quads", help=f"Also an OBJ of about {QUADS:,} quads, for subdividing and sculpting."
        )
        if st.button("Export", type="primary", disabled=standing.running, icon=":material/ios_share:"):
            export(
                commands,
                folder,
                ExportRequest(
                    tuple(formats or ()), target, float(length or 0.0), int(lods), turned, QUADS if quads else 0
                ),
            )
            st.session_state[f"export-was-running-{name}"] = True
            st.rerun(scope="fragment")
        if standing.running:
            told = f"Exporting, {duration(standing.seconds)}\u2026 The page can be left meanwhile."
            st.markdown(f":material/progress_activity: {told}")
        elif standing.problem:
            st.error(plain(standing.problem[:1].upper() + standing.problem[1:]), icon=":material/error:")
        files = exported(folder)
        if files and not standing.running:
            st.markdown("**Exported**")
            offers: list[tuple[str, str, str, Callable[[], bytes]]] = [
                ("All as ZIP", f"{name}-export.zip", "application/zip", partial(archive, files))
            ]
            for path in files:
                label, kind = FORMATS.get(path.suffix, (path.suffix.lstrip(".").upper(), "application/octet-stream"))
                part = path.stem.removeprefix("mesh").strip("_").replace("_", " ")
                text = {"report": f"Report {label}"}.get(part, f"{label} {part}".strip())
                offers.append((text, f"{name}-export{path.name.removeprefix('mesh')}", kind, path.read_bytes))
            _offer("export", name, offers)


def archive(files: list[Path]) -> bytes:
    """Files as one ZIP, by their names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in files:
            bundle.write(path, path.name)
    return data.getvalue()


def obj_archive(folder: Path) -> bytes:
    """The OBJ with its material and textures as one ZIP."""
    return archive([path for path in sorted(folder.glob("mesh*")) if path.suffix in OBJ_PARTS and path.is_file()])


def _no_mesh(entry: Entry) -> None:
    if entry.damage:
        st.error(f"{plain(entry.damage)}: this run is damaged. Its other files are in its folder.")
    elif entry.status == "running":
        st.info(
            "This run is being made; its mesh comes at the end. Watch shows it meanwhile.", icon=":material/hourglass:"
        )
        if st.button("Watch"):
            session.go("watch")
    else:
        reason = f" ({plain(entry.reason)})" if entry.reason else ""
        st.info(
            f"This run has no mesh yet: it is {plain(entry.status)} at step {entry.step} of {entry.steps}{reason}. "
            "Go on with it on the Watch page.",
            icon=":material/hourglass:",
        )
        if st.button("Watch"):
            session.go("watch")


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

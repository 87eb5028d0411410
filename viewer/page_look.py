"""Look: one run, its mesh in 3D, its pictures, its files."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from bozzetto.jobs.store.runs import STILLS, Run
from bozzetto.jobs.store.units import format_bytes, format_duration
from bozzetto.viewer import session
from bozzetto.viewer.continue_run import resume_run
from bozzetto.viewer.exports import FORMATS as EXPORT_FORMATS
from bozzetto.viewer.exports import MAX_LODS, QUADS, TARGETS, ExportRequest, export, exported_files, quads_offered
from bozzetto.viewer.field_renderer import parse_camera_pose
from bozzetto.viewer.mesh_viewer import MAX_BYTES, ViewerModel, glb_bounds, mesh_viewer
from bozzetto.viewer.pictures import data_uri, read_picture
from bozzetto.viewer.share import facts, share_page
from bozzetto.viewer.store import Entry, Store, read_object
from bozzetto.viewer.text import escape_html, escape_md, format_time, sentence

VIEWER_HEIGHT = 580
REFRESH_SECONDS = 1.0
NERF_REFRESH_SECONDS = 0.4
# Endings of files that are offered: what they are called, and their media types.
FILE_TYPES = {
    ".glb": ("GLB", "model/gltf-binary"),
    ".obj": ("OBJ", "model/obj"),
    ".mtl": ("MTL", "model/mtl"),
    ".ply": ("PLY", "application/octet-stream"),
    ".stl": ("STL", "model/stl"),
    ".3mf": ("3MF", "model/3mf"),
    ".usd": ("USD", "application/octet-stream"),
    ".usda": ("USDA", "text/plain"),
    ".usdz": ("USDZ", "model/vnd.usdz+zip"),
    ".png": ("Texture", "image/png"),
    ".webp": ("WebP", "image/webp"),
    ".mp4": ("MP4", "video/mp4"),
    ".json": ("JSON", "application/json"),
    ".html": ("HTML", "text/html"),
}
OBJ_PARTS = (".obj", ".mtl", ".png", ".jpg")
Download = tuple[str, str, str, Callable[[], bytes]]
"""Label, file name, media type, and how the file is read."""


def render() -> None:
    """The page."""
    store = session.store()
    names = dict(store.names())
    if not names:
        session.page_heading("Look", hidden=True)
        st.info("No runs yet. Create one first.", icon=":material/deployed_code:")
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            session.navigate("create")
        return
    requested = st.query_params.get("run", "")
    if requested and requested not in names and store.get(requested) is None:
        st.warning(f"There is no run called {escape_md(requested)}; this is the newest one.", icon=":material/help:")
        requested = ""
    if requested and requested not in names:
        names = {requested: store.run(requested).path.name} | names
    # An address that names a run wins over what was looked at before; a choice in the box changes the address.
    if requested and st.session_state.get("look_address") != requested:
        st.session_state["look_run"] = requested
    if st.session_state.get("look_run") not in names:
        done = store.page(statuses=("done",), limit=1).entries
        st.session_state["look_run"] = done[0].name if done else next(iter(names))
    name = st.selectbox("Run", list(names), key="look_run", format_func=lambda n: f"{names[n]} \u2013 {n[:15]}")
    st.query_params["run"] = st.session_state["look_address"] = name
    entry = store.get(name)
    if entry is None:
        st.error("This run has just been deleted or renamed. Choose another one.")
        return
    _run(store, entry)


def _run(store: Store, entry: Entry) -> None:
    run = store.run(entry.name)
    left, right = st.columns([7, 3], gap="medium")
    with left:
        session.page_heading(entry.prompt or entry.name, _about(entry))
        if entry.damage:
            st.warning(f"This run is damaged: {escape_md(entry.damage)}.", icon=":material/broken_image:")
        meshes = mesh_files(run.path)
        if meshes:
            with st.container(horizontal=True, vertical_alignment="center"):
                chosen = next(iter(meshes))
                if len(meshes) > 1:
                    chosen = st.segmented_control(
                        "Level of detail", list(meshes), default=chosen, required=True, label_visibility="collapsed"
                    ) or chosen  # fmt: skip
                can_compare = has_checkpoint(run.path)
                compare = st.toggle(
                    "Compare with NeRF",
                    key="look_compare",
                    disabled=not can_compare,
                    help="Shows the radiance field that the mesh was made from, under the same camera."
                    if can_compare
                    else "This run has no checkpoint, so its NeRF can't be rendered.",
                )
            _viewer(entry.name, run.path, meshes[chosen], compare and can_compare)
        else:
            _no_mesh(store, entry)
        downloads(store, entry)
        if meshes and has_checkpoint(run.path):
            folder = run.path.absolute()
            running = session.commands().status(folder).running
            st.fragment(_export, run_every=REFRESH_SECONDS if running else None)(entry.name, folder)
    with right:
        _marks(store, entry)
        prompt = entry.prompt or entry.name
        turntable = read_picture(run.path / "turntable.webp")
        if turntable is not None:
            st.image(turntable, width="stretch", alt=f"Turntable of {prompt}")
        stills = [(side, read_picture(run.path / f"view_{side}.png")) for side in STILLS]
        shown = [(side, data) for side, data in stills if data is not None]
        for row in range(0, len(shown), 2):
            for column, (side, data) in zip(st.columns(2, wrap=False), shown[row : row + 2], strict=False):
                column.image(data, caption=side.capitalize(), width="stretch", alt=f"{prompt}, {side}")
        preview = read_picture(run.previews[-1]) if not shown and run.previews else None
        if preview is not None:
            caption = "Latest preview: front, right, back, left"
            st.image(preview, caption=caption, width="stretch", alt=f"{prompt}, latest preview")
        st.html(fact_table([*facts(entry)[1:], *report_facts(run.path)]))


def _about(entry: Entry) -> str:
    """The line below the prompt."""
    status = "" if entry.status == "done" else entry.status
    return " \u00b7 ".join(part for part in (format_time(entry.created), status) if part)


def fact_table(rows: list[tuple[str, str]]) -> str:
    """Names and values as HTML."""
    cells = "".join(
        f'<tr><th scope="row">{escape_html(key)}</th><td>{escape_html(value)}</td></tr>' for key, value in rows
    )
    return f'<table class="bz-facts">{cells}</table>'


def report_facts(folder: Path) -> list[tuple[str, str]]:
    """What a finished run's report adds to the gallery's entry; nothing of a report that cannot be read."""
    report = read_object(folder / "report.json")
    rows = []
    for key, name in (("training", "Training"), ("export", "Export")):
        seconds = report.get("seconds")
        value = seconds.get(key) if isinstance(seconds, dict) else None
        if isinstance(value, int | float):
            rows.append((name, format_duration(value)))
    unknown = report.get("unknown_words")
    if isinstance(unknown, list) and unknown:
        words = [str(word.get("word", "")) if isinstance(word, dict) else str(word) for word in unknown[:8]]
        rows.append(("Ignored words", ", ".join(words)))
    versions = report.get("versions")
    if isinstance(versions, dict) and isinstance(versions.get("bozzetto"), str):
        rows.append(("Made with", f"bozzetto {versions['bozzetto']}"))
    return rows


@st.fragment
@session.bounded
def _viewer(name: str, folder: Path, path: Path, compare: bool) -> None:
    """The mesh in 3D, and beside it, if asked for, the field."""
    try:
        stamp = path.stat()
    except OSError:
        st.warning("This mesh has just been deleted. Reload the page.")
        return
    if stamp.st_size > MAX_BYTES:
        st.warning(f"The mesh has {format_bytes(stamp.st_size)}, too much for a page. Download it instead.")
        return
    key = f"{name}/{path.name}@{stamp.st_mtime_ns}"
    columns = st.columns(2 if compare else 1, gap="small")
    with columns[0]:
        model = ViewerModel(key, "", "", path.read_bytes())
        pose = mesh_viewer([model], key="viewer-one", height=VIEWER_HEIGHT, report_camera=compare)
    if compare:
        st.session_state["look_pose"] = parse_camera_pose(pose, key) or (
            st.session_state.get("look_pose") if st.session_state.get("look_pose_of") == key else None
        )
        st.session_state["look_pose_of"] = key
        with columns[1]:
            if same_bounds(folder / "mesh.glb", path):
                _nerf(folder.absolute())
            else:
                st.info("This file has another size or position than the NeRF. Choose \u201cfull\u201d to compare.")


def _nerf(folder: Path) -> None:
    """The field from the camera of the 3D viewer, drawn again only until its final picture is there."""
    pose = st.session_state.get("look_pose")
    final = pose is not None and session.field_renderer().request_view(folder, pose)[1]
    st.fragment(_nerf_picture, run_every=None if final else NERF_REFRESH_SECONDS)(folder, final)


@session.bounded
def _nerf_picture(folder: Path, was_final: bool) -> None:
    """A quick picture first, then a finer one."""
    pose = st.session_state.get("look_pose")
    picture, final = session.field_renderer().request_view(folder, pose) if pose is not None else (None, False)
    last = st.session_state.get("look_nerf")
    if picture is None and last is not None and last[0] == folder:
        picture = last[1]
    elif picture is not None and not picture.problem:
        st.session_state["look_nerf"] = (folder, picture)
    if final and not was_final:
        # The rest of the page is drawn once more, so that this part stops drawing itself again.
        st.rerun()
    ratio = pose.aspect if pose is not None else 1.0
    if picture is None or picture.problem:
        text = sentence(picture.problem) if picture is not None else "Rendering the NeRF, a few seconds\u2026"
        inside = f'<div class="bz-none">{escape_html(text)}</div>'
    else:
        inside = f'<img src="{data_uri(picture.data, "image/png")}" alt="NeRF from the same camera">'
    note = "NeRF, same camera" + ("" if final else " \u2026")
    st.html(
        f'<div class="bz-nerf" style="aspect-ratio:{ratio:.4f};max-height:{VIEWER_HEIGHT}px">{inside}'
        f'<span class="bz-badge">{escape_html(note)}</span></div>'
    )


def has_checkpoint(folder: Path) -> bool:
    """Whether a run still has a field: to be rendered, or exported again."""
    return bool(Run(folder).checkpoints)


def same_bounds(mesh: Path, other: Path) -> bool:
    """Whether a GLB is where the run's own mesh is, by the bounds that both files declare."""
    if mesh == other:
        return True
    a, b = glb_bounds(mesh), glb_bounds(other)
    if a is None or b is None:
        return False
    longest = max(high - low for low, high in zip(*a, strict=True))
    return all(abs(x - y) <= 0.05 * longest for p, q in zip(a, b, strict=True) for x, y in zip(p, q, strict=True))


def mesh_files(folder: Path) -> dict[str, Path]:
    """The GLBs of a run by level of detail, the finest first.

    `mesh.glb` of the run is `full`; `mesh_lod1.glb` and on, which `bozzetto export --lods` writes, are `LOD 1` and on.
    """
    meshes = {"full": folder / "mesh.glb"} if (folder / "mesh.glb").is_file() else {}
    named = {path.name: path for path in exported_files(folder)}
    for level in range(1, 9):
        path = named.get(f"mesh_lod{level}.glb")
        if path is not None:
            meshes[f"LOD {level}"] = path
    return meshes


def downloads(store: Store, entry: Entry) -> None:
    """Buttons for every file that a run offers; a file is read when its button is pressed."""
    folder = store.run(entry.name).path
    offers: list[Download] = []
    if (folder / "mesh.glb").is_file():
        offers.append(("GLB", f"{entry.name}.glb", FILE_TYPES[".glb"][1], (folder / "mesh.glb").read_bytes))
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
            ("Share as web page", f"{entry.name}.html", "text/html", lambda: share_page(store, entry.name).encode())
        )
    if offers:
        session.section_heading("Download")
        _download_buttons("run", entry.name, offers)


def _download_buttons(group: str, name: str, offers: list[Download]) -> None:
    """Buttons; groups of one page may offer files of one name."""
    with st.container(horizontal=True, gap="small"):
        for label, file, kind, read in offers:
            st.download_button(
                escape_md(label),
                read,
                file_name=file,
                mime=kind,
                on_click="ignore",
                key=f"get-{group}-{name}-{file}",
                icon=":material/download:",
            )


@session.bounded
def _export(name: str, folder: Path) -> None:
    """Every other format, size and level of detail, made by a process of its own and then offered."""
    commands = session.commands()
    status = commands.status(folder)
    if st.session_state.get(f"export-was-running-{name}") and not status.running:
        # Drawn whole again, because the levels of detail above are chosen from what has just been written, and this
        # part need not draw itself again any more.
        st.session_state[f"export-was-running-{name}"] = False
        st.rerun()
    with st.expander("Export", icon=":material/ios_share:"):
        one, two, three = st.columns([4, 2, 2])
        target = one.selectbox("Target", list(TARGETS), format_func=lambda key: TARGETS[key], key="export_target")
        length = two.number_input(
            "Longest side, m", 0.001, 10_000.0, None, step=0.1, key="export_size", placeholder="unchanged"
        )
        lods = three.number_input("Levels of detail", 0, MAX_LODS, 0, key="export_lods", help="Further, lighter ones.")
        formats = st.pills(
            "Formats", EXPORT_FORMATS, selection_mode="multi", key="export_formats", format_func=str.upper,
            help="None selected: those that the target expects.",
        )  # fmt: skip
        turntables = st.toggle("Turntables", key="export_turntable", help="Animations of the mesh and of the NeRF.")
        quads = quads_offered() and st.toggle(
            "Quads", key="export_quads", help=f"Also an OBJ of about {QUADS:,} quads, for subdividing and sculpting."
        )
        if st.button("Export", type="primary", disabled=status.running, icon=":material/ios_share:"):
            request = ExportRequest(
                tuple(formats or ()), target, float(length or 0.0), int(lods), turntables, QUADS if quads else 0
            )
            export(commands, folder, request)
            st.session_state[f"export-was-running-{name}"] = True
            st.rerun()
        if status.running:
            text = f"Exporting, {format_duration(status.seconds)}\u2026 You can leave this page meanwhile."
            st.markdown(f":material/progress_activity: {text}")
        elif status.problem:
            st.error(escape_md(sentence(status.problem)), icon=":material/error:")
        files = exported_files(folder)
        if files and not status.running:
            session.section_heading("Exported files")
            offers: list[Download] = [("All as ZIP", f"{name}-export.zip", "application/zip", partial(archive, files))]
            for path in files:
                label, kind = FILE_TYPES.get(path.suffix, (path.suffix.lstrip(".").upper(), "application/octet-stream"))
                part = path.stem.removeprefix("mesh").strip("_").replace("_", " ")
                text = {"report": f"Report {label}"}.get(part, f"{label} {part}".strip())
                offers.append((text, f"{name}-export{path.name.removeprefix('mesh')}", kind, path.read_bytes))
            _download_buttons("export", name, offers)


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


def _no_mesh(store: Store, entry: Entry) -> None:
    """Why a run has no mesh, and the way to one."""
    folder = store.run(entry.name).path
    if entry.status == "damaged":
        st.info(f"Its other files are in {escape_md(folder)}.")
        return
    if entry.status == "running":
        st.info("This run isn't finished; its mesh comes at the end.", icon=":material/hourglass:")
        if st.button("Watch"):
            session.navigate("watch")
        return
    progress = f"at step {entry.step:,} of {entry.steps:,}"
    if entry.status != "done":
        reason = f" {escape_md(sentence(entry.reason))}" if entry.reason else ""
        st.info(f"No mesh yet: {escape_md(entry.status)} {progress}.{reason}", icon=":material/hourglass:")
        label = "Continue"
    elif has_checkpoint(folder):
        st.info("The mesh file of this run is gone. It can be exported again.", icon=":material/hourglass:")
        label = "Export again"
    else:
        st.info(
            "The mesh file of this run is gone, and it has no checkpoint to export from. Create it again.",
            icon=":material/hourglass:",
        )
        if st.button("Use these settings", type="primary", icon=":material/replay:"):
            session.navigate("create", prompt=entry.prompt, seed=str(entry.seed))
        return
    if st.button(label, type="primary", icon=":material/play_arrow:"):
        job = resume_run(store, session.queue(), entry.name)
        session.worker_supervisor().wake()
        session.navigate("watch", job=str(job.id))


@session.guarded
def _rate(store: Store, name: str, key: str) -> None:
    chosen = st.session_state.get(key)
    store.set_stars(name, 0 if chosen is None else chosen + 1)


@session.guarded
def _tag(store: Store, name: str, key: str) -> None:
    try:
        store.set_tags(name, st.session_state[key])
    except Exception:
        # The box shows the tags that the run has, and not those that were refused.
        entry = store.get(name)
        st.session_state[key] = list(entry.tags) if entry is not None else []
        raise


def _marks(store: Store, entry: Entry) -> None:
    stars, tags = f"look-stars-{entry.name}", f"look-tags-{entry.name}"
    st.session_state.setdefault(stars, entry.stars - 1 if entry.stars else None)
    st.feedback("stars", key=stars, on_change=_rate, args=(store, entry.name, stars))
    st.session_state.setdefault(tags, list(entry.tags))
    options = list(dict.fromkeys([*entry.tags, *store.tags(), *st.session_state[tags]]))
    st.multiselect(
        "Tags",
        options,
        key=tags,
        accept_new_options=True,
        on_change=_tag,
        args=(store, entry.name, tags),
        placeholder="Add tags",
        label_visibility="collapsed",
        max_selections=20,
    )

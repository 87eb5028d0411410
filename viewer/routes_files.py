"""Routes of files: downloads, exports by a process of their own, meshes of others that are opened; settings."""

import io
import re
import time
import zipfile
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bozzetto import __version__
from bozzetto.jobs.cli.doctor import checkup
from bozzetto.jobs.store.resources import resources_free
from bozzetto.jobs.store.units import format_bytes
from bozzetto.viewer.exports import (
    FORMATS,
    MAX_LODS,
    OWN_FRAME,
    PIVOTS,
    PIVOTS_AND_AXES,
    QUADS,
    TARGETS,
    UNITS,
    ExportRequest,
    estimated_bytes,
    export,
    export_mesh,
    exported_files,
    quads_offered,
)
from bozzetto.viewer.http_json import (
    EXPECTED_ERRORS,
    RequestError,
    Values,
    get,
    names,
    number,
    post,
    problem,
    text,
    whole,
)
from bozzetto.viewer.meshes import TEXTURED
from bozzetto.viewer.share import share_page
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.workbench import Workbench

MEDIA_TYPES = {
    ".glb": "model/gltf-binary",
    ".obj": "model/obj",
    ".mtl": "model/mtl",
    ".stl": "model/stl",
    ".3mf": "model/3mf",
    ".usda": "text/plain",
    ".usdz": "model/vnd.usdz+zip",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".json": "application/json",
    ".html": "text/html",
}
"""Of the files that are offered; of others `application/octet-stream`."""
OWN_FILES = ("mesh.glb", "mesh.obj", TEXTURED, "turntable.webp", "turntable.mp4", "report.json")
OBJ_PARTS = (".obj", ".mtl", ".png", ".jpg")
OPENED = (".glb", ".obj", ".ply", ".stl")
OPENED_PICTURES = (".png", ".jpg", ".jpeg", ".webp")
"""Kept to be taught from."""
MAX_ZIPPED = 100
MAX_OPENED_BYTES = 200_000_000
OPENED_SECONDS = 7 * 86400.0
"""For which a mesh that was opened is kept."""


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    run = f"{root}/runs/{{name}}"

    def of_run(function: Any) -> Any:
        return lambda request, values: function(
            workbench, workbench.store.run(request.path_params["name"]).path, values
        )

    async def opened(request: Request) -> Response:
        return await open_mesh(workbench, request)

    return [
        get(f"{run}/files", of_run(files)),
        get(f"{run}/files/{{file}}", lambda request, _: download(workbench, request)),
        post(f"{run}/export", of_run(start_export)),
        get(f"{run}/share", lambda request, _: share(workbench, request)),
        get(f"{root}/zip", lambda _, values: many(workbench, values)),
        Route(f"{root}/opened", opened, methods=["POST"]),
        get(f"{root}/opened/{{key}}/files", lambda request, values: opened_files(workbench, request)),
        get(f"{root}/opened/{{key}}/files/{{file}}", lambda request, _: opened_download(workbench, request)),
        post(f"{root}/opened/{{key}}/export", lambda request, values: opened_export(workbench, request, values)),
        get(f"{root}/settings", lambda _, values: settings(workbench)),
    ]


# Downloads.


def files(workbench: Workbench, folder: Path, values: Values) -> dict[str, Any]:
    """What can be downloaded of a run, and how its export stands."""
    own = [file_row(folder / name) for name in OWN_FILES if (folder / name).is_file()]
    return {"own": own, "share": (folder / "mesh.glb").is_file()} | export_state(workbench, folder.absolute(), folder)


def export_state(workbench: Workbench, key: Path, folder: Path) -> dict[str, Any]:
    """How the export of a folder stands, and the files of the last one."""
    status = workbench.commands.status(key)
    exported = [] if status.running else exported_files(folder)
    return {
        "running": status.running,
        "seconds": round(status.seconds, 1),
        "problem": status.problem,
        "exported": [file_row(path) for path in exported],
    }


def file_row(path: Path) -> dict[str, Any]:
    """A file as the page lists it."""
    return {"name": path.name, "bytes": path.stat().st_size}


def download(workbench: Workbench, request: Request) -> Response:
    """A file of a run, or several as one ZIP (`mesh-obj.zip`, `export.zip`); `from=export` is of the last export."""
    name, file = request.path_params["name"], request.path_params["file"]
    folder = workbench.store.run(name).path
    if file == "mesh-obj.zip":
        parts = [path for path in sorted(folder.glob("mesh*")) if path.suffix in OBJ_PARTS and path.is_file()]
        return attachment(archive(parts), f"{name}-obj.zip", "application/zip")
    if file == "export.zip":
        return attachment(archive(exported_files(folder)), f"{name}-export.zip", "application/zip")
    if request.query_params.get("from") == "export":
        return sent(exported_files(folder), file, name)
    return sent([folder / own for own in OWN_FILES], file, name)


def many(workbench: Workbench, values: Values) -> Response:
    """The meshes of several runs as one ZIP."""
    store, data = workbench.store, io.BytesIO()
    paths = [(name, path) for name in names(values, "runs", MAX_ZIPPED) if (path := store.run(name).mesh) is not None]
    if not paths:
        raise StoreError("none of these runs has a mesh")
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, path in paths:
            bundle.write(path, f"{name}.glb")
    return attachment(data.getvalue(), "bozzetto.zip", "application/zip")


def sent(offered: list[Path], file: str, name: str) -> Response:
    """One of the files that are offered, by its name."""
    for path in offered:
        if path.name == file and path.is_file() and not path.is_symlink():
            kind = MEDIA_TYPES.get(path.suffix, "application/octet-stream")
            saved = (
                f"{name}{path.name.removeprefix('mesh')}" if path.name.startswith("mesh.") else f"{name}-{path.name}"
            )
            return FileResponse(path, media_type=kind, filename=saved, headers={"Cache-Control": "no-store"})
    raise StoreError(f"there is no file {file!r:.80} to download; it may have just been deleted")


def share(workbench: Workbench, request: Request) -> Response:
    """A run as a web page that stands alone."""
    name = request.path_params["name"]
    return attachment(share_page(workbench.store, name).encode(), f"{name}.html", "text/html; charset=utf-8")


def attachment(data: bytes, name: str, kind: str) -> Response:
    """Bytes to be saved under a name."""
    safe = re.sub(r"[^\w.~-]", "_", name, flags=re.ASCII)
    headers = {"Content-Disposition": f'attachment; filename="{safe}"', "Cache-Control": "no-store"}
    return Response(data, media_type=kind, headers=headers)


def archive(paths: list[Path]) -> bytes:
    """Files as one ZIP, by their names.

    Raises:
        StoreError: there is none.
    """
    if not paths:
        raise StoreError("there are no exported files yet")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in paths:
            bundle.write(path, path.name)
    return data.getvalue()


# Exports.


def parse_export(values: Values) -> ExportRequest:
    """What a request wants exported.

    Raises:
        RequestError: a value that is not offered.
    """
    formats, target = names(values, "formats"), text(values, "target")
    maps = text(values, "maps")
    for name in formats:
        if name not in FORMATS:
            raise RequestError(f"formats: expected some of {', '.join(FORMATS)}, got {name!r:.40}")
    if target not in TARGETS:
        raise RequestError(f"target: expected one of {', '.join(TARGETS)}, got {target!r:.40}")
    if maps not in ("", "none", "normal", "occlusion", "both"):
        raise RequestError(f"maps: expected none, normal, occlusion or both, got {maps!r:.40}")
    pivot, units, up = (text(values, key) for key in ("pivot", "units", "up"))
    for key, value, known in (("pivot", pivot, PIVOTS), ("units", units, UNITS), ("up", up, ("y", "z"))):
        if value not in ("", *known):
            raise RequestError(f"{key}: expected one of {', '.join(known)}, got {value!r:.40}")
    return ExportRequest(
        formats=tuple(formats),
        target=target,
        size=number(values, "size", 0.0, 0.0, 10_000.0),
        lods=whole(values, "lods", 0, 0, MAX_LODS),
        faces=whole(values, "faces", 0, 0, 5_000_000),
        texture=whole(values, "texture", 0, 0, 4096),
        collision=values.get("collision") is True,
        maps=maps,
        turntable=values.get("turntable") is True,
        quads=QUADS if values.get("quads") is True and quads_offered() else 0,
        pivot=pivot,
        units=units,
        up=up,
    )


def start_export(workbench: Workbench, folder: Path, values: Values) -> dict[str, Any]:
    """Starts an export of a run by a process of its own."""
    export(workbench.commands, folder.absolute(), parse_export(values))
    return files(workbench, folder, values)


# Meshes of others.


async def open_mesh(workbench: Workbench, request: Request) -> Response:
    """Keeps a mesh or a picture that was dropped on the viewer, so that it can be exported or taught from; `name` is
    that of its file.
    """
    suffix = Path(request.query_params.get("name", "")).suffix.lower()
    if suffix not in (*OPENED, *OPENED_PICTURES):
        return problem(f"expected a file of the kind {', '.join((*OPENED, *OPENED_PICTURES))}", 400)
    folder = workbench.folder / "cache" / "opened" / f"{time.time_ns():x}"
    path, size = folder / f"{'mesh' if suffix in OPENED else 'picture'}{suffix}", 0
    try:
        await run_in_threadpool(folder.mkdir, parents=True)
        with open(path, "wb") as file:
            async for chunk in request.stream():
                size += len(chunk)
                if size > MAX_OPENED_BYTES:
                    break
                await run_in_threadpool(file.write, chunk)
        if size > MAX_OPENED_BYTES:
            path.unlink()
            return problem(f"the file has more than {format_bytes(MAX_OPENED_BYTES)}", 413)
        await run_in_threadpool(forget_opened, folder.parent)
    except EXPECTED_ERRORS as error:
        return problem(str(error), 400)
    return Response(f'{{"key": "{folder.name}"}}', media_type="application/json")


def forget_opened(folder: Path) -> None:
    """Deletes what was opened long ago."""
    for item in folder.iterdir():
        if time.time() - item.stat().st_mtime > OPENED_SECONDS and item.is_dir() and not item.is_symlink():
            for path in sorted(item.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
            item.rmdir()


def opened_folder(workbench: Workbench, request: Request) -> Path:
    """The folder of an opened mesh."""
    key = str(request.path_params["key"])
    folder = workbench.folder / "cache" / "opened" / key
    if not re.fullmatch(r"[0-9a-f]{8,20}", key) or not folder.is_dir():
        raise StoreError("this mesh is not kept any more; open it again")
    return folder


def opened_source(folder: Path) -> Path:
    """The file in the folder of an opened mesh or picture."""
    named = [
        folder / f"{stem}{kind}" for stem, kinds in (("mesh", OPENED), ("picture", OPENED_PICTURES)) for kind in kinds
    ]
    found = next((path for path in named if path.is_file()), None)
    if found is None:
        raise StoreError("this file is not kept any more; open it again")
    return found


def opened_files(workbench: Workbench, request: Request) -> dict[str, Any]:
    """How the export of an opened mesh stands, and its files."""
    folder = opened_folder(workbench, request)
    return {"own": [], "share": False} | export_state(workbench, folder.absolute(), folder)


def opened_export(workbench: Workbench, request: Request, values: Values) -> dict[str, Any]:
    """Starts an export of an opened mesh."""
    folder = opened_folder(workbench, request)
    source = opened_source(folder)
    if source.suffix not in OPENED:
        raise StoreError("a picture has no mesh to export")
    export_mesh(workbench.commands, source.absolute(), parse_export(values))
    return opened_files(workbench, request)


def opened_download(workbench: Workbench, request: Request) -> Response:
    """A file of the export of an opened mesh."""
    folder, file = opened_folder(workbench, request), request.path_params["file"]
    if file == "export.zip":
        return attachment(archive(exported_files(folder)), "mesh-export.zip", "application/zip")
    return sent(exported_files(folder), file, "mesh")


# Settings.


def settings(workbench: Workbench) -> dict[str, Any]:
    """What this machine can do, which models there are, and where things are kept."""
    free = resources_free(workbench.folder)
    return {
        "version": __version__,
        "folder": str(workbench.folder),
        "freeDisk": format_bytes(free.disk),
        "freeMemory": format_bytes(free.memory),
        "models": [
            {"name": info.name, "what": info.what, "available": info.available, "why": info.why_not}
            for info in workbench.priors
        ],
        "checks": [
            {"name": c.name, "ok": c.ok, "result": c.result, "fix": "" if c.ok else c.fix, "needed": c.needed}
            for c in checkup()
        ],
    }


def export_choices() -> dict[str, Any]:
    """What the export dialog offers."""
    return {
        "formats": FORMATS,
        "targets": [
            {"name": name, "label": label, "places": PIVOTS_AND_AXES.get(name, "")} for name, label in TARGETS.items()
        ],
        "pivots": PIVOTS,
        "units": UNITS,
        "ownFrame": OWN_FRAME,
        "lods": MAX_LODS,
        "quads": quads_offered(),
        "bytes": estimated_bytes(),
    }

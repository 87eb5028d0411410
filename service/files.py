"""Files of jobs: which there are, and answers with them, whole or in part."""

import hashlib
import mimetypes
import os
import re
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import anyio
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.queue.worker import export_folder
from bozzetto.service.problems import Problem

MEDIA_TYPES = {
    ".glb": "model/gltf-binary",
    ".obj": "model/obj",
    ".mtl": "model/mtl",
    ".ply": "application/octet-stream",
    ".stl": "model/stl",
    ".3mf": "model/3mf",
    ".usd": "application/octet-stream",
    ".usda": "model/vnd.usda",
    ".usdz": "model/vnd.usdz+zip",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".json": "application/json",
    ".html": "text/html; charset=utf-8",
}
"""Of the files that are given out; no others are."""
HIDDEN = ("config.json", "state.json", "origin.json", "marks.json")
"""Of a run folder: what only this program reads."""
CHUNK = 256 << 10
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def job_files(job: Job) -> dict[str, Path]:
    """What a job has made, by the name in its address; links are not followed."""
    if job.run is None:
        return {}
    found: dict[str, Path] = {}
    if job.kind == "generate":
        found |= {path.name: path for path in _listed(job.run) if path.name not in HIDDEN}
    prefix = "export/" if job.kind == "generate" else ""
    found |= {f"{prefix}{path.name}": path for path in _listed(export_folder(job))}
    return found


def previews(job: Job, after: str = "") -> list[str]:
    """Names of pictures of a job while it is made, oldest first, those after a name only."""
    if job.run is None or job.kind != "generate":
        return []
    names = sorted(path.name for path in _listed(job.run / "previews") if path.suffix == ".png")
    return [name for name in names if name > after]


def find_file(job: Job, name: str) -> Path | None:
    """The file of that name; None where the job has none."""
    if job.run is not None and name.startswith("previews/"):
        if name.removeprefix("previews/") in previews(job):
            return job.run / "previews" / name.removeprefix("previews/")
        return None
    # Looked up, never joined to a path: no name can lead out of the run.
    return job_files(job).get(name)


def _listed(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                Path(entry.path)
                for entry in entries
                if entry.is_file(follow_symlinks=False)
                and os.path.splitext(entry.name)[1] in MEDIA_TYPES
                and not entry.name.startswith(".")
            )
    except OSError:
        return []


def media_type(path: Path) -> str:
    """Of a file that is given out."""
    return MEDIA_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


async def file_response(request: Request, path: Path, prompt: str) -> Response:
    """A file, with ETag, and a range of it where one is asked for.

    Args:
        request: GET or HEAD.
        path: of a regular file.
        prompt: what it shows; the name that browsers save it under is made of it.
    """
    try:
        handle = await anyio.to_thread.run_sync(_open, path)
    except OSError:
        raise Problem(404, "not-found", "there is no such file any more") from None
    status = os.fstat(handle)
    etag = (
        '"' + hashlib.sha256(f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}".encode()).hexdigest()[:32] + '"'
    )
    name = f"{slug(prompt)}-{path.stem}{path.suffix}" if path.stem != "mesh" else f"{slug(prompt)}{path.suffix}"
    shown = path.suffix in (".png", ".webp", ".mp4")
    headers = {
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-cache",
        "Content-Disposition": f'{"inline" if shown else "attachment"}; filename="{quote(name, safe=".-_")}"',
        # A report is a page that others may have had a part in.
        "Content-Security-Policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    }
    if etag in [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]:
        os.close(handle)
        return Response(status_code=304, headers=headers)
    start, end, code = 0, status.st_size, 200
    ranged = request.headers.get("range")
    if ranged is not None and request.headers.get("if-range", etag) == etag:
        part = _part(ranged, status.st_size)
        if part == (0, 0):
            os.close(handle)
            size = {"Content-Range": f"bytes */{status.st_size}"}
            raise Problem(416, "range", f"the file has {status.st_size} bytes", headers=size)
        if part is not None:
            (start, end), code = part, 206
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{status.st_size}"
    headers["Content-Length"] = str(end - start)
    if request.method == "HEAD":
        os.close(handle)
        return Response(status_code=code, headers=headers, media_type=media_type(path))
    return _Streamed(_chunks(handle, start, end), code, headers, media_type(path), handle)


class _Streamed(StreamingResponse):
    """A stream whose file is closed even where nobody began to read it."""

    def __init__(
        self, content: AsyncIterator[bytes], status: int, headers: dict[str, str], media: str, handle: int
    ) -> None:
        super().__init__(content, status, headers, media)
        self._handle = handle

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        try:
            await super().__call__(scope, receive, send)
        finally:
            os.close(self._handle)


def _open(path: Path) -> int:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("no regular file")
    return handle


async def _chunks(handle: int, start: int, end: int) -> AsyncIterator[bytes]:
    while start < end:
        data = await anyio.to_thread.run_sync(os.pread, handle, min(CHUNK, end - start), start)
        if not data:
            return
        start += len(data)
        yield data


def _part(text: str, size: int) -> tuple[int, int] | None:
    """[start, end) of a Range header; (0, 0) where it lies outside; None for one that is not understood, or several,
    which may be answered by the whole (RFC 9110, 14.2)."""
    match = _RANGE.fullmatch(text.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    return (start, end) if start < end else (0, 0)

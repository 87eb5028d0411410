"""Uploaded files: taken in bounded, under names of our own, and never looked into here; a worker reads them.

A mesh or a picture is a file that somebody else made. The server copies it beside the queue (`uploads/` in the home
folder) and hands its path on with the job; what is in it meets the bounds of `bozzetto.export.files.read` or
`bozzetto.jobs.teach.pictures` in the worker's process.
"""

import asyncio
import contextlib
import hashlib
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import anyio.to_thread
from pydantic import BaseModel, ValidationError
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bozzetto.jobs.store.runs import disk_errors
from bozzetto.service.guard import body_stream
from bozzetto.service.problems import Problem, of_validation
from bozzetto.service.settings import Bounds

FOLDER = "uploads"
MESHES = (".glb", ".gltf", ".vrm", ".obj", ".ply", ".stl", ".3mf", ".usd", ".usda", ".usdc", ".usdz")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
MAX_FIELDS, MAX_FIELD_BYTES = 32, 16 << 10
CHUNK = 1 << 20


@dataclass(frozen=True)
class Upload:
    """A file that was taken in."""

    path: Path
    """Where it is."""
    digest: str
    """Of what is in it."""

    def discard(self) -> None:
        """Removes it."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


async def read_form(
    request: Request, model: type[BaseModel], bounds: Bounds, folder: Path, endings: tuple[str, ...] = MESHES
) -> tuple[BaseModel, Upload]:
    """A form with one file named `file`, and fields as a model.

    Args:
        request: `multipart/form-data`.
        model: of the other fields.
        bounds: of the server.
        folder: the home folder, which the file goes into.
        endings: that the file's name may have.
    Raises:
        Problem: it is no such form, too large, too slow, or a field is not valid; nothing is left of it.
        DiskError: the file cannot be written.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise Problem(415, "media-type", "send a form: Content-Type: multipart/form-data")
    limit = bounds.upload_bytes + MAX_FIELDS * MAX_FIELD_BYTES
    seconds = bounds.body_seconds * (1 + limit / (4 << 20))
    parser = MultiPartParser(
        request.headers, body_stream(request, limit), max_files=1, max_fields=MAX_FIELDS, max_part_size=MAX_FIELD_BYTES
    )
    try:
        form = await asyncio.wait_for(parser.parse(), seconds)
    except asyncio.TimeoutError:
        raise Problem(408, "slow", f"the form must come within {seconds:.0f} s") from None
    except MultiPartException as error:
        raise Problem(400, "form", f"the form cannot be read: {error.message}") from None
    except (KeyError, ValueError, AssertionError):
        raise Problem(400, "form", "the form cannot be read") from None
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(form.close)
        fields: dict[str, Any] = {}
        for name, value in form.multi_items():
            if name in fields:
                raise Problem(422, "invalid", "a field stands twice in the form", [(name[:60], "once, please")])
            fields[name] = value
        file = fields.pop("file", None)
        if file is None or isinstance(file, str):
            raise Problem(422, "invalid", "the form has no file", [("file", "a mesh")])
        if any(not isinstance(value, str) for value in fields.values()):
            raise Problem(422, "invalid", "only `file` is a file", [("file", "only this one")])
        try:
            values = model.model_validate(fields)
        except ValidationError as error:
            raise of_validation(error) from None
        ending = os.path.splitext(file.filename or "")[1].lower()
        if ending not in endings:
            known = ", ".join(endings)
            raise Problem(422, "invalid", f"the file's name ends in one of {known}", [("file", f"got {ending[:20]!r}")])
        upload = await anyio.to_thread.run_sync(keep, file.file, ending, folder, bounds.upload_bytes)
    return values, upload


def keep(source: BinaryIO, ending: str, folder: Path, limit: int) -> Upload:
    """Copies a file into the home folder, under a name that nobody chose.

    Raises:
        Problem: it is empty, or larger than the limit.
        DiskError: it cannot be written.
    """
    place = folder / FOLDER / secrets.token_hex(12)
    seal, size = hashlib.sha256(), 0
    try:
        with disk_errors(f"keep an upload in {folder / FOLDER}"):
            place.mkdir(parents=True, mode=0o700)
            with open(place / f"mesh{ending}", "xb") as file:
                while data := source.read(CHUNK):
                    size += len(data)
                    if size > limit:
                        raise Problem(413, "too-large", f"a file has at most {limit} bytes")
                    seal.update(data)
                    file.write(data)
        if not size:
            raise Problem(422, "invalid", "the file is empty", [("file", "it is empty")])
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    return Upload(place / f"mesh{ending}", seal.hexdigest())

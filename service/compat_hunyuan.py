"""The dialect of local Hunyuan3D servers, as their clients speak it: `/generate`, `/send`, `/status/{uid}`.

Tencent's add-on for Blender and the local mode of blender-mcp post JSON with `text` (or `image`, `mesh`), sampling
settings of a diffusion model, `texture` and perhaps `seed`, `face_count`, `type`, and take the bytes of a GLB. Settings
that mean nothing here are named in the header `X-Bozzetto-Ignored` of the answer.

`text` is a generation, `mesh` with `text` a texture. A picture is learnt as a noun, and then a model is made of the
noun: two jobs, of which the first is the one that the client knows. What the second needs is kept beside the picture,
and it is asked for under an Idempotency-Key of its own, so that whoever asks how it goes may be the one who begins it.
"""

import base64
import binascii
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import JSONResponse, Response

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.schema import Job, Task
from bozzetto.service.files import file_response, find_file
from bozzetto.service.handlers import submit, wait_for_end
from bozzetto.service.models import STATES, GenerationRequest, ObjectRequest, TextureRequest
from bozzetto.service.operations import UID, Call, Operation
from bozzetto.service.problems import Problem, of_error
from bozzetto.service.tasks import generation_tasks, teach_task, texture_task
from bozzetto.service.uploads import Upload, keep

WAIT_SECONDS = 3600.0
BODY_BYTES = 24 << 20
IGNORED = (
    *("octree_resolution", "num_inference_steps", "guidance_scale", "texture", "num_chunks", "mc_algo"),
    *("remove_background", "seamless", "shape"),
)
"""Settings of their models that have no counterpart; a model of ours is textured always."""
THEN = "then.json"
"""Beside a picture: what is to be made of its noun."""
PICTURES = ((b"\x89PNG\r\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"RIFF", ".webp"))
"""How files of pictures begin, and what they are called."""
Base64 = Annotated[str, Field(max_length=BODY_BYTES)]


class HunyuanRequest(BaseModel):
    """What their clients send."""

    model_config = ConfigDict(extra="allow", use_attribute_docstrings=True)

    text: Annotated[str, Field(max_length=2000)] | None = None
    """What to make."""
    image: Base64 | None = None
    """A picture of it instead, PNG, JPEG or WebP: a noun is learnt from it, which needs a key with `admin`."""
    mesh: Base64 | None = None
    """A GLB to be painted anew, as `text` says."""
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0
    """Of every random choice."""
    face_count: Annotated[int, Field(ge=4, le=5_000_000)] | None = None
    """Faces to keep."""
    type: str = "glb"
    """Format of the answer: glb, obj, ply or stl."""


class HunyuanError(BaseModel):
    """Why their server refuses."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    text: str
    """For people."""
    error_code: int
    """Always 1."""


class HunyuanSent(BaseModel):
    """The answer of `/send`."""

    uid: str
    """For `/status/{uid}`."""


class HunyuanStatus(BaseModel):
    """The answer of `/status/{uid}`."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    status: str
    """`processing`, `completed` or `failed`."""
    model_base64: str | None = None
    """The GLB, once it is completed."""
    message: str | None = None
    """Why it failed."""


async def generate(call: Call) -> Response:
    """Makes a model and waits for it."""
    body = cast(HunyuanRequest, call.body)
    try:
        number = await _submit(call, body)
        job = await wait_for_end(call, number, WAIT_SECONDS)
        if job.kind == "teach" and job.status == "done":
            job = await wait_for_end(call, await _follow(call, job), WAIT_SECONDS)
        name = f"mesh.{body.type}" if body.type in ("glb", "obj") else f"export/mesh.{body.type}"
        path = await call.service.run(find_file, job, name)
        if job.status != "done" or path is None:
            raise Problem(404, "failed", job.reason or f"the job is {STATES[job.status]}")
    except Problem as problem:
        return _refused(problem)
    answer = await file_response(call.request, path, job.prompt)
    ignored = _ignored(body)
    if ignored:
        answer.headers["X-Bozzetto-Ignored"] = ignored
    return answer


async def send(call: Call) -> Response:
    """Makes a model; `/status/{uid}` says how it goes."""
    body = cast(HunyuanRequest, call.body)
    try:
        number = await _submit(call, body)
    except Problem as problem:
        return _refused(problem)
    ignored = _ignored(body)
    return JSONResponse({"uid": str(number)}, headers={"X-Bozzetto-Ignored": ignored} if ignored else None)


async def status(call: Call) -> HunyuanStatus:
    """How it goes, and the model once it is there."""
    job: Job = await call.service.job(call.path["uid"], call.caller)
    if job.kind == "teach" and job.status == "done":
        try:
            job = await call.service.job(str(await _follow(call, job)), call.caller)
        except Problem as problem:
            return HunyuanStatus(status="failed", message=problem.detail)
    if job.status in ("failed", "cancelled"):
        return HunyuanStatus(status="failed", message=job.reason or STATES[job.status])
    path = await call.service.run(find_file, job, "mesh.glb")
    if job.status != "done" or path is None:
        return HunyuanStatus(status="processing")
    data = await call.service.run(path.read_bytes)
    return HunyuanStatus(status="completed", model_base64=base64.b64encode(data).decode())


async def _submit(call: Call, body: HunyuanRequest) -> int:
    if body.type not in ("glb", "obj", "ply", "stl"):
        raise Problem(422, "invalid", f"type is glb, obj, ply or stl; got {body.type!r:.40}", [("type", "unknown")])
    values: dict[str, Any] = {"seed": body.seed, "faces": body.face_count}
    if body.type in ("ply", "stl"):
        values["formats"] = [body.type]
    if body.mesh is not None:
        return await _submit_mesh(call, body)
    if body.text is not None:
        return (await submit(call, await _tasks(call, {"prompt": body.text, **values}), "")).jobs[0]
    if body.image is None:
        raise Problem(422, "unsupported", "send text, or an image, or a mesh and text", [("text", "missing")])
    return await _submit_picture(call, body.image, values)


async def _tasks(call: Call, values: dict[str, Any]) -> list[Task]:
    """Generations as the API takes them."""
    service = call.service
    try:
        request = GenerationRequest.model_validate(values)
        return await service.check(generation_tasks, request, service.settings, call.caller, service.reader)
    except ValidationError as error:
        raise Problem(422, "invalid", str(error.errors()[0]["msg"])) from None
    except BozzettoError as error:
        raise of_error(error) from None


async def _submit_mesh(call: Call, body: HunyuanRequest) -> int:
    """A texture for a mesh."""
    if body.text is None:
        raise Problem(422, "unsupported", "say in text what the mesh is made of", [("text", "missing")])
    if body.type != "glb":
        raise Problem(422, "unsupported", "a textured mesh comes as a glb", [("type", "glb, please")])
    data = await _decoded(call, "mesh", cast(str, body.mesh))
    if data[:4] != b"glTF":
        raise Problem(422, "invalid", "mesh is a GLB in base64", [("mesh", "it is none")])
    try:
        request = TextureRequest(prompt=body.text, seed=min(body.seed, 2**53 - 1))
    except ValidationError as error:
        raise Problem(422, "invalid", str(error.errors()[0]["msg"])) from None
    return await _with_file(call, data, ".glb", lambda path: texture_task(request, path, call.caller))


async def _submit_picture(call: Call, image: str, values: dict[str, Any]) -> int:
    """A noun from a picture, of which a model is made once it is learnt."""
    if "admin" not in call.caller.scopes:
        detail = "a noun is learnt from the image, which every prompt knows from then on: the key needs the scope admin"
        raise Problem(403, "scope", detail)
    data = await _decoded(call, "image", image)
    ending = next((ending for magic, ending in PICTURES if data.startswith(magic)), None)
    if ending is None:
        raise Problem(422, "invalid", "image is a PNG, JPEG or WebP in base64", [("image", "it is none")])
    request = ObjectRequest(name=noun_of(data), replace=True)
    return await _with_file(call, data, ending, lambda path: teach_task(request, path, call.caller), values)


def noun_of(picture: bytes) -> str:
    """What the object of a picture is called; the same picture has the same name."""
    digest = hashlib.sha256(picture).digest()
    return "picture " + "".join(chr(ord("a") + byte % 26) for byte in digest[:10])


async def _decoded(call: Call, name: str, text: str) -> bytes:
    """The bytes of a field in base64, which may be a `data:` address."""
    try:
        plain = text.partition(",")[2] if text[:5] == "data:" else text
        return await call.service.run(base64.b64decode, plain, validate=True)
    except (binascii.Error, ValueError):
        raise Problem(422, "invalid", f"{name} is no base64", [(name, "base64, please")]) from None


async def _with_file(
    call: Call, data: bytes, ending: str, task_of: Callable[[str], Task], then: dict[str, Any] | None = None
) -> int:
    """A job of a file, which is kept only if the job is."""
    service, kept = call.service, False
    folder = service.settings.folder
    upload: Upload = await service.change(keep, io.BytesIO(data), ending, folder, service.settings.bounds.upload_bytes)
    try:
        if then is not None:
            await service.change((upload.path.parent / THEN).write_text, json.dumps(then), "utf-8")
        submitted = await submit(call, [task_of(upload.path.relative_to(folder).as_posix())], "")
        kept = not submitted.replayed
        return submitted.jobs[0]
    finally:
        if not kept:
            await service.change(upload.discard)


async def _follow(call: Call, learnt: Job) -> int:
    """The job that makes a model of a noun that was learnt; begun by whoever asks first."""
    service = call.service
    options = await service.run(service.queue.options, learnt.id) or {}
    place = (service.settings.folder / str(options.get("mesh"))).parent / THEN
    try:
        values = json.loads(await service.run(Path.read_text, place, "utf-8"))
    except (OSError, ValueError):
        raise Problem(404, "not-found", f"job {learnt.id} learnt a noun; no model was to be made of it") from None
    tasks = await _tasks(call, {"prompt": f"a {options['name']}", **values})
    # A space: no key of a client can be the same.
    key = f"hunyuan {learnt.id}"
    submitted = await service.change(service.writer.submit, tasks, owner=learnt.owner, key=key, digest=key)
    service.workers.wake()
    return submitted.jobs[0]


def _ignored(body: HunyuanRequest) -> str:
    """Settings of a request that count for nothing, as a header: only names that are known, so nothing is injected."""
    done = ("texture",) if body.mesh is not None else ()
    return ", ".join(name for name in IGNORED if name in (body.model_extra or {}) and name not in done)


def _refused(problem: Problem) -> Response:
    """A problem as their server tells one."""
    code = problem.status if problem.status in (401, 403, 413, 429) else 404
    return JSONResponse(HunyuanError(text=problem.detail, error_code=1).model_dump(), code, problem.headers)


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "POST", "/generate", "hunyuan_generate", "Make a model, and wait for it", generate, "hunyuan", "write",
        body=HunyuanRequest, body_bytes=BODY_BYTES, media="model/gltf-binary", refusal=HunyuanError, errors=(429,),
    ),
    Operation(
        "POST", "/send", "hunyuan_send", "Make a model", send, "hunyuan", "write",
        body=HunyuanRequest, body_bytes=BODY_BYTES, answer=HunyuanSent, refusal=HunyuanError, errors=(429,),
    ),
    Operation(
        "GET", "/status/{uid}", "hunyuan_status", "How it goes", status, "hunyuan",
        answer=HunyuanStatus, path_schemas={"uid": UID},
    ),
)  # fmt: skip

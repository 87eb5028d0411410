"""The dialect of local Hunyuan3D servers, as their clients speak it: `/generate`, `/send`, `/status/{uid}`.

Tencent's add-on for Blender and the local mode of blender-mcp post JSON with `text` (or `image`, `mesh`), sampling
settings of a diffusion model, `texture` and perhaps `seed`, `face_count`, `type`, and take the bytes of a GLB. Settings
that mean nothing here are named in the header `X-Bozzetto-Ignored` of the answer.
"""

import base64
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.schema import Job
from bozzetto.service.files import file_response, find_file
from bozzetto.service.handlers import submit, wait_for_end
from bozzetto.service.models import STATES, GenerationRequest
from bozzetto.service.operations import UID, Call, Operation
from bozzetto.service.problems import Problem, of_error
from bozzetto.service.tasks import generation_tasks

WAIT_SECONDS = 3600.0
BODY_BYTES = 24 << 20
IGNORED = (
    *("octree_resolution", "num_inference_steps", "guidance_scale", "texture", "num_chunks", "mc_algo"),
    *("remove_background", "seamless", "shape"),
)
"""Settings of their models that have no counterpart; a model of ours is textured always."""
Base64 = Annotated[str, Field(max_length=BODY_BYTES)]


class HunyuanRequest(BaseModel):
    """What their clients send."""

    model_config = ConfigDict(extra="allow", use_attribute_docstrings=True)

    text: Annotated[str, Field(max_length=2000)] | None = None
    """What to make."""
    image: Base64 | None = None
    """A picture of it instead; this server makes models from text only."""
    mesh: Base64 | None = None
    """A mesh to be textured; this server does not."""
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
    if job.status in ("failed", "cancelled"):
        return HunyuanStatus(status="failed", message=job.reason or STATES[job.status])
    path = await call.service.run(find_file, job, "mesh.glb")
    if job.status != "done" or path is None:
        return HunyuanStatus(status="processing")
    data = await call.service.run(path.read_bytes)
    return HunyuanStatus(status="completed", model_base64=base64.b64encode(data).decode())


async def _submit(call: Call, body: HunyuanRequest) -> int:
    if body.mesh is not None:
        raise Problem(422, "unsupported", "this server does not texture meshes; leave mesh out", [("mesh", "not here")])
    if body.text is None:
        raise Problem(422, "unsupported", "this server makes models from text; send text", [("text", "missing")])
    if body.type not in ("glb", "obj", "ply", "stl"):
        raise Problem(422, "invalid", f"type is glb, obj, ply or stl; got {body.type!r:.40}", [("type", "unknown")])
    values: dict[str, Any] = {"prompt": body.text, "seed": body.seed, "faces": body.face_count}
    if body.type in ("ply", "stl"):
        values["formats"] = [body.type]
    try:
        request = GenerationRequest.model_validate(values)
    except ValueError as error:
        raise Problem(422, "invalid", str(error)) from None
    service = call.service
    try:
        tasks = await service.change(generation_tasks, request, service.settings, call.caller, service.reader)
    except BozzettoError as error:
        raise of_error(error) from None
    return (await submit(call, tasks, "")).jobs[0]


def _ignored(body: HunyuanRequest) -> str:
    """Settings of a request that count for nothing, as a header: only names that are known, so nothing is injected."""
    return ", ".join(name for name in IGNORED if name in (body.model_extra or {}))


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

"""What each operation does, and the list of them all."""

import asyncio
import json
import re
import secrets
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, cast

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from bozzetto import __version__
from bozzetto.jobs.config.errors import BozzettoError, QueueError
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import PRESETS, config_to_dict
from bozzetto.jobs.queue.schema import FINISHED, Job, Task, stored_run
from bozzetto.jobs.queue.worker import export_folder
from bozzetto.jobs.store.runs import disk_errors, lock_run
from bozzetto.jobs.train.priors import list_priors
from bozzetto.service.callbacks import check_callback
from bozzetto.service.events import Look, event_stream, to_seen
from bozzetto.service.files import file_response, find_file
from bozzetto.service.keys import Caller
from bozzetto.service.metrics import MEDIA_TYPE
from bozzetto.service.models import (
    STATES,
    STATUSES,
    ExportRequest,
    GenerationRequest,
    HealthAnswer,
    JobAnswer,
    JobsAnswer,
    JobsQuery,
    NoQuery,
    ObjectRequest,
    PresetAnswer,
    PresetsAnswer,
    PriorAnswer,
    PriorsAnswer,
    ReadAnswer,
    ReadRequest,
    ReadyAnswer,
    RecipeAnswer,
    RecipesAnswer,
    State,
    SubmittedAnswer,
    TextureRequest,
    WordsAnswer,
    WordsQuery,
)
from bozzetto.service.operations import FILE_NAME, JOB_ID, Call, Operation
from bozzetto.service.problems import Problem
from bozzetto.service.state import writable
from bozzetto.service.store import LimitError, ReusedKeyError, Submitted
from bozzetto.service.tasks import export_task, generation_tasks, teach_task, texture_task
from bozzetto.service.uploads import FOLDER as UPLOADS
from bozzetto.service.uploads import MESHES, PICTURES
from bozzetto.service.views import job_answer

_KEY = re.compile(r"[\x21-\x7e]{1,255}")


async def generate(call: Call) -> Response:
    """Takes a request for models."""
    body = cast(GenerationRequest, call.body)
    if body.callback is not None:
        check_callback(body.callback, call.service.settings)
    tasks = await call.service.check(generation_tasks, body, call.service.settings, call.caller, call.service.reader)
    submitted = await submit(call, tasks, body.callback or "")
    return await _accepted(call, submitted)


async def export(call: Call) -> Response:
    """Takes a request for further files."""
    body = cast(ExportRequest, call.body)
    if body.callback is not None:
        check_callback(body.callback, call.service.settings)
    if body.job is not None:
        job = await call.service.job(body.job, call.caller)
        if job.run is None or job.status != "done" or job.kind != "generate":
            detail = f"job {job.id} is {STATES[job.status]}; only a model that is made can be exported"
            raise Problem(409, "conflict", detail, [("job", detail)])
        run = job.run
    else:
        run = (await call.service.run_of(cast(str, body.run), call.caller)).path
    task = await call.service.check(export_task, body, run, call.caller)
    submitted = await submit(call, [task], body.callback or "")
    return await _accepted(call, submitted)


async def texture(call: Call) -> Response:
    """Takes a mesh to be painted."""
    return await _with_upload(call, texture_task)


async def teach(call: Call) -> Response:
    """Takes a mesh or a picture to be learnt."""
    return await _with_upload(call, teach_task)


async def _with_upload(call: Call, task_of: Callable[[Any, str, Caller], Task]) -> Response:
    """A job of an uploaded file, which is kept only if the job is."""
    assert call.upload is not None, "the operation takes a form"
    kept = False
    try:
        if call.body.callback is not None:
            check_callback(call.body.callback, call.service.settings)
        mesh = call.upload.path.relative_to(call.service.settings.folder).as_posix()
        submitted = await submit(call, [task_of(call.body, mesh, call.caller)], call.body.callback or "")
        kept = not submitted.replayed
        return await _accepted(call, submitted)
    finally:
        if not kept:
            await call.service.change(call.upload.discard)


async def submit(call: Call, tasks: list[Task], callback: str) -> Submitted:
    """Puts the jobs of a request into the queue, once.

    Raises:
        Problem: a limit is reached, or the Idempotency-Key was used for something else.
    """
    key, caller = idempotency_key(call), call.caller
    try:
        submitted = await call.service.change(
            call.service.writer.submit,
            tasks,
            owner=caller.name,
            key=key,
            digest=call.digest,
            batch=f"http-{secrets.token_hex(6)}" if len(tasks) > 1 else "",
            callback=callback,
            queued=caller.queued,
            per_hour=caller.per_hour,
        )
    except LimitError as error:
        seconds = max(1, round(error.seconds))
        raise Problem(429, "limit", str(error), headers={"Retry-After": str(seconds)}) from None
    except ReusedKeyError as error:
        raise Problem(409, "idempotency-key", str(error)) from None
    call.service.workers.wake()
    return submitted


def idempotency_key(call: Call) -> str:
    """The Idempotency-Key of a request, or empty.

    Raises:
        Problem: it cannot be used.
    """
    given = call.request.headers.getlist("idempotency-key")
    if not given:
        return ""
    if len(given) != 1 or not _KEY.fullmatch(given[0]):
        expected = "one of 1 to 255 visible ASCII characters"
        raise Problem(400, "idempotency-key", f"the Idempotency-Key is {expected}", [("Idempotency-Key", expected)])
    return given[0]


async def _accepted(call: Call, submitted: Submitted) -> Response:
    first = submitted.jobs[0]
    # Gone only where it was deleted since an earlier request with the same key.
    state: State = "queued"
    if submitted.replayed:
        jobs = await call.service.run(call.service.queue.some, [first])
        state = STATES[jobs[0].status] if jobs else "cancelled"
    answer = SubmittedAnswer(
        id=str(first),
        ids=[str(number) for number in submitted.jobs],
        state=state,
        url=f"{call.base}/v1/jobs/{first}",
    )
    headers = {"Location": answer.url}
    if submitted.replayed:
        headers["Idempotency-Replayed"] = "true"
    return JSONResponse(answer.model_dump(mode="json"), 202, headers)


async def list_jobs(call: Call) -> JobsAnswer:
    """A page of jobs."""
    query = cast(JobsQuery, call.query)
    statuses = [] if query.state is None else [STATUSES.get(query.state, query.state)]

    def answer() -> JobsAnswer:
        jobs = call.service.queue.page(
            owner=None if "admin" in call.caller.scopes else call.caller.name,
            statuses=statuses,
            before=None if query.cursor is None else int(query.cursor),
            limit=query.limit + 1,
        )
        found = [job_answer(job, place, call.base, with_files=False) for job, place in jobs[: query.limit]]
        return JobsAnswer(jobs=found, next=found[-1].id if len(jobs) > query.limit else None)

    return await call.service.run(answer)


async def get_job(call: Call) -> JobAnswer:
    """One job."""

    def answer() -> JobAnswer:
        # One thread from the row to the answer: each handing over waits for its turn where much is asked.
        return job_answer(*call.service.find_job(call.service.queue, call.path["id"], call.caller), call.base)

    return await call.service.run(answer)


async def cancel(call: Call) -> JobAnswer:
    """Stops a job for good."""
    return await _asked(call, "cancel")


async def pause(call: Call) -> JobAnswer:
    """Holds a job."""
    return await _asked(call, "pause")


async def resume(call: Call) -> JobAnswer:
    """Lets a job go on."""
    answer = await _asked(call, "resume")
    call.service.workers.wake()
    return answer


async def _asked(call: Call, what: str) -> JobAnswer:
    writer = call.service.writer

    def ask() -> JobAnswer:
        number = call.service.find_job(writer, call.path["id"], call.caller)[0].id
        try:
            getattr(writer, what)(number)
        except QueueError as error:
            raise Problem(409, "conflict", str(error)) from None
        return job_answer(*call.service.find_job(writer, call.path["id"], call.caller), call.base)

    return await call.service.change(ask)


async def delete(call: Call) -> Response:
    """Removes a job that has ended, and what it made."""
    job = await call.service.job(call.path["id"], call.caller)
    if job.status not in FINISHED:
        raise Problem(409, "conflict", f"job {job.id} is {STATES[job.status]}; cancel it first")
    await call.service.change(_delete, call, job)
    return Response(status_code=204)


def _delete(call: Call, job: Job) -> None:
    writer, folder = call.service.writer, call.service.settings.folder
    if job.kind in ("texture", "teach"):
        _delete_mesh(folder, (writer.options(job.id) or {}).get("mesh"))
    if job.run is not None and job.run.is_dir():
        stored = stored_run(job.run, folder)
        if job.kind == "export":
            shutil.rmtree(export_folder(job), ignore_errors=True)
        elif job.kind != "generate":
            # A folder of this job alone, and no run.
            if stored.startswith("runs/") and not (job.run / "config.json").exists():
                shutil.rmtree(job.run, ignore_errors=True)
        elif stored.startswith("runs/") and writer.jobs_of_run(stored) == 1:
            # One that the service's home folder holds, and that no other job shares.
            with lock_run(job.run), disk_errors(f"delete {job.run.name}"):
                shutil.rmtree(job.run)
    try:
        writer.remove(job.id)
    except QueueError as error:
        raise Problem(409, "conflict", str(error)) from None


def _delete_mesh(folder: Path, stored: object) -> None:
    """Removes the uploaded file of a job."""
    uploads = (folder / UPLOADS).resolve()
    place = (folder / stored).resolve().parent if isinstance(stored, str) else uploads
    if place.parent == uploads:
        shutil.rmtree(place, ignore_errors=True)


async def events(call: Call) -> Response:
    """The events of a job, as they come."""
    job = await call.service.job(call.path["id"], call.caller)
    seen = to_seen(call.request.headers.get("last-event-id", ""))
    if seen is not None and job.status in FINISHED and seen.state == STATES[job.status]:
        # It has had the last one; a browser would come back for ever.
        return Response(status_code=204)
    slot = StreamSlot(call)
    return _EventResponse(event_stream(call.service.hub, job, seen, call.base), slot)


class StreamSlot:
    """One of the streams that may be open; taken when it is made.

    Raises:
        Problem: there are enough.
    """

    def __init__(self, call: Call) -> None:
        self._streams, self._name = call.service.streams, call.caller.name
        bounds = call.service.settings.bounds
        if sum(self._streams.values()) >= bounds.streams:
            raise Problem(503, "streams", "too many streams are open", headers={"Retry-After": "10"})
        if self._streams.get(self._name, 0) >= bounds.streams_a_key:
            detail = f"{bounds.streams_a_key} streams of this key are open; close some"
            raise Problem(429, "streams", detail, headers={"Retry-After": "10"})
        self._streams[self._name] = self._streams.get(self._name, 0) + 1

    def release(self) -> None:
        """Gives it back."""
        self._streams[self._name] -= 1
        if not self._streams[self._name]:
            del self._streams[self._name]


class _EventResponse(StreamingResponse):
    """A stream that gives its slot back however it ends."""

    def __init__(self, content: AsyncIterator[str], slot: StreamSlot) -> None:
        super().__init__(content, headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"})
        self._slot = slot
        self.headers["content-type"] = "text/event-stream; charset=utf-8"

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._slot.release()


async def wait_for_end(call: Call, number: int, seconds: float) -> Job:
    """A job once it has ended.

    Raises:
        Problem: it has not within so long, or is gone.
    """
    slot = StreamSlot(call)
    try:
        async with call.service.hub.watch(number) as box:

            async def end() -> Job:
                while True:
                    look: Look | None = await box.get()
                    if look is None:
                        raise Problem(404, "not-found", f"job {number} is gone")
                    if look.finished:
                        return look.job

            return await asyncio.wait_for(end(), seconds)
    except asyncio.TimeoutError:
        raise Problem(503, "slow", f"job {number} is not done yet; ask for it again") from None
    finally:
        slot.release()


async def get_file(call: Call) -> Response:
    """A file of a job."""
    job = await call.service.job(call.path["id"], call.caller)
    path = await call.service.run(find_file, job, call.path["name"])
    if path is None:
        raise Problem(404, "not-found", f"job {job.id} has no such file")
    return await file_response(call.request, path, job.prompt)


async def words(call: Call) -> WordsAnswer:
    """The words of the embedded prior."""
    query = cast(WordsQuery, call.query)
    known = await call.service.check(call.service.reader.words)
    start = query.prefix.lower()
    objects = [o for o in known.objects if any(name.lower().startswith(start) for name in (o.name, *o.aliases))]
    adjectives = [word for word in known.adjectives if word.startswith(start)]
    return WordsAnswer(objects=objects[: query.limit], adjectives=adjectives, most_objects=known.most_objects)


async def priors(call: Call) -> PriorsAnswer:
    """The image priors."""
    offered = call.service.settings.priors

    def answers() -> list[PriorAnswer]:
        found = []
        for info in list_priors():
            why = info.why_not or ("" if info.name in offered else "this server does not offer it")
            usable = info.available and info.name in offered
            found.append(PriorAnswer(name=info.name, what=info.what, available=usable, why_not=why))
        return found

    return PriorsAnswer(priors=await call.service.run(answers))


async def recipes(call: Call) -> RecipesAnswer:
    """The recipes."""
    return RecipesAnswer(recipes=[RecipeAnswer(name=one.name, what=one.what) for one in RECIPES.values()])


async def presets(call: Call) -> PresetsAnswer:
    """The presets."""
    found = []
    for name, config in PRESETS.items():
        settings = {key: value for key, value in config_to_dict(config).items() if key not in ("prompt", "hub", "fit")}
        mesh = config.mesh
        found.append(
            PresetAnswer(
                name=name, steps=config.steps, faces=mesh.max_faces, texture=mesh.texture_size, settings=settings
            )
        )
    return PresetsAnswer(presets=found)


async def read(call: Call) -> ReadAnswer:
    """How a prompt is read."""
    body = cast(ReadRequest, call.body)
    return await call.service.check(call.service.reader.read, body.prompt, body.negative)


async def health(call: Call) -> HealthAnswer:
    """That the server runs."""
    return HealthAnswer(status="ok", version=__version__)


async def ready(call: Call) -> Response:
    """Whether the server can do its work."""

    def look() -> ReadyAnswer:
        problems = [text for text in (writable(call.service.settings), call.service.workers.problem) if text]
        workers = 0
        try:
            workers = len(call.service.queue.workers())
        except BozzettoError:
            problems.append("the queue cannot be read")
        # Of the folders of the server nobody is told who needs no key to ask.
        problems = [text.replace(str(call.service.settings.folder), "~") for text in problems]
        return ReadyAnswer(status="not ready" if problems else "ready", problems=problems, workers=workers)

    answer = await call.service.run(look)
    return JSONResponse(answer.model_dump(), 200 if answer.status == "ready" else 503)


async def metrics(call: Call) -> Response:
    """Counts for Prometheus."""

    def text() -> str:
        queue = call.service.queue
        counts: dict[str, int] = {STATES[status]: count for status, count in queue.counts().items()}
        streams = sum(call.service.streams.values())
        return call.service.metrics.text(counts, len(queue.workers()), streams, queue.callbacks_waiting())

    return Response(await call.service.run(text), media_type=MEDIA_TYPE)


async def index(call: Call) -> Response:
    """Leads to the page of the operations."""
    return RedirectResponse(f"{call.base}/docs", 307)


def document_handlers(document: dict[str, Any], page: str) -> tuple[Any, Any]:
    """Handlers that give out the document of all operations, and its page."""

    async def openapi_json(call: Call) -> Response:
        servers = [{"url": call.base or "/"}]
        return Response(json.dumps({**document, "servers": servers}), media_type="application/json")

    async def docs(call: Call) -> Response:
        policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        return HTMLResponse(page, headers={"Content-Security-Policy": policy})

    return openapi_json, docs


_ID = {"id": JOB_ID}
_IDEMPOTENCY = {
    "Idempotency-Key": (
        "The same request with the same key counts once, for a day.",
        {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    )
}
OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "POST", "/v1/generations", "generate", "Make models from a prompt", generate, "jobs", "write",
        body=GenerationRequest, query=NoQuery, answer=SubmittedAnswer, status=202, headers=_IDEMPOTENCY,
        errors=(409, 429, 507),
    ),
    Operation(
        "POST", "/v1/exports", "export", "Write further files of a model", export, "jobs", "write",
        body=ExportRequest, query=NoQuery, answer=SubmittedAnswer, status=202, headers=_IDEMPOTENCY,
        errors=(409, 429, 507),
    ),
    Operation(
        "POST", "/v1/textures", "texture", "Paint a mesh anew by words", texture, "jobs", "write",
        form=TextureRequest, query=NoQuery, answer=SubmittedAnswer, status=202, headers=_IDEMPOTENCY,
        errors=(409, 429, 507),
    ),
    Operation(
        "POST", "/v1/objects", "teach", "Learn a noun from a mesh or a picture", teach, "jobs", "admin",
        form=ObjectRequest, endings=(*MESHES, *PICTURES), query=NoQuery, answer=SubmittedAnswer, status=202,
        headers=_IDEMPOTENCY, errors=(409, 429, 507),
    ),
    Operation(
        "GET", "/v1/jobs", "list_jobs", "Jobs, newest first", list_jobs, "jobs", query=JobsQuery, answer=JobsAnswer
    ),
    Operation(
        "GET", "/v1/jobs/{id}", "get_job", "A job", get_job, "jobs", query=NoQuery, answer=JobAnswer, path_schemas=_ID
    ),
    Operation(
        "DELETE", "/v1/jobs/{id}", "delete_job", "Remove a job that has ended, with its files", delete, "jobs", "write",
        query=NoQuery, status=204, path_schemas=_ID, errors=(409, 507),
    ),
    Operation(
        "POST", "/v1/jobs/{id}/cancel", "cancel_job", "Stop a job for good; its files are kept", cancel, "jobs",
        "write", query=NoQuery, answer=JobAnswer, path_schemas=_ID, errors=(409, 507),
    ),
    Operation(
        "POST", "/v1/jobs/{id}/pause", "pause_job", "Hold a job, with a checkpoint", pause, "jobs", "write",
        query=NoQuery, answer=JobAnswer, path_schemas=_ID, errors=(409, 507),
    ),
    Operation(
        "POST", "/v1/jobs/{id}/resume", "resume_job", "Let a held job go on", resume, "jobs", "write",
        query=NoQuery, answer=JobAnswer, path_schemas=_ID, errors=(409, 507),
    ),
    Operation(
        "GET", "/v1/jobs/{id}/events", "job_events", "Events of a job, until it has ended", events, "jobs",
        query=NoQuery, media="text/event-stream", path_schemas=_ID, errors=(429,),
        headers={"Last-Event-ID": ("Of the last event that was read.", {"type": "string", "maxLength": 200})},
        further={204: "It has ended, and the reader knows."},
    ),
    Operation(
        "GET", "/v1/jobs/{id}/files/{name:path}", "get_file", "A file of a job", get_file, "jobs",
        query=NoQuery, media="application/octet-stream", path_schemas={**_ID, "name": FILE_NAME}, errors=(416,),
        headers={
            "Range": ("A part of it, in bytes.", {"type": "string", "maxLength": 100}),
            "If-None-Match": ("Its ETag, where it is there already.", {"type": "string", "maxLength": 1000}),
        },
        further={206: "The part of the file that was asked for.", 304: "It has not changed."},
    ),
    Operation(
        "POST", "/v1/read", "read_prompt", "How a prompt is read", read, "words", "read",
        body=ReadRequest, query=NoQuery, answer=ReadAnswer,
    ),
    Operation(
        "GET", "/v1/words", "words", "Words that the embedded prior knows", words, "words", query=WordsQuery,
        answer=WordsAnswer,
    ),
    Operation("GET", "/v1/priors", "priors", "Image priors", priors, "words", query=NoQuery, answer=PriorsAnswer),
    Operation("GET", "/v1/recipes", "recipes", "Recipes", recipes, "words", query=NoQuery, answer=RecipesAnswer),
    Operation("GET", "/v1/presets", "presets", "Presets", presets, "words", query=NoQuery, answer=PresetsAnswer),
    Operation("GET", "/healthz", "health", "That the server runs", health, "server", "", answer=HealthAnswer),
    Operation("GET", "/readyz", "ready", "Whether it can do its work", ready, "server", "", answer=ReadyAnswer),
    Operation(
        "GET", "/metrics", "metrics", "Counts, for Prometheus", metrics, "server", "admin", query=NoQuery,
        media="text/plain",
    ),
)  # fmt: skip
"""All of them; those of a dialect (`bozzetto.service.compat_hunyuan`) are added where it is asked for."""

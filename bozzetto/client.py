"""A client of `bozzetto serve`, of the standard library alone: submit, wait with progress, download.

    client = Client("http://127.0.0.1:8600")
    job = client.wait(client.generate("a red chair", preset="draft"), lambda job: print(f"{job.progress:.0%}"))
    client.download(job, "chair")

`AsyncClient` has the same methods as coroutines. A connection that breaks, a server that is restarted and a limit that
is reached are waited out for `patience` seconds; a request is sent again with the same Idempotency-Key, so that it
counts once. This file stands alone: it can be copied into another program.
"""

import asyncio
import contextlib
import http.client
import json
import os
import secrets
import ssl
import time
import urllib.parse
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FINISHED = ("succeeded", "failed", "cancelled")
RETRIED = (429, 502, 503, 504)
CHUNK = 1 << 20
MAX_LINE = 1 << 20
KEY = "BOZZETTO_KEY"
"""Environment variable that a key is taken from where none is given."""


class ServerError(Exception):
    """The server refused a request, or cannot be reached.

    Attributes:
        status: of the answer; 0 where there was none.
        code: what kind of problem it is, such as `invalid` or `limit`.
        errors: the message of each field that is wrong.
    """

    def __init__(self, message: str, status: int = 0, code: str = "", errors: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.errors = status, code, dict(errors or {})


@dataclass(frozen=True)
class Job:
    """A job of the server, as it was when it was asked for."""

    id: str
    """Its number."""
    state: str
    """`queued`, `running`, `paused`, `succeeded`, `failed` or `cancelled`."""
    stage: str
    """What is being done: `training`, `export` or empty."""
    step: int
    """Steps that are done."""
    steps: int
    """Of so many."""
    progress: float
    """A part of the whole, 0 to 1."""
    seconds_left: float | None
    """Of the stage, once there is an estimate."""
    place: int
    """Which one it is in the queue, from 1; 0 if it does not wait."""
    prompt: str = ""
    """What it makes."""
    error: str = ""
    """Why it failed, and what to do."""
    preview: str | None = None
    """Address of its latest picture."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Addresses of its files by name, once it has ended."""
    data: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """All that the server said."""

    @property
    def finished(self) -> bool:
        """Whether it has ended."""
        return self.state in FINISHED


@dataclass(frozen=True)
class Event:
    """Something that happened to a job."""

    name: str
    """`state`, `progress` or `preview`."""
    id: str
    """Where the stream was, for `Last-Event-ID`."""
    data: Mapping[str, Any]
    """What it tells."""


class Client:
    """A server, and the key that it knows us by. May be used by several threads.

    Args:
        url: such as http://127.0.0.1:8600.
        key: for servers that ask for one; by default $BOZZETTO_KEY.
        patience: seconds that a server may be away or busy before it is an error.
        timeout: seconds without a byte after which a connection counts as broken.
        context: for TLS; by default the system's certificates.
    """

    def __init__(
        self,
        url: str,
        key: str | None = None,
        *,
        patience: float = 60.0,
        timeout: float = 60.0,
        context: ssl.SSLContext | None = None,
    ) -> None:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(f"expected the address of a server such as http://127.0.0.1:8600, got {url!r}")
        self.url = url.rstrip("/")
        self._parts, self._context = parts, context
        self._key = key if key is not None else os.environ.get(KEY)
        self._patience, self._timeout = patience, timeout

    def generate(self, prompt: str, **fields: Any) -> Job:
        """Asks for a model.

        Args:
            prompt: what to make.
            fields: of the request, such as `preset`, `seed`, `settings`, `formats`, `faces`; see the server's /docs.
        Raises:
            ServerError: it refuses.
        """
        return self.generate_many(prompt, **fields)[0]

    def generate_many(self, prompt: str, **fields: Any) -> list[Job]:
        """The same for several `seeds`: a job of each."""
        return self._submit("/v1/generations", {"prompt": prompt, **fields})

    def export(self, job: "Job | str", **fields: Any) -> Job:
        """Asks for further files of a model; `fields` are those of the request, such as `formats`, `target`, `size`."""
        return self._submit("/v1/exports", {"job": _id(job), **fields})[0]

    def texture(self, mesh: "str | os.PathLike[str]", prompt: str, **fields: Any) -> Job:
        """Asks for a mesh to be painted anew; `fields` are those of the form, such as `texture`, `seed`, `parts`."""
        return self._submit_file("/v1/textures", Path(mesh), {"prompt": prompt, **fields})

    def teach(self, source: "str | os.PathLike[str]", name: str, **fields: Any) -> Job:
        """Has a noun learnt from a mesh or a picture, which needs a key with `admin`; `fields` as `size`, `front`."""
        return self._submit_file("/v1/objects", Path(source), {"name": name, **fields})

    def job(self, job: "Job | str") -> Job:
        """A job as it is now."""
        return to_job(self._json("GET", f"/v1/jobs/{_id(job)}"))

    def jobs(self, state: str | None = None) -> Iterator[Job]:
        """The jobs, newest first, page by page."""
        cursor: str | None = None
        while True:
            query = {name: value for name, value in (("state", state), ("cursor", cursor)) if value is not None}
            page = self._json("GET", f"/v1/jobs?{urllib.parse.urlencode(query)}")
            yield from map(to_job, page["jobs"])
            cursor = page["next"]
            if cursor is None:
                return

    def cancel(self, job: "Job | str") -> Job:
        """Stops a job for good."""
        return to_job(self._json("POST", f"/v1/jobs/{_id(job)}/cancel"))

    def pause(self, job: "Job | str") -> Job:
        """Holds a job."""
        return to_job(self._json("POST", f"/v1/jobs/{_id(job)}/pause"))

    def resume(self, job: "Job | str") -> Job:
        """Lets a held job go on."""
        return to_job(self._json("POST", f"/v1/jobs/{_id(job)}/resume"))

    def delete(self, job: "Job | str") -> None:
        """Removes a job that has ended, with its files."""
        self._json("DELETE", f"/v1/jobs/{_id(job)}")

    def words(self, prefix: str = "") -> Mapping[str, Any]:
        """The words that the embedded prior knows: `objects`, `adjectives`."""
        result: Mapping[str, Any] = self._json("GET", f"/v1/words?{urllib.parse.urlencode({'prefix': prefix})}")
        return result

    def read(self, prompt: str, negative: str = "") -> Mapping[str, Any]:
        """How a prompt is read: `usable`, `problem`, `unknown`, `assumed`, `notes`."""
        result: Mapping[str, Any] = self._json("POST", "/v1/read", {"prompt": prompt, "negative": negative})
        return result

    def presets(self) -> list[str]:
        """Names of the presets."""
        return [one["name"] for one in self._json("GET", "/v1/presets")["presets"]]

    def events(self, job: "Job | str", last_event_id: str = "") -> Iterator[Event]:
        """What happens to a job until it has ended; goes on by itself after a connection that broke.

        Raises:
            ServerError: the server was away for longer than `patience`, or does not know the job.
        """
        away = 0.0
        while True:
            try:
                headers = {"Accept": "text/event-stream"} | ({"Last-Event-ID": last_event_id} if last_event_id else {})
                connection, answer = self._open("GET", f"/v1/jobs/{_id(job)}/events", None, headers)
                try:
                    if answer.status == 204:
                        return
                    if answer.status != 200:
                        raise _refusal(answer)
                    for event in _events(answer):
                        last_event_id, away = event.id, 0.0
                        yield event
                        if event.name == "state" and event.data.get("state") in FINISHED:
                            return
                finally:
                    connection.close()
            except ServerError as error:
                if error.status not in RETRIED:
                    raise
                problem: Exception = error
            except (OSError, http.client.HTTPException) as error:
                problem = error
            else:
                problem = ServerError("the server ended the stream")
            away += 1.0
            if away > self._patience:
                raise ServerError(f"{self.url} cannot be reached: {problem}") from problem
            time.sleep(1.0)

    def wait(
        self, job: "Job | str", progress: Callable[[Job], None] = lambda job: None, timeout: float | None = None
    ) -> Job:
        """Waits for the end of a job.

        Args:
            job: the job.
            progress: is called with the job whenever it has come further.
            timeout: seconds to wait at most.
        Returns:
            The job as it ended; whether well, its `state` says.
        Raises:
            TimeoutError: it has not ended by then.
        """
        started, current = time.monotonic(), self.job(job)
        progress(current)
        if current.finished:
            return current
        for event in self.events(job):
            if event.name in ("state", "progress"):
                current = to_job({**current.data, **event.data})
                progress(current)
            if timeout is not None and time.monotonic() - started > timeout:
                raise TimeoutError(f"job {_id(job)} is {current.state} after {timeout:.0f} s")
        return self.job(job)

    def download(self, job: Job, folder: "str | os.PathLike[str]", names: Sequence[str] | None = None) -> list[Path]:
        """Fetches files of a job.

        Args:
            job: as it ended.
            folder: where to; it is made. Files that are there already are replaced once they have come whole.
            names: of the files; by default all.
        Returns:
            Their paths.
        """
        wanted = list(job.files) if names is None else list(names)
        missing = [name for name in wanted if name not in job.files]
        if missing:
            raise ServerError(f"job {job.id} has no file {missing[0]!r}; it has {', '.join(job.files) or 'none'}")
        return [self.fetch(job.files[name], Path(folder) / _inside(name)) for name in wanted]

    def fetch(self, address: str, path: "str | os.PathLike[str]") -> Path:
        """Fetches one address of the server into a file, going on where a connection broke."""
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        etag, started = "", time.monotonic()
        try:
            with open(part, "wb") as file:
                while True:
                    try:
                        headers = {"Range": f"bytes={file.tell()}-", "If-Range": etag} if file.tell() and etag else {}
                        connection, answer = self._open("GET", address, None, headers)
                        try:
                            if answer.status not in (200, 206):
                                raise _refusal(answer)
                            if answer.status == 200:
                                file.seek(0)
                                file.truncate()
                            etag = answer.getheader("ETag", "")
                            while data := answer.read(CHUNK):
                                file.write(data)
                            if answer.length:
                                raise http.client.IncompleteRead(b"", answer.length)
                        finally:
                            connection.close()
                        break
                    except ServerError as error:
                        if error.status not in RETRIED or time.monotonic() - started > self._patience:
                            raise
                    except (OSError, http.client.HTTPException) as error:
                        if time.monotonic() - started > self._patience:
                            raise ServerError(f"{address} cannot be fetched: {error}") from error
                    time.sleep(0.5)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
        return target

    def _submit(self, path: str, body: Mapping[str, Any]) -> list[Job]:
        # None is what a request without the field means.
        sent = {name: value for name, value in body.items() if value is not None}
        answer = self._json("POST", path, sent, {"Idempotency-Key": secrets.token_urlsafe(24)})
        return [self.job(number) for number in answer["ids"]]

    def _submit_file(self, path: str, file: Path, fields: Mapping[str, Any]) -> Job:
        """A form with a file, as browsers send it."""
        boundary = secrets.token_hex(16)
        head = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{_form_text(value)}\r\n'
            for name, value in fields.items()
            if value is not None
        )
        # The server goes by the ending alone.
        head += f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="file{file.suffix}"\r\n\r\n'
        form = head.encode() + file.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Idempotency-Key": secrets.token_urlsafe(24),
        }
        return self.job(self._json("POST", path, None, headers, form)["id"])

    def _json(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        form: bytes | None = None,
    ) -> Any:
        """A request that may be sent again, and its answer as JSON; `form` in the place of a body of JSON."""
        data = form if body is None else json.dumps(body).encode()
        started = time.monotonic()
        while True:
            pause = 0.5
            try:
                connection, answer = self._open(method, path, data, headers or {})
                try:
                    if 200 <= answer.status < 300:
                        text = answer.read()
                        return json.loads(text) if text else None
                    problem: Exception = _refusal(answer)
                    if answer.status not in RETRIED:
                        raise problem
                    wait = answer.getheader("Retry-After", "")
                    pause = float(wait) if wait.isdecimal() else 1.0
                finally:
                    connection.close()
            except (OSError, http.client.HTTPException, json.JSONDecodeError) as error:
                problem = error
            if time.monotonic() - started + pause > self._patience:
                if isinstance(problem, ServerError):
                    raise problem
                raise ServerError(f"{self.url} cannot be reached: {problem}") from problem
            time.sleep(pause)

    def _open(
        self, method: str, path: str, data: bytes | None, headers: Mapping[str, str]
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """A request and the head of its answer. Redirects are not followed: the key is for this server alone."""
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "https":
            context = self._context or ssl.create_default_context()
            connection: http.client.HTTPConnection = http.client.HTTPSConnection(
                host, port, timeout=self._timeout, context=context
            )
        else:
            connection = http.client.HTTPConnection(host, port, timeout=self._timeout)
        sent = {"User-Agent": "bozzetto-client", "Connection": "close", **headers}
        if data is not None:
            sent.setdefault("Content-Type", "application/json")
        if self._key:
            sent["Authorization"] = f"Bearer {self._key}"
        try:
            # Addresses in answers have the path that the server is mounted at already.
            prefix = self._parts.path.rstrip("/")
            connection.request(method, path if prefix and path.startswith(f"{prefix}/") else prefix + path, data, sent)
            return connection, connection.getresponse()
        except BaseException:
            connection.close()
            raise


def _form_text(value: object) -> str:
    """A value as a form has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


class AsyncClient:
    """`Client` as coroutines: each call waits in a thread of its own.

    Args:
        url, key, options: as for `Client`.
    """

    def __init__(self, url: str, key: str | None = None, **options: Any) -> None:
        self._client = Client(url, key, **options)

    async def generate(self, prompt: str, **fields: Any) -> Job:
        """As `Client.generate`."""
        return await asyncio.to_thread(self._client.generate, prompt, **fields)

    async def generate_many(self, prompt: str, **fields: Any) -> list[Job]:
        """As `Client.generate_many`."""
        return await asyncio.to_thread(self._client.generate_many, prompt, **fields)

    async def export(self, job: "Job | str", **fields: Any) -> Job:
        """As `Client.export`."""
        return await asyncio.to_thread(self._client.export, job, **fields)

    async def texture(self, mesh: "str | os.PathLike[str]", prompt: str, **fields: Any) -> Job:
        """As `Client.texture`."""
        return await asyncio.to_thread(self._client.texture, mesh, prompt, **fields)

    async def teach(self, source: "str | os.PathLike[str]", name: str, **fields: Any) -> Job:
        """As `Client.teach`."""
        return await asyncio.to_thread(self._client.teach, source, name, **fields)

    async def job(self, job: "Job | str") -> Job:
        """As `Client.job`."""
        return await asyncio.to_thread(self._client.job, job)

    async def cancel(self, job: "Job | str") -> Job:
        """As `Client.cancel`."""
        return await asyncio.to_thread(self._client.cancel, job)

    async def pause(self, job: "Job | str") -> Job:
        """As `Client.pause`."""
        return await asyncio.to_thread(self._client.pause, job)

    async def resume(self, job: "Job | str") -> Job:
        """As `Client.resume`."""
        return await asyncio.to_thread(self._client.resume, job)

    async def delete(self, job: "Job | str") -> None:
        """As `Client.delete`."""
        await asyncio.to_thread(self._client.delete, job)

    async def words(self, prefix: str = "") -> Mapping[str, Any]:
        """As `Client.words`."""
        return await asyncio.to_thread(self._client.words, prefix)

    async def read(self, prompt: str, negative: str = "") -> Mapping[str, Any]:
        """As `Client.read`."""
        return await asyncio.to_thread(self._client.read, prompt, negative)

    async def events(self, job: "Job | str", last_event_id: str = "") -> AsyncIterator[Event]:
        """As `Client.events`."""
        events = self._client.events(job, last_event_id)
        try:
            while (event := await asyncio.to_thread(next, events, None)) is not None:
                yield event
        finally:
            # Not while a thread is inside it: a reader who was cancelled leaves it to end by itself.
            with contextlib.suppress(ValueError):
                events.close()  # type: ignore[attr-defined]

    async def wait(
        self, job: "Job | str", progress: Callable[[Job], None] = lambda job: None, timeout: float | None = None
    ) -> Job:
        """As `Client.wait`; `progress` is called in the caller's own thread."""
        loop = asyncio.get_running_loop()

        def report(one: Job) -> None:
            loop.call_soon_threadsafe(progress, one)

        return await asyncio.to_thread(self._client.wait, job, report, timeout)

    async def download(
        self, job: Job, folder: "str | os.PathLike[str]", names: Sequence[str] | None = None
    ) -> list[Path]:
        """As `Client.download`."""
        return await asyncio.to_thread(self._client.download, job, folder, names)


def to_job(data: Mapping[str, Any]) -> Job:
    """A job from what the server says."""
    error = data.get("error") or {}
    return Job(
        id=data["id"],
        state=data["state"],
        stage=data["stage"],
        step=data["step"],
        steps=data["steps"],
        progress=data["progress"],
        seconds_left=data["seconds_left"],
        place=data["place"],
        prompt=data.get("prompt", ""),
        error=error.get("detail", ""),
        preview=data.get("preview"),
        files={one["name"]: one["url"] for one in data.get("files", [])},
        data=data,
    )


def _id(job: "Job | str") -> str:
    number = job.id if isinstance(job, Job) else str(job)
    return urllib.parse.quote(number, safe="")


def _inside(name: str) -> Path:
    """A file's name as a path that stays inside a folder, whatever a server may say."""
    parts = Path(name.replace("\\", "/")).parts
    if not parts or any(part in ("..", "/") or ":" in part or "\0" in part for part in parts):
        raise ServerError(f"the server names a file {name!r}, which leads out of the folder")
    return Path(*parts)


def _refusal(answer: http.client.HTTPResponse) -> ServerError:
    """What an answer says that is no success."""
    try:
        data = json.loads(answer.read(1 << 20))
        errors = {one["field"]: one["message"] for one in data.get("errors", [])}
        return ServerError(data["detail"], answer.status, data.get("code", ""), errors)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, http.client.HTTPException):
        return ServerError(f"the server answered {answer.status} {answer.reason}", answer.status)


def _events(answer: http.client.HTTPResponse) -> Iterator[Event]:
    """Events of a stream, each once it has come whole."""
    name, number, data = "message", "", list[str]()
    while line := answer.readline(MAX_LINE):
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text == "":
            if data:
                yield Event(name, number, json.loads("\n".join(data)))
            name, data = "message", []
            continue
        key, _, value = text.partition(":")
        value = value.removeprefix(" ")
        if key == "event":
            name = value
        elif key == "id":
            number = value
        elif key == "data":
            data.append(value)

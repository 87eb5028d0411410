"""Before everything else: what a request may be at all, whose it is, and how long its body may take."""

import asyncio
import functools
import hashlib
import ipaddress
import logging
import time
import urllib.parse
from collections.abc import AsyncGenerator, Collection

from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bozzetto.jobs.config.errors import DataError
from bozzetto.jobs.config.json_file import parse_json
from bozzetto.service.keys import LOCAL, SCOPES, Caller, KeyFile, KeysError
from bozzetto.service.problems import Problem, of_validation
from bozzetto.service.settings import Bounds, Settings

MAX_ADDRESS = 4096
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
log = logging.getLogger(__name__)


class Guard:
    """ASGI middleware: bounds of the head, hosts, origins, headers of every answer.

    Args:
        app: what it stands before.
        settings: of the server.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request that may not be, or hands it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        send = _with_headers(send)
        try:
            self._check(HTTPConnection(scope))
        except Problem as problem:
            await problem.response()(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _check(self, connection: HTTPConnection) -> None:
        scope = connection.scope
        size = sum(len(name) + len(value) + 4 for name, value in scope["headers"])
        address = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        if address > MAX_ADDRESS:
            raise Problem(414, "address", f"an address has at most {MAX_ADDRESS} characters", headers=_CLOSE)
        if size + address > self._settings.bounds.header_bytes:
            bound = self._settings.bounds.header_bytes
            raise Problem(431, "headers", f"headers and address have at most {bound} bytes", headers=_CLOSE)
        hosts = connection.headers.getlist("host")
        host = host_name(hosts[0]) if len(hosts) == 1 else None
        if host is None:
            raise Problem(400, "host", "the request names no host, or several")
        named = {name.lower() for name in self._settings.hosts}
        if self._settings.keys is None:
            # Nobody else may ask, and no page of another site through the browser of whoever may (DNS rebinding).
            if not is_loopback(str((scope.get("client") or ("",))[0])):
                raise Problem(403, "address", "this server has no keys, so that it answers its own machine only")
            if not is_loopback(host) and host != "localhost" and host not in named:
                raise Problem(403, "host", "this server answers only by the names of its own machine, or by --name")
        elif named and host not in named and not is_loopback(host) and host != "localhost":
            raise Problem(403, "host", f"this server is not called {host:.100}")
        for origin in connection.headers.getlist("origin"):
            parts = urllib.parse.urlsplit(origin)
            own = parts.scheme in ("http", "https") and parts.netloc.lower() == hosts[0].strip().lower()
            if not own and origin not in self._settings.cors and "*" not in self._settings.cors:
                raise Problem(403, "origin", "the request comes from a page of another site; its origin is not allowed")


_CLOSE = {"Connection": "close"}


def _with_headers(send: Send) -> Send:
    """Adds the headers that every answer has."""

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message.get("headers", [])}
            added = [pair for pair in HEADERS if pair[0] not in present]
            if b"cache-control" not in present:
                added.append((b"cache-control", b"no-store"))
            message = {**message, "headers": [*message.get("headers", []), *added]}
        await send(message)

    return wrapped


@functools.lru_cache(maxsize=64)
def host_name(header: str) -> str | None:
    """The name in a Host header, in lower case and without port and brackets; None when it is no such header."""
    try:
        parts = urllib.parse.urlsplit(f"//{header.strip()}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if not name or parts.username is not None or parts.password is not None or parts.path or parts.query:
        return None
    name = name.rstrip(".").lower()
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name if name and name.isascii() and all(c.isalnum() or c in "-._" for c in name) else None


@functools.lru_cache(maxsize=64)
def is_loopback(address: str) -> bool:
    """Whether an address is of this machine alone."""
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(one, "ipv4_mapped", None)
    return one.is_loopback or (mapped is not None and mapped.is_loopback)


def authorise(request: Request, keys: KeyFile | None, scope: str) -> Caller:
    """Who asks.

    Args:
        request: with `Authorization: Bearer KEY`.
        keys: those that there are; None on a server without keys.
        scope: that is needed; empty where none is.
    Raises:
        Problem: nobody who may.
    """
    assert scope in ("", *SCOPES)
    if keys is None:
        return LOCAL
    if not scope:
        return Caller("", frozenset())
    given = request.headers.getlist("authorization")
    kind, _, key = given[0].partition(" ") if len(given) == 1 else ("", "", "")
    challenge = {"WWW-Authenticate": 'Bearer realm="bozzetto"'}
    if kind.lower() != "bearer" or not key.strip():
        raise Problem(401, "key", "give your key: Authorization: Bearer KEY", headers=challenge)
    try:
        caller = keys.find(key.strip(), time.time())
    except KeysError as error:
        raise Problem(503, "keys", str(error), headers={"Retry-After": "10"}) from None
    if caller is None:
        raise Problem(401, "key", "this key is not known here, or has expired", headers=challenge)
    if scope not in caller.scopes:
        raise Problem(403, "scope", f"this key may not do that: it lacks the scope {scope}")
    return caller


async def read_body(request: Request, bounds: Bounds, limit: int) -> bytes:
    """The body of a request.

    Args:
        request: as it came.
        bounds: how long it may take.
        limit: how many bytes it may have.
    Raises:
        Problem: too large, or too slow.
    """
    seconds = bounds.body_seconds * (1 + limit / (4 << 20))

    async def read() -> bytes:
        return b"".join([part async for part in body_stream(request, limit)])

    try:
        return await asyncio.wait_for(read(), seconds)
    except asyncio.TimeoutError:
        raise Problem(408, "slow", f"the body must come within {seconds:.0f} s", headers=_CLOSE) from None


async def body_stream(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The parts of a body.

    Raises:
        Problem: there are more bytes of it than the limit, which are announced or come; or it was cut short.
    """
    too_large = Problem(413, "too-large", f"a body has at most {limit} bytes", headers=_CLOSE)
    length = request.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > 18 or int(length) > limit):
        raise too_large
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > limit:
                raise too_large
            yield part
    except ClientDisconnect:
        raise Problem(400, "cut-short", "the body was cut short") from None


def read_model(request: Request, data: bytes, model: type[BaseModel]) -> BaseModel:
    """A JSON body as a model.

    Raises:
        Problem: it is none; the fields that are wrong are named.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Problem(415, "media-type", "send JSON: Content-Type: application/json")
    try:
        value = parse_json(data)
    except DataError as error:
        raise Problem(400, "json", f"the body {error}") from None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise of_validation(error) from None


def read_query(request: Request, model: type[BaseModel], known: Collection[str] = ()) -> BaseModel:
    """What stands behind the ? as a model; a name that stands there twice is refused.

    Raises:
        Problem: it is none.
    """
    items = request.query_params.multi_items() if request.scope["query_string"] else []
    values = dict(items)
    if len(values) != len(items):
        raise Problem(422, "invalid", "a name stands twice behind the ?", [("query", "each name once")])
    try:
        return model.model_validate({name: value for name, value in values.items() if name not in known})
    except ValidationError as error:
        raise of_validation(error, "query") from None


def digest(data: bytes, path: str) -> str:
    """What tells two requests with the same Idempotency-Key apart."""
    return hashlib.sha256(path.encode() + b"\0" + data).hexdigest()

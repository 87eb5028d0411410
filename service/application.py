"""The ASGI application: routes of the operations, behind the guard."""

import contextlib
import logging
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.service import compat_hunyuan, handlers
from bozzetto.service.callbacks import Resolve, resolve
from bozzetto.service.guard import Guard, authorise, digest, read_body, read_model, read_query
from bozzetto.service.openapi import docs_page, openapi
from bozzetto.service.operations import Call, Operation
from bozzetto.service.problems import Problem, of_error
from bozzetto.service.settings import Settings
from bozzetto.service.state import Service
from bozzetto.service.uploads import Upload, read_form

EXPOSED = ("ETag", "Location", "Retry-After", "Content-Disposition", "Idempotency-Replayed")
"""Headers that pages of allowed origins may read."""

log = logging.getLogger(__name__)
Endpoint = Callable[[Request], Awaitable[Response]]


def create_app(settings: Settings | None = None, *, look_up: Resolve = resolve) -> Starlette:
    """The service as an application of its own.

    Args:
        settings: of the server; by default those of a plain one.
        look_up: resolves the hosts of callbacks.
    Returns:
        An application whose `state.service` is the `bozzetto.service.state.Service`.
    """
    settings = settings or Settings()
    service = Service(settings, look_up)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        service.start()
        try:
            yield
        finally:
            await service.close()

    middleware = [Middleware(Guard, settings=settings)]
    if settings.cors:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(settings.cors),
                allow_methods=["GET", "POST", "DELETE"],
                allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "Range"],
                expose_headers=list(EXPOSED),
                max_age=600,
            )
        )
    app = Starlette(
        routes=routes(service),
        middleware=middleware,
        exception_handlers={HTTPException: _http_problem, Exception: _fault},
        lifespan=lifespan,
    )
    app.state.service = service
    return app


def operations_of(settings: Settings) -> tuple[Operation, ...]:
    """What a server with such settings offers."""
    return (*handlers.OPERATIONS, *(compat_hunyuan.OPERATIONS if "hunyuan" in settings.compat else ()))


def routes(service: Service) -> list[Route]:
    """Routes of the operations; several methods of one address are one route."""
    operations = operations_of(service.settings)
    document = openapi(operations)
    openapi_json, docs = handlers.document_handlers(document, docs_page(document))
    pages = [
        Operation("GET", "/openapi.json", "openapi", "This document", openapi_json, "server", ""),
        Operation("GET", "/docs", "docs", "This document as a page", docs, "server", ""),
        Operation("GET", "/", "index", "Leads to the page", handlers.index, "server", ""),
    ]
    found: dict[str, dict[str, Operation]] = {}
    for one in (*operations, *pages):
        found.setdefault(one.path, {})[one.method] = one
    return [Route(path, _endpoint(service, methods), methods=list(methods)) for path, methods in found.items()]


def _endpoint(service: Service, methods: dict[str, Operation]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        operation = methods["GET" if request.method == "HEAD" else request.method]
        started, status = time.perf_counter(), 500
        try:
            response = await _answer(service, operation, request)
            status = response.status_code
            return response
        except Problem as problem:
            status = problem.status
            return problem.response()
        except BozzettoError as error:
            refusal = of_error(error)
            status = refusal.status
            if status >= 500:
                log.error("%s: %s", operation.name, error)
            return refusal.response()
        finally:
            service.metrics.request(operation.name, status, time.perf_counter() - started)

    return endpoint


async def _answer(service: Service, operation: Operation, request: Request) -> Response:
    caller = authorise(request, service.keys, operation.scope)
    places = {name: str(value) for name, value in request.path_params.items()}
    for name, schema in operation.path_schemas.items():
        pattern = schema.get("pattern")
        if pattern is not None and not re.fullmatch(pattern, places[name]):
            raise Problem(404, "not-found", f"there is no {name} {places[name]!r:.60}")
    query: Any = None if operation.query is None else read_query(request, operation.query)
    body: Any = None
    seal = ""
    if operation.body is not None:
        bounds = service.settings.bounds
        data = await read_body(request, bounds, operation.body_bytes or bounds.json_bytes)
        body, seal = read_model(request, data, operation.body), digest(data, operation.path)
    upload: Upload | None = None
    if operation.form is not None:
        folder = service.settings.folder
        body, upload = await read_form(request, operation.form, service.settings.bounds, folder, operation.endings)
        seal = digest(upload.digest.encode() + body.model_dump_json().encode(), operation.path)
    answer = await operation.handler(Call(service, request, caller, places, query, body, upload, seal))
    if isinstance(answer, BaseModel):
        return Response(answer.model_dump_json(), operation.status, media_type="application/json")
    return answer


async def _http_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {404: "not-found", 405: "method"}.get(error.status_code, "refused")
    detail = {404: "there is nothing at this address", 405: "there is no such method at this address"}
    text = detail.get(error.status_code, str(error.detail))
    return Problem(error.status_code, code, text, headers=error.headers).response()


async def _fault(request: Request, error: Exception) -> Response:
    log.error("%s %r failed", request.method, request.url.path, exc_info=error)
    return Problem(500, "fault", "something went wrong in the server; its log says what").response()

"""JSON over HTTP: functions of a request as endpoints whose expected errors are said in the answer."""

import json
import logging
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.text import sentence

MAX_BODY_BYTES = 65_536
EXPECTED_ERRORS = (BozzettoError, OSError, sqlite3.Error)
"""Errors that come from what a visitor asked for, or from a disk or a file that has just changed."""
UNEXPECTED = "Something went wrong here; details are in the terminal that runs the workbench."

Values = Mapping[str, Any]
Handler = Callable[[Request, Values], Any]


class RequestError(BozzettoError, ValueError):
    """A request is not as its route expects it; the message says what was expected."""


def get(path: str, function: Handler) -> Route:
    """A route that reads: its function is given the request and the values of its query."""
    return Route(path, _endpoint(function, reads_body=False), methods=["GET"])


def post(path: str, function: Handler) -> Route:
    """A route that changes something: its function is given the request and the values of its JSON body."""
    return Route(path, _endpoint(function, reads_body=True), methods=["POST"])


def _endpoint(function: Handler, reads_body: bool) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            values = await json_body(request) if reads_body else dict(request.query_params)
            answer = await run_in_threadpool(function, request, values)
        except EXPECTED_ERRORS as error:
            return problem(str(error), 404 if isinstance(error, StoreError) else 400)
        except Exception as error:
            logging.getLogger(__name__).error("a route failed: %s", request.url.path, exc_info=error)
            return problem(UNEXPECTED, 500)
        if isinstance(answer, Response):
            return answer
        return JSONResponse(answer, headers={"Cache-Control": "no-store"})

    return endpoint


def problem(text: str, status: int) -> JSONResponse:
    """The answer to a request that cannot be carried out."""
    return JSONResponse({"error": sentence(text)}, status, headers={"Cache-Control": "no-store"})


async def json_body(request: Request) -> dict[str, Any]:
    """The JSON object of a request.

    Raises:
        RequestError: it is none, or too large.
    """
    # Browsers send this type across sites only after asking, which the guard refuses.
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise RequestError("expected a body of the type application/json")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise RequestError(f"expected at most {MAX_BODY_BYTES} bytes")
    try:
        values = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise RequestError(f"expected JSON: {error}") from error
    if not isinstance(values, dict):
        raise RequestError(f"expected a JSON object, got {type(values).__name__}")
    return values


def text(values: Values, name: str, default: str = "", most: int = 4096) -> str:
    """A value that is text.

    Raises:
        RequestError: it is something else, or too long.
    """
    value = values.get(name, default)
    if not isinstance(value, str) or len(value) > most:
        raise RequestError(f"{name}: expected text of at most {most} characters, got {value!r:.60}")
    return value


def whole(values: Values, name: str, default: int, low: int, high: int) -> int:
    """A value that is a whole number in [low, high], also as digits.

    Raises:
        RequestError: it is something else.
    """
    value = values.get(name, default)
    if isinstance(value, str) and value.lstrip("-").isascii() and value.lstrip("-").isdecimal() and len(value) < 20:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise RequestError(f"{name}: expected a whole number from {low} to {high}, got {value!r:.60}")
    return value


def number(values: Values, name: str, default: float, low: float, high: float) -> float:
    """A value that is a number in [low, high], also as text.

    Raises:
        RequestError: it is something else.
    """
    value = values.get(name, default)
    try:
        value = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
    except (ValueError, OverflowError):
        value = None
    if value is None or not low <= value <= high:
        raise RequestError(f"{name}: expected a number from {low:g} to {high:g}, got {values.get(name)!r:.60}")
    return float(value)


def names(values: Values, name: str, most: int = 100) -> list[str]:
    """A value that is a list of texts, also as one text with commas between.

    Raises:
        RequestError: it is something else, or too long.
    """
    value = values.get(name, [])
    if isinstance(value, str):
        value = [part for part in value.split(",") if part]
    if not isinstance(value, list) or len(value) > most or not all(isinstance(part, str) for part in value):
        raise RequestError(f"{name}: expected at most {most} texts, got {value!r:.60}")
    return value

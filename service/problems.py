"""Errors as `application/problem+json` (RFC 9457): what is wrong, in which field, and what to do."""

import http
import json
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.responses import Response

from bozzetto.jobs.config.errors import (
    BozzettoError,
    ConfigError,
    DiskError,
    DiskFullError,
    MemoryShortError,
    PriorError,
    PromptError,
    QueueError,
    RunInUseError,
)

MEDIA_TYPE = "application/problem+json"
MAX_ERRORS = 20


class FieldError(BaseModel):
    """One field that is wrong."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    field: str
    """Its name, with dots and numbers into what it holds: `settings.guidance.scale`, `seeds.2`."""
    message: str
    """What was expected."""


class ProblemDetails(BaseModel):
    """Why a request was refused."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str = "about:blank"
    """Always `about:blank`: `code` tells problems apart."""
    title: str
    """The status in words."""
    status: int
    """The status of the answer."""
    code: str
    """What kind of problem it is, for programs: `invalid`, `not-found`, `limit`, `conflict` ..."""
    detail: str
    """What happened and what to do, for people."""
    errors: list[FieldError] = []
    """The fields that are wrong."""


class Problem(Exception):  # noqa: N818 - the name of the standard
    """An answer that is an error.

    Args:
        status: of HTTP.
        code: see `ProblemDetails.code`.
        detail: a sentence.
        errors: (field, message) of each field that is wrong.
        headers: further ones of the answer.
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        errors: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail
        self.errors, self.headers = tuple(errors), dict(headers or {})

    def response(self) -> Response:
        """As an answer."""
        body = ProblemDetails(
            title=http.HTTPStatus(self.status).phrase,
            status=self.status,
            code=self.code,
            detail=self.detail,
            errors=[FieldError(field=field, message=message) for field, message in self.errors],
        )
        return Response(
            json.dumps(body.model_dump(), ensure_ascii=True), self.status, self.headers, media_type=MEDIA_TYPE
        )


def of_validation(error: ValidationError, where: str = "") -> Problem:
    """What a model refused, field by field."""
    errors = []
    for one in error.errors(include_url=False, include_context=False, include_input=False)[:MAX_ERRORS]:
        path = ".".join(str(part) for part in one["loc"] if not str(part).startswith(("function-", "constrained-")))
        errors.append((_printable(path or where or "body"), one["msg"]))
    named = "; ".join(f"{field}: {message}" for field, message in errors[:3])
    return Problem(422, "invalid", f"the request is not valid: {named}", errors)


def of_error(error: BozzettoError) -> Problem:
    """An error of the package as the answer that it is."""
    text = _printable(str(error))
    if isinstance(error, PromptError):
        return Problem(422, "prompt", text, [("negative" if "negative prompt" in text else "prompt", text)])
    if isinstance(error, ConfigError):
        return Problem(422, "invalid", text, [("settings", text)])
    if isinstance(error, PriorError):
        return Problem(422, "prior", text, [("prior", text)])
    if isinstance(error, DiskFullError):
        return Problem(507, "disk-full", "the disk of the server is full")
    if isinstance(error, MemoryShortError):
        return Problem(503, "memory", text, headers={"Retry-After": "60"})
    if isinstance(error, RunInUseError):
        return Problem(409, "in-use", "the run is at work; wait for its job to end, or cancel it")
    if isinstance(error, QueueError | DiskError):
        return Problem(503, "queue", "the queue cannot be used just now; try again", headers={"Retry-After": "5"})
    return Problem(500, "fault", "something went wrong in the server; its log says what")


def _printable(text: str) -> str:
    """Without characters that a log or a terminal would obey."""
    return "".join(c if c.isprintable() else "?" for c in text)[:2000]

"""An operation: one address and method, what it takes and gives, who may; routes and OpenAPI are made from the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from bozzetto.service.keys import LOCAL, Caller
from bozzetto.service.state import Service
from bozzetto.service.uploads import MESHES, Upload

JOB_ID: Mapping[str, Any] = {"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}
FILE_NAME: Mapping[str, Any] = {"type": "string", "minLength": 1, "maxLength": 255}
UID: Mapping[str, Any] = {"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}


@dataclass(frozen=True)
class Call:
    """A request that has been let in."""

    service: Service
    """What answers it."""
    request: Request
    """As it came."""
    caller: Caller = LOCAL
    """Who asks."""
    path: Mapping[str, str] = field(default_factory=dict)
    """What stands in the places of its address."""
    query: Any = None
    """What stands behind the ?, as the operation's model."""
    body: Any = None
    """As the operation's model."""
    upload: Upload | None = None
    """The file of a form."""
    digest: str = ""
    """Of the body as it came."""

    @property
    def base(self) -> str:
        """What addresses begin with."""
        return str(self.request.scope.get("root_path", "")).rstrip("/")


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked for."""

    method: str
    """Of HTTP."""
    path: str
    """With the names of its places in braces."""
    name: str
    """For programs."""
    summary: str
    """For people."""
    handler: Callable[[Call], Awaitable[BaseModel | Response]]
    """What answers."""
    tag: str
    """Which group it belongs to."""
    scope: str = "read"
    """Of a key that may; empty where none is needed."""
    body: type[BaseModel] | None = None
    """Of the request."""
    form: type[BaseModel] | None = None
    """Of a request that is a form with a file."""
    endings: tuple[str, ...] = MESHES
    """That the name of the form's file may have."""
    body_bytes: int = 0
    """Greatest size of the body; 0 is the usual one."""
    query: type[BaseModel] | None = None
    """Behind the ?."""
    answer: type[BaseModel] | None = None
    """Of the answer."""
    media: str = ""
    """Of an answer that is no model."""
    status: int = 200
    """Of the answer."""
    path_schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Of the places in its address."""
    headers: Mapping[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    """Headers that it takes: what they are for, and their schema."""
    further: Mapping[int, str] = field(default_factory=dict)
    """Other statuses that are no errors."""
    refusal: type[BaseModel] | None = None
    """Of an error in another server's dialect, which may come in the place of a problem."""
    errors: tuple[int, ...] = ()
    """Statuses of errors beside the usual ones."""

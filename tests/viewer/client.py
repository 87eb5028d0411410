"""Asks the workbench's routes, without a server and a browser."""

import asyncio
import json
import urllib.parse
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette

from bozzetto.viewer.routes import API, routes
from bozzetto.viewer.workbench import Workbench


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def values(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        return self.values["error"]


class Client:
    """Requests to the routes of a workbench."""

    def __init__(self, workbench: Workbench) -> None:
        self.workbench = workbench
        self._app = Starlette(routes=routes(workbench))

    def get(self, path: str, **query: object) -> Answer:
        """A GET below the routes' root; a path that begins with /_bozzetto is taken as it is."""
        return self.ask("GET", path, query=query)

    def post(self, path: str, **values: object) -> Answer:
        """A POST with a JSON body."""
        return self.ask("POST", path, json.dumps(values).encode(), "application/json")

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "", query: Any = None) -> Answer:
        """Any request."""
        path = path if path.startswith("/_bozzetto") else API + path
        headers = [(b"host", b"localhost")] + ([(b"content-type", kind.encode())] if kind else [])
        scope = {"type": "http", "method": method, "path": urllib.parse.unquote(path), "raw_path": path.encode()}
        scope |= {"query_string": urllib.parse.urlencode(query or {}).encode(), "headers": headers, "scheme": "http"}
        scope |= {"server": ("localhost", 80), "client": ("127.0.0.1", 1), "root_path": ""}
        scope |= {"http_version": "1.1", "asgi": {"version": "3.0", "spec_version": "2.4"}}
        messages: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            messages.append(message)

        asyncio.run(self._app(scope, receive, send))
        start = next(m for m in messages if m["type"] == "http.response.start")
        found = {name.decode().lower(): value.decode() for name, value in start["headers"]}
        return Answer(start["status"], found, b"".join(m.get("body", b"") for m in messages))

"""A server on loopback inside the test's own process, and settings of a run that takes a second."""

import contextlib
import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import uvicorn

from bozzetto.client import Client
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.worker import work
from bozzetto.service.application import create_app
from bozzetto.service.protocol import protocol_class
from bozzetto.service.settings import Settings

TINY = {
    "scene_scale": 1,
    "camera.views": 1,
    "start.steps": 2,
    "start.points": 64,
    "field.levels": 2,
    "field.base_resolution": 8,
    "field.max_resolution": 16,
    "field.log2_table": 8,
    "field.hidden": 16,
    "render.step_size": 0.2,
    "render.grid_resolution": 8,
    "save.preview_every": 1,
    "save.preview_resolution": 16,
    "mesh.resolution": 12,
    "mesh.coarse_resolution": 8,
    "mesh.isolevel_pixels": 8,
    "mesh.max_faces": 100,
    "mesh.texture_size": 64,
    "mesh.uv_time_limit": 0,
    "mesh.match_views": 0,
    "pictures.resolution": 16,
    "pictures.turntable_frames": 2,
}
"""Settings of the smallest run of the embedded prior that has all its parts."""


def request(prompt: str = "a red chair", **fields: Any) -> dict[str, Any]:
    """A request for a run of 2 steps."""
    return {"prompt": prompt, "preset": "draft", "steps": 2, "settings": dict(TINY), **fields}


@dataclass
class Answer:
    """Of a request that was sent as it is."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def json(self) -> Any:
        """Its JSON."""
        return json.loads(self.data)


@dataclass
class Server:
    """A server that runs."""

    port: int
    settings: Settings
    service: Any

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def client(self, key: str | None = None, **options: Any) -> Client:
        """A client of it."""
        return Client(self.url, key, **{"patience": 10.0, **options})

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
        *,
        raw: bytes | None = None,
    ) -> Answer:
        """A request as it is, without a client that knows better."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            data = raw if raw is not None else None if body is None else json.dumps(body).encode()
            sent = ({"Content-Type": "application/json"} if data is not None else {}) | (headers or {})
            connection.request(method, path, data, sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """While inside, a thread carries out whatever is asked for."""
        over = threading.Event()

        def keep_working() -> None:
            with Queue(self.settings.folder / "queue.db") as queue:
                while not over.wait(0.05):
                    if queue.counts()["queued"]:
                        work(queue, once=True)

        thread = threading.Thread(target=keep_working, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join(60)

    def work(self) -> None:
        """Carries out what waits, in this thread."""
        with Queue(self.settings.folder / "queue.db") as queue:
            work(queue, once=True)


@contextlib.contextmanager
def serving(folder: Path, port: int = 0, **changes: Any) -> Iterator[Server]:
    """A server without workers of its own while inside.

    Args:
        folder: the home folder.
        port: to listen on; 0 takes a free one.
        changes: of the settings; `look_up` is given to the application.
    """
    look_up = changes.pop("look_up", None)
    settings = replace(Settings(folder=folder, workers=0), **changes)
    app = create_app(settings, **({"look_up": look_up} if look_up else {}))
    config = uvicorn.Config(
        app,
        http=protocol_class(settings.bounds),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=settings.bounds.header_bytes + 4096,
    )
    server = uvicorn.Server(config)
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    sock.listen(256)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    try:
        until = time.monotonic() + 60
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        assert server.started
        yield Server(sock.getsockname()[1], settings, app.state.service)
    finally:
        server.should_exit = True
        thread.join(20)
        sock.close()

"""The service beside another ASGI application on the same server: `bozzetto view --api`."""

from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from bozzetto.service.application import create_app
from bozzetto.service.settings import Settings

PREFIXES = ("/v1/",)
PATHS = ("/docs", "/openapi.json", "/healthz", "/readyz", "/metrics")


def begin_beside(keys: Path | None) -> Starlette:
    """The service without workers of its own, begun; whoever serves it stops `state.service` at the end.

    Args:
        keys: file of keys; without one only this machine is answered.
    Raises:
        ConfigError, KeysError: it cannot be served so.
    """
    app = create_app(replace(Settings(), keys=keys, workers=0))
    app.state.service.start()
    return app


class Beside:
    """ASGI middleware that hands the service's addresses to it, and all others on.

    Args:
        app: the other application, with its own guard.
        api: the service, which has one too.
    """

    def __init__(self, app: ASGIApp, api: ASGIApp) -> None:
        self._app, self._api = app, api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a connection to whom it is for."""
        path = str(scope.get("path", ""))
        is_api = scope["type"] == "http" and (path in PATHS or path.startswith(PREFIXES))
        await (self._api if is_api else self._app)(scope, receive, send)

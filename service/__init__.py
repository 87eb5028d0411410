"""The workbench as a service over HTTP: the same queue and workers as the command line, with keys, limits and events.

`bozzetto serve` runs it; `bozzetto.service.app` is the ASGI application for any other server, with the settings that
`bozzetto.service.settings.from_environment` reads.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    # Only whoever serves it needs Starlette, and an application reads keys and the home folder when it is made.
    if name == "app":
        from bozzetto.service.application import create_app
        from bozzetto.service.settings import from_environment

        globals()["app"] = create_app(from_environment())
        return globals()["app"]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

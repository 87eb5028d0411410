"""HTTP for uvicorn with a time for the head of each request and for readers, and a bound on connections.

uvicorn waits for ever for a request that comes byte by byte and for a reader that does not read, and past its limit of
connections it turns away whoever comes, which a few hundred idle ones would reach. Here both have a time, and past the
limit the connection goes that has waited longest for its request, while those at work stay.
"""

import asyncio
from collections import OrderedDict
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from bozzetto.service.settings import Bounds


def protocol_class(bounds: Bounds) -> type[H11Protocol]:
    """The class that `uvicorn.Config(http=...)` takes.

    Args:
        bounds: `head_seconds`, `send_seconds` and `connections` count.
    """

    class BoundedProtocol(H11Protocol):
        """A connection; `_waiting` are those whose request has not come yet, the longest first."""

        _waiting: ClassVar["OrderedDict[BoundedProtocol, None]"] = OrderedDict()
        _head_timer: asyncio.TimerHandle | None = None
        _send_timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._wait_for_head()
            while len(self.connections) > bounds.connections and self._waiting:
                oldest = next(iter(self._waiting))
                oldest._close()

        def connection_lost(self, exc: Exception | None) -> None:
            self._head_came()
            self.resume_writing()
            super().connection_lost(exc)

        def pause_writing(self) -> None:
            """The reader has not taken what was sent; it has so long to begin."""
            super().pause_writing()
            self._send_timer = asyncio.get_running_loop().call_later(bounds.send_seconds, self._close)

        def resume_writing(self) -> None:
            """The reader reads on."""
            if self._send_timer is not None:
                self._send_timer.cancel()
                self._send_timer = None
            super().resume_writing()

        def data_received(self, data: bytes) -> None:
            before = self.cycle
            super().data_received(data)
            if self.cycle is not before:
                self._head_came()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            if not self.transport.is_closing():
                self._wait_for_head()

        def _wait_for_head(self) -> None:
            self._head_came()
            self._waiting[self] = None
            self._head_timer = asyncio.get_running_loop().call_later(bounds.head_seconds, self._close)

        def _head_came(self) -> None:
            self._waiting.pop(self, None)
            if self._head_timer is not None:
                self._head_timer.cancel()
                self._head_timer = None

        def _close(self) -> None:
            self._head_came()
            self.connections.discard(self)
            # Whoever does not read either would keep a polite end waiting.
            self.transport.abort()

    return BoundedProtocol

"""The page around the front end: what Streamlit serves, with our own title and first paint, and the component in it."""

import functools
import hashlib
import json
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(__file__).parent / "static"
FRONT = "/_bozzetto/front"
MAX_PAGE_BYTES = 200_000


def front_address(name: str) -> str:
    """The address of a file of the front end; another content has another one, so that browsers may keep it."""
    return f"{FRONT}/{name}?v={_digest(name)}"


@functools.lru_cache(maxsize=32)
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def component_script() -> str:
    """The module that Streamlit runs where the component is mounted: it loads the front end, which stays in the
    browser's cache, and hands it its place."""
    return f"""
const front = import(new URL({json.dumps(front_address("stage.js"))}, document.baseURI).href);
export default function ({{ parentElement }}) {{
  let leave = null, gone = false;
  front.then(({{ mount }}) => {{ if (!gone) leave = mount(parentElement); }});
  return () => {{ gone = true; if (leave) leave(); }};
}}
"""


def head() -> str:
    """What goes into the page's head: the front end is fetched while Streamlit starts, and the ground is there; that
    the server is gone is said by our page, and not by a dialog of Streamlit's over it."""
    return f"""<title>bozzetto</title>
<meta name="color-scheme" content="light dark">
<link rel="modulepreload" href="{front_address("stage.js")}">
<link rel="preload" as="font" type="font/woff2" crossorigin href="{front_address("bricolage-grotesque.woff2")}">
<link rel="preload" as="font" type="font/woff2" crossorigin href="{front_address("instrument-sans.woff2")}">
<style>
@font-face {{ font-family: "Bricolage Grotesque"; font-weight: 200 800; font-display: swap;
  src: url("{front_address("bricolage-grotesque.woff2")}") format("woff2"); }}
@font-face {{ font-family: "Instrument Sans"; font-weight: 400 700; font-display: swap;
  src: url("{front_address("instrument-sans.woff2")}") format("woff2"); }}
html, body {{ background: #efebe4 !important; }}
@media (prefers-color-scheme: dark) {{ html, body {{ background: #1a1714 !important; }} }}
[data-baseweb="modal"], [data-testid="stDialog"] {{ display: none !important; }}
#root {{ animation: bz-show 0s 5s both; }} body.bz-ready #root {{ animation: none; }}
@keyframes bz-show {{ from {{ opacity: 0; }} to {{ opacity: 1; }} }}
</style>
"""


class ShellPage:
    """ASGI middleware that puts `head` into the page that Streamlit serves.

    Args:
        app: what serves it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands everything on, and changes HTML pages."""
        if scope["type"] != "http" or scope["path"].startswith(("/_stcore", "/_bozzetto", "/static", "/component")):
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def wrapped(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = dict(message["headers"])
                if not headers.get(b"content-type", b"").startswith(b"text/html") or b"content-encoding" in headers:
                    await send(message)
                    return
                start = message
                return
            if start is None:
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body") and len(body) < MAX_PAGE_BYTES:
                return
            page = body.replace(b"<title>Streamlit</title>", b"").replace(b"</head>", head().encode() + b"</head>", 1)
            dropped = (b"content-length", b"etag", b"last-modified")
            kept = [(key, value) for key, value in start["headers"] if key.lower() not in dropped]
            kept.append((b"content-length", str(len(page)).encode()))
            await send({**start, "headers": kept})
            await send({**message, "body": page, "more_body": False})

        # A page from a cache would be without the head, and one that is compressed cannot be read.
        plain = (b"accept-encoding", b"if-none-match", b"if-modified-since")
        headers = [(key, value) for key, value in scope["headers"] if key not in plain]
        await self._app({**scope, "headers": headers}, receive, wrapped)

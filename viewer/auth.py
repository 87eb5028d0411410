"""Access to the workbench: which addresses its server answers to, and whom.

Local (`bozzetto view`): only by the names of this machine, with the random token of the printed address or the cookie
that it is exchanged for. Shared (`--share`): by any name, with the cookie that the login page gives for the password.
In both cases a request from another origin is refused, so that no foreign page can reach the server through the
visitor's browser (cross-site requests, WebSocket hijacking, DNS rebinding).
"""

import base64
import hashlib
import hmac
import html
import ipaddress
import os
import secrets
import threading
import time
import urllib.parse
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bozzetto.viewer.shell import STATIC

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
LOGIN = "/_bozzetto/login"
MARK = STATIC / "icon.svg"
HEALTH = "/_stcore/health"
"""Answers without a login: it says only that the server runs."""
TOKEN_BYTES = 24
MIN_PASSWORD_LENGTH = 8
FREE_ATTEMPTS = 5
MAX_WAIT_SECONDS = 60.0
MAX_SESSIONS = 10_000
MAX_FORM_BYTES = 4096


def hash_password(password: str) -> str:
    """A salted scrypt hash of a password, as text."""
    salt = os.urandom(16)
    return f"scrypt:{_base64(salt)}:{_base64(_scrypt(password, salt))}"


def verify_password(password_hash: str, password: str) -> bool:
    """Whether a password is the one that was hashed; no password fits a damaged hash."""
    kind, _, rest = password_hash.partition(":")
    salt_text, _, digest_text = rest.partition(":")
    try:
        digest, salt = base64.b64decode(digest_text, validate=True), base64.b64decode(salt_text, validate=True)
    except ValueError:
        return False
    if kind != "scrypt" or len(salt) != 16 or len(digest) != 32:
        return False
    return hmac.compare_digest(_scrypt(password, salt), digest)


def load_token(path: Path) -> str:
    """The token of a home folder, made at the first call; readable by its owner only.

    It stays the same, so that open tabs and bookmarks outlive a restart; deleting the file makes a new one. Where the
    file cannot be written the token is good for this server only.
    """
    try:
        token = path.read_text(encoding="ascii").strip()
        if len(token) >= TOKEN_BYTES:
            return token
    except (OSError, ValueError):
        pass
    token = secrets.token_urlsafe(TOKEN_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(token + "\n")
    except OSError:
        pass
    return token


class LoginThrottle:
    """Counts wrong passwords of all visitors; after FREE_ATTEMPTS of them each further one costs a growing wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._next_attempt = 0.0

    def seconds_to_wait(self) -> float:
        """Seconds until the next attempt is checked; 0 when it is at once."""
        return max(0.0, self._next_attempt - time.monotonic())

    def attempt(self, password_hash: str, password: str) -> bool:
        """Whether the password is right; False without a check while a wait runs."""
        with self._lock:
            if self.seconds_to_wait() > 0:
                return False
            if verify_password(password_hash, password):
                self._failures = 0
                return True
            self._failures += 1
            if self._failures >= FREE_ATTEMPTS:
                wait = min(MAX_WAIT_SECONDS, 2.0 ** (self._failures - FREE_ATTEMPTS + 1))
                self._next_attempt = time.monotonic() + wait
            return False


@dataclass(frozen=True)
class Access:
    """Who may use a workbench. Exactly one of `token` and `password_hash` is set."""

    port: int
    """Of the server; it is part of the cookie's name, because browsers share cookies between ports."""
    token: str = ""
    """Of a local workbench."""
    password_hash: str = ""
    """Of a shared one, see `hash_password`."""

    @property
    def cookie(self) -> str:
        """Name of the cookie."""
        return f"bozzetto-{self.port}"


class AccessGuard:
    """ASGI middleware that lets through what `Access` allows, HTTP and WebSocket.

    Args:
        app: what it stands before.
        access: who may.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        if bool(access.token) == bool(access.password_hash):
            raise ValueError("expected a token or a password hash, and not both")
        self._app = app
        self._access = access
        self._throttle = LoginThrottle()
        self._sessions: OrderedDict[str, None] = OrderedDict()
        # A cookie that does not hold the token itself, and that outlives a restart as the token does.
        self._local_session = hashlib.sha256(b"session:" + access.token.encode()).hexdigest() if access.token else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a connection, or hands it on."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        refusal = self._foreign(connection)
        if refusal:
            await self._refuse(scope, receive, send, refusal)
            return
        if scope["type"] == "http":
            response = await self._login(Request(scope, receive))
            if response is not None:
                await response(scope, receive, _with_headers(send, connection))
                return
        elif not self._has_session(connection):
            await self._refuse(scope, receive, send, "log in first")
            return
        await self._app(scope, receive, _with_headers(send, connection) if scope["type"] == "http" else send)

    def _foreign(self, connection: HTTPConnection) -> str:
        """Why the host or the origin of a request is not ours, or an empty text."""
        hosts = connection.headers.getlist("host")
        host = host_name(hosts[0]) if len(hosts) == 1 else None
        if host is None:
            return "the request names no host"
        if self._access.token and host not in LOCAL_HOSTS:
            return (
                f"this workbench answers only at http://localhost:{self._access.port}; "
                "start it with --share to reach it by another name"
            )
        for origin in connection.headers.getlist("origin"):
            # What a browser makes of our own forms where a proxy adds "Referrer-Policy: no-referrer".
            if origin == "null" and connection.headers.getlist("sec-fetch-site") == ["same-origin"]:
                continue
            parts = urllib.parse.urlsplit(origin)
            if parts.scheme not in ("http", "https") or parts.netloc.lower() != hosts[0].strip().lower():
                return "the request comes from another site"
        return ""

    async def _login(self, request: Request) -> Response | None:
        """The answer to a visitor who is not logged in yet, or who is just logging in; None for all others."""
        path, query = request.url.path, request.query_params
        if path == LOGIN:
            return await self._login_page(request)
        if path == HEALTH and request.method in ("GET", "HEAD"):
            return None
        if self._access.token and request.method == "GET" and "token" in query:
            if not hmac.compare_digest(query["token"].encode(), self._access.token.encode()):
                return self._page(address_without_token(request), "This token isn't valid.", 403)
            return self._admit(address_without_token(request))
        if self._has_session(request):
            return None
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(f"{LOGIN}?{urllib.parse.urlencode({'next': address_without_token(request)})}", 303)
        return PlainTextResponse("Log in first.", 403)

    async def _login_page(self, request: Request) -> Response:
        target = local_address(request.query_params.get("next", "/"))
        if request.method != "POST":
            return self._page(target, "", 200)
        secret = await _form_field(request, "secret")
        if self._access.token:
            if hmac.compare_digest(secret.strip().encode(), self._access.token.encode()):
                return self._admit(target)
            return self._page(target, "This token isn't valid.", 403)
        wait = self._throttle.seconds_to_wait()
        if wait > 0:
            return self._page(target, f"Too many attempts. Try again in {max(1, round(wait))} s.", 429)
        if await run_in_threadpool(self._throttle.attempt, self._access.password_hash, secret):
            return self._admit(target)
        return self._page(target, "Wrong password.", 403)

    def _admit(self, target: str) -> Response:
        response = RedirectResponse(target, 303)
        response.set_cookie(self._access.cookie, self._new_session(), httponly=True, samesite="lax", path="/")
        return response

    def _new_session(self) -> str:
        if self._local_session:
            return self._local_session
        session = secrets.token_urlsafe(TOKEN_BYTES)
        self._sessions[session] = None
        while len(self._sessions) > MAX_SESSIONS:
            self._sessions.popitem(last=False)
        return session

    def _has_session(self, connection: HTTPConnection) -> bool:
        session = connection.cookies.get(self._access.cookie, "")
        if self._local_session:
            return hmac.compare_digest(session.encode(), self._local_session.encode())
        return session in self._sessions

    def _page(self, target: str, problem: str, status: int) -> Response:
        if self._access.token:
            about = "Open the address that <code>bozzetto view</code> printed, or enter its token."
            label, kind, complete = "Token", "text", "off"
        else:
            about, label, kind, complete = "This workbench is shared.", "Password", "password", "current-password"
        alert = f'<p role="alert">{html.escape(problem)}</p>' if problem else ""
        action = html.escape(f"{LOGIN}?{urllib.parse.urlencode({'next': target})}")
        mark = MARK.read_text(encoding="utf-8")
        body = _LOGIN_PAGE.format(
            mark=mark, icon=_base64(mark.encode()), about=about, label=label, kind=kind, complete=complete, alert=alert,
            action=action, max_length=200,
        )  # fmt: skip
        return HTMLResponse(body, status, headers={"Cache-Control": "no-store"})

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, reason: str) -> None:
        if scope["type"] == "websocket":
            # Before the handshake is accepted the server answers this by 403.
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": reason[:100]})
        else:
            await PlainTextResponse(f"Refused: {reason}.\n", 403)(scope, receive, send)


def host_name(header: str) -> str | None:
    """The name in a Host header, in lower case and without port and brackets; None when it is no such header."""
    try:
        parts = urllib.parse.urlsplit(f"//{header.strip()}")
        name = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if not name or parts.username is not None or parts.password is not None or parts.path or parts.query:
        return None
    name = name.rstrip(".")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name if name and all(c.isalnum() or c in "-._" for c in name) else None


def local_address(address: str) -> str:
    """An address of this server as path and query; `/` for any that leads elsewhere."""
    if not address.startswith("/") or address.startswith(("//", "/\\")) or not address.isprintable():
        return "/"
    parts = urllib.parse.urlsplit(address)
    return address if not parts.scheme and not parts.netloc and not parts.path.startswith(LOGIN) else "/"


def address_without_token(request: Request) -> str:
    """Path and query of a request, without the token."""
    query = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
    path = urllib.parse.quote(request.url.path)
    return local_address(path + (f"?{urllib.parse.urlencode(query)}" if query else ""))


def security_headers(host: str) -> dict[str, str]:
    """Headers of every answer: a page may load from and speak to its own server only, and be framed by it only.

    Args:
        host: name and port that the browser reached the server by.
    """
    policy = (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; worker-src 'self' blob:; "
        f"connect-src 'self' ws://{host} wss://{host} data: blob:; frame-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )
    return {
        "Content-Security-Policy": policy,
        # Nothing is told to others; with "no-referrer" browsers send the login's own form with the origin "null".
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _with_headers(send: Send, connection: HTTPConnection) -> Send:
    headers = security_headers(connection.headers["host"].strip())

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            present: Any = message.setdefault("headers", [])
            message["headers"] = [
                *present,
                *((name.lower().encode(), value.encode()) for name, value in headers.items()),
            ]
        await send(message)

    return wrapped


async def _form_field(request: Request, name: str) -> str:
    """A field of a form; empty when it is absent or the form too large."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_FORM_BYTES:
            return ""
    values = urllib.parse.parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=8)
    return values.get(name, [""])[0]


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"), salt=salt, n=2**14, r=8, p=1, maxmem=2**26, dklen=32
    )


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


_LOGIN_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in \u00b7 bozzetto</title>
<link rel="icon" href="data:image/svg+xml;base64,{icon}">
<style>
:root {{ color-scheme: light dark; --ink: #231f1b; --ground: #efebe4; --edge: #dfd7ca; --panel: #fbf9f5;
  --rim: #ddd5c8; --line: #8a7f72; --accent: #a3481a; --accent-ink: #fff; --alert: #a1261b; --muted: #655c51; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #f1ebe2; --ground: #211d19; --edge: #110f0d; --panel: #302a25;
  --rim: #4b4239; --line: #96897a; --accent: #e58f5b; --accent-ink: #1c130d; --alert: #ff9d8f; --muted: #b8ad9e; }} }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; font: 15px/1.5 system-ui, sans-serif;
  color: var(--ink); background: radial-gradient(ellipse at 50% 46%, var(--ground) 30%, var(--edge)) fixed; }}
main {{ width: min(340px, calc(100vw - 80px)); padding: 30px 32px 32px; background: var(--panel); border-radius: 18px;
  border: 1px solid var(--rim); box-shadow: 0 1px 2px rgba(0, 0, 0, .1), 0 14px 44px rgba(20, 12, 4, .22); }}
svg {{ display: block; width: 46px; margin: 0 0 14px -4px; }}
h1 {{ font-size: 1.45rem; line-height: 1.15; letter-spacing: -.02em; margin: 0 0 8px; }}
p {{ margin: 0; color: var(--muted); }}
label {{ display: block; margin: 20px 0 4px; font-weight: 600; }}
input, button {{ box-sizing: border-box; width: 100%; font: inherit; padding: 10px 12px; border-radius: 10px; }}
input {{ border: 1px solid var(--line); color: inherit; background: none; }}
button {{ margin-top: 16px; border: 0; font-weight: 600; color: var(--accent-ink); background: var(--accent);
  cursor: pointer; }}
:focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }}
p[role=alert] {{ color: var(--alert); margin: 12px 0 0; }}
</style>
</head>
<body>
<main>
{mark}
<h1>Log in to bozzetto</h1>
<p>{about}</p>
<form method="post" action="{action}">
<label for="secret">{label}</label>
<input id="secret" name="secret" type="{kind}" autocomplete="{complete}" maxlength="{max_length}" required autofocus>
{alert}
<button>Log in</button>
</form>
</main>
</body>
</html>
"""

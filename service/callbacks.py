"""Callbacks (webhooks): who wants it is told of the end of a job, signed as Standard Webhooks, and tried again.

A request may name a URL only where the server's owner has allowed its host. Its name is resolved once for each call,
every address that it has must be a public one (or in a network that the owner has named), and the connection goes to
the address that was looked at, not to the name: a name that changes its mind in between leads nowhere else. Redirects
are not followed, and no proxy of the environment is used.
"""

import base64
import contextlib
import hashlib
import hmac
import http.client
import ipaddress
import json
import logging
import socket
import ssl
import threading
import time
import urllib.parse
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.schema import Job
from bozzetto.service.keys import webhook_secret
from bozzetto.service.metrics import Metrics
from bozzetto.service.problems import Problem
from bozzetto.service.settings import Settings
from bozzetto.service.store import DueCallback, ServiceQueue
from bozzetto.service.views import job_answer

DELAYS = (5.0, 300.0, 1800.0, 7200.0, 18_000.0, 36_000.0, 50_400.0, 72_000.0)
"""Seconds to wait after each failure, as Standard Webhooks has them; after the last it is given up."""
POLL_SECONDS = 0.5
BUSY_SECONDS = 5.0
"""After which a callback is looked at again whose receiver has enough of them at once."""
TIMEOUT_SECONDS = 10.0
AT_ONCE, AT_ONCE_A_HOST = 16, 2
MAX_ANSWER = 1024

log = logging.getLogger(__name__)
Resolve = Callable[[str, int], list[str]]
"""Addresses of a host and port."""


class CallbackRefusedError(Exception):
    """A callback must not be made; why."""


@dataclass(frozen=True)
class Target:
    """Where a callback goes."""

    scheme: str
    host: str
    port: int
    path: str
    """With its query."""

    @property
    def name(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"


def resolve(host: str, port: int) -> list[str]:
    """Addresses of a host by the system."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def to_target(url: str, settings: Settings) -> Target:
    """A URL as a target that the server's owner allows.

    Raises:
        CallbackRefusedError: it is none.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise CallbackRefusedError(f"it is no URL: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not url.isascii() or not url.isprintable():
        raise CallbackRefusedError("it is no URL such as https://studio.example/done, in ASCII")
    if " " in url or "\\" in url:
        raise CallbackRefusedError("a URL holds no spaces and no backslashes")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise CallbackRefusedError("it must hold no name, password or fragment")
    host = parts.hostname.lower().rstrip(".")
    allowed = {name.lower() for name in settings.callback_hosts}
    usual = port == (443 if parts.scheme == "https" else 80)
    if f"{host}:{port}" not in allowed and not (host in allowed and usual):
        raise CallbackRefusedError(f"this server may not call {host}:{port}; its owner allows hosts by --callback-host")
    path = parts.path or "/"
    return Target(parts.scheme, host, port, f"{path}?{parts.query}" if parts.query else path)


def check_callback(url: str, settings: Settings) -> None:
    """Refuses a URL when it is asked for, as far as that can be said without resolving it.

    Raises:
        Problem: why.
    """
    try:
        target = to_target(url, settings)
        with_address = _address_of(target.host)
        if with_address is not None:
            _check_address(with_address, settings)
    except CallbackRefusedError as error:
        raise Problem(422, "callback", f"this callback is not possible: {error}", [("callback", str(error))]) from None


def checked_addresses(target: Target, settings: Settings, look_up: Resolve = resolve) -> list[str]:
    """The addresses of a target, every one of which may be called.

    Raises:
        CallbackRefusedError: one of them may not.
        OSError: it cannot be resolved.
    """
    addresses = list(dict.fromkeys(look_up(target.host, target.port)))
    if not addresses:
        raise OSError(f"{target.host} has no address")
    for address in addresses:
        _check_address(ipaddress.ip_address(address.partition("%")[0]), settings)
    return addresses


def sign(secret: bytes, message: str, seconds: int, body: bytes) -> str:
    """The signature of a message as Standard Webhooks has it: HMAC-SHA256 of id, time and body."""
    signed = hmac.new(secret, f"{message}.{seconds}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(signed).decode()}"


class Callbacks:
    """Makes the callbacks that are due, from threads of its own.

    Args:
        settings: what is allowed.
        look_up: resolves names.
    """

    def __init__(self, settings: Settings, metrics: Metrics, look_up: Resolve = resolve) -> None:
        self._settings, self._metrics, self._look_up = settings, metrics, look_up
        self._queue = ServiceQueue(settings.folder / "queue.db")
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._busy: dict[str, int] = {}
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="callback")
        self._thread = threading.Thread(target=self._run, name="callbacks", daemon=True)

    def start(self) -> None:
        """Begins, where any host is allowed at all."""
        if self._settings.callback_hosts:
            self._thread.start()

    def close(self) -> None:
        """Ends; callbacks that are being made are made again by the next server."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(5)
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._queue.close()

    def _run(self) -> None:
        while not self._over.wait(POLL_SECONDS):
            try:
                for due in self._queue.due_callbacks(4 * AT_ONCE):
                    self._begin(due)
            except (BozzettoError, RuntimeError) as error:
                log.warning("callbacks: %s", error)

    def _begin(self, due: DueCallback) -> None:
        host = urllib.parse.urlsplit(due.url).netloc
        with self._lock:
            # A receiver that answers slowly holds up its own callbacks, and no others.
            if self._busy.get(host, 0) >= AT_ONCE_A_HOST:
                self._queue.callback_again(due.job, BUSY_SECONDS, failed=False)
                return
            self._busy[host] = self._busy.get(host, 0) + 1
        self._pool.submit(self._make, due, host)

    def _make(self, due: DueCallback, host: str) -> None:
        try:
            self._try(due)
        except Exception:
            log.exception("callback of job %s", due.job)
        finally:
            with self._lock:
                self._busy[host] -= 1
                if not self._busy[host]:
                    del self._busy[host]

    def _try(self, due: DueCallback) -> None:
        jobs = self._queue.some([due.job])
        if not jobs:
            self._queue.callback_done(due.job)
            return
        try:
            status = self.send(due, jobs[0])
            problem = "" if 200 <= status < 300 else f"it answered {status}"
        except CallbackRefusedError as error:
            log.warning("callback of job %s to %s is refused: %s", due.job, host_of(due.url), error)
            self._metrics.callback("refused")
            self._queue.callback_done(due.job)
            return
        except (OSError, http.client.HTTPException, ValueError) as error:
            problem = f"{type(error).__name__}: {error}"
        if not problem:
            self._metrics.callback("taken")
            self._queue.callback_done(due.job)
            return
        if due.attempts >= len(DELAYS) or problem == "it answered 410":
            log.warning("callback of job %s to %s is given up: %s", due.job, host_of(due.url), problem)
            self._metrics.callback("given up")
            self._queue.callback_done(due.job)
            return
        self._metrics.callback("failed")
        self._queue.callback_again(due.job, DELAYS[due.attempts], failed=True)

    def send(self, due: DueCallback, job: Job) -> int:
        """Makes a callback; the status of its answer.

        Raises:
            CallbackRefusedError: it must not be made.
            OSError, http.client.HTTPException: it could not.
        """
        target = to_target(due.url, self._settings)
        addresses = checked_addresses(target, self._settings, self._look_up)
        answer = job_answer(job, 0, "")
        body = json.dumps({"type": f"job.{answer.state}", "timestamp": _now(), "data": answer.model_dump(mode="json")})
        message, seconds = f"job-{job.id}-{job.attempts}-{answer.state}", int(time.time())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "bozzetto",
            "webhook-id": message,
            "webhook-timestamp": str(seconds),
            "webhook-signature": sign(
                webhook_secret(self._settings.folder, job.owner), message, seconds, body.encode()
            ),
        }
        return _post(target, addresses[0], body.encode(), headers)


def host_of(url: str) -> str:
    """For the log: a URL without what it may keep secret."""
    return urllib.parse.urlsplit(url).hostname or "?"


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def _post(target: Target, address: str, body: bytes, headers: dict[str, str]) -> int:
    """Posts to an address that was looked at; the name counts only for TLS and the Host header."""
    sock: socket.socket = socket.create_connection((address, target.port), timeout=TIMEOUT_SECONDS)
    if target.scheme == "https":
        context = ssl.create_default_context()
        sock = context.wrap_socket(sock, server_hostname=target.host, do_handshake_on_connect=False)
    # A socket's timeout is that of one read, and an answer may trickle in.
    clock = threading.Timer(TIMEOUT_SECONDS, _end, (sock,))
    clock.start()
    try:
        if isinstance(sock, ssl.SSLSocket):
            sock.do_handshake()
        connection = http.client.HTTPConnection(target.host, target.port, timeout=TIMEOUT_SECONDS)
        connection.sock = sock
        connection.request("POST", target.path, body, headers)
        answer = connection.getresponse()
        answer.read(MAX_ANSWER)
        return answer.status
    finally:
        clock.cancel()
        sock.close()


def _end(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _address_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is, also as resolvers read it: 127.1, 2130706433, 0x7f000001."""
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _check_address(address: ipaddress.IPv4Address | ipaddress.IPv6Address, settings: Settings) -> None:
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    for one in (address, mapped):
        if one is None:
            continue
        if any(one.version == network.version and one in network for network in settings.callback_networks):
            return
        if not one.is_global or one.is_multicast or one.is_reserved or one.is_unspecified:
            raise CallbackRefusedError(f"{one} is no public address; the server's owner can name its network")

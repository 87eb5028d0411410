"""The server: where it listens, whom it lets in, and what it says when it cannot start."""

import contextlib
import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from bozzetto.jobs.cli.main import main as command
from bozzetto.viewer import auth, serve

ROOT = Path(__file__).absolute().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_nothing_is_sent_watched_or_uploaded():
    settings = serve.settings("127.0.0.1", 8501)
    expected = {
        "server.address": "127.0.0.1",
        "browser.gatherUsageStats": False,
        "browser.serverAddress": "localhost",
        "client.showErrorLinks": "false",
        "client.showErrorDetails": "none",
        "server.fileWatcherType": "none",
        "server.maxUploadSize": 1,
        "server.enableXsrfProtection": True,
        "server.enableCORS": True,
    }
    assert expected.items() <= settings.items()
    from streamlit import config

    assert set(settings) <= set(config.get_config_options()), "each is an option that Streamlit has"


def test_ports():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(serve.ServeError, match="leave --port out"):
            serve.choose_port("127.0.0.1", port)
    assert serve.choose_port("127.0.0.1", port) == port
    for wrong in (0, -1, 65536):
        with pytest.raises(serve.ServeError, match="between 1 and 65535"):
            serve.choose_port("127.0.0.1", wrong)
    assert serve.FIRST_PORT <= serve.choose_port("127.0.0.1", None) < serve.FIRST_PORT + serve.PORTS


@pytest.fixture
def started(home, monkeypatch):
    """What `main` would have served: (access, settings) of each start."""
    starts = []
    monkeypatch.setattr(serve, "create_app", lambda access, workbench, api: access)
    monkeypatch.setattr(serve, "_run", lambda access, settings: starts.append((access, settings)) or 0)
    monkeypatch.setattr(serve, "_when_ready", lambda workbench, port, url: None)
    monkeypatch.setattr(serve, "spare_the_collector", lambda: None)
    monkeypatch.delenv(serve.PASSWORD, raising=False)
    return starts


def test_sharing_needs_a_password(started, monkeypatch, capfd):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert serve.main(["--share", "--no-browser"]) == 1
    assert serve.PASSWORD in capfd.readouterr().err
    monkeypatch.setenv(serve.PASSWORD, "short")
    assert serve.main(["--share", "--no-browser"]) == 1
    assert "at least 8" in capfd.readouterr().err and not started


def test_sharing_listens_outside_behind_a_password(started, monkeypatch, capfd):
    monkeypatch.setenv(serve.PASSWORD, "correct horse")
    assert serve.main(["--share", "--no-browser", f"--port={free_port()}"]) == 0
    [(access, settings)] = started
    assert settings["server.address"] == "0.0.0.0" and access.token == ""
    assert auth.verify_password(access.password_hash, "correct horse")
    assert serve.PASSWORD not in os.environ
    printed = capfd.readouterr()
    assert "without encryption" in printed.err and "token" not in printed.out


def test_a_private_workbench_listens_on_loopback_behind_a_token(started, home, capfd):
    port = free_port()
    for _ in range(2):
        assert serve.main(["--no-browser", f"--port={port}"]) == 0
    tokens = {access.token for access, _ in started}
    assert len(tokens) == 1 and started[0][1]["server.address"] == "127.0.0.1" and not started[0][0].password_hash
    assert f"http://localhost:{port}/?token={tokens.pop()} " in capfd.readouterr().out


def test_without_streamlit_the_command_says_what_to_install(monkeypatch, capfd):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *a: None if name == "streamlit" else real(name, *a))
    assert command(["view"]) == 1
    err = capfd.readouterr().err
    assert "pip install 'bozzetto[viewer]'" in err and err.count("\n") == 1


# Every address that the process or one of its children asks for is written down; outside ones are refused.
RECORDER = """
import os, socket
log = os.environ["BOZZETTO_TEST_SOCKETS"]
connect, lookup = socket.socket.connect, socket.getaddrinfo
def note(what):
    with open(log, "a") as file:
        file.write(repr(what) + chr(10))
def recorded(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        note(address)
        if address[0] not in ("127.0.0.1", "::1"):
            raise OSError(101, "Network is unreachable")
    return connect(self, address)
def looked_up(host, *rest, **more):
    if host not in ("localhost", "127.0.0.1", "::1", "0.0.0.0", None):
        note(host)
    return lookup(host, *rest, **more)
socket.socket.connect = recorded
socket.getaddrinfo = looked_up
"""


OUTSIDE = (
    *("/_bozzetto/front/../store.py", "/_bozzetto/front/%2e%2e/store.py", "/media/../../etc/passwd"),
    *("/app/static/../store.py", "/../../etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd"),
    *("/static/..%2f..%2f..%2fetc%2fpasswd", "/app/static/..%5c..%5cetc%5cpasswd", "//etc/passwd", "/queue.db"),
    *(
        "/media/..%2f..%2fetc%2fpasswd",
        "/component/x/../../../etc/passwd",
        "/component/x/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    ),
    *("/_stcore/component/x/../../../etc/passwd", "/_stcore/bidi-components/x/../../../../etc/passwd"),
    *(
        "/static/%00",
        "/static/....//....//etc/passwd",
        "/%c0%ae%c0%ae/etc/passwd",
        "/..;/etc/passwd",
        "/app/static/app.py",
    ),
    *(
        "/viewer/store.py",
        "/runs/a/mesh.glb",
        "/_bozzetto/front/..%5c..%5cstore.py",
        "/_bozzetto/api/runs/../../store.py",
    ),
)
"""Addresses that try to lead out of what is offered."""
HEAD = b" HTTP/1.1\r\nHost: x\r\n"
MALFORMED = (
    b"GET /" + HEAD + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
    b"GET /" + b"a" * 1_000_000 + HEAD + b"\r\n",
    b"GET /" + HEAD + b"A: b\r\n" * 10_000 + b"\r\n",
    bytes(range(256)) * 100,
    b"GET / HTTP/1.1\r\n\r\n",
    b"POST /_stcore/upload_file/a/b" + HEAD + b"Content-Length: 1000000000000\r\n\r\n" + b"x" * 100_000,
    b"PUT /_stcore/upload_file/a/b" + HEAD + b"Content-Length: 3\r\n\r\nabc",
    b"POST /" + HEAD + b"Content-Length: -5\r\n\r\n",
    b"POST /" + HEAD + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /etc HTTP/1.1\r\n\r\n",
    b"DELETE /" + HEAD + b"\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)
"""Requests that are none, too large, or two in one."""


def get(url, **headers):
    """(status, text, headers) of an answer; redirects are not followed."""

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments):
            return None

    request = urllib.request.Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.build_opener(NoRedirect).open(request, timeout=10) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


def handshake(port, **headers):
    """The first line of the answer to a WebSocket handshake."""
    lines = {"Host": f"localhost:{port}", "Upgrade": "websocket", "Connection": "Upgrade"}
    lines |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="} | headers
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        client.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{text}\r\n".encode())
        return client.recv(4096).split(b"\r\n")[0].decode()


def test_the_command_serves_its_owner_on_loopback_and_asks_nobody_else(home, tmp_path):
    port, log = free_port(), tmp_path / "sockets"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(RECORDER)
    path = os.pathsep.join(filter(None, [str(tmp_path / "site"), os.environ.get("PYTHONPATH")]))
    process = subprocess.Popen(
        [sys.executable, "-m", "bozzetto", "view", "--no-browser", f"--port={port}"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path, "BOZZETTO_TEST_SOCKETS": str(log)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 120
        while True:
            try:
                assert get(f"{base}/_stcore/health")[:2] == (200, b"ok")
                break
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None and time.monotonic() < deadline, "the server did not come up"
                time.sleep(0.2)
        token = (home / serve.TOKEN_FILE).read_text().strip()
        # Whoever has no token, comes by another name or from another site sees nothing.
        assert get(f"{base}/anything", Accept="text/html")[0] == 303 and get(f"{base}/_stcore/host-config")[0] == 403
        status, _, headers = get(f"{base}/anything?token={token}")
        cookie = headers["Set-Cookie"].split(";")[0]
        assert (status, headers["Location"]) == (303, "/anything")
        assert get(f"{base}/anything", Cookie=cookie, Host="evil.example")[0] == 403
        assert get(f"{base}/anything", Cookie=cookie, Origin="http://evil.example")[0] == 403
        for foreign in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
            assert " 403 " in handshake(port, Cookie=cookie, **foreign), foreign
        assert " 403 " in handshake(port, Origin=f"http://localhost:{port}")
        assert " 101 " in handshake(port, Origin=f"http://localhost:{port}", Cookie=cookie)
        status, page, headers = get(f"{base}/anything", Cookie=cookie)
        assert b"<html" in page and "default-src 'self'" in headers["Content-Security-Policy"]
        assert b"/_bozzetto/front/stage.js?v=" in page and b"<title>Streamlit" not in page
        # Our own routes are behind the same guard.
        for path in ("/_bozzetto/api/runs", "/_bozzetto/api/events", "/_bozzetto/front/stage.js"):
            assert get(base + path)[0] == 403, path
            assert get(base + path, Cookie=cookie, Origin="http://evil.example")[0] == 403, path
        assert get(f"{base}/_bozzetto/api/runs", Cookie=cookie)[0] == 200
        with urllib.request.urlopen(
            urllib.request.Request(f"{base}/_bozzetto/api/events", headers={"Cookie": cookie}), timeout=30
        ) as events:
            assert events.readline().startswith(b"retry:") and events.readline() == b"event: state\n"
            follower = urllib.request.urlopen(
                urllib.request.Request(f"{base}/_bozzetto/api/events", headers={"Cookie": cookie}), timeout=60
            )
        for address in OUTSIDE:
            status, text, _ = get(base + address, Cookie=cookie)
            assert b"class Store" not in text and b"root:" not in text and b"SQLite format" not in text, address
            assert status in (200, 400, 403, 404), address
        with contextlib.ExitStack() as open_ones:
            # Who sends nothing, or a header now and then, keeps nobody waiting.
            for number in range(150):
                one = open_ones.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
                one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" if number % 2 else b"")
            for request in MALFORMED:
                with socket.create_connection(("127.0.0.1", port), timeout=20) as client, contextlib.suppress(OSError):
                    client.sendall(request)
                    client.shutdown(socket.SHUT_WR)
                    assert client.recv(64)[:10] in (b"", b"HTTP/1.1 3", b"HTTP/1.1 4"), request[:60]
            assert get(f"{base}/_stcore/health")[:2] == (200, b"ok")
        listening = Path("/proc/net/tcp")
        if listening.is_file():
            rows = [line.split() for line in listening.read_text().splitlines()[1:]]
            mine = {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}
            assert mine == {"0100007F"}, "127.0.0.1 and nothing else"
    finally:
        process.terminate()
        # Also while somebody listens.
        out, _ = process.communicate(timeout=30)
    follower.close()
    assert f"http://localhost:{port}/?token={token}" in out
    asked = log.read_text().splitlines()
    assert asked and all("127.0.0.1" in line or "::1" in line for line in asked), asked
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0, "the workbench ended with the command"


def test_canary_the_recorder_sees_and_stops_what_leaves(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(RECORDER)
    code = "from streamlit import net_util; print(net_util.get_external_ip())"
    env = os.environ | {"PYTHONPATH": str(tmp_path), "BOZZETTO_TEST_SOCKETS": str(tmp_path / "log")}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert "None" in done.stdout and "amazonaws" in (tmp_path / "log").read_text()

"""Requests that are made to do harm: too large, too slow, too deep, malformed; none is a fault of the server."""

import http.client
import json
import socket
import time
from dataclasses import replace

import pytest

from bozzetto.service.settings import Bounds
from tests.service.serving import request, serving

POST = b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


def raw(server, data, *, wait=5.0):
    """What a server answers to bytes; empty where it closes without a word."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as sock:
        sock.sendall(data)
        answer = b""
        try:
            while part := sock.recv(65536):
                answer += part
        except (TimeoutError, ConnectionResetError):
            pass
        return answer


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b'{"prompt": "\xc3"}',
        b'{"prompt": "\\ud800"}',
        b'{"prompt": NaN}',
        b'{"seed": 1e999, "prompt": "a chair"}',
        b'{"prompt": "a chair", "seed": ' + b"9" * 5000 + b"}",
        b'{"prompt": ' + b"[" * 20_000 + b"]" * 20_000 + b"}",
        b'{"a":' * 9_000 + b"1" + b"}" * 9_000,
        b'{"prompt": "a chair", "prompt": {"a": 1}}',
        b'{"prompt": "a chair", "settings": {"a\\u0000": 1}}',
        b'{"prompt": "a chair", "settings": {"x=1 --set y": 2}}',
    ],
)
def test_bodies_that_are_no_request(done, body):
    server, _ = done
    answer = server.ask("POST", "/v1/generations", raw=body)
    assert answer.status in (400, 422) and b"Traceback" not in answer.data
    assert answer.json["code"] in ("json", "invalid", "prompt")


def test_sizes_are_bounded(done):
    server, _ = done
    bounds = server.settings.bounds
    large = json.dumps({"prompt": "x" * bounds.json_bytes}).encode()
    assert server.ask("POST", "/v1/generations", raw=large).status == 413
    announced = raw(
        server,
        b"POST /v1/generations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: 99999999999999999999999\r\n\r\n{}",
    )
    assert b" 413 " in announced.split(b"\r\n")[0] or b" 400 " in announced.split(b"\r\n")[0]
    # In pieces of no announced length.
    chunks = b"".join(b"10000\r\n" + b"x" * 0x10000 + b"\r\n" for _ in range(3))
    head = POST + b"Transfer-Encoding: chunked\r\n\r\n"
    assert b" 413 " in raw(server, head + chunks).split(b"\r\n")[0]
    assert server.ask("GET", f"/v1/words?prefix={'x' * 5000}").status == 414
    assert server.ask("GET", "/healthz", headers={"X-Long": "y" * 17_000}).status == 431
    many = "".join(f"X-{n}: 1\r\n" for n in range(5000)).encode()
    assert raw(server, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + many + b"\r\n")[:12] in (
        b"HTTP/1.1 431", b"HTTP/1.1 400", b"",
    )  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /v1/jobs/1/files/..%2f..%2fqueue.db HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /v1/jobs/1%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /v1/jobs/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /v1/jobs/%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n",
        b"FOO /v1/jobs HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_heads_that_are_malformed(done, head):
    server, _ = done
    answer = raw(server, head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1), wait=3.0)
    assert b"Traceback" not in answer and b"x-evil" not in answer.lower().split(b"\r\n\r\n")[0]
    assert not answer or answer[:10] in (b"HTTP/1.1 2", b"HTTP/1.1 3", b"HTTP/1.1 4"), answer[:100]
    assert server.ask("GET", "/healthz").status == 200


def test_slow_clients_do_not_keep_others_waiting(home):
    bounds = replace(Bounds(), head_seconds=1.0, body_seconds=1.0, connections=50)
    with serving(home, bounds=bounds) as server:
        slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(80)]
        try:
            for sock in slow:
                sock.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        except OSError:
            pass  # the longest waiting ones are closed already: there are more than may be
        started = time.monotonic()
        for _ in range(20):
            assert server.ask("GET", "/healthz").status == 200
        assert time.monotonic() - started < 5
        # One that sends its body byte by byte is told so.
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as sock:
            sock.sendall(POST + b"Content-Length: 99\r\n\r\n{")
            assert b" 408 " in sock.recv(4096).split(b"\r\n")[0]
        time.sleep(1.2)
        closed = 0
        for sock in slow:
            sock.settimeout(1)
            try:
                closed += sock.recv(1) == b""
            except ConnectionResetError:
                closed += 1
            sock.close()
        assert closed == len(slow)


def test_a_reader_that_does_not_read_is_let_go(home):
    bounds = replace(Bounds(), send_seconds=0.5)
    with serving(home, bounds=bounds) as server:
        server.ask("POST", "/v1/generations", request())
        server.work()
        run = server.settings.folder / "runs" / server.ask("GET", "/v1/jobs/1").json["run"]
        (run / "large.png").write_bytes(b"x" * (64 << 20))
        with socket.socket() as sock:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            sock.connect(("127.0.0.1", server.port))
            sock.sendall(b"GET /v1/jobs/1/files/large.png HTTP/1.1\r\nHost: localhost\r\n\r\n")
            sock.recv(10)
            time.sleep(2)
            sock.settimeout(5)
            got = 0
            try:
                while part := sock.recv(1 << 20):
                    got += len(part)
            except ConnectionResetError:
                pass
        assert got < (64 << 20)
        assert server.ask("GET", "/healthz").status == 200


def test_every_answer_has_safe_headers(done):
    server, number = done
    for path in ("/healthz", "/docs", f"/v1/jobs/{number}", f"/v1/jobs/{number}/files/mesh.png", "/nothing"):
        headers = server.ask("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert "uvicorn" not in headers.get("server", "")


def test_methods_that_are_not_there(done):
    server, number = done
    for method, path in (("PUT", f"/v1/jobs/{number}"), ("PATCH", "/v1/jobs"), ("DELETE", "/v1/jobs"), ("TRACE", "/")):
        answer = server.ask(method, path)
        assert answer.status == 405 and answer.json["code"] == "method", (method, path)
    assert "GET" in server.ask("PUT", f"/v1/jobs/{number}").headers["allow"]


def test_a_fault_of_the_server_says_nothing_about_it(server, monkeypatch):
    def fail(*arguments):
        raise RuntimeError("secret path /home/somebody")

    monkeypatch.setattr(server.service.queue, "page", fail)
    answer = server.ask("GET", "/v1/jobs")
    assert answer.status == 500 and answer.json["code"] == "fault" and b"secret" not in answer.data
    assert server.ask("GET", "/healthz").status == 200


def test_a_damaged_queue_is_no_fault(home):
    home.mkdir(parents=True)
    (home / "queue.db").write_bytes(b"not a database" * 100)
    with serving(home) as server:
        for method, path, body in (("GET", "/v1/jobs", None), ("POST", "/v1/generations", request())):
            answer = server.ask(method, path, body)
            assert answer.status == 503 and str(home) not in answer.data.decode()
        assert server.ask("GET", "/readyz").status == 503


def test_keep_alive_serves_several_requests(done):
    server, _ = done
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    for _ in range(5):
        connection.request("GET", "/healthz")
        assert connection.getresponse().read()
    connection.close()

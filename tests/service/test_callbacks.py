"""Callbacks: signed, tried again, and never to where the server's owner did not allow them."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
import time
from dataclasses import replace

import pytest

from bozzetto.jobs.queue.jobs import Queue
from bozzetto.service import callbacks
from bozzetto.service.callbacks import CallbackRefusedError, Callbacks, checked_addresses, sign, to_target
from bozzetto.service.keys import webhook_secret
from bozzetto.service.metrics import Metrics
from bozzetto.service.problems import Problem
from bozzetto.service.settings import Settings, to_network
from bozzetto.service.store import ServiceQueue
from tests.service.serving import request, serving

LOOPBACK = (to_network("127.0.0.0/8"),)


class Receiver:
    """A receiver of callbacks on loopback that answers as it is told."""

    def __init__(self, statuses=(200,), wait=0.0):
        self.requests = []
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802 - the name that the parent looks for
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.requests.append((dict(self.headers.items()), body))
                time.sleep(wait)
                status = statuses[min(len(receiver.requests), len(statuses)) - 1]
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", f"http://127.0.0.1:{receiver.port}/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


def until(condition, seconds=20.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def test_the_end_of_a_job_is_told_signed_and_once(home):
    with (
        Receiver() as receiver,
        serving(
            home,
            callback_hosts=(f"studio.test:{receiver.port}",),
            callback_networks=LOOPBACK,
            look_up=lambda h, p: ["127.0.0.1"],
        ) as server,
    ):
        url = f"http://studio.test:{receiver.port}/done?x=1"
        assert server.ask("POST", "/v1/generations", request(callback=url)).status == 202
        server.work()
        until(lambda: receiver.requests)
        time.sleep(1.2)
        ((headers, body),) = receiver.requests
        assert headers["Host"] == f"studio.test:{receiver.port}"
        secret = webhook_secret(home, "")
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        expected = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
        assert headers["webhook-signature"] == f"v1,{expected}"
        assert abs(int(headers["webhook-timestamp"]) - time.time()) < 30
        told = json.loads(body)
        assert told["type"] == "job.succeeded" and told["data"]["id"] == "1" and told["data"]["files"]
        assert 'bozzetto_callbacks_total{result="taken"} 1' in server.ask("GET", "/metrics").data.decode()


def test_the_signature_is_that_of_the_standard_s_example():
    secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    assert sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body) == (
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


def test_failures_are_tried_again_and_a_dead_receiver_holds_nobody_up(home, monkeypatch):
    monkeypatch.setattr(callbacks, "DELAYS", (0.1, 0.1, 0.1))
    monkeypatch.setattr(callbacks, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(callbacks, "TIMEOUT_SECONDS", 1.0)
    with Receiver((500, 302, 200)) as shaky, Receiver(wait=30) as dead, Receiver() as good:
        hosts = tuple(f"127.0.0.1:{one.port}" for one in (shaky, dead, good))
        with serving(home, callback_hosts=hosts, callback_networks=LOOPBACK) as server:
            for one in (dead, dead, dead, dead, shaky, good):
                url = f"http://127.0.0.1:{one.port}/"
                number = server.ask("POST", "/v1/generations", request(callback=url)).json["id"]
                server.ask("POST", f"/v1/jobs/{number}/cancel")
            until(lambda: good.requests, 5)
            until(lambda: len(shaky.requests) == 3)
            assert len({body for _, body in shaky.requests}) <= 3
            ids = {headers["webhook-id"] for headers, _ in shaky.requests}
            assert len(ids) == 1, "the same message each time, so that a receiver can tell"
            until(lambda: server.service.queue.callbacks_waiting() == 0, 40)
            counted = server.ask("GET", "/metrics").data.decode()
            assert 'callbacks_total{result="given up"} 4' in counted and 'result="taken"} 2' in counted


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.test/",
        "https://studio.test:8443/",
        "http://studio.test:443/",
        "ftp://studio.test/",
        "file:///etc/passwd",
        "gopher://studio.test/",
        "https://user:password@studio.test/",
        "https://studio.test@evil.test/",
        "https://studio.test#@evil.test/",
        "https://studio.test\\@evil.test/",
        "https://studio.test /x",
        "https://studio.test/\r\nX-Evil: 1",
        "https://stud\u0131o.test/",
        "https://[::1]/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://",
        "studio.test",
        "https://studio.test:99999/",
    ],
)
def test_urls_that_are_not_allowed(url, home):
    settings = Settings(folder=home, callback_hosts=("studio.test",))
    with pytest.raises(Problem) as refused:
        callbacks.check_callback(url, settings)
    assert refused.value.status == 422 and refused.value.errors[0][0] == "callback"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "127.255.0.1",
            "::1",
            "0.0.0.0",
            "::",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
        ),
        *(
            "100.64.0.1",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "224.0.0.1",
            "ff02::1",
            "192.0.2.1",
        ),
        *("255.255.255.255", "2002:7f00:1::", "64:ff9b::7f00:1", "fe80::1%eth0", "198.18.0.1", "240.0.0.1"),
    ],
)
def test_addresses_that_are_not_public(address, home):
    settings = Settings(folder=home, callback_hosts=("studio.test",))
    target = to_target("https://studio.test/", settings)
    for addresses in ([address], ["93.184.216.34", address]):
        with pytest.raises(CallbackRefusedError, match="no public address"):
            checked_addresses(target, settings, lambda host, port, found=addresses: found)
    assert checked_addresses(target, settings, lambda h, p: ["93.184.216.34"]) == ["93.184.216.34"]


def test_networks_that_are_named_are_allowed(home):
    settings = Settings(folder=home, callback_hosts=("studio.test",), callback_networks=(to_network("10.0.0.0/8"),))
    target = to_target("https://studio.test/", settings)
    assert checked_addresses(target, settings, lambda h, p: ["10.9.8.7"]) == ["10.9.8.7"]
    with pytest.raises(CallbackRefusedError):
        checked_addresses(target, settings, lambda h, p: ["10.9.8.7", "127.0.0.1"])


def test_a_name_that_changes_its_mind_leads_nowhere_else(home):
    """The name is resolved once, and the connection goes to the address that was looked at."""
    with Receiver() as inside, Receiver() as outside:
        answers = [["127.0.0.2"], ["127.0.0.1"], ["127.0.0.1"]]
        asked = []

        def look_up(host, port):
            asked.append(host)
            return answers[min(len(asked), len(answers)) - 1]

        settings = Settings(
            folder=home,
            callback_hosts=(f"studio.test:{inside.port}",),
            callback_networks=(to_network("127.0.0.2/32"),),
        )
        queue = ServiceQueue(home / "queue.db")
        from bozzetto.jobs.config.run_config import make_config
        from bozzetto.jobs.queue.schema import Task

        queue.submit([Task(make_config("a chair"))], owner="", callback=f"http://studio.test:{inside.port}/")
        Queue(home / "queue.db").cancel(1)
        sender = Callbacks(settings, Metrics(), look_up)
        (due,) = queue.due_callbacks(10)
        (job,) = queue.some([1])
        with pytest.raises(OSError):  # nobody listens at 127.0.0.2, and nobody else is asked
            sender.send(due, job)
        assert asked == ["studio.test"] and not inside.requests and not outside.requests
        with pytest.raises(CallbackRefusedError):
            sender.send(due, job)
        assert not inside.requests
        sender.close()


def test_callbacks_are_off_unless_a_host_is_named(server):
    refused = server.ask("POST", "/v1/generations", request(callback="https://studio.test/"))
    assert refused.status == 422 and "--callback-host" in refused.json["detail"]
    assert replace(server.settings).callback_hosts == ()

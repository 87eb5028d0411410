"""The service beside the workbench, on the same port: each with its own guard."""

import http.client
import os
import socket
import subprocess
import time

import pytest

from bozzetto.jobs.store.processes import module_command

pytest.importorskip("streamlit")


def ask(port, path, method="GET", headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_view_serves_the_queue_too(home):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = module_command("bozzetto", "view", "--api", "--no-browser", f"--port={port}")
    with subprocess.Popen(command, env=os.environ | {"BOZZETTO_HOME": str(home)}, stdout=subprocess.PIPE) as process:
        try:
            until = time.monotonic() + 120
            while time.monotonic() < until:
                try:
                    if ask(port, "/healthz")[0] == 200:
                        break
                except OSError:
                    time.sleep(0.2)
            assert ask(port, "/v1/jobs") == (200, b'{"jobs":[],"next":null}')
            assert ask(port, "/openapi.json")[0] == 200
            assert ask(port, "/v1/jobs", headers={"Host": "evil.example"})[0] == 403
            # The workbench asks for its token as before.
            assert ask(port, "/")[0] == 403 and ask(port, "/_bozzetto/api/choices")[0] == 403
            assert ask(port, "/v1x")[0] == 403
        finally:
            process.terminate()
            process.wait(30)

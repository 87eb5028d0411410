"""The server: where it listens, whom it lets in, and what it says when it cannot start."""

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
    flags = serve.options("127.0.0.1", 8501)
    for flag in ("server.address=127.0.0.1", "browser.gatherUsageStats=false", "server.fileWatcherType=none",
                 "server.maxUploadSize=1", "server.enableXsrfProtection=true", "server.enableCORS=true"):  # fmt: skip
        assert f"--{flag}" in flags


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


def test_sharing_needs_a_password(monkeypatch, capfd):
    monkeypatch.setattr(serve, "_streamlit", lambda flags: pytest.fail("it was started"))
    monkeypatch.delenv(serve.PASSWORD, raising=False)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert serve.main(["--share", "--no-browser"]) == 1
    assert serve.PASSWORD in capfd.readouterr().err
    monkeypatch.setenv(serve.PASSWORD, "short")
    assert serve.main(["--share", "--no-browser"]) == 1
    assert "at least 8" in capfd.readouterr().err


def test_sharing_listens_outside_with_a_sealed_password(monkeypatch, capfd):
    seen = {}
    monkeypatch.setattr(serve, "_streamlit", lambda flags: seen.update(flags=flags, lock=os.environ[auth.LOCK]) or 0)
    monkeypatch.setattr(serve, "_when_ready", lambda url, browser: None)
    monkeypatch.setenv(serve.PASSWORD, "correct horse")
    monkeypatch.setenv(auth.LOCK, "set, so that it is put back afterwards")
    assert serve.main(["--share", "--no-browser", f"--port={free_port()}"]) == 0
    assert "--server.address=0.0.0.0" in seen["flags"] and auth.opens(seen["lock"], "correct horse")
    assert serve.PASSWORD not in os.environ and "without encryption" in capfd.readouterr().err


def test_a_seal_that_is_lying_about_does_not_lock_a_private_workbench(monkeypatch):
    seen = {}
    monkeypatch.setattr(
        serve, "_streamlit", lambda flags: seen.update(flags=flags, lock=os.environ.get(auth.LOCK)) or 0
    )
    monkeypatch.setattr(serve, "_when_ready", lambda url, browser: None)
    monkeypatch.setenv(auth.LOCK, auth.seal("somebody else's"))
    assert serve.main(["--no-browser", f"--port={free_port()}"]) == 0
    assert seen["lock"] is None and "--server.address=127.0.0.1" in seen["flags"]


def test_without_streamlit_the_command_says_what_to_install(monkeypatch, capfd):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *a: None if name == "streamlit" else real(name, *a))
    assert command(["view"]) == 1
    err = capfd.readouterr().err
    assert "pip install 'bozzetto[viewer]'" in err and err.count("\n") == 1


def test_the_command_serves_on_loopback_only_and_ends_when_told(home):
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bozzetto", "view", "--no-browser", f"--port={port}"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
                    assert answer.read() == b"ok"
                break
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None and time.monotonic() < deadline, "the server did not come up"
                time.sleep(0.2)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/gallery", timeout=5) as page:
            assert b"<html" in page.read()
        component = "/component/bozzetto.viewer.look3d.look"
        for path in (f"{component}/../../store.py", f"{component}/%2e%2e/store.py",
                     "/media/../../etc/passwd", "/app/static/../store.py"):  # fmt: skip
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as page:
                    text = page.read()
                assert b"class Store" not in text and b"root:" not in text
            except urllib.error.HTTPError as error:
                assert error.code in (400, 403, 404)
        listening = Path("/proc/net/tcp")
        if listening.is_file():
            rows = [line.split() for line in listening.read_text().splitlines()[1:]]
            mine = {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}
            assert mine == {"0100007F"}, "127.0.0.1 and nothing else"
        assert not home.exists() or not any(home.iterdir()), "a look at the pages' frame makes nothing"
    finally:
        process.terminate()
        out, _ = process.communicate(timeout=30)
    assert f"http://localhost:{port}" in out
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0, "the workbench ended with the command"

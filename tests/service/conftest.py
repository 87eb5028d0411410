"""A home folder and a server in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.serving import Server, request, serving


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("BOZZETTO_KEY", raising=False)
    return tmp_path / "home"


@pytest.fixture
def server(home) -> Iterator[Server]:
    with serving(home) as running:
        yield running


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> Iterator[tuple[Server, str]]:
    """A server with one job that has succeeded, with further files; only read by the tests."""
    patch = pytest.MonkeyPatch()
    folder = tmp_path_factory.mktemp("done") / "home"
    patch.setenv("BOZZETTO_HOME", str(folder))
    with serving(folder) as running:
        answer = running.ask("POST", "/v1/generations", request(formats=["stl", "ply"], size=0.5))
        assert answer.status == 202, answer.data
        running.work()
        yield running, answer.json["id"]
    patch.undo()

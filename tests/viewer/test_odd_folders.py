"""Folders under runs/ whose names or files mean harm: each is a damaged entry of the gallery beside the others."""

import os

import pytest

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.store.runs import create_run
from bozzetto.viewer.store import Store

ODD = {
    "digits": b'{"prompt": "a", "steps": ' + b"9" * 400 + b"}",
    "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000,
    "surrogate": b'{"prompt": "\\ud800", "steps": 1}',
    "not text": b"\xff\xfe",
    "empty": b"",
}


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path))
    create_run(make_config("a chair"), tmp_path / "runs" / "good")
    return Store(tmp_path)


def entries(store: Store) -> dict[str, str]:
    store.refresh(force=True)
    return {entry.name: entry.damage for entry in store.page().entries}


def test_configurations_that_cannot_be_read_are_entries(store):
    for name, content in ODD.items():
        folder = store.runs / name
        folder.mkdir()
        (folder / "config.json").write_bytes(content)
    (store.runs / "device").mkdir()
    (store.runs / "device" / "config.json").symlink_to("/dev/zero")
    (store.runs / "pipe").mkdir()
    os.mkfifo(store.runs / "pipe" / "config.json")
    found = entries(store)
    assert set(found) == {"good", "device", "pipe", *ODD} and found["good"] == ""
    assert all("config.json" in damage for name, damage in found.items() if name != "good"), found


def test_names_that_are_no_text_are_entries(store):
    for name in (b"caf\xe9", b"\xff\xfe", b"esc\x1b[31m"):
        create_run(make_config("a chair"), os.fsdecode(os.fsencode(store.runs) + b"/" + name))
    assert entries(store) == {
        "good": "",
        "caf\\udce9": "the folder's name is not valid text; rename it",
        "\\udcff\\udcfe": "the folder's name is not valid text; rename it",
        "esc\x1b[31m": "",
    }
    assert entries(store)["good"] == "", "and at the next visit"

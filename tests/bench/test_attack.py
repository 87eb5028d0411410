"""A small part of the attack, and canaries: what it looks for, it finds."""

import errno
import logging
import os
import random
import subprocess
import time

import pytest

from bozzetto.bench.attack_disk import FailingDisk
from bozzetto.bench.attack_files import Kind, _batch, mutated, read_one
from bozzetto.bench.attack_trials import FAULT, HUNG, LOST, REFUSED, WHOLE, Outcome, Row, in_child, table
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.store.processes import module_command


@pytest.fixture(autouse=True)
def logging_as_before():
    yield
    logging.disable(logging.NOTSET)


SLOW = pytest.mark.skipif(
    not os.environ.get("BOZZETTO_SLOW"), reason="ends and starves whole runs; opt-in: set BOZZETTO_SLOW=1"
)
FIRST = {"kills": "generate", "disk": "full, generate", "files": "run folders", "rows": "queue"}


@pytest.mark.parametrize(
    "parts", [("rows",), pytest.param(("files",), marks=SLOW), pytest.param(("kills", "disk"), marks=SLOW)]
)
def test_a_small_part_finds_nothing(tmp_path, parts):
    # In a process of its own: it forks, which none may that has run kernels on threads.
    asked = ("--quick", "--seed", "5", "--parts", *parts, "--out", str(tmp_path / "attack"))
    ended = subprocess.run(
        module_command("bozzetto.bench", "attack", *asked), cwd=tmp_path, capture_output=True, text=True
    )
    cells = [[c.strip() for c in line.split("|")[1:-1]] for line in ended.stdout.splitlines() if line.startswith("| ")]
    assert cells, ended.stderr
    names, rows = cells[0], [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]
    assert {"part", "what", "trials", "faults", "hung", "lost"} <= set(names), ended.stdout + ended.stderr
    assert {(part, FIRST[part]) for part in parts} <= {(row["part"], row["what"]) for row in rows}
    assert all(int(row["trials"]) > 0 for row in rows), ended.stdout
    assert ended.returncode == 0 and sum(int(row[kind]) for row in rows for kind in ("faults", "hung", "lost")) == 0
    assert parts[0] != "kills" or int(rows[0]["kills"]) == 1
    assert "Longest: " in ended.stdout


@pytest.mark.parametrize(
    ("kind", "number"), [("full", errno.ENOSPC), ("read-only", errno.EROFS), ("failing", errno.EIO)]
)
def test_the_disk_goes_bad_at_the_write_that_was_asked_for(tmp_path, kind, number):
    with FailingDisk(kind, 1 << 60, tmp_path) as disk:
        (tmp_path / "a").write_bytes(b"x" * 100)
        (tmp_path / "b").write_bytes(b"x" * 100)
    assert disk.count >= 2
    with FailingDisk(kind, disk.count, tmp_path), pytest.raises(OSError) as caught:
        (tmp_path / "a").write_bytes(b"x" * 100)
        (tmp_path / "b").write_bytes(b"x" * 100)
    assert caught.value.errno == number
    (tmp_path / "b").write_bytes(b"y")


def test_a_full_disk_takes_what_was_given_up(tmp_path):
    (tmp_path / "reserve").write_bytes(b"x" * 100)
    with FailingDisk("full", 1, tmp_path):
        with pytest.raises(OSError):
            (tmp_path / "a").write_bytes(b"x" * 50)
        os.unlink(tmp_path / "reserve")
        (tmp_path / "a").write_bytes(b"x" * 50)


def test_faults_refusals_and_hangs_are_told_apart(tmp_path):
    source = tmp_path / "a.json"
    source.write_text('{"a": [1, 2, 3]}')

    def outcome_of(read) -> str:
        ((_, kind, *_),) = _batch(Kind("test", (source,), read), 0.5, 0, 1, tmp_path / "case.txt")
        return kind

    def refuse(path):
        raise ConfigError("no")

    def fail(path):
        raise KeyError("x")

    def late(path):
        raise TimeoutError

    assert [outcome_of(read) for read in (lambda path: None, refuse, fail, late)] == [WHOLE, REFUSED, FAULT, HUNG]
    assert len(list((tmp_path / "failed").iterdir())) == 1, "what did harm is kept"


def test_what_is_opened_elsewhere_is_seen(tmp_path):
    source = tmp_path / "seeds" / "a.txt"
    source.parent.mkdir()
    source.write_text("a")
    (tmp_path / "secret").write_text("b")
    (source.parent / "link").symlink_to(tmp_path / "secret")

    def outcomes() -> list[str]:
        reads = (lambda path: path.read_bytes(), lambda path: (path.parent / "../secret").read_bytes())
        return [read_one(Kind("test", (source,), read), source, b"a")[0] for read in (*reads, lambda path: None)]

    assert in_child(outcomes, 20)[0] == [WHOLE, FAULT, WHOLE]


def test_a_process_that_does_not_end_is_ended():
    result, ended, _ = in_child(lambda: time.sleep(60), 0.2)
    assert result is None and ended == 9
    assert in_child(lambda: [1, "a"], 20)[:2] == ([1, "a"], None)
    assert in_child(lambda: os.kill(os.getpid(), 15), 20)[1] == 15


def test_every_mutation_changes_something_and_comes_again():
    data = b'{"a": [1, 2, {"b": "c"}], "d": null}'
    changed = [mutated(data, random.Random(seed), True) for seed in range(200)]
    assert sum(one != data for one in changed) > 190 and len(set(changed)) > 150
    assert changed == [mutated(data, random.Random(seed), True) for seed in range(200)]


def test_a_row_counts_what_went_wrong_and_names_the_worst():
    row = Row("files", "x")
    for kind, seconds in ((WHOLE, 1.0), (REFUSED, 5.0), (FAULT, 2.0), (LOST, 0.1), (HUNG, 0.2)):
        row.count(Outcome(kind, "why", seconds, seconds), f"case {kind}")
    assert (row.trials, row.whole, row.refused, row.failures) == (5, 1, 1, 3)
    assert row.worst == "case refused" and len(row.examples) == 3 and "case fault: fault: why" in table([row])

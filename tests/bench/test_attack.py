"""A small part of the attack, and canaries: what it looks for, it finds."""

import errno
import functools
import logging
import os
import random
import subprocess
import time

import pytest

from bozzetto.bench.attack_crafted import meshes, outcome_of, read_mesh, read_transforms, transforms
from bozzetto.bench.attack_disk import FailingDisk
from bozzetto.bench.attack_files import Kind, _batch, judged, mutated, read_one
from bozzetto.bench.attack_kills import Kills, _ended_and_gone_on
from bozzetto.bench.attack_strace import NoStraceError, check_strace, traced
from bozzetto.bench.attack_traced import opened_by, outside_of
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
HEAVY = (
    "8192",
    "20000 frames",
    "24 ",
    "million",
    "0 MB",
    "MB in a picture",
    "20000",
    "a chain",
    "stage:",
    "of every size",
    "100000",
)
"""In the names of crafted files that take longer than most."""


@SLOW
@pytest.mark.parametrize("parts", [("rows",), ("files",), ("kills", "disk")])
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


def count_to_five(folder, pause, *, forgets=False):
    """A work that saves how far it has come, and goes on from there."""
    path = folder / "saved"
    for number in range(int(path.read_text()) if path.is_file() and not forgets else 0, 5):
        time.sleep(pause)
        path.with_suffix(".part").write_text(str(number + 1))
        path.with_suffix(".part").replace(path)
    return 0, ""


def saved(folder):
    path = folder / "saved"
    return int(path.read_text()) if path.is_file() else 0


def test_kills_follow_one_another_until_the_work_is_done(tmp_path):
    (tmp_path / "home").mkdir()
    kills = Kills([(0.1, name) for name in ("KILL", "TERM", "KILL", "INT") * 5])
    kind, text = _ended_and_gone_on(tmp_path, lambda: count_to_five(tmp_path, 0.06), kills, 20.0, saved)
    assert (kind, text) == (WHOLE, "") and saved(tmp_path) == 5
    assert 2 <= kills.sent < 20, "it was ended more than once, and was done before the last"


def test_what_was_saved_and_is_forgotten_is_lost(tmp_path):
    (tmp_path / "home").mkdir()
    kills = Kills([(0.2, "KILL"), (0.08, "KILL")])
    work = functools.partial(count_to_five, tmp_path, 0.05, forgets=True)
    kind, text = _ended_and_gone_on(tmp_path, work, kills, 20.0, saved)
    assert kind == LOST and "are saved, and" in text


def read_all(cases, read, folder):
    """Reads crafted files, one after the other: those of which came what must not, and how many were refused."""
    bad, refused = [], 0
    for number, (name, make) in enumerate(cases.items()):
        own = folder / str(number)
        own.mkdir()
        path = make(own)
        kind, text, *_ = judged(functools.partial(read, path), (path.parent,), 10)
        refused += kind == REFUSED
        if kind not in (WHOLE, REFUSED):
            bad.append(f"{name}: {kind}: {text}")
    return [bad, refused]


@pytest.mark.parametrize(("cases", "read"), [(meshes, read_mesh), (transforms, read_transforms)])
def test_crafted_files_are_read_or_refused(tmp_path, cases, read):
    light = {name: make for name, make in cases().items() if not any(part in name for part in HEAVY)}
    (bad, refused), ended, _ = in_child(functools.partial(read_all, light, read, tmp_path), 100)
    assert bad == [] and ended is None and len(light) > 70 and len(light) / 2 < refused < len(light)


@SLOW
@pytest.mark.parametrize("name", [name for name in meshes() if any(part in name for part in HEAVY)])
def test_crafted_meshes_that_ask_for_much(tmp_path, name):
    outcome = outcome_of(meshes()[name], read_mesh, tmp_path)
    assert outcome.kind in (WHOLE, REFUSED), outcome.text


@pytest.fixture
def strace():
    try:
        check_strace()
    except NoStraceError as error:
        pytest.skip(str(error))


def test_what_a_process_of_a_process_opens_is_seen(strace, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_text("b")
    works = [lambda: None, lambda: subprocess.run(["cat", str(tmp_path / "secret")], stdout=subprocess.DEVNULL)]
    (nothing, secret), ended = opened_by(works, tmp_path, 60)
    assert ended is None and outside_of(nothing, [tmp_path / "in"]) == []
    assert str(tmp_path / "secret") in outside_of(secret, [tmp_path / "in"])


def test_a_call_of_the_system_fails_or_is_the_last(strace, tmp_path):
    def write() -> list[str]:
        found = []
        for number in range(3):
            try:
                with open(tmp_path / "a", "a", buffering=1) as file:
                    file.write(f"{number}\n")
                found.append("written")
            except OSError as error:
                found.append(errno.errorcode[error.errno])
        return found

    options = ["-P", str(tmp_path / "a"), "-e", "trace=write", "-e"]
    full, _ = traced(write, [*options, "inject=write:error=ENOSPC:when=2+"], tmp_path / "log", 20)
    assert full == ["written", "ENOSPC", "ENOSPC"]
    assert traced(write, [*options, "inject=write:signal=SIGKILL:when=2"], tmp_path / "log", 20) == (None, 9)


@SLOW
def test_the_queue_outlives_refused_writes(strace, tmp_path):
    asked = ("--parts", "database", "--shard", "3", "9", "--out", str(tmp_path / "attack"))
    ended = subprocess.run(module_command("bozzetto.bench", "attack", *asked), capture_output=True, text=True)
    assert ended.returncode == 0 and ended.stdout.count("| SQLite |") == 4, ended.stdout + ended.stderr


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

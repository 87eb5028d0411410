"""Run folders that were cut short, edited by hand or made to do harm, seen by every command that reads one.

Whatever stands in one folder, the other runs are listed, and what is wrong is one sentence: no fault, no hang, nothing
that a terminal would obey.
"""

import contextlib
import hashlib
import json
import os
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch

from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.checkpoint import save_checkpoint
from bozzetto.jobs.store.progress import no_progress
from bozzetto.jobs.store.runs import load_run, lock_run
from bozzetto.jobs.train.driver import ProgressReporter, restore_or_init
from bozzetto.jobs.train.loop import load_trained
from bozzetto.jobs.train.train_state import new_state, pack, restore
from tests.jobs.known_object import box_oracle, small_config

STEPS = 4
SURROGATE = "\ud800"
ESCAPES = "\x1b]0;OWNED\x07\x1b[2J\u202e"
Damage = Callable[[Path], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "run"
    generate(small_config(STEPS), prior=box_oracle(16), out=folder)
    return folder


@pytest.fixture
def home(whole, tmp_path, monkeypatch) -> Path:
    """A home with a whole run, `good`, and one to be damaged, `x`, which is about to be exported."""
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path))
    for name in ("good", "x"):
        shutil.copytree(whole, tmp_path / "runs" / name)
    edit("state.json", status="interrupted", stage="training")(tmp_path / "runs" / "x")
    return tmp_path


def edit(name: str, **values: object) -> Damage:
    """Changes entries of a JSON file, `group__key` those of a group."""

    def damage(run: Path) -> None:
        content = json.loads((run / name).read_text())
        for key, value in values.items():
            node, parts = content, key.split("__")
            for part in parts[:-1]:
                node = node[part]
            node[parts[-1]] = value
        (run / name).write_text(json.dumps(content))

    return damage


def put(name: str, text: str | bytes) -> Damage:
    return lambda run: (run / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def checkpoint(record: Callable[[dict], object] = lambda r: None, tensors: Callable[[dict], object] = lambda t: None):
    """A checkpoint of the former two files, its digest right, with another record or other tensors."""

    def damage(run: Path) -> None:
        (newest,) = sorted((run / "checkpoints").glob("checkpoint-*.safetensors"))[-1:]
        values = safetensors.torch.load_file(newest)
        numbers = {"rate_scale": 1.0, "rollbacks": 0, "collapsed_steps": 0, "seconds": 1.0}
        for old in (run / "checkpoints").iterdir():
            old.unlink()
        tensors(values)
        data = safetensors.torch.save(values)
        entry = {"format": 1, "step": STEPS, "sha256": hashlib.sha256(data).hexdigest(), "numbers": numbers}
        entry = record(entry) or entry
        (run / "checkpoints" / f"step-{STEPS:08d}.safetensors").write_bytes(data)
        (run / "checkpoints" / f"step-{STEPS:08d}.json").write_text(json.dumps(entry))

    return damage


def tensors_file(header: object, body: bytes = b"") -> Damage:
    """A checkpoint of the former two files whose tensors are these bytes."""

    def damage(run: Path) -> None:
        text = header if isinstance(header, bytes) else json.dumps(header).encode()
        data = header if isinstance(header, bytes) else struct.pack("<Q", len(text)) + text + body
        checkpoint(lambda r: r.update(sha256=hashlib.sha256(data).hexdigest()))(run)
        (run / "checkpoints" / f"step-{STEPS:08d}.safetensors").write_bytes(data)

    return damage


def set_tensors(match: str, change: Callable[[torch.Tensor], torch.Tensor | None]) -> Damage:
    def tensors(values: dict) -> None:
        for name in [name for name in values if match in name]:
            changed = change(values[name])
            if changed is None:
                del values[name]
            else:
                values[name] = changed

    return checkpoint(tensors=tensors)


def symlink(name: str, target: str) -> Damage:
    def damage(run: Path) -> None:
        (run / name).unlink(missing_ok=True)
        (run / name).symlink_to(target)

    return damage


def pipe(name: str) -> Damage:
    def damage(run: Path) -> None:
        (run / name).unlink(missing_ok=True)
        os.mkfifo(run / name)

    return damage


BIG = 10**400
ODD = (None, [], {}, -1, BIG, 1e308, float("nan"), "x", SURROGATE, ESCAPES, True)
CONFIG: dict[str, Damage] = {
    **{
        f"{key} {value!r:.12}": edit("config.json", **{key: value})
        for key in ("prompt", "negative", "preset", "prior", "seed", "steps", "threads", "field", "camera", "guidance")
        for value in ODD
    },
    **{
        f"{key} {value!r:.12}": edit("config.json", **{key: value})
        for key, value in (
            ("prompt", "a" * 10**6),
            ("prompt", "<script>alert(1)</script>"),
            ("prior", "../../../etc"),
            ("prior", "a\0b"),
            ("prior", "x" * 100_000),
            ("optim__lr_network", BIG),
            ("scene_scale", BIG),
            ("field__levels", [1]),
            ("field__levels", 10**9),
            ("field__backend", {}),
            ("render__grid_resolution", 10**9),
            ("mesh__resolution", 10**9),
            ("guidance__method", []),
            ("fit__up", {}),
            ("unknown", 1),
        )
    },
}
STATE = {f"{key} {value!r:.12}": edit("state.json", **{key: value})
    for key in ("status", "stage", "step", "total", "reason", "updated") for value in (*ODD, 1e18, 99999999999)
}  # fmt: skip
FILES: dict[str, Damage] = {
    **{
        f"{name} {kind}": put(name, content)
        for name in ("config.json", "state.json", "origin.json", "report.json", "metrics.jsonl", "lock", "log.txt")
        for kind, content in {
            "empty": b"",
            "not text": b"\xff\xfe{}",
            "nulls": b"\0" * 999,
            "a list": b"[]",
            "a number": b"12",
            "deep": b"[" * 100_000,
            "deep objects": b'{"a":' * 50_000,
            "digits": b'{"step": ' + b"9" * 5000 + b"}",
            "infinite": b'{"step": 1e999}',
            "no number": b'{"step": NaN, "loss": NaN}',
            "surrogate": b'{"step": 1, "loss": 1, "status": "\\ud800"}',
        }.items()
    },
    **{f"{name} a device": symlink(name, "/dev/zero") for name in ("config.json", "state.json", "metrics.jsonl")},
    **{f"{name} itself": symlink(name, name) for name in ("config.json", "state.json", "report.json")},
    **{f"{name} a pipe": pipe(name) for name in ("config.json", "state.json", "metrics.jsonl", "log.txt", "lock")},
    "metrics of text": put("metrics.jsonl", '{"step":"x","loss":"y"}\n{"step":null,"loss":null}\n{"step":1}\n1\n"x"\n'),
    "metrics of nothing": put("metrics.jsonl", '{"loss":1}\n{"step":1,"loss":"\\ud800"}\n'),
    **{
        f"origin {text:.30}": put("origin.json", text)
        for text in (
            '{"versions":1,"hardware":[],"prior":"x"}',
            '{"versions":{},"hardware":{},"prior":{"sha256":"x"}}',
            '{"versions":null,"hardware":null,"prior":null}',
            '{"versions":{"torch":"\\u001b[2J"},"hardware":{},"prior":{}}',
            "{}",
        )
    },
    **{
        f"report {text:.30}": put("report.json", text)
        for text in (
            '{"seconds":[]}',
            '{"seconds":{"a":"x"}}',
            '{"seconds":{"a":null}}',
            '{"unknown_words":[1]}',
            '{"unknown_words":[{"word":"a"}]}',
            '{"unknown_words":{"a":1}}',
            '{"unknown_words":5}',
            '{"seconds":{"a":' + "9" * 400 + "}}",
        )
    },
    **{
        f"stray {name!r:.30}": put(f"checkpoints/{name}", "{}")
        for name in (
            "step-00000010 (copy).json",
            "step-x.json",
            "step-99999999999999999999.json",
            "checkpoint-000001-step-00000010 (copy).safetensors",
            "checkpoint-999999999999-step-999999999999.safetensors",
        )
    },
}
CHECKPOINTS: dict[str, Damage] = {
    "as it was": checkpoint(),
    **{
        f"{key} {value!r:.10}": checkpoint(lambda r, key=key, value=value: r.__setitem__(key, value))
        for key in ("step", "numbers", "format", "sha256")
        for value in (None, "x", [], -1, 10**12, 1.5, {}, True)
    },
    **{
        f"numbers.{key} {value!r:.10}": checkpoint(lambda r, key=key, value=value: r["numbers"].__setitem__(key, value))
        for key in ("rate_scale", "rollbacks", "collapsed_steps", "seconds")
        for value in (None, "x", [], float("nan"), 1e308, -5, BIG)
    },
    "no seconds": checkpoint(lambda r: r["numbers"].pop("seconds") and None),
    "a list": checkpoint(lambda r: [1]),
    "header of 2^63 bytes": tensors_file(struct.pack("<Q", 2**63)),
    "header that is no JSON": tensors_file(b"\x08\0\0\0\0\0\0\0not json"),
    "empty header": tensors_file({}),
    "no bytes": tensors_file(b""),
    "10^12 values": tensors_file(
        {"field.table": {"dtype": "F32", "shape": [10**6, 10**6], "data_offsets": [0, 4]}}, b"\0" * 4
    ),
    "2^64 values": tensors_file({"field.table": {"dtype": "F32", "shape": [2**62, 4], "data_offsets": [0, 0]}}),
    "another type": tensors_file({"a": {"dtype": "X", "shape": [1], "data_offsets": [0, 4]}}, b"\0" * 4),
    "no table": set_tensors("field.table", lambda t: None),
    "table of doubles": set_tensors("field.table", lambda t: t.double()),
    "short table": set_tensors("field.table", lambda t: t[:-1].contiguous()),
    "short generator": set_tensors("generator.views", lambda t: t[:10].contiguous()),
    "generator of floats": set_tensors("generator.views", lambda t: t.float()),
    "moments of another size": set_tensors("exp_avg", lambda t: torch.zeros(3)),
    "moments of another type": set_tensors("exp_avg", lambda t: t.to(torch.int32)),
    "no optimiser": set_tensors("optimizer", lambda t: None),
    "unknown moment": checkpoint(tensors=lambda v: v.update({"optimizer.zz.q": torch.zeros(3)})),
    "moment without a name": checkpoint(tensors=lambda v: v.update({"optimizer.0": torch.zeros(3)})),
    "moments of parameter 99": checkpoint(tensors=lambda v: v.update({"optimizer.99.exp_avg": torch.zeros(3)})),
    "a table that is no number": set_tensors("field.table", lambda t: torch.full_like(t, float("nan"))),
}


def begin(run: Path) -> int:
    """What `resume` does before its first step, with the run as it is: 0, or 1 where it is refused in a sentence."""
    try:
        opened = load_run(run)
        with lock_run(opened.path):
            state = new_state(opened.config)
            opened.state  # noqa: B018 - it is read
            restore_or_init(opened, state, ProgressReporter(no_progress, state, opened.config.steps))
            state.optimizer.step()
            assert 0 <= state.step <= opened.config.steps and 0 < state.rate_scale <= 1
    except BozzettoError as error:
        assert len(str(error)) < 3000, "a sentence"
        return 1
    return 0


def check(home: Path, capfd, *, resume: bool = True) -> None:
    """Every command that only reads, and the beginning of those that go on."""
    run = home / "runs" / "x"
    for arguments in (["list"], ["show", str(run)]):
        code = main(arguments)
        out, err = capfd.readouterr()
        text = out + err
        assert code == 0 or (arguments[0] == "show" and code == 1 and err.count("\n") == 1), text[-500:]
        assert "this is a fault" not in text and "Traceback" not in text, text[-500:]
        assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text
        assert all(len(line) < 5000 for line in text.splitlines())
        if arguments == ["list"]:
            assert any(line.startswith("good  done  4/4  a box") for line in out.splitlines()), out
    if resume:
        begin(run)
        with contextlib.suppress(BozzettoError):
            load_trained(load_run(run))


@pytest.mark.parametrize("name", CONFIG)
def test_odd_configurations(home, capfd, name):
    CONFIG[name](home / "runs" / "x")
    check(home, capfd, resume=False)


@pytest.mark.parametrize("name", STATE)
def test_odd_states(home, capfd, name):
    STATE[name](home / "runs" / "x")
    check(home, capfd, resume=False)


@pytest.mark.parametrize("name", FILES)
def test_odd_files(home, capfd, name):
    FILES[name](home / "runs" / "x")
    check(home, capfd)


@pytest.mark.parametrize("name", CHECKPOINTS)
def test_odd_checkpoints(home, capfd, name):
    CHECKPOINTS[name](home / "runs" / "x")
    check(home, capfd)


def test_a_checkpoint_as_it_was_is_gone_on_with(home):
    """The canary of the cases above: where nothing is wrong, nothing is refused."""
    CHECKPOINTS["as it was"](home / "runs" / "x")
    assert begin(home / "runs" / "x") == 0 and load_trained(load_run(home / "runs" / "x")).step == STEPS


def test_a_checkpoint_past_the_end_is_refused(home):
    run = load_run(home / "runs" / "x")
    state = new_state(run.config)
    state.step = STEPS + 1
    save_checkpoint(run, pack(state))
    assert begin(run.path) == 1


def test_no_rate_that_is_no_number_comes_out_of_a_checkpoint(home):
    state = new_state(small_config(STEPS))
    for name, value in (("rate_scale", float("nan")), ("seconds", float("inf")), ("rollbacks", 0.5)):
        odd = pack(state)
        odd.numbers[name] = value
        with pytest.raises(BozzettoError, match=f"{name} should be a number between"):
            restore(state, odd)


@pytest.mark.parametrize(
    "name",
    [
        *("a b 'c' \"d\"", "new\nline", "-dash", "\u00fcn\u00efc\u00f6d\u00e9 \U0001f34e", "x" * 200, "$(touch OWNED)"),
        *("[red]markup[/red]", "esc\x1b[31m", os.fsdecode(b"\xff\xfe"), "\u202egnp", "caf\udce9"),
    ],
)
def test_odd_names_of_folders(home, whole, capfd, name):
    shutil.copytree(whole, home / "runs" / name)
    check(home, capfd, resume=False)
    assert main(["show", str(home / "runs" / name)]) == 0
    text = capfd.readouterr().out
    assert "\x1b" not in text and "\u202e" not in text and "done, step 4 of 4" in text
    assert main(["resume", str(home / "runs" / name), "--quiet"]) == 0
    assert capfd.readouterr().err == ""


def test_folders_that_are_no_runs_and_that_cannot_be_looked_into(home, whole, capfd):
    runs = home / "runs"
    (runs / "link").symlink_to(whole)
    (runs / "loop").symlink_to("loop")
    (runs / "etc").symlink_to("/etc")
    (runs / "zero").symlink_to("/dev/zero")
    os.mkfifo(runs / "pipe")
    (runs / "file").write_text("")
    (runs / "a folder").mkdir()
    (runs / "a folder" / "config.json").mkdir()
    check(home, capfd, resume=False)
    main(["list"])
    lines = capfd.readouterr().out.splitlines()
    assert [line.split("  ")[:2] for line in lines] == [
        ["a folder", "damaged: " + str(runs / "a folder" / "config.json") + " is no regular file"],
        *(["good", "done"], ["link", "done"], ["x", "interrupted"]),
    ]


def test_a_folder_without_permission_is_a_line(home, whole):
    """As somebody else where the tests run as root, who may read everything."""
    private = home / "runs" / "private"
    shutil.copytree(whole, private)
    private.chmod(0o000)
    for folder in (home, *home.parents):
        with contextlib.suppress(PermissionError):
            folder.chmod(folder.stat().st_mode | 0o005)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        from bozzetto.jobs.store.report import run_lines

        try:
            text = "\n".join(run_lines())
        except BaseException as error:
            text = repr(error)
        os.write(writer, text.encode())
        os._exit(0)
    os.waitpid(child, 0)
    private.chmod(0o755)
    lines = os.read(reader, 65536).decode().splitlines()
    assert any(line.startswith("good  done") for line in lines), lines
    assert any(line.startswith("private  damaged: ") and "Permission denied" in line for line in lines), lines


@pytest.mark.parametrize("home_folder", ["~nobodyhere/q", "/etc/passwd", "/dev/null", "/proc/nowhere"])
def test_homes_that_are_none(monkeypatch, capfd, home_folder):
    monkeypatch.setenv("BOZZETTO_HOME", home_folder)
    for arguments in (["list"], ["queue", "list"], ["queue", "cancel", "1"], ["show", "latest"]):
        code = main(arguments)
        err = capfd.readouterr().err
        assert code in (0, 1) and "fault" not in err and err.count("\n") <= 1, err


@pytest.mark.parametrize("place", ["~nobodyhere/x", "a\0b", "x" * 5000, "/dev/null/x"])
def test_paths_that_are_none(home, capfd, place):
    for arguments in (["show", place], ["resume", place], ["export", place]):
        assert main(arguments) == 1
        err = capfd.readouterr().err
        assert err.count("\n") == 1 and "fault" not in err, err

"""`bench end-to-end`: another revision runs from a folder of its own, ratios are of paired runs."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from bozzetto.bench import end_to_end as module
from bozzetto.bench.end_to_end import PARTS, Case, Tree, end_to_end, stages_of, table_of

ROOT = Path(__file__).resolve().parents[2]


def test_another_revision_is_taken_out_whole_and_imported_from_there():
    found = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True)
    if found.returncode != 0:
        pytest.skip("not a clone with its history")
    with module._trees("HEAD") as (other, here):
        assert here == Tree("this", None) and found.stdout.startswith(other.name)
        code = "import bozzetto.nerf, bozzetto.jobs.config.errors as e; print(bozzetto.__file__, e.__file__)"
        shown = subprocess.run(
            [sys.executable, "-c", code],
            env=other.environment(Path("home")),
            cwd=other.folder,
            capture_output=True,
            text=True,
        )
        assert shown.stdout.split() and all(path.startswith(str(other.folder)) for path in shown.stdout.split())
    assert other.folder is not None and not other.folder.exists()
    with (
        pytest.raises(ValueError, match=r"against: expected a revision of .*, got 'no-such-revision'"),
        module._trees("no-such-revision"),
    ):
        pass


def test_a_revision_whose_rooms_are_packages_is_run_and_read_as_it_is(tmp_path):
    early, late = tmp_path / "early", tmp_path / "late"
    (early / "jobs").mkdir(parents=True)
    (late / "bozzetto").mkdir(parents=True)
    (late / "bozzetto" / "__main__.py").touch()
    assert Tree("early", early).command[1:] == ["-m", "jobs"]
    assert Tree("late", late).command[1:] == Tree("this", None).command[1:] == ["-m", "bozzetto"]
    report = {"seconds": {"training": 20.0, "export": 12.0}, "export": {"seconds": {"clean": 3.0, "texture": 7.0}}}
    assert stages_of(report) == {"training": 20.0, "clean": 3.0, "texture": 7.0, "files": 2.0}
    assert stages_of({"stages": {"training": 1.0}, "seconds": {}}) == {"training": 1.0}


def test_ratios_are_of_the_same_prompt_in_the_same_round(tmp_path, monkeypatch):
    """The other revision takes twice as long for each prompt, whose own times are far apart."""
    asked = []

    def command(tree, out, prompt, case, label, steps):
        asked.append((tree.name, label, case.busy))
        seconds = (2.0 if tree.name == "old" else 1.0) * (10 + 100 * int(label[-1].isdigit() and int(label[-1])))
        return {
            "revision": tree.name, "prompt": prompt, "case": case.name, "label": label, "seconds": seconds,
            "parts": dict.fromkeys(PARTS, 1.0), "stages": {}, "memory_mb": 500.0, "threads": 1, "psnr": 30.0,
            "iou": 0.9,
        }  # fmt: skip

    monkeypatch.setattr(module, "_command", command)
    monkeypatch.setattr(
        module, "_trees", lambda against: contextlib.nullcontext([Tree("old", tmp_path), Tree("this", None)])
    )
    result = end_to_end(tmp_path, against="x", presets=("draft",), threads=(1,), limit=3, say=lambda line: None)
    assert [row["case"] for row in result["summary"]] == [
        "draft, 1 thread", "draft, 1 thread", "draft, 1 thread, beside a busy process",
        "draft, 1 thread, beside a busy process",
    ]  # fmt: skip
    old, new = result["summary"][:2]
    assert old["ratio"] is None and new["ratio"] == [0.5, 0.5, 0.5] and new["seconds"] == [110.0, 10.0, 210.0]
    # One beside the other, and not always the same one first.
    timed = [name for name, label, busy in asked if label != "compile" and not busy]
    assert timed == ["old", "this", "this", "old", "old", "this"]
    assert "0.50 (0.50 to 0.50)" in table_of(result) and (tmp_path / "end_to_end.json").is_file()


def test_a_core_is_busy_while_it_is_asked_for_and_no_longer(monkeypatch):
    processes = []
    start = subprocess.Popen

    def kept(*arguments, **options):
        processes.append(start(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(module.subprocess, "Popen", kept)
    with module._busy_core(True):
        assert processes[0].poll() is None
    assert processes[0].poll() is not None
    assert Case("draft", 0, True).name == "draft, threads by itself, beside a busy process"


def test_many_runs_are_compared_with_the_first_way(tmp_path, monkeypatch):
    """Three commands of 20 and of 10 seconds; the workers take 12 for all."""

    def command(tree, out, prompt, case, label, steps, scored):
        assert not scored
        return {"seconds": 20.0 if tree.name == "old" else 10.0}

    monkeypatch.setattr(module, "_command", command)
    monkeypatch.setattr(
        module, "_trees", lambda against: contextlib.nullcontext([Tree("old", tmp_path), Tree("this", None)])
    )
    monkeypatch.setattr(module, "_queued", lambda out, prompts, preset, workers, steps: 4.0 * len(prompts))
    result = module.many_runs(tmp_path, against="x", runs=3, say=lambda line: None)
    assert result["seconds"] == {
        "old, one after the other": 60.0, "this, one after the other": 30.0, "this, 2 workers": 12.0,
    }  # fmt: skip
    assert list(result["throughput"].values()) == [1.0, 2.0, 5.0] and (tmp_path / "many_runs.json").is_file()

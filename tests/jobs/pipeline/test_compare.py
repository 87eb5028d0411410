"""What a run will take, what it was made with, and whether it comes out the same again."""

import json
import os
import resource
from dataclasses import replace

import pytest

import bozzetto.jobs.pipeline.estimate
import bozzetto.jobs.store.resources
from bozzetto.jobs.config.errors import DiskFullError, MemoryShortError, RunInterrupted
from bozzetto.jobs.config.run_config import SaveConfig
from bozzetto.jobs.pipeline.compare import compare, rerun
from bozzetto.jobs.pipeline.estimate import LATE_STEP, PREVIEW_STEP, STEPS, extrapolated
from bozzetto.jobs.pipeline.generate import begin, generate, predict, resume
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.provenance import read_provenance
from bozzetto.jobs.store.resources import check_room, resources_free, resources_needed
from bozzetto.jobs.store.runs import LOG_BYTES, Run, list_runs, log_line
from bozzetto.jobs.store.units import format_bytes, format_duration
from bozzetto.nerf.field_config import FieldConfig
from tests.jobs.known_object import box_oracle, small_config


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


def test_a_run_made_again_is_the_same_and_a_changed_one_is_not():
    run = generate(small_config(12), prior=box_oracle(16))
    origin = read_provenance(run)
    assert origin is not None and origin.prior == {"name": "oracle", "sha256": ""} and origin.backend == "cpu"
    assert origin.versions["torch"] and origin.hardware["cores"]
    reports: list[Progress] = []
    again = rerun(run, prior=box_oracle(16), progress=reports.append)
    comparison = compare(run, again)
    assert comparison.same_weights is True and not comparison.settings and not comparison.origins
    assert not any("differ" in progress.message for progress in reports)
    assert (run.path / "mesh.glb").read_bytes() == (again.path / "mesh.glb").read_bytes()

    other = generate(small_config(12, seed=1), prior=box_oracle(16))
    comparison = compare(run, other)
    assert comparison.settings == {"seed": ("0", "1")} and comparison.same_weights is False
    assert "  seed: 0 | 1" in comparison.lines("a", "b") and "loss" in comparison.results

    record = json.loads((run.path / "origin.json").read_text())
    record["versions"]["torch"], record["hardware"]["memory"] = "1.0", "1 GiB"
    (run.path / "origin.json").write_text(json.dumps(record))
    assert set(compare(run, again).origins) == {"versions.torch", "hardware.memory"}
    reports.clear()
    rerun(run, prior=box_oracle(16), progress=reports.append)
    messages = [progress.message for progress in reports if "differ" in progress.message]
    assert len(messages) == 1 and "versions.torch" in messages[0] and "was 1.0" in messages[0]


def test_the_time_of_a_training_follows_from_its_first_steps():
    """Steps of 1 s, from LATE_STEP on 2 s, a preview of 3 s and a checkpoint of 4 s."""
    took = {
        step: 1.0 + (step >= LATE_STEP) + 3.0 * (step == PREVIEW_STEP) + 4.0 * (step == STEPS) for step in range(2, 12)
    }
    ends = [(1, 10.0)]
    for step, seconds in took.items():
        ends.append((step, ends[-1][1] + seconds))
    config = small_config(100, save=SaveConfig(checkpoint_every=50, preview_every=20))
    assert extrapolated(config, ends, 0.0) == pytest.approx((1.0, 100 * 1.0 + 6 * 3.0 + 3 * 4.0))
    assert extrapolated(config, ends, 0.5) == pytest.approx((1.5, 100 * 1.5 + 6 * 3.0 + 3 * 4.0))
    assert extrapolated(config, ends[:4], 0.0)[0] == pytest.approx(1.0), "when steps are slow, few are made"


def test_durations_and_sizes_are_short():
    assert [format_bytes(n) for n in (999, 1500, 123_456_789, 5e12)] == ["999 bytes", "1.5 kB", "123 MB", "5000 GB"]
    shown = ["\u2013", "\u2013", "0 s", "1 min 0 s", "3 min 20 s", "20 min", "2 h 5 min"]
    assert [format_duration(s) for s in (None, -1, 0.4, 59.6, 200, 1200, 7500)] == shown


def test_the_prediction_is_shown_first_and_bounds_disk_and_memory():
    config = small_config(60)
    expected = predict(config, prior=box_oracle(16))
    assert list_runs() == [], "the steps were made elsewhere"
    reports: list[Progress] = []
    run = generate(config, prior=box_oracle(16), progress=reports.append, predicted=True)
    assert reports[0].message.startswith("this will take about")
    assert expected.training_seconds > 0 and expected.export_seconds > 0
    used = sum(path.stat().st_size for path in run.path.rglob("*") if path.is_file())
    assert used < expected.disk_bytes < 20 * used
    assert expected.memory_bytes > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 * 0.5
    # One that is measured again knows how long the export took here.
    measured = predict(config, prior=box_oracle(16), measured=True).export_seconds
    assert measured == pytest.approx(run.report["seconds"]["export"])


def test_what_others_of_its_kind_took_is_foretold_without_a_step(monkeypatch):
    took = []
    for seed in range(3):
        report = generate(small_config(6, seed=seed), prior=box_oracle(16)).report
        assert report["memory"] > 50e6
        took.append((report["seconds"]["training"], report["seconds"]["export"], report["memory"]))
    generate(small_config(7), prior=box_oracle(16))

    def no_step(*arguments, **named):
        raise AssertionError("a step was made")

    monkeypatch.setattr(bozzetto.jobs.pipeline.estimate, "train_within_memory", no_step)
    expected = predict(small_config(6, prompt="another", seed=9), prior=box_oracle(16))
    middle = tuple(sorted(column)[1] for column in zip(*took, strict=True))
    assert (expected.training_seconds, expected.export_seconds, expected.memory_bytes) == middle
    for run in list_runs():
        record = json.loads((run.path / "origin.json").read_text())
        record["hardware"]["processor"] = "another"
        (run.path / "origin.json").write_text(json.dumps(record))
    with pytest.raises(AssertionError, match="a step was made"):
        predict(small_config(6), prior=box_oracle(16))


def test_too_little_disk_or_memory_is_said_before(monkeypatch, tmp_path):
    huge = small_config(4, field=FieldConfig(levels=32, features=8, log2_table=24, max_resolution=4096))
    assert resources_needed(huge).memory > 64 << 30 and resources_needed(small_config(4)).memory < 1 << 30
    free = resources_free()
    monkeypatch.setattr(
        bozzetto.jobs.store.resources, "resources_free", lambda folder: replace(free, disk=1 << 62, memory=8 << 30)
    )
    with pytest.raises(MemoryShortError, match=r"needs up to [\d.]+ GB of memory and 8\.6 GB are free"):
        generate(huge, prior=box_oracle(16))
    monkeypatch.setattr(bozzetto.jobs.store.resources, "resources_free", lambda folder: replace(free, disk=100_000))
    with pytest.raises(DiskFullError, match=r"needs up to .* of disk and 100 kB are free"):
        check_room(small_config(4))
    assert list_runs() == []
    assert resources_free(tmp_path / "not" / "there" / "yet").disk > 0


def test_the_log_is_bounded_and_keeps_the_end(tmp_path):
    run = Run(tmp_path)
    for number in range(4000):
        log_line(run, f"line {number} " + "x" * 200)
    text = (tmp_path / "log.txt").read_text()
    assert len(text) < LOG_BYTES + 1000 and "line 3999 " in text and "line 0 " not in text
    assert all(line.startswith("20") for line in text.splitlines())


def test_a_resumed_run_says_what_has_changed_and_clears_the_debris(tmp_path):
    run, _ = begin(small_config(8), box_oracle(16), tmp_path / "run")
    (run.path / "checkpoints" / f".step-00000005.json.{os.getpid()}.part").write_text("half")
    with pytest.raises(RunInterrupted):
        resume(run, prior=box_oracle(16), should_stop=lambda step: step == 4)
    assert not list(run.path.rglob("*.part"))
    record = json.loads((run.path / "origin.json").read_text())
    record["versions"]["numba"] = "0.1"
    (run.path / "origin.json").write_text(json.dumps(record))
    resume(run, prior=box_oracle(16))
    log = (run.path / "log.txt").read_text()
    assert "began with something else (versions.numba 0.1 ->" in log and "export" in log

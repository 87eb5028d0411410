"""A run that was killed, interrupted, or starved of disk ends with the bits that it would have had."""

import random
import signal
from pathlib import Path

import pytest
import torch

from bozzetto.jobs.config.errors import CheckpointError
from bozzetto.jobs.store.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from bozzetto.jobs.store.runs import Run, load_run
from tests.jobs.run_process import run_in_process

STEPS = 24
KILLS = 6


def final_tensors(folder: Path) -> dict[str, torch.Tensor]:
    checkpoint, problems = load_checkpoint(Run(folder))
    assert checkpoint is not None and checkpoint.step == STEPS and not problems
    return checkpoint.tensors


def assert_same_bits(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> None:
    assert a.keys() == b.keys()
    assert {"field.table", "grid.density", "generator.noise"} <= a.keys()
    for name in a:
        assert a[name].dtype == b[name].dtype and torch.equal(a[name], b[name]), name


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "run"
    code, _ = run_in_process(folder, STEPS)
    assert code == 0 and load_run(folder).state.status == "done"
    return folder


def test_killed_again_and_again_the_weights_are_the_same(tmp_path, uninterrupted):
    folder, chance = tmp_path / "run", random.Random(7)
    for kill in range(KILLS):
        # After a step, or in the middle of the writing of a file; every other one, so that the run gets on.
        point = {"signal_at": chance.randint(0, STEPS - 1)} if kill % 2 == 0 else {"at_write": chance.randint(1, 8)}
        assert run_in_process(folder, STEPS, **point)[0] == -signal.SIGKILL
        if (folder / "config.json").is_file():
            assert load_run(folder).state.status in ("interrupted", "created")
    assert run_in_process(folder, STEPS)[0] == 0
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))
    steps = [row["step"] for row in load_run(folder).metrics]
    assert steps == [row["step"] for row in load_run(uninterrupted).metrics]


def test_ctrl_c_ends_the_step_and_says_how_to_go_on(tmp_path, uninterrupted):
    folder = tmp_path / "run"
    code, text = run_in_process(folder, STEPS, signal_at=7, number=signal.SIGINT)
    assert code == 130
    assert f"bozzetto resume {folder}" in text
    state = load_run(folder).state
    assert state.status == "interrupted" and 7 < state.step < STEPS
    assert run_in_process(folder, STEPS)[0] == 0
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))


def test_a_full_disk_is_named_and_what_was_computed_is_kept(tmp_path, uninterrupted):
    folder = tmp_path / "run"
    assert run_in_process(folder, STEPS, signal_at=7, number=signal.SIGTERM)[0] == 143
    before = load_run(folder).state.step
    code, text = run_in_process(folder, STEPS, file_limit=20_000)
    assert code == 1
    assert "cannot write the checkpoint" in text and "resume" in text
    assert load_run(folder).state.status == "failed" and load_run(folder).state.step == before
    assert not list(folder.rglob("*.part"))
    assert run_in_process(folder, STEPS)[0] == 0
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))


def make_run(tmp_path: Path) -> Run:
    (tmp_path / "checkpoints").mkdir()
    return Run(tmp_path)


def test_two_generations_are_kept_and_a_truncated_one_is_passed_over(tmp_path):
    run = make_run(tmp_path)
    for step in (5, 10, 15):
        save_checkpoint(run, Checkpoint(step, {"x": torch.full((1000,), float(step))}, {"n": step}))
    names = sorted(path.name for path in (tmp_path / "checkpoints").iterdir())
    assert names == [f"step-{step:08d}.{end}" for step in (10, 15) for end in ("json", "safetensors")]

    newest = tmp_path / "checkpoints" / "step-00000015.safetensors"
    whole = newest.read_bytes()
    for damaged in (whole[:100], b"", whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        newest.write_bytes(damaged)
        checkpoint, problems = load_checkpoint(run)
        assert checkpoint is not None and checkpoint.step == 10 and float(checkpoint.tensors["x"][0]) == 10
        assert len(problems) == 1 and "step-00000015" in problems[0]
    (tmp_path / "checkpoints" / "step-00000015.json").write_text("{")
    assert load_checkpoint(run)[0].step == 10
    (tmp_path / "checkpoints" / "step-00000010.json").unlink()
    with pytest.raises(CheckpointError, match="no checkpoint"):
        load_checkpoint(run)


def test_no_checkpoint_at_all_is_a_fresh_start(tmp_path):
    assert load_checkpoint(make_run(tmp_path)) == (None, [])


def test_a_resumed_run_falls_back_from_a_truncated_checkpoint_to_the_same_end(tmp_path, uninterrupted):
    folder = tmp_path / "run"
    assert run_in_process(folder, STEPS, signal_at=12, number=signal.SIGINT)[0] == 130
    newest = max((folder / "checkpoints").glob("*.safetensors"))
    newest.write_bytes(newest.read_bytes()[:5000])
    code, text = run_in_process(folder, STEPS)
    assert code == 0 and "damaged" in text
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))

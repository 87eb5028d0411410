"""A run that was killed, interrupted, or starved of disk ends with the bits that it would have had."""

import hashlib
import json
import random
import signal
from pathlib import Path

import pytest
import safetensors.torch
import torch

from bozzetto.jobs.store.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from bozzetto.jobs.store.runs import Run, create_run, load_run
from tests.jobs.known_object import small_config
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
    names = [path.name for path in run.checkpoints]
    assert names == [f"checkpoint-{k:06d}-step-{step:08d}.safetensors" for k, step in ((2, 10), (3, 15))]

    newest = run.checkpoints[-1]
    whole = newest.read_bytes()
    for damaged in (whole[:100], b"", whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        newest.write_bytes(damaged)
        checkpoint, problems = load_checkpoint(run)
        assert checkpoint is not None and checkpoint.step == 10 and float(checkpoint.tensors["x"][0]) == 10
        assert len(problems) == 1 and "step-00000015" in problems[0]
    run.checkpoints[0].unlink()
    checkpoint, problems = load_checkpoint(run)
    assert checkpoint is None and len(problems) == 1


def test_every_byte_of_a_checkpoint_counts(tmp_path):
    """Names, shapes, numbers and values are all under the digest; only the padding of the header is not."""
    run = make_run(tmp_path)
    path = save_checkpoint(run, Checkpoint(3, {"x": torch.arange(6.0).view(2, 3), "y": torch.tensor(1)}, {"n": 0.5}))
    whole = path.read_bytes()
    end = 8 + int.from_bytes(whole[:8], "little")
    for place in [*range(8, len(whole[:end].rstrip())), *range(end, len(whole))]:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert load_checkpoint(run)[0] is None, place
    path.write_bytes(whole)
    assert load_checkpoint(run)[0].numbers == {"n": 0.5}


def test_what_was_written_last_is_kept_and_read_whatever_its_step(tmp_path):
    """A run that starts over writes step 0 after later ones; by step it would be the first to go."""
    run = make_run(tmp_path)
    for step, value in ((30, 1.0), (60, 2.0), (0, 3.0)):
        save_checkpoint(run, Checkpoint(step, {"x": torch.tensor(value)}))
    assert load_checkpoint(run)[0].step == 0
    assert [path.name[-13:-12] for path in run.checkpoints] == ["0", "0"] and len(run.checkpoints) == 2
    save_checkpoint(run, Checkpoint(30, {"x": torch.tensor(4.0)}))
    assert float(load_checkpoint(run)[0].tensors["x"]) == 4.0


def write_two_files(run: Run, step: int, value: float, record: bool = True) -> None:
    """A checkpoint as earlier versions wrote it: tensors, then the record that commits them."""
    data = safetensors.torch.save({"x": torch.tensor(value)})
    (run.path / "checkpoints" / f"step-{step:08d}.safetensors").write_bytes(data)
    if record:
        values = {"format": 1, "step": step, "sha256": hashlib.sha256(data).hexdigest(), "numbers": {"n": step}}
        (run.path / "checkpoints" / f"step-{step:08d}.json").write_text(json.dumps(values))


def test_checkpoints_of_two_files_are_read_and_give_way_to_newer_ones(tmp_path):
    run = make_run(tmp_path)
    write_two_files(run, 10, 1.0)
    write_two_files(run, 20, 2.0)
    checkpoint, problems = load_checkpoint(run)
    assert checkpoint.step == 20 and checkpoint.numbers == {"n": 20} and not problems
    # The next one is a file of its own, and newer even with a lower step.
    save_checkpoint(run, Checkpoint(0, {"x": torch.tensor(3.0)}))
    assert load_checkpoint(run)[0].step == 0
    assert [path.name for path in run.checkpoints] == [
        "checkpoint-000001-step-00000000.safetensors",
        "step-00000020.safetensors",
    ]
    save_checkpoint(run, Checkpoint(5, {"x": torch.tensor(3.0)}))
    assert not list((tmp_path / "checkpoints").glob("step-*"))


def test_a_first_checkpoint_cut_between_two_files_begins_at_step_0_and_ends_with_the_same_bits(tmp_path, uninterrupted):
    folder = tmp_path / "run"
    run = create_run(small_config(STEPS), folder)
    write_two_files(run, 0, 1.0, record=False)
    code, text = run_in_process(folder, STEPS)
    assert code == 0 and "cut short" in text and "beginning at step 0" in text
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))


def test_when_all_checkpoints_are_damaged_a_run_begins_again(tmp_path, uninterrupted):
    folder = tmp_path / "run"
    assert run_in_process(folder, STEPS, signal_at=12, number=signal.SIGINT)[0] == 130
    for path in load_run(folder).checkpoints:
        path.write_bytes(path.read_bytes()[:1000])
    code, text = run_in_process(folder, STEPS)
    assert code == 0 and text.count("is damaged") == 2 and "beginning at step 0" in text
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))


def test_no_checkpoint_at_all_is_a_fresh_start(tmp_path):
    assert load_checkpoint(make_run(tmp_path)) == (None, [])


def test_a_resumed_run_falls_back_from_a_truncated_checkpoint_to_the_same_end(tmp_path, uninterrupted):
    folder = tmp_path / "run"
    assert run_in_process(folder, STEPS, signal_at=12, number=signal.SIGINT)[0] == 130
    newest = load_run(folder).checkpoints[-1]
    newest.write_bytes(newest.read_bytes()[:5000])
    code, text = run_in_process(folder, STEPS)
    assert code == 0 and "damaged" in text
    assert_same_bits(final_tensors(folder), final_tensors(uninterrupted))

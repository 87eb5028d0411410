"""`python -m bozzetto.bench hub` at its smallest: a model is written, measured, and its gradient is diffusers' own."""

import json
import os

import pytest

pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")

from bozzetto.bench.hub import hub, measure, with_slices, write_model  # noqa: E402
from bozzetto.sds.pretrained.memory import MemoryNeed, Slices  # noqa: E402


def test_a_tiny_model_is_written_measured_and_held_against_diffusers(tmp_path):
    folder = write_model("tiny", tmp_path)
    row = measure(folder, 2, 64, check=True)
    assert (row.model, row.views, row.resolution) == ("tiny", 2, 64) and row.seconds > 0 and row.forecast_gb > 0
    assert row.gradient_error < 1e-4
    assert write_model("tiny", tmp_path) == folder, "found again"


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="starts a process; opt-in: set BOZZETTO_SLOW=1")
def test_each_model_has_a_process_whose_memory_counts(tmp_path):
    hub(("tiny",), tmp_path, views=2, resolution=64, check=True, json_file=tmp_path / "hub.json")
    (row,) = json.loads((tmp_path / "hub.json").read_text())
    assert row["model"] == "tiny" and row["views"] == 2 and row["resolution"] == 64 and row["seconds"] > 0
    assert row["gradient_error"] < 1e-4
    assert 0 < row["peak_gb"] < 2 and row["forecast_gb"] > 0


def test_the_forecast_of_slices_counts_what_goes_through_at_once():
    need = MemoryNeed(text=10, networks=100, gradient=20, checkpointed=12, kept=4, denoise=5, decode=3)
    assert with_slices(need, Slices(), 4) == 100 + 80 + 40
    assert with_slices(need, Slices(1, 1), 4) == 100 + 20
    assert with_slices(need, Slices(1, 4), 4) == 100 + 40
    assert with_slices(need, Slices(1, 1), 1) == need.peak(1) == 100 + 20 + 10
    assert with_slices(need, Slices(1, 1, checkpointing=True), 4) == 100 + 12
    # Of a checkpointed image its blocks' inputs wait, and not all that its backward pass takes.
    assert with_slices(need, Slices(1, 1, checkpointing=True), 1) == need.peak(1, checkpointing=True) == 100 + 4 + 10

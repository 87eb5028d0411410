"""`bench growth`: exponents are those of the part that a setting is for; what was timed is not timed again."""

import pytest

from bozzetto.bench import growth as module
from bozzetto.bench.end_to_end import PARTS
from bozzetto.bench.growth import AXES, SCENES, Axis, exponent, growth, table_of
from bozzetto.jobs.config.run_config import make_config, override


def test_the_exponent_is_the_power_that_a_time_grows_with():
    assert exponent([1, 2, 4], [3.0, 12.0, 48.0]) == pytest.approx(2)
    assert exponent([10, 20], [5.0, 5.0]) == pytest.approx(0)
    assert exponent([10], [5.0]) is None


def test_each_axis_is_a_setting_that_a_run_takes():
    for axis in AXES:
        assert axis.part in PARTS and list(axis.values) == sorted(set(axis.values))
        for value in axis.values:
            prompt, *rest = axis.command(value, "draft")
            settings = [argument.removeprefix("--set=") for argument in rest if argument.startswith("--set=")]
            assert len(settings) == (1 if axis.key else 0)
            override(make_config(prompt, "draft"), settings)
            assert prompt == (SCENES[int(value)] if not axis.key else SCENES[1])
    # The preset's own steps, grid, faces and texture, and one object, are one run.
    runs = [axis.run(value, "draft") for axis in AXES for value in axis.values]
    assert max(runs.count(run) for run in runs) == 5 and len(set(runs)) == len(runs) - 4


def test_what_was_timed_is_kept_and_told(tmp_path, monkeypatch):
    asked = []

    def timed(folder, arguments):
        asked.append(folder.name)
        value = float(next(a for a in arguments if a.startswith("--set=")).rpartition("=")[2])
        parts = dict.fromkeys(PARTS, 1.0) | {"training": value**2}
        return {"seconds": value**2 + 3, "processor": 2 * value, "parts": parts, "memory_mb": 500.0}

    monkeypatch.setattr(module, "timed", timed)
    few = [Axis("pixels", "training", (2, 4), "render.resolution")]
    growth(tmp_path, axes=few, say=lambda line: None)
    result = growth(tmp_path, axes=[Axis("pixels", "training", (2, 4, 8), "render.resolution")], say=lambda line: None)
    assert asked == ["first", "0", "1", "2"]
    (axis,) = result["axes"]
    assert axis["values"] == [2, 4, 8] and axis["times"] == [1, 4, 16] and axis["exponent"] == pytest.approx(2)
    assert axis["times_whole"] == [1, 2, 4]
    assert "| pixels | 2, 4, 8 | training | 4.0, 16.0, 64.0 | 2.00 | 4.0, 8.0, 16.0 |" in table_of(result)

"""`python -m bozzetto.bench gpu`: its dry run walks every part; what fails is written down and the rest goes on."""

import json
import os

import pytest

pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")

from bozzetto.bench import gpu
from bozzetto.bench.pretend_card import PretendCard


def of_parts():
    """Every part but the build of tiny-cuda-nn; the longest are opt-in."""
    slow = pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="a minute; opt-in: set BOZZETTO_SLOW=1")
    return [
        pytest.param(part, marks=slow) if part in ("hub steps", "runs", "embedded", "graphs") else part
        for part in gpu.PARTS
        if part != "tcnn build"
    ]


@pytest.mark.parametrize("part", of_parts())
def test_every_part_walks_through_on_a_card_that_is_not_there(part):
    if part in ("memory", "hub steps"):
        pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    with PretendCard():
        found = gpu.PARTS[part](gpu.TINY)
    assert [check for check in found.checks if not check[1]] == []
    assert found.figures and (found.checks or part == "timings")


def test_the_command_prints_a_table_and_ends_with_1_where_something_failed(tmp_path, monkeypatch, capsys):
    def part(held):
        return lambda size: gpu.Findings({"n": 1}, [("two and two", held, "4")])

    monkeypatch.setattr(gpu, "PARTS", {"whole": part(True)})
    gpu.gpu(tmp_path / "gpu.json", dry_run=True)
    record, out = json.loads((tmp_path / "gpu.json").read_text()), capsys.readouterr().out
    assert record["dry_run"] and record["parts"]["whole"]["status"] == "pass"
    assert "pretended card" in record["environment"]["card"][0] and "    ok   two and two: 4" in out
    monkeypatch.setattr(gpu, "PARTS", {"whole": part(False)})
    with pytest.raises(SystemExit):
        gpu.gpu(tmp_path / "gpu.json", dry_run=True)
    assert "    FAIL two and two: 4" in capsys.readouterr().out


def test_a_part_that_fails_costs_no_other_and_one_that_is_late_is_left_out(monkeypatch):
    def broken(size):
        raise RuntimeError("no such kernel")

    def whole(size):
        return gpu.Findings({"number": 3})

    def wrong(size):
        return gpu.Findings(checks=[("two and two", False, "5")])

    monkeypatch.setattr(gpu, "PARTS", {"broken": broken, "wrong": wrong, "whole": whole})
    record = gpu.measure(gpu.TINY, 1)
    parts = record["parts"]
    assert parts["broken"]["status"] == "FAIL" and "no such kernel" in parts["broken"]["reason"]
    assert parts["whole"]["status"] == "pass" and parts["whole"]["figures"] == {"number": 3}
    assert parts["wrong"]["status"] == "FAIL"
    lines = gpu.table(record)
    assert "    FAIL two and two: 5" in lines and any(line.startswith("broken       FAIL") for line in lines)
    late = gpu.measure(gpu.TINY, -1)["parts"]
    assert {part["status"] for part in late.values()} == {"left out"}


def test_without_a_card_it_says_why(monkeypatch):
    monkeypatch.setattr(gpu, "card_report", _report)
    with pytest.raises(ValueError, match="no card to measure: there is none; buy one"):
        gpu.gpu()


def _report():
    from bozzetto.nerf.cards import CardReport

    return CardReport((), None, None, None, "there is none", "buy one")

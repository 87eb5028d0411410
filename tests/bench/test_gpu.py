"""`python -m bozzetto.bench gpu`: its dry run walks every part; what fails is written down and the rest goes on."""

import json

import pytest

pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")

from bozzetto.bench import gpu


def test_a_dry_run_walks_through_every_part_on_a_card_that_is_not_there(tmp_path, capsys):
    gpu.gpu(tmp_path / "gpu.json", dry_run=True)
    record = json.loads((tmp_path / "gpu.json").read_text())
    assert record["dry_run"] and set(record["parts"]) == set(gpu.PARTS)
    assert {name: part["status"] for name, part in record["parts"].items()} == dict.fromkeys(gpu.PARTS, "done")
    differences = {row["backend"]: row["difference"] for row in record["parts"]["kernels"]["figures"]}
    assert differences["torch"] == 0 and differences["triton"] < 5e-3
    assert "pretended card" in record["environment"]["card"][0]


def test_a_part_that_fails_costs_no_other_and_one_that_is_late_is_left_out(monkeypatch):
    def broken(size):
        raise RuntimeError("no such kernel")

    monkeypatch.setattr(gpu, "PARTS", {"broken": broken, "whole": lambda size: 3})
    parts = gpu.measure(gpu.TINY, 1)["parts"]
    assert parts["broken"]["status"] == "failed" and "no such kernel" in parts["broken"]["reason"]
    assert parts["whole"]["status"] == "done" and parts["whole"]["figures"] == 3
    late = gpu.measure(gpu.TINY, -1)["parts"]
    assert {part["status"] for part in late.values()} == {"left out"}


def test_without_a_card_it_says_why(monkeypatch):
    monkeypatch.setattr(gpu, "card_report", _report)
    with pytest.raises(ValueError, match="no card to measure: there is none; buy one"):
        gpu.gpu()


def _report():
    from bozzetto.nerf.cards import CardReport

    return CardReport((), None, None, None, "there is none", "buy one")

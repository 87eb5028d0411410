"""`python -m bozzetto.bench gpu`: its dry run walks every part; what fails is written down and the rest goes on."""

import json

import pytest
import torch

pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")

from bozzetto.bench import gpu
from bozzetto.bench.triton_interpreter import quickened
from bozzetto.nerf import FieldConfig, HashField


def test_the_dry_run_walks_through_the_whole_script_on_a_card_that_is_not_there(tmp_path, capsys):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    try:
        gpu.gpu(tmp_path / "gpu.json", dry_run=True)
    finally:
        out = capsys.readouterr().out  # its table, where something failed
        print(out)
    parts = json.loads((tmp_path / "gpu.json").read_text())["parts"]
    assert set(parts) == set(gpu.PARTS) and {part["status"] for part in parts.values()} == {"pass"}
    assert all(
        part["figures"] and (part["checks"] or name in ("timings", "tcnn build")) for name, part in parts.items()
    )
    assert "FAIL" not in out
    beside = {what.removesuffix(", beside float64") for what, *_ in parts["kernels"]["checks"] if "float64" in what}
    assert beside == {f"{of}, {n} features" for of in ("torch", "triton", "triton mixed") for n in (1, 2, 4)}


def test_the_quickened_interpreter_gives_the_same_bits():
    from triton.runtime import interpreter

    def computed():
        config = FieldConfig(levels=2, log2_table=6, max_resolution=8, hidden=16, backend="triton", table_range=0.3)
        field = HashField(config, torch.Generator().manual_seed(0))
        out = field(torch.rand(20, 3, generator=torch.Generator().manual_seed(1)) - 0.5)
        (out.sigmas.sum() + out.albedo.square().sum()).backward()
        return [out.sigmas, out.albedo, *(parameter.grad for parameter in field.parameters())]

    before = interpreter._patch_lang, interpreter.interpreter_builder.options
    plain = computed()
    with quickened():
        assert interpreter.interpreter_builder.options != before[1]
        quick = computed()
    assert all(torch.equal(one, other) for one, other in zip(plain, quick, strict=True))
    assert (interpreter._patch_lang, interpreter.interpreter_builder.options) == before


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

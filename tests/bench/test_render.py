"""The renderer's bench at its smallest: it times what it says, the ways agree, and the table is whole."""

import json

import pytest
import torch

from bozzetto.bench import render as bench
from bozzetto.nerf import kernels


@pytest.fixture
def _few_threads():
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def problem(log2_table=10, n=256):
    generator = torch.Generator().manual_seed(0)
    x = bench.ray_samples(n, generator)
    return x, bench.layout_of(log2_table), torch.randn(n, 32, generator=generator)


def test_the_reference_of_the_bench_is_our_encoding_where_every_level_is_hashed():
    x, layout, cotangent = problem()
    assert not any(layout.dense)
    ours, theirs = (way(x, layout, cotangent)() for way in (bench.our_encoding, bench.torch_encoding))
    assert torch.allclose(ours, theirs, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("way", ["our_encoding", "torch_encoding", "drjit_encoding"])
def test_every_way_hands_out_all_of_the_cotangent(way):
    # The weights of a sample's eight corners sum to one, so a feature's gradients sum to its cotangents.
    if way == "drjit_encoding" and (absent := bench.drjit_obstacle()):
        pytest.skip(absent)
    x, layout, cotangent = problem()
    gradient = torch.as_tensor(getattr(bench, way)(x, layout, cotangent)().numpy()).reshape(-1, 2).double()
    assert torch.allclose(gradient.sum(0), cotangent.double().reshape(-1, 2).sum(0), atol=1e-3)


def test_the_floor_touches_each_entry_as_often_as_the_encoding():
    x, layout, _ = problem()
    offsets = torch.tensor(layout.offsets)
    counted = torch.zeros(layout.n_entries)
    run = bench.floor_loops(x, layout, 1)
    cells = dict(zip(run.__code__.co_freevars, (cell.cell_contents for cell in run.__closure__), strict=True))
    for level in range(len(offsets) - 1):
        entries = torch.from_numpy(cells["entries"][level].astype("int64")) + offsets[level]
        counted.index_add_(0, entries, torch.ones(len(entries)))
    touched = torch.zeros(layout.n_entries, 2).requires_grad_()
    (weights,) = torch.autograd.grad(kernels.encode(x, touched, layout).sum(), touched)
    assert counted.sum() == 8 * 16 * len(x) and bool((counted[weights[:, 0] > 0] > 0).all())
    before = cells["table"].sum()
    run()
    assert cells["table"].sum() - before == 8 * 16 * len(x)


@pytest.mark.usefixtures("_few_threads")
def test_the_table_is_whole(tmp_path, monkeypatch, capsys):
    rows, mlp, normals, step = bench.encoding_rows, bench.mlp_figures, bench.normal_figures, bench.step_figures
    monkeypatch.setattr(bench, "encoding_rows", lambda quick: rows(quick, tables=(10,), sizes=(256,)))
    monkeypatch.setattr(bench, "mlp_figures", lambda quick: mlp(quick, 1024))
    monkeypatch.setattr(bench, "normal_figures", lambda quick: normals(quick, 1024))
    monkeypatch.setattr(bench, "step_figures", lambda steps: step(4))
    bench.render(quick=True, json=tmp_path / "render.json")
    table, out = json.loads((tmp_path / "render.json").read_text()), capsys.readouterr().out
    for row in table["encoding"]:
        assert row["log2_table"] == 10 and row["samples"] == 256 and row["threads"] in (1, 2)
        assert min(row[name] for name in ("ours_ms", "torch_ms", "floor_ms")) > 0
        low, high = row["spread_ms"]["ours"]
        assert low <= row["ours_ms"] <= high
    assert table["mlp"]["gflops"] > 0 and table["mlp"]["sgemm_gflops"] > 0
    figures = table["step"]
    assert (
        figures["steps"] == 4
        and figures["process_peak_mb"] > figures["peak_mb"] >= 0
        and 0 < figures["prior_ms"] < figures["total_ms"]
    )
    assert {"prior", "field", "backward", "marching", "occupancy"} <= set(figures["parts_ms"])
    # What is left over is between the laps: drawing the noise's levels, telling of progress.
    assert sum(ms for name, ms in figures["parts_ms"].items() if name != "saving") == pytest.approx(
        figures["total_ms"], rel=0.2
    )
    if not torch.cuda.is_available():
        assert table["gpu"] == "not run" and "GPU: not run" in out
    assert not list(tmp_path.glob("*.part")) and "Dr.Jit/ours" in out


@pytest.mark.usefixtures("_few_threads")
def test_without_dr_jit_the_table_says_what_would_help(monkeypatch):
    monkeypatch.setattr(bench, "drjit_obstacle", lambda: f"Dr.Jit finds no LLVM: {bench.FIX_LLVM}")
    (row, *_) = bench.encoding_rows(True, tables=(10,), sizes=(256,))
    assert row["drjit_ms"] is None and "drjit" not in row["spread_ms"]
    table = {
        "machine": {"cpu": "a CPU", "cores": 2},
        "drjit": bench.drjit_obstacle(),
        "encoding": [row],
        "mlp": bench.mlp_figures(True, 1024),
        "normals": {"field_ms": 1.0, "analytic_ms": 1.0, "finite_difference_ms": 1.0},
        "step": {
            "preset": "standard",
            "threads": 1,
            "total_ms": 2.0,
            "prior_ms": 1.0,
            "ratio": 2.0,
            "spread_ms": [1.0, 2.0, 3.0],
            "parts_ms": {"prior": 1.0},
            "peak_mb": 1.0,
            "process_peak_mb": 2.0,
            "growth_mb": 0.0,
        },
        "gpu": "not run",
    }
    text = bench.text_of(table)
    assert "apt-get install libllvm15" in text and "absent" in text

"""``python -m bozzetto.bench render``: the renderer's kernels beside their peers, beside what the machine can do, and
in a step.

Encoding, forward and backward to the table, of samples along rays (64 on a straight line through the unit cube), 16
levels of 2 features from 16 to 1024 cells a side. Side by side, one after another in the same process:

- ours: `bozzetto.nerf.kernels.encode` through autograd.
- torch: the formula of nerfstudio's `HashEncoding.pytorch_fwd`, which hashes every level, through autograd.
- drjit: `drjit.nn.HashGridEncoding` on its LLVM backend; the encoding is evaluated before the backward pass, as the
  network behind it would want it.
- floor: what no way to do it can avoid, eight reads of an entry of eight bytes a sample and level, and eight additions
  to one. A plain loop does nothing but that (`reads`, `additions`), with entries that are found beforehand and level
  by level so that they stay as near as they can. It is timed on at most 65,536 samples and scaled: time is per gather.

The MLP is 32-64-4 with the encoding in front, as one pass; its own time is that of the whole less that of the
encoding's part, by the same kernels. It does 2 operations for each weight and sample forward and 4 backward; that the
backward pass computes the hidden layer again is our own affair and not counted. The yardstick is torch's product
of two 1024 x 1024 matrices on the same core; NumPy's takes as many cores as it finds.

The step is the loop itself, `bozzetto.jobs.train.loop`, with the standard preset and the prior that ships. The prior's
own time is that of its `predict_x0` inside that run.
"""

from __future__ import annotations

import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numba
import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.resources import forget_peak, process_memory
from bozzetto.jobs.store.runs import create_run, write_json
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import train
from bozzetto.kernels import kernel
from bozzetto.nerf import kernels
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import PRIMES, corner_indices
from bozzetto.nerf.kernels import encoding, fused
from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.simd import PAD
from bozzetto.threads import prepare_kernel

LEVELS, COARSEST, FINEST = 16, 16, 1024
SAMPLES_PER_RAY = 64
FLOOR_SAMPLES = 65_536
FIX_DRJIT = 'pip install "bozzetto[bench]"'
FIX_LLVM = "apt-get install libllvm15 (or set DRJIT_LIBLLVM_PATH to a libLLVM)"


@dataclass(frozen=True)
class Timing:
    """Of some repetitions after one that is not counted, milliseconds."""

    median: float
    """The middle one."""
    low: float
    """The least."""
    high: float
    """The greatest."""


def timed(run: Callable[[], object], most: int, budget: float) -> Timing:
    """Times `run` up to `most` times, at least three, and no longer than about `budget` seconds."""
    run()
    taken: list[float] = []
    while len(taken) < 3 or (len(taken) < most and sum(taken) < budget):
        begin = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begin)
    return Timing(*(round(1000 * value, 3) for value in (statistics.median(taken), min(taken), max(taken))))


def ray_samples(n: int, generator: torch.Generator) -> Tensor:
    """[n, 3] positions in the unit cube, `SAMPLES_PER_RAY` after one another on a line."""
    rays = n // SAMPLES_PER_RAY
    ends = torch.rand(2, rays, 1, 3, generator=generator)
    share = torch.linspace(0, 1, SAMPLES_PER_RAY)[:, None]
    return (ends[0] + (ends[1] - ends[0]) * share).reshape(-1, 3).contiguous()


def layout_of(log2_table: int) -> HashLayout:
    """The encoding that is timed."""
    return HashLayout(LEVELS, 2, COARSEST, FINEST, log2_table)


def our_encoding(x: Tensor, layout: HashLayout, cotangent: Tensor) -> Callable[[], Tensor]:
    """Forward and backward by our kernels; gives the table's gradient for a cotangent [N, 32]."""
    table = torch.rand(layout.n_entries, 2, generator=torch.Generator().manual_seed(0)).requires_grad_()
    columns = cotangent.T.contiguous().T  # as a linear layer behind it gives it back
    return lambda: torch.autograd.grad(kernels.encode(x, table, layout), table, columns)[0]


def torch_encoding(x: Tensor, layout: HashLayout, cotangent: Tensor) -> Callable[[], Tensor]:
    """The same of nerfstudio's formula."""
    size = 1 << layout.log2_table
    table = torch.rand(LEVELS * size, 2, generator=torch.Generator().manual_seed(0)).requires_grad_()
    scalings, offsets = torch.tensor(layout.resolutions, dtype=x.dtype), torch.arange(LEVELS) * size
    primes = torch.tensor(PRIMES)

    def entries(corner: Tensor) -> Tensor:
        hashed = corner * primes
        return table[((hashed[..., 0] ^ hashed[..., 1] ^ hashed[..., 2]) % size) + offsets]

    def run() -> Tensor:
        scaled = x[:, None] * scalings[:, None]
        c, f = scaled.ceil().int(), scaled.floor().int()
        rest = scaled - f

        def at(i: Tensor, j: Tensor, k: Tensor) -> Tensor:
            return entries(torch.stack([i[..., 0], j[..., 1], k[..., 2]], -1))

        wx, wy, wz = rest[..., 0:1], rest[..., 1:2], rest[..., 2:3]
        x_cc = at(c, c, c) * wx + at(f, c, c) * (1 - wx)
        x_fc = at(c, f, c) * wx + at(f, f, c) * (1 - wx)
        x_ff = at(c, f, f) * wx + at(f, f, f) * (1 - wx)
        x_cf = at(c, c, f) * wx + at(f, c, f) * (1 - wx)
        out = (x_cc * wy + x_fc * (1 - wy)) * wz + (x_cf * wy + x_ff * (1 - wy)) * (1 - wz)
        return torch.autograd.grad(out.flatten(-2), table, cotangent)[0]

    return run


def drjit_obstacle() -> str:
    """Why Dr.Jit cannot run here and what would help; empty where it can."""
    try:
        import drjit
    except ImportError:
        return f"Dr.Jit is not installed: {FIX_DRJIT}"
    if not drjit.has_backend(drjit.JitBackend.LLVM):
        return f"Dr.Jit finds no LLVM: {FIX_LLVM}"
    return ""


def drjit_encoding(x: Tensor, layout: HashLayout, cotangent: Tensor) -> Callable[[], Any]:
    """The same by Dr.Jit, on as many threads as torch has."""
    import drjit as dr
    from drjit.llvm.ad import Array3f, Float
    from drjit.nn import HashGridEncoding

    dr.set_thread_count(torch.get_num_threads())
    growth = (FINEST / COARSEST) ** (1 / (LEVELS - 1))
    grid = HashGridEncoding(
        Float,
        3,
        n_levels=LEVELS,
        n_features_per_level=2,
        hashmap_size=1 << layout.log2_table,
        base_resolution=COARSEST,
        per_level_scale=growth,
        rng=dr.rng(seed=0),
    )
    points = Array3f(*(Float(column.numpy()) for column in x.T.contiguous()))
    gradients = [Float(column.numpy()) for column in cotangent.T.contiguous()]
    dr.eval(points, gradients, grid.params)

    def run() -> Any:
        dr.enable_grad(grid.params)
        dr.set_grad(grid.params, 0)
        out = list(grid(points))
        dr.eval(out)
        for value, gradient in zip(out, gradients, strict=True):
            dr.set_grad(value, gradient)
            dr.enqueue(dr.ADMode.Backward, value)
        dr.traverse(dr.ADMode.Backward)
        gradient = dr.grad(grid.params)
        dr.eval(gradient)
        dr.sync_thread()
        return gradient

    return run


@kernel(parallel=True)
def reads(table: np.ndarray, entries: np.ndarray, out: np.ndarray) -> None:
    """Reads table[entries], in as many parts as there are threads, and keeps their exclusive or."""
    parts = out.shape[0]
    share = entries.shape[0] // parts
    for part in numba.prange(parts):
        a = b = np.uint64(0)
        for i in range(np.uint64(part * share), np.uint64((part + 1) * share), np.uint64(2)):
            a ^= table[np.uint64(entries[i])]
            b ^= table[np.uint64(entries[i + np.uint64(1)])]
        out[part] = a ^ b


@kernel()
def additions(table: np.ndarray, entries: np.ndarray) -> None:
    """Adds one to table[entries]."""
    for i in range(np.uint64(entries.shape[0])):
        table[np.uint64(entries[i])] += np.uint64(1)


@kernel(parallel=True)
def additions_by_level(table: np.ndarray, entries: np.ndarray) -> None:
    """Adds one to table[level, entries[level]], a level a thread."""
    for level in numba.prange(entries.shape[0]):
        additions(table[level], entries[level])


def floor_loops(x: Tensor, layout: HashLayout, threads: int) -> Callable[[], object]:
    """The plain loops over the entries that the encoding of x cannot avoid."""
    offsets = torch.tensor([[bits & 1, bits >> 1 & 1, bits >> 2 & 1] for bits in range(8)])
    entries = np.empty((LEVELS, 8 * len(x)), np.uint32)
    for level, cells in enumerate(layout.resolutions):
        corner = (x * cells).long().clamp(max=cells - 1)[:, None] + offsets
        entries[level] = (corner_indices(corner, level, layout) - layout.offsets[level]).reshape(-1).numpy()
    table = np.zeros((LEVELS, max(b - a for a, b in zip(layout.offsets, layout.offsets[1:], strict=False))), np.uint64)
    out = np.zeros(threads, np.uint64)
    prepare_kernel()

    def run() -> None:
        for level in range(LEVELS):
            reads(table[level], entries[level], out)
        additions_by_level(table, entries)

    return run


def encoding_rows(
    quick: bool, tables: Sequence[int] = (16, 19), sizes: Sequence[int] | None = None
) -> list[dict[str, Any]]:
    """The encoding's table, for tables of 2^k entries and numbers of samples; times of what is absent are None."""
    sizes = sizes or ((65_536,) if quick else (65_536, 524_288))
    absent = drjit_obstacle()
    rows = []
    cases = [(log2_table, n, threads) for log2_table in tables for n in sizes for threads in thread_counts()]
    for log2_table, n, threads in tqdm(cases, desc="encoding", leave=False):
        torch.set_num_threads(threads)
        layout, generator = layout_of(log2_table), torch.Generator().manual_seed(0)
        x = ray_samples(n, generator)
        cotangent = torch.randn(n, 2 * LEVELS, generator=generator)
        most, budget = (20, 1.5) if quick else (50, 6.0)
        ours = timed(our_encoding(x, layout, cotangent), most, budget)
        theirs = timed(torch_encoding(x, layout, cotangent), most, budget)
        drjit = None if absent else timed(drjit_encoding(x, layout, cotangent), most, budget)
        part = x[:FLOOR_SAMPLES]
        floor = timed(floor_loops(part, layout, threads), most, 1.0)
        rows.append(
            {
                "log2_table": log2_table,
                "samples": n,
                "threads": threads,
                "ours_ms": ours.median,
                "torch_ms": theirs.median,
                "drjit_ms": drjit.median if drjit else None,
                "floor_ms": round(floor.median * n / len(part), 3),
                "spread_ms": {
                    name: [t.low, t.high] for name, t in (("ours", ours), ("torch", theirs), ("drjit", drjit)) if t
                },
            }
        )
    return rows


def thread_counts() -> list[int]:
    """1, and 2 where there are two cores."""
    return [1, 2] if numba.config.NUMBA_NUM_THREADS >= 2 else [1]  # type: ignore[attr-defined]


def mlp_figures(quick: bool, n: int = 65_536) -> dict[str, Any]:
    """One pass of encoding and MLP 32-64-4 on one core, and the product of two matrices there."""
    torch.set_num_threads(1)
    layout, generator = layout_of(16), torch.Generator().manual_seed(0)
    most, budget = (30, 2.0) if quick else (100, 6.0)
    x = ray_samples(n, generator)
    table = torch.rand(layout.n_entries, 2, generator=generator).requires_grad_()
    weights = [(0.2 * torch.randn(shape, generator=generator)).requires_grad_() for shape in ((64, 32), (4, 64))]
    biases = [torch.zeros(width, requires_grad=True) for width in (64, 4)]
    parameters = [table, *weights, *biases]
    cotangent = torch.randn(4, n, generator=generator).T

    def whole() -> object:
        return torch.autograd.grad(kernels.network(x, table, weights, biases, layout), parameters, cotangent)

    # The encoding's part of it, by the same kernels on the same tiles.
    tiles = -(-n // encoding.TILE)
    positions, arrays = encoding.columns(x).numpy(), encoding.layout_arrays(layout)
    width = -(-2 * LEVELS // PAD) * PAD
    kept = np.empty((tiles, width * encoding.TILE), np.float32)
    index, weight = np.empty(8 * encoding.TILE, np.uint32), np.empty(8 * encoding.TILE, np.float32)

    def encode_only() -> None:
        encoding.columns(x)
        entries = table.detach().numpy()
        for first in range(0, tiles, fused.GROUP):
            last = min(first + fused.GROUP, tiles)
            fused._encode_tiles(positions, first, last, entries, *arrays, index, weight, width, kept[first:last])
        gradient = encoding.zeros_like_table(table).numpy()
        order = encoding.level_order(layout)
        fused._backward_table(positions, kept, *arrays, order, gradient)

    a, out = torch.rand(1024, 1024, generator=generator), torch.empty(1024, 1024)
    both, front = timed(whole, most, budget), timed(encode_only, most, budget)
    product = timed(lambda: torch.mm(a, a, out=out), most, budget)
    operations = 3 * 2 * n * (32 * 64 + 64 * 4)
    # The least times: a difference of two medians on a machine with other work on it says little.
    return {
        "samples": n,
        "threads": 1,
        "field_ms": both.median,
        "encoding_ms": front.median,
        "samples_per_second": round(n / both.median * 1000),
        "gflops": round(operations / max(both.low - front.low, 1e-6) / 1e6, 1),
        "sgemm_gflops": round(2 * 1024**3 / product.low / 1e6, 1),
    }


def normal_figures(quick: bool, n: int = 65_536) -> dict[str, Any]:
    """What normals at every one of n points cost beside density and albedo there, forward and backward."""
    torch.set_num_threads(1)
    generator = torch.Generator().manual_seed(0)
    x = ray_samples(n, generator) - 0.5
    field = HashField(FieldConfig(table_range=0.1), generator)
    most, budget = (10, 2.0) if quick else (30, 6.0)

    def learn(value: Tensor) -> object:
        return torch.autograd.grad(value, list(field.parameters()), torch.ones_like(value))

    def colours() -> object:
        out = field(x)
        return learn(out.sigmas * out.albedo.sum(-1))

    plain = timed(colours, most, budget).median
    analytic = timed(lambda: field.normals(x), most, budget).median
    finite = timed(lambda: learn(field.normals_finite_difference(x)), most, budget).median
    return {"samples": n, "field_ms": plain, "analytic_ms": analytic, "finite_difference_ms": finite}


class TimedPrior:
    """A prior that notes how long its forward passes take; satisfies `bozzetto.sds.prior.ConditionalOnlyPrior`."""

    name = "embedded"

    def __init__(self, prior: EmbeddedPrior) -> None:
        self.prior, self.resolution = prior, prior.resolution
        self.seconds: list[float] = []

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """The prior's own."""
        return self.prior.encode_text(prompt, negative)

    def predict_x0(self, noisy: Tensor, t: Tensor, conditioning: Conditioning, views: Views) -> tuple[Tensor, Tensor]:
        """The prior's own, timed."""
        return self._timed(lambda: self.prior.predict_x0(noisy, t, conditioning, views))

    def predict_cond(self, noisy: Tensor, t: Tensor, conditioning: Conditioning, views: Views) -> Tensor:
        """The prior's own, timed."""
        return self._timed(lambda: self.prior.predict_cond(noisy, t, conditioning, views))

    def _timed(self, ask: Callable[[], Any]) -> Any:
        begin = time.perf_counter()
        out = ask()
        self.seconds.append(time.perf_counter() - begin)
        return out


def step_figures(steps: int | None = None, prompt: str = "a chair") -> dict[str, Any]:
    """A run of the standard preset, by part; seconds of saving and previews belong to it.

    Args:
        steps: of the run; by default the preset's.
        prompt: what is made.
    """
    torch.set_num_threads(thread_counts()[-1])
    config = make_config(prompt, "standard", threads=torch.get_num_threads(), steps=steps)
    prior = TimedPrior(EmbeddedPrior())
    warm = replace(config, steps=5)
    times, memory = [], []

    def watch(progress: Progress) -> None:
        if progress.message == "":
            times.append(time.perf_counter())
            memory.append(process_memory()[1])

    with tempfile.TemporaryDirectory() as folder:
        before = process_memory()[1]
        forget_peak()
        knowledge = PriorKnowledge.of(prior, config)
        train(create_run(warm, Path(folder) / "warm"), knowledge)
        prior.seconds.clear()
        trained = train(create_run(config, Path(folder) / "run"), knowledge, progress=watch)
        peak = process_memory()[0]
    count = config.steps
    total = trained.seconds / count
    apart = np.diff(times) * 1000
    forward = sum(prior.seconds) / count
    parts = {name: round(1000 * seconds / count, 3) for name, seconds in trained.split.items()}
    return {
        "preset": "standard",
        "prompt": prompt,
        "steps": count,
        "threads": torch.get_num_threads(),
        "total_ms": round(1000 * total, 3),
        "prior_ms": round(1000 * forward, 3),
        "ratio": round(total / forward, 3),
        "spread_ms": [round(float(np.percentile(apart, q)), 3) for q in (10, 50, 90)],
        "parts_ms": parts,
        "occupancy_share": round(parts.get("occupancy", 0.0) / (1000 * total), 4),
        "peak_mb": round(max(peak - before, 0) / 2**20, 1),
        "process_peak_mb": round(peak / 2**20, 1),
        "growth_mb": round((memory[-1] - memory[len(memory) // 2]) / 2**20, 1),
    }


def gpu_figures(quick: bool) -> dict[str, Any] | str:
    """Field forward and backward on CUDA beside the card's copy bandwidth and matrix rate; "not run" without one."""
    if not torch.cuda.is_available():
        return "not run"
    from bozzetto.nerf.backend import obstacle

    device, n = torch.device("cuda"), 524_288
    generator = torch.Generator().manual_seed(0)
    x = (ray_samples(n, generator) * 2 - 1).to(device)
    most, budget = (20, 2.0) if quick else (100, 6.0)

    def on_card(run: Callable[[], object]) -> Callable[[], None]:
        def both() -> None:
            run()
            torch.cuda.synchronize()

        return both

    a, big = torch.rand(8192, 8192, device=device), torch.empty(1 << 28, device=device)
    copy, product = torch.empty_like(big), torch.empty_like(a)
    copied = timed(on_card(lambda: copy.copy_(big)), most, budget)
    multiplied = timed(on_card(lambda: torch.mm(a, a, out=product)), most, budget)
    rows: list[dict[str, Any]] = []
    for backend in ("torch", "triton", "tcnn"):
        reason = obstacle(backend, "cuda")
        if reason is not None:
            rows.append({"backend": backend, "field_ms": None, "why": str(reason)})
            continue
        sizes = {"levels": LEVELS, "base_resolution": COARSEST, "max_resolution": FINEST, "hidden_layers": 1}
        field = HashField(FieldConfig(backend=backend, log2_table=19, **sizes), generator).to(device)  # type: ignore[arg-type]

        def run(field: HashField = field) -> object:
            out = field(x)
            return torch.autograd.grad((out.sigmas.sum() + out.albedo.sum()), list(field.parameters()))

        rows.append({"backend": backend, "field_ms": timed(on_card(run), most, budget).median, "why": ""})
    return {
        "device": torch.cuda.get_device_name(),
        "samples": n,
        "log2_table": 19,
        "rows": rows,
        "copy_gb_s": round(2 * 4 * big.numel() / copied.median / 1e6, 1),
        "sgemm_gflops": round(2 * 8192**3 / multiplied.median / 1e6, 1),
    }


def render_table(quick: bool = False, steps: int | None = None) -> dict[str, Any]:
    """Everything that is measured, as JSON values.

    Args:
        quick: fewer sizes and repetitions; at most three minutes on two cores.
        steps: of the run; by default the preset's.
    """
    before = torch.get_num_threads()
    try:
        return {
            "machine": _machine(),
            "quick": quick,
            "encoding": encoding_rows(quick),
            "drjit": drjit_obstacle(),
            "mlp": mlp_figures(quick),
            "normals": normal_figures(quick),
            "step": step_figures(steps),
            "gpu": gpu_figures(quick),
        }
    finally:
        torch.set_num_threads(before)


def _machine() -> dict[str, Any]:
    versions = {"python": platform.python_version(), "torch": torch.__version__, "numba": numba.__version__}
    names = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.split(":")[1].strip() for line in names if line.startswith("model name")), platform.machine())
    return {"cpu": model, "cores": numba.config.NUMBA_NUM_THREADS, **versions}  # type: ignore[attr-defined]


def text_of(table: dict[str, Any]) -> str:
    """The table for people."""
    lines = [f"{table['machine']['cpu']}, {table['machine']['cores']} cores"]
    if table["drjit"]:
        lines.append(table["drjit"])
    head = (
        "table",
        "samples",
        "threads",
        "ours",
        "torch",
        "Dr.Jit",
        "floor",
        "torch/ours",
        "Dr.Jit/ours",
        "ours/floor",
    )
    rows: list[Sequence[str]] = [head]
    for row in table["encoding"]:
        ours, drjit = row["ours_ms"], row["drjit_ms"]
        low, high = row["spread_ms"]["ours"]
        rows.append(
            (
                f"2^{row['log2_table']}",
                f"{row['samples']}",
                f"{row['threads']}",
                f"{ours:.1f} ({low:.1f} to {high:.1f})",
                f"{row['torch_ms']:.0f}",
                f"{drjit:.1f}" if drjit else "absent",
                f"{row['floor_ms']:.1f}",
                f"{row['torch_ms'] / ours:.1f}",
                f"{drjit / ours:.1f}" if drjit else "",
                f"{ours / row['floor_ms']:.1f}",
            )
        )
    widths = [max(len(row[k]) for row in rows) for k in range(len(head))]
    lines.append("encoding, forward and backward, ms (median, and least to greatest)")
    lines += ["  " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    mlp, normals, step, gpu = table["mlp"], table["normals"], table["step"], table["gpu"]
    lines.append(
        f"field 32-64-4, forward and backward, one core: {mlp['samples_per_second'] / 1e6:.2f} M samples/s; MLP "
        f"{mlp['gflops']:.0f} GFLOP/s, sgemm {mlp['sgemm_gflops']:.0f}: {mlp['gflops'] / mlp['sgemm_gflops']:.0%}"
    )
    lines.append(
        f"normals at every sample, one core: field {normals['field_ms']:.1f} ms, analytic "
        f"{normals['analytic_ms']:.1f} more, finite differences {normals['finite_difference_ms']:.1f} more"
    )
    low, middle, high = step["spread_ms"]
    lines.append(
        f"step of {step['preset']}, {step['threads']} threads: {step['total_ms']:.1f} ms (10, 50, 90 %: {low:.1f}, "
        f"{middle:.1f}, {high:.1f}); the prior's forward {step['prior_ms']:.1f}; ratio {step['ratio']:.2f}"
    )
    parts = step["parts_ms"].items()
    lines.append("  " + ", ".join(f"{name} {ms:.1f} ({ms / step['total_ms']:.0%})" for name, ms in parts))
    lines.append(
        f"  peak {step['peak_mb']:.0f} MB over the start, {step['process_peak_mb']:.0f} MB of the process; "
        f"{step['growth_mb']:+.1f} MB in the second half"
    )
    if isinstance(gpu, str):
        lines.append(f"GPU: {gpu}")
    else:
        lines.append(f"GPU: {gpu['device']}, copy {gpu['copy_gb_s']} GB/s, sgemm {gpu['sgemm_gflops']} GFLOP/s")
        for row in gpu["rows"]:
            lines.append(f"  {row['backend']}: " + (f"{row['field_ms']:.2f} ms" if row["field_ms"] else row["why"]))
    return "\n".join(lines)


def render(quick: bool = False, json: Path | None = None) -> None:
    """Time the renderer's kernels beside torch, Dr.Jit, a floor and sgemm, and a whole step by part.

    Args:
        quick: fewer sizes and repetitions; at most three minutes on two cores.
        json: also write the table here.
    """
    table = render_table(quick)
    print(text_of(table))
    if json is not None:
        write_json(json, table)

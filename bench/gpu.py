"""``python -m bozzetto.bench gpu``: everything that only a card can answer, in one command: a table of what passed and
what did not, and one JSON with all figures.

Each part is tried by itself: what fails is written down as failed, with the reason, and the rest goes on; a part whose
time has not come when the limit is reached is written down as left out. The command ends with 1 where something failed.
``--dry-run`` walks through the same parts at tiny size on a card that is not there (``bozzetto.bench.pretend_card``):
it proves that the script runs, and its figures mean nothing.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from bozzetto.atomic import atomic_file
from bozzetto.bench import hub
from bozzetto.cuda_graphs import ReplayedModule
from bozzetto.jobs.config.run_config import make_config, override
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import train
from bozzetto.jobs.train.oom_retry import train_within_memory
from bozzetto.jobs.train.views import orbit_views
from bozzetto.nerf import hashgrid, network, occupancy
from bozzetto.nerf.backend import FIX_TCNN, obstacle, trial
from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from bozzetto.nerf.cards import card_report
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import BACKENDS, MIXED_PRECISION_BACKENDS, FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.operations import operations_of
from bozzetto.nerf.rendering import STEP_SIZE, render
from bozzetto.nerf.selfcheck import CheckSize, largest_difference
from bozzetto.sds.distillation import sds_gradient
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.pretrained.load import load_pretrained

CARD = torch.device("cuda")
OUTPUTS, GRADIENTS, MIXED = 1e-4, 5e-3, 10.0
"""Bounds of differences from float64, over the largest output, and over the norm of a gradient, since a unit that is
just on or off moves single entries by more; and how many times as much mixed precision may differ."""
FORECAST = (0.6, 1.25)
"""What the forecast memory may be of the measured."""


@dataclass(frozen=True)
class Size:
    """How much each part computes."""

    points: tuple[int, ...] = (1, 67, 40_000, 1_000_000)
    """Samples of the comparisons with the definition."""
    pixels: int = 48
    """Along an edge of the comparisons' views."""
    step: float = STEP_SIZE
    """Interval along those views' rays."""
    grids: int = 20
    """Occupancy grids that are marched through, bit for bit."""
    repeats: int = 20
    """Times that a comparison is repeated, and that a timing is measured."""
    timed: int = 1_000_000
    """Samples of the timings."""
    ceiling: int = 1 << 26
    """Numbers of the copies, gathers and atomic additions that timings are held against."""
    settings: tuple[str, ...] = ("steps=40", "save.checkpoint_every=20")
    """Of the runs."""
    backends: tuple[str, ...] = BACKENDS[1:]
    """That are tried."""
    field: FieldConfig = FieldConfig(levels=16, log2_table=19, max_resolution=2048)
    """Of the comparisons of many points and the timings; as published recipes have it."""
    model: hub.Name = "sd21"
    """Hub model, with random weights, of the steps and the memory."""
    views: tuple[int, ...] = (1, 2, 4, 8)
    """Of the memory's steps."""
    resolution: int = 512
    """Of the hub model's images."""
    steps: int = 5
    """Of the hub model, timed."""
    build_minutes: float = 6
    """Until the build of tiny-cuda-nn is ended; 0 begins none."""


TINY = Size(
    points=(1,),
    pixels=2,
    step=1.0,
    grids=1,
    repeats=1,
    timed=64,
    ceiling=64,
    settings=(
        "steps=2", "render.resolution=8", "camera.views=1", "start.shape=blob", "render.grid_resolution=8",
        "field.levels=2", "field.log2_table=6", "field.hidden=16", "field.max_resolution=8", "save.preview_every=2",
        "save.checkpoint_every=1", "save.preview_resolution=8", "render.step_size=0.5", "regular.smoothness_points=16",
        "mesh.resolution=16", "mesh.texture_size=64", "mesh.max_faces=100", "pictures.resolution=16",
        "pictures.turntable_frames=0",
    ),
    backends=("torch", "triton"),
    field=FieldConfig(levels=2, log2_table=6, max_resolution=8, hidden=16),
    model="tiny",
    views=(1,),
    resolution=64,
    steps=1,
    build_minutes=0,
)  # fmt: skip


@dataclass
class Findings:
    """What a part measured, and what it holds that against."""

    figures: dict[str, Any] = field(default_factory=dict)
    checks: list[tuple[str, bool, str]] = field(default_factory=list)
    """What was checked, whether it held, and the figures of it."""

    def check(self, what: str, held: bool, detail: str = "") -> None:
        """Writes down what was checked."""
        self.checks.append((what, bool(held), detail))


def gpu(json_file: Path = Path("gpu.json"), dry_run: bool = False, minutes: float = 10) -> None:
    """Measure everything on the card of this machine: a table of what passed, and a JSON; exits with 1 on a failure.

    Args:
        json_file: where the figures go.
        dry_run: walk through all parts at tiny size on a pretended card; the figures mean nothing.
        minutes: after which no further part is begun.
    """
    if dry_run:
        os.environ.setdefault("TRITON_INTERPRET", "1")
        from bozzetto.bench.pretend_card import PretendCard

        with PretendCard():
            record = measure(TINY, minutes)
    else:
        report = card_report()
        if report.problem:
            raise ValueError(f"no card to measure: {report.problem}; {report.fix}")
        record = measure(Size(), minutes)
    record["dry_run"] = dry_run
    with atomic_file(json_file) as file:
        file.write(json.dumps(record, indent=1, default=str).encode())
    print("\n".join(table(record)))
    print(f"figures: {json_file}")
    if any(part["status"] == "FAIL" for part in record["parts"].values()):
        sys.exit(1)


def table(record: dict[str, Any]) -> list[str]:
    """What passed and what did not, a line a check."""
    lines = [*record["environment"]["card"], ""]
    for name, part in record["parts"].items():
        lines.append(f"{name:12} {part['status']:9} {part.get('seconds', 0):6.1f} s  {part.get('reason', '')}".rstrip())
        lines += [
            f"    {'ok  ' if held else 'FAIL'} {what}{': ' + detail if detail else ''}"
            for what, held, detail in part.get("checks", ())
        ]
    return lines


def measure(size: Size, minutes: float) -> dict[str, Any]:
    """All parts, one after the other, as a record for JSON."""
    end = time.monotonic() + 60 * minutes
    record: dict[str, Any] = {"environment": {"card": card_report().lines(), **versions()}, "size": asdict(size)}
    record["parts"] = {}
    with building_tcnn(size.build_minutes) as build:
        for name, part in PARTS.items():
            if time.monotonic() > end:
                record["parts"][name] = {"status": "left out", "reason": f"{minutes:g} minutes were over"}
                continue
            begin = time.perf_counter()
            try:
                found = build() if name == "tcnn build" else part(size)
                status = "pass" if all(held for _, held, _ in found.checks) else "FAIL"
                result: dict[str, Any] = {"status": status, "checks": found.checks, "figures": found.figures}
            except Exception as error:  # one part that fails must not cost the others' figures
                result = {"status": "FAIL", "reason": f"{type(error).__name__}: {error}"}
            record["parts"][name] = result | {"seconds": round(time.perf_counter() - begin, 1)}
            print(f"{name}: {result['status']}" + (f", {result['reason']}" if "reason" in result else ""), flush=True)
    return record


def usable(size: Size) -> tuple[list[str], dict[str, str]]:
    """The backends that run on the card, and why the others do not."""
    runs, why_not = [], {}
    for backend in size.backends:
        problem = "it is for the CPU" if backend == "cpu" else obstacle(backend, "cuda:0")
        if problem is None:
            runs.append(backend)
        else:
            why_not[backend] = str(problem)
    return runs, why_not


def kernels(size: Size) -> Findings:
    """Each backend beside the definition: on the card in float32, and its network in float64."""
    found = Findings()
    backends, found.figures["why_not"] = usable(size)
    for backend in backends:
        for points in filter(None, size.points):
            worst = [
                largest_difference(backend, CARD, CheckSize(size.pixels, points))  # type: ignore[arg-type]
                for _ in range(size.repeats if points < 100_000 else 1)
            ]
            found.figures[f"{backend}, {points} points"] = {"difference": max(worst), "least": min(worst)}
            bound = 5e-2 if backend.startswith("tcnn") else GRADIENTS
            found.check(f"{backend}, {points} points, {len(worst)} times", max(worst) <= bound, f"{max(worst):.2g}")
        for features in (1, 2, 4):
            for mixed in (False, True) if backend in MIXED_PRECISION_BACKENDS else (False,):
                try:
                    rows = [row for n in size.points for row in against_float64(size, backend, mixed, features, n)]
                except ValueError as error:
                    if not backend.startswith("tcnn"):  # which has no networks of some sizes
                        raise
                    found.figures[f"{backend}, {features} features, mixed {mixed}"] = str(error)
                    continue
                worst_row = max(rows, key=lambda row: row[1] / row[2])
                name = f"{backend}{' mixed' if mixed else ''}, {features} features, beside float64"
                found.figures[name] = [(what, difference) for what, difference, _ in rows]
                detail = f"{worst_row[0]} {worst_row[1]:.2g} of {worst_row[2]:.2g}"
                found.check(name, all(difference <= bound for _, difference, bound in rows), detail)
    if "triton" in backends:
        found.check("a position that is no number gives none, and the table no gradient", _nan_is_kept())
        same = sum(_marches_alike(seed, size) for seed in range(size.grids))
        found.check(f"marching through {size.grids} grids, bit for bit", same == size.grids, f"{same} alike")
    return found


def against_float64(size: Size, backend: str, mixed: bool, features: int, n: int) -> list[tuple[str, float, float]]:
    """Encoding and network of one backend beside the definition in float64: (what, difference, bound)."""
    base = size.field if n > 1000 else FieldConfig(levels=4, log2_table=10, max_resolution=24, hidden=16)
    layout, draw = replace(base, features=features, backend="torch").layout, torch.Generator().manual_seed(n)
    widths = [layout.width, base.hidden, base.hidden, 4]

    def normal(*shape: int, scale: float = 1.0) -> Tensor:
        return (torch.randn(*shape, generator=draw) * scale).to(CARD)

    x = (torch.rand(n, 3, generator=draw) * 1.2 - 0.1).to(CARD)
    given = {"table": normal(layout.n_entries, features, scale=0.3)}
    for k, (inlet, outlet) in enumerate(zip(widths[:-1], widths[1:], strict=True)):
        given |= {f"w{k}": normal(outlet, inlet, scale=inlet**-0.5), f"b{k}": normal(outlet)}
    run = operations_of(backend, mixed)  # type: ignore[arg-type]
    cotangents = {"encode": normal(n, layout.width), "network": normal(n, 4)}
    results = []
    for kind in (torch.float64, torch.float32):
        encode, forward = (hashgrid.encode, network.network) if kind == torch.float64 else (run.encode, run.network)
        leaves = {name: value.to(kind).requires_grad_() for name, value in given.items()}
        place = x.to(kind, copy=True).requires_grad_()
        encoded = encode(place, leaves["table"], layout)
        by_x, by_table = torch.autograd.grad(encoded, (place, leaves["table"]), cotangents["encode"].to(kind))
        weights, biases = ([leaves[f"{letter}{k}"] for k in range(3)] for letter in "wb")
        out = forward(x.to(kind), leaves["table"], weights, biases, layout)
        by_all = torch.autograd.grad(out, list(leaves.values()), cotangents["network"].to(kind))
        outs = {"encoding": encoded.detach(), "network": out.detach()}
        gradients = {"by positions": by_x, "by table": by_table}
        gradients |= {f"network by {name}": value for name, value in zip(leaves, by_all, strict=True)}
        results.append((outs, gradients))
    rows = []
    times = MIXED if mixed or backend.startswith("tcnn") else 1.0
    for name, exact in results[0][0].items():
        rows.append((f"{n} points, {name}", _apart(exact, results[1][0][name], False), OUTPUTS * times))
    for name, exact in results[0][1].items():
        rows.append((f"{n} points, {name}", _apart(exact, results[1][1][name], True), GRADIENTS * times))
    return rows


def _apart(exact: Tensor, other: Tensor, norm: bool) -> float:
    """Relative difference by the norm, or by the largest value; infinity where one is no number."""
    if exact.numel() == 0:
        return 0.0
    off = other.double() - exact
    ratio = off.norm() / exact.norm().clamp(min=1e-30) if norm else off.abs().max() / exact.abs().max().clamp(min=1e-30)
    return float(ratio) if bool(off.isfinite().all()) else float("inf")


def _nan_is_kept() -> bool:
    layout = FieldConfig(levels=2, log2_table=6, max_resolution=8).layout
    x = torch.tensor([[0.1, 0.2, 0.3], [float("nan"), 0.5, 0.5]]).to(CARD)
    leaf = torch.ones(layout.n_entries, layout.features, device=CARD).requires_grad_()
    out = operations_of("triton").encode(x, leaf, layout)
    (by_table,) = torch.autograd.grad(out, leaf, torch.ones_like(out))
    rows = out.detach().isnan().all(1).tolist()
    return rows == [False, True] and bool(by_table.isfinite().all())


def _marches_alike(seed: int, size: Size) -> bool:
    """Whether the kernel and the definition find the same intervals, both on the card."""
    draw = torch.Generator().manual_seed(seed)
    grid = OccupancyGrid(resolution=16)
    grid.occupied &= torch.rand(16**3, generator=draw) < 0.5
    azimuth = torch.rand(2, generator=draw) * 6
    rays = camera_rays(Cameras(orbit_c2w(azimuth, azimuth / 6), torch.full((2,), PRIOR_FOVY), size.pixels, size.pixels))
    rays, grid = rays.to(CARD), grid.to(CARD)
    ours = operations_of("triton").march(rays, grid, size.step, torch.Generator().manual_seed(seed))
    plain = occupancy.march(rays, grid, size.step, torch.Generator().manual_seed(seed))
    names = ("ray_indices", "t_starts", "t_ends", "ray_offsets")
    return all(torch.equal(getattr(ours, name), getattr(plain, name)) for name in names)


def same_bits(size: Size) -> Findings:
    """A gradient of many samples, again and again: the same bits where that is promised."""
    found = Findings()
    if "triton" not in usable(size)[0]:
        found.figures["why_not"] = "triton does not run here"
        return found
    config = replace(size.field, backend="triton", device="cuda")
    x = torch.rand(min(size.timed, 200_000), 3, generator=torch.Generator().manual_seed(0)).to(CARD)
    for deterministic in (False, True):
        field = HashField(replace(config, deterministic=deterministic))
        gradients = []
        for _ in range(max(2, size.repeats)):
            field.zero_grad(set_to_none=True)
            field.raw(x * 2 - 1).square().sum().backward()
            gradients.append([p.grad.clone() for p in field.parameters() if p.grad is not None])
        alike = all(torch.equal(a, b) for other in gradients[1:] for a, b in zip(gradients[0], other, strict=True))
        found.figures[f"deterministic={deterministic}"] = alike
        if deterministic:
            found.check(f"field.deterministic: {len(gradients)} times the same bits", alike)
    return found


def timings(size: Size) -> Findings:
    """Milliseconds of the network's passes by backend and precision, beside what memory allows: medians, by events."""
    n, found = size.ceiling, Findings()
    source, index = torch.rand(n, device=CARD), torch.randint(n, (n,)).to(CARD)
    target = torch.zeros(n, device=CARD)
    rows = found.figures
    rows["ceiling: copy"] = _ms(lambda: source.clone(), size.repeats)
    rows["ceiling: gather"] = _ms(lambda: source[index], size.repeats)
    rows["ceiling: atomic additions"] = _ms(lambda: target.index_add_(0, index, source), size.repeats)
    rows["numbers of the ceilings"] = n
    x = torch.rand(size.timed, 3).to(CARD)
    for backend in usable(size)[0]:
        field = HashField(replace(size.field, backend=backend, device="cuda"))
        ways = [(False, False), (True, False), (False, True)] if backend == "triton" else [(False, False)]
        for mixed, ordered in ways:
            compute = operations_of(backend, mixed, ordered).network  # type: ignore[arg-type]

            def forward(compute: Any = compute, field: HashField = field) -> Tensor:
                return compute(x, field.table, list(field.weights), list(field.biases), field.layout)

            def both(forward: Callable[[], Tensor] = forward) -> None:
                forward().sum().backward()

            name = f"{backend}{' mixed' if mixed else ''}{' deterministic' if ordered else ''}"
            rows[f"{name}: forward"] = _ms(forward, size.repeats)
            rows[f"{name}: forward and backward"] = _ms(both, size.repeats)
    plain, ours = (rows.get(f"{name}: forward and backward") for name in ("torch", "triton"))
    if plain and ours:
        found.check("triton is faster than torch", ours < plain or n < 1 << 20, f"{ours:.2f} and {plain:.2f} ms")
    return found


def graphs(size: Size) -> Findings:
    """Training steps of the field that are replayed as CUDA graphs beside the same without: gradients, and time."""
    found = Findings()
    if "triton" not in usable(size)[0]:
        found.figures["why_not"] = "triton does not run here"
        return found
    azimuth = torch.tensor([0.3, 2.0])
    rays = camera_rays(Cameras(orbit_c2w(azimuth, azimuth / 6), torch.full((2,), PRIOR_FOVY), size.pixels, size.pixels))
    rays, grid = rays.to(CARD), OccupancyGrid(resolution=16).to(CARD)
    for mixed in (False, True):
        fields = [
            HashField(replace(size.field, backend="triton", device="cuda", cuda_graphs=on, mixed_precision=mixed))
            for on in (False, True)
        ]
        gradients: list[list[Tensor]] = [[], []]
        for kept, each in zip(gradients, fields, strict=True):
            for number in range(2 + min(size.repeats, 4)):

                def step(field: HashField = each, number: int = number) -> None:
                    field.zero_grad(set_to_none=True)
                    out = render(
                        field, grid, rays, step_size=size.step, generator=torch.Generator().manual_seed(number)
                    )
                    (out.rgb.square().sum() + out.opacity.sum() + out.depth.mean()).backward()

                step()
                kept += [p.grad.clone() for p in each.parameters() if p.grad is not None]
            name = f"field step{' mixed' if mixed else ''}{', replayed' if each.graphs else ''}, ms"
            found.figures[name] = _ms(step, size.repeats)
            found.figures[name.replace("ms", "waits")] = _waits(step)
        replayed = fields[1].graphs
        assert replayed is not None
        worst = max(_apart(a.double(), b, True) for a, b in zip(*gradients, strict=True))
        what = f"replayed steps{' in mixed precision' if mixed else ''} have the gradients of the others"
        found.check(what, worst < GRADIENTS * (MIXED if mixed else 1), f"{worst:.2g}")
        found.check("steps were replayed", replayed.replays > 0 and not replayed.failed, replayed.failed)
    return found


def runs(size: Size) -> Findings:
    """A run that is stopped and resumed beside one that is not; and one whose memory runs out, which must finish."""
    prior, found = EmbeddedPrior(), Findings()
    for backend in usable(size)[0]:
        ordered = backend == "triton"
        settings = (*size.settings, f"field.backend={backend}", f"field.deterministic={str(ordered).lower()}")
        config = override(make_config("a red teddy bear", "draft"), settings)
        knowledge, tables = PriorKnowledge.of(prior, config), []
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            tables.append(train(create_run(config, Path(folder) / "whole"), knowledge).field.table.detach())
            seconds = time.perf_counter() - begin
            stopped = create_run(config, Path(folder) / "stopped")

            def half_done(step: int, half: int = config.steps // 2) -> bool:
                return step >= half

            with contextlib.suppress(Exception):
                train(stopped, knowledge, should_stop=half_done)
            tables.append(train(stopped, knowledge).field.table.detach())
        off = float((tables[0] - tables[1]).norm() / tables[0].norm())
        alike = torch.equal(*tables)
        found.figures[backend] = {"seconds": seconds, "same_bits": alike, "difference": off}
        promised = "the same bits" if ordered else "near"
        found.check(f"{backend}: stopped and resumed, {promised}", alike if ordered else off < 0.1, f"{off:.2g}")
    found.check("a run whose memory ran out went on with half the views", *_out_of_memory(size))
    return found


def _out_of_memory(size: Size) -> tuple[bool, str]:
    """A prior that asks for more memory than there is while its run has more than two views."""
    greedy: Any = EmbeddedPrior()
    plain = greedy.predict_cond
    config = override(make_config("a red teddy bear", "draft"), (*size.settings, "camera.views=4"))
    with tempfile.TemporaryDirectory() as folder:
        run = create_run(config, Path(folder) / "run")

        def predict(noisy: Tensor, *rest: Any) -> Tensor:
            # Glass is told by more images than a step has, whatever the number of views.
            if run.config.camera.views > 2:
                torch.empty(1 << 50, dtype=torch.uint8, device=CARD)
            return plain(noisy, *rest)

        greedy.predict_cond = predict
        trained = train_within_memory(run, PriorKnowledge.of(greedy, config))
        views = run.config.camera.views
    return views == 2 and trained.step == config.steps, f"{views} views, {trained.step} steps"


def embedded(size: Size) -> Findings:
    """The embedded prior on the card beside the CPU, and a prompt's way to a GLB."""
    results, found = [], Findings()
    t, views = torch.tensor([0.5]), orbit_views(torch.tensor([30.0]))
    for device in ("cpu", "cuda"):
        prior = EmbeddedPrior(device=device)
        noisy = torch.randn(1, 3, prior.resolution, prior.resolution, generator=torch.Generator().manual_seed(0))
        predict = functools.partial(prior.predict_cond, noisy, t, prior.encode_text("a red teddy bear"), views)
        results.append(predict())
        found.figures[f"{device}, ms"] = _ms(predict, size.repeats)
    off = float((results[0] - results[1].to("cpu")).abs().max())
    found.check("the card's prediction is the CPU's", off < 1e-2, f"{off:.2g}")
    settings = () if size.field.levels > 2 else size.settings
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        config = override(make_config("a red teddy bear", "draft"), settings)
        run = generate(config, out=Path(folder) / "run", predicted=False)
        found.figures["prompt to GLB, s"] = time.perf_counter() - begin
        made = sorted(path.name for path in run.path.glob("*.glb"))
    found.check("a prompt became a GLB", bool(made), f"{found.figures['prompt to GLB, s']:.1f} s")
    return found


def hub_steps(size: Size) -> Findings:
    """Steps of a hub model's distillation on the card: the field by each backend, the network eager and compiled."""
    from bozzetto.bench.step import RandomLatentPrior, step_table

    found, shrink = Findings(), 1 if size.resolution == 512 else 16
    small = [] if shrink == 1 else ["render.step_size=0.5", "render.grid_resolution=8"]
    # Triton's interpreter takes seconds for a thousand samples.
    less: dict[str, Any] = {} if shrink == 1 else {"side": 2, "cold_samples": 4}
    if small:
        kept = ("levels", "log2_table", "hidden", "max_resolution")
        small += [f"field.{name}={getattr(size.field, name)}" for name in kept] + ["field.base_resolution=4"]
    backends = [*usable(size)[0], "cpu"]
    # Of those that are no `triton` a dry run has run all in other parts.
    for backend in backends if shrink == 1 else backends[-2:]:
        for views in (1, 4) if shrink == 1 else (1,):
            for mixed in (False, True) if backend == "triton" else (False,):
                more = [f"field.backend={backend}", f"field.mixed_precision={str(mixed).lower()}", *small]
                rows, about = step_table("sd21", size.steps, shrink, CARD, views=views, settings=tuple(more), **less)
                name = f"field on {backend}{' mixed' if mixed else ''}, {views} views"
                found.figures[name] = {row.name: 1000 * row.seconds for row in rows} | about
    by_name = found.figures.get("field on triton, 1 views") or next(iter(found.figures.values()))
    ours, least = by_name["our way: whole step"], by_name["floor: U-Net with guidance + encoder forward and backward"]
    found.check(
        "our step is within 1.5 of the networks alone", ours <= 1.5 * least or shrink > 1, f"{ours / least:.2f}"
    )
    prior = RandomLatentPrior(CARD, torch.float16, shrink)
    found.figures["predict, eager, ms"] = _ms(_prediction(prior), size.steps)
    found.figures["waits a prediction"] = _waits(_prediction(prior))
    found.figures["profile"] = _profile(_prediction(prior))
    text = prior.encode_text("a chair")
    plain = _prediction(prior, text)()
    ReplayedModule.install(prior.unet)
    found.figures["predict, CUDA graph, ms"] = _ms(_prediction(prior, text), size.steps)
    worst = max(_apart(a.double(), b, True) for a, b in zip(plain, _prediction(prior, text)(), strict=True))
    found.check("a replayed U-Net predicts the same", worst < 1e-2, f"{worst:.2g}")
    if shrink == 1:
        for mode in ("default", "reduce-overhead"):  # the second replays CUDA graphs
            compiled = RandomLatentPrior(CARD, torch.float16, shrink)
            compiled.unet.compile(mode=mode)
            found.figures[f"predict, compiled {mode}, ms"] = _ms(_prediction(compiled), size.steps)
    return found


def _prediction(prior: Any, text: Any = None) -> Callable[[], Any]:
    text, views = text or prior.encode_text("a chair"), orbit_views(torch.tensor([30.0]))
    noisy = torch.randn(1, *prior.latent_shape, generator=torch.Generator().manual_seed(0))
    return lambda: prior.predict_x0(noisy, torch.tensor([0.5]), text, views)


def _waits(body: Callable[[], Any]) -> int:
    """Times that the host waits for the card in a body that was called before, as torch counts them."""
    torch.cuda.set_sync_debug_mode("warn")
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            body()
    finally:
        torch.cuda.set_sync_debug_mode("default")
    return sum("synchroniz" in str(warning.message) for warning in caught)


def _profile(body: Callable[[], Any]) -> list[tuple[str, float]]:
    """The ten operations that take the card longest, with their milliseconds."""
    if torch.cuda.get_device_name(0) == "pretended card":
        body()
        return []
    from torch.profiler import ProfilerActivity, profile

    with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as seen:
        body()
        torch.cuda.synchronize()
    rows = sorted(seen.key_averages(), key=lambda row: -row.self_device_time_total)[:10]
    return [(row.key, row.self_device_time_total / 1000) for row in rows]


def memory(size: Size) -> Findings:
    """Peak memory of a hub model's step on the card, by views, beside the forecast."""
    found = Findings()
    gc.collect()
    torch.cuda.empty_cache()
    before = torch.cuda.memory_allocated()  # what parts before this one have kept
    with tempfile.TemporaryDirectory() as root:
        folder = hub.write_model(size.model, Path(root))
        prior: Any = load_pretrained(
            str(folder), device="cuda", precision="fp16", resolution=size.resolution, models=Path(root)
        )
        text = prior.encode_text("a red chair")
        assert prior.memory_need is not None
        for views in size.views:
            torch.cuda.reset_peak_memory_stats()
            images = (torch.rand(views, 3, size.resolution, size.resolution) * 2 - 1).requires_grad_()
            around = orbit_views(torch.arange(views) * (360 / views))
            latents = prior.encode(images)
            draw = torch.Generator().manual_seed(0)
            out = sds_gradient(latents, prior, text, around, torch.full((views,), 0.5), draw, guidance_scale=7.5)
            (gradient,) = torch.autograd.grad(latents, images, out.grad)
            peak = torch.cuda.max_memory_allocated() - before
            forecast = hub.with_slices(prior.memory_need, prior._networks.slices, views)
            found.figures[f"{views} views"] = {"peak_gb": peak / 1e9, "forecast_gb": forecast / 1e9}
            found.check(f"{views} views: the gradient is finite", bool(gradient.isfinite().all()))
            ratio = forecast / max(peak, 1)
            within = FORECAST[0] <= ratio <= FORECAST[1] or peak == 0
            found.check(f"{views} views: the forecast is near", within, f"{forecast / 1e9:.2f} of {peak / 1e9:.2f} GB")
    return found


@contextlib.contextmanager
def building_tcnn(minutes: float) -> Iterator[Callable[[], Findings]]:
    """Builds tiny-cuda-nn into a folder of its own while the other parts run; gives what came of it, when asked."""
    folder = Path(tempfile.mkdtemp(prefix="bozzetto-tcnn-"))
    begin, process, why_not = time.monotonic(), None, ""
    if minutes <= 0:
        why_not = "not begun"
    elif importlib.util.find_spec("tinycudann") is not None:
        why_not = "it is installed"
    else:
        major, minor = torch.cuda.get_device_capability(0)
        install = f"{sys.executable} -m pip install --target {folder}"
        command = FIX_TCNN.rpartition("&&")[2].replace("pip install", install)
        log = (folder / "build.log").open("w")
        process = subprocess.Popen(
            command, shell=True, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            env={**os.environ, "TCNN_CUDA_ARCHITECTURES": f"{major}{minor}"},
        )  # fmt: skip

    def ended() -> Findings:
        found = Findings({"state": why_not})
        if process is None:
            return found
        try:
            code = process.wait(max(1.0, begin + 60 * minutes - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            found.figures["state"] = f"not done in {minutes:g} minutes"
            return found
        lines = (folder / "build.log").read_text(errors="replace").strip().splitlines()
        found.figures |= {"state": "built" if code == 0 else "does not build", "log": lines[-20:]}
        if code == 0:
            os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))
            problem = trial("tcnn", "cuda:0")
            found.check("tcnn passes its trial", problem is None, str(problem or ""))
        return found

    try:
        yield ended
    finally:
        if process is not None and process.poll() is None:
            os.killpg(process.pid, 9)
        shutil.rmtree(folder, ignore_errors=True)


def _ms(body: Callable[[], Any], repeats: int) -> float:
    """Median milliseconds of a body, by the card's own clock."""
    body()
    marks = []
    for _ in range(repeats):
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        body()
        end.record()
        marks.append((start, end))
    torch.cuda.synchronize()
    taken = sorted(start.elapsed_time(end) for start, end in marks)
    return float(taken[len(taken) // 2])


PARTS: dict[str, Callable[[Size], Findings]] = {
    "kernels": kernels,
    "same bits": same_bits,
    "timings": timings,
    "graphs": graphs,
    "embedded": embedded,
    "runs": runs,
    "hub steps": hub_steps,
    "memory": memory,
    "tcnn build": lambda size: Findings(),
}

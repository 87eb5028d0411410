"""``python -m bozzetto.bench gpu``: everything that only a card can answer, in one command and one JSON.

Each part is tried by itself: what fails is written down as failed, with the reason, and the rest goes on; a part whose
time has not come when the limit is reached is written down as left out. ``--dry-run`` walks through the same parts at
tiny size on a card that is not there (``bozzetto.bench.pretend_card``): it proves that the script runs, and its figures
mean nothing.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from bozzetto.atomic import atomic_file
from bozzetto.jobs.config.run_config import make_config, override
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import train
from bozzetto.jobs.train.views import orbit_views
from bozzetto.nerf.backend import obstacle
from bozzetto.nerf.cards import card_report
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import BACKENDS, FieldConfig
from bozzetto.nerf.operations import operations_of
from bozzetto.nerf.selfcheck import CheckSize, largest_difference
from bozzetto.sds.embedded import EmbeddedPrior

CARD = torch.device("cuda")


@dataclass(frozen=True)
class Size:
    """How much each part computes."""

    points: tuple[int, ...] = (1, 67, 40_000, 1_000_000)
    """Samples of the comparisons with the definition."""
    pixels: int = 48
    """Along an edge of the comparisons' views."""
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


TINY = Size(
    points=(1,),
    pixels=2,
    repeats=1,
    timed=64,
    ceiling=64,
    settings=(
        "steps=2", "render.resolution=8", "camera.views=1", "start.shape=blob", "render.grid_resolution=8",
        "field.levels=2", "field.log2_table=6", "field.hidden=16", "field.max_resolution=8", "save.preview_every=2",
        "save.checkpoint_every=1", "save.preview_resolution=8", "render.step_size=0.5", "regular.smoothness_points=16",
    ),
    backends=("torch", "triton"),
)  # fmt: skip


def gpu(json_file: Path = Path("gpu.json"), dry_run: bool = False, minutes: float = 10) -> None:
    """Measure everything on the card of this machine; a JSON and a summary.

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
        file.write(json.dumps(record, indent=1).encode())
    print(f"{json_file}: " + ", ".join(f"{part} {result['status']}" for part, result in record["parts"].items()))


def measure(size: Size, minutes: float) -> dict[str, Any]:
    """All parts, one after the other, as a record for JSON."""
    end = time.monotonic() + 60 * minutes
    record: dict[str, Any] = {"environment": {"card": card_report().lines(), **versions()}, "size": asdict(size)}
    record["parts"] = {}
    for name, part in PARTS.items():
        if time.monotonic() > end:
            record["parts"][name] = {"status": "left out", "reason": f"{minutes:g} minutes were over"}
            continue
        begin = time.perf_counter()
        try:
            result = {"status": "done", "figures": part(size)}
        except Exception as error:  # one part that fails must not cost the others' figures
            result = {"status": "failed", "reason": f"{type(error).__name__}: {error}"}
        record["parts"][name] = result | {"seconds": round(time.perf_counter() - begin, 1)}
        print(f"{name}: {result['status']}" + (f", {result['reason']}" if "reason" in result else ""), flush=True)
    return record


def kernels(size: Size) -> list[dict[str, Any]]:
    """Each backend's greatest difference from the definition, or what keeps it from running."""
    rows: list[dict[str, Any]] = []
    for backend in size.backends:
        problem = None if backend == "cpu" else obstacle(backend, "cuda:0")
        if backend == "cpu" or problem is not None:
            rows.append({"backend": backend, "why_not": str(problem or "for the CPU")})
            continue
        for points in size.points:
            worst = [
                largest_difference(backend, CARD, CheckSize(size.pixels, points))  # type: ignore[arg-type]
                for _ in range(size.repeats if points < 100_000 else 1)
            ]
            rows.append({"backend": backend, "points": points, "difference": max(worst), "least": min(worst)})
    return rows


def timings(size: Size) -> dict[str, float]:
    """Seconds of the network's passes by backend and precision, beside what memory allows: medians."""
    n = size.ceiling
    source, index = torch.rand(n, device=CARD), torch.randint(n, (n,)).to(CARD)
    target = torch.zeros(n, device=CARD)
    rows = {
        "ceiling: copy": _seconds(lambda: source.clone(), size.repeats),
        "ceiling: gather": _seconds(lambda: source[index], size.repeats),
        "ceiling: atomic additions": _seconds(lambda: target.index_add_(0, index, source), size.repeats),
        "numbers of the ceilings": float(n),
    }
    config, x = FieldConfig(levels=16, log2_table=19, max_resolution=2048), torch.rand(size.timed, 3).to(CARD)
    if n < 1 << 20:
        config = FieldConfig(levels=2, log2_table=6, max_resolution=8, hidden=16)
    for backend in size.backends:
        if backend == "cpu" or obstacle(backend, "cuda:0") is not None:
            continue
        field = HashField(replace(config, backend=backend, device="cuda"))
        for mixed in (False, True) if backend == "triton" else (False,):
            network = operations_of(backend, mixed).network  # type: ignore[arg-type]

            def forward(network: Any = network, field: HashField = field) -> Tensor:
                return network(x, field.table, list(field.weights), list(field.biases), field.layout)

            def both(forward: Callable[[], Tensor] = forward) -> None:
                forward().sum().backward()

            name = f"{backend}{' mixed' if mixed else ''}"
            rows[f"{name}: forward"] = _seconds(forward, size.repeats)
            rows[f"{name}: forward and backward"] = _seconds(both, size.repeats)
    return rows


def runs(size: Size) -> dict[str, Any]:
    """A run that is stopped and resumed, beside one that is not: seconds, and whether the bits are the same."""
    prior, figures = EmbeddedPrior(), {}
    for backend in size.backends:
        if backend == "cpu" or obstacle(backend, "cuda:0") is not None:
            continue
        config = override(make_config("a red teddy bear", "draft"), (*size.settings, f"field.backend={backend}"))
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
        figures[backend] = {"seconds": seconds, "same_bits": torch.equal(*tables), "difference": off}
    return figures


def embedded(size: Size) -> dict[str, float]:
    """The embedded prior on the card beside the CPU: seconds of a prediction, and the greatest difference."""
    results, figures = [], {}
    t, views = torch.tensor([0.5]), orbit_views(torch.tensor([30.0]))
    for device in ("cpu", "cuda"):
        prior = EmbeddedPrior(device=device)
        noisy = torch.randn(1, 3, prior.resolution, prior.resolution, generator=torch.Generator().manual_seed(0))
        predict = functools.partial(prior.predict_cond, noisy, t, prior.encode_text("a red teddy bear"), views)
        results.append(predict())
        figures[device] = _seconds(predict, size.repeats)
    return figures | {"difference": float((results[0] - results[1].to("cpu")).abs().max())}


def _seconds(body: Callable[[], Any], repeats: int) -> float:
    """Median time of a body, with the card's own work done."""
    body()
    taken: list[float] = []
    for _ in range(repeats):
        with _synchronised(taken):
            body()
    return sorted(taken)[len(taken) // 2]


@contextlib.contextmanager
def _synchronised(taken: list[float]) -> Iterator[None]:
    torch.cuda.synchronize()
    begin = time.perf_counter()
    yield
    torch.cuda.synchronize()
    taken.append(time.perf_counter() - begin)


PARTS: dict[str, Callable[[Size], Any]] = {"kernels": kernels, "timings": timings, "embedded": embedded, "runs": runs}

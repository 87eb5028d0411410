"""What a run will take, before it starts: from similar finished runs, or else from a few measured steps."""

import contextlib
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, RunInterrupted
from bozzetto.jobs.config.run_config import RunConfig, config_to_dict
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.provenance import current_provenance, differences_that_count, read_provenance
from bozzetto.jobs.store.resources import (
    Resources,
    export_memory,
    forget_peak,
    process_memory,
    resources_free,
    resources_needed,
)
from bozzetto.jobs.store.runs import PREVIEWS, create_run, list_runs, spaced
from bozzetto.jobs.store.units import format_bytes, format_duration
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.oom_retry import train_within_memory
from bozzetto.jobs.train.resolve import resolve
from bozzetto.threads import kernel_threads

STEPS = 11
"""Steps that are made: two to get going, one with a preview, the last with a checkpoint, the others plain ones."""
PREVIEW_STEP = 5
LATE_STEP = 8
"""From this one on they are as in the later part of the run."""
PATIENCE_SECONDS = 20.0
"""Fewer are made when they take longer than this."""
RUNS_USED = 5
"""Finished runs that a prediction is made from, or that of the export corrected by."""
OF_PROMPT = (
    *("prompt", "negative", "seed", "glass", "regular.opacity_binarization"),
    *("save.checkpoint_every", "save.preview_every"),
)
"""Settings that may differ between runs of a kind: the prompt, what follows from it for glass, and how often it is
looked at, which the workbench does more often than the command line."""
SCALED = (
    *("steps", "scene_scale", "field.max_resolution", "field.log2_table", "render.step_size", "start.steps"),
    *("optim.lr_encoding", "mesh.resolution", "mesh.keep_fraction", "mesh.normal_length", "mesh.line_length"),
    "mesh.match_pixels",
)
"""Settings that may differ between runs of a kind: the number of steps, and what follows from the scene scale."""
SCALE_SHARE = 0.5
"""Share of a step that grows with the scene scale: `standard` takes 30 s for an object, 45 s at scale 2 (14 scenes)."""


@dataclass(frozen=True)
class Estimate:
    """What a run will take."""

    step_seconds: float
    """Of one step of the training, the mean of them all."""
    training_seconds: float
    """All steps, with previews and checkpoints."""
    export_seconds: float
    """From the field to the files."""
    memory_bytes: int
    """Greatest size of this process while it does all that."""
    disk_bytes: int
    """Of the run folder, at most."""
    free: Resources
    """What there is."""
    n_runs: int = 0
    """Finished runs that it goes by; 0 where steps were made and measured."""

    @property
    def seconds(self) -> float:
        """Of everything."""
        return self.training_seconds + self.export_seconds

    def __str__(self) -> str:
        return (
            f"about {format_duration(self.seconds)} ({format_duration(self.training_seconds)} of steps at "
            f"{self.step_seconds:.2g} s, {format_duration(self.export_seconds)} of export), "
            f"{format_bytes(self.memory_bytes)} of memory ({format_bytes(self.free.memory)} free), "
            f"up to {format_bytes(self.disk_bytes)} of disk ({format_bytes(self.free.disk)} free)"
        )


def predict_from_runs(config: RunConfig, knowledge: PriorKnowledge, folder: Path | None = None) -> Estimate | None:
    """What a run will take by the latest finished runs of its kind, made with the same versions, weights and hardware.

    Runs that differ in prompt and seed only count as they are, and so do those on other threads where the configuration
    names none: how many are free when a run begins is no property of its kind. Where there are none, those that differ
    also in steps and scene scale are scaled: training is proportional to the steps and grows with the scene scale, the
    export grows as `_export_seconds` says.

    Args:
        config: what to do.
        knowledge: what the prior that it names knows of its prompt.
        folder: of the run; by default the home folder, whose free space counts.
    Returns:
        The medians, or None where there are no such runs.
    """
    any_threads = config.threads == 0
    config = resolve(replace(config, threads=config.threads or kernel_threads()), knowledge)
    here = current_provenance(knowledge.prior, config.field, second=knowledge.second_prior)
    same, scalable = _kind(config, any_threads), _kind(config, any_threads, scalable=True)
    equal, scaled = [], []  # type: tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]
    for run in reversed(list_runs()[-4 * RUNS_USED :]):
        with contextlib.suppress(BozzettoError, ConfigError, KeyError, TypeError, ValueError):
            report, provenance = run.report, read_provenance(run)
            if report is None or provenance is None or differences_that_count(provenance, here):
                continue
            past, seconds = run.config, report["seconds"]
            training, export, memory = float(seconds["training"]), float(seconds["export"]), float(report["memory"])
            if _kind(past, any_threads) == same:
                equal.append((training, export, memory))
            elif _kind(past, any_threads, scalable=True) == scalable:
                training *= config.steps / past.steps * _scale_cost(config) / _scale_cost(past)
                export *= _export_seconds(config) / _export_seconds(past)
                memory *= resources_needed(config).memory / resources_needed(past).memory
                scaled.append((training, export, memory))
        if len(equal) == RUNS_USED:
            break
    rows = equal or scaled[:RUNS_USED]
    if not rows:
        return None
    training, export, memory = (statistics.median(column) for column in zip(*rows, strict=True))
    return Estimate(
        step_seconds=training / config.steps,
        training_seconds=training,
        export_seconds=export,
        memory_bytes=int(memory),
        disk_bytes=resources_needed(config).disk,
        free=resources_free(folder),
        n_runs=len(rows),
    )


def _kind(config: RunConfig, any_threads: bool, *, scalable: bool = False) -> dict[str, Any]:
    """The settings without OF_PROMPT, and without the threads if they may be any; if `scalable`, without SCALED too."""
    values = config_to_dict(config)
    for name in (*OF_PROMPT, *(("threads",) if any_threads else ()), *(SCALED if scalable else ())):
        group, _, key = name.rpartition(".")
        del (values[group] if group else values)[key]
    return values


def _scale_cost(config: RunConfig) -> float:
    """Cost of a step relative to that at scene scale 1."""
    return 1 - SCALE_SHARE + SCALE_SHARE * max(1.0, config.scene_scale)


def estimate(config: RunConfig, knowledge: PriorKnowledge, folder: Path | None = None) -> Estimate:
    """Makes a few steps of a run in a temporary folder, and says what the whole will take.

    Args:
        config: what to do.
        knowledge: what the prior that it names knows of its prompt.
        folder: of the run; by default the home folder, whose free space counts.
    Raises:
        BozzettoError: the steps cannot be made.
    """
    ends: list[tuple[int, float]] = []
    save = replace(config.save, checkpoint_every=1_000_000, preview_every=PREVIEW_STEP)
    # Never more steps than the run has.
    total, most = config.steps, min(STEPS, config.steps)
    late = 1 - config.render.late_from if config.render.resolution_late else 0.0
    render = replace(config.render, late_from=min(1.0, (LATE_STEP - 1) / total)) if late else config.render
    made = replace(config, save=save, steps=total, render=render)
    started = time.perf_counter()
    done: list[int] = []

    def note(progress: Progress) -> None:
        if not progress.message:
            ends.append((progress.step, time.perf_counter()))

    def enough(step: int) -> bool:
        slow = step >= 3 and time.perf_counter() - started > PATIENCE_SECONDS
        if step >= most or slow:
            done.append(step)
        return bool(done)

    forget_peak()
    with tempfile.TemporaryDirectory(prefix="bozzetto-estimate-") as place:
        run = create_run(made, Path(place) / "run")
        try:
            train_within_memory(run, knowledge, progress=note, should_stop=enough)
        except (RunInterrupted, KeyboardInterrupt) as stop:
            if not done:
                message = "stopped while its time and memory were being measured; nothing was begun"
                raise RunInterrupted(message, getattr(stop, "exit_code", 130)) from None
    if len(ends) < 2:
        ends.insert(0, (0, started))
    step_seconds, training_seconds = extrapolated(config, ends, late)
    peak, now = process_memory()
    return Estimate(
        step_seconds=step_seconds,
        training_seconds=training_seconds,
        export_seconds=_export_seconds(config) * _export_correction(),
        memory_bytes=max(peak, now + export_memory(config.mesh)),
        disk_bytes=resources_needed(config).disk,
        free=resources_free(folder),
    )


def extrapolated(config: RunConfig, ends: Sequence[tuple[int, float]], late: float) -> tuple[float, float]:
    """Seconds of a step, the mean of them all, and of a whole training, from when the first few steps ended.

    Args:
        config: of the run.
        ends: (step, seconds on a clock), ascending, at least two; PREVIEW_STEP had a preview, the last a checkpoint.
        late: share of the run whose steps are as those from LATE_STEP on.
    """
    took = {step: end - start for (_, start), (step, end) in zip(ends, ends[1:], strict=False)}
    last = max(took)
    usual = [step for step in took if 2 < step < last and step not in (PREVIEW_STEP, LATE_STEP)]
    early = statistics.mean([took[step] for step in usual if step < LATE_STEP] or [took[last]])
    later = statistics.mean([took[step] for step in usual if step > LATE_STEP] or [early])
    preview = max(0.0, took.get(PREVIEW_STEP, early) - early)
    checkpoint = max(0.0, took[last] - (later if last >= LATE_STEP else early))
    plain = (1 - late) * early + late * later if late else early
    training = config.steps * plain
    training += (config.steps // spaced(config.save.preview_every, config.steps, PREVIEWS) + 1) * preview
    training += (config.steps // config.save.checkpoint_every + 1) * checkpoint
    return plain, training


def _export_seconds(config: RunConfig) -> float:
    """Fitted to the three presets on one core of an AMD EPYC that had another process on it."""
    mesh, pictures = config.mesh, config.pictures
    unwrapping: float = 3.7e-6 * mesh.max_faces**1.4
    if mesh.uv_time_limit > 0:
        unwrapping = min(unwrapping, mesh.uv_time_limit)
    surface = 0.45 + 7e-5 * mesh.resolution**2
    texture = 1.4e-6 * mesh.texture_size**2 + 1e-5 * mesh.max_faces
    if config.guidance.texture_refine_t > 0:
        texture += 6e-6 * mesh.match_views * mesh.match_pixels**2
    return unwrapping + surface + texture + 3.5e-7 * (pictures.turntable_frames + 4) * pictures.resolution**2


def _export_correction() -> float:
    """How much longer than `_export_seconds` the exports of the latest runs took; 1 where there are none."""
    factors = []
    for run in reversed(list_runs()[-4 * RUNS_USED :]):
        with contextlib.suppress(BozzettoError, ConfigError, KeyError, TypeError, ValueError):
            report = run.report
            if report is not None:
                factors.append(float(report["seconds"]["export"]) / _export_seconds(run.config))
        if len(factors) == RUNS_USED:
            break
    return min(max(statistics.median(factors or [1.0]), 0.05), 20.0)

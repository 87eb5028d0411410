"""What a run will take, before it starts: what others of its kind took; where there are none, a few steps are made and
measured, and the export follows from experience."""

import contextlib
import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, RunInterrupted
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.provenance import current_provenance, differences_that_count, read_provenance
from bozzetto.jobs.store.resources import (
    Resources,
    export_memory,
    forget_peak,
    process_memory,
    resources_free,
    resources_needed,
    size,
)
from bozzetto.jobs.store.runs import PREVIEWS, create_run, list_runs, spaced
from bozzetto.jobs.train.loop import train
from bozzetto.sds.prior import Prior

STEPS = 11
"""Steps that are made: two to get going, one with a preview, the last with a checkpoint, the others plain ones."""
PREVIEW_STEP = 5
LATE_STEP = 8
"""From this one on they are as in the later part of the run."""
PATIENCE_SECONDS = 20.0
"""Fewer are made when they take longer than this."""
EXPERIENCE = 5
"""Finished runs of this machine that a prediction is made from, or that of the export corrected by."""


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

    @property
    def seconds(self) -> float:
        """Of everything."""
        return self.training_seconds + self.export_seconds

    def __str__(self) -> str:
        return (
            f"about {_duration(self.seconds)} ({_duration(self.training_seconds)} of steps at "
            f"{self.step_seconds:.2g} s, {_duration(self.export_seconds)} of export), "
            f"{size(self.memory_bytes)} of memory ({size(self.free.memory)} free), "
            f"up to {size(self.disk_bytes)} of disk ({size(self.free.disk)} free)"
        )


def experience(config: RunConfig, prior: Prior, folder: Path | None = None) -> Estimate | None:
    """What the latest finished runs took that differ from this one in words and seed at most, made with the same
    versions, weights and hardware; None where there are none.

    Args:
        config: what to do.
        prior: the prior that it names, ready to use.
        folder: of the run; by default the home folder, whose free space counts.
    """
    here, found = current_provenance(prior, config.field.backend), []
    for run in reversed(list_runs()[-4 * EXPERIENCE :]):
        with contextlib.suppress(BozzettoError, ConfigError, KeyError, TypeError, ValueError):
            report, origin = run.report, read_provenance(run)
            if report is None or origin is None or differences_that_count(origin, here):
                continue
            if _kind(run.config) == _kind(config):
                seconds = report["seconds"]
                found.append((float(seconds["training"]), float(seconds["export"]), int(report["memory"])))
        if len(found) == EXPERIENCE:
            break
    if not found:
        return None
    training, export, memory = (statistics.median(column) for column in zip(*found, strict=True))
    return Estimate(
        step_seconds=training / config.steps,
        training_seconds=training,
        export_seconds=export,
        memory_bytes=int(memory),
        disk_bytes=resources_needed(config).disk,
        free=resources_free(folder),
    )


def _kind(config: RunConfig) -> RunConfig:
    """The configuration, whatever its words and its seed."""
    return replace(config, prompt="any", negative="", seed=0)


def estimate(config: RunConfig, prior: Prior, folder: Path | None = None) -> Estimate:
    """Makes a few steps of a run in a temporary folder, and says what the whole will take.

    Args:
        config: what to do.
        prior: the prior that it names, ready to use.
        folder: of the run; by default the home folder, whose free space counts.
    Raises:
        BozzettoError: the steps cannot be made.
    """
    ends: list[tuple[int, float]] = []
    save = replace(config.save, checkpoint_every=1_000_000, preview_every=PREVIEW_STEP)
    total = max(config.steps, STEPS + 1)
    late = 1 - config.render.late_from if config.render.resolution_late else 0.0
    render = replace(config.render, late_from=(LATE_STEP - 1) / total) if late else config.render
    made = replace(config, save=save, steps=total, render=render)
    started = time.perf_counter()

    def note(progress: Progress) -> None:
        if not progress.message:
            ends.append((progress.step, time.perf_counter()))

    def enough(step: int) -> bool:
        return step >= STEPS or (step >= 3 and time.perf_counter() - started > PATIENCE_SECONDS)

    forget_peak()
    with tempfile.TemporaryDirectory(prefix="bozzetto-estimate-") as place:
        run = create_run(made, Path(place) / "run")
        with contextlib.suppress(RunInterrupted):
            train(run, prior, progress=note, asked=enough)
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
    peak, now = process_memory()
    return Estimate(
        step_seconds=plain,
        training_seconds=training,
        export_seconds=_export_seconds(config) * _experience(),
        memory_bytes=max(peak, now + export_memory(config.mesh)),
        disk_bytes=resources_needed(config).disk,
        free=resources_free(folder),
    )


def _export_seconds(config: RunConfig) -> float:
    """Fitted to the three presets on one core of an AMD EPYC that had another process on it."""
    mesh, pictures = config.mesh, config.pictures
    unwrapping = 3.7e-6 * mesh.max_faces**1.4
    if mesh.uv_time_limit > 0:
        unwrapping = min(unwrapping, mesh.uv_time_limit)
    surface = 0.45 + 7e-5 * mesh.resolution**2
    texture = 1.4e-6 * mesh.texture_size**2 + 1e-5 * mesh.max_faces
    texture += 6e-6 * mesh.match_views * mesh.match_pixels**2 * (config.guidance.texture_refine_t > 0)
    return unwrapping + surface + texture + 3.5e-7 * (pictures.turntable_frames + 4) * pictures.resolution**2


def _experience() -> float:
    """How much longer than `_export_seconds` the exports of the latest runs took; 1 where there are none."""
    factors = []
    for run in reversed(list_runs()[-4 * EXPERIENCE :]):
        with contextlib.suppress(BozzettoError, ConfigError, KeyError, TypeError, ValueError):
            report = run.report
            if report is not None:
                factors.append(float(report["seconds"]["export"]) / _export_seconds(run.config))
        if len(factors) == EXPERIENCE:
            break
    return min(max(statistics.median(factors or [1.0]), 0.05), 20.0)


def _duration(seconds: float) -> str:
    """Seconds for people: 45 s, 3 min 20 s, 2 h 5 min."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"

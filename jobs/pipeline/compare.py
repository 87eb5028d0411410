"""Two runs side by side: their settings, what they were made with, what came out. And a run made again."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from bozzetto.jobs.config.diff import differences
from bozzetto.jobs.config.errors import BozzettoError, RunFolderError
from bozzetto.jobs.config.run_config import config_to_dict
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.checkpoint import load_checkpoint
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.provenance import (
    current_provenance,
    differences_that_count,
    read_provenance,
)
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.priors import load_novel_view, load_prior
from bozzetto.sds.prior import Prior


@dataclass(frozen=True)
class Comparison:
    """What differs between two runs; each value is that of the one and that of the other."""

    settings: dict[str, tuple[str, ...]]
    """Of the configurations, by dotted name."""
    origins: dict[str, tuple[str, ...]]
    """Versions, hardware, weights of the prior."""
    results: dict[str, tuple[str, ...]]
    """Status, steps, last loss, seconds, faces."""
    same_weights: bool | None
    """Whether the last checkpoints hold the same field, bit for bit; None where one is not at the same step."""

    def lines(self, one: str, other: str) -> list[str]:
        """For people; `one` and `other` are the names of the runs."""
        lines = [f"a  {one}", f"b  {other}"]
        parts = {"settings": self.settings, "made with": self.origins, "results": self.results}
        for title, changed in parts.items():
            lines += [f"{title}: the same"] if not changed else [f"{title}:"]
            lines += [f"  {name}: {a or '-'} | {b or '-'}" for name, (a, b) in changed.items()]
        words = {True: "the same, bit for bit", False: "different", None: "not to be compared"}
        return [*lines, f"fields: {words[self.same_weights]}"]


def compare(one: Run, other: Run) -> Comparison:
    """What differs between two runs.

    Raises:
        RunFolderError, ConfigError: one of them is damaged.
    """
    settings = differences([config_to_dict(run.config) for run in (one, other)])
    origins = [read_provenance(run) for run in (one, other)]
    return Comparison(
        settings,
        differences([{} if origin is None else asdict(origin) for origin in origins]),
        differences([_results(run) for run in (one, other)]),
        same_field(one, other),
    )


def same_field(one: Run, other: Run) -> bool | None:
    """Whether the last checkpoints hold the same field bit for bit; None when their steps differ, or one is absent."""
    try:
        (a, _), (b, _) = load_checkpoint(one), load_checkpoint(other)
    except BozzettoError:
        return None
    if a is None or b is None or a.step != b.step:
        return None
    # Only the field: how long the steps took is in a checkpoint too.
    x, y = ({name: value for name, value in c.tensors.items() if name.startswith("field.")} for c in (a, b))
    return x.keys() == y.keys() and all(x[n].dtype == y[n].dtype and torch.equal(x[n], y[n]) for n in x)


def rerun(
    run: Run,
    *,
    out: str | os.PathLike[str] | None = None,
    prior: Prior | None = None,
    progress: ProgressFn = no_progress,
) -> Run:
    """Makes a run again, in a new folder; on the same machine with the same versions, with the same result.

    Args:
        run: the run.
        out: folder to use, new or empty; by default a new one under the home folder.
        prior: the prior that it was made with; by default the one that its configuration names.
        progress: is called at each step, and before the first one of what is not the same as it was.
    Returns:
        The new run.
    """
    config = run.config
    prior = prior or load_prior(config.prior, config.hub)
    origin = read_provenance(run)
    if origin is None:
        message = f"{run.path} does not say what it was made with; whether the result will be the same is unknown"
        progress(Progress("training", 0, config.steps, message=message))
    else:
        second = load_novel_view(config, prior) if config.novel_view.prior else None
        here = current_provenance(prior, config.field, second=second)
        for name, (then, now) in differences_that_count(origin, here).items():
            message = f"{name} is {now or 'absent'} and was {then or 'absent'}; the result may differ"
            progress(Progress("training", 0, config.steps, message=message))
    return generate(config, prior=prior, out=out, progress=progress)


def _results(run: Run) -> dict[str, str]:
    """What came out, by name."""
    state, report, metrics = run.state, run.report or {}, run.metrics
    loss = metrics[-1].get("loss") if metrics else None
    results = {
        "status": state.status,
        "step": f"{state.step} of {state.total}",
        "loss": "" if loss is None else str(loss),
    }
    try:
        seconds, export = report.get("seconds", {}), report.get("export", {})
        results |= {f"seconds.{name}": str(seconds.get(name, "")) for name in ("training", "export")}
        results |= {name: str(export.get(name, "")) for name in ("n_vertices", "n_faces", "silhouette_iou")}
    except AttributeError as error:
        raise RunFolderError(f"{Path(run.path) / 'report.json'} is damaged: {error}") from error
    return results

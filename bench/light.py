"""``python -m bozzetto.bench light``: what conditioning the prior on light is worth, by relighting what it made.

Two priors are trained for the same time of one core on the same few objects, both from the shipped weights. One goes on
with the recipe. The other gets lit pictures without any label of their light; its volume too learns the
colours of these pictures, for lack of an albedo. What is distilled from it has the light baked into its colours, so
that it is there twice where the result is lit again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

from bozzetto.bench.quality import Plan
from bozzetto.bench.sets import with_article
from bozzetto.bench.truth import Case, Score, score
from bozzetto.foundry.ablation import SHORT_RECIPE, object_subset
from bozzetto.foundry.batches import Batch, ViewData
from bozzetto.foundry.training import Progress, TrainConfig, ship, train
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.pipeline.generate import generate, resume
from bozzetto.jobs.store.runs import Run, write_json
from bozzetto.sds.embedded import WEIGHTS, EmbeddedPrior
from bozzetto.sds.unet import UNetConfig

CONDITIONED, UNCONDITIONED = "conditioned on light", "not conditioned"


class UnlabelledLight(ViewData):
    """Lit views labelled as unlit, their colours taken for the albedo, as pictures of unknown light would be."""

    plain_share = 0.0

    def sample(self, size: int, resolution: int, zoomed: float, generator: torch.Generator) -> Batch:
        """See ``ViewData.sample``."""
        batch = super().sample(size, resolution, zoomed, generator)
        behind = batch.views.background[:, :, None, None] * (1 - batch.surface[:, :1])
        shaded = (batch.images + 1) / 2 - behind
        surface = torch.cat([batch.surface[:, :4], shaded], 1)
        return replace(batch, surface=surface, views=replace(batch.views, ambient=torch.ones(size)))


@dataclass(frozen=True)
class Pair:
    """The scores of one object from the two priors."""

    prompt: str
    conditioned: Score
    unconditioned: Score


def train_prior(
    data: ViewData, folder: Path, minutes: float, report: Callable[[Progress], None], rate: float = 5e-4
) -> Path:
    """Trains on from the shipped weights, where that is not done, and ships into ``folder``.

    Args:
        data: what is learnt. minutes: of one core, half of them while the rate falls. rate: of the training.
    Returns:
        the folder of the weights.
    """
    shipped = folder / "weights"
    if not (shipped / "embedded.json").is_file():
        # What a stopped call has learnt would come on top of the other's time.
        (folder / "checkpoint.safetensors").unlink(missing_ok=True)
        network = UNetConfig(len(data.lexicon.words), len(data.lexicon.objects))
        config = TrainConfig(network, rate=rate, **SHORT_RECIPE)  # type: ignore[arg-type]
        path = train(
            data,
            folder,
            config,
            minutes,
            start=WEIGHTS,
            cooldown=0.5,
            compiled=False,
            clock=time.process_time,
            report=report,
        )
        ship(path, data.lexicon, shipped)
    return shipped


def compare(
    folder: Path, out: Path, minutes: float, limit: int | None, plan: Plan, log: Callable[[str], None]
) -> list[Pair]:
    """Trains both priors, distils every object from each and scores what was made. Resumes.

    Args:
        folder: of the foundry. out: of the priors, the runs and light.json. minutes: see ``train_prior``.
        limit: so many objects; None for all of ``bozzetto.foundry.ablation.object_subset``. plan: of the runs.
        log: called with a line of progress.
    """
    data = object_subset(folder)
    unlabelled = object_subset(folder, UnlabelledLight)
    scores: dict[str, list[Score]] = {}
    prompts = [with_article(asset.noun) for asset in data.assets[:limit]]
    for name, place, training_views in (
        (CONDITIONED, "conditioned", data),
        (UNCONDITIONED, "unconditioned", unlabelled),
    ):
        report = lambda p: log(f"{p.images} images, loss {p.loss:.4f}, {p.seconds_left:.0f} s left")  # noqa: E731
        prior = EmbeddedPrior(train_prior(training_views, out / place, minutes, report))
        scores[name] = []
        for k, prompt in enumerate(prompts):
            path = out / place / slug(prompt)
            if not (path / "config.json").is_file():
                run = generate(plan.config(prompt, 0), prior=prior, out=path)
            else:
                run = Run(path)
                run = run if run.state.status == "done" else resume(run, prior=prior)
            scores[name].append(score(run, data, Case(prompt, k))[0])
            log(f"{prompt}, {name}: relit {scores[name][-1].relit_psnr:.1f} dB")
    pairs = [Pair(*row) for row in zip(prompts, scores[CONDITIONED], scores[UNCONDITIONED], strict=True)]
    write_json(out / "light.json", [asdict(p) for p in pairs])
    return pairs


def table_of(pairs: Sequence[Pair]) -> str:
    """Means, and of the differences their spread, in Markdown."""
    lines = [f"| | {CONDITIONED} | {UNCONDITIONED} | difference (min, max) | better |", "|---|---|---|---|---|"]
    for name, what in (("relit_psnr", "relit, dB"), ("psnr", "plain, dB"), ("iou", "IoU")):
        conditioned = np.array([getattr(p.conditioned, name) for p in pairs])
        unconditioned = np.array([getattr(p.unconditioned, name) for p in pairs])
        gap = conditioned - unconditioned
        spread = f"{gap.mean():+.2f} ({gap.min():+.2f}, {gap.max():+.2f})"
        lines.append(
            f"| {what} | {conditioned.mean():.2f} | {unconditioned.mean():.2f} | {spread} "
            f"| {(gap > 0).sum()} of {len(gap)} |"
        )
    return "\n".join(lines)

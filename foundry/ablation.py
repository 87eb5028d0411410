"""``ablate``: what each part of the prior and of its recipe is worth, at equal compute.

Every variant is trained from nothing on the same few objects, for as many steps as cost what the recipe's cost on one
core, with the same seed, and differs from the recipe in one thing. What a step costs is measured in turns with the
recipe's: by the clock alone, the same recipe learnt from 8,800 images in five minutes of a core with a busy neighbour
and from 12,000 without. The figures are those of ``bozzetto.foundry.evaluate``: the x0 error on cameras that training
never saw. The recipe itself is trained with several seeds: what differs by less than they do is noise.
"""

from __future__ import annotations

import itertools
import json
import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from bozzetto.atomic import write_bytes
from bozzetto.foundry.assets import load_assets
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.evaluate import LIFTED_SETS, NOISE_TIMES, x0_errors
from bozzetto.foundry.training import Progress, TrainConfig, learner, load_checkpoint, train
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.schedule import alpha, sigma
from bozzetto.sds.unet import UNet, UNetConfig
from bozzetto.sds.volume_kernels import DISTANCE, TAN
from bozzetto.sds.volume_table import Table

RESULT = Path(__file__).parent / "ablation.json"
"""The figures that the model card shows."""
OBJECT_STRIDE = 20
"""One object of so many is taken."""
CAMERA = (*range(11), 18, 19, 20)
"""The columns of ``bozzetto.sds.unet.view_features`` that tell where the camera is and which window it looks
through."""


class _Nothing(nn.Module):
    """Adds nothing where a layer stood."""

    def forward(self, x: Tensor, *_: Tensor) -> Tensor:
        """Zero, which broadcasts."""
        return x.new_zeros(())


class _Without(nn.Module):
    """Hides columns of the view features from the network's vector."""

    def __init__(self, hidden: tuple[int, ...]) -> None:
        super().__init__()
        self.hidden = hidden

    def forward(self, view: Tensor) -> Tensor:
        """View features [B, 21]."""
        return view.index_fill(1, torch.tensor(self.hidden, device=view.device), 0.0)


class NoPositions(UNet):
    """No learned positional maps."""

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        for parameter in self.position:
            nn.init.zeros_(parameter).requires_grad_(False)


class NoLayouts(UNet):
    """No maps that the conditioning vector draws."""

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        self.layout_in = nn.ModuleList(_Nothing() for _ in self.layout_in)


class NoAttention(UNet):
    """No self-attention."""

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        self.attention = nn.ModuleList(nn.Identity() for _ in self.attention)


class NoVolume(UNet):
    """No volume: the words speak through the vector alone."""

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        self.object_in = nn.ModuleList(_Nothing() for _ in self.object_in)
        self.object_out = _Nothing()  # type: ignore[assignment]


class Velocity(UNet):
    """Predicts v = alpha eps - sigma x0 (Salimans and Ho 2022, arXiv 2202.00512)."""

    def predict(self, noisy: Tensor, t: Tensor, *rest: Any) -> tuple[Tensor, Tensor]:
        """As ``UNet.predict``."""
        v, surface = super().predict(noisy, t, *rest)
        when = t[:, None, None, None]
        return alpha(when) * noisy - sigma(when) * v, surface


class Rays(UNet):
    """Takes every pixel's ray, by direction and moment (Pluecker coordinates), beside the vector."""

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        self.inlet = nn.Conv2d(9 * config.patch**2, config.channels[0], 3, padding=1)

    def predict(self, noisy: Tensor, t: Tensor, words: Tensor, view: Tensor, *rest: Any) -> tuple[Tensor, Tensor]:
        """As ``UNet.predict``."""
        return super().predict(torch.cat([noisy, rays(view, noisy.shape[-1])], 1), t, words, view, *rest)


class RaysAlone(Rays):
    """Takes every pixel's ray in the place of the camera in the vector."""

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        self.view.insert(0, _Without(CAMERA))


class Latent(UNet):
    """Sees and predicts the 16 leading cosines of each 4 x 4 block: the linear autoencoder of natural images."""

    KEPT = 16

    def __init__(self, config: UNetConfig, table: Table | None = None) -> None:
        super().__init__(config, table)
        self.register_buffer("basis", cosines(config.patch, self.KEPT), persistent=False)

    def predict(self, noisy: Tensor, *rest: Any) -> tuple[Tensor, Tensor]:
        """As ``UNet.predict``."""
        x0, surface = super().predict(self._kept(noisy), *rest)
        return self._kept(x0), surface

    def _kept(self, image: Tensor) -> Tensor:
        blocks = F.pixel_unshuffle(image, self.config.patch)
        kept = torch.einsum("kc,kd,bdhw->bchw", self.basis, self.basis, blocks)
        return F.pixel_shuffle(kept, self.config.patch)


def cosines(edge: int, kept: int) -> Tensor:
    """Orthonormal images [kept, 3 edge^2] of a block: colour by luminance and two differences, space by the discrete
    cosine transform, the smoothest first, luminance finer than colour.
    """
    place = torch.arange(edge) + 0.5
    wave = torch.stack([torch.cos(math.pi * k * place / edge) for k in range(edge)])
    wave = wave / wave.norm(dim=1, keepdim=True)
    colour = torch.tensor([[1.0, 1.0, 1.0], [1.0, 0.0, -1.0], [1.0, -2.0, 1.0]])
    colour = colour / colour.norm(dim=1, keepdim=True)
    order = [(i + j + (2 if c else 0), c, i, j) for c in range(3) for i in range(edge) for j in range(edge)]
    chosen = [(c, i, j) for _, c, i, j in sorted(order)[:kept]]
    return torch.stack([torch.einsum("c,y,x->cyx", colour[c], wave[i], wave[j]).flatten() for c, i, j in chosen])


def rays(view: Tensor, resolution: int) -> Tensor:
    """Direction and moment [B, 6, R, R] of every pixel's ray, from view features [B, 21]."""
    sin_a, cos_a, sin_e, cos_e = view[:, 0], view[:, 1], view[:, 8] / 2, view[:, 10]
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], 1)
    up = torch.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
    back = torch.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)
    zoom, centre = view[:, 18] + 1, view[:, 19:21] / 2
    place = (torch.arange(resolution, device=view.device) + 0.5) / resolution * 2 - 1
    px = centre[:, 0, None] + place / zoom[:, None]
    py = centre[:, 1, None] - place / zoom[:, None]
    across = right[:, :, None, None] * (px * TAN)[:, None, None, :]
    down = up[:, :, None, None] * (py * TAN)[:, None, :, None]
    direction = F.normalize(across + down - back[:, :, None, None], dim=1)
    origin = (back * DISTANCE)[:, :, None, None].expand_as(direction)
    return torch.cat([direction, torch.linalg.cross(origin, direction, dim=1)], 1)


@dataclass(frozen=True)
class Variant:
    """One change to the recipe.

    Args:
        what: it is, for people. network: what is trained. shape: changes of ``UNetConfig``. recipe: changes of
            ``TrainConfig``.
    """

    what: str
    network: type[UNet] = UNet
    shape: dict = field(default_factory=dict)
    recipe: dict = field(default_factory=dict)


VARIANTS = {
    "recipe": Variant("as it ships"),
    "recipe-1": Variant("as it ships, another seed", recipe={"seed": 1}),
    "recipe-2": Variant("as it ships, a third seed", recipe={"seed": 2}),
    "patch-1": Variant("pixels, in the place of 2 x 2 blocks", shape={"patch": 1}),
    "patch-4": Variant("4 x 4 blocks", shape={"patch": 4}),
    "latent": Variant("16 numbers for a 4 x 4 block (a linear autoencoder)", Latent, shape={"patch": 4}),
    "narrow": Variant("widths 24, 64, 160", shape={"channels": (24, 64, 160)}),
    "wide": Variant("widths 48, 144, 384", shape={"channels": (48, 144, 384)}),
    "velocity": Variant("v predicted, in the place of x0", Velocity),
    "no-positions": Variant("no positional maps", NoPositions),
    "no-mixers": Variant("no mixing MLP", shape={"mixers": 0}),
    "no-layouts": Variant("no maps drawn by the vector", NoLayouts),
    "no-attention": Variant("no self-attention", NoAttention),
    "no-volume": Variant("no volume", NoVolume, shape={"volume": 4}, recipe={"surface": 0.0}),
    "volume-24": Variant("a volume of 24 voxels an edge, in the place of 48", shape={"volume": 24}),
    "untold": Variant("no supervision of the volume by surfaces", recipe={"surface": 0.0}),
    "told-more": Variant("the surface weighs 1, in the place of .2", recipe={"surface": 1.0}),
    "rays": Variant("every pixel's ray, beside the camera in the vector", Rays),
    "rays-alone": Variant("every pixel's ray, in its place", RaysAlone),
    "flat": Variant("error not divided by the noise's square", recipe={"least_sigma": 1.0}),
    "steep": Variant("divided down to sigma = .1, in the place of .35", recipe={"least_sigma": 0.1}),
    "all-times": Variant("times drawn evenly", recipe={"high_noise": 0.0}),
    "no-windows": Variant("no windows", recipe={"zoomed": 0.0}),
    "long-average": Variant("weights averaged over 500 steps, in the place of 100", recipe={"ema": 0.998}),
    "no-average": Variant("weights not averaged", recipe={"ema": 0.0}),
    "no-dropout": Variant("no text dropout", recipe={"text_dropout": 0.0}),
}
"""By the names of the command line."""
REFERENCE_RUNS = ("recipe", "recipe-1", "recipe-2")
"""Those that are the recipe itself."""


SHORT_RECIPE = {"batch": 16, "warmup": 50, "ema": 0.99}
"""What the recipe changes for a training of minutes, so that it has steps enough."""


ROUNDS, TIMED = 5, 4
"""What a step costs: how often the variant and the recipe take turns, and how many steps each takes in its turn."""


@dataclass(frozen=True)
class Outcome:
    """What a variant came to.

    Args:
        name, what: of the variant. images: learnt from. cost: of an image beside the recipe's. errors: by the sets of
            ``bozzetto.foundry.evaluate``, at each of its times.
    """

    name: str
    what: str
    images: int
    cost: float
    errors: dict[str, list[float]]


def object_subset(folder: Path, kind: type[ViewData] = ViewData) -> ViewData:
    """The objects that variants are trained on, with a lexicon of these alone."""
    whole = Lexicon.load(folder / "lexicon.json")
    nouns = [asset.noun for asset in load_assets(folder)[::OBJECT_STRIDE]]
    others = [word for word in whole.words if word not in whole.objects]
    return kind(folder, Lexicon((*nouns, *others), {}, {}, frozenset(nouns)), OBJECT_STRIDE)


def cost_of(data: ViewData, configs: dict[str, tuple[TrainConfig, type[UNet]]], folder: Path) -> dict[str, float]:
    """Seconds of this process that TIMED steps of each take: the median of ROUNDS turns, so that what slows the machine
    slows them alike.
    """
    turns: dict[str, list[float]] = {key: [] for key in configs}
    for k in range(ROUNDS):
        for key, (config, network) in configs.items():
            begin = {"max_steps": (k + 1) * TIMED, "compiled": False, "network": network, "clock": time.process_time}
            path = train(data, folder / key, config, math.inf, **begin)  # type: ignore[arg-type]
            spent = load_checkpoint(path, learner(config, network=network), torch.Generator())["seconds"]
            turns[key].append(spent)
    return {key: statistics.median(b - a for a, b in itertools.pairwise([0.0, *spent])) for key, spent in turns.items()}


def try_variant(
    data: ViewData,
    name: str,
    steps: int,
    folder: Path,
    report: Callable[[Progress], None] = lambda progress: None,
    **smaller: object,
) -> Outcome:
    """Trains a variant and measures it.

    Args:
        data: see ``few``. name: in VARIANTS. steps: of the recipe; of the variant as many as cost the same.
        folder: of checkpoints. report: called every few seconds. smaller: changes of the network's shape for all
            variants alike.
    Raises:
        ValueError: there is no such variant.
    """
    if name not in VARIANTS:
        raise ValueError(f"there is no variant {name!r}; there are: {', '.join(VARIANTS)}")
    variant, recipe = VARIANTS[name], VARIANTS["recipe"]
    config, usual = (
        TrainConfig(
            UNetConfig(len(data.lexicon.words), len(data.lexicon.objects), **{**smaller, **v.shape}),
            **{**SHORT_RECIPE, **v.recipe},
        )
        for v in (variant, recipe)
    )
    cost = 1.0
    if name not in REFERENCE_RUNS:
        costs = cost_of(data, {"recipe": (usual, UNet), name: (config, variant.network)}, folder / "costs")
        cost = costs[name] / costs["recipe"]
    path = train(
        data,
        folder / "trained",
        config,
        math.inf,
        max_steps=max(1, round(steps / cost)),
        cooldown=0.5,
        compiled=False,
        network=variant.network,
        report=report,
    )
    trained = learner(config, network=variant.network)
    state = load_checkpoint(path, trained, torch.Generator())
    return Outcome(name, variant.what, state["images"], round(cost, 3), x0_errors(trained.ema.eval(), data))


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Rows in Markdown: x0 errors at the highest and the lowest of the times, relative to the mean of the recipe's
    seeds where they are a variant's, and the seeds' spread.
    """
    columns = [(name, k) for name in ("plain", "windows", "recombined") for k in (0, -1)]
    own = [o for o in outcomes if o.name in REFERENCE_RUNS]

    def of(outcome: Outcome, name: str, k: int) -> float:
        both = [outcome.errors[s][k] for s in (name, name + LIFTED_SETS) if s in outcome.errors]
        return sum(both) / len(both)

    means = [sum(of(o, *c) for o in own) / len(own) for c in columns]
    lines = [
        "| variant | images | " + " | ".join(f"{name}, t = {NOISE_TIMES[k]}" for name, k in columns) + " |",
        "|---|---|" + "---|" * len(columns),
    ]
    for o in outcomes:
        values = [of(o, *c) for c in columns]
        if o in own:
            cells = [f"{v:.4f}" for v in values]
        else:
            cells = [f"{v / m - 1:+.0%}" for v, m in zip(values, means, strict=True)]
        lines.append(f"| {o.what} | {o.images:,} | " + " | ".join(cells) + " |")
    return lines


def save(outcomes: Sequence[Outcome], path: Path) -> None:
    """Writes outcomes as JSON, atomically."""
    write_bytes(path, (json.dumps([asdict(o) for o in outcomes], indent=1) + "\n").encode())


def load(path: Path) -> list[Outcome]:
    """Reads what ``save`` wrote, in the order of VARIANTS; none where there is no file."""
    if not path.is_file():
        return []
    outcomes = [Outcome(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
    order = list(VARIANTS)
    return sorted((o for o in outcomes if o.name in order), key=lambda o: order.index(o.name))

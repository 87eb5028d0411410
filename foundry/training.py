"""Step 3, ``train``: the U-Net learns to predict x0 from noisy views. Runs on two cores or a GPU, stops and resumes
anywhere.

Loss: |x0_hat - x0|^2 / max(sigma, 0.35)^2, so that neither clean nor noisy images dominate, and the squared error of
the surface (opacity, normals, albedo) that the words' volume shows. Half of the times are
drawn from the highest noise, where only the words and the camera can tell what the image shows. A tenth of the captions
are dropped for classifier-free guidance (Ho and Salimans 2022, arXiv 2207.12598).
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import json
import logging
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.row_adam import RowAdam
from bozzetto.sds.embedded import read_weights
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.schedule import add_noise, sigma
from bozzetto.sds.unet import UNet, UNetConfig, view_features
from bozzetto.sds.volume_table import StoredVolumes, VolumeTable, store
from bozzetto.sds.weights_file import pack
from bozzetto.sds.word_pack import Instance, InstanceData, Noun, NounData, network_checksum, write_pack

log = logging.getLogger(__name__)


TABLE = "table.rows"
"""The nouns' volumes among the weights. They are not averaged: a row meets few steps, and the rate falls at the end."""
NOUNS = "nouns.safetensors"
"""The word pack of the nouns, where they are shipped beside the network."""
HIGH_NOISE = 0.75
"""Below this time a 32 x 32 image still shows its large shapes through the noise, and a denoiser needs no words."""


@dataclass(frozen=True)
class TrainConfig:
    """How the prior is trained."""

    network: UNetConfig
    batch: int = 32
    """Images a step."""
    rate: float = 1e-3
    """AdamW learning rate after the warm-up."""
    volume_rate: float = 40.0
    """Adam learning rate of the nouns' volumes, as a multiple of the other; only the rows that a step met change."""
    warmup: int = 200
    """Steps of linear warm-up."""
    weight_decay: float = 0.01
    ema: float = 0.998
    """Decay of the averaged weights, which are the ones that ship."""
    text_dropout: float = 0.1
    """Share of samples that see no words."""
    zoomed: float = 0.3
    """Share of samples that are windows at twice the scale."""
    high_noise: float = 0.5
    """Share of times drawn uniformly above HIGH_NOISE; the others are uniform in (0, 1)."""
    least_sigma: float = 0.35
    """An image's squared error is divided by the square of its noise, or of this where that is larger."""
    surface: float = 0.2
    """Weight of the surface's squared error beside that of the images."""
    seed: int = 0


@dataclass(frozen=True)
class Progress:
    """What ``train`` reports every few seconds."""

    step: int
    images: int
    loss: float
    images_per_second: float
    seconds_left: float


def sample_times(size: int, config: TrainConfig, generator: torch.Generator) -> Tensor:
    """Times in (0, 1) [B]."""
    flat = torch.rand(size, generator=generator)
    high = HIGH_NOISE + (1 - HIGH_NOISE) * torch.rand(size, generator=generator)
    t = torch.where(torch.rand(size, generator=generator) < config.high_noise, high, flat)
    return t.clamp(0.002, 0.995)


SAVE_SECONDS = 300
"""Between checkpoints, which are gigabytes of volumes and their moments."""


def loss_of(prediction: Tensor, x0: Tensor, t: Tensor, least_sigma: float = TrainConfig.least_sigma) -> Tensor:
    """The training loss of the images, a scalar; ``least_sigma`` as in ``TrainConfig``."""
    return (((prediction.float() - x0) ** 2).mean((1, 2, 3)) / sigma(t).clamp(min=least_sigma) ** 2).mean()


def surface_loss(prediction: Tensor, surface: Tensor, has_text: Tensor) -> Tensor:
    """Squared error of the surface [B, 7, R, R] in the samples that have a text (has_text [B, 1] is 1)."""
    return (((prediction.float() - surface) ** 2).sum(1).mean((1, 2)) * has_text[:, 0]).mean()


@dataclass(frozen=True)
class Learner:
    """What a training changes.

    Args:
        net: the network. ema: its average, with the same table. dense, sparse: the optimisers of the network and of the
            table's rows.
    """

    net: UNet
    ema: UNet
    dense: torch.optim.Optimizer
    sparse: torch.optim.Optimizer

    @property
    def optimisers(self) -> dict[str, torch.optim.Optimizer]:
        """By their names in a checkpoint."""
        return {"dense": self.dense, "sparse": self.sparse}


def learner(config: TrainConfig, device: str = "cpu", network: type[UNet] = UNet) -> Learner:
    """A new network, its average and its optimisers."""
    torch.manual_seed(config.seed)
    net = network(config.network).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    ema = network(config.network, net.table).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    ema.load_state_dict(net.state_dict())
    for parameter in network_parameters(ema):
        parameter.requires_grad_(False)
    assert isinstance(net.table, VolumeTable)
    return Learner(
        net,
        ema,
        torch.optim.AdamW(
            network_parameters(net), config.rate, betas=(0.9, 0.99), weight_decay=config.weight_decay, fused=True
        ),
        RowAdam([net.table.rows], config.rate, betas=(0.9, 0.99), eps=1e-10),
    )


def keep_memory() -> None:
    """Has glibc keep freed memory for the next step: to get 250 MB of fresh pages from the kernel each time took
    nearly as long as a step of ``volume_only`` takes otherwise. Elsewhere it does nothing.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    for option, value in ((-3, 1 << 30), (-1, (1 << 31) - 1)):  # M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
        mallopt(option, value)


def network_parameters(net: UNet) -> list[Tensor]:
    """All but the table."""
    return [parameter for name, parameter in net.named_parameters() if name != TABLE]


def save_checkpoint(path: Path, learner: Learner, state: dict) -> None:
    """Writes everything needed to go on: weights, average, optimiser moments, random state, counters (atomic, no
    pickles).
    """
    tensors = {f"net.{k}": v for k, v in learner.net.state_dict().items()}
    tensors |= {f"ema.{k}": v for k, v in learner.ema.state_dict().items() if k != TABLE}
    for name, optimiser in learner.optimisers.items():
        for index, moments in optimiser.state_dict()["state"].items():
            tensors |= {f"{name}.{index}.{k}": torch.as_tensor(v) for k, v in moments.items()}
    tensors["generator"] = state.pop("generator")
    write_bytes(path, save({k: v.contiguous() for k, v in tensors.items()}, metadata={"state": json.dumps(state)}))


def load_checkpoint(path: Path, learner: Learner, generator: torch.Generator) -> dict:
    """Reads what ``save_checkpoint`` wrote into the given objects; returns the counters."""
    tensors = load_file(path)
    with safe_open(path, "pt") as file:
        state = json.loads(file.metadata()["state"])
    learner.net.load_state_dict({k[4:]: v for k, v in tensors.items() if k.startswith("net.")})
    averages = {k[4:]: v for k, v in tensors.items() if k.startswith("ema.")}
    learner.ema.load_state_dict({**averages, TABLE: tensors[f"net.{TABLE}"]})
    for name, optimiser in learner.optimisers.items():
        parameters = [p for group in optimiser.param_groups for p in group["params"]]
        moments: dict[int, dict[str, Tensor | int]] = {}
        for key, value in tensors.items():
            if key.startswith(f"{name}."):
                _, number, moment = key.split(".")
                like = parameters[int(number)]
                # The fused update walks raw memory: a moment must lie in memory as its parameter does.
                if value.shape == like.shape:
                    value = torch.empty_like(like, requires_grad=False).copy_(value)
                # SparseAdam counts its steps in an integer.
                counted = int(value) if name == "sparse" and moment == "step" else value
                moments.setdefault(int(number), {})[moment] = counted
        own = optimiser.state_dict()
        optimiser.load_state_dict({"state": moments, "param_groups": own["param_groups"]})
    generator.set_state(tensors["generator"])
    return state


def grow(net: UNet, lexicon: Lexicon, weights: dict[str, Tensor], volumes: StoredVolumes, old_lexicon: Lexicon) -> None:
    """Begins ``net`` from the weights of a network with fewer words, which it then equals.

    A word takes the vector and a noun the volume that it had; a new word begins at random, as does a part of the
    network that the weights lack.

    Raises:
        ValueError: a part of the weights does not fit the network; the message names it.
    """
    begun = net.state_dict()
    rows = begun.pop(TABLE)
    places = {old_lexicon.index[word]: lexicon.index[word] for word in old_lexicon.objects if word in lexicon.objects}
    for number, place in {**places, len(volumes) - 1: len(rows) - 1}.items():
        row = volumes(torch.tensor([number]))[0]
        if row.shape != rows[place].shape:
            raise ValueError(
                f"these weights do not fit: a volume is {tuple(row.shape)}, expected {rows.shape[1]} numbers"
            )
        rows[place] = row
    for key, value in weights.items():
        target = begun.get(key)
        if key == "words":
            for word, number in old_lexicon.index.items():
                if word in lexicon.index:
                    begun[key][lexicon.index[word]] = value[number]
        elif target is not None and target.shape == value.shape:
            target.copy_(value)
        else:
            shape = "is not in the network" if target is None else f"is {tuple(target.shape)} in the network"
            raise ValueError(f"these weights do not fit: {key} {tuple(value.shape)} {shape}")
    if fresh := [key for key in begun if key not in weights]:
        log.info("not in the weights, so they begin at random: %s", ", ".join(fresh))


@functools.cache
def faster_type(device: str) -> torch.dtype:
    """The type in which the device multiplies matrices faster, float32 or bfloat16, measured once a process.

    Some processors have instructions for bfloat16 that are slower than their float32.
    """
    seconds = []
    for kind in (torch.float32, torch.bfloat16):
        matrix = torch.ones(384, 384, device=device, dtype=kind)
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            float((matrix @ matrix)[0, 0])
            times.append(time.perf_counter() - begin)
        seconds.append(min(times))
    return torch.bfloat16 if seconds[1] < 0.8 * seconds[0] else torch.float32


def train(
    data: ViewData,
    out: Path,
    config: TrainConfig,
    minutes: float,
    *,
    start: Path | None = None,
    max_steps: int | None = None,
    cooldown: float = 0.0,
    device: str = "cpu",
    compiled: bool = True,
    volume_only: bool = False,
    network: type[UNet] = UNet,
    clock: Callable[[], float] = time.monotonic,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Path:
    """Trains for ``minutes`` from the last checkpoint in ``out``, or from scratch.

    Args:
        data: rendered views.
        out: folder of ``checkpoint.safetensors``, ``log.jsonl``.
        config: the recipe; must equal that of an existing checkpoint except for the rates, batch, zoomed and ema.
        minutes: of this call, by the clock.
        start: folder of shipped weights to begin from where ``out`` has no checkpoint; parts of the network that they
            lack begin at random; None begins from nothing.
        max_steps: stop after this many steps in all, if that comes first.
        cooldown: share of this call, in time or in steps, at its end, over which the rate falls linearly to a
            twentieth.
        device: "cpu" or "cuda".
        compiled: fuse the network with torch.compile (needs a C++ compiler on the CPU).
        volume_only: train the words and their volume alone, on the surfaces, which is several times faster an image; a
            good beginning for new objects, after which the rest of the network follows.
        network: what is trained, to compare it with a variant.
        clock: tells seconds; ``time.process_time`` leaves out what else the machine does, but not that it slows this.
        report: called every few seconds.
    Returns:
        the path of the checkpoint.
    Raises:
        ValueError: the checkpoint belongs to another recipe.
    """
    out.mkdir(parents=True, exist_ok=True)
    keep_memory()
    learning = learner(config, device, network)
    net, ema = learning.net, learning.ema
    generator = torch.Generator().manual_seed(config.seed)
    path = out / "checkpoint.safetensors"
    state: dict = {"step": 0, "images": 0, "seconds": 0.0, "types": {}}
    if path.is_file():
        state = load_checkpoint(path, learning, generator)
        free = {name: getattr(config, name) for name in ("rate", "volume_rate", "batch", "zoomed", "ema")}
        stored = {**state.pop("config"), **free}
        if stored != json.loads(json.dumps(asdict(config))):
            raise ValueError(f"{path} was trained with another recipe: {stored}; choose another folder")
    elif start is not None:
        weights, volumes = read_weights(start / "embedded.safetensors", config.network.volume)
        grow(net, data.lexicon, weights, volumes, Lexicon.load(start / "lexicon.json"))
        ema.load_state_dict(net.state_dict())
    # Measured once for each device: a machine that is busy for a moment must not change what is computed.
    if device not in state["types"]:
        state["types"][device] = str(faster_type(device)).removeprefix("torch.")
    kind = getattr(torch, state["types"][device])
    if compiled:
        # The volume's kernels are numba's. As a decorator of theirs this would load the compiler into every run.
        net.object.forward = torch.compiler.disable(net.object.forward)  # type: ignore[method-assign]
    forward = torch.compile(net.predict) if compiled else net.predict
    parameters, averages = network_parameters(net), network_parameters(ema)

    def save() -> None:
        counters = {**state, "config": asdict(config), "generator": generator.get_state()}
        save_checkpoint(path, learning, counters)

    begin = saved = spoken = clock()
    before = state["seconds"]
    losses: list[float] = []
    images_at_start, steps_at_start = state["images"], state["step"]
    while True:
        elapsed = clock() - begin
        if elapsed > minutes * 60 or (max_steps is not None and state["step"] >= max_steps):
            break
        left = 1 - elapsed / (minutes * 60)
        if max_steps is not None:
            left = min(left, (max_steps - state["step"]) / (max_steps - steps_at_start))
        rate = config.rate * min(1, (state["step"] + 1) / config.warmup)
        if cooldown > 0 and left < cooldown:
            rate *= max(0.05, left / cooldown)
        for optimiser, times in ((learning.dense, 1.0), (learning.sparse, config.volume_rate)):
            for group in optimiser.param_groups:
                group["lr"] = rate * times
        batch = data.sample(config.batch, config.network.resolution, config.zoomed, generator)
        x0 = batch.images.to(device)
        t = sample_times(config.batch, config, generator).to(device)
        noisy = add_noise(x0, torch.randn(x0.shape, generator=generator).to(device), t)
        has_text = (torch.rand(config.batch, 1, generator=generator) >= config.text_dropout).float()
        with torch.autocast(device, torch.bfloat16, enabled=kind == torch.bfloat16):
            words, view = (batch.words * has_text).to(device), view_features(batch.views).to(device)
            if volume_only:
                prediction, surface = x0, net.show(words, view)
            else:
                prediction, surface = forward(noisy, t, words, view, net.draw(words))
        surface_error = surface_loss(surface, batch.surface.to(device), has_text.to(device))
        loss = loss_of(prediction, x0, t, config.least_sigma) + config.surface * surface_error
        net.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        learning.dense.step()
        learning.sparse.step()
        keep = min(config.ema, (state["step"] + 1) / (state["step"] + 10))
        torch._foreach_lerp_(averages, parameters, 1 - keep)
        state["step"] += 1
        state["images"] += config.batch
        state["seconds"] = before + clock() - begin
        losses.append(float(loss.detach()))
        if not math.isfinite(losses[-1]):
            raise FloatingPointError(
                f"the loss is {losses[-1]} at step {state['step']}: lower the rate and resume from {path}"
            )
        now = clock()
        if now - spoken > 10:
            speed = (state["images"] - images_at_start) / (now - begin)
            mean = sum(losses[-400:]) / len(losses[-400:])
            report(Progress(state["step"], state["images"], mean, speed, minutes * 60 - (now - begin)))
            with (out / "log.jsonl").open("a") as file:
                file.write(
                    json.dumps(
                        {
                            **state,
                            "loss": round(mean, 5),
                            "surface": round(float(surface_error.detach()), 5),
                            "rate": rate,
                            "images_per_second": round(speed, 1),
                        }
                    )
                    + "\n"
                )
            spoken = now
        if now - saved > SAVE_SECONDS:
            save()
            saved = now
    save()
    return path


def ship(
    checkpoint: Path,
    lexicon: Lexicon,
    folder: Path,
    notes: str = "",
    progress: Callable[[int, int], None] = lambda done, total: None,
    apart: bool = False,
) -> Path:
    """Writes the averaged weights, the nouns' volumes, their description and the lexicon into a folder.

    Args:
        notes: what the card should say of how these weights came to be, beyond the counters.
        progress: called with the number of volumes packed and in all.
        apart: put the nouns into a word pack beside the network, NOUNS; the network's file then holds only what no noun
            changes, and its lexicon the adjectives.
    Returns:
        the path of the weights.
    """
    tensors = load_file(checkpoint)
    with safe_open(checkpoint, "pt") as file:
        state = json.loads(file.metadata()["state"])
    network, rows = dict(state["config"]["network"]), tensors[f"net.{TABLE}"]
    weights, edge = {k[4:]: v for k, v in tensors.items() if k.startswith("ema.")}, network["volume"]
    count, own = len(rows) - 1, lexicon
    if apart:
        vectors, weights["words"] = weights["words"][:count], weights["words"][count:]
        own, rows = without_nouns(lexicon), rows[count:]
        network |= {"vocabulary": len(own.words), "nouns": 0}
    packed = pack(weights) | store(rows, edge, (lambda done, total: None) if apart else progress)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "embedded.safetensors"
    write_bytes(path, save(packed))
    if apart:
        nouns = []
        for k, name in enumerate(lexicon.words[:count]):
            data = InstanceData(tensors[f"net.{TABLE}"][k], vector=vectors[k].float())
            nouns.append(NounData(noun_of(lexicon, name), (data,)))
            progress(k + 1, count)
        checksum = network_checksum(packed)
        write_pack(folder / NOUNS, nouns, network=checksum, edge=edge, embedding=network["embedding"])

    about = {
        "network": network,
        "steps": state["step"],
        "images": state["images"],
        "training_hours": round(state["seconds"] / 3600, 2),
        "notes": notes,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        **({"packs": [NOUNS]} if apart else {}),
    }
    (folder / "embedded.json").write_text(json.dumps(about, indent=1) + "\n")
    own.save(folder / "lexicon.json")
    return path


def noun_of(lexicon: Lexicon, name: str) -> Noun:
    """What a lexicon says of a noun, as word packs have it."""
    return Noun(
        name,
        (Instance(has_vector=True),),
        synonyms=tuple(other for other, word in lexicon.aliases.items() if word == name),
        kinds=tuple(kind for kind, word in lexicon.kinds.items() if word == name),
        size=lexicon.sizes.get(name),
    )


def without_nouns(lexicon: Lexicon) -> Lexicon:
    """The adjectives of a lexicon, and what leads to them."""
    words = tuple(word for word in lexicon.words if word not in lexicon.objects)
    aliases = {name: word for name, word in lexicon.aliases.items() if word in words}
    return Lexicon(words, aliases, {name: word for name, word in lexicon.kinds.items() if word in words}, frozenset())

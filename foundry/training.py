"""Step 3, ``train``: the U-Net learns to predict x0 from noisy views. Runs on two cores or a GPU, stops and resumes
anywhere.

Loss: |x0_hat - x0|^2 / max(sigma, 0.35)^2, so that neither clean nor noisy images dominate, and the squared error of
the surface (opacity, normals, albedo) that the words' volume shows. Half of the times are
drawn from the highest noise, where only the words and the camera can tell what the image shows. A tenth of the captions
are dropped for classifier-free guidance (Ho and Salimans 2022, arXiv 2207.12598).
"""

from __future__ import annotations

import copy
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
from safetensors.torch import load_file, save_file
from torch import Tensor

from foundry.batches import ViewData
from sds.lexicon import Lexicon
from sds.schedule import add_noise, sigma
from sds.unet import UNet, UNetConfig, view_features
from sds.weights_file import pack, read

log = logging.getLogger(__name__)


BASIS = "object.basis.weight"
"""The one weight that grows with the rank."""
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
    warmup: int = 200
    """Steps of linear warm-up."""
    weight_decay: float = 0.01
    ema: float = 0.9993
    """Decay of the averaged weights, which are the ones that ship."""
    text_dropout: float = 0.1
    """Share of samples that see no words."""
    zoomed: float = 0.3
    """Share of samples that are windows at twice the scale."""
    high_noise: float = 0.5
    """Share of times drawn uniformly above HIGH_NOISE; the others are uniform in (0, 1)."""
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


SURFACE = 0.2
"""Weight of the surface's squared error beside that of the images."""


def loss_of(prediction: Tensor, x0: Tensor, t: Tensor) -> Tensor:
    """The training loss of the images, a scalar."""
    return (((prediction.float() - x0) ** 2).mean((1, 2, 3)) / sigma(t).clamp(min=0.35) ** 2).mean()


def surface_loss(prediction: Tensor, surface: Tensor, heard: Tensor) -> Tensor:
    """Squared error of the surface [B, 7, R, R] in the samples that were told the words (heard [B, 1] is 1)."""
    return (((prediction.float() - surface) ** 2).sum(1).mean((1, 2)) * heard[:, 0]).mean()


def save_checkpoint(path: Path, net: UNet, ema: UNet, optimiser: torch.optim.Optimizer, state: dict) -> None:
    """Writes everything needed to go on: weights, average, optimiser moments, random state, counters (atomic, no
    pickles).
    """
    tensors = {f"net.{k}": v for k, v in net.state_dict().items()}
    tensors |= {f"ema.{k}": v for k, v in ema.state_dict().items()}
    for index, moments in optimiser.state_dict()["state"].items():
        tensors |= {f"opt.{index}.{k}": v for k, v in moments.items()}
    tensors["generator"] = state.pop("generator")
    temporary = path.with_suffix(".tmp")
    save_file({k: v.contiguous().clone() for k, v in tensors.items()}, temporary, metadata={"state": json.dumps(state)})
    temporary.replace(path)


def load_checkpoint(
    path: Path, net: UNet, ema: UNet, optimiser: torch.optim.Optimizer, generator: torch.Generator
) -> dict:
    """Reads what ``save_checkpoint`` wrote into the given objects; returns the counters."""
    tensors = load_file(path)
    with safe_open(path, "pt") as file:
        state = json.loads(file.metadata()["state"])
    net.load_state_dict({k[4:]: v for k, v in tensors.items() if k.startswith("net.")})
    ema.load_state_dict({k[4:]: v for k, v in tensors.items() if k.startswith("ema.")})
    parameters = [p for group in optimiser.param_groups for p in group["params"]]
    moments: dict[int, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        if key.startswith("opt."):
            _, index, name = key.split(".")
            # The fused update walks raw memory: a moment must lie in memory as its parameter does.
            like = parameters[int(index)]
            value = torch.empty_like(like, requires_grad=False).copy_(value) if value.shape == like.shape else value
            moments.setdefault(int(index), {})[name] = value
    own = optimiser.state_dict()
    optimiser.load_state_dict({"state": moments, "param_groups": own["param_groups"]})
    generator.set_state(tensors["generator"])
    return state


def grow(net: UNet, lexicon: Lexicon, weights: dict[str, Tensor], known: Lexicon) -> None:
    """Begins ``net`` from the weights of a network with fewer words or fewer basis volumes, which it then equals.

    A word takes the vector that it had; a new word, and a part of the network that the weights lack, begin at random;
    new basis volumes begin at nothing, and their mixing at random.

    Raises:
        ValueError: a part of the weights does not fit the network; the message names it.
    """
    begun = net.state_dict()
    old = weights[BASIS].shape[1]
    for key, value in weights.items():
        target = begun.get(key)
        if key == "words":
            for word, row in known.index.items():
                if word in lexicon.index:
                    begun[key][lexicon.index[word]] = value[row]
        elif target is not None and target.shape == value.shape:
            target.copy_(value)
        elif key == BASIS and target is not None and len(target) == len(value) and target.shape[1] > old:
            target.zero_()[:, :old] = value
        elif key.startswith("object.mix.1.") and target is not None and len(target) > old:
            target[:old] = value
        else:
            shape = "is not in the network" if target is None else f"is {tuple(target.shape)} in the network"
            raise ValueError(f"these weights do not fit: {key} {tuple(value.shape)} {shape}")
    if fresh := [key for key in begun if key not in weights]:
        log.info("not in the weights, so they begin at random: %s", ", ".join(fresh))


def faster_type(device: str) -> torch.dtype:
    """The type in which the device multiplies matrices faster, float32 or bfloat16, measured on the spot.

    Some processors have instructions for bfloat16 that are slower than their float32.
    """
    seconds = []
    for kind in (torch.float32, torch.bfloat16):
        matrix = torch.ones(768, 768, device=device, dtype=kind)
        times = []
        for _ in range(8):
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
    report: Callable[[Progress], None] = lambda progress: None,
) -> Path:
    """Trains for ``minutes`` from the last checkpoint in ``out``, or from scratch.

    Args:
        data: rendered views.
        out: folder of ``checkpoint.safetensors``, ``log.jsonl``.
        config: the recipe; must equal that of an existing checkpoint except for rate, batch and zoomed.
        minutes: wall time of this call.
        start: folder of shipped weights to begin from where ``out`` has no checkpoint; parts of the network that they
            lack begin at random; None begins from nothing.
        max_steps: stop after this many steps in all, if that comes first.
        cooldown: share of this call, at its end, over which the rate falls linearly to a twentieth.
        device: "cpu" or "cuda".
        compiled: fuse the network with torch.compile (needs a C++ compiler on the CPU).
        volume_only: train the words and their volume alone, on the surfaces, which is several times faster an image; a
            good beginning for new objects, after which the rest of the network follows.
        report: called every few seconds.
    Returns:
        the path of the checkpoint.
    Raises:
        ValueError: the checkpoint belongs to another recipe.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config.seed)
    net = UNet(config.network).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    ema = copy.deepcopy(net).requires_grad_(False)
    optimiser = torch.optim.AdamW(
        net.parameters(), config.rate, betas=(0.9, 0.99), weight_decay=config.weight_decay, fused=True
    )
    generator = torch.Generator().manual_seed(config.seed)
    path = out / "checkpoint.safetensors"
    state: dict = {"step": 0, "images": 0, "seconds": 0.0}
    if path.is_file():
        state = load_checkpoint(path, net, ema, optimiser, generator)
        stored = {**state.pop("config"), "rate": config.rate, "batch": config.batch, "zoomed": config.zoomed}
        if stored != json.loads(json.dumps(asdict(config))):
            raise ValueError(f"{path} was trained with another recipe: {stored}; choose another folder")
    elif start is not None:
        grow(net, data.lexicon, read(start / "embedded.safetensors"), Lexicon.load(start / "lexicon.json"))
        ema.load_state_dict(net.state_dict())
    kind = faster_type(device)
    forward = torch.compile(net.predict) if compiled else net.predict
    parameters, averages = list(net.parameters()), list(ema.parameters())

    def save() -> None:
        counters = {**state, "config": asdict(config), "generator": generator.get_state()}
        save_checkpoint(path, net, ema, optimiser, counters)

    begin = saved = spoken = time.monotonic()
    before = state["seconds"]
    losses: list[float] = []
    images_at_start = state["images"]
    while True:
        elapsed = time.monotonic() - begin
        if elapsed > minutes * 60 or (max_steps is not None and state["step"] >= max_steps):
            break
        left = 1 - elapsed / (minutes * 60)
        rate = config.rate * min(1, (state["step"] + 1) / config.warmup)
        if cooldown > 0 and left < cooldown:
            rate *= max(0.05, left / cooldown)
        for group in optimiser.param_groups:
            group["lr"] = rate
        batch = data.sample(config.batch, config.network.resolution, config.zoomed, generator)
        x0 = batch.images.to(device)
        t = sample_times(config.batch, config, generator).to(device)
        noisy = add_noise(x0, torch.randn(x0.shape, generator=generator).to(device), t)
        heard = (torch.rand(config.batch, 1, generator=generator) >= config.text_dropout).float()
        with torch.autocast(device, torch.bfloat16, enabled=kind == torch.bfloat16):
            words, view = (batch.words * heard).to(device), view_features(batch.views).to(device)
            prediction, surface = (x0, net.show(words, view)) if volume_only else forward(noisy, t, words, view)
        told = surface_loss(surface, batch.surface.to(device), heard.to(device))
        loss = loss_of(prediction, x0, t) + SURFACE * told
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        keep = min(config.ema, (state["step"] + 1) / (state["step"] + 10))
        torch._foreach_lerp_(averages, parameters, 1 - keep)
        state["step"] += 1
        state["images"] += config.batch
        state["seconds"] = before + time.monotonic() - begin
        losses.append(float(loss.detach()))
        if not math.isfinite(losses[-1]):
            raise FloatingPointError(
                f"the loss is {losses[-1]} at step {state['step']}: lower the rate and resume from {path}"
            )
        now = time.monotonic()
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
                            "surface": round(float(told.detach()), 5),
                            "rate": rate,
                            "images_per_second": round(speed, 1),
                        }
                    )
                    + "\n"
                )
            spoken = now
        if now - saved > 120:
            save()
            saved = now
    save()
    return path


def ship(checkpoint: Path, lexicon: Lexicon, folder: Path, notes: str = "") -> Path:
    """Writes the averaged weights in half precision, their description and the lexicon into the ``sds/weights`` folder.

    Args:
        notes: what the card should say of how these weights came to be, beyond the counters.
    Returns:
        the path of the weights.
    """
    tensors = load_file(checkpoint)
    with safe_open(checkpoint, "pt") as file:
        state = json.loads(file.metadata()["state"])
    weights = pack({k[4:]: v for k, v in tensors.items() if k.startswith("ema.")})
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "embedded.safetensors"
    temporary = path.with_suffix(".tmp")
    save_file(weights, temporary)
    temporary.chmod(0o644)
    temporary.replace(path)

    about = {
        "network": state["config"]["network"],
        "steps": state["step"],
        "images": state["images"],
        "training_hours": round(state["seconds"] / 3600, 2),
        "notes": notes,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    (folder / "embedded.json").write_text(json.dumps(about, indent=1) + "\n")
    lexicon.save(folder / "lexicon.json")
    return path

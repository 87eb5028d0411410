"""A pretrained prior from what a user names."""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import torch

from bozzetto.card_kernels import missing_kernels
from bozzetto.sds.pretrained.access import Located, locate
from bozzetto.sds.pretrained.autoencoder import with_autoencoder
from bozzetto.sds.pretrained.clip import ClipPrior, is_clip_folder
from bozzetto.sds.pretrained.deepfloyd import DeepFloydPrior
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.errors import LayoutError, MemoryNeedError
from bozzetto.sds.pretrained.folder import ModelFolder, inspect_folder
from bozzetto.sds.pretrained.lora import Lora, check_lora
from bozzetto.sds.pretrained.memory import MemoryNeed, Slices, choose_slices, forecast, free_memory
from bozzetto.sds.pretrained.multiview import MultiViewPrior, make_multiview
from bozzetto.sds.pretrained.multiview_files import as_diffusers, is_community_folder, read_extra
from bozzetto.sds.pretrained.networks import Networks, check_compiler
from bozzetto.sds.pretrained.packages import diffusers
from bozzetto.sds.pretrained.parts import check_parts, with_defaults
from bozzetto.sds.pretrained.picture import read_picture
from bozzetto.sds.pretrained.rectified_flow import RectifiedFlowPrior
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.pretrained.single_file import converted
from bozzetto.sds.pretrained.stable_diffusion import StableDiffusionPrior
from bozzetto.sds.pretrained.textual_inversion import TextualInversion
from bozzetto.sds.pretrained.zero123 import Zero123Prior

Precision = Literal["auto", "fp32", "fp16", "bf16"]
DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
AT_ONCE = {"cpu": 1_000_000_000, "cuda": 8_000_000_000}
"""Bytes of activations up to which a batch goes through a network at once: more gains no speed there."""
SLOW_HALF = 1.5
"""How much longer a half-precision convolution may take than one of float32 before it is said."""

log = logging.getLogger(__name__)


def load_pretrained(
    where: str,
    *,
    device: str = "auto",
    precision: Precision = "auto",
    offline: bool = False,
    loras: Sequence[Lora] = (),
    resolution: int | None = None,
    compiled: str | None = None,
    checkpointing: bool = False,
    cache: Path | None = None,
    models: Path | None = None,
    vae: str | None = None,
    base: str | None = None,
    words: Sequence[TextualInversion] = (),
    image: Path | None = None,
    image_elevation: float = 0.0,
    endpoint: str | None = None,
    hub_cache: Path | None = None,
    free: int | None = None,
    say: Callable[[str], None] = log.info,
) -> Sides | ClipPrior:
    """A pretrained prior, checked and ready; its weights are read when they are first needed.

    Args:
        where: a folder, a single .safetensors file, a known short name, or a hub id, see
            `bozzetto.sds.pretrained.access.locate`.
        device: "auto" is the GPU where there is one; "cuda:1" is the second.
        precision: "auto" is fp16 on a GPU (bf16 for a rectified flow) and fp32 elsewhere.
        offline: use no network.
        loras: what is added to the weights.
        resolution: of the images; None is what the model was trained with. Latent models only.
        checkpointing: compute the autoencoder's blocks again in the backward pass in any case; else where memory is
            short.
        compiled: mode of `torch.compile` for the denoiser, or "cuda-graphs"; None for none.
        cache: folder of text embeddings; None keeps none.
        models: folder in which single files are kept as they were converted; None is a temporary one.
        vae: another autoencoder in the place of the model's own, see `bozzetto.sds.pretrained.autoencoder`.
        base: a folder, or what `locate` finds, that lends a single file the parts that it lacks.
        words: textual inversions.
        image: the picture that an image-conditioned model continues; None for none. Others are not shown it.
        image_elevation: of the camera that saw it, radians.
        endpoint, hub_cache: of the hub, see `locate`.
        free: bytes that it may take; None asks the device.
        say: is told what is fetched and read, and how.

    Returns:
        The prior.

    Raises:
        PretrainedError: one of bozzetto.sds.pretrained.errors; each message ends in the next step.
    """
    diffusers()
    for lora in loras:
        check_lora(lora)
    place = find_device(device)
    if is_clip_folder(Path(where).expanduser()):
        return ClipPrior(Path(where).expanduser(), place, say)
    if compiled is not None:
        check_compiler(place, compiled)
    half = precision in ("fp16", "bf16") or (precision == "auto" and place.type == "cuda")
    kept = models or Path(tempfile.gettempdir()) / "bozzetto-models"
    file = Path(where).expanduser()
    if file.is_file():
        lender = None
        if base is not None:
            lender = locate(base, offline=offline, half=half, endpoint=endpoint, cache=hub_cache, say=say).path
        path = converted(file, kept, say=say, base=lender)
        located = Located(path, str(file), path.name)
    else:
        located = locate(where, offline=offline, half=half, endpoint=endpoint, cache=hub_cache, say=say)
    path = located.path
    if is_community_folder(path):
        path = as_diffusers(path, kept, say)
    folder = inspect_folder(path, half)
    if vae is not None:
        folder = with_autoencoder(folder, vae, kept, offline, half, say)
    folder = with_defaults(folder)
    picture = None if image is None else read_picture(image.expanduser(), image_elevation)
    kind = folder.family.pipeline
    if picture is not None and "image_encoder" not in folder.parts:
        say(f"{folder.path} ({kind}) takes no picture, and is not shown {image}")
        picture = None
    flow = folder.family.denoiser == "transformer"
    if precision == "auto":
        dtype = torch.float32 if not half else torch.bfloat16 if flow else torch.float16
    else:
        dtype = DTYPES[precision]
    if place.type == "cpu" and dtype != torch.float32:
        _warn_of_slow_half(dtype, say)
    encoder = TextEncoder(located, folder, place, dtype, cache, loras, say, words)
    prepare = None
    if kind == "MVDreamPipeline":
        extra = folder.parts["unet"].extra

        def prepare(unet: Any) -> Any:
            return make_multiview(unet, *read_extra(extra))

    networks = Networks(folder, place, dtype, loras, compiled, say=say, prepare=prepare, make_room=encoder.release)
    pictured = {"resolution": resolution, "picture": picture}
    if kind == "MVDreamPipeline":
        prior: Sides = MultiViewPrior(located, folder, encoder, networks, loras, **pictured)  # type: ignore[arg-type]
    elif kind in ("Zero1to3StableDiffusionPipeline", "Zero123Pipeline"):
        prior = Zero123Prior(located, folder, encoder, networks, loras, **pictured)  # type: ignore[arg-type]
    elif kind == "IFPipeline":
        prior = DeepFloydPrior(located, folder, encoder, networks, loras)
    elif flow:
        prior = RectifiedFlowPrior(located, folder, encoder, networks, loras, resolution=resolution)
    else:
        prior = StableDiffusionPrior(located, folder, encoder, networks, loras, resolution=resolution)
    check_parts(folder)
    prior.memory_need = forecast(folder, dtype, prior.resolution)
    networks.slices = plan_memory(folder, prior.memory_need, place, dtype, prior.resolution, free, say, checkpointing)
    return prior


def find_device(name: str) -> torch.device:
    """The device of that name.

    Raises:
        LayoutError: there is no such device here; the message says which there are.
    """
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() and not missing_kernels()[0] else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise LayoutError(f"hub.device: {name!r} is no device; expected auto, cpu, cuda or cuda:NUMBER") from error
    if device.type == "cuda":
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
        if torch.version.cuda is None:
            raise LayoutError(
                f"hub.device={name}: this torch ({torch.__version__}) is built without CUDA; install a CUDA build of "
                "torch, or set hub.device=cpu"
            )
        if (device.index or 0) >= count:
            raise LayoutError(f"hub.device={name}: {count or 'no'} CUDA devices are there; set hub.device=cpu or auto")
        problem, fix = missing_kernels(device.index or 0)
        if problem:
            raise LayoutError(f"hub.device={name}: {problem}; {fix}, or set hub.device=cpu")
    elif device.type != "cpu":
        raise LayoutError(f"hub.device: {name!r} is not supported; expected auto, cpu, cuda or cuda:NUMBER")
    return device


def share_memory(first: Sides, second: Sides, free: int | None = None, say: Callable[[str], None] = log.info) -> None:
    """Plans the steps of two priors whose networks are in memory at the same time.

    Args:
        first, second: as `load_pretrained` returns them, before their networks are read.
        free: bytes that both may take; None asks the device.
        say: is told how a batch goes through them where memory is short.

    Raises:
        MemoryNeedError: they do not fit together.
    """
    for prior, other in ((first, second), (second, first)):
        networks, need, beside = prior._networks, prior.memory_need, other.memory_need
        left = free_memory(networks.device) if free is None else free
        if left is not None and beside is not None and networks.device == other._networks.device:
            left -= beside.networks
        if need is not None:
            networks.slices = plan_memory(
                prior._folder, need, networks.device, networks.dtype, prior.resolution, left, say,
                networks.slices.checkpointing,
            )  # fmt: skip


def plan_memory(
    folder: ModelFolder,
    need: MemoryNeed,
    device: torch.device,
    dtype: torch.dtype,
    resolution: int,
    free: int | None,
    say: Callable[[str], None],
    checkpointing: bool = False,
) -> Slices:
    """How a batch goes through the networks, so that a step fits what is free; `checkpointing` in any case if asked.

    Raises:
        MemoryNeedError: one view does not fit; the message says how much it takes, and what to do.
    """
    free = free_memory(device) if free is None else free
    slices = choose_slices(need, free, AT_ONCE.get(device.type, AT_ONCE["cuda"]))
    least = need.peak(1, checkpointing=True)
    if slices is None:
        assert free is not None  # else everything fits
        steps = "take a smaller model (bozzetto priors)"
        if need.gradient and resolution > 256:
            steps = f"show it smaller images (--set hub.resolution={resolution // 2}) or {steps}"
        if device.type == "cuda" and dtype == torch.float32:
            steps = f"use half precision (--set hub.precision=fp16), {steps}"
        raise MemoryNeedError(
            f"{folder.path} needs about {least / 1e9:.1f} GB on {device} as {str(dtype).removeprefix('torch.')} "
            f"({max(need.text, need.networks) / 1e9:.1f} GB of weights, the rest for one view of {resolution} pixels), "
            f"and {free / 1e9:.1f} GB are free: free some, {steps}"
        )
    if slices.checkpointing:
        say(f"memory is short ({(free or 0) / 1e9:.1f} GB free): {slices}")
    return replace(slices, checkpointing=slices.checkpointing or checkpointing)


def _warn_of_slow_half(dtype: torch.dtype, say: Callable[[str], None]) -> None:
    """Says so where this CPU takes longer in half precision than in float32, by a convolution of both."""
    seconds = {kind: _convolution_seconds(kind) for kind in (torch.float32, dtype)}
    ratio = seconds[dtype] / max(seconds[torch.float32], 1e-9)
    if ratio > SLOW_HALF:
        name = str(dtype).removeprefix("torch.")
        say(f"{name} on this CPU takes {ratio:.0f} times as long as float32; hub.precision=fp32 is faster")


def _convolution_seconds(dtype: torch.dtype) -> float:
    x, w = torch.ones(1, 64, 32, 32, dtype=dtype), torch.ones(64, 64, 3, 3, dtype=dtype)
    with torch.no_grad():
        torch.nn.functional.conv2d(x[..., :4, :4], w, padding=1)
        started = time.perf_counter()
        torch.nn.functional.conv2d(x, w, padding=1)
        return time.perf_counter() - started

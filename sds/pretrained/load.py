"""A pretrained prior from what a user names."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import torch

from bozzetto.sds.pretrained.access import check_memory, locate
from bozzetto.sds.pretrained.deepfloyd import DeepFloydPrior
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.folder import inspect_folder
from bozzetto.sds.pretrained.lora import check_lora
from bozzetto.sds.pretrained.networks import Networks, check_compiler
from bozzetto.sds.pretrained.packages import diffusers
from bozzetto.sds.pretrained.rectified_flow import RectifiedFlowPrior
from bozzetto.sds.pretrained.stable_diffusion import StableDiffusionPrior
from bozzetto.sds.prior import Prior

Precision = Literal["auto", "fp32", "fp16", "bf16"]
DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}

log = logging.getLogger(__name__)


def load_pretrained(
    where: str,
    *,
    device: str = "auto",
    precision: Precision = "auto",
    offline: bool = False,
    lora: Path | None = None,
    lora_scale: float = 1.0,
    resolution: int | None = None,
    compiled: str | None = None,
    cache: Path | None = None,
    endpoint: str | None = None,
    hub_cache: Path | None = None,
    say: Callable[[str], None] = log.info,
) -> Prior:
    """A pretrained prior, checked and ready; its weights are read when they are first needed.

    Args:
        where: a folder, a known short name, or a hub id, see `bozzetto.sds.pretrained.access.locate`.
        device: "auto" is the GPU where there is one.
        precision: "auto" is fp16 on a GPU (bf16 for a rectified flow) and fp32 elsewhere.
        offline: use no network.
        lora: a LoRA file.
        lora_scale: its weight.
        resolution: of the images; None is what the model was trained with. Latent models only.
        compiled: mode of `torch.compile` for the denoiser, None for none.
        cache: folder of text embeddings; None keeps none.
        endpoint, hub_cache: of the hub, see `locate`.
        say: is told what is fetched.

    Returns:
        The prior.

    Raises:
        PretrainedError: one of bozzetto.sds.pretrained.errors; each message ends in the next step.
    """
    diffusers()
    if lora is not None:
        check_lora(lora)
    place = torch.device(("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device)
    if compiled is not None:
        check_compiler(place)
    half = precision in ("fp16", "bf16") or (precision == "auto" and place.type == "cuda")
    located = locate(where, offline=offline, half=half, endpoint=endpoint, cache=hub_cache, say=say)
    folder = inspect_folder(located.path, half)
    flow = folder.family.denoiser == "transformer"
    if precision == "auto":
        dtype = torch.float32 if not half else torch.bfloat16 if flow else torch.float16
    else:
        dtype = DTYPES[precision]
    check_memory(folder, place, dtype)
    encoder = TextEncoder(located, folder, place, dtype, cache)
    networks = Networks(folder, place, dtype, lora, lora_scale, compiled)
    if folder.family.pipeline == "IFPipeline":
        return DeepFloydPrior(located.name, folder, encoder, networks)
    if flow:
        return RectifiedFlowPrior(located.name, folder, encoder, networks, resolution)
    return StableDiffusionPrior(located.name, folder, encoder, networks, resolution)

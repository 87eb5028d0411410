"""LoRA files (Hu et al. 2021, arXiv 2106.09685): their low-rank change is added to the frozen weights once."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from bozzetto.sds.pretrained.errors import DamagedWeightsError, LayoutError, MismatchError, MissingPackageError
from bozzetto.sds.pretrained.folder import ModelFolder, check_safetensors
from bozzetto.sds.pretrained.packages import INSTALL, diffusers


def check_lora(path: Path) -> None:
    """Whether a LoRA file can be used at all, before a model is loaded.

    Raises:
        LayoutError: it is missing, or no safetensors file.
        DamagedWeightsError: it is cut short.
        MissingPackageError: `peft` is not installed.
    """
    if not path.is_file():
        raise LayoutError(f"the LoRA file {path} does not exist")
    if path.suffix != ".safetensors":
        raise LayoutError(f"the LoRA file {path} is not .safetensors; pickled weights can run code and are not read")
    check_safetensors(path)
    if importlib.util.find_spec("peft") is None:
        raise MissingPackageError(f"LoRA files need the package peft; install it with: {INSTALL}")


def fuse_lora(network: Any, folder: ModelFolder, path: Path, scale: float) -> None:
    """Adds a LoRA to a denoiser's weights.

    Args:
        network: the denoiser.
        folder: its model, whose pipeline knows the formats of LoRA files (diffusers', peft's, kohya's).
        path: the file; changes of text encoders in it are not used.
        scale: its weight, 1 as it was trained.

    Raises:
        MismatchError: it was made for another model.
    """
    pipeline = getattr(diffusers(), folder.family.pipeline)
    try:
        read = pipeline.lora_state_dict(
            str(path.parent), weight_name=path.name, use_safetensors=True, local_files_only=True, return_alphas=True
        )
    except (ValueError, KeyError, OSError) as error:
        raise DamagedWeightsError(f"{path} cannot be read as a LoRA file: {error}") from error
    state, alphas = read[0], read[1]
    start = f"{folder.family.denoiser}."
    own = {key: value for key, value in state.items() if key.startswith(start)}
    if not own:
        raise MismatchError(
            f"{path} changes nothing of the {folder.family.denoiser} of {folder.path}; it was made for another model"
        )
    try:
        network.load_lora_adapter(own, prefix=folder.family.denoiser, network_alphas=alphas, adapter_name="user")
        if not getattr(network, "peft_config", None):
            raise ValueError("none of its keys fits")
        network.fuse_lora(lora_scale=scale)
        network.unload_lora()
    except (RuntimeError, ValueError, KeyError, IndexError) as error:
        reason = str(error).splitlines()[0]
        raise MismatchError(f"{path} does not fit {folder.path}, it was made for another model: {reason}") from error

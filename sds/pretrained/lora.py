"""LoRA files (Hu et al. 2021, arXiv 2106.09685): their low-rank change is added to the frozen weights once.

The formats of diffusers, peft and kohya are read, for the denoiser and for text encoders; of LoHa, LoKr, DoRA and the
like, which are no such product, the name is said.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from bozzetto.sds.pretrained.errors import DamagedWeightsError, LayoutError, MismatchError, MissingPackageError
from bozzetto.sds.pretrained.folder import ModelFolder, read_header
from bozzetto.sds.pretrained.packages import INSTALL, diffusers

OTHER_KINDS = {
    "hada_w1": "LoHa (a Hadamard product of two low-rank changes)",
    "lokr_w": "LoKr (a Kronecker product)",
    "dora_scale": "DoRA (which scales each column of a weight)",
    "lora_magnitude_vector": "DoRA (which scales each column of a weight)",
    "oft_blocks": "OFT (a rotation of weights)",
    "oft_diag": "OFT (a rotation of weights)",
    "glora": "GLoRA",
    "w_norm": "a change of normalisations",
}
"""Parts of tensor names -> the kind of file that has them."""


@dataclass(frozen=True)
class Lora:
    """A LoRA file and how much of it is added.

    Args:
        path: the file.
        scale: 1 is as it was trained.
    """

    path: Path
    scale: float = 1.0

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file."""
        with self.path.open("rb") as file:
            return (
                hashlib.file_digest(file, "sha256").hexdigest()
                if hasattr(hashlib, "file_digest")
                else hashlib.sha256(file.read()).hexdigest()
            )

    @cached_property
    def changes_text(self) -> bool:
        """Whether the file changes a text encoder too."""
        return any(key.startswith(("text_encoder", "lora_te", "te.", "te1.", "te2.")) for key in read_header(self.path))


def parse_loras(text: str, scale: float = 1.0) -> list[Lora]:
    """LoRA files as a user names them: paths of files or folders, separated by commas, each with `:WEIGHT` or without.

    Args:
        text: "style.safetensors:0.8, folder"; empty for none.
        scale: multiplies every weight.

    Raises:
        LayoutError: a file is missing, or a folder has none or several.
    """
    loras = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        match = re.fullmatch(r"(.+?):(-?\d+(?:\.\d*)?(?:[eE]-?\d+)?)", entry)
        name, weight = (match[1], float(match[2])) if match else (entry, 1.0)
        loras.append(Lora(_file_of(Path(name).expanduser()), weight * scale))
    return loras


def _file_of(path: Path) -> Path:
    """The LoRA file that a path means: itself, or the one in a folder."""
    if not path.is_dir():
        return path
    files = sorted(path.glob("*.safetensors"))
    usual = path / "pytorch_lora_weights.safetensors"
    if usual in files:
        return usual
    if len(files) != 1:
        names = ", ".join(file.name for file in files[:4])
        raise LayoutError(
            f"the LoRA folder {path} holds {f'{len(files)} files ({names})' if files else 'no *.safetensors'}; name one"
        )
    return files[0]


def check_lora(lora: Lora) -> None:
    """Whether a LoRA file can be used at all, before a model is loaded.

    Raises:
        LayoutError: it is missing, no safetensors file, or another kind of change.
        DamagedWeightsError: it is cut short.
        MissingPackageError: `peft` is not installed.
    """
    path = lora.path
    if not path.is_file():
        raise LayoutError(f"the LoRA file {path} does not exist")
    if path.suffix != ".safetensors":
        raise LayoutError(f"the LoRA file {path} is not .safetensors; pickled weights can run code and are not read")
    for key in read_header(path):
        kind = next((name for part, name in OTHER_KINDS.items() if part in key), None)
        if kind is not None:
            raise LayoutError(f"{path} is no plain LoRA but {kind}; get a LoRA, or a model that it was merged into")
    if importlib.util.find_spec("peft") is None:
        raise MissingPackageError(f"LoRA files need the package peft; install it with: {INSTALL}")


def fuse_lora(network: Any, folder: ModelFolder, lora: Lora) -> None:
    """Adds a LoRA to a denoiser's weights; one that only changes text encoders leaves them as they are.

    Args:
        network: the denoiser.
        folder: its model, whose pipeline knows the formats of LoRA files.
        lora: the file and its scale.

    Raises:
        MismatchError: it was made for another model.
    """
    state, alphas = _read(folder, lora)
    name = folder.family.denoiser
    own = {key: value for key, value in state.items() if key.startswith(f"{name}.")}
    if not own and any(key.startswith("text_encoder") for key in state):
        return
    if not own:
        raise MismatchError(
            f"{lora.path} changes nothing of the {name} of {folder.path}; it was made for another model"
        )
    try:
        network.load_lora_adapter(own, prefix=name, network_alphas=alphas, adapter_name="user")
        if not getattr(network, "peft_config", None):
            raise ValueError("none of its keys fits")
        network.fuse_lora(lora_scale=lora.scale)
        network.unload_lora()
    except (RuntimeError, ValueError, KeyError, IndexError) as error:
        reason = str(error).splitlines()[0]
        raise MismatchError(
            f"{lora.path} does not fit {folder.path}, it was made for another model: {reason}"
        ) from error


@torch.no_grad()
def fuse_text_lora(encoder: Any, name: str, folder: ModelFolder, lora: Lora) -> None:
    """Adds a LoRA's change of a text encoder, where it has one, to the encoder's weights.

    Args:
        encoder: of `transformers`.
        name: of the component: text_encoder, text_encoder_2.
        folder: the model.
        lora: the file and its scale.

    Raises:
        MismatchError: it was made for another encoder.
    """
    if not lora.changes_text:
        return
    state, alphas = _read(folder, lora)
    modules = {key.removeprefix("text_model."): module for key, module in encoder.named_modules()}
    for key, down in state.items():
        match = re.fullmatch(rf"{name}\.(.+?)\.(?:lora_A|lora_linear_layer\.down|lora\.down|lora_down)\.weight", key)
        if match is None:
            continue
        stem = match[1]
        up = next(
            (
                state[f"{name}.{stem}.{part}.weight"]
                for part in ("lora_B", "lora_linear_layer.up", "lora.up", "lora_up")
                if f"{name}.{stem}.{part}.weight" in state
            ),
            None,
        )
        module = modules.get(stem.removeprefix("text_model."))
        if (
            module is None
            or up is None
            or up.shape[0] != module.weight.shape[0]
            or down.shape[1] != module.weight.shape[1]
        ):
            raise MismatchError(
                f"{lora.path} does not fit the {name} of {folder.path} at {stem}; it was made for another model"
            )
        alpha = _alpha_of(alphas, name, stem, len(down))
        module.weight += (lora.scale * alpha / len(down)) * (up.float() @ down.float()).to(module.weight)


def _alpha_of(alphas: Mapping[str, Any] | None, name: str, stem: str, rank: int) -> float:
    """The alpha of a module, over which the rank divides its change; the rank itself where the file has none."""
    for key, value in (alphas or {}).items():
        if key.startswith(f"{name}.{stem}.") and key.endswith("alpha"):
            return float(value)
    return float(rank)


def _read(folder: ModelFolder, lora: Lora) -> tuple[dict[str, Tensor], Mapping[str, Any] | None]:
    """A file's tensors by the names of diffusers, and their alphas."""
    pipeline = getattr(diffusers(), folder.family.pipeline)
    try:
        tensors = load_file(lora.path)
        # What peft saves of a model that it wraps.
        tensors = {_renamed(key, folder.family.denoiser): value for key, value in tensors.items()}
        read = pipeline.lora_state_dict(tensors, return_alphas=True)
    except (ValueError, KeyError, OSError, AttributeError, TypeError) as error:
        raise DamagedWeightsError(f"{lora.path} cannot be read as a LoRA file: {error}") from error
    return read[0], read[1]


def _renamed(key: str, denoiser: str) -> str:
    if key.startswith("base_model.model."):
        key = f"{denoiser}.{key.removeprefix('base_model.model.').removeprefix(denoiser + '.')}"
    return key.replace(".default.weight", ".weight")

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

from bozzetto.sds.pretrained.access import HUB_ID, fetch_lora
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
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    @cached_property
    def changes_text(self) -> bool:
        """Whether the file changes a text encoder too."""
        return any(key.startswith(("text_encoder", "lora_te", "te.", "te1.", "te2.")) for key in read_header(self.path))


def parse_loras(text: str, scale: float = 1.0, *, offline: bool = False) -> list[Lora]:
    """LoRA files as a user names them: paths of files or folders, or ids of the hub, separated by commas, each with
    `:WEIGHT` or without.

    Args:
        text: "style.safetensors:0.8, folder, owner/name"; empty for none.
        scale: multiplies every weight.
        offline: use no network; what was fetched before is found.

    Raises:
        LayoutError: a folder has no such file or several.
        AccessError: a file of the hub is not here and cannot be fetched.
    """
    loras = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        match = re.fullmatch(r"(.+?):(-?\d+(?:\.\d*)?(?:[eE]-?\d+)?)", entry)
        name, weight = (match[1], float(match[2])) if match else (entry, 1.0)
        loras.append(Lora(_file_of(name, offline), weight * scale))
    return loras


def _file_of(name: str, offline: bool) -> Path:
    """The LoRA file that a name means: a path, the one in a folder, or that of a repository of the hub."""
    path = Path(name).expanduser()
    if not path.exists() and HUB_ID.fullmatch(name) and not name.endswith(".safetensors"):
        return fetch_lora(name, offline)
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
    changes: dict[str, dict[str, Tensor]] = {}
    alpha: dict[str, float] = {}
    for key, value in state.items():
        place = _text_place(key, name)
        if place is not None:
            changes.setdefault(place[0], {})[place[1]] = value
    for key, value in (alphas or {}).items():
        place = _text_place(key.removesuffix(".alpha"), name)
        if place is not None:
            alpha[place[0]] = float(value)
    for stem, pair in changes.items():
        module, down, up = modules.get(stem), pair.get("down"), pair.get("up")
        weight = getattr(module, "weight", None)
        if down is None or up is None or weight is None or weight.shape != (len(up), down.shape[1]):
            raise MismatchError(
                f"{lora.path} does not fit the {name} of {folder.path} at {stem}; it was made for another model"
            )
        rank = len(down)
        weight += (lora.scale * alpha.get(stem, float(rank)) / rank) * (up.float() @ down.float()).to(weight)


_SIDES = {"A": "down", "B": "up", "down": "down", "up": "up"}
_PROJECTIONS = {"to_q": "q_proj", "to_k": "k_proj", "to_v": "v_proj", "to_out": "out_proj"}


def _text_place(key: str, name: str) -> tuple[str, str] | None:
    """The module of a text encoder that a tensor changes, and which side of the change it is, "down" or "up"."""
    match = re.fullmatch(
        rf"{name}\.(?:text_model\.)?(.+?)\.(?:lora_linear_layer\.|lora\.|lora_)(A|B|down|up)\.weight", key
    )
    if match is not None:
        return match[1], _SIDES[match[2]]
    match = re.fullmatch(rf"{name}\.(?:text_model\.)?(.+)\.(to_\w+?)_lora\.(down|up)\.weight", key)
    if match is not None and match[2] in _PROJECTIONS:
        return f"{match[1]}.{_PROJECTIONS[match[2]]}", match[3]
    return None


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

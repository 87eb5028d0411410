"""A model's components: held against what their architecture wants before anything is loaded, and then loaded."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import inspect
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from bozzetto.sds.pretrained.errors import (
    DamagedWeightsError,
    LayoutError,
    MismatchError,
    MissingPackageError,
    UnsupportedModelError,
)
from bozzetto.sds.pretrained.folder import ModelFolder, Part, is_encoder, read_header
from bozzetto.sds.pretrained.packages import diffusers

# The names that attention had in AutoencoderKL before diffusers 0.17, as Stable Diffusion's own folders have them.
_OLD_ATTENTION = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
_NOT_WEIGHTS = re.compile(r"(^|\.)position_ids$")
"""Numbers that files of old versions hold, and networks make themselves."""
_SHOWN = 3
WITHOUT_CLASS = ("cc_projection", "clip_camera_projection")
"""Components that are weights alone, read and checked where they are used."""


def part_class(folder: ModelFolder, name: str) -> Any:
    """The class of a component: of `diffusers` for networks, of `transformers` for text encoders."""
    package = diffusers()
    if is_encoder(name):
        package = importlib.import_module("transformers")
    return getattr(package, folder.family.parts[name][0])


def with_defaults(folder: ModelFolder) -> ModelFolder:
    """The model with the fields that descriptions of the networks leave to their classes' defaults."""
    parts = {}
    for name, part in folder.parts.items():
        config = dict(part.config)
        if not is_encoder(name) and name not in WITHOUT_CLASS:
            parameters = inspect.signature(part_class(folder, name).__init__).parameters.values()
            config = {p.name: p.default for p in parameters if p.default is not p.empty} | config
        parts[name] = replace(part, config=config)
    return replace(folder, parts=parts)


def check_parts(folder: ModelFolder) -> None:
    """Holds every component's description and weights against its architecture.

    Raises:
        UnsupportedModelError: the description has a field that the network here does not understand.
        MismatchError: weights are missing, of another shape, or of something else.
        MissingPackageError: quantised weights without what reads them.
    """
    for name, part in folder.parts.items():
        _check_part(folder, name, part)


def _check_part(folder: ModelFolder, name: str, part: Part) -> None:
    if name in WITHOUT_CLASS:
        return
    kind, place = part_class(folder, name), part.place
    text = is_encoder(name)
    quantised = part.config.get("quantization_config")
    if quantised:
        method = str(quantised.get("quant_method", "?"))
        package = {"bitsandbytes": "bitsandbytes", "torchao": "torchao", "quanto": "optimum-quanto"}.get(method, method)
        if importlib.util.find_spec(package.replace("-", ".").partition(".")[0]) is None:
            raise MissingPackageError(
                f"{place} is quantised by {method}, whose package is not installed; install it with: pip install "
                f"{package}, or take a version of the model that is not quantised"
            )
        return
    if not text:
        names = set(inspect.signature(kind.__init__).parameters)
        strange = [
            key for key, value in part.config.items()
            if key not in names and not key.startswith("_") and value not in (None, False)
        ]  # fmt: skip
        if strange:
            raise UnsupportedModelError(
                f"{place / 'config.json'}: {kind.__name__} does not understand {', '.join(strange[:_SHOWN])}; a newer "
                "version of diffusers may: pip install -U diffusers"
            )
    try:
        with torch.device("meta"):
            if text:
                network = kind(kind.config_class.from_dict(dict(part.config)))
            else:
                network = kind.from_config(dict(part.config))
    except (ValueError, TypeError, KeyError, IndexError, RuntimeError, ArithmeticError) as error:
        raise LayoutError(
            f"{place / 'config.json'} describes no {kind.__name__} ({str(error).splitlines()[0]}); download the model "
            "again"
        ) from error
    wanted = _plain({key: tuple(value.shape) for key, value in network.state_dict().items()})
    given = _plain(part.shapes)
    missing, alien = sorted(wanted.keys() - given.keys()), sorted(given.keys() - wanted.keys())
    if missing:
        raise MismatchError(
            f"{place}: {len(missing)} of {len(wanted)} weights of {kind.__name__} are missing, such as "
            f"{', '.join(missing[:_SHOWN])}; they would be random numbers. Download the model again"
        )
    if alien:
        raise MismatchError(
            f"{place}: {len(alien)} weights are of no {kind.__name__} as its config.json describes it, such as "
            f"{', '.join(alien[:_SHOWN])}; the weights and the description come from different models"
        )
    for key, shape in wanted.items():
        if _squeezed(shape) != _squeezed(given[key]):
            raise MismatchError(
                f"{place}: {key} is {list(given[key])}, expected {list(shape)} by its config.json; the weights and the "
                "description come from different models"
            )


def _plain(shapes: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Shapes by the names that all versions of the libraries have in common."""
    plain = {}
    for key, shape in shapes.items():
        if _NOT_WEIGHTS.search(key):
            continue
        key = key.removeprefix("text_model.").removeprefix("vision_model.")
        if ".attentions." in key and "mid_block" in key:
            key = re.sub(r"\.(query|key|value|proj_attn)(?=\.)", lambda match: f".{_OLD_ATTENTION[match[1]]}", key)
        # T5 lists its one table of tokens under one or both of its names.
        key = key.replace("encoder.embed_tokens.weight", "shared.weight")
        plain[key] = shape
    return plain


def _squeezed(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Without sizes of 1: a linear map and a 1 x 1 convolution are stored as either."""
    return tuple(size for size in shape if size != 1)


def load_part(
    folder: ModelFolder, name: str, dtype: torch.dtype, say: Callable[[str], None] = lambda message: None
) -> Any:
    """A component with its weights, on the CPU.

    Args:
        folder: the model.
        name: of the component, a key of `folder.parts`.
        dtype: of the weights.
        say: is told what is read, and how much of it.

    Raises:
        MismatchError: the library left weights as they were made at random.
        DamagedWeightsError: the files cannot be read.
    """
    part = folder.parts[name]
    say(f"loading {name} ({part.bytes / 1e9:.2g} GB)")
    try:
        with _folder_of(folder, name) as (path, variant):
            network, info = part_class(folder, name).from_pretrained(
                str(path),
                variant=variant,
                use_safetensors=True,
                local_files_only=True,
                output_loading_info=True,
                **precision(dtype),
            )
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        if "memory" in str(error):
            raise
        raise DamagedWeightsError(
            f"{part.place} cannot be loaded: {str(error).splitlines()[0]}; download the model again"
        ) from error
    missing = [key for key in info.get("missing_keys", ()) if not _NOT_WEIGHTS.search(key)]
    if missing:
        raise MismatchError(f"{part.place}: the weights {', '.join(missing[:_SHOWN])} were not loaded")
    return network.eval().requires_grad_(False)


@contextlib.contextmanager
def _folder_of(folder: ModelFolder, name: str) -> Iterator[tuple[Path, str | None]]:
    """A component's folder as the libraries read it, and the variant to ask for.

    The index of a variant's shards has had several names; where the files are not under the one that is looked for, a
    folder of links is made in which they are.
    """
    part, place = folder.parts[name], folder.parts[name].place
    if len(part.files) == 1 or part.variant is None:
        yield place, part.variant
        return
    stem = "model" if is_encoder(name) else "diffusion_pytorch_model"
    with tempfile.TemporaryDirectory(prefix="bozzetto-weights-") as made:
        path = Path(made)
        weight_map: dict[str, str] = {}
        (path / "config.json").write_text(json.dumps(dict(part.config)), encoding="utf-8")
        for i, file in enumerate(part.files, 1):
            link = path / f"{stem}-{i:05}-of-{len(part.files):05}.safetensors"
            link.symlink_to(file.resolve())
            weight_map |= dict.fromkeys(read_header(file), link.name)
        index = {"metadata": {"total_size": part.bytes}, "weight_map": weight_map}
        (path / f"{stem}.safetensors.index.json").write_text(json.dumps(index), encoding="utf-8")
        yield path, None


def precision(dtype: torch.dtype) -> dict[str, torch.dtype]:
    """The argument that tells `from_pretrained` the precision; its name changed in diffusers 0.42."""
    version = tuple(int(part) for part in diffusers().__version__.split(".")[:2])
    return {"dtype": dtype} if version >= (0, 42) else {"torch_dtype": dtype}

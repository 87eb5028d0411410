"""What is in a model's folder, judged before anything is loaded: layout, classes, whole weights, parts that fit."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.sds.pretrained.errors import DamagedWeightsError, LayoutError, MismatchError, UnsupportedModelError

HALF_VARIANTS = ("fp16", "bf16")
"""Infixes of files that hold the same weights in half precision."""
EXTRA = "multiview.safetensors"
"""Weights beside a U-Net that `diffusers` has no place for."""
PICKLED = (".bin", ".ckpt", ".pt", ".pth")


@dataclass(frozen=True)
class Family:
    """A kind of model.

    Args:
        pipeline: the pipeline's class in `diffusers`, as model_index.json has it.
        denoiser: name of the network's folder.
        parts: component -> class names that are right for it; all of them hold weights.
        tokenizers: the folders of its tokenizers.
        optional: components that may be absent.
        text_pipeline: the pipeline in `diffusers` that encodes its text, where it is another; empty where it reads
            none.
    """

    pipeline: str
    denoiser: str
    parts: Mapping[str, tuple[str, ...]]
    tokenizers: tuple[str, ...]
    optional: tuple[str, ...] = ()
    text_pipeline: str | None = None


_CLIP, _CLIP_P, _T5 = ("CLIPTextModel",), ("CLIPTextModelWithProjection",), ("T5EncoderModel",)
_UNET, _VAE = ("UNet2DConditionModel",), ("AutoencoderKL",)
_EYE, _EYE_P = ("CLIPVisionModel",), ("CLIPVisionModelWithProjection",)
OWN = ("CCProjection", "CLIPCameraProjection")
"""Classes of pipelines outside of the libraries that this package reads by itself; nobody's code is run."""
FAMILIES = {
    family.pipeline: family
    for family in (
        Family("StableDiffusionPipeline", "unet", {"unet": _UNET, "vae": _VAE, "text_encoder": _CLIP}, ("tokenizer",)),
        Family(
            "StableDiffusionXLPipeline",
            "unet",
            {"unet": _UNET, "vae": _VAE, "text_encoder": _CLIP, "text_encoder_2": _CLIP_P},
            ("tokenizer", "tokenizer_2"),
        ),
        Family("IFPipeline", "unet", {"unet": _UNET, "text_encoder": _T5}, ("tokenizer",)),
        Family(
            "StableDiffusion3Pipeline",
            "transformer",
            {
                "transformer": ("SD3Transformer2DModel",),
                "vae": _VAE,
                "text_encoder": _CLIP_P,
                "text_encoder_2": _CLIP_P,
                "text_encoder_3": _T5,
            },
            ("tokenizer", "tokenizer_2", "tokenizer_3"),
            optional=("text_encoder_3", "tokenizer_3"),
        ),
        Family(
            "FluxPipeline",
            "transformer",
            {
                "transformer": ("FluxTransformer2DModel",),
                "vae": _VAE,
                "text_encoder": _CLIP,
                "text_encoder_2": _T5,
            },
            ("tokenizer", "tokenizer_2"),
        ),
        # As `bozzetto.sds.pretrained.multiview_files` writes it.
        Family(
            "MVDreamPipeline",
            "unet",
            {"unet": _UNET, "vae": _VAE, "text_encoder": _CLIP, "image_encoder": _EYE},
            ("tokenizer",),
            optional=("image_encoder",),
            text_pipeline="StableDiffusionPipeline",
        ),
        Family(
            "Zero1to3StableDiffusionPipeline",
            "unet",
            {"unet": _UNET, "vae": _VAE, "image_encoder": _EYE_P, "cc_projection": OWN},
            (),
            text_pipeline="",
        ),
        # threestudio's own conversion of it.
        Family(
            "Zero123Pipeline",
            "unet",
            {"unet": _UNET, "vae": _VAE, "image_encoder": _EYE_P, "clip_camera_projection": OWN},
            (),
            text_pipeline="",
        ),
    )
}


@dataclass(frozen=True)
class Part:
    """One component with weights.

    Args:
        config: its config.json.
        variant: infix of its weights files, "fp16" or such; None for none.
        parameters: number of values in its weights.
        bytes: of its weights on the disk.
        files: the weights files.
        shapes: name -> shape of each tensor in them.
        dtypes: the types of the tensors, as safetensors names them.
        place: its folder.
        extra: a file of weights that `diffusers` has no place for, see `bozzetto.sds.pretrained.multiview_files`.
    """

    config: Mapping[str, Any]
    variant: str | None
    parameters: int
    bytes: int
    files: tuple[Path, ...]
    shapes: Mapping[str, tuple[int, ...]]
    dtypes: frozenset[str]
    place: Path
    extra: Path | None = None


@dataclass(frozen=True)
class ModelFolder:
    """A folder that has passed every check here."""

    path: Path
    family: Family
    parts: Mapping[str, Part]

    @property
    def has_t5(self) -> bool:
        """Whether Stable Diffusion 3's third encoder is there."""
        return "text_encoder_3" in self.parts


def is_encoder(name: str) -> bool:
    """Whether a component encodes the condition, and leaves memory before the denoiser comes."""
    return name.startswith(("text_encoder", "image_encoder"))


def inspect_folder(path: Path, half: bool = False) -> ModelFolder:
    """Reads the descriptions and the headers of a model's files.

    Args:
        path: the folder that holds model_index.json.
        half: prefer weights files that are marked as half precision.

    Returns:
        What is there.

    Raises:
        LayoutError: a file is missing, or only pickled weights are there.
        UnsupportedModelError: another kind of model.
        DamagedWeightsError: a weights file is cut short or not safetensors.
        MismatchError: the text encoder is not the one that the network was trained with.
    """
    index = _read_json(path / "model_index.json", f"{path} is no model folder: it has no model_index.json")
    kind = index.get("_class_name")
    family = FAMILIES.get(kind) if isinstance(kind, str) else None
    if family is None:
        raise UnsupportedModelError(f"{path} holds a {kind}; supported are {', '.join(FAMILIES)}")
    parts: dict[str, Part] = {}
    for name, classes in family.parts.items():
        listed = index.get(name) or (None, None)
        if listed[1] is None and name in family.optional:
            continue
        if listed[1] not in classes:
            raise UnsupportedModelError(
                f"{path}/model_index.json: {name} is a {listed[1]}, expected {' or '.join(classes)}"
            )
        if listed[0] not in ("diffusers", "transformers") and listed[1] not in OWN:
            raise UnsupportedModelError(
                f"{path}/model_index.json: {name} would run code of {listed[0]!r}, which is never done"
            )
        parts[name] = read_part(path / name, half)
    for name in (*family.tokenizers, *(("scheduler",))):
        skipped = name in family.optional and (index.get(name) or (None, None))[1] is None
        if not skipped and not (path / name).is_dir():
            raise LayoutError(f"{path / name} is missing; download the model again, all of its folders")
    folder = ModelFolder(path, family, parts)
    _check_match(folder)
    return folder


def read_header(path: Path) -> dict[str, tuple[str, tuple[int, ...]]]:
    """What is in a safetensors file, whose length is held against its header.

    Returns:
        Name -> type, as safetensors names it, and shape of each tensor.

    Raises:
        DamagedWeightsError: it is cut short, or is no safetensors file.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if size < 8 or length > min(size - 8, 100_000_000):
            raise DamagedWeightsError(f"{path} is damaged: {size} bytes, too short for its header; download it again")
        try:
            header = json.loads(file.read(length))
            tensors = {name: entry for name, entry in header.items() if name != "__metadata__"}
            end = max((entry["data_offsets"][1] for entry in tensors.values()), default=0)
            entries = {name: (str(entry["dtype"]), tuple(entry["shape"])) for name, entry in tensors.items()}
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise DamagedWeightsError(f"{path} is no safetensors file ({error}); download it again") from error
    if size != 8 + length + end:
        raise DamagedWeightsError(f"{path} is cut short: {size} bytes of {8 + length + end}; download it again")
    return entries


def _read_json(path: Path, absent: str) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LayoutError(f"{absent}; expected a folder as DiffusionPipeline.save_pretrained writes it") from error
    except (OSError, ValueError) as error:
        raise LayoutError(f"{path} cannot be read ({error}); download it again") from error
    if not isinstance(value, dict):
        raise LayoutError(f"{path}: expected a JSON object, got {type(value).__name__}")
    return value


def read_part(folder: Path, half: bool) -> Part:
    """One component's description and the headers of its weights.

    Args:
        folder: the component's.
        half: prefer weights files that are marked as half precision.

    Raises:
        LayoutError: its description or its weights are missing, or only pickled ones are there.
        DamagedWeightsError: a weights file is cut short or not safetensors.
    """
    config = _read_json(folder / "config.json", f"{folder} is missing or has no config.json")
    names = {path.name for path in folder.iterdir() if path.is_file()}
    for variant in (*HALF_VARIANTS, None) if half else (None, *HALF_VARIANTS):
        files = _weights_files(folder, names, variant)
        if files:
            entries = {name: entry for file in files for name, entry in read_header(file).items()}
            return Part(
                config,
                variant,
                sum(math.prod(shape) for _, shape in entries.values()),
                sum(file.stat().st_size for file in files),
                tuple(files),
                {name: shape for name, (_, shape) in entries.items()},
                frozenset(kind for kind, _ in entries.values()),
                folder,
                folder / EXTRA if EXTRA in names else None,
            )
    others = sorted(name for name in names if name.endswith(".safetensors"))
    if others:
        raise LayoutError(
            f"{folder} has its weights only as {others[0]}, a variant that is not read; expected model.safetensors or "
            f"diffusion_pytorch_model.safetensors, or these with {', '.join(f'.{name}' for name in HALF_VARIANTS)}"
        )
    pickled = sorted(name for name in names if name.endswith(PICKLED))
    if pickled:
        raise LayoutError(
            f"{folder} has its weights only as {pickled[0]}, a pickle, which can run code and is not read; get the "
            "safetensors version, or convert it: load with diffusers and save_pretrained(safe_serialization=True)"
        )
    raise LayoutError(f"{folder} has no weights (*.safetensors); download the model again")


def inspect_weights(folder: Path, half: bool) -> list[Path]:
    """The weights files of a component, whole or in shards; empty where there are none."""
    names = {path.name for path in folder.iterdir() if path.is_file()}
    found = (_weights_files(folder, names, variant) for variant in (HALF_VARIANTS if half else (None,)))
    return next(filter(None, found), [])


def _weights_files(folder: Path, names: set[str], variant: str | None) -> list[Path]:
    """The weights files of a variant, whole or in shards; empty where it is not there."""
    mark = f".{variant}" if variant else ""
    for stem in ("diffusion_pytorch_model", "model"):
        for index in (f"{stem}.safetensors.index{mark}.json", f"{stem}{mark}.safetensors.index.json"):
            if index in names:
                shards = _read_json(folder / index, "").get("weight_map", {})
                missing = sorted(set(shards.values()) - names)
                if missing or not shards:
                    raise LayoutError(f"{folder / (missing or [index])[0]} is missing; download the model again")
                return [folder / name for name in sorted(set(shards.values()))]
        if f"{stem}{mark}.safetensors" in names:
            return [folder / f"{stem}{mark}.safetensors"]
    return []


def _check_match(folder: ModelFolder) -> None:
    """The widths that a network expects of its text against those that its encoders give."""
    parts, kind = folder.parts, folder.family.pipeline
    net = parts[folder.family.denoiser].config
    encoder = parts["text_encoder" if "text_encoder" in parts else "image_encoder"].config
    if kind in ("StableDiffusionPipeline", "MVDreamPipeline"):
        _same(folder, "text_encoder", encoder.get("hidden_size"), "cross_attention_dim", net.get("cross_attention_dim"))
    elif kind == "StableDiffusionXLPipeline":
        second = parts["text_encoder_2"].config
        width = encoder.get("hidden_size", 0) + second.get("hidden_size", 0)
        _same(folder, "text encoders together", width, "cross_attention_dim", net.get("cross_attention_dim"))
    elif kind == "IFPipeline":
        _same(folder, "text_encoder", encoder.get("d_model"), "encoder_hid_dim", net.get("encoder_hid_dim"))
    elif kind == "StableDiffusion3Pipeline":
        pooled = encoder.get("projection_dim", 0) + parts["text_encoder_2"].config.get("projection_dim", 0)
        _same(folder, "text encoders together", pooled, "pooled_projection_dim", net.get("pooled_projection_dim"))
        if folder.has_t5:
            width = parts["text_encoder_3"].config.get("d_model")
            _same(folder, "text_encoder_3", width, "joint_attention_dim", net.get("joint_attention_dim"))
    elif kind == "FluxPipeline":
        _same(folder, "text_encoder", encoder.get("hidden_size"), "pooled_projection_dim", net["pooled_projection_dim"])
        width = parts["text_encoder_2"].config.get("d_model")
        _same(folder, "text_encoder_2", width, "joint_attention_dim", net["joint_attention_dim"])
    if "vae" in parts:
        latents, inputs = parts["vae"].config.get("latent_channels"), net.get("in_channels")
        # FLUX packs 2 x 2 latents into one token; an inpainting network takes a mask and a picture on top; Zero-1-to-3
        # a picture.
        packs = {"FluxPipeline": 4, "Zero1to3StableDiffusionPipeline": 2, "Zero123Pipeline": 2}.get(kind, 1)
        expected = inputs // packs if inputs else inputs
        _same(folder, "vae", latents, "in_channels (an inpainting or edit model?)", expected)


def _same(folder: ModelFolder, part: str, given: Any, name: str, wanted: Any) -> None:
    if given != wanted:
        raise MismatchError(
            f"{folder.path}: the {part} gives {given} channels and the {folder.family.denoiser} expects {wanted} "
            f"({name}); they come from different models: download one model, all of its folders"
        )

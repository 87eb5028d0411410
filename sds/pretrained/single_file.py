"""Models in one file, as the community shares them: recognised by what is in it, and converted once to a folder.

Files of Stable Diffusion 3 and FLUX.1 have not all that a model needs: never the tokenizer of T5, seldom the text
encoders. A folder of the model that they were made from lends it.

The names in such files are CompVis' and Stability's; `diffusers` has the maps to its own. What a file does not hold,
shape and tokenizer, is written here: the published configurations, and the merges of CLIP's tokenizer (OpenAI, MIT
licence; `weights/clip_merges.txt.gz`). Nothing is looked up on the hub.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from safetensors.torch import save_file

from bozzetto.sds.pretrained.errors import LayoutError, UnsupportedModelError
from bozzetto.sds.pretrained.folder import FAMILIES, PICKLED, is_encoder
from bozzetto.sds.pretrained.multiview_files import DENOISER, image_encoder_weights, vision_config, write_unet
from bozzetto.sds.pretrained.packages import diffusers
from bozzetto.sds.pretrained.single_transformer import (
    CLIP_G_START,
    CLIP_L_START,
    FLUX_SCHEDULER,
    FLUX_VAE,
    SCHNELL_SCHEDULER,
    SD3_SCHEDULER,
    SD3_VAE,
    T5_START,
    T5_XXL,
    Shapes,
    flux_config,
    flux_weights,
    is_flux,
    is_sd3,
    sd3_config,
    sd3_weights,
)
from bozzetto.sds.pretrained.stored_tensors import GGUF, read_bytes, read_entries, read_tensors

_SMALL = 1 << 24
MERGES = Path(__file__).parents[1] / "weights" / "clip_merges.txt.gz"

_BETAS = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "num_train_timesteps": 1000}
_DDIM = {
    "_class_name": "DDIMScheduler", **_BETAS, "clip_sample": False, "set_alpha_to_one": False, "steps_offset": 1,
    "prediction_type": "epsilon",
}  # fmt: skip
_UNET = {
    "act_fn": "silu", "in_channels": 4, "out_channels": 4, "layers_per_block": 2, "sample_size": 64,
    "block_out_channels": [320, 640, 1280, 1280], "attention_head_dim": 8, "cross_attention_dim": 768,
    "down_block_types": [*["CrossAttnDownBlock2D"] * 3, "DownBlock2D"],
    "up_block_types": ["UpBlock2D", *["CrossAttnUpBlock2D"] * 3],
}  # fmt: skip
_VAE = {
    "act_fn": "silu", "block_out_channels": [128, 256, 512, 512], "down_block_types": ["DownEncoderBlock2D"] * 4,
    "up_block_types": ["UpDecoderBlock2D"] * 4, "in_channels": 3, "out_channels": 3, "latent_channels": 4,
    "layers_per_block": 2, "norm_num_groups": 32, "sample_size": 512, "scaling_factor": 0.18215,
}  # fmt: skip
_CLIP_L = {
    "architectures": ["CLIPTextModel"], "model_type": "clip_text_model", "hidden_act": "quick_gelu",
    "hidden_size": 768, "intermediate_size": 3072, "num_attention_heads": 12, "num_hidden_layers": 12,
    "max_position_embeddings": 77, "projection_dim": 768, "vocab_size": 49408, "bos_token_id": 0, "eos_token_id": 2,
    "pad_token_id": 1,
}  # fmt: skip
_CLIP_H = {
    **_CLIP_L, "hidden_act": "gelu", "hidden_size": 1024, "intermediate_size": 4096, "num_attention_heads": 16,
    "num_hidden_layers": 23, "projection_dim": 512,
}  # fmt: skip
_CLIP_G = {
    **_CLIP_L, "architectures": ["CLIPTextModelWithProjection"], "hidden_act": "gelu", "hidden_size": 1280,
    "intermediate_size": 5120, "num_attention_heads": 20, "num_hidden_layers": 32, "projection_dim": 1280,
}  # fmt: skip
_XL_UNET = {
    **_UNET, "sample_size": 128, "block_out_channels": [320, 640, 1280], "attention_head_dim": [5, 10, 20],
    "cross_attention_dim": 2048, "transformer_layers_per_block": [1, 2, 10], "use_linear_projection": True,
    "addition_embed_type": "text_time", "addition_time_embed_dim": 256, "projection_class_embeddings_input_dim": 2816,
    "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"],
    "up_block_types": ["CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"],
}  # fmt: skip
_V2_UNET = {**_UNET, "attention_head_dim": [5, 10, 20, 20], "cross_attention_dim": 1024, "use_linear_projection": True}


@dataclass(frozen=True)
class Kind:
    """A kind of single file.

    Args:
        name: how reports call it.
        pipeline: the pipeline's class in `diffusers`.
        configs: component -> its description.
        scheduler: the scheduler's description.
        padding: tokenizer folder -> the token that it pads with.
        encoders: text encoder -> the start of its names in the file.
        eye: activation of the image encoder, for kinds that have one.
    """

    name: str
    pipeline: str
    configs: Mapping[str, Mapping[str, Any]]
    scheduler: Mapping[str, Any]
    padding: Mapping[str, str]
    encoders: Mapping[str, str]
    eye: str = ""


_END = "<|endoftext|>"
SD15 = Kind(
    "Stable Diffusion 1.x", "StableDiffusionPipeline", {"unet": _UNET, "vae": _VAE, "text_encoder": _CLIP_L}, _DDIM,
    {"tokenizer": _END}, {"text_encoder": "cond_stage_model.transformer."},
)  # fmt: skip
SD21_BASE = Kind(
    "Stable Diffusion 2.x base (512 pixels, predicts noise)", "StableDiffusionPipeline",
    {"unet": _V2_UNET, "vae": _VAE, "text_encoder": _CLIP_H}, _DDIM,
    {"tokenizer": "!"}, {"text_encoder": "cond_stage_model.model."},
)  # fmt: skip
SD21 = Kind(
    "Stable Diffusion 2.x (768 pixels, predicts velocity)", "StableDiffusionPipeline",
    {**SD21_BASE.configs, "unet": {**_V2_UNET, "sample_size": 96}}, {**_DDIM, "prediction_type": "v_prediction"},
    {"tokenizer": "!"}, SD21_BASE.encoders,
)  # fmt: skip
SDXL = Kind(
    "Stable Diffusion XL", "StableDiffusionXLPipeline",
    {"unet": _XL_UNET, "vae": {**_VAE, "sample_size": 1024, "scaling_factor": 0.13025, "force_upcast": True},
     "text_encoder": _CLIP_L, "text_encoder_2": _CLIP_G}, _DDIM,
    {"tokenizer": _END, "tokenizer_2": "!"},
    {"text_encoder": "conditioner.embedders.0.transformer.", "text_encoder_2": "conditioner.embedders.1.model."},
)  # fmt: skip

_SEES_VIEWS = {
    **_V2_UNET, "sample_size": 32, "class_embed_type": "projection", "projection_class_embeddings_input_dim": 16,
}  # fmt: skip
MVDREAM = Kind(
    "MVDream (Stable Diffusion 2.1, four views at once)", "MVDreamPipeline",
    {"unet": _SEES_VIEWS, "vae": {**_VAE, "sample_size": 256}, "text_encoder": _CLIP_H}, _DDIM, {"tokenizer": "!"},
    SD21_BASE.encoders,
)  # fmt: skip
IMAGEDREAM = replace(MVDREAM, name="ImageDream (MVDream that continues a picture)", eye="gelu")
ZERO123 = Kind(
    "Zero-1-to-3 (other views of a picture)", "Zero1to3StableDiffusionPipeline",
    {"unet": {**_UNET, "in_channels": 8, "sample_size": 32}, "vae": {**_VAE, "sample_size": 256}}, _DDIM, {}, {},
    eye="quick_gelu",
)  # fmt: skip

_CLIP_L_P = {**_CLIP_L, "architectures": ["CLIPTextModelWithProjection"]}
SD3 = Kind(
    "Stable Diffusion 3", "StableDiffusion3Pipeline",
    {"transformer": {}, "vae": SD3_VAE, "text_encoder": _CLIP_L_P, "text_encoder_2": _CLIP_G, "text_encoder_3": T5_XXL},
    SD3_SCHEDULER, {"tokenizer": _END, "tokenizer_2": "!"},
    {"text_encoder": CLIP_L_START, "text_encoder_2": CLIP_G_START, "text_encoder_3": T5_START},
)  # fmt: skip
FLUX = Kind(
    "FLUX.1", "FluxPipeline",
    {"transformer": {}, "vae": FLUX_VAE, "text_encoder": _CLIP_L, "text_encoder_2": T5_XXL}, FLUX_SCHEDULER,
    {"tokenizer": _END}, {"text_encoder": CLIP_L_START, "text_encoder_2": T5_START},
)  # fmt: skip
"""Both without their transformer's description, which `recognise` reads from the file."""
T5_TOKENIZERS = {SD3.pipeline: "tokenizer_3", FLUX.pipeline: "tokenizer_2"}

AUTOENCODER, EYE, CAMERA_LAYER = "first_stage_model.", "cond_stage_model.model.visual.", "cc_projection."
AUTOENCODERS = (AUTOENCODER, "vae.")
# U-Nets of another width than 4 channels: a mask and a picture, an edited picture, a depth map.
_INLETS = {9: "an inpainting model", 8: "an edit model (InstructPix2Pix)", 5: "a depth model", 7: "an upscaler"}


def recognise(path: Path) -> Kind:
    """What a file is, by the names and shapes in it.

    Raises:
        LayoutError: it is a pickle, or a part of a model only; DamagedWeightsError where it is cut short.
        UnsupportedModelError: another kind of model; the message says which.
    """
    if path.suffix.lower() in PICKLED:
        raise LayoutError(f"{path} is a pickle, which can run code and is not read; get the model as .safetensors")
    if path.suffix.lower() not in (".safetensors", GGUF):
        raise LayoutError(
            f"{path} is a file; expected a folder in the layout of diffusers, a .safetensors file or a .gguf file"
        )
    shapes = {name: shape for name, (_, shape) in read_entries(path).items()}

    def has(start: str) -> bool:
        return any(name.startswith(start) for name in shapes)

    if any("lora_" in name or ".lora." in name for name in shapes):
        raise LayoutError(f"{path} is a LoRA, which changes a model; give the model by --prior and this by --lora")
    if any("joint_blocks." in name or "double_blocks." in name for name in shapes):
        return _transformer_kind(path, {name.removeprefix(DENOISER): shape for name, shape in shapes.items()})
    if not has(DENOISER):
        part = "an autoencoder" if has("decoder.") or has(AUTOENCODER) else "a denoiser" if has("input_blocks.") else ""
        part = "a ControlNet" if has("control_model.") or has("controlnet") else part
        if part:
            raise LayoutError(f"{path} is {part} alone; expected a whole model: denoiser, autoencoder, text encoder")
        first = ", ".join(sorted(shapes)[:3])
        raise UnsupportedModelError(f"{path} is no model that is known here; it begins with {first}")
    kind: Kind | None
    if has(CAMERA_LAYER) or has(f"{DENOISER}camera_embed."):
        kind = ZERO123 if has(CAMERA_LAYER) else IMAGEDREAM if has(f"{DENOISER}image_embed.") else MVDREAM
        starts = [*kind.encoders.values(), AUTOENCODER, *([EYE] if kind.eye else [])]
        lacking = [start for start in starts if not has(start)]
        if lacking:
            raise LayoutError(f"{path} is {kind.name} and lacks {', '.join(lacking)}...; give it as a folder")
        return kind
    inlet = shapes.get(f"{DENOISER}input_blocks.0.0.weight", (0, 4))[1]
    if inlet != 4:
        what = _INLETS.get(inlet, "another model")
        raise UnsupportedModelError(f"{path} is {what}: its denoiser takes {inlet} channels, expected 4")
    if has("conditioner.embedders.0.model.") and not has("conditioner.embedders.1."):
        raise UnsupportedModelError(f"{path} is the refiner of Stable Diffusion XL, which does not begin from noise")
    kinds = (SDXL, SD15, SD21_BASE)
    kind = next((kind for kind in kinds if all(has(start) for start in kind.encoders.values())), None)
    if kind is None or not has(AUTOENCODER):
        lacks = "its text encoder" if kind is None else "its autoencoder"
        raise LayoutError(f"{path} lacks {lacks}; get the whole model, not a pruned one")
    # What tells the two apart is not in the weights but in how they were trained; the base model's file has its steps.
    if kind is SD21_BASE and "global_step" not in shapes and "base" not in path.name.lower():
        return SD21
    return kind


def _transformer_kind(path: Path, shapes: Shapes) -> Kind:
    """Stable Diffusion 3 or FLUX.1 with the description of the file's own transformer."""
    if not (is_sd3(shapes) or is_flux(shapes)):
        raise UnsupportedModelError(
            f"{path} is a transformer that is not known here (FLUX.2, Chroma, HunyuanVideo or another); known are "
            "Stable Diffusion 3 and FLUX.1"
        )
    kind = SD3 if is_sd3(shapes) else FLUX
    try:
        config = sd3_config(shapes) if kind is SD3 else flux_config(shapes)
    except UnsupportedModelError as error:
        raise UnsupportedModelError(f"{path} is no plain {kind.name}: {error}") from error
    except KeyError as error:
        raise LayoutError(f"{path} is {kind.name} and lacks {error}; get the whole file") from error
    if kind is FLUX and not config["guidance_embeds"]:
        kind = replace(kind, name="FLUX.1 schnell", scheduler=SCHNELL_SCHEDULER)
    return replace(kind, configs={**kind.configs, "transformer": config})


def _shared_out(path: Path, kind: Kind, base: Path | None, say: Callable[[str], None]) -> tuple[Kind, tuple[str, ...]]:
    """What of a kind is in the file, and the names of what a folder lends; the optional parts may stay away.

    Raises:
        LayoutError: something is in neither.
    """
    names, tokenizer = set(read_entries(path)), T5_TOKENIZERS.get(kind.pipeline)
    starts = {**{name: (start,) for name, start in kind.encoders.items()}, "vae": AUTOENCODERS}
    absent = [
        name
        for name, begin in starts.items()
        if name in kind.configs and not any(key.startswith(begin) for key in names)
    ]
    lacking, optional = [*absent, *([tokenizer] if tokenizer else [])], FAMILIES[kind.pipeline].optional
    if base is not None:
        # Text encoder and tokenizer of a pair that may stay away do so together.
        gone = optional if any(name in lacking and not (base / name).is_dir() for name in optional) else ()
        lacking, absent = [name for name in lacking if name not in gone], [*absent, *gone]
        for name in lacking:
            if not (base / name).is_dir():
                raise LayoutError(f"hub.base={base} has no {name}, which {path} ({kind.name}) lacks too")
        # A text encoder that is lent comes with the tokenizer that it was trained with.
        words = [name.replace("text_encoder", "tokenizer") for name in lacking if name.startswith("text_encoder")]
        lacking += [name for name in words if name not in lacking and (base / name).is_dir()]
    elif tokenizer:
        needed = [name for name in lacking if name not in optional]
        if needed:
            raise LayoutError(
                f"{path} is {kind.name} and lacks {', '.join(needed)}; name a folder in the layout of diffusers that "
                "has them (of the model that it was made from) by hub.base=FOLDER"
            )
        say(f"{path.name}: read without its T5 encoder, whose tokenizer is not in it; hub.base=FOLDER lends both")
        lacking, absent = [], [*absent, *optional]
    kept = {name: config for name, config in kind.configs.items() if name not in absent}
    padding = {name: token for name, token in kind.padding.items() if name not in lacking}
    return replace(kind, configs=kept, padding=padding), tuple(lacking)


def converted(
    path: Path,
    root: Path,
    kind: Kind | None = None,
    say: Callable[[str], None] = lambda message: None,
    base: Path | None = None,
) -> Path:
    """The folder in the layout of diffusers that a single file is as; made once, and found again.

    Args:
        path: the file.
        root: where such folders are kept.
        kind: what it is; by default what `recognise` says.
        say: is told what was recognised, and what is written.
        base: a folder in the layout of diffusers that lends what the file lacks.

    Raises:
        LayoutError: there is no room for it, or something is in neither; and as for `recognise`.
    """
    kind, lent = _shared_out(path, kind or recognise(path), base, say)
    stat = path.stat()
    with path.open("rb") as file:
        start = hashlib.sha256(file.read(1 << 20))
    start.update(f"{stat.st_size} {stat.st_mtime_ns} {kind.name}".encode())
    if lent and base is not None:
        start.update(f" {base.resolve()}".encode())
    folder = root / f"{path.stem[:60]}-{start.hexdigest()[:16]}"
    if (folder / "model_index.json").is_file():
        say(f"{path.name}: {kind.name}, converted before")
        return folder
    root.mkdir(parents=True, exist_ok=True)
    free, needed = shutil.disk_usage(root).free, read_bytes(read_entries(path))
    if needed > free:
        raise LayoutError(
            f"{path} is converted once to a folder of {needed / 1e9:.1f} GB in {root}, where "
            f"{free / 1e9:.1f} GB are free; free some, or set BOZZETTO_HOME to another disk"
        )
    say(f"{path.name}: {kind.name}; converting it once to {folder} ({needed / 1e9:.2g} GB)")
    made = Path(tempfile.mkdtemp(prefix=".converting-", dir=root))
    try:
        _convert(path, made, kind, lent)
        for name in lent:
            assert base is not None  # else nothing is lent
            _lend(base / name, made / name)
        with contextlib.suppress(FileExistsError):
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def _lend(source: Path, target: Path) -> None:
    """A folder of another model: small files are copied, weights linked where that can be."""
    target.mkdir()
    for file in source.iterdir():
        if file.stat().st_size > _SMALL:
            with contextlib.suppress(OSError):
                os.symlink(file.resolve(), target / file.name)
                continue
        shutil.copyfile(file, target / file.name)


def _convert(path: Path, folder: Path, kind: Kind, lent: Sequence[str] = ()) -> None:
    diffusers()
    from diffusers.loaders import single_file_utils as maps

    index: dict[str, Any] = {"_class_name": kind.pipeline, "scheduler": ["diffusers", kind.scheduler["_class_name"]]}
    if kind.pipeline in T5_TOKENIZERS:
        classes = {name: kinds[0] for name, kinds in FAMILIES[kind.pipeline].parts.items()}
        classes |= {name: "CLIPTokenizer" for name in lent if name.startswith("tokenizer")}
        classes[T5_TOKENIZERS[kind.pipeline]] = "T5TokenizerFast"
        for name, cls in classes.items():
            there = name in kind.configs or name in lent
            library = "transformers" if is_encoder(name) or name.startswith("tokenizer") else "diffusers"
            index[name] = [library, cls] if there else [None, None]
    if kind.pipeline == "StableDiffusionPipeline":
        index |= {"safety_checker": [None, None], "feature_extractor": [None, None], "requires_safety_checker": False}
    for name, config in kind.configs.items():
        if name == "unet" and kind.pipeline == "MVDreamPipeline":
            tensors = {key.removeprefix(DENOISER): value for key, value in read_tensors(path, DENOISER).items()}
            write_unet(folder / name, tensors, config)
            index[name] = ["diffusers", "UNet2DConditionModel"]
            continue
        if name == "transformer":
            start = DENOISER if any(key.startswith(DENOISER) for key in read_entries(path)) else ""
            inside = {key.removeprefix(start): value for key, value in read_tensors(path, start).items()}
            others = (*AUTOENCODERS, "text_encoders.", "model_sampling", "denoiser.")
            inside = {key: value for key, value in inside.items() if not key.startswith(others)}
            weights = (sd3_weights if kind.pipeline == SD3.pipeline else flux_weights)(inside)
        elif name == "unet":
            weights = maps.convert_ldm_unet_checkpoint(read_tensors(path, DENOISER), config=dict(config))
            index[name] = ["diffusers", "UNet2DConditionModel"]
        elif name == "vae":
            tensors = next(filter(None, (read_tensors(path, start) for start in AUTOENCODERS)), {})
            weights = maps.convert_ldm_vae_checkpoint(tensors, config=dict(config))
            index[name] = ["diffusers", "AutoencoderKL"]
        else:
            start = kind.encoders[name]
            index[name] = ["transformers", config["architectures"][0]]
            if kind.pipeline in T5_TOKENIZERS:
                weights = {key.removeprefix(start): value for key, value in read_tensors(path, start).items()}
                # The one is of models with a projection only, the other there twice.
                spare = "text_projection." if index[name][1] == "CLIPTextModel" else "encoder.embed_tokens."
                weights = {key: value for key, value in weights.items() if not key.startswith(spare)}
            elif start.endswith("model."):
                like = SimpleNamespace(config=SimpleNamespace(hidden_size=config["hidden_size"]))
                weights = maps.convert_open_clip_checkpoint(like, read_tensors(path, start), prefix=start)
                if index[name][1] == "CLIPTextModel":
                    weights.pop("text_projection.weight", None)
                # Stable Diffusion 2 reads the last layer but one: later ones are not part of it.
                layers = config["num_hidden_layers"]
                weights = {key: value for key, value in weights.items() if _layer_of(key) < layers}
            else:
                weights = maps.convert_ldm_clip_checkpoint(read_tensors(path, start))
        stem = "model" if name.startswith("text_encoder") else "diffusion_pytorch_model"
        (folder / name).mkdir()
        weights = {key: value.contiguous() for key, value in weights.items() if not key.endswith("position_ids")}
        save_file(weights, folder / name / f"{stem}.safetensors", metadata={"format": "pt"})
        (folder / name / "config.json").write_text(json.dumps({**config}, indent=2), encoding="utf-8")
    if kind.eye:
        _convert_eye(path, folder, kind, index)
    for name, padding in kind.padding.items():
        write_tokenizer(folder / name, padding)
        index[name] = ["transformers", "CLIPTokenizer"]
    (folder / "scheduler").mkdir()
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps({**kind.scheduler}), encoding="utf-8")
    # Last: a folder with it is whole.
    (folder / "model_index.json").write_text(json.dumps(index, indent=2), encoding="utf-8")


def _convert_eye(path: Path, folder: Path, kind: Kind, index: dict[str, Any]) -> None:
    """The image encoder and, of Zero-1-to-3, the linear layer behind it."""
    tensors = {key.removeprefix(EYE): value for key, value in read_tensors(path, EYE).items()}
    layer = {f"projection.{key.removeprefix(CAMERA_LAYER)}": v for key, v in read_tensors(path, CAMERA_LAYER).items()}
    config = vision_config(tensors, kind.eye, bool(layer))
    parts = {"image_encoder": ("model", image_encoder_weights(tensors, bool(layer)), config)}
    index["image_encoder"] = ["transformers", config["architectures"][0]]
    if layer:
        parts["cc_projection"] = ("diffusion_pytorch_model", layer, {"_class_name": "CCProjection"})
        index["cc_projection"] = ["pipeline_zero1to3", "CCProjection"]
    for name, (stem, weights, config) in parts.items():
        (folder / name).mkdir()
        kept = {key: value.contiguous() for key, value in weights.items()}
        save_file(kept, folder / name / f"{stem}.safetensors", metadata={"format": "pt"})
        (folder / name / "config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")


def _layer_of(key: str) -> int:
    _, layers, rest = key.partition("layers.")
    return int(rest.partition(".")[0]) if layers else -1


def write_tokenizer(folder: Path, padding: str = _END) -> None:
    """CLIP's tokenizer as files that `transformers` reads.

    Args:
        folder: where; made.
        padding: the token that fills a text up.
    """
    folder.mkdir(parents=True)
    merges = gzip.decompress(MERGES.read_bytes()).decode()
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    # A byte is a character: itself where that can be seen, else one above 255 (Radford et al. 2019).
    others = [b for b in range(256) if b not in printable]
    letters = [chr(b) for b in printable] + [chr(256 + k) for k in range(len(others))]
    words = [*letters, *(letter + "</w>" for letter in letters)]
    words += ["".join(line.split()) for line in merges.splitlines()[1:] if line]
    words += ["<|startoftext|>", _END]
    (folder / "vocab.json").write_text(json.dumps({word: i for i, word in enumerate(words)}), encoding="utf-8")
    (folder / "merges.txt").write_text(merges, encoding="utf-8")
    about = {
        "tokenizer_class": "CLIPTokenizer", "model_max_length": 77, "do_lower_case": True, "errors": "replace",
        "bos_token": "<|startoftext|>", "eos_token": _END, "unk_token": _END, "pad_token": padding,
    }  # fmt: skip
    (folder / "tokenizer_config.json").write_text(json.dumps(about), encoding="utf-8")

"""Multi-view and image-conditioned models in the layouts that they are shared in, as folders of `diffusers`' parts.

MVDream and ImageDream come as folders of a community pipeline, whose U-Net has the names of the original code
(`input_blocks.1.0...`), and all of them as one file of the original code. What `diffusers` has no place for goes into
`unet/multiview.safetensors`, see `bozzetto.sds.pretrained.multiview.make_multiview`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from bozzetto.sds.pretrained.errors import LayoutError, UnsupportedModelError
from bozzetto.sds.pretrained.folder import EXTRA, inspect_weights
from bozzetto.sds.pretrained.packages import diffusers

LDM_CLASS = "MultiViewUNetModel"
"""The U-Net's class in the community's pipelines."""
DENOISER = "model.diffusion_model."
_WANTED = ("in_channels", "model_channels", "num_res_blocks", "attention_resolutions", "channel_mult", "context_dim")
_VISION_NAMES = {
    "class_embedding": "embeddings.class_embedding",
    "conv1.weight": "embeddings.patch_embedding.weight",
    "positional_embedding": "embeddings.position_embedding.weight",
    "ln_pre.weight": "pre_layrnorm.weight",
    "ln_pre.bias": "pre_layrnorm.bias",
    "ln_post.weight": "post_layernorm.weight",
    "ln_post.bias": "post_layernorm.bias",
}
"""OpenAI's and OpenCLIP's names of an image encoder -> those of `transformers`."""
_LAYER_NAMES = {
    "attn.out_proj": "self_attn.out_proj",
    "ln_1": "layer_norm1",
    "ln_2": "layer_norm2",
    "mlp.c_fc": "mlp.fc1",
    "mlp.c_proj": "mlp.fc2",
}


def is_community_folder(path: Path) -> bool:
    """Whether a model's folder is that of a community pipeline of MVDream or ImageDream."""
    try:
        index = json.loads((path / "model_index.json").read_text(encoding="utf-8"))
        return bool(index.get("unet", (None, None))[1] == LDM_CLASS)
    except (OSError, ValueError, AttributeError, TypeError, IndexError):
        return False


def as_diffusers(path: Path, root: Path, say: Callable[[str], None] = lambda message: None) -> Path:
    """The folder in `diffusers`' parts that a community folder is as: its U-Net converted, the others linked.

    Args:
        path: the folder.
        root: where such folders are kept.
        say: is told what is written.

    Raises:
        LayoutError: a description cannot be read, or there is no room.
        UnsupportedModelError: the U-Net has a part that is not understood.
    """
    half = not inspect_weights(path / "unet", False)
    files = inspect_weights(path / "unet", half)
    if not files:
        raise LayoutError(f"{path / 'unet'} has no weights (*.safetensors); pickles can run code and are not read")
    stats = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    key = hashlib.sha256(f"{path.resolve()} {stats}".encode()).hexdigest()[:16]
    folder = root / f"{path.name[:60]}-{key}"
    if (folder / "model_index.json").is_file() and all(entry.exists() for entry in folder.iterdir()):
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    root.mkdir(parents=True, exist_ok=True)
    size = sum(size for _, size, _ in stats)
    if size > shutil.disk_usage(root).free:
        raise LayoutError(f"the U-Net of {path} is converted once to {size / 1e9:.1f} GB in {root}, which is too full")
    say(f"{path.name}: a community pipeline of MVDream; converting its U-Net once to {folder} ({size / 1e9:.2g} GB)")
    try:
        index = json.loads((path / "model_index.json").read_text(encoding="utf-8"))
        ldm = json.loads((path / "unet" / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LayoutError(f"{path} cannot be read ({error}); download it again") from error
    tensors = {name: value for file in files for name, value in load_file(file).items()}
    made = Path(tempfile.mkdtemp(prefix=".converting-", dir=root))
    try:
        write_unet(made / "unet", tensors, unet_config(ldm, path), float(ldm.get("ip_weight", 1.0)))
        for entry in path.iterdir():
            if entry.is_dir() and entry.name != "unet":
                (made / entry.name).symlink_to(entry.resolve(), target_is_directory=True)
        index |= {"_class_name": "MVDreamPipeline", "unet": ["diffusers", "UNet2DConditionModel"]}
        (made / "model_index.json").write_text(json.dumps(index, indent=2), encoding="utf-8")
        with contextlib.suppress(FileExistsError):
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def unet_config(ldm: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The description of a U-Net in `diffusers`' terms, from that of the original code.

    Args:
        ldm: the original's.
        path: of the model, for messages.

    Raises:
        LayoutError: something is missing from it.
        UnsupportedModelError: it has a part that is not understood.
    """
    missing = [key for key in _WANTED if key not in ldm]
    if missing:
        raise LayoutError(f"{path / 'unet' / 'config.json'} lacks {', '.join(missing)}; download the model again")
    if ldm.get("num_classes") is not None or ldm.get("resblock_updown") or ldm.get("use_scale_shift_norm"):
        raise UnsupportedModelError(
            f"{path / 'unet'}: classes, up- and downsampling blocks and scaled norms are not read"
        )
    if ldm.get("camera_dim") != 16:
        raise UnsupportedModelError(f"{path / 'unet'}: camera_dim {ldm.get('camera_dim')}; expected 16, a c2w")
    widths = [int(ldm["model_channels"] * times) for times in ldm["channel_mult"]]
    head = ldm.get("num_head_channels", -1)
    heads = [width // head if head > 0 else ldm["num_heads"] for width in widths]
    attends = [2**level in ldm["attention_resolutions"] for level in range(len(widths))]
    return {
        "act_fn": "silu", "in_channels": ldm["in_channels"],
        "out_channels": ldm.get("out_channels", ldm["in_channels"]),
        "sample_size": ldm.get("image_size", 32), "layers_per_block": ldm["num_res_blocks"],
        "block_out_channels": widths, "attention_head_dim": heads, "cross_attention_dim": ldm["context_dim"],
        "use_linear_projection": True, "class_embed_type": "projection",
        "projection_class_embeddings_input_dim": 16,
        "down_block_types": ["CrossAttnDownBlock2D" if a else "DownBlock2D" for a in attends],
        "up_block_types": ["CrossAttnUpBlock2D" if a else "UpBlock2D" for a in reversed(attends)],
    }  # fmt: skip


def write_unet(
    folder: Path, tensors: Mapping[str, Tensor], config: Mapping[str, Any], picture_weight: float = 1.0
) -> None:
    """A multi-view U-Net as `diffusers` reads it, and beside it what that has no place for.

    Args:
        folder: where; made.
        tensors: by the original code's names, without its beginning `model.diffusion_model.`.
        config: in `diffusers`' terms.
        picture_weight: of what a picture adds.
    """
    diffusers()
    from diffusers.loaders import single_file_utils as maps

    kept = {f"{DENOISER}{key}": value for key, value in tensors.items() if not key.startswith("image_embed.")}
    # The maps would look for the class embedding under another name than the camera's.
    plain = {key: value for key, value in config.items() if key != "class_embed_type"}
    weights = maps.convert_ldm_unet_checkpoint(kept, config=plain)
    for ours, theirs in (("linear_1", "0"), ("linear_2", "2")):
        for kind in ("weight", "bias"):
            weights[f"class_embedding.{ours}.{kind}"] = tensors[f"camera_embed.{theirs}.{kind}"]
    extra = {key: value for key, value in tensors.items() if key.startswith("image_embed.")}
    for key in [key for key in weights if "_ip." in key]:
        extra[key.replace("attn2.to_", "attn2.processor.to_")] = weights.pop(key)
    folder.mkdir()
    save_file(
        {key: value.contiguous() for key, value in weights.items()},
        folder / "diffusion_pytorch_model.safetensors",
        metadata={"format": "pt"},
    )
    if extra:
        kept = {key: value.contiguous() for key, value in extra.items()}
        save_file(kept, folder / EXTRA, metadata={"format": "pt", "weight": str(picture_weight)})
    (folder / "config.json").write_text(json.dumps({**config}, indent=2), encoding="utf-8")


def image_encoder_weights(tensors: Mapping[str, Tensor], projected: bool) -> dict[str, Tensor]:
    """A CLIP image encoder by the names of `transformers`.

    Args:
        tensors: by OpenAI's names: `conv1.weight`, `transformer.resblocks.0...`.
        projected: whether the projection to the space that CLIP shares with texts is part of it.
    """
    out = {f"vision_model.{new}": tensors[old] for old, new in _VISION_NAMES.items()}
    for key, value in tensors.items():
        if not key.startswith("transformer.resblocks."):
            continue
        _, _, layer, rest = key.split(".", 3)
        start = f"vision_model.encoder.layers.{layer}"
        if rest.startswith("attn.in_proj_"):
            kind = rest.removeprefix("attn.in_proj_")
            for name, part in zip("qkv", value.chunk(3), strict=True):
                out[f"{start}.self_attn.{name}_proj.{kind}"] = part
        else:
            stem, _, kind = rest.rpartition(".")
            out[f"{start}.{_LAYER_NAMES[stem]}.{kind}"] = value
    if projected:
        out["visual_projection.weight"] = tensors["proj"].T
    return {key: value.contiguous() for key, value in out.items()}


def vision_config(tensors: Mapping[str, Tensor], activation: str, projected: bool) -> dict[str, Any]:
    """The description of a CLIP image encoder, whose sizes are those of its weights.

    Args:
        tensors: by OpenAI's names.
        activation: `quick_gelu` of OpenAI's models, `gelu` of OpenCLIP's.
        projected: see `image_encoder_weights`.
    """
    width, patch = tensors["conv1.weight"].shape[0], tensors["conv1.weight"].shape[-1]
    layers = 1 + max(int(key.split(".")[2]) for key in tensors if key.startswith("transformer.resblocks."))
    return {
        "architectures": ["CLIPVisionModelWithProjection" if projected else "CLIPVisionModel"],
        "model_type": "clip_vision_model", "hidden_act": activation, "hidden_size": width,
        "intermediate_size": tensors["transformer.resblocks.0.mlp.c_fc.weight"].shape[0], "num_hidden_layers": layers,
        "num_attention_heads": max(1, width // (80 if width == 1280 else 64)), "patch_size": patch,
        "image_size": patch * math.isqrt(len(tensors["positional_embedding"]) - 1),
        "projection_dim": tensors["proj"].shape[1] if "proj" in tensors else width,
    }  # fmt: skip


def read_extra(path: Path | None) -> tuple[dict[str, Tensor], float]:
    """What `write_unet` wrote beside a U-Net, and the weight of the picture; nothing where there is no such file."""
    if path is None:
        return {}, 1.0
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        weight = float((file.metadata() or {}).get("weight", 1.0))
        return {key: file.get_tensor(key).to(torch.float32) for key in file.keys()}, weight  # noqa: SIM118 - not a dict

"""Stable Diffusion 3 and FLUX.1 as one file: their shapes, read from the tensors, and their names in `diffusers`.

The published descriptions of the autoencoders and text encoders are constants here; the transformer's follows the
file, since the community shares several sizes (SD 3 medium, 3.5 medium and large; FLUX dev and schnell).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from bozzetto.sds.pretrained.errors import UnsupportedModelError
from bozzetto.sds.pretrained.packages import diffusers

Shapes = Mapping[str, tuple[int, ...]]

CLIP_L_START, CLIP_G_START, T5_START = (f"text_encoders.{name}.transformer." for name in ("clip_l", "clip_g", "t5xxl"))
"""Where the text encoders are in such files."""
_FLUX_OTHERS = {384: "FLUX Fill", 128: "FLUX Canny or Depth"}
"""By the channels that they take; FLUX.1 takes 64."""
_SD3_LATENTS = 16
_SD3_HEAD = 64
T5_XXL = {
    "architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": 4096, "d_kv": 64, "d_ff": 10240,
    "num_layers": 24, "num_heads": 64, "relative_attention_num_buckets": 32, "relative_attention_max_distance": 128,
    "feed_forward_proj": "gated-gelu", "is_encoder_decoder": False, "use_cache": False, "vocab_size": 32128,
    "layer_norm_epsilon": 1e-6, "eos_token_id": 1, "pad_token_id": 0, "tie_word_embeddings": False,
}  # fmt: skip
VAE_16 = {
    "act_fn": "silu", "block_out_channels": [128, 256, 512, 512], "down_block_types": ["DownEncoderBlock2D"] * 4,
    "up_block_types": ["UpDecoderBlock2D"] * 4, "in_channels": 3, "out_channels": 3, "latent_channels": 16,
    "layers_per_block": 2, "norm_num_groups": 32, "sample_size": 1024, "use_quant_conv": False,
    "use_post_quant_conv": False, "force_upcast": True,
}  # fmt: skip
SD3_VAE = {**VAE_16, "scaling_factor": 1.5305, "shift_factor": 0.0609}
FLUX_VAE = {**VAE_16, "scaling_factor": 0.3611, "shift_factor": 0.1159}
_FLOW = {"_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000}
SD3_SCHEDULER = {**_FLOW, "shift": 3.0}
FLUX_SCHEDULER = {
    **_FLOW, "shift": 3.0, "use_dynamic_shifting": True, "base_shift": 0.5, "max_shift": 1.15,
    "base_image_seq_len": 256, "max_image_seq_len": 4096,
}  # fmt: skip
SCHNELL_SCHEDULER = {**FLUX_SCHEDULER, "shift": 1.0, "use_dynamic_shifting": False}


def is_sd3(shapes: Shapes) -> bool:
    """Whether tensors without their prefix are those of Stable Diffusion 3's transformer."""
    return "joint_blocks.0.x_block.attn.qkv.weight" in shapes and "y_embedder.mlp.0.weight" in shapes


def is_flux(shapes: Shapes) -> bool:
    """Whether tensors without their prefix are those of FLUX.1's transformer."""
    return "double_blocks.0.img_attn.qkv.weight" in shapes and "vector_in.in_layer.weight" in shapes


def sd3_config(shapes: Shapes) -> dict[str, Any]:
    """The description of Stable Diffusion 3's transformer (Esser et al. 2024, arXiv 2403.03206), from its tensors."""
    width, channels, patch, _ = shapes["x_embedder.proj.weight"]
    head = shapes.get("joint_blocks.0.x_block.attn.ln_q.weight", (_SD3_HEAD,))[0]
    layers = _count(shapes, "joint_blocks")
    if channels != _SD3_LATENTS:
        raise UnsupportedModelError(
            f"its transformer takes {channels} channels, expected {_SD3_LATENTS}: an inpainting or a control model"
        )
    return {
        "_class_name": "SD3Transformer2DModel", "sample_size": 128, "patch_size": patch, "in_channels": channels,
        "out_channels": channels, "num_layers": layers, "attention_head_dim": head,
        "num_attention_heads": max(1, width // head), "caption_projection_dim": shapes["context_embedder.weight"][0],
        "joint_attention_dim": shapes["context_embedder.weight"][1],
        "pooled_projection_dim": shapes["y_embedder.mlp.0.weight"][1],
        "pos_embed_max_size": math.isqrt(shapes["pos_embed"][1]),
        "qk_norm": "rms_norm" if "joint_blocks.0.x_block.attn.ln_q.weight" in shapes else None,
        "dual_attention_layers": [k for k in range(layers) if f"joint_blocks.{k}.x_block.attn2.qkv.weight" in shapes],
    }  # fmt: skip


def flux_config(shapes: Shapes) -> dict[str, Any]:
    """The description of FLUX.1's transformer, from its tensors."""
    width, channels = shapes["img_in.weight"]
    head = shapes["double_blocks.0.img_attn.norm.query_norm.scale"][0]
    if channels in _FLUX_OTHERS:
        raise UnsupportedModelError(
            f"its transformer takes {channels} channels: {_FLUX_OTHERS[channels]}, which continues a picture"
        )
    return {
        "_class_name": "FluxTransformer2DModel", "patch_size": 1, "in_channels": channels,
        "num_layers": _count(shapes, "double_blocks"), "num_single_layers": _count(shapes, "single_blocks"),
        "attention_head_dim": head, "num_attention_heads": width // head,
        "joint_attention_dim": shapes["txt_in.weight"][1],
        "pooled_projection_dim": shapes["vector_in.in_layer.weight"][1],
        "guidance_embeds": "guidance_in.in_layer.weight" in shapes, "axes_dims_rope": [16, 56, 56],
    }  # fmt: skip


def sd3_weights(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Stability's names, without their prefix, as those of `diffusers`."""
    diffusers()
    from diffusers.loaders.single_file_utils import convert_sd3_transformer_checkpoint_to_diffusers as convert

    named: dict[str, Tensor] = convert(dict(tensors))
    return named


_DOUBLE = {
    "img_mod.lin": "norm1.linear", "txt_mod.lin": "norm1_context.linear", "img_attn.proj": "attn.to_out.0",
    "txt_attn.proj": "attn.to_add_out", "img_attn.norm.query_norm": "attn.norm_q",
    "img_attn.norm.key_norm": "attn.norm_k", "txt_attn.norm.query_norm": "attn.norm_added_q",
    "txt_attn.norm.key_norm": "attn.norm_added_k", "img_mlp.0": "ff.net.0.proj", "img_mlp.2": "ff.net.2",
    "txt_mlp.0": "ff_context.net.0.proj", "txt_mlp.2": "ff_context.net.2",
}  # fmt: skip
_SINGLE = {
    "modulation.lin": "norm.linear", "norm.query_norm": "attn.norm_q", "norm.key_norm": "attn.norm_k",
    "linear2": "proj_out",
}  # fmt: skip
_OUTSIDE = {
    "time_in.in_layer": "time_text_embed.timestep_embedder.linear_1",
    "time_in.out_layer": "time_text_embed.timestep_embedder.linear_2",
    "vector_in.in_layer": "time_text_embed.text_embedder.linear_1",
    "vector_in.out_layer": "time_text_embed.text_embedder.linear_2",
    "guidance_in.in_layer": "time_text_embed.guidance_embedder.linear_1",
    "guidance_in.out_layer": "time_text_embed.guidance_embedder.linear_2",
    "txt_in": "context_embedder", "img_in": "x_embedder", "final_layer.linear": "proj_out",
}  # fmt: skip


def flux_weights(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Black Forest Labs' names, without their prefix, as those of `diffusers`, of any width.

    Raises:
        UnsupportedModelError: a tensor whose name is not known.
    """
    width = tensors["img_in.weight"].shape[0]
    out: dict[str, Tensor] = {}
    for key, value in tensors.items():
        stem, _, kind = key.rpartition(".")
        kind = "weight" if kind == "scale" else kind
        block, _, inside = stem.partition(".")
        number, _, inside = inside.partition(".")
        if stem in _OUTSIDE:
            out[f"{_OUTSIDE[stem]}.{kind}"] = value
        elif stem == "final_layer.adaLN_modulation.1":
            # Shift and scale, the other way round.
            shift, scale = value.chunk(2)
            out[f"norm_out.linear.{kind}"] = torch.cat([scale, shift])
        elif block == "double_blocks" and inside in _DOUBLE:
            out[f"transformer_blocks.{number}.{_DOUBLE[inside]}.{kind}"] = value
        elif block == "double_blocks" and inside in ("img_attn.qkv", "txt_attn.qkv"):
            names = ("to_q", "to_k", "to_v") if inside[0] == "i" else ("add_q_proj", "add_k_proj", "add_v_proj")
            for name, third in zip(names, value.chunk(3), strict=True):
                out[f"transformer_blocks.{number}.attn.{name}.{kind}"] = third
        elif block == "single_blocks" and inside in _SINGLE:
            out[f"single_transformer_blocks.{number}.{_SINGLE[inside]}.{kind}"] = value
        elif block == "single_blocks" and inside == "linear1":
            pieces = value.split((width, width, width, len(value) - 3 * width))
            for name, piece in zip(("attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp"), pieces, strict=True):
                out[f"single_transformer_blocks.{number}.{name}.{kind}"] = piece
        else:
            raise UnsupportedModelError(f"FLUX.1 has no tensor {key!r}")
    return out


def _count(shapes: Shapes, block: str) -> int:
    return 1 + max((int(key.split(".")[1]) for key in shapes if key.startswith(f"{block}.")), default=-1)

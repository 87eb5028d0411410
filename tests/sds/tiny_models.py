"""Tiny models of the real classes, with random weights, saved by the library in the layout that users have on disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from diffusers import (
    AutoencoderKL,
    DDPMScheduler,
    FlowMatchEulerDiscreteScheduler,
    FluxTransformer2DModel,
    PNDMScheduler,
    SD3Transformer2DModel,
    UNet2DConditionModel,
)
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
    T5Config,
    T5EncoderModel,
    T5Tokenizer,
)

CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789,.!'-"
KINDS = ("sd", "sd-v", "sdxl", "if", "sd3", "flux")


def quiet() -> None:
    """No progress bars and no advice from the libraries."""
    for package in (diffusers, transformers):
        package.utils.logging.set_verbosity_error()
        package.utils.logging.disable_progress_bar()


def clip_tokenizer(folder: Path) -> CLIPTokenizer:
    """One token a character, from the two files that Stable Diffusion's folders have."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [*CHARACTERS, *(c + "</w>" for c in CHARACTERS), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({word: i for i, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "CLIPTokenizer", "model_max_length": 77, "pad_token": "<|endoftext|>"})
    )
    return CLIPTokenizer.from_pretrained(folder)


def t5_tokenizer() -> T5Tokenizer:
    """One token a character."""
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -1.5)]
    pieces += [("▁" + c, -2.0) for c in CHARACTERS] + [(c, -3.0) for c in CHARACTERS]
    return T5Tokenizer(vocab=pieces, extra_ids=0, model_max_length=77)


def clip(width: int, projection: int | None = None) -> Any:
    """A CLIP text encoder of two layers; with a projection where its width is given."""
    config = CLIPTextConfig(
        vocab_size=84, hidden_size=width, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
        max_position_embeddings=77, bos_token_id=82, eos_token_id=83, pad_token_id=83,
        projection_dim=projection or 512,
    )  # fmt: skip
    return CLIPTextModelWithProjection(config) if projection else CLIPTextModel(config)


def t5(width: int) -> T5EncoderModel:
    """A T5 encoder of one layer."""
    config = T5Config(vocab_size=90, d_model=width, d_kv=8, d_ff=40, num_layers=1, num_heads=4)
    return T5EncoderModel(config)


def vae(latents: int, scale: float, shift: float | None = None) -> AutoencoderKL:
    """An autoencoder that halves each side once."""
    return AutoencoderKL(
        block_out_channels=[16, 32], down_block_types=["DownEncoderBlock2D"] * 2,
        up_block_types=["UpDecoderBlock2D"] * 2,
        latent_channels=latents, norm_num_groups=8, sample_size=16, scaling_factor=scale, shift_factor=shift,
        use_quant_conv=shift is None, use_post_quant_conv=shift is None,
    )  # fmt: skip


def unet(text: int, channels: int = 4, out: int | None = None, **more: Any) -> UNet2DConditionModel:
    """A U-Net of two levels for 8 x 8 latents."""
    return UNet2DConditionModel(
        block_out_channels=(16, 32), layers_per_block=1, sample_size=8, in_channels=channels,
        out_channels=out or channels, norm_num_groups=8, attention_head_dim=8,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), cross_attention_dim=text, **more,
    )  # fmt: skip


def small_unet(text: int) -> UNet2DConditionModel:
    """A U-Net of one level and few operations."""
    return UNet2DConditionModel(
        block_out_channels=(16,), layers_per_block=1, sample_size=8, in_channels=4, out_channels=4, norm_num_groups=8,
        attention_head_dim=8, down_block_types=("CrossAttnDownBlock2D",), up_block_types=("UpBlock2D",),
        mid_block_type=None, cross_attention_dim=text,
    )  # fmt: skip


def build(kind: str, folder: Path) -> Path:
    """Builds and saves a model.

    Args:
        kind: one of KINDS; "sd-v" is an "sd" that predicts velocity. Or "sd-small", an "sd" of one level.
        folder: where; made.

    Returns:
        `folder`.
    """
    quiet()
    torch.manual_seed(KINDS.index(kind) if kind in KINDS else 0)
    plain = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
    betas = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}
    pipeline: Any
    if kind in ("sd", "sd-v", "sd-small"):
        prediction = "v_prediction" if kind == "sd-v" else "epsilon"
        pipeline = diffusers.StableDiffusionPipeline(
            vae=vae(4, 0.18215), text_encoder=clip(32), tokenizer=clip_tokenizer(folder / "made"),
            unet=small_unet(32) if kind == "sd-small" else unet(32),
            scheduler=PNDMScheduler(**betas, skip_prk_steps=True, steps_offset=1, prediction_type=prediction), **plain,
        )  # fmt: skip
    elif kind == "sdxl":
        pipeline = diffusers.StableDiffusionXLPipeline(
            vae=vae(4, 0.13025), text_encoder=clip(32), text_encoder_2=clip(24, 20),
            tokenizer=clip_tokenizer(folder / "made"), tokenizer_2=clip_tokenizer(folder / "made"),
            unet=unet(56, addition_embed_type="text_time", addition_time_embed_dim=8,
                      projection_class_embeddings_input_dim=20 + 6 * 8),
            scheduler=diffusers.EulerDiscreteScheduler(**betas, timestep_spacing="leading", steps_offset=1),
        )  # fmt: skip
    elif kind == "if":
        pipeline = diffusers.IFPipeline(
            text_encoder=t5(32), tokenizer=t5_tokenizer(), watermarker=None,
            unet=unet(32, 3, 6, encoder_hid_dim=32, encoder_hid_dim_type="text_proj"),
            scheduler=DDPMScheduler(beta_schedule="squaredcos_cap_v2", variance_type="learned_range"), **plain,
        )  # fmt: skip
    elif kind == "sd3":
        pipeline = diffusers.StableDiffusion3Pipeline(
            transformer=SD3Transformer2DModel(
                sample_size=8, patch_size=2, in_channels=16, num_layers=1, attention_head_dim=8, num_attention_heads=4,
                joint_attention_dim=48, caption_projection_dim=32, pooled_projection_dim=44, out_channels=16,
                pos_embed_max_size=8,
            ),
            vae=vae(16, 1.5305, 0.0609), text_encoder=clip(24, 24), text_encoder_2=clip(24, 20), text_encoder_3=t5(48),
            tokenizer=clip_tokenizer(folder / "made"), tokenizer_2=clip_tokenizer(folder / "made"),
            tokenizer_3=t5_tokenizer(), scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        )  # fmt: skip
    else:
        pipeline = diffusers.FluxPipeline(
            transformer=FluxTransformer2DModel(
                patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
                num_attention_heads=2, joint_attention_dim=32, pooled_projection_dim=24, guidance_embeds=True,
                axes_dims_rope=(4, 4, 8),
            ),
            vae=vae(4, 0.3611, 0.1159), text_encoder=clip(24), text_encoder_2=t5(32),
            tokenizer=clip_tokenizer(folder / "made"), tokenizer_2=t5_tokenizer(),
            scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0, use_dynamic_shifting=True),
        )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    made = folder / "made"
    if made.is_dir():
        for name in ("tokenizer", "tokenizer_2"):
            if (folder / name / "tokenizer.json").is_file() and "CLIP" in str(type(getattr(pipeline, name))):
                # As in the published folders: the classic two files instead of the library's own one.
                (folder / name / "tokenizer.json").unlink()
                for file in made.iterdir():
                    (folder / name / file.name).write_text(file.read_text())
        for file in made.iterdir():
            file.unlink()
        made.rmdir()
    return folder


def as_single_file(folder: Path, path: Path) -> Path:
    """A model's folder as the one file that the community shares: CompVis' and Stability's names.

    The other way round than `bozzetto.sds.pretrained.single_file`, and written apart from it.
    """
    from safetensors.torch import load_file, save_file

    unet = load_file(folder / "unet" / "diffusion_pytorch_model.safetensors")
    config = json.loads((folder / "unet" / "config.json").read_text())
    tensors = {f"model.diffusion_model.{ldm_unet(key, config)}": value for key, value in unet.items()}
    autoencoder = load_file(folder / "vae" / "diffusion_pytorch_model.safetensors")
    levels = len(json.loads((folder / "vae" / "config.json").read_text())["block_out_channels"])
    for key, value in autoencoder.items():
        name = ldm_vae(key, levels)
        convolution = ".mid.attn_1." in name and name.endswith(".weight") and value.dim() == 2
        tensors[f"first_stage_model.{name}"] = value[:, :, None, None] if convolution else value
    xl = (folder / "text_encoder_2").is_dir()
    start = "conditioner.embedders.0.transformer." if xl else "cond_stage_model.transformer."
    for key, value in load_file(folder / "text_encoder" / "model.safetensors").items():
        tensors[f"{start}text_model.{key.removeprefix('text_model.')}"] = value
    if xl:
        clip_g = load_file(folder / "text_encoder_2" / "model.safetensors")
        tensors |= {f"conditioner.embedders.1.model.{key}": value for key, value in open_clip(clip_g).items()}
    save_file({key: value.contiguous() for key, value in tensors.items()}, path, metadata={"format": "pt"})
    return path


def as_transformer_file(
    folder: Path, path: Path, *, parts: bool = True, prefix: str = "model.diffusion_model."
) -> Path:
    """Stable Diffusion 3 or FLUX.1 as one file, the other way round than `bozzetto.sds.pretrained.single_transformer`.

    Args:
        folder: a model of `build`.
        path: of the file.
        parts: with its autoencoder and text encoders.
        prefix: of the transformer's names.
    """
    from safetensors.torch import load_file, save_file

    network = load_file(folder / "transformer" / "diffusion_pytorch_model.safetensors")
    flux = any(key.startswith("single_") for key in network)
    inside = _flux_names(network) if flux else _sd3_names(network)
    tensors = {f"{prefix}{key}": value for key, value in inside.items()}
    if parts:
        levels = len(json.loads((folder / "vae" / "config.json").read_text())["block_out_channels"])
        for key, value in load_file(folder / "vae" / "diffusion_pytorch_model.safetensors").items():
            name = ldm_vae(key, levels)
            convolution = ".mid.attn_1." in name and name.endswith(".weight") and value.dim() == 2
            tensors[f"{'vae' if flux else 'first_stage_model'}.{name}"] = (
                value[:, :, None, None] if convolution else value
            )
        names = ("clip_l", "t5xxl") if flux else ("clip_l", "clip_g", "t5xxl")
        for k, name in enumerate(names):
            for key, value in load_file(
                folder / f"text_encoder{'' if k == 0 else f'_{k + 1}'}" / "model.safetensors"
            ).items():
                tensors[f"text_encoders.{name}.transformer.{key}"] = value
    save_file({key: value.contiguous() for key, value in tensors.items()}, path, metadata={"format": "pt"})
    return path


def as_gguf(path: Path, tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Writes tensors as a GGUF file: matrices with rows of 32 values in 8 bits, the rest as they are; what is in it."""
    import gguf

    writer = gguf.GGUFWriter(path, "flux")
    wanted = {}
    for name, value in tensors.items():
        kind = gguf.GGMLQuantizationType
        kind = kind.Q8_0 if value.dim() == 2 and value.shape[1] % 32 == 0 else kind.F32
        data = gguf.quants.quantize(value.numpy(), kind)
        writer.add_tensor(name, data, raw_dtype=kind)
        wanted[name] = torch.from_numpy(gguf.quants.dequantize(data, kind).copy()).reshape(value.shape)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return wanted


def _sd3_names(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Stability's names of the transformer."""
    out, left = {}, dict(tensors)
    for ours, theirs in (
        ("pos_embed.pos_embed", "pos_embed"), ("pos_embed.proj", "x_embedder.proj"),
        ("time_text_embed.timestep_embedder.linear_1", "t_embedder.mlp.0"),
        ("time_text_embed.timestep_embedder.linear_2", "t_embedder.mlp.2"),
        ("time_text_embed.text_embedder.linear_1", "y_embedder.mlp.0"),
        ("time_text_embed.text_embedder.linear_2", "y_embedder.mlp.2"), ("context_embedder", "context_embedder"),
        ("proj_out", "final_layer.linear"),
    ):  # fmt: skip
        for key in [key for key in left if key == ours or key.startswith(f"{ours}.")]:
            out[theirs + key.removeprefix(ours)] = left.pop(key)

    def swapped(value: torch.Tensor) -> torch.Tensor:
        scale, shift = value.chunk(2)
        return torch.cat([shift, scale])

    for kind in ("weight", "bias"):
        out[f"final_layer.adaLN_modulation.1.{kind}"] = swapped(left.pop(f"norm_out.linear.{kind}"))
    layers = 1 + max(int(key.split(".")[1]) for key in left)
    for k in range(layers):
        block = f"transformer_blocks.{k}."
        sides = {
            "x_block": (("to_q", "to_k", "to_v"), "to_out.0", "norm1", "ff"),
            "context_block": (("add_q_proj", "add_k_proj", "add_v_proj"), "to_add_out", "norm1_context", "ff_context"),
        }
        for side, (qkv, proj, norm, mlp) in sides.items():
            place = f"joint_blocks.{k}.{side}"
            for kind in ("weight", "bias"):
                out[f"{place}.attn.qkv.{kind}"] = torch.cat([left.pop(f"{block}attn.{name}.{kind}") for name in qkv])
                modulation = left.pop(f"{block}{norm}.linear.{kind}")
                last = side == "context_block" and k == layers - 1
                out[f"{place}.adaLN_modulation.1.{kind}"] = swapped(modulation) if last else modulation
                for ours, theirs in ((f"attn.{proj}", "attn.proj"), (f"{mlp}.net.0.proj", "mlp.fc1"),
                                     (f"{mlp}.net.2", "mlp.fc2")):  # fmt: skip
                    if f"{block}{ours}.{kind}" in left:
                        out[f"{place}.{theirs}.{kind}"] = left.pop(f"{block}{ours}.{kind}")
    assert not left, sorted(left)
    return out


def _flux_names(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Black Forest Labs' names of the transformer."""
    out, left = {}, dict(tensors)
    for ours, theirs in (
        ("time_text_embed.timestep_embedder.linear_1", "time_in.in_layer"),
        ("time_text_embed.timestep_embedder.linear_2", "time_in.out_layer"),
        ("time_text_embed.text_embedder.linear_1", "vector_in.in_layer"),
        ("time_text_embed.text_embedder.linear_2", "vector_in.out_layer"),
        ("time_text_embed.guidance_embedder.linear_1", "guidance_in.in_layer"),
        ("time_text_embed.guidance_embedder.linear_2", "guidance_in.out_layer"),
        ("context_embedder", "txt_in"), ("x_embedder", "img_in"), ("proj_out", "final_layer.linear"),
    ):  # fmt: skip
        for key in [key for key in left if key.startswith(f"{ours}.")]:
            out[theirs + key.removeprefix(ours)] = left.pop(key)
    for kind in ("weight", "bias"):
        scale, shift = left.pop(f"norm_out.linear.{kind}").chunk(2)
        out[f"final_layer.adaLN_modulation.1.{kind}"] = torch.cat([shift, scale])
    for k in sorted({int(key.split(".")[1]) for key in left if key.startswith("transformer_blocks.")}):
        block, place = f"transformer_blocks.{k}.", f"double_blocks.{k}."
        sides = {
            "img": (("to_q", "to_k", "to_v"), "to_out.0", "norm1", "ff", ("norm_q", "norm_k")),
            "txt": (("add_q_proj", "add_k_proj", "add_v_proj"), "to_add_out", "norm1_context", "ff_context",
                    ("norm_added_q", "norm_added_k")),
        }  # fmt: skip
        for side, (qkv, proj, norm, mlp, scales) in sides.items():
            for ours, theirs in zip(scales, ("query_norm", "key_norm"), strict=True):
                out[f"{place}{side}_attn.norm.{theirs}.scale"] = left.pop(f"{block}attn.{ours}.weight")
            for kind in ("weight", "bias"):
                out[f"{place}{side}_attn.qkv.{kind}"] = torch.cat(
                    [left.pop(f"{block}attn.{name}.{kind}") for name in qkv]
                )
                for ours, theirs in ((f"attn.{proj}", "attn.proj"), (f"{norm}.linear", "mod.lin"),
                                     (f"{mlp}.net.0.proj", "mlp.0"), (f"{mlp}.net.2", "mlp.2")):  # fmt: skip
                    out[f"{place}{side}_{theirs}.{kind}"] = left.pop(f"{block}{ours}.{kind}")
    for k in sorted({int(key.split(".")[1]) for key in left}):
        block, place = f"single_transformer_blocks.{k}.", f"single_blocks.{k}."
        for ours, theirs in (("norm_q", "query_norm"), ("norm_k", "key_norm")):
            out[f"{place}norm.{theirs}.scale"] = left.pop(f"{block}attn.{ours}.weight")
        for kind in ("weight", "bias"):
            names = ("attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp")
            out[f"{place}linear1.{kind}"] = torch.cat([left.pop(f"{block}{name}.{kind}") for name in names])
            out[f"{place}linear2.{kind}"] = left.pop(f"{block}proj_out.{kind}")
            out[f"{place}modulation.lin.{kind}"] = left.pop(f"{block}norm.linear.{kind}")
    assert not left, sorted(left)
    return out


def ldm_unet(key: str, config: dict[str, Any]) -> str:
    layers, levels = config["layers_per_block"], len(config["block_out_channels"])
    parts = key.split(".")
    flat = {"conv_in": "input_blocks.0.0", "conv_norm_out": "out.0", "conv_out": "out.2"}
    if parts[0] in flat:
        return ".".join([flat[parts[0]], *parts[1:]])
    if parts[0] in ("time_embedding", "add_embedding"):
        stem = "time_embed" if parts[0] == "time_embedding" else "label_emb.0"
        return ".".join([stem, {"linear_1": "0", "linear_2": "2"}[parts[1]], *parts[2:]])
    if parts[0] == "mid_block":
        place = "middle_block." + ("1" if parts[1] == "attentions" else {"0": "0", "1": "2"}[parts[2]])
        return f"{place}.{_ldm_resnet(parts[3:])}"
    level, what = int(parts[1]), parts[2]
    if parts[0] == "down_blocks":
        if what == "downsamplers":
            return f"input_blocks.{(level + 1) * (layers + 1)}.0.op.{parts[-1]}"
        n = 1 + level * (layers + 1) + int(parts[3])
        return f"input_blocks.{n}.{0 if what == 'resnets' else 1}.{_ldm_resnet(parts[4:])}"
    if what == "upsamplers":
        kinds = config["up_block_types"][level]
        return f"output_blocks.{level * (layers + 1) + layers}.{2 if 'CrossAttn' in kinds else 1}.conv.{parts[-1]}"
    assert level < levels
    n = level * (layers + 1) + int(parts[3])
    return f"output_blocks.{n}.{0 if what == 'resnets' else 1}.{_ldm_resnet(parts[4:])}"


def _ldm_resnet(parts: list[str]) -> str:
    names = {"norm1": "in_layers.0", "conv1": "in_layers.2", "time_emb_proj": "emb_layers.1", "norm2": "out_layers.0",
             "conv2": "out_layers.3", "conv_shortcut": "skip_connection"}  # fmt: skip
    return ".".join([names.get(parts[0], parts[0]), *parts[1:]])


def ldm_vae(key: str, levels: int) -> str:
    parts = key.split(".")
    if parts[0] in ("quant_conv", "post_quant_conv"):
        return key
    coder, rest = parts[0], parts[1:]
    if rest[0] == "conv_norm_out":
        return ".".join([coder, "norm_out", *rest[1:]])
    if rest[0] == "mid_block":
        if rest[1] == "attentions":
            names = {"group_norm": "norm", "to_q": "q", "to_k": "k", "to_v": "v", "to_out": "proj_out"}
            return f"{coder}.mid.attn_1.{names[rest[3]]}.{rest[-1]}"
        return ".".join([coder, "mid", f"block_{int(rest[2]) + 1}", *rest[3:]]).replace("conv_shortcut", "nin_shortcut")
    if rest[0] in ("down_blocks", "up_blocks"):
        down = rest[0] == "down_blocks"
        level = int(rest[1]) if down else levels - 1 - int(rest[1])
        side = "down" if down else "up"
        if rest[2] == "resnets":
            name = ".".join([coder, side, str(level), "block", *rest[3:]])
            return name.replace("conv_shortcut", "nin_shortcut")
        return f"{coder}.{side}.{level}.{'downsample' if down else 'upsample'}.conv.{rest[-1]}"
    return key


def open_clip(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """OpenCLIP's names: attention in one matrix, the projection the other way round."""
    tensors = {key.removeprefix("text_model."): value for key, value in tensors.items()}
    flat = {
        "embeddings.token_embedding.weight": "token_embedding.weight",
        "final_layer_norm.bias": "ln_final.bias",
        "embeddings.position_embedding.weight": "positional_embedding",
        "final_layer_norm.weight": "ln_final.weight",
    }
    out = {flat[key]: tensors[key] for key in flat}
    out["text_projection"] = tensors["text_projection.weight"].T
    for i in range(1 + max(int(key.split(".")[2]) for key in tensors if key.startswith("encoder.layers."))):
        ours, theirs = f"encoder.layers.{i}", f"transformer.resblocks.{i}"
        for kind in ("weight", "bias"):
            out[f"{theirs}.attn.in_proj_{kind}"] = torch.cat(
                [tensors[f"{ours}.self_attn.{p}_proj.{kind}"] for p in "qkv"]
            )
            names = {
                "self_attn.out_proj": "attn.out_proj",
                "layer_norm1": "ln_1",
                "layer_norm2": "ln_2",
                "mlp.fc1": "mlp.c_fc",
                "mlp.fc2": "mlp.c_proj",
            }
            out |= {f"{theirs}.{new}.{kind}": tensors[f"{ours}.{old}.{kind}"] for old, new in names.items()}
    return out

"""Tiny multi-view and image-conditioned models on disk, and the network of MVDream and ImageDream as their papers and
the published weights' names have it: written apart from `bozzetto.sds.pretrained.multiview`, to hold that against."""

from __future__ import annotations

import json
import math
from pathlib import Path

import diffusers
import torch
import torch.nn.functional as F
import transformers
from safetensors.torch import save_file
from torch import Tensor, nn

from tests.sds.tiny_models import clip, clip_tokenizer, quiet, unet, vae

WIDTH, CONTEXT, EYE, TOKENS = 32, 32, 48, 4
LDM = {
    "image_size": 8, "in_channels": 4, "out_channels": 4, "model_channels": WIDTH, "num_res_blocks": 1,
    "attention_resolutions": [2, 1], "channel_mult": [1, 2], "num_head_channels": 16, "context_dim": CONTEXT,
    "camera_dim": 16, "transformer_depth": 1,
}  # fmt: skip
BETAS = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def multi_head(q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
    """softmax(q k^T / sqrt(d)) v, head by head."""
    outs = []
    for a, b, c in zip(q.chunk(heads, -1), k.chunk(heads, -1), v.chunk(heads, -1), strict=True):
        outs.append(torch.softmax(a @ b.transpose(1, 2) / math.sqrt(a.shape[-1]), -1) @ c)
    return torch.cat(outs, -1)


class Attention(nn.Module):
    def __init__(self, width: int, context: int, heads: int, picture: bool = False) -> None:
        super().__init__()
        self.heads = heads
        self.to_q, self.to_k = nn.Linear(width, width, bias=False), nn.Linear(context, width, bias=False)
        self.to_v = nn.Linear(context, width, bias=False)
        self.to_out = nn.Sequential(nn.Linear(width, width), nn.Identity())
        if picture:
            self.to_k_ip, self.to_v_ip = nn.Linear(context, width, bias=False), nn.Linear(context, width, bias=False)

    def forward(self, x: Tensor, text: Tensor, picture: Tensor | None = None) -> Tensor:
        out = multi_head(self.to_q(x), self.to_k(text), self.to_v(text), self.heads)
        if picture is not None:
            out = out + multi_head(self.to_q(x), self.to_k_ip(picture), self.to_v_ip(picture), self.heads)
        return self.to_out(out)


class FeedForward(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        gate = nn.Module()
        gate.proj = nn.Linear(width, 8 * width)
        self.net = nn.ModuleList([gate, nn.Identity(), nn.Linear(4 * width, width)])

    def forward(self, x: Tensor) -> Tensor:
        x, gate = self.net[0].proj(x).chunk(2, -1)
        return self.net[2](x * F.gelu(gate))


class Block(nn.Module):
    def __init__(self, width: int, heads: int, picture: bool) -> None:
        super().__init__()
        self.attn1, self.attn2 = Attention(width, width, heads), Attention(width, CONTEXT, heads, picture)
        self.ff = FeedForward(width)
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(width) for _ in range(3))

    def forward(self, x: Tensor, text: Tensor, picture: Tensor | None, views: int) -> Tensor:
        objects, tokens, width = x.shape[0] // views, x.shape[1], x.shape[2]
        all_views = self.norm1(x).view(objects, views * tokens, width)  # every view's tokens in one row
        x = self.attn1(all_views, all_views).view(x.shape) + x
        x = self.attn2(self.norm2(x), text, picture) + x
        return self.ff(self.norm3(x)) + x


class Transformer(nn.Module):
    def __init__(self, width: int, picture: bool) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(32, width, eps=1e-6)
        self.proj_in, self.proj_out = nn.Linear(width, width), nn.Linear(width, width)
        self.transformer_blocks = nn.ModuleList([Block(width, width // 16, picture)])

    def forward(self, x: Tensor, text: Tensor, picture: Tensor | None, views: int) -> Tensor:
        h = self.proj_in(self.norm(x).flatten(2).transpose(1, 2))
        h = self.proj_out(self.transformer_blocks[0](h, text, picture, views))
        return h.transpose(1, 2).view(x.shape) + x


class ResBlock(nn.Module):
    def __init__(self, inlet: int, width: int) -> None:
        super().__init__()
        self.in_layers = nn.Sequential(nn.GroupNorm(32, inlet), nn.SiLU(), nn.Conv2d(inlet, width, 3, padding=1))
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(4 * WIDTH, width))
        self.out_layers = nn.Sequential(
            nn.GroupNorm(32, width), nn.SiLU(), nn.Identity(), nn.Conv2d(width, width, 3, padding=1)
        )
        self.skip_connection = nn.Identity() if inlet == width else nn.Conv2d(inlet, width, 1)

    def forward(self, x: Tensor, emb: Tensor) -> Tensor:
        h = self.in_layers(x) + self.emb_layers(emb)[:, :, None, None]
        return self.skip_connection(x) + self.out_layers(h)


class Convolution(nn.Module):
    """Between levels: `op` halves the sides, `conv` follows a doubling."""

    def __init__(self, width: int, down: bool) -> None:
        super().__init__()
        layer = nn.Conv2d(width, width, 3, stride=2 if down else 1, padding=1)
        self.op, self.conv = (layer, None) if down else (None, layer)

    def forward(self, x: Tensor) -> Tensor:
        return self.op(x) if self.op is not None else self.conv(F.interpolate(x, scale_factor=2))


class PictureTokens(nn.Module):
    """Queries that read an encoded picture, four layers in the original and one here."""

    def __init__(self) -> None:
        super().__init__()
        look = nn.Module()
        look.norm1, look.norm2 = nn.LayerNorm(CONTEXT), nn.LayerNorm(CONTEXT)
        look.to_q, look.to_kv = nn.Linear(CONTEXT, 128, bias=False), nn.Linear(CONTEXT, 256, bias=False)
        look.to_out = nn.Linear(128, CONTEXT, bias=False)
        feed = nn.Sequential(
            nn.LayerNorm(CONTEXT), nn.Linear(CONTEXT, 64, bias=False), nn.GELU(), nn.Linear(64, CONTEXT, bias=False)
        )
        self.latents = nn.Parameter(torch.randn(1, TOKENS, CONTEXT))
        self.proj_in, self.proj_out = nn.Linear(EYE, CONTEXT), nn.Linear(CONTEXT, CONTEXT)
        self.norm_out, self.layers = nn.LayerNorm(CONTEXT), nn.ModuleList([nn.ModuleList([look, feed])])

    def forward(self, features: Tensor) -> Tensor:
        x, tokens = self.proj_in(features), self.latents.expand(len(features), -1, -1)
        for look, feed in self.layers:
            a, b = look.norm1(x), look.norm2(tokens)
            key, value = look.to_kv(torch.cat([a, b], 1)).chunk(2, -1)
            tokens = tokens + look.to_out(multi_head(look.to_q(b), key, value, 2))  # heads of 64
            tokens = tokens + feed(tokens)
        return self.norm_out(self.proj_out(tokens))


class Reference(nn.Module):
    """The U-Net of MVDream, and of ImageDream with `picture`, of two levels."""

    def __init__(self, picture: bool) -> None:
        super().__init__()
        a, b = WIDTH, 2 * WIDTH
        mlp = lambda inlet: nn.Sequential(nn.Linear(inlet, 4 * WIDTH), nn.SiLU(), nn.Linear(4 * WIDTH, 4 * WIDTH))  # noqa: E731
        self.time_embed, self.camera_embed = mlp(WIDTH), mlp(16)
        if picture:
            self.image_embed = PictureTokens()
        rows = nn.ModuleList
        self.input_blocks = rows([
            rows([nn.Conv2d(4, a, 3, padding=1)]), rows([ResBlock(a, a), Transformer(a, picture)]),
            rows([Convolution(a, True)]), rows([ResBlock(a, b), Transformer(b, picture)]),
        ])  # fmt: skip
        self.middle_block = rows([ResBlock(b, b), Transformer(b, picture), ResBlock(b, b)])
        self.output_blocks = rows([
            rows([ResBlock(2 * b, b), Transformer(b, picture)]),
            rows([ResBlock(a + b, b), Transformer(b, picture), Convolution(b, False)]),
            rows([ResBlock(a + b, a), Transformer(a, picture)]), rows([ResBlock(2 * a, a), Transformer(a, picture)]),
        ])  # fmt: skip
        self.out = nn.Sequential(nn.GroupNorm(32, a), nn.SiLU(), nn.Conv2d(a, 4, 3, padding=1))

    def forward(
        self, x: Tensor, steps: Tensor, text: Tensor, camera: Tensor, views: int, features: Tensor | None = None
    ) -> Tensor:
        half = WIDTH // 2
        angles = steps[:, None] * torch.exp(-math.log(10_000) * torch.arange(half) / half)
        emb = self.time_embed(torch.cat([angles.cos(), angles.sin()], -1)) + self.camera_embed(camera)
        picture = None if features is None else self.image_embed(features)

        def run(layers: nn.ModuleList, h: Tensor) -> Tensor:
            for layer in layers:
                if isinstance(layer, ResBlock):
                    h = layer(h, emb)
                else:
                    h = layer(h, text, picture, views) if isinstance(layer, Transformer) else layer(h)
            return h

        kept = []
        for layers in self.input_blocks:
            x = run(layers, x)
            kept.append(x)
        x = run(self.middle_block, x)
        for layers in self.output_blocks:
            x = run(layers, torch.cat([x, kept.pop()], 1))
        return self.out(x)


def eye(projection: int | None = None) -> transformers.PreTrainedModel:
    """A CLIP image encoder of two layers; with a projection where its width is given."""
    config = transformers.CLIPVisionConfig(
        hidden_size=EYE, intermediate_size=64, num_hidden_layers=2, num_attention_heads=1, image_size=16, patch_size=8,
        projection_dim=projection or 24,
    )  # fmt: skip
    return (transformers.CLIPVisionModelWithProjection if projection else transformers.CLIPVisionModel)(config)


def build_multiview(folder: Path, picture: bool) -> Reference:
    """Writes MVDream or ImageDream as a folder of its community pipeline; the network whose weights are in it."""
    quiet()
    torch.manual_seed(int(picture))
    reference = Reference(picture).eval().requires_grad_(False)
    parts = {"vae": vae(4, 0.18215), "text_encoder": clip(CONTEXT), "tokenizer": clip_tokenizer(folder / "tokenizer"),
             "scheduler": diffusers.DDIMScheduler(**BETAS, steps_offset=1, clip_sample=False)}  # fmt: skip
    index = {"_class_name": "MVDreamPipeline", "unet": ["mv_unet", "MultiViewUNetModel"],
             "vae": ["diffusers", "AutoencoderKL"], "text_encoder": ["transformers", "CLIPTextModel"],
             "tokenizer": ["transformers", "CLIPTokenizer"], "scheduler": ["diffusers", "DDIMScheduler"],
             "image_encoder": [None, None], "feature_extractor": [None, None]}  # fmt: skip
    if picture:
        parts["image_encoder"] = eye()
        index["image_encoder"] = ["transformers", "CLIPVisionModel"]
    for name, part in parts.items():
        if name != "tokenizer":
            part.save_pretrained(folder / name)
    (folder / "unet").mkdir()
    state = {key: value.contiguous() for key, value in reference.state_dict().items()}
    save_file(state, folder / "unet" / "diffusion_pytorch_model.safetensors", metadata={"format": "pt"})
    config = LDM | {"_class_name": "MultiViewUNetModel", "ip_dim": TOKENS if picture else 0}
    (folder / "unet" / "config.json").write_text(json.dumps(config))
    (folder / "model_index.json").write_text(json.dumps(index))
    return reference


def build_zero123(folder: Path) -> Path:
    """Writes Zero-1-to-3 as a folder of its community pipeline."""
    quiet()
    torch.manual_seed(0)
    parts = {"vae": vae(4, 0.18215), "image_encoder": eye(24), "unet": unet(24, 8, 4),
             "scheduler": diffusers.DDIMScheduler(**BETAS, steps_offset=1, clip_sample=False)}  # fmt: skip
    index = {"_class_name": "Zero1to3StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"],
             "vae": ["diffusers", "AutoencoderKL"], "image_encoder": ["transformers", "CLIPVisionModelWithProjection"],
             "cc_projection": ["pipeline_zero1to3", "CCProjection"], "scheduler": ["diffusers", "DDIMScheduler"],
             "feature_extractor": ["transformers", "CLIPImageProcessor"], "safety_checker": [None, None]}  # fmt: skip
    for name, part in parts.items():
        part.save_pretrained(folder / name)
    layer = nn.Linear(24 + 4, 24)
    (folder / "cc_projection").mkdir()
    weights = {"projection.weight": layer.weight.detach(), "projection.bias": layer.bias.detach()}
    save_file(weights, folder / "cc_projection" / "diffusion_pytorch_model.safetensors", metadata={"format": "pt"})
    about = {"_class_name": "CCProjection", "in_channel": 28, "out_channel": 24}
    (folder / "cc_projection" / "config.json").write_text(json.dumps(about))
    (folder / "model_index.json").write_text(json.dumps(index))
    return folder


def openai_names(encoder: transformers.PreTrainedModel) -> dict[str, Tensor]:
    """An image encoder's weights by OpenAI's names; the other way round than the code that is tested."""
    state = {key.removeprefix("vision_model."): value for key, value in encoder.state_dict().items()}
    names = {"class_embedding": "class_embedding", "conv1.weight": "patch_embedding.weight",
             "positional_embedding": "position_embedding.weight"}  # fmt: skip
    out = {new: state[f"embeddings.{old}"] for new, old in names.items()}
    for kind in ("weight", "bias"):
        out[f"ln_pre.{kind}"], out[f"ln_post.{kind}"] = state[f"pre_layrnorm.{kind}"], state[f"post_layernorm.{kind}"]
        for i in range(encoder.config.num_hidden_layers):
            ours, theirs = f"encoder.layers.{i}", f"transformer.resblocks.{i}"
            rows = [state[f"{ours}.self_attn.{p}_proj.{kind}"] for p in "qkv"]
            out[f"{theirs}.attn.in_proj_{kind}"] = torch.cat(rows)
            names = {"self_attn.out_proj": "attn.out_proj", "layer_norm1": "ln_1", "layer_norm2": "ln_2",
                     "mlp.fc1": "mlp.c_fc", "mlp.fc2": "mlp.c_proj"}  # fmt: skip
            out |= {f"{theirs}.{new}.{kind}": state[f"{ours}.{old}.{kind}"] for old, new in names.items()}
    if "visual_projection.weight" in state:
        out["proj"] = state["visual_projection.weight"].T.contiguous()
    return out

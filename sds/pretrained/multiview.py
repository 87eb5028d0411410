"""Multi-view priors: MVDream (Shi et al. 2023, arXiv 2308.16512) and ImageDream (Wang and Shi 2023, arXiv 2312.02201).

Both are Stable Diffusion 2.1 with three changes, which `diffusers` lacks and which are added to its U-Net here:

    views        self-attention runs over the tokens of all views of an object at once (MVDream, section 3.1)
    camera       each view's c2w, 16 numbers, goes through two linear layers and is added to the time embedding
    picture      ImageDream only: 16 tokens of a resampler over CLIP's last layer but one go through keys and values of
                 their own beside the text's; and the picture's latents, free of noise, are one more view

The camera is c2w in Blender's axes (+Z up), its position on the unit sphere, row by row; of the picture's own view it
is zeros. Ours is glTF's frame (+Y up): (x, y, z) there is (x, -z, y).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.errors import LayoutError, MismatchError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import step_of, time_of_step
from bozzetto.sds.pretrained.lora import Lora
from bozzetto.sds.pretrained.memory import MemoryNeed
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.pretrained.noise_schedule import read_noise_schedule
from bozzetto.sds.pretrained.picture import Picture
from bozzetto.sds.pretrained.sides import Sides
from bozzetto.sds.pretrained.stable_diffusion import check_resolution, x0_from_output
from bozzetto.sds.text import TextEmbedding

VIEWS = 4
"""Views of an object that these models were trained on together."""
HEAD = 64
"""Width of a head of the resampler."""
RESAMPLER, PROMPT_KEYS = "image_embed.", "attn2.processor."
"""Beginnings and parts of the names of what ImageDream adds."""


class Grouping:
    """How many views of an object lie one after the other in a batch; the attention of all blocks looks here."""

    views: int = VIEWS


class AttentionOverViews:
    """Self-attention of [B * F, L, C] tokens, of which those of F views look at each other."""

    def __init__(self, grouping: Grouping) -> None:
        self.grouping = grouping

    def __call__(self, attn: Any, hidden_states: Tensor, **_: Any) -> Tensor:
        """The processor's call, see `diffusers.models.attention_processor`."""
        batch, length, width = hidden_states.shape
        together = hidden_states.reshape(batch // self.grouping.views, self.grouping.views * length, width)
        out = attended(attn, attn.to_q(together), attn.to_k(together), attn.to_v(together))
        return _projected(attn, out).reshape(batch, length, -1)


class AttentionWithPicture(nn.Module):
    """Cross-attention to a text and, with keys and values of their own, to the last tokens, which are a picture's.

    Args:
        context: width of the tokens.
        inner: width of keys and values.
        count: number of the picture's tokens.
        weight: of what the picture adds.
    """

    def __init__(self, context: int, inner: int, count: int, weight: float = 1.0) -> None:
        super().__init__()
        self.to_k_ip = nn.Linear(context, inner, bias=False)
        self.to_v_ip = nn.Linear(context, inner, bias=False)
        self.count, self.weight = count, weight

    def forward(self, attn: Any, hidden_states: Tensor, encoder_hidden_states: Tensor, **_: Any) -> Tensor:
        """The processor's call, see `diffusers.models.attention_processor`."""
        text, picture = encoder_hidden_states[:, : -self.count], encoder_hidden_states[:, -self.count :]
        query = attn.to_q(hidden_states)
        out = attended(attn, query, attn.to_k(text), attn.to_v(text))
        seen = attended(attn, query, self.to_k_ip(picture), self.to_v_ip(picture))
        return _projected(attn, out + self.weight * seen)


def attended(
    attn: Any, query: Float[Tensor, "b l c"], key: Float[Tensor, "b m c"], value: Float[Tensor, "b m c"]
) -> Float[Tensor, "b l c"]:
    """Attention by the heads of a module of `diffusers`, before its output layer."""
    parts = (x.unflatten(-1, (attn.heads, -1)).transpose(1, 2) for x in (query, key, value))
    return F.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2)


def _projected(attn: Any, out: Tensor) -> Tensor:
    projected: Tensor = attn.to_out[1](attn.to_out[0](out))
    return projected


class PerceiverAttention(nn.Module):
    """Queries that look at a picture's features and at themselves (Flamingo, Alayrac et al. 2022, arXiv 2204.14198)."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.to_q, self.to_kv = nn.Linear(width, inner, bias=False), nn.Linear(width, 2 * inner, bias=False)
        self.to_out = nn.Linear(inner, width, bias=False)

    def forward(self, features: Float[Tensor, "b n c"], queries: Float[Tensor, "b q c"]) -> Float[Tensor, "b q c"]:
        features, queries = self.norm1(features), self.norm2(queries)
        key, value = self.to_kv(torch.cat([features, queries], 1)).chunk(2, -1)
        parts = (x.unflatten(-1, (-1, HEAD)).transpose(1, 2) for x in (self.to_q(queries), key, value))
        out: Tensor = self.to_out(F.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2))
        return out


class Resampler(nn.Module):
    """A picture's features as a few tokens, with the names of IP-Adapter's (Ye et al. 2023, arXiv 2308.06721).

    Args:
        shapes: name -> shape of its weights, which say all of its sizes.
    """

    def __init__(self, shapes: Mapping[str, Sequence[int]]) -> None:
        super().__init__()
        _, count, width = shapes["latents"]
        inner, out = shapes["layers.0.0.to_q.weight"][0], shapes["proj_out.weight"][0]
        hidden = shapes["layers.0.1.1.weight"][0]
        self.latents = nn.Parameter(torch.zeros(1, count, width))
        self.proj_in, self.proj_out = nn.Linear(shapes["proj_in.weight"][1], width), nn.Linear(width, out)
        self.norm_out = nn.LayerNorm(out)
        depth = 1 + max(int(name.split(".")[1]) for name in shapes if name.startswith("layers."))
        self.layers = nn.ModuleList()
        for _ in range(depth):
            forward = nn.Sequential(
                nn.LayerNorm(width), nn.Linear(width, hidden, bias=False), nn.GELU(),
                nn.Linear(hidden, width, bias=False),
            )  # fmt: skip
            self.layers.append(nn.ModuleList([PerceiverAttention(width, inner), forward]))

    def forward(self, features: Float[Tensor, "b n e"]) -> Float[Tensor, "b q c"]:
        """Tokens [B, Q, C] of features [B, N, E]."""
        features, tokens = self.proj_in(features), self.latents.expand(len(features), -1, -1)
        for layer in self.layers:
            assert isinstance(layer, nn.ModuleList)
            tokens = layer[0](features, tokens) + tokens
            tokens = layer[1](tokens) + tokens
        out: Tensor = self.norm_out(self.proj_out(tokens))
        return out


def make_multiview(unet: Any, extra: Mapping[str, Tensor], weight: float = 1.0) -> Any:
    """Gives a U-Net of `diffusers` attention over views, and, where there are weights for it, eyes for a picture.

    Args:
        unet: with the camera's embedding as its class embedding.
        extra: the weights that `diffusers` has no place for: RESAMPLER's, and keys and values beside each cross
            attention, named `MODULE.attn2.processor.to_k_ip.weight`; empty for MVDream.
        weight: of what the picture adds.

    Returns:
        The same network, with `grouping`, and `resampler` or None.

    Raises:
        MismatchError: a weight has no place, or a place no weight.
    """
    grouping, left = Grouping(), dict(extra)
    resampler = None
    tokens = {key.removeprefix(RESAMPLER): left.pop(key) for key in list(left) if key.startswith(RESAMPLER)}
    if tokens:
        try:
            resampler = Resampler({key: value.shape for key, value in tokens.items()})
            resampler.load_state_dict(tokens)
        except (KeyError, RuntimeError, ValueError) as error:
            raise MismatchError(f"the image prompt's resampler is not whole ({str(error).splitlines()[0]})") from error
    processors: dict[str, Any] = {}
    for name, usual in unet.attn_processors.items():
        processors[name] = usual
        if name.endswith("attn1.processor"):
            processors[name] = AttentionOverViews(grouping)
        elif resampler is not None:
            key, value = (left.pop(f"{name}.to_{side}_ip.weight", None) for side in "kv")
            if key is None or value is None:
                raise MismatchError(f"the image prompt lacks the keys or values of {name}")
            prompt = AttentionWithPicture(key.shape[1], key.shape[0], resampler.latents.shape[1], weight)
            prompt.load_state_dict({"to_k_ip.weight": key, "to_v_ip.weight": value})
            processors[name] = prompt
    if left:
        raise MismatchError(f"{len(left)} weights have no place in a multi-view U-Net, such as {sorted(left)[0]}")
    unet.set_attn_processor(processors)
    unet.grouping, unet.resampler = grouping, resampler
    return unet


def camera_rows(views: Views) -> Float[Tensor, "b 16"]:
    """The c2w of each view as these models were told it: Blender's axes, at a distance of 1, row by row."""
    sin_a, cos_a, sin_e, cos_e = views.azimuth.sin(), views.azimuth.cos(), views.elevation.sin(), views.elevation.cos()
    zero = torch.zeros_like(sin_a)
    right = torch.stack([cos_a, zero, -sin_a], -1)
    back = torch.stack([cos_e * sin_a, sin_e, cos_e * cos_a], -1)
    up = torch.linalg.cross(back, right)
    columns = torch.stack([right, up, back, back], -1)  # the position is one step back from the origin
    blender = torch.stack([columns[:, 0], -columns[:, 2], columns[:, 1]], 1)
    last = torch.tensor([0.0, 0.0, 0.0, 1.0]).to(blender).expand(len(blender), 1, 4)
    return torch.cat([blender, last], 1).flatten(1)


class MultiViewPrior(Sides):
    """A latent prior that sees VIEWS views of an object at once; satisfies `bozzetto.sds.prior.LatentPrior`,
    `ScheduledPrior`, `TrainablePrior` and `ConditionalOnlyPrior`.

    The views of a batch are taken VIEWS by VIEWS: each such group should go round the object at one elevation, and have
    one time.

    Args:
        located, folder, encoder, networks, loras, need: see `bozzetto.sds.pretrained.sides.Sides`.
        resolution: of the images, pixels; None is what the model was trained with.
        picture: what ImageDream is to continue; None for MVDream.

    Raises:
        LayoutError: the scheduler cannot be read, `resolution` does not fit, or the model wants a picture and there is
            none.
        UnsupportedModelError: its scheduler is not understood.
    """

    recipe = "mvdream"
    views_at_once = VIEWS

    def __init__(
        self,
        located: Located,
        folder: ModelFolder,
        encoder: TextEncoder,
        networks: Networks,
        loras: Sequence[Lora] = (),
        need: MemoryNeed | None = None,
        resolution: int | None = None,
        picture: Picture | None = None,
    ) -> None:
        super().__init__(located, folder, encoder, networks, loras, need)
        self._schedule = read_noise_schedule(folder)
        unet = folder.parts["unet"].config
        factor = 2 ** (len(folder.parts["vae"].config["block_out_channels"]) - 1)
        self.resolution = check_resolution(resolution, unet["sample_size"] * factor, factor)
        self.latent_shape = (int(unet["in_channels"]), self.resolution // factor, self.resolution // factor)
        if "image_encoder" in folder.parts and picture is None:
            raise LayoutError(
                f"{folder.path} is ImageDream, which continues a picture: give one by hub.image=FILE (--image FILE)"
            )
        self._picture, self.continues_picture = picture, picture is not None

    @property
    def embedding_module(self) -> nn.Module:
        """The U-Net's module of the time embedding."""
        module: nn.Module = self._networks.denoiser.time_embedding
        return module

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """See `bozzetto.sds.prior.Prior`; with the picture, which the side without the condition does not see."""
        text = self._encoder.condition(prompt, negative)
        if self._picture is None:
            return text
        seen = self._encoder.see(self._picture)
        latents = self._networks.encode(self._picture.square(self.resolution))
        cond = TextEmbedding(text.cond.tokens, None, seen, latents)
        blank = TextEmbedding(text.uncond.tokens, None, torch.zeros_like(seen), torch.zeros_like(latents))
        return Conditioning(cond=cond, uncond=blank, prompt=prompt, notes=text.notes)

    def encode(self, images: Float[Tensor, "b 3 r r"]) -> Float[Tensor, "b c h w"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.encode(images)

    def decode(self, latents: Float[Tensor, "b c h w"]) -> Float[Tensor, "b 3 r r"]:
        """See `bozzetto.sds.prior.LatentPrior`."""
        return self._networks.decode(latents)

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """See `bozzetto.sds.prior.ScheduledPrior`."""
        steps = len(self._schedule.table)
        step = (fraction.double() * steps).floor().clamp(0, steps - 1)
        return time_of_step(step.flatten(), self._schedule.table).reshape(fraction.shape).to(fraction)

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`; B is a multiple of VIEWS, or of twice that for both sides."""
        batch = len(noisy)
        if len(views) % VIEWS or batch % len(views):
            raise LayoutError(
                f"{self.name} sees {VIEWS} views of an object at once, and got {len(views)}: set camera.views to a "
                f"multiple of {VIEWS}"
            )
        unet = self._networks.denoiser
        place = self._networks.device, next(unet.parameters()).dtype
        embedding: TextEmbedding = text.expand(batch).to(*place)
        x, step = noisy.to(*place), step_of(t, self._schedule.table).to(self._networks.device)
        tokens, camera = embedding.tokens, camera_rows(views).repeat(batch // len(views), 1).to(*place)
        unet.grouping.views = VIEWS
        if embedding.image_latents is not None and embedding.image_tokens is not None:
            tokens = torch.cat([tokens, unet.resampler(embedding.image_tokens)], 1)
            clean = embedding.image_latents.unflatten(0, (-1, VIEWS))[:, :1].flatten(0, 1)
            x, tokens = _with_view(x, clean), _with_view(tokens)
            camera, step = _with_view(camera, torch.zeros_like(camera[::VIEWS])), _with_view(step)
            unet.grouping.views = VIEWS + 1
        output = unet(x, step, encoder_hidden_states=tokens, class_labels=camera).sample
        if unet.grouping.views > VIEWS:
            output = output.unflatten(0, (-1, VIEWS + 1))[:, :VIEWS].flatten(0, 1)
        return x0_from_output(output.to(noisy), noisy, t, self._schedule.prediction)


def _with_view(values: Tensor, more: Tensor | None = None) -> Tensor:
    """[G * VIEWS, ...] with one more view behind each group: of `more` [G, ...], or the group's last again."""
    groups = values.unflatten(0, (-1, VIEWS))
    last = groups[:, -1:] if more is None else more[:, None]
    return torch.cat([groups, last], 1).flatten(0, 1)

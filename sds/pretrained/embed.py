"""Texts to embeddings with a model's own encoders: computed once, kept on the disk, the encoders then leave memory."""

from __future__ import annotations

import gc
import hashlib
import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import torch
from jaxtyping import Float
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.errors import LayoutError, MismatchError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.lora import Lora, fuse_text_lora
from bozzetto.sds.pretrained.packages import diffusers
from bozzetto.sds.pretrained.parts import load_part
from bozzetto.sds.pretrained.picture import Picture
from bozzetto.sds.pretrained.textual_inversion import TextualInversion, add_words
from bozzetto.sds.text import TextEmbedding

WEIGHTED = re.compile(r"\([^()]+:\s*-?\d+(\.\d+)?\)")
"""Weights of words as other tools write them."""

log = logging.getLogger(__name__)


class TextEncoder:
    """The text side of a pretrained model.

    Args:
        located: where the model is.
        folder: what is in it.
        device: where the encoders run.
        dtype: in what precision.
        cache: folder of embeddings, by model revision and text; None keeps none.
        loras: whose changes of text encoders are added to them.
        say: is told what is read.
        words: textual inversions, which are added to them too.
    """

    def __init__(
        self,
        located: Located,
        folder: ModelFolder,
        device: torch.device,
        dtype: torch.dtype,
        cache: Path | None,
        loras: Sequence[Lora] = (),
        say: Callable[[str], None] = lambda message: None,
        words: Sequence[TextualInversion] = (),
    ) -> None:
        self.words = tuple(words)
        self._located, self._folder = located, folder
        self._device, self._dtype, self._cache = device, dtype, cache
        self._loras, self._say = tuple(loras), say
        self._pipeline: Any = None

    @property
    def loaded(self) -> bool:
        """Whether the encoders are in memory."""
        return self._pipeline is not None

    def release(self) -> None:
        """Frees the encoders; a later text that is not in the cache loads them again."""
        if self._pipeline is not None:
            self._pipeline = None
            gc.collect()
            if self._device.type == "cuda":
                torch.cuda.empty_cache()

    def encode(self, text: str) -> tuple[TextEmbedding, str]:
        """One text.

        Args:
            text: any; the encoders read its first tokens.

        Returns:
            Its embedding on the CPU, and what of the text was cut off, or an empty string.

        Raises:
            MismatchError: a tokenizer does not belong to its encoder.
        """
        path = None
        if self._cache is not None:
            key = f"{self._located.name}\n{self._located.revision}\n{self._dtype}\n{text}"
            key += "".join(f"\n{lora.digest} {lora.scale}" for lora in self._loras if lora.changes_text)
            key += "".join(f"\n{word.digest}" for word in self.words)
            path = self._cache / f"{hashlib.sha256(key.encode()).hexdigest()}.safetensors"
            kept = _read(path)
            if kept is not None:
                return kept
        if self._pipeline is None:
            self._pipeline = load_text_pipeline(self._folder, self._device, self._dtype, self._loras, self._say)
            add_words(self._pipeline, self._folder, self.words)
        embedding, cut = encode_text(self._pipeline, self._folder, text, self._device)
        if path is not None:
            try:
                _write(path, embedding, cut)
            except (OSError, SafetensorError) as error:
                log.warning("the text's embedding is not kept for later runs: %s", error)
        return embedding, cut

    @torch.no_grad()
    def see(self, picture: Picture) -> Float[Tensor, "1 n e"]:
        """What the model's image encoder sees in a picture, float32 on the CPU.

        Of ImageDream the features of the last layer but one; of Zero-1-to-3 the embedding alone, N = 1.
        """
        encoder = load_part(self._folder, "image_encoder", self._dtype, self._say).to(self._device)
        whole = self._folder.family.parts["image_encoder"][0] == "CLIPVisionModel"
        pixels = picture.for_clip(encoder.config.image_size, antialias=whole).to(self._device, self._dtype)
        out = encoder(pixels, output_hidden_states=whole)
        seen: Tensor = out.hidden_states[-2] if whole else out.image_embeds[:, None]
        return seen.float().cpu()

    def condition(self, prompt: str, negative: str, zero_empty: bool = False) -> Conditioning:
        """A prompt and a negative prompt, as `bozzetto.sds.prior.Prior.encode_text` returns them.

        Args:
            prompt: what the image shows.
            negative: what guidance leads away from.
            zero_empty: an empty negative prompt is an embedding of zeros instead of that of the empty text.
        """
        cond, cut = self.encode(prompt)
        uncond, cut_negative = self.encode(negative)
        if zero_empty and not negative:
            pooled = None if uncond.pooled is None else torch.zeros_like(uncond.pooled)
            uncond = TextEmbedding(torch.zeros_like(uncond.tokens), pooled)
        notes = [
            f"the text encoder cannot take all of the {name}; it was cut before: {lost!r}"
            for name, lost in (("prompt", cut), ("negative prompt", cut_negative))
            if lost
        ]
        if any(WEIGHTED.search(text) for text in (prompt, negative)):
            notes.append("weights of words, as in (word:1.3), are not known here and are read as they are written")
        return Conditioning(cond=cond, uncond=uncond, prompt=prompt, notes=tuple(notes))


def load_text_pipeline(
    folder: ModelFolder,
    device: torch.device,
    dtype: torch.dtype,
    loras: Sequence[Lora] = (),
    say: Callable[[str], None] = lambda message: None,
) -> Any:
    """The model's pipeline of `diffusers` with its tokenizers and text encoders and nothing else.

    Args:
        folder: the model.
        device: where the encoders run.
        dtype: of their weights.
        loras: whose changes of text encoders are added to them.
        say: is told what is read.

    Raises:
        MismatchError: a tokenizer has more tokens than its encoder, or weights are missing.
        LayoutError: a tokenizer cannot be read.
    """
    package = diffusers()
    # Only the text side: every other component is given as None, and so not loaded.
    components: dict[str, Any] = dict.fromkeys((folder.family.denoiser, "vae"))
    kind = folder.family.text_pipeline or folder.family.pipeline
    if kind in ("StableDiffusionPipeline", "IFPipeline"):
        components |= {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
    if folder.family.pipeline == "IFPipeline":
        components |= {"watermarker": None}
        components.pop("vae")
    if kind != folder.family.pipeline:
        components |= {"image_encoder": None}
    if folder.family.pipeline == "StableDiffusion3Pipeline" and not folder.has_t5:
        components |= {"text_encoder_3": None, "tokenizer_3": None}
    for name in folder.parts:
        if name.startswith("text_encoder"):
            encoder = load_part(folder, name, dtype, say)
            for lora in loras:
                fuse_text_lora(encoder, name, folder, lora)
            components[name] = encoder.to(device)
    try:
        pipeline = getattr(package, kind).from_pretrained(str(folder.path), local_files_only=True, **components)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LayoutError(
            f"{folder.path}: the tokenizers cannot be read ({str(error).splitlines()[0]}); download the model again, "
            "all of its folders"
        ) from error
    if components.get("text_encoder_3", folder) is None:
        # Its zeros in the place of T5's tokens have the width that the transformer wants, which is not loaded here.
        width = folder.parts["transformer"].config["joint_attention_dim"]
        pipeline.transformer = SimpleNamespace(config=SimpleNamespace(joint_attention_dim=width))
    for number in ("", "_2", "_3"):
        encoder, tokenizer = (getattr(pipeline, f"{name}{number}", None) for name in ("text_encoder", "tokenizer"))
        if encoder is None or tokenizer is None:
            continue
        if len(tokenizer) > encoder.config.vocab_size:
            raise MismatchError(
                f"{folder.path}: tokenizer{number} has {len(tokenizer)} tokens and text_encoder{number} "
                f"{encoder.config.vocab_size}; they come from different models: download one model, all of its folders"
            )
    return pipeline


@torch.no_grad()
def encode_text(pipeline: Any, folder: ModelFolder, text: str, device: torch.device) -> tuple[TextEmbedding, str]:
    """A text through the pipeline's own `encode_prompt`.

    Returns:
        Its embedding on the CPU, and what the shortest of the tokenizers cut off.
    """
    kind = folder.family.text_pipeline or folder.family.pipeline
    pooled: Tensor | None = None
    if kind == "StableDiffusionPipeline":
        tokens = pipeline.encode_prompt(text, device, 1, False)[0]
        lengths = {"": pipeline.tokenizer.model_max_length}
    elif kind == "StableDiffusionXLPipeline":
        tokens, _, pooled, _ = pipeline.encode_prompt(text, device=device, do_classifier_free_guidance=False)
        lengths = {"": pipeline.tokenizer.model_max_length}
    elif kind == "IFPipeline":
        tokens = pipeline.encode_prompt(text, do_classifier_free_guidance=False, device=device)[0]
        lengths = {"": 77}
    elif kind == "StableDiffusion3Pipeline":
        tokens, _, pooled, _ = pipeline.encode_prompt(text, None, None, device, do_classifier_free_guidance=False)
        # What the T5 encoder reads is not lost.
        lengths = {"_3": 256} if folder.has_t5 else {"": pipeline.tokenizer_max_length}
    else:
        tokens, pooled, _ = pipeline.encode_prompt(text, device=device)
        lengths = {"_2": 512}
    cut = ""
    for number, length in lengths.items():
        tokenizer = getattr(pipeline, f"tokenizer{number}")
        ids = tokenizer(text).input_ids
        if len(ids) > length:
            cut = tokenizer.decode(ids[length - 1 : -1], skip_special_tokens=True).strip()
    return TextEmbedding(tokens.cpu(), None if pooled is None else pooled.cpu()), cut


def _read(path: Path) -> tuple[TextEmbedding, str] | None:
    """A kept embedding; None where there is none, or it is damaged and will be made again."""
    try:
        with safe_open(path, framework="pt") as file:
            pooled = file.get_tensor("pooled") if "pooled" in file.keys() else None  # noqa: SIM118 - not a dict
            return TextEmbedding(file.get_tensor("tokens"), pooled), (file.metadata() or {}).get("cut", "")
    except (OSError, SafetensorError, ValueError):
        return None


def _write(path: Path, embedding: TextEmbedding, cut: str) -> None:
    """Keeps an embedding; whole or not at all, as another run may read it at the same time."""
    tensors = {"tokens": embedding.tokens.contiguous()}
    if embedding.pooled is not None:
        tensors["pooled"] = embedding.pooled.contiguous()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, save(tensors, metadata={"cut": cut}))

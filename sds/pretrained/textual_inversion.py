"""Textual inversion (Gal et al. 2022, arXiv 2208.01618): a word of its own, as one or more vectors, from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from safetensors.torch import load_file
from torch import Tensor

from bozzetto.sds.pretrained.errors import LayoutError, MismatchError
from bozzetto.sds.pretrained.folder import PICKLED, ModelFolder, read_header

ENCODERS = {"clip_l": "", "clip_g": "_2"}
"""Names in files for Stable Diffusion XL -> the ending of the text encoder's name."""
FAMILIES = ("StableDiffusionPipeline", "StableDiffusionXLPipeline", "MVDreamPipeline")


@dataclass(frozen=True)
class TextualInversion:
    """A word and its file.

    Args:
        path: the file.
        word: what stands for it in a prompt.
    """

    path: Path
    word: str

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the word and the file."""
        return hashlib.sha256(self.word.encode() + b"\n" + self.path.read_bytes()).hexdigest()


def parse_inversions(text: str) -> list[TextualInversion]:
    """Words as a user names them: files separated by commas, each with `=WORD`; else the word that the file names, or
    the file's own name.

    Raises:
        LayoutError: a file is missing, is no safetensors file, or holds no such thing.
    """
    found = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        name, _, word = entry.partition("=")
        path = Path(name.strip()).expanduser()
        if path.suffix.lower() in PICKLED:
            raise LayoutError(f"{path} is a pickle, which can run code and is not read; get the word as .safetensors")
        if not path.is_file():
            raise LayoutError(f"the textual inversion {path} does not exist")
        keys = set(read_header(path))
        if keys == {"emb_params"} or keys <= set(ENCODERS):
            named = path.stem
        elif len(keys) == 1:
            named = next(iter(keys))
        else:
            raise LayoutError(
                f"{path} is no textual inversion: it has {len(keys)} tensors, not one or clip_l and clip_g"
            )
        found.append(TextualInversion(path, word.strip() or named))
    return found


def add_words(pipeline: Any, folder: ModelFolder, inversions: Sequence[TextualInversion]) -> None:
    """Gives a pipeline's tokenizers and text encoders the words.

    Args:
        pipeline: of `diffusers`, with its text side.
        folder: its model.
        inversions: the words.

    Raises:
        MismatchError: the model takes none, or the vectors are of another width than its text encoder's.
    """
    for inversion in inversions:
        kind = folder.family.pipeline
        if kind not in FAMILIES:
            raise MismatchError(f"{folder.path} is a {kind}, for which there are no textual inversions")
        tensors = load_file(inversion.path)
        names = ENCODERS if set(tensors) <= set(ENCODERS) else {next(iter(tensors)): ""}
        if ("text_encoder_2" in folder.parts) != (len(tensors) == 2):
            raise MismatchError(f"{inversion.path} was made for another kind of model than {folder.path}")
        for name, ending in names.items():
            vectors: Tensor = tensors[name].float()
            vectors = vectors[None] if vectors.dim() == 1 else vectors
            encoder, tokenizer = (getattr(pipeline, f"{part}{ending}") for part in ("text_encoder", "tokenizer"))
            width = encoder.get_input_embeddings().weight.shape[1]
            if vectors.shape[1] != width:
                raise MismatchError(
                    f"{inversion.path} has vectors of {vectors.shape[1]} numbers, and text_encoder{ending} of "
                    f"{folder.path} takes {width}; it was made for another model"
                )
            try:
                pipeline.load_textual_inversion(
                    {inversion.word: vectors[0] if len(vectors) == 1 else vectors},
                    token=inversion.word, tokenizer=tokenizer, text_encoder=encoder,
                )  # fmt: skip
            except ValueError as error:
                raise MismatchError(f"{inversion.path}: {str(error).splitlines()[0]}") from error

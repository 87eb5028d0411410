"""An encoded text as pretrained text-to-image models take it: one vector a token, and for some one for the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.transfer import upload


@dataclass(frozen=True, eq=False)
class TextEmbedding:
    """Texts as a network's cross attention reads them, with the picture that image-conditioned models read beside them.

    Args:
        tokens: [B, L, D], B = 1 for one text that serves all images.
        pooled: [B, P], a vector for the whole text; None for networks that take none.
        image_tokens: [B, N, E], what an image encoder sees in the picture; zeros where none is to be looked at.
        image_latents: [B, C, h, w], the picture as the autoencoder encodes it; zeros as above.

    Raises:
        ValueError: a shape does not fit.
    """

    tokens: Tensor
    pooled: Tensor | None = None
    image_tokens: Tensor | None = None
    image_latents: Tensor | None = None

    def __post_init__(self) -> None:
        for name, dims, shape in _SHAPES:
            value = getattr(self, name)
            if value is not None and (value.dim() != dims or len(value) != len(self.tokens)):
                raise ValueError(f"{name}: expected shape [{len(self.tokens)}, {shape}], got {tuple(value.shape)}")

    def __len__(self) -> int:
        return self.tokens.shape[0]

    def __getitem__(self, index: slice) -> TextEmbedding:
        """Some of the texts."""
        return self._each(lambda value: value[index])

    def to(self, device: torch.device | str, dtype: torch.dtype | None = None) -> TextEmbedding:
        """The same embedding on another device, and of another type where one is given."""
        return self._each(lambda value: upload(value if dtype is None else value.to(dtype), device))

    def expand(self, batch: int) -> TextEmbedding:
        """One text for each of `batch` images.

        Raises:
            ValueError: there are several texts, and not `batch`.
        """
        if len(self) not in (1, batch):
            raise ValueError(f"expected 1 text or one for each of {batch} images, got {len(self)}")
        return self._each(lambda value: value.expand(batch, *value.shape[1:]))

    def _each(self, change: Callable[[Tensor], Tensor]) -> TextEmbedding:
        values = {name: getattr(self, name) for name, _, _ in _SHAPES}
        changed = {name: change(value) for name, value in values.items() if value is not None}
        return TextEmbedding(**changed)


_SHAPES = (("tokens", 3, "L, D"), ("pooled", 2, "P"), ("image_tokens", 3, "N, E"), ("image_latents", 4, "C, h, w"))


def join(parts: Sequence[TextEmbedding]) -> TextEmbedding:
    """Texts one after the other, [sum B, ...]."""
    joined: dict[str, Tensor] = {}
    for name, _, _ in _SHAPES:
        values = [getattr(part, name) for part in parts if getattr(part, name) is not None]
        if values:
            joined[name] = torch.cat(values)
    return TextEmbedding(**joined)


def blend(texts: Sequence[TextEmbedding], weights: Float[Tensor, "b k"]) -> TextEmbedding:
    """A mixture of K texts for each of B images.

    Args:
        texts: K embeddings of one text each.
        weights: [B, K].

    Returns:
        Embedding of B texts, sum_k weights[b, k] texts[k].

    Raises:
        ValueError: the number of texts does not fit, or one holds several.
    """
    if weights.dim() != 2 or weights.shape[1] != len(texts) or any(len(text) != 1 for text in texts):
        raise ValueError(f"expected weights [B, {len(texts)}] for {len(texts)} single texts, got {list(weights.shape)}")
    all_texts = join(texts)
    weights = upload(weights.to(all_texts.tokens.dtype), all_texts.tokens.device)
    return all_texts._each(lambda value: torch.einsum("bk,k...->b...", weights, value))

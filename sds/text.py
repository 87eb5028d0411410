"""An encoded text as pretrained text-to-image models take it: one vector a token, and for some one for the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor


@dataclass(frozen=True, eq=False)
class TextEmbedding:
    """Texts as a network's cross attention reads them.

    Args:
        tokens: [B, L, D], B = 1 for one text that serves all images.
        pooled: [B, P], a vector for the whole text; None for networks that take none.

    Raises:
        ValueError: a shape does not fit.
    """

    tokens: Tensor
    pooled: Tensor | None = None

    def __post_init__(self) -> None:
        if self.tokens.dim() != 3:
            raise ValueError(f"tokens: expected shape [B, L, D], got {tuple(self.tokens.shape)}")
        if self.pooled is not None and (self.pooled.dim() != 2 or len(self.pooled) != len(self.tokens)):
            raise ValueError(f"pooled: expected shape [{len(self.tokens)}, P], got {tuple(self.pooled.shape)}")

    def __len__(self) -> int:
        return self.tokens.shape[0]

    def __getitem__(self, index: slice) -> TextEmbedding:
        """Some of the texts."""
        return TextEmbedding(self.tokens[index], None if self.pooled is None else self.pooled[index])

    def to(self, device: torch.device | str, dtype: torch.dtype | None = None) -> TextEmbedding:
        """The same embedding on another device, and of another type where one is given."""
        pooled = None if self.pooled is None else self.pooled.to(device, dtype)
        return TextEmbedding(self.tokens.to(device, dtype), pooled)

    def expand(self, batch: int) -> TextEmbedding:
        """One text for each of `batch` images.

        Raises:
            ValueError: there are several texts, and not `batch`.
        """
        if len(self) not in (1, batch):
            raise ValueError(f"expected 1 text or one for each of {batch} images, got {len(self)}")
        pooled = None if self.pooled is None else self.pooled.expand(batch, -1)
        return TextEmbedding(self.tokens.expand(batch, -1, -1), pooled)


def join(parts: Sequence[TextEmbedding]) -> TextEmbedding:
    """Texts one after the other, [sum B, ...]."""
    pooled = [part.pooled for part in parts if part.pooled is not None]
    return TextEmbedding(torch.cat([part.tokens for part in parts]), torch.cat(pooled) if pooled else None)


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
    weights = weights.to(all_texts.tokens)
    pooled = None if all_texts.pooled is None else weights @ all_texts.pooled
    return TextEmbedding(torch.einsum("bk,kld->bld", weights, all_texts.tokens), pooled)

"""Both sides of a hub model's prediction in one pass, or one alone."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.access import Located
from bozzetto.sds.pretrained.embed import TextEncoder
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.lora import Lora
from bozzetto.sds.pretrained.memory import MemoryNeed
from bozzetto.sds.pretrained.networks import Networks
from bozzetto.sds.text import TextEmbedding, join


class Sides(ABC):
    """What every hub prior does with its networks.

    Args:
        located: where the model is, and how reports call it.
        folder: what is in it.
        encoder: its text side.
        networks: its frozen networks.
        loras: what was added to it.
        need: the memory that it takes.
    """

    resolution: int
    views_at_once: int = 1
    """Views of an object that the network looks at together, one after the other in a batch."""
    continues_picture: bool = False
    """Whether it is shown a picture, which its images continue."""
    recipe: str = ""
    """Name of the published recipe that suits it, see `bozzetto.jobs.config.recipes`."""
    low_rank_layers = ("to_q", "to_k", "to_v", "to_out.0")
    """Of the attention, as in ProlificDreamer; see `bozzetto.sds.prior.TrainablePrior`."""

    def __init__(
        self,
        located: Located,
        folder: ModelFolder,
        encoder: TextEncoder,
        networks: Networks,
        loras: Sequence[Lora] = (),
        need: MemoryNeed | None = None,
    ) -> None:
        self.name, self.revision = located.name, located.revision
        self.memory_need = need
        self._folder, self._loras = folder, tuple(loras)
        self._encoder, self._networks = encoder, networks

    @property
    def device(self) -> torch.device:
        """Where it runs."""
        return self._networks.device

    @property
    def denoiser(self) -> nn.Module:
        """The U-Net or transformer."""
        network: nn.Module = self._networks.denoiser
        return network

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the weights of every component and what was added to them; takes a second for some GB.

        A file of the hub's cache bears the SHA-256 of its content as its name, which is taken at its word.
        """
        whole = hashlib.sha256(self.revision.encode())
        for name, part in sorted(self._folder.parts.items()):
            for file in (*part.files, *([part.extra] if part.extra is not None else [])):
                whole.update(f"{name} {file.name} {_digest_of(file)}\n".encode())
        for lora in self._loras:
            whole.update(f"{lora.digest} {lora.scale}\n".encode())
        for word in self._encoder.words:
            whole.update(f"{word.digest}\n".encode())
        return whole.hexdigest()

    @property
    def provenance(self) -> dict[str, str]:
        """What a report says of the weights and what computes with them: revision, added files, versions."""
        loras = ", ".join(f"{lora.path.name} {lora.digest[:16]} x {lora.scale:g}" for lora in self._loras)
        about = {"revision": self.revision, "loras": loras}
        for name in ("diffusers", "transformers", "peft"):
            try:
                about[name] = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                about[name] = "absent"
        return about

    @abstractmethod
    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: Any, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.TrainablePrior`."""

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """See `bozzetto.sds.prior.Prior`; what the text encoder cut off is in the conditioning's notes."""
        return self._encoder.condition(prompt, negative)

    @torch.no_grad()
    def predict_x0(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
        """See `bozzetto.sds.prior.Prior`; both sides in one pass. The first call frees the text encoder."""
        batch = len(noisy)
        cond, uncond = conditioning.cond.expand(batch), conditioning.uncond.expand(batch)
        sides = []
        for part in self._slices(batch):
            text = join([cond[part], uncond[part]])
            both = self._predict(torch.cat([noisy[part]] * 2), torch.cat([t[part]] * 2), text, views[part])
            sides.append(both.chunk(2))
        return torch.cat([side[0] for side in sides]), torch.cat([side[1] for side in sides])

    @torch.no_grad()
    def predict_cond(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """See `bozzetto.sds.prior.ConditionalOnlyPrior`."""
        text: TextEmbedding = conditioning.cond.expand(len(noisy))
        return torch.cat([self._predict(noisy[i], t[i], text[i], views[i]) for i in self._slices(len(noisy))])

    def _slices(self, batch: int) -> list[slice]:
        size = self._networks.slices.denoise or batch
        size = max(size // self.views_at_once, 1) * self.views_at_once
        return [slice(first, min(first + size, batch)) for first in range(0, batch, size)]

    def _predict(self, noisy: Tensor, t: Tensor, text: Any, views: Views) -> Tensor:
        self._encoder.release()
        x0 = self.x0_of(noisy, t, text, views)
        # Not finite in half precision: the network is in full precision now, and is asked again.
        if self._networks.widen(self._networks.denoiser, x0):
            x0 = self.x0_of(noisy, t, text, views)
        return x0


def _digest_of(file: Path) -> str:
    name = file.resolve().name
    if file.is_symlink() and re.fullmatch(r"[0-9a-f]{64}", name):
        return name
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while block := opened.read(1 << 22):
            digest.update(block)
    return digest.hexdigest()

"""The embedded prior: the small diffusion model that ships with the package, trained by ``foundry``.

It knows some hundred kinds of objects, in their colours and re-tinted, from the project's camera; see
``weights/MODEL_CARD.md``.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, UnknownWord, Views
from bozzetto.sds.layout import Placement, arrange
from bozzetto.sds.lexicon import Lexicon, Reading
from bozzetto.sds.scene import MOST_THINGS, Group, Scene, Thing, described
from bozzetto.sds.unet import UNet, UNetConfig, view_features
from bozzetto.sds.unet_kernels import Compiled, compiled
from bozzetto.sds.volume import Volume, along_normals, arranged, at_points, picked, stacked
from bozzetto.sds.volume_kernels import BIAS, SHARPNESS
from bozzetto.sds.volume_table import PREFIX, StoredVolumes
from bozzetto.sds.weights_file import unpack

WEIGHTS = Path(__file__).parent / "weights"
FINEST = 96
"""Voxels along an edge of a scene, at most: two objects side by side have all of their own."""


class UnknownPromptError(ValueError):
    """No word of the prompt names an object that the prior knows."""


class WeightsError(RuntimeError):
    """The weights are missing, truncated or not the ones that were shipped."""


@dataclass(frozen=True, eq=False)
class Words:
    """A text as this prior takes it."""

    vector: Tensor
    """[V], multi-hot: all words that it knows."""
    scene: Scene | None
    """Which of them belong together, and where the objects stand; None where there is no object."""

    def to(self, device: torch.device | str) -> Words:
        """The same words on another device."""
        return Words(self.vector.to(device), self.scene)


class EmbeddedPrior:
    """Text-, camera-, light- and background-conditioned x0 prediction; satisfies ``bozzetto.sds.prior.Prior``,
    ``ConditionalOnlyPrior``, ``SurfaceNormalPrior`` and ``ShapePrior``.

    Args:
        folder: where ``embedded.safetensors``, ``embedded.json`` and ``lexicon.json`` are.
        device: where the network runs.
    Raises:
        WeightsError: a file is missing, damaged, or does not fit its description; the message says how to mend it.
    """

    name = "embedded"

    def __init__(self, folder: Path = WEIGHTS, device: str | torch.device = "cpu") -> None:
        about = _about(folder)
        path = folder / "embedded.safetensors"
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if digest != about["sha256"]:
                expected = about["sha256"]
                raise WeightsError(
                    f"{path} is damaged: SHA-256 {digest[:12]}..., expected {expected[:12]}...; reinstall bozzetto"
                )
            names = {f.name for f in fields(UNetConfig)}
            shape = {k: tuple(v) if isinstance(v, list) else v for k, v in about["network"].items() if k in names}
            self.config = UNetConfig(**shape)  # type: ignore[arg-type]
            weights, volumes = read_weights(path, self.config.volume)
        except (OSError, KeyError, ValueError, SafetensorError) as error:
            raise WeightsError(f"{path} cannot be read ({error}); reinstall bozzetto") from error
        self.digest: str = about["sha256"]
        self.lexicon = Lexicon.load(folder / "lexicon.json")
        if set(self.lexicon.words[: self.config.nouns]) != self.lexicon.objects:
            raise WeightsError(
                f"{folder / 'lexicon.json'} does not fit the weights: expected {self.config.nouns} objects as its first"
                f" words, found {len(self.lexicon.objects)} objects in another order or number; reinstall bozzetto"
            )
        self._placed: tuple[Scene, list[Placement]] | None = None
        self._drawn: tuple[tuple[Scene | None, ...], Tensor, Volume] | None = None
        self.net = UNet(self.config, volumes)
        self.net.load_state_dict(weights)
        self._compiled: Compiled | None = None
        self.net.to(device).to(memory_format=torch.channels_last).eval().requires_grad_(False)  # type: ignore[call-overload]

    @property
    def device(self) -> torch.device:
        """Where the network runs."""
        return self.net.words.device

    @property
    def resolution(self) -> int:
        """Height and width of the images, pixels."""
        return self.config.resolution

    def read(self, prompt: str) -> Reading:
        """The prompt as this prior reads it; see ``bozzetto.sds.lexicon.Lexicon.read``."""
        return self.lexicon.read(prompt)

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """Encodes a prompt as ``Words``.

        Args:
            prompt: any text that names at least one known object.
            negative: words to lead away from; unknown ones are ignored. Empty: no words at all.
        Raises:
            UnknownPromptError: no word names a known object; the message lists the nearest words.
        """
        reading = self.read(prompt)
        if not self.lexicon.objects.intersection(reading.words):
            near = [f"{u.word!r} -> {', '.join(u.nearest) or 'nothing near'}" for u in reading.unknown]
            raise UnknownPromptError(
                f"the embedded prior knows no object in {prompt!r}"
                + (f" (nearest known words: {'; '.join(near)})" if near else "")
                + f"; it knows {len(self.lexicon.objects)} kinds of objects, such as "
                + ", ".join(sorted(self.lexicon.objects)[:: max(1, len(self.lexicon.objects) // 8)])
            )
        notes = []
        if isinstance(reading.scene, Group):
            notes.append(f"several objects, placed so: {described(reading.scene)}")
        if reading.left_out:
            notes.append(f"more than {MOST_THINGS} objects; left out: {', '.join(map(repr, reading.left_out))}")
        against = self.read(negative)
        return Conditioning(
            cond=Words(self._multi_hot(reading.words), reading.scene),
            uncond=Words(self._multi_hot(against.words), against.scene),
            prompt=prompt,
            unknown=reading.unknown,
            assumed=reading.assumed,
            notes=tuple(notes),
        )

    def _multi_hot(self, words: Sequence[str]) -> Float[Tensor, " vocabulary"]:
        vector = torch.zeros(len(self.lexicon.words))
        for word in words:
            vector[self.lexicon.index[word]] = 1
        return vector

    @torch.no_grad()
    def predict_x0(
        self, noisy: Float[Tensor, "b 3 r r"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, "b 3 r r"], Float[Tensor, "b 3 r r"]]:
        """x0 with and without the words, each [B, 3, R, R]; see ``bozzetto.sds.prior.Prior``. One pass over a batch of
        2 B.

        The volumes of the last conditioning are kept: a run asks for one prompt, hundreds of times.
        """
        batch = len(noisy)
        of = torch.arange(2, device=noisy.device).repeat_interleave(batch)
        both = self._predict(torch.cat([noisy, noisy]), torch.cat([t, t]), of, conditioning, views)
        cond, uncond = both.chunk(2)
        return cond, uncond

    @torch.no_grad()
    def predict_cond(
        self, noisy: Float[Tensor, "b 3 r r"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> Float[Tensor, "b 3 r r"]:
        """x0 with the words alone; see ``bozzetto.sds.prior.ConditionalOnlyPrior``."""
        return self._predict(noisy, t, torch.zeros(len(noisy), dtype=torch.long), conditioning, views)

    def _predict(
        self,
        noisy: Float[Tensor, "b 3 r r"],
        t: Float[Tensor, " b"],
        of: Int[Tensor, " b"],
        conditioning: Conditioning,
        views: Views,
    ) -> Float[Tensor, "b 3 r r"]:
        """x0 of noisy [K B, ...], each by the words (``of`` 0) or without them (1); the views B repeat."""
        texts, volumes = self.volumes(conditioning)
        of, features = of.to(texts.device), view_features(views).to(texts)
        features = features.repeat(len(noisy) // len(features), 1)
        if texts.device.type == "cpu":
            self._compiled = self._compiled or compiled(self.net)
            conditions = self.net.conditions(t.to(texts), texts[of], features, volumes, of)
            return self._compiled.predict(noisy.to(texts), *conditions).to(noisy)
        x0: Tensor = self.net(noisy.to(texts), t.to(texts), texts[of], features, volumes, of)
        return x0.to(noisy)

    @torch.no_grad()
    def normals_at(
        self, points: Float[Tensor, "p 3"], directions: Float[Tensor, "p 3"], conditioning: Conditioning
    ) -> Float[Tensor, "p 3"]:
        """Normals [P, 3] of what the words mean, shorter where unsure; see
        ``bozzetto.sds.prior.SurfaceNormalPrior``."""
        volume = self._volume(conditioning)
        maps = along_normals(volume, points.to(volume.opacity), directions.to(volume.opacity))
        return (maps[:, 1:] @ self.net.object.normal.weight.T).to(points)

    @torch.no_grad()
    def shape_at(
        self, points: Float[Tensor, "p 3"], conditioning: Conditioning
    ) -> tuple[Float[Tensor, " p"], Float[Tensor, "p 3"]]:
        """Density and albedo of the volume that the words draw; see ``bozzetto.sds.prior.ShapePrior``."""
        volume = self._volume(conditioning)
        densities, features = at_points(volume, points.to(volume.opacity))
        return densities.to(points), (features @ self.net.object.albedo.weight.T).clamp(0, 1).to(points)

    def _volume(self, conditioning: Conditioning) -> Volume:
        """The one volume of the words."""
        _, volumes = self.volumes(conditioning)
        return picked(volumes, slice(1))

    @torch.no_grad()
    def volumes(self, conditioning: Conditioning) -> tuple[Float[Tensor, "2 vocabulary"], Volume]:
        """The texts [2, V], with the words and without, and their volumes; those of the last conditioning are kept."""
        both: tuple[Words, Words] = (conditioning.cond, conditioning.uncond)
        texts = torch.stack([words.vector for words in both]).to(self.net.words)
        scenes = tuple(words.scene for words in both)
        if self._drawn is None or self._drawn[0] != scenes or not torch.equal(self._drawn[1], texts):
            drawn = [self._draw(scene, text) for scene, text in zip(scenes, texts, strict=True)]
            self._drawn = scenes, texts, stacked(drawn)
        return self._drawn[1:]

    def object_crops(self, conditioning: Conditioning) -> Float[Tensor, "k 4"]:
        """The objects of a scene; see ``bozzetto.sds.prior.ScenePrior``."""
        scene = conditioning.cond.scene
        places = self.placements(scene) if isinstance(scene, Group) else []
        return torch.tensor([[*place.offset, place.scale] for place in places] or [[0.0, 0.0, 0.0, 1.0]])

    def placements(self, scene: Scene) -> list[Placement]:
        """Where the objects of a scene stand, as ``volumes`` has them; see ``bozzetto.sds.layout.arrange``."""
        if self._placed is not None and self._placed[0] == scene:
            return self._placed[1]
        drawn: dict[Thing, NDArray[np.bool_]] = {}

        def solid(thing: Thing) -> NDArray[np.bool_]:
            if thing not in drawn:
                opacity = torch.sigmoid(SHARPNESS * self._volume_of(thing).opacity[0] + BIAS)
                drawn[thing] = (opacity > 0.5).cpu().numpy()
            return drawn[thing]

        self._placed = scene, arrange(scene, solid, self.lexicon.sizes.get)
        return self._placed[1]

    def _volume_of(self, thing: Thing) -> Volume:
        return self.net.draw(self._multi_hot(thing.words)[None].to(self.net.words))

    def _draw(self, scene: Scene | None, text: Float[Tensor, " vocabulary"]) -> Volume:
        """The volume of one text [V]."""
        if not isinstance(scene, Group):
            return self.net.draw(text[None])
        places = self.placements(scene)
        drawn = {thing: self._volume_of(thing) for thing in {place.thing for place in places}}
        # Enough voxels for the smallest to keep its own, where that can be.
        edge = min(FINEST, math.ceil(self.config.volume / min(place.scale for place in places) / 8) * 8)
        return arranged([(drawn[place.thing], place.scale, place.offset) for place in places], edge)


def read_weights(path: Path, edge: int) -> tuple[dict[str, Tensor], StoredVolumes]:
    """The network's weights in float32, and the nouns' volumes of ``edge`` voxels an edge.

    Raises:
        OSError, SafetensorError: the file is not there or damaged.
        KeyError, ValueError: ``bozzetto.foundry.training.ship`` did not write it.
    """
    tensors = load_file(path)
    weights = unpack({key: value for key, value in tensors.items() if not key.startswith(PREFIX)})
    return weights, StoredVolumes(tensors, edge)


def known_words(folder: Path = WEIGHTS) -> Lexicon:
    """The lexicon alone, without loading the network."""
    return Lexicon.load(folder / "lexicon.json")


def _about(folder: Path) -> dict[str, Any]:
    path = folder / "embedded.json"
    try:
        about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return about
    except (OSError, ValueError) as error:
        raise WeightsError(f"{path} cannot be read ({error}); reinstall bozzetto") from error


__all__ = [
    "WEIGHTS",
    "EmbeddedPrior",
    "UnknownPromptError",
    "UnknownWord",
    "WeightsError",
    "known_words",
    "read_weights",
]

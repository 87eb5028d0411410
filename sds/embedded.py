"""The embedded prior: the small diffusion model that ships with the package, trained by ``foundry``.

It knows some hundred kinds of objects, in their colours and re-tinted, from the project's camera (see
``weights/MODEL_CARD.md``), and what word packs have taught it (``bozzetto.sds.vocabulary``).
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, NamedNoun, UnknownWord, Views
from bozzetto.sds.cover import Cover, cover_of
from bozzetto.sds.language.table import name_of
from bozzetto.sds.layout import Placement, arrange
from bozzetto.sds.lexicon import Lexicon, Reading, fold
from bozzetto.sds.looks import PaintFn
from bozzetto.sds.paint import (
    PALETTE,
    PROBES,
    Paint,
    near_main,
    own_colours,
    paint_of,
    painted_part,
    painted_volume,
    share_at,
    solid_voxels,
    toned_over,
    voxel_colours,
)
from bozzetto.sds.scene import MOST_THINGS, SHAPE_WORDS, Group, Scene, Thing, changed, described, things
from bozzetto.sds.stretch import Stretch, solidity, stretch_of, stretched, stretched_share
from bozzetto.sds.unet import UNet, UNetConfig, view_features
from bozzetto.sds.unet_kernels import Compiled, compiled
from bozzetto.sds.vocabulary import ShippedNouns, Vocabulary
from bozzetto.sds.volume import Volume, along_normals, arranged, at_points, picked, stacked
from bozzetto.sds.volume_kernels import BIAS, SHARPNESS
from bozzetto.sds.volume_table import PREFIX, StoredVolumes
from bozzetto.sds.weights_file import unpack
from bozzetto.sds.word_pack import PackError, WordPack, network_checksum
from bozzetto.transfer import upload

WEIGHTS = Path(__file__).parent / "weights"
PLAIN_FINISH = (0.9, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Roughness, metallic, transmission and emission of what nobody says anything of."""
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
    """[V], multi-hot: all words of the network's own."""
    scene: Scene | None
    """Which of them belong together, and where the objects stand; None where there is no object."""
    others: Tensor | None = None
    """[E], the sum of the vectors of the nouns that have one of their own; None where none has."""

    def to(self, device: torch.device | str) -> Words:
        """The same words on another device."""
        return Words(self.vector.to(device), self.scene, None if self.others is None else self.others.to(device))


class Drawn(NamedTuple):
    """The texts of a conditioning, with its words and without, as the network takes them, and their volumes."""

    words: Tensor
    """[2, V]."""
    others: Tensor | None
    """[2, E]."""
    volumes: Volume

    def others_of(self, of: Int[Tensor, " b"]) -> Float[Tensor, "b e"] | None:
        """``others`` of some of the texts."""
        return None if self.others is None else self.others[of]


class EmbeddedPrior:
    """Text-, camera-, light- and background-conditioned x0 prediction; satisfies ``bozzetto.sds.prior.Prior``,
    ``ConditionalOnlyPrior``, ``SurfaceNormalPrior``, ``ShapePrior`` and ``InstancePrior``.

    Args:
        folder: where ``embedded.safetensors``, ``embedded.json`` and ``lexicon.json`` are.
        device: where the network runs.
        packs: files of further nouns, see ``bozzetto.sds.word_pack``; those that cannot be used are passed over, and
            said in ``vocabulary.problems``.
    Raises:
        WeightsError: a file is missing, damaged, or does not fit its description; the message says how to mend it.
    """

    name = "embedded"
    embedding_module = None
    """The network takes the view; see ``bozzetto.sds.prior.TrainablePrior``."""
    low_rank_layers = ("conv1", "conv2", "modulation", "qkv", "out")

    def __init__(self, folder: Path = WEIGHTS, device: str | torch.device = "cpu", packs: Iterable[Path] = ()) -> None:
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
            weights, volumes, network = read_network(path, self.config.volume)
        except (OSError, KeyError, ValueError, SafetensorError) as error:
            raise WeightsError(f"{path} cannot be read ({error}); reinstall bozzetto") from error
        self.digest: str = about["sha256"]
        lexicon = Lexicon.load(folder / "lexicon.json")
        if set(lexicon.words[: self.config.nouns]) != lexicon.objects:
            raise WeightsError(
                f"{folder / 'lexicon.json'} does not fit the weights: expected {self.config.nouns} objects as its first"
                f" words, found {len(lexicon.objects)} objects in another order or number; reinstall bozzetto"
            )
        self._index = lexicon.index
        beside = [folder / str(name) for name in about.get("packs", [])]
        try:
            self.vocabulary = Vocabulary(lexicon, ShippedNouns(lexicon, volumes), network, packs, beside)
        except (OSError, PackError) as error:
            raise WeightsError(f"{error}; reinstall bozzetto") from error
        self.lexicon = self.vocabulary.lexicon
        self.painter: PaintFn | None = None
        """Who knows the colours of looks; None paints none into the volumes."""
        self.part_painter: PaintFn | None = None
        """The same of looks of parts, whose mere colours no word of the network paints."""
        self._placed: tuple[Scene, list[Placement]] | None = None
        self._drawn: tuple[tuple[Words, Words], Drawn] | None = None
        self._stretches: dict[tuple[str, int, tuple[str, ...]], Stretch] = {}
        self._covers: dict[tuple[str, int, tuple[str, ...]], Cover | None] = {}
        self.net = UNet(self.config, volumes)
        self.net.load_state_dict(weights)
        self._compiled: Compiled | None = None
        self.net.to(device).to(memory_format=torch.channels_last).eval().requires_grad_(False)  # type: ignore[call-overload]

    @property
    def has_instances(self) -> bool:
        """That nouns may have several objects; see ``bozzetto.sds.prior.InstancePrior``."""
        return True

    @property
    def device(self) -> torch.device:
        """Where the network runs."""
        return self.net.words.device

    @property
    def resolution(self) -> int:
        """Height and width of the images, pixels."""
        return self.config.resolution

    def read(self, prompt: str, language: str = "auto") -> Reading:
        """The prompt as this prior reads it; see ``bozzetto.sds.lexicon.Lexicon.read``."""
        return self.lexicon.read(prompt, language)

    def encode_text(
        self, prompt: str, negative: str = "", *, instance: int | None = None, seed: int = 0, language: str = "auto"
    ) -> Conditioning:
        """Encodes a prompt as ``Words``.

        Args:
            prompt: any text that names at least one known object.
            negative: words to lead away from; unknown ones are ignored. Empty: no words at all.
            instance: which object of those nouns that have several, from 0; None lets the seed choose.
            seed: 0 or more.
            language: of the prompt, a code of ``bozzetto.sds.language.read.languages``, or ``auto``.
        Raises:
            UnknownPromptError: no word names a known object, or none has so many; the message says what there is.
        """
        reading = self.read(prompt, language)
        if not self.lexicon.objects.intersection(reading.words):
            near = [f"{u.word!r} -> {', '.join(u.nearest) or 'nothing near'}" for u in reading.unknown]
            raise UnknownPromptError(
                f"the embedded prior knows no object in {prompt!r}"
                + (f" (nearest known words: {'; '.join(near)})" if near else "")
                + f"; it knows {len(self.lexicon.objects)} kinds of objects, such as "
                + ", ".join(sorted(self.lexicon.objects)[:: max(1, len(self.lexicon.objects) // 8)])
                + "".join(f"; a word pack cannot be used: {problem}" for problem in self.vocabulary.problems[:3])
            )
        assert reading.scene is not None  # since a word names an object
        scene = self._chosen(reading.scene, instance, seed, frozenset(reading.qualifiers))
        nouns = tuple(
            self._named(noun, which) for noun, which in {thing.noun: thing.instance for thing in things(scene)}.items()
        )
        notes = []
        if reading.english:
            notes.append(f"read as {name_of(reading.language)}: {reading.english}")
        if isinstance(scene, Group):
            notes.append(f"several objects, placed so: {described(scene)}")
        if reading.left_out:
            notes.append(f"more than {MOST_THINGS} objects; left out: {', '.join(map(repr, reading.left_out))}")
        notes += [f"{noun.name!r} is of the word pack {noun.pack}" for noun in nouns if noun.pack]
        for thing in dict.fromkeys(things(scene)):
            notes += [f"{thing.noun}: its shape is changed ({', '.join(thing.shape)})"] * bool(thing.shape)
            has = {name for name, _, _ in self._parts_of(thing)}
            notes += [f"this {thing.noun} has no {name}" for name, _ in thing.parts if name not in has]
        against = self.read(negative, language)
        return Conditioning(
            cond=self._words(reading.words, scene),
            uncond=self._words(against.words, against.scene),
            prompt=prompt,
            unknown=reading.unknown,
            assumed=reading.assumed,
            notes=tuple(notes),
            nouns=nouns,
        )

    def _chosen(self, scene: Scene, instance: int | None, seed: int, said: frozenset[str]) -> Scene:
        """The scene with one of each noun's objects chosen: by number, else by the seed among those that the words
        ``said`` fit best."""
        counts = {thing.noun: len(self.vocabulary[thing.noun].noun.instances) for thing in things(scene)}
        most = max(counts.values())
        if instance is not None and not 0 <= instance < max(most, 1):
            raise UnknownPromptError(
                f"instance {instance}: {max(counts, key=lambda n: counts[n])!r} has {most}, 0 to {most - 1}"
            )

        def choose(thing: Thing) -> Thing:
            objects = self.vocabulary[thing.noun].noun.instances
            fits = [len(said.intersection(one.words)) for one in objects]
            best = [k for k, fit in enumerate(fits) if fit == max(fits)]
            which = best[seed % len(best)] if instance is None else instance % counts[thing.noun]
            # One that is tall, chosen for it, is not made taller.
            own = {SHAPE_WORDS[word] for word in objects[which].words if word in SHAPE_WORDS}
            return replace(thing, instance=which, shape=tuple(shape for shape in thing.shape if shape not in own))

        return changed(scene, choose)

    def _named(self, name: str, which: int) -> NamedNoun:
        entry = self.vocabulary[name]
        one = entry.noun.instances[which]
        return NamedNoun(
            name=name,
            instance=which,
            instances=len(entry.noun.instances),
            pack=entry.pack.path.name if entry.pack else "",
            digest=entry.pack.digest if entry.pack else "",
            author=one.author,
            licence=one.licence,
            source=one.source,
        )

    def _words(self, words: Sequence[str], scene: Scene | None) -> Words:
        """Canonical words as the network takes them."""
        vector, others = torch.zeros(self.config.vocabulary), None
        chosen = {} if scene is None else {thing.noun: thing.instance for thing in things(scene)}
        for word in words:
            own = None
            if word in self.vocabulary:
                entry = self.vocabulary[word]
                own, word = entry.source.vector(entry.number, chosen.get(word, 0)), entry.noun.like
                if own is None and word not in self._index:
                    like = self.vocabulary.known[word]
                    own = like.source.vector(like.number, 0)
            if own is None:
                vector[self._index[word]] = 1
            else:
                others = own if others is None else others + own
        return Words(vector, scene, others)

    def word_vector(self, name: str) -> Float[Tensor, " e"]:
        """The word vector of a shipped noun, or of an adjective."""
        entry = self.vocabulary.known.get(name)
        own = None if entry is None else entry.source.vector(entry.number, 0)
        return self.net.words[self._index[name]].detach() if own is None else own

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
        of = torch.zeros(len(noisy), dtype=torch.long, device=noisy.device)
        return self._predict(noisy, t, of, conditioning, views)

    def _predict(
        self,
        noisy: Float[Tensor, "b 3 r r"],
        t: Float[Tensor, " b"],
        of: Int[Tensor, " b"],
        conditioning: Conditioning,
        views: Views,
    ) -> Float[Tensor, "b 3 r r"]:
        """x0 of noisy [K B, ...], each by the words (``of`` 0) or without them (1); the views B repeat."""
        drawn = self.volumes(conditioning)
        texts, volumes = drawn.words, drawn.volumes
        of, features = upload(of, texts.device), upload(view_features(views), texts.device)
        features, others = features.repeat(len(noisy) // len(features), 1), drawn.others_of(of)
        if texts.device.type == "cpu":
            self._compiled = self._compiled or compiled(self.net)
            conditions = self.net.conditions(t.to(texts), texts[of], features, volumes, of, others)
            return self._compiled.predict(noisy.to(texts), *conditions).to(noisy)
        x0: Tensor = self.net(noisy.to(texts), upload(t, texts.device), texts[of], features, volumes, of, others)
        return x0.to(noisy)

    @property
    def denoiser(self) -> UNet:
        """The network."""
        return self.net

    def x0_of(
        self, noisy: Float[Tensor, "b 3 r r"], t: Float[Tensor, " b"], text: Words, views: Views
    ) -> Float[Tensor, "b 3 r r"]:
        """x0 with one side's words, with autograd; see ``bozzetto.sds.prior.TrainablePrior``."""
        last = self._drawn
        drawn = last[1] if last is not None and _alike(last[0][0], text) else self.volumes(Conditioning(text, text, ""))
        of = torch.zeros(len(noisy), dtype=torch.long, device=noisy.device)
        features = upload(view_features(views).to(noisy.dtype), noisy.device)
        t = upload(t.to(noisy.dtype), noisy.device)
        x0: Tensor = self.net(noisy, t, drawn.words[of], features, drawn.volumes, of, drawn.others_of(of))
        return x0

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
        return picked(self.volumes(conditioning).volumes, slice(1))

    @torch.no_grad()
    def volumes(self, conditioning: Conditioning) -> Drawn:
        """The texts, with the words and without, and their volumes; those of the last conditioning are kept."""
        both: tuple[Words, Words] = (conditioning.cond, conditioning.uncond)
        last = self._drawn
        if last is None or not all(map(_alike, last[0], both)):
            texts, others = torch.stack([words.vector for words in both]).to(self.net.words), None
            if any(words.others is not None for words in both):
                nothing = torch.zeros(self.config.embedding)
                others = torch.stack([nothing if w.others is None else w.others for w in both]).to(self.net.words)
            drawn = [self._draw(words) for words in both]
            self._drawn = both, Drawn(texts, others, stacked(drawn))
            return self._drawn[1]
        return last[1]

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
                opacity = torch.sigmoid(SHARPNESS * self._plain_volume(thing).opacity[0] + BIAS)
                drawn[thing] = (opacity > 0.5).cpu().numpy()
            return drawn[thing]

        def anchors(thing: Thing) -> Mapping[str, tuple[float, float, float]]:
            named = self.vocabulary[thing.noun].noun.instances[thing.instance].anchors
            stretch = self.stretch(thing)
            return named if stretch is None else {name: stretch.forward(point) for name, point in named.items()}

        def metres(thing: Thing) -> float | None:
            usual, stretch = self.lexicon.sizes.get(thing.noun), self.stretch(thing)
            return usual if usual is None or stretch is None else usual * stretch.diagonal

        self._placed = scene, arrange(scene, solid, metres, anchors)
        return self._placed[1]

    def _volume_of(self, thing: Thing) -> Volume:
        return self._drawn_as(thing, self._words(thing.words, thing))

    def _drawn_as(self, thing: Thing | None, words: Words) -> Volume:
        """The volume of an object, or of none, as some words turn it."""
        if thing is None:
            row = self.vocabulary.shipped.nothing
        else:
            entry = self.vocabulary[thing.noun]
            row = entry.source.volume(entry.number, thing.instance)
        volume = self.net.object.draw(row[None].to(self.net.words), self._vectors([words]))
        albedo, normal = self.net.object.albedo.weight, self.net.object.normal.weight
        if thing is not None and (stretch := self.stretch(thing)) is not None:
            volume = stretched(volume, stretch, normal, albedo)
        if thing is None or self.painter is None:
            return volume
        if thing.looks:
            paint = functools.partial(self.painter, thing.looks)
            bare, main, cover = self._plain_volume(bare_of(thing)), self._main_colour(thing), self._cover(thing)
            if main is None and cover is not None:
                # No word of the network colours it.
                made = painted_part(bare, normal, albedo, cover.share.flatten(), paint)
                volume = volume if made is bare else made
            else:
                share = None
                if cover is not None:
                    beside, share = cover.beside.view(-1, 4), cover.share.flatten()
                    met = beside[solid_voxels(bare) & (beside[:, 3] > 0)]
                    unmixed = met[:, :3] / met[:, 3:].clamp(min=1e-3)
                    bare = painted_part(bare, normal, albedo, beside[:, 3], lambda points, normals: unmixed)
                volume = painted_volume(volume, self._turns(thing, PALETTE), albedo, paint, bare, main, share)
        for _, looks, part in self._parts_of(thing):
            volume = painted_part(
                volume, normal, albedo, part, functools.partial(self.part_painter or self.painter, looks)
            )
        return volume

    def stretch(self, thing: Thing) -> Stretch | None:
        """What an object's shape words do to it; None where it has none."""
        if not thing.shape:
            return None
        key = thing.noun, thing.instance, thing.shape
        if key not in self._stretches:
            usual = Thing(thing.noun, instance=thing.instance)
            self._stretches[key] = stretch_of(solidity(self._plain_volume(usual)), thing.shape)
        return self._stretches[key]

    def _parts_of(self, thing: Thing) -> list[tuple[str, tuple[str, ...], Float[Tensor, " cells"]]]:
        """An object's parts with looks of their own, those, and where the parts are, [N^3] in [0, 1]; parts that it has
        not are left out.
        """
        materials, out = self.vocabulary[thing.noun].noun.instances[thing.instance].materials, []
        index = self._material_of(thing) if thing.parts else None
        if index is None:
            return []
        for name, looks in thing.parts:
            meant = [k for k, material in enumerate(materials) if fold(material.part) == name]
            part = torch.isin(index, torch.tensor(meant, dtype=index.dtype)).float()
            if (stretch := self.stretch(thing)) is not None:
                part = stretched_share(part, stretch, stretch.edge(self.config.volume))
            if meant:
                out.append((name, looks, part.to(self.net.words)))
        return out

    def _vectors(self, texts: Sequence[Words]) -> Float[Tensor, "t e"]:
        """What texts turn volumes by."""
        others = None
        if any(words.others is not None for words in texts):
            nothing = torch.zeros(self.config.embedding)
            others = torch.stack([nothing if w.others is None else w.others for w in texts]).to(self.net.words)
        return self.net.text(torch.stack([words.vector for words in texts]).to(self.net.words), others)

    def _turns(self, thing: Thing, colours: Sequence[str]) -> Float[Tensor, "k channels features"]:
        """The turns of an object's noun with each of some colour words."""
        texts = [self._words((thing.noun, colour), replace(thing, adjectives=(colour,))) for colour in colours]
        nothing = self.vocabulary.shipped.nothing.to(self.net.words)
        turn = self.net.object.draw(nothing.expand(len(texts), -1), self._vectors(texts)).turn
        assert turn is not None  # `draw` always turns
        return turn

    def looks_of(self, conditioning: Conditioning) -> tuple[tuple[str, ...], ...]:
        """The looks of each object; see ``bozzetto.sds.prior.PaintPrior``."""
        scene = conditioning.cond.scene
        every = () if scene is None else tuple(things(scene))
        return (*(thing.looks for thing in every), *(looks for thing in every for _, looks in thing.parts))

    @torch.no_grad()
    def paint_at(
        self, points: Float[Tensor, "p 3"], normals: Float[Tensor, "p 3"], conditioning: Conditioning
    ) -> list[Paint]:
        """Which part of a surface looks paint; see ``bozzetto.sds.prior.PaintPrior``."""
        scene = conditioning.cond.scene
        places = [Placement(scene, 1.0, (0.0, 0.0, 0.0))] if isinstance(scene, Thing) else []
        if isinstance(scene, Group):
            places = self.placements(scene)
        if not any(place.thing.looks or place.thing.parts for place in places):
            return []
        points, normals = points.to(self.net.words), normals.to(self.net.words)
        plain = [self._plain_volume(place.thing) for place in places]
        own = [(points - points.new_tensor(place.offset)) / place.scale for place in places]
        # Where objects touch, a place is of the more opaque.
        opacity = torch.stack([at_points(volume, where)[0] for volume, where in zip(plain, own, strict=True)])
        first = opacity.argmax(0)
        out = []
        for k, place in enumerate(places):
            thing, here = place.thing, (first == k).to(points)
            if thing.looks:
                albedo, turns = self.net.object.albedo.weight, self._turns(thing, PROBES)
                paint = paint_of(plain[k], turns, albedo, own[k], normals)
                share, tone, main, cover = paint.share, paint.tone, self._main_colour(thing), self._cover(thing)
                if main is not None:
                    # Two estimates of one border, whose errors differ.
                    bare = self._plain_volume(bare_of(thing))
                    share = near_main(own_colours(bare, albedo, own[k], normals), main)
                    share = share if cover is None else (share + share_at(cover.share.flatten(), own[k])) / 2
                    tone = toned_over(tone, share * here)
                elif cover is not None:
                    # What takes no colours has no shades of one either.
                    share, tone = share_at(cover.share.flatten(), own[k]), torch.ones_like(tone)
                beside = None if cover is None else _sampled(cover.beside.movedim(-1, 0), own[k]) * here[:, None]
                out.append(Paint(share * here, tone, thing.looks, place.scale, place.offset, beside=beside))
            for name, looks, part in self._parts_of(thing):
                share = share_at(part, own[k]) * here
                out.append(Paint(share, torch.ones_like(share), looks, place.scale, place.offset, name))
        return out

    @torch.no_grad()
    def finish_at(self, points: Float[Tensor, "p 3"], conditioning: Conditioning) -> Float[Tensor, "p 6"] | None:
        """What a surface is like by the objects' own materials; see ``bozzetto.sds.prior.PaintPrior``."""
        scene = conditioning.cond.scene
        places = [Placement(scene, 1.0, (0.0, 0.0, 0.0))] if isinstance(scene, Thing) else []
        if isinstance(scene, Group):
            places = self.placements(scene)
        finishes = [self._finish(place.thing) for place in places]
        if all(finish is None for finish in finishes):
            return None
        points = points.to(self.net.words)
        own = [(points - points.new_tensor(place.offset)) / place.scale for place in places]
        first = torch.zeros(len(points), dtype=torch.long, device=points.device)
        if len(places) > 1:
            plain = [self._plain_volume(place.thing) for place in places]
            opacity = [at_points(volume, where)[0] for volume, where in zip(plain, own, strict=True)]
            first = torch.stack(opacity).argmax(0)
        out = points.new_tensor(PLAIN_FINISH).repeat(len(points), 1)
        for k, finish in enumerate(finishes):
            if finish is not None:
                here = first == k
                out[here] = _sampled(finish, own[k][here])
        return out

    def _finish(self, thing: Thing) -> Float[Tensor, "6 n n n"] | None:
        """Roughness, metallic, transmission and emission of an object's voxels; None where its materials are unknown,
        or all like one that nothing is said of."""
        instance, index = self.vocabulary[thing.noun].noun.instances[thing.instance], self._material_of(thing)
        materials = instance.materials
        table = torch.tensor([(m.roughness, m.metallic, m.transmission, *m.emission) for m in materials])
        if index is None or bool((table == torch.tensor(PLAIN_FINISH)).all()):
            return None
        edge, inside = self.config.volume, index >= 0
        channels = torch.tensor(PLAIN_FINISH)[:, None].repeat(1, edge**3)
        channels[:, inside] = table[index[inside]].T
        if (stretch := self.stretch(thing)) is not None:
            edge = stretch.edge(edge)
            channels = torch.stack([stretched_share(channel, stretch, edge) for channel in channels])
        return channels.view(len(channels), edge, edge, edge).to(self.net.words)

    def _main_colour(self, thing: Thing) -> Float[Tensor, " 3"] | None:
        """The colour of an object that words re-tint; None where it is not known, or too little of it has one."""
        instance = self.vocabulary[thing.noun].noun.instances[thing.instance]
        return torch.tensor(instance.colour) if instance.colour is not None and instance.tintable else None

    @torch.no_grad()
    def _cover(self, thing: Thing) -> Cover | None:
        """How much of an object's voxels looks paint: all of what takes no colours, and of others what is of the main
        one; None where nobody says what they are made of."""
        key = thing.noun, thing.instance, thing.shape
        if key not in self._covers:
            stretch, edge = self.stretch(thing), self.config.volume
            instance, material = self.vocabulary[thing.noun].noun.instances[thing.instance], self._material_of(thing)
            cover: Cover | None = None
            if instance.colour is not None and not instance.tintable:
                cube = (edge if stretch is None else stretch.edge(edge),) * 3
                cover = Cover(torch.ones(cube), torch.zeros(*cube, 4))
            elif instance.colour is not None and material is not None:
                bare = self._plain_volume(Thing(thing.noun, instance=thing.instance))
                colours = voxel_colours(bare, self.net.object.albedo.weight).cpu()
                main, cube = torch.tensor(instance.colour), (edge, edge, edge)
                near, solid = near_main(colours, main), solid_voxels(bare).cpu()
                cover = cover_of(colours.view(*cube, 3), near.view(cube), solid.view(cube), material.view(cube), main)
                if stretch is not None:
                    cube = (stretch.edge(edge),) * 3
                    share, *beside = (
                        stretched_share(channel.flatten(), stretch, cube[0]).view(cube)
                        for channel in (cover.share, *cover.beside.unbind(-1))
                    )
                    cover = Cover(share, torch.stack(beside, -1))
            self._covers[key] = None if cover is None else Cover(*(grid.to(self.net.words) for grid in cover))
        return self._covers[key]

    def _material_of(self, thing: Thing) -> Int[Tensor, " cells"] | None:
        """Numbers of the materials of an object's voxels, [N^3], -1 outside; None where they are unknown."""
        entry = self.vocabulary[thing.noun]
        if not isinstance(entry.source, WordPack):
            return None
        index = entry.source.material_index(entry.number, thing.instance)
        if index is None:
            return None
        material = torch.full((self.config.volume**3,), -1)
        material[self.net.object.inside.cpu()] = torch.from_numpy(index.astype(np.int64))
        return material

    def _plain_volume(self, thing: Thing) -> Volume:
        """The volume of an object without looks, before its turn is applied."""
        thing = replace(thing, looks=(), parts=())
        return self._drawn_as(thing, self._words(thing.words, thing))

    def _draw(self, words: Words) -> Volume:
        """The volume of one text."""
        scene = words.scene
        if not isinstance(scene, Group):
            return self._drawn_as(scene, words)
        places = self.placements(scene)
        drawn = {thing: self._volume_of(thing) for thing in {place.thing for place in places}}
        # Enough voxels for the smallest to keep its own, where that can be.
        edge = min(FINEST, math.ceil(self.config.volume / min(place.scale for place in places) / 8) * 8)
        return arranged([(drawn[place.thing], place.scale, place.offset) for place in places], edge)


def _alike(words: Words, other: Words) -> bool:
    """Whether two texts draw the same; those of one run are one object, whose vector nobody looks at."""
    # A noun stands in its scene by its name, which says what its vector is.
    return words is other or (words.scene == other.scene and torch.equal(words.vector.cpu(), other.vector.cpu()))


def read_weights(path: Path, edge: int) -> tuple[dict[str, Tensor], StoredVolumes]:
    """The network's weights in float32, and the nouns' volumes of ``edge`` voxels an edge.

    Raises:
        OSError, SafetensorError: the file is not there or damaged.
        KeyError, ValueError: ``bozzetto.foundry.training.ship`` did not write it.
    """
    weights, volumes, _ = read_network(path, edge)
    return weights, volumes


def read_network(path: Path, edge: int) -> tuple[dict[str, Tensor], StoredVolumes, str]:
    """As ``read_weights``, and the network's checksum, which word packs name."""
    tensors = load_file(path)
    weights = unpack({key: value for key, value in tensors.items() if not key.startswith(PREFIX)})
    return weights, StoredVolumes(tensors, edge), network_checksum(tensors)


def shipped_network(folder: Path = WEIGHTS) -> str:
    """The checksum of the shipped network, which word packs name, without loading it.

    Raises:
        WeightsError: its file is missing or damaged.
    """
    path = folder / "embedded.safetensors"
    try:
        return network_checksum(load_file(path))
    except (OSError, SafetensorError) as error:
        raise WeightsError(f"{path} cannot be read ({error}); reinstall bozzetto") from error


def known_words(folder: Path = WEIGHTS) -> Lexicon:
    """The lexicon alone, with the nouns of the packs that are shipped beside the network, without loading it."""
    lexicon = Lexicon.load(folder / "lexicon.json")
    beside = [noun for name in _about(folder).get("packs", []) for noun in WordPack(folder / str(name)).nouns]
    return lexicon.with_nouns(beside) if beside else lexicon


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
    "read_network",
    "read_weights",
    "shipped_network",
]


def bare_of(thing: Thing) -> Thing:
    """An object as its noun alone says it, in its shape."""
    return Thing(thing.noun, instance=thing.instance, shape=thing.shape)


def _sampled(grid: Float[Tensor, "c n n n"], points: Float[Tensor, "p 3"]) -> Float[Tensor, "p c"]:
    """Trilinear values of a volume over [-1, 1]^3 at points."""
    where = points[None, :, None, None]
    values = F.grid_sample(grid[None], where, align_corners=False, padding_mode="border")
    return values[0, :, :, 0, 0].T

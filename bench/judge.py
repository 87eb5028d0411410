"""The judge: a small contrastive image-text model that says whether a picture shows what a prompt asks for.

It shares nothing with the prior but the objects: another architecture (a residual network that sees 64 x 64 pixels,
trained by CLIP's loss, arXiv 2103.00020), other renders (other cameras, lights, framings, all colours on all objects),
another seed. No run is ever guided by it. It ships in ``bench/weights``; its score on true renders is the ceiling that
is printed beside every score.
"""

from __future__ import annotations

import hashlib
import json
import math
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
import torch.nn.functional as F
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import Tensor, nn

from bozzetto.atomic import atomic_file, write_bytes
from bozzetto.foundry.assets import Asset, load_mesh
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.training import faster_type
from bozzetto.foundry.views import VIEW_PIXELS, Scene
from bozzetto.sds.embedded import known_words
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.tint import COLOURS

WEIGHTS = Path(__file__).parent / "weights"
VIEWS, VIEW_SEED = 24, 7919
"""Renders an object that the judge learns from, and the seed of their cameras (the prior's is 0)."""

ELEVATION_DEG = (-10.0, 55.0)
TINTED = 0.6
"""Share of training pictures that are re-tinted, where the object can be."""


class ImageTextModel(Protocol):
    """What the bench asks of a judge."""

    name: str
    digest: str
    """SHA-256 of the weights."""

    def embed_pictures(self, pictures: np.ndarray) -> Tensor:
        """Pictures [N, H, W, 3] in [0, 1] as unit vectors [N, D]."""
        ...

    def embed_prompts(self, prompts: Sequence[str]) -> Tensor:
        """Prompts as unit vectors [P, D]."""
        ...

    def knows(self, prompt: str) -> bool:
        """Whether it was taught what the prompt means."""
        ...


@dataclass(frozen=True)
class JudgeConfig:
    """Shape of the network; stored beside the weights."""

    vocabulary: int
    channels: tuple[int, ...] = (32, 64, 128, 192)
    width: int = 128
    """Of the embedding."""


class Residual(nn.Module):
    """Two 3x3 convolutions about a shortcut, the first with a stride."""

    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(before, after, 3, stride, 1, bias=False)
        self.norm1 = nn.GroupNorm(8, after)
        self.conv2 = nn.Conv2d(after, after, 3, 1, 1, bias=False)
        self.norm2 = nn.GroupNorm(8, after)
        self.short = nn.Conv2d(before, after, 1, bias=False)
        self.stride = stride

    def forward(self, x: Tensor) -> Tensor:
        h = F.relu(self.norm1(self.conv1(x)))
        short = self.short(F.avg_pool2d(x, self.stride) if self.stride > 1 else x)
        return F.relu(self.norm2(self.conv2(h)) + short)


class JudgeNet(nn.Module):
    """Image tower, and text tower (words of the lexicon, mixed by a residual layer)."""

    def __init__(self, config: JudgeConfig) -> None:
        super().__init__()
        self.config = config
        widths = config.channels
        self.stem = nn.Conv2d(3, widths[0], 4, 2, 1)
        pairs = list(zip((widths[0], *widths), widths, strict=False))
        self.stages = nn.Sequential(*(Residual(a, b, 1 if k == 0 else 2) for k, (a, b) in enumerate(pairs)))
        self.hidden = nn.Linear(4 * widths[-1], 256)
        self.image = nn.Linear(256, config.width)
        self.words = nn.Parameter(torch.randn(config.vocabulary, config.width) * 0.5)
        self.mix1 = nn.Linear(config.width, 2 * config.width)
        self.mix2 = nn.Linear(2 * config.width, config.width)
        self.scale = nn.Parameter(torch.tensor(math.log(10.0)))

    def features(self, images: Tensor) -> Tensor:
        """Images [B, 3, 64, 64] in [-1, 1] -> what the embedding is made of [B, 768]."""
        return F.adaptive_avg_pool2d(self.stages(F.relu(self.stem(images))), 2).flatten(1)

    def layout(self, images: Tensor) -> Tensor:
        """Images [B, 3, 64, 64] in [-1, 1] -> where what is, [B, 2048]: the third stage's maps, 4 x 4."""
        return F.adaptive_avg_pool2d(self.stages[:3](F.relu(self.stem(images))), 4).flatten(1)

    def look(self, features: Tensor) -> Tensor:
        """Features [B, 768] -> unit vectors [B, width]."""
        return F.normalize(self.image(F.relu(self.hidden(features))), dim=1)

    def read(self, words: Tensor) -> Tensor:
        """Multi-hot words [P, V] -> unit vectors [P, width]."""
        x = words @ self.words
        return F.normalize(x + self.mix2(F.relu(self.mix1(x))), dim=1)


class JudgeError(RuntimeError):
    """The judge's weights are missing or damaged, or do not know a word that is asked about."""


class Judge:
    """The shipped judge; satisfies ``ImageTextModel``.

    Args:
        folder: where ``judge.safetensors`` and ``judge.json`` are.
        lexicon: reads the prompts; by default the embedded prior's.
    Raises:
        JudgeError: a file is missing or damaged; the message says how to make it again.
    """

    name = "judge"

    def __init__(self, folder: Path = WEIGHTS, lexicon: Lexicon | None = None) -> None:
        path = folder / "judge.safetensors"
        remedy = "train it with 'python -m bozzetto.bench judge --train'"
        try:
            self.about = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
            self.digest = hashlib.sha256(path.read_bytes()).hexdigest()
            weights = load_file(path)
        except (OSError, ValueError, SafetensorError) as error:
            raise JudgeError(f"the judge cannot be read ({error}); {remedy}") from error
        if self.digest != self.about["sha256"]:
            raise JudgeError(f"{path} does not fit judge.json: SHA-256 {self.digest[:12]}...; {remedy}")
        self.index = {word: k for k, word in enumerate(self.about["words"])}
        self.lexicon = lexicon or known_words()
        network = self.about["network"]
        self.net = JudgeNet(JudgeConfig(**{**network, "channels": tuple(network["channels"])}))
        self.net.load_state_dict({k: v.float() for k, v in weights.items()})
        self.net.eval().requires_grad_(False)

    def words_of(self, prompt: str) -> Tensor:
        """The prompt's known words, multi-hot [V].

        Raises:
            JudgeError: it names none, or one that the judge was not trained on.
        """
        words = self.lexicon.read(prompt).words
        strange = [word for word in words if word not in self.index]
        if strange or not words:
            what = f"was not trained on {', '.join(strange)}" if strange else "knows no word"
            raise JudgeError(f"the judge {what} of {prompt!r}; train it again: python -m bozzetto.bench judge --train")
        vector = torch.zeros(len(self.index))
        vector[[self.index[word] for word in words]] = 1
        return vector

    def knows(self, prompt: str) -> bool:
        """Whether the judge can judge this prompt."""
        words = self.lexicon.read(prompt).words
        return bool(self.lexicon.objects & set(words)) and all(word in self.index for word in words)

    @torch.no_grad()
    def embed_prompts(self, prompts: Sequence[str]) -> Tensor:
        """Prompts as unit vectors [P, D]; of words that are in no lexicon nothing is heard."""
        return self.net.read(torch.stack([self.words_of(prompt) for prompt in prompts]))

    @torch.no_grad()
    def embed_pictures(self, pictures: np.ndarray) -> Tensor:
        """Pictures [N, H, W, 3] in [0, 1] as unit vectors [N, D]."""
        return self.net.look(self.net.features(as_images(pictures)))

    @torch.no_grad()
    def layouts(self, pictures: np.ndarray) -> Tensor:
        """Where what is in pictures [N, H, W, 3] in [0, 1]: features [N, 2048] that tell views of an object apart."""
        return self.net.layout(as_images(pictures))


class ClipJudge:
    """A real CLIP from a local folder, by ``transformers``; satisfies ``ImageTextModel``.

    Args:
        folder: with config.json, weights as safetensors, tokenizer and image processor.
    Raises:
        JudgeError: transformers is not installed, or the folder holds no CLIP.
    """

    name = "clip"
    template = "a 3D rendering of {}"

    def __init__(self, folder: Path) -> None:
        if not (folder / "config.json").is_file():
            raise JudgeError(f"{folder} holds no CLIP: expected a folder with config.json, as save_pretrained writes")
        try:
            from transformers import AutoTokenizer, CLIPImageProcessor, CLIPModel
        except ImportError as error:
            raise JudgeError("a CLIP needs transformers: pip install 'bozzetto[diffusers]'") from error
        try:
            self.model = CLIPModel.from_pretrained(folder, use_safetensors=True, local_files_only=True).eval()
            self.tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
            self.processor = CLIPImageProcessor.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise JudgeError(f"{folder} holds no CLIP that can be read: {error}") from error
        self.model.requires_grad_(False)
        files = sorted(folder.glob("*.safetensors"))
        self.digest = hashlib.sha256(b"".join(hashlib.sha256(f.read_bytes()).digest() for f in files)).hexdigest()

    def knows(self, prompt: str) -> bool:
        """True: what it was taught cannot be told from the folder."""
        return True

    @torch.no_grad()
    def embed_prompts(self, prompts: Sequence[str]) -> Tensor:
        """Prompts as unit vectors [P, D], each in the words "a 3D rendering of ..."."""
        texts = [self.template.format(prompt) for prompt in prompts]
        limit = self.model.config.text_config.max_position_embeddings
        tokens = self.tokenizer(texts, padding=True, truncation=True, max_length=limit, return_tensors="pt")
        outputs = self.model.text_model(input_ids=tokens["input_ids"], attention_mask=tokens["attention_mask"])
        return F.normalize(self.model.text_projection(outputs.pooler_output), dim=1)

    @torch.no_grad()
    def embed_pictures(self, pictures: np.ndarray) -> Tensor:
        """Pictures [N, H, W, 3] in [0, 1] as unit vectors [N, D]."""
        images = [(np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8) for picture in pictures]
        pixels = self.processor(images=images, return_tensors="pt")["pixel_values"]
        outputs = self.model.vision_model(pixel_values=pixels)
        return F.normalize(self.model.visual_projection(outputs.pooler_output), dim=1)


def as_images(pictures: np.ndarray) -> Tensor:
    """Pictures [N, H, W, 3] in [0, 1] as the network's images [N, 3, 64, 64] in [-1, 1]."""
    images = torch.from_numpy(np.ascontiguousarray(pictures, np.float32)).permute(0, 3, 1, 2)
    if images.shape[-2:] != (VIEW_PIXELS, VIEW_PIXELS):
        images = F.interpolate(
            images, size=(VIEW_PIXELS, VIEW_PIXELS), mode="bilinear", antialias=True, align_corners=False
        )
    return (images.clamp(0, 1) * 2 - 1).contiguous(memory_format=torch.channels_last)


def retrieved(pictures: Tensor, prompts: Tensor, own: int) -> float:
    """R-precision: the share of pictures [N, D] that are nearer to prompt ``own`` than to every other of [P, D]."""
    return float((pictures @ prompts.T).argmax(1).eq(own).float().mean())


# Training.


def judge_cameras(key: int) -> np.ndarray:
    """Azimuth and elevation (radians) [VIEWS, 2] that an object is shown to the judge from; ``key`` is its own."""
    draw = np.random.default_rng([VIEW_SEED, key])
    azimuth = (np.arange(VIEWS) + draw.random(VIEWS)) * 2 * math.pi / VIEWS
    low, high = np.radians(ELEVATION_DEG)
    elevation = low + (high - low) * draw.permutation((np.arange(VIEWS) + draw.random(VIEWS)) / VIEWS)
    return np.stack([azimuth, elevation], 1).astype(np.float32)


def judge_views(folder: Path, k: int, asset: Asset) -> tuple[np.ndarray, np.ndarray]:
    """The judge's own renders of object ``k`` in the foundry's folder, made where they are not there yet.

    Returns:
        uint8 [VIEWS, 64, 64, 8] as in ``bozzetto.foundry.views``, and cameras [VIEWS, 2], radians.
    """
    key = zlib.crc32(asset.id.encode())
    cameras = judge_cameras(key)
    path = folder / "judge" / f"{key:08x}.npy"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        scene = Scene(load_mesh(folder / "meshes" / f"{k:03d}.npz"))
        paint, _ = scene.main_colour()
        # Another bench may be at the same object.
        with atomic_file(path) as file:
            np.save(file, np.stack([scene.buffers(float(a), float(e), paint) for a, e in cameras]))
    return np.load(path), cameras


@dataclass(frozen=True)
class Recipe:
    """How the judge is trained."""

    steps: int = 4000
    """About 20 minutes on one core of a Xeon. The judge that ships went on for as many again."""
    batch: int = 64
    rate: float = 2e-3
    weight_decay: float = 0.02
    seed: int = 20_301


@dataclass(frozen=True)
class Lesson:
    """A batch: images [B, 3, 64, 64]; words of captions [2 B, V], own ones, then the same nouns in other colours; and
    which captions are true (1), false (0) or unknown (-1) of which images [B, 2 B].
    """

    images: Tensor
    words: Tensor
    true: Tensor


class Lessons:
    """Draws batches from the judge's renders."""

    def __init__(self, data: ViewData, views: np.ndarray, words: Sequence[str]) -> None:
        self.data = data
        self.views = torch.from_numpy(views)
        self.index = {word: k for k, word in enumerate(words)}
        names = list(COLOURS)
        self.noun = torch.tensor([self.index[a.noun] for a in data.assets])
        self.material = torch.tensor([self.index[a.material] if a.material else -1 for a in data.assets])
        self.colour = torch.tensor([self.index[name] for name in names])

    def sample(self, size: int, draw: torch.Generator) -> Lesson:
        """A batch of ``size`` images."""
        data = self.data
        rand = lambda *shape: torch.rand(*shape, generator=draw)  # noqa: E731
        pick = torch.randint(len(self.noun), (size,), generator=draw)
        view = torch.randint(VIEWS, (size,), generator=draw)
        tinted = (rand(size) < TINTED) & data.tintable[pick]
        tint = torch.randint(len(self.colour), (size,), generator=draw)
        paint = data.palette[tint] * (1 + 0.15 * (rand(size, 1) * 2 - 1)) + 0.06 * (rand(size, 3) * 2 - 1)
        paint = torch.where(tinted[:, None], paint.clamp(0.02, 1), torch.nan)
        colour = torch.where(tinted, tint, data.own_colour[pick])
        light = F.normalize(torch.randn(size, 3, generator=draw) * torch.tensor([0.8, 0.6, 0.4]) + 0.4, dim=1)
        ambient = torch.where(rand(size) < 0.65, torch.ones(()), 0.2 + 0.6 * rand(size))
        background = torch.where(rand(size, 1) < 0.6, torch.ones(1, 3), rand(size, 3))
        image, _ = data.compose(self.views[pick, view], background, light, ambient, paint)
        images = _shaken(image.permute(0, 3, 1, 2), background, draw)

        name_colour = (rand(size) < 0.7) & (colour >= 0)
        named_colour = torch.where(name_colour, colour, -1)
        other = (colour.clamp(min=0) + torch.randint(1, len(self.colour), (size,), generator=draw)) % len(self.colour)
        named = (self.material[pick] >= 0) & (rand(size) < 0.2)
        both = torch.cat([named_colour, other])
        nouns = self.noun[pick]
        words = torch.zeros(2 * size, len(self.index))
        rows = torch.arange(2 * size)
        words[rows, nouns.repeat(2)] = 1
        words[rows[both >= 0], self.colour[both[both >= 0]]] = 1
        words[rows[:size][named], self.material[pick][named]] = 1
        same = nouns[:, None] == nouns.repeat(2)[None]
        agrees = (both[None] < 0) | (both[None] == colour[:, None])
        unsure = same & ~agrees & (colour[:, None] < 0)
        true = torch.where(unsure, -1, (same & agrees).long())
        return Lesson(images * 2 - 1, words, true)


def _shaken(images: Tensor, background: Tensor, draw: torch.Generator) -> Tensor:
    """Scaled, shifted and turned a little; half of them blurred, for results are softer than renders."""
    size = len(images)
    turn = (torch.rand(size, generator=draw) * 2 - 1) * math.radians(4)
    scale = 1 / (0.85 + 0.25 * torch.rand(size, generator=draw))
    shift = (torch.rand(size, 2, generator=draw) * 2 - 1) * 0.1
    cos, sin = turn.cos() * scale, turn.sin() * scale
    theta = torch.stack([torch.stack([cos, -sin, shift[:, 0]], 1), torch.stack([sin, cos, shift[:, 1]], 1)], 1)
    grid = F.affine_grid(theta, list(images.shape), align_corners=False)
    solid = background[:, :, None, None]
    out = F.grid_sample(images - solid, grid, align_corners=False) + solid
    soft = torch.rand(size, generator=draw) < 0.5
    small = F.interpolate(out[soft], scale_factor=0.5, mode="area")
    out[soft] = F.interpolate(small, size=images.shape[-2:], mode="bilinear", align_corners=False)
    return out + 0.02 * torch.randn(out.shape, generator=draw)


def contrastive(pictures: Tensor, captions: Tensor, true: Tensor, scale: Tensor) -> Tensor:
    """The symmetric cross-entropy of CLIP, where other true captions of an image are no wrong answers to it.

    Args:
        pictures: [B, D] unit. captions: [C, D] unit, the first B those of the pictures.
        true: [B, C], 1 true, 0 false, -1 unknown. scale: of the cosines.
    """
    size = len(pictures)
    logits = scale * pictures @ captions.T
    own = torch.eye(size, len(captions), dtype=torch.bool)
    logits = logits.masked_fill((true != 0) & ~own, -1e4)
    target = torch.arange(size)
    return (F.cross_entropy(logits, target) + F.cross_entropy(logits[:, :size].T, target)) / 2


def train_judge(
    data: ViewData,
    folder: Path,
    lexicon: Lexicon,
    recipe: Recipe,
    out: Path = WEIGHTS,
    start: Path | None = None,
    report: Callable[[str], None] = lambda line: None,
) -> Path:
    """Renders what is not there yet, trains, and writes ``judge.safetensors`` (half precision) and ``judge.json``.

    Args:
        data: the objects. folder: of the foundry. lexicon: of those objects; its words are the judge's.
        recipe: of the training. out: folder of the weights. start: folder of a judge to go on from, at half of the
            recipe's rate. report: called with the progress.
    Returns:
        the path of the weights.
    Raises:
        JudgeError: ``start`` holds no judge, or one of other words.
    """
    before = None if start is None else Judge(start, lexicon)
    if before is not None and before.about["words"] != list(lexicon.words):
        raise JudgeError(f"{start} holds a judge of {len(before.index)} other words; train from nothing")
    begin = time.monotonic()
    views = []
    for k, asset in enumerate(data.assets):
        views.append(judge_views(folder, k, asset)[0])
        if (k + 1) % 20 == 0:
            report(f"rendered {k + 1}/{len(data.assets)}")
    rendering = time.monotonic() - begin
    lessons = Lessons(data, np.stack(views), lexicon.words)
    torch.manual_seed(recipe.seed)
    learnt, minutes = (0, 0.0) if before is None else (before.about["images"], before.about["minutes"])
    draw = torch.Generator().manual_seed(recipe.seed + learnt)
    net = JudgeNet(JudgeConfig(len(lexicon.words))).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if before is not None:
        net.load_state_dict(before.net.state_dict())
    highest = recipe.rate if before is None else recipe.rate / 2
    optimiser = torch.optim.AdamW(net.parameters(), highest, weight_decay=recipe.weight_decay)
    kind = faster_type("cpu")
    begin = spoken = time.monotonic()
    losses: list[float] = []
    for step in range(recipe.steps):
        rate = highest * min(1.0, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * step / recipe.steps))
        for group in optimiser.param_groups:
            group["lr"] = rate
        lesson = lessons.sample(recipe.batch, draw)
        with torch.autocast("cpu", torch.bfloat16, enabled=kind == torch.bfloat16):
            features = net.features(lesson.images.contiguous(memory_format=torch.channels_last))
        features, captions = features.float(), net.read(lesson.words)
        loss = contrastive(net.look(features), captions, lesson.true, net.scale.exp().clamp(max=60.0))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        if not math.isfinite(losses[-1]):
            raise FloatingPointError(f"the judge's loss is {losses[-1]} at step {step}; lower the rate")
        if time.monotonic() - spoken > 20:
            spoken = time.monotonic()
            report(
                f"step {step}, {step * recipe.batch / (spoken - begin):.0f} images/s, loss {np.mean(losses[-100:]):.3f}"
            )
    out.mkdir(parents=True, exist_ok=True)
    path = out / "judge.safetensors"
    write_bytes(path, save({k: v.half().contiguous() for k, v in net.state_dict().items()}))
    about = {
        "network": asdict(net.config),
        "words": list(lexicon.words),
        "objects": len(data.assets),
        "images": learnt + recipe.steps * recipe.batch,
        "minutes": round(minutes + (time.monotonic() - begin) / 60, 1),
        "rendering_minutes": round(rendering / 60, 1),
        "recipe": asdict(recipe),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    (out / "judge.json").write_text(json.dumps(about, ensure_ascii=False) + "\n", encoding="utf-8")
    return path

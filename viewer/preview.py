"""2D previews by the prior alone: of a prompt before it is started, and of the words of the guide."""

import atexit
import hashlib
import io
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from bozzetto.atomic import write_bytes
from bozzetto.jobs.bake.field_functions import texture_views
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import RunConfig, make_config, override
from bozzetto.jobs.train.distill import Distiller
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.viewer.pictures import without_ground
from bozzetto.viewer.store import ignore_disk_errors

SIDES = ("front", "right", "back", "left")
SAMPLING_STEPS = 12
GUIDANCE_SCALE = 2.0
UPSCALE = 4
WORD_EDGE = 176
WORD_AZIMUTH = 35.0
"""Degrees from which a word is seen, as results are in the library."""
COARSE_EDGE, COARSE_SAMPLES, SHAPE_SAMPLES, CUT_EDGE = 48, 32, 56, 80
FAINT = 0.04
"""Opacity of a ray below which there is nothing."""
MARGIN = 1.2
REQUEST_SECONDS = 4.0
"""A word is drawn for this long after it was last asked for: not on after the visitor has left the page."""

_SAMPLING_LOCK = threading.Lock()


@torch.no_grad()
def sample_views(
    prior: Any, prompt: str, negative: str = "", sides: int = 4, seed: int = 0, scale: float = GUIDANCE_SCALE
) -> list[bytes]:
    """What the prior draws for a prompt by itself, with the same step that a run takes.

    From noise to image by PASSES predictions, each made noisy again for the next. All sides are given the same noise,
    first and between, so that they show the same thing as far as the prior can.

    Args:
        prior: as `bozzetto.jobs.train.priors.load_prior` returns it.
        prompt: what to draw. negative: what to keep away from.
        sides: how many of front, right, back, left.
        seed: of the noise.
        scale: of the guidance.
    Returns:
        A PNG a side, with CLOSER times the prior's pixels where it knows windows.
    Raises:
        PromptError: the prior can make nothing of the prompt.
    """
    config = make_config(prompt, negative=negative)
    scale = max(scale, config.guidance.away) if negative else scale
    plain = ["guidance.method=x0", "guidance.rescale=0", "guidance.clamp=true", f"guidance.scale={scale}"]
    config = override(config, plain)
    knowledge = PriorKnowledge.of(prior, config)
    distiller = Distiller(config, knowledge, torch.Generator())
    views = orbit_views(torch.arange(sides) * 90.0)
    pictures = []
    # One after the other: pages of several visitors share the machine with the worker.
    with _SAMPLING_LOCK:
        for side in range(sides):
            generator = torch.Generator().manual_seed(seed)
            image = torch.zeros(1, 3, prior.resolution, prior.resolution)
            for t in torch.linspace(0.985, 0.05, SAMPLING_STEPS):
                gradient, _ = distiller(image, views[[side]], t[None], generator)
                image = image - gradient
            azimuth, elevation = float(views.azimuth[side]), float(views.elevation[side])
            image = _upscaled(image, knowledge, config, azimuth, elevation)
            pixels = ((image[0].clamp(-1, 1) + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
            data = io.BytesIO()
            Image.fromarray(pixels).save(data, "PNG")
            pictures.append(data.getvalue())
    return pictures


def _upscaled(image: Tensor, knowledge: PriorKnowledge, config: RunConfig, azimuth: float, elevation: float) -> Tensor:
    """An image [1, 3, R, R], seen from there (radians), with CLOSER times the pixels, where the prior can paint it so;
    else as it is."""
    large = F.interpolate(image, scale_factor=UPSCALE, mode="bicubic").clamp(-1, 1)
    rgb = ((large[0] + 1) / 2).permute(1, 2, 0).numpy()

    def smooth(azimuth: float, elevation: float, resolution: int) -> tuple[NDArray[Any], NDArray[Any]]:
        return rgb, np.ones(rgb.shape[:2], np.float32)

    painted = texture_views(config, knowledge, smooth)
    if painted is smooth:
        return image
    pixels, _ = painted(azimuth, elevation, len(rgb))
    return torch.from_numpy(pixels).permute(2, 0, 1)[None] * 2 - 1


@torch.no_grad()
def shape_view(
    prior: Any, prompt: str, azimuth_deg: float = WORD_AZIMUTH, elevation_deg: float = 15.0, edge: int = WORD_EDGE
) -> Image.Image | None:
    """What a prompt means in three dimensions to a prior that knows it, before it is made: one object, or several,
    filling a square.

    Emission and absorption along rays (Max 1995) through the prior's own volume. A coarse look finds where there is
    anything; the fine one is of that only.

    Args:
        prior: as `bozzetto.jobs.train.priors.load_prior` returns it.
        prompt: what to show.
        azimuth_deg: from where, 0 at the front.
        elevation_deg: from where, positive from above.
        edge: height and width in pixels.
    Returns:
        RGBA, straight alpha; None where the prior knows no shape, or it is empty.
    Raises:
        PromptError: the prior can make nothing of the prompt.
    """
    shape = PriorKnowledge.of(prior, make_config(prompt)).shape_fn
    if shape is None:
        return None
    cameras = cameras_of(orbit_views(torch.tensor([azimuth_deg]), elevation_deg), COARSE_EDGE)
    c2w, spread = cameras.c2w[0], math.tan(float(cameras.fovy[0]) / 2)
    whole = _composited(shape, c2w, spread, (0.0, 0.0, 1.0), COARSE_EDGE, COARSE_SAMPLES, None)[..., 3]
    rows, columns = (torch.nonzero((whole > FAINT).any(axis))[:, 0] for axis in (1, 0))
    if not len(rows):
        return None
    # Of what was seen: the middle, in normalised device coordinates, and half of the longer side with a margin.
    low, high = torch.stack([columns[0], rows[0]]), torch.stack([columns[-1], rows[-1]]) + 1
    half = float((high - low).max()) / COARSE_EDGE * MARGIN
    x, y = ((low + high).float() / COARSE_EDGE - 1).tolist()
    seen = F.max_pool2d((whole > FAINT).float()[None, None], 3, 1, 1)
    rgba = _composited(shape, c2w, spread, (x, -y, half), edge, SHAPE_SAMPLES, seen)
    return Image.fromarray((rgba * 255).round().byte().numpy(), "RGBA")


@torch.no_grad()
def without_white(prior: Any, prompt: str, seed: int, pictures: list[bytes]) -> list[bytes]:
    """What `sample_views` gave, its white ground made transparent: also where it is seen through the object, if the
    prior knows the object's shape.

    Args:
        prior: as `bozzetto.jobs.train.priors.load_prior` returns it.
        prompt: what was drawn. seed: of it.
        pictures: a PNG a side.
    Returns:
        A PNG with alpha a side.
    """
    shape = PriorKnowledge.of(prior, make_config(prompt, seed=seed)).shape_fn
    cameras = cameras_of(orbit_views(torch.arange(len(pictures)) * 90.0), CUT_EDGE)
    clear = []
    for n, png in enumerate(pictures):
        image = Image.open(io.BytesIO(png)).convert("RGB")
        if shape is None:
            image = without_ground(image)
        else:
            spread = math.tan(float(cameras.fovy[n]) / 2)
            opacity = _composited(shape, cameras.c2w[n], spread, (0.0, 0.0, 1.0), CUT_EDGE, SHAPE_SAMPLES, None)[..., 3]
            size = (image.height, image.width)
            opacity = F.interpolate(opacity[None, None], size, mode="bilinear", align_corners=False)[0, 0]
            rgb = torch.from_numpy(np.array(image)).float() / 255
            # The shape's edge is soft, and its outer half lies on the ground: there, and beyond, what is drawn is as
            # opaque as it is far from white.
            drawn = 1.6 * (1 - rgb.min(-1).values) - 0.15
            opacity = torch.maximum((opacity - 0.45) / 0.45, drawn).clamp(0, 1)[..., None]
            rgb = ((rgb - (1 - opacity)) / opacity.clamp(min=0.1)).clamp(0, 1)
            rgba = torch.cat([rgb, opacity], -1)
            image = Image.fromarray((rgba * 255).round().byte().numpy(), "RGBA")
        data = io.BytesIO()
        image.save(data, "PNG")
        clear.append(data.getvalue())
    return clear


def _composited(
    shape: Callable[[Tensor], tuple[Tensor, Tensor]],
    c2w: Tensor,
    spread: float,
    window: tuple[float, float, float],
    edge: int,
    samples: int,
    seen: Tensor | None,
) -> Tensor:
    """RGBA [R, R, 4] in [0, 1] of densities and albedo in the unit ball.

    Args:
        shape: points [P, 3] -> densities [P], albedo [P, 3].
        c2w: [4, 4].
        spread: tangent of half the field of view.
        window: its middle and half of its side, in normalised device coordinates.
        edge: R.
        samples: along each ray.
        seen: [1, 1, N, N] of the whole view, above 0 where there may be something; None: anywhere.
    """
    x0, y0, half = window
    pixel = ((torch.arange(edge) + 0.5) / edge * 2 - 1) * half
    y, x = torch.meshgrid(y0 - pixel, x0 + pixel, indexing="ij")
    local = torch.stack([x * spread, y * spread, -torch.ones_like(x)], -1).view(-1, 3)
    directions = (local / local.norm(dim=-1, keepdim=True)) @ c2w[:3, :3].T
    along = directions @ c2w[:3, 3]
    inside = along.square() - (c2w[:3, 3].square().sum() - 1.0)
    hit = inside > 0
    if seen is not None:
        places = torch.stack([x, -y], -1)[None]
        hit &= F.grid_sample(seen, places, align_corners=False)[0, 0].flatten() > 0
    length = inside[hit].sqrt()
    step = 2 * length / samples
    depth = (-along[hit] - length)[:, None] + (torch.arange(samples) + 0.5) * step[:, None]
    points = c2w[:3, 3] + depth[..., None] * directions[hit][:, None]
    densities, albedo = shape(points.view(-1, 3))
    alpha = 1 - torch.exp(-densities.view(-1, samples) * step[:, None])
    before = torch.cat([torch.ones_like(alpha[:, :1]), (1 - alpha).cumprod(1)[:, :-1]], 1)
    weights = alpha * before
    opacity = weights.sum(1, keepdim=True)
    colour = (weights[..., None] * albedo.view(-1, samples, 3)).sum(1) / opacity.clamp(min=1e-4)
    rgba = torch.zeros(edge * edge, 4)
    rgba[hit] = torch.cat([colour, opacity], 1).clamp(0, 1)
    return rgba.view(edge, edge, 4)


class WordPictures:
    """A picture for each word of the guide, drawn in the background and kept under the prior's own hash.

    Args:
        folder: the home folder.
        prior: as `bozzetto.jobs.train.priors.load_prior` returns it.
    """

    def __init__(self, folder: Path, prior: Any) -> None:
        digest = str(getattr(prior, "digest", "")) or str(prior.name)
        self.folder = folder / "cache" / "words" / hashlib.sha256(f"{digest} shape 2".encode()).hexdigest()[:16]
        self._prior = prior
        self._memory: dict[str, bytes] = {}
        self._wanted: dict[str, float] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        # A thread that is inside of torch when the interpreter goes would take the process down with it.
        atexit.register(self.close)

    def get(self, word: str) -> bytes | None:
        """The picture of a word as WebP, or None while there is none."""
        picture = self._memory.get(word)
        if picture is None:
            try:
                picture = self._path(word).read_bytes()
            except OSError:
                return None
            self._memory[word] = picture
        return picture

    def want(self, word: str) -> None:
        """Has a word drawn that has no picture yet, in its turn.

        A page asks again and again for what it still shows: what has not been asked for lately is drawn no more.
        """
        with self._lock:
            self._wanted[word] = time.monotonic()
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="word-pictures", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Drops what is still to be drawn, and waits for the word that is being drawn."""
        with self._lock:
            self._wanted.clear()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                latest = time.monotonic() - REQUEST_SECONDS
                self._wanted = {word: asked for word, asked in self._wanted.items() if asked > latest}
                if not self._wanted:
                    self._thread = None
                    return
                word = next(iter(self._wanted))
                del self._wanted[word]
            if self.get(word) is not None:
                continue
            try:
                picture = shape_view(self._prior, word)
                if picture is None:
                    [png] = sample_views(self._prior, word, sides=1)
                    flat = Image.open(io.BytesIO(png)).convert("RGB")
                    picture = without_ground(flat.resize((WORD_EDGE, WORD_EDGE), Image.Resampling.LANCZOS))
            except BozzettoError:
                continue
            buffer = io.BytesIO()
            picture.save(buffer, "WEBP", quality=84, method=4)
            data = buffer.getvalue()
            self._memory[word] = data
            with ignore_disk_errors():
                self.folder.mkdir(parents=True, exist_ok=True)
                write_bytes(self._path(word), data)

    def _path(self, word: str) -> Path:
        return self.folder / f"{hashlib.sha256(word.encode()).hexdigest()[:16]}.webp"

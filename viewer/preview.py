"""2D previews by the prior alone: of a prompt before it is started, and of the words of the guide."""

import atexit
import hashlib
import io
import threading
import time
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
from bozzetto.jobs.train.views import orbit_views
from bozzetto.viewer.pictures import without_ground
from bozzetto.viewer.store import ignore_disk_errors

SIDES = ("front", "right", "back", "left")
SAMPLING_STEPS = 12
GUIDANCE_SCALE = 2.0
UPSCALE = 4
WORD_EDGE = 176
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


class WordPictures:
    """A picture for each word of the guide, drawn in the background and kept under the prior's own hash.

    Args:
        folder: the home folder.
        prior: as `bozzetto.jobs.train.priors.load_prior` returns it.
    """

    def __init__(self, folder: Path, prior: Any) -> None:
        digest = str(getattr(prior, "digest", "")) or str(prior.name)
        self.folder = folder / "cache" / "words" / hashlib.sha256(f"{digest} {UPSCALE} clear".encode()).hexdigest()[:16]
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
                [png] = sample_views(self._prior, word, sides=1)
            except BozzettoError:
                continue
            picture = (
                Image.open(io.BytesIO(png)).convert("RGB").resize((WORD_EDGE, WORD_EDGE), Image.Resampling.LANCZOS)
            )
            buffer = io.BytesIO()
            without_ground(picture).save(buffer, "WEBP", quality=84, method=4)
            data = buffer.getvalue()
            self._memory[word] = data
            with ignore_disk_errors():
                self.folder.mkdir(parents=True, exist_ok=True)
                write_bytes(self._path(word), data)

    def _path(self, word: str) -> Path:
        return self.folder / f"{hashlib.sha256(word.encode()).hexdigest()[:16]}.webp"

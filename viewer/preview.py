"""What a prior sees, in two dimensions: before a prompt is started, and for the words of the guide."""

import atexit
import hashlib
import io
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from bozzetto.atomic import write_bytes
from bozzetto.jobs.bake.run_export import texture_views
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import RunConfig, make_config
from bozzetto.jobs.train.loop import distill
from bozzetto.jobs.train.priors import read_prompt
from bozzetto.jobs.train.views import orbit_views
from bozzetto.viewer.pictures import webp
from bozzetto.viewer.store import quiet_disk

SIDES = ("front", "right", "back", "left")
PASSES = 12
SCALE = 2.0
CLOSER = 4
WORD_EDGE = 128

_ONE_AT_A_TIME = threading.Lock()


@torch.no_grad()
def sample(
    prior: Any, prompt: str, negative: str = "", sides: int = 4, seed: int = 0, scale: float = SCALE
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
    conditioning = read_prompt(prior, prompt, negative)
    config = make_config(prompt, negative=negative)
    config = replace(config, guidance=replace(config.guidance, method="x0", scale=scale, rescale=0.0, clamp=True))
    views = orbit_views(torch.arange(sides) * 90.0)
    pictures = []
    # One after the other: pages of several visitors share the machine with the worker.
    with _ONE_AT_A_TIME:
        for side in range(sides):
            generator = torch.Generator().manual_seed(seed)
            image = torch.zeros(1, 3, prior.resolution, prior.resolution)
            for t in torch.linspace(0.985, 0.05, PASSES):
                gradient, _ = distill(image, prior, conditioning, views[[side]], t[None], generator, config)
                image = image - gradient
            azimuth, elevation = float(views.azimuth[side]), float(views.elevation[side])
            image = _closer(image, prior, config, azimuth, elevation)
            pixels = ((image[0].clamp(-1, 1) + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
            data = io.BytesIO()
            Image.fromarray(pixels).save(data, "PNG")
            pictures.append(data.getvalue())
    return pictures


def _closer(image: Tensor, prior: Any, config: RunConfig, azimuth: float, elevation: float) -> Tensor:
    """An image [1, 3, R, R], seen from there (radians), with CLOSER times the pixels, where the prior can paint it so;
    else as it is."""
    large = F.interpolate(image, scale_factor=CLOSER, mode="bicubic").clamp(-1, 1)
    rgb = ((large[0] + 1) / 2).permute(1, 2, 0).numpy()

    def smooth(azimuth: float, elevation: float, resolution: int) -> tuple[NDArray[Any], NDArray[Any]]:
        return rgb, np.ones(rgb.shape[:2], np.float32)

    painted = texture_views(config, prior, smooth)
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
        self.folder = folder / "cache" / "words" / hashlib.sha256(f"{digest} {CLOSER}".encode()).hexdigest()[:16]
        self._prior = prior
        self._memory: dict[str, bytes] = {}
        self._wanted: list[str] = []
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        # A thread that is inside of torch when the interpreter goes would take the process down with it.
        atexit.register(self.close)

    def get(self, word: str) -> bytes | None:
        """The picture of a word as WebP, or None while there is none."""
        found = self._memory.get(word)
        if found is None:
            try:
                found = self._path(word).read_bytes()
            except OSError:
                return None
            self._memory[word] = found
        return found

    def ask(self, words: list[str]) -> int:
        """Has the words drawn that have no picture yet, these before any asked for earlier.

        Returns:
            How many of them have none yet.
        """
        missing = [word for word in words if self.get(word) is None]
        with self._lock:
            self._wanted = missing + [word for word in self._wanted if word not in missing]
            if self._wanted and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work, name="word-pictures", daemon=True)
                self._thread.start()
        return len(missing)

    def close(self) -> None:
        """Forgets what is still to be drawn, and waits for the word that is being drawn."""
        with self._lock:
            self._wanted.clear()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._thread = None
                    return
                word = self._wanted.pop(0)
            if self.get(word) is not None:
                continue
            try:
                [png] = sample(self._prior, word, sides=1)
            except BozzettoError:
                continue
            data = webp(Image.open(io.BytesIO(png)).convert("RGB"), WORD_EDGE)
            self._memory[word] = data
            with quiet_disk():
                self.folder.mkdir(parents=True, exist_ok=True)
                write_bytes(self._path(word), data)

    def _path(self, word: str) -> Path:
        return self.folder / f"{hashlib.sha256(word.encode()).hexdigest()[:16]}.webp"

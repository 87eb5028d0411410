"""The picture that an image-conditioned prior continues."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Float
from PIL import Image, ImageOps
from torch import Tensor

from bozzetto.sds.pretrained.errors import LayoutError

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF")
MAX_PIXELS = 64_000_000
CLIP_MEAN, CLIP_STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
"""Of the images that CLIP was trained on (Radford et al. 2021), by channel."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture of an object, square.

    Args:
        rgba: [1, 4, S, S] in [0, 1], colours not premultiplied; what lies beside a picture that is not square is clear.
        elevation: of the camera that saw it, radians, positive from above.
        digest: SHA-256 of the file.
    """

    rgba: Float[Tensor, "1 4 s s"]
    elevation: float
    digest: str

    @property
    def on_white(self) -> Float[Tensor, "1 3 s s"]:
        """The picture before white, in [0, 1]."""
        return self.rgba[:, :3] * self.rgba[:, 3:] + (1 - self.rgba[:, 3:])

    def square(self, side: int) -> Float[Tensor, "1 3 r r"]:
        """Before white, `side` pixels along an edge, in [-1, 1]."""
        return _scaled(self.on_white, side) * 2 - 1

    def mask(self, side: int) -> Float[Tensor, "1 1 r r"]:
        """How much of each pixel is the object, in [0, 1]."""
        return _scaled(self.rgba[:, 3:], side)

    def for_clip(self, side: int, *, antialias: bool) -> Float[Tensor, "1 3 r r"]:
        """As CLIP's image encoder reads it.

        Args:
            side: pixels along an edge.
            antialias: scaled as CLIP itself does it; without it by bicubic interpolation between corners, as
                Zero-1-to-3 was trained.
        """
        if antialias:
            size = F.interpolate(self.on_white, (side, side), mode="bicubic", antialias=True).clamp(0, 1)
        else:
            size = F.interpolate(self.on_white, (side, side), mode="bicubic", align_corners=True)
        mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (CLIP_MEAN, CLIP_STD))
        return (size - mean) / std


def read_picture(path: Path, elevation: float = 0.0) -> Picture:
    """A picture from a file; its transparency, where it has any, says what is the object.

    Args:
        path: PNG, JPEG, WebP, BMP or TIFF.
        elevation: of the camera that saw it, radians.

    Raises:
        LayoutError: it cannot be read, or is too large.
    """
    try:
        data = path.read_bytes()
        with Image.open(path, formats=FORMATS) as image:
            if math.prod(image.size) > MAX_PIXELS:
                raise LayoutError(f"{path} has {math.prod(image.size)} pixels; expected at most {MAX_PIXELS}")
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except LayoutError:
        raise
    except Exception as error:  # Pillow raises whatever its decoders meet in a broken file
        raise LayoutError(f"the image {path} cannot be read: {error}") from error
    side = max(upright.size)
    whole = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    whole.paste(upright, ((side - upright.width) // 2, (side - upright.height) // 2))
    pixels = torch.from_numpy(np.asarray(whole).copy()).permute(2, 0, 1)[None].float() / 255
    return Picture(pixels, elevation, hashlib.sha256(data).hexdigest())


def _scaled(image: Tensor, side: int) -> Tensor:
    """Means of what each new pixel covers, and lines between pixels where there are more than before."""
    if image.shape[-1] >= side:
        return F.interpolate(image, (side, side), mode="bilinear", antialias=True, align_corners=False)
    return F.interpolate(image, (side, side), mode="bilinear", align_corners=False)

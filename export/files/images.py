"""Pictures as PNG and lossless WebP."""

from __future__ import annotations

import hashlib
import io
import os
from collections import OrderedDict
from pathlib import Path

import numpy as np
from jaxtyping import UInt8
from PIL import Image

from bozzetto.atomic import write_bytes

_encoded: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
"""The last files that were made of pictures: a GLB and an OBJ of one mesh have the same ones."""
MOST_ENCODED = 8


def png_bytes(image: UInt8[np.ndarray, "h w *c"]) -> bytes:
    """Encodes a PNG.

    Args:
        image: [H, W, 3], [H, W, 4] or [H, W] uint8.

    Returns:
        The bytes of the file.
    """
    return image_bytes(image, "png")


def image_bytes(image: UInt8[np.ndarray, "h w *c"], kind: str) -> bytes:
    """Encodes a picture without loss.

    Args:
        image: [H, W, 3], [H, W, 4] or [H, W] uint8.
        kind: `png` or `webp`.

    Returns:
        The bytes of the file.
    """
    pixels = np.ascontiguousarray(image)
    key = (kind, pixels.shape, hashlib.sha256(pixels.data).digest())
    if (known := _encoded.get(key)) is not None:
        return known
    buffer = io.BytesIO()
    if kind == "webp":
        # `exact` keeps colours; method 2 is a quarter of the default's time for some percent more bytes.
        rgb = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
        Image.fromarray(rgb).save(buffer, "WEBP", lossless=True, exact=True, method=2)
    else:
        Image.fromarray(image).save(buffer, "PNG")
    _encoded[key] = data = buffer.getvalue()
    while len(_encoded) > MOST_ENCODED:
        _encoded.popitem(last=False)
    return data


def write_png(image: UInt8[np.ndarray, "h w *c"], path: str | os.PathLike[str]) -> Path:
    """Writes a PNG, whole or not at all.

    Args:
        image: [H, W, 3], [H, W, 4] or [H, W] uint8.
        path: of the file; its folder must exist.

    Returns:
        The path.
    """
    return write_bytes(path, png_bytes(image))

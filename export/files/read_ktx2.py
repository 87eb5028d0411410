"""KTX2 pictures of Basis Universal (ETC1S and UASTC), which KHR_texture_basisu names; by the extra `ktx2`."""

from __future__ import annotations

import importlib.util
from typing import Any

import numpy as np
from jaxtyping import UInt8

from bozzetto.export.mesh.mesh import Array

IDENTIFIER = b"\xabKTX 20\xbb\r\n\x1a\n"
NEEDS = "KTX2 textures need the extra `ktx2` (pip install 'bozzetto[ktx2]'), or convert them to PNG or JPEG"
"""What to do where the decoder is not installed."""
# pixelWidth and pixelHeight in the header (KTX File Format Specification 2.0, section 3).
_SIZE, _HEADER = 20, 80


class DamagedKtx2Error(ValueError):
    """No KTX2 of Basis Universal, or a damaged one."""


def is_ktx2(data: bytes) -> bool:
    """Whether a file is a KTX2."""
    return data[:12] == IDENTIFIER


def can_read_ktx2() -> bool:
    """Whether the decoder is installed."""
    return importlib.util.find_spec("opengl_basisu") is not None


def ktx2_size(data: bytes) -> tuple[int, int]:
    """Width and height by the header, pixels; nothing is decoded.

    Raises:
        DamagedKtx2Error: the header is cut.
    """
    if len(data) < _HEADER:
        raise DamagedKtx2Error(f"its header is cut: {len(data)} bytes")
    width, height = np.frombuffer(data, "<u4", 2, _SIZE).tolist()
    return int(width), max(int(height), 1)


def decode_ktx2(data: bytes) -> UInt8[np.ndarray, "h w channels"]:
    """The largest level of the first picture, [H, W, 3] or, where it has transparency, [H, W, 4] uint8, encoded as the
    file has it.

    Raises:
        DamagedKtx2Error: it cannot be decoded, or the decoder is not installed.
    """
    if not can_read_ktx2():
        raise DamagedKtx2Error(NEEDS)
    import opengl_basisu

    try:
        texture: Any = opengl_basisu.open(data)
        pixels: Array = texture.transcode(opengl_basisu.Target.RGBA8).data
    except (opengl_basisu.BasisuError, ValueError, IndexError) as error:
        raise DamagedKtx2Error(str(error)) from error
    return pixels if texture.has_alpha else np.ascontiguousarray(pixels[..., :3])

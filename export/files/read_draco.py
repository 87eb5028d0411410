"""Triangles compressed by Draco (KHR_draco_mesh_compression), by the extra `draco`."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Int64, Shaped

NEEDS = (
    "Draco's compression needs the extra `draco` (pip install 'bozzetto[draco]'), or write the file without it: "
    "`gltf-transform copy in.glb out.glb`"
)
"""What to do where the decoder is not installed."""


class DamagedDracoError(ValueError):
    """No stream of Draco with triangles, or a damaged one."""


@dataclass(frozen=True)
class DracoMesh:
    """What a stream holds."""

    faces: Int64[np.ndarray, "f 3"]
    attributes: Mapping[int, Shaped[np.ndarray, "v width"]]
    """By the number that glTF names them by; of the types that were encoded."""


def can_read_draco() -> bool:
    """Whether the decoder is installed."""
    return importlib.util.find_spec("DracoPy") is not None


def decode_draco(data: bytes) -> DracoMesh:
    """A stream's triangles.

    Raises:
        DamagedDracoError: it cannot be decoded, or the decoder is not installed.
    """
    if not can_read_draco():
        raise DamagedDracoError(NEEDS)
    import DracoPy

    try:
        found = DracoPy.decode(data)
    except Exception as error:  # the library's own exceptions have no common parent
        raise DamagedDracoError(str(error)[:200]) from error
    faces = getattr(found, "faces", None)
    if faces is None:
        raise DamagedDracoError("it holds points and no triangles")
    attributes = {}
    for entry in found.attributes:
        values = np.asarray(entry["data"])
        attributes[int(entry["unique_id"])] = values[:, None] if values.ndim == 1 else values
    return DracoMesh(np.asarray(faces, np.int64).reshape(-1, 3), attributes)

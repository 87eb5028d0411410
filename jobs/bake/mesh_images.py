"""Pictures of a mesh file with alpha: a turn in three-quarter view, for thumbnails."""

import math
import os
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bozzetto.export.files.glb import BrokenFileError
from bozzetto.export.files.read import read_source
from bozzetto.export.mesh.raster import rasterize
from bozzetto.jobs.config.errors import ExportError

FIRST_AZIMUTH = math.radians(35.0)
ELEVATION = math.radians(20.0)
LIGHT = (0.4, 0.6, 0.7)
AMBIENT = 0.55
RADIUS = 0.97
"""Of the mesh in the picture; 1 touches its border."""


def mesh_turn(path: str | os.PathLike[str], frames: int, edge: int) -> NDArray[np.uint8]:
    """Renders a turn of a mesh that fills the picture; the first frame is the three-quarter view.

    Args:
        path: of a mesh that `bozzetto export` reads.
        frames: of the turn, at least 1.
        edge: pixels along a side.
    Returns:
        [N, edge, edge, 4] uint8, straight alpha.
    Raises:
        ExportError: the file cannot be read.
    """
    try:
        source = read_source(path)
    except (BrokenFileError, ValueError) as error:
        raise ExportError(f"cannot show {os.fspath(path)}: {error}") from error
    mesh = source.mesh
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    center = (low + high) / 2
    scale = RADIUS / max(float(np.linalg.norm(mesh.vertices - center, axis=1).max()), 1e-12)
    colors = None
    if source.color_fn is not None:
        colors = (source.color_fn(mesh.vertices).clip(0, 1) * 255 + 0.5).astype(np.uint8)
    mesh = replace(mesh, vertices=((mesh.vertices - center) * scale).astype(np.float32), colors=colors)
    pictures = np.empty((frames, edge, edge, 4), np.uint8)
    for n in range(frames):
        azimuth = FIRST_AZIMUTH + 2 * math.pi * n / frames
        view = rasterize(mesh, azimuth, ELEVATION, edge, edge, light=LIGHT, ambient=AMBIENT)
        alpha = view.alpha[0][..., None]
        rgba = np.concatenate([view.rgb[0] / alpha.clip(1e-4), alpha], -1)
        pictures[n] = (rgba.clip(0, 1) * 255 + 0.5).astype(np.uint8)
    return pictures

"""Pictures of a mesh file with alpha: a turn in three-quarter view, for thumbnails."""

import math
import os
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bozzetto.export.files.glb import BrokenFileError
from bozzetto.export.files.read import read_source
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, rasterize
from bozzetto.jobs.config.errors import ExportError

FIRST_AZIMUTH = math.radians(35.0)
ELEVATION = math.radians(20.0)
LIGHT = (0.4, 0.6, 0.7)
AMBIENT = 0.55
REACH = 0.92
"""How far the mesh reaches from the middle of the picture in the frame that shows most of it; 1 is the border."""


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
    azimuths = FIRST_AZIMUTH + 2 * math.pi * np.arange(frames) / frames
    scale = _scale(mesh.vertices - center, azimuths)
    colors = None
    if source.color_fn is not None:
        colors = (source.color_fn(mesh.vertices).clip(0, 1) * 255 + 0.5).astype(np.uint8)
    mesh = replace(mesh, vertices=((mesh.vertices - center) * scale).astype(np.float32), colors=colors)
    pictures = np.empty((frames, edge, edge, 4), np.uint8)
    for n, azimuth in enumerate(azimuths):
        view = rasterize(mesh, azimuth, ELEVATION, edge, edge, light=LIGHT, ambient=AMBIENT)
        alpha = view.alpha[0][..., None]
        rgba = np.concatenate([view.rgb[0] / alpha.clip(1e-4), alpha], -1)
        pictures[n] = (rgba.clip(0, 1) * 255 + 0.5).astype(np.uint8)
    return pictures


def _scale(vertices: NDArray[np.floating], azimuths: NDArray[np.floating]) -> float:
    """What vertices [V, 3] around the origin are multiplied by, so that they reach REACH in the frames' pictures."""
    scale = 1.0 / max(float(np.linalg.norm(vertices, axis=1).max()), 1e-12)
    # Nearer is larger, so the reach is not proportional to the scale: a second look corrects the first.
    for _ in range(2):
        scale *= REACH / max(max(_reach(vertices * scale, azimuth) for azimuth in azimuths), 1e-12)
    return scale


def _reach(vertices: NDArray[np.floating], azimuth: float) -> float:
    """How far vertices [V, 3] reach from the middle of the picture that `rasterize` draws; 1 is its border."""
    out = math.sin(azimuth) * vertices[:, 0] + math.cos(azimuth) * vertices[:, 2]
    right = math.cos(azimuth) * vertices[:, 0] - math.sin(azimuth) * vertices[:, 2]
    up = math.cos(ELEVATION) * vertices[:, 1] - math.sin(ELEVATION) * out
    depth = PRIOR_DISTANCE - math.cos(ELEVATION) * out - math.sin(ELEVATION) * vertices[:, 1]
    return float((np.maximum(abs(right), abs(up)) / depth).max() / math.tan(PRIOR_FOVY / 2))

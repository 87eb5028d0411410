"""Turntable animations of a mesh, and of what it was made from."""

from __future__ import annotations

import importlib.util
import io
import math
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import numba
import numpy as np
from jaxtyping import UInt8
from numpy.typing import ArrayLike
from PIL import Image

from bozzetto.atomic import write_bytes
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, rasterize
from bozzetto.export.texture.compare import ViewFn

KEY_LIGHT = (0.4, 0.6, 0.7)
ELEVATION = math.radians(15.0)
SECONDS_PER_TURN = 4.0


def turntable_frames(
    mesh: Mesh,
    *,
    n_frames: int = 36,
    size: int = 320,
    elevation: float = ELEVATION,
    distance: float = PRIOR_DISTANCE,
    fovy: float = PRIOR_FOVY,
    supersample: int = 2,
    light: ArrayLike | None = KEY_LIGHT,
    ambient: float = 0.55,
    background: ArrayLike = 1.0,
    threads: int = 0,
    progress: Callable[[float], None] | None = None,
) -> UInt8[np.ndarray, "{n_frames} {size} {size} 3"]:
    """Renders a full turn, starting at the front; the camera moves towards +X.

    Args:
        mesh: any mesh.
        n_frames: frames of the turn.
        size: pixels along a side.
        elevation: radians.
        distance: metres from the origin.
        fovy: radians.
        supersample: samples along each side of a pixel.
        light: direction to the light in the camera's frame; None gives the plain albedo.
        ambient: in [0, 1].
        background: grey or [3], in [0, 1].
        threads: that draw frames; 0 takes as many as kernels have.
        progress: called with the fraction done.

    Returns:
        [N, size, size, 3] uint8.
    """
    frames = np.empty((n_frames, size, size, 3), np.uint8)

    def draw(i: int) -> None:
        view = rasterize(
            mesh, 2 * math.pi * i / n_frames, elevation, size, size,
            distance=distance, fovy=fovy, supersample=supersample, light=light, ambient=ambient,
        )  # fmt: skip
        frames[i] = view.over(background)[0]

    with ThreadPoolExecutor(threads or numba.get_num_threads()) as pool:
        drawn = [pool.submit(draw, i) for i in range(n_frames)]
        try:
            for i, frame in enumerate(drawn):
                frame.result()
                if progress is not None:
                    progress((i + 1) / n_frames)
        finally:
            for frame in drawn:
                frame.cancel()
    return frames


def turntable_of_views(
    view_fn: ViewFn,
    *,
    n_frames: int = 36,
    size: int = 320,
    elevation: float = ELEVATION,
    progress: Callable[[float], None] | None = None,
) -> UInt8[np.ndarray, "{n_frames} {size} {size} 3"]:
    """The same turn of what can be rendered from any side, in plain albedo on white.

    Args:
        view_fn: (azimuth, elevation, pixels) -> premultiplied colour [H, W, 3] and opacity [H, W], in [0, 1]; radians.
        n_frames: frames of the turn.
        size: pixels along a side.
        elevation: radians.
        progress: called with the fraction done.

    Returns:
        [N, size, size, 3] uint8.
    """
    frames = np.empty((n_frames, size, size, 3), np.uint8)
    for i in range(n_frames):
        color, opacity = view_fn(2 * math.pi * i / n_frames, elevation, size)
        frames[i] = ((color + (1 - opacity[..., None])).clip(0, 1) * 255 + 0.5).astype(np.uint8)
        if progress is not None:
            progress((i + 1) / n_frames)
    return frames


def write_turntable(frames: UInt8[np.ndarray, "n h w 3"], folder: str | os.PathLike[str], stem: str) -> list[Path]:
    """Writes a turn that takes SECONDS_PER_TURN as ``stem``.webp and, where PyAV is installed, as ``stem``.mp4.

    Args:
        frames: [N, H, W, 3] uint8.
        folder: must exist.
        stem: the files' name without an ending.

    Returns:
        The paths.
    """
    fps = max(1.0, len(frames) / SECONDS_PER_TURN)
    written = [write_webp(frames, Path(folder) / f"{stem}.webp", fps=fps)]
    if mp4_available():
        written.append(write_mp4(frames, Path(folder) / f"{stem}.mp4", fps=fps))
    return written


def write_webp(
    frames: UInt8[np.ndarray, "n h w 3"], path: str | os.PathLike[str], *, fps: float = 12.0, quality: int = 80
) -> Path:
    """Writes an endless animated WebP, whole or not at all.

    Args:
        frames: [N, H, W, 3] uint8.
        path: of the file; its folder must exist.
        fps: frames a second.
        quality: 0 to 100.

    Returns:
        The path.
    """
    return write_bytes(path, webp_bytes(frames, fps=fps, quality=quality))


def webp_bytes(frames: UInt8[np.ndarray, "n h w 3"], *, fps: float = 12.0, quality: int = 80) -> bytes:
    """An endless animated WebP.

    Args:
        frames: [N, H, W, 3] uint8.
        fps: frames a second.
        quality: 0 to 100.

    Returns:
        The bytes of the file.
    """
    if len(frames) == 0:
        raise ValueError("an animation needs at least one frame")
    images = [Image.fromarray(frame) for frame in frames]
    buffer = io.BytesIO()
    images[0].save(
        buffer, "WEBP", save_all=True, append_images=images[1:], duration=round(1000 / fps), loop=0,
        quality=quality, method=2,
    )  # fmt: skip
    return buffer.getvalue()


def mp4_available() -> bool:
    """Whether `write_mp4` can work here."""
    return importlib.util.find_spec("av") is not None


def write_mp4(frames: UInt8[np.ndarray, "n h w 3"], path: str | os.PathLike[str], *, fps: float = 24.0) -> Path:
    """Writes an H.264 MP4 that browsers play, whole or not at all.

    Args:
        frames: [N, H, W, 3] uint8; odd sides lose a pixel, which the format asks for.
        path: of the file; its folder must exist.
        fps: frames a second.

    Returns:
        The path.

    Raises:
        ImportError: PyAV is not installed.
    """
    if not mp4_available():
        raise ImportError("MP4 needs PyAV: pip install 'bozzetto[video]' (an animated WebP needs nothing more)")
    if len(frames) == 0:
        raise ValueError("an animation needs at least one frame")
    import av

    height, width = frames.shape[1] // 2 * 2, frames.shape[2] // 2 * 2
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as movie:
        stream = movie.add_stream("libx264", rate=Fraction(fps).limit_denominator(1000), options={"crf": "20"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for frame in frames:
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame[:height, :width]), format="rgb24")
            movie.mux(stream.encode(picture))
        movie.mux(stream.encode())
    write_bytes(path, buffer.getvalue())
    return Path(path)

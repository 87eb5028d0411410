"""Small pictures of runs, made once and kept in $BOZZETTO_HOME/cache/thumbs as WebP."""

import base64
import contextlib
import hashlib
import io
import os
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bozzetto.atomic import write_bytes
from bozzetto.jobs.store.runs import STILLS, Run
from bozzetto.viewer.field_renderer import FieldRenderer
from bozzetto.viewer.store import Store, ignore_disk_errors

EDGE = 224
MAX_FILES = 6000
MAX_PIXELS = 50_000_000
MAX_MESH_BYTES = 60_000_000
TURN_FRAMES, TURN_EDGE = 12, 224
WHITE_TOLERANCE = 14
"""A still's ground may differ by so much from white, in levels."""
BORDER = 3
"""Pixels at the edge of what stands on a white ground in which the ground shows through."""
PALE = 60.0
"""A colour so near to white, by its distance in levels, is told from the ground by where it lies only."""


def thumbnail(store: Store, name: str, edge: int = EDGE) -> bytes | None:
    """A square WebP of a run, its white ground transparent: its front still, or the front of its latest preview; None
    when there is neither.

    Args:
        store: the store that the run is in.
        name: of the run.
        edge: height and width in pixels.
    """
    source = front_picture(store.run(name))
    return None if source is None else clear_picture(store, source[0], source[1], first=True, edge=edge)


def clear_picture(store: Store, path: Path, views: int = 1, first: bool = False, edge: int = EDGE) -> bytes | None:
    """A picture of a run on white as WebP, its ground transparent; kept on disk. None where it cannot be read.

    Args:
        store: the store that the run is in.
        path: of the picture.
        views: squares that lie beside each other in it.
        first: whether only the first of them is wanted.
        edge: greatest height of the result in pixels; the height, where only the first is wanted.
    """
    try:
        stamp = path.stat()
    except OSError:
        return None
    cached = _cache_file(store, f"{path}\n{stamp.st_mtime_ns}\n{stamp.st_size}\n{edge} {views} {first}\nclear 2")
    try:
        return cached.read_bytes()
    except OSError:
        data = _clear(path, edge, views, first)
    if data is not None:
        _keep(cached, data)
    return data


def turn_strip(store: Store, name: str, renderer: FieldRenderer, want: bool) -> tuple[bytes | None, bool]:
    """A turn of a run's mesh, TURN_FRAMES beside each other with alpha; kept on disk.

    Args:
        store: the store that the run is in.
        name: of the run.
        renderer: draws it.
        want: whether it shall be drawn, where it is not there.
    Returns:
        (the strip as WebP or None, whether there is nothing to wait for).
    """
    mesh = store.run(name).mesh
    if mesh is None:
        return None, True
    try:
        stamp = mesh.stat()
    except OSError:
        return None, True
    if stamp.st_size > MAX_MESH_BYTES:
        return None, True
    cached = _cache_file(store, f"turn {name} {stamp.st_mtime_ns} {stamp.st_size} {TURN_FRAMES} {TURN_EDGE} fit 2")
    with contextlib.suppress(OSError):
        return cached.read_bytes(), True
    if not want:
        return None, False
    picture = renderer.request_turn(mesh.absolute(), TURN_FRAMES, TURN_EDGE)
    if picture is None:
        return None, False
    if picture.problem:
        return None, True
    _keep(cached, picture.data)
    return picture.data, True


def first_frame(strip: bytes, store: Store | None = None) -> bytes:
    """The first frame of a strip of square frames, as WebP.

    Args:
        strip: WebP.
        store: where it is kept for the next time.
    """
    cached = None if store is None else _cache_file(store, f"first {hashlib.sha256(strip).hexdigest()}")
    if cached is not None:
        with contextlib.suppress(OSError):
            return cached.read_bytes()
    with Image.open(io.BytesIO(strip)) as image:
        data = io.BytesIO()
        image.crop((0, 0, image.height, image.height)).save(data, "WEBP", quality=86)
    if cached is not None:
        _keep(cached, data.getvalue())
    return data.getvalue()


def front_picture(run: Run) -> tuple[Path, int] | None:
    """The picture that shows a run from the front, and how many views lie beside each other in it."""
    still = run.path / "view_front.png"
    if still.is_file():
        return still, 1
    previews = run.previews
    return (previews[-1], len(STILLS)) if previews else None


def read_picture(path: Path) -> bytes | None:
    """The bytes of a PNG or WebP, or None when there is none or it is damaged."""
    try:
        data = path.read_bytes()
        with Image.open(io.BytesIO(data), formats=("PNG", "WEBP")) as image:
            image.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return data


def data_uri(data: bytes, kind: str = "image/webp") -> str:
    """Bytes as a `data:` address, for pages that stand alone."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def without_ground(image: Image.Image) -> Image.Image:
    """A picture on white, with what is white from its corners inwards made transparent."""
    marked = image.copy()
    key = (255, 0, 254)
    width, height = image.size
    for corner in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)):
        pixel = marked.getpixel(corner)
        if isinstance(pixel, tuple) and min(pixel) >= 255 - WHITE_TOLERANCE:
            ImageDraw.floodfill(marked, corner, key, thresh=2 * WHITE_TOLERANCE)
    ground = np.where((np.asarray(marked) == key).all(-1), 0, 255).astype(np.uint8)
    near = np.asarray(Image.fromarray(ground).filter(ImageFilter.MinFilter(2 * BORDER + 1))) == 0
    pixels = np.asarray(image.convert("RGB"), np.float32)
    # At the border the ground shows through: what is there is as opaque as it is far from white, beside what lies next
    # to it and is farthest from white, whose colour it takes. Else it would be a halo on any other ground.
    distance = np.linalg.norm(255.0 - pixels, axis=-1)
    farthest, colour = distance, pixels
    for dy in range(-BORDER, BORDER + 1):
        for dx in range(-BORDER, BORDER + 1):
            other = np.roll(distance, (dy, dx), (0, 1))
            farther = other > farthest
            colour = np.where(farther[..., None], np.roll(pixels, (dy, dx), (0, 1)), colour)
            farthest = np.maximum(farthest, other)
    opacity = np.where(farthest < PALE, ground / 255.0, np.clip(distance / np.maximum(farthest, 1.0), 0.0, 1.0))
    alpha = np.where(near, np.where(ground == 0, 0.0, opacity), 1.0) * 255.0
    rgba = np.concatenate([np.where(near[..., None], colour, pixels), alpha[..., None]], axis=-1)
    return Image.fromarray(rgba.round().astype(np.uint8), "RGBA")


def _clear(path: Path, edge: int, views: int, first: bool) -> bytes | None:
    """A picture of `views` squares beside each other, or the first of them, without their ground: WebP."""
    try:
        with Image.open(path, formats=("PNG", "WEBP")) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            width = max(1, image.width // views)
            # No larger than it is: the page scales it as well.
            side = edge if first else min(edge, max(width, image.height))
            kept = 1 if first else views
            strip = Image.new("RGBA", (kept * side, side))
            for n in range(kept):
                view = image.convert("RGB").crop((n * width, 0, (n + 1) * width, image.height))
                small = ImageOps.pad(view, (side, side), Image.Resampling.LANCZOS, color="white")
                strip.paste(without_ground(small), (n * side, 0))
            data = io.BytesIO()
            strip.save(data, "WEBP", quality=84, method=4)
            return data.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _cache_file(store: Store, key: str) -> Path:
    return store.folder / "cache" / "thumbs" / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.webp"


def _keep(cached: Path, data: bytes) -> None:
    with ignore_disk_errors():
        cached.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(cached, data)
        _trim(cached.parent)


def _trim(folder: Path) -> None:
    """Keeps the newest two thirds when there are too many; looked at only now and then."""
    if os.urandom(1)[0] >= 8:
        return
    files = sorted((item.stat().st_mtime, item.path) for item in os.scandir(folder) if item.name.endswith(".webp"))
    if len(files) > MAX_FILES:
        for _, path in files[: len(files) - MAX_FILES * 2 // 3]:
            os.unlink(path)

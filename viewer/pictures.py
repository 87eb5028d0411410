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
from bozzetto.jobs.store.runs import Run
from bozzetto.viewer.field_renderer import FieldRenderer
from bozzetto.viewer.store import Store, ignore_disk_errors

EDGE = 224
MAX_FILES = 6000
MAX_PIXELS = 50_000_000
MAX_MESH_BYTES = 60_000_000
TURN_FRAMES, TURN_EDGE = 12, 224
WHITE_TOLERANCE = 14
"""A still's ground may differ by so much from white, in levels."""


def thumbnail(store: Store, name: str, edge: int = EDGE) -> bytes | None:
    """A square WebP of a run, its white ground transparent: its front still, or the front of its latest preview; None
    when there is neither.

    Args:
        store: the store that the run is in.
        name: of the run.
        edge: height and width in pixels.
    """
    source = front_picture(store.run(name))
    if source is None:
        return None
    path, part = source
    try:
        stamp = path.stat()
    except OSError:
        return None
    cached = _cache_file(store, f"{name}\n{path.name}\n{stamp.st_mtime_ns}\n{stamp.st_size}\n{edge}\nclear")
    try:
        return cached.read_bytes()
    except OSError:
        data = _small(path, part, edge)
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
    cached = _cache_file(store, f"turn {name} {stamp.st_mtime_ns} {stamp.st_size} {TURN_FRAMES} {TURN_EDGE}")
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


def front_picture(run: Run) -> tuple[Path, float] | None:
    """The picture that shows a run from the front, and the part of its width that does: all, or a quarter."""
    still = run.path / "view_front.png"
    if still.is_file():
        return still, 1.0
    previews = run.previews
    return (previews[-1], 0.25) if previews else None


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


def square_webp(image: Image.Image, edge: int, quality: int = 82) -> bytes:
    """An image as a square WebP, fitted and centred on white."""
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    small = ImageOps.contain(flat, (edge, edge), Image.Resampling.LANCZOS)
    square = ImageOps.pad(small, (edge, edge), color="white")
    data = io.BytesIO()
    square.save(data, "WEBP", quality=quality, method=4)
    return data.getvalue()


def without_ground(image: Image.Image) -> Image.Image:
    """A picture on white, with what is white from its corners inwards made transparent."""
    marked = image.copy()
    key = (255, 0, 254)
    width, height = image.size
    for corner in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)):
        pixel = marked.getpixel(corner)
        if isinstance(pixel, tuple) and min(pixel) >= 255 - WHITE_TOLERANCE:
            ImageDraw.floodfill(marked, corner, key, thresh=2 * WHITE_TOLERANCE)
    ground = Image.fromarray(np.where((np.asarray(marked) == key).all(-1), 0, 255).astype(np.uint8))
    # What is left of the ground at the border would be a halo.
    ground = ground.filter(ImageFilter.MinFilter(5)).filter(ImageFilter.GaussianBlur(0.8))
    clear = image.convert("RGBA")
    clear.putalpha(ground)
    return clear


def _small(path: Path, part: float, edge: int) -> bytes | None:
    try:
        with Image.open(path, formats=("PNG", "WEBP")) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            whole = image.convert("RGB").crop((0, 0, max(1, int(image.width * part)), image.height))
            small = ImageOps.pad(whole, (edge, edge), Image.Resampling.LANCZOS, color="white")
            data = io.BytesIO()
            without_ground(small).save(data, "WEBP", quality=82, method=4)
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

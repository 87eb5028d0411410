"""Small pictures of runs, made once and kept in $BOZZETTO_HOME/cache/thumbs as WebP."""

import base64
import hashlib
import io
import os
from pathlib import Path

from PIL import Image, ImageOps

from bozzetto.atomic import write_bytes
from bozzetto.jobs.store.runs import Run
from bozzetto.viewer.store import Store, ignore_disk_errors

EDGE = 224
MAX_FILES = 6000
MAX_PIXELS = 50_000_000


def thumbnail(store: Store, name: str, edge: int = EDGE) -> bytes | None:
    """A square WebP of a run: its front still, or the front of its latest preview; None when there is neither.

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
    key = hashlib.sha256(f"{name}\n{path.name}\n{stamp.st_mtime_ns}\n{stamp.st_size}\n{edge}".encode()).hexdigest()[:32]
    cached = store.folder / "cache" / "thumbs" / f"{key}.webp"
    try:
        return cached.read_bytes()
    except OSError:
        data = _small(path, part, edge)
    if data is not None:
        with ignore_disk_errors():
            cached.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(cached, data)
            _trim(cached.parent)
    return data


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


def _small(path: Path, part: float, edge: int) -> bytes | None:
    try:
        with Image.open(path, formats=("PNG", "WEBP")) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            whole = image.convert("RGBA" if "A" in image.mode else "RGB")
            return square_webp(whole.crop((0, 0, max(1, int(whole.width * part)), whole.height)), edge)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _trim(folder: Path) -> None:
    """Keeps the newest two thirds when there are too many; looked at only now and then."""
    if os.urandom(1)[0] >= 8:
        return
    files = sorted((item.stat().st_mtime, item.path) for item in os.scandir(folder) if item.name.endswith(".webp"))
    if len(files) > MAX_FILES:
        for _, path in files[: len(files) - MAX_FILES * 2 // 3]:
            os.unlink(path)

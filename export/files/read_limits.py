"""What a file from outside may ask of this machine, and which files it may name.

Counts are held against `ReadLimits` before anything is decoded; pictures by what their header says. Files that a mesh
names are read from its own folder and below, never elsewhere. Pillow is told which formats it may open: it knows some
forty, and a few of them start other programs.
"""

from __future__ import annotations

import base64
import binascii
import io
import os
import stat
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import numpy as np
from jaxtyping import UInt8
from PIL import Image, UnidentifiedImageError

from bozzetto.export.files.read_ktx2 import decode_ktx2, is_ktx2, ktx2_size

PICTURE_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TGA", "TIFF", "GIF")
"""What Pillow may decode of a texture."""
MOST_FILES_SEARCHED = 4000


class UnreadableMeshError(ValueError):
    """A file is damaged, too large, of an unknown kind, or names files outside its folder."""


@dataclass(frozen=True)
class ReadLimits:
    """What a file may ask of this machine."""

    max_bytes: int = 1 << 29
    """Bytes of each file."""
    max_total_bytes: int = 1 << 31
    """Bytes of all files together, those that the first one names included."""
    max_faces: int = 5_000_000
    """Triangles, all instances together."""
    max_vertices: int = 10_000_000
    """Vertices, all instances together."""
    max_pixels: int = 8192 * 8192
    """Pixels of each picture."""
    max_decoded_pixels: int = 1 << 30
    """Pixels of all pictures that are decoded."""
    max_kept_pixels: int = 1 << 28
    """Pixels of all pictures in memory; past it pictures are kept at half their sides, and that is said."""
    max_nodes: int = 20_000
    """Nodes, parts or materials of a scene."""
    max_json: int = 1 << 26
    """Bytes of a glTF's JSON."""
    max_corners: int = 16_384
    """Corners of a polygon."""
    max_seconds: float = 120.0
    """Time for reading."""


def raised_limits(changes: Sequence[str]) -> ReadLimits:
    """The usual limits with some of them changed.

    Args:
        changes: such as `max_faces=20000000`, by the names of `ReadLimits`.

    Raises:
        UnreadableMeshError: an unknown name, or no positive number.
    """
    known = {entry.name: entry.type for entry in fields(ReadLimits)}
    changed: dict[str, float] = {}
    for change in changes:
        name, _, text = change.partition("=")
        try:
            value = float(text)
        except ValueError:
            value = 0.0
        if name not in known or not 0 < value < 1e18:
            raise UnreadableMeshError(
                f"a limit is a name and a positive number, such as max_faces=20000000, got {printable(change, 60)}; "
                f"names are {', '.join(known)}"
            )
        changed[name] = value if name == "max_seconds" else int(value)
    return replace(ReadLimits(), **changed)  # type: ignore[arg-type]


def too_many(what: str, count: int, most: int) -> UnreadableMeshError:
    """The error for a count past its limit."""
    return UnreadableMeshError(f"the file claims {count} {what}; at most {most} are read")


@dataclass
class Reading:
    """One file being read: its limits, what was spent of them, and what is to be said about it."""

    path: Path
    limits: ReadLimits
    notes: dict[str, None] = field(default_factory=dict)
    """What the user is told, in order and once each."""
    started: float = field(default_factory=time.monotonic)
    spent_bytes: int = 0
    decoded_pixels: int = 0
    kept_pixels: int = 0

    def note(self, text: str) -> None:
        """Adds to what the user is told."""
        self.notes.setdefault(text)

    def check_time(self) -> None:
        """Raises UnreadableMeshError once reading takes too long."""
        if time.monotonic() - self.started > self.limits.max_seconds:
            raise UnreadableMeshError(
                f"{self.path.name} takes longer to read than {self.limits.max_seconds:g} s (--limit max_seconds=...)"
            )

    def check_counts(self, faces: int, vertices: int) -> None:
        """Raises UnreadableMeshError where there are more than may be read."""
        if vertices > self.limits.max_vertices:
            raise too_many("vertices", vertices, self.limits.max_vertices)
        if faces > self.limits.max_faces:
            raise too_many("triangles", faces, self.limits.max_faces)

    def read(self, path: Path) -> bytes:
        """A whole file, if it is one and not too large.

        Raises:
            UnreadableMeshError: it is empty, no plain file, or too large.
            OSError: it cannot be opened.
        """
        # Not blocking: opening a pipe to read would wait for its writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise UnreadableMeshError(f"{path} is no plain file")
        with os.fdopen(handle, "rb") as file:
            most = min(self.limits.max_bytes, self.limits.max_total_bytes - self.spent_bytes)
            data = file.read(max(most, 0) + 1)
        if len(data) > most:
            what = "the most that is read" if most == self.limits.max_bytes else "what is left for all files together"
            raise UnreadableMeshError(f"{path} is larger than {most} bytes, {what}")
        if not data:
            raise UnreadableMeshError(f"{path} is empty")
        self.spent_bytes += len(data)
        self.check_time()
        return data

    def inside(self, name: str, folder: Path | None = None) -> Path:
        """The file that a name means, if it lies in the mesh's folder or below.

        Args:
            name: a relative path or URI; backslashes are slashes.
            folder: that it is relative to; the mesh's by default.

        Raises:
            UnreadableMeshError: it is absolute, has a scheme, or leads outside.
        """
        root, shown = self.path.parent.resolve(), printable(name)
        parts = urlsplit(name)
        # One letter is a Windows drive, which is no better than a scheme here.
        if parts.scheme or parts.netloc:
            raise UnreadableMeshError(f"the file refers to {shown}; only files in its own folder are read")
        try:
            plain = unquote(name).replace("\\", "/")
            path = ((folder or root) / plain).resolve()
            # Spaces at the ends are rarely meant.
            if plain != plain.strip() and not (path.is_relative_to(root) and path.exists()):
                path = ((folder or root) / plain.strip()).resolve()
            path.is_file()  # raises for a name that is longer than the system's may be
        except OSError as error:
            raise UnreadableMeshError(f"the file refers to {shown}, which is no path: {error.strerror}") from error
        except (ValueError, RuntimeError) as error:
            raise UnreadableMeshError(f"the file refers to {shown}, which is no path: {error}") from error
        if not path.is_relative_to(root):
            raise UnreadableMeshError(f"the file refers to {shown}, which lies outside its folder {root}")
        return path

    def find(self, name: str, folder: Path | None = None) -> Path | None:
        """The file that a name is meant to mean: beside the mesh, or of that name (in any case) somewhere below it.

        Names of other machines' disks (`C:\\\\tex\\\\wood.png`) and of folders that were not handed over
        (`../tex/wood.png`) are looked for by their last part.

        Returns:
            The file, or None where there is none in the mesh's folder or below.
        """
        root = self.path.parent.resolve()
        for base in (folder or root, root):
            for spelled in dict.fromkeys((name, unquote(name), name.strip(), unquote(name).strip())):
                try:
                    path = (base / spelled.replace("\\", "/")).resolve()
                    if path.is_relative_to(root) and path.is_file():
                        return path
                except (OSError, ValueError, RuntimeError):
                    pass
        last = name.strip().replace("\\", "/").rsplit("/", 1)[-1].casefold()
        searched = 0
        for where, folders, files in os.walk(root):
            folders.sort()
            for file in sorted(files):
                path = Path(where, file)
                # A link may lead anywhere; `is_file` follows it, `resolve` says where it ends.
                if file.casefold() == last and path.is_file() and path.resolve().is_relative_to(root):
                    return path
            searched += len(files) + len(folders)
            if searched > MOST_FILES_SEARCHED or len(Path(where).relative_to(root).parts) >= 3:
                folders.clear()
            if searched > MOST_FILES_SEARCHED:
                break
        return None

    def find_noted(self, name: str, what: str, folder: Path | None = None) -> Path | None:
        """As `find`; where there is no such file the user is told."""
        path = self.find(name, folder)
        if path is None:
            try:
                self.inside(name, folder)
                self.note(f"{what} {printable(name)} is not in the file's folder, and is left out")
            except UnreadableMeshError:
                self.note(f"{what} {printable(name)} lies outside of the file's folder, is not in it, and is left out")
        elif path.name != name.strip().replace("\\", "/").rsplit("/", 1)[-1] or not self._is_literal(name, folder):
            shown = path.relative_to(self.path.parent.resolve())
            self.note(f"{what} {printable(name)} was taken to be {printable(str(shown))}")
        return path

    def _is_literal(self, name: str, folder: Path | None) -> bool:
        try:
            return self.inside(name, folder).is_file()
        except (UnreadableMeshError, OSError):
            return False

    def picture(self, data: bytes, name: str) -> UInt8[np.ndarray, "h w channels"]:
        """A decoded picture, checked by its header before.

        Args:
            data: the file.
            name: what it is called in errors.

        Returns:
            [H, W, 3] or, where it has transparency, [H, W, 4] uint8.

        Raises:
            UnreadableMeshError: it is too large, damaged, or of a format that is not read.
        """
        self.check_time()
        try:
            if is_ktx2(data):
                self._check_picture(*ktx2_size(data), name)
                pixels = decode_ktx2(data)
            else:
                pixels = self._decoded(data, name)
        except Image.DecompressionBombError as error:
            raise UnreadableMeshError(f"picture {name}: {error}") from error
        except UnreadableMeshError:
            raise
        except Exception as error:  # decoders raise whatever they meet in a broken file
            raise UnreadableMeshError(f"picture {name} cannot be read: {type(error).__name__}: {error}") from error
        while (
            self.kept_pixels + pixels.shape[0] * pixels.shape[1] > self.limits.max_kept_pixels
            and min(pixels.shape[:2]) > 1
        ):
            self.note(f"the pictures have more than {self.limits.max_kept_pixels} pixels in all: some are read at half")
            pixels = np.ascontiguousarray(pixels[::2, ::2])
        self.kept_pixels += pixels.shape[0] * pixels.shape[1]
        return pixels

    def is_picture(self, data: bytes, name: str) -> bool:
        """Whether a file is a picture of a format that is read; where it is not, the user is told.

        Args:
            data: the file.
            name: what it is called in the note.
        """
        if is_ktx2(data):
            return True
        try:
            with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS):
                return True
        except UnidentifiedImageError:
            self.note(f"the picture {printable(name)} is of a format that is not read, and is left out")
            return False
        except Exception:  # it is one, and damaged or too large: `picture` says so
            return True

    def _decoded(self, data: bytes, name: str) -> UInt8[np.ndarray, "h w channels"]:
        with warnings.catch_warnings():
            # Pillow warns from a third of what it refuses; the limit here is ours, and was checked.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS) as image:
                self._check_picture(*image.size, name)
                return decoded(image)

    def _check_picture(self, width: int, height: int, name: str) -> None:
        """Counts a picture's pixels before it is decoded."""
        if width * height > self.limits.max_pixels:
            raise UnreadableMeshError(
                f"picture {name} has {width} x {height} pixels, more than {self.limits.max_pixels} in all"
            )
        self.decoded_pixels += width * height
        if self.decoded_pixels > self.limits.max_decoded_pixels:
            raise too_many("pixels in all its pictures", self.decoded_pixels, self.limits.max_decoded_pixels)


def decoded(image: Image.Image) -> UInt8[np.ndarray, "h w channels"]:
    """The pixels of an open picture, [H, W, 3] or [H, W, 4] uint8; colour profiles are ignored, as glTF asks for.

    Args:
        image: of any mode; 16 bits a channel are rounded to 8.
    """
    if image.mode in ("I", "I;16", "I;16B", "I;16L", "I;16N", "F"):
        values = np.asarray(image, np.float64)
        # 16-bit greyscale comes as whole numbers up to 65,535; floating-point pictures are taken as 0 to 1.
        gray = values / 257 if image.mode != "F" else values * 255
        gray = np.clip(np.round(np.nan_to_num(gray)), 0, 255).astype(np.uint8)
        return np.repeat(gray[..., None], 3, axis=2)
    has_alpha = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    return np.asarray(image.convert("RGBA" if has_alpha else "RGB"), np.uint8)


def data_uri(uri: str) -> bytes:
    """What a data URI (RFC 2397) holds."""
    try:
        head, body = uri.split(",", 1)
        if head.rstrip().endswith(";base64"):
            return base64.b64decode(unquote(body), validate=False)
        return unquote(body).encode("latin-1")
    except (ValueError, binascii.Error) as error:
        raise UnreadableMeshError(f"a data URI is damaged: {error}") from error


def printable(text: str, most: int = 120) -> str:
    """Text of a file, quoted and without anything that a terminal would obey."""
    shown = "".join(c if c.isprintable() else "?" for c in text)
    return repr(shown if len(shown) <= most else shown[: most - 3] + "...")

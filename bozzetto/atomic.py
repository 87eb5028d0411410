"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def atomic_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Opens a hidden temporary file beside `path`, which is flushed to the disk and renamed when the block ends well.

    Args:
        path: of the file; its folder must exist.

    Yields:
        A binary file, open for writing. After an error nothing is left of it and an old file is as it was.

    Raises:
        OSError: the folder is absent, not writable or full; `filename` is `path`.
    """
    path = Path(path)
    # Not by tempfile, whose files only their owner can read. A process that is killed leaves a .part behind.
    temporary: Path | None = path.with_name(f".{path.name[:40]}-{secrets.token_hex(6)}.part")
    assert temporary is not None
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        temporary = None
        _sync_folder(path.parent)
    except OSError as error:
        if error.errno is None:
            raise
        raise type(error)(error.errno, error.strerror, str(path)) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def write_bytes(path: str | os.PathLike[str], data: bytes | bytearray | memoryview) -> Path:
    """Writes a file by `atomic_file`.

    Args:
        path: of the file; its folder must exist.
        data: all of it.

    Returns:
        The path.

    Raises:
        OSError: it cannot be written; what stood at `path` still does.
    """
    with atomic_file(path) as file:
        file.write(data)
    return Path(path)


def _sync_folder(folder: Path) -> None:
    """Makes a rename last over a power cut, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

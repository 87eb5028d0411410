"""The part of the attack that takes the disk away under each write in turn; see `bozzetto.bench.attack`."""

from __future__ import annotations

import builtins
import contextlib
import errno
import functools
import io
import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bozzetto.bench.attack_runs import Base, Work, command_of
from bozzetto.bench.attack_trials import FAULT, HUNG, LOST, WHOLE, Outcome, Row, command, in_child, is_fault


class FailingDisk:
    """Python's writes, of which those from the n-th on meet a disk that has gone bad; to be used in a child.

    `full`: nothing more fits than what is given up; `read-only`: nothing can be opened for writing, renamed or removed;
    `failing`: the n-th write alone is an I/O error; `vanished`: the folder is gone.
    """

    def __init__(self, kind: str, at: int, folder: Path) -> None:
        self.kind, self.at, self.folder = kind, at, folder
        self.count, self.free = 0, 0
        self._real = {
            name: getattr(os, name) for name in ("open", "fdopen", "replace", "unlink", "remove", "mkdir", "fsync")
        }
        self._open = builtins.open

    def __enter__(self) -> FailingDisk:
        os.open = self._os_open
        os.fdopen = lambda handle, *args, **options: self._wrapped(self._real["fdopen"](handle, *args, **options))  # type: ignore[assignment]
        os.replace = self._replace  # type: ignore[assignment]
        os.unlink = os.remove = self._unlink
        os.mkdir = self._mkdir
        os.fsync = self._fsync  # type: ignore[assignment]
        # pathlib asks `io`, whose `open` is the same function.
        builtins.open = io.open = self._builtin_open  # type: ignore[assignment]
        return self

    def __exit__(self, *_: object) -> None:
        for name, real in self._real.items():
            setattr(os, name, real)
        builtins.open = io.open = self._open

    def _is_bad(self) -> bool:
        """Counts a write, and says whether the disk is bad for it."""
        self.count += 1
        if self.kind == "failing":
            return self.count == self.at
        if self.kind == "vanished" and self.count == self.at:
            os.rename(self.folder, f"{self.folder}-vanished")
        return self.count >= self.at and self.kind != "vanished"

    def _here(self, path: Any) -> bool:
        return not isinstance(path, int) and os.path.abspath(os.fspath(path)).startswith(str(self.folder))

    def _refuse(self, path: Any) -> None:
        if self._is_bad():
            number = {"full": errno.ENOSPC, "read-only": errno.EROFS, "failing": errno.EIO}[self.kind]
            raise OSError(number, os.strerror(number), os.fspath(path))

    def _os_open(self, path: Any, flags: int, *args: Any, **options: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and self._here(path) and self.kind != "full":
            self._refuse(path)
        return int(self._real["open"](path, flags, *args, **options))

    def _builtin_open(self, path: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        writes = any(letter in mode for letter in "wax+")
        if writes and self._here(path) and self.kind != "full":
            self._refuse(path)
        file = self._open(path, mode, *args, **options)
        return self._wrapped(file) if writes and self._here(path) else file

    def _wrapped(self, file: Any) -> Any:
        return _File(file, self) if self._here(_name_of(file)) and file.writable() else file

    def write(self, path: str, size: int) -> None:
        """Asks for room for so many bytes."""
        if self.kind == "full":
            if self._is_bad():
                if size > self.free:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
                self.free -= size
        elif self.kind != "read-only":
            self._refuse(path)

    def _fsync(self, handle: int) -> None:
        self._real["fsync"](handle)

    def _replace(self, source: Any, target: Any) -> None:
        if self._here(target):
            if self.kind != "full":
                self._refuse(target)
            elif os.path.exists(target):
                self.free += os.path.getsize(target)
        self._real["replace"](source, target)

    def _unlink(self, path: Any, *args: Any, **options: Any) -> None:
        if self._here(path) and os.path.lexists(path):
            if self.kind == "read-only":
                self._refuse(path)
            self.free += os.lstat(path).st_size
        self._real["unlink"](path, *args, **options)

    def _mkdir(self, path: Any, *args: Any, **options: Any) -> None:
        if self._here(path):
            self.write(os.fspath(path), 4096)
        self._real["mkdir"](path, *args, **options)


class _File:
    """A file whose writes ask the disk first."""

    def __init__(self, file: Any, disk: FailingDisk) -> None:
        self._file, self._disk = file, disk

    def write(self, data: Any) -> Any:
        self._disk.write(_name_of(self._file), len(data))
        return self._file.write(data)

    def __enter__(self) -> _File:
        self._file.__enter__()
        return self

    def __exit__(self, *error: Any) -> Any:
        return self._file.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __iter__(self) -> Any:
        return iter(self._file)


def _name_of(file: Any) -> str:
    name = getattr(file, "name", "")
    if isinstance(name, int):
        with contextlib.suppress(OSError):
            return os.readlink(f"/proc/self/fd/{name}")
    return name if isinstance(name, str) else ""


def attack_the_disk(
    base: Base,
    out: Path,
    most: int | None,
    shard: tuple[int, int],
    kinds: Sequence[str],
    commands: Sequence[str],
    most_seconds: float = float("inf"),
) -> Iterator[Row]:
    """Lets each write of a command meet a disk that has gone bad, and goes on once the disk is well.

    Args:
        base: what nobody disturbed. out: folder that is worked in.
        most: of the writes of a command, at most so many, evenly; None is every one.
        shard: (k, n), of those only the k-th of every n, from 0 on.
        kinds: ways in which the disk goes bad. commands: names of `Base.works`.
        most_seconds: after which no further trial of a command and a kind is begun.
    """
    for name in commands:
        work = base.works[name]
        for kind in kinds:
            begun = time.monotonic()
            row, folder = Row("disk", f"{kind}, {name}"), out / f"disk-{kind}-{name.replace(' ', '-')}"
            total, _, _ = in_child(functools.partial(_writes_of, work, kind, folder), base.limit(name))
            shutil.rmtree(folder, ignore_errors=True)
            if not total:
                raise ValueError(f"{name} writes nothing")
            count = total if most is None else min(most, total)
            for at in [1 + k * total // count for k in range(count)][shard[0] :: shard[1]]:
                if time.monotonic() - begun > most_seconds:
                    break
                start = time.monotonic()
                trial = functools.partial(_one_bad_disk, work, kind, at, folder, base)
                result, ended, _ = in_child(trial, 2 * base.limit(name))
                if ended is not None or result is None:
                    result = [HUNG, f"ended by signal {ended}"]
                row.count(Outcome(result[0], result[1], time.monotonic() - start), f"write {at} of {total}")
                shutil.rmtree(folder, ignore_errors=True)
            yield row


def _writes_of(work: Work, kind: str, folder: Path) -> int:
    """How many writes a command makes."""
    os.environ["BOZZETTO_HOME"] = str(folder / "home")
    folder.mkdir(parents=True)
    work.prepare(folder)
    with FailingDisk(kind, 1 << 60, folder) as disk:
        work.carry_out(folder)
    return disk.count


def _one_bad_disk(work: Work, kind: str, at: int, folder: Path, base: Base) -> tuple[str, str]:
    """One command on a disk that goes bad at a write: what it says, what `show` says, and what comes of going on."""
    os.environ["BOZZETTO_HOME"] = str(folder / "home")
    folder.mkdir(parents=True)
    work.prepare(folder)
    with FailingDisk(kind, at, folder):
        code, text = command_of(work, folder)
    if is_fault(text):
        return FAULT, text[-600:]
    gone = Path(f"{folder}-vanished")
    if gone.exists():
        shutil.rmtree(folder, ignore_errors=True)
        gone.rename(folder)
    run = folder / "run"
    if work.says_why and (run / "config.json").is_file():
        shown, lines = command(["show", str(run)])
        state = next((line for line in lines.splitlines() if line.startswith("state")), "")
        if is_fault(lines) or (shown != 0 and (run / "state.json").is_file()):
            return FAULT, f"show: {lines[-600:]}"
        # A disk that takes nothing, not even the reason, can only say it on the terminal.
        if code != 0 and kind == "full" and ": " not in state:
            return LOST, f"the reason did not reach show: {state!r}; {text[-200:]}"
    again, said = command_of(work, folder)
    if is_fault(said):
        return FAULT, f"going on: {said[-600:]}"
    if again != 0:
        return LOST, f"going on: {said[-300:]}"
    if work.digest(folder) != base.digests[work.name]:
        return LOST, f"other bits after write {at}"
    return WHOLE, json.dumps(text[-100:])

"""The parts of the attack that end runs and take their disk away; see `bozzetto.bench.attack`."""

from __future__ import annotations

import builtins
import contextlib
import errno
import functools
import hashlib
import io
import itertools
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bozzetto.bench.attack_trials import FAULT, HUNG, LOST, WHOLE, Outcome, Row, command, in_child, is_fault

PROMPT = "a red apple"
STEPS = 6
SETTINGS = (
    *("save.checkpoint_every=2", "save.preview_every=2", "save.metrics_every=1", "camera.views=2", "start.steps=5"),
    *("start.points=512", "field.levels=4", "field.log2_table=12", "field.max_resolution=32", "mesh.resolution=24"),
    *("mesh.coarse_resolution=16", "mesh.max_faces=300", "mesh.texture_size=64", "mesh.uv_time_limit=0"),
    *("mesh.match_views=0", "mesh.isolevel_pixels=24", "mesh.isolevel_views=2", "pictures.resolution=24"),
    *("pictures.turntable_frames=2", "render.resolution_late=0", "render.late_from=1"),
)
ARGUMENTS = (
    *("--preset=draft", f"--steps={STEPS}", "--threads=1", "--quiet"),
    *(f"--set={setting}" for setting in SETTINGS),
)
LIMIT_SECONDS = 120.0


@dataclass(frozen=True)
class Base:
    """A run that nobody disturbed."""

    run: Path
    """Its folder."""
    bits: str
    """Digest of its last checkpoint's tensors and of its mesh."""
    exported: str
    """Digest of the files of its export."""
    images: Path
    """Posed images."""
    fit_bits: str
    """As `bits`, of a reconstruction from them."""
    seconds: float
    """Of the run, in a process of its own."""


def make_base(out: Path) -> Base:
    """Makes the run that the others are compared with."""
    run, export, fitted, images = out / "base", out / "base-export", out / "base-fit", out / "base-images"
    write_images(images)

    def work() -> tuple[float, str]:
        os.environ["BOZZETTO_HOME"] = str(out / "home")
        start = time.monotonic()
        for arguments in (["generate", PROMPT, f"--out={run}", *ARGUMENTS], _export(run, export), _fit(images, fitted)):
            code, text = command(arguments)
            if code != 0:
                return 0.0, text
        return time.monotonic() - start, ""

    in_child(work, LIMIT_SECONDS)  # compiles and caches what is not yet
    for folder in (run, export, fitted):
        shutil.rmtree(folder, ignore_errors=True)
    result, ended, _ = in_child(work, LIMIT_SECONDS)
    if ended is not None or result is None or result[0] == 0:
        raise ValueError(f"a run that nobody disturbs does not end well: {result}")
    return Base(run, bits_of(run), files_digest(export), images, bits_of(fitted), result[0] / 2)


def write_images(folder: Path) -> None:
    """Posed images of a red disc, 16 pixels a side, with their transforms.json."""
    folder.mkdir()
    row, column = np.mgrid[:16, :16] - 7.5
    pixels = np.zeros((16, 16, 4), np.uint8)
    pixels[np.hypot(row, column) < 6] = (200, 20, 20, 255)
    frames = []
    for number in range(8):
        Image.fromarray(pixels).save(folder / f"r_{number}.png")
        c, s = float(np.cos(number * np.pi / 4)), float(np.sin(number * np.pi / 4))
        matrix = [[c, 0.0, s, 4 * s], [0.0, 1.0, 0.0, 0.0], [-s, 0.0, c, 4 * c], [0.0, 0.0, 0.0, 1.0]]
        frames.append({"file_path": f"./r_{number}.png", "transform_matrix": matrix})
    (folder / "transforms.json").write_text(json.dumps({"camera_angle_x": 0.7, "frames": frames}))


def bits_of(run: Path) -> str:
    """Digest of the tensors of a run's last checkpoint and of its mesh; empty where one is missing."""
    from bozzetto.jobs.store.checkpoint import load_checkpoint
    from bozzetto.jobs.store.runs import Run

    checkpoint, _ = load_checkpoint(Run(run))
    mesh = run / "mesh.glb"
    if checkpoint is None or checkpoint.step != STEPS or not mesh.is_file():
        return ""
    digest = hashlib.sha256(mesh.read_bytes())
    for name in sorted(checkpoint.tensors):
        digest.update(name.encode())
        digest.update(checkpoint.tensors[name].numpy().tobytes())
    return digest.hexdigest()[:16]


def files_digest(folder: Path) -> str:
    """Digest of the meshes and pictures in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*")):
        if path.suffix in (".glb", ".obj", ".stl", ".png"):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _export(run: Path, folder: Path) -> list[str]:
    return ["export", str(run), f"--out={folder}", "--format=glb,obj,stl", "--quiet"]


def _fit(images: Path, folder: Path) -> list[str]:
    settings = [argument for argument in ARGUMENTS if not argument.startswith("--preset")]
    return ["fit", str(images), f"--out={folder}", "--up=y", *settings, "--set=fit.rays=64"]


def attack_by_kills(
    base: Base, out: Path, trials: int, chance: random.Random, commands: Sequence[str]
) -> Iterator[Row]:
    """Ends commands and changes of the gallery at random moments, and goes on with them."""
    attempts = {
        "generate": _kill_generate,
        "export": _kill_export,
        "fit": _kill_fit,
        "worker": _kill_worker,
        "two workers": _kill_one_of_two_workers,
        "gallery": _kill_gallery,
    }
    for what in commands:
        attempt = attempts[what]
        row = Row("kills", what)
        for number in range(trials):
            kills = [
                (chance.uniform(0, base.seconds * 1.1), chance.choice(["KILL", "KILL", "TERM", "INT"]))
                for _ in range(chance.randint(1, 3))
            ]
            folder = out / f"{what}-{number}"
            start = time.monotonic()
            kind, text = attempt(base, folder, kills)
            outcome = Outcome(kind, text, time.monotonic() - start)
            row.count(outcome, ", ".join(f"{name} after {after:.2f} s" for after, name in kills))
            if kind == WHOLE:
                shutil.rmtree(folder, ignore_errors=True)
        yield row


def _kill_generate(base: Base, folder: Path, kills: list[tuple[float, str]]) -> tuple[str, str]:
    run = folder / "run"

    def arguments() -> list[str]:
        # What was killed before it had made the run's folder is begun again.
        if (run / "config.json").is_file():
            return ["resume", str(run), "--quiet"]
        shutil.rmtree(run, ignore_errors=True)
        return ["generate", PROMPT, f"--out={run}", *ARGUMENTS]

    kind, text = _killed_and_gone_on(folder, arguments, kills)
    return _judged(kind, text, run, base.bits)


def _kill_export(base: Base, folder: Path, kills: list[tuple[float, str]]) -> tuple[str, str]:
    run = folder / "run"
    shutil.copytree(base.run, run)
    kind, text = _killed_and_gone_on(folder, lambda: _export(run, folder / "out"), kills)
    if kind == WHOLE and files_digest(folder / "out") != base.exported:
        return LOST, "the files are not those of an export that nobody ended"
    return _judged(kind, text, run, base.bits)


def _kill_fit(base: Base, folder: Path, kills: list[tuple[float, str]]) -> tuple[str, str]:
    run = folder / "run"

    def arguments() -> list[str]:
        if (run / "config.json").is_file():
            return ["resume", str(run), "--quiet"]
        shutil.rmtree(run, ignore_errors=True)
        return _fit(base.images, run)

    kind, text = _killed_and_gone_on(folder, arguments, kills)
    return _judged(kind, text, run, base.fit_bits)


def _kill_one_of_two_workers(base: Base, folder: Path, kills: list[tuple[float, str]]) -> tuple[str, str]:
    """Two workers on one queue; one is ended, and begun again, while the other works on."""
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.store.runs import Run

    arguments = ["worker", "--once", "--quiet"]
    with Queue(folder / "home" / "queue.db") as queue:
        numbers = [queue.add(Run(base.run).config).id for _ in range(3)]
        other = _begin(folder, arguments)
        kind, text = _killed_and_gone_on(folder, lambda: arguments, kills)
        _, status = os.waitpid(other, 0)
        if kind == WHOLE and os.waitstatus_to_exitcode(status) != 0:
            return FAULT, f"the worker beside it ended with {os.waitstatus_to_exitcode(status)}"
        jobs = [queue.get(number) for number in numbers]
        if kind == WHOLE and (bad := [job for job in jobs if job.status != "done" or job.run is None]):
            return LOST, f"job {bad[0].id} is {bad[0].status}: {bad[0].reason}"
        if len({job.run for job in jobs}) != len(jobs):
            return LOST, "two jobs have one run"
        judged = [_judged(kind, text, job.run or folder, base.bits) for job in jobs]
        return next((one for one in judged if one[0] != WHOLE), (WHOLE, ""))


def _kill_gallery(base: Base, folder: Path, kills: list[tuple[float, str]]) -> tuple[str, str]:
    """Marks, deletes and puts back runs without a pause until it is ended; then every run is there once, and whole."""
    from bozzetto.jobs.store.runs import Run
    from bozzetto.viewer.store import Store

    home, names = folder / "home", ("a", "b", "c")
    for name in names:
        shutil.copytree(base.run, home / "runs" / name)

    def change() -> None:
        store = Store(home)
        store.refresh(force=True)
        for name in [run.name for run in store.binned()]:
            store.restore(name)
        for number in itertools.count():
            for name in names:
                store.set_stars(name, number % 6)
                store.set_tags(name, [f"t{number % 7}"])
                if number % 3 == 0:
                    store.restore(store.delete(name))

    for after, signal_name in kills:
        pid = os.fork()
        if pid == 0:
            code = 70
            try:
                change()
            except KeyboardInterrupt:
                code = 0
            except BaseException as error:
                (folder / "said.txt").write_text(repr(error))
            os._exit(code)
        time.sleep(after / 4)
        os.kill(pid, signal.Signals[f"SIG{signal_name}"])
        _, status = os.waitpid(pid, 0)
        if os.waitstatus_to_exitcode(status) == 70:
            return FAULT, (folder / "said.txt").read_text()[-600:]
        store = Store(home)
        store.refresh(force=True)
        shown, binned = store.page().entries, store.binned()
        if sorted([entry.name for entry in shown] + [run.name for run in binned]) != sorted(names):
            return LOST, f"shown are {[entry.name for entry in shown]}, in the bin {[run.name for run in binned]}"
        for entry in shown:
            marks = entry.stars in range(6) and all(tag in {f"t{k}" for k in range(7)} for tag in entry.tags)
            if not marks or bits_of(Run(home / "runs" / entry.name).path) != base.bits:
                return LOST, f"{entry.name} has {entry.stars} stars and the tags {entry.tags}, or other bits"
    return WHOLE, ""


def _kill_worker(base: Base, folder: Path, kills: list[tuple[float, str]]) -> tuple[str, str]:
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.store.runs import Run

    with Queue(folder / "home" / "queue.db") as queue:
        number = queue.add(Run(base.run).config).id
        kind, text = _killed_and_gone_on(folder, lambda: ["worker", "--once", "--quiet"], kills)
        job = queue.get(number)
        if kind == WHOLE and (job.status != "done" or job.run is None):
            return LOST, f"the job is {job.status}: {job.reason}"
        return _judged(kind, text, job.run or folder, base.bits)


def _begin(folder: Path, arguments: Sequence[str]) -> int:
    """A command in a process of its own, with a home in the folder; its exit code is 70 or 71 after a fault."""
    pid = os.fork()
    if pid == 0:
        code = 70
        with contextlib.suppress(BaseException):
            os.setsid()
            os.environ["BOZZETTO_HOME"] = str(folder / "home")
            code, text = command(arguments)
            (folder / "said.txt").write_text(text)
            code = 71 if is_fault(text) else code
        os._exit(code)
    return pid


def _killed_and_gone_on(
    folder: Path, arguments: Callable[[], list[str]], kills: list[tuple[float, str]]
) -> tuple[str, str]:
    """A command that is ended each time after so many seconds, and then left to end."""
    folder.mkdir(parents=True, exist_ok=True)
    for after, name in [*kills, (0.0, "")]:
        pid = _begin(folder, arguments())
        deadline = time.monotonic() + (after if name else LIMIT_SECONDS)
        status = None
        while status is None and time.monotonic() < deadline:
            ended, code = os.waitpid(pid, os.WNOHANG)
            status = code if ended else None
            time.sleep(0.005)
        if status is None and name:
            os.kill(pid, signal.Signals[f"SIG{name}"])
            deadline = time.monotonic() + LIMIT_SECONDS
            while status is None and time.monotonic() < deadline:
                ended, code = os.waitpid(pid, os.WNOHANG)
                status = code if ended else None
                time.sleep(0.005)
        if status is None:
            os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return HUNG, f"{name or 'the last process'} did not end it within {LIMIT_SECONDS:.0f} s"
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) in (70, 71):
            said = folder / "said.txt"
            return FAULT, said.read_text()[-600:] if said.is_file() else "an error outside the command"
        if not name and status != 0:
            said = folder / "said.txt"
            return LOST, f"it did not end well: {said.read_text()[-300:] if said.is_file() else status}"
    return WHOLE, ""


def _judged(kind: str, text: str, run: Path, bits: str) -> tuple[str, str]:
    if kind != WHOLE:
        return kind, text
    if bits_of(run) != bits:
        return LOST, "the bits are not those of a run that nobody ended"
    left = [path.name for path in run.rglob("*.part")]
    if left:
        return LOST, f"half-written files are left: {left}"
    return WHOLE, ""


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
                self.free -= size
                if self.free < 0:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
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


def attack_the_disk(base: Base, out: Path, most: int | None, kinds: Sequence[str]) -> Iterator[Row]:
    """Lets each write of a run meet a disk that has gone bad, and goes on with the run once the disk is well."""
    for kind in kinds:
        row, folder = Row("disk", kind), out / f"disk-{kind}"
        total, _, _ = in_child(functools.partial(_writes_of, kind, folder), LIMIT_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)
        stride = 1 if most is None or total <= most else total / most
        points = sorted({1 + int(i * stride) for i in range(total)} & set(range(1, total + 1)))
        for at in points if most is None else points[:most]:
            start = time.monotonic()
            result, ended, _ = in_child(functools.partial(_one_bad_disk, kind, at, folder, base), LIMIT_SECONDS)
            if ended is not None or result is None:
                result = [HUNG, f"ended by signal {ended}"]
            row.count(Outcome(result[0], result[1], time.monotonic() - start), f"write {at} of {total}")
            shutil.rmtree(folder, ignore_errors=True)
        yield row


def _writes_of(kind: str, folder: Path) -> int:
    os.environ["BOZZETTO_HOME"] = str(folder / "home")
    folder.mkdir(parents=True)
    with FailingDisk(kind, 1 << 60, folder) as disk:
        command(["generate", PROMPT, f"--out={folder / 'run'}", *ARGUMENTS])
    return disk.count


def _one_bad_disk(kind: str, at: int, folder: Path, base: Base) -> tuple[str, str]:
    """One run on a disk that goes bad at a write: what it says, what `show` says, and what comes of going on."""
    os.environ["BOZZETTO_HOME"] = str(folder / "home")
    folder.mkdir(parents=True)
    run = folder / "run"
    with FailingDisk(kind, at, folder) as disk:
        code, text = command(["generate", PROMPT, f"--out={run}", *ARGUMENTS])
    if is_fault(text):
        return FAULT, text[-600:]
    gone = Path(f"{folder}-vanished")
    if gone.exists():
        shutil.rmtree(folder, ignore_errors=True)
        gone.rename(folder)
    if (run / "config.json").is_file():
        shown, lines = command(["show", str(run)])
        state = next((line for line in lines.splitlines() if line.startswith("state")), "")
        if is_fault(lines) or (shown != 0 and (run / "state.json").is_file()):
            return FAULT, f"show: {lines[-600:]}"
        # A disk that takes nothing, not even the reason, can only say it on the terminal.
        if code != 0 and kind == "full" and ": " not in state:
            return LOST, f"the reason did not reach show: {state!r}; {text[-200:]}"
        again, said = command(["resume", str(run), "--quiet"])
    else:
        shutil.rmtree(run, ignore_errors=True)
        again, said = command(["generate", PROMPT, f"--out={run}", *ARGUMENTS])
    if is_fault(said):
        return FAULT, f"going on: {said[-600:]}"
    if again != 0:
        return LOST, f"going on: {said[-300:]}"
    if bits_of(run) != base.bits:
        return LOST, f"other bits after write {disk.at}"
    return WHOLE, json.dumps(text[-100:])

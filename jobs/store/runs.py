"""Run folders: where everything that a run makes is kept, who may write there, and what state the run is in.

config.json          the resolved configuration            state.json      how far the run is
metrics.jsonl        one line a logged step                previews/*.png  views while it is being made
checkpoints/         see jobs/store/checkpoint.py          mesh.glb, mesh.obj (+ .mtl, .png)
origin.json          versions, hardware, prior's weights   log.txt         messages and progress, the latest part
estimates/*.png      what the prior was shown, and below what it took for the clean image; not of the embedded prior
turntable.webp       view_front.png, view_right.png, view_back.png, view_left.png
report.json          settings, times, export report, unknown words, versions
.reserve             space for the last state.json when the disk is full
"""

import contextlib
import errno
import json
import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from bozzetto.atomic import write_bytes
from bozzetto.jobs.config.errors import DataError, DiskError, DiskFullError, RunFolderError, RunInUseError
from bozzetto.jobs.config.json_file import parse_json, read_file, read_json_object, to_dataclass
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.config.run_config import RunConfig, config_from_dict, config_to_dict

try:
    import fcntl
except ImportError:  # Windows has no flock; runs work there without the guard.
    fcntl = None  # type: ignore[assignment]

METRICS_LINES, PREVIEWS = 20_000, 1_000
"""At most so many lines of metrics.jsonl and files in previews/, however long the run."""
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LOG_BYTES = 262_144
"""Greatest size of log.txt; when it is reached, the older half goes."""
RESERVE_BYTES = 65_536
"""Space that a run keeps for the reason why it ended, for a disk that is full by then."""
STILLS = ("front", "right", "back", "left")
STATUSES = ("created", "running", "interrupted", "failed", "done")
STAGES = ("created", "training", "export", "done")
MOST_STEPS = 1_000_000
"""Greatest number of steps that a configuration can ask for."""
LATEST = 253_402_300_799.0
"""Greatest time that a state may hold, the end of the year 9999 in seconds since 1970."""


@dataclass(frozen=True)
class RunState:
    """How far a run is."""

    status: str
    """`created`, `running`, `interrupted`, `failed` or `done`."""
    stage: str
    """`created`, `training`, `export` or `done`."""
    step: int
    """Steps that a checkpoint on disk holds."""
    total: int
    """Steps that the configuration asks for."""
    reason: str = ""
    """Why it was interrupted or failed."""
    updated: float = 0.0
    """When this was written, in seconds since 1970."""


@dataclass(frozen=True)
class Run:
    """A run folder. Holds no open file: every property reads what is on disk now."""

    path: Path
    """The folder."""

    @property
    def config(self) -> RunConfig:
        """The resolved configuration that the run was made with."""
        return config_from_dict(read_json(self.path / "config.json"))

    @property
    def state(self) -> RunState:
        """How far the run is; one that says `running` while no process holds it was killed, and reads `interrupted`."""
        try:
            state = to_dataclass(RunState, read_json(self.path / "state.json"))
            check_state(state)
        except DataError as error:
            raise RunFolderError(f"{self.path / 'state.json'} {error}") from error
        if state.status == "running" and not is_locked(self.path):
            return replace(state, status="interrupted", reason="the process ended without saying why")
        return state

    @property
    def mesh(self) -> Path | None:
        """The GLB, or None before it is made."""
        path = self.path / "mesh.glb"
        return path if path.is_file() else None

    @property
    def report(self) -> dict[str, Any] | None:
        """What report.json holds, or None before it is made."""
        path = self.path / "report.json"
        return read_json(path) if path.is_file() else None

    @property
    def metrics(self) -> list[dict[str, Any]]:
        """The logged steps, oldest first; lines that are none, such as a half-written last one, are left out."""
        try:
            data = read_file(self.path / "metrics.jsonl")
        except FileNotFoundError:
            return []
        except DataError as error:
            raise RunFolderError(f"{self.path / 'metrics.jsonl'} {error}") from error
        rows = []
        for line in data.splitlines():
            with contextlib.suppress(DataError):
                row = parse_json(line, finite=False)
                if isinstance(row, dict) and _is_number(row.get("step"), int) and _is_number(row.get("loss", 0.0)):
                    rows.append(row)
        return rows

    @property
    def checkpoints(self) -> list[Path]:
        """Files of the checkpoints that are on disk, by name; a new one has a new name."""
        return sorted((self.path / "checkpoints").glob("*step-*.safetensors"))

    @property
    def previews(self) -> list[Path]:
        """Preview images, oldest first."""
        return sorted((self.path / "previews").glob("*.png"))

    @property
    def estimates(self) -> list[Path]:
        """What the prior was shown and predicted, oldest first; of the embedded prior there is none."""
        return sorted((self.path / "estimates").glob("*.png"))


def home() -> Path:
    """$BOZZETTO_HOME, or ~/.bozzetto."""
    return user_path(os.environ.get("BOZZETTO_HOME") or "~/.bozzetto")


def user_path(path: str | os.PathLike[str]) -> Path:
    """A path that a person gave, with `~` as their home folder.

    Raises:
        RunFolderError: there is no such home folder.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise RunFolderError(
            f"cannot use {os.fspath(path)!r} as a folder: there is no such home folder; set BOZZETTO_HOME, or give "
            "the path without ~"
        ) from error


def check_state(state: RunState) -> None:
    """Refuses a state that no run can be in.

    Raises:
        DataError: which entry is wrong.
    """
    for name, value, known in (("status", state.status, STATUSES), ("stage", state.stage, STAGES)):
        if value not in known:
            raise DataError(f"{name} should be one of {', '.join(known)}, got {value!r:.60}")
    if not 0 <= state.step <= state.total <= MOST_STEPS:
        raise DataError(f"step and total should be whole numbers with step <= total, got {state.step}, {state.total}")
    if not 0 <= state.updated <= LATEST:
        raise DataError(f"updated should be seconds since 1970, got {state.updated:g}")


def create_run(config: RunConfig, out: str | os.PathLike[str] | None = None) -> Run:
    """Makes a run folder with its configuration.

    Args:
        config: the resolved configuration.
        out: the folder to use, which must be new or empty; by default a new one under `home()`/runs.
    Raises:
        RunFolderError: the folder holds something already.
        RunInUseError: the folder is in use by another run.
        DiskError: it cannot be made or written.
    """
    if out is None:
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{slug(config.prompt)}"
        parent = home() / "runs"
        for attempt in range(1000):
            path = parent / (name if attempt == 0 else f"{name}-{attempt}")
            if not path.exists():
                break
    else:
        path = user_path(out)
        if "\0" in str(path):
            raise DiskError(f"cannot use {str(path)!r} as a folder: its name holds a null character")
        _refuse_occupied(path)
    with disk_errors(f"make the run folder {path}"):
        path.mkdir(parents=True, exist_ok=out is not None)
        path = path.resolve()
    # Looked at again under the lock: two commands may have been given the same folder at the same moment.
    with lock_run(path), disk_errors(f"make the run folder {path}"):
        _refuse_occupied(path, locked_by_us=True)
        (path / "previews").mkdir()
        (path / "checkpoints").mkdir()
        write_bytes(path / ".reserve", os.urandom(RESERVE_BYTES))
        run = Run(path)
        write_state(run, "created", "created", 0, config.steps)
        write_json(path / "config.json", config_to_dict(config))
    return run


def load_run(where: str | os.PathLike[str]) -> Run:
    """A run from its folder, or from its name (or the start of it) under `home()`/runs; `latest` is the newest.

    Raises:
        RunFolderError: no such run, or several begin so.
    """
    text = os.fspath(where)
    if os.path.isfile(user_path(text) / "config.json"):
        return Run(user_path(text).resolve())
    known = list_runs()
    if text == "latest" and known:
        return known[-1]
    found = [run for run in known if text and run.path.name.startswith(text)]
    exact = [run for run in found if run.path.name == text]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        names = ", ".join(run.path.name for run in found[:5])
        raise RunFolderError(f"{len(found)} runs begin with {text!r}: {names}; give more of the name")
    raise RunFolderError(f"no run at {text!r} (no config.json there), and none of that name in {home() / 'runs'}")


def list_runs() -> list[Run]:
    """The runs under `home()`/runs, oldest first by name (names begin with the date)."""
    folder = home() / "runs"
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise RunFolderError(f"cannot list the runs in {folder}: {error.strerror or error}") from error
    return [Run(path) for path in paths if may_be_run(path)]


def write_state(run: Run, status: str, stage: str, step: int, total: int, reason: str = "") -> None:
    """Replaces state.json; where the disk is full, in the space that the run keeps for it."""
    state = asdict(RunState(status, stage, step, total, reason, time.time()))
    with disk_errors(f"write the state of the run to {run.path}"):
        try:
            write_json(run.path / "state.json", state)
        except OSError as error:
            if error.errno not in DISK_FULL or not (run.path / ".reserve").exists():
                raise
            (run.path / ".reserve").unlink()
            write_json(run.path / "state.json", state)


@contextlib.contextmanager
def lock_run(path: Path) -> Iterator[None]:
    """Holds the run folder for this process; the system lets go of it when the process ends, however it ends.

    Raises:
        RunInUseError: another process holds it.
    """
    with disk_errors(f"open the lock file in {path}"):
        handle = open(path / "lock", "a+", encoding="utf-8")  # noqa: SIM115 - closed below
    try:
        if not _flock(handle):
            handle.seek(0)
            holder = handle.read().strip() or "unknown"
            raise RunInUseError(
                f"{path} is in use by another run (process {holder}); wait for it, stop it, or choose another folder"
            )
        # Whose it is helps messages alone: what writes next tells of a full disk, and can do so in the run's state.
        with contextlib.suppress(OSError):
            handle.truncate(0)
            handle.write(f"{os.getpid()}\n")
            handle.flush()
        yield
    finally:
        with contextlib.suppress(OSError):
            handle.close()


@contextlib.contextmanager
def start_lock(folder: Path) -> Iterator[None]:
    """Waits for, and holds, the right to start a worker for a home folder.

    Raises:
        OSError: its file cannot be written.
    """
    with open(folder / "worker.lock", "a", encoding="utf-8") as handle:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_locked(path: Path) -> bool:
    """Whether a process holds the run folder."""
    if fcntl is None or not os.path.isfile(path / "lock"):
        return False
    try:
        with open(path / "lock", encoding="utf-8") as handle:
            # A shared lock is refused while a run holds the exclusive one, and two askers do not refuse each other.
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


@contextlib.contextmanager
def disk_errors(action: str) -> Iterator[None]:
    """Turns the system's errors on writing into a DiskError that says what could not be done and why."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BlockingIOError):
            raise
        full = error.errno in DISK_FULL
        hint = "free some space, then resume the run" if full else "check the path and its permissions"
        kind = DiskFullError if full else DiskError
        raise kind(f"cannot {action}: {error.strerror or error}; {hint}") from error


def write_json(path: Path, value: Any) -> None:
    """Writes `value` as indented JSON, whole or not at all; NaN is refused."""
    write_bytes(path, (json.dumps(value, indent=2, allow_nan=False) + "\n").encode())


def log_line(run: Run, text: str) -> None:
    """Adds a line with the time to log.txt. A log that cannot be written stops nothing."""
    path = run.path / "log.txt"
    with contextlib.suppress(OSError):
        if path.is_file() and path.stat().st_size > LOG_BYTES:
            kept = path.read_bytes()[-LOG_BYTES // 2 :]
            write_bytes(path, kept[kept.find(b"\n") + 1 :])
        with open(path, "a", encoding="utf-8", errors="replace", opener=_not_waiting) as file:
            file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}\n")


def tidy(path: Path) -> None:
    """Removes the half-written files that a killed process left, and reserves space again where the last one used it;
    the caller holds the folder's lock."""
    for part in [*path.glob(".*.part"), *path.glob("*/.*.part")]:
        with contextlib.suppress(OSError):
            if part.is_dir() and not part.is_symlink():  # of an export's files, as they are gathered
                shutil.rmtree(part)
            else:
                part.unlink()
    if not (path / ".reserve").exists():
        with contextlib.suppress(OSError):
            write_bytes(path / ".reserve", os.urandom(RESERVE_BYTES))


def spaced(every: int, total: int, most: int) -> int:
    """Steps between things of which there shall be at most `most` in `total` steps, and at least `every`."""
    return max(every, -(-total // most))


def append_metrics(run: Run, row: dict[str, Any]) -> None:
    """Adds one line to metrics.jsonl."""
    path = run.path / "metrics.jsonl"
    with disk_errors(f"write {path}"), open(path, "a", encoding="utf-8", opener=_not_waiting) as file:
        file.write(json.dumps(row) + "\n")


def rewind_metrics(run: Run, step: int) -> None:
    """Drops the lines of metrics.jsonl after `step`, which a resumed or rolled-back run writes again."""
    kept = [row for row in run.metrics if row.get("step", 0) <= step]
    with disk_errors(f"write {run.path / 'metrics.jsonl'}"):
        write_bytes(run.path / "metrics.jsonl", "".join(json.dumps(row) + "\n" for row in kept).encode())


def _not_waiting(path: str, flags: int) -> int:
    """An opener that does not wait for the other end of a pipe, should one stand where a file should."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)


def may_be_run(path: Path) -> bool:
    """Whether a folder holds a configuration, or cannot be looked into; what is in there, its reader says."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode) and bool(os.stat(path / "config.json"))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        return error.errno != errno.ELOOP


def _is_number(value: object, kinds: type | tuple[type, ...] = (int, float)) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def _flock(handle: TextIO) -> bool:
    """Takes the exclusive lock, or False when a run holds it. `is_locked` holds it for an instant: ask again."""
    for pause in (0.0, 0.01, 0.02, 0.05, 0.1):
        time.sleep(pause)
        with contextlib.suppress(BlockingIOError):
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    return False


def _refuse_occupied(path: Path, locked_by_us: bool = False) -> None:
    """An error when `path` is a file, a run, or a folder with something in it."""
    try:
        if path.exists() and not path.is_dir():
            raise RunFolderError(f"{path} is a file; give a folder that is new or empty")
        if not path.is_dir():
            return
        if not locked_by_us and is_locked(path):
            raise RunInUseError(f"{path} is in use by another run; wait for it, stop it, or choose another folder")
        if (path / "config.json").is_file():
            raise RunFolderError(f"{path} holds a run already; go on with `bozzetto resume {path}`, or choose another")
        if any(entry.name != "lock" for entry in path.iterdir()):
            raise RunFolderError(f"{path} is not empty; give a folder that is new or empty")
    except (OSError, ValueError) as error:
        if isinstance(error, RunFolderError):
            raise
        raise DiskError(f"cannot use {str(path)!r} as a folder: {getattr(error, 'strerror', None) or error}") from error


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file of a run.

    Raises:
        RunFolderError: it is missing or damaged.
    """
    try:
        return read_json_object(path)
    except FileNotFoundError:
        raise RunFolderError(f"{path} is missing: this is not a whole run folder") from None
    except DataError as error:
        raise RunFolderError(str(error)) from error


def latest_preview(run: Run) -> Path | None:
    """The latest preview of a run; None before there is one."""
    previews = run.previews
    return previews[-1] if previews else None

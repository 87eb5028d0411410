"""The runs as the gallery sees them: an index that is kept between visits, stars and tags, and a bin with a way back.

$BOZZETTO_HOME/runs/NAME/                 a run, see jobs/store/runs.py
$BOZZETTO_HOME/runs/NAME/marks.json       stars and tags; they move and leave with the run
$BOZZETTO_HOME/bin/NAME/                  a run that was deleted and can be put back
$BOZZETTO_HOME/cache/gallery.sqlite3      the index: only a copy of what the folders say, and made again when it is lost

A visit costs one `stat` a run: every file that the index reads is replaced by renaming, which changes the time of the
run's folder. Only folders whose time has changed are read.
"""

import contextlib
import os
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.json_file import read_json_object
from bozzetto.jobs.store.runs import Run, disk_errors, home, is_locked, may_be_run, write_json

SCHEMA = 3
MAX_TAGS, MAX_TAG_CHARACTERS = 20, 32
MAX_JSON_BYTES = 4_000_000
# A folder that changed so recently may change again without its time moving on: it is read again at the next visit.
RACY_SECONDS = 2.0

SORTS = {
    "newest": "created DESC, name DESC",
    "oldest": "created, name",
    "stars": "stars DESC, created DESC",
    "score": "score IS NULL, score DESC, created DESC",
    "prompt": "prompt COLLATE NOCASE, created DESC",
    "quickest": "seconds IS NULL, seconds, created DESC",
}
"""Orders of the gallery."""

_TABLE = """
CREATE TABLE entries (
    name TEXT PRIMARY KEY, signature INTEGER, prompt TEXT, negative TEXT, preset TEXT, prior TEXT, seed TEXT,
    steps INTEGER, status TEXT, stage TEXT, step INTEGER, reason TEXT, created REAL, updated REAL, seconds REAL,
    faces INTEGER, score REAL, stars INTEGER, tags TEXT, damage TEXT
);
CREATE INDEX entries_by_time ON entries (created);
"""


class StoreError(BozzettoError):
    """The store of runs cannot do this; the message says why and what to do."""


@dataclass(frozen=True)
class Entry:
    """A run as the gallery shows it."""

    name: str
    """Name of its folder, and its only handle outside of the store."""
    signature: int = 0
    """Time of the folder when it was read, in nanoseconds; 0 reads it again."""
    prompt: str = ""
    """What was asked for."""
    negative: str = ""
    """What was to be kept away from."""
    preset: str = ""
    """Preset that it began as."""
    prior: str = ""
    """Image prior."""
    seed: int = 0
    """Seed."""
    steps: int = 0
    """Steps that it asks for."""
    status: str = "damaged"
    """`created`, `running`, `interrupted`, `failed`, `done`, or `damaged` when it cannot be read."""
    stage: str = ""
    """`created`, `training`, `export` or `done`."""
    step: int = 0
    """Steps that a checkpoint holds."""
    reason: str = ""
    """Why it stopped."""
    created: float = 0.0
    """Seconds since 1970."""
    updated: float = 0.0
    """Seconds since 1970."""
    seconds: float | None = None
    """Time from prompt to files, when finished."""
    faces: int | None = None
    """Triangles of the mesh."""
    score: float | None = None
    """Score in its report, if there is one; higher is better."""
    stars: int = 0
    """0 (none) to 5."""
    tags: tuple[str, ...] = ()
    """Tags, in the order given."""
    damage: str = ""
    """What cannot be read of it."""


@dataclass(frozen=True)
class Page:
    """A part of what a search found."""

    entries: tuple[Entry, ...]
    """The entries of this page."""
    total: int
    """How many were found in all."""


@dataclass(frozen=True)
class Binned:
    """A run in the bin."""

    name: str
    """Name of its folder in the bin."""
    prompt: str
    """What was asked for."""
    deleted: float
    """When, in seconds since 1970."""


class Store:
    """The runs of a home folder. Usable from several threads.

    Args:
        folder: the home folder; by default `bozzetto.jobs.store.runs.home()`.
        interval: seconds for which `refresh` trusts its last visit.
    """

    def __init__(self, folder: Path | None = None, interval: float = 1.0) -> None:
        self.folder = home() if folder is None else folder
        self.interval = interval
        self.notice = ""
        """Why the index is kept in memory only, or empty."""
        self._lock = threading.RLock()
        self._visited = -1e9
        self._db = self._open()

    @property
    def runs(self) -> Path:
        """Where the runs are."""
        return self.folder / "runs"

    # Looking.

    def refresh(self, force: bool = False) -> int:
        """Brings the index up to date with the folders.

        Args:
            force: also when the last visit is less than `interval` ago.
        Returns:
            The number of runs that were read, because they are new or changed.
        Raises:
            DiskError: the folder of runs cannot be listed.
        """
        with self._lock:
            if not force and time.monotonic() - self._visited < self.interval:
                return 0
            try:
                return self._visit()
            except sqlite3.Error as error:
                # The index is a copy: whatever is wrong with the file, another one can be made.
                self._db = self._memory(f"the index of the gallery could not be written ({error})")
                return self._visit()

    def page(
        self,
        search: str = "",
        *,
        tags: Sequence[str] = (),
        stars: int = 0,
        statuses: Sequence[str] = (),
        sort: str = "newest",
        offset: int = 0,
        limit: int = 24,
    ) -> Page:
        """A part of the runs.

        Args:
            search: words that must all occur in the prompt, the name, the preset or the tags.
            tags: tags that a run must all have.
            stars: least number of stars.
            statuses: any of these; by default all.
            sort: one of SORTS.
            offset: entries to pass over.
            limit: most entries to return.
        """
        where, values = ["stars >= ?"], [stars]  # type: tuple[list[str], list[Any]]
        for word in search.split()[:16]:
            where.append(
                "(prompt LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\' OR preset LIKE ? ESCAPE '\\' "
                "OR tags LIKE ? ESCAPE '\\')"
            )
            values += [f"%{_like(word)}%"] * 4
        for tag in tags:
            where.append("tags LIKE ? ESCAPE '\\'")
            values.append(f"%\n{_like(tag)}\n%")
        if statuses:
            where.append(f"status IN ({', '.join('?' * len(statuses))})")
            values += statuses
        if sort not in SORTS:
            raise StoreError(f"expected an order of {', '.join(SORTS)}, got {sort!r}")
        condition = " AND ".join(where)
        with self._lock:
            total = self._db.execute(f"SELECT count(*) FROM entries WHERE {condition}", values).fetchone()[0]
            query = f"SELECT * FROM entries WHERE {condition} ORDER BY {SORTS[sort]} LIMIT ? OFFSET ?"
            rows = self._db.execute(query, [*values, max(0, limit), max(0, offset)]).fetchall()
        return Page(tuple(_entry(row) for row in rows), int(total))

    def get(self, name: object) -> Entry | None:
        """The entry of exactly that name, or None; whatever is no name of a folder of the store finds nothing."""
        if not isinstance(name, str):
            return None
        with self._lock:
            row = self._db.execute("SELECT * FROM entries WHERE name = ?", (name,)).fetchone()
        return None if row is None else _entry(row)

    def run(self, name: str) -> Run:
        """The run folder of an entry.

        Raises:
            StoreError: there is none of that name in the store.
        """
        if self.get(name) is None:
            raise StoreError(f"there is no run {name!r}; it may have been deleted or renamed")
        return Run(self.runs / name)

    def names(self, limit: int = 1000) -> list[tuple[str, str]]:
        """(name, prompt) of the newest runs, newest first."""
        with self._lock:
            query = f"SELECT name, prompt FROM entries ORDER BY {SORTS['newest']} LIMIT ?"
            return [(str(name), str(prompt)) for name, prompt in self._db.execute(query, (limit,)).fetchall()]

    def tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        with self._lock:
            rows = self._db.execute("SELECT tags FROM entries WHERE tags != ''").fetchall()
        counts: dict[str, int] = {}
        for (text,) in rows:
            for tag in text.split("\n"):
                if tag:
                    counts[tag] = counts.get(tag, 0) + 1
        return sorted(counts, key=lambda tag: (-counts[tag], tag))

    def prompts(self, limit: int = 30) -> list[str]:
        """Prompts of the runs, each once, the latest used first."""
        query = "SELECT prompt FROM entries WHERE prompt != '' GROUP BY prompt ORDER BY max(created) DESC LIMIT ?"
        with self._lock:
            return [str(row[0]) for row in self._db.execute(query, (limit,)).fetchall()]

    def typical_seconds(self, preset: str, steps: int) -> float | None:
        """The median time of the latest finished runs of a preset, scaled to a number of steps; None without any."""
        query = (
            "SELECT seconds * ? / max(1, steps) FROM entries WHERE preset = ? AND status = 'done' AND seconds > 0 "
            "ORDER BY created DESC LIMIT 5"
        )
        with self._lock:
            times = sorted(float(row[0]) for row in self._db.execute(query, (steps, preset)).fetchall())
        return times[len(times) // 2] if times else None

    def seeds(self, prompt: str, preset: str) -> set[int]:
        """The seeds that runs of a prompt and preset have."""
        with self._lock:
            rows = self._db.execute("SELECT seed FROM entries WHERE prompt = ? AND preset = ?", (prompt, preset))
            return {int(row[0]) for row in rows.fetchall()}

    # Marking.

    def set_stars(self, name: str, stars: int) -> None:
        """Rates a run: 0 (no rating) to 5.

        Raises:
            StoreError: no such run, or no such rating.
            DiskError: it cannot be written.
        """
        if isinstance(stars, bool) or not isinstance(stars, int) or not 0 <= stars <= 5:
            raise StoreError(f"expected 0 to 5 stars, got {stars!r}")
        entry = self._existing(name)
        self._mark(name, stars, entry.tags)

    def set_tags(self, name: str, tags: Sequence[str]) -> None:
        """Replaces the tags of a run.

        Raises:
            StoreError: no such run, or a tag that cannot be used.
            DiskError: it cannot be written.
        """
        entry = self._existing(name)
        self._mark(name, entry.stars, clean_tags(tags))

    # Deleting, with a way back.

    def delete(self, name: str) -> str:
        """Moves a run to the bin.

        Returns:
            Its name there, for `restore`.
        Raises:
            StoreError: no such run, or a process works on it.
            DiskError: it cannot be moved.
        """
        path = self.run(name).path
        if is_locked(path):
            raise StoreError(f"{name} is running; stop it, then delete it")
        where = self.folder / "bin"
        with disk_errors(f"move {name} to the bin"):
            where.mkdir(parents=True, exist_ok=True)
            target = _free(where / name)
            os.rename(path, target)
        with contextlib.suppress(OSError):
            write_json(target / "binned.json", {"name": name, "deleted": time.time()})
        self.refresh(force=True)
        return target.name

    def restore(self, name: str) -> str:
        """Puts a run of the bin back.

        Args:
            name: its name in the bin.
        Returns:
            Its name in the gallery, which differs when another run has taken it meanwhile.
        Raises:
            StoreError: it is not in the bin.
            DiskError: it cannot be moved.
        """
        path = self._in_bin(name)
        original = str(read_object(path / "binned.json").get("name", name))
        if not _is_name(original):
            original = name
        with disk_errors(f"put {name} back"):
            self.runs.mkdir(parents=True, exist_ok=True)
            target = _free(self.runs / original)
            os.rename(path, target)
            (target / "binned.json").unlink(missing_ok=True)
        self.refresh(force=True)
        return target.name

    def purge(self, name: str) -> None:
        """Deletes a run of the bin for good.

        Raises:
            StoreError: it is not in the bin.
            DiskError: it cannot be deleted.
        """
        path = self._in_bin(name)
        with disk_errors(f"delete {name}"):
            shutil.rmtree(path)

    def binned(self, limit: int = 200) -> list[Binned]:
        """The runs in the bin, the latest deleted first."""
        runs = []
        with contextlib.suppress(OSError):
            for item in os.scandir(self.folder / "bin"):
                if not item.is_dir(follow_symlinks=False):
                    continue
                note = read_object(Path(item.path) / "binned.json")
                deleted = _number(note.get("deleted")) or item.stat().st_mtime
                prompt = str(read_object(Path(item.path) / "config.json").get("prompt", ""))
                runs.append(Binned(item.name, prompt, deleted))
        return sorted(runs, key=lambda run: -run.deleted)[:limit]

    # Inside.

    def _existing(self, name: str) -> Entry:
        entry = self.get(name)
        if entry is None:
            raise StoreError(f"there is no run {name!r}; it may have been deleted or renamed")
        return entry

    def _mark(self, name: str, stars: int, tags: tuple[str, ...]) -> None:
        with self._lock:
            with disk_errors(f"write the marks of {name}"):
                write_json(self.runs / name / "marks.json", {"stars": stars, "tags": list(tags)})
            self._db.execute("UPDATE entries SET stars = ?, tags = ? WHERE name = ?", (stars, _packed(tags), name))
            self._db.commit()

    def _in_bin(self, name: str) -> Path:
        if name not in {run.name for run in self.binned(limit=1_000_000)}:
            raise StoreError(f"there is no run {name!r} in the bin; it may have been put back already")
        return self.folder / "bin" / name

    def _visit(self) -> int:
        signatures = dict(self._db.execute("SELECT name, signature FROM entries WHERE status != 'running'").fetchall())
        present, changed = set(), []
        with disk_errors(f"list the runs in {self.runs}"):
            try:
                items = list(os.scandir(self.runs))
            except FileNotFoundError:
                items = []
        now = time.time_ns()
        for item in items:
            name = _shown_name(item.name)
            try:
                stamp = item.stat().st_mtime_ns
                if signatures.get(name) == stamp:
                    present.add(name)
                    continue
                if not may_be_run(Path(item.path)):
                    continue
            except OSError:
                continue
            present.add(name)
            is_settled = now - stamp > RACY_SECONDS * 1e9
            changed.append(read_entry(Path(item.path), stamp if is_settled else 0))
        gone = [(name,) for (name,) in self._db.execute("SELECT name FROM entries") if name not in present]
        if changed or gone:
            marks = ", ".join("?" * len(fields(Entry)))
            self._db.executemany("DELETE FROM entries WHERE name = ?", gone)
            self._db.executemany(f"INSERT OR REPLACE INTO entries VALUES ({marks})", [_row(entry) for entry in changed])
            self._db.commit()
        self._visited = time.monotonic()
        return len(changed)

    def _open(self) -> sqlite3.Connection:
        """The index on disk, made anew when damaged or of another version; in memory where none can be written."""
        path = self.folder / "cache" / "gallery.sqlite3"
        for attempt in (0, 1):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                db = sqlite3.connect(path, check_same_thread=False, timeout=5.0)
                try:
                    return _prepared(db)
                except sqlite3.Error:
                    db.close()
                    raise
            except sqlite3.OperationalError as error:
                return self._memory(f"the index of the gallery cannot be kept in {path.parent} ({error})")
            except OSError as error:
                return self._memory(f"the index of the gallery cannot be kept in {path.parent} ({error.strerror})")
            except sqlite3.DatabaseError:
                if attempt == 0:
                    with contextlib.suppress(OSError):
                        path.unlink()
        return self._memory(f"the index of the gallery at {path} is damaged and cannot be replaced")

    def _memory(self, notice: str) -> sqlite3.Connection:
        self.notice = notice + "; it is kept in memory until the workbench ends"
        return _prepared(sqlite3.connect(":memory:", check_same_thread=False))


def read_entry(path: Path, signature: int = 0) -> Entry:
    """What a run folder says; never raises: what cannot be read is said in `damage`.

    Args:
        path: the run folder.
        signature: its time when it was found.
    """
    config, config_problem = read_json_file(path / "config.json")
    state, state_problem = read_json_file(path / "state.json")
    marks, marks_problem = read_json_file(path / "marks.json", required=False)
    report, report_problem = read_json_file(path / "report.json", required=False)
    name = _shown_name(path.name)
    name_problem = "" if name == path.name else "the folder's name is not valid text; rename it"
    problems = [name_problem, config_problem, state_problem, marks_problem, report_problem]
    problems = [problem for problem in problems if problem]
    is_damaged = bool(name_problem or config_problem or state_problem)
    status, reason = str(state.get("status", "damaged")), str(state.get("reason", ""))
    if status == "running" and not is_locked(path):
        status, reason = "interrupted", "the process ended without saying why"
    times = [number for number in map(_number, _inner(report, "seconds").values()) if number is not None]
    stars, tags = marks.get("stars"), marks.get("tags")
    updated = _number(state.get("updated")) or 0.0
    return Entry(
        name=name,
        signature=signature,
        prompt=str(config.get("prompt", "")),
        negative=str(config.get("negative", "")),
        preset=str(config.get("preset", "")),
        prior=str(config.get("prior", "")),
        seed=_whole(config.get("seed")) or 0,
        steps=_whole(config.get("steps")) or 0,
        status="damaged" if is_damaged else status,
        stage=str(state.get("stage", "")),
        step=_whole(state.get("step")) or 0,
        reason=reason,
        created=_created(path, updated),
        updated=updated,
        seconds=sum(times) if times else None,
        faces=_whole(_inner(report, "export").get("n_faces")),
        score=_number(report.get("score")),
        stars=stars if isinstance(stars, int) and not isinstance(stars, bool) and 0 <= stars <= 5 else 0,
        tags=tuple(str(tag) for tag in tags if _is_tag(tag))[:MAX_TAGS] if isinstance(tags, list) else (),
        damage="; ".join(problems),
    )


def clean_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags with white space tidied, each once.

    Raises:
        StoreError: too many, too long, or with a character that cannot be shown.
    """
    cleaned: list[str] = []
    for tag in tags:
        text = " ".join(str(tag).split())
        if not text or text in cleaned:
            continue
        if not _is_tag(text):
            raise StoreError(
                f"a tag has at most {MAX_TAG_CHARACTERS} printable characters; this one has {len(text)}: {text[:60]!r}"
            )
        cleaned.append(text)
    if len(cleaned) > MAX_TAGS:
        raise StoreError(f"a run has at most {MAX_TAGS} tags, got {len(cleaned)}")
    return tuple(cleaned)


def _prepared(db: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with its table, emptied when another version of the workbench made it."""
    if db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
        db.executescript(f"DROP TABLE IF EXISTS entries; {_TABLE} PRAGMA user_version = {SCHEMA};")
    db.execute("PRAGMA synchronous = OFF")
    db.execute(f"SELECT {', '.join(f.name for f in fields(Entry))} FROM entries LIMIT 1").fetchone()
    return db


def _row(entry: Entry) -> list[Any]:
    values = asdict(entry)
    # Seeds reach 2^63 - 1 and JSON may hold greater ones; SQLite's integers end there.
    return list((values | {"tags": _packed(entry.tags), "seed": str(entry.seed)}).values())


def _entry(row: Sequence[Any]) -> Entry:
    values = dict(zip([f.name for f in fields(Entry)], row, strict=True))
    tags = tuple(tag for tag in values["tags"].split("\n") if tag)
    return Entry(**values | {"tags": tags, "seed": int(values["seed"])})


def _packed(tags: Sequence[str]) -> str:
    return "\n" + "\n".join(tags) + "\n" if tags else ""


def _like(text: str) -> str:
    """Text for LIKE with its wildcards taken as themselves."""
    return re.sub(r"([\\%_])", r"\\\1", text)


def _is_tag(tag: object) -> bool:
    return isinstance(tag, str) and 0 < len(tag) <= MAX_TAG_CHARACTERS and tag.isprintable()


def _shown_name(name: str) -> str:
    """A folder's name as text: bytes of it that are no UTF-8, which neither the index nor a page can hold, escaped."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_name(name: str) -> bool:
    return bool(name) and name not in (".", "..") and not set(name) & {"/", "\\", "\0"}


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object that a file of a run holds, or an empty one when there is none that can be read."""
    return read_json_file(path)[0]


def read_json_file(path: Path, required: bool = True) -> tuple[dict[str, Any], str]:
    """The JSON object that a file of a run holds, and why it cannot be read.

    Args:
        path: of the file.
        required: whether its absence is a problem.
    Returns:
        (the object, an empty text), or (an empty object, which file and why).
    """
    try:
        value = read_json_object(path, MAX_JSON_BYTES)
    except FileNotFoundError:
        return {}, f"{path.name} is missing" if required else ""
    except (OSError, ValueError, BozzettoError) as error:
        reason = str(error).removeprefix(f"{path} ").removeprefix(f"{path}: ")
        return {}, f"{path.name} {reason}"
    return (value, "") if value or not required else ({}, f"{path.name} is empty")


def _inner(values: dict[str, Any], key: str) -> dict[str, Any]:
    inner = values.get(key)
    return inner if isinstance(inner, dict) else {}


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if abs(number) < float("inf") else None


def _whole(value: object) -> int | None:
    is_whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    return value if is_whole else None  # type: ignore[return-value]


def _created(path: Path, updated: float) -> float:
    """When a run was made: what its name says, else the time of its configuration."""
    stamp = re.match(r"(\d{8}-\d{6})-", path.name)
    if stamp:
        with contextlib.suppress(ValueError, OverflowError):
            return time.mktime(time.strptime(stamp[1], "%Y%m%d-%H%M%S"))
    with contextlib.suppress(OSError):
        return (path / "config.json").stat().st_mtime
    return updated


def _free(path: Path) -> Path:
    """The path, or with a number behind it when something is there."""
    for attempt in range(1, 10_000):
        if not path.exists():
            return path
        path = path.with_name(f"{path.name.rsplit('~', 1)[0]}~{attempt}")
    raise StoreError(f"too many runs of the name {path.name}; empty the bin")


@contextlib.contextmanager
def ignore_disk_errors() -> Iterator[None]:
    """For caches only: what cannot be written is made again another time."""
    with contextlib.suppress(OSError):
        yield

"""The queue's SQLite file: opened, made, brought to this version, read and written; its errors as ours."""

import contextlib
import errno
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import DiskError, QueueError
from bozzetto.jobs.queue.schema import SCHEMA, make_tables, upgrade_tables
from bozzetto.jobs.store.runs import disk_errors

BUSY_SECONDS = 30.0


class Database:
    """The file at a path. Nothing is made on disk before the first write. Usable from several threads and after a fork.

    Every method raises QueueError when the file is damaged, of a newer version or busy; DiskError when it cannot be
    written: disk full, read-only, no permission.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int, int] | None = None
        self._inherited: list[sqlite3.Connection] = []

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        with self._lock:
            if self._connection is not None and self._identity is not None:
                if self._identity[0] == os.getpid():
                    self._connection.close()
                else:
                    # SQLite's locks do not survive a fork: the parent's connection is neither used nor closed here.
                    self._inherited.append(self._connection)
            self._connection, self._identity = None, None

    def read(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query; none when there is no queue yet."""
        with self._lock, file_errors(self.path):
            status = self._status()
            if status is None:
                return []
            db = self._open(status)
            if version_of(db, self.path) == 0:
                return []
            try:
                return db.execute(query, values).fetchall()
            except OverflowError:
                return []  # a number that no row can have

    @contextlib.contextmanager
    def write(self, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock from its start; the tables are made by the first.

        A durable one is on the disk when it ends. The others survive any process, and after a power cut the file is
        whole but may have forgotten them: a lease that is forgotten is taken again, and its run is where it was.
        """
        with self._lock, file_errors(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            db = self._open(self._status())
            if version_of(db, self.path) < SCHEMA:
                bring_to_this_version(db, self.path)
            db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            with transaction(db):
                yield db

    def _status(self) -> os.stat_result | None:
        """Of the file, or None where there is none."""
        try:
            return os.stat(self.path)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                return None
            raise

    def _open(self, status: os.stat_result | None) -> sqlite3.Connection:
        """The connection of this process to the file that is at the path now, of which that is the status."""
        identity = None if status is None else (os.getpid(), status.st_dev, status.st_ino)
        if self._connection is not None and identity is not None and identity == self._identity:
            return self._connection
        self.close()
        db, snapshot = self._connect(), False
        try:
            if 0 < version_of(db, self.path) < SCHEMA:
                try:
                    bring_to_this_version(db, self.path)
                except sqlite3.OperationalError as error:
                    if "readonly" not in str(error):
                        raise
                    db, snapshot = _upgraded_copy(db), True
        except BaseException:
            db.close()
            raise
        status = os.stat(self.path)
        self._connection = db
        # A copy is of one moment: it is made anew for the next call.
        self._identity = (os.getpid(), 0 if snapshot else status.st_dev, 0 if snapshot else status.st_ino)
        return db

    def _connect(self) -> sqlite3.Connection:
        """A connection; on a store that cannot be written, one that only reads."""
        db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            db.close()
            # WAL wants to write beside the file even to read it; on a read-only store only this is possible.
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            uri = f"{self.path.absolute().as_uri()}?immutable=1"
            db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        except BaseException:
            db.close()
            raise
        db.text_factory = decode
        return db


def decode(data: bytes) -> str:
    """A text_factory: damaged text must not keep the other columns of its row, or the other rows, from being read."""
    return data.decode("utf-8", "replace")


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Holds the write lock; what is done inside is done as a whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """The version of the tables in the file; 0 for a file without any.

    Raises:
        QueueError: it is newer than this code, or another program's.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if 1 <= version <= SCHEMA:
        return int(version)
    if version > SCHEMA:
        raise QueueError(
            f"{path} was written by a newer bozzetto (schema {version}; this one knows {SCHEMA}): update "
            "bozzetto, or set BOZZETTO_HOME to another folder. Runs can still be listed, resumed and exported"
        )
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables or version:
        raise QueueError(f"{path} is a database of another program; move it away, or set BOZZETTO_HOME")
    return 0


def bring_to_this_version(db: sqlite3.Connection, path: Path) -> None:
    """Makes the tables, or moves those of an earlier version to this one; once, whoever comes first."""
    db.execute("PRAGMA journal_mode = WAL")
    with transaction(db):
        version = version_of(db, path)
        if version == 0:
            make_tables(db)
        elif version < SCHEMA:
            upgrade_tables(db)


def _upgraded_copy(db: sqlite3.Connection) -> sqlite3.Connection:
    """A queue of an earlier version that cannot be written, as a copy of this version in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    db.backup(copy)
    db.close()
    copy.text_factory = decode
    with transaction(copy):
        upgrade_tables(copy)
    return copy


@contextlib.contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, with what to do."""
    try:
        with disk_errors(f"use the queue {path}"):
            yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        # The latter where the name of a table or column is no text.
        text = str(error)
        if "locked" in text:
            raise QueueError(
                f"{path} was busy for {BUSY_SECONDS:.0f} s; is a process stopped in the middle?"
            ) from error
        if "full" in text:
            raise DiskError(
                f"cannot write the queue {path}: the disk is full; free some space and try again"
            ) from error
        if "readonly" in text or "unable to open" in text:
            raise DiskError(f"cannot write the queue {path}: {text}; check the path and its permissions") from error
        if "disk I/O" in text:
            raise DiskError(f"cannot use the queue {path}: {text}; is the disk full or failing?") from error
        if "malformed database schema" in text and sqlite3.sqlite_version_info < (3, 37):
            raise QueueError(
                f"{path} was made with a newer SQLite than this Python has ({sqlite3.sqlite_version}; 3.37 or later is "
                "needed); use a newer Python"
            ) from error
        raise QueueError(
            f"the queue {path} is damaged ({text}); `bozzetto queue repair` saves what can be read. Runs are whole, "
            "and can still be listed, resumed and exported"
        ) from error

"""Keys of a server: random, kept as hashes in a file that is read again whenever it changes.

The file is JSON: {"keys": [{"name": "studio", "sha256": "...", "scopes": ["read", "write"], "running": 2, "queued": 50,
"per_hour": 100, "expires": "2027-01-01"}]}. A key has 256 random bits, so a plain hash cannot be turned back, and none
slow enough for passwords is needed, by which anybody could keep the server busy.
"""

import base64
import contextlib
import datetime
import hashlib
import hmac
import json
import logging
import os
import re
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.atomic import atomic_file
from bozzetto.jobs.config.errors import BozzettoError, ConfigError, DataError
from bozzetto.jobs.config.json_file import read_json_object
from bozzetto.jobs.store.runs import disk_errors

SCOPES = ("read", "write", "admin")
"""`read`: words, own jobs and their files. `write`: to submit, stop and delete them. `admin`: also those of others."""
PREFIX = "bz_"
MAX_KEYS = 10_000
SECRET_FILE = "service-secret"
"""In the home folder: what the secrets of callbacks are derived from."""

log = logging.getLogger(__name__)


class KeysError(BozzettoError):
    """The file of keys cannot be used."""


@dataclass(frozen=True)
class Caller:
    """Who asks."""

    name: str
    """Of the key; empty on a server without keys."""
    scopes: frozenset[str]
    """Of SCOPES."""
    running: int = 0
    """Jobs at work at once; 0 is any number."""
    queued: int = 10_000
    """Jobs that may wait."""
    per_hour: int = 0
    """Jobs that may be asked for within an hour; 0 is any number."""


LOCAL = Caller("", frozenset(SCOPES))
"""Whoever asks a server without keys, from the same machine."""


class KeyFile:
    """The keys in a file; a change counts from the next request on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._seen: tuple[int, ...] | None = None
        self._callers: list[tuple[bytes, Caller, float]] = []

    def find(self, key: str, now: float) -> Caller | None:
        """Who a key belongs to; None for none, and for one that has expired.

        Raises:
            KeysError: the file cannot be read; then nobody is let in.
        """
        self._refresh()
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
        found = None
        # All of them, so that the time says nothing about which one it was.
        for known, caller, expires in self._callers:
            if hmac.compare_digest(known, digest) and now < expires:
                found = caller
        return found

    def _refresh(self) -> None:
        with self._lock:
            try:
                status = os.stat(self._path)
                seen = (status.st_mtime_ns, status.st_size, status.st_ino)
                if seen != self._seen:
                    self._callers = [_to_caller(entry) for entry in read_entries(self._path)]
                    self._seen = seen
            except (OSError, DataError, ConfigError) as error:
                self._seen = None
                log.error("the keys in %s cannot be read: %s", self._path, error)
                raise KeysError("the keys of this server cannot be read just now") from error


def read_entries(path: Path) -> list[dict[str, Any]]:
    """The entries of a file of keys, as they stand there.

    Raises:
        DataError: it is none.
        FileNotFoundError: there is no such file.
    """
    entries = read_json_object(path).get("keys")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DataError(f'{path} should hold {{"keys": [...]}}')
    if len(entries) > MAX_KEYS:
        raise DataError(f"{path} holds {len(entries)} keys; at most {MAX_KEYS} are read")
    return entries


def add_key(
    path: Path, name: str, scopes: tuple[str, ...], *, running: int, queued: int, per_hour: int, expires: str = ""
) -> str:
    """Makes a key and writes its hash into the file, which is made if need be.

    Returns:
        The key. It is written down nowhere.
    Raises:
        ConfigError: the name is taken or cannot be used, an unknown scope, or not a date.
        DataError, DiskError: the file cannot be read or written.
    """
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", name):
        raise ConfigError(f"a key's name is made of letters, digits, dots, - and _; got {name!r}")
    entries = _entries_or_none(path)
    if any(entry.get("name") == name for entry in entries):
        raise ConfigError(f"there is a key {name!r} already; choose another name, or revoke it first")
    key = PREFIX + secrets.token_urlsafe(32)
    entry: dict[str, Any] = {
        "name": name,
        "sha256": hashlib.sha256(key.encode()).hexdigest(),
        "scopes": list(scopes),
        "running": running,
        "queued": queued,
        "per_hour": per_hour,
    }
    if expires:
        entry["expires"] = expires
    _to_caller(entry)
    _write(path, [*entries, entry])
    return key


def revoke_key(path: Path, name: str) -> None:
    """Takes a key out of the file; a server that runs refuses it from the next request on.

    Raises:
        ConfigError: there is no key of that name.
        DataError, DiskError: the file cannot be read or written.
    """
    entries = _entries_or_none(path)
    kept = [entry for entry in entries if entry.get("name") != name]
    if len(kept) == len(entries):
        raise ConfigError(f"there is no key {name!r} in {path}")
    _write(path, kept)


def webhook_secret(folder: Path, name: str) -> bytes:
    """What callbacks of a key's jobs are signed with; the same as long as the home folder's secret is.

    Args:
        folder: the home folder.
        name: of the key.
    Raises:
        DiskError: the home folder cannot be written.
    """
    path = folder / SECRET_FILE
    with disk_errors(f"write {path}"):
        folder.mkdir(parents=True, exist_ok=True)
        # Two who come first at once: one of them makes it.
        with contextlib.suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(base64.b64encode(secrets.token_bytes(32)))
                file.flush()
                os.fsync(file.fileno())
        root = path.read_bytes()
    return hmac.digest(root, b"webhook:" + name.encode(), "sha256")


def secret_text(secret: bytes) -> str:
    """A secret as Standard Webhooks writes it."""
    return "whsec_" + base64.b64encode(secret).decode()


def _entries_or_none(path: Path) -> list[dict[str, Any]]:
    try:
        return read_entries(path)
    except FileNotFoundError:
        return []


def _write(path: Path, entries: list[dict[str, Any]]) -> None:
    with disk_errors(f"write {path}"), atomic_file(path) as file:
        os.fchmod(file.fileno(), 0o600)
        file.write((json.dumps({"keys": entries}, indent=2) + "\n").encode())


def _to_caller(entry: dict[str, Any]) -> tuple[bytes, Caller, float]:
    """(hash, who, until when in seconds since 1970).

    Raises:
        ConfigError: an entry is not as it should be.
    """
    name, scopes = entry.get("name"), entry.get("scopes", ["read", "write"])
    if not isinstance(name, str) or not name:
        raise ConfigError("each key has a name")
    if not isinstance(scopes, list) or not scopes or not set(map(str, scopes)) <= set(SCOPES):
        raise ConfigError(f"the scopes of the key {name!r} are of {', '.join(SCOPES)}; got {scopes!r:.80}")
    numbers = {}
    for field, default in (("running", 2), ("queued", 50), ("per_hour", 100)):
        value = entry.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
            raise ConfigError(f"{field} of the key {name!r} is a whole number; got {value!r:.40}")
        numbers[field] = value
    expires = float("inf")
    if "expires" in entry:
        try:
            date = datetime.datetime.fromisoformat(str(entry["expires"]))
        except ValueError:
            raise ConfigError(f"expires of the key {name!r} is a date such as 2027-01-31") from None
        expires = (date if date.tzinfo else date.replace(tzinfo=datetime.timezone.utc)).timestamp()
    try:
        digest = bytes.fromhex(str(entry.get("sha256", "")))
    except ValueError:
        digest = b""
    if len(digest) != 32:
        raise ConfigError(f"sha256 of the key {name!r} should be 64 hexadecimal digits")
    granted = set(scopes) | ({"read", "write"} if "admin" in scopes else set())
    return digest, Caller(name, frozenset(granted), **numbers), expires

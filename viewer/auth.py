"""The password of a shared workbench: a salted hash, compared in constant time, slowed down after wrong tries."""

import base64
import hashlib
import hmac
import os
import threading
import time

LOCK = "BOZZETTO_VIEW_LOCK"
"""Environment variable that carries the hash from the launcher to the pages; absent: no password is asked for."""
MIN_CHARACTERS = 8
FREE_TRIES = 5
LONGEST_WAIT = 60.0


def seal(password: str) -> str:
    """A salted scrypt hash of a password, as text."""
    salt = os.urandom(16)
    return f"scrypt:{_text(salt)}:{_text(_digest(password, salt))}"


def opens(sealed: str, password: str) -> bool:
    """Whether a password is the one that was sealed; a damaged seal opens to nothing."""
    kind, _, rest = sealed.partition(":")
    salt, _, digest = rest.partition(":")
    try:
        expected, known = base64.b64decode(digest, validate=True), base64.b64decode(salt, validate=True)
    except ValueError:
        return False
    if kind != "scrypt" or len(known) != 16 or len(expected) != 32:
        return False
    return hmac.compare_digest(_digest(password, known), expected)


class Turnstile:
    """Counts wrong tries of all visitors together; after FREE_TRIES of them each further one costs a growing wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wrong = 0
        self._free_at = 0.0

    def seconds_to_wait(self) -> float:
        """Seconds until the next try is looked at; 0 when it is at once."""
        return max(0.0, self._free_at - time.monotonic())

    def try_password(self, sealed: str, password: str) -> bool:
        """Whether the password opens the seal; False without looking while a wait runs."""
        with self._lock:
            if self.seconds_to_wait() > 0:
                return False
            if opens(sealed, password):
                self._wrong = 0
                return True
            self._wrong += 1
            if self._wrong >= FREE_TRIES:
                self._free_at = time.monotonic() + min(LONGEST_WAIT, 2.0 ** (self._wrong - FREE_TRIES + 1))
            return False


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1, maxmem=2**26, dklen=32)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()

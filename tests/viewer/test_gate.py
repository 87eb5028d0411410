"""The password of a shared workbench."""

import pytest

from bozzetto.viewer import auth
from bozzetto.viewer.auth import Turnstile, opens, seal


def test_a_seal_opens_to_its_password_only():
    sealed = seal("correct horse")
    assert opens(sealed, "correct horse") and "correct" not in sealed
    for wrong in ("", "correct hors", "correct horse ", "Correct horse", "x" * 10_000):
        assert not opens(sealed, wrong)
    assert seal("correct horse") != sealed


@pytest.mark.parametrize("sealed", ["", "scrypt", "scrypt::", "scrypt:AAAA:AAAA", "plain:x:y", "scrypt:%%:%%"])
def test_a_damaged_seal_opens_to_nothing(sealed):
    assert not opens(sealed, "") and not opens(sealed, "x")


def test_wrong_tries_cost_a_growing_wait(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(auth.time, "monotonic", lambda: now[0])
    sealed, turnstile = seal("correct horse"), Turnstile()
    for _ in range(auth.FREE_TRIES - 1):
        assert not turnstile.try_password(sealed, "wrong") and turnstile.seconds_to_wait() == 0
    waits = []
    for _ in range(8):
        assert not turnstile.try_password(sealed, "wrong")
        waits.append(turnstile.seconds_to_wait())
        # While the wait runs not even the right one is looked at.
        assert not turnstile.try_password(sealed, "correct horse")
        now[0] += waits[-1]
    assert waits == sorted(waits) and waits[0] == 2 and waits[-1] == auth.LONGEST_WAIT
    assert turnstile.try_password(sealed, "correct horse") and turnstile.seconds_to_wait() == 0

"""Ctrl-C and SIGTERM as exceptions that reach the command, wherever they find it."""

import os
import signal
import sys
import threading
from types import FrameType
from typing import NoReturn

AGAIN_SECONDS = 0.02
"""After which a signal whose exception was swallowed is sent again."""


def end_on_signals() -> None:
    """From now on SIGTERM ends this process by an exception, as Ctrl-C does, and neither is lost.

    An exception that is raised while a library in C calls Python back (Numba, as it keeps what it has compiled), or in
    a finaliser, goes no further: Python prints a traceback, and the command works on. Its signal is sent once more.
    """
    signal.signal(signal.SIGTERM, _exit)
    sys.unraisablehook = _send_again


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def _send_again(swallowed: "sys.UnraisableHookArgs") -> None:
    error = swallowed.exc_value
    if isinstance(error, KeyboardInterrupt):
        number = int(signal.SIGINT)
    elif isinstance(error, SystemExit) and error.code == 128 + signal.SIGTERM:
        number = int(signal.SIGTERM)
    else:
        sys.__unraisablehook__(swallowed)
        return
    timer = threading.Timer(AGAIN_SECONDS, os.kill, (os.getpid(), number))
    timer.daemon = True
    timer.start()

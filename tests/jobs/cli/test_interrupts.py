"""Signals that come while a library in C calls Python back end a command all the same."""

import ctypes
import os
import signal
import sys
import time

import pytest

from bozzetto.jobs.cli.interrupts import end_on_signals


def in_a_callback(number: int) -> None:
    """Sends this process a signal from a function that C calls, and then works on for a while."""

    @ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    def compare(a: int, b: int) -> int:
        os.kill(os.getpid(), number)
        return 0

    library = ctypes.PyDLL(None)
    numbers = (ctypes.c_int * 2)(2, 1)
    library.qsort(numbers, ctypes.c_size_t(2), ctypes.c_size_t(ctypes.sizeof(ctypes.c_int)), compare)
    os.write(1, b"swallowed ")
    time.sleep(20)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_was_swallowed_is_sent_again(number, code):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        ended = 1
        try:
            os.dup2(writer, 1)
            os.dup2(writer, 2)
            sys.stderr = os.fdopen(2, "w", closefd=False)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            end_on_signals()
            in_a_callback(number)
        except KeyboardInterrupt:
            ended = 130
        except SystemExit as end:
            ended = end.code
        finally:
            os._exit(ended)
    os.close(writer)
    _, status = os.waitpid(pid, 0)
    with os.fdopen(reader) as said:
        assert said.read() == "swallowed ", "and no traceback"
    assert os.waitstatus_to_exitcode(status) == code


def test_other_errors_that_nobody_sees_are_printed(capfd):
    before = signal.getsignal(signal.SIGTERM), sys.unraisablehook
    try:
        end_on_signals()

        class Odd:
            def __del__(self) -> None:
                raise ValueError("odd")

        Odd()
        assert "ValueError: odd" in capfd.readouterr().err
    finally:
        signal.signal(signal.SIGTERM, before[0])
        sys.unraisablehook = before[1]

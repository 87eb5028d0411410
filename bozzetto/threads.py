"""How many threads compiled kernels and torch's operations use.

Torch splits each small operation over its threads and waits for all of them: on two cores that gains a tenth in a
training step, and beside a busy core every wait lasts until the system gives that core back, hundreds of times a step.
A compiled kernel does a large part of a step between two waits. So a run whose work is in kernels gives them its
threads, and leaves torch one.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass

import numba
import torch

JUST_BEGUN = 10.0
"""Seconds since the import within which `free_threads` goes by what the cores have done since."""
_wanted: ContextVar[tuple[int, int]] = ContextVar("wanted_threads", default=(0, 0))
"""Threads of kernels and of torch's operations that `use_threads` set here; 0 where it set none."""
_left: ContextVar[Callable[[], bool]] = ContextVar("left_threads", default=lambda: False)
"""Whether a kernel leaves one of its threads to work beside it."""
_lock = threading.Lock()
_users = 0
"""How many `use_threads` are open, in all threads of the process."""
_unset = 0
"""Threads of torch's operations outside of `use_threads`, while one is open."""


def operation_threads() -> int:
    """Threads of torch's operations as the process has them outside of `use_threads`.

    Not `torch.get_num_threads()`: torch gives a thread that starts the number that was last set in any other.
    """
    with _lock:
        return _unset if _users else torch.get_num_threads()


def kernel_threads() -> int:
    """Threads of the next compiled kernel: what `use_threads` set, else `operation_threads()`, less what
    `leave_a_thread` leaves."""
    wanted = _wanted.get()[0] or operation_threads()
    most: int = numba.config.NUMBA_NUM_THREADS  # type: ignore[attr-defined]  # set when numba is imported
    return max(1, min(wanted, most) - _left.get()())


@dataclass(frozen=True)
class _Look:
    """What the cores have done until now."""

    at: float
    """`time.monotonic()`, seconds."""
    cores: list[tuple[int, int]]
    """See `_busy_time`."""
    own: float
    """Ticks that this process itself took."""


def _look() -> _Look:
    used = os.times()
    return _Look(time.monotonic(), _busy_time(), (used.user + used.system) * os.sysconf("SC_CLK_TCK"))


def free_threads(seconds: float = 0.15) -> int:
    """Threads that would have a core of their own just now: `kernel_threads()`, less one for each core that other
    processes of no lower priority keep busy, at least 1; all where the system does not say (only Linux does).

    Kernels that share their cores wait for one another: beside one busy process, two threads take longer than one.

    Args:
        seconds: over which the cores are watched; a command that has just begun has watched them since then.
    """
    threads = kernel_threads()
    if threads < 2:
        return threads
    try:
        before = _begun
        if before is None or not seconds <= time.monotonic() - before.at <= JUST_BEGUN:
            before = _look()
            time.sleep(seconds)
        after = _look()
    except (OSError, ValueError):
        return threads
    total = sum(now[1] - then[1] for now, then in zip(after.cores, before.cores, strict=True))
    taken = sum(now[0] - then[0] for now, then in zip(after.cores, before.cores, strict=True))
    others = max(0.0, taken - (after.own - before.own))
    busy = len(after.cores) * others / total if total else 0.0
    return max(1, threads - max(0, round(busy - (len(after.cores) - threads))))


def _busy_time() -> list[tuple[int, int]]:
    """Of each core that this process may use: ticks that were not idle or for nicer processes, and all ticks."""
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set[int]()
    cores = []
    with open("/proc/stat", encoding="ascii") as file:
        # The system does not say how nice they were: one that is nice itself takes them for as nice.
        as_nice = os.getpriority(os.PRIO_PROCESS, 0) > 0
        for line in file:
            name, *values = line.split()
            if name[:3] == "cpu" and name[3:].isdigit() and int(name[3:]) in allowed:
                user, nice, system, idle, waiting, *others = (int(value) for value in values[:8])
                busy = user + system + sum(others) + (nice if as_nice else 0)
                cores.append((busy, user + nice + system + idle + waiting + sum(others)))
    if not cores:
        raise ValueError("/proc/stat names no core of this process")
    return cores


def prepare_kernel() -> int:
    """Lets the next kernel of this thread run on `kernel_threads()` threads; that number.

    Numba's OpenMP layer, at its first use, sets the number of threads that torch's operations use too: put back here.
    """
    of_torch, threads = torch.get_num_threads(), kernel_threads()
    numba.set_num_threads(threads)
    if torch.get_num_threads() != of_torch:
        torch.set_num_threads(of_torch)
    return threads


@contextlib.contextmanager
def use_threads(kernels: int, operations: int = 0) -> Iterator[None]:
    """Threads while inside. Several threads may be inside at once, each with its own numbers.

    Args:
        kernels: of compiled kernels; 0 leaves them as they are.
        operations: of torch's operations; 0 gives them as many as the kernels.
    """
    global _users, _unset
    outer = _wanted.get()
    # Asked for in any case: the first question in a thread is what makes its own number its own.
    of_torch = torch.get_num_threads()
    with _lock:
        if not _users:
            _unset = of_torch
        _users += 1
    inner = (kernels or outer[0], operations or kernels or outer[1] or _unset)
    token = _wanted.set(inner)
    torch.set_num_threads(inner[1])
    try:
        yield
    finally:
        _wanted.reset(token)
        with _lock:
            _users -= 1
            torch.set_num_threads(outer[1] or _unset)


@contextlib.contextmanager
def leave_a_thread(now: Callable[[], bool]) -> Iterator[None]:
    """Kernels of this thread leave one of their threads to work beside them, while inside.

    Args:
        now: says, at each kernel, whether they do.
    """
    token = _left.set(now)
    try:
        yield
    finally:
        _left.reset(token)


# Of the import: a command asks a second or two later, and need not wait to see what others do.
_begun: _Look | None = None
with contextlib.suppress(OSError, ValueError, AttributeError):
    _begun = _look()

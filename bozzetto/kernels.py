"""How a kernel is compiled: by numba, at its first call, once a machine.

Numba keeps what it has compiled, but two processes that begin together both compile the same kernels, and may write one
over the other's into the cache. Here a kernel is compiled under a lock: whoever comes second waits, and loads it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any, TextIO, TypeVar

import numba
import numpy as np
from numba.core.caching import FunctionCache
from numba.core.cpu_options import ParallelOptions
from numba.core.dispatcher import Dispatcher
from numba.core.sigutils import normalize_signature

try:
    import fcntl
except ImportError:  # Windows has no flock: processes compile for themselves there.
    fcntl = None  # type: ignore[assignment]

LONGEST_WAIT = 120.0
"""Seconds after which a process compiles what another has not finished: that one has been stopped."""
RANGES_ALONE = {"numpy": False, "reduction": False, "fusion": False, "stencil": False, "inplace_binop": False}
"""What numba's `parallel` does but for `prange`: sums and new arrays as loops over threads, which take long to compile
and gain nothing where arrays are small."""
F = TypeVar("F", bound=Callable[..., Any])


def kernel(*, parallel: bool = False, by_address: bool = False, **options: Any) -> Callable[[F], Any]:
    """`numba.njit` for a kernel: without the interpreter lock, and kept for later processes.

    Args:
        parallel: give the rounds of its `prange` to several threads.
        by_address: other kernels call it by its address, see `bozzetto.addresses`; what that takes is not made for all.
        options: further ones of `numba.njit`, such as `fastmath`.
    """
    if parallel:
        options["parallel"] = ParallelOptions(dict(RANGES_ALONE))  # which numba empties

    def decorate(function: F) -> Any:
        njit: Any = numba.njit  # its own type hints lack some of its options
        made: Any = njit(nogil=True, no_cfunc_wrapper=not by_address, **options)(function)
        if isinstance(made, Dispatcher):  # not where NUMBA_DISABLE_JIT is set
            made._cache = KernelCache(function)  # type: ignore[attr-defined]
        return made

    return decorate


class KernelCache(FunctionCache):
    """What is kept of one kernel; while it is compiled, other processes wait for it."""

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__(function)
        # Numba looks at the kernel's own file alone, but code of those that it calls is in it too.
        self._cache_file._source_stamp = _stamp(function)
        self._lock: TextIO | None = None

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """What is kept for a signature; None where there is nothing, and it is this process's turn to compile it."""
        kept = super().load_overload(sig, target_context)
        if kept is None and self._lock is None:
            self._take(LONGEST_WAIT)
            kept = super().load_overload(sig, target_context)
            if kept is not None:
                self._let_go()
        return kept

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keeps what was compiled."""
        try:
            super().save_overload(sig, data)
        finally:
            self._let_go()

    def _index_key(self, sig: Any, codegen: Any) -> Any:
        # By arguments alone: called by its address, a kernel is asked for with what it returns too.
        return super()._index_key(tuple(normalize_signature(sig)[0]), codegen)

    def holds(self, sig: Any, target_context: Any) -> bool:
        """Whether a signature is kept; it is not loaded."""
        return self._index_key(sig, target_context.codegen()) in self._cache_file._load_index()

    @contextlib.contextmanager
    def turn(self) -> Iterator[bool]:
        """Whether it is this process's turn to compile it, while inside; False while another does."""
        mine = self._lock is not None or self._take(0.0)
        try:
            yield mine
        finally:
            if mine:
                self._let_go()

    def _take(self, seconds: float) -> bool:
        try:
            self._lock = hold(os.path.join(self.cache_path, f"{self._impl.filename_base}.lock"), seconds)
        except OSError:  # nobody can wait there for anybody
            return True
        return self._lock is not None

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def hold(path: str | os.PathLike[str], seconds: float = 0.0) -> TextIO | None:
    """A file that is this process's until it is closed, or the process ends; None while it is another's.

    Args:
        path: of the file, which is made.
        seconds: to wait for it.
    Raises:
        OSError: it cannot be made, or the file system has no locks.
    """
    handle = open(path, "a", encoding="utf-8")  # noqa: SIM115 - it is the caller's
    last = time.monotonic() + seconds
    try:
        while fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= last:
                    handle.close()
                    return None
                time.sleep(0.02)
    except BaseException:
        handle.close()
        raise
    return handle


def _stamp(function: Callable[..., Any]) -> str:
    """Digest of what a kernel is made of: its file, those of the functions that it calls, constants of others."""
    parts, seen = {__name__: _digest_of_file(__file__)}, set[Any]()
    waiting: list[Any] = [function]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        # Not the path, which is another one after a move.
        parts[one.__module__] = _digest_of_file(one.__code__.co_filename)
        for name in _names(one.__code__):
            value = one.__globals__.get(name)
            called = getattr(value, "__wrapped__", None)  # of a kernel or an intrinsic
            if hasattr(called, "__code__"):
                waiting.append(called)
            elif isinstance(value, int | float | np.generic | tuple):
                parts[f"{one.__module__} {name}"] = repr(value)
            elif isinstance(value, np.ndarray):
                parts[f"{one.__module__} {name}"] = hashlib.sha256(value.tobytes()).hexdigest()
    return hashlib.sha256(repr(sorted(parts.items())).encode()).hexdigest()


@functools.cache
def _digest_of_file(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _names(code: CodeType) -> Iterator[str]:
    """The names that code, and functions in it, look up."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)

"""How many threads compiled kernels and torch's operations use.

Torch splits each small operation over its threads and waits for all of them: on two cores that gains a tenth in a
training step, and beside a busy core every wait lasts until the system gives that core back, hundreds of times a step.
A compiled kernel does a large part of a step between two waits. So a run whose work is in kernels gives them its
threads, and leaves torch one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

import numba
import torch

_kernel_threads: ContextVar[int] = ContextVar("kernel_threads", default=0)


def kernel_threads() -> int:
    """Threads of the next compiled kernel: what `use_threads` set, else as many as torch's operations have."""
    wanted = _kernel_threads.get() or torch.get_num_threads()
    most: int = numba.config.NUMBA_NUM_THREADS  # type: ignore[attr-defined]  # set when numba is imported
    return max(1, min(wanted, most))


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
    """Threads while inside.

    Args:
        kernels: of compiled kernels; 0 leaves them as they are.
        operations: of torch's operations; 0 gives them as many as the kernels.
    """
    before = torch.get_num_threads()
    token = _kernel_threads.set(kernels or _kernel_threads.get())
    torch.set_num_threads(operations or kernels or before)
    try:
        yield
    finally:
        _kernel_threads.reset(token)
        torch.set_num_threads(before)

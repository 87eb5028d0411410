"""Compiled kernels use as many threads as torch does."""

from __future__ import annotations

import numba
import torch


def use_torch_threads() -> None:
    """Let the next kernel of this thread run on torch.get_num_threads() threads, as far as numba has them.

    Numba's OpenMP layer, at its first use, sets the number of threads that torch's operations use too: put back here.
    """
    threads = torch.get_num_threads()
    numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))  # type: ignore[attr-defined]
    if torch.get_num_threads() != threads:
        torch.set_num_threads(threads)

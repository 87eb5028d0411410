"""Compiled kernels use as many threads as torch does."""

from __future__ import annotations

import numba
import torch


def use_torch_threads() -> None:
    """Let the next kernel of this thread run on torch.get_num_threads() threads, as far as numba has them."""
    most = numba.config.NUMBA_NUM_THREADS  # type: ignore[attr-defined]
    numba.set_num_threads(max(1, min(torch.get_num_threads(), most)))

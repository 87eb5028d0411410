"""Adam for a table of which a step meets few rows, on the CPU in one pass over those rows."""

from __future__ import annotations

import math
from collections.abc import Callable

import numba
import numpy as np
import torch

from bozzetto.kernels import kernel


@kernel(parallel=True, fastmath=True)
def _update(  # compiled: numba infers the types
    rows, mean, square, which, starts, order, grads, size, beta1, beta2, eps
):
    width, blocks = rows.shape[1], 16
    length = (width + blocks - 1) // blocks
    for job in numba.prange(len(which) * blocks):
        i, low = job // blocks, job % blocks * length
        row, m, v = rows[which[i]], mean[which[i]], square[which[i]]
        for k in range(low, min(low + length, width)):
            g = np.float32(0)
            for j in range(starts[i], starts[i + 1]):
                g += grads[order[j], k]
            m[k] += (g - m[k]) * beta1
            v[k] += (g * g - v[k]) * beta2
            row[k] -= size * m[k] / (np.sqrt(v[k]) + eps)


class RowAdam(torch.optim.SparseAdam):
    """``torch.optim.SparseAdam``, of one table of rows [K, N]; several times faster where the rows lie in memory."""

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """Changes the rows that the gradient has; the others, and their moments, stay as they are."""
        (group,) = self.param_groups
        (table,) = group["params"]
        if table.device.type != "cpu" or closure is not None:
            super().step(closure)
            return
        if table.grad is None:
            return
        state = self.state[table]
        if not state:
            state |= {"step": 0, "exp_avg": torch.zeros_like(table), "exp_avg_sq": torch.zeros_like(table)}
        state["step"] += 1
        (beta1, beta2), step = group["betas"], state["step"]
        size = group["lr"] * math.sqrt(1 - beta2**step) / (1 - beta1**step)
        places = table.grad._indices()[0].numpy()
        which, counts = np.unique(places, return_counts=True)
        _update(
            table.numpy(),
            state["exp_avg"].numpy(),
            state["exp_avg_sq"].numpy(),
            which,
            np.concatenate([[0], np.cumsum(counts)]),
            np.argsort(places, kind="stable"),
            table.grad._values().numpy(),
            np.float32(size),
            np.float32(1 - beta1),
            np.float32(1 - beta2),
            np.float32(group["eps"]),
        )

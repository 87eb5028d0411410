"""From our time to a model's own, and back: two times are the same when their signal-to-noise ratios are.

A variance-preserving model (Stable Diffusion, IF) has a table of alphas_cumprod over T steps; its steps k are filled in
between by linear interpolation of log snr, which is what its time embedding, a smooth function, sees. A rectified flow
(Liu et al. 2022, arXiv 2209.03003; SD3, arXiv 2403.03206) has x_s = (1 - s) x0 + s eps, which is our x_t divided by
alpha + sigma at s = sigma / (alpha + sigma).
"""

from __future__ import annotations

import functools
import math

import torch
from jaxtyping import Float, Real
from torch import Tensor

from bozzetto.sds.schedule import alpha, sigma


def log_snr_table(alphas_cumprod: Float[Tensor, " steps"]) -> Float[Tensor, " steps"]:
    """log snr of each step, float64 [T], decreasing.

    Args:
        alphas_cumprod: [T], decreasing, in (0, 1).

    Raises:
        ValueError: the table is not one of a diffusion.
    """
    table = alphas_cumprod.detach().double().cpu()
    if table.dim() != 1 or len(table) < 2 or not bool((table[1:] < table[:-1]).all()):
        raise ValueError("alphas_cumprod: expected a decreasing table [T]")
    if not bool(((table > 0) & (table < 1)).all()):
        raise ValueError("alphas_cumprod: expected values in (0, 1)")
    return torch.log(table / (1 - table))


def step_of(t: Float[Tensor, " b"], table: Float[Tensor, " steps"]) -> Float[Tensor, " b"]:
    """The model's step k with the noise level of our time t; times beyond the table's ends get its ends.

    Args:
        t: our time in (0, 1), [B].
        table: from `log_snr_table`.

    Returns:
        Fractional steps in [0, T - 1], float32 [B], on the device of `t`.
    """
    times, table = t.detach().double(), _on(table, t.device)
    level = (2 * torch.log(alpha(times) / sigma(times))).clamp(table[-1], table[0])
    right = torch.searchsorted(-table, -level).clamp(1, len(table) - 1)
    left = right - 1
    part = (table[left] - level) / (table[left] - table[right])
    return (left + part).float()


@functools.lru_cache(maxsize=8)
def _on(table: Tensor, device: torch.device) -> Tensor:
    """A table where the times are, so that the host waits for no card."""
    return table.to(device)


def time_of_step(step: Real[Tensor, "*shape"], table: Float[Tensor, " steps"]) -> Float[Tensor, "*shape"]:
    """Our time at a model's step, the inverse of `step_of`.

    Args:
        step: in [0, T - 1], [B].
        table: from `log_snr_table`.

    Returns:
        Times in (0, 1), of the type and device of `step` (float32 where that is an integer).
    """
    steps = step.detach().double().cpu().clamp(0, len(table) - 1)
    left = steps.floor().long().clamp(max=len(table) - 2)
    level = torch.lerp(table[left], table[left + 1], steps - left)
    times = torch.atan(torch.exp(-level / 2)) * (2 / math.pi)
    return times.to(step.dtype if step.is_floating_point() else torch.float32).to(step.device)


def flow_time(t: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """s = sigma / (alpha + sigma), the flow's time with the noise level of t; any shape, in (0, 1)."""
    return sigma(t) / (alpha(t) + sigma(t))


def time_of_flow(s: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Our time at a flow's time, the inverse of `flow_time`: sigma / alpha = s / (1 - s); any shape."""
    return torch.atan2(s, 1 - s) * (2 / math.pi)

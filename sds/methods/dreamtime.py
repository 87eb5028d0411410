"""DreamTime (Huang et al. 2023, arXiv 2306.12422): times that go down, and stay where they matter."""

from __future__ import annotations

import functools
import math

import torch

M1, M2, S1, S2 = 0.8, 0.5, 0.3, 0.1
"""The paper's m1, m2, s1, s2 (800, 500, 300, 100) over 1000 steps."""
_GRID = 1000


@functools.lru_cache(maxsize=8)
def _fractions(m1: float, m2: float, s1: float, s2: float) -> tuple[float, ...]:
    """Share of the run that lies above each time of the grid: sum_{t' >= t} W(t'), normalised."""
    u = (torch.arange(_GRID, dtype=torch.float64) + 0.5) / _GRID
    # sigma / alpha of Stable Diffusion's scaled-linear schedule, which the paper's values were made for.
    betas = torch.linspace(math.sqrt(0.00085), math.sqrt(0.012), _GRID, dtype=torch.float64) ** 2
    alphas_cumprod = torch.cumprod(1 - betas, 0)
    w_d = ((1 - alphas_cumprod) / alphas_cumprod).sqrt()
    high = torch.exp(-((u - m1) ** 2) / (2 * s1**2))
    low = torch.exp(-((u - m2) ** 2) / (2 * s2**2))
    w_p = torch.where(u > m1, high, torch.where(u < m2, low, torch.ones_like(u)))
    weights = w_d * w_p
    above = torch.flip(torch.cumsum(torch.flip(weights, (0,)), 0), (0,)) / weights.sum()
    return tuple(above.tolist())


def dreamtime_range(
    step: int, total: int, t_min: float, t_max: float, m1: float = M1, m2: float = M2, s1: float = S1, s2: float = S2
) -> tuple[float, float]:
    """The one time of a step, as a fraction of the schedule:

        t(i) = argmin_t' | sum_{t = t'}^{T} W(t) - i / N |,    W = W_d W_p,    W_d = sqrt((1 - alphas) / alphas)
        W_p = exp(-(t - m1)^2 / 2 s1^2) above m1, 1 between, exp(-(t - m2)^2 / 2 s2^2) below m2

    Args:
        step: 0 .. total - 1.
        total: number of steps, positive.
        t_min: no time is below this.
        t_max: no time is above this.
        m1, m2, s1, s2: shape of W_p.

    Returns:
        (t, t).

    Raises:
        ValueError: `step` is out of range.
    """
    if not 0 <= step < total:
        raise ValueError(f"expected 0 <= step < total, got step {step} of total {total}")
    above = torch.tensor(_fractions(m1, m2, s1, s2), dtype=torch.float64)
    chosen = int((above - step / max(total - 1, 1)).abs().argmin())
    t = min(max((chosen + 0.5) / _GRID, t_min), t_max)
    return t, t

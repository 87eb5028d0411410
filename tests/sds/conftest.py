import math
from collections.abc import Callable

import pytest
import torch

from bozzetto.sds.conditioning import Views


def _make_views(batch: int, dtype: torch.dtype = torch.float64) -> Views:
    light = torch.tensor([0.0, 0.6, 0.8], dtype=dtype)
    return Views(
        azimuth=torch.linspace(0, 1.5 * math.pi, batch, dtype=dtype),
        elevation=torch.linspace(-0.1, 0.8, batch, dtype=dtype),
        light=light.expand(batch, 3).clone(),
        ambient=torch.linspace(0, 1, batch, dtype=dtype),
        background=torch.linspace(0, 1, 3 * batch, dtype=dtype).reshape(batch, 3),
        zoom=torch.ones(batch, dtype=dtype),
        center=torch.zeros(batch, 2, dtype=dtype),
    )


@pytest.fixture
def make_views() -> Callable[..., Views]:
    """(batch, dtype=float64) -> valid views, each field different from view to view where it may be."""
    return _make_views


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(0)

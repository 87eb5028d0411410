"""A backend beside the definition on a small field: what a CUDA backend must pass before it is used."""

from __future__ import annotations

import torch
from torch import Tensor

from bozzetto.nerf.backend import Backend
from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from bozzetto.nerf.field import FieldConfig, HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.render import render

SIZE = 8


class _Forced(HashField):
    """A field whose backend is not asked whether it can run: that is being found out."""

    forced: Backend = "torch"

    @property
    def backend(self) -> Backend:
        return self.forced


def largest_difference(backend: Backend, device: torch.device | str) -> float:
    """The greatest difference of a small render and its gradients from the definition's.

    Args:
        backend: what is tried.
        device: where.

    Returns:
        The difference over the largest value, of the worst of: starts of samples, colour, opacity, depth, gradients;
        infinity when the samples are not as many.
    """
    worst = 0.0
    for expected, got in zip(_results("torch", device), _results(backend, device), strict=True):
        if expected.shape != got.shape:
            return float("inf")
        worst = max(worst, float((expected - got).abs().max() / expected.abs().max().clamp(min=1e-6)))
    return worst


def _results(backend: Backend, device: torch.device | str) -> list[Tensor]:
    """Starts, colour, opacity, depth and gradients of a small field seen by two cameras."""
    config = FieldConfig(levels=4, max_resolution=24, log2_table=10, hidden=16, table_range=0.3, backend="torch")
    field = _Forced(config, torch.Generator().manual_seed(0)).to(device)
    field.forced = backend
    azimuth = torch.tensor([0.3, 2.0])
    c2w, fovy = orbit_c2w(azimuth, azimuth / 6).to(device), torch.full((2,), PRIOR_FOVY, device=device)
    out = render(field, OccupancyGrid(resolution=8).to(device), camera_rays(Cameras(c2w, fovy, SIZE, SIZE)))
    assert out.samples is not None
    (out.rgb.square().sum() + out.depth.sum()).backward()
    gradients = [p.grad for p in field.parameters() if p.grad is not None]
    return [t.detach() for t in (out.samples.t_starts, out.rgb, out.opacity, out.depth, *gradients)]

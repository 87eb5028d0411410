"""A backend's operations beside the definition's on small inputs: what a CUDA backend must pass before it is used."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from bozzetto.nerf.field_config import MIXED_PRECISION_BACKENDS, Backend, FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.operations import Operations, operations_of
from bozzetto.nerf.volrend import Samples

GRADIENT = "gradient of"
MIXED_ALLOWANCE = 10.0
"""How many times the tolerance of float32 mixed precision may differ by."""


@dataclass(frozen=True)
class CheckSize:
    """How much is computed."""

    pixels: int = 48
    """Along an edge of each of two views."""
    points: int = 80_000
    """Samples of the network: several tiles for each of the 528 programs of the Triton backward pass."""


def largest_difference(backend: Backend, device: torch.device | str, size: CheckSize | None = None) -> float:
    """The greatest difference of a backend's operations and their gradients from the definition's.

    The definition computes on the same device, and for `torch` itself on the CPU.

    Args:
        backend: what is tried, in float32 and, where it has that, in mixed precision, whose tolerance is larger by
            MIXED_ALLOWANCE.
        device: where.
        size: how much is computed; by default enough for sums that go over several tiles.

    Returns:
        The difference over the largest value, of the worst output or gradient of all operations; infinity when a shape
        differs.
    """
    size, device = size or CheckSize(), torch.device(device)
    reference = torch.device("cpu") if backend == "torch" else device
    expected = _results(operations_of("torch"), reference, size, None)
    # On another device a sample on a cell's border may fall to the other side: there the same samples are used.
    samples = expected.samples if reference != device else None
    worst = _worst(expected.tensors, _results(operations_of(backend), device, size, samples).tensors)
    if backend in MIXED_PRECISION_BACKENDS:
        mixed = _results(operations_of(backend, True), device, size, None).tensors
        worst = max(worst, _worst(expected.tensors, mixed) / MIXED_ALLOWANCE)
    return worst


def _worst(expected: dict[str, Tensor], results: dict[str, Tensor]) -> float:
    """The greatest relative difference; of outputs by the largest value, of gradients by the norm, since a unit that is
    just on or off moves single entries of a gradient by more."""
    worst = 0.0
    for name, reference in expected.items():
        result = results[name].to(reference)
        if reference.shape != result.shape:
            return float("inf")
        if reference.numel():
            size: Callable[[Tensor], Tensor] = torch.norm if GRADIENT in name else (lambda t: t.abs().max())
            ratio = float(size((reference - result).double()) / size(reference.double()).clamp(min=1e-6))
            # A NaN is no larger number, and must not pass for none.
            worst = max(worst, ratio if ratio == ratio else float("inf"))
    return worst


@dataclass(frozen=True)
class _Results:
    tensors: dict[str, Tensor]
    samples: Samples


def _results(run: Operations, device: torch.device, size: CheckSize, samples: Samples | None) -> _Results:
    """Outputs and gradients of each operation, by name, for the same inputs and cotangents whatever the backend."""
    config = FieldConfig(levels=4, max_resolution=24, log2_table=10, hidden=16)
    draw, layout = torch.Generator().manual_seed(0), config.layout

    def normal(*shape: int, scale: float = 1.0) -> Tensor:
        return (torch.randn(*shape, generator=draw) * scale).to(device)

    x = (torch.rand(size.points, 3, generator=draw) * 1.2 - 0.1).to(device)
    table = normal(layout.n_entries, layout.features, scale=0.3)
    shapes = [(16, layout.width), (16, 16), (4, 16)]
    weights = [normal(*shape, scale=shape[1] ** -0.5) for shape in shapes]
    biases = [normal(shape[0]) for shape in shapes]
    out: dict[str, Tensor] = {}

    def keep(name: str, outputs: tuple[Tensor, ...], leaves: dict[str, Tensor]) -> None:
        cotangents = [normal(*output.shape) for output in outputs]
        gradients = torch.autograd.grad(outputs, list(leaves.values()), cotangents)
        out.update({f"{name} {k}": output.detach() for k, output in enumerate(outputs)})
        out.update({f"{name} {GRADIENT} {leaf}": g for leaf, g in zip(leaves, gradients, strict=True)})

    leaves = {"x": x.clone().requires_grad_(), "table": table.clone().requires_grad_()}
    keep("encode", (run.encode(leaves["x"], leaves["table"], layout),), leaves)
    parameters = {"table": table, **{f"w{k}": w for k, w in enumerate(weights)}}
    parameters |= {f"b{k}": b for k, b in enumerate(biases)}
    leaves = {name: value.clone().requires_grad_() for name, value in parameters.items()}
    given = list(leaves.values())
    keep("network", (run.network(x, given[0], given[1:4], given[4:], layout),), leaves)
    h, slope = run.network_gradient(x, table, weights, biases, layout)
    out |= {"network_gradient h": h, "network_gradient slope": slope}
    leaves = {"h": normal(size.points, 4).requires_grad_()}
    keep("activate", run.activate(leaves["h"], 2 * x - 1, config), leaves)

    azimuth = torch.tensor([0.3, 2.0])
    cameras = Cameras(orbit_c2w(azimuth, azimuth / 6), torch.full((2,), PRIOR_FOVY), size.pixels, size.pixels)
    grid = OccupancyGrid(resolution=8)
    grid.occupied &= torch.rand(8**3, generator=draw) < 0.7
    grid.floor += (torch.rand(8**3, generator=draw) * 200).to(grid.floor)
    grid = grid.to(device)
    rays = camera_rays(cameras).to(device)
    if samples is None:
        samples = run.march(rays, grid, 1 / 24, torch.Generator().manual_seed(1))
    samples = samples.to(device)
    out |= {f"march {name}": getattr(samples, name) for name in ("ray_indices", "t_starts", "t_ends", "ray_offsets")}
    out["positions"] = run.positions(rays, samples)
    n = len(samples)
    sigmas, albedo = normal(n).square() * 8, normal(n, 3).sigmoid()
    leaves = {"sigmas": sigmas.requires_grad_(), "albedo": albedo.requires_grad_()}
    sums = run.composite(leaves["sigmas"], leaves["albedo"], samples, len(rays))
    keep("composite", (sums.albedo, sums.opacity, sums.distance, sums.weights), leaves)
    return _Results(out, samples)


def main(backend: Backend, device: str) -> None:
    """Prints what `largest_difference` gives, as a line of JSON: the trial's process."""
    print(json.dumps({"backend": backend, "device": device, "difference": largest_difference(backend, device)}))

"""The radiance field: hash encoding, a small MLP, density and albedo.

Conventions: positions are world, in [-1, 1]^3; density is per world unit and exactly zero outside the sphere of radius
`radius`, which the prior's camera frames, so that what no camera sees is never exported. Albedo is display
(sRGB-encoded) RGB in [0, 1]. Normals point outward, along -grad sigma.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from bozzetto.nerf import network
from bozzetto.nerf.backend import check_memory, place_field, resolve_backend
from bozzetto.nerf.field_config import Backend, FieldConfig
from bozzetto.nerf.graphs import StepGraphs
from bozzetto.nerf.operations import Operations, operations_of


@dataclass(frozen=True)
class FieldOutput:
    """What the field is at N points.

    Args:
        sigmas: [N] density per world unit.
        albedo: [N, 3] in [0, 1].
    """

    sigmas: Float[Tensor, " n"]
    albedo: Float[Tensor, "n 3"]


class Field(Protocol):
    """What the renderer asks of a field: `HashField`, or an exact one in a test or an oracle."""

    @property
    def backend(self) -> Backend:
        """The backend that renders it."""
        ...

    def __call__(self, x: Float[Tensor, "n 3"]) -> FieldOutput:
        """What is at x [N, 3], world."""
        ...

    def normals(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, "n 3"]:
        """Outward unit normals [N, 3], without a gradient."""
        ...

    def normals_finite_difference(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, "n 3"]:
        """Outward unit normals [N, 3], differentiable."""
        ...


class HashField(nn.Module):
    """Hash encoding and MLP; every parameter is float32.

    Args:
        config: sizes and start.
        generator: draws the parameters; without it a generator seeded with 0 does.

    Raises:
        ValueError: the backend cannot run this configuration.
        BackendUnavailableError: the backend is absent.
    """

    def __init__(self, config: FieldConfig | None = None, generator: torch.Generator | None = None) -> None:
        super().__init__()
        self.config = FieldConfig() if config is None else config
        self.layout = self.config.layout
        generator = torch.Generator().manual_seed(0) if generator is None else generator
        placement = place_field(self.config)
        device = placement.device
        recorded = self.config.cuda_graphs and placement.backend == "triton" and device.type == "cuda"
        self.graphs = StepGraphs() if recorded else None
        """Of its training steps on a card, where the configuration asks for them."""
        check_memory(self.layout.n_entries * self.layout.features, device)
        table = torch.rand(self.layout.n_entries, self.layout.features, generator=generator) * 2 - 1
        self.table = nn.Parameter(table * self.config.table_range)
        widths = [self.layout.width, *[self.config.hidden] * self.config.hidden_layers, 4]
        self.weights = nn.ParameterList()
        self.biases = nn.ParameterList()
        for fan_in, fan_out in zip(widths[:-1], widths[1:], strict=True):
            bound = math.sqrt(6 / fan_in) if fan_out != 4 else math.sqrt(1 / fan_in)
            weight = (torch.rand(fan_out, fan_in, generator=generator) * 2 - 1) * bound
            self.weights.append(nn.Parameter(weight))
            self.biases.append(nn.Parameter(torch.zeros(fan_out)))
        self.to(device)

    @property
    def backend(self) -> Backend:
        """The backend that runs, by where the parameters are."""
        return resolve_backend(self.config.backend, self.table.device, self.config)

    @property
    def operations(self) -> Operations:
        """That backend's operations, in the configuration's precision."""
        return operations_of(self.backend, self.config.mixed_precision, self.config.deterministic)

    def raw(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, "n 4"]:
        """The network before its activations: density, then RGB.

        Args:
            x: [N, 3] world.

        Returns:
            [N, 4].

        Raises:
            ValueError: x is not [N, 3].
        """
        if x.ndim != 2 or x.shape[1] != 3:
            raise ValueError(f"x: expected shape [N, 3], got {list(x.shape)}")
        unit = 0.5 * (x + 1)
        weights, biases = list(self.weights), list(self.biases)
        run = self.operations
        if x.requires_grad:  # the one-pass kernels give no gradient to positions
            return network.mlp(run.encode(unit, self.table, self.layout), weights, biases)
        return run.network(unit, self.table, weights, biases, self.layout)

    def density(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
        """Density.

        Args:
            x: [N, 3] world.

        Returns:
            [N] per world unit, zero outside the sphere.
        """
        return self.forward(x).sigmas

    def forward(self, x: Float[Tensor, "n 3"]) -> FieldOutput:
        """Density and albedo, differentiable in the parameters, and in x inside a cell of the encoding.

        Args:
            x: [N, 3] world.

        Returns:
            FieldOutput of N points.
        """
        # The compiled activation, too, gives no gradient to positions.
        activate = network.activate if x.requires_grad else self.operations.activate
        return FieldOutput(*activate(self.raw(x), x, self.config))

    def normals(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, "n 3"]:
        """Outward unit normals -grad sigma / |grad sigma|, by the analytic gradient.

        Not differentiable: the result is detached.

        Args:
            x: [N, 3] world.

        Returns:
            [N, 3] unit; zero where the density is flat.
        """
        unit = 0.5 * (x.detach() + 1)
        h, slope = self.operations.network_gradient(
            unit, self.table, list(self.weights), list(self.biases), self.layout
        )
        with torch.enable_grad():
            h, x = h.requires_grad_(True), x.detach().requires_grad_(True)
            by_h, by_x = torch.autograd.grad(network.density_of(h, x, self.config).sum(), (h, x))
        return F.normalize(-(by_x + 0.5 * by_h[:, None] * slope), dim=-1)

    def normals_finite_difference(self, x: Float[Tensor, "n 3"], step: float = 1 / 32) -> Float[Tensor, "n 3"]:
        """Outward unit normals from four densities at the corners of a tetrahedron round each point.

        Differentiable in the parameters, at the cost of four densities a point; smoother than the analytic gradient.

        Args:
            x: [N, 3] world.
            step: half the tetrahedron's cube, world units, > 0.

        Returns:
            [N, 3] unit; zero where the density is flat.

        Raises:
            ValueError: step is not positive.
        """
        if not step > 0:
            raise ValueError(f"step: expected > 0, got {step}")
        corners = x.new_tensor([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]])
        points = x.detach()[:, None] + step * corners
        sigmas = self.density(points.reshape(-1, 3)).reshape(-1, 4)
        return F.normalize(-(sigmas @ corners), dim=-1, eps=1e-6)

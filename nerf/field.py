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

CORNERS = ((1.0, -1.0, -1.0), (-1.0, -1.0, 1.0), (-1.0, 1.0, -1.0), (1.0, 1.0, 1.0))
"""Of a tetrahedron, every second one of a cube's."""
SHARPNESS_RATE = 10.0
"""How much faster than the network the logarithm of the sharpness moves (NeuS, arXiv 2106.10689)."""


@dataclass(frozen=True)
class FieldOutput:
    """What the field is at N points.

    Args:
        sigmas: [N] density per world unit.
        albedo: [N, 3] in [0, 1].
        latents: [N, 4] of a field of latents; None of others.
    """

    sigmas: Float[Tensor, " n"]
    albedo: Float[Tensor, "n 3"]
    latents: Float[Tensor, "n 4"] | None = None


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
        outputs = 5 if self.config.colors == "latents" else 4
        widths = [self.layout.width, *[self.config.hidden] * self.config.hidden_layers, outputs]
        self.weights = nn.ParameterList()
        self.biases = nn.ParameterList()
        for fan_in, fan_out in zip(widths[:-1], widths[1:], strict=True):
            bound = math.sqrt(6 / fan_in) if fan_out != outputs else math.sqrt(1 / fan_in)
            weight = (torch.rand(fan_out, fan_in, generator=generator) * 2 - 1) * bound
            self.weights.append(nn.Parameter(weight))
            self.biases.append(nn.Parameter(torch.zeros(fan_out)))
        self.latent_colors: nn.Parameter | None = None
        """Of latents: [4, 3], the colours that they are shown in."""
        if self.config.colors == "latents":
            self.latent_colors = nn.Parameter(torch.tensor(network.LATENT_COLORS))
        self.sharpness_log: nn.Parameter | None = None
        """Of signed distances: the sharpness is exp(SHARPNESS_RATE * this)."""
        if self.config.geometry == "signed-distance":
            self.sharpness_log = nn.Parameter(torch.tensor([math.log(self.config.sharpness) / SHARPNESS_RATE]))
        self.to(device)

    @property
    def backend(self) -> Backend:
        """The backend that runs, by where the parameters are."""
        return resolve_backend(self.config.backend, self.table.device, self.config)

    @property
    def operations(self) -> Operations:
        """That backend's operations, in the configuration's precision."""
        return operations_of(self.backend, self.config.mixed_precision, self.config.deterministic)

    def raw(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, "n out"]:
        """The network before its activations: density, then RGB or latents.

        Args:
            x: [N, 3] world.

        Returns:
            [N, 4], or [N, 5] of a field of latents.

        Raises:
            ValueError: x is not [N, 3].
        """
        if x.ndim != 2 or x.shape[1] != 3:
            raise ValueError(f"x: expected shape [N, 3], got {list(x.shape)}")
        unit = 0.5 * (x + 1)
        weights, biases = list(self.weights), list(self.biases)
        run = self.operations
        # The one-pass kernels give no gradient to positions, and have four outputs.
        if x.requires_grad or self.latent_colors is not None:
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
        if self.latent_colors is not None:
            h = self.raw(x)
            latents = h[:, 1:]
            albedo = network.color_of_latents(latents, self.latent_colors)
            return FieldOutput(network.density_of(h[:, 0], x, self.config), albedo, latents)
        if self.sharpness_log is not None:
            h = self.raw(x)
            distance = network.signed_distance_of(h[:, 0], x, self.config)
            sigmas = network.density_of_distance(distance, x, self.sharpness, self.config)
            return FieldOutput(sigmas, network.albedo_of(h[:, 1:]))
        # The compiled activation, too, gives no gradient to positions.
        activate = network.activate if x.requires_grad else self.operations.activate
        return FieldOutput(*activate(self.raw(x), x, self.config))

    @property
    def sharpness(self) -> Float[Tensor, " 1"]:
        """Of signed distances, alpha of `bozzetto.nerf.network`, per world unit."""
        assert self.sharpness_log is not None
        return torch.exp(SHARPNESS_RATE * self.sharpness_log)

    def signed_distance(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
        """Distance to the surface, negative inside, of a field of signed distances.

        Args:
            x: [N, 3] world.

        Returns:
            [N] world units; a true distance only as far as the eikonal regulariser has made it one.

        Raises:
            ValueError: the field is one of densities.
        """
        if self.sharpness_log is None:
            raise ValueError("signed_distance: expected a field with geometry 'signed-distance', got one of densities")
        return network.signed_distance_of(self.raw(x)[:, 0], x, self.config)

    def signed_distance_gradient(self, x: Float[Tensor, "n 3"], step: float) -> Float[Tensor, "n 3"]:
        """The gradient of the signed distance from four distances at the corners of a tetrahedron round each point;
        differentiable in the parameters.

        Args:
            x: [N, 3] world.
            step: half the tetrahedron's cube, world units, > 0.

        Returns:
            [N, 3], of length 1 where the distance is true.

        Raises:
            ValueError: step is not positive, or the field is one of densities.
        """
        if not step > 0:
            raise ValueError(f"step: expected > 0, got {step}")
        corners = x.new_tensor(CORNERS)
        distances = self.signed_distance((x.detach()[:, None] + step * corners).reshape(-1, 3)).reshape(-1, 4)
        # The corners' outer products sum to four times the identity.
        return distances @ corners / (4 * step)

    def normals(self, x: Float[Tensor, "n 3"]) -> Float[Tensor, "n 3"]:
        """Outward unit normals -grad sigma / |grad sigma|, by the analytic gradient.

        Not differentiable: the result is detached.

        Args:
            x: [N, 3] world.

        Returns:
            [N, 3] unit; zero where the density is flat.
        """
        unit = 0.5 * (x.detach() + 1)
        # The compiled ones have four outputs.
        run = self.operations if self.latent_colors is None else operations_of("torch")
        h, slope = run.network_gradient(unit, self.table, list(self.weights), list(self.biases), self.layout)
        with torch.enable_grad():
            h, x = h.requires_grad_(True), x.detach().requires_grad_(True)
            if self.sharpness_log is None:
                inward = network.density_of(h, x, self.config)
            else:
                inward = -network.signed_distance_of(h, x, self.config)
            by_h, by_x = torch.autograd.grad(inward.sum(), (h, x))
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
        if self.sharpness_log is not None:
            return F.normalize(self.signed_distance_gradient(x, step), dim=-1, eps=1e-6)
        if not step > 0:
            raise ValueError(f"step: expected > 0, got {step}")
        corners = x.new_tensor(CORNERS)
        points = x.detach()[:, None] + step * corners
        sigmas = self.density(points.reshape(-1, 3)).reshape(-1, 4)
        return F.normalize(-(sigmas @ corners), dim=-1, eps=1e-6)

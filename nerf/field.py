"""The radiance field: hash encoding, a small MLP, density and albedo.

Conventions: positions are world, in [-1, 1]^3; density is per world unit and exactly zero outside the sphere of radius
`radius`, which the prior's camera frames, so that what no camera sees is never exported. Albedo is display
(sRGB-encoded) RGB in [0, 1]. Normals point outward, along -grad sigma.

Albedo is a sigmoid whose gradient never falls below LEAST_SLOPE: where the first steps overshoot, a colour would else
be white or black to the last bit and never learn again.

Density is `density_scale * softplus(h + blob(x))` with the blob of Magic3D (Lin et al. 2022, section 3) as the starting
shape: blob(x) = blob_height * (1 - |x| / blob_radius).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bozzetto.nerf import hashgrid
from bozzetto.nerf.backend import BACKENDS, Backend, check_memory, device_of, resolve_backend
from bozzetto.nerf.hashgrid import HashLayout

EncodeFn = Callable[[Tensor, Tensor, HashLayout], Tensor]

LEAST_SLOPE = 0.01
"""Of the albedo's sigmoid in the backward pass; it is that of a colour within 0.0101 of 0 or 1."""


@dataclass(frozen=True)
class FieldConfig:
    """Size and start of a field; the defaults are for one object reconstructed from 32 to 64 pixel images."""

    levels: int = 8
    """Levels of the encoding."""
    features: int = 2
    """Features a level; the compiled kernels want 2."""
    base_resolution: int = 4
    """Cells a side of the coarsest level, over [-1, 1]."""
    max_resolution: int = 96
    """Cells a side of the finest level: half as many again as a 64 pixel image has pixels."""
    log2_table: int = 15
    """log2 of the most entries a level may have."""
    hidden: int = 64
    """Width of the hidden layers, a multiple of 4 for the compiled kernels."""
    hidden_layers: int = 2
    """Number of hidden layers."""
    density_scale: float = 10.0
    """Density of a unit softplus, per world unit."""
    blob_height: float = 4.0
    """Pre-activation density at the centre at the start."""
    blob_radius: float = 0.5
    """Radius where the starting pre-activation is zero."""
    radius: float = 1.0
    """Density is zero outside the sphere of this radius, at most 1."""
    table_range: float = 1e-2
    """Tables start uniform in plus or minus this."""
    backend: str = "auto"
    """auto, torch, cpu, tcnn or triton, see nerf/backend.py; tcnn and triton put the field on CUDA."""
    mixed_precision: bool = False
    """float16 products with float32 sums, for triton; tcnn always computes so, torch and cpu never."""

    def __post_init__(self) -> None:
        if self.hidden < 1 or self.hidden_layers < 1:
            raise ValueError(f"hidden, hidden_layers: expected at least 1, got {self.hidden}, {self.hidden_layers}")
        if not (self.density_scale > 0 and self.blob_radius > 0 and self.table_range > 0):
            raise ValueError(
                "density_scale, blob_radius, table_range: expected > 0, got "
                f"{self.density_scale}, {self.blob_radius}, {self.table_range}"
            )
        if not 0 < self.radius <= 1:
            raise ValueError(f"radius: expected 0 < radius <= 1, got {self.radius}")
        if self.backend not in BACKENDS:
            raise ValueError(f"backend: expected one of {', '.join(BACKENDS)}, got {self.backend!r}")
        if self.mixed_precision and self.backend not in ("triton", "tcnn"):
            raise ValueError(f"mixed_precision: expected backend 'triton' or 'tcnn' with it, got {self.backend!r}")
        _ = self.layout

    @property
    def layout(self) -> HashLayout:
        """The encoding's table layout."""
        return HashLayout(self.levels, self.features, self.base_resolution, self.max_resolution, self.log2_table)


@dataclass(frozen=True)
class FieldOutput:
    """What the field is at N points.

    Args:
        sigmas: [N] density per world unit.
        albedo: [N, 3] in [0, 1].
    """

    sigmas: Tensor
    albedo: Tensor


class Field(Protocol):
    """What the renderer asks of a field: `HashField`, or an exact one in a test or an oracle."""

    @property
    def backend(self) -> Backend:
        """The backend that renders it."""
        ...

    def __call__(self, x: Tensor) -> FieldOutput:
        """What is at x [N, 3], world."""
        ...

    def normals(self, x: Tensor) -> Tensor:
        """Outward unit normals [N, 3], without a gradient."""
        ...

    def normals_finite_difference(self, x: Tensor) -> Tensor:
        """Outward unit normals [N, 3], differentiable."""
        ...


def mlp(h: Tensor, weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Tensor:
    """Linear layers with ReLU between them.

    Args:
        h: [N, C].
        weights: [hidden, C] ..., [out, hidden].
        biases: [hidden] ..., [out].

    Returns:
        [N, out].
    """
    for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
        h = F.relu(F.linear(h, weight, bias))
    return F.linear(h, weights[-1], biases[-1])


def network(
    x: Tensor, table: Tensor, weights: Sequence[Tensor], biases: Sequence[Tensor], layout: HashLayout
) -> Tensor:
    """Encoding and MLP, the definition.

    Args:
        x: [N, 3] in [0, 1].
        table: [entries, F].
        weights: [hidden, L * F], [hidden, hidden] ..., [4, hidden].
        biases: [hidden] ..., [4].
        layout: the table's layout.

    Returns:
        [N, 4].

    Raises:
        ValueError: the shape of x or of the table is wrong.
    """
    return mlp(hashgrid.encode(x, table, layout), weights, biases)


class _Albedo(torch.autograd.Function):
    """A sigmoid; its gradient is that of `max(s (1 - s), LEAST_SLOPE)`."""

    @staticmethod
    def forward(ctx, h: Tensor) -> Tensor:
        albedo = torch.sigmoid(h)
        ctx.save_for_backward(albedo)
        return albedo

    @staticmethod
    def backward(ctx, grad: Tensor) -> Tensor:
        (albedo,) = ctx.saved_tensors
        return grad * (albedo * (1 - albedo)).clamp(min=LEAST_SLOPE)


def activate(h: Tensor, x: Tensor, config: FieldConfig) -> tuple[Tensor, Tensor]:
    """Density and albedo from the network's outputs, the definition; see the top of the module.

    Args:
        h: [N, 4] density before its activation, then RGB.
        x: [N, 3] world.
        config: the field's.

    Returns:
        sigmas [N] and albedo [N, 3].
    """
    return density_of(h[:, 0], x, config), _Albedo.apply(h[:, 1:])


def density_of(h: Tensor, x: Tensor, config: FieldConfig) -> Tensor:
    """Density [N] from the network's first output h [N] at x [N, 3], world."""
    distance = torch.linalg.vector_norm(x, dim=-1)
    blob = config.blob_height * (1 - distance / config.blob_radius)
    sigmas = config.density_scale * F.softplus(h + blob)
    return torch.where(distance <= config.radius, sigmas, 0.0)


def network_gradient(
    x: Tensor,
    table: Tensor,
    weights: Sequence[Tensor],
    biases: Sequence[Tensor],
    layout: HashLayout,
    encode: EncodeFn = hashgrid.encode,
) -> tuple[Tensor, Tensor]:
    """The network's first output and its gradient to positions, by autograd; the definition. Not differentiable.

    Args:
        x: [N, 3] in [0, 1].
        table: [entries, F].
        weights: as for `network`.
        biases: as for `network`.
        layout: the table's layout.
        encode: a backend's encoding.

    Returns:
        h [N], and dh/dx [N, 3].
    """
    # Detached parameters, or the encoding's backward pass would also fill a gradient of the table.
    table, weights, biases = table.detach(), [w.detach() for w in weights], [b.detach() for b in biases]
    with torch.enable_grad():
        x = x.detach().requires_grad_(True)
        h = mlp(encode(x, table, layout), weights, biases)[:, 0]
        (gradient,) = torch.autograd.grad(h.sum(), x)
    return h.detach(), gradient


def encoding_of(backend: Backend) -> EncodeFn:
    """A backend's `encode`, with a gradient to positions."""
    if backend == "cpu":
        from bozzetto.nerf import kernels

        return kernels.encode
    if backend == "tcnn":
        from bozzetto.nerf import tcnn

        return tcnn.encode
    if backend == "triton":
        from bozzetto.nerf.kernels import triton_encoding

        return triton_encoding.encode
    return hashgrid.encode


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
        device = device_of(self.config.backend)
        compiled = resolve_backend(self.config.backend, device) == "cpu"
        if compiled and (self.config.features != 2 or self.config.hidden % 4):
            raise ValueError(
                "features, hidden: expected 2 and a multiple of 4 for the compiled kernels, got "
                f"{self.config.features} and {self.config.hidden}; use backend 'torch'"
            )
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
        return resolve_backend(self.config.backend, self.table.device)

    def raw(self, x: Tensor) -> Tensor:
        """The network before its activations.

        Args:
            x: [N, 3] world.

        Returns:
            [N, 4]: density, then RGB.

        Raises:
            ValueError: x is not [N, 3].
        """
        if x.ndim != 2 or x.shape[1] != 3:
            raise ValueError(f"x: expected shape [N, 3], got {list(x.shape)}")
        unit = 0.5 * (x + 1)
        weights, biases = list(self.weights), list(self.biases)
        backend = self.backend
        if backend == "torch":
            return network(unit, self.table, weights, biases, self.layout)
        if x.requires_grad:  # the one-pass kernels give no gradient to positions
            return mlp(encoding_of(backend)(unit, self.table, self.layout), weights, biases)
        if backend == "cpu":
            from bozzetto.nerf import kernels

            return kernels.network(unit, self.table, weights, biases, self.layout)
        if backend == "tcnn":
            from bozzetto.nerf import tcnn

            return tcnn.network(unit, self.table, weights, biases, self.layout)
        from bozzetto.nerf.kernels import triton_network

        return triton_network.network(unit, self.table, weights, biases, self.layout, self.config.mixed_precision)

    def density(self, x: Tensor) -> Tensor:
        """Density.

        Args:
            x: [N, 3] world.

        Returns:
            [N] per world unit, zero outside the sphere.
        """
        return self.forward(x).sigmas

    def forward(self, x: Tensor) -> FieldOutput:
        """Density and albedo, differentiable in the parameters, and in x inside a cell of the encoding.

        Args:
            x: [N, 3] world.

        Returns:
            FieldOutput of N points.
        """
        h = self.raw(x)
        if self.backend == "cpu" and not x.requires_grad:
            from bozzetto.nerf import kernels

            return FieldOutput(*kernels.activate(h, x, self.config))
        return FieldOutput(*activate(h, x, self.config))

    def normals(self, x: Tensor) -> Tensor:
        """Outward unit normals -grad sigma / |grad sigma|, by the analytic gradient.

        Not differentiable: the result is detached.

        Args:
            x: [N, 3] world.

        Returns:
            [N, 3] unit; zero where the density is flat.
        """
        parameters = self.table, list(self.weights), list(self.biases), self.layout
        unit = 0.5 * (x.detach() + 1)
        if self.backend == "cpu":
            from bozzetto.nerf import kernels

            h, slope = kernels.network_gradient(unit, *parameters)
        else:
            h, slope = network_gradient(unit, *parameters, encoding_of(self.backend))
        with torch.enable_grad():
            h, x = h.requires_grad_(True), x.detach().requires_grad_(True)
            by_h, by_x = torch.autograd.grad(density_of(h, x, self.config).sum(), (h, x))
        return F.normalize(-(by_x + 0.5 * by_h[:, None] * slope), dim=-1)

    def normals_finite_difference(self, x: Tensor, step: float = 1 / 32) -> Tensor:
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

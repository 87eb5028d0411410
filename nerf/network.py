"""The field's network: encoding, MLP and activations, the definition in torch.

Albedo is a sigmoid whose gradient never falls below MIN_ALBEDO_SLOPE: where the first steps overshoot, a colour would
else be white or black to the last bit and never learn again.

Density is `density_scale * softplus(h + blob(x))` with the blob of Magic3D (Lin et al. 2022, section 3) as the starting
shape: blob(x) = blob_height * (1 - |x| / blob_radius).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn import functional as F

from bozzetto.nerf import hashgrid
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.hash_layout import HashLayout

EncodeFn = Callable[[Tensor, Tensor, HashLayout], Tensor]

MIN_ALBEDO_SLOPE = 0.01
"""Of the albedo's sigmoid in the backward pass; it is that of a colour within 0.0101 of 0 or 1."""


def mlp(
    h: Float[Tensor, "n c"], weights: Sequence[Float[Tensor, "_ _"]], biases: Sequence[Float[Tensor, " _"]]
) -> Float[Tensor, "n out"]:
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
    x: Float[Tensor, "n 3"],
    table: Float[Tensor, "entries f"],
    weights: Sequence[Float[Tensor, "_ _"]],
    biases: Sequence[Float[Tensor, " _"]],
    layout: HashLayout,
) -> Float[Tensor, "n 4"]:
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
    """A sigmoid; its gradient is that of `max(s (1 - s), MIN_ALBEDO_SLOPE)`."""

    @staticmethod
    def forward(ctx: Any, h: Tensor) -> Tensor:
        albedo = torch.sigmoid(h)
        ctx.save_for_backward(albedo)
        return albedo

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> Tensor:
        (albedo,) = ctx.saved_tensors
        product: Tensor = grad * (albedo * (1 - albedo)).clamp(min=MIN_ALBEDO_SLOPE)
        return product


def activate(
    h: Float[Tensor, "n 4"], x: Float[Tensor, "n 3"], config: FieldConfig
) -> tuple[Float[Tensor, " n"], Float[Tensor, "n 3"]]:
    """Density and albedo from the network's outputs, the definition; see the top of the module.

    Args:
        h: [N, 4] density before its activation, then RGB.
        x: [N, 3] world.
        config: the field's.

    Returns:
        sigmas [N] and albedo [N, 3].
    """
    albedo: Tensor = _Albedo.apply(h[:, 1:])  # type: ignore[no-untyped-call]
    return density_of(h[:, 0], x, config), albedo


def density_of(h: Float[Tensor, " n"], x: Float[Tensor, "n 3"], config: FieldConfig) -> Float[Tensor, " n"]:
    """Density [N] from the network's first output h [N] at x [N, 3], world."""
    distance = torch.linalg.vector_norm(x, dim=-1)
    blob = config.blob_height * (1 - distance / config.blob_radius)
    sigmas = config.density_scale * F.softplus(h + blob)
    return torch.where(distance <= config.radius, sigmas, 0.0)


def network_gradient(
    x: Float[Tensor, "n 3"],
    table: Float[Tensor, "entries f"],
    weights: Sequence[Float[Tensor, "_ _"]],
    biases: Sequence[Float[Tensor, " _"]],
    layout: HashLayout,
    encode: EncodeFn = hashgrid.encode,
) -> tuple[Float[Tensor, " n"], Float[Tensor, "n 3"]]:
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

"""The field's network: encoding, MLP and activations, the definition in torch.

Albedo is a sigmoid whose gradient never falls below MIN_ALBEDO_SLOPE: where the first steps overshoot, a colour would
else be white or black to the last bit and never learn again.

Density is `density_scale * softplus(h + blob(x))` with the blob of Magic3D (Lin et al. 2022, section 3) as the starting
shape: blob(x) = blob_height * (1 - |x| / blob_radius).

Of signed distances (VolSDF, Yariv et al. 2021, arXiv 2106.12052, equations 2 and 3) the distance is h + |x| -
blob_radius, positive outside, and density is alpha Psi(-distance), Psi the distribution function of a Laplace variable
of scale 1 / alpha: half of alpha on the surface, alpha within. alpha, the sharpness, is learned.

Of latents the outputs after the first are four latents without bounds, and albedo is (latents A + 1) / 2 in [0, 1]
(Latent-NeRF, Metzer et al. 2022, arXiv 2211.07600); A, first LATENT_COLORS, is learned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn import functional as F

from bozzetto.nerf import hashgrid
from bozzetto.nerf.field_config import MAX_SHARPNESS, FieldConfig
from bozzetto.nerf.hash_layout import HashLayout

EncodeFn = Callable[[Tensor, Tensor, HashLayout], Tensor]

MIN_ALBEDO_SLOPE = 0.01
"""Of the albedo's sigmoid in the backward pass; it is that of a colour within 0.0101 of 0 or 1."""


LATENT_COLORS = ((0.298, 0.207, 0.208), (0.187, 0.286, 0.173), (-0.158, 0.189, 0.264), (-0.184, -0.271, -0.473))
"""RGB in [-1, 1] of each latent channel of Stable Diffusion, fitted to what its decoder makes of latents; Latent-NeRF's
and threestudio's numbers."""


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
    return density_of(h[:, 0], x, config), albedo_of(h[:, 1:])


def density_of(h: Float[Tensor, " n"], x: Float[Tensor, "n 3"], config: FieldConfig) -> Float[Tensor, " n"]:
    """Density [N] from the network's first output h [N] at x [N, 3], world."""
    distance = torch.linalg.vector_norm(x, dim=-1)
    blob = config.blob_height * (1 - distance / config.blob_radius)
    sigmas = config.density_scale * F.softplus(h + blob)
    return torch.where(distance <= config.radius, sigmas, 0.0)


def signed_distance_of(h: Float[Tensor, " n"], x: Float[Tensor, "n 3"], config: FieldConfig) -> Float[Tensor, " n"]:
    """Distance [N] to the surface, world units, from the network's first output h [N] at x [N, 3], world."""
    distance: Tensor = torch.linalg.vector_norm(x, dim=-1)
    return h + distance - config.blob_radius


def density_of_distance(
    distance: Float[Tensor, " n"], x: Float[Tensor, "n 3"], sharpness: Float[Tensor, " 1"], config: FieldConfig
) -> Float[Tensor, " n"]:
    """Density [N] from signed distances [N] at x [N, 3], world; see the top of the module.

    Args:
        distance: positive outside.
        x: world.
        sharpness: alpha, per world unit; counts up to MAX_SHARPNESS.
        config: the field's.
    """
    alpha = sharpness.clamp(max=MAX_SHARPNESS)
    sigmas = alpha * (0.5 + 0.5 * distance.sign() * torch.expm1(-distance.abs() * alpha))
    return torch.where(torch.linalg.vector_norm(x, dim=-1) <= config.radius, sigmas, 0.0)


def albedo_of(h: Float[Tensor, "n 3"]) -> Float[Tensor, "n 3"]:
    """Albedo from the network's last three outputs."""
    albedo: Tensor = _Albedo.apply(h)  # type: ignore[no-untyped-call]
    return albedo


def color_of_latents(latents: Float[Tensor, "n 4"], colors: Float[Tensor, "4 3"]) -> Float[Tensor, "n 3"]:
    """Albedo from latents; see the top of the module."""
    return ((latents @ colors + 1) / 2).clamp(0.0, 1.0)


def latents_of_color(color: Float[Tensor, "n 3"], colors: Float[Tensor, "4 3"]) -> Float[Tensor, "n 4"]:
    """The shortest latents that `color_of_latents` shows in a colour [N, 3] in [0, 1]."""
    inverse: Tensor = torch.linalg.pinv(colors)
    return (color * 2 - 1) @ inverse


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

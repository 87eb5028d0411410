"""Initialisation of a field from the shape that a prior knows in three dimensions, before any view is rendered.

A prior that knows the large shape (``ShapePrior``) need not be asked for it view by view: the field is fitted to its
density and albedo at points, a step of which costs a tenth of a step of distillation. Others do so from the points of
Shap-E (Jun and Nichol 2023, arXiv 2305.02463).
"""

import torch
from torch import Tensor

from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.train.knowledge import ShapeFn
from bozzetto.jobs.train.train_state import ADAM_EPS, rates
from bozzetto.nerf.adam import Adam
from bozzetto.nerf.field import HashField

POOL = 1 << 18
"""Points that the prior is asked about, spread over the sphere; for twice the scene scale four times as many."""
OCCUPIED_OPACITY = 0.02
"""Opacity of a step above which a point lies on the object."""
SPREAD = 1 / 40
"""Standard deviation of the points about those on the object, world units."""

ALBEDO_WEIGHT = 3.0
"""Of the albedo's squared error beside the density's cross entropy: both come as near in the steps that there are."""


def fit_shape(field: HashField, config: RunConfig, generator: torch.Generator, shape: ShapeFn) -> float:
    """Fits a field to a density and an albedo.

    Args:
        field: changed in place.
        config: the run's; `start` and the rates count.
        generator: draws the points.
        shape: positions [P, 3] to densities [P] and albedo [P, 3].
    Returns:
        Mean absolute error of the opacity of a step, over the last points.
    """
    size, radius, device = config.render.step_size, config.field.radius, field.table.device

    def opacity(sigmas: Tensor) -> Tensor:
        return -torch.expm1(-sigmas * size)

    half_pool = round(POOL * max(config.scene_scale, 1.0) ** 2) // 2
    everywhere = _in_sphere(2 * half_pool, radius, generator)
    occupied = everywhere[opacity(shape(everywhere)[0]) > OCCUPIED_OPACITY]
    if not len(occupied):
        return 0.0
    near = occupied[torch.randint(len(occupied), (half_pool,), generator=generator)]
    near = near + SPREAD * torch.randn(near.shape, generator=generator)
    points = torch.cat([everywhere[:half_pool], near])
    sigmas, albedo = shape(points)
    points, target, albedo = points.to(device), opacity(sigmas).to(device), albedo.to(device)
    half = config.start.points // 2
    encoding, network = rates(config)
    layers = [parameter for name, parameter in field.named_parameters() if name != "table"]
    betas = config.optim.beta1, config.optim.beta2
    optimiser = Adam([([field.table], encoding), (layers, network)], betas, ADAM_EPS)
    error = 0.0
    for _ in range(config.start.steps):
        # Half of the points anywhere, half about the object.
        chosen = torch.randint(half_pool, (2, half), generator=generator).to(device)
        chosen = torch.cat([chosen[0], chosen[1] + half_pool])
        out, alpha_target = field(points[chosen]), target[chosen]
        alpha, depth = opacity(out.sigmas), out.sigmas * size
        # The cross entropy, for its gradient by the density's logarithm is -p where there is nothing yet; that of a
        # squared error vanishes there, and what is thin (an umbrella's pole) never appears.
        entropy = (1 - alpha_target) * depth - alpha_target * torch.log(alpha + 1e-6)
        loss = entropy.mean() + ALBEDO_WEIGHT * (alpha_target[:, None] * (out.albedo - albedo[chosen]).square()).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        error = float((alpha - alpha_target).detach().abs().mean())
    return error


def _in_sphere(count: int, radius: float, generator: torch.Generator) -> Tensor:
    """Uniform points [N, 3] of the sphere."""
    x = torch.nn.functional.normalize(torch.randn(count, 3, generator=generator), dim=-1)
    return x * radius * torch.rand(count, 1, generator=generator) ** (1 / 3)

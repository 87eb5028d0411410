"""Fields of signed distances: density by VolSDF's formula, normals, and what the sharpness learns."""

import math

import pytest
import torch
from torch.nn import functional as F

from bozzetto.nerf import FieldConfig, HashField
from bozzetto.nerf.field import SHARPNESS_RATE
from bozzetto.nerf.network import density_of_distance

SMALL = {"levels": 4, "max_resolution": 16, "log2_table": 10, "hidden": 16, "blob_radius": 0.5}
CONFIG = FieldConfig(**SMALL, geometry="signed-distance", sharpness=25.0)


def points(n=400, seed=0):
    return torch.rand(n, 3, generator=torch.Generator().manual_seed(seed)) * 1.6 - 0.8


def test_density_is_the_laplace_distribution_of_the_distance():
    x = torch.zeros(5, 3)
    distance = torch.tensor([-1.0, -0.04, 0.0, 0.04, 1.0])
    sigmas = density_of_distance(distance, x, torch.tensor([25.0]), CONFIG)
    laplace = torch.distributions.Laplace(0.0, 1 / 25.0)
    assert torch.allclose(sigmas, 25.0 * laplace.cdf(-distance), atol=1e-5)
    outside = density_of_distance(distance, x + 0.9, torch.tensor([25.0]), CONFIG)
    assert outside.tolist() == [0.0] * 5


def test_the_field_begins_as_a_ball_whose_density_follows_from_its_distance():
    field, x = HashField(CONFIG), points()
    distance = field.signed_distance(x).detach()
    assert float((distance - (x.norm(dim=-1) - 0.5)).abs().max()) < 0.02
    inside = x.norm(dim=-1) <= 1
    expected = 25.0 * torch.distributions.Laplace(0.0, 1 / 25.0).cdf(-distance)
    assert torch.allclose(field.density(x), torch.where(inside, expected, 0.0), rtol=1e-4, atol=1e-4)


def test_both_normals_point_outward_and_agree():
    field, x = HashField(CONFIG), points()
    with torch.no_grad():
        field.table.normal_(0, 0.05, generator=torch.Generator().manual_seed(1))
    # Deep inside, too, where density is flat and has no gradient.
    analytic, differences = field.normals(x), field.normals_finite_difference(x, 1e-3)
    assert float(F.cosine_similarity(analytic, F.normalize(x, dim=-1)).min()) > 0.3
    near = (analytic - differences).norm(dim=-1)
    assert float(near.median()) < 0.02  # some points have a cell's border between the corners


def test_the_gradient_of_a_true_distance_has_length_one_and_carries_a_gradient():
    field = HashField(CONFIG)
    with torch.no_grad():
        field.weights[-1].zero_()
    x = points()
    gradient = field.signed_distance_gradient(x, 1e-3)
    assert torch.allclose(gradient, F.normalize(x, dim=-1), atol=2e-2)
    ((gradient.norm(dim=-1) - 2).square().mean()).backward()
    assert float(field.weights[-1].grad.abs().max()) > 0


def test_the_sharpness_is_learned_and_bounded():
    field, x = HashField(CONFIG), points()
    assert float(field.sharpness) == pytest.approx(25.0, rel=1e-5)
    field.density(x).sum().backward()
    by_hand = sum(
        float(density_of_distance(d, x, torch.tensor([25.0 * math.exp(s * SHARPNESS_RATE * 1e-3)]), CONFIG).sum()) * s
        for d in [field.signed_distance(x).detach()]
        for s in (1, -1)
    ) / 2e-3  # fmt: skip
    assert float(field.sharpness_log.grad) == pytest.approx(by_hand, rel=2e-3)
    high = density_of_distance(torch.tensor([-1.0]), torch.zeros(1, 3), torch.tensor([1e6]), CONFIG)
    assert float(high) == 160.0


@pytest.mark.parametrize("backend", ["torch", "cpu"])
def test_backends_agree(backend):
    import dataclasses

    field = HashField(dataclasses.replace(CONFIG, backend=backend))
    other = HashField(dataclasses.replace(CONFIG, backend="torch"))
    x = points()
    out, expected = field(x), other(x)
    assert torch.allclose(out.sigmas, expected.sigmas, rtol=1e-4, atol=1e-4)
    assert torch.allclose(out.albedo, expected.albedo, atol=1e-5)


def test_a_field_of_densities_has_no_distances():
    field = HashField(FieldConfig(**SMALL))
    assert "sharpness_log" not in dict(field.named_parameters())
    with pytest.raises(ValueError, match="expected a field with geometry 'signed-distance'"):
        field.signed_distance(points())


@pytest.mark.parametrize(("key", "value"), [("geometry", "mesh"), ("sharpness", 0.0), ("sharpness", 1000.0)])
def test_what_no_field_can_be_is_refused(key, value):
    with pytest.raises(ValueError, match=f"{key}: expected"):
        FieldConfig(**{**SMALL, key: value})

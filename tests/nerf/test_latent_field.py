"""Fields of latents: what is rendered, the colours that they are shown in, and their gradient on every CPU backend."""

import dataclasses

import pytest
import torch

from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf import FieldConfig, HashField
from bozzetto.nerf.cameras import camera_rays
from bozzetto.nerf.network import LATENT_COLORS, color_of_latents, latents_of_color
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render

CONFIG = FieldConfig(
    levels=4, max_resolution=16, log2_table=10, hidden=16, blob_height=6.0, blob_radius=0.5, colors="latents"
)


def rendered(backend):
    field = HashField(dataclasses.replace(CONFIG, backend=backend))
    with torch.no_grad():
        field.table.normal_(0, 0.3, generator=torch.Generator().manual_seed(1))
    grid = OccupancyGrid(16, 1.0)
    grid.update(field.density, torch.Generator().manual_seed(0))
    rays = camera_rays(cameras_of(orbit_views(torch.tensor([0.0, 70.0])), 8))
    return field, render(field, grid, rays, step_size=1 / 12)


def test_a_colour_is_that_of_its_latents():
    colors = torch.tensor(LATENT_COLORS)
    given = torch.rand(50, 3, generator=torch.Generator().manual_seed(0))
    assert torch.allclose(color_of_latents(latents_of_color(given, colors), colors), given, atol=1e-5)


def test_a_ray_gathers_the_latents_of_its_samples():
    field, out = rendered("torch")
    x = torch.rand(30, 3, generator=torch.Generator().manual_seed(2)) * 0.8 - 0.4
    point = field(x)
    raw = field.raw(x)
    assert torch.equal(point.latents, raw[:, 1:]) and raw.shape == (30, 5)
    assert torch.allclose(point.albedo, ((raw[:, 1:] @ torch.tensor(LATENT_COLORS) + 1) / 2).clamp(0, 1))
    ray = int(out.opacity.argmax())
    mine = out.samples.ray_indices == ray
    rays = camera_rays(cameras_of(orbit_views(torch.tensor([0.0, 70.0])), 8))
    places = rays.origins[ray] + out.samples.t_mids[mine][:, None] * rays.directions[ray]
    expected = (out.weights[mine][:, None] * field(places).latents).sum(0)
    assert torch.allclose(out.latents[ray], expected, atol=1e-5) and float(expected.detach().abs().max()) > 0.05
    assert out.to("cpu").latents is out.latents and out.without_samples().latents is out.latents


def test_both_backends_of_a_cpu_have_the_same_gradient():
    gradients = []
    for backend in ("torch", "cpu"):
        field, out = rendered(backend)
        cotangent = torch.randn(out.latents.shape, generator=torch.Generator().manual_seed(3))
        gradients.append(torch.autograd.grad((out.latents * cotangent).sum(), [field.table, *field.weights]))
        assert float(gradients[-1][-1][0].abs().max()) > 0, "density is turned too"
    for expected, got in zip(*gradients, strict=True):
        scale = float(expected.abs().max())
        assert torch.allclose(expected, got, rtol=1e-3, atol=1e-4 * scale)


def test_normals_are_there_too():
    field, _ = rendered("cpu")
    x = torch.tensor([[0.5, 0.0, 0.0], [0.0, 0.0, -0.5]])
    plain = HashField(dataclasses.replace(CONFIG, backend="torch"))
    plain.load_state_dict(field.state_dict())
    assert torch.allclose(field.normals(x), plain.normals(x), atol=1e-3)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"colors": "hsv"}, "colors: expected rgb or latents"),
        ({"colors": "latents", "geometry": "signed-distance"}, "colors: latents go with geometry 'density' alone"),
        ({"colors": "latents", "cuda_graphs": True, "backend": "triton"}, "cannot be recorded"),
    ],
)
def test_what_no_field_can_be_is_refused(values, says):
    with pytest.raises(ValueError, match=says):
        FieldConfig(**values)

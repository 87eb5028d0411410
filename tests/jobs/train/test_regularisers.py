"""The regularisers and schedules of published recipes, against sums over rays written out."""

import math
from dataclasses import replace

import pytest
import torch

from bozzetto.jobs.config.run_config import (
    CameraConfig,
    GuidanceConfig,
    LightConfig,
    OptimConfig,
    Ramp,
    RegularConfig,
    RenderConfig,
    make_config,
)
from bozzetto.jobs.train.regularisers import (
    MIN_PEAK_OPACITY,
    normal_smoothness,
    opacity_binarization,
    opacity_entropy,
    orientation,
    points_in_sphere,
    roughness,
    sparsity_root,
    z_variance,
)
from bozzetto.jobs.train.views import (
    cameras_of,
    learning_levels,
    light_directions,
    orbit_views,
    sample_views,
    t_range,
    view_resolution,
)
from bozzetto.nerf.cameras import PRIOR_DISTANCE, camera_rays
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render


@pytest.fixture(scope="module")
def seen():
    config = FieldConfig(levels=4, max_resolution=16, log2_table=10, hidden=16, blob_height=6.0, blob_radius=0.5)
    field = HashField(config)
    grid = OccupancyGrid(16, field.config.radius)
    grid.update(field.density, torch.Generator().manual_seed(0))
    rays = camera_rays(cameras_of(orbit_views(torch.tensor([0.0, 70.0])), 12))
    return render(field, grid, rays, step_size=1 / 24, normals="finite_difference"), rays, field


def test_smooth_normals_are_compared_with_their_neighbours(seen):
    out, _, field = seen
    pictures = ((out.normal + 1) / 2 * out.opacity[:, None]).view(2, 12, 12, 3)
    total = [0.0, 0.0]
    for v in range(2):
        for y in range(12):
            for x in range(12):
                here = pictures[v, y, x]
                if y < 11:
                    total[0] += float((pictures[v, y + 1, x] - here).square().sum())
                if x < 11:
                    total[1] += float((pictures[v, y, x + 1] - here).square().sum())
    loss = normal_smoothness(out, 2)
    assert float(loss.detach()) == pytest.approx(sum(total) / (2 * 11 * 12 * 3), rel=1e-4)
    (slope,) = torch.autograd.grad(loss, field.table, retain_graph=True)
    assert bool(slope.isfinite().all()) and float(slope.abs().max()) > 0
    even = replace(out, normal=torch.tensor([0.0, 0.0, 1.0]).expand(len(out.opacity), 3), opacity=out.opacity * 0 + 1)
    assert float(normal_smoothness(even, 2).detach()) == 0
    with pytest.raises(ValueError, match="expected normals"):
        normal_smoothness(replace(out, normal=None), 2)


def slope_of_haze(image):
    """The change of the haze, summed over pixels, with each pixel of views [B, S, S]."""
    opacity = image.clone().requires_grad_()
    (opacity_binarization(opacity.flatten(), len(image)) * image.numel()).backward()
    return opacity.grad


def test_haze_beside_a_surface_goes_and_what_is_thin_is_drawn_together():
    wall = torch.zeros(2, 8, 8)
    wall[0, :, :4] = 1.0
    wall[0, :, 4] = 0.3
    # Where a neighbour is solid it is o (1 - o), whose slope is 1 - 2 o; in another view it does not count.
    assert float(opacity_binarization(wall.flatten(), 2)) == pytest.approx(8 * 0.3 * 0.7 / wall.numel())
    assert slope_of_haze(wall)[0, :, 4].tolist() == pytest.approx([1 - 0.6] * 8)

    pole = torch.zeros(1, 8, 8)
    pole[0, :, 3] = 0.3
    pole[0, :, 4] = 0.1
    slope = slope_of_haze(pole)[0]
    assert slope[:, 3].tolist() == pytest.approx([-1.0] * 8), "its ridge grows"
    assert slope[:, 4].tolist() == pytest.approx([1 - 0.2 / 0.3] * 8) and float(slope[0, 4]) > 0, "its flank shrinks"
    # Of what is hardly there, nothing is drawn together.
    assert slope_of_haze(pole * (MIN_PEAK_OPACITY / 0.31))[0, :, 3].tolist() == pytest.approx(
        [1 - 0.6 * MIN_PEAK_OPACITY / 0.31] * 8
    )


def test_sparsity_and_opacity_are_threestudio_s(seen):
    opacity = seen[0].opacity.detach()
    assert float(sparsity_root(opacity)) == pytest.approx(float(torch.sqrt(opacity**2 + 0.01).mean()))
    clamped = opacity.clamp(1e-3, 1 - 1e-3)
    expected = torch.nn.functional.binary_cross_entropy(clamped, clamped)
    assert float(opacity_entropy(opacity)) == pytest.approx(float(expected), rel=1e-5)
    x = torch.tensor([0.0, 0.5, 1.0], requires_grad=True)
    opacity_entropy(x).backward()
    assert float(opacity_entropy(torch.tensor([0.5]))) == pytest.approx(math.log(2)) and float(
        x.grad[1]
    ) == pytest.approx(0.0)


def test_z_variance_is_the_variance_of_each_ray_written_out(seen):
    out, _, field = seen
    rows = []
    for ray in range(len(out.opacity)):
        mine = out.samples.ray_indices == ray
        if float(out.opacity[ray]) > 0.5:
            w, t = out.weights[mine], out.samples.t_mids[mine]
            mean = (w * t).sum() / w.sum()
            rows.append(float((w * (t - mean) ** 2).sum()))
    assert len(rows) > 10
    assert float(z_variance(out)) == pytest.approx(sum(rows) / len(rows), rel=1e-3)
    (grad,) = torch.autograd.grad(z_variance(out), field.table, retain_graph=True)
    assert bool(grad.isfinite().all()) and float(grad.abs().sum()) > 0


def test_roughness_is_the_change_between_points_and_their_neighbours_and_has_its_gradient():
    config = make_config("x", regular=RegularConfig(smoothness_points=300), render=RenderConfig(step_size=0.05))
    field = HashField(FieldConfig(), torch.Generator().manual_seed(1))
    with torch.no_grad():
        field.table.uniform_(-1, 1, generator=torch.Generator().manual_seed(2))
    found = roughness(field, config, torch.Generator().manual_seed(3))
    found.backward()
    gradient, field.table.grad = field.table.grad, None

    generator = torch.Generator().manual_seed(3)
    x = points_in_sphere(300, generator)
    near = x + 0.05 * torch.nn.functional.normalize(torch.randn(300, 3, generator=generator), dim=-1)
    here, there = field(x), field(near)
    opacity = ((1 - (-here.sigmas * 0.05).exp()) - (1 - (-there.sigmas * 0.05).exp())).abs().mean()
    expected = opacity + (here.albedo - there.albedo).abs().mean()
    expected.backward()
    assert 0.01 < float(expected.detach()) == pytest.approx(float(found.detach()), rel=1e-5)
    assert float((gradient - field.table.grad).abs().max()) < 1e-3 * float(gradient.abs().max())


def test_orientation_counts_normals_that_look_away_and_turns_them(seen):
    out, rays, field = seen
    facing = (out.normal * rays.directions).sum(-1)
    expected = float((out.opacity.detach() * facing.clamp(min=0) ** 2).sum() / (out.opacity > 0).sum())
    assert float(orientation(out, rays)) == pytest.approx(expected, rel=1e-5, abs=1e-9)
    # Turned round, every normal of a ball looks away, and the table feels it.
    turned = replace(out, normal=-out.normal)
    loss = orientation(turned, rays)
    assert float(loss.detach()) > 0.15
    (grad,) = torch.autograd.grad(loss, field.table, retain_graph=True)
    assert float(grad.abs().sum()) > 0
    with pytest.raises(ValueError, match="normals"):
        orientation(replace(out, normal=None), rays)


def test_ramps_are_threestudio_s_schedules():
    ramp = Ramp(10.0, 1000.0, 0.0, 0.5)
    assert [ramp.at(p) for p in (0.0, 0.25, 0.5, 0.9)] == [10.0, 505.0, 1000.0, 1000.0]
    late = Ramp(0.0, 1000.0, 0.4, 0.4)
    assert late.at(0.39) == 0.0 and late.at(0.4) == 1000.0
    assert Ramp(3.0, 3.0).at(0.0) == 3.0


def test_light_comes_from_where_threestudio_has_it():
    n = 20_000
    deviate = torch.randn(n, 3, generator=torch.Generator().manual_seed(0))
    near = light_directions(deviate, "magic3d")
    torch.testing.assert_close(near.norm(dim=-1), torch.ones(n))
    elevation = near[:, 2].asin()
    assert math.pi / 6 - 1e-5 <= float(elevation.min()) and float(elevation.max()) <= math.pi / 2 + 1e-5
    assert float(elevation.mean()) == pytest.approx(math.pi / 3, abs=0.01)  # uniform
    assert abs(float(near[:, 0].mean())) < 0.01 and abs(float(near[:, 1].mean())) < 0.01
    far = light_directions(deviate, "dreamfusion")
    expected = torch.nn.functional.normalize(deviate + torch.tensor([0, 0, PRIOR_DISTANCE]), dim=-1)
    torch.testing.assert_close(far, expected)


def test_schedules_of_recipes_change_where_they_say():
    render_config = RenderConfig(resolution=64, resolution_late=512, late_from=0.2)
    assert [view_resolution(step, 100, render_config, 32) for step in (0, 19, 20, 99)] == [64, 64, 512, 512]
    assert view_resolution(50, 100, RenderConfig(), 32) == 32
    optim = OptimConfig(start_level=8, level_from=0.2, level_every=0.05)
    assert [learning_levels(step, 100, optim, 16) for step in (0, 20, 25, 35, 99)] == [8, 8, 9, 11, 16]
    assert learning_levels(0, 100, OptimConfig(), 16) == 16
    late = GuidanceConfig(anneal="random", t_min=0.02, t_max=0.98, t_max_late=0.5, t_late_from=0.2)
    assert t_range(19, 100, late) == (0.02, 0.98) and t_range(20, 100, late) == (0.02, 0.5)
    assert t_range(0, 100, GuidanceConfig(anneal="dreamtime", t_min=0.02, t_max=0.98)) == (0.98, 0.98)


def test_shading_waits_and_zooms_lie_in_their_range():
    light = LightConfig(albedo_share=0.0, albedo_until=0.5)
    draw = torch.Generator().manual_seed(0)
    assert bool((sample_views(CameraConfig(), light, draw, 0.49).ambient == 1).all())
    assert bool((sample_views(CameraConfig(), light, draw, 0.5).ambient < 1).all())
    zooms = sample_views(CameraConfig(views=64, zoom_min=1.5, zoom_max=3.9), light, draw).zoom
    assert 1.5 <= float(zooms.min()) < 1.8 and 3.5 < float(zooms.max()) <= 3.9

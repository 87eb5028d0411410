"""Rendering: backends agree, tiles change nothing, shading is the formula, steps are bit for bit repeatable."""

import copy
import dataclasses

import pytest
import torch

from bozzetto.nerf import (
    PRIOR_FOVY,
    Cameras,
    FieldConfig,
    HashField,
    OccupancyGrid,
    camera_rays,
    orbit_c2w,
    per_ray,
    render,
    render_image,
)

SMALL = FieldConfig(levels=4, max_resolution=32, log2_table=12, table_range=0.3)


def scene(backend="cpu", size=12):
    field = HashField(dataclasses.replace(SMALL, backend=backend), torch.Generator().manual_seed(0))
    grid, generator = OccupancyGrid(resolution=24), torch.Generator().manual_seed(1)
    for _ in range(5):
        grid.update(field.density, generator)
    azimuth = torch.tensor([0.3, 2.0])
    cameras = Cameras(orbit_c2w(azimuth, azimuth / 6), torch.full((2,), PRIOR_FOVY), size, size)
    return field, grid, cameras


def light_and_ambient(cameras):
    light = torch.nn.functional.normalize(torch.tensor([[1.0, 1.0, 1.0], [-1.0, 2.0, 0.0]]), dim=-1)
    return per_ray(light, cameras), per_ray(torch.tensor([0.3, 0.6]), cameras)


def test_backends_agree_on_a_step():
    results = []
    for backend in ("torch", "cpu"):
        field, grid, cameras = scene(backend)
        light, ambient = light_and_ambient(cameras)
        out = render(
            field, grid, camera_rays(cameras), light=light, ambient=ambient, generator=torch.Generator().manual_seed(2)
        )
        (out.rgb.square().sum() + out.depth.sum() - out.opacity.sum()).backward()
        results.append([out.rgb, out.opacity, out.depth, out.normal, out.albedo, field.table.grad])
    for expected, got in zip(*results, strict=True):
        # As the encoding's tolerance; a sample whose weight is at NORMAL_WEIGHT may move a normal a little.
        scale = max(1.0, float(expected.detach().abs().max()))
        assert torch.allclose(got / scale, expected / scale, atol=2e-4), float((got - expected).abs().max())


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("normals", ["none", "analytic", "finite_difference"])
def test_identical_steps_are_identical_to_the_bit(threads, normals):
    torch.set_num_threads(threads)
    field, grid, cameras = scene(size=24)
    light, ambient = light_and_ambient(cameras)

    def steps():
        f, g, generator = copy.deepcopy(field), copy.deepcopy(grid), torch.Generator().manual_seed(9)
        optimiser = torch.optim.Adam(f.parameters(), 1e-2)
        for _ in range(3):
            shading = {} if normals == "none" else {"light": light, "ambient": ambient, "normals": normals}
            out = render(f, g, camera_rays(cameras, generator), generator=generator, **shading)
            loss = out.rgb.square().sum() - out.opacity.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            g.update(f.density, generator)
        return torch.cat([p.detach().flatten() for p in f.parameters()] + [g.density])

    assert torch.equal(steps(), steps())


def test_tiles_change_nothing():
    field, grid, cameras = scene()
    light = torch.tensor([0.0, 1.0, 0.0])
    whole = render_image(field, grid, cameras, light=light, ambient=0.5)
    tiled = render_image(field, grid, cameras, light=light, ambient=0.5, tile=37)
    assert whole.rgb.shape == (2, 12, 12, 3) and whole.n_samples == tiled.n_samples
    for name in ("rgb", "opacity", "depth", "normal", "albedo"):
        assert torch.allclose(getattr(whole, name), getattr(tiled, name), atol=1e-5), name


def test_shading_is_the_formula_and_ambient_one_is_albedo():
    field, grid, cameras = scene()
    rays = camera_rays(cameras)
    light, ambient = light_and_ambient(cameras)
    out = render(field, grid, rays, light=light, ambient=ambient, normals="analytic")
    factor = ambient + (1 - ambient) * (out.normal * light).sum(-1).clamp(min=0)
    assert torch.allclose(out.rgb, out.albedo * factor[:, None], atol=1e-6)
    plain = render(field, grid, rays)
    assert torch.equal(plain.rgb, plain.albedo) and plain.normal is None
    assert torch.allclose(plain.albedo, out.albedo)


@pytest.mark.parametrize("normals", ["analytic", "finite_difference"])
def test_blob_is_lit_from_where_the_light_is(normals):
    field = HashField(dataclasses.replace(SMALL, table_range=1e-6))
    cameras = Cameras(orbit_c2w(torch.zeros(1), torch.zeros(1)), torch.tensor([PRIOR_FOVY]), 32, 32)
    for light, bright in (((1.0, 0, 0), (16, 24)), ((-1.0, 0, 0), (16, 7)), ((0, 1.0, 0), (7, 16))):
        image = render_image(
            field, OccupancyGrid(), cameras, light=torch.tensor(light), ambient=0.0, normals=normals
        ).rgb[0, ..., 0]
        opposite = image[31 - bright[0], 31 - bright[1]]
        assert image[bright] > 0.1 and image[bright] > 5 * opposite, (light, image[bright], opposite)


def test_normals_teach_geometry_only_by_finite_differences():
    grads = {}
    for normals in ("analytic", "finite_difference"):
        field, grid, cameras = scene()
        out = render(
            field, grid, camera_rays(cameras), light=torch.tensor([0.0, 1.0, 0.0]), ambient=0.2, normals=normals
        )
        assert out.normal is not None
        grads[normals] = out.normal.requires_grad
    assert grads == {"analytic": False, "finite_difference": True}


def test_empty_grid_renders_nothing():
    field, grid, cameras = scene()
    grid.occupied.zero_()
    out = render(field, grid, camera_rays(cameras), light=torch.tensor([0.0, 0.0, 1.0]), ambient=0.3)
    assert out.n_samples == 0
    assert not any(value.any() for value in (out.opacity, out.rgb, out.depth))
    out.rgb.sum().backward()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"ambient": 0.5}, "light: expected a direction"),
        ({"ambient": 1.5}, r"ambient: expected in \[0, 1\], got 1.5"),
        ({"ambient": torch.ones(3), "light": torch.zeros(3)}, r"ambient: expected a number or shape \[288\]"),
        ({"light": torch.zeros(2, 3)}, r"light: expected shape \[3\] or \[288, 3\], got \[2, 3\]"),
        ({"normals": "pretty"}, "normals: expected none, analytic or finite_difference, got 'pretty'"),
        ({"step_size": 0}, "step_size: expected > 0, got 0"),
    ],
)
@pytest.mark.usefixtures("normal_use")
def test_bad_input_says_what_was_expected(arguments, expected):
    field, grid, cameras = scene()
    with pytest.raises(ValueError, match=expected):
        render(field, grid, camera_rays(cameras), **arguments)
    with pytest.raises(ValueError, match="tile: expected at least 1 ray, got 0"):
        render_image(field, grid, cameras, tile=0)

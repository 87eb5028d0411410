"""The volume inside the prior's network: the compiled kernel against the definition, the definition against closed
forms and against the project's camera.
"""

import math
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, orbit_c2w, project
from bozzetto.sds.volume import (
    Volume,
    VolumeLayout,
    along_normals,
    arranged,
    at_points,
    composite,
    composite_cpu,
    place,
    stacked,
)
from bozzetto.sds.volume import _along as along_definition
from bozzetto.sds.volume_kernels import ABSENT, BIAS, BOUND, FEATURES, SHARPNESS

ROOT = Path(__file__).resolve().parents[2]
TRANSPARENT = -5.0  # a value whose opacity is 1e-10


def cameras(count: int, seed: int = 0, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """[B, 7]: every second one a window at zoom 2, off the centre."""
    generator = torch.Generator().manual_seed(seed)
    azimuth, elevation = torch.rand(count, generator=generator) * 2 * math.pi, torch.rand(count, generator=generator)
    zoom = torch.where(torch.arange(count) % 2 == 1, 2.0, 1.0)
    center = (torch.rand(count, 2, generator=generator) - 0.5) * (zoom[:, None] > 1)
    angles = torch.stack([azimuth.sin(), azimuth.cos(), elevation.sin(), elevation.cos(), zoom], 1)
    return torch.cat([angles, center], 1).to(dtype)


def camera(azimuth: float, elevation: float) -> torch.Tensor:
    a, e = azimuth, elevation
    return torch.tensor([[math.sin(a), math.cos(a), math.sin(e), math.cos(e), 1.0, 0.0, 0.0]])


def noise(batch: int, edge: int, dtype: torch.dtype = torch.float32) -> Volume:
    """Volumes at random, each with a turn of its own."""
    generator = torch.Generator().manual_seed(edge)
    randn = lambda *shape: torch.randn(batch, *shape, generator=generator, dtype=dtype)  # noqa: E731
    return Volume(randn(edge, edge, edge), randn(edge, edge, edge, FEATURES), randn(FEATURES + 1, FEATURES) * 0.3)


def blob(point: tuple[float, float, float], edge: int = 24, colour: int = 0, radius: float = 0.12) -> Volume:
    """One volume: an opaque ball at a point, in one of 0.25 with feature ``colour`` one."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    apart = (torch.stack([x, y, z], -1) - torch.tensor(point)).norm(dim=-1)[None]
    features = torch.zeros(1, edge, edge, edge, FEATURES)
    features[..., colour] = (apart < 0.25).float()
    return Volume(torch.where(apart < radius, 5.0, TRANSPARENT), features)


@pytest.mark.parametrize(("edge", "resolution", "batch"), [(48, 32, 3), (7, 9, 2), (5, 6, 1), (2, 1, 1), (4, 4, 0)])
def test_the_kernel_is_the_definition(edge, resolution, batch):
    # The kernels pass over samples of 1e-4 and stop a ray at 1e-4 of its light: that bounds the difference.
    volume, where = noise(batch, edge), cameras(batch)
    leaves = tuple(part.requires_grad_() for part in volume)
    reference, kernel = composite(volume, where, resolution), composite_cpu(volume, where, resolution)
    torch.testing.assert_close(kernel, reference, atol=5e-4, rtol=1e-4)
    cotangent = torch.randn(reference.shape, generator=torch.Generator().manual_seed(1))
    expected = torch.autograd.grad(reference, leaves, cotangent)
    gradient = torch.autograd.grad(kernel, leaves, cotangent)
    for ours, theirs in zip(gradient, expected, strict=True):
        torch.testing.assert_close(ours, theirs, atol=4e-3, rtol=1e-3)


def test_from_outside_a_surface_point_the_volume_shows_what_is_there():
    volume = blob((0.3, 0.0, 0.2), edge=20)
    point, out = torch.tensor([[0.3, 0.0, 0.32]]), torch.tensor([[0.0, 0.0, 1.0]])
    seen = along_normals(volume, point, out)
    assert float(seen[0, 0]) > 0.9 and float(seen[0, 1]) > 0.9 * float(seen[0, 0])
    away = along_normals(volume, torch.tensor([[-0.5, 0.3, 0.0]]), out)
    assert float(away.abs().max()) < 1e-3
    # The same object looked at along the same line by a camera: more of it lies on the line, so it is no less opaque.
    assert float(composite(volume, camera(0.0, 0.0), 33)[0, :, :, 0].max()) >= float(seen[0, 0]) - 1e-3


def test_along_normals_is_its_definition_compiled():
    volume = noise(1, 12)
    generator = torch.Generator().manual_seed(5)
    points = (torch.rand(500, 3, generator=generator) * 2 - 1) * 1.1  # some of them beyond the voxels
    out = torch.nn.functional.normalize(torch.randn(500, 3, generator=generator), dim=1)
    expected = along_definition(volume, points, out)[0, :, 0]
    assert 0.1 < float(expected[:, 0].mean()) < 0.9
    torch.testing.assert_close(along_normals(volume._replace(turn=None), points, out), expected, atol=2e-3, rtol=1e-3)


def test_cameras_that_share_a_volume_see_what_they_would_see_in_copies_of_it():
    volume, where = noise(2, 8), cameras(5)
    of = torch.tensor([1, 0, 1, 1, 0])
    expected = composite_cpu(Volume(*(part[of] for part in volume)), where, 8)
    assert torch.equal(composite_cpu(volume, where, 8, of), expected)
    torch.testing.assert_close(composite(volume, where, 8, of), expected, atol=5e-4, rtol=1e-4)
    leaves = [part.requires_grad_() for part in volume[:2]]
    cotangent = torch.randn(expected.shape, generator=torch.Generator().manual_seed(1))
    shared = torch.autograd.grad(composite_cpu(volume, where, 8, of), leaves, cotangent)
    copies = torch.autograd.grad(composite_cpu(Volume(*(part[of] for part in volume)), where, 8), leaves, cotangent)
    for one, other in zip(shared, copies, strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-4)


def test_the_kernel_has_one_result_for_any_number_of_threads():
    volume, where = noise(4, 8), cameras(4)
    threads = torch.get_num_threads()
    results = []
    try:
        for count in (1, 2):
            torch.set_num_threads(count)
            leaves = Volume(*(part.clone().requires_grad_() for part in volume))
            out = composite_cpu(leaves, where, 8)
            out.square().sum().backward()
            results.append((out.detach(), leaves.opacity.grad, leaves.features.grad))
    finally:
        torch.set_num_threads(threads)
    assert all(torch.equal(one, two) for one, two in zip(*results, strict=True))


def test_the_kernels_leave_torch_s_threads_as_they_are():
    # In a process of its own: numba takes hold of OpenMP at the first kernel that runs.
    code = """
import torch
torch.set_num_threads(1)
from bozzetto.sds.volume import Volume, composite_cpu
from bozzetto.sds.volume_kernels import FEATURES
volume = Volume(torch.zeros(1, 2, 2, 2), torch.zeros(1, 2, 2, 2, FEATURES))
composite_cpu(volume, torch.tensor([[0.0, 1, 0, 1, 1, 0, 0]]), 2)
print(torch.get_num_threads())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["1"]


def test_the_gradient_of_the_definition_is_right():
    volume = noise(2, 4, torch.float64)
    where = cameras(2, dtype=torch.float64)
    leaves = tuple(part.requires_grad_() for part in volume)
    assert torch.autograd.gradcheck(lambda *parts: composite(Volume(*parts), where, 3), leaves, fast_mode=True)


@pytest.mark.parametrize("look", [composite, composite_cpu])
def test_a_uniform_volume_has_the_opacity_of_its_samples(look):
    # The central ray of an odd image runs along the axis: all samples within the bound are in the sphere.
    edge, value = 10, 0.4
    volume = Volume(torch.full((1, edge, edge, edge), value), torch.zeros(1, edge, edge, edge, FEATURES))
    volume.features[..., 2] = 2.0
    centre = look(volume, camera(0.7, 0.3), 5)[0, 2, 2]
    alpha = 1 / (1 + math.exp(-(SHARPNESS * value + BIAS)))
    count = sum(abs((k + 0.5) / edge * 2 - 1) < BOUND for k in range(edge))
    opacity = 1 - (1 - alpha) ** count
    assert centre[0] == pytest.approx(opacity, abs=1e-5)
    assert centre[3] == pytest.approx(2 * opacity, abs=1e-5)


@pytest.mark.parametrize("look", [composite, composite_cpu])
@pytest.mark.parametrize(("azimuth", "elevation"), [(0.0, 0.0), (1.1, 0.4), (3.0, -0.3), (5.0, 0.7)])
@pytest.mark.parametrize("point", [(0.5, 0.1, 0.2), (-0.2, 0.55, 0.0), (0.1, -0.3, 0.5)])
def test_the_camera_is_the_project_s(look, azimuth, elevation, point):
    opacity = look(blob(point), camera(azimuth, elevation), 64)[0, ..., 0]
    total = opacity.sum()
    pixel = torch.arange(64) + 0.5
    column, row = (opacity.sum(0) * pixel).sum() / total, (opacity.sum(1) * pixel).sum() / total
    view = Cameras(
        orbit_c2w(torch.tensor([azimuth]), torch.tensor([elevation])), torch.tensor([PRIOR_FOVY]), width=64, height=64
    )
    expected, _ = project(torch.tensor([point]), view)
    # A voxel is 2.7 pixels wide; the ball's centre of mass is found much better than that, but not exactly.
    torch.testing.assert_close(torch.stack([column, row]), expected[0, 0], atol=0.8, rtol=0)


@pytest.mark.parametrize("look", [composite, composite_cpu])
def test_what_is_in_front_hides_what_is_behind(look):
    front, back = blob((0.0, 0.0, 0.6), colour=0), blob((0.0, 0.0, -0.6), colour=1)
    both = arranged([(front, 1.0, (0.0, 0.0, 0.0)), (back, 1.0, (0.0, 0.0, 0.0))], 24)
    seen = look(both, camera(0.0, 0.0), 33)[0, 16, 16]
    assert seen[1] > 0.95 and seen[2] < 0.01
    seen = look(both, camera(math.pi, 0.0), 33)[0, 16, 16]
    assert seen[2] > 0.95 and seen[1] < 0.01


def test_a_volume_arranged_where_it_was_is_the_same_with_its_turn_in_its_features():
    volume = Volume(*(part[:1].clamp(-1.9, 1.9) for part in noise(1, 6)))
    again, direct = arranged([(volume, 1.0, (0.0, 0.0, 0.0))], 6), camera(0.4, 0.3)
    torch.testing.assert_close(again.opacity, volume.opacity, rtol=1e-4, atol=1e-5)
    assert again.turn is None
    torch.testing.assert_close(composite(again, direct, 9), composite(volume, direct, 9), rtol=1e-3, atol=1e-4)


def test_a_smaller_part_is_as_opaque_as_the_whole_was_and_stands_where_it_is_put():
    ball, ahead = blob((0.0, 0.0, 0.0), radius=0.6), camera(0.0, 0.0)
    whole = composite(arranged([(ball, 1.0, (0.0, 0.0, 0.0))], 24), ahead, 257)[0, ..., 0]
    for edge in (48, 96):
        small = composite(arranged([(ball, 0.5, (10 / 24, 0.0, 0.0))], edge), ahead, 257)[0, ..., 0]
        rows, columns = (small > 0.5).nonzero(as_tuple=True)
        middle = 128 + 10 / 24 * math.cos(math.radians(20)) * 128.5
        assert abs(columns.float().mean() - middle) < 2 and abs(rows.float().mean() - 128) < 1
        assert small.max() == pytest.approx(float(whole.max()), abs=0.01)
        assert len(rows) / (whole > 0.5).sum() == pytest.approx(0.25, rel=0.15), "half as far across"


def test_volumes_of_several_edges_are_stacked_at_the_finest():
    coarse, fine = blob((0.0, 0.0, 0.0), 24), arranged([(blob((0.3, 0.0, 0.0)), 1.0, (0.0, 0.0, 0.0))], 32)
    both = stacked([coarse, fine])
    assert both.opacity.shape == (2, 32, 32, 32) and both.turn is None
    assert torch.equal(both.opacity[1], fine.opacity[0])
    alike = noise(3, 4)
    again = stacked([Volume(*(part[k : k + 1] for part in alike)) for k in range(3)])
    assert all(torch.equal(a, b) for a, b in zip(again, alike, strict=True)), "nothing is resampled"


def test_rows_are_placed_as_the_definition_places_them_gradient_too():
    where = torch.tensor([1, 5, 6, 26])
    rows = torch.randn(3, 4 * (1 + FEATURES), dtype=torch.float64, requires_grad=True)
    single = rows.detach().float().requires_grad_()
    expected, placed = place(rows, where, 3), place(single, where, 3)
    weights = [torch.randn(part.shape, dtype=torch.float64) for part in expected]
    for ours, theirs, weight in zip(placed, expected, weights, strict=True):
        assert torch.equal(ours, theirs.float())
        (ours * weight.float()).sum().backward(retain_graph=True)
        (theirs * weight).sum().backward(retain_graph=True)
    torch.testing.assert_close(single.grad, rows.grad.float())
    assert placed[0][0, 0].item() == ABSENT and not placed[1][:, 0].any()


def some_rows(count: int, layout: VolumeLayout) -> torch.Tensor:
    return torch.randn(count, len(layout.inside) * (1 + FEATURES), generator=torch.Generator().manual_seed(3))


def test_the_background_shows_where_the_object_does_not():
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=16, edge=5, resolution=6)
    background = torch.tensor([[0.2, 0.5, 0.9], [1.0, 0.0, 0.0]])
    maps = layout(layout.draw(some_rows(2, layout), torch.randn(2, 16)), cameras(2), background).detach()
    assert maps.shape == (2, VolumeLayout.channels, 6, 6)
    through = (1 - maps[:, :1]) * background[:, :, None, None]
    assert torch.equal(maps[:, 1 + FEATURES :], through)
    assert 0.05 < float(maps[:, 0].mean()) < 0.95


def test_words_beside_the_noun_turn_the_features_and_leave_the_shape():
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=16, edge=6, resolution=6)
    rows, red, blue, where = some_rows(1, layout), torch.randn(1, 16), torch.randn(1, 16), cameras(1)

    def look(text):
        return composite_cpu(layout.draw(rows, text), where, 6)[0].detach().flatten(0, 1)

    plain = composite_cpu(Volume(*layout.draw(rows, red)[:2]), where, 6)[0].detach().flatten(0, 1)
    assert torch.equal(look(red), plain), "it begins by changing nothing"
    torch.nn.init.normal_(layout.turn[-1].weight)
    torch.nn.init.normal_(layout.turn[-1].bias)
    one, other = look(red), look(blue)
    assert torch.equal(one[:, 0], plain[:, 0]) and torch.equal(other[:, 0], plain[:, 0])
    # Both are affine maps of what the plain features show, the same at every pixel: the opacity bears the constant.
    for turned in (one, other):
        fitted = plain @ torch.linalg.lstsq(plain, turned).solution
        assert torch.allclose(fitted, turned, atol=1e-3)
        assert float((turned - plain).abs().mean()) > 0.1
    assert not torch.allclose(one, other, atol=0.1)


def test_what_is_turned_when_composited_is_what_turned_voxels_show():
    volume, where = noise(2, 6, torch.float64), cameras(2, dtype=torch.float64)
    shift, linear = volume.turn[:, FEATURES], volume.turn[:, :FEATURES]
    grid = volume.features.flatten(1, 3)
    turned = (grid + grid @ linear + shift[:, None]).view_as(volume.features)
    torch.testing.assert_close(composite(volume, where, 5), composite(Volume(volume.opacity, turned), where, 5))
    points = torch.rand(7, 3, dtype=torch.float64) - 0.5
    first, already = Volume(*(part[:1] for part in volume)), Volume(volume.opacity[:1], turned[:1])
    for ours, theirs in zip(at_points(first, points), at_points(already, points), strict=True):
        torch.testing.assert_close(ours, theirs)
    out = torch.nn.functional.normalize(points, dim=1)
    torch.testing.assert_close(along_normals(first, points, out), along_normals(already, points, out))


def test_where_objects_are_hardly_a_sample_misses_a_voxel():
    # Voxels that are kept hold .3. Objects reach to 0.9: there a sample sees most of .3, and everywhere further in all.
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=4, edge=48, resolution=1)
    volume = layout.draw(torch.full((1, len(layout.inside) * (1 + FEATURES)), 0.3), torch.randn(1, 4))
    way = torch.nn.functional.normalize(torch.randn(20000, 3), dim=1)
    kept = (volume.opacity > ABSENT).float()
    seen = torch.nn.functional.grid_sample(
        kept[None], way[None, :, None, None] * 0.9, align_corners=False, padding_mode="border"
    )
    assert float(seen.min()) > 0.9
    assert torch.equal(volume.features, kept[..., None].expand_as(volume.features) * 0.3)
    # The canary: a good part of the grid is not kept.
    assert 0.42 < float(kept.mean()) < 0.55

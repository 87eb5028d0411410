"""The volume inside the prior's network: the compiled kernel against the definition, the definition against closed
forms and against the project's camera.
"""

import math
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from nerf.cameras import PRIOR_FOVY, Cameras, orbit_c2w, project
from sds.volume import BIAS, CHANNELS, SHARPNESS, VolumeLayout, along_normals, composite, composite_cpu

ROOT = Path(__file__).resolve().parents[2]
EMPTY = -5.0  # a value whose opacity is 1e-10


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


def blob(point: tuple[float, float, float], edge: int = 24, colour: int = 1) -> torch.Tensor:
    """[1, N, N, N, C]: an opaque ball of radius 0.12 at a point, with feature ``colour`` one."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    inside = ((torch.stack([x, y, z], -1) - torch.tensor(point)).norm(dim=-1) < 0.12)[None]
    volume = torch.full((1, edge, edge, edge, CHANNELS), 0.0)
    volume[..., 0] = torch.where(inside, 5.0, EMPTY)
    volume[..., colour] = inside.float()
    return volume


@pytest.mark.parametrize(("edge", "resolution", "batch"), [(20, 32, 3), (7, 9, 2), (2, 1, 1), (5, 4, 0)])
def test_the_kernel_is_the_definition(edge, resolution, batch):
    # The kernels stop a ray at 1e-4 of its light: that bounds the difference, beside float32 rounding.
    generator = torch.Generator().manual_seed(edge)
    volume = torch.randn(batch, edge, edge, edge, CHANNELS, generator=generator).requires_grad_()
    where = cameras(batch)
    reference, kernel = composite(volume, where, resolution), composite_cpu(volume, where, resolution)
    torch.testing.assert_close(kernel, reference, atol=5e-4, rtol=1e-4)
    cotangent = torch.randn(reference.shape, generator=generator)
    (expected,) = torch.autograd.grad(reference, volume, cotangent)
    (gradient,) = torch.autograd.grad(kernel, volume, cotangent)
    torch.testing.assert_close(gradient, expected, atol=2e-3, rtol=1e-3)


def test_from_outside_a_surface_point_the_volume_shows_what_is_there():
    volume = blob((0.3, 0.0, 0.2), edge=20)[0]
    point, out = torch.tensor([[0.3, 0.0, 0.32]]), torch.tensor([[0.0, 0.0, 1.0]])
    seen = along_normals(volume, point, out)
    assert float(seen[0, 0]) > 0.9 and float(seen[0, 1]) > 0.7 * float(seen[0, 0])
    away = along_normals(volume, torch.tensor([[-0.5, 0.3, 0.0]]), out)
    assert float(away.abs().max()) < 1e-3
    # The same object looked at along the same line by a camera: more of it lies on the line, so it is no less opaque.
    assert float(composite(volume[None], camera(0.0, 0.0), 33)[0, :, :, 0].max()) >= float(seen[0, 0]) - 1e-3


def test_cameras_that_share_a_volume_see_what_they_would_see_in_copies_of_it():
    volume, where = torch.randn(2, 6, 6, 6, CHANNELS), cameras(5)
    of = torch.tensor([1, 0, 1, 1, 0])
    expected = composite_cpu(volume[of], where, 8)
    assert torch.equal(composite_cpu(volume, where, 8, of), expected)
    torch.testing.assert_close(composite(volume, where, 8, of), expected, atol=5e-4, rtol=1e-4)
    with pytest.raises(ValueError, match="no gradient"):
        composite_cpu(volume.requires_grad_(), where, 8, of)


def test_the_kernel_has_one_result_for_any_number_of_threads():
    volume, where = torch.randn(4, 6, 6, 6, CHANNELS), cameras(4)
    threads = torch.get_num_threads()
    results = []
    try:
        for count in (1, 2):
            torch.set_num_threads(count)
            leaf = volume.clone().requires_grad_()
            out = composite_cpu(leaf, where, 8)
            out.square().sum().backward()
            results.append((out.detach(), leaf.grad))
    finally:
        torch.set_num_threads(threads)
    assert torch.equal(results[0][0], results[1][0]) and torch.equal(results[0][1], results[1][1])


def test_the_kernels_leave_torch_s_threads_as_they_are():
    # In a process of its own: numba takes hold of OpenMP at the first kernel that runs.
    code = """
import torch
torch.set_num_threads(1)
from sds.volume import CHANNELS, composite_cpu
composite_cpu(torch.zeros(1, 2, 2, 2, CHANNELS), torch.tensor([[0.0, 1, 0, 1, 1, 0, 0]]), 2)
print(torch.get_num_threads())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["1"]


def test_the_gradient_of_the_definition_is_right():
    volume = torch.randn(2, 3, 3, 3, CHANNELS, dtype=torch.float64).requires_grad_()
    where = cameras(2, dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda v: composite(v, where, 3), volume)


@pytest.mark.parametrize("look", [composite, composite_cpu])
def test_a_uniform_volume_has_the_opacity_of_its_samples(look):
    # The central ray of an odd image runs along the axis: all N samples lie in the sphere.
    edge, value = 10, 0.4
    volume = torch.zeros(1, edge, edge, edge, CHANNELS)
    volume[..., 0], volume[..., 3] = value, 2.0
    centre = look(volume, camera(0.7, 0.3), 5)[0, 2, 2]
    alpha = 1 / (1 + math.exp(-(SHARPNESS * value + BIAS)))
    opacity = 1 - (1 - alpha) ** edge
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
    front, back = blob((0.0, 0.0, 0.6), colour=1), blob((0.0, 0.0, -0.6), colour=2)
    both = torch.maximum(front, back)
    seen = look(both, camera(0.0, 0.0), 33)[0, 16, 16]
    assert seen[1] > 0.95 and seen[2] < 0.01
    seen = look(both, camera(math.pi, 0.0), 33)[0, 16, 16]
    assert seen[2] > 0.95 and seen[1] < 0.01


def test_the_background_shows_where_the_object_does_not():
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=16, edge=4, rank=4, resolution=6)
    background = torch.tensor([[0.2, 0.5, 0.9], [1.0, 0.0, 0.0]])
    maps = layout(layout.draw(torch.randn(2, 16)), cameras(2), background).detach()
    assert maps.shape == (2, VolumeLayout.channels, 6, 6)
    through = (1 - maps[:, :1]) * background[:, :, None, None]
    assert torch.equal(maps[:, CHANNELS:], through)
    assert 0.05 < float(maps[:, 0].mean()) < 0.95

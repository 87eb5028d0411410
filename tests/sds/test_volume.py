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
from sds.volume import (
    ABSENT,
    BIAS,
    BOUND,
    FEATURES,
    SHARPNESS,
    Volume,
    VolumeLayout,
    along_normals,
    composite,
    composite_cpu,
)

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


def noise(batch: int, opacity: int, edge: int, dtype: torch.dtype = torch.float32) -> Volume:
    generator = torch.Generator().manual_seed(opacity)
    solid = torch.randn(batch, opacity, opacity, opacity, generator=generator, dtype=dtype)
    return Volume(solid, torch.randn(batch, edge, edge, edge, FEATURES, generator=generator, dtype=dtype))


def blob(point: tuple[float, float, float], edge: int = 24, colour: int = 0) -> Volume:
    """One volume: an opaque ball of radius 0.12 at a point, in a wider one with feature ``colour`` one."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    apart = (torch.stack([x, y, z], -1) - torch.tensor(point)).norm(dim=-1)[None]
    features = torch.zeros(1, edge, edge, edge, FEATURES)
    features[..., colour] = (apart < 0.25).float()
    return Volume(torch.where(apart < 0.12, 5.0, EMPTY), features)


@pytest.mark.parametrize(
    ("opacity", "edge", "resolution", "batch"),
    [(40, 20, 32, 3), (7, 7, 9, 2), (5, 3, 6, 1), (2, 2, 1, 1), (5, 4, 4, 0)],
)
def test_the_kernel_is_the_definition(opacity, edge, resolution, batch):
    # The kernels pass over samples of 1e-4 and stop a ray at 1e-4 of its light: that bounds the difference.
    volume, where = noise(batch, opacity, edge), cameras(batch)
    leaves = tuple(part.requires_grad_() for part in volume)
    reference, kernel = composite(volume, where, resolution), composite_cpu(volume, where, resolution)
    torch.testing.assert_close(kernel, reference, atol=5e-4, rtol=1e-4)
    cotangent = torch.randn(reference.shape, generator=torch.Generator().manual_seed(1))
    expected = torch.autograd.grad(reference, leaves, cotangent)
    gradient = torch.autograd.grad(kernel, leaves, cotangent)
    for ours, theirs in zip(gradient, expected, strict=True):
        torch.testing.assert_close(ours, theirs, atol=2e-3, rtol=1e-3)


def test_from_outside_a_surface_point_the_volume_shows_what_is_there():
    volume = blob((0.3, 0.0, 0.2), edge=20)
    point, out = torch.tensor([[0.3, 0.0, 0.32]]), torch.tensor([[0.0, 0.0, 1.0]])
    seen = along_normals(volume, point, out)
    assert float(seen[0, 0]) > 0.9 and float(seen[0, 1]) > 0.9 * float(seen[0, 0])
    away = along_normals(volume, torch.tensor([[-0.5, 0.3, 0.0]]), out)
    assert float(away.abs().max()) < 1e-3
    # The same object looked at along the same line by a camera: more of it lies on the line, so it is no less opaque.
    assert float(composite(volume, camera(0.0, 0.0), 33)[0, :, :, 0].max()) >= float(seen[0, 0]) - 1e-3


def test_cameras_that_share_a_volume_see_what_they_would_see_in_copies_of_it():
    volume, where = noise(2, 8, 6), cameras(5)
    of = torch.tensor([1, 0, 1, 1, 0])
    expected = composite_cpu(Volume(volume.opacity[of], volume.features[of]), where, 8)
    assert torch.equal(composite_cpu(volume, where, 8, of), expected)
    torch.testing.assert_close(composite(volume, where, 8, of), expected, atol=5e-4, rtol=1e-4)
    for part in volume:
        part.requires_grad_()
        with pytest.raises(ValueError, match="no gradient"):
            composite_cpu(volume, where, 8, of)
        part.requires_grad_(False)


def test_the_kernel_has_one_result_for_any_number_of_threads():
    volume, where = noise(4, 8, 6), cameras(4)
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
from sds.volume import FEATURES, Volume, composite_cpu
volume = Volume(torch.zeros(1, 2, 2, 2), torch.zeros(1, 2, 2, 2, FEATURES))
composite_cpu(volume, torch.tensor([[0.0, 1, 0, 1, 1, 0, 0]]), 2)
print(torch.get_num_threads())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["1"]


def test_the_gradient_of_the_definition_is_right():
    volume = noise(2, 4, 3, torch.float64)
    where = cameras(2, dtype=torch.float64)
    leaves = tuple(part.requires_grad_() for part in volume)
    assert torch.autograd.gradcheck(lambda *parts: composite(Volume(*parts), where, 3), leaves)


@pytest.mark.parametrize("look", [composite, composite_cpu])
def test_a_uniform_volume_has_the_opacity_of_its_samples(look):
    # The central ray of an odd image runs along the axis: all samples within the bound are in the sphere.
    edge, value = 10, 0.4
    volume = Volume(torch.full((1, edge, edge, edge), value), torch.zeros(1, 3, 3, 3, FEATURES))
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
    both = Volume(*(torch.maximum(one, two) for one, two in zip(front, back, strict=True)))
    seen = look(both, camera(0.0, 0.0), 33)[0, 16, 16]
    assert seen[1] > 0.95 and seen[2] < 0.01
    seen = look(both, camera(math.pi, 0.0), 33)[0, 16, 16]
    assert seen[2] > 0.95 and seen[1] < 0.01


def test_the_background_shows_where_the_object_does_not():
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=16, opacity=5, edge=4, rank=4, resolution=6)
    background = torch.tensor([[0.2, 0.5, 0.9], [1.0, 0.0, 0.0]])
    maps = layout(layout.draw(torch.randn(2, 16), torch.randn(2, 16)), cameras(2), background).detach()
    assert maps.shape == (2, VolumeLayout.channels, 6, 6)
    through = (1 - maps[:, :1]) * background[:, :, None, None]
    assert torch.equal(maps[:, 1 + FEATURES :], through)
    assert 0.05 < float(maps[:, 0].mean()) < 0.95


def test_words_beside_the_noun_turn_the_features_and_leave_the_shape():
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=16, opacity=5, edge=4, rank=4, resolution=6)
    noun, red, blue = torch.randn(1, 16), torch.randn(1, 16), torch.randn(1, 16)
    plain, same = layout.draw(noun, noun), layout.draw(noun, red)
    assert torch.equal(plain.features, same.features), "it begins by changing nothing"
    torch.nn.init.normal_(layout.turn[-1].weight)
    torch.nn.init.normal_(layout.turn[-1].bias)
    one, other = layout.draw(noun, red), layout.draw(noun, blue)
    assert torch.equal(one.opacity, other.opacity) and torch.equal(one.opacity, plain.opacity)
    # Both are affine maps of the plain features, the same at every voxel.
    inside = plain.features.reshape(-1, FEATURES)[layout.inside]
    known = torch.cat([inside, torch.ones(len(inside), 1)], 1)
    for turned in (one, other):
        target = turned.features.reshape(-1, FEATURES)[layout.inside]
        fitted = known @ torch.linalg.lstsq(known, target).solution
        assert torch.allclose(fitted, target, atol=1e-4)
        assert float((target - inside).detach().abs().mean()) > 0.1
    assert not torch.allclose(one.features, other.features, atol=0.1)


def test_where_objects_are_hardly_a_sample_misses_a_voxel():
    # Voxels that are kept hold .3. Objects reach to 0.9: there a sample sees most of .3, and everywhere further in all.
    torch.manual_seed(0)
    layout = VolumeLayout(embedding=4, opacity=40, edge=20, rank=2, resolution=1)
    with torch.no_grad():
        layout.basis.weight.zero_()
        layout.basis.bias.fill_(0.3)
        volume = layout.draw(torch.randn(1, 4), torch.randn(1, 4))
    way = torch.nn.functional.normalize(torch.randn(20000, 3), dim=1)

    def share(part, radius):
        seen = torch.nn.functional.grid_sample(
            part.permute(0, 4, 1, 2, 3), way[None, :, None, None] * radius, align_corners=False, padding_mode="border"
        )
        return seen.flatten() / 0.3

    fine = (volume.opacity[..., None] > ABSENT / 2).float() * 0.3
    assert float(share(fine, 0.9).min()) > 0.9 and float(share(fine, 0.88).min()) > 0.999
    assert float(share(volume.features, 0.9).min()) > 0.75 and float(share(volume.features, 0.82).min()) > 0.999
    # The canary: a good part of the grids is not kept.
    assert 0.45 < float((volume.opacity > ABSENT).float().mean()) < 0.55

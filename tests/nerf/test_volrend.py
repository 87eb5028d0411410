"""Volume rendering against closed forms, and the compiled compositing against the definition."""

import pytest
import torch

from bozzetto.nerf import kernels, volrend
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.occupancy import OccupancyGrid, march
from bozzetto.nerf.volrend import pack

# float32 sums of up to 40 terms of order 1, one of them in float64: about 40 rounding errors of 6e-8.
RTOL, ATOL = 1e-4, 4e-6


def slab(sigma, length, n):
    """One ray through a homogeneous slab [1, 1 + length] in n intervals."""
    edges = torch.linspace(1, 1 + length, n + 1)
    samples = pack(torch.zeros(n, dtype=torch.int64), edges[:-1], edges[1:], 1)
    return torch.full((n,), float(sigma)), samples


def ragged(seed=0, n_rays=50):
    """Random samples, with empty rays at the start, inside and at the end."""
    generator = torch.Generator().manual_seed(seed)
    counts = torch.randint(0, 40, (n_rays,), generator=generator)
    counts[[0, 7, 8, n_rays - 1]] = 0
    ray_indices = torch.arange(n_rays).repeat_interleave(counts)
    n = int(counts.sum())
    lengths = 0.05 * torch.rand(n, generator=generator) + 0.01
    t_starts = torch.arange(n) * 0.1
    sigmas = torch.rand(n, generator=generator) ** 4 * 60
    return sigmas, pack(ray_indices, t_starts, t_starts + lengths, n_rays), generator


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
@pytest.mark.parametrize(("sigma", "length"), [(0.0, 1.0), (0.3, 2.0), (5.0, 0.7), (400.0, 1.0)])
def test_homogeneous_slab(module, sigma, length):
    n = 4096
    sigmas, samples = slab(sigma, length, n)
    weights, trans = module.weights_from_density(sigmas, samples, 1)
    opacity = module.accumulate(weights, None, samples.ray_indices, 1)[0, 0].double()
    expected = 1 - torch.exp(torch.tensor(-sigma * length, dtype=torch.float64))
    assert torch.isclose(opacity, expected, atol=2e-5)
    if sigma > 0:
        # Mean depth of exponential absorption, cut off at the slab's far side.
        depth = module.accumulate(weights, samples.t_mids[:, None], samples.ray_indices, 1)[0, 0].double() / opacity
        mean = 1 + 1 / sigma - length * (1 - expected) / expected
        assert torch.isclose(depth, mean, rtol=1e-3)
    assert float(trans[0]) == 1


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
def test_light_is_conserved(module):
    sigmas, samples, _ = ragged()
    weights, trans = module.weights_from_density(sigmas, samples, 50)
    opacity = module.accumulate(weights, None, samples.ray_indices, 50)[:, 0]
    optical = torch.zeros(50).index_add(0, samples.ray_indices, sigmas * (samples.t_ends - samples.t_starts))
    assert torch.allclose(opacity + torch.exp(-optical), torch.ones(50), atol=5e-6)
    assert bool((weights >= 0).all())
    same_ray = samples.ray_indices[1:] == samples.ray_indices[:-1]
    assert bool((trans[1:] <= trans[:-1])[same_ray].all())


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
def test_brute_force_twin(module):
    sigmas, samples, generator = ragged(3)
    values = torch.rand(len(samples), 3, generator=generator)
    weights, _ = module.weights_from_density(sigmas, samples, 50)
    out = module.accumulate(weights, values, samples.ray_indices, 50)
    expected = torch.zeros(50, 3, dtype=torch.float64)
    for r in range(50):
        light = torch.ones((), dtype=torch.float64)
        for i in range(int(samples.ray_offsets[r]), int(samples.ray_offsets[r + 1])):
            alpha = 1 - torch.exp(-(sigmas[i] * (samples.t_ends[i] - samples.t_starts[i])).double())
            expected[r] += light * alpha * values[i]
            light = light * (1 - alpha)
    assert torch.allclose(out.double(), expected, rtol=RTOL, atol=ATOL)


def test_kernels_match_the_definition_forward_and_backward():
    sigmas, samples, generator = ragged(1)
    values = torch.rand(len(samples), 4, generator=generator)
    cotangents = [torch.randn(s, generator=generator) for s in ((len(samples),), (len(samples),), (50, 4))]
    results = []
    for module in (volrend, kernels):
        s, v = sigmas.clone().requires_grad_(), values.clone().requires_grad_()
        weights, trans = module.weights_from_density(s, samples, 50)
        image = module.accumulate(weights, v, samples.ray_indices, 50)
        grads = torch.autograd.grad([weights, trans, image], [s, v], cotangents)
        results.append([weights, trans, image, *grads])
    for expected, got in zip(*results, strict=True):
        assert torch.allclose(got, expected, rtol=RTOL, atol=ATOL), float((got - expected).abs().max())


def test_gradcheck_of_the_definition():
    sigmas, samples, generator = ragged(2, n_rays=9)
    double = pack(samples.ray_indices, samples.t_starts.double(), samples.t_ends.double(), 9)
    s = sigmas.double().requires_grad_()
    values = torch.rand(len(samples), 2, generator=generator).double().requires_grad_()

    def image(s, v):
        weights, trans = volrend.weights_from_density(s, double, 9)
        return volrend.accumulate(weights, v, double.ray_indices, 9), trans

    assert torch.autograd.gradcheck(image, (s, values))


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
def test_no_samples_at_all(module):
    samples = pack(torch.zeros(0, dtype=torch.int64), torch.zeros(0), torch.zeros(0), 4)
    weights, _ = module.weights_from_density(torch.zeros(0), samples, 4)
    assert torch.equal(module.accumulate(weights, None, samples.ray_indices, 4), torch.zeros(4, 1))


def test_sphere_through_the_grid_has_the_closed_form_opacity():
    # A ball of density 3 and radius 0.6: a ray at distance b from the centre crosses 2 sqrt(0.36 - b^2).
    b = torch.linspace(0, 0.9, 19)
    origins = torch.stack([b, torch.zeros(19), torch.full((19,), 3.0)], -1)
    rays = Rays(origins, torch.tensor([0.0, 0.0, -1.0]).expand(19, 3))
    samples = march(rays, OccupancyGrid(resolution=8), 1 / 512)
    x = rays.origins[samples.ray_indices] + samples.t_mids[:, None] * rays.directions[samples.ray_indices]
    sigmas = torch.where(x.norm(dim=-1) < 0.6, 3.0, 0.0)
    weights, _ = volrend.weights_from_density(sigmas, samples, 19)
    opacity = volrend.accumulate(weights, None, samples.ray_indices, 19)[:, 0]
    chord = 2 * (0.36 - b**2).clamp(min=0).sqrt()
    # One interval more or less at each end.
    assert torch.allclose(opacity, 1 - torch.exp(-3 * chord), atol=3 * 2 / 512)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda s: pack(torch.tensor([1, 0]), torch.zeros(2), torch.ones(2), 2), "ascending"),
        (lambda s: pack(torch.tensor([0, 5]), torch.zeros(2), torch.ones(2), 2), "expected 0 to 1, got 0 to 5"),
        (lambda s: pack(torch.tensor([0, 1]), torch.ones(2), torch.zeros(2), 2), "none before"),
        (lambda s: pack(torch.tensor([0, 1]), torch.zeros(3), torch.ones(2), 2), "expected one shape"),
        (lambda s: volrend.weights_from_density(torch.zeros(3), s, 1), r"sigmas: expected shape \[5\], got \[3\]"),
        (lambda s: kernels.weights_from_density(torch.zeros(5), s, 2), "n_rays: expected 1"),
        (lambda s: kernels.accumulate(torch.zeros(5), torch.zeros(4, 1), s.ray_indices, 1), r"values: expected shape"),
    ],
)
@pytest.mark.usefixtures("normal_use")
def test_bad_input_says_what_was_expected(call, expected):
    _, samples = slab(1, 1, 5)
    with pytest.raises(ValueError, match=expected):
        call(samples)

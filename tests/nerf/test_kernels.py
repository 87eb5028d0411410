"""The compiled CPU kernels against the definitions where inputs are odd: sizes, rays that miss, NaN and infinity."""

import pytest
import torch

from bozzetto.nerf import (
    PRIOR_FOVY,
    Cameras,
    FieldConfig,
    HashField,
    OccupancyGrid,
    Rays,
    camera_rays,
    hashgrid,
    kernels,
    network,
    orbit_c2w,
    volrend,
)
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.kernels.encoding import TILE
from bozzetto.nerf.volrend import pack
from bozzetto.threads import use_threads

LAYOUT = HashLayout(levels=4, features=2, base_resolution=3, max_resolution=40, log2_table=9)
SIZES = [0, 1, 2, TILE - 1, TILE, TILE + 1, 3 * TILE + 7]
# float32 sums of 8 products forward and of some thousand backward, relative to the largest value.
ATOL = 2e-5


def close(got, expected, atol=ATOL):
    assert got.shape == expected.shape
    if got.numel():
        scale = max(1.0, float(expected.detach().abs().max()))
        assert float((got - expected).detach().abs().max()) <= atol * scale


def inputs(n, seed=0):
    generator = torch.Generator().manual_seed(seed)
    x = torch.rand(n, 3, generator=generator) * 1.2 - 0.1
    return x, torch.randn(LAYOUT.n_entries, 2, generator=generator), generator


@pytest.mark.parametrize("n", SIZES)
def test_encoding_of_any_number_of_samples(n):
    x, table, generator = inputs(n)
    cotangent = torch.randn(n, LAYOUT.width, generator=generator)
    results = []
    for encode in (hashgrid.encode, kernels.encode):
        points, entries = x.clone().requires_grad_(), table.clone().requires_grad_()
        out = encode(points, entries, LAYOUT)
        results.append([out, *torch.autograd.grad(out, [points, entries], cotangent)])
    for expected, got in zip(*results, strict=True):
        close(got, expected)


@pytest.mark.parametrize("n", SIZES)
def test_network_of_any_number_of_samples(n):
    x, table, generator = inputs(n)
    shapes = [(12, LAYOUT.width), (12, 12), (4, 12)]
    weights = [0.5 * torch.randn(shape, generator=generator) for shape in shapes]
    biases = [torch.randn(shape[0], generator=generator) for shape in shapes]
    cotangent = torch.randn(n, 4, generator=generator)
    results = []
    for evaluate in (network.network, kernels.network):
        leaves = [p.clone().requires_grad_() for p in (table, *weights, *biases)]
        out = evaluate(x, leaves[0], leaves[1:4], leaves[4:], LAYOUT)
        results.append([out, *torch.autograd.grad(out, leaves, cotangent)])
    for expected, got in zip(*results, strict=True):
        close(got, expected)


def test_samples_of_small_gradient_count_as_none_and_what_is_not_finite_does():
    n = 3 * TILE + 7
    x, table, generator = inputs(n)
    shapes = [(12, LAYOUT.width), (12, 12), (4, 12)]
    parameters = [table, *(0.5 * torch.randn(shape, generator=generator) for shape in shapes)]
    parameters += [torch.randn(size, generator=generator) for size in (12, 12, 4)]
    cotangent = torch.randn(n, 4, generator=generator)
    small = torch.rand(n, generator=generator) < 0.6
    cotangent[small] *= 1e-4

    def gradients(cotangent, threads=2):
        leaves = [parameter.clone().requires_grad_() for parameter in parameters]
        with use_threads(threads):
            out = kernels.network(x, leaves[0], leaves[1:4], leaves[4:], LAYOUT)
            return torch.autograd.grad((out * cotangent).sum(), leaves)

    found = gradients(cotangent)
    without = gradients(torch.where(small[:, None], 0.0, cotangent))
    assert all(torch.equal(a, b) for a, b in zip(found, without, strict=True))
    assert all(torch.equal(a, b) for a, b in zip(found, gradients(cotangent, 1), strict=True))
    cotangent[small.nonzero()[0, 0], 2] = torch.nan
    assert all(bool(gradient.isnan().any()) for gradient in gradients(cotangent)[3::3])


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("deep", [0, 2])
def test_gradient_to_positions_in_one_pass_is_autograd_s(n, deep):
    x, table, generator = inputs(n)
    shapes = [(12, LAYOUT.width), *[(12, 12)] * deep, (4, 12)]
    weights = [0.5 * torch.randn(shape, generator=generator) for shape in shapes]
    biases = [torch.randn(shape[0], generator=generator) for shape in shapes]
    parameters = (table, weights, biases, LAYOUT)
    for expected, got in zip(
        network.network_gradient(x, *parameters), kernels.network_gradient(x, *parameters), strict=True
    ):
        close(got, expected)


def test_a_million_samples():
    x, table, generator = inputs(1_000_000)
    cotangent = torch.randn(1_000_000, LAYOUT.width, generator=generator)
    results = []
    for encode in (hashgrid.encode, kernels.encode):
        entries = table.clone().requires_grad_()
        out = encode(x, entries, LAYOUT)
        results.append([out, *torch.autograd.grad(out, entries, cotangent)])
    close(results[1][0], results[0][0])
    # An entry of the coarsest level sums the gradients of some ten thousand samples, in another order.
    close(results[1][1], results[0][1], 1e-4)


@pytest.mark.parametrize("bad", [torch.nan, torch.inf, -torch.inf])
@pytest.mark.parametrize("encode", [hashgrid.encode, kernels.encode], ids=["torch", "cpu"])
def test_positions_that_are_not_finite_are_reported(encode, bad):
    x, table, _ = inputs(300)
    x[17, 1] = x[200, 0] = bad
    with pytest.raises(
        ValueError, match="expected finite positions, got 2 of 300 that are not; the first is number 17"
    ):
        encode(x, table, LAYOUT)


@pytest.mark.parametrize("bad", [torch.nan, torch.inf])
def test_a_bad_entry_of_the_table_reaches_only_those_who_read_it(bad):
    x, table, _ = inputs(2000)
    table[LAYOUT.offsets[-2] + 5, 1] = bad
    # A weight of exactly zero times NaN is NaN too, in the definition as in the kernel.
    expected, got = (encode(x, table, LAYOUT).isfinite() for encode in (hashgrid.encode, kernels.encode))
    assert torch.equal(expected, got) and 0 < int((~got).sum()) < 100
    field = HashField(FieldConfig(levels=3, log2_table=8))
    with torch.no_grad():
        field.table[0, 0] = bad
    sigmas = field.density(torch.tensor([[-0.55, -0.55, -0.55], [0.4, 0.4, 0.4]]))
    assert not bool(sigmas[0].isfinite()) or bad == torch.inf
    assert bool(sigmas[1].isfinite())


def test_activations_match_the_definition_at_every_size_of_value():
    generator = torch.Generator().manual_seed(0)
    config = FieldConfig()
    h = torch.randn(5000, 4, generator=generator) * torch.logspace(-3, 2, 5000)[:, None]
    x = torch.rand(5000, 3, generator=generator) * 2 - 1
    x[0] = torch.tensor([1.0, 0, 0])  # the sphere's border belongs to it
    cotangents = [torch.randn(5000, generator=generator), torch.randn(5000, 3, generator=generator)]
    results = []
    for activate in (network.activate, kernels.activate):
        leaf = h.clone().requires_grad_()
        out = activate(leaf, x, config)
        results.append([*out, *torch.autograd.grad(out, leaf, cotangents)])
    for expected, got in zip(*results, strict=True):
        assert torch.allclose(got, expected, rtol=2e-6, atol=1e-6)
    assert float(results[1][0][0].detach()) > 0


def test_activations_keep_what_is_not_finite_to_itself():
    h = torch.zeros(6, 4)
    h[1], h[2], h[3] = torch.nan, torch.inf, -torch.inf
    h[4, 0], h[5, 2] = torch.nan, torch.nan
    x = torch.full((6, 3), 0.1)
    x[4] = 1.0  # outside the sphere there is nothing, whatever the network says
    for activate in (network.activate, kernels.activate):
        sigmas, albedo = activate(h, x, FieldConfig())
        assert sigmas.isnan().tolist() == [False, True, False, False, False, False]
        assert float(sigmas[2]) == torch.inf and float(sigmas[3]) == 0 == float(sigmas[4])
        assert albedo.isnan().sum() == 4 and albedo[2].tolist() == [1.0] * 3 and albedo[3].tolist() == [0.0] * 3


def ragged(n_rays=50, seed=0):
    """Samples of rays of which the first, some inside and the last have none."""
    generator = torch.Generator().manual_seed(seed)
    counts = torch.randint(0, 40, (n_rays,), generator=generator)
    counts[[0, 7, 8, n_rays - 1]] = 0
    n = int(counts.sum())
    t_starts = torch.arange(n) * 0.1
    lengths = 0.05 * torch.rand(n, generator=generator) + 0.01
    samples = pack(torch.arange(n_rays).repeat_interleave(counts), t_starts, t_starts + lengths, n_rays)
    return torch.rand(n, generator=generator) ** 4 * 60, torch.rand(n, 3, generator=generator), samples, generator


@pytest.mark.parametrize("with_weights", [False, True])
def test_compositing_in_one_pass_matches_the_definition(with_weights):
    sigmas, albedo, samples, generator = ragged()
    cotangents = [torch.randn(s, generator=generator) for s in ((50, 3), (50,), (50,), (len(samples),))]
    results = []
    for composite in (volrend.composite, kernels.composite):
        leaves = [sigmas.clone().requires_grad_(), albedo.clone().requires_grad_()]
        sums = composite(*leaves, samples, 50)
        out = [sums.albedo, sums.opacity, sums.distance, sums.weights]
        used = 4 if with_weights else 3
        results.append([*out, *torch.autograd.grad(out[:used], leaves, cotangents[:used])])
    for expected, got in zip(*results, strict=True):
        close(got, expected, 1e-5)
    missed = torch.tensor([0, 7, 8, 49])
    assert not results[1][0][missed].any() and not results[1][1][missed].any()


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
@pytest.mark.parametrize(("sigma", "length"), [(0.3, 2.0), (5.0, 0.7), (400.0, 1.0)])
def test_a_homogeneous_slab_has_its_closed_form(module, sigma, length):
    n = 4096
    edges = torch.linspace(1, 1 + length, n + 1)
    samples = pack(torch.zeros(n, dtype=torch.int64), edges[:-1], edges[1:], 1)
    sums = module.composite(torch.full((n,), sigma), torch.tensor([[0.2, 0.5, 1.0]]).expand(n, 3), samples, 1)
    opacity = 1 - torch.exp(torch.tensor(-sigma * length))
    assert torch.allclose(sums.opacity, opacity, atol=2e-5)
    assert torch.allclose(sums.albedo[0], opacity * torch.tensor([0.2, 0.5, 1.0]), atol=2e-5)
    # Mean depth of exponential absorption, cut off at the slab's far side.
    mean = 1 + 1 / sigma - length * (1 - opacity) / opacity
    assert torch.allclose(sums.distance / sums.opacity, mean, rtol=1e-3)


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
def test_no_light_is_made_or_lost(module):
    sigmas, _, samples, _ = ragged(seed=1)
    sums = module.composite(sigmas, torch.ones(len(samples), 3), samples, 50)
    optical = torch.zeros(50).index_add(0, samples.ray_indices, sigmas * (samples.t_ends - samples.t_starts))
    assert torch.allclose(sums.opacity + torch.exp(-optical), torch.ones(50), atol=5e-6)
    assert torch.allclose(sums.albedo, sums.opacity[:, None].expand(50, 3), atol=1e-5)
    assert bool((sums.weights >= 0).all())


@pytest.mark.parametrize("module", [volrend, kernels], ids=["torch", "cpu"])
def test_what_is_not_finite_stays_in_its_ray(module):
    sigmas, albedo, samples, _ = ragged(seed=2)
    clean = module.composite(sigmas, albedo, samples, 50)
    counts = samples.ray_offsets.diff()
    nan_ray, wall_ray = int((counts > 4).nonzero()[3]), int((counts > 4).nonzero()[6])
    sigmas[samples.ray_offsets[nan_ray] + 1] = torch.nan
    wall = int(samples.ray_offsets[wall_ray]) + 2
    sigmas[wall] = torch.inf
    sums = module.composite(sigmas, albedo, samples, 50)
    others = torch.ones(50, dtype=torch.bool)
    others[[nan_ray, wall_ray]] = False
    for name in ("albedo", "opacity", "distance"):
        assert torch.allclose(getattr(sums, name)[others], getattr(clean, name)[others], atol=1e-6)
        assert bool(getattr(sums, name)[nan_ray].isnan().all())
    # Behind infinite density nothing is visible, and all of the light is gone.
    assert float(sums.opacity[wall_ray]) == pytest.approx(1)
    behind = (samples.ray_indices == wall_ray) & (torch.arange(len(samples)) > wall)
    assert bool(behind.any()) and not sums.weights[behind].any()


def test_gradcheck_of_the_definitions():
    generator = torch.Generator().manual_seed(0)
    h = torch.randn(7, 4, generator=generator, dtype=torch.float64).requires_grad_()
    x = torch.rand(7, 3, generator=generator, dtype=torch.float64).requires_grad_()
    assert torch.autograd.gradcheck(lambda h, x: network.activate(h, 0.5 * x, FieldConfig()), (h, x))
    sigmas, albedo, samples, _ = ragged(9, 3)
    double = pack(samples.ray_indices, samples.t_starts.double(), samples.t_ends.double(), 9)
    leaves = sigmas.double().requires_grad_(), albedo.double().requires_grad_()

    def gathered(sigmas, albedo):
        sums = volrend.composite(sigmas, albedo, double, 9)
        return sums.albedo, sums.opacity, sums.distance, sums.weights

    assert torch.autograd.gradcheck(gathered, leaves)


def test_positions_are_the_middles_of_the_intervals():
    generator = torch.Generator().manual_seed(0)
    directions = torch.nn.functional.normalize(torch.randn(50, 3, generator=generator), dim=-1)
    rays = Rays(torch.randn(50, 3, generator=generator), directions)
    _, _, samples, _ = ragged()
    for module in (volrend, kernels):
        x = module.positions(rays, samples)
        t = ((x - rays.origins[samples.ray_indices]) * directions[samples.ray_indices]).sum(-1)
        assert torch.allclose(t, samples.t_mids, atol=1e-4)
    close(kernels.positions(rays, samples), volrend.positions(rays, samples), 1e-6)


def wire(x):
    """A wire on a slanted line, densest on its axis, as thin as the finest cells of the standard preset's field."""
    along = torch.nn.functional.normalize(torch.tensor([1.0, 0.3, -0.2]), dim=0)
    offset = x - torch.tensor([0.0, 0.1, 0.05])
    across = offset - (offset @ along)[:, None] * along
    return 60.0 * torch.clamp(1 - across.norm(dim=-1) * 24, min=0) * (x.norm(dim=-1) < 0.9)


@pytest.mark.parametrize("seed", [0, 1])
def test_the_grid_keeps_a_thin_wire_that_dense_marching_sees(seed):
    # As in the loop: one random point in every cell at an update, half of the running maximum forgotten. A cell that
    # the wire only grazes is missed now and then: 2 to 3.5 % of the light over 60 updates and four seeds, which single
    # rays may lose nearly all of. What must not happen is that a stretch of it goes.
    grid, generator = OccupancyGrid(32, threshold=0.3, decay=0.5, warmup=1_000_000), torch.Generator().manual_seed(seed)
    azimuth = torch.tensor([0.2, 1.7, 3.0, 5.0])
    rays = camera_rays(Cameras(orbit_c2w(azimuth, azimuth / 8), torch.full((4,), PRIOR_FOVY), 48, 48))

    def opacity(which):
        samples = kernels.march(rays, which, 1 / 48)
        sigmas = wire(volrend.positions(rays, samples))
        return volrend.composite(sigmas, torch.ones(len(samples), 3), samples, len(rays)).opacity

    dense = opacity(OccupancyGrid(32))
    assert float(dense.max()) > 0.6
    for update in range(30):
        grid.update(wire, generator)
        if update % 6 == 5:
            sparse = opacity(grid)
            assert grid.fraction() < 0.01 and bool((sparse <= dense + 1e-5).all())
            assert float((dense - sparse).sum()) < 0.06 * float(dense.sum())
            assert int(((dense > 0.3) & (sparse < 0.1)).sum()) < 0.05 * int((dense > 0.3).sum())


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: kernels.encode(inputs(2)[0].double(), inputs(2)[1], LAYOUT), "x: expected float32 on the CPU"),
        (lambda: kernels.encode(inputs(2)[0], inputs(2)[1].half(), LAYOUT), "table: expected float32 on the CPU"),
        (lambda: kernels.activate(torch.zeros(2, 4), torch.zeros(2, 3).requires_grad_(), FieldConfig()), "no gradient"),
        (lambda: kernels.composite(torch.zeros(3), torch.zeros(3, 3), ragged()[2], 50), "sigmas: expected shape"),
    ],
)
@pytest.mark.usefixtures("normal_use")
def test_bad_input_says_what_was_expected(call, expected):
    with pytest.raises(ValueError, match=expected):
        call()

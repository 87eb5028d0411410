"""Our parameters in tiny-cuda-nn's layouts, against a reading of its sources in torch; and what is refused."""

import pytest
import torch

from bozzetto.nerf import OccupancyGrid, hashgrid, nerfacc_ops, network, occupancy, selfcheck, tcnn
from bozzetto.nerf.backend import MAX_TRIAL_DIFFERENCE
from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from bozzetto.nerf.hash_layout import HashLayout
from tests.nerf import fake_nerfacc, fake_tinycudann

LAYOUTS = [
    HashLayout(levels=5, features=2, base_resolution=3, max_resolution=40, log2_table=9),
    HashLayout(levels=3, features=4, base_resolution=4, max_resolution=7, log2_table=14),
    HashLayout(levels=1, features=1, base_resolution=16, max_resolution=16, log2_table=8),
]
PRIMES = (1, 2654435761, 805459861)


def normal(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def their_grid(x, params, level):
    """One `HashGrid` of one level as grid.h and common_device.h have it: scale, resolution, sizes, index, weights."""
    scale = level["base_resolution"] * 1.0 - 1
    resolution = int(torch.tensor(scale).ceil()) + 1
    entries = min(-(-(resolution**3) // 8) * 8, 1 << level["log2_hashmap_size"])
    features = level["n_features_per_level"]
    table, rest = params[: entries * features].reshape(entries, features), params[entries * features :]
    scaled = x * scale + 0.5
    cell = scaled.floor()
    frac = scaled - cell
    out = torch.zeros(x.shape[0], features, dtype=x.dtype)
    for corner in range(8):
        bits = torch.tensor([corner >> d & 1 for d in range(3)])
        weight = torch.where(bits == 1, frac, 1 - frac).prod(-1, keepdim=True)
        place = (cell + bits).long() & 0xFFFFFFFF  # unsigned 32 bits
        index, stride = torch.zeros(x.shape[0], dtype=torch.int64), 1
        for d in range(3):
            if stride > entries:
                break
            index, stride = (index + place[:, d] * stride) & 0xFFFFFFFF, (stride * resolution) & 0xFFFFFFFF
        if entries < stride:
            index = place[:, 0] * PRIMES[0] ^ place[:, 1] * PRIMES[1] ^ place[:, 2] * PRIMES[2]
            index = index & 0xFFFFFFFF
        out = out + weight * table[index % entries]
    return out, rest


def their_encoding(x, params, config):
    """`Composite`: each nested encoding takes the next inputs and the next parameters."""
    assert config["otype"] == "Composite"
    columns = []
    for i, level in enumerate(config["nested"]):
        assert level["n_dims_to_encode"] == 3 and level["n_levels"] == 1
        column, params = their_grid(x[:, 3 * i : 3 * i + 3], params, level)
        columns.append(column)
    assert params.numel() == 0
    return torch.cat(columns, -1)


def their_network(x, params, config, outputs=4):
    """`FullyFusedMLP`: matrices [fan_out, fan_in] row-major one after the other, no biases, 16 padded outputs."""
    width = config["n_neurons"]
    assert width in (16, 32, 64, 128) and x.shape[1] % 16 == 0
    for layer in range(config["n_hidden_layers"]):
        fan_in = x.shape[1] if layer == 0 else width
        weight, params = params[: width * fan_in].reshape(width, fan_in), params[width * fan_in :]
        x = (x @ weight.T).relu()
    assert params.numel() == 16 * width
    return (x @ params.reshape(16, width).T)[:, :outputs]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_their_encoding_of_our_converted_table_is_ours(layout):
    x = torch.rand(400, 3, generator=torch.Generator().manual_seed(1), dtype=torch.float64) * 1.2 - 0.1
    x[:3] = torch.tensor([[0.0, 0, 0], [1, 1, 1], [0.5, 0, 1]])
    table = normal(layout.n_entries, layout.features)
    params = tcnn.table_to_tcnn(table, layout)
    theirs = their_encoding(tcnn.encoding_inputs(x, layout), params, tcnn.encoding_config(layout))
    assert torch.allclose(theirs, hashgrid.encode(x, table, layout), atol=1e-9)


def test_a_table_that_is_not_converted_gives_something_else():
    # The canary of the test above: with the levels' padding left out or a level's input not shifted, it must fail.
    layout, x = LAYOUTS[0], torch.rand(50, 3, dtype=torch.float64)
    table = normal(layout.n_entries, 2)
    config, params = tcnn.encoding_config(layout), tcnn.table_to_tcnn(table, layout)
    expected = hashgrid.encode(x, table, layout)
    assert not torch.allclose(their_encoding(x.repeat(1, layout.levels), params, config), expected, atol=1e-3)
    with pytest.raises((AssertionError, RuntimeError)):
        their_encoding(tcnn.encoding_inputs(x, layout), table.reshape(-1), config)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tables_come_back_as_they_went(layout):
    table = torch.randn(layout.n_entries, layout.features)
    assert torch.equal(tcnn.table_from_tcnn(tcnn.table_to_tcnn(table, layout), layout), table)
    with pytest.raises(ValueError, match="params: expected shape"):
        tcnn.table_from_tcnn(torch.zeros(7), layout)


@pytest.mark.parametrize(("fan_in", "hidden", "deep"), [(10, 15, 1), (16, 16, 2), (32, 64, 2), (31, 24, 3)])
def test_their_network_of_our_converted_layers_is_ours_and_comes_back(fan_in, hidden, deep):
    sizes = [(hidden, fan_in), *[(hidden, hidden)] * (deep - 1), (4, hidden)]
    weights = [normal(*size, seed=i) for i, size in enumerate(sizes)]
    biases = [normal(size[0], seed=10 + i) for i, size in enumerate(sizes)]
    params = tcnn.network_to_tcnn(weights, biases)
    encoded = normal(30, fan_in, seed=20)
    theirs = their_network(tcnn.network_inputs(encoded), params, tcnn.network_config(hidden, len(weights)))
    assert torch.allclose(theirs, network.mlp(encoded, weights, biases), atol=1e-9)
    back = tcnn.network_from_tcnn(params, fan_in, hidden, len(weights))
    for ours, returned in zip([*weights, *biases], [*back[0], *back[1]], strict=True):
        assert torch.equal(ours.float(), returned)


def test_gradients_pass_through_the_conversion():
    layout = LAYOUTS[0]
    table = normal(layout.n_entries, 2).requires_grad_()
    weights, biases = [normal(15, 10), normal(4, 15)], [normal(15), normal(4)]
    given = [tensor.requires_grad_() for tensor in (table, *weights, *biases)]
    x = torch.rand(60, 3, dtype=torch.float64)
    encoded = their_encoding(
        tcnn.encoding_inputs(x, layout), tcnn.table_to_tcnn(table, layout), tcnn.encoding_config(layout)
    )
    params = tcnn.network_to_tcnn(weights, biases)
    theirs = their_network(tcnn.network_inputs(encoded), params, tcnn.network_config(15, 2))
    ours = network.network(x, table, weights, biases, layout)
    cotangent = normal(60, 4, seed=9)
    for a, b in zip(
        torch.autograd.grad(theirs, given, cotangent), torch.autograd.grad(ours, given, cotangent), strict=True
    ):
        assert torch.allclose(a, b, atol=1e-9)


def test_grids_whose_index_would_overflow_32_bits_are_refused():
    with pytest.raises(ValueError, match="overflow its 32-bit index"):
        tcnn.check_layout(HashLayout(2, 2, 16, 2048, 24))
    tcnn.check_layout(HashLayout(2, 2, 16, 1624, 24))
    tcnn.check_layout(HashLayout(2, 2, 16, 4096, 19))


def test_fields_that_tiny_cuda_nn_does_not_have_are_refused():
    with pytest.raises(ValueError, match="1, 2, 4 or 8 features a level, got 3"):
        tcnn.encoding_config(HashLayout(2, 3, 4, 8, 10))
    with pytest.raises(ValueError, match="at most 127 hidden units, got 128"):
        tcnn.network_width(128)


@pytest.mark.usefixtures("normal_use")
def test_tensors_that_are_not_on_cuda_are_refused_before_the_library_is_asked_for():
    layout = LAYOUTS[0]
    with pytest.raises(ValueError, match="expected a tensor on CUDA, got cpu"):
        tcnn.encode(torch.zeros(2, 3), torch.zeros(layout.n_entries, 2), layout)
    with pytest.raises(TypeError, match="expected float32"):
        tcnn.encode(torch.zeros(2, 3).double(), torch.zeros(layout.n_entries, 2), layout)


def test_nerfaccs_grid_has_our_occupied_cells_under_its_own_index():
    pytest.importorskip("nerfacc", reason="nerfacc is in the extra `cuda`")
    grid = OccupancyGrid(6)
    grid.occupied &= torch.rand(6**3, generator=torch.Generator().manual_seed(0)) < 0.3
    binaries = nerfacc_ops.estimator_of(grid).binaries
    for x, y, z in ((3, 2, 1), (0, 3, 2), (4, 4, 1), (2, 1, 4)):
        centre = (torch.tensor([[x, y, z]]) + 0.5) / 3 - 1
        assert bool(binaries[0, x, y, z]) == bool(grid.occupied[grid.cells_of(centre)])
    assert int(binaries.sum()) == int(grid.occupied.sum()) > 10


@pytest.mark.parametrize("jittered", [False, True])
def test_nerfaccs_traversal_finds_the_intervals_of_the_definition(jittered):
    azimuth = torch.tensor([0.0, 0.3, 2.0])  # the first along an axis
    rays = camera_rays(Cameras(orbit_c2w(azimuth, azimuth / 6), torch.full((3,), PRIOR_FOVY), 8, 8))
    grid = OccupancyGrid(16)
    grid.occupied &= torch.rand(16**3, generator=torch.Generator().manual_seed(0)) < 0.3
    draws = [torch.Generator().manual_seed(3) if jittered else None for _ in range(2)]
    ours = occupancy.march(rays, grid, 1 / 24, draws[0])
    with fake_nerfacc.installed():
        theirs = nerfacc_ops.march(rays, grid, 1 / 24, draws[1])
    # An interval is a place on its ray; one whose middle is at a cell's border may fall to either side.
    found = [
        {(int(ray), round(float(start) * 96)) for ray, start in zip(s.ray_indices, s.t_starts, strict=True)}
        for s in (ours, theirs)
    ]
    assert len(found[0]) > 500 and len(found[0] ^ found[1]) <= 0.01 * len(found[0])


def test_canary_a_grid_that_is_turned_gives_other_intervals(monkeypatch):
    rays = camera_rays(Cameras(orbit_c2w(torch.ones(1), torch.ones(1) / 6), torch.full((1,), PRIOR_FOVY), 8, 8))
    grid = OccupancyGrid(16)
    grid.occupied &= torch.rand(16**3, generator=torch.Generator().manual_seed(0)) < 0.3
    with fake_nerfacc.installed():
        right = nerfacc_ops.march(rays, grid, 1 / 24)
        grid.occupied = grid.occupied.view(16, 16, 16).permute(2, 1, 0).reshape(-1).contiguous()
        turned = nerfacc_ops.march(rays, grid, 1 / 24)
    rows = [{*zip(s.ray_indices.tolist(), s.t_starts.tolist(), strict=True)} for s in (right, turned)]
    assert len(rows[0] ^ rows[1]) > 0.3 * len(rows[0])


def small_field(seed=0):
    """Positions, table, layers of a small field, float32."""
    draw, layout = torch.Generator().manual_seed(seed), LAYOUTS[0]
    x = torch.rand(700, 3, generator=draw)
    sizes = [(15, layout.width), (15, 15), (4, 15)]
    table = torch.randn(layout.n_entries, 2, generator=draw) * 0.3
    weights = [torch.randn(*size, generator=draw) / size[1] ** 0.5 for size in sizes]
    return x, table, weights, [torch.randn(size[0], generator=draw) for size in sizes], layout, draw


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e4, 1e7])
def test_gradients_of_any_size_pass_through_its_half_precision(size):
    # A loss that sums over pixels gives 1e5 and more at the loss scale of 128; float16 ends at 65504.
    x, table, weights, biases, layout, draw = small_field()
    given = [tensor.requires_grad_() for tensor in (table, *weights, *biases)]
    cotangent = torch.randn(len(x), 4, generator=draw) * size
    exact = torch.autograd.grad(network.network(x, table, weights, biases, layout), given, cotangent)
    with fake_tinycudann.installed():
        halves = torch.autograd.grad(tcnn.network(x, table, weights, biases, layout), given, cotangent)
    for expected, got in zip(exact, halves, strict=True):
        assert float((got - expected).norm() / expected.norm()) < 0.02


def test_canary_without_a_scale_large_gradients_overflow(monkeypatch):
    monkeypatch.setattr(tcnn, "gradient_scale", lambda gradient: gradient.new_ones(()))
    x, table, weights, biases, layout, draw = small_field()
    given = [tensor.requires_grad_() for tensor in (table, *weights, *biases)]
    with fake_tinycudann.installed():
        out = tcnn.network(x, table, weights, biases, layout)
        gradients = torch.autograd.grad(out, given, torch.randn(len(x), 4, generator=draw) * 1e4)
    assert not all(bool(gradient.isfinite().all()) for gradient in gradients)


def test_a_step_without_samples_has_gradients_of_zero():
    x, table, weights, biases, layout, _ = small_field()
    given = [tensor.requires_grad_() for tensor in (table, *weights, *biases)]
    with fake_tinycudann.installed():
        tcnn.network(x[:0], table, weights, biases, layout).sum().backward()
    assert all(tensor.grad is not None and not tensor.grad.any() for tensor in given)


def test_the_self_check_passes_in_half_precision_and_notices_another_layout(monkeypatch):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    size = selfcheck.CheckSize(pixels=2, points=300)
    with fake_tinycudann.installed():
        assert selfcheck.largest_difference("tcnn", "cpu", size) < MAX_TRIAL_DIFFERENCE["tcnn"]
        monkeypatch.setattr(tcnn, "encoding_inputs", lambda x, layout: x.clamp(0, 1).repeat(1, layout.levels))
        assert selfcheck.largest_difference("tcnn", "cpu", size) > 2 * MAX_TRIAL_DIFFERENCE["tcnn"]

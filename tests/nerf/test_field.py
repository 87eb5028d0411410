"""The encoding and the field: compiled kernels against the definition, gradients, normals, the starting shape."""

import dataclasses

import pytest
import torch

from bozzetto.nerf import FieldConfig, HashField, kernels
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.hashgrid import corner_indices, encode

LAYOUT = HashLayout(levels=5, features=2, base_resolution=3, max_resolution=40, log2_table=9)
# float32 sums of 8 products forward and of up to 2000 backward, with fused multiply-adds in the kernels.
RTOL, ATOL = 2e-4, 2e-5


def positions(n=2000, seed=0, low=-0.1, high=1.1):
    generator = torch.Generator().manual_seed(seed)
    x = torch.rand(n, 3, generator=generator) * (high - low) + low
    x[:4] = torch.tensor([[0.0, 0, 0], [1, 1, 1], [0, 1, 0.5], [1, 0, 1]])
    return x, generator


def test_layout_is_dense_then_hashed():
    assert LAYOUT.resolutions == (3, 6, 11, 21, 40)
    assert LAYOUT.dense == (True, True, False, False, False)
    assert LAYOUT.offsets == (0, 64, 64 + 343, 64 + 343 + 512, 64 + 343 + 1024, 64 + 343 + 1536)


def test_dense_levels_give_each_corner_its_own_entry():
    axis = torch.arange(7)
    corners = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    assert corner_indices(corners, 1, LAYOUT).unique().tolist() == list(range(64, 64 + 343))


def test_encoding_interpolates_a_linear_function_exactly():
    # A dense level whose corners hold a linear function of position gives that function everywhere.
    layout = HashLayout(levels=1, features=2, base_resolution=6, max_resolution=6, log2_table=9)
    axis = torch.arange(7) / 6
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    table = torch.stack([x + 2 * y - z, 3 * z], -1).reshape(-1, 2)
    points, _ = positions(low=0, high=1)
    for function in (encode, kernels.encode):
        out = function(points, table, layout)
        assert torch.allclose(out[:, 0], points @ torch.tensor([1.0, 2.0, -1.0]), atol=1e-5)
        assert torch.allclose(out[:, 1], 3 * points[:, 2], atol=1e-5)


def test_encoding_kernel_matches_the_definition_forward_and_backward():
    x, generator = positions()
    table = torch.randn(LAYOUT.n_entries, 2, generator=generator)
    cotangent = torch.randn(x.shape[0], LAYOUT.width, generator=generator)
    results = []
    for function in (encode, kernels.encode):
        points, entries = x.clone().requires_grad_(), table.clone().requires_grad_()
        out = function(points, entries, LAYOUT)
        results.append([out, *torch.autograd.grad(out, [points, entries], cotangent)])
    # Where a point lies on the clamp itself its gradient is a convention, so those four are left out.
    for expected, got in zip(*[[r[0], r[1][4:], r[2]] for r in results], strict=True):
        scale = max(1.0, float(expected.detach().abs().max()))
        assert torch.allclose(got / scale, expected / scale, rtol=RTOL, atol=ATOL), float((got - expected).abs().max())


def test_gradcheck_of_the_encoding():
    layout = HashLayout(levels=2, features=2, base_resolution=2, max_resolution=5, log2_table=6)
    x, generator = positions(6, low=0.02, high=0.98)
    x = (x * 0.9 + 0.03).double().requires_grad_()
    table = torch.randn(layout.n_entries, 2, generator=generator, dtype=torch.float64).requires_grad_()
    assert torch.autograd.gradcheck(lambda x, t: encode(x, t, layout), (x, table))


@pytest.mark.parametrize(("levels", "hidden_layers"), [(6, 1), (5, 2), (4, 3), (6, 2)])
def test_field_backends_agree(levels, hidden_layers):
    size = FieldConfig(levels=levels, hidden_layers=hidden_layers, log2_table=12, table_range=0.5)
    configs = [dataclasses.replace(size, backend=backend) for backend in ("torch", "cpu")]
    fields = [HashField(config, torch.Generator().manual_seed(5)) for config in configs]
    generator = torch.Generator().manual_seed(1)
    x = torch.rand(1037, 3, generator=generator) * 2 - 1
    cotangents = [torch.randn(1037, generator=generator), torch.randn(1037, 3, generator=generator)]
    results = []
    for field in fields:
        out = field(x)
        grads = torch.autograd.grad([out.sigmas, out.albedo], list(field.parameters()), cotangents)
        results.append([out.sigmas, out.albedo, field.density(x), field.normals(x), *grads])
    for expected, got in zip(*results, strict=True):
        scale = max(1.0, float(expected.detach().abs().max()))
        assert torch.allclose(got / scale, expected / scale, rtol=RTOL, atol=ATOL), float((got - expected).abs().max())


@pytest.mark.parametrize("backend", ["torch", "cpu"])
def test_starting_field_is_a_blob_with_outward_normals(backend):
    field = HashField(FieldConfig(backend=backend, table_range=1e-6)).requires_grad_(False)
    generator = torch.Generator().manual_seed(2)
    direction = torch.nn.functional.normalize(torch.randn(200, 3, generator=generator), dim=-1)
    for radius in (0.2, 0.5, 0.8):
        for normals in (field.normals(direction * radius), field.normals_finite_difference(direction * radius, 1e-2)):
            assert float((normals * direction).sum(-1).min()) > 0.99
            assert torch.allclose(normals.norm(dim=-1), torch.ones(200), atol=1e-5)
    along = field.density(torch.linspace(0, 0.99, 50)[:, None] * torch.tensor([0.0, 1.0, 0.0]))
    assert bool((along[1:] < along[:-1]).all())
    assert torch.equal(field.density(torch.tensor([[0.8, 0.8, 0.0], [-1.0, 0.2, 0.1]])), torch.zeros(2))


def test_finite_difference_normals_reach_the_parameters():
    field = HashField(FieldConfig(table_range=0.5))
    x = torch.rand(64, 3, generator=torch.Generator().manual_seed(0)) - 0.5
    field.normals_finite_difference(x)[:, 1].sum().backward()
    assert field.table.grad is not None and float(field.table.grad.abs().sum()) > 0
    assert not field.normals(x).requires_grad


def test_parameters_come_from_the_generator_alone():
    fields = [HashField(FieldConfig(), torch.Generator().manual_seed(s)) for s in (1, 1, 2)]
    first, second, third = (torch.cat([p.flatten() for p in f.parameters()]) for f in fields)
    assert torch.equal(first, second) and not torch.equal(first, third)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: HashLayout(0, 2, 4, 8, 10), "levels, features: expected at least 1, got 0, 2"),
        (lambda: HashLayout(2, 2, 16, 8, 10), "base_resolution <= max_resolution"),
        (lambda: HashLayout(2, 2, 4, 8, 40), "log2_table: expected 4 to 24, got 40"),
        (lambda: FieldConfig(hidden=0), "hidden"),
        (lambda: FieldConfig(radius=1.5), "radius: expected 0 < radius <= 1, got 1.5"),
        (lambda: encode(torch.zeros(3), torch.zeros(5, 2), LAYOUT), r"x: expected shape \[N, 3\], got \[3\]"),
        (lambda: kernels.encode(torch.zeros(1, 3), torch.zeros(5, 2), LAYOUT), r"table: expected shape"),
        (lambda: HashField(FieldConfig()).density(torch.zeros(4, 2)), r"x: expected shape \[N, 3\], got \[4, 2\]"),
        (lambda: HashField(FieldConfig()).normals_finite_difference(torch.zeros(1, 3), 0), "step: expected > 0"),
        (lambda: HashField(FieldConfig(features=4, backend="cpu")), "features, hidden: expected 2"),
    ],
)
@pytest.mark.usefixtures("normal_use")
def test_bad_input_says_what_was_expected(call, expected):
    with pytest.raises(ValueError, match=expected):
        call()


def test_kernel_gradients_do_not_depend_on_the_number_of_threads():
    field = HashField(FieldConfig(levels=5, log2_table=12, table_range=0.5))
    x, generator = positions(5000, low=-0.7, high=0.7)
    cotangent = torch.randn(5000, 4, generator=generator)
    results = []
    for threads in (1, 2):
        torch.set_num_threads(threads)
        results.append(torch.autograd.grad(field.raw(x), list(field.parameters()), cotangent))
    assert all(torch.equal(one, two) for one, two in zip(*results, strict=True))


def test_kernel_gradients_do_not_read_memory_that_nothing_wrote(monkeypatch):
    # 130 samples leave the second tile of 128 nearly empty; torch.empty is made to give the worst memory there is.
    field = HashField(FieldConfig(levels=5, log2_table=12, table_range=0.5))
    x, _ = positions(130, low=-0.7, high=0.7)
    expected = torch.autograd.grad(field.raw(x).sum(), list(field.parameters()))
    monkeypatch.setattr(torch, "empty", lambda *size: torch.full(size, torch.nan))
    monkeypatch.setattr(torch, "empty_like", lambda tensor: torch.full_like(tensor, torch.nan))
    got = torch.autograd.grad(field.raw(x).sum(), list(field.parameters()))
    assert all(torch.equal(a, b) for a, b in zip(expected, got, strict=True))


def test_a_colour_that_overshot_to_white_comes_back():
    """A sigmoid at 1 to the last bit has no gradient of its own; runs of white objects were lost to that."""
    torch.manual_seed(0)
    field = HashField(FieldConfig(levels=2, log2_table=8, hidden=8))
    with torch.no_grad():
        field.biases[-1][1:] = 40.0
    x = torch.rand(64, 3) - 0.5
    optimizer = torch.optim.Adam(field.parameters(), lr=0.3)
    first = field(x).albedo.detach()
    assert bool((first == 1).all())
    for step in range(400):
        optimizer.param_groups[0]["lr"] = 0.3 if step < 200 else 0.02
        optimizer.zero_grad()
        (field(x).albedo - 0.6).square().mean().backward()
        optimizer.step()
    assert torch.allclose(field(x).albedo.detach(), torch.tensor(0.6), atol=0.02)

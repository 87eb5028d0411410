"""The Triton kernels against the definition, interpreted where there is no GPU, and compiled for one all the same."""

import contextlib
import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch

pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")

from bozzetto.bench.triton_interpreter import quickened
from bozzetto.nerf import FieldConfig, HashField, OccupancyGrid, hashgrid, network, occupancy, selfcheck, volrend
from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, Rays, camera_rays, orbit_c2w
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.kernels import (
    triton_compile,
    triton_compositing,
    triton_encoding,
    triton_marching,
    triton_network,
)
from bozzetto.nerf.kernels.triton_launch import interpreted

ROOT = Path(__file__).resolve().parents[2]
DEVICE = "cpu" if interpreted() else "cuda"
LAYOUT = HashLayout(levels=3, features=2, base_resolution=3, max_resolution=20, log2_table=8)
# Float32 sums in another order; a gradient of an entry sums a hundred terms.
RTOL, ATOL = 2e-4, 2e-5


@pytest.fixture(autouse=True, scope="module")
def _quick_interpreter():
    with quickened() if interpreted() else contextlib.nullcontext():
        yield


def draws(seed=0):
    return torch.Generator().manual_seed(seed)


def uniform(*shape, seed=0, low=0.0, high=1.0):
    return (torch.rand(*shape, generator=draws(seed)) * (high - low) + low).to(DEVICE)


def normal(*shape, seed=0):
    return torch.randn(*shape, generator=draws(seed)).to(DEVICE)


def assert_same(expected, got):
    scale = max(1.0, float(expected.detach().abs().max())) if expected.numel() else 1.0
    assert expected.shape == got.shape
    assert torch.allclose(got / scale, expected / scale, rtol=RTOL, atol=ATOL), float((got - expected).abs().max())


def compare(definition, kernel, inputs, cotangents):
    """Outputs and the gradients of every input, for random cotangents."""
    results = []
    for function in (definition, kernel):
        given = [tensor.clone().requires_grad_() for tensor in inputs]
        out = function(*given)
        out = out if isinstance(out, tuple) else (out,)
        results.append([*out, *torch.autograd.grad(out, given, cotangents)])
    for expected, got in zip(*results, strict=True):
        assert_same(expected, got)


@pytest.mark.parametrize("n", [0, 1, 67])
@pytest.mark.parametrize("features", [1, 2, 4])
def test_encoding_and_its_gradients_match_for_any_number_of_samples(n, features):
    layout = dataclasses.replace(LAYOUT, features=features)
    x = uniform(n, 3, low=-0.1, high=1.1)
    table = normal(layout.n_entries, features)
    compare(
        lambda x, t: hashgrid.encode(x, t, layout),
        lambda x, t: triton_encoding.encode(x, t, layout),
        [x, table],
        [normal(n, layout.width, seed=1)],
    )


def test_encoding_matches_on_the_border_of_the_cube():
    x = torch.cartesian_prod(*[torch.tensor([-1.0, 0.0, 0.5, 1.0, 2.0])] * 3).to(DEVICE)
    table = normal(LAYOUT.n_entries, 2)
    assert_same(hashgrid.encode(x, table, LAYOUT), triton_encoding.encode(x, table, LAYOUT))


def layers(width, hidden, deep, seed=0):
    """Weights, then biases."""
    sizes = [(hidden, width), *[(hidden, hidden)] * (deep - 1), (4, hidden)]
    weights = [normal(*size, seed=seed + i) / size[1] ** 0.5 for i, size in enumerate(sizes)]
    return [*weights, *[normal(size[0], seed=seed + 50 + i) for i, size in enumerate(sizes)]]


@pytest.mark.parametrize(("deep", "hidden", "n"), [(1, 16, 65), (2, 24, 130), (3, 16, 1), (2, 16, 0)])
def test_network_and_its_gradients_match_at_any_depth_width_and_number_of_samples(deep, hidden, n):
    x, parameters = uniform(n, 3), layers(LAYOUT.width, hidden, deep)
    k = deep + 1
    compare(
        lambda t, *p: network.network(x, t, p[:k], p[k:], LAYOUT),
        lambda t, *p: triton_network.network(x, t, p[:k], p[k:], LAYOUT),
        [normal(LAYOUT.n_entries, 2), *parameters],
        [normal(n, 4, seed=3)],
    )


def table_gradient(x, cotangent, deterministic):
    table = normal(LAYOUT.n_entries, 2).requires_grad_()
    encoded = triton_encoding.encode(x, table, LAYOUT, deterministic)
    return torch.autograd.grad(encoded, table, cotangent)[0]


@pytest.mark.parametrize("size", [1.0, 1e-9, 1e6])
def test_a_deterministic_gradient_has_the_same_bits_in_any_order_of_samples(size):
    # All samples of a coarse level meet in few cells: as floats their sums depend on the order, which a card chooses.
    x, cotangent = uniform(300, 3, high=0.3), normal(300, LAYOUT.width, seed=1) * size
    order = torch.randperm(300, generator=draws(2))
    whole = [table_gradient(x[i], cotangent[i], True) for i in (slice(None), order)]
    floats = [table_gradient(x[i], cotangent[i], False) for i in (slice(None), order)]
    assert torch.equal(*whole) and not torch.equal(*floats)
    assert float((whole[0] - floats[0]).norm() / floats[0].norm()) < 1e-6


def test_a_deterministic_gradient_says_what_is_not_finite():
    cotangent = normal(5, LAYOUT.width)
    cotangent[3, 2] = float("nan")
    assert bool(table_gradient(uniform(5, 3), cotangent, True).isnan().any())
    assert table_gradient(uniform(0, 3), cotangent[:0], True).abs().sum() == 0
    assert table_gradient(uniform(5, 3), torch.zeros(5, LAYOUT.width), True).abs().sum() == 0


@pytest.mark.parametrize("mixed", [False, True])
def test_the_network_s_deterministic_gradients_are_the_others(mixed):
    x, parameters = uniform(130, 3), layers(LAYOUT.width, 16, 2)
    given = [tensor.requires_grad_() for tensor in (normal(LAYOUT.n_entries, 2), *parameters)]
    results = []
    for deterministic in (False, True):
        out = triton_network.network(x, given[0], given[1:4], given[4:], LAYOUT, mixed, deterministic)
        results.append(torch.autograd.grad(out, given, normal(130, 4, seed=3)))
    for plain, ordered in zip(*results, strict=True):
        assert float((plain - ordered).norm() / plain.norm()) < 1e-6


def test_a_field_that_must_have_the_same_bits_refuses_backends_that_cannot():
    with pytest.raises(ValueError, match="sums of 'tcnn' have no order"):
        FieldConfig(backend="tcnn", deterministic=True)
    field = HashField(FieldConfig(backend="triton", deterministic=True, levels=2, log2_table=6, hidden=16))
    assert field.operations.network.keywords["deterministic"] is True
    assert HashField(FieldConfig(backend="triton", levels=2)).operations.network.keywords["deterministic"] is False


@pytest.mark.parametrize("size", [1.0, 1e-9, 1e6])
def test_mixed_precision_stays_near_float32_whatever_the_size_of_the_gradient(size):
    # 1e-9 vanishes in float16 and 1e6 is infinite there: a tile's own scale keeps both.
    x, parameters = uniform(130, 3), layers(LAYOUT.width, 16, 2)
    given = [tensor.requires_grad_() for tensor in (normal(LAYOUT.n_entries, 2), *parameters)]
    cotangent = normal(130, 4, seed=3) * size
    results = []
    for mixed in (False, True):
        out = triton_network.network(x, given[0], given[1:4], given[4:], LAYOUT, mixed)
        results.append([out.detach(), *torch.autograd.grad(out, given, cotangent)])
    for exact, mixed in zip(*results, strict=True):
        # Relative to the whole: one unit that is just on or off moves single entries by more.
        assert float((mixed - exact).norm() / exact.norm()) < 0.03
        assert mixed.dtype == torch.float32


def test_not_a_number_in_gives_not_a_number_out_and_leaves_other_samples_alone():
    x, parameters = uniform(5, 3), layers(LAYOUT.width, 16, 1)
    table = normal(LAYOUT.n_entries, 2).requires_grad_()
    expected = triton_network.network(x, table, parameters[:2], parameters[2:], LAYOUT)
    x[2, 1], x[3, 0] = torch.nan, torch.inf
    out = triton_network.network(x, table, parameters[:2], parameters[2:], LAYOUT)
    assert bool(out[2].isnan().all()) and bool(out[[0, 1, 3, 4]].isfinite().all())
    assert torch.equal(out[[0, 1, 4]], expected[[0, 1, 4]])
    (gradient,) = torch.autograd.grad(out[[0, 1, 3, 4]].sum(), table)
    assert bool(gradient.isfinite().all())


def some_rays(size=6):
    azimuth = torch.tensor([0.3, 2.0])
    cameras = Cameras(orbit_c2w(azimuth, azimuth / 4), torch.full((2,), PRIOR_FOVY), size, size)
    rays = camera_rays(cameras)
    away = Rays(rays.origins[:1], -rays.directions[:1])
    rays = Rays(torch.cat([rays.origins, away.origins]), torch.cat([rays.directions, away.directions]))
    return Rays(rays.origins.to(DEVICE), rays.directions.to(DEVICE))


def some_samples():
    rays, grid = some_rays(), OccupancyGrid(8).to(DEVICE)
    grid.occupied &= uniform(8**3, seed=4) < 0.5
    # Some rays are over before their end.
    grid.floor += (uniform(8**3, seed=5, high=400.0)).to(grid.floor)
    return occupancy.march(rays, grid, 1 / 12, draws(1)), rays, grid


@pytest.mark.parametrize("jitter", [False, True])
def test_marching_gives_the_definitions_intervals_to_the_bit(jitter):
    expected, rays, grid = some_samples()
    if not jitter:
        expected = occupancy.march(rays, grid, 1 / 12)
    got = triton_marching.march(rays, grid, 1 / 12, draws(1) if jitter else None)
    assert len(expected) > 100
    for name in ("ray_indices", "t_starts", "t_ends", "ray_offsets"):
        assert torch.equal(getattr(expected, name), getattr(got, name)), name


def test_marching_through_nothing_and_without_rays_gives_no_samples():
    rays, grid = some_rays(), OccupancyGrid(8).to(DEVICE)
    assert len(triton_marching.march(rays[:0], grid, 0.1)) == 0
    grid.occupied.zero_()
    none = triton_marching.march(rays, grid, 0.1)
    assert len(none) == 0 and none.n_rays == len(rays)


def test_compositing_and_its_gradients_match():
    samples, rays, _ = some_samples()
    n, r = len(samples), len(rays)
    sigmas = uniform(n, high=8.0)
    compare(
        lambda s: volrend.weights_from_density(s, samples, r),
        lambda s: triton_compositing.weights_from_density(s, samples, r),
        [sigmas],
        [normal(n, seed=5), normal(n, seed=6)],
    )
    compare(
        lambda w, v: volrend.accumulate(w, v, samples.ray_indices, r),
        lambda w, v: triton_compositing.accumulate(w, v, samples.ray_indices, r),
        [uniform(n), normal(n, 5)],
        [normal(r, 5, seed=7)],
    )


def test_a_homogeneous_slab_absorbs_as_beer_and_lambert_say():
    n, density, length = 40, 3.0, 0.7
    edges = torch.linspace(0, length, n + 1, device=DEVICE)
    samples = volrend.pack(torch.zeros(n, dtype=torch.int64, device=DEVICE), edges[:-1], edges[1:], 1)
    weights, _ = triton_compositing.weights_from_density(torch.full((n,), density, device=DEVICE), samples, 1)
    opacity = triton_compositing.accumulate(weights, None, samples.ray_indices, 1)
    assert float(opacity) == pytest.approx(1 - torch.exp(torch.tensor(-density * length)).item(), abs=1e-6)


def test_compositing_no_samples_gives_zeros_and_an_empty_gradient():
    empty = volrend.pack(torch.zeros(0, dtype=torch.int64, device=DEVICE), *[torch.zeros(0, device=DEVICE)] * 2, 3)
    sigmas = torch.zeros(0, device=DEVICE, requires_grad=True)
    weights, _ = triton_compositing.weights_from_density(sigmas, empty, 3)
    out = triton_compositing.accumulate(weights, None, empty.ray_indices, 3)
    out.sum().backward()
    assert not out.any() and sigmas.grad.shape == (0,)


def test_the_self_check_passes_and_notices_a_wrong_kernel(monkeypatch):
    size = selfcheck.CheckSize(pixels=2, points=130)
    assert selfcheck.largest_difference("triton", DEVICE, size) < 1e-4
    monkeypatch.setattr(triton_network, "hash_mask", lambda layout: 511)  # half of the table
    assert selfcheck.largest_difference("triton", DEVICE, size) > 1e-2


def test_a_field_of_the_backend_has_the_definitions_parameters_normals_and_densities():
    config = FieldConfig(levels=3, log2_table=9, max_resolution=16, hidden=16, table_range=0.5)
    fields = [HashField(dataclasses.replace(config, backend=name), draws(5)) for name in ("torch", "triton")]
    assert fields[1].backend == "triton" and fields[1].table.device.type == DEVICE
    fields[0].load_state_dict(fields[1].state_dict())
    fields[0].to(DEVICE)
    x = uniform(40, 3, low=-0.8, high=0.8)
    assert_same(fields[0].density(x), fields[1].density(x))
    assert_same(fields[0].normals(x), fields[1].normals(x))


@pytest.mark.usefixtures("normal_use")
def test_wrong_tensors_are_refused_with_what_was_expected():
    table, x = normal(LAYOUT.n_entries, 2), uniform(4, 3)
    with pytest.raises(TypeError, match="x: expected float32, got torch.float64"):
        triton_encoding.encode(x.double(), table, LAYOUT)
    with pytest.raises(ValueError, match=r"table: expected shape"):
        triton_encoding.encode(x, table[1:], LAYOUT)
    with pytest.raises(ValueError, match="one device, got x on meta"):
        triton_encoding.encode(x.to("meta"), table, LAYOUT)
    with pytest.raises(ValueError, match="expected tensors on"):
        triton_encoding.encode(x.to("meta"), table.to("meta"), LAYOUT)
    with pytest.raises(ValueError, match="at most 64 hidden units in float32"):
        p = layers(LAYOUT.width, 256, 1)
        triton_network.network(x, table, p[:2], p[2:], LAYOUT)
    with pytest.raises(ValueError, match="x: expected no gradient"):
        p = layers(LAYOUT.width, 16, 1)
        triton_network.network(x.requires_grad_(), table, p[:2], p[2:], LAYOUT)


def compiled(tmp_path, *arguments):
    """Rows of `triton_compile` by architecture and kernel: registers, spilled and shared bytes, wide accesses."""
    environment = {**os.environ, "TRITON_INTERPRET": "0", "TRITON_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "bozzetto.nerf.kernels.triton_compile", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    rows, arch = {}, 0
    for line in done.stdout.splitlines():
        if line.startswith("kernel"):
            arch = int(line.split("(sm_")[1].split(";")[0])
        else:
            rows[arch, line[:34].strip()] = [int(number) for number in line[34:].split()]
    return rows


def page_table(path):
    """Registers and spilled bytes by row and architecture, as a page has them."""
    lines = path.read_text(encoding="utf-8").partition(triton_compile.TABLE)[2].partition(triton_compile.TABLE_END)[0]
    head, _, *rows = ([c.strip() for c in line.split("|")[1:-1]] for line in lines.splitlines() if line.startswith("|"))
    archs = [int(name.strip("`").removeprefix("sm_")) for name in head[1:]]
    numbers = {name: [[int(n) for n in re.findall(r"\d+", cell)] for cell in cells] for name, *cells in rows}
    return {name: {a: (n + [0])[:2] for a, n in zip(archs, of, strict=True)} for name, of in numbers.items()}


def test_the_page_has_the_registers_of_every_kernel_on_every_architecture_and_no_spills_but_turings():
    table = page_table(ROOT / "docs" / "hub-models.md")
    assert [*table] == [row for row, *_ in triton_compile.table_rows(90)]
    for row, by_arch in table.items():
        assert [*by_arch] == [*triton_compile.ARCHITECTURES], row
        for arch, (registers, spilled) in by_arch.items():
            allowed = 16 if arch == 75 and "backward, float32" in row else 0
            assert 0 < registers <= 255 and spilled <= allowed, (row, arch)


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="minutes; opt-in: set BOZZETTO_SLOW=1")
def test_the_page_s_registers_are_those_of_the_kernels_as_they_are(tmp_path):
    page, environment = tmp_path / "page.md", {**os.environ, "TRITON_INTERPRET": "0"}
    page.write_text(f"{triton_compile.TABLE}\n{triton_compile.TABLE_END}\n")
    command = [sys.executable, "-m", "bozzetto.nerf.kernels.triton_compile", "--table", str(page), "--arch", "90"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=900)
    made, told = page_table(page), page_table(ROOT / "docs" / "hub-models.md")
    assert {row: of[90] for row, of in made.items()} == {row: of[90] for row, of in told.items()}


@pytest.mark.slow
def test_every_kernel_compiles_for_hopper_without_a_gpu_and_without_spills(tmp_path):
    rows = compiled(tmp_path)
    assert len(rows) == 18 and all(0 < registers <= 255 for registers, *_ in rows.values())
    assert {name for name, (_, spilled, *_) in rows.items() if spilled} == set()
    assert all(row[2] <= 227 * 1024 for row in rows.values()), "more shared memory than a program can have"
    # The two features of an entry in one access: 8 corners of 4 entries a thread.
    assert rows[90, "encode_forward"][3] >= 32 and rows[90, "encode_backward_table"][3] >= 4


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="a minute; opt-in: set BOZZETTO_SLOW=1")
def test_the_network_s_backward_pass_compiles_from_turing_to_blackwell_without_spills(tmp_path):
    rows = compiled(tmp_path, "--arch", "75", "80", "100", "120", "--only", "network backward")
    assert len(rows) == 20
    spilled = {key: row[1] for key, row in rows.items() if row[1] > 0}
    # Two registers of Turing's, at most.
    assert set(spilled) <= {(75, "network backward float32")} and all(size <= 16 for size in spilled.values()), spilled

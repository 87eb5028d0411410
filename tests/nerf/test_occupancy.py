"""Occupancy: marching keeps exactly the occupied intervals; updates find what is there; state is complete."""

import math

import pytest
import torch

from bozzetto.nerf import PRIOR_FOVY, Cameras, OccupancyGrid, Rays, camera_rays, kernels, occupancy, orbit_c2w, volrend


def ball(x):
    return torch.where((x - torch.tensor([0.2, 0.1, -0.3])).norm(dim=-1) < 0.35, 50.0, 0.0)


def some_rays(n_views=3, size=20):
    azimuth = torch.linspace(0, 4, n_views)
    cameras = Cameras(orbit_c2w(azimuth, azimuth / 5), torch.full((n_views,), PRIOR_FOVY), size, size)
    return camera_rays(cameras, torch.Generator().manual_seed(1))


def trained_grid(resolution=32, updates=8):
    grid, generator = OccupancyGrid(resolution=resolution), torch.Generator().manual_seed(0)
    for _ in range(updates):
        grid.update(ball, generator)
    return grid


@pytest.mark.parametrize("module", [occupancy, kernels], ids=["torch", "cpu"])
@pytest.mark.parametrize("jittered", [False, True])
def test_marching_keeps_exactly_what_dense_marching_finds_in_occupied_cells(module, jittered):
    grid, everything, rays = trained_grid(), OccupancyGrid(resolution=32), some_rays()
    grid.floor.zero_()  # no ray is over before its end

    def march(which):
        return module.march(rays, which, 1 / 40, torch.Generator().manual_seed(4) if jittered else None)

    dense, sparse = march(everything), march(grid)
    mids = rays.origins[dense.ray_indices] + dense.t_mids[:, None] * rays.directions[dense.ray_indices]
    keep = grid.occupied[grid.cells_of(mids)]
    assert 0 < int(keep.sum()) < len(dense) // 3
    # The middle is found again from the rounded ends, so an interval whose middle is on a cell's face may differ.
    wanted = set(zip(dense.ray_indices[keep].tolist(), dense.t_starts[keep].tolist(), strict=True))
    got = set(zip(sparse.ray_indices.tolist(), sparse.t_starts.tolist(), strict=True))
    cell = (mids + 1) * 16
    on_face = ((cell - cell.round()).abs() < 1e-4).any(-1)
    excused = set(zip(dense.ray_indices[on_face].tolist(), dense.t_starts[on_face].tolist(), strict=True))
    assert not (wanted ^ got) - excused
    # Every cell that the ball fills is occupied; one that it only touches may be found later.
    deep = (mids - torch.tensor([0.2, 0.1, -0.3])).norm(dim=-1) < 0.35 - 3**0.5 / 16
    assert int(deep.sum()) > 100 and bool(keep[deep].all())


def test_a_ray_is_over_where_nothing_behind_could_be_seen():
    """The intervals that are kept are the first ones of each ray, and give the same light to about exp(-7)."""
    stopped, whole, rays = trained_grid(updates=40), trained_grid(updates=40), some_rays(size=40)
    whole.floor.zero_()
    for jitter in (0, 1):
        generator = [torch.Generator().manual_seed(4) if jitter else None for _ in range(3)]
        few, compiled = (
            m.march(rays, stopped, 1 / 24, g) for m, g in zip((occupancy, kernels), generator, strict=False)
        )
        many = occupancy.march(rays, whole, 1 / 24, generator[2])
        for name in ("ray_indices", "t_starts", "t_ends", "ray_offsets"):
            assert torch.equal(getattr(few, name), getattr(compiled, name)), name
        assert len(few) < 0.8 * len(many)
        first = torch.arange(len(few)) - few.ray_offsets[few.ray_indices] + many.ray_offsets[few.ray_indices]
        assert torch.equal(many.t_starts[first], few.t_starts)
        light = []
        for samples in (few, many):
            weights, _ = volrend.weights_from_density(ball(volrend.positions(rays, samples)), samples, len(rays))
            light.append(volrend.accumulate(weights, None, samples.ray_indices, len(rays)))
        # A cell of the rim may have been looked at only where it is dense: a few rays lose more than the others.
        lost = light[1] - light[0]
        assert float((lost > math.exp(-occupancy.STOP_DEPTH)).float().mean()) < 0.005 and float(lost.max()) < 0.01
        assert float(lost.max()) > 0 and float(light[1].max()) > 0.999


def test_the_floor_falls_at_once_and_rises_by_doubling():
    grid, generator = OccupancyGrid(resolution=8, warmup=100), torch.Generator().manual_seed(0)
    inside = int(grid.inside[0])
    floors = []
    for density in (100.0, 100.0, 100.0, 3.03, 100.0, torch.nan, torch.inf):
        grid.update(lambda x, density=density: torch.full((len(x),), density), generator)
        floors.append(int(grid.floor[inside]))
    assert floors == [16, 32, 64, 48, 96, 0, 16]
    assert int(grid.floor.max()) == 16, "what is not a number hides nothing"


def test_no_ray_is_over_in_a_cell_that_is_dense_but_for_a_corner():
    """Points at random meet a corner of 0.1 % of the cell in one look of a thousand."""
    grid, generator = OccupancyGrid(resolution=8, warmup=100), torch.Generator().manual_seed(0)
    cell = grid.cells_of(torch.tensor([[0.1, 0.1, 0.1]]))
    hollow = (grid.cell_corner(cell)[0] + 1) * (2 / 8) - 1

    def dense(x):
        return torch.where((x - hollow).abs().amax(-1) < 0.1 * 2 / 8, 0.0, 100.0)

    for _ in range(12):
        grid.update(dense, generator)
        assert int(grid.floor[cell]) == 0
    # Eight cells share that corner; those beside them have none.
    beside = grid.cells_of(torch.tensor([[-0.1, 0.1, 0.1]]))
    assert int(grid.floor[beside]) == 1600 and bool(grid.occupied[cell])


@pytest.mark.parametrize("missing", [["floor", "corners"], ["corners"]])
def test_a_grid_that_was_saved_before_there_was_a_floor_is_read(missing):
    old = trained_grid().state_dict()
    for name in missing:
        del old[name]
    grid = trained_grid()
    grid.load_state_dict(old)
    assert int(grid.floor.max()) == 0 and torch.equal(grid.occupied, trained_grid().occupied)


def test_dense_marching_covers_the_whole_chord():
    rays = some_rays()
    for generator in (None, torch.Generator().manual_seed(0)):
        samples = occupancy.march(rays, OccupancyGrid(resolution=8), 1 / 40, generator)
        near, far = occupancy.near_far(rays, 1.0)
        hit = (far - near > 1e-3).nonzero()[:, 0]
        first = samples.t_starts[samples.ray_offsets[hit]]
        last = samples.t_ends[samples.ray_offsets[hit + 1] - 1]
        # A cell may be empty at the rim only where its interval's middle is outside the sphere's cells.
        assert bool((first <= near[hit] + 1e-5).all()) and bool((last >= far[hit] - 1 / 40).all())


def axis_rays(n=60):
    """Rays along the axes, some within a rounding error of them, through all of the cube."""
    generator = torch.Generator().manual_seed(6)
    axis = torch.arange(n) % 3
    directions = torch.eye(3)[axis] * torch.where(torch.arange(n) % 2 == 0, 1.0, -1.0)[:, None]
    origins = -2 * directions + (torch.rand(n, 3, generator=generator) * 2 - 1) * (directions == 0)
    directions[: n // 2] += 1e-7 * torch.randn(n // 2, 3, generator=generator)
    return Rays(origins, directions)


def cells(*parts):
    """A grid of 16 cells a side of which those slices (x, y, z) are occupied."""
    grid, occupied = OccupancyGrid(resolution=16), torch.zeros(16, 16, 16, dtype=torch.bool)
    for x, y, z in parts:
        occupied[z, y, x] = True
    grid.occupied.copy_(occupied.view(-1))
    return grid


GRIDS = {
    "trained": trained_grid,
    "empty": cells,
    "one cell": lambda: cells((5, 9, 11)),
    "a corner": lambda: cells((slice(0, 2), slice(0, 2), slice(0, 2))),
    "a plate": lambda: cells((slice(None), 7, slice(3, 12))),
    "two pieces": lambda: cells((slice(1, 3), slice(4, 9), 8), (slice(12, 15), 6, slice(5, 8))),
}


@pytest.mark.parametrize("jittered", [False, True])
@pytest.mark.parametrize("made", GRIDS.values(), ids=GRIDS)
def test_kernel_is_the_definition_to_the_bit(made, jittered):
    grid = made()
    for rays in (some_rays(), axis_rays()):
        expected, got = (
            module.march(rays, grid, 1 / 40, torch.Generator().manual_seed(4) if jittered else None)
            for module in (occupancy, kernels)
        )
        for name in ("ray_indices", "t_starts", "t_ends", "ray_offsets"):
            assert torch.equal(getattr(expected, name), getattr(got, name)), name


def test_rays_that_miss_have_no_samples():
    rays = Rays(torch.tensor([[0.0, 2.0, 3.0], [0.0, 0.0, 3.0]]), torch.tensor([[0.0, 0.0, -1.0], [0.0, 0.0, 1.0]]))
    for module in (occupancy, kernels):
        assert module.march(rays, OccupancyGrid(resolution=8), 0.1).ray_offsets.tolist() == [0, 0, 0]


def test_update_finds_the_object_and_forgets_it():
    grid = trained_grid(updates=12)
    corner = grid.cell_corner(torch.arange(32**3)) / 16 - 1
    distance = (corner + 1 / 32 - torch.tensor([0.2, 0.1, -0.3])).norm(dim=-1)
    diagonal = 3**0.5 / 32
    assert bool(grid.occupied[distance < 0.35 - diagonal].all())
    assert not bool(grid.occupied[distance > 0.35 + diagonal].any())
    generator = torch.Generator().manual_seed(1)
    looks = math.ceil(math.log(0.05 / float(grid.density.max())) / math.log(grid.decay))
    for _ in range(4 * looks):  # each looks at a quarter
        grid.update(lambda x: torch.zeros(x.shape[0]), generator)
    assert float(grid.density.max()) <= 0.05


def test_nothing_is_skipped_while_the_grid_is_open():
    grid = OccupancyGrid(resolution=8, threshold=0.3)
    everywhere = grid.occupied.clone()

    def density(x: torch.Tensor) -> torch.Tensor:
        return 5.0 * (x.norm(dim=-1) < 0.3)

    grid.update(density, torch.Generator().manual_seed(0), skip=False)
    assert torch.equal(grid.occupied, everywhere)
    grid.update(density, torch.Generator().manual_seed(0))
    assert 0 < int(grid.occupied.sum()) < int(everywhere.sum()) / 4


def test_update_is_reproducible_and_state_is_complete():
    a, b = OccupancyGrid(resolution=12), OccupancyGrid(resolution=12)
    generators = [torch.Generator().manual_seed(7) for _ in range(2)]
    for _ in range(6):
        a.update(ball, generators[0])
        b.update(ball, generators[1])
    c = OccupancyGrid(resolution=12)
    c.load_state_dict(a.state_dict())
    generator = torch.Generator()
    generator.set_state(generators[0].get_state())
    for _ in range(3):
        b.update(ball, generators[1])
        c.update(ball, generator)
    assert torch.equal(b.density, c.density) and torch.equal(b.occupied, c.occupied)
    assert int(c.updates) == 9


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: OccupancyGrid(resolution=1), "resolution: expected 4 to 256, got 1"),
        (lambda: OccupancyGrid(radius=2), "radius: expected 0 < radius <= 1, got 2"),
        (lambda: OccupancyGrid(decay=0), r"decay: expected in \(0, 1\], got 0"),
        (lambda: occupancy.march(some_rays(), OccupancyGrid(), 0.0), "step_size: expected > 0, got 0.0"),
        (lambda: kernels.march(some_rays(), OccupancyGrid(), -1.0), "step_size: expected > 0, got -1.0"),
    ],
)
@pytest.mark.usefixtures("normal_use")
def test_bad_input_says_what_was_expected(call, expected):
    with pytest.raises(ValueError, match=expected):
        call()

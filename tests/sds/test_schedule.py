import math

import pytest
import torch

from bozzetto.sds import schedule

T = torch.linspace(0.001, 0.999, 999, dtype=torch.float64)
ANNEALINGS = [
    schedule.linear_range,
    schedule.square_root_range,
    schedule.random_range,
    schedule.dreamfusion_range,
]


def test_variance_preserving():
    # Two correctly rounded squares and a sum: a few units in the last place of 1.
    total = schedule.alpha(T) ** 2 + schedule.sigma(T) ** 2
    torch.testing.assert_close(total, torch.ones_like(T), rtol=0, atol=1e-15)


def test_is_the_unshifted_cosine_schedule():
    # Nichol and Dhariwal: alphas_cumprod = cos^2(pi t / 2).
    torch.testing.assert_close(schedule.alpha(T) ** 2, (1 + torch.cos(math.pi * T)) / 2, rtol=0, atol=1e-15)


def test_snr_falls_from_infinity_to_zero_through_one():
    snr = schedule.snr(T)
    assert bool((snr.diff() < 0).all())
    assert schedule.snr(0.5) == pytest.approx(1, rel=1e-15)
    # alpha(t) = sigma(1 - t). 1e-12: near t = 0 the rounding of 1 - t, 1e-16, is divided by sigma > 1e-3 and doubled.
    torch.testing.assert_close(snr * schedule.snr(1 - T), torch.ones_like(T), rtol=0, atol=1e-12)


@pytest.mark.parametrize("function", [schedule.alpha, schedule.sigma, schedule.snr])
def test_floats_and_tensors_agree(function):
    # Two libraries' cosines, each within a unit in the last place.
    assert [function(t.item()) for t in T] == pytest.approx(function(T).tolist(), rel=1e-14)
    assert isinstance(function(0.3), float)


def test_noise_round_trips(generator):
    x0 = torch.rand(7, 3, 4, 4, generator=generator, dtype=torch.float64) * 2 - 1
    eps = torch.randn(7, 3, 4, 4, generator=generator, dtype=torch.float64)
    t = torch.linspace(0.02, 0.98, 7, dtype=torch.float64)
    noisy = schedule.add_noise(x0, eps, t)
    # The quotients divide rounding of 1e-16 by at least sigma(.02) = .03.
    torch.testing.assert_close(schedule.eps_from_x0(noisy, x0, t), eps, rtol=0, atol=1e-13)
    torch.testing.assert_close(schedule.x0_from_eps(noisy, eps, t), x0, rtol=0, atol=1e-13)


def test_noise_levels_belong_to_their_images():
    x0 = torch.ones(2, 3, 2, 2, dtype=torch.float64)
    noisy = schedule.add_noise(x0, torch.zeros_like(x0), torch.tensor([0.2, 0.8], dtype=torch.float64))
    assert noisy[0].unique().tolist() == pytest.approx([math.cos(0.1 * math.pi)])
    assert noisy[1].unique().tolist() == pytest.approx([math.cos(0.4 * math.pi)])


@pytest.mark.usefixtures("normal_use")
@pytest.mark.parametrize("shape", [(), (3,), (2, 1)])
def test_per_image_refuses_other_shapes(shape):
    with pytest.raises(ValueError, match=r"shape \(2,\)"):
        schedule.per_image(torch.zeros(shape), torch.zeros(2, 3, 4, 4))


def test_linear_is_linear_and_ends_exactly():
    ts = [schedule.linear_range(step, 201)[0] for step in range(201)]
    # 200 equal steps from .95 to .4; 1e-12 is rounding.
    assert ts == pytest.approx([0.95 - 0.55 * step / 200 for step in range(201)], abs=1e-12)
    assert schedule.linear_range(0, 1) == (0.95, 0.95)
    assert schedule.linear_range(0, 200, t_start=0.3, t_end=0.6)[0] == 0.3  # upwards is allowed


def test_square_root_falls_faster_at_first():
    ts = [schedule.square_root_range(step, 101)[0] for step in range(101)]
    assert ts[0] == 0.98
    assert ts[25] == pytest.approx(0.98 - 0.96 * 0.5, abs=1e-12)  # a quarter of the way is half of the fall
    assert ts[-1] == pytest.approx(0.02, abs=1e-12)
    falls = [before - after for before, after in zip(ts, ts[1:], strict=False)]
    assert falls == sorted(falls, reverse=True)


def test_dreamfusion_and_random_do_not_move():
    assert {schedule.dreamfusion_range(step, 10) for step in range(10)} == {(0.02, 0.98)}
    assert {schedule.random_range(step, 10) for step in range(10)} == {(0.1, 0.95)}


@pytest.mark.parametrize("annealing", ANNEALINGS)
@pytest.mark.parametrize(("step", "total"), [(-1, 10), (10, 10), (0, 0)])
def test_steps_outside_the_run_are_refused(annealing, step, total):
    with pytest.raises(ValueError, match="step"):
        annealing(step, total)


@pytest.mark.parametrize("t_range", [(0.0, 0.5), (0.5, 1.0), (0.6, 0.5), (math.nan, 0.5), (0.5, math.nan)])
def test_times_outside_the_schedule_are_refused(generator, t_range):
    with pytest.raises(ValueError, match="t_min"):
        schedule.sample_t(t_range, 4, generator)
    with pytest.raises(ValueError, match="t_min"):
        schedule.random_range(0, 1, *t_range)


def test_linear_and_square_root_refuse_the_ends_of_the_schedule():
    for function in (schedule.linear_range, schedule.square_root_range):
        with pytest.raises(ValueError, match="t_min"):
            function(0, 10, t_start=1.0)
        with pytest.raises(ValueError, match="t_min"):
            function(0, 10, t_end=0.0)


def test_sampled_times_are_uniform(generator):
    n = 10_000
    t = schedule.sample_t((0.1, 0.95), n, generator)
    assert t.shape == (n,)
    assert t.min() >= 0.1 and t.max() <= 0.95
    # Kolmogorov-Smirnov: sup |F_n - F| exceeds 1.95 / sqrt(n) with probability 0.001.
    expected = torch.linspace(0.1, 0.95, n)
    assert ((t.sort().values - expected).abs().max() / 0.85).item() < 1.95 / math.sqrt(n)


def test_sampling_is_reproducible_and_keeps_streams_in_step():
    first, second = torch.Generator().manual_seed(3), torch.Generator().manual_seed(3)
    fixed = schedule.sample_t((0.7, 0.7), 5, first)
    schedule.sample_t((0.1, 0.9), 5, second)
    assert torch.equal(fixed, torch.full((5,), 0.7))
    assert torch.equal(schedule.sample_t((0.1, 0.9), 5, first), schedule.sample_t((0.1, 0.9), 5, second))

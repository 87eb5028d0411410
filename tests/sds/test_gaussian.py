import math

import pytest
import torch
from torch.distributions import Normal

from bozzetto.sds.gaussian import GaussianPrior, gaussian_posterior_mean
from bozzetto.sds.guidance import classifier_free
from bozzetto.sds.schedule import alpha, per_image, sigma

R = 4
T = torch.tensor([0.02, 0.3, 0.5, 0.8, 0.98], dtype=torch.float64)


@pytest.fixture
def problem(generator) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    mean = torch.rand(3, R, R, generator=generator, dtype=torch.float64) * 2 - 1
    std = torch.rand(3, R, R, generator=generator, dtype=torch.float64) + 0.05
    noisy = torch.randn(len(T), 3, R, R, generator=generator, dtype=torch.float64)
    return mean, std, noisy


def test_posterior_mean_is_bayes_integrated_by_brute_force(problem):
    mean, std, noisy = problem
    expected = gaussian_posterior_mean(noisy, T, mean, std)
    # The trapezoid rule on a smooth, decayed integrand is exact to rounding once the step, 0.001, resolves its width,
    # at least 0.026 (std >= .05 and sigma / alpha >= .031 combined); beyond 12, ten standard deviations, is nothing.
    x0 = torch.linspace(-12, 12, 24_001, dtype=torch.float64)
    for b, c, i, j in [(0, 0, 0, 0), (1, 1, 2, 3), (2, 2, 1, 1), (3, 0, 3, 3), (4, 1, 0, 2)]:
        log_joint = Normal(mean[c, i, j], std[c, i, j]).log_prob(x0) + Normal(alpha(T[b]) * x0, sigma(T[b])).log_prob(
            noisy[b, c, i, j]
        )
        posterior = (log_joint - log_joint.max()).exp()
        brute = (posterior * x0).sum() / posterior.sum()
        assert expected[b, c, i, j].item() == pytest.approx(brute.item(), abs=1e-9)


def test_posterior_mean_is_tweedie(problem):
    # Tweedie: E[x0 | x_t] = (x_t + sigma^2 grad log p(x_t)) / alpha, with the score by autograd.
    mean, std, noisy = problem
    noisy = noisy.requires_grad_()
    a, s = per_image(alpha(T), noisy), per_image(sigma(T), noisy)
    (score,) = torch.autograd.grad(Normal(a * mean, (a**2 * std**2 + s**2).sqrt()).log_prob(noisy).sum(), noisy)
    expected = (noisy + s**2 * score) / a
    # Division by alpha(.98) = .03 of rounding of 1e-16 on values below 10.
    torch.testing.assert_close(gaussian_posterior_mean(noisy, T, mean, std), expected, rtol=0, atol=1e-12)


def test_limits_of_the_standard_deviation(problem):
    mean, std, noisy = problem
    certain = gaussian_posterior_mean(noisy, T, mean, torch.zeros_like(std))
    assert torch.equal(certain, mean.expand_as(noisy))
    vague = gaussian_posterior_mean(noisy, T, mean, torch.full_like(std, 1e6))
    # The relative share of the prior is (sigma / (alpha std))^2 < (32 / 1e6)^2 = 1e-9 of values up to 32 * 5.
    torch.testing.assert_close(vague, noisy / per_image(alpha(T), noisy), rtol=0, atol=1e-6)


def test_guidance_is_a_shifted_mean(problem, make_views):
    mean, std, noisy = problem
    uncond_mean = mean.flip(0)
    prior = GaussianPrior(mean, std, uncond_mean=uncond_mean)
    conditioning = prior.encode_text("anything")
    guided = classifier_free(*prior.predict_x0(noisy, T, conditioning, make_views(len(T))), 5.0)
    shifted = GaussianPrior(classifier_free(mean, uncond_mean, 5.0), std)
    expected, _ = shifted.predict_x0(noisy, T, conditioning, make_views(len(T)))
    # Sums of a few terms below 100.
    torch.testing.assert_close(guided, expected, rtol=0, atol=1e-12)


def test_sides_are_told_apart(problem, make_views):
    mean, std, noisy = problem
    prior = GaussianPrior(mean, std, uncond_mean=-mean, uncond_std=2.0)
    cond, uncond = prior.predict_x0(noisy, T, prior.encode_text(""), make_views(len(T)))
    assert torch.equal(cond, gaussian_posterior_mean(noisy, T, mean, std))
    assert torch.equal(uncond, gaussian_posterior_mean(noisy, T, -mean, torch.full_like(std, 2.0)))
    same_cond, same_uncond = GaussianPrior(mean, 0.3).predict_x0(noisy, T, prior.encode_text(""), make_views(len(T)))
    assert torch.equal(same_cond, same_uncond)


@pytest.mark.usefixtures("normal_use")
def test_validation(problem):
    mean, std, _ = problem
    with pytest.raises(ValueError, match="mean: expected shape"):
        GaussianPrior(mean[None], std)
    with pytest.raises(ValueError, match="mean: expected shape"):
        GaussianPrior(mean[:, :2], std)
    with pytest.raises(ValueError, match="mean: expected finite"):
        GaussianPrior(mean * math.nan, std)
    with pytest.raises(ValueError, match="std: expected a number"):
        GaussianPrior(mean, std[:, :2])
    with pytest.raises(ValueError, match="no negative"):
        GaussianPrior(mean, -0.1)
    with pytest.raises(ValueError, match="uncond_mean"):
        GaussianPrior(mean, std, uncond_mean=mean[:, :2, :2])
    with pytest.raises(ValueError, match="uncond_std"):
        GaussianPrior(mean, std, uncond_std=math.inf)

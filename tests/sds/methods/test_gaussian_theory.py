"""What theory says of each method, held against the closed form of a Gaussian prior.

For x0 ~ N(mu, s^2) in a pixel, v = alpha^2 s^2 + sigma^2: x0_hat - mu = (alpha s^2 / v) (x_t - alpha mu). Two Gaussians
of one std differ in x0_hat by (sigma^2 / v) times the difference of their means, whatever the noise. The probability
flow is the affine map (x_t - alpha mu) = (x - mu) sqrt(v) / s.
"""

import math

import pytest
import torch

from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.distillation import sds_gradient, weight, x0_reconstruction
from bozzetto.sds.gaussian import GaussianPrior
from bozzetto.sds.methods.csd import csd_gradient
from bozzetto.sds.methods.dreamtime import dreamtime_range
from bozzetto.sds.methods.hifa import hifa_gradient
from bozzetto.sds.methods.inversion import START, invert
from bozzetto.sds.methods.ism import ism_gradient
from bozzetto.sds.methods.nfsd import nfsd_gradient
from bozzetto.sds.methods.sdi import sdi_gradient
from bozzetto.sds.methods.vsd import SNR_LIMIT, particle_loss, vsd_gradient
from bozzetto.sds.schedule import alpha, per_image, sigma, snr

R, S = 4, 0.4
TEXT = Conditioning(None, None, "")


@pytest.fixture
def mu(generator):
    return torch.rand(3, R, R, generator=generator, dtype=torch.float64) - 0.5


@pytest.fixture
def images(generator):
    return torch.rand(4, 3, R, R, generator=generator, dtype=torch.float64) * 2 - 1


@pytest.fixture
def t():
    return torch.tensor([0.1, 0.4, 0.7, 0.95], dtype=torch.float64)


def seeded(seed):
    return torch.Generator().manual_seed(seed)


def variance(t):
    return (alpha(t) ** 2 * S**2 + sigma(t) ** 2)[:, None, None, None]


def test_csd_is_the_shift_of_the_means_and_has_no_variance(mu, images, t, make_views):
    uncond = 0.3 * mu
    prior, views = GaussianPrior(mu, S, uncond), make_views(4)
    first = csd_gradient(images, prior, TEXT, views, t, seeded(1))
    factor = per_image(weight(t, "sds") * alpha(t) / sigma(t) * sigma(t) ** 2, images) / variance(t)
    torch.testing.assert_close(first.grad, (factor * (uncond - mu)).expand_as(images), rtol=1e-12, atol=1e-13)
    # Not a function of the noise here, nor of the image: no fixed point.
    other = csd_gradient(-images, prior, TEXT, views, t, seeded(2))
    torch.testing.assert_close(other.grad, first.grad, rtol=1e-10, atol=1e-12)
    # It is the slope of SDS in its guidance scale.
    sds = [sds_gradient(images, prior, TEXT, views, t, seeded(1), guidance_scale=g).grad for g in (1.0, 2.0)]
    torch.testing.assert_close(sds[1] - sds[0], first.grad, rtol=1e-10, atol=1e-12)


def _double(value):
    return torch.tensor(value, dtype=torch.float64)


class TextedPrior(GaussianPrior):
    """A Gaussian prior whose conditional mean is chosen by the text: the payload is the mean."""

    def encode_text(self, prompt, negative=""):
        means = {"thing": 1.0, "bad": -0.5, "": 0.2}
        return Conditioning(_double(means[prompt]), _double(means[negative]), prompt)

    def predict_x0(self, noisy, t, conditioning, views):
        cond, _ = GaussianPrior(self._mean * conditioning.cond, S).predict_x0(noisy, t, TEXT, views)
        uncond, _ = GaussianPrior(self._mean * conditioning.uncond, S).predict_x0(noisy, t, TEXT, views)
        return cond, uncond


def test_nfsd_takes_the_noise_out_above_the_switch(mu, images, t, make_views):
    prior, views = TextedPrior(mu, S), make_views(4)
    text, bad = prior.encode_text("thing"), prior.encode_text("bad")
    draws = [
        nfsd_gradient(images, prior, text, views, t, seeded(i), negative=bad, guidance_scale=3.0).grad for i in (1, 2)
    ]
    # delta_D + s delta_C = (alpha / sigma) (sigma^2 / v) [(m_bad - m_0) + s (m_0 - m)] mu, without noise.
    factor = per_image(weight(t, "sds") * alpha(t) * sigma(t), images) / variance(t)
    expected = (factor * ((-0.5 - 0.2) + 3.0 * (0.2 - 1.0)) * mu).expand_as(images)
    torch.testing.assert_close(draws[0][1:], expected[1:], rtol=1e-10, atol=1e-12)
    # Below it, delta_D is the whole prediction of the noise, which does depend on it.
    assert not torch.allclose(draws[0][0], draws[1][0], atol=1e-4)
    torch.testing.assert_close(draws[0][1:], draws[1][1:], rtol=1e-10, atol=1e-12)


def test_inversion_follows_the_probability_flow(mu, images, t, make_views):
    prior, views = GaussianPrior(mu, S), make_views(4)

    def predict(noisy, at):
        return prior.predict_x0(noisy, at, TEXT, views)[0]

    start = alpha(START) * images
    v_start = alpha(START) ** 2 * S**2 + sigma(START) ** 2
    exact = per_image(alpha(t), images) * mu + (start - alpha(START) * mu) * (variance(t) / v_start).sqrt()
    errors = [float((invert(images, t, predict, n) - exact).abs().max()) for n in (20, 40, 80)]
    # First order: halving the step halves the error.
    assert errors[2] < 0.1
    assert 1.7 < errors[0] / errors[1] < 2.4 and 1.7 < errors[1] / errors[2] < 2.4


def test_inversion_noise_has_the_variance_of_a_ddpm_step(generator):
    n, t, later = 4000, torch.tensor([0.3], dtype=torch.float64), torch.tensor([0.5], dtype=torch.float64)
    x = torch.zeros(n, 1, 1, 1, dtype=torch.float64)
    from bozzetto.sds.methods.inversion import ddim_step

    moved = ddim_step(x, x, t.expand(n), later.expand(n), eta=0.5, generator=generator)
    expected = 0.25 * (sigma(t) / sigma(later)) ** 2 * (1 - (alpha(later) / alpha(t)) ** 2)
    assert abs(float(moved.var()) / float(expected) - 1) < 5 * math.sqrt(2 / n)


def test_sdi_is_the_shrinkage_of_the_flow_and_stands_still_at_the_mean(mu, images, t, make_views):
    prior, views = GaussianPrior(mu, S), make_views(4)
    options = {"guidance_scale": 1.0, "inversion_scale": 1.0, "eta": 0.0, "steps": 200}
    out = sdi_gradient(images, prior, TEXT, views, t, seeded(1), **options)
    again = sdi_gradient(images, prior, TEXT, views, t, seeded(2), **options)
    assert torch.equal(out.grad, again.grad)  # variance zero
    # x - x0_hat = (x - mu) (1 - alpha s / sqrt(v)); 200 steps of a first-order method leave a per cent.
    expected = (images - mu) * (1 - per_image(alpha(t), images) * S / variance(t).sqrt())
    torch.testing.assert_close(out.grad, expected, rtol=0.02, atol=0.02)
    still = sdi_gradient(mu.expand(4, -1, -1, -1), prior, TEXT, views, t, seeded(1), **options)
    assert still.grad.abs().max() < 1e-12
    # Random noise instead has the same fixed point in the mean and a variance: the reason for the method.
    noisy = [x0_reconstruction(images, prior, TEXT, views, t, seeded(i), guidance_scale=1.0).grad for i in (1, 2)]
    assert (noisy[0] - noisy[1]).abs().mean() > 0.05


def test_ism_is_deterministic_and_vanishes_with_the_interval(mu, images, t, make_views):
    prior, views = GaussianPrior(mu, S), make_views(4)
    first = ism_gradient(images, prior, TEXT, views, t, seeded(1), guidance_scale=1.0)
    assert torch.equal(first.grad, ism_gradient(images, prior, TEXT, views, t, seeded(2), guidance_scale=1.0).grad)
    still = ism_gradient(mu.expand(4, -1, -1, -1), prior, TEXT, views, t, seeded(1), guidance_scale=1.0)
    assert still.grad.abs().max() < 1e-12  # the fixed point
    small = ism_gradient(images, prior, TEXT, views, t, seeded(1), guidance_scale=1.0, interval=1e-4)
    assert small.grad.abs().max() < 0.01 * first.grad.abs().max()
    # It leads to the mean: eps_hat grows with t on the flow, in the direction of x - mu.
    assert bool((first.grad * (images - mu) >= 0).all())
    # With guidance, what stays as the interval vanishes is the classifier's part: s times CSD's on the same x_t.
    guided = GaussianPrior(mu, S, -mu)
    tiny = ism_gradient(images, guided, TEXT, views, t, seeded(1), guidance_scale=2.0, interval=1e-6)
    slope = per_image(weight(t, "sds") * alpha(t) * sigma(t), images) / variance(t)
    torch.testing.assert_close(tiny.grad, (slope * 2.0 * (-mu - mu)).expand_as(images), rtol=1e-3, atol=1e-3)


def test_hifa_in_pixels_is_two_multiples_of_one_residual(mu, images, t, make_views):
    prior, views = GaussianPrior(0.3 * mu, 0.1), make_views(4)
    out = hifa_gradient(images, images, prior, TEXT, views, t, seeded(1), guidance_scale=1.0, image_weight=0.2)
    plain = sds_gradient(images, prior, TEXT, views, t, seeded(1), guidance_scale=1.0)
    assert torch.equal(out.distillation.grad, plain.grad)
    inside = plain.x0.abs() <= 1
    torch.testing.assert_close(out.pixel_grad[inside], 0.05 * plain.grad[inside], rtol=1e-12, atol=1e-14)


def test_vsd_of_a_certain_image_is_sds_and_of_the_prior_itself_is_nothing(mu, images, t, make_views):
    prior, views = GaussianPrior(mu, S), make_views(4)
    certain = vsd_gradient(
        images, prior, TEXT, views, t, seeded(1), particle=lambda noisy, t, views: images, guidance_scale=1.0
    )
    plain = sds_gradient(images, prior, TEXT, views, t, seeded(1), guidance_scale=1.0)
    torch.testing.assert_close(certain.grad, plain.grad, rtol=1e-12, atol=1e-13)

    def own(noisy, t, views):
        return prior.predict_x0(noisy, t, TEXT, views)[0]

    # The renders are distributed as the prior's images: the fixed point, for every image and every noise.
    assert torch.equal(
        vsd_gradient(images, prior, TEXT, views, t, seeded(1), particle=own, guidance_scale=1.0).grad,
        torch.zeros_like(images),
    )

    # Renders N(m, s^2) of the right spread and the wrong mean: pushed by the means' difference alone, without noise.
    def shifted(noisy, t, views):
        return GaussianPrior(mu + 0.3, S).predict_x0(noisy, t, TEXT, views)[0]

    out = vsd_gradient(images, prior, TEXT, views, t, seeded(1), particle=shifted, guidance_scale=1.0)
    slope = per_image(weight(t, "sds") * alpha(t) * sigma(t), images) / variance(t)
    torch.testing.assert_close(out.grad, (slope * 0.3).expand_as(images), rtol=1e-10, atol=1e-12)


def test_particle_loss_is_least_at_the_true_posterior_mean(mu, generator, make_views):
    n = 2000
    x = mu + S * torch.randn(n, 3, R, R, generator=generator, dtype=torch.float64)
    t, views = torch.full((n,), 0.6, dtype=torch.float64), make_views(n)
    scale = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)

    def particle(noisy, t, views):
        return GaussianPrior(mu, S).predict_x0(noisy, t, TEXT, views)[0] * (1 + scale)

    loss = particle_loss(x, views, t, seeded(3), particle)
    (slope,) = torch.autograd.grad(loss, scale)
    factor = min(float(snr(torch.tensor(0.6))), SNR_LIMIT)
    v = float(variance(t[:1]))
    assert float(loss.detach()) == pytest.approx(factor * S**2 * float(sigma(t[0])) ** 2 / v, rel=0.02)
    assert abs(float(slope)) < 0.02 * float(loss.detach())


def test_dreamtime_goes_down_slowly_where_its_weight_is():
    times = [dreamtime_range(step, 1000, 0.02, 0.98)[0] for step in range(1000)]
    assert all(a >= b for a, b in zip(times, times[1:], strict=False))
    assert times[0] == 0.98 and times[-1] < 0.2
    # Most of the run is spent where W is large: between m2 and 1, and little below m2 - 2 s2.
    middle = sum(t > 0.45 for t in times) / 1000
    assert middle > 0.85 and sum(t < 0.3 for t in times) < 30
    # Time spent is proportional to the weight: at 0.8 and 0.55, both with W_p = 1, the ratio is sigma / alpha's.
    betas = torch.linspace(math.sqrt(0.00085), math.sqrt(0.012), 1000, dtype=torch.float64) ** 2
    a = torch.cumprod(1 - betas, 0)
    ratio = float(((1 - a[775]) / a[775]).sqrt() / ((1 - a[575]) / a[575]).sqrt())
    spent = sum(0.75 < t <= 0.8 for t in times) / sum(0.55 < t <= 0.6 for t in times)
    assert spent == pytest.approx(ratio, rel=0.1)
    with pytest.raises(ValueError, match="total 3"):
        dreamtime_range(3, 3, 0.1, 0.9)


@pytest.mark.parametrize("method", [csd_gradient, ism_gradient, sdi_gradient])
def test_bad_input_is_refused_and_what_is_not_finite_is_named(mu, images, t, make_views, generator, method):
    prior, views = GaussianPrior(mu, S), make_views(4)
    with pytest.raises(ValueError, match="sees images"):
        method(images[:, :2], prior, TEXT, views, t, generator)
    with pytest.raises(ValueError, match="grad_clip"):
        method(images, prior, TEXT, views, t, generator, grad_clip=-1.0)
    broken = images.clone()
    broken[2, 0, 0, 0] = math.nan
    with pytest.raises(FloatingPointError, match=r"images \[2\] of 4"):
        method(broken, prior, TEXT, views, t, generator)
    clipped = method(images * 3, prior, TEXT, views, t, generator, grad_clip=1e-3)
    assert float(clipped.grad.abs().max()) <= 1e-3

"""Score distillation against a Gaussian prior, where everything about it is known.

For x0 ~ N(mu, s^2) in a pixel, v = alpha^2 s^2 + sigma^2, and an image x with noise eps:

    x - x0_hat   = (sigma^2 / v) (x - mu) - (alpha sigma s^2 / v) eps
    SDS gradient = w (alpha / sigma) (x - x0_hat) = w [ (alpha sigma / v) (x - mu) - (alpha^2 s^2 / v) eps ]

so both have the form a (x - mu) - b eps, and descent with rate r is the autoregression e <- (1 - r a) e + r b eps of
the error e = x - mu: it forgets its start as (1 - r a)^n and settles at the variance r b^2 / (a (2 - r a)).
"""

import dataclasses
import math
from typing import Any

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.distillation import Distillation, sds_gradient, weight, x0_reconstruction
from bozzetto.sds.gaussian import GaussianPrior
from bozzetto.sds.guidance import classifier_free, rescale
from bozzetto.sds.prior import ConditionalOnlyPrior
from bozzetto.sds.schedule import add_noise, alpha, eps_from_x0, per_image, sigma

R = 8
WEIGHTINGS = ["sds", "uniform", "fantasia3d"]
TEXT = Conditioning(None, None, "")


@pytest.fixture
def mu(generator) -> torch.Tensor:
    return torch.rand(3, R, R, generator=generator, dtype=torch.float64) - 0.5


@pytest.fixture
def images(generator) -> torch.Tensor:
    return torch.rand(4, 3, R, R, generator=generator, dtype=torch.float64) * 2 - 1


@pytest.fixture
def t() -> torch.Tensor:
    return torch.tensor([0.05, 0.4, 0.7, 0.97], dtype=torch.float64)


def coefficients(factor: torch.Tensor, t: torch.Tensor, s: float) -> tuple[torch.Tensor, torch.Tensor]:
    """(a, b) of the gradient factor (x - x0_hat), each [B, 1, 1, 1], as derived at the top."""
    al, si = alpha(t), sigma(t)
    v = al**2 * s**2 + si**2
    a, b = factor * si**2 / v, factor * al * si * s**2 / v
    return a[:, None, None, None], b[:, None, None, None]


def test_weightings_are_those_of_threestudio():
    t = torch.linspace(0.01, 0.99, 99, dtype=torch.float64)
    alphas_cumprod = torch.cos(math.pi * t / 2) ** 2
    # Rounding of values below 1.
    torch.testing.assert_close(weight(t, "sds"), 1 - alphas_cumprod, rtol=0, atol=1e-15)
    torch.testing.assert_close(weight(t, "uniform"), torch.ones_like(t), rtol=0, atol=0)
    expected = alphas_cumprod**0.5 * (1 - alphas_cumprod)
    torch.testing.assert_close(weight(t, "fantasia3d"), expected, rtol=0, atol=1e-15)
    with pytest.raises(ValueError, match="sds, uniform, fantasia3d"):
        weight(t, "sdi")  # type: ignore[arg-type]


@pytest.mark.parametrize("weighting", WEIGHTINGS)
def test_sds_is_the_weighted_noise_residual_and_the_closed_form(mu, images, t, make_views, weighting):
    s = 0.4
    out = sds_gradient(
        images, GaussianPrior(mu, s), TEXT, make_views(4), t, torch.Generator().manual_seed(7),
        guidance_scale=1.0, weighting=weighting,
    )  # fmt: skip
    eps = torch.randn(images.shape, generator=torch.Generator().manual_seed(7), dtype=torch.float64)
    w = per_image(weight(t, weighting), images)
    residual = w * (eps_from_x0(add_noise(images, eps, t), out.x0, t) - eps)
    # Rounding of 1e-16 on values below 10, divided by sigma(.05) = .08.
    torch.testing.assert_close(out.grad, residual, rtol=0, atol=1e-13)
    a, b = coefficients(weight(t, weighting) * alpha(t) / sigma(t), t, s)
    torch.testing.assert_close(out.grad, a * (images - mu) - b * eps, rtol=0, atol=1e-13)
    assert torch.equal(out.t, t)


@pytest.mark.parametrize("weighting", WEIGHTINGS)
@pytest.mark.parametrize("level", [0.3, 0.6, 0.9])
def test_sds_is_unbiased_by_monte_carlo(generator, make_views, weighting, level):
    n, s, size = 4096, 0.4, 2
    mu = torch.rand(3, size, size, generator=generator, dtype=torch.float64) - 0.5
    image = mu + torch.linspace(-1, 1, 3 * size * size, dtype=torch.float64).reshape(3, size, size)
    t = torch.full((n,), level, dtype=torch.float64)
    grad = sds_gradient(
        image.expand(n, -1, -1, -1), GaussianPrior(mu, s), TEXT, make_views(n), t, generator,
        guidance_scale=1.0, weighting=weighting,
    ).grad  # fmt: skip
    a, b = coefficients(weight(t[:1], weighting) * alpha(t[:1]) / sigma(t[:1]), t[:1], s)
    expected = (a * (image - mu))[0]
    # Five standard errors: all 9 x 12 means stay inside with probability 1 - 6e-5.
    tolerance = 5 * b.item() / math.sqrt(n)
    assert (grad.mean(dim=0) - expected).abs().max() < tolerance
    assert tolerance < 0.1 * expected.abs().max()  # canary: a wrong weight would be seen
    # A sample standard deviation has the relative standard error 1 / sqrt(2 n).
    assert (grad.std(dim=0) / b.item() - 1).abs().max() < 5 / math.sqrt(2 * n)


@pytest.mark.parametrize("weighting", WEIGHTINGS)
def test_mean_sds_is_the_gradient_of_the_weighted_kl(mu, images, t, make_views, weighting):
    # DreamFusion, equation 4: SDS descends w (sigma / alpha) KL(q(x_t | x) || p(x_t)); here both are Gaussian.
    s = 0.4
    x = images.clone().requires_grad_()
    al, si = per_image(alpha(t), x), per_image(sigma(t), x)
    kl = kl_divergence(Normal(al * x, si.expand_as(x)), Normal(al * mu, (al**2 * s**2 + si**2).sqrt()))
    (expected,) = torch.autograd.grad((per_image(weight(t, weighting), x) * si / al * kl).sum(), x)
    # The gradient is linear in eps, so the mean of a draw and its mirror image is the exact expectation.
    prior, views = GaussianPrior(mu, s), make_views(4)
    half = sds_gradient(
        images, prior, TEXT, views, t, torch.Generator().manual_seed(1), guidance_scale=1.0, weighting=weighting
    ).grad
    eps = torch.randn(images.shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    x0_mirrored, _ = prior.predict_x0(add_noise(images, -eps, t), t, TEXT, views)
    other = per_image(weight(t, weighting) * alpha(t) / sigma(t), images) * (images - x0_mirrored)
    # A few operations on values below 10 / sigma(.05).
    torch.testing.assert_close((half + other) / 2, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("weighting", WEIGHTINGS)
def test_gradient_is_autograd_of_the_reparameterised_loss(mu, images, t, make_views, generator, weighting):
    # images = render(parameters), through a renderer that mixes pixels.
    matrix = torch.randn(3 * R * R, 20, generator=generator, dtype=torch.float64) / 20
    parameters = torch.randn(4, 20, generator=generator, dtype=torch.float64, requires_grad=True)
    rendered = (parameters @ matrix.T).reshape(4, 3, R, R)
    out = sds_gradient(
        rendered, GaussianPrior(mu, 0.4, -mu), TEXT, make_views(4), t, generator, guidance_scale=5.0,
        weighting=weighting,
    )  # fmt: skip
    losses = 0.5 * (rendered - (rendered - out.grad).detach()).square().flatten(1).sum(dim=1)
    (expected,) = torch.autograd.grad(losses.sum(), parameters, retain_graph=True)
    rendered.backward(gradient=out.grad)
    # Sums of 192 products below 10.
    torch.testing.assert_close(parameters.grad, expected, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(out.loss, losses.detach(), rtol=1e-12, atol=0)


def test_x0_reconstruction_is_half_the_squared_error(mu, images, t, make_views):
    prior = GaussianPrior(mu, 0.4, -mu)
    out = x0_reconstruction(images, prior, TEXT, make_views(4), t, torch.Generator().manual_seed(7), guidance_scale=5.0)
    x = images.clone().requires_grad_()
    losses = 0.5 * (x - out.x0).square().flatten(1).sum(dim=1)
    (expected,) = torch.autograd.grad(losses.sum(), x)
    # The same subtraction; 1e-13 is the order of a sum over 192 pixels.
    torch.testing.assert_close(out.grad, expected, rtol=0, atol=0)
    torch.testing.assert_close(out.loss, losses.detach(), rtol=1e-13, atol=0)
    # And it is SDS whose w is sigma / alpha.
    sds = sds_gradient(
        images, prior, TEXT, make_views(4), t, torch.Generator().manual_seed(7), guidance_scale=5.0,
        weighting="uniform",
    )  # fmt: skip
    torch.testing.assert_close(out.grad, per_image(sigma(t) / alpha(t), images) * sds.grad, rtol=1e-13, atol=0)
    torch.testing.assert_close(out.x0, sds.x0, rtol=0, atol=0)


@pytest.mark.parametrize("kind", ["sds", "x0"])
@pytest.mark.parametrize("guidance_scale", [1.0, 3.0])
def test_descent_on_pixels_reaches_the_mean(mu, images, make_views, generator, kind, guidance_scale):
    s, rate, level, steps = 0.3, 0.1, 0.6, 300
    uncond_mean = 0.5 * mu
    prior = GaussianPrior(mu, s, uncond_mean)
    goal = classifier_free(mu, uncond_mean, guidance_scale)  # equal std on both sides: guidance is a shift of the mean
    t, views, x = torch.full((4,), level, dtype=torch.float64), make_views(4), images.clone()
    for _ in range(steps):
        if kind == "sds":
            out = sds_gradient(x, prior, TEXT, views, t, generator, guidance_scale=guidance_scale)
        else:
            out = x0_reconstruction(x, prior, TEXT, views, t, generator, guidance_scale=guidance_scale)
        x = x - rate * out.grad
    factor = weight(t, "sds") * alpha(t) / sigma(t) if kind == "sds" else torch.ones_like(t)
    a, b = (c[0].item() for c in coefficients(factor, t, s))
    bias = (1 - rate * a) ** steps * (images - goal).abs().max().item()
    variance = rate * b**2 / (a * (2 - rate * a))
    error = x - goal
    # Six standard deviations of the stationary error: all 768 pixels stay inside with probability 1 - 2e-6.
    assert error.abs().max() < bias + 6 * math.sqrt(variance)
    # Stronger: the spread itself. A sample variance of 768 pixels has the relative standard error sqrt(2 / 768).
    assert bias < 0.01 * math.sqrt(variance)
    assert abs(error.square().mean().item() / variance - 1) < 5 * math.sqrt(2 / error.numel())


def test_rescale_acts_on_the_guided_prediction(mu, images, t, make_views):
    prior, views = GaussianPrior(mu, 0.4, -mu), make_views(4)
    eps = torch.randn(images.shape, generator=torch.Generator().manual_seed(7), dtype=torch.float64)
    cond, uncond = prior.predict_x0(add_noise(images, eps, t), t, TEXT, views)
    expected = rescale(classifier_free(cond, uncond, 7.0), cond, 0.5)
    recon = x0_reconstruction(
        images, prior, TEXT, views, t, torch.Generator().manual_seed(7), guidance_scale=7.0, recon_std_rescale=0.5
    )
    sds = sds_gradient(
        images, prior, TEXT, views, t, torch.Generator().manual_seed(7), guidance_scale=7.0, guidance_rescale=0.5
    )
    # The same operations in the same order.
    torch.testing.assert_close(recon.x0, expected, rtol=0, atol=1e-15)
    torch.testing.assert_close(sds.x0, expected, rtol=0, atol=1e-15)
    with pytest.raises(ValueError, match="factor"):
        x0_reconstruction(images, prior, TEXT, views, t, torch.Generator(), guidance_scale=7.0, recon_std_rescale=1.5)


def tensors_of(out):
    """The tensors of a distillation, which are all of its fields but those that are None."""
    values = [getattr(out, field.name) for field in dataclasses.fields(Distillation)]
    return [value for value in values if value is not None]


@pytest.mark.parametrize("distil", [sds_gradient, x0_reconstruction])
def test_clip_bounds_each_value(mu, images, t, make_views, distil):
    prior, views = GaussianPrior(mu, 0.4), make_views(4)
    free = distil(images, prior, TEXT, views, t, torch.Generator().manual_seed(7), guidance_scale=1.0)
    clipped = distil(
        images, prior, TEXT, views, t, torch.Generator().manual_seed(7), guidance_scale=1.0, grad_clip=0.05
    )
    assert (free.grad.abs() > 0.05).any() and (free.grad.abs() < 0.05).any()
    assert torch.equal(clipped.grad, free.grad.clamp(-0.05, 0.05))
    # A sum over 192 pixels in another order.
    torch.testing.assert_close(clipped.loss, 0.5 * clipped.grad.square().sum(dim=(1, 2, 3)), rtol=1e-13, atol=0)
    for bad in (0.0, -1.0, math.nan):
        with pytest.raises(ValueError, match="grad_clip"):
            distil(images, prior, TEXT, views, t, torch.Generator(), guidance_scale=1.0, grad_clip=bad)


class OneSided(GaussianPrior):
    """Counts how often it is asked, and for which sides."""

    def __init__(self, mean: torch.Tensor) -> None:
        super().__init__(mean, 0.3)
        self.asked: list[str] = []

    def predict_x0(self, noisy, t, conditioning, views):
        self.asked.append("both")
        return super().predict_x0(noisy, t, conditioning, views)

    def predict_cond(self, noisy, t, conditioning, views):
        self.asked.append("cond")
        return super().predict_x0(noisy, t, conditioning, views)[0]


@pytest.mark.parametrize("distil", [sds_gradient, x0_reconstruction])
def test_without_guidance_a_prior_is_asked_for_one_side(mu, images, t, make_views, distil):
    prior, plain = OneSided(mu), GaussianPrior(mu, 0.3)
    assert isinstance(prior, ConditionalOnlyPrior) and not isinstance(plain, ConditionalOnlyPrior)
    for scale, asked in ((1.0, "cond"), (1.5, "both"), (0.0, "both")):
        found, expected = (
            distil(images, p, TEXT, make_views(4), t, torch.Generator().manual_seed(0), guidance_scale=scale)
            for p in (prior, plain)
        )
        assert prior.asked.pop() == asked and not prior.asked
        torch.testing.assert_close(found.grad, expected.grad)


class StubbornPrior(GaussianPrior):
    """Returns whatever it was given; and like a network, has parameters that ask for a gradient."""

    def __init__(self, answer: torch.Tensor) -> None:
        super().__init__(torch.zeros(3, R, R), 1.0)
        self.parameter = torch.ones((), requires_grad=True)
        self.answer = answer

    def predict_x0(self, noisy, t, conditioning, views):
        return self.answer * self.parameter, self.answer * self.parameter


@pytest.mark.parametrize("distil", [sds_gradient, x0_reconstruction])
def test_nothing_carries_a_gradient(images, t, make_views, generator, distil):
    prior = StubbornPrior(torch.zeros_like(images))
    rendered = images.clone().requires_grad_()
    out = distil(rendered, prior, TEXT, make_views(4), t, generator, guidance_scale=1.0)
    assert not any(tensor.requires_grad for tensor in tensors_of(out))
    assert prior.parameter.grad is None and rendered.grad is None
    with torch.enable_grad():  # canary: outside of the distillation this prior's answer does carry one
        assert prior.predict_x0(None, None, None, None)[0].requires_grad
    with pytest.raises(dataclasses.FrozenInstanceError):
        out.grad = rendered


@pytest.mark.parametrize("distil", [sds_gradient, x0_reconstruction])
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_an_error_that_says_where(mu, images, t, make_views, generator, distil, bad):
    broken = images.clone()
    broken[2, 1, 3, 3] = bad
    with pytest.raises(FloatingPointError, match=r"predictions of prior gaussian.*images \[2\] of 4, at t \[0\.7"):
        distil(images, StubbornPrior(broken), TEXT, make_views(4), t, generator, guidance_scale=1.0, grad_clip=1.0)
    with pytest.raises(FloatingPointError, match=r"rendered images.*images \[2\] of 4"):
        distil(broken, GaussianPrior(mu, 0.4), TEXT, make_views(4), t, generator, guidance_scale=1.0, grad_clip=1.0)


def test_a_gradient_that_overflows_is_an_error(t, make_views, generator):
    images = torch.full((4, 3, R, R), 3e38)
    with pytest.raises(FloatingPointError, match="gradient: not finite"):
        x0_reconstruction(
            images, StubbornPrior(-images), TEXT, make_views(4), t, generator, guidance_scale=1.0, grad_clip=1.0
        )


@pytest.mark.usefixtures("normal_use")
@pytest.mark.parametrize("distil", [sds_gradient, x0_reconstruction])
def test_what_does_not_fit_is_refused(mu, images, t, make_views, generator, distil):
    prior, views = GaussianPrior(mu, 0.4), make_views(4)

    def refused(match, images=images, prior=prior, views=views, t=t, guidance_scale=1.0):
        with pytest.raises(ValueError, match=match):
            distil(images, prior, TEXT, views, t, generator, guidance_scale=guidance_scale)

    refused(r"\[B, 3, 8, 8\], got \(4, 3, 8, 6\)", images=images[..., :6])
    refused(r"\[B, 3, 8, 8\]", images=images[:, :, ::2, ::2])
    refused(r"\[B, 3, 8, 8\]", images=images[:, :2])
    refused(r"\[B, 3, 8, 8\]", images=images[0])
    refused(r"\[B, 3, 8, 8\]", images=images.movedim(1, -1))
    refused(r"\[B, 3, 8, 8\]", images=images[:0], views=views[:0], t=t[:0])
    refused("floating-point images", images=(images > 0).long())
    refused("a view for each of 4 images", views=views[:3])
    refused(r"t: expected shape", t=t[:3])
    refused(r"t: expected shape", t=t[0])
    for bad in (0.0, 1.0, -0.1, math.nan):
        refused(r"t: expected times in \(0, 1\)", t=torch.full_like(t, bad))
    refused("guidance scale", guidance_scale=math.inf)
    refused(r"conditional prediction of shape", prior=StubbornPrior(images[:3]))
    with pytest.raises(ValueError, match="weighting"):
        unknown: Any = "none"
        sds_gradient(images, prior, TEXT, views, t, generator, guidance_scale=1.0, weighting=unknown)


@pytest.mark.parametrize("distil", [sds_gradient, x0_reconstruction])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_the_seed_decides_and_the_precision_is_that_of_the_images(mu, images, t, make_views, distil, dtype):
    def run(seed):
        return distil(
            images.to(dtype), GaussianPrior(mu, 0.4), TEXT, make_views(4, dtype), t.float(),
            torch.Generator().manual_seed(seed), guidance_scale=3.0,
        )  # fmt: skip

    first, again, other = run(1), run(1), run(2)
    assert torch.equal(first.grad, again.grad) and not torch.equal(first.grad, other.grad)
    assert first.pixel_grad is None and {tensor.dtype for tensor in tensors_of(first)} == {dtype}

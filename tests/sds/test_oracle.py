import math

import pytest
import torch

from bozzetto.sds.conditioning import Conditioning, UnknownWord, Views
from bozzetto.sds.distillation import sds_gradient, weight, x0_reconstruction
from bozzetto.sds.oracle import MixtureOraclePrior, OraclePrior, mixture_posterior_mean
from bozzetto.sds.schedule import add_noise, alpha, per_image, sigma

R = 8
T = torch.tensor([0.05, 0.3, 0.6, 0.97], dtype=torch.float64)


def stripes(frequency: float):
    """An object of which only the renders are known: stripes that turn with the azimuth, on the background."""

    def render_fn(views: Views) -> torch.Tensor:
        x = torch.linspace(-math.pi, math.pi, R, dtype=views.azimuth.dtype)
        wave = torch.sin(frequency * x + views.azimuth[:, None])[:, None, None, :]
        return 0.6 * wave * torch.ones(1, 3, R, 1, dtype=x.dtype) + 0.4 * (2 * views.background - 1)[:, :, None, None]

    return render_fn


OBJECTS = {"horse": stripes(1.0), "house": stripes(2.0), "chair": stripes(3.0)}


def test_the_oracle_returns_the_exact_render(make_views, generator):
    prior, views = OraclePrior(OBJECTS["horse"], R), make_views(4)
    truth = OBJECTS["horse"](views)
    assert not torch.equal(truth[0], truth[1])  # the view matters
    for noisy in (truth, torch.randn(truth.shape, generator=generator, dtype=torch.float64)):
        cond, uncond = prior.predict_x0(noisy, T, prior.encode_text("a horse"), views)
        assert torch.equal(cond, truth) and torch.equal(uncond, truth)


@pytest.mark.parametrize("guidance_scale", [1.0, 7.0])
def test_descent_recovers_the_exact_render_at_the_exact_rate(make_views, generator, guidance_scale):
    # The noise drops out of x - x0_hat, so each SDS step shrinks the error by 1 - rate w alpha / sigma, and a
    # reconstruction step of rate 1 lands on the render.
    prior, views, rate, steps = OraclePrior(OBJECTS["horse"], R), make_views(4), 0.2, 20
    text, truth = prior.encode_text("a horse"), OBJECTS["horse"](views)
    start = torch.rand(truth.shape, generator=generator, dtype=torch.float64) * 2 - 1
    x = start
    for _ in range(steps):
        x = x - rate * sds_gradient(x, prior, text, views, T, generator, guidance_scale=guidance_scale).grad
    shrink = (1 - rate * weight(T, "sds") * alpha(T) / sigma(T)) ** steps
    # 20 steps of rounding on values below 1.
    torch.testing.assert_close(x - truth, per_image(shrink, x) * (start - truth), rtol=0, atol=1e-14)
    out = x0_reconstruction(start, prior, text, views, T, generator, guidance_scale=guidance_scale)
    torch.testing.assert_close(start - out.grad, truth, rtol=0, atol=1e-15)


def test_mixture_is_bayes_by_brute_force(generator):
    candidates = torch.rand(3, 4, 3, 2, 2, generator=generator, dtype=torch.float64) * 2 - 1
    prior = torch.tensor([0.2, 0.5, 0.3], dtype=torch.float64)
    noisy = torch.randn(4, 3, 2, 2, generator=generator, dtype=torch.float64)
    t = torch.tensor([0.3, 0.5, 0.7, 0.97], dtype=torch.float64)
    got = mixture_posterior_mean(noisy, t, candidates, prior.log())
    for b in range(4):
        a, s = math.cos(math.pi / 2 * t[b].item()), math.sin(math.pi / 2 * t[b].item())
        # Densities multiplied pixel by pixel, no logarithms: 12 pixels do not underflow.
        joint = []
        for k in range(3):
            density = prior[k].item()
            for y, x0 in zip(noisy[b].flatten().tolist(), candidates[k, b].flatten().tolist(), strict=True):
                density *= math.exp(-((y - a * x0) ** 2) / (2 * s**2)) / math.sqrt(2 * math.pi * s**2)
            joint.append(density)
        expected = sum(joint[k] * candidates[k, b] for k in range(3)) / sum(joint)
        # The exponents are below 1e3 and round to 1e-13 of relative weight.
        torch.testing.assert_close(got[b], expected, rtol=0, atol=1e-12)


def test_mixture_is_tweedie(generator):
    candidates = torch.rand(3, 4, 3, R, R, generator=generator, dtype=torch.float64) * 2 - 1
    log_prior = torch.tensor([0.2, 0.5, 0.3], dtype=torch.float64).log()
    noisy = add_noise(candidates.mean(dim=0), torch.randn(4, 3, R, R, generator=generator, dtype=torch.float64), T)
    noisy.requires_grad_()
    a, s = per_image(alpha(T), noisy), per_image(sigma(T), noisy)
    log_density = torch.logsumexp(
        -(noisy - a * candidates).square().sum(dim=(2, 3, 4)) / (2 * s.flatten() ** 2) + log_prior[:, None], dim=0
    )
    (score,) = torch.autograd.grad(log_density.sum(), noisy)
    # Exponents up to 1e4 (at t = .05) round to 1e-12 of relative weight; alpha(.97) = .05 divides the rest.
    torch.testing.assert_close(
        mixture_posterior_mean(noisy, T, candidates, log_prior), (noisy + s**2 * score) / a, rtol=0, atol=1e-10
    )


def test_limits_of_the_noise(make_views, generator):
    candidates = torch.stack([render_fn(make_views(4)) for render_fn in OBJECTS.values()])
    weights = torch.tensor([0.2, 0.5, 0.3], dtype=torch.float64)
    nearly_clean = torch.full((4,), 0.01, dtype=torch.float64)
    eps = torch.randn(candidates[0].shape, generator=generator, dtype=torch.float64)
    for k in range(3):
        noisy = add_noise(candidates[k], eps, nearly_clean)
        got = mixture_posterior_mean(noisy, nearly_clean, candidates, weights.log())
        # Log-odds below -alpha^2 d^2 / (2 sigma^2) / 2 < -1e4, with d^2 > 10 between objects: the rest underflows.
        torch.testing.assert_close(got, candidates[k], rtol=0, atol=1e-15)
    nearly_noise = torch.full((4,), 1 - 1e-9, dtype=torch.float64)
    got = mixture_posterior_mean(eps, nearly_noise, candidates, weights.log())
    # What is left of the image is alpha = 1.6e-9, times |x_t| |x_j - x_k| < 14 * 28 in the log-odds.
    torch.testing.assert_close(got, torch.einsum("k,kbchw->bchw", weights, candidates), rtol=0, atol=1e-6)


def test_prior_weights_need_not_be_normalised(make_views, generator):
    noisy = torch.randn(4, 3, R, R, generator=generator, dtype=torch.float64)
    views, t = make_views(4), torch.full((4,), 0.95, dtype=torch.float64)
    outputs = []
    for scale in (1.0, 17.0):
        prior = MixtureOraclePrior(OBJECTS, R, {"chair": 0.3 * scale, "horse": 0.2 * scale, "house": 0.5 * scale})
        outputs.append(prior.predict_x0(noisy, t, prior.encode_text(""), views)[1])
    # A common shift of the log-odds, which are below 1e3.
    torch.testing.assert_close(outputs[0], outputs[1], rtol=0, atol=1e-12)
    candidates = torch.stack([render_fn(views) for render_fn in OBJECTS.values()])
    log_prior = torch.tensor([0.2, 0.5, 0.3], dtype=torch.float64).log()  # in the order of the objects
    torch.testing.assert_close(outputs[0], mixture_posterior_mean(noisy, t, candidates, log_prior), rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", list(OBJECTS))
def test_distillation_seeks_the_mode_it_starts_near(make_views, generator, name):
    # At t = .3, with d > 7.5 between objects, m = alpha d / sigma > 14.7: starting 3/10 of the way to another object,
    # its log-odds are -m^2 (.7^2 - .3^2) / 2 + m z < -43 + 14.7 z, and fall to -m^2 / 2 + m z < -108 + 14.7 z on the
    # way. Only z > 2.5 in the first steps would be felt at all, and no step can jump half the distance, at rate 0.1.
    prior, views, rate, steps = MixtureOraclePrior(OBJECTS, R), make_views(4), 0.1, 300
    text = prior.encode_text("something")
    others = [render_fn(views) for other, render_fn in OBJECTS.items() if other != name]
    truth = OBJECTS[name](views)
    assert min((truth - other).flatten(1).norm(dim=1).min().item() for other in others) > 7.5
    x, t = truth + 0.3 * (others[0] - truth), torch.full((4,), 0.3, dtype=torch.float64)
    for _ in range(steps):
        x = x - rate * x0_reconstruction(x, prior, text, views, t, generator, guidance_scale=1.0).grad
    # What is left: 0.9^300 = 2e-14 of the start, and the other objects' weight, at five sigma exp(-108 + 73) < 1e-15.
    torch.testing.assert_close(x, truth, rtol=0, atol=1e-12)


def test_guidance_leads_from_any_object_to_the_named_one(make_views, generator):
    prior, views = MixtureOraclePrior(OBJECTS, R), make_views(4)
    text = prior.encode_text("house")
    truth, x = OBJECTS["house"](views), OBJECTS["horse"](views)
    t = torch.full((4,), 0.3, dtype=torch.float64)
    first = x0_reconstruction(x, prior, text, views, t, generator, guidance_scale=5.0)
    # The mixture sees the horse, so the target lies five times as far as the house; weights as in the test above.
    torch.testing.assert_close(first.x0, x + 5 * (truth - x), rtol=0, atol=1e-12)
    for _ in range(300):
        x = x - 0.1 * x0_reconstruction(x, prior, text, views, t, generator, guidance_scale=5.0).grad
    torch.testing.assert_close(x, truth, rtol=0, atol=1e-12)


def test_prompts_name_objects(make_views, generator):
    prior, views = MixtureOraclePrior(OBJECTS, R), make_views(4)
    noisy = torch.randn(4, 3, R, R, generator=generator, dtype=torch.float64)
    text = prior.encode_text("  House ", negative="chair")
    assert text.unknown == ()
    cond, uncond = prior.predict_x0(noisy, T, text, views)
    # A softmax over one candidate is 1 exactly.
    assert torch.equal(cond, OBJECTS["house"](views)) and torch.equal(uncond, OBJECTS["chair"](views))
    vague = prior.encode_text("a hose")
    assert vague.unknown == (UnknownWord("a hose", vague.unknown[0].nearest),)
    assert set(vague.unknown[0].nearest[:2]) == {"horse", "house"}
    cond, uncond = prior.predict_x0(noisy, T, vague, views)
    assert torch.equal(cond, uncond)
    assert prior.encode_text("").unknown == ()


def test_one_object_is_the_delta_case(make_views, generator):
    noisy = torch.randn(4, 3, R, R, generator=generator, dtype=torch.float64)
    single, views = MixtureOraclePrior({"horse": OBJECTS["horse"]}, R), make_views(4)
    for got in single.predict_x0(noisy, T, single.encode_text("anything"), views):
        assert torch.equal(got, OBJECTS["horse"](views))


def test_no_gradient_flows_through_an_oracle(make_views):
    gain = torch.ones((), dtype=torch.float64, requires_grad=True)

    def render_fn(views: Views) -> torch.Tensor:
        return OBJECTS["horse"](views) * gain

    noisy = torch.zeros(4, 3, R, R, dtype=torch.float64, requires_grad=True)
    assert render_fn(make_views(4)).requires_grad  # canary
    for prior in (OraclePrior(render_fn, R), MixtureOraclePrior({"a": render_fn, "b": OBJECTS["house"]}, R)):
        outputs = prior.predict_x0(noisy, T, prior.encode_text("c"), make_views(4))
        assert not any(output.requires_grad for output in outputs)


@pytest.mark.parametrize(
    ("render_fn", "match"),
    [
        (lambda views: torch.zeros(len(views), 3, R, R - 1), "shape"),
        (lambda views: torch.zeros(len(views), R, R, 3), "shape"),
        (lambda views: torch.zeros(1, 3, R, R), "shape"),
        (lambda views: torch.full((len(views), 3, R, R), 1.01), r"\[-1, 1\], got 1.01"),
        (lambda views: torch.full((len(views), 3, R, R), -1.01), r"\[-1, 1\], got -1.01"),
        (lambda views: torch.full((len(views), 3, R, R), math.nan), "finite"),
        (lambda views: torch.full((len(views), 3, R, R), math.inf), "finite"),
    ],
)
def test_bad_renders_are_refused(make_views, render_fn, match):
    noisy = torch.zeros(4, 3, R, R, dtype=torch.float64)
    with pytest.raises(ValueError, match=match):
        OraclePrior(render_fn, R).predict_x0(noisy, T, Conditioning(None, None, ""), make_views(4))
    mixture = MixtureOraclePrior({"good": OBJECTS["horse"], "bad": render_fn}, R)
    with pytest.raises(ValueError, match=match):
        mixture.predict_x0(noisy, T, mixture.encode_text("good"), make_views(4))


def test_construction_is_checked():
    with pytest.raises(ValueError, match="resolution"):
        OraclePrior(OBJECTS["horse"], 0)
    with pytest.raises(ValueError, match="resolution"):
        MixtureOraclePrior(OBJECTS, -1)
    with pytest.raises(ValueError, match="objects"):
        MixtureOraclePrior({}, R)
    with pytest.raises(ValueError, match="different names"):
        MixtureOraclePrior({"Horse": OBJECTS["horse"], "horse ": OBJECTS["house"]}, R)
    for weights in ({"horse": 1.0}, {"horse": 1.0, "house": 0.0, "chair": 1.0}, {**dict.fromkeys(OBJECTS, math.nan)}):
        with pytest.raises(ValueError, match="prior_weights"):
            MixtureOraclePrior(OBJECTS, R, weights)

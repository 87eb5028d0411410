import pytest
import torch

from bozzetto.sds.guidance import classifier_free, rescale
from bozzetto.sds.schedule import eps_from_x0


@pytest.fixture
def pair(generator) -> tuple[torch.Tensor, torch.Tensor]:
    cond = (
        torch.randn(4, 3, 8, 8, generator=generator, dtype=torch.float64)
        * torch.tensor([0.1, 0.5, 1, 2])[:, None, None, None]
    )
    return cond, torch.randn(4, 3, 8, 8, generator=generator, dtype=torch.float64)


def test_scale_zero_and_one_are_the_two_predictions(pair):
    cond, uncond = pair
    assert torch.equal(classifier_free(cond, uncond, 0.0), uncond)
    # (cond - uncond) + uncond rounds twice, on values below 10.
    torch.testing.assert_close(classifier_free(cond, uncond, 1.0), cond, rtol=0, atol=1e-14)


def test_dreamfusion_omega_is_scale_minus_one(pair):
    cond, uncond = pair
    omega = 6.5
    expected = (1 + omega) * cond - omega * uncond  # DreamFusion, equation 4
    torch.testing.assert_close(classifier_free(cond, uncond, omega + 1), expected, rtol=0, atol=1e-13)


def test_guiding_x0_is_guiding_the_noise(pair, generator):
    cond, uncond = pair
    noisy = torch.randn(cond.shape, generator=generator, dtype=torch.float64)
    t = torch.tensor([0.1, 0.4, 0.7, 0.95], dtype=torch.float64)
    through_x0 = eps_from_x0(noisy, classifier_free(cond, uncond, 7.0), t)
    through_eps = classifier_free(eps_from_x0(noisy, cond, t), eps_from_x0(noisy, uncond, t), 7.0)
    # Values up to 7 * 10 / sigma(.1) = 450 in float64: 1e-13 each, a few operations.
    torch.testing.assert_close(through_x0, through_eps, rtol=0, atol=1e-11)


def test_rescale_matches_the_contrast_of_each_image(pair):
    cond, uncond = pair
    guided = classifier_free(cond, uncond, 7.0)
    rescaled = rescale(guided, cond, 1.0)
    # A mean over 192 values rounds to a few 1e-16 of its size.
    torch.testing.assert_close(rescaled.flatten(1).std(dim=1), cond.flatten(1).std(dim=1), rtol=1e-13, atol=0)
    # Only scaled, by one number an image: each pixel keeps its ratio to the first.
    ratios = rescaled / guided
    torch.testing.assert_close(ratios, ratios[:, :1, :1, :1].expand_as(ratios), rtol=1e-12, atol=0)


def test_rescale_mixes_linearly(pair):
    cond, uncond = pair
    guided = classifier_free(cond, uncond, 7.0)
    assert torch.equal(rescale(guided, cond, 0.0), guided)
    expected = 0.7 * rescale(guided, cond, 1.0) + 0.3 * guided
    torch.testing.assert_close(rescale(guided, cond, 0.7), expected, rtol=0, atol=1e-13)


def test_an_image_of_one_value_is_left_alone(pair):
    flat = torch.full((4, 3, 8, 8), 0.5, dtype=torch.float64)
    assert torch.equal(rescale(flat, pair[0], 1.0), flat)


@pytest.mark.parametrize("factor", [-0.1, 1.1, float("nan")])
def test_factor_outside_its_range_is_refused(pair, factor):
    with pytest.raises(ValueError, match="factor"):
        rescale(pair[0], pair[1], factor)

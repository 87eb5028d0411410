"""Perp-Neg and view-dependent prompts against their definitions, and threestudio's thresholds."""

import math

import pytest
import torch

from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.debias import debias
from bozzetto.sds.distillation import x0_reconstruction
from bozzetto.sds.guidance import classifier_free
from bozzetto.sds.perp_neg import perp_neg, perpendicular
from bozzetto.sds.schedule import x0_from_eps
from bozzetto.sds.text import TextEmbedding, blend
from bozzetto.sds.view_prompts import SIDES, ViewConditioning, ViewPrompts, encode_views, perp_neg_weights, side_weights


def views_at(make_views, azimuth_deg, elevation_deg):
    views = make_views(len(azimuth_deg))
    object.__setattr__(views, "azimuth", torch.deg2rad(torch.tensor(azimuth_deg, dtype=torch.float64)))
    object.__setattr__(views, "elevation", torch.deg2rad(torch.tensor(elevation_deg, dtype=torch.float64)))
    return views


def test_the_perpendicular_part_is_at_right_angles_and_takes_a_parallel_away(generator):
    x, y = torch.randn(2, 3, 3, 4, 4, generator=generator, dtype=torch.float64)
    assert (perpendicular(x, y) * y).sum((1, 2, 3)).abs().max() < 1e-12
    assert perpendicular(2.5 * y, y).abs().max() < 1e-12
    assert torch.equal(perpendicular(x, torch.zeros_like(y)), x)


@pytest.mark.usefixtures("normal_use")
def test_without_weight_it_is_classifier_free_and_the_noise_form_is_the_same(generator):
    cond, uncond, one, two = torch.randn(4, 2, 3, 4, 4, generator=generator, dtype=torch.float64)
    torch.testing.assert_close(
        perp_neg(cond, uncond, [one, two], torch.zeros(2, 2), 7.0), classifier_free(cond, uncond, 7.0)
    )
    weights = torch.tensor([[-1.5, -0.2], [-0.3, -2.0]], dtype=torch.float64)
    noisy, t = torch.randn(2, 3, 4, 4, generator=generator, dtype=torch.float64), torch.tensor([0.3, 0.8])
    as_noise = x0_from_eps(noisy, perp_neg(cond, uncond, [one, two], weights, 7.0), t.double())
    x0 = [x0_from_eps(noisy, eps, t.double()) for eps in (cond, uncond, one, two)]
    torch.testing.assert_close(perp_neg(x0[0], x0[1], x0[2:], weights, 7.0), as_noise, rtol=1e-9, atol=1e-9)
    with pytest.raises(ValueError, match=r"weights: expected shape \(2, 2\)"):
        perp_neg(cond, uncond, [one, two], weights[:1], 7.0)


def test_sectors_are_those_of_threestudio(make_views):
    views = views_at(make_views, [0, 44, 46, 90, 134, 136, 180, 316, 314, 10], [0] * 9 + [61])
    chosen = [SIDES[i] for i in side_weights(views, ViewPrompts()).argmax(1)]
    assert chosen == ["front"] * 2 + ["side"] * 3 + ["back"] * 2 + ["front", "side", "overhead"]
    soft = side_weights(views, ViewPrompts(mode="interpolated"))
    torch.testing.assert_close(soft.sum(1), torch.ones(10, dtype=soft.dtype))
    assert soft[2].tolist() == pytest.approx([46 / 90, 44 / 90, 0, 0])
    assert soft[5].tolist() == pytest.approx([44 / 90, 0, 46 / 90, 0])


def test_perp_neg_weights_are_those_of_threestudio(make_views):
    views = views_at(make_views, [30, 150, 0], [0, 0, 80])
    first, second, weights = perp_neg_weights(views, ViewPrompts(perp_neg=True))
    assert [SIDES[i] for i in first.argmax(1)[:2]] == ["front", "side"]
    assert [SIDES[i] for i in second.argmax(1)[:2]] == ["side", "front"]
    front_share, side_share = 1 - 30 / 90, 2 - 150 / 90
    assert weights[0].tolist() == pytest.approx(
        [-(4 * math.exp(-0.5 * front_share) - 2.426), -(4 * math.exp(-0.5 * (1 - front_share)) - 2.426)]
    )
    assert weights[1].tolist() == pytest.approx(
        [-(math.exp(-0.5 * side_share) - 0.606), -(math.exp(-0.5 * side_share) + 0.967)]
    )
    assert weights[2].tolist() == [0, 0]


class ReadingPrior:
    """Shows a flat image of the brightness that its text embedding has."""

    name, resolution = "reading", 4
    texts = {"front": 0.5, "side": 0.1, "back": -0.4, "overhead": 0.9, "": 0.0}  # noqa: RUF012

    def encode_text(self, prompt, negative=""):
        def embed(text):
            word = next((side for side in SIDES if f"{side} view" in text), "")
            return TextEmbedding(torch.full((1, 2, 1), self.texts[word], dtype=torch.float64))

        return Conditioning(embed(prompt), embed(negative), prompt)

    def predict_x0(self, noisy, t, conditioning, views):
        sides = (conditioning.cond.expand(len(noisy)), conditioning.uncond.expand(len(noisy)))
        cond, uncond = (side.tokens[:, 0, 0][:, None, None, None].expand_as(noisy) for side in sides)
        return cond, uncond


def test_each_view_is_led_to_its_own_text(make_views, generator):
    prior = ReadingPrior()
    views = views_at(make_views, [0, 90, 180, 45], [0, 0, 0, 0])
    text = encode_views(prior, "a thing", "", ViewPrompts(mode="interpolated"))
    images, t = torch.zeros(4, 3, 4, 4, dtype=torch.float64), torch.full((4,), 0.5, dtype=torch.float64)
    out = x0_reconstruction(images, prior, text, views, t, generator, guidance_scale=2.0)
    assert out.x0[:, 0, 0, 0].tolist() == pytest.approx([1.0, 0.2, -0.8, 0.6])
    assert text.sides[2].prompt == "a thing, back view" and text.notes == ()
    # All texts of this prior lie on one line: nothing of a negative is at right angles, and Perp-Neg changes nothing.
    perp = ViewConditioning(text.sides, ViewPrompts(perp_neg=True), text.prompt)
    out = x0_reconstruction(images, prior, perp, views, t, generator, guidance_scale=2.0)
    assert out.x0[:, 0, 0, 0].tolist() == pytest.approx([1.0, 0.2, -0.8, 0.6])


def test_a_prior_that_takes_the_view_takes_no_view_prompts():
    from bozzetto.sds.gaussian import GaussianPrior

    with pytest.raises(TypeError, match="takes the view"):
        encode_views(GaussianPrior(torch.zeros(3, 4, 4), 1.0), "x", "", ViewPrompts())


def test_blend_is_a_weighted_sum_and_refuses_what_does_not_fit():
    texts = [TextEmbedding(torch.full((1, 3, 2), float(i)), torch.full((1, 4), float(-i))) for i in (1, 2)]
    mixed = blend(texts, torch.tensor([[0.25, 0.75], [1.0, 0.0]]))
    assert mixed.tokens[:, 0, 0].tolist() == [1.75, 1.0] and mixed.pooled[:, 0].tolist() == [-1.75, -1.0]
    with pytest.raises(ValueError, match=r"\[B, 2\]"):
        blend(texts, torch.ones(1, 3))
    with pytest.raises(ValueError, match="1 text or one for each of 3"):
        mixed.expand(3)


def test_debiasing_drops_the_word_that_is_against_a_view():
    def probability(prompt):  # "smiling" makes the front likely
        return [0.1, 0.7, 0.1, 0.1] if "smiling" in prompt else [0.3, 0.3, 0.2, 0.2]

    side, front, back, overhead = debias("a smiling dog", probability)
    assert (side, front, back, overhead) == ("a dog", "a smiling dog", "a dog", "a dog")
    assert debias("smiling", probability)[2] == "smiling"  # never an empty prompt

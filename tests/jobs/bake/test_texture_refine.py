"""The prior's last look: blurred renders become sharper, nothing else changes."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from scipy import ndimage

from bozzetto.jobs.bake.field_functions import texture_views, with_alpha
from bozzetto.jobs.bake.texture_refine import predicted_alpha, refined_views
from bozzetto.jobs.config.run_config import GuidanceConfig, make_config
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.unet import view_features
from bozzetto.sds.volume import composite_cpu, picked
from tests.jobs.known_object import box_oracle

PROMPT = "an exit sign"
SIDE = 128


def knowledge_of(prior):
    """What it knows of PROMPT."""
    return PriorKnowledge(prior, prior.encode_text(PROMPT))


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


def maps_of(volumes, azimuth, elevation, resolution):
    """Opacity and features [R, R, 9] that the prior's volumes show."""
    camera = view_features(orbit_views(torch.tensor([math.degrees(azimuth)]), math.degrees(elevation)))
    camera = torch.cat([camera[:, :2], camera[:, 8:9] / 2, camera[:, 10:11], camera[:, 18:19] + 1, camera[:, 19:21]], 1)
    return composite_cpu(picked(volumes, slice(1)), camera, resolution)[0]


@pytest.fixture(scope="module")
def sharp(prior):
    """The view from the front of what the prior's volume shows, at four times the pixels of its images."""
    volumes = prior.volumes(prior.encode_text(PROMPT)).volumes
    maps = maps_of(volumes, 0.0, 0.0, SIDE)
    albedo = maps[..., 1:] @ prior.net.object.albedo.weight.T.detach()
    opacity = maps[..., 0].detach()
    return albedo.detach().clamp(min=0).minimum(opacity[..., None]).numpy(), opacity.numpy()


def test_a_blurred_render_comes_nearer_to_what_the_prior_knows(prior, sharp):
    rgb, opacity = sharp
    blurred = ndimage.gaussian_filter(rgb, (2.5, 2.5, 0)), opacity
    view_fn = texture_views(
        make_config(PROMPT, "draft"), knowledge_of(prior), lambda azimuth, elevation, resolution: blurred
    )
    painted, same = view_fn(0.0, 0.0, SIDE)
    inside = opacity > 0.99
    before, after = (float(np.abs(image - rgb)[inside].mean()) for image in (blurred[0], painted))
    assert before > 0.02 and after < 0.6 * before
    told = same > 0
    assert np.array_equal(same[told], opacity[told]) and told[inside].all()
    assert (painted >= 0).all() and (painted <= same[..., None]).all()
    again, _ = view_fn(0.0, 0.0, SIDE)
    assert np.array_equal(painted, again), "the noise is the run's"


def test_what_is_empty_or_smaller_than_a_window_stays(prior):
    for side in (SIDE, 16):
        nothing = np.zeros((side, side, 3), np.float32), np.full((side, side), 0.0 if side == SIDE else 1.0, np.float32)
        paint = refined_views(lambda azimuth, elevation, resolution, of=nothing: of, knowledge_of(prior).crops, 0.6, 0)
        assert paint(0.3, 0.2, side)[0] is nothing[0]


def test_other_priors_and_those_who_ask_for_it_get_the_field_as_it_is(prior):
    config = make_config(PROMPT, "draft")

    def view_fn(azimuth: float, elevation: float, resolution: int):
        raise AssertionError

    assert texture_views(config, PriorKnowledge.of(box_oracle(16), config), view_fn) is view_fn
    assert texture_views(config, None, view_fn) is view_fn
    assert (
        texture_views(replace(config, guidance=GuidanceConfig(texture_refine_t=0.0)), knowledge_of(prior), view_fn)
        is view_fn
    )


def test_a_pole_that_the_prior_has_thinner_keeps_its_colour():
    """The field's is eight pixels wide and gray, as a compromise; the prior's is four wide, and dark red."""
    red, side = torch.tensor([0.3, 0.05, 0.05]), 64

    class Thinner:
        resolution = 32

        def predict(self, noisy, t, views):
            images = views.background[:, :, None, None].repeat(1, 1, 32, 32)
            for image, centre in zip(images, views.center, strict=True):
                left = round((float(centre[0]) + 1) / 2 * side) - 16
                image[:, :, max(30 - left, 0) : max(34 - left, 0)] = red[:, None, None]
            return images * 2 - 1

    opacity = np.zeros((side, side), np.float32)
    opacity[:, 28:36] = 1.0
    field = 0.6 * opacity[..., None].repeat(3, -1), opacity
    painted, told = refined_views(lambda azimuth, elevation, resolution: field, Thinner(), 0.6, 0)(0.0, 0.0, side)
    middle = slice(16, 48)
    np.testing.assert_allclose(painted[middle, 30:34], np.broadcast_to(red.numpy(), (32, 4, 3)), atol=1e-5)
    assert (told[middle, 30:34] == 1).all() and told[middle].sum() == 4 * 32, "of what the prior lacks it tells nothing"


class Glass:
    """Paints a square whose middle stops a part of the light, as it was told the ground, whatever it is shown."""

    resolution = 32

    def __init__(self, stops: float) -> None:
        self.stops = stops

    def predict(self, noisy, t, views):
        ground = views.background[:, :, None, None].expand(-1, -1, 32, 32)
        return ((1 - self.stops) * ground + 0.5 * self.stops) * 2 - 1


@pytest.mark.parametrize("stops", [0.3, 0.97])
def test_glass_that_a_field_has_made_opaque_is_seen_through(stops):
    def field(azimuth, elevation, resolution):
        opacity = np.zeros((resolution, resolution), np.float32)
        opacity[resolution // 4 : -resolution // 4, resolution // 4 : -resolution // 4] = 1.0
        return 0.5 * opacity[..., None].repeat(3, -1), opacity

    seen = predicted_alpha(field, Glass(stops), 0)
    if stops > 0.9:
        assert seen is None, "a prior is never quite sure"
        return
    np.testing.assert_allclose(seen(0.3, 0.2, 64)[16:48, 16:48], stops, atol=1e-5)
    rgb, opacity = with_alpha(field, seen)(0.3, 0.2, 64)
    assert opacity[32, 32] == pytest.approx(stops, abs=1e-5) and opacity[0, 0] == 0
    np.testing.assert_allclose(rgb[32, 32], 0.5 * stops, atol=1e-5)


def test_what_is_thin_is_no_glass():
    """Where nothing is well inside a silhouette, a ground that shows is beside the object."""

    def pole(azimuth, elevation, resolution):
        opacity = np.zeros((resolution, resolution), np.float32)
        opacity[:, resolution // 2 - 3 : resolution // 2 + 3] = 1.0
        return 0.5 * opacity[..., None].repeat(3, -1), opacity

    assert predicted_alpha(pole, Glass(0.3), 0) is None


def test_what_the_embedded_prior_sees_through(prior):
    """Of its own volumes, made opaque: a drinking glass, and not a teddy bear."""
    for prompt, clear in (("a drinking glass", True), ("a teddy bear", False)):
        text = prior.encode_text(prompt)
        volumes = prior.volumes(text).volumes

        def field(azimuth, elevation, resolution, volumes=volumes):
            maps = maps_of(volumes, azimuth, elevation, resolution)
            opacity = (maps[..., 0].detach() > 0.2).float()
            albedo = (maps[..., 1:] @ prior.net.object.albedo.weight.T.detach()).clamp(min=0)
            shown = albedo / maps[..., :1].detach().clamp(min=0.05) * opacity[..., None]
            return shown.clamp(0, 1).numpy(), opacity.numpy()

        assert (predicted_alpha(field, PriorKnowledge(prior, text).crops, 0) is not None) == clear, prompt


def test_a_picture_on_white_stays_whole_and_on_white():
    """The workbench's drawings are such: what the prior paints as ground is white there, and told."""

    class Nothing:
        resolution = 32

        def predict(self, noisy, t, views):
            return views.background[:, :, None, None].expand(-1, -1, 32, 32) * 2 - 1

    picture = np.full((64, 64, 3), 0.5, np.float32), np.ones((64, 64), np.float32)
    painted, told = refined_views(lambda azimuth, elevation, resolution: picture, Nothing(), 0.6, 0)(0.0, 0.0, 64)
    assert (told == 1).all() and (painted == 1).all()


def test_noise_tints_no_window():
    """A prior that leaves a tenth of the noise in: what a window shows on average stays as it was."""

    class Echo:
        resolution = SIDE // 4

        def predict(self, noisy, t, views):
            return 0.1 * noisy

    gray = np.full((SIDE // 4, SIDE // 4, 3), 0.5, np.float32), np.ones((SIDE // 4, SIDE // 4), np.float32)
    painted, _ = refined_views(lambda azimuth, elevation, resolution: gray, Echo(), 0.6, 0)(0.0, 0.0, SIDE // 4)
    assert painted.std() > 0.01
    np.testing.assert_allclose(painted.mean((0, 1)), 0.5, atol=1e-5)

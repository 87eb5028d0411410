"""Scenes of the shipped prior: where their close views look, and how much finer their fields are."""

import math

import torch

from bozzetto.jobs.config.run_config import CameraConfig, LightConfig, make_config
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.resolve import resolve
from bozzetto.jobs.train.views import cameras_of, project, sample_views
from bozzetto.nerf.cameras import camera_rays
from bozzetto.sds.embedded import EmbeddedPrior
from tests.jobs.known_object import box_oracle

SCENE = "two cats and a dog"


def resolved(config, prior):
    """The configuration as a run has it."""
    return resolve(config, PriorKnowledge.of(prior, config))


def test_every_object_of_a_scene_is_a_close_up():
    prior = EmbeddedPrior()
    balls = PriorKnowledge.of(prior, make_config(SCENE)).object_crops
    assert balls.shape == (3, 4) and bool((balls[:, 3] > 0.1).all()) and bool((balls[:, 3] < 0.8).all())
    assert bool((balls[:-1, 0] < balls[1:, 0]).all()), "in a row"
    assert PriorKnowledge.of(prior, make_config("a cat")).object_crops.tolist() == [[0.0, 0.0, 0.0, 1.0]]


def test_views_of_a_scene_show_its_objects_as_large_as_one_alone():
    balls = torch.tensor([[0.5, 0.0, 0.0, 0.25], [-0.3, 0.2, 0.1, 0.5]])
    draw = torch.Generator().manual_seed(0)
    views = sample_views(CameraConfig(views=64, crop_share=0.5), LightConfig(), draw, 1.0, balls)
    assert set(views.zoom.tolist()) == {2.0, 4.0, 8.0}
    # Each window has its middle within half a ball's radius, whole ones on the ball's centre.
    at = torch.stack([project(ball[None, :3], views.azimuth, views.elevation) for ball in balls])
    off = (views.center - at).abs().amax(-1) / balls[:, 3:]
    nearest, which = off.min(0)
    whole = views.zoom * balls[which, 3] == 1
    assert float(nearest.max()) <= 0.5 and float(nearest[whole].max()) < 1e-6 and 10 < int(whole.sum()) < 54


def test_windows_stay_in_the_picture_where_a_thing_reaches_out_of_it():
    """A lantern hung over a bowl: its ball is of the scene's size, and its middle near the border."""
    balls = torch.tensor([[0.0, 0.85, 0.0, 0.8], [0.7, 0.0, 0.7, 0.6]])
    draw = torch.Generator().manual_seed(0)
    views = sample_views(CameraConfig(views=256, crop_share=0.5), LightConfig(), draw, 1.0, balls)
    assert float(project(balls[:1, :3], views.azimuth, views.elevation).max()) > 0.7
    reach = views.center.abs().amax(-1) + 1 / views.zoom
    assert float(reach.max()) < 1 + 1e-6 and float(reach.min()) > 0.3


def test_a_point_is_seen_where_a_ray_to_it_goes():
    azimuth, elevation = torch.tensor([0.7, 4.0]), torch.tensor([0.3, -0.1])
    point = torch.tensor([[0.4, -0.2, 0.3]])
    views = sample_views(CameraConfig(views=2), LightConfig(), torch.Generator().manual_seed(0))
    views.azimuth[:], views.elevation[:] = azimuth, elevation
    views.zoom[:], views.center[:] = 100.0, project(point, azimuth, elevation)
    rays = camera_rays(cameras_of(views, 2), None)
    off = point - rays.origins
    distance = torch.linalg.cross(off, rays.directions).norm(dim=-1)
    assert float(distance.max()) < 0.02


def test_a_scene_s_field_is_finer_once_and_an_object_s_is_as_configured():
    prior = EmbeddedPrior()
    config = make_config(SCENE, "standard")
    made = resolved(config, prior)
    assert made.scene_scale == 2.0 and made.field.max_resolution == 2 * config.field.max_resolution
    assert made.field.log2_table == config.field.log2_table + 2
    assert math.isclose(made.render.step_size, config.render.step_size / 2)
    assert math.isclose(made.mesh.line_length, config.mesh.line_length / 2)
    assert resolved(made, prior) == made, "a run that is made again is as fine as it was"
    alone = make_config("a cat", "standard")
    made = resolved(alone, prior)
    assert made.scene_scale == 1.0 and (made.field, made.render, made.optim, made.mesh) == (
        alone.field, alone.render, alone.optim, alone.mesh,
    )  # fmt: skip


def test_priors_that_know_no_parts_change_nothing():
    prior = box_oracle(16)
    assert PriorKnowledge.of(prior, make_config("two cats")).scene_parts is None
    made = resolved(make_config("two cats", "draft"), prior)
    assert made.scene_scale == 1.0 and made.field == make_config("two cats", "draft").field

"""The loop against known answers, and what it does when the loss or the field goes wrong."""

import math
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from bozzetto.jobs.config.errors import CheckpointError, CollapsedError, DivergedError
from bozzetto.jobs.config.run_config import (
    CameraConfig,
    GuidanceConfig,
    LightConfig,
    OptimConfig,
    RegularConfig,
    RunConfig,
)
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.runs import Run, create_run
from bozzetto.jobs.train import driver
from bozzetto.jobs.train.distill import Distiller
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import Trained, load_trained
from bozzetto.jobs.train.resolve import resolve
from bozzetto.jobs.train.views import binarization_weight, cameras_of, orbit_views, rate_factor, sample_views, t_range
from bozzetto.nerf.background import over
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.rendering import render_image
from bozzetto.sds.gaussian import GaussianPrior
from bozzetto.sds.methods.config import METHODS
from bozzetto.sds.oracle import OraclePrior
from tests.jobs.known_object import box_oracle, render_box, small_config, train_with


@pytest.fixture(autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def view_opacity(
    trained: Trained, azimuths_deg: list[float], elevation_deg: float, resolution: int
) -> tuple[Tensor, Tensor]:
    """Image [B, H, W, 3] on white and opacity [B, H, W] of the field."""
    cameras = cameras_of(orbit_views(torch.tensor(azimuths_deg), elevation_deg), resolution)
    out = render_image(trained.field, trained.grid, cameras)
    return over(out.rgb, out.opacity, 1.0), out.opacity


def iou(a: Tensor, b: Tensor) -> float:
    return float((a & b).sum() / (a | b).sum())


def test_the_oracle_is_recovered(tmp_path):
    """A box with six colours, seen from cameras between the training views' kinds: shape and colours of every face."""
    config = small_config(90, field=FieldConfig(levels=6, max_resolution=64, log2_table=14, hidden=16))
    config = replace(config, camera=CameraConfig(views=4), light=LightConfig(white_share=0.2))
    trained = train_with(create_run(config, tmp_path / "run"), box_oracle(24))

    azimuths = [20.0, 110.0, 200.0, 290.0]
    truth, mask = render_box(orbit_views(torch.tensor(azimuths), 30.0), 48)
    image, opacity = view_opacity(trained, azimuths, 30.0, 48)
    assert iou(opacity > 0.5, mask) > 0.9
    # A pixel inside each view, away from edges that 24 pixels cannot place: each face has its own colour.
    inside = torch.nn.functional.max_pool2d(1.0 - mask.float()[:, None], 9, 1, 4)[:, 0] == 0
    difference = (image - truth).abs().amax(-1)[inside]
    assert difference.median() < 0.1 and difference.quantile(0.8) < 0.25


def disc_prior(resolution: int, cond: list[float], uncond: list[float], std: float) -> tuple[GaussianPrior, Tensor]:
    """Gaussian images whose mean is a disc on white, in two colours; and the disc's mask."""
    axis = (torch.arange(resolution) + 0.5) / resolution * 2 - 1
    mask = axis[:, None].square() + axis[None].square() < 0.5**2
    means = [
        torch.where(mask, torch.tensor(colour)[:, None, None], torch.ones(())) * 2 - 1 for colour in (cond, uncond)
    ]
    return GaussianPrior(means[0], std, uncond_mean=means[1]), mask


@pytest.mark.parametrize("method", ["x0", "sds"])
def test_the_gaussian_prior_s_closed_form_is_reached(tmp_path, method):
    """Guided, the mean is uncond + s (cond - uncond); the expected gradient is zero only there. Seen from all sides the
    same disc on white: a ball of that colour."""
    cond, uncond, scale = [0.4, 0.5, 0.4], [0.3, 0.6, 0.5], 2.0
    answer = torch.tensor([u + scale * (c - u) for c, u in zip(cond, uncond, strict=True)])
    prior, mask = disc_prior(20, cond, uncond, std=0.1)
    config = small_config(
        120,
        guidance=GuidanceConfig(method=METHODS[method](), scale=scale),
        light=LightConfig(white_share=1.0, gray_share=0.0),
        regular=RegularConfig(opacity_binarization=0.01),
        camera=CameraConfig(views=4),
    )
    trained = train_with(create_run(config, tmp_path / "run"), prior)
    image, opacity = view_opacity(trained, [10.0, 130.0, 250.0], 20.0, 20)
    assert iou(opacity > 0.5, mask.expand_as(opacity)) > 0.85
    inner = torch.nn.functional.max_pool2d(1.0 - mask.float()[None, None], 5, 1, 2)[0, 0] == 0
    colour = image[:, inner].mean((0, 1))
    assert (colour - answer).abs().max() < 0.04
    assert (colour - torch.tensor(cond)).abs().max() > 0.06


def test_a_negative_prompt_counts_where_guidance_does_not():
    """At scale 1 only the prompt is asked; with a negative one the prediction is the one of `guidance.away`."""
    prior, _ = disc_prior(12, [0.4, 0.5, 0.4], [0.3, 0.6, 0.5], std=0.1)
    views, images = orbit_views(torch.tensor([0.0, 90.0])), torch.zeros(2, 3, 12, 12)

    def gradient(negative: str, scale: float) -> Tensor:
        config = small_config(negative=negative, guidance=GuidanceConfig(scale=scale))
        knowledge, noise = PriorKnowledge.of(prior, config), torch.Generator().manual_seed(0)
        distiller = Distiller(resolve(config, knowledge), knowledge, noise)
        return distiller(images, views, torch.tensor([0.5, 0.5]), noise)[0]

    away = GuidanceConfig().away
    assert GuidanceConfig().scale == 1.0 < away
    assert torch.equal(gradient("green", 1.0), gradient("", away)) and torch.equal(
        gradient("green", 3.0), gradient("", 3.0)
    )
    assert (gradient("", away) - gradient("", 1.0)).abs().max() > 0.01


def test_no_hook_of_the_stopwatch_stays_on_the_field(tmp_path):
    run = create_run(small_config(3), tmp_path / "run")
    field = train_with(run, box_oracle(16)).field
    assert not field._forward_hooks and not field._forward_pre_hooks


class FaultyPrior:
    """The box's oracle, which predicts NaN at some of its calls."""

    name = "oracle"
    resolution = 16

    def __init__(self, bad) -> None:
        self._oracle, self._bad, self.calls = box_oracle(16), bad, 0

    def encode_text(self, prompt, negative=""):
        return self._oracle.encode_text(prompt, negative)

    def predict_x0(self, noisy, t, conditioning, views):
        self.calls += 1
        cond, uncond = self._oracle.predict_x0(noisy, t, conditioning, views)
        return (cond * math.nan, uncond) if self._bad(self.calls) else (cond, uncond)


def messages_of(run: Run, prior) -> tuple[list[str], Trained | Exception]:
    messages: list[str] = []

    def listen(progress: Progress) -> None:
        if progress.message:
            messages.append(progress.message)

    try:
        return messages, train_with(run, prior, progress=listen)
    except DivergedError as error:
        return messages, error


def test_after_nan_the_run_goes_back_halves_the_rate_and_finishes(tmp_path):
    run = create_run(small_config(20), tmp_path / "run")
    messages, trained = messages_of(run, FaultyPrior(lambda call: call == 9))
    assert isinstance(trained, Trained) and trained.step == 20
    rolled_back = [message for message in messages if "back to step 5" in message]
    assert len(rolled_back) == 1 and "step 8" in rolled_back[0] and "times 0.5" in rolled_back[0]
    rates = {row["step"]: row["rate"] for row in run.metrics}
    config = run.config
    assert rates[10] == pytest.approx(0.5 * rate_factor(9, 20, config.optim))
    assert [row["step"] for row in run.metrics] == list(range(2, 21, 2))


def test_nan_for_ever_ends_with_the_last_good_checkpoint(tmp_path):
    run = create_run(small_config(20), tmp_path / "run")
    messages, error = messages_of(run, FaultyPrior(lambda call: call > 12))
    assert isinstance(error, DivergedError) and "gave up" in str(error)
    assert sum("back to step 10" in message for message in messages) == OptimConfig().max_rollbacks
    kept = load_trained(run)
    assert kept.step == 10 and all(parameter.isfinite().all() for parameter in kept.field.parameters())


def test_an_empty_field_is_named(tmp_path):
    """A prior that wants nothing but the background."""
    prior = OraclePrior(lambda views: (views.background[:, :, None, None] * 2 - 1).expand(-1, 3, 16, 16), 16)
    config = small_config(300, optim=OptimConfig(lr_encoding=0.05, lr_network=0.02, max_rollbacks=1))
    messages: list[str] = []
    with pytest.raises(CollapsedError, match="empty.* 2 times"):
        train_with(create_run(config, tmp_path / "run"), prior, progress=lambda p: messages.append(p.message))
    assert sum("starting over with the rates times 0.5" in message for message in messages) == 1


def ball_oracle(radius: float) -> OraclePrior:
    """A black ball of the given radius in the picture (1 fills it; 2 fills every window), seen whole or in a window."""

    def shown(views):
        axis = (torch.arange(16) + 0.5) / 8 - 1
        x = views.center[:, 0, None, None] + axis[None, None] / views.zoom[:, None, None]
        y = views.center[:, 1, None, None] - axis[None, :, None] / views.zoom[:, None, None]
        inside = (x.square() + y.square() < radius**2)[:, None]
        return torch.where(inside, 0.0, views.background[:, :, None, None]) * 2 - 1

    return OraclePrior(shown, 16)


def test_a_solid_field_is_named_and_a_ball_that_fills_every_window_is_none(tmp_path):
    """The ball's views are as full as those of a field that fills its bounds; only at the rim do the two differ."""
    config = small_config(
        100,
        optim=OptimConfig(lr_encoding=0.05, lr_network=0.02, max_rollbacks=0),
        camera=CameraConfig(views=4, crop_share=0.9, crop_from=0.0),
    )
    run = create_run(config, tmp_path / "ball")
    train_with(run, ball_oracle(0.9))
    opacity = [row["opacity"] for row in run.metrics]
    assert sum(opacity[-20:]) / 20 > 0.85, "the views are full"
    with pytest.raises(CollapsedError, match="solid, filling the whole view"):
        train_with(create_run(config, tmp_path / "solid"), ball_oracle(2.0))


class Vanishing(FaultyPrior):
    """Sees nothing but the background for its first calls, which leaves an empty field; then the box."""

    def predict_x0(self, noisy, t, conditioning, views):
        self.calls += 1
        if not self._bad(self.calls):
            return self._oracle.predict_x0(noisy, t, conditioning, views)
        nothing = (views.background[:, :, None, None] * 2 - 1).expand(-1, 3, 16, 16)
        return nothing, nothing


def test_a_run_that_collapsed_starts_over_with_half_the_rates_and_ends(tmp_path):
    config = small_config(120, optim=OptimConfig(lr_encoding=0.05, lr_network=0.02))
    run = create_run(config, tmp_path / "run")
    prior = Vanishing(lambda call: True)
    calls: list[int] = []

    def listen(progress: Progress) -> None:
        if "starting over" in progress.message:
            calls.append(prior.calls)
            prior._bad = lambda call: False

    trained = train_with(run, prior, progress=listen)
    assert len(calls) == 1 and trained.step == 120 and prior.calls == calls[0] + 120
    rows = {row["step"]: row for row in run.metrics}
    assert [row["step"] for row in run.metrics] == sorted(rows), "the lines of the first try are gone"
    assert rows[10]["rate"] == pytest.approx(0.5 * rate_factor(9, 120, config.optim)) and rows[120]["opacity"] > 0.05


def test_nothing_to_export_before_the_first_checkpoint(tmp_path):
    with pytest.raises(CheckpointError, match="nothing to export"):
        load_trained(create_run(small_config(), tmp_path / "run"))


def test_a_checkpoint_of_another_field_is_refused(tmp_path):
    run = create_run(small_config(6), tmp_path / "run")
    train_with(run, box_oracle(16))
    other = create_run(small_config(6, field=FieldConfig(levels=5, log2_table=12)), tmp_path / "other")
    (other.path / "checkpoints").rmdir()
    (run.path / "checkpoints").rename(other.path / "checkpoints")
    with pytest.raises(CheckpointError, match="does not fit"):
        train_with(other, box_oracle(16))


def test_the_seed_decides(tmp_path):
    def weights(seed: int, name: str) -> Tensor:
        return train_with(create_run(small_config(4, seed=seed), tmp_path / name), box_oracle(16)).field.table.detach()

    first = weights(3, "a")
    assert torch.equal(first, weights(3, "b")) and not torch.equal(first, weights(4, "c"))


def test_views_cover_the_circle_and_keep_to_their_ranges():
    generator = torch.Generator().manual_seed(0)
    camera, light = CameraConfig(views=4, azimuth_jitter_deg=0.0), LightConfig(albedo_share=0.5)
    seen = [sample_views(camera, light, generator) for _ in range(200)]
    for views in seen:
        gaps = torch.remainder(views.azimuth.sort().values.diff(), 2 * math.pi)
        assert torch.allclose(gaps, torch.full((3,), math.pi / 2), atol=1e-4)
    elevation = torch.cat([views.elevation for views in seen]).rad2deg()
    assert camera.elevation_min_deg <= elevation.min() < 0 < 40 < elevation.max() <= camera.elevation_max_deg
    ambient = torch.cat([views.ambient for views in seen])
    assert 0.4 < float((ambient == 1).float().mean()) < 0.6
    background = torch.cat([views.background for views in seen])
    assert 0.15 < float((background == 1).all(-1).float().mean()) < 0.25
    assert 0.3 < float((background == background[:, :1]).all(-1).float().mean()) < 0.4
    light = torch.cat([views.light for views in seen]).mean(0)
    assert light[2] > 0.5 and light[1] > 0.2 and abs(light[0]) < 0.1


def test_schedules_are_functions_of_the_step():
    optim, guidance, regular = OptimConfig(warmup=10, decay_from=0.5, decay_to=0.1), GuidanceConfig(), RegularConfig()
    assert rate_factor(0, 100, optim) == pytest.approx(0.1)
    assert rate_factor(10, 100, optim) == rate_factor(50, 100, optim) == 1.0
    assert rate_factor(75, 100, optim) == pytest.approx(0.55)
    assert rate_factor(100, 100, optim) == pytest.approx(0.1)
    low, high = t_range(0, 100, guidance)
    assert (low, high) == pytest.approx((guidance.t_max - guidance.t_jitter, 0.995))
    assert t_range(99, 100, guidance) == pytest.approx(
        (guidance.t_min - guidance.t_jitter, guidance.t_min + guidance.t_jitter)
    )
    assert t_range(7, 100, replace(guidance, anneal="random")) == (guidance.t_min, guidance.t_max)
    assert binarization_weight(0, 100, regular) == 0
    assert binarization_weight(50, 100, regular) == pytest.approx(regular.opacity_binarization / 8)
    ramp = replace(regular, opacity_binarization_ramp=0.5)
    assert binarization_weight(50, 100, ramp) == binarization_weight(99, 100, ramp) == regular.opacity_binarization


def test_several_rays_of_a_pixel_weigh_what_one_does(tmp_path, monkeypatch):
    """The prior asks every pixel of its images for less light: by one ray each or by four, the loss is the same."""
    losses = []

    def dimmer(self, images, *rest):
        return torch.full_like(images, (self.resolution / images.shape[-1]) ** 2), 0.0

    monkeypatch.setattr(Distiller, "__call__", dimmer)
    monkeypatch.setattr(driver, "check_finite", lambda loss, field: losses.append(float(loss.detach())))
    for side in (16, 32):
        config = small_config(
            1, regular=RegularConfig(opacity_binarization=0.0), light=LightConfig(white_share=1.0, gray_share=0.0)
        )
        config = replace(config, render=replace(config.render, resolution=side))
        train_with(create_run(config, tmp_path / str(side)), box_oracle(16))
    assert losses[0] != 0 and losses[1] == pytest.approx(losses[0], rel=0.05)


def test_one_step_of_one_view_runs(tmp_path):
    config: RunConfig = small_config(1, camera=CameraConfig(views=1))
    assert train_with(create_run(config, tmp_path / "run"), box_oracle(16)).step == 1


@pytest.mark.parametrize("normals", ["analytic", "finite_difference"])
def test_shaded_and_smoothed_runs_train(tmp_path, normals):
    config = small_config(
        6,
        light=LightConfig(albedo_share=0.0),
        regular=RegularConfig(smoothness=0.1, sparsity=0.01, smoothness_points=64),
    )
    config = replace(config, render=replace(config.render, normals=normals))
    run = create_run(config, tmp_path / "run")
    train_with(run, box_oracle(16))
    assert all(math.isfinite(row["loss"]) for row in run.metrics)

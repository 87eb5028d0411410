"""The first shape of a field: it is the prior's, with its colours, and a run keeps it."""

import dataclasses
import json
from dataclasses import replace

import pytest
import torch

from bozzetto.jobs.config.errors import ConfigError, RunInterrupted
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import StartConfig, config_to_dict, override
from bozzetto.jobs.store.checkpoint import load_checkpoint
from bozzetto.jobs.store.runs import create_run, load_run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.resolve import resolve
from bozzetto.jobs.train.shape_init import fit_shape
from bozzetto.jobs.train.train_state import new_state, restore
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.cameras import camera_rays
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.embedded import EmbeddedPrior
from tests.jobs.known_object import FACES, HALF_SIZE, box_oracle, small_config, train_with

FIELD = FieldConfig(levels=6, max_resolution=48, log2_table=14, hidden=32)


def box_at(points):
    """Density and albedo of the coloured box: each point has the colour of the face that it is nearest to."""
    inside = (points.abs() < HALF_SIZE).all(-1)
    axis = (points.abs() / HALF_SIZE).argmax(-1)
    negative = (points.gather(1, axis[:, None])[:, 0] < 0).long()
    return inside * 200.0, FACES[axis, negative]


class BoxPrior:
    """The box's exact denoiser, which also knows its shape; counts how often it is asked for that."""

    name, resolution = "oracle", 16

    def __init__(self):
        self.oracle, self.asked = box_oracle(16), 0
        self.encode_text, self.predict_x0 = self.oracle.encode_text, self.oracle.predict_x0

    def shape_at(self, points, conditioning):
        self.asked += 1
        return box_at(points)


class KilledError(Exception):
    """In the place of a signal."""


class Killed(BoxPrior):
    """The process ends in its first step."""

    def __init__(self):
        super().__init__()

        def killed(*arguments):
            raise KilledError

        self.predict_x0 = killed


def resolved(config):
    """The configuration as a run of `BoxPrior` has it."""
    return resolve(config, PriorKnowledge.of(BoxPrior(), config))


def errors(field, config):
    """Mean absolute error of the opacity of a step, and of the colours inside."""
    points = torch.rand(20_000, 3, generator=torch.Generator().manual_seed(5)) * 1.8 - 0.9
    points = points[points.norm(dim=1) < 0.95]
    with torch.no_grad():
        found = field(points)
    sigmas, albedo = box_at(points)
    opaque = lambda s: 1 - torch.exp(-s * config.render.step_size)  # noqa: E731
    # Colours jump between the faces' sides; away from that they must agree.
    inside = sigmas > 0
    return float((opaque(found.sigmas) - opaque(sigmas)).abs().mean()), float(
        (found.albedo - albedo).abs()[inside].mean(-1).median()
    )


def test_the_field_takes_density_and_albedo():
    config = small_config(field=FIELD)
    field = new_state(config).field
    before = errors(field, config)
    left = fit_shape(field, config, torch.Generator().manual_seed(0), box_at)
    after = errors(field, config)
    assert after[0] < 0.06 and after[0] < 0.25 * before[0] and left < 0.1
    assert after[1] < 0.06 and after[1] < 0.25 * before[1]


def test_a_thin_pole_is_there_from_the_start():
    """A pole that fills a third of a voxel's width, between two balls: a squared error leaves most of it out."""
    ends = torch.tensor([[0.0, 0.6, 0.0], [0.0, -0.6, 0.0]])

    def dumbbell(x):
        ball = (x[:, None] - ends).norm(dim=-1).amin(1) < 0.3
        pole = (x[:, [0, 2]].norm(dim=1) < 0.04) & (x[:, 1].abs() < 0.5)
        return ball * 200.0 + (pole & ~ball) * 8.0, torch.full((len(x), 3), 0.5)

    config = small_config(field=FIELD)
    field = new_state(config).field
    fit_shape(field, config, torch.Generator().manual_seed(0), dumbbell)
    heights = torch.linspace(-0.25, 0.25, 41)
    with torch.no_grad():
        along = field.density(torch.stack([torch.zeros(41), heights, torch.zeros(41)], 1))
        beside = field.density(torch.stack([torch.full((41,), 0.25), heights, torch.zeros(41)], 1))
    assert float(along.min()) > 1.0 and float(along.median()) > 3.0
    assert float(beside.max()) < 0.5


def test_a_prior_that_knows_nothing_of_a_prompt_leaves_the_field():
    config = small_config()
    field, other = new_state(config).field, new_state(config).field
    nothing = lambda x: (torch.zeros(len(x)), torch.zeros(len(x), 3))  # noqa: E731
    assert fit_shape(field, config, torch.Generator().manual_seed(0), nothing) == 0.0
    assert all(torch.equal(a, b) for a, b in zip(field.parameters(), other.parameters(), strict=True))


def test_the_beginning_of_a_run_is_kept_and_is_the_same_each_time(tmp_path):
    config = small_config(4, field=FIELD)
    kept = []
    for name in ("one", "two"):
        run = create_run(config, tmp_path / name)
        with pytest.raises(KilledError):
            train_with(run, Killed())
        checkpoint, problems = load_checkpoint(run)
        assert checkpoint.step == 0 and not problems
        kept.append(checkpoint.tensors)
    assert kept[0].keys() == kept[1].keys()
    assert all(torch.equal(kept[0][key], kept[1][key]) for key in kept[0])
    state = new_state(run.config)
    restore(state, checkpoint)
    assert errors(state.field, config)[0] < 0.06


def test_a_run_that_is_killed_before_its_first_step_ends_as_it_would_have(tmp_path):
    """The field of its checkpoint has the shape already: it is not fitted once more."""
    config = small_config(4, field=FIELD)
    whole = train_with(create_run(config, tmp_path / "whole"), BoxPrior()).field.state_dict()
    run = create_run(config, tmp_path / "killed")
    with pytest.raises(KilledError):
        train_with(run, Killed())
    again = train_with(run, BoxPrior()).field.state_dict()
    assert all(torch.equal(whole[name], again[name]) for name in whole)


def test_a_folder_of_an_earlier_version_is_resumed_to_the_same_bits(tmp_path):
    """Its config.json says what was asked for, with the settings of all methods; each start resolved it anew."""
    config = override(small_config(6, field=FIELD), ["camera.crop_share=0.5", "guidance.t_max=0.9"])
    whole = train_with(create_run(config, tmp_path / "whole"), BoxPrior()).field.state_dict()
    run = create_run(config, tmp_path / "old")
    with pytest.raises(RunInterrupted):
        train_with(run, BoxPrior(), should_stop=lambda step: step == 3)
    made = run.config
    assert (made.start.shape, made.guidance.t_max, made.camera.crop_from, made.glass) == ("prior", 0.8, 0.0, "no")
    values = config_to_dict(replace(config, scene_scale=1.0))
    del values["glass"]
    values["guidance"] |= {"lora_rank": 4, "lora_lr": 1e-4, "interval": 0.05, "stride": 0.2, "image_weight": 0.01}
    (run.path / "config.json").write_text(json.dumps(values))
    again = train_with(run, BoxPrior()).field.state_dict()
    assert all(torch.equal(whole[name], again[name]) for name in whole)
    assert run.config == made, "what runs is written down"


def test_a_run_begins_from_the_shape_unless_it_is_told_not_to(tmp_path):
    prior = BoxPrior()
    config = small_config(2, field=FIELD)
    shaped = train_with(create_run(config, tmp_path / "shaped"), prior)
    assert prior.asked > 0 and errors(shaped.field, config)[0] < 0.1
    asked = prior.asked
    ball = replace(config, start=StartConfig(shape="blob"))
    assert errors(train_with(create_run(ball, tmp_path / "ball"), prior).field, config)[0] > 0.15
    assert prior.asked == asked
    # A prior without shapes begins from a ball.
    oracle = box_oracle()
    assert PriorKnowledge.of(oracle, config).shape_fn is None
    assert resolve(config, PriorKnowledge.of(oracle, config)).start.shape == "blob"
    with pytest.raises(ConfigError, match="knows no shapes"):
        resolve(override(config, ["start.shape=prior"]), PriorKnowledge.of(oracle, config))
    # A run that goes on does not begin again.
    train_with(create_run(config, tmp_path / "again"), prior)
    asked = prior.asked
    train_with(load_run(tmp_path / "again"), prior)
    assert prior.asked == asked


def test_a_run_from_a_shape_leaves_out_the_highest_noise():
    config = small_config()
    assert resolved(config).guidance.t_max == 0.8 and config.guidance.t_max > 0.9
    assert resolved(override(config, ["guidance.t_max=0.7"])).guidance.t_max == 0.7
    assert resolved(override(config, ["start.t_max=0.1"])).guidance.t_max == config.guidance.t_min


def test_a_run_from_a_shape_looks_closely_from_the_first_step():
    config = override(small_config(), ["camera.crop_share=0.5", "camera.crop_from=0.2"])
    camera = resolved(config).camera
    assert (camera.crop_share, camera.crop_from) == (0.8, 0.0)
    assert resolved(override(config, ["camera.crop_share=0.9"])).camera.crop_share == 0.9
    # Where there are to be no close views, or another least share, so be it.
    none = override(config, ["camera.crop_share=0"])
    assert resolved(none).camera == none.camera
    assert resolved(override(config, ["start.crop_share=0"])).camera.crop_share == 0.5


def test_published_recipes_begin_from_a_ball():
    for recipe in RECIPES.values():
        assert recipe.config.start.shape == "blob", recipe.name
    assert override(small_config(), ["start.shape=blob"]).start == StartConfig(shape="blob")
    assert dataclasses.asdict(small_config().start)["shape"] == "auto"


@pytest.mark.parametrize("noun", ["dog", "chair", "car"])
def test_the_embedded_prior_s_shapes_are_what_it_shows(noun):
    """Rays through ``shape_at`` have the opacity and colours that the prior paints where only the words can tell."""
    prior = EmbeddedPrior()
    text = prior.encode_text(f"a {noun}")
    views = orbit_views(torch.tensor([30.0, 200.0]), 20.0)
    rays = camera_rays(cameras_of(views, 32))
    distances = torch.linspace(1.9, 3.95, 160)
    points = rays.origins[:, None] + distances[:, None] * rays.directions[:, None]
    sigmas, albedo = prior.shape_at(points.reshape(-1, 3), text)
    alpha = 1 - torch.exp(-sigmas.view(-1, 160) * float(distances[1] - distances[0]))
    light = torch.cumprod(torch.cat([torch.ones(len(alpha), 1), 1 - alpha], 1), 1)
    weight = alpha * light[:, :-1]
    colour = (weight[..., None] * albedo.view(-1, 160, 3)).sum(1)
    image = (colour + light[:, -1:] * 1.0).view(2, 32, 32, 3)
    noisy, t = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(0)), torch.full((2,), 0.985)
    told = replace(views, background=torch.ones(2, 3))
    painted = (prior.predict_cond(noisy, t, text, told).permute(0, 2, 3, 1) + 1) / 2
    error, scale = (image - painted).square().mean(), (painted - 1).square().mean()
    assert float(error) < 0.1 * float(scale)

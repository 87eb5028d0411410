"""Runs of priors that see several views at once or continue a picture, and the loss that holds a field to a picture."""

import json
import os
from dataclasses import replace

import pytest
import torch
from PIL import Image

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import CameraConfig, GuidanceConfig, LightConfig, make_config, override
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.loop import train
from bozzetto.jobs.train.picture_view import picture_loss, read_picture_view
from bozzetto.jobs.train.priors import load_prior
from bozzetto.jobs.train.resolve import resolve
from bozzetto.jobs.train.train_state import new_state
from bozzetto.jobs.train.views import of_group, sample_views, t_range

SMALL = (
    "render.resolution=8", "render.resolution_late=0", "field.levels=2", "field.log2_table=6", "field.hidden=16",
    "field.max_resolution=16", "render.grid_resolution=8", "render.step_size=0.3", "save.preview_resolution=8",
    "steps=2", "hub.resolution=16", "hub.device=cpu", "field.backend=cpu", "optim.start_level=0",
)  # fmt: skip


@pytest.fixture(scope="module")
def model_of(tmp_path_factory):
    """Folders of tiny models by name, each built when it is first asked for."""
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from tests.sds.multiview_models import build_multiview, build_zero123
    from tests.sds.tiny_models import build

    root, built = tmp_path_factory.mktemp("models"), {}

    def folder(name):
        if name not in built:
            built[name] = root / name
            if name == "sd":
                build("sd", built[name])
            elif name == "zero123":
                build_zero123(built[name])
            else:
                build_multiview(built[name], name == "imagedream")
        return built[name]

    return folder


@pytest.fixture
def disc(tmp_path):
    """A red disc before nothing."""
    grid = torch.stack(torch.meshgrid(*[torch.linspace(-1, 1, 32)] * 2, indexing="ij"))
    alpha = (grid.norm(dim=0) < 0.6).float()
    pixels = torch.stack([alpha, 0 * alpha, 0 * alpha, alpha], -1).mul(255).byte().numpy()
    Image.fromarray(pixels, "RGBA").save(tmp_path / "disc.png")
    return tmp_path / "disc.png"


def test_views_go_round_the_object_together_with_one_time():
    camera = CameraConfig(views=8, together=4, zoom_min=1.0, zoom_max=2.0)
    views = sample_views(camera, LightConfig(albedo_share=0.5), torch.Generator().manual_seed(0))
    for name in ("elevation", "light", "ambient", "background", "zoom"):
        first, second = getattr(views, name)[:4], getattr(views, name)[4:]
        assert (first == first[:1]).all() and (second == second[:1]).all()
    assert views.elevation[0] != views.elevation[4]
    steps = (views.azimuth[1:4] - views.azimuth[:3]).remainder(2 * torch.pi)
    torch.testing.assert_close(steps, torch.full((3,), torch.pi / 2), atol=1e-5, rtol=0)
    assert of_group(torch.arange(8), 4).tolist() == [0, 0, 0, 0, 4, 4, 4, 4]


def test_times_spread_from_one_to_a_range():
    guidance = GuidanceConfig(anneal="spread", t_max=0.98, t_min=0.02, t_max_late=0.5, t_late_from=0.8)
    assert t_range(0, 1000, guidance) == pytest.approx((0.98, 0.98))
    assert t_range(400, 1000, guidance) == pytest.approx((0.5, 0.74))
    assert t_range(900, 1000, guidance) == pytest.approx((0.02, 0.5))


def test_a_field_learns_the_picture_from_its_camera(disc):
    config = override(
        make_config("a disc", "draft"),
        (*SMALL, f"hub.image={disc}", "regular.picture_color.begin=1", "regular.picture_color.until=1",
         "regular.picture_mask.begin=1", "regular.picture_mask.until=1", "field.log2_table=10", "start.shape=blob",
         "render.step_size=0.1", "threads=1", "scene_scale=1"),
    )  # fmt: skip
    picture, state = read_picture_view(config), new_state(config)
    losses = []
    for _ in range(40):
        state.grid.update(state.field.density, state.generators["grid"])
        loss = picture_loss(picture, state, config, 16, 0.0)
        state.optimizer.zero_grad()
        loss.backward()
        state.optimizer.step()
        losses.append(float(loss))
    assert losses[-1] < 0.4 * losses[0]


def test_weights_without_a_picture_and_uneven_groups_are_refused(disc):
    config = override(make_config("a disc", "draft"), ("regular.picture_mask.begin=1",))
    with pytest.raises(ConfigError, match="need a picture: give hub.image=FILE"):
        read_picture_view(config)
    with pytest.raises(ConfigError, match="takes no picture; ImageDream and Zero123 do, and --recipe magic123"):
        plain = override(make_config("a red chair", "draft"), (f"hub.image={disc}",))
        resolve(plain, PriorKnowledge.of(load_prior("embedded"), plain))
    assert read_picture_view(make_config("a disc", "draft")) is None
    knowledge = PriorKnowledge.of(load_prior("embedded"), make_config("a red chair", "draft"))
    with pytest.raises(ConfigError, match="camera.views=4: expected a multiple of 3"):
        resolve(override(make_config("a red chair", "draft"), ("camera.together=3",)), knowledge)


@pytest.mark.parametrize("name", ["mvdream", "imagedream", "zero123"])
def test_the_recipes_run_on_tiny_models(tmp_path, monkeypatch, disc, model_of, name):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    recipe = RECIPES["zero123" if name == "zero123" else "mvdream"].config
    picture = () if name == "mvdream" else (f"hub.image={disc}",)
    config = override(make_config("a red disc", recipe, prior=str(model_of(name))), (*SMALL, *picture, "negative=ugly"))
    knowledge = PriorKnowledge.of(load_prior(config.prior, config.hub), config)
    run = create_run(config, tmp_path / "run")
    trained = train(run, knowledge)
    assert bool(trained.field.table.isfinite().all()) and trained.step == 2
    lines = (run.path / "metrics.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["step"] == 2


@pytest.fixture
def magic(tmp_path, monkeypatch, disc, model_of):
    """Magic123's settings on tiny models of Stable Diffusion and Zero123."""
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    return override(
        make_config("a red disc", RECIPES["magic123"].config, prior=str(model_of("sd"))),
        (*SMALL, f"hub.image={disc}", f"novel_view.prior={model_of('zero123')}", "steps=1", "threads=1"),
    )


def test_magic123_adds_what_the_second_prior_says(magic, tmp_path):
    """At a weight of 0 the second prior, asked after the first, changes no bit of the first step; else it does."""
    both = PriorKnowledge.of(load_prior(magic.prior, magic.hub), magic)

    def first_step(name, knowledge, *changes):
        return train(create_run(override(magic, changes), tmp_path / name), knowledge).field.table.detach()

    alone = first_step("alone", replace(both, novel_view=None), "novel_view.prior=")
    assert torch.equal(first_step("nothing", both, "novel_view.weight=0"), alone)
    assert not torch.equal(first_step("some", both), alone)


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="a whole run; opt-in: set BOZZETTO_SLOW=1")
def test_magic123_to_its_mesh_names_both_priors(magic, tmp_path):
    run = generate(magic, out=tmp_path / "run", predicted=True)
    origin = json.loads((run.path / "origin.json").read_text())["prior"]
    assert origin["novel_view_name"].endswith("zero123") and len(origin["novel_view_sha256"]) == 64
    assert origin["name"].endswith("sd") and (run.path / "mesh.glb").stat().st_size > 0


def test_a_second_prior_without_a_picture_or_that_takes_none_is_refused(magic, model_of, tmp_path):
    # Before anything is looked for, which could be fetched.
    nowhere = override(magic, ("hub.image=", "regular.picture_color.begin=0", "regular.picture_color.end=0",
                               "regular.picture_mask.begin=0", "regular.picture_mask.end=0"))  # fmt: skip
    with pytest.raises(ConfigError, match="novel_view.prior needs a picture"):
        generate(replace(nowhere, prior=str(tmp_path / "absent")))
    config = override(magic, (f"novel_view.prior={model_of('sd')}",))
    with pytest.raises(ConfigError, match="sd continues no picture; Zero123 and ImageDream do"):
        PriorKnowledge.of(load_prior(config.prior, config.hub), config)
    with pytest.raises(ConfigError, match="novel_view.t_min must not exceed novel_view.t_max"):
        override(magic, ("novel_view.t_min=0.7",))

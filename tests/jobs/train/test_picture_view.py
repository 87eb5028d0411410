"""Runs of priors that see several views at once or continue a picture, and the loss that holds a field to a picture."""

import json

import pytest
import torch
from PIL import Image

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import CameraConfig, GuidanceConfig, LightConfig, make_config, override
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
    assert read_picture_view(make_config("a disc", "draft")) is None
    knowledge = PriorKnowledge.of(load_prior("embedded"), make_config("a red chair", "draft"))
    with pytest.raises(ConfigError, match="camera.views=4: expected a multiple of 3"):
        resolve(override(make_config("a red chair", "draft"), ("camera.together=3",)), knowledge)


@pytest.mark.parametrize("name", ["mvdream", "imagedream", "zero123"])
def test_the_recipes_run_on_tiny_models(tmp_path, monkeypatch, disc, name):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from tests.sds.multiview_models import build_multiview, build_zero123

    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    if name == "zero123":
        build_zero123(tmp_path / "model")
    else:
        build_multiview(tmp_path / "model", name == "imagedream")
    recipe = RECIPES["zero123" if name == "zero123" else "mvdream"].config
    picture = () if name == "mvdream" else (f"hub.image={disc}",)
    config = override(
        make_config("a red disc", recipe, prior=str(tmp_path / "model")), (*SMALL, *picture, "negative=ugly")
    )
    knowledge = PriorKnowledge.of(load_prior(config.prior, config.hub), config)
    run = create_run(config, tmp_path / "run")
    trained = train(run, knowledge)
    assert bool(trained.field.table.isfinite().all()) and trained.step == 2
    lines = (run.path / "metrics.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["step"] == 2

"""Runs of fields of latents: an object recovered without an encoder, then in its colours, and what is refused."""

import os
from dataclasses import replace

import pytest
import torch
import torch.nn.functional as F
from PIL import Image

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import CameraConfig, HubConfig, LightConfig, RegularConfig, make_config
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.loop import load_trained
from bozzetto.jobs.train.regularisers import emptiness
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.cameras import camera_rays
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.network import LATENT_COLORS, color_of_latents, latents_of_color
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render
from bozzetto.sds.oracle import OraclePrior
from tests.jobs.known_object import render_box, small_config, train_with

COLORS = torch.tensor(LATENT_COLORS)


class LatentOracle(OraclePrior):
    """The exact denoiser of the box, in latents of 16 x 16 whose colours are the box's."""

    latent_shape = (4, 16, 16)

    def __init__(self):
        super().__init__(self._latents, 32)
        self.encoded = 0

    def _latents(self, views):
        return latents_of_color(render_box(views, 16)[0].flatten(0, 2), COLORS).view(-1, 16, 16, 4).permute(0, 3, 1, 2)

    def predict_x0(self, noisy, t, conditioning, views):
        # The oracle of images would refuse numbers beyond 1, which latents have.
        latents = self._latents(views)
        return latents, latents

    def encode(self, images):
        self.encoded += 1
        small = F.interpolate(images, (16, 16), mode="area").permute(0, 2, 3, 1)
        latents = latents_of_color((small.reshape(-1, 3) + 1) / 2, COLORS)
        return latents.view(-1, 16, 16, 4).permute(0, 3, 1, 2)

    def decode(self, latents):
        colors = color_of_latents(latents.permute(0, 2, 3, 1).reshape(-1, 4), COLORS) * 2 - 1
        images = colors.view(-1, 16, 16, 3).permute(0, 3, 1, 2)
        return F.interpolate(images, (32, 32), mode="nearest")


SLOW = pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="whole runs; opt-in: set BOZZETTO_SLOW=1")


@pytest.mark.parametrize("until", [pytest.param(1.0, marks=SLOW), 0.5])
def test_an_object_is_recovered_from_latents(tmp_path, until):
    field = FieldConfig(levels=6, max_resolution=64, log2_table=14, hidden=16, colors="latents")
    guidance = replace(small_config(1).guidance, latent_until=until)
    light, regular = LightConfig(albedo_share=1.0), RegularConfig(opacity_binarization=0.0)
    config = small_config(
        60, field=field, camera=CameraConfig(views=4), light=light, guidance=guidance, regular=regular
    )
    config = replace(config, optim=replace(config.optim, lr_network=0.02))
    run, prior = create_run(config, tmp_path / "run"), LatentOracle()
    trained = train_with(run, prior)
    assert prior.encoded == round(60 * (1 - until)), "latents need no encoder"
    views = orbit_views(torch.tensor([0.0, 90.0, 200.0]), 20.0)
    true, mask = render_box(views, 32)
    rays = camera_rays(cameras_of(views, 32))
    with torch.no_grad():
        out = render(trained.field, trained.grid, rays, step_size=config.render.step_size)
    solid = out.opacity.view(3, 32, 32) > 0.5
    assert float((solid & mask).sum() / (solid | mask).sum()) > 0.8
    colors = out.rgb.view(3, 32, 32, 3)[solid & mask] - true[solid & mask]
    assert float(colors.abs().mean()) < 0.15, "the colours that latents are shown in are the object's"
    # Latents are shown as the prior decodes them, above what it took for clean ones.
    with Image.open(sorted((run.path / "estimates").glob("*.png"))[0]) as picture:
        assert picture.size == (64, 64)
    assert torch.equal(load_trained(run).field.latent_colors, trained.field.latent_colors)
    assert torch.equal(trained.field.latent_colors, COLORS) == (until == 1.0)


def test_latents_that_no_step_shows_are_refused():
    with pytest.raises(ConfigError, match=r"set guidance\.latent_until"):
        small_config(1, field=FieldConfig(colors="latents"))


def test_the_emptiness_is_a_mean_over_all_samples_of_the_box():
    field = HashField(FieldConfig(levels=4, max_resolution=16, log2_table=10, hidden=16))
    rays = camera_rays(cameras_of(orbit_views(torch.tensor([0.0])), 8))
    losses = []
    for skip in (True, False):
        grid = OccupancyGrid(16, 1.0)
        grid.update(field.density, torch.Generator().manual_seed(0), skip=skip)
        out = render(field, grid, rays, step_size=1 / 12)
        losses.append(float(emptiness(out, 1 / 12).detach()))
        by_hand = sum(float(torch.log(1 + 10 * w)) for w in out.weights.detach()) / (64 * 2 * 3**0.5 * 12)
        assert losses[-1] == pytest.approx(by_hand, rel=1e-4)
    # Cells that are skipped have little weight, and count all the same.
    assert losses[0] == pytest.approx(losses[1], rel=0.15) and losses[0] > 0


@SLOW
def test_latent_nerf_to_its_mesh_with_a_tiny_model(tmp_path, monkeypatch):
    pytest.importorskip("diffusers")
    from tests.sds.tiny_models import build

    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    recipe, small = RECIPES["latent-nerf"].config, small_config(6)
    model = build("sd", tmp_path / "sd")
    field = replace(recipe.field, levels=4, max_resolution=32, log2_table=12, hidden=16)
    config = replace(
        make_config("a red disc", recipe, prior=str(model), steps=6, threads=1),
        hub=HubConfig(device="cpu", offline=True, resolution=16),
        field=field,
        render=replace(recipe.render, resolution=16, step_size=1 / 12, grid_resolution=16),
        save=small.save,
        mesh=small.mesh,
        pictures=small.pictures,
    )
    run = generate(config, out=tmp_path / "run", predicted=True)
    assert run.state.status == "done" and (run.path / "mesh.glb").is_file()

"""Whole runs with a tiny Stable Diffusion in the place of the embedded prior, through the command and the loop."""

import json
import math
import os
import shutil
import signal
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

from bozzetto.jobs.cli.main import main  # noqa: E402
from bozzetto.jobs.config.errors import ConfigError, PriorError, RunInterrupted  # noqa: E402
from bozzetto.jobs.config.prior_recipe import with_prior_recipe  # noqa: E402
from bozzetto.jobs.config.recipes import RECIPES  # noqa: E402
from bozzetto.jobs.config.run_config import (  # noqa: E402
    CameraConfig,
    GuidanceConfig,
    HubConfig,
    LightConfig,
    Ramp,
    RegularConfig,
    RenderConfig,
    TextConfig,
    make_config,
    override,
)
from bozzetto.jobs.pipeline.estimate import estimate  # noqa: E402
from bozzetto.jobs.pipeline.generate import generate, resume  # noqa: E402
from bozzetto.jobs.store.runs import create_run  # noqa: E402
from bozzetto.jobs.train.distill import Distiller  # noqa: E402
from bozzetto.jobs.train.knowledge import PriorKnowledge  # noqa: E402
from bozzetto.jobs.train.priors import list_priors, load_prior, read_prompt  # noqa: E402
from bozzetto.sds.distillation import sds_gradient  # noqa: E402
from bozzetto.sds.methods.config import METHODS, SDI, SDS, VSD, HiFA  # noqa: E402
from bozzetto.sds.pretrained.deepfloyd import DeepFloydPrior  # noqa: E402
from bozzetto.sds.pretrained.known import KNOWN  # noqa: E402
from bozzetto.sds.pretrained.rectified_flow import RectifiedFlowPrior  # noqa: E402
from bozzetto.sds.pretrained.stable_diffusion import StableDiffusionPrior  # noqa: E402
from bozzetto.sds.view_prompts import ViewConditioning  # noqa: E402
from tests.jobs.known_object import box_oracle, small_config, train_with  # noqa: E402
from tests.sds.tiny_models import build  # noqa: E402

HUB = HubConfig(device="cpu", resolution=16, offline=True)


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return build("sd", tmp_path_factory.mktemp("runs") / "sd")


def config_of(model, steps, **changes):
    guidance = changes.pop("guidance", GuidanceConfig(method=SDS(), scale=7.5, reduction="images", clock="prior"))
    return small_config(steps, prior=str(model), hub=HUB, guidance=guidance, **changes)


@pytest.mark.parametrize("method", ["x0", "csd", "nfsd", "ism", "sdi", "hifa"])
def test_every_method_trains_in_latents(model, tmp_path, method):
    settings = SDI(inversion_steps=2) if method == "sdi" else METHODS[method]()
    guidance = GuidanceConfig(method=settings, scale=7.5, clip=1.0, anneal="dreamtime")
    text = TextConfig(view_prompts="interpolated", perp_neg=method != "nfsd")
    config = config_of(model, 2, guidance=guidance, text=text)
    run = create_run(config, tmp_path / "run")
    trained = train_with(run, load_prior(config.prior, config.hub))
    assert trained.step == 2 and all(math.isfinite(row["loss"]) for row in run.metrics)


def test_vsd_resumes_bit_for_bit_with_its_learned_score(model, tmp_path):
    config = config_of(model, 6, guidance=GuidanceConfig(method=VSD(lora_lr=0.01), scale=7.5))
    whole = train_with(create_run(config, tmp_path / "whole"), load_prior(config.prior, config.hub))
    run = create_run(config, tmp_path / "parts")
    with pytest.raises(Exception, match="stopped at step 3"):
        train_with(run, load_prior(config.prior, config.hub), should_stop=lambda step: step == 3)
    parts = train_with(run, load_prior(config.prior, config.hub))
    for name, tensor in whole.field.state_dict().items():
        assert torch.equal(tensor, parts.field.state_dict()[name]), name


def test_a_recipe_s_regularisers_light_and_levels_train(model, tmp_path):
    config = config_of(
        model,
        4,
        light=LightConfig(albedo_share=0.0, placement="magic3d", textureless_share=0.5, ambient_max=1.0),
        camera=CameraConfig(views=1, zoom_min=1.2, zoom_max=2.0),
        render=RenderConfig(step_size=1 / 12, grid_resolution=16, normals="finite_difference", resolution=12),
        regular=RegularConfig(
            sparsity_root=Ramp(1.0, 1.0), opacity_entropy=Ramp(0.1, 0.1), orientation=Ramp(10.0, 1000.0, 0.0, 0.5),
            z_variance=Ramp(1.0, 1.0),
        ),
    )  # fmt: skip
    config = replace(config, optim=replace(config.optim, start_level=2, level_from=0.99))
    run = create_run(config, tmp_path / "run")
    before = train_with(create_run(replace(config, steps=1), tmp_path / "one"), load_prior(config.prior, config.hub))
    trained = train_with(run, load_prior(config.prior, config.hub))
    held = trained.field.config.layout.offsets[2]
    # The fine levels have not moved since the first step, the coarse ones have.
    assert torch.equal(trained.field.table[held:], before.field.table[held:])
    assert not torch.equal(trained.field.table[:held], before.field.table[:held])


@pytest.mark.parametrize("side", [12, 32])
def test_the_gradient_comes_through_scaling_and_encoder_by_the_chain_rule(model, side):
    config = config_of(model, 1)
    prior = load_prior(config.prior, config.hub)
    knowledge = PriorKnowledge.of(prior, config)
    text = knowledge.text
    images = torch.rand(2, 3, side, side, generator=torch.Generator().manual_seed(0)) * 2 - 1
    from bozzetto.jobs.train.views import orbit_views

    views, t = orbit_views(torch.tensor([0.0, 90.0])), torch.tensor([0.4, 0.8])
    distiller = Distiller(config, knowledge, torch.Generator())
    gradient, distance = distiller(images, views, t, torch.Generator().manual_seed(1))
    leaf = images.clone().requires_grad_()
    if side == 32:
        scaled = leaf.view(2, 3, 16, 2, 16, 2).mean((3, 5))
    else:
        scaled = torch.nn.functional.interpolate(leaf, (16, 16), mode="bilinear", align_corners=False)
    latents = prior.encode(scaled)
    t = prior.time_of(t)  # the clock of the configuration is the prior's
    found = sds_gradient(latents, prior, text, views, t, torch.Generator().manual_seed(1), guidance_scale=7.5)
    (expected,) = torch.autograd.grad(latents, leaf, found.grad)
    torch.testing.assert_close(gradient, expected)
    assert distance == pytest.approx(float((latents.detach() - found.x0).square().sum()) / (8 * 2 * 8 * 8), rel=1e-5)
    assert not gradient.requires_grad


def test_the_command_carries_a_prompt_through_and_says_what_was_cut(model, tmp_path, capsys):
    long = "a box " + "and a box " * 20
    options = ["--threads=1", "--set=field.levels=4", "--set=field.log2_table=12", "--set=field.max_resolution=32"]
    options += ["--set=mesh.coarse_resolution=16", "--set=mesh.resolution=24", "--set=mesh.texture_size=64"]
    options += ["--set=mesh.max_faces=300", "--set=mesh.uv_time_limit=0", "--set=pictures.resolution=24"]
    options += ["--set=pictures.turntable_frames=2", "--set=hub.resolution=16", "--set=hub.device=cpu"]
    out = tmp_path / "run"
    arguments = ["generate", long.strip(), "--preset=draft", f"--prior={model}", "--offline", "--method=sds"]
    assert main([*arguments, "--steps=2", f"--out={out}", *options]) == 0
    said = capsys.readouterr().err
    assert "the text encoder cannot take all of the prompt; it was cut before" in said
    config = json.loads((out / "config.json").read_text())
    assert config["hub"]["offline"] is True and config["guidance"]["method"] == "sds" and config["prior"] == str(model)
    assert (out / "mesh.glb").is_file()


def test_errors_of_the_model_are_one_line_and_leave_nothing_behind(model, tmp_path, capsys):
    broken = shutil.copytree(model, tmp_path / "broken")
    weights = broken / "unet" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    for arguments, message in [
        ([f"--prior={broken}"], "cut short"),
        (["--prior=nobody/nothing", "--offline"], "hf download nobody/nothing"),
        ([f"--prior={model}", "--device=cuda:7"], "hub.device=cuda:7"),
    ]:
        assert main(["generate", "a box", f"--out={tmp_path / 'run'}", *arguments]) == 1
        first, _, error = capsys.readouterr().err.strip().rpartition("\n")
        assert all(line.startswith(("looking for", "starting the libraries")) for line in first.splitlines()), first
        assert message in error and len(error.splitlines()) == 1 and "fault" not in error, error
        assert not (tmp_path / "run").exists()
    for name, changes, message in [
        ("sdxxl", {}, "unknown prior 'sdxxl'; did you mean sdxl"),
        (str(model), {"lora": "absent.safetensors"}, "does not exist"),
        (str(model), {"device": "tpu"}, r"hub\.device"),
        (str(model), {"device": "cuda:7"}, r"hub\.device=cuda:7"),
        (str(model), {"resolution": 17}, "multiple of 2"),
    ]:
        with pytest.raises(PriorError, match=message) as caught:
            load_prior(name, replace(HUB, **changes))
        assert len(str(caught.value).splitlines()) == 1


def test_what_goes_wrong_at_work_is_a_prior_error_and_the_run_can_go_on(model, tmp_path):
    from safetensors.torch import save_file

    lora = tmp_path / "other.safetensors"
    save_file({"unet.elsewhere.to_q.lora_A.weight": torch.zeros(2, 5)}, lora)
    config = config_of(model, 2)
    with pytest.raises(PriorError, match="made for another model"):
        generate(replace(config, hub=replace(HUB, lora=str(lora))), out=tmp_path / "run")
    run = create_run(config, tmp_path / "again")
    assert resume(run).state.status == "done"


def test_priors_are_listed_with_licence_size_and_gate():
    lines = {info.name: info.what for info in list_priors()}
    for model in KNOWN:
        assert model.license in lines[model.name] and model.hub_id in lines[model.name]
        assert ("gated" in lines[model.name]) == model.gated


def test_view_prompts_are_for_priors_that_read(model):
    prior = load_prior(str(model), HUB)
    text = read_prompt(prior, "a box", "", TextConfig(view_prompts="discrete"))
    assert isinstance(text, ViewConditioning) and len(text.sides) == 4
    with pytest.raises(ConfigError, match="set text.view_prompts=off"):
        read_prompt(box_oracle(16), "a box", "", TextConfig(view_prompts="discrete"))
    with pytest.raises(ConfigError, match="vsd: VSD needs a prior with a network"):
        config = small_config(1, guidance=GuidanceConfig(method=VSD()))
        Distiller(config, PriorKnowledge.of(box_oracle(16), config), torch.Generator())


def test_a_run_can_begin_in_latents(model, tmp_path, monkeypatch):
    """Without the encoder for half of the steps, and with a gradient that reaches the density all the same."""
    guidance = GuidanceConfig(method=SDS(), scale=7.5, reduction="images", clock="prior", latent_until=0.5)
    config = config_of(model, 4, guidance=guidance)
    prior = load_prior(config.prior, config.hub)
    encoded, seen, encode = [], [], prior.encode
    monkeypatch.setattr(prior, "encode", lambda images: encoded.append(images.shape) or encode(images))
    real = Distiller.__call__

    def watched(self, images, *rest):
        images.retain_grad()
        seen.append(images)
        return real(self, images, *rest)

    monkeypatch.setattr(Distiller, "__call__", watched)
    run = create_run(config, tmp_path / "run")
    train_with(run, prior)
    assert [tuple(images.shape[1:]) for images in seen] == [prior.latent_shape] * 2 + [(3, 16, 16)] * 2
    assert len(encoded) == 2
    early = seen[0].detach()
    assert early.min() >= -1 and early.max() <= 1
    length = early[:, :3].norm(dim=1)
    opacity = (early[:, 3] + 1) / 2
    assert (length <= opacity + 1e-5).all() and length.max() > 0.1
    assert seen[0].grad is not None and seen[0].grad[:, 3].abs().sum() > 0


def test_a_start_in_latents_is_refused_where_it_cannot_be(model, tmp_path):
    config = config_of(model, 2, guidance=GuidanceConfig(method=HiFA(), latent_until=0.5))
    with pytest.raises(ConfigError, match="method hifa, which compares images"):
        train_with(create_run(config, tmp_path / "a"), load_prior(config.prior, config.hub))
    config = small_config(2, guidance=GuidanceConfig(latent_until=0.5))
    with pytest.raises(ConfigError, match="needs a prior of 4 latent channels"):
        train_with(create_run(config, tmp_path / "b"), box_oracle(16))


def test_a_prior_brings_the_recipe_that_suits_it(model):
    prior = load_prior(str(model), HUB)
    config = make_config("a box", "draft", prior=str(model))
    chosen, said = with_prior_recipe(config, prior)
    recipe = RECIPES["dreamfusion-sd"].config
    assert chosen.guidance == recipe.guidance and chosen.guidance.scale > 100 and chosen.text.view_prompts == "discrete"
    assert chosen.steps == 1000 and chosen.preset == "dreamfusion-sd-draft"
    assert chosen.mesh.texture_size == config.mesh.texture_size and chosen.mesh.denoise_iterations == 25
    assert "recipe dreamfusion-sd-draft (sds, guidance 101, 1000 steps)" in said
    # What was set stays; a recipe, and the preset as it is where that was asked for, stay as they are.
    mine = override(config, ["guidance.scale=30", "steps=7", "camera.views=3"])
    chosen, _ = with_prior_recipe(mine, prior)
    assert (chosen.guidance.scale, chosen.steps, chosen.camera.views) == (30.0, 7, 3)
    assert chosen.guidance.method.name == "sds" and chosen.regular == recipe.regular
    for left in (replace(config, recipe="off"), replace(recipe, prior=str(model)), chosen):
        assert with_prior_recipe(left, prior) == (left, "")
    embedded = make_config("a box", "draft")
    assert with_prior_recipe(embedded, box_oracle(16)) == (embedded, "")


def test_every_prior_s_recipe_is_there():
    for kind in (StableDiffusionPrior, DeepFloydPrior, RectifiedFlowPrior):
        assert kind.recipe in RECIPES
    assert RECIPES[RectifiedFlowPrior.recipe].config.guidance.method.weighting == "velocity"


def test_the_run_says_its_recipe_first_and_keeps_it(model, tmp_path):
    said = []
    config = small_config(1, prior=str(model), hub=HUB, preset="draft")
    config = replace(config, field=replace(config.field, levels=4))
    run = generate(config, out=tmp_path / "run", progress=lambda p: said.append(p.message), predicted=True)
    messages = [message for message in said if message]
    assert messages[0] == f"looking for {model}" and "recipe dreamfusion-sd" in messages[1]
    assert any(message.startswith("loading unet (") for message in messages)
    kept = json.loads((run.path / "config.json").read_text())
    assert kept["preset"].startswith("dreamfusion-sd") and kept["guidance"]["method"] == "sds"
    assert kept["steps"] == 1
    origin = json.loads((run.path / "origin.json").read_text())
    assert origin["prior"]["sha256"] and origin["prior"]["revision"] and origin["prior"]["diffusers"] != "absent"


def test_measuring_makes_no_more_steps_than_the_run_has_and_can_be_stopped(model):
    config = config_of(model, 2)
    prior = load_prior(config.prior, config.hub)
    calls, encode = [], prior.encode
    prior.encode = lambda images: calls.append(1) or encode(images)
    assert estimate(config, PriorKnowledge.of(prior, config)).seconds > 0 and len(calls) == 2

    def interrupt(images):
        os.kill(os.getpid(), signal.SIGINT)
        return encode(images)

    prior.encode = interrupt
    before = set(Path(tempfile.gettempdir()).glob("bozzetto-estimate-*"))
    with pytest.raises(RunInterrupted, match="nothing was begun"):
        estimate(replace(config, steps=30), PriorKnowledge.of(prior, config))
    assert set(Path(tempfile.gettempdir()).glob("bozzetto-estimate-*")) <= before


def test_memory_that_runs_out_while_measuring_makes_the_run_smaller_as_elsewhere(model):
    config = config_of(model, 2, camera=CameraConfig(views=4))
    prior, shapes = load_prior(config.prior, config.hub), []
    encode = prior.encode

    def encode_two(images):
        shapes.append(len(images))
        if len(images) > 2:
            raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 99 bytes")
        return encode(images)

    prior.encode = encode_two
    assert estimate(config, PriorKnowledge.of(prior, config)).seconds > 0
    assert shapes[0] == 4 and set(shapes[1:]) == {2}


def test_what_the_prior_took_for_the_clean_image_is_saved_where_there_is_a_preview(model, tmp_path):
    config = config_of(model, 4, camera=CameraConfig(views=3))
    config = replace(config, save=replace(config.save, preview_every=2))
    run = create_run(config, tmp_path / "run")
    prior = load_prior(config.prior, config.hub)
    train_with(run, prior)
    files = sorted((run.path / "estimates").glob("*.png"))
    assert [file.name for file in files] == [file.name for file in run.previews] == ["000002.png", "000004.png"]
    with Image.open(files[-1]) as picture:
        pixels = np.asarray(picture)
    assert pixels.shape == (2 * 16, 2 * 16, 3), "two views above, their predictions below"
    # Above are views of a field before a plain background, below is what a network of random weights makes of them.
    assert np.abs(pixels[:16].astype(float) - pixels[16:].astype(float)).mean() > 5


def test_what_is_shown_below_is_the_decoded_prediction(model):
    config = config_of(model, 1)
    prior = load_prior(config.prior, config.hub)
    distiller = Distiller(config, PriorKnowledge.of(prior, config), torch.Generator())
    assert distiller.estimates() is None
    from bozzetto.jobs.train.views import orbit_views

    images = torch.rand(2, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1
    views, t = orbit_views(torch.tensor([0.0, 90.0])), torch.tensor([0.4, 0.8])
    distiller(images, views, t, torch.Generator().manual_seed(1))
    both = distiller.estimates()
    out = sds_gradient(
        prior.encode(images), prior, prior.encode_text(config.prompt), views, prior.time_of(t),
        torch.Generator().manual_seed(1), guidance_scale=7.5,
    )  # fmt: skip
    torch.testing.assert_close(both[0], images / 2 + 0.5)
    torch.testing.assert_close(both[1], (prior.decode(out.x0) / 2 + 0.5).clamp(0, 1), rtol=1e-4, atol=1e-5)

"""Whole runs with a tiny Stable Diffusion in the place of the embedded prior, through the command and the loop."""

import json
import math
import shutil
from dataclasses import replace

import pytest
import torch

pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

import bozzetto.jobs.train.loop  # noqa: E402
from bozzetto.jobs.cli.main import main  # noqa: E402
from bozzetto.jobs.config.errors import ConfigError, PriorError  # noqa: E402
from bozzetto.jobs.config.run_config import (  # noqa: E402
    CameraConfig,
    GuidanceConfig,
    HubConfig,
    LightConfig,
    Ramp,
    RegularConfig,
    RenderConfig,
    TextConfig,
)
from bozzetto.jobs.pipeline.generate import generate, resume  # noqa: E402
from bozzetto.jobs.store.runs import create_run  # noqa: E402
from bozzetto.jobs.train.distill import distill, new_particle  # noqa: E402
from bozzetto.jobs.train.loop import train  # noqa: E402
from bozzetto.jobs.train.priors import list_priors, load_prior, read_prompt  # noqa: E402
from bozzetto.sds.distillation import sds_gradient  # noqa: E402
from bozzetto.sds.pretrained.known import KNOWN  # noqa: E402
from bozzetto.sds.view_prompts import ViewConditioning  # noqa: E402
from tests.jobs.known_object import box_oracle, small_config  # noqa: E402
from tests.sds.tiny_models import build  # noqa: E402

HUB = HubConfig(device="cpu", resolution=16, offline=True)


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return build("sd", tmp_path_factory.mktemp("runs") / "sd")


def config_of(model, steps, **changes):
    guidance = changes.pop("guidance", GuidanceConfig(method="sds", scale=7.5, reduction="images", clock="prior"))
    return small_config(steps, prior=str(model), hub=HUB, guidance=guidance, **changes)


@pytest.mark.parametrize("method", ["x0", "csd", "nfsd", "ism", "sdi", "hifa"])
def test_every_method_trains_in_latents(model, tmp_path, method):
    guidance = GuidanceConfig(method=method, scale=7.5, inversion_steps=2, clip=1.0, anneal="dreamtime")
    text = TextConfig(view_prompts="interpolated", perp_neg=method != "nfsd")
    config = config_of(model, 2, guidance=guidance, text=text)
    run = create_run(config, tmp_path / "run")
    trained = train(run, load_prior(config.prior, config.hub))
    assert trained.step == 2 and all(math.isfinite(row["loss"]) for row in run.metrics)


def test_vsd_resumes_bit_for_bit_with_its_learned_score(model, tmp_path):
    config = config_of(model, 6, guidance=GuidanceConfig(method="vsd", scale=7.5, lora_lr=0.01))
    whole = train(create_run(config, tmp_path / "whole"), load_prior(config.prior, config.hub))
    run = create_run(config, tmp_path / "parts")
    with pytest.raises(Exception, match="stopped at step 3"):
        train(run, load_prior(config.prior, config.hub), should_stop=lambda step: step == 3)
    parts = train(run, load_prior(config.prior, config.hub))
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
    before = train(create_run(replace(config, steps=1), tmp_path / "one"), load_prior(config.prior, config.hub))
    trained = train(run, load_prior(config.prior, config.hub))
    held = trained.field.config.layout.offsets[2]
    # The fine levels have not moved since the first step, the coarse ones have.
    assert torch.equal(trained.field.table[held:], before.field.table[held:])
    assert not torch.equal(trained.field.table[:held], before.field.table[:held])


@pytest.mark.parametrize("side", [12, 32])
def test_the_gradient_comes_through_scaling_and_encoder_by_the_chain_rule(model, side):
    config = config_of(model, 1)
    prior = load_prior(config.prior, config.hub)
    text = read_prompt(prior, "a box", "")
    images = torch.rand(2, 3, side, side, generator=torch.Generator().manual_seed(0)) * 2 - 1
    from bozzetto.jobs.train.views import orbit_views

    views, t = orbit_views(torch.tensor([0.0, 90.0])), torch.tensor([0.4, 0.8])
    gradient, distance = distill(images, prior, text, views, t, torch.Generator().manual_seed(1), config)
    leaf = images.clone().requires_grad_()
    if side == 32:
        scaled = leaf.view(2, 3, 16, 2, 16, 2).mean((3, 5))
    else:
        scaled = torch.nn.functional.interpolate(leaf, (16, 16), mode="bilinear", align_corners=False)
    latents = prior.encode(scaled)
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
        (["--prior=sdxxl"], "unknown prior 'sdxxl'; known are embedded, sd15"),
        ([f"--prior={model}", "--lora=absent.safetensors"], "does not exist"),
        ([f"--prior={model}", "--set=hub.device=tpu"], "hub.device"),
        ([f"--prior={model}", "--set=hub.resolution=17"], "multiple of 2"),
    ]:
        assert main(["generate", "a box", f"--out={tmp_path / 'run'}", *arguments]) == 1
        error = capsys.readouterr().err.strip()
        assert message in error and len(error.splitlines()) == 1 and "fault" not in error, error
        assert not (tmp_path / "run").exists()


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
        oracle = box_oracle(16)
        new_particle(oracle, oracle.encode_text("a box"), small_config(1), torch.Generator())


def test_a_run_can_begin_in_latents(model, tmp_path, monkeypatch):
    """Without the encoder for half of the steps, and with a gradient that reaches the density all the same."""
    guidance = GuidanceConfig(method="sds", scale=7.5, reduction="images", clock="prior", latent_until=0.5)
    config = config_of(model, 4, guidance=guidance)
    prior = load_prior(config.prior, config.hub)
    encoded, seen, encode = [], [], prior.encode
    monkeypatch.setattr(prior, "encode", lambda images: encoded.append(images.shape) or encode(images))
    real = bozzetto.jobs.train.loop.distill

    def watched(images, *rest, **more):
        images.retain_grad()
        seen.append(images)
        return real(images, *rest, **more)

    monkeypatch.setattr(bozzetto.jobs.train.loop, "distill", watched)
    run = create_run(config, tmp_path / "run")
    train(run, prior)
    assert [tuple(images.shape[1:]) for images in seen] == [prior.latent_shape] * 2 + [(3, 16, 16)] * 2
    assert len(encoded) == 2
    early = seen[0].detach()
    assert early.min() >= -1 and early.max() <= 1
    length = early[:, :3].norm(dim=1)
    opacity = (early[:, 3] + 1) / 2
    assert (length <= opacity + 1e-5).all() and length.max() > 0.1
    assert seen[0].grad is not None and seen[0].grad[:, 3].abs().sum() > 0


def test_a_start_in_latents_is_refused_where_it_cannot_be(model, tmp_path):
    config = config_of(model, 2, guidance=GuidanceConfig(method="hifa", latent_until=0.5))
    with pytest.raises(ConfigError, match="method hifa, which compares images"):
        train(create_run(config, tmp_path / "a"), load_prior(config.prior, config.hub))
    config = small_config(2, guidance=GuidanceConfig(latent_until=0.5))
    with pytest.raises(ConfigError, match="needs a prior of 4 latent channels"):
        train(create_run(config, tmp_path / "b"), box_oracle(16))

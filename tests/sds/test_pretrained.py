"""Pretrained priors on tiny models of the real classes, loaded from disk as a user's are.

What a prior predicts is held against the library's own pipeline and scheduler: the same latents, at one of the
scheduler's steps, through the pipeline's text encoder and denoiser, and its own `step`.
"""

import json
import math
import os
import shutil
from pathlib import Path

import pytest
import torch

diffusers = pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

from safetensors.torch import load_file, save_file  # noqa: E402

from bozzetto.sds.distillation import sds_gradient, weight  # noqa: E402
from bozzetto.sds.methods.hifa import hifa_gradient  # noqa: E402
from bozzetto.sds.methods.vsd import particle_loss, vsd_gradient  # noqa: E402
from bozzetto.sds.particles import ParticleScore  # noqa: E402
from bozzetto.sds.pretrained import errors, networks  # noqa: E402
from bozzetto.sds.pretrained.embed import load_text_pipeline  # noqa: E402
from bozzetto.sds.pretrained.levels import flow_time, log_snr_table, step_of, time_of_flow, time_of_step  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.pretrained.lora import Lora, parse_loras  # noqa: E402
from bozzetto.sds.prior import LatentPrior, ScheduledPrior, TrainablePrior, sample_shape  # noqa: E402
from bozzetto.sds.schedule import alpha, per_image, sigma  # noqa: E402
from bozzetto.sds.view_prompts import ViewPrompts, encode_views  # noqa: E402
from tests.sds.tiny_models import KINDS, build  # noqa: E402

PROMPT, NEGATIVE = "a red chair", "blurry, ugly"


SLOW = pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="half a minute; opt-in: set BOZZETTO_SLOW=1")


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Every kind of model on disk; the tests that change one copy it."""
    root = tmp_path_factory.mktemp("models")
    return {kind: build(kind, root / kind) for kind in KINDS}


def load(path, **options):
    return load_pretrained(str(path), offline=True, resolution=16, device="cpu", **options)


@pytest.fixture(scope="module")
def priors(models):
    return {kind: load(path) for kind, path in models.items()}


def scheduler_x0(kind, pipeline, prior, sample, cond, uncond, scale, step):
    """The library's guided prediction of x0 at one of the scheduler's own steps, in our variance-preserving terms."""
    batch = len(sample)
    if kind in ("sd3", "flux"):
        scheduler = pipeline.scheduler
        if kind == "flux":
            scheduler.set_timesteps(10, mu=1.0)
        else:
            scheduler.set_timesteps(10)
        s = float(scheduler.sigmas[step])
        x = (1 - s) * sample[0] + s * sample[1]
        timestep = scheduler.timesteps[step]
        outs = []
        for text, pooled in (cond, uncond):
            common = {"encoder_hidden_states": text.expand(batch, -1, -1), "return_dict": False}
            common["pooled_projections"] = pooled.expand(batch, -1)
            if kind == "sd3":
                outs.append(pipeline.transformer(hidden_states=x, timestep=timestep.expand(batch), **common)[0])
            else:
                b, c, h, w = x.shape
                ids = pipeline._prepare_latent_image_ids(b, h // 2, w // 2, "cpu", torch.float32)
                out = pipeline.transformer(
                    hidden_states=pipeline._pack_latents(x, b, c, h, w), timestep=timestep.expand(b) / 1000,
                    guidance=torch.ones(b), txt_ids=torch.zeros(text.shape[1], 3), img_ids=ids, **common,
                )[0]  # fmt: skip
                outs.append(pipeline._unpack_latents(out, h * 2, w * 2, 2))
        velocity = outs[1] + scale * (outs[0] - outs[1])
        # The scheduler's Euler step to s = 0 is the clean image.
        scheduler.sigmas[step + 1] = 0.0
        scheduler.set_begin_index(step)
        scheduler._step_index = None
        return s, x, scheduler.step(velocity, timestep, x).prev_sample
    scheduler = diffusers.DDIMScheduler.from_config(pipeline.scheduler.config, clip_sample=False, thresholding=False)
    scheduler.set_timesteps(10)
    timestep = scheduler.timesteps[step]
    x = scheduler.add_noise(sample[0], sample[1], timestep.expand(batch))
    outs = []
    for text, pooled in (cond, uncond):
        extra = {}
        if kind == "sdxl":
            ids = torch.tensor([[16.0, 16, 0, 0, 16, 16]]).expand(batch, -1)
            extra["added_cond_kwargs"] = {"text_embeds": pooled.expand(batch, -1), "time_ids": ids}
        outs.append(pipeline.unet(x, timestep, encoder_hidden_states=text.expand(batch, -1, -1), **extra).sample)
    output = outs[1] + scale * (outs[0] - outs[1])
    result = scheduler.step(output[:, : x.shape[1]], int(timestep), x)
    return timestep, x, result.pred_original_sample


def library_texts(kind, pipeline):
    """(tokens, pooled) of the prompt and the negative prompt, from the pipeline's own `encode_prompt`."""
    if kind in ("sd", "sd-v"):
        pair = pipeline.encode_prompt(PROMPT, "cpu", 1, True, NEGATIVE)
        return (pair[0], None), (pair[1], None)
    if kind == "if":
        pair = pipeline.encode_prompt(PROMPT, negative_prompt=NEGATIVE, device="cpu")
        return (pair[0], None), (pair[1], None)
    if kind == "sdxl":
        a, b, pa, pb = pipeline.encode_prompt(PROMPT, negative_prompt=NEGATIVE, device="cpu")
        return (a, pa), (b, pb)
    if kind == "sd3":
        a, b, pa, pb = pipeline.encode_prompt(PROMPT, None, None, negative_prompt=NEGATIVE, device="cpu")
        return (a, pa), (b, pb)
    a, pa, _ = pipeline.encode_prompt(PROMPT, device="cpu")
    b, pb, _ = pipeline.encode_prompt(NEGATIVE, device="cpu")
    return (a, pa), (b, pb)


@pytest.mark.parametrize("kind", [pytest.param(k, marks=SLOW) if k in ("sd-v", "if") else k for k in KINDS])
def test_the_score_is_that_of_the_library_s_own_pipeline_and_scheduler(kind, models, priors, make_views, generator):
    prior = priors[kind]
    pipeline = diffusers.DiffusionPipeline.from_pretrained(str(models[kind]), use_safetensors=True)
    sample = torch.randn(2, 2, *sample_shape(prior), generator=generator)
    text, views = prior.encode_text(PROMPT, NEGATIVE), make_views(2, torch.float32)
    with torch.no_grad():
        texts = library_texts(kind, pipeline)
        for side, (tokens, pooled) in zip((text.cond, text.uncond), texts, strict=True):
            torch.testing.assert_close(side.tokens, tokens, rtol=0, atol=1e-6)
            if pooled is not None:
                torch.testing.assert_close(side.pooled, pooled, rtol=0, atol=1e-6)
        for step in (1, 5, 8):
            at, x, expected = scheduler_x0(kind, pipeline, prior, sample, *texts, 7.5, step)
            if kind in ("sd3", "flux"):
                t = time_of_flow(torch.tensor([at, at]))
                ours = per_image(alpha(t), x) * sample[0] + per_image(sigma(t), x) * sample[1]
            else:
                table = log_snr_table(
                    diffusers.DDPMScheduler.from_pretrained(str(models[kind]), subfolder="scheduler").alphas_cumprod
                )
                t = time_of_step(torch.tensor([at, at]), table)
                ours = x
                torch.testing.assert_close(
                    ours, per_image(alpha(t), x) * sample[0] + per_image(sigma(t), x) * sample[1], rtol=0, atol=1e-5
                )
            cond, uncond = prior.predict_x0(ours, t, text, views)
            torch.testing.assert_close(prior.predict_cond(ours, t, text, views), cond, rtol=1e-5, atol=1e-5)
            guided = uncond + 7.5 * (cond - uncond)
            # float32, times the guidance; near t = 1 alpha divides by 0.1.
            torch.testing.assert_close(guided, expected, rtol=2e-4, atol=2e-4 * float(expected.abs().max()))
            # The score, and so the gradient of SDS: sigma^2 (eps_hat - eps) as DreamFusion writes it.
            x0 = sample[0]
            factor = per_image(weight(t, "sds") * alpha(t) / sigma(t), x)
            a, s = per_image(alpha(t), x), per_image(sigma(t), x)
            eps_hat = (ours - a * expected) / s
            torch.testing.assert_close(factor * (x0 - guided), s**2 * (eps_hat - sample[1]), rtol=2e-3, atol=3e-4)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "if"])
def test_latents_and_their_gradient_are_the_library_s(kind, models, priors, generator):
    prior = priors[kind]
    vae = diffusers.AutoencoderKL.from_pretrained(str(models[kind]), subfolder="vae")
    images = torch.rand(2, 3, 16, 16, generator=generator) * 2 - 1
    ours, theirs = images.clone().requires_grad_(), images.clone().requires_grad_()
    latents = prior.encode(ours)
    processed = vae.encode(theirs).latent_dist.mode()
    expected = (processed - (vae.config.shift_factor or 0)) * vae.config.scaling_factor
    torch.testing.assert_close(latents, expected, rtol=1e-5, atol=1e-6)
    cotangent = torch.randn(latents.shape, generator=generator)
    latents.backward(cotangent)
    expected.backward(cotangent)
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-4, atol=1e-6)
    # A finite difference along a random direction, so that not only the two agree.
    direction = torch.randn(images.shape, generator=generator)
    with torch.no_grad():
        ahead, behind = prior.encode(images + 1e-2 * direction), prior.encode(images - 1e-2 * direction)
    slope = float(((ahead - behind) / 2e-2 * cotangent).sum())
    assert float((ours.grad * direction).sum()) == pytest.approx(slope, rel=0.02, abs=0.02)
    with torch.no_grad():
        decoded = vae.decode(latents / vae.config.scaling_factor + (vae.config.shift_factor or 0)).sample
    torch.testing.assert_close(prior.decode(latents.detach()), decoded, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_every_prior_is_what_it_says(kind, priors):
    prior = priors[kind]
    assert isinstance(prior, ScheduledPrior) and isinstance(prior, TrainablePrior)
    assert isinstance(prior, LatentPrior) == (kind != "if")
    times = prior.time_of(torch.tensor([0.02, 0.5, 0.98]))
    assert bool((times[1:] > times[:-1]).all()) and float(times[0]) > 0 and float(times[-1]) < 1


def test_time_and_step_are_inverse_and_levels_are_equal():
    table = log_snr_table(diffusers.DDPMScheduler(beta_schedule="scaled_linear", beta_start=0.00085, beta_end=0.012)
                          .alphas_cumprod)  # fmt: skip
    steps = torch.tensor([0.0, 1.0, 17.25, 500.0, 998.5, 999.0], dtype=torch.float64)
    torch.testing.assert_close(step_of(time_of_step(steps, table), table), steps.float(), rtol=0, atol=1e-3)
    # Beyond the ends of the table the ends are taken.
    assert step_of(torch.tensor([1e-4, 0.9999]), table).tolist() == [0, 999]
    s = torch.linspace(0.01, 0.99, 50, dtype=torch.float64)
    torch.testing.assert_close(flow_time(time_of_flow(s)), s, rtol=0, atol=1e-12)
    t = time_of_flow(s)
    torch.testing.assert_close(alpha(t) / sigma(t), (1 - s) / s, rtol=1e-9, atol=1e-12)
    # The velocity form of the gradient, v_hat - v = (x - x0_hat) / s.
    torch.testing.assert_close(weight(t, "velocity") * alpha(t) / sigma(t), 1 / s, rtol=1e-9, atol=1e-12)
    with pytest.raises(ValueError, match="decreasing"):
        log_snr_table(torch.tensor([0.1, 0.5]))


def test_the_whole_chain_rule_from_sds_to_pixels(priors, make_views, generator):
    prior, views = priors["sd"], make_views(2, torch.float32)
    images = (torch.rand(2, 3, 16, 16, generator=generator) * 2 - 1).requires_grad_()
    text, t = prior.encode_text(PROMPT), torch.tensor([0.4, 0.7])
    latents = prior.encode(images)
    found = sds_gradient(latents, prior, text, views, t, torch.Generator().manual_seed(1), guidance_scale=7.5)
    target = (latents - found.grad).detach()
    (0.5 * (latents - target).square().sum()).backward()  # threestudio's reparameterised loss
    (expected,) = torch.autograd.grad(prior.encode(images), images, found.grad)
    torch.testing.assert_close(images.grad, expected, rtol=1e-4, atol=1e-7)
    both = hifa_gradient(
        latents, images, prior, text, views, t, torch.Generator().manual_seed(1), guidance_scale=7.5, image_weight=0.01
    )
    assert torch.equal(both.distillation.grad, found.grad)
    factor = per_image(weight(t, "sds") * alpha(t) / sigma(t), images)
    residual = images.detach() - prior.decode(found.x0).clamp(-1, 1)
    torch.testing.assert_close(both.pixel_grad, 0.0025 * factor * residual)


def test_view_prompts_go_through_one_pass_and_each_view_has_its_own(priors, make_views, generator):
    prior = priors["sdxl"]
    text = encode_views(prior, PROMPT, "", ViewPrompts(mode="interpolated"))
    views = make_views(3, torch.float32)  # 0, 135 and 270 degrees
    noisy, t = torch.randn(3, *sample_shape(prior), generator=generator), torch.full((3,), 0.6)
    cond, _ = prior.predict_x0(noisy, t, text.at(views), views)
    front, _ = prior.predict_x0(noisy[:1], t[:1], prior.encode_text(f"{PROMPT}, front view"), views[:1])
    side, _ = prior.predict_x0(noisy[2:], t[2:], prior.encode_text(f"{PROMPT}, side view"), views[2:])
    torch.testing.assert_close(cond[:1], front, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(cond[2:], side, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("kind", ["sd", pytest.param("if", marks=SLOW), pytest.param("flux", marks=SLOW)])
def test_vsd_starts_at_nothing_learns_and_leaves_the_prior_alone(kind, priors, make_views, generator):
    prior, views = priors[kind], make_views(2, torch.float32)
    text = prior.encode_text(PROMPT)
    particle = ParticleScore(prior, text, 4, generator)
    x, t = 0.5 * torch.randn(2, *sample_shape(prior), generator=generator), torch.tensor([0.4, 0.6])
    before = prior.predict_x0(x, t, text, views)
    # It starts as the prior with the text: at guidance 1 there is no gradient.
    noise = torch.Generator().manual_seed(1)
    out = vsd_gradient(x, prior, text, views, t, noise, particle=particle, guidance_scale=1.0)
    assert float(out.grad.abs().max()) < 1e-4
    optimizer = torch.optim.Adam(particle.parameters(), lr=0.02)
    losses = []
    for i in range(12):
        loss = particle_loss(x, views, t, torch.Generator().manual_seed(i % 2), particle)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    assert sum(losses[-2:]) < 0.95 * sum(losses[:2])
    assert all(bool(p.grad.abs().sum() > 0) for p in particle.parameters())  # the camera's too
    after = prior.predict_x0(x, t, text, views)
    assert torch.equal(before[0], after[0]) and torch.equal(before[1], after[1])
    names = set(particle.state_dict())
    assert all(name.startswith("change.") for name in names) and not any("weight" in name for name in names)


def test_the_text_encoder_is_freed_and_its_embeddings_are_kept(models, tmp_path, monkeypatch, make_views):
    first = load(models["sd"], cache=tmp_path)
    text = first.encode_text(PROMPT, NEGATIVE)
    assert first._encoder.loaded and len(list(tmp_path.glob("*.safetensors"))) == 2
    first.predict_x0(torch.zeros(1, 4, 8, 8), torch.tensor([0.5]), text, make_views(1, torch.float32))
    assert not first._encoder.loaded
    # As early as a network is read, so that the two are never in memory together.
    sees = load(models["sd"])
    sees.encode_text(PROMPT)
    assert sees._encoder.loaded
    sees.encode(torch.zeros(1, 3, 16, 16))
    assert not sees._encoder.loaded
    # Another prior of the same model needs no encoder; another text does, and a damaged entry is made again.
    second = load(models["sd"], cache=tmp_path)
    again = second.encode_text(PROMPT, NEGATIVE)
    assert not second._encoder.loaded
    assert torch.equal(again.cond.tokens, text.cond.tokens) and torch.equal(again.uncond.tokens, text.uncond.tokens)
    for path in tmp_path.glob("*.safetensors"):
        path.write_bytes(path.read_bytes()[:40])
    third = load(models["sd"], cache=tmp_path)
    assert torch.equal(third.encode_text(PROMPT).cond.tokens, text.cond.tokens) and third._encoder.loaded
    # The key holds the model: other weights of the text encoder, other entry.
    other = shutil.copytree(models["sd"], tmp_path / "other")
    encoder = other / "text_encoder" / "model.safetensors"
    save_file({k: v + 0.01 for k, v in load_file(encoder).items()}, encoder, metadata={"format": "pt"})
    changed = load(other, cache=tmp_path).encode_text(PROMPT)
    assert not torch.allclose(changed.cond.tokens, text.cond.tokens)


def test_a_prompt_that_is_too_long_says_what_was_cut(models, tmp_path):
    prior = load(models["sd"], cache=tmp_path)
    text = prior.encode_text("a" * 75 + " bcd")
    assert len(text.notes) == 1 and "bcd" in text.notes[0] and "prompt" in text.notes[0]
    assert load(models["sd"], cache=tmp_path).encode_text("a" * 75 + " bcd").notes == text.notes  # from the cache too
    assert prior.encode_text("short", "b" * 76).notes[0].startswith("the text encoder cannot take all of the negative")
    assert prior.encode_text("short").notes == ()


def test_nan_in_half_precision_is_retried_in_float32_and_said(models, make_views, generator, caplog):
    half, full = load(models["sd"], precision="bf16"), load(models["sd"])
    noisy, t, views = torch.randn(1, 4, 8, 8, generator=generator), torch.tensor([0.5]), make_views(1, torch.float32)
    text = full.encode_text(PROMPT)
    close = half.predict_x0(noisy, t, text, views)[0]
    torch.testing.assert_close(close, full.predict_x0(noisy, t, text, views)[0], rtol=0.1, atol=0.1)
    # Sixteen bits with 5 for the exponent overflow at 65504: activations of a real VAE or U-Net do.
    fp16 = load(models["sd"], precision="fp16")
    net = fp16.denoiser
    with torch.no_grad():
        net.conv_in.weight.mul_(3e4)
        net.conv_out.weight.mul_(1e-4)
    with caplog.at_level("WARNING"):
        out = fp16.predict_x0(1e3 * noisy, t, text, views)[0]
    assert bool(out.isfinite().all()) and "float32 from here on" in caplog.text
    assert next(net.parameters()).dtype == torch.float32
    assert not networks.Networks.widen(None, net, torch.tensor(math.nan))  # float32 stays, and the NaN is reported


def damaged(models, tmp_path, kind, change):
    folder = shutil.copytree(models[kind], tmp_path / "model")
    change(folder)
    return folder


def edit_json(path: Path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def truncate(path: Path, keep: int):
    path.write_bytes(path.read_bytes()[:keep])


@pytest.mark.parametrize(
    ("kind", "change", "error", "message"),
    [
        ("sd", lambda f: (f / "model_index.json").unlink(), errors.LayoutError, "no model_index.json"),
        ("sd", lambda f: (f / "model_index.json").write_text("{"), errors.LayoutError, "download it again"),
        ("sd", lambda f: (f / "model_index.json").write_text("[]"), errors.LayoutError, "expected a JSON object"),
        ("sd", lambda f: edit_json(f / "model_index.json", _class_name="AudioLDMPipeline"),
         errors.UnsupportedModelError, "AudioLDMPipeline; supported are StableDiffusionPipeline"),
        ("sd", lambda f: edit_json(f / "model_index.json", unet=["my_code", "UNet2DConditionModel"]),
         errors.UnsupportedModelError, "would run code of 'my_code', which is never done"),
        ("sd", lambda f: edit_json(f / "model_index.json", text_encoder=["transformers", "GPT2Model"]),
         errors.UnsupportedModelError, "GPT2Model, expected CLIPTextModel"),
        ("sd", lambda f: shutil.rmtree(f / "vae"), errors.LayoutError, "vae is missing"),
        ("sd", lambda f: shutil.rmtree(f / "tokenizer"), errors.LayoutError, "tokenizer is missing"),
        ("sd", lambda f: shutil.rmtree(f / "scheduler"), errors.LayoutError, "scheduler is missing"),
        ("sd", lambda f: (f / "unet" / "diffusion_pytorch_model.safetensors").unlink(), errors.LayoutError,
         "no weights"),
        ("sd", lambda f: (f / "unet" / "diffusion_pytorch_model.safetensors").rename(f / "unet" / "model.bin"),
         errors.LayoutError, "a pickle, which can run code and is not read"),
        ("sd", lambda f: truncate(f / "unet" / "diffusion_pytorch_model.safetensors", 90_000),
         errors.DamagedWeightsError, "cut short: 90000 bytes of"),
        ("sd", lambda f: truncate(f / "vae" / "diffusion_pytorch_model.safetensors", 5),
         errors.DamagedWeightsError, "too short"),
        ("sd", lambda f: (f / "vae" / "diffusion_pytorch_model.safetensors").write_bytes(b"\2" + b"\0" * 7 + b"x" * 60),
         errors.DamagedWeightsError, "no safetensors file"),
        ("sd", lambda f: edit_json(f / "text_encoder" / "config.json", hidden_size=48), errors.MismatchError,
         "gives 48 channels and the unet expects 32"),
        ("sd", lambda f: edit_json(f / "unet" / "config.json", in_channels=9), errors.MismatchError, "inpainting"),
        ("sdxl", lambda f: edit_json(f / "unet" / "config.json", cross_attention_dim=77), errors.MismatchError,
         "expects 77"),
        ("if", lambda f: edit_json(f / "unet" / "config.json", encoder_hid_dim=40), errors.MismatchError, "expects 40"),
        ("if", lambda f: edit_json(f / "unet" / "config.json", in_channels=6), errors.UnsupportedModelError, "stage I"),
        ("sd3", lambda f: edit_json(f / "transformer" / "config.json", pooled_projection_dim=9), errors.MismatchError,
         "expects 9"),
        ("flux", lambda f: edit_json(f / "transformer" / "config.json", joint_attention_dim=9), errors.MismatchError,
         "expects 9"),
        ("sd", lambda f: edit_json(f / "scheduler" / "scheduler_config.json", prediction_type="flow"),
         errors.PretrainedError, "scheduler"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_folder_is_said_before_anything_is_loaded(models, tmp_path, kind, change, error, message):
    with pytest.raises(error, match=message):
        load(damaged(models, tmp_path, kind, change))


def test_a_tokenizer_of_another_model_is_refused(models, tmp_path):
    def swap(folder):
        shutil.rmtree(folder / "tokenizer")
        shutil.copytree(models["if"] / "tokenizer", folder / "tokenizer")
        edit_json(folder / "model_index.json", tokenizer=["transformers", "T5Tokenizer"])

    with pytest.raises(errors.MismatchError, match=r"86 tokens and text_encoder 84"):
        load(damaged(models, tmp_path, "sd", swap)).encode_text(PROMPT)


def test_paths_and_resolutions_that_do_not_fit(models, tmp_path):
    with pytest.raises(errors.LayoutError, match="known models: sd15, sd21-base"):
        load_pretrained("./nowhere", offline=True)
    with pytest.raises(
        errors.LayoutError, match=r"expected a folder in the layout of diffusers, a .safetensors file or a .gguf file"
    ):
        load_pretrained(str(models["sd"] / "model_index.json"), offline=True)
    with pytest.raises(errors.LayoutError, match="positive multiple of 2"):
        load_pretrained(str(models["sd"]), offline=True, resolution=17)


def test_memory_is_checked_first(models):
    with pytest.raises(errors.MemoryNeedError, match=r"0\.0 GB are free: free some, take a smaller model") as refused:
        load(models["sd"], free=100_000)
    assert "half precision" not in str(refused.value), "on a CPU it is no way out"


def lora_file(models, kind, path):
    """A LoRA of the model's denoiser as peft and diffusers save it; and the change it makes to one weight."""
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    net = load(models[kind]).denoiser
    net.add_adapter(LoraConfig(r=2, lora_alpha=2, target_modules=["to_q", "to_v"], init_lora_weights=False))
    state = get_peft_model_state_dict(net)
    save_file({f"unet.{key}": value.contiguous() for key, value in state.items()}, path, metadata={"format": "pt"})
    down = next(value for key, value in state.items() if key.endswith("attn1.to_q.lora_A.weight"))
    up = next(value for key, value in state.items() if key.endswith("attn1.to_q.lora_B.weight"))
    return up @ down


def test_a_lora_file_is_added_to_the_weights(models, tmp_path):
    path = tmp_path / "style.safetensors"
    change = lora_file(models, "sd", path)

    def weight_of(prior):
        return next(p for name, p in prior.denoiser.named_parameters() if name.endswith("attn1.to_q.weight"))

    plain, changed = weight_of(load(models["sd"])), weight_of(load(models["sd"], loras=[Lora(path, 0.5)]))
    torch.testing.assert_close(changed, plain + 0.5 * change, rtol=1e-5, atol=1e-6)
    assert not changed.requires_grad
    with pytest.raises(errors.MismatchError, match="made for another model"):
        load(models["sdxl"], loras=[Lora(path)]).denoiser  # noqa: B018 - read for its error
    for name, error, match in [
        ("absent.safetensors", errors.LayoutError, "does not exist"),
        ("pickled.bin", errors.LayoutError, "not .safetensors"),
        ("short.safetensors", errors.DamagedWeightsError, "cut short"),
    ]:
        if not name.startswith("absent"):
            (tmp_path / name).write_bytes(path.read_bytes()[:-10])
        with pytest.raises(error, match=match):
            load(models["sd"], loras=[Lora(tmp_path / name)])


def test_loras_are_named_by_file_folder_and_weight(tmp_path):
    folder = tmp_path / "style"
    folder.mkdir()
    for name in ("a", "b"):
        save_file({"x": torch.zeros(1)}, folder / f"{name}.safetensors")
    file = folder / "a.safetensors"
    assert parse_loras("") == []
    assert parse_loras(f"{file}:0.5, {file}:-1e-1,{file}", 2.0) == [Lora(file, 1.0), Lora(file, -0.2), Lora(file, 2.0)]
    with pytest.raises(errors.LayoutError, match=r"holds 2 files \(a.safetensors, b.safetensors\); name one"):
        parse_loras(str(folder))
    (folder / "b.safetensors").rename(folder / "pytorch_lora_weights.safetensors")
    assert parse_loras(str(folder))[0].path.name == "pytorch_lora_weights.safetensors"


@pytest.mark.parametrize("form", ["diffusers", "peft", "kohya"])
def test_a_lora_changes_the_text_encoder_too(models, tmp_path, form):
    generator, path = torch.Generator().manual_seed(0), tmp_path / "style.safetensors"
    down, up = torch.randn(2, 32, generator=generator), torch.randn(32, 2, generator=generator)
    places = {
        "diffusers": "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_linear_layer.{}.weight",
        "peft": "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_{}.weight",
        "kohya": "lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_{}.weight",
    }
    names = ("A", "B") if form == "peft" else ("down", "up")
    tensors = {places[form].format(name): value for name, value in zip(names, (down, up), strict=True)}
    if form == "kohya":
        tensors["lora_te_text_model_encoder_layers_0_self_attn_q_proj.alpha"] = torch.tensor(1.0)
    save_file(tensors, path, metadata={"format": "pt"})
    prior = load(models["sd"], loras=[Lora(path, 0.5)])
    pipeline = load_text_pipeline(prior._folder, torch.device("cpu"), torch.float32, [Lora(path, 0.5)])
    plain = load_text_pipeline(prior._folder, torch.device("cpu"), torch.float32)
    ours, theirs = (dict(p.text_encoder.named_parameters()) for p in (pipeline, plain))
    changed = [name for name in ours if not torch.equal(ours[name], theirs[name])]
    assert len(changed) == 1 and changed[0].endswith("layers.0.self_attn.q_proj.weight")
    scale = 0.25 if form == "kohya" else 0.5  # kohya's alpha of 1 over a rank of 2
    torch.testing.assert_close(ours[changed[0]], theirs[changed[0]] + scale * up @ down, rtol=1e-5, atol=1e-6)
    # The denoiser is left, and the embeddings are kept apart from those without it.
    assert not torch.equal(prior.encode_text(PROMPT).cond.tokens, load(models["sd"]).encode_text(PROMPT).cond.tokens)
    weights = next(prior.denoiser.parameters()), next(load(models["sd"]).denoiser.parameters())
    assert torch.equal(*weights) and prior.digest != load(models["sd"]).digest


@pytest.mark.parametrize(
    ("key", "says"),
    [("lora_unet_x.hada_w1_a", "LoHa"), ("lora_unet_x.lokr_w1", "LoKr"), ("lora_unet_x.dora_scale", "DoRA"),
     ("unet.x.lora_magnitude_vector", "DoRA"), ("lora_unet_x.oft_blocks", "OFT")],
)  # fmt: skip
def test_changes_of_another_kind_are_refused_by_name(models, tmp_path, key, says):
    save_file({key: torch.zeros(2, 2)}, tmp_path / "a.safetensors")
    with pytest.raises(errors.LayoutError, match=f"is no plain LoRA but {says}"):
        load(models["sd"], loras=[Lora(tmp_path / "a.safetensors")])


def test_a_lora_of_a_model_that_peft_wrapped_is_read(models, tmp_path):
    path, wrapped = tmp_path / "a.safetensors", tmp_path / "b.safetensors"
    lora_file(models, "sd", path)
    state = {key.replace("unet.", "base_model.model.", 1): value for key, value in load_file(path).items()}
    save_file(state, wrapped, metadata={"format": "pt"})
    both = [dict(load(models["sd"], loras=[Lora(one)]).denoiser.named_parameters()) for one in (path, wrapped)]
    assert all(torch.equal(both[0][name], both[1][name]) for name in both[0])


def test_weights_of_words_are_said_to_be_read_as_they_are_written(priors):
    assert "weights of words" in priors["sd"].encode_text("a (red:1.3) chair").notes[-1]
    assert priors["sd"].encode_text("a chair (red)").notes == ()


@SLOW
@pytest.mark.skipif(shutil.which("g++") is None, reason="torch.compile needs a C++ compiler on the CPU")
def test_a_compiled_denoiser_predicts_the_same_and_learns_the_renders_score_too(tmp_path, make_views, generator):
    # Of one level: compiling takes longer the more operations there are.
    folder = build("sd-small", tmp_path / "small")
    prior, plain = load(folder, compiled="default"), load(folder)
    views, t = make_views(1, torch.float32), torch.tensor([0.4])
    noisy = torch.randn(1, *sample_shape(prior), generator=generator)
    text = prior.encode_text(PROMPT)
    predictions = [one.predict_x0(noisy, t, text, views) for one in (prior, plain)]
    for ours, theirs in zip(*predictions, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)
    assert prior.denoiser._compiled_call_impl is not None and plain.denoiser._compiled_call_impl is None
    # A low-rank change is attached after the network was compiled: it counts all the same, and is gone again after.
    changed = []
    for one in (prior, plain):
        particle, random = ParticleScore(one, text, 4, torch.Generator().manual_seed(0)), torch.Generator()
        random.manual_seed(1)
        with torch.no_grad():
            for parameter in particle.change.up:
                parameter.normal_(std=0.5, generator=random)
            changed.append(particle(noisy, t, views))
    assert float((changed[0] - predictions[0][0]).abs().max()) > 0.01
    torch.testing.assert_close(changed[0], changed[1], rtol=1e-4, atol=1e-5)
    assert prior.denoiser._compiled_call_impl is not None
    torch.testing.assert_close(prior.predict_x0(noisy, t, text, views)[0], predictions[0][0])


def test_without_a_compiler_nothing_begins_that_would_need_one(models, monkeypatch):
    monkeypatch.setattr(networks.shutil, "which", lambda name: None)
    with pytest.raises(errors.MissingPackageError, match="apt install g"):
        load(models["sd"], compiled="default")
    monkeypatch.setattr(networks.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(errors.MissingPackageError, match="Triton"):
        networks.check_compiler(torch.device("cuda"))


def test_half_precision_files_are_preferred_where_they_are(models, tmp_path):
    folder = shutil.copytree(models["sd"], tmp_path / "model")
    plain = folder / "unet" / "diffusion_pytorch_model.safetensors"
    marked = folder / "unet" / "diffusion_pytorch_model.fp16.safetensors"
    save_file({k: v.half() for k, v in load_file(plain).items()}, marked, metadata={"format": "pt"})
    plain.unlink()
    for precision in ("fp16", "fp32"):
        net = load(folder, precision=precision).denoiser
        assert next(net.parameters()).dtype == {"fp16": torch.float16, "fp32": torch.float32}[precision]


def test_a_masked_language_model_says_which_words_are_against_a_view(tmp_path):
    from transformers import BertConfig, BertForMaskedLM, BertTokenizer

    from bozzetto.sds.debias import debias, view_probability
    from bozzetto.sds.view_prompts import SIDES

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "this", "image", "is", "depicting", "a", "view", "of"]
    words += [*SIDES, "smiling", "dog"]
    tokenizer = BertTokenizer(vocab={word: i for i, word in enumerate(words)})
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=24
    )
    model = BertForMaskedLM(config)
    tokenizer.save_pretrained(tmp_path)
    model.save_pretrained(tmp_path)
    probability = view_probability(str(tmp_path), offline=True)
    chances = probability("a smiling dog")
    assert sum(chances) == pytest.approx(1.0) and min(chances) > 0
    tokens = tokenizer("This image is depicting a [MASK] view of a smiling dog", return_tensors="pt")
    logits = model.eval()(**tokens).logits[0, 6]
    assert tokens.input_ids[0, 6] == words.index("[MASK]")
    expected = logits[[words.index(side) for side in SIDES]].softmax(-1)
    torch.testing.assert_close(torch.tensor(chances), expected, rtol=1e-4, atol=1e-5)
    assert all("dog" in text or "a" in text for text in debias("a smiling dog", probability))
    with pytest.raises(errors.LayoutError, match="hf download"):
        view_probability(str(tmp_path / "absent"), offline=True)


def test_a_tokenizer_that_is_only_a_sentencepiece_file_is_read(models, tmp_path):
    """The published folder of DeepFloyd IF has spiece.model and no tokenizer.json."""
    import io

    import sentencepiece

    trained = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a red chair", "a blue dog on a table", "blurry and ugly"] * 5), model_writer=trained,
        vocab_size=22, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, minloglevel=2,
    )  # fmt: skip
    folder = shutil.copytree(models["if"], tmp_path / "model")
    for file in (folder / "tokenizer").iterdir():
        file.unlink()
    (folder / "tokenizer" / "spiece.model").write_bytes(trained.getvalue())
    (folder / "tokenizer" / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "T5Tokenizer", "model_max_length": 512, "extra_ids": 0})
    )
    text = load(folder).encode_text(PROMPT)
    assert text.cond.tokens.shape == (1, 77, 32) and bool(text.cond.tokens.isfinite().all())
    processor = sentencepiece.SentencePieceProcessor(model_proto=trained.getvalue())
    from transformers import T5Tokenizer

    tokenizer = T5Tokenizer.from_pretrained(folder / "tokenizer")
    assert tokenizer(PROMPT).input_ids == [*processor.encode(PROMPT), 1]

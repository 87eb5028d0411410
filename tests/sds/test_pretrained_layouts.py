"""Every layout of a model that users have: it works, or is refused by name before anything is spent."""

import json
import shutil
from pathlib import Path

import pytest
import torch

diffusers = pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

from safetensors.torch import load_file, save_file  # noqa: E402

from bozzetto.sds.distillation import sds_gradient  # noqa: E402
from bozzetto.sds.pretrained import errors  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.pretrained.memory import MemoryNeed, Slices, choose_slices, group_memory  # noqa: E402
from bozzetto.sds.prior import sample_shape  # noqa: E402
from bozzetto.sds.schedule import alpha, sigma  # noqa: E402
from tests.sds.tiny_models import build  # noqa: E402

UNET, VAE, TEXT = "unet/diffusion_pytorch_model", "vae/diffusion_pytorch_model", "text_encoder/model"


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    root = tmp_path_factory.mktemp("layouts")
    return {kind: build(kind, root / kind) for kind in ("sd", "sd-v", "sdxl", "sd3")}


@pytest.fixture
def copy(models, tmp_path):
    """kind -> a copy of a model that a test may change."""
    return lambda kind="sd": shutil.copytree(models[kind], tmp_path / kind)


def load(path, **options):
    return load_pretrained(str(path), offline=True, resolution=16, device="cpu", **options)


def edit_json(path: Path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def predict(prior, make_views, prompt="a red chair"):
    noisy = torch.randn(1, *sample_shape(prior), generator=torch.Generator().manual_seed(0))
    text = prior.encode_text(prompt)
    return prior.predict_x0(noisy, torch.tensor([0.5]), text, make_views(1, torch.float32))[0]


# What weights are there.


@pytest.mark.parametrize(
    ("stem", "key", "says"),
    [(TEXT, "layers.1.mlp.fc1.weight", "text_encoder: 1 of"), (UNET, "conv_out.bias", "unet: 1 of"),
     (VAE, "decoder.conv_in.weight", "vae: 1 of")],
)  # fmt: skip
def test_missing_weights_are_refused_and_not_made_up(copy, stem, key, says):
    path = copy() / f"{stem}.safetensors"
    tensors = load_file(path)
    gone = [name for name in tensors if name.endswith(key)]
    assert len(gone) == 1
    save_file({name: value for name, value in tensors.items() if name not in gone}, path, metadata={"format": "pt"})
    with pytest.raises(errors.MismatchError, match=rf"{says} .* are missing, such as .*they would be random numbers"):
        load(path.parents[1])


@pytest.mark.parametrize("stem", [TEXT, UNET, VAE])
def test_weights_of_something_else_are_refused(copy, stem):
    path = copy() / f"{stem}.safetensors"
    save_file(load_file(path) | {"elsewhere.weight": torch.zeros(3)}, path, metadata={"format": "pt"})
    with pytest.raises(errors.MismatchError, match="1 weights are of no .* such as elsewhere.weight"):
        load(path.parents[1])


def test_weights_of_another_width_are_refused(copy):
    folder = copy()
    edit_json(folder / "unet" / "config.json", block_out_channels=[16, 24])
    with pytest.raises(errors.MismatchError, match=r"expected \[.*\] by its config.json"):
        load(folder)


def test_the_names_of_old_versions_are_understood(copy, models, make_views):
    """Former names of the VAE's attention, and position numbers among the text's weights."""
    folder = copy()
    old = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}

    def former(key):
        for new, name in old.items():
            key = key.replace(f".{new}.", f".{name}.") if "mid_block.attentions" in key else key
        return key

    vae = {former(key): value for key, value in load_file(folder / f"{VAE}.safetensors").items()}
    assert any("proj_attn" in key for key in vae)
    save_file(vae, folder / f"{VAE}.safetensors", metadata={"format": "pt"})
    text = load_file(folder / f"{TEXT}.safetensors")
    text = {key if key.startswith("text_model.") else f"text_model.{key}": value for key, value in text.items()}
    text["text_model.embeddings.position_ids"] = torch.arange(77)[None]
    save_file(text, folder / f"{TEXT}.safetensors", metadata={"format": "pt"})
    ours, plain = load(folder), load(models["sd"])
    torch.testing.assert_close(predict(ours, make_views), predict(plain, make_views))
    images = torch.rand(1, 3, 16, 16) * 2 - 1
    torch.testing.assert_close(ours.encode(images), plain.encode(images))


@pytest.mark.parametrize("index", ["{stem}.safetensors.index.fp16.json", "{stem}.fp16.safetensors.index.json"])
def test_shards_of_a_variant_load_by_either_name_of_their_index(copy, models, make_views, index):
    folder = copy()
    whole = folder / f"{UNET}.safetensors"
    tensors = {key: value.half() for key, value in load_file(whole).items()}
    whole.unlink()
    keys, weight_map = sorted(tensors), {}
    for i, part in enumerate((keys[::2], keys[1::2]), 1):
        name = f"diffusion_pytorch_model.fp16-{i:05}-of-00002.safetensors"
        save_file({key: tensors[key] for key in part}, folder / "unet" / name, metadata={"format": "pt"})
        weight_map |= dict.fromkeys(part, name)
    path = folder / "unet" / index.format(stem="diffusion_pytorch_model")
    path.write_text(json.dumps({"metadata": {"total_size": 1}, "weight_map": weight_map}))
    expected = predict(load(models["sd"]), make_views)
    torch.testing.assert_close(predict(load(folder), make_views), expected, rtol=0.02, atol=0.02)


@pytest.mark.parametrize("variant", ["fp16", "bf16"])
def test_a_model_of_which_one_part_is_in_half_precision_loads(copy, make_views, variant):
    folder = copy("sdxl")
    plain = folder / "text_encoder_2" / "model.safetensors"
    dtype = {"fp16": torch.float16, "bf16": torch.bfloat16}[variant]
    half = {key: value.to(dtype) for key, value in load_file(plain).items()}
    save_file(half, plain.with_name(f"model.{variant}.safetensors"), metadata={"format": "pt"})
    plain.unlink()
    assert bool(predict(load(folder), make_views).isfinite().all())


def test_weights_without_the_averaged_ones_are_named(copy):
    folder = copy()
    (folder / f"{UNET}.safetensors").rename(folder / f"{UNET}.non_ema.safetensors")
    with pytest.raises(errors.LayoutError, match=r"only as .*non_ema.safetensors, a variant that is not read"):
        load(folder)


def test_quantised_weights_say_what_reads_them(copy):
    folder = copy()
    edit_json(folder / "unet" / "config.json", quantization_config={"quant_method": "bitsandbytes"})
    with pytest.raises(errors.MissingPackageError, match="pip install bitsandbytes"):
        load(folder)


def test_stable_diffusion_3_without_its_t5_encoder(copy, make_views):
    folder = copy("sd3")
    shutil.rmtree(folder / "text_encoder_3")
    shutil.rmtree(folder / "tokenizer_3")
    edit_json(folder / "model_index.json", text_encoder_3=[None, None], tokenizer_3=[None, None])
    prior = load(folder)
    pipeline = diffusers.StableDiffusion3Pipeline.from_pretrained(folder, text_encoder_3=None, tokenizer_3=None)
    with torch.no_grad():
        tokens, _, pooled, _ = pipeline.encode_prompt("a red chair", None, None, device="cpu")
    text = prior.encode_text("a red chair").cond
    torch.testing.assert_close(text.tokens, tokens)
    torch.testing.assert_close(text.pooled, pooled)
    assert bool(predict(prior, make_views).isfinite().all())


# Schedules and descriptions.


def scheduler(folder: Path, name: str, **values):
    edit_json(folder / "scheduler" / "scheduler_config.json", _class_name=name, **values)


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        ("EDMDPMSolverMultistepScheduler", {"sigma_data": 0.5}, "an EDM schedule"),
        ("EDMEulerScheduler", {}, "an EDM schedule"),
        ("LCMScheduler", {}, "a latent consistency model"),
        ("TCDScheduler", {}, "a trajectory consistency model"),
        ("FlowMatchEulerDiscreteScheduler", {}, "a rectified flow's schedule"),
        ("MyScheduler", {}, "it is not known here; supported are DDIMScheduler"),
        ("DPMSolverMultistepScheduler", {"use_flow_sigmas": True, "prediction_type": "flow_prediction"}, "rectified"),
        ("DDIMScheduler", {"rescale_betas_zero_snr": True}, "prediction_type epsilon"),
        ("DDIMScheduler", {"prediction_type": "score"}, "predicts 'score'"),
    ],
)
def test_a_schedule_that_is_not_understood_is_refused(copy, name, values, says):
    folder = copy()
    scheduler(folder, name, **values)
    with pytest.raises(errors.UnsupportedModelError, match=says):
        load(folder)


@pytest.mark.parametrize(
    "name", ["DDIMScheduler", "EulerDiscreteScheduler", "UniPCMultistepScheduler", "PNDMScheduler"]
)
def test_the_samplers_of_one_schedule_are_one_prior(copy, models, make_views, name):
    folder = copy()
    scheduler(folder, name, timestep_spacing="trailing")
    assert torch.equal(predict(load(folder), make_views), predict(load(models["sd"]), make_views))


def test_a_schedule_that_ends_in_noise_alone_works(copy, make_views, generator):
    """Zero terminal SNR (Lin et al. 2023): the last step has no signal, and every other is as the library has it."""
    folder = copy("sd-v")
    scheduler(folder, "DDIMScheduler", rescale_betas_zero_snr=True, timestep_spacing="trailing")
    prior = load(folder)
    theirs = diffusers.DDIMScheduler.from_pretrained(folder, subfolder="scheduler")
    assert float(theirs.alphas_cumprod[-1]) == 0
    for step in (0, 500, 998):
        t = prior.time_of(torch.tensor([step / 1000 + 1e-4]))
        assert float(alpha(t) ** 2) == pytest.approx(float(theirs.alphas_cumprod[step]), rel=1e-3, abs=1e-6)
    last = prior.time_of(torch.tensor([1.0]))
    assert 0.99 < float(last) < 1 and bool(sigma(last) > 0.999)
    views, text = make_views(1, torch.float32), prior.encode_text("a red chair")
    x = torch.randn(1, *sample_shape(prior), generator=generator)
    out = sds_gradient(x, prior, text, views, last, generator, guidance_scale=7.5)
    assert bool(out.grad.isfinite().all())


def test_a_vae_with_statistics_of_its_latents_is_scaled_by_them(copy, models):
    folder = copy()
    mean, std = [-1.6, 1.9, -1.4, 2.5], [8.5, 5.9, 6.5, 5.2]
    edit_json(folder / "vae" / "config.json", latents_mean=mean, latents_std=std, scaling_factor=0.5)
    ours, plain = load(folder), load(models["sd"])
    images = torch.rand(2, 3, 16, 16) * 2 - 1
    raw = plain.encode(images) / 0.18215
    expected = (raw - torch.tensor(mean).view(1, 4, 1, 1)) * 0.5 / torch.tensor(std).view(1, 4, 1, 1)
    torch.testing.assert_close(ours.encode(images), expected)
    torch.testing.assert_close(ours.decode(expected), plain.decode(raw * 0.18215), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    ("part", "values", "error", "says"),
    [
        ("unet", {"time_cond_proj_dim": 16}, errors.UnsupportedModelError, "latent consistency models"),
        ("unet", {"num_class_embeds": 8}, errors.UnsupportedModelError, "upscalers"),
        ("unet", {"addition_embed_type": "image"}, errors.UnsupportedModelError, "more than a text"),
        ("unet", {"new_attention": "fast"}, errors.UnsupportedModelError, "does not understand new_attention"),
        ("vae", {"temporal_scale": 4}, errors.UnsupportedModelError, "does not understand temporal_scale"),
        ("unet", {"down_block_types": ["DownBlock2D"]}, errors.LayoutError, "describes no UNet2DConditionModel"),
    ],
)
def test_a_description_that_is_not_understood_is_refused(copy, part, values, error, says):
    folder = copy()
    edit_json(folder / part / "config.json", **values)
    with pytest.raises(error, match=says):
        load(folder)


def test_what_a_description_leaves_out_is_the_class_s_default(copy, models, make_views):
    folder = copy()
    config = json.loads((folder / "vae" / "config.json").read_text())
    del config["scaling_factor"], config["force_upcast"], config["latents_mean"]
    (folder / "vae" / "config.json").write_text(json.dumps(config))
    images = torch.rand(1, 3, 16, 16) * 2 - 1
    assert torch.equal(load(folder).encode(images), load(models["sd"]).encode(images))


# Devices and precision.


@pytest.mark.parametrize(
    ("device", "says"), [("cuda", "CUDA"), ("cuda:3", "CUDA"), ("tpu", "hub.device"), ("meta", "not")]
)
def test_a_device_that_is_not_there_is_said(models, device, says):
    if device.startswith("cuda") and torch.cuda.is_available():
        pytest.skip("there is a card")
    with pytest.raises(errors.LayoutError, match=says):
        load_pretrained(str(models["sd"]), offline=True, device=device)


# Memory.


def test_slices_give_the_gradient_of_the_whole_batch(models, make_views, generator):
    plain, sliced = load(models["sd"]), load(models["sd"])
    sliced._networks.slices = Slices(encode=2, denoise=1, checkpointing=True)
    images = torch.rand(3, 3, 16, 16, generator=generator) * 2 - 1
    views, t = make_views(3, torch.float32), torch.tensor([0.3, 0.5, 0.8])
    results = []
    for prior in (plain, sliced):
        leaf = images.clone().requires_grad_()
        latents = prior.encode(leaf)
        text = prior.encode_text("a red chair", "ugly")
        out = sds_gradient(latents, prior, text, views, t, torch.Generator().manual_seed(1), guidance_scale=7.5)
        results.append((latents.detach(), out.grad, *torch.autograd.grad(latents, leaf, out.grad)))
        cond = prior.predict_cond(latents.detach(), t, text, views)
        results[-1] += (cond, prior.decode(latents.detach()))
    for ours, theirs in zip(*reversed(results), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)


def test_slices_keep_no_maps_between_forward_and_backward(models):
    """The canary: without them the graph of the whole batch is there, by the tensors that autograd saves."""
    kept = {}
    for name, slices in (("whole", Slices()), ("sliced", Slices(encode=1))):
        prior = load(models["sd"])
        prior._networks.slices = slices
        saved: list[int] = []
        with torch.autograd.graph.saved_tensors_hooks(lambda x, s=saved: s.append(x.numel()) or x, lambda x: x):
            prior.encode(torch.zeros(4, 3, 16, 16, requires_grad=True))
        kept[name] = sum(saved)
    assert kept["sliced"] == 4 * 3 * 16 * 16 < kept["whole"] / 20


def test_a_checkpointed_encoder_keeps_the_inputs_of_its_blocks_and_gives_the_same_gradient(models):
    kept, gradients = [], []
    for checkpointing in (False, True):
        prior = load(models["sd"], checkpointing=checkpointing)
        assert prior._networks.slices.checkpointing == checkpointing
        images = (torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1).requires_grad_()
        saved: list[int] = []
        with torch.autograd.graph.saved_tensors_hooks(lambda x, s=saved: s.append(x.numel()) or x, lambda x: x):
            latents = prior.encode(images)
        kept.append(sum(saved))
        gradients.append(torch.autograd.grad(latents, images, torch.ones_like(latents))[0])
    assert kept[1] < kept[0] / 2 and torch.equal(*gradients)


def test_an_overflow_in_the_backward_pass_of_the_vae_is_found_again_in_float32(copy, caplog):
    folder = copy()
    edit_json(folder / "vae" / "config.json", force_upcast=False)
    prior = load(folder, precision="fp16")
    images = (torch.rand(1, 3, 16, 16) * 2 - 1).requires_grad_()
    latents = prior.encode(images)
    with caplog.at_level("WARNING"):
        (gradient,) = torch.autograd.grad(latents, images, torch.full_like(latents, 1e6))
    assert bool(gradient.isfinite().all()) and "AutoencoderKL gave values that are not finite" in caplog.text


NEED = MemoryNeed(text=1, networks=10, gradient=8, checkpointed=5, kept=3, denoise=2, decode=3)


@pytest.mark.parametrize(
    ("free", "at_once", "expected"),
    [
        (100, 100, Slices()),
        (None, 100, Slices()),
        (34, 16, Slices(encode=2, denoise=4)),
        (33, 16, Slices(1, 1)),
        (22, 16, Slices(1, 1)),
        (17, 16, Slices(1, 1, checkpointing=True)),
        (16, 16, None),
    ],
)
def test_what_fits_is_sliced_as_little_as_can_be(free, at_once, expected):
    assert choose_slices(NEED, free, at_once) == expected


def test_the_limit_of_a_container_counts(tmp_path):
    own = tmp_path / "cgroup"
    own.write_text("0::/a/b\n")
    for group, limit in (("", "max"), ("a", "5000"), ("a/b", "9000")):
        place = tmp_path / "fs" / group
        place.mkdir(parents=True, exist_ok=True)
        (place / "memory.max").write_text(f"{limit}\n")
        (place / "memory.current").write_text("3000\n")
        (place / "memory.stat").write_text("anon 1\ninactive_file 500\n")
    assert group_memory(tmp_path / "fs", own) == 2500
    assert group_memory(tmp_path / "nowhere", own) == 1 << 62

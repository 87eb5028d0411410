"""Single files: recognised by what is in them, converted to the folder that they were, or refused by name."""

import json
import shutil
from dataclasses import replace

import pytest
import torch

pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

from safetensors.torch import load_file, save_file  # noqa: E402

from bozzetto.sds.pretrained import errors  # noqa: E402
from bozzetto.sds.pretrained.folder import inspect_folder  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.pretrained.parts import check_parts, with_defaults  # noqa: E402
from bozzetto.sds.pretrained.single_file import (  # noqa: E402
    SD15,
    SD21,
    SD21_BASE,
    SDXL,
    converted,
    recognise,
    write_tokenizer,
)
from tests.sds.tiny_models import as_gguf, as_single_file, as_transformer_file, build  # noqa: E402

PARTS = {"sd": ("unet", "vae", "text_encoder"), "sdxl": ("unet", "vae", "text_encoder", "text_encoder_2")}
KINDS = {"sd": SD15, "sdxl": SDXL}


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    root = tmp_path_factory.mktemp("single")
    return {kind: build(kind, root / kind) for kind in PARTS}


def tiny(kind, folder):
    """The kind with the shapes of a tiny model."""
    configs = {name: json.loads((folder / name / "config.json").read_text()) for name in PARTS[kind]}
    return replace(KINDS[kind], configs=configs)


@pytest.mark.parametrize("kind", PARTS)
def test_a_single_file_is_the_folder_that_it_was(models, tmp_path, kind):
    folder = models[kind]
    path = as_single_file(folder, tmp_path / "model.safetensors")
    assert recognise(path) is KINDS[kind]
    said = []
    back = converted(path, tmp_path / "kept", tiny(kind, folder), said.append)
    assert KINDS[kind].name in said[0] and "converting it once" in said[0]
    for name in PARTS[kind]:
        stem = "model" if "text" in name else "diffusion_pytorch_model"
        ours = load_file(back / name / f"{stem}.safetensors")
        theirs = load_file(folder / name / f"{stem}.safetensors")
        ours, theirs = ({k.removeprefix("text_model."): v for k, v in t.items()} for t in (ours, theirs))
        assert ours.keys() == theirs.keys()
        assert all(torch.equal(ours[key].flatten(), theirs[key].flatten()) for key in theirs), name
    check_parts(with_defaults(inspect_folder(back)))
    # Once: the second time nothing is written, and a file that has changed is another one.
    assert converted(path, tmp_path / "kept", tiny(kind, folder), said.append) == back and "before" in said[-1]
    path.touch()
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_a_single_file_is_a_prior(models, tmp_path, monkeypatch):
    from bozzetto.sds.pretrained import single_file

    path = as_single_file(models["sd"], tmp_path / "model.safetensors")
    monkeypatch.setattr(single_file, "SD15", tiny("sd", models["sd"]))
    back = converted(path, tmp_path / "kept", single_file.SD15)
    # The tokenizer of the file's model, not of this tiny one, was written; its words are more than the encoder has.
    shutil.rmtree(back / "tokenizer")
    shutil.copytree(models["sd"] / "tokenizer", back / "tokenizer")
    ours, theirs = (load_pretrained(str(p), offline=True, resolution=16, device="cpu") for p in (back, models["sd"]))
    images = torch.rand(1, 3, 16, 16) * 2 - 1
    assert torch.equal(ours.encode(images), theirs.encode(images))
    assert torch.equal(ours.encode_text("a chair").cond.tokens, theirs.encode_text("a chair").cond.tokens)


def test_the_shapes_that_are_shipped_are_the_published_ones():
    """Parameters of the published models, counted on the meta device."""
    import diffusers
    import transformers

    published = [
        (SD15, {"unet": 859_520_964, "vae": 83_653_863, "text_encoder": 123_060_480}),
        (SD21_BASE, {"unet": 865_910_724, "text_encoder": 340_387_840}),
        (SDXL, {"unet": 2_567_463_684, "text_encoder_2": 694_659_840}),
    ]
    for kind, counts in published:
        for name, count in counts.items():
            config = dict(kind.configs[name])
            with torch.device("meta"):
                if "text" in name:
                    cls = getattr(transformers, config["architectures"][0])
                    network = cls(cls.config_class.from_dict(config))
                else:
                    network = {"unet": diffusers.UNet2DConditionModel, "vae": diffusers.AutoencoderKL}[name](**config)
            assert sum(p.numel() for p in network.parameters()) == count, (kind.name, name)


def test_the_tokenizer_that_is_written_is_clip_s(tmp_path):
    from transformers import CLIPTokenizer

    write_tokenizer(tmp_path / "tokenizer")
    tokenizer = CLIPTokenizer.from_pretrained(tmp_path / "tokenizer")
    assert len(tokenizer) == 49408
    assert tokenizer("a photo of a cat").input_ids == [49406, 320, 1125, 539, 320, 2368, 49407]
    padded = tokenizer("a chair", padding="max_length").input_ids
    assert padded[:5] == [49406, 320, 4269, 49407, 49407] and len(padded) == 77


FLUX = "model.diffusion_model."
UNET, CLIP, VAE = "model.diffusion_model.", "cond_stage_model.transformer.", "first_stage_model.decoder.conv_in.weight"
OPEN = "cond_stage_model.model.transformer.resblocks.0.ln_1.bias"
INLET = f"{UNET}input_blocks.0.0.weight"


@pytest.mark.parametrize(
    ("name", "shapes", "error", "says"),
    [
        ("a.ckpt", None, errors.LayoutError, "a pickle, which can run code"),
        ("a.gguf", None, errors.DamagedWeightsError, "cut short or no GGUF file"),
        ("a.txt", None, errors.LayoutError, "expected a folder in the layout of diffusers"),
        ("a.safetensors", {"lora_unet_down_blocks_0.lora_down.weight": (2, 2)}, errors.LayoutError, "is a LoRA"),
        ("a.safetensors", {f"{UNET}joint_blocks.0.x": (1,)}, errors.UnsupportedModelError, "not known here"),
        ("a.safetensors", {"double_blocks.0.img_attn_qkv.x": (1,)}, errors.UnsupportedModelError, "not known here"),
        ("a.safetensors", {"double_blocks.0.img_attn.qkv.weight": (1,), "a.scale_weight": (1,)},
         errors.UnsupportedModelError, "a.weight is no such tensor"),
        ("a.safetensors", {"a.weight": (1,), "a.weight_scale": (1,)}, errors.UnsupportedModelError, "a.weight is F32"),
        ("a.safetensors", {"a.weight.quant_state.bitsandbytes__nf4": (1,)}, errors.UnsupportedModelError, "nf4"),
        ("a.safetensors", {f"{FLUX}double_blocks.0.img_attn.qkv.weight": (12, 4), f"{FLUX}img_in.weight": (4, 384),
         f"{FLUX}vector_in.in_layer.weight": (4, 4), f"{FLUX}double_blocks.0.img_attn.norm.query_norm.scale": (4,)},
         errors.UnsupportedModelError, "takes 384 channels"),
        ("a.safetensors", {INLET: (4, 9, 3, 3), VAE: (1,)}, errors.UnsupportedModelError, "an inpainting model"),
        ("a.safetensors", {INLET: (4, 8, 3, 3), VAE: (1,)}, errors.UnsupportedModelError, "an edit model"),
        ("a.safetensors", {INLET: (4, 4, 3, 3), "conditioner.embedders.0.model.x": (1,)}, errors.UnsupportedModelError,
         "the refiner"),
        ("a.safetensors", {INLET: (4, 4, 3, 3), VAE: (1,)}, errors.LayoutError, "lacks its text encoder"),
        ("a.safetensors", {INLET: (4, 4, 3, 3), f"{CLIP}x": (1,)}, errors.LayoutError, "lacks its autoencoder"),
        ("a.safetensors", {VAE: (1,)}, errors.LayoutError, "an autoencoder alone"),
        ("a.safetensors", {"control_model.x": (1,)}, errors.LayoutError, "a ControlNet alone"),
        ("a.safetensors", {"wte.weight": (1,)}, errors.UnsupportedModelError, "it begins with wte.weight"),
    ],
)  # fmt: skip
def test_what_is_no_whole_model_is_refused_by_name(tmp_path, name, shapes, error, says):
    path = tmp_path / name
    path.write_bytes(b"0123456789")
    if shapes is not None:
        save_file({key: torch.zeros(shape) for key, shape in shapes.items()}, path)
    with pytest.raises(error, match=says):
        load_pretrained(str(path), offline=True)


def test_stable_diffusion_2_is_told_from_its_base_model(tmp_path):
    shapes = {INLET: (4, 4, 3, 3), VAE: (1,), OPEN: (1,)}
    for name, more, kind in (("v2.safetensors", {}, SD21), ("v2-base.safetensors", {}, SD21_BASE),
                             ("b.safetensors", {"global_step": (1,)}, SD21_BASE)):  # fmt: skip
        save_file({key: torch.zeros(shape) for key, shape in (shapes | more).items()}, tmp_path / name)
        assert recognise(tmp_path / name) is kind


TRANSFORMERS = {"sd3": ("SD3", "tokenizer_3"), "flux": ("FLUX", "tokenizer_2")}


@pytest.fixture(scope="module")
def flows(tmp_path_factory):
    root = tmp_path_factory.mktemp("flows")
    return {kind: build(kind, root / kind) for kind in TRANSFORMERS}


def configs_of(folder):
    return {path.parent.name: json.loads(path.read_text()) for path in folder.glob("*/config.json")}


def small(kind, folder, path):
    """What the file is recognised as, with the descriptions of a tiny model."""
    found = recognise(path)
    assert found.name == {"sd3": "Stable Diffusion 3", "flux": "FLUX.1"}[kind]
    network, own = found.configs["transformer"], configs_of(folder)["transformer"]
    # Read from the file, but for what all published ones have alike and tiny ones have not.
    untold = {"attention_head_dim", "num_attention_heads", "axes_dims_rope", "sample_size"}
    for key in network.keys() - untold:
        assert network[key] == own.get(key, network[key]), key
    return replace(found, configs=configs_of(folder))


def same_weights(ours, theirs):
    a, b = (load_file(next(folder.glob("*.safetensors"))) for folder in (ours, theirs))
    a, b = ({k.removeprefix("text_model."): v for k, v in t.items()} for t in (a, b))
    assert a.keys() == b.keys() and all(torch.equal(a[key].flatten(), b[key].flatten()) for key in b), ours.name


@pytest.mark.parametrize("prefix", ["model.diffusion_model.", ""])
@pytest.mark.parametrize("kind", TRANSFORMERS)
def test_a_transformer_s_file_is_the_folder_that_it_was(flows, tmp_path, kind, prefix):
    folder = flows[kind]
    path = as_transformer_file(folder, tmp_path / "model.safetensors", prefix=prefix)
    said = []
    back = converted(path, tmp_path / "kept", small(kind, folder, path), said.append, folder)
    for name in configs_of(folder):
        same_weights(back / name, folder / name)
    check_parts(with_defaults(inspect_folder(back)))
    # The tokenizer of the published model stands where the tiny one's was; it knows more words than the encoder.
    for name in ("tokenizer", "tokenizer_2"):
        shutil.rmtree(back / name, ignore_errors=True)
        shutil.copytree(folder / name, back / name)
    ours, theirs = (load_pretrained(str(p), offline=True, resolution=32, device="cpu") for p in (back, folder))
    assert torch.equal(ours.encode_text("a chair").cond.tokens, theirs.encode_text("a chair").cond.tokens)
    images = torch.rand(1, 3, 32, 32) * 2 - 1
    assert torch.equal(ours.encode(images), theirs.encode(images))


@pytest.mark.parametrize("kind", TRANSFORMERS)
def test_a_transformer_alone_borrows_the_rest(flows, tmp_path, kind):
    folder = flows[kind]
    path = as_transformer_file(folder, tmp_path / "model.safetensors", parts=False)
    with pytest.raises(errors.LayoutError, match=r"lacks text_encoder.*vae.*hub\.base"):
        converted(path, tmp_path / "kept", small(kind, folder, path))
    back = converted(path, tmp_path / "kept", small(kind, folder, path), base=folder)
    for name in configs_of(folder):
        same_weights(back / name, folder / name)
    prior = load_pretrained(str(back), offline=True, resolution=32, device="cpu")
    assert prior.encode_text("a chair").cond.tokens.isfinite().all()
    (tmp_path / "empty").mkdir()
    with pytest.raises(errors.LayoutError, match="has no text_encoder"):
        converted(path, tmp_path / "kept", small(kind, folder, path), base=tmp_path / "empty")


def test_stable_diffusion_3_is_read_without_its_t5_where_nobody_lends_the_tokenizer(flows, tmp_path):
    folder = flows["sd3"]
    path = as_transformer_file(folder, tmp_path / "model.safetensors")
    said = []
    back = converted(path, tmp_path / "kept", small("sd3", folder, path), said.append)
    assert any("without its T5 encoder" in line for line in said) and not (back / "text_encoder_3").exists()
    found = inspect_folder(back)
    assert not found.has_t5
    check_parts(with_defaults(found))
    flux = as_transformer_file(flows["flux"], tmp_path / "flux.safetensors")
    with pytest.raises(errors.LayoutError, match="lacks tokenizer_2"):
        converted(flux, tmp_path / "kept", small("flux", flows["flux"], flux))


def test_eight_bit_floats_become_half_precision(flows, tmp_path):
    folder = flows["flux"]
    path = as_transformer_file(folder, tmp_path / "model.safetensors", parts=False)
    eight = {key: value.to(torch.float8_e4m3fn) for key, value in load_file(path).items()}
    save_file(eight, path)
    back = converted(path, tmp_path / "kept", small("flux", folder, path), base=folder)
    kept = load_file(back / "transformer" / "diffusion_pytorch_model.safetensors")
    own = load_file(folder / "transformer" / "diffusion_pytorch_model.safetensors")
    assert {value.dtype for value in kept.values()} == {torch.float16}
    assert all(torch.equal(kept[key], own[key].to(torch.float8_e4m3fn).half()) for key in own)


@pytest.mark.parametrize("each_row", [False, True])
def test_eight_bit_floats_are_multiplied_by_their_scales(flows, tmp_path, each_row):
    folder = flows["flux"]
    path = as_transformer_file(folder, tmp_path / "model.safetensors", parts=False)
    stored, wanted = {"scaled_fp8": torch.zeros(2).to(torch.float8_e4m3fn)}, {}
    for key, value in load_file(path).items():
        stored[key] = value
        if value.dim() == 2 and key.endswith(".weight"):
            largest = value.abs().amax(1, keepdim=True) if each_row else value.abs().max()
            scale = largest / 448
            stored[key] = (value / scale).to(torch.float8_e4m3fn)
            layer = key.removesuffix(".weight")
            stored[f"{layer}.{'weight_scale' if each_row else 'scale_weight'}"] = scale
            stored[f"{layer}.scale_input"] = torch.ones(1)
            wanted[key] = (stored[key].float() * scale).half()
    save_file(stored, path)
    back = converted(path, tmp_path / "kept", small("flux", folder, path), base=folder)
    own = load_file(folder / "transformer" / "diffusion_pytorch_model.safetensors")
    kept = load_file(back / "transformer" / "diffusion_pytorch_model.safetensors")
    assert kept.keys() == own.keys()
    # Three bits of mantissa are a sixteenth of a value, and the smallest are lost.
    assert all(torch.allclose(kept[key].float(), own[key].float(), rtol=0.07, atol=0.01) for key in own)
    prefix = "model.diffusion_model."
    assert torch.equal(kept["context_embedder.weight"], wanted[f"{prefix}txt_in.weight"])


@pytest.mark.parametrize("kind", ["sd3", "flux"])
def test_a_gguf_file_is_the_transformer_that_it_was(flows, tmp_path, kind):
    folder = flows[kind]
    plain = as_transformer_file(folder, tmp_path / "plain.safetensors", parts=False, prefix="")
    wanted = as_gguf(tmp_path / "model.gguf", load_file(plain))
    # The same values in a plain file come to the same folder.
    save_file(wanted, plain)
    path = tmp_path / "model.gguf"
    said = []
    back = converted(path, tmp_path / "kept", small(kind, folder, path), said.append, base=folder)
    same = converted(plain, tmp_path / "kept", small(kind, folder, plain), base=folder)
    ours, theirs = (load_file(f / "transformer" / "diffusion_pytorch_model.safetensors") for f in (back, same))
    assert ours.keys() == theirs.keys()
    assert all(torch.equal(ours[key].float(), theirs[key].to(ours[key].dtype).float()) for key in ours)
    assert torch.float16 in {value.dtype for value in ours.values()} and "converting it once" in said[-1]
    check_parts(with_defaults(inspect_folder(back)))
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(errors.DamagedWeightsError, match="cut short or no GGUF file"):
        converted(cut, tmp_path / "kept", base=folder)
    as_gguf(tmp_path / "words.gguf", {"blk.0.attn_q.weight": torch.zeros(4, 4)})
    with pytest.raises(errors.UnsupportedModelError, match="it begins with blk.0.attn_q.weight"):
        recognise(tmp_path / "words.gguf")
    with pytest.raises(errors.LayoutError, match="and lacks"):
        converted(path, tmp_path / "kept", small(kind, folder, path))


def test_flux_s_names_are_those_of_diffusers_own_converter():
    """At the published width, which the library's converter has built in; on the meta device."""
    import diffusers
    from diffusers.loaders.single_file_utils import convert_flux_transformer_checkpoint_to_diffusers

    from bozzetto.sds.pretrained.single_transformer import flux_weights
    from tests.sds.tiny_models import _flux_names

    with torch.device("meta"):
        network = diffusers.FluxTransformer2DModel(num_layers=1, num_single_layers=1, guidance_embeds=True)
    file = _flux_names(network.state_dict())
    theirs = convert_flux_transformer_checkpoint_to_diffusers(dict(file))
    ours = flux_weights(file)
    assert {k: v.shape for k, v in ours.items()} == {k: v.shape for k, v in theirs.items()}
    assert ours.keys() == network.state_dict().keys()


def test_the_shapes_of_published_transformers_are_read_from_their_tensors():
    import diffusers

    from bozzetto.sds.pretrained.single_transformer import flux_config, sd3_config
    from tests.sds.tiny_models import _flux_names, _sd3_names

    with torch.device("meta"):
        flux = diffusers.FluxTransformer2DModel(num_layers=2, num_single_layers=3, guidance_embeds=False)
        sd3 = diffusers.SD3Transformer2DModel(
            num_layers=2, num_attention_heads=24, attention_head_dim=64, caption_projection_dim=1536,
            pos_embed_max_size=192,
        )  # fmt: skip
    found = flux_config({k: tuple(v.shape) for k, v in _flux_names(flux.state_dict()).items()})
    assert {key: flux.config[key] for key in found if key != "_class_name"} | {"axes_dims_rope": [16, 56, 56]} == {
        k: v for k, v in found.items() if k != "_class_name"
    }
    found = sd3_config({k: tuple(v.shape) for k, v in _sd3_names(sd3.state_dict()).items()})
    own = {key: sd3.config[key] for key in found if key not in ("_class_name", "dual_attention_layers")}
    assert {k: v for k, v in found.items() if k in own} == own and found["dual_attention_layers"] == []

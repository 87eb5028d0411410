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
from tests.sds.tiny_models import as_single_file, build  # noqa: E402

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


UNET, CLIP, VAE = "model.diffusion_model.", "cond_stage_model.transformer.", "first_stage_model.decoder.conv_in.weight"
OPEN = "cond_stage_model.model.transformer.resblocks.0.ln_1.bias"
INLET = f"{UNET}input_blocks.0.0.weight"


@pytest.mark.parametrize(
    ("name", "shapes", "error", "says"),
    [
        ("a.ckpt", None, errors.LayoutError, "a pickle, which can run code"),
        ("a.gguf", None, errors.UnsupportedModelError, "GGUF"),
        ("a.txt", None, errors.LayoutError, "expected a folder in the layout of diffusers"),
        ("a.safetensors", {"lora_unet_down_blocks_0.lora_down.weight": (2, 2)}, errors.LayoutError, "is a LoRA"),
        ("a.safetensors", {f"{UNET}joint_blocks.0.x": (1,)}, errors.UnsupportedModelError, "Stable Diffusion 3 in one"),
        ("a.safetensors", {"double_blocks.0.img_attn.x": (1,)}, errors.UnsupportedModelError, "FLUX in one file"),
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

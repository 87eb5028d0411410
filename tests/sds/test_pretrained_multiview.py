"""MVDream, ImageDream and Zero-1-to-3 on tiny models in their published layouts, held against what the papers say."""

import json
import math
import shutil
from dataclasses import replace

import pytest
import torch

pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

import transformers  # noqa: E402
from PIL import Image  # noqa: E402
from safetensors.torch import load_file, save_file  # noqa: E402

from bozzetto.jobs.train.views import orbit_views  # noqa: E402
from bozzetto.nerf.cameras import orbit_c2w  # noqa: E402
from bozzetto.sds.distillation import sds_gradient  # noqa: E402
from bozzetto.sds.pretrained import errors, single_file  # noqa: E402
from bozzetto.sds.pretrained.levels import step_of  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained, share_memory  # noqa: E402
from bozzetto.sds.pretrained.memory import Slices  # noqa: E402
from bozzetto.sds.pretrained.multiview import camera_rows  # noqa: E402
from bozzetto.sds.pretrained.picture import read_picture  # noqa: E402
from bozzetto.sds.pretrained.single_file import IMAGEDREAM, MVDREAM, ZERO123, converted, recognise  # noqa: E402
from bozzetto.sds.pretrained.stable_diffusion import x0_from_output  # noqa: E402
from bozzetto.sds.pretrained.zero123 import camera_numbers  # noqa: E402
from tests.sds.multiview_models import build_multiview, build_zero123, openai_names  # noqa: E402
from tests.sds.tiny_models import ldm_unet, ldm_vae, open_clip  # noqa: E402

AROUND = [20.0, 110.0, 200.0, 290.0]


@pytest.fixture(scope="module")
def picture_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("picture") / "chair.png"
    pixels = torch.rand(12, 20, 4, generator=torch.Generator().manual_seed(3)).mul(255).byte().numpy()
    Image.fromarray(pixels, "RGBA").save(path)
    return path


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    root = tmp_path_factory.mktemp("multiview")
    references = {name: build_multiview(root / name, name == "imagedream") for name in ("mvdream", "imagedream")}
    build_zero123(root / "zero123")
    return root, references


def load(models, name, picture=None, **options):
    root, _ = models
    kept = root / "kept"
    return load_pretrained(
        str(root / name), offline=True, resolution=16, device="cpu", models=kept, image=picture, **options
    )


def views(azimuths=AROUND, elevation=15.0):
    return orbit_views(torch.tensor(azimuths), elevation_deg=elevation)


def noise(batch):
    return torch.randn(batch, 4, 8, 8, generator=torch.Generator().manual_seed(0))


def test_mvdream_is_what_its_paper_says(models):
    prior, reference = load(models, "mvdream"), models[1]["mvdream"]
    text, t, x = prior.encode_text("a red chair"), torch.full((8,), 0.6), noise(8)
    both = views(AROUND + [5.0, 95.0, 185.0, 275.0])
    cond, uncond = prior.predict_x0(x, t, text, both)
    step = step_of(t, prior._schedule.table)
    for ours, side in ((cond, text.cond), (uncond, text.uncond)):
        eps = reference(x, step, side.tokens.expand(8, -1, -1), camera_rows(both), 4)
        torch.testing.assert_close(ours, x0_from_output(eps, x, t, "epsilon"), rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(prior.predict_cond(x, t, text, both), cond, rtol=1e-5, atol=1e-5)


def test_views_of_one_object_look_at_each_other_and_those_of_two_do_not(models):
    prior = load(models, "mvdream")
    text, t, x = prior.encode_text("a red chair"), torch.full((8,), 0.6), noise(8)
    around = views(AROUND * 2)
    plain = prior.predict_cond(x, t, text, around)
    x[3] += 1
    moved = (prior.predict_cond(x, t, text, around) - plain).flatten(1).abs().amax(1)
    assert (moved[:4] > 1e-4).all() and (moved[4:] < 1e-6).all()


def test_imagedream_is_what_its_paper_says(models, picture_file):
    prior, reference = load(models, "imagedream", picture_file), models[1]["imagedream"]
    text, t, x = prior.encode_text("a red chair"), torch.full((4,), 0.6), noise(4)
    cond, uncond = prior.predict_x0(x, t, text, views())
    camera = torch.cat([camera_rows(views()), torch.zeros(1, 16)])
    step = step_of(torch.full((5,), 0.6), prior._schedule.table)
    for ours, side, share in ((cond, text.cond, 1.0), (uncond, text.uncond, 0.0)):
        assert torch.equal(side.image_tokens, share * text.cond.image_tokens) and text.cond.image_tokens.any()
        five = torch.cat([x, share * text.cond.image_latents])
        seen = side.image_tokens.expand(5, -1, -1)
        eps = reference(five, step, side.tokens.expand(5, -1, -1), camera, 5, seen)[:4]
        torch.testing.assert_close(ours, x0_from_output(eps, x, t, "epsilon"), rtol=1e-4, atol=1e-4)


def test_the_camera_is_the_c2w_of_ours_in_blender_s_axes_at_a_distance_of_one():
    around = views([0.0, 90.0, 210.0], 25.0)
    c2w = orbit_c2w(around.azimuth, around.elevation, 1.0)
    blender = torch.tensor([[1.0, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, 0, 0, 1]])
    torch.testing.assert_close(camera_rows(around), (blender @ c2w).flatten(1))
    # The published pipeline's own camera at azimuth 0 and elevation 0 stands on -Y and looks along +Y.
    front = camera_rows(views([0.0], 0.0)).view(4, 4)
    torch.testing.assert_close(front[:3, 3], torch.tensor([0.0, -1.0, 0.0]))
    torch.testing.assert_close(-front[:3, 2], torch.tensor([0.0, 1.0, 0.0]))


def test_slices_hold_whole_objects_and_others_than_four_views_are_refused(models):
    prior = load(models, "mvdream")
    text, t, x = prior.encode_text("a red chair"), torch.full((8,), 0.6), noise(8)
    whole = prior.predict_x0(x, t, text, views(AROUND * 2))
    prior._networks.slices = Slices(1, 1)
    assert len(prior._slices(8)) == 2
    for a, b in zip(whole, prior.predict_x0(x, t, text, views(AROUND * 2)), strict=True):
        torch.testing.assert_close(a, b, rtol=1e-5, atol=1e-5)
    with pytest.raises(errors.LayoutError, match="sees 4 views of an object at once, and got 3: set camera.views"):
        prior.predict_x0(x[:3], t[:3], text, views(AROUND[:3]))


@pytest.mark.parametrize("name", ["mvdream", "imagedream", "zero123"])
def test_a_gradient_reaches_the_images(models, picture_file, name, generator):
    prior = load(models, name, None if name == "mvdream" else picture_file)
    text = prior.encode_text("a red chair")
    images = torch.rand(4, 3, 16, 16, generator=generator).requires_grad_()
    latents = prior.encode(images)
    out = sds_gradient(latents, prior, text, views(), torch.full((4,), 0.5), generator, guidance_scale=5.0)
    latents.backward(out.grad)
    assert bool(images.grad.isfinite().all()) and bool(images.grad.abs().sum() > 0)
    assert len(prior.digest) == 64 and prior.recipe in ("mvdream", "zero123")


def test_zero123_is_the_u_net_with_the_picture_beside_the_noise(models, picture_file):
    prior = load(models, "zero123", picture_file, image_elevation=0.1)
    text, t, x = prior.encode_text(""), torch.full((4,), 0.6), noise(4)
    cond, uncond = prior.predict_x0(x, t, text, views())
    root, _ = models
    layer = load_file(root / "zero123" / "cc_projection" / "diffusion_pytorch_model.safetensors")
    azimuth = torch.deg2rad(torch.tensor(AROUND))
    polar = torch.full((4,), (math.pi / 2 - math.radians(15)) - (math.pi / 2 - 0.1))
    numbers = torch.stack([polar, azimuth.sin(), azimuth.cos(), torch.zeros(4)], -1)
    seen = torch.cat([text.cond.image_tokens.expand(4, -1, -1), numbers[:, None]], -1)
    token = seen @ layer["projection.weight"].T + layer["projection.bias"]
    picture = read_picture(picture_file)
    vae = prior._networks.vae
    latents = vae.encode(picture.square(16)).latent_dist.mode().expand(4, -1, -1, -1)
    unet, step = prior._networks.denoiser, step_of(t, prior._schedule.table)
    for ours, share in ((cond, 1.0), (uncond, 0.0)):
        eps = unet(torch.cat([x, share * latents], 1), step, encoder_hidden_states=share * token).sample
        torch.testing.assert_close(ours, x0_from_output(eps, x, t, "epsilon"), rtol=1e-4, atol=1e-4)
    assert "reads no prompt" in text.notes[0] and "taken for Zero-1-to-3" in text.notes[0]
    stable = camera_numbers(views(), 0.1, stable=True)
    torch.testing.assert_close(stable[:, :3], numbers[:, :3])
    torch.testing.assert_close(stable[:, 3], torch.full((4,), math.pi / 2 - 0.1))


def test_threestudio_s_own_layout_of_zero123_is_the_same_prior(models, picture_file, tmp_path):
    root, _ = models
    folder = shutil.copytree(root / "zero123", tmp_path / "zero123-diffusers")
    index = json.loads((folder / "model_index.json").read_text())
    index["_class_name"] = "Zero123Pipeline"
    del index["cc_projection"]
    index["clip_camera_projection"] = ["zero123", "CLIPCameraProjection"]
    (folder / "model_index.json").write_text(json.dumps(index))
    (folder / "cc_projection").rename(folder / "clip_camera_projection")
    weights = folder / "clip_camera_projection" / "diffusion_pytorch_model.safetensors"
    named = {key.replace("projection", "proj"): value for key, value in load_file(weights).items()}
    save_file(named, weights, metadata={"format": "pt"})
    other = load_pretrained(str(folder), offline=True, resolution=16, device="cpu", image=picture_file)
    t, x = torch.full((4,), 0.6), noise(4)
    sides = [
        prior.predict_x0(x, t, prior.encode_text(""), views())[0]
        for prior in (other, load(models, "zero123", picture_file))
    ]
    assert torch.equal(*sides)


def test_two_priors_share_the_memory(models, picture_file):
    first, second = load(models, "mvdream"), load(models, "zero123", picture_file)
    each = [prior.memory_need.peak(1, checkpointing=True) for prior in (first, second)]
    enough = max(each) + sum(prior.memory_need.networks for prior in (first, second))
    share_memory(first, second, free=enough)
    with pytest.raises(errors.MemoryNeedError, match="GB are free"):
        share_memory(first, second, free=max(each))


def test_a_picture_is_wanted_by_some_and_refused_by_others(models, picture_file, tmp_path):
    for name in ("imagedream", "zero123"):
        with pytest.raises(errors.LayoutError, match="continues a picture: give one by hub.image=FILE"):
            load(models, name)
    said = []
    assert not load(models, "mvdream", picture_file, say=said.append).continues_picture
    assert any("takes no picture, and is not shown" in line for line in said)
    assert all(load(models, name, picture_file).continues_picture for name in ("imagedream", "zero123"))
    (tmp_path / "no.png").write_bytes(b"no picture")
    with pytest.raises(errors.LayoutError, match="no.png cannot be read"):
        load(models, "zero123", tmp_path / "no.png")


def test_a_picture_is_square_and_its_transparency_is_its_mask(picture_file):
    picture = read_picture(picture_file)
    assert picture.rgba.shape == (1, 4, 20, 20) and float(picture.rgba[0, 3, :4].max()) == 0
    assert torch.equal(picture.on_white[0, :, :4], torch.ones(3, 4, 20))
    assert picture.square(8).shape == (1, 3, 8, 8) and float(picture.mask(8)[0, 0, 0].max()) == 0
    assert picture.for_clip(16, antialias=True).shape == (1, 3, 16, 16)


def test_a_community_folder_is_converted_once_and_a_missing_weight_is_refused(models, tmp_path, picture_file):
    said = []
    load(models, "imagedream", picture_file, say=said.append)
    assert not any("converting" in line for line in said)  # an earlier test has converted it
    build_multiview(tmp_path / "cut", True)
    path = tmp_path / "cut" / "unet" / "diffusion_pytorch_model.safetensors"
    tensors = load_file(path)
    gone = "middle_block.1.transformer_blocks.0.attn2.to_k_ip.weight"
    save_file({key: value for key, value in tensors.items() if key != gone}, path, metadata={"format": "pt"})
    prior = load_pretrained(
        str(tmp_path / "cut"),
        resolution=16,
        device="cpu",
        models=tmp_path / "kept",
        image=picture_file,
        say=said.append,
    )
    assert any("converting its U-Net once" in line for line in said)
    with pytest.raises(errors.MismatchError, match="the image prompt lacks the keys or values of mid_block"):
        prior._networks.denoiser  # noqa: B018 - reads the weights


SINGLE = {"mvdream": MVDREAM, "imagedream": IMAGEDREAM, "zero123": ZERO123}


def as_one_file(root, name, reference, path):
    """A folder as the one file of the original code."""
    vae = load_file(root / name / "vae" / "diffusion_pytorch_model.safetensors")
    tensors = {f"first_stage_model.{ldm_vae(key, 2)}": value for key, value in vae.items()}
    if name == "zero123":
        unet = load_file(root / name / "unet" / "diffusion_pytorch_model.safetensors")
        config = json.loads((root / name / "unet" / "config.json").read_text())
        tensors |= {f"model.diffusion_model.{ldm_unet(key, config)}": value for key, value in unet.items()}
        layer = load_file(root / name / "cc_projection" / "diffusion_pytorch_model.safetensors")
        tensors |= {key.replace("projection", "cc_projection", 1): value for key, value in layer.items()}
    else:
        tensors |= {f"model.diffusion_model.{key}": value for key, value in reference.state_dict().items()}
        text = load_file(root / name / "text_encoder" / "model.safetensors")
        text = open_clip(text | {"text_projection.weight": torch.eye(32)})
        tensors |= {f"cond_stage_model.model.{key}": value for key, value in text.items()}
    if name != "mvdream":
        kind = "CLIPVisionModelWithProjection" if name == "zero123" else "CLIPVisionModel"
        encoder = getattr(transformers, kind).from_pretrained(root / name / "image_encoder")
        tensors |= {f"cond_stage_model.model.visual.{key}": value for key, value in openai_names(encoder).items()}
    save_file({key: value.contiguous().clone() for key, value in tensors.items()}, path, metadata={"format": "pt"})
    return path


@pytest.mark.parametrize("name", SINGLE)
def test_the_one_file_of_the_original_code_is_the_folder(models, picture_file, tmp_path, name, monkeypatch):
    root, references = models
    path = as_one_file(root, name, references.get(name), tmp_path / f"{name}.safetensors")
    assert recognise(path) is SINGLE[name]
    picture = None if name == "mvdream" else picture_file
    folder = load(models, name, picture)
    configs = {part: dict(folder._folder.parts[part].config) for part in SINGLE[name].configs}
    kind = replace(SINGLE[name], configs=configs, eye="quick_gelu" if SINGLE[name].eye else "")
    made = converted(path, tmp_path / "kept", kind)
    monkeypatch.setattr(single_file, "recognise", lambda path: kind)
    if "text_encoder" in configs:
        # The tiny encoder's words are not CLIP's.
        shutil.rmtree(made / "tokenizer")
        shutil.copytree(root / name / "tokenizer", made / "tokenizer")
    ours = load_pretrained(str(path), resolution=16, device="cpu", models=tmp_path / "kept", image=picture)
    t, x = torch.full((4,), 0.6), noise(4)
    for one, other in zip(
        ours.predict_x0(x, t, ours.encode_text("a chair"), views()),
        folder.predict_x0(x, t, folder.encode_text("a chair"), views()),
        strict=True,
    ):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)


def test_a_file_without_its_image_encoder_is_refused(models, tmp_path):
    root, references = models
    path = as_one_file(root, "mvdream", references["imagedream"], tmp_path / "cut.safetensors")
    with pytest.raises(errors.LayoutError, match="is ImageDream .* and lacks cond_stage_model.model.visual."):
        recognise(path)

"""CLIP and SigLIP as priors, on tiny models of the real classes saved as theirs are."""

import json
import shutil

import pytest
import torch

transformers = pytest.importorskip("transformers", reason="hub models are in the extra `diffusers`")
pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")

from bozzetto.jobs.config.errors import ConfigError  # noqa: E402
from bozzetto.jobs.config.recipes import RECIPES  # noqa: E402
from bozzetto.jobs.config.run_config import make_config, override  # noqa: E402
from bozzetto.jobs.store.runs import create_run  # noqa: E402
from bozzetto.jobs.train.knowledge import PriorKnowledge  # noqa: E402
from bozzetto.jobs.train.loop import train  # noqa: E402
from bozzetto.jobs.train.priors import load_prior  # noqa: E402
from bozzetto.sds.methods.similarity import similarity_gradient  # noqa: E402
from bozzetto.sds.pretrained import errors  # noqa: E402
from bozzetto.sds.pretrained.clip import ClipPrior, cutout, is_clip_folder  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.prior import SimilarityPrior  # noqa: E402
from tests.sds.tiny_models import clip_tokenizer, quiet, t5_tokenizer  # noqa: E402

EYE = {"hidden_size": 32, "intermediate_size": 40, "num_hidden_layers": 1, "num_attention_heads": 2, "image_size": 16,
       "patch_size": 8}  # fmt: skip
WORDS = {"hidden_size": 32, "intermediate_size": 40, "num_hidden_layers": 1, "num_attention_heads": 2}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    quiet()
    torch.manual_seed(0)
    root = tmp_path_factory.mktemp("clip")
    words = WORDS | {"vocab_size": 84, "bos_token_id": 82, "eos_token_id": 83, "max_position_embeddings": 77}
    config = transformers.CLIPConfig(text_config=words, vision_config=EYE, projection_dim=24)
    transformers.CLIPModel(config).save_pretrained(root / "clip")
    clip_tokenizer(root / "clip")
    words = WORDS | {"vocab_size": 90, "max_position_embeddings": 16, "projection_size": 32}
    config = transformers.SiglipConfig(text_config=words, vision_config=EYE)
    transformers.SiglipModel(config).save_pretrained(root / "siglip")
    t5_tokenizer().save_pretrained(root / "siglip")
    return root


def load(folders, kind="clip") -> ClipPrior:
    return load_pretrained(str(folders / kind), device="cpu")


def pixels(batch=2, side=16):
    return torch.rand(batch, 3, side, side, generator=torch.Generator().manual_seed(0)) * 2 - 1


@pytest.mark.parametrize("kind", ["clip", "siglip"])
def test_the_similarity_is_the_library_s_own(folders, kind):
    prior = load(folders, kind)
    assert isinstance(prior, SimilarityPrior) and prior.resolution == 16 and is_clip_folder(folders / kind)
    text = prior.encode_text("a red chair")
    ours = prior.similarity(pixels(), text.cond, 0, torch.Generator())
    library = getattr(transformers, {"clip": "CLIPModel", "siglip": "SiglipModel"}[kind]).from_pretrained(
        folders / kind
    )
    tokenizer = transformers.AutoTokenizer.from_pretrained(folders / kind)
    length = library.config.text_config.max_position_embeddings
    ids = tokenizer(["a red chair"], padding="max_length", truncation=True, max_length=length, return_tensors="pt")
    mean, std = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))
    if kind == "siglip":
        mean, std = (0.5,) * 3, (0.5,) * 3
    given = (pixels() / 2 + 0.5 - torch.tensor(mean).view(3, 1, 1)) / torch.tensor(std).view(3, 1, 1)
    with torch.no_grad():
        out = library.eval()(input_ids=ids["input_ids"], attention_mask=ids.get("attention_mask"), pixel_values=given)
    theirs = (out.image_embeds * out.text_embeds).sum(-1) / out.image_embeds.norm(dim=-1) / out.text_embeds.norm(dim=-1)
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)


def test_a_step_along_the_gradient_is_more_like_the_text(folders, make_views, generator):
    prior = load(folders)
    text = prior.encode_text("a red chair").cond
    t = torch.full((2,), 0.5)
    out = similarity_gradient(pixels(), prior, text, make_views(2), t, generator, cutouts=0)
    before = prior.similarity(pixels(), text, 0, generator)
    step = 0.05 / out.grad.flatten(1).norm(dim=1).view(-1, 1, 1, 1)
    after = prior.similarity(pixels() - step * out.grad, text, 0, generator)
    slope = out.grad.flatten(1).norm(dim=1)
    torch.testing.assert_close(after - before, 0.05 * slope, rtol=0.2, atol=1e-6)
    half = similarity_gradient(pixels(), prior, text, make_views(2), t, generator, cutouts=0, strength=0.5)
    torch.testing.assert_close(half.grad, out.grad / 2)


def test_the_denoiser_is_tweedie_s_where_there_is_little_noise(folders, make_views):
    prior = load(folders)
    text, t = prior.encode_text("a red chair", "a blue box"), torch.full((2,), 0.01)
    cond, uncond = prior.predict_x0(pixels(), t, text, make_views(2))
    assert bool(cond.isfinite().all()) and not torch.equal(cond, uncond)
    similar = [float(prior.similarity(x, text.cond, 0, torch.Generator()).sum()) for x in (cond, uncond)]
    assert similar[0] > similar[1]


def test_cutouts_are_windows_of_the_image(generator):
    images = torch.arange(100.0).view(1, 1, 10, 10).expand(1, 3, 10, 10)
    seen = {cutout(images, generator).shape[-1] for _ in range(60)}
    assert min(seen) == 6 and max(seen) <= 10 and len(seen) >= 4
    part = cutout(images, generator)
    top, left = divmod(int(part[0, 0, 0, 0]), 10)
    assert torch.equal(part, images[..., top : top + part.shape[-2], left : left + part.shape[-1]])


def test_its_recipe_runs_and_other_priors_refuse_the_method(folders, tmp_path):
    small = (
        "steps=2", "render.resolution=8", "field.levels=2", "field.log2_table=6", "field.hidden=16",
        "field.backend=cpu", "field.max_resolution=16", "render.grid_resolution=8", "render.step_size=0.3",
        "save.preview_resolution=8", "optim.start_level=0", "hub.device=cpu",
    )  # fmt: skip
    config = override(make_config("a red chair", RECIPES["dreamfields"].config, prior=str(folders / "clip")), small)
    trained = train(
        create_run(config, tmp_path / "run"), PriorKnowledge.of(load_prior(config.prior, config.hub), config)
    )
    assert trained.step == 2 and bool(trained.field.table.isfinite().all())
    config = override(make_config("a red chair", "draft"), ("guidance.method=clip",))
    with pytest.raises(ConfigError, match="method=clip: it needs a CLIP or SigLIP model as prior"):
        train(create_run(config, tmp_path / "other"), PriorKnowledge.of(load_prior("embedded"), config))


def test_missing_weights_and_pickles_are_refused(folders, tmp_path):
    folder = shutil.copytree(folders / "clip", tmp_path / "clip")
    from safetensors.torch import load_file, save_file

    path = folder / "model.safetensors"
    tensors = {key: value for key, value in load_file(path).items() if key != "text_projection.weight"}
    save_file(tensors, path, metadata={"format": "pt"})
    with pytest.raises(errors.DamagedWeightsError, match="1 weights are missing, such as text_projection.weight"):
        load_pretrained(str(folder), device="cpu")
    path.unlink()
    with pytest.raises(errors.LayoutError, match="pickles can run code"):
        load_pretrained(str(folder), device="cpu")
    (folder / "config.json").write_text(json.dumps({"model_type": "bert"}))
    assert not is_clip_folder(folder)

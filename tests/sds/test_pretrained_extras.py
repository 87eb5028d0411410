"""What a user adds to a model: another autoencoder, words of textual inversion; on tiny models."""

import json
import shutil

import pytest
import torch

diffusers = pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")

from safetensors.torch import load_file, save_file  # noqa: E402

from bozzetto.sds.pretrained import errors  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.pretrained.textual_inversion import parse_inversions  # noqa: E402
from tests.sds.tiny_models import build, ldm_vae, vae  # noqa: E402


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    root = tmp_path_factory.mktemp("extras")
    return {kind: build(kind, root / kind) for kind in ("sd", "sdxl", "if", "sd3")}


def load(path, tmp_path, **options):
    return load_pretrained(str(path), offline=True, resolution=16, device="cpu", models=tmp_path / "kept", **options)


@pytest.fixture
def other(tmp_path):
    """An autoencoder of its own, as a folder."""
    torch.manual_seed(7)
    vae(4, 0.5).save_pretrained(tmp_path / "other")
    return tmp_path / "other"


def images():
    return torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1


def test_another_autoencoder_takes_the_place_of_the_model_s_own(models, other, tmp_path):
    prior, plain = load(models["sd"], tmp_path, vae=str(other)), load(models["sd"], tmp_path)
    library = diffusers.AutoencoderKL.from_pretrained(other).eval()
    expected = library.encode(images()).latent_dist.mode() * 0.5
    torch.testing.assert_close(prior.encode(images()), expected, rtol=1e-5, atol=1e-5)
    assert prior.digest != plain.digest


@pytest.mark.parametrize("start", ["", "first_stage_model."])
def test_an_autoencoder_in_one_file_has_the_model_s_own_description(models, other, tmp_path, start):
    tensors = load_file(other / "diffusion_pytorch_model.safetensors")
    old = {f"{start}{ldm_vae(key, 2)}": value for key, value in tensors.items()}
    save_file(old, tmp_path / "vae.safetensors", metadata={"format": "pt"})
    library = diffusers.AutoencoderKL.from_pretrained(other).eval()
    expected = library.encode(images()).latent_dist.mode() * 0.18215
    for said in (["converting it once"], []):
        lines = []
        prior = load(models["sd"], tmp_path, vae=str(tmp_path / "vae.safetensors"), say=lines.append)
        assert [line for line in lines if "converting it once" in line] == [line for line in lines if said]
        torch.testing.assert_close(prior.encode(images()), expected, rtol=1e-5, atol=1e-5)


def test_an_autoencoder_that_does_not_go_with_a_model_is_refused(models, other, tmp_path):
    with pytest.raises(errors.MismatchError, match="works in pixels and has no autoencoder"):
        load_pretrained(str(models["if"]), device="cpu", vae=str(other))
    with pytest.raises(errors.MismatchError, match="of 4 latent channels; .* takes an AutoencoderKL of 16"):
        load(models["sd3"], tmp_path, vae=str(other))
    with pytest.raises(errors.LayoutError, match="no folder, no file and no hub id"):
        load(models["sd"], tmp_path, vae="not there at all")
    with pytest.raises(errors.LayoutError, match="is a pickle"):
        load(models["sd"], tmp_path, vae="vae.ckpt")
    with pytest.raises(errors.AccessError, match="cannot be fetched"):
        load(models["sd"], tmp_path, vae="nobody/no-such-vae")


def row_of(folder, letter, part="text_encoder", tokenizer="tokenizer"):
    """The vector that stands for a word of one letter."""
    number = json.loads((folder / tokenizer / "vocab.json").read_text())[f"{letter}</w>"]
    (table,) = [v for k, v in load_file(folder / part / "model.safetensors").items() if "token_embedding" in k]
    return table[number].clone()


@pytest.mark.parametrize("key", ["<chair>", "emb_params"])
def test_a_word_reads_as_the_vector_in_its_file(models, tmp_path, key):
    vector = row_of(models["sd"], "q")
    save_file({key: vector[None] if key == "emb_params" else vector}, tmp_path / "chair.safetensors")
    words = parse_inversions(f"{tmp_path / 'chair.safetensors'}" + ("=<chair>" if key == "emb_params" else ""))
    prior, plain = load(models["sd"], tmp_path, words=words), load(models["sd"], tmp_path)
    ours, same = prior.encode_text("a <chair>").cond.tokens, plain.encode_text("a q").cond.tokens
    torch.testing.assert_close(ours, same, rtol=1e-5, atol=1e-5)
    assert not torch.allclose(ours, plain.encode_text("a z").cond.tokens, atol=1e-3)
    assert prior.digest != plain.digest


def test_a_word_of_two_vectors_reads_as_both(models, tmp_path):
    rows = torch.stack([row_of(models["sd"], "q"), row_of(models["sd"], "z")])
    save_file({"<two>": rows}, tmp_path / "two.safetensors")
    prior, plain = (
        load(models["sd"], tmp_path, words=w) for w in (parse_inversions(str(tmp_path / "two.safetensors")), ())
    )
    two, letters = prior.encode_text("a <two>").cond.tokens, plain.encode_text("a q z").cond.tokens
    torch.testing.assert_close(two, letters, rtol=1e-5, atol=1e-5)


def test_a_word_for_stable_diffusion_xl_has_a_vector_for_each_encoder(models, tmp_path):
    folder = models["sdxl"]
    rows = {"clip_l": row_of(folder, "q")[None], "clip_g": row_of(folder, "q", "text_encoder_2", "tokenizer_2")[None]}
    save_file(rows, tmp_path / "chair.safetensors")
    prior = load(folder, tmp_path, words=parse_inversions(f"{tmp_path / 'chair.safetensors'}=<chair>"))
    ours, same = prior.encode_text("a <chair>").cond, load(folder, tmp_path).encode_text("a q").cond
    torch.testing.assert_close(ours.tokens, same.tokens, rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(ours.pooled, same.pooled, rtol=1e-5, atol=1e-5)


def test_words_that_do_not_fit_are_refused(models, tmp_path):
    save_file({"<w>": torch.zeros(5)}, tmp_path / "w.safetensors")
    words = parse_inversions(str(tmp_path / "w.safetensors"))
    with pytest.raises(errors.MismatchError, match="vectors of 5 numbers, and text_encoder of .* takes 32"):
        load(models["sd"], tmp_path, words=words).encode_text("a <w>")
    with pytest.raises(errors.MismatchError, match="another kind of model"):
        load(models["sdxl"], tmp_path, words=words).encode_text("a <w>")
    with pytest.raises(errors.MismatchError, match="no textual inversions"):
        load(models["sd3"], tmp_path, words=words).encode_text("a <w>")
    with pytest.raises(errors.LayoutError, match="does not exist"):
        parse_inversions("gone.safetensors")
    with pytest.raises(errors.LayoutError, match="is a pickle"):
        parse_inversions("gone.pt")
    shutil.copy(models["sd"] / "vae" / "diffusion_pytorch_model.safetensors", tmp_path / "v.safetensors")
    with pytest.raises(errors.LayoutError, match="is no textual inversion"):
        parse_inversions(str(tmp_path / "v.safetensors"))

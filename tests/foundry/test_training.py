"""Training data and training: what is held out stays out, and a stopped training goes on as if it had not stopped."""

from dataclasses import replace

import pytest
import torch
from safetensors.torch import load_file

from bozzetto.foundry import training
from bozzetto.foundry.batches import ViewData, world_normals
from bozzetto.foundry.evaluate import evaluation_sets, plain_views
from bozzetto.foundry.training import HIGH_NOISE, TABLE, TrainConfig, grow, sample_times, ship, surface_loss, train
from bozzetto.foundry.views import CHANNELS
from bozzetto.sds.embedded import EmbeddedPrior, UnknownPromptError, WeightsError, known_words, read_weights
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.unet import VIEW_FEATURES, UNet, UNetConfig, view_features
from bozzetto.sds.volume_table import StoredVolumes, store
from bozzetto.sds.weights_file import LARGE


@pytest.fixture(scope="module")
def recipe(lexicon):
    network = UNetConfig(
        len(lexicon.words),
        len(lexicon.objects),
        channels=(32, 64),
        blocks=(1, 1),
        embedding=32,
        mixers=1,
        layout=8,
        volume=8,
    )
    return TrainConfig(network, batch=4, warmup=2)


def test_held_out_pairs_and_views_are_never_drawn(data):
    generator = torch.Generator().manual_seed(0)
    names = list(COLOURS)
    seen = set()
    for _ in range(40):
        batch = data.sample(32, 32, 0.2, generator)
        for row, azimuth in zip(batch.words, batch.views.azimuth, strict=True):
            noun = int(row[:3].argmax())
            assert row[:3].sum() == 1
            assert (data.cameras[noun, : data.train_views, 0] == azimuth).any()
            seen |= {(noun, c) for c in range(len(names)) if row[3 + c]}
    held = {(k, names.index(c)) for k in range(3) for c in data.held_out(k)}
    assert len(held) == 4 and not held & seen
    assert {c for k, c in seen if k == 2} == set(), "an object that may not be tinted has no colour words"
    # The canary: with nothing held out, the same drawing meets the pairs that were held out.
    data.allowed[:] = True
    drawn = set()
    for _ in range(40):
        batch = data.sample(32, 32, 0.2, generator)
        drawn |= {(int(r[:3].argmax()), c) for r in batch.words for c in range(len(names)) if r[3 + c]}
    for k, c in held:
        data.allowed[k, c] = False
    assert held <= drawn


def test_windows_show_what_their_centre_says(folder, lexicon):
    # Red grows to the right and green grows upwards, over the whole image: a window's mean colour tells where it is.
    data = ViewData(folder, lexicon)
    ramp = torch.linspace(0, 255, 64).to(torch.uint8)
    data.buffers[:] = 255
    data.buffers[..., 0] = ramp
    data.buffers[..., 1] = ramp.flip(0)[:, None]
    data.tintable[:] = False
    batch = data.sample(64, 32, 1.0, torch.Generator().manual_seed(1))
    plain = batch.views.ambient == 1
    assert int(plain.sum()) > 30
    place = batch.images[plain, :2].mean((2, 3))
    # A pixel is 1/32 of the NDC range; bytes round by less.
    torch.testing.assert_close(place, batch.views.center[plain], atol=1 / 32, rtol=0)
    assert bool((batch.views.zoom == 2).all())
    assert float(batch.views.center.abs().max()) <= 0.5
    assert len(batch.views.center.unique(dim=0)) > 50


def test_the_evaluation_s_windows_are_quarters_of_its_plain_images(data):
    sets = evaluation_sets(data, 32)
    (plain, words, whole), (windows, same, views) = sets["plain"], sets["windows"]
    assert torch.equal(words, same) and torch.equal(whole.azimuth, views.azimuth) and bool((views.zoom == 2).all())
    for image, window, centre in zip(plain, windows, views.center, strict=True):
        assert centre.abs().tolist() == [0.5, 0.5]
        column, row = int(centre[0] > 0) * 16, int(centre[1] < 0) * 16
        quarter = torch.nn.functional.avg_pool2d(window[None], 2)[0]
        torch.testing.assert_close(quarter, image[:, row : row + 16, column : column + 16])
    assert len({tuple(c) for c in views.center.tolist()}) == 4


def test_the_surface_and_the_background_make_the_plain_image(data):
    batch = data.sample(64, 32, 0.3, torch.Generator().manual_seed(3))
    plain = batch.views.ambient == 1
    alpha, normals, albedo = batch.surface.split([1, 3, 3], 1)
    shown = albedo + batch.views.background[:, :, None, None] * (1 - alpha)
    torch.testing.assert_close(batch.images[plain], shown[plain] * 2 - 1, atol=1e-5, rtol=1e-5)
    assert 30 < int(plain.sum()) < 64 and float(alpha.min()) >= 0 and float(alpha.max()) <= 1
    # Stored normals are bytes: of random buffers they are up to sqrt(3) times alpha long.
    assert bool((normals.norm(dim=1, keepdim=True) <= alpha * 3**0.5 * 1.02 + 1e-4).all())


def test_normals_of_a_turned_camera_are_the_world_s():
    # A surface that faces the camera has the camera's own direction as its normal.
    buffers = torch.zeros(3, 2, 2, CHANNELS, dtype=torch.uint8)
    buffers[..., 3:5], buffers[..., 5], buffers[..., 6] = 128, 255, 255
    cameras = torch.tensor([[0.0, 0.0], [torch.pi / 2, 0.0], [0.7, 0.4]])
    azimuth, elevation = cameras.unbind(1)
    towards = [azimuth.sin() * elevation.cos(), elevation.sin(), azimuth.cos() * elevation.cos()]
    expected = torch.stack(towards, 1)[:, None, None].expand(3, 2, 2, 3)
    torch.testing.assert_close(world_normals(buffers, cameras), expected, atol=1e-5, rtol=1e-5)


def test_half_of_the_times_are_of_high_noise(recipe):
    t = sample_times(4000, recipe, torch.Generator().manual_seed(0))
    # Half of them by draw, and a quarter of the other half: 0.625, with a standard error of 0.008.
    assert float((t > HIGH_NOISE).float().mean()) == pytest.approx(0.625, abs=0.03)
    assert 0 < float(t.min()) < 0.02 and float(t.max()) < 1


def test_a_resumed_training_equals_an_unbroken_one(data, recipe, tmp_path, monkeypatch):
    for name, stops in (("whole", (6,)), ("parts", (2, 5, 6))):
        # Measured again while the machine is busy, the other type may seem faster: that must change nothing.
        types = iter((torch.float32, torch.bfloat16, torch.bfloat16))
        monkeypatch.setattr(training, "faster_type", lambda device, types=types: next(types))
        for stop in stops:
            path = train(data, tmp_path / name, recipe, 5.0, max_steps=stop, compiled=False)
    whole = load_file(tmp_path / "whole" / "checkpoint.safetensors")
    parts = load_file(path)
    assert whole.keys() == parts.keys()
    for key, value in whole.items():
        assert torch.equal(value, parts[key]), key


def test_another_recipe_is_refused(data, recipe, tmp_path):
    train(data, tmp_path, recipe, 5.0, max_steps=1, compiled=False)
    with pytest.raises(ValueError, match="another recipe"):
        train(data, tmp_path, replace(recipe, text_dropout=0.5), 5.0, max_steps=2, compiled=False)


@pytest.fixture(scope="module")
def shipped(data, recipe, lexicon, tmp_path_factory):
    path = tmp_path_factory.mktemp("weights")
    train(data, path / "train", recipe, 5.0, max_steps=2, compiled=False)
    ship(path / "train" / "checkpoint.safetensors", lexicon, path / "shipped")
    return path / "shipped"


def test_shipped_weights_are_the_average_in_half_precision(shipped):
    average = load_file(shipped.parent / "train" / "checkpoint.safetensors")
    assert not any(key.startswith("table") for key in EmbeddedPrior(shipped).net.state_dict()), "volumes stay packed"
    for key, value in EmbeddedPrior(shipped).net.state_dict().items():
        expected = average[f"ema.{key}"]
        if value.ndim > 1 and value.numel() >= LARGE:
            assert float((value - expected).abs().max()) <= float(expected.abs().max()) / 254 * 1.001, key
        else:
            assert torch.equal(value, expected.half().float()), key


def test_unknown_prompts_are_refused_with_what_is_known(shipped):
    prior = EmbeddedPrior(shipped)
    assert prior.encode_text("a red conne").assumed == (("conne", "cone"),)
    with pytest.raises(UnknownPromptError, match=r"knows no object in 'a red xyzzy' .*'xyzzy' -> .*it knows \d+ kinds"):
        prior.encode_text("a red xyzzy")
    conditioning = prior.encode_text("a shiny red cube", negative="a ball")
    assert conditioning.cond.vector.nonzero()[:, 0].tolist() == [0, 3]
    assert conditioning.uncond.vector.nonzero()[:, 0].tolist() == [1]
    assert [u.word for u in conditioning.unknown] == ["shiny"]


@pytest.mark.parametrize("harm", ["truncate", "flip", "remove", "no description"])
def test_damaged_weights_are_named(shipped, tmp_path, harm):
    for file in shipped.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    target = tmp_path / "embedded.safetensors"
    blob = bytearray(target.read_bytes())
    if harm == "truncate":
        target.write_bytes(blob[: len(blob) // 2])
    elif harm == "flip":
        blob[-5] ^= 1
        target.write_bytes(blob)
    elif harm == "remove":
        target.unlink()
    else:
        (tmp_path / "embedded.json").unlink()
    with pytest.raises(WeightsError, match="reinstall"):
        EmbeddedPrior(tmp_path)


def test_nouns_shipped_beside_the_network_say_the_same(shipped, recipe, lexicon, tmp_path):
    ship(shipped.parent / "train" / "checkpoint.safetensors", lexicon, tmp_path, apart=True)
    whole, apart = EmbeddedPrior(shipped), EmbeddedPrior(tmp_path)
    assert apart.config.nouns == 0 and set(apart.vocabulary.known) == set(whole.vocabulary.known) == lexicon.objects
    assert apart.lexicon.objects == whole.lexicon.objects and not apart.vocabulary.taught
    assert known_words(tmp_path).objects == lexicon.objects
    assert apart.lexicon.read("a red cube").words == whole.lexicon.read("a red cube").words
    size, t = recipe.network.resolution, torch.tensor([0.7])
    views = plain_views(torch.tensor([[0.4, 0.2]]))
    noisy = torch.randn(1, 3, size, size, generator=torch.Generator().manual_seed(0))
    for prompt in ("a red box", "a cone and a wooden box"):
        results = [prior.predict_x0(noisy, t, prior.encode_text(prompt, "a cone"), views) for prior in (whole, apart)]
        for one, other in zip(*results, strict=True):
            torch.testing.assert_close(one, other, atol=2e-3, rtol=0)
        assert apart.encode_text(prompt).notes == whole.encode_text(prompt).notes
    (tmp_path / "nouns.safetensors").unlink()
    with pytest.raises(WeightsError, match="reinstall"):
        EmbeddedPrior(tmp_path)


def test_a_lexicon_of_another_order_is_refused(shipped, lexicon, tmp_path):
    for file in shipped.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    EmbeddedPrior(tmp_path)
    replace(lexicon, words=lexicon.words[::-1]).save(tmp_path / "lexicon.json")
    with pytest.raises(WeightsError, match="expected 3 objects as its first words"):
        EmbeddedPrior(tmp_path)


def test_training_may_start_from_shipped_weights(data, recipe, shipped, tmp_path):
    path = train(data, tmp_path, recipe, 5.0, start=shipped, max_steps=0, compiled=False)
    begun, (weights, volumes) = load_file(path), read_weights(shipped / "embedded.safetensors", recipe.network.volume)
    for key, value in weights.items():
        assert torch.equal(begun[f"net.{key}"], value) and torch.equal(begun[f"ema.{key}"], value)
    assert torch.equal(begun[f"net.{TABLE}"], volumes(torch.arange(len(volumes))))


def test_a_grown_network_begins_as_the_one_that_it_grew_from(recipe, lexicon):
    torch.manual_seed(0)
    small = UNet(recipe.network)
    for parameter in small.parameters():  # away from the zeros that it begins with
        torch.nn.init.normal_(parameter, std=0.1)
    # As they ship: volumes are rounded.
    stored = StoredVolumes(store(small.table.rows.detach(), recipe.network.volume), recipe.network.volume)
    small.table.rows.data.copy_(stored(torch.arange(len(stored))))
    weights = {key: value for key, value in small.state_dict().items() if key != TABLE}
    wider = Lexicon(("table", *lexicon.words), lexicon.aliases, {}, lexicon.objects | {"table"})
    large = UNet(replace(recipe.network, vocabulary=len(wider.words), nouns=len(wider.objects)))
    grow(large, wider, weights, stored, lexicon)
    noisy, t, view = torch.randn(4, 3, 32, 32), torch.tensor([0.2, 0.6, 0.9, 0.5]), torch.randn(4, VIEW_FEATURES)
    words = torch.cat([torch.eye(len(lexicon.words))[:3], torch.zeros(1, len(lexicon.words))])
    moved = torch.cat([torch.zeros(4, 1), words], 1)
    with torch.no_grad():
        torch.testing.assert_close(large(noisy, t, moved, view), small(noisy, t, words, view), atol=1e-5, rtol=1e-5)
        # The canary: the new word, and a word out of its place, are something else.
        assert float((large(noisy, t, moved.roll(1, 1), view) - small(noisy, t, words, view)).abs().max()) > 1e-3
    with pytest.raises(ValueError, match="a volume is .*, expected"):
        grow(UNet(replace(recipe.network, volume=5)), lexicon, weights, stored, lexicon)
    with pytest.raises(ValueError, match=r"inlet.weight .*is .* in the network"):
        grow(UNet(replace(recipe.network, channels=(64, 64))), lexicon, weights, stored, lexicon)


def test_training_the_volume_alone_leaves_the_rest_of_the_network(data, recipe, tmp_path):
    begun = load_file(train(data, tmp_path / "none", recipe, 5.0, max_steps=0, compiled=False))
    path = train(
        data, tmp_path / "some", replace(recipe, batch=16), 5.0, max_steps=30, volume_only=True, compiled=False
    )
    trained = load_file(path)
    moved = {k[4:] for k in begun if k.startswith("net.") and not torch.equal(begun[k], trained[k])}
    heads = {"object.normal.weight", "object.albedo.weight", "object.turn.3.weight"}
    drawn = {"words", TABLE} | heads
    assert drawn <= moved <= {k[4:] for k in begun if k.startswith(("net.object.", "net.words", "net.table"))}
    batch, errors = data.sample(32, 32, 0.0, torch.Generator().manual_seed(9)), []
    for tensors in (begun, trained):
        net = UNet(recipe.network)
        net.load_state_dict({k[4:]: v for k, v in tensors.items() if k.startswith("net.")})
        with torch.no_grad():
            shown = net.show(batch.words, view_features(batch.views))
        errors.append(float(surface_loss(shown, batch.surface, torch.ones(32, 1))))
    assert errors[1] < 0.9 * errors[0]

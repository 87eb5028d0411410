"""The variants differ from the recipe in what they say, and in nothing else that counts."""

import math
import os

import pytest
import torch

from bozzetto.foundry import ablation
from bozzetto.foundry.ablation import (
    VARIANTS,
    Latent,
    Outcome,
    RaysAlone,
    Velocity,
    cosines,
    load,
    object_subset,
    rays,
    save,
    table,
)
from bozzetto.foundry.card import compared
from bozzetto.foundry.evaluate import LIFTED_SETS, plain_views
from bozzetto.sds.conditioning import Views
from bozzetto.sds.schedule import alpha, sigma
from bozzetto.sds.unet import VIEW_FEATURES, UNet, UNetConfig, view_features
from bozzetto.sds.volume_kernels import DISTANCE, TAN

SMALL = {"channels": (8, 16, 32), "blocks": (1, 1, 1), "embedding": 32, "mixers": 1, "layout": 8, "volume": 8}


@pytest.fixture(scope="module")
def objects(folder, lexicon):
    """All three objects, as ``few`` would take them."""
    lexicon.save(folder / "lexicon.json")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ablation, "OBJECT_STRIDE", 1)
        return object_subset(folder)


def test_few_takes_every_so_manieth_object_and_its_word(folder, lexicon, monkeypatch):
    lexicon.save(folder / "lexicon.json")
    monkeypatch.setattr(ablation, "OBJECT_STRIDE", 2)
    found = object_subset(folder)
    assert [a.noun for a in found.assets] == ["box", "cone"]
    assert found.lexicon.objects == {"box", "cone"} and "red" in found.lexicon.index
    assert found.buffers.shape[0] == found.cameras.shape[0] == len(found.noun) == 2
    assert found.noun.tolist() == [0, 1]


TRIED = VARIANTS if os.environ.get("BOZZETTO_SLOW") else ("recipe", "latent", "velocity", "rays-alone", "no-volume")
"""One of each kind; all of them take minutes: set BOZZETTO_SLOW=1."""


@pytest.mark.parametrize("name", TRIED)
def test_every_variant_learns(objects, name, tmp_path, monkeypatch):
    monkeypatch.setattr(ablation, "ROUNDS", 2)
    monkeypatch.setattr(ablation, "TIMED", 1)
    outcome = ablation.try_variant(objects, name, 4, tmp_path, **SMALL)
    assert outcome.images > 0 and outcome.cost > 0 and outcome.name == name
    # As many steps as cost what four of the recipe's do.
    steps = max(1, 4 / outcome.cost)
    assert abs(outcome.images / 16 - steps) < 0.51 + 0.01 * steps
    assert all(math.isfinite(e) for errors in outcome.errors.values() for e in errors)


def test_an_unknown_variant_names_the_known(objects, tmp_path):
    with pytest.raises(ValueError, match="patch-4"):
        ablation.try_variant(objects, "patch-5", 4, tmp_path)


def _inputs(config, size=3):
    generator = torch.Generator().manual_seed(0)
    views = plain_views(torch.rand(size, 2, generator=generator))
    words = torch.zeros(size, config.vocabulary)
    words[torch.arange(size), torch.arange(size) % config.nouns] = 1
    noisy = torch.randn(size, 3, 32, 32, generator=generator)
    return noisy, torch.linspace(0.2, 0.8, size), words, view_features(views)


def test_a_velocity_is_read_as_the_x0_that_it_means():
    config = UNetConfig(5, 3, **SMALL)
    torch.manual_seed(0)
    plain = UNet(config).eval()
    velocity = Velocity(config).eval()
    velocity.load_state_dict(plain.state_dict())
    noisy, t, words, view = _inputs(config)
    v, x0 = plain(noisy, t, words, view), velocity(noisy, t, words, view)
    when = t[:, None, None, None]
    eps = (noisy - alpha(when) * x0) / sigma(when)
    torch.testing.assert_close(alpha(when) * eps - sigma(when) * x0, v)


def test_rays_pass_through_what_a_pixel_shows():
    # A point of the object, seen by a camera, lies on the ray of the pixel that it falls on: o x d = p x d.
    azimuth, elevation = torch.tensor([0.7]), torch.tensor([0.4])
    where = {"zoom": torch.full((1,), 2.0), "center": torch.tensor([[0.3, -0.2]])}
    told = plain_views(torch.stack([azimuth, elevation], 1))
    view = view_features(Views(**{**vars(told), **where}))
    assert view.shape == (1, VIEW_FEATURES)
    side = 512
    map_ = rays(view, side)[0]
    point = torch.tensor([0.2, 0.1, -0.3])
    a, e = float(azimuth), float(elevation)
    right = torch.tensor([math.cos(a), 0.0, -math.sin(a)])
    up = torch.tensor([-math.sin(a) * math.sin(e), math.cos(e), -math.cos(a) * math.sin(e)])
    back = torch.tensor([math.sin(a) * math.cos(e), math.sin(e), math.cos(a) * math.cos(e)])
    depth = DISTANCE - float(point @ back)
    x, y = (float(point @ axis) / depth / TAN for axis in (right, up))
    column = int(((x - 0.3) * 2 + 1) / 2 * side)
    row = int((1 - (y + 0.2) * 2) / 2 * side)
    assert 0 <= column < side and 0 <= row < side
    direction, moment = map_[:3, row, column], map_[3:, row, column]
    assert float((torch.linalg.cross(point, direction) - moment).norm()) < 4 / side


def test_rays_alone_hide_the_camera_from_the_vector_only():
    net = RaysAlone(UNetConfig(5, 3, **SMALL))
    views = view_features(plain_views(torch.tensor([[0.1, 0.2], [2.0, 0.5]])))
    told = net.view(views)
    torch.testing.assert_close(told[0], told[1])
    lit = views.clone()
    lit[:, 11:15] = 0.3
    assert not torch.allclose(net.view(lit), told)


def test_cosines_are_orthonormal_and_a_latent_says_nothing_beyond_them():
    basis = cosines(4, 16)
    torch.testing.assert_close(basis @ basis.T, torch.eye(16), atol=1e-5, rtol=0)
    flat = torch.ones(48) / 48**0.5
    torch.testing.assert_close(basis @ flat, torch.eye(16)[0], atol=1e-5, rtol=0)
    whole = cosines(4, 48)
    torch.testing.assert_close(whole @ whole.T, torch.eye(48), atol=1e-5, rtol=0)
    config = UNetConfig(5, 3, patch=4, **SMALL)
    torch.manual_seed(0)
    net = Latent(config).eval()
    torch.nn.init.normal_(net.outlet.weight)
    x0 = net(*_inputs(config))
    torch.testing.assert_close(net._kept(x0), x0, atol=1e-4, rtol=1e-4)
    assert float((net._kept(torch.randn_like(x0)) - x0).detach().abs().max()) > 0.1


def test_the_table_sets_variants_beside_the_mean_of_the_seeds(tmp_path):
    sets = [s + whose for s in ("plain", "windows", "recombined") for whose in ("", LIFTED_SETS)]

    def outcome(name, error):
        return Outcome(name, VARIANTS[name].what, 1000, 1.0, {s: [error, 0, 0, error / 2] for s in sets})

    path = tmp_path / "a.json"
    assert load(path) == []
    found = [outcome("patch-4", 0.04), outcome("recipe", 0.01), outcome("recipe-1", 0.03)]
    save(found, path)
    lines = table(load(path))
    assert [line.split(" | ")[0] for line in lines[2:]] == [
        f"| {VARIANTS[n].what}" for n in ("recipe", "recipe-1", "patch-4")
    ]
    assert lines[2].split(" | ")[2:4] == ["0.0100", "0.0050"] and lines[4].split(" | ")[2:4] == ["+100%", "+100%"]
    section = compared(path)
    assert section[0].startswith("## ") and section[-1 - len(lines) : -1] == lines, "the card shows it"
    assert compared(tmp_path / "none.json") == []

"""The methods on the exact denoiser of a known object, and the learned score of VSD on a small network of ours."""

import hashlib
import json
from dataclasses import asdict

import pytest
import torch
from safetensors.torch import save_file

from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.distillation import sds_gradient, x0_reconstruction
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.methods.csd import csd_gradient
from bozzetto.sds.methods.hifa import hifa_gradient
from bozzetto.sds.methods.ism import ism_gradient
from bozzetto.sds.methods.sdi import sdi_gradient
from bozzetto.sds.methods.vsd import particle_loss, vsd_gradient
from bozzetto.sds.oracle import MixtureOraclePrior, OraclePrior
from bozzetto.sds.particles import ParticleScore
from bozzetto.sds.unet import UNet, UNetConfig
from bozzetto.sds.volume_table import store
from bozzetto.sds.weights_file import pack

R = 8
TEXT = Conditioning(None, None, "")


def render(views):
    """A picture that depends on the view: a slope in its azimuth's direction, over its background."""
    axis = torch.linspace(-0.4, 0.4, R, dtype=views.azimuth.dtype)
    slope = views.azimuth.cos()[:, None, None] * axis[None, :, None] + views.azimuth.sin()[:, None, None] * axis
    return slope[:, None] + 0.3 * views.background[:, :, None, None]


def hifa(images, prior, text, views, t, generator, **options):
    return hifa_gradient(images, images, prior, text, views, t, generator, **options).distillation


METHODS = {
    "sds": (sds_gradient, {"guidance_scale": 7.5}),
    "x0": (x0_reconstruction, {"guidance_scale": 7.5}),
    "hifa": (hifa, {"guidance_scale": 7.5}),
    "sdi": (sdi_gradient, {}),
    "ism": (ism_gradient, {}),
}


@pytest.mark.parametrize("name", METHODS)
def test_the_true_renders_are_the_fixed_point_and_the_only_one(name, make_views, generator):
    method, options = METHODS[name]
    prior, views = OraclePrior(render, R), make_views(4)
    t = torch.tensor([0.15, 0.4, 0.7, 0.95], dtype=torch.float64)
    truth = render(views)
    still = method(truth, prior, TEXT, views, t, generator, **options)
    # SDI's own noise is undone exactly by a denoiser that is certain; rounding, divided by sigma.
    assert still.grad.abs().max() < 1e-9
    if name == "ism":
        return
    away = truth + 0.2 * torch.randn(truth.shape, generator=generator, dtype=torch.float64)
    out = method(away, prior, TEXT, views, t, generator, **options)
    cosine = torch.nn.functional.cosine_similarity(out.grad.flatten(1), (away - truth).flatten(1))
    # Straight at the truth, in each view: for the oracle all are positive multiples of x - truth.
    assert bool((cosine > 1 - 1e-9).all()), cosine


def test_ism_is_silent_where_the_answer_is_certain(make_views, generator):
    """All points of a trajectory of a certain denoiser imply one noise, so their difference is nothing: what ISM learns
    from is the spread of the prior's images and the guidance, not their place."""
    prior, views = OraclePrior(render, R), make_views(4)
    images = torch.rand(4, 3, R, R, generator=generator, dtype=torch.float64)
    t = torch.tensor([0.15, 0.4, 0.7, 0.95], dtype=torch.float64)
    assert ism_gradient(images, prior, TEXT, views, t, generator).grad.abs().max() < 1e-6


@pytest.mark.parametrize("name", [*METHODS, "csd"])
def test_descent_tells_two_objects_apart_by_the_text(name, make_views, generator):
    """Two objects, of which the text names one: from their mean, every method goes to the one that was named."""
    prior = MixtureOraclePrior({"one": render, "other": lambda views: -render(views)}, R)
    method, options = (csd_gradient, {}) if name == "csd" else METHODS[name]
    views, text = make_views(4), prior.encode_text("one")
    x = torch.zeros(4, 3, R, R, dtype=torch.float64)
    t = torch.full((4,), 0.9, dtype=torch.float64)
    for _ in range(30):
        grad = method(x, prior, text, views, t, generator, **options).grad
        x = x - 0.1 * grad / grad.abs().amax().clamp(min=1e-9) * 0.5
    assert bool(((x - render(views)).flatten(1).norm(dim=1) < (x + render(views)).flatten(1).norm(dim=1)).all())


@pytest.fixture
def small_prior(tmp_path):
    """An embedded prior of random weights, in the files that the shipped one has."""
    Lexicon(("chair", "red"), {}, {}, frozenset({"chair"})).save(tmp_path / "lexicon.json")
    config = UNetConfig(2, 1, resolution=16, channels=(16, 32), blocks=(1, 1), embedding=32, volume=8)
    torch.manual_seed(0)
    net = UNet(config)
    with torch.no_grad():
        for parameter in net.outlet.parameters():
            parameter.normal_(std=0.1)
    volumes = store(net.table.rows.detach(), config.volume)
    weights = {key: value for key, value in net.state_dict().items() if not key.startswith("table.")}
    save_file({**pack(weights), **volumes}, tmp_path / "embedded.safetensors")
    digest = hashlib.sha256((tmp_path / "embedded.safetensors").read_bytes()).hexdigest()
    (tmp_path / "embedded.json").write_text(json.dumps({"sha256": digest, "network": asdict(config)}))
    return EmbeddedPrior(tmp_path)


def test_the_learned_score_of_our_own_network(small_prior, make_views, generator):
    views = make_views(4, torch.float32)
    text = small_prior.encode_text("a chair")
    particle = ParticleScore(small_prior, text, 4, generator)
    x, t = torch.rand(4, 3, 16, 16, generator=generator), torch.tensor([0.3, 0.5, 0.7, 0.9])
    before = small_prior.predict_x0(x, t, text, views)
    out = vsd_gradient(x, small_prior, text, views, t, generator, particle=particle, guidance_scale=1.0)
    assert float(out.grad.abs().max()) < 1e-5
    optimizer = torch.optim.Adam(particle.parameters(), lr=0.01)
    losses = []
    for i in range(20):
        loss = particle_loss(x, views, t, torch.Generator().manual_seed(i % 2), particle)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    assert sum(losses[-2:]) < 0.8 * sum(losses[:2])
    assert torch.equal(small_prior.predict_x0(x, t, text, views)[0], before[0])
    own = vsd_gradient(x, small_prior, text, views, t, generator, particle=particle, guidance_scale=1.0)
    assert float(own.grad.abs().max()) > 1e-3


def test_a_prior_without_a_network_cannot_be_learned(generator):
    with pytest.raises(TypeError, match="oracle has none"):
        ParticleScore(OraclePrior(render, R), TEXT, 4, generator)

"""The network: shapes, what it is clamped, and that each thing it is clamped matters once it has learned."""

import math

import pytest
import torch

from bozzetto.sds.conditioning import Views
from bozzetto.sds.unet import VIEW_FEATURES, UNet, UNetConfig, as_trained, time_features, view_features

TINY = UNetConfig(
    vocabulary=5,
    nouns=3,
    resolution=16,
    channels=(32, 64),
    blocks=(1, 1),
    embedding=32,
    mixers=1,
    layout=8,
    volume=8,
)


def some_views(n: int, **changes: torch.Tensor) -> Views:
    fields = {
        "azimuth": torch.linspace(0, 5, n),
        "elevation": torch.linspace(-0.2, 0.9, n),
        "light": torch.tensor([0.0, 0.6, 0.8]).expand(n, 3),
        "ambient": torch.full((n,), 0.4),
        "background": torch.full((n, 3), 0.3),
        "zoom": torch.ones(n),
        "center": torch.zeros(n, 2),
    }
    return Views(**{**fields, **changes})


def shaken(config: UNetConfig) -> UNet:
    """A network whose zero-initialised layers are not zero, so that every input can reach the output."""
    torch.manual_seed(0)
    net = UNet(config)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
    return net


def test_a_new_network_predicts_nothing():
    net = UNet(TINY)
    out = net(torch.randn(3, 3, 16, 16), torch.rand(3), torch.zeros(3, 5), view_features(some_views(3)))
    assert out.shape == (3, 3, 16, 16)
    assert not out.any()


def test_view_features_are_periodic_and_have_the_stated_width():
    views = some_views(4)
    turned = some_views(4, azimuth=views.azimuth + 2 * math.pi)
    assert view_features(views).shape == (4, VIEW_FEATURES)
    torch.testing.assert_close(view_features(views), view_features(turned), atol=1e-5, rtol=0)


def test_windows_are_told_as_trained_ones():
    views = some_views(
        4,
        zoom=torch.tensor([1.0, 2.0, 1.5, 8.0]),
        center=torch.tensor([[0.0, 0.0], [-0.5, 0.4], [0.9, 0.1], [0.3, 0.3]]),
    )
    clamped = as_trained(view_features(views))
    expected = torch.tensor([[0.0, 0.0, 0.0], [1.0, -1.0, 0.8], [0.5, 0.5, 0.2], [1.0, 0.0, 0.0]])
    torch.testing.assert_close(clamped[:, 18:], expected)
    assert torch.equal(clamped[:, :18], view_features(views)[:, :18])


def test_light_does_not_matter_in_plain_albedo():
    plain = torch.ones(2)
    a = some_views(2, ambient=plain)
    b = some_views(2, ambient=plain, light=torch.tensor([1.0, 0.0, 0.0]).expand(2, 3))
    assert torch.equal(view_features(a), view_features(b))


def test_time_features_tell_times_apart():
    features = time_features(torch.tensor([0.3, 0.31, 0.9]))
    assert (features[0] - features[1]).abs().max() > 0.05
    assert (features[0] - features[2]).abs().max() > 0.5


@pytest.mark.parametrize("field", ["azimuth", "elevation", "light", "ambient", "background", "zoom", "center"])
def test_everything_told_reaches_the_output(field):
    changed = {
        "azimuth": torch.full((1,), 1.0),
        "elevation": torch.full((1,), 0.5),
        "light": torch.tensor([[1.0, 0.0, 0.0]]),
        "ambient": torch.full((1,), 0.9),
        "background": torch.full((1, 3), 0.9),
        "zoom": torch.full((1,), 2.0),
        "center": torch.full((1, 2), 0.4),
    }
    net = shaken(TINY)
    noisy, t, words = torch.randn(1, 3, 16, 16), torch.full((1,), 0.5), torch.ones(1, 5)
    before = net(noisy, t, words, view_features(some_views(1)))
    after = net(noisy, t, words, view_features(some_views(1, **{field: changed[field]})))
    assert (before - after).abs().max() > 1e-5


def test_no_words_is_a_condition_of_its_own():
    net = shaken(TINY)
    noisy, t, view = torch.randn(1, 3, 16, 16), torch.full((1,), 0.5), view_features(some_views(1))
    outputs = [net(noisy, t, words, view) for words in (torch.zeros(1, 5), torch.eye(5)[:1], torch.eye(5)[1:2])]
    assert (outputs[0] - outputs[1]).abs().max() > 1e-5
    assert (outputs[1] - outputs[2]).abs().max() > 1e-5

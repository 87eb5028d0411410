"""The network's compiled forward pass against its definition."""

import pytest
import torch

from bozzetto.sds.unet import VIEW_FEATURES, UNet, UNetConfig
from bozzetto.sds.unet_kernels import compiled
from bozzetto.threads import use_threads


def network(**changes):
    torch.manual_seed(0)
    sizes = {"channels": (32, 48, 64), "blocks": (1, 2, 1), "embedding": 40, "layout": 8, "volume": 12} | changes
    net = UNet(UNetConfig(vocabulary=5, nouns=3, **sizes)).eval().requires_grad_(False)
    # Layers that begin at zero would hide what they do.
    for parameter in net.parameters():
        parameter += 0.05 * torch.randn(parameter.shape)
    return net


def inputs(count, generator):
    view = torch.randn(count, VIEW_FEATURES, generator=generator) * 0.3
    azimuth, elevation = (torch.rand(count, generator=generator) for _ in range(2))
    view[:, 0], view[:, 1], view[:, 8], view[:, 10] = azimuth.sin(), azimuth.cos(), 2 * elevation.sin(), elevation.cos()
    view[:, 18:] = 0
    words = torch.eye(5)[torch.randint(3, (count,), generator=generator)]
    t = 0.1 + 0.8 * torch.rand(count, generator=generator)
    return torch.randn(count, 3, 32, 32, generator=generator), t, words, view


@pytest.mark.parametrize("count", [1, 3, 8])
@pytest.mark.parametrize("changes", [{}, {"channels": (16, 32, 96)}, {"channels": (32, 64), "blocks": (2, 1)}])
@torch.no_grad()
def test_it_is_the_definition(count, changes):
    net = network(**changes)
    noisy, t, words, view = inputs(count, torch.Generator().manual_seed(count))
    expected = net(noisy, t, words, view)
    made = compiled(net).predict(noisy, *net.conditions(t, words, view))
    # Sums of up to 9 * 96 float32 products in another order.
    torch.testing.assert_close(made, expected, rtol=1e-4, atol=1e-4)
    assert float(expected.std()) > 0.1 and float((made - expected.roll(1, -1)).abs().max()) > 0.1


@torch.no_grad()
def test_images_do_not_depend_on_threads_or_on_one_another():
    net = network()
    fast = compiled(net)
    noisy, t, words, view = inputs(5, torch.Generator().manual_seed(2))
    maps, embedding, gate = net.conditions(t, words, view)
    with use_threads(1):
        one = fast.predict(noisy, maps, embedding, gate)
    with use_threads(2):
        assert torch.equal(fast.predict(noisy, maps, embedding, gate), one)
    noisy[2] = float("nan")
    spoilt = fast.predict(noisy, maps, embedding, gate)
    assert spoilt[2].isnan().any() and torch.equal(spoilt[[0, 1, 3, 4]], one[[0, 1, 3, 4]])

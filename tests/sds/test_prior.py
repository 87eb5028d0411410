"""The exact priors are priors: their signatures are the protocol's, and their results do not depend on the batch."""

import inspect

import pytest
import torch

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.gaussian import GaussianPrior
from bozzetto.sds.oracle import MixtureOraclePrior, OraclePrior
from bozzetto.sds.prior import Prior

R = 4


def render_fn(views: Views) -> torch.Tensor:
    return (2 * views.background - 1)[:, :, None, None].expand(-1, -1, R, R)


def exact_priors() -> list[Prior]:  # the annotation is the type checker's test
    return [
        GaussianPrior(torch.linspace(-1, 1, 3 * R * R, dtype=torch.float64).reshape(3, R, R), 0.3),
        OraclePrior(render_fn, R),
        MixtureOraclePrior({"plain": render_fn, "inverse": lambda views: -render_fn(views)}, R),
    ]


def differences(prior: object) -> list[str]:
    """Where a class departs from the protocol: members that are missing, and signatures that are not the same."""
    different = [name for name in ("name", "resolution") if not hasattr(prior, name)]
    for name in ("encode_text", "predict_x0"):
        method = getattr(prior, name, None)
        # As text: the types of shapes are made anew for each annotation.
        wanted = [str(p) for p in inspect.signature(getattr(Prior, name)).parameters.values()][1:]
        if method is None or [str(p) for p in inspect.signature(method).parameters.values()] != wanted:
            different.append(name)
    return different


@pytest.mark.parametrize("prior", exact_priors(), ids=lambda prior: prior.name)
def test_signatures_are_those_of_the_protocol(prior):
    assert differences(prior) == []
    assert prior.resolution == R


def test_canary_a_departure_is_seen():
    class Other(GaussianPrior):
        def predict_x0(self, noisy, t, views, conditioning):  # type: ignore[override]
            return noisy, noisy

    assert differences(Other(torch.zeros(3, R, R), 1.0)) == ["predict_x0"]
    assert differences(object()) == ["name", "resolution", "encode_text", "predict_x0"]


@pytest.mark.parametrize("prior", exact_priors(), ids=lambda prior: prior.name)
def test_a_batch_is_its_images_one_by_one(prior, make_views, generator):
    noisy = torch.randn(5, 3, R, R, generator=generator, dtype=torch.float64)
    t, views = torch.linspace(0.1, 0.9, 5, dtype=torch.float64), make_views(5)
    text = prior.encode_text("plain")
    assert isinstance(text, Conditioning) and text.prompt == "plain"
    together = prior.predict_x0(noisy, t, text.to("cpu"), views)
    for i in range(5):
        alone = prior.predict_x0(noisy[i : i + 1], t[i : i + 1], text, views[i : i + 1])
        for side in range(2):
            # The same sums, perhaps in another order.
            torch.testing.assert_close(together[side][i : i + 1], alone[side], rtol=0, atol=1e-14)


def test_the_shipped_prior_asked_for_one_side_gives_the_first_of_both(make_views):
    prior = EmbeddedPrior()
    generator = torch.Generator().manual_seed(0)
    noisy, t = torch.randn(3, 3, prior.resolution, prior.resolution, generator=generator), torch.tensor([0.9, 0.6, 0.3])
    text, views = prior.encode_text("a red chair"), make_views(3, torch.float32)
    cond, uncond = prior.predict_x0(noisy, t, text, views)
    torch.testing.assert_close(prior.predict_cond(noisy, t, text, views), cond, rtol=1e-4, atol=1e-5)
    assert (cond - uncond).abs().mean() > 0.01

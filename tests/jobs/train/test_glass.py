"""Whether a run is to make glass is known before it begins, and a run of glass stays clear."""

import json
from dataclasses import replace

import pytest
import torch

from bozzetto.jobs.config.run_config import GuidanceConfig, make_config
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.glass import GLASS_SHARE, CropDenoiser, transparent_share
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.resolve import is_glass, resolve
from bozzetto.sds.embedded import EmbeddedPrior
from tests.jobs.known_object import box_oracle, small_config, train_with


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


@pytest.mark.parametrize(
    ("prompt", "glass"),
    [("a cocktail glass", True), ("an orange ashtray", True), ("a beer", True), ("a chandelier", False),
     ("an aquarium", False), ("a crib", False), ("a teddy bear", False), ("a cat on a chair", False)],
)  # fmt: skip
def test_what_the_embedded_prior_knows_to_be_glass(prior, prompt, glass):
    config = make_config(prompt)
    knowledge = PriorKnowledge.of(prior, config)
    shares = [knowledge.transparent_share(seed) for seed in (0, 1)]
    assert all((share >= GLASS_SHARE) == glass for share in shares), shares
    made = resolve(config, knowledge)
    assert (made.glass, made.regular.opacity_binarization == 0) == (("yes", True) if glass else ("no", False))


def test_without_texture_refinement_or_a_prior_that_can_tell_objects_are_opaque(prior):
    config = make_config("a drinking glass")
    knowledge = PriorKnowledge.of(prior, config)
    assert is_glass(config, knowledge)
    assert not is_glass(replace(config, guidance=GuidanceConfig(texture_refine_t=0.0)), knowledge)
    assert not is_glass(config, PriorKnowledge.of(box_oracle(16), config)) and not is_glass(config, None)
    assert is_glass(replace(config, glass="yes"), None) and not is_glass(replace(config, glass="no"), knowledge)


class Paints:
    """Knows a square pane of some opacity, and a net round it whose threads stop all; its holes stop nothing."""

    resolution = 32

    def __init__(self, pane: float, net: bool) -> None:
        there = torch.zeros(64, 64)
        if net:
            there[8:56:4, 8:56] = there[8:56, 8:56:4] = 1.0
        there[20:44, 20:44] = pane
        self.there = there

    def predict(self, noisy, t, views):
        images = []
        for ground, (x, y) in zip(views.background, views.center.tolist(), strict=True):
            top, left = round((1 - y) * 32) - 16, round((1 + x) * 32) - 16
            part = self.there[top : top + 32, left : left + 32]
            images.append(((1 - part) * ground[0] + part * 0.5).expand(3, 32, 32))
        return torch.stack(images) * 2 - 1


def test_glass_is_what_light_goes_through_and_no_edge_nor_net():
    inside = 20**2 / 24**2
    share = lambda paints: transparent_share(CropDenoiser(32, paints.predict), 0)  # noqa: E731
    assert share(Paints(0.5, net=False)) == pytest.approx(inside)
    assert share(Paints(1.0, net=True)) == 0
    assert share(Paints(0.05, net=False)) == 0, "next to nothing is there"
    assert 0 < share(Paints(0.5, net=True)) < inside


@pytest.mark.parametrize(("prompt", "glass"), [("a cocktail glass", True), ("a teddy bear", False)])
def test_a_run_of_glass_asks_for_no_surface(prior, tmp_path, prompt, glass):
    said = []
    run = create_run(small_config(6, prompt=prompt, prior="embedded"), tmp_path / "run")
    train_with(run, prior, progress=lambda progress: said.append(progress.message))
    rows = [json.loads(line) for line in (run.path / "metrics.jsonl").read_text().splitlines()]
    assert rows and all((row["binarization"] == 0) == glass for row in rows)
    assert any("glass" in line for line in said if line) == glass

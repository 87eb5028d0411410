"""Whether a run is to make glass is known before it begins, and a run of glass stays clear."""

import json
from dataclasses import replace

import pytest
import torch

from bozzetto.jobs.config.run_config import GuidanceConfig, make_config
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.glass import GLASS_SHARE, is_glass, transparent_share
from bozzetto.jobs.train.loop import train
from bozzetto.sds.embedded import EmbeddedPrior
from tests.jobs.known_object import box_oracle, small_config


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


@pytest.mark.parametrize(
    ("prompt", "glass"),
    [("a cocktail glass", True), ("an orange ashtray", True), ("a beer", True), ("a chandelier", False),
     ("an aquarium", False), ("a crib", False), ("a teddy bear", False), ("a cat on a chair", False)],
)  # fmt: skip
def test_what_the_embedded_prior_knows_to_be_glass(prior, prompt, glass):
    config, text = make_config(prompt), prior.encode_text(prompt)
    shares = [transparent_share(prior, text, seed) for seed in (0, 1)]
    assert all((share >= GLASS_SHARE) == glass for share in shares), shares
    assert is_glass(config, prior, text) == glass


def test_without_texture_refinement_or_a_prior_that_can_tell_objects_are_opaque(prior):
    text = prior.encode_text("a drinking glass")
    config = make_config("a drinking glass")
    assert is_glass(config, prior, text)
    assert not is_glass(replace(config, guidance=GuidanceConfig(texture_refine_t=0.0)), prior, text)
    oracle = box_oracle(16)
    assert not is_glass(config, oracle, oracle.encode_text("a box")) and not is_glass(config, None, text)


class Paints:
    """Knows a square pane of some opacity, and a net round it whose threads stop all; its holes stop nothing."""

    resolution = 32

    def __init__(self, pane: float, net: bool) -> None:
        there = torch.zeros(64, 64)
        if net:
            there[8:56:4, 8:56] = there[8:56, 8:56:4] = 1.0
        there[20:44, 20:44] = pane
        self.there = there

    def predict_cond(self, noisy, t, conditioning, views):
        images = []
        for ground, (x, y) in zip(views.background, views.center.tolist(), strict=True):
            top, left = round((1 - y) * 32) - 16, round((1 + x) * 32) - 16
            part = self.there[top : top + 32, left : left + 32]
            images.append(((1 - part) * ground[0] + part * 0.5).expand(3, 32, 32))
        return torch.stack(images) * 2 - 1


def test_glass_is_what_light_goes_through_and_no_edge_nor_net():
    inside = 20**2 / 24**2
    assert transparent_share(Paints(0.5, net=False), None, 0) == pytest.approx(inside)
    assert transparent_share(Paints(1.0, net=True), None, 0) == 0
    assert transparent_share(Paints(0.05, net=False), None, 0) == 0, "next to nothing is there"
    assert 0 < transparent_share(Paints(0.5, net=True), None, 0) < inside


@pytest.mark.parametrize(("prompt", "glass"), [("a cocktail glass", True), ("a teddy bear", False)])
def test_a_run_of_glass_asks_for_no_surface(prior, tmp_path, prompt, glass):
    said = []
    run = create_run(small_config(6, prompt=prompt, prior="embedded"), tmp_path / "run")
    train(run, prior, progress=lambda progress: said.append(progress.message))
    rows = [json.loads(line) for line in (run.path / "metrics.jsonl").read_text().splitlines()]
    assert rows and all((row["binarization"] == 0) == glass for row in rows)
    assert any("glass" in line for line in said if line) == glass

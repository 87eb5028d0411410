"""The nouns that lie beside the network: read by their names, whole, of known authors, and as their prompts ask."""

from __future__ import annotations

import json

import pytest
import torch

from bozzetto.sds.embedded import WEIGHTS, EmbeddedPrior, known_words
from bozzetto.sds.word_pack import WordPack

PACKS = [WordPack(WEIGHTS / name) for name in json.loads((WEIGHTS / "embedded.json").read_text())["packs"]]
NOUNS = [noun for pack in PACKS for noun in pack.nouns]
LEXICON = known_words()


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


def test_every_name_is_read_as_its_noun():
    assert len(LEXICON.objects) > 640
    for noun in NOUNS:
        for name in noun.names:
            assert LEXICON.lookup(name) == noun.name
            assert LEXICON.read(f"a {name}", "en").words[:1] == (noun.name,), name
        for kind in noun.kinds:
            assert LEXICON.read(f"a {kind}", "en").words[:1] == (noun.name,), kind


def test_every_object_has_an_author_a_licence_a_source_and_scores():
    card = (WEIGHTS / "NOUNS.md").read_text()
    for noun in NOUNS:
        for one in noun.instances:
            assert one.author and one.licence and one.source
            assert f"| {one.author} | {one.source} | {one.licence} |" in card
            assert one.about.get("way") in ("trained", "mesh")
            if one.about["way"] == "mesh":
                assert one.has_vector and float(one.about["iou"]) > 0.7 and float(one.about["psnr"]) > 20, noun.name


def test_every_volume_can_be_read():
    for pack in PACKS:
        for k, noun in enumerate(pack.nouns):
            for i in range(len(noun.instances)):
                solid = pack.solid(k, i)
                assert 0.0005 < float(solid.float().mean()) < 0.9, f"{noun.name} {i}"
        assert pack.path.stat().st_size < 50e6, "a package's file"
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 90e6


def test_the_seed_and_a_number_choose_among_the_objects_of_a_noun(prior):
    several = {noun.name: len(noun.instances) for noun in NOUNS if len(noun.instances) > 1}
    assert len(several) >= 30
    name = max(several, key=lambda noun: several[noun])
    chosen = [prior.encode_text(f"a {name}", seed=seed).nouns[0].instance for seed in range(several[name] + 1)]
    assert chosen == [*range(several[name]), 0]
    assert prior.encode_text(f"a {name}", instance=1, seed=0).nouns[0].instance == 1
    # The first is the network's own where that was a model: what it was, to the bit.
    entry = prior.vocabulary["chair"]
    number = [noun.name for noun in prior.vocabulary.shipped.nouns].index("chair")
    assert torch.equal(entry.source.volume(entry.number, 0), prior.vocabulary.shipped.volume(number, 0))


def test_objects_of_a_noun_differ_in_shape():
    shared = []
    for pack in PACKS:
        for k, noun in enumerate(pack.nouns):
            for i in range(1, min(3, len(noun.instances))):
                one, other = pack.solid(k, 0), pack.solid(k, i)
                shared.append(float((one & other).sum() / (one | other).sum()))
    assert sum(shared) / len(shared) < 0.8

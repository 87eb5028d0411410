"""Further nouns and objects of the shipped network: the table of the furniture libraries, and packs put together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

import bozzetto.bench
from bozzetto.foundry.assets import MODELS_FOLDER, CatalogueEntry, read_catalogue
from bozzetto.foundry.nouns import INSTANCES, _front, furniture, join_packs
from bozzetto.jobs.teach.mesh_views import FRONTS
from bozzetto.sds.embedded import WEIGHTS, EmbeddedPrior
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.word_pack import NAME, Instance, InstanceData, Noun, NounData, WordPack, write_pack

HAS_MODELS = MODELS_FOLDER.is_dir()


def test_the_table_of_further_objects_is_whole() -> None:
    rows = json.loads(INSTANCES.read_text())
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids) > 200
    for row in rows:
        assert set(row) <= {"id", "noun", "words", "synonyms", "plural"}
        for name in (row["noun"], *row.get("words", ()), *row.get("synonyms", ())):
            assert NAME.fullmatch(name)
    trained = {row["id"] for row in json.loads((INSTANCES.parent / "objects.json").read_text())}
    held_out = set(json.loads((Path(bozzetto.bench.__path__[0]) / "teach_objects.json").read_text()))
    assert not set(ids) & (trained | held_out), "an object is trained or held out already"


@pytest.mark.skipif(not HAS_MODELS, reason="sweethome3d-furniture is not installed")
def test_a_model_of_the_libraries_is_described(tmp_path: Path) -> None:
    rows = json.loads(INSTANCES.read_text())
    assert {row["id"] for row in rows} <= {entry.id for entry in read_catalogue()}
    chairs = [row for row in rows if row["noun"] == "chair"]
    jobs = dict(furniture(["chair"], tmp_path))
    assert len(jobs) == len(chairs)
    one = next(iter(jobs.values()))()
    assert (one.noun, one.source, one.words) == ("chair", chairs[0]["id"], tuple(chairs[0].get("words", ())))
    assert (tmp_path / one.file).is_file() and one.size is not None and one.licence and one.author
    with pytest.raises(ValueError, match="unheard of"):
        list(furniture(["unheard of"], tmp_path))


@pytest.mark.parametrize(
    ("front", "rotation"),
    [
        ("+z", None),
        ("-z", (-1.0, 0, 0, 0, 1, 0, 0, 0, -1)),
        ("+x", (0, 0, -1.0, 0, 1, 0, 1, 0, 0)),
        ("-x", (0, 0, 1.0, 0, 1, 0, -1, 0, 0)),
    ],
)
def test_the_front_is_what_the_rotation_brings_forward(front: str, rotation: tuple[float, ...] | None) -> None:
    entry = CatalogueEntry("a/b", "a", "b", "c", "d", rotation, None)
    assert _front(entry) == front in FRONTS
    if rotation is not None:
        axis = torch.tensor({"x": [1.0, 0, 0], "z": [0, 0, 1.0]}[front[1]]) * (1 if front[0] == "+" else -1)
        turned = torch.tensor(rotation, dtype=torch.float32).view(3, 3) @ axis
        assert torch.allclose(turned, torch.tensor([0.0, 0.0, 1.0]))


@pytest.mark.skipif(not HAS_MODELS, reason="sweethome3d-furniture is not installed")
def test_packs_are_joined(tmp_path: Path) -> None:
    prior = EmbeddedPrior()
    source, number = prior.vocabulary.shipped, {noun.name: k for k, noun in enumerate(prior.vocabulary.shipped.nouns)}

    def pack(name: str, noun: str, of: str) -> Path:
        vector = torch.full((prior.config.embedding,), 0.25)
        one = Instance(size=1.5, has_vector=True, source=name)
        data = InstanceData(source.volume(number[of], 0), vector=vector)
        shape = {"edge": prior.config.volume, "embedding": prior.config.embedding}
        network = prior.vocabulary.network
        return write_pack(
            tmp_path / f"{name}.safetensors",
            [NounData(Noun(noun, (one,), like=of), (data,))],
            network=network,
            **shape,
        )

    packs = [
        pack("a", "chair", "stool"),
        pack("b", "chair", "sofa"),
        pack("c", "lion", "dog"),
        pack("d", "sword", "key"),
    ]
    path, nouns, objects = join_packs(
        packs, tmp_path / "all.safetensors", prior, Lexicon.load(WEIGHTS / "lexicon.json")
    )
    assert (nouns, objects) == (3, 5)
    joined = WordPack(path)
    by_name = {noun.name: k for k, noun in enumerate(joined.nouns)}
    chair = by_name["chair"]
    # The network's own chair is a model: it stays, to the bit, with the network's own word.
    assert torch.equal(joined.volume(chair, 0), source.volume(number["chair"], 0))
    assert joined.vector(chair, 0) is None and joined.nouns[chair].like == "chair"
    assert [one.source for one in joined.nouns[chair].instances[1:]] == ["a", "b"]
    # Its lion was lifted from a picture, and is replaced.
    assert [one.source for one in joined.nouns[by_name["lion"]].instances] == ["c"]
    for noun in joined.nouns:
        for name in (*noun.synonyms, *noun.kinds):
            assert name not in prior.lexicon.index, f"{name!r} means something else already"

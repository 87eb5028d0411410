"""Installed word packs: added, removed, renamed, exported; names that collide; files that are damaged."""

import pytest
import torch

from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.errors import TeachError
from bozzetto.jobs.teach import words
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.embedded import WEIGHTS, EmbeddedPrior, read_network
from bozzetto.sds.word_pack import Instance, InstanceData, Noun, NounData, WordPack, voxels_inside, write_pack

VALUES = voxels_inside(48) * 9


@pytest.fixture(scope="module")
def network():
    return read_network(WEIGHTS / "embedded.safetensors", 48)[2]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "words"


def pack_of(path, network, *nouns):
    """A pack of nouns with empty volumes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = [NounData(noun, tuple(InstanceData(torch.full((VALUES,), -2.0)) for _ in noun.instances)) for noun in nouns]
    return write_pack(path, data, network=network, edge=48, embedding=384)


def noun(name, *synonyms, instances=1, **more):
    return Noun(name, (Instance(author="Ann"),) * instances, synonyms=synonyms, like="chair", **more)


def installed():
    return sorted((n.name, pack.path.name) for pack in words.packs() for n in pack.nouns)


def test_add_list_show_rename_export_remove(tmp_path, network, capfd):
    file = pack_of(tmp_path / "two.safetensors", network, noun("hover bike", "sky bike"), noun("robo cup"))
    assert main(["words", "list"]) == 0 and "nothing was taught" in capfd.readouterr().out
    assert main(["words", "add", str(file)]) == 0
    assert installed() == [("hover bike", "two.safetensors"), ("robo cup", "two.safetensors")]
    assert main(["words", "add", str(file)]) == 0 and len(installed()) == 2, "the same pack again"
    capfd.readouterr()
    assert main(["words", "show", "sky bike"]) == 0
    assert "hover bike (sky bike)" in capfd.readouterr().out
    assert main(["words", "rename", "robo cup", "robot-cup"]) == 0
    assert main(["words", "export", str(tmp_path / "out.safetensors"), "robot cup"]) == 0
    assert [n.name for n in WordPack(tmp_path / "out.safetensors").nouns] == ["robot cup"]
    assert main(["words", "remove", "hover bike"]) == 0
    assert installed() == [("robot cup", "two.safetensors")]
    assert main(["words", "remove", "robot cup"]) == 0 and installed() == []
    assert main(["words", "remove", "robot cup"]) == 1
    assert "no noun 'robot cup' was taught" in capfd.readouterr().err


def test_names_that_collide_are_refused_or_taken_over(tmp_path, network):
    first = pack_of(tmp_path / "a.safetensors", network, noun("hover bike", "sky bike"), noun("robo cup"))
    words.add(first)
    for other in (noun("sky bike"), noun("new bike", "hover bike"), noun("chair"), noun("my thing", "spectacles")):
        file = pack_of(tmp_path / "b.safetensors", network, other)
        with pytest.raises(TeachError, match="with --replace"):
            words.add(file)
    assert len(installed()) == 2
    words.add(pack_of(tmp_path / "b.safetensors", network, noun("sky bike")), take_over=True)
    assert installed() == [("robo cup", "a.safetensors"), ("sky bike", "sky-bike.safetensors")]
    with pytest.raises(TeachError, match="is a known word"):
        words.rename("robo cup", "dog")


def test_a_known_noun_is_shadowed_only_where_that_is_asked_for(tmp_path, network):
    words.add(pack_of(tmp_path / "c.safetensors", network, noun("chair", instances=2)), take_over=True)
    prior = load_prior("embedded")
    read = prior.encode_text("a red radio and a chair", seed=3)
    assert {n.name: (n.instance, n.instances, bool(n.pack)) for n in read.nouns} == {
        "radio": (0, 1, False), "chair": (1, 2, True)
    }  # fmt: skip
    assert prior.encode_text("a chair", instance=0).nouns[0].instance == 0
    with pytest.raises(ValueError, match="0 to 1"):
        prior.encode_text("a chair", instance=2)
    words.remove("chair")
    assert not load_prior("embedded").encode_text("a chair").nouns[0].pack


def test_damaged_and_foreign_packs_stop_nobody_and_are_named(home, tmp_path, network, capfd):
    words.add(pack_of(tmp_path / "good.safetensors", network, noun("hover bike")))
    (home / "cut.safetensors").write_bytes((home / "hover-bike.safetensors").read_bytes()[:300])
    pack_of(home / "foreign.safetensors", "0" * 64, noun("old thing"))
    (home / "notes.txt").write_text("no pack")
    prior = load_prior("embedded")
    assert [entry.noun.name for entry in prior.vocabulary.taught] == ["hover bike"]
    assert len(prior.vocabulary.problems) == 2
    assert any("other weights" in p and "foreign" in p for p in prior.vocabulary.problems)
    with pytest.raises(ValueError, match=r"a word pack cannot be used: .*"):
        prior.encode_text("an old thing")
    assert main(["words", "list"]) == 0 and "cannot be used: " in capfd.readouterr().out
    with pytest.raises(TeachError, match="cannot be added"):
        words.add(home / "cut.safetensors")
    for other in (tmp_path / "absent.safetensors", home / "foreign.safetensors"):
        with pytest.raises(TeachError, match="cannot be added"):
            words.add(other)


def test_two_packs_with_one_noun_are_said(home, network):
    pack_of(home / "a.safetensors", network, noun("hover bike"))
    pack_of(home / "b.safetensors", network, noun("hover bike"), noun("robo cup"))
    vocabulary = EmbeddedPrior(packs=sorted(home.iterdir())).vocabulary
    assert vocabulary["hover bike"].pack.path.name == "a.safetensors" and "robo cup" in vocabulary
    assert vocabulary.problems == (
        f"{home / 'b.safetensors'}: the noun 'hover bike' is in a.safetensors too, which is used",
    )


@pytest.mark.parametrize(
    ("text", "name"), [("Hover-Bike", "hover bike"), ("  Café  au lait ", "cafe au lait"), ("T_Rex2", "t rex2")]
)
def test_names_are_written_as_prompts_are_read(text, name):
    assert words.as_name(text) == name


@pytest.mark.parametrize(
    "text", ["", "  ", "../x", "a\x00b", "<b>", "椅子", "ein zwei drei vier fünf", "x" * 61, "a; b"]
)
def test_what_cannot_be_a_name_is_refused(text):
    with pytest.raises(TeachError, match="cannot be a noun's name"):
        words.as_name(text)

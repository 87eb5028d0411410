"""What is nearest to a noun without an object, and which words are English: the shipped tables against their makers."""

import pytest

pytest.importorskip("manifold3d", reason="sculpting needs bozzetto[foundry]")

from bozzetto.foundry.meaning import all_objects, dictionary, meanings, write_meanings, write_words
from bozzetto.foundry.words import WORDNET
from bozzetto.sds.language.spelling import MEANINGS, WORDS, is_word, nearest_meaning


@pytest.mark.skipif(not (WORDNET / "data.noun").is_file(), reason="needs WordNet: apt-get install wordnet-base")
def test_the_tables_are_what_their_makers_write(tmp_path):
    write_meanings(meanings(all_objects()), tmp_path / "near.gz")
    write_words(dictionary(), tmp_path / "words.gz")
    advice = "run 'python -m bozzetto.foundry meanings'"
    assert (tmp_path / "near.gz").read_bytes() == MEANINGS.read_bytes(), advice
    assert (tmp_path / "words.gz").read_bytes() == WORDS.read_bytes(), advice


def test_a_name_has_the_sense_of_what_is_seen():
    for word, near in {"condor": "vulture", "rapier": "sword", "antelope": "gazelle", "emu": "ostrich"}.items():
        assert is_word(word) and near in nearest_meaning(word), word
    assert nearest_meaning("sultan") == ("king",), "not of the dinosaurs"
    assert nearest_meaning("plumber") == ("man", "woman"), "no tool"

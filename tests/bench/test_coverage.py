"""Coverage of lists of prompts, counted on small ones whose answer is known."""

import json

import pytest

from bozzetto.bench.coverage import coverage, covered, lists, table_of
from bozzetto.sds.lexicon import Lexicon

LEXICON = Lexicon(("cat", "chair", "red"), {"kitten": "cat"}, {}, frozenset({"cat", "chair"}))


def test_objects_and_words_are_counted_apart():
    found = covered("x", ["a red cat", "a shiny kitten", "a shiny spoon", "red"], LEXICON)
    assert (found.prompts, found.with_object, found.understood) == (4, 2, 1)
    assert found.missing == (("shiny", 2), ("spoon", 1))
    assert "2 (50 %)" in table_of([found]) and "shiny (2)" in table_of([found])


def test_lists_of_others_are_read_from_their_files(tmp_path, capsys):
    for part in ("single", "surr", "multi"):
        (tmp_path / f"prompt_{part}.txt").write_text("a cat\n\na chair\n")
    (tmp_path / "library.json").write_text(json.dumps({"dreamfusion": ["a cat"]}))
    found = lists(tmp_path, tmp_path / "library.json")
    assert len(found["T3Bench"]) == 6 and found["DreamFusion"] == ["a cat"] and len(found["game words"]) >= 150
    coverage(tmp_path, tmp_path / "library.json", tmp_path / "out.json")
    assert "game words" in capsys.readouterr().out
    assert json.loads((tmp_path / "out.json").read_text())[0]["prompts"] == 2
    (tmp_path / "library.json").write_text("[]")
    with pytest.raises(ValueError, match="dreamfusion"):
        lists(None, tmp_path / "library.json")

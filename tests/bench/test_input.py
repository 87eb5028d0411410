"""Every kind of input file is read right, noted or refused by name; none silently wrong."""

import pytest

from bozzetto.bench.input import Case, all_cases, outcome, outcomes, table_of
from bozzetto.bench.input_cases import colors, gltf_cases, shape
from bozzetto.export.files import read_usd


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.kind}-{case.name}")
def test_each_kind(case, tmp_path, monkeypatch):
    if case.kind == "USD" and case.name != "picture":
        # Once is enough: a process of its own that opens the file beforehand takes a second.
        monkeypatch.setattr(read_usd, "_probe", lambda *_: None)
    found = outcome(case, tmp_path)
    assert found.found == case.expected, found.said


def test_canary_a_wrong_reading_is_found_wrong(tmp_path):
    box = next(case for case in gltf_cases() if case.name == "no scene")
    for number, change in enumerate(
        (
            {"check": shape(2.0)},
            {"check": colors()},
            {"expected": "noted", "words": "nothing of the kind"},
            {"expected": "refused", "words": "no"},
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        wrong = Case(**{"kind": "x", "name": "x", "make": box.make, "expected": "right", **change})
        assert outcome(wrong, folder).found == "wrong"


def test_the_table_counts(tmp_path):
    rows = outcomes(gltf_cases()[:2])
    assert table_of(rows).splitlines()[-1] == "glTF      2 cases: 2 right, 0 noted, 0 refused, 0 wrong"

"""Prompt lists as people write them, well and badly; sweeps of settings; where a sweep over seeds stops whom."""

import json

import pytest

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, DiskError
from bozzetto.jobs.queue.batch import MAX_JOBS, Entry, expand, read_prompts
from bozzetto.jobs.queue.sweep import plan_rungs


def test_three_kinds_of_files_say_the_same(tmp_path):
    (tmp_path / "a.txt").write_text("a chair\n\n# not this one\n  a sphère, blue \n", encoding="utf-8-sig")
    (tmp_path / "a.csv").write_text('prompt,seed,guidance.scale\na chair,,\n"a sphère, blue",7,3\n', encoding="utf-8")
    lines = ['"a chair"', "", json.dumps({"prompt": "a sphère, blue", "seed": 7, "guidance.scale": 3})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    text, table, records = (read_prompts(tmp_path / f"a.{end}") for end in ("txt", "csv", "jsonl"))
    assert [entry.prompt for entry in text] == ["a chair", "a sphère, blue"]
    assert text[1].where.endswith("a.txt, line 4")
    assert [(e.prompt, e.settings) for e in table] == [(e.prompt, e.settings) for e in records]
    first, second = expand(table, "draft", seed=1)
    assert (first.seed, second.seed, second.guidance.scale, second.preset) == (1, 7, 3.0, "draft")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.md", b"a chair", r"\.txt, \.csv, \.jsonl"),
        ("a.txt", b"# nothing\n", "no prompt"),
        ("a.txt", b"\xff\xfe\x00", "UTF-8"),
        ("a.csv", b"text\na chair\n", "column `prompt`"),
        ("a.csv", b"prompt,seed\na chair\n", "line 2 has not as many cells"),
        ("a.csv", b"prompt\na,b\n", "line 2 has not as many cells"),
        ("a.csv", b"", "column `prompt`"),
        ("a.jsonl", b'{"prompt": "a"}\n{"prompt":', "line 2 is not JSON"),
        ("a.jsonl", b"[1]", "line 1: expected a string, or an object"),
        ("a.jsonl", b'{"prompt": "a", "guidance": {"scale": 1}}', "guidance is not a plain value"),
        ("a.jsonl", b"[" * 100_000, "not JSON"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigError, match=message):
        read_prompts(tmp_path / name)


def test_an_absent_file_and_a_bad_line_are_named(tmp_path):
    with pytest.raises(DiskError, match="cannot read"):
        read_prompts(tmp_path / "none.txt")
    (tmp_path / "a.jsonl").write_text('"a chair"\n{"prompt": "b", "gidance.scale": 1}\n{"prompt": 3}\n')
    entries = read_prompts(tmp_path / "a.jsonl")
    with pytest.raises(ConfigError, match=r"line 2: unknown setting 'gidance\.scale'"):
        expand(entries)
    with pytest.raises(BozzettoError, match="line 3: the prompt must be text"):
        expand(entries[2:])


def test_values_seeds_and_prompts_are_combined_in_order():
    settings = ("guidance.scale=2, 3", "optim.lr_encoding=0.01,0.02,0.03", "negative=a, b")
    configs = expand([Entry("x1"), Entry("x2")], "draft", seeds=2, settings=settings, seed=5)
    assert len(configs) == 2 * 2 * 3 * 2
    assert [config.seed for config in configs[:4]] == [5, 6, 5, 6]
    assert {config.negative for config in configs} == {"a, b"}
    assert len({(c.prompt, c.seed, c.guidance.scale, c.optim.lr_encoding) for c in configs}) == len(configs)
    with pytest.raises(ConfigError, match=f"at most {MAX_JOBS}"):
        expand([Entry("x")] * 101, seeds=100)
    with pytest.raises(ConfigError, match="at least 1"):
        expand([Entry("x")], seeds=0)


@pytest.mark.parametrize(
    ("count", "keep", "steps", "rungs"),
    [
        (8, 2, 300, [(150, 4), (225, 2)]),
        (5, 1, 120, [(60, 3), (80, 2), (100, 1)]),
        (3, 3, 10, []),
        (2, 1, 2, [(1, 1)]),
    ],
)
def test_half_of_them_go_at_each_rung(count, keep, steps, rungs):
    assert plan_rungs(count, keep, steps) == rungs


def test_rungs_that_do_not_fit_are_refused():
    with pytest.raises(ConfigError, match="too few"):
        plan_rungs(16, 1, 4)
    for keep in (0, 9):
        with pytest.raises(ConfigError, match="keep 1 to 8"):
            plan_rungs(8, keep, 100)

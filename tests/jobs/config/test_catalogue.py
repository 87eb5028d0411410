"""The workbench's texts: each language against English, and each key that the pages name against the files."""

import ast
from pathlib import Path

import pytest

from bozzetto.jobs.config import catalogue
from bozzetto.jobs.config.catalogue import FOLDER, languages, nearest_language, placeholders, read_texts, text

ROOT = Path(__file__).resolve().parents[3]
ENGLISH = read_texts(FOLDER / "en.txt")


@pytest.mark.parametrize("code", languages())
def test_every_language_has_known_keys_with_the_same_values(code):
    texts = read_texts(FOLDER / f"{code}.txt")
    assert set(texts) <= set(ENGLISH), "a key that English lacks is shown nowhere"
    for key, value in texts.items():
        assert placeholders(value) == placeholders(ENGLISH[key]), key


def test_chinese_is_whole():
    assert set(read_texts(FOLDER / "zh.txt")) == set(ENGLISH)
    assert languages() == {"en": "English", "zh": "中文", **languages()} and next(iter(languages())) == "en"


def test_a_text_in_its_language_and_in_english_where_it_lacks_one(tmp_path, monkeypatch):
    assert text("action.make") == "Make it" and text("action.make", "zh") == "生成"
    assert text("prompt.unknown", "zh", words="龙") == "未能理解:龙"
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue._texts.cache_clear()
    (tmp_path / "en.txt").write_text("language = English\na = one\\ntwo {n}\nb = three\n")
    (tmp_path / "eo.txt").write_text("language = Esperanto\na = unu {n}\n")
    assert text("a", n=1) == "one\ntwo 1" and text("a", "eo", n=2) == "unu 2" and text("b", "eo") == "three"
    for wrong in (lambda: text("c"), lambda: text("a"), lambda: text("a", "xx", n=1), lambda: text("a", "../en", n=1)):
        with pytest.raises(KeyError):
            wrong()
    catalogue._texts.cache_clear()


@pytest.mark.parametrize(
    ("locale", "code"),
    [("zh-CN", "zh"), ("zh_TW.UTF-8", "zh"), ("ZH", "zh"), ("en-GB", "en"), ("tlh", "en"), ("", "en"), (None, "en")],
)
def test_the_language_that_suits_a_locale(locale, code):
    assert nearest_language(locale) == code


@pytest.mark.parametrize("line", ["no equals", "= value", "key =", "a = 1\na = 2", "a = {", "a = {0}", "a = {x.y}"])
def test_a_damaged_file_is_refused_with_its_line(line, tmp_path):
    (tmp_path / "xx.txt").write_text(line)
    with pytest.raises(ValueError, match=r"xx\.txt:\d"):
        read_texts(tmp_path / "xx.txt")


def keys_named(source: str) -> set[str]:
    """The keys of calls ``text("...")`` in a module that imports it from the catalogue."""
    tree = ast.parse(source)
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "bozzetto.jobs.config.catalogue"
        for alias in node.names
        if alias.name == "text"
    }
    return {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        if node.args and isinstance(node.args[0], ast.Constant)
    }


def test_pages_name_only_keys_that_are_there():
    for path in sorted((ROOT / "viewer").rglob("*.py")):
        assert keys_named(path.read_text(encoding="utf-8")) <= set(ENGLISH), path.name
    seen = keys_named("from bozzetto.jobs.config.catalogue import text as t\nt('no.such.key')")
    assert seen == {"no.such.key"}, "the check sees a call"

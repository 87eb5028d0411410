"""Everything that README and docs/ name exists: commands parse; options, settings, formats, files and modules exist."""

import dataclasses
import re

import pytest

from bozzetto.export.files.axes_units import FORMATS, PRESETS
from bozzetto.export.files.read import READABLE
from bozzetto.jobs.cli.main import Export
from tests.docs.claims import ROOT, broken_links, command_names, problems

HISTORY = {"CHANGELOG.md", "docs/renames.md", "docs/lab-notes.md"}
"""Pages that name what was there once."""
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), ROOT / "sds/weights/MODEL_CARD.md")
)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in HISTORY])
def test_what_a_page_names_exists(page):
    assert problems((ROOT / page).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    assert broken_links(ROOT / page) == []


def test_readme_is_short():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) <= 700
    limits = text.partition("## Limits")[2].partition("\n## ")[0]
    assert len(re.findall(r"^- ", limits, re.MULTILINE)) == 6


def test_the_tables_of_the_export_page_are_complete():
    text = (ROOT / "docs/export.md").read_text(encoding="utf-8")

    def column(title: str) -> list[str]:
        return re.findall(r"^\| `(\w+)` \|", text.partition(f"## {title}\n")[2].partition("\n## ")[0], re.MULTILINE)

    assert column("Formats") == list(FORMATS)
    assert column("Presets") == list(PRESETS)
    assert re.findall(r"`(\w+)`", re.findall(r"It reads ([^.]*)\.", text)[0]) == list(READABLE)


def test_every_command_and_export_option_is_explained():
    pages = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in PAGES if page not in HISTORY)
    assert [name for name in command_names() if f"bozzetto {' '.join(name)}" not in pages] == []
    explained = (ROOT / "docs/export.md").read_text(encoding="utf-8")
    options = {f"--{f.name.replace('_', '-')}" for f in dataclasses.fields(Export)} - {"--run", "--quiet", "--debug"}
    assert [option for option in sorted(options) if option not in explained] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("    bozzetto generate", "required"),
        ("    bozzetto generate 'a cat' --presets draft", "--presets"),
        ("    bozzetto generate 'a cat' --preset best", "best"),
        ("    bozzetto generate 'a cat' --set guidance.skale=2", "guidance.skale"),
        ("    bozzetto generate 'a cat' --set guidance.scale=loud", "must be a number"),
        ("    bozzetto export RUN --format glb,fbx", "no format fbx"),
        ("    bozzetto queue put 'a cat'", "put"),
        ("    python -m bozzetto.bench quality --rounds 3", "--rounds"),
        ("    python -m bozzetto.foundry bake", "bake"),
        ("    python examples/generate.py 'a cat' --colour red", "--colour"),
        ("    python examples/nothing.py", "no examples/nothing.py"),
        ("    pip install -c constraints.txt '.[diffuser]'", "no extra diffuser"),
        ("    pip install -c constraint.txt .", "no constraint.txt"),
        ("    pytest tests/docs/test_nothing.py", "no tests/docs/test_nothing.py"),
        ("    frobnicate --all", "nothing here knows"),
        ("by `bozzetto exports RUN`", "exports"),
        ("with `--sead`", "--sead"),
        ("with `--surface spheres`", "spheres"),
        ("with `--set start.shape=cube`", "start.shape"),
        ("the setting `camera.close_share`", "no setting camera.close_share"),
        ("see `jobs/train.py`", "no jobs/train.py"),
        ("see `bozzetto.nerf.fields`", "bozzetto.nerf.fields"),
        ("by `$BOZZETTO_HOUSE`", "BOZZETTO_HOUSE"),
        ("in formats: glb, fbx", "no format fbx"),
        ("needs the extra `usb`", "no extra usb"),
        ("```python\nimport bozzetto\nbozzetto.export(run)\n```", "export"),
        ("```python\nimport bozzetto\nbozzetto.generate('a cat', sead=1)\n```", "sead"),
        ("```python\nimport bozzetto\nbozzetto.export_mesh('a', face=1)\n```", "takes no face"),
        ("```python\nfrom bozzetto.sds.prior import Priors\n```", "Priors"),
    ],
)
def test_canary_a_false_claim_is_found(text, problem):
    found = problems(f"# A page\n\n{text}\n")
    assert len(found) == 1 and problem in found[0]


def test_canary_a_broken_link_is_found(tmp_path):
    (tmp_path / "page.md").write_text("[here](page.md) [there](nowhere.md#at-all) [out](https://example.org)\n")
    assert broken_links(tmp_path / "page.md") == ["1: there is no nowhere.md#at-all"]

"""The documentation as a built site: strict about links, whole, and nothing fetched from other hosts."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.hooks import api_packages, site_links
from tests.docs.claims import ROOT

# What a browser loads by itself, not what a reader may click.
LOADED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\bsrc=["']?(?:https?:)?//[^"'\s>]+"""
    r"""|<link\b(?=[^>]*rel=["']?(?:stylesheet|preload|preconnect|icon))[^>]*href=["']?(?:https?:)?//[^"'\s>]+"""
    r"""|url\(\s*["']?(?:https?:)?//[^)\s]+|@import[^;]*//[^;]+"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site that CI built, or one that is built now."""
    if "BOZZETTO_SITE" in os.environ:
        return Path(os.environ["BOZZETTO_SITE"])
    pytest.importorskip("mkdocs", reason="the extra `docs` is not installed")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_there(site):
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")}
    made = {"index.html", "commands.html", "settings.html", "contributing.html", "changelog.html", "model-card.html"}
    api = {f"api/{package}.html" for package in api_packages()}
    assert {*map(str, pages), *made, *api} <= {str(path.relative_to(site)) for path in site.rglob("*.html")}
    assert "guidance.t_max_late" in (site / "settings.html").read_text(encoding="utf-8")
    assert "bozzetto queue cancel" in (site / "commands.html").read_text(encoding="utf-8")
    volrend = (site / "api/bozzetto.nerf.html").read_text(encoding="utf-8")
    assert 'id="bozzetto.nerf.volrend.Samples"' in volrend and "Raises" in volrend


def test_nothing_is_loaded_from_other_hosts(site):
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(files) > 20
    assert [match for path in files for match in LOADED.findall(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text",
    [
        '<script async src="https://cdn.example.org/a.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example.org/css?family=Roboto">',
        '<img alt="" src="//example.org/badge.svg">',
        "@font-face { src: url('https://example.org/a.woff2') }",
        '@import "https://example.org/a.css";',
    ],
)
def test_canary_what_would_be_loaded_is_found(text):
    assert LOADED.search(text)
    assert not LOADED.search('<a href="https://example.org">out</a> <link rel="stylesheet" href="assets/a.css">')


def test_links_of_the_tree_become_links_of_the_site():
    readme = "[a](docs/export.md#formats) [b](sds/weights/MODEL_CARD.md) ![c](docs/made.webp) [d](examples/) [e](https://x.org)"
    assert site_links(readme, ROOT / "README.md") == (
        "[a](export.md#formats) [b](model-card.md) ![c](made.webp) d [e](https://x.org)"
    )
    assert site_links("[a](../sds/weights/MODEL_CARD.md)", ROOT / "docs/prior.md") == "[a](model-card.md)"
    assert site_links("[a](nowhere.md)", ROOT / "docs/prior.md") == "[a](nowhere.md)"

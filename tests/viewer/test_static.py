"""The bundled 3D view: small, licensed, and without an address to load anything from."""

import json
import re
from pathlib import Path

from bozzetto.viewer.mesh_viewer import STATIC

ROOT = Path(__file__).resolve().parents[2]
# The name of a namespace, which nothing is fetched from.
NAMES = {"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"}


def addresses(text):
    return set(re.findall(r"(?:https?|wss?):\/\/[\w.\-/]+", text)) - NAMES


def test_nothing_is_loaded_from_elsewhere():
    for path in STATIC.glob("*.*"):
        if path.suffix in (".js", ".html", ".svg"):
            assert not addresses(path.read_text(encoding="utf-8")), path.name
    assert addresses('import "https://cdn.example.org/three.js"'), "canary: an address is seen"


def test_the_bundle_is_small_and_says_whose_it_is():
    bundle = (STATIC / "mesh_viewer.js").read_text(encoding="utf-8")
    assert len(bundle.encode()) < 1_000_000 and "Three.js Authors" in bundle and "MIT" in bundle
    assert "The MIT License" in (STATIC / "three.LICENSE.txt").read_text(encoding="utf-8")
    package = json.loads((ROOT / "viewer/front/package.json").read_text())
    locked = json.loads((ROOT / "viewer/front/package-lock.json").read_text())["packages"]
    for name, version in package["devDependencies"].items():
        assert locked[f"node_modules/{name}"]["version"] == version, "versions are pinned exactly"


def test_labels_are_set_as_text_only():
    source = (ROOT / "viewer/front/mesh_viewer.js").read_text(encoding="utf-8") + (STATIC / "index.html").read_text()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source)

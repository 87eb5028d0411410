"""The bundled front end: small, licensed, up to date, and without an address to load anything from."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bozzetto.jobs.config.catalogue import FOLDER, read_texts
from bozzetto.sds.embedded import known_words
from bozzetto.viewer.shell import STATIC, component_script, head

ROOT = Path(__file__).resolve().parents[2]
FRONT = ROOT / "viewer" / "front"
# Names of namespaces, which nothing is fetched from.
NAMES = {f"http://www.w3.org/{name}" for name in ("1999/xhtml", "2000/svg", "1998/Math/MathML")}


def addresses(text):
    return set(re.findall(r"(?:https?|wss?):\/\/[\w.\-/]+", text)) - NAMES


def test_nothing_is_loaded_from_elsewhere():
    for path in STATIC.glob("*.*"):
        if path.suffix in (".js", ".html", ".svg"):
            assert not addresses(path.read_text(encoding="utf-8")), path.name
    assert addresses('import "https://cdn.example.org/three.js"'), "canary: an address is seen"


def test_the_bundle_is_small_and_says_whose_it_is():
    for name in ("stage.js", "share_viewer.js"):
        bundle = (STATIC / name).read_text(encoding="utf-8")
        assert len(bundle.encode()) < 1_100_000 and "Three.js Authors" in bundle and "MIT" in bundle
    licences = (STATIC / "licences.txt").read_text(encoding="utf-8")
    for owner in (
        "three.js",
        "Preact",
        "Bricolage Grotesque",
        "Instrument Sans",
        "SIL Open Font License",
        "MIT License",
    ):
        assert owner in licences, owner
    assert sum(path.stat().st_size for path in STATIC.glob("*.woff2")) < 90_000
    package = json.loads((FRONT / "package.json").read_text())
    locked = json.loads((FRONT / "package-lock.json").read_text())["packages"]
    for name, version in package["devDependencies"].items():
        assert locked[f"node_modules/{name}"]["version"] == version, "versions are pinned exactly"


def test_words_are_sorted_by_kind():
    """Nouns that come later may be among the other things for a while, but not many of them."""
    listed = re.findall(r"^  (\w+): `(.*?)`,$", (FRONT / "word_kinds.js").read_text(encoding="utf-8"), re.M | re.S)
    kinds = {" ".join(word.split()): kind for kind, words in listed for word in words.split(",")}
    objects = known_words().objects
    assert len(listed) == 13 and kinds.keys() <= objects, sorted(kinds.keys() - objects)
    assert len(objects - kinds.keys()) < 0.06 * len(objects), sorted(objects - kinds.keys())


def test_texts_are_set_as_text_only():
    sources = [path for pattern in ("*.js", "*.jsx", "viewer/*.js") for path in FRONT.glob(pattern)]
    assert len(sources) > 20
    for path in sources:
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source), path.name


def test_the_page_names_files_by_their_content():
    files = re.findall(r"/_bozzetto/front/([\w.-]+)\?v=[0-9a-f]{12}", head() + component_script())
    assert {"stage.js", "bricolage-grotesque.woff2", "instrument-sans.woff2"} == set(files)
    assert all((STATIC / name).is_file() for name in files)


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js here")
def test_the_front_end_s_own_tests_pass():
    done = subprocess.run(["node", "--test", "tests/"], cwd=FRONT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_built_in_texts_are_the_catalogue_s():
    built = json.loads((FRONT / "texts.js").read_text(encoding="utf-8").partition(" = ")[2].rstrip().rstrip(";"))
    catalogue = {key: value for key, value in read_texts(FOLDER / "en.txt").items() if key.startswith("ui.")}
    assert built == catalogue, "build the front end again"
    bundle = (STATIC / "stage.js").read_text(encoding="utf-8")
    assert catalogue["ui.settings.about"] in bundle

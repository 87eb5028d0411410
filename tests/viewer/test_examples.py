"""The results that come with the package: all that the page needs of them, and small enough to be downloaded."""

import io
from pathlib import Path

import pytest
import trimesh
from PIL import Image

from bozzetto.jobs.config.run_config import PRESETS
from bozzetto.viewer.examples import FOLDER, examples
from bozzetto.viewer.pictures import TURN_EDGE, TURN_FRAMES
from bozzetto.viewer.vocabulary import interpret

ROOT = Path(__file__).parents[2]
MOST_BYTES = 3_000_000


def test_six_small_results_that_the_page_can_show(client, workbench):
    rows = client.get("/choices").values["examples"]
    assert len(rows) == 6 and [row["name"] for row in rows] == [row["name"] for row in examples()]
    for row in rows:
        # Their settings can be used: the model still knows the prompt, word for word.
        reading = interpret(workbench.prior(), row["prompt"])
        assert row["preset"] in PRESETS and not reading.problem and not reading.unknown and not reading.assumed
        mesh = client.get(f"/examples/{row['name']}/mesh")
        assert mesh.headers["content-type"] == "model/gltf-binary" and len(mesh.body) == row["bytes"]
        parts = trimesh.load(io.BytesIO(mesh.body), file_type="glb", force="scene").geometry.values()
        assert sum(len(part.faces) for part in parts) > 4000
        assert {part.visual.material.baseColorTexture.size for part in parts} == {(512, 512)}
        strip = Image.open(io.BytesIO(client.get(f"/examples/{row['name']}/turn").body))
        assert strip.size == (TURN_FRAMES * TURN_EDGE, TURN_EDGE) and strip.mode == "RGBA"
        thumb = client.get(f"/examples/{row['name']}/thumb")
        assert Image.open(io.BytesIO(thumb.body)).size == (TURN_EDGE, TURN_EDGE) and thumb.headers["x-turn"] == "yes"


def test_they_are_small_and_go_into_the_package():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES
    tomllib = pytest.importorskip("tomllib", reason="Python 3.10 has no TOML reader")
    table = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]
    assert "examples/*" in table["bozzetto.viewer"]


@pytest.mark.parametrize("name", ["nothing", "..", "examples.json", "teapot.glb"])
def test_no_other_file_is_given_out(client, name):
    for what in ("mesh", "turn", "thumb"):
        assert client.get(f"/examples/{name}/{what}").status == 404

"""Several objects in one prompt, beside the true meshes in the same places."""

import json

import numpy as np
import pytest

pytest.importorskip("embreex", reason="the optional packages of the foundry are not installed")

from bozzetto.bench.quality import Plan  # noqa: E402
from bozzetto.bench.scenes import joined, measure_scenes, prompts_of, truth_of  # noqa: E402
from bozzetto.foundry.assets import normalise  # noqa: E402
from bozzetto.sds.embedded import known_words  # noqa: E402
from bozzetto.sds.layout import Placement  # noqa: E402
from bozzetto.sds.scene import Thing  # noqa: E402
from tests.bench import tiny_foundry  # noqa: E402

SMALL = (
    *("steps=6", "mesh.resolution=48", "mesh.coarse_resolution=24", "mesh.texture_size=64", "mesh.max_faces=500"),
    *("pictures.resolution=16", "start.steps=20"),
)


def test_prompts_are_of_two_objects_each_on_and_and_in_turn():
    known = known_words()
    nouns = ["cat", "dog", "chair", "sofa", "lamp", "desk", "car", "vase"]
    found = prompts_of(nouns, known, 10)
    assert len(found) == 4 and [" on " in prompt for prompt in found] == [True, False, True, False]
    assert sorted(word for prompt in found for word in known.read(prompt).words) == sorted(nouns)
    assert found[:2] == prompts_of(nouns, known, 2)
    assert prompts_of(["cat", "dog"], tiny_foundry.lexicon(), 5) == [], "it knows neither"
    assert len(prompts_of(tiny_foundry.NOUNS, tiny_foundry.lexicon(), 5)) == 1


def test_true_objects_stand_where_they_are_placed_with_their_own_colours():
    meshes = [normalise(tiny_foundry.bodies()[noun], None) for noun in ("barrel", "table")]
    places = [Placement(Thing("barrel"), 0.4, (-0.45, 0.0, 0.0)), Placement(Thing("table"), 0.4, (0.45, 0.0, 0.0))]
    whole = joined(meshes, places)
    assert len(whole.faces) == sum(len(mesh.faces) for mesh in meshes)
    assert whole.faces.max() == len(whole.vertices) - 1 and whole.face_materials.max() == 3
    assert (whole.face_uvs == -1).all(), "a corner without coordinates stays without"
    seen, cameras = truth_of(whole)
    image, alpha = seen.white, seen.alpha
    assert image.shape == (8, 64, 64, 3) and cameras[0].tolist() == [0.0, pytest.approx(np.radians(10))]
    left, right = alpha[0, :, :32] > 0.5, alpha[0, :, 32:] > 0.5
    np.testing.assert_allclose(image[0, :, :32][left].mean(0), (0.7, 0.1, 0.1), atol=0.15)
    np.testing.assert_allclose(image[0, :, 32:][right].mean(0), (0.9, 0.8, 0.1), atol=0.15)
    assert (image[0][alpha[0] == 0] == 1).all()


def test_scenes_are_made_scored_and_not_made_again(folder, tmp_path):
    lines = []
    plan = Plan(preset="draft", settings=SMALL, threads=1)
    found = measure_scenes(folder, tmp_path / "out", plan, 5, log=lines.append)
    assert len(found["runs"]) == len(lines) == 1 and found["runs"][0]["error"] == ""
    assert 0 < found["summary"]["iou"]["mean"] < 1 and found["runs"][0]["seconds"] > 0
    assert len(list((tmp_path / "out" / "pictures").glob("*.webp"))) == 1
    stored = json.loads((tmp_path / "out" / "scenes.json").read_text())
    again = measure_scenes(folder, tmp_path / "out", plan, 5, log=lines.append)
    assert again["runs"] == stored["runs"] and len(lines) == 1

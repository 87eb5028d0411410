"""The quality bench: planted faults are found, bad runs are counted, and a run that is there is not made again."""

import json
import math
import os
from dataclasses import replace

import numpy as np
import pytest
import torch

pytest.importorskip("embreex", reason="the optional packages of the foundry are not installed")

import trimesh  # noqa: E402
from PIL import Image  # noqa: E402

from bozzetto.bench import janus, quality  # noqa: E402
from bozzetto.bench.comparison import compare_methods  # noqa: E402
from bozzetto.bench.janus import JanusCheck, ViewClassifier, front_odds, pictures_of, two_faced  # noqa: E402
from bozzetto.bench.judge import Judge, Recipe, train_judge  # noqa: E402
from bozzetto.bench.methods import METHODS, methods_table, settings_of  # noqa: E402
from bozzetto.bench.page import Tile, quality_page  # noqa: E402
from bozzetto.bench.pictures import badness, colourfulness, write_gallery, write_page, write_sheets  # noqa: E402
from bozzetto.bench.quality import (  # noqa: E402
    Bench,
    BenchError,
    Job,
    Plan,
    divergence,
    jobs_of,
    measure,
    rate,
    summary,
    visible_surface,
)
from bozzetto.bench.sets import Prompt  # noqa: E402
from bozzetto.bench.truth import Case, Pictures, Score, mesh_views, oracle_renderer, relit_views, score  # noqa: E402
from bozzetto.export.mesh.mesh import Mesh  # noqa: E402
from bozzetto.export.texture.compare import psnr  # noqa: E402
from bozzetto.foundry.batches import ViewData  # noqa: E402
from bozzetto.foundry.evaluate import plain_views  # noqa: E402
from bozzetto.jobs.config.errors import DivergedError  # noqa: E402
from bozzetto.jobs.config.run_config import RunConfig, override  # noqa: E402
from bozzetto.jobs.store.runs import Run  # noqa: E402
from bozzetto.sds.methods.config import METHODS as KINDS  # noqa: E402
from tests.bench import tiny_foundry  # noqa: E402

GOOD = Score(0.9, 25.0, 0.9, 25.0, 24.0, coverage=0.2, true_coverage=0.21, saturated=0.0)


@pytest.fixture(scope="module")
def judge(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("weights")
    train_judge(
        ViewData(folder, tiny_foundry.lexicon()), folder, tiny_foundry.lexicon(), Recipe(steps=12, batch=8), out
    )
    return Judge(out, tiny_foundry.lexicon())


class ByPaint(ViewClassifier):
    """A view classifier that is right for certain: red is the front of the toy barrel, blue its back."""

    def sides(self, k, pictures, colour=None):
        red, blue = pictures[..., 0] < 0.5, pictures[..., 2] < 0.5
        front = (blue & ~red).sum((1, 2)) > (red & ~blue).sum((1, 2))
        sides = torch.full((len(pictures), 8), -5.0)
        sides[torch.arange(len(pictures)), torch.from_numpy(np.where(front, 0, 4))] = 0.0
        return sides


@pytest.fixture
def cameras():
    return np.stack([np.arange(8) * math.pi / 4, np.full(8, 0.2)], 1).astype(np.float32)


def test_a_two_faced_object_shows_its_front_behind(cameras):
    mesh = tiny_foundry.bodies()["barrel"]
    paint = np.zeros(3, np.float32)
    planted = pictures_of(two_faced(mesh), paint, cameras)
    np.testing.assert_allclose(planted[4], planted[0], atol=0.02)
    assert np.abs(pictures_of(mesh, paint, cameras)[4] - planted[4]).mean() > 0.05


def test_a_planted_janus_is_caught_and_a_true_object_is_not_accused(cameras):
    mesh, paint = tiny_foundry.bodies()["barrel"], np.zeros(3, np.float32)
    truth = pictures_of(mesh, paint, cameras)
    planted = pictures_of(two_faced(mesh), paint, cameras)
    classifier = ByPaint(None, None, None)
    assert classifier.is_janus(0, planted, truth) is True
    assert classifier.is_janus(0, truth, truth) is False
    ball = np.repeat(truth[:1], 8, 0)
    assert classifier.is_janus(0, planted, ball) is None


def test_the_classifier_finds_the_sides_of_true_renders(folder, judge):
    data = ViewData(folder, tiny_foundry.lexicon())
    classifier = ViewClassifier(judge, data, folder)
    truth = data.truth(0)[0].numpy()
    off = (classifier.sides(0, truth).argmax(1) - torch.arange(8) + 4) % 8 - 4
    assert (off.abs() <= 1).all() and (off == 0).float().mean() > 0.5
    assert classifier.has_front(0, truth)
    white = data.truth(2)[0].numpy()
    assert not classifier.has_front(2, white)


def test_the_check_plants_and_accuses_by_the_classifier(folder, judge):
    found = janus.check(ByPaint(judge, ViewData(folder, tiny_foundry.lexicon()), folder))
    assert found.with_front >= 1 and found.caught == found.planted and found.accused == 0 and found.trusted


def test_a_blind_classifier_is_not_trusted():
    assert not JanusCheck(planted=30, caught=20, true=30, accused=0, with_front=40, objects=100).trusted
    assert not JanusCheck(planted=30, caught=30, true=30, accused=3, with_front=40, objects=100).trusted
    assert not JanusCheck(planted=0, caught=0, true=0, accused=0, with_front=0, objects=100).trusted


def test_odds_are_of_front_against_back():
    certain = torch.log_softmax(torch.eye(8) * 20, 1)
    front, back = front_odds(certain)
    assert front > 10 and back == pytest.approx(-front, abs=1e-3)


def test_the_two_faced_oracle_shows_the_front_from_behind(folder):
    true, folded = (oracle_renderer(folder, 0, 32, two_faced=f) for f in (False, True))
    views = plain_views(torch.tensor([[0.0, 0.2], [math.pi, 0.2], [0.4, 0.2]]))
    seen = folded(views)
    torch.testing.assert_close(seen[1], seen[0], atol=1e-6, rtol=0)
    torch.testing.assert_close(seen[2], true(views)[2], atol=1e-6, rtol=0)
    assert (true(views)[1] - seen[1]).abs().mean() > 0.05


def test_an_oracle_can_be_tinted(folder):
    views = plain_views(torch.tensor([[0.0, 0.2]]))
    red, blue = (oracle_renderer(folder, 2, 32, colour=c)(views)[0, :, 16, 16] for c in ("red", "blue"))
    assert red[0] > red[2] and blue[2] > blue[0]


@pytest.mark.parametrize(
    ("change", "why"),
    [({}, ""), ({"coverage": 0.01}, "empty"), ({"coverage": 0.8}, "solid"), ({"saturated": 0.7}, "saturated")],
)
def test_lost_runs_are_told(change, why):
    assert divergence(replace(GOOD, **change)) == why


def test_faces_inside_are_not_part_of_the_surface():
    outer, inner = trimesh.creation.box((1, 1, 1)), trimesh.creation.icosphere(subdivisions=2, radius=0.3)
    both = trimesh.util.concatenate([outer, inner])
    seen = visible_surface(Mesh(np.asarray(both.vertices, np.float32), np.asarray(both.faces, np.int32)))
    assert len(seen.faces) == len(outer.faces)


def test_rates_have_wilsons_interval():
    found = rate(3, 100)
    assert (found["low"], found["high"]) == pytest.approx((0.0103, 0.0845), abs=1e-4)
    assert rate(0, 0)["rate"] is None and rate(0, 50)["high"] == pytest.approx(0.07135, abs=1e-4)


def test_the_summary_counts_bad_runs_and_leaves_unknown_prompts_out():
    row = {"set": "seen", "known": True, "r_precision": 1.0, "ceiling": 1.0, "iou": 0.8, "psnr": 20.0, "diverged": ""}
    rows = [
        {**row, "janus": True},
        {**row, "janus": None, "iou": 0.0, "r_precision": 0.0, "diverged": "failed"},
        {"set": "wide", "known": False},
    ]
    found = summary(rows)
    assert found["seen"]["iou_mean"] == {"mean": 0.4, "std": 0.4, "min": 0.0, "max": 0.8}
    assert found["seen"]["janus"]["of"] == 1 and found["seen"]["diverged"]["rate"] == 0.5
    assert found["wide"] == {
        "runs": 0, "unknown": 1, "janus": rate(0, 0), "diverged": rate(0, 0),
    }  # fmt: skip


def test_the_worst_come_first():
    rows = [
        {"diverged": "", "janus": False, "iou": 0.5},
        {"diverged": "empty", "janus": None, "iou": 0.0},
        {"diverged": "", "janus": True, "iou": 0.9},
        {"diverged": "", "janus": False, "iou": 0.4},
    ]
    assert [r["iou"] for r in sorted(rows, key=badness)] == [0.0, 0.9, 0.4, 0.5]


def test_jobs_are_the_first_prompts_of_each_set_with_every_seed():
    jobs = jobs_of(("seen", "synonyms"), (0, 1), 2, False)
    assert [(j.set, j.seed) for j in jobs] == [("seen", 0)] * 2 + [("synonyms", 0)] * 2 + [
        ("seen", 1), ("seen", 1), ("synonyms", 1), ("synonyms", 1),
    ]  # fmt: skip
    assert len({j.name for j in jobs}) == 8
    assert len(jobs_of(("seen", "recombined", "synonyms", "wide"), (0,), None, True)) == 12


def test_the_page_keeps_prompts_from_being_markup():
    about = {"janus_check": {"caught": 1, "planted": 1, "accused": 0, "true": 1, "warning": "<b>"}}
    page = quality_page(about, "| a | <i> |\n|---|---|\n| 1 | 2 |", [Tile("<script>", b"x")], ["<img>"]).decode()
    assert "<script>" not in page and "<img>" not in page and "<b>" not in page and "&lt;script&gt;" in page


def test_every_method_of_the_loop_is_compared_and_others_are_refused():
    assert set(METHODS) == set(KINDS) - {"clip"}, "which asks a CLIP model, no diffusion prior"
    for method in METHODS:
        assert override(RunConfig("a chair"), settings_of(method)).guidance.method.name == method
    with pytest.raises(ValueError, match="x0, sds"):
        settings_of("magic")


def test_the_table_of_methods_says_what_could_not_be_done():
    figures = summary([{"set": "seen", "known": True, "iou": 0.5, "r_precision": 1.0, "diverged": "", "janus": None}])
    table = methods_table({("embedded", "x0"): figures["seen"], ("embedded", "vsd"): "not possible: no network"})
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    assert len({len(row) for row in rows}) == 1
    assert rows[2][:4] == ["embedded", "x0", "1.00 (1.00 to 1.00)", "0.500 (0.500 to 0.500)"]
    assert rows[3][2] == "not possible: no network"


@pytest.fixture
def plan():
    small = ("steps=40", "mesh.resolution=32", "mesh.coarse_resolution=24", "mesh.max_faces=500", "field.levels=4")
    more = ("mesh.texture_size=64", "pictures.resolution=16", "field.max_resolution=16", "camera.crop_share=0")
    return Plan(prior="oracle", settings=small + more, threads=1)


@pytest.fixture
def bench(plan, folder, judge, tmp_path, monkeypatch):
    prompts = [Prompt("a barrel", "barrel"), Prompt("a table", "table"), Prompt("a lamp", "lamp")]
    monkeypatch.setattr(quality, "load_set", lambda name: prompts)
    return Bench(plan, folder, tmp_path, judge=judge)


def test_a_prompt_that_the_judge_was_not_taught_is_scored_without_its_words(bench, monkeypatch):
    job, pictures = Job("seen", Prompt("a barrel", "barrel"), 0), np.ones((8, 64, 64, 3), np.float32)
    assert {"r_precision", "ceiling"} < set(bench.judged(bench.judge, job, pictures, pictures))
    monkeypatch.setattr(Judge, "knows", lambda self, prompt: prompt != "a barrel")
    assert set(bench.judged(bench.judge, job, pictures, pictures)) == {"consistency", "consistency_true"}
    # Nor is it among what another prompt could be taken for.
    asked: list[str] = []
    monkeypatch.setattr(Judge, "embed_prompts", lambda self, found: asked.extend(found) or torch.eye(len(found), 128))
    bench.judged(bench.judge, Job("seen", Prompt("a table", "table"), 0), pictures, pictures)
    assert asked == ["a table", "a lamp"]


@pytest.mark.slow
def test_a_run_is_scored_once_and_its_files_are_whole(bench, tmp_path, monkeypatch):
    path, lines = tmp_path / "quality.json", []
    jobs = [Job("seen", Prompt("a barrel", "barrel"), 0)]
    result = measure(bench, jobs, path, lines.append)
    (row,) = result["runs"]
    assert row["iou"] > 0.8 and row["f_score"] > 0.8 and 0 < row["chamfer"] < 3 and row["diverged"] == ""
    assert row["seconds"] > 0 and row["memory_mb"] >= 0 and 0 <= row["r_precision"] <= 1
    assert json.loads(path.read_text()) == result and result["sets"]["seen"]["runs"] == 1
    assert any("Janus check" in line for line in lines)
    page = write_page(result, tmp_path).read_text()
    assert page.count("data:image/webp;base64") == 1 and "a barrel" in page
    (sheet,) = write_sheets(bench, result)
    assert sheet == bench.out / "seen.webp" and np.asarray(Image.open(sheet)).std() > 5
    best = write_gallery(bench, result)
    assert best is not None and Image.open(best).size == (176, 191) and np.asarray(Image.open(best)).std() > 5
    # Its albedo is the object's, so other lights fall on it as on the object; in no light at all it is another thing.
    made, truth = (v.white for v in relit_views(Run(bench.out / row["name"]), bench.data, Case("a barrel", 0)))
    plain = score(Run(bench.out / row["name"]), bench.data, Case("a barrel", 0))[2]
    assert row["relit_psnr"] > 18
    likeness = lambda a, b: psnr(float(((a - b) ** 2).mean()))  # noqa: E731
    assert likeness(made, truth) > likeness(plain, truth) + 2 and likeness(made, plain) < 25

    monkeypatch.setattr(quality, "generate", None)
    monkeypatch.setattr(Bench, "run", None)
    assert measure(bench, jobs, path)["runs"] == result["runs"]
    other = Bench(replace(bench.plan, preset="draft"), bench.folder, tmp_path, judge=bench.judge)
    with pytest.raises(BenchError, match="holds other runs"):
        measure(other, jobs, path)


def test_patterns_are_more_colourful_than_what_is_gray_or_plain():
    solid = np.ones((1, 8, 8), np.float32)
    gray, red = np.full((1, 8, 8, 3), 0.5), np.broadcast_to([0.8, 0.1, 0.1], (1, 8, 8, 3))
    two = np.where((np.arange(8) < 4)[:, None], [0.8, 0.1, 0.1], [0.1, 0.2, 0.8])[None, None].repeat(8, 1)
    found = [colourfulness(Pictures(image, solid)) for image in (gray, red, two)]
    assert found[0] == 0 and found[0] < found[1] < found[2]
    assert colourfulness(Pictures(two, 0 * solid)) == 0


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="a whole run; opt-in: set BOZZETTO_SLOW=1")
def test_a_method_that_a_prior_cannot_do_is_said_and_the_others_go_on(bench):
    found = compare_methods(bench, ("mixture-oracle",), ("vsd", "csd"), 1, lambda line: None)
    assert "no network" in found["mixture-oracle", "vsd"] or "vsd" in found["mixture-oracle", "vsd"]
    assert found["mixture-oracle", "csd"]["runs"] == 1
    assert (bench.out / "mixture-oracle-csd" / "quality.html").is_file()


def test_a_run_that_fails_is_counted_and_says_why(bench, tmp_path, monkeypatch):
    def diverge(config, prior, out):
        out.mkdir()
        raise DivergedError("the loss stayed NaN")

    monkeypatch.setattr(quality, "generate", diverge)
    row = bench.run(Job("seen", Prompt("a table", "table"), 0))
    assert row["diverged"] == "failed" and "NaN" in row["error"] and row["iou"] == 0 and row["known"]
    assert summary([row])["seen"]["diverged"]["count"] == 1


def test_a_result_of_another_judge_is_scored_again(bench, tmp_path, monkeypatch):
    path = tmp_path / "quality.json"
    monkeypatch.setattr(Bench, "run", lambda self, job: {**row, "judge": self.judge_digest, "iou": 0.5})
    row = {"set": "seen", "prompt": "a table", "seed": 0, "known": True, "name": "", "judge": "", "error": ""}
    row |= {"r_precision": 1.0, "ceiling": 1.0, "psnr": 9.0, "janus": None, "diverged": "", "iou": 0.1}
    job = Job("seen", Prompt("a table", "table"), 0)
    row["name"] = job.name
    first = measure(bench, [job], path)
    stale = {**first, "runs": [{**first["runs"][0], "judge": "another", "iou": 0.1}]}
    path.write_text(json.dumps(stale))
    assert measure(bench, [job], path)["runs"][0]["iou"] == 0.5


def test_the_embedded_prior_is_not_asked_for_what_it_does_not_know(folder, judge, tmp_path, monkeypatch):
    monkeypatch.setattr(quality, "generate", None)
    bench = Bench(Plan(), folder, tmp_path, judge=judge)
    row = bench.run(Job("wide", Prompt("a zither"), 0))
    assert row["known"] is False and "iou" not in row


def test_mesh_views_are_of_the_size_that_is_asked_for():
    box = trimesh.creation.box((1, 1, 1))
    mesh = Mesh(np.asarray(box.vertices, np.float32), np.asarray(box.faces, np.int32))
    seen = mesh_views(mesh, np.array([[0.0, 0.0]], np.float32), 16)
    assert seen.white.shape == (1, 16, 16, 3) and seen.alpha[0, 8, 8] == 1 and seen.alpha[0, 0, 0] == 0


def test_a_pole_too_thick_gains_nothing_by_being_pale():
    """Black, a pixel wide, made three wide: in the colour that is least wrong on white, or in its own."""
    thin, thick = np.zeros((1, 9, 9)), np.zeros((1, 9, 9))
    thin[0, :, 4], thick[0, :, 3:6] = 1.0, 1.0
    truth = Pictures(1 - thin[..., None].repeat(3, -1), thin)
    pale, own = (Pictures(1 - shade * thick[..., None].repeat(3, -1), thick) for shade in (1 / 3, 1.0))
    white = lambda made: psnr(float(((made.white - truth.white) ** 2).mean()))  # noqa: E731
    assert white(pale) > white(own) + 1 and own.psnr(truth) > pale.psnr(truth) + 1
    assert np.array_equal(truth.black, np.zeros((1, 9, 9, 3))) and truth.psnr(truth) == 100

"""Every route, without a server: what it answers, what it changes, and what it refuses by name."""

import io
import json
import shutil
import threading
import zipfile
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

import bozzetto.jobs.store.resources
from bozzetto.jobs.config.run_config import PRESETS, config_to_dict, make_config
from bozzetto.jobs.pipeline.estimate import predict_from_runs
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.provenance import current_provenance, write_provenance
from bozzetto.jobs.store.runs import Run, lock_run, write_json
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.resolve import resolve
from bozzetto.threads import use_threads
from bozzetto.viewer import events, routes_prompt
from bozzetto.viewer.commands import CommandStatus
from bozzetto.viewer.field_renderer import Picture
from bozzetto.viewer.preview import shape_view
from bozzetto.viewer.routes import routes
from bozzetto.viewer.workbench import Workbench

ATTACK = 'a **red** box <img src=x onerror=alert(1)> "quoted" :smile:'


def png(colour="red", size=8):
    data = io.BytesIO()
    Image.new("RGBA", (size, size), colour).save(data, "PNG")
    return data.getvalue()


# What every route keeps to.


def test_what_changes_something_takes_json_by_post_only(client):
    changing = [route for route in routes(client.workbench) if route.methods and "POST" in route.methods]
    assert len(changing) > 10
    for route in changing:
        path = (
            route.path.replace("{name}", "r")
            .replace("{number:int}", "1")
            .replace("{action}", "pause")
            .replace("{kind}", "teach")
        )
        path = path.replace("{key}", "0" * 12)
        assert client.get(path).status in (404, 405), path
        if not path.endswith("/opened"):
            answer = client.ask("POST", path, b"a=1", "application/x-www-form-urlencoded")
            assert answer.status == 400 and "application/json" in answer.error, path
            assert client.ask("POST", path, b"[1]", "application/json").status == 400
            assert client.ask("POST", path, b"{", "application/json").status == 400
            assert "at most" in client.ask("POST", path, b" " * 70_000, "application/json").error


def test_a_fault_of_ours_is_one_sentence_and_in_the_log(client, monkeypatch, caplog):
    monkeypatch.setattr(Workbench, "store", property(lambda self: 1 / 0))
    answer = client.get("/runs")
    assert answer.status == 500 and "terminal" in answer.error and "Zero" not in answer.error
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "no such run", "<b>x</b>", "x\0y"])
@pytest.mark.parametrize("rest", ["", "/mesh", "/thumb", "/files", "/metrics", "/share"])
def test_nothing_is_read_by_a_name_that_is_no_run(client, make_run, name, rest):
    make_run("r")
    from urllib.parse import quote

    answer = client.get(f"/runs/{quote(name, safe='')}{rest}")
    assert answer.status == 404 and b"root:" not in answer.body


@pytest.mark.parametrize("file", ["config.json", "marks.json", "../state.json", "%2e%2e/x", "checkpoints", ".reserve"])
def test_only_files_that_are_offered_are_sent(client, make_run, file):
    make_run("r")
    for query in ({}, {"from": "export"}):
        assert client.get(f"/runs/r/files/{file}", **query).status == 404
    assert client.get("/_bozzetto/front/..%2fstore.py").status == 404
    assert client.get("/_bozzetto/front/stage.js").headers["content-type"].startswith("text/javascript")


# A prompt.


def test_a_prompt_is_read_and_its_cost_told(client):
    assert client.get("/prompt", prompt=" ").values["empty"]
    read = client.get("/prompt", prompt="a red char with wings").values
    assert read["noObject"] and read["problem"] == "" and "cost" not in read
    assert client.get("/prompt", prompt="zzzz").values["suggestions"], "something to begin with, whatever was typed"
    nearest = {near["word"]: near["prompt"] for word in read["unknown"] for near in word["nearest"]}
    assert nearest["chair"] == "a red chair with wings"
    read = client.get("/prompt", prompt="a red chair with wings").values
    assert [word["word"] for word in read["unknown"]] == ["wings"] and read["cost"]["memory"]
    assert "650 characters" in client.get("/prompt", prompt="x" * 650).values["problem"]
    assert "control" in client.get("/prompt", prompt="a chair", negative="\x07").values["problem"]
    assert "preset" in client.get("/prompt", prompt="a chair", preset="coarse").values["problem"]
    for name, value in (("seed", "-1"), ("seed", "x"), ("steps", "1e3"), ("variations", "9"), ("variations", "0")):
        assert name in client.get("/prompt", prompt="a chair", **{name: value}).values["problem"]


def test_the_views_are_one_strip_and_drawn_once(client, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "bozzetto.viewer.workbench.sample_views", lambda *a: drawn.append(a[1:]) or [png(c) for c in ("red", "blue")]
    )
    for _ in range(2):
        answer = client.get("/prompt/views", prompt="a chair", seed=3)
        assert Image.open(io.BytesIO(answer.body)).size == (16, 8)
    assert drawn == [("a chair", "", 4, 3)]


@pytest.fixture
def finished(make_run, client):
    """A finished run as `generate` leaves it: resolved settings, and what it was made with."""

    def make(name, prompt="a blue chair", preset="draft", **seconds):
        prior = client.workbench.prior()
        run = make_run(name, prompt, preset=preset, steps=PRESETS[preset].steps)
        config = make_config(prompt, preset)
        config = resolve(config, PriorKnowledge.of(prior, config))
        write_json(run.path / "config.json", config_to_dict(config))
        write_provenance(run, current_provenance(prior, config.field))
        write_json(run.path / "report.json", {"seconds": seconds, "memory": 500_000_000, "prompt": prompt})
        client.workbench.store.refresh(force=True)
        return run

    return make


def test_the_time_is_told_by_finished_runs(client, finished):
    def told():
        cost = client.get("/prompt", prompt="a red chair").values["cost"]
        return cost["seconds"], cost["runs"]

    assert told() == (None, 0)
    finished("20260101-000000-x", training=8.0, export=2.0)
    assert told() == (14.0, 1), "with the worker's start"
    finished("20260101-000001-x", training=10.0, export=2.0)
    other = Run(client.workbench.folder / "runs" / "20260101-000001-x")
    write_json(other.path / "config.json", config_to_dict(replace(other.config, threads=other.config.threads + 1)))
    assert told() == (15.0, 2), "whatever was free when they began"
    cost = client.get("/prompt", prompt="a red chair", variations=3).values["cost"]
    assert cost["seconds"] == 37.0
    # A preview or a checkpoint more or less, as jobs of the workbench have them, makes no other kind.
    config = routes_prompt.watched(make_config("a red chair", "draft"))
    assert predict_from_runs(config, PriorKnowledge.of(client.workbench.prior(), config)).n_runs == 2


def test_the_time_told_does_not_hang_on_what_is_computed_meanwhile(client, finished):
    threads = torch.get_num_threads()
    torch.set_num_threads(2)
    inside, leave = threading.Event(), threading.Event()

    def compute():
        with use_threads(1):
            inside.set()
            leave.wait(60)

    try:
        finished("20260101-000000-x", training=8.0, export=2.0)
        other = threading.Thread(target=compute)
        other.start()
        assert inside.wait(60)
        cost = client.get("/prompt", prompt="a red chair").values["cost"]
        assert (cost["seconds"], cost["runs"]) == (14.0, 1)
    finally:
        leave.set()
        other.join()
        torch.set_num_threads(threads)


def test_a_time_is_measured_when_asked_and_belongs_to_its_prompt(client, monkeypatch):
    started = []
    monkeypatch.setattr(client.workbench.commands, "start", lambda key, arguments: started.append((key, arguments)))
    client.post("/prompt/measure", prompt="--out a red chair", steps=12)
    assert started[0][1][-2:] == ["--", "--out a red chair"] and "12" in started[0][1]
    ended = {started[0][0]: CommandStatus(output="about 9 s")}
    monkeypatch.setattr(client.workbench.commands, "status", lambda key: ended.get(key, CommandStatus()))
    assert client.get("/prompt", prompt="--out a red chair", steps=12).values["cost"]["measured"] == "about 9 s"
    assert client.get("/prompt", prompt="a blue sofa", steps=12).values["cost"]["measured"] == ""


def test_what_has_no_room_is_refused_before_it_starts(client, home, monkeypatch):
    real = bozzetto.jobs.store.resources.resources_free()
    needed = bozzetto.jobs.store.resources.resources_needed(make_config("a red chair", "draft"))
    for place in (bozzetto.jobs.store.resources, routes_prompt):
        monkeypatch.setattr(place, "resources_free", lambda folder=None: replace(real, disk=4 * needed.disk))
    assert client.get("/prompt", prompt="a red chair").values["cost"]["shortage"] == ""
    assert "start fewer" in client.get("/prompt", prompt="a red chair", variations=8).values["cost"]["shortage"]
    assert "start fewer" in client.post("/jobs", prompt="a red chair", variations=8).error.replace("Start", "start")
    assert not (home / "queue.db").exists()


def test_a_start_queues_variations_as_a_batch(client, home):
    assert client.post("/jobs", prompt="zzzz").status == 400
    answer = client.post("/jobs", prompt="a red chair", negative="blue", variations=3, seed=5).values
    assert [job["seed"] for job in answer["jobs"]] == [5, 6, 7] and answer["batch"]
    second = client.post("/jobs", prompt="a red chair", variations=2).values
    assert second["batch"] not in ("", answer["batch"])
    assert client.post("/jobs", prompt="a red chair", preset="fine", steps=33).values["batch"] == ""
    with Queue() as queue:
        jobs = queue.jobs()
        assert queue.config(jobs[0].id).negative == "blue" and jobs[-1].total == 33
        assert queue.config(jobs[0].id).save.checkpoint_every == routes_prompt.LIVE_STEPS


def test_words_and_their_pictures(client, monkeypatch):
    words = client.get("/words").values
    assert words["total"] > 600 and {"name", "aliases"} <= set(words["objects"][0])
    assert [word["prompt"] for word in client.get("/words", search="hound").values["objects"]] == ["a dog"]
    assert client.get("/words", search="hound", colour="orange").values["objects"][0]["prompt"] == "an orange dog"
    assert client.get("/words", colour="<b>").status == 400
    assert client.get("/words/nonsense/picture").status == 400
    asked = []
    pictures = client.workbench.word_pictures
    monkeypatch.setattr(pictures, "want", asked.append)
    monkeypatch.setattr(pictures, "get", lambda word: b"webp" if word == "cat" else None)
    assert client.get("/words/dog/picture").status == 202 and asked == ["dog"]
    assert client.get("/words/cat/picture").body == b"webp"


def test_a_word_is_shown_as_the_shape_that_the_prior_holds_of_it(client):
    alpha = np.asarray(shape_view(client.workbench.prior(), "a chair", edge=96))[..., 3]
    rows, columns = np.nonzero(alpha.max(1) > 128)[0], np.nonzero(alpha.max(0) > 128)[0]
    assert max(np.ptp(rows), np.ptp(columns)) > 0.7 * 96, "it fills the square"
    assert alpha[0].max() < 30 and alpha[:, 0].max() < 30 and 0.1 < (alpha > 128).mean() < 0.6


# Runs.


def test_runs_are_found_in_parts(client, make_run):
    for n in range(5):
        make_run(f"2026020{n + 1}-000000-x", f"a red box {n}", seed=n)
    make_run("20260209-000000-x", "a blue box", status="interrupted")
    page = client.get("/runs", limit=2, offset=1).values
    assert page["total"] == 6 and [run["prompt"] for run in page["runs"]] == ["a red box 4", "a red box 3"]
    assert client.get("/runs", state="unfinished").values["total"] == 1
    assert client.get("/runs", search="blue").values["runs"][0]["status"] == "interrupted"
    assert client.get("/runs", state="odd").status == 400 and client.get("/runs", sort="odd").status == 404
    assert client.get("/runs", limit=10_000).status == 400


def test_a_run_is_described(client, make_run):
    run = make_run("r", ATTACK, seed=2**60)
    values = client.get("/runs/r").values
    assert values["prompt"] == ATTACK and [mesh["label"] for mesh in values["meshes"]] == ["full"]
    assert values["stills"] == ["front", "right", "back", "left"] and values["finer"] == "standard"
    assert not values["hasCheckpoint"] and ["Seed", str(2**60)] in values["facts"]
    assert client.get("/runs/r/mesh").body == run.mesh.read_bytes()
    assert client.get("/runs/r/mesh", level="LOD 3").status == 404
    assert len(client.get("/runs/r/metrics").values["rows"]) == 24
    assert client.get("/runs/r/stills/front").headers["content-type"] == "image/webp"
    for missing in ("/runs/r/stills/top", "/runs/r/previews/000051"):
        assert client.get(missing).status == 404
    assert client.get("/runs/r/previews/000050").status == 200


def test_what_a_hub_prior_was_shown_is_there(client, make_run):
    run = make_run("r")
    assert client.get("/runs/r").values["estimates"] == []
    (run.path / "estimates").mkdir()
    (run.path / "estimates" / "000050.png").write_bytes((run.path / "previews" / "000050.png").read_bytes())
    assert client.get("/runs/r").values["estimates"] == ["000050"]
    assert client.get("/runs/r/estimates/000050").headers["content-type"] == "image/png"
    assert client.get("/runs/r/estimates/000100").status == 404


@pytest.mark.parametrize("file, text", [("config.json", "{"), ("state.json", ""), ("report.json", "[1]")])
def test_a_damaged_run_says_which_file_and_why(client, make_run, file, text):
    run = make_run("r")
    (run.path / file).write_text(text)
    assert client.get("/runs/r").values["damage"].startswith(file)


def test_a_thumbnail_is_clear_around_and_the_turn_follows(client, make_run, monkeypatch):
    make_run("r")
    strip = io.BytesIO()
    Image.new("RGBA", (12 * 16, 16), (9, 9, 9, 99)).save(strip, "WEBP")
    answers = [None, Picture(strip.getvalue(), 0.1)]
    monkeypatch.setattr(client.workbench.thumbnailer, "request_turn", lambda *a: answers[0])
    first = client.get("/runs/r/thumb")
    assert first.headers["x-turn"] == "no" and first.headers["cache-control"] == "no-store"
    assert client.get("/runs/r/turn").status == 202
    answers[0] = answers[1]
    assert client.get("/runs/r/turn").body == strip.getvalue()
    answers[0] = None
    second = client.get("/runs/r/thumb")
    assert second.headers["x-turn"] == "yes" and Image.open(io.BytesIO(second.body)).size == (16, 16), "kept on disk"


def test_the_field_is_asked_for_by_a_camera(client, make_run, monkeypatch):
    run = make_run("r")
    camera = dict(px=0, py=0, pz=3, tx=0, ty=0, tz=0, fovy=0.6, aspect=1.5)
    assert "no checkpoint" in client.get("/runs/r/field", **camera).error
    (run.path / "checkpoints" / "checkpoint-000002-step-00000050.safetensors").write_text("")
    asked, answers = [], [Picture(png(), 0.1), None, Picture(problem="out of memory")]
    monkeypatch.setattr(client.workbench.renderer, "wait_view", lambda *a: asked.append(a) or answers[len(asked) - 1])
    answer = client.get("/runs/r/field", edge=112, client="c", **camera)
    assert answer.status == 200 and Image.open(io.BytesIO(answer.body)).format == "WEBP"
    assert asked[0][0] == run.path.absolute() and asked[0][2:4] == (112, "c") and asked[0][1].aspect == 1.5
    assert client.get("/runs/r/field", **camera).status == 204, "superseded"
    assert "Out of memory" in client.get("/runs/r/field", **camera).error
    for bad in ({"px": "x"}, {"aspect": 0}, {"fovy": ""}):
        assert "expected a camera" in client.get("/runs/r/field", **camera | bad).error.replace("Expected", "expected")
    assert client.get("/runs/r/field", edge=9999, **camera).status == 400


def test_a_field_that_has_just_begun_is_no_error(client, make_run, monkeypatch):
    run = make_run("r", status="created")
    assert client.get("/runs/r").values["status"] == "created", "what the index has read"
    checkpoints = run.path / "checkpoints"
    camera = dict(px=0, py=0, pz=3, tx=0, ty=0, tz=0, fovy=0.6, aspect=1.5)
    broken = Picture(problem="has nothing to export yet")
    monkeypatch.setattr(client.workbench.renderer, "wait_view", lambda *a: broken)
    (checkpoints / "checkpoint-000001-step-00000000.safetensors").write_text("")
    assert client.get("/runs/r/field", **camera).status == 404, "a field before its first step is none"
    assert not client.get("/runs/r").values["hasCheckpoint"] and events.forming(run.path)["checkpoint"] == ""
    with lock_run(run.path):
        assert client.get("/runs/r/field", **camera).status == 204, "the next one comes soon"
        (checkpoints / "checkpoint-000002-step-00000020.safetensors").write_text("")
        assert client.get("/runs/r/field", **camera).status == 204, "whatever the index says of the run"
        assert events.forming(run.path)["checkpoint"] == "checkpoint-000002-step-00000020"
    assert client.get("/runs/r/field", **camera).status == 400


def test_marks_are_kept_or_refused(client, make_run):
    run = make_run("r")
    make_run("q")
    assert client.post("/runs/r/stars", stars=4).values == {"stars": 4}
    assert client.post("/runs/r/stars", stars=6).status == 400
    assert client.post("/runs/r/tags", tags=["good", " round  one "]).values == {"tags": ["good", "round one"]}
    assert "at most 32" in client.post("/runs/r/tags", tags=["x" * 33]).error
    assert client.get("/runs/r").values["tags"] == ["good", "round one"]
    assert client.post("/runs/tag", runs=["r", "q"], tag="set").values == {"changed": 2}
    assert client.get("/runs", tags="set").values["total"] == 2
    shutil.rmtree(run.path)
    assert client.post("/runs/r/stars", stars=3).status in (400, 404)


def test_runs_go_to_the_bin_and_come_back(client, make_run):
    run = make_run("r", status="interrupted")
    make_run("q")
    with Queue() as queue:
        job = queue.add(run.config, run=run.path)
        assert "stop it" in client.post("/runs/delete", runs=["r"]).error
        queue.cancel(job.id)
    binned = client.post("/runs/delete", runs=["r", "q"]).values["binned"]
    assert client.get("/runs").values["total"] == 0 and len(client.get("/bin").values["runs"]) == 2
    assert client.post("/runs/delete", runs=["r"]).status == 404, "not twice"
    assert client.post("/bin/restore", runs=binned[:1]).values == {"restored": ["r"]}
    assert client.post("/bin/purge", runs=["../q"]).status == 404
    assert client.post("/bin/purge", runs=binned[1:]).values == {"deleted": 1}
    assert [entry["name"] for entry in client.get("/runs").values["runs"]] == ["r"]


def test_compared_runs_and_what_differs(client, make_run):
    for n in (1, 2, 3):
        make_run(f"2026010{n}-000000-x", seed=n)
    answer = client.get("/compare", runs="20260101-000000-x,20260102-000000-x,../x").values
    assert [run["seed"] for run in answer["runs"]] == [1, 2]
    assert answer["differences"] == [{"setting": "seed", "values": ["1", "2"]}]


# What a run can be the start of.


def test_again_variations_refine_recolour(client, make_run):
    make_run("r", "a red chair", seed=4)
    make_run("s", "a red chair", seed=5)
    assert [job["seed"] for job in client.post("/runs/r/again").values["jobs"]] == [6]
    four = client.post("/runs/r/again", count=4).values
    assert [job["seed"] for job in four["jobs"]] == [6, 7, 8, 9] and four["batch"]
    [finer] = client.post("/runs/r/refine").values["jobs"]
    assert (finer["preset"], finer["seed"], finer["total"]) == ("standard", 4, PRESETS["standard"].steps)
    [blue] = client.post("/runs/r/recolour", colour="blue").values["jobs"]
    assert (blue["prompt"], blue["seed"], blue["total"]) == ("a blue chair", 4, 120)
    assert "colour" in client.post("/runs/r/recolour", colour="<b>").error
    make_run("f", "a red chair", preset="fine", steps=1000)
    assert "no finer" in client.post("/runs/f/refine").error


def test_more_steps_and_to_the_end(client, make_run):
    run = make_run("r")
    assert client.post("/runs/r/longer", steps=60).values["jobs"][0]["total"] == 180 and run.config.steps == 180
    assert client.post("/runs/r/longer", steps=0).status == 400
    make_run("q", status="interrupted")
    assert client.post("/runs/q/continue").values["jobs"][0]["status"] == "queued"


def test_a_job_is_paused_resumed_stopped_retried_and_goes_first(client):
    jobs = [client.post("/jobs", prompt="a red chair").values["jobs"][0]["id"] for _ in range(2)]
    for action, status in (("pause", "paused"), ("resume", "queued"), ("cancel", "cancelled"), ("retry", "queued")):
        assert client.post(f"/jobs/{jobs[0]}/{action}").values["job"]["status"] == status, action
    client.post(f"/jobs/{jobs[1]}/first")
    with Queue() as queue:
        assert queue.get(jobs[1]).priority > queue.get(jobs[0]).priority
    assert client.post("/jobs/999/pause").status == 400 and client.post(f"/jobs/{jobs[0]}/burn").status == 400


# Files.


def test_downloads(client, make_run):
    run = make_run("r", ATTACK)
    offered = client.get("/runs/r/files").values
    assert {file["name"] for file in offered["own"]} == {"mesh.glb", "mesh.obj", "turntable.webp", "report.json"}
    answer = client.get("/runs/r/files/mesh.glb")
    assert answer.body == run.mesh.read_bytes() and 'filename="r.glb"' in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(client.get("/runs/r/files/mesh-obj.zip").body)) as bundle:
        assert set(bundle.namelist()) == {"mesh.obj", "mesh.mtl", "mesh.png"} and bundle.testzip() is None
    assert "no exported files" in client.get("/runs/r/files/export.zip").error.replace("There are ", "")
    with zipfile.ZipFile(io.BytesIO(client.get("/zip", runs="r").body)) as bundle:
        assert bundle.namelist() == ["r.glb"]
    assert b"<html" in client.get("/runs/r/share").body


def test_an_export_is_asked_for_by_what_is_offered(client, make_run, monkeypatch):
    make_run("r")
    started = []
    monkeypatch.setattr(client.workbench.commands, "start", lambda key, arguments: started.append(arguments) or True)
    choices = client.get("/choices").values["export"]
    assert {target["name"] for target in choices["targets"]} >= {"", "unity", "print"}
    asked = dict(formats=["glb", "stl"], target="unity", size=2, lods=1, faces=500, texture=256, maps="both")
    assert client.post("/runs/r/export", collision=True, **asked).status == 200
    line = " ".join(started[0])
    for part in ("--format glb,stl", "--preset unity", "--size 2", "--lods 1", "--faces 500", "--texture 256",
                 "--collision", "--maps both"):  # fmt: skip
        assert part in line
    for bad in (
        {"formats": ["exe"]},
        {"target": "--out"},
        {"maps": "x"},
        {"lods": 99},
        {"size": -1},
        {"formats": "a" * 9},
    ):
        assert client.post("/runs/r/export", **bad).status == 400, bad


def test_a_mesh_of_somebody_is_kept_and_exported(client, home, monkeypatch):
    assert client.ask("POST", "/opened", b"x", "application/octet-stream", {"name": "x.exe"}).status == 400
    key = client.ask("POST", "/opened", b"solid", "application/octet-stream", {"name": "../a part.STL"}).values["key"]
    [kept] = (home / "cache" / "opened" / key).iterdir()
    assert kept.name == "mesh.stl" and kept.read_bytes() == b"solid"
    started = []
    monkeypatch.setattr(client.workbench.commands, "start", lambda key, arguments: started.append(arguments) or True)
    assert client.post(f"/opened/{key}/export", formats=["glb"]).status == 200
    assert started[0][1] == str(kept) and "--out" in started[0]
    for odd in ("..", "0" * 12, "../../runs"):
        assert client.get(f"/opened/{odd}/files").status == 404
    (kept.parent / "export").mkdir()
    (kept.parent / "export" / "mesh.glb").write_text("glb")
    (kept.parent / "export" / "mesh_report.json").write_text(json.dumps({"files": {"mesh.glb": {}}}))
    assert client.get(f"/opened/{key}/files/mesh.glb").body == b"glb"
    monkeypatch.setattr("bozzetto.viewer.routes_files.MAX_OPENED_BYTES", 3)
    assert client.ask("POST", "/opened", b"solid", "application/octet-stream", {"name": "a.stl"}).status == 413


def test_new_maps_and_nouns_are_commands_of_their_own(client, make_run, monkeypatch):
    run = make_run("r", "a red chair")
    started, ended = [], {}
    commands = client.workbench.commands
    monkeypatch.setattr(commands, "start", lambda key, arguments: started.append((key, arguments)) or True)
    monkeypatch.setattr(commands, "status", lambda key: ended.get(key, CommandStatus(running=True)))
    assert set(client.get("/choices").values["actions"]) == {"texture", "teach"}
    assert client.post("/runs/r/actions/texture", words="--out oak").values["running"]
    assert started[0][1][-3:] == ["--", str(run.path / "mesh.glb"), "--out oak"]
    assert client.post("/runs/r/actions/teach", words="hover bike").status == 200
    assert "--name=hover bike" in started[1][1]
    for path, words in (("/runs/r/actions/burn", "x"), ("/runs/r/actions/teach", " "), ("/runs/q/actions/teach", "x")):
        assert client.post(path, words=words).status in (400, 404)
    # The new mesh is a level to look at, and prompts know the new noun.
    (run.path / "textured.glb").write_bytes((run.path / "mesh.glb").read_bytes())
    assert [mesh["label"] for mesh in client.get("/runs/r").values["meshes"]] == ["full", "textured"]
    prior = client.workbench.prior()
    ended[started[1][0]] = CommandStatus(output="/packs/hover-bike")
    for _ in range(2):
        assert client.get("/runs/r/actions/teach").values["done"]
    assert client.workbench.prior() is not prior and len(client.workbench._learned) == 1
    ended[started[0][0]] = CommandStatus(problem="no such material")
    assert client.get("/runs/r/actions/texture").values["problem"] == "no such material"


def test_settings_say_what_works_here(client, home):
    values = client.get("/settings").values
    assert values["folder"] == str(home) and any(model["available"] for model in values["models"])
    assert {"name", "ok", "result"} <= set(values["checks"][0])
    choices = client.get("/choices").values
    assert [preset["name"] for preset in choices["presets"]] == list(PRESETS) and choices["objects"] > 600


def test_texts_come_in_the_browser_s_language(client):
    english, chinese = (client.get("/texts", locale=locale).values for locale in ("de-AT", "zh-CN"))
    assert (english["language"], chinese["language"]) == ("en", "zh")
    assert english["texts"].keys() == chinese["texts"].keys() and all(key.startswith("ui.") for key in english["texts"])
    assert english["texts"]["ui.stage.queuedWait"] == "Queued: {place}, about {time}"
    assert chinese["texts"]["ui.prompt.make"] != "Make"

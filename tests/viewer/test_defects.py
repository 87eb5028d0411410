"""What visitors stumbled over once."""

import io
import time

import pytest
from PIL import Image

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.train.priors import load_prior
from bozzetto.viewer import page_create, page_look, page_watch, preview, session
from bozzetto.viewer.commands import CommandStatus
from bozzetto.viewer.field_renderer import Picture
from bozzetto.viewer.preview import WordPictures
from bozzetto.viewer.vocabulary import suggestions, vocabulary
from tests.jobs.known_object import box_oracle
from tests.viewer.drawing import draw, ran, texts


@pytest.fixture(autouse=True)
def moves(home, monkeypatch):
    import streamlit as st

    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr(session.WorkerSupervisor, "start", lambda self: None)
    monkeypatch.setattr(page_create, "sample_views", lambda *arguments: [PNG] * 4)
    moves = []
    for name in ("navigate", "navigate_from_fragment"):
        monkeypatch.setattr(session, name, lambda page, **parameters: moves.append((page, parameters)))
    return moves


def png():
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(data, "PNG")
    return data.getvalue()


PNG = png()


def labels(test):
    return [button.label for button in test.button]


def button(test, label):
    return next(b for b in test.button if b.label == label)


def test_prompt_and_settings_come_from_the_address():
    test = draw("create", prompt="a red chair", preset="Fine", seed="7", variations="2", negative="blue")
    assert test.text_input(key="prompt").value == "a red chair" and "1,000 steps" in texts(test)
    assert test.number_input(key="seed").value == 7 and "Start 2 variations" in labels(test)


def test_a_prompt_that_is_too_long_stays_and_is_said():
    test = draw("create")
    test.text_input(key="prompt").set_value("x" * 650)
    ran(test)
    assert len(test.text_input(key="prompt").value) == 650 and "650 characters" in texts(test)
    assert button(test, "Start").disabled


def test_a_measured_time_belongs_to_its_prompt(monkeypatch):
    class Measured:
        def status(self, key):
            return CommandStatus(output="about 9 s") if "a red chair" in key else CommandStatus()

    monkeypatch.setattr(session, "commands", Measured)
    test = draw("create", prompt="a red chair")
    assert "Measured: about 9 s" in texts(test)
    test.text_input(key="prompt").set_value("a blue sofa")
    ran(test)
    assert "Measured" not in texts(test) and "Estimate time" in labels(test)


def test_the_first_minute_says_what_the_worker_does():
    with Queue() as queue:
        job = queue.add(make_config("a red box", "draft"))
        queue.add(make_config("a blue box", "draft"))
        test = draw("watch", job="2")
        assert "starting a worker" in test.get("progress")[0].proto.text
        queue.register("test/1/2/3/4")
        leased = queue.lease("test/1/2/3/4")
        assert leased is not None
        test = draw("watch", job=str(job.id))
        assert "Starting" in test.get("progress")[0].proto.text
        assert "The first run on a machine compiles them" in texts(test)
        assert "1st" in draw("watch", job="2").get("progress")[0].proto.text


def test_a_turntable_says_that_it_is_being_rendered_and_why_it_is_not(make_run, monkeypatch):
    run = make_run("r", "a red box", status="interrupted")
    (run.path / "checkpoints" / "checkpoint-000001-step-00000050.safetensors").write_text("")
    answers = [None]

    class Fake:
        def request_turntable(self, folder):
            return answers[0]

    monkeypatch.setattr(session, "field_renderer", Fake)
    with Queue() as queue:
        job = queue.add(make_config("a red box", "draft"), run=run.path)
        queue.pause(job.id)
    test = draw("watch", job=str(job.id))
    button(test, "Preview turntable").click()
    ran(test)
    assert button(test, "Rendering turntable\u2026").disabled
    answers[0] = Picture(problem="out of memory")
    assert "couldn't be rendered: out of memory" in texts(ran(test))
    answers[0] = Picture(PNG)
    assert "bz-turn" in texts(ran(test))
    button(test, "Hide turntable").click()
    assert "bz-turn" not in texts(ran(test))


def intervals(monkeypatch, module):
    """The intervals at which parts of a page are drawn again, by the name of what is drawn."""
    real, seen = module.st.fragment, {}

    def fragment(draw=None, *, run_every=None):
        seen[getattr(draw, "__name__", "?")] = run_every
        return real(draw, run_every=run_every)

    monkeypatch.setattr(module.st, "fragment", fragment)
    return seen


def test_a_job_at_rest_is_not_drawn_again_and_again(make_run, monkeypatch):
    run = make_run("r", "a red box")
    with Queue() as queue:
        job = queue.add(run.config, run=run.path)
        seen = intervals(monkeypatch, page_watch)
        draw("watch", job=str(job.id))
        assert seen["_live"] == page_watch.REFRESH_SECONDS
        leased = queue.lease("test/1/2/3/4")
        assert leased is not None and queue.finish(leased, "done", step=120)
        draw("watch", job=str(job.id))
        assert seen["_live"] is None
    (run.path / "checkpoints" / "checkpoint-000001-step-00000120.safetensors").write_text("")
    draw("look", run="r")
    assert seen["_export"] is None


def test_compared_runs_are_in_the_address(make_run):
    for n in (1, 2, 3):
        make_run(f"2026010{n}-000000-x", seed=n)
    test = draw("gallery", compare="20260101-000000-x,20260102-000000-x,20260101-000000-x,../x")
    assert "2 runs under one camera" in texts(test) and len(test.get("component_instance")) == 1
    for address in ("", "20260101-000000-x", "20260101-000000-x,nothing"):
        assert "3 runs" in texts(draw("gallery", compare=address)), address
    test = draw("gallery")
    for n in (1, 2):
        test.checkbox(key=f"select-2026010{n}-000000-x").check()
        ran(test)
    button(test, "Compare 2").click()
    ran(test)
    assert test.query_params["compare"] == "20260101-000000-x,20260102-000000-x"


def test_a_done_run_without_its_mesh_is_made_again(make_run, moves):
    run = make_run("r", "a red box", seed=5)
    (run.path / "mesh.glb").unlink()
    test = draw("look", run="r")
    assert "no checkpoint to export from" in texts(test)
    button(test, "Use these settings").click()
    ran(test)
    assert moves == [("create", {"prompt": "a red box", "seed": "5"})]
    (run.path / "checkpoints" / "checkpoint-000001-step-00000120.safetensors").write_text("")
    test = draw("look", run="r")
    button(test, "Export again").click()
    ran(test)
    with Queue() as queue:
        assert [job.run for job in queue.jobs()] == [run.path]
    assert moves[-1] == ("watch", {"job": "1"})


@pytest.mark.parametrize("file, text", [("config.json", "{"), ("state.json", ""), ("report.json", "[1]")])
def test_a_damaged_run_says_which_file_and_why(make_run, file, text):
    run = make_run("r")
    (run.path / file).write_text(text)
    assert f"damaged: {file}" in texts(draw("look", run="r"))
    (run.path / file).unlink()
    session._store.clear()
    shown = texts(draw("look", run="r"))
    assert (f"{file} is missing" in shown) == (file == "state.json"), "a folder without config.json is no run"


def test_suggestions_drop_unknown_words_and_leave_finished_ones():
    words = vocabulary(load_prior("embedded"))
    offered = suggestions(words, "a shiny red cha", unknown=["shiny", "cha"])
    assert "a red chair" in offered and not any("shiny" in prompt for prompt in offered)
    assert not any(prompt.startswith("a cat") for prompt in suggestions(words, "a cat")), "catamaran, caterpillar"
    assert "a red cat" in suggestions(words, "a cat")
    assert suggestions(words, "zzzz", unknown=["zzzz"]) == ()


def test_drawing_of_words_ends_when_nobody_looks(home, monkeypatch):
    calls = []

    def slow(prior, word, **options):
        calls.append(word)
        time.sleep(0.05)
        return [PNG]

    monkeypatch.setattr(preview, "sample_views", slow)
    monkeypatch.setattr(preview, "REQUEST_SECONDS", 0.2)
    pictures = WordPictures(home, box_oracle(16))
    assert pictures.request([f"word {n}" for n in range(500)]) == 500
    thread = pictures._thread
    thread.join(20)
    assert not thread.is_alive() and 0 < len(calls) < 100
    assert pictures.request([f"word {n}" for n in range(500)]) == 500 - len(calls), "and it goes on when asked again"
    pictures.close()


def test_the_field_is_drawn_again_only_until_its_final_picture(make_run, monkeypatch):
    run = make_run("r")
    (run.path / "checkpoints" / "checkpoint-000001-step-00000120.safetensors").write_text("")
    final = [False]

    class Fake:
        def request_view(self, folder, pose):
            return Picture(PNG, 0.1), final[0]

    monkeypatch.setattr(session, "field_renderer", Fake)
    monkeypatch.setattr(page_look, "parse_camera_pose", lambda value, key: POSE)
    seen = intervals(monkeypatch, page_look)
    test = draw("look")
    test.toggle(key="look_compare").set_value(True)
    ran(test)
    assert seen["_nerf_picture"] == page_look.NERF_REFRESH_SECONDS
    final[0] = True
    ran(test)
    assert seen["_nerf_picture"] is None


POSE = page_look.parse_camera_pose(
    {"key": "k", "position": [0, 0, 3], "target": [0, 0, 0], "fovy": 0.6, "aspect": 1.5}, "k"
)


def test_ordinals():
    assert [page_watch.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"
    ]  # fmt: skip

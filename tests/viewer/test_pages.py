"""Every page, drawn by Streamlit itself without a browser: empty, full, and with hostile names and addresses."""

import time
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from bozzetto.jobs.config.run_config import PRESETS, config_to_dict, make_config
from bozzetto.jobs.pipeline.estimate import predict_from_runs
from bozzetto.jobs.pipeline.generate import predict
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.provenance import current_provenance, write_provenance
from bozzetto.jobs.store.runs import write_json
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import load_prior
from bozzetto.jobs.train.resolve import resolve
from bozzetto.viewer import session
from bozzetto.viewer.field_renderer import CameraPose, Picture
from bozzetto.viewer.serve import APP
from tests.viewer.drawing import SECONDS, draw, ran

ATTACK = "a **red** box <img src=x onerror=alert(1)> ![i](http://x.org/i.png) :smile:"


@pytest.fixture(autouse=True)
def fresh(home, monkeypatch):
    """No cache of another test's home, and no worker: what is asked of the queue is looked at in the queue."""
    import streamlit as st

    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr(session.WorkerSupervisor, "start", lambda self: None)
    # Pages go to one another by Streamlit's menu, which a page that is drawn alone does not have.
    moves = []
    for name in ("navigate", "navigate_from_fragment"):
        monkeypatch.setattr(session, name, lambda page, **parameters: moves.append((page, parameters)))
    return moves


def texts(test):
    kinds = (test.markdown, test.caption, test.info, test.warning, test.error)
    return "\n".join([str(item.value) for kind in kinds for item in kind] + [h.proto.body for h in test.get("html")])


def button(test, label):
    return next(b for b in test.button if b.label == label)


def tab(name):
    return {
        "create": "Create",
        "gallery": "No runs yet",
        "look": "No runs yet",
        "watch": "No jobs yet",
    }[name]


@pytest.mark.parametrize("name", ["gallery", "look", "watch"])
def test_an_empty_store_says_what_to_do(name, fresh):
    test = draw(name)
    assert tab(name) in texts(test)
    button(test, "Create").click()
    ran(test)
    assert fresh == [("create", {})]


def test_the_whole_app_starts_at_create_without_a_password(home):
    test = ran(AppTest.from_file(APP, default_timeout=SECONDS))
    assert test.text_input(key="prompt").value == "" and test.button
    assert not any(home.glob("queue.db")), "looking makes nothing"


def test_create_warns_before_anything_is_spent_and_then_starts(fresh, home):
    test = draw("create")
    assert button(test, "Start").disabled
    test.text_input(key="prompt").set_value("a shiny red char")
    ran(test)
    assert "No known object yet" in texts(test) and not test.error and button(test, "Start").disabled
    button(test, "chair").click()
    ran(test)
    assert test.text_input(key="prompt").value == "a shiny red chair"
    assert "isn't known" in texts(test) and not button(test, "Start").disabled
    assert len(test.get("image")) == 4, "four sides of what the prior sees"
    test.text_input(key="negative").set_value("blue")
    test.number_input(key="variations").set_value(3)
    test.number_input(key="seed").set_value(5)
    ran(test)
    button(test, "Start 3 variations").click()
    ran(test)
    with Queue() as queue:
        jobs = queue.jobs()
        assert [(job.prompt, job.seed, job.status) for job in jobs] == [
            ("a shiny red chair", s, "queued") for s in (5, 6, 7)
        ]
        assert queue.config(jobs[0].id).negative == "blue" and jobs[0].preset == "draft"
    assert fresh == [("watch", {"job": str(jobs[0].id)})]


def typed(prompt):
    test = draw("create")
    test.text_input(key="prompt").set_value(prompt)
    return ran(test)


def forget():
    import streamlit as st

    st.cache_resource.clear()


@pytest.fixture
def finished(make_run):
    """A finished run as `generate` leaves it: resolved settings, and what it was made with."""

    def make(name, prompt="a blue chair", preset="draft", **seconds):
        prior = load_prior("embedded")
        run = make_run(name, prompt, preset=preset, steps=PRESETS[preset].steps)
        config = make_config(prompt, preset)
        config = resolve(config, PriorKnowledge.of(prior, config))
        write_json(run.path / "config.json", config_to_dict(config))
        write_provenance(run, current_provenance(prior, config.field))
        write_json(run.path / "report.json", {"seconds": seconds, "memory": 500_000_000, "prompt": prompt})
        forget()
        return run

    return make


def test_create_predicts_the_time_from_finished_runs(finished):
    assert "memory" in texts(typed("a red chair")) and "About" not in texts(typed("a red chair"))
    finished("20260101-000000-x", training=8.0, export=2.0)
    # Four seconds of start beside it; what the command line foretells is the same.
    assert "About **14 s**, based on a similar run" in texts(typed("a red chair"))
    finished("20260101-000001-x", training=10.0, export=2.0)
    assert "About **15 s**, based on 2 similar runs" in texts(typed("a red chair"))
    told = predict(make_config("a red chair", "draft"), prior=load_prior("embedded"))
    assert (told.seconds, told.n_runs) == (11.0, 2)

    def foretold(prompt, preset="draft", **changes):
        config = make_config(prompt, preset, **changes)
        return predict_from_runs(config, PriorKnowledge.of(load_prior("embedded"), config))

    # A step of a scene at scale 2 takes half as long again, and its export grows with its mesh.
    scene = foretold("three red chairs and three blue cups")
    assert scene.training_seconds == pytest.approx(9.0 * 1.5, rel=1e-3) and scene.export_seconds > 2.0
    longer = foretold("a red chair", steps=240)
    assert longer.training_seconds == pytest.approx(18.0) and longer.export_seconds == pytest.approx(2.0)
    assert foretold("a red chair", "fine") is None


def test_create_measures_the_time_where_no_run_tells_it(home):
    test = typed("a red chair")
    # Short, because each step is made.
    test.number_input[-1].set_value(12)
    ran(test)
    button(test, "Estimate time").click()
    for _ in range(600):
        ran(test)
        if "Measured" in texts(test):
            break
        time.sleep(0.2)
    assert "of steps at" in texts(test) and not (home / "runs").exists()


def test_create_refuses_what_has_no_room(home, monkeypatch):
    import bozzetto.jobs.store.resources
    from bozzetto.viewer import page_create

    real = bozzetto.jobs.store.resources.resources_free()
    monkeypatch.setattr(bozzetto.jobs.store.resources, "resources_free", lambda folder=None: replace(real, disk=1000))
    test = typed("a red chair")
    assert "of disk and 1.0 kB are free" in test.error[0].value.replace("\\", "") and button(test, "Start").disabled
    monkeypatch.setattr(bozzetto.jobs.store.resources, "resources_free", lambda folder=None: replace(real, memory=1000))
    test = typed("a red chair")
    assert "of memory" in test.error[0].value and button(test, "Start").disabled
    # One has room, eight have not.
    needed = bozzetto.jobs.store.resources.resources_needed(
        page_create.configurations("a red chair", "", "draft", "embedded", 0, 1, None)[0]
    )
    for place in (bozzetto.jobs.store.resources, page_create):
        monkeypatch.setattr(place, "resources_free", lambda folder=None: replace(real, disk=4 * needed.disk))
    test = typed("a red chair")
    assert not test.error and not button(test, "Start").disabled
    test.number_input(key="variations").set_value(8)
    ran(test)
    assert "start fewer" in test.error[0].value and button(test, "Start 8 variations").disabled


def test_create_says_what_is_wrong_with_a_setting():
    test = typed("a red chair")
    test.text_input(key="negative").set_value("\x07")
    ran(test)
    assert "control" in test.error[0].value and button(test, "Start").disabled


def test_create_shows_what_was_made_lately_and_takes_a_prompt_again(make_run, fresh):
    for n in range(8):
        make_run(f"20260101-00000{n}-x", f"a red box {n}")
    make_run("20260101-000009-x", status="interrupted")
    test = draw("create")
    opened = [b for b in test.button if b.key and b.key.startswith("open-")]
    assert [b.key for b in opened] == [f"open-20260101-00000{n}-x" for n in (7, 6, 5, 4, 3, 2)]
    test.button(key="again-a red box 3").click()
    ran(test)
    assert test.text_input(key="prompt").value == "a red box 3"
    test.button(key="open-20260101-000006-x").click()
    ran(test)
    assert fresh == [("look", {"run": "20260101-000006-x"})]


def test_watch_follows_pauses_resumes_stops_and_retries(home, make_run):
    run = make_run("r", "a red box", status="interrupted")
    with Queue() as queue:
        job = queue.add(make_config("a red box", "draft"), run=run.path)
        test = draw("watch", job=str(job.id))
        shown = texts(test)
        assert "a red box" in shown and "step 50" in shown
        assert [metric.value for metric in test.metric][0] == "50 / 120"
        for label, status in (("Pause", "paused"), ("Continue", "queued"), ("Stop", "cancelled"), ("Retry", "queued")):
            button(test, label).click()
            ran(test)
            assert queue.get(job.id).status == status, label


def test_watch_shows_a_turntable_so_far_when_asked(make_run, monkeypatch):
    run = make_run("r", "a red box", status="interrupted")
    (run.path / "checkpoints" / "checkpoint-000002-step-00000050.safetensors").write_text("")
    asked = []

    class Fake:
        def request_turntable(self, folder):
            asked.append(folder)
            return Picture((run.path / "previews" / "000050.png").read_bytes())

    monkeypatch.setattr(session, "field_renderer", Fake)
    with Queue() as queue:
        job = queue.add(make_config("a red box", "draft"), run=run.path)
        queue.pause(job.id)
    test = draw("watch", job=str(job.id))
    assert "bz-turn" not in texts(test) and not asked, "it costs something, so only on demand"
    button(test, "Preview turntable").click()
    ran(test)
    assert "bz-turn" in texts(ran(test)) and set(asked) == {run.path}


def test_look_asks_for_the_field_only_when_it_shall_be_shown(make_run, monkeypatch):
    run = make_run("20260101-000000-x")
    asked = []

    class Fake:
        def request_view(self, folder, pose):
            asked.append((folder, pose))
            return Picture(b"png", 0.1), True

    monkeypatch.setattr(session, "field_renderer", Fake)
    test = draw("look")
    toggle = test.toggle(key="look_compare")
    assert toggle.proto.disabled and "no checkpoint" in toggle.help, "a run without a checkpoint has no field"
    (run.path / "checkpoints" / "checkpoint-000002-step-00000050.safetensors").write_text("")
    test = draw("look")
    test.toggle(key="look_compare").set_value(True)
    assert "Rendering the NeRF" in texts(ran(test)) and not asked, "the viewer has not sent its camera yet"
    test.session_state["look_pose"] = CameraPose((0.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.0)
    assert 'alt="NeRF from the same camera"' in texts(ran(test)) and asked[0][0] == run.path.absolute()


def test_watch_takes_no_other_number_from_the_address(make_run):
    with Queue() as queue:
        job = queue.add(make_config("a red box", "draft"))
    for address in ("999", "-1", "x", "../1", "1e3", "\u0661"):
        assert draw("watch", job=address).selectbox(key="watch_job").value == job.id


def test_watch_offers_stopped_runs(make_run, fresh):
    run = make_run("r", "a red box", status="interrupted")
    test = draw("watch")
    assert "a red box" in texts(test)
    button(test, "Continue").click()
    ran(test)
    with Queue() as queue:
        assert [job.run for job in queue.jobs()] == [run.path]


def test_a_done_job_is_looked_at_or_extended(make_run, fresh):
    run = make_run("r", "a red box")
    with Queue() as queue:
        job = queue.add(run.config, run=run.path)
        leased = queue.lease("test/1/2/3/4")
        assert leased is not None and queue.finish(leased, "done", step=120)
        test = draw("watch", job=str(job.id))
        button(test, "View").click()
        ran(test)
        assert fresh == [("look", {"run": "r"})]
        button(test, "Continue").click()
        ran(test)
        assert queue.jobs()[-1].total == 180 and run.config.steps == 180


def test_look_shows_the_run_that_the_address_names(make_run):
    make_run("20260101-000000-one", "a red box")
    make_run("20260102-000000-two", ATTACK)
    test = draw("look", run="20260101-000000-one")
    assert test.selectbox(key="look_run").value == "20260101-000000-one"
    labels = {item.proto.label for item in test.get("download_button")}
    assert {"GLB", "OBJ", "Turntable", "Report", "Share as web page"} <= labels
    assert len(test.get("component_instance")) == 1
    # A turntable and four stills.
    assert len(test.get("image")) == 5


@pytest.mark.parametrize("address", ["../../etc/passwd", "/etc/passwd", "20260101", "..", "<b>x</b>", "x\0y"])
def test_look_reads_nothing_by_the_address(make_run, tmp_path, address):
    make_run("20260101-000000-one")
    test = draw("look", run=address)
    assert test.selectbox(key="look_run").value == "20260101-000000-one"
    assert "There is no run called" in test.warning[0].value and "<b>" not in test.warning[0].value.replace("\\<", "")


def test_stars_and_tags_are_kept(make_run, store):
    make_run("r")
    test = draw("look")
    test.feedback(key="look-stars-r").set_value(3)
    ran(test)
    store.refresh()
    assert store.get("r").stars == 4
    store.set_tags("r", ["good", "round"])
    import streamlit as st

    st.cache_resource.clear()
    test = draw("look")
    assert test.multiselect(key="look-tags-r").value == ["good", "round"]
    test.multiselect(key="look-tags-r").set_value(["round"])
    ran(test)
    store.refresh()
    assert (store.get("r").stars, store.get("r").tags) == (4, ("round",))


def test_an_unfinished_and_a_damaged_run_say_so(make_run):
    make_run("r1", status="interrupted")
    (make_run("r2").path / "state.json").write_text("{")
    assert "No mesh yet" in texts(draw("look", run="r1"))
    assert "2 runs" in texts(draw("gallery"))


def test_gallery_finds_compares_and_deletes_with_a_way_back(make_run, store, fresh):
    for n, prompt in enumerate(["a red box", "a blue box", ATTACK]):
        make_run(f"2026010{n + 1}-000000-x", prompt, seed=n)
    test = draw("gallery")
    assert "3 runs" in texts(test) and len(test.checkbox) == 3
    test.text_input(key="search").set_value("blue")
    ran(test)
    assert "1 of 3 runs" in texts(test)
    test.text_input(key="search").set_value("")
    ran(test)
    test.checkbox(key="select-20260101-000000-x").check()
    ran(test)
    assert button(test, "Select another to compare").disabled
    test.checkbox(key="select-20260102-000000-x").check()
    ran(test)
    button(test, "Compare 2").click()
    ran(test)
    assert len(test.get("component_instance")) == 1
    table = texts(test)
    assert "seed</th><td>0</td><td>1</td>" in table and ">prompt</th>" in table and "guidance" not in table
    button(test, "Back to the gallery").click()
    ran(test)
    test.button(key="delete-20260103-000000-x").click()
    ran(test)
    assert "2 runs" in texts(test) and "to the bin" in texts(test)
    button(test, "Undo").click()
    ran(test)
    assert "3 runs" in texts(test)
    test.button(key="open-20260101-000000-x").click()
    ran(test)
    assert fresh[-1] == ("look", {"run": "20260101-000000-x"})


def test_prompts_never_become_markup(make_run):
    make_run("r", ATTACK)
    for name in ("gallery", "look", "create"):
        test = draw(name)
        assert "<img src=x" not in texts(test)
        for item in [*test.markdown, *test.caption, *test.info]:
            assert "![i]" not in item.value and "**red**" not in item.value
    with Queue() as queue:
        queue.add(make_config(ATTACK, "draft"))
    assert "<img src=x" not in texts(draw("watch"))


def test_a_run_with_an_open_job_is_not_deleted(make_run, store):
    run = make_run("r", status="interrupted")
    with Queue() as queue:
        queue.add(run.config, run=run.path)
    test = draw("gallery")
    test.button(key="delete-r").click()
    ran(test)
    assert run.path.is_dir() and "1 run" in texts(test)


def test_many_runs_are_paged(make_run):
    for n in range(30):
        make_run(f"20260101-0000{n:02d}-x")
    test = draw("gallery")
    assert len(test.checkbox) == 24 and "30 runs" in texts(test)


def test_the_guide_takes_a_word_to_create(fresh):
    test = draw("guide")
    assert " objects" in texts(test)
    test.text_input(key="word").set_value("puppy")
    ran(test)
    button(test, "dog").click()
    ran(test)
    assert fresh == [("create", {"prompt": "a dog"})]
    test.text_input(key="word").set_value("no such thing")
    ran(test)
    assert "No object matches" in texts(test)

"""Every page, drawn by Streamlit itself without a browser: empty, full, and with hostile names and addresses."""

import time
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.viewer import auth, session
from bozzetto.viewer.nerf_view import Picture, Pose
from bozzetto.viewer.serve import APP
from bozzetto.viewer.store import Store

ATTACK = "a **red** box <img src=x onerror=alert(1)> ![i](http://x.org/i.png) :smile:"
SECONDS = 60


@pytest.fixture(autouse=True)
def fresh(home, monkeypatch):
    """No cache of another test's home, and no worker: what is asked of the queue is looked at in the queue."""
    import streamlit as st

    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.delenv(auth.LOCK, raising=False)
    monkeypatch.setattr(session.Keeper, "watch", lambda self: None)
    # Pages go to one another by Streamlit's menu, which a page that is drawn alone does not have.
    moves = []
    for name in ("go", "go_from_fragment"):
        monkeypatch.setattr(session, name, lambda page, **parameters: moves.append((page, parameters)))
    return moves


def draw(name, **query):
    """A page alone."""

    def script(name):
        import importlib

        importlib.import_module(f"bozzetto.viewer.page_{name}").render()

    test = AppTest.from_function(script, args=(name,), default_timeout=SECONDS)
    for key, value in query.items():
        test.query_params[key] = value
    return ran(test)


def ran(test):
    test.run()
    assert not test.exception, [error.value for error in test.exception]
    return test


def texts(test):
    kinds = (test.markdown, test.caption, test.info, test.warning, test.error)
    return "\n".join([str(item.value) for kind in kinds for item in kind] + [h.proto.body for h in test.get("html")])


def button(test, label):
    return next(b for b in test.button if b.label == label)


def tab(name):
    return {
        "create": "Create",
        "gallery": "No runs yet",
        "look": "nothing to look at",
        "watch": "Nothing is being made",
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
    assert test.text_input(key="create_prompt").value == "" and test.button
    assert not any(home.glob("queue.db")), "looking makes nothing"


def test_create_warns_before_anything_is_spent_and_then_starts(fresh, home):
    test = draw("create")
    assert button(test, "Start").disabled
    test.text_input(key="create_prompt").set_value("a shiny red char")
    ran(test)
    assert "knows no object" in texts(test) and button(test, "Start").disabled
    button(test, "chair").click()
    ran(test)
    assert test.text_input(key="create_prompt").value == "a shiny red chair"
    assert "does not know" in texts(test) and not button(test, "Start").disabled
    assert len(test.get("image")) == 4, "four sides of what the prior sees"
    test.text_input(key="create_negative").set_value("blue")
    test.number_input(key="create_tries").set_value(3)
    test.number_input(key="create_seed").set_value(5)
    ran(test)
    button(test, "Start 3 tries").click()
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
    test.text_input(key="create_prompt").set_value(prompt)
    return ran(test)


def forget():
    import streamlit as st

    st.cache_resource.clear()


def test_create_predicts_the_time_from_finished_runs(make_run):
    assert "memory" in texts(typed("a red chair")) and "about" not in texts(typed("a red chair"))
    make_run("r", preset="standard", steps=240)
    Store().refresh(force=True)
    forget()
    assert "runs of other presets" in texts(typed("a red chair"))
    make_run("q")
    Store().refresh(force=True)
    forget()
    assert "**14 s** here, going by finished draft runs" in texts(typed("a red chair"))
    # Four seconds of start, and ten of a run that takes half as long again at twice the detail.
    assert "**19 s** here, going by finished draft runs" in texts(typed("three red chairs and three blue cups"))


def test_create_measures_the_time_where_no_run_tells_it(home):
    test = typed("a red chair")
    # Short, because each step is made.
    test.number_input[-1].set_value(12)
    ran(test)
    button(test, "Measure the time").click()
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
    test.number_input(key="create_tries").set_value(8)
    ran(test)
    assert "start fewer" in test.error[0].value and button(test, "Start 8 tries").disabled


def test_create_says_what_is_wrong_with_a_setting():
    test = typed("a red chair")
    test.text_input(key="create_negative").set_value("\x07")
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
    assert test.text_input(key="create_prompt").value == "a red box 3"
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
        for label, status in (("Pause", "paused"), ("Resume", "queued"), ("Stop", "cancelled"), ("Retry", "queued")):
            button(test, label).click()
            ran(test)
            assert queue.get(job.id).status == status, label


def test_watch_shows_a_turntable_so_far_when_asked(make_run, monkeypatch):
    run = make_run("r", "a red box", status="interrupted")
    (run.path / "checkpoints" / "step-00000050.json").write_text("{}")
    asked = []

    class Fake:
        def turntable(self, folder):
            asked.append(folder)
            return Picture((run.path / "previews" / "000050.png").read_bytes())

    monkeypatch.setattr(session, "nerf_view", Fake)
    with Queue() as queue:
        job = queue.add(make_config("a red box", "draft"), run=run.path)
        queue.pause(job.id)
    test = draw("watch", job=str(job.id))
    assert "bz-turn" not in texts(test) and not asked, "it costs something, so only on demand"
    button(test, "Turn").click()
    ran(test)
    assert "bz-turn" in texts(ran(test)) and set(asked) == {run.path}


def test_look_asks_for_the_field_only_when_it_shall_be_shown(make_run, monkeypatch):
    run = make_run("20260101-000000-x")
    asked = []

    class Fake:
        def ask(self, folder, pose):
            asked.append((folder, pose))
            return Picture(b"png", 0.1), True

    monkeypatch.setattr(session, "nerf_view", Fake)
    test = draw("look")
    test.toggle(key="look_beside").set_value(True)
    assert "bz-nerf" not in texts(ran(test)), "a run without a checkpoint has no field"
    (run.path / "checkpoints" / "step-00000050.json").write_text("{}")
    assert "Rendering the NeRF" in texts(ran(test)) and not asked, "the view has not told its camera yet"
    test.session_state["look_pose"] = Pose((0.0, 0.0, 3.0), (0.0, 0.0, 0.0), 0.6, 1.0)
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
    button(test, "Go on").click()
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
        button(test, "Look").click()
        ran(test)
        assert fresh == [("look", {"run": "r"})]
        button(test, "Go on").click()
        ran(test)
        assert queue.jobs()[-1].total == 180 and run.config.steps == 180


def test_look_shows_the_run_that_the_address_names(make_run):
    make_run("20260101-000000-one", "a red box")
    make_run("20260102-000000-two", ATTACK)
    test = draw("look", run="20260101-000000-one")
    assert test.selectbox(key="look_run").value == "20260101-000000-one"
    labels = {item.proto.label for item in test.get("download_button")}
    assert {"GLB", "OBJ", "Turntable", "Report", "Page to share"} <= labels
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
    assert "no mesh yet" in texts(draw("look", run="r1"))
    assert "2 runs" in texts(draw("gallery"))


def test_gallery_finds_compares_and_deletes_with_a_way_back(make_run, store, fresh):
    for n, prompt in enumerate(["a red box", "a blue box", ATTACK]):
        make_run(f"2026010{n + 1}-000000-x", prompt, seed=n)
    test = draw("gallery")
    assert "3 runs" in texts(test) and len(test.checkbox) == 3
    test.text_input(key="gallery_search").set_value("blue")
    ran(test)
    assert "1 of 3 runs" in texts(test)
    test.text_input(key="gallery_search").set_value("")
    ran(test)
    test.checkbox(key="choose-20260101-000000-x").check()
    ran(test)
    assert button(test, "Compare: choose one more").disabled
    test.checkbox(key="choose-20260102-000000-x").check()
    ran(test)
    button(test, "Compare 2").click()
    ran(test)
    assert len(test.get("component_instance")) == 1
    table = texts(test)
    assert "<th>seed</th><td>0</td><td>1</td>" in table and "<th>prompt</th>" in table and "guidance" not in table
    button(test, "Back to the gallery").click()
    ran(test)
    test.button(key="delete-20260103-000000-x").click()
    ran(test)
    assert "2 runs" in texts(test) and "is in the bin" in texts(test)
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
    assert run.path.is_dir() and "1 runs" in texts(test)


def test_many_runs_are_paged(make_run):
    for n in range(30):
        make_run(f"20260101-0000{n:02d}-x")
    test = draw("gallery")
    assert len(test.checkbox) == 24 and "30 runs" in texts(test)


def test_the_guide_takes_a_word_to_create(fresh):
    test = draw("guide")
    assert "kinds of objects" in texts(test)
    test.text_input(key="guide_search").set_value("puppy")
    ran(test)
    button(test, "dog").click()
    ran(test)
    assert fresh == [("create", {})] and test.session_state["create_prompt"] == "a dog"
    test.text_input(key="guide_search").set_value("no such thing")
    ran(test)
    assert "No object is called" in texts(test)


def test_a_shared_workbench_shows_nothing_without_the_password(make_run, monkeypatch):
    make_run("r", "a secret box")
    monkeypatch.setenv(auth.LOCK, auth.seal("correct horse"))
    test = ran(AppTest.from_file(APP, default_timeout=SECONDS))
    assert [box.label for box in test.text_input] == ["Password"] and "secret" not in texts(test)
    test.text_input[0].set_value("wrong")
    test.button[0].click()
    ran(test)
    assert "not the password" in texts(test) and len(test.text_input) == 1
    test.text_input[0].set_value("correct horse")
    test.button[0].click()
    ran(test)
    assert test.text_input(key="create_prompt").value == ""

"""Callbacks and fragments: what cannot be done is said, and the page stays."""

import ast
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.viewer import page_create, page_gallery, page_guide, page_look, page_watch, session
from tests.viewer.drawing import draw, ran

VIEWER = Path(page_look.__file__).parent
MODULES = (page_create, page_gallery, page_guide, page_look, page_watch)


@pytest.fixture(autouse=True)
def fresh(home, monkeypatch):
    import streamlit as st

    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr(session.WorkerSupervisor, "start", lambda self: None)


def toasts(test):
    return [toast.value.replace("\\", "") for toast in test.toast]


def callbacks(tree):
    """Names that are passed as `on_click` or `on_change`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("on_click", "on_change"):
            if isinstance(node.value, ast.Constant):
                continue
            yield node.value.id if isinstance(node.value, ast.Name) else "?"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_callback_is_guarded(module):
    names = set(callbacks(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))))
    assert all(getattr(getattr(module, name, None), "is_guarded", False) for name in names), names
    assert names or module is page_watch


def test_canary_an_unguarded_callback_is_found():
    assert set(callbacks(ast.parse("st.button('x', on_click=lambda: 1); st.button('y', on_change=f)"))) == {"?", "f"}


def test_fragments_are_bounded():
    for module in MODULES:
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                names = [ast.unparse(decorator) for decorator in node.decorator_list]
                if any(name.startswith("st.fragment") for name in names):
                    assert "session.bounded" in names, f"{module.__name__}.{node.name}"
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.fragment" and node.args:
                drawn = getattr(module, node.args[0].id)
                assert hasattr(drawn, "__wrapped__"), f"{module.__name__}.{node.args[0].id}"


def test_a_tag_that_is_too_long_is_refused_and_the_page_stays(make_run, store):
    make_run("r")
    test = draw("look")
    test.multiselect(key="look-tags-r").set_value(["good", "x" * 33])
    ran(test)
    assert any("at most 32" in text for text in toasts(test)), toasts(test)
    assert test.multiselect(key="look-tags-r").value == [], "the box shows the tags that the run has"
    assert test.selectbox(key="look_run").value == "r" and len(test.get("component_instance")) == 1
    test.multiselect(key="look-tags-r").set_value(["good"])
    ran(test)
    store.refresh()
    assert store.get("r").tags == ("good",)


@pytest.mark.parametrize("page, key", [("look", "look-stars-r"), ("gallery", "stars-r")])
def test_a_star_on_a_removed_run_is_refused_and_the_page_stays(make_run, page, key):
    run = make_run("r")
    make_run("q", "a blue box")
    test = draw(page, **({"run": "r"} if page == "look" else {}))
    shutil.rmtree(run.path)
    test.feedback(key=key).set_value(3)
    ran(test)
    assert toasts(test) and not test.exception
    assert "a blue box" in "".join(h.proto.body for h in test.get("html")) + str(test.selectbox)


def test_a_run_that_was_removed_meanwhile_is_not_deleted_twice(make_run):
    run = make_run("r")
    make_run("q")
    test = draw("gallery")
    shutil.rmtree(run.path)
    test.button(key="delete-r").click()
    ran(test)
    assert toasts(test)


def test_a_file_that_cannot_be_read_is_said_in_its_place(make_run, monkeypatch):
    make_run("r")

    def broken(*arguments, **named):
        raise PermissionError(13, "Permission denied", "mesh.glb")

    monkeypatch.setattr(page_look, "mesh_viewer", broken)
    test = draw("look")
    assert "Permission denied" in test.error[0].value and test.get("download_button")


def test_expected_errors_are_shown_and_others_are_not_hidden():
    def script():
        from bozzetto.jobs.config.errors import ConfigError
        from bozzetto.viewer import session

        with session.error_boundary():
            raise ConfigError("no such preset")

    assert AppTest.from_function(script).run().error[0].value == "No such preset\\."

    @session.guarded
    def fault():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fault()
    assert issubclass(BozzettoError, Exception)

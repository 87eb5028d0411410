"""What Streamlit runs: one component over the page, which loads the front end from our own route."""

from streamlit.testing.v1 import AppTest

from bozzetto.viewer.serve import APP
from bozzetto.viewer.shell import component_script, front_address


def test_the_script_mounts_the_front_end_and_makes_nothing(home):
    test = AppTest.from_file(APP, default_timeout=60).run()
    assert not test.exception, [error.value for error in test.exception]
    [component] = test.get("bidi_component")
    assert component.proto.component_name == "bozzetto_stage"
    assert not home.exists(), "looking makes nothing"


def test_the_component_loads_by_content(monkeypatch):
    assert front_address("stage.js") in component_script() and "export default" in component_script()

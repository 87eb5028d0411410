"""What differs between nested settings."""

from dataclasses import replace

from bozzetto.jobs.config.diff import ABSENT, differences, flatten
from bozzetto.jobs.config.run_config import config_to_dict, make_config


def test_differences_are_exactly_the_changed_settings():
    one = make_config("a red box", "draft", seed=1)
    other = replace(one, seed=2, camera=replace(one.camera, views=8))
    assert differences([config_to_dict(one), config_to_dict(one)]) == {}
    rows = differences([config_to_dict(one), config_to_dict(other)])
    assert rows == {"seed": ("1", "2"), "camera.views": ("4", "8")}
    assert differences([{"a": 1, "g": {"b": True}}, {"a": 1.0, "g": {}}]) == {
        "a": ("1", "1.0"),
        "g.b": ("True", ABSENT),
    }
    assert flatten({"g": {"h": {"x": 1}}}) == {"g.h.x": 1}

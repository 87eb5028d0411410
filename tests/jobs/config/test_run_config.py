"""Configurations: there and back through JSON, unknown keys, absurd numbers."""

import dataclasses
import json
import math
import typing
from dataclasses import replace

import pytest

from bozzetto.jobs.config.errors import ConfigError, PromptError
from bozzetto.jobs.config.run_config import (
    LIMITS,
    PRESETS,
    ExportSettings,
    GuidanceConfig,
    RunConfig,
    config_from_dict,
    config_to_dict,
    make_config,
    override,
)


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_json_and_back_is_the_same(preset):
    config = make_config('a "red" chair, née <b>', preset, seed=2**63 - 1, steps=7, negative="blue")
    assert config_from_dict(json.loads(json.dumps(config_to_dict(config)))) == config
    assert config.preset == preset


def test_every_field_of_every_stage_is_documented():
    """A docstring stands under each field; `ast` reads them, as the interpreter does not keep them."""
    import ast
    import inspect

    for cls in [
        RunConfig,
        *(hint for hint in typing.get_type_hints(RunConfig).values() if dataclasses.is_dataclass(hint)),
    ]:
        body = ast.parse(inspect.getsource(cls)).body[0].body  # type: ignore[attr-defined]
        for node, after in zip(body, [*body[1:], None], strict=True):
            if isinstance(node, ast.AnnAssign):
                documented = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                assert documented, f"{cls.__name__}.{ast.unparse(node.target)}"


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"promt": "x"}, "prompt"),
        ({"guidance": {"scal": 3}}, "guidance.scale"),
        ({"field": {"level": 3}}, "field.levels"),
        ({"mesh": {"maxfaces": 3}}, "mesh.max_faces"),
        ({"zzz": 1}, "did you mean"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_the_nearest(values, named):
    with pytest.raises(ConfigError, match=named):
        config_from_dict({"prompt": "a chair", **values})


@pytest.mark.parametrize(
    "values",
    [
        {"steps": 0},
        {"steps": -3},
        {"steps": 10**12},
        {"steps": 2.5},
        {"steps": True},
        {"steps": "many"},
        {"seed": -1},
        {"seed": 2**64},
        {"threads": 10**6},
        {"guidance": {"scale": math.nan}},
        {"guidance": {"scale": math.inf}},
        {"guidance": {"scale": -1}},
        {"guidance": {"t_min": 0.9, "t_max": 0.5}},
        {"guidance": {"method": "magic"}},
        {"guidance": 3},
        {"camera": {"views": 0}},
        {"camera": {"elevation_min_deg": 50}},
        {"light": {"ambient_min": 0.9, "ambient_max": 0.1}},
        {"light": {"white_share": 0.8, "gray_share": 0.8}},
        {"field": {"levels": 10**6}},
        {"field": {"backend": "abacus"}},
        {"mesh": {"resolution": 10**9}},
        {"mesh": {"texture_size": 10**9}},
        {"mesh": {"isolevel": -1.0}},
        {"optim": {"lr_encoding": 0}},
        {"save": {"checkpoint_every": 0}},
    ],
)
def test_absurd_values_are_errors(values):
    with pytest.raises(ConfigError):
        config_from_dict({"prompt": "a chair", **values})


def test_every_limit_names_a_field():
    values = config_to_dict(make_config("a chair"))
    for name in LIMITS:
        stage, key = name.split(".")
        assert key in values[stage], name


def test_override_parses_by_the_type_of_the_default():
    config = override(
        make_config("a chair"), ["guidance.scale=7", "steps=50", "guidance.clamp=false", "mesh.isolevel=3"]
    )
    assert (config.guidance.scale, config.steps, config.guidance.clamp) == (7.0, 50, False)
    assert config.mesh.isolevel == 3.0
    assert override(config, ["mesh.isolevel=none"]).mesh == ExportSettings(**{**vars(config.mesh), "isolevel": None})
    assert override(config, ["guidance.method=sds"]).guidance == replace(
        GuidanceConfig(scale=7.0, clamp=False), method="sds"
    )


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("guidance.scal=3", "guidance.scale"),
        ("guidance=3", "group"),
        ("guidance.scale.x=3", "unknown"),
        ("steps", "KEY=VALUE"),
        ("steps=many", "number"),
        ("steps=1e9", "steps"),
        ("guidance.clamp=perhaps", "true or false"),
    ],
)
def test_override_refuses(setting, message):
    with pytest.raises(ConfigError, match=message):
        override(make_config("a chair"), [setting])


def test_presets_differ_in_work_and_cannot_be_changed():
    assert PRESETS["draft"].steps < PRESETS["standard"].steps < PRESETS["fine"].steps
    with pytest.raises(TypeError):
        PRESETS["draft"] = PRESETS["fine"]  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        PRESETS["draft"].steps = 3  # type: ignore[misc]


def test_unknown_preset_and_setting_name_the_nearest():
    with pytest.raises(ConfigError, match="draft"):
        make_config("a chair", "drafty")
    with pytest.raises(ConfigError, match="steps"):
        make_config("a chair", step=3)
    with pytest.raises(PromptError):
        make_config("")

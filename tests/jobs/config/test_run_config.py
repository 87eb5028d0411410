"""Configurations: there and back through JSON, unknown keys, absurd numbers."""

import dataclasses
import json
import math
import typing

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
from bozzetto.sds.methods.config import ISM, METHODS, SDI, SDS, VSD, X0


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
    assert (config.guidance.scale, config.steps, config.guidance.method) == (7.0, 50, X0(clamp=False))
    assert config.mesh.isolevel == 3.0
    assert override(config, ["mesh.isolevel=none"]).mesh == ExportSettings(**{**vars(config.mesh), "isolevel": None})
    assert override(config, ["guidance.method=sds"]).guidance == GuidanceConfig(method=SDS(), scale=7.0)


def test_a_method_has_its_own_settings_and_shared_ones_stay():
    config = make_config("a chair")
    vsd = override(config, ["guidance.lora_rank=8", "guidance.method=vsd", "guidance.weighting=uniform"])
    assert vsd.guidance.method == VSD(weighting="uniform", lora_rank=8)
    assert override(vsd, ["guidance.method=ism"]).guidance.method == ISM(weighting="uniform")
    with pytest.raises(ConfigError, match="guidance.lora_rank is a setting of the method vsd, and the method is x0"):
        override(config, ["guidance.lora_rank=8"])
    with pytest.raises(ConfigError, match="guidance.lora_rank must be between 1 and 256"):
        override(vsd, ["guidance.lora_rank=0"])
    with pytest.raises(ConfigError, match="guidance.method must be one of x0, sds"):
        override(config, ["guidance.method=magic"])
    for name, method in METHODS.items():
        made = override(config, [f"guidance.method={name}"])
        assert made.guidance.method == method() and config_from_dict(config_to_dict(made)) == made


def test_settings_of_all_methods_are_read_as_earlier_versions_wrote_them():
    """A flat list of every method's settings; those of methods that are not chosen have no effect."""
    guidance = {"method": "sdi", "weighting": "sds", "scale": 7.5, "rescale": 0.0, "clamp": True, "image_weight": 0.01}
    guidance |= {"interval": 0.05, "stride": 0.2, "inversion_scale": -3.0, "inversion_steps": 4, "inversion_eta": 0.3}
    config = config_from_dict({"prompt": "a chair", "guidance": guidance | {"lora_rank": 4, "lora_lr": 1e-4}})
    assert config.guidance == GuidanceConfig(method=SDI(inversion_scale=-3.0, inversion_steps=4), scale=7.5)


def test_no_setting_of_a_method_has_the_name_of_one_of_the_guidance():
    own = {field.name for field in dataclasses.fields(GuidanceConfig)}
    kinds: dict[str, tuple[object, str]] = {}
    for method in METHODS.values():
        for field in dataclasses.fields(method):
            assert field.name not in own
            assert kinds.setdefault(field.name, (field.default, field.type)) == (field.default, field.type), field.name


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

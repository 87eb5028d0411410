"""Every setting is found, and can be given as a flag."""

import dataclasses
import re
import typing

import pytest

from bozzetto.jobs.cli.main import Export, main, with_settings
from bozzetto.jobs.config.run_config import PRESETS, RunConfig, config_to_dict, make_config, override
from bozzetto.jobs.config.settings_help import field_docs, setting_flags, setting_groups, settings_lines
from bozzetto.sds.methods.config import METHODS


def leaves(kind: type, prefix: str = "") -> dict[str, type]:
    """The settings of a dataclass by dotted name, with their annotations."""
    names = {}
    for name, hint in typing.get_type_hints(kind).items():
        if dataclasses.is_dataclass(hint):
            names |= leaves(typing.cast(type, hint), f"{prefix}{name}.")
        else:
            names[f"{prefix}{name}"] = hint
    return names


def test_every_field_of_a_configuration_is_listed_with_range_and_default():
    text = "\n".join(settings_lines())
    lines = {match[1]: match[0] for match in re.finditer(r"^  --(\S+)  .*$", text, re.MULTILINE)}
    assert list(lines) == [setting.name for group in setting_groups() for setting in group.settings]
    of_methods = {f"guidance.{field.name}" for method in METHODS.values() for field in dataclasses.fields(method)}
    assert set(lines) == set(leaves(RunConfig)) | of_methods and len(lines) > 130 and len(of_methods) > 5
    for name, hint in leaves(RunConfig).items():
        numeric = {int, float} & {hint, *typing.get_args(hint)}
        assert not numeric or re.search(r"(int|float), \S+ to \S+", lines[name]), name
        assert "(default: " in lines[name], name
    assert "(default: draft 120, standard 200, fine 600)" in lines["steps"]
    assert "float, 0 to 200  (default: 1)" in lines["guidance.scale"]
    assert "x0|sds|csd" in lines["guidance.method"] and "or none" in lines["mesh.isolevel"]
    assert "Weight of the mean opacity" in text, "a docstring"


def test_the_ranges_that_are_listed_are_those_that_are_held_to():
    config = make_config("a chair")
    for group in setting_groups():
        for setting in group.settings:
            if setting.kind in ("int", "float"):
                assert setting.low is not None and setting.high is not None
                with pytest.raises(ValueError):
                    override(config, [f"{setting.name}={setting.high * 1.01 + 1}"])


def test_a_docstring_is_read_for_every_field_of_every_group():
    for kind in [
        RunConfig,
        *(hint for hint in typing.get_type_hints(RunConfig).values() if dataclasses.is_dataclass(hint)),
    ]:
        assert set(field_docs(kind)) >= {field.name for field in dataclasses.fields(kind)}, kind


def test_a_flag_is_the_same_as_set():
    arguments = ["a chair", "--guidance.scale", "7", "--mesh.normal-map", "--guidance.clamp", "false", "--steps=9"]
    arguments += ["--regular.sparsity=0.5", "--quiet", "--scene-scale", "2", "--fit.center-x", "-1", "--", "--x.y"]
    assert setting_flags(arguments, frozenset({"steps"})) == [
        *("a chair", "--set", "guidance.scale=7", "--set", "mesh.normal_map=true", "--set", "guidance.clamp=false"),
        *("--steps=9", "--set", "regular.sparsity=0.5", "--quiet", "--set", "scene_scale=2"),
        *("--set", "fit.center_x=-1", "--", "--x.y"),
    ]


def test_every_setting_can_be_given_as_a_flag():
    values = config_to_dict(PRESETS["standard"])
    for name in leaves(RunConfig):
        group, _, key = name.partition(".")
        if key:
            value = values[group]
            for part in key.split("."):
                value = value[part]
            (_, setting) = setting_flags([f"--{name}", str(value)])
            assert override(make_config("a chair"), [setting]) == make_config("a chair"), name


def test_commands_that_make_runs_take_settings_and_no_others(capfd):
    for command in (["generate"], ["fit"], ["sweep"], ["estimate"], ["queue", "add"]):
        assert with_settings([*command, "x", "--camera.views", "2"])[0] == [*command, "x", "--set", "camera.views=2"]
        assert main([*command, "--help-settings", "camera"]) == 0
        out = capfd.readouterr().out
        assert "  --camera.views  " in out and "  --guidance.scale  " not in out
        with pytest.raises(SystemExit) as caught:
            main([*command, "--help"])
        assert caught.value.code == 0
        short = capfd.readouterr().out
        assert "--help-settings" in short and "camera.views" not in short
    assert with_settings(["export", "x", "--camera.views=2"])[0] == ["export", "x", "--camera.views=2"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--guidance.scale"], "needs a value"),
        (["--guidance.scale", "--quiet"], "needs a value"),
        (["--help-settings", "guide"], "did you mean 'guidance'"),
        (["--help-settings=guide"], "did you mean 'guidance'"),
    ],
)
def test_a_flag_without_its_value_is_refused(arguments, message, capfd):
    assert main(["generate", "a chair", *arguments]) == 2
    assert message in capfd.readouterr().err


def test_an_unknown_flag_names_the_nearest_setting(capfd):
    assert main(["generate", "a chair", "--guidance.scal", "3"]) == 1
    assert "did you mean 'guidance.scale'" in capfd.readouterr().err


def test_the_formats_that_export_offers_are_those_that_it_writes():
    from bozzetto.export.files.axes_units import FORMATS

    assert f"Formats, separated by commas: {', '.join(FORMATS)};" in field_docs(Export)["format"]

"""Every setting of a run as a person reads it: name, what it takes, default, what it does; from RunConfig itself."""

import ast
import dataclasses
import functools
import inspect
import textwrap
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import LIMITS, PRESETS, RunConfig, nearest
from bozzetto.sds.methods.config import METHODS, Method

WIDTH = 100
_GENERAL = "general"
_REQUIRED = ("prompt", "preset")


@dataclass(frozen=True)
class Setting:
    """One setting of a run."""

    name: str
    """As in config.json and in `--set`, such as `guidance.scale`."""
    kind: str
    """What it takes: `int`, `float`, `text`, `true|false`, or the choices."""
    low: float | None
    """Least value of a number."""
    high: float | None
    """Greatest value of a number."""
    optional: bool
    """Whether `none` leaves it out."""
    defaults: dict[str, Any]
    """Its value in each preset; empty for what the command itself says."""
    doc: str
    """What it does."""

    @property
    def takes(self) -> str:
        """What it takes, with the range of a number."""
        text = self.kind
        if self.low is not None and self.high is not None:
            text += f", {_number(self.low)} to {_number(self.high)}"
        return f"{text}, or none" if self.optional else text

    @property
    def default(self) -> str:
        """Its default; where presets differ, each one's."""
        values = list(self.defaults.values())
        if not values:
            return "given by the command"
        if all(value == values[0] for value in values):
            return _value(values[0])
        return ", ".join(f"{name} {_value(value)}" for name, value in self.defaults.items())


@dataclass(frozen=True)
class Group:
    """Settings that belong together."""

    name: str
    """Such as `guidance`; `general` for those without a group."""
    doc: str
    """What they are about."""
    settings: tuple[Setting, ...]
    """In the order of the configuration; those of a schedule inside it one by one."""


@functools.cache
def setting_groups() -> tuple[Group, ...]:
    """All settings of a run, in the order of RunConfig."""
    hints, docs = typing.get_type_hints(RunConfig), field_docs(RunConfig)
    general, groups = list[Setting](), list[Group]()
    for field in dataclasses.fields(RunConfig):
        if dataclasses.is_dataclass(hints[field.name]):
            inside = _settings_of(typing.cast(type, hints[field.name]), field.name)
            groups.append(Group(field.name, docs[field.name], tuple(inside)))
        else:
            general.append(_setting(field, hints[field.name], field.name, docs[field.name]))
    return Group(_GENERAL, "The run as a whole.", tuple(general)), *groups


def settings_lines(group: str = "") -> list[str]:
    """What `--help-settings` prints.

    Args:
        group: only this one; empty for all.
    Raises:
        ConfigError: there is no such group.
    """
    groups = setting_groups()
    names = [one.name for one in groups]
    if group and group not in names:
        raise ConfigError(
            f"unknown group of settings {group!r}; {nearest(group, names)} The groups are {', '.join(names)}"
        )
    lines = [
        "Every setting can be given as a flag (--guidance.scale 7) or by --set guidance.scale=7.",
        f"One group alone: --help-settings GROUP, with GROUP one of {', '.join(names)}.",
    ]
    lines = textwrap.wrap(" ".join(lines), WIDTH)
    for one in groups:
        if group in ("", one.name):
            lines += ["", f"{one.name}: {one.doc}"]
            for setting in one.settings:
                lines.append(f"  --{setting.name}  {setting.takes}  (default: {setting.default})")
                lines += textwrap.wrap(setting.doc, WIDTH, initial_indent="      ", subsequent_indent="      ")
    return lines


def setting_flags(arguments: list[str], flags: frozenset[str] = frozenset()) -> list[str]:
    """A command line in which settings that are given as flags stand as `--set NAME=VALUE`.

    `--guidance.scale 7` and `--guidance.scale=7` are the same; a setting of the kind true|false without a value is
    true. Underscores may be hyphens.

    Args:
        arguments: of a command that takes `--set`.
        flags: names without a dot that the command itself takes.
    """
    kinds = {setting.name: setting.kind for group in setting_groups() for setting in group.settings}
    result, rest = list[str](), list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            return [*result, argument, *rest]
        flag, equals, value = argument.partition("=")
        name = flag.removeprefix("--").replace("-", "_")
        own = "." not in name and (name not in kinds or name in flags or name in _REQUIRED)
        if not flag.startswith("--") or own:
            result.append(argument)
            continue
        if not equals:
            if rest and not rest[0].startswith("--") and (kinds.get(name) != "true|false" or _is_truth(rest[0])):
                value = rest.pop(0)
            elif kinds.get(name) == "true|false":
                value = "true"
            else:
                raise ConfigError(f"{flag} needs a value, such as {flag}=1; `--help-settings` lists what it takes")
        result += ["--set", f"{name}={value}"]
    return result


@functools.cache
def field_docs(kind: type) -> dict[str, str]:
    """The docstring under each field of a dataclass, on one line."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(tree, ast.ClassDef)
    docs = {}
    for node, after in zip(tree.body, tree.body[1:], strict=False):
        if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            docs[node.target.id] = " ".join(str(after.value.value).split())
    return docs


def _settings_of(kind: type, path: str, doc: str = "") -> list[Setting]:
    hints, docs = typing.get_type_hints(kind), field_docs(kind)
    settings = []
    for field in dataclasses.fields(kind):
        name, text = f"{path}.{field.name}", f"{doc} {docs[field.name]}".strip()
        if hints[field.name] == Method:
            settings += _method_settings(field.name, path, text)
        elif dataclasses.is_dataclass(hints[field.name]):
            settings += _settings_of(typing.cast(type, hints[field.name]), name, text)
        else:
            settings.append(_setting(field, hints[field.name], name, text))
    return settings


def _method_settings(name: str, path: str, doc: str) -> list[Setting]:
    """The choice of a distillation method, and the settings that methods have, each once with the methods' names."""
    described = "; ".join(f"`{method.name}`: {(method.__doc__ or '').rstrip('.')}" for method in METHODS.values())
    chosen = {preset: config.guidance.method.name for preset, config in PRESETS.items()}
    rows = [Setting(f"{path}.{name}", "|".join(METHODS), None, None, False, chosen, f"{doc} {described}.")]
    kinds: dict[str, list[type[Method]]] = {}
    for method in METHODS.values():
        for field in dataclasses.fields(method):
            kinds.setdefault(field.name, []).append(method)
    for key, methods in kinds.items():
        field = next(field for field in dataclasses.fields(methods[0]) if field.name == key)
        hint, text = typing.get_type_hints(methods[0])[key], field_docs(typing.cast(type, methods[0]))[key]
        of = f"Of {', '.join(method.name for method in methods)}: {text}"
        rows.append(_setting(field, hint, f"{path}.{key}", of, {preset: field.default for preset in PRESETS}))
    return rows


def _setting(
    field: "dataclasses.Field[Any]", hint: Any, name: str, doc: str, defaults: dict[str, Any] | None = None
) -> Setting:
    optional = isinstance(hint, types.UnionType) and type(None) in typing.get_args(hint)
    if optional:
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    if typing.get_origin(hint) is Literal:
        kind = "|".join(typing.get_args(hint))
    else:
        kind = {bool: "true|false", str: "text"}.get(hint) or hint.__name__
    low, high = LIMITS.get(name, (field.metadata.get("low"), field.metadata.get("high")))
    if defaults is None:
        defaults = {preset: functools.reduce(getattr, name.split("."), config) for preset, config in PRESETS.items()}
    return Setting(name, kind, low, high, optional, {} if name in _REQUIRED else defaults, doc)


def _is_truth(text: str) -> bool:
    return text.lower() in ("true", "false")


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) and abs(value) < 10**7 else f"{value:g}"


def _value(value: Any) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.4g}" if isinstance(value, float) else str(value)

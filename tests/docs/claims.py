"""What a page of documentation claims, checked against the code without running anything of it.

Commands are parsed by the program's own parser with its work taken out; options, formats, settings, files, modules,
extras and environment variables that a page names must exist.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import functools
import importlib
import importlib.util
import inspect
import io
import re
import shlex
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import tyro

from bozzetto.export.files.axes_units import FORMATS
from bozzetto.jobs.bake.run_export import ExportOptions
from bozzetto.jobs.cli import main as cli
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import PRESETS, RunConfig, override
from bozzetto.jobs.config.settings_help import setting_groups
from docs.hooks import command_names as commands_of_cli
from docs.hooks import members

ROOT = Path(__file__).resolve().parents[2]
GROUPS = {f.name for f in dataclasses.fields(RunConfig)}
FILES = {
    ".glb",
    ".obj",
    ".ply",
    ".stl",
    ".usd",
    ".usda",
    ".usdz",
    ".png",
    ".webp",
    ".mp4",
    ".npy",
    ".json",
    ".md",
    ".txt",
}
FILES |= {".jsonl", ".csv", ".py", ".toml", ".html", ".safetensors", ".yml", ".mtl", ".3mf", ".db"}
MODULES = ("bozzetto.bench", "bozzetto.foundry", "bozzetto.nerf.kernels.triton_compile")
"""Modules that are commands."""


def problems(text: str) -> list[str]:
    """Everything in a page of Markdown that does not hold, as `line: what is wrong`."""
    found = []
    for line, kind, content in pieces(text):
        for problem in _CHECKS[kind](content):
            found.append(f"{line}: {problem}")
    return found


def pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, kind, content) of each command line, block of Python, inline code and sentence of a page."""
    lines = text.splitlines()
    fence, block, start = "", [], 0
    for number, line in enumerate(lines, 1):
        opening = re.match(r"\s*```+\s*(\w*)", line)
        if fence:
            if line.strip().startswith("```"):
                if fence == "python":
                    yield start, "python", "\n".join(block)
                elif fence in ("bash", "sh", "console"):
                    yield from ((start + i, "command", row) for i, row in enumerate(block, 1) if row.strip())
                fence, block = "", []
            else:
                block.append(line)
        elif opening:
            fence, start = opening.group(1) or "text", number
        elif (
            line.startswith("    ")
            and not re.match(r"\s*([-*|]|\d+\.)\s", line)
            and not _inside_list(lines, number - 1)
        ):
            yield number, "command", line.strip()
        else:
            for code in re.findall(r"(?<!`)`([^`]+)`(?!`)", line):
                yield number, "code", code
            yield number, "text", line
            yield from ((number, "link", target) for target in re.findall(r"\]\(([^)\s]+)\)", line))


def _inside_list(lines: list[str], at: int) -> bool:
    """Whether an indented line goes on with the item of a list, or an admonition, and is no block of code."""
    for line in reversed(lines[:at]):
        if line.strip() and not line.startswith("    "):
            return bool(re.match(r"\s*([-*]|\d+\.|!!!)\s", line))
    return False


def check_command(line: str, mention: bool = False) -> list[str]:
    """What is wrong with a line that a reader would type; a mention in a sentence may leave arguments out."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError as error:
        return [f"{line!r}: {error}"]
    while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
        name = words.pop(0).partition("=")[0]
        if name.startswith("BOZZETTO_") and name not in environment():
            return [f"{line!r}: no {name} is read anywhere"]
    if not words:
        return []
    program, arguments = words[0], words[1:]
    if program == "bozzetto":
        return [f"{line!r}: {problem}" for problem in parse_bozzetto(arguments, mention)]
    if program == "python" and arguments[:1] == ["-m"]:
        if arguments[1] in MODULES:
            return [f"{line!r}: {problem}" for problem in parse_module(arguments[1], arguments[2:], mention)]
        program, arguments = arguments[1], arguments[2:]
    if program == "python" and arguments and arguments[0].startswith("examples/"):
        return [f"{line!r}: {problem}" for problem in parse_example(arguments[0], arguments[1:])]
    if program == "python" and arguments and arguments[0].startswith("integrations/"):
        return [f"{line!r}: {problem}" for problem in _missing_files(arguments)]
    if program == "pip" and arguments[:1] == ["install"]:
        wanted = {name for extras in re.findall(r"\[([\w,]+)\]", line) for name in extras.split(",")}
        missing = [f"there is no extra {name}" for name in sorted(wanted - extras_of_package())]
        return [f"{line!r}: {problem}" for problem in missing + _missing_files(arguments)]
    if program in ("venv", "pytest", "bash", "ruff", "mypy", "mkdocs", "npm", "git", "python3", "cd", ".", "source"):
        return [f"{line!r}: {problem}" for problem in _missing_files(arguments)]
    return [f"{line!r}: a command that nothing here knows to check"]


def _missing_files(arguments: list[str]) -> list[str]:
    """Of words that are paths inside the tree, those that are not there."""
    paths = [word.partition("::")[0] for word in arguments if "/" in word or Path(word).suffix in (".py", ".txt")]
    paths = [word for word in paths if word[0] not in "~$@/'\"-" and not word.startswith(("http", ".venv", "git+"))]
    return [f"there is no {path}" for path in paths if not (ROOT / path).exists()]


def parse_bozzetto(arguments: list[str], mention: bool) -> list[str]:
    """What the program says against a command line; nothing is run. Of a mention the name alone is enough."""
    names = command_names()
    path = next((tuple(arguments[:n]) for n in (2, 1) if tuple(arguments[:n]) in names), ())
    if mention and len(path) == len(arguments):
        return []
    caught: list[Any] = []

    def take(command: Any) -> int:
        caught.append(command)
        return 0

    said = io.StringIO()
    with mock.patch.object(cli, "_run", take), contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            code = cli.main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
    if code or not (caught or said.getvalue()):
        return [" ".join(said.getvalue().split())[:300] or f"exit code {code}"]
    return [problem for command in caught for problem in _values(command)]


def _values(command: Any) -> list[str]:
    """What a parsed command asks for that its work would refuse: settings and formats."""
    found = []
    for setting in getattr(command, "set", ()):
        key, _, values = setting.partition("=")
        several = values.split(",") if type(command).__name__ == "Add" else [values]
        for value in several:
            try:
                override(PRESETS["standard"], (f"{key}={value}",))
            except BozzettoError as error:
                found.append(str(error))
    wanted = [name for name in (getattr(command, "format", None) or "").split(",") if name]
    return found + [f"there is no format {name}" for name in wanted if name not in FORMATS]


def parse_module(module: str, arguments: list[str], mention: bool) -> list[str]:
    """What the parser of `python -m MODULE` says; its functions are not called."""
    if not arguments and (mention or module == "bozzetto.nerf.kernels.triton_compile"):
        return []
    real = tyro.extras.subcommand_cli_from_dict

    def parse(commands: dict[str, Callable], **more: Any) -> None:
        idle = {name: functools.wraps(function)(lambda *_, **__: None) for name, function in commands.items()}
        if mention and len(arguments) == 1 and arguments[0] in idle:
            return
        real(idle, args=arguments, **more)

    said = io.StringIO()
    main = importlib.import_module(module if module.endswith("compile") else f"{module}.__main__").main
    with (
        mock.patch.object(tyro.extras, "subcommand_cli_from_dict", parse),
        contextlib.redirect_stderr(said),
        contextlib.redirect_stdout(said),
    ):
        try:
            main()
        except SystemExit as stop:
            return [] if stop.code in (0, None) else [" ".join(said.getvalue().split())[:300] or str(stop.code)]
    return []


def parse_example(path: str, arguments: list[str]) -> list[str]:
    """What the parser of a script of examples/ says; its `main` is not called."""
    if not (ROOT / path).is_file():
        return [f"there is no {path}"]
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            tyro.cli(functools.wraps(module.main)(lambda *_, **__: None), args=arguments)
        except SystemExit:
            return [" ".join(said.getvalue().split())[:300]]
    return []


def check_python(source: str) -> list[str]:
    """What is wrong with a block of Python: imports, names of this package, and arguments of its functions."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return [f"not Python: {error}"]
    found, names = [], {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found += _importable(alias.name)
                names[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                found += _importable(f"{node.module}.{alias.name}")
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            whole = ast.unparse(node).split(".")
            if whole[0] in names and names[whole[0]].split(".")[0] == "bozzetto":
                found += _importable(".".join([names[whole[0]], *whole[1:]]))
        if isinstance(node, ast.Call):
            first, *rest = ast.unparse(node.func).split(".")
            if names.get(first, "").split(".")[0] == "bozzetto":
                found += _callable_with(".".join([names[first], *rest]), node)
    return list(dict.fromkeys(found))


def _callable_with(name: str, call: ast.Call) -> list[str]:
    """Whether a function takes the arguments of a call; `export_mesh` passes its own on to ExportOptions."""
    try:
        function = resolve(name)
        signature = inspect.signature(function)
        named = {keyword.arg: None for keyword in call.keywords if keyword.arg is not None}
        signature.bind(*call.args, **named)
    except (ImportError, AttributeError):
        return []  # said already
    except TypeError as error:
        return [f"{name}: {error}"]
    if function.__name__ == "export_mesh" and "options" in signature.parameters:
        known = {f.name for f in dataclasses.fields(ExportOptions)} | set(signature.parameters)
        return [f"{name} takes no {extra}" for extra in named if extra not in known]
    return []


def _importable(name: str) -> list[str]:
    """The problem with a dotted name, if any."""
    try:
        resolve(name)
    except (ImportError, AttributeError) as error:
        return [f"{name}: {error}"]
    return []


def resolve(name: str) -> Any:
    """What a dotted name means: a module, or something in one."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        module = ".".join(parts[:cut])
        try:
            found = importlib.import_module(module)
        except ModuleNotFoundError as error:
            if error.name and not module.startswith(error.name):
                raise
            continue
        for part in parts[cut:]:
            found = _member(found, part)
        return found
    raise ImportError(f"there is no module {parts[0]}")


def _member(owner: Any, name: str) -> Any:
    """An attribute, or a field of a dataclass that has no default."""
    if dataclasses.is_dataclass(owner) and name in {f.name for f in dataclasses.fields(owner)}:
        return None
    return getattr(owner, name)


def check_code(code: str) -> list[str]:
    """What is wrong with a piece of inline code."""
    if code.split()[0] in ("bozzetto", "pip", "npm", "pytest", "mkdocs") or code.startswith(("python ", "BOZZETTO_")):
        return check_command(code, mention=True) if " " in code else []
    if code.startswith("--"):
        return check_option(code)
    if re.fullmatch(r"\$?BOZZETTO_[A-Z_]+", code):
        return [] if code.lstrip("$") in environment() else [f"no {code} is read anywhere"]
    if re.fullmatch(r"bozzetto(\.\w+)+", code):
        return _importable(code)
    key, equals, value = code.partition("=")
    if re.fullmatch(r"[a-z_]+(\.\w+)+", key) and key.split(".")[0] in GROUPS and Path(key).suffix not in FILES:
        return check_setting(key, value if equals else None)
    if re.fullmatch(r"[\w.*-]+(/[\w.*-]+)*/?", code) and "/" in code:
        return [] if any(ROOT.glob(code.rstrip("/"))) else [f"there is no {code} in the tree"]
    return []


def check_setting(key: str, value: str | None) -> list[str]:
    """Whether a setting exists by its present name, and takes a value."""
    names = [setting.name for group in setting_groups() for setting in group.settings]
    if not any(name == key or name.startswith(f"{key}.") for name in names):
        return [f"there is no setting {key}"]
    if value is not None:
        try:
            override(PRESETS["standard"], (f"{key}={value}",))
        except BozzettoError as error:
            return [str(error)]
    return []


def check_option(code: str) -> list[str]:
    """Whether some command has an option, and whether it takes the value that is given."""
    name, *values = code.split(maxsplit=1)
    name, equals, value = name.partition("=")
    values = [value] if equals else values
    if name == "--set" and values:
        key, _, value = values[0].partition("=")
        # Several values are for `queue add`.
        return [problem for one in value.split(",") for problem in check_setting(key, one or None)]
    if "." in name:
        return check_setting(name[2:].replace("-", "_"), values[0] if values else None)
    if name not in options():
        return [f"no command has the option {name}"]
    choices = options()[name]
    if values and choices and not values[0].isupper() and values[0] not in choices:
        return [f"{name} takes {', '.join(sorted(choices))}, not {values[0]}"]
    return []


def check_text(line: str) -> list[str]:
    """Lists of formats and names of extras in prose."""
    found = []
    for names in re.findall(r"\bformats: ((?:\w+, )+\w+)", line):
        found += [f"there is no format {name}" for name in names.split(", ") if name not in FORMATS]
    for name in re.findall(r"\bextra `(\w+)`", line):
        found += [] if name in extras_of_package() else [f"there is no extra {name}"]
    return found


@functools.cache
def command_names() -> frozenset[tuple[str, ...]]:
    """Every command and action of `bozzetto`."""
    return frozenset(commands_of_cli())


@functools.cache
def options() -> dict[str, set[str]]:
    """The options of all commands, each with the values that it may have, where those are few."""
    found: dict[str, set[str]] = {"--help": set(), "--version": set(), "--help-settings": set(), "--strict": set()}
    kinds: list[Any] = [kind for kind, _ in members(cli.Command)]
    while kinds:
        kind = kinds.pop()
        hints = typing.get_type_hints(kind)
        for f in dataclasses.fields(kind):
            if f.name == "action":
                kinds += [inner for inner, _ in members(typing.get_type_hints(kind, include_extras=True)["action"])]
            literals = [hints[f.name], *typing.get_args(hints[f.name])]
            values = {
                str(v) for hint in literals if typing.get_origin(hint) is typing.Literal for v in typing.get_args(hint)
            }
            found.setdefault(f"--{f.name.replace('_', '-')}", set()).update(values)
    for module in ("bozzetto.bench.__main__", "bozzetto.foundry.__main__"):
        for function in vars(importlib.import_module(module)).values():
            if inspect.isfunction(function) and function.__module__ == module:
                found |= {f"--{name.replace('_', '-')}": set() for name in inspect.signature(function).parameters}
    return found


@functools.cache
def extras_of_package() -> frozenset[str]:
    """The extras that pyproject.toml names."""
    section = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[project.optional-dependencies]")[2]
    return frozenset(re.findall(r"^(\w+) = \[", section.partition("\n[project.scripts]")[0], re.MULTILINE))


@functools.cache
def environment() -> frozenset[str]:
    """Names of environment variables of ours in the sources and tests."""
    files = [path for room in (*ROOT.glob("*/__init__.py"),) for path in room.parent.rglob("*.py")]
    files += [*(ROOT / "tests").rglob("*.py"), ROOT / ".ci" / "run"]
    own = Path(__file__).parent
    text = "\n".join(path.read_text(encoding="utf-8") for path in files if own not in path.parents)
    return frozenset(re.findall(r"BOZZETTO_[A-Z_]+[A-Z]", text))


def check_link(target: str) -> list[str]:
    """Nothing: links depend on the page that they stand on, see `broken_links`."""
    return []


def broken_links(page: Path) -> list[str]:
    """Links of a page to files that are not there."""
    found = []
    for line, kind, target in pieces(page.read_text(encoding="utf-8")):
        path = target.partition("#")[0]
        if kind == "link" and path and ":" not in path and not (page.parent / path).exists():
            found.append(f"{line}: there is no {target}")
    return found


_CHECKS: dict[str, Callable[[str], list[str]]] = {
    "command": check_command,
    "python": check_python,
    "code": check_code,
    "text": check_text,
    "link": check_link,
}

"""Pages of the documentation that are made when it is built: from README and its like, and from the code itself.

A default or an option that stands in the code is not copied into a page by hand; `commands.md` and `settings.md` are
written here, from the command line's own parser and from `RunConfig`.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import functools
import io
import os
import re
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
FROM_TREE = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "sds/weights/MODEL_CARD.md": "model-card.md",
}
"""Pages that stand elsewhere in the tree, where a reader of the repository looks for them."""
HELP_WIDTH = 80
API = ("nerf", "sds", "export", "jobs")
"""Rooms whose every module has a place in the reference; the command line has a page of its own."""

_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]]|!\[[^\]]*\])*)\]\(([^)\s]+)\)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Adds the pages that have no file in docs/."""
    from mkdocs.structure.files import File

    pages: dict[str, Callable[[], str]] = {"commands.md": commands_page, "settings.md": settings_page}
    pages |= {page: (ROOT / source).read_text for source, page in FROM_TREE.items()}
    pages |= {f"api/{package}.md": functools.partial(api_page, package) for package in api_packages()}
    for page, text in pages.items():
        files.append(File.generated(config, page, content=text()))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Links that hold in the repository, as links that hold on the site."""
    sources = {made: source for source, made in FROM_TREE.items()}
    source = ROOT / sources.get(page.file.src_uri, f"docs/{page.file.src_uri}")
    return site_links(markdown, source)


def site_links(markdown: str, source: Path) -> str:
    """Links from a file of the tree as links between pages; those to files that the site does not have lose their link.

    Args:
        markdown: the file's text.
        source: the file.
    """

    def replace(match: re.Match[str]) -> str:
        text, target = match.groups()
        path, hash_mark, anchor = target.partition("#")
        if ":" in target or not path:
            return match.group()
        there = Path(os.path.normpath(source.parent / path))
        if not there.is_relative_to(ROOT) or not there.exists():
            return match.group()
        name = there.relative_to(ROOT).as_posix()
        here = source.relative_to(ROOT).as_posix()
        page = FROM_TREE.get(name, name.removeprefix("docs/"))
        if name not in FROM_TREE and not name.startswith("docs/"):
            return text
        folder = Path(FROM_TREE.get(here, here.removeprefix("docs/"))).parent
        return f"[{text}]({os.path.relpath(page, folder)}{hash_mark}{anchor})"

    return _LINK.sub(replace, markdown)


def api_packages() -> list[str]:
    """The packages that have a page in the reference, as dotted names; `bozzetto` first."""
    folders = [folder for room in API for folder in sorted({path.parent for path in (ROOT / room).rglob("*.py")})]
    names = [".".join(["bozzetto", *folder.relative_to(ROOT).parts]) for folder in folders]
    bare = {"bozzetto.export", "bozzetto.jobs", "bozzetto.jobs.cli"}
    return ["bozzetto", *(name for name in names if name not in bare)]


def api_page(package: str) -> str:
    """The reference of a package: each of its modules, by mkdocstrings."""
    if package == "bozzetto":
        return _PUBLIC
    folder = ROOT / Path(*package.split(".")[1:])
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    parts = [f"# {package}\n", f"{text}\n"]
    for path in sorted(folder.glob("*.py")):
        if not path.name.startswith("_"):
            parts.append(f"::: {package}.{path.stem}\n    options:\n      heading_level: 2\n")
    return "\n".join(parts)


_PUBLIC = """# bozzetto

What `import bozzetto` gives. Everything else is reached by its full name, as in `bozzetto.nerf.field.HashField`.

::: bozzetto.api
    options:
      heading_level: 2
      show_root_heading: false

## Configuration, runs, errors

::: bozzetto.jobs.config.run_config.RunConfig
    options:
      members: false

::: bozzetto.jobs.store.runs.Run

::: bozzetto.jobs.store.progress.Progress

::: bozzetto.jobs.config.errors
    options:
      show_root_heading: false
"""


def commands_page() -> str:
    """`--help` of every command."""
    parts = ["# Commands\n", "What `--help` prints, made from the code when this page was built.\n"]
    parts.append(_help([]))
    for names in command_names():
        parts += [f"## bozzetto {' '.join(names)}\n", _help(list(names))]
    return "\n".join(parts)


def command_names() -> Iterator[tuple[str, ...]]:
    """Every command, and every action of a command that has some, in the order of `--help`."""
    from bozzetto.jobs.cli.main import Command

    for kind, name in members(Command):
        yield (name,)
        for f in dataclasses.fields(kind):
            if f.name == "action":
                yield from (
                    (name, inner) for _, inner in members(typing.get_type_hints(kind, include_extras=True)["action"])
                )


def members(union: Any) -> Iterator[tuple[type, str]]:
    """The dataclasses of a union of subcommands with their names on the command line."""
    for member in typing.get_args(union):
        if typing.get_origin(member) is typing.Annotated:
            kind, *extras = typing.get_args(member)
            yield kind, next(extra.name for extra in extras if getattr(extra, "name", None))
        else:
            yield member, re.sub(r"(?<=[a-z])(?=[A-Z])", "-", member.__name__).lower()


def _help(arguments: list[str]) -> str:
    """What `bozzetto ARGUMENTS --help` prints, as a block of code."""
    from bozzetto.jobs.cli.main import main

    text = io.StringIO()
    before = {name: os.environ.get(name) for name in ("COLUMNS", "NO_COLOR")}
    os.environ.update(COLUMNS=str(HELP_WIDTH), NO_COLOR="1")
    try:
        with contextlib.redirect_stdout(text), contextlib.suppress(SystemExit):
            main([*arguments, "--help"])
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return f"```text\n{text.getvalue().strip()}\n```\n"


def settings_page() -> str:
    """Every setting of a run, as `--help-settings` knows them."""
    from bozzetto.jobs.config.settings_help import setting_groups

    parts = [
        "# Settings\n",
        "Every setting of a run, made from `bozzetto.jobs.config.run_config.RunConfig` when this page was built; in a",
        "terminal `bozzetto generate --help-settings` lists them. Any of them is a flag, `--guidance.scale 7`, or goes",
        "behind `--set guidance.scale=7`, and into `settings=` of Python; `config.json` of a run has all.\n",
    ]
    for group in setting_groups():
        parts += [
            f"## {group.name}\n",
            f"{group.doc}\n",
            "| setting | default | takes | what it does |",
            "|---|---|---|---|",
        ]
        for setting in group.settings:
            # A line of choices breaks between them.
            takes = _cell(setting.takes.replace("|", ", "))
            parts.append(f"| `{setting.name}` | {_cell(setting.default)} | {takes} | {_cell(setting.doc)} |")
        parts.append("")
    return "\n".join(parts)


def _cell(text: str) -> str:
    """Text for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")

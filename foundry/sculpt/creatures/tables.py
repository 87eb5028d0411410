"""Animals as tables: a YAML file of descriptions, entered into the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import numpy as np
import yaml

from bozzetto.foundry.sculpt.sculpture import Sculpture, sculpture

T = TypeVar("T")
NAMES = ("synonyms", "kinds", "plural")
"""What a row says of its noun, beside the fields of its kind."""


def read_table(path: Path, kind: type[T]) -> dict[str, tuple[T, dict[str, Any]]]:
    """The rows of a file by noun: the description, and what `sculpture` takes of `NAMES`.

    Raises:
        ValueError: a row names a field that `kind` has not, or a row that is not above it; the message says which.
    """
    rows: dict[str, dict[str, Any]] = {}
    table: dict[str, tuple[T, dict[str, Any]]] = {}
    known = {f.name for f in fields(kind)} | {"like", *NAMES}  # type: ignore[arg-type]
    for noun, row in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        if extra := set(row) - known:
            raise ValueError(f"{path.name}: {noun!r} has {', '.join(sorted(extra))}, which no {kind.__name__} has")
        if "like" in row and row["like"] not in rows:
            raise ValueError(f"{path.name}: {noun!r} is like {row['like']!r}, which is not above it")
        inherited = rows[row["like"]] if "like" in row else {}
        rows[noun] = {**inherited, **{key: value for key, value in row.items() if key not in ("like", *NAMES)}}
        if not noun.startswith("_"):
            names = {key: row[key] if key == "plural" else tuple(row[key]) for key in NAMES if key in row}
            table[noun] = _made(kind, rows[noun]), names
    return table


def _made(kind: type[T], row: dict[str, Any]) -> T:
    hints = get_type_hints(kind)
    values = {}
    for name, value in row.items():
        if is_dataclass(hints[name]):
            values[name] = _made(hints[name], value)
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)


def check_words(what: str, given: Iterable[str], known: Collection[str]) -> None:
    """Refuses a table's word that nothing draws.

    Raises:
        ValueError: one of them is not known; the message names those that are.
    """
    if unknown := sorted(set(given) - set(known)):
        raise ValueError(f"no {what} is called {unknown[0]!r}; there are: {', '.join(sorted(known))}")


def enter(
    noun: str,
    make: Callable[[np.random.Generator], Sculpture],
    size: tuple[float, float],
    names: dict[str, Any],
    module: str,
) -> None:
    """Puts one row into the catalogue, as `sculpture` does with a function of `module`."""
    make.__module__ = module
    sculpture(noun, size=size, **names)(make)

"""The one reader of JSON that this package wrote: bounded in bytes, depth and digits, regular files only, typed.

What stands in a run folder, a queue or a store may have been cut short, edited by hand or made to do harm. Whatever it
is, reading it takes at most a bounded time and memory, and ends in a value or in a DataError of one sentence.
"""

import dataclasses
import functools
import json
import math
import os
import re
import stat
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from bozzetto.jobs.config.errors import DataError

MAX_BYTES = 16 << 20
"""Greatest size of a file, if its reader does not say otherwise."""
MAX_DEPTH = 32
"""Arrays and objects inside one another; a configuration has 3."""
MAX_DIGITS = 20
"""Digits of a whole number, those of 2^64."""

T = TypeVar("T")

# Only an escape can bring an unpaired surrogate into text that was decoded as UTF-8.
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file, never more than a bound; a pipe or a device is neither waited for nor read.

    Raises:
        FileNotFoundError: there is none.
        DataError: it cannot be opened, is no regular file, or is larger than the bound.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        raise DataError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise DataError("is no regular file")
        with open(handle, "rb", closefd=False) as file:
            # Python makes room for as many bytes as it is asked for.
            data = file.read(min(max_bytes, max(status.st_size, 4096)) + 1)
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror or error}") from error
    finally:
        os.close(handle)
    if len(data) > max_bytes:
        raise DataError(f"is larger than {max_bytes >> 20} MiB" if max_bytes >> 20 else f"is larger than {max_bytes} B")
    return data


def parse_json(data: bytes | str, *, finite: bool = True) -> Any:
    """A JSON text as a value.

    Args:
        data: UTF-8.
        finite: refuse NaN and infinite numbers; metrics of a run that diverges hold some.
    Raises:
        DataError: it is no JSON, not UTF-8, nested more than MAX_DEPTH deep, or holds a whole number of more than
            MAX_DIGITS digits, a number that is not finite, or an unpaired surrogate.
    """
    try:
        raw = data.encode("utf-8") if isinstance(data, str) else data
        value = json.loads(
            raw.decode("utf-8"),
            parse_int=_whole,
            parse_float=_finite if finite else float,
            parse_constant=_finite if finite else float,
        )
    except UnicodeError:
        raise DataError("is not UTF-8 text") from None
    except RecursionError:
        raise DataError(f"is nested more than {MAX_DEPTH} deep") from None
    except json.JSONDecodeError as error:
        raise DataError(f"is no JSON: {error}") from None
    _check_depth(value)
    if _SURROGATE_ESCAPE.search(raw):
        try:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            raise DataError("holds an unpaired surrogate") from None
    return value


def read_json_object(path: Path, max_bytes: int = MAX_BYTES, *, finite: bool = True) -> dict[str, Any]:
    """The JSON object in a file, by `read_file` and `parse_json`.

    Raises:
        FileNotFoundError: there is none.
        DataError: as those say, or it holds another kind of value; the path is named.
    """
    try:
        value = parse_json(read_file(path, max_bytes), finite=finite)
    except DataError as error:
        raise DataError(f"{path} {error}") from None
    if not isinstance(value, dict):
        raise DataError(f"{path} should hold a JSON object, got {type(value).__name__}")
    return value


def to_dataclass(kind: type[T], values: Mapping[str, Any]) -> T:
    """A flat dataclass from a JSON object; every field is checked against its annotation.

    Args:
        kind: a dataclass whose fields are int, float, str, bool, dict[str, str], or one of them or None.
        values: a value for each field without a default.
    Raises:
        DataError: a field is missing, unknown, or of another type; which is named.
    """
    hints = _hints(kind)  # type: ignore[arg-type]
    unknown = [name for name in values if name not in hints]
    if unknown:
        raise DataError(f"has an unknown entry {unknown[0]!r:.60}")
    arguments = {}
    for name, value in values.items():
        arguments[name] = _as_type(name, value, hints[name])
    try:
        return kind(**arguments)
    except TypeError as error:
        missing = [f.name for f in dataclasses.fields(kind) if f.name not in values]  # type: ignore[arg-type]
        raise DataError(f"lacks the entry {missing[0]!r}" if missing else str(error)) from None


def _as_type(name: str, value: Any, hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        if value is None and type(None) in typing.get_args(hint):
            return None
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if typing.get_origin(hint) is dict:
        if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
            return value
        raise DataError(f"{name} should be an object of texts, got {value!r:.60}")
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise DataError(f"{name} should be {hint.__name__}, got {value!r:.60}")
    return value


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise DataError(f"holds a whole number of {len(digits)} digits")
    return int(digits)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise DataError(f"holds {text:.20}, which is no finite number")
    return value


def _check_depth(value: Any) -> None:
    level, depth = [value], 0
    while level:
        level = [
            item
            for node in level
            if isinstance(node, dict | list)
            for item in (node.values() if isinstance(node, dict) else node)
            if isinstance(item, dict | list)
        ]
        depth += 1
        if depth > MAX_DEPTH:
            raise DataError(f"is nested more than {MAX_DEPTH} deep")

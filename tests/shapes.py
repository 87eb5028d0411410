"""Shapes that stand in signatures (jaxtyping) are checked while tests run (beartype), and only then.

`tests/conftest.py` installs the hook before anything of the package is imported. What a test starts in a process of its
own is not checked.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import jaxtyping
from beartype import BeartypeConf, beartype

ROOT = Path(__file__).parents[1]
ROOMS = ("nerf", "sds", "export")
COMPILED = re.compile(r"^\s*@((numba\.)?n?jit|triton\.jit|kernel)\b", re.MULTILINE)
"""What numba and Triton compile they read as it stands: a module with such functions is not checked."""

SHAPED = re.compile(r"\b(Bool|Float|Int|Integer|Num|Real|Shaped|UInt)\d*\[")

# An int is a float where a signature says float, as type checkers have it (PEP 484).
_checked = beartype(conf=BeartypeConf(is_pep484_tower=True))


def typechecker(function: Callable) -> Callable:
    """Checks what in a signature has a shape; the rest is for the type checker that reads the code."""
    annotations = {name: hint for name, hint in function.__annotations__.items() if _has_shape(hint)}
    if not annotations:
        return function
    function.__annotations__ = annotations
    return _checked(function)


def _has_shape(hint: object) -> bool:
    if isinstance(hint, str):
        return SHAPED.search(hint) is not None
    if isinstance(hint, type) and issubclass(hint, jaxtyping.AbstractArray):
        return True
    return any(_has_shape(part) for part in get_args(hint))


def checked_modules() -> list[str]:
    """The modules of the rooms whose signatures are checked."""
    names = []
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        # A hook on a package is one on all that is below it.
        if path.name != "__init__.py" and not COMPILED.search(path.read_text(encoding="utf-8")):
            names.append(".".join(("bozzetto", *path.relative_to(ROOT).with_suffix("").parts)))
    return names


def install() -> None:
    """Has the modules checked that are imported from now on."""
    jaxtyping.install_import_hook(checked_modules(), "tests.shapes.typechecker")


@contextlib.contextmanager
def unchecked() -> Iterator[None]:
    """Inside, signatures are not checked, as in normal use: for tests of what the code itself says of a wrong shape."""
    before = jaxtyping.config.jaxtyping_disable
    jaxtyping.config.update("jaxtyping_disable", True)
    try:
        yield
    finally:
        jaxtyping.config.update("jaxtyping_disable", before)

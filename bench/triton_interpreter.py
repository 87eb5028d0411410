"""Triton's interpreter without what it does over and over: kernels take a third of the time in it, and give the same.

    with quickened():
        ...

It patches the language's module anew at each call of a function on the device, makes a table of types at each look at
one, and computes what would check for overflows, whose assertions it then leaves out.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from unittest import mock


class _Kept:
    """In the place of what takes a patch back."""

    def restore(self) -> None:
        """Nothing: `quickened` does it at its end."""


@contextlib.contextmanager
def quickened() -> Iterator[None]:
    """While inside, Triton's interpreter, which the caller has switched on, wastes less time."""
    import numpy as np
    from triton import language
    from triton.runtime import interpreter

    plain_patch, plain_type = interpreter._patch_lang, interpreter._get_np_dtype
    patched: set[Callable[..., Any]] = set()
    languages: dict[frozenset[int], Any] = {}
    types: dict[str, Any] = {}

    def patch(function: Callable[..., Any]) -> Any:
        if function not in patched:
            patched.add(function)
            modules = [v for v in function.__globals__.values() if v is language or v is language.core]
            key = frozenset(map(id, modules))
            if key not in languages:
                languages[key] = plain_patch(function)
        return _Kept()

    def type_of(given: Any) -> Any:
        scalar = given.scalar
        if isinstance(scalar, language.pointer_type):
            return np.dtype(np.uint64)
        if scalar.name not in types:
            types[scalar.name] = plain_type(scalar)
        return types[scalar.name]

    builder = interpreter.interpreter_builder
    with contextlib.ExitStack() as stack:
        stack.enter_context(mock.patch.object(builder, "options", replace(builder.options, sanitize_overflow=False)))
        stack.enter_context(mock.patch.object(interpreter, "_patch_lang", patch))
        stack.enter_context(mock.patch.object(interpreter, "_get_np_dtype", type_of))
        try:
            yield
        finally:
            for scope in reversed(languages.values()):
                scope.restore()

"""Compiled functions that others call by their address.

Numba compiles a function anew into each compiled function that calls it by its name, and into the body of a parallel
loop once more: seconds for a large one. One that is called by its address is compiled once. An address holds in one
process; what calls it takes it as an argument, so that it can be cached.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numba import extending, types
from numba.core import cgutils

intrinsic: Any = extending.intrinsic  # its own type hints take the typing context for an argument of the call
struct_proxy: Any = cgutils.create_struct_proxy


def address_of(function: Any, signature: Any) -> int:
    """Where the machine code of a compiled function begins, in this process.

    Args:
        function: made by `numba.njit`, or `kernel(by_address=True)`; compiled here where it is not yet.
        signature: the numba signature that it is called by.
    Raises:
        ValueError: it was made without what calls by address take.
    """
    compiled = function.get_compile_result(signature)
    address: int = compiled.library.get_pointer_to_function(compiled.fndesc.llvm_cfunc_wrapper_name)
    if not address:
        raise ValueError(f"{function.__name__} has no entry for calls by its address; make it with by_address=True")
    return address


def called_by_address(signature: Any) -> Callable[[int], Callable[..., Any]]:
    """What makes an address, see `address_of`, a function in compiled code: ``called_by_address(s)(address)(...)``.

    Args:
        signature: the numba signature; arguments of other types are refused when the call is compiled.
    """
    function = types.FunctionType(signature)

    @intrinsic  # type: ignore[untyped-decorator]
    def called(_typing: Any, _address: Any) -> Any:
        def code(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            value = struct_proxy(function)(context, builder)
            value.c_addr = builder.inttoptr(arguments[0], cgutils.voidptr_t)
            return value._getvalue()

        return function(types.intp), code

    made: Callable[[int], Callable[..., Any]] = called
    return made

"""Pairs of float32 as one value of a vector register, for tables of two features an entry.

Numba keeps LLVM's superword pass off, so `table[i, 0]` and `table[i, 1]` are two loads and two multiplications; a pair
is one of each, and a hash table's entry is one read. Only what the kernels use.
"""

from __future__ import annotations

from llvmlite import ir
from numba import extending
from numba.core import types
from numba.core.datamodel import models

from bozzetto.simd import FASTMATH, intrinsic

_FLAGS = tuple(sorted(FASTMATH))
_VECTOR = ir.VectorType(ir.FloatType(), 2)


class _Pair(types.Type):
    def __init__(self) -> None:
        super().__init__(name="Float32Pair")


_PAIR = _Pair()


@extending.register_model(_Pair)
class _PairModel(models.PrimitiveModel):
    def __init__(self, manager, kind):
        super().__init__(manager, kind, _VECTOR)


def _address(context, builder, array_type, array, row):
    """Address of row `row` of a C-ordered float32 array [..., 2]."""
    data = context.make_array(array_type)(context, builder, array).data
    first = builder.gep(data, [builder.shl(row, ir.Constant(row.type, 1))])
    return builder.bitcast(first, _VECTOR.as_pointer())


def _both(builder, value):
    """A scalar in both places."""
    empty = ir.Constant(_VECTOR, ir.Undefined)
    first = builder.insert_element(empty, value, ir.Constant(ir.IntType(32), 0))
    return builder.shuffle_vector(first, empty, ir.Constant(ir.VectorType(ir.IntType(32), 2), [0, 0]))


@intrinsic
def pair_load(typing, array, row):
    """array[row, 0] and array[row, 1]; row is int64 or uint64."""

    def generate(context, builder, signature, arguments):
        pointer = _address(context, builder, signature.args[0], *arguments)
        return builder.load(pointer, align=4, typ=_VECTOR)

    return _PAIR(array, row), generate


@intrinsic
def pair_store(typing, array, row, pair):
    """array[row, 0] and array[row, 1] become the pair."""

    def generate(context, builder, signature, arguments):
        array, row, pair = arguments
        builder.store(pair, _address(context, builder, signature.args[0], array, row), align=4)
        return context.get_dummy_value()

    return types.void(array, row, pair), generate


@intrinsic
def pair_of(typing, first, second):
    """Two float32 as a pair."""

    def generate(context, builder, signature, arguments):
        out = ir.Constant(_VECTOR, ir.Undefined)
        for place, value in enumerate(arguments):
            out = builder.insert_element(out, value, ir.Constant(ir.IntType(32), place))
        return out

    return _PAIR(types.float32, types.float32), generate


@intrinsic
def pair_add_scaled(typing, pair, factor, other):
    """pair + factor * other; factor is a float32."""

    def generate(context, builder, signature, arguments):
        pair, factor, other = arguments
        return builder.fadd(pair, builder.fmul(_both(builder, factor), other, flags=_FLAGS), flags=_FLAGS)

    return _PAIR(pair, types.float32, other), generate


@intrinsic
def pair_dot(typing, pair, other):
    """The sum of the products, a float32."""

    def generate(context, builder, signature, arguments):
        product = builder.fmul(*arguments, flags=_FLAGS)
        return builder.fadd(*_split(builder, product), flags=_FLAGS)

    return types.float32(pair, other), generate


@intrinsic
def pair_split(typing, pair):
    """The pair's two float32, as a tuple."""

    def generate(context, builder, signature, arguments):
        return context.make_tuple(builder, signature.return_type, _split(builder, arguments[0]))

    return types.UniTuple(types.float32, 2)(pair), generate


def _split(builder, pair):
    return [builder.extract_element(pair, ir.Constant(ir.IntType(32), place)) for place in range(2)]

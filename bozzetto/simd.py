"""What compiled kernels of several rooms share: float options, an exponential that vectorises, small matrix products.

LLVM does not keep a block of a product in registers by itself: written as plain loops, products of matrices as small as
these ran at a quarter of the rate that BLAS reaches on one core. Here a block of registers is summed over the whole
inner dimension before it is stored (Goto and van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication"),
which reaches the rate of BLAS, and takes part in a larger kernel.
"""

from __future__ import annotations

from typing import Any

import llvmlite.binding
import numba
import numpy as np
from llvmlite import ir
from numba import extending
from numba.core import cgutils, types

from bozzetto.kernels import kernel

intrinsic: Any = extending.intrinsic  # its own type hints take the typing context for an argument of the call
FASTMATH = {"contract", "reassoc", "nsz", "arcp", "afn"}
"""What the compiler may do with floats: fuse and reorder, but not assume that there is no NaN or infinity."""

_WIDE = bool(llvmlite.binding.get_host_cpu_features().get("avx512f"))
VECTOR = 16 if _WIDE else 8
"""float32 in a register; where registers are narrower, LLVM takes several for one."""
PANELS = (4 * VECTOR, 2 * VECTOR, VECTOR) if _WIDE else (2 * VECTOR,)
"""Widths of the blocks of columns that a product is made of, widest first."""
ROWS, NARROW_ROWS = 4, 8
"""Rows of a block: in one of one register more, or each sum would wait for the one before."""
PAD = 16
"""Columns of a product are a multiple of it, rows one of NARROW_ROWS."""
_TYPE = ir.VectorType(ir.FloatType(), VECTOR)
_FLAGS = tuple(sorted(FASTMATH))


@intrinsic
def _float_of_bits(typing, bits):
    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(types.float32))

    return types.float32(types.int32), generate


@numba.njit(inline="always")
def exp_of_negative(x):
    """exp(x) for x <= 0, to two units in the last place: Cephes' expf (Moshier 1989); 0 below -87."""
    n = np.floor(x * np.float32(1.44269504088896341) + np.float32(0.5))
    r = (x - n * np.float32(0.693359375)) - n * np.float32(-2.12194440e-4)
    p = np.float32(1.9875691500e-4)
    p = p * r + np.float32(1.3981999507e-3)
    p = p * r + np.float32(8.3334519073e-3)
    p = p * r + np.float32(4.1665795894e-2)
    p = p * r + np.float32(1.6666665459e-1)
    p = p * r + np.float32(5.0000001201e-1)
    p = p * r * r + r + np.float32(1.0)
    k = np.int32(max(n, np.float32(-126.0))) + np.int32(127)
    whole = p * _float_of_bits(np.int32(k << np.int32(23)))
    return np.float32(0.0) if x < np.float32(-87.0) else whole


def _panel(rows: int, vectors: int) -> Any:
    """The product of a block of `rows` x `vectors` registers, added to what is there."""

    @intrinsic
    def panel(typing, a, at_a, row_a, step_a, b, at_b, step_b, c, at_c, row_c, count):
        def generate(context, builder, signature, arguments):
            a, at_a, row_a, step_a, b, at_b, step_b, c, at_c, row_c, count = arguments
            data_a, data_b, data_c = (
                context.make_array(signature.args[place])(context, builder, value).data
                for place, value in ((0, a), (4, b), (7, c))
            )
            same = ir.Constant(ir.VectorType(ir.IntType(32), VECTOR), [0] * VECTOR)
            empty = ir.Constant(_TYPE, ir.Undefined)

            def number(value):
                return ir.Constant(at_a.type, value)

            def vector(pointer, place, v):
                return builder.bitcast(
                    builder.gep(pointer, [builder.add(place, number(v * VECTOR))]), _TYPE.as_pointer()
                )

            sums = [[cgutils.alloca_once(builder, _TYPE) for _ in range(vectors)] for _ in range(rows)]
            places = [
                [vector(data_c, builder.add(at_c, builder.mul(number(r), row_c)), v) for v in range(vectors)]
                for r in range(rows)
            ]
            for r in range(rows):
                for v in range(vectors):
                    builder.store(builder.load(places[r][v], align=4, typ=_TYPE), sums[r][v])
            with cgutils.for_range(builder, count, intp=at_a.type) as loop:
                start_a = builder.add(at_a, builder.mul(loop.index, step_a))
                start_b = builder.add(at_b, builder.mul(loop.index, step_b))
                columns = [builder.load(vector(data_b, start_b, v), align=4, typ=_TYPE) for v in range(vectors)]
                for r in range(rows):
                    place = builder.gep(data_a, [builder.add(start_a, builder.mul(number(r), row_a))])
                    factor = builder.load(place, typ=ir.FloatType())
                    first = builder.insert_element(empty, factor, ir.Constant(ir.IntType(32), 0))
                    factors = builder.shuffle_vector(first, empty, same)
                    for v in range(vectors):
                        product = builder.fmul(factors, columns[v], flags=_FLAGS)
                        builder.store(
                            builder.fadd(builder.load(sums[r][v], typ=_TYPE), product, flags=_FLAGS), sums[r][v]
                        )
            for r in range(rows):
                for v in range(vectors):
                    builder.store(builder.load(sums[r][v], typ=_TYPE), places[r][v], align=4)
            return context.get_dummy_value()

        integers = [types.int64] * 8
        return types.void(a, *integers[:3], b, *integers[3:5], c, *integers[5:8]), generate

    return panel


_panel_wide = _panel(ROWS, 4 if _WIDE else 2)
_panel_middle = _panel(ROWS, 2)
_panel_narrow = _panel(NARROW_ROWS, 1)


@kernel(fastmath=FASTMATH)
def add_panel(a, at_a, row_a, step_a, b, at_b, step_b, c, at_c, row_c, rows, columns, count):
    """As `add_product`, of one block of columns: `columns` is one of PANELS."""
    if columns == PANELS[0]:
        for r in range(0, rows, ROWS):
            _panel_wide(a, at_a + r * row_a, row_a, step_a, b, at_b, step_b, c, at_c + r * row_c, row_c, count)
    elif columns == 2 * VECTOR:
        for r in range(0, rows, ROWS):
            _panel_middle(a, at_a + r * row_a, row_a, step_a, b, at_b, step_b, c, at_c + r * row_c, row_c, count)
    else:
        for r in range(0, rows, NARROW_ROWS):
            _panel_narrow(a, at_a + r * row_a, row_a, step_a, b, at_b, step_b, c, at_c + r * row_c, row_c, count)


@kernel(fastmath=FASTMATH)
def panel_width(columns):
    """Width of the next block of columns, where so many are left."""
    for width in PANELS:
        if columns >= width:
            return width
    return PANELS[-1]


@kernel(fastmath=FASTMATH)
def add_product(a, at_a, row_a, step_a, b, at_b, step_b, c, at_c, row_c, rows, columns, count):
    """c[r, v] += sum over k of a[r, k] b[k, v], of matrices that lie in one-dimensional float32 arrays.

    Args:
        a: a[r, k] is at `at_a + r * row_a + k * step_a`; so a matrix or its transpose.
        b: b[k, v] is at `at_b + k * step_b + v`.
        c: c[r, v] is at `at_c + r * row_c + v`.
        rows: of c, a multiple of NARROW_ROWS.
        columns: of c, a multiple of PAD.
        count: inner dimension.
    """
    v = 0
    while v < columns:
        width = panel_width(columns - v)
        add_panel(a, at_a, row_a, step_a, b, at_b + v, step_b, c, at_c + v, row_c, rows, width, count)
        v += width

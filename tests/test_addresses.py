import numba
import numpy as np
import pytest
from numba import types

from bozzetto.addresses import address_of, called_by_address
from bozzetto.kernels import kernel

SIGNATURE = types.void(types.float32[::1], types.int64)
_called = called_by_address(SIGNATURE)


@numba.njit(nogil=True)
def _double(values, at):
    values[at] *= 2


@numba.njit(nogil=True)
def _negate(values, at):
    values[at] *= -1


@numba.njit(parallel=True)
def _each(address, values):
    for at in numba.prange(values.shape[0]):
        _called(address)(values, np.int64(at))


@pytest.mark.parametrize(("function", "factor"), [(_double, 2), (_negate, -1)])
def test_a_parallel_loop_calls_what_an_address_names(function, factor):
    values = np.arange(100, dtype=np.float32)
    _each(address_of(function, SIGNATURE), values)
    assert (values == factor * np.arange(100)).all()
    # Once compiled, for all that have called it since.
    assert len(_each.signatures) == 1


def test_arguments_of_another_type_are_refused_when_it_is_compiled():
    @numba.njit
    def wrong(address, values):
        _called(address)(values, "first")

    with pytest.raises(ValueError, match="mismatch of argument types"):
        wrong(address_of(_double, SIGNATURE), np.zeros(3, np.float32))


def test_a_kernel_that_was_not_made_for_it_is_refused():
    @kernel()
    def plain(values, at):
        values[at] *= 2

    with pytest.raises(ValueError, match="by_address=True"):
        address_of(plain, SIGNATURE)

"""Products of small matrices, and who gets how many threads."""

import threading

import numpy as np
import pytest
import torch

from bozzetto.simd import NARROW_ROWS, PAD, add_product
from bozzetto.threads import kernel_threads, operation_threads, use_threads


@pytest.mark.parametrize("columns", [16, 32, 48, 64, 80, 112, 256])
@pytest.mark.parametrize("count", [0, 1, 7, 64])
@pytest.mark.parametrize("transposed", [False, True])
def test_products_are_added_to_what_is_there(columns, count, transposed):
    rng = np.random.default_rng(columns + count)
    rows = 3 * NARROW_ROWS
    assert columns % PAD == 0
    a, b = (rng.integers(-8, 9, shape).astype(np.float32) for shape in ((rows, count), (count, columns)))
    c = rng.integers(-8, 9, (rows, columns)).astype(np.float32)
    lying = np.ascontiguousarray(a.T if transposed else a).reshape(-1)
    steps = (1, rows) if transposed else (count, 1)
    # Places before and after, which no product may touch.
    out = np.full(c.size + 2 * columns, 7, np.float32)
    out[columns:-columns] = c.reshape(-1)
    add_product(lying, 0, *steps, b.reshape(-1), 0, columns, out, columns, columns, rows, columns, count)
    # Whole numbers this small add up exactly, in any order.
    assert (out[columns:-columns].reshape(c.shape) == c + a @ b).all()
    assert (out[:columns] == 7).all() and (out[-columns:] == 7).all()


def test_threads_are_put_back():
    before = torch.get_num_threads(), kernel_threads()
    with use_threads(2, 1):
        assert torch.get_num_threads() == 1 and kernel_threads() == min(2, __import__("numba").config.NUMBA_NUM_THREADS)
        with use_threads(1):
            assert kernel_threads() == 1 and torch.get_num_threads() == 1
    with pytest.raises(ZeroDivisionError), use_threads(1):
        raise ZeroDivisionError
    assert (torch.get_num_threads(), kernel_threads()) == before


def test_a_thread_that_sets_its_own_number_changes_no_other(two_threads):
    """Torch gives a thread that starts what was last set in any; uses that overlap must leave nothing of it."""

    def elsewhere(work):
        found = []
        thread = threading.Thread(target=lambda: found.append(work()))
        thread.start()
        return thread, found

    def now():
        thread, found = elsewhere(lambda: (operation_threads(), kernel_threads()))
        thread.join()
        return found[0]

    usual, inside, leave = now(), threading.Event(), threading.Event()

    def overlapping():
        with use_threads(1):
            inside.set()
            leave.wait(10)
            return kernel_threads(), torch.get_num_threads()

    with use_threads(1):
        thread, found = elsewhere(overlapping)
        assert inside.wait(10)
        assert now() == usual, "one that sets nothing"
    assert now() == usual == (operation_threads(), kernel_threads()), "this one is done, the other is not"
    leave.set()
    thread.join()
    assert found == [(1, 1)]
    assert now() == usual and torch.get_num_threads() == usual[0]
    thread, found = elsewhere(torch.get_num_threads)
    thread.join()
    assert found == [usual[0]], "as torch itself has it"


@pytest.fixture
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)

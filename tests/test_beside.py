"""Work beside this thread: begun there, done here where it has not begun; no more threads than were asked for."""

import io
import os
import threading
import time

import numba
import numpy as np
import pytest

from bozzetto import threads as threads_module
from bozzetto.beside import Beside, work_beside
from bozzetto.threads import _busy_time, free_threads, kernel_threads, use_threads


@numba.njit(parallel=True)
def _doubled(values):
    out = np.empty_like(values)
    for i in numba.prange(len(values)):
        out[i] = 2 * values[i]
    return out


@pytest.fixture()
def two_threads():
    if numba.config.NUMBA_NUM_THREADS < 2:
        pytest.skip("one core")
    _doubled(np.ones(4))
    if numba.threading_layer() == "workqueue":
        pytest.skip("numba has no layer for two threads here")
    with use_threads(2):
        yield


def test_it_is_done_there_with_one_thread_while_kernels_here_have_one_less(two_threads):
    begun, go = threading.Event(), threading.Event()

    def work(name):
        begun.set()
        assert go.wait(30)
        return name, threading.current_thread(), kernel_threads(), numba.get_num_threads()

    with work_beside() as beside:
        assert kernel_threads() == 2
        job = beside.start(work, "job")
        assert begun.wait(30) and beside.busy() and kernel_threads() == 1
        go.set()
        name, thread, kernels, of_numba = job.result()
        assert (name, kernels, of_numba) == ("job", 1, 1) and thread is not threading.current_thread()
        assert kernel_threads() == 2
    assert kernel_threads() == 2


def test_what_has_not_begun_is_done_by_whoever_asks_for_it(two_threads):
    go, here = threading.Event(), threading.current_thread()
    with work_beside() as beside:
        slow = beside.start(go.wait, 30)
        second = beside.start(threading.current_thread)
        assert second.result() is here
        go.set()
        assert slow.result() is True


def test_what_has_not_begun_at_the_end_is_not_done(two_threads):
    done, begun = [], threading.Event()

    def slow():
        begun.set()
        threading.Event().wait(0.2)
        done.append("slow")

    with work_beside() as beside:
        beside.start(slow)
        beside.start(done.append, "later")
        assert begun.wait(30)
    assert done == ["slow"]


def test_an_error_is_told_where_the_result_is_asked_for(two_threads):
    with work_beside() as beside:
        job = beside.start(int, "no number")
        with pytest.raises(ValueError, match="no number"):
            job.result()


def test_with_one_thread_work_is_done_when_it_is_asked_for():
    done = []
    with use_threads(1), work_beside() as beside:
        job = beside.start(done.append, 1)
        assert not done and not beside.busy()
        job.result()
    assert done == [1]
    assert not Beside(None).busy()


def test_a_busy_core_is_left_to_who_keeps_it_busy(monkeypatch):
    ticks = iter([])
    monkeypatch.setattr("bozzetto.threads._begun", None)
    monkeypatch.setattr("bozzetto.threads._busy_time", lambda: next(ticks))
    monkeypatch.setattr("bozzetto.threads.kernel_threads", lambda: 2)

    def threads(*busy):
        nonlocal ticks
        ticks = iter([[(100, 1000)] * len(busy), [(100 + int(20 * share), 1020) for share in busy]])
        return free_threads(0)

    assert threads(0, 0) == threads(0.2, 0.2) == 2
    assert threads(1, 0) == threads(0.4, 0.4) == threads(1, 1) == 1
    assert threads(1, 0, 0, 0) == 2, "there are four cores, and two threads are wanted"
    assert threads(1, 1, 1, 0) == 1


@pytest.mark.skipif(not hasattr(os, "sysconf"), reason="only Linux says what its cores do")
def test_a_command_that_has_just_begun_does_not_wait_and_does_not_count_itself(monkeypatch):
    """Two cores over 100 ticks, in which this process itself took 90."""
    monkeypatch.setattr("bozzetto.threads.kernel_threads", lambda: 2)
    monkeypatch.setattr("time.sleep", lambda seconds: pytest.fail("waited"))

    def threads(*taken):
        now = threads_module._Look(time.monotonic(), [(ticks, 100) for ticks in taken], 90.0)
        monkeypatch.setattr("bozzetto.threads._look", lambda: now)
        monkeypatch.setattr("bozzetto.threads._begun", threads_module._Look(now.at - 1, [(0, 0), (0, 0)], 0.0))
        return free_threads()

    assert threads(60, 40) == threads(0, 100) == 2
    assert threads(100, 90) == threads(95, 85) == 1


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only Linux says what its cores do")
def test_nicer_processes_keep_a_core_busy_for_a_nice_one_only(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    lines = "cpu  9 9 9 9 0 0 0 0 0 0\ncpu0 10 70 5 15 0 1 2 0 0 0\ncpu1 1 0 0 99 0 0 0 0 0 0\n"
    monkeypatch.setattr("builtins.open", lambda *_, **__: io.StringIO(lines))
    found = []
    for nice in (0, 5):
        monkeypatch.setattr(os, "getpriority", lambda *_, nice=nice: nice)
        found.append(_busy_time())
    assert found == [[(18, 103), (1, 100)], [(88, 103), (1, 100)]]

"""Kernels are compiled before they are needed, by several processes; what is there costs nothing."""

import inspect
import os
import subprocess
import time

import pytest

from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.train import kernel_cache
from bozzetto.jobs.train.kernel_cache import MARK, compile_beside, compile_kernels, kernels_compiled, kernels_of

SLOW = pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="two runs; opt-in: set BOZZETTO_SLOW=1")


@pytest.fixture
def cold(tmp_path, monkeypatch):
    """Nothing is kept, and no process is started."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(kernel_cache, "_done", set())
    kernel_cache._start_helpers.cache_clear()
    started = []
    monkeypatch.setattr(kernel_cache.subprocess, "Popen", lambda command, **_: started.append(command))
    monkeypatch.setattr(kernel_cache.atexit, "register", lambda *_: None)
    yield started
    kernel_cache._start_helpers.cache_clear()


class FakeKernel:
    """A kernel that another process has been compiling since before, until it has been asked for so often."""

    def __init__(self, name, log, elsewhere=0):
        self.name, self.log, self.elsewhere, self.done = name, log, elsewhere, False

    def kept(self):
        return self.done

    def compile(self):
        self.elsewhere -= 1
        if self.elsewhere >= 0:
            return False
        self.log.append(self.name)
        self.done = True
        return True


def test_every_kernel_of_the_list_is_there_and_takes_such_arguments():
    kernels = kernels_of()
    assert len(kernels) > 40 and {"training", "export"} == {part for part in ("training", "export") if kernels_of(part)}
    for kernel in kernels:
        assert len(kernel.types) == len(inspect.signature(kernel.dispatcher.py_func).parameters), kernel
        # As numba would write it: else it would be compiled, and never called.
        assert str(kernel.types) == kernel.signature


def test_what_is_compiled_is_known_by_a_mark_that_changes_with_what_it_is_of(cold, tmp_path, monkeypatch):
    assert not kernels_compiled()
    kernel_cache._mark()
    assert kernels_compiled() and (tmp_path / MARK).is_file()
    monkeypatch.setattr(kernel_cache, "_stamp", lambda: "of another version")
    assert not kernels_compiled()


def test_the_others_are_compiled_while_one_is_compiled_elsewhere(cold, monkeypatch):
    log, said = [], []
    fakes = {"training": [FakeKernel("a", log), FakeKernel("b", log, elsewhere=2), FakeKernel("c", log)]}
    fakes["export"] = [FakeKernel("d", log)]
    listed = kernels_of()
    monkeypatch.setattr(kernel_cache, "kernels_of", lambda *parts: fakes[parts[0]] if parts else listed)
    monkeypatch.setattr(kernel_cache, "_helpers_wanted", lambda: 1)
    compile_kernels("training", said.append)
    assert log == ["a", "c", "b"] and len(said) == 1 and "compiling 3 kernels" in said[0]
    compile_kernels("training", said.append)
    assert log == ["a", "c", "b"] and not kernels_compiled()
    compile_kernels("export", said.append)
    assert log[-1] == "d" and kernels_compiled() and len(cold) == 1


def test_a_process_is_started_for_each_other_core_once_and_none_where_all_is_there(cold, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0}, raising=False)
    compile_beside()
    assert cold == []
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(64)), raising=False)
    kernel_cache._start_helpers.cache_clear()
    for _ in range(2):
        compile_beside()
    assert len(cold) == kernel_cache.MOST_HELPERS
    kernel_cache._start_helpers.cache_clear()
    kernel_cache._mark()
    compile_beside()
    assert len(cold) == kernel_cache.MOST_HELPERS


def test_to_see_that_all_is_there_takes_no_time_and_no_numba(tmp_path):
    """Whole commands wait for it: see `test_start_up`."""
    code = (
        "import sys, time\nfrom bozzetto.jobs.train.kernel_cache import _mark, kernels_compiled, _stamp\n_mark()\n"
        "_stamp.cache_clear()\nstart = time.process_time()\nassert kernels_compiled()\n"
        "print(time.process_time() - start, 'numba' in sys.modules)"
    )
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
    done = subprocess.run([os.sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120)
    seconds, imported = done.stdout.split()
    assert float(seconds) < 0.1 and imported == "False", done.stderr


def test_a_process_that_compiles_ends_with_the_one_that_started_it(tmp_path):
    """However that ends: the system closes its end of the pipe."""
    if kernel_cache._helpers_wanted() == 0:
        pytest.skip("one core")
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
    command = module_command("bozzetto.jobs.train.kernel_cache")
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as helper:
        last = time.monotonic() + 60
        while not list(tmp_path.rglob("*.lock")) and time.monotonic() < last:
            time.sleep(0.02)
        assert helper.poll() is None, "it is at work"
        helper.stdin.close()
        assert helper.wait(timeout=60) == 0


@SLOW
def test_the_list_has_all_that_runs_call():
    from bozzetto.bench.kernels import kernels

    found = kernels()
    assert found["missing"] == [] and found["needless"] == []

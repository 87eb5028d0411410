"""A kernel is compiled once a machine, by whichever process comes first, and anew when anything in it changes."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from bozzetto.kernels import hold

TWO = """
import sys, time
from pathlib import Path
import numba
import numpy as np
from bozzetto.kernels import kernel

def work(x):
    total = 0.0
    for k in range(len(x)):
        total += x[k] * x[len(x) - 1 - k]
    return total

made = kernel()(work) if sys.argv[1] == "ours" else numba.njit(cache=True)(work)
folder, compile = Path(sys.argv[2]).parent, made._compiler.compile

def together(kind, seconds):
    # Until both processes are here, or one is late.
    Path(sys.argv[2]).with_suffix(kind).touch()
    last = time.monotonic() + seconds
    while len(list(folder.glob("*" + kind))) < 2 and time.monotonic() < last:
        time.sleep(0.01)

def compile_together(*arguments):
    together(".compiling", 1.5)
    return compile(*arguments)

made._compiler.compile = compile_together
together(".here", 60)
assert made(np.arange(4.0)) == 4.0
print(sum(made.stats.cache_misses.values()))
"""


def compilations(kind: str, folder: Path, monkeypatch) -> int:
    """How often two processes that begin together compile one kernel, between them."""
    folder.mkdir()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(folder))
    (folder / "two.py").write_text(TWO)
    commands = [[sys.executable, str(folder / "two.py"), kind, str(folder / f"{k}.here")] for k in range(2)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    printed = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    return sum(int(line) for line in printed)


def test_two_processes_compile_a_kernel_once(tmp_path, monkeypatch):
    assert compilations("ours", tmp_path / "ours", monkeypatch) == 1


def test_canary_numba_alone_compiles_it_twice(tmp_path, monkeypatch):
    assert compilations("numba", tmp_path / "plain", monkeypatch) == 2


def stamp_of(folder: Path, inner: str, step: float = 1.0) -> str:
    """What a kernel's code is kept under that calls a kernel of another file, with a constant of a third."""
    folder.mkdir()
    lines = f"from bozzetto.kernels import kernel\n@kernel()\ndef inner(x):\n    return {inner}\n"
    (folder / "inner_part.py").write_text(lines)
    (folder / "constant_part.py").write_text(f"STEP = {step}\n")
    (folder / "outer_part.py").write_text(
        "from bozzetto.kernels import kernel\nfrom inner_part import inner\nfrom constant_part import STEP\n"
        "@kernel()\ndef outer(x):\n    return inner(x) * STEP\n"
    )
    names = ("inner_part", "constant_part", "outer_part")
    sys.path.insert(0, str(folder))
    try:
        for name in names:
            sys.modules.pop(name, None)
        spec = importlib.util.find_spec("outer_part")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
        for name in names:
            sys.modules.pop(name, None)
    return module.outer._cache._cache_file._source_stamp


def test_what_is_kept_is_of_all_that_a_kernel_is_made_of(tmp_path):
    first = stamp_of(tmp_path / "a", "x + 1")
    assert stamp_of(tmp_path / "b", "x + 1") == first, "wherever it lies"
    assert stamp_of(tmp_path / "c", "x + 2") != first, "another kernel that it calls"
    assert stamp_of(tmp_path / "d", "x + 1", step=2.0) != first, "another constant"


def test_a_file_is_held_by_one_until_it_is_closed(tmp_path):
    pytest.importorskip("fcntl")
    first = hold(tmp_path / "lock")
    assert first is not None and hold(tmp_path / "lock") is None
    first.close()
    second = hold(tmp_path / "lock", seconds=1.0)
    assert second is not None
    second.close()
    with pytest.raises(OSError):
        hold(tmp_path / "nowhere" / "lock")

"""The kernels of a run are compiled once a machine, before they are needed, on all of its cores.

Numba compiles a kernel at its first call, one after the other, half a minute in all. `kernels.json` lists those that
every run calls, in the order in which it needs them. Where they are not there yet, other processes begin at once to
compile them, while this one still imports; it helps them before it goes on. Each kernel is compiled by one process
(`bozzetto.kernels`), so that nothing is lost when one of them ends early.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import gc
import hashlib
import importlib
import importlib.metadata
import importlib.util
import json
import os
import platform
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import bozzetto
from bozzetto.atomic import write_bytes
from bozzetto.jobs.store.processes import module_command

if TYPE_CHECKING:
    from bozzetto.kernels import KernelCache

Part = Literal["training", "export"]
TABLE = Path(__file__).with_name("kernels.json")
MARK = "bozzetto-kernels.txt"
"""Says, where kernels are kept, that all of `kernels.json` are, and of which sources, versions and processor."""
MOST_HELPERS = 3
HELPER_NICENESS = 10
"""Of processes that compile for this one: a training that is at work already is not slowed by them."""
REPORT_SECONDS = 5.0


@dataclass(frozen=True)
class Kernel:
    """A kernel with the types that a run calls it with."""

    module: str
    function: str
    signature: str
    """As numba writes it."""

    @functools.cached_property
    def dispatcher(self) -> Any:
        """Numba's, which compiles it."""
        return getattr(importlib.import_module(self.module), self.function)

    @property
    def cache(self) -> KernelCache:
        """Where it is kept."""
        cache: KernelCache = self.dispatcher._cache
        return cache

    @functools.cached_property
    def types(self) -> Any:
        """The signature as numba's types."""
        from numba.core import types

        literals = re.sub(r"Literal\[\w+\]", "literal", self.signature)
        return eval(literals, {"__builtins__": {}}, vars(types))

    def kept(self) -> bool:
        """Whether it needs no compiling."""
        return self.cache.holds(self.types, self.dispatcher.targetctx)

    def compile(self) -> bool:
        """Compiles it, or loads what is kept; False where another process is compiling it just now."""
        with self.cache.turn() as mine:
            if mine:
                self.dispatcher.compile(self.types)
            return mine


def kernels_of(*parts: Part) -> list[Kernel]:
    """The kernels of `kernels.json`, in the order in which a run needs them."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return [Kernel(*row) for part in parts or ("training", "export") for row in table[part]]


def kernels_compiled() -> bool:
    """Whether the kernels of every run are there from an earlier one, so that nothing needs compiling now."""
    try:
        return mark_file().read_text(encoding="utf-8") == _stamp()
    except OSError:
        return False


def compile_beside() -> None:
    """Has other processes begin to compile what a run needs, where it is not there yet and cores are there for them.

    They end with this process, or when everything is compiled. A second call does nothing.
    """
    if not kernels_compiled():
        _start_helpers()


def compile_kernels(part: Part, report: Callable[[str], None]) -> None:
    """Compiles the kernels of a part of the run that are not there yet, together with `compile_beside`'s processes.

    Args:
        part: of the run.
        report: is called with what a person should read.
    """
    import numba  # not where it is only asked whether there is something to do

    if part in _done or kernels_compiled() or numba.config.DISABLE_JIT:  # type: ignore[attr-defined]
        return
    _start_helpers()
    waiting = kernels_of(part)
    missing = sum(not kernel.kept() for kernel in waiting)
    if missing:
        report(f"first run on this machine: compiling {missing} kernels, which are kept for later runs")
    last = time.monotonic()
    while waiting:
        left = []
        for k, kernel in enumerate(waiting):
            with _few_collections():
                if not kernel.compile():
                    left.append(kernel)
            if missing and time.monotonic() - last > REPORT_SECONDS:
                last = time.monotonic()
                report(f"compiling: {sum(not other.kept() for other in [*left, *waiting[k + 1 :]])} kernels left")
        if len(left) == len(waiting):
            time.sleep(0.02)
        waiting = left
    _done.add(part)
    if _done == {"training", "export"}:
        _mark()


@contextlib.contextmanager
def _few_collections() -> Iterator[None]:
    """Python looks for cycles rarely while inside: a compiler makes a million objects."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


_done = set[Part]()
"""Parts whose kernels this process has seen to."""


def cache_folders() -> list[Path]:
    """Where numba may keep that code, the likeliest place first."""
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    if chosen:
        return [Path(chosen)]
    specs = (importlib.util.find_spec(name) for name in ("bozzetto.nerf.kernels", "bozzetto.sds"))
    places = [place for spec in specs if spec for place in spec.submodule_search_locations or []]
    # Numba falls back to a folder of the user's where it may not write beside the source.
    user = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "numba"
    return [*(Path(place) / "__pycache__" for place in places), user]


def mark_file() -> Path:
    """The file that says that everything is compiled, beside what it says it of."""
    folder = next((place for place in cache_folders() if os.access(place, os.W_OK)), cache_folders()[-1])
    return folder / MARK


def _mark() -> None:
    with contextlib.suppress(OSError):  # it is looked at again next time
        mark_file().parent.mkdir(parents=True, exist_ok=True)
        write_bytes(mark_file(), _stamp().encode())


@functools.cache
def _stamp() -> str:
    """Digest of what the compiled kernels are of.

    Raises:
        OSError: a source is not where it should be.
    """
    digest = hashlib.sha256(TABLE.read_bytes())
    package = Path(bozzetto.__file__).parent
    for name in sorted({kernel.module for kernel in kernels_of()}):
        digest.update(package.joinpath(*name.split(".")[1:]).with_suffix(".py").read_bytes())
    versions = [platform.python_version(), importlib.metadata.version("numba")]
    digest.update(repr([*versions, _processor()]).encode())
    return digest.hexdigest()


def _processor() -> str:
    """What tells one kind of processor from another."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            lines = file.read().partition("\n\n")[0].splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return "".join(line for line in lines if line.startswith(("model name", "flags", "Features", "CPU part")))


def _helpers_wanted() -> int:
    """One for each core but this process's own."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return min(MOST_HELPERS, cores - 1)


@functools.cache
def _start_helpers() -> None:
    for _ in range(_helpers_wanted()):
        with contextlib.suppress(OSError):
            helper = subprocess.Popen(
                module_command(__name__),
                stdin=subprocess.PIPE,  # is closed when this process ends, however it does
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            atexit.register(_end, helper)


def _end(helper: subprocess.Popen[bytes]) -> None:
    helper.kill()
    helper.wait()


def _end_with_parent() -> None:
    """Ends this process when the one that started it is no more."""
    os.read(0, 1)  # not by `sys.stdin`, whose lock would be held when this process ends by itself
    os._exit(0)


def _help() -> None:
    """Compiles what is missing, as a process beside those that need it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from bozzetto.kernels import hold  # which imports numba

    mark_file().parent.mkdir(parents=True, exist_ok=True)
    wanted = _helpers_wanted()
    held = ((k, hold(mark_file().with_suffix(f".{k}.lock"))) for k in range(wanted))
    place = next((pair for pair in held if pair[1] is not None), None)
    if place is None:  # other runs have begun too, and have as many of them as there are cores
        return
    os.nice(HELPER_NICENESS)
    # Each begins elsewhere, so that none waits for a kernel that another compiles because its own calls it.
    training = kernels_of("training")
    first = len(training) * (place[0] + 1) // (wanted + 1)
    waiting: Sequence[Kernel] = [*training[first:], *training[:first], *kernels_of("export")]
    with _few_collections():
        while waiting := [kernel for kernel in waiting if not kernel.kept() and not kernel.compile()]:
            time.sleep(0.05)
    _mark()


if __name__ == "__main__":
    _help()

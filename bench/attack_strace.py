"""Processes under ``strace``: what they really open, and system calls that fail or kill, whoever makes them.

Python's own hooks do not see files that libraries in C open, nor SQLite's writes; the system does.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bozzetto.bench.attack_trials import read_to_end
from bozzetto.jobs.config.errors import BozzettoError

ATTACH_SECONDS = 20.0


class NoStraceError(BozzettoError):
    """There is no strace here, or it may not trace."""


def check_strace() -> None:
    """Raises NoStraceError where processes cannot be traced."""
    if shutil.which("strace") is None:
        raise NoStraceError("this part of the attack needs strace: apt-get install strace")
    result, _ = traced(lambda: [1], ["-e", "trace=openat"], Path(os.devnull), 20)
    if result != [1]:
        raise NoStraceError("strace may trace nothing here; in a container it needs the capability SYS_PTRACE")


def traced(
    work: Callable[[], Any], options: Sequence[str], log: Path, seconds: float, told: list[str] | None = None
) -> tuple[Any, int | None]:
    """Runs a function in a process that is forked from this one and traced from its first line on.

    Args:
        work: its result must be JSON; it may call `tell`.
        options: of strace, such as what is traced and injected.
        log: where strace writes. seconds: after which the process is killed.
        told: is given the lines that the work told, also where it died.
    Returns:
        The result, None where there is none; and the signal that ended the process, None where it ended by itself.
    """
    global _teller
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.close(reader)
            os.setsid()
            _teller = writer
            os.kill(os.getpid(), signal.SIGSTOP)
            result = work()
            tell(json.dumps({"result": result}))
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writer)
    os.waitpid(pid, os.WUNTRACED)
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", *options, "-o", str(log), "-p", str(pid)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        _wait_for_tracer(pid, tracer)
        os.kill(pid, signal.SIGCONT)
        lines, ended = _lines_of(reader, pid, time.monotonic() + seconds)
        _, status = os.waitpid(pid, 0)
    finally:
        os.close(reader)
        if tracer.poll() is None:
            try:
                tracer.wait(ATTACH_SECONDS)
            except subprocess.TimeoutExpired:
                tracer.kill()
        assert tracer.stderr is not None
        tracer.stderr.close()
        tracer.wait()
    if os.WIFSIGNALED(status):
        ended = os.WTERMSIG(status)
    result = None
    for line in lines:
        if line.startswith('{"result": '):
            result = json.loads(line)["result"]
        elif told is not None:
            told.append(line)
    return result, ended


_teller = -1


def tell(line: str) -> None:
    """Tells the process that forked this one a line, whatever becomes of this one after it."""
    os.write(_teller, (line + "\n").encode())


def _wait_for_tracer(pid: int, tracer: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + ATTACH_SECONDS
    while time.monotonic() < until and tracer.poll() is None:
        if not re.search(r"TracerPid:\s+0\n", Path(f"/proc/{pid}/status").read_text()):
            return
        time.sleep(0.002)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    said = b"" if tracer.stderr is None or tracer.poll() is None else tracer.stderr.read()
    raise NoStraceError(f"strace traces nothing: {said.decode(errors='replace').strip()[-300:]}")


def _lines_of(reader: int, pid: int, deadline: float) -> tuple[list[str], int | None]:
    data, ended = read_to_end(reader, pid, deadline)
    return data.decode(errors="replace").splitlines(), ended

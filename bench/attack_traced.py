"""The part of the attack that looks at what readers and commands open, by the system's own word; see
`bozzetto.bench.attack`."""

from __future__ import annotations

import contextlib
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bozzetto.bench.attack_files import CASE_SECONDS, Kind, Outside, kinds_of, mutated
from bozzetto.bench.attack_runs import Base, command_of
from bozzetto.bench.attack_strace import check_strace, tell, traced
from bozzetto.bench.attack_trials import FAULT, HUNG, WHOLE, Outcome, Row

CALLS = "trace=open,openat,openat2,creat,execve,connect"
BATCH = 20
"""Cases of one traced process."""
MARK = "/bozzetto-case-"
"""Begins the name of a file that there is none of; asking for it says in the trace which case begins."""
SYSTEM = (
    *("/lib", "/lib64", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/etc/ssl", "/etc/mime.types"),
    *("/etc/nsswitch.conf", "/dev/tty", "/dev/null", "/usr/bin", "/bin", "/usr/local"),
)
"""Read by the dynamic linker and the standard libraries of C and Python, and what
is installed for all, such as a compiler that is asked for its version."""


def attack_traced(base: Base, out: Path, number: int, chance: random.Random) -> Iterator[Row]:
    """Reads mutated files, and carries out every command, under strace.

    Args:
        base: what nobody disturbed. out: folder that is worked in.
        number: of mutated files of each kind; every whole one is read too.
        chance: of the mutations.
    """
    check_strace()
    for kind in kinds_of(base, out):
        row = Row("traced", kind.name)
        cases = [(source, source.read_bytes()) for source in kind.seeds]
        for _ in range(number):
            source = chance.choice(kind.seeds)
            cases.append((source, mutated(source.read_bytes(), chance, kind.text)))
        for start in range(0, len(cases), BATCH):
            part = cases[start : start + BATCH]
            begun = time.monotonic()
            found, ended = opened_by([_reading(kind, *case) for case in part], out, CASE_SECONDS * len(part) * 4)
            folders = [[case[0].parent, *kind.folders, out / "temporary"] for case in part]
            _count(row, [case[0].name for case in part], found, folders, ended, time.monotonic() - begun)
        yield row
    row = Row("traced", "commands")
    for name, work in base.works.items():
        folder = out / f"traced-{name}"

        def carry_out(work=work, folder=folder) -> None:
            os.environ["BOZZETTO_HOME"] = str(folder / "home")
            work.prepare(folder)
            command_of(work, folder)

        begun = time.monotonic()
        found, ended = opened_by([carry_out], out, 4 * base.limit(name))
        # What the commands begin with lies in `out`; elsewhere they write and read nothing.
        _count(row, [name], found, [[out]], ended, time.monotonic() - begun)
    yield row


def opened_by(works: Sequence[Callable[[], object]], out: Path, seconds: float) -> tuple[list[list[str]], int | None]:
    """What each of some works opens, connects to or starts, in a traced process of its own; its children's, too.

    Args:
        works: called one after the other; what they raise is passed over.
        out: folder for the trace, and for temporary files.
        seconds: that all of them may take.
    Returns:
        For each work the real paths, addresses and programs; and the signal that ended the process, or None.
    """
    log, temporary = out / "trace.txt", out / "temporary"
    temporary.mkdir(exist_ok=True)

    def all_of_them() -> bool:
        tempfile.tempdir = str(temporary)
        os.environ["TMPDIR"] = str(temporary)
        for number, work in enumerate(works):
            with contextlib.suppress(OSError):
                os.close(os.open(f"{MARK}{number}", os.O_RDONLY))
            try:
                work()
            except BaseException as error:
                tell(f"{number}: {type(error).__name__}: {error}"[:300])
        return True

    _, ended = traced(all_of_them, ["-y", "-s", "4096", "-e", CALLS], log, seconds)
    return _parsed(log.read_text(errors="replace"), len(works)), ended


_OPENED = re.compile(r"(?:(?:open|openat|openat2|creat)\(|<\.\.\. (?:open\w*|creat) resumed>).* = \d+<(.*)>$")
_MARKED = re.compile(rf'"{MARK}(\d+)"')
_STARTED = re.compile(r'execve\("([^"]+)".* = 0$')
_CONNECTED = re.compile(r"connect\(\d+(?:<[^>]*>)?, (\{.*\})")


def _parsed(text: str, count: int) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(count)]
    current: list[str] | None = None
    for line in text.splitlines():
        if marked := _MARKED.search(line):
            current = found[int(marked[1])]
        elif current is None:
            continue
        elif opened := _OPENED.search(line):
            name = _unescaped(opened[1]).removesuffix(" (deleted)")
            if name.startswith("/"):
                current.append(name)
        elif started := _STARTED.search(line):
            current.append(os.path.realpath(_unescaped(started[1])))
        elif (connected := _CONNECTED.search(line)) and "AF_UNIX" not in connected[1]:
            current.append(f"connect {connected[1][:80]}")
    return found


def _unescaped(text: str) -> str:
    """A name as strace writes it: octal and usual escapes of bytes that are no printable ASCII."""
    return text.encode("latin-1", "replace").decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")


def outside_of(found: Sequence[str], folders: Sequence[Path]) -> list[str]:
    """Of what was opened, what lies neither in the folders nor in what is installed."""
    allowed = [os.path.realpath(folder) for folder in folders]
    allowed += [*Outside.installed, *Outside.system, *Outside.compiled, *SYSTEM, os.path.realpath(sys.executable)]
    return sorted({p for p in found if not any(p == a or p.startswith(a.rstrip("/") + "/") for a in allowed)})


def _reading(kind: Kind, source: Path, data: bytes) -> Callable[[], None]:
    def read() -> None:
        path = source.with_name(f"mutated-{source.name}")
        path.write_bytes(data)
        kind.read(path)

    return read


def _count(
    row: Row, names: Sequence[str], found: list[list[str]], folders: list[list[Path]], ended: int | None, seconds: float
) -> None:
    for name, opened, own in zip(names, found, folders, strict=True):
        outside = outside_of(opened, own)
        kind = FAULT if outside else HUNG if ended else WHOLE
        text = f"it opened {', '.join(outside[:5])}" if outside else f"ended by signal {ended}" if ended else ""
        row.count(Outcome(kind, text, seconds / len(names)), name)

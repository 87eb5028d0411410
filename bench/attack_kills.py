"""The part of the attack that ends commands and servers at random moments; see `bozzetto.bench.attack`."""

from __future__ import annotations

import contextlib
import functools
import http.client
import itertools
import json
import os
import random
import shutil
import signal
import socket
import sys
import time
import traceback
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.bench.attack_runs import LIMIT_SECONDS, PROMPT, Base, Work, bits_of, bits_of_jobs, command_of
from bozzetto.bench.attack_trials import FAULT, HUNG, LOST, WHOLE, Outcome, Row, is_fault
from bozzetto.jobs.cli.interrupts import end_on_signals

HOST = "127.0.0.1"
WINDOWS = (0.1, 0.3, 1.1)
"""Parts of the time of a whole command within which it is ended: many ends early, so that it is begun often, some at
every moment that it has."""
FAULT_OF_OURS, FAULT_OUTSIDE = 71, 70
"""Exit codes of a process whose command ended in an error that is none of ours, or that failed around it."""


@dataclass
class Kills:
    """When a trial's processes are ended, and how."""

    moments: list[tuple[float, str]]
    """(seconds after the process began, name of the signal without SIG), one process after the other."""
    sent: int = 0
    """Signals that found their process alive."""

    def send(self, pid: int, name: str) -> None:
        """Ends a process that has not been waited for."""
        os.kill(pid, signal.Signals[f"SIG{name}"])
        self.sent += 1

    def __str__(self) -> str:
        return ", ".join(f"{name} after {after:.2f} s" for after, name in self.moments)


def attack_by_kills(
    base: Base,
    out: Path,
    trials: int,
    chance: random.Random,
    commands: Sequence[str],
    most: int = 10,
    most_seconds: float = float("inf"),
) -> Iterator[Row]:
    """Ends commands, servers and changes of the gallery at random moments, and goes on with them.

    Args:
        base: what nobody disturbed. out: folder that is worked in.
        trials: of each of `commands`, each with one to `most` kills, one process after the other.
        chance: when, and by which signal.
        most_seconds: after which no further trial of a command is begun.
    """
    for what in commands:
        row, begun = Row("kills", what), time.monotonic()
        attempt, seconds = _attempt(base, what)
        for number in range(trials):
            if time.monotonic() - begun > most_seconds:
                break
            kills = Kills(
                [
                    (
                        chance.uniform(0, seconds * chance.choice(WINDOWS)),
                        chance.choice(["KILL", "KILL", "TERM", "INT"]),
                    )
                    for _ in range(chance.randint(1, most))
                ]
            )
            folder = out / f"{what.replace(' ', '-')}-{number}"
            folder.mkdir(parents=True)
            start = time.monotonic()
            kind, text = attempt(folder, kills)
            row.count(Outcome(kind, text, time.monotonic() - start, kills=kills.sent), str(kills))
            if kind == WHOLE:
                shutil.rmtree(folder, ignore_errors=True)
        yield row


def _attempt(base: Base, what: str) -> tuple[Callable[[Path, Kills], tuple[str, str]], float]:
    """What ends and goes on with one of the commands, and the seconds that nobody's end would take."""
    others: dict[str, tuple[Callable[[Base, Path, Kills], tuple[str, str]], float]] = {
        "two workers": (_kill_one_of_two_workers, base.seconds["generate"]),
        "gallery": (_kill_gallery, base.seconds["generate"] / 4),
        "view": (_kill_view, 2.0),
        "serve": (_kill_serve, 2.0),
    }
    if what in others:
        kill, seconds = others[what]
        return functools.partial(kill, base), seconds
    return functools.partial(_kill_work, base, base.works[what]), base.seconds[what]


def _kill_work(base: Base, work: Work, folder: Path, kills: Kills) -> tuple[str, str]:
    work.prepare(folder)
    limit = base.limit(work.name)
    kind, text = _ended_and_gone_on(folder, lambda: command_of(work, folder), kills, limit, work.saved)
    if kind != WHOLE:
        return kind, text
    if work.digest(folder) != base.digests[work.name]:
        return LOST, "what came of it is not what comes when nobody ends it"
    left = [path.name for path in (folder / "run").rglob("*.part")]
    if left:
        return LOST, f"half-written files are left: {left}"
    return WHOLE, ""


def _kill_one_of_two_workers(base: Base, folder: Path, kills: Kills) -> tuple[str, str]:
    """Two workers on one queue; one is ended, and begun again, while the other works on."""
    work = base.works["worker"]
    for _ in range(3):
        work.prepare(folder)

    def carry_out() -> tuple[int, str]:
        return command_of(work, folder)

    other = begin(folder, carry_out)
    kind, text = _ended_and_gone_on(folder, carry_out, kills, 3 * base.limit("worker"))
    _, status = os.waitpid(other, 0)
    if kind != WHOLE:
        return kind, text
    if os.waitstatus_to_exitcode(status) != 0:
        return FAULT, f"the worker beside it ended with {os.waitstatus_to_exitcode(status)}"
    made = bits_of_jobs(folder)
    if made != " ".join([base.bits] * 3):
        return LOST, f"three jobs made {made or 'less than three runs'}"
    return WHOLE, ""


def _kill_gallery(base: Base, folder: Path, kills: Kills) -> tuple[str, str]:
    """Marks, deletes and puts back runs without a pause until it is ended; then every run is there once, and whole."""
    from bozzetto.viewer.store import Store

    home = _home_with_runs(base, folder)

    def change() -> tuple[int, str]:
        store = Store(home)
        store.refresh(force=True)
        for name in [run.name for run in store.binned()]:
            store.restore(name)
        for number in itertools.count():
            for name in RUNS:
                store.set_stars(name, number % 6)
                store.set_tags(name, [f"t{number % 7}"])
                if number % 3 == 0:
                    store.restore(store.delete(name))
        return 0, ""

    for after, signal_name in kills.moments:
        pid = begin(folder, change)
        time.sleep(after)
        kills.send(pid, signal_name)
        status = waited(pid, LIMIT_SECONDS)
        if status is None:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return HUNG, f"{signal_name} did not end it within {LIMIT_SECONDS:.0f} s"
        if os.waitstatus_to_exitcode(status) == FAULT_OF_OURS:
            return FAULT, (folder / "said.txt").read_text()[-600:]
        problem = _gallery_problem(base, home)
        if problem:
            return LOST, problem
    return WHOLE, ""


RUNS = ("a", "b", "c")


def _home_with_runs(base: Base, folder: Path) -> Path:
    home = folder / "home"
    for name in RUNS:
        shutil.copytree(base.run, home / "runs" / name)
    return home


def _gallery_problem(base: Base, home: Path) -> str:
    """What is wrong with the runs RUNS after something was ended that marked, deleted and put them back; or nothing."""
    from bozzetto.viewer.store import Store

    store = Store(home)
    store.refresh(force=True)
    shown, binned = store.page().entries, store.binned()
    if sorted([entry.name for entry in shown] + [run.name for run in binned]) != sorted(RUNS):
        return f"shown are {[entry.name for entry in shown]}, in the bin {[run.name for run in binned]}"
    for entry in shown:
        marks = entry.stars in range(6) and all(tag in {f"t{k}" for k in range(7)} for tag in entry.tags)
        if not marks or bits_of(home / "runs" / entry.name) != base.bits:
            return f"{entry.name} has {entry.stars} stars and the tags {entry.tags}, or other bits"
    return ""


class _Server:
    """A server of ours as a process of its own, on loopback; forked, as what it imports takes longer than what it does.

    Args:
        main: of its command line.
        folder: of the trial, with the home in it.
        ready: a path that is answered once it has started, by anything below 500.
        arguments: of the command line.
    """

    def __init__(self, main: Callable[[list[str]], int], folder: Path, ready: str, *arguments: str) -> None:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port = int(probe.getsockname()[1])
        self._status: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            code = FAULT_OUTSIDE
            try:
                os.setsid()
                os.environ["BOZZETTO_HOME"] = str(folder / "home")
                output = os.open(folder / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
                for standard in (1, 2):
                    os.dup2(output, standard)
                code = main([f"--port={self.port}", *arguments])
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                os._exit(code)
        deadline = time.monotonic() + LIMIT_SECONDS
        while time.monotonic() < deadline and self._ended(0) is None:
            if self.ask("GET", ready)[0] in range(1, 500):
                return
            time.sleep(0.02)
        self._kill()
        raise RuntimeError(f"the server did not start: {(folder / 'said.txt').read_text()[-600:]}")

    def _ended(self, seconds: float) -> int | None:
        """Its status, once it has ended within so many seconds."""
        if self._status is None:
            self._status = waited(self.pid, seconds)
        return self._status

    def _kill(self) -> None:
        if self._ended(0) is None:
            os.killpg(self.pid, signal.SIGKILL)
            self._ended(LIMIT_SECONDS)

    def ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        """A request: its status, 0 where the server is gone, and the body of the answer."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            data = None if body is None else json.dumps(body).encode()
            sent = {"Content-Type": "application/json"} if data is not None else {}
            connection.request(method, path, data, sent | (headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()

    def end(self, kills: Kills | None = None, name: str = "TERM") -> bool:
        """Ends it; False where it did not end in time."""
        if self._ended(0) is None:
            if kills is None:
                os.kill(self.pid, signal.Signals[f"SIG{name}"])
            else:
                kills.send(self.pid, name)
        if self._ended(LIMIT_SECONDS) is None:
            self._kill()
            return False
        return True


def _kill_view(base: Base, folder: Path, kills: Kills) -> tuple[str, str]:
    """The workbench's own process, ended while requests mark, delete and put back runs."""
    from bozzetto.viewer.serve import main

    home, counted = _home_with_runs(base, folder), itertools.count()
    for after, name in [*kills.moments, (0.0, "")]:
        server = _Server(main, folder, "/", "--no-browser")
        headers = {"Cookie": _session(server, home)}
        if not name:
            status, listing = server.ask("GET", "/_bozzetto/api/runs", headers=headers)
            server.end()
            if status != 200 or not any(run.encode() in listing for run in RUNS):
                return LOST, f"the runs are not shown: {status} {listing[:200]!r}"
            break
        deadline = time.monotonic() + after
        while time.monotonic() < deadline:
            number = next(counted)
            run = f"/_bozzetto/api/runs/{RUNS[number % len(RUNS)]}"
            server.ask("POST", f"{run}/stars", {"stars": number % 6}, headers)
            server.ask("POST", f"{run}/tags", {"tags": [f"t{number % 7}"]}, headers)
            server.ask("POST", "/_bozzetto/api/runs/delete", {"runs": [RUNS[number % len(RUNS)]]}, headers)
            server.ask("POST", "/_bozzetto/api/bin/restore", {"runs": [RUNS[number % len(RUNS)]]}, headers)
        if not server.end(kills, name):
            return HUNG, f"{name} did not end it within {LIMIT_SECONDS:.0f} s"
        if is_fault((folder / "said.txt").read_text()):
            return FAULT, (folder / "said.txt").read_text()[-600:]
        problem = _gallery_problem(base, home)
        if problem:
            return LOST, problem
    return WHOLE, ""


def _session(server: _Server, home: Path) -> str:
    """The cookie of a workbench whose printed address was opened."""
    from bozzetto.viewer.serve import TOKEN_FILE

    token = (home / TOKEN_FILE).read_text().strip()
    connection = http.client.HTTPConnection(HOST, server.port, timeout=30)
    try:
        connection.request("GET", f"/?{urllib.parse.urlencode({'token': token})}")
        return (connection.getresponse().getheader("set-cookie") or "").partition(";")[0]
    finally:
        connection.close()


def _kill_serve(base: Base, folder: Path, kills: Kills) -> tuple[str, str]:
    """The service, ended while jobs are asked for; each that was answered for is in the queue, and none twice."""
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.service.server import main

    (folder / "home").mkdir()
    asked: dict[int, bool] = {}
    for after, name in [*kills.moments, (0.0, "")]:
        server = _Server(main, folder, "/healthz", "--workers=0")
        # What nobody knows of whether it counted is asked for again, under its key.
        deadline = time.monotonic() + after
        open_ones = [seed for seed, answered in asked.items() if not answered]
        for seed in itertools.chain(open_ones, itertools.count(len(asked))):
            if time.monotonic() >= deadline and seed >= len(asked):
                break
            body = {"prompt": PROMPT, "preset": "draft", "steps": 6, "seed": seed}
            status, data = server.ask("POST", "/v1/generations", body, {"Idempotency-Key": f"job-{seed}"})
            asked[seed] = asked.get(seed, False) or status in (200, 201, 202)
            if status not in (0, 200, 201, 202, 429, 503):
                server.end()
                return FAULT, f"{status}: {data[:300]!r}"
        if not server.end(kills if name else None, name or "TERM"):
            return HUNG, f"{name} did not end it within {LIMIT_SECONDS:.0f} s"
    with Queue(folder / "home" / "queue.db") as queue:
        found = sorted(queue.config(job.id).seed for job in queue.jobs())
    if found != sorted(seed for seed, answered in asked.items() if answered):
        return LOST, f"answered for are {sum(asked.values())} jobs, in the queue are {len(found)}"
    return WHOLE, ""


def begin(folder: Path, work: Callable[[], tuple[int, str]]) -> int:
    """A work in a process of its own, with a home in the folder; what it prints is kept in said.txt."""
    # Until its handlers are there: what Python itself does after a fork swallows an interrupt.
    ends = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    pid = os.fork()
    if pid == 0:
        code = FAULT_OUTSIDE
        with contextlib.suppress(BaseException):
            os.setsid()
            end_on_signals()
            os.environ["BOZZETTO_HOME"] = str(folder / "home")
            try:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, ends)
                code, text = work()
            except KeyboardInterrupt:
                code, text = 130, ""
            except SystemExit as end:
                code, text = end.code if isinstance(end.code, int) else 1, ""
            except Exception as error:
                code, text = FAULT_OF_OURS, repr(error)
            (folder / "said.txt").write_text(text)
            code = FAULT_OF_OURS if is_fault(text) else code
        os._exit(code)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ends)
    return pid


def _ended_and_gone_on(
    folder: Path,
    work: Callable[[], tuple[int, str]],
    kills: Kills,
    limit: float,
    saved: Callable[[Path], int] = lambda folder: 0,
) -> tuple[str, str]:
    """A work that is ended each time after so many seconds, and then left to end, for at most `limit` seconds.

    Args:
        folder: of the trial. work: begins it or goes on. kills: when and how it is ended.
        limit: seconds that it may take once it was told to end, or nobody ends it.
        saved: how far what is on disk has come, which may not become less.
    """
    come = 0
    for after, name in [*kills.moments, (0.0, "")]:
        pid = begin(folder, work)
        status = waited(pid, after if name else limit)
        if status is None and name:
            kills.send(pid, name)
            status = waited(pid, limit)
        if status is None:
            os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return HUNG, f"{name or 'the last process'} did not end it within {limit:.0f} s"
        said = (folder / "said.txt").read_text() if (folder / "said.txt").is_file() else ""
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) in (FAULT_OF_OURS, FAULT_OUTSIDE):
            return FAULT, said[-600:] or "an error outside the command"
        if name and os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
            return WHOLE, ""  # it was done before its end came
        if not name and status != 0:
            return LOST, f"it did not end well: {said[-300:] or status}"
        before, come = come, saved(folder)
        if come < before:
            return LOST, f"after {name} {come} steps are saved, and {before} were"
    return WHOLE, ""


def waited(pid: int, seconds: float) -> int | None:
    """A process's status once it has ended; None where it has not within so many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        if time.monotonic() >= deadline:
            return None
        time.sleep(0.005)

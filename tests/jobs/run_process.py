"""A small run in a process of its own, which tests may signal at a known point."""

import multiprocessing
import os
import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from bozzetto.jobs.config.errors import BozzettoError, RunInterrupted
from bozzetto.jobs.pipeline.generate import generate, resume
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.runs import load_run
from tests.jobs.known_object import box_oracle, small_config

# Children are forked from a server that has imported all of this and has started no threads.
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.jobs.run_process"])


def kill_at_write(number: int) -> None:
    """SIGKILL to this process at a system call that makes a file durable, counted from 1: an fsync or a rename."""
    calls = 0

    def counted(function):
        def call(*arguments):
            nonlocal calls
            calls += 1
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments)

        return call

    os.fsync, os.replace = counted(os.fsync), counted(os.replace)


def _begin_or_resume(
    folder: Path,
    steps: int,
    messages: Connection,
    signal_at: int | None,
    number: int,
    at_write: int | None,
    file_limit: int | None,
) -> None:
    """Begins the run, or resumes it when the folder holds one; sends its messages, and at the end the error's text."""
    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
    if at_write is not None:
        kill_at_write(at_write)
    sent = False

    def show(progress: Progress) -> None:
        nonlocal sent
        if progress.message:
            messages.send(progress.message)
        elif progress.stage == "training" and signal_at is not None and progress.step >= signal_at and not sent:
            sent = True
            os.kill(os.getpid(), number)

    prior = box_oracle(16)
    try:
        if (folder / "config.json").is_file():
            resume(load_run(folder), prior=prior, progress=show)
        else:
            generate(small_config(steps), prior=prior, out=folder, progress=show)
    except BozzettoError as error:
        messages.send(str(error))
        sys.exit(error.exit_code if isinstance(error, RunInterrupted) else 1)


def run_in_process(
    folder: Path,
    steps: int,
    *,
    signal_at: int | None = None,
    number: int = signal.SIGKILL,
    at_write: int | None = None,
    file_limit: int | None = None,
) -> tuple[int, str]:
    """Begins or resumes a run in a process, to its end.

    Args:
        folder: of the run.
        steps: of the run, when it is begun.
        signal_at: step of the training at which the process signals itself; None lets it live.
        number: the signal.
        at_write: which fsync or rename, counted from 1, the process is killed at; see `kill_at_write`.
        file_limit: largest file that the process may write, in bytes.
    Returns:
        Exit code (minus the signal's number when that ended it) and the messages, one a line.
    """
    ours, theirs = _context.Pipe(duplex=False)
    process = _context.Process(
        target=_begin_or_resume, args=(folder, steps, theirs, signal_at, number, at_write, file_limit)
    )
    process.start()
    theirs.close()
    messages = []
    try:
        while True:
            messages.append(ours.recv())
    except EOFError:
        process.join(60)
    assert process.exitcode is not None
    return process.exitcode, "\n".join(messages)

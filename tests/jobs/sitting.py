"""Sittings of a small run in processes of their own, which tests may kill."""

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
_context.set_forkserver_preload(["tests.jobs.sitting"])


def sit(folder: Path, steps: int, reports: Connection, file_limit: int | None) -> None:
    """Begins the run, or resumes it when the folder holds one; sends each step, and at the end the error's text."""
    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))

    def show(progress: Progress) -> None:
        reports.send((progress.stage, progress.step, progress.message))

    prior = box_oracle(16)
    try:
        if (folder / "config.json").is_file():
            resume(load_run(folder), prior=prior, progress=show)
        else:
            generate(small_config(steps), prior=prior, out=folder, progress=show)
    except BozzettoError as error:
        reports.send(("error", 0, str(error)))
        sys.exit(error.exit_code if isinstance(error, RunInterrupted) else 1)


def run_sitting(
    folder: Path,
    steps: int,
    *,
    signal_at: int | None = None,
    number: int = signal.SIGKILL,
    pause: float = 0.0,
    file_limit: int | None = None,
) -> tuple[int, str]:
    """Runs a sitting to its end.

    Args:
        folder: of the run.
        steps: of the run, when it is begun.
        signal_at: step of the training at which the process gets the signal; None lets it live.
        number: the signal.
        pause: seconds between the report of that step and the signal.
        file_limit: largest file that the process may write, in bytes.
    Returns:
        Exit code (minus the signal's number when that ended it) and the messages, one a line.
    """
    ours, theirs = _context.Pipe(duplex=False)
    process = _context.Process(target=sit, args=(folder, steps, theirs, file_limit))
    process.start()
    theirs.close()
    messages = []
    try:
        while True:
            stage, step, message = ours.recv()
            if message:
                messages.append(message)
            elif stage == "training" and signal_at is not None and step >= signal_at:
                signal_at = None
                process.join(pause)
                if process.pid is not None and process.is_alive():
                    os.kill(process.pid, number)
    except EOFError:
        process.join(60)
    assert process.exitcode is not None
    return process.exitcode, "\n".join(messages)

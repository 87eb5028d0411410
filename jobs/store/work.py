"""Around the work on a run: its log, torch's threads, the state that a failure leaves."""

import contextlib
import time
import traceback
from collections.abc import Iterator

from bozzetto.jobs.config.errors import BozzettoError, DiskError, RunInterrupted
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.progress import Progress, ProgressFn
from bozzetto.jobs.store.runs import Run, log_line, write_state
from bozzetto.threads import kernel_threads, use_threads


def logged(run: Run, progress: ProgressFn, every: float = 10.0) -> ProgressFn:
    """The same, kept in log.txt too: messages, stages, and where the run is every few seconds."""
    last_time, last_stage = 0.0, ""

    def show(report: Progress) -> None:
        nonlocal last_time, last_stage
        now = time.monotonic()
        if report.message:
            log_line(run, report.message)
        elif report.stage != last_stage or now - last_time >= every or report.step == report.total:
            last_time, last_stage = now, report.stage
            loss = "" if report.loss is None else f", loss {report.loss:.5f}"
            log_line(run, f"{report.stage} {report.step}/{report.total}{loss}")
        progress(report)

    return show


@contextlib.contextmanager
def run_threads(config: RunConfig) -> Iterator[None]:
    """A run's threads while inside; see `bozzetto.threads`. A hub prior's work is in torch's operations, no other's."""
    kernels = config.threads or kernel_threads()
    with use_threads(kernels, 1 if config.prior == "embedded" else kernels):
        yield


@contextlib.contextmanager
def state_on_failure(run: Run, total: int) -> Iterator[None]:
    """Writes into state.json why the run ended early; where the disk refuses that too, the error itself says enough."""
    try:
        yield
    except BaseException as error:
        status = "interrupted" if isinstance(error, RunInterrupted | KeyboardInterrupt) else "failed"
        state = run.state
        reason = str(error) if isinstance(error, BozzettoError) else f"{type(error).__name__}: {error}".strip(": ")
        log_line(run, f"{status}: {reason}")
        if not isinstance(error, BozzettoError | KeyboardInterrupt):
            log_line(run, "".join(traceback.format_exception(error)).rstrip())
        with contextlib.suppress(DiskError):
            write_state(run, status, state.stage, state.step, total, reason)
        raise

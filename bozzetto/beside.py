"""Work in one thread beside the calling one, for what is needed later and is not split over threads itself."""

from __future__ import annotations

import contextlib
import contextvars
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, ParamSpec, TypeVar

import numba

from bozzetto.threads import kernel_threads, leave_a_thread, use_threads

P = ParamSpec("P")
T = TypeVar("T")


class Job(Generic[T]):
    """A piece of work that a thread beside this one may have begun."""

    def __init__(self, work: Callable[[], T], future: Future[T] | None) -> None:
        self._work, self._future = work, future

    def result(self) -> T:
        """What it gives: waits for it where it has begun, does it here where it has not."""
        if self._future is None or self._future.cancel():
            return self._work()
        return self._future.result()


class Beside:
    """A thread beside the one that made it; None where there is none, and work is done when it is asked for."""

    def __init__(self, pool: ThreadPoolExecutor | None) -> None:
        self._pool, self._futures = pool, list[Future[Any]]()

    def busy(self) -> bool:
        """Whether it has work."""
        self._futures = [future for future in self._futures if not future.done()]
        return bool(self._futures)

    def start(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Job[T]:
        """Lets work begin there when what was started before it is done, with one thread for its kernels."""

        def alone() -> T:
            return work(*args, **kwargs)

        def there() -> T:
            with use_threads(1), leave_a_thread(lambda: False):
                # Also for those who ask numba itself.
                numba.set_num_threads(1)
                return alone()

        if self._pool is None:
            return Job(alone, None)
        future: Future[T] = self._pool.submit(contextvars.copy_context().run, there)
        self._futures.append(future)
        return Job(alone, future)


@contextlib.contextmanager
def work_beside() -> Iterator[Beside]:
    """A thread beside this one while inside, where kernels may have two; they have one less while it is at work.

    What has not begun there when this ends is not done.
    """
    # Numba's own layer, where there is neither OpenMP nor TBB, ends the process when two threads call kernels.
    if kernel_threads() < 2 or not _layer_is_threadsafe():
        yield Beside(None)
        return
    pool = ThreadPoolExecutor(1, thread_name_prefix="beside")
    beside = Beside(pool)
    try:
        with leave_a_thread(beside.busy):
            yield beside
    finally:
        pool.shutdown(cancel_futures=True)


def _layer_is_threadsafe() -> bool:
    try:
        return str(numba.threading_layer()) != "workqueue"  # type: ignore[attr-defined]
    except ValueError:  # no kernel has run yet
        return False
